# Hjelp til kommandolinjen. En kommando: hva den gjør, og et eksempel. Et valg: hva det betyr, og navnet på verdien.
# Et valg som betyr noe eget under en kommando, har kommandoen i id-en: option-case-json.

## Ord
option-version = Vis programmets versjon
option-verbose = Sammen med --version: vis også hvordan programmet er bygd
option-help = Vis denne hjelpen
help-usage = Bruk
help-options = Valg
help-arguments = Argumenter
help-commands = Kommandoer
help-some-options = { "[" }VALG]
help-a-command = <KOMMANDO>

## Kommandoer
command-bpasim = Hvem betaler for BPA? Kommunenes kostnad, statens refusjon, det som flyttes til pårørende og deltakelse i arbeid under ulike finansieringsmodeller, med usikkerhet
    .example =
        Eksempel: bpasim run national --draws 256
        Uten kommando: bpasim run
        
        Avslutningskoder:
        { "0" }     ferdig
        { "1" }     det som ble bedt om, holdt ikke: kalibreringen passer ikke, nøyaktigheten er ikke nådd, mappen er endret
        { "2" }     noe er galt med det som ble gitt inn, eller kjøringen får ikke plass; ingenting er skrevet
        { "3" }     systemet ga ikke det som trengtes: ingen rett til å skrive, full disk, grense for filstørrelse, ingen tråder
        { "4" }     feil i programmet
        { "130" }   avbrutt; samme kommando fortsetter
command-run = Kjør et scenario under alle modeller og skriv resultatene
    .example = Eksempel: bpasim run oslo --draws 512 --set price_response=0.2 --out oslo-test
command-merge = Sett sammen deler av en kjøring, eller regn ut resultatene på nytt fra trekninger som er beholdt
    .example = Eksempel: bpasim merge output/national-shards/* --out output/national
command-report = Lag rapport og arbeidsbok på nytt av en ferdig kjøring, for eksempel på et annet språk
    .example = Eksempel: bpasim report output/national --lang nn --open
command-verify = Kontroller at en mappe er slik en kjøring laget den: hvilke filer som er endret, og hvordan den lages på nytt. Den som bytter både filer og alle avtrykk, ses bare med --repeat
    .example = Eksempel: bpasim verify output/national --repeat
command-compare = Sammenlign to kjøringer: hvilke forutsetninger som er ulike, og hva hver av dem gjør med hovedtallene
    .example = Eksempel: bpasim compare output/national mitt --shapley --out bro
command-decide = Kjør alt som viser hva som avgjør konklusjonen, og ta det inn i rapporten
    .example = Eksempel: bpasim decide national --out output/national
command-sensitivity = Finn hva som avgjør en størrelse: hvilke usikre forutsetninger som flytter den, og hvor den snur
    .example = Eksempel: bpasim sensitivity national --of society_cost:B-zero --year total --method tornado,regression
command-backtest = Prøv modellen mot fortiden: ville den ha truffet det som skjedde?
    .example = Eksempel: bpasim backtest oslo national
command-calibrate = Tilpass parametere til kjente tall, og lag en posterior som run --posterior trekker fra
    .example = Eksempel: bpasim calibrate national && bpasim run --posterior output/national-calibration
command-scenarios = List opp scenarioer og alternative strukturer, eller kjør alternativene side om side
    .example = Eksempel: bpasim scenarios national --grid --draws 256
command-cluster = Skriv en jobbfil for et køsystem: en liste av deler, og sammensetningen som venter på dem
    .example = Eksempel: bpasim cluster slurm national --draws 131072 --shards 64 > jobb.sh && bash jobb.sh
command-check = Les et scenario og si alt som er galt, eller hva det endrer
    .example = Eksempel: bpasim check mitt.toml
command-case = Regn én person uten tilfeldighet, steg for steg
    .example = Eksempel: bpasim case --age 40 --need 60 --granted 45 --other-cost 300000 --relatives 1
command-trace = Følg én simulert person år for år og regel for regel
    .example = Eksempel: bpasim trace national --draw 3 --pick refund --model B
command-describe = Forklar en parameter, virkemiddel, modell, størrelse eller et scenario
    .example = Eksempel: bpasim describe timepris
command-import = Les inn egne tall fra arbeidsbøker, CSV, SSB-filer og lister, og lag et scenario av dem
    .example = Eksempel: bpasim import --template kommune.xlsx --units 3203, så bpasim import kommune.xlsx --out min-kommune
command-new = Skriv ut de innebygde scenarioene med data, og et eget på fem linjer å begynne med
    .example = Eksempel: bpasim new mappe && bpasim run mappe/min.toml
command-serve = Åpne siden som kan vris på, med programmets egen motor bak: svar på et øyeblikk, og rapport, arbeidsbok og tabeller av det du ser. Bare denne maskinen når den
    .example = Eksempel: bpasim serve --open
command-completions = Skriv fullføringsskript for et skall
    .example = Eksempel: bpasim completions bash > ~/.local/share/bash-completion/completions/bpasim
command-licenses = Skriv lisensene til pakkene programmet er bygd av, med merknadene de krever
    .example = Eksempel: bpasim licenses > lisenser.txt

## Valg og argumenter
option-lang = Språk på skjerm og i meldinger: nb (bokmål, standard), nn (nynorsk) eller en (engelsk)
    .value = SPRÅK
option-scenario = national (standard), oslo, variants, sweden, example-mixed, example-own, eller en fil
    .value = SCENARIO
option-sets = Endre en parameter eller et virkemiddel (kan gjentas): price_response=0.2, financing.B.refund.rate=0.95
    .value = STI=VERDI
option-models = Bare disse modellene, alle sammenlignet med hverandre (nullalternativet er alltid med): A,B
    .value = MODELLER
option-without = Sett tall fra studier betalt av en part til nøytrale verdier: commissioned
    .value = HVA
option-replicates = Uavhengige sett av personer for hver trekning (standard: 1)
    .value = ANTALL
option-seed = Frø for alle tilfeldige tall (standard: 1)
    .value = TALL
option-sampling = Hvordan parametere trekkes: sobol (jevnt fordelte punkter, antallet rundes opp til en potens av to; standard) eller random (uavhengig)
    .value = MÅTE
option-posterior = Ta parameterne fra posterioren av en kalibrering: posterior.json, eller mappen den ligger i
    .value = FIL
option-accept_bad_fit = Bruk posterioren selv om kalibreringen ikke lyktes; resultatene blir merket
option-years = Antall år (standard: scenarioets)
    .value = ANTALL
option-mechanical = Regn hver trekning også uten reaksjoner, ikke bare 16 av hver 256: mean_mechanical i summary.csv med alle trekninger (dobbelt så lang tid)
option-municipality = Lag også en side om én kommune, med nummer eller navn, ved siden av rapporten (kommune-NUMMER.html)
    .value = KOMMUNE
option-open = Åpne rapporten når den er ferdig
option-host = Adressen det lyttes på: 127.0.0.1 (standard) eller ::1
    .value = ADRESSE
option-port = Porten (standard: en ledig)
    .value = PORT
option-serve-open = Åpne siden i nettleseren
option-csv = Tabeller for norske regneark også (semikolon, desimalkomma): nb
    .value = SPRÅK
option-docx = Rapporten som Word-dokument også (report.docx), med felt utvalget kan fylle ut
option-no_live = Ingen regnemotor i rapporten: forutsetningene kan ikke vris på i den
option-threads = Antall tråder (standard: alle kjerner)
    .value = ANTALL
option-out = Mappe for resultatene (standard: output/SCENARIO, og en egen mappe for egne forutsetninger)
    .value = MAPPE
option-force = Skriv over et eldre resultat utenfor standardmappen
option-no_report = Ingen rapport, figurer og arbeidsbok
option-quiet = Ingen framdrift og ingen tabell
option-page = Skriv en side med tabeller og figurer, og tallene, i denne mappen
    .value = MAPPE
option-json = For programmer: JSON i stedet for tekst
option-no_progress = Ingen framdrift
option-draws = Antall trekninger av usikre parametere (standard: 1024; med --precision: høyst så mange, standard 131072)
    .value = ANTALL
option-precision = Fortsett til Monte Carlo-feilen for hvert hovedtall er under denne andelen: 0.01
    .value = ANDEL
option-resume = Gjøres uansett: samme kommando fortsetter en avbrutt kjøring der den slapp
option-fresh = Start på nytt, og forkast ferdige trekninger av en avbrutt kjøring
option-repeat = Kjør på nytt også, og sammenlign fingeravtrykket
option-keep_draws = Behold alle trekninger, i en mappe ved siden av resultatene (Parquet)
option-shard = Kjør bare en del av trekningene: 1/4, 2/4 … eller auto (plassen i en jobbliste); merge setter sammen
    .value = DEL
option-fingerprint = Skriv ett fingeravtrykk av alle resultatene på siste linje
option-folders = Mapper fra run --shard eller run --keep-draws
    .value = MAPPER
option-merged_scenario = Scenarioets fil, om den nå ligger et annet sted
    .value = FIL
option-results = Mappen med resultatene
    .value = MAPPE
option-first = Mappen med resultatene av den første kjøringen
    .value = MAPPE_A
option-second = Mappen med resultatene av den andre
    .value = MAPPE_B
option-bridge_draws = Antall trekninger broen regnes på (standard: kjøringenes, høyst 64)
    .value = ANTALL
option-shapley = Gjennomsnitt over alle rekkefølger endringene kan gjøres i, ikke bare den som er listet (høyst 6 endringer)
option-of = Størrelsen figuren viser (standard: state_net)
    .value = STØRRELSE
option-compare-page = Skriv en side med tabeller og figur i denne mappen
    .value = MAPPE
option-run_draws = Antall trekninger i kjøringen, om den ikke er gjort (standard: 1024)
    .value = ANTALL
option-few_points = Antall grunnpunkter for Sobol-indekser av et eget utvalg, eller 0 for ingen (standard: leses av kjøringens trekninger, med et utvalg av 128 der det ikke er nok)
    .value = ANTALL
option-own_criterion = Eget kriterium ved siden av de vanlige, med vekter: municipality_net=1,state_net=0.5 (kan gjentas)
    .value = KRITERIUM
option-figure = Størrelsen det gjelder, med modell eller forskjell: society_cost:B-zero, state_net:B, unmet_hours:difference (kan gjentas; standard: society_cost:difference)
    .value = STØRRELSE
option-figure_year = Året det gjelder, eller total (standard: første år med full virkning)
    .value = ÅR
option-method = Hvilke analyser: tornado (standard), regression, sobol, evppi, breakeven, two-way, signs; flere med komma
    .value = ANALYSER
option-parameter = Parameter for breakeven og two-way (kan gjentas)
    .value = PARAMETER
option-target = breakeven: verdien størrelsen skal ha (standard: 0)
    .value = TALL
option-range = breakeven: parameterens verdier, fra og til: 0,500 (standard: 1. til 99. persentil)
    .value = FRA,TIL
option-analysis_draws = Antall trekninger, der tornado, breakeven og two-way simulerer hver verdi (standard: de leses av 1024 trekninger, tornado alene av 256; regression og evppi 1024)
    .value = ANTALL
option-points = sobol: antall grunnpunkter i et eget utvalg, minst 64 (standard: leses av trekningene, med et utvalg av 1024 der det ikke er nok)
    .value = ANTALL
option-second_order = sobol: også det to parametere gjør bare sammen
option-groups = sobol: grupper av parametere, ikke hver for seg
option-criterion = evppi: det valget måles på: society_cost (standard), public_net, eller vekter: municipality_net=1,state_net=0.5 (kan gjentas)
    .value = KRITERIUM
option-tests = Hva som prøves: oslo (brukere og timer), national (brukere i to utgaver), refund (regnskapet for hele toppfinansieringen); alle om ingen er nevnt
    .value = PRØVE
option-backtest_draws = Antall trekninger i hver framskriving (standard: 512)
    .value = ANTALL
option-into = Ta prøven inn i rapporten for en ferdig kjøring, i stedet for i en egen mappe
    .value = MAPPE
option-targets = Egen tabell over mål (CSV), i stedet for den innebygde, som gjelder hele landet fra 2024
    .value = FIL
option-fitted = Tilpass også denne parameteren (kan gjentas); FRA..TIL gjør en fast parameter uviss: other_services_cost_mean=300000..600000
    .value = PARAMETER
option-weighted_draws = Antall veide trekninger (standard: 2048)
    .value = ANTALL
option-rows = Antall parametersett i posterioren (standard: 1000)
    .value = ANTALL
option-grid = Kjør scenarioet under alle alternative strukturer, side om side
option-alternatives = Egen liste av alternativer (TOML), i stedet for den innebygde
    .value = FIL
option-grid_draws = Antall trekninger for hvert alternativ (standard: 64 til 256, så mange som egen feil krever)
    .value = ANTALL
option-scheduler = slurm eller kubernetes
    .value = KØSYSTEM
option-shards = Antall deler kjøringen skal fordeles på
    .value = ANTALL
option-all_draws = Antall trekninger av usikre parametere i alt
    .value = ANTALL
option-cores = Kjerner til hver del (standard: 2)
    .value = ANTALL
option-program = Programmet der jobbene kjører (standard: dette, eller bpasim i kubernetes)
    .value = FIL
option-image = Kubernetes: bildet programmet ligger i (standard: bpasim:latest)
    .value = BILDE
option-claim = Kubernetes: volumet alle delene deler (standard: bpasim)
    .value = VOLUM
option-age = Alder i året
    .value = ÅR
option-need = Behov, timer per uke
    .value = TIMER
option-granted = Innvilgede timer per uke i nullalternativet i basisåret
    .value = TIMER
option-other_cost = Kostnad til andre tjenester mens BPA går, kroner i året i basisårets kroner (standard: 0)
    .value = KR
option-intellectual = Registrert psykisk utviklingshemming
option-rapid = Raskt forløpende sykdom
option-relatives = Antall pårørende som hjelper (standard: 0)
    .value = ANTALL
option-year = Året som priser, innslagspunkt og innstramming gjelder for (standard: basisåret)
    .value = ÅR
option-vacancy = Andel av innvilgede timer som aldri bemannes (standard: parameteren)
    .value = ANDEL
option-break_weeks = Uker uten assistenter i året (standard: 0)
    .value = UKER
option-waiting_months = Måneder av året før BPA startet (standard: 0)
    .value = MÅNEDER
option-need_before = Behovet året før, timer per uke (standard: det samme)
    .value = TIMER
option-zone = Sone for arbeidsgiveravgift: 1 (standard), 1a, 2, 3, 4, 4a, 5
    .value = SONE
option-case-scenario = Scenario som parametere og modeller hentes fra
    .value = SCENARIO
option-case-json = Skriv tallene uavrundet som JSON
option-draw = Trekningens nummer, fra 0 (standard: 0)
    .value = NUMMER
option-replicate = Nummeret på settet av personer, fra 0 (standard: 0)
    .value = NUMMER
option-person = Personen: enhet/bpa, pool eller ankomstår/aldersgruppe/nummer, for eksempel 0301/pool/18-49/7
    .value = PERSON
option-pick = Finn noen det er verdt å se på: refund, unmet, relatives, exit, break, transition eller models
    .value = HENDELSE
option-model = Bare denne modellen
    .value = MODELL
option-trace-json = Skriv tallene uavrundet som JSON
option-id = Parameter, virkemiddel (refund.rate), modell, størrelse eller scenario, eller ord å lete etter (timepris); uten navn: alt med verdier
    .value = NAVN
option-describe-scenario = Scenario det hentes fra
    .value = SCENARIO
option-dir = Mappen som skal lages
    .value = MAPPE
option-shell = bash, zsh, fish, elvish eller powershell
    .value = SKALL
option-import_files = Filer som leses: xlsx, xls, ods, CSV, JSON-stat 2, px
    .value = FILER
option-template = Skriv et skjema som kan fylles ut, og ikke noe mer
    .value = FIL
option-where_ = Vis hvor SSBs tabeller lagres for hånd; programmet går aldri på nettet
option-as_kind = Hva tabellen gjelder: population, recipients, hours, costs, persons (standard: gjettes av overskriftene)
    .value = HVA
option-sheet = Arket som leses
    .value = ARK
option-import_year = Året tallene gjelder (31. desember), om filen ikke sier det eller har flere
    .value = ÅR
option-map = Hva en kolonne er, hva en delt kommune ble, eller hvilke aldre som skal deles som landets (kan gjentas): "Antall brukere=recipients_18_49", 1507=1508, 67+=share
    .value = OVERSKRIFT=NAVN
option-import_units = Kommuner i skjemaet, eller den ene som alle linjer gjelder: 3203,Asker
    .value = KOMMUNER
option-published = Tallene er offentlige: små antall skjules ikke
option-growth = Årlig vekst i antall brukere, til å føre tallene til basisåret: 0.04
    .value = ANDEL
option-import_out = Ny eller tom mappe for scenariet
    .value = MAPPE

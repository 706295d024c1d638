# Hjelp til kommandolinja. Ein kommando: kva han gjer, og eit døme. Eit val: kva det tyder, og namnet på verdien.
# Eit val som tyder noko eige under ein kommando, har kommandoen i id-en: option-case-json.

## Ord
option-version = Vis versjonen av programmet
option-verbose = Saman med --version: vis òg korleis programmet er bygd
option-help = Vis denne hjelpa
help-usage = Bruk
help-options = Val
help-arguments = Argument
help-commands = Kommandoar
help-some-options = { "[" }VAL]
help-a-command = <KOMMANDO>

## Kommandoar
command-bpasim = Kven betaler for BPA? Kostnaden for kommunane, refusjonen frå staten, det som blir flytt til pårørande og deltaking i arbeid under ulike finansieringsmodellar, med uvisse
    .example =
        Døme: bpasim run national --draws 256 --lang nn
        Utan kommando: bpasim run
        
        Avslutningskodar:
        { "0" }     ferdig
        { "1" }     det som blei bede om, heldt ikkje: kalibreringa passar ikkje, nøyaktigheita er ikkje nådd, mappa er endra
        { "2" }     noko er gale med det som blei gitt inn, eller køyringa får ikkje plass; ingenting er skrive
        { "3" }     systemet gav ikkje det som trongst: ingen rett til å skrive, full disk, grense for filstorleik, ingen trådar
        { "4" }     feil i programmet
        { "130" }   avbrote; same kommando held fram
command-run = Køyr eit scenario under alle modellar og skriv resultata
    .example = Døme: bpasim run oslo --draws 512 --set price_response=0.2 --out oslo-test
command-merge = Set saman delar av ei køyring, eller rekn ut resultata på nytt frå trekkingar som er tekne vare på
    .example = Døme: bpasim merge output/national-shards/* --out output/national
command-report = Lag rapport og arbeidsbok på nytt av ei ferdig køyring, til dømes på eit anna språk
    .example = Døme: bpasim report output/national --lang nn --open
command-verify = Kontroller at ei mappe er slik ei køyring laga henne: kva filer som er endra, og korleis ho blir laga på nytt. Den som byter både filer og alle avtrykk, blir berre sedd med --repeat
    .example = Døme: bpasim verify output/national --repeat
command-compare = Samanlikn to køyringar: kva føresetnader som er ulike, og kva kvar av dei gjer med hovudtala
    .example = Døme: bpasim compare output/national mitt --shapley --out bro
command-decide = Køyr alt som viser kva som avgjer konklusjonen, og ta det inn i rapporten
    .example = Døme: bpasim decide national --out output/national
command-sensitivity = Finn kva som avgjer ein storleik: kva uvisse føresetnader som flyttar han, og kvar han snur
    .example = Døme: bpasim sensitivity national --of society_cost:B-zero --year total --method tornado,regression
command-backtest = Prøv modellen mot fortida: ville han ha treft det som hende?
    .example = Døme: bpasim backtest oslo national --lang nn
command-calibrate = Tilpass parametrar til kjende tal, og lag ein posterior som run --posterior trekkjer frå
    .example = Døme: bpasim calibrate national && bpasim run --posterior output/national-calibration
command-scenarios = List opp scenario og alternative strukturar, eller køyr alternativa side om side
    .example = Døme: bpasim scenarios national --grid --draws 256
command-cluster = Skriv ei jobbfil for eit køsystem: ei liste av delar, og samansetjinga som ventar på dei
    .example = Døme: bpasim cluster slurm national --draws 131072 --shards 64 > jobb.sh && bash jobb.sh
command-check = Les eit scenario og sei alt som er gale, eller kva det endrar
    .example = Døme: bpasim check mitt.toml
command-case = Rekn éin person utan tilfeldigheit, steg for steg
    .example = Døme: bpasim case --age 40 --need 60 --granted 45 --other-cost 300000 --relatives 1
command-trace = Følg éin simulert person år for år og regel for regel
    .example = Døme: bpasim trace national --draw 3 --pick refund --model B
command-describe = Forklar ein parameter, eit verkemiddel, ein modell, ein storleik eller eit scenario
    .example = Døme: bpasim describe timepris
command-import = Les inn eigne tal frå arbeidsbøker, CSV, SSB-filer og lister, og lag eit scenario av dei
    .example = Døme: bpasim import --template kommune.xlsx --units 3203, så bpasim import kommune.xlsx --out min-kommune
command-new = Skriv ut dei innebygde scenarioa med data, og eit eige på fem linjer å byrje med
    .example = Døme: bpasim new mappe && bpasim run mappe/min.toml
command-serve = Opne sida som kan vriast på, med programmet sin eigen motor bak: svar på ein augeblink, og rapport, arbeidsbok og tabellar av det du ser. Berre denne maskina når henne
    .example = Døme: bpasim serve --open
command-completions = Skriv fullføringsskript for eit skal
    .example = Døme: bpasim completions bash > ~/.local/share/bash-completion/completions/bpasim
command-licenses = Skriv lisensane til pakkane programmet er bygd av, med merknadene dei krev
    .example = Døme: bpasim licenses > lisensar.txt

## Val og argument
option-lang = Språk på skjerm og i meldingar: nb (bokmål, standard), nn (nynorsk) eller en (engelsk)
    .value = SPRÅK
option-scenario = national (standard), oslo, variants, sweden, example-mixed, example-own, eller ei fil
    .value = SCENARIO
option-sets = Endre ein parameter eller eit verkemiddel (kan takast opp att): price_response=0.2, financing.B.refund.rate=0.95
    .value = STI=VERDI
option-models = Berre desse modellane, alle samanlikna med kvarandre (nullalternativet er alltid med): A,B
    .value = MODELLAR
option-without = Set tal frå studiar betalte av ein part til nøytrale verdiar: commissioned
    .value = KVA
option-replicates = Uavhengige sett av personar for kvar trekking (standard: 1)
    .value = TAL
option-seed = Frø for alle tilfeldige tal (standard: 1)
    .value = TAL
option-sampling = Korleis parametrar blir trekte: sobol (jamt fordelte punkt, talet blir runda opp til ein potens av to; standard) eller random (uavhengig)
    .value = MÅTE
option-posterior = Ta parametrane frå posterioren av ei kalibrering: posterior.json, eller mappa han ligg i
    .value = FIL
option-accept_bad_fit = Bruk posterioren sjølv om kalibreringa ikkje lukkast; resultata blir merkte
option-years = Tal på år (standard: som i scenarioet)
    .value = TAL
option-mechanical = Rekn kvar trekking òg utan reaksjonar, ikkje berre 16 av kvar 256: mean_mechanical i summary.csv med alle trekkingar (dobbelt så lang tid)
option-municipality = Lag òg ei side om éin kommune, med nummer eller namn, ved sida av rapporten (kommune-NUMMER.html)
    .value = KOMMUNE
option-open = Opne rapporten når han er ferdig
option-host = Adressa det blir lytta på: 127.0.0.1 (standard) eller ::1
    .value = ADRESSE
option-port = Porten (standard: ein ledig)
    .value = PORT
option-serve-open = Opne sida i nettlesaren
option-csv = Tabellar for norske rekneark òg (semikolon, desimalkomma): nb
    .value = SPRÅK
option-docx = Rapporten som Word-dokument òg (report.docx), med felt utvalet kan fylle ut
option-no_live = Ingen reknemotor i rapporten: føresetnadene kan ikkje vriast på i han
option-threads = Tal på trådar (standard: alle kjernar)
    .value = TAL
option-out = Mappe for resultata (standard: output/SCENARIO, og ei eiga mappe for eigne føresetnader)
    .value = MAPPE
option-force = Skriv over eit eldre resultat utanfor standardmappa
option-no_report = Ingen rapport, figurar og arbeidsbok
option-quiet = Ingen framdrift og ingen tabell
option-page = Skriv ei side med tabellar og figurar, og tala, i denne mappa
    .value = MAPPE
option-json = For program: JSON i staden for tekst
option-no_progress = Ingen framdrift
option-draws = Tal på trekkingar av uvisse parametrar (standard: 1024; med --precision: høgst så mange, standard 131072)
    .value = TAL
option-precision = Hald fram til Monte Carlo-feilen for kvart hovudtal er under denne delen: 0.01
    .value = DEL
option-resume = Blir gjort uansett: same kommando held fram ei avbroten køyring der ho slapp
option-fresh = Start på nytt, og forkast ferdige trekkingar av ei avbroten køyring
option-repeat = Køyr på nytt òg, og samanlikn fingeravtrykket
option-keep_draws = Ta vare på alle trekkingar, i ei mappe ved sida av resultata (Parquet)
option-shard = Køyr berre ein del av trekkingane: 1/4, 2/4 … eller auto (plassen i ei jobbliste); merge set saman
    .value = DEL
option-fingerprint = Skriv eitt fingeravtrykk av alle resultata på siste linje
option-folders = Mapper frå run --shard eller run --keep-draws
    .value = MAPPER
option-merged_scenario = Fila til scenarioet, om ho no ligg ein annan stad
    .value = FIL
option-results = Mappa med resultata
    .value = MAPPE
option-first = Mappa med resultata av den første køyringa
    .value = MAPPE_A
option-second = Mappa med resultata av den andre
    .value = MAPPE_B
option-bridge_draws = Tal på trekkingar brua blir rekna på (standard: som i køyringane, høgst 64)
    .value = TAL
option-shapley = Gjennomsnitt over alle rekkjefølgjer endringane kan gjerast i, ikkje berre den som er lista (høgst 6 endringar)
option-of = Storleiken figuren viser (standard: state_net)
    .value = STORLEIK
option-compare-page = Skriv ei side med tabellar og figur i denne mappa
    .value = MAPPE
option-run_draws = Tal på trekkingar i køyringa, om ho ikkje er gjord (standard: 1024)
    .value = TAL
option-few_points = Tal på grunnpunkt for Sobol-indeksar av eit eige utval, eller 0 for ingen (standard: blir lesne av trekkingane i køyringa, med eit utval av 128 der det ikkje er nok)
    .value = TAL
option-own_criterion = Eige kriterium ved sida av dei vanlege, med vekter: municipality_net=1,state_net=0.5 (kan takast opp att)
    .value = KRITERIUM
option-figure = Storleiken det gjeld, med modell eller skilnad: society_cost:B-zero, state_net:B, unmet_hours:difference (kan takast opp att; standard: society_cost:difference)
    .value = STORLEIK
option-figure_year = Året det gjeld, eller total (standard: første året med full verknad)
    .value = ÅR
option-method = Kva analysar: tornado (standard), regression, sobol, evppi, breakeven, two-way, signs; fleire med komma
    .value = ANALYSAR
option-parameter = Parameter for breakeven og two-way (kan takast opp att)
    .value = PARAMETER
option-target = breakeven: verdien storleiken skal ha (standard: 0)
    .value = TAL
option-range = breakeven: verdiane til parameteren, frå og til: 0,500 (standard: 1. til 99. persentil)
    .value = FRÅ,TIL
option-analysis_draws = Tal på trekkingar, der tornado, breakeven og two-way simulerer kvar verdi (standard: dei blir lesne av 1024 trekkingar, tornado åleine av 256; regression og evppi 1024)
    .value = TAL
option-points = sobol: tal på grunnpunkt i eit eige utval, minst 64 (standard: blir lesne av trekkingane, med eit utval av 1024 der det ikkje er nok)
    .value = TAL
option-second_order = sobol: òg det to parametrar gjer berre saman
option-groups = sobol: grupper av parametrar, ikkje kvar for seg
option-criterion = evppi: det valet blir målt på: society_cost (standard), public_net, eller vekter: municipality_net=1,state_net=0.5 (kan takast opp att)
    .value = KRITERIUM
option-tests = Kva som blir prøvd: oslo (brukarar og timar), national (brukarar i to utgåver), refund (rekneskapen for heile toppfinansieringa); alle om ingen er nemnde
    .value = PRØVE
option-backtest_draws = Tal på trekkingar i kvar framskriving (standard: 512)
    .value = TAL
option-into = Ta prøva inn i rapporten for ei ferdig køyring, i staden for i ei eiga mappe
    .value = MAPPE
option-targets = Eigen tabell over mål (CSV), i staden for den innebygde, som gjeld heile landet frå 2024
    .value = FIL
option-fitted = Tilpass denne parameteren òg (kan takast opp att); FRÅ..TIL gjer ein fast parameter uviss: other_services_cost_mean=300000..600000
    .value = PARAMETER
option-weighted_draws = Tal på vekta trekkingar (standard: 2048)
    .value = TAL
option-rows = Tal på parametersett i posterioren (standard: 1000)
    .value = TAL
option-grid = Køyr scenarioet under alle alternative strukturar, side om side
option-alternatives = Eiga liste av alternativ (TOML), i staden for den innebygde
    .value = FIL
option-grid_draws = Tal på trekkingar for kvart alternativ (standard: 64 til 256, så mange som eigen feil krev)
    .value = TAL
option-scheduler = slurm eller kubernetes
    .value = KØSYSTEM
option-shards = Tal på delar køyringa skal fordelast på
    .value = TAL
option-all_draws = Tal på trekkingar av uvisse parametrar i alt
    .value = TAL
option-cores = Kjernar til kvar del (standard: 2)
    .value = TAL
option-program = Programmet der jobbane køyrer (standard: dette, eller bpasim i kubernetes)
    .value = FIL
option-image = Kubernetes: biletet programmet ligg i (standard: bpasim:latest)
    .value = BILETE
option-claim = Kubernetes: volumet alle delane deler (standard: bpasim)
    .value = VOLUM
option-age = Alder i året
    .value = ÅR
option-need = Behov, timar per veke
    .value = TIMAR
option-granted = Innvilga timar per veke i nullalternativet i basisåret
    .value = TIMAR
option-other_cost = Kostnad til andre tenester medan BPA går, kroner i året i kronene til basisåret (standard: 0)
    .value = KR
option-intellectual = Registrert psykisk utviklingshemming
option-rapid = Sjukdom som utviklar seg raskt
option-relatives = Tal på pårørande som hjelper (standard: 0)
    .value = TAL
option-year = Året som prisar, innslagspunkt og innstramming gjeld for (standard: basisåret)
    .value = ÅR
option-vacancy = Del av innvilga timar som aldri blir bemanna (standard: parameteren)
    .value = DEL
option-break_weeks = Veker utan assistentar i året (standard: 0)
    .value = VEKER
option-waiting_months = Månader av året før BPA starta (standard: 0)
    .value = MÅNADER
option-need_before = Behovet året før, timar per veke (standard: det same)
    .value = TIMAR
option-zone = Sone for arbeidsgivaravgift: 1 (standard), 1a, 2, 3, 4, 4a, 5
    .value = SONE
option-case-scenario = Scenario som parametrar og modellar blir henta frå
    .value = SCENARIO
option-case-json = Skriv tala uavrunda som JSON
option-draw = Nummeret på trekkinga, frå 0 (standard: 0)
    .value = NUMMER
option-replicate = Nummeret på settet av personar, frå 0 (standard: 0)
    .value = NUMMER
option-person = Personen: eining/bpa, pool eller ankomstår/aldersgruppe/nummer, til dømes 0301/pool/18-49/7
    .value = PERSON
option-pick = Finn nokon det er verdt å sjå på: refund, unmet, relatives, exit, break, transition eller models
    .value = HENDING
option-model = Berre denne modellen
    .value = MODELL
option-trace-json = Skriv tala uavrunda som JSON
option-id = Parameter, verkemiddel (refund.rate), modell, storleik eller scenario, eller ord å leite etter (timepris); utan namn: alt med verdiar
    .value = NAMN
option-describe-scenario = Scenario det blir henta frå
    .value = SCENARIO
option-dir = Mappa som skal lagast
    .value = MAPPE
option-shell = bash, zsh, fish, elvish eller powershell
    .value = SKAL
option-import_files = Filer som blir lesne: xlsx, xls, ods, CSV, JSON-stat 2, px
    .value = FILER
option-template = Skriv eit skjema som kan fyllast ut, og ikkje noko meir
    .value = FIL
option-where_ = Vis kvar SSB-tabellane blir lagra for hand; programmet går aldri på nettet
option-as_kind = Kva tabellen gjeld: population, recipients, hours, costs, persons (standard: blir gissa av overskriftene)
    .value = KVA
option-sheet = Arket som blir lese
    .value = ARK
option-import_year = Året tala gjeld (31. desember), om fila ikkje seier det eller har fleire
    .value = ÅR
option-map = Kva ei kolonne er, kva ein delt kommune vart, eller kva aldrar som skal delast som i landet (kan gjentakast): "Talet på brukarar=recipients_18_49", 1507=1508, 67+=share
    .value = OVERSKRIFT=NAMN
option-import_units = Kommunar i skjemaet, eller den eine som alle linjer gjeld: 3203,Asker
    .value = KOMMUNAR
option-published = Tala er offentlege: små tal blir ikkje skjulte
option-growth = Årleg vekst i talet på brukarar, til å føre tala til basisåret: 0.04
    .value = DEL
option-import_out = Ny eller tom mappe for scenarioet
    .value = MAPPE

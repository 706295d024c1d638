# Meldinger om kjøringer, analyser og filer.

## Feil
problem-found = ; funnet: { $found }
problem-allowed = ; tillatt: { $allowed }
problem-nearest = ; mente du «{ $nearest }»?
more-problems = … og { $more } feil til
paused = Avbrutt. Det som er simulert, er tatt vare på; samme kommando fortsetter der den slapp.
interrupted = Avbrutt. Ingenting er skrevet.
interrupted-kept = Avbrutt. Ingen resultater er skrevet; { $kept } ferdige trekninger er tatt vare på. Samme kommando fortsetter der den slapp.
interrupted-results-stand = Avbrutt. Resultatene var skrevet, og står i { $at }.

## Ferdige trekninger på disk
not-a-folder-of-draws = er ingen mappe med trekninger fra bpasim
path-does-not-exist = finnes ikke
folders-of-draws = mapper fra run --shard eller run --keep-draws
belongs-to-other-number-of-draws = hører til en kjøring med et annet antall trekninger
no-folders = ingen mapper
draws-twice = trekningene er der to ganger
draws-outside-run = trekningene ligger utenfor kjøringen
draws-are-missing = trekningene { $from } til { $to } mangler
outside-draws-to-run = ligger utenfor trekningene som nå skal kjøres
draws-of-another-run = det ligger trekninger fra en annen kjøring der; bruk --force for å erstatte dem
exists-without-draws = finnes og er ingen mappe med trekninger fra bpasim; ingenting der blir rørt
folder-in-use = en annen kjøring skriver til mappa nå; vent til den er ferdig, eller velg en annen med --out
damaged-or-foreign = er skadet eller ikke fra bpasim
belongs-to-another-run = hører til en annen kjøring (scenario, forutsetninger, posterior eller frø er ikke de samme)
disk-full = Disken er full; { $at } kunne ikke skrives. Rydd plass; samme kommando fortsetter der den slapp
path-cannot-be-written = { $at } kan ikke skrives
file-size-limit = { $at } ble større enn grensen for filer tillater (ulimit -f). Hev grensen; samme kommando fortsetter der den slapp
not-enough-room = det er ikke plass til trekningene: de trenger om lag { $needed } GiB, og { $room } GiB er ledig
make-room = færre trekninger, mer plass, eller et annet sted med --out
draws-are-kept = { $kept } ferdige trekninger er tatt vare på; når det over er ordnet, fortsetter samme kommando der den slapp
fresh-or-elsewhere = --fresh starter på nytt og forkaster de ferdige trekningene der; --out velger et annet sted
work-folder-not-own = er en lenke eller tilhører en annen bruker, og brukes ikke; flytt den, eller velg et annet sted med --out
lock-not-a-file = er ingen vanlig fil, og røres ikke; flytt den, eller velg et annet sted med --out
came-into-being = kom til mens kommandoen gikk, og blir ikke rørt; flytt den, eller velg et annet sted med --out
file-in-the-way = står der utkastet til filen skal stå, og blir ikke rørt; flytt den
swap-finished = En tidligere kommando ble stoppet mens den skrev til { $at }; det er gjort ferdig nå.
swap-taken-back = En tidligere kommando ble stoppet før alt var klart for { $at }; utkastet er tatt bort, og det som sto der, står.
edited-set-aside = En fil var redigert etter at bpasim skrev den. Den er tatt vare på som { $at }.
system-permission-denied = du har ikke tilgang; be eieren om rett til det, eller velg et annet sted
system-not-found = det finnes ikke; se etter skrivefeil i navnet
system-name-too-long = navnet er for langt; velg et kortere
system-not-a-folder = noe på veien dit er en fil og ingen mappe; velg et annet sted
system-is-a-folder = det er en mappe og ingen fil; velg et annet navn
system-read-only = disken kan bare leses; velg et annet sted
system-already-exists = det står noe der fra før; flytt det
system-disk-full = disken er full; rydd plass
system-file-too-large = filen blir større enn det er lov til; se ulimit -f
system-out-of-memory = maskinen har ikke minne nok; lukk andre programmer, eller be om mindre
system-busy = noe annet bruker det; vent, og prøv igjen
system-unsupported = disken kan ikke dette; velg et annet sted
system-circle-of-links = lenkene peker på hverandre i ring; rett dem
link-leads-nowhere = er en lenke til noe som ikke finnes; lag det den peker på, eller ta bort lenken
damaged-table = er skadet, eller er en annen tabell enn ventet; hent den fra en kopi, eller kjør på nytt
gaps-in-job-array = numrene i jobbrekken har ulike mellomrom, så hvilken del dette er kan ikke leses av dem; bruk en rekke uten hull (--array=1-N), eller skriv delen selv (--shard 1/3)
leftover-set-aside = Noe som bpasim ikke har skrevet, eller som var redigert, sto der en kommando ble stoppet. Det er tatt vare på i { $at }.
foreign-in-work-folder = er ikke skrevet av bpasim, og står der programmet arbeider mens en kommando går; flytt det, eller velg et annet sted med --out
changed-list-not-replaced = er endret etter kjøringen, eller fra en eldre utgave, og kan ikke si hva i mappen som er programmets; flytt mappen, velg et annet sted med --out, eller bruk --force (filer med samme navn blir da tatt vare på under nye)
own-folder = Andre forutsetninger enn i standardmappen: resultatene legges i { $at }.
replaces-other-model = Resultatet i { $at } er fra modell { $older } og erstattes av modell { $newer }.
nothing-beside = er et eget filsystem, og trekningene kan ikke legges ved siden av; velg en mappe i det med --out
internal-fault = FEIL I PROGRAMMET, ikke i det du ba om. Ferdige trekninger er tatt vare på, og ingenting er halvskrevet. Meld fra med kommandoen og dette: { $what }
precision-missed = Resultatene er skrevet, men nøyaktigheten er ikke nådd; flere trekninger trengs (--draws).
has-been-renamed = har fått et annet navn
other-content = har et annet innhold enn ventet
made-by-another-model = er laget av en annen utgave av modellen enn dette programmet har, og tallene kan ikke brukes sammen; kjør på nytt med dette programmet, eller bruk programmet som laget det
damaged-content = er skadet: innholdet er ikke det som ble skrevet. Slett mappa med delen og kjør samme kommando igjen
written-in-another-format = er skrevet i et annet format enn dette programmet leser: id-er og kolonner er ikke de samme. Kjør på nytt med dette programmet, eller bruk versjonen som skrev det
missing-or-unreadable = mangler eller kan ikke leses
chunk-of-another-run = hører til en annen kjøring (scenario, forutsetninger eller frø er ikke de samme)

## Simuleringen
too-many-for-sobol = for mange for --sampling sobol, som ikke har flere punkter
draws-balanced = { $asked } trekninger er gjort om til { $draws }: jevnt fordelte punkter dekker jevnt bare i potenser av to. Med --sampling random kan antallet være et hvilket som helst.
amounts-too-large = beløpene i trekning { $draw } er for store til å telles; prøv mindre verdier
below-kroner = under { $limit } kr

## Validering
miss = bom
not-applicable = ikke relevant her
row-cannot-be-read = raden kan ikke leses
unknown-target = ukjent mål

## Kalibrering
not-a-posterior = er ingen posterior fra bpasim calibrate, eller er skadet
unknown-file-version = ukjent utgave av filen
posterior-of-another-scenario = posterioren er laget for et annet scenario eller andre forutsetninger
calibration-without-figure = KALIBRERINGEN LYKTES IKKE: modellen har ikke noe tall for målet { $id }. Ingenting er skrevet.
calibration-without-draw = KALIBRERINGEN LYKTES IKKE: ingen trekning har tall for alle målene. Ingenting er skrevet.
is-there-twice = står to ganger
invalid-year = ugyldig år
unknown-word = ukjent ord
invalid-number = ugyldig tall
a-number = et tall
a-number-above-zero = et tall over 0
counts-real-persons = teller virkelige personer i dette scenarioet, og kunne røpet små tall
unknown-yearly-outcome = ukjent årlig størrelse
invalid-range = ugyldig område
shipped-targets-elsewhere = de innebygde målene gjelder hele landet fra 2024; dette scenarioet trenger egne
a-table-of-targets = en tabell som scenarios/data/calibration_targets.csv (bpasim new skriver den ut)
fixed-and-needs-range = er fast i scenarioet, og trenger et område å søke i
range-of-id = { $id }=FRA..TIL
nothing-to-calibrate = ingen uviss parameter er merket calibrated i scenarioet
bad-fit = kalibreringen lyktes ikke, og posterioren brukes ikke. { $why }
accept-bad-fit = --accept-bad-fit, og resultatene blir merket
not-the-posterior-of-draws = er ikke posterioren som trekningene er laget av
not-with-posterior = kan ikke brukes sammen med --posterior, som har ferdige parametersett og ingen fordelinger å spre punkter i

## Filer
result-needs-own-folder = resultatet trenger en egen mappe under den du står i, eller et annet sted
file-and-no-folder = er en fil, ikke en mappe
folder-exists-without-result = mappa finnes og er ikke et resultat fra bpasim; ingenting der blir rørt. Velg en annen med --out
result-of-another-run = det ligger et resultat fra en annen kjøring der; bruk --force for å erstatte det
result-of-an-earlier-command = det ligger resultater fra en tidligere kommando der; bruk --force for å erstatte dem, eller velg en annen mappe
ordered-earlier-gone = Fjernet, siden det ble laget av forrige resultat og ikke er bestilt nå: { $names }
run-stands-finished = Denne kjøringen står ferdig i { $at }, og er ikke regnet på nytt (--fresh gjør det). Rapport og andre filer er laget på nytt av tabellene.
illegal-file-name = ugyldig filnavn
not-written-by-bpasim = er ikke skrevet av bpasim og blir ikke overskrevet; flytt den
table-cannot-be-written = En tabell kan ikke skrives
workbook-cannot-be-written = Arbeidsboka kan ikke skrives; --no-report lar den være
workbook-needs-threads = Arbeidsboka kan ikke lages, fordi systemet ikke gir flere tråder. --no-report lar rapport og arbeidsbok være; ellers må grensen for prosesser (ulimit -u) eller minne (ulimit -v) heves
parameters-from-posterior = parameterne i kjøringen kommer fra en posterior, og analysen flytter dem over fordelingene i scenarioet
unknown-outcome = ukjent størrelse
invalid-weight = ugyldig vekt
not-an-amount = er ikke et beløp i kroner
draws-not-kept = trekningene er ikke beholdt
folder-or-scenario = en mappe fra run --keep-draws, eller et scenario
draws-of-other-run = trekningene hører til en annen kjøring enn resultatene; kjør på nytt med --keep-draws
run-list-damaged = er skadet: innholdet er avkortet eller overskrevet. Kjør på nytt; tabellene i mappa kan ikke leses uten den
missing-or-damaged = mangler eller er skadet; kjør på nytt

## Sammenligning
too-many-changes = for mange endringer
at-most-with-shapley = høyst { $limit }; uten --shapley er det ingen grense
more-than-runs-have = flere enn kjøringene har
posterior-not-by-steps = parameterne kommer fra en posterior, som ikke kan skiftes ut ett steg om gangen
scenario-or-data-changed = scenarioet eller dataene er endret siden kjøringen
runs-cannot-be-compared = kjøringene kan ikke sammenlignes: { $why }
two-runs-that-differ = to kjøringer med noe ulikt, som run --set
assumptions-are-the-same = forutsetningene er like
correlations-or-price-years = korrelasjoner eller prisår er ulike, og kan ikke deles i trinn
different-seeds = ulike frø, så trekningene er ikke de samme
different-sets-of-persons = ulikt antall sett av personer
different-years = ulike år
different-municipalities-or-recipients = ulike kommuner eller brukertall
different-models = ulike modeller; velg de samme med --models

## Kjøringer
scenario-changed = scenarioet er endret siden trekningene ble laget
own-file-changed = filen er endret siden kjøringen
own-file-not-found = finner ikke filen som kjøringen ble laget av
where-own-files-lie = filen i mappen kommandoen kjøres fra, i en mappe rett under den, eller i en mappe rundt resultatene (merge: --scenario FIL)
not-a-folder-of-results = er ikke en mappe med resultater fra bpasim
folder-of-results = mappen som run skrev, for eksempel output/national
changed-after-run = er endret etter kjøringen, og brukes ikke; bpasim verify MAPPE viser hva som er endret
list-without-hash = har ikke noe avtrykk av seg selv: den er endret, eller fra en eldre utgave av programmet; kjør på nytt
analyses-cannot-be-written = Analysene kan ikke skrives
invalid-value = ugyldig verdi
share-such-as = en andel mellom 0.000001 og 1, for eksempel 0.01
must-be-at-least-one = må være minst 1
number-out-of-range = ulovlig antall
range-because = { $range } ({ $why })
why-regression = regresjonen trenger { $draws }: tre for hver av de { $parameters } usikre forutsetningene, og tre til
why-worth = verdien av å vite trenger { $draws }
why-kept-draws = alle nye holdes i minnet samtidig; for flere: run --keep-draws, og så mappen i stedet for scenarioet
why-one-draw = uten trekninger finnes det ingen tall
why-in-memory = alle holdes i minnet samtidig
why-fifth = med færre enn { $draws } har båndet ingen 5-prosentil
why-forecasts = flere endrer ikke båndene: de viser uvissheten, ikke feilen i beregningen
why-points = med færre punkter er indeksene ikke til å stole på
why-sequence = tallfølgen punktene tas fra, har ikke flere
why-rounds = hver av { $rounds } runder trenger { $draws }: tre for hver av de { $parameters } usikre forutsetningene, og tre til
why-one-row = uten rader er det ingen posterior å trekke fra
why-rows = flere rader gjentar de samme parametersettene
why-slices = hver del trenger minst én trekning
why-array = køsystemer tar ikke lengre jobbrekker uten at de er satt opp til det
why-numbered = nummeret på en trekning eller et sett av personer har 32 biter
cannot-start-threads = Kan ikke starte tråder. --threads 1 trenger færrest; ellers må grensen for prosesser (ulimit -u) eller minne (ulimit -v) heves
addresses-too-few = Grensen for adresserom (ulimit -v) må være minst { $mib } MiB
is-too-large = er for stort
run-too-large = kjøringen får ikke plass i minnet: den trenger om lag { $needed } GiB, og { $room } GiB er ledig ({ $size })
run-of-size = { $models } modeller, { $units } kommuner eller bydeler, { $draws } trekninger, { $threads } tråder
memory-is-scarce = Kjøringen trenger om lag { $needed } GiB minne, og { $room } GiB er ledig: den kan bli langsom eller stoppet av systemet. Færre modeller (--models), færre tråder (--threads) eller --no-report trenger mindre.
draws-on-disk = trekninger på disk (bpasim run)
fewer-draws = færre trekninger (--draws)
slices-and-merge = deler her (--shard), og bpasim merge på en maskin med mer minne
fewer-models = færre modeller (--models)
larger-machine = en maskin med mer minne
two-way-needs-two = two-way trenger to
not-uncertain = er ikke usikker i scenarioet
breakeven-with-range = breakeven med --range FRA,TIL
outside-allowed = utenfor det tillatte
too-many-figures = for mange størrelser på en gang
more-slices-than-draws = det er flere deler enn trekninger, og denne delen har ingen
scenario-with-real-persons = scenarioet har små tall for virkelige personer, og trekningene ville røpet dem
country-of-few-persons = alle tall for dette scenarioet er skjult: ingen kommune i det har nok virkelige personer til at noe kan vises
if-counts-are-published = observed_persons = false under [scenario], dersom antallene er publisert
persons-would-tell = scenarioet har små tall for virkelige personer, og en person med navn ville røpet hvor mange det er
small-counts-will-be-hidden = Antallene regnes som virkelige personer: små tall blir skjult i alt som skrives og vises, og det regnes med andre antall i stedet for dem. Er de publisert, settes observed_persons = false under [scenario].
below-limit = under { $limit }
happens-to-nobody = det hender ingen i denne trekningen
no-such-person = ingen slik person i denne trekningen
persons-such-as = for eksempel { $example }; { $alike } personer i { $unit }
person-form = enhet/bpa, pool eller ankomstår/aldersgruppe/nummer, eller --pick refund

## Rapporten
report-not-written = rapporten skrives ikke: den skal vise dette for alle modeller, og kjøringen mangler det

## Etterprøving
year-and-number-above-zero = et år og et tall over 0

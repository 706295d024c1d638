# Meldinger om kjøringer, analyser og filer.

## Feil
problem-found = ; funnet: { $found }
problem-allowed = ; tillatt: { $allowed }
problem-nearest = ; mente du «{ $nearest }»?
more-problems = … og { $more } feil til
paused = Avbrutt. Det som er simulert, er tatt vare på; samme kommando fortsetter der den slapp.
interrupted = Avbrutt. Ingenting er skrevet.
interrupted-kept = Avbrutt. Ingen resultater er skrevet; { $kept } ferdige trekninger er tatt vare på. Fortsett med samme kommando og --resume.

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
disk-full = Disken er full; { $at } kunne ikke skrives. Rydd plass og fortsett med --resume
path-cannot-be-written = { $at } kan ikke skrives
has-been-renamed = har fått et annet navn
other-content = har et annet innhold enn ventet
made-by-another-model = er laget av en annen utgave av modellen enn dette programmet har, og tallene kan ikke brukes sammen; kjør på nytt med dette programmet, eller bruk programmet som laget det
written-in-another-format = er skrevet i et annet format enn dette programmet leser: id-er og kolonner er ikke de samme. Kjør på nytt med dette programmet, eller bruk versjonen som skrev det
damaged-content = er skadet: innholdet er ikke det som ble skrevet. Slett mappa med delen og kjør den på nytt med --resume
missing-or-unreadable = mangler eller kan ikke leses
chunk-of-another-run = hører til en annen kjøring (scenario, forutsetninger eller frø er ikke de samme)

## Simuleringen
too-many-for-sobol = for mange for --sampling sobol
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
posterior-cannot-be-read = --posterior: { $name } kan ikke leses
not-with-posterior = kan ikke brukes sammen med --posterior, som har ferdige parametersett og ingen fordelinger å spre punkter i

## Filer
result-needs-own-folder = resultatet trenger en egen mappe under den du står i, eller et annet sted
file-and-no-folder = er en fil, ikke en mappe
folder-exists-without-result = mappa finnes og er ikke et resultat fra bpasim; ingenting der blir rørt. Velg en annen med --out
result-of-another-run = det ligger et resultat fra en annen kjøring der; bruk --force for å erstatte det
illegal-file-name = ugyldig filnavn
not-written-by-bpasim = er ikke skrevet av bpasim og blir ikke overskrevet; flytt den
disk-full-for-results = Disken er full; resultatene kunne ikke skrives til { $at }. Rydd plass; run fortsetter med --resume
results-cannot-be-written = Resultatene kan ikke skrives til { $at }
table-cannot-be-read = En tabell kan ikke leses
table-cannot-be-written = En tabell kan ikke skrives
workbook-cannot-be-written = Arbeidsboka kan ikke skrives
parameters-from-posterior = parameterne i kjøringen kommer fra en posterior, og analysen flytter dem over fordelingene i scenarioet
unknown-outcome = ukjent størrelse
invalid-weight = ugyldig vekt
not-an-amount = er ikke et beløp i kroner
draws-not-kept = trekningene er ikke beholdt
folder-or-scenario = en mappe fra run --keep-draws, eller et scenario
draws-of-other-run = trekningene hører til en annen kjøring enn resultatene; kjør på nytt med --keep-draws
missing-or-damaged = mangler eller er skadet; kjør på nytt

## Sammenligning
too-many-changes = for mange endringer
at-most-with-shapley = høyst { $limit }; uten --shapley er det ingen grense
more-than-runs-have = flere enn kjøringene har
posterior-not-by-steps = parameterne kommer fra en posterior, som ikke kan skiftes ut ett steg om gangen
scenario-or-data-changed = scenarioet eller dataene er endret siden kjøringen
runs-cannot-be-compared = kjøringene kan ikke sammenlignes: { $why }
assumptions-are-the-same = forutsetningene er like
correlations-or-price-years = korrelasjoner eller prisår er ulike, og kan ikke deles i trinn
different-seeds = ulike frø, så trekningene er ikke de samme
different-sets-of-persons = ulikt antall sett av personer
different-years = ulike år
different-municipalities-or-recipients = ulike kommuner eller brukertall
different-models = ulike modeller; velg de samme med --models

## Kjøringer
scenario-changed = scenarioet er endret siden trekningene ble laget
not-a-folder-of-results = er ikke en mappe med resultater fra bpasim
folder-of-results = mappen som run skrev, for eksempel output/national
changed-after-run = er endret etter kjøringen, og brukes ikke
analyses-cannot-be-written = Analysene kan ikke skrives
invalid-value = ugyldig verdi
share-such-as = en andel mellom 0.000001 og 1, for eksempel 0.01
must-be-at-least-one = må være minst 1
number-out-of-range = ulovlig antall
cannot-start-threads = kan ikke starte tråder
is-too-large = er for stort
run-too-large = kjøringen er for stor: den trenger om lag { $gib } GiB minne
at-most-gib = høyst { $gib } GiB
two-way-needs-two = two-way trenger to
not-uncertain = er ikke usikker i scenarioet
breakeven-with-range = breakeven med --range FRA,TIL
outside-allowed = utenfor det tillatte
too-many-figures = for mange størrelser på en gang
more-slices-than-draws = det er flere deler enn trekninger, og denne delen har ingen
scenario-with-real-persons = scenarioet har små tall for virkelige personer, og trekningene ville røpet dem
country-of-few-persons = alle tall for dette scenarioet er skjult: de gjelder færre enn fem virkelige personer, eller ville røpet så små tall
if-counts-are-published = observed_persons = false under [scenario], dersom antallene er publisert
persons-would-tell = scenarioet har små tall for virkelige personer, og en person med navn ville røpet hvor mange det er
small-counts-will-be-hidden = Antallene regnes som virkelige personer: små tall blir skjult i alt som skrives og vises. Er de publisert, settes observed_persons = false under [scenario].
below-limit = under { $limit }
happens-to-nobody = det hender ingen i denne trekningen
no-such-person = ingen slik person i denne trekningen
persons-such-as = for eksempel { $example }; { $alike } personer i { $unit }
person-form = enhet/bpa, pool eller ankomstår/aldersgruppe/nummer, eller --pick refund

## Rapporten
report-not-written = rapporten skrives ikke: den skal vise dette for alle modeller, og kjøringen mangler det

## Etterprøving
year-and-number-above-zero = et år og et tall over 0

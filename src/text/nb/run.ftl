# Meldinger om kjøringer, analyser og filer.

## Feil
problem-found = ; funnet: { $found }
problem-allowed = ; tillatt: { $allowed }
problem-nearest = ; mente du «{ $nearest }»?
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
has-no-targets = har ingen mål
invalid-year = ugyldig år
unknown-word = ukjent ord
invalid-number = ugyldig tall
a-number = et tall
a-number-above-zero = et tall over 0
counts-real-persons = teller virkelige personer i dette scenarioet, og kunne røpet små tall
unknown-yearly-outcome = ukjent årlig størrelse

# Meldingar om køyringar, analysar og filer.

## Feil
problem-found = ; funne: { $found }
problem-allowed = ; tillate: { $allowed }
problem-nearest = ; meinte du «{ $nearest }»?
paused = Avbrote. Det som er simulert, er teke vare på; same kommando held fram der han slapp.
interrupted = Avbrote. Ingenting er skrive.
interrupted-kept = Avbrote. Ingen resultat er skrivne; { $kept } ferdige trekkingar er tekne vare på. Hald fram med same kommando og --resume.

## Ferdige trekkingar på disk
not-a-folder-of-draws = er inga mappe med trekkingar frå bpasim
path-does-not-exist = finst ikkje
folders-of-draws = mapper frå run --shard eller run --keep-draws
belongs-to-other-number-of-draws = høyrer til ei køyring med eit anna tal på trekkingar
no-folders = ingen mapper
draws-twice = trekkingane er der to gonger
draws-outside-run = trekkingane ligg utanfor køyringa
draws-are-missing = trekkingane { $from } til { $to } manglar
outside-draws-to-run = ligg utanfor trekkingane som no skal køyrast
draws-of-another-run = det ligg trekkingar frå ei anna køyring der; bruk --force for å erstatte dei
exists-without-draws = finst og er inga mappe med trekkingar frå bpasim; ingenting der blir rørt
folder-in-use = ei anna køyring skriv til mappa no; vent til ho er ferdig, eller vel ei anna med --out
damaged-or-foreign = er skadd eller ikkje frå bpasim
belongs-to-another-run = høyrer til ei anna køyring (scenario, føresetnader, posterior eller frø er ikkje dei same)
disk-full = Disken er full; { $at } kunne ikkje skrivast. Rydd plass og hald fram med --resume
path-cannot-be-written = { $at } kan ikkje skrivast
has-been-renamed = har fått eit anna namn
other-content = har eit anna innhald enn venta
made-by-another-model = er laga av ei anna utgåve av modellen enn dette programmet har, og tala kan ikkje brukast saman; køyr på nytt med dette programmet, eller bruk programmet som laga det

damaged-content = er skadd: innhaldet er ikkje det som blei skrive. Slett mappa med delen og køyr den på nytt med --resume
missing-or-unreadable = manglar eller kan ikkje lesast
chunk-of-another-run = høyrer til ei anna køyring (scenario, føresetnader eller frø er ikkje dei same)

## Simuleringa
too-many-for-sobol = for mange for --sampling sobol
amounts-too-large = beløpa i trekking { $draw } er for store til å teljast; prøv mindre verdiar
below-kroner = under { $limit } kr

## Validering
miss = bom
not-applicable = ikkje relevant her
row-cannot-be-read = rada kan ikkje lesast
unknown-target = ukjent mål

## Kalibrering
not-a-posterior = er ingen posterior frå bpasim calibrate, eller er skadd
unknown-file-version = ukjend utgåve av fila
posterior-of-another-scenario = posterioren er laga for eit anna scenario eller andre føresetnader
calibration-without-figure = KALIBRERINGA LUKKAST IKKJE: modellen har ikkje noko tal for målet { $id }. Ingenting er skrive.
calibration-without-draw = KALIBRERINGA LUKKAST IKKJE: inga trekking har tal for alle måla. Ingenting er skrive.
is-there-twice = står to gonger
has-no-targets = har ingen mål
invalid-year = ugyldig år
unknown-word = ukjent ord
invalid-number = ugyldig tal
a-number = eit tal
a-number-above-zero = eit tal over 0
counts-real-persons = tel verkelege personar i dette scenarioet, og kunne røpt små tal
unknown-yearly-outcome = ukjend årleg storleik

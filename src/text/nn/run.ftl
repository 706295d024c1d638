# Meldingar om køyringar, analysar og filer.

## Feil
problem-found = ; funne: { $found }
problem-allowed = ; tillate: { $allowed }
problem-nearest = ; meinte du «{ $nearest }»?
more-problems = … og { $more } feil til
paused = Avbrote. Det som er simulert, er teke vare på; same kommando held fram der han slapp.
interrupted = Avbrote. Ingenting er skrive.
interrupted-kept = Avbrote. Ingen resultat er skrivne; { $kept } ferdige trekkingar er tekne vare på. Same kommando held fram der ho slapp.
interrupted-results-stand = Avbrote. Resultata var skrivne, og står i { $at }.

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
disk-full = Disken er full; { $at } kunne ikkje skrivast. Rydd plass; same kommando held fram der ho slapp
path-cannot-be-written = { $at } kan ikkje skrivast
file-size-limit = { $at } blei større enn grensa for filer tillèt (ulimit -f). Hev grensa; same kommando held fram der ho slapp
not-enough-room = det er ikkje plass til trekkingane: dei treng om lag { $needed } GiB, og { $room } GiB er ledig
make-room = færre trekkingar, meir plass, eller ein annan stad med --out
draws-are-kept = { $kept } ferdige trekkingar er tekne vare på; når det over er ordna, held same kommando fram der ho slapp
fresh-or-elsewhere = --fresh startar på nytt og forkastar dei ferdige trekkingane der; --out vel ein annan stad
work-folder-not-own = er ei lenkje eller høyrer til ein annan brukar, og blir ikkje brukt; flytt henne, eller vel ein annan stad med --out
lock-not-a-file = er inga vanleg fil, og blir ikkje rørt; flytt henne, eller vel ein annan stad med --out
came-into-being = kom til medan kommandoen gjekk, og blir ikkje rørt; flytt henne, eller vel ein annan stad med --out
file-in-the-way = står der utkastet til fila skal stå, og blir ikkje rørt; flytt henne
swap-finished = Ein tidlegare kommando blei stoppa medan han skreiv til { $at }; det er gjort ferdig no.
swap-taken-back = Ein tidlegare kommando blei stoppa før alt var klart for { $at }; utkastet er teke bort, og det som stod der, står.
edited-set-aside = Ei fil var redigert etter at bpasim skreiv henne. Ho er teken vare på som { $at }.
system-permission-denied = du har ikkje tilgang; be eigaren om rett til det, eller vel ein annan stad
system-not-found = det finst ikkje; sjå etter skrivefeil i namnet
system-name-too-long = namnet er for langt; vel eit kortare
system-not-a-folder = noko på vegen dit er ei fil og inga mappe; vel ein annan stad
system-is-a-folder = det er ei mappe og inga fil; vel eit anna namn
system-read-only = disken kan berre lesast; vel ein annan stad
system-already-exists = det står noko der frå før; flytt det
system-disk-full = disken er full; rydd plass
system-file-too-large = fila blir større enn det er lov til; sjå ulimit -f
system-out-of-memory = maskina har ikkje minne nok; lukk andre program, eller be om mindre
system-busy = noko anna bruker det; vent, og prøv igjen
system-unsupported = disken kan ikkje dette; vel ein annan stad
system-circle-of-links = lenkjene peikar på kvarandre i ring; rett dei
link-leads-nowhere = er ei lenkje til noko som ikkje finst; lag det ho peikar på, eller ta bort lenkja
damaged-table = er skadd, eller er ein annan tabell enn venta; hent henne frå ein kopi, eller køyr på nytt
gaps-in-job-array = nummera i jobbrekkja har ulike mellomrom, så kva del dette er kan ikkje lesast av dei; bruk ei rekkje utan hol (--array=1-N), eller skriv delen sjølv (--shard 1/3)
leftover-set-aside = Noko som bpasim ikkje har skrive, eller som var redigert, stod der ein kommando blei stoppa. Det er teke vare på i { $at }.
foreign-in-work-folder = er ikkje skrive av bpasim, og står der programmet arbeider medan ein kommando går; flytt det, eller vel ein annan stad med --out
changed-list-not-replaced = er endra etter køyringa, eller frå ei eldre utgåve, og kan ikkje seie kva i mappa som er programmet sitt; flytt mappa, vel ein annan stad med --out, eller bruk --force (filer med same namn blir då tekne vare på under nye)
own-folder = Andre føresetnader enn i standardmappa: resultata blir lagde i { $at }.
replaces-other-model = Resultatet i { $at } er frå modell { $older } og blir erstatta av modell { $newer }.
nothing-beside = er eit eige filsystem, og trekkingane kan ikkje leggjast ved sida av; vel ei mappe i det med --out
internal-fault = FEIL I PROGRAMMET, ikkje i det du bad om. Ferdige trekkingar er tekne vare på, og ingenting er halvskrive. Meld frå med kommandoen og dette: { $what }
precision-missed = Resultata er skrivne, men nøyaktigheita er ikkje nådd; fleire trekkingar trengst (--draws).
has-been-renamed = har fått eit anna namn
other-content = har eit anna innhald enn venta
made-by-another-model = er laga av ei anna utgåve av modellen enn dette programmet har, og tala kan ikkje brukast saman; køyr på nytt med dette programmet, eller bruk programmet som laga det
damaged-content = er skadd: innhaldet er ikkje det som blei skrive. Slett mappa med delen og køyr same kommando igjen
written-in-another-format = er skrive i eit anna format enn dette programmet les: id-ar og kolonnar er ikkje dei same. Køyr på nytt med dette programmet, eller bruk versjonen som skreiv det
missing-or-unreadable = manglar eller kan ikkje lesast
chunk-of-another-run = høyrer til ei anna køyring (scenario, føresetnader eller frø er ikkje dei same)

## Simuleringa
too-many-for-sobol = for mange for --sampling sobol, som ikkje har fleire punkt
draws-balanced = { $asked } trekkingar er gjorde om til { $draws }: jamt fordelte punkt dekkjer jamt berre i potensar av to. Med --sampling random kan talet vere kva som helst.
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
invalid-year = ugyldig år
unknown-word = ukjent ord
invalid-number = ugyldig tal
a-number = eit tal
a-number-above-zero = eit tal over 0
counts-real-persons = tel verkelege personar i dette scenarioet, og kunne røpt små tal
unknown-yearly-outcome = ukjend årleg storleik
invalid-range = ugyldig område
shipped-targets-elsewhere = dei innebygde måla gjeld heile landet frå 2024; dette scenarioet treng eigne
a-table-of-targets = ein tabell som scenarios/data/calibration_targets.csv (bpasim new skriv han ut)
fixed-and-needs-range = er fast i scenarioet, og treng eit område å søkje i
range-of-id = { $id }=FRÅ..TIL
nothing-to-calibrate = ingen uviss parameter er merkt calibrated i scenarioet
bad-fit = kalibreringa lukkast ikkje, og posterioren blir ikkje brukt. { $why }
accept-bad-fit = --accept-bad-fit, og resultata blir merkte
not-the-posterior-of-draws = er ikkje posterioren som trekkingane er laga av
not-with-posterior = kan ikkje brukast saman med --posterior, som har ferdige parametersett og inga fordelingar å spreie punkt i

## Filer
result-needs-own-folder = resultatet treng ei eiga mappe under den du står i, eller ein annan stad
file-and-no-folder = er ei fil, ikkje ei mappe
folder-exists-without-result = mappa finst og er ikkje eit resultat frå bpasim; ingenting der blir rørt. Vel ei anna med --out
result-of-another-run = det ligg eit resultat frå ei anna køyring der; bruk --force for å erstatte det
result-of-an-earlier-command = det ligg resultat frå ein tidlegare kommando der; bruk --force for å erstatte dei, eller vel ei anna mappe
ordered-earlier-gone = Fjerna, sidan det vart laga av førre resultat og ikkje er bestilt no: { $names }
run-stands-finished = Denne køyringa står ferdig i { $at }, og er ikkje rekna på nytt (--fresh gjer det). Rapport og andre filer er laga på nytt av tabellane.
illegal-file-name = ugyldig filnamn
not-written-by-bpasim = er ikkje skriven av bpasim og blir ikkje overskriven; flytt ho
table-cannot-be-written = Ein tabell kan ikkje skrivast
workbook-cannot-be-written = Arbeidsboka kan ikkje skrivast; --no-report lèt ho vere
workbook-needs-threads = Arbeidsboka kan ikkje lagast, fordi systemet ikkje gjev fleire trådar. --no-report lèt rapport og arbeidsbok vere; elles må grensa for prosessar (ulimit -u) eller minne (ulimit -v) hevast
parameters-from-posterior = parametrane i køyringa kjem frå ein posterior, og analysen flytter dei over fordelingane i scenarioet
unknown-outcome = ukjend storleik
invalid-weight = ugyldig vekt
not-an-amount = er ikkje eit beløp i kroner
draws-not-kept = trekkingane er ikkje tekne vare på
folder-or-scenario = ei mappe frå run --keep-draws, eller eit scenario
draws-of-other-run = trekkingane høyrer til ei anna køyring enn resultata; køyr på nytt med --keep-draws
run-list-damaged = er skadd: innhaldet er avkorta eller overskrive. Køyr på nytt; tabellane i mappa kan ikkje lesast utan ho
missing-or-damaged = manglar eller er skadd; køyr på nytt

## Samanlikning
too-many-changes = for mange endringar
at-most-with-shapley = høgst { $limit }; utan --shapley er det inga grense
more-than-runs-have = fleire enn køyringane har
posterior-not-by-steps = parametrane kjem frå ein posterior, som ikkje kan skiftast ut eitt steg om gongen
scenario-or-data-changed = scenarioet eller dataa er endra sidan køyringa
runs-cannot-be-compared = køyringane kan ikkje samanliknast: { $why }
two-runs-that-differ = to køyringar med noko ulikt, som run --set
assumptions-are-the-same = føresetnadene er like
correlations-or-price-years = korrelasjonar eller prisår er ulike, og kan ikkje delast i steg
different-seeds = ulike frø, så trekkingane er ikkje dei same
different-sets-of-persons = ulikt tal på sett av personar
different-years = ulike år
different-municipalities-or-recipients = ulike kommunar eller brukartal
different-models = ulike modellar; vel dei same med --models

## Køyringar
scenario-changed = scenarioet er endra sidan trekkingane blei laga
own-file-changed = fila er endra sidan køyringa
own-file-not-found = finn ikkje fila som køyringa blei laga av
where-own-files-lie = fila i mappa kommandoen blir køyrd frå, i ei mappe rett under henne, eller i ei mappe rundt resultata (merge: --scenario FIL)
not-a-folder-of-results = er ikkje ei mappe med resultat frå bpasim
folder-of-results = mappa som run skreiv, til dømes output/national
changed-after-run = er endra etter køyringa, og blir ikkje brukt; bpasim verify MAPPE viser kva som er endra
list-without-hash = har ikkje noko avtrykk av seg sjølv: ho er endra, eller frå ei eldre utgåve av programmet; køyr på nytt
analyses-cannot-be-written = Analysane kan ikkje skrivast
invalid-value = ugyldig verdi
share-such-as = ein del mellom 0.000001 og 1, til dømes 0.01
must-be-at-least-one = må vere minst 1
number-out-of-range = ulovleg tal
range-because = { $range } ({ $why })
why-regression = regresjonen treng { $draws }: tre for kvar av dei { $parameters } usikre føresetnadene, og tre til
why-worth = verdien av å vite treng { $draws }
why-kept-draws = alle nye blir haldne i minnet samtidig; for fleire: run --keep-draws, og så mappa i staden for scenarioet
why-one-draw = utan trekkingar finst det ingen tal
why-in-memory = alle blir haldne i minnet samtidig
why-fifth = med færre enn { $draws } har bandet ingen 5-prosentil
why-forecasts = fleire endrar ikkje banda: dei viser uvissa, ikkje feilen i utrekninga
why-points = med færre punkt er indeksane ikkje til å stole på
why-sequence = talfølgja punkta blir tekne frå, har ikkje fleire
why-rounds = kvar av { $rounds } rundar treng { $draws }: tre for kvar av dei { $parameters } usikre føresetnadene, og tre til
why-one-row = utan rader er det ingen posterior å trekkje frå
why-rows = fleire rader gjentek dei same parametersetta
why-slices = kvar del treng minst éi trekking
why-array = køsystem tek ikkje lengre jobbrekkjer utan at dei er sette opp til det
why-numbered = nummeret på ei trekking eller eit sett av personar har 32 bitar
cannot-start-threads = Kan ikkje starte trådar. --threads 1 treng færrast; elles må grensa for prosessar (ulimit -u) eller minne (ulimit -v) hevast
addresses-too-few = Grensa for adresserom (ulimit -v) må vere minst { $mib } MiB
is-too-large = er for stort
run-too-large = køyringa får ikkje plass i minnet: ho treng om lag { $needed } GiB, og { $room } GiB er ledig ({ $size })
run-of-size = { $models } modellar, { $units } kommunar eller bydelar, { $draws } trekkingar, { $threads } trådar
memory-is-scarce = Køyringa treng om lag { $needed } GiB minne, og { $room } GiB er ledig: ho kan bli langsam eller stoppa av systemet. Færre modellar (--models), færre trådar (--threads) eller --no-report treng mindre.
draws-on-disk = trekkingar på disk (bpasim run)
fewer-draws = færre trekkingar (--draws)
slices-and-merge = delar her (--shard), og bpasim merge på ei maskin med meir minne
fewer-models = færre modellar (--models)
larger-machine = ei maskin med meir minne
two-way-needs-two = two-way treng to
not-uncertain = er ikkje usikker i scenarioet
breakeven-with-range = breakeven med --range FRÅ,TIL
outside-allowed = utanfor det tillatne
too-many-figures = for mange storleikar på ein gong
more-slices-than-draws = det er fleire delar enn trekkingar, og denne delen har ingen
scenario-with-real-persons = scenarioet har små tal for verkelege personar, og trekkingane ville røpt dei
country-of-few-persons = alle tal for dette scenarioet er skjulte: ingen kommune i det har nok verkelege personar til at noko kan visast
if-counts-are-published = observed_persons = false under [scenario], dersom tala er publiserte
persons-would-tell = scenarioet har små tal for verkelege personar, og ein person med namn ville røpt kor mange det er
small-counts-will-be-hidden = Tala på brukarar er rekna som verkelege personar: små tal blir skjulte i alt som blir skrive og vist, og det blir rekna med andre tal i staden for dei. Er dei publiserte, set ein observed_persons = false under [scenario].
below-limit = under { $limit }
happens-to-nobody = det hender ingen i denne trekkinga
no-such-person = ingen slik person i denne trekkinga
persons-such-as = til dømes { $example }; { $alike } personar i { $unit }
person-form = eining/bpa, pool eller året personen kom/aldersgruppe/nummer, eller --pick refund

## Rapporten
report-not-written = rapporten blir ikkje skriven: han skal vise dette for alle modellar, og køyringa manglar det

## Etterprøving
year-and-number-above-zero = eit år og eit tal over 0

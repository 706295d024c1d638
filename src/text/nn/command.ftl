# Meldingar frå kommandoane og det dei skriv på skjermen.
finished-run-is-fixed = ei ferdig køyring kan ikkje endrast; bruk eit scenario i staden for mappa
label-result-files = Resultatfiler
label-posterior = Posterior
calibration-failed-at = KALIBRERINGA LUKKAST IKKJE. Funna er skrivne til { $out }, merkte som mislukka.
value-out-of-range = ulovleg verdi
must-be-a-whole-number = må vere eit heilt tal
granted-above-need = innvilga timar kan ikkje vere fleire enn behovet
scenario-is-sound = Scenarioet { $name } er i orden: { $first }–{ $last }, { $units } einingar, modellane { $models }.
units-changed = {"  "}units: endra for { $which }
changes-nothing = Det endrar ingenting i høve til { $base }.
changed-against = Endra i høve til { $base } ({ $number }):
units-without = Manglar { $column ->
    [population] folketal
    [expenditure_need_index] utgiftsbehov
   *[other] frie inntekter
} ({ $column }) for { $number } einingar ({ $some }): { $instead }.
note = Merk:
screen-cannot-be-written = kan ikkje skrive til skjermen
results-stand-untold = Resultata er skrivne og står i { $at }, men skjermbiletet kunne ikkje skrivast
results-stand-without-draws = Resultata er skrivne og står i { $at }, men trekningane kunne ikkje leggjast i { $draws }
verify-sound = { $at } er slik bpasim { $version } skreiv henne: { $number } filer, ingen endra.
verify-not-sound = { $at } er IKKJE slik bpasim { $version } skreiv henne.
verify-changed = endra
verify-missing = manglar
verify-foreign = ikkje skrive av køyringa
verify-list-changed = { $file } er endra, så det ho seier om køyringa kan ikkje brukast
verify-other-draws = run.json seier { $told } trekkingar, tabellane { $found }
verify-other-id = { $file } er endra etter køyringa: det ho seier om køyringa passar ikkje til nummeret på køyringa (run_id)
verify-again = Blir laga på nytt med (modell { $model }):
verify-needs = Krev di eiga fil { $file } (BLAKE3 { $hash }). Kvar ho låg, er ikkje skrive ned.
verify-repeated = Køyrt på nytt: same fingeravtrykk, { $fingerprint }.
verify-differs = Køyrt på nytt: eit ANNA fingeravtrykk, { $found }; mappa seier { $told }.
verify-failed = KONTROLLEN FEILA: mappa er ikkje slik ei køyring av bpasim laga henne.
no-run-to-repeat = er inga mappe med resultat av ei køyring; berre slike kan køyrast på nytt
report-not-opened = Rapporten er skriven, men kan ikkje opnast: { $at } ({ $program })
run-is-done = køyringa er gjord; --draws og --out høyrer til eit scenario
unknown-name = ukjent namn (bpasim describe viser alle)
all-years = heile perioden
comma-present-value = , noverdi
sobol-cost = Sobol-indeksar: { $points } punkt × { $factors } faktorar, { $worlds } simulerte verder, om lag { $left }
fitting-cost = Tilpassar { $ids }: rundt { $worlds } simulerte verder, om lag { $left }
run-cost = { $draws } trekkingar: å simulere dei tek om lag { $left } på denne maskina, målt no, og dei tek om lag { $gib } GiB på disken til resultata er skrivne. Ctrl-C avbryt; same kommando held fram.
hours = { $hours } timar
days = { $days } døgn
written = Skrive:
folder-not-empty = finst frå før og er ikkje tom; ingenting er skrive
new-or-empty-folder = ei ny eller tom mappe
label-report = Rapport
slice-is-done =
    Delen er ferdig: { $at }
    Når alle er det: bpasim merge MAPPER
label-scenarios = Scenario
label-alternatives = Alternative strukturar (--grid køyrer dei side om side)
slice-form = 1/4, 2/4, 3/4 og 4/4 for fire delar, eller auto
no-job-array = inga jobbliste å lese plassen frå: ingen av variablane er sett
variable-missing = miljøvariabelen manglar eller er ikkje eit tal
outside-job-array = ligg utanfor jobblista; numra må følgje på kvarandre utan hol

## describe
describe-list-parameters = PARAMETRAR (gjennomsnitt; i klammer det ni av ti trekkingar ligg mellom)
describe-list-levers = VERKEMIDDEL (financing.<modell>.<verkemiddel>)
describe-list-models = MODELLAR
describe-list-outcomes = STORLEIKAR
describe-list-scenarios = SCENARIO
describe-value = verdi
describe-written = skriv ein
describe-found = { $count } treff på «{ $asked }» i namn, tyding eller forklaring (bpasim describe NAMN viser alt om eitt):
describe-more = … og { $more } til; fleire ord gir færre treff
shape-fixed = { $value } i alle trekkingar
shape-peak = mellom { $low } og { $high }, mest truleg { $mode }
shape-uniform = like truleg overalt mellom { $low } og { $high }
shape-normal = like ofte over som under { $mean }, sjeldan langt unna
shape-skewed = like ofte over som under { $median }, men av og til mykje høgare
shape-between = mellom { $low } og { $high }
shape-above-zero = over null, av og til mykje høgare enn vanleg
shape-one = { $value } i { $share } av trekkingane
shape-cut = { $inner }, kutta til mellom { $low } og { $high }
shape-and-draws = { $shape }; ni av ti trekkingar mellom { $low } og { $high }, i gjennomsnitt { $mean }
describe-unit = eining
describe-year = år
describe-source = kjelde
describe-with = trekt med
describe-meaning = tyding
describe-allowed = tillate
describe-used-by = brukt av
describe-extends = byggjer på
describe-from-year = frå { $year }
describe-differs-from-the-model-it-extends = skil seg frå modellen han byggjer på
describe-model = modell
describe-phase-in = innfasing
describe-gradual-over-the-phase-in-years = gradvis over innfasingsåra
describe-at-once = frå første dag
describe-sign = forteikn
describe-ledger = rekneskap
describe-years = år
describe-units = einingar

## Framdrift
after-draws = Etter { $draws } trekkingar (Monte Carlo-feil, høgst { $wanted }):
about-left = { $left } att
about-time = om lag { $time }
less-than-a-second = under eitt sekund
simulating-bar = Simulerer  { "{bar:40}" }  { "{eta}" } att
simulating-left = Simulerer: { $left } att
precision-reached = Monte Carlo-feilen er høgst { $largest } av kvart hovudtal (ønskt: { $wanted }).
precision-not-reached = IKKJE NØYAKTIG NOK: Monte Carlo-feilen er { $largest } for «{ $which }», ønskt var { $wanted }. Det trengst fleire trekkingar (--draws).
unknown-option = ukjent val
unknown-command = ukjend kommando
neither-command-nor-scenario = verken ein kommando eller eit scenario
command-or-scenario = ein kommando (sjå bpasim --help), ei fil eller eit scenario: { $list }
not-utf-8-text = ordet er ikkje tekst i UTF-8; gi fila eller mappa eit namn utan slike teikn
value-is-missing = verdien manglar
no-more-values = tek ikkje fleire verdiar
missing-and-required = manglar og må oppgivast
not-together = kan ikkje brukast saman
wrong-command-line = feil på kommandolinja
whole-number-not-negative = eit heilt tal, ikkje negativt
decimal-number = eit tal (37,5)
smaller-number = eit mindre tal
see-help = sjå bpasim --help

## case og trace
everything-else-as-under = Alt anna er som under
stated-as = oppgitt som
in-kroner-of = i kroner frå
mean-of = av
case-answer = Kva kvar betaler netto i { $year }, etter uttrekk, kroner (minus: får inn meir enn det kostar):
case-pays = { $model }: kommunen { $municipality }, staten { $state }, pårørande { $relatives }
case-intro = Slik er det rekna. Éin person utan tilfeldige utslag: det som kan hende, tel med sitt sannsyn. Parametrane står på gjennomsnittet, modellane verkar fullt ut. Tala er viste avrunda; rekna er det utan avrunding (--json viser alle desimalar), men kvar betaling er i heile øre. I formlane er · gonger, og [a > b] er 1 når det stemmer og elles 0.
case-review-18 = Gjennomgangen av vedtaket ved 18 år (transition_review, transition_cut) er ikkje rekna med for éin person. Køyringar reknar med han, og ein modell med garanti slepp han.
side-by-side = Side om side
row-relatives-hours = Timar pårørande hjelper i veka
row-lost-work = Tapt arbeid for pårørande, timar i veka
row-bpa = BPA, kr i året
row-refund = Toppfinansiering, kr i året
row-municipality-before = Netto for kommunen før uttrekk, kr
row-municipality = Netto for kommunen, kr i året
row-state = Netto for staten, kr i året
row-relatives = Netto for pårørande, kr i året
case-left-out = Utan tilfeldigheit og innføringskostnader. Ei køyring (bpasim run) viser fordelinga over alle.
label-person = Person
label-draw = trekking
trace-found = Eit ytterpunkt, ingen vanleg person: av { $persons } simulerte personar i trekkinga er dette den med { $most-of ->
    [refund] størst refusjon over åra
    [unmet] mest udekt behov
    [relatives] flest timar frå pårørande
    [exit] flest timar frå pårørande som sluttar i arbeid
    [break] lengst brot i assistansen
    [transition] flest timar til ny vurdering ved 18 år
    *[models] størst skilnad i timar mellom modellane
}. { $having } har noko av det.
nobody-beyond = Ingen i modellen har meir enn dette:
trace-intro = Timar er per veke i snitt over året, kroner er nominelle per år, delar mellom 0 og 1; 1 er ja og 0 er nei. Ein formel står der han blir brukt første gong; det som er likt under fleire modellar i eit år, står éin gong. I formlane er · gonger, og [a > b] er 1 når det stemmer og elles 0.
random-numbers = Tilfeldige tal

## --version --verbose
version-verbose =
    nummeret til modellen: { $model }
    commit: { $commit }
    bygd for: { $target }
    optimalisert: { $optimised } (opt-level { $level })
    kontrollar for utviklarar (debug assertions): { $assertions }
    valfrie delar: { $features }
    vektorinstruksjonar i bruk: { $instructions }
    flagga i .cargo/config.toml: { $flags }
version-unknown = ukjend
version-none = ingen
version-all-flags = alle
version-flags-missing = manglar { $missing }; programmet kan rekne saktare, svara er dei same

# Meldinger fra kommandoene og det de skriver på skjermen.
finished-run-is-fixed = en ferdig kjøring kan ikke endres; bruk et scenario i stedet for mappen
label-result-files = Resultatfiler
label-posterior = Posterior
calibration-failed-at = KALIBRERINGEN LYKTES IKKE. Funnene er skrevet til { $out }, merket som mislykket.
value-out-of-range = ulovlig verdi
must-be-a-whole-number = må være et helt tall
granted-above-need = innvilgede timer kan ikke være flere enn behovet
scenario-is-sound = Scenariet { $name } er i orden: { $first }–{ $last }, { $units } enheter, modellene { $models }.
units-changed = {"  "}units: endret for { $which }
changes-nothing = Det endrer ingenting i forhold til { $base }.
changed-against = Endret i forhold til { $base } ({ $number }):
units-without = Mangler { $column ->
    [population] folketall
    [expenditure_need_index] utgiftsbehov
   *[other] frie inntekter
} ({ $column }) for { $number } enheter ({ $some }): { $instead }.
note = Merk:
screen-cannot-be-written = kan ikke skrive til skjermen
results-stand-untold = Resultatene er skrevet og står i { $at }, men skjermbildet kunne ikke skrives
results-stand-without-draws = Resultatene er skrevet og står i { $at }, men trekningene kunne ikke legges i { $draws }
verify-sound = { $at } er slik bpasim { $version } skrev den: { $number } filer, ingen endret.
verify-not-sound = { $at } er IKKE slik bpasim { $version } skrev den.
verify-changed = endret
verify-missing = mangler
verify-foreign = ikke skrevet av kjøringen
verify-list-changed = { $file } er endret, så det den sier om kjøringen kan ikke brukes
verify-other-draws = run.json sier { $told } trekninger, tabellene { $found }
verify-other-id = { $file } er endret etter kjøringen: det den sier om kjøringen passer ikke til kjøringens nummer (run_id)
verify-again = Lages på nytt med (modell { $model }):
verify-needs = Krever din egen fil { $file } (BLAKE3 { $hash }). Hvor den lå, er ikke skrevet ned.
verify-repeated = Kjørt på nytt: samme fingeravtrykk, { $fingerprint }.
verify-differs = Kjørt på nytt: et ANNET fingeravtrykk, { $found }; mappen sier { $told }.
verify-failed = KONTROLLEN FEILET: mappen er ikke slik en kjøring av bpasim laget den.
no-run-to-repeat = er ingen mappe med resultater av en kjøring; bare slike kan kjøres på nytt
report-not-opened = Rapporten er skrevet, men kan ikke åpnes: { $at } ({ $program })
run-is-done = kjøringen er gjort; --draws og --out hører til et scenario
unknown-name = ukjent navn (bpasim describe viser alle)
all-years = hele perioden
comma-present-value = , nåverdi
sobol-cost = Sobol-indekser: { $points } punkter × { $factors } faktorer, { $worlds } simulerte verdener, om lag { $left }
fitting-cost = Tilpasser { $ids }: rundt { $worlds } simulerte verdener, om lag { $left }
run-cost = { $draws } trekninger: å simulere dem tar om lag { $left } på denne maskinen, målt nå, og de tar om lag { $gib } GiB på disken til resultatene er skrevet. Ctrl-C avbryter; samme kommando fortsetter.
hours = { $hours } timer
days = { $days } døgn
written = Skrevet:
folder-not-empty = finnes fra før og er ikke tom; ingenting er skrevet
new-or-empty-folder = en ny eller tom mappe
label-report = Rapport
slice-is-done =
    Delen er ferdig: { $at }
    Når alle er det: bpasim merge MAPPER
label-scenarios = Scenarioer
label-alternatives = Alternative strukturer (--grid kjører dem side om side)
slice-form = 1/4, 2/4, 3/4 og 4/4 for fire deler, eller auto
no-job-array = ingen jobbliste å lese plassen fra: ingen av variablene er satt
variable-missing = miljøvariabelen mangler eller er ikke et tall
outside-job-array = ligger utenfor jobblisten; numrene må følge på hverandre uten hull

## describe
describe-list-parameters = PARAMETERE (gjennomsnitt; i klammer det ni av ti trekninger ligger mellom)
describe-list-levers = VIRKEMIDLER (financing.<modell>.<virkemiddel>)
describe-list-models = MODELLER
describe-list-outcomes = STØRRELSER
describe-list-scenarios = SCENARIOER
describe-value = verdi
describe-written = skrives
describe-found = { $count } treff på «{ $asked }» i navn, betydning eller forklaring (bpasim describe NAVN viser alt om ett):
describe-more = … og { $more } til; flere ord gir færre treff
shape-fixed = { $value } i alle trekninger
shape-peak = mellom { $low } og { $high }, mest trolig { $mode }
shape-uniform = like trolig overalt mellom { $low } og { $high }
shape-normal = like ofte over som under { $mean }, sjelden langt unna
shape-skewed = like ofte over som under { $median }, men av og til mye høyere
shape-between = mellom { $low } og { $high }
shape-above-zero = over null, av og til mye høyere enn vanlig
shape-one = { $value } i { $share } av trekningene
shape-cut = { $inner }, kuttet til mellom { $low } og { $high }
shape-and-draws = { $shape }; ni av ti trekninger mellom { $low } og { $high }, i gjennomsnitt { $mean }
describe-unit = enhet
describe-year = år
describe-source = kilde
describe-with = trukket med
describe-meaning = betydning
describe-allowed = tillatt
describe-used-by = brukt av
describe-extends = bygger på
describe-from-year = fra { $year }
describe-differs-from-the-model-it-extends = skiller seg fra modellen den bygger på
describe-model = modell
describe-phase-in = innfasing
describe-gradual-over-the-phase-in-years = gradvis over innfasingsårene
describe-at-once = fra første dag
describe-sign = fortegn
describe-ledger = regnskap
describe-years = år
describe-units = enheter

## Framdrift
after-draws = Etter { $draws } trekninger (Monte Carlo-feil, høyst { $wanted }):
about-left = { $left } igjen
about-time = om lag { $time }
less-than-a-second = under ett sekund
simulating-bar = Simulerer  { "{bar:40}" }  { "{eta}" } igjen
simulating-left = Simulerer: { $left } igjen
precision-reached = Monte Carlo-feilen er høyst { $largest } av hvert hovedtall (ønsket: { $wanted }).
precision-not-reached = IKKE NØYAKTIG NOK: Monte Carlo-feilen er { $largest } for «{ $which }», ønsket var { $wanted }. Flere trekninger trengs (--draws).
unknown-option = ukjent valg
unknown-command = ukjent kommando
neither-command-nor-scenario = verken en kommando eller et scenario
command-or-scenario = en kommando (se bpasim --help), en fil eller et scenario: { $list }
not-utf-8-text = ordet er ikke tekst i UTF-8; gi filen eller mappen et navn uten slike tegn
value-is-missing = verdien mangler
no-more-values = tar ikke flere verdier
missing-and-required = mangler og må oppgis
not-together = kan ikke brukes sammen
wrong-command-line = feil på kommandolinjen
whole-number-not-negative = et helt tall, ikke negativt
decimal-number = et tall (37,5)
smaller-number = et mindre tall
see-help = se bpasim --help

## case og trace
everything-else-as-under = Alt annet er som under
stated-as = oppgitt som
in-kroner-of = i kroner fra
mean-of = av
case-answer = Hva hver betaler netto i { $year }, etter uttrekk, kroner (minus: får inn mer enn det koster):
case-pays = { $model }: kommunen { $municipality }, staten { $state }, pårørende { $relatives }
case-intro = Slik er det regnet. Én person uten tilfeldighet: det som kan hende, teller med sin sannsynlighet. Parameterne står på gjennomsnittet, modellene virker fullt ut. Tallene er vist avrundet; regnet er det uten avrunding (--json viser alle desimaler), men hver betaling er i hele øre. I formlene er · ganger, og [a > b] er 1 når det stemmer og ellers 0.
case-review-18 = Gjennomgangen av vedtaket ved 18 år (transition_review, transition_cut) er ikke regnet med for én person. Kjøringer regner med den, og en modell med garanti slipper den.
side-by-side = Side om side
row-relatives-hours = Timer pårørende hjelper i uka
row-lost-work = Pårørendes tapte arbeid, timer i uka
row-bpa = BPA, kr i året
row-refund = Toppfinansiering, kr i året
row-municipality-before = Kommunens netto før uttrekk, kr
row-municipality = Kommunens netto, kr i året
row-state = Statens netto, kr i året
row-relatives = Pårørendes netto, kr i året
case-left-out = Uten tilfeldighet og innføringskostnader. En kjøring (bpasim run) viser fordelingen over alle.
label-person = Person
label-draw = trekning
trace-found = Et ytterpunkt, ingen vanlig person: av { $persons } simulerte personer i trekningen er dette den med { $most-of ->
    [refund] størst refusjon over årene
    [unmet] mest udekket behov
    [relatives] flest timer fra pårørende
    [exit] flest timer fra pårørende som slutter i arbeid
    [break] lengst brudd i assistansen
    [transition] flest timer til ny vurdering ved 18 år
    *[models] størst forskjell i timer mellom modellene
}. { $having } har noe av det.
nobody-beyond = Ingen i modellen har mer enn dette:
trace-intro = Timer er per uke i snitt over året, kroner er nominelle per år, andeler mellom 0 og 1; 1 er ja og 0 er nei. En formel står der den brukes første gang; det som er likt under flere modeller i et år, står én gang. I formlene er · ganger, og [a > b] er 1 når det stemmer og ellers 0.
random-numbers = Tilfeldige tall

## --version --verbose
version-verbose =
    modellens nummer: { $model }
    commit: { $commit }
    bygd for: { $target }
    optimalisert: { $optimised } (opt-level { $level })
    kontroller for utviklere (debug assertions): { $assertions }
    valgfrie deler: { $features }
    vektorinstruksjoner i bruk: { $instructions }
    flaggene i .cargo/config.toml: { $flags }
version-unknown = ukjent
version-none = ingen
version-all-flags = alle
version-flags-missing = mangler { $missing }; programmet kan regne saktere, svarene er de samme

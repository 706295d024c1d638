# Meldingar om scenario, parametrar og val. Utan punktum: dei er del av ei linje.

## Tabellar på disk
parquet-table-not-written = Ein Parquet-tabell kan ikkje skrivast
path-cannot-be-read = { $at } kan ikkje lesast

## Eit scenario
index-counts-as-one = blir rekna som 1 når eit uttrekk blir fordelt etter innbyggjarar
placed-by-recipients = blir plasserte etter brukarar; tal per innbyggjar står tomme
not-used = blir ikkje brukt i rekninga
part-of-country = Einingane er { $percent } prosent av dei { $total } innbyggjarane i landet og ber den delen av nasjonale beløp (innføringskostnader).
table-not-scenario = dette er parametertabellen, ikkje eit scenario
at-least = minst { $limit }
at-most = høgst { $limit }
any-number = eitkvart tal
distribution-outside-range = fordelinga når utanfor det lovlege; legg til truncate = [minst, størst]
value-outside-range = verdien er utanfor det lovlege

## Parametrar
parameter-not-in-table = parameteren manglar i parametertabellen
unknown-parameter = ukjend parameter
is-missing = manglar
unit-cannot-be-changed = eininga kan ikkje bytast; rekn om verdien i staden
range-cannot-be-changed = det lovlege området kan ikkje endrast
unknown-entry-table = ukjend linje i tabellen
number-or-distribution = eit tal eller ei fordeling
say-which-year = skriv kva år verdien gjeld: { "{" } dated = { "{" } 2026 = … { "}" } { "}" }; andre kjende år blir ståande
unknown-status = ukjend status
price-year-not-year = prisåret er ikkje eit årstal
must-be-whole-number = verdien må vere eit heilt tal
shares-must-sum-to-one = delane skal til saman bli 1
one-entry-above-zero = minst éi linje i tabellen må vere større enn 0
cannot-be-larger-than = { $low } kan ikkje vere større enn { $high }
need-varies-too-much = behovet varierer meir enn timane det høyrer til: need_sd / √(1 − need_persistence²) må vere under 1; set ein av dei lågare
shares-of-relatives-exceed-one = delane med éin og to pårørande blir til saman meir enn 1

## Alternativ
unknown-model = ukjend modell
cannot-be-read = kan ikkje lesast

## Filer som byggjer på kvarandre
scenario-files-in-circle = scenariofilene byggjer på kvarandre i ring
file-or-scenario = ei fil, eller eit innebygd scenario: { $list }
file-does-not-exist = fila finst ikkje
file-cannot-be-read = fila kan ikkje lesast: { $why }
folder-not-file = dette er ei mappe, ikkje ei fil
not-ordinary-file = dette er ikkje ei vanleg fil
file-too-large = fila er for stor; høgst { $mib } MiB blir lesne
results-and-no-scenario = dette er ei mappe med resultat og ikkje eit scenario; bpasim report MAPPE lagar rapporten på nytt, og bpasim verify MAPPE viser kommandoen som laga dei
workbook-and-no-scenario = fila er ei arbeidsbok, ikkje eit scenario; lagre tala som CSV og nemn fila i eit scenario (bpasim new lagar eit å byrje med)
json-and-no-scenario = fila er JSON, ikkje eit scenario; eit scenario er ei TOML-fil (bpasim new lagar ei å byrje med)
table-and-no-scenario = fila er ein tabell, ikkje eit scenario; nemn han i eit scenario, som units eller observed (bpasim new lagar eit å byrje med)
document-and-no-scenario = fila er eit dokument, ikkje eit scenario (bpasim new lagar eit scenario å byrje med)
scenario-form = ei TOML-fil eller namnet på eit scenario
file-not-utf-8 = fila er ikkje lagra som UTF-8 (kanskje som Windows-1252); lagre ho som UTF-8: i Excel «CSV UTF-8», i Notisblokk «Lagre som … Koding: UTF-8»
file-utf-16 = fila er lagra som UTF-16; lagre ho som UTF-8: i Excel «CSV UTF-8», i Notisblokk «Lagre som … Koding: UTF-8»

## Valet --set
must-be-path-value = skal ha forma sti=verdi
unknown-lever = ukjent verkemiddel
unknown-parameter-or-lever = ukjend parameter eller ukjent verkemiddel
value-wrong-kind = verdien er av feil slag
number-or-pert-example = eit tal, eller ei fordeling som { "{" }pert=[0, 0.1, 0.3]{ "}" }
whole-number = eit heilt tal

## Lesing
a-table = ein tabell { "{" } … { "}" }
toml-names = namn i klammer og framfor likskapsteiknet kan berre ha a–z, A–Z, 0–9, - og _
extends-stands-first = skal stå øvst i fila, før [scenario]
set-twice = { $path } er sett fleire gonger; { $last } gjeld, ikkje { $first }.
far-from-shipped = { $id }: { $value } ligg langt utanfor det føresetnaden er oppgitt med ({ $stated }). Er det meint slik?
unknown-key = ukjend nøkkel
text-quotation-marks = tekst i hermeteikn
list-of-texts = ei liste ["…", "…"]
finite-number-point-decimals = eit endeleg tal, med punktum som desimalteikn
list-of-numbers = ei liste med { $count } tal
list-of-numbers-point = ei liste med { $count } tal, med punktum som desimalteikn
list-of-any-numbers = ei liste med tal [ … ]
file-empty = fila er tom
toml-quotation-marks = ikkje gyldig TOML: krøllete hermeteikn kan ikkje lesast; skriv rette
toml-backslash = ikkje gyldig TOML: ein omvend skråstrek i "…" er eit spesialteikn; skriv / eller set stien i '…'
toml-number = ikkje gyldig TOML: eit tal blir skrive med punktum for desimalar, utan mellomrom og prosentteikn
toml-twice = ikkje gyldig TOML: nøkkelen eller tabellen står to gonger
toml-text = ikkje gyldig TOML: tekst skal stå i rette hermeteikn
toml-not-closed = ikkje gyldig TOML: eit hermeteikn eller ein klamme er ikkje lukka
toml-carriage-return = ikkje gyldig TOML: linjene sluttar med teiknet CR åleine, som på ein gammal Mac; lagre fila på nytt med linjeslutt LF (Unix) eller CRLF (Windows)
toml-invisible = ikkje gyldig TOML: på linja står eit teikn som ikkje syner ({ $character }); skriv eit vanleg mellomrom eller slett det
toml-true-false = ikkje gyldig TOML: ja og nei skriv ein true og false, og tekst i rette hermeteikn
toml-line = ikkje gyldig TOML: linja kan ikkje lesast; ho skal vere «nøkkel = verdi» eller «[tabell]»
file-without-format = fila seier ikkje kva format ho er i
file-of-newer-format = fila er skriven for ein nyare bpasim som les format { $number }; dette er versjon { $version }
unknown-format = ukjent format
key-needs-quotation-marks = ukjend nøkkel; ein id med punktum skal stå i hermeteikn
number-or-pert = eit tal, eller ei fordeling som { "{" } pert = [minst, mest sannsynleg, størst] { "}" }
one-distribution = éi fordeling: { $distributions }
key-must-be-year = nøkkelen skal vere eit årstal
each-year-once = kvart år éin gong
value-cannot-be-read = verdien kan ikkje lesast

## Innstillingar
is-missing-extend-national = manglar; skriv extends = "national" øvst for å byggje på det innebygde scenarioet
name-not-for-folder = namnet blir brukt som mappenamn og kan ikkje skrivast slik
name-characters = 1–64 teikn av A–Z, a–z, 0–9, - og _
illegal-value = ulovleg verdi
currency-code = tre store bokstavar, som NOK eller SEK
whole-number-between = eit heilt tal, { $low }–{ $high }
unknown-placement = ukjend plassering
illegal-number-years = ulovleg tal på år
years-set-twice = talet på år er sett to gonger, ulikt
model-starts-too-late = Modell { $id } startar i { $start }, etter siste år som blir rekna ({ $last }), og gjer ingen skilnad.

## Korrelasjonar
same-pair-twice = det same paret står to gonger
correlations-contradict = korrelasjonane seier mot kvarandre (matrisa er ikkje positivt semidefinitt)
correlated-with-itself = ein parameter kan ikkje korrelerast med seg sjølv
correlation-with-fixed = Korrelasjonen med { $id } verkar ikkje: { $id } er eit fast tal.

## Kommunar og bydelar
is-missing-extend-municipalities = manglar; skriv extends = "national" øvst for å byggje på dei innebygde kommunane
same-id-twice = same id to gonger
table-no-rows = tabellen har ingen linjer
unknown-zone = ukjend sone
unknown-centrality-class = ukjend sentralitetsklasse
age-group-is-missing = manglar, medan andre aldersgrupper på linja har tal (skriv 0 om det er ingen)
must-be-persons = skal vere eit heilt tal på personar
one-or-a-thousand = kan lesast på to måtar: med desimalpunktum, eller med punktum mellom tusen
persons-understood = { $place }: { $column } er skrive på ein annan måte enn 1234, og lese som eit heilt tal på personar.
unknown-municipality-or-district = ukjend kommune eller bydel
number-of-municipality-lost-zero = nullen framfor er borte; kommunenummer har fire siffer
old-number = { $old } er eit gammalt kommunenummer; i dag er det { $number } { $name }
old-number-merged = { $old } er eit gammalt kommunenummer; kommunen er slått saman med andre til { $number } { $name }: legg tala saman der
old-number-split = { $old } er eit gammalt kommunenummer; kommunen er delt på { $list }: del tala mellom dei
unknown-municipality-number = ukjent kommunenummer
old-number-among-units = { $place }: { $what }. Eininga blir likevel rekna, under det gamle nummeret.
not-a-year = er ikkje eit årstal
unknown-ages = ukjend aldersgruppe; ho skal vere éin eller fleire av aldersklassane som står ved sida av kvarandre
group-too-small = ei gruppe må ha så mange personar at ingen kan kjennast att
ages-overlap = aldersgruppene overlappar kvarandre; det same kan ikkje vere kjent to gonger om dei same personane
count-too-old = talet er frå før serien for landet byrjar, så det kan ikkje førast fram til basisåret; oppgi kommunens eigen vekst i kolonnen growth
counts-carried = { $file }: tal frå { $list } er førte til { $year } etter veksten i kolonnen growth, eller veksten i landet der han er tom.
counts-without-year = { $file } seier ikkje kva år tala er frå; dei er lesne som { $year }. Legg til kolonnen year.
known-counts-give-way = Kjende tal på brukarar i { $list } er ikkje brukte: dei er fleire enn brukarane i landet i dette scenarioet (recipients, recipients_total).
row-without-figures = linja har ingen tal; ta ho bort (då blir eininga rekna som utan eigne tal), eller skriv 0 der det ikkje er nokon
more-recipients-than-inhabitants = fleire brukarar enn innbyggjarar i klassen { $name }
more-national-recipients-than-inhabitants = brukarane i landet i klassen { $name } er fleire enn innbyggjarane i einingane dei skal fordelast på; set recipients_total til talet for området
text-characters = høgst { $limit } teikn, utan styreteikn
placement-observed-needs-recipients = placement = "observed" krev tal på brukarar i alle aldersgrupper
placement-rates-needs-population = placement = "rates" krev folketal i alle aldersgrupper
placement-mixed-needs-population = placement = "mixed" krev folketal i alle aldersgrupper
withdrawal-by-population-needs = uttrekk etter innbyggjarar og overgangsordningar krev folketal for alle einingar, og det manglar her
more-observed-recipients-class = fleire observerte brukarar i klassen { $name } enn i landet i alt
no-inhabitants-class-spread = ingen innbyggjarar i klassen { $name } å fordele brukarar på
units-have-population = einingane har folketal i tabellen sin; ta bort dette, eller folketala
part-by-recipients = Ingen seier kor mange innbyggjarar einingane har. Delen av nasjonale beløp (innføringskostnader) er sett til delen deira av brukarane i landet, { $percent } prosent. Skriv inhabitants = … i [scenario].
more-than-national-population = Einingane har { $units } innbyggjarar, fleire enn dei { $country } som nasjonale beløp gjeld for. Dei ber beløpa heilt ut. Skriv national_population = … i [scenario] om det er eit anna år.
all-recipients-in-part = Einingane har { $percent } prosent av innbyggjarane i landet, men placement fordeler alle dei { $total } brukarane i landet på dei. Bruk placement = "observed", eller set recipients_total til talet for området.

## Tabellen over kommunar og bydelar
line-cannot-be-read = linja kan ikkje lesast
row-of-other-length = linja har ikkje like mange felt som overskrifta
table-empty = tabellen er tom
columns-by-semicolons = kolonnane er skilde med semikolon; bpasim import les ho; elles: bruk komma mellom kolonnane og punktum i desimaltal, og lagre som UTF-8 (i Excel: byt ut ; med , etter «CSV UTF-8»)
same-column-twice = kolonnen står to gonger
unknown-column = ukjend kolonne
column-missing = kolonnen manglar
quotation-mark-open = eit hermeteikn på linja er ikkje lukka
columns-by-tabs = kolonnane er skilde med tabulator; bpasim import les ho; elles: bruk komma mellom kolonnane og punktum i desimaltal, og lagre som UTF-8
not-column-names = den første linja som ikkje er eit notat (#), skal gi namn på kolonnane; dette er eit anna slag tabell, som bpasim import kanskje les
hidden-characters = det er styreteikn eller usynlege teikn i teksten; ta dei bort
cell-without-column = verdien står i ein kolonne utan namn
text-too-long = teksten er for lang
read-as = { $place }: { $key }: «{ $found }» er lese som { $value }.
illegal-number = ulovleg tal

## Fordelingar
numbers-must-be-finite = tala må vere endelege (ikkje nan eller inf)
numbers-up-to-million = tala må vere større enn 0 og høgst ein million
numbers-must-rise = tala skal stå i stigande rekkjefølgje: minst, mest sannsynleg, størst
spread-cannot-negative = spreiinga kan ikkje vere negativ
lognormal-limits = median (eller mean) må vere større enn 0, og sigma høgst 5
values-and-weights-differ = values og weights må ha like mange tal, minst eitt
weights-must-sum-to-one = weights må vere 0 eller meir og til saman 1 (no { $sum })
truncate-smallest-largest = truncate skal vere [minst, størst]
nothing-within-truncate = nesten ingenting av fordelinga ligg innanfor truncate

## Modellar
model-id-too-long = modellen må ha ein kortare eller enklare id
model-id-characters = 1–32 teikn av A–Z, a–z, 0–9, - og _
heading-too-long = overskrifta er for lang
at-most-characters = høgst { $limit } teikn
zero-alternative-is-today = nullalternativet er ordninga i dag: det startar ikkje og byggjer ikkje på noko
zero-alternative-lacks-lever = nullalternativet må ha alle verkemiddel; dette manglar
zero-alternative-relieves-nobody = nullalternativet avlastar ingen mot seg sjølv, så her kan ingenting trekkjast ut; set delen i modellen han gjeld
institutions-need-terms-for-all = bebuarar i institusjon kan berre telje der vilkåra gjeld heile ordninga (refund.scope = "all") utan aldersgrense (refund.max_age = "none")
terms-for-all-know-no-ages = vilkår for heile ordninga kjenner ingen aldrar: aldersgrensa er den i nullalternativet eller inga; set grensa, eller la vilkåra gjelde dei med BPA (refund.scope = "bpa")
terms-for-all-keep-the-deduction = vilkår for heile ordninga har frådraget for utviklingshemming frå nullalternativet, sidan ingen veit kven det gjeld; la det stå, eller la vilkåra gjelde dei med BPA (refund.scope = "bpa")
terms-for-all-reach-so-low = så langt under innslagspunktet er ingenting kjent om kostnadene i heile ordninga; set ein høgare faktor, eller la vilkåra gjelde dei med BPA (refund.scope = "bpa")
model-without-extends = ny modell utan extends: skriv kva modell han byggjer på
models-in-circle = modellane byggjer på kvarandre i ring
zero-alternative-is-missing = nullalternativet manglar; skriv extends = "national" øvst
same-model-twice = same modell to gonger
model-starts-outside = modell { $id } startar utanfor åra som blir rekna
lever-without-history = dette verkemiddelet kan ikkje oppgjevast år for år
history-without-levers = eit ledd i history utan verkemiddel gjer ingenting
history-without-year = eit ledd i history må seie frå kva år verkemidla gjeld
history-out-of-order = åra i history må stige
year-after = eit år etter { $year }
history-outside-years = modell { $id } oppgjev verkemiddel for eit år utanfor åra som blir rekna
history-holds = Modell { $id } set { $lever }, men har òg history frå modell { $base }, og verdien der gjeld frå { $year }. Oppgje verkemiddelet i eit ledd i history for { $id } for å endre det.
model-like-zero-alternative = Modell { $id } har dei same verkemidla som nullalternativet og gjer ingen skilnad.
model-like-its-base = Modell { $id } skil seg ikkje frå modell { $base }, som han byggjer på.

## Verkemiddel
lever-of-model = { $path } i { $title }
lever-of-model-id = Verkemiddelet { $path } i modell { $id }
unknown-arena = ukjend arena
lever-series = ein datert parameter, eit tal, eller { "{" } dated = { "{" } 2024 = … { "}" } { "}" }
lever-number-not-none = eit tal, ei fordeling eller id-en til ein parameter; «none» gjeld ikkje her
lever-number = eit tal, ei fordeling eller id-en til ein parameter
whole-years-between = heile år, { $low }–{ $high }
see-describe = sjå bpasim describe
no-scheme-layer = Einingane har ikkje innbyggjarar, og ingen kommune er oppgitt (scenario.municipality): resten av toppfinansieringsordninga er ikkje med.
awards-out-of-reach = Så mange nye vedtak som veksten og avgangen krev, kan ikkje kome frå dei som ventar (pool_ratio, exit_rate, recipients_growth): talet på mottakarar veks mindre enn oppgitt.
evening-out-out-of-reach = Utjamninga i { $model } kan ikkje halde gjennomsnittet av innvilga timar: grensene for dekning er for tronge (coverage_max).
scheme-needs-a-refund = I nullalternativet er refusjonen slått av (refund.rate, refund.claim_share eller innslagspunktet er 0), så statsrekneskapen for 575.60 kan ikkje bli gitt att: resten av toppfinansieringsordninga er ikkje med, i nokon modell.
one-unit-withdraws-its-own = { $model }: med berre éi eining er det ingen å fordele uttrekket mellom: offset_by = "population" blir rekna som "own".
unknown-municipality = ukjent kommunenummer
separator-comma = komma
separator-semicolon = semikolon
separator-tab = tabulator
separated-otherwise = { $file }: kolonnane er skilde med { $separator }; slik er ho lesen.
read-in-encoding = { $file }: lesen som { $encoding }; lagre som UTF-8 om bokstavar ser gale ut.
number-with-zero-put-back = { $place }: kommunenummeret har mista nullen framfor; lese som { $id }.

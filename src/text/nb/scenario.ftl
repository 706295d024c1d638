# Meldinger om scenarioer, parametere og valg. Uten punktum: de er del av en linje.

## Tabeller på disk
parquet-table-not-written = En Parquet-tabell kan ikke skrives
path-cannot-be-read = { $at } kan ikke leses

## Et scenario
index-counts-as-one = regnes som 1 når et uttrekk fordeles etter innbyggere
placed-by-recipients = plasseres etter brukere; tall per innbygger står tomme
not-used = brukes ikke i regningen
part-of-country = Enhetene er { $percent } prosent av landets { $total } innbyggere og bærer den delen av nasjonale beløp (innføringskostnader).
table-not-scenario = dette er parametertabellen, ikke et scenario
at-least = minst { $limit }
at-most = høyst { $limit }
any-number = ethvert tall
distribution-outside-range = fordelingen når utenfor det lovlige; legg til truncate = [minst, størst]
value-outside-range = verdien er utenfor det lovlige

## Parametere
parameter-not-in-table = parameteren mangler i parametertabellen
unknown-parameter = ukjent parameter
is-missing = mangler
unit-cannot-be-changed = enheten kan ikke byttes; regn om verdien i stedet
range-cannot-be-changed = det lovlige området kan ikke endres
unknown-entry-table = ukjent linje i tabellen
number-or-distribution = et tall eller en fordeling
say-which-year = skriv hvilket år verdien gjelder: { "{" } dated = { "{" } 2026 = … { "}" } { "}" }; andre kjente år blir stående
unknown-status = ukjent status
price-year-not-year = prisåret er ikke et årstall
must-be-whole-number = verdien må være et helt tall
shares-must-sum-to-one = andelene skal til sammen bli 1
one-entry-above-zero = minst én linje i tabellen må være større enn 0
cannot-be-larger-than = { $low } kan ikke være større enn { $high }
need-varies-too-much = behovet varierer mer enn timene det hører til: need_sd / √(1 − need_persistence²) må være under 1; sett en av dem lavere
shares-of-relatives-exceed-one = andelene med én og to pårørende blir til sammen mer enn 1

## Alternativer
unknown-model = ukjent modell
cannot-be-read = kan ikke leses

## Filer som bygger på hverandre
scenario-files-in-circle = scenariofilene bygger på hverandre i ring
file-or-scenario = en fil, eller et innebygd scenario: { $list }
file-does-not-exist = filen finnes ikke
file-cannot-be-read = filen kan ikke leses: { $why }
folder-not-file = dette er en mappe, ikke en fil
not-ordinary-file = dette er ikke en vanlig fil
file-too-large = filen er for stor; høyst { $mib } MiB leses
results-and-no-scenario = dette er en mappe med resultater og ikke et scenario; bpasim report MAPPE lager rapporten på nytt, og bpasim verify MAPPE viser kommandoen som laget dem
workbook-and-no-scenario = filen er en arbeidsbok, ikke et scenario; lagre tallene som CSV og nevn filen i et scenario (bpasim new lager et å begynne med)
json-and-no-scenario = filen er JSON, ikke et scenario; et scenario er en TOML-fil (bpasim new lager en å begynne med)
table-and-no-scenario = filen er en tabell, ikke et scenario; nevn den i et scenario, som units eller observed (bpasim new lager et å begynne med)
document-and-no-scenario = filen er et dokument, ikke et scenario (bpasim new lager et scenario å begynne med)
scenario-form = en TOML-fil eller navnet på et scenario
file-not-utf-8 = filen er ikke lagret som UTF-8 (kanskje som Windows-1252); lagre den som UTF-8: i Excel «CSV UTF-8», i Notisblokk «Lagre som … Koding: UTF-8»
file-utf-16 = filen er lagret som UTF-16; lagre den som UTF-8: i Excel «CSV UTF-8», i Notisblokk «Lagre som … Koding: UTF-8»

## Valget --set
must-be-path-value = skal ha formen sti=verdi
unknown-lever = ukjent virkemiddel
unknown-parameter-or-lever = ukjent parameter eller virkemiddel
value-wrong-kind = verdien er av feil slag
number-or-pert-example = et tall, eller en fordeling som { "{" }pert=[0, 0.1, 0.3]{ "}" }
whole-number = et helt tall

## Lesing
a-table = en tabell { "{" } … { "}" }
toml-names = navn i klammer og foran likhetstegnet kan bare ha a–z, A–Z, 0–9, - og _
extends-stands-first = skal stå øverst i filen, før [scenario]
set-twice = { $path } er satt flere ganger; { $last } gjelder, ikke { $first }.
far-from-shipped = { $id }: { $value } ligger langt utenfor det forutsetningen er oppgitt med ({ $stated }). Er det ment slik?
unknown-key = ukjent nøkkel
text-quotation-marks = tekst i anførselstegn
list-of-texts = en liste ["…", "…"]
finite-number-point-decimals = et endelig tall, med punktum som desimaltegn
list-of-numbers = en liste med { $count } tall
list-of-numbers-point = en liste med { $count } tall, med punktum som desimaltegn
list-of-any-numbers = en liste med tall [ … ]
file-empty = filen er tom
toml-quotation-marks = ikke gyldig TOML: krøllete anførselstegn kan ikke leses; skriv rette
toml-backslash = ikke gyldig TOML: en omvendt skråstrek i "…" er et spesialtegn; skriv / eller sett stien i '…'
toml-number = ikke gyldig TOML: et tall skrives med punktum for desimaler, uten mellomrom og prosenttegn
toml-twice = ikke gyldig TOML: nøkkelen eller tabellen står to ganger
toml-text = ikke gyldig TOML: tekst skal stå i rette anførselstegn
toml-not-closed = ikke gyldig TOML: et anførselstegn eller en klamme er ikke lukket
toml-carriage-return = ikke gyldig TOML: linjene slutter med tegnet CR alene, som på en gammel Mac; lagre filen på nytt med linjeslutt LF (Unix) eller CRLF (Windows)
toml-invisible = ikke gyldig TOML: på linjen står et tegn som ikke synes ({ $character }); skriv et vanlig mellomrom eller slett det
toml-true-false = ikke gyldig TOML: ja og nei skrives true og false, og tekst i rette anførselstegn
toml-line = ikke gyldig TOML: linjen kan ikke leses; den skal være «nøkkel = verdi» eller «[tabell]»
file-without-format = filen sier ikke hvilket format den er i
file-of-newer-format = filen er skrevet for en nyere bpasim som leser format { $number }; dette er versjon { $version }
unknown-format = ukjent format
key-needs-quotation-marks = ukjent nøkkel; en id med punktum skal stå i anførselstegn
number-or-pert = et tall, eller en fordeling som { "{" } pert = [minst, mest sannsynlig, størst] { "}" }
one-distribution = én fordeling: { $distributions }
key-must-be-year = nøkkelen skal være et årstall
each-year-once = hvert år én gang
value-cannot-be-read = verdien kan ikke leses

## Innstillinger
is-missing-extend-national = mangler; skriv extends = "national" øverst for å bygge på det innebygde scenariet
name-not-for-folder = navnet brukes som mappenavn og kan ikke skrives slik
name-characters = 1–64 tegn av A–Z, a–z, 0–9, - og _
illegal-value = ulovlig verdi
currency-code = tre store bokstaver, som NOK eller SEK
whole-number-between = et helt tall, { $low }–{ $high }
unknown-placement = ukjent plassering
illegal-number-years = ulovlig antall år
years-set-twice = antall år er satt to ganger, ulikt
model-starts-too-late = Modell { $id } starter i { $start }, etter siste år som regnes ({ $last }), og gjør ingen forskjell.

## Korrelasjoner
same-pair-twice = det samme paret står to ganger
correlations-contradict = korrelasjonene motsier hverandre (matrisen er ikke positivt semidefinit)
correlated-with-itself = en parameter kan ikke korreleres med seg selv
correlation-with-fixed = Korrelasjonen med { $id } virker ikke: { $id } er et fast tall.

## Kommuner og bydeler
is-missing-extend-municipalities = mangler; skriv extends = "national" øverst for å bygge på de innebygde kommunene
same-id-twice = samme id to ganger
table-no-rows = tabellen har ingen linjer
unknown-zone = ukjent sone
unknown-centrality-class = ukjent sentralitetsklasse
age-group-is-missing = mangler, mens andre aldersgrupper på linjen har tall (skriv 0 om det er ingen)
must-be-persons = skal være et helt antall personer
one-or-a-thousand = kan leses på to måter: med desimalpunktum, eller med punktum mellom tusener
persons-understood = { $place }: { $column } er skrevet på en annen måte enn 1234, og lest som et helt antall personer.
unknown-municipality-or-district = ukjent kommune eller bydel
number-of-municipality-lost-zero = nullen foran er borte; kommunenummer har fire sifre
old-number = { $old } er et gammelt kommunenummer; i dag er det { $number } { $name }
old-number-merged = { $old } er et gammelt kommunenummer; kommunen er slått sammen med andre til { $number } { $name }: legg tallene sammen der
old-number-split = { $old } er et gammelt kommunenummer; kommunen er delt på { $list }: del tallene mellom dem
unknown-municipality-number = ukjent kommunenummer
old-number-among-units = { $place }: { $what }. Enheten regnes likevel, under det gamle nummeret.
not-a-year = er ikke et årstall
unknown-ages = ukjent aldersgruppe; den skal være en eller flere av aldersklassene som står ved siden av hverandre
group-too-small = en gruppe må ha så mange personer at ingen kan kjennes igjen
ages-overlap = aldersgruppene overlapper hverandre; det samme kan ikke være kjent to ganger om de samme personene
count-too-old = antallet er fra før landets serie begynner, så det kan ikke føres fram til basisåret; oppgi kommunens egen vekst i kolonnen growth
counts-carried = { $file }: antall fra { $list } er ført til { $year } etter veksten i kolonnen growth, eller landets vekst der den er tom.
counts-without-year = { $file } sier ikke hvilket år antallene er fra; de er lest som { $year }. Legg til kolonnen year.
known-counts-give-way = Kjente antall brukere i { $list } er ikke brukt: de er flere enn landets brukere i dette scenarioet (recipients, recipients_total).
row-without-figures = linjen har ingen tall; ta den bort (da regnes enheten som uten egne tall), eller skriv 0 der det ikke er noen
more-recipients-than-inhabitants = flere brukere enn innbyggere i klassen { $name }
more-national-recipients-than-inhabitants = landets brukere i klassen { $name } er flere enn innbyggerne i enhetene de skal fordeles på; sett recipients_total til tallet for området
text-characters = høyst { $limit } tegn, uten styretegn
placement-observed-needs-recipients = placement = "observed" krever antall brukere i alle aldersgrupper
placement-rates-needs-population = placement = "rates" krever folketall i alle aldersgrupper
placement-mixed-needs-population = placement = "mixed" krever folketall i alle aldersgrupper
withdrawal-by-population-needs = uttrekk etter innbyggere og overgangsordninger krever folketall for alle enheter, og det mangler her
more-observed-recipients-class = flere observerte brukere i klassen { $name } enn i landet i alt
no-inhabitants-class-spread = ingen innbyggere i klassen { $name } å fordele brukere på
units-have-population = enhetene har folketall i tabellen sin; ta bort dette, eller folketallene
part-by-recipients = Ingen sier hvor mange innbyggere enhetene har. Delen av nasjonale beløp (innføringskostnader) er satt til deres del av landets brukere, { $percent } prosent. Skriv inhabitants = … i [scenario].
more-than-national-population = Enhetene har { $units } innbyggere, flere enn de { $country } som nasjonale beløp gjelder for. De bærer beløpene i sin helhet. Skriv national_population = … i [scenario] om det er et annet år.
all-recipients-in-part = Enhetene har { $percent } prosent av landets innbyggere, men placement fordeler alle landets { $total } brukere på dem. Bruk placement = "observed", eller sett recipients_total til tallet for området.

## Tabellen over kommuner og bydeler
line-cannot-be-read = linjen kan ikke leses
row-of-other-length = linjen har ikke like mange felt som overskriften
table-empty = tabellen er tom
columns-by-semicolons = kolonnene er skilt med semikolon; bpasim import leser den; ellers: bruk komma mellom kolonnene og punktum i desimaltall, og lagre som UTF-8 (i Excel: bytt ut ; med , etter «CSV UTF-8»)
same-column-twice = kolonnen står to ganger
unknown-column = ukjent kolonne
column-missing = kolonnen mangler
quotation-mark-open = et anførselstegn på linjen er ikke lukket
columns-by-tabs = kolonnene er skilt med tabulator; bpasim import leser den; ellers: bruk komma mellom kolonnene og punktum i desimaltall, og lagre som UTF-8
not-column-names = første linje som ikke er et notat (#), skal navngi kolonnene; dette er en annen slags tabell, som bpasim import kanskje leser
hidden-characters = det er styretegn eller usynlige tegn i teksten; ta dem bort
cell-without-column = verdien står i en kolonne uten navn
text-too-long = teksten er for lang
read-as = { $place }: { $key }: «{ $found }» er lest som { $value }.
illegal-number = ulovlig tall

## Fordelinger
numbers-must-be-finite = tallene må være endelige (ikke nan eller inf)
numbers-up-to-million = tallene må være større enn 0 og høyst en million
numbers-must-rise = tallene skal stå i stigende rekkefølge: minst, mest sannsynlig, størst
spread-cannot-negative = spredningen kan ikke være negativ
lognormal-limits = median (eller mean) må være større enn 0, og sigma høyst 5
values-and-weights-differ = values og weights må ha like mange tall, minst ett
weights-must-sum-to-one = weights må være 0 eller mer og til sammen 1 (nå { $sum })
truncate-smallest-largest = truncate skal være [minst, størst]
nothing-within-truncate = nesten ingenting av fordelingen ligger innenfor truncate

## Modeller
model-id-too-long = modellen må ha en kortere eller enklere id
model-id-characters = 1–32 tegn av A–Z, a–z, 0–9, - og _
heading-too-long = overskriften er for lang
at-most-characters = høyst { $limit } tegn
zero-alternative-is-today = nullalternativet er dagens ordning: det starter ikke og bygger ikke på noe
zero-alternative-lacks-lever = nullalternativet må ha alle virkemidler; dette mangler
zero-alternative-relieves-nobody = nullalternativet avlaster ingen mot seg selv, så her kan ingenting trekkes ut; sett andelen i modellen den gjelder
institutions-need-terms-for-all = beboere i institusjon kan bare telle der vilkårene gjelder hele ordningen (refund.scope = "all") uten aldersgrense (refund.max_age = "none")
terms-for-all-know-no-ages = vilkår for hele ordningen kjenner ingen aldre: aldersgrensen er nullalternativets eller ingen; sett grensen, eller la vilkårene gjelde dem med BPA (refund.scope = "bpa")
terms-for-all-keep-the-deduction = vilkår for hele ordningen har nullalternativets fradrag for utviklingshemming, siden ingen vet hvem det gjelder; la det stå, eller la vilkårene gjelde dem med BPA (refund.scope = "bpa")
terms-for-all-reach-so-low = så langt under innslagspunktet er ingenting kjent om kostnadene i hele ordningen; sett en høyere faktor, eller la vilkårene gjelde dem med BPA (refund.scope = "bpa")
model-without-extends = ny modell uten extends: skriv hvilken modell den bygger på
models-in-circle = modellene bygger på hverandre i ring
zero-alternative-is-missing = nullalternativet mangler; skriv extends = "national" øverst
same-model-twice = samme modell to ganger
model-starts-outside = modell { $id } starter utenfor årene som regnes
lever-without-history = dette virkemidlet kan ikke oppgis år for år
history-without-levers = et ledd i history uten virkemidler gjør ingenting
history-without-year = et ledd i history må si fra hvilket år virkemidlene gjelder
history-out-of-order = årene i history må stige
year-after = et år etter { $year }
history-outside-years = modell { $id } oppgir virkemidler for et år utenfor årene som regnes
history-holds = Modell { $id } setter { $lever }, men har også history fra modell { $base }, og verdien der gjelder fra { $year }. Oppgi virkemidlet i et ledd i history for { $id } for å endre det.
model-like-zero-alternative = Modell { $id } har de samme virkemidlene som nullalternativet og gjør ingen forskjell.
model-like-its-base = Modell { $id } skiller seg ikke fra modell { $base }, som den bygger på.

## Virkemidler
lever-of-model = { $path } i { $title }
lever-of-model-id = Virkemiddelet { $path } i modell { $id }
unknown-arena = ukjent arena
lever-series = en datert parameter, et tall, eller { "{" } dated = { "{" } 2024 = … { "}" } { "}" }
lever-number-not-none = et tall, en fordeling eller en parameters id; «none» gjelder ikke her
lever-number = et tall, en fordeling eller en parameters id
whole-years-between = hele år, { $low }–{ $high }
see-describe = se bpasim describe
no-scheme-layer = Enhetene har ikke innbyggere, og ingen kommune er oppgitt (scenario.municipality): resten av toppfinansieringsordningen er ikke med.
awards-out-of-reach = Så mange nye vedtak som veksten og avgangen krever, kan ikke komme fra de som venter (pool_ratio, exit_rate, recipients_growth): antallet mottakere vokser mindre enn oppgitt.
evening-out-out-of-reach = Utjevningen i { $model } kan ikke holde gjennomsnittet av innvilgede timer: grensene for dekning er for trange (coverage_max).
scheme-needs-a-refund = I nullalternativet er refusjonen slått av (refund.rate, refund.claim_share eller innslagspunktet er 0), så statsregnskapet for 575.60 kan ikke gjengis: resten av toppfinansieringsordningen er ikke med, i noen modell.
one-unit-withdraws-its-own = { $model }: med bare én enhet er det ingen å fordele uttrekket mellom: offset_by = "population" regnes som "own".
unknown-municipality = ukjent kommunenummer
separator-comma = komma
separator-semicolon = semikolon
separator-tab = tabulator
separated-otherwise = { $file }: kolonnene er skilt med { $separator }; slik er den lest.
read-in-encoding = { $file }: lest som { $encoding }; lagre som UTF-8 om bokstaver ser gale ut.
number-with-zero-put-back = { $place }: kommunenummeret har mistet nullen foran; lest som { $id }.

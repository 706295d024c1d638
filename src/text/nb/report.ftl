# Bokmål. Tekstene i rapport og arbeidsbok.

## Siden
title = Hvem betaler for BPA?
skip = Hopp til innholdet
contents = Innhold
figure-word = Figur
figure-data = Tallene bak { $title }
field-label = Utvalget fyller ut:
command-label = Kommando
on-paper = Tabellen er lang. Den står i arbeidsboka results.xlsx og i { $files }.
mark-unknown = «..» betyr at tallet ikke finnes.
mark-impossible = «.» betyr at tallet ikke er mulig.
mark-hidden = «:» betyr at tallet er skjult fordi det gjelder få personer.
yes = ja
no = nei
stamp-run = Kjøring { $id }
stamp-scenario = scenario { $name }
stamp-municipalities = { $count } kommuner
stamp-districts = { $count } bydeler
stamp-price-year = faste { $year }-kroner
stamp-draws = { $count } trekninger
stamp-interval = intervall: 5- til 95-prosentilen
stamp-no-interval = én trekning, uten intervall
own-assumptions = Egne forutsetninger: beregningene avviker fra det innebygde scenariet på { $count ->
    [1] ett punkt
   *[other] { $count } punkter
}.
own-value = egen verdi
minus = { $model } minus { $other }

## Enheter
unit-percent = prosent
unit-money = { $scale } { $year }-kroner
unit-nominal = løpende kroner
unit-budget = tusen løpende kroner
unit-ledger = { $scale } løpende kroner
unit-per-inhabitant = { $year }-kroner per innbygger
unit-hours-in-all = { $scale } timer i alt
unit-person-years = personår i alt
unit-present-value = { $unit }, nåverdi i { $year }
unit-share-of-need = andel av behovet, i prosent
unit-thousand-nominal = tusen kroner i året, løpende kroner
text-points = prosentpoeng
text-billion = milliarder kroner
text-million = millioner kroner
text-billion-hours = milliarder timer
text-million-hours = millioner timer
text-thousand-hours = tusen timer
in-year = Året { $year }, det første der alle modellene virker fullt ut
in-year-partly = Året { $year }, det siste året; ikke alle modellene virker fullt ut
in-last-year = Året { $year }, det siste
in-period = Hele perioden { $years }, lagt sammen

## Setninger om forskjeller
lead = { $outcome }, { $when }
lead-total = hele perioden { $years }
of-models = { $models }: { $said }
difference = { $size } { $unit ->
    [personer] { $direction ->
        [lower] lavere
        [higher] høyere
        [fewer] færre
       *[more] flere
    } { $size ->
        [1] person
       *[other] personer
    }
   *[other] { $unit } { $direction ->
        [lower] lavere
        [higher] høyere
        [fewer] færre
       *[more] flere
    }
} enn i nullalternativet, fra { $near } til { $far } { $far-way ->
    [lower] lavere
    [higher] høyere
    [fewer] færre
   *[more] flere
} i ni av ti trekninger.
difference-about-the-same = om lag som i nullalternativet, fra { $near } { $unit } { $near-way ->
    [lower] lavere
    [higher] høyere
    [fewer] færre
   *[more] flere
} til { $far } { $far-way ->
    [lower] lavere
    [higher] høyere
    [fewer] færre
   *[more] flere
} i ni av ti trekninger.
difference-both-ways = { $size } { $unit ->
    [personer] { $direction ->
        [lower] lavere
        [higher] høyere
        [fewer] færre
       *[more] flere
    } { $size ->
        [1] person
       *[other] personer
    }
   *[other] { $unit } { $direction ->
        [lower] lavere
        [higher] høyere
        [fewer] færre
       *[more] flere
    }
} enn i nullalternativet, fra { $near } { $near-way ->
    [lower] lavere
    [higher] høyere
    [fewer] færre
   *[more] flere
} til { $far } { $far-way ->
    [lower] lavere
    [higher] høyere
    [fewer] færre
   *[more] flere
} i ni av ti trekninger.
difference-one-draw = { $size } { $unit ->
    [personer] { $direction ->
        [lower] lavere
        [higher] høyere
        [fewer] færre
       *[more] flere
    } { $size ->
        [1] person
       *[other] personer
    }
   *[other] { $unit } { $direction ->
        [lower] lavere
        [higher] høyere
        [fewer] færre
       *[more] flere
    }
} enn i nullalternativet. Med én trekning er usikkerheten ukjent.
difference-none = ingen forskjell fra nullalternativet.
all-draws = alle trekningene
share-of-draws = { $share } av trekningene
sure-very = Det er svært sannsynlig at { $direction ->
    [lower] tallet er lavere
    [higher] tallet er høyere
    [fewer] det er færre
   *[more] det er flere
} ({ $share }).
sure-likely = Det er sannsynlig at { $direction ->
    [lower] tallet er lavere
    [higher] tallet er høyere
    [fewer] det er færre
   *[more] det er flere
} ({ $share }).
sure-counted = { $direction ->
    [lower] Lavere
    [higher] Høyere
    [fewer] Færre
   *[more] Flere
} i { $share }.
sure-open = Retningen er usikker: { $direction ->
    [lower] lavere
    [higher] høyere
    [fewer] færre
   *[more] flere
} i { $share }, { $direction ->
    [lower] høyere
    [higher] lavere
    [fewer] flere
   *[more] færre
} i { $other }.

## Sammendrag
summary-what = Rapporten sammenligner nullalternativet med { $models } på de samme simulerte personene, { $draws } ganger. Tallene nedenfor gjelder { $year } når ikke annet er sagt, og forskjellene er regnet mot nullalternativet, altså dagens ordning videreført. Rapporten anbefaler ingen modell.
summary-read = Slik leses usikkerheten: intervallet dekker ni av ti trekninger. Intervallet viser usikre forutsetninger og tilfeldigheter, ikke om selve modellen er riktig. Faktiske tall vil avvike.
summary-likely = Svært sannsynlig betyr mer enn 90 prosent av trekningene, sannsynlig betyr 66 til 90 prosent.
summary-bpa = BPA først: I nullalternativet har { $users } personer BPA i { $year }, med { $hours } levert. Det koster { $cost }, og kommunene sitter igjen med { $net } etter refusjon. Tall «i alt» omfatter også kommunenes ordinære tjenester til { $pool } personer med behov uten BPA.
scheme-followed = Modellen følger { $percent } prosent av ordningen person for person; resten er anslått fra statsregnskapet ({ $year }).
scheme-bpa-alone = { $models }: nye vilkår gjelder bare BPA her. Hva de koster om de gjelder hele 575.60, er mange ganger mer: det viser modellen «B – hele ordningen».
message-money = Hva pengene i B går til
money-lead = { $model }
money-goes-to = Statens netto er { $state } høyere enn i nullalternativet i { $year }. { $grant } er betaling per BPA-time, { $bpa } refusjon som skyldes BPA-timene, { $other } refusjon for andre tjenester til BPA-brukere og { $pool } refusjon for personer uten BPA i simuleringen. { $rest } Resten er skatt, trygd og andre utgifter.
money-rest = Til øvrige mottakere i ordningen går { $rest } (anslag).
money-rest-none = Øvrige mottakere i ordningen får det samme som i dag.
message-over-time = Over tid, under hvert uttrekk
over-time-what = Et uttrekk som settes i det første året med full virkning, gjør at det året nesten ikke koster staten noe: slik er det bygd. Derfor står året ti år etter og hele perioden ved siden av.
over-time-what-part = Et uttrekk som settes i det første året med full virkning, gjør at det året koster staten mindre enn årene etter: slik er det bygd. Derfor står året ti år etter og hele perioden ved siden av.
over-time = {" "}I { $year }: { $later }; hele perioden { $years }: { $sum }.
holds-ordinary-services-in = her er også ordinære tjenester til personer uten BPA, { $persons } i { $year }
holds-ordinary-services = her er også ordinære tjenester til { $persons } personer uten BPA
lead-holding = { $outcome } ({ $holds }), { $when }
an-estimate = anslag
rest-estimate = øvrige mottakere, anslag
row-of-which-simulated = herav personer i simuleringen
row-of-which-rest = herav øvrige (anslag)
note-models-left-out = { $models } er som { $base } i året som sammenlignes, og skiller seg bare i årene etter; de står i tabellen over uttrekk over tid og i filene.
message-who-pays = Hvem betaler?
message-relatives = Hva flyttes til pårørende?
message-work = Hva skjer med deltakelse i arbeid?
message-stability = Hva følger av brudd i bemanningen?
message-help = Får folk hjelpen?
message-society = Hva koster det samfunnet?
message-turns = Hva en time må være verdt for at svaret snur
message-words = Alle forskjellene i ord
changes-line = { $outcome }: { $level } i nullalternativet. { $changes }
change-open = { $change }, retningen er usikker
change-sentence = { $change }.{ $later }
message-unsure = Hva er mest usikkert?
summary-society = Kostnaden for samfunnet og det udekkede behovet må leses sammen. En udekket time har ingen avtalt pris. En modell kan være billigere fordi færre får hjelp.
summary-unsure = { $assumed } av { $all } forutsetninger er antakelser uten måling bak. Disse bestemmer mest av det som ikke er avgjort:
unsure-coverage-lead = Behovet
unsure-coverage = Ingen måler hvor mange timer folk trenger. Nivået på udekket behov og på pårørendes innsats hviler på en antatt dekning.
unsure-fill-lead = Pårørende
unsure-fill = Ingen norsk studie sier hvor mye av en udekket time pårørende fyller.
unsure-response-lead = Svar på finansiering
unsure-response = Hvor sterkt vedtak og tildeling svarer på hvem som betaler, er ikke målt i Norge.
unsure-municipal-lead = Kommunene
unsure-municipal = Det finnes ingen åpne BPA-tall per kommune. Personene er plassert etter folketall.
unsure-price-lead = Prisen
unsure-price = Timeprisen og lønnsandelen i den er anslag. De avgjør hvor mye staten refunderer.

## Kort fortalt
plain-what = BPA er hjelp som du selv styrer. I dag betaler kommunen, og staten dekker en del når hjelpen koster mye. Vi har regnet på hva som skjer hvis staten betaler mer.
plain-today = Går dagens ordning videre, har { $users } personer BPA i { $year }. De får { $hours }, og det koster { $bpa }. Kommunene sitter igjen med { $bpa-net } av regningen. { $lost } som er innvilget, blir ikke levert, og { $unmet } behov får ingen hjelp. Pårørende hjelper { $relatives }. Det koster dem { $cost } i tid, helse og arbeid, og { $work } går tapt. { $employed } med behov for hjelp er i jobb.
plain-models = Dette endrer hver modell. Foran står gjennomsnittet, i klammer der ni av ti trekninger ligger.
plain-lead = { $models } i { $year }
plain-change = { $what }: { $change }
plain-change-over-time = { $what }: { $change }.{ $later }
plain-unsure = Tallene bygger på mange antakelser. De viser hva som følger av antakelsene. De sier ikke hva som er best.

## 1 Problem
problem-bpa = Brukerstyrt personlig assistanse (BPA) skal gi mennesker med funksjonsnedsettelse likestilling og et selvstendig liv. Kommunen fatter vedtak og betaler. Staten refunderer en andel av lønnskostnadene over et innslagspunkt, kalt toppfinansiering.
problem-financing = Den som bestemmer, betaler ikke alltid hele kostnaden, og den som betaler, bestemmer ikke alltid. Det kan påvirke hvor mange timer som blir innvilget, hvem som får BPA, og hvor like vedtakene er fra kommune til kommune.
problem-relatives = Timer som ikke blir innvilget eller levert, forsvinner ikke. Pårørende tar en del av dem, og resten blir udekket. Derfor viser rapporten for alle modeller, også nullalternativet, hva som flyttes til pårørende i tid, helse og arbeid, hva som skjer med deltakelse i arbeid, og hva brudd i bemanningen fører til.
field-aims = Målene, og hvordan de skal veies mot hverandre.
problem-null-heading = Nullalternativet: utviklingen uten endring
problem-null = Nullalternativet er vedtatt politikk videreført. Antall brukere vokser, behovet øker med alder og sykdom, og kommunenes økonomi strammer seg gradvis til. Tabellen viser hva det gir.

## 2 Tiltak
measures-models = Disse modellene er regnet på:
measures-names = Et forsøk med statlig finansiering fra 2016 brukte også navnene A og B, om andre ordninger.
note-flows = Tall i { $unit }, rundet av til nærmeste { $digit } så beløpene kan legges sammen. Bredden på båndene er beløpet; BPA er timene og kommunenes administrasjon av dem.
figure-flows = Hvem betaler for BPA i { $year }, fra den som bærer kostnaden, til det den går til
box-state = Staten
box-municipalities = Kommunene
box-bpa = BPA
box-users = Brukerne
note-levers = Bare virkemidler der modellene er ulike. Et virkemiddel som trekkes, står med gjennomsnitt og intervall i runde tall.
note-levers-min-age = { $models }: laveste alder for refusjon endrer bare personene i simuleringen. For øvrige mottakere i 575.60 endrer den ingenting: regnskapet har alt i seg den regelen som gjelder.
lever-word = { $word ->
    [municipality] kommunen
    [state] staten
    [own] egen kostnad
    [population] folketall
    [fixed] fast
    [yearly] hvert år
    [rebased] på nytt hvert få år
    [bpa] bare BPA
    [all] hele ordningen
    [guarantee] inntektsgaranti
    [linear] jevnt over noen år
    [none] ingen grense
   *[other] { $word }
}
column-from = innebygd
column-to = brukt her
figure-cost-curve = Innslagspunktet: hva kommunen betaler etter hvert som hjelpen koster mer, { $year }
axis-municipality-pays = Kommunen betaler, mill. kroner i året
axis-cost = Kostnad til BPA for én person, mill. kroner i året
note-cost-curve = Loven regnet på én person på 40 år uten andre tjenester, alle forutsetninger på gjennomsnittet, uten at noen endrer atferd. Det kommunen ikke betaler, betaler staten.
alt-cost-curve-model = { $model }: av { $cost } tusen kroner i året betaler kommunen { $municipality } og staten { $state }.
column-hours-per-week = Timer i uka
column-bpa-cost = Kostnad
column-state-pays = { $model }: staten
column-municipality-pays = { $model }: kommunen
field-left-out = Tiltak som er vurdert og lagt bort, og hvorfor.

## 3 Prinsipper
principles-what = Spørsmålene er utvalgets. Her står hva beregningene kan si om hvert av dem.
principle-equality-lead = Likestilling
principle-equality = FN-konvensjonen artikkel 19 handler om retten til et selvstendig liv. Beregningene viser leverte timer, udekket behov, ventetid og deltakelse.
principle-self-government-lead = Lokalt selvstyre
principle-self-government = Modellene skiller seg i hvem som bestemmer. Beregningene viser hvor mye vedtakene varierer mellom kommuner, og hva felles praksis endrer.
principle-financing-lead = Finansiering
principle-financing = Nye oppgaver skal dekkes. Beregningene viser kommunenes netto før og etter uttrekk, og hvilke kommuner som får mer eller mindre.
principle-rights-lead = Rettssikkerhet
principle-rights = Ventetid, overgangen ved 18 år og rettighetsgrensene er virkemidler i modellene. Klagebehandling er ikke med; se begrensningene.
principle-others-lead = Personer uten BPA
principle-others = Egne regler for BPA kan gjøre avstanden større til dem som har andre tjenester. Beregningene viser dekningen for begge grupper.
field-principles = Vurderingen av prinsippene, også lovspørsmål som beregningene ikke berører.

## 4 Virkninger
effects-what = Tabellen går gjennom alle som berøres. Tallene er forskjeller fra nullalternativet, regnet trekning for trekning.
actor-users = BPA-brukere
actor-others = Personer med behov, uten BPA
actor-relatives = Pårørende
actor-assistants = Assistenter
actor-suppliers = Private leverandører
actor-municipalities = Kommuner
actor-counties = Fylkeskommuner
actor-state = Staten
actor-employers = Arbeidsgivere til pårørende
actor-society = Samfunnet
row-not-computed = Ikke regnet: modellen har ingen tall for gruppen
field-duration = Hvor varige virkningene er, og virkninger som ikke er regnet.
figure-years = Forskjell fra nullalternativet: { $outcome }, { $years }
alt-bars = { $title }. { $unit }. { $models } Tallene står i tabellen under figuren.
note-band = Linjen er gjennomsnittet. Feltet dekker ni av ti trekninger.
axis-year = År

## 5 Modell og data
model-what = Modellen simulerer enkeltpersoner år for år. Alle modeller møter de samme personene og de samme tilfeldighetene, slik at forskjeller ikke skyldes flaks.
model-people-lead = Personer
model-people = Personer med langvarig behov får alder, tilstand, behov i timer, pårørende og kommune. Hvert år blir de eldre, behovet endrer seg, nye kommer til og noen dør.
model-grant-lead = Vedtak
model-grant = Den som bestemmer, ser hva én time til koster på eget budsjett, og innvilger deretter. Praksis varierer mellom kommuner.
model-deliver-lead = Levering
model-deliver = Ubesatte stillinger, brudd og ventetid gjør at ikke alt som innvilges, blir levert.
model-relatives-lead = Pårørende
model-relatives = Pårørende fyller en del av gapet, og taper tid, helse og arbeid på det.
model-money-lead = Penger
model-money = Hver krone føres én gang på den som betaler. Overføringer summerer til null.
model-draws-lead = Trekninger
model-draws = Alt gjentas med nye verdier for usikre forutsetninger. Spredningen blir intervallet.
note-status = Observert, vedtatt og sitert har en kilde. Antakelse betyr at ingen kilde er funnet.
column-hash = kontrollsum (BLAKE3, starten)
note-inputs = Kontrollsummen viser om en fil er endret.
model-warnings = Merknader om data

## 6 Prissatte
priced-what = Netto nåverdi er summen over år, regnet om til verdien i det første året. Tabellene viser kostnad for hver betaler, skattefinansieringskostnad og summen.
priced-beside = Summen dekker ikke alt. Udekket behov, innleggelser og utdanning står under summen, for at ingen skal lese kostnaden alene.
group-priced = Virkninger med pris
group-unpriced = Ved siden av summen: virkninger uten pris eller målt i antall
row-tax-cost = Skattefinansieringskostnad

## 7 Ikke-prissatte
unpriced-what = Noen virkninger har ingen pris og skal ikke gjøres om til kroner. Beregningene gir retning og størrelse. Hvor viktige de er, vurderer utvalget.
effect-self-determination = Likestilling og selvbestemmelse
effect-unmet = Hjelp som mangler
effect-participation = Deltakelse i utdanning
effect-relatives-burden = Belastning for pårørende
effect-equal-treatment = Lik behandling i ulike kommuner
effect-others = Personer uten BPA
effect-waiting = Ventetid
effect-hospital = Innleggelser
column-weight = Betydning, omfang og konsekvens
for-the-committee = utvalget fyller ut
note-unpriced = Målet som er brukt, står under hver virkning. Konsekvens fra −−−− til ++++ settes av utvalget, med begrunnelse.
hour-price-heading = Hva en time som mangler, må være verdt
hour-price-what = Så mye må en time udekket behov være verdt for at modellen i gjennomsnitt skal koste samfunnet mindre enn nullalternativet i hele perioden. Det henger på hva de ekstra tjenestene er verdt som kommunene kjøper for en del av det de spares: de er en kostnad i regnskapet, men ingen har målt nytten. Derfor står to svar: at tjenestene er verdt det de koster, og at de er verdt ingenting.
hour-price-read = Timer og kroner er neddiskontert med den samme renten, og prisen, i { $year }-kroner, følger lønningene. Det som står om andre trekninger, er hvor nøyaktig gjennomsnittet er regnet ut. Det er ikke hvor usikkert svaret er: i en enkelt trekning kan prisen være en helt annen, og bpasim decide sier fra hvilken pris det er slik i ni av ti.
field-unpriced = Begrunnelse for konsekvensene, og virkninger som mangler her, som livskvalitet.

## 8 Budsjett
budget-what = Tabellen viser endring i statens utgifter og inntekter etter kapittel og post. Pluss er høyere utgift eller lavere inntekt. Innfasingen ses i de første årene.
row-sum-paid = Sum, når pengene betales
row-sum-earned = Sum, når utgiften oppstår
row-sum-fixed = Sum, når pengene betales, faste kroner
note-budget = Gjennomsnitt av trekningene, løpende kroner der ikke annet står. Kommuner, brukere, pårørende og arbeidsgivere ligger utenfor statsbudsjettet og står i hovedboka.
note-budget-lag = Toppfinansiering betales året etter at utgiften oppstår, når modellen har et etterslep. Andre poster betales i samme år.
note-budget-chapters = Kapittel og post er hentet fra budsjettdokumentene som står i arbeidsboka. Linjer som ikke kan plasseres sikkert, er holdt utenfor summen, med grunn.
budget-claims = Refusjon for personene i simuleringen som er opptjent, men ikke betalt ved utgangen av { $year }, i millioner løpende kroner. { $claims }
budget-claims-whole = Hele 575.60, øvrige mottakere medregnet: refusjon som er opptjent, men ikke betalt ved utgangen av { $year }, i millioner løpende kroner. { $claims }
row-item-in-all = { $item }, i alt
group-item-today = { $model }: hele posten, før endringene under
lag-what = Endret etterslep flytter betalinger én gang. Det er kontanter, ikke kostnad:
lag-moves = Fra { $year } er etterslepet { $lag } år i stedet for { $before }, og { $amount } millioner løpende kroner betales { $way ->
    [later] senere
   *[sooner] tidligere
} det året enn ellers.
budget-money = Hva pengene i B går til
budget-money-what = Tabellen deler opp det staten betaler mer under modeller som endrer refusjonsvilkårene: hvem refusjonen gjelder, og hva kommunene gjør med den. «Bare BPA» og «hele ordningen» er to ulike reformer og vises alltid sammen.
group-state-pays = Staten betaler mer
group-municipalities-do = Hva kommunene gjør med pengene
row-other-state = Skatt, trygd, administrasjon og andre utgifter
row-withdrawn = Uttrekk fra rammetilskuddet
row-received = Mottatt fra staten, etter uttrekk
row-more-bpa = Mer BPA, andre tjenester og administrasjon
row-left = Blir igjen hos kommunene: lavere netto
note-money = Refusjon som skyldes BPA, er det som ville falt bort uten BPA-timene. Rader uten intervall er regnet av gjennomsnittene i de andre.
budget-scheme = Hvis reglene gjelder hele 575.60: hva B koster, del for del
budget-scheme-what = Delene er regnet på øvrige mottakere i 575.60, forankret i statsregnskapet, uten at noen endrer atferd før den siste delen. Sats og innslagspunkt følger av regnskapet og fordelingen av kostnader; resten er antakelser. Antallet over 67 år og i institusjon er ukjent. Etterslepet er som i dag: falt det bort, ville året modellen starter, betale omtrent hele posten én gang til. Det er kontanter, ikke kostnad.
scheme-changing = Nullalternativet er 80 prosent over ett innslagspunkt. Prop. 102 S (2023–24) viser virkninger av foreslåtte endringer i ordningen fra 2025; innhold og vedtak er ikke funnet og må avklares med KDD før tallene brukes. Ekstratilskuddet i 575.61 er ikke med.
group-known = Følger av regnskap og regler
group-assumed = Hviler på antakelser
group-beside-sum = Ved siden av summen: om beboere i institusjon teller
group-scheme-persons = Personer over innslagspunktet, utenom simuleringen
column-added-up = { $column }, så langt
note-scheme-parts = Anslag. Første kolonne for hvert år er delen, neste er summen så langt, regnet av gjennomsnittene. Antall personer er forventninger.
note-ages-unknown = Ingen vet hvor mange over 67 år hjemme, eller i institusjon, som ville komme over innslagspunktet om aldersgrensen falt.
budget-withdrawals-above = Hva modellene koster over tid under hvert uttrekk, står i sammendraget.
withdrawal-row = { $model }, { $withdrawal ->
    [none] uten uttrekk
    [fixed] fast uttrekk
    [rebased] uttrekk satt på nytt hvert få år
    [yearly] uttrekk satt hvert år
   *[other] { $withdrawal }
}
as-the-model-is = slik modellen er
as-model = regnet fullt ut: «{ $model }»
same-persons = de samme personene, et annet uttrekk
note-withdrawals = Forskjell fra nullalternativet. Rader merket «de samme personene» er regnet i hver trekning på de simulerte personene, med det uttrekket og de tjenestene lettelsen da kjøper; vedtakene svarer på modellens eget uttrekk. Modellene regnet fullt ut står i scenarioet med alle variantene (bpasim run variants).
note-rebased = Et uttrekk satt på nytt bygger her på utviklingen uten reformen, som ingen får se når reformen er gjort. Et virkelig ville bygd på en indeks og ligget noen år etter, så tallet er det beste som kan oppnås.
claim-model = { $model }: { $amount }.
claim-model-whole = { $model }: { $amount }, av det { $simulated } for personene i simuleringen.
budget-who = Hvem betaler
budget-over-time = Hva modellene koster staten over tid
budget-withdrawal = Med og uten uttrekk
budget-withdrawal-what = En modell som trekker i rammetilskuddet, kan ikke sammenlignes direkte med en som ikke gjør det. Tabellen viser modellene før uttrekk, slik de er, og slik de ville vært om alle hadde et uttrekk som lar kommunene stå som i nullalternativet.
group-before-withdrawal = Før uttrekk
group-as-is = Slik modellene er
group-all-withdrawn = Om alle modeller hadde et uttrekk som dekker kommunenes lettelse
note-withdrawal = I siste gruppe er kommunenes netto nullalternativets i hver trekning, med dets intervall. Statens netto der og før uttrekk er regnet av gjennomsnittene i radene over; hver trekning for seg er ikke lagret, så den har ikke intervall.
budget-one-off = Engangskostnader og varige kostnader
note-one-off = Innføring er engangskostnader i innfasingsårene. Administrasjon er varig. IKT og opplæring er ikke skilt ut.
note-ledger = Gjennomsnitt av trekningene, løpende kroner, når utgiften oppstår. Minus er en gevinst for betaleren. ledger.csv har også tidspunkt for betaling og standardfeil.

## 9 Kommuner
municipal-what = Tallene viser endring i kommunenes netto etter uttrekk, i faste kroner per innbygger. De er summer over kommunene i hver gruppe.
units-municipalities = kommuner
units-districts = bydeler
municipal-hidden = Små tall er skjult: { $count } { $units } har færre enn fem personer; timer og kroner er skjult sammen med antallet. Der en aldersklasse har få, er brukerne i den og i en klasse ved siden av fordelt etter landets alder, ikke etter det som er talt.
hidden-why = Små tall er skjult. Antallet brukere står i scenarioets egen tabell, og regnes som virkelige personer. En kommune med 1 til 4 brukere er skjult, og det regnes med et anslag i stedet: summer der den er med, er ikke nøyaktig de talte. Små aldersklasser i andre kommuner deler sum med en annen klasse; er få under 67 år, gjør alle klassene det. Hva som skjules, følger bare av kommunens egne antall. Er de publisert, settes observed_persons = false i scenarioet.
hidden-units = Skjult: tallene for { $count } av { $all } { $units }.
hidden-outcomes = Skjult for alle under ett: { $names }.
hidden-country = Alle resultater er skjult: ingen kommune i scenarioet har mange nok personer til at noe kan vises. Det som vises, er forutsetningene og hva loven sier om én tenkt person.
hidden-limits = Ingenting av et skjult antall er med i det som beregnes, heller ikke som del av en sum, så verken andre forutsetninger eller en ny utgave av tabellen gir det. En ny utgave viser hvordan de viste antallene har endret seg: tabellen selv deles ikke.
municipal-no-inhabitants = Kommunene eller bydelene her har ikke folketall, så tall per innbygger kan ikke regnes ut.
municipal-risk = Små kommuner kan få store utslag av én ny bruker. Tabellen viser hvor mye utgiften per innbygger svinger fra år til år i én trekning.
municipal-growth = Et uttrekk som settes én gang, følger ikke med når antall brukere vokser. Forskjellen fra nullalternativet endrer seg slik for kommunene samlet, i millioner kroner:
municipal-growth-model = { $from } i { $from-year } og { $to } i { $to-year }.
group-centrality = Etter sentralitet (SSB)
group-size = Etter innbyggertall
group-kostra = Etter KOSTRA-gruppe
centrality = Klasse { $class ->
    [1] 1, mest sentral
    [6] 6, minst sentral
   *[other] { $class }
}
size-below = under { $to }
size-between = { $from } til { $to }
size-above = { $from } og flere
column-units = Kommuner
column-per-10000 = Brukere per 10 000 innbyggere, nullalternativet
column-net-per-inhabitant = Netto per innbygger, nullalternativet
column-change = { $model }: endring per innbygger
column-win = { $model }: får mindre utgift
column-lose = { $model }: får mer utgift
note-groups = Kroner er faste kroner i året som sammenlignes.
note-win = En kommune regnes med når endringen er over én krone per innbygger.
note-illustration = Kommunetall er illustrasjoner: utenom Oslo finnes det ingen åpne BPA-tall per kommune.
figure-units = Endring i kommunenes netto per innbygger etter innbyggertall, { $year }
column-lowest = { $model }: laveste
column-middle = { $model }: midterste
column-highest = { $model }: høyeste
column-unit = Kommune
column-district = Bydel
column-code = Nummer
column-county = Fylke
column-population = Innbyggere
column-recipients = Brukere { $year }, nullalternativet
column-change-money = { $model }: endring
column-quality = Kvalitet
quality-computed = beregnet
quality-known = { $quality }; { $persons } var kjent i { $year }
quality-observed = observerte brukere
quality-hidden = skjult
note-units-interval = Intervallet går fra 5- til 95-prosentilen over høyst 1 024 trekninger.
note-quality = Beregnet: brukerne er plassert av modellen. Observerte brukere: startåret har kommunens egne tall.
note-municipality-file = To sider om én kommune: «bpasim report MAPPE --municipality NUMMER» lager filen kommune-NUMMER.html ved siden av rapporten.

## 10 Pårørende, arbeid, stabilitet
relatives-what = Her står det samme for alle modeller, nullalternativet først: kostnader som flyttes til pårørende, deltakelse i arbeid, og følger av brudd i bemanningen.
relatives-moved = Kostnader som flyttes til pårørende: tid, helse og arbeid
relatives-work = Deltakelse i arbeid for brukere og familie
relatives-stability = Følger av brudd i rekruttering og manglende stabilitet
stability-what = Innvilgede timer som ikke blir levert, skyldes ubesatte stillinger og brudd. Pårørende må da lede eller dekke, noe blir udekket, og risikoen for innleggelse øker.
relatives-transitions = Overganger
transitions-what = Fylte 18 år, sykdom som skrider fram, rask sykdom og ventetid. Modellen følger personene gjennom disse, men skiller dem ikke ut i egne kostnader.
figure-hours = Hvor timene i behovet blir av, { $year }
note-hours = Alle med behov, med og uten BPA. Delene summerer til hele behovet.

## 11 Usikkerhet
uncertainty-what = Spredningen mellom trekningene viser hva usikre forutsetninger og tilfeldigheter betyr. Figurene viser hvor stor del av trekningene som ligger under hver forskjell.
uncertainty-form = Spredningen sier ikke noe om modellens form. Andre sammenhenger enn de som er valgt, kan gi andre svar.
figure-curve = Hvor sikker er forskjellen? { $outcome }, { $year }
axis-share-of-draws = Andel av trekningene under
axis-difference = Forskjell fra nullalternativet, { $unit }
alt-curve-model = { $model }: ni av ti trekninger ligger mellom { $low } og { $high }; { $below } ligger under null.
column-share-below = Andel av trekningene under
row-below-zero = Andel under null
note-curve = Kurven går gjennom alle prosentiler fra 1 til 99; merkene er 5, 50 og 95. Ligger den til venstre for null, er tallet lavere enn i nullalternativet.
figure-convergence = Hvor nøyaktig er gjennomsnittet regnet ut (Monte Carlo-feilen)? { $outcome }, forskjell fra nullalternativet, { $year }
axis-draws = Trekninger
alt-convergence-model = { $model }: feilen er { $error } etter { $draws } trekninger.
note-convergence = Feilen i gjennomsnittet når antallet trekninger øker. Hvor mange sifre tabellene viser, følger av den: hele rekken av år og modeller har samme siste siffer.
uncertainty-sensitivity = Hvor en konklusjon snur, og hva det er verdt å vite mer om, er ikke undersøkt for disse beregningene. Kommandoen decide gjør det og tar det inn her.
uncertainty-decides = Hvilke forutsetninger som betyr mest, og hvor en konklusjon snur, står i neste del.
field-risk = Tiltak som kan redusere usikkerheten, og hva som bør undersøkes først.

## 12 Fordeling
distribution-what = Fordelingsvirkninger inngår ikke i nåverdien. Først avstanden mellom dem som har BPA, og dem som har behov uten BPA, målt i prosentpoeng dekning av behovet:
gap-model = { $first } prosentpoeng i { $first-year } og { $now } i { $year }.
distribution-places = Ulik praksis mellom kommuner vises av spredningen i dekning, og av hvor mye av forskjellene som skyldes bosted. Felles praksis (harmonisering) er et virkemiddel i modellene. Kjønn og diagnose er ikke med.

## 13 Samlet vurdering
assessment-what = Tabellen samler virkningene. Modellene står i den rekkefølgen de er skrevet, ikke etter hva som er best.
field-majority = Hvilket tiltak flertallet anbefaler, og hvorfor.
field-minority = Mindretallets syn.

## 14 Gjennomføring
success-what = Beregningene forutsetter at dette er på plass. De sier ikke hvordan.
success-recruitment-lead = Rekruttering
success-recruitment = Flere timer må bemannes. Lønnsløft, færre brudd og færre ubesatte stillinger er virkemidler som kan prøves.
success-administration-lead = Administrasjon
success-administration = Den som skal fatte vedtak og betale, må ha folk og systemer til det. Kostnaden er en forutsetning i hver modell.
success-transition-lead = Overgang
success-transition = Innfasingen tar den tiden modellen sier. Overganger ved 18 år og mellom ordninger må ha regler.
success-evaluation-lead = Evaluering
success-evaluation = Mål det modellen ikke vet: behov, pårørendes timer, ubesatte timer, ventetid og vedtak, før og etter.
field-success = Ansvar, tidsplan og evaluering.

## 15 Kvalitet
assurance-validation = Av kjente tall som ikke er brukt i modellen, er det { $hits } treff og { $misses } bom. Tall som er gitt inn, tilpasset eller holder uansett, står for seg: modellen er laget for å treffe dem ({ $fitted } treff, { $lost } bom). { $rest } tall kunne ikke prøves i disse beregningene.
column-known = Kjent tall
column-model = Modellen
column-hit = Resultat
column-kind = Slag
column-source = Kilde
note-validation = Gitt inn: tallet er brukt i modellen, og treff viser bare at det er brukt rett. Tilpasset: forutsetninger er valgt for å treffe. Uavhengig: tallet er ikke brukt.
assurance-backtest = Om modellen treffer historien bedre enn enkle trender, er ikke prøvd i denne rapporten. Kommandoen backtest gjør det, for brukere, timer og 575.60 fra hvert år bakover, og tar seire og tap inn her.
assurance-tests = Programmet har automatiske tester av regler, regnskapsidentiteter, usikkerhet og gjentakelse. Testene følger kildekoden. Uavhengig gjennomgang av mennesker er ikke gjort.
assurance-repeat = Slik gjentas beregningene
assurance-run = Kjøring { $id }, versjon { $version }, frø { $seed }. Fingeravtrykk av alle resultatene: { $fingerprint }.
field-interests = Hvem som har betalt for arbeidet, og hvilke interesser de har.

## 16 Begrensninger
limits-what = Dette kan programmet ikke vite:
limit-need = Ingen måling av behov finnes. Nivået på alt som faller på pårørende, hviler på en antatt dekning. Er dekningen høyere enn antatt, bærer pårørende mindre i alle modeller, og flere timer gir dem mindre.
limit-municipal = Utenom Oslo (2022) finnes det ikke åpne BPA-tall per kommune. Kommunetall er illustrasjoner til egne tall legges inn. Det flytter penger mellom kommuner, ikke summen for landet.
limit-relatives = Ingen norsk studie sier hvor mye pårørende fyller av en udekket time. Fyller de mer enn antatt, er mer av forskjellen mellom modellene pårørendes tid, helse og arbeid, og mindre udekkede timer.
limit-response = Ingen norsk studie sier hvor sterkt vedtak svarer på hvem som betaler. Svarer de sterkere enn antatt, innvilger B flere timer og koster mer; svarer de ikke, er virkningen ren regning, som står ved siden av.
limit-norm = Om en nasjonal norm blir romsligere eller strammere enn kommunal praksis, er ukjent. Er den romsligere enn antatt, innvilger A flere timer og koster mer; er den strammere, omvendt.
limit-thresholds = Innslagspunktene for 2018–20 og 2022 er interpolert, og i etterprøvingen etter minnet; lønnsserien er etter minnet. De må kontrolleres mot kilden. De flytter nivået likt i alle modeller, og poengene i etterprøvingen av 575.60.
limit-unmet = En udekket time har ingen avtalt pris. Den står ved siden av kostnaden, ikke i den. Jo mer den er verdt, desto mer taler for modeller som innvilger flere timer.
limit-models = Hva modellene blir, er utvalgets sak. Verdiene her er forutsetninger; andre verdier kan snu rekkefølgen.
limit-structure = Intervallene dekker ikke feil i modellens form, nye lover eller sjokk i økonomien. De er derfor for smale, i alle modeller.
limits-scheme = Toppfinansieringsordningen (575.60)
limits-scheme-what = Alt om øvrige mottakere er anslag til et departement gir fordelingen. For hver grense står hvilken vei den ville flyttet sammenligningen:
limit-scheme-below = Under innslagspunktet har ingen rapportert kostnader. Er det flere like under enn kurven sier, koster et lavere innslagspunkt mer enn vist; er det færre, mindre. Det gjelder «hele ordningen», ikke «bare BPA».
limit-scheme-ages = Antallet over 67 år hjemme er ukjent. Er de flere enn antatt, blir B for hele ordningen dyrere for staten og billigere for kommunene; A og «bare BPA» endres ikke.
limit-scheme-institutions = Om beboere i institusjon teller når aldersgrensen faller, er uavklart, og hva de koster i direkte lønn, er lite kjent. Teller de, og koster de mer enn antatt, blir B for hele ordningen dyrere.
limit-scheme-alpha = Formen på fordelingen (α) bygger på tre år. Er flere av pengene hos de aller dyreste enn antatt, er færre over innslagspunktet, og et lavere innslagspunkt koster mindre enn vist; er de jevnere fordelt, mer.
limit-scheme-units = Kommunetall for øvrige mottakere er forventninger: en liten kommune har 0 eller 3 slike personer, aldri 1,4. Summen for landet endres ikke, men små kommuner får større utslag enn vist.
limit-scheme-response = Øvrige mottakere får flere tjenester bare gjennom forutsetningen om hvor mye øvrige tjenester svarer på statens andel. Svarer kommunene sterkere på at staten betaler mer, koster B for hele ordningen mer.
limit-transition = Overgangsordningene er etterligninger: inntektsgarantien ser på tilskuddet alene, vår på hele virkningen av reformen. Det endrer hvilke kommuner som taper og når, ikke summene.
limit-terms = Vilkår vedtatt fra 2025 må bekreftes. Er satsen alt hevet eller innslagspunktet endret, er nullalternativet dyrere for staten enn vist, og B legger mindre til.
limits-left-out = Det modellen utelater, og hvilken vei det ville flyttet sammenligningen
limit-labour = Tilgangen på assistenter: ubesatte timer og lønn svarer ikke på hvor mange timer som innvilges. Modeller som innvilger mer, leverer da trolig mindre og koster mer per time enn vist. Det svekker B, og A der normen blir romsligere.
limit-complaints = Klager: verken antall, saksbehandling eller timer som vinnes, er med. Der staten bestemmer, kan klageinstansen jevne praksis ut, men også presse timene opp: A blir da dyrere og likere enn vist. Kommunale modeller får flere timer etter klage enn vist.
limit-turning-18 = Overgangen ved 18 år er ikke fulgt som årskull. Modeller med garanti (A) gir unge mer enn vist like etter overgangen; gevinsten i skole og arbeid er trolig for liten.
limit-moving = Flytting mellom kommuner: ingen flytter, og ingen taper vedtaket ved flytting. Nasjonale regler (A) er da verdt mer for brukerne enn vist.
limit-paid-relatives = Pårørende ansatt som assistenter er ikke skilt ut. Der flere timer innvilges, tar noen pårørende lønnet arbeid i stedet for å avlastes: gevinsten i tid er mindre enn vist, gevinsten i inntekt større. Det demper forskjellene i pårørendes timer mellom modellene.
limit-quality-of-life = Brukernes livskvalitet og sykefravær er ikke med. Modeller som gir flere timer, ser da dyrere ut for samfunnet enn de er: det taler for B, og for A der normen blir romsligere.
limit-means = Timer etter kommunens råd: hva en kommune innvilger, følger ikke av inntekten dens. Er fattige kommuner strengest, jevner A ut mer, og B, som legger penger til der det alt innvilges mye, mindre enn vist.
limit-law = Egen lov: BPA er en helse- og omsorgstjeneste i alle modeller, også i varianten «A med rett for alle». En egen lov om likestilling ville trolig la flere behov telle. A gir da flere timer og koster mer enn vist, og avstanden til dem uten BPA blir større.
limit-choice = Valg av organisering og assistenter, og leverandørenes priser: timen koster det samme hvem som enn er arbeidsgiver, og leverandører som deler assistenter («pool»), er ikke med. Får brukeren velge selv under A, er A verdt mer for brukerne enn vist. Betaler staten en fast timepris til private, som i Sverige, kan A bli dyrere. Delte assistenter gir trolig færre brudd, men mindre valg, i alle modeller.
limit-staffed-homes = Bemannede boliger: prisen på en plass er med, og BPA kan komme i stedet. Men i ingen modell flytter noen dit fordi BPA avslås, og verken større enheter eller assistanse gjort om til helsetjeneste er med. Skjer det mest der kommunen betaler, er nullalternativet billigere for kommunen og verre for brukerne enn vist, og A med rett for alle verdt mer. Spares bare en del av plassen når noen flytter ut, sparer A med rett for alle mindre enn vist.
limit-health-tasks = Helseoppgaver og kompetanse: assistenter utfører i praksis også helsetjenester, men alle timer har samme pris, uten egne krav til opplæring. Krever flere timer opplæring eller helsepersonell, er modeller som gir flere BPA (A med rett for alle, og B) dyrere enn vist og frigjør mindre helsepersonell.
limit-two-years = Toårskravet, natt og to hjelpere: alle i modellen har langvarig behov, og alle timer teller mot grensene på 25 og 32 timer, også om natta. Etter loven teller natt og en ekstra hjelper som regel ikke. Dagens grenser stenger altså for flere enn vist, og A med rett for alle, som ikke har dem, slipper inn flere og koster mer. A og B har de samme grensene og flyttes lite.
limit-study = Studier og arbeid: den som studerer eller arbeider, får ikke lettere BPA eller flere timer for det, enda kommunen bør legge vekt på det. Legger staten mer vekt på det enn kommunene, får unge mer under A enn vist, og flere kommer i arbeid og utdanning. Da er A også dyrere.
limit-districts = Oslos bydeler: kommunen gir dem penger etter kriterier og har vurdert å dekke dyre brukere over 67 år i fellesskap. Ingen av delene er med. Med en slik ordning avlaster B, som betaler også over 67 år, bydelene mindre enn vist. Det flytter penger mellom bydelene, ikke summen for Oslo.
limit-institution = Institusjon som alternativ: like mange flytter til institusjon i alle modeller, og BPA kommer aldri i stedet for en slik plass. Kan BPA utsette flyttingen, trengs flere timer og færre plasser i modeller som gir eldre mer BPA (A med rett for alle, og B litt). Er plassen dyrere enn timene, ser de dyrere ut enn de er.
limit-leisure = Pårørendes fritid: den som har sluttet i arbeid og gir færre timer hjelp enn jobben tok, får mer fritid. Den er ikke regnet med. Å slutte koster da pårørende mindre enn vist, og modeller der færre slutter (B, og A der normen blir romsligere), sparer dem for litt mindre.
limit-arenas = Hjelp på skole og arbeid: fra 16 år er skoleassistenten fylkeskommunens, men her er den ført på kommunen. A med rett for alle avlaster da kommunene mindre enn vist før uttrekk, og fylkeskommunene mer. Hjelp på arbeid er Navs, og ingen av dokumentene som er lest, sier hvilket kapittel den har. Det som spares, er med i statens netto, men ikke i summen av statsbudsjettet: der ser A med rett for alle dyrere ut enn den er.
limits-ask = Hva KDD og Helsedirektoratet kan spørres om
ask-classes = Antall personer og sum av kostnader i hver kostnadsklasse, over og under innslagspunktet.
ask-ages = Alder på mottakerne, og hvor mange over 67 år som ville vært over innslagspunktet uten aldersgrensen.
ask-institutions = Hvor mange som bor i institusjon, og om de teller når aldersgrensen faller.
ask-bpa = Hvor mye av kostnadene som er BPA.
ask-terms = Vilkårene som gjelder fra 2025, og om det regnes på endringer.

## Vedlegg
annex-what = Alle forutsetninger som ble brukt, med status og kilde.
annex-files = Ved siden av rapporten ligger alle tall som filer: summary.csv, ledger.csv, units.csv, parameters.csv og validation.csv, de samme som Parquet, arbeidsboka results.xlsx, figurene i mappen figures og en beskrivelse av hver kolonne i datapackage.json.
annex-bridge = Broen fra versjon 1 av modellen
annex-bridge-what = Tabellen viser hva hver gruppe av endringer gjør med hovedtallene i det innebygde scenarioet for landet (gjennomsnitt av { $draws } trekninger, modellnummer { $before } og { $after }). Det som kan slås av i den nye modellen, er slått av gruppe for gruppe, fra høyre mot venstre; den første gruppen er det som ikke kan slås av. Tabellen er laget av benches/version_bridge.py og gjelder ikke forutsetningene i disse beregningene.
bridge-why-not-switchable = Gruppen med behov vokste 84 prosent på 19 år uten grunn i data. Nå følger tilgangen dem som går ut og hjemmetjenestene, behovet går tilbake til personens egen bane, og aldre faller innenfor klassene. Bemannede boliger har egen pris. Det kommunene har strammet inn før staten overtar, blir stående, saker flyttes én for én, utjevning holder snittet, og uttrekket i innfasingen er årets lettelse.
bridge-why-growth = Den publiserte brukerserien var for høy til 2017 (SSB om Ålesund); rettet vokser den 4,0 prosent i året, og 3,5 prosent slutter. Tildelingen har gode og dårlige år.
bridge-why-relatives = Grensene på 10 og 20 timer møtes av all omsorg en pårørende gir, ikke bare av det hull i tjenestene fører med seg.
bridge-why-threshold = Innslagspunktet steg 1,2 prosentpoeng mer enn lønningene i året 2014–25.
bridge-why-scope = Modell B endrer vilkårene for personer med BPA. Før gjaldt de også simulerte personer uten, men ingen andre i ordningen; det var verken det ene eller det andre. Tallene her er uten det øvrige mottakere får.
bridge-why-responses = Svarene på pris og finansiering kan være null eller motsatte, og er mindre; staten strammer inn etter det den bestemmer, og innstramming gjelder også hvem som får BPA.
bridge-why-income-effect = Kommunene bruker en del av det de lettes for, på flere tjenester; før ble alt spart.
bridge-why-drift = En stat som bestemmer alene, kan gli mot romsligere eller strammere; Sverige gled begge veier.
column-version = Versjon { $version }
bridge-figure = { $figure }, { $year }
note-version-bridge = Stegene summerer til forskjellen mellom versjonene. Hvert steg er målt med gruppene til høyre for det slått av; i en annen rekkefølge kan bidragene bli andre. Sifre er vist til Monte Carlo-feilen av versjonene. B for hele ordningen er ny i versjon 2 og har ingen bro: versjon 1 viste 1,3 milliarder i året som endringen i hele post 575.60, uten dem som har andre tjenester enn BPA.
annex-accessibility = Siden er prøvd med automatiske verktøy for tilgjengelighet. Prøving med brukere av skjermleser er ikke gjort.
column-assumption = Forutsetning
column-value = Verdi
column-measure = Enhet
column-year = Prisår
column-status = Status
column-count = Antall
column-which = Hvilke
note-parameters = Gjennomsnitt av det som ble trukket, med 5- og 95-prosentilen. Uten klamme er verdien fast.

## Tabeller
column-what = Størrelse
column-payer = Betaler
figure-who-pays = Hvem betaler mer og hvem betaler mindre enn i nullalternativet, { $year }
note-bars = Mer å betale ligger til høyre for null, mindre til venstre; streken er der ni av ti trekninger ligger.
note-interval = Gjennomsnitt; i klammer 5- til 95-prosentilen.
note-one-draw = Én trekning: usikkerheten er ikke kjent.
note-paired = Forskjellen er regnet i hver trekning, med samme personer og forutsetninger i alle modellene.
note-pairs-not-compared = Forskjeller mellom andre modeller er ikke regnet ut. Kjør med --models og navnene på modellene som skal sammenlignes innbyrdes (--models A,B).
note-pairs-in-file = Forskjeller mellom de andre modellene står i summary.csv.
note-society = Kostnaden for samfunnet leses sammen med udekket behov, som ikke har noen pris. Tjenester kommunene kjøper for det de spares, er med som kostnad, uten at nytten er regnet; «før nye tjenester» er uten dem.
note-two-populations = { $models }: nivået er ikke vist («.»). Det øvrige mottakere i 575.60 koster i dag, er ikke ført noe sted, bare det modellen endrer; nivået ville blandet to grupper. Forskjellen fra nullalternativet gjelder begge.
note-transfers = Betalinger mellom partene går mot hverandre, så summen er det som faktisk brukes av ressurser.
note-tax-cost = Skattefinansieringskostnaden er regnet som kostnaden for samfunnet minus betalernes netto.
note-present-value = Nåverdi med kalkulasjonsrenten i forutsetningene.

## Arbeidsboka
about-title = Tittel
about-scenario = Scenario
about-run = Kjøring
about-version = Programversjon
about-price-year = Prisår
about-draws = Trekninger
about-interval = Intervall
about-own = Avvik fra innebygd scenario
about-command = Kommando
about-fingerprint = Fingeravtrykk
about-limits = Begrensninger
about-part = Del av landet
about-limits-text = Kommunetall er illustrasjoner. Tallene viser virkninger av forutsetningene og anbefaler ingen modell.
column-sheet = Ark
column-table = Tabell
column-files = Filer
column-field = Felt
column-content = Innhold
column-group = Gruppe
column-about = Merknad
column-low = { $column }, 5-prosentil
column-high = { $column }, 95-prosentil

## Sammenligning av to kjøringer
compare-title = Broen mellom to kjøringer
compare-what = Første tabell viser hvilke forutsetninger som er ulike. Den andre viser hvordan forskjellene mellom modellene flyttet seg, og den siste hva hver forutsetning gjør med hovedtallene.
compare-runs = Fra kjøring { $first } til kjøring { $second }
compare-fewer-draws = Tallene under er regnet på nytt på { $draws } trekninger, de samme i begge kjøringer og i hvert trinn. Kjøringene selv har { $first } og { $second }, så nivåene i rapportene deres er litt andre. --draws { $most } regner på så mange som begge har, og tar lengre tid.
compare-run-on-draws = { $run }, { $draws } trekn.
compare-rounded = Tallene i en rad har samme siste siffer, og er avrundet hver for seg: summen kan bomme på det siste sifferet.
compare-changes = Forutsetninger som er ulike
compare-step = Trinn
compare-from = Fra
compare-to = Til
compare-bridge = Fra den første kjøringen til den andre
compare-first = første
compare-second = andre
compare-difference = forskjell
compare-change = endring
compare-moved = Hvordan forskjellene mellom modellene flyttet seg
compare-moved-note = Gjennomsnitt av { $draws } trekninger, de samme i begge kjøringer; i klammer 5- til 95-prosentilen. Endringen er regnet i hver trekning, så intervallet for den er ikke forskjellen på de to andre.
compare-moved-figure = Forskjeller mellom modellene i den første og den andre kjøringen: { $outcome }
compare-moved-figure-note = Merket er gjennomsnittet, streken går fra 5- til 95-prosentilen. Øverst i hvert par står den første kjøringen, under den andre.
column-difference = Forskjell
compare-step-number = trinn { $number }
compare-paired = Gjennomsnitt av { $draws } trekninger, de samme i alle trinn. Trinnene summerer til forskjellen.
compare-listed = Trinnene er gjort i den rekkefølgen de er listet. En annen rekkefølge kan gi andre bidrag.
compare-shapley = Bidragene er gjennomsnittet over alle rekkefølger (Shapley).
compare-figure = Hva hvert trinn gjør: { $outcome }

## Hva avgjør konklusjonen
decides-what = Denne delen viser hva som må være sant for at en konklusjon skal stå seg, og hva det lønner seg å finne ut først. Den anbefaler ingen modell.
left-out-moved = Parameterne her kommer fra en kalibrering. Analyser som flytter dem over fordelingene i scenarioet, er derfor utelatt her: én forutsetning om gangen, hvor tallet snur, to forutsetninger sammen, hvor usikkerheten kommer fra (Sobol-indekser) og alternative strukturer. De kan kjøres på scenarioet uten kalibrering.
left-out-figures = { $count } størrelser til er ikke med, for å holde regningen på noen minutter. `sensitivity --of` analyserer dem.
study-chance = Tilfeldigheter i personenes liv
sobol-rest = { $count } forutsetninger med liten virkning er regnet som én: { $names }.
study-others = De minste forutsetningene sammen
study-figure = { $figure } ({ $model })
study-low = Lav verdi
study-high = Høy verdi
study-at-low = Endring ved lav
study-at-high = Endring ved høy
study-median-low = Ved lav, alt annet midt på
study-median-high = Ved høy, alt annet midt på
study-error = Standardfeil
study-worlds = Simulert { $count } ganger, med de samme personene på begge sider.
study-rest = { $count } forutsetninger til har mindre virkning og står i fila.
study-inert = I { $worlds } simuleringer hadde disse ingen virkning på tallet, og de er derfor utelatt: { $names }.
study-unseen = { $count } forutsetninger til har ingen virkning som { $draws } trekninger kan vise.
study-expansion = Tallet er skrevet som en sum av { $terms } polynomer i forutsetningene (sparsom polynomkaos), tilpasset { $draws } trekninger. I trekninger den ikke er tilpasset, bommer summen på { $missed } av variansen; { $chance } er tilfeldigheter i personenes liv, som ingen forutsetning forklarer.
study-read = Lest av summen av polynomer over, uten nye simuleringer.
study-expansion-bad = Det er for mye til at summen kan stå for modellen, så det som står nedenfor, er simulert for seg.
study-missing = Tallet finnes ikke i { $count } av { $worlds } simuleringer, og de er utelatt.
study-unknown = Tallet finnes ikke der disse flyttes, så virkningen er ukjent: { $names }.
study-settled = Rekkefølgen er avklart: gjort på nytt ti ganger med andre trekninger ville minst { $share } av parene blant de ti øverste stått i samme rekkefølge i ni av dem.
study-not-settled = Rekkefølgen er ikke avklart: gjort på nytt ti ganger med andre trekninger ville { $share } eller færre av parene blant de ti øverste stått i samme rekkefølge i én av dem.
tornado-what = Hver forutsetning flyttes fra en lav verdi (10-prosentilen i sin fordeling) til en høy (90-prosentilen), mens de samme personene lever videre. Lange søyler betyr at tallet avhenger mye av forutsetningen.
tornado-title = Én forutsetning om gangen: { $figure }
tornado-figure = Hva som flytter tallet mest: { $figure }
tornado-note = Endring fra tallet når forutsetningen er på medianen og alt annet er som trukket: snittet av { $draws } trekninger, med standardfeil på høyst { $error } ({ $unit }).
tornado-control = Virkningene er polynomenes, rettet med det simuleringene viser noe annet om; derfor er det nok med få trekninger.
tornado-unsettled = For { $count } av de lengste søylene er lengden eller plassen i rekkefølgen usikker også med { $draws } trekninger; flere (--draws) gjør dem sikrere.
tornado-sheet = Følsomhet { $number }
tornado-figure-sheet = Følsomhet figur { $number }
regression-title = Sammenheng mellom forutsetninger og tall i trekningene: { $figure }
regression-what = Tabellen viser hvor mange standardavvik tallet endrer seg når en forutsetning øker med ett, i { $draws } trekninger. En rett linje forklarer { $r2 } av variasjonen, og { $ranks } når tallene erstattes av rangene sine.
regression-bad = Den rette linjen passer dårlig. Tallene i tabellen bør ikke brukes alene.
regression-unanswered = Ingen rett linje kan trekkes gjennom trekningene: tallet finnes ikke i mange nok av dem, eller varierer ikke.
regression-value = Utslag
regression-rank = Utslag etter rang
regression-partial = Samsvar når de andre er holdt utenfor
regression-sheet = Regresjon { $number }
sobol-what = Usikkerheten i tallet er delt på forutsetningene. Det første tallet er det en forutsetning bringer alene, det andre alt den er med på sammen med andre.
sobol-title = Hvor usikkerheten kommer fra: { $figure }
sobol-figure = Andel av usikkerheten: { $figure }
sobol-unit = andel av variansen
sobol-first = Alene (første orden)
sobol-total = I alt (total)
sobol-second = Bare sammen (andre orden)
sobol-pairs = Forutsetninger som virker sammen: { $figure }
sobol-pair = { $first } og { $second }
sobol-zero = første orden kan ikke skilles fra null
sobol-points = { $points } grunnpunkter, { $worlds } simuleringer. I klammer 5- til 95-prosentilen av gjentatte utvalg.
sobol-draws = Lest av { $draws } trekninger, uten nye simuleringer. I klammer 5- til 95-prosentilen, etter hvor ulikt åtte grupper av trekningene svarer.
sobol-missing = For { $count } av grunnpunktene finnes ikke tallet i alle simuleringene, og de er utelatt.
sobol-unanswered = Det er ingen usikkerhet å dele på forutsetningene: tallet finnes ikke, eller varierer ikke, i simuleringene.
sobol-note = Streken er intervallet fra 5- til 95-prosentilen.
sobol-sheet = Usikkerhet { $number }
sobol-figure-sheet = Usikkerhet figur { $number }
sobol-pairs-sheet = Usikkerhet par { $number }
worth-heading = Hva bør undersøkes først?
worth-what = Tabellen viser hva det i gjennomsnitt ville vært verdt å kjenne en forutsetning før modell blir valgt. Der verdien er for liten til å ses, er den ikke sikkert null; siste kolonne viser hvor stor den kan være.
worth-title = Verdien av å vite. Kriterium: { $criterion }
worth-figure = Hva som bør undersøkes først. Kriterium: { $criterion }
worth-value = Verdi
worth-changes = Valget ville blitt et annet
worth-perfect = Å vite alt
worth-all = I alt
worth-parameters = Én forutsetning
worth-groups = Alle forutsetninger i en gruppe
worth-choice = Med det som er kjent nå, har { $model } lavest forventet verdi av kriteriet. Det er et mål på usikkerhet, ikke en anbefaling.
worth-draws = Regnet av { $draws } trekninger, med en jevn kurve for hvordan kostnaden følger hver forutsetning (Strong, Oakley og Brennan 2014).
worth-nothing = { $count } forutsetninger har en verdi som er for liten til å ses med { $draws } trekninger. Hver av dem kan være verdt opptil { $most } kroner.
worth-unseen = for liten til å ses
worth-most = Kan være opptil
worth-most-note = Standardfeil og øvre grense viser hvor mye verdien ville endret seg med andre trekninger: alt er regnet { $times } ganger på trekninger tatt ut på nytt av de samme. Under øvre grense ligger 95 prosent av gangene, også når trekningene ikke viser noen sammenheng.
worth-note = Streken er intervallet fra 5- til 95-prosentilen.
worth-not-finite = Ingen verdi kan oppgis. Kriterium: { $criterion }. Det er ikke et endelig tall i alle trekninger.
worth-few = Ingen verdi kan oppgis. Kriterium: { $criterion }. Det trengs minst { $least } trekninger.
worth-sheet = Verdi av å vite { $number }
worth-figure-sheet = Verdi av å vite figur { $number }
breakeven-what = Tabellen viser hvilken verdi en forutsetning må ha for at tallet skal skifte fortegn, når alt annet er som trukket.
breakeven-what-target = Tabellen viser hvilken verdi en forutsetning må ha for at tallet skal krysse { $target }, når alt annet er som trukket.
breakeven-plausible = «Ingen» betyr at det ikke skjer mellom 1- og 99-prosentilen.
breakeven-given = «Ingen» betyr at det ikke skjer i området som er oppgitt.
breakeven-title = Hvor tallet snur: { $figure }
breakeven-title-target = Hvor tallet når målet: { $figure }
breakeven-median = Median
breakeven-range = Undersøkt
breakeven-low = Tallet nederst
breakeven-high = Tallet øverst
breakeven-at = Snur ved
breakeven-at-target = Når målet ved
breakeven-below = Sjanse for at den er lavere
breakeven-none = ingen
breakeven-zero = null overalt i området
breakeven-everywhere = lik målet overalt i området
breakeven-missing = tallet finnes ikke
breakeven-more = krysser { $count } ganger; den første er vist
breakeven-note = Målet er { $target }. Gjennomsnitt av { $draws } trekninger, de samme overalt; klammene viser hvor det ville vært nådd med andre trekninger.
breakeven-sheet = Snur ved { $number }
two-way-what = Rutene viser tallet når to forutsetninger endres samtidig og alt annet er som trukket. Den tykke streken går der tallet er null.
two-way-title = { $figure }, etter { $first } og { $second }
two-way-said = Tallet går fra { $low } til { $high }.
two-way-below = Under null
two-way-above = Null eller mer
two-way-note = Gjennomsnitt av { $draws } trekninger i hver rute, de samme overalt. Fra 5- til 95-prosentilen av hver forutsetning.
two-way-sheet = To forutsetninger { $number }
alternatives-heading = Snur konklusjonen om strukturen er en annen?
alternatives-what = Noe er ikke tall med usikkerhet, men valg av struktur: om noen reagerer på priser, hvor stort behovet er, hvordan uttrekket skjer. Hvert alternativ er kjørt for seg, på de første av de samme { $draws } trekningene: så mange som egen feil krever, minst { $least }.
alternatives-column = Alternativ
alternatives-base = Scenarioet som det er
alternatives-turns = Snur konklusjonen?
alternatives-turns-sheet = Snur konklusjonen
alternatives-note = En konklusjon snur når forskjellen fra nullalternativet skifter fortegn, blir mindre enn halvparten eller mer enn det dobbelte, og det er mer enn tilfeldigheter i trekningene kan forklare (to standardfeil). Forskjellen må ha samme fortegn i minst ni av ti trekninger, i scenarioet eller i alternativet. Tallene er gjennomsnittet i scenarioet → i alternativet, i klammer 5- til 95-prosentilen. «Nei» betyr at det ikke snur for noen modell.
alternatives-left-out = Kan ikke kjøres i dette scenarioet: { $names }.
alternatives-title = Forskjeller under hvert alternativ: { $model } minus { $other }
alternatives-sheet = Alternativer { $model }
effect-same = nei
effect-turned = { $model } skifter fortegn: { $before } → { $after }
effect-smaller = { $model } under halvparten: { $before } → { $after }
effect-larger = { $model } over det dobbelte: { $before } → { $after }
decision-heading = Hvilken modell koster minst, og for hvem?
decision-what = Svaret avhenger av hvem som spør, og av to priser ingen er blitt enige om: en time av pårørendes fritid og en time uten hjelp. Her er hva som følger av { $draws } trekninger, uten at noe er valgt.
decision-title = Kriterium for kriterium
decision-sheet = Kriterier
decision-lowest = Sannsynlighet for lavest kostnad
decision-regret = Forventet tap ved å velge feil
decision-cost = Forventet kostnad
decision-note = Forventet tap er hva modellen i gjennomsnitt koster mer enn den som er billigst i hver trekning.
priced-relatives = en time av pårørendes fritid
priced-unmet = en time udekket behov
turn-always = Uansett hva { $hours } er verdt, koster { $model } i gjennomsnitt samfunnet mindre enn nullalternativet.
turn-never = Uansett hva { $hours } er verdt, koster { $model } i gjennomsnitt samfunnet mer enn nullalternativet.
turn-above = Er { $hours } verdt mer enn { $price } kroner i { $year }-priser ({ $low } til { $high } med andre trekninger), koster { $model } i gjennomsnitt samfunnet mindre enn nullalternativet.
turn-below = Er { $hours } verdt mindre enn { $price } kroner i { $year }-priser ({ $low } til { $high } med andre trekninger), koster { $model } i gjennomsnitt samfunnet mindre enn nullalternativet.
turn-nothing = Er de ekstra tjenestene verdt ingenting: { $price }.
decision-prices = I setningene er de ekstra tjenestene kommunene kjøper for det de spares, først regnet som verdt det de koster, så som verdt ingenting; i tabellene og figurene er de en kostnad uten nytte. Timer er neddiskontert som kroner, og prisen følger lønningene. «Med andre trekninger» er hvor nøyaktig gjennomsnittet er regnet ut, ikke hvor usikkert svaret er. Prisene er av trekningene her; andre steder i rapporten er de av kjøringens.
turn-sure = Fra { $price } kroner er det slik i minst ni av ti trekninger.
turn-never-sure = Opp til { $price } kroner er det aldri slik i ni av ti trekninger.
acceptability-axis = sannsynlighet for lavest kostnad
acceptability-price = { $year }-kroner for { $hours }
acceptability-title = Hvilken modell som koster samfunnet minst, etter hva { $hours } er verdt
acceptability-said = { $model }: fra { $first } til { $last }.
acceptability-hour = Pris
acceptability-note = Hele perioden, nåverdi. Andelen av trekningene der modellen har lavest kostnad for samfunnet ved hver pris. Prisen vokser med lønningene; alle andre priser er som i forutsetningene.
dominance-title = Sannsynlighet for et lavere tall enn i nullalternativet
dominance-sheet = Lavere enn null
dominance-note = Hver rad står for seg: hvor sannsynlig det er at modellen gir et lavere tall enn nullalternativet for dette målet, i hele perioden. Tabellen sier ikke hvor ofte modellen er lavere på alle radene samtidig, og bare noen av målene er med.

## Etterprøving
backtest-title = Etterprøving mot kjente tall
backtest-what = Modellen er satt tilbake i tid, har bare fått det som var kjent da, og har framskrevet årene etter, fra hvert år vi har nok tall til. Likt holdes mot likt: brukere og timer mot tellinger, og regnskapet for toppfinansieringen mot hele ordningen i modellen, ikke bare de simulerte personene. Ved siden av står trender laget av de samme årene. Alle står i tabellen, seirer og tap. Få år etter hverandre kan ikke vise at båndene holder så ofte som de skal; de kan bare vise hvor de ikke gjorde det.
backtest-seed = Frø { $seed }
backtest-linear = Lineær trend
backtest-exponential = Eksponentiell trend
backtest-rivals-mean = De to trendene i snitt
backtest-structural = Modellen
backtest-pool = Modellen og lineær trend i snitt
backtest-observed = Observert
backtest-group = { $series } ({ $scores } framskrivinger)
backtest-verdict = CRPS { $structural } for modellen, { $linear } for lineær trend, { $exponential } for eksponentiell trend og { $pool } for modellen og lineær trend i snitt. Lavest: { $best }. Modellen kom nærmere enn lineær trend i { $won-linear } av framskrivingene og nærmere enn eksponentiell trend i { $won-exponential }.
backtest-break = Brudd: veksten i brukere i Oslo var { $before } i året { $years }, så { $broken } i { $year } og { $after } i { $after-years }. Fra { $origin } lå { $over } av { $all } framskrivere for høyt for { $year }. Ingen her så bruddet, og ingen forutsetning er flyttet for å treffe det.
backtest-events = Kjente hendelser: { $events }.
column-forecast = Framskriving
column-interval = Bånd { $share }
column-bias = Skjevhet
column-crps = CRPS i alt
column-ahead-1 = 1 år
column-ahead-2 = 2 år
column-ahead-3 = 3 år
column-ahead-4 = 4 år og mer
column-held = { $share }-båndet holdt
column-held-ahead = { $share }-båndet, { $ahead }
column-won-linear = Nærmere enn lineær
column-won-exponential = Nærmere enn eksponentiell
note-crps = CRPS er avstanden mellom hele framskrivingen og det som skjedde, i prosent av det som skjedde; lavere er bedre. Snitt over alle par av startår og år fram, i alt og etter antall år fram. Skjevhet: framskriving minus observert. Nærmere enn: andelen av framskrivingene med lavere CRPS enn trenden.
note-coverage = I klammer: hva den sanne andelen kan være med så få framskrivinger (90 prosent, binomisk), som om de var uavhengige. Framskrivinger av de samme årene er ikke det, så usikkerheten er større enn vist.
note-forecasters = Lineær trend: en tilfeldig gang med den gjennomsnittlige årlige endringen. Eksponentiell: det samme i logaritmer. Snitt: like mange trekninger fra hver.
column-series = Serie
column-wish = Mål
column-found = Funnet
column-wanted = Ønsket
column-result = Resultat
backtest-wish-linear = Modellens CRPS under lineær trend
backtest-wish-exponential = Modellens CRPS under eksponentiell trend
backtest-wish-pool = CRPS for modellen og lineær trend i snitt under lineær trend
backtest-wish-covered = Modellens 90 %-bånd holder
backtest-wish-budget = Avviket ett år fram høyst som statens egne budsjetter
backtest-wish-step = Innsparing når innslagspunktet heves 50 000 kr (2020)
backtest-million = { $million } mill. kr
backtest-between = { $low } til { $high }
backtest-at-most = høyst { $high }
backtest-in-unit = { $series } ({ $unit })
backtest-budget = Ett år fram, med innslagspunktet kjent, var modellens midte i snitt { $structural } fra regnskapet, mot { $budget } for statens egne budsjetter. Modellen var nærmest i { $nearer } av { $years } år.
column-accounts = Regnskap
column-budget-off = Budsjettets avvik
backtest-mean-error = Skjevhet
backtest-mean-absolute = Avvik i snitt, uten fortegn
note-backtest-budget = Avvik: anslag minus regnskap. Budsjettet er vedtatt før året begynner; de andre vet hva som var kjent ved utgangen av året før. Startåret 2017 er med her, men ikke i poengene over: da var bare tre vekstrater kjent.
backtest-step = Innslagspunktet heves { $step } kr: modellen av resten av ordningen sier { $middle } mill. kr [{ $low }; { $high }] spart på regnskapet for { $year }; budsjettet ventet { $expected } mill. kr. Ingen forutsetning er tilpasset dette.
backtest-outlook-heading = Hva snittet sier om årene som kommer
backtest-outlook = Det som publiseres, kommer fra modellen alene: et snitt med en trend har ingen virkemidler og ingen personer, og en forskjell mellom modeller skal ikke inneholde en trend. Her står snittet ved siden av, så leseren ser hvor langt modellen går fra framskriving av trenden.
note-backtest-outlook = Nullalternativet. Midten; i klammer 5. og 95. prosentil. Regnskapet er løpende kroner etter utbetalingsår: kostnader i ett år betales året etter.
backtest-known-heading = Hva modellen fikk vite
backtest-known-cut-lead = Etter starten er alt ukjent
backtest-known-cut = Alle dateringer etter startåret er tatt bort: lønn, priser, innslagspunkt og antall. For regnskapet er innslagspunktet for neste utbetalingsår kjent, for det foreslås i oktober. Innslagspunktene for 2018, 2019, 2020 og 2022 er etter minnet.
backtest-known-recipes-lead = Utledet på nytt
backtest-known-recipes = Vekst i brukere og behov, årlige sjokk i tildelingen, volumet i toppfinansieringen og veksten i lønn og innslagspunkt utledes ved hvert startår av årene til og med det, med Students t for snittet av få år og en ekstra faktor på standardavviket. For Oslo også trenden i timer per bruker, og et felles årlig sjokk i den, som bare finnes i etterprøvingen.
backtest-known-structure-lead = Resten er modellen slik den er
backtest-known-structure = Alle andre forutsetninger har sine vanlige fordelinger, også de som er målt senere, som alder og timeklasser fra 2022. De er modellens bygning, ikke seriens gang. To unntak: den langsiktige veksten i volumet er antall mottakere 2016–2020, og den vanlige fordelingen av trenden i timer per bruker, som er halvparten av den for Oslo, har sett Oslo 2015–2022. Oslo er én kommune; det som skiller den fra andre, ligger i veksten den hadde.
backtest-known-seen-lead = Ikke valgt etter treff
backtest-known-seen = Ingen utledning er valgt etter hvor godt den traff. De er skrevet én gang og kjørt; den som skrev dem, hadde likevel sett hvor godt en prøveutgave traff i disse årene.
backtest-known-published-lead = To utgaver av brukertallene
backtest-known-published = SSB sier at tallene for landet til og med 2017 er for høye, fordi Ålesund var ført med for mange, og at nedgangen til 2018 ikke er reell. I den rettede utgaven er 133 tatt bort i 2012–2017. Begge utgavene vises; modell og trender får det samme.
column-origin = Startår
note-derived = Snitt over trekningene i prosent, i klammer 5. og 95. prosentil.
figure-backtest = Observert mot bånd, framskrevet fra { $origin }. { $series }
alt-backtest = { $title }. Linje for det som er observert, bånd for modellens framskriving fra starten, linjer for lineær og eksponentiell trend. { $years }
alt-backtest-year = { $year }: observert { $observed }, bånd { $low } til { $high }.
note-backtest-figure = Fra det første startåret; tabellene har alle. Båndene skal holde 50 og 90 prosent av gangene; det mørkeste er smalest. Ring: utenfor 90 %-båndet. Den loddrette aksen begynner ikke på null.
backtest-known-to = kjent til { $year }
backtest-bands = framskrevet: bånd på 50 og 90 %

## Sweden
sweden-heading = Sverige fra 1994: en stat som betaler og bestemmer
sweden-what = I 1994 tok den svenske staten over betaling og vedtak for dem som har mer enn 20 timer grunnleggende behov i uka. Her kjøres modellen fra 1994 til 2025 to ganger: med normer og innvilgelse som står stille, og med den driften som er antatt for Modell A. Det som er svensk, er satt fra svenske tall til og med 2005; resten er de norske antakelsene. Etter 2005 holdes begge mot det som ble observert, ved siden av trender fra de samme årene.
sweden-set = To norske antakelser gir ikke rom for det som skjedde før 2005, og er flyttet: med den norske gruppen av personer med behov, men uten BPA, er 14 500 mottakere i 2005 utenfor rekkevidde, så den er gjort større (antakelsen er flyttet opp med 0,6); og de som kommer til, trenger like mange timer som de første. Veksten er satt slik at midten uten drift treffer 14 500 i 2005. Utgangspunktet var 8,9 prosent i året, og det ble 28,3. Så høy må den være fordi den gjelder det første året, da gruppen uten BPA er full. Veksten i modellen faller etter hvert som gruppen tømmes, fra 22 prosent i 1995 til 4 i 2005. Med 8,9 prosent ville midten i 2005 vært 10 400.
sweden-held-years = Av { $years } år som er observert etter 1994, holdt 90 %-båndet { $without } uten drift og { $with } med drift.
note-sweden-crps = CRPS er avstanden mellom hele prognosen og det som skjedde, i prosent av det som skjedde; lavere er bedre. Snitt over årene i perioden som er observert.
note-sweden-growth = Vekst i året. For modellen: fra midten i det første året til midten i det siste.
sweden-not-evidence-lead = Ikke en prøve på driften
sweden-not-evidence = Bredden på antakelsene om glidning i normer og inngang i Modell A er selv utledet av disse svenske tallene. For den er Sverige kalibrering, ikke validering: at båndene med drift holder, viser ikke at driften er riktig.
sweden-evidence-lead = Hva det er bevis for
sweden-evidence = Utenfor det som er tilpasset, ligger formen: mottakere, timer per mottaker og produktet av dem, og hvor mange som slutter. Det som brukes av Sverige, er hvor stor driften til en nasjonal beslutningstaker kan bli, i begge retninger, ikke fortegnet.
sweden-found = Fortegnet snudde underveis, fra vekst til nedgang. En drift som er lært i ett tiår, ville derfor skutt over i det neste, og en fast rate kan ikke bøye av. At båndene med drift er brede nok, er betalt med at de er svært brede. Antakelsen er ikke gjort videre for å treffe.
sweden-reasons = Fire grunner til at Norge ikke er Sverige:
sweden-reason-law-lead = Egen lov
sweden-reason-law = Retten står i en egen lov om statlig assistanse, ikke i en lov om kommunale tjenester.
sweden-reason-hours-lead = 20 timer
sweden-reason-hours = Retten begynner ved mer enn 20 timer grunnleggende behov i uka; den norske ved 32 timer av alle tjenester, med unntak ned til 25.
sweden-reason-profit-lead = Private arbeidsgivere
sweden-reason-profit = Mottakeren velger fritt mellom private arbeidsgivere, som kan ta utbytte, og betalingen er en fast timesats.
sweden-reason-merger-lead = Sammenslåing i 1994
sweden-reason-merger = Tallene begynner med at kommunale brukere ble slått sammen til én statlig ordning.
sweden-without-drift = Uten drift
sweden-with-drift = Med drift
sweden-pool = Snittet av modellen med drift og lineær trend
sweden-within = Innenfor 90 %-båndet
note-sweden-years = Midten; i klammer 5. og 95. prosentil. Kostnaden er i 2005-priser og kjent for 1994 og 2005 alene.
note-sweden-scores = Alt svensk er satt fra årene til og med 2005. Mottakere er bare kjent for 1994 og 2005 i de årene, så trendene for dem og for timer i alt har en midte, men ingen bredde: båndene deres holder aldri.
sweden-crps = CRPS { $period }
sweden-held = Holdt { $share } { $period }
figure-sweden = Observert mot bånd, med og uten drift. { $series }
alt-sweden = { $title }. Prikker for det observerte, bånd på 50 og 90 prosent for modellen uten drift og med drift; årene til og med 2005 er skyggelagt. { $years }
alt-sweden-year = { $year }: observert { $observed }, uten drift { $without }, med drift { $with }.
sweden-interval = { $share }, { $model }
note-sweden-figure = Årene til og med 2005 (skyggelagt) er det svenske tilpasset til. Båndene er 50 og 90 prosent; det mørkeste er det smaleste.
sweden-fitted = tilpasset til { $year }

## Kalibrering
calibration-stamp = mål fra { $file }, frø { $seed }
calibration-what = Uvisse parametere er veid etter hvor godt nullalternativet treffer kjente tall, målene. Fordelingen før er den som står i scenarioet; fordelingen etter, posterioren, er det målene lar stå igjen.
calibration-success = Tilpasningen holder: alle målene treffes innen to standardfeil, både i beste tilpasning og i snitt over posterioren.
calibration-failure = KALIBRERINGEN LYKTES IKKE, og posterioren bør ikke brukes:
calibration-fit-misses = { $target }: selv den beste tilpasningen bommer med { $errors } standardfeil.
calibration-posterior-misses = { $target }: snittet over posterioren bommer med { $errors } standardfeil.
calibration-improbable = Målene samlet: sannsynligheten for så store bom ved tilfeldighet er { $p }.
calibration-few-effective = De veide trekningene er bare verdt { $effective } like tunge; minst { $least } trengs. Flere trekninger (--draws) kan hjelpe.
calibration-one-heavy = Én trekning har { $largest } av all vekten, mer enn { $most }.
calibration-target = Mål
calibration-known = Kjent
calibration-before = Før
calibration-fitted = Beste tilpasning
calibration-after = Etter
calibration-misses = Bom (beste · etter)
calibration-targets-note = Kjent: verdi og standardfeil. Før og etter: snitt og intervall fra 5- til 95-prosentilen, med tilfeldigheter hos personene. Beste tilpasning: andre parametere i sin median. Bom i standardfeil, målets egen og tilfeldighetene sammen; mer enn 2 er en bom. Innenfor en grense er bommen 0.
calibration-fights-heading = Hvilke mål trekker mot hverandre?
calibration-fight = «{ $a }» og «{ $b }» trekker hver sin vei: det første målet bommer med { $with } standardfeil, og ville bommet med { $without } uten det andre.
calibration-no-fight = Ingen mål står i veien for hverandre: intet mål ville blitt truffet merkbart bedre (en halv standardfeil) uten et annet.
calibration-held = «{ $target }» holdes tilbake av parameternes fordelinger i scenarioet: bommen er { $with } standardfeil, og ville vært { $without } om fordelingene var tre ganger så brede.
calibration-pair = { $a } / { $b }
calibration-pair-head = To mål
calibration-cosine = Retning
calibration-first-with = Første: bom
calibration-first-without = uten det andre
calibration-second-with = Andre: bom
calibration-second-without = uten det første
calibration-fights-note = Retning: 1 når målene trekker samme vei, 0 når de ikke har med hverandre å gjøre, −1 når de trekker stikk motsatt (cosinus). Bom i standardfeil, med alle målene og uten det ene, etter rette linjer gjennom den beste tilpasningen.
calibration-parameters-heading = Hva målene sier om parameterne
calibration-prior = Før
calibration-posterior = Etter
calibration-left = Spredning igjen
calibration-moved = Ikke tilpasset, men flyttet av målene
calibration-parameters-note = Snitt og intervall fra 5- til 95-prosentilen. Spredning igjen: standardavviket etter i prosent av det før, i fordelingens egen skala (normalkvantiler).
calibration-nothing = Målene sier lite eller ingenting om: { $names }.
calibration-together = «{ $a }» og «{ $b }» er kjent bare sammen (korrelasjon { $correlation }): målene kan ikke skille dem.
calibration-left-fixed = Merket som tilpasset, men faste i scenarioet, og derfor ikke rørt: { $names }. --parameter ID=FRA..TIL gjør en fast parameter uviss.
calibration-freed = Gjort uvisse for kalibreringen, og i kjøringer med posterioren: { $names }.
calibration-no-proof = Målene er brukt opp: at de treffes etterpå, beviser ingenting om modellen.
calibration-method = Beste tilpasning: Levenberg–Marquardt, { $tries } forsøk på de samme { $persons } settene av personer; summen av kvadrerte bom er { $chi2 }, sannsynlighet { $p }. Posterior: { $draws } veide trekninger i { $rounds } runder med { $sets } sett av personer hver, verdt { $effective } like tunge; den tyngste har { $largest } av vekten. Av dem er trukket { $rows } parametersett, { $distinct } av dem ulike.
calibration-used = Parameterne er trukket fra posterioren av en kalibrering ({ $targets } mål, { $rows } parametersett, verdt { $effective } uavhengige trekninger). Alle tall er regnet med dem.
calibration-cycled = Kjøringen har { $draws } trekninger og posterioren { $rows } parametersett: settene går på omgang med nye personer, og Monte Carlo-feilen av uvisse parametere er derfor noe større enn oppgitt.
calibration-accepted = Kalibreringen LYKTES IKKE; posterioren er brukt fordi det ble bedt om det (--accept-bad-fit). Tallene hviler på en modell som ikke treffer målene.
from-posterior = fra kalibrering
stamp-posterior = parametere fra kalibrering
stamp-bad-fit = parametere fra en kalibrering SOM IKKE LYKTES
budget-chapter-new = ny

## Det en kjøring skriver på skjermen
headlines-draws = Øverst i hver celle står gjennomsnittet av trekningene. I klammer står intervallet fra 5- til 95-prosentilen: ni av ti trekninger ligger der. Det viser usikkerhet i forutsetningene og hos personene, ikke hele usikkerheten. Faktiske tall vil avvike. Siste siffer er felles for en hel rekke av år og modeller, og følger av hvor nøyaktig den er beregnet.
headlines-one-draw = Én trekning: usikkerheten vises ikke.
headlines-change = { $key } = { $to } (før: { $from })
headlines-more-changes = og { $count } til, se run.json
headlines-closing = Alle år, flere mål og forskjeller mellom alle par av modeller står i summary.csv. Tallene viser virkninger av forutsetningene. De sier ikke hvilken modell som bør velges.
note-rounding = Avvik skyldes avrunding.
lower-in = lavere i { $share }
higher-in = høyere i { $share }
no-difference = ingen forskjell
all = alle

## Mekanisk og med reaksjoner
mechanical-without = Mekanisk
mechanical-reactions = Virkning av antatte reaksjoner
mechanical-with = Med reaksjoner
note-mechanical = Mekanisk er regnestykket alene: de samme trekningene der ingen reagerer på hvem som betaler (prisrespons, innstramming, endret praksis, kjøp for det som spares, svar i arbeid, utdanning og innleggelser er 0 i alle modeller, nullalternativet også). Virkningen av antatte reaksjoner er resten; den er regnet i { $draws } trekninger og trukket fra gjennomsnittet av alle. De to delene er mindre nøyaktige enn tallet med reaksjoner.
mean-outside = utenfor intervallet
note-mean-of-all = Gjennomsnittet uten reaksjoner bygger på alle { $all } trekningene, intervallet bare på de { $draws } som er regnet uten reaksjoner. Der det første faller utenfor det andre, står det.
mechanical-not-told = Hva som er regnestykke, og hva som er virkning av antatte reaksjoner, er ikke vist: det krever minst { $least } trekninger, eller --mechanical.

## Fortegn antatt eller funnet
note-signs-not-examined = Om retningen er funnet i tall, hentet fra forskning eller følger av en forutsetning, er ikke undersøkt her; bpasim decide gjør det. «I alle» er ikke et funn: retningen er antatt for { $assumed } av forutsetningene (vedlegget sier hvilke), og da følger fortegnet av den.
sign-not-examined = fortegn ikke undersøkt
sign-assumed = fortegn antatt
sign-evidence = fortegn fra forskning
sign-found = fortegn funnet
response-assumed = retning antatt
response-evidence = retning fra forskning
response-free = begge retninger mulige
drawn-with = trekkes sammen med { $id }
direction-with-sign = { $direction } ({ $sign })
share-with-sign = { $share }, { $sign }
sure-assumed = { $number ->
    [one] Følger av forutsetningen om
   *[more] Følger av forutsetningene om
} { $assumptions }: { $direction ->
    [lower] lavere
    [higher] høyere
    [fewer] færre
   *[more] flere
} ({ $share }).
signs-heading = Hvilke fortegn er funnet, og hvilke er antatt?
signs-what = En forskjell hviler på en forutsetning hvis den nesten forsvinner (høyst en femdel er igjen) eller snur når forutsetningen settes nøytralt: ingen respons, eller samme pris. { $tried } forutsetninger som ikke kan ha begge fortegn, er prøvd én om gangen i { $draws } trekninger. Fortegn antatt: forskjellen hviler på en retning som er antatt av teori eller innspill. Fortegn fra forskning: den hviler på en retning som forskning viser. Fortegn funnet: den hviler på ingen av dem.
signs-title = Hva retningen på forskjellene hviler på
signs-sheet = Fortegn
signs-difference = Forskjell
signs-direction = Fortegn
signs-rests-on = Hviler på forutsetningen om
signs-mean = Forskjell i prøven
signs-left = Forskjell uten forutsetningen

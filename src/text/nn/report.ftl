# Nynorsk. Tekstane i rapport og arbeidsbok.

## Sida
title = Kven betaler for BPA?
skip = Hopp til innhaldet
contents = Innhald
figure-word = Figur
figure-data = Tala bak { $title }
field-label = Utvalet fyller ut:
command-label = Kommando
on-paper = Tabellen er lang. Han står i arbeidsboka results.xlsx og i { $files }.
mark-unknown = «..» betyr at talet ikkje finst.
mark-impossible = «.» betyr at talet ikkje er mogleg.
mark-hidden = «:» betyr at talet er skjult fordi det gjeld få personar.
yes = ja
no = nei
stamp-run = Køyring { $id }
stamp-scenario = scenario { $name }
stamp-municipalities = { $count } kommunar
stamp-districts = { $count } bydelar
stamp-price-year = faste { $year }-kroner
stamp-draws = { $count } trekkingar
stamp-interval = intervall: 5- til 95-prosentilen
stamp-no-interval = éi trekking, utan intervall
own-assumptions = Eigne føresetnader: utrekningane avvik frå det innebygde scenarioet på { $count ->
    [1] eitt punkt
   *[other] { $count } punkt
}.
own-value = eigen verdi
minus = { $model } minus { $other }

## Einingar
unit-percent = prosent
unit-money = { $scale } { $year }-kroner
unit-nominal = løpande kroner
unit-budget = tusen løpande kroner
unit-ledger = { $scale } løpande kroner
unit-per-inhabitant = { $year }-kroner per innbyggjar
unit-hours-in-all = { $scale } timar i alt
unit-person-years = personår i alt
unit-present-value = { $unit }, noverdi i { $year }
unit-share-of-need = del av behovet, i prosent
unit-thousand-nominal = tusen kroner i året, løpande kroner
text-points = prosentpoeng
text-billion = milliardar kroner
text-million = millionar kroner
text-billion-hours = milliardar timar
text-million-hours = millionar timar
text-thousand-hours = tusen timar
in-year = Året { $year }, det første der alle modellane verkar fullt ut
in-year-partly = Året { $year }, det siste året; ikkje alle modellane verkar fullt ut
in-last-year = Året { $year }, det siste
in-period = Heile perioden { $years }, lagt saman

## Setningar om skilnader
lead = { $outcome }, { $when }
lead-total = heile perioden { $years }
of-models = { $models }: { $said }
difference = { $size } { $unit ->
    [personar] { $direction ->
        [lower] lågare
        [higher] høgare
        [fewer] færre
       *[more] fleire
    } { $size ->
        [1] person
       *[other] personar
    }
   *[other] { $unit } { $direction ->
        [lower] lågare
        [higher] høgare
        [fewer] færre
       *[more] fleire
    }
} enn i nullalternativet, frå { $near } til { $far } { $far-way ->
    [lower] lågare
    [higher] høgare
    [fewer] færre
   *[more] fleire
} i ni av ti trekkingar.
difference-about-the-same = om lag som i nullalternativet, frå { $near } { $unit } { $near-way ->
    [lower] lågare
    [higher] høgare
    [fewer] færre
   *[more] fleire
} til { $far } { $far-way ->
    [lower] lågare
    [higher] høgare
    [fewer] færre
   *[more] fleire
} i ni av ti trekkingar.
difference-both-ways = { $size } { $unit ->
    [personar] { $direction ->
        [lower] lågare
        [higher] høgare
        [fewer] færre
       *[more] fleire
    } { $size ->
        [1] person
       *[other] personar
    }
   *[other] { $unit } { $direction ->
        [lower] lågare
        [higher] høgare
        [fewer] færre
       *[more] fleire
    }
} enn i nullalternativet, frå { $near } { $near-way ->
    [lower] lågare
    [higher] høgare
    [fewer] færre
   *[more] fleire
} til { $far } { $far-way ->
    [lower] lågare
    [higher] høgare
    [fewer] færre
   *[more] fleire
} i ni av ti trekkingar.
difference-one-draw = { $size } { $unit ->
    [personar] { $direction ->
        [lower] lågare
        [higher] høgare
        [fewer] færre
       *[more] fleire
    } { $size ->
        [1] person
       *[other] personar
    }
   *[other] { $unit } { $direction ->
        [lower] lågare
        [higher] høgare
        [fewer] færre
       *[more] fleire
    }
} enn i nullalternativet. Med éi trekking er uvissa ukjend.
difference-none = ingen skilnad frå nullalternativet.
all-draws = alle trekkingane
share-of-draws = { $share } av trekkingane
sure-very = Det er svært sannsynleg at { $direction ->
    [lower] talet er lågare
    [higher] talet er høgare
    [fewer] det er færre
   *[more] det er fleire
} ({ $share }).
sure-likely = Det er sannsynleg at { $direction ->
    [lower] talet er lågare
    [higher] talet er høgare
    [fewer] det er færre
   *[more] det er fleire
} ({ $share }).
sure-counted = { $direction ->
    [lower] Lågare
    [higher] Høgare
    [fewer] Færre
   *[more] Fleire
} i { $share }.
sure-open = Retninga er uviss: { $direction ->
    [lower] lågare
    [higher] høgare
    [fewer] færre
   *[more] fleire
} i { $share }, { $direction ->
    [lower] høgare
    [higher] lågare
    [fewer] fleire
   *[more] færre
} i { $other }.

## Samandrag
summary-what = Rapporten samanliknar nullalternativet med { $models } på dei same simulerte personane, { $draws } gonger. Tala under gjeld { $year } når ikkje anna er sagt, og skilnadene er rekna mot nullalternativet, altså ordninga i dag ført vidare. Rapporten tilrår ingen modell.
summary-read = Slik les ein uvissa: intervallet dekkjer ni av ti trekkingar. Intervallet viser uvisse føresetnader og tilfeldige utslag, ikkje om sjølve modellen er rett. Faktiske tal vil avvike.
summary-likely = Svært sannsynleg betyr meir enn 90 prosent av trekkingane, sannsynleg betyr 66 til 90 prosent.
summary-bpa = BPA først: I nullalternativet har { $users } personar BPA i { $year }, med { $hours } levert. Det kostar { $cost }, og kommunane sit att med { $net } etter refusjon. Tal «i alt» omfattar òg dei ordinære tenestene kommunane gir { $pool } personar med behov utan BPA.
scheme-followed = Modellen følgjer { $percent } prosent av ordninga person for person; resten er overslag frå statsrekneskapen ({ $year }).
scheme-bpa-alone = { $models }: nye vilkår gjeld berre BPA her. Kva dei kostar om dei gjeld heile 575.60, er mange gonger meir: det viser modellen «B – heile ordninga».
message-money = Kva pengane i B går til
money-lead = { $model }
money-goes-to = Nettoen til staten er { $state } høgare enn i nullalternativet i { $year }. { $grant } er betaling per BPA-time, { $bpa } refusjon som kjem av BPA-timane, { $other } refusjon for andre tenester til BPA-brukarar og { $pool } refusjon for personar utan BPA i simuleringa. { $rest } Resten er skatt, trygd og andre utgifter.
money-rest = Til øvrige mottakarar i ordninga går { $rest } (overslag).
money-rest-none = Øvrige mottakarar i ordninga får det same som i dag.
message-over-time = Over tid, under kvart uttrekk
over-time-what = Eit uttrekk som blir sett i det første året med full verknad, gjer at det året nesten ikkje kostar staten noko: slik er det bygd. Difor står året ti år etter og heile perioden ved sida av.
over-time-what-part = Eit uttrekk som blir sett i det første året med full verknad, gjer at det året kostar staten mindre enn åra etter: slik er det bygd. Difor står året ti år etter og heile perioden ved sida av.
over-time = {" "}I { $year }: { $later }; heile perioden { $years }: { $sum }.
holds-ordinary-services-in = her er òg ordinære tenester til personar utan BPA, { $persons } i { $year }
holds-ordinary-services = her er òg ordinære tenester til { $persons } personar utan BPA
lead-holding = { $outcome } ({ $holds }), { $when }
an-estimate = overslag
rest-estimate = øvrige mottakarar, overslag
row-of-which-simulated = av dette personar i simuleringa
row-of-which-rest = av dette øvrige (overslag)
note-models-left-out = { $models } er som { $base } i året som blir samanlikna, og skil seg berre i åra etter; dei står i tabellen over uttrekk over tid og i filene.
message-who-pays = Kven betaler?
message-relatives = Kva blir flytta til pårørande?
message-work = Kva skjer med deltaking i arbeid?
message-stability = Kva følgjer av brot i bemanninga?
message-help = Får folk hjelpa?
message-society = Kva kostar det samfunnet?
message-turns = Kva ein time må vere verd for at svaret snur
message-words = Alle skilnadene i ord
changes-line = { $outcome }: { $level } i nullalternativet. { $changes }
change-open = { $change }, retninga er uviss
change-sentence = { $change }.{ $later }
message-unsure = Kva er mest uvisst?
summary-society = Kostnaden for samfunnet og det udekte behovet må lesast saman. Ein udekt time har ingen avtalt pris. Ein modell kan vere billegare fordi færre får hjelp.
summary-unsure = { $assumed } av { $all } føresetnader er antakingar utan måling bak. Desse avgjer mest av det som ikkje er avklart:
unsure-coverage-lead = Behovet
unsure-coverage = Ingen måler kor mange timar folk treng. Nivået på udekt behov og på innsatsen til pårørande kviler på ei føresett dekning.
unsure-fill-lead = Pårørande
unsure-fill = Ingen norsk studie seier kor mykje av ein udekt time pårørande fyller.
unsure-response-lead = Svar på finansiering
unsure-response = Kor sterkt vedtak og tildeling svarer på kven som betaler, er ikkje målt i Noreg.
unsure-municipal-lead = Kommunane
unsure-municipal = Det finst ingen opne BPA-tal per kommune. Personane er plasserte etter folketal.
unsure-price-lead = Prisen
unsure-price = Timeprisen og lønsdelen i han er anslag. Dei avgjer kor mykje staten refunderer.

## Kort fortalt
plain-what = BPA er hjelp som du sjølv styrer. I dag betaler kommunen, og staten dekkjer ein del når hjelpa kostar mykje. Vi har rekna på kva som skjer om staten betaler meir.
plain-today = Går ordninga i dag vidare, har { $users } personar BPA i { $year }. Dei får { $hours }, og det kostar { $bpa }. Kommunane sit att med { $bpa-net } av rekninga. { $lost } som er innvilga, blir ikkje leverte, og { $unmet } behov får inga hjelp. Pårørande hjelper { $relatives }. Det kostar dei { $cost } i tid, helse og arbeid, og { $work } går tapt. { $employed } med behov for hjelp er i jobb.
plain-models = Dette endrar kvar modell. Først står gjennomsnittet, i klammer der ni av ti trekkingar ligg.
plain-lead = { $models } i { $year }
plain-change = { $what }: { $change }
plain-change-over-time = { $what }: { $change }.{ $later }
plain-unsure = Tala byggjer på mange antakingar. Dei viser kva som følgjer av antakingane. Dei seier ikkje kva som er best.

## 1 Problem
problem-bpa = Brukarstyrt personleg assistanse (BPA) skal gi menneske med funksjonsnedsetjing likestilling og eit sjølvstendig liv. Kommunen gjer vedtak og betaler. Staten refunderer ein del av lønskostnadene over eit innslagspunkt, kalla toppfinansiering.
problem-financing = Den som avgjer, betaler ikkje alltid heile kostnaden, og den som betaler, avgjer ikkje alltid. Det kan påverke kor mange timar som blir innvilga, kven som får BPA, og kor like vedtaka er frå kommune til kommune.
problem-relatives = Timar som ikkje blir innvilga eller leverte, forsvinn ikkje. Pårørande tek ein del av dei, og resten blir udekt. Derfor viser rapporten for alle modellar, også nullalternativet, kva som blir flytta til pårørande i tid, helse og arbeid, kva som skjer med deltaking i arbeid, og kva brot i bemanninga fører til.
field-aims = Måla, og korleis dei skal vegast mot kvarandre.
problem-null-heading = Nullalternativet: utviklinga utan endring
problem-null = Nullalternativet er vedteken politikk ført vidare. Talet på brukarar veks, behovet aukar med alder og sjukdom, og økonomien i kommunane blir gradvis strammare. Tabellen viser kva det gir.

## 2 Tiltak
measures-models = Desse modellane er rekna på:
measures-names = Eit forsøk med statleg finansiering frå 2016 brukte òg namna A og B, om andre ordningar.
note-flows = Tal i { $unit }, runda av til næraste { $digit } så beløpa kan leggjast saman. Breidda på banda er beløpet; BPA er timane og administrasjonen kommunane har av dei.
figure-flows = Kven betaler for BPA i { $year }, frå den som ber kostnaden, til det han går til
box-state = Staten
box-municipalities = Kommunane
box-bpa = BPA
box-users = Brukarane
note-levers = Berre verkemiddel der modellane er ulike. Eit verkemiddel som blir trekt, står med gjennomsnitt og intervall i runde tal.
note-levers-min-age = { $models }: lågaste alder for refusjon endrar berre personane i simuleringa. For øvrige mottakarar i 575.60 endrar han ingenting: rekneskapen har alt i seg den regelen som gjeld.
lever-word = { $word ->
    [municipality] kommunen
    [state] staten
    [own] eigen kostnad
    [population] folketal
    [fixed] fast
    [yearly] kvart år
    [rebased] på nytt kvart få år
    [bpa] berre BPA
    [all] heile ordninga
    [guarantee] inntektsgaranti
    [linear] jamt over nokre år
    [none] inga grense
   *[other] { $word }
}
column-from = innebygd
column-to = brukt her
figure-cost-curve = Innslagspunktet: kva kommunen betaler etter kvart som hjelpa kostar meir, { $year }
axis-municipality-pays = Kommunen betaler, mill. kroner i året
axis-cost = Kostnad til BPA for éin person, mill. kroner i året
note-cost-curve = Lova rekna på éin person på 40 år utan andre tenester, alle føresetnader på gjennomsnittet, utan at nokon endrar åtferd. Det kommunen ikkje betaler, betaler staten.
alt-cost-curve-model = { $model }: av { $cost } tusen kroner i året betaler kommunen { $municipality } og staten { $state }.
column-hours-per-week = Timar i veka
column-bpa-cost = Kostnad
column-state-pays = { $model }: staten
column-municipality-pays = { $model }: kommunen
field-left-out = Tiltak som er vurderte og lagde bort, og kvifor.

## 3 Prinsipp
principles-what = Spørsmåla er utvalet sine. Her står kva utrekningane kan seie om kvart av dei.
principle-equality-lead = Likestilling
principle-equality = FN-konvensjonen artikkel 19 handlar om retten til eit sjølvstendig liv. Utrekningane viser leverte timar, udekt behov, ventetid og deltaking.
principle-self-government-lead = Lokalt sjølvstyre
principle-self-government = Modellane skil seg i kven som avgjer. Utrekningane viser kor mykje vedtaka varierer mellom kommunar, og kva felles praksis endrar.
principle-financing-lead = Finansiering
principle-financing = Nye oppgåver skal dekkjast. Utrekningane viser nettoen til kommunane før og etter uttrekk, og kva kommunar som får meir eller mindre.
principle-rights-lead = Rettstryggleik
principle-rights = Ventetid, overgangen ved 18 år og rettsgrensene er verkemiddel i modellane. Klagehandsaming er ikkje med; sjå avgrensingane.
principle-others-lead = Personar utan BPA
principle-others = Eigne reglar for BPA kan gjere avstanden større til dei som har andre tenester. Utrekningane viser dekninga for begge grupper.
field-principles = Vurderinga av prinsippa, også lovspørsmål som utrekningane ikkje rører ved.

## 4 Verknader
effects-what = Tabellen går gjennom alle det vedkjem. Tala er skilnader frå nullalternativet, rekna trekking for trekking.
actor-users = BPA-brukarar
actor-others = Personar med behov, utan BPA
actor-relatives = Pårørande
actor-assistants = Assistentar
actor-suppliers = Private leverandørar
actor-municipalities = Kommunar
actor-counties = Fylkeskommunar
actor-state = Staten
actor-employers = Arbeidsgivarar til pårørande
actor-society = Samfunnet
row-not-computed = Ikkje rekna: modellen har ingen tal for gruppa
field-duration = Kor varige verknadene er, og verknader som ikkje er rekna.
figure-years = Skilnad frå nullalternativet: { $outcome }, { $years }
alt-bars = { $title }. { $unit }. { $models } Tala står i tabellen under figuren.
note-band = Linja er gjennomsnittet. Feltet dekkjer ni av ti trekkingar.
axis-year = År

## 5 Modell og data
model-what = Modellen simulerer enkeltpersonar år for år. Alle modellar møter dei same personane og dei same tilfeldige utslaga, slik at skilnader ikkje kjem av flaks.
model-people-lead = Personar
model-people = Personar med langvarig behov får alder, tilstand, behov i timar, pårørande og kommune. Kvart år blir dei eldre, behovet endrar seg, nye kjem til og nokre døyr.
model-grant-lead = Vedtak
model-grant = Den som avgjer, ser kva éin time til kostar på eige budsjett, og innvilgar etter det. Praksis varierer mellom kommunar.
model-deliver-lead = Levering
model-deliver = Ledige stillingar, brot og ventetid gjer at ikkje alt som blir innvilga, blir levert.
model-relatives-lead = Pårørande
model-relatives = Pårørande fyller ein del av gapet, og taper tid, helse og arbeid på det.
model-money-lead = Pengar
model-money = Kvar krone blir ført éin gong på den som betaler. Overføringar summerer til null.
model-draws-lead = Trekkingar
model-draws = Alt blir gjort om att med nye verdiar for uvisse føresetnader. Spreiinga blir intervallet.
note-status = Observert, vedteke og sitert har ei kjelde. Antaking betyr at inga kjelde er funnen.
column-hash = kontrollsum (BLAKE3, starten)
note-inputs = Kontrollsummen viser om ei fil er endra.
model-warnings = Merknader om data

## 6 Prissette
priced-what = Netto noverdi er summen over år, rekna om til verdien i det første året. Tabellane viser kostnad for kvar betalar, skattefinansieringskostnad og summen.
priced-beside = Summen dekkjer ikkje alt. Udekt behov, innleggingar og utdanning står under summen, for at ingen skal lese kostnaden åleine.
group-priced = Verknader med pris
group-unpriced = Ved sida av summen: verknader utan pris eller målte i tal
row-tax-cost = Skattefinansieringskostnad

## 7 Ikkje-prissette
unpriced-what = Nokre verknader har ingen pris og skal ikkje gjerast om til kroner. Utrekningane gir retning og storleik. Kor viktige dei er, vurderer utvalet.
effect-self-determination = Likestilling og sjølvråderett
effect-unmet = Hjelp som manglar
effect-participation = Deltaking i utdanning
effect-relatives-burden = Belastning for pårørande
effect-equal-treatment = Lik handsaming i ulike kommunar
effect-others = Personar utan BPA
effect-waiting = Ventetid
effect-hospital = Innleggingar
column-weight = Betyding, omfang og konsekvens
for-the-committee = utvalet fyller ut
note-unpriced = Målet som er brukt, står under kvar verknad. Konsekvens frå −−−− til ++++ set utvalet, med grunngiving.
hour-price-heading = Kva ein time som manglar, må vere verd
hour-price-what = Så mykje må ein time udekt behov vere verd for at modellen i gjennomsnitt skal koste samfunnet mindre enn nullalternativet i heile perioden. Det heng på kva dei ekstra tenestene er verde som kommunane kjøper for ein del av det dei blir sparte for: dei er ein kostnad i rekneskapen, men ingen har målt nytten. Difor står to svar: at tenestene er verde det dei kostar, og at dei er verde ingenting.
hour-price-read = Timar og kroner er neddiskonterte med den same renta, og prisen, i { $year }-kroner, følgjer lønene. Det som står om andre trekkingar, er kor nøyaktig gjennomsnittet er rekna ut. Det er ikkje kor uvisst svaret er: i ei einskild trekking kan prisen vere ein heilt annan, og bpasim decide seier frå kva pris det er slik i ni av ti.
field-unpriced = Grunngiving for konsekvensane, og verknader som manglar her, som livskvalitet.

## 8 Budsjett
budget-what = Tabellen viser endring i utgiftene og inntektene til staten etter kapittel og post. Pluss er høgare utgift eller lågare inntekt. Innfasinga ser ein i dei første åra.
row-sum-paid = Sum, når pengane blir betalte
row-sum-earned = Sum, når utgifta oppstår
row-sum-fixed = Sum, når pengane blir betalte, faste kroner
note-budget = Gjennomsnitt av trekkingane, løpande kroner der ikkje anna står. Kommunar, brukarar, pårørande og arbeidsgivarar ligg utanfor statsbudsjettet og står i hovudboka.
note-budget-lag = Toppfinansiering blir betalt året etter at utgifta oppstår, når modellen har eit etterslep. Andre postar blir betalte i same år.
note-budget-chapters = Kapittel og post er henta frå budsjettdokumenta som står i arbeidsboka. Linjer som ikkje kan plasserast sikkert, er haldne utanfor summen, med grunn.
budget-claims = Refusjon for personane i simuleringa som er opptent, men ikkje betalt ved utgangen av { $year }, i millionar løpande kroner. { $claims }
budget-claims-whole = Heile 575.60, med øvrige mottakarar: refusjon som er opptent, men ikkje betalt ved utgangen av { $year }, i millionar løpande kroner. { $claims }
row-item-in-all = { $item }, i alt
group-item-today = { $model }: heile posten, før endringane under
lag-what = Endra etterslep flyttar betalingar éin gong. Det er kontantar, ikkje kostnad:
lag-moves = Frå { $year } er etterslepet { $lag } år i staden for { $before }, og { $amount } millionar løpande kroner blir betalte { $way ->
    [later] seinare
   *[sooner] tidlegare
} det året enn elles.
budget-money = Kva pengane i B går til
budget-money-what = Tabellen deler opp det staten betaler meir under modellar som endrar refusjonsvilkåra: kven refusjonen gjeld, og kva kommunane gjer med han. «Berre BPA» og «heile ordninga» er to ulike reformer og blir alltid viste saman.
group-state-pays = Staten betaler meir
group-municipalities-do = Kva kommunane gjer med pengane
row-other-state = Skatt, trygd, administrasjon og andre utgifter
row-withdrawn = Uttrekk frå rammetilskotet
row-received = Motteke frå staten, etter uttrekk
row-more-bpa = Meir BPA, andre tenester og administrasjon
row-left = Blir att hos kommunane: lågare netto
note-money = Refusjon som kjem av BPA, er det som ville falle bort utan BPA-timane. Rader utan intervall er rekna av gjennomsnitta i dei andre.
budget-scheme = Om reglane gjeld heile 575.60: kva B kostar, del for del
budget-scheme-what = Delane er rekna på øvrige mottakarar i 575.60, forankra i statsrekneskapen, utan at nokon endrar åtferd før den siste delen. Sats og innslagspunkt følgjer av rekneskapen og fordelinga av kostnader; resten er antakingar. Talet over 67 år og i institusjon er ukjent. Etterslepet er som i dag: fall det bort, ville året modellen startar, betale om lag heile posten éin gong til. Det er kontantar, ikkje kostnad.
scheme-changing = Nullalternativet er 80 prosent over eitt innslagspunkt. Prop. 102 S (2023–24) viser verknader av framlagde endringar i ordninga frå 2025; innhald og vedtak er ikkje funne og må avklarast med KDD før tala blir brukte. Ekstratilskotet i 575.61 er ikkje med.
group-known = Følgjer av rekneskap og reglar
group-assumed = Kviler på antakingar
group-beside-sum = Ved sida av summen: om bebuarar i institusjon tel
group-scheme-persons = Personar over innslagspunktet, utanom simuleringa
column-added-up = { $column }, så langt
note-scheme-parts = Overslag. Første kolonne for kvart år er delen, neste er summen så langt, rekna av gjennomsnitta. Tal på personar er forventningar.
note-ages-unknown = Ingen veit kor mange over 67 år heime, eller i institusjon, som ville kome over innslagspunktet om aldersgrensa fall.
budget-withdrawals-above = Kva modellane kostar over tid under kvart uttrekk, står i samandraget.
withdrawal-row = { $model }, { $withdrawal ->
    [none] utan uttrekk
    [fixed] fast uttrekk
    [rebased] uttrekk sett på nytt kvart få år
    [yearly] uttrekk sett kvart år
   *[other] { $withdrawal }
}
as-the-model-is = slik modellen er
as-model = rekna fullt ut: «{ $model }»
same-persons = dei same personane, eit anna uttrekk
note-withdrawals = Skilnad frå nullalternativet. Rader merkte «dei same personane» er rekna i kvar trekking på dei simulerte personane, med det uttrekket og dei tenestene lettinga då kjøper; vedtaka svarer på uttrekket til modellen sjølv. Modellane rekna fullt ut står i scenarioet med alle variantane (bpasim run variants).
note-rebased = Eit uttrekk sett på nytt byggjer her på utviklinga utan reforma, som ingen får sjå når reforma er gjord. Eit verkeleg ville bygt på ein indeks og lege nokre år etter, så talet er det beste ein kan nå.
claim-model = { $model }: { $amount }.
claim-model-whole = { $model }: { $amount }, av det { $simulated } for personane i simuleringa.
budget-who = Kven betaler
budget-over-time = Kva modellane kostar staten over tid
budget-withdrawal = Med og utan uttrekk
budget-withdrawal-what = Ein modell som trekkjer i rammetilskotet, kan ikkje samanliknast direkte med ein som ikkje gjer det. Tabellen viser modellane før uttrekk, slik dei er, og slik dei ville vore om alle hadde eit uttrekk som lèt kommunane stå som i nullalternativet.
group-before-withdrawal = Før uttrekk
group-as-is = Slik modellane er
group-all-withdrawn = Om alle modellar hadde eit uttrekk som dekkjer letten for kommunane
note-withdrawal = I siste gruppa er nettoen til kommunane den same som i nullalternativet i kvar trekning, med det intervallet. Nettoen til staten der og før uttrekk er rekna av gjennomsnitta i radene over; kvar trekning for seg er ikkje lagra, så han har ikkje intervall.
budget-one-off = Eingongskostnader og varige kostnader
note-one-off = Innføring er eingongskostnader i innfasingsåra. Administrasjon er varig. IKT og opplæring er ikkje skilde ut.
note-ledger = Gjennomsnitt av trekkingane, løpande kroner, når utgifta oppstår. Minus er ein gevinst for betalaren. ledger.csv har òg tidspunkt for betaling og standardfeil.

## 9 Kommunar
municipal-what = Tala viser endring i nettoen til kommunane etter uttrekk, i faste kroner per innbyggjar. Dei er summar over kommunane i kvar gruppe.
units-municipalities = kommunar
units-districts = bydelar
municipal-hidden = Små tal er skjulte: { $count } { $units } har færre enn fem personar; timar og kroner er skjulte saman med talet på personar. Der ein aldersklasse har få, er brukarane i han og i ein klasse ved sida av fordelte etter alderen i landet, ikkje etter det som er talt.
hidden-why = Små tal er skjulte. Talet på brukarar står i scenarioet sin eigen tabell, og er rekna som verkelege personar. Ein kommune med 1 til 4 brukarar er skjult, og det er rekna med eit overslag i staden: summar der han er med, er ikkje nøyaktig dei talde. Små aldersklassar i andre kommunar deler sum med ein annan klasse; er få under 67 år, gjer alle klassane det. Kva som blir skjult, følgjer berre av kommunen sine eigne tal. Er dei publiserte, set ein observed_persons = false i scenarioet.
hidden-units = Skjult: tala for { $count } av { $all } { $units }.
hidden-outcomes = Skjult for alle under eitt: { $names }.
hidden-country = Alle resultat er skjulte: ingen kommune i scenarioet har mange nok personar til at noko kan visast. Det som blir vist, er føresetnadene og kva lova seier om éin tenkt person.
hidden-limits = Ingenting av eit skjult tal er med i det som blir rekna ut, heller ikkje som del av ein sum, så verken andre føresetnader eller ei ny utgåve av tabellen gjev det. Ei ny utgåve viser korleis dei viste tala har endra seg: sjølve tabellen skal ikkje delast.
municipal-no-inhabitants = Kommunane eller bydelane her har ikkje folketal, så tal per innbyggjar kan ikkje reknast ut.
municipal-risk = Små kommunar kan få store utslag av éin ny brukar. Tabellen viser kor mykje utgifta per innbyggjar svingar frå år til år i éi trekking.
municipal-growth = Eit uttrekk som blir sett éin gong, følgjer ikkje med når talet på brukarar veks. Skilnaden frå nullalternativet endrar seg slik for kommunane samla, i millionar kroner:
municipal-growth-model = { $from } i { $from-year } og { $to } i { $to-year }.
group-centrality = Etter sentralitet (SSB)
group-size = Etter innbyggjartal
group-kostra = Etter KOSTRA-gruppe
centrality = Klasse { $class ->
    [1] 1, mest sentral
    [6] 6, minst sentral
   *[other] { $class }
}
size-below = under { $to }
size-between = { $from } til { $to }
size-above = { $from } og fleire
column-units = Kommunar
column-per-10000 = Brukarar per 10 000 innbyggjarar, nullalternativet
column-net-per-inhabitant = Netto per innbyggjar, nullalternativet
column-change = { $model }: endring per innbyggjar
column-win = { $model }: får mindre utgift
column-lose = { $model }: får meir utgift
note-groups = Kroner er faste kroner i året som blir samanlikna.
note-win = Ein kommune blir rekna med når endringa er over éi krone per innbyggjar.
note-illustration = Kommunetal er illustrasjonar: utanom Oslo finst det ingen opne BPA-tal per kommune.
figure-units = Endring i nettoen til kommunane per innbyggjar etter innbyggjartal, { $year }
column-lowest = { $model }: lågaste
column-middle = { $model }: midtarste
column-highest = { $model }: høgaste
column-unit = Kommune
column-district = Bydel
column-code = Nummer
column-county = Fylke
column-population = Innbyggjarar
column-recipients = Brukarar { $year }, nullalternativet
column-change-money = { $model }: endring
column-quality = Kvalitet
quality-computed = rekna
quality-known = { $quality }; { $persons } var kjende i { $year }
quality-observed = observerte brukarar
quality-hidden = skjult
note-units-interval = Intervallet går frå 5- til 95-prosentilen over høgst 1 024 trekkingar.
note-quality = Rekna: brukarane er plasserte av modellen. Observerte brukarar: startåret har kommunen sine eigne tal.
note-municipality-file = To sider om éin kommune: «bpasim report MAPPE --municipality NUMMER» lagar fila kommune-NUMMER.html ved sida av rapporten.

## 10 Pårørande, arbeid, stabilitet
relatives-what = Her står det same for alle modellar, nullalternativet først: kostnader som blir flytta til pårørande, deltaking i arbeid, og følgjer av brot i bemanninga.
relatives-moved = Kostnader som blir flytta til pårørande: tid, helse og arbeid
relatives-work = Deltaking i arbeid for brukarar og familie
relatives-stability = Følgjer av brot i rekruttering og manglande stabilitet
stability-what = Innvilga timar som ikkje blir leverte, kjem av ledige stillingar og brot. Pårørande må då leie eller dekkje, noko blir udekt, og risikoen for innlegging aukar.
relatives-transitions = Overgangar
transitions-what = Fylte 18 år, sjukdom som skrid fram, rask sjukdom og ventetid. Modellen følgjer personane gjennom desse, men skil dei ikkje ut i eigne kostnader.
figure-hours = Kvar timane i behovet blir av, { $year }
note-hours = Alle med behov, med og utan BPA. Delane summerer til heile behovet.

## 11 Uvisse
uncertainty-what = Spreiinga mellom trekkingane viser kva uvisse føresetnader og tilfeldige utslag betyr. Figurane viser kor stor del av trekkingane som ligg under kvar skilnad.
uncertainty-form = Spreiinga seier ikkje noko om forma på modellen. Andre samanhengar enn dei som er valde, kan gi andre svar.
figure-curve = Kor sikker er skilnaden? { $outcome }, { $year }
axis-share-of-draws = Del av trekkingane under
axis-difference = Skilnad frå nullalternativet, { $unit }
alt-curve-model = { $model }: ni av ti trekkingar ligg mellom { $low } og { $high }; { $below } ligg under null.
column-share-below = Del av trekkingane under
row-below-zero = Del under null
note-curve = Kurva går gjennom alle prosentilar frå 1 til 99; merka er 5, 50 og 95. Ligg ho til venstre for null, er talet lågare enn i nullalternativet.
figure-convergence = Kor nøyaktig er gjennomsnittet rekna ut (Monte Carlo-feilen)? { $outcome }, skilnad frå nullalternativet, { $year }
axis-draws = Trekkingar
alt-convergence-model = { $model }: feilen er { $error } etter { $draws } trekkingar.
note-convergence = Feilen i gjennomsnittet når talet på trekkingar aukar. Kor mange siffer tabellane viser, følgjer av han: heile rekkja av år og modellar har same siste siffer.
uncertainty-sensitivity = Kvar ein konklusjon snur, og kva det er verdt å vite meir om, er ikkje undersøkt for desse utrekningane. Kommandoen decide gjer det og tek det inn her.
uncertainty-decides = Kva føresetnader som betyr mest, og kvar ein konklusjon snur, står i neste del.
field-risk = Tiltak som kan redusere uvissa, og kva som bør undersøkjast først.

## 12 Fordeling
distribution-what = Fordelingsverknader er ikkje med i noverdien. Først avstanden mellom dei som har BPA, og dei som har behov utan BPA, målt i prosentpoeng dekning av behovet:
gap-model = { $first } prosentpoeng i { $first-year } og { $now } i { $year }.
distribution-places = Ulik praksis mellom kommunar viser seg i spreiinga i dekning, og i kor mykje av skilnadene som kjem av bustad. Felles praksis (harmonisering) er eit verkemiddel i modellane. Kjønn og diagnose er ikkje med.

## 13 Samla vurdering
assessment-what = Tabellen samlar verknadene. Modellane står i den rekkjefølgja dei er skrivne, ikkje etter kva som er best.
field-majority = Kva tiltak fleirtalet tilrår, og kvifor.
field-minority = Synet til mindretalet.

## 14 Gjennomføring
success-what = Utrekningane føreset at dette er på plass. Dei seier ikkje korleis.
success-recruitment-lead = Rekruttering
success-recruitment = Fleire timar må bemannast. Lønsløft, færre brot og færre ledige stillingar er verkemiddel som kan prøvast.
success-administration-lead = Administrasjon
success-administration = Den som skal gjere vedtak og betale, må ha folk og system til det. Kostnaden er ein føresetnad i kvar modell.
success-transition-lead = Overgang
success-transition = Innfasinga tek den tida modellen seier. Overgangar ved 18 år og mellom ordningar må ha reglar.
success-evaluation-lead = Evaluering
success-evaluation = Mål det modellen ikkje veit: behov, timane til pårørande, timar utan bemanning, ventetid og vedtak, før og etter.
field-success = Ansvar, tidsplan og evaluering.

## 15 Kvalitet
assurance-validation = Av kjende tal som ikkje er brukte i modellen, er det { $hits } treff og { $misses } bom. Tal som er gjevne inn, tilpassa eller held uansett, står for seg: modellen er laga for å treffe dei ({ $fitted } treff, { $lost } bom). { $rest } tal kunne ikkje prøvast i desse utrekningane.
column-known = Kjent tal
column-model = Modellen
column-hit = Resultat
column-kind = Slag
column-source = Kjelde
note-validation = Gitt inn: talet er brukt i modellen, og treff viser berre at det er brukt rett. Tilpassa: føresetnader er valde for å treffe. Uavhengig: talet er ikkje brukt.
assurance-backtest = Om modellen treffer historia betre enn enkle trendar, er ikkje prøvd i denne rapporten. Kommandoen backtest gjer det, for brukarar, timar og 575.60 frå kvart år bakover, og tek sigrar og tap inn her.
assurance-tests = Programmet har automatiske testar av reglar, rekneskapsidentitetar, uvisse og gjentaking. Testane følgjer kjeldekoden. Uavhengig gjennomgang av menneske er ikkje gjord.
assurance-repeat = Slik tek ein utrekningane om att
assurance-run = Køyring { $id }, versjon { $version }, frø { $seed }. Fingeravtrykk av alle resultata: { $fingerprint }.
field-interests = Kven som har betalt for arbeidet, og kva interesser dei har.

## 16 Avgrensingar
limits-what = Dette kan programmet ikkje vite:
limit-need = Inga måling av behov finst. Nivået på alt som fell på pårørande, kviler på ei føresett dekning. Er dekninga høgare enn føresett, ber pårørande mindre i alle modellar, og fleire timar gir dei mindre.
limit-municipal = Utanom Oslo (2022) finst det ikkje opne BPA-tal per kommune. Kommunetal er illustrasjonar til eigne tal blir lagde inn. Det flyttar pengar mellom kommunar, ikkje summen for landet.
limit-relatives = Ingen norsk studie seier kor mykje pårørande fyller av ein udekt time. Fyller dei meir enn føresett, er meir av skilnaden mellom modellane tida, helsa og arbeidet til pårørande, og mindre udekte timar.
limit-response = Ingen norsk studie seier kor sterkt vedtak svarer på kven som betaler. Svarer dei sterkare enn føresett, innvilgar B fleire timar og kostar meir; svarer dei ikkje, er verknaden rein rekning, som står ved sida av.
limit-norm = Om ei nasjonal norm blir romslegare eller strammare enn kommunal praksis, er ukjent. Er ho romslegare enn føresett, innvilgar A fleire timar og kostar meir; er ho strammare, omvendt.
limit-thresholds = Innslagspunkta for 2018–20 og 2022 er interpolerte, og i etterprøvinga etter minnet; lønsserien er etter minnet. Dei må kontrollerast mot kjelda. Dei flyttar nivået likt i alle modellar, og poenga i etterprøvinga av 575.60.
limit-unmet = Ein udekt time har ingen avtalt pris. Han står ved sida av kostnaden, ikkje i han. Jo meir han er verd, desto meir talar for modellar som innvilgar fleire timar.
limit-models = Kva modellane blir, er utvalet si sak. Verdiane her er føresetnader; andre verdiar kan snu rekkjefølgja.
limit-structure = Intervalla dekkjer ikkje feil i forma på modellen, nye lover eller sjokk i økonomien. Dei er difor for smale, i alle modellar.
limits-scheme = Toppfinansieringsordninga (575.60)
limits-scheme-what = Alt om øvrige mottakarar er overslag til eit departement gir fordelinga. For kvar grense står kva veg ho ville flytte samanlikninga:
limit-scheme-below = Under innslagspunktet har ingen rapportert kostnader. Er det fleire like under enn kurva seier, kostar eit lågare innslagspunkt meir enn vist; er det færre, mindre. Det gjeld «heile ordninga», ikkje «berre BPA».
limit-scheme-ages = Talet over 67 år heime er ukjent. Er dei fleire enn tenkt, blir B for heile ordninga dyrare for staten og billegare for kommunane; A og «berre BPA» blir ikkje endra.
limit-scheme-institutions = Om bebuarar i institusjon tel når aldersgrensa fell, er uavklart, og kva dei kostar i direkte løn, er lite kjent. Tel dei, og kostar dei meir enn tenkt, blir B for heile ordninga dyrare.
limit-scheme-alpha = Forma på fordelinga (α) byggjer på tre år. Er meir av pengane hos dei aller dyraste enn tenkt, er færre over innslagspunktet, og eit lågare innslagspunkt kostar mindre enn vist; er dei jamnare fordelte, meir.
limit-scheme-units = Kommunetal for øvrige mottakarar er forventningar: ein liten kommune har 0 eller 3 slike personar, aldri 1,4. Summen for landet blir ikkje endra, men små kommunar får større utslag enn vist.
limit-scheme-response = Øvrige mottakarar får fleire tenester berre gjennom føresetnaden om kor mykje andre tenester svarer på staten sin del. Svarer kommunane sterkare på at staten betaler meir, kostar B for heile ordninga meir.
limit-transition = Overgangsordningane er etterlikningar: inntektsgarantien ser på tilskotet åleine, vår på heile verknaden av reforma. Det endrar kva kommunar som taper og når, ikkje summane.
limit-terms = Vilkår vedtekne frå 2025 må stadfestast. Er satsen alt heva eller innslagspunktet endra, er nullalternativet dyrare for staten enn vist, og B legg mindre til.
limits-left-out = Det modellen utelèt, og kva veg det ville flytte samanlikninga
limit-labour = Tilgangen på assistentar: timar utan folk og løn svarer ikkje på kor mange timar som blir innvilga. Modellar som innvilgar meir, leverer då truleg mindre og kostar meir per time enn vist. Det svekkjer B, og A der norma blir romslegare.
limit-complaints = Klager: korkje tal, sakshandsaming eller timar som blir vunne, er med. Der staten avgjer, kan klageinstansen jamne praksis ut, men òg presse timane opp: A blir då dyrare og likare enn vist. Kommunale modellar får fleire timar etter klage enn vist.
limit-turning-18 = Overgangen ved 18 år er ikkje følgd som årskull. Modellar med garanti (A) gir unge meir enn vist like etter overgangen; vinsten i skule og arbeid er truleg for liten.
limit-moving = Flytting mellom kommunar: ingen flyttar, og ingen taper vedtaket ved flytting. Nasjonale reglar (A) er då verde meir for brukarane enn vist.
limit-paid-relatives = Pårørande tilsette som assistentar er ikkje skilde ut. Der fleire timar blir innvilga, tek nokre pårørande løna arbeid i staden for å bli avlasta: vinsten i tid er mindre enn vist, vinsten i inntekt større. Det dempar skilnadene i timane til pårørande mellom modellane.
limit-quality-of-life = Livskvaliteten og sjukefråværet til brukarane er ikkje med. Modellar som gir fleire timar, ser då dyrare ut for samfunnet enn dei er: det talar for B, og for A der norma blir romslegare.
limit-means = Timar etter råda til kommunen: kva ein kommune innvilgar, følgjer ikkje av inntekta hans. Er fattige kommunar strengast, jamnar A ut meir, og B, som legg pengar til der det alt blir innvilga mykje, mindre enn vist.
limit-law = Eiga lov: BPA er ei helse- og omsorgsteneste i alle modellar, òg i varianten «A med rett for alle». Ei eiga lov om likestilling ville truleg la fleire behov telje. A gir då fleire timar og kostar meir enn vist, og avstanden til dei utan BPA blir større.
limit-choice = Val av organisering og assistentar, og prisane til leverandørane: timen kostar det same kven som enn er arbeidsgivar, og leverandørar som deler assistentar («pool»), er ikkje med. Får brukaren velje sjølv under A, er A verdt meir for brukarane enn vist. Betaler staten ein fast timepris til private, som i Sverige, kan A bli dyrare. Delte assistentar gir truleg færre brot, men mindre val, i alle modellar.
limit-staffed-homes = Bemanna bustader: prisen på ein plass er med, og BPA kan kome i staden. Men i ingen modell flyttar nokon dit fordi BPA blir avslått, og korkje større einingar eller assistanse gjord om til helseteneste er med. Skjer det mest der kommunen betaler, er nullalternativet billegare for kommunen og verre for brukarane enn vist, og A med rett for alle verdt meir. Blir berre ein del av plassen spart når nokon flyttar ut, sparer A med rett for alle mindre enn vist.
limit-health-tasks = Helseoppgåver og kompetanse: assistentar utfører i praksis òg helsetenester, men alle timar har same pris, utan eigne krav til opplæring. Krev fleire timar opplæring eller helsepersonell, er modellar som gir fleire BPA (A med rett for alle, og B) dyrare enn vist og frigjer mindre helsepersonell.
limit-two-years = Toårskravet, natt og to hjelparar: alle i modellen har langvarig behov, og alle timar tel mot grensene på 25 og 32 timar, òg om natta. Etter lova tel natt og ein ekstra hjelpar som regel ikkje. Grensene i dag stengjer altså for fleire enn vist, og A med rett for alle, som ikkje har dei, tek inn fleire og kostar meir. A og B har dei same grensene og blir flytte lite.
limit-study = Studium og arbeid: den som studerer eller arbeider, får ikkje lettare BPA eller fleire timar for det, enda kommunen bør leggje vekt på det. Legg staten meir vekt på det enn kommunane, får unge meir under A enn vist, og fleire kjem i arbeid og utdanning. Då er A òg dyrare.
limit-districts = Bydelane i Oslo: kommunen gir dei pengar etter kriterium og har vurdert å dekkje dyre brukarar over 67 år i fellesskap. Ingen av delane er med. Med ei slik ordning avlastar B, som betaler òg over 67 år, bydelane mindre enn vist. Det flyttar pengar mellom bydelane, ikkje summen for Oslo.
limit-institution = Institusjon som alternativ: like mange flyttar til institusjon i alle modellar, og BPA kjem aldri i staden for ein slik plass. Kan BPA utsetje flyttinga, trengst fleire timar og færre plassar i modellar som gir eldre meir BPA (A med rett for alle, og B litt). Er plassen dyrare enn timane, ser dei dyrare ut enn dei er.
limit-leisure = Fritida til pårørande: den som har slutta i arbeid og gir færre timar hjelp enn jobben tok, får meir fritid. Ho er ikkje rekna med. Å slutte kostar då pårørande mindre enn vist, og modellar der færre sluttar (B, og A der norma blir romslegare), sparer dei for litt mindre.
limit-arenas = Hjelp på skule og arbeid: frå 16 år er det fylkeskommunen som har skuleassistenten, men her er han ført på kommunen. A med rett for alle avlastar då kommunane mindre enn vist før uttrekk, og fylkeskommunane meir. Hjelp på arbeid høyrer til Nav, og ingen av dokumenta som er lesne, seier kva kapittel ho har. Det som blir spart, er med i netto for staten, men ikkje i summen av statsbudsjettet: der ser A med rett for alle dyrare ut enn han er.
limits-ask = Kva KDD og Helsedirektoratet kan spørjast om
ask-classes = Tal på personar og sum av kostnader i kvar kostnadsklasse, over og under innslagspunktet.
ask-ages = Alder på mottakarane, og kor mange over 67 år som ville vore over innslagspunktet utan aldersgrensa.
ask-institutions = Kor mange som bur i institusjon, og om dei tel når aldersgrensa fell.
ask-bpa = Kor mykje av kostnadene som er BPA.
ask-terms = Vilkåra som gjeld frå 2025, og om det blir rekna på endringar.

## Vedlegg
annex-what = Alle føresetnader som vart brukte, med status og kjelde.
annex-files = Ved sida av rapporten ligg alle tal som filer: summary.csv, ledger.csv, units.csv, parameters.csv og validation.csv, dei same som Parquet, arbeidsboka results.xlsx, figurane i mappa figures og ei omtale av kvar kolonne i datapackage.json.
annex-bridge = Brua frå versjon 1 av modellen
annex-bridge-what = Tabellen viser kva kvar gruppe av endringar gjer med hovudtala i det innebygde scenarioet for landet (gjennomsnitt av { $draws } trekkingar, modellnummer { $before } og { $after }). Det som kan slåast av i den nye modellen, er slått av gruppe for gruppe, frå høgre mot venstre; den første gruppa er det som ikkje kan slåast av. Tabellen er laga av benches/version_bridge.py og gjeld ikkje føresetnadene i denne køyringa.
bridge-why-not-switchable = Gruppa med behov voks 84 prosent på 19 år utan grunn i data. No følgjer tilgangen dei som går ut og heimetenestene, behovet går tilbake til personens eigen bane, og aldrar fell innanfor klassene. Bemanna bustader har eigen pris. Det kommunane har stramma inn før staten tek over, blir ståande, saker blir flytte éi for éi, utjamning held snittet, og uttrekket i innfasinga er lettinga det året.
bridge-why-growth = Den publiserte brukarserien var for høg til 2017 (SSB om Ålesund); retta veks han 4,0 prosent i året, og 3,5 prosent sluttar. Tildelinga har gode og dårlege år.
bridge-why-relatives = Grensene på 10 og 20 timar blir møtte av all omsorg ein pårørande gir, ikkje berre av det hol i tenestene fører med seg.
bridge-why-threshold = Innslagspunktet steig 1,2 prosentpoeng meir enn lønningane i året 2014–25.
bridge-why-scope = Modell B endrar vilkåra for personar med BPA. Før gjaldt dei òg simulerte personar utan, men ingen andre i ordninga; det var korkje det eine eller det andre. Tala her er utan det øvrige mottakarar får.
bridge-why-responses = Svara på pris og finansiering kan vere null eller motsette, og er mindre; staten strammar inn etter det han avgjer, og innstramming gjeld òg kven som får BPA.
bridge-why-income-effect = Kommunane bruker ein del av det dei blir letta for, på fleire tenester; før vart alt spart.
bridge-why-drift = Ein stat som avgjer åleine, kan gli mot romslegare eller strammare; Sverige glei begge vegar.
column-version = Versjon { $version }
bridge-figure = { $figure }, { $year }
note-version-bridge = Stega summerer til skilnaden mellom versjonane. Kvart steg er målt med gruppene til høgre for det slått av; i ei anna rekkjefølgje kan bidraga bli andre. Siffer er viste til Monte Carlo-feilen av versjonane. B for heile ordninga er ny i versjon 2 og har inga bru: versjon 1 viste 1,3 milliardar i året som endringa i heile post 575.60, utan dei som har andre tenester enn BPA.
annex-accessibility = Sida er prøvd med automatiske verktøy for tilgjenge. Ho er ikkje prøvd av brukarar av skjermlesar.
column-assumption = Føresetnad
column-value = Verdi
column-measure = Eining
column-year = Prisår
column-status = Status
column-count = Tal på
column-which = Kva for nokre
note-parameters = Gjennomsnitt av det som vart trekt, med 5- og 95-prosentilen. Utan klamme er verdien fast.

## Tabellar
column-what = Storleik
column-payer = Betalar
figure-who-pays = Kven betaler meir og kven betaler mindre enn i nullalternativet, { $year }
note-bars = Meir å betale ligg til høgre for null, mindre til venstre; streken er der ni av ti trekkingar ligg.
note-interval = Gjennomsnitt; i klammer 5- til 95-prosentilen.
note-one-draw = Éi trekking: uvissa er ikkje kjend.
note-paired = Skilnaden er rekna i kvar trekking, med same personar og føresetnader i alle modellane.
note-pairs-not-compared = Skilnader mellom andre modellar er ikkje rekna ut. Køyr med --models og namna på modellane som skal samanliknast innbyrdes (--models A,B).
note-pairs-in-file = Skilnader mellom dei andre modellane står i summary.csv.
note-society = Kostnaden for samfunnet må lesast saman med udekt behov, som ikkje har nokon pris. Tenester kommunane kjøper for det dei blir sparte for, er med som kostnad, utan at nytten er rekna; «før nye tenester» er utan dei.
note-two-populations = { $models }: nivået er ikkje vist («.»). Det andre mottakarar i 575.60 kostar i dag, er ikkje ført nokon stad, berre det modellen endrar; nivået ville blanda to grupper. Skilnaden frå nullalternativet gjeld begge.
note-transfers = Betalingar mellom partane går mot kvarandre, så summen er det som faktisk blir brukt av ressursar.
note-tax-cost = Skattefinansieringskostnaden er rekna som kostnaden for samfunnet minus nettoen til betalarane.
note-present-value = Noverdi med kalkulasjonsrenta i føresetnadene.

## Arbeidsboka
about-title = Tittel
about-scenario = Scenario
about-run = Køyring
about-version = Programversjon
about-price-year = Prisår
about-draws = Trekkingar
about-interval = Intervall
about-own = Avvik frå innebygd scenario
about-command = Kommando
about-fingerprint = Fingeravtrykk
about-limits = Avgrensingar
about-part = Del av landet
about-limits-text = Kommunetal er illustrasjonar. Tala viser verknader av føresetnadene og tilrår ingen modell.
column-sheet = Ark
column-table = Tabell
column-files = Filer
column-field = Felt
column-content = Innhald
column-group = Gruppe
column-about = Merknad
column-low = { $column }, 5-prosentil
column-high = { $column }, 95-prosentil

## Samanlikning av to køyringar
compare-title = Brua mellom to køyringar
compare-what = Den første tabellen viser kva føresetnader som er ulike. Den andre viser korleis skilnadene mellom modellane flytta seg, og den siste kva kvar føresetnad gjer med hovudtala.
compare-runs = Frå køyring { $first } til køyring { $second }
compare-fewer-draws = Tala under er rekna på nytt på { $draws } trekningar, dei same i begge køyringane og i kvart steg. Køyringane sjølve har { $first } og { $second }, så nivåa i rapportane deira er litt andre. --draws { $most } reknar på så mange som begge har, og tek lengre tid.
compare-run-on-draws = { $run }, { $draws } trekn.
compare-rounded = Tala i ei rad har same siste siffer, og er avrunda kvar for seg: summen kan bomme på det siste sifferet.
compare-changes = Føresetnader som er ulike
compare-step = Steg
compare-from = Frå
compare-to = Til
compare-bridge = Frå den første køyringa til den andre
compare-first = første
compare-second = andre
compare-difference = skilnad
compare-change = endring
compare-moved = Korleis skilnadene mellom modellane flytta seg
compare-moved-note = Gjennomsnitt av { $draws } trekkingar, dei same i begge køyringane; i klammer 5- til 95-prosentilen. Endringa er rekna i kvar trekking, så intervallet for henne er ikkje skilnaden på dei to andre.
compare-moved-figure = Skilnader mellom modellane i den første og den andre køyringa: { $outcome }
compare-moved-figure-note = Merket er gjennomsnittet, streken går frå 5- til 95-prosentilen. Øvst i kvart par står den første køyringa, under den andre.
column-difference = Skilnad
compare-step-number = steg { $number }
compare-paired = Gjennomsnitt av { $draws } trekkingar, dei same i alle steg. Stega summerer til skilnaden.
compare-listed = Stega er gjorde i den rekkjefølgja dei er lista. Ei anna rekkjefølgje kan gi andre bidrag.
compare-shapley = Bidraga er gjennomsnittet over alle rekkjefølgjer (Shapley).
compare-figure = Kva kvart steg gjer: { $outcome }

## Kva avgjer konklusjonen
decides-what = Denne delen viser kva som må vere sant for at ein konklusjon skal stå seg, og kva det lønner seg å finne ut først. Han tilrår ingen modell.
left-out-moved = Parametrane her kjem frå ei kalibrering. Analysar som flytter dei over fordelingane i scenarioet, er derfor utelatne her: éin føresetnad om gongen, kvar talet snur, to føresetnader saman, kvar uvissa kjem frå (Sobol-indeksar) og alternative strukturar. Dei kan køyrast på scenarioet utan kalibrering.
left-out-figures = { $count } storleikar til er ikkje med, for å halde rekninga på nokre minutt. `sensitivity --of` analyserer dei.
study-chance = Tilfelle i liva til personane
sobol-rest = { $count } føresetnader med liten verknad er rekna som éin: { $names }.
study-others = Dei minste føresetnadene saman
study-figure = { $figure } ({ $model })
study-low = Låg verdi
study-high = Høg verdi
study-at-low = Endring ved låg
study-at-high = Endring ved høg
study-median-low = Ved låg, alt anna midt på
study-median-high = Ved høg, alt anna midt på
study-error = Standardfeil
study-worlds = Simulert { $count } gonger, med dei same personane på begge sider.
study-rest = { $count } føresetnader til har mindre verknad og står i fila.
study-inert = I { $worlds } simuleringar hadde desse ingen verknad på talet, og dei er difor utelatne: { $names }.
study-unseen = { $count } føresetnader til har ingen verknad som { $draws } trekkingar kan vise.
study-expansion = Talet er skrive som ein sum av { $terms } polynom i føresetnadene (sparsam polynomkaos), tilpassa { $draws } trekkingar. I trekkingar han ikkje er tilpassa, bommar summen på { $missed } av variansen; { $chance } er tilfeldige utslag i liva til personane, som ingen føresetnad forklarer.
study-read = Lese av summen av polynom over, utan nye simuleringar.
study-expansion-bad = Det er for mykje til at summen kan stå for modellen, så det som står nedanfor, er simulert for seg.
study-missing = Talet finst ikkje i { $count } av { $worlds } simuleringar, og dei er utelatne.
study-unknown = Talet finst ikkje der desse blir flytte, så verknaden er ukjend: { $names }.
study-settled = Rekkjefølgja er avklart: gjort på nytt ti gonger med andre trekkingar ville minst { $share } av para blant dei ti øvste stått i same rekkjefølgje i ni av dei.
study-not-settled = Rekkjefølgja er ikkje avklart: gjort på nytt ti gonger med andre trekkingar ville { $share } eller færre av para blant dei ti øvste stått i same rekkjefølgje i éin av dei.
tornado-what = Kvar føresetnad blir flytta frå ein låg verdi (10-prosentilen i fordelinga si) til ein høg (90-prosentilen), medan dei same personane lever vidare. Lange søyler betyr at talet heng mykje på føresetnaden.
tornado-title = Éin føresetnad om gongen: { $figure }
tornado-figure = Kva som flyttar talet mest: { $figure }
tornado-note = Endring frå talet når føresetnaden er på medianen og alt anna er som trekt: snittet av { $draws } trekkingar, med standardfeil på høgst { $error } ({ $unit }).
tornado-control = Verknadene er polynoma sine, retta med det simuleringane viser noko anna om; difor er det nok med få trekkingar.
tornado-unsettled = For { $count } av dei lengste søylene er lengda eller plassen i rekkjefølgja usikker også med { $draws } trekkingar; fleire (--draws) gjer dei sikrare.
tornado-sheet = Følsemd { $number }
tornado-figure-sheet = Følsemd figur { $number }
regression-title = Samanheng mellom føresetnader og tal i trekkingane: { $figure }
regression-what = Tabellen viser kor mange standardavvik talet endrar seg når ein føresetnad aukar med eitt, i { $draws } trekkingar. Ei rett linje forklarer { $r2 } av variasjonen, og { $ranks } når tala blir bytte ut med rangane sine.
regression-bad = Den rette linja passar dårleg. Tala i tabellen bør ikkje brukast åleine.
regression-unanswered = Inga rett linje kan trekkjast gjennom trekkingane: talet finst ikkje i mange nok av dei, eller varierer ikkje.
regression-value = Utslag
regression-rank = Utslag etter rang
regression-partial = Samsvar når dei andre er haldne utanfor
regression-sheet = Regresjon { $number }
sobol-what = Uvissa i talet er delt på føresetnadene. Det første talet er det ein føresetnad fører med seg åleine, det andre alt han er med på saman med andre.
sobol-title = Kvar uvissa kjem frå: { $figure }
sobol-figure = Del av uvissa: { $figure }
sobol-unit = del av variansen
sobol-first = Åleine (første orden)
sobol-total = I alt (total)
sobol-second = Berre saman (andre orden)
sobol-pairs = Føresetnader som verkar saman: { $figure }
sobol-pair = { $first } og { $second }
sobol-zero = første orden kan ikkje skiljast frå null
sobol-points = { $points } grunnpunkt, { $worlds } simuleringar. I klammer 5- til 95-prosentilen av gjentekne utval.
sobol-draws = Lese av { $draws } trekkingar, utan nye simuleringar. I klammer 5- til 95-prosentilen, etter kor ulikt åtte grupper av trekkingane svarer.
sobol-missing = For { $count } av grunnpunkta finst ikkje talet i alle simuleringane, og dei er utelatne.
sobol-unanswered = Det er inga uvisse å dele på føresetnadene: talet finst ikkje, eller varierer ikkje, i simuleringane.
sobol-note = Streken er intervallet frå 5- til 95-prosentilen.
sobol-sheet = Uvisse { $number }
sobol-figure-sheet = Uvisse figur { $number }
sobol-pairs-sheet = Uvisse par { $number }
worth-heading = Kva bør undersøkjast først?
worth-what = Tabellen viser kva det i gjennomsnitt ville vore verdt å kjenne ein føresetnad før modell blir vald. Der verdien er for liten til å sjåast, er han ikkje sikkert null; siste kolonne viser kor stor han kan vere.
worth-title = Verdien av å vite. Kriterium: { $criterion }
worth-figure = Kva som bør undersøkjast først. Kriterium: { $criterion }
worth-value = Verdi
worth-changes = Valet ville blitt eit anna
worth-perfect = Å vite alt
worth-all = I alt
worth-parameters = Éin føresetnad
worth-groups = Alle føresetnader i ei gruppe
worth-choice = Med det som er kjent no, har { $model } lågast venta verdi av kriteriet. Det er eit mål på uvisse, ikkje ei tilråding.
worth-draws = Rekna av { $draws } trekkingar, med ei jamn kurve for korleis kostnaden følgjer kvar føresetnad (Strong, Oakley og Brennan 2014).
worth-nothing = { $count } føresetnader har ein verdi som er for liten til å sjåast med { $draws } trekkingar. Kvar av dei kan vere verd opptil { $most } kroner.
worth-unseen = for liten til å sjåast
worth-most = Kan vere opptil
worth-most-note = Standardfeil og øvre grense viser kor mykje verdien ville endra seg med andre trekkingar: alt er rekna { $times } gonger på trekkingar tekne ut på nytt av dei same. Under øvre grense ligg 95 prosent av gongene, også når trekkingane ikkje viser nokon samanheng.
worth-note = Streken er intervallet frå 5- til 95-prosentilen.
worth-not-finite = Ingen verdi kan oppgjevast. Kriterium: { $criterion }. Det er ikkje eit endeleg tal i alle trekkingar.
worth-few = Ingen verdi kan oppgjevast. Kriterium: { $criterion }. Det trengst minst { $least } trekkingar.
worth-sheet = Verdi av å vite { $number }
worth-figure-sheet = Verdi av å vite figur { $number }
breakeven-what = Tabellen viser kva verdi ein føresetnad må ha for at talet skal skifte forteikn, når alt anna er som trekt.
breakeven-what-target = Tabellen viser kva verdi ein føresetnad må ha for at talet skal krysse { $target }, når alt anna er som trekt.
breakeven-plausible = «Ingen» betyr at det ikkje skjer mellom 1- og 99-prosentilen.
breakeven-given = «Ingen» betyr at det ikkje skjer i området som er oppgjeve.
breakeven-title = Kvar talet snur: { $figure }
breakeven-title-target = Kvar talet når målet: { $figure }
breakeven-median = Median
breakeven-range = Undersøkt
breakeven-low = Talet nedst
breakeven-high = Talet øvst
breakeven-at = Snur ved
breakeven-at-target = Når målet ved
breakeven-below = Sjanse for at han er lågare
breakeven-none = ingen
breakeven-zero = null overalt i området
breakeven-everywhere = lik målet overalt i området
breakeven-missing = talet finst ikkje
breakeven-more = kryssar { $count } gonger; den første er vist
breakeven-note = Målet er { $target }. Gjennomsnitt av { $draws } trekkingar, dei same overalt; klammene viser kvar det ville vore nådd med andre trekkingar.
breakeven-sheet = Snur ved { $number }
two-way-what = Rutene viser talet når to føresetnader blir endra samstundes og alt anna er som trekt. Den tjukke streken går der talet er null.
two-way-title = { $figure }, etter { $first } og { $second }
two-way-said = Talet går frå { $low } til { $high }.
two-way-below = Under null
two-way-above = Null eller meir
two-way-note = Gjennomsnitt av { $draws } trekkingar i kvar rute, dei same overalt. Frå 5- til 95-prosentilen av kvar føresetnad.
two-way-sheet = To føresetnader { $number }
alternatives-heading = Snur konklusjonen om strukturen er ein annan?
alternatives-what = Noko er ikkje tal med uvisse, men val av struktur: om nokon reagerer på prisar, kor stort behovet er, korleis uttrekket skjer. Kvart alternativ er køyrt for seg, på dei første av dei same { $draws } trekkingane: så mange som eigen feil krev, minst { $least }.
alternatives-column = Alternativ
alternatives-base = Scenarioet som det er
alternatives-turns = Snur konklusjonen?
alternatives-turns-sheet = Snur konklusjonen
alternatives-note = Ein konklusjon snur når skilnaden frå nullalternativet skifter forteikn, blir mindre enn halvparten eller meir enn det doble, og det er meir enn tilfeldige utslag i trekkingane kan forklare (to standardfeil). Skilnaden må ha same forteikn i minst ni av ti trekkingar, i scenarioet eller i alternativet. Tala er gjennomsnittet i scenarioet → i alternativet, i klammer 5- til 95-prosentilen. «Nei» tyder at det ikkje snur for nokon modell.
alternatives-left-out = Kan ikkje køyrast i dette scenarioet: { $names }.
alternatives-title = Skilnader under kvart alternativ: { $model } minus { $other }
alternatives-sheet = Alternativ { $model }
effect-same = nei
effect-turned = { $model } skifter forteikn: { $before } → { $after }
effect-smaller = { $model } under halvparten: { $before } → { $after }
effect-larger = { $model } over det doble: { $before } → { $after }
decision-heading = Kva modell kostar minst, og for kven?
decision-what = Svaret heng på kven som spør, og på to prisar ingen er blitt samde om: ein time av fritida til pårørande og ein time utan hjelp. Her er kva som følgjer av { $draws } trekkingar, utan at noko er valt.
decision-title = Kriterium for kriterium
decision-sheet = Kriterium
decision-lowest = Sannsyn for lågast kostnad
decision-regret = Venta tap ved å velje feil
decision-cost = Venta kostnad
decision-note = Venta tap er kva modellen i gjennomsnitt kostar meir enn den som er billegast i kvar trekking.
priced-relatives = ein time av fritida til pårørande
priced-unmet = ein time udekt behov
turn-always = Uansett kva { $hours } er verd, kostar { $model } i gjennomsnitt samfunnet mindre enn nullalternativet.
turn-never = Uansett kva { $hours } er verd, kostar { $model } i gjennomsnitt samfunnet meir enn nullalternativet.
turn-above = Er { $hours } verd meir enn { $price } kroner i { $year }-prisar ({ $low } til { $high } med andre trekkingar), kostar { $model } i gjennomsnitt samfunnet mindre enn nullalternativet.
turn-below = Er { $hours } verd mindre enn { $price } kroner i { $year }-prisar ({ $low } til { $high } med andre trekkingar), kostar { $model } i gjennomsnitt samfunnet mindre enn nullalternativet.
turn-nothing = Er dei ekstra tenestene verde ingenting: { $price }.
decision-prices = I setningane er dei ekstra tenestene kommunane kjøper for det dei blir sparte for, først rekna som verde det dei kostar, så som verde ingenting; i tabellane og figurane er dei ein kostnad utan nytte. Timar er neddiskonterte som kroner, og prisen følgjer lønene. «Med andre trekkingar» er kor nøyaktig gjennomsnittet er rekna ut, ikkje kor uvisst svaret er. Prisane er av trekkingane her; andre stader i rapporten er dei av trekkingane i køyringa.
turn-sure = Frå { $price } kroner er det slik i minst ni av ti trekkingar.
turn-never-sure = Opp til { $price } kroner er det aldri slik i ni av ti trekkingar.
acceptability-axis = sannsyn for lågast kostnad
acceptability-price = { $year }-kroner for { $hours }
acceptability-title = Kva modell som kostar samfunnet minst, etter kva { $hours } er verd
acceptability-said = { $model }: frå { $first } til { $last }.
acceptability-hour = Pris
acceptability-note = Heile perioden, noverdi. Delen av trekkingane der modellen har lågast kostnad for samfunnet ved kvar pris. Prisen veks med lønene; alle andre prisar er som i føresetnadene.
dominance-title = Sannsyn for eit lågare tal enn i nullalternativet
dominance-sheet = Lågare enn null
dominance-note = Kvar rad står for seg: kor sannsynleg det er at modellen gir eit lågare tal enn nullalternativet for dette målet, i heile perioden. Tabellen seier ikkje kor ofte modellen er lågare på alle radene samstundes, og berre nokre av måla er med.

## Etterprøving
backtest-title = Etterprøving mot kjende tal
backtest-what = Modellen er sett tilbake i tid, har berre fått det som var kjent då, og har framskrive åra etter, frå kvart år vi har nok tal til. Likt blir halde mot likt: brukarar og timar mot teljingar, og rekneskapen for toppfinansieringa mot heile ordninga i modellen, ikkje berre dei simulerte personane. Ved sida av står trendar laga av dei same åra. Alle står i tabellen, sigrar og tap. Få år etter kvarandre kan ikkje vise at banda held så ofte som dei skal; dei kan berre vise kvar dei ikkje gjorde det.
backtest-seed = Frø { $seed }
backtest-linear = Lineær trend
backtest-exponential = Eksponentiell trend
backtest-rivals-mean = Dei to trendane i snitt
backtest-structural = Modellen
backtest-pool = Modellen og lineær trend i snitt
backtest-observed = Observert
backtest-group = { $series } ({ $scores } framskrivingar)
backtest-verdict = CRPS { $structural } for modellen, { $linear } for lineær trend, { $exponential } for eksponentiell trend og { $pool } for modellen og lineær trend i snitt. Lågast: { $best }. Modellen kom nærare enn lineær trend i { $won-linear } av framskrivingane og nærare enn eksponentiell trend i { $won-exponential }.
backtest-break = Brot: veksten i brukarar i Oslo var { $before } i året { $years }, så { $broken } i { $year } og { $after } i { $after-years }. Frå { $origin } låg { $over } av { $all } framskrivarar for høgt for { $year }. Ingen her såg brotet, og ingen føresetnad er flytt for å treffe det.
backtest-events = Kjende hendingar: { $events }.
column-forecast = Framskriving
column-interval = Band { $share }
column-bias = Skeivskap
column-crps = CRPS i alt
column-ahead-1 = 1 år
column-ahead-2 = 2 år
column-ahead-3 = 3 år
column-ahead-4 = 4 år og meir
column-held = { $share }-bandet heldt
column-held-ahead = { $share }-bandet, { $ahead }
column-won-linear = Nærare enn lineær
column-won-exponential = Nærare enn eksponentiell
note-crps = CRPS er avstanden mellom heile framskrivinga og det som hende, i prosent av det som hende; lågare er betre. Snitt over alle par av startår og år fram, i alt og etter talet på år fram. Skeivskap: framskriving minus observert. Nærare enn: delen av framskrivingane med lågare CRPS enn trenden.
note-coverage = I klammer: kva den sanne delen kan vere med så få framskrivingar (90 prosent, binomisk), som om dei var uavhengige. Framskrivingar av dei same åra er ikkje det, så uvissa er større enn vist.
note-forecasters = Lineær trend: ein tilfeldig gang med den gjennomsnittlege årlege endringa. Eksponentiell: det same i logaritmar. Snitt: like mange trekkingar frå kvar.
column-series = Serie
column-wish = Mål
column-found = Funne
column-wanted = Ønskt
column-result = Resultat
backtest-wish-linear = CRPS for modellen under lineær trend
backtest-wish-exponential = CRPS for modellen under eksponentiell trend
backtest-wish-pool = CRPS for modellen og lineær trend i snitt under lineær trend
backtest-wish-covered = 90 %-bandet til modellen held
backtest-wish-budget = Avviket eitt år fram høgst som dei eigne budsjetta til staten
backtest-wish-step = Innsparing når innslagspunktet blir heva 50 000 kr (2020)
backtest-million = { $million } mill. kr
backtest-between = { $low } til { $high }
backtest-at-most = høgst { $high }
backtest-in-unit = { $series } ({ $unit })
backtest-budget = Eitt år fram, med innslagspunktet kjent, var midten til modellen i snitt { $structural } frå rekneskapen, mot { $budget } for dei eigne budsjetta til staten. Modellen var nærast i { $nearer } av { $years } år.
column-accounts = Rekneskap
column-budget-off = Avviket til budsjettet
backtest-mean-error = Skeivskap
backtest-mean-absolute = Avvik i snitt, utan forteikn
note-backtest-budget = Avvik: overslag minus rekneskap. Budsjettet er vedteke før året tek til; dei andre veit kva som var kjent ved utgangen av året før. Startåret 2017 er med her, men ikkje i poenga over: då var berre tre vekstratar kjende.
backtest-step = Innslagspunktet blir heva { $step } kr: modellen av resten av ordninga seier { $middle } mill. kr [{ $low }; { $high }] spart på rekneskapen for { $year }; budsjettet venta { $expected } mill. kr. Ingen føresetnad er tilpassa dette.
backtest-outlook-heading = Kva snittet seier om åra som kjem
backtest-outlook = Det som blir publisert, kjem frå modellen åleine: eit snitt med ein trend har ingen verkemiddel og ingen personar, og ein skilnad mellom modellar skal ikkje innehalde ein trend. Her står snittet ved sida av, så lesaren ser kor langt modellen går frå framskriving av trenden.
note-backtest-outlook = Nullalternativet. Midten; i klammer 5. og 95. prosentil. Rekneskapen er løpande kroner etter utbetalingsår: kostnader i eitt år blir betalte året etter.
backtest-known-heading = Kva modellen fekk vite
backtest-known-cut-lead = Etter starten er alt ukjent
backtest-known-cut = Alle dateringar etter startåret er tekne bort: løn, prisar, innslagspunkt og tal. For rekneskapen er innslagspunktet for neste utbetalingsår kjent, for det blir foreslått i oktober. Innslagspunkta for 2018, 2019, 2020 og 2022 er etter minnet.
backtest-known-recipes-lead = Utleidd på nytt
backtest-known-recipes = Vekst i brukarar og behov, årlege sjokk i tildelinga, volumet i toppfinansieringa og veksten i løn og innslagspunkt blir utleidde ved kvart startår av åra til og med det, med Students t for snittet av få år og ein ekstra faktor på standardavviket. For Oslo også trenden i timar per brukar, og eit felles årleg sjokk i han, som berre finst i etterprøvinga.
backtest-known-structure-lead = Resten er modellen slik han er
backtest-known-structure = Alle andre føresetnader har dei vanlege fordelingane sine, også dei som er målte seinare, som alder og timeklassar frå 2022. Dei er bygninga til modellen, ikkje gangen til serien. To unntak: den langsiktige veksten i volumet er talet på mottakarar 2016–2020, og den vanlege fordelinga av trenden i timar per brukar, som er halvparten av han for Oslo, har sett Oslo 2015–2022. Oslo er éin kommune; det som skil han frå andre, ligg i veksten han hadde.
backtest-known-seen-lead = Ikkje valt etter treff
backtest-known-seen = Inga utleiing er vald etter kor godt ho trefte. Dei er skrivne éin gong og køyrde; den som skreiv dei, hadde likevel sett kor godt ei prøveutgåve trefte i desse åra.
backtest-known-published-lead = To utgåver av brukartala
backtest-known-published = SSB seier at tala for landet til og med 2017 er for høge, fordi Ålesund var ført med for mange, og at nedgangen til 2018 ikkje er reell. I den retta utgåva er 133 tekne bort i 2012–2017. Begge utgåvene blir viste; modell og trendar får det same.
column-origin = Startår
note-derived = Snitt over trekkingane i prosent, i klammer 5. og 95. prosentil.
figure-backtest = Observert mot band, framskrive frå { $origin }. { $series }
alt-backtest = { $title }. Linje for det som er observert, band for framskrivinga til modellen frå starten, linjer for lineær og eksponentiell trend. { $years }
alt-backtest-year = { $year }: observert { $observed }, band { $low } til { $high }.
note-backtest-figure = Frå det første startåret; tabellane har alle. Banda skal halde 50 og 90 prosent av gongene; det mørkaste er smalast. Ring: utanfor 90 %-bandet. Den loddrette aksen tek ikkje til på null.
backtest-known-to = kjent til { $year }
backtest-bands = framskrive: band på 50 og 90 %

## Sweden
sweden-heading = Sverige frå 1994: ein stat som betaler og bestemmer
sweden-what = I 1994 tok den svenske staten over betaling og vedtak for dei som har meir enn 20 timar grunnleggjande behov i veka. Her blir modellen køyrd frå 1994 til 2025 to gonger: med normer og innvilging som står stille, og med den drifta som er lagd til grunn for Modell A. Det som er svensk, er sett frå svenske tal til og med 2005; resten er dei norske føresetnadene. Etter 2005 blir begge haldne mot det som blei observert, ved sida av trendar frå dei same åra.
sweden-set = To norske føresetnader gjev ikkje rom for det som hende før 2005, og er flytte: med den norske gruppa av personar med behov, men utan BPA, er 14 500 mottakarar i 2005 utanfor rekkjevidd, så ho er gjord større (føresetnaden er flytt opp med 0,6); og dei som kjem til, treng like mange timar som dei første. Veksten er sett slik at midten utan drift treffer 14 500 i 2005. Utgangspunktet var 8,9 prosent i året, og det blei 28,3. Så høg må han vere fordi han gjeld det første året, då gruppa utan BPA er full. Veksten i modellen fell etter kvart som gruppa blir tømd, frå 22 prosent i 1995 til 4 i 2005. Med 8,9 prosent ville midten i 2005 ha vore 10 400.
sweden-held-years = Av { $years } år som er observerte etter 1994, heldt 90 %-bandet { $without } utan drift og { $with } med drift.
note-sweden-crps = CRPS er avstanden mellom heile prognosen og det som hende, i prosent av det som hende; lågare er betre. Snitt over åra i perioden som er observerte.
note-sweden-growth = Vekst i året. For modellen: frå midten i det første året til midten i det siste.
sweden-not-evidence-lead = Ikkje ei prøve på drifta
sweden-not-evidence = Breidda på føresetnadene om gliding i normer og inngang i Modell A er sjølv utleidd av desse svenske tala. For ho er Sverige kalibrering, ikkje validering: at banda med drift held, viser ikkje at drifta er rett.
sweden-evidence-lead = Kva det er prov for
sweden-evidence = Utanfor det som er tilpassa, ligg forma: mottakarar, timar per mottakar og produktet av dei, og kor mange som sluttar. Det som blir brukt av Sverige, er kor stor drifta til ein nasjonal avgjerdstakar kan bli, i begge retningar, ikkje forteiknet.
sweden-found = Forteiknet snudde undervegs, frå vekst til nedgang. Ei drift som er lærd i eitt tiår, ville difor skote over i det neste, og ein fast rate kan ikkje bøye av. At banda med drift er breie nok, er betalt med at dei er svært breie. Føresetnaden er ikkje gjord vidare for å treffe.
sweden-reasons = Fire grunnar til at Noreg ikkje er Sverige:
sweden-reason-law-lead = Eiga lov
sweden-reason-law = Retten står i ei eiga lov om statleg assistanse, ikkje i ei lov om kommunale tenester.
sweden-reason-hours-lead = 20 timar
sweden-reason-hours = Retten byrjar ved meir enn 20 timar grunnleggjande behov i veka; den norske ved 32 timar av alle tenester, med unntak ned til 25.
sweden-reason-profit-lead = Private arbeidsgjevarar
sweden-reason-profit = Mottakaren vel fritt mellom private arbeidsgjevarar, som kan ta utbyte, og betalinga er ein fast timesats.
sweden-reason-merger-lead = Samanslåing i 1994
sweden-reason-merger = Tala byrjar med at kommunale brukarar blei slegne saman til éi statleg ordning.
sweden-without-drift = Utan drift
sweden-with-drift = Med drift
sweden-pool = Snittet av modellen med drift og lineær trend
sweden-within = Innanfor 90 %-bandet
note-sweden-years = Midten; i klammer 5. og 95. prosentil. Kostnaden er i 2005-prisar og kjend for 1994 og 2005 åleine.
note-sweden-scores = Alt svensk er sett frå åra til og med 2005. Mottakarar er berre kjende for 1994 og 2005 i dei åra, så trendane for dei og for timar i alt har ein midte, men inga breidd: banda deira held aldri.
sweden-crps = CRPS { $period }
sweden-held = Heldt { $share } { $period }
figure-sweden = Observert mot band, med og utan drift. { $series }
alt-sweden = { $title }. Prikkar for det observerte, band på 50 og 90 prosent for modellen utan drift og med drift; åra til og med 2005 er skuggelagde. { $years }
alt-sweden-year = { $year }: observert { $observed }, utan drift { $without }, med drift { $with }.
sweden-interval = { $share }, { $model }
note-sweden-figure = Åra til og med 2005 (skuggelagde) er det svenske tilpassa til. Banda er 50 og 90 prosent; det mørkaste er det smalaste.
sweden-fitted = tilpassa til { $year }

## Kalibrering
calibration-stamp = mål frå { $file }, frø { $seed }
calibration-what = Uvisse parametrar er vegne etter kor godt nullalternativet treffer kjende tal, måla. Fordelinga før er den som står i scenarioet; fordelinga etter, posterioren, er det måla lèt stå att.
calibration-success = Tilpassinga held: alle måla blir trefte innan to standardfeil, både i beste tilpassing og i snitt over posterioren.
calibration-failure = KALIBRERINGA LUKKAST IKKJE, og posterioren bør ikkje brukast:
calibration-fit-misses = { $target }: sjølv den beste tilpassinga bommar med { $errors } standardfeil.
calibration-posterior-misses = { $target }: snittet over posterioren bommar med { $errors } standardfeil.
calibration-improbable = Måla samla: sannsynet for så store bom ved slump er { $p }.
calibration-few-effective = Dei vegne trekkingane er berre verde { $effective } like tunge; det trengst minst { $least }. Fleire trekkingar (--draws) kan hjelpe.
calibration-one-heavy = Éi trekking har { $largest } av all vekta, meir enn { $most }.
calibration-target = Mål
calibration-known = Kjent
calibration-before = Før
calibration-fitted = Beste tilpassing
calibration-after = Etter
calibration-misses = Bom (beste · etter)
calibration-targets-note = Kjent: verdi og standardfeil. Før og etter: snitt og intervall frå 5- til 95-prosentilen, med slump hos personane. Beste tilpassing: andre parametrar i medianen sin. Bom i standardfeil, den til målet og slumpen saman; meir enn 2 er ein bom. Innanfor ei grense er bommen 0.
calibration-fights-heading = Kva mål dreg mot kvarandre?
calibration-fight = «{ $a }» og «{ $b }» dreg kvar sin veg: det første målet bommar med { $with } standardfeil, og ville bomma med { $without } utan det andre.
calibration-no-fight = Ingen mål står i vegen for kvarandre: ikkje noko mål ville blitt treft merkbart betre (ein halv standardfeil) utan eit anna.
calibration-held = «{ $target }» blir halde tilbake av fordelingane til parametrane i scenarioet: bommen er { $with } standardfeil, og ville vore { $without } om fordelingane var tre gonger så breie.
calibration-pair = { $a } / { $b }
calibration-pair-head = To mål
calibration-cosine = Retning
calibration-first-with = Første: bom
calibration-first-without = utan det andre
calibration-second-with = Andre: bom
calibration-second-without = utan det første
calibration-fights-note = Retning: 1 når måla dreg same veg, 0 når dei ikkje har med kvarandre å gjere, −1 når dei dreg stikk motsett (cosinus). Bom i standardfeil, med alle måla og utan det eine, etter rette linjer gjennom den beste tilpassinga.
calibration-parameters-heading = Kva måla seier om parametrane
calibration-prior = Før
calibration-posterior = Etter
calibration-left = Spreiing att
calibration-moved = Ikkje tilpassa, men flytta av måla
calibration-parameters-note = Snitt og intervall frå 5- til 95-prosentilen. Spreiing att: standardavviket etter i prosent av det før, i skalaen til fordelinga (normalkvantilar).
calibration-nothing = Måla seier lite eller ingenting om: { $names }.
calibration-together = «{ $a }» og «{ $b }» er kjende berre saman (korrelasjon { $correlation }): måla kan ikkje skilje dei.
calibration-left-fixed = Merkte som tilpassa, men faste i scenarioet, og difor ikkje rørte: { $names }. --parameter ID=FRÅ..TIL gjer ein fast parameter uviss.
calibration-freed = Gjorde uvisse for kalibreringa, og i køyringar med posterioren: { $names }.
calibration-no-proof = Måla er brukte opp: at dei blir trefte etterpå, prov ingenting om modellen.
calibration-method = Beste tilpassing: Levenberg–Marquardt, { $tries } forsøk på dei same { $persons } setta av personar; summen av kvadrerte bom er { $chi2 }, sannsyn { $p }. Posterior: { $draws } vegne trekkingar i { $rounds } rundar med { $sets } sett av personar kvar, verde { $effective } like tunge; den tyngste har { $largest } av vekta. Av dei er trekte { $rows } parametersett, { $distinct } av dei ulike.
calibration-used = Parametrane er trekte frå posterioren av ei kalibrering ({ $targets } mål, { $rows } parametersett, verde { $effective } uavhengige trekkingar). Alle tal er rekna med dei.
calibration-cycled = Køyringa har { $draws } trekkingar og posterioren { $rows } parametersett: setta går på omgang med nye personar, og Monte Carlo-feilen av uvisse parametrar er difor noko større enn oppgitt.
calibration-accepted = Kalibreringa LUKKAST IKKJE; posterioren er brukt fordi det vart bede om det (--accept-bad-fit). Tala kviler på ein modell som ikkje treffer måla.
from-posterior = frå kalibrering
stamp-posterior = parametrar frå kalibrering
stamp-bad-fit = parametrar frå ei kalibrering SOM IKKJE LUKKAST
budget-chapter-new = ny

## Det ei køyring skriv på skjermen
headlines-draws = Øvst i kvar celle står gjennomsnittet av trekkingane. I klammer står intervallet frå 5- til 95-prosentilen: ni av ti trekkingar ligg der. Det viser uvisse i føresetnadene og hos personane, ikkje heile uvissa. Faktiske tal vil avvike. Siste siffer er felles for ei heil rekkje av år og modellar, og følgjer av kor nøyaktig ho er rekna ut.
headlines-one-draw = Éi trekking: uvissa er ikkje vist.
headlines-change = { $key } = { $to } (før: { $from })
headlines-more-changes = og { $count } til, sjå run.json
headlines-closing = Alle år, fleire mål og skilnader mellom alle par av modellar står i summary.csv. Tala viser verknader av føresetnadene. Dei seier ikkje kva modell som bør veljast.
note-rounding = Avvik kjem av avrunding.
lower-in = lågare i { $share }
higher-in = høgare i { $share }
no-difference = ingen skilnad
all = alle

## Mekanisk og med reaksjonar
mechanical-without = Mekanisk
mechanical-reactions = Verknad av antekne reaksjonar
mechanical-with = Med reaksjonar
note-mechanical = Mekanisk er reknestykket åleine: dei same trekkingane der ingen reagerer på kven som betaler (prisrespons, innstramming, endra praksis, kjøp for det som blir spart, svar i arbeid, utdanning og innleggingar er 0 i alle modellane, nullalternativet òg). Verknaden av antekne reaksjonar er resten; han er rekna i { $draws } trekkingar og trekt frå gjennomsnittet av alle. Dei to delane er mindre nøyaktige enn talet med reaksjonar.
mean-outside = utanfor intervallet
note-mean-of-all = Gjennomsnittet utan reaksjonar byggjer på alle dei { $all } trekkingane, intervallet berre på dei { $draws } som er rekna utan reaksjonar. Der det første fell utanfor det andre, står det.
mechanical-not-told = Kva som er reknestykke, og kva som er verknad av antekne reaksjonar, er ikkje vist: det krev minst { $least } trekkingar, eller --mechanical.

## Forteikn anteke eller funne
note-signs-not-examined = Om retninga er funnen i tal, henta frå forsking eller følgjer av ein føresetnad, er ikkje undersøkt her; bpasim decide gjer det. «I alle» er ikkje eit funn: retninga er anteken for { $assumed } av føresetnadene (vedlegget seier kva for nokre), og då følgjer forteiknet av ho.
sign-not-examined = forteikn ikkje undersøkt
sign-assumed = forteikn anteke
sign-evidence = forteikn frå forsking
sign-found = forteikn funne
response-assumed = retning teken for gitt
response-evidence = retning frå forsking
response-free = begge retningar moglege
drawn-with = blir trekt saman med { $id }
direction-with-sign = { $direction } ({ $sign })
share-with-sign = { $share }, { $sign }
sure-assumed = { $number ->
    [one] Følgjer av føresetnaden om
   *[more] Følgjer av føresetnadene om
} { $assumptions }: { $direction ->
    [lower] lågare
    [higher] høgare
    [fewer] færre
   *[more] fleire
} ({ $share }).
signs-heading = Kva forteikn er funne, og kva er antekne?
signs-what = Ein skilnad kviler på ein føresetnad dersom han nesten forsvinn (høgst ein femdel er att) eller snur når føresetnaden blir sett nøytralt: ingen respons, eller same pris. { $tried } føresetnader som ikkje kan ha begge forteikn, er prøvde éin om gongen i { $draws } trekkingar. Forteikn anteke: skilnaden kviler på ei retning som er anteken av teori eller innspel. Forteikn frå forsking: han kviler på ei retning som forsking viser. Forteikn funne: han kviler på ingen av dei.
signs-title = Kva retninga på skilnadene kviler på
signs-sheet = Forteikn
signs-difference = Skilnad
signs-direction = Forteikn
signs-rests-on = Kviler på føresetnaden om
signs-mean = Skilnad i prøva
signs-left = Skilnad utan føresetnaden

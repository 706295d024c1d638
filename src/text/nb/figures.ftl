alt-figure = { $title }. { $seen } Tallene står i tabellen under figuren.

## Over årene
guide-full = { $year }: full virkning
years-seen = Forskjellen i { $year } og { $last }, { $unit }: { $models }.
years-seen-last = Forskjellen i { $year }, { $unit }: { $models }.
years-model = { $model } { $now } og { $then }
years-zero = Nullalternativet går fra { $from } i { $first } til { $to } i { $last }.
column-model-level = { $model }, nivå
note-rest-in-table = Modeller det ikke er plass til, står i tabellen.
withdrawal-short = { $withdrawal ->
    [none] uten uttrekk
    [fixed] fast uttrekk
    [rebased] satt på nytt
    [yearly] satt hvert år
   *[other] { $withdrawal }
}
figure-withdrawals = Hva staten betaler over tid under hvert uttrekk fra rammetilskuddet, { $years }
withdrawals-setting = { $withdrawal } { $now } og { $then }
note-withdrawals-years = Forskjell fra nullalternativet i statens netto, for de samme personene. Feltet dekker ni av ti trekninger, rundt det uttrekket modellen selv har.

## Hvem betaler
flow-bears = bærer kostnaden til slutt
flow-pays = betaler underveis
flow-goes-to = går til
flow-own = kommunene selv
flow-own-whole = Kommunene selv, med administrasjon
flow-refund-bpa = refusjon for BPA
flow-state-administration = Statens administrasjon
flow-saved = Hjelp på andre arenaer som BPA erstatter
flow-all = I alt
flow-other-refund = Refusjon for andre tjenester, personer i simuleringen
flow-not-bpa = utenom BPA
flow-beside = Utenom BPA refunderer staten { $other } for andre tjenester til personene i simuleringen.
flow-beside-rest = Utenom BPA refunderer staten { $other } for andre tjenester til personene i simuleringen og { $rest } til øvrige mottakere (575.60).
flow-seen = { $model }: av { $all } { $unit } bærer staten { $state } og kommunene { $municipality }.
figure-money = Hva statens penger går til i modeller som endrer refusjonen
money-part-known = Øvrige i 575.60: sats og innslagspunkt
money-part-assumed = Øvrige i 575.60: nye, eldre og reaksjoner
money-all = I alt, før uttrekk
money-seen = { $model } i { $year }: av { $all } { $unit } går { $bpa } til BPA (timebetaling og refusjon som skyldes BPA).
note-money-parts = Tall i { $unit }, endring fra nullalternativet, før uttrekk. Lengden er andelen av det staten betaler mer, tallene er beløpene; det staten betaler mindre av, står bare i tabellen.

## Kommuner
units-dot = en kommune
units-skewed = gjennomsnitt utenfor eget intervall
units-beyond = utenfor aksen
units-seen = { $model }: { $fewer } kommuner får lavere utgift, { $more } høyere, og { $even } endres med under én krone; ni av ti ligger mellom { $low } og { $high } kroner per innbygger.
note-units-own = Modellene her trekker fra hver kommune det den selv sparer, eller trekker ikke noe; da er det ingen vinnere og tapere på fordelingen. Et uttrekk fordelt etter kriterier vises med bpasim run variants --models zero,A,A-criteria.
note-units-criteria = Der uttrekket fordeles etter kriterier, vinner kommuner som har flere brukere enn kriteriene tilsier, og de som har færre, taper.
note-units-skewed = Kryss er kommuner med så få brukere at noen få trekninger med store beløp drar gjennomsnittet ut av intervallet der ni av ti trekninger ligger.
axis-change-short = kroner per innbygger
axis-inhabitants = Innbyggere
column-skewed = { $model }: gjennomsnitt utenfor intervallet

## Hva forskjellene hviler på
influence-heading = Forutsetningene som forskjellene hviler mest på
influence-what = Figurene er laget av trekningene i disse beregningene: hva forskjellen er der en forutsetning er trukket lavt, og der den er trukket høyt, mens alle andre varierer.
influence-none = Hvilke forutsetninger forskjellene hviler mest på, leses av trekningene når det er minst { $count } av dem og noe skiller seg fra tilfeldigheter.
figure-influence = Hva forskjellen hviler mest på: { $outcome }, { $when }
influence-low = forutsetningen lav
influence-high = forutsetningen høy
influence-values = { $low } til { $high } { $unit }
influence-seen = { $model }: mest betyr «{ $name }» ({ $values }), fra { $low } til { $high }.
note-influence = Tall i { $unit }. Søylen går fra gjennomsnittet i femdelen av trekningene med lavest verdi til femdelen med høyest; streken er gjennomsnittet av alle. { $tried } forutsetninger er prøvd, og de som ikke skiller seg fra tilfeldigheter, er utelatt. Forutsetninger som trekkes sammen, flytter seg sammen.
influence-within = innenfor feilen
column-when-low = { $model }: når lav
column-when-high = { $model }: når høy

## Kjente tall
figure-known = Kjente tall mot nullalternativet
known-tolerance = innenfor toleransen
known-numbers = modellen · kjent
known-hit = treff
known-miss = bom
known-seen = Tall av slaget «{ $kind }»: { $hits } av { $all } er treff.
note-known = Hvert tall er tegnet i sin egen toleranse, det grå feltet; streken går fra modellens 5- til 95-prosentil og er kuttet ved tre toleranser, merket er midten. Tall som er gitt inn i modellen, viser ingenting og står bare i tabellen.
figure-observed = Observert, og hvordan { $model } går videre
observed-seen = { $outcome } i { $year }, { $unit }: observert { $observed }, modellen { $model } { $band }.
observed-model = modellen
column-outcome-observed = { $outcome }: observert
column-simulated = { $outcome }: { $model }
note-observed = Prikkene er observert, linjen er modellens gjennomsnitt, feltet dekker ni av ti trekninger. Startårets brukere er gitt inn; veksten før og etter er ikke.
backtest-seen = Av { $years } år ligger { $inside } innenfor 90 %-båndet.
own-axis = { $model } (egen akse)

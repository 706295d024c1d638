alt-figure = { $title }. { $seen } Tala står i tabellen under figuren.

## Over åra
guide-full = { $year }: full verknad
years-seen = Skilnaden i { $year } og { $last }, { $unit }: { $models }.
years-seen-last = Skilnaden i { $year }, { $unit }: { $models }.
years-model = { $model } { $now } og { $then }
years-zero = Nullalternativet går frå { $from } i { $first } til { $to } i { $last }.
column-model-level = { $model }, nivå
note-rest-in-table = Modellar det ikkje er plass til, står i tabellen.
withdrawal-short = { $withdrawal ->
    [none] utan uttrekk
    [fixed] fast uttrekk
    [rebased] sett på nytt
    [yearly] sett kvart år
   *[other] { $withdrawal }
}
figure-withdrawals = Kva staten betaler over tid under kvart uttrekk frå rammetilskotet, { $years }
withdrawals-setting = { $withdrawal } { $now } og { $then }
note-withdrawals-years = Skilnad frå nullalternativet i nettoen til staten, for dei same personane. Feltet dekkjer ni av ti trekkingar, rundt det uttrekket modellen sjølv har.

## Kven betaler
flow-bears = ber kostnaden til slutt
flow-pays = betaler undervegs
flow-goes-to = går til
flow-own = kommunane sjølve
flow-own-whole = Kommunane sjølve, med administrasjon
flow-refund-bpa = refusjon for BPA
flow-state-administration = Statleg administrasjon
flow-saved = Hjelp på andre arenaer som BPA erstattar
flow-all = I alt
flow-other-refund = Refusjon for andre tenester, personar i simuleringa
flow-not-bpa = utanom BPA
flow-beside = Utanom BPA refunderer staten { $other } for andre tenester til personane i simuleringa.
flow-beside-rest = Utanom BPA refunderer staten { $other } for andre tenester til personane i simuleringa og { $rest } til øvrige mottakarar (575.60).
flow-seen = { $model }: av { $all } { $unit } ber staten { $state } og kommunane { $municipality }.
figure-money = Kva pengane til staten går til i modellar som endrar refusjonen
money-part-known = Øvrige i 575.60: sats og innslagspunkt
money-part-assumed = Øvrige i 575.60: nye, eldre og reaksjonar
money-all = I alt, før uttrekk
money-seen = { $model } i { $year }: av { $all } { $unit } går { $bpa } til BPA (timebetaling og refusjon som kjem av BPA).
note-money-parts = Tal i { $unit }, endring frå nullalternativet, før uttrekk. Lengda er delen av det staten betaler meir, tala er beløpa; det staten betaler mindre av, står berre i tabellen.

## Kommunar
units-dot = ein kommune
units-skewed = gjennomsnitt utanfor eige intervall
units-beyond = utanfor aksen
units-seen = { $model }: { $fewer } kommunar får lågare utgift, { $more } høgare, og { $even } blir endra med under éi krone; ni av ti ligg mellom { $low } og { $high } kroner per innbyggjar.
note-units-own = Modellane her trekkjer frå kvar kommune det han sjølv sparer, eller trekkjer ikkje noko; då er det ingen vinnarar og taparar på fordelinga. Eit uttrekk fordelt etter kriterium viser bpasim run variants --models zero,A,A-criteria.
note-units-criteria = Der uttrekket blir fordelt etter kriterium, vinn kommunar som har fleire brukarar enn kriteria tilseier, og dei som har færre, taper.
note-units-skewed = Kryss er kommunar med så få brukarar at nokre få trekkingar med store beløp dreg gjennomsnittet ut av intervallet der ni av ti trekkingar ligg.
axis-change-short = kroner per innbyggjar
axis-inhabitants = Innbyggjarar
column-skewed = { $model }: gjennomsnitt utanfor intervallet

## Kva skilnadene kviler på
influence-heading = Føresetnadene som skilnadene kviler mest på
influence-what = Figurane er laga av trekkingane i desse utrekningane: kva skilnaden er der ein føresetnad er trekt lågt, og der han er trekt høgt, medan alle andre varierer.
influence-none = Kva føresetnader skilnadene kviler mest på, blir lese av trekkingane når det er minst { $count } av dei og noko skil seg frå tilfeldige utslag.
figure-influence = Kva skilnaden kviler mest på: { $outcome }, { $when }
influence-low = føresetnaden låg
influence-high = føresetnaden høg
influence-values = { $low } til { $high } { $unit }
influence-seen = { $model }: mest betyr «{ $name }» ({ $values }), frå { $low } til { $high }.
note-influence = Tal i { $unit }. Søyla går frå gjennomsnittet i femdelen av trekkingane med lågast verdi til femdelen med høgast; streken er gjennomsnittet av alle. { $tried } føresetnader er prøvde, og dei som ikkje skil seg frå tilfeldige utslag, er utelatne. Føresetnader som blir trekte saman, flyttar seg saman.
influence-within = innanfor feilen
column-when-low = { $model }: når låg
column-when-high = { $model }: når høg

## Kjende tal
figure-known = Kjende tal mot nullalternativet
known-tolerance = innanfor toleransen
known-numbers = modellen · kjent
known-hit = treff
known-miss = bom
known-seen = Tal av slaget «{ $kind }»: { $hits } av { $all } er treff.
note-known = Kvart tal er teikna i sin eigen toleranse, det grå feltet; streken går frå 5- til 95-prosentilen til modellen og er kutta ved tre toleransar, merket er midten. Tal som er gjevne inn i modellen, viser ingenting og står berre i tabellen.
figure-observed = Observert, og korleis { $model } går vidare
observed-seen = { $outcome } i { $year }, { $unit }: observert { $observed }, modellen { $model } { $band }.
observed-model = modellen
column-outcome-observed = { $outcome }: observert
column-simulated = { $outcome }: { $model }
note-observed = Prikkane er observerte, linja er gjennomsnittet til modellen, feltet dekkjer ni av ti trekkingar. Brukarane i startåret er gjevne inn; veksten før og etter er ikkje.
backtest-seen = Av { $years } år ligg { $inside } innanfor 90 %-bandet.
own-axis = { $model } (eigen akse)

# Siden som kan vris på.
dials-models = Modellene
dials-answers = Hvordan kommuner og stat svarer
dials-relatives = Pårørende
dials-people = Folk og priser
dial-a-withdrawal = Modell A: uttrekk fra rammetilskuddet
dial-b-withdrawal = Modell B: uttrekk fra rammetilskuddet
dial-b-refund = Modell B: andel staten refunderer over innslagspunktet
dial-b-threshold = Modell B: innslagspunkt mot dagens
dial-b-hour = Modell B: statens del av hver time
dial-b-age = Modell B: aldersgrense for refusjon
dial-age-today = 67 år, som i dag
dial-age-none = ingen grense
dial-b-scope = Modell B: hvem refusjonsvilkårene gjelder for
dial-scope-bpa = bare personer med BPA
dial-scope-all = hele toppfinansieringsordningen
dial-start = Første år for Modell A og B
dial-price-response = Hvor mye vedtakene svarer på prisen
dial-norm = Nasjonal norm: romsligere (+) eller strammere (−)
dial-fill = Del av en time som ikke innvilges, som pårørende tar
dial-time = Verdien av en time fra pårørende
dial-unmet = Verdien av en time som mangler
dial-hour-cost = Pris per BPA-time
dial-pool = Personer med behov uten BPA, per bruker
dial-percent = prosent
dial-rule = regel
dial-rule-source = Modellens egen regel; se kapitlet om modellene.
live-no-such-reactions = ukjent alternativ
live-no-such-scenario = ukjent scenario; siden kjører bare dem som følger med
live-other-link = lenken er fra en annen utgave
live-too-long = for lang tekst; høyst { $limit } tegn
live-too-many-draws = trekningene kan ikke simuleres; høyst { $limit }
live-file-cannot-be-read = scenariofilen kan ikke leses
live-not-on-the-page = kan ikke settes på siden; kommandolinjen kjører hele filen
live-nothing-open = ingenting er åpnet, eller bitene hører ikke sammen
live-settled = { $draws } trekninger, { $years }.
live-provisional = Foreløpig: { $draws } trekninger, { $years }.
live-of-model = { $model } mot nullalternativet: { $years }
live-of-year = I { $year } betaler staten { $state }, og kommunene betaler { $municipalities } for BPA{ $all }; pårørende gir { $relatives } hjelp, og { $unmet } mangler.{ $society }
live-in-all = {" "}og { $amount } i alt, for vilkårene gjelder hele ordningen
live-society = {" "}Samfunnets kostnad: { $amount }.
live-amount = { $way ->
    [more] { $amount } { $unit } mer
    [less] { $amount } { $unit } mindre
    [same] like mye som i nullalternativet
   *[unknown] om lag like mye som i nullalternativet
}
live-amount-either-way = fra { $less } { $unit } mindre til { $more } { $unit } mer
live-hours = { $way ->
    [more] { $amount } flere timer
    [less] { $amount } færre timer
    [same] like mange timer som i nullalternativet
   *[unknown] om lag like mange timer som i nullalternativet
}
live-hours-either-way = fra { $fewer } færre til { $more } flere timer
live-same-note = «Om lag»: forskjellen er mindre enn to ganger simuleringsfeilen. «Fra … til»: forskjellen kan gå begge veier; ni av ti trekninger ligger mellom.
live-unpriced = Timer som mangler, har ingen pris i samfunnets kostnad, og tjenester kommunene kjøper for det de spares, er med der som kostnad uten at nytten er regnet.
live-moved = Endring fra forrige innstilling i forskjellen fra nullalternativet, { $year }
live-moved-note = Med simuleringsfeilen etter ±; de samme personene og de samme { $draws } trekningene i begge.
live-own = { $n ->
    [1] Egne forutsetninger (1 endret)
   *[other] Egne forutsetninger ({ $n } endret)
}
live-nothing = ingenting
live-change = { $what }: { $to } (i scenarioet: { $from })
live-turn = { $outcome }, { $model }: går i gjennomsnitt over til å være { $way ->
    [more] høyere
   *[less] lavere
} enn i nullalternativet i { $year }, et sted mellom { $low } og { $high }.
live-no-turn = I { $year } snur ingen av svarene når «{ $dial }» går fra { $low } til { $high }. Prøvd: { $outcomes }.
live-turn-period = Dette gjelder { $year }, og tjenester kommunene kjøper for det de spares, er regnet som verdt ingenting. På første skjermbilde gjelder prisen hele perioden under ett, og begge svarene på hva tjenestene er verdt, står der; derfor er den en annen.
live-titled = { $title }, med innstillingen her
live-brief = I { $year } mot nullalternativet, { $unit }, kommunene for BPA:
live-brief-of = { $model }: staten { $state }, kommunene { $municipalities }
live-brief-range = { $low } til { $high }
live-see-all = se listen «Alle forutsetninger og virkemidler» her på siden
forest-earlier = før siste endring
note-forest-earlier = De grå ringene er gjennomsnittene før siste endring; endringen selv står i tabellen over.

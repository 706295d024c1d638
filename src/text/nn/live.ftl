# Sida som kan vridast på.
dials-models = Modellane
dials-answers = Korleis kommunar og stat svarar
dials-relatives = Pårørande
dials-people = Folk og prisar
dial-a-withdrawal = Modell A: uttrekk frå rammetilskotet
dial-b-withdrawal = Modell B: uttrekk frå rammetilskotet
dial-b-refund = Modell B: del staten refunderer over innslagspunktet
dial-b-threshold = Modell B: innslagspunkt mot det i dag
dial-b-hour = Modell B: statens del av kvar time
dial-b-age = Modell B: aldersgrense for refusjon
dial-age-today = 67 år, som i dag
dial-age-none = inga grense
dial-b-scope = Modell B: kven refusjonsvilkåra gjeld for
dial-scope-bpa = berre personar med BPA
dial-scope-all = heile toppfinansieringsordninga
dial-start = Første år for Modell A og B
dial-price-response = Kor mykje vedtaka svarar på prisen
dial-norm = Nasjonal norm: rausare (+) eller strammare (−)
dial-fill = Del av ein time som ikkje blir innvilga, som pårørande tek
dial-time = Verdien av ein time frå pårørande
dial-unmet = Verdien av ein time som manglar
dial-hour-cost = Pris per BPA-time
dial-pool = Personar med behov utan BPA, per brukar
dial-percent = prosent
dial-rule = regel
dial-rule-source = Modellens eigen regel; sjå kapitlet om modellane.
live-no-such-reactions = ukjent alternativ
live-no-such-scenario = ukjent scenario; sida køyrer berre dei som følgjer med
live-other-link = lenkja er frå ei anna utgåve
live-too-long = for lang tekst; høgst { $limit } teikn
live-too-many-draws = trekningane kan ikkje simulerast; høgst { $limit }
live-file-cannot-be-read = scenariofila kan ikkje lesast
live-not-on-the-page = kan ikkje setjast på sida; kommandolinja køyrer heile fila
live-nothing-open = ingenting er opna, eller bitane høyrer ikkje saman
live-settled = { $draws } trekningar, { $years }.
live-provisional = Førebels: { $draws } trekningar, { $years }.
live-of-model = { $model } mot nullalternativet: { $years }
live-of-year = I { $year } betaler staten { $state }, og kommunane betaler { $municipalities } for BPA{ $all }; pårørande gir { $relatives } hjelp, og { $unmet } manglar.{ $society }
live-in-all = {" "}og { $amount } i alt, for vilkåra gjeld heile ordninga
live-society = {" "}Kostnaden for samfunnet: { $amount }.
live-amount = { $way ->
    [more] { $amount } { $unit } meir
    [less] { $amount } { $unit } mindre
    [same] like mykje som i nullalternativet
   *[unknown] om lag like mykje som i nullalternativet
}
live-amount-either-way = frå { $less } { $unit } mindre til { $more } { $unit } meir
live-hours = { $way ->
    [more] { $amount } fleire timar
    [less] { $amount } færre timar
    [same] like mange timar som i nullalternativet
   *[unknown] om lag like mange timar som i nullalternativet
}
live-hours-either-way = frå { $fewer } færre til { $more } fleire timar
live-same-note = «Om lag»: skilnaden er mindre enn to gonger simuleringsfeilen. «Frå … til»: skilnaden kan gå begge vegar; ni av ti trekkingar ligg mellom.
live-unpriced = Timar som manglar, har ingen pris i kostnaden for samfunnet, og tenester kommunane kjøper for det dei blir sparte for, er med der som kostnad utan at nytten er rekna.
live-moved = Endring frå førre innstilling i skilnaden frå nullalternativet, { $year }
live-moved-note = Med simuleringsfeilen etter ±; dei same personane og dei same { $draws } trekningane i begge.
live-own = { $n ->
    [1] Eigne føresetnader (1 endra)
   *[other] Eigne føresetnader ({ $n } endra)
}
live-nothing = ingenting
live-change = { $what }: { $to } (i scenarioet: { $from })
live-turn = { $outcome }, { $model }: går i gjennomsnitt over til å vere { $way ->
    [more] høgare
   *[less] lågare
} enn i nullalternativet i { $year }, ein stad mellom { $low } og { $high }.
live-no-turn = I { $year } snur ingen av svara når «{ $dial }» går frå { $low } til { $high }. Prøvd: { $outcomes }.
live-turn-period = Dette gjeld { $year }, og tenester kommunane kjøper for lettinga, er rekna som verde ingenting. På det første skjermbiletet gjeld prisen heile perioden under eitt, og begge svara på kva tenestene er verde, står der; difor er han ein annan.
live-titled = { $title }, med innstillinga her
live-brief = I { $year } mot nullalternativet, { $unit }, kommunane for BPA:
live-brief-of = { $model }: staten { $state }, kommunane { $municipalities }
live-brief-range = { $low } til { $high }
live-see-all = sjå lista «Alle føresetnader og verkemiddel» her på sida
forest-earlier = før siste endring
note-forest-earlier = Dei grå ringane er gjennomsnitta før siste endring; endringa sjølv står i tabellen over.

# Sida som ein tenar på eiga maskin.
serve-only-here = berre denne maskina kan lytte: andre skal ikkje nå henne
serve-port-taken = porten er i bruk, kanskje av ein bpasim serve som går
serve-port-free = ein annan port; utan --port blir ein ledig vald
serve-cannot-listen = { $at }: kan ikkje lytte
serve-no-randomness = systemet gav ingen tilfeldige tal til lenkja
serve-foreign-host = avvist: sida må opnast med lenkja som vart skriven ut, på denne maskina
serve-foreign-origin = avvist: ei anna nettside spør
serve-no-token = avvist: nøkkelen manglar; opne lenkja som vart skriven ut
serve-nothing-here = her er ingenting
serve-not-so = kan ikkje gjerast slik; sjå openapi.json
serve-only-json = berre JSON blir lese (application/json)
serve-too-long = for lang førespurnad; høgst 64 kB
serve-unread = førespurnaden kan ikkje lesast
serve-busy = tenaren reknar på noko anna; prøv igjen om litt
serve-no-such-run = køyringa er ukjend her: ho er avbroten, gløymd eller laga av ei anna utgåve av programmet; start ho på nytt
serve-not-done = køyringa er ikkje ferdig
serve-no-such-unit = ukjend kommune eller bydel
serve-link =
    Sida: { $link }
    Berre denne maskina når henne. Avslutt med Ctrl-C.
serve-not-opened = kan ikkje opne sida med { $program }; opne lenkja i nettlesaren

# Siden som en server på egen maskin.
serve-only-here = bare denne maskinen kan lytte: andre skal ikke nå den
serve-port-taken = porten er i bruk, kanskje av en bpasim serve som går
serve-port-free = en annen port; uten --port velges en ledig
serve-cannot-listen = { $at }: kan ikke lytte
serve-no-randomness = systemet ga ingen tilfeldige tall til lenken
serve-foreign-host = avvist: siden må åpnes med lenken som ble skrevet ut, på denne maskinen
serve-foreign-origin = avvist: en annen nettside spør
serve-no-token = avvist: nøkkelen mangler; åpne lenken som ble skrevet ut
serve-nothing-here = her er ingenting
serve-not-so = kan ikke gjøres slik; se openapi.json
serve-only-json = bare JSON leses (application/json)
serve-too-long = for lang forespørsel; høyst 64 kB
serve-unread = forespørselen kan ikke leses
serve-busy = serveren regner på noe annet; prøv igjen om litt
serve-no-such-run = kjøringen er ukjent her: den er avbrutt, glemt eller laget av en annen utgave av programmet; start den på nytt
serve-not-done = kjøringen er ikke ferdig
serve-no-such-unit = ukjent kommune eller bydel
serve-link =
    Siden: { $link }
    Bare denne maskinen når den. Avslutt med Ctrl-C.
serve-not-opened = kan ikke åpne siden med { $program }; åpne lenken i nettleseren

# Meldingar frå kommandoane og det dei skriv på skjermen.

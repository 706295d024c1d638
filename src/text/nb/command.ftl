# Meldinger fra kommandoene og det de skriver på skjermen.

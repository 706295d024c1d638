# Bokmål. Ord og småsetninger i tabeller og figurer.

list-and = { " " }og{ " " }
lever-no-transition = ingen overgangsordning
lever-as-for-others = som for andre
lever-terms-of-today = alle, som i dag
lever-no-withdrawal = uten uttrekk
lever-not-asked-for = uten virkning
data-own-file = egen fil
column-years = År
column-licence = Lisens
column-data = Hva dataene gjelder
note-data = Filene med kontrollsummer står i vedlegget.
under-one = under 1
note-mean-outside = I noen små kommuner ligger gjennomsnittet utenfor intervallet: i de aller fleste trekningene skjer det lite, og i noen få har kommunen én svært dyr bruker. Intervallet viser det vanlige, gjennomsnittet tar med det sjeldne.
title-illustration = { $title } (illustrasjon)
text-billion-one = milliard kroner
text-person-one = person
text-admission-one = innleggelse
text-million-one = million kroner
text-billion-hours-one = milliard timer
text-million-hours-one = million timer
column-file = Fil

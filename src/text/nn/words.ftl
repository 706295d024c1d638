# Nynorsk. Ord og småsetningar i tabellar og figurar.

list-and = { " " }og{ " " }
lever-no-transition = inga overgangsordning
lever-as-for-others = som for andre
lever-terms-of-today = alle, som i dag
lever-no-withdrawal = utan uttrekk
lever-not-asked-for = utan verknad
data-own-file = eiga fil
column-years = År
column-licence = Lisens
column-data = Kva dataa gjeld
note-data = Filene med kontrollsummar står i vedlegget.
under-one = under 1
note-mean-outside = I nokre små kommunar ligg gjennomsnittet utanfor intervallet: i dei aller fleste trekkingane skjer det lite, og i nokre få har kommunen éin svært dyr brukar. Intervallet viser det vanlege, gjennomsnittet tek med det sjeldne.
title-illustration = { $title } (illustrasjon)
text-billion-one = milliard kroner
text-person-one = person
text-admission-one = innlegging
text-million-one = million kroner
text-billion-hours-one = milliard timar
text-million-hours-one = million timar
column-file = Fil

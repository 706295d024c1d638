# Nynorsk. Ord og småsetningar i tabellar og figurar.

list-and = { " " }og{ " " }
lever-no-transition = inga overgangsordning
lever-as-for-others = som for andre

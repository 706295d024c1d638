# Bokmål. Ord og småsetninger i tabeller og figurer.

list-and = { " " }og{ " " }
lever-no-transition = ingen overgangsordning
lever-as-for-others = som for andre

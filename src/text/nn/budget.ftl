# Statsbudsjettet, arbeidsboka og Min kommune.

group-outside-sum = { $model }: halde utanfor summen
row-state-in-all = Staten i alt, med det som er halde utanfor
budget-pays-twice = { $year } betaler refusjon for to år
budget-uncovered = { $year }: trekket er større enn lettinga, { $amount } mill. udekt

# Statsbudsjettet, arbeidsboka og Min kommune.

group-outside-sum = { $model }: holdt utenfor summen
row-state-in-all = Staten i alt, med det som er holdt utenfor
budget-pays-twice = { $year } betaler refusjon for to år
budget-uncovered = { $year }: trekket er større enn lettelsen, { $amount } mill. udekket

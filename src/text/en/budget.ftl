# The state budget, the workbook and My municipality.

group-outside-sum = { $model }: left out of the sum
row-state-in-all = The state in all, with what is left out
budget-pays-twice = { $year } pays refunds for two years
budget-uncovered = { $year }: the withdrawal exceeds the relief, { $amount } million uncovered

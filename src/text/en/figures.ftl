alt-figure = { $title }. { $seen } The numbers are in the table below the figure.

## Over the years
guide-full = { $year }: full effect
years-seen = The difference in { $year } and { $last }, { $unit }: { $models }.
years-seen-last = The difference in { $year }, { $unit }: { $models }.
years-model = { $model } { $now } and { $then }
years-zero = The baseline goes from { $from } in { $first } to { $to } in { $last }.
column-model-level = { $model }, level
note-rest-in-table = Models that there is no room for are in the table.
withdrawal-short = { $withdrawal ->
    [none] no withdrawal
    [fixed] fixed
    [rebased] set anew
    [yearly] set each year
   *[other] { $withdrawal }
}
figure-withdrawals = What the state pays over time under each withdrawal from the block grant, { $years }
withdrawals-setting = { $withdrawal } { $now } and { $then }
note-withdrawals-years = Difference from the baseline in the state's net, for the same persons. The band covers nine draws in ten, around the withdrawal that the model itself has.

## Who pays
flow-bears = bear the cost in the end
flow-pays = pay on the way
flow-goes-to = goes to
flow-own = municipalities themselves
flow-own-whole = Municipalities themselves, with administration
flow-refund-bpa = refund for BPA
flow-state-administration = State administration
flow-saved = Help in other arenas that BPA replaces
flow-all = In all
flow-other-refund = Refund for other services, persons simulated
flow-not-bpa = not BPA
flow-beside = Beside BPA the state refunds { $other } for other services to the persons simulated.
flow-beside-rest = Beside BPA the state refunds { $other } for other services to the persons simulated and { $rest } for other recipients (575.60).
flow-seen = { $model }: of { $all } { $unit } the state bears { $state } and municipalities { $municipality }.
figure-money = What the state's money goes to in models that change the refund
money-part-known = Others in 575.60: rate and threshold
money-part-assumed = Others in 575.60: new, older, reactions
money-all = In all, before withdrawal
money-seen = { $model } in { $year }: of { $all } { $unit }, { $bpa } goes to BPA (payment by the hour and refund due to BPA).
note-money-parts = Numbers in { $unit }, change from the baseline, before withdrawal. Lengths are shares of what the state pays more, numbers are amounts; what it pays less of is only in the table.

## Municipalities
units-dot = a municipality
units-skewed = mean outside its own interval
units-beyond = beyond the axis
units-seen = { $model }: { $fewer } municipalities have lower costs, { $more } higher, and { $even } change by less than one krone; nine in ten lie between { $low } and { $high } kroner per inhabitant.
note-units-own = The models here withdraw from each municipality what it saves itself, or nothing; then nobody wins or loses by the sharing. A withdrawal shared by criteria is shown by bpasim run variants --models zero,A,A-criteria.
note-units-criteria = Where the withdrawal is shared by criteria, municipalities with more users than the criteria imply win, and those with fewer lose.
note-units-skewed = Crosses are municipalities with so few users that a few draws with large amounts pull the mean out of the interval where nine draws in ten lie.
axis-change-short = kroner per inhabitant
axis-inhabitants = Inhabitants
column-skewed = { $model }: mean outside the interval

## What the differences rest on
influence-heading = The assumptions that the differences rest on most
influence-what = The figures are made from the draws of these calculations: what the difference is where an assumption was drawn low, and where it was drawn high, while all others vary.
influence-none = Which assumptions the differences rest on most is read from the draws when there are at least { $count } of them and something differs from chance.
figure-influence = What the difference rests on most: { $outcome }, { $when }
influence-low = assumption low
influence-high = assumption high
influence-values = { $low } to { $high } { $unit }
influence-seen = { $model }: “{ $name }” ({ $values }) matters most, from { $low } to { $high }.
note-influence = Numbers in { $unit }. The bar goes from the mean in the fifth of draws with the lowest values to the fifth with the highest; the line is the mean of all. { $tried } assumptions were tried, and those that do not differ from chance are left out. Assumptions drawn together move together.
influence-within = within the error
column-when-low = { $model }: when low
column-when-high = { $model }: when high

## Known figures
figure-known = Known figures against the baseline
known-tolerance = within the tolerance
known-numbers = the model · known
known-hit = hit
known-miss = miss
known-seen = Figures of the kind “{ $kind }”: { $hits } of { $all } are hits.
note-known = Each figure is drawn in its own tolerance, the grey field; the line goes from the model's 5th to its 95th percentile and is cut at three tolerances, the mark is the median. Figures put into the model show nothing and are only in the table.
figure-observed = What was observed, and how { $model } goes on
observed-seen = { $outcome } in { $year }, { $unit }: observed { $observed }, the model { $model } { $band }.
observed-model = the model
column-outcome-observed = { $outcome }: observed
column-simulated = { $outcome }: { $model }
note-observed = Dots were observed, the line is the model's mean, the band covers nine draws in ten. The first year's users are put in; growth before and after is not.
backtest-seen = Of { $years } years { $inside } lie within the 90 % band.
own-axis = { $model } (own axis)

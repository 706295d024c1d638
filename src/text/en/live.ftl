# The page that is turned.
dials-models = The models
dials-answers = How municipalities and state respond
dials-relatives = Relatives
dials-people = People and prices
dial-a-withdrawal = Model A: withdrawal from the block grant
dial-b-withdrawal = Model B: withdrawal from the block grant
dial-b-refund = Model B: share the state refunds above the threshold
dial-b-threshold = Model B: threshold against today's
dial-b-hour = Model B: the state's part of each hour
dial-b-age = Model B: age limit of refund
dial-age-today = 67 years, as today
dial-age-none = no limit
dial-b-scope = Model B: for whom the terms of refund hold
dial-scope-bpa = persons with BPA only
dial-scope-all = the whole refund scheme
dial-start = First year of Models A and B
dial-price-response = How much decisions respond to the price
dial-norm = National norm: wider (+) or tighter (−)
dial-fill = Part of an hour not granted that relatives take
dial-time = Value of an hour from relatives
dial-unmet = Value of an hour that is missing
dial-hour-cost = Price of a BPA hour
dial-pool = Persons in need without BPA, per user
dial-percent = per cent
dial-rule = rule
dial-rule-source = The model's own rule; see the chapter on the models.
live-no-such-reactions = unknown alternative
live-no-such-scenario = unknown scenario; the page runs the shipped ones only
live-other-link = the link is from another edition
live-too-long = the text is too long; at most { $limit } characters
live-too-many-draws = the draws can't be simulated; at most { $limit }
live-file-cannot-be-read = the scenario file can't be read
live-not-on-the-page = can't be set on the page; the command line runs the whole file
live-nothing-open = nothing is open, or the pieces don't belong together
live-settled = { $draws } draws, { $years }.
live-provisional = Provisional: { $draws } draws, { $years }.
live-of-model = { $model } against the baseline: { $years }
live-of-year = In { $year } the state pays { $state }, and the municipalities pay { $municipalities } for BPA{ $all }; relatives give { $relatives } of help, and { $unmet } are missing.{ $society }
live-in-all = {" "}and { $amount } in all, since the terms hold for the whole scheme
live-society = {" "}Society’s cost: { $amount }.
live-amount = { $way ->
    [more] { $amount } { $unit } more
    [less] { $amount } { $unit } less
    [same] as much as in the baseline
   *[unknown] about as much as in the baseline
}
live-amount-either-way = from { $less } { $unit } less to { $more } { $unit } more
live-hours = { $way ->
    [more] { $amount } more hours
    [less] { $amount } fewer hours
    [same] as many hours as in the baseline
   *[unknown] about as many hours as in the baseline
}
live-hours-either-way = from { $fewer } fewer to { $more } more hours
live-same-note = “About”: the difference is less than twice the simulation error. “From … to”: the difference may go either way; nine draws in ten lie between.
live-unpriced = Hours that are missing have no price in society’s cost, and services that municipalities buy with what they are spared are a cost in it whose benefit is not counted.
live-moved = Change from the setting before in the difference from the baseline, { $year }
live-moved-note = With the simulation error after ±; the same persons and the same { $draws } draws in both.
live-own = { $n ->
    [1] Own assumptions (1 changed)
   *[other] Own assumptions ({ $n } changed)
}
live-nothing = nothing
live-change = { $what }: { $to } (in the scenario: { $from })
live-turn = { $outcome }, { $model }: turns to { $way ->
    [more] higher
   *[less] lower
} than in the baseline in { $year }, somewhere between { $low } and { $high }.
live-no-turn = In { $year } none of the answers turns when “{ $dial }” goes from { $low } to { $high }. Tried: { $outcomes }.
live-turn-period = This is about { $year }, and services that municipalities buy for their relief count as worth nothing. On the first screen the price is about the whole period taken together, with both answers to what the services are worth, so that it is another.
live-titled = { $title }, with the setting here
live-brief = In { $year } against the baseline, { $unit }, municipalities for BPA:
live-brief-of = { $model }: state { $state }, municipalities { $municipalities }
live-brief-range = { $low } to { $high }
live-see-all = see the list “All assumptions and levers” on this page
forest-earlier = before the last change
note-forest-earlier = The grey rings are the means before the last change; the change itself stands in the table above.

# First screen: "At a glance".
glance-before-withdrawal = State, before withdrawal
glance-as-designed = State, as designed
glance-like-withdrawal = State, withdrawal as { $model }
glance-municipalities = Municipalities, net for BPA
glance-later = The year { $year }, { $years } years on
note-glance = Baseline: the level. Models: the difference from it. In brackets: nine draws in ten. The state is net; the level is for the simulated persons, the differences for all of 575.60.
note-glance-like = Withdrawal: what the state takes back from municipalities' block grant.
note-glance-more = { $models }: municipalities are relieved of more than BPA, and no rule says what the state then takes back.
note-glance-other = { $models }: the model does not have this withdrawal.
glance-change = { $change }
glance-change-two = { $change } ({ $later })
glance-of-model = { $models } { $change }
glance-state = The state: under the baseline the state pays { $level } net in { $year }. The difference in { $year }{ $later }: { $models }.
glance-state-scheme = The state: In the baseline the state pays { $level } net in { $year } for the persons the model follows, and { $scheme } in refunds for all of 575.60. The difference in { $year }{ $later }: { $models }.
glance-relatives = Relatives: they give { $level } of help in { $year } under the baseline. The difference in { $year }{ $later }: { $models }.
<<<<<<< HEAD
glance-price = An hour of missing help has no agreed price. For the model to cost society less than the baseline on average, it must be worth (in brackets: how far other random draws would move the price) { $models }.
=======
glance-price = An hour of missing help has no agreed price. For the model to cost society less than the baseline on average over the whole period, it must be worth (in brackets: with other draws) { $models }.
>>>>>>> page
glance-price-above = more than { $price } kroner{ $interval } with { $model }
glance-price-below = less than { $price } kroner{ $interval } with { $model }
glance-price-always = { $models } costs society less on average whatever the hour is worth.
glance-price-never = No value is high enough with { $models }.
glance-question-state = What does the state pay over time?
glance-question-scheme = What if the rules cover all of 575.60?
glance-question-relatives = What happens to relatives?
glance-question-assumed = What is assumed? ({ $assumed } of { $all })
glance-question-municipality = What happens in my municipality?
figure-forest = Difference from the baseline in { $year }
forest-with = with assumed reactions, nine draws in ten
forest-mechanical = mechanical, without reactions
forest-mechanical-interval = mechanical, nine in ten of { $draws } draws
alt-forest-row = { $outcome }, { $model }: { $mean } { $interval }.
alt-forest-row-mechanical = { $outcome }, { $model }: { $mean } { $interval }, mechanical { $mechanical }.
note-forest = The number to the right is the mean.
note-forest-withdrawal = A withdrawal that is set in { $year } makes the model cost the state nearly nothing in that year: it is built that way. What it costs in { $later } stands in the table.
forest-few-draws = The run has too few draws to show what the models give without reactions.
forest-stroke = Upright stroke: what the model gives when nobody changes decisions, applications or work.
glance-later-year = {" "}(and in { $year })
glance-no-change = about unchanged
glance-price-interval = {" "}({ $low }–{ $high })
glance-price-unsure = {" "}(almost anything)

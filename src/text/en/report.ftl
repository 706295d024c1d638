# English. The texts of report and workbook.

## The page
title = Who pays for BPA?
skip = Skip to content
contents = Contents
figure-word = Figure
figure-data = The numbers behind { $title }
field-label = The committee fills in:
command-label = Command
on-paper = This table is long. It stands in the workbook results.xlsx and in { $files }.
mark-unknown = “..” means that there is no number.
mark-impossible = “.” means that no number is possible.
mark-hidden = “:” means that the number is hidden because it concerns few people.
yes = yes
no = no
stamp-run = Run { $id }
stamp-scenario = scenario { $name }
stamp-municipalities = { $count } municipalities
stamp-districts = { $count } districts
stamp-price-year = kroner at { $year } prices
stamp-draws = { $count } draws
stamp-interval = interval: 5th to 95th percentile
stamp-no-interval = one draw, no interval
own-assumptions = Own assumptions: the calculations differ from the shipped scenario in { $count ->
    [1] one place
   *[other] { $count } places
}.
own-value = own value
minus = { $model } minus { $other }

## Units
unit-percent = per cent
unit-money = { $scale } { $year }-NOK
unit-nominal = nominal kroner
unit-budget = thousand kroner of each year
unit-ledger = { $scale } kroner of each year
unit-per-inhabitant = { $year }-NOK per inhabitant
unit-hours-in-all = { $scale } hours in all
unit-person-years = person-years in all
unit-present-value = { $unit }, present value in { $year }
unit-share-of-need = share of need, per cent
unit-thousand-nominal = thousand kroner a year, nominal kroner
text-points = percentage points
text-billion = billion kroner
text-million = million kroner
text-billion-hours = billion hours
text-million-hours = million hours
text-thousand-hours = thousand hours
in-year = The year { $year }, the first with every model in full effect
in-year-partly = The year { $year }, the last year; not every model is in full effect
in-last-year = The year { $year }, the last one
in-period = The whole period { $years }, added up

## Sentences about differences
lead = { $outcome }, { $when }
lead-total = the whole period { $years }
of-models = { $models }: { $said }
difference = { $size } { $unit ->
    [persons] { $direction ->
        [lower] lower
        [higher] higher
        [fewer] fewer
       *[more] more
    } { $size ->
        [1] person
       *[other] persons
    }
   *[other] { $unit } { $direction ->
        [lower] lower
        [higher] higher
        [fewer] fewer
       *[more] more
    }
} than in the baseline, from { $near } to { $far } { $far-way ->
    [lower] lower
    [higher] higher
    [fewer] fewer
   *[more] more
} in nine draws in ten.
difference-about-the-same = about as in the baseline, from { $near } { $unit } { $near-way ->
    [lower] lower
    [higher] higher
    [fewer] fewer
   *[more] more
} to { $far } { $far-way ->
    [lower] lower
    [higher] higher
    [fewer] fewer
   *[more] more
} in nine draws in ten.
difference-both-ways = { $size } { $unit ->
    [persons] { $direction ->
        [lower] lower
        [higher] higher
        [fewer] fewer
       *[more] more
    } { $size ->
        [1] person
       *[other] persons
    }
   *[other] { $unit } { $direction ->
        [lower] lower
        [higher] higher
        [fewer] fewer
       *[more] more
    }
} than in the baseline, from { $near } { $near-way ->
    [lower] lower
    [higher] higher
    [fewer] fewer
   *[more] more
} to { $far } { $far-way ->
    [lower] lower
    [higher] higher
    [fewer] fewer
   *[more] more
} in nine draws in ten.
difference-one-draw = { $size } { $unit ->
    [persons] { $direction ->
        [lower] lower
        [higher] higher
        [fewer] fewer
       *[more] more
    } { $size ->
        [1] person
       *[other] persons
    }
   *[other] { $unit } { $direction ->
        [lower] lower
        [higher] higher
        [fewer] fewer
       *[more] more
    }
} than in the baseline. With one draw the uncertainty is unknown.
difference-none = no difference from the baseline.
all-draws = all draws
share-of-draws = { $share } of the draws
sure-very = It is very likely that { $direction ->
    [lower] the number is lower
    [higher] the number is higher
    [fewer] there are fewer
   *[more] there are more
} ({ $share }).
sure-likely = It is likely that { $direction ->
    [lower] the number is lower
    [higher] the number is higher
    [fewer] there are fewer
   *[more] there are more
} ({ $share }).
sure-counted = { $direction ->
    [lower] Lower
    [higher] Higher
    [fewer] Fewer
   *[more] More
} in { $share }.
sure-open = The direction is uncertain: { $direction ->
    [lower] lower
    [higher] higher
    [fewer] fewer
   *[more] more
} in { $share }, { $direction ->
    [lower] higher
    [higher] lower
    [fewer] more
   *[more] fewer
} in { $other }.

## Summary
summary-what = The report compares the baseline with { $models } on the same simulated persons, { $draws } times. The figures below are for { $year } unless stated otherwise, and differences are from the baseline, that is, today's scheme continued. The report recommends no model.
summary-read = How to read the uncertainty: the interval covers nine draws in ten. The interval shows uncertain assumptions and chance, not whether the model itself is right. Real figures will differ.
summary-likely = Very likely means more than 90 per cent of the draws, likely means 66 to 90 per cent.
summary-bpa = BPA first: under the baseline { $users } persons have BPA in { $year }, with { $hours } delivered. It costs { $cost }, of which municipalities bear { $net } after refund. Figures «in all» also hold municipalities' ordinary services for { $pool } persons in need without BPA.
scheme-followed = The model follows { $percent } per cent of the refund scheme person by person; the rest is estimated from the state accounts ({ $year }).
scheme-bpa-alone = { $models }: new terms are of BPA alone here. What they cost if they cover all of 575.60 is many times more: the model “B, whole scheme” shows it.
message-money = What the money of B goes to
money-lead = { $model }
money-goes-to = The state's net is { $state } higher than under the baseline in { $year }. { $grant } is payment by the BPA hour, { $bpa } refund due to the BPA hours, { $other } refund for other services of BPA users and { $pool } refund for simulated persons without BPA. { $rest } What is left is tax, benefits and other expenditure.
money-rest = To other recipients of the scheme go { $rest } (estimate).
money-rest-none = Other recipients of the scheme get what they get today.
message-over-time = Over time, under each withdrawal
over-time-what = A withdrawal set in the first year of full effect makes that year nearly free of cost to the state: it is built so. Ten years later and the whole period therefore stand beside it.
over-time-what-part = A withdrawal set in the first year of full effect makes that year cost the state less than the years after: it is built so. Ten years later and the whole period therefore stand beside it.
over-time = {" "}In { $year }: { $later }; the whole period { $years }: { $sum }.
holds-ordinary-services-in = ordinary services for persons without BPA are here too, { $persons } in { $year }
holds-ordinary-services = holds ordinary services for { $persons } persons without BPA too
lead-holding = { $outcome } ({ $holds }), { $when }
an-estimate = estimate
rest-estimate = other recipients, estimate
row-of-which-simulated = of which persons simulated
row-of-which-rest = of which the rest (estimate)
note-models-left-out = { $models } are as { $base } in the compared year and differ only in the years after; they stand in the table of withdrawals over time and in the files.
message-who-pays = Who pays?
message-relatives = What is shifted to relatives?
message-work = What happens to participation in work?
message-stability = What follows from breaks in staffing?
message-help = Do people get the help?
message-society = What does it cost society?
message-turns = What an hour must be worth for the answer to turn
message-words = All differences in words
changes-line = { $outcome }: { $level } in the baseline. { $changes }
change-open = { $change }, the direction is uncertain
change-sentence = { $change }.{ $later }
message-unsure = What is most uncertain?
summary-society = The cost to society and the unmet need must be read together. An unmet hour has no agreed price. A model may be cheaper because fewer people get help.
summary-unsure = { $assumed } of { $all } assumptions have no measurement behind them. These decide most of what is not settled:
unsure-coverage-lead = Need
unsure-coverage = Nobody measures how many hours people need. The level of unmet need and of relatives' effort rests on an assumed coverage.
unsure-fill-lead = Relatives
unsure-fill = No Norwegian study says how much of an unmet hour relatives fill.
unsure-response-lead = Response to financing
unsure-response = How strongly decisions and awards respond to who pays has not been measured in Norway.
unsure-municipal-lead = Municipalities
unsure-municipal = There are no open BPA figures by municipality. Persons are placed by population.
unsure-price-lead = The price
unsure-price = The price of an hour and the wage share in it are estimates. They decide how much the state refunds.

## In short
plain-what = BPA is help that you direct yourself. Today the municipality pays, and the state covers a part when the help costs a lot. We have worked out what happens if the state pays more.
plain-today = If today's scheme goes on, { $users } persons have BPA in { $year }. They get { $hours }, which costs { $bpa }. Municipalities bear { $bpa-net } of the bill. { $lost } that were granted are not delivered, and { $unmet } of need get no help. Relatives help { $relatives }. It costs them { $cost } in time, health and work, and { $work } are lost. { $employed } in need of help have a job.
plain-models = This is what each model changes. The mean stands first, in brackets where nine draws in ten lie.
plain-lead = { $models } in { $year }
plain-change = { $what }: { $change }
plain-change-over-time = { $what }: { $change }.{ $later }
plain-unsure = The figures rest on many assumptions. They show what follows from the assumptions. They do not say what is best.

## 1 Problem
problem-bpa = User-controlled personal assistance (BPA) is to give people with disabilities equality and an independent life. The municipality decides and pays. The state refunds a share of wage costs above a threshold. This is called the refund scheme.
problem-financing = Whoever decides does not always pay the whole cost, and whoever pays does not always decide. That may affect how many hours are granted, who gets BPA, and how much decisions differ from one municipality to the next.
problem-relatives = Hours that are not granted or delivered do not disappear. Relatives take a part of them, and the rest is unmet. The report therefore shows for every model, including the baseline, what is shifted to relatives in time, health and work, what happens to participation in work, and what breaks in staffing lead to.
field-aims = The aims, and how they are to be weighed against each other.
problem-null-heading = The baseline: development without change
problem-null = The baseline is adopted policy continued. The number of users grows, need grows with age and illness, and municipal budgets gradually tighten. The table shows the result.

## 2 Measures
measures-models = These models have been calculated:
measures-names = A trial of state financing from 2016 also used the names A and B, for other arrangements.
note-flows = Numbers in { $unit }, rounded to the nearest { $digit } so that the amounts add up. The width of a band is the amount; BPA is the hours and municipalities' administration of them.
figure-flows = Who pays for BPA in { $year }, from those who bear the cost to what it goes to
box-state = The state
box-municipalities = Municipalities
box-bpa = BPA
box-users = Users
note-levers = Only levers in which models differ. A lever that is drawn stands with its mean and interval in round numbers.
note-levers-min-age = { $models }: the lowest age with a refund changes the persons simulated alone. For the other recipients in 575.60 it changes nothing: the accounts already hold whatever rule applies.
lever-word = { $word ->
    [municipality] municipality
    [state] state
    [own] own cost
    [population] population
    [fixed] fixed
    [yearly] every year
    [rebased] anew every few years
    [bpa] BPA only
    [all] the whole scheme
    [guarantee] income guarantee
    [linear] evenly over some years
    [none] no limit
   *[other] { $word }
}
column-from = shipped
column-to = used here
figure-cost-curve = The threshold: what the municipality pays as help costs more, { $year }
axis-municipality-pays = The municipality pays, million kroner a year
axis-cost = Cost of BPA for one person, million kroner a year
note-cost-curve = The law worked out for one person of 40 years without other services, every assumption at its mean, with nobody changing behaviour. What the municipality does not pay, the state pays.
alt-cost-curve-model = { $model }: of { $cost } thousand kroner a year the municipality pays { $municipality } and the state { $state }.
column-hours-per-week = Hours a week
column-bpa-cost = Cost
column-state-pays = { $model }: the state
column-municipality-pays = { $model }: the municipality
field-left-out = Measures that were considered and left out, and why.

## 3 Principles
principles-what = The questions are the committee's. Here is what the calculations can say about each.
principle-equality-lead = Equality
principle-equality = Article 19 of the UN convention is about the right to live independently. The calculations show delivered hours, unmet need, waiting and participation.
principle-self-government-lead = Local self-government
principle-self-government = The models differ in who decides. The calculations show how much decisions vary between municipalities, and what common practice changes.
principle-financing-lead = Financing
principle-financing = New tasks are to be paid for. The calculations show the municipalities' net before and after withdrawal, and which municipalities get more or less.
principle-rights-lead = Legal protection
principle-rights = Waiting, the transition at 18 and the limits of rights are levers of the models. Complaints are not included; see the limits.
principle-others-lead = Persons without BPA
principle-others = Rules for BPA alone may widen the distance to those with other services. The calculations show coverage for both groups.
field-principles = The assessment of the principles, also of legal questions that the calculations do not touch.

## 4 Effects
effects-what = The table goes through everybody concerned. The figures are differences from the baseline, draw by draw.
actor-users = Users of BPA
actor-others = Persons in need without BPA
actor-relatives = Relatives
actor-assistants = Assistants
actor-suppliers = Private suppliers
actor-municipalities = Municipalities
actor-counties = Counties
actor-state = The state
actor-employers = Employers of relatives
actor-society = Society
row-not-computed = Not calculated: the model has no figures for the group
field-duration = How lasting the effects are, and effects that have not been calculated.
figure-years = Difference from the baseline: { $outcome }, { $years }
alt-bars = { $title }. { $unit }. { $models } The numbers are in the table below the figure.
note-band = The line is the mean. The band covers nine draws in ten.
axis-year = Year

## 5 Model and data
model-what = The model simulates single persons year by year. Every model meets the same persons and the same chance, so that differences are not luck.
model-people-lead = Persons
model-people = Persons with a long-lasting need get age, condition, need in hours, relatives and municipality. Every year they grow older, need changes, new ones come and some die.
model-grant-lead = Decisions
model-grant = Whoever decides sees what one more hour costs its own budget, and grants accordingly. Practice varies between municipalities.
model-deliver-lead = Delivery
model-deliver = Vacancies, breaks and waiting mean that not all that is granted is delivered.
model-relatives-lead = Relatives
model-relatives = Relatives fill a part of the gap, and lose time, health and work by it.
model-money-lead = Money
model-money = Every krone is posted once to whoever pays. Transfers sum to zero.
model-draws-lead = Draws
model-draws = Everything is repeated with new values for uncertain assumptions. The spread becomes the interval.
note-status = Observed, statutory and cited have a source. Assumption means that no source was found.
column-hash = checksum (BLAKE3, beginning)
note-inputs = The checksum shows whether a file was changed.
model-warnings = Remarks on the data

## 6 Priced
priced-what = Net present value is the sum over years, converted to the value in the first year. The tables show the cost of every payer, the cost of tax financing and the sum.
priced-beside = The sum does not cover all. Unmet need, admissions and education stand below the sum, so that nobody reads the cost alone.
group-priced = Effects with a price
group-unpriced = Beside the sum: effects without a price, or counted
row-tax-cost = Cost of tax financing

## 7 Unpriced
unpriced-what = Some effects have no price and are not to be turned into kroner. The calculations give direction and size. How important they are is for the committee to assess.
effect-self-determination = Equality and self-determination
effect-unmet = Help that is lacking
effect-participation = Participation in education
effect-relatives-burden = Burden on relatives
effect-equal-treatment = Equal treatment in different municipalities
effect-others = Persons without BPA
effect-waiting = Waiting
effect-hospital = Admissions
column-weight = Importance, extent and consequence
for-the-committee = for the committee to fill in
note-unpriced = The measure used stands below each effect. Consequence from −−−− to ++++ is for the committee to set, with reasons.
hour-price-heading = What an hour of missing help must be worth
hour-price-what = This is what an hour of unmet need must be worth for a model to cost society less than the baseline on average over the whole period. It turns on what the extra services are worth that municipalities buy with part of what they are spared: they are a cost in the accounts, and nobody has measured their benefit. So there are two answers: that the services are worth what they cost, and that they are worth nothing.
hour-price-read = Hours and kroner are discounted at the same rate, and the price, in { $year } kroner, follows wages. What is said of other draws is how exactly the mean is worked out. It is not how unsure the answer is: in a single draw the price may be quite another, and bpasim decide says from what price it holds in nine of ten.
field-unpriced = Reasons for the consequences, and effects that are missing here, such as quality of life.

## 8 Budget
budget-what = The table shows changes in the state's expenditure and revenue by chapter and item. Plus is higher expenditure or lower revenue. The phase-in is seen in the first years.
row-sum-paid = Sum, when the money is paid
row-sum-earned = Sum, when the cost arises
row-sum-fixed = Sum, when the money is paid, fixed kroner
note-budget = Mean of the draws, nominal kroner unless said otherwise. Municipalities, users, relatives and employers are outside the state budget and stand in the ledger.
note-budget-lag = Refunds are paid the year after the cost arises where the model has a lag. Other items are paid in the same year.
note-budget-chapters = Chapters and items are from the budget documents named in the workbook. Lines that cannot be placed for certain are left out of the sum, with the reason.
budget-claims = Refunds for the persons simulated that are earned but not paid at the end of { $year }, in million current kroner. { $claims }
budget-claims-whole = All of 575.60, the other recipients included: refunds earned but not paid at the end of { $year }, in million current kroner. { $claims }
row-item-in-all = { $item }, in all
group-item-today = { $model }: the whole item, before the changes below
lag-what = A change of lag moves payments once. That is cash, not cost:
lag-moves = From { $year } the lag is { $lag } years instead of { $before }, and { $amount } million nominal kroner are paid { $way ->
    [later] later
   *[sooner] sooner
} that year than otherwise.
budget-money = What the money of B goes to
budget-money-what = The table splits what the state pays more under models that change the terms of refund: whom the refund is for, and what municipalities do with it. «BPA only» and «whole scheme» are two different reforms and are always shown together.
group-state-pays = The state pays more
group-municipalities-do = What municipalities do with the money
row-other-state = Tax, benefits, administration and other expenditure
row-withdrawn = Withdrawal from the block grant
row-received = Received from the state, after withdrawal
row-more-bpa = More BPA, other services and administration
row-left = Left with municipalities: lower net
note-money = Refund due to BPA is what would be lost without the BPA hours. Rows without interval are worked out from the means of the others.
budget-scheme = If the rules cover all of 575.60: what B costs, part by part
budget-scheme-what = The parts are worked out on the other recipients of item 575.60, anchored to the state accounts, with nobody's conduct changed before the last part. Rate and threshold follow from the accounts and the distribution of costs; the rest are assumptions. The number over 67 and in institutions is unknown. The lag is today's: without it, the year the model starts would pay about the whole item once more. That is cash, not cost.
scheme-changing = The baseline is 80 per cent above one threshold. Prop. 102 S (2023–24) shows effects of proposed changes of the scheme from 2025; their content and whether they were adopted was not found, and must be settled with the ministry (KDD) before the figures are used. The extra grant of 575.61 is not included.
group-known = Follows from accounts and rules
group-assumed = Rests on assumptions
group-beside-sum = Beside the sum: if residents of institutions count
group-scheme-persons = Persons above the threshold, outside the simulation
column-added-up = { $column }, so far
note-scheme-parts = Estimates. The first column of each year is the part, the next the sum so far, worked out from means. Numbers of persons are expectations.
note-ages-unknown = Nobody knows how many over 67 at home, or in institutions, would come above the threshold if the age limit went.
budget-withdrawals-above = What the models cost over time under each withdrawal stands in the summary.
withdrawal-row = { $model }, { $withdrawal ->
    [none] without withdrawal
    [fixed] fixed withdrawal
    [rebased] withdrawal set anew every few years
    [yearly] withdrawal set each year
   *[other] { $withdrawal }
}
as-the-model-is = as the model is
as-model = computed in full: «{ $model }»
same-persons = the same persons, another withdrawal
note-withdrawals = Difference from the baseline. Rows marked «the same persons» are worked out in every draw on the run's persons, with that withdrawal and the services that the relief then buys; decisions answer to the model's own withdrawal. The models worked out in full are in the scenario of all variants (bpasim run variants).
note-rebased = A withdrawal set anew builds here on the development without the reform, which nobody sees once the reform is made. A real one would build on an index and lag some years, so the figure is the best that can be had.
claim-model = { $model }: { $amount }.
claim-model-whole = { $model }: { $amount }, of which { $simulated } for the persons simulated.
budget-who = Who pays
budget-over-time = What the state pays over time
budget-withdrawal = With and without withdrawal
budget-withdrawal-what = A model that withdraws from the block grant cannot be compared directly with one that does not. The table shows the models before withdrawal, as they are, and as they would be if all had a withdrawal that leaves municipalities as in the baseline.
group-before-withdrawal = Before withdrawal
group-as-is = As the models are
group-all-withdrawn = If every model had a withdrawal equal to the municipalities' relief
note-withdrawal = In the last group the municipalities' net is the baseline's in every draw, with its interval. The state's net there and before withdrawal is worked out from the means in the rows above; single draws are not kept, so it has no interval.
budget-one-off = One-off and lasting costs
note-one-off = Introduction is a one-off cost in the years of phase-in. Administration is lasting. ICT and training are not shown apart.
note-ledger = Mean of the draws, nominal kroner, when the cost arises. Minus is a gain to the payer. ledger.csv also has the time of payment and standard errors.

## 9 Municipalities
municipal-what = The figures show the change in municipalities' net after withdrawal, in fixed kroner per inhabitant. They are sums over the municipalities of each group.
units-municipalities = municipalities
units-districts = districts
municipal-hidden = Small counts are hidden: { $count } { $units } have fewer than five persons; hours and kroner are hidden with the count. Where an age class has few, the users in it and in one beside it are spread by the ages of the country, not as they were counted.
hidden-why = Small counts are hidden. The number of recipients stands in the scenario's own table, and is taken as real persons. A municipality with 1 to 4 recipients is hidden, and an estimate is used instead: sums that it is part of are not exactly those counted. Small classes of age in other municipalities share a sum with another class; where few are below 67, all classes do. What is hidden follows from the municipality's own counts alone. If they are published, set observed_persons = false in the scenario.
hidden-units = Hidden: the figures of { $count } of { $all } { $units }.
hidden-outcomes = Hidden for all together: { $names }.
hidden-country = All results are hidden: no municipality of the scenario has enough persons for anything to be shown. What is shown are the assumptions, and what the law says of one imagined person.
hidden-limits = Nothing of a hidden count is in what is computed, not even as part of a sum, so that neither other assumptions nor a new edition of the table gives it. A new edition shows how the counts that are shown have changed: do not share the table itself.
municipal-no-inhabitants = The municipalities or districts here have no number of inhabitants, so figures per inhabitant cannot be worked out.
municipal-risk = One new user can weigh heavily on a small municipality. The table shows how much the cost per inhabitant varies from year to year within a draw.
municipal-growth = A withdrawal set once does not follow when the number of users grows. The difference from the baseline changes like this for all municipalities, in million kroner:
municipal-growth-model = { $from } in { $from-year } and { $to } in { $to-year }.
group-centrality = By centrality (Statistics Norway)
group-size = By number of inhabitants
group-kostra = By KOSTRA group
centrality = Class { $class ->
    [1] 1, most central
    [6] 6, least central
   *[other] { $class }
}
size-below = below { $to }
size-between = { $from } to { $to }
size-above = { $from } or more
column-units = Municipalities
column-per-10000 = Users per 10,000 inhabitants, baseline
column-net-per-inhabitant = Net per inhabitant, baseline
column-change = { $model }: change per inhabitant
column-win = { $model }: lower cost
column-lose = { $model }: higher cost
note-groups = Kroner are fixed kroner in the year compared.
note-win = A municipality is counted when the change is above one krone per inhabitant.
note-illustration = Figures of municipalities are illustrations: but for Oslo there are no open BPA figures by municipality.
figure-units = Change in municipalities' net per inhabitant by number of inhabitants, { $year }
column-lowest = { $model }: lowest
column-middle = { $model }: middle
column-highest = { $model }: highest
column-unit = Municipality
column-district = District
column-code = Number
column-county = County
column-population = Inhabitants
column-recipients = Users { $year }, baseline
column-change-money = { $model }: change
column-quality = Quality
quality-computed = computed
quality-known = { $quality }; { $persons } were known in { $year }
quality-observed = observed users
quality-hidden = hidden
note-units-interval = The interval goes from the 5th to the 95th percentile over at most 1,024 draws.
note-quality = Computed: the model has placed the users. Observed users: the first year has the municipality's own figures.
note-municipality-file = Two pages about one municipality: “bpasim report FOLDER --municipality NUMBER” makes the file kommune-NUMBER.html beside the report.

## 10 Relatives, work, stability
relatives-what = Here is the same for every model, the baseline first: costs shifted to relatives, participation in work, and what follows from breaks in staffing.
relatives-moved = Costs shifted to relatives: time, health and work
relatives-work = Participation in work of users and family
relatives-stability = What follows from breaks in recruitment and instability
stability-what = Granted hours that are not delivered come from vacancies and breaks. Relatives then have to lead or fill in, some need is unmet, and the risk of admission rises.
relatives-transitions = Transitions
transitions-what = Turning 18, progressing illness, rapid illness and waiting. The model follows persons through these, but does not show their costs apart.
figure-hours = Where the hours of need go, { $year }
note-hours = Everybody in need, with and without BPA. The parts sum to the whole need.

## 11 Uncertainty
uncertainty-what = The spread between draws shows what uncertain assumptions and chance mean. The figures show how large a share of the draws lies below each difference.
uncertainty-form = The spread says nothing of the model's form. Relationships other than those chosen may give other answers.
figure-curve = How sure is the difference? { $outcome }, { $year }
axis-share-of-draws = Share of draws below
axis-difference = Difference from the baseline, { $unit }
alt-curve-model = { $model }: nine draws in ten lie between { $low } and { $high }; { $below } are below zero.
column-share-below = Share of draws below
row-below-zero = Share below zero
note-curve = The curve goes through every percentile from 1 to 99; the marks are 5, 50 and 95. Where it lies to the left of zero, the number is lower than in the baseline.
figure-convergence = How exactly is the mean worked out (Monte Carlo error)? { $outcome }, difference from the baseline, { $year }
axis-draws = Draws
alt-convergence-model = { $model }: the error is { $error } after { $draws } draws.
note-convergence = The error of the mean as draws are added. It decides how many digits tables show: a whole series of years and models has the same last digit.
uncertainty-sensitivity = Where a conclusion turns, and what is worth knowing more about, were not examined for these calculations. The command decide does that and takes it in here.
uncertainty-decides = Which assumptions matter most, and where a conclusion turns, is the subject of the next section.
field-risk = Measures that can reduce the uncertainty, and what should be found out first.

## 12 Distribution
distribution-what = Distributional effects are not part of the present value. First the distance between those with BPA and those in need without BPA, in percentage points of need covered:
gap-model = { $first } percentage points in { $first-year } and { $now } in { $year }.
distribution-places = Unequal practice between municipalities shows in the spread of coverage, and in how much of the differences is due to where one lives. Common practice (harmonisation) is a lever of the models. Sex and diagnosis are not included.

## 13 Assessment
assessment-what = The table gathers the effects. The models stand in the order in which they are written, not by what is best.
field-majority = Which measure the majority recommends, and why.
field-minority = The view of the minority.

## 14 Implementation
success-what = The calculations take this as being in place. They do not say how.
success-recruitment-lead = Recruitment
success-recruitment = More hours must be staffed. Better pay, fewer breaks and fewer vacancies are levers that can be tried.
success-administration-lead = Administration
success-administration = Whoever is to decide and pay needs people and systems for it. The cost is an assumption of each model.
success-transition-lead = Transition
success-transition = The phase-in takes the time that the model says. Transitions at 18 and between schemes need rules.
success-evaluation-lead = Evaluation
success-evaluation = Measure what the model does not know: need, relatives' hours, unstaffed hours, waiting and decisions, before and after.
field-success = Responsibility, timetable and evaluation.

## 15 Quality
assurance-validation = Of known figures that are not used in the model there are { $hits } hits and { $misses } misses. Figures that are given, fitted or hold whatever is assumed stand apart: the model is made to hit them ({ $fitted } hits, { $lost } misses). { $rest } figures could not be tried in these calculations.
column-known = Known figure
column-model = The model
column-hit = Result
column-kind = Kind
column-source = Source
note-validation = Given: the figure is used in the model, and a hit only shows that it is used rightly. Calibrated: assumptions were chosen to hit it. Independent: the figure was not used.
assurance-backtest = Whether the model meets history better than simple trends has not been tried in this report. The command backtest does that, for recipients, hours and 575.60 from every year back, and takes wins and losses in here.
assurance-tests = The program has automatic tests of rules, accounting identities, uncertainty and repeatability. The tests come with the source code. Independent review by people has not been done.
assurance-repeat = How to repeat the calculations
assurance-run = Run { $id }, version { $version }, seed { $seed }. Fingerprint of all results: { $fingerprint }.
field-interests = Who has paid for the work, and what interests they have.

## 16 Limits
limits-what = The program cannot know this:
limit-need = There is no measurement of need. The level of all that falls on relatives rests on an assumed coverage. If coverage is higher than assumed, relatives bear less under all models, and more hours give them less.
limit-municipal = But for Oslo (2022) there are no open BPA figures by municipality. Figures of municipalities are illustrations until a municipality's own figures are entered. It moves money between municipalities, not the country's sum.
limit-relatives = No Norwegian study says how much of an unmet hour relatives fill. If they fill more than assumed, more of the difference between the models is relatives' time, health and work, and less of it unmet hours.
limit-response = No Norwegian study says how strongly decisions respond to who pays. If they respond more strongly than assumed, B grants more hours and costs more; if they do not, the effect is arithmetic alone, which stands beside it.
limit-norm = Whether a national norm becomes more generous or stricter than municipal practice is unknown. If it is more generous than assumed, A grants more hours and costs more; if it is stricter, the other way round.
limit-thresholds = The thresholds for 2018–20 and 2022 are interpolated, and from memory in the backtest; the wage series is from memory. They must be checked against the source. They move the level alike under all models, and the scores of the backtest of 575.60.
limit-unmet = An unmet hour has no agreed price. It stands beside the cost, not in it. The more it is worth, the more speaks for models that grant more hours.
limit-models = What the models become is for the committee to say. The values here are assumptions; other values may turn the order.
limit-structure = The intervals do not cover faults in the model's form, new laws or shocks to the economy. They are therefore too narrow, under all models.
limits-scheme = The refund scheme (575.60)
limits-scheme-what = All that is said of other recipients is an estimate until a ministry gives the distribution. Each limit says which way it would move the comparison:
limit-scheme-below = Below the threshold nobody has reported costs. If there are more just below than the curve says, a lower threshold costs more than shown; if fewer, less. That is about the whole scheme, not about BPA alone.
limit-scheme-ages = The number over 67 at home is unknown. If there are more than assumed, B for the whole scheme costs the state more and municipalities less; A and BPA alone do not change.
limit-scheme-institutions = Whether residents of institutions count when the age limit goes is not settled, and what they cost in direct wages is little known. If they count, and cost more than assumed, B for the whole scheme costs more.
limit-scheme-alpha = The shape of the distribution (α) rests on three years. If more of the money is with the very dearest than assumed, fewer are above the threshold and a lower threshold costs less than shown; if it is spread more evenly, more.
limit-scheme-units = Figures of municipalities for other recipients are expectations: a small municipality has 0 or 3 such persons, never 1.4. The country's sum does not change, but small municipalities are hit harder than shown.
limit-scheme-response = Other recipients get more services only through the assumption of how much other services answer to the state’s share. If municipalities answer more strongly to the state paying more, B for the whole scheme costs more.
limit-transition = The transition arrangements are imitations: the income guarantee looks at the grant alone, ours at the reform's whole effect. That changes which municipalities lose and when, not the sums.
limit-terms = Terms adopted from 2025 must be confirmed. If the rate has been raised or the threshold changed already, the baseline costs the state more than shown, and B adds less.
limits-left-out = What the model leaves out, and which way it would move the comparison
limit-labour = The supply of assistants: unstaffed hours and wages do not answer to how many hours are granted. Models that grant more then probably deliver less and cost more an hour than shown. That weakens B, and A where its norm widens.
limit-complaints = Complaints: neither their number, their handling nor the hours won are included. Where the state decides, appeals may even out practice but press hours up too: A is then dearer and more alike than shown. Municipal models get more hours after complaints than shown.
limit-turning-18 = Turning 18 is not followed as a cohort. Models with a guarantee (A) give the young more than shown just after it; the gain in school and work is probably too small.
limit-moving = Moving between municipalities: nobody moves, and nobody loses a decision by moving. National rules (A) are then worth more to users than shown.
limit-paid-relatives = Relatives employed as assistants are not told apart. Where more hours are granted, some relatives take paid work instead of being relieved: the gain in time is smaller than shown, the gain in income larger. That dampens the differences in relatives' hours between models.
limit-quality-of-life = Users' quality of life and sick leave are not included. Models that give more hours then look dearer to society than they are: that speaks for B, and for A where its norm widens.
limit-means = Hours by a municipality's means: what it grants does not follow from its income. If poor municipalities are the strictest, A evens out more than shown, and B, which adds money where much is granted already, less.
limit-law = A law of its own: BPA is a health and care service in all models, in the variant “A with a right for all” too. A law of its own on equality would probably let more needs count. A then grants more hours and costs more than shown, and the distance to those without BPA grows.
limit-choice = Choice of organisation and assistants, and suppliers' prices: an hour costs the same whoever is the employer, and suppliers that share assistants (“pools”) are not included. If users may choose for themselves under A, A is worth more to them than shown. If the state pays private suppliers a fixed price an hour, as in Sweden, A may become dearer. Shared assistants probably give fewer breaks, but less choice, in all models.
limit-staffed-homes = Staffed homes: the price of a place is included, and BPA may replace it. But in no model does anybody move there because BPA is refused, and neither larger units nor assistance turned into health care are included. If this happens most where the municipality pays, the baseline is cheaper for municipalities and worse for users than shown, and A with a right for all is worth more. If only a part of the place is saved when somebody moves out, A with a right for all saves less than shown.
limit-health-tasks = Health tasks and competence: in practice assistants give health services too, but all hours have the same price, with no requirements of training. If more hours take training or health personnel, models that give BPA to more people (A with a right for all, and B) are dearer than shown and release fewer health personnel.
limit-two-years = The two-year rule, nights and two helpers: everybody in the model has a long-lasting need, and all hours count towards the limits of 25 and 32 hours, those at night too. By law, nights and a second helper do not usually count. So today's limits shut out more people than shown, and A with a right for all, which has none, lets in more and costs more. A and B have the same limits and move little.
limit-study = Study and work: those who study or work do not get BPA more easily, or more hours, though municipalities should give weight to it. If the state gives it more weight than municipalities do, the young get more under A than shown, and more of them work or study. A is then dearer too.
limit-districts = Oslo's districts: the city gives them money by criteria, and has considered covering costly users over 67 in common. Neither is included. With such an arrangement B, which pays above 67 too, relieves the districts less than shown. It moves money between districts, not Oslo's sum.
limit-institution = Institutions as the alternative: equally many move to an institution in all models, and BPA never replaces such a place. If BPA can put off the move, more hours and fewer places are needed in models that give older people more BPA (A with a right for all, and B a little). If the place is dearer than the hours, they look dearer than they are.
limit-leisure = Relatives' leisure: one who has left work and gives fewer hours of help than the job took gains leisure. It is not counted. Leaving work then costs relatives less than shown, and models where fewer leave (B, and A where its norm widens) save them a little less.
limit-arenas = Help at school and at work: from 16 the school assistant is the county's, but is posted with the municipality here. A with a right for all then relieves municipalities less than shown before withdrawal, and counties more. Help at work is Nav's, and no document that was read says which chapter it has. What is saved counts in the state's net, but not in the sum of the state budget: there A with a right for all looks dearer than it is.
limits-ask = What to ask the ministry (KDD) and the Directorate of Health for
ask-classes = Numbers of persons and sums of costs by cost class, above and below the threshold.
ask-ages = Ages of recipients, and how many over 67 would be above the threshold without the age limit.
ask-institutions = How many live in institutions, and whether they count when the age limit goes.
ask-bpa = How much of the costs is BPA.
ask-terms = The terms in force from 2025, and whether changes are being worked on.

## Annex
annex-what = Every assumption used, with status and source.
annex-files = Beside the report all numbers stand as files: summary.csv, ledger.csv, units.csv, parameters.csv and validation.csv, the same as Parquet, the workbook results.xlsx, the figures in the folder figures and a description of every column in datapackage.json.
annex-bridge = The bridge from version 1 of the model
annex-bridge-what = The table shows what each group of changes does to the headlines of the shipped scenario of the country (means of { $draws } draws, model numbers { $before } and { $after }). What can be turned off in the new model is turned off group by group, from right to left; the first group is what cannot be turned off. The table is made by benches/version_bridge.py and is not about this run's assumptions.
bridge-why-not-switchable = The group in need grew by 84 per cent in 19 years without ground in data. Now recruitment follows those who leave and home services, need reverts to the person's own path, and ages fall inside classes. Staffed homes have a price of their own. What municipalities tightened before the state takes over stays, cases move one by one, evening out keeps the mean, and the withdrawal while phasing in is the year's relief.
bridge-why-growth = The published series of users was too high to 2017 (Statistics Norway on Ålesund); corrected it grows 4.0 per cent a year, and 3.5 per cent leave. Awards have good years and bad.
bridge-why-relatives = The limits of 10 and 20 hours are met by all care a relative gives, not only by what gaps in services cause.
bridge-why-threshold = The threshold rose 1.2 points more than wages a year 2014–25.
bridge-why-scope = Model B changes the terms for persons with BPA. Before they held for simulated persons without too, but for nobody else in the scheme, which was neither one thing nor the other. The figures here are without what other recipients get.
bridge-why-responses = Responses to price and financing may be zero or the other way, and are smaller; the state tightens by what it decides, and tightening is also about who gets BPA.
bridge-why-income-effect = Municipalities spend a part of what they are relieved of on more services; before, all of it was saved.
bridge-why-drift = A state that decides alone may drift towards wider or stricter; Sweden drifted both ways.
column-version = Version { $version }
bridge-figure = { $figure }, { $year }
note-version-bridge = The steps add up to the difference between the versions. Each step is measured with the groups to the right of it turned off; in another order contributions may be others. Digits are shown to the versions' Monte Carlo error. B for the whole scheme is new in version 2 and has no bridge: version 1 showed 1.3 billion a year as the change of the whole of item 575.60, without those who have other services than BPA.
annex-accessibility = The page has been tried with automatic tools for accessibility. It has not been tried by users of screen readers.
column-assumption = Assumption
column-value = Value
column-measure = Unit
column-year = Price year
column-status = Status
column-count = Number
column-which = Which
note-parameters = Mean of what was drawn, with the 5th and 95th percentiles. Without brackets the value is fixed.

## Tables
column-what = Measure
column-payer = Payer
figure-who-pays = Who pays more and who pays less than in the baseline, { $year }
note-bars = More to pay lies to the right of zero, less to the left; the line is where nine draws in ten lie.
note-interval = Mean; in brackets the 5th to the 95th percentile.
note-one-draw = One draw: the uncertainty is not known.
note-paired = The difference is worked out in every draw, with the same persons and assumptions in all models.
note-pairs-not-compared = Differences between other models are not worked out. Run with --models and the names of the models to be compared with each other (--models A,B).
note-pairs-in-file = Differences between the other models stand in summary.csv.
note-society = The cost to society is read together with unmet need, which has no price. Services that municipalities buy with what they are spared are a cost in it, and their benefit is not counted; “before extra services” is without them.
note-two-populations = { $models }: the level is not shown (“.”). What other recipients of 575.60 cost today is posted nowhere, only what the model changes; the level would mix two groups. The difference from the baseline is of both.
note-transfers = Payments between the parties cancel out, so the sum is the resources actually used.
note-tax-cost = The cost of tax financing is the cost to society less the payers' nets.
note-present-value = Present value at the discount rate of the assumptions.

## The workbook
about-title = Title
about-scenario = Scenario
about-run = Run
about-version = Version of the program
about-price-year = Price year
about-draws = Draws
about-interval = Interval
about-own = Differs from the shipped scenario
about-command = Command
about-fingerprint = Fingerprint
about-limits = Limits
about-part = Part of the country
about-limits-text = Figures of municipalities are illustrations. The figures show what follows from the assumptions and recommend no model.
column-sheet = Sheet
column-table = Table
column-files = Files
column-field = Field
column-content = Content
column-group = Group
column-about = Remark
column-low = { $column }, 5th percentile
column-high = { $column }, 95th percentile

## Comparison of two runs
compare-title = The bridge between two runs
compare-what = The first table shows which assumptions differ. The second shows how the differences between models moved, and the last what each assumption does to the headline figures.
compare-runs = From run { $first } to run { $second }
compare-fewer-draws = The figures below are worked out anew on { $draws } draws, the same in both runs and in every step. The runs themselves have { $first } and { $second }, so the levels in their reports are slightly different. --draws { $most } uses as many as both have, and takes longer.
compare-run-on-draws = { $run }, { $draws } draws
compare-rounded = The numbers of a row have the same last digit and are rounded one by one: the sum can miss by one of the last digit.
compare-changes = Assumptions that differ
compare-step = Step
compare-from = From
compare-to = To
compare-bridge = From the first run to the second
compare-first = first
compare-second = second
compare-difference = difference
compare-change = change
compare-moved = How the differences between models moved
compare-moved-note = Mean of { $draws } draws, the same in both runs; in brackets the 5th to 95th percentile. The change is worked out draw by draw, so its interval is not the difference of the other two.
compare-moved-figure = Differences between models in the first and the second run: { $outcome }
compare-moved-figure-note = The mark is the mean, the line goes from the 5th to the 95th percentile. The first run stands above the second in each pair.
column-difference = Difference
compare-step-number = step { $number }
compare-paired = Mean of { $draws } draws, the same in every step. The steps sum to the difference.
compare-listed = The steps are made in the order listed. Another order may give other contributions.
compare-shapley = The contributions are the average over all orders (Shapley).
compare-figure = What each step does: { $outcome }

## What decides the conclusion
decides-what = This part shows what must be true for a conclusion to hold, and what it pays to find out first. It recommends no model.
left-out-moved = The parameters here come from a calibration. Analyses that move them over the scenario's distributions are therefore left out here: one assumption at a time, where a figure turns, two assumptions together, where uncertainty comes from (Sobol indices) and structural alternatives. They can be run on the scenario without calibration.
left-out-figures = { $count } more figures are not included, to keep the work to a few minutes. `sensitivity --of` analyses them.
study-chance = Chance in the lives of persons
sobol-rest = { $count } assumptions with little effect are counted as one: { $names }.
study-others = The smallest assumptions together
study-figure = { $figure } ({ $model })
study-low = Low value
study-high = High value
study-at-low = Change at low
study-at-high = Change at high
study-median-low = At low, all else in the middle
study-median-high = At high, all else in the middle
study-error = Standard error
study-worlds = Simulated { $count } times, with the same persons on both sides.
study-rest = { $count } more assumptions have smaller effects and are in the file.
study-inert = In { $worlds } simulations these had no effect on the figure, and are left out: { $names }.
study-unseen = { $count } more assumptions have no effect that { $draws } draws can show.
study-expansion = The figure is written as a sum of { $terms } polynomials of the assumptions (sparse polynomial chaos), fitted to { $draws } draws. In draws that it was not fitted to, the sum misses { $missed } of the variance; { $chance } is chance in the lives of the persons, which no assumption explains.
study-read = Read off the sum of polynomials above, without new simulations.
study-expansion-bad = That is too much for the sum to stand for the model, so what follows was simulated by itself.
study-missing = The figure does not exist in { $count } of { $worlds } simulations, which are left out.
study-unknown = The figure does not exist where these are moved, so their effect is not known: { $names }.
study-settled = The order is settled: done again ten times with other draws, at least { $share } of the pairs among the top ten would come in the same order in nine of them.
study-not-settled = The order is not settled: done again ten times with other draws, { $share } or fewer of the pairs among the top ten would come in the same order in one of them.
tornado-what = Each assumption is moved from a low value (the 10th percentile of its distribution) to a high one (the 90th), while the same persons live on. Long bars mean that the figure depends much on the assumption.
tornado-title = One assumption at a time: { $figure }
tornado-figure = What moves the figure most: { $figure }
tornado-note = Change from the figure with the assumption at its median and all else as drawn: the mean of { $draws } draws, with a standard error of at most { $error } ({ $unit }).
tornado-control = The effects are those of the polynomials, put right by what the simulations show otherwise; that is why few draws suffice.
tornado-unsettled = For { $count } of the longest bars, the length or the place in the order is uncertain even with { $draws } draws; more (--draws) make them surer.
tornado-sheet = Sensitivity { $number }
tornado-figure-sheet = Sensitivity figure { $number }
regression-title = How assumptions and figure go together in the draws: { $figure }
regression-what = The table shows how many standard deviations the figure changes when an assumption rises by one, in { $draws } draws. A straight line explains { $r2 } of the variation, and { $ranks } when numbers are replaced by their ranks.
regression-bad = The straight line fits badly. The numbers in the table should not be used alone.
regression-unanswered = No straight line can be drawn through the draws: the figure does not exist in enough of them, or does not vary.
regression-value = Effect
regression-rank = Effect by rank
regression-partial = Agreement with the others left out
regression-sheet = Regression { $number }
sobol-what = The uncertainty of the figure is split among the assumptions. The first number is what an assumption brings alone, the second all it takes part in together with others.
sobol-title = Where the uncertainty comes from: { $figure }
sobol-figure = Share of the uncertainty: { $figure }
sobol-unit = share of the variance
sobol-first = Alone (first order)
sobol-total = In all (total)
sobol-second = Only together (second order)
sobol-pairs = Assumptions that act together: { $figure }
sobol-pair = { $first } and { $second }
sobol-zero = first order can't be told from zero
sobol-points = { $points } base points, { $worlds } simulations. In brackets the 5th to 95th percentile of resamples.
sobol-draws = Read off { $draws } draws, without new simulations. In brackets the 5th to 95th percentile, by how differently eight groups of the draws answer.
sobol-missing = For { $count } of the base points the figure does not exist in every world; they are left out.
sobol-unanswered = There is no uncertainty to split among the assumptions: the figure does not exist, or does not vary, in the simulations.
sobol-note = The line is the interval from the 5th to the 95th percentile.
sobol-sheet = Uncertainty { $number }
sobol-figure-sheet = Uncertainty figure { $number }
sobol-pairs-sheet = Uncertainty pairs { $number }
worth-heading = What should be investigated first?
worth-what = The table shows what it would be worth on average to know an assumption before a model is chosen. A value too small to be seen is not zero for certain; the last column shows how large it could be.
worth-title = The value of knowing. Criterion: { $criterion }
worth-figure = What to investigate first. Criterion: { $criterion }
worth-value = Value
worth-changes = The choice would be another
worth-perfect = Knowing everything
worth-all = In all
worth-parameters = One assumption
worth-groups = All assumptions of a group
worth-choice = With what is known now, { $model } has the lowest expected value of the criterion. This measures uncertainty and is not a recommendation.
worth-draws = Worked out from { $draws } draws, with a smooth curve of how the cost follows each assumption (Strong, Oakley and Brennan 2014).
worth-nothing = { $count } assumptions have a value too small to be seen with { $draws } draws. Each of them could be worth up to { $most } NOK.
worth-unseen = too small to be seen
worth-most = Could be up to
worth-most-note = Standard error and upper limit show how much the value would change with other draws: everything is worked out { $times } times on draws taken anew from the same ones. 95 per cent of the times lie below the upper limit, even where the draws show no connection.
worth-note = The line is the interval from the 5th to the 95th percentile.
worth-not-finite = No value can be given. Criterion: { $criterion }. It is no finite number in all draws.
worth-few = No value can be given. Criterion: { $criterion }. It takes at least { $least } draws.
worth-sheet = Value of knowing { $number }
worth-figure-sheet = Value of knowing figure { $number }
breakeven-what = The table shows what value an assumption must have for the figure to change sign, all else as drawn.
breakeven-what-target = The table shows what value an assumption must have for the figure to cross { $target }, all else as drawn.
breakeven-plausible = “None” means that this does not happen between the 1st and the 99th percentile.
breakeven-given = “None” means that this does not happen in the range that was given.
breakeven-title = Where the figure turns: { $figure }
breakeven-title-target = Where the figure meets the target: { $figure }
breakeven-median = Median
breakeven-range = Searched
breakeven-low = Figure at the low end
breakeven-high = Figure at the high end
breakeven-at = Turns at
breakeven-at-target = Meets the target at
breakeven-below = Chance that it is lower
breakeven-none = none
breakeven-zero = zero everywhere in the range
breakeven-everywhere = at the target everywhere in the range
breakeven-missing = the figure does not exist
breakeven-more = crosses { $count } times; the first is shown
breakeven-note = The target is { $target }. Mean of { $draws } draws, the same everywhere; the brackets show where it would be met with other draws.
breakeven-sheet = Turns at { $number }
two-way-what = The squares show the figure when two assumptions change at once and all else is as drawn. The thick line runs where the figure is zero.
two-way-title = { $figure }, by { $first } and { $second }
two-way-said = The figure runs from { $low } to { $high }.
two-way-below = Below zero
two-way-above = Zero or more
two-way-note = Mean of { $draws } draws in each square, the same everywhere. From the 5th to the 95th percentile of each assumption.
two-way-sheet = Two assumptions { $number }
alternatives-heading = Does the conclusion turn if the structure is another?
alternatives-what = Some things are not uncertain numbers but choices of structure: whether anybody reacts to prices, how large the need is, how the withdrawal is done. Each alternative was run by itself, on the first of the same { $draws } draws: as many as its own error needs, at least { $least }.
alternatives-column = Alternative
alternatives-base = The scenario as it is
alternatives-turns = Does the conclusion turn?
alternatives-turns-sheet = Does it turn
alternatives-note = A conclusion turns when the difference from the baseline changes sign, or becomes less than half or more than twice as large, by more than chance in the draws explains (two standard errors). The difference must have the same sign in at least nine of ten draws, in the scenario or under the alternative. The numbers are the mean in the scenario → under the alternative, with the 5th to 95th percentile in brackets. “No” means that it turns for no model.
alternatives-left-out = Cannot be run in this scenario: { $names }.
alternatives-title = Differences under each alternative: { $model } minus { $other }
alternatives-sheet = Alternatives { $model }
effect-same = no
effect-turned = { $model } changes sign: { $before } → { $after }
effect-smaller = { $model } less than half: { $before } → { $after }
effect-larger = { $model } more than twice: { $before } → { $after }
decision-heading = Which model costs least, and for whom?
decision-what = The answer depends on who asks, and on two prices that nobody has agreed on: an hour of relatives' leisure and an hour without help. This is what follows from { $draws } draws, with nothing chosen.
decision-title = Criterion by criterion
decision-sheet = Criteria
decision-lowest = Probability of the lowest cost
decision-regret = Expected regret
decision-cost = Expected cost
decision-note = Expected regret is what the model costs on average beyond the one that is cheapest in each draw.
priced-relatives = an hour of relatives' leisure
priced-unmet = an hour of unmet need
turn-always = Whatever { $hours } is worth, { $model } costs society less than the baseline on average.
turn-never = Whatever { $hours } is worth, { $model } costs society more than the baseline on average.
turn-above = If { $hours } is worth more than NOK { $price } in { $year } prices ({ $low } to { $high } with other draws), { $model } costs society less than the baseline on average.
turn-below = If { $hours } is worth less than NOK { $price } in { $year } prices ({ $low } to { $high } with other draws), { $model } costs society less than the baseline on average.
turn-nothing = If the extra services are worth nothing: { $price }.
decision-prices = In the sentences the extra services that municipalities buy with what they are spared count first as worth what they cost, then as worth nothing; in tables and figures they are a cost without a benefit. Hours are discounted as kroner are, and the price follows wages. “With other draws” is how exactly the mean is worked out, not how unsure the answer is. The prices are of the draws here; elsewhere in the report they are of those of the run.
turn-sure = From NOK { $price } this is so in at least nine of ten draws.
turn-never-sure = Up to NOK { $price } this is never so in nine of ten draws.
acceptability-axis = probability of the lowest cost
acceptability-price = { $year }-NOK for { $hours }
acceptability-title = Which model costs society least, by what { $hours } is worth
acceptability-said = { $model }: from { $first } to { $last }.
acceptability-hour = Price
acceptability-note = The whole period, present value. The share of draws in which the model costs society least, at each price. The price grows with wages; all other prices are as assumed.
dominance-title = Probability of a lower figure than in the baseline
dominance-sheet = Lower than null
dominance-note = Each row stands alone: how probable it is that the model gives a lower figure than the baseline for this aim, over the whole period. The table does not tell how often the model is lower on all rows at once, and only some of the aims are in it.

## Backtest
backtest-title = Backtest against known figures
backtest-what = The model is set back in time, was given only what was known then, and forecast the years after, from every year with figures enough. Like is held against like: users and hours against counts, and the accounts of the refund scheme against the whole scheme in the model, not the simulated persons alone. Beside it stand trends made from the same years. All stand in the table, wins and losses. A few years in a row cannot show that the bands hold as often as they should; they can only show where they did not.
backtest-seed = Seed { $seed }
backtest-linear = Linear trend
backtest-exponential = Exponential trend
backtest-rivals-mean = Mean of the two trends
backtest-structural = The model
backtest-pool = Mean of the model and the linear trend
backtest-observed = Observed
backtest-group = { $series } ({ $scores } forecasts)
backtest-verdict = CRPS { $structural } for the model, { $linear } for the linear trend, { $exponential } for the exponential trend and { $pool } for the mean of the model and the linear trend. Lowest: { $best }. The model came closer than the linear trend in { $won-linear } of the forecasts, and closer than the exponential trend in { $won-exponential }.
backtest-break = Break: users in Oslo grew by { $before } a year in { $years }, then by { $broken } in { $year } and { $after } in { $after-years }. From { $origin }, { $over } of { $all } forecasters were too high for { $year }. Nobody here saw the break, and no assumption was moved to meet it.
backtest-events = Known events: { $events }.
column-forecast = Forecast
column-interval = { $share } band
column-bias = Bias
column-crps = CRPS in all
column-ahead-1 = 1 year
column-ahead-2 = 2 years
column-ahead-3 = 3 years
column-ahead-4 = 4 years and more
column-held = { $share } band held
column-held-ahead = { $share } band, { $ahead }
column-won-linear = Closer than linear
column-won-exponential = Closer than exponential
note-crps = CRPS is the distance between the whole forecast and what happened, in per cent of what happened; lower is better. Mean over all pairs of start and year ahead, in all and by years ahead. Bias: forecast minus observed. Closer than: the share of forecasts with a lower CRPS than the trend.
note-coverage = In brackets: what the true share may be with so few forecasts (90 per cent, binomial), as if they were independent. Forecasts of the same years are not, so the uncertainty is larger than shown.
note-forecasters = Linear trend: a random walk with the mean yearly change. Exponential: the same in logarithms. Mean: as many draws from each.
column-series = Series
column-wish = Target
column-found = Found
column-wanted = Wanted
column-result = Result
backtest-wish-linear = The model's CRPS below the linear trend's
backtest-wish-exponential = The model's CRPS below the exponential trend's
backtest-wish-pool = CRPS of the mean of the model and the linear trend below the linear trend's
backtest-wish-covered = The model's 90% band holds
backtest-wish-budget = The error a year ahead at most that of the state's own budgets
backtest-wish-step = Saving when the threshold is raised by NOK 50,000 (2020)
backtest-million = NOK { $million } million
backtest-between = { $low } to { $high }
backtest-at-most = at most { $high }
backtest-in-unit = { $series } ({ $unit })
backtest-budget = A year ahead, with the threshold known, the model's middle was { $structural } from the accounts on average, against { $budget } for the state's own budgets. The model was nearest in { $nearer } of { $years } years.
column-accounts = Accounts
column-budget-off = Budget's error
backtest-mean-error = Bias
backtest-mean-absolute = Mean error without its sign
note-backtest-budget = Error: forecast minus accounts. The budget is adopted before the year begins; the others know what was known at the end of the year before. The start 2017 is taken in here, but not in the scores above: only three growth rates were known then.
backtest-step = The threshold is raised by NOK { $step }: the model of the rest of the scheme says NOK { $middle } million [{ $low }; { $high }] is saved on the account of { $year }; the budget expected NOK { $expected } million. No assumption was fitted to this.
backtest-outlook-heading = What the mean says of the years to come
backtest-outlook = What is published comes from the model alone: a mean with a trend has no levers and no persons, and a difference between models must not contain a trend. Here the mean stands beside it, so that the reader sees how far the model departs from extrapolation.
note-backtest-outlook = The baseline. The middle; in brackets the 5th and 95th percentile. Accounts are nominal kroner by year of payment: the costs of one year are paid the year after.
backtest-known-heading = What the model was told
backtest-known-cut-lead = After the start nothing is known
backtest-known-cut = Everything dated after the start is taken away: wages, prices, thresholds and counts. For the accounts the threshold of the next payment year is known, since it is proposed in October. The thresholds of 2018, 2019, 2020 and 2022 are from memory.
backtest-known-recipes-lead = Derived anew
backtest-known-recipes = Growth of users and of need, yearly shocks to awards, the volume of the refund scheme and the growth of wages and threshold are derived at each start from the years up to it, with Student's t for the mean of few years and an extra factor on the standard deviation. For Oslo also the trend of hours per user, and a common yearly shock to it, which exists in the backtest alone.
backtest-known-structure-lead = The rest is the model as it is
backtest-known-structure = All other assumptions have their usual distributions, also those measured later, such as ages and hour classes of 2022. They are the structure of the model, not the course of the series. Two exceptions: the long-run growth of the volume is the number of recipients 2016–2020, and the usual distribution of the trend of hours per user, which is half of it for Oslo, has seen Oslo 2015–2022. Oslo is one municipality; what sets it apart from others lies in the growth it had.
backtest-known-seen-lead = Not chosen by scores
backtest-known-seen = No derivation was chosen by how well it did. They were written once and run; whoever wrote them had nevertheless seen how well a prototype did in these years.
backtest-known-published-lead = Two vintages of the users
backtest-known-published = Statistics Norway says that the country's figures up to 2017 are too high, because Ålesund was recorded with too many, and that the fall to 2018 is not real. In the corrected vintage 133 are taken off in 2012–2017. Both vintages are shown; model and trends are given the same.
column-origin = Start
note-derived = Mean over draws in per cent, in brackets the 5th and 95th percentile.
figure-backtest = Observed against band, forecast from { $origin }. { $series }
alt-backtest = { $title }. A line for what was observed, bands for the model's forecast from the start, lines for a linear and an exponential trend. { $years }
alt-backtest-year = { $year }: observed { $observed }, band { $low } to { $high }.
note-backtest-figure = From the first start; the tables have all. The bands should hold 50 and 90 per cent of the time; the darkest is the narrowest. Ring: outside the 90% band. The vertical axis does not begin at zero.
backtest-known-to = known to { $year }
backtest-bands = forecast: bands of 50 and 90%

## Sweden
sweden-heading = Sweden from 1994: a state that pays and decides
sweden-what = In 1994 the Swedish state took over payment and decisions for those with more than 20 hours a week of basic needs. Here the model is run from 1994 to 2025 twice: with norms and admission that stand still, and with the drift that is assumed for Model A. What is Swedish was set from Swedish figures up to 2005; the rest are the Norwegian assumptions. After 2005 both are held against what was observed, beside trends from the same years.
sweden-set = Two Norwegian assumptions have no room for what happened before 2005, and were moved: with the Norwegian pool of persons in need without BPA, 14,500 recipients in 2005 are out of reach, so it was made larger (the assumption was moved up by 0.6); and those who come later need as many hours as the first. Growth was set so that the middle without drift is 14,500 in 2005. It began at 8.9 per cent a year and became 28.3. It must be so high because it is the growth of the first year, when the pool is full. The model's growth falls as the pool empties, from 22 per cent in 1995 to 4 in 2005. With 8.9 per cent the middle of 2005 would be 10,400.
sweden-held-years = Of { $years } years observed after 1994, the 90% band held { $without } without drift and { $with } with it.
note-sweden-crps = CRPS is the distance between the whole forecast and what happened, in per cent of what happened; lower is better. Mean over the years of the period that were observed.
note-sweden-growth = Growth a year. Of the model: from the middle of the first year to the middle of the last.
sweden-not-evidence-lead = No test of the drift
sweden-not-evidence = The width of the assumptions of drift in norms and admission in Model A was itself derived from these Swedish figures. For it Sweden is calibration, not validation: that the bands with drift hold does not show that the drift is right.
sweden-evidence-lead = What it is evidence for
sweden-evidence = Outside what was fitted lies the shape: recipients, hours per recipient and the product of the two, and how many leave. What is used of Sweden is how large the drift of a national decider can become, both ways, not its sign.
sweden-found = The sign changed on the way, from growth to fall. A drift learnt in one decade would therefore overshoot in the next, and a constant rate cannot bend. That the bands with drift are wide enough is paid for by their being very wide. The assumption was not widened to hit.
sweden-reasons = Four reasons why Norway is not Sweden:
sweden-reason-law-lead = A law of its own
sweden-reason-law = The right stands in a law of its own on state assistance, not in a law on municipal services.
sweden-reason-hours-lead = 20 hours
sweden-reason-hours = The right begins at more than 20 hours a week of basic needs; the Norwegian one at 32 hours of all services, with exceptions down to 25.
sweden-reason-profit-lead = Private employers
sweden-reason-profit = Recipients choose freely among private employers, who may take a profit, and payment is a fixed rate by the hour.
sweden-reason-merger-lead = A merger in 1994
sweden-reason-merger = The figures begin with municipal users who were merged into one state scheme.
sweden-without-drift = Without drift
sweden-with-drift = With drift
sweden-pool = Mean of the model with drift and the linear trend
sweden-within = Within the 90% band
note-sweden-years = The middle; in brackets the 5th and 95th percentile. Cost is in prices of 2005 and known for 1994 and 2005 alone.
note-sweden-scores = Everything Swedish was set from the years up to 2005. Recipients are known for 1994 and 2005 alone in these years, so the trends of them and of hours in all have a middle and no width: their bands never hold.
sweden-crps = CRPS { $period }
sweden-held = Held { $share } { $period }
figure-sweden = Observed against bands, with and without drift. { $series }
alt-sweden = { $title }. Dots for what was observed, bands of 50 and 90 per cent for the model without drift and with drift; the years up to 2005 are shaded. { $years }
alt-sweden-year = { $year }: observed { $observed }, without drift { $without }, with drift { $with }.
sweden-interval = { $share }, { $model }
note-sweden-figure = What is Swedish was fitted to the years up to 2005 (shaded). The bands are 50 and 90 per cent; the darkest is the narrowest.
sweden-fitted = fitted to { $year }

## Calibration
calibration-stamp = targets from { $file }, seed { $seed }
calibration-what = Uncertain parameters are weighted by how well the baseline meets known figures, the targets. The distribution before is the scenario's; the one after, the posterior, is what the targets leave.
calibration-success = The fit holds: every target is met within two standard errors, at the best fit and on average over the posterior.
calibration-failure = THE CALIBRATION DID NOT SUCCEED, and the posterior should not be used:
calibration-fit-misses = { $target }: even the best fit misses by { $errors } standard errors.
calibration-posterior-misses = { $target }: the posterior mean misses by { $errors } standard errors.
calibration-improbable = The targets together: misses this large would come by chance with a probability of { $p }.
calibration-few-effective = The weighted draws are worth only { $effective } of equal weight; at least { $least } are needed. More draws (--draws) may help.
calibration-one-heavy = One draw has { $largest } of all weight, more than { $most }.
calibration-target = Target
calibration-known = Known
calibration-before = Before
calibration-fitted = Best fit
calibration-after = After
calibration-misses = Miss (best · after)
calibration-targets-note = Known: value and standard error. Before and after: mean and interval from the 5th to the 95th percentile, with chance among persons. Best fit: other parameters at their medians. Misses in standard errors, the target's own and chance together; more than 2 is a miss. Within a limit the miss is 0.
calibration-fights-heading = Which target fights which?
calibration-fight = “{ $a }” and “{ $b }” pull in opposite directions: the first is missed by { $with } standard errors, and would be by { $without } without the second.
calibration-no-fight = No target stands in another's way: none would be met noticeably better (half a standard error) without another.
calibration-held = “{ $target }” is held back by the parameters' distributions in the scenario: the miss is { $with } standard errors, and would be { $without } if the distributions were three times as wide.
calibration-pair = { $a } / { $b }
calibration-pair-head = Two targets
calibration-cosine = Direction
calibration-first-with = First: miss
calibration-first-without = without the second
calibration-second-with = Second: miss
calibration-second-without = without the first
calibration-fights-note = Direction: 1 where the targets pull the same way, 0 where they have nothing to do with each other, −1 where they pull straight against each other (cosine). Misses in standard errors, with all targets and without one, by straight lines through the best fit.
calibration-parameters-heading = What the targets tell about the parameters
calibration-prior = Before
calibration-posterior = After
calibration-left = Spread left
calibration-moved = Not fitted, but moved by the targets
calibration-parameters-note = Mean and interval from the 5th to the 95th percentile. Spread left: standard deviation after in per cent of that before, in the distribution's own scale (normal quantiles).
calibration-nothing = The targets tell little or nothing about: { $names }.
calibration-together = “{ $a }” and “{ $b }” are known only together (correlation { $correlation }): the targets can't tell them apart.
calibration-left-fixed = Marked as calibrated but fixed in the scenario, and therefore left alone: { $names }. --parameter ID=FROM..TO makes a fixed parameter uncertain.
calibration-freed = Made uncertain for the calibration, and in runs with the posterior: { $names }.
calibration-no-proof = The targets are used up: that they are met afterwards proves nothing about the model.
calibration-method = Best fit: Levenberg–Marquardt, { $tries } tries on the same { $persons } sets of persons; the sum of squared misses is { $chi2 }, probability { $p }. Posterior: { $draws } weighted draws in { $rounds } rounds with { $sets } sets of persons each, worth { $effective } of equal weight; the heaviest has { $largest } of the weight. From them { $rows } parameter vectors are drawn, { $distinct } of them different.
calibration-used = The parameters are drawn from the posterior of a calibration ({ $targets } targets, { $rows } parameter vectors, worth { $effective } independent draws). All figures are computed with them.
calibration-cycled = The run has { $draws } draws and the posterior { $rows } parameter vectors: the vectors come in turn with new persons, so the Monte Carlo error from uncertain parameters is somewhat larger than stated.
calibration-accepted = The calibration DID NOT SUCCEED; the posterior is used because that was asked for (--accept-bad-fit). The figures rest on a model that does not meet the targets.
from-posterior = from a calibration
stamp-posterior = parameters from a calibration
stamp-bad-fit = parameters from a calibration THAT DID NOT SUCCEED
budget-chapter-new = new

## What a run prints
headlines-draws = The mean of the draws comes first in each cell. Brackets hold the interval from the 5th to the 95th percentile: nine draws in ten lie there. It shows uncertainty in the assumptions and among persons, not all uncertainty. Real figures will differ. The last digit is the same for a whole series of years and models, and follows from how precisely it is calculated.
headlines-one-draw = One draw: uncertainty is not shown.
headlines-change = { $key } = { $to } (before: { $from })
headlines-more-changes = and { $count } more, see run.json
headlines-closing = All years, more measures and differences between all pairs of models are in summary.csv. The figures show what follows from the assumptions. They do not say which model to choose.
note-rounding = Discrepancies are due to rounding.
lower-in = lower in { $share }
higher-in = higher in { $share }
no-difference = no difference
all = all

## Mechanical and with reactions
mechanical-without = Mechanical
mechanical-reactions = Effect of assumed reactions
mechanical-with = With reactions
note-mechanical = Mechanical is arithmetic alone: the same draws where nobody reacts to who pays (price response, squeezes, changed practice, services bought for what is saved, and answers in work, education and admissions are 0 in every model, the baseline too). The effect of assumed reactions is the rest; it is worked out in { $draws } draws and taken from the mean of all. The two parts are less exact than the figure with reactions.
mean-outside = outside its interval
note-mean-of-all = The mean without reactions is made of all { $all } draws, the interval only of the { $draws } that were simulated without them. Where the first falls outside the second, that is said.
mechanical-not-told = What is arithmetic and what is the effect of assumed reactions is not shown: that takes at least { $least } draws, or --mechanical.

## Sign assumed or found
note-signs-not-examined = Whether a direction is found in figures, taken from research or follows from an assumption is not examined here; bpasim decide does that. “In all” is no finding: the direction of { $assumed } assumptions is itself assumed (the annex says which), and the sign then follows from it.
sign-not-examined = sign not examined
sign-assumed = sign assumed
sign-evidence = sign from research
sign-found = sign found
response-assumed = direction assumed
response-evidence = direction from research
response-free = either direction possible
drawn-with = drawn together with { $id }
direction-with-sign = { $direction } ({ $sign })
share-with-sign = { $share }, { $sign }
sure-assumed = { $number ->
    [one] Follows from the assumption of
   *[more] Follows from the assumptions of
} { $assumptions }: { $direction ->
    [lower] lower
    [higher] higher
    [fewer] fewer
   *[more] more
} ({ $share }).
signs-heading = Which signs are found, and which are assumed?
signs-what = A difference rests on an assumption if it nearly goes away (at most a fifth is left) or turns when the assumption is made neutral: no response, or the same price. { $tried } assumptions that cannot have both signs are tried one at a time in { $draws } draws. Sign assumed: the difference rests on a direction that theory or submissions assume. Sign from research: it rests on a direction that research shows. Sign found: it rests on neither.
signs-title = What the direction of the differences rests on
signs-sheet = Signs
signs-difference = Difference
signs-direction = Sign
signs-rests-on = Rests on the assumption of
signs-mean = Difference in the test
signs-left = Difference without the assumption

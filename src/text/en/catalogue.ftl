# Words for what has an id in the results.
flow-refund = refund
flow-hour-grant = paid by hour
flow-withdrawal = withdrawal
flow-bpa-cost = cost
flow-copayment = user charge
flow-care-allowance = care allowance
flow-time = time
budget-status-observed = item of the state accounts
budget-status-memory = item to be checked
budget-status-assumption = assumed item
budget-status-new = new item
result-pass = hit
result-miss = MISS
result-not_applicable = not tried
kind-input = given
kind-calibrated = calibrated
kind-external = independent
series-oslo-recipients = Oslo: persons with BPA
series-oslo-hours = Oslo: granted hours
series-national-recipients = The country: persons with BPA
series-refund-accounts = The refund scheme: state accounts
unit-oslo-recipients = persons
unit-oslo-hours = thousand hours a year
unit-national-recipients = persons
unit-refund-accounts = million NOK, nominal
backtest-about-oslo-recipients = Users in Oslo. Known at the start: 2015–2019.
backtest-about-oslo-hours = Hours granted in Oslo a year. Known at the start: 2015–2019. The model forecasts growth from the level of 2019.
backtest-about-national-recipients = Users in the whole country on 31 December. Known at the start: 2012–2017. There is no figure for 2023.
backtest-about-refund-accounts = Refunds paid, chapter 575 item 60, by year of payment: the refund for the costs of one year is paid the year after. Known at the start: payments of 2014–2018, and users up to 2017. The model forecasts growth from the payment of 2018.

## Outcomes
outcome-recipients = Persons with BPA
    .meaning = Persons who have BPA in the year, including the part of it before assistance has started.
outcome-pool = Persons in need without BPA
    .meaning = Persons with a long-lasting need for personal assistance who do not have BPA.
outcome-awards = New awards of BPA
    .meaning = Persons who are awarded BPA in the year.
outcome-need_hours = Need of persons with BPA
    .meaning = Hours that persons with BPA need, granted or not.
outcome-granted_hours = Granted hours
    .meaning = Hours in the decisions of persons with BPA, counted for the whole year.
outcome-delivered_hours = Delivered BPA hours
    .meaning = Hours of assistance that are really given.
outcome-lost_hours = Granted hours not delivered
    .meaning = Granted hours that are lost because assistants are lacking.
outcome-coverage = Granted hours as share of need
    .meaning = Granted hours divided by need, for persons with BPA.
outcome-bpa_cost = Cost of BPA
    .meaning = Delivered BPA hours times the price of an hour, before refund and grant.
outcome-traditional_cost = Cost of traditional services
    .meaning = Services for those without BPA or waiting for it to start.
outcome-other_cost = Cost of other services
    .meaning = Home nursing, respite care and other services for the same persons.
outcome-refund = Refund of high costs
    .meaning = The state's refund of high costs for single persons, in the year it is earned.
outcome-refund_bpa = Refund due to BPA
    .meaning = The part of the refund that would be lost without BPA.
outcome-refund_bpa_users_other = Refund for other services of BPA users
    .meaning = The refund of persons with BPA for their other services: what they would have without BPA.
outcome-refund_pool = Refund for persons without BPA
    .meaning = The refund of persons in need without BPA.
outcome-income_effect = Services bought of relief
    .meaning = Care services that municipalities buy of what a model relieves them of; negative where it costs them more.
outcome-income_effect_hours = Hours of services bought of relief
    .meaning = Hours of those services; no simulated person gets them.
outcome-arenas_saved = Help in arenas saved
    .meaning = What municipalities and the state save of help at school, at work and in leisure that BPA takes over.
outcome-arena_hours = Hours at school, at work and in leisure
    .meaning = Hours of help at school, at work and in leisure that BPA takes over; not part of delivered hours.
outcome-society_cost_before_extra_services = Cost to society before extra services
    .meaning = Society's cost without the services that relief buys, which are paid for and not valued.
outcome-relatives_baseline_hours = Relatives' care whatever the services
    .meaning = Hours of care that relatives give whatever the services; context, counted nowhere else.
outcome-institution_recipients = Recipients who move to an institution
    .meaning = Persons with BPA who move to an institution for good at the end of the year.
outcome-need_population = Persons in need
    .meaning = Persons in need, with and without BPA.
outcome-squeeze = Squeeze since the base year
    .meaning = Share of need that tight budgets have taken since the base year, of persons with BPA.
outcome-refund_persons = Persons who give a refund
    .meaning = Persons with a refund above zero.
outcome-hour_grant = State payment per BPA hour
    .meaning = The state's share of the price of delivered BPA hours (BPA component or state financing).
outcome-copayment = User charge for BPA
    .meaning = What users pay for BPA.
outcome-administration = Administration
    .meaning = Case handling and administration by municipalities and the state.
outcome-introduction = Cost of introduction
    .meaning = One-off cost to municipalities and the state of introducing the model.
outcome-withdrawal = Withdrawal from the block grant
    .meaning = What the state cuts from the municipalities' block grant because it takes over costs.
outcome-municipality_net = Municipalities, net in all
    .meaning = All services, administration and care allowance, less refund, grant and user charge, after withdrawal.
outcome-municipality_net_bpa = Municipalities, net for BPA, before withdrawal
    .meaning = BPA and administration, less hour grant, refund due to BPA and user charge.
outcome-municipality_net_before_withdrawal = Municipalities, net in all, before withdrawal
    .meaning = Municipalities' net cost in all without the withdrawal from the block grant.
outcome-municipality_net_cash = Municipalities, net in all, cash
    .meaning = As net in all, but the refund is counted in the year it is paid.
outcome-state_net = The state, net
    .meaning = The state's expenditure less taxes, contributions and withdrawal.
outcome-state_net_cash = The state, net, cash
    .meaning = As the state's net, but the refund is counted in the year it is paid.
outcome-relatives_cost = Cost to relatives
    .meaning = Time, lost pay and loss of health, less care allowance after tax.
outcome-users_net = Users, net
    .meaning = User charge, and unmet need where priced, less what users gain from their own work.
outcome-employers_net = Employers, net
    .meaning = Employers' cost of relatives' sick leave.
outcome-public_net = Municipalities and state, net
    .meaning = The sum of municipalities' and the state's net.
outcome-society_cost = Cost to society
    .meaning = The sum over all payers and the cost of raising taxes. Effects without a price are not in it.
outcome-relatives_hours = Hours of help by relatives
    .meaning = Hours of help by relatives, for persons with and without BPA.
outcome-relatives_leading_hours = Hours relatives lead the assistance
    .meaning = Hours relatives spend leading the work for children and persons with intellectual disability.
outcome-unmet_hours = Unmet need
    .meaning = Hours nobody meets: neither assistants, traditional services nor relatives.
outcome-relatives_lost_fte = Relatives' lost work
    .meaning = Full-time equivalents relatives do not work because they help.
outcome-relatives_exits = Relatives out of work because of care
    .meaning = Relatives out of work in the year because they help; not only those who left this year.
outcome-relatives_employed_share = Share of relatives employed
    .meaning = Relatives employed divided by all relatives of persons in need.
outcome-relatives_sick_fte = Relatives' sick leave
    .meaning = Full-time equivalents lost to sick leave because relatives help.
outcome-care_allowance = Care allowance
    .meaning = What municipalities pay relatives who help a lot.
outcome-users_employed = Users employed
    .meaning = Persons aged 18–66 in need, with or without BPA, who are employed.
outcome-users_employed_share = Share of users employed
    .meaning = Users employed divided by those aged 18–66 who are able to work.
outcome-users_fte = Users' work
    .meaning = Full-time equivalents worked by users.
outcome-users_in_education = Users in education
    .meaning = Persons aged 18–25 in need who are in education.
outcome-admissions = Hospital admissions
    .meaning = Expected unplanned admissions of persons in need.
outcome-health_personnel_fte = Health personnel in traditional services
    .meaning = Full-time equivalents of health personnel that traditional services need.
outcome-waiting_months = Wait from application to start
    .meaning = Average of the year's awards.
outcome-coverage_sd_between_units = Difference between municipalities
    .meaning = Standard deviation between municipalities' mean coverage of need, weighted by recipients.
outcome-coverage_p90_p10 = High against low coverage
    .meaning = The 90th percentile of coverage of need over persons, divided by the 10th.
outcome-coverage_gini = Inequality in coverage of need
    .meaning = Gini coefficient of persons' coverage of need: 0 is fully equal.
outcome-coverage_unit_share = Share of differences due to place
    .meaning = Share of the variation in coverage that lies between municipalities, beyond chance.
outcome-pool_coverage = Coverage of need without BPA
    .meaning = Traditional services divided by need, for persons without BPA.
outcome-pool_relatives_hours = Relatives' hours for those without BPA
    .meaning = Hours of help by relatives for persons who do not have BPA.
outcome-municipal_volatility = Volatility of a municipality's cost
    .meaning = Standard deviation over years of the yearly change in net cost, averaged over municipalities.
outcome-municipal_volatility_small = Volatility of a small municipality's cost
    .meaning = The same for municipalities with fewer than 5 000 inhabitants.
outcome-municipality_net_bpa_after_withdrawal = Municipalities, net for BPA, after withdrawal
    .meaning = Municipalities' net cost of BPA with the withdrawal from the block grant added.
outcome-recipients_age_0_17 = Persons with BPA aged 0–17
    .meaning = Persons with BPA who are under 18.
outcome-recipients_age_18_49 = Persons with BPA aged 18–49
    .meaning = Persons with BPA aged 18 to 49.
outcome-recipients_age_50_66 = Persons with BPA aged 50–66
    .meaning = Persons with BPA aged 50 to 66.
outcome-recipients_age_67_79 = Persons with BPA aged 67–79
    .meaning = Persons with BPA aged 67 to 79.
outcome-recipients_age_80_plus = Persons with BPA aged 80 and over
    .meaning = Persons with BPA aged 80 or more.
outcome-deaths_recipients = Deaths among persons with BPA
    .meaning = Persons with BPA who die at the end of the year.
outcome-exits = Persons who leave BPA
    .meaning = Persons who leave BPA by choice in the year and get traditional services.
outcome-relatives_time_cost = Value of relatives' time
    .meaning = Leisure spent on help and on leading the work, valued by the hour.
outcome-relatives_health_cost = Relatives' loss of health
    .meaning = Value of health relatives lose when the burden is heavy.
outcome-relatives_work_cost = Relatives' lost pay
    .meaning = Pay after tax and benefits relatives lose by working less.
outcome-admissions_cost = Cost of admissions
    .meaning = Unplanned admissions times the price of one.
outcome-health_services_cost = Health services for relatives
    .meaning = Health services that follow from the burden on relatives.
outcome-users_work_gain = Value of users' work
    .meaning = Pay and on-costs of users employed: what they produce.
outcome-pool_need_hours = Need of persons without BPA
    .meaning = Hours that persons without BPA need.
outcome-pool_traditional_hours = Traditional hours for those without BPA
    .meaning = Hours of traditional services for persons without BPA.
outcome-traditional_hours = Hours of traditional services
    .meaning = For all: persons without BPA and persons waiting for it to start.
outcome-refund_persons_bpa_only = Persons with BPA alone who give a refund
    .meaning = Persons with BPA and no other services whose refund is above zero.
outcome-recipients_bpa_only = Persons with BPA alone
    .meaning = Persons with BPA and no other services.
outcome-saving_against_traditional = Saving against traditional services
    .meaning = Delivered BPA hours times the difference in price between a traditional and a BPA hour.
outcome-granted_hours_per_recipient = Granted hours a week per person with BPA
    .meaning = Granted hours divided by persons with BPA and 52 weeks.
outcome-administration_municipal = Administration, municipalities
    .meaning = Case handling and administration paid by municipalities.
outcome-administration_state = Administration, state
    .meaning = Case handling and administration paid by the state.
outcome-granted_hours_class_1 = Share with fewer than 2 granted hours a week
    .meaning = Share of persons with BPA granted fewer than 2 hours a week.
outcome-granted_hours_class_2 = Share with 2–4.9 granted hours a week
    .meaning = Share of persons with BPA granted from 2 to below 5 hours a week.
outcome-granted_hours_class_3 = Share with 5–9.9 granted hours a week
    .meaning = Share of persons with BPA granted from 5 to below 10 hours a week.
outcome-granted_hours_class_4 = Share with 10–14.9 granted hours a week
    .meaning = Share of persons with BPA granted from 10 to below 15 hours a week.
outcome-granted_hours_class_5 = Share with 15–35.4 granted hours a week
    .meaning = Share of persons with BPA granted from 15 to below 35.5 hours a week.
outcome-granted_hours_class_6 = Share with 35.5 granted hours a week or more
    .meaning = Share of persons with BPA granted 35.5 hours a week or more.

## Units
unit-Persons = persons
unit-Awards = awards
unit-Admissions = admissions
unit-HoursPerYear = hours a year
unit-HoursPerWeek = hours a week
unit-Fte = full-time equivalents
unit-Months = months
unit-Nok = NOK
unit-NokPerInhabitant = NOK per inhabitant
unit-Share = share
unit-Ratio = ratio

## What a positive number means
sign-Count = higher number = more
sign-Number = higher number = more
sign-Help = higher number = more help
sign-Lacking = higher number = more help lacking
sign-Burden = higher number = more on relatives
sign-Wait = higher number = longer wait
sign-Unequal = higher number = more unequal
sign-Varying = higher number = costs vary more from year to year
sign-Municipality = positive number = cost to municipalities
sign-State = positive number = cost to the state
sign-Public = positive number = cost to municipalities and the state
sign-Relatives = positive number = cost to relatives
sign-Users = positive number = cost to users, negative = gain
sign-Employers = positive number = cost to employers
sign-Society = positive number = cost to society
sign-Gain = positive number = gain to society
sign-StateToMunicipality = positive number = paid by the state to municipalities
sign-MunicipalityToState = positive number = cut from the municipalities' block grant
sign-UsersToMunicipality = positive number = paid by users to municipalities
sign-MunicipalityToRelatives = positive number = paid by municipalities to relatives, before tax

## Who pays, and items of the accounts
payer-municipality = Municipalities
payer-state = The state
payer-relatives = Relatives
payer-users = Users
payer-employers = Employers
item-bpa = BPA
item-traditional = Traditional services
item-other_services = Other services
item-arena_services = Help at school, at work and in leisure
item-income_effect = Services bought of relief
item-refund = Refund of high costs
item-hour_grant = Hour grant (BPA component)
item-copayment = User charge
item-administration = Administration
item-introduction = Introduction
item-care_allowance = Care allowance
item-lost_work = Relatives' lost work
item-sick_leave = Relatives' sick leave
item-relatives_time = Relatives' time
item-relatives_health = Relatives' loss of health
item-health_services = Health services for relatives
item-admissions = Hospital admissions
item-unmet_need = Unmet need (if priced)
item-users_work = Users' work
item-withdrawal = Withdrawal from the block grant

## Levers
lever-start_year = First year of the model; before it the zero alternative applies
lever-phase_in_years = Years until full effect
lever-decided_by = Who decides: municipality or state
lever-threshold = Id of the dated series of the threshold
lever-deduct_intellectual = Whether the deduction for intellectual disability applies
lever-transition_guarantee = No re-assessment cut at 18: true or false
lever-arena_school = Whether BPA takes over help at school
lever-arena_work = Whether BPA takes over help at work
lever-arena_leisure = Whether BPA takes over help in leisure
lever-refund_scope = For whom the terms of refund hold: persons with BPA (bpa) or the whole scheme (all)
lever-transition_rule = How municipalities that lose by the withdrawal are spared: none, guarantee or linear
lever-norm_drift = How much more of need is granted for each year the decider has decided
lever-admission_drift = How much easier an award becomes for each year the decider has decided (log)
lever-rebase_years = Years between settings of a withdrawal that is rebased
lever-transition_cap = Most that a municipality may fall behind in a year under a guarantee, NOK per inhabitant
lever-transition_years = Years over which a linear arrangement lets the effect through
lever-offset_by = Withdrawal by own relief (own) or by population and need (population)
lever-offset_basis = Withdrawal set once (fixed) or each year (yearly)
lever-refund_rate = Share of wage costs above the threshold that the state refunds
lever-threshold_factor = Factor on the threshold; 0.75 lowers it by a quarter
lever-min_age = Lowest age with a refund
lever-max_age = Highest age with a refund, through the year one turns it; none = no limit
lever-claim_share = Share of the entitled amount that is claimed; 1 = automatic
lever-salience = How much of the refund the municipality counts on when it decides
lever-lag_years = Years until the refund is paid (cash view only)
lever-grant_rate = Share of the price of each delivered BPA hour that the state pays
lever-above_hours = Hours a week above which the state pays by the hour
lever-harmonisation = How much differences between municipalities are evened out; 1 = fully
lever-full_hours = Hours a week that give a right to BPA
lever-conditional_hours = Hours a week that give a conditional right
lever-max_age_new = Highest age with a right to a new award; none = no limit
lever-conditional_factor = Ease of award between the two limits, against a full right
lever-discretionary_factor = Ease of award below both limits
lever-over_age_factor = Ease of a new award above the age limit
lever-excluded_factor = Ease of award for those outside today's practice
lever-processing_months = Months from application to start, mean
lever-fast_track_months = The same for rapid conditions; none = as for others
lever-wage_uplift = Pay rise of assistants, share
lever-break_factor = Factor on how often staffing breaks down
lever-vacancy_factor = Factor on the share of hours never staffed
lever-copayment = User charge, NOK a year per recipient
lever-admin_municipal = Municipal administration, NOK a year per recipient
lever-admin_state = State administration, NOK a year per recipient
lever-one_off_municipal = Introduction cost of all the country's municipalities together, kroner of 2024, spread over the phase-in
lever-one_off_state = Introduction cost of the state for the whole country, kroner of 2024, spread over the phase-in
lever-offset_share = Share of the municipalities' relief withdrawn from the block grant

## Units of assumptions
measure-share = share
measure-per-yr = per yr
measure-per-year = per year
measure-h-week = h/week
measure-hours-week = hours/week
measure-ratio = ratio
measure-share-of-need = share of need
measure-NOK-h = NOK/h
measure-NOK-yr = NOK/yr
measure-NOK = NOK
measure-age = age
measure-h-per-h = h per h
measure-persons = persons
measure-log-yr = log/yr
measure-real-per-yr = real per yr
measure-share-of-need-yr = share of need/yr
measure-log = log
measure-months = months
measure-NOK-recipient-yr = NOK/recipient/yr
measure-correlation = correlation
measure-years = years
measure-NOK-person-yr = NOK/person/yr
measure-log-hazard = log hazard
measure-per-101 = per 101
measure-log-hazard-per-unit-of-u = log hazard per unit of u
measure-count = count
measure-share-of-hours = share of hours
measure-share-yr = share/yr
measure-log-per-unit-of-uplift = log per unit of uplift
measure-weeks = weeks
measure-h-week-per-relative = h/week per relative
measure-per-h-week = per h/week
measure-share-per-h-week = share per h/week
measure-QALY-per-h-week-per-yr = QALY per h/week per yr
measure-NOK-per-h-week-per-yr = NOK per h/week per yr
measure-log-odds-per-unit-of-served-need = log odds per unit of served/need
measure-FTE = FTE
measure-share-of-18-25 = share of 18-25
measure-log-odds = log odds
measure-G = G
measure-NOK-per-NOK-earned-above-0-4-G = NOK per NOK earned above 0.4 G
measure-log-rate-per-unit-unmet-need = log rate per unit unmet/need
measure-share-of-traditional-hours = share of traditional hours
measure-NOK-per-NOK = NOK per NOK
measure-year = year

## Status of assumptions
status-statutory = statutory
status-rule = rule
status-observed = observed
status-forecast = forecast
status-cited = cited
status-derived = derived
status-estimate = estimate
status-calibrated = calibrated
status-assumption = assumption
status-definition = definition
status-choice = choice
status-disputed = disputed

## Groups of assumptions
parameter-group-scenario = Scenario
parameter-group-price = Prices
parameter-group-population = Population and need
parameter-group-statutory = Rules
parameter-group-behaviour = Choices of municipalities and state
parameter-group-delivery = Delivery and staffing
parameter-group-relatives = Relatives
parameter-group-economy = Wages, prices and tax
parameter-group-users = Users' work
parameter-group-health = Health services
parameter-group-appraisal = Appraisal
parameter-group-levers = Levers of the models

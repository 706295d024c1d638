//! The rows of the catalogue. An outcome's name and meaning are messages of its id; one without them fails the build.
//!
//! The first word after the identifier says what sort of number it is: `Number` (summed over
//! years), `Average` (not summed), `Money`, `Share`, `Volatility` (once for the whole period, fixed
//! kroner). Then unit of measure, sign, and payer and item in the ledger (`_` for none).

use super::{Info, Kind, Measure, Sign, Timing};
use crate::ledger::{Item, Payer};
use crate::text::Words;

macro_rules! sort {
    (Number) => {
        (Kind::Count, Timing::Yearly, true, false)
    };
    (Average) => {
        (Kind::Count, Timing::Yearly, false, false)
    };
    (Money) => {
        (Kind::Money, Timing::Yearly, true, true)
    };
    (Share) => {
        (Kind::Share, Timing::Yearly, false, false)
    };
    (Volatility) => {
        (Kind::Money, Timing::Whole, false, false)
    };
}
macro_rules! one_of {
    ($kind:ident _) => {
        None
    };
    ($kind:ident $name:ident) => {
        Some($kind::$name)
    };
}
macro_rules! catalogue {
    ($( $(#[$doc:meta])* $name:ident $id:literal $sort:tt $unit:ident $sign:ident $payer:tt $item:tt, )*) => {
        /// Every outcome of a run; `as usize` is its place on the outcome axis of results.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(usize)]
        pub enum Outcome { $( $(#[$doc])* $name, )* }

        impl Outcome {
            /// Every outcome, in the order of files and of the outcome axis.
            pub const ALL: &'static [Outcome] = &[$(Outcome::$name),*];

            /// The outcome's row of the catalogue.
            pub fn info(self) -> &'static Info {
                static ROWS: &[Info] = &[$( Info {
                    id: $id,
                    label: Words::of(concat!("outcome-", $id)),
                    unit: Measure::$unit,
                    kind: sort!($sort).0,
                    timing: sort!($sort).1,
                    additive: sort!($sort).2,
                    discountable: sort!($sort).3,
                    sign: Sign::$sign,
                    payer: one_of!(Payer $payer),
                    item: one_of!(Item $item),
                    meaning: Words::of(concat!("outcome-", $id, ".meaning")),
                } ),*];
                &ROWS[self as usize]
            }
        }
    };
}

catalogue! {
/// Persons who have BPA in the year, including the part of it before assistance has started.
Recipients "recipients" Number Persons Count _ _,
/// Persons with a long-lasting need for personal assistance who do not have BPA.
Pool "pool" Number Persons Count _ _,
/// Persons who are awarded BPA in the year.
Awards "awards" Number Awards Count _ _,
/// Hours that persons with BPA need, granted or not.
NeedHours "need_hours" Number HoursPerYear Number _ _,
/// Hours in the decisions of persons with BPA, counted for the whole year.
GrantedHours "granted_hours" Number HoursPerYear Help _ _,
/// Hours of assistance that are really given.
DeliveredHours "delivered_hours" Number HoursPerYear Help _ _,
/// Granted hours that are lost because assistants are lacking.
LostHours "lost_hours" Number HoursPerYear Lacking _ _,
/// Granted hours divided by need, for persons with BPA.
Coverage "coverage" Share Share Help _ _,
/// Delivered BPA hours times the price of an hour, before refund and grant.
BpaCost "bpa_cost" Money Nok Public Municipality Bpa,
/// Services for those without BPA or waiting for it to start.
TraditionalCost "traditional_cost" Money Nok Municipality Municipality Traditional,
/// Home nursing, respite care and other services for the same persons.
OtherCost "other_cost" Money Nok Municipality Municipality OtherServices,
/// The state's refund of high costs for single persons, in the year it is earned.
Refund "refund" Money Nok StateToMunicipality Municipality Refund,
/// The part of the refund that would be lost without BPA.
RefundBpa "refund_bpa" Money Nok StateToMunicipality Municipality Refund,
/// Persons with a refund above zero.
RefundPersons "refund_persons" Number Persons Count _ _,
/// The state's share of the price of delivered BPA hours (BPA component or state financing).
HourGrant "hour_grant" Money Nok StateToMunicipality Municipality HourGrant,
/// What users pay for BPA.
Copayment "copayment" Money Nok UsersToMunicipality Users Copayment,
/// Case handling and administration by municipalities and the state.
Administration "administration" Money Nok Public _ Administration,
/// One-off cost to municipalities and the state of introducing the model.
Introduction "introduction" Money Nok Public _ Introduction,
/// What the state cuts from the municipalities' block grant because it takes over costs.
Withdrawal "withdrawal" Money Nok MunicipalityToState Municipality Withdrawal,
/// All services, administration and care allowance, less refund, grant and user charge, after withdrawal.
MunicipalityNet "municipality_net" Money Nok Municipality Municipality _,
/// BPA and administration, less hour grant, refund due to BPA and user charge.
MunicipalityNetBpa "municipality_net_bpa" Money Nok Municipality Municipality _,
/// Municipalities' net cost in all without the withdrawal from the block grant.
MunicipalityNetBeforeWithdrawal "municipality_net_before_withdrawal" Money Nok Municipality Municipality _,
/// As net in all, but the refund is counted in the year it is paid.
MunicipalityNetCash "municipality_net_cash" Money Nok Municipality Municipality _,
/// The state's expenditure less taxes, contributions and withdrawal.
StateNet "state_net" Money Nok State State _,
/// As the state's net, but the refund is counted in the year it is paid.
StateNetCash "state_net_cash" Money Nok State State _,
/// Time, lost pay and loss of health, less care allowance after tax.
RelativesCost "relatives_cost" Money Nok Relatives Relatives _,
/// User charge, and unmet need where priced, less what users gain from their own work.
UsersNet "users_net" Money Nok Users Users _,
/// Employers' cost of relatives' sick leave.
EmployersNet "employers_net" Money Nok Employers Employers _,
/// The sum of municipalities' and the state's net.
PublicNet "public_net" Money Nok Public _ _,
/// The sum over all payers and the cost of raising taxes. Effects without a price are not in it.
SocietyCost "society_cost" Money Nok Society _ _,
/// Society's cost without the services that relief buys, which are paid for and not valued.
SocietyCostBeforeExtraServices "society_cost_before_extra_services" Money Nok Society _ _,
/// Hours of help by relatives, for persons with and without BPA.
RelativesHours "relatives_hours" Number HoursPerYear Burden _ _,
/// Hours relatives spend leading the work for children and persons with intellectual disability.
RelativesLeadingHours "relatives_leading_hours" Number HoursPerYear Burden _ _,
/// Hours nobody meets: neither assistants, traditional services nor relatives.
UnmetHours "unmet_hours" Number HoursPerYear Lacking _ _,
/// Full-time equivalents relatives do not work because they help.
RelativesLostFte "relatives_lost_fte" Number Fte Burden _ _,
/// Relatives out of work in the year because they help; not only those who left this year.
RelativesExits "relatives_exits" Number Persons Burden _ _,
/// Relatives employed divided by all relatives of persons in need.
RelativesEmployedShare "relatives_employed_share" Share Share Number _ _,
/// Full-time equivalents lost to sick leave because relatives help.
RelativesSickFte "relatives_sick_fte" Number Fte Burden _ _,
/// What municipalities pay relatives who help a lot.
CareAllowance "care_allowance" Money Nok MunicipalityToRelatives Municipality CareAllowance,
/// Persons aged 18–66 in need, with or without BPA, who are employed.
UsersEmployed "users_employed" Number Persons Count _ _,
/// Users employed divided by those aged 18–66 who are able to work.
UsersEmployedShare "users_employed_share" Share Share Number _ _,
/// Full-time equivalents worked by users.
UsersFte "users_fte" Number Fte Number _ _,
/// Persons aged 18–25 in need who are in education.
UsersInEducation "users_in_education" Number Persons Count _ _,
/// Expected unplanned admissions of persons in need.
Admissions "admissions" Number Admissions Count _ _,
/// Full-time equivalents of health personnel that traditional services need.
HealthPersonnelFte "health_personnel_fte" Number Fte Number _ _,
/// Average of the year's awards.
WaitingMonths "waiting_months" Average Months Wait _ _,
/// Standard deviation between municipalities' mean coverage of need, weighted by recipients.
CoverageSdBetweenUnits "coverage_sd_between_units" Share Share Unequal _ _,
/// The 90th percentile of coverage of need over persons, divided by the 10th.
CoverageP90P10 "coverage_p90_p10" Share Ratio Unequal _ _,
/// Gini coefficient of persons' coverage of need: 0 is fully equal.
CoverageGini "coverage_gini" Share Ratio Unequal _ _,
/// Share of the variation in coverage that lies between municipalities, beyond chance.
CoverageUnitShare "coverage_unit_share" Share Share Unequal _ _,
/// Traditional services divided by need, for persons without BPA.
PoolCoverage "pool_coverage" Share Share Help _ _,
/// Hours of help by relatives for persons who do not have BPA.
PoolRelativesHours "pool_relatives_hours" Number HoursPerYear Burden _ _,
/// Standard deviation over years of the yearly change in net cost, averaged over municipalities.
MunicipalVolatility "municipal_volatility" Volatility NokPerInhabitant Varying Municipality _,
/// The same for municipalities with fewer than 5 000 inhabitants.
MunicipalVolatilitySmall "municipal_volatility_small" Volatility NokPerInhabitant Varying Municipality _,
/// Persons who leave BPA by choice in the year and get traditional services.
Exits "exits" Number Persons Count _ _,
/// Persons with BPA who die at the end of the year.
DeathsRecipients "deaths_recipients" Number Persons Count _ _,
/// Persons with BPA who move to an institution for good at the end of the year.
InstitutionRecipients "institution_recipients" Number Persons Count _ _,
/// Persons in need, with and without BPA.
NeedPopulation "need_population" Number Persons Count _ _,
/// Care services that municipalities buy of what a model relieves them of; negative where it costs them more.
IncomeEffect "income_effect" Money Nok Municipality Municipality IncomeEffect,
/// Hours of those services; no simulated person gets them.
IncomeEffectHours "income_effect_hours" Number HoursPerYear Number _ _,
/// Hours of help at school, at work and in leisure that BPA takes over; not part of delivered hours.
ArenaHours "arena_hours" Number HoursPerYear Number _ _,
/// What municipalities and the state save of help at school, at work and in leisure that BPA takes over.
ArenasSaved "arenas_saved" Money Nok Gain _ ArenaServices,
/// Hours of care that relatives give whatever the services; context, counted nowhere else.
RelativesBaselineHours "relatives_baseline_hours" Number HoursPerYear Number _ _,
/// Share of need that tight budgets have taken since the base year, of persons with BPA.
Squeeze "squeeze" Share Share Lacking _ _,
/// Municipalities' net cost of BPA with the withdrawal from the block grant added.
MunicipalityNetBpaAfterWithdrawal "municipality_net_bpa_after_withdrawal" Money Nok Municipality Municipality _,
/// Persons with BPA who are under 18.
RecipientsAge0To17 "recipients_age_0_17" Number Persons Count _ _,
/// Persons with BPA aged 18 to 49.
RecipientsAge18To49 "recipients_age_18_49" Number Persons Count _ _,
/// Persons with BPA aged 50 to 66.
RecipientsAge50To66 "recipients_age_50_66" Number Persons Count _ _,
/// Persons with BPA aged 67 to 79.
RecipientsAge67To79 "recipients_age_67_79" Number Persons Count _ _,
/// Persons with BPA aged 80 or more.
RecipientsAge80Plus "recipients_age_80_plus" Number Persons Count _ _,
/// Leisure spent on help and on leading the work, valued by the hour.
RelativesTimeCost "relatives_time_cost" Money Nok Relatives Relatives RelativesTime,
/// Value of health relatives lose when the burden is heavy.
RelativesHealthCost "relatives_health_cost" Money Nok Relatives Relatives RelativesHealth,
/// Pay after tax and benefits relatives lose by working less.
RelativesWorkCost "relatives_work_cost" Money Nok Relatives Relatives LostWork,
/// Unplanned admissions times the price of one.
AdmissionsCost "admissions_cost" Money Nok State State Admissions,
/// Health services that follow from the burden on relatives.
HealthServicesCost "health_services_cost" Money Nok State State HealthServices,
/// Pay and on-costs of users employed: what they produce.
UsersWorkGain "users_work_gain" Money Nok Gain _ UsersWork,
/// Hours that persons without BPA need.
PoolNeedHours "pool_need_hours" Number HoursPerYear Number _ _,
/// Hours of traditional services for persons without BPA.
PoolTraditionalHours "pool_traditional_hours" Number HoursPerYear Help _ _,
/// For all: persons without BPA and persons waiting for it to start.
TraditionalHours "traditional_hours" Number HoursPerYear Help _ _,
/// Persons with BPA and no other services whose refund is above zero.
RefundPersonsBpaOnly "refund_persons_bpa_only" Number Persons Count _ _,
/// Persons with BPA and no other services.
RecipientsBpaOnly "recipients_bpa_only" Number Persons Count _ _,
/// Delivered BPA hours times the difference in price between a traditional and a BPA hour.
SavingAgainstTraditional "saving_against_traditional" Money Nok Gain _ _,
/// Granted hours divided by persons with BPA and 52 weeks.
GrantedHoursPerRecipient "granted_hours_per_recipient" Average HoursPerWeek Help _ _,
/// Case handling and administration paid by municipalities.
AdministrationMunicipal "administration_municipal" Money Nok Municipality Municipality Administration,
/// Case handling and administration paid by the state.
AdministrationState "administration_state" Money Nok State State Administration,
/// Share of persons with BPA granted fewer than 2 hours a week.
GrantedHoursClass1 "granted_hours_class_1" Share Share Number _ _,
/// Share of persons with BPA granted from 2 to below 5 hours a week.
GrantedHoursClass2 "granted_hours_class_2" Share Share Number _ _,
/// Share of persons with BPA granted from 5 to below 10 hours a week.
GrantedHoursClass3 "granted_hours_class_3" Share Share Number _ _,
/// Share of persons with BPA granted from 10 to below 15 hours a week.
GrantedHoursClass4 "granted_hours_class_4" Share Share Number _ _,
/// Share of persons with BPA granted from 15 to below 35.5 hours a week.
GrantedHoursClass5 "granted_hours_class_5" Share Share Number _ _,
/// Share of persons with BPA granted 35.5 hours a week or more.
GrantedHoursClass6 "granted_hours_class_6" Share Share Number _ _,
/// The refund of persons with BPA for their other services: what they would have without BPA.
RefundBpaUsersOther "refund_bpa_users_other" Money Nok StateToMunicipality Municipality Refund,
/// The refund of persons in need without BPA.
RefundPool "refund_pool" Money Nok StateToMunicipality Municipality Refund,
/// The rest of the refund scheme under the zero alternative's terms, the same in every model: estimated from the accounts.
SchemeBase "scheme_base" Money Nok StateToMunicipality Municipality SchemeBase,
/// What the model's terms add to the refund of the rest.
SchemeReform "scheme_reform" Money Nok StateToMunicipality Municipality SchemeReform,
/// … by the rate.
SchemeReformRate "scheme_reform_rate" Money Nok StateToMunicipality _ _,
/// … by the threshold, for those above it today.
SchemeReformThreshold "scheme_reform_threshold" Money Nok StateToMunicipality _ _,
/// … for those who come above the threshold.
SchemeReformEntrants "scheme_reform_entrants" Money Nok StateToMunicipality _ _,
/// … by what is claimed.
SchemeReformClaims "scheme_reform_claims" Money Nok StateToMunicipality _ _,
/// … for persons over 67 outside institutions.
SchemeReformOver67 "scheme_reform_over67" Money Nok StateToMunicipality _ _,
/// … for residents of institutions over 67, where they count.
SchemeReformInstitutions "scheme_reform_institutions" Money Nok StateToMunicipality _ _,
/// The same whether they count or not, where the age limit goes.
SchemeInstitutionsIfCounted "scheme_institutions_if_counted" Money Nok StateToMunicipality _ _,
/// … for the services that the better terms lead to.
SchemeReformReactions "scheme_reform_reactions" Money Nok StateToMunicipality _ _,
/// More services for the rest because the state pays more of them.
SchemeServices "scheme_services" Money Nok Municipality Municipality SchemeServices,
/// The refund of the rest: what it gets today and what the model adds.
RefundRest "refund_rest" Money Nok StateToMunicipality _ _,
/// Budget item 575.60: the simulated persons and the rest.
RefundSchemeTotal "refund_scheme_total" Money Nok StateToMunicipality _ _,
/// The same in the year it is paid.
RefundSchemeTotalCash "refund_scheme_total_cash" Money Nok StateToMunicipality _ _,
/// Persons of the rest below the age limit above the threshold: an expectation.
SchemePersons "scheme_persons" Number Persons Count _ _,
/// Those of them who come above it because the model lowers it.
SchemePersonsEntrants "scheme_persons_entrants" Number Persons Count _ _,
/// Persons over 67 outside institutions above the threshold, where the age limit goes.
SchemePersonsOver67 "scheme_persons_over67" Number Persons Count _ _,
/// Residents of institutions over 67 above the threshold, where they count.
SchemePersonsInstitutions "scheme_persons_institutions" Number Persons Count _ _,
}

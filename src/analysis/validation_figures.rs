//! The model's figure for each target it is held against, by the target's id (model.md §9).

use super::identities;
use super::summary::by_world;
use super::summary::{Basis, Period};
use crate::economy::wage_index;
use crate::engine::results::Results;
use crate::math;
use crate::outcomes::Outcome;
use crate::rules::refund::refund;
use crate::scenario::{Placement, Scenario};
use crate::scheme::pareto::Costs;

/// The year the targets are for: the base year of the national scenario.
const TARGET_YEAR: i32 = 2024;

/// The first full year of the models.
const FULL: i32 = 2029;

/// Ten years later, and the last year of the shipped scenario.
const LATER: i32 = 2034;
const LAST: i32 = 2043;

/// Last year of those whose leaving is told.
const LEAVING_UNTIL: i32 = 2029;

/// The threshold that met the costs of 2016.
const THRESHOLD_2016: f64 = 1_157_000.0;

/// Ids of all targets whose figure is known how to work out.
pub(super) const IDS: &[&str] = &[
    "recipients_2024",
    "recipients_share_0_17",
    "recipients_share_18_49",
    "recipients_share_50_66",
    "recipients_share_67_79",
    "recipients_share_80_plus",
    "hours_class_1",
    "hours_class_2",
    "hours_class_3",
    "hours_class_4",
    "hours_class_5",
    "hours_class_6",
    "granted_hours_per_recipient",
    "granted_hours_growth",
    "hours_class_1_2034",
    "hours_class_2_2034",
    "hours_class_3_2034",
    "hours_class_4_2034",
    "hours_class_5_2034",
    "hours_class_6_2034",
    "recipients_growth",
    "recipients_growth_sd",
    "need_growth",
    "pool_2043",
    "recipients_leaving",
    "recipients_under_18",
    "recipients_over_66",
    "recipients_over_79",
    "refund_growth",
    "refund_persons_bpa_only",
    "saving_against_traditional",
    "bpa_cost",
    "relatives_lost_fte",
    "refund_rule_2016",
    "scheme_account",
    "scheme_persons",
    "scheme_mean_cost_2016",
    "scheme_step",
    "scheme_budget_2026",
    "scheme_dearest",
    "equal_levers",
    "taking_over_2029",
    "taking_over_2043",
];

/// The model's figure for a target by world, or nothing where the scenario does not concern it.
pub(super) fn figure(scenario: &Scenario, results: &Results, id: &str, seed: u64) -> Option<Vec<f64>> {
    match id {
        "refund_rule_2016" => return Some(vec![refund_rule_2016()]),
        "equal_levers" => return identities::equal_levers(scenario, results, seed),
        _ => {}
    }
    if scenario.base_year != TARGET_YEAR || scenario.placement == Placement::Observed {
        return None;
    }
    let year = |outcome: Outcome, year: i32| -> Option<Vec<f64>> {
        let index = usize::try_from(year - scenario.base_year).ok().filter(|i| *i < scenario.horizon)?;
        Some(by_world(results, outcome, 0, Basis::Count, Period::Year(index)))
    };
    let base = |outcome| year(outcome, TARGET_YEAR);
    let share = |part: Outcome| Some(ratio(&base(part)?, &base(Outcome::Recipients)?));
    let growth = |outcome, to: i32| {
        let factor = ratio(&year(outcome, to)?, &base(outcome)?);
        let years = f64::from(to - TARGET_YEAR);
        Some(factor.iter().map(|f| math::exp(math::ln(*f) / years) - 1.0).collect())
    };
    use Outcome as O;
    match id {
        "recipients_2024" => base(O::Recipients),
        "recipients_share_0_17" => share(O::RecipientsAge0To17),
        "recipients_share_18_49" => share(O::RecipientsAge18To49),
        "recipients_share_50_66" => share(O::RecipientsAge50To66),
        "recipients_share_67_79" => share(O::RecipientsAge67To79),
        "recipients_share_80_plus" => share(O::RecipientsAge80Plus),
        "hours_class_1" => base(O::GrantedHoursClass1),
        "hours_class_2" => base(O::GrantedHoursClass2),
        "hours_class_3" => base(O::GrantedHoursClass3),
        "hours_class_4" => base(O::GrantedHoursClass4),
        "hours_class_5" => base(O::GrantedHoursClass5),
        "hours_class_6" => base(O::GrantedHoursClass6),
        "granted_hours_per_recipient" => base(O::GrantedHoursPerRecipient),
        "hours_class_1_2034" => year(O::GrantedHoursClass1, LATER),
        "hours_class_2_2034" => year(O::GrantedHoursClass2, LATER),
        "hours_class_3_2034" => year(O::GrantedHoursClass3, LATER),
        "hours_class_4_2034" => year(O::GrantedHoursClass4, LATER),
        "hours_class_5_2034" => year(O::GrantedHoursClass5, LATER),
        "hours_class_6_2034" => year(O::GrantedHoursClass6, LATER),
        "recipients_growth" => growth(O::Recipients, LATER),
        "recipients_growth_sd" => spread_of_growth(&year),
        "need_growth" => growth(O::NeedPopulation, LATER),
        "pool_2043" => Some(ratio(&year(O::Pool, LAST)?, &base(O::Pool)?)),
        "recipients_leaving" => leaving(&year),
        "recipients_under_18" => {
            Some(ratio(&year(O::RecipientsAge0To17, LATER)?, &year(O::Recipients, LATER)?))
        }
        "recipients_over_66" => {
            let [now, later] = [TARGET_YEAR, LATER].map(|at| over_66(&year, at));
            let years = f64::from(LATER - TARGET_YEAR);
            Some(later?.iter().zip(&now?).map(|(a, b)| (a - b) / years).collect())
        }
        "recipients_over_79" => year(O::RecipientsAge80Plus, LATER),
        "refund_growth" => {
            let [now, later] = [TARGET_YEAR, LATER].map(|at| in_wages(scenario, results, O::Refund, at));
            let years = f64::from(LATER - TARGET_YEAR);
            let factor = ratio(&later?, &now?);
            Some(factor.iter().map(|f| math::exp(math::ln(*f) / years) - 1.0).collect())
        }
        "relatives_lost_fte" => base(O::RelativesLostFte),
        "scheme_account" => base(O::RefundSchemeTotal),
        "scheme_persons" => scheme_persons(&year),
        "scheme_dearest" => dearest(scenario, results, &scheme_persons(&year)?),
        "scheme_mean_cost_2016" => by_draw(scenario, results, |alpha| alpha / (alpha - 1.0) * THRESHOLD_2016),
        "scheme_step" => by_draw(scenario, results, scheme_step),
        "scheme_budget_2026" => year(O::RefundSchemeTotalCash, 2026),
        "refund_persons_bpa_only" => {
            Some(ratio(&base(O::RefundPersonsBpaOnly)?, &base(O::RecipientsBpaOnly)?))
        }
        "saving_against_traditional" => base(O::SavingAgainstTraditional),
        "granted_hours_growth" => growth(O::GrantedHoursPerRecipient, LATER),
        "bpa_cost" => base(O::BpaCost),
        "taking_over_2029" => identities::taking_over(scenario, results, FULL),
        "taking_over_2043" => identities::taking_over(scenario, results, LAST),
        _ => None,
    }
}

/// The figures of the zero alternative in a year, by world.
type InYear<'a> = dyn Fn(Outcome, i32) -> Option<Vec<f64>> + 'a;

/// Persons above the threshold in the base year, simulated and not.
fn scheme_persons(year: &InYear<'_>) -> Option<Vec<f64>> {
    let [rest, own] = [Outcome::SchemePersons, Outcome::RefundPersons].map(|own| year(own, TARGET_YEAR));
    Some(rest?.iter().zip(&own?).map(|(rest, own)| rest + own).collect())
}

/// The mean cost of as many persons as KS counts among the dearest, by world, NOK of the base year.
fn dearest(scenario: &Scenario, results: &Results, persons: &[f64]) -> Option<Vec<f64>> {
    const COUNTED: f64 = 13_676.0;
    let thresholds = scenario.parameters.dated(&scenario.models.first()?.levers.threshold)?;
    let [alpha, entry, offset] = ["scheme_alpha", "scheme_entry_factor", "threshold_year_offset"]
        .map(|id| scenario.parameters.slot(id));
    let (alpha, entry, offset) = (alpha?, entry?, offset?);
    let of = |(world, persons): (usize, &f64)| {
        let values = results.values.row(world / results.replicates);
        let costs = Costs { alpha: values[alpha], entry: values[entry] };
        let (threshold, _) = thresholds.at(TARGET_YEAR + values[offset] as i32);
        costs.mean_of_dearest(*persons, threshold, COUNTED)
    };
    Some(persons.iter().enumerate().map(of).collect())
}

/// The share of recipients over 66.
fn over_66(year: &InYear<'_>, at: i32) -> Option<Vec<f64>> {
    let (old, oldest) = (year(Outcome::RecipientsAge67To79, at)?, year(Outcome::RecipientsAge80Plus, at)?);
    let both: Vec<f64> = old.iter().zip(&oldest).map(|(a, b)| a + b).collect();
    Some(ratio(&both, &year(Outcome::Recipients, at)?))
}

/// The standard deviation of yearly growth within a world.
fn spread_of_growth(year: &InYear<'_>) -> Option<Vec<f64>> {
    let levels: Option<Vec<Vec<f64>>> =
        (TARGET_YEAR..=LATER).map(|at| year(Outcome::Recipients, at)).collect();
    let levels = levels?;
    let spread = |world: usize| {
        let growth: Vec<f64> = levels.windows(2).map(|w| math::ln(w[1][world] / w[0][world])).collect();
        let mean = growth.iter().sum::<f64>() / growth.len() as f64;
        (growth.iter().map(|g| (g - mean) * (g - mean)).sum::<f64>() / (growth.len() - 1) as f64).sqrt()
    };
    Some((0..levels.first()?.len()).map(spread).collect())
}

/// The mean share of recipients who leave in a year, by choice, by death or for an institution, of the years after the base
/// year up to [`LEAVING_UNTIL`].
fn leaving(year: &InYear<'_>) -> Option<Vec<f64>> {
    let mut sum: Vec<f64> = Vec::new();
    for at in TARGET_YEAR + 1..=LEAVING_UNTIL {
        let parts = [Outcome::Exits, Outcome::DeathsRecipients, Outcome::InstitutionRecipients];
        let parts: Option<Vec<Vec<f64>>> = parts.into_iter().map(|o| year(o, at)).collect();
        let (parts, all) = (parts?, year(Outcome::Recipients, at)?);
        sum.resize(all.len(), 0.0);
        for (world, sum) in sum.iter_mut().enumerate() {
            *sum += parts.iter().map(|part| part[world]).sum::<f64>() / all[world];
        }
    }
    let years = f64::from(LEAVING_UNTIL - TARGET_YEAR);
    Some(sum.into_iter().map(|x| x / years).collect())
}

/// Kroner of a year divided by the wage index, by world.
fn in_wages(scenario: &Scenario, results: &Results, outcome: Outcome, at: i32) -> Option<Vec<f64>> {
    let index = usize::try_from(at - scenario.base_year).ok().filter(|i| *i < scenario.horizon)?;
    let slot = scenario.parameters.slot("wage_growth.long_run")?;
    let amounts = by_world(results, outcome, 0, Basis::Nominal, Period::Year(index));
    let wage = |world: usize| wage_index(scenario, results.values[[world / results.replicates, slot]]).at(at);
    Some(amounts.iter().enumerate().map(|(world, x)| x / wage(world)).collect())
}

/// A figure that follows from each draw's α.
fn by_draw(scenario: &Scenario, results: &Results, of: impl Fn(f64) -> f64) -> Option<Vec<f64>> {
    let slot = scenario.parameters.slot("scheme_alpha")?;
    let worlds = results.draws * results.replicates;
    Some((0..worlds).map(|world| of(results.values[[world / results.replicates, slot]])).collect())
}

/// What a threshold 50 000 kroner higher saves on the costs of 2019: the persons of 2020's budget with its threshold and
/// payments (10 525.7 million), NOK.
pub(super) fn scheme_step(alpha: f64) -> f64 {
    const PAID: f64 = 10_525.7e6;
    const THRESHOLD: f64 = 1_361_000.0;
    const STEP: f64 = 50_000.0;
    PAID * (1.0 - libm::pow(1.0 + STEP / THRESHOLD, 1.0 - alpha))
}

fn ratio(part: &[f64], whole: &[f64]) -> Vec<f64> {
    part.iter().zip(whole).map(|(p, w)| p / w).collect()
}

/// V-C08: the refund rule on the whole country's high-cost users of 2016, NOK. 20.6 billion of wage
/// costs for 7 927 persons, the threshold of the 2017 budget, 80 %.
fn refund_rule_2016() -> f64 {
    const PERSONS: f64 = 7_927.0;
    const WAGE_COST: f64 = 20.6e9;
    PERSONS * refund(WAGE_COST / PERSONS, THRESHOLD_2016, 0.8, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn v_c08_refund_rule_reproduces_the_payout_for_2016() {
        let x = refund_rule_2016();
        assert!((x / 9.1428e9 - 1.0).abs() < 1e-4, "{x}");
        assert!((x / 9.0394e9 - 1.0).abs() < 0.02, "{x}");
    }

    #[test]
    fn every_id_is_worked_out() {
        let (mut scenario, mut results) = fixture::small(2, 1);
        scenario.horizon = 20;
        scenario.parameters =
            crate::scenario::load("national", &Default::default()).expect("shipped").parameters;
        results = fixture::stretch(&results, 20);
        results.mechanical_draws = crate::engine::mechanical::MechanicalDraws::All;
        results.mechanical = results.national.clone();
        let means: Vec<f64> = scenario.parameters.scalars().iter().map(|s| s.distribution.mean()).collect();
        results.values = ndarray::Array2::from_shape_fn((2, means.len()), |(_, slot)| means[slot]);
        for id in IDS {
            assert!(figure(&scenario, &results, id, 1).is_some(), "{id}");
        }
    }
}

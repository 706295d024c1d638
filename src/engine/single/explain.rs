//! A person's year under one model, explained: the rules in the order in which the kernel asks them, each with what the
//! kernel made of it. What goes into a formula is found by its symbols: facts, results of rules before, parameters.
//! What the year costs, and who pays, is told in `payment`.

use super::explanation::{Chance, Context, Explanation, I, ModelYear, facts_of};
use super::facts;
use super::payment::{costs, payers};
use crate::behaviour::marginal_share::{Person, shares};
use crate::behaviour::{
    award, coverage, delivery, drift, health, marginal_share, participation, penetration, relatives, squeeze,
    traditional, transition,
};
use crate::economy::threshold_year;
use crate::engine::costs::conditions;
use crate::engine::group::Observation;
use crate::engine::outputs::ShareColumns;
use crate::engine::person::{self, BlockYear};
use crate::engine::sums::ByUnit;
use crate::engine::year_constants::Assessor;
use crate::population::life::class_of;
use crate::rules::explain::Rule;
use crate::rules::{discounting, phase_in, refund, rights, services, threshold, zone};
use crate::scenario::dated::Known;
use crate::scenario::units::ZONES;

/// The rules of the person in the first lane under a model, in its year.
pub fn explain<'a>(
    of: Context<'a>,
    seen: &Observation<'a>,
    chance: Chance<'_>,
    null: Option<&ModelYear>,
) -> ModelYear {
    let mut explanation = Explanation::new(of, seen);
    let adds = std::array::from_fn(|column| chance.mean(|i| seen.out.row(i)[column]));
    for (fact, value) in facts_of(seen).into_iter().flatten() {
        explanation.know(fact.id, value);
    }
    if let Chance::Weighted(_, given) = chance {
        for (fact, value) in given {
            explanation.know(fact.id, *value);
        }
    }
    prices(&mut explanation, seen, &chance);
    decision(&mut explanation, seen, &chance);
    services(&mut explanation, seen, &chance, &adds);
    costs(&mut explanation, seen, &adds);
    let [net_bpa, municipality] = payers(&mut explanation, seen, &adds, &chance, null);
    ModelYear { model: seen.model, steps: explanation.steps, adds, net_bpa, municipality }
}

/// Prices and statutory amounts of the year.
fn prices(explanation: &mut Explanation<'_>, seen: &Observation<'_>, chance: &Chance<'_>) {
    let (Context { scenario, zone }, draw) = (explanation.of, explanation.draw);
    let (m, t, zone_price) = (explanation.m, seen.year, seen.block.persons.zone_price[I]);
    let year = scenario.base_year + t as i32;
    let levers = &draw.levers[seen.model];
    let squeeze = m.practice.squeeze;
    let [school, work, leisure] = m.arenas;
    for (symbol, value) in [
        ("year", f64::from(year)),
        ("years", t as f64),
        ("start_year", f64::from(levers.start_year)),
        ("phase_in_years", f64::from(levers.phase_in_years)),
        ("own_years", squeeze.own_years),
        ("norm_drift_null", draw.in_year[0][t].force.levers.norm_drift),
        ("admission_drift_null", draw.in_year[0][t].force.levers.admission_drift),
        (facts::AWARD_LEVEL.id, draw.award_level()),
        ("arenas.school", school),
        ("arenas.work", work),
        ("arenas.leisure", leisure),
        ("income_effect_share", draw.theta.income_effect),
        ("discount_before", draw.economy.discount[t.saturating_sub(1)]),
    ] {
        explanation.know(symbol, value);
    }
    if let Chance::Drawn = chance {
        explanation.step(phase_in::PHASE, m.force.phase);
        explanation.step_as(
            discounting::FACTOR,
            discounting::formula(t).to_string(),
            draw.economy.discount[t],
        );
    }
    explanation.step_as(threshold::WAGE, threshold::growth(scenario.base_year, year), m.wage);
    explanation.step_as(zone::RELATIVE_PRICE, zone::formula(ZONES[zone]), zone_price);
    explanation.step(services::PRICE, m.price * zone_price);
    explanation.step(services::TRADITIONAL_PRICE, m.traditional_price * zone_price);
    let budget = threshold_year(&draw.theta, year);
    let known = scenario
        .parameters
        .dated(&m.force.levers.threshold)
        .map_or(Known::Stated, |series| series.at(budget).1);
    let formula =
        format!("{}·refund.threshold_factor", threshold::formula(&m.force.levers.threshold, known, budget));
    explanation.step_as(threshold::threshold(known), formula, m.refund.threshold);
    explanation.know("deducts", if m.force.levers.deduct_intellectual { 1.0 } else { 0.0 });
    let (deduction, eligible) =
        conditions(&m.refund, seen.block.persons.intellectual[I], seen.block.persons.age[I]);
    let formula = refund::DEDUCTION
        .formula
        .replace("deduction_of_the_year", &explanation.amount("refund.deduction", year));
    explanation.aside_as(refund::DEDUCTION, formula, deduction);
    explanation.step(refund::ELIGIBLE, eligible);
    let without = &m.refund_without;
    let (deduction, eligible) =
        conditions(without, seen.block.persons.intellectual[I], seen.block.persons.age[I]);
    for (symbol, value) in [
        ("eligible_without", eligible),
        ("claim_share_without", without.claim_share),
        ("rate_without", without.rate),
        ("threshold_without", without.threshold),
        ("deduction_without", deduction),
    ] {
        explanation.know(symbol, value);
    }
}

/// How one decider assesses the case; a hazard is told where an award is possible.
fn assessment(
    explanation: &mut Explanation<'_>,
    block: &BlockYear<'_>,
    shares: &ShareColumns,
    [coverage, hazard]: [Rule; 2],
    awardable: bool,
) {
    let m = explanation.m;
    let (assessor, squeeze) = (Assessor::new(m), m.practice.squeeze);
    explanation.know("marginal_share", shares.marginal[I]);
    explanation.know("average_share", shares.average[I]);
    explanation.know(facts::NORM_KEPT.id, m.practice.shift);
    explanation.know("norm_shift_decided", m.practice.norm_shift);
    let [squeezed, ease] = person::ease((block, I), &assessor, shares);
    let x = person::assessment((block, I), &assessor, shares, [squeezed, ease]);
    explanation.drifted(drift::NORM, |levers| levers.norm_drift, m.practice.drift);
    let formula = squeeze::formula(squeeze.state_null, squeeze.state);
    explanation.aside_as(squeeze::SQUEEZE, formula, squeezed);
    explanation.step_as(coverage, coverage::formula(squeeze.state), x.coverage);
    explanation.know(coverage::COVERAGE.id, x.coverage);
    if awardable {
        explanation.step(rights::FACTOR, x.right);
        explanation.drifted(drift::ADMISSION, |levers| levers.admission_drift, m.admission.drift);
        explanation.step_as(award::EASE, award::formula(m.admission.state_null, m.admission.state), ease);
        explanation.step(hazard, x.hazard);
    }
}

/// Who decides what, and why.
fn decision<'a>(explanation: &mut Explanation<'a>, seen: &Observation<'a>, chance: &Chance<'_>) {
    let Observation { block, had, out: o, .. } = seen;
    let BlockYear { persons: p, shared: s, null, own, later, .. } = *block;
    let m = explanation.m;
    let share = shares(
        &m.refund,
        &m.refund_without,
        &m.hour_grant,
        Person {
            age: p.age[I],
            intellectual: p.intellectual[I],
            hours: p.baseline[I] * p.need[I],
            other: p.other[I] * m.wage,
            price: m.price * p.zone_price[I],
        },
    );
    explanation.step(marginal_share::BPA_TODAY, share.bpa);
    explanation.aside(marginal_share::HOUR_GRANT_TODAY, share.hour_grant);
    explanation.step(marginal_share::BASE_TODAY, share.base);
    explanation.step(marginal_share::MARGINAL, own.marginal[I]);
    explanation.aside(marginal_share::REFUND_WITHOUT, share.refund_without);
    explanation.aside(marginal_share::REFUND_TODAY, share.refund_due);
    explanation.step(marginal_share::AVERAGE, own.average[I]);
    explanation.know("marginal_share_null", null.marginal[I]);
    explanation.know("average_share_null", null.average[I]);

    let awardable = later > 0.5 && had[I] < 0.5;
    if awardable {
        explanation.step(penetration::SPREAD, m.admission.rate / explanation.draw.award_level());
    }
    let assessed = &o.assessed;
    match &block.taking_over {
        None => assessment(explanation, block, own, [coverage::COVERAGE, award::HAZARD], awardable),
        Some(over) => {
            explanation.told_of(0, over.null);
            assessment(explanation, block, null, [coverage::AS_TODAY, award::HAZARD_AS_TODAY], awardable);
            explanation.told_of(seen.model, over.full);
            let rules = [coverage::TAKEN_OVER, award::HAZARD_TAKEN_OVER];
            assessment(explanation, block, over.shares, rules, awardable);
            explanation.told_of(seen.model, m);
            explanation.know("marginal_share", own.marginal[I]);
            explanation.know("average_share", own.average[I]);
            explanation.know(phase_in::PHASE.id, over.moved);
            explanation.step_as(coverage::COVERAGE, coverage::TAKING_OVER.to_string(), assessed.coverage[I]);
            if awardable {
                explanation.step_as(award::HAZARD, award::TAKING_OVER.to_string(), assessed.hazard[I]);
            }
        }
    }
    let constants = block.constants();
    let x = person::decision((block, I), &constants, had[I], assessed.coverage[I], assessed.hazard[I]);
    explanation.know("had", had[I]);
    let recipient = match (later > 0.5, had[I] > 0.5) {
        (false, _) => "had",
        (true, true) => {
            explanation.aside_as(award::EXITED, award::exited_formula(m.kept_until), x.exited);
            "had − exited"
        }
        (true, false) => {
            explanation.step_as(award::AWARDED, award::awarded_formula(m.kept_until), x.awarded);
            "had + awarded"
        }
    };
    explanation.step_as(award::RECIPIENT, recipient.to_string(), o.recipient[I]);
    if s.reviewed[I] * m.reviews > 0.5 {
        explanation.step(transition::REVIEWED, o.coverage[I]);
    }
    let lever = if p.rapid[I] > 0.5 { "fast_track_months" } else { "processing_months" };
    let with_months = |rule: Rule| rule.formula.replace("months", lever);
    explanation.step_as(coverage::GRANTED, with_months(coverage::GRANTED), o.granted[I]);
    let running = match chance {
        Chance::Weighted(..) => "recipient·(1 − waiting_months / 12)".to_string(),
        Chance::Drawn if x.awarded > 0.5 => with_months(award::RUNNING),
        Chance::Drawn => "recipient".to_string(),
    };
    explanation.step_as(award::RUNNING, running, o.running[I]);
}

/// What is delivered, and what falls on relatives and users.
fn services(
    explanation: &mut Explanation<'_>,
    seen: &Observation<'_>,
    chance: &Chance<'_>,
    adds: &[f64; ByUnit::COUNT],
) {
    let Observation { block, out: o, .. } = seen;
    let (p, s, c, m) = (block.persons, block.shared, block.constants(), explanation.m);
    let added = |column: ByUnit| adds[column as usize];
    let v = person::service((block, I), &c, o.running[I], o.granted[I]);
    explanation.step(traditional::BURDEN, v.traditional.burden);
    explanation.aside(traditional::PRESSURE, v.traditional.pressure);
    explanation.step(traditional::HOURS, v.traditional.at_home);
    if s.staffed[I] > 0.5 {
        explanation.step(traditional::STAFFED_HOME, v.traditional.hours);
    }
    explanation.aside(traditional::YEAR, o.traditional[I]);
    match chance {
        Chance::Drawn => {
            explanation.step(delivery::BREAK_PROBABILITY, m.break_probability);
            explanation.aside(delivery::BROKEN, v.broken);
        }
        Chance::Weighted(..) => {
            explanation.aside_as(delivery::BROKEN, "weeks_without_assistants / 52".into(), v.broken)
        }
    }
    if explanation.knows(facts::UNSTAFFED.id) {
        explanation.know(facts::UNSTAFFED.id, m.vacancy);
    } else {
        explanation.step(delivery::VACANCY, m.vacancy);
    }
    explanation.step(delivery::DELIVERED, o.delivered[I]);

    let states = person::states((block, I), &c, v.year, v.traditional.hours, o.granted[I]);
    let gaps: [relatives::CareQuantity; 2] =
        [(relatives::GAP_GRANT, |c| c.gap_grant), (relatives::GAP_BREAK, |c| c.gap_break)];
    let mut lived = Vec::new();
    for (((share, care), state), formulas) in states.iter().zip(relatives::STATES).zip(relatives::GAPS) {
        if *share <= 0.0 {
            continue;
        }
        lived.push(state.id);
        explanation.step(state, *share);
        for ((gap, value), formula) in gaps.into_iter().zip(formulas) {
            explanation.aside_as(gap, formula.to_string(), value(care));
        }
        for (rule, value) in relatives::STATE {
            explanation.aside(rule, value(care));
        }
        for (rule, value) in gaps.into_iter().chain(relatives::STATE) {
            explanation.know(format!("{}_{}", rule.id, state.id), value(care));
        }
    }
    let care = relatives::average(states);
    if lived.len() > 1 {
        for (rule, value) in gaps.into_iter().chain(relatives::STATE) {
            explanation.aside_as(rule, relatives::average_formula(rule.id, &lived), value(&care));
        }
    }

    let k = p.relatives[I];
    if let Chance::Weighted(..) = chance {
        let class = ["0-17", "18-49", "50-66", "67+"][class_of(p.age[I] as u32).min(3)];
        let formula = format!("[relatives > 0]·relative_employment.{class}");
        explanation.aside_as(facts::RELATIVES_EMPLOYED, formula, chance.mean(|i| s.employed[i]));
    }
    let exits = if k > 0.0 { chance.mean(|i| o.relatives_out[i]) / k } else { 0.0 };
    explanation.aside_as(
        relatives::EXITS,
        chance.formula(relatives::EXITS, relatives::PROBABLY_EXITS),
        exits,
    );
    explanation.aside(relatives::LOST_WORK, added(ByUnit::LostWork));
    explanation.aside(relatives::SICK_LEAVE, added(ByUnit::SickLeave));
    explanation.aside(relatives::LEADING, v.leading);
    explanation.aside(relatives::TIME, added(ByUnit::Time));
    explanation.aside(relatives::STRAIN, added(ByUnit::Strain));
    let allowance = chance.formula(relatives::ALLOWANCE, relatives::PROBABLY_ALLOWANCE);
    explanation.aside_as(relatives::ALLOWANCE, allowance, added(ByUnit::Allowances));

    explanation.step(participation::SERVED, v.served_share);
    let works = chance.formula(participation::WORKS, participation::PROBABLY_WORKS);
    explanation.aside_as(participation::WORKS, works, added(ByUnit::Employed));
    if p.age[I] >= 18.0 && p.age[I] <= 25.0 {
        let studies = chance.formula(participation::STUDIES, participation::PROBABLY_STUDIES);
        explanation.step_as(participation::STUDIES, studies, chance.mean(|i| o.education[i]));
    }
    explanation.step(health::ADMISSIONS, added(ByUnit::Admissions));
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::rules::copayment;
    use crate::rules::explain::{symbols, tests::value};

    /// Every symbol of a formula has a number, and the formula leads to what the kernel left; what is posted is rounded
    /// to whole øre, item by item.
    pub(in crate::engine::single) fn told_as_it_is(year: &ModelYear) {
        let mut rounding = 1e-9;
        for step in &year.steps {
            let known = step.inputs.iter().chain(&step.parameters);
            for symbol in symbols(&step.formula) {
                assert!(known.clone().any(|(own, _)| own == symbol), "{symbol} in {}", step.formula);
            }
            if step.rule == copayment::AMOUNT {
                rounding = 0.05;
            }
            let (own, kernel) = (value(step), step.result);
            assert!((own - kernel).abs() <= rounding + 1e-9 * kernel.abs(), "{step:?}: {own}");
        }
    }
}

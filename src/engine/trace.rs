//! The life of one simulated person, year by year and rule by rule: what the kernel did with it, with what
//! went into every rule. The same functions, asked once more about one lane; their results are those
//! the kernel left in its columns.

use super::costs::{Prices, conditions, person_costs, refunds};
use super::group::{Observation, Observer};
use super::person::{Constants, care, consequences, decision, service};
use super::posting::{UnitTerms, post};
use super::run::Engine;
use super::setup::Draw;
use super::sums::ByUnit;
use crate::behaviour::marginal_share::{Person, shares};
use crate::ledger::{Account, Payer};
use crate::population::placement::{Entrant, UnitEffects};
use crate::random::WorldKey;
use crate::scenario::Scenario;
use crate::scenario::units::AGE_CLASSES;

/// A named number.
pub type Named = (&'static str, f64);

/// One rule applied: hours a week, NOK a year, shares between 0 and 1, flags 0 or 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The rule's module.
    pub rule: &'static str,
    /// What went in, besides parameters.
    pub inputs: Vec<Named>,
    /// Parameters that decide.
    pub parameters: &'static [&'static str],
    /// What came out.
    pub results: Vec<Named>,
}

/// A person's year under one model.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelYear {
    /// Index of the model.
    pub model: usize,
    /// Rules in the order they are asked.
    pub steps: Vec<Step>,
    /// What the person adds to the unit's sums.
    pub adds: [f64; ByUnit::COUNT],
    /// What each payer pays for the person net, NOK.
    pub pays: Vec<(Payer, f64)>,
}

/// A person's year.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// Index of the year.
    pub year: usize,
    /// What changes from year to year.
    pub person: Vec<Named>,
    /// Random numbers of the year, the same under every model.
    pub chance: Vec<Named>,
    /// Models that have started.
    pub models: Vec<ModelYear>,
}

/// How a person is named: unit, cohort, age class and number, such as `0301/pool/18-49/7`.
pub fn name(scenario: &Scenario, entry: &Entrant) -> String {
    let (cohort, serial) = entry.cohort();
    let unit = &scenario.units[entry.unit as usize].id;
    format!("{unit}/{cohort}/{}/{serial}", AGE_CLASSES[usize::from(entry.class)])
}

/// A person's life: what never changes, and the years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// Attributes for life.
    pub person: Vec<Named>,
    /// The years lived.
    pub years: Vec<Year>,
}

/// The life of one person who enters in year `first`.
pub fn life(
    engine: &Engine<'_>,
    draw: &Draw,
    key: &WorldKey,
    effects: &UnitEffects,
    (first, entry): (usize, Entrant),
) -> Told {
    let mut observer = Life { draw, zone: engine.zone(entry.unit), told: Told::default() };
    engine.observe(draw, key, effects, (first, &[entry]), &mut observer);
    observer.told
}

struct Life<'a> {
    draw: &'a Draw,
    zone: usize,
    told: Told,
}

/// The only person of the block.
const I: usize = 0;

impl Observer for Life<'_> {
    fn observe(&mut self, observation: &Observation<'_>) {
        if observation.persons.alive[I] < 0.5 {
            return;
        }
        if observation.model == 0 {
            let year = Year {
                year: observation.year,
                person: person(observation),
                chance: chance(observation),
                models: Vec::new(),
            };
            self.told.person = for_life(observation);
            self.told.years.push(year);
        }
        let own = self.model_year(observation);
        if let Some(year) = self.told.years.last_mut() {
            year.models.push(own);
        }
    }
}

fn for_life(observation: &Observation<'_>) -> Vec<Named> {
    let p = observation.persons;
    vec![
        ("baseline_coverage", p.baseline[I]),
        ("generosity", p.generosity[I]),
        ("case", p.case[I]),
        ("relatives", p.relatives[I]),
        ("other_services", p.other[I]),
        ("rapid", p.rapid[I]),
        ("intellectual", p.intellectual[I]),
        ("able_to_work", p.capable[I]),
        ("excluded", p.excluded[I]),
        ("zone_price", p.zone_price[I]),
    ]
}

fn person(observation: &Observation<'_>) -> Vec<Named> {
    let (p, s) = (observation.persons, observation.shared);
    vec![
        ("age", p.age[I]),
        ("need", p.need[I]),
        ("need_before", p.need_before[I]),
        ("relatives_employed", s.employed[I]),
        ("dies", s.dies[I]),
    ]
}

fn chance(observation: &Observation<'_>) -> Vec<Named> {
    let (p, s) = (observation.persons, observation.shared);
    vec![
        ("award", s.award[I]),
        ("exit", s.exit[I]),
        ("wait", s.wait[I]),
        ("break", s.break_u[I]),
        ("break_length", s.break_length[I]),
        ("reviewed", s.reviewed[I]),
        ("relatives_exit", p.exit_u[I]),
        ("allowance", p.allowance_u[I]),
        ("need_change", s.need[I]),
        ("work_change", s.work_change[I]),
    ]
}

impl Life<'_> {
    fn model_year(&self, observation: &Observation<'_>) -> ModelYear {
        let Observation { model, year, persons: p, shared: s, null, own, had, out: o } = *observation;
        let (d, t) = (self.draw, &self.draw.theta);
        let m = &d.in_year[model][year];
        let (age, need) = (p.age[I], p.need[I]);
        let mut steps = Vec::new();
        let mut step = |rule, inputs: &[Named], parameters, results: &[Named]| {
            steps.push(Step { rule, inputs: inputs.to_vec(), parameters, results: results.to_vec() });
        };

        let judged = Person {
            age,
            intellectual: p.intellectual[I],
            hours: p.baseline[I] * need,
            other: p.other[I] * m.wage,
            price: m.price * p.zone_price[I],
        };
        let share = shares(&m.refund, &m.hour_grant, judged);
        step(
            "marginal_share",
            &[
                ("hours", judged.hours),
                ("other", judged.other),
                ("price", judged.price),
                ("base", share.base),
            ],
            &["refund.salience", "refund.rate", "wage_share", "bpa_hour_cost"],
            &[("marginal", share.marginal), ("average", share.average)],
        );
        let later = if year == 0 { 0.0 } else { 1.0 };
        let x = decision((p, I), s, &Constants::new(d, m), null, own, had[I], o.ease[I], later);
        step(
            "coverage",
            &[
                ("generosity", p.generosity[I]),
                ("case", p.case[I]),
                ("marginal_null", null.marginal[I]),
                ("marginal", own.marginal[I]),
                ("squeeze", m.practice.squeeze),
                ("state_decides", m.practice.state_decides),
            ],
            &[
                "coverage_null",
                "price_response",
                "budget_squeeze",
                "norm_shift",
                "coverage_min",
                "coverage_max",
            ],
            &[("assessed", x.assessed)],
        );
        step(
            "rights",
            &[("hours", x.assessed * need), ("age", age), ("excluded", p.excluded[I])],
            &[],
            &[("right", x.right)],
        );
        step(
            "award",
            &[("had", had[I]), ("ease", x.ease), ("award", s.award[I]), ("exit", s.exit[I])],
            &["award_rate", "award_response", "municipal_award_slope", "exit_rate"],
            &[("hazard", x.hazard), ("awarded", x.awarded), ("exited", x.exited), ("recipient", x.has)],
        );
        if s.reviewed[I] > 0.5 {
            step(
                "transition",
                &[("assessed", x.assessed), ("reviews", m.reviews)],
                &["transition_review", "transition_cut"],
                &[("coverage", x.coverage)],
            );
        }
        step(
            "granted_hours",
            &[
                ("coverage", x.coverage),
                ("need", need),
                ("need_before", p.need_before[I]),
                ("months", x.months),
            ],
            &[],
            &[("granted", x.granted), ("running", o.running[I])],
        );
        let c = Constants::new(d, m);
        let v = service((p, I), s, &c, null, own, o.running[I], o.granted[I]);
        let care = care((p, I), &c, v.year, v.traditional, o.granted[I]);
        let after = consequences((p, I), s, &c, &care, v.leading);
        step(
            "traditional",
            &[("burden", v.burden), ("squeeze", m.traditional_squeeze), ("need", need)],
            &["traditional_coverage", "spillover", "coverage_min"],
            &[("hours_without_bpa", v.traditional)],
        );
        step(
            "delivery",
            &[
                ("granted", o.granted[I]),
                ("vacancy", m.vacancy),
                ("break", s.break_u[I]),
                ("break_probability", m.break_probability),
            ],
            &["vacancy", "vacancy_trend", "break_rate", "break_weeks"],
            &[
                ("without", v.year.without),
                ("with", v.year.with),
                ("broken", v.year.broken),
                ("delivered", v.delivered),
            ],
        );
        step(
            "relatives",
            &[
                ("relatives", p.relatives[I]),
                ("gap_grant", care.gap_grant),
                ("gap_break", care.gap_break),
                ("employed", after.employed),
                ("relatives_exit", p.exit_u[I]),
            ],
            &[
                "fill_grant",
                "fill_break",
                "relative_cap",
                "work_slope_10",
                "work_slope_20",
                "exit_slope",
                "r0",
                "sick_slope",
            ],
            &[
                ("hours", care.hours),
                ("each", care.each),
                ("unmet", care.unmet),
                ("lost_work", after.lost_work),
                ("hazard", care.hazard),
                ("exits", after.exits),
                ("sick_share", care.sick),
                ("strain", care.strain),
                ("leading", v.leading),
                ("has_allowance", after.allowance),
            ],
        );
        step(
            "participation",
            &[("served_share", v.served_share), ("work", s.work[I]), ("work_base", s.work_base[I])],
            &["work_response", "education_response", "served_reference"],
            &[("employed", o.employed[I]), ("education", o.education[I])],
        );
        step(
            "health",
            &[("unmet_share", care.unmet * s.per_need[I])],
            &["admission_rate", "admission_response"],
            &[("admissions", o.adds(ByUnit::Admissions, I))],
        );
        let costs = person_costs(
            &Prices::new(t.other_services_relief, m),
            p.zone_price[I],
            v.delivered,
            o.running[I],
            o.traditional[I],
            p.other[I],
        );
        step(
            "costs",
            &[
                ("delivered", v.delivered),
                ("traditional", o.traditional[I]),
                ("price", judged.price),
                ("traditional_price", m.traditional_price * p.zone_price[I]),
            ],
            &["bpa_hour_cost", "relative_cost", "other_services_relief"],
            &[
                ("bpa", costs.costs.bpa),
                ("traditional", costs.costs.traditional),
                ("other", costs.costs.other),
                ("hour_grant", costs.costs.hour_grant),
            ],
        );
        let (deduction, eligible) = conditions(&m.refund, p.intellectual[I], age);
        let paid = refunds(&m.refund, costs.costs, deduction, eligible);
        step(
            "refund",
            &[
                ("base", paid.base),
                ("threshold", m.refund.threshold),
                ("eligible", eligible),
                ("deduction", deduction),
            ],
            &["refund.rate", "refund.claim_share", "wage_share", "other_wage_share"],
            &[("refund", paid.refund), ("refund_bpa", paid.bpa)],
        );

        let adds = o.row(I);
        let mut account: Account = Account::default();
        let terms = UnitTerms {
            employer_tax: t.employer_tax[self.zone].into(),
            zone_price: p.zone_price[I].into(),
            introduction_municipal: 0.into(),
            introduction_state: 0.into(),
        };
        post(&mut account, d, m, year, [&adds], terms);
        let pays = Payer::ALL.iter().map(|payer| (*payer, account.net(*payer) as f64 / 100.0)).collect();
        ModelYear { model, steps, adds, pays }
    }
}

#[cfg(test)]
#[path = "trace_tests.rs"]
mod tests;

//! One person's year with given facts and without chance: whatever may happen counts by its probability.

use super::explain::explain;
use super::explanation::{Chance, Context, ModelYear};
use super::facts::{self, Fact};
use crate::engine::costs;
use crate::engine::group::Observation;
use crate::engine::outputs::{Outputs, ShareColumns};
use crate::engine::person::{self, BlockYear};
use crate::engine::run::Engine;
use crate::engine::setup::Draw;
use crate::engine::shared::{Moment, Shared};
use crate::engine::step;
use crate::population::life::AgeTables;
use crate::population::{BLOCK, Column, Persons};
use crate::random::WorldKey;
use crate::rules::{MONTHS, WEEKS, zone};
use crate::scenario::Scenario;

/// The facts about the person.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Age in the year.
    pub age: f64,
    /// Need, hours a week.
    pub need: f64,
    /// Hours a week granted under the zero alternative in the base year.
    pub granted: f64,
    /// Cost of other services while BPA runs, base-year kroner.
    pub other_cost: f64,
    /// Registered intellectual disability.
    pub intellectual: bool,
    /// Rapid condition.
    pub rapid: bool,
    /// Helping relatives.
    pub relatives: f64,
    /// Year of prices, threshold and squeeze.
    pub year: i32,
    /// Share of granted hours never staffed; the parameter's if none.
    pub vacancy: Option<f64>,
    /// Weeks without assistants.
    pub break_weeks: f64,
    /// Months of the year before BPA started.
    pub waiting_months: f64,
    /// Need last year, hours a week.
    pub need_before: f64,
    /// Tax zone, index into `ZONES`.
    pub zone: usize,
}

impl Facts {
    /// Granted hours as a share of need, whose product with need is the hours again, to the last bit if there is such.
    fn baseline(&self) -> f64 {
        let share = self.granted / self.need;
        let near = [share, share.next_down(), share.next_up()];
        near.into_iter().find(|b| b * self.need == self.granted).unwrap_or(share)
    }

    /// The facts for readers and formulas. The unit and the case are what today's hours say they are together.
    pub fn told(&self, draw: &Draw) -> Vec<Fact> {
        use facts::*;
        let flag = |yes| if yes { 1.0 } else { 0.0 };
        let mut told = vec![
            (AGE, self.age),
            (NEED, self.need),
            (NEED_BEFORE, self.need_before),
            (GRANTED_TODAY, self.granted),
            (BASELINE, self.baseline()),
            (CASE, self.baseline() - draw.theta.coverage_null),
            (RELATIVES, self.relatives),
            (OTHER_SERVICES, self.other_cost),
            (RAPID, flag(self.rapid)),
            (INTELLECTUAL, flag(self.intellectual)),
            (BREAK_WEEKS, self.break_weeks),
            (WAITING_MONTHS, self.waiting_months),
        ];
        told.extend(self.vacancy.map(|vacancy| (UNSTAFFED, vacancy)));
        told
    }
}

/// The constants of the case: every parameter at its mean.
pub fn at_means(engine: &Engine<'_>) -> Draw {
    engine.draw(&engine.means())
}

/// What may happen to a person with BPA, a lane for each combination: relatives are out of work, stay or leave it; there
/// is a care allowance or not; the user works or not, and is in education or not.
const LANES: usize = 3 * 2 * 2 * 2;

/// In which of so many ways one thing turns out in a lane, given how many lanes go by before it turns.
fn way(lane: usize, before: usize, ways: usize) -> usize {
    lane / before % ways
}

/// A number below every probability, and one above.
const SURE: [f64; 2] = [2.0, -1.0];

/// The case under every model of the scenario in full effect, in its order.
pub fn calculate(scenario: &Scenario, draw: &Draw, facts: &Facts) -> Vec<ModelYear> {
    let t = (facts.year - scenario.base_year).clamp(0, scenario.horizon as i32 - 1) as usize;
    let (p, shared, employed) = block(draw, facts, t);
    let told = facts.told(draw);
    let of = Context { scenario, zone: facts.zone };
    let year = |model| {
        let mut m = draw.in_full_effect(scenario.base_year, model, t);
        m.vacancy = facts.vacancy.unwrap_or(m.vacancy);
        m.break_probability = if facts.break_weeks > 0.0 { 1.0 } else { 0.0 };
        m
    };
    let (mut null, mut own) = (ShareColumns::new(), ShareColumns::new());
    step::municipal_shares(&p, &year(0), &mut null);
    let mut cases: Vec<ModelYear> = Vec::new();
    for model in 0..scenario.models.len() {
        let m = year(model);
        step::municipal_shares(&p, &m, &mut own);
        let (mut bpa, mut out) = ([1.0; BLOCK], Outputs::new());
        let had = bpa;
        let block = BlockYear {
            persons: &p,
            shared: &shared,
            draw,
            in_year: &m,
            null: &null,
            own: &own,
            taking_over: None,
            later: 0.0,
        };
        step::decide(&block, &mut bpa, &mut out);
        out.running = [1.0 - facts.waiting_months / MONTHS; BLOCK];
        step::serve(&block, &mut out);
        let weights = weights(&block, &out, employed);
        // Help at work that BPA takes over is told as expected, and costs follow from that.
        let works = (0..LANES).map(|lane| weights[lane] * out.employed[lane]).sum();
        out.employed = [works; BLOCK];
        costs::pay::<true>(&block, &mut out);
        let seen = Observation { model, year: t, block, had: &had, out: &out };
        let case = explain(of, &seen, Chance::Weighted(&weights, &told), cases.first());
        cases.push(case);
    }
    cases
}

/// The person in every lane, and in each lane other things that may happen; with the share of such relatives in work.
fn block(draw: &Draw, facts: &Facts, t: usize) -> (Persons, Shared, f64) {
    let (mut p, mut s) = (Persons::new(), Shared::new());
    let ages = AgeTables::new(&draw.theta, t + 1);
    let flag = |yes| [if yes { 1.0 } else { 0.0 }; BLOCK];
    p.used = LANES;
    p.alive = [1.0; BLOCK];
    p.age = [facts.age; BLOCK];
    p.need = [facts.need; BLOCK];
    p.need_before = [facts.need_before; BLOCK];
    p.baseline = [facts.baseline(); BLOCK];
    p.case = [facts.baseline() - draw.theta.coverage_null; BLOCK];
    p.relatives = [facts.relatives; BLOCK];
    p.other = [facts.other_cost; BLOCK];
    p.rapid = flag(facts.rapid);
    p.intellectual = flag(facts.intellectual);
    p.capable = [1.0; BLOCK];
    let tax = draw.theta.employer_tax;
    p.zone_price = [zone::relative_price(tax[facts.zone], tax[0]); BLOCK];
    // What is looked up is looked up as in a run; what is drawn there is set here.
    let nobody = WorldKey::new(0, 0, 0);
    s.fill(&p, &ages, draw, &nobody, Moment { year: facts.year, t, shock: 1.0 });
    s.fill_served(&p, draw, &nobody, facts.year, true);
    s.break_u = [0.5; BLOCK];
    s.break_length = [facts.break_weeks / WEEKS; BLOCK];
    (s.leaves, s.moves) = ([0.0; BLOCK], [0.0; BLOCK]);
    let student = facts.age >= 18.0 && facts.age <= 25.0;
    for lane in 0..LANES {
        let relatives = way(lane, 1, 3);
        s.employed[lane] = if relatives > 0 && facts.relatives > 0.0 { 1.0 } else { 0.0 };
        p.exit_u[lane] = SURE[usize::from(relatives == 2)];
        p.allowance_u[lane] = SURE[way(lane, 3, 2)];
        let infinite = [f64::INFINITY, f64::NEG_INFINITY];
        s.work[lane] = infinite[way(lane, 6, 2)];
        s.education[lane] = if student { infinite[way(lane, 12, 2)] } else { f64::INFINITY };
    }
    (p, s, if facts.relatives > 0.0 { ages.employment(facts.age) } else { 0.0 })
}

/// The probability of what happens in each lane.
fn weights(block: &BlockYear<'_>, out: &Outputs, employed: f64) -> Column {
    let (c, draw, theta) = (block.constants(), block.draw, &block.draw.theta);
    let served = person::service((block, 0), &c, out.running[0], out.granted[0]).served_share;
    let logistic = |base: f64, response: f64| {
        1.0 / (1.0 + crate::math::exp(-(base + response * (served - theta.served_reference))))
    };
    let works = theta.work_capable_share * logistic(block.shared.work_base[0], theta.work_response);
    let studies = logistic(draw.education_logit, theta.education_response);
    let relatives = [1.0 - employed, employed * (1.0 - out.hazard[0]), employed * out.hazard[0]];
    let either = |probability: f64, way: usize| [1.0 - probability, probability][way];
    let mut weights = [0.0; BLOCK];
    for (lane, weight) in weights.iter_mut().enumerate().take(LANES) {
        *weight = relatives[way(lane, 1, 3)]
            * either(theta.allowance_share, way(lane, 3, 2))
            * either(works, way(lane, 6, 2))
            * either(studies, way(lane, 12, 2));
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::super::explain::tests::told_as_it_is;
    use super::*;
    use crate::scenario::load;
    use crate::scenario::overrides::Options;

    /// Formulas lead to what the kernel left, whoever the person is and whatever the model.
    #[test]
    fn every_formula_of_a_case_leads_to_its_result() {
        let options = Options { sets: vec!["unmet_value=100".into()], models: None, years: Some(6) };
        let scenario = load("variants", &options).expect("shipped");
        let engine = Engine::new(&scenario).expect("sound");
        let draw = at_means(&engine);
        let plain = Facts {
            age: 40.0,
            need: 60.0,
            granted: 45.0,
            other_cost: 1_200_000.0,
            intellectual: false,
            rapid: false,
            relatives: 1.0,
            year: scenario.base_year,
            vacancy: None,
            break_weeks: 0.0,
            waiting_months: 0.0,
            need_before: 60.0,
            zone: 0,
        };
        let child = Facts { age: 9.0, intellectual: true, relatives: 2.0, zone: 3, ..plain.clone() };
        let ill = Facts {
            age: 24.0,
            rapid: true,
            need: 120.0,
            break_weeks: 6.0,
            waiting_months: 3.0,
            year: scenario.base_year + 5,
            ..plain.clone()
        };
        let old = Facts { age: 80.0, vacancy: Some(0.1), relatives: 0.0, ..plain.clone() };
        let disabled = Facts { intellectual: true, granted: 20.0, need: 47.0, ..plain.clone() };
        for facts in [plain, child, ill, old, disabled] {
            for year in calculate(&scenario, &draw, &facts) {
                told_as_it_is(&year);
            }
        }
    }
}

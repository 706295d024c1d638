//! Persons whose year in the kernel is worked out by hand: what the columns of a block must hold.

use super::accumulate::{DerivedColumns, accumulate};
use super::costs::{PersonCosts, Prices, Services, pay, person_costs};
use super::group::taking_over;
use super::group_sums::GroupSums;
use super::in_year::InYear;
use super::outputs::{AssessmentColumns, Outputs, ShareColumns};
use super::person::{BlockYear, TakingOver, assessment, consequences, decision, ease, service};
use super::run::Engine;
use super::setup::Draw;
use super::shared::Shared;
use super::step::{self, municipal_shares};
use super::sums::{ByUnit, COVERAGE_BINS, Sums};
use super::without_bpa;
use super::year_constants::{Assessor, Constants};
use crate::behaviour::relatives::Care;
use crate::population::{BLOCK, Persons};
use crate::rules::hour_grant::HourGrantTerms;
use crate::rules::refund::RefundTerms;
use crate::scenario::load;
use crate::scenario::overrides::Options;

/// A block in a year in which nothing is drawn, paid or closed but what a test sets.
struct Block {
    draw: Draw,
    in_year: InYear,
    persons: Persons,
    shared: Shared,
    null: ShareColumns,
    own: ShareColumns,
}

/// Terms of refund of wages alone, above a million at every age.
const TERMS: RefundTerms = RefundTerms {
    rate: 0.5,
    threshold: 1e6,
    min_age: 0.0,
    max_age: 200.0,
    claim_share: 1.0,
    salience: 1.0,
    deduction: 0.0,
    deduction_min_age: 0.0,
    wage_share: 1.0,
    other_wage_share: 1.0,
};

impl Block {
    fn new() -> Block {
        let options = Options { models: Some(vec!["A".into()]), years: Some(3), ..Options::default() };
        let scenario = load("national", &options).expect("shipped");
        let engine = Engine::new(&scenario).expect("sound");
        let mut draw = engine.draw(&engine.means());
        draw.theta.other_services_relief = 0.5;
        let mut in_year = draw.in_year[1][2].clone();
        in_year.refund = RefundTerms { rate: 0.8, ..TERMS };
        in_year.refund_without = TERMS;
        in_year.hour_grant = HourGrantTerms { rate: 0.0, above_hours: 0.0 };
        (in_year.price, in_year.traditional_price, in_year.wage) = (500.0, 1_000.0, 1.0);
        in_year.arenas = [0.0; 3];
        let mut persons = Persons::new();
        persons.alive.fill(1.0);
        persons.age.fill(40.0);
        persons.zone_price.fill(1.0);
        let (shared, null, own) = (Shared::new(), ShareColumns::new(), ShareColumns::new());
        Block { draw, in_year, persons, shared, null, own }
    }

    fn year(&self) -> BlockYear<'_> {
        BlockYear {
            persons: &self.persons,
            shared: &self.shared,
            draw: &self.draw,
            in_year: &self.in_year,
            null: &self.null,
            own: &self.own,
            taking_over: None,
            later: 1.0,
        }
    }
}

/// One has 40 hours of BPA beside a million of other services, of which half more would be needed without it; the other has 60
/// hours at home and no decision.
#[test]
fn who_has_no_decision_is_refunded_on_the_terms_of_those() {
    let mut block = Block::new();
    block.persons.other[0] = 1e6;
    let mut out = Outputs::new();
    (out.recipient[0], out.running[0], out.delivered[0]) = (1.0, 1.0, 40.0);
    out.traditional[1] = 60.0;
    out.assessed.squeeze[..2].copy_from_slice(&[0.25, 0.5]);
    pay::<true>(&block.year(), &mut out);
    let of = |column: ByUnit| [out.adds(column, 0), out.adds(column, 1)];
    // 52·40·500 and 52·60·1 000 above a million, at 80 and 50 per cent.
    assert_eq!(of(ByUnit::Refund), [0.8 * 1_040_000.0, 0.5 * 2_120_000.0]);
    assert_eq!(of(ByUnit::RefundBpa), [0.8 * 1_040_000.0, 0.0]);
    assert_eq!(of(ByUnit::RefundPool), [0.0, 0.5 * 2_120_000.0]);
    assert_eq!(of(ByUnit::Other), [1e6, 0.0]);
    assert_eq!(of(ByUnit::Delivered), [40.0, 0.0]);
    assert_eq!(of(ByUnit::Squeeze), [0.25, 0.0]);
    assert_eq!(out.refunded[..3], [1.0, 1.0, 0.0]);
    // The same persons where no model gives BPA: the first has other services for a million and a half.
    pay::<false>(&block.year(), &mut out);
    let of = |column: ByUnit| [out.adds(column, 0), out.adds(column, 1)];
    assert_eq!(of(ByUnit::Refund), [0.5 * 500_000.0, 0.5 * 2_120_000.0]);
    assert_eq!(of(ByUnit::RefundPool), of(ByUnit::Refund));
    assert_eq!(of(ByUnit::Other), [1.5e6, 0.0]);
}

/// Coverage of 0 to 2 in bins of a four hundredth; all above stands in the last one.
#[test]
fn coverage_is_counted_in_its_bin() {
    let block = Block::new();
    let mut out = Outputs::new();
    let coverages = [0.0, 0.002, 0.0025, 1.0, 1.9999, 2.0, 7.0];
    out.recipient[..coverages.len()].fill(1.0);
    out.coverage[..coverages.len()].copy_from_slice(&coverages);
    let (mut rows, mut sums) = (GroupSums::default(), Sums::new(1, 1, 1));
    rows.clear(&[], 1);
    let places = rows.places(&Persons::new());
    let mut derived = DerivedColumns::new();
    accumulate((&block.persons, &[0.0; BLOCK]), &out, &places, (0, 0), &mut derived, &mut rows, &mut sums);
    let counted = |bin: usize| sums.coverage[0][bin];
    assert_eq!([0, 1, 400, 799].map(counted), [2, 1, 1, 3]);
    assert_eq!(sums.coverage[0][..COVERAGE_BINS].iter().sum::<u32>(), 7);
}

/// In the second of four years a half of the cases has moved to the state, and the rest is decided as today.
#[test]
fn cases_move_by_the_phase_to_the_decider_in_full_effect() {
    let sets = ["decided_by=state", "start_year=2025", "phase_in_years=4", "refund.rate=0.95"];
    let sets = sets.map(|set| format!("financing.A.{set}")).to_vec();
    let options = Options { sets, models: Some(vec!["A".into()]), years: Some(4) };
    let scenario = load("national", &options).expect("shipped");
    let engine = Engine::new(&scenario).expect("sound");
    let draw = engine.draw(&engine.means());
    let [null, own] = [0, 1].map(|model: usize| &draw.in_year[model][2]);
    let mut persons = Block::new().persons;
    (persons.need[0], persons.baseline[0]) = (60.0, 0.8);
    let (mut full, mut expected) = (ShareColumns::new(), ShareColumns::new());
    let moved = taking_over(&persons, null, own, &mut full).expect("on their way");
    let whole = own.full.as_deref().expect("on their way");
    municipal_shares(&persons, whole, &mut expected);
    assert_eq!((moved.moved, moved.shares.average), (0.5, expected.average));
    assert!(std::ptr::eq(moved.null, null) && std::ptr::eq(moved.full, whole));
    assert!(taking_over(&persons, null, null, &mut full).is_none());
}

/// A quarter of the cases is assessed by the state, which does not squeeze as the municipality does, the rest by the municipality.
#[test]
fn cases_on_their_way_are_assessed_by_both_for_their_shares() {
    let mut block = Block::new();
    (block.persons.need[0], block.persons.generosity[0], block.persons.case[0]) = (60.0, 0.0625, -0.25);
    block.shared.openness[0] = 1.5;
    let [mut today, mut state] = [block.in_year.clone(), block.in_year.clone()];
    today.practice.squeeze.rate_null = 0.03;
    (today.practice.squeeze.rate, today.practice.squeeze.years, today.practice.squeeze.own_years) =
        (0.03, 4.0, 4.0);
    state.practice.squeeze = today.practice.squeeze;
    (state.practice.squeeze.rate, state.practice.squeeze.own_years) = (0.01, 2.0);
    (block.null.marginal[0], block.null.average[0]) = (0.9, 0.8);
    let mut shares = ShareColumns::new();
    (shares.marginal[0], shares.average[0]) = (0.5, 0.25);
    let mut found = AssessmentColumns::new();
    let over = TakingOver { null: &today, full: &state, shares: &shares, moved: 0.25 };
    let year = BlockYear { taking_over: Some(over), ..block.year() };
    step::assess(&year, &year.constants(), &mut found);
    let by = |m: &InYear, own: &ShareColumns| {
        let assessor = Assessor::new(m);
        let eased = ease((&block.year(), 0), &assessor, own);
        let x = assessment((&block.year(), 0), &assessor, own, eased);
        [eased[0], x.coverage, x.hazard]
    };
    let (before, after) = (by(&today, &block.null), by(&state, &shares));
    let expected: [f64; 3] = std::array::from_fn(|k| 0.25 * after[k] + 0.75 * before[k]);
    assert_eq!([found.squeeze[0], found.coverage[0], found.hazard[0]], expected);
    // They differ, and nothing is zero: another mixture would be another number.
    assert!(
        (0..3).all(|k| before[k] != after[k] && before[k] > 0.0 && after[k] > 0.0),
        "{before:?} {after:?}"
    );
}

/// A person is awarded BPA and waits a quarter of the year: three months; who moves away does not die.
#[test]
fn months_of_wait_and_deaths_are_of_recipients() {
    let mut block = Block::new();
    block.persons.need[..2].fill(20.0);
    block.shared.openness[0] = 1e6;
    block.shared.wait[0] = 0.5;
    block.shared.leaves[..2].fill(1.0);
    block.shared.moves[0] = 1.0;
    block.shared.exit[..2].fill(9.0);
    block.in_year.force.levers.processing_months = 6.0;
    let (mut had, mut out) = ([0.0; BLOCK], Outputs::new());
    had[1] = 1.0;
    let year = block.year();
    step::decide(&year, &mut had, &mut out);
    assert_eq!(out.waiting[..2], [0.25 * 12.0, 0.0]);
    assert_eq!(out.running[0], 0.75);
    step::serve(&year, &mut out);
    assert_eq!((&out.moves[..2], &out.deaths[..2]), (&[1.0, 0.0][..], &[0.0, 1.0][..]));
}

/// Of five persons whom no model gives BPA two are awarded it; one is dead, one is too old, and one is not decided on.
#[test]
fn only_the_living_below_the_limit_are_awarded() {
    let mut block = Block::new();
    block.in_year.kept_until = 67.0;
    block.persons.need[..5].fill(20.0);
    block.shared.openness[..5].fill(1e6);
    block.persons.alive[1] = 0.0;
    block.persons.age[2] = 80.0;
    block.shared.award[3] = f64::INFINITY;
    let (mut found, mut awarded) = (AssessmentColumns::new(), [0.0; BLOCK]);
    without_bpa::decide(&block.year(), &mut found, &mut awarded);
    assert_eq!(awarded[..5], [1.0, 0.0, 0.0, 0.0, 1.0]);
}

/// Chance happens below its probability, not at it; a rapid condition is decided fast; a review is held where nothing guards hours.
#[test]
fn decisions_follow_what_is_drawn() {
    let mut block = Block::new();
    let mut c = block.year().constants();
    (c.exit_rate, c.kept_until, c.fast_track_months, c.processing_months) = (0.25, f64::INFINITY, 2.0, 6.0);
    (c.reviews, c.transition_cut, c.coverage_min) = (1.0, 0.5, 0.1);
    block.shared.exit[..2].copy_from_slice(&[0.25, 0.24]);
    block.shared.award[..4].copy_from_slice(&[9.0, 9.0, 0.5, 0.5]);
    block.shared.wait[2..4].fill(0.5);
    block.persons.rapid[2] = 1.0;
    block.shared.reviewed[4] = 1.0;
    let of = |lane: usize, had: f64, c: &Constants| decision((&block.year(), lane), c, had, 0.8, 0.6);
    assert_eq!([of(0, 1.0, &c), of(1, 1.0, &c)].map(|own| (own.exited, own.has)), [(0.0, 1.0), (1.0, 0.0)]);
    // Two months and six, of which half an average is waited.
    let awarded = [of(2, 0.0, &c), of(3, 0.0, &c)].map(|own| (own.awarded, own.months, own.wait));
    assert_eq!(awarded, [(1.0, 2.0, 2.0 * (1.0 / 12.0) * 0.5), (1.0, 6.0, 6.0 * (1.0 / 12.0) * 0.5)]);
    assert_eq!([of(4, 1.0, &c), of(5, 1.0, &c)].map(|own| own.coverage), [0.4, 0.8]);
    c.reviews = 0.0;
    assert_eq!(of(4, 1.0, &c).coverage, 0.8);
}

/// Two relatives in work who lose five hours a week, and are on sick leave for a tenth of what is left of 37.5.
#[test]
fn what_care_does_is_of_all_relatives() {
    let mut block = Block::new();
    let mut c = block.year().constants();
    (c.full_time_hours, c.allowance_min_hours, c.allowance_share) = (37.5, 10.0, 0.5);
    block.persons.relatives[..2].fill(2.0);
    block.shared.employed[..2].fill(1.0);
    block.persons.exit_u[..2].copy_from_slice(&[0.25, 0.125]);
    let care =
        Care { hours: 30.0, each: 15.0, lost: 5.0, hazard: 0.25, sick: 0.1, strain: 4.0, ..Care::default() };
    let [stays, leaves] = [0, 1].map(|lane| consequences((&block.year(), lane), &c, &care, 1.5));
    assert_eq!((stays.exits, stays.out, stays.still_employed, stays.lost_work), (0.0, 0.0, 2.0, 10.0));
    assert_eq!((stays.sick_leave, stays.time, stays.strain), (2.0 * 0.1 * 32.5, 21.5, 8.0));
    assert_eq!((leaves.exits, leaves.out, leaves.still_employed, leaves.lost_work), (1.0, 2.0, 0.0, 75.0));
    assert_eq!((leaves.sick_leave, leaves.time), (0.0, 1.5));
    assert_eq!(stays.allowance, 1.0);
}

/// A break comes below its probability; what is served is BPA while it runs and traditional services while it does not.
#[test]
fn services_are_delivered_while_they_run() {
    let mut block = Block::new();
    let mut c = block.year().constants();
    (c.break_probability, c.vacancy, c.work_leader_hours) = (0.25, 0.125, 4.0);
    (c.traditional_coverage, c.coverage_min, c.traditional_squeeze) = (0.5, 0.1, 0.0);
    (c.years, c.own_years, c.offset_share) = (0.0, 0.0, 0.0);
    block.shared.break_u[..2].copy_from_slice(&[0.25, 0.125]);
    block.shared.break_length[..2].fill(0.5);
    block.shared.leads[0] = 1.0;
    block.persons.need[..2].fill(16.0);
    block.shared.per_need[..2].fill(1.0 / 16.0);
    let [whole, broken] = [0, 1].map(|lane| service((&block.year(), lane), &c, 0.5, 16.0));
    assert_eq!((whole.broken, whole.delivered, whole.leading), (0.0, 0.5 * 16.0 * 0.875, 2.0));
    assert_eq!((broken.broken, broken.delivered, broken.leading), (0.5, 0.25 * 16.0 * 0.875, 0.0));
    // Half a year of eight hours at home besides.
    assert_eq!(whole.served_share, (7.0 + 4.0) / 16.0);
}

/// What a person costs by hand, in a zone a quarter dearer: 24 hours at 625 for half a year, of which 19 count for the grant.
#[test]
fn costs_are_in_the_prices_of_the_zone() {
    let mut block = Block::new();
    block.in_year.hour_grant = HourGrantTerms { rate: 0.5, above_hours: 10.0 };
    (block.in_year.staffed_home, block.in_year.wage) = (1e6, 2.0);
    let prices = Prices::new(0.25, &block.in_year);
    let at_home = Services {
        delivered: 20.0,
        arenas: 4.0,
        running: 0.5,
        traditional: 3.0,
        staffed: 0.0,
        other: 10_000.0,
    };
    let PersonCosts { costs, grant_hours } = person_costs(&prices, 1.25, at_home);
    assert_eq!((costs.bpa, grant_hours, costs.hour_grant), (780_000.0, 19.0, 308_750.0));
    assert_eq!((costs.traditional, costs.other), (52.0 * 3.0 * 1_250.0, 22_500.0));
    let staffed = person_costs(&prices, 1.25, Services { staffed: 1.0, ..at_home });
    assert_eq!(staffed.costs.traditional, 625_000.0);
}

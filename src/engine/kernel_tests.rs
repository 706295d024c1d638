//! Persons whose year in the kernel is worked out by hand: what the columns of a block must hold.

use super::accumulate::{DerivedColumns, accumulate};
use super::costs::pay;
use super::group::taking_over;
use super::group_sums::GroupSums;
use super::in_year::InYear;
use super::outputs::{Outputs, ShareColumns};
use super::person::BlockYear;
use super::run::Engine;
use super::setup::Draw;
use super::shared::Shared;
use super::step::municipal_shares;
use super::sums::{ByUnit, COVERAGE_BINS, Sums};
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

//! V-C: financing. V-C09, V-C14 and V-C17 come later (gate 2). The refund rule's own cases (V-C01,
//! V-C02, V-C03, V-C08) stand beside it in `rules::refund`.

use super::common::{AT_HOME, NO_BEHAVIOUR, both, national, run, small, value, world};
use bpasim::engine::national::WorldFigures;
use bpasim::engine::results::{Results, UnitFigure};
use bpasim::engine::run::Engine;
use bpasim::engine::single::given::{Facts, at_means, calculate};
use bpasim::ledger::{Item, Payer};
use bpasim::outcomes::{Kind, Outcome};
use bpasim::rules::refund::{self, Costs};
use bpasim::scenario::Scenario;
use proptest::prelude::*;

const START: &[&str] = &["financing.A.start_year=2025", "financing.B.start_year=2025"];

/// A person of 40 years: 60 hours needed, 50 granted, all delivered.
fn facts() -> Facts {
    Facts {
        age: 40.0,
        need: 60.0,
        granted: 50.0,
        other_cost: 0.0,
        intellectual: false,
        rapid: false,
        relatives: 0.0,
        year: 2024,
        vacancy: Some(0.0),
        break_weeks: 0.0,
        waiting_months: 0.0,
        need_before: 60.0,
        zone: 0,
    }
}

/// The refund in a case under the zero alternative: claimed in full, no response.
fn refund_under_null(sets: &[&str], facts: &Facts) -> f64 {
    let round = ["refund.claim_share=1", "bpa_hour_cost=500", "wage_share=0.8", "other_wage_share=0.75"];
    let s = small(2, &both(&both(NO_BEHAVIOUR, &round), sets));
    let engine = Engine::new(&s).expect("engine");
    calculate(&s, &at_means(&engine), facts)[0].result("refund").expect("a refund")
}

/// Bits of every outcome of a model in a year, all worlds.
fn bits(r: &Results, model: usize, year: usize) -> Vec<u64> {
    let worlds = r.national.in_memory().dim().0;
    (0..worlds)
        .flat_map(|w| Outcome::ALL.iter().map(move |o| (w, *o)))
        .map(|(w, o)| value(r, w, model, o, year))
        .map(|x| if x.is_nan() { u64::MAX } else { x.to_bits() })
        .collect()
}

#[test]
fn v_c03_the_age_gate_of_a_run_is_the_year_one_turns_67() {
    let rich = |age| refund_under_null(&[], &Facts { age, other_cost: 2_000_000.0, ..facts() });
    // base 0.8·1 300 000 + 0.75·2 000 000 = 2 540 000, threshold of the 2025 budget
    assert!((rich(67.0) - 0.8 * (2_540_000.0 - 1_692_000.0)).abs() < 1e-6);
    assert_eq!(rich(68.0), 0.0);
    let later = refund_under_null(&["refund.max_age=70"], &Facts { age: 68.0, other_cost: 2e6, ..facts() });
    assert!(later > 0.0, "the age is a switch");
}

proptest! {
    #[test]
    fn v_c04_deductions_may_come_in_any_order(
        bpa in 0.0..5e6f64, other in 0.0..3e6f64, grant in 0.0..3e6f64, deduction in 0.0..1e6f64,
        threshold in 0.0..2e6f64, rate in 0.0..1.0f64,
    ) {
        let (w, wo) = (0.87, 0.8);
        let costs = Costs { bpa, hour_grant: grant.min(bpa), traditional: 0.0, other };
        let own = refund::base(costs, w, wo, deduction);
        let parts = [w * bpa + wo * other, -w * grant.min(bpa), -deduction];
        for order in [[0, 1, 2], [1, 2, 0], [2, 0, 1], [0, 2, 1]] {
            let sum: f64 = order.iter().map(|i| parts[*i]).sum();
            prop_assert!((sum - own).abs() <= 1e-9 * (1.0 + bpa + other));
        }
        prop_assert!(refund::refund(own, threshold, rate, 0.95) >= 0.0);
    }
}

#[test]
fn v_c04_the_user_charge_is_not_in_the_refund_base() {
    let without = run(&small(3, &both(START, &["copayment.null=0"])), 3, 1);
    let with = run(&small(3, &both(START, &["copayment.null=50000"])), 3, 1);
    for model in 0..3 {
        for (w, t) in (0..3).flat_map(|w| (0..3).map(move |t| (w, t))) {
            let of = |r: &Results, o| value(r, w, model, o, t);
            assert_eq!(of(&without, Outcome::Refund).to_bits(), of(&with, Outcome::Refund).to_bits());
            assert_eq!(of(&without, Outcome::Copayment), 0.0);
        }
    }
    assert!(value(&with, 0, 0, Outcome::Copayment, 0) > 0.0);
}

#[test]
fn v_c05_overhead_and_profit_are_the_municipalitys_own() {
    let calm = both(NO_BEHAVIOUR, AT_HOME);
    // 400 · 0.9 = 450 · 0.8: the same wages, 50 kroner an hour more of everything else.
    let lean = run(&small(3, &both(&calm, &["bpa_hour_cost=400", "wage_share=0.9"])), 3, 1);
    let fat = run(&small(3, &both(&calm, &["bpa_hour_cost=450", "wage_share=0.8"])), 3, 1);
    for (w, t) in (0..3).flat_map(|w| (0..3).map(move |t| (w, t))) {
        let rise = |o| value(&fat, w, 0, o, t) - value(&lean, w, 0, o, t);
        let refund = value(&lean, w, 0, Outcome::Refund, t);
        // Øre by unit are rounded in each run.
        assert!(rise(Outcome::Refund).abs() <= 0.01 * 7.0 + 1e-9 * refund, "{}", rise(Outcome::Refund));
        let cost = rise(Outcome::BpaCost) + rise(Outcome::TraditionalCost);
        assert!(
            cost > 0.0 && (rise(Outcome::MunicipalityNet) - cost).abs() <= 0.01 * 7.0 * 4.0 + 1e-9 * cost
        );
    }
}

#[test]
fn v_c06_the_threshold_meets_a_person_once() {
    // 1 040 000 of wages in BPA and 1 050 000 in the rest: neither passes 1 692 000 alone.
    let [bpa, rest] = [
        refund_under_null(&[], &facts()),
        refund_under_null(&[], &Facts { granted: 1e-9, other_cost: 1_400_000.0, ..facts() }),
    ];
    assert_eq!((bpa, rest), (0.0, 0.0));
    let together = refund_under_null(&[], &Facts { other_cost: 1_400_000.0, ..facts() });
    assert!((together - 0.8 * (1_040_000.0 + 1_050_000.0 - 1_692_000.0)).abs() < 1e-6);
}

#[test]
fn v_c07_cash_and_the_closing_claim_are_what_was_earned() {
    let s = small(5, &both(START, &["financing.A.refund.lag_years=2"]));
    for draw in 0..3 {
        let (_, _, f) = world(&s, draw, 1);
        for model in 0..3 {
            let earned: i64 = (0..5).map(|t| f.accounts[model * 5 + t].get(Payer::State, Item::Refund)).sum();
            let paid: i64 = f.refund_paid[model * 5..][..5].iter().sum();
            assert_eq!(paid + f.closing_claim[model], earned);
            // Persons without BPA keep today's lag under B too.
            let late = [true, true, true][model];
            assert!(earned > 0 && (f.closing_claim[model] > 0) == late, "model {model}");
        }
        // A lag of one year: paid in t + 1 what was earned in t.
        for t in 0..4 {
            assert_eq!(f.refund_paid[t + 1], f.accounts[t].get(Payer::State, Item::Refund));
        }
        assert_eq!(f.refund_paid[0], 0);
    }
}

/// Nothing about persons changes: same people, need, decisions and delivery each year.
const STILL: &[&str] = &[
    "institution_rate.0-17=0",
    "institution_rate.18-49=0",
    "institution_rate.50-66=0",
    "institution_rate.67-79=0",
    "institution_rate.80+=0",
    "excluded_housing_share=0",
    "mortality_base.A=0",
    "mortality_base.B=0",
    "rapid_death=0",
    "need_growth=-0.2",
    "exit_rate=0",
    "recipients_growth=-0.5",
    "need_trend=0",
    "need_drift.stable=0",
    "need_drift.progressive=0",
    "need_drift.rapid=0",
    "need_drift.intellectual=0",
    "need_sd=0",
    "break_rate=0",
    "vacancy_trend=0",
    "transition_review=0",
    "refund.max_age=120",
    "financing.zero.refund.deduct_intellectual=false",
    "wage_growth.long_run=0.035",
];

/// The refund as a share of the services' cost under the zero alternative, by year.
fn refund_shares(extra_growth: f64) -> Vec<f64> {
    let growth = format!("threshold_extra_growth={extra_growth}");
    let s = small(12, &both(&both(NO_BEHAVIOUR, STILL), &[growth.as_str()]));
    let (_, _, f) = world(&s, 0, 1);
    let at = |o: Outcome, t: usize| f.outcomes[o.index() * 13 + t];
    (0..12)
        .map(|t| {
            let cost = at(Outcome::BpaCost, t) + at(Outcome::TraditionalCost, t) + at(Outcome::OtherCost, t);
            at(Outcome::Refund, t) / cost
        })
        .collect()
}

#[test]
fn v_c10_a_threshold_that_stands_still_makes_the_state_pay_more() {
    // After the last known value (checked: no threshold is known after the budget of 2026).
    let s = small(2, &[]);
    let last = s.parameters.dated("refund.threshold").expect("thresholds").last_year();
    let after = (last + 1 - s.base_year) as usize;
    assert!(after < 4, "{last}");
    let with_wages = refund_shares(0.0);
    for share in &with_wages[after..] {
        // Rounding to øre: some 1e-12 of the sums.
        assert!((share / with_wages[after] - 1.0).abs() < 1e-9, "{with_wages:?}");
    }
    let still = refund_shares(1.0 / 1.035 - 1.0);
    assert!(still[after..].windows(2).all(|w| w[1] > w[0] * 1.001), "{still:?}");
}

/// B with every lever of the zero alternative.
const B_AS_NULL: &[&str] = &[
    "financing.B.start_year=2025",
    "financing.B.refund.rate=refund.rate",
    "financing.B.refund.threshold_factor=1",
    "financing.B.refund.max_age=refund.max_age",
    "financing.B.refund.claim_share=refund.claim_share",
    "financing.B.refund.salience=refund.salience",
    "financing.B.refund.lag_years=1",
    "financing.B.hour_grant.rate=0",
    "financing.B.refund.scope=all",
    "financing.B.harmonisation=0",
    "financing.B.fast_track_months=none",
    "financing.B.one_off.municipal=0",
    "financing.B.one_off.state=0",
];

#[test]
fn v_c11_model_b_with_todays_levers_is_the_zero_alternative() {
    let r = run(&small(5, B_AS_NULL), 5, 1);
    for t in 0..6 {
        assert_eq!(bits(&r, 2, t), bits(&r, 0, t), "year {t}");
    }
    // One lever away it is not.
    let r = run(&small(5, &both(B_AS_NULL, &["financing.B.refund.rate=0.81"])), 5, 1);
    assert_ne!(bits(&r, 2, 4), bits(&r, 0, 4));
}

/// A as a payer only: the municipality decides and administers, from 2025 in full effect.
const A_PAYS: &[&str] = &[
    "financing.A.start_year=2025",
    "financing.A.phase_in_years=1",
    "financing.A.decided_by=municipality",
    "financing.A.harmonisation=0",
    "financing.A.norm_drift=0",
    "financing.A.admission_drift=0",
    "financing.A.processing_months=processing_months",
    "financing.A.fast_track_months=none",
    "financing.A.transition_guarantee=false",
    "financing.A.copayment=copayment.null",
    "financing.A.admin.municipal=admin.municipal",
    "financing.A.admin.state=0",
    "financing.A.one_off.municipal=0",
    "financing.A.one_off.state=0",
    "financing.A.offset_share=0",
];

/// Of persons with BPA: what the rest of the scheme costs below half the threshold is not known, so that terms for all may
/// not go there.
#[test]
fn v_c12_a_full_refund_without_threshold_is_full_state_payment() {
    let everything = [
        "financing.B.refund.scope=bpa",
        "financing.B-scheme.refund.scope=bpa",
        "pool_ratio=0",
        "need_growth=-0.2",
        "exit_rate=0",
        "other_services_share=0",
        "wage_share=1",
        "financing.B.phase_in_years=1",
        "financing.B.refund.threshold_factor=0",
        "financing.B.refund.rate=1",
        "financing.B.refund.claim_share=1",
        "financing.B.refund.min_age=0",
        "financing.B.refund.max_age=none",
        "financing.B.refund.deduct_intellectual=false",
    ];
    let base = both(&both(B_AS_NULL, A_PAYS), NO_BEHAVIOUR);
    let r = run(&small(4, &both(&base, &everything)), 4, 1);
    for (w, t) in (0..4).flat_map(|w| (1..4).map(move |t| (w, t))) {
        for o in [Outcome::MunicipalityNet, Outcome::StateNet, Outcome::DeliveredHours, Outcome::UsersNet] {
            let [a, b] = [1, 2].map(|m| value(&r, w, m, o, t));
            // Two ways to the same amount: half an øre a unit each.
            assert!((a - b).abs() <= 0.01 * 7.0 + 1e-12 * a.abs(), "{o:?}: {a} {b}");
        }
        assert!(value(&r, w, 1, Outcome::HourGrant, t) > 0.0 && value(&r, w, 1, Outcome::Refund, t) == 0.0);
    }
}

#[test]
fn v_c13_state_payment_of_nothing_is_today_without_the_refund() {
    let nothing =
        ["financing.A.hour_grant.rate=0", "financing.A.refund.rate=0", "financing.A.refund.scope=all"];
    let base = both(&both(A_PAYS, NO_BEHAVIOUR), &nothing);
    let whole = small(4, &base);
    let mut simulated = whole.clone();
    simulated.scheme = None;
    let mut without = small(4, &both(&base, &["refund.rate=0"]));
    without.scheme = None;
    let [all, a, none] = [&whole, &simulated, &without].map(|s| run(s, 4, 1));
    for t in 1..4 {
        // Nothing is owed from before the start but the refund of the year before.
        let cash = [Outcome::MunicipalityNetCash, Outcome::StateNetCash];
        for o in Outcome::ALL.iter().filter(|o| t > 1 || !cash.contains(o)) {
            for w in 0..4 {
                let (own, today) = (value(&a, w, 1, *o, t), value(&none, w, 0, *o, t));
                assert!(own.to_bits() == today.to_bits() || own.is_nan() && today.is_nan(), "{o:?} {t}");
            }
        }
        assert!(value(&a, 0, 0, Outcome::Refund, t) > 0.0);
        // The rest of the scheme loses all that it gets today, and municipalities' net holds it; nothing else of the
        // simulated persons moves.
        for w in 0..4 {
            let of = |r, o| value(r, w, 1, o, t);
            let base = of(&all, Outcome::SchemeBase);
            let rounding = 0.01 * whole.units.len() as f64 + 1e-12 * base;
            assert!(base > 0.0 && (of(&all, Outcome::SchemeReform) + base).abs() <= rounding);
            for (o, sign) in [(Outcome::MunicipalityNet, 1.0), (Outcome::StateNet, -1.0)] {
                let moved = of(&all, o) - of(&a, o);
                assert!(
                    (moved - sign * base).abs() <= rounding + 1e-12 * of(&all, o).abs(),
                    "{o:?}: {moved} {base}"
                );
            }
            for o in [Outcome::Refund, Outcome::PublicNet, Outcome::SocietyCost, Outcome::GrantedHours] {
                assert_eq!(of(&all, o), of(&a, o), "{o:?}");
            }
        }
    }
}

/// A figure of every unit in a year in whole øre, nominal.
fn ore_by_unit(
    s: &Scenario,
    f: &WorldFigures,
    to_fixed: f64,
    model: usize,
    t: usize,
    figure: UnitFigure,
) -> Vec<i64> {
    (0..s.units.len())
        .map(|u| f.of_unit(u, model, t, figure))
        .map(|fixed| (fixed / to_fixed * 100.0).round() as i64)
        .collect()
}

/// Withdrawal and relief of every municipality in the first year (`kept` 0), the first in full effect, or the last, and the ledger's sum of withdrawals, øre.
fn withdrawal(sets: &[&str], kept: usize) -> (Vec<i64>, Vec<i64>, i64) {
    let s = national(6, &both(&["financing.A.start_year=2025"], sets));
    let (draw, _, f) = world(&s, 0, 1);
    let t = [0, 4, 5][kept];
    assert_eq!(s.units.len(), 357);
    let of = |model, figure| ore_by_unit(&s, &f, draw.economy.to_fixed[t], model, t, figure);
    let (null, own) = (of(0, UnitFigure::MunicipalityNetBpa), of(1, UnitFigure::MunicipalityNetBpa));
    let relief = null.iter().zip(&own).map(|(a, b)| a - b).collect();
    let account = &f.accounts[6 + t];
    assert_eq!(
        account.get(Payer::Municipality, Item::Withdrawal),
        -account.get(Payer::State, Item::Withdrawal)
    );
    (of(1, UnitFigure::Withdrawal), relief, account.get(Payer::Municipality, Item::Withdrawal))
}

/// The kept years are those of the slower model B, in full effect in 2028 here.
const B_SLOW: &str = "financing.B.start_year=2027";

#[test]
fn v_c15_what_is_withdrawn_is_what_municipalities_are_relieved_of() {
    let fixed = ["financing.A.start_year=2027", B_SLOW];
    let (own, relief, sum) = withdrawal(&fixed, 1);
    assert_eq!(own, relief, "every municipality its own, to the øre");
    assert_eq!(own.iter().sum::<i64>(), sum);
    assert!(sum > 0 && own.last().copied() != Some(0), "the last municipality as well");
    let (shared, _, same_sum) = withdrawal(&both(&fixed, &["financing.A.offset_by=population"]), 1);
    assert_eq!(same_sum, sum);
    let gain: Vec<i64> = own.iter().zip(&shared).map(|(a, b)| a - b).collect();
    assert_eq!(gain.iter().sum::<i64>(), 0, "what some win others lose");
    assert!(gain.iter().any(|g| *g > 0) && gain.iter().any(|g| *g < 0));
    assert!(shared.iter().all(|w| *w > 0), "nobody is left out of the key");
    let (half, _, half_sum) = withdrawal(&both(&fixed, &["financing.A.offset_share=0.5"]), 1);
    // Each municipality's half is rounded to a whole øre.
    assert!((2 * half_sum - sum).abs() <= 357);
    assert!(half.iter().zip(&relief).all(|(h, r)| (2 * h - r).abs() <= 1));
}

#[test]
fn v_c15_a_fixed_withdrawal_grows_with_wages_only() {
    let s = national(6, &["financing.A.start_year=2027", B_SLOW]);
    let (draw, _, f) = world(&s, 0, 1);
    let of = |t: usize| ore_by_unit(&s, &f, draw.economy.to_fixed[t], 1, t, UnitFigure::Withdrawal);
    let (full, last) = (of(4), of(5));
    let wages = draw.economy.wage[5] / draw.economy.wage[4];
    assert!(full.iter().zip(&last).all(|(a, b)| (*a as f64 * wages - *b as f64).abs() <= 0.5 + 1e-3));
    let before = f.accounts[6 + 2].get(Payer::Municipality, Item::Withdrawal);
    assert_eq!(before, 0, "nothing before the start");
    // While it is phased in: what the year relieves municipalities of, about half of the relief in full effect.
    let phased = f.accounts[6 + 3].get(Payer::Municipality, Item::Withdrawal) as f64;
    let at =
        |model: usize| f.outcomes[(model * Outcome::COUNT + Outcome::MunicipalityNetBpa.index()) * 7 + 3];
    assert!((phased - 100.0 * (at(0) - at(1))).abs() < 1.0, "{phased}");
    let all = full.iter().map(|a| *a as f64).sum::<f64>();
    assert!(phased > 0.3 * all && phased < 0.6 * all, "{phased} {all}");
}

#[test]
fn v_c16_by_actual_cost_nobody_wins_and_by_population_some_do() {
    let start = ["financing.A.start_year=2027", B_SLOW];
    for kept in [1, 2] {
        let yearly = both(&start, &["financing.A.offset_basis=yearly"]);
        let (own, relief, sum) = withdrawal(&yearly, kept);
        assert_eq!(own, relief, "held harmless every year");
        let by_key = both(&yearly, &["financing.A.offset_by=population"]);
        let (shared, relief, same_sum) = withdrawal(&by_key, kept);
        assert_eq!(same_sum, sum);
        let change: Vec<i64> = shared.iter().zip(&relief).map(|(w, r)| w - r).collect();
        assert_eq!(change.iter().sum::<i64>(), 0);
        assert!(change.iter().filter(|c| **c != 0).count() > 300, "a spread over municipalities");
    }
}

#[test]
fn v_c16_the_withdrawal_is_in_the_municipalitys_net_once() {
    let s = small(4, &both(START, &["financing.A.offset_basis=yearly"]));
    let r = run(&s, 2, 1);
    for (w, t) in (0..2).flat_map(|w| (0..4).map(move |t| (w, t))) {
        let of = |o| value(&r, w, 1, o, t);
        let before = of(Outcome::MunicipalityNetBeforeWithdrawal) + of(Outcome::Withdrawal);
        assert!((of(Outcome::MunicipalityNet) - before).abs() <= 1e-9 * before.abs());
        assert_eq!(of(Outcome::Withdrawal) > 0.0, t >= 1);
        assert_eq!(Outcome::Withdrawal.info().kind, Kind::Money);
    }
}

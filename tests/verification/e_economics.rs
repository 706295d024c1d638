//! V-E: economic results. V-E07 comes later (gate 2); V-E10 and V-E13 with the report.
//! V-E01–E04 also stand as unit tests beside `rules::discounting`; here they are asked of a run.

use super::common::{AT_HOME, NO_BEHAVIOUR, both, run, small, value, world};
use bpasim::analysis::summary::{Basis, Period, Statistic, by_world, summarise};
use bpasim::engine::national::WorldFigures;
use bpasim::engine::results::{Results, UnitFigure};
use bpasim::engine::run::Engine;
use bpasim::engine::sums::Sums;
use bpasim::ledger::{Item, Payer};
use bpasim::outcomes::{Kind, Outcome};
use bpasim::random::WorldKey;
use bpasim::rules::discounting::factors;
use bpasim::scenario::Scenario;
use bpasim::scenario::dated::Series;
use bpasim::scenario::financing::Number;
use bpasim::scenario::parameters::{Parameters, Value};

fn money() -> impl Iterator<Item = Outcome> {
    Outcome::ALL.iter().copied().filter(|o| o.info().discountable)
}

fn total(r: &Results, outcome: Outcome, model: usize, basis: Basis) -> Vec<f64> {
    by_world(r, outcome, model, basis, Period::Total)
}

#[test]
fn v_e01_at_discount_rate_zero_present_value_is_the_plain_sum_in_a_run() {
    let s = small(6, &["discount_rate=0"]);
    let r = run(&s, 2, 1);
    assert!(r.discount.iter().all(|f| *f == 1.0));
    for outcome in money() {
        for model in 0..3 {
            assert_eq!(
                total(&r, outcome, model, Basis::PresentValue),
                total(&r, outcome, model, Basis::Fixed)
            );
        }
    }
}

#[test]
fn v_e02_one_krone_a_year_in_a_run_is_counted_from_the_base_year() {
    // R-109 with the flow of the base year undiscounted: ten years of 1 krone are 8.435332.
    let s = small(10, &[]);
    let r = run(&s, 1, 1);
    assert!((r.discount.iter().sum::<f64>() - 8.435_331_611).abs() < 1e-8);
    let fixed: Vec<f64> = (0..10)
        .map(|t| value(&r, 0, 0, Outcome::BpaCost, t) * r.to_fixed[[0, t]] / 1.04f64.powi(t as i32))
        .collect();
    let pv = total(&r, Outcome::BpaCost, 0, Basis::PresentValue)[0];
    assert!((pv / fixed.iter().sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn v_e03_the_rate_of_a_long_run_falls_and_the_factor_never_rises() {
    let s = small(90, &[]);
    let engine = Engine::new(&s).expect("engine");
    let df = engine.draw(&engine.means()).economy.discount;
    assert_eq!(df.len(), 90);
    assert!((df[40] - 0.208_289_045).abs() < 1e-9);
    assert!((df[41] - 0.202_222_372).abs() < 2e-9);
    assert!((df[75] - 0.074_022_468).abs() < 1e-9);
    assert!((df[76] - 0.074_022_468 / 1.02).abs() < 1e-9);
    assert!(df.windows(2).all(|w| w[1] < w[0]));
}

#[test]
fn v_e04_horizon_zero_is_refused_and_horizon_one_is_one_years_flow() {
    let program = |years: &str| {
        let mut command = crate::program::command();
        command.args(["check", "national", "--years", years]).output().expect("program").status.code()
    };
    assert_eq!((program("0"), program("1")), (Some(2), Some(0)));
    let r = run(&small(1, &[]), 2, 1);
    for outcome in money() {
        let year = by_world(&r, outcome, 0, Basis::Fixed, Period::Year(0));
        assert_eq!(total(&r, outcome, 0, Basis::PresentValue), year);
    }
}

#[test]
fn v_e05_seen_from_k_years_later_all_present_values_grow_alike() {
    let r = run(&small(12, &[]), 3, 1);
    let flow = |w: usize, m: usize, t: usize| value(&r, w, m, Outcome::SocietyCost, t) * r.to_fixed[[w, t]];
    for k in [1usize, 7, 20] {
        let df = factors(0.04, 0.03, 0.02, 12 + k);
        for w in 0..3 {
            let pv = |m: usize, shift: usize| (0..12).map(|t| flow(w, m, t) * df[t + shift]).sum::<f64>();
            let mut ranks: [Vec<usize>; 2] = [vec![0, 1, 2], vec![0, 1, 2]];
            for m in 0..3 {
                assert!((pv(m, 0) / (pv(m, k) * 1.04f64.powi(k as i32)) - 1.0).abs() < 1e-12);
                let kept = total(&r, Outcome::SocietyCost, m, Basis::PresentValue)[w];
                assert!((pv(m, 0) / kept - 1.0).abs() < 1e-12, "the run discounts to the base year");
            }
            ranks[0].sort_by(|a, b| pv(*a, 0).total_cmp(&pv(*b, 0)));
            ranks[1].sort_by(|a, b| pv(*a, k).total_cmp(&pv(*b, k)));
            assert_eq!(ranks[0], ranks[1]);
        }
    }
}

#[test]
fn v_e06_tax_financing_costs_a_fifth_of_net_public_money() {
    let start = both(
        NO_BEHAVIOUR,
        &["financing.B.start_year=2025", "financing.B.one_off.municipal=0", "financing.B.one_off.state=0"],
    );
    let alike = both(&start, &["financing.B.harmonisation=0", "financing.B.fast_track_months=none"]);
    let alike = both(&alike, AT_HOME);
    let free = run(&small(4, &both(&alike, &["tax_cost=0"])), 3, 1);
    let taxed = run(&small(4, &alike), 3, 1);
    let cheap = run(&small(4, &both(&alike, &["financing.B.admin.municipal=0"])), 3, 1);
    for w in 0..3 {
        for t in 0..4 {
            for m in 0..3 {
                let public = value(&taxed, w, m, Outcome::PublicNet, t);
                let cost = value(&taxed, w, m, Outcome::SocietyCost, t)
                    - value(&free, w, m, Outcome::SocietyCost, t);
                let society = value(&taxed, w, m, Outcome::SocietyCost, t).abs();
                assert!((cost - 0.2 * public).abs() < 1e-12 * society, "{cost} {public}");
            }
            // B moves money between state and municipality only: no tax cost, no cost at all.
            let difference = |r: &Results, o| value(r, w, 2, o, t) - value(r, w, 0, o, t);
            assert_eq!(difference(&taxed, Outcome::PublicNet), 0.0);
            assert_eq!(difference(&taxed, Outcome::SocietyCost), 0.0);
            if t >= 1 {
                assert!(difference(&taxed, Outcome::StateNet) > 0.0, "B moves money");
                // Less need of public money is a gain of 1.2 kroner a krone.
                let saved = difference(&cheap, Outcome::PublicNet);
                let gain = difference(&cheap, Outcome::SocietyCost);
                let society = value(&cheap, w, 0, Outcome::SocietyCost, t);
                assert!(saved < 0.0 && (gain - 1.2 * saved).abs() < 1e-12 * society, "{saved} {gain}");
            }
        }
    }
}

/// Figures of one world at the parameters' means, money inputs times `factor`.
fn scaled_world(s: &Scenario, factor: f64) -> WorldFigures {
    let mut s = s.clone();
    let list: Vec<_> = s
        .parameters
        .iter()
        .cloned()
        .map(|mut p| {
            if let (true, Value::Dated(Series(list))) = (p.is_money(), &mut p.value) {
                list.iter_mut().for_each(|(_, v)| *v *= factor);
            }
            p
        })
        .collect();
    s.parameters = Parameters::new(list);
    let levers = ["copayment", "admin.municipal", "admin.state", "one_off.municipal", "one_off.state"];
    for model in &mut s.models {
        for lever in levers {
            if let Some((_, Number::Fixed(x))) = model.levers.numbers_mut().find(|(l, _)| l.path == lever) {
                *x *= factor;
            }
        }
    }
    let engine = Engine::new(&s).expect("engine");
    let means = engine.means().into_iter().zip(s.parameters.scalars());
    let stated: Vec<f64> =
        means.map(|(x, scalar)| if s.parameters.of(scalar).is_money() { factor * x } else { x }).collect();
    let draw = engine.draw(&stated);
    let mut scratch = engine.scratch();
    let key = WorldKey::new(3, 0, 0);
    engine.simulate_world(&draw, &key, &mut scratch);
    engine.figures(&draw, &key, &scratch.sums)
}

/// Most øre by which twice a posting may differ from the posting of twice the amount, times units:
/// the event differs by 1, the first part by 2, what is left for the last payer by 4.
fn rounding(units: usize) -> i64 {
    4 * units as i64
}

#[test]
fn v_e08_twice_the_money_in_is_twice_the_money_out() {
    let s = small(4, &["financing.A.start_year=2025", "financing.B.start_year=2025", "unmet_value=50"]);
    let (once, twice) = (scaled_world(&s, 1.0), scaled_world(&s, 2.0));
    let mut seen = 0;
    for (a, b) in once.accounts.iter().zip(&twice.accounts) {
        for payer in Payer::ALL {
            for item in Item::ALL {
                let (x, y) = (a.get(payer, item), b.get(payer, item));
                seen += usize::from(x != 0);
                assert!((y - 2 * x).abs() <= rounding(s.units.len()), "{payer:?} {item:?}: {x} {y}");
            }
        }
    }
    assert!(seen > 100, "{seen} amounts");
    let years = s.horizon;
    for (i, (x, y)) in once.outcomes.iter().zip(&twice.outcomes).enumerate() {
        let outcome = Outcome::ALL[i / (years + 1) % Outcome::COUNT];
        if outcome.info().kind == Kind::Money || x.is_nan() && y.is_nan() {
            continue;
        }
        // Hours bought with relief follow from its øre, persons of the rest of the scheme from its refund.
        if outcome == Outcome::IncomeEffectHours {
            assert!((x - y).abs() < 1e-3 * (1.0 + x.abs()), "{x} {y}");
        } else if outcome.id().starts_with("scheme_persons") {
            assert!((x - y).abs() <= 1e-9 * x.abs(), "{outcome:?} {x} {y}");
        } else {
            assert!(x.to_bits() == y.to_bits(), "{outcome:?} {x} {y}");
        }
    }
}

fn doubled(sums: &Sums) -> Sums {
    let mut twice = sums.clone();
    twice.by_unit.iter_mut().flat_map(|row| row.iter_mut()).for_each(|x| *x *= 2.0);
    twice.national.iter_mut().flatten().flatten().for_each(|x| *x *= 2.0);
    twice.common.iter_mut().flatten().flatten().for_each(|x| *x *= 2.0);
    twice.coverage.iter_mut().flatten().for_each(|x| *x *= 2);
    twice
}

#[test]
fn v_e09_two_identical_populations_double_totals_and_leave_shares() {
    let no_introduction: Vec<String> = ["A", "B"]
        .iter()
        .flat_map(|m| {
            [format!("financing.{m}.one_off.municipal=0"), format!("financing.{m}.one_off.state=0")]
        })
        .collect();
    let mut sets: Vec<&str> = no_introduction.iter().map(String::as_str).collect();
    sets.extend(["financing.A.start_year=2025", "financing.B.start_year=2025"]);
    let mut s = small(4, &sets);
    s.scheme = None;
    let (draw, sums, one) = world(&s, 0, 1);
    let two = Engine::new(&s).expect("engine").figures(&draw, &WorldKey::new(1, 0, 0), &doubled(&sums));
    for (i, (x, y)) in one.outcomes.iter().zip(&two.outcomes).enumerate() {
        let outcome = Outcome::ALL[i / (s.horizon + 1) % Outcome::COUNT];
        let info = outcome.info();
        let right = match info.kind {
            _ if x.is_nan() => y.is_nan(),
            // Kroner of nets: every item of every payer may round.
            Kind::Money if info.additive => {
                (y - 2.0 * x).abs() <= 0.01 * 18.0 * 2.0 * rounding(s.units.len()) as f64
            }
            _ if outcome == Outcome::IncomeEffectHours => (y - 2.0 * x).abs() <= 1e-3 * (1.0 + x.abs()),
            Kind::Count if info.additive => *y == 2.0 * x,
            // The unit share has degrees of freedom in it and volatility is per inhabitant.
            _ if [
                Outcome::CoverageUnitShare,
                Outcome::MunicipalVolatility,
                Outcome::MunicipalVolatilitySmall,
            ]
            .contains(&outcome) =>
            {
                true
            }
            _ => (y - x).abs() <= 1e-9 * x.abs().max(1.0),
        };
        assert!(right, "{outcome:?}: {x} and {y}");
    }
}

#[test]
fn v_e09_twice_the_recipients_cost_the_same_each() {
    let n = 40;
    let each = |total: &str| {
        let s = small(1, &["recipient_rate_sd=0", total]);
        let engine = Engine::new(&s).expect("engine");
        let draw = engine.draw(&engine.means());
        let mut scratch = engine.scratch();
        let worlds: Vec<f64> = (0..n)
            .map(|w| {
                let key = WorldKey::new(5, w, 0);
                engine.simulate_world(&draw, &key, &mut scratch);
                let f = engine.figures(&draw, &key, &scratch.sums);
                let at = |o: Outcome| f.outcomes[o.index() * 2];
                at(Outcome::BpaCost) / at(Outcome::Recipients)
            })
            .collect();
        let mean = worlds.iter().sum::<f64>() / f64::from(n);
        let variance = worlds.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / f64::from(n - 1);
        (mean, variance / f64::from(n))
    };
    let ((one, v1), (two, v2)) = (each("recipients_total=400"), each("recipients_total=800"));
    assert!((one - two).abs() < 4.0 * (v1 + v2).sqrt(), "{one} {two}");
}

#[test]
fn v_e11_differences_are_differences_of_levels() {
    let s = small(4, &["financing.A.start_year=2025", "financing.B.start_year=2025"]);
    let r = run(&s, 8, 1);
    let rows = summarise(&s, &r);
    let level = |row: &bpasim::analysis::summary::SummaryRow, model: usize| {
        let found = rows.iter().find(|l| {
            (l.outcome, l.model, l.statistic, l.basis, l.period)
                == (row.outcome, model, Statistic::Level, row.basis, row.period)
        });
        found.map(|l| l.figures.mean)
    };
    let mut compared = 0;
    for row in &rows {
        let Statistic::DifferenceTo(other) = row.statistic else { continue };
        if row.outcome == Outcome::WaitingMonths {
            continue; // worlds without awards are left out of each model by itself
        }
        let (Some(own), Some(earlier)) = (level(row, row.model), level(row, other)) else {
            panic!("{row:?}")
        };
        let size = own.abs().max(earlier.abs());
        assert!((own - earlier - row.figures.mean).abs() <= 1e-9 * size, "{row:?}: {own} {earlier}");
        compared += 1;
    }
    assert!(compared > 1000, "{compared} differences");
}

#[test]
fn v_e12_who_wins_and_who_loses_does_not_change_what_society_pays() {
    // What a municipality is relieved of by the key it spends of: only the spending depends on who wins.
    let own = ["financing.A.start_year=2025", "income_effect=0"];
    let spread = both(&own, &["financing.A.offset_by=population"]);
    let (a, b) = (run(&small(4, &own), 3, 1), run(&small(4, &spread), 3, 1));
    for w in 0..3 {
        for t in 0..4 {
            for o in [Outcome::SocietyCost, Outcome::PublicNet, Outcome::MunicipalityNet, Outcome::Withdrawal]
            {
                assert_eq!(value(&a, w, 1, o, t), value(&b, w, 1, o, t), "{o:?}");
            }
        }
    }
    let net = UnitFigure::MunicipalityNet as usize;
    let units = a.units.sum.dim().0;
    let moved = (0..units).filter(|u| a.units.sum[[*u, 1, 2, net]] != b.units.sum[[*u, 1, 2, net]]).count();
    assert_eq!(moved, units, "each unit's share is another");
}

#[test]
fn v_e14_introduction_costs_stand_in_the_phase_in_years_only() {
    let years =
        ["financing.A.start_year=2025", "financing.B.start_year=2026", "financing.B.phase_in_years=3"];
    let none: Vec<&str> = vec![
        "financing.A.one_off.municipal=0",
        "financing.A.one_off.state=0",
        "financing.B.one_off.municipal=0",
        "financing.B.one_off.state=0",
    ];
    let s = small(7, &years);
    let r = run(&s, 3, 1);
    let without = run(&small(7, &both(&years, &none)), 3, 1);
    for w in 0..3 {
        let wage = |t: usize| {
            let engine_wage = [1.0, 1.044, 1.044 * 1.04, 1.044 * 1.04 * 1.035];
            engine_wage.get(t).copied()
        };
        for (m, from, to, total) in [(0, 9, 9, 0.0), (1, 1, 2, 170e6), (2, 2, 4, 40e6)] {
            for t in 0..7 {
                let paid = value(&r, w, m, Outcome::Introduction, t);
                assert_eq!(paid > 0.0, (from..=to).contains(&t), "model {m}, year {t}: {paid}");
                if let (true, Some(wage)) = (paid > 0.0, wage(t)) {
                    // The two payers round once each.
                    let share = total / (to - from + 1) as f64 * wage * s.national_share();
                    assert!((paid - share).abs() <= 0.02, "{paid} {share}");
                }
                // One-off and lasting costs are apart: without the one, the other is the same.
                for o in [Outcome::MunicipalityNet, Outcome::StateNet] {
                    let (with, lasting) = (value(&r, w, m, o, t), value(&without, w, m, o, t));
                    assert_eq!(with > lasting, (from..=to).contains(&t), "{o:?} of model {m}, year {t}");
                    if !(from..=to).contains(&t) {
                        assert_eq!(with, lasting);
                    }
                }
                assert_eq!(value(&without, w, m, Outcome::Introduction, t), 0.0);
            }
        }
    }
}

//! V-F: uncertainty. V-F10, V-F13 and V-F14 come with the report and the analysis; V-F02, F03, F08,
//! F11, F16 and F17 later (gate 2).

use super::common::{run, small, value};
use bpasim::analysis::quantile::{of_sorted, percentiles};
use bpasim::analysis::statistics::{paired, statistics};
use bpasim::analysis::summary::{Basis, Period, Statistic, SummaryRow, by_world, summarise};
use bpasim::engine::run::Engine;
use bpasim::outcomes::Outcome;
use bpasim::random::WorldKey;
use bpasim::scenario::distribution::Distribution;
use bpasim::scenario::parameters::{Parameters, Value};
use bpasim::scenario::{Scenario, financing};
use bpasim::text::Lang;
use bpasim::text::number::probability;

/// The scenario with every parameter at its mean, except those given as normal.
fn certain_but(mut s: Scenario, normal: &[(&str, f64, f64)]) -> Scenario {
    let list: Vec<_> = s
        .parameters
        .iter()
        .cloned()
        .map(|mut p| {
            match &mut p.value {
                Value::Scalar(d) => *d = Distribution::Fixed(d.mean()),
                Value::Table(entries) => {
                    entries.iter_mut().for_each(|(_, d)| *d = Distribution::Fixed(d.mean()))
                }
                Value::Dated(_) => {}
            }
            if let Some((_, mean, sd)) = normal.iter().find(|(id, _, _)| *id == p.id) {
                p.value = Value::Scalar(Distribution::normal(*mean, *sd).expect("normal"));
            }
            p
        })
        .collect();
    s.parameters = Parameters::new(list);
    s
}

/// Mean, sd, P10 and P90 against a normal distribution, each within 4 Monte Carlo standard errors.
fn assert_normal(y: &[f64], mean: f64, sd: f64) {
    let n = y.len() as f64;
    let s = statistics(y, 1).expect("numbers");
    assert!((s.mean - mean).abs() < 4.0 * sd / n.sqrt(), "mean {} for {mean}", s.mean);
    let spread = s.sd.expect("sd");
    assert!((spread - sd).abs() < 4.0 * sd / (2.0 * n).sqrt(), "sd {spread} for {sd}");
    assert!((s.mcse.expect("mcse") - spread / n.sqrt()).abs() < 1e-12 * spread);
    let mut sorted = y.to_vec();
    sorted.sort_by(f64::total_cmp);
    // Standard error of a quantile: √(p(1−p)/n) over the density there.
    let z10 = 1.281_551_565_545;
    let density = (-0.5f64 * z10 * z10).exp() / (2.0 * std::f64::consts::PI).sqrt() / sd;
    let se = (0.1f64 * 0.9 / n).sqrt() / density;
    for (p, z) in [(0.1, -z10), (0.9, z10)] {
        let q = of_sorted(&sorted, p).expect("quantile");
        assert!((q - (mean + z * sd)).abs() < 4.0 * se, "P{} {q}", 100.0 * p);
    }
}

#[test]
fn v_f01_a_linear_normal_model_has_its_known_distribution() {
    let ids = ["wage_growth.long_run", "municipal_deflator.long_run"];
    let s = certain_but(small(1, &[]), &[(ids[0], 0.035, 0.005), (ids[1], 0.03, 0.004)]);
    let engine = Engine::new(&s).expect("engine");
    let slots = ids.map(|id| s.parameters.slot(id).expect("parameter"));
    let y: Vec<f64> = (0..20_000)
        .map(|draw| {
            let x = engine.stated(11, draw);
            3.0 * x[slots[0]] - 2.0 * x[slots[1]]
        })
        .collect();
    assert_normal(&y, 3.0 * 0.035 - 2.0 * 0.03, (9.0f64 * 25e-6 + 4.0 * 16e-6).sqrt());
}

#[test]
fn v_f01_the_engine_is_linear_in_the_price_of_the_base_year() {
    // The same persons in every draw, only the price is uncertain: the cost is hours times price.
    let s = certain_but(small(1, &["recipients_total=40"]), &[("bpa_hour_cost", 500.0, 20.0)]);
    let engine = Engine::new(&s).expect("engine");
    let mut scratch = engine.scratch();
    let mut cost = |stated: &[f64]| {
        let draw = engine.draw(stated);
        let key = WorldKey::new(1, 0, 0);
        engine.simulate_world(&draw, &key, &mut scratch);
        engine.figures(&draw, &key, &scratch.sums).outcomes[Outcome::BpaCost.index() * 2]
    };
    let at_mean = cost(&engine.means());
    let y: Vec<f64> = (0..3000).map(|draw| cost(&engine.stated(12, draw))).collect();
    assert_normal(&y, at_mean, at_mean * 20.0 / 500.0);
}

#[test]
fn v_f12_parameter_uncertainty_and_chance_are_told_apart() {
    use bpasim::analysis::variance::{split, variances};
    let replicated = |s: &Scenario, draws: usize| {
        let size = bpasim::engine::run::Size { draws, replicates: 3, seed: 1 };
        let engine = Engine::new(s).expect("engine");
        engine.run(size, &std::sync::atomic::AtomicBool::new(false), &|_| ()).expect("run")
    };
    let cost = |r: &bpasim::engine::results::Results| {
        by_world(r, Outcome::MunicipalityNetBpa, 0, Basis::Fixed, Period::Year(2))
    };
    let s = small(3, &[]);
    let r = replicated(&s, 200);
    let worlds = cost(&r);
    let parts = split(&worlds, 3).expect("split");
    let total = statistics(&worlds, 1).expect("numbers").sd.expect("sd").powi(2);
    let sum = parts.parameters.value + parts.chance.value;
    assert!((sum / total - 1.0).abs() < 0.05, "{sum} of {total}");
    let share = parts.share.expect("share");
    assert!(share.value > 4.0 * share.error, "parameters matter: {share:?}");
    // With certain parameters only chance is left.
    let certain = split(&cost(&replicated(&certain_but(s.clone(), &[]), 200)), 3).expect("split");
    assert!(certain.parameters.value.abs() < 4.0 * certain.parameters.error, "{certain:?}");
    assert!(certain.chance.value > 4.0 * certain.chance.error);
    // Every figure that varies has its row, and what is the same in every world has none.
    let rows = variances(&s, &r);
    assert!(rows.iter().any(|row| row.figure.outcome == Outcome::UnmetHours));
    assert!(
        !rows
            .iter()
            .any(|row| row.figure.outcome == Outcome::Recipients && row.figure.period == Period::Year(0))
    );
}

fn row(
    rows: &[SummaryRow],
    outcome: Outcome,
    statistic: Statistic,
    basis: Basis,
    period: Period,
) -> &SummaryRow {
    let wanted = (outcome, 1, statistic, basis, period);
    rows.iter().find(|r| (r.outcome, r.model, r.statistic, r.basis, r.period) == wanted).expect("row")
}

const START: &[&str] = &["financing.A.start_year=2025", "financing.B.start_year=2025"];

#[test]
fn v_f04_percentiles_of_a_difference_come_from_paired_draws() {
    let s = small(4, START);
    let r = run(&s, 41, 1);
    let rows = summarise(&s, &r);
    let (o, basis, last) = (Outcome::MunicipalityNetBeforeWithdrawal, Basis::Nominal, Period::Year(3));
    let [null, a] = [0, 1].map(|m| by_world(&r, o, m, basis, last));
    let difference =
        row(&rows, o, Statistic::DifferenceTo(0), basis, last).figures.percentiles.expect("percentiles");
    assert_eq!(Some(difference), percentiles(&paired(&a, &null)));
    let [of_null, of_a] = [&null, &a].map(|worlds| percentiles(worlds).expect("percentiles"));
    assert_ne!(difference[2], of_a[2] - of_null[2]);
    // The levels go together, so their extremes taken apart are much further from each other.
    assert!(difference[4] - difference[0] < (of_a[4] - of_null[0]) - (of_a[0] - of_null[4]));
}

#[test]
fn v_f05_common_random_numbers_narrow_differences() {
    let s = small(4, START);
    let (r, other) = (run(&s, 40, 1), run(&s, 40, 2));
    for o in [Outcome::GrantedHours, Outcome::SocietyCost] {
        let of = |r, m| by_world(r, o, m, Basis::Nominal, Period::Year(3));
        let sd = |x: &[f64]| statistics(x, 1).and_then(|s| s.sd).expect("sd");
        let (common, independent) =
            (sd(&paired(&of(&r, 2), &of(&r, 0))), sd(&paired(&of(&r, 2), &of(&other, 0))));
        assert!(common < independent, "{o:?}: {common} {independent}");
    }
}

#[test]
fn v_f06_totals_have_their_own_percentiles() {
    let s = small(6, START);
    let r = run(&s, 40, 1);
    let rows = summarise(&s, &r);
    for (o, statistic) in
        [(Outcome::SocietyCost, Statistic::Level), (Outcome::StateNet, Statistic::DifferenceTo(0))]
    {
        let total =
            row(&rows, o, statistic, Basis::Fixed, Period::Total).figures.percentiles.expect("percentiles");
        let own: Vec<f64> = (0..40)
            .map(|w| {
                let year = |t: usize| {
                    let at = |m| value(&r, w, m, o, t) * r.to_fixed[[w, t]];
                    if statistic == Statistic::Level { at(1) } else { at(1) - at(0) }
                };
                (0..6).map(year).sum::<f64>()
            })
            .collect();
        let expected = percentiles(&own).expect("percentiles");
        for (x, y) in total.iter().zip(&expected) {
            assert!((x - y).abs() <= 1e-9 * y.abs(), "{total:?} {expected:?}");
        }
        let added: f64 = (0..6)
            .map(|t| {
                row(&rows, o, statistic, Basis::Fixed, Period::Year(t))
                    .figures
                    .percentiles
                    .expect("percentiles")[4]
            })
            .sum();
        assert!((added - total[4]).abs() > 1e-6 * total[4].abs(), "P95s were added");
    }
}

#[test]
fn v_f07_percentiles_are_of_type_7() {
    let sorted = [1.0, 2.0, 3.0, 4.0, 5.0];
    let at = |p| of_sorted(&sorted, p).expect("number");
    assert_eq!((at(0.1), at(0.5), at(0.9)), (1.4, 3.0, 4.6));
    assert_eq!(
        statistics(&[5.0, 3.0, 1.0, 2.0, 4.0], 1).and_then(|s| s.percentiles),
        Some([1.2, 2.0, 3.0, 4.0, 4.8])
    );
}

#[test]
fn v_f09_spread_around_the_threshold_makes_the_mean_refund_larger() {
    // Beside the two-point case next to the rule: with the same mean of other services, spread between persons
    // raises the refund, since only what is above the threshold is refunded. The unit test has the exact numbers.
    let refund = |sd: &str| {
        let s = certain_but(small(1, &["recipients_total=2000", sd]), &[]);
        let engine = Engine::new(&s).expect("engine");
        let draw = engine.draw(&engine.means());
        let mut scratch = engine.scratch();
        let worlds: Vec<f64> = (0..10)
            .map(|w| {
                let key = WorldKey::new(2, w, 0);
                engine.simulate_world(&draw, &key, &mut scratch);
                engine.figures(&draw, &key, &scratch.sums).outcomes[Outcome::Refund.index() * 2]
            })
            .collect();
        statistics(&worlds, 1).expect("numbers")
    };
    let (at_mean, spread) = (refund("other_services_cost_sd=0"), refund("other_services_cost_sd=750000"));
    let se = (at_mean.mcse.expect("se").powi(2) + spread.mcse.expect("se").powi(2)).sqrt();
    assert!(spread.mean - at_mean.mean > 4.0 * se, "{} {}", spread.mean, at_mean.mean);
}

#[test]
fn v_f15_probabilities_are_shares_of_paired_draws_and_never_certain() {
    let s = small(3, START);
    let r = run(&s, 60, 1);
    let rows = summarise(&s, &r);
    assert_eq!(s.models[0].levers.decided_by, financing::Decider::Municipality);
    let mut between = 0;
    for row in rows.iter().filter(|r| r.statistic != Statistic::Level && r.outcome != Outcome::WaitingMonths)
    {
        let Statistic::DifferenceTo(other) = row.statistic else { continue };
        let of = |m| by_world(&r, row.outcome, m, row.basis, row.period);
        let differences: Vec<f64> =
            paired(&of(row.model), &of(other)).into_iter().filter(|x| x.is_finite()).collect();
        let below = differences.iter().filter(|x| **x < 0.0).count() as f64 / differences.len() as f64;
        assert_eq!(row.figures.below_zero, below, "{row:?}");
        between += usize::from(below > 0.0 && below < 1.0);
    }
    assert!(between > 10, "{between} differences of either sign");
    for lang in [Lang::Nb, Lang::Nn, Lang::En] {
        for p in [0.0, 1e-9, 0.000_4, 0.999_6, 1.0] {
            let text: String = probability(p, lang).chars().filter(|c| !c.is_whitespace()).collect();
            assert!(text.starts_with(['<', '>']), "{p} is shown as {text}");
        }
    }
}

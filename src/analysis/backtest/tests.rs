//! Nothing after the origin reaches a forecast, and the model is fitted as told.

use super::*;
use crate::scenario::dated::Series as Dated;
use crate::scenario::distribution::Distribution;
use crate::scenario::load;
use crate::scenario::overrides::Options;
use crate::scenario::parameters::{Parameter, Parameters, Value};
use std::sync::atomic::AtomicBool;

fn run_small(national: &Scenario, tables: &Tables<'_>, tests: &[Which]) -> Backtests {
    let stop = AtomicBool::new(false);
    let simulation = Simulation { seed: 3, draws: 12, stop: &stop, done: &|| () };
    run(national, tables, tests, &simulation).expect("no failure")
}

/// The scenario with everything dated after a year changed, and counts that were not known then.
fn changed(national: &Scenario, origin: i32) -> Scenario {
    let change = |p: &Parameter| {
        let value = match &p.value {
            Value::Dated(Dated(list)) => {
                let later = |(year, x): &(i32, f64)| (*year, if *year > origin { 3.0 * x } else { *x });
                Value::Dated(Dated(list.iter().map(later).collect()))
            }
            Value::Scalar(_) if ["recipients_total", "wage_growth.long_run"].contains(&p.id.as_str()) => {
                Value::Scalar(Distribution::Fixed(0.2))
            }
            Value::Table(list) if p.id == "recipients" => {
                let turned = list.iter().rev().map(|(_, d)| d.clone());
                Value::Table(list.iter().map(|(key, _)| key.clone()).zip(turned).collect())
            }
            other => other.clone(),
        };
        Parameter { value, ..p.clone() }
    };
    Scenario {
        parameters: Parameters::new(national.parameters.iter().map(change).collect()),
        ..national.clone()
    }
}

/// A table with a digit more in every number of later years.
fn later_changed(table: &str, origin: i32) -> String {
    let line = |line: &str| {
        let mut cells = line.split(',').map(str::to_string).collect::<Vec<_>>();
        if cells[0].parse::<i32>().is_ok_and(|year| year > origin) {
            cells[1..].iter_mut().filter(|c| !c.is_empty()).for_each(|c| c.insert(0, '9'));
        }
        cells.join(",") + "\n"
    };
    table.lines().map(line).collect()
}

#[test]
fn what_came_after_the_origin_cannot_reach_the_forecast() {
    let national = load("national", &Options::default()).expect("national");
    for (tests, origin, paid) in
        [(&[Which::Oslo][..], 2019, 2019), (&[Which::National, Which::Refund], 2017, 2018)]
    {
        let shipped = Tables::shipped();
        let other = [(shipped.oslo, origin), (shipped.national, origin), (shipped.refund, paid)]
            .map(|(table, year)| later_changed(table, year));
        let tables = Tables { oslo: &other[0], national: &other[1], refund: &other[2] };
        let before = run_small(&national, &shipped, tests);
        let after = run_small(&changed(&national, origin), &tables, tests);
        for (a, b) in before.series.iter().zip(&after.series) {
            assert_eq!(a.ahead, b.ahead, "{}", a.series);
            assert_eq!(a.known, b.known);
            // The change was there to be seen.
            assert!(a.points.iter().zip(&b.points).all(|(x, y)| y.observed > 5.0 * x.observed));
            assert!(b.skill != a.skill && b.facts.missed.len() == b.points.len());
        }
        for (a, b) in before.set_up.iter().zip(&after.set_up) {
            assert_eq!((&a.fitted, a.growth, a.gap), (&b.fitted, b.growth, b.gap));
        }
    }
}

/// Inflow and award were calibrated to later growth; their level in the scenario is replaced by the fit.
#[test]
fn the_level_of_inflow_and_award_in_the_scenario_does_not_matter() {
    let national = load("national", &Options::default()).expect("national");
    let halved = |p: &Parameter| match p.id.as_str() {
        "inflow_rate" | "award_rate" => {
            let slot = national.parameters.slot(&p.id).expect("scalar");
            let mean = national.parameters.scalars()[slot].distribution.mean();
            Parameter { value: Value::Scalar(Distribution::Fixed(mean / 2.0)), ..p.clone() }
        }
        _ => p.clone(),
    };
    let list = national.parameters.iter().map(halved).collect();
    let other = Scenario { parameters: Parameters::new(list), ..national.clone() };
    let [a, b] = [&national, &other].map(|s| run_small(s, &Tables::shipped(), &[Which::Oslo]));
    let [x, y] = [&a, &b].map(|found| found.series[0].ahead.last().expect("year").model.mean);
    // Chance among 12 draws of some 690 persons, half of it shared: a standard error below one per cent.
    assert!((x / y - 1.0).abs() < 0.03, "{x} {y}");
    assert!((b.set_up[0].fitted[1].mean / a.set_up[0].fitted[1].mean - 1.0).abs() < 0.25);
}

#[test]
fn growth_of_the_training_years_is_met_and_the_first_year_is_as_observed() {
    let national = load("national", &Options::default()).expect("national");
    let found = run_small(&national, &Tables::shipped(), &Which::ALL);
    for set_up in &found.set_up {
        assert!(set_up.gap <= fit::TOLERANCE, "{set_up:?}");
    }
    let ids: Vec<&str> = found.series.iter().map(|s| s.series.as_str()).collect();
    assert_eq!(ids, ["oslo_recipients", "oslo_hours", "national_recipients", "refund_accounts"]);
    for series in &found.series {
        let (year, last) = *series.known.last().expect("known");
        let first = &series.ahead[0];
        assert_eq!(first.year, year);
        assert!(first.model.quantiles.iter().all(|q| (q / last - 1.0).abs() < 1e-12), "{}", series.series);
        // Uncertainty grows with the distance.
        let width = |a: &judge::Ahead| a.model.quantiles[6] - a.model.quantiles[0];
        assert!(series.ahead.is_sorted_by(|a, b| width(a) < width(b)), "{}", series.series);
    }
}

/// Means of the parts of a table are those of its rows, and a miss is a year outside the widest interval.
#[test]
fn scores_follow_from_the_years() {
    let national = load("national", &Options::default()).expect("national");
    let found = run_small(&national, &Tables::shipped(), &[Which::Oslo]);
    for series in &found.series {
        let n = series.points.len() as f64;
        let crps = series.points.iter().map(|p| p.crps).sum::<f64>() / n;
        assert_eq!(series.model.crps, crps);
        let outside: Vec<i32> = series.points.iter().filter(|p| !p.holds[2]).map(|p| p.year).collect();
        assert_eq!(series.facts.missed.iter().map(|m| m.year).collect::<Vec<_>>(), outside);
        assert_eq!(series.model.coverage[2].hits + outside.len(), series.points.len());
        for p in &series.points {
            let a = series.ahead.iter().find(|a| a.year == p.year).expect("forecast");
            assert_eq!(p.error, a.model.mean - p.observed);
            assert!(p.crps > 0.0 && p.naive_crps > 0.0 && (0.0..=1.0).contains(&p.below));
        }
    }
}

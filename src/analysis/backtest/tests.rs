//! Nothing after the origin reaches a forecast, and every forecast that can be judged is.

use super::*;
use crate::analysis::backtest::history::History;
use crate::analysis::backtest::judge::Forecaster;
use crate::analysis::backtest::series::Vintage;
use crate::scenario::dated::Series as Dated;
use crate::scenario::distribution::Distribution;
use crate::scenario::load;
use crate::scenario::overrides::Options;
use crate::scenario::parameters::{Parameter, Parameters, Value};
use std::sync::atomic::AtomicBool;

fn national() -> Scenario {
    load("national", &Options::default()).expect("national")
}

fn later(list: &[(i32, f64)], origin: i32) -> Dated {
    Dated(list.iter().map(|(year, x)| (*year, if *year > origin { 3.0 * x } else { *x })).collect())
}

/// The scenario with everything dated after a year changed, and what is derived anew.
fn changed(national: &Scenario, origin: i32) -> Scenario {
    let derived = [
        "recipients_total",
        "wage_growth.long_run",
        "recipients_growth",
        "need_growth",
        "award_shock_sd",
        "scheme_volume_growth",
        "scheme_volume_shock",
        "scheme_level_noise",
        "threshold_extra_growth",
    ];
    let change = |p: &Parameter| {
        let value = match &p.value {
            Value::Dated(Dated(list)) => Value::Dated(later(list, origin)),
            Value::Scalar(_) if derived.contains(&p.id.as_str()) => Value::Scalar(Distribution::Fixed(0.2)),
            other => other.clone(),
        };
        Parameter { value, ..p.clone() }
    };
    Scenario {
        parameters: Parameters::new(national.parameters.iter().map(change).collect()),
        ..national.clone()
    }
}

fn changed_data(data: &Data, origin: i32) -> Data {
    let history = |h: &History| History::of(&later(h.all(), origin), 1.0);
    Data {
        oslo: history(&data.oslo),
        oslo_hours: history(&data.oslo_hours),
        corrected: history(&data.corrected),
        published: history(&data.published),
        home_services: history(&data.home_services),
        accounts: history(&data.accounts),
        budgets: history(&data.budgets),
        // The threshold of the next payment year is known.
        thresholds: later(&data.thresholds.0, origin + 1),
        wages: later(&data.wages.0, origin),
    }
}

#[test]
fn what_came_after_the_origin_cannot_reach_the_forecast() {
    let national = national();
    let data = Data::shipped(&national).expect("data");
    let stop = AtomicBool::new(false);
    let simulation = Simulation { seed: 3, draws: 3, stop: &stop, done: &|| () };
    for (place, origin) in [
        (Place::Oslo, 2019),
        (Place::Country(Vintage::Published), 2017),
        (Place::Country(Vintage::Corrected), 2019),
    ] {
        let of = |national: &Scenario, data: &Data| {
            origin::futures(national, data, (place, origin), origin + 3, &simulation).expect("no failure")
        };
        let before = of(&national, &data);
        let after = of(&changed(&national, origin), &changed_data(&data, origin));
        assert_eq!(before.derived, after.derived);
        let numbers =
            |f: &Futures| f.paths.iter().map(|p| (p.recipients.clone(), p.hours.clone())).collect::<Vec<_>>();
        assert_eq!(numbers(&before), numbers(&after), "{place:?}");
        let scheme = |f: &Futures| f.paths.iter().map(|p| p.scheme.clone()).collect::<Vec<_>>();
        let known = data.recipients(place).at(origin).expect("counted");
        for path in &before.paths {
            assert_eq!(path.recipients[0], known);
        }
        if place == Place::Oslo {
            assert!(scheme(&before).iter().flatten().all(|x| x.is_nan()));
        } else {
            assert_eq!(scheme(&before), scheme(&after), "{place:?}");
            // Within a third of the last account: the path starts from it.
            let account = data.accounts.at(origin).expect("known") * 1e6;
            assert!(scheme(&before).iter().all(|p| (p[0] / account - 1.0).abs() < 0.33));
        }
    }
}

#[test]
fn every_year_observed_is_forecast_by_everybody_from_every_origin() {
    let national = national();
    // Fewer persons are enough to see that everything is there.
    let options = Options { sets: vec!["recipients_total=60".into()], ..Options::default() };
    let outside = load(sweden::SCENARIO, &options).expect("sweden");
    let data = Data::shipped(&national).expect("data");
    let stop = AtomicBool::new(false);
    let count = std::sync::atomic::AtomicUsize::new(0);
    let done = || {
        count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    };
    let simulation = Simulation { seed: 3, draws: 2, stop: &stop, done: &done };
    let found = run([&national, &outside], &data, &Which::ALL, &simulation).expect("no failure");
    assert_eq!(expected(&national, &Which::ALL, 2).expect("sound"), count.into_inner());
    let told: Vec<(&str, Option<Vintage>, usize)> = found
        .series
        .iter()
        .map(|s| (s.series.as_str(), s.vintage, s.score(Forecaster::Pool).expect("scored").scores))
        .collect();
    assert_eq!(
        told,
        [
            ("oslo_recipients", None, 10),
            ("oslo_hours", None, 10),
            ("national_recipients", Some(Vintage::Corrected), 27),
            ("national_recipients", Some(Vintage::Published), 27),
            ("refund_accounts", None, 28),
        ]
    );
    for series in &found.series {
        let n = series.scores[0].all.scores;
        assert_eq!(series.forecasts.len(), 5 * n);
        for own in &series.scores {
            let by_horizon = own.by_horizon.iter().flatten();
            assert_eq!(by_horizon.clone().map(|s| s.scores).sum::<usize>(), n);
            let mean = by_horizon.map(|s| s.crps * s.scores as f64).sum::<f64>() / n as f64;
            assert!((mean / own.all.crps - 1.0).abs() < 1e-12);
        }
        // A trend's score stands in the same table whoever wins, and rivals don't depend on the draws' values.
        assert_eq!(series.score(Forecaster::Linear).expect("scored").won, [None; 2]);
        assert!(series.score(Forecaster::Structural).expect("scored").won[0].is_some());
    }
    let budgets = found.budgets.as_ref().expect("accounts");
    assert_eq!(budgets.years.iter().map(|y| y.year).collect::<Vec<_>>(), (2018..=2025).collect::<Vec<_>>());
    assert!(budgets.years.iter().all(|y| y.middle.len() == 5));
    let years: Vec<(&str, i32, i32)> =
        found.outlook.iter().map(|y| (y.series.as_str(), y.year, y.known_to)).collect();
    assert_eq!(
        years,
        [
            ("national_recipients", 2030, 2024),
            ("national_recipients", 2034, 2024),
            ("refund_accounts", 2030, 2025),
            ("refund_accounts", 2034, 2025),
        ]
    );
    // Five series are held to their intervals, and there are five more wishes.
    assert_eq!(found.targets.len(), 5 + 5);
}

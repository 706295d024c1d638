//! V-A06, V-A07, V-A10 and V-A13: what is drawn, and shares that make a whole.

use super::common::{mean, national, run, small, value};
use bpasim::behaviour::delivery;
use bpasim::engine::run::Engine;
use bpasim::engine::sampling::Sampling;
use bpasim::outcomes::Outcome;
use bpasim::population::attributes::AttributeSampler;
use bpasim::population::placement::{Placer, UnitEffects};
use bpasim::population::{BLOCK, Persons};
use bpasim::random::{Purpose, WorldKey, hash_id};
use bpasim::scenario::Scenario;
use bpasim::scenario::distribution::Distribution as D;
use proptest::prelude::*;
use rayon::prelude::*;

/// A distribution with mean, standard deviation and support from textbooks, written here anew.
struct Case {
    d: D,
    mean: f64,
    sd: f64,
    support: [f64; 2],
}

fn case(d: Result<D, bpasim::text::Text>, mean: f64, variance: f64, support: [f64; 2]) -> Case {
    Case { d: d.expect("legal"), mean, sd: variance.sqrt(), support }
}

fn cases() -> Vec<Case> {
    const INF: f64 = f64::INFINITY;
    let pert = |min: f64, mode: f64, max: f64| {
        let mean = (min + 4.0 * mode + max) / 6.0;
        case(D::pert(min, mode, max), mean, (mean - min) * (max - mean) / 7.0, [min, max])
    };
    let triangular = |a: f64, c: f64, b: f64| {
        let variance = (a * a + b * b + c * c - a * b - a * c - b * c) / 18.0;
        case(D::triangular(a, c, b), (a + b + c) / 3.0, variance, [a, b])
    };
    let lognormal = |median: f64, sigma: f64| {
        let (s2, mean) = (sigma * sigma, median * (sigma * sigma / 2.0).exp());
        case(D::lognormal(median, sigma), mean, mean * mean * (s2.exp() - 1.0), [0.0, INF])
    };
    // Standard normal cut to [−1, 2]: mean (φ(−1) − φ(2))/Z, with Z = Φ(2) − Φ(−1).
    let (z, low, high) = (0.818_594_614_120_364_2, 0.241_970_724_519_143_4, 0.053_990_966_513_188_06);
    let cut_mean: f64 = (low - high) / z;
    let cut_variance = 1.0 + (-low - 2.0 * high) / z - cut_mean * cut_mean;
    vec![
        case(D::normal(0.035, 0.005), 0.035, 0.005 * 0.005, [-INF, INF]),
        lognormal(18.0, 1.0),
        lognormal(2.0, 0.3),
        case(D::lognormal_from_mean(450e3, 750e3), 450e3, 750e3 * 750e3, [0.0, INF]),
        case(D::beta(2.5, 1.3), 2.5 / 3.8, 2.5 * 1.3 / (3.8 * 3.8 * 4.8), [0.0, 1.0]),
        case(D::beta(0.5, 0.5), 0.5, 0.125, [0.0, 1.0]),
        pert(430.0, 500.0, 560.0),
        pert(0.0, 0.1, 0.3),
        pert(0.0, 0.0, 1.0),
        triangular(0.6, 0.7, 0.8),
        triangular(75.0, 200.0, 365.0),
        case(D::uniform(-1.0, 4.0), 1.5, 25.0 / 12.0, [-1.0, 4.0]),
        case(D::gamma(2.5, 3.0), 7.5, 22.5, [0.0, INF]),
        // 1·0.2 + 2·0.5 + 4·0.3 = 2.4; 0.2 + 4·0.5 + 16·0.3 = 7
        case(D::discrete(vec![1.0, 2.0, 4.0], vec![0.2, 0.5, 0.3]), 2.4, 7.0 - 2.4 * 2.4, [1.0, 4.0]),
        case(D::normal(0.0, 1.0).and_then(|d| d.truncated(-1.0, 2.0)), cut_mean, cut_variance, [-1.0, 2.0]),
    ]
}

const DRAWS: u32 = 1_000_000;

/// A million keyed uniforms through the quantile function, as the engine draws.
fn draws(id: &str, d: &D) -> Vec<f64> {
    let who = hash_id(id);
    let u = |draw| WorldKey::new(20_240_101, draw, 0).pair(who, 0, Purpose::Parameter)[0];
    (0..DRAWS).into_par_iter().map(|draw| d.quantile(u(draw))).collect()
}

#[test]
fn v_a06_a_million_keyed_draws_have_the_moments_of_textbooks() {
    let n = f64::from(DRAWS);
    for (number, Case { d, mean, sd, support }) in cases().into_iter().enumerate() {
        let x = draws(&format!("case {number}"), &d);
        assert!(x.iter().all(|x| *x >= support[0] && *x <= support[1]), "{d}: outside its support");
        let m = x.iter().sum::<f64>() / n;
        assert!((m - mean).abs() <= 4.0 * sd / n.sqrt(), "{d}: mean {m} for {mean}");
        // Around the known mean; its standard error from the sample's own fourth moment.
        let square = x.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n;
        let fourth = x.iter().map(|x| (x - mean).powi(4)).sum::<f64>() / n;
        let error = ((fourth - square * square) / n).sqrt();
        assert!((square - sd * sd).abs() <= 4.0 * error, "{d}: sd {} for {sd}", square.sqrt());
        if let D::LogNormal { median, sigma } = d {
            // 15.87 and 84.13 per cent lie below median/x and median·x.
            for (limit, p) in [
                (median / sigma.exp(), 0.158_655_253_931_457_05),
                (median * sigma.exp(), 0.841_344_746_068_543),
            ] {
                let share = x.iter().filter(|x| **x < limit).count() as f64 / n;
                assert!((share - p).abs() <= 4.0 * (p * (1.0 - p) / n).sqrt(), "{share} below {limit}");
            }
        }
    }
}

#[test]
fn v_a06_a_parameter_is_the_quantile_of_the_uniform_keyed_by_its_id() {
    let s = small(1, &["price_response={pert=[0, 0.1, 0.3]}", "bpa_hour_cost={normal=[500, 20]}"]);
    let engine = Engine::new(&s).expect("engine").sampled(Sampling::Random, 1000).expect("any number");
    for draw in [0usize, 1, 777] {
        let stated = engine.stated(5, draw);
        for (scalar, x) in s.parameters.scalars().iter().zip(stated) {
            // What moves with another parameter is drawn at its number.
            let id = scalar.with.map_or(&scalar.id, |with| &s.parameters.scalars()[with].id);
            let [u, _] = WorldKey::new(5, draw as u32, 0).pair(hash_id(id), 0, Purpose::Parameter);
            assert_eq!(x.to_bits(), scalar.distribution.quantile(u).to_bits(), "{}", scalar.id);
            let (low, high) = scalar.distribution.support();
            assert!(low <= x && x <= high);
        }
    }
}

/// What is fixed beside a parameter moves none of its numbers, so that runs with and without a change stay paired.
#[test]
fn v_a06_a_parameters_numbers_do_not_hang_on_what_stands_beside_it() {
    let (plain, changed) = (small(1, &[]), small(1, &["price_response=0", "bpa_hour_cost=500"]));
    let stated = |s: &Scenario, draw| Engine::new(s).expect("engine").stated(5, draw);
    for draw in [0, 17, 1023] {
        for (scalar, (a, b)) in plain
            .parameters
            .scalars()
            .iter()
            .zip(stated(&plain, draw).into_iter().zip(stated(&changed, draw)))
        {
            let set = ["price_response", "bpa_hour_cost"].contains(&scalar.id.as_str());
            assert_eq!(a.to_bits() == b.to_bits(), !set, "{} in draw {draw}", scalar.id);
        }
    }
}

#[test]
fn v_a07_distributions_without_spread_run_like_fixed_numbers() {
    let s = small(3, &[]);
    let uncertain: Vec<(String, f64)> = s
        .parameters
        .scalars()
        .iter()
        .filter(|x| !x.distribution.is_fixed())
        .map(|x| (x.id.clone(), x.distribution.mean()))
        .collect();
    assert!(uncertain.len() > 50);
    let written = |as_text: &dyn Fn(usize, f64) -> String| {
        let sets: Vec<String> =
            uncertain.iter().enumerate().map(|(i, (id, x))| format!("{id}={}", as_text(i, *x))).collect();
        small(3, &sets.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let fixed = run(&written(&|_, x| format!("{x}")), 3, 1);
    let degenerate = written(&|i, x| match i % 6 {
        0 => format!("{{pert=[{x}, {x}, {x}]}}"),
        1 => format!("{{triangular=[{x}, {x}, {x}]}}"),
        2 => format!("{{uniform=[{x}, {x}]}}"),
        3 => format!("{{normal=[{x}, 0]}}"),
        4 if x > 0.0 => format!("{{lognormal={{median={x}, sigma=0}}}}"),
        _ => format!("{{discrete={{values=[{x}], weights=[1]}}}}"),
    });
    assert!(degenerate.parameters.scalars().iter().all(|x| x.distribution.is_fixed()));
    let r = run(&degenerate, 3, 1);
    assert_eq!(r.fingerprint(), fixed.fingerprint());
    for column in r.values.columns() {
        assert!(column.iter().all(|x| x.to_bits() == column[0].to_bits()), "constant over draws");
    }
    assert!(run(&s, 3, 1).fingerprint() != r.fingerprint(), "spread makes no difference");
}

const HOURS: [Outcome; 6] = [
    Outcome::GrantedHoursClass1,
    Outcome::GrantedHoursClass2,
    Outcome::GrantedHoursClass3,
    Outcome::GrantedHoursClass4,
    Outcome::GrantedHoursClass5,
    Outcome::GrantedHoursClass6,
];
const AGES: [Outcome; 5] = [
    Outcome::RecipientsAge0To17,
    Outcome::RecipientsAge18To49,
    Outcome::RecipientsAge50To66,
    Outcome::RecipientsAge67To79,
    Outcome::RecipientsAge80Plus,
];

#[test]
fn v_a10_classes_of_hours_and_age_make_a_whole_in_every_draw() {
    let r = run(&small(6, &["financing.A.start_year=2025", "financing.B.start_year=2025"]), 20, 1);
    for w in 0..20 {
        for model in 0..3 {
            for t in 0..6 {
                let of = |o| value(&r, w, model, o, t);
                assert!((HOURS.map(of).iter().sum::<f64>() - 1.0).abs() <= 1e-12);
                assert_eq!(AGES.map(of).iter().sum::<f64>(), of(Outcome::Recipients));
            }
        }
    }
}

/// All persons of a world's base year in blocks, with the draw's parameters.
fn entries(s: &Scenario, draw: usize) -> (bpasim::engine::setup::Draw, Vec<Persons>) {
    let engine = Engine::new(s).expect("engine");
    let d = engine.draw(&engine.stated(1, draw));
    let world = WorldKey::new(1, draw as u32, 0);
    let placer = Placer::new(s);
    let effects: UnitEffects = placer.effects(&world, &d.theta);
    let origin = AttributeSampler::new(&d.theta);
    let zones: Vec<u8> = s.units.iter().map(|u| u.zone as u8).collect();
    let blocks = placer.base_year(&world, &d.theta, &effects);
    let blocks = blocks.chunks(BLOCK).map(|e| {
        let mut p = Persons::new();
        origin.enter(&mut p, e, &world, &d.theta, (&effects, &zones), &[0.0; BLOCK]);
        p
    });
    let blocks = blocks.collect();
    (d, blocks)
}

/// Weights may be uncertain one by one: in each draw they are shares of what they sum to.
#[test]
fn v_a10_uncertain_weights_are_brought_to_a_whole_in_every_draw() {
    let sets = [
        "condition_weights.stable={uniform=[0.1, 0.7]}",
        "condition_weights.progressive=0.2",
        "condition_weights.rapid=0.2",
        "condition_weights.intellectual=0.2",
        "inflow_condition_weights.stable=0.4",
        "inflow_condition_weights.progressive=0.2",
        "inflow_condition_weights.rapid=0.2",
        "inflow_condition_weights.intellectual=0.2",
        "need_drift.stable=0.01",
        "need_drift.progressive=0.02",
        "need_drift.rapid=0.03",
        "need_drift.intellectual=0.04",
        // The other classes have 0.64, so the mean of this one has to be the rest.
        "inflow_age_weights.0-17={uniform=[0.06, 0.66]}",
        "recipients_total=4000",
    ];
    let s = small(2, &sets);
    let placer = Placer::new(&s);
    for draw in 0..4 {
        let (d, blocks) = entries(&s, draw);
        let w = d.theta.condition_weights;
        let total: f64 = w.iter().sum();
        assert!((total - 1.0).abs() > 1e-3, "the draw's weights do make a whole");
        let mut counts = [0.0; 4];
        for p in &blocks {
            for i in 0..p.used {
                counts[(p.drift[i] * 100.0).round() as usize - 1] += 1.0;
            }
        }
        let n: f64 = counts.iter().sum();
        assert_eq!(n, blocks.iter().map(|p| p.used as f64).sum::<f64>());
        let near = |count: f64, n: f64, p: f64| (count / n - p).abs() <= 4.0 * (p * (1.0 - p) / n).sqrt();
        for (count, weight) in counts.iter().zip(w) {
            assert!(near(*count, n, weight / total), "{counts:?} for {w:?}");
        }
        let weights = d.theta.inflow_age_weights;
        let all: f64 = weights.iter().sum();
        let world = WorldKey::new(1, draw as u32, 0);
        let arrivals = placer.arrivals(&world, &d.theta, (n as usize, 1.0), 2).remove(1);
        for (class, weight) in weights.iter().enumerate() {
            let count = arrivals.iter().filter(|e| usize::from(e.class) == class).count() as f64;
            assert!(near(count, arrivals.len() as f64, weight / all), "class {class}");
        }
    }
}

proptest! {
    /// The states of a person's year are shares of it.
    #[test]
    fn v_a10_the_states_of_a_year_make_a_year(running in 0.0f64..=1.0, broken in 0.0f64..=1.0) {
        let y = delivery::year(running, broken);
        prop_assert!((y.without + y.with + y.broken - 1.0).abs() <= 1e-12);
        prop_assert!([y.without, y.with, y.broken].iter().all(|w| (0.0..=1.0).contains(w)));
    }
}

/// HDIR 2022: 2, 2, 9, 12, 31 and 45 of 101 persons, at least 35.5 hours in the last class.
#[test]
fn v_a13_granted_hours_have_the_published_classes_and_a_mean_between_36_and_45() {
    let r = run(&national(1, &[]), 40, 1);
    for (class, published) in HOURS.into_iter().zip([2.0, 2.0, 9.0, 12.0, 31.0, 45.0]) {
        let share = mean(&r, 0, class, 0);
        assert!((share - published / 101.0).abs() < 0.01, "{class:?}: {share}");
    }
    let hours = mean(&r, 0, Outcome::GrantedHoursPerRecipient, 0);
    assert!((36.0..=45.0).contains(&hours), "{hours}");
}

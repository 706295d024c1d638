//! Cases worked out by others: `model_vectors.json` and `scheme_vectors.json` come with the specification of the model
//! (version 2), made by a program that shares nothing with this one; most are done again with a calculator. Every case is
//! held against the function that a run calls, to 1e-9.

use super::common::national;
use bpasim::behaviour::arenas::{Help, taken_over};
use bpasim::behaviour::coverage::{Practice, granted};
use bpasim::behaviour::drift::drifted;
use bpasim::behaviour::evening_out::MeanKeeper;
use bpasim::behaviour::relatives::{Response, state};
use bpasim::behaviour::squeeze::{Squeeze, accumulated};
use bpasim::behaviour::{award, income_effect, penetration};
use bpasim::engine::run::Engine;
use bpasim::engine::setup::Draw;
use bpasim::population::life::{self, AgeTables};
use bpasim::population::placement::inflow;
use bpasim::population::{BLOCK, Persons};
use bpasim::rules::transition_arrangement::{TransitionTerms, arranged};
use bpasim::rules::withdrawal::{WithdrawalTerms, by_unit, set_in};
use bpasim::scenario::dated::{Index, Series};
use bpasim::scenario::financing::{OffsetBasis, OffsetBy, TransitionRule};
use bpasim::scenario::theta::Theta;
use bpasim::scheme::cash;
use bpasim::scheme::nursing::Residents;
use bpasim::scheme::pareto::Costs;
use bpasim::scheme::path::{Volume, item};
use bpasim::scheme::reform::{Rest, Terms, reform};
use bpasim::scheme::spread::amounts;
use serde_json::Value;
use std::collections::BTreeSet;

fn model() -> Value {
    serde_json::from_str(include_str!("model_vectors.json")).expect("JSON")
}

#[track_caller]
fn number(case: &Value, key: &str) -> f64 {
    case[key].as_f64().unwrap_or_else(|| panic!("{key} of {case}"))
}

/// A number that a case may leave out.
fn or(case: &Value, key: &str, absent: f64) -> f64 {
    case[key].as_f64().unwrap_or(absent)
}

#[track_caller]
fn list(case: &Value, key: &str) -> Vec<f64> {
    let all = case[key].as_array().unwrap_or_else(|| panic!("{key} of {case}"));
    all.iter().map(|x| x.as_f64().expect("number")).collect()
}

#[track_caller]
fn cases<'a>(all: &'a Value, key: &str) -> &'a Vec<Value> {
    all[key].as_array().unwrap_or_else(|| panic!("no cases of {key}"))
}

#[track_caller]
fn near(own: f64, right: f64) {
    assert!((own - right).abs() <= 1e-9 * right.abs().max(1e-3), "{own} is not {right}");
}

#[track_caller]
fn is(case: &Value, key: &str, own: f64) {
    near(own, number(case, key));
}

/// The country's draw with the parameters of the cases at their values, all others at their means.
fn draw() -> Draw {
    let vectors = model();
    let used = vectors["parameters_used"].as_object().expect("parameters");
    let sets: Vec<String> =
        used.iter().map(|(id, x)| format!("{id}={}", x.as_f64().expect("number"))).collect();
    let scenario = national(2, &sets.iter().map(String::as_str).collect::<Vec<_>>());
    let engine = Engine::new(&scenario).expect("engine");
    engine.draw(&engine.means())
}

/// Who leaves: the probability is the number at which the kernel's decision turns.
#[test]
fn who_leaves() {
    let theta = draw().theta;
    let mut seen = 0;
    for case in cases(&model(), "leaving") {
        let (t, probability) = (number(case, "t") as usize, number(case, "probability"));
        let mut p = Persons::new();
        (p.alive, p.age) = ([1.0; BLOCK], [number(case, "age"); BLOCK]);
        p.rapid = [if case["rapid"] == true { 1.0 } else { 0.0 }; BLOCK];
        let mut u = [1.0; BLOCK];
        (u[0], u[1]) = (probability * (1.0 - 1e-9), probability * (1.0 + 1e-9));
        let (mut leaves, mut moves) = ([0.0; BLOCK], [0.0; BLOCK]);
        let ages = AgeTables::new(&theta, t + 1);
        life::leave(&p, &ages, (t, theta.rapid_death), &u, &mut leaves, &mut moves);
        assert_eq!(leaves[..3], [1.0, 0.0, 0.0], "{case}");
        seen += 1;
    }
    assert_eq!(seen, 6);
}

#[test]
fn leaving_inflow_and_the_level_of_awards() {
    let (vectors, draw) = (model(), draw());
    let theta = &draw.theta;
    is(&vectors, "q_bar", draw.leaving);
    is(&vectors, "inflow_mean_first_year_if_S_is_10000", inflow(theta.need_growth, draw.leaving, 1e4, 1));
    let level = &vectors["award_level"];
    is(level, "wanted", theta.recipients_growth + theta.exit_rate + draw.leaving);
    is(level, "a_0", draw.award_level());
}

#[test]
fn penetration_evening_out_and_the_mean_of_awards() {
    let (vectors, theta) = (model(), draw().theta);
    let years = vectors["penetration"].as_object().expect("years");
    for (year, right) in years {
        let years = year.parse().expect("year");
        let own = penetration::spread(theta.penetration_ceiling, theta.penetration_speed, years);
        near(own, right.as_f64().expect("number"));
    }
    let Theta { coverage_null, municipal_sd, case_sd, coverage_min, coverage_max, .. } = theta;
    let keeper = MeanKeeper::new(coverage_null, municipal_sd, case_sd, coverage_min, coverage_max);
    for (harmonisation, right) in vectors["delta_eta"]["values"].as_object().expect("values") {
        let own = keeper.shift(harmonisation.parse().expect("share"));
        assert!((own - right.as_f64().expect("number")).abs() <= 1e-11, "{harmonisation}: {own}");
    }
    for case in cases(&vectors, "award_mean_correction") {
        let [slope, sd, eta] = ["g_u", "municipal_sd", "eta"].map(|key| number(case, key));
        is(case, "log_term", -award::mean_kept(slope, sd, eta));
    }
}

#[test]
fn need() {
    for case in cases(&model(), "need") {
        let of = |key| number(case, key);
        let years = of("t") - of("entry");
        // x moves in equal steps from where it was at entry, without reverting.
        let theta = Theta {
            need_trend: of("need_trend"),
            need_persistence: 1.0,
            need_sd: (of("x") - of("x_entry")) / f64::max(years, 1.0),
            need_max: 336.0,
            ..draw().theta
        };
        let mut p = Persons::new();
        p.level = [of("h") / of("b"); BLOCK];
        (p.drift, p.drift_left) = ([of("drift"); BLOCK], [of("years_left"); BLOCK]);
        (p.path, p.path_start) = ([of("x_entry"); BLOCK], [of("x_entry"); BLOCK]);
        // In the base year itself nothing has moved yet.
        for year in if years > 0.0 { 1..=years as usize } else { 0..=0 } {
            let none = [0.0; BLOCK];
            life::grow_older(&mut p, &theta, year as f64, &none, &[1.0; BLOCK], &none);
        }
        is(case, "need", p.need[0]);
    }
}

#[test]
fn squeeze_and_coverage() {
    let vectors = model();
    for case in cases(&vectors, "squeeze") {
        let of = |key| number(case, key);
        let state = if case["decided_by"] == "state" { 1.0 } else { 0.0 };
        let squeeze = Squeeze {
            rate_null: of("kappa"),
            rate: if state > 0.5 { of("kappa_s") } else { of("kappa") },
            state_null: 0.0,
            state,
            years: of("t"),
            own_years: of("n"),
        };
        let pi = if state > 0.5 { 1.0 - of("m_a") } else { of("pi_a") };
        is(case, "Q", accumulated(&squeeze, of("pi_0"), pi));
    }
    for case in cases(&vectors, "coverage") {
        let of = |key| number(case, key);
        assert_eq!(case["decided_by"], "state");
        let practice = Practice {
            null: of("C0"),
            shift: of("Delta"),
            price_response: of("beta"),
            norm_shift: of("delta"),
            harmonisation: of("eta"),
            drift: drifted(0.0, of("norm_drift"), of("n"), of("n")),
            squeeze: Squeeze {
                rate_null: 0.0,
                rate: 0.0,
                state_null: 0.0,
                state: 1.0,
                years: of("n"),
                own_years: of("n"),
            },
            min: 0.2,
            max: 1.0,
        };
        is(case, "coverage", granted(&practice, of("u"), of("v"), 0.9, 1.0 - of("m_a"), of("Q")));
    }
}

#[test]
fn relatives() {
    for case in cases(&model(), "relatives") {
        let response = Response {
            fill_grant: or(case, "phi_g", 1.0),
            fill_break: 0.0,
            cap: or(case, "relative_cap", 60.0),
            work_low: 10.0,
            work_high: 20.0,
            slope_low: or(case, "slope_10", 0.0),
            slope_high: or(case, "slope_20", 0.0),
            r0: 10.0,
            exit_slope: 0.0,
            exit_max: 0.5,
            sick_slope: 0.0,
            full_time: 37.5,
        };
        let gap = or(case, "gap_grant", or(case, "r", 0.0));
        let own = state(&response, or(case, "k", 1.0), number(case, "m"), gap, 0.0);
        match case["lost_hours"].as_f64() {
            Some(lost) => near(own.lost, lost),
            None => is(case, "R", own.hours),
        }
    }
}

#[test]
fn income_effect_and_arenas() {
    let (vectors, help) = (model(), draw().arena_help);
    for case in cases(&vectors, "income_effect") {
        let ore = |key| (100.0 * number(case, key)).round() as i64;
        let bought = income_effect::services(number(case, "share"), ore("net_null"), ore("net_model"));
        is(case, "posted", bought as f64 / 100.0);
        is(case, "hours", income_effect::hours(bought, number(case, "c_alt")));
    }
    for case in cases(&vectors, "arenas") {
        let opened = |name: &str| {
            if case["arenas"].as_array().expect("arenas").iter().any(|a| a == name) { 1.0 } else { 0.0 }
        };
        let help = Help { gain: or(case, "gain", help.gain), ..help };
        let employed = if case["employed"] == true { 1.0 } else { 0.0 };
        let own =
            taken_over(&help, &["school", "work", "leisure"].map(opened), number(case, "age"), employed);
        is(case, "q", own.hours);
        is(case, "H", own.hours / (1.0 - help.gain));
        let running = number(case, "f");
        if own.hours > 0.0 {
            is(case, "bpa_hours_year", 52.0 * running * own.hours);
            is(case, "saved_municipality_base_year_zone_1", running * own.municipal);
            is(case, "saved_state", running * own.state);
        }
    }
}

fn basis(case: &Value) -> OffsetBasis {
    match case["basis"].as_str() {
        Some("fixed") => OffsetBasis::Fixed,
        Some("rebased") => OffsetBasis::Rebased,
        _ => OffsetBasis::Yearly,
    }
}

/// The withdrawal of one unit over years with these reliefs and wage indices, kroner.
fn withdrawn(
    basis: OffsetBasis,
    every: usize,
    share: f64,
    [start, full]: [usize; 2],
    relief: &[f64],
    wage: &[f64],
) -> Vec<f64> {
    let terms = WithdrawalTerms { share, by: OffsetBy::Own, basis, rebase_years: every };
    let year = |t: usize| {
        if t < start {
            return 0.0;
        }
        let from = set_in(basis, every, full, t);
        let relief = (100.0 * relief[from]).round() as i64;
        by_unit(terms, &[relief], wage[t] / wage[from], &[])[0] as f64 / 100.0
    };
    (0..relief.len()).map(year).collect()
}

#[test]
fn withdrawal_while_phasing_in() {
    let vectors = model();
    let case = &vectors["withdrawal_phase_in"];
    let (start, phase) = (number(case, "start") as usize, number(case, "phase_in_years") as usize);
    let first = start - 1;
    let years: Vec<usize> = (first..=start + 2).collect();
    let relief: Vec<f64> = years.iter().map(|y| or(&case["delta"], &y.to_string(), 0.0)).collect();
    let wage = [1.0, 1.0, 1.0, number(case, "W_2030_over_W_2029")];
    let full = start + phase - 1;
    let own = withdrawn(
        basis(case),
        4,
        number(case, "offset_share"),
        [start - first, full - first],
        &relief,
        &wage,
    );
    for (year, own) in years.iter().zip(own) {
        is(&case["withdrawal"], &year.to_string(), own);
    }
}

/// An amount in whole øre is right to half an øre.
#[track_caller]
fn near_ore(own: &[f64], right: &[f64]) {
    assert_eq!(own.len(), right.len());
    for (own, right) in own.iter().zip(right) {
        assert!((own - right).abs() <= 0.005 + 1e-9 * right.abs(), "{own} is not {right}");
    }
}

#[test]
fn the_whole_scheme() {
    let all: Value = serde_json::from_str(include_str!("scheme_vectors.json")).expect("JSON");
    let mut kinds = BTreeSet::new();
    for case in cases(&all, "cases") {
        let (given, right) = (&case["in"], &case["out"]);
        let kind = case["kind"].as_str().expect("kind");
        match kind {
            "pareto" => pareto(given, right),
            "reform" => parts_of_reform(given, right),
            "lognormal" => {
                let residents = Residents {
                    number: number(given, "residents"),
                    mean: number(given, "m"),
                    sigma: number(given, "s"),
                };
                let [excess, persons] = residents.above(number(given, "K"));
                is(right, "excess", excess);
                is(right, "persons", persons);
            }
            "path" => path(given, right),
            "spread" => {
                let need = given["need"].as_array().expect("need").iter().map(|n| n.as_f64().unwrap_or(1.0));
                let weights: Vec<f64> =
                    list(given, "pop").iter().zip(need).map(|(n, need)| n * need).collect();
                let shares: Vec<f64> = weights.iter().map(|w| w / weights.iter().sum::<f64>()).collect();
                let own = amounts(number(given, "amount"), &shares);
                near_ore(&own.iter().map(|x| *x as f64 / 100.0).collect::<Vec<_>>(), &list(right, "amounts"));
            }
            "cash" => {
                let ore = |x: f64| (100.0 * x).round() as i64;
                let earned: Vec<i64> = list(given, "accrual").into_iter().map(ore).collect();
                let mut opening = vec![0; earned.len()];
                opening[0] = ore(number(given, "account"));
                let [start, lag, own] = ["start", "lag", "lag_a"].map(|key| number(given, key) as usize);
                let paid = cash::paid(&earned, opening, |t| if t < start { lag } else { own });
                near_ore(&paid.iter().map(|x| *x as f64 / 100.0).collect::<Vec<_>>(), &list(right, "cash"));
            }
            "withdrawal" => {
                let start = number(given, "start") as usize;
                let full = start + number(given, "phase") as usize - 1;
                let own = withdrawn(
                    basis(given),
                    or(given, "k", 4.0) as usize,
                    number(given, "share"),
                    [start, full],
                    &list(given, "delta"),
                    &list(given, "W"),
                );
                near_ore(&own, &list(right, "w"));
            }
            "transition" => transition(given, right),
            "crps" => continue, // A score of forecasts: it is held against its function where that is.
            other => panic!("a kind of cases that nobody asks: {other}"),
        }
        kinds.insert(kind.to_string());
    }
    assert_eq!(kinds.len(), 8, "{kinds:?}");
}

fn pareto(given: &Value, right: &Value) {
    let of = |key| number(given, key);
    let (n, rate, kappa) = (of("n"), of("rho"), of("kappa"));
    let own = Costs { alpha: of("alpha"), entry: of("eps") }.above(n, n * of("T"), of("theta"));
    is(right, "inside", own.inside);
    is(right, "entrants", own.entrants);
    is(right, "refund", kappa * rate * (own.inside + own.entrants));
    is(right, "persons", own.persons);
}

fn parts_of_reform(given: &Value, right: &Value) {
    let of = |key| number(given, key);
    let rest = Rest {
        refund: of("P"),
        threshold: of("T"),
        costs: Costs { alpha: of("alpha"), entry: of("eps") },
        over_age_home: or(given, "h67", 0.0),
        residents: Residents { number: 0.0, mean: 1.0, sigma: 0.3 },
        response: 0.0,
    };
    let terms = Terms {
        rate_null: 0.8,
        rate: of("rho"),
        threshold: of("theta"),
        claims: of("kappa"),
        no_age_limit: given["max_age"] == "none",
        institutions: false,
    };
    let own = reform(&rest, &terms);
    let sum = |all: [f64; 3]| all.iter().sum::<f64>();
    let parts = [
        ("rate", own.rate),
        ("threshold", own.threshold),
        ("entrants", own.entrants),
        ("claims", own.claims),
        ("over67", own.over_age),
        ("reactions", sum(own.reactions)),
    ];
    for (key, part) in parts {
        is(right, key, part);
    }
    is(right, "services", sum(own.services));
    is(right, "reform", parts.iter().map(|(_, part)| part).sum::<f64>() + own.institutions);
    is(right, "n", rest.persons(0.8));
    is(right, "persons", own.persons[0]);
}

fn path(given: &Value, right: &Value) {
    let of = |key| number(given, key);
    let (wage, threshold) = (list(given, "W"), list(given, "T"));
    let first = 2024;
    let last = first + wage.len() as i32 - 1;
    // Growth from the year before; none before the first.
    let growth = |t: usize| if t == 0 { 0.0 } else { wage[t] / wage[t - 1] - 1.0 };
    let growth = Series((0..wage.len()).map(|t| (first + t as i32, growth(t))).collect());
    let wages = Index::new(Some(&growth), 0.0, first, last);
    let volume = Volume { growth: of("v"), anchor: of("a"), damping: of("phi"), shock: 0.0, noise: 0.0 };
    let accounts = Series(vec![(first + 1, of("P0"))]);
    let threshold = |year: i32| threshold[(year - first) as usize];
    let own = item(&accounts, (first, last), &volume, of("alpha"), &wages, threshold, |_| [0.0; 2]);
    for (own, right) in own.expect("a known account").into_iter().zip(list(right, "P")) {
        near(own, right);
    }
}

fn transition(given: &Value, right: &Value) {
    let table = |case: &Value, key: &str| -> Vec<Vec<f64>> {
        let rows = case[key].as_array().expect("units");
        rows.iter()
            .map(|row| row.as_array().expect("years").iter().map(|x| x.as_f64().expect("number")).collect())
            .collect()
    };
    let (relief, set) = (table(given, "delta"), table(given, "w"));
    let (people, wage, start) = (list(given, "pop"), list(given, "W"), number(given, "start") as usize);
    assert_eq!(given["rule"], "guarantee");
    let mut behind = vec![0.0; people.len()];
    for t in 0..wage.len() {
        let of = |rows: &[Vec<f64>]| {
            rows.iter().map(|unit| (100.0 * unit[t]).round() as i64).collect::<Vec<i64>>()
        };
        let own = if t < start {
            of(&set)
        } else {
            let terms = TransitionTerms {
                rule: TransitionRule::Guarantee,
                cap: number(given, "cap") * wage[t],
                years: 5.0,
                since_start: (t - start) as f64,
            };
            arranged(&terms, &of(&set), &of(&relief), &people, &mut behind)
        };
        let right: Vec<f64> = table(right, "w").iter().map(|unit| unit[t]).collect();
        near_ore(&own.iter().map(|x| *x as f64 / 100.0).collect::<Vec<_>>(), &right);
    }
}

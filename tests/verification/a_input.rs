//! V-A: input. V-A06 and V-A07 stand beside the distributions, V-A15 beside the life table; V-A08,
//! A09 and A12 come later (gate 2).

use super::common::{national, run, scenario, small, small_file, value};
use bpasim::economy::wage_index;
use bpasim::engine::run::Engine;
use bpasim::outcomes::Outcome;
use bpasim::scenario::overrides::Options;
use bpasim::scenario::units::{Unit, ZONES};
use bpasim::scenario::{Scenario, load};
use bpasim::text::Lang;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn country() -> Scenario {
    national(1, &[])
}

fn unit<'a>(s: &'a Scenario, id: &str) -> &'a Unit {
    s.units.iter().find(|u| u.id == id).unwrap_or_else(|| panic!("{id}"))
}

#[test]
fn v_a01_every_municipality_of_norway_with_its_number_as_text() {
    let s = country();
    assert_eq!(s.units.len(), 357);
    let ids: BTreeSet<&str> = s.units.iter().map(|u| u.id.as_str()).collect();
    assert_eq!(ids.len(), 357, "unique");
    assert!(ids.iter().all(|id| id.len() == 4 && id.bytes().all(|b| b.is_ascii_digit())));
    assert_eq!(unit(&s, "0301").name, "Oslo", "the zero in front is kept");
    let counties: BTreeSet<&str> = s.units.iter().map(|u| u.county.as_str()).collect();
    assert_eq!(counties.len(), 15);
}

/// Statistics Norway, 1 January 2026.
#[test]
fn v_a02_inhabitants_of_2026_by_age() {
    let s = country();
    let mut classes = [0.0; 5];
    for u in &s.units {
        let own = u.population.expect("inhabitants");
        assert_eq!(own.iter().sum::<f64>(), u.inhabitants().expect("inhabitants"));
        assert!(own.iter().all(|n| *n >= 0.0 && n.fract() == 0.0), "{}", u.id);
        classes.iter_mut().zip(own).for_each(|(sum, n)| *sum += n);
    }
    assert_eq!(classes, [961_984.0 + 139_396.0, 2_358_739.0, 1_207_648.0, 674_694.0, 284_939.0]);
    assert_eq!(classes.iter().sum::<f64>(), 5_627_400.0);
    let of = |id: &str| unit(&s, id).inhabitants();
    assert_eq!(
        [of("0301"), of("4601"), of("5001"), of("1103"), of("1151")],
        [Some(728_714.0), Some(294_860.0), Some(218_460.0), Some(151_669.0), Some(219.0)]
    );
}

#[test]
fn v_a03_classes_of_municipalities() {
    let s = country();
    let count = |is: &dyn Fn(&Unit) -> bool| s.units.iter().filter(|u| is(u)).count();
    let centrality: Vec<usize> = (1..=6).map(|c| count(&|u| u.centrality == Some(c))).collect();
    assert_eq!(centrality, [5, 21, 54, 65, 104, 108]);
    let zones: Vec<usize> = (0..ZONES.len()).map(|z| count(&|u| u.zone == z)).collect();
    assert_eq!((ZONES, zones), (["1", "1a", "2", "3", "4", "4a", "5"], vec![134, 19, 78, 32, 67, 2, 25]));
    let groups: Vec<usize> =
        (1..=17).map(|g| count(&|u| u.kostra_group.as_deref() == Some(&format!("EKG{g:02}")))).collect();
    assert_eq!(groups, [40, 18, 9, 39, 33, 28, 38, 13, 27, 13, 10, 11, 1, 25, 36, 8, 8]);
}

/// Free income of 2026, billions (control total of the data).
#[test]
fn v_a03_free_income_sums_to_the_control_total() {
    let s = country();
    let income = |u: &Unit| Some(u.free_income? * u.inhabitants()?);
    let sum: f64 = s.units.iter().filter_map(income).sum();
    assert!((sum / 1e9 - 455.8).abs() < 0.1, "{sum}");
}

#[test]
fn v_a04_a_parameter_outside_its_range_is_refused_by_name() {
    let dir = tempfile::tempdir().expect("folder");
    let file = small_file(dir.path());
    let s = scenario(&file, 1, &[]);
    let mut tried = 0;
    for scalar in s.parameters.scalars() {
        let p = s.parameters.of(scalar);
        let [low, high] = p.range;
        assert!(low.is_finite() && high.is_finite(), "{} has no limits", p.id);
        for outside in [low - 1.0, high + 1.0] {
            let options =
                Options { sets: vec![format!("{}={outside}", scalar.id)], models: None, years: Some(1) };
            let error = load(&file, &options).expect_err(&scalar.id).render(Lang::Nb);
            assert!(error.contains(&p.id) && error.contains("utenfor det lovlige"), "{error}");
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried}");
    let mut program = crate::program::command();
    let args = ["run", &file, "--draws", "1", "--set", "wage_share=1.2", "--out", "out"];
    let output = program.current_dir(dir.path()).args(args).output().expect("program");
    assert_eq!(output.status.code(), Some(2));
    assert!(!dir.path().join("out").exists(), "no partial result");
}

#[test]
fn v_a05_kroner_of_one_year_to_another_and_back() {
    let s = small(3, &[]);
    let wage = wage_index(&s, 0.035);
    for amount in [1.0, 365.0, 1_750_000.0] {
        let there = amount / wage.at(2021) * wage.at(2026);
        assert!(there > amount && (there / wage.at(2026) * wage.at(2021) / amount - 1.0).abs() < 1e-12);
    }
    // The same amount, stated in kroner of two years, is the same to the engine.
    let dir = tempfile::tempdir().expect("folder");
    let file = small_file(dir.path());
    let text = std::fs::read_to_string(&file).expect("scenario");
    let value_of_time = |year: i32, value: f64| {
        let own = dir.path().join(format!("{year}.toml"));
        let more = format!("[parameters.value_of_time]\nvalue = {value:?}\nyear = {year}\n");
        std::fs::write(&own, text.clone() + &more).expect("scenario");
        let s = scenario(own.to_str().expect("path"), 3, &["wage_growth.long_run=0.035"]);
        let engine = Engine::new(&s).expect("engine");
        engine.draw(&engine.means()).theta.value_of_time
    };
    let (old, new) = (value_of_time(2021, 200.0), value_of_time(2026, 200.0 * wage.at(2026) / wage.at(2021)));
    assert!((old / new - 1.0).abs() < 1e-12, "{old} {new}");
    assert!((old / (200.0 / wage.at(2021)) - 1.0).abs() < 1e-12);
}

#[test]
fn v_a05_every_money_parameter_has_unit_and_year() {
    let s = country();
    for p in s.parameters.iter() {
        assert!(!p.unit.is_empty() && !p.source.nb.is_empty() && !p.status.is_empty(), "{}", p.id);
        let dated = matches!(p.value, bpasim::scenario::parameters::Value::Dated(_));
        assert!(!p.is_money() || dated || p.year.is_some(), "{} has no price year", p.id);
    }
    // A value in another unit is not taken for one in the parameter's own.
    let dir = tempfile::tempdir().expect("folder");
    let program = |args: &[&str]| {
        let mut command = crate::program::command();
        command.current_dir(dir.path()).args(args).output().expect("program")
    };
    assert!(program(&["new", "own"]).status.success());
    let file = dir.path().join("own/parameters.toml");
    let text = std::fs::read_to_string(&file).expect("parameters");
    let cut = text.replacen("unit   = \"NOK/h\"", "unit   = \"NOK/yr\"", 1);
    assert_ne!(cut, text);
    std::fs::write(&file, cut).expect("parameters");
    let output = program(&["check", "own/national.toml"]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message.contains("bpa_hour_cost.unit") && message.contains("NOK/h"), "{message}");
}

#[test]
fn v_a10_weights_that_do_not_sum_to_one_are_refused() {
    for sets in [["condition_weights.stable=0.6"], ["inflow_age_weights.0-17=0.5"]] {
        let options =
            Options { sets: sets.iter().map(|s| s.to_string()).collect(), models: None, years: Some(1) };
        let error = load("national", &options).expect_err("refused").render(Lang::Nb);
        assert!(error.contains("til sammen bli 1"), "{error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// Whatever weights the classes of hours and ages have, shares of the recipients sum to 1 in every draw.
    #[test]
    fn v_a10_shares_sum_to_one_in_every_draw(weights in proptest::array::uniform6(0.0..50.0f64), child in 1.0..900.0f64) {
        prop_assume!(weights.iter().sum::<f64>() > 1.0);
        let names = ["0-2", "2-5", "5-10", "10-15", "15-35.5", "35.5+"];
        let mut sets: Vec<String> =
            names.iter().zip(weights).map(|(n, w)| format!("granted_hours_classes.{n}={w}")).collect();
        sets.push(format!("recipients.0-17={}", child.round()));
        let sets: Vec<&str> = sets.iter().map(String::as_str).collect();
        let r = run(&small(2, &sets), 2, 1);
        for (w, m, t) in (0..2).flat_map(|w| (0..3).flat_map(move |m| (0..2).map(move |t| (w, m, t)))) {
            let of = |o| value(&r, w, m, o, t);
            let classes: f64 = [
                Outcome::GrantedHoursClass1,
                Outcome::GrantedHoursClass2,
                Outcome::GrantedHoursClass3,
                Outcome::GrantedHoursClass4,
                Outcome::GrantedHoursClass5,
                Outcome::GrantedHoursClass6,
            ]
            .map(of)
            .iter()
            .sum();
            prop_assert!((classes - 1.0).abs() < 1e-12);
            let ages: f64 = [
                Outcome::RecipientsAge0To17,
                Outcome::RecipientsAge18To49,
                Outcome::RecipientsAge50To66,
                Outcome::RecipientsAge67To79,
                Outcome::RecipientsAge80Plus,
            ]
            .map(of)
            .iter()
            .sum();
            prop_assert_eq!(ages, of(Outcome::Recipients));
        }
    }
}

#[test]
fn v_a11_what_is_missing_is_told_and_never_read_as_zero() {
    let s = country();
    let without: Vec<&str> =
        s.units.iter().filter(|u| u.need_index.is_none()).map(|u| u.name.as_str()).collect();
    assert_eq!(without, ["Utsira", "Modalen"], "no index is published for them");
    assert!(
        s.units.iter().all(|u| u.need_index != Some(0.0) && (u.recipients.is_none() || u.name == "Oslo"))
    );
    let missing = s.missing_data();
    assert_eq!(missing.len(), 1);
    assert_eq!((missing[0].column.as_str(), missing[0].units.len()), ("expenditure_need_index", 2));
    assert!(missing[0].instead.en.contains("counts as 1"));
    // Signs that statistics use for "nothing here" are no numbers.
    let dir = tempfile::tempdir().expect("folder");
    let file = small_file(dir.path());
    let table = dir.path().join("units.csv");
    let text = std::fs::read_to_string(&table).expect("table");
    let inhabitants = text.lines().nth(1).and_then(|l| l.split(',').nth(9)).expect("column").to_string();
    for sign in [".", "..", ":", ""] {
        std::fs::write(&table, text.replacen(&format!(",{inhabitants},"), &format!(",{sign},"), 1))
            .expect("table");
        let error = load(&file, &Options::default()).expect_err(sign).render(Lang::Nb);
        assert!(error.contains("units.csv:2") && error.contains("population"), "{error}");
    }
}

/// Directorate of Health 2022: 2, 2, 9, 12, 31 and 45 of 101.
#[test]
fn v_a13_classes_of_granted_hours() {
    let s = national(1, &[]);
    let r = run(&s, 20, 1);
    let mean = |o| (0..20).map(|w| value(&r, w, 0, o, 0)).sum::<f64>() / 20.0;
    for (o, published) in [
        (Outcome::GrantedHoursClass1, 2.0),
        (Outcome::GrantedHoursClass2, 2.0),
        (Outcome::GrantedHoursClass3, 9.0),
        (Outcome::GrantedHoursClass4, 12.0),
        (Outcome::GrantedHoursClass5, 31.0),
        (Outcome::GrantedHoursClass6, 45.0),
    ] {
        assert!((mean(o) - published / 101.0).abs() < 0.01, "{o:?} {}", mean(o));
    }
    assert!((36.0..45.0).contains(&mean(Outcome::GrantedHoursPerRecipient)));
}

#[test]
fn v_a14_employers_contribution_by_zone() {
    let s = country();
    let engine = Engine::new(&s).expect("engine");
    let theta = engine.draw(&engine.means()).theta;
    let of = |zone: &str| theta.employer_tax[ZONES.iter().position(|z| *z == zone).expect("zone")];
    assert_eq!(
        [of("1"), of("2"), of("3"), of("4"), of("4a"), of("5")],
        [0.141, 0.106, 0.064, 0.051, 0.079, 0.0]
    );
    // Tromsø 4a, Oslo 1, Vadsø 5.
    let zone = |id: &str| ZONES[unit(&s, id).zone];
    assert_eq!([zone("5501"), zone("0301"), zone("5607")], ["4a", "1", "5"]);
}

//! What a part of the country carries, what years beyond the series are worth, and rules whose mistakes once passed every
//! other test: each worked out by hand.

use super::common::{both, run, scenario, small, value, world};
use bpasim::engine::national::WorldFigures;
use bpasim::engine::results::UnitFigure;
use bpasim::engine::run::Engine;
use bpasim::ledger::{Item, Payer};
use bpasim::outcomes::Outcome;
use bpasim::scenario::Scenario;
use bpasim::scenario::dated::Index;
use bpasim::scenario::financing::Number;

/// One municipality, as a user has it.
fn asker(sets: &[&str]) -> Scenario {
    let dir = tempfile::tempdir().expect("folder");
    let text = include_str!("../../scenarios/data/municipalities.csv");
    let kept: Vec<&str> = text.lines().filter(|l| l.starts_with("id,") || l.starts_with("3203,")).collect();
    let table = kept.join("\n").replace(",,,,,", ",16,43,24,9,1");
    std::fs::write(dir.path().join("units.csv"), table + "\n").expect("units");
    let file = dir.path().join("asker.toml");
    let text =
        "format = 1\nextends = \"national\"\n[scenario]\nplacement = \"observed\"\nunits = \"units.csv\"\n";
    std::fs::write(&file, text).expect("scenario");
    scenario(file.to_str().expect("path"), 8, sets)
}

/// Introduction costs of municipality and state, kroner, by year.
fn introduced(s: &Scenario, model: usize) -> Vec<[f64; 2]> {
    let (_, _, f) = world(s, 0, 1);
    let of =
        |t: usize, payer| f.accounts[model * s.horizon + t].get(payer, Item::Introduction) as f64 / 100.0;
    (0..s.horizon).map(|t| [of(t, Payer::Municipality), of(t, Payer::State)]).collect()
}

/// Wages of 2028 and 2029, 1 in 2024: 4.4, 4.0 and 3.5 per cent to 2027, then 3.
const WAGES: [f64; 2] = [1.044 * 1.04 * 1.035 * 1.03, 1.044 * 1.04 * 1.035 * 1.03 * 1.03];

/// 101 509 of 5 627 400 inhabitants live in Asker and 728 714 in Oslo: of the 20 and 150 million kroner of 2024 that
/// Model A's introduction costs the country, half in each of two years, they carry that part, whatever the base year.
#[test]
fn a_part_of_the_country_carries_its_part_of_national_amounts() {
    let near = |found: [f64; 2], right: [f64; 2]| {
        let alike = found.iter().zip(right).all(|(a, b)| (a - b).abs() <= 0.01);
        assert!(alike, "{found:?} {right:?}");
    };
    let sets = ["wage_growth.long_run=0.03"];
    let part =
        |inhabitants: f64, wage: f64| [20e6, 150e6].map(|x| x / 2.0 * wage * inhabitants / 5_627_400.0);
    let alone = introduced(&asker(&sets), 1);
    near(alone[3], [0.0; 2]);
    near(alone[4], part(101_509.0, WAGES[0]));
    near(alone[5], part(101_509.0, WAGES[1]));
    near(alone[6], [0.0; 2]);
    let oslo = introduced(&scenario("oslo", 9, &sets), 1);
    near(oslo[6], part(728_714.0, WAGES[0]));
    near(oslo[7], part(728_714.0, WAGES[1]));
    // The same amounts from a distribution of the user's own.
    let drawn = ["financing.A.one_off.state={ uniform = [150e6, 150000000.001] }"];
    near(introduced(&scenario("oslo", 9, &both(&sets, &drawn)), 1)[6], part(728_714.0, WAGES[0]));
    let whole = introduced(&scenario("national", 6, &sets), 1);
    near(whole[5], part(5_627_400.0, WAGES[1]));
}

/// A unit's figure of a model in the last year but one and in the last.
fn late(s: &Scenario, f: &WorldFigures, unit: usize, model: usize, figure: UnitFigure) -> [f64; 2] {
    [s.horizon - 2, s.horizon - 1].map(|year| f.of_unit(unit, model, year, figure))
}

/// A withdrawal by population is spread by inhabitants times the expenditure-need index.
#[test]
fn a_withdrawal_by_population_follows_inhabitants_and_need() {
    let s = small(6, &["financing.A.start_year=2025", "financing.A.offset_by=population"]);
    let (_, _, f) = world(&s, 0, 1);
    let keys: Vec<f64> = s
        .units
        .iter()
        .map(|u| u.population.expect("population").iter().sum::<f64>() * u.need_index.expect("index"))
        .collect();
    assert!(s.units.iter().any(|u| (u.need_index.expect("index") - 1.0).abs() > 0.1), "indices differ");
    let all: f64 = keys.iter().sum();
    for year in 0..2 {
        let of = |unit| late(&s, &f, unit, 1, UnitFigure::Withdrawal)[year];
        let total: f64 = (0..keys.len()).map(of).sum();
        assert!(total.abs() > 1e6, "{total}");
        for (unit, key) in keys.iter().enumerate() {
            // A øre or two of rounding, in kroner of another year.
            assert!((of(unit) - total * key / all).abs() < 0.05, "{}: {}", s.units[unit].id, of(unit));
        }
    }
}

/// The base year is as observed: nobody who is 18 in it is reviewed. A review that takes half of what is granted moves the
/// next year alone.
#[test]
fn nobody_is_reviewed_in_the_base_year() {
    let granted = |cut: &str| {
        let s = small(2, &["transition_review=1", cut, "recipients_total=600"]);
        let r = run(&s, 6, 1);
        [0, 1].map(|t| (0..6).map(|w| value(&r, w, 0, Outcome::GrantedHours, t)).collect::<Vec<f64>>())
    };
    let (cut, whole) = (granted("transition_cut=0.5"), granted("transition_cut=0"));
    assert_eq!(cut[0], whole[0]);
    assert!(cut[1].iter().zip(&whole[1]).all(|(a, b)| a <= b) && cut[1] != whole[1]);
}

/// A zero alternative that the state decides, and a model that changes nothing, whenever it starts and however slowly.
#[test]
fn a_model_equal_to_a_zero_alternative_of_the_state_is_equal_to_the_last_bit() {
    for years in [1, 3] {
        let s = small(
            6,
            &[
                "financing.zero.decided_by=state",
                "financing.A.hour_grant.rate=0",
                "financing.A.offset_share=0",
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
                "financing.A.start_year=2026",
                &format!("financing.A.phase_in_years={years}"),
                "budget_squeeze=0.01",
                "state_squeeze=0.02",
                "award_response=0.5",
                "norm_shift=0.05",
            ],
        );
        let null = &s.models[0].levers;
        let mut own = s.models[1].levers.clone();
        (own.start_year, own.phase_in_years) = (null.start_year, null.phase_in_years);
        assert_eq!(own, *null, "the levers are equal");
        assert_eq!(null.offset_share, Number::Fixed(0.0));
        let r = run(&s, 3, 1);
        for (w, t) in (0..3).flat_map(|w| (0..6).map(move |t| (w, t))) {
            for o in Outcome::ALL {
                let [zero, equal] = [0, 1].map(|m| value(&r, w, m, *o, t));
                assert_eq!(zero.to_bits(), equal.to_bits(), "{o:?} in year {t}: {zero} and {equal}");
            }
        }
    }
}

/// The threshold of costs of 2123 is that of the budget of 2124, and grows into it as in every other year.
#[test]
fn the_threshold_grows_in_the_last_year_too() {
    let s = scenario("national", 100, &["wage_growth.long_run=0.03", "threshold_extra_growth=0.01"]);
    let engine = Engine::new(&s).expect("engine");
    let draw = engine.draw(&engine.means());
    let threshold = &draw.economy.threshold["refund.threshold"];
    assert_eq!(threshold.len(), 100);
    for t in [50, 75, 76, 77, 98, 99] {
        let growth = threshold[t] / threshold[t - 1] - 1.0;
        assert!((growth - (1.03 * 1.01 - 1.0)).abs() < 1e-12, "{}: {growth}", 2024 + t);
    }
    let index: &Index = &draw.economy.wages;
    assert!((index.at(2150) / index.at(2149) - 1.03).abs() < 1e-12);
}

/// A vacancy factor is phased in: with a factor of 3 and vacancies of 5 per cent, 10 per cent are not staffed in the first of
/// two years and 15 in the second.
#[test]
fn vacancies_are_phased_in() {
    let s = small(
        4,
        &["vacancy=0.05", "vacancy_trend=0", "financing.B.start_year=2025", "financing.B.vacancy_factor=3"],
    );
    let engine = Engine::new(&s).expect("engine");
    let draw = engine.draw(&engine.means());
    let vacant: Vec<f64> = draw.in_year[2].iter().map(|m| m.vacancy).collect();
    for (found, right) in vacant.iter().zip([0.05, 0.10, 0.15, 0.15]) {
        assert!((found - right).abs() < 1e-15, "{vacant:?}");
    }
}

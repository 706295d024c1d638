//! Scenarios as users write them, sound and not.

#![expect(clippy::disallowed_methods, reason = "scenario files to be read")]

use super::check;
use crate::error::Error;
use crate::scenario::financing::{Decider, Lives, MAIN_MODELS, Number, OffsetBasis, RefundScope};
use crate::scenario::overrides::Options;
use crate::scenario::{Scenario, canonical, embedded, load};
use crate::text::Lang;
use std::fs;
use std::path::Path;

pub(super) fn sets(list: &[&str]) -> Options {
    Options { sets: list.iter().map(|s| s.to_string()).collect(), ..Options::default() }
}

pub(super) fn sound(source: &str, options: &Options) -> Scenario {
    match load(source, options) {
        Ok(s) => s,
        Err(e) => panic!("{source}: {}", e.render(Lang::En)),
    }
}

pub(super) fn refused(source: &str, options: &Options) -> String {
    match load(source, options) {
        Ok(_) => panic!("{source} was accepted"),
        Err(e) => {
            assert!(matches!(e, Error::Input(_)));
            e.render(Lang::En)
        }
    }
}

pub(super) fn write(dir: &Path, name: &str, text: &str) -> String {
    let path = dir.join(name);
    fs::write(&path, text).expect("test file");
    path.display().to_string()
}

#[test]
fn every_shipped_scenario_is_sound_and_changes_nothing_of_itself() {
    for name in embedded::SCENARIOS {
        let s = sound(name, &Options::default());
        assert_eq!(s.name, *name);
        assert_eq!(s.models[0].id, "zero");
        assert_eq!(s.changes, vec![], "{name}");
        assert_eq!(s.warnings, vec![], "{name}");
        assert!(s.parameters.iter().all(|p| !p.users_own));
        assert!(s.units.windows(2).all(|w| w[0].id < w[1].id));
    }
    let oslo = sound("oslo", &Options::default());
    assert_eq!((oslo.units.len(), oslo.base_year), (15, 2022));
    let persons: u32 = oslo.units.iter().filter_map(|u| u.recipients).flatten().sum();
    assert_eq!(persons, 620);
    assert!(!oslo.has_population());
    let national = sound("national", &Options::default());
    let people: f64 = national.units.iter().filter_map(|u| u.inhabitants()).sum();
    assert_eq!((national.units.len(), people), (357, 5_627_400.0));
    assert_eq!(sound("variants", &Options::default()).models.len(), 20);
    let ids: Vec<&str> = national.models.iter().map(|m| m.id.as_str()).collect();
    assert_eq!(
        ids[..3],
        ["zero", MAIN_MODELS[0], MAIN_MODELS[1]],
        "the main models are those of the country"
    );
}

#[test]
fn models_that_are_named_are_all_compared_and_others_with_zero() {
    let named = Options {
        models: Some(["A", "B-refund", "split-20"].map(String::from).to_vec()),
        ..Options::default()
    };
    assert_eq!(sound("variants", &named).pairs(), [(1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2)]);
    let all = sound("variants", &Options::default());
    assert_eq!(all.pairs().len(), 20, "nineteen models minus zero, and B minus A");
    assert_eq!(
        sound("national", &Options::default()).pairs(),
        [(1, 0), (2, 0), (2, 1), (3, 0), (4, 0), (5, 0)]
    );
}

#[test]
fn models_have_the_levers_of_the_model_description() {
    let s = sound("national", &Options::default());
    let [null, a, b, yearly, rebased, scheme] = s.models.as_slice() else { panic!("six models") };
    // What only the block grant differs in has the lives of the model it extends.
    assert_eq!(Lives::of(&s.models), Lives { lived: vec![0, 1, 2, 5], slot: vec![0, 1, 2, 1, 1, 3] });
    assert_eq!([yearly, rebased].map(|m| m.levers.offset_basis), [OffsetBasis::Yearly, OffsetBasis::Rebased]);
    assert_eq!(scheme.levers.refund_scope, RefundScope::All);
    assert_eq!((null.levers.start_year, a.levers.start_year, a.levers.phase_in_years), (2024, 2028, 2));
    assert_eq!(a.levers.decided_by, Decider::State);
    assert_eq!(b.levers.refund_rate, Number::Fixed(0.9));
    assert_eq!(b.levers.max_age, Number::Fixed(f64::INFINITY));
    assert_eq!(b.levers.above_hours, null.levers.above_hours);
    // No fast track: the same slot as everybody's waiting time.
    assert_eq!(null.levers.fast_track_months, null.levers.processing_months);
    assert_ne!(a.levers.fast_track_months, a.levers.processing_months);
    assert_eq!(
        null.levers.processing_months,
        Number::Scalar(s.parameters.slot("processing_months").expect("slot"))
    );
    let v = sound("variants", &Options::default());
    let pays = v.models.iter().find(|m| m.id == "A-pays").expect("A-pays");
    assert_eq!(pays.levers.fast_track_months, pays.levers.processing_months);
}

#[test]
fn set_changes_parameters_levers_and_settings() {
    let s = sound(
        "national",
        &sets(&[
            "price_response=0.2",
            "bpa_hour_cost={pert=[400,500,600]}",
            "relative_employment.0-17=0.9",
            "refund.max_age=70",
            "financing.B.refund.rate=0.95",
            "financing.A.copayment={ uniform = [0, 1000] }",
            "financing.B.refund.threshold=1500000",
            "financing.A.decided_by=municipality",
            "horizon=12",
        ]),
    );
    let keys: Vec<&str> = s.changes.iter().map(|c| c.key.as_str()).collect();
    assert_eq!(
        keys,
        [
            "horizon",
            "bpa_hour_cost",
            "refund.max_age",
            "price_response",
            "relative_employment.0-17",
            "financing.A.decided_by",
            "financing.A.copayment",
            "financing.B.refund.threshold",
            "financing.B.refund.rate"
        ]
    );
    let own: Vec<&str> = s.parameters.iter().filter(|p| p.users_own).map(|p| p.id.as_str()).collect();
    assert_eq!(
        own,
        [
            "bpa_hour_cost",
            "refund.max_age",
            "price_response",
            "relative_employment",
            "financing.A.copayment",
            "financing.B.refund.threshold"
        ]
    );
    let slot = s.parameters.slot("financing.A.copayment").expect("a scalar of its own");
    assert_eq!(s.models[1].levers.copayment, Number::Scalar(slot));
    assert_eq!(
        s.parameters.dated("financing.B.refund.threshold").expect("a history").at(2024).0,
        1_500_000.0
    );
    assert_eq!(s.models[2].levers.threshold, "financing.B.refund.threshold");
    assert_eq!(s.horizon, 12);
    assert_eq!(s.parameters.get("price_response").expect("known").status, "assumption");
}

#[test]
fn models_are_chosen_in_the_order_asked_for_with_null_first() {
    let mut options =
        Options { models: Some(vec!["B".into(), "zero".into(), "A".into()]), ..Options::default() };
    let ids = |s: Scenario| s.models.into_iter().map(|m| m.id).collect::<Vec<_>>();
    assert_eq!(ids(sound("national", &options)), ["zero", "B", "A"]);
    options.models = Some(vec!["B".into(), "B".into(), "C".into()]);
    let text = refused("national", &options);
    assert!(text.contains("--models") && text.contains("twice") && text.contains("found: C"), "{text}");
    let short = Options { years: Some(2), ..Options::default() };
    let s = sound("national", &short);
    assert_eq!((s.horizon, s.warnings.len(), s.changes.len()), (2, 5, 0));
    // However the horizon is set, the models that it cuts off are told and nothing is refused.
    assert_eq!(sound("national", &sets(&["horizon=2"])).warnings, s.warnings);
    let dir = tempfile::tempdir().expect("folder");
    let text = "format = 1\nextends = \"national\"\n[scenario]\nhorizon = 2\n";
    assert_eq!(sound(&write(dir.path(), "s.toml", text), &Options::default()).warnings, s.warnings);
    let longer = Options { years: Some(30), ..sets(&["financing.A.start_year=2050"]) };
    assert_eq!(sound("national", &longer).horizon, 30);
    sound("national", &sets(&["horizon=30", "financing.A.start_year=2050"]));
    let twice = refused("national", &Options { years: Some(3), ..sets(&["horizon=4"]) });
    assert!(twice.contains("--years") && twice.contains("twice"), "{twice}");
    let both = format!("{text}[financing.C]\nextends = \"A\"\nstart_year = 2030\n");
    let told = refused(&write(dir.path(), "s.toml", &both), &Options::default());
    assert!(told.contains("s.toml:7") && told.contains("2024–2025"), "{told}");
}

#[test]
fn an_own_file_holds_only_what_it_changes() {
    let dir = tempfile::tempdir().expect("folder");
    let path = write(
        dir.path(),
        "mitt forslag.toml",
        "format = 1\nextends = \"national\"\n[parameters.price_response]\nvalue = 0.2\n\
         [financing.mine]\nextends = \"B\"\nrefund.rate = { pert = [0.8, 0.9, 1] }\n[financing.same]\nextends = \"B\"\n\
         [[correlations]]\na = \"price_response\"\nb = \"award_response\"\nrank = 0.5\n",
    );
    let s = sound(&path, &Options::default());
    assert_eq!(s.name, "mitt-forslag");
    assert_eq!(
        s.models.iter().map(|m| m.id.as_str()).collect::<Vec<_>>(),
        ["zero", "A", "B", "A-yearly", "A-rebased", "B-scheme", "mine", "same"]
    );
    assert_eq!(s.models[6].levers.grant_rate, s.models[2].levers.grant_rate);
    assert!(s.parameters.slot("financing.mine.refund.rate").is_some());
    assert_eq!(s.correlations.len(), 1);
    let warnings: Vec<&str> = s.warnings.iter().map(|w| w.en.as_str()).collect();
    assert!(warnings.iter().any(|w| w.contains("same") && w.contains("differs by nothing")), "{warnings:?}");
    assert!(warnings.iter().any(|w| w.contains("fixed number")), "{warnings:?}");
    assert_eq!(s.inputs.iter().filter(|f| f.hash.len() == 64).count(), 5, "{:?}", s.inputs);
}

#[test]
fn files_may_build_on_files_but_not_in_a_circle() {
    let dir = tempfile::tempdir().expect("folder");
    write(
        dir.path(),
        "a.toml",
        "format = 1\nextends = \"national\"\n[parameters.price_response]\nvalue = 0.2\n",
    );
    let b = write(
        dir.path(),
        "b.toml",
        "format = 1\nextends = \"a.toml\"\n[parameters.award_response]\nvalue = 0.2\n",
    );
    let checked = check(&b, &Options::default()).expect("sound");
    assert_eq!((checked.base.as_str(), checked.changes.len()), ("national", 2));
    write(dir.path(), "a.toml", "format = 1\nextends = \"./b.toml\"\n");
    let text = refused(&b, &Options::default());
    assert!(text.contains("circle") && text.contains("a.toml:2"), "{text}");
}

pub(super) const HEAD: &str = "id,name,county_number,county,employer_tax_zone,centrality,kostra_group,population_0_15,\
population_16_17,population_18_49,population_50_66,population_67_79,population_80_plus,free_income_per_capita,\
expenditure_need_index,recipients_0_17,recipients_18_49,recipients_50_66,recipients_67_79,recipients_80_plus";

pub(super) fn with_units(dir: &Path, table: &str) -> String {
    write(dir, "u.csv", table);
    let text = "format = 1\nextends = \"national\"\n[scenario]\nunits = \"u.csv\"\n\
                [parameters.recipients_total]\nvalue = 5\n";
    write(dir, "s.toml", text)
}

#[test]
fn a_table_of_units_is_told_by_line_and_column() {
    let dir = tempfile::tempdir().expect("folder");
    let row = "1,X,01,Y,1,1,K,10,2,30,20,10,5,80000,1,,,,,";
    let good = with_units(dir.path(), &format!("# note\n{HEAD}\n{row}\n"));
    let s = sound(&good, &Options::default());
    assert_eq!((s.units[0].population, s.units[0].recipients), (Some([12.0, 30.0, 20.0, 10.0, 5.0]), None));
    for (table, parts) in [
        (
            format!(
                "# a\n# b\n{HEAD}\n{row}\n\n# c\n{}\n",
                row.replace("1,X", "2,X").replace("10,2", "-1,2")
            ),
            ["u.csv:7", "population_0_15", "-1"],
        ),
        (format!("{HEAD}\n{row}\n{row}\n"), ["u.csv:3", "id", "twice"]),
        (
            format!("{HEAD}\n{}\n", row.replace("10,2", "3.200,2")),
            ["population_0_15", "3200, 3.2", "point between"],
        ),
        (
            format!("{HEAD}\n{}\n", row.replace("10,2", "3200 %,2")),
            ["population_0_15", "3200 %", "at least 0"],
        ),
        (format!("{HEAD}\n{}\n", row.replace("10,2", "10.5,2")), ["population_0_15", "10.5", "whole number"]),
        (
            format!("{HEAD}\n{}\n", row.replace("80000", "70.000")),
            ["free_income_per_capita", "70000, 70", "point between"],
        ),
        (
            format!("{HEAD}\n{}1.000,0,0,0,0\n", row.trim_end_matches(',').to_string() + ","),
            ["recipients_0_17", "1000, 1", "point between"],
        ),
        (format!("{}\n{row}\n", HEAD.replace("county,", "county,county,")), ["u.csv:1", "county", "twice"]),
        (
            format!("{}\n{row}\n", HEAD.replace("centrality", "centralty")),
            ["u.csv:1", "centralty", "centrality"],
        ),
        (format!("{HEAD}\n{}\n", row.replace("Y,1,1", "Y,6,1")), ["u.csv:2", "employer_tax_zone", "4a"]),
        (
            format!("{HEAD}\n{}\n", row.replace("10,2,30", "10,..,30")),
            ["u.csv:2", "population_16_17", "missing"],
        ),
        (format!("{HEAD}\n{}\n", row.replace("10,2,30", "10,2")), ["u.csv:2", "CSV", "fields"]),
        (
            format!("{HEAD}\n{}\n", row.replace("10,2,30,20,10,5", ".,..,:,,,")),
            ["u.csv:2", "population", "mixed"],
        ),
        (HEAD.to_string(), ["u.csv:1", "id", "no rows"]),
        (String::new(), ["u.csv:1", "CSV", "empty"]),
        (format!("{}\n", HEAD.replace(',', ";")), ["u.csv:1", "id", "no rows"]),
        ("Kommune;Brukere\n3203;93\n".to_string(), ["u.csv:1", "columns", "semicolons"]),
    ] {
        let text = refused(&with_units(dir.path(), &table), &Options::default());
        for part in parts {
            assert!(text.contains(part), "{table}\n{text}\nlacks {part}");
        }
    }
}

#[test]
fn contradictions_are_refused() {
    let dir = tempfile::tempdir().expect("folder");
    let three = |x: f64| {
        format!(
            "format = 1\nextends = \"national\"\n[[correlations]]\na = \"price_response\"\nb = \"award_response\"\nrank = 0.9\n\
             [[correlations]]\na = \"award_response\"\nb = \"fill_grant\"\nrank = 0.9\n\
             [[correlations]]\na = \"price_response\"\nb = \"fill_grant\"\nrank = {x}\n"
        )
    };
    sound(&write(dir.path(), "c.toml", &three(0.7)), &Options::default());
    let text = refused(&write(dir.path(), "c.toml", &three(-0.9)), &Options::default());
    assert!(text.contains("positive semi-definite"), "{text}");
    for (set, part) in [
        ("need_sd=0.5", "must be below 1"),
        ("need_persistence=0.998", "must be below 1"),
        ("coverage_max=0.1", "cannot be larger"),
        ("condition_weights.stable=0.9", "sum to 1"),
        ("relatives.18-49.one=0.9", "exceed 1"),
        ("financing.A.offset_by=stat", "own, population"),
        ("financing.zero.start_year=2026", "the baseline is today's scheme"),
        ("financing.A.start_year=2050", "2024–2043"),
        ("financing.A.start_year=2020", "2024–2043"),
        ("financing.A.refund.lag_years=0.5", "whole years"),
    ] {
        let text = refused("national", &sets(&[set]));
        assert!(text.contains(part), "{set}: {text}");
    }
    let text = refused("oslo", &sets(&["financing.A.offset_by=population"]));
    assert!(text.contains("need the population of every unit"), "{text}");
    let text = refused("oslo", &sets(&["placement=rates"]));
    assert!(text.contains("oslo-alna"), "{text}");
}

/// The zero alternative's id was `null` before: whatever users wrote then means the same now.
#[test]
fn the_old_id_of_the_zero_alternative_is_read() {
    let dir = tempfile::tempdir().expect("folder");
    let of = |id: &str| {
        let text = format!(
            "format = 1\nextends = \"national\"\n[scenario]\nmodels = [\"C\", \"{id}\"]\n[financing.{id}]\n\
             processing_months = 4\nadmin.municipal = {{ uniform = [1, 2] }}\n[financing.C]\n\
             extends = \"{id}\"\nstart_year = 2028\nrefund = {{ rate = 0.5 }}\n[[correlations]]\n\
             a = \"financing.{id}.admin.municipal\"\nb = \"price_response\"\nrank = 0.5\n"
        );
        let file = write(dir.path(), "x.toml", &text);
        let options = Options {
            models: Some(vec![id.into(), "C".into()]),
            ..sets(&[&format!("financing.{id}.processing_months=5")])
        };
        (sound(&file, &Options::default()), sound(&file, &options), options.by_todays_ids())
    };
    let (old, new) = (of("null"), of("zero"));
    assert_eq!(old.0.models.iter().map(|m| m.id.as_str()).collect::<Vec<_>>(), ["zero", "C"]);
    assert_eq!(canonical::scenario(&old.0), canonical::scenario(&new.0));
    assert_eq!(canonical::scenario(&old.1), canonical::scenario(&new.1));
    assert_ne!(canonical::scenario(&old.0), canonical::scenario(&old.1));
    assert_eq!(old.2, new.2);
    let slot = |s: &Scenario, id: &str| s.parameters.slot(&format!("financing.{id}.admin.municipal"));
    assert!(slot(&old.0, "null").is_some() && slot(&old.0, "null") == slot(&new.0, "zero"));
    let both = "format = 1\nextends = \"national\"\n[financing.zero]\nprocessing_months = 4\n\
                [financing.null]\nprocessing_months = 5\n";
    let told = refused(&write(dir.path(), "both.toml", both), &Options::default());
    assert!(told.contains("both.toml:5") && told.contains("financing.null"), "{told}");
}

/// Terms for the whole scheme that nobody can count are refused, in the model that has them; the same terms for persons with
/// BPA are not, nor are the zero alternative's own.
#[test]
fn terms_for_all_that_cannot_be_counted_are_refused() {
    for (set, word) in [
        ("refund.threshold_factor=0.4", "at least 0.5"),
        ("refund.max_age=70", "67, none"),
        ("refund.deduct_intellectual=false", "allowed: true"),
    ] {
        let told = refused("national", &sets(&[&format!("financing.B-scheme.{set}")]));
        assert!(told.contains("financing.B-scheme.refund.") && told.contains(word), "{told}");
        sound("national", &sets(&[&format!("financing.A.{set}")]));
    }
    sound("national", &sets(&["financing.B-scheme.refund.threshold_factor=0.5"]));
    sound("national", &sets(&["financing.B-scheme.refund.max_age=67"]));
    let told = refused(
        "national",
        &sets(&["financing.B.refund.institutions=true", "financing.B-scheme.refund.institutions=false"]),
    );
    assert!(told.contains("financing.B.refund.institutions"), "{told}");
}

//! Levers by year as users write them, sound and not.

use super::tests::{refused, sets, sound, write};
use crate::scenario::financing::{DatedLevers, Lives, Number, RefundScope};
use crate::scenario::overrides::Options;
use crate::scenario::{Scenario, canonical};

fn file(text: &str) -> (tempfile::TempDir, String) {
    let dir = tempfile::tempdir().expect("folder");
    let path = write(dir.path(), "own.toml", &format!("format = 1\nextends = \"national\"\n{text}"));
    (dir, path)
}

fn loaded(text: &str) -> Scenario {
    let (_dir, path) = file(text);
    sound(&path, &Options::default())
}

fn told(text: &str) -> String {
    let (_dir, path) = file(text);
    refused(&path, &Options::default())
}

fn history<'a>(scenario: &'a Scenario, id: &str) -> &'a [DatedLevers] {
    let model = scenario.models.iter().find(|m| m.id == id).expect("model");
    &model.history
}

const OWN: &str = "[financing.C]\nextends = \"A\"\n";

#[test]
fn a_lever_that_is_not_named_keeps_its_last_value() {
    let s = loaded(&format!(
        "{OWN}[[financing.C.history]]\nfrom = 2031\nhour_grant.above_hours = 20\nprocessing_months = 3\n\
         fast_track_months = \"none\"\n[[financing.C.history]]\nfrom = 2035\n\
         hour_grant = {{ rate = {{ uniform = [0.5, 0.7] }} }}\nprocessing_months = 4\nrefund = {{ scope = \"all\" }}\n"
    ));
    let [first, second] = history(&s, "C") else { panic!("two entries") };
    assert_eq!((first.from, second.from), (2031, 2035));
    assert_eq!(
        (first.levers.grant_rate, first.levers.above_hours),
        (Number::Fixed(1.0), Number::Fixed(20.0))
    );
    assert_eq!(second.levers.above_hours, Number::Fixed(20.0));
    let slot = s.parameters.slot("financing.C.history.2035.hour_grant.rate").expect("a parameter of its own");
    assert_eq!(second.levers.grant_rate, Number::Scalar(slot));
    assert_eq!(second.levers.refund_scope, RefundScope::All);
    // What is as another lever moves with it.
    assert_eq!([first, second].map(|own| own.levers.fast_track_months), [3.0, 4.0].map(Number::Fixed));
    let named = |own: &DatedLevers| own.named.iter().map(|lever| lever.path).collect::<Vec<_>>().join(" ");
    assert_eq!(named(first), "hour_grant.above_hours processing_months fast_track_months");
    assert_eq!(named(second), "refund.scope hour_grant.rate processing_months fast_track_months");
    assert!(canonical::scenario(&s).to_string().contains("\"history\":[{\"from\":2031"));
    let change = s.changes.iter().find(|c| c.key == "financing.C.history").expect("told as a change");
    assert!(change.to.starts_with("2031: hour_grant.above_hours = 20"), "{}", change.to);
}

#[test]
fn who_extends_has_the_history_too_with_its_own_on_top() {
    let s = loaded(&format!(
        "{OWN}[[financing.C.history]]\nfrom = 2031\nharmonisation = 0.5\n\
         [financing.D]\nextends = \"C\"\nharmonisation = 0.2\n[[financing.D.history]]\nfrom = 2030\nnorm_drift = 0.01\n\
         [financing.E]\nextends = \"C\"\noffset_basis = \"yearly\"\n"
    ));
    let own = history(&s, "D");
    assert_eq!(own.iter().map(|own| own.from).collect::<Vec<_>>(), [2030, 2031]);
    assert_eq!(
        own.iter().map(|own| own.levers.harmonisation).collect::<Vec<_>>(),
        [0.2, 0.5].map(Number::Fixed)
    );
    assert!(own.iter().all(|own| own.levers.norm_drift == Number::Fixed(0.01)));
    let warnings: Vec<&str> = s.warnings.iter().map(|w| w.en.as_str()).collect();
    assert!(
        warnings.iter().any(|w| w.contains("Model D sets harmonisation") && w.contains("2031")),
        "{warnings:?}"
    );
    // The same persons with another withdrawal.
    let at = |id: &str| s.models.iter().position(|m| m.id == id).expect("model");
    let lives = Lives::of(&s.models);
    assert_eq!(lives.slot[at("E")], lives.slot[at("C")]);
    assert_ne!(lives.slot[at("C")], lives.slot[at("A")]);
}

#[test]
fn a_history_that_cannot_be_is_refused_with_its_line() {
    let entry = |lines: &str| format!("{OWN}[[financing.C.history]]\n{lines}\n");
    for (lines, words) in [
        (
            "from = 2035\nharmonisation = 1\n[[financing.C.history]]\nfrom = 2031\nharmonisation = 1",
            &["own.toml:9", "must rise", "2031", "a year after 2035"][..],
        ),
        ("from = 2044\nharmonisation = 1", &["own.toml:6", "outside the years simulated", "2024–2043"]),
        ("from = 2023\nharmonisation = 1", &["outside the years simulated", "2024–2043"]),
        ("from = 2030.5\nharmonisation = 1", &["2030.5"]),
        (
            "from = 2030\ndecided_by = \"state\"",
            &[
                "own.toml:7",
                "financing.C.history.decided_by",
                "cannot be stated by year",
                "hour_grant.*",
                "rights.*",
            ],
        ),
        ("from = 2030\noffset_share = 1", &["offset_share", "cannot be stated by year"]),
        ("from = 2030\nharmonization = 1", &["unknown lever", "harmonisation"]),
        ("from = 2030\nharmonisation = 2", &["financing.C.history.2030.harmonisation", "0–1"]),
        ("from = 2030", &["names no lever"]),
        ("harmonisation = 1", &["from which year"]),
    ] {
        let message = told(&entry(lines));
        for word in words {
            assert!(message.contains(word), "{word} is not in {message}");
        }
        assert_eq!(message.matches("own.toml:").count(), 1, "{message}");
    }
    assert!(told(&format!("{OWN}history = 3\n")).contains("[[financing.C.history]]"));
    let message = told(&entry("from = 2030\nrefund = { scope = \"all\", threshold_factor = 0.4 }"));
    assert!(message.contains("refund.threshold_factor"), "{message}");
}

#[test]
fn a_horizon_that_is_shortened_makes_a_year_no_mistake() {
    let (_dir, path) = file(&format!("{OWN}[[financing.C.history]]\nfrom = 2040\nharmonisation = 1\n"));
    sound(&path, &Options { years: Some(5), ..Options::default() });
}

#[test]
fn a_currency_is_three_capitals() {
    assert_eq!(loaded("[scenario]\ncurrency = \"EUR\"\n").currency, "EUR");
    assert_eq!(sound("oslo", &sets(&[])).currency, "NOK");
    assert!(told("[scenario]\ncurrency = \"euro\"\n").contains("three capital letters"));
}

//! `describe` end to end: words in three languages, values told in sentences, nearest words.

use crate::program::{bpasim, refused, stdout};

fn told(line: &str) -> String {
    let place = tempfile::tempdir().expect("folder");
    stdout(&bpasim(place.path(), line)).replace('\u{a0}', " ")
}

#[test]
fn words_are_found_in_labels_and_meanings_of_three_languages() {
    for (asked, id) in [
        ("timepris", "bpa_hour_cost"),
        ("lønn", "wage_share"),
        ("kommune", "municipality_net"),
        ("kommunane", "municipality_net"),
        ("pårørande", "relatives_hours"),
        ("price BPA hour", "bpa_hour_cost"),
        ("Innslagspunkt", "refund.threshold"),
    ] {
        let found = told(&format!("describe {asked}"));
        assert!(found.contains(id), "{asked}: {found}");
    }
}

#[test]
fn a_word_that_nothing_has_is_answered_with_the_nearest() {
    let place = tempfile::tempdir().expect("folder");
    let ask = |line: &str, words: &[&str]| refused(&bpasim(place.path(), line), 2, words);
    ask("describe bpa_hour_cots", &["bpa_hour_cost"]);
    ask("describe refusjjon", &["mente du «refusjon»", "refund"]);
    ask("describe qqqqqqqq", &["ukjent navn", "bpasim describe"]);
}

#[test]
fn a_value_is_a_sentence_with_a_sketch() {
    let found = told("describe fill_grant");
    let words = found.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "mellom 0,15 og 0,8, mest trolig 0,45; ni av ti trekninger mellom 0,26 og 0,66",
        "{ pert = [0.15, 0.45, 0.8] }",
        "timer per time",
    ] {
        assert!(words.contains(part), "{part}: {found}");
    }
    assert!(found.contains('█') && found.contains('├') && found.contains('┼'), "{found}");
    assert!(told("describe fill_grant --lang en").contains("most likely 0.45"), "English");
    assert!(told("describe fill_grant --lang nn").contains("mest truleg"), "nynorsk");
}

#[test]
fn the_list_of_all_has_values() {
    let list = told("describe");
    for line in ["fill_grant: 0,46 [0,26; 0,66] timer per time", "refund.rate", "society_cost", "oslo"] {
        assert!(list.contains(line), "{line}: {list}");
    }
    let at = list.find("refund.threshold_factor").expect("lever");
    // Down to the next one, whose line is indented as much.
    let lever: Vec<&str> = list[at..]
        .lines()
        .enumerate()
        .take_while(|(n, line)| *n == 0 || line.starts_with("    "))
        .map(|(_, line)| line)
        .collect();
    let lever = lever.join(" ");
    assert!(lever.contains("B") && lever.contains("0,75"), "{lever}");
}

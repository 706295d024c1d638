//! Tests of the table on screen.

use super::*;
use crate::fixture;

const LANGS: [Lang; 3] = [Lang::Nb, Lang::Nn, Lang::En];

fn fits(text: &str) {
    for line in text.lines() {
        assert!(width(line) <= WIDTH, "{} columns: {line}", width(line));
        assert_eq!(line, line.trim_end(), "no space at the end");
    }
}

#[test]
fn three_models_fit_and_say_what_they_are() {
    let (scenario, results) = fixture::small(5, 1);
    for lang in LANGS {
        let text = table(&scenario, &results, lang);
        fits(&text);
        for model in &scenario.models {
            assert!(text.contains(model.title.get(lang)), "full name");
        }
        for bad in ["NaN", "inf", "municipality_net", "recipients_", "\u{2212}0\n"] {
            assert!(!text.contains(bad), "{bad}");
        }
    }
    let nb = table(&scenario, &results, Lang::Nb);
    assert!(nb.contains("ÅRET 2025, det første året der alle modellene virker fullt ut"));
    assert!(nb.contains("positivt tall = kostnad for kommunene"));
    assert!(nb.contains("mill. 2024-kroner"));
    assert!(nb.contains("virkning uten pris"));
    assert!(nb.contains("price_response = 0.2 (før: 0.1)"));
}

#[test]
fn one_draw_has_no_interval() {
    let (scenario, results) = fixture::small(1, 1);
    for lang in LANGS {
        let text = table(&scenario, &results, lang);
        fits(&text);
        assert!(!text.contains('['), "{text}");
    }
}

#[test]
fn one_model_and_thirteen_models_fit() {
    for n in [1, 2, 4, 13] {
        let ids: Vec<String> =
            (0..n).map(|i| if i == 0 { "null".into() } else { format!("variant-{i}") }).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let scenario = fixture::scenario(&ids);
        let results = fixture::results(&scenario, 3, 2);
        for lang in LANGS {
            let text = table(&scenario, &results, lang);
            fits(&text);
            let second = t::DIFFERENCES.get(lang);
            assert_eq!(text.contains(second), (2..=3).contains(&n));
        }
    }
}

#[test]
fn equal_models_show_no_difference_in_words() {
    let (scenario, mut results) = fixture::small(5, 1);
    let null = results.national.in_memory_mut().index_axis(ndarray::Axis(1), 0).to_owned();
    for m in 1..3 {
        results.national.in_memory_mut().index_axis_mut(ndarray::Axis(1), m).assign(&null);
    }
    let text = table(&scenario, &results, Lang::Nb);
    assert!(text.contains("ingen forskjell"));
    assert!(!text.contains("lavere i alle") && !text.contains("høyere i"));
}

#[test]
fn direction_in_words() {
    assert_eq!(t::direction(0.97, 0.03, Lang::Nb), "lavere i 97\u{a0}%");
    assert_eq!(t::direction(0.0, 1.0, Lang::Nn), "høgare i alle");
    assert_eq!(t::direction(0.0, 0.0, Lang::En), "no difference");
    assert_eq!(t::direction(0.9996, 0.0004, Lang::En), "lower in >\u{a0}99.9%");
}

/// V-D11: sums are made before rounding, and the note stands there if and only if what is shown does not add.
#[test]
fn v_d11_rounding_is_told_if_and_only_if_the_figures_shown_do_not_add() {
    let (scenario, results) = fixture::small(1, 1);
    let note = t::ROUNDING.get(Lang::Nb);
    let told = |with: [f64; 3]| {
        let mut r = results.clone();
        r.national.in_memory_mut().fill(0.0);
        for (model, millions) in with.into_iter().enumerate() {
            for year in 0..3 {
                r.national.in_memory_mut()[[0, model, Outcome::StateNet as usize, year]] = millions * 1e6;
            }
        }
        r.to_fixed.fill(1.0);
        table(&scenario, &r, Lang::Nb).contains(note)
    };
    assert!(!told([100.0, 250.0, 300.0]));
    assert!(!told([0.0, 0.0, 0.0]));
    // 100,4 and 250,6 are shown as 100 and 251, their difference as 150.
    assert!(told([100.4, 250.6, 100.4]));
}

//! How quantities are written: digits, signs and ends.

use super::*;
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;

fn money() -> DisplayUnit {
    DisplayUnit::named("NOK")
}

fn shown(unit: DisplayUnit, value: f64, error: f64) -> String {
    Quantity::new(unit, value, None, error).number(Lang::Nb)
}

#[test]
fn no_digit_that_the_error_does_not_support() {
    assert_eq!(shown(money(), 5448e6, 16e6), "5\u{a0}400");
    assert_eq!(shown(money(), 5448e6, 10e6), "5\u{a0}450");
    assert_eq!(shown(money(), 5448.4e6, 0.0), "5\u{a0}448");
    assert_eq!(shown(money(), 31.26e6, 0.0), "31,26");
    assert_eq!(shown(money(), 3.126e6, 2e6), "0");
    assert_eq!(shown(money(), 0.0, 0.0), "0");
    let cost = DisplayUnit::of(Outcome::SocietyCost, Basis::PresentValue, true, 2026, 2024);
    assert_eq!(shown(cost, 348.4e9, 0.09e9), "348\u{a0}400");
    assert_eq!(shown(cost.of_difference(), 35e6, 2e6), "40");
    let share = Quantity::new(DisplayUnit::named("share"), 0.4234, Some((-0.1, 0.2)), 0.0004);
    assert_eq!(
        (share.number(Lang::Nb), share.interval(Lang::En)),
        ("42,3".into(), "[\u{2212}10.0;\u{a0}20.0]".into())
    );
}

#[test]
fn persons_are_whole_unless_there_are_few() {
    let persons = DisplayUnit::named("persons");
    assert_eq!(shown(persons, 31.46, 0.0), "31");
    assert_eq!(shown(persons, 3.46, 0.0), "3,46");
    assert_eq!(Quantity::new(persons, 3.46, Some((-12.0, 1.0)), 0.2).number(Lang::Nb), "3");
}

/// The digits are those of the tables: only the word for the scale changes.
#[test]
fn running_text_says_a_million_for_a_thousand_thousands() {
    let t = Texts::new(Lang::Nb);
    let hours = DisplayUnit::of(Outcome::UnmetHours, Basis::Count, false, 2026, 2024);
    let told = |x: f64, error: f64| {
        let q = Quantity::new(hours, x, None, error).in_text();
        format!("{} {}", q.number(Lang::Nb), q.unit.in_text(&t))
    };
    let said = |x: f64| told(x, 30e3);
    assert_eq!(said(7_405e3), "7,4 millioner timer");
    assert_eq!(said(740e3), "700 tusen timer");
    assert_eq!(said(1_020e3), "1,0 millioner timer");
    assert_eq!(told(1_020e3, 300e3), "1 million timer");
}

#[test]
fn assumptions_stand_in_round_words() {
    let shown = |unit: &str, mean, ends| {
        let q = Quantity::assumed(DisplayUnit::of_assumption(unit), mean, ends);
        format!("{} {}", q.number(Lang::En), q.interval(Lang::En))
    };
    assert_eq!(shown("NOK/yr", 2_014.45, (1_020.0, 3_010.0)), "2,000 [1,000;\u{a0}3,000]");
    assert_eq!(shown("NOK/yr", 15_428.48, (11_800.0, 19_900.0)), "15,000 [12,000;\u{a0}20,000]");
    assert_eq!(shown("share", 0.803, (0.74, 0.86)), "80 [74;\u{a0}86]");
    assert_eq!(shown("months", 3.29, (2.4, 4.3)), "3.3 [2.4;\u{a0}4.3]");
}

#[test]
fn what_is_the_same_in_every_draw_has_no_interval() {
    let q = Quantity::new(DisplayUnit::named("persons"), 4450.0, Some((4450.0, 4450.0)), 0.0);
    assert_eq!(q.interval(Lang::Nb), "");
    assert!(matches!(q.cell(Lang::Nb), Cell::Number { .. }));
}

#[test]
fn exact_numbers_have_the_digits_they_have() {
    let n = |x| Quantity::exact(x).number(Lang::Nb);
    assert_eq!(
        [n(0.8), n(43.425), n(8.108_666), n(20_833.333_3)],
        ["0,8", "43,425", "8,1087", "20\u{a0}833"]
    );
    let share = |x| Quantity::known(DisplayUnit::named("share"), x).number(Lang::Nb);
    assert_eq!([share(0.16696), share(0.05)], ["16,7", "5"]);
    assert_eq!(Quantity::known(DisplayUnit::named("NOK"), 8_858_612_000.0).number(Lang::Nb), "8\u{a0}858,6");
    assert_eq!(
        [n(0.004_333_333), n(1e-12), n(1_249_620.0), n(0.1 + 0.2)],
        ["0,0043333", "0", "1\u{a0}249\u{a0}620", "0,3"]
    );
}

#[test]
fn what_is_shown_may_not_add() {
    let m = |x: f64| Quantity::new(money(), x * 1e6, None, 1e6);
    assert!(m(150.0).is_difference(m(250.0), m(100.0)));
    // 100,4 and 250,6 are shown as 100 and 251, their difference as 150.
    assert!(!m(150.2).is_difference(m(250.6), m(100.4)));
}

/// A row of what was, what is and how it moved adds up as it is read, but for one of the last digit.
#[test]
fn what_moved_is_told_to_one_digit() {
    let m = |x: f64, error: f64| Quantity::new(money(), x * 1e6, None, error * 1e6);
    let told = |mut row: Vec<Quantity>| {
        Quantity::to_one_digit(&mut row);
        row.iter().map(|q| q.number(Lang::En).replace('\u{2212}', "-")).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(told(vec![m(-1702.0, 60.0), m(-1733.0, 50.0), m(-31.0, 0.5)]), "-1,702 -1,733 -31");
    // Of those of which the change is known least, too.
    assert_eq!(told(vec![m(-204.0, 60.0), m(-261.0, 9.0), m(-57.0, 70.0)]), "-200 -260 -60");
    assert_eq!(told(vec![m(-1702.0, 60.0), m(-1702.0, 60.0), m(0.0, 0.0)]), "-1,700 -1,700 0");
    let persons = |x, error| Quantity::new(DisplayUnit::named("persons"), x, None, error);
    assert_eq!(told(vec![persons(1024.6, 60.0), persons(1024.8, 6.0), persons(0.24, 0.0)]), "1,025 1,025 0");
    assert_eq!(told(vec![persons(-8.2, 0.2), persons(-9.6, 6.0), persons(-1.4, 0.2)]), "-8 -10 -1");
}

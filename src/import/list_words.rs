//! What is written in rows of their own between persons of a list, beside what such a row says of them.

use super::ages::Ages;
use super::cells::{Cell, Line, folded};
use super::labels::may_be_year;
use super::remarks::is_of_printing;
use super::sums::Sex;
use super::table::Table;
use super::units::{Place, Register};
use super::wording::{words, years_in};
use super::words::OF_AGES;
use std::collections::BTreeSet;

/// Whether a text between persons leaves nobody out: a number of them, where and when it was printed, a part of a municipality,
/// a sex or an age, what stands above the table too.
pub fn is_neutral(text: &str, table: &Table, register: &Register) -> bool {
    const FIRST: [&str; 12] = [
        "antall", "antal", "tal", "number", "side", "page", "kilde", "kjelde", "source", "blad", "ark", "sum",
    ];
    const PARTS: [&str; 8] = ["sone", "sona", "bydel", "distrikt", "team", "avdeling", "krets", "district"];
    let own = folded(text);
    let words = words(text);
    let first = words.first().map_or("", String::as_str);
    let title = || table.above.iter().flat_map(Line::filled).any(|(_, cell)| folded(&cell.text()) == own);
    FIRST.contains(&first)
        || words.len() == 2 && PARTS.contains(&first)
        || is_of_printing(text)
        || Sex::read(without_count(&own)).is_some()
        || OF_AGES.contains(&without_count(&own))
        || Ages::read(without_count(&own)).is_some()
        || register.place(text) == Place::District
        || title()
}

/// Whether columns of municipalities are of zones of one, which may be called as municipalities are.
pub fn has_zones(table: &Table, columns: &[usize], register: &Register) -> bool {
    let of_units = columns.iter().any(|column| folded(&table.columns[*column].1).contains("kommun"));
    let unknown = |row: &Line| {
        let label = row.label(columns);
        !label.is_empty() && matches!(register.place(&label), Place::Unknown | Place::District)
    };
    !of_units && table.rows.iter().any(unknown)
}

/// A label without what ends it, and without the number of persons behind it: «Asker (5):».
pub fn without_count(text: &str) -> &str {
    let text = text.trim_end_matches([':', ' ']);
    let count = |own: &str| {
        let digits = own.bytes().take_while(u8::is_ascii_digit).count();
        (1..=3).contains(&digits) && !own[digits..].contains(|c: char| c.is_ascii_digit())
    };
    match text.strip_suffix(')').and_then(|own| own.rsplit_once('(')) {
        Some((before, inner)) if count(inner) && !before.trim().is_empty() => before.trim_end(),
        _ => text,
    }
}

/// The year that a cell says, and nothing else: «2023», «Per 31.12.2023», «BPA 2023». «Vedtak 2023» may still hold.
pub fn year(cell: &Cell, text: &str) -> Option<i32> {
    const BESIDE: [&str; 20] = [
        "år",
        "year",
        "per",
        "pr",
        "ved",
        "utgangen",
        "utgongen",
        "av",
        "tall",
        "tal",
        "for",
        "bpa",
        "brukere",
        "brukarar",
        "mottakere",
        "mottakarar",
        "i",
        "31",
        "12",
        "desember",
    ];
    if let Cell::Date(year, 12, 31) = cell {
        return Some(*year);
    }
    if may_be_year(text) {
        return text.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok();
    }
    let years: BTreeSet<i32> = years_in(text);
    let year = years.first().copied().filter(|_| years.len() == 1)?;
    let beside = |word: &String| *word == year.to_string() || BESIDE.contains(&word.as_str());
    words(text).iter().all(beside).then_some(year)
}

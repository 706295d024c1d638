//! Words and their values above a table, as the page filters of pivot tables and the heads of reports have them: «Tjeneste | BPA»,
//! «Kjønn: K», «Måned | (Flere elementer)». What is chosen there is all that the numbers below are of.

use super::cells::{Cell, Line, folded};
use super::part_columns::{PARTS, PROVIDERS, TIMES};
use super::subject::{is_of_bpa, is_of_others_alone, is_of_several};
use super::sums::Sex;
use super::wording::{is_end, says, words, year_in};
use super::words::{AGE, BPA, NAME, SEX, UNITS, YEAR};
use crate::text::{Words, say};

/// That all values are chosen.
const ALL: [&str; 8] = ["(alle)", "(all)", "alle", "all", "(alt)", "- alle -", "- all -", "(all items)"];
/// That several are, which are not told.
const SEVERAL: [&str; 7] = [
    "(flere elementer)",
    "(fleire element)",
    "(multiple items)",
    "- flere -",
    "- multiple -",
    "flere elementer",
    "multiple items",
];
/// What services are chosen by.
const SERVICES: [&str; 6] = ["tjeneste*", "teneste*", "vedtakstype*", "ordning*", "service*", "type*"];
/// What says where numbers are from, and nothing of what they are.
const TOLD_ONLY: [&str; 24] = [
    "kilde*",
    "kjelde*",
    "source*",
    "uttrekk*",
    "hentet",
    "henta",
    "kontakt*",
    "utskrift*",
    "rapport*",
    "tittel",
    "title",
    "enhet",
    "eining",
    "måleenhet",
    "måleeining",
    "unit",
    "*variabel",
    "versjon",
    "oppdatert",
    "ansvarlig",
    "sist",
    "dato",
    "date",
    "skjema",
];

/// A word and its value: in two cells, or parted by a colon.
pub fn pair(row: &Line) -> Option<(String, String)> {
    let filled: Vec<&Cell> = row.filled().map(|(_, cell)| cell).collect();
    let own = |first: &str, second: &str| {
        let (first, second) = (first.trim().trim_end_matches(':'), second.trim());
        (!first.is_empty() && !second.is_empty()).then(|| (first.to_string(), second.to_string()))
    };
    match &filled[..] {
        [first, second] => own(&first.text(), &second.text()),
        [only] => only.text().split_once(": ").and_then(|(first, second)| own(first, second)),
        _ => None,
    }
}

/// Fields and their values as dashboards tell what was chosen, in sentences: «Brukte filtre: Bydel er Nord», «Year is 2024».
/// Without such a head, which is told with each, a sentence must be short, and its value a name or a number.
pub fn sentences(text: &str) -> Vec<(String, String, bool)> {
    const HEADS: [&str; 8] = [
        "brukte filtre*",
        "brukte filter*",
        "valgte filtre*",
        "valde filter*",
        "applied filter*",
        "filter*",
        "utvalg",
        "utval",
    ];
    const JOINS: [&str; 2] = [" og ", " and "];
    const IS: [&str; 7] = [" er ", " is ", " = ", "=", " inneholder ", " contains ", ": "];
    const SHORT: usize = 4;
    let head = text.split_once(':').filter(|(head, _)| says(head, &HEADS).is_some());
    let rest = head.map_or(text, |(_, rest)| rest);
    let not = |value: &str| ["ikke ", "ikkje ", "not "].iter().any(|own| value.trim().starts_with(own));
    let name = |value: &str| {
        value.trim().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || not(value)
    };
    let pair = |own: &str| {
        let (field, value) = IS.iter().find_map(|is| own.split_once(is))?;
        let is_one = head.is_some() || words(own).len() <= SHORT && name(value);
        is_one.then(|| (field.trim().to_string(), value.trim().to_string(), head.is_some()))
    };
    let joined = JOINS.iter().fold(rest.to_string(), |own, join| match head {
        Some(_) => own.replace(join, "\n"),
        None => own,
    });
    joined.split(['\n', ';']).filter_map(pair).collect()
}

/// What such a pair says that numbers are, where that is not all who have BPA at the end of a year. `known` is whether something
/// else says that they are of BPA, and `dated` whether columns or rows say of which year they are.
pub fn said(field: &str, value: &str, (known, dated): (bool, bool)) -> Option<Words> {
    const NO: [&str; 5] = ["nei", "no", "usann", "false", "0"];
    let (field, value) = (folded(field), folded(value));
    let is = |list: &[&str]| list.contains(&field.as_str());
    let starts = |list: &[&str]| list.iter().any(|own| field.starts_with(own));
    let all = ALL.contains(&value.as_str());
    let without = ["ikke ", "ikkje ", "not "].iter().find_map(|not| value.strip_prefix(not));
    let blank = |value: &str| value.contains("tom") || value.contains("blank") || value == "null";
    let service = says(&field, &SERVICES).is_some() || is_of_bpa(&field);
    match without {
        Some(own) if blank(own) => return None,
        Some(_) if service => return Some(say::IMPORT_SORT_OTHER_SERVICE),
        Some(_) if starts(&PARTS) || starts(&PROVIDERS) || is(AGE) || is(SEX) => {
            return Some(say::IMPORT_SUBJECT_PART);
        }
        _ => {}
    }
    match () {
        () if SEVERAL.contains(&value.as_str()) => Some(say::IMPORT_SAID_SEVERAL),
        () if BPA.iter().any(|own| field.contains(own)) && NO.contains(&value.as_str()) => {
            Some(say::IMPORT_SORT_OTHER_SERVICE)
        }
        () if is(SEX) => {
            matches!(Sex::read(&value), Some(Sex::Men | Sex::Women)).then_some(say::IMPORT_SUBJECT_ONE_SEX)
        }
        () if starts(&TIMES) => (all || !is_end(&value)).then_some(say::IMPORT_SUBJECT_DURING),
        () if is(YEAR) => (all && !dated).then_some(say::IMPORT_SUBJECT_DURING),
        () if says(&field, &SERVICES).is_some() => {
            let other = is_of_others_alone(&value) || is_of_several(&value);
            (other || all && !known).then_some(say::IMPORT_SORT_OTHER_SERVICE)
        }
        () if starts(&PARTS) || starts(&PROVIDERS) || is(AGE) => (!all).then_some(say::IMPORT_SUBJECT_PART),
        () => None,
    }
}

/// What a filter says that numbers are of, whose field or value nobody knows: by its form it is all of them.
pub fn unknown(field: &str, value: &str) -> Option<Words> {
    let service = says(&folded(field), &SERVICES).is_some() && !is_of_bpa(value);
    let all = ALL.contains(&folded(value).as_str());
    let is_one = is_unknown(field, value) || service && !all;
    is_one.then_some(say::IMPORT_SUBJECT_PART)
}

/// Whether a pair above a pivot table may be anything: a field of the list behind it, with one value chosen.
pub fn is_unknown(field: &str, value: &str) -> bool {
    let (field, value) = (folded(field), folded(value));
    let is = |list: &[&str]| list.contains(&field.as_str());
    let starts = |list: &[&str]| list.iter().any(|own| field.starts_with(own));
    let known =
        is(SEX) || is(YEAR) || is(AGE) || is(UNITS) || is(NAME) || field == "fylke" || field == "county";
    let told = says(&field, &TOLD_ONLY).is_some() || says(&field, &SERVICES).is_some() || is_of_bpa(&field);
    let other = known || told || starts(&TIMES) || starts(&PARTS) || starts(&PROVIDERS);
    let settled = ALL.contains(&value.as_str()) || SEVERAL.contains(&value.as_str()) || is_of_bpa(&value);
    !other && !settled && year_in(&value).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_above_a_table_is_what_it_is_of() {
        for (field, value, own) in [
            ("Tjeneste", "(Flere elementer)", Some(say::IMPORT_SAID_SEVERAL)),
            ("Har BPA", "Nei", Some(say::IMPORT_SORT_OTHER_SERVICE)),
            ("BPA", "Ja", None),
            ("Kjønn", "K", Some(say::IMPORT_SUBJECT_ONE_SEX)),
            ("Kjønn", "(Alle)", None),
            ("År", "(Alle)", Some(say::IMPORT_SUBJECT_DURING)),
            ("År", "2024", None),
            ("Måned", "januar", Some(say::IMPORT_SUBJECT_DURING)),
            ("Måned", "desember", None),
            ("Kvartal", "K4", None),
            ("Leverandør", "Uloba", Some(say::IMPORT_SUBJECT_PART)),
            ("Leverandør", "(Alle)", None),
            ("Tjeneste", "(Alle)", Some(say::IMPORT_SORT_OTHER_SERVICE)),
            ("Tjeneste", "BPA", None),
            ("Kommune", "Asker", None),
        ] {
            assert_eq!(said(field, value, (false, false)), own, "{field} {value}");
        }
        for (text, own) in [
            ("Brukte filtre: Bydel er Nord", Some(say::IMPORT_SUBJECT_PART)),
            ("Applied filters:\nYear is 2024\nSupplier is Uloba", Some(say::IMPORT_SUBJECT_PART)),
            ("Leverandør er Uloba", Some(say::IMPORT_SUBJECT_PART)),
            ("Leverandør er ikke (tom)", None),
            ("Filter: Leverandør = Uloba", Some(say::IMPORT_SUBJECT_PART)),
            ("Brukte filtre: Kjønn er Kvinne og År er 2024", Some(say::IMPORT_SUBJECT_ONE_SEX)),
            ("Brukte filtre: Tjeneste er ikke BPA", Some(say::IMPORT_SORT_OTHER_SERVICE)),
            ("Brukte filtre: Tjeneste er BPA og År er 2024", None),
            ("Brukte filtre: Diagnose er CP", Some(say::IMPORT_SUBJECT_PART)),
            ("Filter: Type er Nye", Some(say::IMPORT_SUBJECT_PART)),
            ("Brukte filtre: Tjeneste er Støttekontakt", Some(say::IMPORT_SORT_OTHER_SERVICE)),
            ("Service is not BPA", Some(say::IMPORT_SORT_OTHER_SERVICE)),
            ("Alder er ved årets slutt", None),
            ("Kommune er bostedskommune", None),
        ] {
            let found = sentences(text).iter().find_map(|(field, value, headed)| {
                said(field, value, (true, false)).or_else(|| unknown(field, value).filter(|_| *headed))
            });
            assert_eq!(found, own, "{text}");
        }
        assert_eq!(said("Tjeneste", "(Alle)", (true, false)), None);
        assert_eq!(said("År", "(Alle)", (false, true)), None);
        let unknown = |field, value| is_unknown(field, value);
        assert!(unknown("Diagnose", "MS") && unknown("Ny bruker", "Ja"));
        assert!(!unknown("Diagnose", "(Alle)") && !unknown("Kilde", "Gerica") && !unknown("Vedtak", "BPA"));
    }
}

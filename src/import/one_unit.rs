//! The one municipality that a table without a column of such is of, where its title or its sheet names it as one.

use super::cells::folded;
use super::filters;
use super::subject::is_of_bpa;
use super::table::Table;
use super::units::{Place, Register};
use super::wording::{says, year_in};
use super::words::{NAME, UNITS};
use std::collections::BTreeSet;

/// Words before a municipality's name.
const BEFORE: [&str; 9] = ["i", "for", "fra", "frå", "til", "in", "of", "kommune", "kommunen"];
/// How those begin that stand after one.
const AFTER: [&str; 2] = ["kommune", "municipality"];
/// The municipality whose name is the word for an hour.
const HOUR: &str = "Time";
/// Most words of a name.
const LONGEST: usize = 3;

/// Whether words say that persons are counted, and nothing else: «Antall BPA-brukere», «Folketall».
fn are_of_whom(words: &[&str]) -> bool {
    const WORDS: [&str; 14] = [
        "bpa",
        "bpa-brukere",
        "bpa-brukarar",
        "bpa-mottakere",
        "bpa-mottakarar",
        "brukere",
        "brukarar",
        "mottakere",
        "mottakarar",
        "folketall",
        "folketal",
        "folkemengde",
        "innbyggere",
        "innbyggjarar",
    ];
    const BETWEEN: [&str; 4] = ["antall", "antal", "av", "med"];
    let lower = || words.iter().map(|word| word.to_lowercase());
    lower().any(|word| WORDS.contains(&word.as_str()))
        && lower().all(|word| WORDS.contains(&word.as_str()) || BETWEEN.contains(&word.as_str()))
}

/// Whether words after a municipality's name say when, and nothing else: «Stavanger per 31.12.2024».
fn are_of_time(words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let date = |c: char| c.is_ascii_digit() || "./-–()".contains(c);
    let is_date = |word: &&str| word.contains(|c: char| c.is_ascii_digit()) && word.chars().all(date);
    let is_per = |word: &&str| ["per", "pr", "pr."].contains(&word.to_lowercase().as_str());
    words.last().is_some_and(is_date) && words.iter().all(|word| is_date(word) || is_per(word))
}

/// Whether a year alone follows the last word of a name; «Oslo, 15.01.2025» is where and when something was written.
fn is_year(words: &[&str]) -> bool {
    let [name, year] = words else { return false };
    name.ends_with(char::is_alphanumeric) && year_in(year).is_some_and(|own| own.to_string() == *year)
}

/// The municipality that a text names as such, if it is one alone: «i Asker», «Asker kommune», or the name with
/// nothing else or a year.
/// A name among other words may be a word too, as Time and Vik are.
fn named_in(text: &str, register: &Register) -> Option<String> {
    if part_in(text, register) || is_of_more(text) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = BTreeSet::new();
    for first in 0..words.len() {
        for last in first..words.len().min(first + LONGEST) {
            let name = words[first..=last].join(" ");
            let name = name.trim_matches([',', '.', ':', ';', '(', ')']);
            if !name.starts_with(char::is_uppercase) || name.contains(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let before = first.checked_sub(1).map(|place| words[place].to_lowercase());
            // «i Asker og Bærum» names two.
            let joined = before.as_deref().is_some_and(|word| ["og", "and", "samt", "&"].contains(&word));
            let after = words.get(last + 1).map(|word| word.to_lowercase());
            let as_such = joined && !found.is_empty()
                || before.is_some_and(|word| BEFORE.contains(&word.as_str()))
                || after.is_some_and(|word| AFTER.iter().any(|own| word.starts_with(own)))
                || last + 1 - first == words.len()
                || first == 0 && is_year(&words[last..])
                || are_of_whom(&words[..first]) && name != HOUR && are_of_time(&words[last + 1..]);
            if let (true, Place::Unit { id, .. }) = (as_such, register.place(name)) {
                found.insert(id);
            }
        }
    }
    if found.len() == 1 { found.pop_first() } else { None }
}

/// The municipality that is chosen above a table, or that its title or its sheet names.
pub fn named(table: &Table, register: &Register) -> Option<String> {
    let sheet = table.source.sheet.as_deref().unwrap_or_default();
    chosen(table, register)
        .or_else(|| named_in(&table.title, register))
        .or_else(|| alone(table, register))
        .or_else(|| named_in(sheet, register))
}

/// The municipality that stands alone in a cell above a table, or before a colon in one: «3203 Asker», «Asker: BPA 2024».
fn alone(table: &Table, register: &Register) -> Option<String> {
    let cells = table.above.iter().flat_map(|row| row.filled()).map(|(_, cell)| cell.text());
    let of_text = |text: &str| {
        let name = text.split_once(':').map_or(text, |(name, _)| name).trim();
        let is_named = name.contains(char::is_uppercase) && !part_in(text, register) && name != HOUR;
        match register.place(name) {
            Place::Unit { id, .. } if is_named => Some(id),
            _ => None,
        }
    };
    let mut found: BTreeSet<String> = cells.filter_map(|text| of_text(&text)).collect();
    if found.len() == 1 { found.pop_first() } else { None }
}

/// The municipality that a word and its value above a table choose, «Kommunenr | 3203»; none where they choose several.
fn chosen(table: &Table, register: &Register) -> Option<String> {
    let of_units = |field: &str| [UNITS, NAME].iter().any(|list| list.contains(&folded(field).as_str()));
    let pairs = table.above.iter().filter_map(filters::pair).filter(|(field, _)| of_units(field));
    let mut found: BTreeSet<String> = pairs
        .filter_map(|(_, value)| match register.place(&value) {
            Place::Unit { id, .. } => Some(id),
            _ => None,
        })
        .collect();
    if found.len() == 1 { found.pop_first() } else { None }
}

/// Whether a text is of more than one municipality: of the country, of counties, of a list of them.
fn is_of_more(text: &str) -> bool {
    const MORE: [&str; 14] = [
        "hele landet",
        "heile landet",
        "landet",
        "norge",
        "noreg",
        "norway",
        "kommunene",
        "kommunane",
        "kommuner",
        "kommunar",
        "municipalities",
        "fylket",
        "fylke",
        "fylkene",
    ];
    says(text, &MORE).is_some()
}

/// Whether a text is of a part of a municipality: «bydel Frogner», «sone Heggedal», «hos Prima i Asker», «bare Heggedal».
pub fn part_in(text: &str, register: &Register) -> bool {
    const PARTS: [&str; 13] = [
        "bydel",
        "bydelen",
        "distrikt",
        "distriktet",
        "sone",
        "sona",
        "krets",
        "hos",
        "district",
        "bare",
        "kun",
        "berre",
        "only",
    ];
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).collect();
    words.windows(2).any(|pair| {
        let [word, name] = pair else { return false };
        let word = word.to_lowercase();
        // «Bare BPA» and «Kun Asker» are of all.
        let word_of = ["hos", "bare", "kun", "berre", "only"].contains(&word.as_str());
        let whole = word_of && (matches!(register.place(name), Place::Unit { .. }) || is_of_bpa(name));
        let named = name.starts_with(char::is_uppercase) || word == "sone" && name.parse::<u32>().is_ok();
        PARTS.contains(&word.as_str()) && named && !whole
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_municipality_is_found_where_it_is_named_as_one() {
        let register = Register::new(BTreeMap::new());
        for (text, id) in [
            ("BPA-brukere i Asker per 31.12.2024", Some("3203")),
            ("Asker kommune: brukere av BPA", Some("3203")),
            ("Brukere i Midtre Gauldal, 2024", Some("5027")),
            ("Asker", Some("3203")),
            ("Time kommune", Some("1121")),
            ("Time per uke", None),
            ("Time per år", None),
            ("Folketall Stavanger 1.1.2024", Some("1103")),
            ("BPA Asker per 31.12.2024", Some("3203")),
            ("BPA Asker 2024 foreløpig", None),
            ("BPA-brukere Asker og Bærum 31.12.2024", None),
            ("BPA-brukere Asker, Bærum 2024", None),
            ("Drammen, Kongsberg og Lier 2024", None),
            ("BPA-brukere unntatt Asker 31.12.2024", None),
            ("Saksbehandler: Kari Vik 31.12.2024", None),
            ("Utskrift av Per Nes 15.01.2025", None),
            ("BPA-brukere i kommunen Oslo, 15.01.2025", Some("0301")),
            ("Oslo, 15.01.2025", None),
            ("Oslo 15.01.2025", None),
            ("Oslo, 2025", None),
            ("Nordre Follo 2024", Some("3207")),
            ("Brukere i Asker og i Bærum", None),
            ("i bø", None),
            ("Brukere i Asker og Bærum", None),
            ("BPA i bydel Frogner, Oslo kommune", None),
            ("BPA hos Prima i Asker", None),
            ("Tall fra Asker kommune: brukere i hele landet", None),
            ("Mottakere og brukere i Asker", Some("3203")),
            ("", None),
        ] {
            assert_eq!(named_in(text, &register).as_deref(), id, "{text}");
        }
    }
}

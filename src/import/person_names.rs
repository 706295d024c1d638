//! Names in a list of persons, known by what they look like. The message names the cell and never what stands there.

use super::cells::{Cell, folded};
use super::grants;
use super::headings::{Named, Role};
use super::months::month;
use super::subject;
use super::table::Table;
use super::units::{Place, Register};
use crate::error::Problem;
use crate::text::say;

/// First names that many have in Norway; those that are words too are left out.
const NAMES: [&str; 92] = [
    "anne",
    "inger",
    "kari",
    "marit",
    "ingrid",
    "eva",
    "berit",
    "astrid",
    "bjørg",
    "hilde",
    "anna",
    "solveig",
    "marianne",
    "randi",
    "ida",
    "nina",
    "maria",
    "elisabeth",
    "kristin",
    "bente",
    "heidi",
    "silje",
    "hanne",
    "linda",
    "tone",
    "ellen",
    "wenche",
    "elin",
    "tove",
    "camilla",
    "karin",
    "hege",
    "ragnhild",
    "else",
    "gerd",
    "julie",
    "lise",
    "emma",
    "nora",
    "ingeborg",
    "mona",
    "sara",
    "trine",
    "turid",
    "thea",
    "jan",
    "bjørn",
    "ole",
    "lars",
    "kjell",
    "knut",
    "arne",
    "svein",
    "thomas",
    "hans",
    "geir",
    "tore",
    "morten",
    "terje",
    "erik",
    "anders",
    "martin",
    "andreas",
    "john",
    "trond",
    "jon",
    "rune",
    "tor",
    "ivar",
    "leif",
    "gunnar",
    "kristian",
    "øyvind",
    "espen",
    "helge",
    "stian",
    "magnus",
    "henrik",
    "olav",
    "jonas",
    "fredrik",
    "marius",
    "kåre",
    "harald",
    "sondre",
    "mohammed",
    "mohamed",
    "ahmed",
    "ali",
    "johan",
    "nils",
    "ola",
];

/// Whether a word is a common first name.
pub fn is_first_name(word: &str) -> bool {
    NAMES.contains(&folded(word).as_str())
}

/// Refuses headings and cells of a list of persons that look like names; cells that hold what is read are checked by their own
/// rules.
pub fn names(table: &Table, (register, named): (&Register, &Named), problems: &mut Vec<Problem>) {
    for (column, (role, heading)) in table.columns.iter().enumerate() {
        let refused = |line: usize, what: crate::text::Words| {
            table.source.problem(line, Some(column), what).allowed(say::IMPORT_PSEUDONYM_ALLOWED)
        };
        match role {
            Role::Identity => problems.push(refused(table.heading, say::IMPORT_IDENTITY_HEADING)),
            Role::Name if table.first(Role::Unit).is_none() && !folded(heading).contains("kommun") => {
                problems.push(refused(table.heading, say::IMPORT_IDENTITY_HEADING));
            }
            // Whatever a heading says, a name may stand below it: «bruker» and «enhet» are headings of names too.
            _ => {
                let skipped = named.get(&folded(heading)) == Some(&Role::Unread);
                // What the user says is not to be read may be names of firms, but not what is plainly a person's.
                let is_name =
                    |text: &str| if skipped { has_first_name(text) } else { is_name(text, register) };
                let rows = table.rows.iter();
                let is_named = |text: &str| is_name(text) && !is_of_months(text);
                let named = rows.filter(|row| matches!(row.cell(column), Cell::Text(text) if is_named(text)));
                problems.extend(named.map(|row| refused(row.number, say::IMPORT_LOOKS_LIKE_NAME)));
            }
        }
    }
}

/// Whether a text is a time from one month to another, whose short names are those of persons too: «jan 2024 - des 2025».
fn is_of_months(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words = words.filter(|word| !word.bytes().all(|b| b.is_ascii_digit()));
    grants::is_span(&Cell::of(text)) && words.all(|word| month(&folded(word)).is_some())
}

/// Whether a text looks like a name: two to four words with capitals first, or a word that is a common first name.
pub fn is_name(text: &str, register: &Register) -> bool {
    let words = name_words(text);
    let capital = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
    };
    let firm = |word: &&str| FIRMS.contains(&folded(word).as_str());
    let service = || subject::is_of_bpa(text) || subject::is_of_others(text);
    let several = || (2..=4).contains(&words.len()) && words.iter().all(capital) && !service();
    let several = || several() && !words.iter().any(firm);
    (has_first_name(text) || several()) && register.place(text) == Place::Unknown
}

fn name_words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '(' | ')'));
    words.filter(|word| !word.is_empty()).collect()
}

/// Whether a word of a text is a common first name.
pub fn has_first_name(text: &str) -> bool {
    let known = |word: &&str| {
        !word.contains(|c: char| c.is_ascii_digit())
            && NAMES.contains(&folded(word.trim_matches(['.', ':'])).as_str())
    };
    name_words(text).iter().any(known)
}

/// Words in the names of firms, offices and zones that those of persons lack.
const FIRMS: [&str; 26] = [
    "as",
    "asa",
    "ba",
    "sa",
    "ans",
    "da",
    "care",
    "omsorg",
    "assistanse",
    "assistance",
    "gruppen",
    "group",
    "service",
    "services",
    "helse",
    "stiftelsen",
    "norge",
    "norway",
    "sone",
    "distrikt",
    "team",
    "avdeling",
    "kontor",
    "område",
    "senter",
    "bydel",
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn names_are_known_by_what_they_look_like() {
        let register = Register::new(BTreeMap::new());
        for text in [
            "Kari Nordmann",
            "NORDMANN, KARI",
            "Kari Nordmann A.",
            "Ola Hansen",
            "Nordmann Ola P.",
            "kari",
            "Bor med Anne",
            "Åse-Marie Øvergård",
        ] {
            assert!(is_name(text, &register), "{text}");
        }
        for text in [
            "bor hjemme",
            "over 67",
            "Sør-Aurdal",
            "Nord-Fron kommune",
            "Gamle Oslo",
            "Sentrum",
            "Brukerstyrt Personlig Assistanse",
            "A12",
            "Barn; bor hjemme",
        ] {
            assert!(!is_name(text, &register), "{text}");
        }
    }

    #[test]
    fn firms_and_zones_are_no_names() {
        let register = Register::new(BTreeMap::new());
        for text in ["Human Care AS", "Sone Nord", "Team Sentrum", "Ecura Hjemmehjelp AS"] {
            assert!(!is_name(text, &register), "{text}");
        }
        assert!(is_name("Kari Care AS", &register));
    }
}

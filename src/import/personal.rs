//! Names of files and sheets, and what a form says of its source, are written on: one that looks like a person's, or that has an
//! identity number, is not, whatever the file holds. Of a list of persons they are never written.

use super::Input;
use super::cells::{Document, folded};
use super::identity;
use super::log::{Log, Section};
use super::months::month;
use super::person_names;
use super::units::{Place, Register};
use super::words::{BPA, OTHERS, POPULATION, RECIPIENTS};
use crate::error::Problem;
use crate::text::{Message, Text, say};

/// Words that a serial number of a person follows.
const BEFORE_NUMBERS: [&str; 16] = [
    "bruker",
    "brukar",
    "person",
    "klient",
    "pasient",
    "sak",
    "saksnr",
    "saksnummer",
    "løpenr",
    "user",
    "client",
    "case",
    "brukernr",
    "klientnr",
    "personid",
    "journal",
];
/// Words between those and the number.
const NUMBERED: [&str; 4] = ["nr", "nummer", "id", "no"];

/// Whether a text looks as if it told of a person: by an identity number, an address of mail, a name, or a serial number of one.
pub fn tells(text: &str, register: &Register) -> bool {
    let own: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let known = |word: &str| person_names::is_first_name(word) && folded(word) != "jan";
    let named = own.windows(2).any(|pair| {
        let [first, second] = [pair[0], pair[1]];
        let follows = |word: &str| !is_number(word) && !is_common(word, register) || is_short_number(word);
        known(first) && follows(second) || is_capital(first) && is_capital(second) && known(second)
    });
    let counted: Vec<&str> =
        own.iter().copied().filter(|word| !NUMBERED.contains(&folded(word).as_str())).collect();
    let numbered = counted
        .windows(2)
        .any(|pair| BEFORE_NUMBERS.contains(&folded(pair[0]).as_str()) && is_serial(pair[1]))
        || own.iter().any(|word| is_numbered_word(word));
    text.contains('@') || identity::has_number(text) || named || numbered || has_two_names(&own, register)
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && !is_number(word)
}

/// Whether a text has a word with a capital that is none of such tables, and may name somebody.
fn may_name(text: &str, register: &Register) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
    words.any(|word| is_capital(word) && !is_common(word, register))
}

/// A problem with what was found, but for words that may name somebody.
pub fn shown(problem: Problem, text: &str, register: &Register) -> Problem {
    if may_name(text, register) { problem } else { problem.found(text) }
}

/// A word of such a table, a place, or the name of an office's program.
fn is_common(word: &str, register: &Register) -> bool {
    // A short one is found in too many names.
    const SHORT: usize = 4;
    let word = folded(word);
    let plain = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_of = |known: &str| plain == known || known.len() > SHORT && word.contains(known);
    let lists = [RECIPIENTS, POPULATION, BPA, OTHERS, &COMMON];
    let contains = lists.iter().any(|list| list.iter().any(|known| is_of(known)));
    contains
        || word.contains(BPA[0])
        || OFFICE.contains(&word.as_str())
        || month(&word).is_some()
        || register.place(&word) != Place::Unknown
}

/// Two words with capitals beside each other, the first perhaps an initial, none of which is a word of such tables or of a place.
fn has_two_names(own: &[&str], register: &Register) -> bool {
    let is_name = |word: &str| {
        is_capital(word) && !is_common(word, register) && word.chars().skip(1).any(char::is_lowercase)
    };
    let is_initial = |word: &str| is_capital(word) && word.chars().count() == 1;
    own.windows(2).any(|pair| {
        let [first, second] = [pair[0], pair[1]];
        let place = [format!("{first}-{second}"), format!("{first} {second}")];
        let of_place = place.iter().any(|name| register.place(name) != Place::Unknown);
        is_name(second) && (is_name(first) || is_initial(first)) && !of_place
    })
}

/// A serial number that is written in one with the word before it.
fn is_numbered_word(word: &str) -> bool {
    let word = folded(word);
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = word.get(letters.len()..).unwrap_or_default();
    !digits.is_empty() && !is_year(digits) && BEFORE_NUMBERS.contains(&letters)
}

/// Whether a text has no word but those that offices use of such tables, names of places, dates and years: only such a text of a
/// form is written on, since any other word may be a name.
pub fn is_plain(text: &str, register: &Register) -> bool {
    const LONGEST_OF_DATE: usize = 2;
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let plain = |word: &str| match is_number(word) {
        true => word.len() <= LONGEST_OF_DATE || is_year(word),
        false => is_common(word, register) && !person_names::is_first_name(word),
    };
    !tells(text, register) && words.into_iter().all(plain)
}

/// Words of the names of files that no person has, also inside others.
const COMMON: [&str; 38] = [
    "ark",
    "sheet",
    "tabell",
    "tabel",
    "table",
    "liste",
    "list",
    "rapport",
    "report",
    "uttrekk",
    "statistikk",
    "kommune",
    "tall",
    "data",
    "vedtak",
    "timer",
    "timar",
    "refusjon",
    "pris",
    "person",
    "versjon",
    "kopi",
    "copy",
    "excel",
    "regneark",
    "rekneark",
    "utskrift",
    "register",
    "regnskap",
    "rekneskap",
    "system",
    "kontor",
    "enhet",
    "avdeling",
    "helse",
    "omsorg",
    "tjeneste",
    "teneste",
];
/// Whole words of the same, names of months and of programs that offices have among them.
const OFFICE: [&str; 47] = [
    "av",
    "fra",
    "frå",
    "til",
    "per",
    "pr",
    "for",
    "og",
    "i",
    "med",
    "hos",
    "ved",
    "om",
    "over",
    "alle",
    "nye",
    "egne",
    "eigne",
    "siste",
    "endelig",
    "endeleg",
    "foreløpig",
    "førebels",
    "år",
    "året",
    "dato",
    "gerica",
    "profil",
    "cosdoc",
    "visma",
    "lifecare",
    "tietoevry",
    "iplos",
    "kpr",
    "kostra",
    "ssb",
    "hentet",
    "henta",
    "from",
    "of",
    "the",
    "and",
    "by",
    "sum",
    "bydel",
    "forvaltning",
    "tildeling",
];

fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit())
}

/// A number that is no year.
fn is_short_number(word: &str) -> bool {
    is_number(word) && !is_year(word)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: i32| (1950..=2100).contains(&year))
}

/// A serial number of a person: digits, or few letters and digits.
fn is_serial(word: &str) -> bool {
    const LETTERS: usize = 3;
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    word.chars().any(|c| c.is_ascii_digit()) && letters <= LETTERS && !is_year(word)
}

/// Files under names that may be written.
pub fn named(inputs: &[Input], register: &Register, log: &mut Log) -> Vec<String> {
    let own = |(place, input): (usize, &Input)| {
        let stem = input.name.rsplit_once('.').map_or(input.name.as_str(), |(stem, _)| stem);
        if !tells(stem, register) {
            return input.name.clone();
        }
        let name = format!("{}-{}", say::IMPORT_A_FILE.get(crate::text::Lang::Nb), place + 1);
        log.add(Section::Kept, say::ImportFileNotNamed { name: &name });
        name
    };
    inputs.iter().enumerate().map(own).collect()
}

/// Sheets under names that may be written; what the one that was asked for is called then.
pub fn name_sheets(
    document: &mut Document,
    asked: Option<&str>,
    register: &Register,
    log: &mut Log,
) -> Option<String> {
    let mut called = None;
    for (place, grid) in document.grids.iter_mut().enumerate() {
        let Some(own) = grid.source.sheet.clone().filter(|name| tells(name, register)) else { continue };
        let name = format!("{}-{}", say::IMPORT_A_SHEET.get(crate::text::Lang::Nb), place + 1);
        log.add(Section::Kept, say::ImportSheetNotNamed { name: &name });
        grid.source.sheet = Some(name.as_str().into());
        if asked.is_some_and(|asked| own.eq_ignore_ascii_case(asked)) {
            called = Some(name);
        }
    }
    called
}

/// What a form says of its source, where that may be written.
pub fn source(text: &Text, register: &Register, log: &mut Log) -> Text {
    match is_plain(text.get(crate::text::Lang::Nb), register) {
        false => {
            log.add(Section::Kept, say::IMPORT_SOURCE_NOT_WRITTEN);
            Text::default()
        }
        true => text.clone(),
    }
}

/// The label of a sum as notes have it: the word for a sum where the label's own may be a person's.
pub fn label(text: &str, register: &Register) -> Text {
    if tells(text, register) { say::IMPORT_A_SUM.text() } else { Text::same(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_name_or_a_number_of_a_person_is_not_written_on() {
        let register = Register::new(BTreeMap::new());
        for text in [
            "Kari Nordmann 01019912345",
            "01019912345",
            "uttrekk 010199-12345",
            "Kari Nordmann",
            "kari 17",
            "Liste fra Kari Nordmann, bruker P007",
            "Liste, bruker P007",
            "Nordmann Ola",
            "Nordmann_Karimi_17",
            "Siv Nordmann BPA",
            "Torunn Myhre",
            "liste-kari-nordmann",
            "Klient4711",
            "Klient nr. 4711",
            "Uttrekk v/ K. Nordmann",
            "siv@asker.kommune.no",
            "Nordmann, Siv",
            "Gerica, uttrekk av Åse Myhre",
            "Sum Siv Nordmann",
        ] {
            assert!(tells(text, &register), "{text}");
        }
        for text in [
            "bpa_asker_2024",
            "BPA Asker 2024",
            "Brukere jan 2024",
            "BPA-brukere 31.12.2024",
            "Ark1",
            "Sheet 2",
            "Gerica, uttrekk 12",
            "Nord Fron 2024",
            "Uttrekk Profil 2",
            "Vedtak Bærum 3",
            "statbank_07459_2023_en_iso8859-1_crlf",
            "IPLOS 2024, 31. desember",
            "600_ten",
        ] {
            assert!(!tells(text, &register), "{text}");
        }
    }

    #[test]
    fn only_plain_words_of_a_source_are_written_on() {
        let register = Register::new(BTreeMap::new());
        for text in
            ["Gerica", "Gerica, 31.12.2024", "Uttrekk av Profil, Asker kommune 2024", "Fagsystemet", ""]
        {
            assert!(is_plain(text, &register), "{text}");
        }
        for text in ["liste fra siv nordmann", "Fatima", "Gerica 4711", "Siv sin liste", "K.N.", "a@b.no"] {
            assert!(!is_plain(text, &register), "{text}");
        }
    }
}

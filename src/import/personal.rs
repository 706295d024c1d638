//! Names of files and sheets, and what a form says of its source, are written on: one that looks like a person's, or that has an
//! identity number, is not, whatever the file holds.

use super::Input;
use super::cells::{Document, folded};
use super::identity;
use super::log::{Log, Section};
use super::units::{Place, Register};
use super::words::{BPA, OTHERS, POPULATION, RECIPIENTS};
use crate::text::{Text, say};

/// Words that a serial number of a person follows.
const BEFORE_NUMBERS: [&str; 12] = [
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
];

/// Whether a text looks as if it told of a person: by an identity number, a name, or a serial number of one.
pub fn tells(text: &str, register: &Register) -> bool {
    let own: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase) && !is_number(word);
    let is_known = |word: &str| identity::is_first_name(word) && folded(word) != "jan";
    let named = own.windows(2).any(|pair| {
        let [first, second] = [pair[0], pair[1]];
        is_known(first) && (is_capital(second) && is_capital(first) || is_number(second) && !is_year(second))
            || is_capital(first) && is_capital(second) && is_known(second)
    });
    let numbered =
        own.windows(2).any(|pair| BEFORE_NUMBERS.contains(&folded(pair[0]).as_str()) && is_serial(pair[1]));
    identity::has_number(text) || named || numbered || is_name_with_number(&own, is_capital, register)
}

/// Two to four words with capitals, none of which is a word of such tables or a place, and a number that is no year.
fn is_name_with_number(own: &[&str], is_capital: impl Fn(&str) -> bool, register: &Register) -> bool {
    let (numbers, names): (Vec<&str>, Vec<&str>) = own.iter().partition(|word| is_number(word));
    let common = |word: &str| {
        let word = folded(word);
        [RECIPIENTS, POPULATION, BPA, OTHERS, &COMMON]
            .iter()
            .any(|list| list.iter().any(|known| word.contains(known)))
            || register.place(&word) != Place::Unknown
    };
    (2..=4).contains(&names.len())
        && names
            .iter()
            .all(|word| is_capital(word) && !common(word) && word.chars().skip(1).any(char::is_lowercase))
        && numbers.iter().any(|number| !is_year(number))
}

/// Words of the names of files that no person has.
const COMMON: [&str; 24] = [
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
];

fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit())
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

/// Sheets under names that may be written.
pub fn name_sheets(document: &mut Document, register: &Register, log: &mut Log) {
    for (place, grid) in document.grids.iter_mut().enumerate() {
        if grid.source.sheet.as_deref().is_some_and(|name| tells(name, register)) {
            let name = format!("{}-{}", say::IMPORT_A_SHEET.get(crate::text::Lang::Nb), place + 1);
            log.add(Section::Kept, say::ImportSheetNotNamed { name: &name });
            grid.source.sheet = Some(name.as_str().into());
        }
    }
}

/// What a form says of its source, where that may be written.
pub fn source(text: &Text, register: &Register, log: &mut Log) -> Text {
    match tells(text.get(crate::text::Lang::Nb), register) {
        true => {
            log.add(Section::Kept, say::IMPORT_SOURCE_NOT_WRITTEN);
            Text::default()
        }
        false => text.clone(),
    }
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
}

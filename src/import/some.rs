//! Texts that say that numbers are of some of the recipients alone, of some who are left out, or of more than the recipients.

use super::choices::Kind;
use super::labels::may_be_year;
use super::months::month;
use super::one_unit::part_in;
use super::units::{Place, Register};
use super::wording::{says, words};
use crate::text::{Words, say};

/// So many words are a sentence on more than this.
const LONGEST: usize = 8;
/// Words before such a statement.
const BEFORE: [&str; 9] =
    ["gjelder", "gjeld", "omfatter", "omfattar", "tall", "tal", "tallene", "tala", "for"];
/// Words that say that others are left out.
const ONLY: [&str; 4] = ["bare", "kun", "berre", "only"];
/// Words that say that these are left out.
const EXCEPT: [&str; 14] = [
    "ekskl",
    "eksl",
    "eksklusive",
    "eksklusiv",
    "unntatt",
    "unnateke",
    "uten",
    "utan",
    "utenom",
    "utanom",
    "foruten",
    "excluding",
    "except",
    "without",
];
/// Words that say that these are among them.
const WITH: [&str; 8] =
    ["inkl", "inkludert", "inkluderer", "inkluderar", "inklusive", "including", "includes", "medregnet"];
/// What recipients are called, which is all of them.
const ALL: [&str; 24] = [
    "bpa*",
    "bruker*",
    "brukar*",
    "mottaker*",
    "mottakar*",
    "personer",
    "personar",
    "med",
    "vedtak*",
    "om",
    "av",
    "i",
    "per",
    "pr",
    "ved",
    "utgangen",
    "og",
    "kommune*",
    "innbygger*",
    "ordning*",
    "tall",
    "tal",
    "alle",
    "faktisk*",
];
/// What is no recipient, so that nobody is missing without it.
const NOBODY: [&str; 14] = [
    "mva",
    "moms",
    "merknad*",
    "desimal*",
    "dublett*",
    "duplikat*",
    "avslag*",
    "avslutt*",
    "søknad*",
    "søker*",
    "ventende",
    "venteliste*",
    "døde",
    "andre",
];
/// Who is none of the recipients.
const MORE: [&str; 8] =
    ["døde", "avslutt*", "utenom", "utanom", "tidligere", "søker*", "venteliste*", "ventende"];

/// What such a text says, of a table of a kind.
pub fn said(text: &str, kind: Kind, register: &Register) -> Option<Words> {
    let of_persons = matches!(kind, Kind::Recipients | Kind::Hours);
    let thousands = of_persons
        && says(text, &["i 1000", "i 1 000", "i tusen", "in thousands"]).is_some()
        && says(text, &["kr", "kroner", "beløp*"]).is_none();
    let part = part_in(text, register) || of_persons && is_of_some(text, register);
    part.then_some(say::IMPORT_SUBJECT_PART).or(thousands.then_some(say::IMPORT_SAID_OTHER_UNIT))
}

/// Whether a short sentence limits whom numbers are of, or widens it.
fn is_of_some(text: &str, register: &Register) -> bool {
    let own = words(text);
    let at = own.iter().position(|word| !BEFORE.contains(&word.as_str())).unwrap_or(0);
    let Some((first, rest)) = own[at..].split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return false;
    };
    let is = |list: &[&str]| list.contains(&first.as_str());
    let known = |word: &String, list: &[&str]| says(word, list).is_some();
    let of_place = |word: &String| matches!(register.place(word), Place::Unit { .. });
    let dated = |word: &String| {
        may_be_year(word) || month(word).is_some() || word.bytes().all(|b| b.is_ascii_digit())
    };
    own.len() <= LONGEST
        && (is(&ONLY) && !rest.iter().all(|word| known(word, &ALL) || dated(word) || of_place(word))
            || is(&EXCEPT) && !rest.iter().any(|word| known(word, &NOBODY))
            || is(&WITH) && rest.iter().any(|word| known(word, &MORE) || of_place(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn whom_a_text_limits_numbers_to() {
        let register = Register::new(BTreeMap::new());
        for (text, some) in [
            ("Bare kommunale brukere", true),
            ("Bare hjemmeboende", true),
            ("Kun den største leverandøren", true),
            ("Gjelder bare de over 18", true),
            ("Ekskl. barn", true),
            ("Unntatt brukere med avlastning", true),
            ("Inkl. døde i løpet av året", true),
            ("Inkl. Bærum", true),
            ("Tall i 1000", true),
            ("Kun BPA", false),
            ("Bare brukere med vedtak per 31.12.2024", false),
            ("Kun Asker kommune", false),
            ("Uten merknad", false),
            ("Ekskl. avsluttede vedtak", false),
            ("Inkl. private leverandører", false),
            ("Alle brukere", false),
        ] {
            assert_eq!(said(text, Kind::Recipients, &register).is_some(), some, "{text}");
        }
        assert_eq!(said("Ekskl. mva", Kind::Costs, &register), None);
    }
}

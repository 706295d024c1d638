//! Words on a row of their own among a table's rows: the name of a county or a group of municipalities says nothing of the
//! numbers below, and a year that is the table's own no more than its title does. Anything else may say that those numbers are
//! of another time or of other persons, which only whoever made the table knows.

use super::ages::Ages;
use super::cells::folded;
use super::choices::{Choices, Kind};
use super::headings::{Measure, Role, role};
use super::hour_words::is_of_remark;
use super::labels::may_be_year;
use super::remarks::{Remark, is_of_printing};
use super::table::Table;
use super::units::{Place, Register};
use super::wording::{place, says, words, year_in, year_of, year_of_short, years_in};
use super::year_ends::{Turn, turns};
use crate::text::{Words, say};
use std::collections::BTreeSet;

/// Words of places and of what municipalities are grouped by.
const OF_PLACES: [&str; 41] = [
    "kommune*",
    "kommunar*",
    "bydel*",
    "fylke*",
    "region*",
    "distrikt*",
    "krets*",
    "gruppe*",
    "kostra*",
    "landsdel*",
    "sone*",
    "område*",
    "omland*",
    "omegn",
    "by",
    "byer",
    "byar",
    "bykommune*",
    "landkommune*",
    "storby*",
    "*byer",
    "nord*",
    "sør*",
    "øst*",
    "aust*",
    "vest*",
    "midt*",
    "indre",
    "ytre",
    "øvre",
    "nedre",
    "kyst*",
    "innland*",
    "sentral*",
    "usentral*",
    "landet",
    "innbyggere",
    "innbyggjarar",
    "municipalit*",
    "county",
    "counties",
];
/// Words that say nothing beside those, or beside a date.
const SAYS_NOTHING: [&str; 39] = [
    "store",
    "stor",
    "små",
    "mellomstore",
    "mindre",
    "større",
    "minst",
    "største",
    "minste",
    "over",
    "under",
    "enn",
    "med",
    "mellom",
    "og",
    "i",
    "av",
    "på",
    "for",
    "ved",
    "rundt",
    "øvrige",
    "andre",
    "resten",
    "til",
    "opp",
    "tall",
    "tal",
    "per",
    "pr",
    "den",
    "fra",
    "frå",
    "nr",
    "side",
    "page",
    "of",
    "the",
    "figures",
];
/// Words that say something of the numbers below though they stand alone as the name of a place does.
const SAYS_SOMETHING: [&str; 30] = [
    "foreløpig*",
    "førebels*",
    "uavklar*",
    "avklar*",
    "usikker*",
    "usikre",
    "usikkert",
    "ubekreft*",
    "utkast*",
    "kladd*",
    "test*",
    "eksempel*",
    "gammel*",
    "gamle",
    "tidligere",
    "tidlegare",
    "forrige",
    "førre",
    "fjor*",
    "historisk*",
    "ukjent*",
    "ukjend*",
    "uoppgitt*",
    "annet",
    "anna",
    "private",
    "privat",
    "slettet*",
    "feil*",
    "draft",
];
/// How a source begins.
const FROM: [&str; 6] = ["kilde", "kilder", "kjelde", "kjelder", "source", "sources"];

/// What words among the rows say of the numbers below them, where that is more than a name or the table's own year.
pub fn said(
    table: &Table,
    (kind, remark): (Kind, &Remark),
    (choices, register): (&Choices, &Register),
) -> Option<Words> {
    let parts: Vec<&str> = remark.text.split("; ").collect();
    if parts.iter().any(|part| may_be_year(part)) && parts.len() == 1 {
        return Some(say::IMPORT_SUBJECT_YEAR_BELOW);
    }
    // Headings that a program repeats on each page, and what columns are counted in, stand in several cells.
    let of_column = table.columns.get(remark.at.1);
    let beside = of_column.is_some_and(|(role, heading)| *role == Role::Unread && is_of_remark(heading));
    if kind == Kind::Persons || parts.len() > 2 || beside || is_of_printing(&remark.text) {
        return None;
    }
    let years: BTreeSet<i32> = parts.iter().flat_map(|part| years_said(part, kind)).collect();
    if !years.is_empty() && own_years(table, kind, choices) != years {
        return Some(say::IMPORT_SUBJECT_YEAR_BELOW);
    }
    // Accounts by row have headings of their own among them.
    let of_rows = table.source.turned && kind == Kind::Costs;
    let is_heading = |part: &str| {
        let own = folded(part);
        table.columns.iter().any(|(_, heading)| folded(heading).ends_with(&own))
    };
    let says_more = |part: &&str| {
        !is_heading(part) && !is_of_kind(part, (table, kind), choices) && !is_name(part, register)
    };
    (!of_rows && parts.iter().any(says_more)).then_some(say::IMPORT_SUBJECT_WORDS_BELOW)
}

/// The years that a text says of such numbers: of persons those at whose turn they are counted.
fn years_said(text: &str, kind: Kind) -> BTreeSet<i32> {
    let at = |turn: Turn| turns(text, turn).into_keys().collect();
    match kind {
        Kind::Recipients | Kind::Persons => at(Turn::End),
        Kind::Population => at(Turn::Beginning),
        Kind::Hours | Kind::Costs => {
            let short = text.split(' ').filter_map(|word| year_of_short(word.trim_matches(['.', ':', ','])));
            years_in(text).into_iter().chain(short).collect()
        }
    }
}

/// The years that a table's numbers are of, as its columns, its rows, its title or the user says.
fn own_years(table: &Table, kind: Kind, choices: &Choices) -> BTreeSet<i32> {
    let of_columns = table.figures().filter_map(|(_, own)| own.year);
    let column = table.first(Role::Year);
    let of_rows = table.rows.iter().filter_map(|row| year_of(&row.cell(column?).text()));
    let dated: BTreeSet<i32> = of_columns.chain(of_rows).collect();
    match (dated.is_empty(), choices.year) {
        (false, _) => dated,
        (true, Some(year)) => BTreeSet::from([year]),
        (true, None) => years_said(&table.title, kind),
    }
}

/// Whether a text is a heading of such numbers: «Brukere 2024» stands over recipients.
fn is_of_kind(text: &str, (table, kind): (&Table, Kind), choices: &Choices) -> bool {
    let Role::Figures(own) = role(text, &choices.named) else { return false };
    let measured = match (kind, own.measure) {
        (_, None) => true,
        (Kind::Recipients, Some(of)) => matches!(of, Measure::Recipients | Measure::Persons),
        (Kind::Population, Some(of)) => matches!(of, Measure::Population | Measure::Persons),
        (Kind::Hours, Some(of)) => !matches!(of, Measure::Price | Measure::Refund | Measure::Population),
        (Kind::Costs, Some(of)) => matches!(of, Measure::Price | Measure::Refund),
        (Kind::Persons, _) => false,
    };
    // A row of ages without numbers is a column without them where a table stands turned.
    measured && (table.source.turned || !matches!(own.ages, Some(Ages::Of(_))))
}

/// Whether a text is a name of places and nothing else: a county, a region, a group of municipalities, a source, a page.
fn is_name(text: &str, register: &Register) -> bool {
    let own = words(text);
    let is = |word: &str, list: &[&str]| {
        let word = word.to_lowercase();
        list.iter().any(|own| place(std::slice::from_ref(&word), own).is_some())
    };
    if own.first().is_some_and(|word| FROM.contains(&word.as_str())) {
        return true;
    }
    if says(text, &SAYS_SOMETHING).is_some() {
        return false;
    }
    if register.place(text) == Place::Sum {
        return true;
    }
    let written: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let shouted = !text.contains(char::is_lowercase);
    let capital = |word: &str| word.starts_with(char::is_uppercase) && !(shouted && written.len() > 1);
    let of_place = |word: &str| is(word, &OF_PLACES) || year_in(word).is_some();
    let nothing = |word: &str| {
        of_place(word) || is(word, &SAYS_NOTHING) || !word.contains(char::is_alphabetic) || is_short(word)
    };
    let Some((first, rest)) = written.split_first() else { return true };
    let named =
        capital(first) && rest.iter().all(|word| capital(word) || of_place(word) || is(word, &["og"]));
    named || nothing(first) && rest.iter().all(|word| nothing(word) || capital(word))
}

/// Whether a word is a letter, as parts of a list are numbered, or a month's name.
fn is_short(word: &str) -> bool {
    word.chars().count() == 1 || super::months::month(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn names_of_places_are_told_from_words_that_say_something() {
        let register = Register::new(BTreeMap::new());
        for text in [
            "Akershus",
            "Akershus fylke",
            "Viken",
            "Øst",
            "Bydeler",
            "Region Øst",
            "Midtre Agder",
            "Follo",
            "Nord-Norge",
            "Øvrige kommuner",
            "Store kommuner",
            "Kommuner i Innlandet",
            "Kommuner med under 5 000 innbyggere",
            "KOSTRA-gruppe 3",
            "Jæren og omegn",
            "Side 1 av 3",
            "Kilde: fagsystemet",
            "Tall per 31.12.2024",
            "31. desember 2024",
            "---",
        ] {
            assert!(is_name(text, &register), "{text}");
        }
        for text in [
            "Under avklaring",
            "UNDER AVKLARING",
            "Brukere uten vedtak",
            "Kommuner med tall fra i fjor",
            "Kommuner uten tall",
            "Foreløpig",
            "Foreløpige tall",
            "Tidligere kommuner",
            "Ikke kontrollert",
            "Fjorårets tall",
            "Andre brukere",
            "gjengangere",
        ] {
            assert!(!is_name(text, &register), "{text}");
        }
    }
}

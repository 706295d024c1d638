//! The turn of a year that persons were counted at: recipients at the end of one, inhabitants at the beginning of one, as Statistics
//! Norway does. A date is taken for the nearest turn: 1 January 2025 is the end of 2024 and the beginning of 2025, and so is
//! 31 December 2024. Another date than what is written is told.

use super::cells::{Line, folded};
use super::datum::Datum;
use super::headings::{Role, year_in};
use super::log::{Log, Section};
use super::months::{month, month_of_date};
use super::remarks::{is_of_printing, sentences};
use super::table::Table;
use super::wording::{words, year_of_short, years_in};
use super::year_parts::part;
use crate::text::say;
use std::collections::{BTreeMap, BTreeSet};

/// The last month of the first half of a year.
const FIRST_HALF: usize = 6;
/// Words before a year whose beginning is meant.
const BEGINNINGS: [&str; 7] =
    ["primo", "inngangen", "inngongen", "starten", "begynnelsen", "begynnelse", "beginning"];
/// Words before a year whose end is meant.
const ENDS: [&str; 6] = ["ultimo", "utgangen", "slutten", "slutt", "årsslutt", "end"];
/// How a word begins that stands before the two years that a turn is between.
const BETWEEN: &str = "årsskift";
/// The last month of a year.
const LAST: usize = 12;

/// Which turn of the year a kind of table is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The end of a year.
    End,
    /// The beginning of a year.
    Beginning,
}

impl Turn {
    /// The year whose turn is nearest to a month of a year, and whether that is another date than the turn itself; a year alone is
    /// its own.
    fn nearest(self, year: i32, month: Option<usize>) -> (i32, bool) {
        let early = month.is_some_and(|month| month <= FIRST_HALF);
        match self {
            Turn::End => (if early { year - 1 } else { year }, month.is_some_and(|month| month < LAST)),
            Turn::Beginning => {
                let late = month.is_some() && !early;
                (if late { year + 1 } else { year }, month.is_some_and(|month| month > 1))
            }
        }
    }

    fn told(self, place: String, year: i32, log: &mut Log) {
        match self {
            Turn::End => log.add(Section::Read, say::ImportYearEnd { place, year }),
            Turn::Beginning => log.add(Section::Read, say::ImportYearBeginning { place, year }),
        }
    }
}

/// The years at whose ends a text says that something was counted, and whether another date was carried there for that.
pub fn ends(text: &str) -> BTreeMap<i32, bool> {
    turns(text, Turn::End)
}

/// The years at whose turns a text says that something was counted, and whether another date was carried there for that.
pub fn turns(text: &str, turn: Turn) -> BTreeMap<i32, bool> {
    let text = folded(text);
    let words: Vec<&str> = text.split([' ', ',', '(', ')', ';']).filter(|word| !word.is_empty()).collect();
    let month_before = |at: usize| {
        let near = &words[at.saturating_sub(2)..at];
        // «1 January 2025» and «January 1, 2025».
        near.iter().enumerate().find_map(|(place, word)| {
            let next_to_it = place + 1 == near.len()
                || near[place + 1..].iter().all(|own| own.trim_matches('.').parse::<u32>().is_ok());
            month(word).filter(|_| next_to_it)
        })
    };
    let mut found = BTreeMap::new();
    for (at, word) in words.iter().enumerate() {
        if let Some((ended, begun)) = two_years(word).filter(|_| at > 0 && words[at - 1].starts_with(BETWEEN))
        {
            found.insert(if turn == Turn::End { ended } else { begun }, false);
            continue;
        }
        let Some(year) = year_in(word).or_else(|| year_of_short(word)) else { continue };
        // «Primo 2025» and «ved inngangen til 2025»; «ultimo 2025» and «ved utgangen av 2025».
        let before = |list: &[&str]| words[at.saturating_sub(3)..at].iter().any(|word| list.contains(word));
        let day = || at.checked_sub(1).and_then(|at| month_of_day(words[at]));
        // «4. kvartal 2024» ends with a month.
        let quarter =
            || part(&words[at.saturating_sub(2)..at].join(" "), "").map(|(of, which)| which * LAST / of);
        let named = || before(&BEGINNINGS).then_some(1).or_else(|| before(&ENDS).then_some(LAST));
        // «Ved utgangen av mars 2025» is of March.
        let dated = month_of_date(word).or_else(|| month_before(at)).or_else(day).or_else(quarter);
        let month = dated.or_else(named);
        let (year, carried) = turn.nearest(year, month);
        found.insert(year, carried);
    }
    found
}

/// Two years that follow each other: `2023/2024`, `2023/24`.
fn two_years(word: &str) -> Option<(i32, i32)> {
    let (ended, begun) = word.trim_matches(['.', ':']).split_once(['/', '-', '–'])?;
    let ended = year_in(ended)?;
    let next = (ended + 1).to_string();
    (begun == next || begun.len() == 2 && next.ends_with(begun)).then_some((ended, ended + 1))
}

/// The month of a day that stands before its year: `1/1`, `31.12.`.
fn month_of_day(word: &str) -> Option<usize> {
    let (day, month) = word.trim_end_matches('.').split_once(['.', '/'])?;
    let number = |text: &str, most: usize| text.parse().ok().filter(|own| (1..=most).contains(own));
    number(day, 31).and(number(month, 12))
}

/// The one turn of a year that is written above a table, if there is one alone; told where it is another date than what is written.
pub fn above(table: &Table, turn: Turn, log: &mut Log) -> Option<i32> {
    let years = turns(&table.title, turn);
    let years = if years.is_empty() { turns(&dated_below(table), turn) } else { years };
    // The one date that is the turn itself says more than the year of a report or of an act.
    let words = table.title.split([' ', ',', '(', ')', ';']).filter(|word| month_of_date(word).is_some());
    let own: BTreeMap<i32, bool> =
        words.flat_map(|word| turns(word, turn)).filter(|(_, carried)| !carried).collect();
    let years = if years.len() > 1 { own } else { years };
    let (year, carried) = years.first_key_value().filter(|_| years.len() == 1)?;
    if *carried {
        turn.told(table.source.name(), *year, log);
    }
    Some(*year)
}

/// What stands below a table and says when its numbers were counted: «Tall per 31.12.2024». Where it is from and when it was
/// printed is neither.
fn dated_below(table: &Table) -> String {
    const OF_NUMBERS: [&str; 15] = [
        "tall", "tallene", "tal", "tala", "brukere", "brukarar", "antall", "antal", "status", "telt", "talt",
        "figures", "numbers", "per", "pr",
    ];
    let figures: Vec<usize> = table.figures().map(|(column, _)| column).collect();
    let has_figures = |row: &Line| figures.iter().any(|column| !row.cell(*column).is_empty());
    let last = table.rows.iter().rposition(has_figures).map_or(0, |last| last + 1);
    let cells = table.rows.iter().skip(last).flat_map(Line::filled).map(|(_, cell)| cell.text());
    let texts: Vec<String> = cells.flat_map(|text| sentences(&text)).collect();
    let of_numbers = |text: &&String| {
        let first = words(text).into_iter().next();
        first.is_some_and(|word| OF_NUMBERS.contains(&word.as_str())) && !is_of_printing(text)
    };
    texts.iter().filter(of_numbers).map(String::as_str).collect::<Vec<_>>().join("; ")
}

/// How many years from the year of its date a title without a year says that numbers are, where that is another: «per 1. januar».
fn undated(title: &str, turn: Turn) -> Option<i32> {
    const ANY: i32 = 2001;
    let other = turns(&format!("{title} {ANY}"), turn).first_key_value().map(|(year, _)| year - ANY);
    other.filter(|years| *years != 0 && years_in(title).is_empty())
}

/// Puts the years of a table's numbers at the turns of years, as their headings and their rows date them.
pub fn settle(table: &Table, data: &mut [Datum], turn: Turn, log: &mut Log) {
    let carried =
        |text: &str| turns(text, turn).into_iter().find(|(_, carried)| *carried).map(|(year, _)| year);
    let by_column: BTreeMap<usize, i32> = table
        .figures()
        .filter(|(_, own)| own.year.is_some())
        .filter_map(|(column, _)| Some((column, carried(&table.columns.get(column)?.1)?)))
        .collect();
    let mut by_row: BTreeMap<usize, i32> = BTreeMap::new();
    let mut last = None;
    if let Some(column) = table.first(Role::Year) {
        for row in table.rows {
            let cell = row.cell(column);
            if !cell.is_empty() {
                last = carried(&cell.text());
            }
            by_row.extend(last.map(|year| (row.number, year)));
        }
    }
    let mut years = BTreeSet::new();
    let undated = undated(&table.title, turn);
    for datum in data {
        let of_column = table.figures().any(|(column, own)| column == datum.at.1 && own.year.is_some());
        let year = if of_column { by_column.get(&datum.at.1) } else { by_row.get(&datum.at.0) };
        // A day without its year, as in «per 1. januar», is of every year that columns and rows say.
        let day = || datum.year.zip(undated).map(|(year, years)| year + years);
        if let Some(year) = year.copied().or_else(day) {
            datum.year = Some(year);
            years.insert(year);
        }
    }
    for year in years {
        turn.told(table.source.name(), year, log);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_half_of_a_year_is_the_end_of_the_one_before() {
        for (text, year) in [
            ("BPA-brukere per 1.1.2025", 2024),
            ("BPA-brukere per 01.01.2025.", 2024),
            ("uttrekk 15.01.2025", 2024),
            ("Brukere 1. januar 2025", 2024),
            ("Users 1 January 2025", 2024),
            ("Users, January 1, 2025", 2024),
            ("2025-01-01", 2024),
            ("Brukere primo 2025", 2024),
            ("ved inngangen til 2025", 2024),
            ("BPA 31.12.24", 2024),
            ("per januar 2025", 2024),
            ("BPA 01.01.25", 2024),
            ("BPA-brukere ved årsskiftet 2024/2025", 2024),
            ("ved årsskiftet 2024/25", 2024),
            ("BPA 1/1-25", 2024),
            ("Brukere per 1/1 2025", 2024),
            ("Brukere ved inngangen til året 2025", 2024),
            ("Brukere ved årets begynnelse 2025", 2024),
            ("Brukere 4. kvartal 2024", 2024),
            ("Brukere ved utgangen av mars 2025", 2024),
            ("Brukere ved utgangen av 1. kvartal 2025", 2024),
            ("Brukere 2. halvår 2024", 2024),
            ("BPA-brukere per 31.12.2024", 2024),
            ("Brukere 31. desember 2024", 2024),
            ("uttrekk 01.10.2024", 2024),
            ("BPA-brukere 2024", 2024),
            ("BPA-brukere 31.12.2024, uttrekk 15.01.2025", 2024),
        ] {
            assert_eq!(ends(text).keys().copied().collect::<Vec<_>>(), [year], "{text}");
        }
        for (text, year, carried) in [
            ("Folkemengde 31.12.2024", 2025, true),
            ("Innbyggere per 31. desember 2024", 2025, true),
            ("Folketall ultimo 2024", 2025, true),
            ("Folketall ved utgangen av 2024", 2025, true),
            ("Folkemengde 1.10.2024", 2025, true),
            ("Folketall 31.12.24", 2025, true),
            ("Folketall per 31.12 2024", 2025, true),
            ("Folketall ved årets slutt 2024", 2025, true),
            ("Folkemengde ved utgangen av 4. kvartal 2024", 2025, true),
            ("Folkemengde 1/1 2024", 2024, false),
            ("Folkemengde 01.01.24", 2024, false),
            ("Folkemengde 1.1.2024", 2024, false),
            ("Folkemengde 1. januar 2024", 2024, false),
            ("Folketall primo 2024", 2024, false),
            ("Folkemengde 1.4.2024", 2024, true),
            ("Folkemengde 2024", 2024, false),
        ] {
            assert_eq!(
                turns(text, Turn::Beginning).into_iter().collect::<Vec<_>>(),
                [(year, carried)],
                "{text}"
            );
        }
        assert_eq!(ends("Brukere ved utgangen av 2024").into_iter().collect::<Vec<_>>(), [(2024, false)]);
        assert_eq!(ends("Brukere 2023 og 2024").len(), 2);
        assert!(ends("Mai 2-4 personer").is_empty());
    }
}

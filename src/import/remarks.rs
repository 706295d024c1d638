//! Every text of a file that is no data, wherever it stands: in rows above the headings, among the rows of numbers, below them.
//! What such a text is of is asked in one place, whichever of them it is.

use super::cells::{Cell, Line, folded};
use super::headings::Role;
use super::labels::may_be_year;
use super::marks::Amount;
use super::table::Table;
use super::units::{Place, Register};
use super::wording::{says, words};

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Above the table.
    Title,
    /// Right above the headings, beside other texts: over some columns, or over all.
    Upper,
    /// Among the rows, with numbers below it.
    Group,
    /// Below the last number.
    Note,
}

/// A text that is no data.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// What is written; the cells of a row together.
    pub text: String,
    /// Its line and its first column.
    pub at: (usize, usize),
    /// Where it stands.
    pub stand: Stand,
}

/// Most rows above the headings that may be headings too.
const UPPER: usize = 3;

/// Every text of a table that is no data.
pub fn of(table: &Table, register: &Register) -> Vec<Remark> {
    let above = table.above.iter().enumerate().filter_map(|(place, row)| {
        let stand = if is_upper(table, place) { Stand::Upper } else { Stand::Title };
        remark(table, row, stand)
    });
    let last = table.rows.iter().rposition(|row| has_figures(table, row));
    let below = table.rows.iter().enumerate().filter_map(|(place, row)| {
        let stand = if last.is_some_and(|last| place < last) { Stand::Group } else { Stand::Note };
        let stand = turned_stand(table, row).unwrap_or(stand);
        remark(table, row, stand).filter(|_| is_of_words(table, row, register))
    });
    above.chain(below).collect()
}

/// Those that the whole table is held against: what a row among persons says of those below it is read with them.
pub fn held(table: &Table, register: &Register, list: bool) -> Vec<Remark> {
    of(table, register).into_iter().filter(|own| !list || own.stand != Stand::Group).collect()
}

fn remark(table: &Table, row: &Line, stand: Stand) -> Option<Remark> {
    let numbers = row.filled().filter(|(_, cell)| is_number(table, cell)).count();
    let first = row.filled().next()?.0;
    let texts: Vec<String> = row.filled().map(|(_, cell)| cell.text().into_owned()).collect();
    (numbers < 2).then(|| Remark { text: texts.join("; "), at: (row.number, first), stand })
}

/// Whether a row above stands right over the headings and has several cells, which titles seldom have.
fn is_upper(table: &Table, place: usize) -> bool {
    let own = table.above.get(place..).unwrap_or_default();
    let below = own.iter().skip(1).map(|row| row.number).chain([table.first_heading]);
    let near = own.iter().zip(below).all(|(row, next)| row.number + 1 == next);
    let several = own.first().is_some_and(|row| row.filled().count() > 1);
    own.len() <= UPPER && near && several
}

/// Rows of a turned table that have words alone are laid below the others, each in the column of its number.
fn turned_stand(table: &Table, row: &Line) -> Option<Stand> {
    let (first, _) = row.filled().next().filter(|_| table.source.turned)?;
    let figures: Vec<usize> = table.figures().map(|(column, _)| column).collect();
    Some(match (figures.first(), figures.last()) {
        (Some(least), _) if first < *least => Stand::Title,
        (_, Some(most)) if first < *most => Stand::Group,
        _ => Stand::Note,
    })
}

/// So many words are a sentence.
const SENTENCE: usize = 3;

/// Whether a row has words alone: no number, and nothing that data are found by.
fn is_of_words(table: &Table, row: &Line, register: &Register) -> bool {
    let key = |role: &Role| matches!(role, Role::Age | Role::Sex | Role::Year | Role::Person(_));
    // A sentence in the first column of a list is no pseudonym.
    let alone =
        row.filled().count() == 1 && row.filled().all(|(_, cell)| words(&cell.text()).len() >= SENTENCE);
    let is_data = !alone && table.all(key).iter().any(|column| !row.cell(*column).is_empty());
    let of_place = |(_, cell): (usize, &Cell)| {
        let text = cell.text();
        let place = register.place(&text);
        // «Gjennomsnitt per måned» is no name of a sum.
        let is_sum = place == Place::Sum && words(&text).len() < SENTENCE;
        !may_be_year(&text) && (is_sum || matches!(place, Place::Unit { .. } | Place::District))
    };
    let year = |row: &Line| row.filled().all(|(_, cell)| may_be_year(&cell.text()));
    !is_data && (year(row) || !has_figures(table, row)) && !row.filled().any(of_place)
}

fn has_figures(table: &Table, row: &Line) -> bool {
    table.figures().any(|(column, _)| is_number(table, row.cell(column)))
}

fn is_number(table: &Table, cell: &Cell) -> bool {
    matches!(table.habit.amount(cell), Amount::Number(_) | Amount::Mark(_) | Amount::Doubtful(..))
        && !may_be_year(&cell.text())
}

/// What is said below a table of all its numbers, in whole sentences.
pub fn of_all_numbers(table: &Table) -> impl Iterator<Item = String> {
    let words = |row: &&Line| row.filled().count() == 1 && !has_figures(table, row);
    let texts = table.rows.iter().filter(words).flat_map(Line::filled).map(|(_, cell)| cell.text());
    let sentences: Vec<String> = texts.flat_map(|text| sentences(&text)).collect();
    sentences.into_iter().filter(|text| is_of_the_whole(text))
}

/// The sentences of a text.
pub fn sentences(text: &str) -> Vec<String> {
    const SHORT: [&str; 9] = ["inkl", "ekskl", "eksl", "excl", "incl", "ca", "pr", "nr", "kl"];
    let is_short =
        |own: &str| own.rsplit(' ').next().is_some_and(|word| SHORT.contains(&folded(word).as_str()));
    // Nor is the letter of somebody's first name: «K. Hansen».
    let is_initial = |own: &str| {
        own.rsplit(' ')
            .next()
            .is_some_and(|word| word.chars().count() == 1 && word.chars().all(char::is_uppercase))
    };
    // «14. dag», «31. desember» and «inkl. natt» are no ends of sentences.
    let mut found = vec![String::new()];
    for line in text.split(['\n', ';']) {
        for (place, part) in line.split(". ").enumerate() {
            let before = found.last_mut().filter(|own| {
                place > 0 && (own.ends_with(|c: char| c.is_ascii_digit()) || is_short(own) || is_initial(own))
            });
            match before {
                Some(before) => *before += &format!(". {part}"),
                None => found.push(part.to_string()),
            }
        }
    }
    found.iter().map(|own| own.trim().to_string()).filter(|own| !own.is_empty()).collect()
}

/// Whether a sentence is of the table as a whole, or so short that it can be of nothing else. What it says is not among the
/// numbers, and where it is from, is no statement of what they are.
pub fn is_of_the_whole(text: &str) -> bool {
    const WHOLE: [&str; 26] = [
        "tabell*",
        "tall",
        "tallene",
        "tal",
        "tala",
        "figures",
        "numbers",
        "table",
        "data",
        "dataene",
        "beløp*",
        "amounts",
        "timetall*",
        "timetal*",
        "timer",
        "timene",
        "timar",
        "timane",
        "hours",
        "gjelder",
        "gjeld",
        "omfatter",
        "omfattar",
        "kun",
        "bare",
        "berre",
    ];
    const NOT: [&str; 16] = [
        "ikke",
        "ikkje",
        "unntatt",
        "unntatte",
        "unnateke",
        "uten",
        "utan",
        "utenom",
        "utanom",
        "ekskl*",
        "eksl*",
        "except*",
        "excluding",
        "not",
        "without",
        "verken",
    ];
    const FROM: [&str; 10] = [
        "kilde",
        "kilder",
        "kjelde",
        "kjelder",
        "datakilde",
        "source",
        "sources",
        "kontakt",
        "contact",
        "lisens",
    ];
    const SHORT: usize = 5;
    let own = words(text);
    let first = own.iter().find(|word| word.chars().all(char::is_alphabetic));
    let from = first.is_some_and(|word| FROM.contains(&word.as_str()));
    let whole = says(text, &WHOLE).is_some() || says(text, &["only", "shows", "viser", "syner"]).is_some();
    !from && says(text, &NOT).is_none() && (whole || own.len() <= SHORT)
}

/// Whether a text tells when it was printed or fetched, which is not when anything was counted.
pub fn is_of_printing(text: &str) -> bool {
    const PRINTED: [&str; 15] = [
        "utskrift*",
        "utskrevet",
        "utskriven",
        "skrevet ut",
        "skriven ut",
        "uttrekk*",
        "hentet",
        "henta",
        "oppdatert",
        "endret",
        "publisert",
        "lastet ned",
        "printed",
        "updated",
        "fetched",
    ];
    says(text, &PRINTED).is_some()
}

/// The beginning of a text that is shown, on one line.
pub fn shortened(text: &str) -> String {
    const SHOWN: usize = 60;
    let text = &text.split(['\n', '\r', '\t']).map(str::trim).collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => Cell::of(text).text().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::headings::Named;
    use crate::import::text_file;
    use std::collections::BTreeMap;

    #[test]
    fn every_text_that_is_no_data_is_found_with_where_it_stands() {
        let text = "Tjeneste;Støttekontakt\n\n;2024;;Merknad\nKommune;0-17;18+;\nMenn;;;\nAsker;1;2;\n3203;3;4;\n2024;;;\n\
            Lier;5;6;x\nSum;;;\n* Prosent av alle\n";
        let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        let table = Table::find(&document.grids[0], &Named::new()).expect("a table");
        let found = of(&table, &Register::new(BTreeMap::new()));
        let found: Vec<(&str, usize, Stand)> =
            found.iter().map(|own| (own.text.as_str(), own.at.0, own.stand)).collect();
        assert_eq!(
            found,
            [
                ("Tjeneste; Støttekontakt", 1, Stand::Title),
                ("2024; Merknad", 3, Stand::Upper),
                ("Menn", 5, Stand::Group),
                ("2024", 8, Stand::Group),
                ("* Prosent av alle", 11, Stand::Note),
            ]
        );
    }

    #[test]
    fn a_sentence_of_the_whole_is_told_from_a_remark() {
        for (text, whole) in [
            ("Tabellen gjelder støttekontakt.", true),
            ("* Prosent av alle brukere", true),
            ("Alle beløp i 1000 kr", true),
            ("Kilde: tall fra hjemmetjenesten", false),
            ("Tallene omfatter ikke personer med avlastning", false),
            ("I mange kommuner utgjør BPA-brukerne mindre enn 0,1 % av innbyggerne", false),
        ] {
            assert_eq!(is_of_the_whole(text), whole, "{text}");
        }
    }
}

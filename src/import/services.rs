//! Rows of another service than BPA, or of a rate, in a column of words: a table that has them beside those of BPA is read for
//! BPA alone, and it is told; one that has only them is refused. In lists of persons which services there are is not told, since
//! one person may be all who has one.

use super::amounts::not_of_accounts_in_cell;
use super::cells::{Cell, Line, folded};
use super::choices::Kind;
use super::headings::{self, Figures, Measure, Named, Role};
use super::hour_words::is_of_remark;
use super::in_force;
use super::log::{Log, Section};
use super::marks::Amount;
use super::standing::{self, Standing};
use super::subject::{self, Subject};
use super::table::Table;
use super::whom;
use crate::error::Result;
use crate::text::{Message, Text, say};
use std::collections::BTreeSet;

/// How headings begin of columns that say what service a row is of, or what it measures.
const HEADINGS: [&str; 14] = [
    "tjeneste",
    "teneste",
    "ytelse",
    "yting",
    "service",
    "tiltak",
    "type tjeneste",
    "type teneste",
    "statistikkvariabel",
    "variabel",
    "contents",
    "måleenhet",
    "måleeining",
    "unit of measure",
];
/// How headings begin of columns that say what is measured, as the Statbank calls it first.
pub const MEASURED: [&str; 4] = ["statistikkvariabel", "variabel", "contents", "innhold"];
/// A column of decisions, which in a table names what was granted.
const DECISIONS: &str = "vedtak";
/// Headings that say which service a row is of, or of what a decision is: another one is not BPA, whatever it is called. In a
/// list the heading is no more than this; of tables it may begin so.
const OF_SERVICES: [&str; 26] = [
    "tjeneste",
    "tjenester",
    "tjenestetype",
    "tjenestenavn",
    "type tjeneste",
    "gjelder tjeneste",
    "teneste",
    "tenester",
    "tenestetype",
    "tenestenamn",
    "type teneste",
    "ytelse",
    "ytelser",
    "yting",
    "ytingar",
    "tiltak",
    "tiltakstype",
    "service",
    "services",
    "vedtakstype",
    "type vedtak",
    "vedtak type",
    "vedtak gjelder",
    "vedtak om",
    "vedtaket gjelder",
    DECISIONS,
];
/// Services that are told of.
const TOLD: usize = 5;

/// What a cell says of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Of BPA.
    Bpa,
    /// Of something else.
    Other,
    /// Nothing of either.
    Unknown,
}

/// Whether a kind of figures is of persons with BPA or of their hours, and not of whatever else a row says.
fn class(text: &str, kind: Kind) -> Class {
    let of_persons = matches!(kind, Kind::Recipients | Kind::Population | Kind::Persons);
    let measured =
        subject::of(text).filter(|own| of_persons || matches!(own, Subject::Shares | Subject::Projection));
    // A condition for persons is no measure of them.
    let measured = measured.filter(|_| kind != Kind::Persons);
    let refused = || matches!(standing::of(text), Standing::Out | Standing::Doubtful);
    match () {
        () if kind == Kind::Costs && not_of_accounts_in_cell(text) => Class::Other,
        () if kind == Kind::Persons && subject::is_of_bpa(text) && refused() => Class::Other,
        // Whoever has another service beside BPA has BPA.
        () if kind == Kind::Persons && subject::is_of_bpa(text) => Class::Bpa,
        () if measured.is_some() || kind != Kind::Population && subject::is_of_others(text) => Class::Other,
        () if subject::is_of_bpa(text) => Class::Bpa,
        () => Class::Unknown,
    }
}

/// Whether a text of a list of persons is of BPA, or of another service; none where it says neither.
pub fn says_bpa(text: &str) -> Option<bool> {
    match class(text, Kind::Persons) {
        Class::Bpa => Some(true),
        Class::Other => Some(false),
        Class::Unknown => None,
    }
}

/// The rows that are of BPA, where a column says of some that they are not; none where nothing is to be left out.
///
/// # Errors
/// Where no row is of BPA, though a column says what rows are of.
pub fn of_bpa(table: &Table, (kind, chosen): (Kind, &Named), log: &mut Log) -> Result<Option<Vec<Line>>> {
    let persons = kind == Kind::Persons;
    let mut kept: Option<Vec<Line>> = None;
    for column in table.all(|role| *role == Role::Unread) {
        let heading = folded(&table.columns[column].1);
        if chosen.contains_key(&heading) {
            continue;
        }
        let of_services = !persons && kind != Kind::Population && is_of_services(&heading);
        let named = of_services || HEADINGS.iter().any(|own| heading.starts_with(own));
        // What is measured is told in rows too: persons with BPA, and their share of the inhabitants.
        let counts = !persons && MEASURED.iter().any(|own| heading.starts_with(own));
        let class = |label: &str, kind: Kind| match class(label, kind) {
            Class::Unknown if counts && is_count(label) => Class::Bpa,
            other => other,
        };
        let rows = kept.as_deref().unwrap_or(table.rows);
        let of_rows = labels(table, rows, column, (persons, persons || is_of_remark(&heading)));
        let filled = || of_rows.iter().flatten();
        let classes: Vec<Class> = filled().map(|label| class(label, kind)).collect();
        let has = |wanted: Class| classes.contains(&wanted);
        let complete =
            of_rows.iter().filter(|label| label.is_some()).all(|label| label.as_deref() != Some(""));
        // A remark on some person that he has another service too says nothing of the row.
        let is_key = named || complete && (!persons || !has(Class::Unknown));
        let other = persons && of_rows.iter().flatten().any(|label| is_unknown(label, kind));
        let of_list = other && OF_SERVICES.contains(&heading.as_str());
        // Decisions of which none is of a service may be new and renewed ones.
        let of_persons = of_list && (has(Class::Bpa) || !heading.contains(DECISIONS));
        if other && !of_list && has(Class::Bpa) && complete && !is_of_remark(&heading) {
            return Err(in_force::refused(table, column, say::IMPORT_LIST_SERVICES).into());
        }
        // What service a row is of that nobody knows is no BPA either.
        let is_service = |label: &String| class(label, kind) == Class::Unknown && is_word(label);
        let known = !of_services || !filled().any(is_service);
        if !of_persons && (!is_key || !has(Class::Other) && known) {
            continue;
        }
        let others: BTreeSet<&str> = filled()
            .filter(|label| class(label, kind) == Class::Other || !known && class(label, kind) != Class::Bpa)
            .map(String::as_str)
            .collect();
        let shown: Vec<&str> = others.iter().copied().take(TOLD).collect();
        let list = if others.len() > TOLD { shown.join("; ") + "; …" } else { shown.join("; ") };
        if !has(Class::Bpa) {
            if of_persons && !has(Class::Other) {
                return Err(in_force::refused(table, column, say::IMPORT_LIST_SERVICES).into());
            }
            let part = !persons && others.iter().all(|label| subject::of(label) == Some(Subject::Part));
            // Headings of lists of persons may be anything and are not shown.
            let unnamed = persons || heading.is_empty();
            let (what, allowed) = match part {
                true => {
                    let what = Subject::Part.told();
                    (say::ImportColumnOfPart { what }.text(), say::IMPORT_PARTS_ALLOWED.text())
                }
                false if unnamed => {
                    (say::IMPORT_ONLY_OTHER_ROWS.text(), say::IMPORT_ROWS_OF_BPA_ALLOWED_UNNAMED.text())
                }
                false => (say::IMPORT_ONLY_OTHER_ROWS.text(), say::ImportRowsOfBpaAllowed { heading }.text()),
            };
            let problem = table.problem(table.heading, column, what).allowed(allowed);
            return Err(if persons { problem.into() } else { problem.found(list).into() });
        }
        let column = table.source.column(column, false);
        match persons {
            true => log.add(Section::Left, say::ImportOtherPersonsLeft { column }),
            false => log.add(Section::Left, say::ImportOtherRowsLeft { column, list }),
        }
        let own =
            of_rows.iter().map(|label| label.as_ref().is_none_or(|label| class(label, kind) == Class::Bpa));
        let own: Vec<bool> = own.collect();
        kept = Some(match persons {
            true => rows.iter().zip(own).filter(|(_, own)| *own).map(|(row, _)| row.clone()).collect(),
            false => with_labels(table, rows, &own),
        });
    }
    Ok(kept)
}

/// The rows of a table that are kept. What a label that stands once over several rows is of may begin with a row that is left
/// out: the label is then put into the kept rows that follow.
fn with_labels(table: &Table, rows: &[Line], kept: &[bool]) -> Vec<Line> {
    let columns = table.all(|role| matches!(role, Role::Unit | Role::Age | Role::Sex | Role::Year));
    let mut left: Vec<Option<Cell>> = vec![None; columns.len()];
    let mut own = Vec::new();
    for (row, kept) in rows.iter().zip(kept) {
        let mut row = row.clone();
        for (column, left) in columns.iter().zip(&mut left) {
            match (row.cell(*column), &left) {
                (Cell::Empty, Some(label)) => row.set(*column, label.clone()),
                (Cell::Empty, None) => (),
                (_, _) if *kept => *left = None,
                (label, _) => *left = Some(label.clone()),
            }
        }
        own.extend(kept.then_some(row));
    }
    own
}

/// Whether a label counts persons, and says nothing else of them.
fn is_count(label: &str) -> bool {
    let measure = Some(Measure::Recipients);
    headings::role(label, &Named::new()) == Role::Figures(Figures { measure, ..Figures::default() })
}

/// Whether a text is a word for something that is not known, and no number of a decision.
fn is_unknown(text: &str, kind: Kind) -> bool {
    let word = text.chars().any(char::is_alphabetic) && !text.chars().any(|c| c.is_ascii_digit());
    word && class(text, kind) == Class::Unknown
}

/// Whether a label is a word, and no code or mark.
fn is_word(label: &str) -> bool {
    const SHORTEST: usize = 3;
    label.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST
}

/// Whether the heading of a table's column begins as one of services. «Tjenestemottaker» is somebody, and no service.
fn is_of_services(heading: &str) -> bool {
    let first =
        |own: &&str| heading.strip_prefix(own).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    heading != DECISIONS && OF_SERVICES.iter().filter(|own| **own != DECISIONS).any(first)
}

/// What the column says of each row that has figures; none of the others. A merged cell goes on with what stands above it,
/// but not from one person to the next, nor does a remark.
fn labels(
    table: &Table,
    rows: &[Line],
    column: usize,
    (persons, apart): (bool, bool),
) -> Vec<Option<String>> {
    let is_figure = |line: &Line, (own, _): &(usize, Figures)| {
        !matches!(table.habit.amount(line.cell(*own)), Amount::Nothing | Amount::Other)
    };
    let figures: Vec<(usize, Figures)> = table.figures().collect();
    let of_person = |line: &Line| {
        let own = table.all(|role| matches!(role, Role::Person(_) | Role::Age));
        own.iter().any(|column| !line.cell(*column).is_empty())
    };
    let mut above = String::new();
    let label = |line: &Line| {
        let text = line.cell(column).text().into_owned();
        let counts = figures.iter().any(|own| is_figure(line, own)) || persons && of_person(line);
        if !text.is_empty() || apart {
            above = text;
        }
        counts.then(|| above.clone())
    };
    rows.iter().map(label).collect()
}

/// Whether a column of words has rows of BPA, whatever the title says of all rows together.
pub fn names_bpa(table: &Table) -> bool {
    let of_words = table.all(|role| *role == Role::Unread);
    let is_of_bpa = |row: &Line| of_words.iter().any(|column| subject::is_of_bpa(&row.cell(*column).text()));
    table.rows.iter().any(is_of_bpa)
}

/// A table of its rows of BPA.
pub fn with_rows<'t>(table: &Table<'t>, rows: &'t [Line]) -> Table<'t> {
    Table { rows, ..table.clone() }
}

/// The text of one sex alone, where a table has no column of sexes: what is told of it.
pub fn one_sex(table: &Table) -> Option<Text> {
    use crate::text::Message;
    let sheet = table.source.sheet.as_deref().unwrap_or_default();
    let named = [table.title.as_str(), sheet].into_iter().any(whom::is_of_one_sex);
    (named && !is_divided(table)).then(|| say::IMPORT_ONE_SEX_NAMED.text())
}

/// Whether a table has numbers of sexes apart.
pub fn is_divided(table: &Table) -> bool {
    table.first(Role::Sex).is_some() || table.figures().any(|(_, own)| own.sex.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text_file;
    use crate::text::Lang;

    /// The first cells of the rows that are left, and what is told; or the refusal.
    fn left(text: &str, kind: Kind) -> std::result::Result<(Vec<String>, String), String> {
        let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        let table = Table::find(&document.grids[0], &Named::new()).expect("a table");
        let mut log = Log::default();
        let rows = of_bpa(&table, (kind, &Named::new()), &mut log).map_err(|e| e.render(Lang::En))?;
        let rows = rows.unwrap_or_else(|| table.rows.to_vec());
        let first = rows.iter().map(|row| row.cell(0).text().into_owned()).filter(|own| !own.is_empty());
        Ok((first.collect(), log.short(Lang::En)))
    }

    #[test]
    fn only_rows_of_bpa_are_taken_and_it_is_told() {
        use Kind::{Hours, Persons, Population, Recipients};
        let head = "Kommune;Tjeneste;0-17;18-49\n";
        for (rows, kind, own) in [
            ("Asker;BPA;1;2\nBærum;Praktisk bistand;3;4\n", Recipients, vec!["Asker"]),
            (
                "Asker;Støttekontakt;1;2\nBærum;Brukerstyrt personlig assistanse;3;4\n",
                Recipients,
                vec!["Bærum"],
            ),
            ("Asker;BPA;1;2\n;Avlastning;3;4\nBærum;BPA;5;6\n", Recipients, vec!["Asker", "Bærum"]),
            // Whose label stands on a row that is left out keeps it.
            (
                "Asker;Avlastning;3;4\n;BPA;1;2\nBærum;Avlastning;3;4\n;BPA;5;6\n",
                Recipients,
                vec!["Asker", "Bærum"],
            ),
            ("Asker;Praktisk bistand - BPA;1;2\n", Recipients, vec!["Asker"]),
            (
                "Asker;Brukere av BPA;1;2\nLier;Brukere av BPA per 10 000 innbyggere;3;4\n",
                Recipients,
                vec!["Asker"],
            ),
            ("Asker;Vedtakstimer BPA;1;2\nLier;Vedtakstimer avlastning;3;4\n", Hours, vec!["Asker"]),
            ("Asker;Personer;1;2\nLier;Personer;3;4\n", Population, vec!["Asker", "Lier"]),
            ("Asker;x;1;2\nLier;y;3;4\n", Recipients, vec!["Asker", "Lier"]),
        ] {
            let (rows, told) = left(&format!("{head}{rows}"), kind).expect(rows);
            assert_eq!(rows, own, "{told}");
        }
        let mixed = format!("{head}Asker;BPA;1;2\nBærum;Praktisk bistand;3;4\n");
        assert!(left(&mixed, Recipients).expect("mixed").1.contains("Praktisk bistand"));
        let persons = "Saksnr;Tjeneste;Fødselsår;Timer per uke\n1;BPA;1980;20\n2;Støttekontakt;1981;3\n3;BPA og avlastning;1982;9\n";
        let (rows, told) = left(persons, Persons).expect("persons");
        assert_eq!(rows, ["1", "3"]);
        assert!(
            told.contains("column B") && !told.contains("tøttekontakt") && !told.contains("(1)"),
            "{told}"
        );
        for (row, own) in [
            ("Ledsagerbevis", vec!["1", "3"]),
            ("Avslag BPA", vec!["1", "3"]),
            ("BPA - søknad", vec!["1", "3"]),
            ("Omsorgsstønad (BPA avslått)", vec!["1", "3"]),
        ] {
            for heading in ["Tjeneste", "Vedtakstype"] {
                let text = persons.replace("Støttekontakt", row).replace("Tjeneste", heading);
                assert_eq!(left(&text, Persons).expect(row).0, own, "{heading}: {row}");
            }
        }
        // A remark says nothing of the row.
        let remark = "Saksnr;Merknad;Fødselsår;Timer per uke\n1;har BPA;1980;20\n2;har også støttekontakt;1981;3\n3;x;1982;4\n";
        assert_eq!(left(remark, Persons).expect("remarks").0, ["1", "2", "3"]);
    }

    #[test]
    fn a_table_of_other_services_or_of_rates_alone_is_refused() {
        use Kind::{Persons, Recipients};
        for (text, kind) in [
            ("Kommune;Tjeneste;0-17\nAsker;Støttekontakt;1\nBærum;Støttekontakt;2\n", Recipients),
            (
                "Region;Måleenhet;Alder;2024\n3203 Asker;prosent;0-17 år;16\n3203 Asker;prosent;18-49 år;43\n",
                Recipients,
            ),
            (
                "region;alder;statistikkvariabel;2024\nAsker;0-17 år;Brukere av BPA per 10 000 innbyggere;16\n",
                Recipients,
            ),
            ("Kommune;Gruppe;0-17\nAsker;Hjemmehjelp;1\nBærum;Sykehjem;2\n", Recipients),
            ("Saksnr;Tjeneste;Fødselsår;Timer per uke\n1;Støttekontakt;1980;20\n", Persons),
            ("Saksnr;Tjeneste;Fødselsår;Timer per uke\n1;Ledsagerbevis;1980;20\n", Persons),
            ("Saksnr;Slag;Fødselsår;Timer per uke\n1;Ledsagerbevis;1980;20\n2;BPA;1981;9\n", Persons),
        ] {
            let told = left(text, kind).expect_err(text);
            assert!(told.contains("BPA"), "{told}");
            assert!(kind != Persons || !told.contains("tøttekontakt"), "{told}");
        }
    }
}

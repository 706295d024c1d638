//! Tables as the Statbank saves them for spreadsheets: what its rows are of stands in several columns without a heading, each
//! label once over the rows that it is of, and the title names the columns. The headings are put in, and the labels into the blank
//! cells below them.

use super::ages::Ages;
use super::cells::{Cell, Document, Grid, Line, folded};
use super::headings::{Figures, Named, Role, role, told_by};
use super::labels::may_be_year;
use super::marks::{Amount, Habit};
use super::services::MEASURED;
use super::subject;
use super::sums::{Sex, is_sum};
use super::units::{Place, Register};
use crate::text::{Message, Text, say};

/// Rows that are looked through for headings.
const SEARCHED: usize = 60;
/// Columns without a heading that are looked at here; the corner of a table is one alone.
const FEWEST: usize = 2;

/// Puts headings over the labels of every such table of a document.
pub fn name(document: &mut Document, register: &Register) {
    for grid in &mut document.grids {
        let Some((at, headings)) = headings(grid, register) else { continue };
        // What a title says may name somebody, so it is not quoted.
        let told = headings.iter().map(|heading| match heading {
            Heading::Known(own) => Text::same(*own),
            Heading::OfTitle(_) => say::IMPORT_STUBS_OF_TITLE.text(),
        });
        let told: Vec<Text> = told.collect();
        for (column, heading) in headings.iter().enumerate() {
            grid.rows[at].set(column, Cell::of(heading.word()));
        }
        fill_down(grid, at, headings.len());
        let list = Text::each(|lang| told.iter().map(|own| own.get(lang)).collect::<Vec<_>>().join(", "));
        document.told.push(say::ImportStubsNamed { place: grid.source.name(), list }.text());
    }
}

/// What is put over a column.
#[derive(Clone, Debug, PartialEq)]
enum Heading {
    /// What all its labels are of.
    Known(&'static str),
    /// What the title says.
    OfTitle(String),
}

impl Heading {
    fn word(&self) -> &str {
        match self {
            Heading::Known(own) => own,
            Heading::OfTitle(own) => own,
        }
    }
}

/// The place of the row of headings whose first ones are blank, and what those columns are of.
fn headings(grid: &Grid, register: &Register) -> Option<(usize, Vec<Heading>)> {
    let habit = Habit::of(grid);
    let next = |at: usize| Some(at + 1 + grid.rows.get(at + 1..)?.iter().position(|row| !is_blank(row))?);
    let is_number = |cell: &Cell| {
        matches!(habit.amount(cell), Amount::Number(_) | Amount::Mark(_) | Amount::Doubtful(..))
    };
    let (at, blank, first) = (0..grid.rows.len().min(SEARCHED)).find_map(|at| {
        let blank = grid.rows[at].filled().next()?.0;
        let first = next(at)?;
        let row = &grid.rows[first];
        let labels = (0..blank).all(|column| !row.cell(column).is_empty());
        let mut figures = grid.rows[at].filled().map(|(column, _)| row.cell(column));
        (blank >= FEWEST && labels && figures.all(is_number)).then_some((at, blank, first))
    })?;
    // The names of these columns may stand in the row above; where municipalities stand over the others, the table is turned.
    let is_named = |row: &Line| row.filled().count() > 1 && row.filled().any(|(column, _)| column < blank);
    let is_unit = |(column, cell): (usize, &Cell)| {
        let text = cell.text();
        column >= blank && !may_be_year(&text) && matches!(register.place(&text), Place::Unit { .. })
    };
    let turned = grid.rows[..=at].iter().flat_map(|row| row.filled()).any(is_unit);
    if turned || grid.rows[..at].iter().any(is_named) {
        return None;
    }
    // Below the table the last of these columns is empty.
    let rows: Vec<&Line> =
        grid.rows[first..].iter().take_while(|row| !row.cell(blank - 1).is_empty()).collect();
    let mut named = variables(grid, at).into_iter();
    let mut of_column = |column: usize| {
        let labels: Vec<String> = rows
            .iter()
            .map(|row| row.cell(column).text().into_owned())
            .filter(|text| !text.is_empty())
            .collect();
        what(&labels, register).map(Heading::Known).or_else(|| named.next().map(Heading::OfTitle))
    };
    let headings: Vec<Heading> = (0..blank).map(&mut of_column).collect::<Option<_>>()?;
    let apart = headings.iter().enumerate().all(|(column, own)| !headings[..column].contains(own));
    apart.then_some((at, headings))
}

/// Puts each label into the blank cells below it: rows that are left out must not take it with them.
fn fill_down(grid: &mut Grid, at: usize, columns: usize) {
    let mut above = vec![Cell::Empty; columns];
    let rows = grid.rows[at + 1..].iter_mut().skip_while(|row| is_blank(row));
    for row in rows.take_while(|row| !row.cell(columns - 1).is_empty()) {
        for (column, label) in above.iter_mut().enumerate() {
            match row.cell(column) {
                Cell::Empty => row.set(column, label.clone()),
                own => *label = own.clone(),
            }
        }
    }
}

fn is_blank(row: &Line) -> bool {
    row.filled().next().is_none()
}

/// Whether a label says what is measured.
fn is_measured(label: &str) -> bool {
    matches!(role(label, &Named::new()), Role::Share | Role::Figures(Figures { measure: Some(_), .. }))
}

/// Whether a label is a service, and not how many have it.
fn is_service(label: &str) -> bool {
    let [recipients, _] = told_by(label);
    (subject::is_of_bpa(label) || subject::is_of_others(label)) && !recipients && subject::of(label).is_none()
}

/// Whether a label is all services together.
fn is_all_services(label: &str) -> bool {
    let text = folded(label);
    is_sum(&text) || ["alle ", "all "].iter().any(|all| text.starts_with(all))
}

/// What labels are of, as a heading; none where they are of something else.
fn what(labels: &[String], register: &Register) -> Option<&'static str> {
    let digits = |text: &String| text.bytes().all(|byte| byte.is_ascii_digit());
    let of_unit = |text: &String| matches!(register.place(text), Place::Unit { .. });
    let of_place = |text: &String| !matches!(register.place(text), Place::Unknown);
    let of_age = |text: &String| matches!(Ages::read(text), Some(Ages::Of(_)));
    let of_sex = |text: &String| matches!(Sex::read(&folded(text)), Some(Sex::Men | Sex::Women));
    let whole = |text: &String| is_sum(&folded(text)) || Ages::read(text) == Some(Ages::All);
    let both = |text: &String| whole(text) || Sex::read(&folded(text)) == Some(Sex::All);
    let any_all = |any: &dyn Fn(&String) -> bool, all: &dyn Fn(&String) -> bool| {
        labels.iter().any(any) && labels.iter().all(|text| any(text) || all(text))
    };
    match () {
        () if !labels.is_empty() && labels.iter().all(|text| may_be_year(text)) => Some("år"),
        () if any_all(&of_unit, &of_place) && labels.iter().all(digits) => Some("kommunenummer"),
        () if any_all(&of_unit, &of_place) => Some("kommune"),
        () if any_all(&of_sex, &both) => Some("kjønn"),
        () if any_all(&of_age, &whole) => Some("alder"),
        () if any_all(&|text| is_service(text), &|text| is_all_services(text)) => Some("tjeneste"),
        () if !labels.is_empty() && labels.iter().all(|text| is_measured(text)) => Some(MEASURED[0]),
        () => None,
    }
}

/// What the title says that a table is by besides places, ages, sexes, years and what is measured, which are known by their
/// labels: «…, etter region, tjeneste og år».
fn variables(grid: &Grid, at: usize) -> Vec<String> {
    const BY: [&str; 2] = [" etter ", " by "];
    let texts = grid.rows[..at].iter().flat_map(|row| row.filled()).map(|(_, cell)| cell.text().into_owned());
    let by = |text: String| BY.iter().find_map(|own| Some(text.split_once(own)?.1.to_string()));
    let list = texts.filter_map(by).next().unwrap_or_default();
    let list = list.replace(" og ", ", ").replace(" and ", ", ");
    let is_known = |own: &str| {
        let of = role(own, &Named::new());
        matches!(of, Role::Unit | Role::Age | Role::Sex | Role::Year)
            || MEASURED.contains(&folded(own).as_str())
    };
    let is_other = |own: &str| !is_known(own);
    list.split(", ")
        .map(str::trim)
        .filter(|own| !own.is_empty() && is_other(own))
        .map(str::to_string)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text_file;
    use std::collections::BTreeMap;

    /// The headings that are put in.
    fn named(text: &str) -> Option<String> {
        let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        let (at, own) = headings(&document.grids[0], &Register::new(BTreeMap::new()))?;
        let own: Vec<&str> = own.iter().map(Heading::word).collect();
        Some(format!("{at} {}", own.join(" ")))
    }

    #[test]
    fn labels_go_on_below() {
        let mut document =
            text_file::read("t.csv", b";;;2024\nAsker;Menn;0-17;3\n;;18+;4\n;Kvinner;0-17;5\nKilde: x\n")
                .expect("a text");
        name(&mut document, &Register::new(BTreeMap::new()));
        let row = |at: usize| document.grids[0].rows[at].label(&[0, 1, 2]);
        assert_eq!(
            [0, 2, 3, 4].map(row),
            ["kommune kjønn alder", "Asker Menn 18+", "Asker Kvinner 0-17", "Kilde: x"]
        );
    }

    #[test]
    fn columns_without_heading_are_named_by_their_labels_or_the_title() {
        for (text, own) in [
            (";;2024\nAsker;0-17;3\n;18+;4\n", "0 kommune alder"),
            ("BPA\n\n;;Brukere;\n;;2023;2024\n3203;Menn;3;.\n;Kvinner;4;:\n", "2 kommunenummer kjønn"),
            (";;;2024\n3203;Asker;Begge kjønn;3\n;;Menn;2\n", "0 kommunenummer kommune kjønn"),
            ("BPA, etter region, tjeneste og år\n;;2024\nAsker;Natt;3\n;Dag;4\n", "1 kommune tjeneste"),
            (
                "BPA, etter region, tjeneste, statistikkvariabel og år\n;;;2024\nAsker;Brukere (antall);BPA;3\n;;Natt;3\n",
                "1 kommune statistikkvariabel tjeneste",
            ),
            (
                "BPA\n;;;;2024\nAsker;I alt;Alle tjenester;Brukere (antall);3\n;0-17;Brukerstyrt personlig assistanse;Brukere (antall);3\n",
                "1 kommune alder tjeneste statistikkvariabel",
            ),
            ("BPA by year and region\n;;Users\n2024;Asker;3\n;Bærum;4\n", "1 år kommune"),
        ] {
            assert_eq!(named(text).as_deref(), Some(own), "{text}");
        }
        for text in [
            ";;2024\nAsker;Natt;3\n;Dag;4\n",
            ";2024\nAsker;3\n",
            ";;2024\nAsker;;3\n",
            ";;2024\nAsker;0-17;ja\n",
            ";;2024\nAsker;Bærum;3\n",
            ";;Asker;Bærum\n0-17;2024;3;4\n18+;;3;4\n",
            "Kommunenr;Kommune;BPA;\n;;2023;2024\n3203;Asker;3;4\n",
        ] {
            assert_eq!(named(text), None, "{text}");
        }
    }
}

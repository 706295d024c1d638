//! Figures by several dimensions, as Statistics Norway gives them to programs, laid out as rows.

use super::cells::{Cell, Document, Grid, Hidden, Line, Source, folded};
use super::headings::{self, Named};
use super::marks::{Mark, Value};
use crate::text::{Message, Text, say};
use std::collections::BTreeMap;

/// Most values that a cube is laid out with.
pub const MOST: usize = 5_000_000;
/// Values that are shown of a cube that is refused.
const SHOWN: usize = 8;

/// A dimension: what it is called, and its categories.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dimension {
    /// What the file calls it.
    pub id: String,
    /// Its name, as people read it.
    pub label: String,
    /// Whether its categories are places, points in time, or what is measured.
    pub role: Role,
    /// Its categories: code and label.
    pub categories: Vec<(String, String)>,
    /// What their numbers are counted in, by code, where the file says it.
    pub units: BTreeMap<String, String>,
}

/// What a dimension is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Something else.
    #[default]
    Other,
    /// Places.
    Place,
    /// Points in time.
    Time,
    /// What is measured.
    Measure,
}

/// A cube; values in the order of the dimensions, the last of which runs fastest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cube {
    /// What it is called.
    pub title: String,
    /// What its numbers are of, where no dimension says it.
    pub contents: String,
    /// What they are counted in then.
    pub unit: String,
    /// What else it says of itself.
    pub notes: Vec<String>,
    /// The dimensions.
    pub dimensions: Vec<Dimension>,
    /// The values.
    pub values: Vec<Value>,
}

impl Cube {
    /// What is in it: dimensions with their sizes, how many values, what stands in the place of some, and the first of them. A
    /// file that the model has no use for was read in full, which its owner must see.
    fn content(&self) -> Text {
        let mut marks = BTreeMap::new();
        for value in &self.values {
            if let Value::Mark(mark) = value {
                *marks.entry(*mark).or_insert(0) += 1;
            }
        }
        let marks: Vec<String> =
            marks.iter().map(|(mark, n): (&Mark, &usize)| format!("«{}» {n}", mark.written())).collect();
        let marks = if marks.is_empty() { "0".into() } else { marks.join(", ") };
        let dimensions: Vec<String> = self.dimensions.iter().map(Dimension::sized).collect();
        let shown = self.values.iter().enumerate().take(SHOWN).map(|(place, value)| {
            let value = match value {
                Value::Number(number) => number.to_string(),
                Value::Mark(mark) => mark.written().into(),
            };
            format!("{} = {value}", self.categories(place))
        });
        let mut first = shown.collect::<Vec<_>>().join("; ");
        if self.values.len() > SHOWN {
            first += "; …";
        }
        let (dimensions, values) = (dimensions.join(" × "), self.values.len());
        say::ImportContent { title: &self.title, dimensions, values, marks, first }.text()
    }

    /// The categories of a value, of the dimensions that have several.
    fn categories(&self, place: usize) -> String {
        let at = self.coordinates(place);
        let several = self.dimensions.iter().zip(at).filter(|(dimension, _)| dimension.categories.len() > 1);
        let labels = several.filter_map(|(dimension, own)| Some(dimension.categories.get(own)?.1.as_str()));
        labels.collect::<Vec<_>>().join(", ")
    }

    /// The cube as rows: a column a dimension, and a column of values for each thing that is measured.
    pub fn document(&self, file: &str, told: Text) -> Document {
        let source = Source { file: file.into(), sheet: None, lines: false, turned: false, labels: None };
        let measure = self.dimensions.iter().position(|dimension| dimension.role == Role::Measure);
        let order = self.order(measure);
        let mut rows = vec![
            Line { number: 1, cells: vec![Cell::of(&self.title)] },
            Line { number: 2, cells: self.headings(measure, &order) },
        ];
        for (place, value) in self.values.iter().enumerate() {
            let at = self.coordinates(place);
            let column = measure.map_or(0, |measure| at[measure]);
            let key: Vec<Cell> = order.iter().map(|d| self.dimensions[*d].cell(at[*d])).collect();
            let first = key.len();
            // What is measured may run slower than the rest: a row is found again by its key.
            let row = self.row(&at, &order) + 2;
            if rows.len() <= row {
                rows.resize(row + 1, Line::default());
            }
            let line = &mut rows[row];
            if line.cells.is_empty() {
                *line = Line { number: row + 1, cells: key };
            }
            line.cells.resize(line.cells.len().max(first + column + 1), Cell::Empty);
            line.cells[first + column] = match value {
                Value::Number(number) => Cell::Number(*number),
                Value::Mark(mark) => Cell::of(mark.written()),
            };
        }
        for note in &self.notes {
            rows.push(Line { number: rows.len() + 1, cells: vec![Cell::of(note)] });
        }
        let grid = Grid { source, rows, hidden: Hidden::default() };
        Document { grids: vec![grid], told: vec![told], commas: false, content: Some(self.content()) }
    }

    /// The dimensions that have a column, in the order of those.
    fn order(&self, measure: Option<usize>) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.dimensions.len()).filter(|d| Some(*d) != measure).collect();
        order.sort_by_key(|d| self.dimensions[*d].rank());
        order
    }

    fn headings(&self, measure: Option<usize>, order: &[usize]) -> Vec<Cell> {
        let mut cells: Vec<Cell> = order.iter().map(|d| Cell::of(self.dimensions[*d].heading())).collect();
        let no_unit = String::new();
        match measure.map(|measure| &self.dimensions[measure]) {
            Some(own) => cells.extend(own.categories.iter().map(|(code, label)| {
                let unit = own.units.get(code).or((own.categories.len() == 1).then_some(&self.unit));
                Cell::of(&in_unit(label, unit.unwrap_or(&no_unit)))
            })),
            None if self.contents.is_empty() => {
                cells.push(Cell::of(&in_unit(what_of(&self.title), &self.unit)))
            }
            None => {
                // Some write the title there, with the dimensions behind what the numbers are of.
                let whole = self.dimensions.iter().all(|own| self.contents.contains(&own.label));
                let own = if whole { what_of(&self.contents) } else { without_number(&self.contents) };
                cells.push(Cell::of(&in_unit(own, &self.unit)))
            }
        }
        cells
    }

    /// Where a value stands in each dimension.
    fn coordinates(&self, place: usize) -> Vec<usize> {
        let mut rest = place;
        let mut at = vec![0; self.dimensions.len()];
        for (own, dimension) in at.iter_mut().zip(&self.dimensions).rev() {
            let size = dimension.categories.len().max(1);
            *own = rest % size;
            rest /= size;
        }
        at
    }

    /// The row of a value: its place among the dimensions other than what is measured.
    fn row(&self, at: &[usize], order: &[usize]) -> usize {
        order.iter().fold(0, |row, d| row * self.dimensions[*d].categories.len() + at[*d])
    }
}

/// A heading with what its numbers are counted in: that persons are counted one by one goes without saying, and may not be said
/// twice.
fn in_unit(heading: &str, unit: &str) -> String {
    const PERSONS: [&str; 17] = [
        "",
        "personer",
        "personar",
        "persons",
        "antall",
        "antal",
        "number",
        "tal",
        "stk",
        "brukere",
        "brukarar",
        "mottakere",
        "innbyggere",
        "innbyggjarar",
        "inhabitants",
        "recipients",
        "users",
    ];
    let plain = folded(unit);
    let bare = plain.trim_end_matches('.');
    let bare =
        ["antall ", "number of ", "tal på "].iter().find_map(|of| bare.strip_prefix(of)).unwrap_or(bare);
    match PERSONS.contains(&bare) || folded(heading).contains(&plain) {
        true => heading.to_string(),
        false => format!("{heading} ({unit})"),
    }
}

/// What a title says that the values are of: «07459: Folkemengde, etter region, alder og år» has Folkemengde.
fn what_of(title: &str) -> &str {
    let title = without_number(title);
    let ends = [" etter ", " by "].iter().filter_map(|word| title.find(word)).min();
    title[..ends.unwrap_or(title.len())].trim_matches([' ', ','])
}

/// A text without the number of the table before it and the comma behind it: «12292: Brukere av BPA,».
fn without_number(text: &str) -> &str {
    let number = |own: &str| !own.is_empty() && own.bytes().all(|b| b.is_ascii_digit());
    let text = text.split_once(':').filter(|(own, _)| number(own.trim())).map_or(text, |(_, rest)| rest);
    text.trim_matches([' ', ','])
}

impl Dimension {
    /// Where its column stands: places first, then ages, sexes, what else there is, and years. What the figures are of does not
    /// hang on the order that a file has its dimensions in.
    fn rank(&self) -> (u8, &str) {
        let rank = match (self.role, headings::role(self.heading(), &Named::new())) {
            (Role::Time, _) => 4,
            (Role::Place, _) | (_, headings::Role::Unit | headings::Role::Name) => 0,
            (_, headings::Role::Age) => 1,
            (_, headings::Role::Sex) => 2,
            (_, headings::Role::Year) => 4,
            _ => 3,
        };
        (rank, &self.label)
    }

    /// Its name, what the file calls it where that is another word, and its size.
    fn sized(&self) -> String {
        let size = self.categories.len();
        match folded(&self.id) == folded(&self.label) {
            true => format!("{} {size}", self.label),
            false => format!("{} ({}) {size}", self.label, self.id),
        }
    }

    /// The heading of its column.
    fn heading(&self) -> &str {
        match self.role {
            Role::Place => "region",
            Role::Time => "year",
            Role::Other | Role::Measure => &self.label,
        }
    }

    /// A category as a cell: places with their code before the name.
    fn cell(&self, category: usize) -> Cell {
        let Some((code, label)) = self.categories.get(category) else { return Cell::Empty };
        match self.role {
            Role::Place if code != label => Cell::of(&format!("{code} {label}")),
            _ => Cell::of(label),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_do_not_hang_on_the_order_of_the_dimensions() {
        let dimension = |label: &str, role: Role, categories: [&str; 2]| Dimension {
            id: label.into(),
            label: label.into(),
            role,
            categories: categories.map(|own| (own.to_string(), own.to_string())).to_vec(),
            ..Dimension::default()
        };
        let all = [
            dimension("alder", Role::Other, ["0-17", "18+"]),
            dimension("region", Role::Other, ["Asker", "Bærum"]),
            dimension("tjeneste", Role::Other, ["BPA", "x"]),
            dimension("år", Role::Time, ["2023", "2024"]),
        ];
        let rows = |order: [usize; 4]| {
            let cube = Cube {
                contents: "12292: Brukere av BPA,".into(),
                dimensions: order.map(|own| all[own].clone()).to_vec(),
                ..Cube::default()
            };
            // Each value is told by its categories.
            let number = |place: usize| {
                let at = cube.coordinates(place);
                let own = order.iter().zip(at).map(|(dimension, own)| own << dimension);
                Value::Number(own.sum::<usize>() as f64)
            };
            let cube = Cube { values: (0..16).map(number).collect(), ..cube.clone() };
            cube.document("t", Text::default()).grids.remove(0).rows
        };
        let first = rows([0, 1, 2, 3]);
        let texts: Vec<String> = first[1].cells.iter().map(|cell| cell.text().into_owned()).collect();
        assert_eq!(texts, ["region", "alder", "tjeneste", "year", "Brukere av BPA"]);
        for order in [[3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1], [1, 3, 2, 0]] {
            assert_eq!(rows(order), first, "{order:?}");
        }
    }

    #[test]
    fn values_without_a_dimension_of_contents_are_called_as_the_title_says() {
        for (title, what) in [
            ("07459: Folkemengde, etter region, alder og år", "Folkemengde"),
            ("Brukere av BPA, etter region", "Brukere av BPA"),
            ("Population by region and age", "Population"),
            ("T", "T"),
            ("Refusjon: region", "Refusjon: region"),
        ] {
            assert_eq!(what_of(title), what, "{title}");
        }
    }
}

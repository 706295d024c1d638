//! What a file holds once its format no longer matters: rows of cells, each with its place, so that messages can name it.

use crate::error::Problem;
use crate::text::{Lang, Message, Text, say};
use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, trimmed and not empty.
    Text(String),
    /// A number that the file knows to be one.
    Number(f64),
    /// A date: year, month, day.
    Date(i32, u32, u32),
    /// What a spreadsheet has instead of a value. It is something: read as empty it would be nobody's number.
    Fault(Fault),
}

/// Why a cell that is not empty has no value.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// An error, as it is shown.
    Error(String),
    /// A formula that no program has computed yet.
    NoValue,
    /// Hours and minutes, which a program may also have made of a number.
    Duration(String),
    /// Digits that are text among numbers: the last may be a raised mark.
    Raised(String),
}

/// What is shown of a formula without a value.
const FORMULA: &str = "=…";

impl Cell {
    /// A cell of a text, whatever space stands around it.
    pub fn of(text: &str) -> Cell {
        match text.trim_matches(is_space) {
            "" => Cell::Empty,
            text if is_error(text) => Cell::Fault(Fault::Error(text.to_string())),
            text => Cell::Text(text.to_string()),
        }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        *self == Cell::Empty
    }

    /// What stands in it, as text.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Number(number) => Cow::Owned(number.to_string()),
            Cell::Date(year, month, day) => Cow::Owned(format!("{year:04}-{month:02}-{day:02}")),
            Cell::Fault(Fault::Error(text) | Fault::Duration(text) | Fault::Raised(text)) => {
                Cow::Borrowed(text)
            }
            Cell::Fault(Fault::NoValue) => Cow::Borrowed(FORMULA),
        }
    }
}

/// Whether a text is an error as spreadsheets show it, in any of their languages: `#REF!`, `#NAVN?`, `#I/T`, `Err:502`.
fn is_error(text: &str) -> bool {
    const WITHOUT_END: [&str; 3] = ["#N/A", "#I/T", "#GETTING_DATA"];
    let own = |rest: &str| rest.strip_suffix(['!', '?']).is_some_and(is_word);
    let is_number = |rest: &str| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit());
    WITHOUT_END.contains(&text)
        || text.strip_prefix('#').is_some_and(own)
        || ["Err:", "Feil:"].iter().any(|word| text.strip_prefix(word).is_some_and(is_number))
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '/')
}

/// Space as programs write it: also those that do not break, and narrow ones.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// A text in small letters with single spaces, as names and headings are compared.
pub fn folded(text: &str) -> String {
    let text = composed(text);
    let mut out = String::with_capacity(text.len());
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        match word.is_ascii() {
            true => out.extend(word.bytes().map(|b| char::from(b.to_ascii_lowercase()))),
            false => out += &word.to_lowercase(),
        }
    }
    out
}

/// A text whose letters have their marks in them: systems of Apple's write the ring of an å after an a.
fn composed(text: &str) -> Cow<'_, str> {
    const MARKS: [(char, &str, &str); 4] = [
        ('\u{30a}', "aA", "åÅ"),
        ('\u{301}', "aAeEnNcC", "áÁéÉńŃćĆ"),
        ('\u{308}', "aAoO", "äÄöÖ"),
        ('\u{30c}', "cCsSzZ", "čČšŠžŽ"),
    ];
    if text.is_ascii() || !text.contains(|c| MARKS.iter().any(|(mark, ..)| *mark == c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let own = MARKS.iter().find(|(mark, ..)| *mark == c).and_then(|(_, plain, marked)| {
            let place = plain.chars().position(|own| out.ends_with(own))?;
            marked.chars().nth(place)
        });
        match own {
            Some(own) => {
                out.pop();
                out.push(own);
            }
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// A text without hyphens at the end of its lines, which headings in narrow columns have.
pub fn unbroken(text: &str) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let own = line.trim_end_matches(['\n', '\r']);
        let word = own.strip_suffix('-').filter(|word| word.ends_with(char::is_alphabetic));
        match word {
            Some(word) if own.len() < line.len() => out += word,
            _ => out += line,
        }
    }
    out
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its number in the file or on the sheet, from 1.
    pub number: usize,
    /// Its cells from the first column on.
    pub cells: Vec<Cell>,
}

impl Line {
    /// Puts a cell in a column that the row has.
    pub fn set(&mut self, column: usize, cell: Cell) {
        if let Some(own) = self.cells.get_mut(column) {
            *own = cell;
        }
    }

    /// What stands in some columns together: the number and the name of a municipality.
    pub fn label(&self, columns: &[usize]) -> String {
        let own: Vec<_> = columns.iter().map(|column| self.cell(*column).text()).collect();
        own.join(" ").trim().to_string()
    }

    /// A cell; empty where the row has none.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Cells with something in them, with their columns.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
    }
}

/// Where rows come from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The file, by name.
    pub file: Arc<str>,
    /// The sheet, where the file has such.
    pub sheet: Option<Arc<str>>,
    /// Whether rows are lines of the file: those of a cube stand nowhere.
    pub lines: bool,
    /// Whether rows are columns of the file, and the other way round: messages name cells as they stand in the file.
    pub turned: bool,
    /// Where labels below each other in one column were laid in columns of their own: the first of those, and the one in which
    /// they stand in the file.
    pub labels: Option<(usize, usize)>,
}

impl Source {
    /// A problem in a row: with its cell on a sheet, with its line in a text.
    pub fn problem(&self, line: usize, column: Option<usize>, what: impl Message) -> Problem {
        let problem = Problem::new(what);
        let column = column.map(|column| self.in_file(column));
        let (line, column) = match (self.turned, column) {
            (true, Some(column)) => (column + 1, Some(line - 1)),
            (true, None) => return problem.file(self.place(line).get(Lang::Nb)),
            (false, column) => (line, column),
        };
        match &self.sheet {
            Some(sheet) => problem.file(format!("{sheet}!{}{line}", column.map(letters).unwrap_or_default())),
            // As programs that show it as a sheet call the column.
            None if self.lines => {
                let problem = problem.file(&*self.file).line(line);
                column.map(letters).map_or(problem.clone(), |column| problem.key(column))
            }
            None => problem.file(&*self.file),
        }
    }

    /// The column of the file in which something of a column stands.
    pub fn in_file(&self, column: usize) -> usize {
        self.labels.filter(|(first, _)| column >= *first).map_or(column, |(_, own)| own)
    }

    /// A column as notes tell of it, which in a table that is laid otherwise is a line; `starts` where it begins a sentence.
    pub fn column(&self, column: usize, starts: bool) -> Text {
        let column = self.in_file(column);
        let name = if self.turned { (column + 1).to_string() } else { letters(column) };
        match (starts, self.turned) {
            (true, true) => say::ImportPlaceLine { name }.text(),
            (true, false) => say::ImportPlaceColumn { name }.text(),
            (false, true) => say::ImportWithinLine { name }.text(),
            (false, false) => say::ImportWithinColumn { name }.text(),
        }
    }

    /// A problem with the whole.
    pub fn whole(&self, what: impl Message) -> Problem {
        Problem::new(what).file(self.name())
    }

    /// The file, and the sheet where it has such.
    pub fn name(&self) -> String {
        match &self.sheet {
            Some(sheet) => format!("{}, {sheet}", self.file),
            None => self.file.to_string(),
        }
    }

    /// A row as notes tell of it.
    pub fn place(&self, line: usize) -> Text {
        let inside = if self.turned { letters(line - 1) } else { line.to_string() };
        Text::same(match &self.sheet {
            Some(sheet) => format!("{sheet}!{inside}"),
            None => format!("{}:{inside}", self.file),
        })
    }
}

/// A column as spreadsheets name it: A, B, … Z, AA …
pub fn letters(column: usize) -> String {
    const LETTERS: usize = 26;
    let mut rest = column + 1;
    let mut name = Vec::new();
    while rest > 0 {
        rest -= 1;
        name.push(char::from(b'A' + (rest % LETTERS) as u8));
        rest /= LETTERS;
    }
    name.iter().rev().collect()
}

/// Numbers of rows or columns, from 1, in spans from one to another.
pub type Spans = Vec<RangeInclusive<usize>>;

/// What a workbook keeps from being seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hidden {
    /// Whether it is the whole sheet.
    pub sheet: bool,
    /// Its hidden rows, by a filter or by hand.
    pub rows: Spans,
    /// Its hidden columns.
    pub columns: Spans,
}

/// Rows of one sheet or text.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Where they come from.
    pub source: Source,
    /// The rows, empty ones too where the format has them.
    pub rows: Vec<Line>,
    /// What of it is hidden.
    pub hidden: Hidden,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its sheets; one where the format has no such.
    pub grids: Vec<Grid>,
    /// What was chosen on the way: encoding, separator.
    pub told: Vec<Text>,
    /// Whether it is a text whose cells commas part.
    pub commas: bool,
    /// What is in it, where it says so itself: the dimensions of a cube, its values, its marks.
    pub content: Option<Text>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn errors_of_spreadsheets_are_no_text() {
        for text in ["#REF!", "#DIV/0!", "#N/A", "#I/T", "#VERDI!", "#NAVN?", "#NULL!", "Err:502"] {
            assert_eq!(Cell::of(text), Cell::Fault(Fault::Error(text.into())), "{text}");
        }
        for text in ["# Kilde!", "#1", "#", "#!", "Err:", "A#!", "#kari!"] {
            assert!(matches!(Cell::of(text), Cell::Text(_)), "{text}");
        }
    }

    #[test]
    fn space_of_any_kind_stands_around_nothing() {
        assert_eq!(Cell::of("\u{a0}12\u{202f}"), Cell::Text("12".into()));
        assert_eq!(Cell::of(" \u{feff}\t"), Cell::Empty);
        assert_eq!(folded("Ma\u{30a}lselv, Porsa\u{301}ŋgu, C\u{30c}"), "målselv, porsáŋgu, č");
        assert_eq!(folded(" Nord-Aurdal\u{a0} KOMMUNE"), "nord-aurdal kommune");
    }
}

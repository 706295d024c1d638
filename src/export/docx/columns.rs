//! How wide a table's columns are, how small its letters, and whether its page lies: so that every number stands on one line
//! and nothing is cut off on A4.

use super::styles::MARGIN;
use crate::export::vector::letters;
use crate::report::document::{Cell, Row, Table};

/// Room for text across a page of A4 that stands, twips, with margins of 25 mm.
pub const STANDING: u32 = 9_072;
/// The same where the page lies.
pub const LYING: u32 = 14_004;
/// Size of a table's letters, half points; that of the styles.
pub const USUAL: u32 = 17;
/// What is tried, the best first: whether the page lies, the room across it, and the size of letters.
const TRIED: [(bool, u32, u32); 4] =
    [(false, STANDING, USUAL), (false, STANDING, 16), (true, LYING, USUAL), (true, LYING, 15)];
/// The smallest letters, where words must be broken too.
const SMALLEST: u32 = 14;
/// How much smaller small print is, half points, and how small it is at least.
const SMALLER: u32 = 2;
const SMALLEST_PRINT: u32 = 13;
/// How much of a page the first column takes at least where its words need it.
const FIRST: f64 = 0.2;
/// Lines of the longest table that is kept whole on a page: a good third of it.
const KEPT_WHOLE: u32 = 28;
/// How much of a page one column takes at most where its words can be on several lines.
const WIDEST: f64 = 0.42;
/// How full a table's row is before its columns are stretched over the whole page.
const NEARLY_FULL: f64 = 0.72;
/// What programs set words wider than reckoned.
const SLACK: f64 = 1.03;

/// How a table is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Whether the page lies.
    pub lying: bool,
    /// Size of letters, half points.
    pub size: u32,
    /// Width of every column, twips.
    pub widths: Vec<u32>,
    /// Whether words too long for their column get places to be broken at.
    pub breaks: bool,
    /// Whether all of it stands on one page.
    pub whole: bool,
}

impl Layout {
    /// Size of small print.
    pub fn small(&self) -> u32 {
        small(self.size)
    }

    /// The first way of setting a table that fits.
    pub fn of(table: &Table) -> Layout {
        for (lying, room, size) in TRIED {
            if let Some(widths) = shared(&wanted(table, size, room), room) {
                return Layout { lying, size, widths, breaks: false, whole: false }.measured(table);
            }
        }
        let wanted = wanted(table, SMALLEST, LYING);
        let all: f64 = wanted.iter().map(|width| width.least).sum();
        let share = |width: &Wanted| (width.least / all * f64::from(LYING)) as u32;
        let widths = wanted.iter().map(share).collect();
        Layout { lying: true, size: SMALLEST, widths, breaks: true, whole: false }.measured(table)
    }

    /// With what its lines come to.
    fn measured(self, table: &Table) -> Layout {
        let lines: u32 = table.rows.iter().map(|row| self.lines(row) + u32::from(row.group.is_some())).sum();
        Layout { whole: lines <= KEPT_WHOLE, ..self }
    }

    /// Lines of a row: those of its highest cell.
    fn lines(&self, row: &Row) -> u32 {
        let lines = |text: &str, column: usize, size: u32| -> u32 {
            let room = self.widths.get(column).map_or(1, |own| own.saturating_sub(2 * MARGIN).max(1));
            if text.is_empty() { 0 } else { (width(text, size, row.sum) / f64::from(room)).ceil() as u32 }
        };
        let head = lines(&row.head, 0, self.size) + lines(&row.small_print(), 0, self.small());
        let cells = row.cells.iter().zip(1..).map(|(cell, column)| match cell {
            Cell::Text(text) => lines(text, column, self.size),
            Cell::Estimate { shown_interval, direction, .. } => {
                1 + lines(shown_interval, column, self.small()) + lines(direction, column, self.small())
            }
            Cell::Number { .. } | Cell::Missing(_) => 1,
        });
        cells.fold(head, u32::max)
    }

    /// A text with places to break words that are too long for their column.
    pub fn broken(&self, text: &str, column: usize, bold: bool) -> String {
        let room = self.widths.get(column).map_or(0, |width| width.saturating_sub(2 * MARGIN));
        let long = |word: &str| width(word, self.size, bold) > f64::from(room);
        match self.breaks {
            true => text
                .split(' ')
                .map(|word| if long(word) { syllables(word) } else { word.into() })
                .collect::<Vec<_>>()
                .join(" "),
            false => text.to_string(),
        }
    }
}

/// Twips of a text of a size in half points.
fn width(text: &str, size: u32, bold: bool) -> f64 {
    // A half point is ten twips.
    letters::width(text, f64::from(size) * 10.0, bold) * SLACK
}

/// Size of small print beside letters of a size.
fn small(size: u32) -> u32 {
    (size - SMALLER).max(SMALLEST_PRINT)
}

/// Width of a column: the least at which no word or number is broken, and the one at which nothing is.
struct Wanted {
    least: f64,
    best: f64,
}

fn wanted(table: &Table, size: u32, room: u32) -> Vec<Wanted> {
    (0..table.columns.len())
        .map(|column| {
            let mut wanted = Wanted { least: 0.0, best: 0.0 };
            wanted.words(&table.columns[column], size, true);
            for row in &table.rows {
                wanted.row(row, column, size);
            }
            let (margins, room) = (f64::from(2 * MARGIN), f64::from(room));
            if column == 0 {
                wanted.least = wanted.least.max(wanted.best.min(room * FIRST));
            }
            let best = wanted.best.min(room * WIDEST).max(wanted.least);
            Wanted { least: wanted.least + margins, best: best + margins }
        })
        .collect()
}

impl Wanted {
    fn words(&mut self, text: &str, size: u32, bold: bool) {
        let words = text.split_inclusive([' ', '-']).map(|word| width(word.trim_end(), size, bold));
        self.least = words.fold(self.least, f64::max);
        // Heads stand on a few lines rather than make their column wide.
        let lines = if bold { 3.0 } else { 1.0 };
        self.best = self.best.max(width(text, size, bold) / lines);
    }

    fn number(&mut self, text: &str, size: u32, bold: bool) {
        let own = width(text, size, bold);
        (self.least, self.best) = (self.least.max(own), self.best.max(own));
    }

    fn row(&mut self, row: &Row, column: usize, size: u32) {
        let Some(place) = column.checked_sub(1) else {
            self.words(&row.head, size, false);
            return self.words(&row.small_print(), small(size), false);
        };
        match row.cells.get(place) {
            Some(Cell::Text(text)) => self.words(text, size, false),
            Some(Cell::Number { shown, .. }) => self.number(shown, size, row.sum),
            Some(Cell::Estimate { shown, shown_interval, direction, .. }) => {
                self.number(shown, size, row.sum);
                self.number(shown_interval, small(size), false);
                self.words(direction, small(size), false);
            }
            Some(Cell::Missing(_)) | None => {}
        }
    }
}

/// The room shared out, if it is enough.
fn shared(wanted: &[Wanted], room: u32) -> Option<Vec<u32>> {
    let room = f64::from(room);
    let (least, best) = wanted.iter().fold((0.0, 0.0), |(a, b), width| (a + width.least, b + width.best));
    if least > room {
        return None;
    }
    let own = |width: &Wanted| {
        let more = width.best - width.least;
        let stretched = match best {
            _ if best > room => width.least + more * (room - least) / (best - least),
            _ if best > room * NEARLY_FULL => width.best * room / best,
            _ => width.best,
        };
        stretched as u32
    };
    Some(wanted.iter().map(own).collect())
}

/// A word with soft hyphens where a syllable may begin: before a consonant that a vowel follows.
fn syllables(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let vowel = |i: usize| letters.get(i).is_some_and(|c| "aeiouyæøåAEIOUYÆØÅ".contains(*c));
    let mut text = String::new();
    for (i, c) in letters.iter().enumerate() {
        let begins = i > 2 && i + 3 < letters.len() && c.is_alphabetic() && !vowel(i) && vowel(i + 1);
        if begins && letters[i - 2..i].iter().all(|c| c.is_alphabetic()) {
            text.push('\u{ad}');
        }
        text.push(*c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: usize, head: &str, shown: &str) -> Table {
        let cell = |_| Cell::Estimate {
            mean: 1.0,
            interval: Some((0.0, 2.0)),
            shown: shown.into(),
            shown_interval: format!("[{shown}; {shown}]"),
            direction: String::new(),
        };
        let row = Row::new("Kommunenes netto for BPA, etter uttrekk", (1..columns).map(cell).collect());
        let (title, sheet, unit) = (String::new(), String::new(), String::new());
        let columns =
            (0..columns).map(|i| if i == 0 { "Størrelse".into() } else { head.to_string() }).collect();
        Table {
            id: "x",
            title,
            sheet,
            unit,
            columns,
            rows: vec![row],
            notes: vec![],
            sources: vec![],
            long: false,
        }
    }

    #[test]
    fn tables_fill_a_page_that_stands_then_one_that_lies_and_are_never_wider() {
        let narrow = Layout::of(&table(3, "Modell A", "1 200"));
        assert!(!narrow.lying && narrow.widths.iter().sum::<u32>() < STANDING, "{narrow:?}");
        let usual = Layout::of(&table(5, "Modell A minus Nullalternativet", "1\u{a0}200"));
        assert!(!usual.lying && usual.size == USUAL, "{usual:?}");
        let wide = Layout::of(&table(8, "Nullalternativet", "12\u{a0}200"));
        assert!(wide.lying && !wide.breaks && wide.widths.iter().sum::<u32>() <= LYING, "{wide:?}");
        let widest = Layout::of(&table(16, "Nullalternativet", "12\u{a0}200"));
        assert!(widest.breaks && widest.widths.iter().sum::<u32>() <= LYING, "{widest:?}");
        assert_eq!(widest.broken("per innbyggere, 2026", 1, true), "per inn\u{ad}byg\u{ad}gere, 2026");
    }

    #[test]
    fn numbers_stay_whole() {
        let layout = Layout::of(&table(6, "Modell", "12\u{a0}200"));
        let interval = width("[12\u{a0}200; 12\u{a0}200]", layout.small(), false);
        assert!(
            layout.widths[1..].iter().all(|own| f64::from(own - 2 * MARGIN) >= interval - 1.0),
            "{layout:?}"
        );
    }
}

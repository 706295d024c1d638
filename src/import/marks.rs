//! Numbers and what stands in their place: a decimal comma or point, spaces between thousands, and the marks that say why there
//! is no number. A mark is never a number, but for the line, which Statistics Norway writes for an exact zero.

use super::cell_units;
use super::cells::{Cell, Grid};
use crate::scenario::number::{may_be_thousand_times, understand};

/// Why there is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// `.`: it cannot exist.
    Impossible,
    /// `..`: it is not known.
    Unknown,
    /// `:`: it is kept back.
    KeptBack,
    /// `-`: exactly none.
    Zero,
}

/// All marks.
pub const MARKS: [Mark; 4] = [Mark::Impossible, Mark::Unknown, Mark::KeptBack, Mark::Zero];

impl Mark {
    /// How it is written.
    pub fn written(self) -> &'static str {
        match self {
            Mark::Impossible => ".",
            Mark::Unknown => "..",
            Mark::KeptBack => ":",
            Mark::Zero => "-",
        }
    }

    /// The mark that a text is, if any: dots by their number, as PC-Axis has them, and what municipalities write for a few.
    pub fn read(text: &str) -> Option<Mark> {
        if !text.is_empty() && text.chars().all(|c| c == '.') {
            return Some(match text.len() {
                1 => Mark::Impossible,
                3 => Mark::KeptBack,
                _ => Mark::Unknown,
            });
        }
        const FEW: [&str; 8] = [":", "*", "<5", "<4", "<3", "1-4", "1–4", "1-3"];
        match text.replace(' ', "").as_str() {
            "-" | "–" | "—" | "−" => Some(Mark::Zero),
            "…" => Some(Mark::Unknown),
            few if FEW.contains(&few) => Some(Mark::KeptBack),
            _ => None,
        }
    }

    /// The mark that offices write as words; files of Statistics Norway's have none of them.
    fn in_words(text: &str) -> Option<Mark> {
        match text.replace(' ', "").to_lowercase().as_str() {
            "x" | "**" => Some(Mark::KeptBack),
            "n/a" | "na" | "ukjent" | "ukjend" | "unknown" | "mangler" | "manglar" => Some(Mark::Unknown),
            few => is_few(few).then_some(Mark::KeptBack),
        }
    }
}

/// Whether a text without spaces says only that persons are few: below a number of one digit or ten, or from none or one to such.
fn is_few(text: &str) -> bool {
    const BELOW: [&str; 9] =
        ["<", "≤", "<=", "under", "færreenn", "mindreenn", "fewerthan", "lessthan", "below"];
    let small = |own: &str| matches!(own.parse::<u32>(), Ok(3..=10));
    let between = || {
        text.split_once(['-', '–', '—', '‑'])
            .is_some_and(|(low, high)| matches!(low, "0" | "1") && small(high))
    };
    BELOW.iter().any(|word| text.strip_prefix(word).is_some_and(small)) || between()
}

/// A number without the marks of footnotes behind it; «16 1)» has a space before its mark.
fn noted(text: &str) -> &str {
    let marks = |c: char| matches!(c, '*' | '†' | '¹' | '²' | '³' | '⁴' | '⁵');
    let text = text.trim_end_matches(marks).trim_end();
    let of_mark = |own: &&str| own.len() == 1 && own.bytes().all(|b| b.is_ascii_digit());
    match text.strip_suffix(')').and_then(|own| own.rsplit_once(' ')) {
        Some((number, mark)) if of_mark(&mark) => number.trim_end(),
        _ => text,
    }
}

/// A number, or the mark in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A number.
    Number(f64),
    /// None.
    Mark(Mark),
}

/// What a cell that should hold a number holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// Nothing.
    Nothing,
    /// A number.
    Number(f64),
    /// A mark.
    Mark(Mark),
    /// `1,234`: the two numbers that it may be.
    Doubtful(String, String),
    /// Something else.
    Other,
}

/// How a file writes numbers, as far as its own cells settle it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Habit {
    /// What stands between thousands: `,` or `.`.
    thousands: Option<char>,
    /// What stands before decimals.
    decimals: Option<char>,
}

impl Habit {
    /// The habit of a whole sheet: a comma that stands before other than three digits is decimal; two of them in one number, or
    /// one before a point, stand between thousands. Where cells disagree nothing is settled.
    pub fn of(grid: &Grid) -> Habit {
        let mut seen = [[false; 2]; 2];
        let cells = grid.rows.iter().flat_map(|row| &row.cells);
        for text in cells.filter_map(|cell| if let Cell::Text(text) = cell { Some(text) } else { None }) {
            if !text.contains([',', '.']) || may_be_thousand_times(text) || understand(text).is_none() {
                continue;
            }
            for (own, mark) in [',', '.'].into_iter().enumerate() {
                let (count, last) = (text.matches(mark).count(), text.rfind([',', '.']));
                let is_last = count > 0 && last == text.rfind(mark);
                seen[0][own] |= count > 1 || count == 1 && !is_last;
                seen[1][own] |= count == 1 && is_last;
            }
        }
        let settled = |[comma, point]: [bool; 2]| match (comma, point) {
            (true, false) => Some(','),
            (false, true) => Some('.'),
            _ => None,
        };
        let (thousands, decimals) = (settled(seen[0]), settled(seen[1]));
        match thousands.is_some() && thousands == decimals {
            true => Habit::default(),
            false => Habit { thousands, decimals },
        }
    }

    /// What a cell holds.
    pub fn amount(self, cell: &Cell) -> Amount {
        let text = match cell {
            Cell::Empty => return Amount::Nothing,
            Cell::Number(number) => return Amount::Number(*number),
            Cell::Date(..) | Cell::Fault(_) => return Amount::Other,
            Cell::Text(text) => text.as_str(),
        };
        let read = |text: &str| understand(text).map_or(Amount::Other, |number| Amount::Number(number.value));
        // Nearly all cells of a large table.
        if text.bytes().all(|b| b.is_ascii_digit()) {
            return read(text);
        }
        if let Some(mark) = Mark::read(text).or_else(|| Mark::in_words(text)) {
            return Amount::Mark(mark);
        }
        let (text, unit) = cell_units::apart(text);
        // «kr -» is how spreadsheets show nothing.
        if let Some(mark) = unit.and_then(|_| Mark::read(text)) {
            return Amount::Mark(mark);
        }
        // «31 200 000,-», and marks of footnotes behind a number: «16*», «16 1)».
        let text = text.strip_suffix(",-").or(text.strip_suffix(",–")).unwrap_or(text);
        let text = if text.starts_with(|c: char| c.is_ascii_digit()) { noted(text) } else { text };
        if may_be_thousand_times(text) {
            return self.doubtful(text);
        }
        read(text)
    }

    /// `1,234`, read as the rest of the sheet has it.
    fn doubtful(self, text: &str) -> Amount {
        let (thousands, decimals) = (text.replace([',', '.'], ""), text.replace(',', "."));
        let mark = if text.contains(',') { ',' } else { '.' };
        let read = if self.thousands == Some(mark) || self.decimals.is_some_and(|own| own != mark) {
            thousands.parse().ok()
        } else if self.decimals == Some(mark) || self.thousands.is_some_and(|own| own != mark) {
            decimals.parse().ok()
        } else {
            None
        };
        read.map_or(Amount::Doubtful(thousands, decimals), Amount::Number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::cells::{Hidden, Line, Source};

    fn habit(cells: &[&str]) -> Habit {
        let row = Line { number: 1, cells: cells.iter().map(|text| Cell::of(text)).collect() };
        let source = Source { file: "t".into(), sheet: None, lines: true, turned: false, labels: None };
        Habit::of(&Grid { source, rows: vec![row], hidden: Hidden::default() })
    }

    #[test]
    fn a_thousand_or_one_is_settled_by_the_rest_of_the_sheet_alone() {
        let read = |cells: &[&str], text: &str| habit(cells).amount(&Cell::of(text));
        let both = Amount::Doubtful("1234".into(), "1.234".into());
        assert_eq!(read(&[], "1,234"), both);
        assert_eq!(read(&["38,5"], "1,234"), Amount::Number(1.234));
        assert_eq!(read(&["38,5"], "1.234"), Amount::Number(1234.0));
        assert_eq!(read(&["38.5"], "1,234"), Amount::Number(1234.0));
        assert_eq!(read(&["1,234,567"], "1,234"), Amount::Number(1234.0));
        assert_eq!(read(&["1.234,5"], "2.345"), Amount::Number(2345.0));
        assert_eq!(read(&["38.5", "38,5"], "1,234"), both);
        assert_eq!(read(&["1,000"], "1,234"), both);
        assert_eq!(read(&["01.03.2019"], "1,234"), both);
    }

    #[test]
    fn numbers_and_marks_are_kept_apart() {
        let read = |text: &str| Habit::default().amount(&Cell::of(text));
        for (text, number) in
            [("12", 12.0), ("1 234", 1234.0), ("1\u{a0}204\u{202f}500", 1_204_500.0), ("38,5", 38.5)]
        {
            assert_eq!(read(text), Amount::Number(number), "{text}");
        }
        for (text, mark) in [
            (".", Mark::Impossible),
            ("..", Mark::Unknown),
            (":", Mark::KeptBack),
            ("-", Mark::Zero),
            ("–", Mark::Zero),
            ("...", Mark::KeptBack),
            (".......", Mark::Unknown),
            ("< 5", Mark::KeptBack),
            ("Færre enn 5", Mark::KeptBack),
            ("under 10", Mark::KeptBack),
            ("≤ 4", Mark::KeptBack),
            ("1‑4", Mark::KeptBack),
            ("0-4", Mark::KeptBack),
            ("x", Mark::KeptBack),
        ] {
            assert_eq!(read(text), Amount::Mark(mark), "{text}");
        }
        for (text, number) in [
            ("16*", 16.0),
            ("16 1)", 16.0),
            ("43²", 43.0),
            ("kr 31 200 000,00", 31_200_000.0),
            ("31 200 000,-", 31_200_000.0),
        ] {
            assert_eq!(read(text), Amount::Number(number), "{text}");
        }
        assert_eq!((read(""), read("ti"), read("1-2")), (Amount::Nothing, Amount::Other, Amount::Other));
    }
}

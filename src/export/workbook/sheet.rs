//! One table on a sheet: heads that can be read, one number format a column, widths that clip nothing, a filter.

use crate::report::layout::{width, wrap};
use rust_xlsxwriter::{Format, FormatAlign, Formula, Worksheet, XlsxError};
use std::ops::Range;

/// Widest column, in characters: longer texts take several lines.
const WIDEST: usize = 60;
/// Narrowest column, and what a filter's button takes of a head.
const NARROWEST: usize = 9;
/// Room for the button of the filter in the head.
const BUTTON: usize = 3;
/// Characters that stand on a page on its side, small.
const PAGE: usize = 220;
/// The number that workbooks give the paper.
const A4: u8 = 9;
/// Height of a line of text, points.
const LINE: f64 = 15.0;
/// Highest row that a sheet may have, points.
const HIGHEST: f64 = 400.0;

/// Most decimals that a whole column gets for the sake of one number.
const MOST_DECIMALS: usize = 2;

/// Longest text a cell may hold.
const LONGEST: usize = 32_000;

/// Text as text: never a formula, whatever it begins with.
pub(super) fn string(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let short: String = text.chars().take(LONGEST).collect();
    sheet.write_string_with_format(row, column, short, format).map(drop)
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// Words, or a code such as `0301`.
    Text,
    /// A calendar year.
    Year,
    /// Numbers, all with so many decimals.
    Decimals(usize),
    /// Numbers of which each has its own unit and size, as assumptions: the digits that each has.
    Own,
}

impl Kind {
    /// Numbers of which one has so many decimals: all have as many, unless that would drown the large ones in noughts.
    pub(super) fn of_decimals(most: usize) -> Kind {
        if most > MOST_DECIMALS { Kind::Own } else { Kind::Decimals(most) }
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) head: String,
    pub(super) kind: Kind,
}

impl Column {
    pub(super) fn new(head: impl Into<String>, kind: Kind) -> Column {
        Column { head: head.into(), kind }
    }

    pub(super) fn text(head: impl Into<String>) -> Column {
        Column::new(head, Kind::Text)
    }
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Empty,
    Text(String),
    Number(f64),
    /// A formula, and what it gives.
    Formula(String, f64),
}

impl Value {
    pub(super) fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }

    /// A number, or nothing.
    pub(super) fn number(number: Option<f64>) -> Value {
        number.map_or(Value::Empty, Value::Number)
    }
}

/// A table as it stands on a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Value>>,
    /// Columns that stay in sight.
    pub(super) frozen: u16,
}

impl Kind {
    /// The format of a column's cells.
    fn format(&self) -> Format {
        let format = Format::new().set_align(FormatAlign::Top);
        match self {
            // Apart from a number beside it.
            Kind::Text => format.set_num_format("@").set_text_wrap().set_indent(1),
            Kind::Year => format.set_num_format("0"),
            Kind::Decimals(0) => format.set_num_format("#,##0"),
            Kind::Decimals(n) => format.set_num_format(format!("#,##0.{}", "0".repeat(*n))),
            Kind::Own => format.set_num_format("General"),
        }
    }

    /// Characters that a cell takes.
    fn width(&self, value: &Value) -> usize {
        let decimals = match self {
            Kind::Decimals(0) | Kind::Year | Kind::Text => 0,
            Kind::Decimals(n) => n + 1,
            Kind::Own => 1 + decimals(value),
        };
        match value {
            Value::Empty => 0,
            Value::Text(text) => width(text),
            Value::Number(x) | Value::Formula(_, x) => {
                let whole = format!("{:.0}", x.abs()).len();
                whole + (whole.saturating_sub(1)) / 3 + decimals + usize::from(*x < 0.0)
            }
        }
    }
}

/// Decimals that a cell's number is written with in full.
fn decimals(value: &Value) -> usize {
    let Value::Number(x) = value else { return 0 };
    x.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

impl Sheet {
    /// Characters of every column: what its longest cell takes, and its head in a few lines.
    fn widths(&self) -> Vec<usize> {
        let of = |(place, column): (usize, &Column)| {
            let cells = self.rows.iter().filter_map(|row| row.get(place));
            let longest = cells.map(|value| column.kind.width(value)).max().unwrap_or(0);
            let word = column.head.split(' ').map(width).max().unwrap_or(0) + BUTTON;
            // A long head takes a few lines.
            let head = (width(&column.head) / 3 + BUTTON).max(word);
            (longest + 2).max(head).clamp(NARROWEST, WIDEST)
        };
        self.columns.iter().enumerate().map(of).collect()
    }

    /// The same without those of some columns that hold nothing, or nought alone.
    pub(super) fn without_nothing(mut self, columns: &[usize]) -> Sheet {
        let nothing = |place: &usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.get(*place));
            cells.all(|value| matches!(value, Value::Empty) || *value == Value::Number(0.0))
        };
        let mut out: Vec<usize> = columns.iter().copied().filter(nothing).collect();
        out.sort_unstable();
        for place in out.into_iter().rev() {
            self.columns.remove(place);
            self.rows.iter_mut().filter(|row| place < row.len()).for_each(|row| drop(row.remove(place)));
        }
        self
    }

    /// The same with as many decimals in some columns as the number among them that has most: an estimate and the ends of its
    /// interval are read together.
    pub(super) fn with_decimals_of(mut self, columns: Range<usize>) -> Sheet {
        let cells = self.rows.iter().filter_map(|row| row.get(columns.clone())).flatten();
        let most = cells.map(decimals).max().unwrap_or(0);
        for column in self.columns.get_mut(columns).into_iter().flatten() {
            column.kind = Kind::of_decimals(most);
        }
        self
    }

    /// Writes it from the first cell on, with a filter and heads that stay.
    pub(super) fn write(&self, sheet: &mut Worksheet, head: &Format) -> Result<(), XlsxError> {
        let widths = self.widths();
        let formats: Vec<Format> = self.columns.iter().map(|column| column.kind.format()).collect();
        let mut head_lines = 1;
        for ((place, column), wide) in (0u16..).zip(&self.columns).zip(&widths) {
            string(sheet, 0, place, &column.head, head)?;
            sheet.set_column_width(place, *wide as f64)?;
            sheet.set_column_format(place, &formats[usize::from(place)])?;
            head_lines = head_lines.max(wrap(&column.head, wide.saturating_sub(BUTTON)).len());
        }
        sheet.set_row_height(0, (LINE * head_lines as f64 + 3.0).min(HIGHEST))?;
        for (row, values) in (1u32..).zip(&self.rows) {
            let mut lines = 1;
            for ((place, value), wide) in (0u16..).zip(values).zip(&widths) {
                let format = &formats[usize::from(place)];
                match value {
                    Value::Empty => {}
                    Value::Text(text) => {
                        string(sheet, row, place, text, format)?;
                        if width(text) >= *wide {
                            lines = lines.max(wrap(text, wide.saturating_sub(1)).len());
                        }
                    }
                    Value::Number(x) => drop(sheet.write_number_with_format(row, place, *x, format)?),
                    Value::Formula(formula, result) => {
                        let formula = Formula::new(formula).set_result(result.to_string());
                        sheet.write_formula_with_format(row, place, formula, format)?;
                    }
                }
            }
            if lines > 1 {
                sheet.set_row_height(row, (LINE * lines as f64).min(HIGHEST))?;
            }
        }
        let (last_row, last_column) = (self.rows.len() as u32, self.columns.len().saturating_sub(1) as u16);
        if last_row > 0 {
            sheet.autofilter(0, 0, last_row, last_column)?;
        }
        sheet.set_freeze_panes(1, self.frozen)?;
        // On paper: the heads on every page, and as many pages beside each other as can be read.
        let pages = widths.iter().sum::<usize>().div_ceil(PAGE).max(1);
        sheet
            .set_repeat_rows(0, 0)?
            .set_paper_size(A4)
            .set_landscape()
            .set_print_fit_to_pages(pages as u16, 0);
        if pages > 1 && self.frozen > 0 {
            sheet.set_repeat_columns(0, self.frozen - 1)?;
        }
        Ok(())
    }
}

/// A letter or two for a column, as formulas name it.
pub(super) fn letter(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_formulas_name_them() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letter), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }

    #[test]
    fn columns_of_nothing_are_left_out_where_that_is_wished() {
        let row = |x: f64| vec![Value::Number(0.0), Value::Number(x), Value::Empty];
        let columns = ["a", "b", "c"].map(Column::text).to_vec();
        let sheet = Sheet { columns, rows: vec![row(0.0), row(2.0)], frozen: 0 };
        let left = sheet.without_nothing(&[2, 0, 1]);
        assert_eq!(left.columns, [Column::text("b")]);
        assert_eq!(left.rows, [[Value::Number(0.0)], [Value::Number(2.0)]]);
    }

    #[test]
    fn a_column_is_as_wide_as_its_longest_cell_and_word() {
        let sheet = Sheet {
            columns: vec![
                Column::text("Kommune"),
                Column::new("Endring fra nullalternativet", Kind::Decimals(1)),
                Column::text("x"),
            ],
            rows: vec![
                vec![Value::text("Nordre Follo"), Value::Number(-1_234_567.0), Value::text("y".repeat(300))],
                vec![Value::Empty, Value::Formula("=1+1".into(), 2.0), Value::Empty],
            ],
            frozen: 0,
        };
        assert_eq!(sheet.widths(), [14, 19, WIDEST]);
        let left = sheet.without_nothing(&[1, 2]);
        assert_eq!(left.columns.len(), 3, "every column has something");
    }
}

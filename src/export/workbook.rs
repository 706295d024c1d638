//! `results.xlsx`: one table a sheet from the first cell, typed cells, frozen heads, native charts, and first a
//! sheet that says what the run was.

use crate::error::{Error, Result};
use crate::report::document::{Cell, Document, Figure, Table};
use crate::report::outline::Outline;
use crate::report::run::Run;
use crate::report::texts::Texts;
use crate::text::{Lang, say};
use rust_xlsxwriter::{
    Chart, ChartType, DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook, Worksheet, XlsxError,
};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Longest text a cell may hold.
const LONGEST: usize = 32_000;
/// Longest name of a sheet.
const SHEET: usize = 31;
/// Figures with a chart in the workbook: a line a column, by the rows of their table.
const CHARTS: [&str; 5] =
    ["years-recipients", "years-hours", "years-municipality", "years-state", "years-relatives"];

/// The workbook's bytes: the same for the same run.
pub fn workbook(run: &Run, document: &Document, t: &Texts) -> Result<Vec<u8>> {
    // The library starts a thread for every sheet, and panics where it gets none.
    let built = catch_unwind(AssertUnwindSafe(|| build(run, document, t)));
    let built = built.map_err(|fault| {
        let told = fault.downcast_ref::<String>().map(String::as_str);
        let told = told.or(fault.downcast_ref::<&str>().copied()).unwrap_or_default();
        match told.starts_with(NO_THREAD) {
            true => Error::system(say::WORKBOOK_NEEDS_THREADS, io::Error::other(told)),
            false => Error::internal(say::WORKBOOK_CANNOT_BE_WRITTEN, told),
        }
    });
    built?.map_err(|e| Error::internal(say::WORKBOOK_CANNOT_BE_WRITTEN, e))
}

/// How the standard library begins to tell that a thread can't be had.
const NO_THREAD: &str = "failed to spawn thread";

struct Styles {
    head: Format,
    text: Format,
    /// Numbers with as many decimals as readers of the page see.
    numbers: [Format; DECIMALS + 1],
    lang: Lang,
}

/// Most decimals of a number.
const DECIMALS: usize = 6;

fn build(run: &Run, document: &Document, t: &Texts) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed date: the same run gives the same bytes.
    let properties = DocProperties::new()
        .set_title(document.name())
        .set_comment(document.stamp_line())
        .set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?);
    book.set_properties(&properties);
    let styles = Styles {
        head: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top),
        text: Format::new().set_num_format("@"),
        numbers: std::array::from_fn(|decimals| {
            let point = if decimals > 0 { "." } else { "" };
            Format::new().set_num_format(format!("#,##0{point}{}", "0".repeat(decimals)))
        }),
        lang: t.lang,
    };
    about(&mut book, run, document, t, &styles)?;
    let mut names = vec![t.get(say::SHEET_ABOUT), t.get(say::SHEET_CONTENTS)];
    let tables: Vec<(String, &Table)> =
        document.tables().map(|table| (sheet_name(&table.sheet, &mut names), table)).collect();
    contents(&mut book, &tables, &Outline::of(document), t, &styles)?;
    for (name, table) in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(&name)?;
        write(sheet, table, t, &styles)?;
        if let Some(figure) = document.figures().find(|f| f.data.id == table.id && CHARTS.contains(&f.id)) {
            chart(sheet, figure, &name)?;
        }
    }
    book.save_to_buffer()
}

/// A name no other sheet has, as short as sheets' names must be.
fn sheet_name(wanted: &str, names: &mut Vec<String>) -> String {
    let clean = |s: &str, most: usize| -> String {
        s.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(most).collect()
    };
    let mut name = clean(wanted, SHEET);
    let mut n = 2;
    while names.contains(&name) {
        name = format!("{} {n}", clean(wanted, SHEET - 3));
        n += 1;
    }
    names.push(name.clone());
    name
}

fn about(
    book: &mut Workbook,
    run: &Run,
    document: &Document,
    t: &Texts,
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(t.get(say::SHEET_ABOUT))?;
    let about = &run.about;
    let interval = t.get(if about.draws > 1 { say::STAMP_INTERVAL } else { say::STAMP_NO_INTERVAL });
    let own = if document.own.is_empty() { t.get(say::NO) } else { document.own.clone() };
    let part = about.scenario.part_of_country.as_ref();
    let part = part.map(|part| (say::ABOUT_PART, part.get(t.lang).to_string()));
    let rows = [
        (say::ABOUT_TITLE, document.title.clone()),
        (say::ABOUT_SCENARIO, format!("{} ({})", document.subtitle, about.scenario.name)),
        (say::ABOUT_RUN, about.run_id.clone()),
        (say::ABOUT_VERSION, about.version.clone()),
        (say::ABOUT_PRICE_YEAR, about.price_year.to_string()),
        (say::ABOUT_DRAWS, about.draws.to_string()),
        (say::ABOUT_INTERVAL, interval),
        (say::ABOUT_OWN, own),
        (say::ABOUT_COMMAND, about.repeat.join(" ")),
        (say::ABOUT_FINGERPRINT, about.fingerprint.clone()),
        (say::ABOUT_LIMITS, t.get(say::ABOUT_LIMITS_TEXT)),
    ];
    sheet.write_with_format(0, 0, t.get(say::COLUMN_FIELD), &styles.head)?;
    sheet.write_with_format(0, 1, t.get(say::COLUMN_CONTENT), &styles.head)?;
    for (row, (id, content)) in (1..).zip(rows.into_iter().chain(part)) {
        string(sheet, row, 0, &t.get(id), &styles.text)?;
        string(sheet, row, 1, &content, &styles.text)?;
    }
    sheet.set_column_width(0, 28)?.set_column_width(1, 110)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// What each sheet shows, and what must be known to read it.
fn contents(
    book: &mut Workbook,
    tables: &[(String, &Table)],
    outline: &Outline<'_>,
    t: &Texts,
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(t.get(say::SHEET_CONTENTS))?;
    let heads =
        [say::COLUMN_SHEET, say::COLUMN_TABLE, say::COLUMN_MEASURE, say::COLUMN_ABOUT, say::COLUMN_FILES];
    for ((column, head), width) in (0..).zip(heads).zip([34, 70, 34, 90, 24]) {
        string(sheet, 0, column, &t.get(head), &styles.head)?;
        sheet.set_column_width(column, width)?;
    }
    for (row, (name, table)) in (1..).zip(tables) {
        let link = Url::new(format!("internal:'{name}'!A1")).set_text(name.as_str());
        sheet.write_url(row, 0, link)?;
        let label = outline.label(table.id, t);
        let title = if label.is_empty() { table.title.clone() } else { format!("{label}. {}", table.title) };
        let texts = [&title, &table.unit, &table.notes.join(" "), &table.sources.join(", ")];
        for (column, text) in (1..).zip(texts) {
            string(sheet, row, column, text, &styles.text)?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// Text as text: never a formula, whatever it begins with.
fn string(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> std::result::Result<(), XlsxError> {
    let short: String = text.chars().take(LONGEST).collect();
    sheet.write_string_with_format(row, column, short, format).map(drop)
}

/// Columns of an estimate: the mean and the ends of its interval, whole, and all as readers of the page see it.
const ESTIMATE: u16 = 4;

/// One table: a heading of rows, small print and a common unit take a column each.
fn write(
    sheet: &mut Worksheet,
    table: &Table,
    t: &Texts,
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    let grouped = table.rows.iter().any(|r| r.group.is_some());
    let told = table.rows.iter().any(|r| !r.about.is_empty());
    let measured = table.is_measured();
    let wide: Vec<bool> = (1..table.columns.len())
        .map(|c| {
            table
                .rows
                .iter()
                .any(|r| matches!(r.cells.get(c - 1), Some(Cell::Estimate { interval: Some(_), .. })))
        })
        .collect();
    let mut heads = Vec::new();
    heads.extend(grouped.then(|| t.get(say::COLUMN_GROUP)));
    heads.push(table.columns[0].clone());
    heads.extend(told.then(|| t.get(say::COLUMN_ABOUT)));
    heads.extend(measured.then(|| t.get(say::COLUMN_MEASURE)));
    let first = heads.len();
    for (name, wide) in table.columns[1..].iter().zip(&wide) {
        heads.push(name.clone());
        if *wide {
            heads.push(t.get(say::ColumnLow { column: name }));
            heads.push(t.get(say::ColumnHigh { column: name }));
            heads.push(t.get(say::ColumnShown { column: name }));
        }
    }
    for (column, head) in (0..).zip(&heads) {
        string(sheet, 0, column, head, &styles.head)?;
        sheet.set_column_width(column, if usize::from(column) < first { 34 } else { 17 })?;
    }
    let mut group = String::new();
    for (row, line) in (1..).zip(&table.rows) {
        let mut column = 0;
        if let Some(name) = &line.group {
            group.clone_from(name);
        }
        let unit = (measured, line.unit.as_ref().unwrap_or(&table.unit));
        let texts = [(grouped, &group), (true, &line.head), (told, &line.about), unit];
        for (_, text) in texts.into_iter().filter(|(there, _)| *there) {
            string(sheet, row, column, text, &styles.text)?;
            column += 1;
        }
        for (cell, wide) in line.cells.iter().zip(&wide) {
            cells(sheet, row, column, cell, styles)?;
            column += if *wide { ESTIMATE } else { 1 };
        }
    }
    sheet.set_freeze_panes(1, first as u16)?;
    // On paper: the heads on every page, all columns on one.
    sheet.set_repeat_rows(0, 0)?.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

fn cells(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => string(sheet, row, column, text, &styles.text),
        Cell::Missing(missing) => string(sheet, row, column, missing.mark(), &styles.text),
        Cell::Number { value, shown } => number(sheet, row, column, *value, shown, styles),
        Cell::Estimate { mean, interval, shown, shown_interval, direction } => {
            number(sheet, row, column, *mean, shown, styles)?;
            let Some((low, high)) = interval else { return Ok(()) };
            number(sheet, row, column + 1, *low, shown, styles)?;
            number(sheet, row, column + 2, *high, shown, styles)?;
            let all = format!("{shown} {shown_interval} {direction}");
            string(sheet, row, column + 3, all.trim_end(), &styles.text)
        }
    }
}

fn number(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: f64,
    shown: &str,
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    let point = if styles.lang == Lang::En { '.' } else { ',' };
    let decimals =
        shown.split_once(point).map_or(0, |(_, rest)| rest.bytes().filter(u8::is_ascii_digit).count());
    sheet.write_number_with_format(row, column, value, &styles.numbers[decimals.min(DECIMALS)]).map(drop)
}

/// A native chart of a figure over years: a line for every model.
fn chart(sheet: &mut Worksheet, figure: &Figure, name: &str) -> std::result::Result<(), XlsxError> {
    let table = &figure.data;
    let last = table.rows.len() as u32;
    let wide = table
        .rows
        .iter()
        .any(|r| r.cells.iter().any(|c| matches!(c, Cell::Estimate { interval: Some(_), .. })));
    let step = if wide { usize::from(ESTIMATE) } else { 1 };
    let mut chart = Chart::new(ChartType::Line);
    // Years, their unit, then the series.
    let first = 1 + usize::from(table.is_measured());
    for series in 0..table.columns.len() - 1 {
        let column = (first + series * step) as u16;
        chart
            .add_series()
            .set_name((name, 0, column))
            .set_categories((name, 1, 0, last, 0))
            .set_values((name, 1, column, last, column));
    }
    chart.title().set_name(&figure.title);
    chart.set_width(760).set_height(400);
    chart.set_alt_text(shortened(&figure.alt, ALT_TEXT_LIMIT));
    let right = first + (table.columns.len() - 1) * step + 1;
    sheet.insert_chart(1, right as u16, &chart).map(drop)
}

/// Characters that a workbook's program takes of an alternative text.
const ALT_TEXT_LIMIT: usize = 255;

/// At most `limit` characters, cut between words.
fn shortened(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_string();
    }
    let cut: String = text.chars().take(limit - 1).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

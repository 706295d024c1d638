//! `results.xlsx`: one table a sheet from the first cell, typed cells, frozen heads, native charts, and first a
//! sheet that says what the run was and one that says what each sheet shows.

mod budget;
pub mod long;
mod sheet;
mod tables;

use crate::error::Result;
use crate::files::spreadsheet::made;
use crate::report::budget_lines;
use crate::report::document::{Block, Document, Table};
use crate::report::outline::Outline;
use crate::report::presenter::Presenter;
use crate::report::run::Run;
use crate::report::texts::Texts;
use crate::text::number::Scale;
use crate::text::{say, shell};
use long::ModelRows;
use rust_xlsxwriter::{
    Chart, ChartType, DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook, XlsxError,
};
use sheet::{Column, Sheet, Value, string};

/// Longest name of a sheet.
const SHEET: usize = 31;

/// The workbook's bytes: the same for the same run.
pub fn workbook(run: &Run, document: &Document, t: &Texts) -> Result<Vec<u8>> {
    made(|| build(run, document, t))
}

struct Styles {
    head: Format,
    text: Format,
    link: Format,
}

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
        text: Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top),
        link: Format::new().set_hyperlink().set_align(FormatAlign::Top).set_indent(1),
    };
    about(&mut book, run, document, t, &styles)?;
    let mut names = vec![t.get(say::SHEET_ABOUT), t.get(say::SHEET_CONTENTS)];
    let pages = pages(run, document, t, &mut names);
    contents(&mut book, &pages, t, &styles)?;
    for page in &pages {
        let sheet = book.add_worksheet();
        sheet.set_name(&page.name)?;
        page.sheet.write(sheet, &styles.head)?;
        for (place, chart) in page.charts.iter().enumerate() {
            let right = page.sheet.columns.len() + 1;
            sheet.insert_chart(1 + place as u32 * CHART_ROWS, right as u16, &chart.drawn(&page.name))?;
        }
    }
    book.save_to_buffer()
}

/// Most sheets of a workbook, the first two among them: more, and nobody finds what is looked for.
const MOST_SHEETS: usize = 20;
/// Rows between the tops of two charts.
const CHART_ROWS: u32 = 22;

/// Tables of the report that have a sheet of their own, the most asked for first. The others stand in the report, and their
/// numbers in the files; those whose years stand in the heads are told in longer sheets.
const TABLES: [&str; 17] = [
    "glance",
    "main",
    "main-differences",
    "main-mechanical",
    "withdrawals",
    "money",
    "payers",
    "groups",
    "parameters",
    "validation",
    "relatives-differences",
    "scheme-parts",
    "present-value",
    "work-differences",
    "present-value-differences",
    "unpriced",
    "kostra",
];
/// So many of them come before what decides the conclusion.
const BEFORE_STUDIES: usize = 5;
/// The section of what decides the conclusion.
const STUDIES: &str = "decides";
/// Tables that have no sheet: they are told in a longer one.
const TOLD_ELSEWHERE: [&str; 5] = ["budget", "ledger", "municipalities", "development", "version-bridge"];

/// A sheet: its name, what is said of it in the contents, its table and charts.
struct Page {
    name: String,
    title: String,
    unit: String,
    notes: String,
    sources: String,
    sheet: Sheet,
    charts: Vec<LineChart>,
}

/// The sheets after the first two: the long ones first, then tables of the report.
fn pages(run: &Run, document: &Document, t: &Texts, names: &mut Vec<String>) -> Vec<Page> {
    let presenter = Presenter { run, t };
    let mut pages = Vec::new();
    let mut put = |name: String, [title, unit, notes]: [String; 3], sources: &str, sheet: Sheet| {
        if !sheet.rows.is_empty() {
            let name = sheet_name(&name, names);
            let sources = sources.to_string();
            pages.push(Page { name, title, unit, notes, sources, sheet, charts: Vec::new() });
        }
    };
    let lines = budget_lines::lines(run);
    let name = t.get(say::SHEET_BUDGET_ITEMS);
    let nominal = t.get(say::UNIT_BUDGET);
    let notes = [say::BOOK_BUDGET_NOTE, say::NOTE_BUDGET_LAG, say::NOTE_BUDGET_CHAPTERS];
    let notes = notes.map(|note| t.get(note)).join(" ");
    let told = [t.get(say::BOOK_BUDGET), nominal.clone(), notes];
    put(name.clone(), told, "budget.csv", budget::items(&presenter, &lines));
    let told = [t.get(say::BOOK_BUDGET_SUM), nominal, t.get(say::BOOK_BUDGET_SUM_NOTE)];
    put(
        t.get(say::SHEET_BUDGET_SUM),
        told,
        "budget.csv, summary.csv",
        budget::sums(&presenter, &lines, &name),
    );
    let notes = [say::NOTE_ILLUSTRATION, say::BOOK_MUNICIPALITIES_NOTE, say::NOTE_QUALITY];
    let mut notes = notes.map(|note| t.get(note)).join(" ");
    if long::models_with_room(&presenter).len() < presenter.columns().len() {
        notes += &format!(" {}", t.get(say::BOOK_MUNICIPALITIES_REST));
    }
    let told = [t.get(say::BOOK_MUNICIPALITIES), String::new(), notes];
    put(
        t.get(say::SHEET_ALL_MUNICIPALITIES),
        told,
        "unit_years.csv, units.csv",
        long::municipalities(&presenter),
    );
    let tables: Vec<&Table> = chosen(document);
    // Room for the two long sheets that follow.
    let outline = Outline::of(document);
    for table in tables.into_iter().take(MOST_SHEETS - 2 - 3 - 2) {
        // What the page calls it, so that the one is found from the other.
        let label = outline.label(table.id, t);
        let title = if label.is_empty() { table.title.clone() } else { format!("{label}. {}", table.title) };
        let told = [title, table.unit.clone(), table.notes.join(" ")];
        put(table.sheet.clone(), told, &table.sources.join(", "), tables::sheet(table, t));
    }
    let (series, places) = long::series(&presenter);
    let told = [t.get(say::BOOK_SERIES), String::new(), presenter.interval_note()];
    put(t.get(say::SHEET_SERIES), told, "summary.csv", series);
    let scale = Scale::Million.word(t.lang);
    let told = [t.get(say::BOOK_LEDGER), t.get(say::UnitLedger { scale }), t.get(say::NOTE_LEDGER)];
    put(t.get(say::SHEET_ACCOUNTS), told, "ledger.csv", long::ledger(&presenter));
    let name = t.get(say::SHEET_SERIES);
    if let Some(page) = pages.iter_mut().find(|page| page.name == name) {
        let of = places.iter().filter(|(outcome, _)| long::CHARTS.contains(outcome));
        page.charts = of
            .map(|(outcome, rows)| {
                let year = Some(run.year());
                let title =
                    format!("{} ({})", presenter.label(*outcome), presenter.unit(*outcome, year).name(t));
                LineChart { title, rows: rows.clone() }
            })
            .collect();
    }
    pages
}

/// The tables of the report that have a sheet: the first of those that are asked for, what decides the conclusion where that
/// was examined, the rest in the order of reading.
fn chosen(document: &Document) -> Vec<&Table> {
    let tables = |section: &'static str| {
        let own = document.sections.iter().filter(move |s| section.is_empty() || s.id == section);
        own.flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Table(table) if !TOLD_ELSEWHERE.contains(&table.id) => Some(table),
            _ => None,
        })
    };
    let named = |ids: &'static [&'static str]| {
        ids.iter().filter_map(|id| tables("").find(|table| table.id == *id)).collect::<Vec<_>>()
    };
    let mut all = named(&TABLES[..BEFORE_STUDIES]);
    all.extend(tables(STUDIES));
    all.extend(named(&TABLES));
    all.extend(tables(""));
    let mut seen = Vec::new();
    all.retain(|table| {
        let new = !seen.contains(&table.sheet);
        seen.push(table.sheet.clone());
        new
    });
    all
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
        (say::ABOUT_COMMAND, shell::command(&about.repeat)),
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
    pages: &[Page],
    t: &Texts,
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(t.get(say::SHEET_CONTENTS))?;
    let heads =
        [say::COLUMN_SHEET, say::COLUMN_TABLE, say::COLUMN_MEASURE, say::COLUMN_ABOUT, say::COLUMN_FILES];
    let columns = heads.map(|head| Column::text(t.get(head))).to_vec();
    let rows = pages.iter().map(|page| {
        [&page.name, &page.title, &page.unit, &page.notes, &page.sources].map(Value::text).to_vec()
    });
    Sheet { columns, rows: rows.collect(), frozen: 1 }.write(sheet, &styles.head)?;
    for (row, page) in (1..).zip(pages) {
        let link = Url::new(format!("internal:'{}'!A1", page.name)).set_text(page.name.as_str());
        sheet.write_url_with_format(row, 0, link, &styles.link)?;
    }
    Ok(())
}

/// A native chart of an outcome over years: a line for every model, by the rows of the sheet.
struct LineChart {
    title: String,
    rows: Vec<ModelRows>,
}

impl LineChart {
    fn drawn(&self, sheet: &str) -> Chart {
        let mut chart = Chart::new(ChartType::Line);
        for ModelRows { model, first, last } in &self.rows {
            chart
                .add_series()
                .set_name(model)
                .set_categories((sheet, *first, YEAR, *last, YEAR))
                .set_values((sheet, *first, MEAN, *last, MEAN));
        }
        chart.title().set_name(&self.title);
        chart.set_width(760).set_height(400);
        chart.set_alt_text(shortened(&self.title, ALT_TEXT_LIMIT));
        chart
    }
}

/// Columns of the sheet of series: the year, and the mean.
const YEAR: u16 = 3;
const MEAN: u16 = 4;

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

//! A form that was filled in: its sheets by their headings, whatever they are called now, whatever program saved them and in
//! whatever language they are.

use super::cells::{Cell, Document, Grid, folded};
use super::choices::{Choices, Kind};
use super::counted_in;
use super::found::Found;
use super::headings::{Role, year_in};
use super::lists;
use super::log::{Log, Section};
use super::table::Table;
use super::units::Register;
use super::year_ends::ends;
use super::{refuse_numbers, take_as};
use crate::error::{Error, Result};
use crate::text::{Lang, Text, Words, say};
use std::collections::BTreeSet;

/// What tells the form from other workbooks; it stands on the first sheet.
pub const MARK: &str = "bpasim form 1";
/// What is filled in, with the headings that tell its sheet from the others, and the name that the form gives it.
const SHEETS: [(Kind, &[Words], Words); 3] = [
    (Kind::Costs, &[say::FORM_PRICE, say::FORM_REFUND], say::FORM_SHEET_UNITS),
    (
        Kind::Recipients,
        &[say::FORM_CLASS_0, say::FORM_CLASS_1, say::FORM_CLASS_2, say::FORM_CLASS_3, say::FORM_CLASS_4],
        say::FORM_SHEET_RECIPIENTS,
    ),
    (Kind::Persons, &[say::FORM_PSEUDONYM, say::FORM_BIRTH, say::FORM_HOURS], say::FORM_SHEET_PERSONS),
];

/// A form that was filled in.
pub struct Form<'d> {
    grids: &'d [Grid],
    choices: Choices,
    /// The year that the sheet of sources says.
    year: Option<i32>,
    /// What the sheet of sources says.
    pub source: Text,
}

impl<'d> Form<'d> {
    /// The form that a file is, if it is one: by its mark, or where the sheet with that was taken away, by two sheets of it.
    ///
    /// # Errors
    /// Where the year on the sheet of sources is none.
    pub fn of(document: &'d Document, choices: &Choices) -> Result<Option<Form<'d>>> {
        let mut cells = document.grids.iter().flat_map(|grid| &grid.rows).flat_map(|row| &row.cells);
        let marked = cells.any(|cell| cell.text().as_ref() == MARK);
        if !marked && document.grids.iter().filter(|grid| kind_of(grid).is_some()).count() < 2 {
            return Ok(None);
        }
        let told = |words: Words| {
            let rows = document.grids.iter().flat_map(|grid| grid.rows.iter().map(move |row| (grid, row)));
            let (grid, row) =
                rows.into_iter().find(|(_, row)| row.cells.first().is_some_and(|cell| is(cell, words)))?;
            row.cells
                .get(1)
                .filter(|cell| !cell.is_empty())
                .map(|cell| (grid, row.number, cell.text().into_owned()))
        };
        let year = match told(say::FORM_SOURCE_YEAR) {
            None => None,
            Some((grid, line, text)) => Some(year_of(text.trim()).ok_or_else(|| {
                let problem = grid.source.problem(line, Some(1), say::IMPORT_NO_YEAR_THERE).found(text);
                problem.allowed(Text::same("2024, 31.12.2024"))
            })?),
        };
        let source = [say::FORM_SOURCE_WHAT, say::FORM_SOURCE_DATE].map(told).into_iter().flatten();
        let source = source.map(|(_, _, text)| text).collect::<Vec<_>>().join(", ");
        Ok(Some(Form { grids: &document.grids, choices: choices.clone(), year, source: Text::same(source) }))
    }

    /// Takes every sheet that is filled in.
    ///
    /// # Errors
    /// By cell; where a sheet with figures is none of the form's, or two are of the same.
    pub fn take(&self, register: &Register, found: &mut Found, log: &mut Log) -> Result<()> {
        refuse_numbers(self.grids, true)?;
        let mut problems = Vec::new();
        if let (Some(asked), Some(own)) =
            (self.choices.year, self.year.filter(|own| self.choices.year != Some(*own)))
        {
            log.add(Section::Read, say::ImportFormOtherYear { asked, own });
        }
        if self.choices.kind.is_some() || self.choices.sheet.is_some() {
            log.add(Section::Read, say::IMPORT_FORM_OPTIONS);
        }
        let filled = self.filled(log)?;
        for (kind, ..) in SHEETS {
            for (_, table) in filled.iter().filter(|(own, _)| *own == kind) {
                // Accounts have years of their own, of which that of the counts is none but where they say nothing.
                let choices = match kind {
                    Kind::Costs => Choices { year_else: self.year, ..self.choices.clone() },
                    _ => Choices { year: self.choices.year.or(self.year), ..self.choices.clone() },
                };
                let list = kind == Kind::Persons;
                let taken = take_as(kind, table, (&choices, register), found, log);
                match taken.map_err(|e| lists::unshown(e, table, list, register)) {
                    Err(Error::Input(own)) => problems.extend(own),
                    other => other?,
                }
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
    }

    /// The tables of the sheets that are filled in, each with what it is.
    fn filled(&self, log: &mut Log) -> Result<Vec<(Kind, Table<'d>)>> {
        let mut tables: Vec<(Kind, Table)> = Vec::new();
        let mut problems = Vec::new();
        for grid in self.grids.iter().filter(|grid| !is_of_the_forms_own(grid)) {
            let table = Table::find(grid, &self.choices.named);
            match (kind_of(grid), table.filter(is_filled)) {
                (Some(kind), Some(mut table)) => {
                    counted_in::settle(&mut table, log);
                    let other = tables.iter().find(|(own, _)| *own == kind);
                    if let Some((_, other)) = other {
                        let problem =
                            table.source.whole(say::ImportFormSheetTwice { other: other.source.name() });
                        problems.push(problem);
                    }
                    tables.push((kind, table));
                }
                (Some(_), None) => {}
                (None, Some(_)) => {
                    let names = SHEETS.map(|(.., name)| name);
                    let names = Text::each(|lang| names.map(|name| name.get(lang)).join(", "));
                    problems.push(grid.source.whole(say::IMPORT_FORM_SHEET_UNKNOWN).allowed(names));
                }
                (None, None) if grid.rows.iter().any(|row| row.filled().next().is_some()) => {
                    log.add(Section::Left, say::ImportSheetUnread { place: grid.source.name() });
                }
                (None, None) => {}
            }
        }
        if problems.is_empty() { Ok(tables) } else { Err(Error::Input(problems)) }
    }
}

/// The year at whose end persons were counted: 1 January is the end of the one before.
fn year_of(text: &str) -> Option<i32> {
    year_in(text).map(|year| ends(text).into_keys().next().unwrap_or(year))
}

/// Whether a cell has these words, in any language.
fn is(cell: &Cell, words: Words) -> bool {
    has(&BTreeSet::from([folded(&cell.text())]), words)
}

/// Whether these words are among the texts, in any language.
fn has(texts: &BTreeSet<String>, words: Words) -> bool {
    [Lang::Nb, Lang::Nn, Lang::En].iter().any(|lang| texts.contains(&folded(words.get(*lang))))
}

/// The texts of a sheet, each once, as headings are compared: a table of the whole country repeats its labels thousands of times.
fn texts_of(grid: &Grid) -> BTreeSet<String> {
    let cells = grid.rows.iter().flat_map(|row| &row.cells);
    let texts = cells.filter_map(|cell| match cell {
        Cell::Text(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect::<BTreeSet<&str>>().into_iter().map(folded).collect()
}

/// What a sheet is for: by two headings that it alone has (a sheet of them may lack some), else by its name.
fn kind_of(grid: &Grid) -> Option<Kind> {
    const ENOUGH: usize = 2;
    let texts = texts_of(grid);
    let number = |words: &[Words]| words.iter().filter(|words| has(&texts, **words)).count();
    let by_headings = SHEETS.iter().find(|(_, words, _)| number(words) >= ENOUGH);
    let name = Cell::of(grid.source.sheet.as_deref().unwrap_or_default());
    let by_name = || SHEETS.iter().find(|(.., own)| is(&name, *own));
    by_headings.or_else(by_name).map(|(kind, ..)| *kind)
}

/// Whether a sheet is the one of explanations or of sources.
fn is_of_the_forms_own(grid: &Grid) -> bool {
    let texts = texts_of(grid);
    texts.contains(MARK) || has(&texts, say::FORM_SOURCE_YEAR) || has(&texts, say::FORM_SOURCE_OFFICE)
}

/// Whether anything stands in a column that is to be filled in.
fn is_filled(table: &Table) -> bool {
    let filled = |column: &usize| table.rows.iter().any(|row| !row.cell(*column).is_empty());
    let own = table.all(|role| matches!(role, Role::Figures(_) | Role::Person(_)));
    own.iter().any(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::cells::{Hidden, Line, Source};
    use std::collections::BTreeMap;

    /// A sheet of rows with semicolons between cells.
    fn sheet(name: &str, rows: &[&str]) -> Grid {
        let line = |(place, row): (usize, &&str)| {
            let cell = |text: &str| text.parse().map_or_else(|_| Cell::of(text), Cell::Number);
            Line { number: place + 1, cells: row.split(';').map(cell).collect() }
        };
        let source = Source {
            file: "k.xlsx".into(),
            sheet: Some(name.into()),
            lines: true,
            turned: false,
            labels: None,
        };
        Grid { source, rows: rows.iter().enumerate().map(line).collect(), hidden: Hidden::default() }
    }

    const COSTS: &str = "Kommunenummer;Kommunens navn;Innbyggere (kjent);Regnskapsår;Pris for en BPA-time (kr);Refusjon fra staten (kr)";
    const COUNTS: &str = "Kommunenummer;Kommunens navn;Mottakere 0–17 år;Mottakere 18–49 år;Mottakere 50–66 år;\
        Mottakere 67–79 år;Mottakere 80+ år";
    const ASKER: &str = "3203;Asker;16;43;24;9;6";

    /// What a form of these sheets has, and what is told; or the refusal.
    fn read(sheets: &[(&str, &[&str])]) -> std::result::Result<(Found, String), String> {
        let mut grids = vec![sheet("les meg", &[MARK])];
        grids.extend(sheets.iter().map(|(name, rows)| sheet(name, rows)));
        grids.push(sheet("kilde", &["Året tallene gjelder (31. desember);2024", "Kilde;Gerica"]));
        let document = Document { grids, told: Vec::new(), content: None, commas: false };
        let (register, mut log, mut found) =
            (Register::new(BTreeMap::new()), Log::default(), Found::default());
        let form = Form::of(&document, &Choices::default()).map_err(|e| e.render(Lang::En))?;
        let form = form.expect("a form");
        form.take(&register, &mut found, &mut log).map_err(|e| e.render(Lang::En))?;
        found.told(true, &register, &mut log);
        Ok((found, log.page(&Text::default(), Lang::En)))
    }

    #[test]
    fn sheets_are_known_by_their_headings_or_refused_by_name() {
        for name in ["mottakere", "Ark 3", "brukere 2024"] {
            let told = read(&[(name, &[COUNTS, ASKER])]).expect(name).1;
            assert!(told.contains("3203 Asker: 98 recipients 31 December 2024"), "{name}: {told}");
        }
        let twice = read(&[("mottakere", &[COUNTS, ASKER]), ("mottakere (2)", &[COUNTS, ASKER])]);
        let told = twice.map(|_| ()).expect_err("two sheets");
        assert!(told.contains("mottakere (2)") && told.contains("(k.xlsx, mottakere is"), "{told}");
        // A copy that is empty is none.
        assert!(read(&[("mottakere", &[COUNTS, ASKER]), ("mottakere (2)", &[COUNTS, "3203;Asker"])]).is_ok());
        let other =
            read(&[("mottakere", &[COUNTS, ASKER]), ("eget", &["Kommune;Timer per uke", "Asker;20"])]);
        assert!(other.map(|_| ()).expect_err("another sheet").contains("eget"));
        let noted = read(&[("mottakere", &[COUNTS, ASKER]), ("notat", &["ring Bærum"])]).expect("a note").1;
        assert!(noted.contains("notat"), "{noted}");
    }

    #[test]
    fn a_form_without_its_first_sheet_is_one_by_two_others() {
        let grids = vec![sheet("a", &[COSTS, ""]), sheet("b", &[COUNTS, ASKER])];
        let document = Document { grids, told: Vec::new(), content: None, commas: false };
        assert!(Form::of(&document, &Choices::default()).expect("sound").is_some());
        let document = Document { grids: document.grids[..1].to_vec(), ..document };
        assert!(Form::of(&document, &Choices::default()).expect("sound").is_none());
    }

    #[test]
    fn accounts_of_a_form_have_years_of_their_own() {
        let rows: &[&str] =
            &[COSTS, "3203;Asker;97000;2023;480;25000000", "1103;Stavanger;150000;;510;40000000"];
        let (found, told) = read(&[("enheter", rows)]).expect("sound");
        let years: Vec<(&str, i32)> = found.accounts.keys().map(|(id, year)| (id.as_str(), *year)).collect();
        assert_eq!(years, [("1103", 2024), ("3203", 2023)]);
        assert!(told.contains("3203 Asker: 25,000,000 kr of refund for 2023"), "{told}");
    }

    #[test]
    fn a_year_of_the_source_may_be_a_date_and_no_word() {
        let of = |year: &str| {
            let row = format!("Året tallene gjelder (31. desember);{year}");
            let grids = vec![sheet("les meg", &[MARK]), sheet("kilde", &[&row])];
            let document = Document { grids, told: Vec::new(), content: None, commas: false };
            Form::of(&document, &Choices::default())
                .map(|form| form.and_then(|form| form.year))
                .map_err(|e| e.render(Lang::En))
        };
        assert_eq!([of("31.12.2024"), of("2024")], [Ok(Some(2024)), Ok(Some(2024))]);
        assert!(of("i fjor").expect_err("no year").contains("kilde!B1"));
    }
}

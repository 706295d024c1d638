//! Who of a list of persons has BPA at the end of a year, as far as columns beside those of the form's own say it: days from and
//! to in whatever words, of death and of moving, words for what is over or refused, years. A column that may say it and cannot be
//! read is refused, since those whose grants are over would be counted with the others.

use super::cells::{Cell, Line, folded, letters};
use super::grants::{self, Dated, Day};
use super::headings::{Field, Named, Role, year_in};
use super::list_amounts;
use super::months::month;
use super::periods::is_of_hours;
use super::person_names;
use super::standing::{self, Standing};
use super::table::Table;
use super::wording::{says, words};
use crate::error::Problem;
use crate::text::{Words, say};

/// What a column says of a row's grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Since when it is.
    Since,
    /// When it was decided, which counts where nothing says since when it is.
    Decided,
    /// Until when.
    Until,
    /// From when until when, in one cell.
    Span,
    /// Whether it is, in words.
    Standing,
    /// Of which year the row is.
    Year,
    /// Whether it is of BPA, by an amount.
    Amount,
}

/// Columns of a list that say who has BPA at the end of a year.
pub struct Columns<'t, 'g> {
    table: &'t Table<'g>,
    own: Vec<(usize, Says)>,
    year: i32,
}

/// The first days of a row from which and until which its grant is, with their columns.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Days {
    /// From when.
    pub since: Option<(usize, Day)>,
    /// Until when.
    pub until: Option<(usize, Day)>,
}

impl<'t, 'g> Columns<'t, 'g> {
    /// Those of a list; columns that the user names are what he says.
    pub fn of(
        table: &'t Table<'g>,
        (named, year): (&Named, i32),
        problems: &mut Vec<Problem>,
    ) -> Columns<'t, 'g> {
        let amounts = list_amounts::columns(table, (named, year));
        let mut own: Vec<(usize, Says)> = amounts.iter().map(|column| (*column, Says::Amount)).collect();
        for (column, (role, heading)) in table.columns.iter().enumerate() {
            if amounts.contains(&column) {
                continue;
            }
            let chosen = named.contains_key(&folded(heading));
            let looked = Column { table, column, heading, year };
            match role {
                Role::Person(Field::Since) if is_of_decision(heading) => own.push((column, Says::Decided)),
                Role::Person(Field::Since) => own.push((column, Says::Since)),
                Role::Person(Field::Until) => own.push((column, Says::Until)),
                Role::Year if chosen || looked.has_years() => own.push((column, Says::Year)),
                Role::Year | Role::Unread if !chosen => match looked.says() {
                    Ok(says) => own.extend(says.map(|says| (column, says))),
                    Err(what) => problems.push(looked.problem(what)),
                },
                _ => {}
            }
        }
        Columns { table, own, year }
    }

    /// Whether a column is read here.
    pub fn reads(&self, column: usize) -> bool {
        self.own.iter().any(|(own, _)| *own == column)
    }

    /// Letters of the columns that are read beside the form's own.
    pub fn beside(&self) -> Vec<String> {
        let own = self.own.iter().map(|(column, _)| *column);
        own.filter(|column| !matches!(self.table.columns[*column].0, Role::Person(_))).map(letters).collect()
    }

    /// Whether a row's grant is in force at the end of the year, and its days.
    ///
    /// # Errors
    /// The column in which that cannot be read.
    pub fn of_row(&self, row: &Line) -> Result<(bool, Days), usize> {
        let (mut days, mut decided) = (Days::default(), None);
        let (mut begun, mut over, mut amounts) = (true, false, Vec::new());
        for (column, says) in &self.own {
            let cell = row.cell(*column);
            let day = || match grants::read(cell) {
                Dated::On(day) => Ok(Some((*column, day))),
                Dated::Nothing => Ok(None),
                Dated::Over | Dated::Other => Err(*column),
            };
            match says {
                Says::Since => {
                    let day = day()?;
                    begun &= day.is_none_or(|(_, day)| !day.is_after(self.year));
                    days.since = days.since.or(day);
                }
                Says::Decided => decided = decided.or(day()?),
                Says::Until if grants::read(cell) == Dated::Over => over = true,
                Says::Until => {
                    let day = day()?;
                    over |= day.is_some_and(|(_, day)| day.is_before_end(self.year));
                    days.until = days.until.or(day);
                }
                Says::Span if cell.is_empty() => {}
                Says::Span => {
                    let (from, to) = grants::span(&cell.text()).ok_or(*column)?;
                    begun &= from.is_none_or(|day| !day.is_after(self.year));
                    over |= to.is_some_and(|day| day.is_before_end(self.year));
                }
                Says::Standing => over |= standing(&self.table.columns[*column].1, cell) == Standing::Out,
                Says::Amount => amounts.push(list_amounts::is_some(self.table, cell)),
                Says::Year => over |= year_of(cell).ok_or(*column)? != self.year,
            }
        }
        over |= !amounts.is_empty() && !amounts.contains(&true);
        // A decision may be of later than the grant begins.
        begun &= days.since.is_some() || decided.is_none_or(|(_, day)| !day.is_after(self.year));
        days.since = days.since.or(decided);
        Ok((begun && !over, days))
    }
}

/// The problem of a column that may say who has BPA and is not understood.
pub fn refused(table: &Table, column: usize, what: Words) -> Problem {
    let heading = &table.columns[column].1;
    let problem = table.source.problem(table.heading, Some(column), what).key(letters(column));
    match heading.is_empty() || person_names::has_first_name(heading) {
        true => problem.allowed(say::IMPORT_LIST_HEADING_NEEDED),
        false => problem.allowed(say::ImportListColumnAllowed { heading }),
    }
}

/// What a cell of words says under its heading.
fn standing(heading: &str, cell: &Cell) -> Standing {
    let text = cell.text();
    standing::of_answer(heading, &text).unwrap_or_else(|| standing::of(&text))
}

/// The year at whose end a cell says that a row was: the first day of a year is the end of the one before.
fn year_of(cell: &Cell) -> Option<i32> {
    match grants::read(cell) {
        Dated::On(Day::Of(year, 1, 1)) => Some(year - 1),
        Dated::On(Day::Of(year, ..) | Day::Year(year)) => Some(year),
        _ => year_in(&cell.text()),
    }
}

/// Whether a heading is of the day of a decision, which may be another than that from which it holds.
fn is_of_decision(heading: &str) -> bool {
    says(heading, &["vedtaksdato*", "vedtaksdag", "vedtatt*", "vedteke*", "vedtak dato", "dato vedtak"])
        .is_some()
        || says(heading, &["innvilget dato", "innvilga dato", "tildelt dato"]).is_some()
}

/// A column that is looked through for what it says of grants.
struct Column<'t, 'g> {
    table: &'t Table<'g>,
    column: usize,
    heading: &'t str,
    year: i32,
}

impl Column<'_, '_> {
    fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.table.rows.iter().map(|row| row.cell(self.column)).filter(|cell| !cell.is_empty())
    }

    /// Whether at least half of what is filled is so.
    fn most(&self, is: impl Fn(&Cell) -> bool) -> bool {
        let (all, own) = self.cells().fold((0, 0), |(all, own), cell| (all + 1, own + usize::from(is(cell))));
        own > 0 && 2 * own >= all
    }

    /// What the column says of grants, if anything; the reason where it may say it and is not understood.
    fn says(&self) -> Result<Option<Says>, Words> {
        let is_day =
            |cell: &Cell| matches!(grants::read(cell), Dated::On(Day::Of(..))) || looks_like_day(cell);
        if self.most(grants::is_span) {
            return Ok(Some(Says::Span).filter(|_| !is_of_no_grant(self.heading)));
        }
        if self.cells().any(is_day) && self.most(|cell| is_day(cell) || grants::read(cell) == Dated::Nothing)
        {
            return self.of_days(say::IMPORT_LIST_DAYS);
        }
        if self.has_years() && words(self.heading).iter().any(|word| is_of_year(word)) {
            return self.of_days(say::IMPORT_LIST_YEARS);
        }
        if is_of_months(self.heading) && self.most(|cell| matches!(cell, Cell::Number(_)) || is_month(cell)) {
            return Err(say::IMPORT_LIST_MONTHS);
        }
        self.of_words()
    }

    /// The problem of it, with the words that are not understood.
    fn problem(&self, what: Words) -> Problem {
        let problem = refused(self.table, self.column, what);
        if what != say::IMPORT_LIST_STANDING {
            return problem;
        }
        let unknown = self
            .cells()
            .filter(|cell| matches!(standing(self.heading, cell), Standing::Unsaid | Standing::Doubtful));
        Problem { what: standing::not_understood(unknown.map(|cell| cell.text().into_owned())), ..problem }
    }

    /// Whether all that is filled are years. «01.01.2023–31.12.2026» is a time from one to another.
    fn has_years(&self) -> bool {
        self.cells().next().is_some()
            && self.cells().all(|cell| year_of(cell).is_some() && !grants::is_span(cell))
    }

    /// Days and years by their heading; where that says nothing, those of the figures' year do no harm.
    fn of_days(&self, what: Words) -> Result<Option<Says>, Words> {
        if is_of_no_grant(self.heading) {
            return Ok(None);
        }
        let unread = |cell: &Cell| looks_like_day(cell) && year_of(cell).is_none();
        let other = |cell: &Cell| year_of(cell).is_some_and(|year| year != self.year);
        match (says(self.heading, &FROM).is_some(), says(self.heading, &TO).is_some()) {
            (_, false) if is_of_decision(self.heading) => Ok(Some(Says::Decided)),
            (true, false) => Ok(Some(Says::Since)),
            (false, true) => Ok(Some(Says::Until)),
            (false, false) if says(self.heading, &GRANTED).is_some() => Ok(Some(Says::Since)),
            _ if !self.cells().any(|cell| unread(cell) || other(cell)) => Ok(None),
            _ => Err(what),
        }
    }

    /// Words for what is in force and what is over. A column of them must have no other, and an empty cell beside them says nothing.
    fn of_words(&self) -> Result<Option<Says>, Words> {
        let found: Vec<Standing> = self.cells().map(|cell| standing(self.heading, cell)).collect();
        let has = |wanted: Standing| found.contains(&wanted);
        let over = has(Standing::Out) || has(Standing::Doubtful);
        // Whoever is not said to have BPA may have none.
        let asked =
            standing::asks_bpa(self.heading) && self.cells().any(|cell| standing::is_answer(&cell.text()));
        // «Aktiv» with a cross for some says by what it leaves blank who is not.
        let crossed = !found.is_empty()
            && self.cells().all(|cell| standing::of_answer(self.heading, &cell.text()) == Some(Standing::In));
        let asked = asked || crossed;
        if found.is_empty() || !over && !asked && !standing::is_heading(self.heading) {
            return Ok(None);
        }
        let keys = self.table.all(|role| matches!(role, Role::Person(_) | Role::Age));
        let is_person = |row: &&Line| keys.iter().any(|column| !row.cell(*column).is_empty());
        let blank = self.table.rows.iter().filter(is_person).any(|row| row.cell(self.column).is_empty());
        let unknown =
            has(Standing::Doubtful) || has(Standing::Unsaid) || (over || asked) && blank && has(Standing::In);
        match standing::is_of_grants(self.heading) && !unknown {
            true => Ok(Some(Says::Standing)),
            false => Err(say::IMPORT_LIST_STANDING),
        }
    }
}

/// Words of headings of days from which a grant is.
const FROM: [&str; 16] = [
    "fra",
    "frå",
    "fom",
    "f o m",
    "start*",
    "*start",
    "*startdato",
    "oppstart*",
    "iverksatt*",
    "iverksett*",
    "begynn*",
    "siden",
    "sidan",
    "from",
    "since",
    "begin*",
];
/// The same where nothing else is said: «innvilget til» is until when.
const GRANTED: [&str; 4] = ["innvilg*", "tildel*", "effektuer*", "granted"];
/// Words of headings of days until which it is, of death and of moving.
const TO: [&str; 25] = [
    "til",
    "tom",
    "t o m",
    "slutt*",
    "*slutt",
    "*sluttdato",
    "opphør*",
    "opphøyr*",
    "avslut*",
    "stopp*",
    "utløp*",
    "utgå*",
    "død*",
    "flytt*",
    "utflytt*",
    "fraflytt*",
    "avgang*",
    "avgått",
    "passiv*",
    "until",
    "to",
    "end",
    "ended",
    "expire*",
    "deceased",
];

/// Whether days under a heading are of something else than of a grant.
fn is_of_no_grant(heading: &str) -> bool {
    const ELSE: [&str; 34] = [
        "evaluer*",
        "evaluering*",
        "revurder*",
        "vurder*",
        "revider*",
        "revisjon*",
        "endr*",
        "endra",
        "oppdater*",
        "registrer*",
        "søknad*",
        "søkt*",
        "mottatt*",
        "motteke*",
        "pause*",
        "ferie*",
        "kontroll*",
        "møte*",
        "utskrift*",
        "uttrekk*",
        "fødsel*",
        "henvist*",
        "kontakt*",
        "besøk*",
        "opprett*",
        "kartlegg*",
        "kartlagt*",
        "innflytt*",
        "review*",
        "sist",
        "neste",
        "oppfølg*",
        "oppfulgt*",
        "updated",
    ];
    says(heading, &ELSE).is_some()
}

/// Whether rows under a heading are of months or weeks, which hours «per» those are not.
fn is_of_months(heading: &str) -> bool {
    const TIMES: [&str; 10] =
        ["måned", "månad", "mnd", "month", "uke", "uka", "veke", "week", "kvartal", "tertial"];
    let per = says(heading, &["per", "pr", "/", "i", "a"]).is_some() || is_of_hours(heading);
    says(heading, &TIMES).is_some() && !per
}

fn is_month(cell: &Cell) -> bool {
    let text = folded(&cell.text());
    text.parse::<u32>().is_ok() || words(&text).first().is_some_and(|word| month(word).is_some())
}

/// Whether a word of a heading is of a year.
fn is_of_year(word: &str) -> bool {
    word.ends_with("år") || word.starts_with("årst") || word == "year"
}

/// Whether a text is as a day or two are written, though a year in it may be too short to be read.
fn looks_like_day(cell: &Cell) -> bool {
    let is_day = |text: &str| {
        let parts: Vec<&str> = text.trim().trim_end_matches('.').split(['.', '/', '-']).collect();
        let number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        parts.len() == 3 && parts.iter().all(number)
    };
    let Cell::Text(text) = cell else { return false };
    let two = text.split_once(['-', '–']).is_some_and(|(from, to)| is_day(from) && is_day(to));
    is_day(text) || two
}

#[cfg(test)]
#[path = "in_force_tests.rs"]
mod tests;

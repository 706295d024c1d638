//! What a file says besides its data, held against what the data are read as: another service, one sex, shares, refused or new
//! persons, another year, a part of a municipality. What the user says with `--as` of a title stands, and it is told; what is
//! said right over columns and among rows is of those numbers, and is refused.

use super::among;
use super::amounts::{self, is_of_costs};
use super::cells::folded;
use super::choices::{Choices, Kind};
use super::filters;
use super::headings::{Measure, Role};
use super::hour_words::is_of_remark;
use super::hours_otherwise::other_hours;
use super::log::{Log, Section};
use super::one_unit::part_in;
use super::periods::is_of_hours;
use super::personal;
use super::remarks::{self, Remark, Stand, is_of_printing, is_of_the_whole, sentences, shortened};
use super::scales::scale;
use super::second_headings;
use super::services;
use super::some;
use super::subject::{self, Subject, is_of_bpa, is_of_others_alone};
use super::table::Table;
use super::units::{Place, Register};
use super::whom;
use super::wording::{says, words, years_in};
use super::words::MADE_OF;
use super::year_ends::{Turn, turns};
use crate::error::{Error, Problem, Result};
use crate::text::{Words, say};
use std::collections::BTreeSet;

/// Holds every text that is no data against what a table is read as.
///
/// # Errors
/// By cell, where one says that its numbers are something else; where two tables stand on one sheet.
pub fn hold(
    table: &Table,
    kind: Kind,
    (choices, register): (&Choices, &Register),
    log: &mut Log,
) -> Result<()> {
    let mut problems = Vec::new();
    let remarks = remarks::held(table, register, kind == Kind::Persons);
    if kind != Kind::Persons {
        second_headings::refuse(table, &choices.named, &mut problems);
    }
    let held = Held::new(table, kind, (choices, register));
    for remark in &remarks {
        match held.said(remark) {
            Some(what) if held.is_for_the_user(remark) => {
                let place = table.source.name();
                log.add(Section::Read, say::ImportSaidOtherwise { place, what, kind: kind.name() });
            }
            Some(what) => problems.push(held.problem(remark, what)),
            None => {}
        }
    }
    if let Some(what) = held.of_sheet() {
        let place = table.source.name();
        match choices.kind {
            Some(_) => log.add(Section::Read, say::ImportSaidOtherwise { place, what, kind: kind.name() }),
            None => problems
                .push(table.source.whole(say::ImportSaidHere { what }).allowed(say::IMPORT_SAID_ALLOWED)),
        }
    }
    if let Some((asked, own)) = held.year_of_file() {
        log.add(Section::Read, say::ImportFileOfOtherYear { file: &*table.source.file, own, asked });
    }
    problems.extend(held.other_year(&remarks));
    problems.extend(held.year_of_note(&remarks));
    problems.extend(held.remarks_in_columns());
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
}

struct Held<'h, 'g> {
    table: &'h Table<'g>,
    kind: Kind,
    choices: &'h Choices,
    register: &'h Register,
    /// The title, with the headings that are read.
    context: String,
    /// Those headings alone.
    headings: String,
}

impl<'h, 'g> Held<'h, 'g> {
    fn new(
        table: &'h Table<'g>,
        kind: Kind,
        (choices, register): (&'h Choices, &'h Register),
    ) -> Held<'h, 'g> {
        let read = table.columns.iter().filter(|(role, _)| *role != Role::Share);
        let headings = read.map(|(_, heading)| heading.as_str()).collect::<Vec<_>>().join(" ");
        let context = format!("{} {headings}", table.title);
        Held { table, kind, choices, register, context, headings }
    }

    /// What a remark says that numbers are, where that is something else than they are read as.
    fn said(&self, remark: &Remark) -> Option<Words> {
        let some = |text: &String| some::said(text, self.kind, self.register).is_some();
        let of_note = |text: &String| remark.stand != Stand::Note || is_of_the_whole(text) || some(text);
        let texts = match remark.stand {
            Stand::Note => sentences(&remark.text),
            _ => vec![remark.text.clone()],
        };
        let chosen = || self.chosen(remark);
        texts
            .iter()
            .filter(|text| of_note(text))
            .find_map(|text| self.said_in(text, remark.stand))
            .or_else(chosen)
            .or_else(|| self.said_among(remark))
    }

    fn said_among(&self, remark: &Remark) -> Option<Words> {
        let is_among = remark.stand == Stand::Group;
        let own = || among::said(self.table, (self.kind, remark), (self.choices, self.register));
        is_among.then(own).flatten()
    }

    /// What is chosen by a word and its value above the table, or by sentences above or below it.
    fn chosen(&self, remark: &Remark) -> Option<Words> {
        let row = self.table.above.iter().find(|row| row.number == remark.at.0);
        let pair = row.and_then(filters::pair).map(|(field, value)| (field, value, false));
        let pairs = pair.into_iter().chain(filters::sentences(&remark.text));
        let known = is_of_bpa(&self.context);
        let of_persons = !matches!(self.kind, Kind::Costs | Kind::Population);
        let said = |(field, value, headed): (String, String, bool)| {
            let unknown = || filters::unknown(&field, &value).filter(|_| headed);
            filters::said(&field, &value, (known, self.is_dated())).or_else(unknown)
        };
        // «Virksomhet: Asker kommune» is of all of it.
        let whole = |value: &str| matches!(self.register.place(value), Place::Unit { .. });
        pairs.filter(|(_, value, _)| of_persons && !whole(value)).find_map(said)
    }

    /// What the name of the sheet says that numbers are; one sex is held against it elsewhere.
    fn of_sheet(&self) -> Option<Words> {
        let sheet = self.table.source.sheet.as_deref()?;
        let text = sheet.replace('_', " ");
        let others = self.kind != Kind::Population && is_of_others_alone(&text) && !is_of_bpa(&self.context);
        let others = others.then_some(say::IMPORT_SORT_OTHER_SERVICE);
        let part = || part_in(&text, self.register).then_some(say::IMPORT_SUBJECT_PART);
        others.or_else(part).or_else(|| self.subject(&text, Stand::Title))
    }

    /// The year in the name of the file, where another is asked for and the table says none.
    fn year_of_file(&self) -> Option<(i32, i32)> {
        let asked = self.choices.year.filter(|_| !self.is_dated())?;
        let words = self.table.source.file.split(|c: char| !c.is_ascii_digit());
        let years: BTreeSet<i32> = words.flat_map(years_in).collect();
        let own = years.first().copied().filter(|own| years.len() == 1 && *own != asked)?;
        Some((asked, own))
    }

    /// Whether columns or rows say of which year numbers are.
    fn is_dated(&self) -> bool {
        self.table.first(Role::Year).is_some() || self.table.figures().any(|(_, own)| own.year.is_some())
    }

    fn said_in(&self, text: &str, stand: Stand) -> Option<Words> {
        self.service(text, stand)
            .or_else(|| self.one_sex(text, stand))
            .or_else(|| self.subject(text, stand))
            .or_else(|| other_hours(self.table, self.kind, text, stand))
            .or_else(|| some::said(text, self.kind, self.register))
    }

    fn service(&self, text: &str, stand: Stand) -> Option<Words> {
        if self.kind == Kind::Population {
            return None;
        }
        let rows = services::names_bpa(self.table);
        let others = match stand {
            Stand::Title => is_of_others_alone(&self.context) && !rows,
            Stand::Upper => is_of_others_alone(text) && !is_of_bpa(&self.headings),
            Stand::Group => is_of_others_alone(text),
            Stand::Note => is_of_others_alone(text) && (!is_of_bpa(&self.context) || words(text).len() > 1),
        };
        let unknown = || whom::is_of_unknown(text) && !is_of_bpa(&self.context) && !rows;
        // «Tallene gjelder støttekontakt» says it of all numbers, whatever the title is of.
        let of_numbers = says(text, &["tall*", "tal", "tala", "gjelder", "gjeld", "figures", "numbers"]);
        let of_all = stand != Stand::Upper && of_numbers.is_some() && is_of_others_alone(text) && !rows;
        let others = others || of_all || stand != Stand::Upper && whom::includes_others(text);
        match others {
            true if is_of_others_alone(text) => Some(say::IMPORT_SORT_OTHER_SERVICE),
            _ => unknown().then_some(say::IMPORT_SUBJECT_UNKNOWN),
        }
    }

    /// The title and the sheet are held against this elsewhere, where no text is at hand.
    fn one_sex(&self, text: &str, stand: Stand) -> Option<Words> {
        let of_persons = self.kind != Kind::Costs && !services::is_divided(self.table);
        let one = of_persons && stand != Stand::Title && whom::is_of_one_sex(text);
        one.then_some(say::IMPORT_SUBJECT_ONE_SEX)
    }

    fn subject(&self, text: &str, stand: Stand) -> Option<Words> {
        if self.kind == Kind::Costs {
            let text = folded(text);
            if self.of_another_unit(&text, stand) {
                return Some(say::IMPORT_SAID_OTHER_UNIT);
            }
            let applied = says(&text, &["søkt", "omsøkt*"]).map(|_| say::IMPORT_SUBJECT_APPLICATIONS);
            if stand == Stand::Note && applied.is_some() {
                return applied;
            }
            let what = amounts::not_of_accounts(&text).filter(|_| stand != Stand::Title)?;
            let whole = stand == Stand::Note
                && says(&text, &["beløp*", "tall*", "tal*", "amounts", "figures"]).is_some();
            return (is_of_costs(&text) || amounts::OF_ALL.contains(&what) || whole).then_some(what);
        }
        let of_persons = matches!(self.kind, Kind::Recipients | Kind::Population);
        if of_persons && says(text, MADE_OF).is_some() {
            return Some(say::IMPORT_SAID_NO_SUM);
        }
        let own = subject::of(text).filter(|own| !self.has_columns_of(*own))?;
        let other = match self.kind {
            // «Timer per bruker» is what hours of a table are.
            Kind::Hours if own == Subject::Shares && is_of_hours(text) => false,
            Kind::Recipients => true,
            Kind::Population => !matches!(own, Subject::During | Subject::Part),
            Kind::Hours => !matches!(own, Subject::Hours | Subject::Kroner | Subject::Decisions),
            // A price is one at any time; what is refunded is so over a year.
            Kind::Costs if own == Subject::Part => self.has(&[Measure::Refund]),
            Kind::Persons | Kind::Costs => own.is_of_other_persons(),
        };
        other.then(|| own.told())
    }

    /// Whether a text says that amounts are counted in something else than every heading says of its own.
    fn of_another_unit(&self, text: &str, stand: Stand) -> bool {
        let of_numbers = says(text, &["beløp*", "tall", "tallene", "tal", "tala", "amounts", "figures"]);
        let said =
            scale(text).filter(|_| of_numbers.is_some() && matches!(stand, Stand::Title | Stand::Note));
        let of_kroner = |own: Option<Measure>| matches!(own, Some(Measure::Price | Measure::Refund));
        let mut amounts = self.table.figures().filter(|(_, own)| of_kroner(own.measure)).peekable();
        let heading = |column: usize| self.table.columns.get(column).and_then(|own| scale(&own.1));
        said.is_some()
            && amounts.peek().is_some()
            && amounts.all(|(column, _)| heading(column).is_some_and(|own| Some(own) != said))
    }

    /// What remarks in a column of their own say of the numbers beside them, by cell.
    fn remarks_in_columns(&self) -> Vec<Problem> {
        let column =
            |(_, heading): &(Role, String)| is_of_remark(heading) && !heading.to_lowercase().contains("dato");
        let columns = self.table.all(|role| *role == Role::Unread);
        let columns = columns.into_iter().filter(|own| self.table.columns.get(*own).is_some_and(column));
        let places: Vec<usize> = columns.filter(|_| self.kind != Kind::Persons).collect();
        let mut problems = Vec::new();
        for row in
            self.table.rows.iter().filter(|row| self.table.figures().any(|own| !row.cell(own.0).is_empty()))
        {
            for place in &places {
                let text = row.cell(*place).text();
                let year = || self.other_year_in(&text).then_some(say::IMPORT_SAID_OTHER_YEAR);
                let what = sentences(&text).iter().find_map(|own| self.said_beside(own)).or_else(year);
                if let Some(what) = what {
                    let problem =
                        self.table.source.problem(row.number, Some(*place), say::ImportSaidHere { what });
                    problems.push(problem.allowed(say::IMPORT_SAID_OF_NUMBERS_ALLOWED));
                }
            }
        }
        problems
    }

    /// What a remark beside numbers says of them; that somebody has other services too is no matter.
    fn said_beside(&self, text: &str) -> Option<Words> {
        let others = (self.kind != Kind::Population && whom::includes_others(text))
            .then_some(say::IMPORT_SORT_OTHER_SERVICE);
        let one = self.one_sex(text, Stand::Note).or_else(|| self.subject(text, Stand::Note)).or(others);
        let hours = || other_hours(self.table, self.kind, text, Stand::Note);
        one.or_else(hours).or_else(|| some::said(text, self.kind, self.register))
    }

    /// Whether a remark is of another year than the one that is asked for, where columns and rows say none.
    fn other_year_in(&self, text: &str) -> bool {
        let said = match self.kind {
            Kind::Persons | Kind::Hours => years_in(text),
            _ => self.years_said(text),
        };
        let asked = self.choices.year.filter(|_| !self.is_dated());
        asked.is_some_and(|asked| !said.is_empty() && !said.contains(&asked)) && !is_of_printing(text)
    }

    fn has(&self, measures: &[Measure]) -> bool {
        self.table.figures().any(|(_, of)| of.measure.is_some_and(|own| measures.contains(&own)))
    }

    /// Whether there are columns that such a text can be of, beside those that are read.
    fn has_columns_of(&self, own: Subject) -> bool {
        let beside = |(role, heading): &(Role, String)| {
            matches!(role, Role::Unread | Role::Share) && subject::of(heading) == Some(own)
        };
        let read = match own {
            Subject::Hours => self.has(&[Measure::Hours]),
            Subject::Kroner => self.has(&[Measure::Price, Measure::Refund, Measure::OtherCost]),
            Subject::Shares => self.table.first(Role::Share).is_some() || self.has(&[Measure::OtherShare]),
            _ => false,
        };
        read || self.table.columns.iter().any(beside)
    }

    /// Whether what the user says of the table overrules a remark: `--as` says what a title does not.
    fn is_for_the_user(&self, remark: &Remark) -> bool {
        let of_all = matches!(remark.stand, Stand::Title | Stand::Note);
        self.choices.kind.is_some() && of_all && !self.is_sure(remark)
    }

    /// Whether no kind of figures can be what a remark says.
    fn is_sure(&self, remark: &Remark) -> bool {
        self.one_sex(&remark.text, remark.stand).is_some()
            || part_in(&remark.text, self.register)
            || self.chosen(remark).is_some()
    }

    fn problem(&self, remark: &Remark, what: Words) -> Problem {
        let (line, column) = remark.at;
        let problem = self.table.source.problem(line, Some(column), say::ImportSaidHere { what });
        let problem = match self.kind {
            // A list's own words may name somebody.
            Kind::Persons => problem,
            // A word that nobody knows may name somebody too.
            _ if what == say::IMPORT_SUBJECT_WORDS_BELOW => {
                personal::shown(problem, &shortened(&remark.text), self.register)
            }
            _ => problem.found(shortened(&remark.text)),
        };
        problem.allowed(match remark.stand {
            _ if what == say::IMPORT_SUBJECT_YEAR_BELOW => say::IMPORT_YEAR_BELOW_ALLOWED,
            _ if what == say::IMPORT_SUBJECT_WORDS_BELOW => say::IMPORT_WORDS_BELOW_ALLOWED,
            Stand::Title | Stand::Note if !self.is_sure(remark) => say::IMPORT_SAID_ALLOWED,
            _ => say::IMPORT_SAID_OF_NUMBERS_ALLOWED,
        })
    }

    /// The years that a text says of this kind of figures: those at whose turn persons are counted, or in which hours and kroner fall.
    fn years_said(&self, text: &str) -> BTreeSet<i32> {
        let at = |turn: Turn| turns(text, turn).into_keys();
        match self.kind {
            Kind::Recipients | Kind::Persons => at(Turn::End).collect(),
            Kind::Population => at(Turn::Beginning).collect(),
            Kind::Hours => at(Turn::End).chain(years_in(text)).collect(),
            Kind::Costs => years_in(text),
        }
    }

    /// A year that the file says and that is another than the one asked for, where columns and rows say none.
    fn other_year(&self, remarks: &[Remark]) -> Option<Problem> {
        let asked = self.choices.year?;
        if self.is_dated() {
            return None;
        }
        let sheet = self.table.source.sheet.as_deref().unwrap_or_default();
        let texts = remarks.iter().flat_map(|remark| self.dated(remark)).chain([sheet.to_string()]);
        let said: BTreeSet<i32> =
            texts.filter(|text| !is_of_printing(text)).flat_map(|text| self.years_said(&text)).collect();
        if said.is_empty() || said.contains(&asked) {
            return None;
        }
        let list = said.iter().map(i32::to_string).collect::<Vec<_>>().join(", ");
        let problem = self.table.source.whole(say::IMPORT_YEAR_SAID).key("--year").found(asked.to_string());
        Some(problem.allowed(say::ImportYearSaidAllowed { list }))
    }

    /// A note or a title that says another year of the numbers than all their headings do.
    fn year_of_note(&self, remarks: &[Remark]) -> Option<Problem> {
        let headings: BTreeSet<i32> = self.table.figures().filter_map(|(_, own)| own.year).collect();
        if headings.is_empty() || self.table.first(Role::Year).is_some() {
            return None;
        }
        let of_numbers = |text: &String| {
            says(text, &["tall*", "tal", "tala", "beløp*", "figures", "numbers", "amounts"]).is_some()
        };
        let notes = remarks.iter().filter(|remark| matches!(remark.stand, Stand::Note | Stand::Title));
        let mut other = notes.filter(|remark| {
            let texts =
                self.dated(remark).into_iter().filter(|text| of_numbers(text) && !is_of_printing(text));
            let said: BTreeSet<i32> = texts.flat_map(|text| years_in(&text)).collect();
            !said.is_empty() && said.is_disjoint(&headings)
        });
        other.next().map(|remark| self.problem(remark, say::IMPORT_SAID_OTHER_YEAR))
    }

    /// The texts of a remark that may say when something was counted: of a note no more than a short sentence.
    fn dated(&self, remark: &Remark) -> Vec<String> {
        const LONGEST: usize = 7;
        match remark.stand {
            Stand::Group => Vec::new(),
            Stand::Note => {
                let short = |text: &String| is_of_the_whole(text) && words(text).len() <= LONGEST;
                sentences(&remark.text).into_iter().filter(short).collect()
            }
            Stand::Title | Stand::Upper => remark.text.split("; ").map(String::from).collect(),
        }
    }
}

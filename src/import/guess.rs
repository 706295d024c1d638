//! What a table is of where the user does not say it: by the words of its headings and title, of its sheet and its file, else by
//! how large its numbers are beside the inhabitants of the same municipalities. The guess and its reason are told; where two
//! things are as likely, or the words are of another service, it is asked.

use super::amounts::is_of_costs;
use super::cells::{Document, folded};
use super::choices::{Choices, KINDS, Kind};
use super::counts;
use super::headings::{Measure, Role, told_by};
use super::lists;
use super::log::{Log, Section};
use super::plausible::{LEAST_POPULATION, LOW_POPULATION, share};
use super::services;
use super::subject;
use super::table::Table;
use super::units::Register;
use crate::error::{Error, Problem, Result};
use crate::text::number::number;
use crate::text::{Message, Text, say};
use std::collections::BTreeSet;

/// The kind that the user says, or else that the table seems to be of; either is told.
///
/// # Errors
/// Where nobody says it and it cannot be seen.
pub fn settled(
    table: &Table,
    (file, document): (&str, &Document),
    (choices, register): (&Choices, &Register),
    log: &mut Log,
) -> Result<Kind> {
    if let Some(kind) = choices.kind {
        log.add(Section::Read, say::ImportKind { file, kind: kind.name() });
        return Ok(kind);
    }
    let (kind, why) = guess(table, document, (choices, register))?;
    log.add(Section::Read, say::ImportKindGuessed { file, kind: kind.name(), why });
    Ok(kind)
}

/// The kind of a table, and why it is taken for that.
///
/// # Errors
/// Where that cannot be told: what was read of the table, and what is to be chosen.
fn guess(
    table: &Table,
    document: &Document,
    (choices, register): (&Choices, &Register),
) -> Result<(Kind, Text)> {
    let sheet = table.source.sheet.as_deref().unwrap_or_default();
    let titles = [table.title.clone(), spaced(sheet), spaced(&table.source.file)];
    let of_bpa = services::names_bpa(table);
    let several = titles.iter().any(|title| subject::is_of_several(title));
    let others = !of_bpa && (several || subject::is_of_others_alone(&titles.join(" ")));
    if lists::is_list(table) {
        let said = titles.iter().find_map(|title| subject::of(title).filter(|own| own.is_of_other_persons()));
        return match said {
            _ if others => Err(asked(table, say::IMPORT_KIND_OTHER.text())),
            Some(subject) => Err(asked(table, say::ImportKindSaid { what: subject.told() }.text())),
            None => Ok((Kind::Persons, say::IMPORT_WHY_LIST.text())),
        };
    }
    let measures: BTreeSet<Measure> = table.figures().filter_map(|(_, figures)| figures.measure).collect();
    let has = |measure: Measure| measures.contains(&measure);
    let mut kinds = BTreeSet::new();
    kinds.extend(has(Measure::Hours).then_some(Kind::Hours));
    let of_costs = |(role, heading): &(Role, String)| *role == Role::Share && is_of_costs(&folded(heading));
    let costs = has(Measure::Price)
        || has(Measure::Refund)
        || measures.is_empty() && table.columns.iter().any(of_costs);
    kinds.extend(costs.then_some(Kind::Costs));
    let place = table.first(Role::Unit).or(table.first(Role::Name)).is_some() || choices.only_unit.is_some();
    // A rate per inhabitant says nothing of inhabitants.
    let read = table.columns.iter().filter(|(role, _)| *role != Role::Share);
    let headings: Vec<&str> = read.map(|(_, heading)| heading.as_str()).collect();
    let above = format!("{} {}", table.title, headings.join(" "));
    let ages = table.first(Role::Age).is_some() || table.figures().any(|(_, f)| f.ages.is_some());
    let (mut why, mut said) = (say::IMPORT_WHY_HEADINGS.text(), None);
    if kinds.is_empty() && place {
        let all = format!("{above} {sheet} {}", table.source.file);
        if !of_bpa && (several || subject::is_of_others_alone(&all)) {
            return Err(asked(table, say::IMPORT_KIND_OTHER.text()));
        }
        let told = [(above.clone(), say::IMPORT_WHY_HEADINGS), (spaced(sheet), say::IMPORT_WHY_SHEET)];
        let file = (spaced(&table.source.file), say::IMPORT_WHY_FILE);
        // Headings that say what their numbers are, are read column by column.
        for ((text, words), title) in told.into_iter().chain([file]).zip(&titles) {
            let [recipients, population] = told_by(&text);
            kinds.extend(recipients.then_some(Kind::Recipients));
            kinds.extend(population.then_some(Kind::Population));
            said = said.or(subject::of(title));
            if !kinds.is_empty() {
                why = words.text();
                break;
            }
        }
    }
    // What is said as well overrules the mere word: «vedtakstimer BPA» are no persons, whatever their size.
    if let Some(subject) = said.filter(|_| !kinds.is_empty() || ages) {
        return Err(asked(table, say::ImportKindSaid { what: subject.told() }.text()));
    }
    if others && kinds.contains(&Kind::Hours) {
        return Err(asked(table, say::IMPORT_KIND_OTHER.text()));
    }
    let counted = |own: &super::headings::Figures| {
        let of_persons = matches!(own.measure, None | Some(Measure::Recipients | Measure::Population));
        of_persons && own.ages.is_some()
    };
    // Counts by age or hours beside a price are what the table is of, and the price is read with them.
    if kinds.contains(&Kind::Costs) && table.figures().any(|(_, own)| counted(&own)) && !has(Measure::Hours) {
        let of_kroner = titles.iter().any(|title| subject::of(title).is_some());
        match told_by(&above) {
            [true, false] if !of_kroner => return Ok((Kind::Recipients, why)),
            _ => return Err(asked(table, say::IMPORT_KIND_DOUBTFUL.text())),
        }
    }
    if kinds.contains(&Kind::Hours) {
        kinds.remove(&Kind::Costs);
    }
    match kinds.first() {
        Some(only) if kinds.len() == 1 => Ok((*only, why)),
        Some(_) => Err(asked(table, say::IMPORT_KIND_DOUBTFUL.text())),
        None if place && ages => by_size(table, (choices, register)),
        None if !place && (ages || told_by(&above).contains(&true)) => {
            let problem = table.source.whole(say::IMPORT_NO_UNIT_AT_ALL).key("--units");
            Err(problem.allowed(say::IMPORT_UNITS_ALLOWED).into())
        }
        None => Err(unused(table, document, place)),
    }
}

/// Whether a table that is guessed to be of recipients or their hours has amounts of accounts too.
pub fn has_costs(table: &Table, kind: Kind) -> bool {
    let of_accounts = |own: Option<Measure>| matches!(own, Some(Measure::Price | Measure::Refund));
    matches!(kind, Kind::Recipients | Kind::Hours) && table.figures().any(|(_, own)| of_accounts(own.measure))
}

/// The kind by how large the numbers are: a few of a hundred inhabitants are no population, and half of them no recipients.
fn by_size(table: &Table, (choices, register): (&Choices, &Register)) -> Result<(Kind, Text)> {
    // What cannot be read is told where the table is taken: here it is only not known.
    let data = counts::read(table, |_| true, register, choices, &mut Log::default())?;
    let Some(share) = share(&data, register) else {
        return Err(asked(table, say::IMPORT_KIND_UNKNOWN.text()));
    };
    let percent = |share: f64, decimals| Text::each(|lang| number(100.0 * share, decimals, lang));
    match share {
        low if low < LEAST_POPULATION => {
            // Of few municipalities the share itself would tell how many persons they have.
            Ok((Kind::Recipients, say::ImportWhySmall { limit: percent(LEAST_POPULATION, 0) }.text()))
        }
        high if high >= LOW_POPULATION => {
            Ok((Kind::Population, say::ImportWhyLarge { share: percent(share, 2) }.text()))
        }
        _ => Err(asked(table, say::ImportKindUnsized { share: percent(share, 2) }.text())),
    }
}

/// A name of a file or a sheet with spaces where others have marks and digits, so that its words are found.
fn spaced(name: &str) -> String {
    name.replace(|c: char| !c.is_alphabetic(), " ")
}

fn asked(table: &Table, what: Text) -> Error {
    let names: Vec<&str> = KINDS.iter().map(|(name, _)| *name).collect();
    table.source.whole(what).key("--as").allowed(Text::same(names.join(", "))).into()
}

/// A table that nothing is found in: what was read of it, where the file says it itself.
fn unused(table: &Table, document: &Document, place: bool) -> Error {
    match (&document.content, place) {
        (Some(content), _) => of_no_use(&table.source.name(), content),
        (None, true) => asked(table, say::IMPORT_KIND_UNKNOWN.text()),
        (None, false) => asked(table, say::IMPORT_NO_MUNICIPALITIES.text()),
    }
}

/// A file that was read in full, and has nothing that the model uses.
pub fn of_no_use(file: &str, content: &Text) -> Error {
    let what = say::ImportUnused { content: content.clone() };
    Problem::new(what).file(file).allowed(say::IMPORT_USED).into()
}

//! Amounts under the name of BPA in a list of persons, as claims for refund have them: «Lønn BPA» beside wages of other
//! services. Whoever has none there has another service, and no BPA.

use super::cells::{Cell, Line, folded, letters};
use super::headings::{Figures, Measure, Named, Role};
use super::marks::{Amount, Mark};
use super::subject::{is_of_bpa, is_of_others, is_of_others_alone};
use super::table::Table;
use super::wording::{says, years_in};
use crate::error::Problem;
use crate::text::say;

/// Columns that say by their numbers who has BPA: some persons have an amount in one of them, and some in none. Of several years
/// those of the figures' are taken.
pub fn columns(table: &Table, (named, year): (&Named, i32)) -> Vec<usize> {
    let beside = (0..table.columns.len()).any(|column| is_of_others_alone(&table.columns[column].1));
    let may_say = |column: &usize| {
        let (role, heading) = &table.columns[*column];
        let of_role = match role {
            Role::Unread | Role::Share => true,
            // Hours that are not known are not those of nobody, but where others' stand beside them.
            Role::Figures(Figures { measure: Some(Measure::Hours), .. }) => beside,
            Role::Figures(_) => true,
            _ => false,
        };
        of_role
            && is_of_bpa_itself(heading)
            && !is_of_others(heading)
            && !named.contains_key(&folded(heading))
    };
    let years = |column: &usize| years_in(&table.columns[*column].1);
    let keys = table.all(|role| matches!(role, Role::Person(_) | Role::Age));
    let persons = || table.rows.iter().filter(|row| keys.iter().any(|key| !row.cell(*key).is_empty()));
    let is_one = |column: &usize| {
        let cells = || persons().map(|row: &Line| row.cell(*column));
        cells().all(|cell| is_amount(table, cell)) && cells().any(|cell| is_some(table, cell))
    };
    let mut own: Vec<usize> = (0..table.columns.len()).filter(may_say).filter(is_one).collect();
    if own.iter().any(|column| years(column).contains(&year)) {
        own.retain(|column| years(column).contains(&year));
    }
    let none = |row: &Line| own.iter().all(|column| !is_some(table, row.cell(*column)));
    if persons().any(none) { own } else { Vec::new() }
}

/// Whether a heading is of BPA, and not of what is beside it: «Lønn uten BPA».
fn is_of_bpa_itself(heading: &str) -> bool {
    const NOT: [&str; 14] = [
        "uten", "utan", "utenom", "utanom", "ekskl*", "eksl*", "excl*", "ikke", "ikkje", "not", "andre",
        "annet", "øvrig*", "enn",
    ];
    is_of_bpa(heading) && says(heading, &NOT).is_none()
}

/// Refuses a claim for refund that has a row for each person and says of none that he has BPA: most of whom municipalities are
/// refunded for have other services. A list of hours, and one that names BPA, is taken at its word.
pub fn refuse(table: &Table, named: &Named) -> Option<Problem> {
    const CLAIMED: [&str; 10] = [
        "lønn*",
        "løn",
        "lønsutgift*",
        "*lønn",
        "*refusjon*",
        "*refund*",
        "fradrag*",
        "frådrag*",
        "toppfinansier*",
        "ressurskrev*",
    ];
    let hours = table.figures().any(|(_, own)| own.measure == Some(Measure::Hours));
    let texts = table.above.iter().chain(table.rows).flat_map(Line::filled).map(|(_, cell)| cell.text());
    let headings = table.columns.iter().map(|(_, heading)| heading.as_str());
    let bpa = || {
        texts.into_iter().any(|text| is_of_bpa(&text))
            || headings.into_iter().any(is_of_bpa_itself)
            || is_of_bpa(&table.source.name())
    };
    let is_claimed = |column: &usize| {
        let (role, heading) = &table.columns[*column];
        !matches!(role, Role::Person(_) | Role::Identity)
            && says(heading, &CLAIMED).is_some()
            && !named.contains_key(&folded(heading))
    };
    // «Lønn uten BPA» alone says who has something else.
    let own = |(_, heading): &(Role, String)| is_of_bpa_itself(heading);
    let without = |(_, heading): &(Role, String)| is_of_bpa(heading) && !is_of_bpa_itself(heading);
    let without = table.columns.iter().any(without) && !table.columns.iter().any(own);
    let column = (0..table.columns.len()).find(is_claimed)?;
    let problem = table.source.problem(table.heading, Some(column), say::IMPORT_LIST_OF_CLAIMS);
    (!hours && (without || !bpa()))
        .then(|| problem.key(letters(column)).allowed(say::IMPORT_LIST_OF_CLAIMS_ALLOWED))
}

/// Whether a cell has an amount: what is taken back is none.
pub fn is_some(table: &Table, cell: &Cell) -> bool {
    matches!(table.habit.amount(cell), Amount::Number(number) if number > 0.0)
}

/// Whether a cell is a number, or what stands for none.
fn is_amount(table: &Table, cell: &Cell) -> bool {
    matches!(table.habit.amount(cell), Amount::Number(_) | Amount::Nothing | Amount::Mark(Mark::Zero))
}

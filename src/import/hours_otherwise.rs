//! Texts around a table of hours that say of them something else than their headings do.

use super::choices::Kind;
use super::hour_words::{is_of_all, is_of_each, is_of_other_hours};
use super::months::month;
use super::periods::{Period, is_of_hours, is_of_minutes};
use super::remarks::Stand;
use super::table::Table;
use super::wording::{says, words};
use crate::text::{Words, say};
use std::collections::BTreeSet;

/// A text that says of the hours another time than their headings do, where no column is of that time; or that they are others
/// than those granted.
pub fn other_hours(table: &Table, kind: Kind, text: &str, stand: Stand) -> Option<Words> {
    const SHORT: usize = 7;
    const ELSE: [&str; 9] = [
        "omregn*",
        "omrekn*",
        "converted",
        "rapporter*",
        "*rapport",
        "oppdater*",
        "publiser*",
        "kilde",
        "kjelde",
    ];
    let own = words(text);
    let dated = own.iter().any(|word| month(word).is_some());
    let of_hours = says(text, &["*timer", "*timar", "timene", "timane", "hours"]).is_some();
    if !matches!(kind, Kind::Hours | Kind::Persons) || says(text, &ELSE).is_some() || dated {
        return None;
    }
    let timed = || {
        const TIMED: [&str; 11] = [
            "per",
            "pr",
            "/",
            "hver",
            "kvar",
            "månedlig*",
            "månadleg*",
            "årlig*",
            "årleg*",
            "månedstal*",
            "månadstal*",
        ];
        says(text, &TIMED).is_some() || Period::of_cell(text).is_some_and(|own| own.in_a_year().is_some())
    };
    let alone = stand == Stand::Note || stand == Stand::Title && (of_hours || timed());
    let short = alone && own.len() <= SHORT;
    let said = Period::of_title(text)
        .or_else(|| Period::of(text).filter(|period| short && (of_hours || *period != Period::Unknown)));
    let headings = table.columns.iter().filter(|(_, heading)| is_of_hours(heading));
    let periods: BTreeSet<Period> = headings.filter_map(|(_, heading)| Period::of(heading)).collect();
    let other = said.is_some_and(|said| !periods.is_empty() && !periods.contains(&said));
    let minutes = own.len() <= SHORT
        && matches!(stand, Stand::Note | Stand::Title)
        && says(text, &["minutt*", "minutes"]).is_some()
        && !table.columns.iter().any(|(_, heading)| is_of_minutes(heading));
    let each = table.columns.iter().any(|(_, heading)| is_of_hours(heading) && is_of_each(heading));
    let others = short && of_hours && (is_of_other_hours(text) || each && is_of_all(text));
    (other || minutes)
        .then_some(say::IMPORT_SAID_OTHER_PERIOD)
        .or_else(|| others.then_some(say::IMPORT_SAID_OTHER_HOURS))
}

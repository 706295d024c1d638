//! What is documented to have moved a series: a table with sources, read beside the numbers, never instead of them.

use super::series::Vintage;
use crate::error::{Error, Problem, Result};
use crate::scenario::embedded;
use crate::text::{Text, say};
use serde::{Deserialize, Serialize};

/// The shipped table.
const TABLE: &str = "data/known_events.csv";

/// The direction in which an event moves the observations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pull {
    /// Down.
    Lower,
    /// Up.
    Higher,
    /// Not known.
    Unknown,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventRecord {
    series: String,
    from: i32,
    to: i32,
    pulls: Pull,
    label_nb: String,
    label_nn: String,
    label_en: String,
    source: String,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ObservedEvent {
    /// First and last year concerned.
    pub years: [i32; 2],
    /// The direction in which it moves the observations.
    pub pulls: Pull,
    /// The name of the event.
    pub label: Text,
    /// The source of the information.
    pub source: String,
}

/// Ending of a series' name where an event is in its published vintage alone.
const PUBLISHED: &str = "_published";

/// Events of a series in a vintage.
pub fn of(series: &str, vintage: Option<Vintage>) -> Result<Vec<ObservedEvent>> {
    let published = format!("{series}{PUBLISHED}");
    let text = embedded::data(TABLE).unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    let mut list = Vec::new();
    for line in reader.deserialize::<EventRecord>() {
        let line = line.map_err(|e| {
            let at = e.position().map(|p| p.line() as usize);
            Error::from(Problem {
                line: at,
                ..Problem::new(say::ROW_CANNOT_BE_READ).file(TABLE).found(e.to_string())
            })
        })?;
        if line.series == series || (vintage == Some(Vintage::Published) && line.series == published) {
            list.push(ObservedEvent {
                years: [line.from, line.to],
                pulls: line.pulls,
                label: Text::all(line.label_nb, line.label_nn, line.label_en),
                source: line.source,
            });
        }
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::backtest::series::{Data, Which};
    use crate::scenario::load;
    use crate::scenario::overrides::Options;

    #[test]
    fn every_event_belongs_to_a_series() {
        let data = Data::shipped(&load("national", &Options::default()).expect("national")).expect("data");
        let all = Which::ALL.iter().flat_map(|w| w.series(&data));
        let ids: Vec<&str> = all.map(|s| s.id).collect();
        let text = embedded::data(TABLE).expect("table");
        for line in text.lines().skip(2) {
            let series = line.split(',').next().expect("series");
            assert!(ids.contains(&series.trim_end_matches(PUBLISHED)), "{line}");
        }
        let of = |vintage| of("national_recipients", Some(vintage)).expect("events");
        let told =
            |vintage| of(vintage).iter().any(|e| e.label.en.contains("Ålesund") && e.pulls == Pull::Lower);
        assert!(told(Vintage::Published) && !told(Vintage::Corrected));
        assert!(!of(Vintage::Corrected).is_empty());
    }
}

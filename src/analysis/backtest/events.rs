//! What is documented to have moved a series: a table with sources, read beside the numbers, never instead of them.

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

/// Events of a series.
pub fn of(series: &str) -> Result<Vec<ObservedEvent>> {
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
        if line.series == series {
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

/// The events that fit a miss: they concern its year, and do not move the observations the other way.
pub fn fitting(events: &[ObservedEvent], missed: &[(i32, Pull)]) -> Vec<ObservedEvent> {
    let fits = |e: &&ObservedEvent| {
        missed.iter().any(|(year, side)| {
            (e.years[0]..=e.years[1]).contains(year) && (e.pulls == *side || e.pulls == Pull::Unknown)
        })
    };
    events.iter().filter(fits).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::backtest::series::{Tables, TestSeries, Which};

    #[test]
    fn every_event_belongs_to_a_series_and_fits_only_misses_on_its_side() {
        let all = Which::ALL.iter().flat_map(|w| TestSeries::of(*w, &Tables::shipped()).expect("series"));
        let ids: Vec<&str> = all.map(|s| s.id).collect();
        let text = embedded::data(TABLE).expect("table");
        for line in text.lines().skip(2) {
            assert!(ids.contains(&line.split(',').next().expect("series")), "{line}");
        }
        let events = of("national_recipients").expect("events");
        assert!(fitting(&events, &[]).is_empty());
        let low = fitting(&events, &[(2018, Pull::Lower)]);
        assert!(low.len() == 1 && low[0].label.en.contains("Ålesund"), "{low:?}");
        assert!(fitting(&events, &[(2018, Pull::Higher)]).is_empty());
        assert!(fitting(&events, &[(2019, Pull::Higher)]).iter().all(|e| e.pulls == Pull::Unknown));
    }
}

//! What the zero alternative should reproduce, and whether it does.

use super::table;
use crate::records::tables::ValidationLine;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::number::{MISSING, NBSP, Scale, number, percent, scaled};
use crate::report::teller::Teller;
use crate::text::say;

/// A row a known figure; a miss is called a miss.
pub fn validation(teller: &Teller<'_>) -> Table {
    let t = teller.t;
    let rows = teller
        .run
        .validation
        .iter()
        .map(|v| {
            let range = match (v.lower, v.upper) {
                (Some(a), Some(b)) if a == b => show(teller, v, a),
                (Some(a), Some(b)) => format!("{}–{}", show(teller, v, a), show(teller, v, b)),
                (Some(a), None) => format!("≥{NBSP}{}", show(teller, v, a)),
                (None, Some(b)) => format!("≤{NBSP}{}", show(teller, v, b)),
                (None, None) => MISSING.to_string(),
            };
            let model = v.model_mean.map_or(Cell::Missing(Missing::Unknown), |mean| {
                let interval = v.model_p05.zip(v.model_p95);
                let shown_interval = interval.map_or(String::new(), |(a, b)| {
                    format!("[{};{NBSP}{}]", show(teller, v, a), show(teller, v, b))
                });
                Cell::Estimate { mean, interval, shown: show(teller, v, mean), shown_interval }
            });
            let cells = vec![
                Cell::text(range),
                model,
                Cell::text(t.by_id(&format!("result-{}", v.result))),
                Cell::text(t.by_id(&format!("kind-{}", v.kind))),
                Cell::text(v.source.clone()),
            ];
            Row::new(v.name(teller.lang()), cells).about(super::super::words::unit(&v.unit, teller.lang()))
        })
        .collect();
    let columns =
        [say::COLUMN_KNOWN, say::COLUMN_MODEL, say::COLUMN_HIT, say::COLUMN_KIND, say::COLUMN_SOURCE];
    let mut table = table(teller, "validation", columns.map(|id| t.get(id)).to_vec(), rows);
    table.notes = vec![t.get(say::NOTE_VALIDATION), teller.interval_note()];
    table.sources = vec!["validation.csv"];
    table
}

fn show(teller: &Teller<'_>, v: &ValidationLine, x: f64) -> String {
    let lang = teller.lang();
    match v.unit.as_str() {
        "share" | "per year" => percent(x, 1, lang),
        "NOK" => format!("{}{NBSP}{}", scaled(x, Scale::Million, 0, lang), Scale::Million.word(lang)),
        "persons" => number(x, 0, lang),
        _ => number(x, 1, lang),
    }
}

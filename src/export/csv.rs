//! Comma-separated result files: UTF-8, line feed, decimal point, every number the shortest text
//! that reads back the same, empty where a number is missing.

use super::units::units;
use crate::analysis::disclosure::Hidden;
use crate::analysis::quantile;
use crate::analysis::summary::{Period, Statistic, SummaryRow, statistics};
use crate::analysis::validation::Validation;
use crate::analysis::variance::{VarianceRow, variances};
use crate::engine::results::{Results, VIEWS};
use crate::ledger::{Item, Payer};
use crate::scenario::Scenario;
use crate::scenario::parameters::{Parameter, Value};
use crate::text::Lang;

/// Every table of a result folder, by file name.
pub fn all(
    scenario: &Scenario,
    results: &Results,
    rows: &[SummaryRow],
    validations: &[Validation],
    hidden: &Hidden,
    lang: Lang,
) -> Vec<(String, Vec<u8>)> {
    let told: Vec<&SummaryRow> = rows.iter().filter(|row| !hidden.outcome(row.outcome)).collect();
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("summary.csv".into(), summary(scenario, &told)),
        ("ledger.csv".into(), ledger(scenario, results)),
        ("units.csv".into(), units(scenario, results, hidden)),
        ("parameters.csv".into(), parameters(scenario, results, lang)),
        ("validation.csv".into(), validation(validations, lang)),
    ];
    if results.replicates > 1 {
        let mut rows = variances(scenario, results);
        rows.retain(|row| !hidden.outcome(row.figure.outcome));
        files.push(("variance.csv".into(), variance(scenario, &rows)));
    }
    files
}

/// `variance.csv`: how much of each figure's variance over worlds is uncertain parameters and how
/// much is chance among persons, each with its standard error.
pub fn variance(scenario: &Scenario, rows: &[VarianceRow]) -> Vec<u8> {
    let mut t = Table::new(&[
        "outcome",
        "unit",
        "model",
        "year",
        "basis",
        "statistic_of",
        "parameters",
        "parameters_error",
        "chance",
        "chance_error",
        "share_parameters",
        "share_parameters_error",
    ]);
    for row in rows {
        let (f, s) = (&row.figure, &row.split);
        t.text(f.outcome.id()).text(f.outcome.info().unit.id()).text(&scenario.models[f.model].id);
        t.text(&period(scenario, f.period)).text(f.basis.id());
        t.text(&statistic_of(scenario, f.statistic));
        t.number(s.parameters.value).number(s.parameters.error).number(s.chance.value).number(s.chance.error);
        t.maybe(s.share.map(|e| e.value)).maybe(s.share.map(|e| e.error)).end();
    }
    t.done()
}

pub(super) fn period(scenario: &Scenario, period: Period) -> String {
    match period {
        Period::Year(year) => (scenario.base_year + year as i32).to_string(),
        Period::Total => "total".to_string(),
    }
}

fn statistic_of(scenario: &Scenario, statistic: Statistic) -> String {
    match statistic {
        Statistic::Level => "level".to_string(),
        Statistic::DifferenceTo(other) => format!("difference_to_{}", scenario.models[other].id),
    }
}

/// `summary.csv`: the outcomes of every model and every pair of models.
pub fn summary(scenario: &Scenario, rows: &[&SummaryRow]) -> Vec<u8> {
    let mut t = Table::new(&[
        "outcome",
        "unit",
        "model",
        "year",
        "basis",
        "statistic_of",
        "mean",
        "sd",
        "mcse",
        "p05",
        "p25",
        "p50",
        "p75",
        "p95",
        "probability_below_zero",
        "probability_above_zero",
    ]);
    for row in rows {
        let f = &row.figures;
        t.text(row.outcome.id()).text(row.outcome.info().unit.id()).text(&scenario.models[row.model].id);
        t.text(&period(scenario, row.period)).text(row.basis.id());
        t.text(&statistic_of(scenario, row.statistic));
        let difference = row.statistic != Statistic::Level;
        t.number(f.mean).maybe(f.sd).maybe(f.mcse);
        for level in 0..quantile::LEVELS.len() {
            t.maybe(f.percentiles.map(|p| p[level]));
        }
        t.maybe(difference.then_some(f.below_zero)).maybe(difference.then_some(f.above_zero)).end();
    }
    t.done()
}

/// `ledger.csv`: nominal kroner by model, year, payer and item. Items nobody ever pays are left out;
/// refunds earned but not yet paid at the end stand in the last year under the view `closing_claim`.
///
/// The standard error counts draws, not repeated persons, so with replicates it is on the safe side.
pub fn ledger(scenario: &Scenario, results: &Results) -> Vec<u8> {
    let mut t = Table::new(&["model", "year", "payer", "item", "view", "mean", "standard_error"]);
    let sums = &results.ledger;
    let worlds = results.worlds() as f64;
    let used = |payer, item| {
        sums.square
            .index_axis(ndarray::Axis(2), payer)
            .index_axis(ndarray::Axis(2), item)
            .iter()
            .any(|x| *x != 0)
    };
    for (m, model) in scenario.models.iter().enumerate() {
        for year in 0..scenario.horizon {
            let calendar = (scenario.base_year + year as i32).to_string();
            for (p, payer) in Payer::ALL.iter().enumerate() {
                for (i, item) in Item::ALL.iter().enumerate().filter(|(i, _)| used(p, *i)) {
                    for (v, view) in VIEWS.iter().enumerate() {
                        let at = [m, year, p, i, v];
                        let mean = sums.sum[at] as f64 / 100.0 / worlds;
                        let squares = (sums.square[at] as f64 / 1e4 - worlds * mean * mean).max(0.0);
                        let se = (results.draws > 1)
                            .then(|| (squares / (worlds - 1.0) / results.draws as f64).sqrt());
                        t.text(&model.id).text(&calendar).text(payer.id()).text(item.id()).text(view);
                        t.number(mean).maybe(se).end();
                    }
                }
            }
        }
        let last = scenario.last_year().to_string();
        t.text(&model.id).text(&last).text(Payer::Municipality.id()).text(Item::Refund.id());
        t.text("closing_claim").number(sums.closing_claim[m] as f64 / 100.0 / worlds).text("").end();
    }
    t.done()
}

/// `parameters.csv`: every number used, as written, with where it comes from and what was drawn.
/// A table is one row an entry; drawn figures are in the kroner of the column `year`.
pub fn parameters(scenario: &Scenario, results: &Results, lang: Lang) -> Vec<u8> {
    let mut t = Table::new(&[
        "id",
        "label",
        "group",
        "symbol",
        "unit",
        "year",
        "value",
        "status",
        "source",
        "users_own",
        "drawn_mean",
        "drawn_p05",
        "drawn_p95",
        "without_commissioned",
        "label_nn",
        "label_en",
        "drawn_from",
    ]);
    let mut row = |p: &Parameter, id: &str, value: &str, slot: Option<usize>| {
        let drawn = slot.and_then(|slot| {
            let values: Vec<f64> = results.values.column(slot).iter().copied().collect();
            statistics(&values, 1)
        });
        let interval = drawn.as_ref().and_then(|s| s.percentiles);
        t.text(id).text(p.label.get(lang)).text(&p.group).text(p.symbol.as_deref().unwrap_or(""));
        t.text(&p.unit).text(&p.year.map(|y| y.to_string()).unwrap_or_default()).text(value);
        t.text(&p.status).text(&p.source).text(if p.users_own { "yes" } else { "no" });
        t.maybe(drawn.as_ref().map(|s| s.mean)).maybe(interval.map(|i| i[0])).maybe(interval.map(|i| i[4]));
        let from = match slot {
            Some(slot) if results.given.contains(&slot) => "posterior",
            Some(_) if drawn.as_ref().is_some_and(|s| s.sd.is_some_and(|sd| sd > 0.0)) => "distribution",
            _ => "",
        };
        t.maybe(p.without_commissioned).text(&p.label.nn).text(&p.label.en).text(from).end();
    };
    let mut slot = 0;
    for p in scenario.parameters.iter() {
        match &p.value {
            Value::Scalar(d) => {
                row(p, &p.id, &d.to_string(), Some(slot));
                slot += 1;
            }
            Value::Table(entries) => {
                for (key, d) in entries {
                    row(p, &format!("{}.{key}", p.id), &d.to_string(), Some(slot));
                    slot += 1;
                }
            }
            Value::Dated(series) => {
                let written: Vec<String> =
                    series.0.iter().map(|(year, x)| format!("{year}={}", plain(*x))).collect();
                row(p, &p.id, &written.join(" "), None);
            }
        }
    }
    t.done()
}

/// `validation.csv`: known figures, tolerance, and the zero alternative's figure.
pub fn validation(rows: &[Validation], lang: Lang) -> Vec<u8> {
    let mut t = Table::new(&[
        "target",
        "label",
        "lower",
        "upper",
        "unit",
        "kind",
        "source",
        "model_mean",
        "model_p05",
        "model_p50",
        "model_p95",
        "result",
        "label_nn",
        "label_en",
    ]);
    for row in rows {
        let target = &row.target;
        t.text(&target.id).text(target.label().get(lang)).maybe(target.lower).maybe(target.upper);
        t.text(&target.unit).text(&target.kind).text(&target.source);
        let p = row.model.as_ref().and_then(|m| m.percentiles);
        t.maybe(row.model.as_ref().map(|m| m.mean));
        t.maybe(p.map(|p| p[0])).maybe(p.map(|p| p[2])).maybe(p.map(|p| p[4]));
        t.text(row.verdict.id()).text(&target.label().nn).text(&target.label().en).end();
    }
    t.done()
}

/// A number for files: the shortest text that reads back to the same number, with decimal point
/// and without exponent; empty where the number is missing; never −0.
pub fn plain(x: f64) -> String {
    if x.is_finite() { format!("{}", x + 0.0) } else { String::new() }
}

/// A table being written, cell by cell.
pub(super) struct Table {
    text: String,
    start: bool,
}

impl Table {
    pub(super) fn empty() -> Self {
        Table { text: String::new(), start: true }
    }
    /// Rows written apart from this table.
    pub(super) fn append(&mut self, rows: &Table) {
        self.text.push_str(&rows.text);
    }
    pub(super) fn new<S: AsRef<str>>(head: &[S]) -> Self {
        let mut t = Table::empty();
        for name in head {
            t.text(name.as_ref());
        }
        t.end();
        t
    }
    /// A cell of text, quoted where it must be.
    pub(super) fn text(&mut self, cell: &str) -> &mut Self {
        if !self.start {
            self.text.push(',');
        }
        self.start = false;
        if cell.contains([',', '"', '\n', '\r']) {
            self.text.push('"');
            self.text.push_str(&cell.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(cell);
        }
        self
    }
    pub(super) fn number(&mut self, x: f64) -> &mut Self {
        self.text(&plain(x))
    }
    pub(super) fn maybe(&mut self, x: Option<f64>) -> &mut Self {
        self.text(&x.map(plain).unwrap_or_default())
    }
    pub(super) fn end(&mut self) {
        self.text.push('\n');
        self.start = true;
    }
    pub(super) fn done(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

#[cfg(test)]
#[path = "csv_tests.rs"]
mod tests;

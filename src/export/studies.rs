//! `decides.csv`: every number of the analyses of what decides the conclusion, one a row.

use super::csv::Table;
use super::schema::resource;
use crate::analysis::alternatives::Tried;
use crate::analysis::decision::{Decision, Turn};
use crate::analysis::sensitivity::Estimate;
use crate::analysis::studies::{Criterion, Studies, Study};

/// Name of the table.
pub const TABLE: &str = "decides";

/// The table.
pub fn csv(studies: &Studies) -> Vec<u8> {
    let names: Vec<String> =
        resource(TABLE).map_or(Vec::new(), |r| r.fields.into_iter().map(|f| f.name).collect());
    let mut rows = Rows { table: Table::new(&names), studies };
    for study in &studies.studies {
        of_figure(&mut rows, study);
    }
    for worth in &studies.worth {
        let criterion = written(&worth.criterion);
        let Some(e) = &worth.evppi else {
            // There, and empty: it was asked and can't be said.
            let row = Row { analysis: "evppi", about: &criterion, item: "everything", ..Row::default() };
            rows.put(&Row { measure: "value", ..row });
            continue;
        };
        let whole = [("everything", e.perfect, None, e.perfect_changes)].into_iter();
        let known = e.parameters.iter().chain(&e.groups);
        let known = known.map(|v| (v.name.as_str(), [v.value, v.error], v.most, v.changes));
        for (name, [value, error], most, changes) in whole.chain(known) {
            let row = Row { analysis: "evppi", about: &criterion, item: name, ..Row::default() };
            rows.put(&Row {
                measure: "value",
                numbers: [Some(value), None, most, Some(error)],
                ..row.clone()
            });
            rows.put(&Row { measure: "changes", numbers: only(changes), ..row });
        }
    }
    if let Some(found) = &studies.alternatives {
        let year = (studies.about.base_year + found.year as i32).to_string();
        for tried in [&found.base].into_iter().chain(&found.tried) {
            of_alternative(&mut rows, tried, &found.outcomes, &year);
        }
    }
    if let Some(decision) = &studies.decision {
        of_decision(&mut rows, decision);
    }
    rows.table.done()
}

/// Weights as `--criterion` takes them.
fn written(criterion: &Criterion) -> String {
    let parts: Vec<String> = criterion
        .iter()
        .map(|(id, weight)| if *weight == 1.0 { id.clone() } else { format!("{id}={weight}") })
        .collect();
    parts.join(",")
}

/// One number of one analysis.
#[derive(Clone, Debug, Default)]
struct Row<'a> {
    analysis: &'static str,
    /// Outcome or criterion.
    about: &'a str,
    basis: &'a str,
    year: &'a str,
    model: Option<usize>,
    minus: Option<usize>,
    item: &'a str,
    at: String,
    measure: &'static str,
    /// Value, 5th and 95th percentile, standard error.
    numbers: [Option<f64>; 4],
}

fn only(value: f64) -> [Option<f64>; 4] {
    [Some(value), None, None, None]
}

fn with_error([value, error]: [f64; 2]) -> [Option<f64>; 4] {
    [Some(value), None, None, Some(error)]
}

fn with_interval(e: Estimate) -> [Option<f64>; 4] {
    [Some(e.value), Some(e.low), Some(e.high), None]
}

struct Rows<'a> {
    table: Table,
    studies: &'a Studies,
}

impl Rows<'_> {
    fn put(&mut self, row: &Row<'_>) {
        let model = |m: Option<usize>| {
            m.and_then(|m| self.studies.about.models.get(m)).map_or(String::new(), |m| m.id.clone())
        };
        let (own, other) = (model(row.model), model(row.minus));
        let t = &mut self.table;
        t.text(row.analysis).text(row.about).text(row.basis).text(row.year).text(&own).text(&other);
        t.text(row.item).text(&row.at).text(row.measure);
        for number in row.numbers {
            t.maybe(number.filter(|x| x.is_finite()));
        }
        t.end();
    }
}

fn of_figure(rows: &mut Rows<'_>, study: &Study) {
    let wanted = &study.wanted;
    let year = match wanted.year {
        Some(year) => (rows.studies.about.base_year + year as i32).to_string(),
        None => "total".to_string(),
    };
    let base = Row {
        about: &wanted.outcome,
        basis: &wanted.basis,
        year: &year,
        model: Some(wanted.model),
        minus: wanted.minus,
        ..Row::default()
    };
    for bar in study.tornado.iter().flat_map(|t| &t.bars) {
        let row = Row { analysis: "tornado", item: &bar.parameter, ..base.clone() };
        for (measure, effects) in [("others_drawn", bar.random), ("others_median", bar.median)] {
            for (at, effect) in bar.values.iter().zip(effects) {
                rows.put(&Row { at: at.to_string(), measure, numbers: with_error(effect), ..row.clone() });
            }
        }
    }
    for c in study.regression.iter().flat_map(|r| &r.coefficients) {
        let row = Row { analysis: "regression", item: &c.parameter, ..base.clone() };
        let standardised = with_error([c.standardised, c.error]);
        rows.put(&Row { measure: "standardised", numbers: standardised, ..row.clone() });
        rows.put(&Row { measure: "rank", numbers: only(c.rank), ..row.clone() });
        rows.put(&Row { measure: "partial_rank", numbers: only(c.partial_rank), ..row });
    }
    for e in study.sobol.iter().flat_map(|s| &s.effects) {
        let row = Row { analysis: "sobol", item: &e.factor, ..base.clone() };
        rows.put(&Row { measure: "first", numbers: with_interval(e.first), ..row.clone() });
        rows.put(&Row { measure: "total", numbers: with_interval(e.total), ..row });
    }
    for t in study.sobol.iter().flat_map(|s| &s.together) {
        let item = t.factors.join(" × ");
        let numbers = with_interval(t.index);
        rows.put(&Row { analysis: "sobol", item: &item, measure: "together", numbers, ..base.clone() });
    }
    for b in &study.breakeven {
        let row = Row { analysis: "breakeven", item: &b.parameter, ..base.clone() };
        for place in &b.curve {
            let numbers = with_error([place.mean, place.error]);
            rows.put(&Row { at: place.at.to_string(), measure: "mean", numbers, ..row.clone() });
        }
        let crossing = b.crossing.as_ref().map_or([None; 4], |c| with_interval(c.at));
        rows.put(&Row { measure: "crossing", numbers: crossing, ..row });
    }
    if let Some(grid) = &study.two_way {
        let item = grid.parameters.join(" × ");
        for (a, means) in grid.values[0].iter().zip(&grid.means) {
            for (b, mean) in grid.values[1].iter().zip(means) {
                let at = format!("{a} × {b}");
                let numbers = only(*mean);
                rows.put(&Row {
                    analysis: "two_way",
                    item: &item,
                    at,
                    measure: "mean",
                    numbers,
                    ..base.clone()
                });
            }
        }
    }
}

fn of_alternative(rows: &mut Rows<'_>, tried: &Tried, outcomes: &[String], year: &str) {
    for (outcome, by_model) in outcomes.iter().zip(&tried.differences) {
        for (m, found) in by_model.iter().enumerate() {
            let Some(d) = found else { continue };
            rows.put(&Row {
                analysis: "alternative",
                about: outcome,
                year: if outcome == "society_cost" { "total" } else { year },
                model: Some(m + 1),
                minus: Some(0),
                item: &tried.alternative.id,
                measure: "mean",
                numbers: [Some(d.mean), Some(d.interval[0]), Some(d.interval[1]), Some(d.error)],
                ..Row::default()
            });
        }
    }
}

fn of_decision(rows: &mut Rows<'_>, found: &Decision) {
    for choice in &found.choices {
        let criterion = written(&choice.criterion);
        for m in 0..choice.mean.len() {
            let row = Row {
                analysis: "decision",
                about: &criterion,
                model: Some(m),
                year: "total",
                ..Row::default()
            };
            rows.put(&Row { measure: "mean_cost", numbers: only(choice.mean[m]), ..row.clone() });
            rows.put(&Row { measure: "lowest", numbers: only(choice.lowest[m]), ..row.clone() });
            let regret = with_error([choice.regret[m], choice.error[m]]);
            rows.put(&Row { measure: "regret", numbers: regret, ..row });
        }
    }
    for priced in &found.priced {
        let row = Row { analysis: "price_of_hour", about: &priced.hours, year: "total", ..Row::default() };
        for (price, lowest) in priced.prices.iter().zip(&priced.lowest) {
            for (m, share) in lowest.iter().enumerate() {
                let at = price.to_string();
                rows.put(&Row {
                    at,
                    model: Some(m),
                    measure: "lowest",
                    numbers: only(*share),
                    ..row.clone()
                });
            }
        }
        for (i, turn) in priced.turns.iter().enumerate() {
            let (measure, numbers) = match turn {
                Turn::Always => ("cheaper_always", [None; 4]),
                Turn::Never => ("cheaper_never", [None; 4]),
                Turn::Above(e) => ("cheaper_above", with_interval(*e)),
                Turn::Below(e) => ("cheaper_below", with_interval(*e)),
            };
            rows.put(&Row { model: Some(i + 1), minus: Some(0), measure, numbers, ..row.clone() });
        }
    }
    for c in &found.compared {
        for (i, lower) in c.lower.iter().enumerate() {
            rows.put(&Row {
                analysis: "decision",
                about: &c.outcome,
                year: "total",
                model: Some(i + 1),
                minus: Some(0),
                measure: "lower",
                numbers: only(*lower),
                ..Row::default()
            });
        }
    }
}

//! The comparison as numbers: rows of a table, and a value for programs.

use super::Comparison;
use crate::analysis::bridge::{Bridge, Order};
use crate::analysis::precision::Headline;
use crate::analysis::statistics::Statistics;
use crate::analysis::summary::Period;
use crate::records::tables::{CompareLine, FigureId};
use serde_json::{Value, json};

impl Comparison {
    /// The comparison as the rows of a table: every figure and difference in both runs, the change, and each step.
    pub fn lines(&self) -> Vec<CompareLine> {
        let mut lines = Vec::new();
        for ((outcome, basis, period), m, b, difference) in self.levels_and_differences() {
            let (year, period) = match period {
                Period::Year(year) => (Some(self.scenario.base_year + year as i32), "year"),
                Period::Total => (None, "total"),
            };
            let figure = FigureId {
                outcome,
                unit: outcome.info().unit.id().to_string(),
                model: self.scenario.models[m].id.clone(),
                year,
                period: period.to_string(),
                basis,
                statistic_of: match difference {
                    true => format!("difference_to_{}", self.scenario.models[0].id),
                    false => "level".to_string(),
                },
            };
            let steps = self.steps.iter().zip(&b.steps).map(|(step, s)| (step.change.key.as_str(), s));
            let all = [("first", &b.from), ("second", &b.to), ("change", &b.change)].into_iter();
            for (part, s) in all.chain(steps) {
                let Some(s) = s else { continue };
                let (p05, p95) = s.interval().map_or((None, None), |(low, high)| (Some(low), Some(high)));
                let (figure, part) = (figure.clone(), part.to_string());
                lines.push(CompareLine { figure, part, mean: s.mean, mcse: s.mcse, p05, p95 });
            }
        }
        lines
    }

    /// The comparison for programs.
    pub fn json(&self) -> Value {
        let say = |s: &Option<Statistics>| {
            s.as_ref().map(|s| json!({ "mean": s.mean, "mcse": s.mcse, "p05": s.percentiles.map(|p| p[0]), "p95": s.percentiles.map(|p| p[4]) }))
        };
        let steps: Vec<Value> = self
            .steps
            .iter()
            .map(|s| json!({ "key": s.change.key, "from": s.change.from, "to": s.change.to, "source": s.source }))
            .collect();
        let row = |(outcome, basis, period): Headline, m: usize, b: &Bridge, minus: Option<usize>| {
            let (year, period) = match period {
                Period::Year(year) => (Some(self.scenario.base_year + year as i32), "year"),
                Period::Total => (None, "total"),
            };
            let mut row = json!({
                "outcome": outcome.id(),
                "basis": basis.id(),
                "year": year,
                "period": period,
                "model": self.scenario.models[m].id,
                "from": say(&b.from),
                "to": say(&b.to),
                "difference": say(&b.change),
                "steps": b.steps.iter().map(say).collect::<Vec<_>>(),
            });
            if let Some(other) = minus {
                row["minus"] = self.scenario.models[other].id.as_str().into();
            }
            row
        };
        let rows: Vec<Value> = self.rows().map(|(headline, m, b)| row(headline, m, b, None)).collect();
        let differences: Vec<Value> =
            self.differences().map(|(headline, m, b)| row(headline, m, b, Some(0))).collect();
        let order = match self.order {
            Order::Listed => "listed",
            Order::Shapley => "shapley",
        };
        json!({ "runs": self.runs, "draws": self.draws, "order": order, "changes": steps, "figures": rows, "differences": differences })
    }
}

//! The bridge between two runs, told: which assumptions differ, and what each does to every headline.

mod moved;

use super::display_unit::{DisplayUnit, headline_name};
use super::document::{Block, Cell, Document, Figure, Missing, Row, Section, Table};
use super::figures::plot::{WIDTH, c, drawing, fill, tick_labels, ticks};
use super::quantity::Quantity;
use super::texts::Texts;
use super::words;
use crate::analysis::bridge::{Bridge, Order};
use crate::analysis::precision::Headline;
use crate::analysis::statistics::Statistics;
use crate::analysis::summary::Period;
use crate::outcomes::Outcome;
use crate::records::tables::{CompareLine, FigureId};
use crate::scenario::{Change, Scenario};
use crate::text::{Text, say};
use maud::html;
use serde_json::{Value, json};

/// A change, with where its new value comes from.
#[derive(Clone, Debug)]
pub struct Step {
    /// What is changed.
    pub change: Change,
    /// Source of the parameter; empty for a lever.
    pub source: Text,
}

/// All there is to tell.
pub struct Comparison {
    /// The scenario compared, as the second run has it.
    pub scenario: Scenario,
    /// Ids of the two runs.
    pub runs: [String; 2],
    /// Years of fixed kroner.
    pub price_year: i32,
    /// The changes, in order.
    pub steps: Vec<Step>,
    /// How contributions are worked out.
    pub order: Order,
    /// Draws used.
    pub draws: usize,
    /// Headlines, in the order of the bridges, each under every model.
    pub headlines: Vec<Headline>,
    /// Bridges: headline by headline, model by model.
    pub bridges: Vec<Bridge>,
    /// Bridges of what each model after the first has more or less than the first, headline by headline.
    pub differences: Vec<Bridge>,
}

impl Comparison {
    fn rows(&self) -> impl Iterator<Item = (Headline, usize, &Bridge)> {
        let models = self.scenario.models.len();
        self.bridges.iter().enumerate().map(move |(i, b)| (self.headlines[i / models], i % models, b))
    }

    /// The differences, each with its headline and the model compared with the first.
    fn differences(&self) -> impl Iterator<Item = (Headline, usize, &Bridge)> {
        let others = self.scenario.models.len().saturating_sub(1).max(1);
        self.differences.iter().enumerate().map(move |(i, b)| (self.headlines[i / others], 1 + i % others, b))
    }

    /// Both, headline by headline: first the levels, then the differences.
    fn levels_and_differences(&self) -> impl Iterator<Item = (Headline, usize, &Bridge, bool)> {
        let each = |of: Headline| {
            let own = move |(headline, ..): &(Headline, usize, &Bridge)| *headline == of;
            let levels = self.rows().filter(own).map(|(headline, m, b)| (headline, m, b, false));
            let differences = self.differences().filter(own).map(|(headline, m, b)| (headline, m, b, true));
            levels.chain(differences)
        };
        self.headlines.iter().copied().flat_map(each)
    }

    /// Name of a difference to the first model.
    fn minus_first(&self, m: usize, t: &Texts) -> String {
        let [model, other] = [m, 0].map(|m| self.scenario.models[m].short.get(t.lang));
        t.get(say::Minus { model, other: words::within(other, 0) })
    }

    /// Name and unit of a headline.
    fn name(&self, headline: Headline, t: &Texts) -> (String, DisplayUnit) {
        let years = (self.scenario.base_year, self.scenario.last_year());
        (headline_name(headline, years, t), DisplayUnit::of_headline(headline, self.price_year, years.0))
    }

    fn order_words(&self, t: &Texts) -> String {
        t.get(match self.order {
            Order::Listed => say::COMPARE_LISTED,
            Order::Shapley => say::COMPARE_SHAPLEY,
        })
    }

    /// The changes, how the differences between models moved, and the bridge, as tables.
    pub fn tables(&self, t: &Texts) -> [Table; 3] {
        let rows = self
            .steps
            .iter()
            .enumerate()
            .map(|(i, s)| {
                let key = &s.change.key;
                let name = words::assumption(&self.scenario, key, t.lang);
                let name = name.map_or(key.clone(), |name| format!("{name} ({key})"));
                let value = |written: &str| match written.parse::<f64>() {
                    Ok(number) if number.is_finite() => Quantity::exact(number).number(t.lang),
                    _ => written.to_string(),
                };
                let cells = [name, value(&s.change.from), value(&s.change.to), s.source.get(t.lang).into()];
                Row::new((i + 1).to_string(), cells.map(Cell::text).to_vec())
            })
            .collect();
        let heads = [
            say::COMPARE_STEP,
            say::COLUMN_ASSUMPTION,
            say::COMPARE_FROM,
            say::COMPARE_TO,
            say::COLUMN_SOURCE,
        ];
        let changes = Table {
            id: "differences",
            title: t.get(say::COMPARE_CHANGES),
            sheet: t.get(say::COMPARE_CHANGES),
            unit: String::new(),
            columns: heads.map(|id| t.get(id)).to_vec(),
            rows,
            notes: Vec::new(),
            sources: vec!["run.json"],
            long: false,
        };
        let mut group = String::new();
        let rows = self
            .levels_and_differences()
            .map(|(headline, m, bridge, difference)| {
                let (name, unit) = self.name(headline, t);
                let own = if difference { unit.of_difference() } else { unit };
                let change = bridge.change.as_ref().map(|s| Quantity::of_statistics(unit.of_difference(), s));
                let cell = |s: &Option<Statistics>, unit: DisplayUnit| match s {
                    None => Cell::Missing(Missing::Unknown),
                    Some(s) => Quantity::of_statistics(unit, s).bare().cell(t.lang),
                };
                // A change is known more finely than what it is between: its row adds up as it is read.
                let end = |s: &Option<Statistics>| match (s, change) {
                    (Some(s), Some(change)) => {
                        Quantity::of_statistics(own, s).as_fine_as(change).bare().cell(t.lang)
                    }
                    _ => cell(s, own),
                };
                let mut cells = vec![end(&bridge.from), end(&bridge.to)];
                let changes = [&bridge.change].into_iter().chain(&bridge.steps);
                cells.extend(changes.map(|s| cell(s, unit.of_difference())));
                let row = match difference {
                    true => Row::new(self.minus_first(m, t), cells),
                    false => Row::new(self.scenario.models[m].short.get(t.lang), cells),
                };
                let heading = format!("{name} ({})", unit.name(t));
                let new = heading != group;
                group.clone_from(&heading);
                if new { row.group(heading) } else { row }
            })
            .collect();
        let mut columns = vec![
            t.get(say::COLUMN_WHAT),
            t.get(say::COMPARE_FIRST),
            t.get(say::COMPARE_SECOND),
            t.get(say::COMPARE_DIFFERENCE),
        ];
        columns
            .extend((1..=self.steps.len()).map(|n| t.get(say::CompareStepNumber { number: n.to_string() })));
        let draws = crate::text::number::number(self.draws as f64, 0, t.lang);
        let bridge = Table {
            id: "bridge",
            title: t.get(say::COMPARE_BRIDGE),
            sheet: t.get(say::COMPARE_BRIDGE),
            unit: String::new(),
            columns,
            rows,
            notes: vec![t.get(say::ComparePaired { draws: &draws }), self.order_words(t)],
            sources: Vec::new(),
            long: false,
        };
        [changes, self.moved(t), bridge]
    }

    /// What every step does to a headline under every model, as bars.
    pub fn figure(&self, outcome: Outcome, t: &Texts) -> Option<Figure> {
        let id = "bridge-figure";
        let own: Vec<(Headline, usize, &Bridge)> =
            self.rows().filter(|((o, ..), _, _)| *o == outcome).collect();
        let (headline, ..) = *own.first()?;
        let (name, unit) = self.name(headline, t);
        let unit_name = unit.name(t);
        let values: Vec<(usize, usize, Quantity)> = own
            .iter()
            .flat_map(|(_, m, b)| {
                let steps = b.steps.iter().enumerate();
                let unit = unit.of_difference();
                let told = |s| Quantity::of_statistics(unit, s).bare();
                steps.filter_map(|(i, s)| Some((*m, i, told(s.as_ref()?)))).collect::<Vec<_>>()
            })
            .collect();
        let low = values.iter().map(|v| v.2.value).fold(0.0, f64::min);
        let high = values.iter().map(|v| v.2.value).fold(0.0, f64::max);
        let at = ticks(low, high, 6);
        let (bar, gap, left) = (22.0, 6.0, 260.0);
        let range = (at[0], at[at.len() - 1]);
        let x = |value: f64| left + (value - range.0) / (range.1 - range.0) * (WIDTH - left - 20.0);
        let bottom = 16.0 + values.len() as f64 * (bar + gap);
        let body = html! {
            @for (value, label) in at.iter().zip(tick_labels(&at, unit.scale, t.lang)) {
                line x1=(c(x(*value))) x2=(c(x(*value))) y1="8" y2=(c(bottom)) class=(if *value == 0.0 { "axis" } else { "grid" }) {}
                text x=(c(x(*value))) y=(c(bottom + 18.0)) text-anchor="middle" class="tick" { (label) }
            }
            @for (i, (m, step, value)) in values.iter().enumerate() {
                @let y = 12.0 + i as f64 * (bar + gap);
                @let key: String = self.steps[*step].change.key.chars().take(24).collect();
                text x=(c(left - 10.0)) y=(c(y + bar / 2.0 + 5.0)) text-anchor="end" class="small" {
                    (self.scenario.models[*m].short.get(t.lang)) ": " (key)
                }
                rect x=(c(x(value.value.min(0.0)))) y=(c(y)) width=(c((x(value.value) - x(0.0)).abs())) height=(c(bar))
                    fill=(fill(id, *m)) class=(format!("edge s{}", m % 6)) {}
            }
            text x=(c((left + WIDTH) / 2.0)) y=(c(bottom + 38.0)) text-anchor="middle" class="name" { (unit_name) }
        };
        let title = t.get(say::CompareFigure { outcome: &name });
        let said: Vec<String> = values
            .iter()
            .map(|(m, step, value)| {
                let model = self.scenario.models[*m].short.get(t.lang);
                format!("{model}, {}: {}.", self.steps[*step].change.key, value.signed(t.lang))
            })
            .collect();
        let alt = t.get(say::AltBars { title: &title, unit: &unit_name, models: &said.join(" ") });
        let rows = values
            .iter()
            .map(|(m, step, value)| {
                let model = self.scenario.models[*m].short.get(t.lang);
                Row::new(format!("{model}: {}", self.steps[*step].change.key), vec![value.cell(t.lang)])
            })
            .collect();
        let data = Table {
            id,
            title: title.clone(),
            sheet: t.get(say::COMPARE_BRIDGE),
            unit: String::new(),
            columns: vec![t.get(say::COMPARE_STEP), unit_name],
            rows,
            notes: Vec::new(),
            sources: Vec::new(),
            long: true,
        };
        let svg = drawing(id, &alt, bottom + 48.0, body);
        Some(Figure { id, title, alt, note: self.order_words(t), svg, data })
    }

    /// The comparison as a page.
    pub fn document(&self, outcome: Outcome, t: &Texts) -> Document {
        let [changes, moved, bridge] = self.tables(t);
        let mut blocks = vec![Block::Text(t.get(say::COMPARE_WHAT)), Block::Table(changes)];
        if !self.differences.is_empty() {
            blocks.extend(self.moved_figure(outcome, t).map(Block::Figure));
            blocks.push(Block::Table(moved));
        }
        blocks.push(Block::Table(bridge));
        blocks.extend(self.figure(outcome, t).map(Block::Figure));
        let [a, b] = &self.runs;
        Document {
            title: t.get(say::COMPARE_TITLE),
            subtitle: self.scenario.title.get(t.lang).to_string(),
            stamp: vec![
                t.get(say::CompareRuns { first: a, second: b }),
                t.get(say::StampScenario { name: &self.scenario.name }),
                t.get(say::StampPriceYear { year: self.price_year.to_string() }),
                t.get(say::StampDraws { count: crate::text::number::number(self.draws as f64, 0, t.lang) }),
            ],
            own: String::new(),
            brief: Vec::new(),
            citation: String::new(),
            sections: vec![Section {
                id: "compare",
                title: t.get(say::COMPARE_TITLE),
                question: String::new(),
                blocks,
            }],
        }
    }

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

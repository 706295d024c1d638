//! The bridge between two runs, told: which assumptions differ, and what each does to every headline.

mod files;
mod moved;

use super::display_unit::{DisplayUnit, headline_name};
use super::document::{Block, Cell, Document, Figure, Missing, Row, Section, Table};
use super::figures::plot::{WIDTH, c, drawing, fill, tick_labels, ticks};
use super::quantity::Quantity;
use super::texts::Texts;
use super::{words, written};
use crate::analysis::bridge::{Bridge, Order};
use crate::analysis::precision::Headline;
use crate::analysis::statistics::Statistics;
use crate::outcomes::Outcome;
use crate::scenario::{Change, Scenario};
use crate::text::{Text, say};
use maud::html;

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
    /// Draws that the runs themselves have.
    pub run_draws: [usize; 2],
    /// Headlines, in the order of the bridges, each under every model.
    pub headlines: Vec<Headline>,
    /// Bridges: headline by headline, model by model.
    pub bridges: Vec<Bridge>,
    /// Bridges of what each model after the first has more or less than the first, headline by headline.
    pub differences: Vec<Bridge>,
}

/// Digits of a change from which on one of the last is no matter.
const CHANGE_DIGITS: i32 = 2;

/// The numbers of a row to one digit, and to that of others that they are read with.
fn to_one_digit(
    row: Vec<Option<Quantity>>,
    others: impl IntoIterator<Item = Quantity>,
) -> Vec<Option<Quantity>> {
    let mut all: Vec<Quantity> = row.iter().flatten().copied().chain(others).collect();
    Quantity::to_one_digit(&mut all);
    let mut told = all.into_iter();
    let mut row: Vec<Option<Quantity>> = row.into_iter().map(|q| q.and_then(|_| told.next())).collect();
    // Where the last digit is as large as the change itself, what does not add up looks like a mistake.
    while let [Some(first), Some(second), Some(change), ..] = row[..] {
        if change.is_difference(second, first) || change.has_digits(CHANGE_DIGITS) {
            break;
        }
        let Some(finer) = row.iter().map(|q| q.map(Quantity::finer)).map(all_or_none).collect() else {
            break;
        };
        row = finer;
    }
    row
}

/// A number that was there and can be told finer, or one that never was; nothing where it can't be.
fn all_or_none(finer: Option<Option<Quantity>>) -> Option<Option<Quantity>> {
    match finer {
        Some(None) => None,
        Some(told) => Some(told),
        None => Some(None),
    }
}

/// Numbers as cells.
fn told(row: Vec<Option<Quantity>>, t: &Texts) -> Vec<Cell> {
    row.into_iter().map(|q| q.map_or(Cell::Missing(Missing::Unknown), |q| q.cell(t.lang))).collect()
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
                let [from, to] = written::change(&self.scenario, key, [&s.change.from, &s.change.to], t);
                let cells = [name, from, to, s.source.get(t.lang).into()];
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
                let cells = told(self.row(headline, bridge, difference, t), t);
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
        let [first, second] = self.heads_of_runs(t);
        let mut columns = vec![t.get(say::COLUMN_WHAT), first, second, t.get(say::COMPARE_DIFFERENCE)];
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
            notes: vec![
                t.get(say::ComparePaired { draws: &draws }),
                self.order_words(t),
                t.get(say::COMPARE_ROUNDED),
            ],
            sources: Vec::new(),
            long: false,
        };
        [changes, self.moved(t), bridge]
    }

    /// That the figures are not those of the runs' own reports, where these are of more draws.
    fn on_fewer_draws(&self, t: &Texts) -> Option<String> {
        let number = |draws: usize| crate::text::number::number(draws as f64, 0, t.lang);
        let [first, second] = self.run_draws.map(number);
        let most = *self.run_draws.iter().min()?;
        let draws = number(self.draws);
        let told = || t.get(say::CompareFewerDraws { draws, first, second, most: most.to_string() });
        self.run_draws.iter().any(|own| *own != self.draws).then(told)
    }

    /// The heads of the two runs, with the draws that their figures are of.
    fn heads_of_runs(&self, t: &Texts) -> [String; 2] {
        let draws = crate::text::number::number(self.draws as f64, 0, t.lang);
        [say::COMPARE_FIRST, say::COMPARE_SECOND]
            .map(|run| t.get(say::CompareRunOnDraws { run: &t.get(run), draws: &draws }))
    }

    /// What was, what is, the change and its steps, all to one digit. The levels of all models have the same: their draws are the
    /// same, so what lies between them is known more finely than they are.
    fn row(&self, of: Headline, own: &Bridge, difference: bool, t: &Texts) -> Vec<Option<Quantity>> {
        let (_, unit) = self.name(of, t);
        let end = |s: &Option<Statistics>| {
            let unit = if difference { unit.of_difference() } else { unit };
            s.as_ref().map(|s| Quantity::of_statistics(unit, s).bare())
        };
        let moved = |s: &Option<Statistics>| {
            s.as_ref().map(|s| Quantity::of_statistics(unit.of_difference(), s).bare())
        };
        let ends = [end(&own.from), end(&own.to)].into_iter();
        let row = ends.chain([moved(&own.change)]).chain(own.steps.iter().map(moved)).collect();
        let others = self.rows().filter(|(headline, ..)| *headline == of && !difference);
        let levels = others.flat_map(|(_, _, own)| {
            let changes = [&own.change].into_iter().chain(&own.steps).map(moved);
            [end(&own.from), end(&own.to)].into_iter().chain(changes).collect::<Vec<_>>()
        });
        to_one_digit(row, levels.flatten())
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
        let mut blocks = vec![Block::Text(t.get(say::COMPARE_WHAT))];
        blocks.extend(self.on_fewer_draws(t).map(Block::Text));
        blocks.push(Block::Table(changes));
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
}

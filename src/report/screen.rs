//! The table that `bpasim run` prints: what a reader without help needs, on at most 100 columns.
//! Up to three models stand side by side, more under each other.

use super::layout::{WIDTH, paragraph, row, rule, width, wrap};
use super::number::{Scale, interval, scaled, shown, signed};
use super::screen_text as t;
use crate::analysis::precision::headlines;
use crate::analysis::price_year;
use crate::analysis::summary::{Basis, Period, Statistics, by_world, paired, statistics};
use crate::engine::results::Results;
use crate::outcomes::{Kind, Measure, Outcome, Words};
use crate::scenario::Scenario;
use crate::text::Lang;

/// Most models that stand side by side.
const SIDE_BY_SIDE: usize = 3;
/// Width of a column where models stand side by side.
const CELL: usize = 20;
/// Own assumptions listed before «and more».
const CHANGES: usize = 8;

/// The whole text, ending in a line feed.
pub fn table(scenario: &Scenario, results: &Results, lang: Lang) -> String {
    let page = Page::new(scenario, results, lang);
    let mut out = page.head();
    if scenario.models.len() <= SIDE_BY_SIDE {
        out += &page.side_by_side();
    } else {
        out += &page.under_each_other();
    }
    let many = scenario.models.len() > SIDE_BY_SIDE;
    out.push('\n');
    if page.blocks.iter().flat_map(|b| &b.figures).any(|f| !f.adds_up(many, results.replicates)) {
        out += &paragraph(t::ROUNDING.get(lang), 0);
    }
    out + &paragraph(&t::closing(many, lang), 0)
}

/// A row of the table before it is set: one figure for every model.
struct Figure {
    label: Words,
    /// Unit with price year.
    unit: String,
    sign: Words,
    scale: Scale,
    /// Values by model and world.
    worlds: Vec<Vec<f64>>,
}

impl Figure {
    /// Whether every difference shown is the difference of the levels shown; with `many` models only
    /// those to the first are.
    fn adds_up(&self, many: bool, replicates: usize) -> bool {
        let models = self.worlds.len();
        let pairs: Vec<(usize, usize)> = (1..models)
            .flat_map(|later| (0..later).map(move |earlier| (later, earlier)))
            .filter(|(_, earlier)| !many || *earlier == 0)
            .collect();
        let levels: Vec<_> = self.worlds.iter().map(|w| statistics(w, replicates)).collect();
        let changes: Vec<_> = pairs
            .iter()
            .map(|&(a, b)| statistics(&paired(&self.worlds[a], &self.worlds[b]), replicates))
            .collect();
        let digits = [decimals(&levels, self.scale), decimals(&changes, self.scale)];
        let finest = digits[0].max(digits[1]);
        let value = |s: &Option<Statistics>, decimals: usize| {
            let shown = shown(s.as_ref()?.mean, self.scale, decimals)?;
            Some(shown * 10i64.pow((finest - decimals) as u32))
        };
        pairs.iter().zip(&changes).all(|(&(a, b), change)| {
            match (value(&levels[a], digits[0]), value(&levels[b], digits[0]), value(change, digits[1])) {
                (Some(a), Some(b), Some(change)) => a - b == change,
                _ => true,
            }
        })
    }
}

/// Rows about one year or about the whole period.
struct Block {
    heading: String,
    figures: Vec<Figure>,
}

struct Page<'a> {
    scenario: &'a Scenario,
    results: &'a Results,
    lang: Lang,
    many_draws: bool,
    blocks: Vec<Block>,
}

impl<'a> Page<'a> {
    fn new(scenario: &'a Scenario, results: &'a Results, lang: Lang) -> Self {
        let mut page = Page { scenario, results, lang, many_draws: results.draws > 1, blocks: Vec::new() };
        let figures = |whole: bool| -> Vec<Figure> {
            let own =
                headlines(scenario).into_iter().filter(|(_, _, period)| (*period == Period::Total) == whole);
            own.map(|(outcome, basis, period)| page.figure(outcome, basis, period)).collect()
        };
        let (year, mut whole) = (figures(false), figures(true));
        if let (false, Some(unmet)) = (page.unmet_is_priced(), whole.last_mut()) {
            unmet.unit = format!("{}; {}", unmet.unit, t::WITHOUT_PRICE.get(lang));
        }
        page.blocks = vec![
            Block { heading: t::one_year(scenario, lang), figures: year },
            Block { heading: t::whole_period(scenario, lang), figures: whole },
        ];
        page
    }

    fn figure(&self, outcome: Outcome, basis: Basis, period: Period) -> Figure {
        let worlds: Vec<Vec<f64>> = (0..self.scenario.models.len())
            .map(|m| by_world(self.results, outcome, m, basis, period))
            .collect();
        let largest = worlds
            .iter()
            .filter_map(|w| statistics(w, self.results))
            .map(|s| s.mean.abs())
            .fold(0.0, f64::max);
        let info = outcome.info();
        let scale = match (info.kind, info.unit) {
            (Kind::Money, _) if basis == Basis::PresentValue && largest >= 1e10 => Scale::Billion,
            (Kind::Money, _) => Scale::Million,
            (_, Measure::HoursPerYear) if largest >= 1e5 => Scale::Thousand,
            _ => Scale::One,
        };
        let word = scale.word(self.lang);
        let unit = match info.kind {
            Kind::Money => {
                let discounted = (basis == Basis::PresentValue).then_some(self.scenario.base_year);
                t::kroner(word, price_year(self.scenario, self.results), discounted, self.lang)
            }
            _ => {
                let hours_in_all = info.unit == Measure::HoursPerYear && period == Period::Total;
                let unit = if hours_in_all { t::HOURS_IN_ALL } else { info.unit.label() };
                format!("{word} {}", unit.get(self.lang)).trim().to_string()
            }
        };
        Figure { label: info.label, unit, sign: info.sign.words(), scale, worlds }
    }

    /// Whether unmet need has a price in some draw, so that it is in society's cost.
    fn unmet_is_priced(&self) -> bool {
        let slot = self.scenario.parameters.slot("unmet_value");
        slot.is_some_and(|slot| self.results.values.column(slot).iter().any(|x| *x > 0.0))
    }

    fn head(&self) -> String {
        let (s, lang) = (self.scenario, self.lang);
        let price_year = price_year(s, self.results);
        let [title, facts] = t::heading(s, self.results.draws, self.results.replicates, price_year, lang);
        let mut out = paragraph(&title, 0) + &paragraph(&facts, 0);
        out += &format!("\n{}:\n", t::MODELS.get(lang));
        for model in &s.models {
            let (short, title) = (model.short.get(lang), model.title.get(lang));
            // The name used in the tables, where the title does not begin with it.
            let name = if title.starts_with(short) { String::new() } else { format!("{short}: ") };
            let text = format!("- {name}{title}. {}", model.description.get(lang));
            out += &paragraph(&text, 2);
        }
        if !s.changes.is_empty() {
            out += &format!("\n{}:\n", t::OWN.get(lang));
            for c in s.changes.iter().take(CHANGES) {
                let text = format!("- {} = {} ({}: {})", c.key, c.to, t::BEFORE.get(lang), c.from);
                out += &paragraph(&text, 2);
            }
            if s.changes.len() > CHANGES {
                out += &format!("- {}\n", t::more(s.changes.len() - CHANGES, lang));
            }
        }
        out
    }

    fn side_by_side(&self) -> String {
        let lang = self.lang;
        let models = &self.scenario.models;
        let short: Vec<&str> = models.iter().map(|m| m.short.get(lang)).collect();
        let mut out = format!("\n{}\n", t::LEVELS.get(lang));
        out += &paragraph(t::about_levels(self.many_draws, lang), 0);
        let heads: Vec<String> = short.iter().map(|s| s.to_string()).collect();
        out += &self.columns(
            &heads,
            |figure| figure.worlds.iter().map(|w| statistics(w, self.results)).collect(),
            false,
        );
        let pairs: Vec<(usize, usize)> =
            (0..models.len()).flat_map(|later| (0..later).map(move |earlier| (later, earlier))).collect();
        if pairs.is_empty() {
            return out;
        }
        out += &format!("\n{}\n", t::DIFFERENCES.get(lang));
        out += &paragraph(t::about_differences(self.many_draws, lang), 0);
        let heads: Vec<String> = pairs
            .iter()
            .map(|&(a, b)| format!("{}\n{} {}", short[a], t::MINUS_WORD.get(lang), short[b]))
            .collect();
        out + &self.columns(
            &heads,
            |figure| {
                let worlds = pairs.iter().map(|&(a, b)| paired(&figure.worlds[a], &figure.worlds[b]));
                worlds.map(|w| statistics(&w, self.results)).collect()
            },
            true,
        )
    }

    /// A table with one column a head; `cells` gives a figure's statistics by column.
    fn columns(
        &self,
        heads: &[String],
        cells: impl Fn(&Figure) -> Vec<Option<Statistics>>,
        difference: bool,
    ) -> String {
        let widths = vec![CELL; heads.len()];
        let left = WIDTH - CELL * heads.len();
        // Heads may take two lines each; the gap keeps neighbours apart.
        let heads: Vec<Vec<String>> =
            heads.iter().map(|h| h.split('\n').flat_map(|part| wrap(part, CELL - 1)).collect()).collect();
        let mut out = rule() + &row(&[], left, &heads, &widths);
        for block in &self.blocks {
            out += &rule();
            out += &paragraph(&block.heading, 0);
            for figure in &block.figures {
                let values = cells(figure);
                let decimals = decimals(&values, figure.scale);
                let set: Vec<Vec<String>> =
                    values.iter().map(|s| self.cell(s, figure.scale, decimals, difference)).collect();
                let mut text = wrap(figure.label.get(self.lang), left - 1);
                for part in [figure.unit.as_str(), figure.sign.get(self.lang)] {
                    text.extend(wrap(part, left - 3).into_iter().map(|line| format!("  {line}")));
                }
                out += &row(&text, left, &set, &widths);
            }
        }
        out + &rule()
    }

    /// Mean, interval and, for a difference, how often it is lower or higher.
    fn cell(&self, s: &Option<Statistics>, scale: Scale, decimals: usize, difference: bool) -> Vec<String> {
        let lang = self.lang;
        let Some(s) = s else { return vec![super::number::MISSING.to_string()] };
        let mean = if difference { signed } else { scaled };
        let mut lines = vec![mean(s.mean, scale, decimals, lang)];
        if let Some(p) = s.percentiles {
            lines.push(interval(p[0], p[4], scale, decimals, lang));
            if difference {
                lines.push(t::direction(s.below_zero, s.above_zero, lang));
            }
        }
        lines
    }

    fn under_each_other(&self) -> String {
        let lang = self.lang;
        let mut out = format!("\n{}\n", t::BY_MODEL.get(lang));
        out += &paragraph(t::about_levels(self.many_draws, lang), 0);
        out += &paragraph(t::about_differences(self.many_draws, lang), 0);
        for block in &self.blocks {
            out += &rule();
            out += &paragraph(&block.heading, 0);
            for figure in &block.figures {
                out += &self.by_model(figure);
            }
        }
        out + &rule()
    }

    /// One figure, a line a model: level, interval, difference, interval, direction.
    fn by_model(&self, figure: &Figure) -> String {
        let (lang, replicates) = (self.lang, self.results);
        let levels: Vec<_> = figure.worlds.iter().map(|w| statistics(w, replicates)).collect();
        let changes: Vec<_> =
            figure.worlds.iter().map(|w| statistics(&paired(w, &figure.worlds[0]), replicates)).collect();
        let digits = [decimals(&levels, figure.scale), decimals(&changes, figure.scale)];
        let [level, change] = t::COLUMNS.map(|w| w.get(lang).to_string());
        let none = String::new;
        let mut lines = vec![(none(), vec![level, none(), change, none(), none()])];
        for (m, model) in self.scenario.models.iter().enumerate() {
            let mut cells = self.cell(&levels[m], figure.scale, digits[0], false);
            cells.resize(2, none());
            if m > 0 {
                cells.extend(self.cell(&changes[m], figure.scale, digits[1], true));
            }
            cells.resize(5, none());
            lines.push((model.short.get(lang).to_string(), cells));
        }
        let widths: Vec<usize> = (0..5)
            .map(|i| lines.iter().map(|(_, cells)| width(&cells[i])).max().unwrap_or(0))
            .map(|w| if w > 0 { w + 2 } else { 0 })
            .collect();
        let left = WIDTH.saturating_sub(widths.iter().sum()).clamp(12, 26);
        let about = format!("{} ({}; {})", figure.label.get(lang), figure.unit, figure.sign.get(lang));
        let mut out = format!("\n{}", paragraph(&about, 2));
        for (name, cells) in lines {
            let name: Vec<String> = wrap(&name, left - 2).into_iter().map(|l| format!("  {l}")).collect();
            let cells: Vec<Vec<String>> = cells.into_iter().map(|c| vec![c]).collect();
            out += &row(&name, left, &cells, &widths);
        }
        out
    }
}

/// Decimals for a row: about three digits of its largest figure, none finer than the Monte Carlo
/// standard error, but at least two digits.
fn decimals(values: &[Option<Statistics>], scale: Scale) -> usize {
    let unit = (0..scale.digits()).fold(1.0, |x, _| x * 10.0);
    let ends = |s: &Statistics| s.percentiles.map_or(0.0, |p| p[0].abs().max(p[4].abs()));
    let largest = values.iter().flatten().map(|s| s.mean.abs().max(ends(s))).fold(0.0, f64::max) / unit;
    let error = values.iter().flatten().filter_map(|s| s.mcse).fold(0.0, f64::max) / unit;
    let digits = |three: f64| match largest {
        x if x >= three => 0,
        x if x >= three / 10.0 => 1,
        _ => 2,
    };
    let supported = match error {
        e if e > 0.1 => 0,
        e if e > 0.01 => 1,
        _ => 2,
    };
    let decimals = digits(100.0).min(supported).max(digits(10.0));
    // Whole persons and hours need no decimals unless there are few.
    if scale == Scale::One { decimals.min(1) } else { decimals }
}

#[cfg(test)]
#[path = "screen_tests.rs"]
mod tests;

//! A calibration, told: whether it fits, targets and parameters before and after, which target fights which, and what the
//! targets say nothing about.

use super::document::{Block, Cell, Document, Item, Missing, Row, Section, Table};
use super::number::{NBSP, Scale, number, percent, placed};
use super::quantity::{Quantity, Unit};
use super::texts::Texts;
use super::words;
use crate::analysis::calibration::found::{
    Calibration, FEWEST, HEAVIEST, ParameterFound, Reason, Spread, TargetFound,
};
use crate::analysis::calibration::importance::SETS;
use crate::analysis::calibration::targets::Bound;

/// The file a calibration is kept in beside results.
pub const FILE: &str = "calibration.json";

/// A calibration and the texts.
struct Told<'a> {
    found: &'a Calibration,
    t: &'a Texts,
}

/// The section of a calibration.
pub fn section(found: &Calibration, t: &Texts) -> Section {
    let told = Told { found, t };
    let mut blocks = vec![Block::Text(t.get("calibration-what"))];
    blocks.extend(told.verdict());
    blocks.push(Block::Table(told.targets()));
    blocks.push(Block::Heading(t.get("calibration-fights-heading")));
    blocks.extend(told.fights());
    blocks.push(Block::Heading(t.get("calibration-parameters-heading")));
    blocks.push(Block::Table(told.parameters()));
    blocks.push(Block::List(told.knowledge()));
    blocks.push(Block::Text(told.method()));
    Section { id: "calibration", title: t.get("section-calibration"), question: String::new(), blocks }
}

/// What is said of a run that takes its parameters from it.
pub fn used(found: &Calibration, draws: usize, t: &Texts) -> Vec<String> {
    let told = Told { found, t };
    let rows = told.count(found.sampling.rows);
    let parts = [
        ("targets", told.count(found.targets.len())),
        ("rows", rows.clone()),
        ("effective", number(found.sampling.effective(), 0, t.lang)),
    ];
    let mut said = vec![told.with("calibration-used", &parts)];
    if draws > found.sampling.rows {
        said.push(told.with("calibration-cycled", &[("draws", told.count(draws)), ("rows", rows)]));
    }
    if !found.success {
        said.push(t.get("calibration-accepted"));
    }
    said
}

/// Why a calibration is no success, a sentence each.
pub fn reasons(found: &Calibration, t: &Texts) -> Vec<String> {
    let told = Told { found, t };
    found.reasons.iter().map(|reason| told.reason(reason)).collect()
}

/// The section of a run that takes its parameters from it.
pub fn section_of_run(found: &Calibration, draws: usize, t: &Texts) -> Section {
    let mut section = section(found, t);
    section.blocks.splice(0..0, used(found, draws, t).into_iter().map(Block::Text));
    section
}

/// The calibration as a page of its own.
pub fn document(found: &Calibration, t: &Texts) -> Document {
    Document {
        title: t.get("section-calibration"),
        subtitle: found.title.get(t.lang).to_string(),
        stamp: vec![
            t.with("stamp-scenario", &[("name", &found.scenario)]),
            t.with("calibration-stamp", &[("file", &found.targets_file), ("seed", &found.seed.to_string())]),
            format!("bpasim{NBSP}{}", found.version),
        ],
        own: String::new(),
        sections: vec![section(found, t)],
    }
}

impl Told<'_> {
    fn target(&self, id: &str) -> String {
        let label = self.found.targets.iter().find(|t| t.id == id).map(|t| t.label.get(self.t.lang));
        label.unwrap_or(id).to_string()
    }

    fn parameter(&self, id: &str) -> String {
        let label = self.found.parameters.iter().find(|p| p.id == id).map(|p| p.label.get(self.t.lang));
        label.unwrap_or(id).to_string()
    }

    /// A number of standard errors without its sign.
    fn errors(&self, x: f64) -> String {
        placed(x.abs(), 0, -1, self.t.lang)
    }

    fn count(&self, n: usize) -> String {
        number(n as f64, 0, self.t.lang)
    }

    fn with(&self, id: &str, parts: &[(&str, String)]) -> String {
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.t.with(id, &parts)
    }

    fn reason(&self, reason: &Reason) -> String {
        let miss = |id: &str, of: fn(&TargetFound) -> f64| {
            let miss = self.found.targets.iter().find(|t| t.id == id).map_or(f64::NAN, of);
            vec![("target", self.target(id)), ("errors", self.errors(miss))]
        };
        match reason {
            Reason::FitMisses(id) => self.with("calibration-fit-misses", &miss(id, |t| t.fitted_miss)),
            Reason::PosteriorMisses(id) => {
                self.with("calibration-posterior-misses", &miss(id, |t| t.after_miss))
            }
            Reason::Improbable => {
                let p = super::number::probability(self.found.fit.p, self.t.lang);
                self.with("calibration-improbable", &[("p", p)])
            }
            Reason::FewEffective => {
                let effective = number(self.found.sampling.effective(), 0, self.t.lang);
                self.with(
                    "calibration-few-effective",
                    &[("effective", effective), ("least", number(FEWEST, 0, self.t.lang))],
                )
            }
            Reason::OneHeavy => {
                let largest = percent(self.found.sampling.largest, 1, self.t.lang);
                self.with(
                    "calibration-one-heavy",
                    &[("largest", largest), ("most", percent(HEAVIEST, 0, self.t.lang))],
                )
            }
        }
    }

    fn verdict(&self) -> Vec<Block> {
        if self.found.success {
            return vec![Block::Text(self.t.get("calibration-success"))];
        }
        let reasons = reasons(self.found, self.t).into_iter().map(|r| Item::new(String::new(), r)).collect();
        vec![Block::Text(self.t.get("calibration-failure")), Block::List(reasons)]
    }

    fn table(&self, id: &'static str, columns: &[&str], rows: Vec<Row>) -> Table {
        Table {
            id,
            title: self.t.get(&format!("table-{id}")),
            sheet: self.t.get(&format!("sheet-{id}")),
            unit: String::new(),
            columns: columns.iter().map(|id| self.t.get(id)).collect(),
            rows,
            notes: Vec::new(),
            sources: vec![FILE],
            long: false,
        }
    }

    fn targets(&self) -> Table {
        let rows = self.found.targets.iter().map(|t| {
            let unit = Unit::named(&t.unit);
            let known = |x: f64| Quantity::known(unit, x).number(self.t.lang);
            let after = self.after(unit, t.after);
            let sign = match t.bound {
                Bound::Equal => String::new(),
                Bound::AtMost => format!("≤{NBSP}"),
                Bound::AtLeast => format!("≥{NBSP}"),
            };
            let known = Cell::Estimate {
                mean: t.value,
                interval: None,
                shown: format!("{sign}{}", known(t.value)),
                shown_interval: format!("±{NBSP}{}", known(t.error)),
                direction: String::new(),
            };
            let cells = vec![
                known,
                self.before(unit, t.before).cell(self.t.lang),
                self.fitted(after, t.fitted),
                after.cell(self.t.lang),
                Cell::text(format!("{} · {}", self.signed(t.fitted_miss), self.signed(t.after_miss))),
            ];
            let about = format!("{} · {}", Unit::name_of(&t.unit, self.t), t.source);
            Row::new(t.label.get(self.t.lang), cells).about(about)
        });
        let columns = [
            "calibration-target",
            "calibration-known",
            "calibration-before",
            "calibration-fitted",
            "calibration-after",
            "calibration-misses",
        ];
        let mut table = self.table("calibration-targets", &columns, rows.collect());
        table.notes = vec![self.t.get("calibration-targets-note")];
        table
    }

    fn signed(&self, x: f64) -> String {
        errors_off(x).signed(self.t.lang)
    }

    fn miss(&self, x: f64) -> Cell {
        errors_off(x).cell(self.t.lang)
    }

    /// A mean over the draws that were tried.
    fn before(&self, unit: Unit, s: Spread) -> Quantity {
        Quantity::of_draws(unit, s.mean, Some((s.low, s.high)), self.found.sampling.draws)
    }

    /// A mean over the draws that are left, with the effective number of them.
    fn after(&self, unit: Unit, s: Spread) -> Quantity {
        Quantity::of_draws(unit, s.mean, Some((s.low, s.high)), self.found.sampling.effective() as usize)
    }

    /// What the best fit has, to the digit of what is known after.
    fn fitted(&self, after: Quantity, x: f64) -> Cell {
        after.with(x).cell(self.t.lang)
    }

    fn fights(&self) -> Vec<Block> {
        let found = self.found;
        let said = |a: &str, b: &str, miss: [f64; 2]| {
            let parts = [
                ("a", self.target(a)),
                ("b", self.target(b)),
                ("with", self.errors(miss[0])),
                ("without", self.errors(miss[1])),
            ];
            Item::new(String::new(), self.with("calibration-fight", &parts))
        };
        let mut items: Vec<Item> = Vec::new();
        for f in found.fights.iter().filter(|f| f.fight) {
            // Told of the one that would gain more.
            let gain = |miss: [f64; 2]| miss[0].abs() - miss[1].abs();
            items.push(match gain(f.miss_a) >= gain(f.miss_b) {
                true => said(&f.a, &f.b, f.miss_a),
                false => said(&f.b, &f.a, f.miss_b),
            });
        }
        if items.is_empty() {
            items.push(Item::new(String::new(), self.t.get("calibration-no-fight")));
        }
        items.extend(found.held.iter().map(|h| {
            let parts = [
                ("target", self.target(&h.target)),
                ("with", self.errors(h.miss[0])),
                ("without", self.errors(h.miss[1])),
            ];
            Item::new(String::new(), self.with("calibration-held", &parts))
        }));
        let mut blocks = vec![Block::List(items)];
        if !found.fights.is_empty() {
            let rows = found.fights.iter().map(|f| {
                let cosine = Cell::Number { value: f.cosine, shown: placed(f.cosine, 0, -2, self.t.lang) };
                let pair = [("a", self.target(&f.a)), ("b", self.target(&f.b))];
                let cells = [f.miss_a[0], f.miss_a[1], f.miss_b[0], f.miss_b[1]].map(|m| self.miss(m));
                let cells = [cosine].into_iter().chain(cells).collect();
                Row::new(self.with("calibration-pair", &pair), cells).about(format!("{} · {}", f.a, f.b))
            });
            let columns = [
                "calibration-pair-head",
                "calibration-cosine",
                "calibration-first-with",
                "calibration-first-without",
                "calibration-second-with",
                "calibration-second-without",
            ];
            let mut table = self.table("calibration-fights", &columns, rows.collect());
            table.notes = vec![self.t.get("calibration-fights-note")];
            blocks.push(Block::Table(table));
        }
        blocks
    }

    fn parameters(&self) -> Table {
        let row = |p: &ParameterFound| {
            let after = self.after(Unit::NUMBER, p.posterior);
            let fitted = p.fitted.map_or(Cell::Missing(Missing::Impossible), |x| self.fitted(after, x));
            let left = Cell::Number { value: p.spread * 100.0, shown: percent(p.spread, 0, self.t.lang) };
            let before = self.before(Unit::NUMBER, p.prior);
            let cells = vec![before.cell(self.t.lang), fitted, after.cell(self.t.lang), left];
            let unit = words::unit(&p.unit, self.t.lang);
            Row::new(p.label.get(self.t.lang), cells).about(format!("{unit} · {}", p.id))
        };
        let mut rows: Vec<Row> = self.found.parameters.iter().map(row).collect();
        let first_moved = self.found.parameters.iter().position(|p| !p.calibrated);
        if let Some(first) = first_moved {
            rows[first].group = Some(self.t.get("calibration-moved"));
        }
        let columns = [
            "column-assumption",
            "calibration-prior",
            "calibration-fitted",
            "calibration-posterior",
            "calibration-left",
        ];
        let mut table = self.table("calibration-parameters", &columns, rows);
        table.notes = vec![self.t.get("calibration-parameters-note")];
        table
    }

    /// What is known after, and what is not.
    fn knowledge(&self) -> Vec<Item> {
        let found = self.found;
        let names = |list: Vec<String>| list.join(", ");
        let nothing: Vec<String> = found
            .parameters
            .iter()
            .filter(|p| p.calibrated && !p.informed(found.sampling.effective()))
            .map(|p| self.parameter(&p.id))
            .collect();
        let mut said = Vec::new();
        if !nothing.is_empty() {
            said.push(self.with("calibration-nothing", &[("names", names(nothing))]));
        }
        said.extend(found.together.iter().map(|pair| {
            let correlation = placed(pair.correlation, 0, -2, self.t.lang);
            let parts = [
                ("a", self.parameter(&pair.a)),
                ("b", self.parameter(&pair.b)),
                ("correlation", correlation),
            ];
            self.with("calibration-together", &parts)
        }));
        if !found.left_fixed.is_empty() {
            said.push(self.with("calibration-left-fixed", &[("names", names(found.left_fixed.clone()))]));
        }
        if !found.freed.is_empty() {
            said.push(self.with("calibration-freed", &[("names", names(found.freed.clone()))]));
        }
        said.push(self.t.get("calibration-no-proof"));
        said.into_iter().map(|text| Item::new(String::new(), text)).collect()
    }

    fn method(&self) -> String {
        let Calibration { fit, sampling, .. } = self.found;
        let lang = self.t.lang;
        self.with(
            "calibration-method",
            &[
                ("tries", self.count(fit.tries)),
                ("persons", self.count(fit.persons)),
                ("chi2", placed(fit.chi2, 0, -2, lang)),
                ("p", super::number::probability(fit.p, lang)),
                ("draws", self.count(sampling.draws)),
                ("rounds", self.count(sampling.effective.len())),
                ("sets", self.count(SETS)),
                ("effective", number(sampling.effective(), 0, lang)),
                ("largest", percent(sampling.largest, 2, lang)),
                ("rows", self.count(sampling.rows)),
                ("distinct", self.count(sampling.distinct)),
            ],
        )
    }
}

/// By how many standard errors a figure is off.
fn errors_off(x: f64) -> Quantity {
    Quantity::to_place(Scale::One, x, -1).of_difference()
}

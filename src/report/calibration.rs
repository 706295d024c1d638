//! A calibration, told: whether it fits, targets and parameters before and after, which target fights which, and what the
//! targets say nothing about.

use super::display_unit::DisplayUnit;
use super::document::{Block, Cell, Document, Item, Missing, Row, Section, Table};
use super::quantity::Quantity;
use super::texts::Texts;
use super::words;
use crate::analysis::calibration::found::{
    Calibration, FEWEST, HEAVIEST, ParameterFound, Reason, Spread, TargetFound,
};
use crate::analysis::calibration::importance::SETS;
use crate::analysis::calibration::targets::Bound;
use crate::text::number::{NBSP, Scale, number, percent, placed};
use crate::text::{Words, say};

/// A calibration and the texts.
struct CalibrationPresenter<'a> {
    found: &'a Calibration,
    t: &'a Texts,
}

/// The section of a calibration.
pub fn section(found: &Calibration, t: &Texts) -> Section {
    let presenter = CalibrationPresenter { found, t };
    let mut blocks = vec![Block::Text(t.get(say::CALIBRATION_WHAT))];
    blocks.extend(presenter.verdict());
    blocks.push(Block::Table(presenter.targets()));
    blocks.push(Block::Heading(t.get(say::CALIBRATION_FIGHTS_HEADING)));
    blocks.extend(presenter.fights());
    blocks.push(Block::Heading(t.get(say::CALIBRATION_PARAMETERS_HEADING)));
    blocks.push(Block::Table(presenter.parameters()));
    blocks.push(Block::List(presenter.knowledge()));
    blocks.push(Block::Text(presenter.method()));
    Section { id: "calibration", title: t.get(say::SECTION_CALIBRATION), question: String::new(), blocks }
}

/// What is said of a run that takes its parameters from it.
pub fn used(found: &Calibration, draws: usize, t: &Texts) -> Vec<String> {
    let presenter = CalibrationPresenter { found, t };
    let rows = presenter.count(found.sampling.rows);
    let mut said = vec![presenter.t.get(say::CalibrationUsed {
        targets: presenter.count(found.targets.len()),
        rows: rows.clone(),
        effective: number(found.sampling.effective(), 0, t.lang),
    })];
    if draws > found.sampling.rows {
        said.push(presenter.t.get(say::CalibrationCycled { draws: presenter.count(draws), rows }));
    }
    if !found.success {
        said.push(t.get(say::CALIBRATION_ACCEPTED));
    }
    said
}

/// Why a calibration is no success, a sentence each.
pub fn reasons(found: &Calibration, t: &Texts) -> Vec<String> {
    let presenter = CalibrationPresenter { found, t };
    found.reasons.iter().map(|reason| presenter.reason(reason)).collect()
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
        title: t.get(say::SECTION_CALIBRATION),
        subtitle: found.title.get(t.lang).to_string(),
        stamp: vec![
            t.get(say::StampScenario { name: &found.scenario }),
            t.get(say::CalibrationStamp { file: &found.targets_file, seed: found.seed.to_string() }),
            format!("bpasim{NBSP}{}", found.version),
        ],
        own: String::new(),
        brief: Vec::new(),
        citation: String::new(),
        sections: vec![section(found, t)],
    }
}

impl CalibrationPresenter<'_> {
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

    fn reason(&self, reason: &Reason) -> String {
        let miss = |id: &str, of: fn(&TargetFound) -> f64| {
            self.errors(self.found.targets.iter().find(|t| t.id == id).map_or(f64::NAN, of))
        };
        match reason {
            Reason::FitMisses(id) => {
                let errors = miss(id, |t| t.fitted_miss);
                self.t.get(say::CalibrationFitMisses { target: self.target(id), errors })
            }
            Reason::PosteriorMisses(id) => {
                let errors = miss(id, |t| t.after_miss);
                self.t.get(say::CalibrationPosteriorMisses { target: self.target(id), errors })
            }
            Reason::Improbable => {
                let p = crate::text::number::probability(self.found.fit.p, self.t.lang);
                self.t.get(say::CalibrationImprobable { p })
            }
            Reason::FewEffective => {
                let effective = number(self.found.sampling.effective(), 0, self.t.lang);
                self.t.get(say::CalibrationFewEffective { effective, least: number(FEWEST, 0, self.t.lang) })
            }
            Reason::OneHeavy => {
                let largest = percent(self.found.sampling.largest, 1, self.t.lang);
                self.t.get(say::CalibrationOneHeavy { largest, most: percent(HEAVIEST, 0, self.t.lang) })
            }
        }
    }

    fn verdict(&self) -> Vec<Block> {
        if self.found.success {
            return vec![Block::Text(self.t.get(say::CALIBRATION_SUCCESS))];
        }
        let reasons = reasons(self.found, self.t).into_iter().map(|r| Item::new(String::new(), r)).collect();
        vec![Block::Text(self.t.get(say::CALIBRATION_FAILURE)), Block::List(reasons)]
    }

    fn table(&self, id: &'static str, columns: &[Words], rows: Vec<Row>) -> Table {
        Table {
            id,
            title: self.t.by_id(&format!("table-{id}")),
            sheet: self.t.by_id(&format!("sheet-{id}")),
            unit: String::new(),
            columns: columns.iter().map(|head| self.t.get(head)).collect(),
            rows,
            notes: Vec::new(),
            sources: vec![Calibration::FILE],
            long: false,
        }
    }

    fn targets(&self) -> Table {
        let rows = self.found.targets.iter().map(|t| {
            let unit = DisplayUnit::named(&t.unit);
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
            let unit = DisplayUnit::name_of(&t.unit, self.t);
            Row::new(t.label.get(self.t.lang), cells).unit(unit).about(t.source.get(self.t.lang))
        });
        let columns = [
            say::CALIBRATION_TARGET,
            say::CALIBRATION_KNOWN,
            say::CALIBRATION_BEFORE,
            say::CALIBRATION_FITTED,
            say::CALIBRATION_AFTER,
            say::CALIBRATION_MISSES,
        ];
        let mut table = self.table("calibration-targets", &columns, rows.collect());
        table.notes = vec![self.t.get(say::CALIBRATION_TARGETS_NOTE)];
        table
    }

    fn signed(&self, x: f64) -> String {
        errors_off(x).signed(self.t.lang)
    }

    fn miss(&self, x: f64) -> Cell {
        errors_off(x).cell(self.t.lang)
    }

    /// A mean over the draws that were tried.
    fn before(&self, unit: DisplayUnit, s: Spread) -> Quantity {
        Quantity::of_draws(unit, s.mean, Some((s.low, s.high)), self.found.sampling.draws)
    }

    /// A mean over the draws that are left, with the effective number of them.
    fn after(&self, unit: DisplayUnit, s: Spread) -> Quantity {
        Quantity::of_draws(unit, s.mean, Some((s.low, s.high)), self.found.sampling.effective() as usize)
    }

    /// What the best fit has, to the digit of what is known after.
    fn fitted(&self, after: Quantity, x: f64) -> Cell {
        after.with(x).cell(self.t.lang)
    }

    fn fights(&self) -> Vec<Block> {
        let found = self.found;
        let said = |a: &str, b: &str, miss: [f64; 2]| {
            Item::new(
                String::new(),
                self.t.get(say::CalibrationFight {
                    a: self.target(a),
                    b: self.target(b),
                    with: self.errors(miss[0]),
                    without: self.errors(miss[1]),
                }),
            )
        };
        let mut items: Vec<Item> = Vec::new();
        for f in found.fights.iter().filter(|f| f.fight) {
            // CalibrationPresenter of the one that would gain more.
            let gain = |miss: [f64; 2]| miss[0].abs() - miss[1].abs();
            items.push(match gain(f.miss_a) >= gain(f.miss_b) {
                true => said(&f.a, &f.b, f.miss_a),
                false => said(&f.b, &f.a, f.miss_b),
            });
        }
        if items.is_empty() {
            items.push(Item::new(String::new(), self.t.get(say::CALIBRATION_NO_FIGHT)));
        }
        items.extend(found.held.iter().map(|h| {
            Item::new(
                String::new(),
                self.t.get(say::CalibrationHeld {
                    target: self.target(&h.target),
                    with: self.errors(h.miss[0]),
                    without: self.errors(h.miss[1]),
                }),
            )
        }));
        let mut blocks = vec![Block::List(items)];
        if !found.fights.is_empty() {
            let rows = found.fights.iter().map(|f| {
                let cosine = Cell::Number { value: f.cosine, shown: placed(f.cosine, 0, -2, self.t.lang) };
                let cells = [f.miss_a[0], f.miss_a[1], f.miss_b[0], f.miss_b[1]].map(|m| self.miss(m));
                let cells = [cosine].into_iter().chain(cells).collect();
                Row::new(
                    self.t.get(say::CalibrationPair { a: self.target(&f.a), b: self.target(&f.b) }),
                    cells,
                )
                .about(format!("{} · {}", f.a, f.b))
            });
            let columns = [
                say::CALIBRATION_PAIR_HEAD,
                say::CALIBRATION_COSINE,
                say::CALIBRATION_FIRST_WITH,
                say::CALIBRATION_FIRST_WITHOUT,
                say::CALIBRATION_SECOND_WITH,
                say::CALIBRATION_SECOND_WITHOUT,
            ];
            let mut table = self.table("calibration-fights", &columns, rows.collect());
            table.notes = vec![self.t.get(say::CALIBRATION_FIGHTS_NOTE)];
            blocks.push(Block::Table(table));
        }
        blocks
    }

    fn parameters(&self) -> Table {
        let row = |p: &ParameterFound| {
            let after = self.after(DisplayUnit::NUMBER, p.posterior);
            let fitted = p.fitted.map_or(Cell::Missing(Missing::Impossible), |x| self.fitted(after, x));
            let left = Cell::Number { value: p.spread * 100.0, shown: percent(p.spread, 0, self.t.lang) };
            let before = self.before(DisplayUnit::NUMBER, p.prior);
            let cells = vec![before.cell(self.t.lang), fitted, after.cell(self.t.lang), left];
            let unit = words::unit(&p.unit, self.t.lang);
            Row::new(p.label.get(self.t.lang), cells).unit(unit).about(p.id.clone())
        };
        let mut rows: Vec<Row> = self.found.parameters.iter().map(row).collect();
        let first_moved = self.found.parameters.iter().position(|p| !p.calibrated);
        if let Some(first) = first_moved {
            rows[first].group = Some(self.t.get(say::CALIBRATION_MOVED));
        }
        let columns = [
            say::COLUMN_ASSUMPTION,
            say::CALIBRATION_PRIOR,
            say::CALIBRATION_FITTED,
            say::CALIBRATION_POSTERIOR,
            say::CALIBRATION_LEFT,
        ];
        let table = self.table("calibration-parameters", &columns, rows);
        let mut table = table.columns_in(&[4], &self.t.get(say::UNIT_PERCENT));
        table.notes = vec![self.t.get(say::CALIBRATION_PARAMETERS_NOTE)];
        table
    }

    /// What is known after, and what is not.
    fn knowledge(&self) -> Vec<Item> {
        let found = self.found;
        let names = |list: Vec<String>| self.t.list(&list);
        let nothing: Vec<String> = found
            .parameters
            .iter()
            .filter(|p| p.calibrated && !p.informed(found.sampling.effective()))
            .map(|p| self.parameter(&p.id))
            .collect();
        let mut said = Vec::new();
        if !nothing.is_empty() {
            said.push(self.t.get(say::CalibrationNothing { names: names(nothing) }));
        }
        said.extend(found.together.iter().map(|pair| {
            let correlation = placed(pair.correlation, 0, -2, self.t.lang);
            self.t.get(say::CalibrationTogether {
                a: self.parameter(&pair.a),
                b: self.parameter(&pair.b),
                correlation,
            })
        }));
        if !found.left_fixed.is_empty() {
            said.push(self.t.get(say::CalibrationLeftFixed { names: names(found.left_fixed.clone()) }));
        }
        if !found.freed.is_empty() {
            said.push(self.t.get(say::CalibrationFreed { names: names(found.freed.clone()) }));
        }
        said.push(self.t.get(say::CALIBRATION_NO_PROOF));
        said.into_iter().map(|text| Item::new(String::new(), text)).collect()
    }

    fn method(&self) -> String {
        let Calibration { fit, sampling, .. } = self.found;
        let lang = self.t.lang;
        self.t.get(say::CalibrationMethod {
            tries: self.count(fit.tries),
            persons: self.count(fit.persons),
            chi2: placed(fit.chi2, 0, -2, lang),
            p: crate::text::number::probability(fit.p, lang),
            draws: self.count(sampling.draws),
            rounds: self.count(sampling.effective.len()),
            sets: self.count(SETS),
            effective: number(sampling.effective(), 0, lang),
            largest: percent(sampling.largest, 2, lang),
            rows: self.count(sampling.rows),
            distinct: self.count(sampling.distinct),
        })
    }
}

/// By how many standard errors a figure is off.
fn errors_off(x: f64) -> Quantity {
    Quantity::to_place(Scale::One, x, -1).of_difference()
}

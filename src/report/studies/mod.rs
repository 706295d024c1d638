//! What decides the conclusion, told: for every analysis two plain sentences, a table and, where one helps, a figure.

mod alternatives;
mod bars;
mod breakeven;
mod decision;
mod regression;
mod signs;
mod sobol;
mod tornado;
mod two_way;
mod worth;

use super::display_unit::{DisplayUnit, headline_name};
use super::document::{Block, Cell, Document, Item, Row, Section, Table};
use super::quantity::Quantity;
use super::texts::Texts;
use super::words;
use crate::analysis::precision::Headline;
use crate::analysis::sensitivity::Estimate;
use crate::analysis::sensitivity::expansion::Quality;
use crate::analysis::sensitivity::sobol::{CHANCE, REST};
use crate::analysis::sensitivity::target::Target;
use crate::analysis::studies::{Criterion, Studies, Study, Unanswered};
use crate::analysis::summary::{Basis, Period};
use crate::outcomes::Outcome;
use crate::text::number::{NBSP, number, percent, placed};
use crate::text::say;

/// Parameters a table or figure shows; the rest stand in the file.
const SHOWN: usize = 15;
/// Parameters a figure shows.
const DRAWN: usize = 12;
/// Figures that can be told of at once: names in links are fixed.
pub const FIGURES: usize = 6;

/// The analyses and the texts.
pub struct StudiesPresenter<'a> {
    /// The analyses.
    pub studies: &'a Studies,
    /// The texts.
    pub t: &'a Texts,
}

impl StudiesPresenter<'_> {
    fn model(&self, m: usize) -> String {
        self.studies.about.models.get(m).map_or(String::new(), |n| n.short.get(self.t.lang).to_string())
    }

    /// Name of a parameter, group or chance.
    fn parameter(&self, id: &str) -> String {
        match self.studies.about.parameters.get(id) {
            Some(named) => named.label.get(self.t.lang).to_string(),
            None if id == CHANCE => self.t.get(say::STUDY_CHANCE),
            None if id == REST => self.t.get(say::STUDY_OTHERS),
            None => words::group(id, self.t.lang).to_string(),
        }
    }

    /// A value of a parameter with its unit.
    fn value(&self, id: &str, x: f64) -> String {
        let unit = self.studies.about.parameters.get(id).map_or("", |n| words::unit(&n.unit, self.t.lang));
        format!("{}{NBSP}{unit}", self.exact(x)).trim_end().to_string()
    }

    /// A row about a parameter, in its unit where no column has another, with its id in small print.
    fn row_of(&self, id: &str, cells: Vec<Cell>) -> Row {
        let row = Row::new(self.parameter(id), cells).about(id);
        match self.studies.about.parameters.get(id).map_or("", |n| words::unit(&n.unit, self.t.lang)) {
            "" => row,
            unit => row.unit(unit),
        }
    }

    /// A value of a parameter without its unit.
    fn plain(&self, x: f64) -> Cell {
        Quantity::exact(x).cell(self.t.lang)
    }

    /// A value of a parameter, as it is.
    fn exact(&self, x: f64) -> String {
        Quantity::exact(x).number(self.t.lang)
    }

    fn estimate(&self, e: Estimate, places: i32) -> Cell {
        let show = |x: f64| placed(x, 0, places, self.t.lang);
        Cell::Estimate {
            mean: e.value,
            interval: Some((e.low, e.high)),
            shown: show(e.value),
            shown_interval: format!("[{};{NBSP}{}]", show(e.low), show(e.high)),
            direction: String::new(),
        }
    }

    /// A number with its Monte Carlo error.
    fn number(&self, unit: DisplayUnit, [x, error]: [f64; 2]) -> Cell {
        Quantity::new(unit, x, None, error).cell(self.t.lang)
    }

    fn share(&self, p: f64) -> Cell {
        Cell::Number { value: p * 100.0, shown: crate::text::number::probability(p, self.t.lang) }
    }

    /// The share of draws in which a model's difference from the zero alternative over all years is lower, and whether that
    /// is found or assumed.
    fn share_with_sign(&self, p: f64, outcome: &str, model: usize) -> Cell {
        let headline = Outcome::from_id(outcome).map(|o| (o, Basis::usual(o, true), Period::Total));
        let target = headline.map(|headline| Target { headline, model, minus: Some(0) });
        let test = target.and_then(|target| self.studies.signs.as_ref()?.of(target));
        Cell::Estimate {
            mean: p * 100.0,
            interval: None,
            shown: crate::text::number::probability(p, self.t.lang),
            shown_interval: String::new(),
            direction: self.t.get(super::signs::words(test.map(|test| test.direction()))),
        }
    }

    /// Name and unit of a study's figure.
    fn figure(&self, study: &Study) -> Option<(String, DisplayUnit)> {
        let target = study.wanted.target()?;
        let name = headline_name(
            target.headline,
            (self.studies.about.base_year, self.studies.about.last_year),
            self.t,
        );
        let unit = self.unit(target.headline);
        let (model, unit) = match target.minus {
            Some(other) => {
                let earlier = words::within(&self.model(other), other);
                let name = say::Minus { model: self.model(target.model), other: earlier };
                (self.t.get(name), unit.of_difference())
            }
            None => (self.model(target.model), unit),
        };
        Some((self.t.get(say::StudyFigure { figure: &name, model: &model }), unit))
    }

    /// Unit of a headline.
    fn unit(&self, headline: Headline) -> DisplayUnit {
        DisplayUnit::of_headline(headline, self.studies.about.price_year, self.studies.about.base_year)
    }

    fn criterion(&self, criterion: &Criterion) -> String {
        let parts: Vec<String> = criterion
            .iter()
            .map(|(id, weight)| {
                let name =
                    Outcome::from_id(id).map_or(id.clone(), |o| o.info().label.get(self.t.lang).to_string());
                match *weight == 1.0 {
                    true => name,
                    false => format!("{}{NBSP}× {}", self.exact(*weight), words::in_sentence(&name)),
                }
            })
            .collect();
        parts.join(" + ")
    }

    /// Sentence about parameters without any effect seen in so many worlds.
    fn inert(&self, ids: &[String], tried: usize) -> String {
        let worlds = number(tried as f64, 0, self.t.lang);
        self.t.get(say::StudyInert { worlds: &worlds, names: self.names(ids) })
    }

    fn names(&self, ids: &[String]) -> String {
        self.t.list(&ids.iter().map(|id| self.parameter(id)).collect::<Vec<_>>())
    }

    fn table(&self, id: &'static str, title: String, columns: Vec<String>, rows: Vec<Row>) -> Table {
        Table {
            id,
            sheet: title.clone(),
            title,
            unit: String::new(),
            columns,
            rows,
            notes: Vec::new(),
            sources: vec![Studies::FILE],
            long: false,
        }
    }

    /// Sentence about how settled an order is: Kendall's τ told as the share of pairs in the same order.
    fn settled(&self, agreement: f64) -> String {
        use crate::analysis::sensitivity::order::SETTLED;
        let share = percent(0.5 * (1.0 + agreement), 0, self.t.lang);
        match agreement >= SETTLED {
            true => self.t.get(say::StudySettled { share }),
            false => self.t.get(say::StudyNotSettled { share }),
        }
    }
}

/// Blocks of one figure's analyses; `n` counts the figures.
fn of_figure(presenter: &StudiesPresenter<'_>, study: &Study, n: usize) -> Vec<Block> {
    let (t, mut blocks) = (presenter.t, Vec::new());
    let Some((name, _)) = presenter.figure(study) else { return blocks };
    blocks.extend(study.tornado.iter().flat_map(|a| tornado::blocks(presenter, study, a, n)));
    blocks.extend(study.regression.iter().flat_map(|a| regression::blocks(presenter, a, (&name, n))));
    blocks.extend(study.sobol.iter().flat_map(|a| sobol::blocks(presenter, a, (&name, n))));
    if !study.breakeven.is_empty() {
        blocks.extend(breakeven::blocks(presenter, study, n));
    }
    blocks.extend(study.unanswered.iter().map(|analysis| {
        Block::Text(t.get(match analysis {
            Unanswered::Regression => say::REGRESSION_UNANSWERED,
            Unanswered::Sobol => say::SOBOL_UNANSWERED,
        }))
    }));
    blocks.extend(study.two_way.iter().flat_map(|a| two_way::blocks(presenter, study, a, n)));
    // A heading with nothing under it says nothing.
    if !blocks.is_empty() {
        let first = study.expansion.map(|quality| Block::Text(expansion(presenter, quality)));
        blocks.splice(0..0, [Block::Heading(name)].into_iter().chain(first));
    }
    blocks
}

/// How good the expansion of a figure is.
fn expansion(presenter: &StudiesPresenter<'_>, quality: Quality) -> String {
    let t = presenter.t;
    let [terms, draws] = [quality.terms, quality.draws].map(|n| number(n as f64, 0, t.lang));
    let [missed, chance] = [quality.missed, quality.chance[0]].map(|share| percent(share, 0, t.lang));
    let told = say::StudyExpansion { terms: &terms, draws: &draws, missed: &missed, chance: &chance };
    match quality.is_good() {
        true => t.get(told),
        false => format!("{} {}", t.get(told), t.get(say::STUDY_EXPANSION_BAD)),
    }
}

/// What an hour of relatives' time or of unmet need must be worth for a model to cost society less, as items of a list; none
/// where the choice among models was not looked at.
pub fn turns(studies: &Studies, t: &Texts) -> Vec<Item> {
    let presenter = &StudiesPresenter { studies, t };
    studies.decision.iter().flat_map(|d| decision::turns(presenter, d)).collect()
}

/// The section of all analyses.
pub fn section(studies: &Studies, t: &Texts) -> Section {
    let presenter = &StudiesPresenter { studies, t };
    let mut blocks = vec![Block::Text(t.get(say::DECIDES_WHAT))];
    if studies.left_out.moved {
        blocks.push(Block::Text(t.get(say::LEFT_OUT_MOVED)));
    }
    if studies.left_out.figures > 0 {
        let count = crate::text::number::number(studies.left_out.figures as f64, 0, t.lang);
        blocks.push(Block::Text(t.get(say::LeftOutFigures { count: &count })));
    }
    blocks.extend(studies.decision.iter().flat_map(|d| decision::blocks(presenter, d)));
    blocks.extend(studies.alternatives.iter().flat_map(|a| alternatives::blocks(presenter, a)));
    blocks.extend(studies.signs.iter().flat_map(|s| signs::blocks(presenter, s)));
    if !studies.worth.is_empty() {
        blocks.extend(worth::blocks(presenter));
    }
    blocks.extend(
        studies.studies.iter().take(FIGURES).enumerate().flat_map(|(n, s)| of_figure(presenter, s, n)),
    );
    Section { id: "decides", title: t.get(say::SECTION_DECIDES), question: String::new(), blocks }
}

/// The analyses as a page of their own.
pub fn document(studies: &Studies, t: &Texts) -> Document {
    let about = &studies.about;
    let own = match about.changes {
        0 => String::new(),
        n => t.get(say::OwnAssumptions { count: crate::text::number::number(n as f64, 0, t.lang) }),
    };
    Document {
        title: t.get(say::SECTION_DECIDES),
        subtitle: about.title.get(t.lang).to_string(),
        stamp: vec![
            t.get(say::StampScenario { name: &about.scenario }),
            crate::text::number::years(about.base_year, about.last_year),
            t.get(say::StampPriceYear { year: about.price_year.to_string() }),
            format!("bpasim{NBSP}{}", env!("CARGO_PKG_VERSION")),
        ],
        own,
        brief: Vec::new(),
        citation: String::new(),
        sections: vec![section(studies, t)],
    }
}

//! Forecasts from origins in the past held against what happened, told: every forecaster's score beside its rivals', whoever
//! wins, what was wished, and what the pool says of years to come.

mod coming;
mod figure;
mod sweden;
mod tables;

use super::document::{Block, Cell, Document, Item, Missing, Row, Section, Table};
use super::quantity::Quantity;
use super::texts::Texts;
use crate::analysis::backtest::Backtests;
use crate::analysis::backtest::events;
use crate::analysis::backtest::history::Observed;
use crate::analysis::backtest::judge::{Forecaster, Judged};
use crate::analysis::backtest::score::Predicted;
use crate::analysis::backtest::series::Vintage;
use crate::text::number::{NBSP, Scale, number, percent, years};
use crate::text::{Words, say};

/// Decimals of a score in per cent.
const SCORE_DECIMALS: usize = 2;
/// The year in which growth broke in Oslo.
const BREAK: i32 = 2021;

/// The tests and the texts.
struct BacktestPresenter<'a> {
    t: &'a Texts,
}

fn key(series: &str, vintage: Option<Vintage>) -> String {
    let published = if vintage == Some(Vintage::Published) { "-published" } else { "" };
    format!("{}{published}", series.replace('_', "-"))
}

impl BacktestPresenter<'_> {
    /// A text about a series.
    fn of(&self, what: &str, series: &Judged) -> String {
        self.t.by_id(&format!("{what}-{}", key(&series.series, series.vintage)))
    }

    fn name(&self, series: &Judged) -> String {
        self.of("series", series)
    }

    fn forecaster(&self, forecaster: Forecaster) -> String {
        self.t.get(match forecaster {
            Forecaster::Linear => say::BACKTEST_LINEAR,
            Forecaster::Exponential => say::BACKTEST_EXPONENTIAL,
            Forecaster::RivalsMean => say::BACKTEST_RIVALS_MEAN,
            Forecaster::Structural => say::BACKTEST_STRUCTURAL,
            Forecaster::Pool => say::BACKTEST_POOL,
            Forecaster::WithoutDrift => say::SWEDEN_WITHOUT_DRIFT,
        })
    }

    /// A number of a series in the unit it is shown in.
    fn shown(&self, unit: &str, x: f64) -> String {
        quantity(unit, x).number(self.t.lang)
    }

    fn cell(&self, unit: &str, x: f64) -> Cell {
        quantity(unit, x).cell(self.t.lang)
    }

    /// Middle and widest interval of a forecast.
    fn predicted(&self, unit: &str, p: &Predicted) -> Cell {
        let [low, .., high] = p.quantiles;
        let shown = [p.median(), low, high].map(|x| self.shown(unit, x));
        let [middle, low, high] = [p.median(), low, high].map(|x| in_unit(unit, x));
        Cell::Estimate {
            mean: middle,
            interval: Some((low, high)),
            shown: shown[0].clone(),
            // An ordinary space: both ends together are too wide for a narrow column.
            shown_interval: format!("[{}; {}]", shown[1], shown[2]),
            direction: String::new(),
        }
    }

    /// A share as per cent.
    fn percent(&self, share: f64, decimals: usize) -> Cell {
        Cell::Number { value: share * 100.0, shown: percent(share, decimals, self.t.lang) }
    }

    /// A change as per cent with its sign.
    fn change(&self, share: f64) -> Cell {
        let text = percent(share, 1, self.t.lang);
        let positive = share > 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b));
        Cell::Number { value: share * 100.0, shown: if positive { format!("+{text}") } else { text } }
    }

    fn table(&self, id: &'static str, columns: Vec<String>, rows: Vec<Row>) -> Table {
        Table {
            id,
            title: self.t.by_id(&format!("table-{id}")),
            sheet: self.t.by_id(&format!("sheet-{id}")),
            unit: String::new(),
            columns,
            rows,
            notes: Vec::new(),
            sources: vec![Backtests::FILE, Backtests::NUMBERS],
            long: false,
        }
    }

    fn columns(&self, heads: &[Words]) -> Vec<String> {
        heads.iter().map(|head| self.t.get(head)).collect()
    }

    /// One sentence: everybody's score, and how often the model won.
    fn verdict(&self, series: &Judged) -> String {
        let [linear, exponential, structural, pool] =
            [Forecaster::Linear, Forecaster::Exponential, Forecaster::Structural, Forecaster::Pool]
                .map(|f| percent(series.crps(f), SCORE_DECIMALS, self.t.lang));
        let best = Forecaster::ALL.into_iter().min_by(|a, b| series.crps(*a).total_cmp(&series.crps(*b)));
        let won = series.score(Forecaster::Structural).map_or([None; 2], |s| s.won);
        let [won_linear, won_exponential] = won.map(|w| percent(w.unwrap_or(f64::NAN), 0, self.t.lang));
        self.t.get(say::BacktestVerdict {
            structural,
            linear,
            exponential,
            pool,
            best: best.map_or(String::new(), |f| self.forecaster(f)),
            won_linear,
            won_exponential,
        })
    }

    /// The break in Oslo in numbers; nothing elsewhere.
    fn broke(&self, series: &Judged) -> Option<String> {
        if series.series != "oslo_recipients" {
            return None;
        }
        let at = |year: i32| series.observed.iter().find(|(y, _)| *y == year);
        let growth = |from: &Observed, to: &Observed| {
            let yearly = ((to.1 / from.1).ln() / f64::from(to.0 - from.0)).exp_m1();
            percent(yearly, 1, self.t.lang)
        };
        let (first, last) = (series.observed.first()?, series.observed.last()?);
        let (before, broken) = (at(BREAK - 1)?, at(BREAK)?);
        let of_break = || series.forecasts.iter().filter(|f| f.origin == BREAK - 1 && f.year == BREAK);
        Some(self.t.get(say::BacktestBreak {
            before: growth(first, before),
            years: years(first.0, before.0),
            broken: growth(before, broken),
            year: BREAK.to_string(),
            after: growth(broken, last),
            after_years: years(broken.0, last.0),
            over: of_break().filter(|f| f.predicted.mean > f.observed).count().to_string(),
            all: of_break().count().to_string(),
            origin: (BREAK - 1).to_string(),
        }))
    }

    /// What is documented to have moved the series.
    fn events(&self, series: &Judged) -> Option<String> {
        let list = events::of(&series.series, series.vintage).ok()?;
        let told: Vec<String> = list
            .iter()
            .map(|e| {
                format!("{}: {} ({})", years(e.years[0], e.years[1]), e.label.get(self.t.lang), e.source)
            })
            .collect();
        (!told.is_empty()).then(|| self.t.get(say::BacktestEvents { events: told.join("; ") }))
    }
}

fn scale(unit: &str) -> Scale {
    if unit == "hours/year" { Scale::Thousand } else { Scale::One }
}

/// A number of a series in the unit it is shown in, whole as what was observed.
fn quantity(unit: &str, x: f64) -> Quantity {
    Quantity::to_place(scale(unit), x, scale(unit).digits())
}

fn in_unit(unit: &str, x: f64) -> f64 {
    x / 10_f64.powi(scale(unit).digits())
}

/// The section of all tests.
pub fn section(found: &Backtests, t: &Texts) -> Section {
    let presenter = BacktestPresenter { t };
    let mut blocks = if found.series.is_empty() { Vec::new() } else { rolling(&presenter, found) };
    blocks.extend(found.sweden.iter().flat_map(|outside| sweden::blocks(&presenter, outside)));
    Section { id: "backtest", title: t.get(say::SECTION_BACKTEST), question: String::new(), blocks }
}

/// The tests with rolling origins.
fn rolling(presenter: &BacktestPresenter<'_>, found: &Backtests) -> Vec<Block> {
    let t = presenter.t;
    let mut blocks = vec![Block::Text(t.get(say::BACKTEST_WHAT))];
    let verdicts = found.series.iter().map(|s| Item::new(presenter.name(s), presenter.verdict(s)));
    blocks.push(Block::List(verdicts.collect()));
    blocks.push(Block::Table(tables::scores(presenter, &found.series)));
    blocks.push(Block::Table(tables::coverage(presenter, &found.series)));
    blocks.push(Block::Table(tables::targets(presenter, found)));
    for series in &found.series {
        blocks.push(Block::Heading(presenter.name(series)));
        blocks.push(Block::Text(presenter.of("backtest-about", series)));
        blocks.extend(figure::fan(presenter, series).map(Block::Figure));
        let said = [presenter.broke(series), presenter.events(series)];
        blocks.extend(said.into_iter().flatten().map(Block::Text));
        if series.series == "refund_accounts" {
            blocks.extend(coming::accounts(presenter, found));
        }
    }
    blocks.extend(coming::outlook(presenter, &found.outlook));
    blocks.push(Block::Heading(t.get(say::BACKTEST_KNOWN_HEADING)));
    blocks.extend(tables::known(presenter, found));
    blocks
}

/// The tests as a page of their own.
pub fn document(found: &Backtests, t: &Texts) -> Document {
    Document {
        title: t.get(say::BACKTEST_TITLE),
        subtitle: t.get(say::SECTION_BACKTEST),
        stamp: vec![
            t.get(say::StampDraws { count: number(found.draws as f64, 0, t.lang) }),
            t.get(say::BacktestSeed { seed: found.seed.to_string() }),
            format!("bpasim{NBSP}{}", env!("CARGO_PKG_VERSION")),
        ],
        own: String::new(),
        brief: Vec::new(),
        citation: String::new(),
        sections: vec![section(found, t)],
    }
}

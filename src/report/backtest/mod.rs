//! What happened held against what the model would have foreseen, told: figures, tables, and what a miss is likely due to.

mod figure;
mod reasons;
mod refund;
mod tables;

use super::display_unit::DisplayUnit;
use super::document::{Block, Cell, Document, Item, Missing, Row, Section, Table};
use super::number::{NBSP, Scale, number, percent, years};
use super::quantity::Quantity;
use super::texts::Texts;
use crate::analysis::backtest::Backtests;
use crate::analysis::backtest::judge::Judged;
use crate::text::{Words, say};

/// The tests and the texts.
struct BacktestPresenter<'a> {
    t: &'a Texts,
}

impl BacktestPresenter<'_> {
    /// A text about a series.
    fn of(&self, what: &str, series: &Judged) -> String {
        self.t.by_id(&format!("{what}-{}", series.series.replace('_', "-")))
    }

    fn name(&self, series: &Judged) -> String {
        self.of("series", series)
    }

    /// A number of a series in the unit it is shown in.
    fn shown(&self, series: &Judged, x: f64) -> String {
        quantity(series, x).number(self.t.lang)
    }

    fn cell(&self, series: &Judged, x: f64) -> Cell {
        quantity(series, x).cell(self.t.lang)
    }

    fn estimate(&self, series: &Judged, x: f64, (low, high): (f64, f64)) -> Cell {
        let (low_shown, high_shown) = (self.shown(series, low), self.shown(series, high));
        Cell::Estimate {
            mean: in_unit(series, x),
            interval: Some((in_unit(series, low), in_unit(series, high))),
            shown: self.shown(series, x),
            // An ordinary space: both ends together are too wide for a narrow column.
            shown_interval: format!("[{low_shown}; {high_shown}]"),
            direction: String::new(),
        }
    }

    /// A change as percent with its sign.
    fn change(&self, share: f64) -> Cell {
        Cell::Number { value: share * 100.0, shown: self.signed(share) }
    }

    fn signed(&self, share: f64) -> String {
        let text = percent(share, 1, self.t.lang);
        let positive = share > 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b));
        if positive { format!("+{text}") } else { text }
    }

    /// Growth a year from its logarithm.
    fn growth(&self, log: f64) -> String {
        percent(log.exp_m1(), 1, self.t.lang)
    }

    /// A score, with three digits.
    fn digits(&self, x: f64) -> String {
        Quantity::of_error(DisplayUnit::NUMBER, x).number(self.t.lang)
    }

    /// Years as a list: «2018, 2019 og 2021».
    fn listed(&self, years: impl IntoIterator<Item = i32>) -> String {
        let all: Vec<String> = years.into_iter().map(|y| y.to_string()).collect();
        match all.split_last() {
            Some((last, rest)) if !rest.is_empty() => {
                self.t.get(say::BacktestAnd { first: rest.join(", "), last })
            }
            _ => all.concat(),
        }
    }

    fn table(
        &self,
        id: &'static str,
        title: String,
        sheet: String,
        columns: Vec<String>,
        rows: Vec<Row>,
    ) -> Table {
        let sources = vec![Backtests::NUMBERS];
        Table {
            id,
            title,
            sheet,
            unit: String::new(),
            columns,
            rows,
            notes: Vec::new(),
            sources,
            long: false,
        }
    }

    fn columns(&self, heads: &[Words]) -> Vec<String> {
        heads.iter().map(|head| self.t.get(head)).collect()
    }
}

fn scale(series: &Judged) -> Scale {
    if series.unit == "hours/year" { Scale::Thousand } else { Scale::One }
}

/// A number of a series in the unit it is shown in, whole as what was observed.
fn quantity(series: &Judged, x: f64) -> Quantity {
    Quantity::to_place(scale(series), x, scale(series).digits())
}

fn in_unit(series: &Judged, x: f64) -> f64 {
    x / 10_f64.powi(scale(series).digits())
}

/// The section of all tests.
pub fn section(found: &Backtests, t: &Texts) -> Section {
    let presenter = BacktestPresenter { t };
    let mut blocks = vec![Block::Text(t.get(say::BACKTEST_WHAT))];
    let verdicts = found.series.iter().map(|s| Item::new(presenter.name(s), reasons::verdict(&presenter, s)));
    blocks.push(Block::List(verdicts.collect()));
    blocks.push(Block::Table(tables::scores(&presenter, &found.series)));
    for series in &found.series {
        blocks.push(Block::Heading(presenter.name(series)));
        blocks.push(Block::Text(presenter.of("backtest-about", series)));
        blocks.push(Block::Figure(figure::fan(&presenter, series)));
        blocks.push(Block::Table(tables::years(&presenter, series)));
        blocks.push(Block::List(reasons::reasons(&presenter, series)));
        if let Some(facts) = found.refund.as_ref().filter(|_| series.series == "refund_accounts") {
            blocks.extend(refund::blocks(&presenter, series, facts));
        }
    }
    blocks.push(Block::Heading(t.get(say::BACKTEST_KNOWN_HEADING)));
    blocks.extend(tables::known(&presenter, found));
    Section { id: "backtest", title: t.get(say::SECTION_BACKTEST), question: String::new(), blocks }
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
        sections: vec![section(found, t)],
    }
}

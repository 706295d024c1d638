//! The outside test: Sweden since 1994 with the decider's drift and without, beside trends; what it is evidence for, and what
//! it is not.

use super::tables::{coverage_cell, missing};
use super::{BacktestPresenter, Block, Cell, Item, Row, SCORE_DECIMALS, Table, percent};
use crate::analysis::backtest::judge::Forecaster;
use crate::analysis::backtest::score::{INTERVALS, Predicted, WIDEST};
use crate::analysis::backtest::sweden::{
    KNOWN_TO, PERIODS, Sweden, SwedishQuantity, SwedishSeries, SwedishYear, TABLE,
};
use crate::report::document::Figure;
use crate::report::figures::plot::{Plot, axis, c, text_width, tick_labels};
use crate::text::number::{Scale, placed, years};
use crate::text::{Words, say};

/// Looks of what was observed, and of the model without drift and with it.
const OBSERVED: usize = 0;
const LOOKS: [usize; 2] = [2, 1];
/// Figures and their sheets by series.
const FIGURES: [&str; 4] = ["sweden-recipients", "sweden-hours-each", "sweden-hours", "sweden-cost"];
/// Years that stand in a table of their own.
const TOLD: [i32; 5] = [2005, 2010, 2014, 2015, 2025];

fn name(presenter: &BacktestPresenter<'_>, series: &SwedishSeries) -> String {
    presenter.t.by_id(&format!("series-{}", figure_id(series.quantity)))
}

fn figure_id(quantity: SwedishQuantity) -> &'static str {
    let place = SwedishQuantity::ALL.iter().position(|own| *own == quantity);
    FIGURES[place.unwrap_or_default()]
}

fn models(presenter: &BacktestPresenter<'_>) -> [String; 2] {
    [say::SWEDEN_WITHOUT_DRIFT, say::SWEDEN_WITH_DRIFT].map(|words: Words| presenter.t.get(words))
}

/// Years between which growth is told: as long as the counts are apart.
const STRETCHES: [[i32; 2]; 5] = [[1994, 2005], [2005, 2010], [2010, 2015], [2015, 2022], [2022, 2025]];

/// A number of a series, whole.
fn shown(presenter: &BacktestPresenter<'_>, x: f64) -> String {
    placed(x, 0, 0, presenter.t.lang)
}

fn cell(presenter: &BacktestPresenter<'_>, x: f64) -> Cell {
    Cell::Number { value: x, shown: shown(presenter, x) }
}

fn forecast(presenter: &BacktestPresenter<'_>, p: &Predicted) -> Cell {
    let (low, high) = p.interval(WIDEST);
    let [low_text, high_text] = [low, high].map(|x| shown(presenter, x));
    Cell::Estimate {
        mean: p.median(),
        interval: Some((low, high)),
        shown: shown(presenter, p.median()),
        shown_interval: format!("[{low_text}; {high_text}]"),
        direction: String::new(),
    }
}

/// All of it.
pub(super) fn blocks(presenter: &BacktestPresenter<'_>, found: &Sweden) -> Vec<Block> {
    let t = presenter.t;
    let text = |words: Words| Block::Text(t.get(words));
    let mut blocks = vec![
        Block::Heading(t.get(say::SWEDEN_HEADING)),
        text(say::SWEDEN_WHAT),
        text(say::SWEDEN_SET),
        Block::List(vec![
            Item::new(t.get(say::SWEDEN_NOT_EVIDENCE_LEAD), t.get(say::SWEDEN_NOT_EVIDENCE)),
            Item::new(t.get(say::SWEDEN_EVIDENCE_LEAD), t.get(say::SWEDEN_EVIDENCE)),
        ]),
    ];
    blocks.extend(found.series.iter().map(|series| Block::Figure(figure(presenter, series))));
    let held = found.series.iter().map(|series| Item::new(name(presenter, series), held(presenter, series)));
    blocks.push(Block::List(held.collect()));
    blocks.push(Block::Table(in_years(presenter, found)));
    blocks.push(Block::Table(growth(presenter, found)));
    blocks.push(Block::Table(scores(presenter, found)));
    blocks.push(text(say::SWEDEN_FOUND));
    blocks.push(text(say::SWEDEN_REASONS));
    let reasons = [
        (say::SWEDEN_REASON_LAW_LEAD, say::SWEDEN_REASON_LAW),
        (say::SWEDEN_REASON_HOURS_LEAD, say::SWEDEN_REASON_HOURS),
        (say::SWEDEN_REASON_PROFIT_LEAD, say::SWEDEN_REASON_PROFIT),
        (say::SWEDEN_REASON_MERGER_LEAD, say::SWEDEN_REASON_MERGER),
    ];
    blocks.push(Block::List(reasons.map(|(lead, why)| Item::new(t.get(lead), t.get(why))).to_vec()));
    blocks
}

/// How many of the years observed each model's widest band held, after the first.
fn held(presenter: &BacktestPresenter<'_>, series: &SwedishSeries) -> String {
    let first = series.years.first().map_or(0, |own| own.year);
    let seen: Vec<(f64, &SwedishYear)> = series
        .observed
        .iter()
        .filter(|(year, _)| *year > first)
        .filter_map(|(year, _)| series.at(*year))
        .collect();
    let [without, with] = [0, 1].map(|model| {
        let held = seen.iter().filter(|(x, own)| own.predicted[model].holds(*x)[WIDEST]);
        held.count().to_string()
    });
    presenter.t.get(say::SwedenHeldYears { years: seen.len().to_string(), without, with })
}

/// Yearly growth between years that were observed, beside that of the models' middles.
fn growth(presenter: &BacktestPresenter<'_>, found: &Sweden) -> Table {
    let mut rows = Vec::new();
    for series in &found.series {
        let told = STRETCHES.iter().filter_map(|[from, to]| {
            let (before, early) = series.at(*from)?;
            let (after, late) = series.at(*to)?;
            let yearly = |from_value: f64, to_value: f64| {
                let growth = ((to_value / from_value).ln() / f64::from(to - from)).exp_m1();
                presenter.change(growth)
            };
            let middle =
                |model: usize| yearly(early.predicted[model].median(), late.predicted[model].median());
            Some(Row::new(years(*from, *to), vec![yearly(before, after), middle(0), middle(1)]))
        });
        for (i, row) in told.enumerate() {
            rows.push(if i == 0 { row.group(name(presenter, series)) } else { row });
        }
    }
    let mut columns = presenter.columns(&[say::AXIS_YEAR, say::BACKTEST_OBSERVED]);
    columns.extend(models(presenter));
    let mut table = presenter.table("sweden-growth", columns, rows);
    table.notes = vec![presenter.t.get(say::NOTE_SWEDEN_GROWTH)];
    table.sources.push(TABLE);
    table
}

/// Some years: what was observed, and whether each model's widest interval holds it.
fn in_years(presenter: &BacktestPresenter<'_>, found: &Sweden) -> Table {
    let t = presenter.t;
    let mut rows = Vec::new();
    for series in &found.series {
        let told = TOLD.iter().filter_map(|year| Some((year, series.at(*year)?)));
        for (i, (year, (observed, own))) in told.enumerate() {
            let mut cells = vec![cell(presenter, observed)];
            for predicted in &own.predicted {
                let held = predicted.holds(observed)[WIDEST];
                cells.push(forecast(presenter, predicted));
                cells.push(Cell::text(t.get(if held { say::YES } else { say::NO })));
            }
            let row = Row::new(year.to_string(), cells);
            rows.push(if i == 0 { row.group(name(presenter, series)) } else { row });
        }
    }
    let mut columns = presenter.columns(&[say::AXIS_YEAR, say::BACKTEST_OBSERVED]);
    for model in models(presenter) {
        columns.push(model);
        columns.push(t.get(say::SWEDEN_WITHIN));
    }
    let mut table = presenter.table("sweden-years", columns, rows);
    table.notes = vec![t.get(say::NOTE_SWEDEN_YEARS)];
    table.sources.push(TABLE);
    table
}

/// CRPS and intervals of everybody in both periods.
fn scores(presenter: &BacktestPresenter<'_>, found: &Sweden) -> Table {
    let t = presenter.t;
    let mut rows = Vec::new();
    for series in &found.series {
        for (i, own) in series.scores.iter().enumerate() {
            let cells = own.periods.iter().flat_map(|score| match score {
                Some(score) => {
                    let mut cells = vec![presenter.percent(score.crps, SCORE_DECIMALS)];
                    cells.extend(score.coverage.iter().map(|held| coverage_cell(presenter, held)));
                    cells
                }
                None => vec![missing(); 1 + INTERVALS.len()],
            });
            let row = Row::new(forecaster(presenter, own.forecaster), cells.collect());
            rows.push(if i == 0 { row.group(name(presenter, series)) } else { row });
        }
    }
    let mut columns = vec![t.get(say::COLUMN_FORECAST)];
    for [first, last] in PERIODS {
        let period = years(first, last);
        columns.push(t.get(say::SwedenCrps { period: &period }));
        columns.extend(
            INTERVALS.map(|p| t.get(say::SwedenHeld { share: percent(p, 0, t.lang), period: &period })),
        );
    }
    let mut table = presenter.table("sweden-scores", columns, rows);
    table.notes = presenter.columns(&[say::NOTE_SWEDEN_CRPS, say::NOTE_COVERAGE, say::NOTE_SWEDEN_SCORES]);
    table
}

/// Who forecasts: the model is the one with drift here.
fn forecaster(presenter: &BacktestPresenter<'_>, who: Forecaster) -> String {
    match who {
        Forecaster::Structural => presenter.t.get(say::SWEDEN_WITH_DRIFT),
        Forecaster::Pool => presenter.t.get(say::SWEDEN_POOL),
        other => presenter.forecaster(other),
    }
}

/// A series with both models' bands.
fn figure(presenter: &BacktestPresenter<'_>, series: &SwedishSeries) -> Figure {
    let t = presenter.t;
    let id = figure_id(series.quantity);
    let title = t.get(say::FigureSweden { series: name(presenter, series) });
    let said = TOLD.iter().filter_map(|year| {
        let (observed, own) = series.at(*year)?;
        let [without, with] = [0, 1].map(|model| {
            let (low, high) = own.predicted[model].interval(WIDEST);
            format!("{}–{}", shown(presenter, low), shown(presenter, high))
        });
        let observed = shown(presenter, observed);
        Some(t.get(say::AltSwedenYear { year: year.to_string(), observed, without, with }))
    });
    let alt = t.get(say::AltSweden { title: &title, years: said.collect::<Vec<_>>().join(" ") });
    let svg = drawn(presenter, series, id, &alt);
    let data = data(presenter, series, id, title.clone());
    let note = [held(presenter, series), t.get(say::NOTE_SWEDEN_FIGURE)].join(" ");
    Figure { id, title, alt, note, svg, data }
}

/// The same numbers.
fn data(presenter: &BacktestPresenter<'_>, series: &SwedishSeries, id: &'static str, title: String) -> Table {
    let t = presenter.t;
    let mut columns = presenter.columns(&[say::AXIS_YEAR, say::BACKTEST_OBSERVED]);
    for model in models(presenter) {
        columns.push(model.clone());
        columns.extend(
            INTERVALS.map(|p| t.get(say::SwedenInterval { share: percent(p, 0, t.lang), model: &model })),
        );
    }
    let row = |own: &SwedishYear| {
        let seen = series.observed.iter().find(|(year, _)| *year == own.year);
        let mut cells = vec![seen.map_or_else(missing, |(_, x)| cell(presenter, *x))];
        for predicted in &own.predicted {
            cells.push(cell(presenter, predicted.median()));
            cells.extend((0..INTERVALS.len()).map(|i| {
                let (low, high) = predicted.interval(i);
                Cell::text(format!("{}–{}", shown(presenter, low), shown(presenter, high)))
            }));
        }
        Row::new(own.year.to_string(), cells)
    };
    let mut table = presenter.table(id, columns, series.years.iter().map(row).collect());
    table.title = title;
    table.sheet = t.by_id(&format!("sheet-{id}"));
    table.unit = t.by_id(&format!("unit-{id}"));
    table.sources.push(TABLE);
    table.long = true;
    table
}

fn drawn(presenter: &BacktestPresenter<'_>, series: &SwedishSeries, id: &str, alt: &str) -> String {
    let t = presenter.t;
    let seen: Vec<(f64, f64)> = series.observed.iter().map(|(year, x)| (f64::from(*year), *x)).collect();
    let band = |model: usize, i: usize| -> Vec<(f64, f64, f64)> {
        let years = series.years.iter().map(|own| {
            let (low, high) = own.predicted[model].interval(i);
            (f64::from(own.year), low, high)
        });
        years.collect()
    };
    let line = |model: usize| -> Vec<(f64, f64)> {
        series.years.iter().map(|own| (f64::from(own.year), own.predicted[model].median())).collect()
    };
    let ends = [0, 1].into_iter().flat_map(|model| band(model, WIDEST)).map(|(_, _, high)| high);
    let high = ends.chain(seen.iter().map(|(_, x)| *x)).fold(0.0, f64::max);
    let (range, at) = axis(0.0, high, 5);
    let first = series.years.first().map_or(0, |own| own.year);
    let last = series.years.last().map_or(1, |own| own.year);
    let names = models(presenter);
    let observed = t.get(say::BACKTEST_OBSERVED);
    let widest = names.iter().chain([&observed]).map(|name| text_width(name)).fold(60.0, f64::max);
    let mut plot = Plot::new(340.0, 72.0, widest + 28.0, (f64::from(first), f64::from(last)), range);
    // The years that anything Swedish was fitted to.
    let [from, to] = [first, KNOWN_TO].map(|year| plot.at_x(f64::from(year)));
    let (top, bottom) = (plot.at_y(range.1), plot.at_y(range.0));
    plot.add(maud::html! {
        rect x=(c(from)) y=(c(top)) width=(c(to - from)) height=(c(bottom - top)) class="band f0" {}
    });
    let labels = tick_labels(&at, Scale::One, t.lang);
    plot.y_axis(&at.iter().copied().zip(labels).collect::<Vec<_>>(), &t.by_id(&format!("unit-{id}")));
    let every = (first..=last).filter(|year| (year - first) % 5 == 1 || *year == last);
    let every: Vec<(f64, String)> = every.map(|year| (f64::from(year), year.to_string())).collect();
    plot.x_axis(&every, &t.get(say::AXIS_YEAR));
    for (model, look) in LOOKS.into_iter().enumerate().rev() {
        for i in (0..INTERVALS.len()).rev() {
            plot.band(&band(model, i), look);
        }
    }
    for (model, look) in LOOKS.into_iter().enumerate() {
        plot.line(&line(model), look);
    }
    seen.iter().for_each(|(year, x)| plot.mark(*year, *x, OBSERVED));
    let known = t.get(say::SwedenFitted { year: KNOWN_TO.to_string() });
    plot.text(to - 6.0, top + 14.0, "end", "small", &known);
    let end = |points: &[(f64, f64)]| points.last().map_or(f64::NAN, |p| p.1);
    let mut labels = vec![(end(&seen), OBSERVED, observed)];
    labels.extend(names.into_iter().enumerate().map(|(model, name)| (end(&line(model)), LOOKS[model], name)));
    plot.end_labels(&labels);
    plot.done(id, alt)
}

//! Shares of the variance.

use super::bars::{Bar, bars};
use super::{DRAWN, SHOWN, StudiesPresenter};
use crate::analysis::sensitivity::Estimate;
use crate::analysis::sensitivity::sobol::Sobol;
use crate::report::document::{Block, Cell, Figure, Missing, Row};
use crate::text::number::{Scale, number, placed};
use crate::text::say;

const TABLES: [&str; 6] = ["sobol-1", "sobol-2", "sobol-3", "sobol-4", "sobol-5", "sobol-6"];
const FIGURES: [&str; 6] = [
    "sobol-figure-1",
    "sobol-figure-2",
    "sobol-figure-3",
    "sobol-figure-4",
    "sobol-figure-5",
    "sobol-figure-6",
];
const PAIRS: [&str; 6] = ["pairs-1", "pairs-2", "pairs-3", "pairs-4", "pairs-5", "pairs-6"];

pub(super) fn blocks(
    presenter: &StudiesPresenter<'_>,
    found: &Sobol,
    (name, n): (&str, usize),
) -> Vec<Block> {
    let t = presenter.t;
    let about = |e: Estimate| {
        if e.may_be_zero() { t.get(say::SOBOL_ZERO) } else { String::new() }
    };
    let rows = found
        .effects
        .iter()
        .take(SHOWN)
        .map(|e| {
            let first =
                e.first.map_or(Cell::Missing(Missing::Unknown), |first| presenter.estimate(first, -2));
            let cells = vec![first, presenter.estimate(e.total, -2)];
            Row::new(presenter.parameter(&e.factor), cells).about(e.first.map_or(String::new(), about))
        })
        .collect();
    let columns = [say::COLUMN_ASSUMPTION, say::SOBOL_FIRST, say::SOBOL_TOTAL].map(|id| t.get(id)).to_vec();
    let mut table = presenter.table(TABLES[n], t.get(say::SobolTitle { figure: name }), columns, rows);
    table.unit = t.get(say::SOBOL_UNIT);
    table.sheet = t.get(say::SobolSheet { number: &(n + 1).to_string() });
    table.long = true;
    let [points, worlds] = [found.points, found.worlds].map(|n| number(n as f64, 0, t.lang));
    table.notes.push(match found.expansion {
        true => t.get(say::SobolDraws { draws: &points }),
        false => t.get(say::SobolPoints { points: &points, worlds: &worlds }),
    });
    if found.missing > 0 {
        let all = found.points + found.missing;
        let count = number(found.missing as f64, 0, t.lang);
        table.notes.push(match found.expansion {
            true => t.get(say::StudyMissing { count: &count, worlds: &number(all as f64, 0, t.lang) }),
            false => t.get(say::SobolMissing { count: &count }),
        });
    }
    table.notes.push(presenter.settled(found.agreement));
    if !found.rest.is_empty() {
        let names: Vec<String> = found.rest.iter().map(|id| presenter.parameter(id)).collect();
        let count = number(names.len() as f64, 0, t.lang);
        table.notes.push(t.get(say::SobolRest { count: &count, names: t.list(&names) }));
    }
    if !found.inert.is_empty() {
        table.notes.push(match found.expansion {
            true => {
                let count = number(found.inert.len() as f64, 0, t.lang);
                t.get(say::StudyUnseen { count: &count, draws: &points })
            }
            false => presenter.inert(&found.inert, found.tried),
        });
    }
    let title = t.get(say::SobolFigure { figure: name });
    let unit = t.get(say::SOBOL_UNIT);
    let top = || found.effects.iter().take(DRAWN);
    let drawn: Vec<Bar> = top()
        .map(|e| {
            let of = |x: Estimate| (x.value, Some([x.low, x.high]));
            let first = e.first.map_or((f64::NAN, None), of);
            Bar { name: presenter.parameter(&e.factor), values: vec![first, of(e.total)] }
        })
        .collect();
    let said: Vec<String> = top()
        .map(|e| {
            let of = |x: Estimate| placed(x.value, 0, -2, t.lang);
            let both: Vec<String> = e.first.map(of).into_iter().chain([of(e.total)]).collect();
            format!("{}: {}.", presenter.parameter(&e.factor), both.join(", "))
        })
        .collect();
    let alt = t.get(say::AltBars { title: &title, unit: &unit, models: said.join(" ") });
    let legend = [say::SOBOL_FIRST, say::SOBOL_TOTAL].map(|id| t.get(id));
    let svg = bars(FIGURES[n], &alt, &unit, (Scale::One, t.lang), &legend, &drawn, false);
    let mut data = table.clone();
    data.id = FIGURES[n];
    data.rows.truncate(DRAWN);
    data.notes.clear();
    data.long = true;
    data.sheet = t.get(say::SobolFigureSheet { number: &(n + 1).to_string() });
    data.title.clone_from(&title);
    let figure = Figure { id: FIGURES[n], title, alt, note: t.get(say::SOBOL_NOTE), svg, data };
    let mut blocks = vec![Block::Text(t.get(say::SOBOL_WHAT)), Block::Figure(figure), Block::Table(table)];
    if !found.together.is_empty() {
        let rows = found
            .together
            .iter()
            .take(SHOWN)
            .map(|p| {
                let [a, b] = [&p.factors[0], &p.factors[1]].map(|id| presenter.parameter(id));
                let name = t.get(say::SobolPair { first: &a, second: &b });
                Row::new(name, vec![presenter.estimate(p.index, -2)]).about(about(p.index))
            })
            .collect();
        let columns = [say::COLUMN_ASSUMPTION, say::SOBOL_SECOND].map(|id| t.get(id)).to_vec();
        let mut table = presenter.table(PAIRS[n], t.get(say::SobolPairs { figure: name }), columns, rows);
        table.long = true;
        table.unit = t.get(say::SOBOL_UNIT);
        table.sheet = t.get(say::SobolPairsSheet { number: &(n + 1).to_string() });
        blocks.push(Block::Table(table));
    }
    blocks
}

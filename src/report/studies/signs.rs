//! Which directions are found, and which follow from an assumption.

use super::{FIGURES, StudiesPresenter};
use crate::analysis::studies::{SignedFigure, Signs};
use crate::report::display_unit::headline_name;
use crate::report::document::{Block, Cell, Row};
use crate::report::signs::{names, words};
use crate::report::tables::outcomes::{MAIN_TOTAL, main_of_year};
use crate::text::number::number;
use crate::text::say;

/// All that was asked of a few; of every difference that a report tells of, the main results alone.
fn shown(signs: &Signs) -> Vec<&SignedFigure> {
    let of_year = main_of_year(true);
    let main = |figure: &&SignedFigure| {
        let Some(target) = figure.wanted.target() else { return false };
        let list = if figure.wanted.year.is_some() { of_year.as_slice() } else { MAIN_TOTAL };
        list.contains(&target.headline.0)
    };
    let few = signs.figures.len() <= FIGURES;
    signs
        .figures
        .iter()
        .filter(|figure| few || main(figure))
        .filter(|figure| figure.test.mean.is_finite())
        .collect()
}

pub(super) fn blocks(presenter: &StudiesPresenter<'_>, signs: &Signs) -> Vec<Block> {
    let t = presenter.t;
    let about = &presenter.studies.about;
    let mut group = String::new();
    let mut rows = Vec::new();
    for figure in shown(signs) {
        let Some(target) = figure.wanted.target() else { continue };
        let name = headline_name(target.headline, (about.base_year, about.last_year), t);
        let unit = presenter.unit(target.headline).of_difference();
        let on = figure.test.rests_on.iter().map(|basis| basis.parameter.as_str());
        let earlier = target.minus.unwrap_or(0);
        let other = crate::report::words::within(&presenter.model(earlier), earlier);
        let head = t.get(say::Minus { model: presenter.model(target.model), other });
        let left = figure.test.rests_on.iter().map(|basis| {
            let left =
                crate::report::quantity::Quantity::new(unit, basis.mean, None, basis.mean.abs() / 100.0);
            left.signed(t.lang)
        });
        let cells = vec![
            Cell::text(t.get(words(Some(figure.test.direction())))),
            Cell::text(t.list(&names(about, on, t))),
            presenter.number(unit, [figure.test.mean, figure.test.mean.abs() / 100.0]),
            Cell::text(left.collect::<Vec<_>>().join("; ")),
        ];
        let mut row = Row::new(head, cells);
        let heading = format!("{name} ({})", unit.name(t));
        if heading != group {
            group.clone_from(&heading);
            row.group = Some(heading);
        }
        rows.push(row);
    }
    let draws = number(signs.draws as f64, 0, t.lang);
    let tried = number(signs.tried.len() as f64, 0, t.lang);
    let heading = Block::Heading(t.get(say::SIGNS_HEADING));
    let what = Block::Text(t.get(say::SignsWhat { draws, tried }));
    if rows.is_empty() {
        return vec![heading, what];
    }
    let columns =
        [say::SIGNS_DIFFERENCE, say::SIGNS_DIRECTION, say::SIGNS_RESTS_ON, say::SIGNS_MEAN, say::SIGNS_LEFT];
    let mut table =
        presenter.table("signs", t.get(say::SIGNS_TITLE), columns.map(|id| t.get(id)).to_vec(), rows);
    table.sheet = t.get(say::SIGNS_SHEET);
    table.long = signs.figures.len() > FIGURES;
    vec![heading, what, Block::Table(table)]
}

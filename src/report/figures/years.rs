//! What every model changes year by year: its difference to the zero alternative, the mean as a line and nine draws in ten
//! as a band, a panel a model. Levels would lie on top of each other, and stand in the table.

use super::panels::{Curve, Panel, panels};
use super::plot::{drawing, text_width};
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::report::document::{Figure, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::say;

/// Most panels; the models after them stand in the table.
const PANELS: usize = 6;

/// The models of a figure: those that stand side by side, and after each those that differ from it in when its withdrawal is
/// set, where money goes to and fro over time.
fn models(presenter: &Presenter<'_>, outcome: Outcome) -> Vec<usize> {
    let money = matches!(outcome, Outcome::MunicipalityNet | Outcome::StateNet);
    let left_out = &presenter.run.columns.left_out;
    let after = |m: usize| left_out.iter().filter(move |(_, base)| money && *base == m).map(|(own, _)| *own);
    presenter.others().flat_map(|m| std::iter::once(m).chain(after(m))).collect()
}

/// The figure of an outcome; nothing where no model is held against the zero alternative.
pub fn years(presenter: &Presenter<'_>, id: &'static str, outcome: Outcome) -> Option<Figure> {
    let (run, lang, t) = (presenter.run, presenter.lang(), presenter.t);
    let basis = Basis::usual(outcome, false);
    let unit = presenter.unit(outcome, Some(run.year()));
    let difference = |m: usize, y: i32| run.difference(outcome, (m, 0), basis, Some(y));
    let quantity = |m: usize, y: i32| Some(Quantity::of_line(unit.of_difference(), difference(m, y)?));
    let models: Vec<usize> =
        models(presenter, outcome).into_iter().filter(|m| difference(*m, run.year()).is_some()).collect();
    let drawn: Vec<Panel> = models
        .iter()
        .take(PANELS)
        .enumerate()
        .map(|(place, m)| {
            let points = run.years().filter_map(|y| Some((y, quantity(*m, y)?))).collect();
            let curve = Curve { points, band: true, name: String::new(), look: 1 + place % 5 };
            Panel { name: presenter.model(*m), curves: vec![curve] }
        })
        .collect();
    let last = *run.years().end();
    let numbers = drawn.iter().flat_map(|p| &p.curves).filter_map(|c| c.points.last());
    let right = numbers.map(|(_, q)| text_width(&q.signed(lang))).fold(30.0, f64::max) + 24.0;
    drawn.first()?;
    let unit_name = unit.of_difference().name(t);
    let axis = t.get(say::AxisDifference { unit: &unit_name });
    let (body, height) = panels(presenter, unit, &axis, &drawn, right);
    let title = t.get(say::FigureYears { outcome: presenter.label(outcome), years: presenter.period() });
    let in_text = |q: Quantity| q.signed(lang);
    let seen = models.iter().take(PANELS).filter_map(|m| {
        let (now, then) = (quantity(*m, run.year())?, quantity(*m, last)?);
        let (model, now) = (presenter.model(*m), in_text(now));
        Some(match run.year() == last {
            true => format!("{model} {now}"),
            false => t.get(say::YearsModel { model, now, then: in_text(then) }),
        })
    });
    let seen = seen.collect::<Vec<_>>().join("; ");
    let zero = |y: i32| Some(Quantity::of_line(unit, run.figure(outcome, 0, basis, Some(y))?).number(lang));
    let (first, year) = (*run.years().start(), run.year().to_string());
    let level = zero(first).zip(zero(last)).map(|(from, to)| {
        t.get(say::YearsZero { first: first.to_string(), from, last: last.to_string(), to })
    });
    let seen = match run.year() == last {
        true => t.get(say::YearsSeenLast { year: &year, unit: &unit_name, models: &seen }),
        false => {
            t.get(say::YearsSeen { year: &year, last: last.to_string(), unit: &unit_name, models: &seen })
        }
    };
    let alt = t.get(say::AltFigure { title: &title, seen: &seen });
    let mut note = vec![seen];
    note.extend(level);
    note.push(t.get(if run.about.draws > 1 { say::NOTE_BAND } else { say::NOTE_ONE_DRAW }));
    if models.len() > PANELS {
        note.push(t.get(say::NOTE_REST_IN_TABLE));
    }
    let rows = run.years().map(|y| {
        let level = presenter.estimate(unit, run.figure(outcome, 0, basis, Some(y)));
        let others = models.iter().map(|m| presenter.estimate(unit.of_difference(), difference(*m, y)));
        Row::new(y.to_string(), std::iter::once(level).chain(others).collect())
    });
    let mut columns = vec![t.get(say::AXIS_YEAR), t.get(say::ColumnModelLevel { model: presenter.model(0) })];
    columns.extend(models.iter().map(|m| presenter.pair((*m, 0))));
    let data =
        super::data(presenter, id, &title, &unit.name(t), columns, rows.collect(), vec!["summary.csv"]);
    Some(Figure { id, svg: drawing(id, &alt, height, body), title, alt, note: note.join(" "), data })
}

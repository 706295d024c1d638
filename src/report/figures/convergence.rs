//! How the Monte Carlo error falls as draws are added.

use super::plot::{Plot, axis, text_width, tick_labels};
use crate::outcomes::Outcome;
use crate::report::document::{Figure, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::number::Scale;
use crate::text::say;

/// The error of the difference in the state's net, by draws, for every model; nothing in a small run.
pub fn convergence(presenter: &Presenter<'_>) -> Option<Figure> {
    let id = "convergence";
    let (run, lang) = (presenter.run, presenter.lang());
    let outcome = Outcome::StateNet;
    let of = |m: usize| -> Vec<(f64, f64)> {
        let model = run.about.models[m].id.as_str();
        let year = Some(run.year());
        let own =
            run.convergence.iter().filter(|l| l.model == model && l.outcome == outcome && l.year == year);
        own.map(|l| (l.draws as f64, l.mcse)).collect()
    };
    let all: Vec<(f64, f64)> = presenter.others().flat_map(of).collect();
    let most = all.iter().map(|(n, _)| *n).fold(0.0, f64::max);
    let worst = all.iter().map(|(_, e)| *e).fold(0.0, f64::max);
    if presenter.others().map(|m| of(m).len()).max()? < 2 || worst == 0.0 {
        return None;
    }
    let names: Vec<String> = presenter.others().map(|m| presenter.model(m)).collect();
    let right = names.iter().map(|n| text_width(n)).fold(60.0, f64::max) + 28.0;
    let ((x_ends, at_x), (y_ends, at_y)) = (axis(0.0, most, 5), axis(0.0, worst, 4));
    let mut plot = Plot::new(280.0, 64.0, right, x_ends, y_ends);
    let money = presenter.unit(outcome, Some(run.year()));
    let unit = money.name(presenter.t);
    plot.y_axis(&at_y.iter().copied().zip(tick_labels(&at_y, money.scale, lang)).collect::<Vec<_>>(), &unit);
    plot.x_axis(
        &at_x.iter().copied().zip(tick_labels(&at_x, Scale::One, lang)).collect::<Vec<_>>(),
        &presenter.t.get(say::AXIS_DRAWS),
    );
    let mut ends = Vec::new();
    for (place, (m, name)) in presenter.others().zip(&names).enumerate() {
        let (points, look) = (of(m), place + 1);
        plot.line(&points, look);
        points.iter().for_each(|(x, y)| plot.mark(*x, *y, look));
        ends.extend(points.last().map(|(_, y)| (*y, look, name.clone())));
    }
    plot.end_labels(&ends);
    let title = presenter
        .t
        .get(say::FigureConvergence { outcome: &presenter.label(outcome), year: &run.year().to_string() });
    let said: Vec<String> = presenter
        .others()
        .zip(&names)
        .filter_map(|(m, name)| {
            let (draws, error) = *of(m).last()?;
            Some(presenter.t.get(say::AltConvergenceModel {
                model: name,
                draws: presenter.count(draws as usize),
                error: Quantity::of_error(money, error).number(lang),
            }))
        })
        .collect();
    let seen = said.join(" ");
    let alt = presenter.t.get(say::AltBars { title: &title, unit: &unit, models: &seen });
    let steps = presenter.others().map(of).max_by_key(Vec::len)?;
    let rows = steps
        .iter()
        .map(|(n, _)| {
            let error = |m: usize| of(m).into_iter().find(|(own, _)| own == n).map(|(_, e)| e);
            let cells = presenter
                .others()
                .map(|m| presenter.cell(error(m), |e| Quantity::of_error(money, e)))
                .collect();
            Row::new(presenter.count(*n as usize), cells)
        })
        .collect();
    let mut columns = vec![presenter.t.get(say::AXIS_DRAWS)];
    columns.extend(names);
    let data = super::data(presenter, id, &title, &unit, columns, rows, vec!["convergence.csv"]);
    Some(Figure {
        id,
        svg: plot.done(id, &alt),
        title,
        alt,
        note: format!("{seen} {}", presenter.t.get(say::NOTE_CONVERGENCE)),
        data,
    })
}

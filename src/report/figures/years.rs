//! An outcome year by year under every model: the mean as a line, nine draws in ten as a band.

use super::plot::{Plot, c, text_width, tick_labels, ticks};
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::report::document::{Figure, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::say;

/// Most models with bands; more would cover each other.
const BANDS: usize = 3;
/// Years between labels.
const STEP: usize = 3;

/// The figure of an outcome.
pub fn years(presenter: &Presenter<'_>, id: &'static str, outcome: Outcome) -> Figure {
    let (run, lang) = (presenter.run, presenter.lang());
    let basis = Basis::usual(outcome, false);
    let years: Vec<i32> = run.years().collect();
    let line = |m: usize, y: i32| run.figure(outcome, m, basis, Some(y));
    // Where money goes to and fro over time, models that differ in their withdrawal alone differ too.
    let models = match outcome {
        Outcome::MunicipalityNet | Outcome::StateNet => presenter.all(),
        _ => presenter.columns(),
    };
    let years_of = &years;
    let all = models.iter().flat_map(|m| years_of.iter().filter_map(move |y| line(*m, *y)));
    let unit = presenter.unit(outcome, Some(run.year()));
    let bands = models.len() <= BANDS;
    let ends = all.clone().flat_map(|l| match l.interval().filter(|_| bands) {
        Some((low, high)) => [low, high],
        None => [l.mean, l.mean],
    });
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(a, b), x| (a.min(x), b.max(x)));
    let at = ticks(low, high, 5);
    let range = (at[0], at[at.len() - 1]);
    let names: Vec<String> = models.iter().map(|m| presenter.model(*m)).collect();
    let right = names.iter().map(|n| text_width(n)).fold(60.0, f64::max) + 28.0;
    let span = (f64::from(years[0]), f64::from(years[years.len() - 1]).max(f64::from(years[0]) + 1.0));
    let mut plot = Plot::new(340.0, 64.0, right, span, range);
    let unit_name = unit.name(presenter.t);
    plot.y_axis(&at.iter().copied().zip(tick_labels(&at, unit.scale, lang)).collect::<Vec<_>>(), &unit_name);
    let labels: Vec<(f64, String)> =
        years.iter().step_by(STEP).map(|y| (f64::from(*y), y.to_string())).collect();
    plot.x_axis(&labels, &presenter.t.get(say::AXIS_YEAR));
    if bands {
        for (place, m) in models.iter().copied().enumerate() {
            let band: Vec<(f64, f64, f64)> = years
                .iter()
                .filter_map(|y| line(m, *y)?.interval().map(|(a, b)| (f64::from(*y), a, b)))
                .collect();
            plot.band(&band, place);
        }
    }
    let mut last = Vec::new();
    for (place, (m, name)) in models.iter().copied().zip(&names).enumerate() {
        let points: Vec<(f64, f64)> =
            years.iter().filter_map(|y| Some((f64::from(*y), line(m, *y)?.mean))).collect();
        plot.line(&points, place);
        last.extend(points.last().map(|(_, y)| (*y, place, name.clone())));
    }
    let start = run.year();
    let x = plot.at_x(f64::from(start));
    let (top, bottom) = (plot.at_y(range.1), plot.at_y(range.0));
    plot.add(maud::html! { line x1=(c(x)) x2=(c(x)) y1=(c(top)) y2=(c(bottom)) class="guide" {} });
    plot.text(
        x + 4.0,
        top + 12.0,
        "start",
        "tick",
        &presenter.t.get(say::GuideYear { year: start.to_string() }),
    );
    plot.end_labels(&last);

    let title =
        presenter.t.get(say::FigureYears { outcome: presenter.label(outcome), years: presenter.period() });
    let said: Vec<String> = models
        .iter()
        .copied()
        .zip(&names)
        .filter_map(|(m, name)| {
            let (a, b) = (line(m, years[0])?, line(m, *years.last()?)?);
            Some(presenter.t.get(say::AltYearsModel {
                model: name,
                from: Quantity::of_line(unit, a).number(lang),
                to: Quantity::of_line(unit, b).number(lang),
            }))
        })
        .collect();
    let alt = presenter.t.get(say::AltYears { title: &title, unit: &unit_name, models: &said.join(" ") });
    let rows = years
        .iter()
        .map(|y| {
            let cells = models.iter().map(|m| presenter.estimate(unit, line(*m, *y))).collect();
            Row::new(y.to_string(), cells)
        })
        .collect();
    let mut columns = vec![presenter.t.get(say::AXIS_YEAR)];
    columns.extend(names);
    let data = super::data(presenter, id, &title, &unit_name, columns, rows, vec!["summary.csv"]);
    let note = presenter.t.get(if bands { say::NOTE_BAND } else { say::NOTE_LINES });
    Figure { id, svg: plot.done(id, &alt), title, alt, note, data }
}

//! What a model costs the state over time under each withdrawal from the block grant: a line a withdrawal, a panel a model.

use super::panels::{Curve, Panel, panels};
use super::plot::{LOOKS, drawing, text_width};
use crate::outcomes::Outcome;
use crate::report::columns::{self, WITHDRAWAL};
use crate::report::document::{Cell, Figure, Missing, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::tables::withdrawals::quantity;
use crate::text::say;

/// Most panels.
const PANELS: usize = 4;

/// A line of the figure: what it is called, its numbers by year, whether the model is so.
struct Setting {
    name: String,
    points: Vec<(i32, Quantity)>,
    own: bool,
}

/// Whether two models differ in their withdrawal alone.
fn alike(presenter: &Presenter<'_>, a: usize, b: usize) -> bool {
    let models = &presenter.run.about.models;
    columns::alike(&models[a], &models[b], &WITHDRAWAL)
}

/// Models with a panel: the first of those that differ in their withdrawal alone.
fn models(presenter: &Presenter<'_>) -> Vec<usize> {
    let mut first: Vec<usize> = Vec::new();
    for m in presenter.others() {
        if first.iter().all(|earlier| !alike(presenter, *earlier, m)) {
            first.push(m);
        }
    }
    first
}

/// The withdrawals that are known of a model.
fn settings(presenter: &Presenter<'_>, model: usize) -> Vec<Setting> {
    let (run, t) = (presenter.run, presenter.t);
    let unit = presenter.unit(Outcome::StateNet, Some(run.year())).of_difference();
    let id = &run.about.models[model].id;
    let lines = || {
        let own = run.withdrawals.iter().filter(|line| line.figure.model == *id);
        own.filter(|line| line.figure.outcome == Outcome::StateNet && line.figure.year.is_some())
    };
    let mut names: Vec<&str> = Vec::new();
    for line in lines() {
        if !names.contains(&line.withdrawal.as_str()) {
            names.push(&line.withdrawal);
        }
    }
    let of = |name: &&str| {
        let at = |year: i32| Some((year, quantity(presenter, model, name, (Outcome::StateNet, Some(year)))?));
        let own = lines().any(|line| line.withdrawal == **name && line.own);
        let name = t.get(say::WithdrawalShort { withdrawal: *name });
        Setting { name, points: run.years().filter_map(at).collect(), own }
    };
    let mut settings: Vec<Setting> = names.iter().map(of).collect();
    // How a withdrawal is shared among municipalities moves the state's sum only where it guarantees something.
    let by_criteria = presenter.others().filter(|m| *m != model && alike(presenter, model, *m));
    let shared = |m: &usize| {
        let by = run.about.models[*m].levers.get("offset_by").and_then(|by| by.as_str());
        by.is_some_and(|by| by != "own")
    };
    settings.extend(by_criteria.filter(shared).map(|m| {
        let points = run.years().filter_map(|year| {
            let line = presenter.differences(Outcome::StateNet, &[(m, 0)], Some(year))[0]?;
            Some((year, Quantity::of_line(unit, line)))
        });
        Setting { name: presenter.model(m), points: points.collect(), own: false }
    }));
    settings
}

/// The figure; nothing where no model is known under more than one withdrawal, or for a few years only.
pub fn withdrawals(presenter: &Presenter<'_>) -> Option<Figure> {
    let id = "withdrawals-years";
    let (run, t, lang) = (presenter.run, presenter.t, presenter.lang());
    let many = |settings: &Vec<Setting>| {
        let years = settings.iter().map(|own| own.points.len()).min().unwrap_or(0);
        settings.len() > 1 && years > run.years().count() / 2
    };
    let of = |m: usize| Some((m, settings(presenter, m))).filter(|(_, settings)| many(settings));
    let all: Vec<(usize, Vec<Setting>)> = models(presenter).into_iter().filter_map(of).take(PANELS).collect();
    let names = all.iter().flat_map(|(_, settings)| settings).map(|own| text_width(&own.name));
    let right = names.fold(0.0, f64::max) + 26.0;
    let drawn: Vec<Panel> = all
        .iter()
        .map(|(m, settings)| Panel {
            name: presenter.model(*m),
            curves: settings
                .iter()
                .enumerate()
                .map(|(look, own)| Curve {
                    points: own.points.clone(),
                    band: own.own,
                    name: own.name.clone(),
                    look: look % LOOKS,
                })
                .collect(),
        })
        .collect();
    drawn.first()?;
    let unit = presenter.unit(Outcome::StateNet, Some(run.year()));
    let unit_name = unit.of_difference().name(t);
    let (body, height) =
        panels(presenter, unit, &t.get(say::AxisDifference { unit: &unit_name }), &drawn, right);
    let last = *run.years().end();
    let title = t.get(say::FigureWithdrawals { years: presenter.period() });
    let at = |own: &Setting, year: i32| {
        let point = own.points.iter().find(|(y, _)| *y == year);
        point.map_or(crate::text::number::MISSING.to_string(), |(_, q)| q.signed(lang))
    };
    let of = |own: &Setting| {
        t.get(say::WithdrawalsSetting {
            withdrawal: &own.name,
            now: at(own, run.year()),
            then: at(own, last),
        })
    };
    let seen = all.iter().map(|(m, settings)| {
        let parts: Vec<String> = settings.iter().map(of).collect();
        format!("{}: {}", presenter.model(*m), parts.join(", "))
    });
    let seen = seen.collect::<Vec<_>>().join("; ");
    let (year, unit_of) = (run.year().to_string(), &unit_name);
    let seen = t.get(say::YearsSeen { year: &year, last: last.to_string(), unit: unit_of, models: &seen });
    let alt = t.get(say::AltFigure { title: &title, seen: &seen });
    let rows = run.years().map(|year| {
        let cells = all.iter().flat_map(|(_, settings)| settings).map(|own| {
            let point = own.points.iter().find(|(y, _)| *y == year);
            point.map_or(Cell::Missing(Missing::Unknown), |(_, q)| q.cell(lang))
        });
        Row::new(year.to_string(), cells.collect())
    });
    let mut columns = vec![t.get(say::AXIS_YEAR)];
    columns.extend(all.iter().flat_map(|(m, settings)| {
        settings.iter().map(|own| format!("{}, {}", presenter.model(*m), own.name))
    }));
    let data =
        super::data(presenter, id, &title, &unit_name, columns, rows.collect(), vec!["withdrawals.csv"]);
    let note = [seen, t.get(say::NOTE_WITHDRAWALS_YEARS)].join(" ");
    Some(Figure { id, svg: drawing(id, &alt, height, body), title, alt, note, data })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{Sample, YEARS};
    use serde_json::json;

    /// 4 247 has the last digit that the same difference has in the figure of the state's net over the years, whatever its own
    /// error is.
    #[test]
    fn a_number_has_the_digits_that_it_has_in_other_figures() {
        let mut sample = Sample::new(&[("A", json!({"offset_share": 1}))])
            .level(Outcome::BpaCost, "zero", YEARS[1], 6_000.0, 1.0)
            .withdrawal("A", "none", false, 9_000.0, 200.0)
            .withdrawal("A", "fixed", true, 4_247.0, 200.0);
        for (year, error) in [(2024, 5.0), (2025, 6.0), (YEARS[2], 200.0)] {
            sample = sample.change(Outcome::StateNet, "A", year, 4_247.0, error);
        }
        sample.shown(|presenter| {
            let figure = withdrawals(presenter).unwrap();
            let Some(Cell::Number { shown, .. }) = figure.data.rows.last().unwrap().cells.last() else {
                panic!("{:?}", figure.data.rows)
            };
            assert_eq!(shown, "+4\u{a0}250");
        });
    }
}

//! How an answer moved from the setting before, draw by draw.

use super::answer::Told;
use crate::analysis::statistics::{Statistics, paired, statistics};
use crate::analysis::summary::{Basis, Period, by_world};
use crate::engine::results::Results;
use crate::outcomes::Outcome;
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::figures::forest::{self, Earlier};
use crate::report::quantity::Quantity;
use crate::text::{Lang, say};

/// What moves besides the figure's outcomes: what it costs in all, where a price of relatives' hours or of hours that are missing is seen.
const COSTS: [Outcome; 2] = [Outcome::RelativesCost, Outcome::SocietyCost];

impl Told<'_> {
    /// How each difference between a model and the zero alternative moved from the setting before, over the draws that both
    /// have: the same persons and random numbers, so that little of it is chance.
    pub(super) fn moved(&self) -> Option<Moved> {
        let before = self.before.filter(|own| own.scenario.models.len() == self.now.scenario.models.len())?;
        let draws = self.now.results.draws.min(before.results.draws);
        let run = self.presenter.run;
        let year = run.year();
        let place = usize::try_from(year - run.about.scenario.first_year).ok()?;
        if draws < 2
            || place >= before.scenario.horizon
            || before.setting.is_but_for_municipality(&self.now.setting)
        {
            return None;
        }
        let of = |outcome: Outcome| {
            let of_model = move |model: usize| {
                let [now, then] = [&self.now.results, &before.results]
                    .map(|results| difference(results, (outcome, model, place), draws));
                let moved =
                    statistics(&paired(&now, &then), &self.now.results).filter(|_| !run.hidden(outcome));
                (outcome, model, moved)
            };
            self.presenter.others().map(of_model)
        };
        Some(Moved { year, draws, all: forest::outcomes().chain(COSTS).flat_map(of).collect() })
    }

    /// What moved as a table, an outcome a row.
    pub(super) fn moved_table(&self, moved: &Moved) -> Table {
        let (presenter, t) = (self.presenter, self.presenter.t);
        let row = |own: &[(Outcome, usize, Option<Statistics>)]| {
            let outcome = own[0].0;
            let unit = presenter.unit(outcome, Some(moved.year)).of_difference();
            let cell = |(_, _, moved): &(Outcome, usize, Option<Statistics>)| match moved {
                Some(moved) => Cell::text(with_error(moved, unit, t.lang)),
                None => Cell::Missing(Missing::Unknown),
            };
            Row::new(presenter.label(outcome), own.iter().map(cell).collect()).unit(unit.name(t))
        };
        let models = presenter.others().map(|model| presenter.model(model));
        Table {
            id: "moved",
            title: t.get(say::LiveMoved { year: moved.year.to_string() }),
            sheet: String::new(),
            unit: String::new(),
            columns: std::iter::once(t.get(say::COLUMN_WHAT)).chain(models).collect(),
            rows: moved.all.chunk_by(|a, b| a.0 == b.0).map(row).collect(),
            notes: vec![t.get(say::LiveMovedNote { draws: presenter.count(moved.draws) })],
            sources: Vec::new(),
            long: false,
        }
    }

    /// The means of the setting before: those of now less what moved, which is less by chance than a mean of other draws.
    pub(super) fn earlier(&self, moved: &Moved) -> Vec<Earlier> {
        let of = |(outcome, model, moved_by): &(Outcome, usize, Option<Statistics>)| {
            let (outcome, model) = (*outcome, *model);
            let line = self.presenter.differences(outcome, &[(model, 0)], Some(moved.year))[0]?;
            Some(Earlier { outcome, model, mean: line.mean - moved_by.as_ref()?.mean })
        };
        let drawn = |own: &&(Outcome, usize, Option<Statistics>)| !COSTS.contains(&own.0);
        moved.all.iter().filter(drawn).filter_map(of).collect()
    }
}

/// What moved from the setting before, in a year, over the draws that both settings have.
pub(super) struct Moved {
    pub(super) year: i32,
    draws: usize,
    pub(super) all: Vec<(Outcome, usize, Option<Statistics>)>,
}

/// A model's difference from the zero alternative in a year, by draw.
fn difference(results: &Results, (outcome, model, year): (Outcome, usize, usize), draws: usize) -> Vec<f64> {
    let of = |model| by_world(results, outcome, model, Basis::usual(outcome, false), Period::Year(year));
    let mut all = paired(&of(model), &of(0));
    all.truncate(draws);
    all
}

/// A mean with the Monte Carlo error on both sides of it.
fn with_error(s: &Statistics, unit: DisplayUnit, lang: Lang) -> String {
    let error = s.mcse.unwrap_or(0.0);
    let shown = Quantity::new(unit, s.mean, None, error);
    match error > 0.0 {
        true => format!("{} ± {}", shown.signed(lang), Quantity::of_error(unit, error).number(lang)),
        false => shown.signed(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::{Extent, answer, run};
    use super::super::session::Session;
    use super::*;
    use crate::live::setting::Setting;
    use crate::report::presenter::Presenter;
    use crate::report::texts::Texts;
    use std::sync::atomic::AtomicBool;

    fn session(sets: &[&str]) -> Session {
        let sets = sets.iter().map(|set| set.to_string()).collect();
        let setting = Setting { scenario: "oslo".into(), sets, ..Setting::default() };
        let mut own = Session::open(setting, Some(7)).unwrap();
        let piece = own.simulate(0..3, &AtomicBool::new(false)).unwrap();
        own.add(&piece).unwrap();
        own
    }

    /// Which municipality is looked at moves nothing: there is no table of noughts of it.
    #[test]
    fn another_municipality_moves_nothing() {
        let (before, mut now) = (session(&[]), session(&[]));
        now.setting.municipality = "030101".into();
        let (texts, run) = (Texts::new(Lang::Nb), run(&now, Extent::Whole).unwrap());
        let presenter = Presenter { run: &run, t: &texts };
        let moved = |before| Told { presenter: &presenter, now: &now, before: Some(before) }.moved();
        assert!(moved(&before).is_none());
        assert!(moved(&session(&["financing.B.refund.rate=1"])).is_some());
    }

    /// Over the same draws what was before is exactly the setting before: a ring for each of its means.
    #[test]
    fn the_rings_are_the_means_of_the_setting_before() {
        let (before, now) = (session(&[]), session(&["financing.B.refund.rate=1"]));
        let texts = Texts::new(Lang::Nb);
        let (then, run) = (run(&before, Extent::Whole).unwrap(), run(&now, Extent::Whole).unwrap());
        let [then, presenter] = [&then, &run].map(|run| Presenter { run, t: &texts });
        let told = Told { presenter: &presenter, now: &now, before: Some(&before) };
        let moved = told.moved().unwrap();
        let earlier = told.earlier(&moved);
        let society = |own: &(Outcome, usize, Option<Statistics>)| own.0 == Outcome::SocietyCost;
        assert_eq!(moved.all.iter().filter(|own| society(own)).count(), presenter.others().count());
        assert_eq!(earlier.len(), forest::outcomes().count() * presenter.others().count());
        for own in &earlier {
            let line = then.differences(own.outcome, &[(own.model, 0)], Some(moved.year))[0].unwrap();
            assert!((own.mean - line.mean).abs() <= 1e-9 * line.mean.abs().max(1.0), "{own:?} {}", line.mean);
        }
        let whole = |before| answer(&now, before, Extent::Whole, Lang::Nb).unwrap();
        let answer = whole(Some(&before));
        let rings = answer.html["forest"].matches("class=\"before\"").count();
        assert!(answer.html["moved"].contains(presenter.label(Outcome::SocietyCost).as_str()));
        // One more stands in the legend.
        assert_eq!(rings, earlier.len() + 1);
        assert!(!whole(None).html["forest"].contains("class=\"before\""));
    }
}

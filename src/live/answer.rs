//! What is told of a setting, drawn by the report's own code from lines as a result folder has them, so that page and report
//! cannot differ; and how it moved from the setting before, draw by draw.

use super::session::Session;
use crate::analysis::statistics::{Statistics, paired, statistics};
use crate::analysis::summary::{Basis, Period, by_world};
use crate::engine::results::Results;
use crate::error::Result;
use crate::lines::manifest::{RunInfo, manifest};
use crate::lines::outcomes::{self, Shown};
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::document::{Block, Cell, Document, Figure, Missing, Row, Table};
use crate::report::figures::forest::{self, Earlier};
use crate::report::figures::years;
use crate::report::html::fragment;
use crate::report::municipality;
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::run::Run;
use crate::report::tables::budget::state_budget;
use crate::report::tables::glance;
use crate::report::tables::withdrawals::later;
use crate::report::texts::Texts;
use crate::text::number;
use crate::text::{Lang, say};
use serde::Serialize;
use std::collections::BTreeMap;

/// Draws from which an answer is settled: two points of every scrambling.
pub const SETTLED: usize = 32;

/// How much of a page an answer fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What it begins with, so that nobody waits for the rest of it: the sentences and the differences from the zero
    /// alternative.
    Beginning,
    /// All places.
    Whole,
}

/// The outcomes that a page begins with.
const FIRST: [Outcome; 7] = [
    Outcome::StateNet,
    Outcome::MunicipalityNet,
    Outcome::MunicipalityNetBpa,
    Outcome::MunicipalityNetBpaAfterWithdrawal,
    Outcome::RelativesHours,
    Outcome::UnmetHours,
    Outcome::UsersEmployed,
];
/// The outcomes that a page shows.
const SHOWN: [Outcome; 19] = [
    Outcome::Recipients,
    Outcome::Pool,
    Outcome::DeliveredHours,
    Outcome::BpaCost,
    Outcome::SocietyCost,
    Outcome::StateNet,
    Outcome::MunicipalityNet,
    Outcome::MunicipalityNetBpa,
    Outcome::MunicipalityNetBpaAfterWithdrawal,
    Outcome::Withdrawal,
    Outcome::Refund,
    Outcome::RefundRest,
    Outcome::RefundSchemeTotal,
    Outcome::SchemeBase,
    Outcome::RelativesHours,
    Outcome::UnmetHours,
    Outcome::UsersEmployed,
    Outcome::MunicipalityNetCash,
    Outcome::RefundSchemeTotalCash,
];

/// An answer: HTML in the page's language, by the place where it stands.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// Draws.
    pub draws: usize,
    /// Last year simulated.
    pub last_year: i32,
    /// Whether Monte Carlo error is small.
    pub settled: bool,
    /// The pieces of the page.
    pub html: BTreeMap<&'static str, String>,
    /// What is said to those who listen, once it is settled.
    pub spoken: String,
    /// The command that writes the same figures.
    pub command: String,
}

/// The answer of a setting, beside the setting before it.
pub fn answer(now: &Session, before: Option<&Session>, extent: Extent, lang: Lang) -> Result<Answer> {
    let run = run(now, extent)?;
    let texts = Texts::new(lang).in_currency(run.about.scenario.currency.as_deref());
    let presenter = &Presenter { run: &run, t: &texts };
    let told = Told { presenter, now, before };
    let sentences = told.sentences();
    let moved = told.moved();
    let earlier = moved.as_ref().map(|own| told.earlier(own)).unwrap_or_default();
    let figure =
        |figure: Option<Figure>| figure.map(|own| fragment(&Block::Figure(own), &texts)).unwrap_or_default();
    let mut html = BTreeMap::from([
        ("state", told.state()),
        (
            "sentences",
            list(&sentences, &texts) + &fragment(&Block::Text(texts.get(say::LIVE_SAME_NOTE)), &texts),
        ),
        ("forest", figure(forest::forest(presenter, &earlier))),
    ]);
    if extent == Extent::Whole {
        let years = |id, outcome| figure(years::years(presenter, id, outcome));
        let moved = moved.as_ref().map(|own| fragment(&Block::Table(told.moved_table(own)), &texts));
        html.extend([
            ("glance", fragment(&Block::Table(glance::glance(presenter)), &texts)),
            ("budget", fragment(&Block::Table(state_budget(presenter)), &texts)),
            ("municipality", told.municipality()?),
            ("moved", moved.unwrap_or_default()),
            ("years", years("live-years", Outcome::StateNet)),
            ("municipal-years", years("live-municipal-years", Outcome::MunicipalityNet)),
        ]);
    }
    for text in html.values_mut() {
        *text = apart(text);
    }
    Ok(Answer {
        draws: now.results.draws,
        last_year: now.scenario.last_year(),
        settled: now.results.draws >= SETTLED,
        spoken: sentences.join(" "),
        command: now.setting.command(now.results.draws, now.years)?,
        html,
    })
}

/// `summary.csv` of what is simulated, as a run of as many draws writes it.
pub fn summary_csv(now: &Session) -> Result<Vec<u8>> {
    outcomes::summary_table(&now.scenario, &now.results, Outcome::ALL, now.engine()?.hidden())
}

/// The ids of a page's pieces must not be those of the report that it may stand in.
fn apart(html: &str) -> String {
    // Those of elements, and of the parts of the one drawing that has the same id there, with what names them.
    let ids = ["id=\"table-", "id=\"figure-", "id=\"forest-", "labelledby=\"forest-", "url(#forest-"];
    ids.iter().fold(html.to_string(), |text, id| {
        let (before, kind) = id.split_at(id.find(['"', '#']).map_or(0, |at| at + 1));
        text.replace(id, &format!("{before}live-{kind}"))
    })
}

/// The run that a report's code reads, of what a page shows.
fn run(now: &Session, extent: Extent) -> Result<Run> {
    let (scenario, results) = (&now.scenario, &now.results);
    let engine = now.engine()?;
    let hidden = engine.hidden();
    let unit = scenario.units.iter().position(|unit| unit.id == now.setting.municipality);
    let shown = match extent {
        Extent::Beginning => Shown { outcomes: &FIRST, accounts: false, unit: None },
        Extent::Whole => Shown { outcomes: &SHOWN, accounts: true, unit },
    };
    let files = outcomes::some(scenario, results, shown, hidden)?;
    let info = RunInfo { seed: now.setting.seed, draws: results.draws, replicates: 1, ..RunInfo::default() };
    Run::new(manifest(scenario, results, &info, hidden, ""), &files)
}

fn list(sentences: &[String], t: &Texts) -> String {
    let items = sentences.iter().map(|text| crate::report::document::Item::new("", text.clone())).collect();
    fragment(&Block::List(items), t)
}

struct Told<'a> {
    presenter: &'a Presenter<'a>,
    now: &'a Session,
    before: Option<&'a Session>,
}

impl Told<'_> {
    /// How much is simulated.
    fn state(&self) -> String {
        let (t, run) = (self.presenter.t, self.presenter.run);
        let draws = self.presenter.count(self.now.results.draws);
        let years = number::years(*run.years().start(), *run.years().end());
        match self.now.results.draws >= SETTLED {
            true => t.get(say::LiveSettled { draws, years }),
            false => t.get(say::LiveProvisional { draws, years }),
        }
    }

    /// The years told of: the first in full effect, and the one ten years on where it is simulated.
    fn years(&self) -> Vec<i32> {
        [Some(self.presenter.run.year()), later(self.presenter)].into_iter().flatten().collect()
    }

    /// A sentence a model.
    fn sentences(&self) -> Vec<String> {
        let t = self.presenter.t;
        let of_model = |model: usize| {
            let in_year = |year: i32| {
                let amount = |outcome| self.amount(outcome, model, year);
                Some(t.get(say::LiveOfYear {
                    year: year.to_string(),
                    state: amount(Outcome::StateNet)?,
                    municipalities: amount(Outcome::MunicipalityNetBpaAfterWithdrawal)?,
                    relatives: amount(Outcome::RelativesHours)?,
                    unmet: amount(Outcome::UnmetHours)?,
                }))
            };
            let years: Vec<String> = self.years().into_iter().filter_map(in_year).collect();
            let (model, years) = (self.presenter.model(model), years.join(" "));
            (!years.is_empty()).then(|| t.get(say::LiveOfModel { model, years }))
        };
        self.presenter.others().filter_map(of_model).collect()
    }

    /// A difference from the zero alternative in words; which way it goes only where that is beyond Monte Carlo error.
    fn amount(&self, outcome: Outcome, model: usize, year: i32) -> Option<String> {
        let (t, run) = (self.presenter.t, self.presenter.run);
        if run.hidden(outcome) {
            return None;
        }
        let line: &SummaryLine = self.presenter.differences(outcome, &[(model, 0)], Some(year))[0]?;
        let unit = self.presenter.unit(outcome, Some(year)).of_difference();
        let quantity = Quantity::of_line(unit, line).in_text();
        let amount = quantity.with(line.mean.abs()).number(t.lang);
        let unit = quantity.unit.in_text(t);
        let way = match line.mcse {
            Some(0.0) if line.mean == 0.0 => "same",
            Some(error) if line.mean.abs() > 2.0 * error => match line.mean > 0.0 {
                true => "more",
                false => "less",
            },
            _ => "unknown",
        };
        Some(t.get(say::LiveAmount { way, amount, unit }))
    }

    /// The municipality that is looked at; nothing where none is.
    fn municipality(&self) -> Result<String> {
        let id = &self.now.setting.municipality;
        if id.is_empty() {
            return Ok(String::new());
        }
        let base = Document {
            title: String::new(),
            subtitle: String::new(),
            stamp: Vec::new(),
            own: String::new(),
            brief: Vec::new(),
            citation: String::new(),
            sections: Vec::new(),
        };
        let document = municipality::document(self.presenter.run, self.presenter.t, id, &base)?;
        let blocks = document.sections.iter().flat_map(|section| &section.blocks);
        Ok(blocks.map(|block| fragment(block, self.presenter.t)).collect())
    }

    /// How each difference between a model and the zero alternative moved from the setting before, over the draws that both
    /// have: the same persons and random numbers, so that little of it is chance.
    fn moved(&self) -> Option<Moved> {
        let before = self.before.filter(|own| own.scenario.models.len() == self.now.scenario.models.len())?;
        let draws = self.now.results.draws.min(before.results.draws);
        let run = self.presenter.run;
        let year = run.year();
        let place = usize::try_from(year - run.about.scenario.first_year).ok()?;
        if draws < 2 || place >= before.scenario.horizon || before.setting == self.now.setting {
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
        Some(Moved { year, draws, all: forest::outcomes().flat_map(of).collect() })
    }

    /// What moved as a table, an outcome a row.
    fn moved_table(&self, moved: &Moved) -> Table {
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
    fn earlier(&self, moved: &Moved) -> Vec<Earlier> {
        let of = |(outcome, model, moved_by): &(Outcome, usize, Option<Statistics>)| {
            let (outcome, model) = (*outcome, *model);
            let line = self.presenter.differences(outcome, &[(model, 0)], Some(moved.year))[0]?;
            Some(Earlier { outcome, model, mean: line.mean - moved_by.as_ref()?.mean })
        };
        moved.all.iter().filter_map(of).collect()
    }
}

/// What moved from the setting before, in a year, over the draws that both settings have.
struct Moved {
    year: i32,
    draws: usize,
    all: Vec<(Outcome, usize, Option<Statistics>)>,
}

/// A model's difference from the zero alternative in a year, by draw.
fn difference(results: &Results, (outcome, model, year): (Outcome, usize, usize), draws: usize) -> Vec<f64> {
    let of = |model| by_world(results, outcome, model, Basis::usual(outcome, false), Period::Year(year));
    let mut all = paired(&of(model), &of(0));
    all.truncate(draws);
    all
}

/// A mean with the Monte Carlo error on both sides of it.
fn with_error(s: &Statistics, unit: crate::report::display_unit::DisplayUnit, lang: Lang) -> String {
    let error = s.mcse.unwrap_or(0.0);
    let shown = Quantity::new(unit, s.mean, None, error);
    match error > 0.0 {
        true => format!("{} ± {}", shown.signed(lang), Quantity::of_error(unit, error).number(lang)),
        false => shown.signed(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::setting::Setting;
    use std::sync::atomic::AtomicBool;

    fn session(sets: &[&str]) -> Session {
        let sets = sets.iter().map(|set| set.to_string()).collect();
        let setting = Setting { scenario: "oslo".into(), sets, ..Setting::default() };
        let mut own = Session::open(setting, Some(7)).unwrap();
        let piece = own.simulate(0..3, &AtomicBool::new(false)).unwrap();
        own.add(&piece).unwrap();
        own
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
        assert_eq!(earlier.len(), forest::outcomes().count() * presenter.others().count());
        for own in &earlier {
            let line = then.differences(own.outcome, &[(own.model, 0)], Some(moved.year))[0].unwrap();
            assert!((own.mean - line.mean).abs() <= 1e-9 * line.mean.abs().max(1.0), "{own:?} {}", line.mean);
        }
        let whole = |before| answer(&now, before, Extent::Whole, Lang::Nb).unwrap();
        let answer = whole(Some(&before));
        let rings = answer.html["forest"].matches("class=\"before\"").count();
        // One more stands in the legend.
        assert_eq!(rings, earlier.len() + 1);
        assert!(!whole(None).html["forest"].contains("class=\"before\""));
    }
}

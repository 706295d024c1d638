//! What is told of a setting, drawn by the report's own code from lines as a result folder has them, so that page and report
//! cannot differ.

use super::session::Session;
use crate::error::Result;
use crate::lines::manifest::{RunInfo, manifest};
use crate::lines::outcomes::{self, Shown};
use crate::outcomes::Outcome;
use crate::report::budget_lines;
use crate::report::document::{Block, Document, Figure, Table};
use crate::report::figures::forest;
use crate::report::figures::years;
use crate::report::html::fragment;
use crate::report::municipality;
use crate::report::presenter::Presenter;
use crate::report::run::Run;
use crate::report::tables::budget::state_budget_in;
use crate::report::tables::glance;
use crate::report::tables::withdrawals::later;
use crate::report::texts::Texts;
use crate::text::{Lang, say};
use serde::Serialize;
use std::collections::BTreeMap;

/// Draws from which an answer is settled: two points of every scrambling.
pub const SETTLED: usize = 32;
/// Draws of all years from which nothing is provisional any more: those that a page simulates.
pub const WHOLE: usize = 256;

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
const FIRST: [Outcome; 8] = [
    Outcome::SocietyCost,
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
        ("sentences", list(&sentences, &texts) + &fragment(&Block::Text(told.about_sentences()), &texts)),
        ("forest", figure(forest::forest(presenter, &earlier).map(|own| told.of_setting(own)))),
        ("brief", told.brief().into_iter().map(|text| fragment(&Block::Text(text), &texts)).collect()),
    ]);
    if extent == Extent::Whole {
        let years = |id, outcome| figure(years::years(presenter, id, outcome));
        let moved = moved.as_ref().map(|own| fragment(&Block::Table(told.moved_table(own)), &texts));
        html.extend([
            ("glance", fragment(&Block::Table(told.named(glance::glance(presenter))), &texts)),
            ("budget", fragment(&Block::Table(state_budget_in(presenter, &told.budget_years())), &texts)),
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
        spoken: std::iter::once(told.state()).chain(sentences).collect::<Vec<_>>().join(" "),
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
pub(super) fn run(now: &Session, extent: Extent) -> Result<Run> {
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

/// What is told from: the run as the report's code reads it, and the two settings.
pub(super) struct Told<'a> {
    pub(super) presenter: &'a Presenter<'a>,
    pub(super) now: &'a Session,
    pub(super) before: Option<&'a Session>,
}

impl Told<'_> {
    /// A table that stands in the report too, under a name of its own.
    fn named(&self, own: Table) -> Table {
        Table { title: self.presenter.t.get(say::LiveTitled { title: &own.title }), ..own }
    }

    /// The same of a figure.
    fn of_setting(&self, own: Figure) -> Figure {
        Figure { title: self.presenter.t.get(say::LiveTitled { title: &own.title }), ..own }
    }

    /// The years of the budget: the first in full effect, one beside it in which something is paid, and ten years on.
    fn budget_years(&self) -> Vec<i32> {
        let (presenter, lines) = (self.presenter, budget_lines::lines(self.presenter.run));
        let full = presenter.run.year();
        let paid = |year: &i32| lines.iter().any(|line| line.year == *year && line.change != 0.0);
        let beside = [full - 1, full + 1].into_iter().find(paid);
        let mut years: Vec<i32> = [Some(full), beside, later(presenter)].into_iter().flatten().collect();
        years.sort_unstable();
        years
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
}

#[cfg(test)]
mod tests {
    /// The page's script simulates as many draws as are told of as settled, and as whole.
    #[test]
    fn the_script_ends_where_an_answer_is_settled() {
        let script = include_str!("pool.js");
        let last = |name: &str| -> Option<usize> {
            let (list, _) = script.split_once(&format!("{name} = ["))?.1.split_once(']')?;
            list.rsplit(", ").next()?.parse().ok()
        };
        assert_eq!([last("SOON"), last("WHOLE")], [Some(super::SETTLED), Some(super::WHOLE)]);
    }

    use super::*;
    use crate::live::setting::Setting;
    use std::sync::atomic::AtomicBool;

    /// What stands in the report too has a name of its own, and the budget's few years are such as something is paid in.
    #[test]
    fn tables_have_names_of_their_own_and_years_in_which_something_is_paid() {
        for years in [6, 17] {
            let mut own = Session::open(Setting::default(), Some(years)).unwrap();
            let piece = own.simulate(0..1, &AtomicBool::new(false)).unwrap();
            own.add(&piece).unwrap();
            let told = answer(&own, None, Extent::Whole, Lang::Nb).unwrap();
            for place in ["glance", "forest"] {
                assert!(
                    told.html[place].contains(", med innstillingen her\""),
                    "{place}: {}",
                    told.html[place]
                );
            }
            let (_, rest) = told.html["budget"].split_once("<thead>").unwrap();
            let (head, body) = rest.split_once("</thead>").unwrap();
            let heads: Vec<&str> = head.split("<th ").skip(2).collect();
            let shown = |year: &str| heads.iter().any(|own| own.contains(year));
            assert!(["2028", "2029"].into_iter().all(shown) && shown("2039") == (years > 16), "{head}");
            assert_eq!(heads.len(), if years > 16 { 3 } else { 2 });
            let sums = |n: usize| {
                let rows = body.split("<tr class=\"sum\">").skip(1);
                rows.filter_map(|row| row.split("<td>").nth(n + 1)?.split('<').next()).any(|cell| cell != "0")
            };
            assert!((0..heads.len()).all(sums), "{body}");
        }
    }
}

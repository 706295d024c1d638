//! # bpasim: who pays for user-controlled personal assistance
//!
//! Simulates the financing of BPA in Norway under the zero alternative, Model A, Model B and any
//! model a user writes down as levers: what municipalities and state pay, what is shifted to
//! relatives in time, health and work, and what happens to the participation of users and families.
//!
//! ```
//! use bpasim::{Lang, Monitor, Outcome, Period, RunRequest, run};
//!
//! let request = RunRequest { draws: 20, ..RunRequest::of("oslo") };
//! let run = run(&request, Monitor::default())?;
//! let label = Outcome::StateNet.info().label.get(Lang::En);
//! if let Some(difference) = run.difference(Outcome::StateNet, "B", "zero", Period::Total) {
//!     let (low, high) = difference.interval().unwrap_or((difference.mean, difference.mean));
//!     println!("{label}, B minus zero: {:.0} NOK, 90 % interval {low:.0} to {high:.0}", difference.mean);
//! }
//! # assert!(run.difference(Outcome::StateNet, "B", "zero", Period::Total).is_some());
//! # Ok::<(), bpasim::Error>(())
//! ```
//!
//! What the program does, as functions of values, is [`experiment`]; the command line ([`cli`]) is one user of it.
//!
//! The model in ten sentences. A *draw* is one complete world: a vector of uncertain parameters and
//! one set of random numbers for every person ([`random`]). Persons with a long-lasting need are
//! placed in municipalities ([`population::placement`]), with or without BPA, and born with
//! attributes ([`population::attributes`]); each year brings arrivals, and ends with deaths and new need
//! ([`population::life`]). Every financing model ([`scenario::financing`]) meets the *same* persons and
//! random numbers, so that differences are paired. Whoever decides sees how much of one more hour
//! he pays ([`behaviour::marginal_share`]), and grants coverage accordingly ([`behaviour::coverage`]); those in the
//! pool are awarded BPA more or less easily ([`behaviour::award`], [`rules::rights`]). What is granted
//! is not always delivered ([`behaviour::delivery`]); relatives fill part of the gap and lose work and
//! health by it ([`behaviour::relatives`]). The state refunds costs above a threshold ([`rules::refund`])
//! and may pay by the hour ([`rules::hour_grant`]) or cut the block grant ([`rules::withdrawal`]). Every krone is
//! posted once to who pays it ([`ledger`], [`engine::posting`]), and the sum over payers is the real
//! resources used. Outcomes ([`outcomes`]) are kept for every draw ([`engine::results`]) and summarised over draws
//! ([`analysis`]), differences draw by draw. Everything is written together or not at all ([`export`]).
//!
//! Where the specification leaves a choice, the module it is about says what is done.
//!
//! # Where the program departs from the specification
//!
//! - Draws without reactions (`scheme.md` S6.5) are the last 16 of every 256, told from 256 draws, and not every twentieth, told
//!   from 400. Parameters are drawn as evenly spread points, in powers of two and from 16 scramblings, by turns. Every
//!   twentieth draw is of four scramblings alone; 16 in a row are one of each, so that their error can be told
//!   ([`engine::mechanical`]).
//! - `sweden` (`scheme.md` S5): `recipients_growth` is 0.283, not 0.089, since growth falls as the pool empties and the median of
//!   2005 must be 14 500; `pool_ratio` is moved up by 0.6, without which no growth reaches it; `pool_hours_median` and
//!   `granted_hours_min` say that those who come later need as many hours as the first.
//!
//! # What is left out
//!
//! The report's section of limits tells these, each with the way it would move the comparison between models.
//!
//! Of the rest of the refund scheme ([`scheme`]), which is an estimate until a ministry gives the distribution:
//! - costs below the threshold, which nobody reports: more persons just below it make a lower threshold dearer;
//! - persons over 67 at home and residents of institutions, whose number is unknown: more of them make B for the whole
//!   scheme dearer, and move neither A nor B for BPA alone;
//! - its shape (α), from three years: a heavier tail makes a lower threshold cheaper, a lighter one dearer;
//! - figures of units, which are expectations: small municipalities are hit harder than shown;
//! - reactions other than `scheme_response`: stronger ones make B for the whole scheme dearer;
//! - transition arrangements, which are imitations: they move who loses when, not sums;
//! - terms adopted from 2025, to be confirmed: higher ones make the zero alternative dearer, and B add less.
//!
//! Of the model:
//! - the supply of assistants: vacancies and wages do not answer to hours, so that models that grant more (B, and A where its
//!   norm widens) deliver less and cost more than shown;
//! - complaints: appeals to the state even practice out and may press hours up under A; municipal models get more hours after
//!   complaints than shown;
//! - turning 18 as a cohort: a guarantee (A) gives the young more than shown;
//! - moving between municipalities: national rules (A) are worth more to users than shown;
//! - relatives employed as assistants: differences in relatives' hours are smaller than shown, those in their pay larger;
//! - users' quality of life and sick leave: models that give more hours look dearer to society than they are;
//! - hours given by a municipality's means: if poor municipalities are the strictest, A evens out more than shown, and B less;
//! - a law of its own: if it lets more needs count, A grants more and costs more, and is further from those without BPA;
//! - choice of organisation and assistants, suppliers' prices and their shared assistants: A is worth more to users where they
//!   may choose, and dearer where the state pays a fixed price an hour;
//! - staffed homes beyond the price of a place (moves there when BPA is refused, larger units, assistance turned into health
//!   care): A with a right for all is worth more to users, and saves less where only a part of the place is saved;
//! - health tasks and competence: models that give BPA to more people (A with a right for all, B) are dearer than shown;
//! - the two-year rule, nights and second helpers: today's limits shut out more, and A with a right for all lets in more;
//! - study and work in the judgement of hours: A gives the young more hours and work than shown, at a higher cost;
//! - what Oslo does for its districts: B relieves them less, the city's sum is the same;
//! - institutions as the alternative to BPA: A with a right for all, and B a little, look dearer than they are where a place
//!   costs more than the hours;
//! - leisure of relatives who left work and help for fewer hours than it took: models where fewer leave (B, A where its norm
//!   widens) save relatives a little less than shown;
//! - the county's school assistants from 16, posted with the municipality, and help at work, of which no chapter is known: A
//!   with a right for all relieves municipalities less than shown, and looks dearer in the sum of the state budget.
//!
//! The modules stand below in the order of the data; a module may use only what stands above it. In a browser ([`live`])
//! what reads and writes files is left out. Pages for users stand in [`guide`].

#![cfg_attr(
    any(target_family = "wasm", not(feature = "serve")),
    expect(dead_code, reason = "texts and figures of the modules that are left out")
)]

pub mod text;

pub mod error;
pub mod files;

pub mod columnar;

pub mod math;
pub mod random;
pub mod scenario;

pub mod ledger;
pub mod rules;

#[cfg(not(target_family = "wasm"))]
pub mod import;

pub mod economy;
pub mod scheme;

pub mod behaviour;
pub mod outcomes;
pub mod population;

pub mod engine;

#[cfg(not(target_family = "wasm"))]
pub mod checkpoint;

pub mod analysis;
pub mod records;
pub mod report;

pub mod lines;

pub mod live;

#[cfg(not(target_family = "wasm"))]
pub mod export;

#[cfg(not(target_family = "wasm"))]
pub mod experiment;

#[cfg(all(feature = "serve", not(target_family = "wasm")))]
pub mod serve;

#[cfg(not(target_family = "wasm"))]
pub mod cli;

#[cfg(not(target_family = "wasm"))]
pub mod guide;

#[cfg(test)]
mod fixture;

pub use analysis::statistics::Statistics;
pub use analysis::summary::Period;
pub use error::{Error, Result};
#[cfg(not(target_family = "wasm"))]
pub use experiment::{CompletedRun, Monitor, Progress, RunRequest, ScenarioRequest, run};
pub use outcomes::Outcome;
pub use scenario::Scenario;
pub use text::Lang;

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
//! The modules stand below in the order of the data; a module may use only what stands above it.

pub mod text;

pub mod error;
pub mod files;

pub mod columnar;

pub mod math;
pub mod random;
pub mod scenario;

pub mod ledger;
pub mod rules;

pub mod economy;
pub mod scheme;

pub mod behaviour;
pub mod outcomes;
pub mod population;

pub mod engine;

pub mod checkpoint;

pub mod analysis;
pub mod records;
pub mod report;

pub mod export;

pub mod experiment;

pub mod cli;

#[cfg(test)]
mod fixture;

pub use analysis::statistics::Statistics;
pub use analysis::summary::Period;
pub use error::{Error, Result};
pub use experiment::{CompletedRun, Monitor, Progress, RunRequest, ScenarioRequest, run};
pub use outcomes::Outcome;
pub use scenario::Scenario;
pub use text::Lang;

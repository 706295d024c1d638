//! The engine: one person (`person`; what is the same for all, `year_constants`) and one block of persons in one year under
//! one model (`shared`, `step`, `costs`; `without_bpa` for those without BPA) and through the years (`group`), added up
//! (`accumulate`, `summation`, `group_sums`, `sums`), one world (`world`, in memory that is used again, `scratch`,
//! and a slice at a time, `making`), what its
//! sums mean in kroner (`country`, `posting`, `unit_amounts`, `relief`, `national`, `figures`, `equity`), all of it for
//! whatever `instructions` the processor has, all draws (`sampling`, `drawn_levers`, `in_year`, `setup`, `room`, `run`), some of them
//! once more without reactions (`mechanical`), perhaps of given parameter `vectors`, or chosen parameters (`evaluate`), and
//! what is kept (`unit_figures`, `ledger_sums`, `national_draws`, `chunk`, `results`); single persons looked at (`single`,
//! `pick`). Which results may stand together says `model_number`.

pub mod accumulate;
mod award_level;
pub mod chunk;
pub mod cost_curve;
pub mod costs;
mod country;
pub mod disclosure;
mod drawn_levers;
mod equity;
pub mod evaluate;
mod figures;
pub mod group;
pub mod group_sums;
pub mod in_year;
pub mod instructions;
#[cfg(test)]
mod kernel_tests;
mod ledger_sums;
pub mod making;
pub mod mechanical;
mod memory;
pub mod model_number;
pub mod national;
mod national_draws;
pub mod outputs;
pub mod person;
pub mod pick;
pub mod posting;
mod relief;
pub mod results;
mod room;
pub mod run;
pub mod sampling;
pub mod scheme_layer;
pub mod scratch;
pub mod setup;
pub mod shared;
mod simulate;
pub mod single;
pub mod step;
pub mod summation;
pub mod sums;
mod unit_amounts;
mod unit_figures;
pub mod vectors;
pub mod warnings;
pub mod without_bpa;
pub mod world;
pub mod year_constants;

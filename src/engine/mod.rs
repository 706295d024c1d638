//! The engine: one person (`person`) and one block of persons in one year under one model (`shared`, `step`, `costs`;
//! `pool` for those without BPA) and through the years (`group`), added up (`gather`, `adding`, `unit_rows`, `sums`), one
//! world (`world`, in memory that is used again, `desk`), what its sums mean in kroner (`posting`, `national`,
//! `figures`, `equity`), all of it for whatever `instructions` the processor has, all draws (`sampling`, `run`), perhaps of given
//! parameter `vectors`, or chosen parameters (`evaluate`), and what is kept (`part`, `results`, `national_draws`);
//! single persons looked at (`case`, `trace`, `pick`).

pub mod adding;

pub mod cost_curve;
pub mod costs;
pub mod desk;
mod equity;
pub mod evaluate;
mod figures;
pub mod gather;
pub mod group;
pub mod instructions;
pub mod national;
mod national_draws;
pub mod outputs;
pub mod part;
pub mod person;
pub mod pick;
pub mod pool;
pub mod posting;
pub mod results;
pub mod run;
pub mod sampling;
pub mod setup;
pub mod shared;
pub mod single;
pub mod step;
pub mod sums;

pub mod unit_rows;
pub mod vectors;
pub mod world;

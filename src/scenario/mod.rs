//! What the user writes: a scenario file and `--set`, read (`raw`), checked (`check`) and turned
//! into a [`Scenario`] in which every value has unit and source.

pub mod age_classes;
pub mod alternatives;
pub mod canonical;
pub mod carried;
pub mod changes;
pub mod check;
pub mod choice;
pub mod correlation;
pub mod dated;
mod definition;
pub mod distribution;
pub mod embedded;
pub mod financing;
pub mod known;
pub mod layers;
pub mod municipality_numbers;
pub mod number;
pub mod overrides;
pub mod own_recipients;
pub mod parameters;
pub mod raw;
pub mod small_counts;
pub mod table;
pub mod theta;
pub mod units;

pub use check::load;
pub use definition::{Change, Compared, Correlation, InputFile, MissingData, Scenario};
pub use units::Placement;

//! bpasim (guided tour comes last)
#![allow(missing_docs)]
pub mod behaviour;
pub mod economy;
pub mod engine;
pub mod error;
pub mod ledger;
pub mod math;
pub mod outcomes;
pub mod population;
pub mod random;
pub mod rules;
pub mod scenario;
pub mod text;

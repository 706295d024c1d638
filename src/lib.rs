//! bpasim (guided tour comes last)
pub mod error;
pub mod ledger;
pub mod scenario;
pub mod text;

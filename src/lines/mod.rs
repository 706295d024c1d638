//! The lines of a run's own tables, and what `run.json` tells of it: results as the records that stand in files. Files are
//! written by [`crate::export`]; the page that is turned makes its pieces of the same lines without any file ([`crate::live`]).

pub mod curves;
pub mod manifest;
pub mod outcomes;
pub mod units;

/// What the column `period` of a row about one year holds.
pub const YEAR: &str = "year";

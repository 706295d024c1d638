//! The law and the agreements as pure functions, one file a rule. A rule knows no randomness, no
//! clock and no files; the same function serves `case` and the national run.

/// Weeks in a year (model.md §0).
pub const WEEKS: f64 = 52.0;
/// Months in a year.
pub const MONTHS: f64 = 12.0;

pub mod benefit;
pub mod copayment;
pub mod discounting;
pub mod explain;
pub mod hour_grant;
pub mod phase_in;
pub mod refund;
pub mod rights;
pub mod services;
pub mod threshold;
pub mod transition_arrangement;
pub mod withdrawal;
pub mod zone;

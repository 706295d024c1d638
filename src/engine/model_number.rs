//! Which results may stand together: those that the same model made.

use crate::error::{Problem, Result};
use crate::text::{Text, say};

/// The number of the model. It is part of the identity of every run and posterior, and stands in their files, so that what
/// two models made is never joined.
///
/// Raise it by one in every change after which
/// - the same scenario, seed and draw give another figure anywhere, be it by the last bit: a rule, a reaction, the use of
///   random numbers, the order of a sum; or
/// - a stored part of a run has other figures (an outcome, item, payer or unit figure more), since parts are read by place.
///   Another form of the same figures is another [`FILE_FORMAT`](crate::files::format::FILE_FORMAT).
///
/// New assumptions in the shipped files need no new number for the sake of draws: the identity holds every value. The test
/// of the golden figures (`v_g13`) can't tell the two apart, and asks for a new number whenever those figures move.
pub const MODEL_NUMBER: u32 = 8;

/// Refuses the file or folder `named`, whose content tells that the model of number `found` made it (0: it doesn't tell),
/// unless that is the model of this program.
pub fn refuse_other(named: impl Into<String>, found: u32) -> Result<()> {
    if found == MODEL_NUMBER {
        return Ok(());
    }
    let found = if found == 0 { "–".to_string() } else { found.to_string() };
    let allowed = Text::same(MODEL_NUMBER.to_string());
    Err(Problem::new(say::MADE_BY_ANOTHER_MODEL)
        .file(named)
        .key("model_number")
        .found(found)
        .allowed(allowed)
        .into())
}

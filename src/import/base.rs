//! The scenario that an import builds on, and whose figures stand where a file has none.

use crate::scenario::overrides::Options;
use crate::scenario::{Scenario, load};

/// The scenario that an import builds on.
pub const BASE: &str = "national";
/// The scenario that is built on; none where it cannot be read, which its own tests would tell.
pub fn base() -> Option<Scenario> {
    load(BASE, &Options::default()).ok()
}

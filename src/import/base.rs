//! The scenario that an import builds on, and whose figures stand where a file has none.

use crate::scenario::overrides::Options;
use crate::scenario::parameters::Value;
use crate::scenario::{Scenario, load};

/// The scenario that an import builds on.
pub const BASE: &str = "national";

/// The scenario that is built on; none where it cannot be read, which its own tests would tell.
pub fn base() -> Option<Scenario> {
    load(BASE, &Options::default()).ok()
}

/// The country's recipients by class of age, in the mean.
pub fn national(base: &Scenario) -> Option<[f64; 5]> {
    let total = base.parameters.scalars().get(base.parameters.slot("recipients_total")?)?.distribution.mean();
    let Value::Table(by_age) = &base.parameters.get("recipients")?.value else { return None };
    let sum: f64 = by_age.iter().map(|(_, own)| own.mean()).sum();
    let of = |class: usize| by_age.get(class).map_or(0.0, |(_, own)| own.mean());
    Some(std::array::from_fn(|class| of(class) * total / sum.max(f64::MIN_POSITIVE)))
}

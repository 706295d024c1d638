//! The hour grant (BPA component): the state pays a share of the price of delivered hours above a
//! limit. Share 1 and limit 0 is full state financing; share 1 above 20 hours is the Swedish split.

use super::explain::explained;
use crate::math::Bounds;

/// The hour grant of a model in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HourGrantTerms {
    /// Share s of the price that the state pays.
    pub rate: f64,
    /// Hours a week h₀ below which the state pays nothing.
    pub above_hours: f64,
}

/// Hours a week on the year's average that the grant counts, before the state's share: the limit
/// applies to the weeks in which BPA runs, the fraction `running` of the year.
#[inline(always)]
pub fn hours(delivered: f64, running: f64, above_hours: f64) -> f64 {
    // delivered = running · weekly hours while it runs, so no division is needed and running = 0 gives 0
    (delivered - running * above_hours).at_least(0.0)
}

/// The grant, NOK a year: share · 52 · price · hours.
#[inline(always)]
pub fn amount(rate: f64, price: f64, hours: f64) -> f64 {
    rate * (super::WEEKS * price * hours)
}

explained! {
    /// How [`amount`] is explained, with [`hours`] in it.
    AMOUNT "hour_grant" "hour_grant.rate·52·price·max(0, delivered_hours + running·arena_hours_taken_over − running·hour_grant.above_hours)";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hours_above_the_limit_count() {
        assert_eq!(hours(30.0, 1.0, 20.0), 10.0);
        assert_eq!(hours(15.0, 0.5, 20.0), 5.0); // 30 hours a week for half a year
        assert_eq!(hours(15.0, 1.0, 20.0), 0.0);
        assert_eq!(hours(0.0, 0.0, 20.0), 0.0);
        assert_eq!(amount(0.3, 500.0, 40.0), 0.3 * 52.0 * 500.0 * 40.0);
    }
}

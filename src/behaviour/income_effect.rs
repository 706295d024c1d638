//! What municipalities do with money that a model relieves them of: a share of it buys more care services (model.md §6).
//! It comes on top of what answers to prices and squeezes buy, since the relief is what is left after them. Nobody of the
//! simulated persons gets these hours: they are bought and not valued.

use crate::ledger::scaled;
use crate::rules::explain::explained;

/// Services bought by one unit in a year, øre: the share of what the zero alternative costs it more than the model does,
/// after withdrawal and introduction; negative where the model costs more.
pub fn services(share: f64, net_null: i64, net: i64) -> i64 {
    scaled(net_null.saturating_sub(net), share)
}

/// Hours a year that [`services`] of so many øre are, at the price of a traditional hour; none where an hour is free, since
/// money then says nothing of hours.
pub fn hours(services: i64, price: f64) -> f64 {
    if price > 0.0 { services as f64 / 100.0 / price } else { 0.0 }
}

explained! {
    /// How these [`services`] are explained, where every person is a unit.
    SERVICES "income_effect" "income_effect_share·(municipality_net_null − municipality_net_before_income_effect)";
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 300 000 kroner less buys services for 105 000, 200 000 more cuts 70 000, at a share of 0.35.
    #[test]
    fn a_share_of_the_relief_is_spent() {
        assert_eq!(services(0.35, 100_000_000, 70_000_000), 10_500_000);
        assert_eq!(services(0.35, 100_000_000, 120_000_000), -7_000_000);
        assert_eq!(services(0.35, 5, 5), 0);
        assert_eq!([hours(10_500_000, 700.0), hours(10_500_000, 0.0)], [150.0, 0.0]);
    }
}

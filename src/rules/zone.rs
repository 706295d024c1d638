//! Zones of the employer's contribution (arbeidsgiveravgift): wages dominate the price of hours, so
//! the price follows the contribution of the user's zone.

use super::explain::explained;

/// Price of hours in a zone relative to zone 1: (1 + rate) / (1 + rate of zone 1).
pub fn relative_price(rate: f64, first: f64) -> f64 {
    (1.0 + rate) / (1.0 + first)
}

explained! {
    /// How [`relative_price`] is explained.
    RELATIVE_PRICE "zone_price" "";
}

/// Its formula in a zone.
pub fn formula(zone: &str) -> String {
    format!("(1 + employer_tax.{zone}) / (1 + employer_tax.1)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zone_5_is_cheaper_by_the_contribution_of_zone_1() {
        assert_eq!(relative_price(0.141, 0.141), 1.0);
        assert_eq!(relative_price(0.0, 0.141), 1.0 / 1.141);
    }
}

//! The user charge (egenandel): personal care is free, practical help is charged; a yearly amount
//! per recipient that follows wages. It is not in the refund base (V-C04 as settled).

use super::explain::explained;

/// User charges of a unit, NOK a year.
#[inline(always)]
pub fn amount(per_recipient: f64, recipients: f64, wage_index: f64) -> f64 {
    per_recipient * recipients * wage_index
}

explained! {
    /// How [`amount`] is explained, for one recipient or none.
    AMOUNT "copayment" "copayment·recipient·wage";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_recipient_pays_the_amount_carried_by_wages() {
        assert_eq!(amount(1_200.0, 3.0, 1.5), 5_400.0);
    }
}

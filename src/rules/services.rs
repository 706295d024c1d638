//! What services cost a year: prices of hours, and a person's hours at those prices (model.md §5).

use super::WEEKS;
use super::explain::explained;

/// Price of a BPA hour in tax zone 1, NOK; a pay rise of assistants lifts the direct wages in it.
pub fn price(hour_cost: f64, wage_index: f64, wage_share: f64, uplift: f64) -> f64 {
    hour_cost * wage_index * (1.0 + wage_share * uplift)
}

/// Price of an hour of traditional services in tax zone 1, NOK.
pub fn traditional_price(hour_cost: f64, wage_index: f64, relative_cost: f64) -> f64 {
    hour_cost * wage_index / relative_cost
}

/// A year of so many hours a week at a price, NOK.
#[inline(always)]
pub fn year(hours: f64, price: f64) -> f64 {
    WEEKS * hours * price
}

/// A year in a home with staff, NOK: for the part of it without BPA.
#[inline(always)]
pub fn staffed_home(cost: f64, running: f64) -> f64 {
    cost * (1.0 - running)
}

/// Other services, NOK a year: whoever is without BPA for a part of it needs `relief` more of them.
#[inline(always)]
pub fn other(cost: f64, wage_index: f64, relief: f64, running: f64) -> f64 {
    cost * wage_index * (1.0 + relief * (1.0 - running))
}

explained! {
    /// How [`price`] is explained, in the person's zone.
    PRICE "price" "bpa_hour_cost·wage·(1 + wage_share·wage_uplift)·zone_price";

    /// How [`traditional_price`] is explained, in the person's zone.
    TRADITIONAL_PRICE "traditional_price" "bpa_hour_cost·wage / relative_cost·zone_price";

    /// How the cost of BPA is explained.
    BPA "bpa_cost" "52·(delivered_hours + running·arena_hours_taken_over)·price";

    /// How the cost of traditional services is explained.
    TRADITIONAL "traditional_cost" "52·traditional_hours·traditional_price";

    /// How the cost of a [`staffed_home`] is explained.
    STAFFED_HOME "traditional_cost" "(1 − running)·staffed_home_cost·wage·zone_price" named RULE_STAFFED_HOME_COST;

    /// How the cost of [`other`] services is explained.
    OTHER "other_cost" "other_services·wage·(1 + other_services_relief·(1 − running))";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_follow_wages_and_a_pay_rise_its_share_of_them() {
        assert_eq!(price(500.0, 1.5, 0.75, 0.5), 1_031.25); // 500·1.5·1.375
        assert_eq!(traditional_price(500.0, 1.5, 0.75), 1_000.0);
    }

    #[test]
    fn a_year_has_fifty_two_weeks() {
        assert_eq!(year(10.0, 500.0), 260_000.0);
    }

    #[test]
    fn other_services_are_dearer_in_the_part_of_the_year_without_bpa() {
        assert_eq!(other(200_000.0, 1.5, 0.25, 1.0), 300_000.0);
        assert_eq!(other(200_000.0, 1.5, 0.25, 0.25), 356_250.0); // 300 000·(1 + 0.25·0.75)
    }
}

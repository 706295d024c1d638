//! Discounting (circular R-109 of the Ministry of Finance): a real rate for years 0–40, a lower
//! one for 40–75 and after 75, chained so that the factor never rises. Flows come at year's start.

use super::explain::explained;

/// First year after which the second rate applies.
const SECOND_STEP: usize = 40;
/// First year after which the third rate applies.
const THIRD_STEP: usize = 75;

/// DF(0) = 1, DF(1), … for `years` years.
pub fn factors(rate: f64, after_40: f64, after_75: f64, years: usize) -> Vec<f64> {
    let mut df = Vec::with_capacity(years);
    let mut factor = 1.0;
    for year in 0..years {
        if year > 0 {
            let r = if year <= SECOND_STEP {
                rate
            } else if year <= THIRD_STEP {
                after_40.min(rate)
            } else {
                after_75.min(rate)
            };
            factor /= 1.0 + r;
        }
        df.push(factor);
    }
    df
}

explained! {
    /// How [`factors`] are explained.
    FACTOR "discount" "" by RULE_DISCOUNT_REFERENCE;
}

/// Its formula so many years after the base year, from the factor of the year before.
pub fn formula(year: usize) -> &'static str {
    match year {
        0 => "1",
        _ if year <= SECOND_STEP => "discount_before / (1 + discount_rate)",
        _ if year <= THIRD_STEP => "discount_before / (1 + min(discount_rate.after_40, discount_rate))",
        _ => "discount_before / (1 + min(discount_rate.after_75, discount_rate))",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v_e01_rate_zero_is_a_plain_sum() {
        assert!(factors(0.0, 0.03, 0.02, 100).iter().all(|f| *f == 1.0));
    }

    #[test]
    fn v_e02_annuities_at_four_per_cent() {
        let df = factors(0.04, 0.03, 0.02, 41);
        let end_of_year = |n: usize| df[1..=n].iter().sum::<f64>();
        assert!((end_of_year(10) - 8.110_895_779).abs() < 1e-8);
        assert!((end_of_year(20) - 13.590_326_345).abs() < 1e-8);
        assert!((end_of_year(40) - 19.792_773_883).abs() < 1e-8);
        assert!((df[..10].iter().sum::<f64>() - 8.435_331_611).abs() < 1e-8);
    }

    #[test]
    fn v_e03_falling_rate_is_chained() {
        let df = factors(0.04, 0.03, 0.02, 120);
        assert!((df[40] - 0.208_289_044_663).abs() < 1e-11);
        assert!((df[41] - 0.202_222_373_459).abs() < 1e-11);
        assert!((df[75] - 0.074_022_468_419).abs() < 1e-11);
        assert!(df.windows(2).all(|w| w[1] < w[0]));
    }

    #[test]
    fn the_formula_names_the_rate_of_its_year() {
        assert_eq!(formula(0), "1");
        for (years, rate) in [
            ([1, 40], "discount_rate"),
            ([41, 75], "min(discount_rate.after_40, discount_rate)"),
            ([76, 200], "min(discount_rate.after_75, discount_rate)"),
        ] {
            let right = format!("discount_before / (1 + {rate})");
            assert!(years.iter().all(|year| formula(*year) == right), "{rate}");
        }
    }

    #[test]
    fn v_e04_no_years_no_flow() {
        assert!(factors(0.04, 0.03, 0.02, 0).is_empty());
        assert_eq!(factors(0.04, 0.03, 0.02, 1), [1.0]);
    }
}

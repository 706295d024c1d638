//! What is delivered of granted hours: vacancies, and breaks in which no assistant comes (model.md §4).

use crate::math::{Bounds, exp};
use crate::rules::WEEKS;
use crate::rules::explain::explained;

/// Share of granted hours never staffed. `years` since the base year.
pub fn vacancy(level: f64, trend: f64, years: f64, factor: f64, wage_response: f64, uplift: f64) -> f64 {
    ((level + trend * years) * factor * exp(-wage_response * uplift)).at_most(0.9)
}

/// Probability of a break in a year.
pub fn break_probability(rate: f64, factor: f64) -> f64 {
    1.0 - exp(-rate * factor)
}

/// Share of the year lost to a break; `exponential` is −ln U.
#[inline(always)]
pub fn break_share(mean_weeks: f64, exponential: f64) -> f64 {
    (mean_weeks * (1.0 / WEEKS) * exponential).at_most(1.0)
}

/// A person's year divided into states; the three shares sum to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearShares {
    /// The share without BPA.
    pub without: f64,
    /// The share with BPA and assistants.
    pub with: f64,
    /// The share with BPA in a break.
    pub broken: f64,
}

/// The states of a year in which BPA runs for the fraction `running` and a break takes `broken` of that.
#[inline(always)]
pub fn year(running: f64, broken: f64) -> YearShares {
    YearShares { without: 1.0 - running, with: running * (1.0 - broken), broken: running * broken }
}

/// Delivered hours a week on the year's average.
#[inline(always)]
pub fn delivered(year: YearShares, granted: f64, vacancy: f64) -> f64 {
    year.with * (granted * (1.0 - vacancy))
}

explained! {
    /// How [`vacancy`] is explained.
    VACANCY "unstaffed" "min(0.9, (vacancy + vacancy_trend·years)·vacancy_factor·exp(−vacancy_wage_response·wage_uplift))";

    /// How [`break_probability`] is explained.
    BREAK_PROBABILITY "break_probability" "1 − exp(−break_rate·break_factor)";

    /// How a break is explained, with [`break_share`] in it.
    BROKEN "broken" "[break_draw < break_probability]·min(1, break_weeks / 52·break_length_draw)";

    /// How [`delivered`] is explained.
    DELIVERED "delivered_hours" "running·(1 − broken)·granted_hours·(1 − unstaffed)";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hand_calculated_delivery() {
        assert!((vacancy(0.03, 0.001, 10.0, 1.0, 1.5, 0.05) - 0.04 * libm::exp(-0.075)).abs() < 1e-16);
        assert_eq!(vacancy(2.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0.9);
        let y = year(0.5, 0.25);
        assert_eq!(y, YearShares { without: 0.5, with: 0.375, broken: 0.125 });
        assert_eq!(delivered(y, 40.0, 0.1), 0.375 * 36.0);
        // Half of the vacancies by a factor; breaks with the rate 0.2 times 1.5; six weeks times 2 of 52.
        assert!((vacancy(0.03, 0.0, 0.0, 0.5, 0.0, 0.0) - 0.015).abs() < 1e-16);
        assert!((break_probability(0.2, 1.5) - (1.0 - libm::exp(-0.3))).abs() < 1e-15);
        assert!((break_share(6.0, 2.0) - 12.0 / 52.0).abs() < 1e-15);
        assert_eq!(break_share(5.0, 100.0), 1.0);
    }

    /// V-B13: no vacancies, no breaks: delivered is what is granted.
    #[test]
    fn v_b13_without_vacancies_and_breaks_all_is_delivered() {
        assert_eq!(delivered(year(1.0, 0.0), 41.3, vacancy(0.0, 0.0, 9.0, 1.0, 1.5, 0.0)), 41.3);
    }
}

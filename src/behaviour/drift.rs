//! Where a decider's norms and admission drift (model.md §3): a national decider may widen or tighten both year by year.
//! What the zero alternative drifted before a model's start stays.
//!
//! Where a model states its rate by year (scheme.md S5) the clock keeps running: each year adds the rate in force in it.

use crate::rules::explain::explained;

/// So many years with the same rate a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The rate, a year.
    pub rate: f64,
    /// The years.
    pub years: f64,
}

/// The rates of single years, adjoining years of equal rate taken as one stretch: a rate that is stated again and did not
/// change gives the same bits.
pub fn stretches(rates: impl Iterator<Item = f64>) -> Vec<Stretch> {
    let mut list: Vec<Stretch> = Vec::new();
    for rate in rates {
        match list.last_mut() {
            Some(last) if last.rate == rate => last.years += 1.0,
            _ => list.push(Stretch { rate, years: 1.0 }),
        }
    }
    list
}

/// What has drifted since the base year: rate₀·years + (rate − rate₀)·n, where `own_years` is n, the years in which the
/// model's decider has decided.
pub fn drifted(rate_null: f64, rate: f64, years: f64, own_years: f64) -> f64 {
    rate_null * years + (rate - rate_null) * own_years
}

/// The same where rates changed on the way: the zero alternative's in each of the years, and in those in which the model's
/// decider has decided its own less that.
pub fn drifted_in_stretches(null: &[Stretch], difference: &[Stretch]) -> f64 {
    let sum = |list: &[Stretch]| list.iter().fold(0.0, |sum, s| sum + s.rate * s.years);
    sum(null) + sum(difference)
}

/// The formula of a drift whose rates changed on the way; a rate that stays has the rule's own.
pub fn formula(null: &[Stretch], difference: &[Stretch]) -> String {
    let term = |s: &Stretch| match s.rate < 0.0 {
        true => format!("(0 − {})·{}", -s.rate, s.years),
        false => format!("{}·{}", s.rate, s.years),
    };
    let terms: Vec<String> = null.iter().chain(difference).map(term).collect();
    if terms.is_empty() { "0".to_string() } else { terms.join(" + ") }
}

explained! {
    /// How a [`drifted`] norm is explained.
    NORM "norm_drifted" "norm_drift_null·years + (norm_drift − norm_drift_null)·own_years";

    /// How [`drifted`] admission is explained.
    ADMISSION "admission_drifted" "admission_drift_null·years + (admission_drift − admission_drift_null)·own_years";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_drifted_before_the_start_stays() {
        assert!((drifted(0.001, 0.01, 9.0, 5.0) - (0.009 + 0.045)).abs() < 1e-15);
        assert_eq!(drifted(0.0, 0.0, 9.0, 5.0), 0.0);
    }

    /// Three years at 0.01, then two at −0.02: 0.03 − 0.04. Stated again without a change it is one stretch.
    #[test]
    fn each_year_adds_the_rate_in_force_in_it() {
        let own = stretches([0.01, 0.01, 0.01, -0.02, -0.02].into_iter());
        assert_eq!(own, [Stretch { rate: 0.01, years: 3.0 }, Stretch { rate: -0.02, years: 2.0 }]);
        assert!((drifted_in_stretches(&[], &own) + 0.01).abs() < 1e-15);
        assert_eq!(formula(&[], &own), "0.01·3 + (0 − 0.02)·2");
        assert_eq!(formula(&[], &[]), "0");
        let [null, above] =
            [[0.1; 9].to_vec(), [0.3 - 0.1; 7].to_vec()].map(|rates| stretches(rates.into_iter()));
        assert_eq!(drifted_in_stretches(&null, &above), drifted(0.1, 0.3, 9.0, 7.0));
    }
}

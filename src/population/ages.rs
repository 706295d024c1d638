//! Ages within an age class (model.md §1): their number falls, or grows, exponentially with age.

use super::life::leaving_in_the_base_year;
use super::placement::largest_remainder;
use crate::math::exp;
use crate::scenario::theta::Theta;
use crate::scenario::units::{AGE_CLASSES, CLASS_FROM};

const CLASSES: usize = AGE_CLASSES.len();

/// The distribution of ages within one class.
#[derive(Clone, Debug)]
pub struct AgeDistribution {
    first: u32,
    /// Cumulated shares of the ages from the first one on.
    cumulated: Vec<f64>,
}

impl AgeDistribution {
    /// Of a class whose ages go from `first` to `last` and fall by `density` a year of age, in logs.
    fn new(first: u32, last: u32, density: f64) -> AgeDistribution {
        let weights: Vec<f64> =
            (0..=last.saturating_sub(first)).map(|n| exp(-density * f64::from(n))).collect();
        let sum: f64 = weights.iter().sum();
        let mut passed = 0.0;
        let cumulated = weights
            .iter()
            .map(|weight| {
                passed += weight;
                passed / sum
            })
            .collect();
        AgeDistribution { first, cumulated }
    }

    /// The first age at which the cumulated shares exceed `u`.
    pub fn age(&self, u: f64) -> f64 {
        let place = self.cumulated.partition_point(|share| *share <= u).min(self.cumulated.len() - 1);
        f64::from(self.first) + place as f64
    }

    /// Every age with its share.
    fn shares(&self) -> impl Iterator<Item = (u32, f64)> + '_ {
        let before = std::iter::once(&0.0).chain(&self.cumulated);
        (self.first..).zip(self.cumulated.iter().zip(before).map(|(own, before)| own - before))
    }
}

/// The distributions of every class with these densities; the oldest class ends at `age_max_start`.
pub fn distributions(theta: &Theta, density: &[f64; CLASSES]) -> [AgeDistribution; CLASSES] {
    std::array::from_fn(|class| {
        let last = CLASS_FROM.get(class + 1).map_or(theta.age_max_start as u32, |next| next - 1);
        AgeDistribution::new(CLASS_FROM[class], last, density[class])
    })
}

/// Shares of recipients by age class in the whole country: those of the parameter table, in whole persons.
pub fn class_shares(theta: &Theta) -> [f64; CLASSES] {
    let counts = largest_remainder(&theta.recipients, theta.recipients_total).map(f64::from);
    let all: f64 = counts.iter().sum();
    counts.map(|n| if all > 0.0 { n / all } else { 0.0 })
}

/// q̄: the share of those in need who are expected to die or move to an institution in the base year. It depends on
/// parameters alone, not on who is drawn.
pub fn expected_leaving(theta: &Theta) -> f64 {
    let weights = theta.condition_weights;
    let rapid = weights[2] / weights.iter().sum::<f64>();
    let distributions = distributions(theta, &theta.age_density);
    let of_class = |ages: &AgeDistribution| {
        ages.shares().map(|(age, share)| share * leaving_in_the_base_year(theta, age, rapid)).sum::<f64>()
    };
    class_shares(theta).iter().zip(&distributions).map(|(share, ages)| share * of_class(ages)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_age_whose_cumulated_share_exceeds_the_number() {
        let even = AgeDistribution::new(50, 66, 0.0);
        assert_eq!([even.age(0.0), even.age(0.999_999), even.age(0.5)], [50.0, 66.0, 58.0]);
        // Weights 1 and ½: shares ⅔ and ⅓.
        let falling = AgeDistribution::new(80, 81, std::f64::consts::LN_2);
        assert_eq!([falling.age(0.66), falling.age(0.67)], [80.0, 81.0]);
        assert!((falling.shares().map(|(_, share)| share).sum::<f64>() - 1.0).abs() < 1e-15);
    }
}

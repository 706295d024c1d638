//! Net direct wage costs of the rest above the threshold (scheme.md S1.2–S1.3): the number of persons with costs above x
//! is n·(x/T)^−α. Hence the mean cost of those above T is α/(α − 1)·T, and their excess over it n·T/(α − 1).
//!
//! α from three years: costs of 2016, 20.6 billion of 7 927 persons at a threshold of 1 157 000, give 1.80.

/// The distribution of costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Costs {
    /// α, above 1.
    pub alpha: f64,
    /// ε: persons just below the threshold as a share of what the line drawn on from above it says.
    pub entry: f64,
}

/// What is above a threshold that is moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Excess {
    /// Excess of those above the statutory threshold, NOK a year.
    pub inside: f64,
    /// Excess of those who come in because it is lowered.
    pub entrants: f64,
    /// Persons above the moved threshold.
    pub persons: f64,
    /// Those of them who come in.
    pub persons_entrants: f64,
}

impl Costs {
    /// q = 1/(α − 1): excess over the threshold per n·T.
    pub fn excess_ratio(&self) -> f64 {
        1.0 / (self.alpha - 1.0)
    }

    /// The mean cost of the `most` dearest where `n` persons have more than the threshold T: α/(α − 1) times what the last of
    /// them costs, which is T·(n/most)^(1/α), below T too.
    pub fn mean_of_dearest(&self, n: f64, threshold: f64, most: f64) -> f64 {
        self.alpha * self.excess_ratio() * threshold * libm::pow(n / most, 1.0 / self.alpha)
    }

    /// The excess over θ·T of `n` persons above T, whose n·T is `total`.
    pub fn above(&self, n: f64, total: f64, theta: f64) -> Excess {
        let Costs { alpha, entry } = *self;
        let q = self.excess_ratio();
        if theta > 1.0 {
            let inside = total * q * libm::pow(theta, 1.0 - alpha);
            let persons = n * libm::pow(theta, -alpha);
            return Excess { inside, entrants: 0.0, persons, persons_entrants: 0.0 };
        }
        let entrants = entry * total * (q * (libm::pow(theta, 1.0 - alpha) - 1.0) - (1.0 - theta));
        let persons_entrants = n * entry * (libm::pow(theta, -alpha) - 1.0);
        Excess {
            inside: total * (q + 1.0 - theta),
            entrants,
            persons: n + persons_entrants,
            persons_entrants,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// At α = 2 the mean of all above T is 2·T; of four times as many half of it, of a quarter twice as much.
    #[test]
    fn the_dearest_by_hand() {
        let costs = Costs { alpha: 2.0, entry: 1.0 };
        let means = [100.0, 400.0, 25.0].map(|most| costs.mean_of_dearest(100.0, 1e6, most));
        assert!(
            means.iter().zip([2e6, 1e6, 4e6]).all(|(own, right)| (own - right).abs() < 1e-6),
            "{means:?}"
        );
    }

    /// α = 2 makes the mean twice the threshold; half of it takes in 4 times as many; twice of it a quarter.
    #[test]
    fn sv_01_to_03_thresholds_by_hand() {
        let costs = Costs { alpha: 2.0, entry: 1.0 };
        let at = |theta| costs.above(1000.0, 1e9, theta);
        let own = at(1.0);
        assert_eq!((own.inside, own.entrants, own.persons), (1e9, 0.0, 1000.0));
        let half = at(0.5);
        assert_eq!((half.inside, half.entrants, half.persons), (1.5e9, 0.5e9, 4000.0));
        let double = at(2.0);
        assert_eq!((double.inside, double.entrants, double.persons), (0.5e9, 0.0, 250.0));
    }

    proptest! {
        /// The refund falls with the threshold, without a jump at today's.
        #[test]
        fn a_higher_threshold_never_gives_more(
            alpha in 1.2f64..3.0, entry in 0.0f64..1.5, low in 0.5f64..2.0, step in 1e-9f64..1.0
        ) {
            let costs = Costs { alpha, entry };
            let sum = |theta| { let e = costs.above(1000.0, 1e9, theta); e.inside + e.entrants };
            prop_assert!(sum(low) >= sum(low + step));
            prop_assert!(costs.above(1000.0, 1e9, low).persons >= costs.above(1000.0, 1e9, low + step).persons);
            prop_assert!((sum(1.0) / sum(1.0 + 1e-12) - 1.0).abs() < 1e-9);
        }
    }
}

//! What a model's terms add to the refund of the rest, part by part (scheme.md S1.3–S1.8). It is exactly nothing where
//! the terms are the zero alternative's.

use super::nursing::Residents;
use super::pareto::{Costs, Excess};
use crate::math::exp;

/// A model's terms for the rest in one year, beside the zero alternative's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// ρ₀: the zero alternative's rate.
    pub rate_null: f64,
    /// ρ.
    pub rate: f64,
    /// θ: the threshold relative to the zero alternative's.
    pub threshold: f64,
    /// κ: the share claimed relative to the zero alternative's, which the accounts contain.
    pub claims: f64,
    /// Whether the age limit goes.
    pub no_age_limit: bool,
    /// Whether residents of institutions above it then count.
    pub institutions: bool,
}

/// The rest in one year under the zero alternative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rest {
    /// Its refund, NOK.
    pub refund: f64,
    /// Statutory threshold, NOK.
    pub threshold: f64,
    /// Distribution of costs.
    pub costs: Costs,
    /// Persons above the age limit outside institutions above the threshold, per person below it.
    pub over_age_home: f64,
    /// Residents of institutions above the age limit.
    pub residents: Residents,
    /// Response of costs to the state's share of one more krone, log.
    pub response: f64,
}

/// What a model's terms add, NOK a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Parts {
    /// The rate.
    pub rate: f64,
    /// The threshold, for those above today's.
    pub threshold: f64,
    /// Those who come in below it.
    pub entrants: f64,
    /// What is claimed.
    pub claims: f64,
    /// Persons above the age limit at home.
    pub over_age: f64,
    /// Residents of institutions above it, where they count.
    pub institutions: f64,
    /// The same whether they count or not.
    pub institutions_if_counted: f64,
    /// More services for those below the age limit, at home above it, and in institutions: a real cost.
    pub services: [f64; 3],
    /// Refund of those services, for the same.
    pub reactions: [f64; 3],
    /// Persons above the threshold below the age limit, those of them who come in, above the limit, and in institutions.
    pub persons: [f64; 4],
}

impl Rest {
    /// n·T, and n: the persons above the statutory threshold that a refund at this rate comes from.
    fn stock(&self, rate: f64) -> [f64; 2] {
        let total = self.refund / (rate * self.costs.excess_ratio());
        [total, total / self.threshold]
    }

    /// Persons above the statutory threshold under the zero alternative.
    pub fn persons(&self, rate_null: f64) -> f64 {
        let [_, n] = self.stock(rate_null);
        n
    }
}

/// What `terms` add for the rest.
pub fn reform(rest: &Rest, terms: &Terms) -> Parts {
    let Terms { rate_null, rate, threshold: theta, claims: kappa, .. } = *terms;
    let q = rest.costs.excess_ratio();
    let [total, n] = rest.stock(rate_null);
    let Excess { inside, entrants, persons, persons_entrants } = rest.costs.above(n, total, theta);
    let by_rate = (rate - rate_null) * total * q;
    let by_threshold = if theta <= 1.0 {
        rate * total * (1.0 - theta)
    } else {
        rate * total * q * (libm::pow(theta, 1.0 - rest.costs.alpha) - 1.0)
    };
    let by_entrants = rate * entrants;
    let old = if terms.no_age_limit { rest.over_age_home } else { 0.0 };
    let home = rest.costs.above(n * old, total * old, theta);
    let over_age = home.inside + home.entrants;
    let [if_counted, residents] = rest.residents.above(theta * rest.threshold);
    let (if_counted, counted) = match (terms.no_age_limit, terms.institutions) {
        (false, _) => (0.0, 0.0),
        (true, counts) => (if_counted, if counts { if_counted } else { 0.0 }),
    };
    // Who gets a refund today answers to a higher rate, who does not to the whole of it.
    let [more, new] = [rate - rate_null, rate].map(|share| exp(rest.response * share) - 1.0);
    let services = [inside * more + entrants * new, over_age * new, counted * new];
    Parts {
        rate: by_rate,
        threshold: by_threshold,
        entrants: by_entrants,
        claims: (kappa - 1.0) * (rate_null * total * q + by_rate + by_threshold + by_entrants),
        over_age: kappa * rate * over_age,
        institutions: kappa * rate * counted,
        institutions_if_counted: kappa * rate * if_counted,
        services,
        reactions: services.map(|x| kappa * rate * x),
        persons: [persons, persons_entrants, home.persons, if counted > 0.0 { residents } else { 0.0 }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const REST: Rest = Rest {
        refund: 800.0,
        threshold: 1.0,
        costs: Costs { alpha: 2.0, entry: 0.5 },
        over_age_home: 0.2,
        residents: Residents { number: 0.0, mean: 1.0, sigma: 0.3 },
        response: 0.0,
    };
    const NULL: Terms = Terms {
        rate_null: 0.8,
        rate: 0.8,
        threshold: 1.0,
        claims: 1.0,
        no_age_limit: false,
        institutions: false,
    };

    #[test]
    fn sv_04_parts_by_hand() {
        let own = reform(&REST, &Terms { rate: 0.9, threshold: 0.5, claims: 1.25, ..NULL });
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
        near(REST.persons(0.8), 1000.0);
        near(own.rate, 100.0);
        near(own.threshold, 450.0);
        near(own.entrants, 225.0);
        near(own.claims, 393.75);
        near(own.persons[0], 2500.0);
        assert_eq!((own.over_age, own.institutions, own.services), (0.0, 0.0, [0.0; 3]));
    }

    #[test]
    fn sv_05_without_the_age_limit_a_fifth_more_at_home() {
        let own = reform(&REST, &Terms { no_age_limit: true, ..NULL });
        assert!((own.over_age - 160.0).abs() < 1e-9);
        assert_eq!((own.rate, own.threshold, own.entrants, own.claims), (0.0, 0.0, 0.0, 0.0));
        assert!((own.persons[0] - 1000.0).abs() < 1e-9);
    }

    #[test]
    fn the_terms_of_today_add_exactly_nothing() {
        let own = reform(&Rest { response: 0.3, ..REST }, &NULL);
        let sum = own.rate + own.threshold + own.entrants + own.claims + own.over_age + own.institutions;
        assert_eq!((sum, own.services, own.reactions), (0.0, [0.0; 3], [0.0; 3]));
    }

    /// A response of 0.1: e^(0.1·0.1) − 1 of those inside, e^(0.1·0.9) − 1 of those who come in.
    #[test]
    fn costs_answer_to_what_the_state_pays() {
        let own = reform(&Rest { response: 0.1, ..REST }, &Terms { rate: 0.9, threshold: 0.5, ..NULL });
        let right = 1500.0 * (libm::exp(0.01) - 1.0) + 250.0 * (libm::exp(0.09) - 1.0);
        assert!((own.services[0] - right).abs() < 1e-9 && (own.reactions[0] - 0.9 * right).abs() < 1e-9);
    }

    proptest! {
        /// All parts together are κ·ρ·(inside + entrants) less today's refund, and more money is never less.
        #[test]
        fn parts_add_up(
            alpha in 1.3f64..2.5, entry in 0.0f64..1.4, rate in 0.0f64..1.0, theta in 0.5f64..1.5, kappa in 0.8f64..1.3
        ) {
            let rest = Rest { costs: Costs { alpha, entry }, ..REST };
            let own = reform(&rest, &Terms { rate, threshold: theta, claims: kappa, ..NULL });
            let [total, n] = rest.stock(0.8);
            let above = rest.costs.above(n, total, theta);
            let all = kappa * rate * (above.inside + above.entrants) - rest.refund;
            let sum = own.rate + own.threshold + own.entrants + own.claims;
            prop_assert!((sum - all).abs() < 1e-9 * rest.refund.max(all.abs()), "{} {}", sum, all);
        }
    }
}

//! Users' work and education: the share of need that is served moves the odds (model.md §4).
//! The latent deviate is kept on the logistic scale, so `Φ(z) < P` is one comparison.
//!
//! Education is asked of everybody of 18–25 years, work of those able to work.

use crate::rules::explain::explained;

/// Whether a user works or studies: the latent deviate on the logistic scale against
/// logit(base) + response · (served share of need − reference).
#[inline(always)]
pub fn takes_part(
    latent_logit: f64,
    base_logit: f64,
    response: f64,
    served_share: f64,
    reference: f64,
) -> f64 {
    if latent_logit < base_logit + response * (served_share - reference) { 1.0 } else { 0.0 }
}

explained! {
    /// How it is explained whether a user [`takes_part`] in work.
    WORKS "works" "[work_draw < work_base + work_response·(served_share − served_reference)]";
}

/// The formula of its probability, for who may be able to work.
pub const PROBABLY_WORKS: &str =
    "work_capable_share / (1 + exp(−(work_base + work_response·(served_share − served_reference))))";

explained! {
    /// How it is explained whether a user [`takes_part`] in education.
    STUDIES "studies" "[education_draw < education_base_logit + education_response·(served_share − served_reference)]";
}

/// The formula of its probability.
pub const PROBABLY_STUDIES: &str =
    "1 / (1 + exp(−(education_base_logit + education_response·(served_share − served_reference))))";

explained! {
    /// How the served share of need is explained.
    SERVED "served_share" "(delivered_hours + traditional_hours) / need";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::{logit, normal_to_logit};

    #[test]
    fn at_the_reference_the_base_share_takes_part() {
        let base = logit(0.24);
        let z = libm::sqrt(2.0) * -0.499_5; // Φ(z) just under 0.24
        assert_eq!(takes_part(normal_to_logit(z), base, 0.9, 0.8, 0.8), 1.0);
        assert_eq!(takes_part(normal_to_logit(z), base, 0.9, 0.7, 0.8), 0.0);
    }

    /// 1 + 2·(0.75 − 0.5) = 1.5, which the deviate must be below.
    #[test]
    fn what_is_served_above_the_reference_moves_the_odds() {
        let at = |latent| takes_part(latent, 1.0, 2.0, 0.75, 0.5);
        assert_eq!([at(1.499), at(1.5), at(1.501)], [1.0, 0.0, 0.0]);
    }
}

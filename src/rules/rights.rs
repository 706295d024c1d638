//! Who has a right to BPA: patient and user rights act § 2-1 d (at least 32 hours; 25–32 hours
//! unless materially dearer; new awards through the year one turns 66) and what circulars say of those outside.

use super::explain::explained;

/// Limits and how easily each group is awarded BPA (1 = as with a full right).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rights {
    /// Hours a week from which there is a right.
    pub full_hours: f64,
    /// Hours a week from which there is a conditional right.
    pub conditional_hours: f64,
    /// Highest age with a right to a new award.
    pub max_age_new: f64,
    /// Ease between the limits.
    pub conditional_factor: f64,
    /// Ease below both limits.
    pub discretionary_factor: f64,
    /// Ease above the age limit, whatever the hours.
    pub over_age_factor: f64,
    /// Further factor for those outside today's practice.
    pub excluded_factor: f64,
}

/// f_rights: the factor on the award hazard. `hours` are the assessed hours a week, before any
/// review; `excluded` is 1 or 0.
#[inline(always)]
pub fn factor(rights: &Rights, hours: f64, age: f64, excluded: f64) -> f64 {
    let by_hours = if hours >= rights.full_hours {
        1.0
    } else if hours >= rights.conditional_hours {
        rights.conditional_factor
    } else {
        rights.discretionary_factor
    };
    let by_age = if age > rights.max_age_new { rights.over_age_factor } else { by_hours };
    by_age * if excluded > 0.5 { rights.excluded_factor } else { 1.0 }
}

/// 1 up to the highest age at which BPA is kept, else 0. Where it is not kept beyond the limit of new awards, it ends in
/// the first year the age is above it, and nobody above it is awarded it.
#[inline(always)]
pub fn within(age: f64, kept_until: f64) -> f64 {
    if age <= kept_until { 1.0 } else { 0.0 }
}

explained! {
    /// How [`factor`] is explained.
    FACTOR "right" "([age > rights.max_age_new]·rights.over_age_factor + [age ≤ rights.max_age_new]·\
         ([coverage·need ≥ rights.full_hours] + [coverage·need < rights.full_hours]·\
         ([coverage·need ≥ rights.conditional_hours]·rights.conditional_factor + \
         [coverage·need < rights.conditional_hours]·rights.discretionary_factor)))·\
         (1 − excluded·(1 − rights.excluded_factor))" by RULE_RIGHT_REFERENCE;
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Rights = Rights {
        full_hours: 32.0,
        conditional_hours: 25.0,
        max_age_new: 66.0,
        conditional_factor: 0.7,
        discretionary_factor: 0.4,
        over_age_factor: 0.1,
        excluded_factor: 0.25,
    };

    /// V-B15: 25.00 and 32.00 count as reached.
    #[test]
    fn v_b15_hours_on_the_limit_count_as_reached() {
        let f = |h| factor(&TODAY, h, 40.0, 0.0);
        assert_eq!([f(24.99), f(25.0), f(31.99), f(32.0), f(32.01)], [0.4, 0.7, 0.7, 1.0, 1.0]);
        let wider = Rights { full_hours: 25.0, conditional_hours: 20.0, ..TODAY };
        for tenth in 0..500 {
            let h = f64::from(tenth) / 10.0;
            assert!(factor(&wider, h, 40.0, 0.0) >= f(h));
        }
    }

    /// Sweden before 2001: assistance through the year one turns 64, and none at 65.
    #[test]
    fn where_it_is_not_kept_bpa_ends_in_the_year_above_the_limit() {
        assert_eq!([64.0, 65.0].map(|age| within(age, 64.0)), [1.0, 0.0]);
        assert_eq!(within(99.0, f64::INFINITY), 1.0);
    }

    /// V-B16: after the age limit a new award is rare, not refused.
    #[test]
    fn v_b16_new_award_after_the_age_limit_is_rare() {
        assert_eq!(factor(&TODAY, 40.0, 66.0, 0.0), 1.0);
        assert_eq!(factor(&TODAY, 40.0, 67.0, 0.0), 0.1);
        assert_eq!(factor(&TODAY, 40.0, 67.0, 1.0), 0.025);
        assert_eq!(factor(&TODAY, 40.0, 40.0, 1.0), 0.25);
    }
}

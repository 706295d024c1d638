//! A model's levers as numbers in a draw, also those that it states by year, and what of them runs on from year to year.

use crate::behaviour::drift::{self, Stretch};
use crate::economy::Economy;
use crate::rules::phase_in::Course;
use crate::scenario::financing::{DatedLevers, Levers, Number};

/// A model's levers in a draw. What is written in kroner of another year than the base year is carried there; drawn
/// parameters have been.
pub fn drawn(levers: &Levers, values: &[f64], economy: &Economy) -> Levers<f64> {
    let mut own = levers.drawn(values);
    for ((lever, number), (_, written)) in own.numbers_mut().zip(levers.numbers()) {
        if let (Some(year), Number::Fixed(_)) = (lever.price_year(), written) {
            *number /= economy.wages.at(year);
        }
    }
    own
}

/// The levers of a year in a draw.
pub fn dated(own: &DatedLevers, drawn: impl Fn(&Levers) -> Levers<f64>) -> DatedLevers<f64> {
    DatedLevers { from: own.from, named: own.named.clone(), levers: drawn(&own.levers) }
}

/// The rates of a drift up to the year with index `t`: the zero alternative's, and in the last `own_years` of these years
/// what the model's are above them.
pub fn drift_rates(
    [own, null]: [Course<'_>; 2],
    base_year: i32,
    (t, own_years): (usize, f64),
    of: fn(&Levers<f64>) -> f64,
) -> [Vec<Stretch>; 2] {
    let years = (base_year + 1)..=(base_year + t as i32);
    let before = t.saturating_sub(own_years as usize);
    let above = |year: i32| of(own.in_full(year)) - of(null.in_full(year));
    [
        drift::stretches(years.clone().map(|year| of(null.in_full(year)))),
        drift::stretches(years.skip(before).map(above)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Scenario, load, overrides::Options};

    fn neutral() -> Levers<f64> {
        Levers::neutral().drawn(&[])
    }

    /// The zero alternative's rate is 0.01 until 2026 and 0.02 from then on, the model's 0.05 in its own two last years of the four
    /// after 2024: it is 0.03 above the other's then.
    #[test]
    fn a_drift_is_the_zero_alternatives_and_in_own_years_what_is_above_it() {
        let drifting = |norm_drift: f64| Levers { norm_drift, ..neutral() };
        let history = [DatedLevers { from: 2026, named: Default::default(), levers: drifting(0.02) }];
        let (null, own) = (drifting(0.01), drifting(0.05));
        let courses = [Course { levers: &own, history: &[] }, Course { levers: &null, history: &history }];
        let rates = |t: usize, own_years: f64| {
            drift_rates(courses, 2024, (t, own_years), |levers| levers.norm_drift)
                .map(|list| list.iter().map(|own| (own.rate, own.years)).collect::<Vec<_>>())
        };
        assert_eq!(rates(4, 2.0), [vec![(0.01, 1.0), (0.02, 3.0)], vec![(0.05 - 0.02, 2.0)]]);
        assert_eq!(rates(4, 4.0)[1], [(0.05 - 0.01, 1.0), (0.05 - 0.02, 3.0)]);
        assert_eq!(rates(1, 3.0), [vec![(0.01, 1.0)], vec![(0.05 - 0.01, 1.0)]]);
        assert_eq!(rates(0, 0.0), [vec![], vec![]]);
    }

    /// An amount that is written in kroner of a year is carried to the base year by wages; a share is as it is written.
    #[test]
    fn amounts_of_another_year_are_carried_to_the_base_year() {
        // Amounts for the whole country are in kroner of 2024, four years after this base year.
        let scenario =
            Scenario { base_year: 2020, ..load("national", &Options::default()).expect("shipped") };
        let economy = Economy::new(&scenario, &crate::fixture::theta());
        let levers = Levers {
            one_off_municipal: Number::Fixed(1_000.0),
            refund_rate: Number::Fixed(0.8),
            ..Levers::neutral()
        };
        let own = drawn(&levers, &[], &economy);
        let (lever, _) =
            levers.numbers().find(|(lever, _)| lever.path == "one_off.municipal").expect("known");
        let wage = economy.wages.at(lever.price_year().expect("an amount"));
        assert!(wage > 1.05, "{wage}");
        let expected = 1_000.0 / wage;
        assert_eq!((own.one_off_municipal, own.refund_rate), (expected, 0.8));
    }
}

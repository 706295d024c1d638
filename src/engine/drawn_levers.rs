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

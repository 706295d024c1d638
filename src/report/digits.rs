//! To which digit the numbers of a series are shown: one rule for a whole run, so that a number has one form wherever it
//! stands, and neighbours in a row or column can be compared.
//!
//! A series is an outcome under all models in all years; or the differences of one pair of models in all years; or the same
//! of the whole period. Its last digit follows from the *middle* Monte Carlo error of the series: were it to follow from each
//! number's own, 18 700 would be followed by 20 000, 20 000 and 21 000. Neighbouring years, and models side by side, are
//! paired draw by draw, so that a step between them is known better than the levels: where the usual step would drown in the
//! rounding, the series has one digit more.
//!
//! Money has the same number of decimals in all of a run, and persons and full-time equivalents are whole, so that what adds up is
//! seen to.

use super::display_unit::DisplayUnit;
use super::quantity::{DIGITS, ceiling, last_digit};
use crate::analysis::summary::Basis;
use crate::outcomes::{Measure, Outcome};
use crate::records::tables::SummaryLine;
use std::collections::BTreeMap;

/// How many of the last digit the usual step between neighbours must be worth.
const STEP: f64 = 5.0;
/// The least size of persons and the like that are told whole: a tenth of fewer is something.
const WHOLE: f64 = 10.0;

/// Key of a line of `summary.csv`: outcome, model, other model, basis, year (none: total).
pub(super) type SummaryKey = (Outcome, usize, Option<usize>, Basis, Option<i32>);
/// A series: outcome, the pair of models if these are differences, basis, whether it is of years.
type Series = (Outcome, Option<(usize, usize)>, Basis, bool);

fn series(&(outcome, model, other, basis, year): &SummaryKey) -> Series {
    (outcome, other.map(|other| (model, other)), basis, year.is_some())
}

/// Notes in every line to which digit its series is shown.
pub(super) fn share(summary: &mut BTreeMap<SummaryKey, SummaryLine>) {
    let mut all: BTreeMap<Series, Vec<(&SummaryKey, &SummaryLine)>> = BTreeMap::new();
    for (key, line) in summary.iter() {
        all.entry(series(key)).or_default().push((key, line));
    }
    let places: BTreeMap<Series, i32> = all.iter().filter_map(|(id, of)| Some((*id, place(of)?))).collect();
    // Money is as fine as four digits of what BPA costs, whatever it is money for.
    let cost = (Outcome::BpaCost, None, Basis::Fixed, true);
    let money = all.get(&cost).and_then(|of| size(of)).map(|size| last_digit(size, DIGITS));
    let floor = |outcome: Outcome| match outcome.info().unit {
        Measure::Nok => money,
        _ if DisplayUnit::of(outcome, Basis::Count, false, 0, 0).whole() => {
            let levels = all.get(&(outcome, None, Basis::Count, true));
            levels.and_then(|of| size(of)).filter(|size| *size >= WHOLE).map(|_| 0)
        }
        _ => None,
    };
    let floors: BTreeMap<Outcome, i32> =
        Outcome::ALL.iter().filter_map(|outcome| Some((*outcome, floor(*outcome)?))).collect();
    for (key, line) in summary.iter_mut() {
        let place = places.get(&series(key)).copied();
        line.last_digit = place.map(|place| floors.get(&key.0).map_or(place, |floor| place.max(*floor)));
    }
}

/// Power of ten of the last digit that a series' errors and steps support; nothing for a series of noughts.
fn place(lines: &[(&SummaryKey, &SummaryLine)]) -> Option<i32> {
    let errors = lines.iter().filter_map(|(_, line)| line.mcse).filter(|error| *error > 0.0);
    let by_error = median(errors).map_or(i32::MIN, ceiling);
    let steps = lines.windows(2).filter(|two| {
        let ((_, a, b, _, before), (_, own_a, own_b, _, year)) = (two[0].0, two[1].0);
        match before.zip(*year) {
            Some((before, year)) => (a, b) == (own_a, own_b) && before + 1 == year,
            None => true,
        }
    });
    let steps = steps.map(|two| (two[1].1.mean - two[0].1.mean).abs()).filter(|step| *step > 0.0);
    let by_step = match median(steps) {
        Some(step) if by_error > i32::MIN && step < STEP * 10_f64.powi(by_error) => by_error - 1,
        _ => by_error,
    };
    Some(by_step.max(last_digit(size(lines)?, DIGITS)))
}

/// Usual size of a series' numbers and the ends of their intervals; nothing for a series of noughts.
fn size(lines: &[(&SummaryKey, &SummaryLine)]) -> Option<f64> {
    let largest = |line: &SummaryLine| {
        line.interval().map_or(0.0, |(low, high)| low.abs().max(high.abs())).max(line.mean.abs())
    };
    median(lines.iter().map(|(_, line)| largest(line)).filter(|size| *size > 0.0))
}

/// The middle of some numbers, the lower of two.
fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::tables::FigureId;
    use crate::report::quantity::Quantity;
    use crate::text::Lang;

    /// Lines of an outcome in million kroner, each a year, a mean and its Monte Carlo error.
    fn shown(outcome: Outcome, other: Option<usize>, of: &[(i32, f64, f64)]) -> Vec<String> {
        let mut summary = BTreeMap::new();
        let mut add = |outcome: Outcome, year: i32, mean: f64, error: f64| {
            let figure = FigureId {
                outcome,
                unit: String::new(),
                model: String::new(),
                year: Some(year),
                period: String::new(),
                basis: Basis::Fixed,
                statistic_of: String::new(),
            };
            let line = SummaryLine::known(figure, mean * 1e6, error * 1e6);
            summary.insert((outcome, 1, other, Basis::Fixed, Some(year)), line);
        };
        add(Outcome::BpaCost, 2024, 5_990.0, 0.0);
        of.iter().for_each(|(year, mean, error)| add(outcome, *year, *mean, *error));
        share(&mut summary);
        let unit = DisplayUnit::of(outcome, Basis::Fixed, false, 2026, 2024);
        let own = summary.iter().filter(|(key, _)| key.0 == outcome && key.2 == other);
        own.map(|(_, line)| Quantity::of_line(unit, line).number(Lang::En)).collect()
    }

    /// The third year's own error would have shown it, and the fourth, as 20 000.
    #[test]
    fn a_series_has_no_false_steps() {
        let years = [
            (2032, 18_700.0, 70.0),
            (2033, 19_548.0, 90.0),
            (2034, 20_390.0, 110.0),
            (2035, 21_260.0, 130.0),
        ];
        assert_eq!(shown(Outcome::MunicipalityNet, None, &years), ["18,700", "19,500", "20,400", "21,300"]);
    }

    /// Steps are paired: a series of small ones has one digit more than its levels support, and never two.
    #[test]
    fn steps_that_would_drown_get_a_digit_more() {
        let steps = [(2032, 2_171.0, 24.0), (2033, 2_344.0, 24.0), (2034, 2_516.0, 24.0)];
        assert_eq!(shown(Outcome::StateNet, None, &steps), ["2,170", "2,340", "2,520"]);
        let flat = [(2032, 2_171.0, 24.0), (2033, 2_172.0, 24.0), (2034, 2_173.0, 24.0)];
        assert_eq!(shown(Outcome::StateNet, Some(0), &flat), ["2,170", "2,170", "2,170"]);
    }

    /// What adds up has the same decimals, however small and however well known.
    #[test]
    fn money_of_a_run_has_one_number_of_decimals() {
        assert_eq!(shown(Outcome::RelativesHealthCost, None, &[(2032, 9.03, 0.02)]), ["9"]);
    }
}

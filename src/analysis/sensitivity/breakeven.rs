//! The value of a parameter at which a figure crosses a target, all else as drawn.
//!
//! The mean over draws is worked out at evenly spaced values of the parameter with the same draws at each (common
//! random numbers), and the first crossing is closed in on by regula falsi (the Illinois variant, Dowell & Jarratt 1971).
//! The interval says where the crossing would be with other draws: the error of the mean there, over the slope of the line
//! through the two values around it.

use super::Estimate;
use crate::error::Result;
use serde::{Deserialize, Serialize};

/// Values tried over the range before closing in.
pub const VALUES: usize = 9;
/// Share of the largest number below which a mean is what rounding leaves of zero.
const ROUNDING: f64 = 1e-12;
/// Steps of closing in.
const STEPS: usize = 6;

/// A mean at a value of the parameter.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurvePoint {
    /// Value of the parameter, as stated.
    pub at: f64,
    /// Mean of the figure there.
    pub mean: f64,
    /// The Monte Carlo error of the mean.
    pub error: f64,
}

/// The mean of a figure at a value of the parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanThere {
    /// Mean, with its Monte Carlo error.
    pub mean: [f64; 2],
    /// Half the interval of nine in ten that the error means.
    pub half_width: f64,
    /// Smallest and largest number behind the mean.
    pub ends: [f64; 2],
    /// Whether the figure exists in every draw.
    pub exists: bool,
}

/// Tells the mean at a value.
pub type MeanAt<'a> = dyn FnMut(f64) -> Result<MeanThere> + 'a;

/// Where the figure crosses the target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Crossing {
    /// Value of the parameter; the interval is about other draws.
    pub at: Estimate,
    /// Mean of the figure minus the target, put back.
    pub left: f64,
    /// The Monte Carlo error of that difference.
    pub error: f64,
    /// Probability that the parameter is below it; nothing for one that is not uncertain.
    pub below: Option<f64>,
}

/// The results for one parameter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Breakeven {
    /// The parameter.
    pub parameter: String,
    /// The median of the parameter.
    pub median: f64,
    /// Range searched.
    pub range: [f64; 2],
    /// Whether that is its 1st to 99th percentile, and not a range of the user's.
    pub plausible: bool,
    /// The target value of the figure.
    pub target: f64,
    /// Draws.
    pub draws: usize,
    /// The means over the range.
    pub curve: Vec<CurvePoint>,
    /// The first crossing; nothing if there is none in the range.
    pub crossing: Option<Crossing>,
    /// Crossings seen in the range.
    pub crossings: usize,
    /// Whether the figure is the target in every draw, wherever in the range.
    pub everywhere: bool,
    /// Whether it was read off an expansion of the draws of a run, or searched in worlds.
    #[serde(default)]
    pub expansion: bool,
}

/// A parameter to search.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakevenSearch {
    /// The id of the parameter.
    pub parameter: String,
    /// The median of the parameter.
    pub median: f64,
    /// Smallest and largest value tried.
    pub range: [f64; 2],
    /// Whether they are the percentiles of what is plausible.
    pub plausible: bool,
    /// The target value of the figure.
    pub target: f64,
    /// Draws behind each mean.
    pub draws: usize,
}

/// Places between which numbers go from strictly one side of zero to the other, beyond rounding error. Zeros between are
/// passed over; where a number is missing, nothing is said.
fn sign_changes(means: &[f64], rounding: f64) -> Vec<[usize; 2]> {
    let (mut last, mut found): (Option<usize>, Vec<[usize; 2]>) = (None, Vec::new());
    for (i, mean) in means.iter().enumerate() {
        if !mean.is_finite() {
            last = None;
        } else if mean.abs() > rounding {
            if let Some(before) = last.filter(|before| (means[*before] < 0.0) != (*mean < 0.0)) {
                found.push([before, i]);
            }
            last = Some(i);
        }
    }
    found
}

/// Searches the range. `below` is the distribution function of an uncertain parameter.
pub fn breakeven(
    search: &BreakevenSearch,
    below: &dyn Fn(f64) -> Option<f64>,
    mean_at: &mut MeanAt<'_>,
) -> Result<Breakeven> {
    let mut at = |value: f64| -> Result<(CurvePoint, MeanThere)> {
        let found = mean_at(value)?;
        let [mean, error] = found.mean;
        Ok((CurvePoint { at: value, mean: mean - search.target, error }, found))
    };
    let [low, high] = search.range;
    let step = (high - low) / (VALUES - 1) as f64;
    let mut curve = Vec::new();
    let (mut largest, mut exists) = (0.0_f64, true);
    for i in 0..VALUES {
        let (place, found) = at(if i + 1 == VALUES { high } else { low + step * i as f64 })?;
        exists &= found.exists;
        let far = found.ends.map(|x| (x - search.target).abs());
        largest = far.into_iter().filter(|x| x.is_finite()).fold(largest, f64::max);
        curve.push(place);
    }
    let rounding = ROUNDING * largest.max(search.target.abs());
    let everywhere = exists && largest <= rounding;
    let means: Vec<f64> = curve.iter().map(|place| place.mean).collect();
    let found = sign_changes(&means, rounding);
    let mut crossing = None;
    if let Some([first, second]) = found.first() {
        let (mut a, mut b) = (curve[*first], curve[*second]);
        let slope = (b.mean - a.mean) / (b.at - a.at);
        let (mut weight_a, mut weight_b) = (1.0, 1.0);
        let mut last: Option<(CurvePoint, MeanThere)> = None;
        for _ in 0..STEPS {
            let (fa, fb) = (a.mean * weight_a, b.mean * weight_b);
            let guess = if fa == fb { 0.5 * (a.at + b.at) } else { (a.at * fb - b.at * fa) / (fb - fa) };
            let (place, found) = at(guess)?;
            let close = place.mean.abs() <= 0.01 * place.error;
            if (place.mean < 0.0) == (b.mean < 0.0) {
                (b, weight_b, weight_a) = (place, 1.0, weight_a * 0.5);
            } else {
                (a, weight_a, weight_b) = (place, 1.0, weight_b * 0.5);
            }
            last = Some((place, found));
            if close {
                break;
            }
        }
        crossing = last.map(|(place, found)| {
            let half = found.half_width / slope.abs();
            Crossing {
                at: Estimate { value: place.at, low: place.at - half, high: place.at + half },
                left: place.mean,
                error: place.error,
                below: below(place.at),
            }
        });
    }
    curve.iter_mut().for_each(|place| place.mean += search.target);
    Ok(Breakeven {
        parameter: search.parameter.clone(),
        median: search.median,
        range: search.range,
        plausible: search.plausible,
        target: search.target,
        draws: search.draws,
        curve,
        crossing,
        crossings: found.len(),
        everywhere,
        expansion: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sensitivity::moved::mean_there;

    fn search(f: impl Fn(f64, f64) -> f64, target: f64) -> Breakeven {
        let search = BreakevenSearch {
            parameter: "a".into(),
            median: 5.0,
            range: [0.0, 10.0],
            plausible: true,
            target,
            draws: 100,
        };
        // The other parameter is 0 to 9.9 in the draws.
        let mut mean_at = |a: f64| {
            let values: Vec<f64> = (0..100).map(|d| f(a, f64::from(d) / 10.0)).collect();
            Ok(mean_there(&values, 1.into()))
        };
        breakeven(&search, &|x| Some(x / 10.0), &mut mean_at).unwrap()
    }

    #[test]
    fn a_curve_crosses_where_it_should_and_gives_zero_put_back() {
        // Mean of b is 4.95: a² = 4.95 + target.
        for target in [0.0, 20.0] {
            let b = search(|a, b| a * a - b, target);
            let c = b.crossing.unwrap();
            assert!((c.at.value - (4.95f64 + target).sqrt()).abs() < 0.01, "{c:?}");
            assert!(c.left.abs() < 0.05 * c.error, "{c:?}");
            // The error of the mean of b is 0.29; the slope about 2a.
            let width = 2.0 * 1.645 * 0.2901 / (2.0 * c.at.value);
            assert!(((c.at.high - c.at.low) / width - 1.0).abs() < 0.2, "{c:?} {width}");
            assert!((c.below.unwrap() - c.at.value / 10.0).abs() < 1e-12 && b.crossings == 1);
        }
    }

    #[test]
    fn no_crossing_and_two_crossings_are_told() {
        let none = search(|a, b| a + b + 1.0, 0.0);
        assert!(none.crossing.is_none() && none.crossings == 0 && none.curve.len() == VALUES);
        assert_eq!(search(|a, _| (a - 3.0) * (a - 8.0), 0.0).crossings, 2);
    }

    #[test]
    fn only_a_change_of_sign_is_a_crossing() {
        for target in [0.0, 7.0] {
            let flat = search(|_, _| target, target);
            assert!(flat.everywhere && flat.crossings == 0 && flat.crossing.is_none(), "{flat:?}");
        }
        // Touches zero at an end and in the middle without crossing it.
        for touching in [search(|a, _| a, 0.0), search(|a, _| (a - 5.0) * (a - 5.0), 0.0)] {
            assert!(!touching.everywhere && touching.crossings == 0, "{touching:?}");
        }
        // Zero at one of the values tried, and on either side of it: one crossing, there.
        let through = search(|a, _| a - 5.0, 0.0);
        assert_eq!(through.crossings, 1);
        assert!((through.crossing.unwrap().at.value - 5.0).abs() < 1e-9);
        // What rounding leaves of zero has no sign.
        let noise = search(|a, b| if b < 4.95 { 1e3 } else { -1e3 } + (a - 5.0) * 1e-12, 0.0);
        assert_eq!(noise.crossings, 0);
        assert_eq!(sign_changes(&[-1.0, f64::NAN, 1.0, 0.0, -1.0], 0.0), [[2, 4]]);
    }
}

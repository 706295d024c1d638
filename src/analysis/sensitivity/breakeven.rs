//! The value of a parameter at which a figure crosses a target, all else as drawn.
//!
//! The mean over draws is worked out at evenly spaced values of the parameter with the same draws at each (common
//! random numbers), and the first crossing is closed in on by regula falsi (the Illinois variant, Dowell & Jarratt 1971).
//! The interval says where the crossing would be with other draws: draws are resampled, and the crossing of the line through
//! the two values around it is moved by their mean there.

use super::{Ask, Estimate, mean_and_error, resample};
use crate::engine::evaluate::Point;
use crate::error::Result;
use serde::{Deserialize, Serialize};

/// Values tried over the range before closing in.
pub const VALUES: usize = 9;
/// Steps of closing in.
const STEPS: usize = 6;

/// A mean at a value of the parameter.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Value of the parameter, as stated.
    pub at: f64,
    /// Mean of the figure there.
    pub mean: f64,
    /// Its Monte Carlo error.
    pub error: f64,
}

/// Where the figure crosses the target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Crossing {
    /// Value of the parameter; the interval is about other draws.
    pub at: Estimate,
    /// Mean of the figure minus the target, put back.
    pub left: f64,
    /// Its Monte Carlo error.
    pub error: f64,
    /// Probability that the parameter is below it.
    pub below: f64,
}

/// What is found about one parameter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Breakeven {
    /// The parameter.
    pub parameter: String,
    /// Its median.
    pub median: f64,
    /// Range searched: its 1st to 99th percentile.
    pub range: [f64; 2],
    /// What the figure is to be.
    pub target: f64,
    /// Draws.
    pub draws: usize,
    /// The means over the range.
    pub curve: Vec<Place>,
    /// The first crossing; nothing if there is none in the range.
    pub crossing: Option<Crossing>,
    /// Crossings seen in the range.
    pub crossings: usize,
}

/// A parameter to search.
#[derive(Clone, Debug, PartialEq)]
pub struct Search<'a> {
    /// The parameter.
    pub parameter: &'a str,
    /// Its place.
    pub slot: usize,
    /// Its median.
    pub median: f64,
    /// Smallest and largest plausible value.
    pub range: [f64; 2],
    /// What the figure is to be.
    pub target: f64,
}

/// Searches the range. `draws` are parameter values by draw; `below` is the parameter's distribution function.
pub fn breakeven(
    search: &Search<'_>,
    draws: &[Vec<f64>],
    below: &dyn Fn(f64) -> f64,
    ask: &mut Ask<'_>,
) -> Result<Breakeven> {
    let mut at = |value: f64| -> Result<(Place, Vec<f64>)> {
        let points: Vec<Point> = draws
            .iter()
            .enumerate()
            .map(|(d, drawn)| {
                let mut stated = drawn.clone();
                stated[search.slot] = value;
                Point { stated, persons: d as u32 }
            })
            .collect();
        let values: Vec<f64> = ask(&points)?.into_iter().map(|y| y - search.target).collect();
        let (mean, error) = mean_and_error(&values).unwrap_or((f64::NAN, f64::NAN));
        Ok((Place { at: value, mean, error }, values))
    };
    let [low, high] = search.range;
    let step = (high - low) / (VALUES - 1) as f64;
    let mut curve = Vec::new();
    for i in 0..VALUES {
        curve.push(at(if i + 1 == VALUES { high } else { low + step * i as f64 })?.0);
    }
    let crosses = |a: f64, b: f64| a == 0.0 || (a < 0.0) != (b < 0.0) && b.is_finite() && a.is_finite();
    let found: Vec<usize> = (0..VALUES - 1).filter(|i| crosses(curve[*i].mean, curve[i + 1].mean)).collect();
    let mut crossing = None;
    if let Some(first) = found.first() {
        let (mut a, mut b) = (curve[*first], curve[first + 1]);
        let slope = (b.mean - a.mean) / (b.at - a.at);
        let (mut weight_a, mut weight_b) = (1.0, 1.0);
        let mut last: Option<(Place, Vec<f64>)> = None;
        for _ in 0..STEPS {
            let (fa, fb) = (a.mean * weight_a, b.mean * weight_b);
            let guess = if fa == fb { 0.5 * (a.at + b.at) } else { (a.at * fb - b.at * fa) / (fb - fa) };
            let (place, values) = at(guess)?;
            let close = place.mean.abs() <= 0.01 * place.error;
            if (place.mean < 0.0) == (b.mean < 0.0) {
                (b, weight_b, weight_a) = (place, 1.0, weight_a * 0.5);
            } else {
                (a, weight_a, weight_b) = (place, 1.0, weight_b * 0.5);
            }
            last = Some((place, values));
            if close {
                break;
            }
        }
        crossing = last.map(|(place, values)| {
            let again: Vec<f64> = (0..resample::TIMES)
                .map(|t| {
                    let chosen = resample::indices("breakeven", t, values.len());
                    let mean = chosen.iter().map(|i| values[*i]).sum::<f64>() / values.len() as f64;
                    place.at - mean / slope
                })
                .collect();
            Crossing {
                at: Estimate::resampled(place.at, again),
                left: place.mean,
                error: place.error,
                below: below(place.at),
            }
        });
    }
    curve.iter_mut().for_each(|place| place.mean += search.target);
    Ok(Breakeven {
        parameter: search.parameter.to_string(),
        median: search.median,
        range: search.range,
        target: search.target,
        draws: draws.len(),
        curve,
        crossing,
        crossings: found.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(f: impl Fn(f64, f64) -> f64, target: f64) -> Breakeven {
        // The other parameter is 0 to 9.9 in the draws.
        let draws: Vec<Vec<f64>> = (0..100).map(|d| vec![0.0, f64::from(d) / 10.0]).collect();
        let search = Search { parameter: "a", slot: 0, median: 5.0, range: [0.0, 10.0], target };
        let mut ask = |points: &[Point]| Ok(points.iter().map(|p| f(p.stated[0], p.stated[1])).collect());
        breakeven(&search, &draws, &|x| x / 10.0, &mut ask).unwrap()
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
            assert!(((c.at.high - c.at.low) / width - 1.0).abs() < 0.35, "{c:?} {width}");
            assert!((c.below - c.at.value / 10.0).abs() < 1e-12 && b.crossings == 1);
        }
    }

    #[test]
    fn no_crossing_and_two_crossings_are_told() {
        let none = search(|a, b| a + b + 1.0, 0.0);
        assert!(none.crossing.is_none() && none.crossings == 0 && none.curve.len() == VALUES);
        assert_eq!(search(|a, _| (a - 3.0) * (a - 8.0), 0.0).crossings, 2);
    }
}

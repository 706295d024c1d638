//! One parameter at a time, at its 10th and 90th percentile: all else at its median, and all else as drawn. The same
//! persons live under both values, so that chance falls out of the effect.

use super::{SimulateFigure, mean_and_error};
use crate::engine::evaluate::EvaluationPoint;
use crate::error::Result;
use crate::scenario::parameters::Scalar;
use serde::{Deserialize, Serialize};

/// The percentiles, as shares.
pub const ENDS: [f64; 2] = [0.1, 0.9];

/// How much is simulated for each end of each parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TornadoSize {
    /// Worlds with all else at its median.
    pub median: usize,
    /// Draws with all else as drawn.
    pub random: usize,
}

/// An effect and its Monte Carlo error.
pub type EffectWithError = [f64; 2];

/// The effect of one parameter on the figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TornadoBar {
    /// The parameter.
    pub parameter: String,
    /// The parameter's 10th and 90th percentile, as stated.
    pub values: [f64; 2],
    /// Change of the figure at either, all else at its median.
    pub median: [EffectWithError; 2],
    /// Change of the figure at either from its median, all else as drawn.
    pub random: [EffectWithError; 2],
}

impl TornadoBar {
    /// The distance between the ends.
    pub fn span(&self) -> f64 {
        (self.random[1][0] - self.random[0][0]).abs()
    }
}

/// All parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tornado {
    /// The figure with every parameter at its median.
    pub median: f64,
    /// The mean of the figure with every parameter as drawn.
    pub random: f64,
    /// Draws behind every number with the rest as drawn.
    pub draws: usize,
    /// Worlds simulated.
    pub worlds: usize,
    /// Parameters that move the figure, the widest first.
    pub bars: Vec<TornadoBar>,
    /// Uncertain parameters that left it the same to the last bit in every world tried.
    pub inert: Vec<String>,
    /// Worlds each parameter was tried in.
    pub tried: usize,
    /// Uncertain parameters that are moved without the figure existing on both sides in any world.
    pub unknown: Vec<String>,
    /// Worlds simulated in which the figure does not exist.
    pub missing: usize,
}

/// Worlds asked for.
pub fn worlds(scalars: &[Scalar], size: TornadoSize) -> usize {
    let uncertain = scalars.iter().filter(|s| !s.distribution.is_fixed()).count();
    (size.median + size.random) + uncertain * (2 * size.median + 3 * size.random)
}

fn missing(answers: &[f64]) -> usize {
    answers.iter().filter(|x| !x.is_finite()).count()
}

/// Moves every uncertain parameter. `drawn` gives the parameter values of a draw.
pub fn tornado(
    scalars: &[Scalar],
    size: TornadoSize,
    drawn: &dyn Fn(usize) -> Vec<f64>,
    ask: &mut SimulateFigure<'_>,
) -> Result<Tornado> {
    let median: Vec<f64> = scalars.iter().map(|s| s.distribution.quantile(0.5)).collect();
    let draws: Vec<Vec<f64>> = (0..size.random).map(drawn).collect();
    let with = |stated: &[f64], slot: usize, value: f64, persons: usize| {
        let mut stated = stated.to_vec();
        stated[slot] = value;
        EvaluationPoint { stated, persons: persons as u32 }
    };
    let mut base: Vec<EvaluationPoint> =
        (0..size.median).map(|w| EvaluationPoint { stated: median.clone(), persons: w as u32 }).collect();
    base.extend(
        draws
            .iter()
            .enumerate()
            .map(|(d, stated)| EvaluationPoint { stated: stated.clone(), persons: d as u32 }),
    );
    let base = ask(&base)?;
    let (at_median, at_random) = base.split_at(size.median);
    let mean = |values: &[f64]| mean_and_error(values, 1).map_or(f64::NAN, |(mean, _)| mean);
    let effect = |after: &[f64], before: &[f64]| -> EffectWithError {
        let paired: Vec<f64> = after.iter().zip(before).map(|(a, b)| a - b).collect();
        mean_and_error(&paired, 1).map_or([f64::NAN; 2], |(mean, error)| [mean, error])
    };
    let mut found = Tornado {
        median: mean(at_median),
        random: mean(at_random),
        draws: size.random,
        worlds: base.len(),
        bars: Vec::new(),
        inert: Vec::new(),
        tried: base.len(),
        unknown: Vec::new(),
        missing: missing(&base),
    };
    for (slot, scalar) in scalars.iter().enumerate().filter(|(_, s)| !s.distribution.is_fixed()) {
        let values = ENDS.map(|p| scalar.distribution.quantile(p));
        let mut points: Vec<EvaluationPoint> = Vec::new();
        for value in values {
            points.extend((0..size.median).map(|w| with(&median, slot, value, w)));
        }
        for value in [values[0], median[slot], values[1]] {
            points.extend(draws.iter().enumerate().map(|(d, stated)| with(stated, slot, value, d)));
        }
        let answers = ask(&points)?;
        found.worlds += answers.len();
        found.missing += missing(&answers);
        let (medians, randoms) = answers.split_at(2 * size.median);
        let medians: Vec<&[f64]> = medians.chunks(size.median.max(1)).collect();
        let randoms: Vec<&[f64]> = randoms.chunks(size.random.max(1)).collect();
        // Where the figure does not exist, nothing is known of it, least of all that it is the same.
        let same =
            |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| a.is_finite() && a.to_bits() == b.to_bits());
        let inert = medians.iter().all(|m| same(m, at_median)) && randoms.iter().all(|r| same(r, at_random));
        if inert {
            found.inert.push(scalar.id.clone());
            continue;
        }
        let [low, middle, high] = [0, 1, 2].map(|i| randoms.get(i).copied().unwrap_or(&[]));
        let bar = TornadoBar {
            parameter: scalar.id.clone(),
            values,
            median: [0, 1].map(|i| effect(medians.get(i).copied().unwrap_or(&[]), at_median)),
            random: [effect(low, middle), effect(high, middle)],
        };
        match bar.span().is_finite() {
            true => found.bars.push(bar),
            false => found.unknown.push(bar.parameter),
        }
    }
    found.bars.sort_by(|a, b| b.span().total_cmp(&a.span()));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::normal_quantile;
    use crate::scenario::distribution::Distribution;

    fn scalar(id: &str, distribution: Distribution) -> Scalar {
        Scalar { id: id.into(), parameter: 0, distribution }
    }

    /// y = 3a + b·c with a ~ N(1, 2), b ~ U(0, 2), c ~ N(0, 1): at the medians c is 0, so b does nothing there.
    #[test]
    fn ends_by_hand() {
        let scalars = [
            scalar("a", Distribution::Normal { mean: 1.0, sd: 2.0 }),
            scalar("b", Distribution::Uniform { min: 0.0, max: 2.0 }),
            scalar("c", Distribution::Normal { mean: 0.0, sd: 1.0 }),
            scalar("unused", Distribution::Uniform { min: 0.0, max: 1.0 }),
            scalar("fixed", Distribution::Fixed(1.0)),
        ];
        let drawn = |d: usize| vec![0.0, 1.0, if d == 0 { 1.0 } else { 3.0 }, 0.5, 1.0];
        let mut asked = 0;
        let mut ask = |points: &[EvaluationPoint]| {
            asked += points.len();
            Ok(points
                .iter()
                .map(|p| 3.0 * p.stated[0] + p.stated[1] * p.stated[2] + f64::from(p.persons))
                .collect())
        };
        let size = TornadoSize { median: 3, random: 2 };
        let t = tornado(&scalars, size, &drawn, &mut ask).unwrap();
        assert_eq!((t.worlds, asked), (worlds(&scalars, size), t.worlds));
        assert_eq!(t.median, 3.0 + 1.0);
        assert_eq!(t.inert, ["unused"]);
        assert_eq!((t.tried, t.missing), (5, 0));
        let z = 2.0 * normal_quantile(0.9);
        let of = |id: &str| t.bars.iter().find(|b| b.parameter == id).unwrap();
        assert_eq!(t.bars[0].parameter, "a");
        for effects in [of("a").median, of("a").random] {
            assert!((effects[0][0] + 3.0 * z).abs() < 1e-12 && (effects[1][0] - 3.0 * z).abs() < 1e-12);
            assert!(effects[1][1] < 1e-12);
        }
        assert_eq!(of("b").median, [[0.0; 2]; 2]);
        // From 1 to 1.8 at c = 1 and 3: 0.8 and 2.4.
        assert!((of("b").random[1][0] - 1.6).abs() < 1e-12 && (of("b").random[1][1] - 0.8).abs() < 1e-12);
    }

    #[test]
    fn a_figure_that_does_not_exist_is_not_the_same() {
        let scalars = [scalar("a", Distribution::Uniform { min: 0.0, max: 1.0 })];
        let size = TornadoSize { median: 1, random: 2 };
        let mut never = |points: &[EvaluationPoint]| Ok(vec![f64::NAN; points.len()]);
        let t = tornado(&scalars, size, &|_| vec![0.5], &mut never).unwrap();
        assert!(t.inert.is_empty() && t.bars.is_empty() && t.unknown == ["a"], "{t:?}");
        assert_eq!(t.missing, t.worlds);
        // It exists in one world of two: that one is told, and that the other lacks it.
        let mut seldom = |points: &[EvaluationPoint]| {
            Ok(points.iter().map(|p| if p.persons == 0 { p.stated[0] } else { f64::NAN }).collect())
        };
        let t = tornado(&scalars, size, &|_| vec![0.5], &mut seldom).unwrap();
        assert!(t.inert.is_empty() && (t.bars[0].span() - 0.8).abs() < 1e-12, "{t:?}");
        assert_eq!(t.missing, 4);
    }
}

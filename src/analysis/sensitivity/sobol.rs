//! Sobol indices: the share of a figure's variance that a parameter brings alone (first order) and with all
//! it does together with others (total).
//!
//! Estimators: first order by Saltelli et al. (2010, table 2 b), total by Jansen (1999), second order by Saltelli (2002),
//! as SALib computes them. The lives of the persons are a factor like any other (`chance`), so that the
//! shares add up to what the figure really varies.

use super::{Estimate, SimulateFigure, order, resample};
use crate::engine::evaluate::EvaluationPoint;
use crate::error::Result;
use serde::{Deserialize, Serialize};

/// Points below which the indices are worth nothing.
pub const FEWEST: usize = 64;

/// Name of the factor for the lives of the persons.
pub const CHANCE: &str = "chance";

/// The name of the factor that holds all parameters of little effect.
pub const REST: &str = "rest";

/// Parameters that are changed together.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor {
    /// Parameter, group, [`REST`] or [`CHANCE`].
    pub name: String,
    /// Places of its uniform numbers; none for chance.
    pub slots: Vec<usize>,
}

/// The indices of a factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactorIndices {
    /// Parameter or group.
    pub factor: String,
    /// First-order index; none where only the total is known.
    pub first: Option<Estimate>,
    /// Total index.
    pub total: Estimate,
}

/// The second-order index of two factors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PairIndex {
    /// The names of the two factors.
    pub factors: [String; 2],
    /// The index of their interaction, beside what each brings alone.
    pub index: Estimate,
}

/// The indices of all factors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sobol {
    /// Base points N.
    pub points: usize,
    /// Base points left out because some world of theirs lacks the figure.
    pub missing: usize,
    /// Worlds simulated, N(k + 2), or N(2k + 2) with second order.
    pub worlds: usize,
    /// Mean of the figure.
    pub mean: f64,
    /// The standard deviation of the figure.
    pub sd: f64,
    /// Factors, the largest total first.
    pub effects: Vec<FactorIndices>,
    /// Second order, if asked for, the largest first.
    pub together: Vec<PairIndex>,
    /// Agreement of the order that two independent analyses would have ([`order::expected_agreement`]).
    pub agreement: f64,
    /// Parameters without any effect seen, left out.
    pub inert: Vec<String>,
    /// Worlds they were tried in.
    pub tried: usize,
    /// Parameters of little effect, moved together as [`REST`].
    pub rest: Vec<String>,
    /// Whether they were read off an expansion of the draws of a run ([`super::expansion`]), or off a design of their own.
    #[serde(default)]
    pub expansion: bool,
}

/// A figure at the points of the design.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Design {
    /// At the points of sample A.
    pub a: Vec<f64>,
    /// At the points of sample B.
    pub b: Vec<f64>,
    /// For every factor, A with that factor from B.
    pub ab: Vec<Vec<f64>>,
    /// For every factor, B with that factor from A; empty without second order.
    pub ba: Vec<Vec<f64>>,
}

impl Design {
    /// The figure measured from its mean over all of these points: the estimator is not indifferent to the origin.
    fn centred(&self, points: &[usize]) -> Design {
        let columns = || self.ab.iter().chain(&self.ba).chain([&self.a, &self.b]);
        let sum = columns().flat_map(|c| points.iter().map(|j| c[*j])).sum::<f64>();
        let mean = sum / (columns().count() * points.len()).max(1) as f64;
        let shift = |values: &Vec<f64>| values.iter().map(|x| x - mean).collect::<Vec<f64>>();
        Design {
            a: shift(&self.a),
            b: shift(&self.b),
            ab: self.ab.iter().map(shift).collect(),
            ba: self.ba.iter().map(shift).collect(),
        }
    }

    /// First-order and total index of a factor over some of the points.
    fn indices(&self, factor: usize, points: &[usize]) -> [f64; 2] {
        let (a, b, ab) = (&self.a, &self.b, &self.ab[factor]);
        let n = points.len() as f64;
        let variance = self.variance(points);
        let first = points.iter().map(|j| b[*j] * (ab[*j] - a[*j])).sum::<f64>() / n;
        let total = points.iter().map(|j| (a[*j] - ab[*j]).powi(2)).sum::<f64>() / n / 2.0;
        [first / variance, total / variance]
    }

    /// Second-order index of two factors over some of the points.
    fn together(&self, [i, k]: [usize; 2], points: &[usize]) -> f64 {
        let (ba, ab) = (&self.ba[i], &self.ab[k]);
        let n = points.len() as f64;
        let both = points.iter().map(|j| ba[*j] * ab[*j] - self.a[*j] * self.b[*j]).sum::<f64>() / n;
        both / self.variance(points) - self.indices(i, points)[0] - self.indices(k, points)[0]
    }

    /// Variance over A and B together.
    fn variance(&self, points: &[usize]) -> f64 {
        let all = || points.iter().flat_map(|j| [self.a[*j], self.b[*j]]);
        let n = 2.0 * points.len() as f64;
        let mean = all().sum::<f64>() / n;
        all().map(|x| (x - mean).powi(2)).sum::<f64>() / n
    }

    /// Points where no world lacks the figure.
    fn complete(&self) -> Vec<usize> {
        let columns = || self.ab.iter().chain(&self.ba).chain([&self.a, &self.b]);
        (0..self.a.len()).filter(|j| columns().all(|c| c[*j].is_finite())).collect()
    }

    /// All indices with intervals; nothing where the figure does not vary.
    pub fn analyse(&self, factors: &[String], inert: Vec<String>, rest: Vec<String>) -> Option<Sobol> {
        let points = self.complete();
        let design = self.centred(&points);
        let variance = design.variance(&points);
        if points.is_empty() || variance.is_nan() || variance <= 0.0 {
            return None;
        }
        let resamples: Vec<Vec<usize>> = (0..resample::TIMES)
            .map(|t| {
                let chosen = resample::indices("sobol", t, points.len());
                chosen.into_iter().map(|i| points[i]).collect()
            })
            .collect();
        let mut totals = vec![Vec::new(); resamples.len()];
        let mut effects: Vec<FactorIndices> = factors
            .iter()
            .enumerate()
            .map(|(factor, name)| {
                let [first, total] = design.indices(factor, &points);
                let again: Vec<[f64; 2]> = resamples.iter().map(|r| design.indices(factor, r)).collect();
                again.iter().zip(&mut totals).for_each(|(a, t)| t.push(a[1]));
                let of = |i: usize| again.iter().map(|a| a[i]).collect();
                FactorIndices {
                    factor: name.clone(),
                    first: Some(Estimate::resampled(first, of(0))),
                    total: Estimate::resampled(total, of(1)),
                }
            })
            .collect();
        effects.sort_by(|a, b| b.total.value.total_cmp(&a.total.value));
        let pairs = (0..design.ba.len()).flat_map(|i| (i + 1..design.ba.len()).map(move |k| [i, k]));
        let mut together: Vec<PairIndex> = pairs
            .map(|pair| PairIndex {
                factors: pair.map(|i| factors[i].clone()),
                index: Estimate::resampled(
                    design.together(pair, &points),
                    resamples.iter().map(|r| design.together(pair, r)).collect(),
                ),
            })
            .collect();
        together.sort_by(|a, b| b.index.value.abs().total_cmp(&a.index.value.abs()));
        let columns = 2 + self.ab.len() + self.ba.len();
        let mean = points.iter().map(|j| self.a[*j] + self.b[*j]).sum::<f64>();
        Some(Sobol {
            points: self.a.len(),
            missing: self.a.len() - points.len(),
            worlds: self.a.len() * columns,
            mean: mean / (2.0 * points.len() as f64),
            sd: variance.sqrt(),
            effects,
            together,
            agreement: order::expected_agreement(&totals),
            inert,
            tried: 0,
            rest,
            expansion: false,
        })
    }
}

/// Numbers between 0 and 1 for every parameter, of samples A and B.
pub type Samples = [Vec<Vec<f64>>; 2];

/// Asks for the figure at all points of the design. `stated` makes parameter values of numbers between 0 and 1; persons
/// are those of draw j for sample A and of draw n + j for B.
pub fn design(
    samples: &Samples,
    factors: &[Factor],
    second: bool,
    stated: &dyn Fn(Vec<f64>) -> Vec<f64>,
    ask: &mut SimulateFigure<'_>,
) -> Result<Design> {
    let n = samples[0].len();
    // Everything from one sample, but a factor from the other.
    let points = |from: usize, factor: Option<&Factor>| -> Vec<EvaluationPoint> {
        let other = 1 - from;
        (0..n)
            .map(|j| {
                let mut u = samples[from][j].clone();
                let mut lives = from;
                if let Some(factor) = factor {
                    factor.slots.iter().for_each(|slot| u[*slot] = samples[other][j][*slot]);
                    lives = if factor.name == CHANCE { other } else { from };
                }
                EvaluationPoint { stated: stated(u), persons: (lives * n + j) as u32 }
            })
            .collect()
    };
    let mut design = Design { a: ask(&points(0, None))?, b: ask(&points(1, None))?, ..Design::default() };
    for factor in factors {
        design.ab.push(ask(&points(0, Some(factor)))?);
    }
    for factor in factors.iter().filter(|_| second) {
        design.ba.push(ask(&points(1, Some(factor)))?);
    }
    Ok(design)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::sampling::design_point;
    use std::f64::consts::PI;

    /// Points of the two samples in k dimensions.
    fn samples(seed: u64, n: usize, k: u32) -> Samples {
        [0, 64].map(|first| (0..n).map(|j| design_point(seed, j, first, k as usize)).collect())
    }

    fn analyse(seed: u64, n: usize, k: u32, f: impl Fn(&[f64]) -> f64) -> Sobol {
        let names: Vec<String> = (0..k).map(|i| format!("x{}", i + 1)).collect();
        let factors: Vec<Factor> =
            names.iter().enumerate().map(|(i, n)| Factor { name: n.clone(), slots: vec![i] }).collect();
        let mut ask = |points: &[EvaluationPoint]| Ok(points.iter().map(|p| f(&p.stated)).collect());
        let design = design(&samples(seed, n, k), &factors, true, &|u| u, &mut ask).unwrap();
        design.analyse(&names, Vec::new(), Vec::new()).unwrap()
    }

    /// Ishigami & Homma (1990), a = 7, b = 0.1.
    fn ishigami(u: &[f64]) -> f64 {
        let x: Vec<f64> = u.iter().map(|u| PI * (2.0 * u - 1.0)).collect();
        x[0].sin() + 7.0 * x[1].sin().powi(2) + 0.1 * x[2].powi(4) * x[0].sin()
    }

    fn effect<'a>(s: &'a Sobol, name: &str) -> &'a FactorIndices {
        s.effects.iter().find(|e| e.factor == name).unwrap()
    }

    #[test]
    fn ishigami_within_its_intervals() {
        let v = 0.5 + 49.0 / 8.0 + 0.1 * PI.powi(4) / 5.0 + 0.01 * PI.powi(8) / 18.0;
        let first = [0.5 * (1.0 + 0.1 * PI.powi(4) / 5.0).powi(2) / v, 49.0 / 8.0 / v, 0.0];
        let third = 0.01 * PI.powi(8) * (1.0 / 18.0 - 1.0 / 50.0) / v;
        let total = [first[0] + third, first[1], third];
        let s = analyse(1, 1024, 3, ishigami);
        for i in 0..3 {
            let e = effect(&s, &format!("x{}", i + 1));
            for (estimate, truth) in [(e.first.unwrap(), first[i]), (e.total, total[i])] {
                let width = estimate.high - estimate.low;
                assert!(estimate.low - width <= truth && truth <= estimate.high + width, "{e:?} {truth}");
                assert!((estimate.value - truth).abs() < 0.03, "{e:?} {truth}");
            }
        }
        let pair = s.together.iter().find(|t| t.factors == ["x1", "x3"]).unwrap();
        assert!((pair.index.value - third).abs() < 0.05, "{pair:?} {third}");
        assert!(effect(&s, "x3").first.unwrap().may_be_zero());
    }

    /// Sobol's g function with a = 0, 1, 4.5, 9, 99: Vᵢ = 1/(3(1+aᵢ)²).
    #[test]
    fn sobol_g_and_coverage_of_the_intervals() {
        let a = [0.0, 1.0, 4.5, 9.0, 99.0];
        let g = |u: &[f64]| {
            a.iter().zip(u).map(|(a, u)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a)).product::<f64>()
        };
        let v: Vec<f64> = a.iter().map(|a: &f64| 1.0 / (3.0 * (1.0 + a).powi(2))).collect();
        let all = v.iter().map(|v| 1.0 + v).product::<f64>() - 1.0;
        let total = |i: usize| v[i] * (1.0 + all) / (1.0 + v[i]) / all;
        let (mut hits, mut asked) = (0, 0);
        for seed in 0..20 {
            let s = analyse(seed, 256, 5, g);
            for i in 0..3 {
                let e = effect(&s, &format!("x{}", i + 1));
                hits += usize::from(e.total.low <= total(i) && total(i) <= e.total.high);
                let first = e.first.unwrap();
                hits += usize::from(first.low <= v[i] / all && v[i] / all <= first.high);
                asked += 2;
            }
        }
        // 90 % intervals; evenly spread points make them wider than needed.
        assert!(hits as f64 >= 0.85 * asked as f64, "{hits} of {asked}");
    }

    fn four_points() -> Design {
        Design {
            a: vec![1.0, 2.0, 4.0, 3.0],
            b: vec![2.0, 5.0, 1.0, 4.0],
            ab: vec![vec![2.0, 2.5, 3.0, 3.5]],
            ba: Vec::new(),
        }
    }

    /// A base point without the figure counts as if it had not been there.
    #[test]
    fn a_world_without_the_figure_takes_its_point_away() {
        let whole = four_points();
        let mut torn = whole.clone();
        [&mut torn.a, &mut torn.b].into_iter().for_each(|c| c.push(1000.0));
        torn.ab[0].push(f64::NAN);
        let [whole, torn] = [whole, torn].map(|d| d.analyse(&["x".into()], Vec::new(), Vec::new()).unwrap());
        assert_eq!((torn.points, torn.missing), (5, 1));
        assert_eq!((torn.mean, torn.sd, &torn.effects), (whole.mean, whole.sd, &whole.effects));
    }

    /// The same numbers as SALib 1.5's `sobol.analyze` gives for this design (`tests/outside/salib.py` checks larger ones).
    #[test]
    fn by_hand_on_four_points() {
        let design = four_points();
        // Mean of all 12 numbers is 33/12 = 2.75; variance of A and B is Σx²/8 − 2.75² = 76/8 − 7.5625 = 1.9375.
        let [first, total] = design.centred(&[0, 1, 2, 3]).indices(0, &[0, 1, 2, 3]);
        // B − 2.75 = −0.75, 2.25, −1.75, 1.25; AB − A = 1, 0.5, −1, 0.5.
        let by_hand = (-0.75 + 1.125 + 1.75 + 0.625) / 4.0 / 1.9375;
        assert!((first - by_hand).abs() < 1e-12, "{first} {by_hand}");
        assert!((total - (1.0 + 0.25 + 1.0 + 0.25) / 8.0 / 1.9375).abs() < 1e-12, "{total}");
    }
}

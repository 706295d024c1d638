//! The value of knowing a parameter before choosing among models: the expected value of partial perfect
//! information, by regression of the models' costs on the parameter from the run's own draws (Strong, Oakley & Brennan 2014).
//!
//! Choosing now gives the lowest expected cost. Knowing the parameter φ one would choose the model with the lowest E[cost | φ];
//! the mean gain is the value. The curve E[cost | φ] is that of [`super::chaos`]. A standard error comes from resampled draws,
//! in each of which the curve's terms are chosen anew: where none is kept, the value is too small to be seen and not zero for sure.

use super::chaos::Candidates;
use super::{order, resample};
use crate::analysis::quantile::percentiles;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// Draws below which nothing is said.
pub const FEWEST: usize = 100;

/// Resamples for the standard errors.
pub const TIMES: usize = 100;

/// Parameters known together.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterSet<'a> {
    /// Parameter or group.
    pub name: String,
    /// The values of its parameters by draw.
    pub columns: Vec<&'a [f64]>,
}

/// The value of knowing something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InformationValue {
    /// Parameter or group.
    pub name: String,
    /// Value, in the unit of the cost.
    pub value: f64,
    /// The standard error of the value.
    pub error: f64,
    /// How large it could be: 95th percentile over resampled draws, with one term at least in every curve, supported or not.
    /// None in files from before it was found.
    #[serde(default)]
    pub most: Option<f64>,
    /// Probability that another model than today's choice would be chosen.
    pub changes: f64,
}

/// The value of knowing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evppi {
    /// Draws.
    pub draws: usize,
    /// Index of the model with the lowest expected cost.
    pub choice: usize,
    /// Value of knowing everything, and its standard error.
    pub perfect: [f64; 2],
    /// Probability that another model would be chosen if everything were known.
    pub perfect_changes: f64,
    /// Parameters, the most valuable first.
    pub parameters: Vec<InformationValue>,
    /// Groups of parameters, the most valuable first.
    pub groups: Vec<InformationValue>,
    /// Agreement of the order that two independent analyses would have.
    pub agreement: f64,
}

/// Why nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// Fewer draws than [`FEWEST`].
    FewDraws,
    /// The criterion has no finite value in some draw.
    NotFinite,
}

/// Mean gain of choosing draw by draw, and how often the choice is another. `costs` by model and draw.
fn gain(costs: &[Vec<f64>], choice: usize) -> [f64; 2] {
    let n = costs[0].len();
    let mean = |m: usize| costs[m].iter().sum::<f64>() / n as f64;
    let lowest = (0..costs.len()).map(mean).fold(f64::INFINITY, f64::min);
    let (mut sum, mut others) = (0.0, 0usize);
    for i in 0..n {
        let best = (0..costs.len()).fold(choice, |b, m| if costs[m][i] < costs[b][i] { m } else { b });
        sum += costs[best][i];
        others += usize::from(best != choice);
    }
    [(lowest - sum / n as f64).max(0.0), others as f64 / n as f64]
}

/// The models' curves, of so many terms at least; the first model's costs are zero, what all are relative to.
fn curves(candidates: &Candidates, relative: &[Vec<f64>], least: usize) -> Vec<Vec<f64>> {
    let curve = |(m, cost): (usize, &Vec<f64>)| match m {
        0 => cost.clone(),
        _ => candidates.fit(cost, least).fitted,
    };
    relative.iter().enumerate().map(curve).collect()
}

/// Draws again, with replacement.
struct Resample {
    draws: Vec<usize>,
    /// Costs by model.
    costs: Vec<Vec<f64>>,
}

impl Resample {
    fn of(time: usize, relative: &[Vec<f64>]) -> Resample {
        let draws = resample::indices("evppi", time, relative[0].len());
        let costs = relative.iter().map(|c| draws.iter().map(|i| c[*i]).collect()).collect();
        Resample { draws, costs }
    }

    /// The value found in these draws, and the larger one where every curve has a term at least.
    fn values(&self, candidates: &Candidates, choice: usize) -> [f64; 2] {
        let candidates = candidates.at(&self.draws);
        let of = |least: usize| gain(&curves(&candidates, &self.costs, least), choice)[0];
        let value = of(0);
        [value, value.max(of(1))]
    }
}

/// Values of knowing, from costs by model and draw. Costs are taken relative to the first model's, which takes away what all
/// models share.
pub fn evppi(
    costs: &[Vec<f64>],
    parameters: &[ParameterSet<'_>],
    groups: &[ParameterSet<'_>],
) -> Result<Evppi, Silence> {
    let n = costs.first().map_or(0, Vec::len);
    if n < FEWEST {
        return Err(Silence::FewDraws);
    }
    if costs.iter().flatten().any(|x| !x.is_finite()) {
        return Err(Silence::NotFinite);
    }
    let relative: Vec<Vec<f64>> =
        costs.iter().map(|c| c.iter().zip(&costs[0]).map(|(a, b)| a - b).collect()).collect();
    let mean = |c: &Vec<f64>| c.iter().sum::<f64>() / n as f64;
    let choice =
        (0..relative.len()).fold(0, |b, m| if mean(&relative[m]) < mean(&relative[b]) { m } else { b });
    let resamples: Vec<Resample> = (0..TIMES).map(|t| Resample::of(t, &relative)).collect();
    let mut again: Vec<Vec<f64>> = vec![Vec::new(); TIMES];
    let mut one = |known: &ParameterSet<'_>, ordered: bool| -> InformationValue {
        let candidates = Candidates::of(&known.columns);
        let [value, changes] = gain(&curves(&candidates, &relative, 0), choice);
        let repeated: Vec<[f64; 2]> =
            resamples.par_iter().map(|again| again.values(&candidates, choice)).collect();
        let [own, most] = [0, 1].map(|of| repeated.iter().map(|v| v[of]).collect::<Vec<f64>>());
        if ordered {
            again.iter_mut().zip(&own).for_each(|(a, v)| a.push(*v));
        }
        let most = percentiles(&most).map(|p| p[4].max(value));
        InformationValue { name: known.name.clone(), value, error: spread(&own), most, changes }
    };
    let mut parameters: Vec<InformationValue> = parameters.iter().map(|k| one(k, true)).collect();
    let mut groups: Vec<InformationValue> = groups.iter().map(|k| one(k, false)).collect();
    for list in [&mut parameters, &mut groups] {
        list.sort_by(|a, b| {
            let most = |v: &InformationValue| v.most.unwrap_or(0.0);
            b.value.total_cmp(&a.value).then(most(b).total_cmp(&most(a)))
        });
    }
    let [perfect, perfect_changes] = gain(&relative, choice);
    let repeated: Vec<f64> = resamples.iter().map(|again| gain(&again.costs, choice)[0]).collect();
    Ok(Evppi {
        draws: n,
        choice,
        perfect: [perfect, spread(&repeated)],
        perfect_changes,
        parameters,
        groups,
        agreement: order::expected_agreement(&again),
    })
}

fn spread(values: &[f64]) -> f64 {
    super::super::statistics::statistics(values, 1).and_then(|s| s.sd).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::{normal_cdf, normal_quantile};
    use crate::random::{Purpose, WorldKey};

    fn normals(seed: u64, n: usize, columns: usize) -> Vec<Vec<f64>> {
        let mut stream = WorldKey::new(seed, 0, 0).stream(0, 0, Purpose::Resample);
        (0..columns).map(|_| (0..n).map(|_| normal_quantile(stream.uniform())).collect()).collect()
    }

    /// Two choices whose difference is normal with mean m and, given φ, mean spread s: the value is
    /// s φ(m/s) − |m| Φ(−|m|/s) (Raiffa & Schlaifer's unit normal loss).
    fn closed_form(m: f64, s: f64) -> f64 {
        let z = m.abs() / s;
        s * (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt() - m.abs() * normal_cdf(-z)
    }

    #[test]
    fn linear_normal_model_in_closed_form() {
        let x = normals(1, 4000, 4);
        // Difference −1 + 2a + b + 3·noise.
        let d: Vec<f64> = (0..4000).map(|i| -1.0 + 2.0 * x[0][i] + x[1][i] + 3.0 * x[2][i]).collect();
        let costs = vec![vec![100.0; 4000], d.iter().map(|d| 100.0 + d).collect()];
        let known = |name: &str, of: &[usize]| ParameterSet {
            name: name.into(),
            columns: of.iter().map(|i| x[*i].as_slice()).collect(),
        };
        let e = evppi(
            &costs,
            &[known("a", &[0]), known("b", &[1]), known("none", &[3])],
            &[known("a and b", &[0, 1])],
        )
        .unwrap();
        assert_eq!(e.choice, 1);
        let of =
            |list: &[InformationValue], name: &str| list.iter().find(|v| v.name == name).unwrap().clone();
        for (value, truth) in [
            (of(&e.parameters, "a"), closed_form(-1.0, 2.0)),
            (of(&e.parameters, "b"), closed_form(-1.0, 1.0)),
            (of(&e.groups, "a and b"), closed_form(-1.0, 5f64.sqrt())),
        ] {
            assert!((value.value - truth).abs() < 4.0 * value.error, "{value:?} {truth}");
            assert!(value.error < 0.1, "{value:?}");
        }
        assert_eq!(of(&e.parameters, "none").value, 0.0);
        assert!(
            (e.perfect[0] - closed_form(-1.0, 14f64.sqrt())).abs() < 4.0 * e.perfect[1],
            "{:?}",
            e.perfect
        );
        assert!((of(&e.parameters, "a").changes - normal_cdf(-0.5)).abs() < 0.04);
        assert!(e.parameters[0].name == "a" && e.agreement > 0.8);
    }

    /// A parameter at the edge of what the draws can show: where it is not seen, its value is not zero for sure.
    #[test]
    fn what_is_too_small_to_be_seen_has_an_error_and_a_limit() {
        let (n, slope, seeds) = (400, 0.1, 40);
        let found: Vec<InformationValue> = (0..seeds)
            .map(|seed| {
                let x = normals(100 + seed, n, 2);
                let d: Vec<f64> = (0..n).map(|i| slope * x[0][i] + x[1][i]).collect();
                let known = ParameterSet { name: "weak".into(), columns: vec![&x[0]] };
                evppi(&[vec![0.0; n], d], &[known], &[]).unwrap().parameters[0].clone()
            })
            .collect();
        let truth = closed_form(0.0, slope);
        let covered = found.iter().filter(|v| v.most > Some(truth)).count();
        assert!(covered * 20 >= found.len() * 17, "{covered} {truth} {found:?}");
        let unseen: Vec<&InformationValue> = found.iter().filter(|v| v.value == 0.0).collect();
        let unsure = unseen.iter().filter(|v| v.error > 0.0 && v.most > Some(0.0)).count();
        assert!(unseen.len() >= 10 && unsure * 2 > unseen.len(), "{unseen:?}");
    }

    #[test]
    fn nothing_is_worth_knowing_where_one_model_is_always_cheapest() {
        let x = normals(2, 500, 1);
        let costs = vec![x[0].clone(), x[0].iter().map(|x| x - 100.0).collect()];
        let e = evppi(&costs, &[ParameterSet { name: "a".into(), columns: vec![&x[0]] }], &[]).unwrap();
        assert_eq!((e.perfect[0], e.parameters[0].value, e.perfect_changes), (0.0, 0.0, 0.0));
        assert_eq!(evppi(&[vec![0.0; 20]], &[], &[]), Err(Silence::FewDraws));
        assert_eq!(evppi(&[vec![f64::NAN; 500]], &[], &[]), Err(Silence::NotFinite));
    }
}

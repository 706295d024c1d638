//! A calibration put to a scenario: best fit, weighted draws, posterior, and what there is to say about them.

use super::conflict::{fights, held};
use super::found::{
    Calibration, CorrelatedPair, FORMAT, FitFound, ParameterFound, SamplingFound, Spread, TOGETHER,
    TargetFound,
};
use super::importance::{Weighted, sample};
use super::posterior::{Posterior, ground, priors, uncertain};
use super::resample::systematic;
use super::targets::CalibrationTarget;
use super::{SimulateTargets, World, fit};
use crate::analysis::quantile::percentiles;
use crate::analysis::sensitivity::linear::{dot, standardised};
use crate::analysis::statistics::statistics;
use crate::engine::evaluate::EvaluationPoint;
use crate::engine::model_number::MODEL_NUMBER;
use crate::engine::run::Engine;
use crate::error::{Error, Result};
use crate::math::{normal_cdf, normal_quantile};
use crate::scenario::Scenario;
use crate::text::{Message, say};

/// Sets of persons the best fit is sought on.
pub const PERSONS: usize = 16;
/// Sets of persons that chance among them is found from, at the medians of all parameters: its standard deviation then errs by
/// an eighth.
pub const CHANCE: usize = 32;

/// The figures of all targets at every point.
pub type Simulate<'a> = dyn FnMut(&[EvaluationPoint]) -> Result<Vec<Vec<f64>>> + 'a;

/// A calibration problem: the scenario, the targets and the parameters to fit.
pub struct CalibrationSubject<'a> {
    /// The zero alternative of the scenario, prepared.
    pub engine: &'a Engine<'a>,
    /// The whole scenario.
    pub scenario: &'a Scenario,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Known figures.
    pub targets: &'a [CalibrationTarget],
    /// The file that the targets come from.
    pub targets_file: &'a str,
    /// Places of the parameters to fit.
    pub calibrated: &'a [usize],
    /// Parameters that were freed for it, as `--set` takes them.
    pub freed: &'a [String],
    /// Calibrated parameters that are fixed and stay so.
    pub left_fixed: &'a [String],
    /// Weighted draws.
    pub draws: usize,
    /// Rows of the posterior.
    pub rows: usize,
}

impl CalibrationSubject<'_> {
    /// Places of the uncertain parameters: the order of z.
    fn slots(&self) -> Vec<usize> {
        uncertain(&self.scenario.parameters).map(|(slot, _)| slot).collect()
    }

    /// Parameter values as stated at a z.
    fn stated(&self, slots: &[usize], z: &[f64]) -> Vec<f64> {
        let mut u = vec![0.5; self.scenario.parameters.scalars().len()];
        slots.iter().zip(z).for_each(|(slot, z)| u[*slot] = normal_cdf(*z));
        self.engine.stated_at(u)
    }

    /// Finds it all.
    pub fn calibrate(&self, simulate: &mut Simulate<'_>) -> Result<Posterior> {
        let slots = self.slots();
        let mut ask = |worlds: &[World]| {
            let points: Vec<EvaluationPoint> = worlds
                .iter()
                .map(|w| EvaluationPoint { stated: self.stated(&slots, &w.z), persons: w.persons })
                .collect();
            simulate(&points)
        };
        let places: Vec<usize> =
            self.calibrated.iter().filter_map(|slot| slots.iter().position(|s| s == slot)).collect();
        let spread = |own: &[f64]| {
            let mut z = vec![0.0; slots.len()];
            places.iter().zip(own).for_each(|(place, x)| z[*place] = *x);
            z
        };
        let targets = &with_chance(self.targets, slots.len(), &mut ask)?;
        let mut means = |points: &[Vec<f64>]| -> Result<Vec<Vec<f64>>> {
            let worlds: Vec<World> = points
                .iter()
                .flat_map(|own| (0..PERSONS as u32).map(|persons| World { z: spread(own), persons }))
                .collect();
            let found = ask(&worlds)?;
            Ok(found.chunks(PERSONS).map(|sets| mean_of(sets, self.targets.len())).collect())
        };
        let best = fit::fit(targets, places.len(), &mut means)?;
        let base = |draw: usize| {
            let u = self.engine.uniforms(self.seed, draw);
            slots.iter().map(|slot| normal_quantile(u[*slot])).collect()
        };
        let weighted = sample(targets, self.draws, &base, &mut ask)?;
        let weights = weighted.weights.as_deref().ok_or_else(no_draw)?;
        let chosen = systematic(weights, self.rows, self.seed);
        let stated = |z: &[f64]| {
            let all = self.stated(&slots, z);
            slots.iter().map(|slot| all[*slot]).collect::<Vec<f64>>()
        };
        let rows: Vec<Vec<f64>> = chosen.iter().map(|draw| stated(&weighted.draws[*draw])).collect();
        let fitted = stated(&spread(&best.z));
        let mut distinct = chosen.clone();
        distinct.sort_unstable();
        distinct.dedup();
        let parameters =
            self.parameters_found(&slots, &places, (&best.z, &fitted), (&weighted, &chosen), &rows);
        let fights = fights(targets, &best);
        let mut calibration = Calibration {
            program: "bpasim".into(),
            format: FORMAT,
            version: env!("CARGO_PKG_VERSION").into(),
            model_number: MODEL_NUMBER,
            scenario: self.scenario.name.clone(),
            title: self.scenario.title.clone(),
            ground: ground(self.scenario),
            seed: self.seed,
            base_year: self.scenario.base_year,
            freed: self.freed.to_vec(),
            targets_file: self.targets_file.into(),
            success: false,
            reasons: Vec::new(),
            fit: FitFound { tries: best.tries, persons: PERSONS, chi2: best.chi2, p: best.p },
            sampling: SamplingFound {
                draws: self.draws,
                effective: weighted.effective.clone(),
                largest: weights.iter().copied().fold(0.0, f64::max),
                rows: rows.len(),
                distinct: distinct.len(),
            },
            targets: targets_found(targets, &best, &weighted, &chosen),
            together: together(&self.columns(&slots, &parameters, (&weighted, &chosen))),
            parameters,
            left_fixed: self.left_fixed.to_vec(),
            held: held(targets, &best, &fights),
            fights,
        };
        if let Some(t) =
            calibration.targets.iter().find(|t| !(t.fitted.is_finite() && t.before.mean.is_finite()))
        {
            return Err(no_figure(&t.id));
        }
        calibration.reasons = calibration.judged();
        calibration.success = calibration.reasons.is_empty();
        Ok(Posterior { calibration, parameters: priors(self.scenario), rows })
    }

    fn parameters_found(
        &self,
        slots: &[usize],
        places: &[usize],
        (best, fitted): (&[f64], &[f64]),
        (weighted, chosen): (&Weighted, &[usize]),
        rows: &[Vec<f64>],
    ) -> Vec<ParameterFound> {
        let table = &self.scenario.parameters;
        let found = |place: usize| {
            let scalar = &table.scalars()[slots[place]];
            let own = places.iter().position(|p| *p == place);
            let z: Vec<f64> = chosen.iter().map(|draw| weighted.draws[*draw][place]).collect();
            let (shift, sd) = moments(&z);
            let d = &scalar.distribution;
            ParameterFound {
                id: scalar.id.clone(),
                label: table.label(scalar),
                unit: table.of(scalar).unit.clone(),
                calibrated: own.is_some(),
                prior: Spread { mean: d.mean(), low: d.quantile(0.05), high: d.quantile(0.95) },
                fitted: own.map(|_| fitted[place]),
                fitted_z: own.map(|own| best[own]),
                posterior: spread_of(&rows.iter().map(|row| row[place]).collect::<Vec<f64>>()),
                spread: sd,
                shift,
            }
        };
        let all: Vec<ParameterFound> = (0..slots.len()).map(found).collect();
        let (mut fitted, mut moved): (Vec<_>, Vec<_>) = all.into_iter().partition(|p| p.calibrated);
        let effective = weighted.effective.last().copied().unwrap_or(0.0);
        moved.retain(|p| p.informed(effective));
        moved.sort_by(|a, b| a.spread.total_cmp(&b.spread));
        fitted.append(&mut moved);
        fitted
    }

    /// z of the parameters told of in the posterior's rows: of those fitted, and of the others that the targets moved.
    fn columns<'a>(
        &self,
        slots: &[usize],
        told: &'a [ParameterFound],
        (weighted, chosen): (&Weighted, &[usize]),
    ) -> Vec<(&'a str, Vec<f64>)> {
        let table = &self.scenario.parameters;
        let column = |p: &'a ParameterFound| {
            let slot = table.slot(&p.id)?;
            let place = slots.iter().position(|s| *s == slot)?;
            Some((p.id.as_str(), chosen.iter().map(|d| weighted.draws[*d][place]).collect()))
        };
        told.iter().filter_map(column).collect()
    }
}

/// Pairs of named columns that are strongly correlated, the strongest first.
fn together(columns: &[(&str, Vec<f64>)]) -> Vec<CorrelatedPair> {
    let columns: Vec<_> = columns.iter().filter_map(|(id, c)| Some((*id, standardised(c)?))).collect();
    let mut found = Vec::new();
    for (n, (b, y)) in columns.iter().enumerate() {
        for (a, x) in &columns[..n] {
            let correlation = dot(x, y);
            if correlation.abs() >= TOGETHER {
                found.push(CorrelatedPair { a: a.to_string(), b: b.to_string(), correlation });
            }
        }
    }
    found.sort_by(|a, b| b.correlation.abs().total_cmp(&a.correlation.abs()));
    found
}

/// The targets with what chance among persons does to the model's figures, at the medians of so many parameters.
fn with_chance(
    targets: &[CalibrationTarget],
    parameters: usize,
    ask: &mut SimulateTargets<'_>,
) -> Result<Vec<CalibrationTarget>> {
    let worlds: Vec<World> =
        (0..CHANCE as u32).map(|persons| World { z: vec![0.0; parameters], persons }).collect();
    let found = ask(&worlds)?;
    let of = |(j, t): (usize, &CalibrationTarget)| {
        let figures: Vec<f64> = found.iter().map(|f| f[j]).filter(|x| x.is_finite()).collect();
        let chance = statistics(&figures, 1).and_then(|s| s.sd).unwrap_or(0.0);
        CalibrationTarget { chance, ..t.clone() }
    };
    Ok(targets.iter().enumerate().map(of).collect())
}

fn targets_found(
    targets: &[CalibrationTarget],
    best: &fit::BestFit,
    weighted: &Weighted,
    chosen: &[usize],
) -> Vec<TargetFound> {
    let found = |(j, t): (usize, &CalibrationTarget)| {
        let before: Vec<f64> = weighted.single[..weighted.prior].iter().map(|f| f[j]).collect();
        let after: Vec<f64> = chosen.iter().map(|draw| weighted.single[*draw][j]).collect();
        let after = spread_of(&after);
        TargetFound {
            id: t.id.clone(),
            label: t.label.clone(),
            unit: t.unit.clone(),
            source: t.source.clone(),
            bound: t.bound,
            value: t.value,
            error: t.error,
            chance: t.chance,
            before: spread_of(&before),
            fitted: best.figures[j],
            fitted_miss: t.miss(best.figures[j]),
            after,
            after_miss: t.miss(after.mean),
        }
    };
    targets.iter().enumerate().map(found).collect()
}

fn mean_of(sets: &[Vec<f64>], targets: usize) -> Vec<f64> {
    (0..targets).map(|j| sets.iter().map(|figures| figures[j]).sum::<f64>() / sets.len() as f64).collect()
}

/// Mean and percentiles of the numbers that are there.
fn spread_of(values: &[f64]) -> Spread {
    let there: Vec<f64> = values.iter().copied().filter(|x| x.is_finite()).collect();
    let mean = there.iter().sum::<f64>() / there.len() as f64;
    let ends = percentiles(&there).unwrap_or([f64::NAN; 5]);
    Spread { mean, low: ends[0], high: ends[4] }
}

/// Mean and standard deviation.
fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    (mean, (values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n).sqrt())
}

/// A target that the model has no figure for can't be fitted, or kept.
fn no_figure(id: &str) -> Error {
    Error::Failed(say::CalibrationWithoutFigure { id }.text())
}

fn no_draw() -> Error {
    Error::Failed(say::CALIBRATION_WITHOUT_DRAW.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_known_only_together_are_told_the_strongest_first() {
        let near = vec![1.0, 2.0, 3.0, 5.0];
        let columns = [
            ("a", vec![1.0, 2.0, 3.0, 4.0]),
            ("same", vec![3.0; 4]),
            ("b", vec![4.0, 3.0, 2.0, 1.0]),
            ("c", near),
        ];
        let found = together(&columns);
        let pairs: Vec<_> = found.iter().map(|t| (t.a.as_str(), t.b.as_str())).collect();
        assert_eq!(pairs, [("a", "b"), ("a", "c"), ("b", "c")]);
        assert!((found[0].correlation + 1.0).abs() < 1e-12 && found[2].correlation < -0.9, "{found:?}");
    }
}

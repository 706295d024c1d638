//! The analyses that are read off the draws of a run, by an expansion of each figure ([`super::sensitivity::expansion`]), and
//! cost no world of their own but some for chance.

use super::conduct::{Subject, uncertain};
use super::sensitivity::breakeven::{Breakeven, MeanThere, breakeven};
use super::sensitivity::expansion::basis::{Basis, Column};
use super::sensitivity::expansion::{Emulator, Fitted, Grouped};
use super::sensitivity::two_way::{TwoWay, two_way};
use super::sensitivity::{SimulateFigures, by_draw};
use super::statistics::moments;
use crate::engine::evaluate::EvaluationPoint;
use crate::error::Result;
use crate::scenario::parameters::Scalar;

/// Draws whose parameters are given to other persons, to see what chance brings.
pub const CHANCE_PAIRS: usize = 128;

/// Most draws that an expansion is fitted to: more would say little more, and take room.
pub const MOST_DRAWS: usize = 4096;

/// Figures by world of a run.
pub struct FiguresByWorld {
    /// Figure by figure, world by world.
    figures: Vec<Vec<f64>>,
    /// Draws.
    pub draws: usize,
    /// Sets of persons a draw.
    replicates: usize,
}

impl FiguresByWorld {
    /// The figures of so many draws, or of the first of them.
    pub fn new(mut figures: Vec<Vec<f64>>, draws: usize, replicates: usize) -> FiguresByWorld {
        let draws = draws.min(MOST_DRAWS);
        figures.iter_mut().for_each(|worlds| worlds.truncate(draws * replicates));
        FiguresByWorld { figures, draws, replicates }
    }

    /// Worlds simulated to see what chance brings.
    pub fn chance_worlds(&self) -> usize {
        if self.replicates > 1 { 0 } else { CHANCE_PAIRS.min(self.draws) }
    }

    /// The share of each figure's variance between draws that is chance in the lives of the persons, with its standard error:
    /// half the mean square of what other persons change, all parameters the same (Jansen 1999), over the variance.
    fn chance(&self, subject: Subject<'_>, ask: &mut SimulateFigures<'_>) -> Result<Vec<[f64; 2]>> {
        let others = match self.chance_worlds() {
            0 => Vec::new(),
            pairs => {
                let point = |(d, stated): (usize, Vec<f64>)| {
                    // Persons that no draw of the run has.
                    EvaluationPoint { stated, persons: (self.draws + d) as u32 }
                };
                ask(&subject.drawn(pairs).into_iter().enumerate().map(point).collect::<Vec<_>>())?
            }
        };
        let of = |(n, worlds): (usize, &Vec<f64>)| {
            let squares: Vec<f64> = match self.replicates {
                1 => others.iter().zip(worlds).map(|(other, own)| (other[n] - own).powi(2)).collect(),
                r => worlds.chunks(r).map(|own| (own[0] - own[1]).powi(2) / r as f64).collect(),
            };
            let squares: Vec<f64> = squares.into_iter().filter(|x| x.is_finite()).collect();
            let there: Vec<f64> =
                by_draw(worlds, self.replicates).into_iter().filter(|x| x.is_finite()).collect();
            // Of a figure that too few worlds have nothing is known; it has no expansion either.
            match (moments(&squares), moments(&there)) {
                (Some((mean, spread)), Some((_, sd))) if sd > 0.0 => {
                    [mean, spread / (squares.len() as f64).sqrt()].map(|x| 0.5 * x / (sd * sd))
                }
                _ => [0.0; 2],
            }
        };
        Ok(self.figures.iter().enumerate().map(of).collect())
    }

    /// The expansion of each figure, or why there is none.
    pub fn emulators<'a>(
        &self,
        subject: Subject<'_>,
        basis: &'a Basis,
        ask: &mut SimulateFigures<'_>,
    ) -> Result<Vec<Fitted<'a>>> {
        let chance = self.chance(subject, ask)?;
        let fit = |(worlds, chance): (&Vec<f64>, [f64; 2])| {
            Emulator::fit(basis, &by_draw(worlds, self.replicates), chance)
        };
        Ok(self.figures.iter().zip(chance).map(fit).collect())
    }
}

impl Subject<'_> {
    /// The polynomials of all uncertain parameters at the first draws, before any correlation.
    pub fn basis(&self, draws: usize) -> Basis {
        let uniforms: Vec<Vec<f64>> = (0..draws).map(|d| self.engine.uniforms(self.seed, d)).collect();
        let column = |(slot, scalar): (usize, &Scalar)| {
            let distribution = scalar.distribution.clone();
            let values = uniforms.iter().map(|u| distribution.quantile(u[slot])).collect();
            Column { slot, quantile: Box::new(move |u| distribution.quantile(u)), values }
        };
        Basis::new(&uncertain(self.engine.scenario()).map(column).collect::<Vec<_>>())
    }

    /// [`Subject::breakeven`] over the plausible range, read off an expansion; nothing where it has no such parameter.
    pub fn emulated_breakeven(
        &self,
        emulator: &Emulator<'_>,
        slot: usize,
        target: f64,
    ) -> Result<Option<Breakeven>> {
        let Some(factor) = emulator.factor(slot) else { return Ok(None) };
        let mut mean_at = |value: f64| {
            let found: Grouped = emulator.mean_at(&[(factor, value)]);
            let half_width = found.estimate().high - found.value;
            let mean = [found.value, found.error];
            Ok(MeanThere { mean, half_width, ends: [found.value; 2], exists: true })
        };
        let search = self.search(slot, None, target, emulator.quality().draws);
        let found = breakeven(&search, &self.below(slot), &mut mean_at)?;
        Ok(Some(Breakeven { expansion: true, ..found }))
    }

    /// [`Subject::two_way`], read off an expansion; nothing where it has no such parameters.
    pub fn emulated_two_way(&self, emulator: &Emulator<'_>, slots: [usize; 2]) -> Result<Option<TwoWay>> {
        let [Some(first), Some(second)] = slots.map(|slot| emulator.factor(slot)) else { return Ok(None) };
        let mut mean_at = |[a, b]: [f64; 2]| {
            let found = emulator.mean_at(&[(first, a), (second, b)]);
            Ok([found.value, found.error])
        };
        let draws = emulator.quality().draws;
        let found = two_way(self.names(slots), self.ranges(slots), draws, &mut mean_at)?;
        Ok(Some(TwoWay { expansion: true, ..found }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::run::Engine;
    use crate::scenario::load;

    /// Persons' chance from repeated draws, and from other persons of the same draws: half the mean squared difference.
    #[test]
    fn chance_by_hand() {
        let scenario = load("oslo", &Default::default()).unwrap();
        let engine = Engine::new(&scenario).unwrap();
        let subject = Subject { engine: &engine, seed: 1 };
        let mut never =
            |_: &[EvaluationPoint]| -> Result<Vec<Vec<f64>>> { panic!("nothing is to be simulated") };
        // Means 1, 3, 5, 7 with variance 20/3; squared differences 4, half of them over two persons' sets 1, of the variance 3/20.
        let repeated = FiguresByWorld::new(vec![vec![0.0, 2.0, 2.0, 4.0, 4.0, 6.0, 6.0, 8.0]], 4, 2);
        let [share, error] = repeated.chance(subject, &mut never).unwrap()[0];
        assert!((share - 0.15).abs() < 1e-12 && error == 0.0, "{share} {error}");
        let mut others = |points: &[EvaluationPoint]| {
            assert!(points.iter().all(|point| (4..8).contains(&point.persons)));
            Ok(vec![vec![2.0], vec![2.0], vec![4.0], vec![f64::NAN]])
        };
        let once = FiguresByWorld::new(vec![vec![1.0, 3.0, 5.0, 7.0]], 4, 1);
        let [share, _] = once.chance(subject, &mut others).unwrap()[0];
        assert!((share - 0.5 / (20.0 / 3.0)).abs() < 1e-12, "{share}");
        let nothing = FiguresByWorld::new(vec![vec![f64::NAN; 4]], 4, 1);
        assert_eq!(nothing.chance(subject, &mut others).unwrap(), [[0.0, 0.0]]);
        assert_eq!(FiguresByWorld::new(vec![vec![0.0; 10_000]], 5_000, 2).figures[0].len(), 8_192);
    }
}

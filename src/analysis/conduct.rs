//! The analyses put to a scenario: which parameters are moved where, over which draws.

use super::sensitivity::breakeven::{Breakeven, BreakevenSearch, breakeven};
use super::sensitivity::evppi::ParameterSet;
use super::sensitivity::moved::MovedDraws;
use super::sensitivity::regression::{Regression, regression};
use super::sensitivity::sobol::{CHANCE, Design, Factor, REST, Samples, Sobol, design};
use super::sensitivity::target::Target;
use super::sensitivity::tornado::{Control, Tornado, TornadoBar, TornadoSize, tornado};
use super::sensitivity::two_way::{TwoWay, two_way};
use super::sensitivity::{SimulateFigure, SimulateFigures, by_draw, evppi, signs};
use super::statistics::Repeats;
use crate::analysis::decision::costs;
use crate::analysis::studies::{Criterion, SignedFigure, Signs, Worth};
use crate::engine::results::Results;
use crate::engine::run::Engine;
use crate::engine::sampling::design_point;
use crate::error::Result;
use crate::scenario::Scenario;
use crate::scenario::parameters::Scalar;
use std::collections::BTreeMap;

/// Percentiles between which a break-even value is sought, as shares.
pub const PLAUSIBLE: [f64; 2] = [0.01, 0.99];
/// Percentiles a grid of two parameters covers.
pub const GRID: [f64; 2] = [0.05, 0.95];
/// Largest number of base points: what one scrambling of Sobol's sequence has here.
pub const MOST_POINTS: usize = 1 << 16;

/// Share of the sum of squared spans below which a parameter is of little effect.
const SMALL: f64 = 5e-4;

/// Parameters that matter little, seen one at a time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Minor {
    /// Parameters without any effect seen.
    pub inert: Vec<String>,
    /// Parameters with an effect that is small for all figures.
    pub small: Vec<String>,
    /// Worlds they were tried in.
    pub tried: usize,
}

impl Minor {
    /// The parameters that are inert or small for every one of the figures.
    pub fn of(figures: &[Tornado]) -> Minor {
        let small = |t: &Tornado| -> Vec<String> {
            let square = |b: &TornadoBar| b.span().powi(2) + (b.median[1][0] - b.median[0][0]).powi(2);
            let all: f64 = t.bars.iter().map(square).sum();
            let few = t.bars.iter().filter(|b| square(b) < SMALL * all).map(|b| b.parameter.clone());
            few.chain(t.inert.iter().cloned()).collect()
        };
        let common = |of: &dyn Fn(&Tornado) -> Vec<String>| -> Vec<String> {
            let mut lists = figures.iter().map(of);
            let first = lists.next().unwrap_or_default();
            lists.fold(first, |mut both, own| {
                both.retain(|id| own.contains(id));
                both
            })
        };
        let inert = common(&|t| t.inert.clone());
        let mut small = common(&small);
        small.retain(|id| !inert.contains(id));
        let tried = figures.iter().map(|t| t.tried).min().unwrap_or(0);
        Minor { inert, small, tried }
    }
}

/// A prepared scenario under analysis.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The prepared scenario.
    pub engine: &'a Engine<'a>,
    /// Seed of all random numbers.
    pub seed: u64,
}

impl Subject<'_> {
    pub(super) fn scalars(&self) -> &[Scalar] {
        self.engine.scenario().parameters.scalars()
    }

    /// Parameter values of the first draws, as stated.
    pub fn drawn(&self, draws: usize) -> Vec<Vec<f64>> {
        (0..draws).map(|d| self.engine.stated(self.seed, d)).collect()
    }

    /// One parameter at a time.
    pub fn tornado(
        &self,
        size: TornadoSize,
        control: Option<&dyn Control>,
        ask: &mut SimulateFigure<'_>,
    ) -> Result<Tornado> {
        tornado(self.scalars(), size, &|d| self.engine.stated(self.seed, d), control, ask)
    }

    /// Uncertain parameters that some figure depends on, or their groups; those of little effect together; and chance.
    pub fn factors(&self, grouped: bool, minor: &Minor) -> Vec<Factor> {
        let table = &self.engine.scenario().parameters;
        let mut factors: Vec<Factor> = Vec::new();
        let moved = uncertain(self.engine.scenario()).filter(|(_, s)| !minor.inert.contains(&s.id));
        for (slot, scalar) in moved {
            let name = match (grouped, minor.small.contains(&scalar.id)) {
                (true, _) => table.of(scalar).group.as_str(),
                (false, true) => REST,
                (false, false) => scalar.id.as_str(),
            };
            match factors.iter_mut().find(|f| f.name == name) {
                Some(factor) => factor.slots.push(slot),
                None => factors.push(Factor { name: name.into(), slots: vec![slot] }),
            }
        }
        factors.push(Factor { name: CHANCE.into(), slots: Vec::new() });
        factors
    }

    /// Shares of the variance over `points` base points. Correlated parameters are moved by the independent numbers
    /// behind them, in the order of the table. Nothing where the figure does not vary.
    pub fn sobol(
        &self,
        points: usize,
        second: bool,
        factors: &[Factor],
        minor: &Minor,
        ask: &mut SimulateFigure<'_>,
    ) -> Result<Option<Sobol>> {
        let stated = |u: Vec<f64>| self.engine.stated_at(u);
        let found: Design = design(&self.samples(points), factors, second, &stated, ask)?;
        let names: Vec<String> = factors.iter().map(|f| f.name.clone()).collect();
        let together = names.iter().any(|n| n == REST);
        let small = if together { minor.small.clone() } else { Vec::new() };
        let found = found.analyse(&names, minor.inert.clone(), small);
        Ok(found.map(|found| Sobol { tried: minor.tried, ..found }))
    }

    /// The two samples: evenly spread points, B in dimensions of its own.
    fn samples(&self, points: usize) -> Samples {
        let parameters = self.scalars().len();
        // Sets of four dimensions belong together, so B begins at a new set.
        [0, parameters.next_multiple_of(4)]
            .map(|first| (0..points).map(|j| design_point(self.seed, j, first, parameters)).collect())
    }

    /// A search for where a figure crosses `target` as the parameter in `slot` goes over its plausible range, or over `range`.
    pub(super) fn search(
        &self,
        slot: usize,
        range: Option<[f64; 2]>,
        target: f64,
        draws: usize,
    ) -> BreakevenSearch {
        let Scalar { id, distribution, .. } = &self.scalars()[slot];
        BreakevenSearch {
            parameter: id.clone(),
            median: distribution.quantile(0.5),
            range: range.unwrap_or(PLAUSIBLE.map(|p| distribution.quantile(p))),
            plausible: range.is_none(),
            target,
            draws,
        }
    }

    /// The distribution function of an uncertain parameter.
    pub(super) fn below(&self, slot: usize) -> impl Fn(f64) -> Option<f64> {
        let distribution = &self.scalars()[slot].distribution;
        |x| (!distribution.is_fixed()).then(|| distribution.cdf(x))
    }

    /// The first draws, to move parameters in.
    fn moved(&self, draws: usize) -> MovedDraws<'_> {
        let repeats = Repeats { replicates: 1, scrambles: self.engine.sampling().scrambles() };
        MovedDraws { scalars: self.scalars(), draws: self.drawn(draws), repeats }
    }

    /// Where the figure crosses `target` as the parameter in `slot` goes over its plausible range, or over `range`.
    pub fn breakeven(
        &self,
        slot: usize,
        range: Option<[f64; 2]>,
        target: f64,
        draws: usize,
        ask: &mut SimulateFigure<'_>,
    ) -> Result<Breakeven> {
        let moved = self.moved(draws);
        let mut mean_at = |value: f64| moved.mean_at(&[(slot, value)], ask);
        breakeven(&self.search(slot, range, target, draws), &self.below(slot), &mut mean_at)
    }

    /// Whether the directions of differences are found or assumed; `ask` gives all of them in each world.
    pub fn signs(&self, differences: &[Target], ask: &mut SimulateFigures<'_>) -> Result<Signs> {
        let signed = signs::signed(&self.engine.scenario().parameters);
        let tests = signs::signs(&signed, &self.drawn(signs::DRAWS), ask)?;
        // Nothing is said of a difference that isn't there.
        let figures =
            differences.iter().zip(tests).filter(|(_, test)| test.mean.is_finite() && test.mean != 0.0);
        let figures = figures.map(|(target, test)| SignedFigure { wanted: (*target).into(), test });
        let tried = signed.iter().map(|parameter| parameter.id().to_string()).collect();
        Ok(Signs { draws: signs::DRAWS, tried, figures: figures.collect() })
    }

    /// Worlds that [`Self::signs`] takes.
    pub fn signs_worlds(&self) -> usize {
        signs::worlds(&signs::signed(&self.engine.scenario().parameters))
    }

    /// The figure over a grid of two parameters.
    pub fn two_way(&self, slots: [usize; 2], draws: usize, ask: &mut SimulateFigure<'_>) -> Result<TwoWay> {
        let moved = self.moved(draws);
        let mut mean_at = |[a, b]: [f64; 2]| {
            let there = moved.mean_at(&[(slots[0], a), (slots[1], b)], ask)?;
            Ok(there.mean)
        };
        two_way(self.names(slots), self.ranges(slots), draws, &mut mean_at)
    }

    pub(super) fn names(&self, slots: [usize; 2]) -> [String; 2] {
        slots.map(|slot| self.scalars()[slot].id.clone())
    }

    /// What a grid covers of two parameters.
    pub(super) fn ranges(&self, slots: [usize; 2]) -> [[f64; 2]; 2] {
        slots.map(|slot| GRID.map(|p| self.scalars()[slot].distribution.quantile(p)))
    }
}

/// Uncertain parameters with their places.
pub fn uncertain(scenario: &Scenario) -> impl Iterator<Item = (usize, &Scalar)> {
    scenario.parameters.uncertain()
}

/// Uncertain parameters by draw of a run: places and columns.
fn columns(scenario: &Scenario, results: &Results) -> Vec<(usize, Vec<f64>)> {
    let column = |slot: usize| (0..results.draws).map(|draw| results.values[[draw, slot]]).collect();
    uncertain(scenario).map(|(slot, _)| (slot, column(slot))).collect()
}

/// The straight line through a run's draws; nothing where they are too few or the figure does not vary.
pub fn line(scenario: &Scenario, results: &Results, target: Target) -> Option<Regression> {
    let (slots, columns): (Vec<usize>, Vec<Vec<f64>>) = columns(scenario, results).into_iter().unzip();
    let names: Vec<String> =
        slots.iter().map(|slot| scenario.parameters.scalars()[*slot].id.clone()).collect();
    regression(&names, &columns, &by_draw(&target.by_world(results), results.replicates))
}

/// The value of knowing each parameter and each group, from a run's draws, or why it can't be said.
pub fn worth(scenario: &Scenario, results: &Results, criterion: &Criterion) -> Worth {
    let columns = columns(scenario, results);
    let table = &scenario.parameters;
    let mut groups: BTreeMap<&str, Vec<&[f64]>> = BTreeMap::new();
    let mut parameters = Vec::new();
    for (slot, column) in &columns {
        let scalar = &table.scalars()[*slot];
        groups.entry(&table.of(scalar).group).or_default().push(column);
        parameters.push(ParameterSet { name: scalar.id.clone(), columns: vec![column.as_slice()] });
    }
    let groups: Vec<ParameterSet<'_>> =
        groups.into_iter().map(|(name, columns)| ParameterSet { name: name.into(), columns }).collect();
    let costs: Vec<Vec<f64>> = costs(results, scenario.models.len(), criterion)
        .iter()
        .map(|worlds| by_draw(worlds, results.replicates))
        .collect();
    let found = evppi::evppi(&costs, &parameters, &groups);
    Worth { criterion: criterion.clone(), silence: found.as_ref().err().copied(), evppi: found.ok() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    /// Replicates of a draw have the same parameters: they are no draws of their own.
    #[test]
    fn replicates_of_a_draw_count_once() {
        let draws = evppi::FEWEST;
        let (scenario, results) = fixture::small(draws, 3);
        let criterion = vec![("society_cost".to_string(), 1.0)];
        let found = worth(&scenario, &results, &criterion).evppi.unwrap();
        assert_eq!(found.draws, draws);
        let (scenario, results) = fixture::small(draws - 1, 3);
        assert_eq!(worth(&scenario, &results, &criterion).silence, Some(evppi::Silence::FewDraws));
    }
}

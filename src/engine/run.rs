//! A scenario made ready to run: parameters drawn, and one world after the other simulated. How many worlds are simulated at once
//! and added stands in `simulate.rs`.

use super::chunk::Dimensions;
use super::country::Country;
use super::disclosure::Hidden;
use super::group::{Observer, simulate_group_observed};
use super::instructions::InstructionSet;
use super::mechanical::{MechanicalDraws, Reactions};
use super::national::{UnitMemory, WorldFigures, figures};
use super::sampling::Sampling;
use super::scratch::{Scratch, ScratchPool};
use super::setup::Draw;
use super::sums::{ByUnit, Sums};
use super::vectors::Vectors;
use super::world::{People, UnderWay, WorldSetup, people, simulate_groups, simulate_units, simulate_world};
use crate::economy::wage_index;
use crate::error::Result;
use crate::population::placement::{Entrant, Placer, UnitEffects};
use crate::random::{WorldKey, hash_id};
use crate::scenario::Scenario;
use crate::scenario::correlation::Copula;
use crate::scenario::financing::{Lives, drawn_as};
use crate::scenario::theta::Binding;

/// The size of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Parameter draws, at least 1.
    pub draws: usize,
    /// Independent sets of persons for each parameter draw, at least 1.
    pub replicates: usize,
    /// Seed of all random numbers.
    pub seed: u64,
}

/// A scenario made ready to run.
pub struct Engine<'a> {
    scenario: &'a Scenario,
    binding: Binding,
    placer: Placer,
    country: Country,
    hidden: Hidden,
    /// Models with lives of their own.
    lived: usize,
    pub(super) keys: Vec<u64>,
    copula: Copula,
    instructions: InstructionSet,
    pub(super) sampling: Sampling,
    pub(super) mechanical: MechanicalDraws,
    pub(super) vectors: Option<Vectors>,
    pub(super) scratch_pool: ScratchPool,
}

impl<'a> Engine<'a> {
    /// Prepares a scenario for simulation.
    pub fn new(scenario: &'a Scenario) -> Result<Engine<'a>> {
        Ok(Engine {
            scenario,
            binding: Binding::new(&scenario.parameters)?,
            placer: Placer::new(scenario),
            country: Country::new(scenario),
            hidden: Hidden::of(scenario),
            lived: Lives::of(&scenario.models).lived.len(),
            copula: Copula::new(&scenario.correlations).unwrap_or_default(),
            instructions: InstructionSet::default(),
            sampling: Sampling::default(),
            mechanical: MechanicalDraws::default(),
            vectors: None,
            scratch_pool: ScratchPool::default(),
            keys: scenario.parameters.scalars().iter().map(|s| hash_id(&drawn_as(&s.id))).collect(),
        })
    }

    /// The same engine with a chosen instruction set, for tests and comparisons.
    pub fn with_instructions(self, instructions: InstructionSet) -> Engine<'a> {
        Engine { instructions, ..self }
    }

    /// How parameters are drawn.
    pub fn sampling(&self) -> Sampling {
        self.sampling
    }

    /// The same engine with another sampling of parameters; an error if there are more draws than it has points for.
    pub fn sampled(self, sampling: Sampling, draws: usize) -> Result<Engine<'a>> {
        sampling.check(draws)?;
        Ok(Engine { sampling, ..self })
    }

    /// The same engine, which simulates these draws without reactions too.
    pub fn mechanical(self, mechanical: MechanicalDraws) -> Engine<'a> {
        Engine { mechanical, ..self }
    }

    /// The same engine with the parameter vectors of a posterior, if there is one.
    pub fn given(self, vectors: Option<Vectors>) -> Engine<'a> {
        Engine { vectors, ..self }
    }

    /// Parameter values of a draw as stated (own price year): each by its quantile function from
    /// one uniform keyed by its id, or as given.
    pub fn stated(&self, seed: u64, draw: usize) -> Vec<f64> {
        let mut stated = self.stated_at(self.uniforms(seed, draw));
        if let Some(vectors) = &self.vectors {
            vectors.put(draw, &mut stated);
        }
        stated
    }

    /// The independent uniform numbers behind a draw's parameters, one each.
    pub fn uniforms(&self, seed: u64, draw: usize) -> Vec<f64> {
        self.sampling.uniforms(seed, draw, &self.keys)
    }

    /// Parameter values as stated, from one number between 0 and 1 for each: independent ones, which are given
    /// the scenario's rank correlations.
    pub fn stated_at(&self, mut u: Vec<f64>) -> Vec<f64> {
        self.copula.apply(&mut u);
        let scalars = self.scenario.parameters.scalars();
        for (slot, scalar) in scalars.iter().enumerate() {
            u[slot] = scalar.with.map_or(u[slot], |with| u[with]);
        }
        scalars.iter().zip(u).map(|(scalar, u)| scalar.distribution.quantile(u)).collect()
    }

    /// The scenario.
    pub fn scenario(&self) -> &'a Scenario {
        self.scenario
    }

    /// Every parameter at its mean, as stated.
    pub fn means(&self) -> Vec<f64> {
        self.scenario.parameters.scalars().iter().map(|s| s.distribution.mean()).collect()
    }

    /// The constants of a draw from stated values: money is brought to base-year kroner first.
    pub fn draw(&self, stated: &[f64]) -> Draw {
        self.draw_with(stated, Reactions::Drawn)
    }

    /// The same with reactions or without.
    pub fn draw_with(&self, stated: &[f64], reactions: Reactions) -> Draw {
        let table = &self.scenario.parameters;
        let wage = wage_index(self.scenario, self.binding.theta(stated).wage_growth_long_run);
        let values: Vec<f64> = table
            .scalars()
            .iter()
            .zip(stated)
            .map(|(scalar, value)| match (table.of(scalar).is_money(), table.of(scalar).year) {
                (true, Some(year)) => value / wage.at(year),
                _ => *value,
            })
            .collect();
        Draw::with(self.scenario, self.binding.theta(&values), &values, reactions)
    }

    pub(super) fn world_setup(&self) -> WorldSetup<'_> {
        WorldSetup {
            placer: &self.placer,
            zones: self.country.zones(),
            base_year: self.scenario.base_year,
            years: self.scenario.horizon,
            instructions: self.instructions,
        }
    }

    /// Simulates one world and leaves its sums in the scratch memory; returns the person-years lived.
    pub fn simulate_world(&self, draw: &Draw, key: &WorldKey, scratch: &mut Scratch) -> u64 {
        simulate_world(&self.world_setup(), draw, key, scratch)
    }

    /// A world that is to be simulated a group at a time, its persons placed.
    pub(super) fn under_way(&self, draw: &Draw, key: &WorldKey, scratch: &mut Scratch) -> UnderWay {
        UnderWay::begin(&self.world_setup(), (draw, key), self.people(draw, key), scratch)
    }

    /// Refund of the simulated persons of some units under the zero alternative in some years, `(unit, year)` by index, NOK of
    /// the year. Only these units' persons are simulated.
    pub fn unit_refunds(&self, draw: &Draw, key: &WorldKey, asked: &[(usize, usize)]) -> Vec<f64> {
        let wanted = |unit: u32| asked.iter().any(|(own, _)| *own == unit as usize);
        let work = |scratch: &mut Scratch| {
            simulate_units(&self.world_setup(), draw, key, wanted, scratch);
            let refund =
                |(unit, t): &(usize, usize)| scratch.sums.units(0, *t)[*unit][ByUnit::Refund as usize];
            asked.iter().map(refund).collect()
        };
        self.scratch_pool.with(|| self.scratch(), work)
    }

    /// Simulates one world in scratch memory from the pool, and computes its figures.
    pub fn world_figures(&self, draw: &Draw, key: &WorldKey) -> WorldFigures {
        let work = |scratch: &mut Scratch| {
            self.simulate_world(draw, key, scratch);
            self.figures_in(&mut scratch.units, (draw, key), &scratch.sums, false)
        };
        self.scratch_pool.with(|| self.scratch(), work)
    }

    /// Tax zone of a unit.
    pub fn zone(&self, unit: u32) -> usize {
        usize::from(self.country.zones()[unit as usize])
    }

    /// Places all persons of a world.
    pub fn people(&self, draw: &Draw, key: &WorldKey) -> People {
        people(&self.world_setup(), draw, key)
    }

    /// Bytes of the persons of a world whose parameters are at their means, as they wait to be simulated.
    pub fn person_bytes(&self) -> u64 {
        let people = self.people(&self.draw(&self.means()), &WorldKey::new(0, 0, 0));
        people.cohorts.iter().map(|cohort| (cohort.capacity() * size_of::<Entrant>()) as u64).sum()
    }

    /// Simulates persons who enter in the same year under an observer; their sums are discarded.
    pub fn observe(
        &self,
        draw: &Draw,
        key: &WorldKey,
        effects: &UnitEffects,
        (first, cohort): (usize, &[Entrant]),
        observer: &mut impl Observer,
    ) {
        let mut sums = self.sums();
        let entrants = (0..self.scenario.horizon).map(|t| if t == first { cohort } else { &[] }).collect();
        let groups = std::iter::once(entrants);
        simulate_groups(&self.world_setup(), draw, key, effects, groups, |group| {
            simulate_group_observed(group, &mut sums, observer)
        });
    }

    /// Memory for the sums of one world.
    pub fn sums(&self) -> Sums {
        Sums::new(self.lived, self.scenario.horizon, self.scenario.units.len())
    }

    /// Scratch memory for one world.
    pub fn scratch(&self) -> Scratch {
        Scratch::new(self.lived, self.scenario.horizon, self.scenario.units.len())
    }

    /// Computes the figures of one world from its sums, but for what is hidden.
    pub fn figures(&self, draw: &Draw, key: &WorldKey, sums: &Sums) -> WorldFigures {
        self.figures_in(&mut UnitMemory::default(), (draw, key), sums, true)
    }

    /// The same in memory that was used before; those of every unit only if they are asked for.
    pub(super) fn figures_in(
        &self,
        memory: &mut UnitMemory,
        of: (&Draw, &WorldKey),
        sums: &Sums,
        by_unit_too: bool,
    ) -> WorldFigures {
        let mut world = figures(self.instructions, &self.country, of, sums, memory, by_unit_too);
        self.hidden.take_from(&mut world);
        world
    }

    /// What is hidden of the scenario's figures, because it is of few real persons.
    pub fn hidden(&self) -> &Hidden {
        &self.hidden
    }

    /// The dimensions of a run's results.
    pub fn dimensions(&self, replicates: usize) -> Dimensions {
        let s = self.scenario;
        Dimensions {
            replicates,
            models: s.models.len(),
            years: s.horizon,
            units: s.units.len(),
            kept: self.country.kept.map(|t| s.base_year + t as i32),
            mechanical: self.mechanical,
        }
    }

    /// The number of draws in one chunk of a run.
    pub fn draws_per_chunk(&self, replicates: usize) -> usize {
        self.dimensions(replicates).draws_per_chunk()
    }

    /// Bytes that national outcomes of a run of this size take.
    pub fn national_bytes(&self, size: Size) -> u64 {
        let dimensions = self.dimensions(size.replicates);
        let worlds = dimensions.mechanical_worlds_too(size.draws);
        dimensions.national().saturating_mul(worlds)
    }

    /// Bytes that results of this size take but for national outcomes.
    pub fn result_bytes(&self, size: Size) -> u64 {
        self.dimensions(size.replicates).results(size.draws, self.keys.len())
    }
}

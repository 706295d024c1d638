//! All draws of a scenario: parameters drawn, worlds simulated in parallel, figures kept. The
//! result is the same bits for any number of threads: worlds are independent, and what is added
//! over worlds is added in their order.

use super::block::InstructionSet;
use super::national::{Country, WorldFigures, figures};
use super::results::{LedgerSums, Results, UNIT_DRAWS, UNIT_YEARS, UnitFigure, Units};
use super::setup::Draw;
use super::sums::Sums;
use super::world::{Place, simulate};
use crate::economy::wage_index;
use crate::error::{Error, Problem, Result};
use crate::ledger::{Account, Item, LIMIT, Payer};
use crate::outcomes::Outcome;
use crate::population::placement::Placer;
use crate::random::{Purpose, WorldKey, hash_id};
use crate::scenario::Scenario;
use crate::scenario::correlation::Copula;
use crate::scenario::theta::Binding;
use crate::text::Text;
use ndarray::{Array2, Array4, Array5};
use rayon::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// How much to run.
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
    keys: Vec<u64>,
    copula: Copula,
    instructions: InstructionSet,
}

/// Worlds simulated between two additions to the results.
const WAVE: usize = 128;

impl<'a> Engine<'a> {
    /// Prepares a scenario.
    pub fn new(scenario: &'a Scenario) -> Result<Engine<'a>> {
        Ok(Engine {
            scenario,
            binding: Binding::new(&scenario.parameters)?,
            placer: Placer::new(scenario),
            country: Country::new(scenario),
            copula: Copula::new(&scenario.correlations).unwrap_or_default(),
            instructions: InstructionSet::default(),
            keys: scenario.parameters.scalars().iter().map(|s| hash_id(&s.id)).collect(),
        })
    }

    /// The same engine held to an instruction set.
    pub fn held_to(self, instructions: InstructionSet) -> Engine<'a> {
        Engine { instructions, ..self }
    }

    /// Parameter values of a draw as stated (own price year): each by its quantile function from
    /// one uniform keyed by its id.
    pub fn stated(&self, seed: u64, draw: usize) -> Vec<f64> {
        let world = WorldKey::new(seed, draw as u32, 0);
        let mut u: Vec<f64> =
            self.keys.iter().map(|key| world.pair(*key, 0, Purpose::Parameter)[0]).collect();
        self.copula.apply(&mut u);
        self.scenario
            .parameters
            .scalars()
            .iter()
            .zip(u)
            .map(|(scalar, u)| scalar.distribution.quantile(u))
            .collect()
    }

    /// Every parameter at its mean, as stated.
    pub fn means(&self) -> Vec<f64> {
        self.scenario.parameters.scalars().iter().map(|s| s.distribution.mean()).collect()
    }

    /// The constants of a draw from stated values: money is brought to base-year kroner first.
    pub fn draw(&self, stated: &[f64]) -> Draw {
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
        Draw::new(self.scenario, self.binding.theta(&values), &values)
    }

    /// One world's sums; returns the person-years lived.
    pub fn world(&self, draw: &Draw, key: &WorldKey, sums: &mut Sums) -> u64 {
        let place = Place {
            placer: &self.placer,
            zones: self.country.zones(),
            base_year: self.scenario.base_year,
            years: self.scenario.horizon,
            instructions: self.instructions,
        };
        simulate(&place, draw, key, sums)
    }

    /// Memory for one world's sums.
    pub fn sums(&self) -> Sums {
        Sums::new(self.scenario.models.len(), self.scenario.horizon, self.scenario.units.len())
    }

    /// One world's figures.
    pub fn figures(&self, draw: &Draw, sums: &Sums) -> WorldFigures {
        figures(&self.country, draw, sums)
    }

    /// Bytes a run of this size keeps in memory, roughly.
    pub fn memory(&self, size: Size) -> u64 {
        let s = self.scenario;
        let (models, units) = (s.models.len() as u64, s.units.len() as u64);
        let worlds = (size.draws as u64).saturating_mul(size.replicates as u64);
        let world = models * Outcome::ALL.len() as u64 * (s.horizon as u64 + 1) * 8;
        let unit_draws = worlds.min(UNIT_DRAWS as u64) * units * models * UNIT_YEARS as u64 * 8;
        let wave = WAVE as u64 * models * (units * UNIT_YEARS as u64 * 64 + s.horizon as u64 * 800);
        worlds.saturating_mul(world).saturating_add(unit_draws + wave)
    }

    /// Runs everything. `progress` is told how many worlds are done; when `stop` turns true the run
    /// ends with [`Error::Interrupted`].
    pub fn run(&self, size: Size, stop: &AtomicBool, progress: &(dyn Fn(usize) + Sync)) -> Result<Results> {
        let s = self.scenario;
        let (models, years, units) = (s.models.len(), s.horizon, s.units.len());
        let worlds = size.draws * size.replicates;
        let mut results = Results {
            national: Array4::zeros((worlds, models, Outcome::ALL.len(), years + 1)),
            to_fixed: Array2::zeros((worlds, years)),
            discount: Vec::new(),
            values: Array2::zeros((size.draws, self.keys.len())),
            ledger: LedgerSums {
                sum: Array5::zeros((models, years, Payer::ALL.len(), Item::ALL.len(), 2)),
                square: Array5::zeros((models, years, Payer::ALL.len(), Item::ALL.len(), 2)),
                closing_claim: vec![0.0; models],
            },
            units: Units {
                years: vec![self.country.kept.map(|t| s.base_year + t as i32); models],
                sum: Array4::zeros((units, models, UNIT_YEARS, UnitFigure::ALL.len())),
                municipality_net: Array4::zeros((worlds.min(UNIT_DRAWS), units, models, UNIT_YEARS)),
                change: Array4::zeros((worlds.min(UNIT_DRAWS), units, models, UNIT_YEARS)),
            },
            draws: size.draws,
            replicates: size.replicates,
        };
        let done = std::sync::atomic::AtomicUsize::new(0);
        let mut from = 0;
        while from < worlds {
            let to = (from + WAVE).min(worlds);
            let wave: Vec<Option<(Draw, Vec<f64>, WorldFigures)>> = (from..to)
                .into_par_iter()
                .map_init(
                    || self.sums(),
                    |sums, world| {
                        if stop.load(Ordering::Relaxed) {
                            return None;
                        }
                        let (draw, replicate) = (world / size.replicates, world % size.replicates);
                        let stated = self.stated(size.seed, draw);
                        let constants = self.draw(&stated);
                        let key = WorldKey::new(size.seed, draw as u32, replicate as u32);
                        self.world(&constants, &key, sums);
                        let figures = self.figures(&constants, sums);
                        progress(done.fetch_add(1, Ordering::Relaxed) + 1);
                        Some((constants, stated, figures))
                    },
                )
                .collect();
            for (world, item) in (from..to).zip(wave) {
                let (draw, stated, figures) = item.ok_or(Error::Interrupted)?;
                if figures.accounts.iter().any(Account::beyond_counting) {
                    return Err(beyond_counting(world / size.replicates));
                }
                keep(&mut results, world, world / size.replicates, &draw, &stated, &figures);
            }
            from = to;
        }
        Ok(results)
    }
}

/// Kroner of a draw too large to be counted to the øre.
fn beyond_counting(draw: usize) -> Error {
    let limit = LIMIT / 100;
    Problem::new(Text::all(
        format!("beløpene i trekning {draw} er for store til å telles; prøv mindre verdier"),
        format!("beløpa i trekning {draw} er for store til å teljast; prøv mindre verdiar"),
        format!("the amounts of draw {draw} are too large to be counted; try smaller values"),
    ))
    .allowed(Text::all(
        format!("under {limit} kr"),
        format!("under {limit} kr"),
        format!("below NOK {limit}"),
    ))
    .into()
}

/// Adds one world to what is kept.
fn keep(r: &mut Results, world: usize, draw: usize, d: &Draw, stated: &[f64], f: &WorldFigures) {
    let (models, years) = (d.in_year.len(), d.economy.wage.len());
    r.national.index_axis_mut(ndarray::Axis(0), world).iter_mut().zip(&f.outcomes).for_each(|(a, b)| *a = *b);
    r.to_fixed.row_mut(world).iter_mut().zip(&d.economy.to_fixed).for_each(|(a, b)| *a = *b);
    r.values.row_mut(draw).iter_mut().zip(stated).for_each(|(a, b)| *a = *b);
    if r.discount.is_empty() {
        r.discount.clone_from(&d.economy.discount);
    }
    for model in 0..models {
        r.ledger.closing_claim[model] += f.closing_claim[model] as f64 / 100.0;
        for t in 0..years {
            let cell = model * years + t;
            let account = &f.accounts[cell];
            for payer in Payer::ALL {
                for item in Item::ALL {
                    let accrual = account.get(payer, item);
                    let paid = f.refund_paid[cell];
                    let cash = match (payer, item) {
                        (Payer::State, Item::Refund) => paid,
                        (Payer::Municipality, Item::Refund) => -paid,
                        _ => accrual,
                    };
                    for (view, amount) in [accrual, cash].into_iter().enumerate() {
                        let x = amount as f64 / 100.0;
                        let at = [model, t, payer as usize, item as usize, view];
                        r.ledger.sum[at] += x;
                        r.ledger.square[at] += x * x;
                    }
                }
            }
        }
    }
    r.units.sum.iter_mut().zip(&f.units).for_each(|(a, b)| *a += b);
    if world < UNIT_DRAWS {
        let (units, _, kept, _) = r.units.sum.dim();
        let figures = UnitFigure::ALL.len();
        let net = |unit: usize, model: usize, year: usize| {
            f.units[((unit * models + model) * kept + year) * figures + UnitFigure::MunicipalityNet as usize]
        };
        for unit in 0..units {
            for model in 0..models {
                for year in 0..kept {
                    let own = net(unit, model, year);
                    r.units.municipality_net[[world, unit, model, year]] = own as f32;
                    r.units.change[[world, unit, model, year]] = (own - net(unit, 0, year)) as f32;
                }
            }
        }
    }
}

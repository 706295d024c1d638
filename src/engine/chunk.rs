//! A chunk: consecutive draws of a run, which are simulated and stored together, and of which results are joined.

use super::ledger_sums::LedgerSums;
use super::mechanical::MechanicalDraws;
use super::national::WorldFigures;
use super::setup::Draw;
use super::unit_figures::{UNIT_STEPS, UNIT_WORLDS, UNIT_YEARS, UnitFigure, Units};
use crate::ledger::{Item, Payer};
use crate::math::rounded;
use crate::outcomes::Outcome;
use ndarray::{Array4, Axis};
use std::ops::Range;
use std::sync::Mutex;

/// The dimensions of a run's tables of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dimensions {
    /// Number of replicates of a draw.
    pub replicates: usize,
    /// Number of models.
    pub models: usize,
    /// Number of years.
    pub years: usize,
    /// Number of units.
    pub units: usize,
    /// Calendar years for which the worlds of units are kept.
    pub kept: [i32; UNIT_YEARS],
    /// The draws that are simulated without reactions too.
    pub mechanical: MechanicalDraws,
}

impl Dimensions {
    /// How many worlds of these draws are kept for intervals of units.
    pub fn unit_worlds(&self, draws: &Range<usize>) -> usize {
        let world = |draw: usize| (draw * self.replicates).min(UNIT_WORLDS);
        world(draws.end) - world(draws.start)
    }

    /// The worlds of these draws that are simulated without reactions too, in order.
    pub fn mechanical_worlds(&self, draws: &Range<usize>) -> impl Iterator<Item = usize> + use<> {
        let replicates = self.replicates;
        self.mechanical.among(draws).flat_map(move |draw| draw * replicates..(draw + 1) * replicates)
    }
}

/// The figures of consecutive draws.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// The numbers of the draws.
    pub draws: Range<usize>,
    /// The dimensions of the run.
    pub dimensions: Dimensions,
    /// National outcomes, shape (world of the chunk, model, outcome, year + 1), NaN where missing.
    pub national: Array4<f64>,
    /// The same without reactions, of the draws that are simulated so too.
    pub mechanical: Array4<f64>,
    /// Ledger sums.
    pub ledger: LedgerSums,
    /// Unit figures.
    pub units: Units,
}

impl Chunk {
    /// An empty chunk.
    pub fn new(draws: Range<usize>, dimensions: Dimensions) -> Chunk {
        let Dimensions { replicates, models, years, units, kept, mechanical } = dimensions;
        let outcomes = |draws: usize| Array4::zeros((draws * replicates, models, Outcome::COUNT, years + 1));
        Chunk {
            national: outcomes(draws.len()),
            mechanical: outcomes(mechanical.number(&draws)),
            ledger: LedgerSums::new(models, years),
            units: Units::new(kept, (units, models, years), dimensions.unit_worlds(&draws)),
            draws,
            dimensions,
        }
    }

    /// Adds the figures of the world with this index in the chunk, but for those of its units ([`PartialUnits`]).
    pub fn add_world(&mut self, world: usize, d: &Draw, f: &WorldFigures, kept: Option<&KeptUnits>) {
        self.national.index_axis_mut(Axis(0), world).iter_mut().zip(&f.outcomes).for_each(|(a, b)| *a = *b);
        self.add_ledger(d, f);
        if let Some(kept) = kept {
            let units = &mut self.units;
            for (all, own) in
                [(&mut units.municipality_net, &kept.municipality_net), (&mut units.change, &kept.change)]
            {
                all.index_axis_mut(Axis(0), world).iter_mut().zip(own).for_each(|(a, b)| *a = *b);
            }
        }
    }

    /// Puts the outcomes of the world with this index without reactions in their place, if it is one that has a place.
    pub fn add_mechanical(&mut self, world: usize, outcomes: &[f64]) {
        let own = self.draws.start * self.dimensions.replicates + world;
        let mut worlds = self.dimensions.mechanical_worlds(&self.draws);
        if let Some(place) = worlds.position(|world| world == own) {
            self.mechanical
                .index_axis_mut(Axis(0), place)
                .iter_mut()
                .zip(outcomes)
                .for_each(|(a, b)| *a = *b);
        }
    }

    fn add_ledger(&mut self, d: &Draw, f: &WorldFigures) {
        let (models, years) = (d.in_year.len(), d.economy.wage.len());
        // Of what is paid of the rest the zero alternative's is the base, and what a model adds the reform.
        let rest = |cell: usize, item: Item| {
            let (own, base) = (f.rest_paid.get(cell)?, f.rest_paid.get(cell % years)?);
            Some(if item == Item::SchemeBase { *base } else { own - base })
        };
        for (own, claim) in self.ledger.closing_claim.iter_mut().zip(&f.closing_claim) {
            *own += i128::from(*claim);
        }
        // In the order of the tables' axes: model, year, payer, item, view.
        #[expect(clippy::expect_used, reason = "both tables were made here, in their own order")]
        let [sums, squares] =
            [&mut self.ledger.sum, &mut self.ledger.square].map(|table| table.as_slice_mut().expect("whole"));
        let mut at = 0;
        for cell in 0..models * years {
            for payer in Payer::ALL {
                for item in Item::ALL {
                    let accrual = f.accounts[cell].get(payer, item);
                    let paid = f.refund_paid[cell];
                    let of_state = if payer == Payer::Municipality { -1 } else { 1 };
                    let cash = match (payer, item) {
                        (Payer::State | Payer::Municipality, Item::Refund) => of_state * paid,
                        (Payer::State | Payer::Municipality, Item::SchemeBase | Item::SchemeReform) => {
                            rest(cell, item).map_or(accrual, |paid| of_state * paid)
                        }
                        _ => accrual,
                    };
                    for amount in [accrual, cash].map(i128::from) {
                        sums[at] += amount;
                        squares[at] += amount * amount;
                        at += 1;
                    }
                }
            }
        }
    }
}

/// A world's units as they are kept for intervals, `[unit][model][UNIT_YEARS]`.
pub struct KeptUnits {
    municipality_net: Vec<f32>,
    change: Vec<f32>,
}

impl KeptUnits {
    /// Of the figures of a world's units, `[unit][model][year][figure]`.
    pub fn of(units: &Units, figures: &[f64]) -> KeptUnits {
        let (number, models, years, each) = units.sum.dim();
        let kept: [usize; UNIT_YEARS] = std::array::from_fn(|kept| units.index(kept));
        let net = |unit: usize, model: usize, year: usize| {
            figures[((unit * models + model) * years + year) * each + UnitFigure::MunicipalityNet as usize]
        };
        let mut own = KeptUnits { municipality_net: Vec::new(), change: Vec::new() };
        for unit in 0..number {
            for model in 0..models {
                for year in kept {
                    own.municipality_net.push(net(unit, model, year) as f32);
                    own.change.push((net(unit, model, year) - net(unit, 0, year)) as f32);
                }
            }
        }
        own
    }
}

/// Sums of units over worlds that several threads simulate, each adding to sums of its own: they are whole steps, so that their
/// order changes nothing.
#[derive(Default)]
pub struct PartialUnits(Mutex<Vec<Vec<i128>>>);

impl PartialUnits {
    /// Adds the figures of a world's units.
    pub fn add(&self, figures: &[f64]) {
        let steps = |x: f64| i128::from(rounded(x * UNIT_STEPS));
        let free = self.0.lock().ok().and_then(|mut all| all.pop());
        let mut sums = free.unwrap_or_else(|| vec![0; figures.len()]);
        sums.iter_mut().zip(figures).for_each(|(sum, own)| *sum += steps(*own));
        if let Ok(mut all) = self.0.lock() {
            all.push(sums);
        }
    }

    /// Adds everything to the sums of a chunk.
    pub fn add_to(self, units: &mut Units) {
        for own in self.0.into_inner().unwrap_or_default() {
            units.sum.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
        }
    }
}

//! Consecutive draws of a run: simulated together, kept together, and put together to the results.

use super::national::WorldFigures;
use super::results::{LedgerSums, UNIT_STEPS, UNIT_WORLDS, UNIT_YEARS, UnitFigure, Units};
use super::setup::Draw;
use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use ndarray::{Array4, Axis};
use std::ops::Range;

/// Numbers of what a run is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Replicates a draw.
    pub replicates: usize,
    /// Models.
    pub models: usize,
    /// Years.
    pub years: usize,
    /// Units.
    pub units: usize,
    /// Calendar years kept of units.
    pub kept: [i32; UNIT_YEARS],
}

impl Extent {
    /// How many of these draws' worlds are kept of units.
    pub fn unit_worlds(&self, draws: &Range<usize>) -> usize {
        let world = |draw: usize| (draw * self.replicates).min(UNIT_WORLDS);
        world(draws.end) - world(draws.start)
    }
}

/// The figures of consecutive draws.
#[derive(Clone, Debug)]
pub struct Part {
    /// Which draws.
    pub draws: Range<usize>,
    /// Of what.
    pub extent: Extent,
    /// National outcomes, shape (world of the part, model, outcome, year + 1), NaN where missing.
    pub national: Array4<f64>,
    /// Ledger sums.
    pub ledger: LedgerSums,
    /// Unit figures.
    pub units: Units,
}

impl Part {
    /// Nothing yet.
    pub fn new(draws: Range<usize>, extent: Extent) -> Part {
        let Extent { replicates, models, years, units, kept } = extent;
        let worlds = draws.len() * replicates;
        Part {
            national: Array4::zeros((worlds, models, Outcome::COUNT, years + 1)),
            ledger: LedgerSums::new(models, years),
            units: Units::new(kept, units, models, extent.unit_worlds(&draws)),
            draws,
            extent,
        }
    }

    /// Adds the world at a place of the part.
    pub fn keep(&mut self, world: usize, d: &Draw, f: &WorldFigures) {
        self.national.index_axis_mut(Axis(0), world).iter_mut().zip(&f.outcomes).for_each(|(a, b)| *a = *b);
        self.keep_ledger(d, f);
        self.keep_units(world, f);
    }

    fn keep_ledger(&mut self, d: &Draw, f: &WorldFigures) {
        let (models, years) = (d.in_year.len(), d.economy.wage.len());
        for model in 0..models {
            self.ledger.closing_claim[model] += i128::from(f.closing_claim[model]);
            for t in 0..years {
                let cell = model * years + t;
                for payer in Payer::ALL {
                    for item in Item::ALL {
                        let accrual = f.accounts[cell].get(payer, item);
                        let paid = f.refund_paid[cell];
                        let cash = match (payer, item) {
                            (Payer::State, Item::Refund) => paid,
                            (Payer::Municipality, Item::Refund) => -paid,
                            _ => accrual,
                        };
                        for (view, amount) in [accrual, cash].into_iter().enumerate() {
                            let at = [model, t, payer as usize, item as usize, view];
                            let amount = i128::from(amount);
                            self.ledger.sum[at] += amount;
                            self.ledger.square[at] += amount * amount;
                        }
                    }
                }
            }
        }
    }

    fn keep_units(&mut self, world: usize, f: &WorldFigures) {
        let steps = |x: f64| i128::from((x * UNIT_STEPS).round() as i64);
        self.units.sum.iter_mut().zip(&f.units).for_each(|(a, b)| *a += steps(*b));
        if world >= self.units.change.dim().0 {
            return;
        }
        let (units, models, kept, figures) = self.units.sum.dim();
        let net = |unit: usize, model: usize, year: usize| {
            f.units[((unit * models + model) * kept + year) * figures + UnitFigure::MunicipalityNet as usize]
        };
        for unit in 0..units {
            for model in 0..models {
                for year in 0..kept {
                    let own = net(unit, model, year);
                    self.units.municipality_net[[world, unit, model, year]] = own as f32;
                    self.units.change[[world, unit, model, year]] = (own - net(unit, 0, year)) as f32;
                }
            }
        }
    }
}

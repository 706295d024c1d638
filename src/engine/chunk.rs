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
    /// Of the figures of a world's units, `[model][year][unit][figure]`.
    pub fn of(units: &Units, figures: &[f64]) -> KeptUnits {
        let (number, models, years, each) = units.sum.dim();
        let kept: [usize; UNIT_YEARS] = std::array::from_fn(|kept| units.index(kept));
        let net = |unit: usize, model: usize, year: usize| {
            figures[((model * years + year) * number + unit) * each + UnitFigure::MunicipalityNet as usize]
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
    /// Adds the figures of a world's units, `[model][year][unit][figure]`.
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
        // The sums' own order is by unit.
        let mut by_model = units.sum.view_mut().permuted_axes([1, 2, 0, 3]);
        for own in self.0.into_inner().unwrap_or_default() {
            by_model.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::run::Engine;
    use crate::ledger::Account;
    use crate::scenario::load;
    use crate::scenario::overrides::Options;

    const DIMENSIONS: Dimensions = Dimensions {
        replicates: 2,
        models: 2,
        years: 3,
        units: 2,
        kept: [2024, 2024, 2026],
        mechanical: MechanicalDraws::All,
    };

    #[test]
    fn worlds_are_counted_over_draws_and_replicates() {
        assert_eq!(DIMENSIONS.unit_worlds(&(3..5)), 4);
        // The first 1 024 worlds are kept: 512 draws of two.
        assert_eq!(DIMENSIONS.unit_worlds(&(500..600)), 24);
        assert_eq!(DIMENSIONS.unit_worlds(&(600..700)), 0);
        assert_eq!(DIMENSIONS.mechanical_worlds(&(3..5)).collect::<Vec<_>>(), [6, 7, 8, 9]);
    }

    /// The refund is 100 and 90 of it paid; of the rest 30 and 25 are earned under the zero alternative and a model, and 20 and
    /// 27 paid.
    fn world() -> (Draw, WorldFigures) {
        let options = Options { years: Some(3), models: Some(vec!["A".into()]), ..Options::default() };
        let scenario = load("national", &options).expect("shipped");
        let engine = Engine::new(&scenario).expect("sound");
        let mut account = Account::default();
        account.transfer(Item::Refund, Payer::State, Payer::Municipality, 100);
        account.memo(Item::SchemeBase, Payer::State, Payer::Municipality, 30);
        account.transfer(Item::SchemeReform, Payer::State, Payer::Municipality, 25);
        account.cost(Item::Bpa, Payer::Municipality, 7);
        let figures = WorldFigures {
            outcomes: (0..2 * Outcome::COUNT * 4).map(|x| x as f64).collect(),
            accounts: vec![account; 6],
            refund_paid: vec![90; 6],
            closing_claim: vec![3, 4],
            rest_paid: vec![21, 20, 20, 27, 27, 27],
            units: Vec::new(),
        };
        (engine.draw(&engine.means()), figures)
    }

    #[test]
    fn the_ledger_is_summed_in_the_year_it_is_earned_and_in_the_year_it_is_paid() {
        let (d, figures) = world();
        let mut chunk = Chunk::new(3..5, DIMENSIONS);
        chunk.add_world(0, &d, &figures, None);
        chunk.add_world(2, &d, &figures, None);
        let of = |table: &ndarray::Array5<i128>, payer: Payer, item: Item| {
            [0, 1].map(|view| table[[1, 2, payer as usize, item as usize, view]])
        };
        for (payer, item, expected) in [
            (Payer::State, Item::Refund, [200, 180]),
            (Payer::Municipality, Item::Refund, [-200, -180]),
            (Payer::State, Item::SchemeBase, [60, 40]),
            (Payer::Municipality, Item::SchemeBase, [-60, -40]),
            // A model pays 27, of which 20 are the zero alternative's.
            (Payer::State, Item::SchemeReform, [50, 14]),
            (Payer::Municipality, Item::SchemeReform, [-50, -14]),
            (Payer::Municipality, Item::Bpa, [14, 14]),
            (Payer::Users, Item::Refund, [0, 0]),
        ] {
            assert_eq!(of(&chunk.ledger.sum, payer, item), expected, "{} {}", payer.id(), item.id());
        }
        // In the first year the zero alternative pays 21, and a model 6 more.
        let first = chunk.ledger.sum[[1, 0, Payer::State as usize, Item::SchemeReform as usize, 1]];
        assert_eq!(first, 12);
        assert_eq!(of(&chunk.ledger.square, Payer::State, Item::Refund), [20_000, 16_200]);
        assert_eq!(chunk.ledger.closing_claim, [6, 8]);
        // The outcomes stand at the index of their world, and nowhere else.
        let national = |world: usize| chunk.national.index_axis(Axis(0), world);
        assert_eq!(
            (national(2)[[1, 0, 0]], national(1)[[1, 0, 0]]),
            (figures.outcomes[Outcome::COUNT * 4], 0.0)
        );
        // Without a rest what is earned is what is paid.
        let mut alone = Chunk::new(3..5, DIMENSIONS);
        alone.add_world(0, &d, &WorldFigures { rest_paid: Vec::new(), ..figures }, None);
        assert_eq!(of(&alone.ledger.sum, Payer::State, Item::SchemeReform), [25, 25]);
    }

    #[test]
    fn a_world_without_reactions_has_the_place_of_its_number() {
        let mut chunk = Chunk::new(3..5, DIMENSIONS);
        chunk.add_mechanical(2, &[8.0; 2 * Outcome::COUNT * 4]);
        let of = |world: usize| chunk.mechanical.index_axis(Axis(0), world).sum();
        assert_eq!([of(0), of(1), of(2), of(3)], [0.0, 0.0, (16 * Outcome::COUNT * 4) as f64, 0.0]);
        // Of few draws, the last sixteen of 256: the third of these is the first of them.
        let few = Dimensions { mechanical: MechanicalDraws::Few, ..DIMENSIONS };
        let mut chunk = Chunk::new(238..242, few);
        assert_eq!(chunk.mechanical.dim().0, 4);
        for world in 0..5 {
            chunk.add_mechanical(world, &[8.0; 2 * Outcome::COUNT * 4]);
        }
        let filled = chunk.mechanical.iter().filter(|x| **x == 8.0).count();
        assert_eq!(filled, 2 * Outcome::COUNT * 4);
        assert_eq!(chunk.mechanical[[0, 0, 0, 0]], 8.0);
    }

    /// Net cost of two units under two models in three years, of which the first, the first again and the last are kept.
    #[test]
    fn kept_units_and_sums_are_of_the_units_own_figures() {
        let each = UnitFigure::ALL.len();
        let mut figures = vec![0.0; 2 * 2 * 3 * each];
        // By model, year and unit; numbered by unit, model and year.
        for (at, place) in figures.chunks_exact_mut(each).enumerate() {
            let (model, year, unit) = (at / 6, at / 2 % 3, at % 2);
            let number = (unit * 2 + model) * 3 + year + 1;
            place[UnitFigure::MunicipalityNet as usize] = (10 * number) as f64;
        }
        let mut units = Units::new(DIMENSIONS.kept, (2, 2, 3), 4);
        let kept = KeptUnits::of(&units, &figures);
        assert_eq!(kept.municipality_net, [10., 10., 30., 40., 40., 60., 70., 70., 90., 100., 100., 120.]);
        assert_eq!(kept.change, [0., 0., 0., 30., 30., 30., 0., 0., 0., 30., 30., 30.]);
        let (d, world) = world();
        let mut chunk = Chunk::new(0..2, DIMENSIONS);
        chunk.add_world(1, &d, &world, Some(&kept));
        assert_eq!(chunk.units.municipality_net[[1, 1, 0, 2]], 90.0);
        assert_eq!((chunk.units.change[[1, 0, 1, 0]], chunk.units.change[[0, 0, 1, 0]]), (30.0, 0.0));
        let partial = PartialUnits::default();
        partial.add(&figures);
        partial.add(&figures);
        partial.add_to(&mut units);
        let sum = units.sum[[1, 1, 2, UnitFigure::MunicipalityNet as usize]];
        assert_eq!(sum, 240 * UNIT_STEPS as i128);
        assert_eq!(units.mean(1, 1, 2, UnitFigure::MunicipalityNet, 2), 120.0);
    }
}

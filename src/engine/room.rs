//! Results with room for a number of draws: of a run that begins, and of one that goes on.

use super::chunk::{Chunk, Dimensions};
use super::results::{LedgerSums, NationalDraws, Results, Units};
use super::run::{Engine, Size};
use crate::outcomes::Outcome;
use ndarray::{Array2, Array4};
use rayon::prelude::*;

impl Engine<'_> {
    /// Results of a run that has no chunk yet: parameters and indices of every draw, and room for national
    /// outcomes with reactions and without, unless they are kept elsewhere.
    pub fn results(&self, size: Size, national: Option<[NationalDraws; 2]>) -> Results {
        self.results_after(size, national, None)
    }

    /// The same, with parameters and indices of the first draws from results that have them already.
    fn results_after(
        &self,
        size: Size,
        national: Option<[NationalDraws; 2]>,
        known: Option<&Results>,
    ) -> Results {
        let dimensions = self.dimensions(size.replicates);
        let Dimensions { replicates, models, years, units, kept, mechanical } = dimensions;
        let worlds = size.draws * replicates;
        let drawn: Vec<(Vec<f64>, Vec<f64>, Vec<f64>)> = (0..size.draws)
            .into_par_iter()
            .map(|draw| {
                if let Some(known) = known.filter(|known| draw < known.draws) {
                    let to_fixed = known.to_fixed.row(draw * replicates).to_vec();
                    return (known.values.row(draw).to_vec(), to_fixed, known.discount.clone());
                }
                let stated = self.stated(size.seed, draw);
                let economy = self.draw(&stated).economy;
                (stated, economy.to_fixed, economy.discount)
            })
            .collect();
        let [national, without] = national.unwrap_or_else(|| {
            [size.draws, mechanical.number(&(0..size.draws))].map(|draws| {
                NationalDraws::Memory(Array4::zeros((draws * replicates, models, Outcome::COUNT, years + 1)))
            })
        });
        let mut results = Results {
            national,
            mechanical: without,
            mechanical_draws: mechanical,
            to_fixed: Array2::zeros((worlds, years)),
            discount: drawn.first().map(|(_, _, discount)| discount.clone()).unwrap_or_default(),
            values: Array2::zeros((size.draws, self.keys.len())),
            ledger: LedgerSums::new(models, years),
            units: Units::new(kept, (units, models, years), dimensions.unit_worlds(&(0..size.draws))),
            draws: size.draws,
            replicates,
            scrambles: self.sampling.scrambles(),
            given: self.vectors.as_ref().map(|v| v.slots.clone()).unwrap_or_default(),
        };
        for (draw, (stated, to_fixed, _)) in drawn.iter().enumerate() {
            results.values.row_mut(draw).iter_mut().zip(stated).for_each(|(a, b)| *a = *b);
            for world in draw * replicates..(draw + 1) * replicates {
                results.to_fixed.row_mut(world).iter_mut().zip(to_fixed).for_each(|(a, b)| *a = *b);
            }
        }
        results
    }

    /// Results of a run that goes on to more draws, with those that are there already in their place, and the first draw that
    /// is not; where national outcomes are not in memory all are to be simulated anew.
    pub fn grown(&self, before: &Results, size: Size) -> (Results, usize) {
        let mut grown = self.results_after(size, None, Some(before));
        let (NationalDraws::Memory(national), NationalDraws::Memory(mechanical)) =
            (&before.national, &before.mechanical)
        else {
            return (grown, 0);
        };
        grown.add(&Chunk {
            draws: 0..before.draws,
            dimensions: self.dimensions(size.replicates),
            national: national.clone(),
            mechanical: mechanical.clone(),
            ledger: before.ledger.clone(),
            units: before.units.clone(),
        });
        (grown, before.draws)
    }
}

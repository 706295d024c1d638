//! The figure an analysis is about: an outcome under a model, or a paired difference between two models.

use crate::analysis::precision::Headline;
use crate::analysis::statistics::paired;
use crate::analysis::summary::{self, by_world};
use crate::engine::evaluate::Figured;
use crate::engine::national::WorldFigures;
use crate::engine::results::Results;
use crate::engine::setup::Draw;
use crate::outcomes::Outcome;

/// The figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// Outcome, kroner and period.
    pub headline: Headline,
    /// Index of the model.
    pub model: usize,
    /// Index of the model it is compared with.
    pub minus: Option<usize>,
}

impl Figured for Target {
    fn value(&self, draw: &Draw, world: &WorldFigures) -> f64 {
        let (outcome, ..) = self.headline;
        let economy = &draw.economy;
        let places = economy.discount.len() + 1;
        let of = |model: usize| {
            let first = (model * Outcome::COUNT + outcome.index()) * places;
            let at = |year: usize| world.outcomes[first + year];
            summary::figure(self.headline, at, |year| economy.to_fixed[year], &economy.discount)
        };
        match self.minus {
            Some(other) => of(self.model) - of(other),
            None => of(self.model),
        }
    }
}

impl Target {
    /// The figure by world of a run.
    pub fn by_world(&self, results: &Results) -> Vec<f64> {
        let (outcome, basis, period) = self.headline;
        let of = |model: usize| by_world(results, outcome, model, basis, period);
        match self.minus {
            Some(other) => paired(&of(self.model), &of(other)),
            None => of(self.model),
        }
    }
}

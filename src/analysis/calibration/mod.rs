//! Parameters fitted to known figures, and what is left of their uncertainty.
//!
//! Every uncertain parameter is seen as a standard normal number z, its uniform number turned by the normal quantile:
//! bounds are kept by themselves, and the prior is N(0, I) whatever the distributions are. The model's figures are
//! compared with the targets in standard errors ([`targets`]): a target is a figure of one realised country, so that chance
//! among its persons is part of the error.
//!
//! - [`fit`]: the best fit of the calibrated parameters, others at their medians, on the same persons everywhere.
//! - [`importance`]: worlds with all parameters drawn, weighted by the likelihood of the targets, in rounds that
//!   learn where the weight lies.
//! - [`resample`]: as many parameter vectors of equal weight as wished.
//! - [`conflict`]: which target fights which.
//! - [`found`], [`posterior`]: what is found, as it is kept.
//! - [`conduct`]: all of it, put to a scenario.
//!
//! A calibration moves every uncertain parameter, since all bear on the fit; the best fit is sought over those marked
//! `calibrated`, others at their medians. Weights count chance among persons as part of a target's error.

pub mod conduct;
pub mod conflict;
pub mod fit;
pub mod found;
pub mod importance;
pub mod posterior;
pub mod resample;
pub mod targets;

use crate::error::Result;

/// A world to simulate.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// A standard normal number for every uncertain parameter, in the order of the scenario.
    pub z: Vec<f64>,
    /// The number of the draw whose persons are simulated.
    pub persons: u32,
}

/// The model: the figure of every target, world by world. NaN where a world has no such figure.
pub type SimulateTargets<'a> = dyn FnMut(&[World]) -> Result<Vec<Vec<f64>>> + 'a;

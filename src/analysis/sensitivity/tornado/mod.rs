//! One parameter at a time, at its 10th and 90th percentile: all else at its median, and all else as drawn. The same
//! persons live under both values, so that chance falls out of the effect.
//!
//! Few draws tell which parameters move the figure at all. The longest bars are then given more, twice as many at a time,
//! until each one's length is known well enough for itself and for its place among the others.
//!
//! Where there is an expansion of the figure ([`super::expansion`]), it is a control variate: what it says of the effect in the
//! same draws is taken away, and what it says on average is put back (Owen 2013, ch. 8.9). What it is wrong about is still
//! simulated, so that the effect stays true; what it is right about no longer spreads, so that few draws suffice.

use super::{SimulateFigure, mean_and_error};
use crate::engine::evaluate::EvaluationPoint;
use crate::error::Result;
use crate::scenario::parameters::{Scalar, put};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;

#[cfg(test)]
mod tests;

/// The percentiles, as shares.
pub const ENDS: [f64; 2] = [0.1, 0.9];

/// How much is simulated for each end of each parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TornadoSize {
    /// Worlds with all else at its median.
    pub median: usize,
    /// Draws with all else as drawn, of every parameter.
    pub random: usize,
    /// The same at most, of the parameters whose bars are the longest.
    pub most: usize,
}

impl TornadoSize {
    /// So many draws of every parameter, no more.
    pub fn of_draws(median: usize, draws: usize) -> TornadoSize {
        TornadoSize { median, random: draws, most: draws }
    }
}

/// Bars whose lengths and order are to be known: as many as are drawn.
const LEADING: usize = 12;
/// Draws of a leading bar, at least: fewer tell too little of its error.
const LEADING_DRAWS: usize = 8;
/// Largest error of a leading bar's length, as a share of it.
const LENGTH_ERROR: f64 = 0.05;
/// Error of a length, as a share of the longest bar, that nobody sees in a figure.
const UNSEEN_ERROR: f64 = 0.01;
/// Error of a length, as a share of the longest bar, at which a place among bars that are alike may stay open.
const ORDER_ERROR: f64 = 0.03;
/// Standard errors that two lengths lie apart when their order is known.
const APART: f64 = 2.0;

/// A function that follows the figure, with a mean that is known.
pub trait Control {
    /// Its value in a draw where the parameter in a slot has a value.
    fn in_draw(&self, slot: usize, value: f64, draw: usize) -> f64;
    /// Its mean over all that may be drawn, where the parameter has a value.
    fn on_average(&self, slot: usize, value: f64) -> f64;
}

/// An effect and its Monte Carlo error.
pub type EffectWithError = [f64; 2];

/// The effect of one parameter on the figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TornadoBar {
    /// The parameter.
    pub parameter: String,
    /// The parameter's 10th and 90th percentile, as stated.
    pub values: [f64; 2],
    /// Change of the figure at either, all else at its median.
    pub median: [EffectWithError; 2],
    /// Change of the figure at either from its median, all else as drawn.
    pub random: [EffectWithError; 2],
    /// Draws behind the latter.
    pub draws: usize,
    /// Monte Carlo error of the distance between the ends.
    pub span_error: f64,
}

impl TornadoBar {
    /// The distance between the ends.
    pub fn span(&self) -> f64 {
        (self.random[1][0] - self.random[0][0]).abs()
    }
}

/// All parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tornado {
    /// The figure with every parameter at its median.
    pub median: f64,
    /// The mean of the figure with every parameter as drawn.
    pub random: f64,
    /// Fewest and most draws behind a bar with the rest as drawn.
    pub draws: [usize; 2],
    /// Leading bars whose length or place the most draws leave less certain than wanted.
    pub unsettled: usize,
    /// Worlds simulated.
    pub worlds: usize,
    /// Parameters that move the figure, the widest first.
    pub bars: Vec<TornadoBar>,
    /// Uncertain parameters that left it the same to the last bit in every world tried.
    pub inert: Vec<String>,
    /// Worlds each parameter was tried in.
    pub tried: usize,
    /// Uncertain parameters that are moved without the figure existing on both sides in any world.
    pub unknown: Vec<String>,
    /// Worlds simulated in which the figure does not exist.
    pub missing: usize,
    /// Whether an expansion of the figure was its control variate.
    #[serde(default)]
    pub controlled: bool,
}

/// Worlds asked for at first; the longest bars may ask for more.
pub fn worlds(scalars: &[Scalar], size: TornadoSize) -> usize {
    let uncertain = scalars.iter().filter(|s| s.is_free()).count();
    (size.median + size.random) + uncertain * (2 * size.median + 3 * size.random)
}

fn missing(answers: &[f64]) -> usize {
    answers.iter().filter(|x| !x.is_finite()).count()
}

/// What the moves of one parameter gave.
struct Moved {
    slot: usize,
    values: [f64; 2],
    median: [EffectWithError; 2],
    /// Draw by draw, at the low end, the median and the high end; less the control, if there is one.
    random: [Vec<f64>; 3],
    /// The control's means there.
    control: [f64; 3],
}

impl Moved {
    fn bar(&self, scalars: &[Scalar]) -> TornadoBar {
        let [low, middle, high] = [0, 1, 2].map(|i| (self.random[i].as_slice(), self.control[i]));
        TornadoBar {
            parameter: scalars[self.slot].id.clone(),
            values: self.values,
            median: self.median,
            random: [effect(low, middle), effect(high, middle)],
            draws: low.0.len(),
            span_error: effect(high, low)[1],
        }
    }
}

/// Mean of a paired difference with its error, with the difference of two means that are known added.
fn effect((after, of_after): (&[f64], f64), (before, of_before): (&[f64], f64)) -> EffectWithError {
    let paired: Vec<f64> = after.iter().zip(before).map(|(a, b)| a - b).collect();
    mean_and_error(&paired, 1).map_or([f64::NAN; 2], |(mean, error)| [mean + of_after - of_before, error])
}

/// Places of the leading bars that need more draws. `bars` stand with the widest first.
fn unsettled(bars: &[TornadoBar]) -> Vec<usize> {
    let widest = bars.first().map_or(0.0, TornadoBar::span);
    let alike = |a: &TornadoBar, b: &TornadoBar| {
        (a.span() - b.span()).abs() < APART * (a.span_error.powi(2) + b.span_error.powi(2)).sqrt()
    };
    let wanting = |i: usize| {
        let bar = &bars[i];
        let allowed = (LENGTH_ERROR * bar.span()).max(UNSEEN_ERROR * widest);
        let unknown = bar.draws < LEADING_DRAWS || bar.span_error > allowed;
        let neighbours = [i.checked_sub(1), Some(i + 1)].into_iter().flatten().filter_map(|n| bars.get(n));
        unknown || bar.span_error > ORDER_ERROR * widest && neighbours.into_iter().any(|n| alike(bar, n))
    };
    (0..bars.len().min(LEADING)).filter(|i| wanting(*i)).collect()
}

/// Moves every uncertain parameter. `drawn` gives the parameter values of a draw; draws of the control, if there is one, are
/// the same.
pub fn tornado(
    scalars: &[Scalar],
    size: TornadoSize,
    drawn: &dyn Fn(usize) -> Vec<f64>,
    control: Option<&dyn Control>,
    ask: &mut SimulateFigure<'_>,
) -> Result<Tornado> {
    let median: Vec<f64> = scalars.iter().map(|s| s.distribution.quantile(0.5)).collect();
    let with = |stated: &[f64], slot: usize, value: f64, persons: usize| {
        let mut stated = stated.to_vec();
        put(scalars, &mut stated, slot, value);
        EvaluationPoint { stated, persons: persons as u32 }
    };
    let three = |slot: usize, values: [f64; 2]| [values[0], median[slot], values[1]];
    // A parameter at its ends and its median in some draws, one value after the other.
    let moves = |slot: usize, values: [f64; 2], draws: Range<usize>| -> Vec<EvaluationPoint> {
        let draws: Vec<(usize, Vec<f64>)> = draws.map(|d| (d, drawn(d))).collect();
        let at = |x: f64| draws.iter().map(move |(d, stated)| with(stated, slot, x, *d)).collect::<Vec<_>>();
        three(slot, values).into_iter().flat_map(at).collect()
    };
    // What is left of the answers to that when the control is taken away.
    let left = |slot: usize, values: [f64; 2], draws: Range<usize>, answers: &[f64]| -> [Vec<f64>; 3] {
        let (mut parts, values) = (thirds(answers), three(slot, values));
        for (part, value) in parts.iter_mut().zip(values) {
            if let Some(control) = control {
                let draws = draws.clone();
                part.iter_mut().zip(draws).for_each(|(y, d)| *y -= control.in_draw(slot, value, d));
            }
        }
        parts
    };
    let means = |slot: usize, values: [f64; 2]| {
        three(slot, values).map(|x| control.map_or(0.0, |control| control.on_average(slot, x)))
    };
    let mut base: Vec<EvaluationPoint> =
        (0..size.median).map(|w| EvaluationPoint { stated: median.clone(), persons: w as u32 }).collect();
    base.extend((0..size.random).map(|d| EvaluationPoint { stated: drawn(d), persons: d as u32 }));
    let base = ask(&base)?;
    let (at_median, at_random) = base.split_at(size.median);
    let mean = |values: &[f64]| mean_and_error(values, 1).map_or(f64::NAN, |(mean, _)| mean);
    let mut found = Tornado {
        median: mean(at_median),
        random: mean(at_random),
        draws: [size.random; 2],
        unsettled: 0,
        worlds: base.len(),
        bars: Vec::new(),
        inert: Vec::new(),
        tried: base.len(),
        unknown: Vec::new(),
        missing: missing(&base),
        controlled: control.is_some(),
    };
    let mut moved: BTreeMap<String, Moved> = BTreeMap::new();
    for (slot, scalar) in scalars.iter().enumerate().filter(|(_, s)| s.is_free()) {
        let values = ENDS.map(|p| scalar.distribution.quantile(p));
        let mut points: Vec<EvaluationPoint> = Vec::new();
        for value in values {
            points.extend((0..size.median).map(|w| with(&median, slot, value, w)));
        }
        points.extend(moves(slot, values, 0..size.random));
        let answers = ask(&points)?;
        found.worlds += answers.len();
        found.missing += missing(&answers);
        let (medians, randoms) = answers.split_at(2 * size.median);
        let medians: Vec<&[f64]> = medians.chunks(size.median.max(1)).collect();
        // Where the figure does not exist, nothing is known of it, least of all that it is the same.
        let same =
            |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| a.is_finite() && a.to_bits() == b.to_bits());
        let random = thirds(randoms);
        if medians.iter().all(|m| same(m, at_median)) && random.iter().all(|r| same(r, at_random)) {
            found.inert.push(scalar.id.clone());
            continue;
        }
        let at = |i: usize| (medians.get(i).copied().unwrap_or(&[]), 0.0);
        let median = [0, 1].map(|i| effect(at(i), (at_median, 0.0)));
        let random = left(slot, values, 0..size.random, randoms);
        let own = Moved { slot, values, median, random, control: means(slot, values) };
        let bar = own.bar(scalars);
        match bar.span().is_finite() {
            true => {
                found.bars.push(bar);
                moved.insert(scalar.id.clone(), own);
            }
            false => found.unknown.push(bar.parameter),
        }
    }
    loop {
        found.bars.sort_by(|a, b| b.span().total_cmp(&a.span()));
        let wanting = unsettled(&found.bars);
        found.unsettled = wanting.len();
        let more: Vec<usize> = wanting.into_iter().filter(|i| found.bars[*i].draws < size.most).collect();
        if more.is_empty() {
            break;
        }
        for i in more {
            let Some(own) = moved.get_mut(&found.bars[i].parameter) else { continue };
            let draws = found.bars[i].draws;
            let until = (2 * draws.max(1)).min(size.most);
            let answers = ask(&moves(own.slot, own.values, draws..until))?;
            found.worlds += answers.len();
            found.missing += missing(&answers);
            let new = left(own.slot, own.values, draws..until, &answers);
            for (known, new) in own.random.iter_mut().zip(new) {
                known.extend(new);
            }
            found.bars[i] = own.bar(scalars);
            found.draws[1] = found.draws[1].max(until);
        }
    }
    Ok(found)
}

/// Answers at the low end, the median and the high end.
fn thirds(answers: &[f64]) -> [Vec<f64>; 3] {
    let third = (answers.len() / 3).max(1);
    let mut parts = answers.chunks(third).map(<[f64]>::to_vec);
    [0; 3].map(|_| parts.next().unwrap_or_default())
}

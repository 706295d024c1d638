//! Growth of the training years put into the model: for each draw, the level of inflow and award, and, where hours are
//! known, the common trend of need, are found by root-finding on the same random numbers. Every other parameter stays as
//! drawn.

use crate::error::Result;

/// Growth that a draw shall have over the training years, logarithm a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim {
    /// The growth of recipients.
    pub recipients: f64,
    /// The growth of granted hours a recipient, where known.
    pub hours: Option<f64>,
}

/// A trial of the two fitted numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// Logarithm of the factor on inflow and award.
    pub level: f64,
    /// Common trend of need, logarithm a year.
    pub trend: f64,
}

/// The growth that the model gives in a trial: of recipients and of granted hours a recipient, logarithm a year.
pub type SimulatedGrowth = [f64; 2];

/// Simulates trials of draws, named by their place, and says what each gave.
pub type SimulateTrials<'a> = dyn FnMut(&[(usize, Trial)]) -> Result<Vec<SimulatedGrowth>> + 'a;

/// The result of a draw's fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fitted {
    /// The best trial.
    pub trial: Trial,
    /// The remaining gap between aim and model, logarithm a year.
    pub gap: f64,
}

/// A gap that is small enough: far below the standard error of any growth seen.
pub const TOLERANCE: f64 = 5e-4;
/// Trials a draw at most.
pub const ROUNDS: usize = 12;
/// Growth for each unit of the level's logarithm: first guess, and what later ones are held to.
const SLOPE: [f64; 3] = [0.02, 0.08, 0.4];
/// Longest step of the level's logarithm: a factor of 2.7.
const STEP: f64 = 1.0;

struct SecantSearch {
    aim: Aim,
    trial: Trial,
    slope: f64,
    before: Option<(f64, f64)>,
    best: Option<Fitted>,
}

impl SecantSearch {
    fn done(&self) -> bool {
        self.best.is_some_and(|best| best.gap <= TOLERANCE)
    }

    /// Takes in what was seen, and chooses the next trial: a secant step for the level, and for the trend the gap itself,
    /// since hours follow need one to one.
    fn learn(&mut self, [recipients, hours]: SimulatedGrowth) {
        let off = self.aim.recipients - recipients;
        let off_hours = self.aim.hours.map_or(0.0, |aim| aim - hours);
        let gap = off.abs().max(off_hours.abs());
        if self.best.is_none_or(|best| gap < best.gap) {
            self.best = Some(Fitted { trial: self.trial, gap });
        }
        if let Some((level, seen)) = self.before.filter(|(level, _)| (self.trial.level - level).abs() > 1e-3)
        {
            self.slope = ((recipients - seen) / (self.trial.level - level)).clamp(SLOPE[0], SLOPE[2]);
        }
        self.before = Some((self.trial.level, recipients));
        self.trial.level += (off / self.slope).clamp(-STEP, STEP);
        self.trial.trend += off_hours;
    }
}

/// Fits all draws together. `trends` is where each draw's
/// trend begins.
pub fn fit(aims: &[Aim], trends: &[f64], look: &mut SimulateTrials<'_>) -> Result<Vec<Fitted>> {
    let start = |(aim, trend): (&Aim, &f64)| SecantSearch {
        aim: *aim,
        trial: Trial { level: 0.0, trend: *trend },
        slope: SLOPE[1],
        before: None,
        best: None,
    };
    let mut states: Vec<SecantSearch> = aims.iter().zip(trends).map(start).collect();
    for _ in 0..ROUNDS {
        let open: Vec<usize> = (0..states.len()).filter(|d| !states[*d].done()).collect();
        if open.is_empty() {
            break;
        }
        let trials: Vec<(usize, Trial)> = open.iter().map(|d| (*d, states[*d].trial)).collect();
        for (d, seen) in open.iter().zip(look(&trials)?) {
            states[*d].learn(seen);
        }
    }
    let none = Fitted { trial: Trial { level: 0.0, trend: 0.0 }, gap: f64::INFINITY };
    Ok(states.iter().map(|s| s.best.unwrap_or(none)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A stand-in for the model: growth rises and flattens with the level, hours follow the trend and suffer from growth.
    fn model(trial: Trial) -> SimulatedGrowth {
        let recipients = -0.04 + 0.12 * (1.0 - libm::exp(-0.9 * libm::exp(trial.level)));
        [recipients, 0.9 * trial.trend - 0.2 * recipients]
    }

    proptest! {
        #[test]
        fn the_level_that_gives_a_growth_is_found(level in -1.5..0.7f64, trend in -0.02..0.05f64) {
            let [recipients, hours] = model(Trial { level, trend });
            let aims = [Aim { recipients, hours: Some(hours) }, Aim { recipients, hours: None }];
            let found = fit(&aims, &[0.01, trend], &mut |t| Ok(t.iter().map(|(_, t)| model(*t)).collect()));
            for fitted in found.expect("no failure") {
                prop_assert!(fitted.gap <= TOLERANCE, "{fitted:?}");
                prop_assert!((fitted.trial.level - level).abs() < 0.2, "{fitted:?}");
            }
        }
    }

    #[test]
    fn what_cannot_be_reached_is_told_as_a_gap() {
        let aims = [Aim { recipients: 0.5, hours: None }];
        let mut asked = 0;
        let found = fit(&aims, &[0.0], &mut |t| {
            asked += t.len();
            Ok(t.iter().map(|(_, t)| model(*t)).collect())
        });
        let fitted = found.expect("no failure")[0];
        assert!(asked == ROUNDS && fitted.gap > 0.4, "{asked} {fitted:?}");
    }
}

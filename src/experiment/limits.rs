//! How many draws, points, rows and slices commands take, and why neither fewer nor more: every such limit stands here, with
//! its reason.

use crate::analysis::calibration::importance;
use crate::analysis::conduct::MOST_POINTS;
use crate::analysis::sensitivity::{evppi, regression, sobol};
use crate::error::{Problem, Result};
use crate::text::{Message, Text, say};

/// Most draws an analysis makes itself.
pub(super) const MOST_DRAWS: usize = 10_000;
/// Fewest draws with a 5th percentile of their own, and most of a forecast.
const FORECAST: [usize; 2] = [20, 20_000];
/// Most slices: the largest array Slurm takes as installed, less one.
const MOST_SLICES: usize = 1000;

/// The numbers that a command takes, from the least to the most, each with why there is no other beyond it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    least: usize,
    most: usize,
    fewer: Text,
    more: Text,
    /// Whether nothing at all may be asked for as well.
    or_none: bool,
}

impl Limits {
    fn new([least, most]: [usize; 2], fewer: impl Message, more: impl Message) -> Limits {
        Limits { least, most, fewer: fewer.text(), more: more.text(), or_none: false }
    }

    /// Draws of a regression on so many uncertain parameters.
    pub(super) fn regression(parameters: usize) -> Limits {
        let least = regression::draws_needed(parameters);
        let fewer = say::WhyRegression { draws: least, parameters };
        Limits::new([least, MOST_DRAWS], fewer, say::WHY_KEPT_DRAWS)
    }

    /// Draws of the value of knowing.
    pub(super) fn worth() -> Limits {
        let fewer = say::WhyWorth { draws: evppi::FEWEST };
        Limits::new([evppi::FEWEST, MOST_DRAWS], fewer, say::WHY_KEPT_DRAWS)
    }

    /// Draws of all analyses together: the regression needs the most of them.
    pub(super) fn decide(parameters: usize) -> Limits {
        let own = Limits::regression(parameters);
        let both = [own.fewer.clone(), Limits::worth().fewer];
        let fewer = Text::each(|lang| both.each_ref().map(|why| why.get(lang)).join("; "));
        Limits { fewer, ..own }
    }

    /// Draws of what makes its own, however few.
    pub(super) fn own_draws() -> Limits {
        Limits::new([1, MOST_DRAWS], say::WHY_ONE_DRAW, say::WHY_IN_MEMORY)
    }

    /// Draws of a forecast.
    pub(super) fn forecast() -> Limits {
        Limits::new(FORECAST, say::WhyFifth { draws: FORECAST[0] }, say::WHY_FORECASTS)
    }

    /// Base points of Sobol indices.
    pub(super) fn points() -> Limits {
        Limits::new([sobol::FEWEST, MOST_POINTS], say::WHY_POINTS, say::WHY_SEQUENCE)
    }

    /// Weighted draws of a calibration with so many uncertain parameters.
    pub(super) fn weighted(parameters: usize) -> Limits {
        let least = importance::draws_needed(parameters);
        let rounds = importance::ROUNDS;
        let draws = least / rounds;
        let fewer = say::WhyRounds { draws, parameters, rounds };
        Limits::new([least, 10 * MOST_DRAWS], fewer, say::WHY_IN_MEMORY)
    }

    /// Rows of a posterior.
    pub(super) fn rows() -> Limits {
        Limits::new([1, MOST_DRAWS], say::WHY_ONE_ROW, say::WHY_ROWS)
    }

    /// Draws of a run, and sets of persons for each.
    pub(super) fn numbered() -> Limits {
        Limits::new([1, u32::MAX as usize], say::WHY_ONE_DRAW, say::WHY_NUMBERED)
    }

    /// Slices of a run of so many draws.
    pub fn slices(draws: usize) -> Limits {
        let most = MOST_SLICES.min(draws);
        let more = if most < MOST_SLICES { say::WHY_SLICES.text() } else { say::WHY_ARRAY.text() };
        Limits::new([1, most], say::WHY_SLICES, more)
    }

    /// The same where nothing may be asked for as well.
    pub(super) fn or_none(self) -> Limits {
        Limits { or_none: true, ..self }
    }

    /// The same without an upper end: of draws that are there already.
    pub(super) fn without_most(self) -> Limits {
        Limits { most: usize::MAX, ..self }
    }

    /// Refuses a number outside, with what is allowed and why.
    pub fn ensure(&self, key: &str, value: usize) -> Result<()> {
        if (self.least..=self.most).contains(&value) || self.or_none && value == 0 {
            return Ok(());
        }
        let none = if self.or_none { "0, " } else { "" };
        let range = match self.most {
            usize::MAX => format!("{none}≥ {}", self.least),
            most => format!("{none}{} – {most}", self.least),
        };
        let why = if value < self.least { &self.fewer } else { &self.more };
        Err(Problem::new(say::NUMBER_OUT_OF_RANGE)
            .key(key)
            .found(value.to_string())
            .allowed(say::RangeBecause { range, why })
            .into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn told(limits: &Limits, value: usize, lang: Lang) -> String {
        limits.ensure("--draws", value).map_or_else(|e| e.render(lang), |()| "allowed".into())
    }

    /// Whatever the limit, a number beyond it is answered with a reason of its own in every language.
    #[test]
    fn every_limit_has_a_reason() {
        let all = [
            Limits::regression(68),
            Limits::worth(),
            Limits::decide(68),
            Limits::own_draws(),
            Limits::forecast(),
            Limits::points().or_none(),
            Limits::weighted(68),
            Limits::rows(),
            Limits::numbered(),
            Limits::slices(10),
            Limits::slices(100_000),
        ];
        for limits in all {
            for lang in [Lang::Nb, Lang::Nn, Lang::En] {
                assert_eq!(told(&limits, limits.least, lang), "allowed");
                assert_eq!(told(&limits, limits.most, lang), "allowed");
                let none = if limits.or_none { "0, " } else { "" };
                let [least, most] = [limits.least, limits.most];
                for (value, why) in [(least - 1, &limits.fewer), (most + 1, &limits.more)] {
                    let why = why.get(lang);
                    assert!(why.len() > 10, "{why}");
                    if value > 0 || !limits.or_none {
                        let told = told(&limits, value, lang);
                        assert!(told.ends_with(&format!("{none}{least} – {most} ({why})")), "{told}");
                    }
                }
            }
        }
        assert_eq!(told(&Limits::points().or_none(), 0, Lang::Nb), "allowed");
    }

    #[test]
    fn what_each_needs_is_told() {
        let decide = told(&Limits::decide(68), 100, Lang::Nb);
        assert!(
            decide.contains("207 – 10000") && decide.contains("68") && decide.contains("100"),
            "{decide}"
        );
        let calibrate = told(&Limits::weighted(68), 300, Lang::En);
        assert!(calibrate.contains("1035 – 100000") && calibrate.contains("5 rounds"), "{calibrate}");
        let kept = told(&Limits::regression(68).without_most(), 20, Lang::Nb);
        assert!(kept.contains("≥ 207 ("), "{kept}");
    }
}

//! A world without reactions: what a model costs by arithmetic alone. It is the same draw with every response at nothing, in
//! every model, the zero alternative too, simulated with the same random numbers; what differs from the world with reactions
//! is what the assumed reactions do (scheme.md S6.5).

use super::sampling::SCRAMBLES;
use crate::scenario::financing::Levers;
use crate::scenario::theta::Theta;
use std::ops::Range;

/// Whether anybody reacts to who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reactions {
    /// As drawn.
    Drawn,
    /// Nobody does.
    Nothing,
}

impl Reactions {
    /// The parameters of a draw.
    pub fn theta(self, theta: Theta) -> Theta {
        match self {
            Reactions::Drawn => theta,
            Reactions::Nothing => Theta {
                price_response: 0.0,
                award_response: 0.0,
                budget_squeeze: 0.0,
                state_squeeze: 0.0,
                squeeze_admission: 0.0,
                spillover: 0.0,
                norm_shift: 0.0,
                income_effect: 0.0,
                scheme_response: 0.0,
                work_response: 0.0,
                education_response: 0.0,
                admission_response: 0.0,
                ..theta
            },
        }
    }

    /// The levers of a model in a draw.
    pub fn levers(self, levers: Levers<f64>) -> Levers<f64> {
        match self {
            Reactions::Drawn => levers,
            Reactions::Nothing => Levers { norm_drift: 0.0, admission_drift: 0.0, ..levers },
        }
    }
}

/// The draws that are simulated once more without reactions. Which they are follows from their numbers, so that they are the
/// same in whatever pieces a run is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MechanicalDraws {
    /// None.
    #[default]
    None,
    /// The last [`TOGETHER`] of every [`AMONG`].
    Few,
    /// All.
    All,
}

/// So many draws in a row are simulated without reactions too: one of every scrambling of the points, so that their errors
/// can be told from one scrambling to the next as those of all draws are. (The specification has every twentieth draw, which
/// is of four of the 16 scramblings alone, and tells them from 400 draws.)
pub const TOGETHER: usize = SCRAMBLES;

/// So many draws have [`TOGETHER`] of them: a sixteenth, about six per cent of the time. They come last, so that the first
/// figures on a page are not waited for twice as long.
pub const AMONG: usize = TOGETHER * SCRAMBLES;

impl MechanicalDraws {
    /// Whether a draw is one of them.
    pub fn has(self, draw: usize) -> bool {
        match self {
            MechanicalDraws::None => false,
            MechanicalDraws::Few => draw % AMONG >= AMONG - TOGETHER,
            MechanicalDraws::All => true,
        }
    }

    /// How many there are before a draw.
    pub fn before(self, draw: usize) -> usize {
        match self {
            MechanicalDraws::None => 0,
            MechanicalDraws::Few => draw / AMONG * TOGETHER + (draw % AMONG).saturating_sub(AMONG - TOGETHER),
            MechanicalDraws::All => draw,
        }
    }

    /// Their numbers among some draws, in order.
    pub fn among(self, draws: &Range<usize>) -> impl Iterator<Item = usize> + use<> {
        draws.clone().filter(move |draw| self.has(*draw))
    }

    /// How many there are among some draws.
    pub fn number(self, draws: &Range<usize>) -> usize {
        self.before(draws.end) - self.before(draws.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    /// Ids of the parameters that are responses. The two drifts are levers, with a parameter for each model that has one.
    const RESPONSES: [&str; 12] = [
        "price_response",
        "award_response",
        "budget_squeeze",
        "state_squeeze",
        "squeeze_admission",
        "spillover",
        "norm_shift",
        "income_effect",
        "scheme_response",
        "work_response",
        "education_response",
        "admission_response",
    ];

    #[test]
    fn the_last_sixteen_of_every_256_whatever_the_pieces() {
        let few = MechanicalDraws::Few;
        let all: Vec<usize> = (240..256).chain(496..512).collect();
        assert_eq!(few.among(&(0..700)).collect::<Vec<_>>(), all);
        assert_eq!(few.among(&(250..500)).collect::<Vec<_>>(), all[10..20]);
        assert_eq!((few.number(&(0..240)), few.number(&(0..241)), few.before(512)), (0, 1, 32));
        // One of every scrambling.
        let mut scramblings: Vec<usize> = few.among(&(0..256)).map(|draw| draw % SCRAMBLES).collect();
        scramblings.sort_unstable();
        assert_eq!(scramblings, (0..SCRAMBLES).collect::<Vec<_>>());
        assert_eq!(MechanicalDraws::All.among(&(3..5)).collect::<Vec<_>>(), [3, 4]);
        assert_eq!(MechanicalDraws::None.number(&(0..100)), 0);
        for own in [few, MechanicalDraws::None, MechanicalDraws::All] {
            for border in 0..600 {
                assert_eq!(own.before(border), own.among(&(0..border)).count());
                assert_eq!(own.number(&(0..border)) + own.number(&(border..600)), own.number(&(0..600)));
            }
        }
    }

    #[test]
    fn without_reactions_the_responses_are_nothing_and_the_rest_stays() {
        let scenario = crate::scenario::load("national", &Default::default()).expect("shipped");
        let binding = crate::scenario::theta::Binding::new(&scenario.parameters).expect("complete");
        let means: Vec<f64> = scenario.parameters.scalars().iter().map(|s| s.distribution.mean()).collect();
        let with = |response: f64| {
            let mut values = means.clone();
            for id in RESPONSES {
                values[scenario.parameters.slot(id).expect("known")] = response;
            }
            binding.theta(&values)
        };
        // Some are nothing by themselves.
        assert_eq!(Reactions::Nothing.theta(with(0.25)), with(0.0));
        assert_eq!(Reactions::Nothing.theta(fixture::theta()), with(0.0));
        assert_eq!(Reactions::Drawn.theta(fixture::theta()), binding.theta(&means));
        let own = scenario.models[1].levers.drawn(&means);
        let drifting = Levers { norm_drift: 0.01, admission_drift: -0.01, ..own.clone() };
        let still = Reactions::Nothing.levers(drifting.clone());
        assert_eq!((still.norm_drift, still.admission_drift), (0.0, 0.0));
        assert_eq!(still.refund_rate, own.refund_rate);
        assert_eq!(Reactions::Drawn.levers(drifting).norm_drift, 0.01);
    }
}

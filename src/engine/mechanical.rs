//! A world without reactions: what a model costs by arithmetic alone. It is the same draw with every response at nothing, in
//! every model, the zero alternative too, simulated with the same random numbers; what differs from the world with reactions
//! is what the assumed reactions do (scheme.md S6.5).

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
    /// Those whose number can be divided by [`STEP`].
    Few,
    /// All.
    All,
}

/// One draw of so many is simulated without reactions too: about five per cent of the time.
pub const STEP: usize = 20;

impl MechanicalDraws {
    /// Draws from one to the next, 0 where there are none.
    fn step(self) -> usize {
        match self {
            MechanicalDraws::None => 0,
            MechanicalDraws::Few => STEP,
            MechanicalDraws::All => 1,
        }
    }

    /// Whether a draw is one of them.
    pub fn has(self, draw: usize) -> bool {
        self.step() > 0 && draw.is_multiple_of(self.step())
    }

    /// How many there are before a draw.
    pub fn before(self, draw: usize) -> usize {
        if self.step() == 0 { 0 } else { draw.div_ceil(self.step()) }
    }

    /// Their numbers among some draws, in order.
    pub fn among(self, draws: &Range<usize>) -> impl Iterator<Item = usize> + use<> {
        (self.before(draws.start)..self.before(draws.end)).map(move |n| n * self.step())
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
    fn every_twentieth_draw_whatever_the_pieces() {
        let few = MechanicalDraws::Few;
        assert_eq!(few.among(&(0..61)).collect::<Vec<_>>(), [0, 20, 40, 60]);
        assert_eq!(few.among(&(21..60)).collect::<Vec<_>>(), [40]);
        assert_eq!((few.number(&(1..20)), few.number(&(0..1)), few.before(41)), (0, 1, 3));
        assert!(few.has(0) && few.has(400) && !few.has(10));
        assert_eq!(MechanicalDraws::All.among(&(3..5)).collect::<Vec<_>>(), [3, 4]);
        assert_eq!(MechanicalDraws::None.number(&(0..100)), 0);
        assert!(!MechanicalDraws::None.has(0));
        for border in 0..70 {
            assert_eq!(few.number(&(0..border)) + few.number(&(border..70)), few.number(&(0..70)));
        }
    }

    #[test]
    fn without_reactions_the_responses_are_nothing_and_the_rest_stays() {
        let scenario = crate::scenario::load("national", &Default::default()).expect("shipped");
        let binding = crate::scenario::theta::Binding::new(&scenario.parameters).expect("complete");
        let means: Vec<f64> = scenario.parameters.scalars().iter().map(|s| s.distribution.mean()).collect();
        let mut without = means.clone();
        for id in RESPONSES {
            without[scenario.parameters.slot(id).expect("known")] = 0.0;
        }
        assert_eq!(Reactions::Nothing.theta(fixture::theta()), binding.theta(&without));
        assert_eq!(Reactions::Drawn.theta(fixture::theta()), binding.theta(&means));
        let own = scenario.models[1].levers.drawn(&means);
        let drifting = Levers { norm_drift: 0.01, admission_drift: -0.01, ..own.clone() };
        let still = Reactions::Nothing.levers(drifting.clone());
        assert_eq!((still.norm_drift, still.admission_drift), (0.0, 0.0));
        assert_eq!(still.refund_rate, own.refund_rate);
        assert_eq!(Reactions::Drawn.levers(drifting).norm_drift, 0.01);
    }
}

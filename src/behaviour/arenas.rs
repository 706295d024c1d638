//! Help at school, at work and in leisure (model.md §4 and §5). Today it is given outside BPA and paid by others; a model
//! whose `arenas` are opened lets BPA take it over. It is no part of need, gaps, coverage or participation.

use crate::rules::WEEKS;
use crate::rules::explain::explained;

/// School, work and leisure.
pub const ARENAS: usize = 3;

/// Hours of help in each arena for a user who has it, and what they cost, in a draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Help {
    /// Expected hours a week, school, work and leisure: the share who have the help times their hours.
    pub hours: [f64; ARENAS],
    /// Price of an hour in zone 1, base-year kroner.
    pub price: [f64; ARENAS],
    /// Share of the hours that one assistant across arenas saves.
    pub gain: f64,
}

/// Ages at which there is help: school, and leisure.
const SCHOOL: [f64; 2] = [6.0, 18.0];
const LEISURE: [f64; 2] = [6.0, 66.0];

/// What BPA takes over for one user while it runs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TakenOver {
    /// q: BPA hours a week.
    pub hours: f64,
    /// What school and leisure help cost the municipality, base-year kroner a year in zone 1.
    pub municipal: f64,
    /// What help at work costs the state.
    pub state: f64,
}

/// What BPA takes over for a user of an age, `employed` being 1 for those in work. `open` holds 1 for each arena that
/// the model opens, else 0.
#[inline(always)]
pub fn taken_over(help: &Help, open: &[f64; ARENAS], age: f64, employed: f64) -> TakenOver {
    let between = |[from, to]: [f64; 2]| if (age >= from) & (age <= to) { 1.0 } else { 0.0 };
    let school = open[0] * between(SCHOOL) * help.hours[0];
    let work = open[1] * employed * help.hours[1];
    let leisure = open[2] * between(LEISURE) * help.hours[2];
    TakenOver {
        hours: (1.0 - help.gain) * (school + work + leisure),
        municipal: WEEKS * (school * help.price[0] + leisure * help.price[2]),
        state: WEEKS * (work * help.price[1]),
    }
}

explained! {
    /// How the hours that BPA takes over are explained.
    HOURS "arena_hours_taken_over" "(1 − arena_gain)·(arenas.school·[6 ≤ age ≤ 18]·arena_share.school·arena_hours.school + \
         arenas.work·works·arena_share.work·arena_hours.work + \
         arenas.leisure·[6 ≤ age ≤ 66]·arena_share.leisure·arena_hours.leisure)";

    /// How what the municipality saves of help in arenas is explained.
    MUNICIPAL "arenas_saved_municipal" "52·running·(arenas.school·[6 ≤ age ≤ 18]·arena_share.school·arena_hours.school·\
         arena_price.school + arenas.leisure·[6 ≤ age ≤ 66]·arena_share.leisure·arena_hours.leisure·arena_price.leisure)·\
         wage·zone_price";

    /// How what the state saves of it is explained.
    STATE "arenas_saved_state" "52·running·arenas.work·works·arena_share.work·arena_hours.work·arena_price.work·wage·zone_price";
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELP: Help = Help { hours: [8.4, 2.0, 1.2], price: [340.0, 390.0, 260.0], gain: 0.1 };

    /// A pupil of ten for half the year, somebody of thirty in work, and somebody of seventy.
    #[test]
    fn who_has_help_where() {
        let child = taken_over(&HELP, &[1.0, 0.0, 1.0], 10.0, 0.0);
        assert!((child.hours - 8.64).abs() < 1e-12);
        assert!((0.5 * child.municipal - 82_368.0).abs() < 1e-9 && child.state == 0.0);
        let worker = taken_over(&HELP, &[1.0; 3], 30.0, 1.0);
        assert!((worker.hours - 2.88).abs() < 1e-12);
        assert!((worker.municipal - 16_224.0).abs() < 1e-9 && (worker.state - 40_560.0).abs() < 1e-9);
        assert_eq!(taken_over(&HELP, &[0.0, 0.0, 1.0], 70.0, 0.0), TakenOver::default());
        assert_eq!(taken_over(&HELP, &[0.0; 3], 10.0, 1.0), TakenOver::default());
        for (age, hours) in [(5.0, 0.0), (6.0, 8.64), (18.0, 8.64), (19.0, 1.08), (66.0, 1.08), (67.0, 0.0)] {
            let own = taken_over(&HELP, &[1.0, 0.0, 1.0], age, 0.0).hours;
            assert!((own - hours).abs() < 1e-12, "{age}: {own}");
        }
    }
}

//! What a figure is without reactions, from the draws that were simulated so too (scheme.md S6.5).
//!
//! The mean without reactions is the mean of all draws less what reactions do in those that were simulated both ways, so
//! that the mean, the mean without and the difference add up, and the error is that of the difference alone and not of a
//! smaller run. With n independent draws, m of them both ways, X with reactions, Y without and D = X − Y, its variance is
//! Var(Y)/n + Var(D)·(1/m − 1/n). Where draws are dealt from scramblings, each scrambling gives an estimate of its own, and
//! the error is that of the mean of these. Its percentiles are those of the m draws alone: draws that were not simulated
//! without reactions have no figure to be ranked.

use super::quantile;
use super::statistics::{Repeats, Statistics, draw_means, error_of_mean, moments};
use crate::engine::mechanical::{AMONG, MechanicalDraws};
use crate::engine::results::Results;

/// Fewest draws of a run for which one draw of so many tells what reactions do: one of every scrambling.
pub const ENOUGH: usize = AMONG;

/// Fewest draws without reactions for which percentiles are told: two of them lie beyond either end of nine in ten.
pub const ENOUGH_FOR_PERCENTILES: usize = 40;

/// A figure without reactions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mechanical {
    /// Its mean.
    pub mean: f64,
    /// Monte Carlo standard error of that mean; none with one draw.
    pub mcse: Option<f64>,
    /// Monte Carlo standard error of what reactions do, the mean with them less that without.
    pub reactions_mcse: Option<f64>,
    /// The 5th and 95th percentile over the draws that were simulated without reactions; none with fewer than
    /// [`ENOUGH_FOR_PERCENTILES`].
    pub interval: Option<(f64, f64)>,
}

/// Whether a run tells figures without reactions.
pub fn is_told(results: &Results) -> bool {
    match results.mechanical_draws {
        MechanicalDraws::None => false,
        MechanicalDraws::Few => results.draws >= ENOUGH,
        MechanicalDraws::All => true,
    }
}

/// A figure without reactions: `all` are its figures with them and `worlds` its numbers over all worlds, `with` and `without`
/// those in the worlds that were simulated both ways. None if there is no world in which it has both.
///
/// What is nothing in every world without reactions is nothing, whatever it happens to be in the others: services that are
/// bought by reaction alone, for instance.
pub fn mechanical(
    (all, worlds): (&Statistics, &[f64]),
    with: &[f64],
    without: &[f64],
    repeats: Repeats,
) -> Option<Mechanical> {
    let difference: Vec<f64> = with.iter().zip(without).map(|(with, without)| with - without).collect();
    let present: Vec<f64> = difference.iter().copied().filter(|x| x.is_finite()).collect();
    let (reactions, _) = moments(&present)?;
    let interval = interval(without, repeats);
    if without.iter().all(|x| *x == 0.0 || x.is_nan()) {
        return Some(Mechanical {
            mean: 0.0,
            mcse: all.mcse.map(|_| 0.0),
            reactions_mcse: all.mcse,
            interval,
        });
    }
    let [reactions_mcse, mcse] = match repeats.scrambles {
        0 => of_independent_draws(worlds, &difference, without, repeats),
        _ => of_scramblings(worlds, &difference, repeats),
    };
    Some(Mechanical { mean: all.mean - reactions + 0.0, mcse, reactions_mcse, interval })
}

/// The errors of what reactions do and of the mean without them, where every draw is independent.
fn of_independent_draws(
    worlds: &[f64],
    difference: &[f64],
    without: &[f64],
    repeats: Repeats,
) -> [Option<f64>; 2] {
    let spread = |worlds: &[f64]| {
        let means = draw_means(worlds, repeats.replicates);
        let (_, sd) = moments(&means).filter(|_| means.len() > 1)?;
        Some((sd * sd, means.len() as f64))
    };
    let n = (worlds.len() / repeats.replicates.max(1)) as f64;
    let mcse = spread(without)
        .zip(spread(difference))
        .map(|((own, _), (reactions, m))| (own / n + reactions * (1.0 / m - 1.0 / n).max(0.0)).sqrt());
    [spread(difference).map(|(reactions, m)| (reactions / m).sqrt()), mcse]
}

/// The same from what every scrambling says by itself. The draws that were simulated both ways are dealt from the scramblings
/// in turn as all draws are.
fn of_scramblings(worlds: &[f64], difference: &[f64], repeats: Repeats) -> [Option<f64>; 2] {
    let [all, reactions] = [worlds, difference].map(|own| repeats.means_in_order(own));
    let without: Vec<f64> =
        all.iter().zip(&reactions).filter_map(|(all, reactions)| Some((*all)? - (*reactions)?)).collect();
    let reactions: Vec<f64> = reactions.into_iter().flatten().collect();
    [error_of_mean(&reactions), error_of_mean(&without)]
}

/// Nine in ten of the draws without reactions, where they are enough.
fn interval(without: &[f64], repeats: Repeats) -> Option<(f64, f64)> {
    let values: Vec<f64> = without.iter().copied().filter(|x| x.is_finite()).collect();
    let enough = draw_means(without, repeats.replicates).len() >= ENOUGH_FOR_PERCENTILES;
    let [low, _, _, _, high] = quantile::percentiles(&values).filter(|_| enough)?;
    Some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::statistics::statistics;
    use crate::records::record::Record;
    use crate::records::tables::SummaryLine;

    fn of(all: &[f64], with: &[f64], without: &[f64], replicates: usize) -> Option<Mechanical> {
        let statistics = statistics(all, replicates).unwrap();
        mechanical((&statistics, all), with, without, replicates.into())
    }

    #[test]
    fn of_scramblings_by_hand() {
        // Two scramblings of three draws, the last of each both ways: means 3 and 5 less reactions of 1 and 4.
        let worlds = [1.0, 2.0, 3.0, 5.0, 5.0, 8.0];
        let repeats = Repeats { replicates: 1, scrambles: 2 };
        let statistics = statistics(&worlds, repeats).unwrap();
        let found = mechanical((&statistics, &worlds), &[5.0, 8.0], &[4.0, 4.0], repeats).unwrap();
        assert_eq!(found.mean, 4.0 - 2.5);
        // Estimates 2 and 1, reactions 1 and 4: half their distance.
        let errors = [found.mcse, found.reactions_mcse].map(|error| error.unwrap());
        assert!((errors[0] - 0.5).abs() < 1e-12 && (errors[1] - 1.5).abs() < 1e-12, "{errors:?}");
    }

    #[test]
    fn by_hand() {
        // Of four draws the first and third both ways: reactions add 1 and 3, so 2; their variance is 2, of the rest 8.
        let found = of(&[5.0, 7.0, 11.0, 9.0], &[5.0, 11.0], &[4.0, 8.0], 1).unwrap();
        assert_eq!(found.mean, 8.0 - 2.0);
        assert_eq!(found.mcse, Some((8.0f64 / 4.0 + 2.0 * (0.5 - 0.25)).sqrt()));
        assert_eq!(found.reactions_mcse, Some(1.0));
    }

    #[test]
    fn with_all_draws_it_is_the_mean_without() {
        let (with, without) = ([3.0, 5.0, 10.0], [1.0, 2.0, 6.0]);
        let found = of(&with, &with, &without, 1).unwrap();
        let plain = statistics(&without, 1).unwrap();
        assert!((found.mean - plain.mean).abs() < 1e-15);
        assert!((found.mcse.unwrap() - plain.mcse.unwrap()).abs() < 1e-15);
    }

    #[test]
    fn what_is_nothing_without_reactions_is_exactly_nothing() {
        let found = of(&[2.0, 4.0, 9.0, 7.0], &[2.0], &[0.0], 1).unwrap();
        assert_eq!((found.mean, found.mcse), (0.0, Some(0.0)));
        assert_eq!(found.reactions_mcse, statistics(&[2.0, 4.0, 9.0, 7.0], 1).unwrap().mcse);
        // And what reactions do nothing to has their error and no other.
        let same = of(&[2.0, 4.0, 9.0, 7.0], &[2.0, 9.0], &[2.0, 9.0], 1).unwrap();
        assert_eq!((same.mean, same.reactions_mcse), (5.5, Some(0.0)));
    }

    #[test]
    fn percentiles_are_those_of_the_draws_without_reactions_where_they_are_enough() {
        let least = ENOUGH_FOR_PERCENTILES;
        let interval = |draws: usize, replicates: usize| {
            let without: Vec<f64> = (0..draws * replicates).rev().map(|n| n as f64).collect();
            let with = vec![1000.0; without.len()];
            of(&with, &with, &without, replicates).unwrap().interval
        };
        // Type 7 by hand: of 0 to 39 the ends stand 0.05 · 39 from either end.
        let (low, high) = interval(least, 1).unwrap();
        assert!((low - 1.95).abs() < 1e-12 && (high - 37.05).abs() < 1e-12, "{low} {high}");
        assert_eq!(interval(least - 1, 1), None);
        let columns = SummaryLine::columns();
        let told = columns.iter().find(|column| column.name == "p05_mechanical").unwrap();
        assert!(told.meaning.ends_with(&format!("fewer than {least} of them")), "{}", told.meaning);
        // Draws count, not worlds; and nothing in every draw is nothing at both ends.
        assert_eq!(interval(least / 2, 2), None);
        assert_eq!(interval(least, 2).map(|(low, _)| low), Some(0.05 * 79.0));
        let all: Vec<f64> = (0..least).map(|n| n as f64).collect();
        assert_eq!(of(&all, &all, &vec![0.0; least], 1).unwrap().interval, Some((0.0, 0.0)));
    }

    #[test]
    fn missing_worlds_are_left_out_and_replicates_are_one_draw() {
        let nan = f64::NAN;
        assert_eq!(of(&[1.0, 2.0], &[nan, 2.0], &[1.0, nan], 1), None);
        assert_eq!(of(&[1.0, 3.0], &[1.0, nan], &[0.5, 2.0], 1).map(|f| f.mean), Some(1.5));
        // Draws of two worlds: what reactions do is 2 and 4 in the mean.
        let found = of(&[4.0, 6.0, 7.0, 9.0], &[4.0, 6.0, 7.0, 9.0], &[3.0, 3.0, 3.0, 5.0], 2).unwrap();
        assert_eq!((found.mean, found.reactions_mcse), (3.5, Some(1.0)));
        let one = of(&[5.0], &[5.0], &[4.0], 1).unwrap();
        assert_eq!((one.mean, one.mcse, one.reactions_mcse), (4.0, None, None));
    }
}

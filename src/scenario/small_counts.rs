//! Small counts of real persons: chosen, and forgotten, where the user's table is read.
//!
//! A count of 1–4 is hidden with its hours and kroner; so is a cell whose kroner one person has more than 80 % of. Where a
//! sum would give a hidden count away, one more is hidden, and where that is not enough, the sum: a reader who knows these
//! rules too is left with at least two values for every hidden count. What is hidden follows from the observed counts alone.
//! Seed, draws, models, years and assumptions change nothing in it, so that two releases of the same counts hide the same.
//!
//! To leave hidden counts out of results is not enough. Whoever may set any lever and any parameter makes some total depend
//! on one zone or one age alone, and has the count of the only municipality there from the difference of two runs. So no
//! simulation knows them: [`Withheld::from_units`] puts other counts in their place before anything is computed, hashed or
//! told, and those follow from what may be shown alone:
//!
//! - a shown unit keeps its number of recipients;
//! - hidden units share the sum of theirs by inhabitants, each at least [`THRESHOLD`] of them if the sum allows;
//! - recipients of an age, over all real units, stay as they are; ages of few share their sum with the next one in the same
//!   way, by the country's ages;
//! - as soon as any unit has few of any age, each unit's ages follow from these two sums, in proportion;
//! - where even their sum would tell of the hidden units, they are computed like those nobody counted (mixed placement), or
//!   the whole country is hidden and every unit has one person of each age.
//!
//! Everything the program writes, prints, names or refuses after that is a function of these, whatever is asked of it.

use super::units::{Placement, SMALL_MUNICIPALITY, Unit};

/// The smallest count that a cell may show.
pub const THRESHOLD: u64 = 5;

/// The largest share of a cell's kroner that one person may have.
const DOMINANCE: f64 = 0.8;

/// Classes of age whose services the state refunds under the law: those below 67.
const REFUNDED: usize = 3;

/// Persons by class of age.
type Ages = [u64; 5];

/// What is withheld of a scenario because it is of few real persons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// By unit: whether its figures are. Empty where no unit's are.
    pub units: Vec<bool>,
    /// Whether recipients by age are, all units together.
    pub ages: bool,
    /// Whether figures of the small municipalities alone are.
    pub small_municipalities: bool,
    /// Whether every figure is.
    pub country: bool,
    /// Whether there were small counts, which are forgotten: units have others in their place.
    pub forgotten: bool,
}

impl Withheld {
    /// Chooses what is withheld of these units, and takes the counts of real persons away where some of them are small.
    /// `national` are the country's recipients by age.
    pub fn from_units(units: &mut [Unit], placement: Placement, national: &[f64; 5]) -> Withheld {
        let real: Vec<Option<Ages>> = units
            .iter()
            .map(|u| u.recipients.filter(|_| u.real_persons).map(|ages| ages.map(u64::from)))
            .collect();
        if real.iter().all(Option::is_none) {
            return Withheld::default();
        }
        let (hidden, open) = hide(units, &real);
        let mut withheld = Withheld {
            forgotten: real.iter().flatten().any(|ages| too_few(ages) || ages.iter().any(|n| small(*n))),
            ..Withheld::default()
        };
        // Everybody is counted: the country is the sum of what was observed.
        let all = sum(units.iter().filter_map(|u| u.recipients).map(|ages| ages.map(u64::from)));
        let country = placement != Placement::Mixed && (!open || too_few(&all));
        // Whatever the placement the same is forgotten in the same way: two releases tell no more than one.
        let computed = placement == Placement::Mixed && !open;
        let kept: Vec<Option<Ages>> =
            real.iter().zip(&hidden).map(|(real, hidden)| real.filter(|_| !(computed && *hidden))).collect();
        let ages = sum(kept.iter().flatten().copied());
        let few = few(&ages);
        if withheld.forgotten {
            let other = if country {
                kept.iter().map(|own| own.map(|_| [1; 5])).collect()
            } else {
                let ages = shared(&ages, &few, national);
                by_age(&recipients(units, &kept, &hidden), ages)
            };
            for (unit, other) in units.iter_mut().zip(other).filter(|(unit, _)| unit.real_persons) {
                unit.recipients = other.map(|ages| ages.map(|n| n as u32));
            }
        }
        match placement {
            Placement::Rates => {}
            Placement::Observed => {
                let below = units.iter().zip(&real).filter(|(u, _)| u.inhabitants().is_some_and(is_small));
                let below = below.filter_map(|(u, real)| real.or(u.recipients.map(|a| a.map(u64::from))));
                withheld.small_municipalities = too_few(&sum(below)) || country;
                withheld.ages = few.contains(&true) || all.iter().any(|n| small(*n)) || country;
                withheld.country = country;
                withheld.units = if country { vec![true; units.len()] } else { hidden };
            }
            // The others are the national totals less what is observed: shown, they would tell the rest.
            Placement::Mixed if !open => {
                withheld.units =
                    hidden.iter().zip(&real).map(|(hidden, real)| *hidden || real.is_none()).collect();
            }
            Placement::Mixed => withheld.units = hidden,
        }
        withheld
    }
}

fn is_small(inhabitants: f64) -> bool {
    inhabitants < SMALL_MUNICIPALITY
}

/// Whether a count is too small to be shown.
fn small(count: u64) -> bool {
    count > 0 && count < THRESHOLD
}

/// Whether one person has too much of the kroner of a cell of so many. Of their hours the input says nothing: they count alike.
fn dominated(persons: u64) -> bool {
    persons > 0 && 1.0 / persons as f64 > DOMINANCE
}

/// Whether a unit's or the country's figures are of too few: all recipients, or those that kroner of refund are of.
fn too_few(recipients: &Ages) -> bool {
    small(recipients.iter().sum()) || dominated(recipients[..REFUNDED].iter().sum())
}

fn sum(counts: impl Iterator<Item = Ages>) -> Ages {
    counts.fold([0; 5], |sum, ages| std::array::from_fn(|age| sum[age] + ages[age]))
}

/// Which units are hidden; and whether the sum over the country leaves them open. Only units with real persons are: others'
/// counts are published, or nobody's.
///
/// What is hidden beside a small count is the group's next unit by number of inhabitants, then by id: an order that everybody
/// knows. By number of recipients, its place among those shown would tell of its count.
fn hide(units: &[Unit], real: &[Option<Ages>]) -> (Vec<bool>, bool) {
    let count = |u: usize| real[u].map_or(0, |ages| ages.iter().sum::<u64>());
    let first: Vec<bool> = real.iter().map(|ages| ages.is_some_and(|ages| too_few(&ages))).collect();
    let mut hidden = first.clone();
    let inhabitants = |u: usize| units[u].inhabitants().unwrap_or(f64::INFINITY);
    let order = |a: &usize, b: &usize| inhabitants(*a).total_cmp(&inhabitants(*b)).then(a.cmp(b));
    let groups = groups(units);
    loop {
        let before = hidden.clone();
        for group in &groups {
            let own = group.iter().filter(|u| hidden[**u]).count();
            let beside = group.iter().copied().filter(|u| !first[*u] && count(*u) > 0);
            let (some, others): (Vec<usize>, Vec<usize>) = beside.partition(|u| hidden[*u]);
            if own > 0
                && (own == 1 || some.is_empty())
                && let Some(next) = others.into_iter().min_by(order)
            {
                hidden[next] = true;
            }
        }
        if hidden == before {
            break;
        }
    }
    let own: Vec<u64> = (0..units.len()).filter(|u| hidden[*u]).map(count).collect();
    let open = own.is_empty() || open(&own);
    (hidden, open)
}

/// Whether hidden cells of a known sum are left open to a reader who knows the rules, and even which of them are small: each
/// can take another value if another cell can take or give the difference.
fn open(cells: &[u64]) -> bool {
    let sum: u64 = cells.iter().sum();
    let few = cells.iter().filter(|n| small(**n)).count() as u64;
    let least = few + THRESHOLD * (cells.len() as u64 - few);
    let most = if cells.iter().all(|n| small(*n)) { (THRESHOLD - 1) * few } else { u64::MAX };
    cells.len() > 1 && sum >= THRESHOLD && least < sum && sum < most
}

/// The recipients of one unit by age as a file may tell them, and which ages share their sum: as many as there are, where ages of
/// few share theirs by the country's ages as in [`Withheld::from_units`]. None where there are so few that nothing may be told.
pub fn of_one_unit(ages: &[u64; 5], national: &[f64; 5]) -> Option<([u64; 5], [bool; 5])> {
    if small(ages.iter().sum()) {
        return None;
    }
    let few = few(ages);
    Some((shared(ages, &few, national), few))
}

/// Groups of units whose sums may be known: the country first, counties, centrality classes, KOSTRA groups.
fn groups(units: &[Unit]) -> Vec<Vec<usize>> {
    let keys: [fn(&Unit) -> String; 4] = [
        |_| String::new(),
        |u| u.county.clone(),
        |u| u.centrality.map_or(String::new(), |c| c.to_string()),
        |u| u.kostra_group.clone().unwrap_or_default(),
    ];
    let mut all = Vec::new();
    for key in keys {
        let mut sorted: Vec<(String, usize)> = units.iter().enumerate().map(|(i, u)| (key(u), i)).collect();
        sorted.sort();
        let parts = sorted.chunk_by(|a, b| a.0 == b.0);
        all.extend(parts.map(|group| group.iter().map(|(_, u)| *u).collect::<Vec<_>>()));
    }
    all
}

/// Which ages are of few, and one beside them that isn't: the nearest with persons, then the younger. Where their sum does not
/// leave them open, all ages. Another one would not do: that the first was not enough would tell the sum. Nor would a part
/// where all are few.
fn few(ages: &Ages) -> [bool; 5] {
    let mut few = ages.map(small);
    if !few.contains(&true) {
        return few;
    }
    let first = few;
    let distance = |a: &usize| (0..5).filter(|b| first[*b]).map(|b| b.abs_diff(*a)).min();
    if let Some(next) = (0..5).filter(|a| !first[*a] && ages[*a] > 0).min_by_key(distance) {
        few[next] = true;
    }
    let own: Vec<u64> = (0..5).filter(|a| few[*a]).map(|a| ages[a]).collect();
    if open(&own) && ages.iter().sum::<u64>() >= 2 * THRESHOLD { few } else { [true; 5] }
}

/// Recipients by age, where those of few share their sum.
fn shared(ages: &Ages, few: &[bool; 5], national: &[f64; 5]) -> Ages {
    let own: Vec<usize> = (0..5).filter(|age| few[*age]).collect();
    let weights: Vec<f64> = own.iter().map(|age| national[*age]).collect();
    let mut shared = *ages;
    let total = own.iter().map(|age| ages[*age]).sum();
    own.iter().zip(share(total, &weights)).for_each(|(age, n)| shared[*age] = n);
    shared
}

/// Recipients of each unit, where hidden ones share their sum.
fn recipients(units: &[Unit], kept: &[Option<Ages>], hidden: &[bool]) -> Vec<Option<u64>> {
    let mut counts: Vec<Option<u64>> = kept.iter().map(|ages| ages.map(|ages| ages.iter().sum())).collect();
    let own: Vec<usize> = (0..units.len()).filter(|u| hidden[*u] && counts[*u].is_some()).collect();
    let inhabitants: Option<Vec<f64>> = own.iter().map(|u| units[*u].inhabitants()).collect();
    let weights = inhabitants.unwrap_or_else(|| vec![1.0; own.len()]);
    let total = own.iter().filter_map(|u| counts[*u]).sum();
    own.iter().zip(share(total, &weights)).for_each(|(u, n)| counts[*u] = Some(n));
    counts
}

/// Ages of each unit's recipients in proportion, so that both sums are met: by unit, and by age.
fn by_age(recipients: &[Option<u64>], mut left: Ages) -> Vec<Option<Ages>> {
    let mut ages_of = |count: u64| {
        let found = in_proportion(count, &left.map(|n| n as f64));
        let ages: Ages = std::array::from_fn(|age| found[age].min(left[age]));
        (0..5).for_each(|age| left[age] -= ages[age]);
        ages
    };
    recipients.iter().map(|count| count.map(&mut ages_of)).collect()
}

/// So many persons over cells: [`THRESHOLD`] in each if there are enough, so that none is taken for a small count; the rest
/// by weight.
fn share(total: u64, weights: &[f64]) -> Vec<u64> {
    let cells = weights.len() as u64;
    let least = total.checked_div(cells).map_or(0, |each| each.min(THRESHOLD));
    let mut counts = in_proportion(total - least * cells, weights);
    counts.iter_mut().for_each(|n| *n += least);
    counts
}

/// Whole numbers with a given sum in proportion to weights: the largest remainders are rounded up, equal ones in order.
pub(super) fn in_proportion(total: u64, weights: &[f64]) -> Vec<u64> {
    let sum: f64 = weights.iter().sum();
    let even = vec![1.0; weights.len()];
    let (weights, sum) = if sum > 0.0 { (weights, sum) } else { (&even[..], even.len() as f64) };
    // The ratio first: where all are taken, it is exactly one.
    let ratio = total as f64 / sum;
    let exact: Vec<f64> = weights.iter().map(|w| w * ratio).collect();
    let mut counts: Vec<u64> = exact.iter().map(|x| x.floor() as u64).collect();
    let missing = total.saturating_sub(counts.iter().sum());
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by(|a, b| exact[*b].fract().total_cmp(&exact[*a].fract()));
    order.into_iter().cycle().take(missing as usize).for_each(|cell| counts[cell] += 1);
    counts
}

#[cfg(test)]
#[path = "small_counts_tests.rs"]
mod tests;

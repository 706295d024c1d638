//! Small counts of real persons: chosen, and forgotten, where the user's table is read.
//!
//! A municipality or district is *of few* where it has 1–4 recipients. Of another one, classes of age with 1–4 recipients are
//! small counts as well, and so are those below 67 together, whom kroner of refund are of: of fewer than five, one may have most
//! of them. Which they are follows from the counts of that unit alone: seed, draws, models, years, assumptions, other units and
//! numbers of inhabitants change nothing in it.
//!
//! To leave small counts out of results is not enough. Whoever may set any lever and any parameter makes some total depend on one
//! zone or one age alone; and whoever has two tables, a municipality more in one of them or another number of inhabitants, has
//! from the difference what a total was kept for. So nothing of a small count, nor of a sum with one in it, is known to any
//! simulation. [`Withheld::from_units`] puts other numbers in their place before anything is computed, hashed or told:
//!
//! - a unit that is not of few keeps its number of recipients. Each class of age with few shares a sum with the nearest that is
//!   not, in proportion to the country's ages; where that sum would tell of them, or few are below 67, all its classes do
//!   ([`of_one_unit`]). Where it is not told how many are below 67, nor is the refund of its accounts;
//! - a unit of few is computed like those nobody counted (mixed placement). Where everybody is counted it has as many
//!   recipients for each inhabitant as the others together have;
//! - where no unit is left that is not of few, everything is hidden, and every unit has one person of each age.
//!
//! No sum over units has a small count in it, so nothing else need be hidden to keep one from being found by subtraction; and an
//! import ([`crate::import`]) writes what a run of the same table knows. Everything the program writes, prints, names or refuses
//! after that is a function of these numbers, whatever is asked of it.

use super::units::{Placement, SMALL_MUNICIPALITY, Unit};

/// The smallest count that a cell may show.
pub const THRESHOLD: u64 = 5;

/// Classes of age whose services the state refunds under the law: those below 67.
pub const REFUNDED: usize = 3;

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
    /// By unit: which of its classes of age share their sum; all of them in a unit of few. What else is known of the recipients
    /// of a part of such classes is forgotten too.
    pub shared: Vec<[bool; 5]>,
    /// By unit: whether it is of few, so that nothing of its own may be told whatever the placement.
    pub of_few: Vec<bool>,
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
        let told: Vec<Option<(Ages, [bool; 5])>> =
            real.iter().map(|own| own.and_then(|ages| of_one_unit(&ages, national))).collect();
        let of_few: Vec<bool> =
            real.iter().zip(&told).map(|(own, told)| own.is_some() && told.is_none()).collect();
        let shared: Vec<[bool; 5]> = told
            .iter()
            .zip(&of_few)
            .map(|(told, few)| told.map_or([*few; 5], |(_, shared)| shared))
            .collect();
        let none_left = of_few.contains(&true) && recipients(units, |u| !of_few[u]) == 0;
        let country = placement == Placement::Observed && none_left;
        let rate = rate(units, &of_few);
        for (u, unit) in units.iter_mut().enumerate().filter(|(u, _)| real[*u].is_some()) {
            let other = match told[u] {
                _ if country => Some([1; 5]),
                Some((ages, _)) => Some(ages),
                None if placement == Placement::Observed => Some(in_the_place_of_few(unit, rate, national)),
                None => None,
            };
            unit.recipients = other.map(|ages| ages.map(|n| n as u32));
        }
        let forgotten = shared.iter().flatten().any(|shared| *shared);
        let below = |u: usize| units[u].inhabitants().is_some_and(|n| n < SMALL_MUNICIPALITY);
        let few_below = (0..units.len()).any(|u| of_few[u] && below(u));
        let small_municipalities = few_below && recipients(units, |u| below(u) && !of_few[u]) == 0;
        let observed = placement == Placement::Observed;
        Withheld {
            units: match placement {
                Placement::Rates => Vec::new(),
                _ if country => vec![true; units.len()],
                _ => of_few.clone(),
            },
            // Of ages that share a sum the country's are not those that were counted.
            ages: observed && (country || told.iter().flatten().any(|(_, shared)| shared.contains(&true))),
            small_municipalities: observed && (country || small_municipalities),
            country,
            forgotten,
            shared,
            of_few,
        }
    }

    /// Whether nothing that a unit's owner knows of it may be told: figures of its accounts, groups of its recipients.
    pub fn nothing_of(&self, unit: usize) -> bool {
        self.country || self.of_few.get(unit) == Some(&true)
    }

    /// Whether the refund that a unit's accounts know of may not be told: it is of those below 67, of whom nothing is told.
    pub fn no_refund_of(&self, unit: usize) -> bool {
        self.nothing_of(unit) || self.shared.get(unit).is_some_and(hides_the_refunded)
    }

    /// Whether what is known of recipients of these ages would tell of classes that share their sum: it is of a part of them.
    pub fn is_part_of_shared(&self, unit: usize, ages: &[bool; 5]) -> bool {
        self.shared.get(unit).is_some_and(|shared| is_part_of(shared, ages))
    }
}

/// Whether some ages are a part of those that share their sum, alone or with others.
pub fn is_part_of(shared: &[bool; 5], ages: &[bool; 5]) -> bool {
    let of_them = (0..5).filter(|age| shared[*age]);
    let (mut some, mut all) = (false, true);
    of_them.for_each(|age| (some, all) = (some | ages[age], all & ages[age]));
    some && !all
}

/// Whether ages that share their sum leave open how many are below 67.
pub fn hides_the_refunded(shared: &[bool; 5]) -> bool {
    shared[..REFUNDED].contains(&true) && shared[REFUNDED..].contains(&true)
}

/// Recipients of the units that are asked for.
fn recipients(units: &[Unit], wanted: impl Fn(usize) -> bool) -> u64 {
    let own = units.iter().enumerate().filter(|(u, _)| wanted(*u)).filter_map(|(_, unit)| unit.recipients);
    own.flatten().map(u64::from).sum()
}

/// Recipients for each inhabitant in the units that are not of few and whose inhabitants are known.
fn rate(units: &[Unit], of_few: &[bool]) -> Option<f64> {
    let known = |u: usize| !of_few[u] && units[u].recipients.is_some() && units[u].inhabitants().is_some();
    let inhabitants: f64 =
        units.iter().enumerate().filter(|(u, _)| known(*u)).filter_map(|(_, unit)| unit.inhabitants()).sum();
    (inhabitants > 0.0).then(|| recipients(units, known) as f64 / inhabitants)
}

/// Recipients that a unit of few has in the place of its own: by its inhabitants, one at least; where they are unknown, as many
/// as are in the middle of what is few.
fn in_the_place_of_few(unit: &Unit, rate: Option<f64>, national: &[f64; 5]) -> Ages {
    let by_rate = rate.zip(unit.inhabitants()).map(|(rate, inhabitants)| (rate * inhabitants).round() as u64);
    let ages = in_proportion(by_rate.unwrap_or(THRESHOLD / 2).max(1), national);
    std::array::from_fn(|age| ages[age])
}

/// Whether a count is too small to be shown.
pub fn small(count: u64) -> bool {
    count > 0 && count < THRESHOLD
}

/// The recipients of one unit by age as they may be known, and which ages share their sum: as many as there are, where ages of
/// few share theirs with the nearest by the country's ages. None where the unit is of few.
pub fn of_one_unit(ages: &[u64; 5], national: &[f64; 5]) -> Option<([u64; 5], [bool; 5])> {
    if small(ages.iter().sum()) {
        return None;
    }
    let few = few(ages);
    Some((shared(ages, &few, national), few))
}

/// Which ages share their sum: those of few, each with the nearest that isn't, of two the younger. One for all would be another
/// one when a further age comes to be of few, and what it was before would tell of the first. Where their sum is not enough to
/// seem to be of none few, all ages share: what is told is then told again when it is read again, and cells of so large a sum
/// are open. A further one beside them would not do: that the first was not enough would tell the sum. Nor would a part where all
/// are few, or where those below 67 are: that these are not one would then be known.
pub fn few(ages: &[u64; 5]) -> [bool; 5] {
    let few = ages.map(small);
    if !few.contains(&true) && !small(ages[..REFUNDED].iter().sum()) {
        return few;
    }
    let beside = |own: usize| (0..5).filter(|a| !few[*a] && ages[*a] > 0).min_by_key(|a| a.abs_diff(own));
    let mut shared = few;
    (0..5).filter(|a| few[*a]).filter_map(beside).for_each(|a| shared[a] = true);
    let own: Vec<u64> = (0..5).filter(|a| shared[*a]).map(|a| ages[a]).collect();
    let enough = own.iter().sum::<u64>() >= THRESHOLD * own.len() as u64;
    if enough && !small(ages[..REFUNDED].iter().sum()) { shared } else { [true; 5] }
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
pub fn in_proportion(total: u64, weights: &[f64]) -> Vec<u64> {
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

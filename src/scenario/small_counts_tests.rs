//! Tests of what is chosen and forgotten: by hand, and over every small input at once as a reader would try them.

use super::*;
use crate::scenario::{load, overrides::Options};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

fn norway() -> Vec<Unit> {
    static UNITS: LazyLock<Vec<Unit>> =
        LazyLock::new(|| load("national", &Options::default()).unwrap().units);
    UNITS.to_vec()
}

/// Units of one county and class: all groups are the whole.
fn alike(many: usize) -> Vec<Unit> {
    let mut units = norway()[..many].to_vec();
    for unit in &mut units {
        (unit.county, unit.centrality, unit.kostra_group) = ("One".into(), Some(1), None);
        unit.population = None;
    }
    units
}

#[test]
fn a_unit_is_of_few_by_its_own_counts_alone() {
    let of_few = |ages: [u64; 5]| of_one_unit(&ages, &NATIONAL).is_none();
    assert!(
        of_few([1, 0, 0, 0, 0]) && of_few([1, 1, 1, 1, 0]) && !of_few([0, 5, 0, 0, 0]) && !of_few([0; 5])
    );
}

/// Ages by the letters of the ages that share: c(hildren), a(dults), m(iddle), s(enior), o(ld).
fn sharing(ages: [u64; 5]) -> String {
    "camso".chars().zip(few(&ages)).filter_map(|(letter, few)| few.then_some(letter)).collect()
}

#[test]
fn each_age_of_few_shares_with_one_of_its_own() {
    assert_eq!(sharing([16, 43, 24, 9, 6]), "");
    assert_eq!(sharing([16, 43, 24, 9, 1]), "so");
    // One fewer of another age: the oldest go on sharing with the same, so that nothing is told of them.
    assert_eq!(sharing([16, 43, 4, 9, 1]), "amso");
    assert_eq!(sharing([16, 43, 4, 9, 0]), "am");
    // Below 67 are few: that is told of no ages, and their refund isn't either.
    assert_eq!(sharing([1, 0, 0, 20, 10]), "camso");
    assert_eq!(sharing([0, 2, 0, 5, 5]), "camso");
    assert_eq!(sharing([0, 0, 0, 20, 10]), "");
    assert_eq!(sharing([0, 9, 2, 7, 0]), "am");
    // Nine are not enough for two to seem to be of none few.
    assert_eq!(sharing([0, 7, 2, 7, 0]), "camso");
    let hides = |ages: [u64; 5]| hides_the_refunded(&few(&ages));
    assert!(hides([0, 2, 0, 5, 5]) && hides([16, 43, 4, 9, 1]));
    assert!(!hides([16, 43, 24, 9, 1]) && !hides([16, 43, 4, 9, 0]) && !hides([16, 43, 24, 9, 6]));
}

#[test]
fn what_is_known_of_a_part_of_ages_that_share_is_told_from_what_is_known_of_all() {
    let shared = [false, false, false, true, true];
    let part = |ages: &[usize]| is_part_of(&shared, &std::array::from_fn(|age| ages.contains(&age)));
    assert!(
        part(&[3])
            && part(&[4])
            && part(&[2, 3])
            && !part(&[3, 4])
            && !part(&[0, 1, 2, 3, 4])
            && !part(&[0, 1])
    );
}

/// What an import writes is read again by a run: nothing of it is taken for a small count then.
#[test]
fn what_is_told_is_told_again() {
    const VALUES: [u64; 9] = [0, 1, 2, 4, 5, 6, 9, 12, 30];
    for n in 0..VALUES.len().pow(5) {
        let ages: Ages = std::array::from_fn(|age| VALUES[n / VALUES.len().pow(age as u32) % VALUES.len()]);
        if let Some((told, _)) = of_one_unit(&ages, &NATIONAL) {
            assert_eq!(of_one_unit(&told, &NATIONAL).map(|(again, _)| again), Some(told), "{ages:?}");
        }
    }
}

/// Every input a reader could try, by what is released of it.
fn readers<View: Ord>(
    cells: usize,
    most: u64,
    mut view: impl FnMut(&[u64]) -> Option<View>,
) -> Vec<Vec<Vec<u64>>> {
    let mut by_view: BTreeMap<View, Vec<Vec<u64>>> = BTreeMap::new();
    for n in 0..(most + 1).pow(cells as u32) {
        let input: Vec<u64> = (0..cells as u32).map(|i| n / (most + 1).pow(i) % (most + 1)).collect();
        if let Some(view) = view(&input) {
            by_view.entry(view).or_default().push(input);
        }
    }
    by_view.into_values().collect()
}

/// Whether a count of 1–4 is the same in all inputs that fit what is released. `most` bounds what a reader tries, so inputs
/// near it don't count.
fn determined(same: &[Vec<u64>], most: u64) -> Option<&Vec<u64>> {
    same.iter().filter(|input| input.iter().all(|n| n + THRESHOLD <= most)).find(|input| {
        (0..input.len()).any(|i| small(input[i]) && same.iter().all(|other| other[i] == input[i]))
    })
}

#[test]
fn a_reader_who_knows_the_rules_and_tries_all_ages_finds_nothing() {
    let most = 12;
    let views = readers(5, most, |counts| {
        let ages: Ages = counts.try_into().unwrap();
        let (few, hidden) = (few(&ages), small(ages.iter().sum()));
        let shown: Vec<Option<u64>> = few.iter().zip(ages).map(|(few, n)| (!few).then_some(n)).collect();
        (!hidden).then(|| (shown, ages.iter().sum::<u64>()))
    });
    for same in &views {
        assert_eq!(determined(same, most), None, "{same:?}");
    }
}

/// The country's recipients by age, as weights.
const NATIONAL: [f64; 5] = [7.0, 19.0, 11.0, 4.0, 1.0];

/// Units with these recipients, everybody real, as they are simulated.
fn simulated(counts: &[[u32; 5]], placement: Placement) -> (Vec<Option<[u32; 5]>>, Withheld) {
    let mut units = alike(counts.len());
    for ((n, unit), own) in units.iter_mut().enumerate().zip(counts) {
        (unit.recipients, unit.real_persons) = (Some(*own), true);
        unit.population = Some([0.0, 1000.0 * (n + 1) as f64, 0.0, 0.0, 0.0]);
    }
    let withheld = Withheld::from_units(&mut units, placement, &NATIONAL);
    (units.into_iter().map(|u| u.recipients).collect(), withheld)
}

#[test]
fn what_is_simulated_follows_from_what_is_told() {
    let counts = [[1, 1, 1, 0, 0], [8, 7, 5, 6, 5], [9, 9, 6, 7, 8]];
    let (other, withheld) = simulated(&counts, Placement::Observed);
    assert_eq!(withheld.units, [true, false, false]);
    assert!(withheld.forgotten && !withheld.ages && !withheld.country);
    // 31 + 39 of 5000 inhabitants are 14 of 1000: 7 : 19 : 11 : 4 : 1 of 42 are 2.33, 6.33, 3.67, 1.33, 0.33; the largest remainders are rounded up.
    assert_eq!(other, [Some([2, 6, 4, 1, 1]), Some(counts[1]), Some(counts[2])]);
    // Nothing small: all as it is.
    let counts = [[5, 5, 6, 0, 0], [8, 7, 5, 6, 5]];
    assert_eq!(simulated(&counts, Placement::Observed).0, counts.map(Some));
    assert!(!simulated(&counts, Placement::Observed).1.forgotten);
    // Of an age there are few: it shares with the nearest, five each if there are enough. The other unit is as it is.
    let counts = [[8, 7, 5, 9, 1], [8, 7, 5, 6, 0]];
    let (other, withheld) = simulated(&counts, Placement::Observed);
    assert!(withheld.ages && withheld.units == [false, false]);
    assert_eq!(withheld.shared, [[false, false, false, true, true], [false; 5]]);
    assert_eq!(other, [Some([8, 7, 5, 5, 5]), Some(counts[1])]);
    // Others are computed: so is who is of few.
    let counts = [[1, 1, 1, 0, 0], [8, 7, 5, 6, 5], [8, 7, 5, 9, 1]];
    let (other, withheld) = simulated(&counts, Placement::Mixed);
    assert_eq!(other, [None, Some(counts[1]), Some([8, 7, 5, 5, 5])]);
    assert_eq!((withheld.units, withheld.ages), (vec![true, false, false], false));
    // Where rates are used, counts are forgotten all the same, and nothing of the unit's accounts is told.
    let (other, withheld) = simulated(&counts, Placement::Rates);
    assert_eq!((other[0], withheld.units.len()), (None, 0));
    assert!(withheld.nothing_of(0) && !withheld.nothing_of(1));
    // A country of few.
    let (other, withheld) = simulated(&[[1, 1, 0, 0, 0], [0; 5]], Placement::Observed);
    assert!(withheld.country && other == [Some([1; 5]); 2]);
    let (other, withheld) = simulated(&[[1, 1, 0, 0, 0], [0; 5]], Placement::Mixed);
    assert_eq!(
        (other, withheld.units, withheld.country),
        (vec![None, Some([0; 5])], vec![true, false], false)
    );
}

/// A unit of few whose inhabitants are unknown, and one that is nobody's by the rate.
#[test]
fn who_is_of_few_has_at_least_one_in_its_place() {
    let mut unit = alike(1).remove(0);
    assert_eq!(in_the_place_of_few(&unit, Some(0.1), &NATIONAL), [0, 1, 1, 0, 0]);
    unit.population = Some([10.0, 0.0, 0.0, 0.0, 0.0]);
    assert_eq!(in_the_place_of_few(&unit, Some(0.01), &NATIONAL), [0, 1, 0, 0, 0]);
    assert_eq!(in_the_place_of_few(&unit, None, &NATIONAL), [0, 1, 1, 0, 0]);
}

#[test]
fn cells_share_a_sum_by_weight_and_none_is_small_where_it_needn_t_be() {
    assert_eq!(share(34, &[1.0, 10.0]), [7, 27]);
    assert_eq!(share(7, &[1.0, 10.0]), [3, 4]);
    assert_eq!(share(12, &[0.0, 0.0]), [6, 6]);
    assert_eq!(share(0, &[]), [0; 0]);
}

/// Two tables that differ in small counts alone are one to every simulation, whatever else is in them: so no second table, with
/// a unit more or less, other inhabitants or other shown counts, tells more of them than the first.
fn another_with_the_same_told(counts: [u32; 5], wanted: usize) -> Option<[u32; 5]> {
    let own = of_one_unit(&counts.map(u64::from), &NATIONAL);
    let cells = |n: u32| -> [u32; 5] { std::array::from_fn(|age| n / 10u32.pow(age as u32) % 10) };
    let same = |ages: &[u32; 5]| of_one_unit(&ages.map(u64::from), &NATIONAL) == own;
    (0..10u32.pow(5)).map(cells).filter(|ages| *ages != counts && same(ages)).nth(wanted)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn what_is_simulated_is_a_function_of_what_is_told_of_each_unit(
        counts in proptest::collection::vec(proptest::array::uniform5(0u32..10), 1..6),
        place in 0usize..6,
        wanted in 0usize..20,
    ) {
        let place = place % counts.len();
        if let Some(another) = another_with_the_same_told(counts[place], wanted) {
            let mut other = counts.clone();
            other[place] = another;
            for placement in [Placement::Observed, Placement::Rates, Placement::Mixed] {
                prop_assert_eq!(simulated(&other, placement), simulated(&counts, placement));
            }
        }
    }

    /// Nothing but a unit's own counts decides what is told of it: neither other units nor inhabitants.
    #[test]
    fn what_is_told_of_a_unit_is_its_own(
        counts in proptest::collection::vec(proptest::array::uniform5(0u32..12), 2..6),
    ) {
        let (all, withheld) = simulated(&counts, Placement::Mixed);
        for (u, own) in counts.iter().enumerate() {
            let (alone, own) = simulated(&[*own], Placement::Mixed);
            prop_assert_eq!((all[u], withheld.of_few[u], withheld.shared[u]), (alone[0], own.of_few[0], own.shared[0]));
        }
    }
}

/// Each small count of a unit, in all or of an age, is another one in some table of which the same is told.
#[test]
fn a_reader_who_tries_all_counts_of_a_unit_finds_no_small_one() {
    const MOST: u64 = 13;
    for places in [[1, 2, 3], [0, 2, 4], [1, 3, 4]] {
        let tables = || {
            (0..(MOST + 1).pow(3)).map(|n| {
                let mut ages = [0; 5];
                places
                    .iter()
                    .zip([1, MOST + 1, (MOST + 1).pow(2)])
                    .for_each(|(at, by)| ages[*at] = n / by % (MOST + 1));
                ages
            })
        };
        let mut views: BTreeMap<Option<(Ages, [bool; 5])>, Vec<Ages>> = BTreeMap::new();
        tables().for_each(|ages| views.entry(of_one_unit(&ages, &NATIONAL)).or_default().push(ages));
        for ages in tables().filter(|ages| ages.iter().all(|n| n + THRESHOLD <= MOST)) {
            let same = &views[&of_one_unit(&ages, &NATIONAL)];
            for (age, own) in ages.iter().enumerate().filter(|(_, n)| small(**n)) {
                assert!(same.iter().any(|other| other[age] != *own), "{ages:?}");
            }
            let total: u64 = ages.iter().sum();
            assert!(!small(total) || same.iter().any(|other| other.iter().sum::<u64>() != total), "{ages:?}");
        }
    }
}

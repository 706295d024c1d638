//! Hand-calculated groups, and what must hold for any persons.

use super::*;
use proptest::prelude::*;

fn person(class: usize, hours: f64) -> Person {
    Person { class, hours: Some(hours), ..Person::default() }
}

fn means(hours: &[f64]) -> Vec<(usize, f64)> {
    let mut sorted = hours.to_vec();
    sorted.sort_by(f64::total_cmp);
    microaggregated(&sorted)
}

#[test]
fn hours_are_means_of_five_and_more_in_order() {
    // 10+12+14+17+20 = 73, /5 = 14.6, in 12.5–15; 25+30+31+37+40+50 = 213, /6 = 35.5, in 35–37.5.
    let hours = [50.0, 10.0, 12.0, 14.0, 17.0, 20.0, 25.0, 30.0, 31.0, 37.0, 40.0];
    assert_eq!(means(&hours), [(5, 13.75), (6, 36.25)]);
    assert_eq!(means(&[10.0, 12.0, 14.0, 17.0]), []);
    // The mean of 10, 12, 14, 16, 18 is 14: no more is told of it than of the other means in 12.5–15.
    assert_eq!(means(&[10.0, 12.0, 14.0, 16.0, 18.0]), [(5, 13.75)]);
}

/// Whoever knows all but one of a group has what the told mean leaves open of the sum.
#[test]
fn a_groups_sum_stays_uncertain_however_large_the_group_is() {
    for persons in THRESHOLD as usize..200 {
        assert!(interval(&HOURS, HOURS_UNCERTAIN, persons) * persons as f64 >= HOURS_UNCERTAIN);
        assert!(interval(&KRONER, KRONER_UNCERTAIN, persons) * persons as f64 >= KRONER_UNCERTAIN);
    }
    // 101 hours of four: with 36.5 to 49 of the fifth the mean is in 27.5–30.
    let with = |fifth: f64| means(&[20.0, 24.0, 28.0, 29.0, fifth]);
    assert_eq!([36.5, 37.0, 40.0, 48.5].map(with), [[(5, 28.75)]; 4].map(Vec::from));
    assert_ne!(with(36.0), with(36.5));
}

#[test]
fn who_has_more_than_half_of_a_group_is_joined_with_those_below() {
    // 160 of 160+1+1+2+2 = 166 is more than half; with 1, 2, 3, 4, 5 below still.
    assert_eq!(means(&[1.0, 1.0, 2.0, 2.0, 160.0]), []);
    // 90 of 90+10+11+12+13 = 136 is; of all ten, 90 of 161 is still: nothing is told.
    assert_eq!(means(&[3.0, 4.0, 5.0, 6.0, 7.0, 10.0, 11.0, 12.0, 13.0, 90.0]), []);
    // 60 of 60+12+13+14+15 = 114 is; of ten, 60 of 60+54+50 = 164 is not: 164/10 = 16.4, in 15–16.5.
    assert_eq!(means(&[8.0, 9.0, 10.0, 11.0, 12.0, 12.0, 13.0, 14.0, 15.0, 60.0]), [(10, 15.75)]);
}

#[test]
fn what_all_have_is_told_roughly() {
    assert_eq!(means(&[35.0; 7]), [(7, 35.75)]);
    assert_eq!(means(&[37.0; 7]), [(7, 35.75)]);
    // Five of 20 are alike, and joined with the next: (100 + 30+31+32+33+36) / 10 = 26.2, in 25.5–27.
    assert_eq!(means(&[20.0, 20.0, 20.0, 20.0, 20.0, 30.0, 31.0, 32.0, 33.0, 36.0]), [(10, 26.25)]);
}

#[test]
fn ages_that_share_their_sum_in_the_counts_stand_together() {
    let groups = |known, few| age_groups(&known, &few).into_iter().map(ages).collect::<Vec<_>>();
    let none = [false; 5];
    assert_eq!(groups([5, 6, 7, 8, 9], none), AGE_CLASSES);
    assert_eq!(groups([2, 10, 8, 0, 0], [true, true, false, false, false]), ["0-49", "50-66"]);
    assert_eq!(groups([2, 10, 10, 3, 9], [true, true, false, true, false]), ["0-79", "80+"]);
    assert_eq!(groups([1, 2, 3, 0, 0], [true; 5]), ["all"]);
    assert_eq!(groups([0, 10, 10, 4, 0], none), ["18-49", "50-79"]);
    assert_eq!(groups([3, 10, 10, 0, 0], none), ["0-49", "50-66"]);
    assert_eq!(groups([1, 1, 1, 1, 0], none), [""; 0]);
}

#[test]
fn shares_are_of_numbers_rounded_to_five() {
    let of = |other: f64| Person { other: Some(other), ..Person::default() };
    // 7 of 12 have: 5 with and 5 without, after rounding 7 and 5.
    let some: Vec<Person> =
        (0..12).map(|n| of(if n < 7 { 300_000.0 + 20_000.0 * f64::from(n) } else { 0.0 })).collect();
    let rows = super::of(&some, &[false; 5]);
    // The mean of 300 000, 320 000 … 420 000 is 360 000: in 360 000–405 000.
    let row = Group {
        ages: "all".into(),
        persons: 12,
        other_share: Some(0.5),
        other_cost: Some(382_500.0),
        ..Group::default()
    };
    assert_eq!(rows, [row]);
    assert_eq!(other_cost(&[&of(1.0), &of(1.0), &of(1.0), &of(1.0), &of(1_000_000.0)]), None);
    assert_eq!(other_cost(&[&of(300_000.0); 6]), None);
    assert_eq!(shares::<3>([0, 0, 0, 1].into_iter()), None);
    assert_eq!(shares::<3>([0, 0, 0, 1, 1, 1, 2, 2, 2].into_iter()), None);
    assert_eq!(shares::<3>([0, 0, 0, 0, 1, 1, 1, 1, 2, 2].into_iter()), Some([0.5, 0.5, 0.0]));
}

proptest! {
    #[test]
    fn groups_are_of_enough_persons_whose_hours_they_do_not_tell(
        all in prop::collection::vec((0usize..5, 1u32..337), 0..80),
        few in any::<bool>(),
    ) {
        let persons: Vec<Person> = all.iter().map(|(class, half)| person(*class, f64::from(*half) / 2.0)).collect();
        let rows = super::of(&persons, &[few; 5]);
        let told: usize = rows.iter().map(|row| row.persons).sum();
        prop_assert!(told <= persons.len() && rows.iter().all(|row| row.persons >= THRESHOLD as usize));
        for row in &rows {
            let mean = row.hours.unwrap_or_default();
            prop_assert!(persons.iter().all(|p| (p.hours.unwrap_or_default() - mean).abs() > 0.04), "{row:?}");
        }
        // The mean over all of what is told is near the persons' own, where anything is told of all of them.
        if told == persons.len() && told > 0 {
            let own: f64 = persons.iter().filter_map(|p| p.hours).sum();
            let sum: f64 = rows.iter().map(|row| row.hours.unwrap_or_default() * row.persons as f64).sum();
            prop_assert!((own - sum).abs() <= ROUGH_HOURS / 2.0 * told as f64);
        }
    }
}

/// The form, the list and the tables allow what the model does.
#[test]
fn the_most_hours_are_the_parameters() {
    let scenario = crate::scenario::load("national", &Default::default()).expect("shipped");
    let slot = scenario.parameters.slot("granted_hours_max").expect("a parameter");
    assert_eq!(scenario.parameters.scalars()[slot].distribution.mean(), MOST_HOURS);
}

//! What is known of a unit's own recipients beyond their number: hours, other services, relatives and conditions, each of a
//! group of so many persons that nobody is known again. Where nothing is known, attributes are drawn as for everybody else.
//!
//! No single person's figures come in. Whoever may set the threshold of the refund has the hours of one person from the
//! difference of two runs, however well results are hidden; of groups he has what the table says in plain text.

use super::age_classes::{AGE_CLASSES, CLASS_FROM};
use std::ops::RangeInclusive;

/// Neighbouring classes of age, as a table writes them: `18-49`, `0-49`, `67+`, `all`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ages {
    first: usize,
    last: usize,
}

/// The word for all classes.
const ALL: &str = "all";

impl Ages {
    /// Reads the ages; none where they are no classes.
    pub fn read(text: &str) -> Option<Ages> {
        let last = AGE_CLASSES.len() - 1;
        if text == ALL {
            return Some(Ages { first: 0, last });
        }
        let class_from = |age: &str| CLASS_FROM.iter().position(|from| age.parse() == Ok(*from));
        if let Some(age) = text.strip_suffix('+') {
            return Some(Ages { first: class_from(age)?, last });
        }
        let (from, until) = text.split_once(['-', '–'])?;
        let next = until.parse::<u32>().ok()?.checked_add(1)?;
        let ages = Ages {
            first: class_from(from)?,
            last: CLASS_FROM.iter().position(|age| *age == next)?.checked_sub(1)?,
        };
        (ages.first <= ages.last).then_some(ages)
    }

    /// Indices of the classes.
    pub fn classes(self) -> RangeInclusive<usize> {
        self.first..=self.last
    }

    /// Whether each class is among them.
    pub fn by_class(self) -> [bool; 5] {
        std::array::from_fn(|class| self.classes().contains(&class))
    }

    /// Whether some class is in both.
    pub fn meets(self, other: Ages) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// Something known of persons of some ages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known<T> {
    /// Their ages.
    pub ages: Ages,
    /// What is known.
    pub value: T,
}

/// So many persons with a mean of granted hours a week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HourGroup {
    /// Number of persons.
    pub persons: f64,
    /// Mean granted hours a week.
    pub mean: f64,
}

/// All that is known of a unit's own recipients. The ages of the entries of a list are disjoint, but for hours, where persons
/// of the same ages stand in groups, those with the fewest hours first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnRecipients {
    /// Granted hours.
    pub hours: Vec<Known<HourGroup>>,
    /// Share with other services.
    pub other_share: Vec<Known<f64>>,
    /// Mean yearly cost of other services of those who have them, kroner of [`year`](OwnRecipients::year).
    pub other_cost: Vec<Known<f64>>,
    /// Shares with one helping relative and with two or more.
    pub relatives: Vec<Known<[f64; 2]>>,
    /// Shares by condition: stable, progressive, rapid, intellectual disability.
    pub conditions: Vec<Known<[f64; 4]>>,
    /// The year whose kroner costs are in.
    pub year: i32,
}

impl OwnRecipients {
    /// Forgets what is known of recipients of other ages than may be kept.
    pub fn keep(&mut self, may: impl Fn(Ages) -> bool) {
        self.hours.retain(|known| may(known.ages));
        self.other_share.retain(|known| may(known.ages));
        self.other_cost.retain(|known| may(known.ages));
        self.relatives.retain(|known| may(known.ages));
        self.conditions.retain(|known| may(known.ages));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_classes_that_stand_side_by_side() {
        let classes = |text: &str| Ages::read(text).map(|ages| ages.classes().collect::<Vec<_>>());
        assert_eq!(classes("18-49"), Some(vec![1]));
        assert_eq!(classes("0–49"), Some(vec![0, 1]));
        assert_eq!(classes("67+"), Some(vec![3, 4]));
        assert_eq!(classes("all"), Some(vec![0, 1, 2, 3, 4]));
        for wrong in ["", "18", "18-50", "50-49", "66+", "18-", "-49", "all ages", "0-4294967295"] {
            assert_eq!(classes(wrong), None, "{wrong}");
        }
        let [young, adult, older] = ["0-17", "18-66", "50+"].map(|text| Ages::read(text).expect("ages"));
        assert!(!young.meets(adult) && adult.meets(older) && older.meets(adult));
    }
}

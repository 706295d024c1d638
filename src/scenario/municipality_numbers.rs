//! Municipality numbers that are no longer: what became of them (classification 131 of Statistics Norway).

use super::embedded;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The shipped table.
pub const FILE: &str = "data/municipality_numbers.csv";

/// What became of a municipality number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Successor {
    /// The number of today.
    pub number: String,
    /// The name of today.
    pub name: String,
    /// Whether others went into the same municipality.
    pub merged: bool,
}

/// The shipped table by old number: it is asked for every unit of every scenario that is read.
static BY_OLD_NUMBER: LazyLock<BTreeMap<&str, Vec<Successor>>> = LazyLock::new(|| {
    let mut all: BTreeMap<&str, Vec<Successor>> = BTreeMap::new();
    let rows = embedded::data(FILE).unwrap_or_default().lines().filter(|line| !line.starts_with('#'));
    for row in rows.skip(1) {
        if let Ok([old, _, number, name, kind]) = <[&str; 5]>::try_from(row.split(',').collect::<Vec<_>>()) {
            let own = Successor { number: number.into(), name: name.into(), merged: kind == "merged" };
            all.entry(old).or_default().push(own);
        }
    }
    all
});

/// The municipalities of today that an old number became: one, or several where it was split; none for a number that
/// was not in use since 2013, or still is.
pub fn successors(old: &str) -> &'static [Successor] {
    BY_OLD_NUMBER.get(old).map_or(&[], Vec::as_slice)
}

/// Whether an id is written as municipality numbers are: with digits alone, one of them of one digit only where its
/// leading zero is lost.
pub fn is_number(id: &str) -> bool {
    (3..=4).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_old_number_leads_to_municipalities_of_today() {
        let column = |file: &str, n: usize| -> Vec<String> {
            let text = embedded::data(file).unwrap_or_default();
            let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
            rows.map(|row| row.split(',').nth(n).unwrap_or_default().to_string()).collect()
        };
        let today: BTreeSet<String> = column("data/municipalities.csv", 0).into_iter().collect();
        let old: BTreeSet<String> = column(FILE, 0).into_iter().collect();
        assert_eq!((old.len(), column(FILE, 0).len()), (481, 487));
        for number in &old {
            let found = successors(number);
            assert!(
                !found.is_empty() && found.iter().all(|s| today.contains(&s.number)),
                "{number}: {found:?}"
            );
        }
        let numbers = |old: &str| successors(old).iter().map(|s| s.number.as_str()).collect::<Vec<_>>();
        for (old, new) in [
            ("3025", &["3203"][..]),
            ("0220", &["3203"]),
            ("1902", &["5501"]),
            ("5401", &["5501"]),
            ("1507", &["1508", "1580"]),
            ("1613", &["5055", "5056", "5059"]),
            ("0301", &[]),
            ("", &[]),
            ("30", &[]),
        ] {
            assert_eq!(numbers(old), new, "{old}");
        }
    }
}

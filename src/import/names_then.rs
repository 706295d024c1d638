//! Names of municipalities as they were in an earlier year: some that are no longer were called as another is today.

use super::cells::folded;
use super::parts::reform;
use super::units::Register;
use crate::scenario::municipality_numbers::successors;

/// The reform in which most municipalities were merged: numbers that went out of use later came into it then.
const REFORM: u32 = 2020;

/// Municipalities that had a name in a year, by number and name, where they were others than the one of today: another of the
/// same name that is no longer, one that was divided since.
pub fn others(register: &Register, (id, label): (&str, &str), year: i32) -> Vec<String> {
    let name = folded(label);
    let name = name.strip_suffix(" kommune").unwrap_or(&name);
    let there = |old: &str| {
        let until = i64::from(reform(old));
        let from = if reform(old) == REFORM { i64::MIN } else { i64::from(REFORM) };
        (from..until).contains(&i64::from(year))
    };
    let is_other = |old: &str| {
        let into = successors(old);
        into.len() > 1 || !into.iter().any(|new| new.number == id)
    };
    let found = register.old_names().filter(|(old, own)| folded(own) == name && there(old) && is_other(old));
    found.map(|(old, own)| format!("{old} {own}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_name_may_have_been_anothers() {
        let register = Register::new(BTreeMap::new());
        for (id, label, year, other) in [
            ("1514", "Sande", 2018, "0713 Sande"),
            ("1508", "Ålesund kommune", 2022, "1507 Ålesund"),
            ("1514", "Sande", 2024, ""),
            ("3203", "Asker", 2018, ""),
            ("1508", "Ålesund", 2024, ""),
        ] {
            assert_eq!(others(&register, (id, label), year).join(", "), other, "{label} {year}");
        }
    }
}

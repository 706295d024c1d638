//! Municipalities that were merged into one: numbers of a part alone are not those of the whole, though its old number leads there.

use super::choices::Choices;
use super::counts::Datum;
use super::headings::{Measure, Role};
use super::marks::Value;
use super::table::Table;
use super::units::{Place, Register, reform};
use crate::error::Problem;
use crate::text::say;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers of 2018 and 2019 under which several had already been merged.
const MERGED_BEFORE: [(&str, &[&str]); 4] = [
    ("0710", &["0706", "0719", "0720"]),
    ("0712", &["0709", "0728"]),
    ("0715", &["0702", "0714"]),
    ("0729", &["0722", "0723"]),
];
/// Municipalities that others were merged into, and that kept their number.
const KEPT: [(&str, &str); 1] = [("1103", "stavanger")];

/// What municipalities of today were merged from, by the names of the parts, each with its numbers.
#[derive(Clone, Debug, Default)]
pub struct Parts(BTreeMap<String, Vec<(String, String)>>);

impl Parts {
    /// Takes a row of the shipped table of old numbers; what only a piece of a municipality became is asked about elsewhere.
    pub fn take(&mut self, (old, name): (&str, &str), (new, kind): (&str, &str)) {
        if kind != "split" {
            let first = name.split(" - ").next().unwrap_or(name).to_lowercase();
            self.0.entry(new.into()).or_default().push((old.into(), first));
        }
    }

    /// The parts that are missing beside some old numbers of one reform, each by number and name.
    fn missing(&self, id: &str, olds: &BTreeSet<&str>) -> Vec<String> {
        let vintages: BTreeSet<u32> = olds.iter().map(|old| reform(old)).collect();
        let all = self.0.get(id).into_iter().flatten();
        let all: Vec<&(String, String)> = all.filter(|(old, _)| vintages.contains(&reform(old))).collect();
        let before = |old: &str| MERGED_BEFORE.iter().find(|(number, _)| *number == old).map(|(_, of)| *of);
        let has = |own: &str, name: &str| {
            olds.iter().any(|old| {
                let under = before(old).is_some_and(|of| of.contains(&own));
                under || all.iter().any(|(other, of)| other == old && of == name && before(old).is_none())
            })
        };
        let named = all.iter().filter(|(old, name)| before(old).is_none() && !has(old, name));
        // A part that had two numbers is named once.
        let mut told: BTreeMap<&str, String> = BTreeMap::new();
        for (old, name) in named {
            told.entry(name).or_insert_with(|| format!("{old} {}", capital(name)));
        }
        let kept = KEPT.iter().filter(|(number, _)| *number == id && !olds.is_empty());
        told.into_values().chain(kept.map(|(number, name)| format!("{number} {}", capital(name)))).collect()
    }
}

/// A name as it is written, each of its words with a capital.
fn capital(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    };
    let hyphened = |own: &str| own.split('-').map(word).collect::<Vec<_>>().join("-");
    name.split(' ').map(hyphened).collect::<Vec<_>>().join(" ")
}

/// Refuses figures of a part of a merged municipality where the others are missing in the same year, unless the user says that
/// they are of the whole.
pub fn in_rows(
    table: &Table,
    data: &[Datum],
    (choices, register): (&Choices, &Register),
    problems: &mut Vec<Problem>,
) {
    let accounts = |datum: &&Datum| matches!(datum.measure, Some(Measure::Price | Measure::Refund));
    // Of persons one year is taken; what another lacks is no matter.
    let newest = choices.year.or_else(|| data.iter().filter_map(|datum| datum.year).max());
    let taken = |d: &&Datum| d.year.is_none() || d.year == newest || accounts(d) && choices.year.is_none();
    let mut all: BTreeMap<(&str, Option<i32>), BTreeMap<&str, Vec<&Datum>>> = BTreeMap::new();
    for datum in data.iter().filter(taken) {
        if let (Some(id), Some(old)) = (&datum.unit, &datum.label) {
            all.entry((id, datum.year)).or_default().entry(old).or_default().push(datum);
        }
    }
    for ((id, _), by_old) in all {
        let counted = |d: &&&Datum| matches!(d.value, Value::Number(number) if number > 0.0);
        let first = by_old.iter().find_map(|(old, own)| Some((*old, own.iter().find(counted)?.at.0)));
        if let Some((old, line)) = first {
            let olds = by_old.keys().copied().collect();
            problems.extend(problem(table, (id, old, line), &olds, (choices, register)));
        }
    }
}

/// The same of a list of persons, by the labels of its rows.
pub fn in_list(table: &Table, (choices, register): (&Choices, &Register), problems: &mut Vec<Problem>) {
    let columns = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let mut all: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for row in table.rows {
        let label: Vec<String> = columns.iter().map(|column| row.cell(*column).text().into_owned()).collect();
        if let Place::Unit { id, old: Some(old), .. } = register.place(label.join(" ").trim()) {
            all.entry(id).or_default().entry(old).or_insert(row.number);
        }
    }
    for (id, by_old) in &all {
        let olds = by_old.keys().map(String::as_str).collect();
        if let Some((old, line)) = by_old.first_key_value() {
            problems.extend(problem(table, (id, old, *line), &olds, (choices, register)));
        }
    }
}

fn problem(
    table: &Table,
    (id, old, line): (&str, &str, usize),
    olds: &BTreeSet<&str>,
    (choices, register): (&Choices, &Register),
) -> Option<Problem> {
    let said = choices.only_unit.as_deref() == Some(id)
        || olds.iter().any(|old| choices.split.get(*old).is_some_and(|into| into == id));
    let missing = register.parts().missing(id, olds);
    if said || missing.is_empty() {
        return None;
    }
    let column = table.first(Role::Unit).or(table.first(Role::Name)).unwrap_or_default();
    let what = say::ImportPartOfMerged { list: missing.join(", ") };
    let allowed = say::ImportPartAllowed { name: register.name(id), old, new: id };
    Some(table.source.problem(line, Some(column), what).found(old).allowed(allowed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_merged_municipality_are_known_by_their_numbers() {
        let register = Register::new(BTreeMap::new());
        let missing = |id: &str, olds: &[&str]| register.parts().missing(id, &olds.iter().copied().collect());
        assert_eq!(missing("3203", &["0627"]), ["0220 Asker", "0628 Hurum"]);
        assert_eq!(missing("1103", &["1141", "1142"]), ["1103 Stavanger"]);
        assert_eq!(missing("3903", &["0715"]), ["0713 Sande"]);
        assert_eq!(missing("5001", &["5030"]), ["1601 Trondheim"]);
        for (id, olds) in [
            ("3203", &["0220", "0627", "0628"][..]),
            ("3203", &["3025"]),
            ("3907", &["0710"]),
            ("3907", &["0706", "0719", "0720"]),
            ("3903", &["0702", "0714", "0713"]),
            ("5001", &["1601", "5030"]),
            ("5007", &["5005", "5040", "5048"]),
            ("3101", &["0101"]),
            ("5056", &["1617"]),
        ] {
            assert_eq!(missing(id, olds), [""; 0], "{olds:?}");
        }
    }
}

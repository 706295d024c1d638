//! What municipalities of today were merged from, by their old numbers.

use std::collections::{BTreeMap, BTreeSet};

/// Numbers of 2018 and 2019 under which several had already been merged.
const MERGED_BEFORE: [(&str, &[&str]); 4] = [
    ("0710", &["0706", "0719", "0720"]),
    ("0712", &["0709", "0728"]),
    ("0715", &["0702", "0714"]),
    ("0729", &["0722", "0723"]),
];
/// Municipalities that others were merged into, and that kept their number: before the merger it is that of a part.
const KEPT: [(&str, &str); 2] = [("1103", "stavanger"), ("5001", "trondheim")];

/// What municipalities of today were merged from, by the names of the parts, each with its numbers.
#[derive(Clone, Debug, Default)]
pub struct Parts(BTreeMap<String, Vec<(String, String)>>);

impl Parts {
    /// Takes a row of the shipped table of old numbers; what only a piece of a municipality became is asked about elsewhere.
    pub fn take(&mut self, (old, name): (&str, &str), (new, kind): (&str, &str)) {
        if kind != "split" {
            let first = name.split(" - ").next().unwrap_or(name).to_lowercase();
            let own = self.0.entry(new.into()).or_default();
            own.push((old.into(), first));
            let kept = KEPT
                .iter()
                .find(|(number, _)| *number == new)
                .map(|(number, name)| ((*number).into(), (*name).into()));
            own.extend(kept.filter(|kept| !own.contains(kept)));
        }
    }

    /// Whether a number of today was that of a part in a year.
    pub fn was_part(&self, id: &str, year: i32) -> bool {
        kept(id) && i64::from(year) < i64::from(reform(id))
    }

    /// The parts that are missing beside some old numbers of one reform, each by number and name.
    pub fn missing(&self, id: &str, olds: &BTreeSet<&str>) -> Vec<String> {
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
        // A part that had two numbers is named once, by the one that it had beside the others.
        let near = |old: &str| olds.iter().any(|own| own.get(..2) == old.get(..2));
        let mut told: BTreeMap<&str, String> = BTreeMap::new();
        for (old, name) in named {
            let own = || format!("{old} {}", capital(name));
            told.entry(name)
                .and_modify(|first| {
                    if near(old) {
                        *first = own()
                    }
                })
                .or_insert_with(own);
        }
        told.into_values().collect()
    }
}

impl Parts {
    /// What had a municipality's name in a year before it was merged from several, by number and name: a part of what it is now.
    pub fn of_name(&self, id: &str, name: &str, year: i32) -> Option<String> {
        let own = self.0.get(id)?;
        let merged = own.iter().filter(|(old, _)| i64::from(reform(old)) > i64::from(year));
        let merged: Vec<&(String, String)> = merged.collect();
        let others = merged.iter().any(|(_, part)| part != name);
        let (old, part) = merged.iter().find(|(_, part)| part == name)?;
        others.then(|| format!("{old} {}", capital(part)))
    }
}

/// Whether a municipality of today kept its number in a merger.
pub fn kept(id: &str) -> bool {
    KEPT.iter().any(|(number, _)| *number == id)
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

/// When a number went out of use: numbers of the counties of 2020–2023 with the reform of 2024, others with that of 2020.
pub fn reform(old: &str) -> u32 {
    const COUNTIES_2020: [&str; 6] = ["30", "34", "38", "42", "46", "54"];
    match COUNTIES_2020.contains(&old.get(..2).unwrap_or_default()) || old == "1507" {
        true => 2024,
        false => 2020,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::units::Register;

    #[test]
    fn parts_of_a_merged_municipality_are_known_by_their_numbers() {
        let register = Register::new(BTreeMap::new());
        let missing = |id: &str, olds: &[&str]| register.parts().missing(id, &olds.iter().copied().collect());
        assert_eq!(missing("3203", &["0627"]), ["0220 Asker", "0628 Hurum"]);
        assert_eq!(missing("1103", &["1141", "1142"]), ["1103 Stavanger"]);
        assert_eq!(missing("3903", &["0715"]), ["0713 Sande"]);
        assert_eq!(missing("1103", &["1103"]), ["1141 Finnøy", "1142 Rennesøy"]);
        assert_eq!(missing("5001", &["5030"]), ["5001 Trondheim"]);
        assert_eq!(missing("5001", &["1662"]), ["1601 Trondheim"]);
        assert_eq!(missing("5001", &["5001"]), ["5030 Klæbu"]);
        for (id, olds) in [
            ("3203", &["0220", "0627", "0628"][..]),
            ("3203", &["3025"]),
            ("3907", &["0710"]),
            ("3907", &["0706", "0719", "0720"]),
            ("3903", &["0702", "0714", "0713"]),
            ("5001", &["1601", "5030"]),
            ("5001", &["5001", "5030"]),
            ("1103", &["1103", "1141", "1142"]),
            ("1108", &["1102", "1129"]),
            ("5007", &["5005", "5040", "5048"]),
            ("3101", &["0101"]),
            ("5056", &["1617"]),
        ] {
            assert_eq!(missing(id, olds), [""; 0], "{olds:?}");
        }
    }
}

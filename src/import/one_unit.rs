//! The one municipality that a table without a column of such is of, where its title or its sheet names it as one.

use super::units::{Place, Register};
use std::collections::BTreeSet;

/// Words before a municipality's name.
const BEFORE: [&str; 9] = ["i", "for", "fra", "frå", "til", "in", "of", "kommune", "kommunen"];
/// How those begin that stand after one.
const AFTER: [&str; 2] = ["kommune", "municipality"];
/// Most words of a name.
const LONGEST: usize = 3;

/// The municipality that a text names as such, if it is one alone: «i Asker», «Asker kommune», or the name and nothing else.
/// A name among other words may be a word too, as Time and Vik are.
pub fn named_in(text: &str, register: &Register) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = BTreeSet::new();
    for first in 0..words.len() {
        for last in first..words.len().min(first + LONGEST) {
            let name = words[first..=last].join(" ");
            let name = name.trim_matches([',', '.', ':', ';', '(', ')']);
            if !name.starts_with(char::is_uppercase) || name.contains(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let before = first.checked_sub(1).map(|place| words[place].to_lowercase());
            let after = words.get(last + 1).map(|word| word.to_lowercase());
            let as_such = before.is_some_and(|word| BEFORE.contains(&word.as_str()))
                || after.is_some_and(|word| AFTER.iter().any(|own| word.starts_with(own)))
                || last + 1 - first == words.len();
            if let (true, Place::Unit { id, .. }) = (as_such, register.place(name)) {
                found.insert(id);
            }
        }
    }
    if found.len() == 1 { found.pop_first() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_municipality_is_found_where_it_is_named_as_one() {
        let register = Register::new(BTreeMap::new());
        for (text, id) in [
            ("BPA-brukere i Asker per 31.12.2024", Some("3203")),
            ("Asker kommune: brukere av BPA", Some("3203")),
            ("Brukere i Midtre Gauldal, 2024", Some("5027")),
            ("Asker", Some("3203")),
            ("Time kommune", Some("1121")),
            ("Time per uke", None),
            ("Brukere i Asker og i Bærum", None),
            ("i bø", None),
            ("", None),
        ] {
            assert_eq!(named_in(text, &register).as_deref(), id, "{text}");
        }
    }
}

//! Municipalities by number or name, as tables have them: numbers inside labels, numbers that are no longer, a zero that
//! Excel took, parts of Oslo, and sums over many, which are never added to them.

use super::ages::Ages;
use super::cells::folded;
use super::labels::{
    OUTSIDE_DISTRICTS, district, in_all, is_county, is_old_county, may_be_year, number_behind, with_county,
    without_marks, without_period,
};
use super::memo::Memo;
use super::parts::Parts;
use super::sami_names;
use super::sums::is_sum;
use crate::scenario::embedded;
use crate::scenario::municipality_numbers::{self, Successor, is_number, successors};
use std::collections::{BTreeMap, BTreeSet};

/// The shipped table of municipalities.
pub const FILE: &str = "data/municipalities.csv";
const DISTRICTS: &str = "data/oslo_districts.csv";
/// Its first column of inhabitants by class of age.
const INHABITANTS: usize = 7;

/// What a label is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A municipality of today: its number, the old number that led there, and whether a lost zero was put back.
    Unit {
        /// Its number.
        id: String,
        /// The number that the label has, where that is no longer.
        old: Option<String>,
        /// Whether the label lacks the zero before it.
        padded: bool,
    },
    /// A part of a municipality.
    District,
    /// A sum over several: the country, a county, a group.
    Sum,
    /// A municipality that became several: which one counts is the user's to say.
    Split(String, Vec<Successor>),
    /// A name that several municipalities have.
    Several(Vec<String>),
    /// A number and the name of another municipality: the number's own name.
    Contradiction(String),
    /// None of these.
    Unknown,
}

/// The municipalities.
#[derive(Clone, Debug, Default)]
pub struct Register {
    names: BTreeMap<String, String>,
    by_name: BTreeMap<String, BTreeSet<String>>,
    /// Counties of today, by the number of the municipality.
    counties: BTreeMap<String, String>,
    /// What numbers that are no longer were called.
    old_names: BTreeMap<String, String>,
    parts: Parts,
    districts: BTreeSet<String>,
    inhabitants: BTreeMap<String, [f64; 6]>,
    /// What the user says that old numbers became.
    chosen: BTreeMap<String, String>,
    /// What labels are of, so far.
    read: Memo<Place>,
}

/// Rows of a shipped table, its notes and its heading left out.
pub fn shipped(file: &str) -> Vec<csv::StringRecord> {
    let text = embedded::data(file).unwrap_or_default();
    let reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    reader.into_records().filter_map(Result::ok).collect()
}

impl Register {
    /// The municipalities of the shipped table; `chosen` says what split ones became.
    pub fn new(chosen: BTreeMap<String, String>) -> Register {
        let mut register = Register { chosen, ..Register::default() };
        for row in shipped(FILE) {
            let [id, name, _, county] = [0, 1, 2, 3].map(|column| row.get(column).unwrap_or_default());
            register.names.insert(id.into(), name.into());
            let parts = name.split(" - ").chain([name]);
            for part in parts.map(folded) {
                register.by_name.entry(part).or_default().insert(id.into());
            }
            register.counties.insert(id.into(), folded(county));
            let number = |column: usize| row.get(column).and_then(|n| n.parse().ok()).unwrap_or(0.0);
            let classes = std::array::from_fn(|class| number(INHABITANTS + class));
            register.inhabitants.insert(id.into(), classes);
        }
        for (id, names) in sami_names::NAMES {
            for name in *names {
                register.by_name.entry((*name).into()).or_default().insert((*id).into());
            }
        }
        for row in shipped(municipality_numbers::FILE) {
            let [old, name, new, _, kind] = [0, 1, 2, 3, 4].map(|column| row.get(column).unwrap_or_default());
            register.old_names.insert(old.into(), name.into());
            register.parts.take((old, name), (new, kind));
        }
        register.districts =
            shipped(DISTRICTS).iter().map(|row| folded(row.get(1).unwrap_or_default())).collect();
        register
    }

    /// The name of a municipality.
    pub fn name(&self, id: &str) -> &str {
        self.names.get(id).map_or("", String::as_str)
    }

    /// The inhabitants of a municipality by class, as the shipped table has them.
    pub fn inhabitants(&self, id: &str) -> Option<[f64; 6]> {
        self.inhabitants.get(id).copied().filter(|classes| classes.iter().sum::<f64>() > 0.0)
    }

    /// What numbers that are no longer were called.
    pub fn old_names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.old_names.iter().map(|(old, name)| (old.as_str(), name.as_str()))
    }

    /// What municipalities were merged from.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// All municipalities: numbers and names.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.names.iter().map(|(id, name)| (id.as_str(), name.as_str()))
    }

    /// All names, to find the nearest.
    pub fn all_names(&self) -> impl Iterator<Item = &str> {
        self.names.values().map(String::as_str)
    }

    /// What a label is of.
    pub fn place(&self, label: &str) -> Place {
        self.read.of(label, |label| self.place_anew(label))
    }

    fn place_anew(&self, label: &str) -> Place {
        let text = folded(label);
        // A zero that Excel would take is kept by `="0301"` and `'0301`.
        let text = text.trim_start_matches(['=', '"', '\'']).trim_end_matches(['"', ':']);
        let text = without_marks(without_period(without_marks(text)));
        if is_sum(text) {
            return Place::Sum;
        }
        let text = text.strip_prefix("k-").or(text.strip_prefix("k_")).unwrap_or(text);
        if let Some((number, name)) = number_behind(text).filter(|(_, name)| self.is_name(name)) {
            return self.numbered(number, name);
        }
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = text.split_at(digits);
        let name = rest.trim_start_matches([' ', '-', '–', '.', ',', ':', '_', '(', ')']);
        let name = if name.contains('(') { name } else { name.trim_end_matches(')') };
        match number.len() {
            0 => self.named(name),
            2 if name.is_empty() => Place::Sum,
            1 | 2 if !name.is_empty() => self.ranked(number, name),
            // «101 år» is an age.
            3 | 4 if name.is_empty() || Ages::read(text).is_none() => self.numbered(number, name),
            // A municipality's number, two digits of the district (none for the whole), and what else an office adds.
            6 if number.ends_with("00") => self.numbered(&number[..4], ""),
            6 if self.names.contains_key(&number[..4]) => Place::District,
            _ => Place::Unknown,
        }
    }

    /// A name behind one or two digits: a county behind its number, else whatever the name is of, since tables number their rows.
    fn ranked(&self, number: &str, name: &str) -> Place {
        let own = name.split(" - ").next().unwrap_or(name);
        if number.len() == 2 && self.is_county(own) || is_sum(name) {
            return Place::Sum;
        }
        match self.named(name) {
            Place::Unknown if number.starts_with('0') => Place::Sum,
            other => other,
        }
    }

    /// Whether a text before a number is the name of a municipality, or the word for one.
    fn is_name(&self, text: &str) -> bool {
        const WORDS: [&str; 5] = ["kommune", "kommunenr", "kommunenummer", "komm.nr", "municipality"];
        let name = text.strip_suffix(" kommune").or(text.strip_prefix("kommune ")).unwrap_or(text);
        WORDS.contains(&text) || self.by_name.contains_key(name)
    }

    fn is_county(&self, name: &str) -> bool {
        is_old_county(name) || self.counties.values().any(|own| own == name)
    }

    /// The one of a name that is in the county behind it.
    fn in_county(&self, label: &str) -> Option<String> {
        let (name, county) = with_county(label)?;
        let inside = |id: &&String| self.counties.get(*id).is_some_and(|own| is_county(own, county));
        let mut found = self.by_name.get(name)?.iter().filter(inside);
        found.next().filter(|_| found.next().is_none()).cloned()
    }

    fn named(&self, name: &str) -> Place {
        let plain = name.strip_suffix(" kommune").or(name.strip_prefix("kommune ")).unwrap_or(name);
        let plain = plain.trim_end_matches(" municipality");
        let whole = in_all(plain);
        let plain = whole.as_deref().map_or(plain, |own| own.strip_suffix(" kommune").unwrap_or(own));
        let own = self.by_name.get(plain).cloned().or_else(|| self.in_languages(plain));
        let found = own.map(|ids| ids.into_iter().collect::<Vec<_>>());
        match found.as_deref() {
            Some([id]) => Place::Unit { id: id.clone(), old: None, padded: false },
            Some(several) => Place::Several(several.to_vec()),
            None if self.is_county(plain) => Place::Sum,
            None if self.is_district(plain) => Place::District,
            None => match self.in_county(plain) {
                Some(id) => Place::Unit { id, old: None, padded: false },
                None => Place::Unknown,
            },
        }
    }

    /// The municipality that a name in several languages is of: every part must be a name of it.
    fn in_languages(&self, name: &str) -> Option<BTreeSet<String>> {
        [" - ", " – ", "/", "–", "-"].iter().find_map(|mark| {
            let parts: Vec<&str> = name.split(mark).map(str::trim).collect();
            let mut found = parts.iter().map(|part| self.by_name.get(*part));
            let first = found.next().flatten()?;
            (parts.len() > 1 && found.all(|own| own == Some(first))).then(|| first.clone())
        })
    }

    fn is_district(&self, name: &str) -> bool {
        let name = district(name);
        self.districts.contains(&name) || OUTSIDE_DISTRICTS.contains(&name.as_str())
    }

    /// Names of Oslo's districts in small letters.
    pub fn districts(&self) -> impl Iterator<Item = &str> {
        self.districts.iter().map(String::as_str)
    }

    fn numbered(&self, number: &str, name: &str) -> Place {
        let four = format!("{number:0>4}");
        let padded = number.len() < four.len();
        let name = name.strip_suffix(" kommune").or(name.strip_prefix("kommune ")).unwrap_or(name);
        let name = if self.by_name.contains_key(name) || !self.is_name(name) { name } else { "" };
        let other = self.by_name.get(name);
        if let Some(own) = self.names.get(&four) {
            return match other.is_some_and(|ids| !ids.contains(&four)) {
                true => Place::Contradiction(own.clone()),
                false => Place::Unit { id: four, old: None, padded },
            };
        }
        if !is_number(&four) {
            return Place::Unknown;
        }
        let unit = |id: &str| Place::Unit { id: id.into(), old: Some(four.clone()), padded };
        let found = successors(&four);
        let old_name = self.old_names.get(&four).map_or("", String::as_str);
        let is_own = |ids: &BTreeSet<String>| found.iter().any(|own| ids.contains(&own.number));
        let called =
            folded(old_name) == name || other.or(self.in_languages(name).as_ref()).is_some_and(is_own);
        if !called && other.is_some() && !found.is_empty() {
            return Place::Contradiction(old_name.into());
        }
        // «2023 foreløpig» is a year.
        if !called && !name.is_empty() && may_be_year(&four) {
            return Place::Unknown;
        }
        match (found, self.chosen.get(&four)) {
            ([], _) => Place::Unknown,
            ([only], _) => unit(&only.number),
            (_, Some(id)) if found.iter().any(|own| own.number == *id) => unit(id),
            _ => Place::Split(four, found.to_vec()),
        }
    }
}

#[cfg(test)]
#[path = "units_tests.rs"]
mod tests;

//! Numbers, distributions, tables and value histories as a user writes them.

use super::reader::{Node, Reader, show};
use super::remedy::{has_odd_number, is_curly};
use super::{Located, Place, RawLever, RawValue, YEARS};
use crate::error::Problem;
use crate::scenario::distribution::Distribution;
use crate::scenario::number::understand;
use crate::scenario::table::read_as;
use crate::text::{Message, Text, say};
use std::borrow::Cow;
use toml::de::{DeTable, DeValue};

const DISTRIBUTIONS: [&str; 8] =
    ["pert", "triangular", "normal", "lognormal", "beta", "uniform", "gamma", "discrete"];
const KEYS: [&str; 11] = [
    "pert",
    "triangular",
    "normal",
    "lognormal",
    "beta",
    "uniform",
    "gamma",
    "discrete",
    "truncate",
    "table",
    "dated",
];

impl Reader {
    /// Any value of a parameter.
    pub(super) fn value(&mut self, node: &Node<'_>, key: &str) -> Option<Located<RawValue>> {
        if let DeValue::Table(table) = node.get_ref() {
            for (name, read) in
                [("table", Reader::table as fn(&mut Self, &Node<'_>, &str) -> _), ("dated", Reader::dated)]
            {
                if let Some(inner) = table.get(name) {
                    self.only(table, key, &[name]);
                    return read(self, inner, &format!("{key}.{name}")).map(|v| self.located(node, v));
                }
            }
        }
        let d = self.distribution(node, key)?;
        Some(self.located(node, RawValue::Scalar(d)))
    }

    /// A lever: a word, yes/no or a value.
    pub(super) fn lever(&mut self, node: &Node<'_>, key: &str) -> Option<Located<RawLever>> {
        match node.get_ref() {
            DeValue::Boolean(b) => Some(self.located(node, RawLever::Switch(*b))),
            DeValue::String(s) => {
                let lever = match self.understood(node, key, s) {
                    Some(value) => RawLever::Value(RawValue::Scalar(Distribution::Fixed(value))),
                    None => RawLever::Word(self.string(node, key)?.value),
                };
                Some(self.located(node, lever))
            }
            _ => self.value(node, key).map(|v| Located { value: RawLever::Value(v.value), at: v.at }),
        }
    }

    /// A number or `{ pert = […] }` and its like.
    fn distribution(&mut self, node: &Node<'_>, key: &str) -> Option<Distribution> {
        match node.get_ref() {
            DeValue::Integer(_) | DeValue::Float(_) => self.number(node, key).map(Distribution::Fixed),
            DeValue::Table(table) => self.distribution_table(node, table, key),
            DeValue::String(s) if understand(s).is_some() => {
                self.understood(node, key, s).map(Distribution::Fixed)
            }
            _ => {
                self.wrong(node, key, say::NUMBER_OR_PERT);
                None
            }
        }
    }

    fn distribution_table(
        &mut self,
        node: &Node<'_>,
        table: &DeTable<'_>,
        key: &str,
    ) -> Option<Distribution> {
        let named: Vec<_> = DISTRIBUTIONS.into_iter().filter(|name| table.contains_key(*name)).collect();
        let [name] = named.as_slice() else {
            let before = self.problems.len();
            self.only(table, key, &KEYS);
            if self.problems.len() == before {
                self.wrong(node, key, say::OneDistribution { distributions: DISTRIBUTIONS.join(", ") });
            }
            return None;
        };
        self.only(table, key, &[name, "truncate"]);
        let inner = table.get(*name)?;
        let path = format!("{key}.{name}");
        let made = self.named_distribution(name, inner, &path)?;
        let made = match (made, table.get("truncate")) {
            (Ok(d), Some(ends)) => {
                let [lo, hi] = self.numbers(ends, &format!("{key}.truncate"), true)?;
                d.truncated(lo, hi)
            }
            (made, _) => made,
        };
        match made {
            Ok(d) => Some(d),
            Err(why) => {
                let at = self.place(node.span().start);
                let found = format!("{name} = {}", show(inner.get_ref()));
                self.complain(&at, key, why).found = Some(found);
                None
            }
        }
    }

    /// The distribution called `name`; `None` where its numbers can't be read.
    fn named_distribution(
        &mut self,
        name: &str,
        node: &Node<'_>,
        key: &str,
    ) -> Option<Result<Distribution, Text>> {
        use Distribution as D;
        let mut three = |make: fn(f64, f64, f64) -> Result<D, Text>| {
            self.numbers(node, key, false).map(|[a, b, c]| make(a, b, c))
        };
        match name {
            "pert" => return three(D::pert),
            "triangular" => return three(D::triangular),
            _ => {}
        }
        let mut two =
            |make: fn(f64, f64) -> Result<D, Text>| self.numbers(node, key, false).map(|[a, b]| make(a, b));
        match name {
            "normal" => two(D::normal),
            "beta" => two(D::beta),
            "uniform" => two(D::uniform),
            "gamma" => two(D::gamma),
            "lognormal" => self.lognormal(node, key),
            _ => self.discrete(node, key),
        }
    }

    fn lognormal(&mut self, node: &Node<'_>, key: &str) -> Option<Result<Distribution, Text>> {
        let names = ["median", "sigma", "mean", "sd"];
        let mut given = [None; 4];
        let before = self.problems.len();
        for entry in self.entries(node, key) {
            let path = format!("{key}.{}", entry.key);
            match names.iter().position(|n| *n == entry.key) {
                Some(i) => given[i] = Some(self.number(entry.node, &path)?),
                None => self.unknown(&entry.at, &path, entry.key, &names),
            }
        }
        match given {
            [Some(median), Some(sigma), None, None] => Some(Distribution::lognormal(median, sigma)),
            [None, None, Some(mean), Some(sd)] => Some(Distribution::lognormal_from_mean(mean, sd)),
            _ if self.problems.len() > before => None,
            _ => {
                let words = "{ median = …, sigma = … } / { mean = …, sd = … }";
                self.wrong(node, key, Text::same(words));
                None
            }
        }
    }

    fn discrete(&mut self, node: &Node<'_>, key: &str) -> Option<Result<Distribution, Text>> {
        let (mut values, mut weights) = (None, None);
        let before = self.problems.len();
        for entry in self.entries(node, key) {
            let path = format!("{key}.{}", entry.key);
            match entry.key {
                "values" => values = Some(self.number_list(entry.node, &path, false)?),
                "weights" => weights = Some(self.number_list(entry.node, &path, false)?),
                other => self.unknown(&entry.at, &path, other, &["values", "weights"]),
            }
        }
        match (values, weights) {
            (Some(values), Some(weights)) => Some(Distribution::discrete(values, weights)),
            _ if self.problems.len() > before => None,
            _ => {
                self.wrong(node, key, Text::same("{ values = [ … ], weights = [ … ] }"));
                None
            }
        }
    }

    fn table(&mut self, node: &Node<'_>, key: &str) -> Option<RawValue> {
        let entries = self.entries(node, key);
        let mut list = Vec::with_capacity(entries.len());
        for entry in &entries {
            if let Some(d) = self.distribution(entry.node, &format!("{key}.{}", entry.key)) {
                list.push((entry.key.to_string(), self.located(entry.node, d)));
            }
        }
        (list.len() == entries.len() && !list.is_empty()).then_some(RawValue::Table(list))
    }

    fn dated(&mut self, node: &Node<'_>, key: &str) -> Option<RawValue> {
        let entries = self.entries(node, key);
        let mut list = Vec::with_capacity(entries.len());
        for entry in &entries {
            let path = format!("{key}.{}", entry.key);
            let value = self.number(entry.node, &path);
            match (entry.key.parse::<i32>(), value) {
                (Ok(year), Some(value)) if YEARS.contains(&year) => list.push((year, value)),
                (Ok(_), None) => {}
                _ => {
                    let problem = self.complain(&entry.at, &path, say::KEY_MUST_BE_YEAR);
                    problem.found = Some(entry.key.to_string());
                    problem.allowed = Some(Text::same("1900–2200"));
                }
            }
        }
        if entries.is_empty() {
            self.wrong(node, key, Text::same("{ 2024 = …, 2025 = … }"));
        }
        list.sort_by_key(|(year, _)| *year);
        let doubled = list.windows(2).any(|w| w[0].0 == w[1].0);
        if doubled {
            self.wrong(node, key, say::EACH_YEAR_ONCE);
        }
        (list.len() == entries.len() && !list.is_empty() && !doubled).then_some(RawValue::Dated(list))
    }

    /// Notes every key of a table that is not among `known`.
    fn only(&mut self, table: &DeTable<'_>, key: &str, known: &[&str]) {
        for entry in self.table_entries(table) {
            if !known.contains(&entry.key) {
                let path = format!("{key}.{}", entry.key);
                self.unknown(&entry.at, &path, entry.key, known);
            }
        }
    }

    /// Reads the value of an option (`0.2`, `{pert=[…]}`, `true`, or a bare word) as a lever or value.
    pub fn option_value(
        option: &str,
        key: &str,
        text: &str,
        told: &mut Vec<Text>,
    ) -> Result<Located<RawLever>, Vec<Problem>> {
        let mut reader = Reader::option(option);
        let at = Place { file: option.into(), line: None };
        let typed = text;
        let text = straight(typed);
        if let Cow::Owned(_) = text {
            told.push(say::ReadAs { found: typed, key, place: &*at.file, value: Text::same(&*text) }.text());
        }
        let text = text.as_ref();
        let line = format!("value = {text}");
        let read = match DeTable::parse(&line) {
            Ok(tree) if tree.get_ref().len() == 1 => match tree.get_ref().get("value") {
                Some(node) => reader.lever(node, key),
                None => None,
            },
            _ if understand(text).is_some() => {
                let value = understand(text).map_or(f64::NAN, |n| n.value);
                told.push(read_as(&at, key, text, value));
                return Ok(Located {
                    value: RawLever::Value(RawValue::Scalar(Distribution::Fixed(value))),
                    at,
                });
            }
            _ if !text.is_empty() && text.chars().all(is_word) => {
                return Ok(Located { value: RawLever::Word(text.to_string()), at });
            }
            _ => {
                let what = if has_odd_number(text) { say::TOML_NUMBER } else { say::VALUE_CANNOT_BE_READ };
                let problem = at
                    .problem(key, what)
                    .found(text)
                    .allowed(Text::same("0.2, 1234, '{pert=[0, 0.1, 0.3]}', true, none"));
                return Err(vec![problem]);
            }
        };
        told.append(&mut reader.told);
        match read {
            Some(value) if reader.problems.is_empty() => Ok(value),
            _ => Err(reader.problems),
        }
    }
}

/// The text with straight quotation marks instead of those of a word processor; where those only stand around it, without.
fn straight(text: &str) -> Cow<'_, str> {
    if !text.contains(is_curly) {
        return Cow::Borrowed(text);
    }
    let inside = text.trim_matches(is_curly);
    match inside.contains(is_curly) {
        true => Cow::Owned(text.replace(is_curly, "\"")),
        false => Cow::Owned(inside.trim().to_string()),
    }
}

/// Letters an id or word consists of.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.')
}

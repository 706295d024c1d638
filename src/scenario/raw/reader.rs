//! Walking a TOML tree: types, keys and lines.

use super::remedy::remedy;
use super::{Located, Place};
use crate::error::{Problem, SHOWN, nearest};
use crate::scenario::number::understand;
use crate::scenario::table::read_as;
use crate::text::visible::is_hidden;
use crate::text::{Message, Text, say};
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Longest text of any kind.
const LONGEST_TEXT: usize = 2000;

/// A value of the tree with its place in the text.
pub(super) type Node<'t> = Spanned<DeValue<'t>>;

/// An entry of a table.
pub(super) struct Entry<'n, 't> {
    pub(super) key: &'n str,
    pub(super) at: Place,
    pub(super) node: &'n Node<'t>,
}

/// Reads one text and collects what is wrong with it.
pub struct Reader {
    file: Arc<str>,
    /// Where each line starts; empty for an option, which has no lines.
    line_starts: Vec<usize>,
    /// What was found wrong so far.
    pub problems: Vec<Problem>,
    /// What was understood though it is written in another way.
    pub told: Vec<Text>,
}

impl Reader {
    /// For the text of a file.
    pub fn new(file: &str, text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1);
        Reader {
            file: file.into(),
            line_starts: std::iter::once(0).chain(breaks).collect(),
            problems: Vec::new(),
            told: Vec::new(),
        }
    }

    /// For the text of an option, where lines mean nothing.
    pub fn option(name: &str) -> Self {
        Reader { file: name.into(), line_starts: Vec::new(), problems: Vec::new(), told: Vec::new() }
    }

    /// The place of a position in the text.
    pub(super) fn place(&self, offset: usize) -> Place {
        let line = match self.line_starts.partition_point(|start| *start <= offset) {
            0 => None,
            line => Some(line),
        };
        Place { file: self.file.clone(), line }
    }

    /// The text of a line.
    pub(super) fn line<'s>(&self, text: &'s str, line: Option<usize>) -> &'s str {
        let start = line.and_then(|line| self.line_starts.get(line - 1)).copied().unwrap_or(0);
        text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
    }

    /// Notes the lines that are no TOML.
    pub(super) fn stumbles(&mut self, text: &str, errors: &[toml::de::Error]) {
        for e in errors {
            let at = self.place(e.span().map_or(0, |s| s.start));
            // One line has one fault to be mended, however often the parser stumbles over it.
            if self.problems.last().is_none_or(|p| p.line != at.line) {
                let told = self.problems.len() < SHOWN;
                let line = if told { self.line(text, at.line) } else { "" };
                let problem = remedy(&at, line, e.message());
                self.problems.push(problem);
            }
        }
    }

    /// Notes a problem at a place.
    pub(super) fn complain(&mut self, at: &Place, key: &str, what: impl Message) -> &mut Problem {
        let index = self.problems.len();
        self.problems.push(at.problem(key, what));
        &mut self.problems[index]
    }

    /// Notes a value of the wrong kind.
    pub(super) fn wrong(&mut self, node: &Node<'_>, key: &str, allowed: impl Message) {
        let at = self.place(node.span().start);
        let problem = self.complain(&at, key, say::VALUE_WRONG_KIND);
        problem.found = Some(show(node.get_ref()));
        problem.allowed = Some(allowed.text());
    }

    /// The entries of a table in the order of the file, without checking their keys.
    pub(super) fn entries<'n, 't>(&mut self, node: &'n Node<'t>, key: &str) -> Vec<Entry<'n, 't>> {
        match node.get_ref() {
            DeValue::Table(table) => self.table_entries(table),
            _ => {
                self.wrong(node, key, say::A_TABLE);
                Vec::new()
            }
        }
    }

    /// The entries of a table in the order of the file.
    pub(super) fn table_entries<'n, 't>(&self, table: &'n DeTable<'t>) -> Vec<Entry<'n, 't>> {
        let mut list: Vec<_> = table.iter().collect();
        list.sort_by_key(|(key, _)| key.span().start);
        list.into_iter()
            .map(|(key, node)| Entry { key: key.get_ref().as_ref(), at: self.place(key.span().start), node })
            .collect()
    }

    /// Notes a key that does not exist here.
    pub(super) fn unknown(&mut self, at: &Place, path: &str, key: &str, known: &[&str]) {
        let (told, near) = (self.problems.len() < SHOWN, self.near(key, known.iter().copied()));
        let problem = self.complain(at, path, say::UNKNOWN_KEY);
        problem.nearest = near;
        if told {
            problem.allowed = Some(Text::same(known.join(", ")));
        }
    }

    /// The nearest of some names, as long as problems are told one by one.
    pub(super) fn near<'a>(&self, found: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
        if self.problems.len() < SHOWN { nearest(found, names) } else { None }
    }

    /// A text in quotes.
    pub(super) fn string(&mut self, node: &Node<'_>, key: &str) -> Option<Located<String>> {
        match node.get_ref() {
            DeValue::String(s) => {
                let text = self.clean(node, key, s)?;
                Some(self.located(node, text))
            }
            _ => {
                self.wrong(node, key, say::TEXT_QUOTATION_MARKS);
                None
            }
        }
    }

    /// A text that can be shown anywhere: of bearable length, on one line, without control characters.
    fn clean(&mut self, node: &Node<'_>, key: &str, text: &str) -> Option<String> {
        let text = match text.contains(['\n', '\r', '\t']) {
            true => text.split_whitespace().collect::<Vec<_>>().join(" "),
            false => text.to_string(),
        };
        let what = match (text.contains(is_hidden), text.chars().count() > LONGEST_TEXT) {
            (false, false) => return Some(text),
            (true, _) => say::HIDDEN_CHARACTERS,
            (_, true) => say::TEXT_TOO_LONG,
        };
        let at = self.place(node.span().start);
        let problem = self.complain(&at, key, what);
        problem.found = Some(text);
        problem.allowed = Some(say::TextCharacters { limit: LONGEST_TEXT }.text());
        None
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, node: &Node<'_>, key: &str) -> Option<Located<bool>> {
        match node.get_ref() {
            DeValue::Boolean(b) => Some(self.located(node, *b)),
            _ => {
                self.wrong(node, key, Text::same("true, false"));
                None
            }
        }
    }

    /// A list of texts.
    pub(super) fn strings(&mut self, node: &Node<'_>, key: &str) -> Option<Located<Vec<String>>> {
        let DeValue::Array(array) = node.get_ref() else {
            self.wrong(node, key, say::LIST_OF_TEXTS);
            return None;
        };
        let list: Vec<_> = array.iter().filter_map(|n| self.string(n, key)).map(|s| s.value).collect();
        (list.len() == array.len()).then(|| self.located(node, list))
    }

    /// A text, in one language or several.
    pub(super) fn text(&mut self, node: &Node<'_>, key: &str) -> Option<Located<Text>> {
        if let DeValue::String(s) = node.get_ref() {
            let text = self.clean(node, key, s)?;
            return Some(self.located(node, Text::same(text)));
        }
        let mut parts: [Option<String>; 3] = [None, None, None];
        for entry in self.entries(node, key) {
            let path = format!("{key}.{}", entry.key);
            match ["nb", "nn", "en"].iter().position(|lang| *lang == entry.key) {
                Some(i) => parts[i] = self.string(entry.node, &path).map(|s| s.value),
                None => self.unknown(&entry.at, &path, entry.key, &["nb", "nn", "en"]),
            }
        }
        let [nb, nn, en] = parts;
        let first = nb.clone().or(nn.clone()).or(en.clone())?;
        let nb = nb.unwrap_or(first);
        let text = Text { nn: nn.unwrap_or_else(|| nb.clone()), en: en.unwrap_or_else(|| nb.clone()), nb };
        Some(self.located(node, text))
    }

    /// A finite number.
    pub(super) fn number(&mut self, node: &Node<'_>, key: &str) -> Option<f64> {
        self.any_number(node, key, false)
    }

    /// A number; `inf` too where it is allowed.
    pub(super) fn any_number(&mut self, node: &Node<'_>, key: &str, infinite: bool) -> Option<f64> {
        let number = match node.get_ref() {
            DeValue::Integer(i) => i64::from_str_radix(i.as_str(), i.radix()).ok().map(|i| i as f64),
            DeValue::Float(f) => f.as_str().parse::<f64>().ok(),
            DeValue::String(s) => self.understood(node, key, s),
            _ => None,
        };
        match number {
            Some(x) if x.is_finite() || infinite && !x.is_nan() => Some(x),
            _ => {
                self.wrong(node, key, say::FINITE_NUMBER_POINT_DECIMALS);
                None
            }
        }
    }

    /// The number that a text means, which is told.
    pub(super) fn understood(&mut self, node: &Node<'_>, key: &str, text: &str) -> Option<f64> {
        let value = understand(text)?.value;
        let told = read_as(&self.place(node.span().start), key, text, value);
        self.told.push(told);
        Some(value)
    }

    /// A list of exactly `N` numbers.
    pub(super) fn numbers<const N: usize>(
        &mut self,
        node: &Node<'_>,
        key: &str,
        infinite: bool,
    ) -> Option<[f64; N]> {
        let list = self.number_list(node, key, infinite)?;
        match <[f64; N]>::try_from(list) {
            Ok(array) => Some(array),
            // `[0,1, 0,2]` is a list of four numbers.
            Err(list) if list.len() == 2 * N && list.iter().all(|x| x.fract() == 0.0) => {
                self.wrong(node, key, say::ListOfNumbersPoint { count: N });
                None
            }
            Err(_) => {
                self.wrong(node, key, say::ListOfNumbers { count: N });
                None
            }
        }
    }

    /// A list of numbers.
    pub(super) fn number_list(&mut self, node: &Node<'_>, key: &str, infinite: bool) -> Option<Vec<f64>> {
        let DeValue::Array(array) = node.get_ref() else {
            self.wrong(node, key, say::LIST_OF_ANY_NUMBERS);
            return None;
        };
        let list: Vec<_> = array.iter().filter_map(|n| self.any_number(n, key, infinite)).collect();
        (list.len() == array.len()).then_some(list)
    }

    /// A value with the place of its node.
    pub(super) fn located<T>(&self, node: &Node<'_>, value: T) -> Located<T> {
        Located { value, at: self.place(node.span().start) }
    }
}

/// A value as it stands in the file, shortened.
pub(super) fn show(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(s) if s.chars().count() > 40 => {
            format!("\"{}…\"", s.chars().take(40).collect::<String>())
        }
        DeValue::String(s) => format!("\"{s}\""),
        DeValue::Integer(i) => i.to_string(),
        DeValue::Float(f) => f.to_string(),
        DeValue::Boolean(b) => b.to_string(),
        DeValue::Datetime(d) => d.to_string(),
        DeValue::Array(a) => {
            let parts: Vec<_> = a.iter().take(5).map(|n| show(n.get_ref())).collect();
            format!("[{}{}]", parts.join(", "), if a.len() > 5 { ", …" } else { "" })
        }
        DeValue::Table(t) => {
            let mut keys: Vec<_> = t.iter().map(|(k, _)| (k.span().start, k.get_ref().as_ref())).collect();
            keys.sort();
            let parts: Vec<_> = keys.iter().take(5).map(|(_, k)| format!("{k} = …")).collect();
            format!("{{ {} }}", parts.join(", "))
        }
    }
}

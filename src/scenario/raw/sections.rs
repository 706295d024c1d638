//! The sections of a scenario file.

use super::history::HISTORY;
use super::reader::{Entry, Node, Reader, show};
use super::{
    FORMAT, Located, RawCorrelation, RawLever, RawLevers, RawModel, RawParameter, RawScenario, RawSettings,
    see_describe,
};
use crate::scenario::embedded;
use crate::scenario::financing::{LEVERS, Lever, lever_path, model_id};
use crate::text::{Message, Text, say};
use std::collections::BTreeSet;
use toml::de::{DeTable, DeValue};

/// What a file builds on; people write it among the settings.
const EXTENDS: &str = "extends";
const TOP: [&str; 6] = ["format", EXTENDS, "scenario", "parameters", "financing", "correlations"];
const SETTINGS: [&str; 16] = [
    "name",
    "title",
    "base_year",
    "horizon",
    "placement",
    "units",
    "observed",
    "recipient_groups",
    "accounts",
    "inhabitants",
    "national_population",
    "municipality",
    "scheme",
    "currency",
    "observed_persons",
    "models",
];
const PARAMETER: [&str; 13] = [
    "value",
    "unit",
    "year",
    "status",
    "source",
    "group",
    "sign",
    "with",
    "symbol",
    "range",
    "label",
    "meaning",
    "without_commissioned",
];
/// The levers that may be written as one list.
const ARENAS: &str = "arenas";
const MODEL: [&str; 5] = ["title", "short", "description", "extends", HISTORY];

/// Tables of levers inside a model.
pub(super) fn groups() -> impl Iterator<Item = &'static str> {
    LEVERS.iter().filter_map(Lever::group)
}

impl Reader {
    /// The whole file.
    pub(super) fn scenario(&mut self, text: &str) -> Option<RawScenario> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim().is_empty() {
            let at = self.place(0);
            self.complain(&at, "format", say::FILE_EMPTY).allowed = Some(Text::same("format = 1 …"));
            return None;
        }
        let (tree, errors) = DeTable::parse_recoverable(text);
        self.stumbles(text, &errors);
        let top = self.table_entries(tree.get_ref());
        if !errors.is_empty() {
            // What the parser saved is still worth reading, but not on the lines it stumbled over.
            let bad: BTreeSet<_> = self.problems.iter().map(|p| p.line).collect();
            let kept = self.problems.len();
            let _ = self.format(&top).then(|| self.sections(&top));
            let mut index = 0;
            self.problems.retain(|p| {
                index += 1;
                index <= kept || !bad.contains(&p.line)
            });
            return None;
        }
        self.format(&top).then(|| self.sections(&top))
    }

    /// Checks `format`; false when the rest of the file can't be judged.
    fn format(&mut self, top: &[Entry<'_, '_>]) -> bool {
        let Some(entry) = top.iter().find(|e| e.key == "format") else {
            let at = self.place(0);
            self.complain(&at, "format", say::FILE_WITHOUT_FORMAT).allowed = Some(Text::same("format = 1"));
            return true;
        };
        let Some(number) = self.number(entry.node, "format") else { return true };
        if number == FORMAT as f64 {
            return true;
        }
        let version = env!("CARGO_PKG_VERSION");
        let what = if number > FORMAT as f64 {
            say::FileOfNewerFormat { number, version }.text()
        } else {
            say::UNKNOWN_FORMAT.text()
        };
        let problem = self.complain(&entry.at, "format", what);
        problem.found = Some(show(entry.node.get_ref()));
        problem.allowed = Some(Text::same(FORMAT.to_string()));
        false
    }

    fn sections(&mut self, top: &[Entry<'_, '_>]) -> RawScenario {
        let mut raw = RawScenario::default();
        for entry in top {
            match entry.key {
                "format" => {}
                EXTENDS => raw.extends = self.string(entry.node, EXTENDS),
                "scenario" => {
                    raw.settings = self.settings(entry.node);
                    let own = self.entries(entry.node, "scenario").into_iter().find(|e| e.key == EXTENDS);
                    let own = own.and_then(|own| self.string(own.node, EXTENDS));
                    raw.extends = raw.extends.or(own);
                }
                "parameters" => {
                    for e in self.entries(entry.node, "parameters") {
                        raw.parameters.extend(self.parameter(&e));
                    }
                }
                "financing" => {
                    for e in self.entries(entry.node, "financing") {
                        let model = self.model(&e);
                        if raw.models.iter().any(|known| known.id.value == model.id.value) {
                            let key = format!("financing.{}", e.key);
                            self.complain(&e.at, &key, say::SAME_MODEL_TWICE).found = Some(e.key.to_string());
                        }
                        raw.models.push(model);
                    }
                }
                "correlations" => raw.correlations = self.correlations(entry.node),
                other => self.unknown(&entry.at, other, other, &TOP),
            }
        }
        raw
    }

    fn settings(&mut self, node: &Node<'_>) -> RawSettings {
        let mut s = RawSettings::default();
        for e in self.entries(node, "scenario") {
            let path = format!("scenario.{}", e.key);
            match e.key {
                "name" => s.name = self.string(e.node, &path),
                "title" => s.title = self.text(e.node, &path),
                "base_year" => s.base_year = self.located_number(e.node, &path),
                "horizon" => s.horizon = self.located_number(e.node, &path),
                "placement" => s.placement = self.string(e.node, &path),
                "units" => s.units = self.string(e.node, &path),
                "observed" => s.observed = self.string(e.node, &path),
                "recipient_groups" => s.recipient_groups = self.string(e.node, &path),
                "accounts" => s.accounts = self.string(e.node, &path),
                "inhabitants" => s.inhabitants = self.located_number(e.node, &path),
                "national_population" => s.national_population = self.located_number(e.node, &path),
                "municipality" => s.municipality = self.string(e.node, &path),
                "scheme" => s.scheme = self.string(e.node, &path),
                "currency" => s.currency = self.string(e.node, &path),
                "observed_persons" => s.observed_persons = self.boolean(e.node, &path),
                "models" => {
                    s.models = self.strings(e.node, &path);
                    for id in s.models.iter_mut().flat_map(|models| &mut models.value) {
                        *id = model_id(id).to_string();
                    }
                }
                EXTENDS => {
                    let written =
                        self.string(e.node, &path).map(|name| format!("{EXTENDS} = \"{}\"", name.value));
                    self.complain(&e.at, &path, say::EXTENDS_STANDS_FIRST).allowed = written.map(Text::same);
                }
                other => self.unknown(&e.at, &path, other, &SETTINGS),
            }
        }
        s
    }

    fn located_number(&mut self, node: &Node<'_>, key: &str) -> Option<Located<f64>> {
        self.number(node, key).map(|x| self.located(node, x))
    }

    fn parameter(&mut self, entry: &Entry<'_, '_>) -> Option<RawParameter> {
        let mut unquoted = false;
        let mut p = RawParameter::new(Located { value: entry.key.to_string(), at: entry.at.clone() });
        let base = format!("parameters.{}", entry.key);
        if !entry.node.get_ref().is_table() {
            let value = show(entry.node.get_ref());
            self.wrong(entry.node, &base, Text::same(format!("{{ value = {value} }}")));
            let near = self.near(entry.key, embedded::parameters());
            let known = embedded::parameters().any(|id| id == entry.key);
            if let Some(problem) = self.problems.last_mut().filter(|_| !known) {
                problem.what = say::UNKNOWN_PARAMETER.text();
                problem.nearest = near;
                return None;
            }
            return Some(p);
        }
        for e in self.entries(entry.node, &base) {
            let path = format!("{base}.{}", e.key);
            match e.key {
                "value" => p.value = self.value(e.node, &path),
                "unit" => p.unit = self.string(e.node, &path),
                "year" => p.year = self.located_number(e.node, &path),
                "status" => p.status = self.string(e.node, &path),
                "source" => p.source = self.text(e.node, &path),
                "group" => p.group = self.string(e.node, &path),
                "sign" => p.sign = self.string(e.node, &path),
                "with" => p.with = self.string(e.node, &path),
                "symbol" => p.symbol = self.string(e.node, &path),
                "range" => {
                    p.range = self.numbers(e.node, &path, true).map(|r| self.located(e.node, r));
                }
                "label" => p.label = self.text(e.node, &path),
                "meaning" => p.meaning = self.text(e.node, &path),
                "without_commissioned" => p.without_commissioned = self.located_number(e.node, &path),
                other if e.node.get_ref().is_table() => {
                    // [parameters.refund.max_age] without quotation marks lands here.
                    unquoted = true;
                    self.complain(&e.at, &path, say::KEY_NEEDS_QUOTATION_MARKS).allowed =
                        Some(Text::same(format!("[parameters.\"{}.{other}\"]", entry.key)));
                }
                other => self.unknown(&e.at, &path, other, &PARAMETER),
            }
        }
        (!unquoted).then_some(p)
    }

    fn model(&mut self, entry: &Entry<'_, '_>) -> RawModel {
        let mut m = RawModel::new(Located { value: model_id(entry.key).to_string(), at: entry.at.clone() });
        let base = format!("financing.{}", entry.key);
        for e in self.entries(entry.node, &base) {
            let path = format!("{base}.{}", e.key);
            match e.key {
                "title" => m.title = self.text(e.node, &path),
                "short" => m.short = self.text(e.node, &path),
                "description" => m.description = self.text(e.node, &path),
                "extends" => {
                    let base = self.string(e.node, &path);
                    m.extends = base.map(|base| Located { value: model_id(&base.value).into(), at: base.at });
                }
                ARENAS if !e.node.get_ref().is_table() => self.arenas(&mut m, &e, &path),
                HISTORY => m.history = self.history(e.node, &path),
                _ => self.levers(&mut m.levers, &e, &base),
            }
        }
        m
    }

    /// A lever, or a table of them.
    pub(super) fn levers(&mut self, levers: &mut RawLevers, e: &Entry<'_, '_>, base: &str) {
        if groups().any(|known| known == e.key) {
            for inner in self.entries(e.node, &format!("{base}.{}", e.key)) {
                self.model_lever(levers, &inner, base, &format!("{}.{}", e.key, inner.key));
            }
        } else {
            self.model_lever(levers, e, base, e.key);
        }
    }

    /// The arenas that a model opens, in a list: all that it does not name are closed.
    fn arenas(&mut self, m: &mut RawModel, e: &Entry<'_, '_>, path: &str) {
        let levers = || LEVERS.iter().filter(|lever| lever.group() == Some(ARENAS));
        let name = |lever: &Lever| lever.path.rsplit('.').next().unwrap_or(lever.path);
        let Some(list) = self.strings(e.node, path) else { return };
        let known: Vec<&str> = levers().map(name).collect();
        for word in list.value.iter().filter(|word| !known.contains(&word.as_str())) {
            let near = self.near(word, known.iter().copied());
            let problem = self.complain(&list.at, path, say::UNKNOWN_ARENA);
            problem.found = Some(word.clone());
            problem.nearest = near;
            problem.allowed = Some(Text::same(known.join(", ")));
        }
        for lever in levers() {
            let open = list.value.iter().any(|word| word == name(lever));
            m.levers.push((lever, Located { value: RawLever::Switch(open), at: list.at.clone() }));
        }
    }

    fn model_lever(&mut self, levers: &mut RawLevers, e: &Entry<'_, '_>, base: &str, lever: &str) {
        let path = format!("{base}.{lever}");
        match Lever::of(lever) {
            Some(known) => {
                if let Some(value) = self.lever(e.node, &path) {
                    levers.push((known, value));
                }
            }
            None => {
                let what = say::UNKNOWN_LEVER;
                let paths = || LEVERS.iter().map(|lever| lever.path);
                let known: Vec<_> = match lever.split_once('.') {
                    Some((group, _)) => {
                        LEVERS.iter().filter(|l| l.group() == Some(group)).map(|l| l.path).collect()
                    }
                    None => MODEL.into_iter().chain(groups()).chain(paths()).collect(),
                };
                let near = self.near(lever, known.iter().copied());
                let last = lever.rsplit('.').next().unwrap_or(lever);
                let tail = || paths().find(|p| p.rsplit('.').next() == Some(last)).map(str::to_string);
                let problem = self.complain(&e.at, &path, what);
                problem.nearest = near.or_else(tail);
                problem.allowed =
                    Some(if known.len() < 12 { Text::same(known.join(", ")) } else { see_describe() });
            }
        }
    }

    fn correlations(&mut self, node: &Node<'_>) -> Vec<RawCorrelation> {
        let DeValue::Array(array) = node.get_ref() else {
            self.wrong(node, "correlations", Text::same("[[correlations]]"));
            return Vec::new();
        };
        let mut list = Vec::new();
        for item in array.iter() {
            let (mut a, mut b, mut rank) = (None, None, None);
            let before = self.problems.len();
            for e in self.entries(item, "correlations") {
                let path = format!("correlations.{}", e.key);
                match e.key {
                    "a" => a = self.string(e.node, &path),
                    "b" => b = self.string(e.node, &path),
                    "rank" => rank = self.number(e.node, &path),
                    other => self.unknown(&e.at, &path, other, &["a", "b", "rank"]),
                }
            }
            match (a, b, rank) {
                (Some(a), Some(b), Some(rank)) => {
                    let at = a.at.clone();
                    let [a, b] = [a, b].map(|id| lever_path(&id.value).into_owned());
                    list.push(RawCorrelation { a, b, rank, at });
                }
                _ if self.problems.len() == before => {
                    self.wrong(item, "correlations", Text::same("a = \"…\", b = \"…\", rank = 0.5"));
                }
                _ => {}
            }
        }
        list
    }
}

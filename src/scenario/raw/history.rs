//! Levers by year: `[[financing.<id>.history]]`.

use super::reader::{Node, Reader};
use super::{RawDatedLevers, RawLevers};
use crate::scenario::financing::LEVERS;
use crate::text::{Message, Text, say};
use toml::de::DeValue;

/// The key of a model's levers by year.
pub(super) const HISTORY: &str = "history";
const FROM: &str = "from";

/// What may be stated by year: levers, and whole tables of them.
fn allowed() -> String {
    let names = LEVERS.iter().filter(|lever| lever.may_be_dated());
    let names = names.map(|lever| lever.group().map_or(lever.path.to_string(), |group| format!("{group}.*")));
    let mut names: Vec<String> = names.collect();
    names.dedup();
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names.join(", ")
}

impl Reader {
    /// A model's levers by year. What may not be stated by year is told, and left out.
    pub(super) fn history(&mut self, node: &Node<'_>, path: &str) -> Vec<RawDatedLevers> {
        let example = || Text::same(format!("[[{path}]] from = 2030 …"));
        let DeValue::Array(array) = node.get_ref() else {
            self.wrong(node, path, example());
            return Vec::new();
        };
        let mut list = Vec::new();
        for item in array.iter() {
            let (mut from, mut levers) = (None, RawLevers::new());
            let before = self.problems.len();
            for e in self.entries(item, path) {
                match e.key {
                    FROM => {
                        let year = self.number(e.node, &format!("{path}.{FROM}"));
                        from = year.map(|year| self.located(e.node, year));
                    }
                    _ => self.levers(&mut levers, &e, path),
                }
            }
            let named = !levers.is_empty();
            levers.retain(|(lever, value)| {
                if !lever.may_be_dated() {
                    let problem = self.complain(
                        &value.at,
                        &format!("{path}.{}", lever.path),
                        say::LEVER_WITHOUT_HISTORY,
                    );
                    problem.allowed = Some(Text::same(allowed()));
                }
                lever.may_be_dated()
            });
            match from {
                Some(from) => {
                    if !named && self.problems.len() == before {
                        let problem = self.complain(&from.at, path, say::HISTORY_WITHOUT_LEVERS);
                        problem.allowed = Some(Text::same(allowed()));
                    }
                    list.push(RawDatedLevers { from, levers });
                }
                None if self.problems.len() == before => {
                    let at = self.place(item.span().start);
                    self.complain(&at, path, say::HISTORY_WITHOUT_YEAR).allowed = Some(example().text());
                }
                None => {}
            }
        }
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_once_for_a_whole_reform_has_no_history() {
        assert_eq!(
            allowed(),
            "refund.*, rights.*, hour_grant.*, harmonisation, norm_drift, admission_drift, processing_months, \
             fast_track_months, copayment, admin.*"
        );
    }
}

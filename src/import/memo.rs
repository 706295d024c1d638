//! What was made of a label before: a table of the country repeats each of its labels on thousands of rows.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// Most labels that are remembered: more are no labels.
const MOST: usize = 10_000;

/// What a function without memory of its own makes of labels.
#[derive(Clone, Debug)]
pub struct Memo<V>(RefCell<BTreeMap<String, V>>);

impl<V> Memo<V> {
    /// With nothing in it.
    pub const fn new() -> Memo<V> {
        Memo(RefCell::new(BTreeMap::new()))
    }
}

impl<V> Default for Memo<V> {
    fn default() -> Memo<V> {
        Memo::new()
    }
}

impl<V: Clone> Memo<V> {
    /// What `make` makes of a label.
    pub fn of(&self, label: &str, make: impl FnOnce(&str) -> V) -> V {
        if let Some(known) = self.0.borrow().get(label) {
            return known.clone();
        }
        let made = make(label);
        let mut known = self.0.borrow_mut();
        if known.len() < MOST {
            known.insert(label.into(), made.clone());
        }
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_read_once_and_labels_without_end_are_not_kept() {
        let memo = Memo::default();
        let mut made = 0;
        for label in ["0301 Oslo", "1103 Stavanger", "0301 Oslo"] {
            let length = memo.of(label, |label| {
                made += 1;
                label.len()
            });
            assert_eq!(length, label.len());
        }
        assert_eq!(made, 2);
        for number in 0..2 * MOST {
            assert_eq!(memo.of(&number.to_string(), |label| label.len()), number.to_string().len());
        }
        assert_eq!(memo.0.borrow().len(), MOST);
    }
}

//! Chapters and items of the state budget: where every account of the ledger stands.

use crate::ledger::{Item, Payer};
use crate::scenario::embedded;
use crate::text::{Lang, say};
use serde::Deserialize;

const TABLE: &str = "data/budget_chapters.csv";

/// Where an account stands.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct ChapterLine {
    payer: String,
    item: String,
    pub chapter: String,
    pub post: String,
    label_nb: String,
    label_nn: String,
    label_en: String,
    pub status: String,
    pub source: String,
}

impl ChapterLine {
    /// Name for readers.
    pub fn label(&self, lang: Lang) -> String {
        lang.of([&self.label_nb, &self.label_nn, &self.label_en]).clone()
    }

    /// Whether it counts in the sum of the state budget: its chapter and item are known, or new.
    pub fn is_counted(&self) -> bool {
        ["document", "new"].contains(&self.status.as_str())
    }

    /// Chapter and item as one: `575.60`; empty where they can't be told.
    #[cfg(test)]
    fn number(&self, lang: Lang) -> String {
        number(&self.chapter, &self.post, lang)
    }
}

/// A chapter or an item in a language: `ny` is a word.
pub fn word(part: &str, lang: Lang) -> String {
    part.replace("ny", say::BUDGET_CHAPTER_NEW.get(lang))
}

/// Chapter and item as one: `575.60`; empty where they can't be told.
pub fn number(chapter: &str, item: &str, lang: Lang) -> String {
    match item.is_empty() {
        true => word(chapter, lang),
        false => format!("{}.{}", word(chapter, lang), word(item, lang)),
    }
}

/// The mapping, in the order of the file.
pub fn places() -> Vec<ChapterLine> {
    let text = embedded::data(TABLE).unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    reader.deserialize().filter_map(Result::ok).collect()
}

/// Where an account stands: its own line, or that of its payer; nowhere for what nobody has placed.
pub fn place(places: &[ChapterLine], payer: Payer, item: Item) -> Option<&ChapterLine> {
    let named = |name: &str| places.iter().find(|p| p.payer == payer.id() && p.item == name);
    named(item.id()).or_else(|| named("*"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// V-D12: every account of the ledger stands in exactly one place, or outside the state budget.
    #[test]
    fn v_d12_every_account_has_one_place() {
        let places = places();
        assert_eq!(places.len(), 18, "a line that cannot be read is left out");
        // What the state pays or receives (engine::posting).
        let state = [
            Item::Refund,
            Item::SchemeBase,
            Item::SchemeReform,
            Item::HourGrant,
            Item::Withdrawal,
            Item::Administration,
            Item::Introduction,
            Item::SickLeave,
            Item::CareAllowance,
            Item::LostWork,
            Item::UsersWork,
            Item::Admissions,
            Item::HealthServices,
            Item::ArenaServices,
        ];
        for payer in Payer::ALL {
            for item in Item::ALL {
                let own = places.iter().filter(|p| p.payer == payer.id() && p.item == item.id()).count();
                assert!(own <= 1, "{} {} twice", payer.id(), item.id());
                let found = place(&places, payer, item);
                if payer == Payer::State {
                    assert_eq!(found.is_some(), state.contains(&item), "{}", item.id());
                    assert!(found.is_none_or(|line| !line.is_counted() || !line.chapter.is_empty()));
                    assert!(found.is_none_or(|line| line.status != "document" || !line.source.is_empty()));
                } else {
                    assert!(found.is_some_and(|line| line.chapter.is_empty()));
                }
            }
        }
    }

    #[test]
    fn numbers_of_chapters() {
        let places = places();
        let number = |item, lang| place(&places, Payer::State, item).unwrap().number(lang);
        assert_eq!(number(Item::Refund, Lang::Nb), "575.60");
        assert_eq!(number(Item::HourGrant, Lang::En), "575.new");
    }
}

//! The texts of report and workbook in one language.

use crate::text::{Lang, Message, Words};

/// The texts in one language.
#[derive(Clone, Copy)]
pub struct Texts {
    /// The language.
    pub lang: Lang,
}

impl Texts {
    /// The texts in a language.
    pub fn new(lang: Lang) -> Texts {
        Texts { lang }
    }

    /// A message.
    pub fn get(&self, message: impl Message) -> String {
        self.lang.say(message)
    }

    /// The message of an id that is data; the id itself where there is none.
    pub fn by_id(&self, id: &str) -> String {
        Words::find(id).map_or_else(|| format!("⟨{id}⟩"), |words| words.get(self.lang).to_string())
    }
}

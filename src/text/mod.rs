//! The texts that users read, in bokmål, nynorsk and English.
//!
//! Every sentence stands in the Fluent files of `nb/`, `nn/` and `en/`; the build makes each message into an item of
//! `say` (see `build.rs`). `say::UNKNOWN_KEY` is a message without variables, `say::WholeNumberBetween { low, high }` one
//! with two. A message of an id that is data, such as an outcome's, is looked up with [`Words::find`].

pub mod number;
pub mod shell;
pub mod system_words;
pub mod visible;

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::str::FromStr;

/// The messages of the Fluent files.
pub(crate) mod say {
    use super::{Argument, Cow, Lang, Message, Piece, Words, fill};
    include!(concat!(env!("OUT_DIR"), "/say.rs"));
}

/// The language of screen and report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// Norwegian bokmål, the default.
    #[default]
    Nb,
    /// Norwegian nynorsk.
    Nn,
    /// English.
    En,
}

impl Lang {
    /// What is said in this language, of bokmål, nynorsk and English.
    pub fn of<T>(self, [nb, nn, en]: [T; 3]) -> T {
        match self {
            Lang::Nb => nb,
            Lang::Nn => nn,
            Lang::En => en,
        }
    }
    /// A message in this language.
    pub fn say(self, message: impl Message) -> String {
        message.get(self).into_owned()
    }

    /// Names one after another, as a sentence lists them: «A, B og C».
    pub fn list(self, names: &[impl AsRef<str>]) -> String {
        let mut list = String::new();
        for (place, name) in names.iter().enumerate() {
            list += match (place, place + 1 == names.len()) {
                (0, _) => "",
                (_, true) => say::LIST_AND.get(self),
                _ => ", ",
            };
            list += name.as_ref();
        }
        list
    }
}

impl FromStr for Lang {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        match s {
            "nb" | "no" => Ok(Lang::Nb),
            "nn" => Ok(Lang::Nn),
            "en" => Ok(Lang::En),
            other => Err(format!("«{other}»: nb, nn, en")),
        }
    }
}

/// What can be written in each of the languages.
pub trait Message {
    /// The text in one language.
    fn get(&self, lang: Lang) -> Cow<'_, str>;
    /// The text in all three.
    fn text(&self) -> Text {
        Text::each(|lang| self.get(lang).into_owned())
    }
}

impl<M: Message + ?Sized> Message for &M {
    fn get(&self, lang: Lang) -> Cow<'_, str> {
        (**self).get(lang)
    }
}

/// What may stand for a variable of a message: another message, or what is the same in all languages.
pub trait Argument {
    /// How the value is written in a language.
    fn value(&self, lang: Lang) -> Cow<'_, str>;
}

impl<M: Message> Argument for M {
    fn value(&self, lang: Lang) -> Cow<'_, str> {
        self.get(lang)
    }
}

macro_rules! borrowed_values {
    ($($t:ty),*) => { $(impl Argument for $t {
        fn value(&self, _: Lang) -> Cow<'_, str> {
            Cow::Borrowed(self)
        }
    })* };
}
borrowed_values!(&str, &&str, String, &String, Cow<'_, str>);

macro_rules! displayed_values {
    ($($t:ty),*) => { $(impl Argument for $t {
        fn value(&self, _: Lang) -> Cow<'_, str> {
            Cow::Owned(self.to_string())
        }
    })* };
}
displayed_values!(
    usize,
    u8,
    u16,
    u32,
    u64,
    i32,
    i64,
    f64,
    char,
    std::path::Display<'_>,
    std::fmt::Arguments<'_>,
    &usize,
    &u64,
    &f64
);

impl Argument for &std::path::Path {
    fn value(&self, _: Lang) -> Cow<'_, str> {
        self.to_string_lossy()
    }
}

/// A piece of a message's text.
enum Piece {
    /// Text as it stands.
    Plain(&'static str),
    /// The variable with this number.
    Variable(usize),
    /// The text whose key is the value of the variable with this number; otherwise the last.
    Select(usize, &'static [(&'static str, &'static [Piece])]),
}

/// Puts values in the places of variables.
fn fill<'a>(pieces: &[Piece], lang: Lang, values: &[&dyn Argument]) -> Cow<'a, str> {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Plain(text) => out += text,
            Piece::Variable(i) => out += &values[*i].value(lang),
            Piece::Select(i, variants) => {
                let key = values[*i].value(lang);
                let chosen = variants.iter().find(|(own, _)| *own == key).or(variants.last());
                out += &chosen.map_or(Cow::default(), |(_, pieces)| fill(pieces, lang, values));
            }
        }
    }
    Cow::Owned(out)
}

/// A message without variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Words {
    /// Bokmål.
    pub nb: &'static str,
    /// Nynorsk.
    pub nn: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// No words.
    pub const NONE: Words = Words::new("", "", "");

    /// All three languages, in the order bokmål, nynorsk, English.
    const fn new(nb: &'static str, nn: &'static str, en: &'static str) -> Self {
        Words { nb, nn, en }
    }

    /// The words in one language.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nb => self.nb,
            Lang::Nn => self.nn,
            Lang::En => self.en,
        }
    }

    /// The words of an id that is data, such as `outcome-recipients`.
    pub const fn find(id: &str) -> Option<Words> {
        let (mut low, mut high) = (0, say::BY_ID.len());
        while low < high {
            let middle = (low + high) / 2;
            let (own, words) = say::BY_ID[middle];
            match order(own.as_bytes(), id.as_bytes()) {
                0 => return Some(words),
                o if o < 0 => low = middle + 1,
                _ => high = middle,
            }
        }
        None
    }

    /// Every id that words can be found by.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        say::BY_ID.iter().map(|(id, _)| *id)
    }

    /// The words of an id, in a constant: an id without words then fails the build.
    #[expect(clippy::expect_used, reason = "it stops the build, not a run")]
    pub const fn of(id: &str) -> Words {
        Words::find(id).expect("a message of this id")
    }
}

impl Message for Words {
    fn get(&self, lang: Lang) -> Cow<'_, str> {
        Cow::Borrowed(Words::get(*self, lang))
    }
}

/// Which of two ids comes first, as the sign of a number; the standard library's comparison can't stand in a constant.
const fn order(a: &[u8], b: &[u8]) -> i32 {
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return a[i] as i32 - b[i] as i32;
        }
        i += 1;
    }
    a.len() as i32 - b.len() as i32
}

/// The same text in three languages.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

impl Text {
    /// A text made for each language.
    pub fn each(make: impl Fn(Lang) -> String) -> Self {
        Text { nb: make(Lang::Nb), nn: make(Lang::Nn), en: make(Lang::En) }
    }

    /// A text that stands in data, in the order bokmål, nynorsk, English.
    pub fn all(nb: impl Into<String>, nn: impl Into<String>, en: impl Into<String>) -> Self {
        Text { nb: nb.into(), nn: nn.into(), en: en.into() }
    }

    /// A word that is the same everywhere, such as a name or an id.
    pub fn same(s: impl Into<String>) -> Self {
        let s = s.into();
        Text { nb: s.clone(), nn: s.clone(), en: s }
    }

    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nb => &self.nb,
            Lang::Nn => &self.nn,
            Lang::En => &self.en,
        }
    }
}

impl Message for Text {
    fn get(&self, lang: Lang) -> Cow<'_, str> {
        Cow::Borrowed(Text::get(self, lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_filled_in_by_language_and_unknown_keys_take_the_default() {
        let direction = |word| {
            Lang::Nn.say(say::SureOpen { direction: word, share: Text::all("a", "b", "c"), other: "d" })
        };
        assert_eq!(direction("fewer"), "Retninga er uviss: færre i b, fleire i d.");
        assert_eq!(direction("no such key"), direction("more"));
        assert_eq!(say::StampRun { id: 7 }.text(), Text::all("Kjøring 7", "Køyring 7", "Run 7"));
    }

    #[test]
    fn words_are_found_by_an_id_and_only_by_one_that_exists() {
        assert!(say::BY_ID.is_sorted_by_key(|(id, _)| *id));
        for (id, words) in say::BY_ID {
            assert_eq!(Words::find(id), Some(*words), "{id}");
        }
        assert_eq!(
            Words::find("item-refund").map(|w| w.get(Lang::En)),
            Some("Refund of high costs, persons simulated")
        );
        assert_eq!(Words::find("item-"), None);
    }
}

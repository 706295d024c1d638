//! A text in the three languages users read: bokmål, nynorsk and English.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

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
    /// Bokmål (used for nynorsk too) and English.
    pub fn new(nb: impl Into<String>, en: impl Into<String>) -> Self {
        let nb = nb.into();
        Text { nn: nb.clone(), nb, en: en.into() }
    }

    /// All three languages.
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

/// A fixed text in three languages, without allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Bokmål.
    pub nb: &'static str,
    /// Nynorsk.
    pub nn: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// All three languages, in the order bokmål, nynorsk, English.
    pub const fn new(nb: &'static str, nn: &'static str, en: &'static str) -> Self {
        Words { nb, nn, en }
    }
    /// The words in one language.
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nb => self.nb,
            Lang::Nn => self.nn,
            Lang::En => self.en,
        }
    }
    /// The same as a [`Text`].
    pub fn text(self) -> Text {
        Text::all(self.nb, self.nn, self.en)
    }
}

//! What a page asks, as a line of JSON.

use super::setting::Setting;
use super::turn;
use crate::text::Lang;
use serde::Deserialize;
use std::str::FromStr;

/// What is asked.
#[derive(Debug, Deserialize)]
#[serde(tag = "call", rename_all = "lowercase", deny_unknown_fields)]
pub enum Call {
    /// What a page offers.
    Catalogue { scenario: Option<String>, lang: Option<String> },
    /// What a setting is in words, link, file and command, and what is wrong with it.
    Check { setting: Setting, lang: Option<String> },
    /// The setting of a link or a file.
    Read { fragment: Option<String>, toml: Option<String>, lang: Option<String> },
    /// Begins a setting; the one before is kept beside it.
    Open { setting: Setting, years: Option<usize>, lang: Option<String> },
    /// Begins a setting of which nothing was seen, simulates its first draws, and tells what a page begins with: all in one,
    /// so that nobody waits for what is asked in between.
    Begin { setting: Setting, years: Option<usize>, draws: usize, lang: Option<String> },
    /// Simulates draws and gives them as a piece.
    Simulate { from: usize, to: usize, lang: Option<String> },
    /// Adds the piece that follows.
    Add { lang: Option<String> },
    /// All that is told of the setting so far.
    Answer { lang: Option<String> },
    /// Its `summary.csv`.
    Csv { lang: Option<String> },
    /// Differences from the zero alternative under a setting that is looked at for a moment.
    Differences { setting: Setting, years: Option<usize>, draws: usize, lang: Option<String> },
    /// Between which places of a dial an answer turns.
    Turns { key: String, unit: String, places: Vec<turn::Place>, lang: Option<String> },
}

impl Call {
    /// The language of the answer.
    pub fn lang(&self) -> Lang {
        let word = match self {
            Call::Catalogue { lang, .. }
            | Call::Check { lang, .. }
            | Call::Read { lang, .. }
            | Call::Open { lang, .. }
            | Call::Begin { lang, .. }
            | Call::Simulate { lang, .. }
            | Call::Add { lang }
            | Call::Answer { lang }
            | Call::Csv { lang }
            | Call::Differences { lang, .. }
            | Call::Turns { lang, .. } => lang.as_deref(),
        };
        word.and_then(|word| Lang::from_str(word).ok()).unwrap_or_default()
    }
}

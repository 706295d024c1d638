//! The catalogue of texts of report and workbook: three Fluent files with the same messages, one a language.

use crate::text::Lang;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const NB: &str = include_str!("texts/nb.ftl");
const NN: &str = include_str!("texts/nn.ftl");
const EN: &str = include_str!("texts/en.ftl");

/// The texts in one language.
pub struct Texts {
    /// The language.
    pub lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The texts in a language.
    pub fn new(lang: Lang) -> Texts {
        let (source, name) = match lang {
            Lang::Nb => (NB, "nb"),
            Lang::Nn => (NN, "nn"),
            Lang::En => (EN, "en"),
        };
        // A message with a mistake is left out, and a test tells which.
        let resource = FluentResource::try_new(source.to_string()).unwrap_or_else(|(resource, _)| resource);
        let language: LanguageIdentifier = name.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![language]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Texts { lang, bundle }
    }

    /// A text without parts.
    pub fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A text with parts filled in.
    pub fn with(&self, id: &str, parts: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return format!("⟨{id}⟩");
        };
        let mut args = FluentArgs::new();
        for (name, value) in parts {
            args.set(*name, FluentValue::from(*value));
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
#[path = "texts/tests.rs"]
mod tests;

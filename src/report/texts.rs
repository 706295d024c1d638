//! The texts of report and workbook in one language.

use crate::text::{Lang, Message, Words};

/// The texts in one language.
#[derive(Clone, Copy)]
pub struct Texts {
    /// The language.
    pub lang: Lang,
    /// Code of the currency, where money is not in Norwegian kroner.
    currency: Option<[char; 3]>,
}

impl Texts {
    /// The texts in a language.
    pub fn new(lang: Lang) -> Texts {
        Texts { lang, currency: None }
    }

    /// The same with money in another currency than kroner, by its code.
    pub fn in_currency(self, code: Option<&str>) -> Texts {
        let letters: Option<Vec<char>> = code.map(|code| code.chars().collect());
        Texts { currency: letters.and_then(|letters| letters.try_into().ok()), ..self }
    }

    /// A message.
    pub fn get(&self, message: impl Message) -> String {
        self.named(self.lang.say(message))
    }

    /// Names one after another, as a sentence lists them.
    pub fn list(&self, names: &[impl AsRef<str>]) -> String {
        self.lang.list(names)
    }

    /// The message of an id that is data; the id itself where there is none.
    pub fn by_id(&self, id: &str) -> String {
        self.named(
            Words::find(id).map_or_else(|| format!("⟨{id}⟩"), |words| words.get(self.lang).to_string()),
        )
    }

    /// A text with the currency by its code wherever it names kroner.
    pub fn named(&self, text: String) -> String {
        let Some(code) = self.currency else { return text };
        let code: String = code.iter().collect();
        let mut told = String::with_capacity(text.len());
        let mut word = String::new();
        for letter in text.chars().map(Some).chain([None]) {
            match letter.filter(|letter| letter.is_alphabetic()) {
                Some(letter) => word.push(letter),
                None => {
                    let kroner = matches!(&*word, "kr" | "krone" | "kroner" | "kronar" | "kronene" | "NOK");
                    told.push_str(if kroner { &code } else { &word });
                    word.clear();
                    told.extend(letter);
                }
            }
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::say;

    #[test]
    fn another_currency_stands_wherever_kroner_are_named() {
        let t = Texts::new(Lang::Nb);
        let money = |t: &Texts| t.get(say::UnitMoney { scale: "mill.", year: 1994 });
        assert_eq!(money(&t), "mill. 1994-kroner");
        assert_eq!(money(&t.in_currency(Some("SEK"))), "mill. 1994-SEK");
        let named = |text: &str| t.in_currency(Some("SEK")).named(text.into());
        assert_eq!(named("NOK 5 million; kroneår 3 kr"), "SEK 5 million; kroneår 3 SEK");
        assert_eq!(t.in_currency(None).named("3 kr".into()), "3 kr");
    }
}

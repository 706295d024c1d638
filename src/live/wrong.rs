//! What is wrong with a setting, in the words of a page: a reader has dials, a list and links, and no command line.

use crate::error::{Error, Problem};
use crate::scenario::layers::OPTION;
use crate::text::{Lang, Message, say};

/// What is wrong, a message each with the key that it is about, in a language.
pub fn problems(error: &Error, lang: Lang) -> Vec<(String, String)> {
    match error {
        Error::Input(list) => list.iter().map(|own| of_page(own, lang)).collect(),
        other => vec![(String::new(), other.render(lang))],
    }
}

/// All of it in one text.
pub fn whole(error: &Error, lang: Lang) -> String {
    problems(error, lang).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n")
}

fn of_page(own: &Problem, lang: Lang) -> (String, String) {
    let mut own = own.clone();
    // Changes of a page are read as those of the command line's option are.
    own.file = own.file.filter(|file| file != OPTION);
    if own.allowed == Some(say::SEE_DESCRIBE.text()) {
        own.allowed = Some(say::LIVE_SEE_ALL.text());
    }
    // The key as it is set, which is what can be taken away again.
    own.key = own.key.map(|key| {
        let parameter = key.strip_prefix("parameters.").and_then(|rest| rest.strip_suffix(".value"));
        parameter.map(str::to_string).unwrap_or(key)
    });
    (own.key.clone().unwrap_or_default(), own.render(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::setting::Setting;

    /// A page speaks of no option and no command, and names the key as the link has it.
    #[test]
    fn what_is_wrong_is_told_in_the_words_of_a_page() {
        for (set, part) in [
            ("B.foo=1", "B.foo: "),
            ("fill_grant=7", "fill_grant: "),
            ("financing.B.fo=1", "financing.B.fo: "),
        ] {
            let setting = Setting { sets: vec![set.into()], ..Setting::default() };
            let error = setting.load(Some(2)).unwrap_err();
            for lang in [Lang::Nb, Lang::Nn, Lang::En] {
                let [(key, text)] = &problems(&error, lang)[..] else { panic!("{error:?}") };
                assert_eq!(set.split('=').next(), Some(key.as_str()));
                assert!(text.starts_with(part) && !text.contains("--") && !text.contains("bpasim"), "{text}");
                assert_eq!(&whole(&error, lang), text);
            }
        }
    }

    /// The list that a message names is called so on the page.
    #[test]
    fn the_list_that_is_named_stands_on_the_page() {
        for lang in [Lang::Nb, Lang::Nn, Lang::En] {
            let count = String::new();
            let list = lang.say(say::LivePageAll { count: &count });
            assert!(say::LIVE_SEE_ALL.get(lang).contains(list.trim_end_matches(" ()")), "{list}");
        }
    }
}

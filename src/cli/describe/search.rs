//! What words are about: names, labels and meanings in all three languages, whole or as parts of a compound.

use super::{Described, list};
use crate::error::{Problem, Result, nearest};
use crate::report::layout::paragraph_within;
use crate::scenario::Scenario;
use crate::text::{Lang, Text, say};
use std::collections::BTreeSet;

/// Most found that are told; of the others only how many there are.
const SHOWN: usize = 30;
/// Most that are named where a word is misspelt.
const NAMED: usize = 5;
/// Shortest part of a compound, and of a word without its ending.
const PART: usize = 4;
/// Endings of words in Norwegian and English, longest first.
const ENDINGS: [&str; 11] = ["enes", "ane", "ene", "ens", "ets", "ar", "er", "en", "et", "a", "s"];

/// How well a word fits; the least is best.
const IN_NAME: usize = 0;
const IN_LABEL: usize = 1;
const AS_COMPOUND: usize = 2;
const IN_MEANING: usize = 3;
const AS_COMPOUND_IN_MEANING: usize = 4;

const LANGUAGES: [Lang; 3] = [Lang::Nb, Lang::Nn, Lang::En];

/// Words of a text, in small letters.
fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Whether a text has a word, whole or as a part.
fn has(text: &str, word: &str) -> bool {
    text.to_lowercase().contains(word)
}

/// Whether a text has both parts of a compound, each at the beginning of a word: «timepris» is in «Pris per time».
fn has_parts(text: &str, word: &str) -> bool {
    let words = words_of(text);
    let begins = |part: &str| words.iter().any(|own| own.starts_with(part));
    let cuts = word.char_indices().map(|(at, _)| at).skip(PART);
    cuts.filter(|at| word[*at..].chars().count() >= PART).any(|at| {
        let (first, second) = word.split_at(at);
        // Between the parts of a Norwegian compound an s may stand.
        let bare = first.strip_suffix('s').filter(|bare| bare.chars().count() >= PART);
        begins(second) && (begins(first) || bare.is_some_and(begins))
    })
}

/// How well a word fits; none where it does not.
fn fit(of: &Described<'_>, word: &str) -> Option<usize> {
    let in_any = |text: &dyn Fn(Lang) -> String, test: fn(&str, &str) -> bool| {
        LANGUAGES.iter().any(|lang| test(&text(*lang), word))
    };
    let label = |lang| of.label(lang).to_string();
    let meaning = |lang| of.meaning(lang).to_string();
    if has(of.id(), word) {
        return Some(IN_NAME);
    }
    if in_any(&label, has) {
        return Some(IN_LABEL);
    }
    if in_any(&label, has_parts) {
        return Some(AS_COMPOUND);
    }
    if in_any(&meaning, has) {
        return Some(IN_MEANING);
    }
    in_any(&meaning, has_parts).then_some(AS_COMPOUND_IN_MEANING)
}

/// What all the words fit, the best first.
fn fitting<'a>(all: &[Described<'a>], words: &[String]) -> Vec<Described<'a>> {
    let worst = |of: &Described<'_>| {
        let each = words.iter().map(|word| fit(of, word)).collect::<Option<Vec<usize>>>()?;
        each.into_iter().max()
    };
    let mut found: Vec<(usize, &Described<'_>)> =
        all.iter().filter_map(|of| Some((worst(of)?, of))).collect();
    found.sort_by_key(|(fit, _)| *fit);
    found.into_iter().map(|(_, of)| of.clone()).collect()
}

/// What some of the words fit, where each of them is about something and nothing is about all: the rarest word's own first.
fn fitting_some<'a>(all: &[Described<'a>], words: &[String]) -> Vec<Described<'a>> {
    let mut each: Vec<Vec<Described<'a>>> =
        words.iter().map(|word| fitting(all, std::slice::from_ref(word))).collect();
    each.sort_by_key(Vec::len);
    if each.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    each.into_iter().flatten().filter(|of| seen.insert(of.id().to_string())).collect()
}

/// A word without its ending.
fn stem(word: &str) -> String {
    let bare = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    bare.filter(|rest| rest.chars().count() >= PART).map(str::to_string).next().unwrap_or_else(|| word.into())
}

/// What words are about; a word that nothing has is refused with the nearest there is.
pub(super) fn search<'a>(all: &[Described<'a>], asked: &str) -> Result<Vec<Described<'a>>> {
    let words: Vec<String> = asked.split_whitespace().map(str::to_lowercase).collect();
    let stems: Vec<String> = words.iter().map(|word| stem(word)).collect();
    // A word without its ending is in others by chance, as «timeprs» in «timepris»: it is one that some text has.
    let known = vocabulary(all);
    let is_word = |bare: &String| {
        let compound = || all.iter().any(|of| LANGUAGES.iter().any(|lang| has_parts(of.label(*lang), bare)));
        known.iter().any(|word| word == bare || stem(word) == *bare) || compound()
    };
    let bare = stems.iter().all(is_word);
    let ways = [fitting, fitting_some].into_iter().flat_map(|way| [(way, &words), (way, &stems)]);
    let found = ways
        .filter(|(_, own)| bare || **own == words)
        .map(|(way, own)| way(all, own))
        .find(|own| !own.is_empty());
    found.ok_or_else(|| unknown(all, asked, &words).into())
}

/// Every word of some length that a text has.
fn vocabulary(all: &[Described<'_>]) -> BTreeSet<String> {
    let texts =
        all.iter().flat_map(|of| LANGUAGES.map(|lang| format!("{} {}", of.label(lang), of.meaning(lang))));
    texts.flat_map(|text| words_of(&text)).filter(|word| word.chars().count() >= PART).collect()
}

fn unknown(all: &[Described<'_>], asked: &str, words: &[String]) -> Problem {
    let problem = Problem::new(say::UNKNOWN_NAME).key("describe").found(asked);
    let ids: Vec<&str> = all.iter().map(Described::id).collect();
    if let Some(id) = nearest(asked, ids) {
        return Problem { nearest: Some(id), ..problem };
    }
    let vocabulary = vocabulary(all);
    let right = |word: &String| match all.iter().any(|of| fit(of, word).is_some()) {
        true => Some(word.clone()),
        false => nearest(word, vocabulary.iter().map(String::as_str)),
    };
    let Some(right) = words.iter().map(right).collect::<Option<Vec<String>>>() else { return problem };
    let about = fitting(all, &right);
    let names = |lang: Lang| {
        let each = about.iter().take(NAMED).map(|of| format!("{} ({})", of.id(), of.label(lang)));
        each.collect::<Vec<_>>().join(", ")
    };
    let problem = Problem { nearest: Some(right.join(" ")), ..problem };
    if about.is_empty() { problem } else { problem.allowed(Text::each(names)) }
}

/// What was found, a line or two each, in lines of at most `width` characters.
pub(super) fn text(
    scenario: &Scenario,
    found: &[Described<'_>],
    asked: &str,
    lang: Lang,
    width: usize,
) -> String {
    let count = found.len();
    let mut out = paragraph_within(&lang.say(say::DescribeFound { count, asked }), 0, width);
    for of in found.iter().take(SHOWN) {
        out += &list::line(scenario, of, lang, width);
    }
    if count > SHOWN {
        out += &paragraph_within(&lang.say(say::DescribeMore { more: count - SHOWN }), 0, width);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::all;
    use super::*;
    use crate::scenario::load;

    #[test]
    fn words_are_found_in_every_language_and_in_parts() {
        assert!(has_parts("Pris per BPA-time", "timepris") && has_parts("Lønn som andel", "lønnsandel"));
        assert!(!has_parts("Pris per uke", "timepris") && !has_parts("Pris", "prispris2"));
        assert_eq!([stem("kommunene"), stem("pris"), stem("lønna")], ["kommun", "pris", "lønn"]);
        let scenario = load("national", &Default::default()).expect("shipped");
        let everything = all(&scenario).expect("shipped");
        let first = |asked: &str| search(&everything, asked).expect(asked)[0].id().to_string();
        assert_eq!(first("timepris"), "bpa_hour_cost");
        assert_eq!(first("price hour BPA"), "bpa_hour_cost");
        // Nothing is about both words; each is about something.
        assert_eq!(first("hourly price"), "average_hourly_wage");
        for asked in ["lønn", "kommune", "kommunene", "innslagspunktet", "pårørande", "threshold"] {
            let found = search(&everything, asked).expect(asked);
            assert!(found.len() > 1, "{asked}");
        }
        let message = |asked: &str| search(&everything, asked).map(|_| ()).unwrap_err().render(Lang::Nb);
        assert!(message("bpa_hour_cots").ends_with("mente du «bpa_hour_cost»?"));
        let misspelt = message("refusjjon");
        assert!(misspelt.contains("mente du «refusjon»?") && misspelt.contains("refund"), "{misspelt}");
        let misspelt = message("timeprs");
        assert!(
            misspelt.contains("mente du «timepris»?") && misspelt.contains("bpa_hour_cost"),
            "{misspelt}"
        );
        assert!(message("qqqqqqqq").contains("bpasim describe"), "{}", message("qqqqqqqq"));
    }
}

//! Where long words may be broken in narrow columns. Browsers know the hyphenation of few languages, and not of Norwegian
//! everywhere: without it they cut words at any letter. The patterns of a library that knows it are larger than what a page with
//! its engine may still grow by, and a heading is not a book.

use maud::{Markup, html};

/// Longest word that stands whole; the longest of names, addresses and paths, which may be broken after a mark; the longest that
/// is taken for a word.
const LONGEST: usize = 24;
const LONGEST_NAME: usize = 16;
const NO_WORD: usize = 40;
/// Marks after which what is no ordinary word may be broken.
const MARKS: [char; 7] = ['/', '_', '.', '-', '=', '&', ','];
/// Shortest word that is hyphenated, and the fewest letters on either side.
const SHORTEST: usize = 8;
const LEAST: usize = 3;
const SOFT_HYPHEN: char = '\u{ad}';

/// A text in which what is too long for a column may be broken; ordinary words are left whole.
pub fn breakable(text: &str) -> Markup {
    html! {
        @for (place, word) in text.split(' ').enumerate() {
            @let letters = word.chars().count();
            @let name = word.trim_end_matches(MARKS).contains(|c: char| MARKS.contains(&c) || c.is_numeric());
            @if place > 0 { " " }
            @if name && letters > LONGEST_NAME || letters > NO_WORD { @for part in parts(word) { (part) wbr; } }
            @else if letters > LONGEST { (hyphenated(word)) }
            @else { (word) }
        }
    }
}

/// The parts of a word, each to its mark, and none longer than a column.
fn parts(word: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for letter in word.chars() {
        if let Some(part) = parts.last_mut() {
            part.push(letter);
            if MARKS.contains(&letter) || part.chars().count() >= LONGEST {
                parts.push(String::new());
            }
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Consonants that may begin a syllable together: between them a compound may not be broken, and whether one is broken before
/// them its letters do not say («inn-slag», «hus-leie»).
const TOGETHER: [&str; 26] = [
    "bl", "br", "dr", "fl", "fn", "fr", "gl", "gn", "gr", "kl", "kn", "kr", "kv", "pl", "pr", "sk", "sl",
    "sm", "sn", "sp", "st", "sv", "tr", "tv", "vr", "dv",
];

/// A text whose longer words may be hyphenated, as Norwegian words are: before the last consonant ahead of a vowel, unless that
/// and the one before it may begin a syllable together.
pub fn hyphenated(text: &str) -> String {
    let mut told = String::with_capacity(text.len() + 16);
    let mut word: Vec<char> = Vec::new();
    for letter in text.chars().map(Some).chain([None]) {
        match letter.filter(|letter| letter.is_alphabetic()) {
            Some(letter) => word.push(letter),
            None => {
                let may = |place: &usize| {
                    let (before, after) = word.split_at(*place);
                    let known = before.len() >= LEAST && after.len() >= LEAST && before.iter().any(is_vowel);
                    let two: String = before.iter().rev().take(1).chain(&after[..1]).collect();
                    let together = TOGETHER.contains(&two.to_lowercase().as_str());
                    // A j belongs to the letter before it.
                    known && !together && !is_vowel(&after[0]) && after[0] != 'j' && is_vowel(&after[1])
                };
                for (place, own) in word.iter().enumerate() {
                    if word.len() >= SHORTEST && may(&place) {
                        told.push(SOFT_HYPHEN);
                    }
                    told.push(*own);
                }
                word.clear();
                told.extend(letter);
            }
        }
    }
    told
}

fn is_vowel(letter: &char) -> bool {
    "aeiouyæøåéAEIOUYÆØÅ".contains(*letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_narrow_heads_are_broken_with_a_hyphen() {
        let shown = |text: &str| hyphenated(text).replace(SOFT_HYPHEN, "-");
        assert_eq!(shown("Kommuner"), "Kom-mu-ner");
        assert_eq!(shown("Modell A minus nullalternativet"), "Modell A minus nul-lal-ter-na-ti-vet");
        assert_eq!(shown("BPA 2043, Versjon 1"), "BPA 2043, Versjon 1");
        // What may begin a syllable together is not parted, wherever the compound is joined.
        assert_eq!(shown("gjennomsnitt"), "gjen-nomsnitt");
        assert_eq!(shown("Innslagspunktet"), "Innslagspunk-tet");
        assert_eq!(shown("innstramming"), "innstram-ming");
    }

    #[test]
    fn only_what_is_no_word_is_broken_in_cells() {
        assert_eq!(breakable("uavhengig, tilpasset").into_string(), "uavhengig, tilpasset");
        assert!(breakable("toppfinansieringsordningen").into_string().contains(SOFT_HYPHEN));
        let path = "scenarios/data/refund_scheme.csv";
        assert_eq!(
            breakable(path).into_string(),
            "scenarios/<wbr>data/<wbr>refund_<wbr>scheme.<wbr>csv<wbr>"
        );
        assert!(breakable(&"a".repeat(64)).into_string().matches("<wbr>").count() == 3);
    }
}

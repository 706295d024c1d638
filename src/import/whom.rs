//! Whom a text is of: one sex, or users of something that nobody knows.

use super::subject::{is_of_bpa, is_of_others_alone};
use super::wording::{place, says, words};

/// Whether a text names one sex and not the other.
pub fn is_of_one_sex(text: &str) -> bool {
    // «Men» is a word of Norwegian too.
    const MEN: [&str; 6] = ["menn", "mann", "gutter", "gutar", "males", "male"];
    const WOMEN: [&str; 7] = ["kvinner", "kvinne", "kvinnor", "jenter", "women", "females", "female"];
    let [men, women] = [says(text, &MEN), says(text, &WOMEN)].map(|said| said.is_some());
    let [m, k] = letters(text);
    (men || m) != (women || k)
}

/// Whether a letter or a sign says men, and women: alone, last, or in parentheses, and not the name of an annex.
fn letters(text: &str) -> [bool; 2] {
    const BEFORE: [&str; 8] = ["vedlegg", "tabell", "figur", "skjema", "del", "gruppe", "ark", "bilag"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let is = |list: &[&str]| {
        words.iter().enumerate().any(|(place, word)| {
            let own = word.trim_matches(['(', ')', '.', ',', ';']);
            let apart = word.starts_with('(') || place + 1 == words.len();
            let before = place.checked_sub(1).map(|before| words[before].to_lowercase());
            apart && list.contains(&own) && !before.is_some_and(|own| BEFORE.contains(&own.as_str()))
        })
    };
    [is(&["M", "G", "♂"]), is(&["K", "Kv", "F", "J", "♀"])]
}

/// Whether a text says that numbers include those of another service: whoever has other services too is one of these, but not all
/// who have.
pub fn includes_others(text: &str) -> bool {
    let included = says(text, &["inkl*", "medregn*", "including", "includes", "samt", "pluss"]).is_some();
    let not = says(text, &["ikke", "ikkje", "not"]).is_some();
    included && !not && is_of_others_alone(text)
}

/// Whether a text is of users of something that is neither known as BPA nor as another service: «brukere av ledsagerbevis». What
/// else municipalities offer cannot all be listed, so it is asked.
pub fn is_of_unknown(text: &str) -> bool {
    const USERS: [&str; 10] = [
        "bruker",
        "brukere",
        "brukarar",
        "brukar",
        "mottaker",
        "mottakere",
        "mottakarar",
        "mottakar",
        "users",
        "recipients",
    ];
    // What may follow and is no service: the persons' decisions, what divides them, when they were counted.
    const SAYS_NOTHING: [&str; 14] = [
        "vedtak*",
        "tjenesten",
        "tenesta",
        "tenesten",
        "ordningen",
        "ordninga",
        "alder*",
        "kjønn",
        "minst",
        "under",
        "over",
        "the",
        "rett",
        "refusjon*",
    ];
    let words = words(text);
    let follows = |pair: &[String]| {
        let [user, joined, what] = pair else { return false };
        let joined = ["av", "med", "of", "with"].contains(&joined.as_str());
        let is_word = what.chars().all(char::is_alphabetic) && what != "år";
        let nothing = SAYS_NOTHING.iter().any(|own| place(std::slice::from_ref(what), own).is_some());
        USERS.contains(&user.as_str()) && joined && is_word && !nothing
    };
    words.windows(3).any(follows) && !is_of_bpa(text)
}

/// Whether a text is of the refund of one person: «Refusjon for bruker A».
pub fn is_of_one_refund(text: &str) -> bool {
    const REFUND: [&str; 5] = ["refusjon*", "*refusjon", "*refusjonen", "refund*", "toppfinansiering*"];
    const ONE: [&str; 14] = [
        "bruker",
        "brukar",
        "mottaker",
        "mottakar",
        "tjenestemottaker",
        "tenestemottakar",
        "person",
        "pasient",
        "klient",
        "beboer",
        "user",
        "recipient",
        "patient",
        "client",
    ];
    says(text, &REFUND).is_some() && says(text, &ONE).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sex_and_users_of_something_else_are_known_by_their_words() {
        for (text, one) in [
            ("BPA-brukere, menn, 2024", true),
            ("Kvinner med BPA", true),
            ("BPA-brukere, kvinner og menn", false),
            ("Alle, men ikke bydeler", false),
            ("Brukere M", true),
            ("K", true),
            ("Brukere av BPA (Kv)", true),
            ("BPA ♀", true),
            ("Vedlegg K", false),
            ("Brukere (M) og (K)", false),
            ("Brukere i M-kommunene", false),
        ] {
            assert_eq!(is_of_one_sex(text), one, "{text}");
        }
        for (text, unknown) in [
            ("Brukere av ledsagerbevis 2024", true),
            ("Mottakere av miljøtjeneste", true),
            ("Recipients of cash benefit", true),
            ("Brukere med BPA", false),
            ("Mottakere av brukerstyrt personlig assistanse", false),
            ("Brukere med vedtak", false),
            ("Mottakere i Asker, 2024", false),
            ("Brukere av 67 år", false),
        ] {
            assert_eq!(is_of_unknown(text), unknown, "{text}");
        }
    }
}

//! Headings by which lists say when persons were born, how old they are and where they live.

use super::wording::{words, year_in};
use super::words::{AGE, BIRTH, UNITS};

/// Whether a heading is of births: «F.dato», «Født dato», «Fødd (år)».
pub fn is_of_birth(text: &str) -> bool {
    const JOINED: [&str; 13] = [
        "fdato",
        "fødtdato",
        "fødddato",
        "fødedato",
        "fødtdag",
        "dob",
        "birthdate",
        "birthday",
        "birthyear",
        "fødselsdato",
        "fødselsår",
        "fødselsdag",
        "yearborn",
    ];
    let text = text.split('(').next().map_or(text, str::trim_end);
    let joined: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    // «Får» without a mark is another word.
    let short = ["f.år", "f. år", "f år", "f-år", "f/år", "f.d.", "f.d"];
    BIRTH.contains(&text.trim_end_matches([':', '.']))
        || JOINED.contains(&joined.as_str())
        || short.contains(&text.trim_end_matches(':'))
}

/// Whether a heading is of ages: «Personalder», «Alder pr 31.12». An age at another time than the end of a year is none.
pub fn is_of_age(text: &str) -> bool {
    const JOINED: [&str; 6] =
        ["personalder", "personsalder", "brukeralder", "brukersalder", "brukerensalder", "alderbruker"];
    const WHEN: [&str; 14] = [
        "pr", "per", "ved", "utgangen", "utgongen", "av", "året", "i", "år", "31", "12", "desember", "at",
        "end",
    ];
    let joined: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let words = words(text);
    let when = |word: &String| WHEN.contains(&word.as_str()) || year_in(word).is_some();
    let is_of_end = |rest: &[String]| match rest {
        [] => false,
        [year] => year_in(year).is_some(),
        more => more.iter().all(when),
    };
    let dated = words
        .split_first()
        .is_some_and(|(first, rest)| matches!(first.as_str(), "alder" | "age") && is_of_end(rest));
    AGE.contains(&text.trim_end_matches([':', '.'])) || JOINED.contains(&joined.as_str()) || dated
}

/// Whether a heading is of municipalities.
pub fn is_of_units(text: &str) -> bool {
    UNITS.contains(&text.trim_end_matches([':', '.'])) || is_of_home(text)
}

/// Whether a heading is of the municipality in which somebody lives, which may be another than the one that serves him.
pub fn is_of_home(text: &str) -> bool {
    const HOME: [&str; 12] = [
        "bo",
        "bosted",
        "bosteds",
        "bustad",
        "bustads",
        "hjem",
        "hjemsteds",
        "heim",
        "heimstad",
        "opphold",
        "oppholds",
        "opphalds",
    ];
    let joined: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let before = joined.strip_suffix("kommune").unwrap_or_default();
    HOME.contains(&before)
        || before.starts_with("folkeregist")
        || ["kommunebosted", "kommunebustad"].contains(&joined.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn births_ages_and_homes_are_known_by_their_headings() {
        for heading in ["f.dato", "fdato", "f. dato", "f.år", "født dato", "fødselsdag", "fødd", "født (år)"]
        {
            assert!(is_of_birth(heading), "{heading}");
        }
        for heading in ["får", "fra dato", "f", "fødested", "dato"] {
            assert!(!is_of_birth(heading), "{heading}");
        }
        for heading in
            ["alder pr 31.12", "alder 31.12.2024", "alder 2024", "personalder", "alder ved utgangen av året"]
        {
            assert!(is_of_age(heading), "{heading}");
        }
        for heading in ["alder ved vedtak", "alder i dag", "alder 18-49", "alder 12"] {
            assert!(!is_of_age(heading), "{heading}");
        }
        for heading in ["bostedskommune", "hjemkommune", "folkeregistrert kommune", "oppholdskommune"] {
            assert!(is_of_units(heading), "{heading}");
        }
        assert!(!is_of_units("fylkeskommune") && !is_of_units("fraflyttingskommune"));
    }
}

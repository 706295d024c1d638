//! Names of units, groups and statuses of parameters, for readers. What has no name is shown as it is.

use crate::scenario::Scenario;
use crate::scenario::financing::Lever;
use crate::text::{Lang, Words, say};

/// A name as it stands within a sentence: an abbreviation keeps its capitals.
pub fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() && !second.is_numeric() => {
            first.to_lowercase().chain([second]).chain(letters).collect()
        }
        _ => name.to_string(),
    }
}

/// A model's name within a sentence: the first model, with which others are compared, is no proper name.
pub fn within(name: &str, model: usize) -> String {
    if model == 0 { in_sentence(name) } else { name.to_string() }
}

/// Name of a group of parameters.
pub fn group(id: &str, lang: Lang) -> &str {
    named("parameter-group", id, lang)
}

/// Name of a unit as in `parameters.toml` and the tables of known figures.
pub fn unit(id: &str, lang: Lang) -> &str {
    named("measure", id, lang)
}

/// Name of a unit of shares where they are told as per cent; nothing for other units.
pub fn percent(id: &str) -> Option<Words> {
    words("percent", id)
}

/// Name of a status (`observed`, or several as `observed/cited`).
pub fn status(id: &str, lang: Lang) -> String {
    id.split('/').map(|part| named("status", part, lang)).collect::<Vec<_>>().join("/")
}

/// What an assumption is called by its key: the parameter's name, or the model's and the lever's; nothing of what is neither.
pub fn assumption(scenario: &Scenario, key: &str, lang: Lang) -> Option<String> {
    if let Some((model, lever)) = key.strip_prefix("financing.").and_then(|rest| rest.split_once('.')) {
        let model = scenario.models.iter().find(|own| own.id == model)?.short.get(lang);
        let lever = Lever::of(lever)?.meaning.get(lang);
        return Some(format!("{model}: {lever}"));
    }
    let scalar = scenario.parameters.scalars().iter().find(|own| own.id == key)?;
    Some(scenario.parameters.label(scalar).get(lang).to_string())
}

/// What the direction of a response rests on; nothing of what is no response.
pub fn sign(id: &str, lang: Lang) -> Option<&'static str> {
    let words = match id {
        "assumed" => say::RESPONSE_ASSUMED,
        "evidence" => say::RESPONSE_EVIDENCE,
        "free" => say::RESPONSE_FREE,
        _ => return None,
    };
    Some(words.get(lang))
}

fn named<'a>(kind: &str, id: &'a str, lang: Lang) -> &'a str {
    words(kind, id).map_or(id, |words| words.get(lang))
}

/// The words of an id; the message has a hyphen for what is no letter or digit.
fn words(kind: &str, id: &str) -> Option<Words> {
    let parts = id.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    Words::find(&std::iter::once(kind).chain(parts).collect::<Vec<_>>().join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{embedded, load, overrides::Options};

    #[test]
    fn every_shipped_unit_and_status_has_a_name() {
        let scenario = load("variants", &Options::default()).expect("scenario");
        for p in scenario.parameters.iter() {
            assert!(words("measure", &p.unit).is_some(), "{}: {}", p.id, p.unit);
            assert!(p.status.split('/').all(|s| words("status", s).is_some()), "{}: {}", p.id, p.status);
            assert!(words("parameter-group", &p.group).is_some(), "{}: {}", p.id, p.group);
            // A source that is told in one language alone is the same in all.
            assert_ne!(p.source.nb, p.source.en, "{}", p.id);
            assert!(!p.source.nn.is_empty(), "{}", p.id);
        }
        assert_eq!(unit("h/week", Lang::Nb), "timer i uka");
        assert_eq!(unit("h/week", Lang::En), "h/week");
        assert_eq!(status("observed/cited", Lang::Nn), "observert/sitert");
    }

    #[test]
    fn names_within_sentences_keep_their_abbreviations() {
        assert_eq!(in_sentence("Innstramming i kommunen"), "innstramming i kommunen");
        assert_eq!(in_sentence("BPA for alle"), "BPA for alle");
        assert_eq!((in_sentence("Å"), in_sentence("")), ("Å".to_string(), String::new()));
        assert_eq!(
            (within("Nullalternativet", 0), within("Modell A", 1)),
            ("nullalternativet".into(), "Modell A".into())
        );
        assert_eq!(
            Lang::Nb.list(&["nullalternativet", "Modell A", "Modell B"]),
            "nullalternativet, Modell A og Modell B"
        );
        assert_eq!((Lang::En.list(&["A", "B"]), Lang::Nn.list(&["A"])), ("A and B".into(), "A".into()));
    }

    #[test]
    fn every_unit_of_the_known_figures_has_a_name() {
        for path in ["data/calibration_targets.csv", "data/targets.csv"] {
            let text = embedded::data(path).expect("shipped");
            let mut table = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
            let place = table.headers().expect("head").iter().position(|h| h == "unit").expect("unit");
            for row in table.records() {
                let own = row.expect("row")[place].to_string();
                assert!(words("measure", &own).is_some(), "{path}: {own}");
            }
        }
        assert_eq!((unit("per year", Lang::Nb), unit("hours/week", Lang::Nn)), ("per år", "timar i veka"));
    }
}

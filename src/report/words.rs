//! Names of units and of the status of a parameter, for readers.

use crate::outcomes::Words;
use crate::text::Lang;

/// Unit as in `parameters.toml` and the tables of known figures, bokmål, nynorsk; English readers see the unit as it is.
const UNITS: &[(&str, &str, &str)] = &[
    ("share", "andel", "del"),
    ("per yr", "per år", "per år"),
    ("per year", "per år", "per år"),
    ("h/week", "timer i uka", "timar i veka"),
    ("hours/week", "timer i uka", "timar i veka"),
    ("ratio", "forholdstall", "forholdstal"),
    ("share of need", "andel av behovet", "del av behovet"),
    ("NOK/h", "kr per time", "kr per time"),
    ("NOK/yr", "kr i året", "kr i året"),
    ("NOK", "kr", "kr"),
    ("age", "år (alder)", "år (alder)"),
    ("h per h", "timer per time", "timar per time"),
    ("persons", "personer", "personar"),
    ("log/yr", "logaritme per år", "logaritme per år"),
    ("real per yr", "realrente per år", "realrente per år"),
    ("share of need/yr", "andel av behovet per år", "del av behovet per år"),
    ("log", "logaritme", "logaritme"),
    ("months", "måneder", "månader"),
    ("NOK/recipient/yr", "kr per bruker i året", "kr per brukar i året"),
    ("correlation", "korrelasjon", "korrelasjon"),
    ("years", "år", "år"),
    ("NOK/person/yr", "kr per person i året", "kr per person i året"),
    ("log hazard", "logaritme av tildelingsraten", "logaritme av tildelingsraten"),
    ("per 101", "av 101", "av 101"),
    (
        "log hazard per unit of u",
        "logaritme av tildelingsraten per enhet u",
        "logaritme av tildelingsraten per eining u",
    ),
    ("count", "antall", "tal på"),
    ("share of hours", "andel av timene", "del av timane"),
    ("share/yr", "andel per år", "del per år"),
    ("log per unit of uplift", "logaritme per enhet lønnsløft", "logaritme per eining lønsløft"),
    ("weeks", "uker", "veker"),
    ("h/week per relative", "timer i uka per pårørende", "timar i veka per pårørande"),
    ("per h/week", "per time i uka", "per time i veka"),
    ("share per h/week", "andel per time i uka", "del per time i veka"),
    ("QALY per h/week per yr", "QALY per time i uka per år", "QALY per time i veka per år"),
    ("NOK per h/week per yr", "kr per time i uka per år", "kr per time i veka per år"),
    ("log odds per unit of served/need", "log-odds per enhet dekket behov", "log-odds per eining dekt behov"),
    ("FTE", "årsverk", "årsverk"),
    ("share of 18-25", "andel av 18–25 år", "del av 18–25 år"),
    ("log odds", "log-odds", "log-odds"),
    ("G", "G (grunnbeløp)", "G (grunnbeløp)"),
    ("NOK per NOK earned above 0.4 G", "kr per krone tjent over 0,4 G", "kr per krone tent over 0,4 G"),
    (
        "log rate per unit unmet/need",
        "logaritme av raten per enhet udekket behov",
        "logaritme av raten per eining udekt behov",
    ),
    ("share of traditional hours", "andel av timene", "del av timane"),
    ("NOK per NOK", "kr per krone", "kr per krone"),
    ("year", "årstall", "årstal"),
];

/// Status as in `parameters.toml`, bokmål, nynorsk.
const STATUS: &[(&str, &str, &str)] = &[
    ("statutory", "fastsatt i lov eller budsjett", "fastsett i lov eller budsjett"),
    ("rule", "regel", "regel"),
    ("observed", "observert", "observert"),
    ("forecast", "prognose", "prognose"),
    ("cited", "sitert", "sitert"),
    ("derived", "utledet", "utleidd"),
    ("estimate", "anslag", "anslag"),
    ("calibrated", "tilpasset", "tilpassa"),
    ("assumption", "antakelse", "antaking"),
    ("definition", "definisjon", "definisjon"),
    ("choice", "valg", "val"),
    ("disputed", "omstridt", "omstridd"),
];

fn look_up<'a>(list: &[(&'static str, &'static str, &'static str)], id: &'a str, lang: Lang) -> &'a str {
    match list.iter().find(|(known, _, _)| *known == id) {
        Some((_, nb, nn)) => Words::new(nb, nn, "").get(lang),
        None => id,
    }
}

/// Groups of parameters: id, bokmål, nynorsk, English.
const GROUPS: &[(&str, Words)] = &[
    ("scenario", Words::new("Scenario", "Scenario", "Scenario")),
    ("price", Words::new("Priser", "Prisar", "Prices")),
    ("population", Words::new("Befolkning og behov", "Befolkning og behov", "Population and need")),
    ("statutory", Words::new("Regler", "Reglar", "Rules")),
    (
        "behaviour",
        Words::new(
            "Kommunenes og statens valg",
            "Vala til kommunane og staten",
            "Choices of municipalities and state",
        ),
    ),
    ("delivery", Words::new("Levering og bemanning", "Levering og bemanning", "Delivery and staffing")),
    ("relatives", Words::new("Pårørende", "Pårørande", "Relatives")),
    ("economy", Words::new("Lønn, priser og skatt", "Løn, prisar og skatt", "Wages, prices and tax")),
    ("users", Words::new("Brukernes arbeid", "Arbeidet til brukarane", "Users' work")),
    ("health", Words::new("Helsetjenester", "Helsetenester", "Health services")),
    ("appraisal", Words::new("Samfunnsøkonomi", "Samfunnsøkonomi", "Appraisal")),
    ("levers", Words::new("Modellenes virkemidler", "Verkemidla i modellane", "Levers of the models")),
];

/// Name of a group of parameters; one that is not known is shown as it is.
pub fn group(id: &str, lang: Lang) -> String {
    GROUPS
        .iter()
        .find(|(known, _)| *known == id)
        .map_or(id.to_string(), |(_, words)| words.get(lang).to_string())
}

/// Name of a unit; one that is not known is shown as it is.
pub fn unit(id: &str, lang: Lang) -> &str {
    if lang == Lang::En { id } else { look_up(UNITS, id, lang) }
}

/// Name of a status (`observed`, or several as `observed/cited`).
pub fn status(id: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return id.to_string();
    }
    id.split('/').map(|part| look_up(STATUS, part, lang)).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{embedded, load, overrides::Options};

    #[test]
    fn every_shipped_unit_and_status_has_a_name() {
        let scenario = load("variants", &Options::default()).expect("scenario");
        for p in scenario.parameters.iter() {
            let known = |list: &[(&str, &str, &str)], id: &str| list.iter().any(|(i, _, _)| *i == id);
            assert!(known(UNITS, &p.unit), "{}: {}", p.id, p.unit);
            assert!(p.status.split('/').all(|s| known(STATUS, s)), "{}: {}", p.id, p.status);
        }
        assert_eq!(unit("h/week", Lang::Nb), "timer i uka");
        assert_eq!(unit("h/week", Lang::En), "h/week");
        assert_eq!(status("observed/cited", Lang::Nn), "observert/sitert");
    }

    #[test]
    fn every_unit_of_the_known_figures_has_a_name() {
        for path in ["data/calibration_targets.csv", "data/targets.csv"] {
            let text = embedded::data(path).expect("shipped");
            let mut table = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
            let place = table.headers().expect("head").iter().position(|h| h == "unit").expect("unit");
            for row in table.records() {
                let own = row.expect("row")[place].to_string();
                assert!(UNITS.iter().any(|(known, _, _)| *known == own), "{path}: {own}");
            }
        }
        assert_eq!((unit("per year", Lang::Nb), unit("hours/week", Lang::Nn)), ("per år", "timar i veka"));
    }
}

//! Which hours a heading or a title is of: those granted to each, those of all together, or others.

use super::periods::{Period, is_of_hours, is_of_minutes};
use super::wording::says;

/// Whether a text is of hours that are not those that a person is granted in all, or on average: applied for, refused, delivered,
/// of the night, of relatives; the most, the median, a change.
pub fn is_of_other_hours(text: &str) -> bool {
    const OTHERS: [&str; 51] = [
        "søkt*",
        "omsøkt*",
        "ønsk*",
        "applied",
        "avslå*",
        "avslag*",
        "refused",
        "lever*",
        "utført*",
        "faktisk*",
        "brukt*",
        "ubrukt*",
        "forbruk*",
        "fakturer*",
        "utbetal*",
        "betalt*",
        "avregn*",
        "paid",
        "budsjett*",
        "delivered",
        "natt*",
        "hvilende*",
        "kvilande*",
        "beredskap*",
        "kveld*",
        "helg*",
        "morgen*",
        "ettermiddag*",
        "dagtid",
        "ferie*",
        "night*",
        "pårørende*",
        "pårørande*",
        "median*",
        "maks*",
        "maximum",
        "max",
        "minimum",
        "min",
        "høyest*",
        "høgst*",
        "lavest*",
        "lågast*",
        "endring*",
        "vekst*",
        "økning*",
        "nedgang*",
        "change*",
        "differanse*",
        "avvik*",
        "standardavvik*",
    ];
    // «Min per uke» are minutes, and «min timer» the least.
    says(text, &OTHERS).is_some_and(|word| word != "min" || !is_of_minutes(text))
}

/// Whether a heading is of such hours.
pub fn is_of_part_of_hours(text: &str) -> bool {
    // «Timer dag» beside «timer natt»; «timer per dag» is a time.
    let of_day = || says(text, &["dag", "day"]).is_some() && Period::of(text).is_none();
    is_of_hours(text) && (is_of_other_hours(text) || of_day())
}

/// Whether a heading is of a remark or a date, whatever word for hours is in it.
pub fn is_of_remark(text: &str) -> bool {
    const REMARK: [&str; 9] =
        ["merknad*", "anmerkning*", "kommentar*", "notat*", "dato", "dato*", "remark*", "comment*", "note"];
    says(text, &REMARK).is_some()
}

/// Whether a text says that hours are those of all persons together.
pub fn is_of_all(text: &str) -> bool {
    const TOGETHER: [&str; 16] = [
        "i alt",
        "totalt",
        "total",
        "totale",
        "til sammen",
        "til saman",
        "sum",
        "samlet",
        "samla",
        "samlede",
        "in all",
        "in total",
        "timesum*",
        "sammenlagt",
        "alle brukere",
        "altogether",
    ];
    says(text, &TOGETHER).is_some() && !is_of_each(text)
}

/// What is said of hours of each person.
const PER_PERSON: [&str; 5] = ["per bruker", "pr bruker", "per person", "pr person", "per mottaker"];

/// A heading in small letters without the words for each person: hours of each are no share of anything.
pub fn without_each(heading: &str) -> String {
    let heading = heading.replace("pr.", "pr");
    PER_PERSON.iter().fold(heading, |text, each| text.replace(each, ""))
}

/// Whether a text says that hours are those of each person.
pub fn is_of_each(text: &str) -> bool {
    const AVERAGE: [&str; 6] = ["hver", "kvar", "gjennomsnitt*", "snitt", "each", "average"];
    says(text, &AVERAGE).is_some() || says(text, &PER_PERSON).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_all_are_told_from_those_of_each() {
        for (text, all) in [
            ("Timer per uke i alt", true),
            ("Sum timer", true),
            ("Totalt antall timer per uke", true),
            ("Timer per uke", false),
            ("Timer per bruker i alt", false),
            ("Gjennomsnitt av timer totalt", false),
        ] {
            assert_eq!(is_of_all(text), all, "{text}");
        }
    }
}

//! Headings of numbers of persons and of their cases, whatever they are called.

use super::cells::folded;

/// Words for a person or a case that a number follows, the longer before what is found in it.
const NUMBERED: [&str; 24] = [
    "tjenestemottaker",
    "tenestemottakar",
    "innbygger",
    "innbyggar",
    "mottaker",
    "mottakar",
    "journal",
    "deltaker",
    "deltakar",
    "pasient",
    "patient",
    "person",
    "bruker",
    "brukar",
    "beboer",
    "bebuar",
    "klient",
    "client",
    "kunde",
    "user",
    "case",
    "løpe",
    "sak",
    "id",
];
/// What follows them in a heading of numbers, and nothing.
const ENDS: [&str; 9] = ["nr", "nummer", "id", "kode", "nøkkel", "number", "no", "ref", ""];

/// Whether a heading is of numbers of persons or of their cases: «Brukernr», «Klient-ID», «Journalnummer», «Pasient».
pub fn is_serial(heading: &str) -> bool {
    let text: String = folded(heading).chars().filter(|c| c.is_alphanumeric()).collect();
    let Some(rest) = NUMBERED.iter().find_map(|word| text.strip_prefix(word)) else { return false };
    // «Saksnr» and «brukerens nummer» too.
    let joined = ["ens", "s"].iter().find_map(|end| rest.strip_prefix(end)).filter(|own| !own.is_empty());
    ENDS.contains(&rest) || joined.is_some_and(|own| ENDS.contains(&own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_persons_are_known_by_their_headings() {
        for heading in [
            "Brukernr",
            "Klient-ID",
            "KlientID",
            "Person id",
            "Journalnr.",
            "Saksnr",
            "Brukerens nummer",
            "Tjenestemottaker",
            "Pasient nr",
            "ID-nr",
        ] {
            assert!(is_serial(heading), "{heading}");
        }
        for heading in ["Brukere", "Personer", "Sakstype", "Brukere 18-49", "Mottakere", "Kommunenr", "Alder"]
        {
            assert!(!is_serial(heading), "{heading}");
        }
    }
}

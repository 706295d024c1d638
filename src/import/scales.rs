//! What amounts in kroner are counted in: kroner, thousands, millions, or hundredths of them.

use super::wording::{says, words, year_in};

/// What an amount is counted in, by the power of ten; those in which a shorter one is found stand first. Hundredths are the last.
const SCALES: [(i32, &[&str]); 4] = [
    (9, &["mrd", "milliard*", "billion*"]),
    (6, &["mill", "million*", "mnok", "mkr", "millkr", "nok m"]),
    (
        3,
        &[
            "1000 kr",
            "1000 kroner",
            "1 000 kr",
            "1 000 kroner",
            "1000 nok",
            "1 000 nok",
            "kr 1000",
            "kr 1 000",
            "nok 1000",
            "nok 1 000",
            "000 kr",
            "000 nok",
            "tusen*",
            "tkr",
            "tnok",
            "knok",
            "kkr",
            "t kr",
            "i 1000",
            "i 1 000",
            "thousand*",
        ],
    ),
    (-2, &["øre"]),
];

/// What kroner are called.
const KRONER: [&str; 3] = ["kr", "kroner", "nok"];

/// The power of ten of kroner that a text says an amount is in; none where it says nothing of kroner.
pub fn scale(text: &str) -> Option<i32> {
    let told = SCALES.iter().find(|(_, phrases)| says(text, phrases).is_some()).map(|(power, _)| *power);
    told.or_else(|| says(text, &KRONER).map(|_| 0))
}

/// Whether amounts are in the kroner of a year: fixed ones, or those of a year that is not the amounts' own.
pub fn is_of_fixed_kroner(text: &str) -> bool {
    const FIXED: [&str; 14] = [
        "faste kroner",
        "faste priser",
        "faste prisar",
        "prisjuster*",
        "deflater*",
        "inflasjonsjuster*",
        "lønnsjuster*",
        "lønsjuster*",
        "deflator*",
        "realverdi*",
        "fixed prices",
        "constant prices",
        "deflated",
        "real terms",
    ];
    // «2015-kroner», where nothing else is of that year.
    let own = words(text);
    let of_year = own.windows(2).find(|pair| year_in(&pair[0]).is_some() && pair[1].starts_with("kr"));
    let joined =
        |pair: &[String]| ["-", "–"].iter().any(|mark| text.contains(&format!("{}{mark}kr", pair[0])));
    says(text, &FIXED).is_some()
        || of_year
            .is_some_and(|pair| joined(pair) && own.iter().filter(|word| **word == pair[0]).count() == 1)
}

/// An amount that says in its own cell what it is counted in, «31,2 mill. kr»: the number as it is written, and the power of ten.
/// None where the cell has no such word, or others too.
pub fn scaled_in_cell(text: &str) -> Option<(&str, i32)> {
    let text = text.trim().trim_start_matches("kr").trim_start_matches('.').trim_start();
    let at = text.find(char::is_alphabetic)?;
    let (number, unit) = text.split_at(at);
    let is_scale = |word: &str| SCALES.iter().any(|(_, phrases)| says(word, phrases).is_some());
    let known = words(unit).iter().all(|word| is_scale(word) || KRONER.contains(&word.as_str()));
    let power = scale(unit).filter(|power| *power >= 0 && known)?;
    Some((number.trim_end(), power)).filter(|(number, _)| number.starts_with(|c: char| c.is_ascii_digit()))
}

/// A price that says in its own cell that it is of an hour, «512 kr/t»: the number as it is written.
pub fn hourly_in_cell(text: &str) -> Option<&str> {
    const HOURLY: [&str; 6] = ["kr/t", "kr/time", "kr/timen", "kr per time", "kr pr. time", "kr pr time"];
    let number = HOURLY.iter().find_map(|unit| text.trim().strip_suffix(unit))?.trim_end();
    Some(number).filter(|own| own.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether amounts have value added tax in them, which municipalities get back.
pub fn is_with_tax(text: &str) -> bool {
    const WITH: [&str; 14] = [
        "inkl* mva",
        "inkl* moms",
        "inkl* merverdiavgift",
        "inkl* avgift",
        "med mva",
        "med moms",
        "m mva",
        "m / mva",
        "medregn* mva",
        "mva inkl*",
        "moms inkl*",
        "mva medregn*",
        "incl* vat",
        "with vat",
    ];
    says(text, &WITH).is_some() && says(text, &["ikke", "ikkje", "not"]).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_of_an_amount_is_read() {
        for (text, power) in [
            ("Refusjon (1000 kr)", Some(3)),
            ("Alle beløp i 1000 kroner", Some(3)),
            ("Beløp i hele 1 000 kr", Some(3)),
            ("Refusjon 2024 (1.000 kr)", Some(3)),
            ("(tkr)", Some(3)),
            ("i tusen kroner", Some(3)),
            ("mill. kr", Some(6)),
            ("(MNOK)", Some(6)),
            ("millioner kroner", Some(6)),
            ("Timepris (øre)", Some(-2)),
            ("Refusjon (kr)", Some(0)),
            ("Refusjon 2024", None),
            ("antall", None),
        ] {
            assert_eq!(scale(text), power, "{text}");
        }
    }

    #[test]
    fn a_cell_may_say_what_it_is_counted_in() {
        for (text, own) in [
            ("31,2 mill. kr", Some(("31,2", 6))),
            ("31,2 mill", Some(("31,2", 6))),
            ("kr 31,2 mill.", Some(("31,2", 6))),
            ("31,2 MNOK", Some(("31,2", 6))),
            ("31 200 tusen kroner", Some(("31 200", 3))),
            ("0,03 mrd. kr", Some(("0,03", 9))),
            ("31 200 000 kr", Some(("31 200 000", 0))),
            ("ca. 31 mill. kr", None),
            ("31,2 mill. kr per år", None),
            ("mill. kr", None),
            ("31", None),
        ] {
            assert_eq!(scaled_in_cell(text), own, "{text}");
        }
    }
}

//! Amounts in kroner: which headings are of a price or a refund, what sort of figure they are, and what one of them is worth.

use super::cells::folded;
use super::months::month;
use super::roles::{Figures, Measure, Role};
use super::scales::{is_of_fixed_kroner, is_with_tax, scale};
use super::subject::{is_of_bpa, is_of_others};
use super::whom::is_of_one_refund;
use super::wording::{place, says, words, year_in, years_in};
use crate::text::{Words, say};

/// Refunds of something else than services, and what stands beside a refund.
fn is_of_other_refunds(text: &str) -> bool {
    const OTHERS: [&str; 27] = [
        "refusjonskrav*",
        "søkt",
        "søkte",
        "krav om",
        "omsøkt*",
        "nav",
        "private",
        "husbanken",
        "flyktning*",
        "imdi",
        "introduksjon*",
        "integrering*",
        "forsikring*",
        "sykepenge*",
        "*sykepenger",
        "sykelønn*",
        "sjukepenge*",
        "sjukelønn*",
        "fødselspenge*",
        "foreldrepenge*",
        "momsrefusjon*",
        "mva refusjon*",
        "momskompensasjon*",
        "andre kommuner",
        "andre kommunar",
        "fylkeskommun*",
        "sick pay",
    ];
    const BEFORE: [&str; 14] = [
        "utgift*",
        "*utgifter",
        "kostnad*",
        "*kostnader",
        "netto*",
        "grunnlag*",
        "*grunnlag",
        "lønn*",
        "før",
        "etter",
        "uten",
        "utan",
        "before",
        "after",
    ];
    let words = words(text);
    let refund = ["refusjon*", "*refusjon", "*refusjonen", "refund*", "toppfinansiering*"]
        .iter()
        .find_map(|own| place(&words, own));
    let Some((at, _)) = refund else { return false };
    says(text, &OTHERS).is_some()
        || says(text, &["refusjonsgrunnlag*"]).is_some()
        || BEFORE.iter().any(|own| place(&words, own).is_some_and(|(first, _)| first < at))
}

/// Why an amount is not what the municipality's accounts say of a year, where a heading or title says so.
pub fn not_of_accounts(text: &str) -> Option<Words> {
    const SORTS: [(&[&str], Words); 6] = [
        (
            &[
                "%", "prosent*", "andel*", "*andel", "*grad", "*graden", "*prosent", "per cent", "percent*",
                "share", "rate", "*sats", "*satsen", "indeks", "index",
            ],
            say::IMPORT_SUBJECT_SHARES,
        ),
        (
            &[
                "per bruker",
                "pr bruker",
                "per brukar",
                "pr brukar",
                "per mottaker",
                "pr mottaker",
                "per mottakar",
                "pr mottakar",
                "per person",
                "pr person",
                "per innbygg*",
                "pr innbygg*",
                "per capita",
                "per user",
                "per recipient",
                "per inhabitant",
                "/ bruker",
                "/ innbygger",
                "gjennomsnittlig refusjon*",
                "refusjon i gjennomsnitt",
                "ressurskrevende bruker",
                "ressurskrevjande brukar",
                "snitt per*",
            ],
            say::IMPORT_SORT_PER_PERSON,
        ),
        (
            &[
                "innslagspunkt*",
                "innslag*",
                "terskel*",
                "threshold*",
                "egenandel*",
                "eigendel*",
                "beløpsgrense*",
                "grense*",
            ],
            say::IMPORT_SORT_THRESHOLD,
        ),
        (
            &[
                "budsjett*",
                "*budsjett",
                "budget*",
                "prognose*",
                "*prognose",
                "anslag*",
                "anslått*",
                "forventet",
                "forventa",
                "forecast*",
                "estimat*",
                "estimert*",
                "framskriv*",
                "fremskriv*",
                "revidert*",
                "plan",
                "*plan",
            ],
            say::IMPORT_SORT_BUDGET,
        ),
        (
            &[
                "antall",
                "antal",
                "tal brukar*",
                "tal på",
                "number of",
                "brukere med refusjon*",
                "brukarar med refusjon*",
                "mottakere med refusjon*",
                "mottakarar med refusjon*",
                "personer med refusjon*",
                "personar med refusjon*",
                "users with refund*",
                "recipients with refund*",
            ],
            say::IMPORT_SORT_NUMBER,
        ),
        (
            &[
                "måned*",
                "månad*",
                "mnd",
                "hittil",
                "t1",
                "t2",
                "akkumulert*",
                "so far",
                "per uke",
                "pr uke",
                "kvartal*",
                "tertial*",
                "halvår*",
                "endring*",
                "vekst",
                "økning",
                "differanse",
                "avvik",
                "month*",
                "quarter*",
                "change",
            ],
            say::IMPORT_SORT_NOT_A_YEAR,
        ),
    ];
    // The price of an hour by other names is no rate.
    let text = &folded(text).replace("timesats", "timepris").replace("timekostnad", "timepris");
    if is_of_others(text) {
        return Some(say::IMPORT_SORT_OTHER_SERVICE);
    }
    // Two years are two things: paid in one, refunded for another.
    if years_in(text).len() > 1 || is_of_a_part(text) {
        return Some(say::IMPORT_SORT_NOT_A_YEAR);
    }
    if is_with_tax(text) {
        return Some(say::IMPORT_SORT_WITH_TAX);
    }
    if is_of_other_prices(text) {
        return Some(say::IMPORT_SORT_OTHER);
    }
    if is_of_fixed_kroner(text) {
        return Some(say::IMPORT_SORT_FIXED_KRONER);
    }
    let sort = SORTS.iter().find(|(phrases, _)| says(text, phrases).is_some()).map(|(_, words)| *words);
    // Of December is what a year has at its end.
    let early = words(text).iter().any(|word| matches!(month(word), Some(1..=11)));
    let sort = sort.or(early.then_some(say::IMPORT_SORT_NOT_A_YEAR));
    let sort = sort.or(is_of_one_refund(text).then_some(say::IMPORT_SORT_PER_PERSON));
    sort.or(is_of_other_refunds(text).then_some(say::IMPORT_SORT_OTHER))
}

/// Sorts that a title or a note says of every amount below it, whatever else it is of.
pub const OF_ALL: [Words; 4] = [
    say::IMPORT_SORT_BUDGET,
    say::IMPORT_SORT_PER_PERSON,
    say::IMPORT_SORT_FIXED_KRONER,
    say::IMPORT_SORT_WITH_TAX,
];

/// Whether a text has a date that ends no year: up to 31 August.
fn is_of_a_part(text: &str) -> bool {
    let dates = text.split([' ', '(', ')', ',', ':']).filter(|word| year_in(word).is_some());
    dates.filter_map(|word| word.rsplit_once(['.', '/'])).any(|(day, _)| {
        let day: Vec<&str> = day.split(['.', '/']).map(|own| own.trim_start_matches('0')).collect();
        day.len() == 2 && !matches!(day[..], ["31", "12"] | ["1", "1"])
    })
}

/// What is paid for an hour and is no price of it.
fn is_of_other_prices(text: &str) -> bool {
    let price = measure(&folded(text)) == Some(Measure::Price);
    let others = [
        "sum av",
        "sum of",
        "maks*",
        "maximum",
        "max",
        "min",
        "minimum",
        "laveste",
        "lågaste",
        "høyeste",
        "høgste",
        "natt*",
        "kveld*",
        "helg*",
        "dag",
        "dagen",
        "dagtid",
        "*dag",
        "*dager",
        "*dagar",
        "weekday*",
        "weekend*",
        "day",
        "døgn*",
        "besøk",
        "gang",
        "oppdrag",
        "vakt",
        "uloba",
        "lønn",
        "løn",
        "timelønn",
        "egenbetaling*",
        "eigenbetaling*",
        "vedtak",
        "tillegg*",
        "tilskudd*",
        "tilskot*",
        "wage*",
    ];
    price && says(text, &others).is_some()
}

/// What a cell beside an amount says that it is, where that is none of a year's accounts.
pub fn not_of_accounts_in_cell(text: &str) -> bool {
    const CELLS: [&str; 14] = [
        "sykelønn*",
        "sykepenge*",
        "sjukepenge*",
        "foreldrepenge*",
        "fødselspenge*",
        "moms*",
        "dag",
        "natt",
        "kveld",
        "helg",
        "helligdag*",
        "kveldstid",
        "lørdag*",
        "søndag*",
    ];
    not_of_accounts(text).is_some()
        || says(text, &CELLS).is_some()
        || words(text).iter().any(|word| month(word).is_some())
}

/// Whether a heading is of a price per hour or a refund, of whatever sort.
pub fn is_of_costs(text: &str) -> bool {
    measure(text).is_some()
}

/// Price or refund, by the words of a heading in small letters.
fn measure(text: &str) -> Option<Measure> {
    let has = |list: &[&str]| list.iter().any(|word| text.contains(word));
    let refund = has(&["refusjon", "toppfinansiering", "refund"]);
    let price = has(&["timepris", "per time", "pr time", "pr. time", "timesats", "timekostnad", "per hour"]);
    // «Pris for en BPA-time» and «Pris BPA» are of an hour too.
    let of_hour = says(text, &["time", "timen", "hour"]).is_some() || is_of_bpa(text);
    let price = price || says(text, &["pris", "prisen", "price"]).is_some() && of_hour;
    match (refund, price) {
        (true, _) => Some(Measure::Refund),
        (_, true) => Some(Measure::Price),
        _ => None,
    }
}

/// The role of a heading of a price or a refund, in small letters; none where it is of neither. What is no amount of the
/// accounts is not read.
pub fn role(text: &str) -> Option<Role> {
    let measure = measure(text)?;
    let per_hour = measure == Measure::Refund && text.contains(" time");
    if not_of_accounts(text).is_some() || per_hour {
        return Some(Role::Share);
    }
    let year = text.split(|c: char| !c.is_alphanumeric() && c != '.').find_map(year_in);
    let thousands = scale(text).and_then(|power| u32::try_from(power).ok()).unwrap_or(0);
    let times = (scale(text) == Some(-2)).then_some(0.01);
    Some(Role::Figures(Figures { year, thousands, times, ..Figures::of(measure) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_amounts_of_a_years_accounts_are_price_and_refund() {
        let read = |text: &str| match role(text) {
            Some(Role::Figures(figures)) => figures.measure,
            _ => None,
        };
        for heading in [
            "refusjon",
            "refusjon 2024 (1000 kr)",
            "refusjon for brukere med bpa",
            "refusjon ressurskrevende tjenester",
            "refusjon for ressurskrevende helse- og omsorgstjenester",
            "refusjon av lønnsutgifter",
            "toppfinansiering 2024",
            "refund received",
        ] {
            assert_eq!(read(heading), Some(Measure::Refund), "{heading}");
        }
        for heading in [
            "timepris",
            "pris per time 2024",
            "gjennomsnittlig timepris",
            "price per hour",
            "pris per bpa-time",
            "pris per bpa time",
            "pris bpa-time (kr)",
            "pris for en bpa-time",
            "pris bpa",
            "bpa-pris 2024",
        ] {
            assert_eq!(read(heading), Some(Measure::Price), "{heading}");
        }
        for heading in [
            "refusjon per bruker 2024",
            "refusjonsgrad (%)",
            "refusjonsgrad",
            "statens andel av refusjon",
            "budsjettert refusjon 2024",
            "innslagspunkt toppfinansiering 2024",
            "antall brukere med refusjon",
            "brukere med refusjon 2024",
            "refusjon per innbygger",
            "refusjon per måned",
            "refusjon per time",
            "utgifter før refusjon",
            "refusjonsgrunnlag 2024",
            "netto lønnsutgifter etter refusjon",
            "refusjon sykepenger",
            "sykelønnsrefusjon",
            "budsjettert timepris",
            "timepris avlastning",
            "endring i timepris",
            "timepris hverdag",
            "timepris helg",
            "timepris lørdag",
            "pris per bruker av bpa",
            "pris per døgn bpa",
        ] {
            assert!(role(heading).is_some() && read(heading).is_none(), "{heading}");
        }
        assert_eq!(role("vedtakstimer pr uke"), None);
    }
}

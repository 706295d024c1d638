//! Words for sums: over municipalities, ages, sexes.

use super::ages::{Ages, is_of_all};

/// Codes that Statistics Norway has for groups of municipalities begin so.
const CODES: [&str; 7] = ["eak", "ekg", "eka", "eafk", "ekf", "eakuo", "ekb"];
const WORDS: [&str; 28] = [
    "landet",
    "grand total",
    "(tom)",
    "(blank)",
    "hele landet",
    "heile landet",
    "norge",
    "noreg",
    "norway",
    "the whole country",
    "whole country",
    "rest",
    "k-rest",
    "alle kommuner",
    "alle kommunar",
    "all municipalities",
    "sum kommuner",
    "kommunene i alt",
    "resten av landet",
    "uoppgitt",
    "uten bydel",
    "utan bydel",
    "uoppgitt bydel",
    "svalbard",
    "kontinentalsokkelen",
    "gjennomsnitt",
    "snitt",
    "average",
];

/// How labels of sums begin.
const TOTALS: [&str; 10] = [
    "sum",
    "total",
    "totalt",
    "delsum",
    "deltotal",
    "mellomsum",
    "subtotal",
    "totalsum",
    "totalsummen",
    "summen",
];

/// Whether a label, in small letters, is of a sum over municipalities.
pub fn is_sum(label: &str) -> bool {
    let first = label.split([' ', '-']).next().unwrap_or_default();
    let coded = CODES.iter().any(|code| {
        first
            .strip_prefix(code)
            .is_some_and(|rest| rest.len() <= 2 && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
    });
    let total = || {
        label
            .trim_end_matches([':', '.'])
            .split(' ')
            .next()
            .is_some_and(|w| TOTALS.contains(&w.trim_end_matches(':')))
    };
    // What Statistics Norway cannot place: `K-Rest Divided municipalities and unknown`.
    let unplaced = label.starts_with("k-rest ") || label.starts_with("rest ");
    // Groups that reports compare with.
    let group = ["kostra-gruppe", "kostragruppe", "landet u", "asss", "snitt ", "gjennomsnitt "];
    let unplaced = unplaced || group.iter().any(|own| label.starts_with(own));
    let county = [" fylke", " fylkeskommune", " county"].iter().any(|end| label.ends_with(end));
    coded
        || unplaced
        || county
        || is_of_all(label)
        || WORDS.contains(&label)
        || Ages::read(label) == Some(Ages::All)
        || total()
}

/// What a sex label is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sex {
    /// Both.
    All,
    /// Men.
    Men,
    /// Women.
    Women,
}

impl Sex {
    /// The sex that a label, in small letters, is of.
    pub fn read(label: &str) -> Option<Sex> {
        const ALL: [&str; 16] = [
            "begge kjønn",
            "both sexes",
            "begge",
            "i alt",
            "total",
            "totalt",
            "alle",
            "sum",
            "m+k",
            "k+m",
            "m/k",
            "k/m",
            "m og k",
            "menn og kvinner",
            "kvinner og menn",
            "men and women",
        ];
        const MEN: [&str; 19] = [
            "menn", "mann", "males", "male", "men", "gutter", "gutar", "gutt", "gut", "mannlig", "mannlige",
            "mannleg", "mannlege", "mann (m)", "g", "1 menn", "1", "m", "♂",
        ];
        const WOMEN: [&str; 20] = [
            "kvinner",
            "kvinne",
            "females",
            "female",
            "women",
            "jenter",
            "jente",
            "kvinnelig",
            "kvinnelige",
            "kvinnelege",
            "kvinneleg",
            "kvinne (k)",
            "j",
            "kv",
            "kv.",
            "2 kvinner",
            "2",
            "k",
            "kvinnor",
            "♀",
        ];
        let is = |words: &[&str]| words.contains(&label);
        match () {
            () if is(&ALL) => Some(Sex::All),
            () if is(&MEN) => Some(Sex::Men),
            () if is(&WOMEN) => Some(Sex::Women),
            () => None,
        }
    }
}

//! Over how long hours and other costs are counted, and whether they are of each person or of all together.

use super::wording::{says, words};
use crate::rules::{MONTHS, WEEKS};
use crate::text::{Message, Text, say};

/// What hours or kroner are counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// So many weeks.
    Weeks(u32),
    /// So many months.
    Months(u32),
    /// A year.
    Year,
    /// A day.
    Day,
    /// One of unknown length, such as a shift plan's.
    Unknown,
}

use Period::{Day, Months, Unknown, Weeks, Year};

/// What says it; the longer before what is found in it.
const PERIODS: [(Period, &[&str]); 11] = [
    (
        Unknown,
        &[
            "turnus*",
            "per vakt",
            "pr vakt",
            "per helg",
            "pr helg",
            "per besøk",
            "per gang",
            "semester",
            "skoleår*",
            "skuleår*",
        ],
    ),
    (Weeks(4), &["fire uker", "fire veker", "four weeks", "28 dager", "28 dagar", "28 days", "4 ukers*"]),
    (
        Weeks(2),
        &[
            "to uker",
            "to veker",
            "two weeks",
            "14 dager",
            "14 dagar",
            "fjorten dager",
            "fortnight",
            "hver 14",
            "annenhver uke",
        ],
    ),
    (Months(3), &["kvartal*", "quarter*", "3 måneder", "tre måneder"]),
    (Months(4), &["tertial*", "4 måneder", "fire måneder"]),
    (Months(6), &["halvår*", "half year", "6 måneder", "seks måneder"]),
    (Months(1), &["måned*", "månad*", "mnd", "md", "mnd*", "month*", "mth", "*måned"]),
    (
        Year,
        &[
            "per år",
            "pr år",
            "/ år",
            "i året",
            "årstimer",
            "årstimar",
            "årlig*",
            "årleg*",
            "hvert år",
            "kvart år",
            "per year",
            "a year",
            "/ year",
            "yearly",
            "annual*",
            "per annum",
            "årsbasis",
            "årsverdi",
        ],
    ),
    (Weeks(1), &["uke", "uka", "uken", "ukentlig*", "veke", "veka", "vekentleg*", "week", "weekly"]),
    (
        Day,
        &[
            "døgn", "døgnet", "per dag", "pr dag", "/ dag", "om dagen", "daglig*", "dagleg*", "per day",
            "/ day", "a day", "daily",
        ],
    ),
    (Unknown, &["uker", "veker", "weeks"]),
];

impl Period {
    /// The period that a text says.
    pub fn of(text: &str) -> Option<Period> {
        let numbered = weeks(text).map(Weeks);
        let told =
            || PERIODS.iter().find(|(_, phrases)| says(text, phrases).is_some()).map(|(period, _)| *period);
        numbered.or_else(told).or_else(|| is_of_unknown(text).then_some(Unknown))
    }

    /// The period that a title says of hours, if it is one alone: in a title a month may be that of something else.
    pub fn of_title(text: &str) -> Option<Period> {
        if !is_of_hours(text) {
            return None;
        }
        let said = |phrases: &[&str]| {
            phrases.iter().any(|phrase| {
                let with = ["per", "pr", "i", "a", "/"].map(|before| format!("{before} {phrase}"));
                let alone = phrase.contains([' ', '/']) || phrase.contains("tim");
                with.iter().any(|own| says(text, &[own.as_str()]).is_some())
                    || alone && says(text, &[phrase]).is_some()
            })
        };
        let found = PERIODS.iter().filter(|(_, phrases)| said(phrases)).map(|(period, _)| *period);
        let mut found = weeks(text).map(Weeks).into_iter().chain(found);
        match (found.next(), found.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }

    /// How many of them are in a year; none where that is not known.
    pub fn in_a_year(self) -> Option<f64> {
        const DAYS: f64 = 7.0;
        Some(match self {
            Weeks(weeks) => WEEKS / f64::from(weeks),
            Months(months) => MONTHS / f64::from(months),
            Year => 1.0,
            Day => WEEKS * DAYS,
            Unknown => return None,
        })
    }

    /// How it is told.
    pub fn told(self) -> Text {
        match self {
            Weeks(1) => say::IMPORT_PERIOD_WEEK.text(),
            Weeks(weeks) => say::ImportPeriodWeeks { weeks }.text(),
            Months(1) => say::IMPORT_PERIOD_MONTH.text(),
            Months(months) => say::ImportPeriodMonths { months }.text(),
            Year => say::IMPORT_PERIOD_YEAR.text(),
            Day => say::IMPORT_PERIOD_DAY.text(),
            Unknown => say::IMPORT_PERIOD_UNKNOWN.text(),
        }
    }
}

/// Whether hours are per something that is no known time, nor anybody: «timer pr oppdrag».
fn is_of_unknown(text: &str) -> bool {
    const NO_TIMES: [&str; 22] = [
        "bruker*",
        "brukar*",
        "person*",
        "mottaker*",
        "mottakar*",
        "innbygg*",
        "kommune*",
        "vedtak*",
        "alder*",
        "år*",
        "desember",
        "januar",
        "stk",
        "hode",
        "bpa*",
        "user*",
        "recipient*",
        "inhabitant*",
        "december",
        "hver*",
        "kvar*",
        "tjeneste*",
    ];
    let words = words(text);
    let is_unknown = |pair: &[String]| {
        let [per, what] = pair else { return false };
        let known = NO_TIMES.iter().any(|own| says(what, &[own]).is_some());
        ["per", "pr"].contains(&per.as_str()) && what.starts_with(char::is_alphabetic) && !known
    };
    is_of_hours(text) && words.windows(2).any(is_unknown)
}

/// A number of weeks: «4 uker».
fn weeks(text: &str) -> Option<u32> {
    let words = words(text);
    let is_weeks = |word: &str| ["uker", "uke", "veker", "weeks"].contains(&word);
    let number = words.windows(2).filter(|pair| is_weeks(&pair[1])).find_map(|pair| pair[0].parse().ok());
    number.filter(|weeks| (1..=52).contains(weeks))
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
    const EACH: [&str; 10] = [
        "per bruker",
        "pr bruker",
        "per person",
        "pr person",
        "hver",
        "kvar",
        "gjennomsnitt*",
        "snitt",
        "each",
        "average",
    ];
    says(text, &TOGETHER).is_some() && says(text, &EACH).is_none()
}

/// Whether a heading is of hours, which a price per hour is not.
pub fn is_of_hours(text: &str) -> bool {
    says(text, &["*timer", "*timar", "hours", "timetall*", "timetal", "timetalet"]).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_told_however_they_are_written() {
        for (text, period) in [
            ("Timer pr mnd", Some(Months(1))),
            ("Timer per måned", Some(Months(1))),
            ("Månedstimer", Some(Months(1))),
            ("Vedtakstimer/mnd.", Some(Months(1))),
            ("Timer per kvartal", Some(Months(3))),
            ("Timer per halvår", Some(Months(6))),
            ("Årstimer", Some(Year)),
            ("Timer/år", Some(Year)),
            ("Timer pr. år", Some(Year)),
            ("Timer per 4 uker", Some(Weeks(4))),
            ("Timer per 6 uker", Some(Weeks(6))),
            ("Timer per 14 dager", Some(Weeks(2))),
            ("Timer per døgn", Some(Day)),
            ("Vedtakstimer i uken", Some(Weeks(1))),
            ("Timer/uke", Some(Weeks(1))),
            ("hours a week", Some(Weeks(1))),
            ("Timer per turnusperiode", Some(Unknown)),
            ("Timer, 18 år og over", None),
            ("Vedtakstimer 2024", None),
        ] {
            assert_eq!(Period::of(text), period, "{text}");
        }
        let in_a_year = [Months(1), Months(3), Year, Weeks(4), Day, Weeks(1)].map(Period::in_a_year);
        assert_eq!(in_a_year, [12.0, 4.0, 1.0, 13.0, 364.0, 52.0].map(Some));
        assert_eq!(Unknown.in_a_year(), None);
    }

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

//! Over how long hours and other costs are counted.

use super::months::month;
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
    /// So many days that are no whole weeks.
    Days(u32),
    /// One of unknown length, such as a shift plan's.
    Unknown,
}

use Period::{Day, Days, Months, Unknown, Weeks, Year};

/// Minutes in an hour.
pub const MINUTES: f64 = 60.0;

/// Days of a week.
const DAYS: u32 = 7;

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
            "annakvar veke",
            "to ukers*",
            "toukers*",
            "tovekers*",
            "fjortende dag",
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
            "hele året",
            "heile året",
            "kalenderår*",
        ],
    ),
    (
        Weeks(1),
        &[
            "/ u",
            "per u",
            "pr u",
            "uke",
            "uka",
            "uken",
            "ukentlig*",
            "veke",
            "veka",
            "vekentleg*",
            "week",
            "weekly",
        ],
    ),
    (
        Day,
        &[
            "døgn", "døgnet", "per dag", "pr dag", "/ dag", "om dagen", "daglig*", "dagleg*", "per day",
            "/ day", "a day", "daily",
        ],
    ),
    (Unknown, &["uker", "veker", "weeks", "periode", "perioden", "vedtaksperiode*", "oppdrag", "vakt"]),
];
/// Words after «per» that are of no time: hours of each person, kroner of an hour.
const OF_NO_TIME: [&str; 25] = [
    "alder*",
    "år*",
    "stk",
    "hode",
    "bpa*",
    "hver*",
    "kvar*",
    "bruker*",
    "brukar*",
    "person*",
    "mottak*",
    "tjenestemottak*",
    "tenestemottak*",
    "innbygg*",
    "klient*",
    "pasient*",
    "vedtak*",
    "time*",
    "timar",
    "user*",
    "recipient*",
    "hour*",
    "inhabitant*",
    "capita",
    "kommune*",
];

impl Period {
    /// The period that a text says.
    pub fn of(text: &str) -> Option<Period> {
        let numbered = weeks(text).map(Weeks).or_else(|| days(text));
        let told =
            || PERIODS.iter().find(|(_, phrases)| says(text, phrases).is_some()).map(|(period, _)| *period);
        numbered.or_else(told).or_else(|| is_per_another(text).then_some(Unknown))
    }

    /// The period that a cell is, which has no other word.
    pub fn of_cell(text: &str) -> Option<Period> {
        const LONGEST: usize = 3;
        let own = words(text);
        match &own[..] {
            [only] if only == "år" || only == "year" => Some(Year),
            [only] if only == "dag" || only == "day" => Some(Day),
            [only] if ["besøk", "gang", "helg"].contains(&only.as_str()) => Some(Unknown),
            _ => Period::of(text).filter(|_| own.len() <= LONGEST),
        }
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
        Some(match self {
            Weeks(weeks) => WEEKS / f64::from(weeks),
            Months(months) => MONTHS / f64::from(months),
            Year => 1.0,
            Day => WEEKS * f64::from(DAYS),
            Days(days) => WEEKS * f64::from(DAYS) / f64::from(days),
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
            Days(days) => say::ImportPeriodDays { days }.text(),
            Unknown => say::IMPORT_PERIOD_UNKNOWN.text(),
        }
    }
}

/// A number of weeks: «4 uker».
fn weeks(text: &str) -> Option<u32> {
    let words = words(text);
    let is_weeks = |word: &str| ["uker", "uke", "veker", "weeks"].contains(&word);
    let number = words.windows(2).filter(|pair| is_weeks(&pair[1])).find_map(|pair| pair[0].parse().ok());
    number.filter(|weeks| (1..=52).contains(weeks))
}

/// A number of days: «30 dager», «14. dag».
fn days(text: &str) -> Option<Period> {
    const LONGEST: u32 = 366;
    let words = words(text);
    let is_days = |word: &str| {
        ["dag", "dager", "dagar", "dagers", "dg", "days"].contains(&word) || word.starts_with("dagersp")
    };
    let number = words.windows(2).filter(|pair| is_days(&pair[1])).find_map(|pair| pair[0].parse().ok());
    number.filter(|days| (2..=LONGEST).contains(days)).map(|days: u32| match days % DAYS {
        0 => Weeks(days / DAYS),
        _ => Days(days),
    })
}

/// Whether a text says «per» of something that is neither a person nor a time that is known: «per gang», «pr. oppdrag».
fn is_per_another(text: &str) -> bool {
    const PER: [&str; 6] = ["per", "pr", "/", "hver", "hvert", "kvar"];
    let words = words(text);
    words.windows(2).any(|pair| {
        let of_time = pair[1].chars().all(char::is_alphabetic) && says(&pair[1], &OF_NO_TIME).is_none();
        // «per januar» is a date.
        PER.contains(&pair[0].as_str()) && of_time && month(&pair[1]).is_none()
    })
}

/// Whether a heading is of hours, which a price per hour is not.
pub fn is_of_hours(text: &str) -> bool {
    const SHORT: [&str; 7] =
        ["t / uke", "t / veke", "t / mnd", "t / måned", "t / år", "t per uke", "t pr uke"];
    says(text, &["*timer", "*timar", "hours", "timetall*", "timetal", "timetalet"]).is_some()
        || says(text, &SHORT).is_some()
        || is_of_minutes(text)
}

/// Whether a text is of minutes, which are sixtieths of hours. «Timer og minutter» may be either.
pub fn is_of_minutes(text: &str) -> bool {
    const SHORT: [&str; 9] = [
        "min / uke",
        "min per uke",
        "min pr uke",
        "min i uken",
        "min / veke",
        "min per veke",
        "min / mnd",
        "min per måned",
        "min per dag",
    ];
    let minutes = says(text, &["minutt*", "*minutter", "*minutt", "minutes"]).is_some();
    (minutes || says(text, &SHORT).is_some()) && says(text, &["*timer", "*timar", "hours"]).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_told_from_hours_and_from_the_least() {
        for text in
            ["Minutter per uke", "Min/uke", "Min. per veke", "Vedtatte minutter i uken", "Tid (minutter)"]
        {
            assert!(is_of_minutes(text) && is_of_hours(text), "{text}");
        }
        for text in ["Timer og minutter", "Min timer per uke", "Timer per uke (min)", "Min alder"] {
            assert!(!is_of_minutes(text), "{text}");
        }
    }

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
            ("BPA timer/u", Some(Weeks(1))),
            ("hours a week", Some(Weeks(1))),
            ("Timer per turnusperiode", Some(Unknown)),
            ("Timer pr gang", Some(Unknown)),
            ("Timer pr. oppdrag", Some(Unknown)),
            ("Timer per besøk", Some(Unknown)),
            ("Timer i perioden", Some(Unknown)),
            ("Timer pr 14. dag", Some(Weeks(2))),
            ("Timer pr. 14 dg", Some(Weeks(2))),
            ("Timer per to-ukersperiode", Some(Weeks(2))),
            ("Timer pr. 30 dager", Some(Days(30))),
            ("Timer hele året", Some(Year)),
            ("Timer per bruker", None),
            ("Vedtakstimer per 31.12.2024", None),
            ("Timer, 18 år og over", None),
            ("Vedtakstimer 2024", None),
        ] {
            assert_eq!(Period::of(text), period, "{text}");
        }
        let in_a_year = [Months(1), Months(3), Year, Weeks(4), Day, Weeks(1)].map(Period::in_a_year);
        assert_eq!(in_a_year, [12.0, 4.0, 1.0, 13.0, 364.0, 52.0].map(Some));
        assert_eq!(Unknown.in_a_year(), None);
    }
}

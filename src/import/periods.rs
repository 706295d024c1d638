//! Over how long hours and other costs are counted, and whether they are of each person or of all together.

use super::wording::says;
use crate::rules::WEEKS;
use crate::text::{Words, say};

/// What hours or kroner are counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// A week.
    Week,
    /// Four weeks.
    FourWeeks,
    /// A month.
    Month,
    /// A year.
    Year,
    /// A day.
    Day,
}

use Period::{Day, FourWeeks, Month, Week, Year};

/// What says it; four weeks before one.
const PERIODS: [(Period, &[&str]); 5] = [
    (
        FourWeeks,
        &[
            "4 uker",
            "4 uke",
            "fire uker",
            "4 veker",
            "fire veker",
            "4 weeks",
            "four weeks",
            "28 dager",
            "28 dagar",
            "28 days",
            "4 ukers*",
            "turnusperiode*",
        ],
    ),
    (Month, &["måned*", "månad*", "mnd", "md", "mnd*", "month*", "mth", "*måned"]),
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
    (
        Week,
        &[
            "uke",
            "uka",
            "uken",
            "ukentlig*",
            "veke",
            "veka",
            "vekentleg*",
            "uketimer",
            "vekestimar",
            "week",
            "weekly",
            "weeks",
        ],
    ),
    (
        Day,
        &[
            "døgn", "døgnet", "per dag", "pr dag", "/ dag", "om dagen", "daglig*", "dagleg*", "per day",
            "/ day", "a day", "daily",
        ],
    ),
];

impl Period {
    /// The period that a text says.
    pub fn of(text: &str) -> Option<Period> {
        PERIODS.iter().find(|(_, phrases)| says(text, phrases).is_some()).map(|(period, _)| *period)
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
        let mut found = PERIODS.iter().filter(|(_, phrases)| said(phrases)).map(|(period, _)| *period);
        match (found.next(), found.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }

    /// How many of them are in a year.
    pub fn in_a_year(self) -> f64 {
        const MONTHS: f64 = 12.0;
        const DAYS: f64 = 7.0;
        match self {
            Week => WEEKS,
            FourWeeks => WEEKS / 4.0,
            Month => MONTHS,
            Year => 1.0,
            Day => WEEKS * DAYS,
        }
    }

    /// How it is told.
    pub fn told(self) -> Words {
        match self {
            Week => say::IMPORT_PERIOD_WEEK,
            FourWeeks => say::IMPORT_PERIOD_FOUR_WEEKS,
            Month => say::IMPORT_PERIOD_MONTH,
            Year => say::IMPORT_PERIOD_YEAR,
            Day => say::IMPORT_PERIOD_DAY,
        }
    }
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
    says(text, &["*timer", "*timar", "hours", "timetall", "timetal"]).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_told_however_they_are_written() {
        for (text, period) in [
            ("Timer pr mnd", Some(Month)),
            ("Timer per måned", Some(Month)),
            ("Månedstimer", Some(Month)),
            ("Vedtakstimer/mnd.", Some(Month)),
            ("Årstimer", Some(Year)),
            ("Timer/år", Some(Year)),
            ("Timer pr. år", Some(Year)),
            ("Timer per 4 uker", Some(FourWeeks)),
            ("Timer per døgn", Some(Day)),
            ("Vedtakstimer i uken", Some(Week)),
            ("Timer/uke", Some(Week)),
            ("hours a week", Some(Week)),
            ("Timer, 18 år og over", None),
            ("Vedtakstimer 2024", None),
        ] {
            assert_eq!(Period::of(text), period, "{text}");
        }
        assert_eq!(
            [Month, Year, FourWeeks, Day, Week].map(Period::in_a_year),
            [12.0, 1.0, 13.0, 364.0, 52.0]
        );
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

//! Ages as tables write them: one year, from one to another, under or over one; and the classes that they are added to.

use super::cells::folded;
use super::memo::Memo;
use super::words::OF_AGES;
use crate::scenario::units::CLASS_FROM;

/// Ages from one to another; without an upper one all above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The lowest age.
    pub low: u32,
    /// The highest, itself among them.
    pub high: Option<u32>,
}

/// What an age label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ages {
    /// Some ages.
    Of(Span),
    /// All of them.
    All,
}

/// The highest age that anybody has: a label with a higher one is of no ages.
pub const HIGHEST: u32 = 120;

/// Words that say nothing more than that a number is an age.
const OF_AGE: [&str; 18] = [
    "år",
    "åringer",
    "åringar",
    "aar",
    "years",
    "year",
    "yrs",
    "alder",
    "alderen",
    "age",
    "aged",
    "ages",
    "old",
    "aldersgruppe",
    "aldersgrupper",
    "aldersklasse",
    "alderstrinn",
    "(år)",
];
const ALL: [&str; 20] = [
    "i alt",
    "alle",
    "alle aldre",
    "alle aldrar",
    "alle aldersgrupper",
    "all ages",
    "all",
    "total",
    "totalt",
    "sum",
    "til saman",
    "til sammen",
    "alder i alt",
    "all age groups",
    "samtlige",
    "samla",
    "samlet",
    "999",
    "0+",
    "ages total",
];
const AND_ABOVE: [&str; 14] = [
    "og over",
    "eller over",
    "eller eldre",
    "og eldre",
    "or older",
    "and older",
    "and over",
    "or over",
    "eller meir",
    "eller mer",
    "og oppover",
    "and above",
    "or above",
    "eller eldst",
];
const AND_BELOW: [&str; 8] = [
    "og yngre",
    "eller yngre",
    "og under",
    "eller under",
    "and younger",
    "or younger",
    "and under",
    "or under",
];
const BELOW: [&str; 5] = ["under", "below", "yngre enn", "yngre enn", "younger than"];

impl Ages {
    /// The ages that a label is of, if it is nothing else.
    pub fn read(label: &str) -> Option<Ages> {
        thread_local! {
            static READ: Memo<Option<Ages>> = const { Memo::new() };
        }
        READ.with(|read| read.of(label, Ages::read_anew))
    }

    fn read_anew(label: &str) -> Option<Ages> {
        let text = folded(label).replace('+', " + ").replace("≥", ">=");
        if ALL.contains(&folded(label).as_str()) || is_of_all(&folded(label)) {
            return Some(Ages::All);
        }
        let words: Vec<&str> =
            text.split(' ').filter(|word| !word.is_empty() && !OF_AGE.contains(word)).collect();
        let text = words.join(" ");
        // «Barn 0-17» says no more than its ages.
        let text = match text.split_once(' ') {
            Some((first, ages)) if OF_AGES.contains(&first) => ages.to_string(),
            _ => text,
        };
        if ALL.contains(&text.as_str()) {
            return Some(Ages::All);
        }
        Span::read(&text).filter(|span| span.low <= HIGHEST).map(Ages::Of)
    }
}

/// Whether a label in small letters says that it is a sum of all, and nothing of what: «Totalsum», «Brukere i alt», «Sum totalt:».
pub fn is_of_all(label: &str) -> bool {
    const SUMS: [&str; 13] = [
        "sum",
        "total",
        "totalt",
        "totale",
        "totalsum",
        "alt",
        "ialt",
        "tilsammen",
        "sammen",
        "saman",
        "samlet",
        "samla",
        "summen",
    ];
    const WHOM: [&str; 17] = [
        "i",
        "til",
        "alle",
        "antall",
        "antal",
        "brukere",
        "brukarar",
        "mottakere",
        "mottakarar",
        "personer",
        "personar",
        "aldre",
        "aldrar",
        "aldersgrupper",
        "hele",
        "heile",
        "kommunen",
    ];
    let mut words = label.split([' ', ':', '.']).filter(|word| !word.is_empty()).peekable();
    let whole = ["alle brukere", "alle brukarar", "alle mottakere", "hele kommunen", "heile kommunen"];
    let known = |word: &str| SUMS.contains(&word) || WHOM.contains(&word);
    words.peek().is_some()
        && words.clone().all(known)
        && (words.any(|word| SUMS.contains(&word)) || whole.contains(&label.trim_end_matches([':', '.'])))
}

impl Span {
    fn read(text: &str) -> Option<Span> {
        let above = AND_ABOVE.iter().find_map(|words| text.strip_suffix(words)).or(text.strip_suffix('+'));
        if let Some(low) = above.or(text.strip_prefix(">=")) {
            return Some(Span { low: age(low)?, high: None });
        }
        if let Some(above) =
            BELOW.iter().find_map(|words| text.strip_prefix(words)).or(text.strip_prefix('<'))
        {
            return Some(Span { low: 0, high: Some(age(above)?.checked_sub(1)?) });
        }
        if let Some(high) = AND_BELOW.iter().find_map(|words| text.strip_suffix(words)) {
            return Some(Span { low: 0, high: Some(age(high)?) });
        }
        // Strictly above, which is from the next year on. «Over 67» is often meant with those of 67; «over 79» never is.
        let over = ["over ", "enn ", "older than ", "above "].iter().find_map(|own| text.strip_prefix(own));
        let over = over.filter(|own| age(own).is_some_and(|age| CLASS_FROM.contains(&(age + 1))));
        if let Some(low) = text.strip_prefix('>').or(over) {
            return Some(Span { low: age(low)? + 1, high: None });
        }
        if let Some(low) = age(text) {
            return Some(Span { low, high: Some(low) });
        }
        if let Some(low) = text.strip_suffix(['-', '–']) {
            return Some(Span { low: age(low)?, high: None });
        }
        let text = text.strip_prefix("fra ").or(text.strip_prefix("from ")).unwrap_or(text);
        let between =
            ["-", "–", "—", "‑", " til og med ", " t.o.m. ", " t.o.m ", " tom. ", " tom ", " til ", " to "];
        let (low, high) = between.iter().find_map(|mark| text.split_once(mark))?;
        let (low, high) = (age(low)?, age(high)?);
        (low <= high).then_some(Span { low, high: Some(high) })
    }

    /// The class that all these ages are in, of classes by their first age.
    pub fn class(self, from: &[u32]) -> Option<usize> {
        let class = from.iter().rposition(|first| *first <= self.low)?;
        match (from.get(class + 1), self.high) {
            (None, _) => Some(class),
            (Some(next), Some(high)) => (high < *next).then_some(class),
            (Some(_), None) => None,
        }
    }

    /// Whether some age is in both.
    pub fn meets(self, other: Span) -> bool {
        self.low <= other.end() && other.low <= self.end()
    }

    /// The last age; a very high one where there is none.
    pub fn end(self) -> u32 {
        self.high.unwrap_or(u32::MAX - 1)
    }

    /// As a table writes it.
    pub fn written(self) -> String {
        match self.high {
            None => format!("{}+", self.low),
            Some(high) if high == self.low => high.to_string(),
            Some(high) => format!("{}-{high}", self.low),
        }
    }
}

/// An age alone, as one to three digits.
fn age(text: &str) -> Option<u32> {
    let text = text.trim();
    let digits = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// Of spans, those that others do not already make up, and those that others do: `67-79` beside `67-74` and `75-79`. None where
/// they overlap otherwise.
pub fn without_sums(spans: &[Span]) -> Option<(Vec<Span>, Vec<Span>)> {
    let mut all = spans.to_vec();
    all.sort();
    all.dedup();
    let (sums, own): (Vec<Span>, Vec<Span>) = all.iter().partition(|span| is_made_up(**span, &all));
    let overlap = own.windows(2).any(|pair| pair[0].meets(pair[1]));
    (!overlap).then_some((own, sums))
}

/// Whether shorter spans stand end to end from its first to its last age.
fn is_made_up(span: Span, all: &[Span]) -> bool {
    let mut at = span.low;
    loop {
        // The longest first step that stays inside and is not the span itself.
        let inside = |own: &&Span| own.low == at && own.end() <= span.end() && **own != span;
        let Some(step) = all.iter().filter(inside).max_by_key(|own| own.end()) else { return false };
        if step.end() == span.end() {
            return true;
        }
        at = step.end() + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(low: u32, high: u32) -> Span {
        Span { low, high: (high > 0).then_some(high) }
    }

    #[test]
    fn labels_are_read_as_people_and_offices_write_them() {
        for (label, low, high) in [
            ("1 year", 1, 1),
            ("105 år eller eldre", 105, 0),
            ("105 years or older", 105, 0),
            ("80-89", 80, 89),
            ("67-74 år", 67, 74),
            ("18–49 år", 18, 49),
            ("18 til 49 år", 18, 49),
            ("105+", 105, 0),
            ("80 +", 80, 0),
            ("90 år og over", 90, 0),
            ("Barn 0-17 år", 0, 17),
            ("Under 18 år", 0, 17),
            ("<18", 0, 17),
            ("042", 42, 42),
            (">= 80", 80, 0),
            (">79", 80, 0),
            ("Over 79 år", 80, 0),
            ("eldre enn 66", 67, 0),
            ("80–", 80, 0),
            ("18 til og med 49", 18, 49),
            ("18 t.o.m. 49 år", 18, 49),
            ("Aldersgruppe 67-79 år", 67, 79),
        ] {
            assert_eq!(Ages::read(label), Some(Ages::Of(span(low, high))), "{label}");
        }
        assert_eq!(Ages::read("000"), Some(Ages::Of(Span { low: 0, high: Some(0) })));
        for label in [
            "Alle aldre",
            "I alt",
            "All ages",
            "Totalt",
            "Totalsum",
            "Ialt",
            "Tilsammen",
            "Brukere i alt",
            "Antall totalt",
            "SUM:",
            "I alt:",
            "Alle brukere",
            "Hele kommunen",
        ] {
            assert_eq!(Ages::read(label), Some(Ages::All), "{label}");
        }
        for label in ["", "2023", "over 67 år", "0301", "49-18", "K-3203", "bruker", "18 kr", "18-49-67"] {
            assert_eq!(Ages::read(label), None, "{label}");
        }
    }

    #[test]
    fn an_interval_over_a_border_is_in_no_class() {
        let from = [0, 18, 50, 67, 80];
        let class = |low, high| span(low, high).class(&from);
        assert_eq!(
            [class(0, 17), class(18, 49), class(80, 89), class(90, 0)].map(Option::unwrap),
            [0, 1, 4, 4]
        );
        assert_eq!([class(16, 19), class(0, 49), class(67, 0), class(75, 84)], [None; 4]);
    }

    #[test]
    fn sums_of_ages_are_told_from_ages() {
        let (own, sums) =
            without_sums(&[span(0, 17), span(67, 79), span(67, 74), span(75, 79), span(80, 0)]).unwrap();
        assert_eq!((own.len(), sums), (4, vec![span(67, 79)]));
        let (own, sums) = without_sums(&[span(80, 0), span(80, 89), span(90, 0)]).unwrap();
        assert_eq!((own, sums), (vec![span(80, 89), span(90, 0)], vec![span(80, 0)]));
        assert_eq!(without_sums(&[span(0, 17), span(16, 19)]), None);
    }
}

//! Months by name.

/// Their names in full and in short, in bokmål, nynorsk and English.
const NAMES: [&[&str]; 12] = [
    &["januar", "january", "jan"],
    &["februar", "february", "feb"],
    &["mars", "march", "mar"],
    &["april", "apr"],
    &["mai", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["desember", "december", "des", "dec"],
];

/// The month that a word in small letters is, from 1; a year in two digits may stand right behind it: `des24`.
pub fn month(word: &str) -> Option<usize> {
    let name = word.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(['.', ':']);
    NAMES.iter().position(|names| names.contains(&name)).map(|place| place + 1)
}

/// The month of a date, from 1: `31.12.2024`, `31.12.24`, `2024-12-31`, `1/1-24`.
pub fn month_of_date(word: &str) -> Option<usize> {
    let parts: Vec<&str> = word.trim_matches(['.', ',', '(', ')', ':', ';']).split(['.', '-', '/']).collect();
    let [one, two, three] = parts[..] else { return None };
    let numbers = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let month =
        if numbers && (one.len() == 4 || three.len() == 4 || three.len() == 2) { two } else { return None };
    month.parse().ok().filter(|month| (1..=12).contains(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_full_and_in_short() {
        for (word, number) in [
            ("januar", Some(1)),
            ("jan.", Some(1)),
            ("march", Some(3)),
            ("des24", Some(12)),
            ("december", Some(12)),
            ("mars", Some(3)),
            ("marsvin", None),
            ("janitor", None),
            ("12", None),
        ] {
            assert_eq!(month(word), number, "{word}");
        }
    }
}

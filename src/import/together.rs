//! Headings that mean something only beside others or by what stands under them: M and K, and a column of dates.

use super::ages::Ages;
use super::cells::{Line, folded};
use super::headings::{Figures, Named, Role, role};
use super::labels::may_be_year;
use super::subject;
use super::wording::{are_years, is_end, says, year_of, years_in};
use std::collections::BTreeSet;

/// What stands for men, and for women beside it where both do; `f` is English or «female», `k` Norwegian, and `g` and `j` boys and
/// girls.
const LETTERS: [(&str, &[&str]); 2] = [("m", &["k", "kv", "f", "w"]), ("g", &["j"])];
/// Headings of dates and years of figures, which of a list may be anything.
const DATES: [&str; 18] = [
    "dato",
    "*dato",
    "date",
    "tidspunkt*",
    "status per",
    "status pr",
    "utgangen av",
    "opptalt",
    "årstall",
    "aar",
    "*år",
    "*year",
    "ultimo",
    "måned",
    "månad",
    "month",
    "kvartal",
    "quarter",
];
/// Most years from one of a column that is not called as one of years to the next.
const APART: i32 = 5;
/// A heading that is a date by itself alone.
const PER: [&str; 3] = ["per", "pr", "pr."];

/// `M` and `K`, alone or behind the same words: neither says a sex without the other.
pub fn sexes(columns: &mut [(Role, String)], named: &Named) {
    let bare = |word: &str| word.trim_matches(['(', ')', '.', ',', '-', '/']).to_string();
    let split = |text: &str| {
        let text = parted(&folded(text));
        let (before, last) = text.rsplit_once([' ', '-', '/']).unwrap_or(("", text.as_str()));
        let first = text.split_once(' ').filter(|(first, _)| is_letter(&bare(first)));
        match first {
            Some((first, after)) => (after.to_string(), bare(first)),
            None => (before.to_string(), bare(last)),
        }
    };
    let unread: Vec<(usize, (String, String))> = columns
        .iter()
        .enumerate()
        .filter(|(_, (role, _))| *role == Role::Unread)
        .map(|(column, (_, text))| (column, split(text)))
        .collect();
    for (men, (before, last)) in &unread {
        let Some((_, women)) = LETTERS.iter().find(|(own, _)| last == own) else { continue };
        let is_other =
            |own: &&(usize, (String, String))| own.1.0 == *before && women.contains(&own.1.1.as_str());
        let mut others = unread.iter().filter(is_other);
        let (Some((women, _)), None) = (others.next(), others.next()) else { continue };
        let read = [(men, "menn"), (women, "kvinner")]
            .map(|(column, sex)| (*column, role(&format!("{before} {sex}"), named)));
        if read.iter().all(|(_, role)| matches!(role, Role::Figures(_))) {
            read.into_iter().for_each(|(column, role)| columns[column].0 = role);
        }
    }
}

/// A total beside several years is of all of them together, and of none.
pub fn totals(columns: &mut [(Role, String)]) {
    let figures = |role: &Role| if let Role::Figures(own) = role { Some(*own) } else { None };
    let years: BTreeSet<i32> = columns.iter().filter_map(|(role, _)| figures(role)?.year).collect();
    if years.len() > 1 {
        let is_total = |own: Figures| own.year.is_none() && own.ages == Some(Ages::All);
        let totals = columns.iter_mut().filter(|(role, _)| figures(role).is_some_and(is_total));
        totals.for_each(|own| own.0 = Role::Unread);
    }
}

/// A heading in which a letter stands right before or behind ages, «0-17M» or «K80+», with a space between.
fn parted(text: &str) -> String {
    let is_age = |own: &str| {
        own.ends_with(|c: char| c.is_ascii_digit() || c == '+')
            && own.starts_with(|c: char| c.is_ascii_digit())
    };
    let behind = text.char_indices().last().map(|(at, _)| text.split_at(at));
    let before = text.chars().next().map(|c| text.split_at(c.len_utf8()));
    match (before, behind) {
        (_, Some((ages, letter))) if is_letter(letter) && is_age(ages) => format!("{ages} {letter}"),
        (Some((letter, ages)), _) if is_letter(letter) && is_age(ages) => format!("{ages} {letter}"),
        _ => text.to_string(),
    }
}

fn is_letter(word: &str) -> bool {
    LETTERS.iter().any(|(men, women)| *men == word || women.contains(&word))
}

/// A column of dates beside figures says when they were counted; in a list of persons it may be the date of anything.
pub fn dates(columns: &mut [(Role, String)], rows: &[Line], title: &str) {
    let is_list = columns.iter().any(|(role, _)| matches!(role, Role::Person(_) | Role::Identity));
    if is_list || columns.iter().any(|(role, _)| *role == Role::Year) {
        return;
    }
    // «Timer per måned» is of hours, however like years its numbers are.
    let is_free = |(role, text): &(Role, String)| {
        *role == Role::Unread && subject::of(text).is_none() && says(text, &["fødsels*", "født"]).is_none()
    };
    let is_date = |own: &(Role, String)| {
        let alone = PER.contains(&folded(&own.1).as_str());
        is_free(own) && (alone || says(&own.1, &DATES).is_some())
    };
    // Whatever it is called, a column of years alone is one.
    let of_years = |column: &usize| {
        let mut cells = rows.iter().map(|row| row.cell(*column)).filter(|cell| !cell.is_empty()).peekable();
        let own = || rows.iter().filter_map(|row| year_of(&row.cell(*column).text())).collect();
        is_free(&columns[*column])
            && cells.peek().is_some()
            && cells.all(|cell| may_be_year(&cell.text()))
            && are_years(&own(), APART, &years_in(title))
    };
    let named = columns.iter().position(is_date);
    let Some(column) = named.or_else(|| (0..columns.len()).find(of_years)) else { return };
    // Where none can be understood it is something else; where one cannot, it is refused by its cell. Other months than the last
    // are refused as parts of a year.
    let of_months = says(&columns[column].1, &["måned", "månad", "month", "kvartal", "quarter"]).is_some();
    let ends = || {
        rows.iter().map(|row| folded(&row.cell(column).text())).all(|text| text.is_empty() || is_end(&text))
    };
    if of_months && !ends() {
        return;
    }
    if rows.iter().any(|row| year_of(&row.cell(column).text()).is_some()) {
        columns[column].0 = Role::Year;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::sums::Sex;
    use crate::import::table::Table;
    use crate::import::text_file;

    /// The sex of each column of figures, and whether there is a column of years.
    fn read(text: &str) -> (Vec<Option<Sex>>, bool) {
        let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        let table = Table::find(&document.grids[0], &Named::new()).expect("a table");
        (table.figures().map(|(_, own)| own.sex).collect(), table.first(Role::Year).is_some())
    }

    #[test]
    fn one_letter_is_a_sex_where_both_stand() {
        let both = [Some(Sex::Men), Some(Sex::Women)];
        assert_eq!(read("Kommune;Alder;M;K\n3203;0-17;1;2\n").0, both);
        assert_eq!(read("Kommune;Alder;K;M\n3203;0-17;1;2\n").0, [both[1], both[0]]);
        assert_eq!(read("Kommune;Alder;Antall;M;K\n3203;0-17;3;1;2\n").0, [None, both[0], both[1]]);
        assert_eq!(read("Kommune;M 0-17;K 0-17;M 18+;K 18+\n3203;1;2;3;4\n").0, [both, both].concat());
        assert_eq!(read("Kommune;0-17 M;0-17 K;18+ M;18+ K\n3203;1;2;3;4\n").0, [both, both].concat());
        assert_eq!(read("Kommune;0-17M;0-17K;80+M;80+K\n3203;1;2;3;4\n").0, [both, both].concat());
        assert_eq!(read("Kommune;K0-17;M0-17\n3203;1;2\n").0, [both[1], both[0]]);
        assert_eq!(read("Kommune;Alder;G;J\n3203;0-17;1;2\n").0, both);
        assert_eq!(read("Kommune;Alder;Mann (M);Kvinne (K)\n3203;0-17;1;2\n").0, both);
        assert_eq!(read("Kommune;Alder;♂;♀\n3203;0-17;1;2\n").0, both);
        assert_eq!(read("Kommune;Alder;Antall;M\n3203;0-17;3;1\n").0, [None]);
        assert_eq!(read("Kommune;Alder;2023;2024;Totalsum\n3203;0-17;1;2;3\n").0, [None, None]);
        assert_eq!(read("Kommune;Alder;Antall;M;K;F\n3203;0-17;3;1;2;3\n").0, [None]);
    }

    #[test]
    fn a_column_of_dates_is_one_of_years() {
        assert!(read("Kommune;0-17;18+;Dato\n3203;1;2;31.12.2023\n").1);
        assert!(read("Kommune;0-17;18+;Dato\n3203;1;2;\n3201;1;2;2023-12-31\n").1);
        assert!(read("Kommune;0-17;18+;Uttrekksdato\n3203;1;2;31.12.23\n").1);
        assert!(read("Kommune;0-17;18+;Status per\n3203;1;2;ultimo 2023\n").1);
        assert!(!read("Kommune;0-17;18+;Dato\n3203;1;2;i går\n").1);
        assert!(read("Kommune;Type;0-17;18+\n3203;2025;1;2\n").1);
        assert!(!read("Kommune;0-17;18+;Dato\n3203;1;2;\n").1);
        assert!(!read("Saksnr;Fødselsår;Timer per uke;Dato\n1;1980;20;31.12.2023\n").1);
    }
}

//! What pivot tables leave out because there is nobody: ages and sexes of a municipality without a row, and cells without a
//! number. They are nobody only where the table's own sum says that nothing is missing.

use super::ages::{Ages, HIGHEST, Span};
use super::cells::{Cell, Grid, folded};
use super::figures::POPULATION_FROM;
use super::marks::{Amount, Habit};
use crate::scenario::units::CLASS_FROM;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A row of a laid table, by place, and its label of each level; none where it is a sum over that level.
pub struct Laid {
    /// The place of the row.
    pub place: usize,
    /// Its labels, the outer first.
    pub labels: Vec<Option<String>>,
}

/// Rows of one level below the same labels, by place: their sum, and each by its label.
#[derive(Default)]
struct Siblings<'l> {
    sum: Option<usize>,
    parts: BTreeMap<&'l str, usize>,
}

/// What the last column of sums is called.
const TOTALS: [&str; 5] = ["totalsum", "grand total", "total result", "totalt resultat", "totalt"];
/// What rounding may part a sum from its parts by.
const CLOSE: f64 = 1e-6;

/// The rows that a table leaves out, each as the place of the row that is the sum of it and its siblings, and its labels.
/// `levels` says which levels may lack rows, and which of those are of ages.
pub fn rows(
    grid: &Grid,
    laid: &[Laid],
    levels: &[Option<bool>],
    columns: &Range<usize>,
) -> Vec<(usize, Vec<Option<String>>)> {
    let habit = Habit::of(grid);
    let mut found = Vec::new();
    for (level, of_ages) in levels.iter().enumerate().filter_map(|(level, own)| Some((level, (*own)?))) {
        let mut all: BTreeSet<&str> = laid.iter().filter_map(|row| row.labels[level].as_deref()).collect();
        let between = if of_ages { between(&all) } else { Vec::new() };
        all.extend(between.iter().map(String::as_str));
        let mut groups: BTreeMap<&[Option<String>], Siblings> = BTreeMap::new();
        for row in laid {
            let (above, own) = row.labels.split_at(level);
            if above.iter().any(Option::is_none) || own.iter().skip(1).any(Option::is_some) {
                continue;
            }
            let group = groups.entry(above).or_default();
            match &own[0] {
                Some(label) => _ = group.parts.insert(label, row.place),
                None => group.sum = Some(row.place),
            }
        }
        for (above, Siblings { sum, parts }) in groups {
            let Some(sum) = sum.filter(|sum| is_sum(grid, habit, *sum, &parts, columns)) else { continue };
            let empty = vec![None; levels.len() - level - 1];
            let labels = |own: &str| [above, &[Some(own.to_string())], &empty].concat();
            found.extend(all.iter().filter(|own| !parts.contains_key(**own)).map(|own| (sum, labels(own))));
        }
    }
    found
}

/// Whether a row is the sum of others in every column.
fn is_sum(
    grid: &Grid,
    habit: Habit,
    sum: usize,
    parts: &BTreeMap<&str, usize>,
    columns: &Range<usize>,
) -> bool {
    let number = |place: usize, column: usize| match habit.amount(grid.rows[place].cell(column)) {
        Amount::Number(number) => Some(number),
        Amount::Nothing => Some(0.0),
        _ => None,
    };
    let agrees = |column: usize| {
        let own: Option<f64> = parts.values().map(|place| number(*place, column)).sum();
        own.zip(number(sum, column)).is_some_and(|(own, sum)| (own - sum).abs() < CLOSE)
    };
    let filled = columns.clone().any(|column| !grid.rows[sum].cell(column).is_empty());
    !parts.is_empty() && filled && columns.clone().all(agrees)
}

/// Where all labels are single years, the ages that none of them is of, parted where classes are.
fn between(labels: &BTreeSet<&str>) -> Vec<String> {
    let single = |label: &&str| match Ages::read(label) {
        Some(Ages::Of(Span { low, high })) if high == Some(low) => Some(low),
        _ => None,
    };
    let Some(ages) = labels.iter().map(single).collect::<Option<BTreeSet<u32>>>() else { return Vec::new() };
    let Some(last) = ages.last().copied().filter(|last| *last < HIGHEST) else { return Vec::new() };
    let mut ends: BTreeSet<u32> = CLASS_FROM.iter().chain(&POPULATION_FROM).copied().collect();
    ends.extend(ages.iter().flat_map(|age| [*age, age + 1]));
    let ends: Vec<u32> = ends.into_iter().collect();
    let bounded = ends.windows(2).map(|pair| Span { low: pair[0], high: Some(pair[1] - 1) });
    let open = ends.last().map(|low| Span { low: *low, high: None }).filter(|own| own.low > last);
    bounded.chain(open).filter(|own| !ages.contains(&own.low)).map(Span::written).collect()
}

/// Puts nobody in the cells of a row that have no number, where its last column is their sum.
pub fn fill(grid: &mut Grid, (at, rows): (usize, &[Laid]), columns: &Range<usize>) {
    let habit = Habit::of(grid);
    let headings = &grid.rows[at];
    let named: Vec<usize> = columns.clone().filter(|column| !headings.cell(*column).is_empty()).collect();
    let is_total = |column: &usize| TOTALS.contains(&folded(&headings.cell(*column).text()).as_str());
    let Some((total, parts)) =
        named.split_last().filter(|(last, rest)| is_total(last) && !rest.iter().any(is_total))
    else {
        return;
    };
    let (total, parts) = (*total, parts.to_vec());
    for row in rows {
        let row = &mut grid.rows[row.place];
        let number = |column: usize| match habit.amount(row.cell(column)) {
            Amount::Number(number) => Some(number),
            Amount::Nothing => Some(0.0),
            _ => None,
        };
        let sum: Option<f64> = parts.iter().map(|column| number(*column)).sum();
        if sum.zip(number(total)).is_some_and(|(sum, total)| total > 0.0 && (sum - total).abs() < CLOSE) {
            for column in &parts {
                if let Some(cell) = row.cells.get_mut(*column).filter(|cell| cell.is_empty()) {
                    *cell = Cell::Number(0.0);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_years_leave_out_ages_of_nobody() {
        let of = |labels: &[&str]| between(&labels.iter().copied().collect());
        assert_eq!(
            of(&["3", "4", "16", "94"]),
            ["0-2", "5-15", "17", "18-49", "50-66", "67-79", "80-93", "95+"]
        );
        assert!(of(&["0-17", "18+"]).is_empty() && of(&[]).is_empty());
    }
}

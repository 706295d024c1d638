//! Tables whose corner is what is counted, over ages: «BPA-brukere» beside years or sexes.

use super::ages::Ages;
use super::cells::Grid;
use super::headings::{Figures, Measure, Named, Role, role};

/// Fewest ages that make a column one of ages.
pub const FEWEST: usize = 2;

/// Headings whose corner is what is counted, over ages: «BPA-brukere» beside years or sexes. Their row, and its columns.
pub fn of_measure(grid: &Grid, named: &Named) -> Option<(usize, Vec<(Role, String)>)> {
    const SEARCHED: usize = 60;
    (0..grid.rows.len().min(SEARCHED)).find_map(|at| {
        let row = &grid.rows[at];
        let mut columns: Vec<(Role, String)> = row
            .cells
            .iter()
            .map(|cell| cell.text().into_owned())
            .map(|text| (if text.is_empty() { Role::Unread } else { role(&text, named) }, text))
            .collect();
        let corner = row.filled().next()?.0;
        let (Role::Figures(own), _) = columns[corner] else { return None };
        let counts = |own: Figures| {
            matches!(own.measure, Some(Measure::Recipients | Measure::Population | Measure::Persons))
        };
        let others = columns.iter_mut().skip(corner + 1).filter(|(_, text)| !text.is_empty());
        let mut found = 0;
        for (role, _) in others {
            if let Role::Figures(other) = role {
                let measure = other.measure.or(own.measure);
                *role = Role::Figures(Figures { measure, year: other.year.or(own.year), ..*other });
                found += 1;
            }
        }
        let below = grid.rows[at + 1..].iter().map(|row| row.cell(corner).text());
        let ages = below.filter(|text| of_ages(text)).count();
        columns[corner].0 = Role::Age;
        (counts(own) && own.ages.is_none() && found > 0 && ages >= FEWEST).then_some((at, columns))
    })
}

/// Whether a text says ages; a number alone does not.
pub fn of_ages(text: &str) -> bool {
    text.contains(|c: char| !c.is_ascii_digit()) && matches!(Ages::read(text), Some(Ages::Of(_)))
}

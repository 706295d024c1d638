//! The scheme in the year it is paid (scheme.md S1.8): what is earned in a year is paid some years after, and the first
//! years pay for costs before them.

/// What is paid in each year, øre: `opening` for costs before the first year, and what was `earned` in year t so many years
/// later as `lag` says of it. What would be paid after the last year is left out.
pub fn paid(earned: &[i64], opening: Vec<i64>, lag: impl Fn(usize) -> usize) -> Vec<i64> {
    let mut paid = opening;
    for (t, amount) in earned.iter().enumerate() {
        if let Some(when) = paid.get_mut(t + lag(t)) {
            *when += amount;
        }
    }
    paid
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A lag of one year becomes none in the third: that year pays twice.
    #[test]
    fn sv_09_the_year_of_the_switch_pays_twice() {
        let lag = |t| if t < 2 { 1 } else { 0 };
        assert_eq!(paid(&[100, 110, 120, 130], vec![90, 0, 0, 0], lag), [90, 100, 230, 130]);
    }
}

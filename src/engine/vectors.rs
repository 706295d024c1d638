//! Parameter vectors given beforehand, in place of drawn ones.
//!
//! A posterior has so many rows; a run with more draws begins them anew, with other persons.

/// Vectors that the draws of a run take in turn: draw d has row d, and after the last row the first comes again, with
/// persons that no draw before has had.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vectors {
    /// Positions of the parameters in the scenario's list of numbers; all others are drawn as ever.
    pub slots: Vec<usize>,
    /// Values as stated (own price year), a row a vector, in the order of `slots`; at least one.
    pub rows: Vec<Vec<f64>>,
}

impl Vectors {
    /// Puts a draw's values in place of what was drawn.
    pub fn put(&self, draw: usize, stated: &mut [f64]) {
        if let Some(row) = self.rows.get(draw % self.rows.len().max(1)) {
            self.slots.iter().zip(row).for_each(|(slot, value)| stated[*slot] = *value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_in_turn() {
        let vectors = Vectors { slots: vec![2, 0], rows: vec![vec![1.0, 2.0], vec![3.0, 4.0]] };
        let of = |draw: usize| {
            let mut stated = [9.0; 3];
            vectors.put(draw, &mut stated);
            stated
        };
        assert_eq!([of(0), of(1), of(2)], [[2.0, 9.0, 1.0], [4.0, 9.0, 3.0], [2.0, 9.0, 1.0]]);
        let mut untouched = [9.0; 3];
        Vectors::default().put(5, &mut untouched);
        assert_eq!(untouched, [9.0; 3]);
    }
}

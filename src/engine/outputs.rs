//! What a step leaves of a block of persons: columns of shares and of results, and what is summed by unit in rows.

use super::sums::{ByUnit, QUAD, QUADS, Quads};
use crate::population::{BLOCK, Column};

/// Marginal and average share by person.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub struct ShareColumns {
    /// π.
    pub marginal: Column,
    /// π̄.
    pub average: Column,
}

/// How the cases of a block are assessed.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub struct AssessmentColumns {
    /// Q: what budgets have taken.
    pub squeeze: Column,
    /// Ease of an award.
    pub ease: Column,
    /// Coverage, before any review.
    pub coverage: Column,
    /// Award hazard.
    pub hazard: Column,
}

impl AssessmentColumns {
    /// All zero.
    pub fn new() -> AssessmentColumns {
        const Z: Column = [0.0; BLOCK];
        AssessmentColumns { squeeze: Z, ease: Z, coverage: Z, hazard: Z }
    }
}

impl Default for AssessmentColumns {
    fn default() -> Self {
        AssessmentColumns::new()
    }
}

/// Results of a step, a column each; see [`super::sums`] for their meaning, and [`crate::behaviour::relatives::Care`]
/// for that of what passes from one loop of a step to the next.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
#[allow(missing_docs)]
pub struct Outputs {
    pub assessed: AssessmentColumns,
    pub recipient: Column,
    pub coverage: Column,
    pub granted: Column,
    pub running: Column,
    pub waiting: Column,
    pub without_bpa: Column,
    pub broken: Column,
    pub delivered: Column,
    pub traditional: Column,
    pub traditional_pool: Column,
    pub relatives_hours: Column,
    pub unmet: Column,
    pub each: Column,
    pub lost: Column,
    pub hazard: Column,
    pub sick: Column,
    pub strain: Column,
    pub leading: Column,
    pub relatives_out: Column,
    pub relatives_employed: Column,
    pub admissions: Column,
    pub deaths: Column,
    pub moves: Column,
    pub arena_hours: Column,
    pub refunded: Column,
    pub employed: Column,
    pub education: Column,
    /// What is summed by unit.
    pub rows: Quads,
}

impl Outputs {
    /// All zero.
    pub fn new() -> Outputs {
        const Z: Column = [0.0; BLOCK];
        Outputs {
            assessed: AssessmentColumns::new(),
            recipient: Z,
            coverage: Z,
            granted: Z,
            running: Z,
            waiting: Z,
            without_bpa: Z,
            broken: Z,
            delivered: Z,
            traditional: Z,
            traditional_pool: Z,
            relatives_hours: Z,
            unmet: Z,
            each: Z,
            lost: Z,
            hazard: Z,
            sick: Z,
            strain: Z,
            leading: Z,
            relatives_out: Z,
            relatives_employed: Z,
            admissions: Z,
            deaths: Z,
            moves: Z,
            arena_hours: Z,
            refunded: Z,
            employed: Z,
            education: Z,
            rows: [[[0.0; QUAD]; BLOCK]; QUADS],
        }
    }

    /// What the person in lane `i` adds to the unit's sum.
    pub fn adds(&self, column: ByUnit, i: usize) -> f64 {
        self.rows[column as usize / QUAD][i][column as usize % QUAD]
    }

    /// What the person in lane `i` adds to all of the unit's sums.
    pub fn row(&self, i: usize) -> [f64; ByUnit::COUNT] {
        std::array::from_fn(|column| self.rows[column / QUAD][i][column % QUAD])
    }
}

impl Default for Outputs {
    fn default() -> Self {
        Outputs::new()
    }
}

impl ShareColumns {
    /// All zero.
    pub fn new() -> ShareColumns {
        ShareColumns { marginal: [0.0; BLOCK], average: [0.0; BLOCK] }
    }
}

impl Default for ShareColumns {
    fn default() -> Self {
        ShareColumns::new()
    }
}

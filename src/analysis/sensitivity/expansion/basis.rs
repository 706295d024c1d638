//! The polynomials of all parameters at the draws of a run.

use super::polynomials::Polynomials;

/// Highest degree of one parameter.
const DEGREE: usize = 10;

/// A product of polynomials: places of parameters in the basis with a degree each, in the order of the places.
pub type Term = Vec<(usize, usize)>;

/// A parameter: its place in the scenario's list of numbers, and its value by draw, before any correlation.
pub struct Column<'a> {
    /// Place in the list.
    pub slot: usize,
    /// The quantile function.
    pub quantile: Box<dyn Fn(f64) -> f64 + 'a>,
    /// Value by draw.
    pub values: Vec<f64>,
}

/// The polynomials of all parameters, and their values by draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basis {
    /// Places of the parameters in the scenario's list of numbers.
    slots: Vec<usize>,
    polynomials: Vec<Polynomials>,
    /// By parameter and degree from 1 on, the values by draw.
    columns: Vec<Vec<Vec<f64>>>,
}

impl Basis {
    /// The basis of some parameters.
    pub fn new(factors: &[Column<'_>]) -> Basis {
        let polynomials: Vec<Polynomials> =
            factors.iter().map(|f| Polynomials::of(&f.quantile, DEGREE)).collect();
        let columns = factors
            .iter()
            .zip(&polynomials)
            .map(|(factor, own)| {
                let at: Vec<Vec<f64>> = factor.values.iter().map(|x| own.at(*x)).collect();
                (0..own.degrees()).map(|k| at.iter().map(|p| p[k]).collect()).collect()
            })
            .collect();
        Basis { slots: factors.iter().map(|f| f.slot).collect(), polynomials, columns }
    }

    /// How many parameters there are.
    pub fn factors(&self) -> usize {
        self.slots.len()
    }

    /// How many polynomials a parameter has.
    pub fn degrees(&self, factor: usize) -> usize {
        self.columns[factor].len()
    }

    /// The place of a parameter in the scenario's list of numbers.
    pub fn slot(&self, factor: usize) -> usize {
        self.slots[factor]
    }

    /// The parameter at a place of that list.
    pub fn factor(&self, slot: usize) -> Option<usize> {
        self.slots.iter().position(|own| *own == slot)
    }

    /// The polynomials of a parameter at one of its values.
    pub fn at(&self, factor: usize, value: f64) -> Vec<f64> {
        self.polynomials[factor].at(value)
    }

    /// A term in a draw.
    pub fn product(&self, term: &Term, draw: usize) -> f64 {
        term.iter().map(|(factor, degree)| self.columns[*factor][degree - 1][draw]).product()
    }

    /// A term in some draws.
    pub fn column(&self, term: &Term, draws: &[usize]) -> Vec<f64> {
        draws.iter().map(|draw| self.product(term, *draw)).collect()
    }
}

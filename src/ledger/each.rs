//! A number for each of several units: posted side by side, a vector of units takes hardly longer than one.

use super::whole;
use std::ops::{Add, Mul, Neg, Sub};

/// One number for each of `N` units. Kroner and sums are `f64`, whole øre `i64`; øre never wrap, they stop at the
/// largest number there is, which no account takes for an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Each<T, const N: usize>(pub [T; N]);

impl<T: Copy + Default, const N: usize> Each<T, N> {
    /// What `of` makes of each one's place. A loop, since what the library's own would call is not compiled for the
    /// wider vectors.
    #[inline(always)]
    pub fn of(of: impl Fn(usize) -> T) -> Each<T, N> {
        let mut each = [T::default(); N];
        for i in 0..N {
            each[i] = of(i);
        }
        Each(each)
    }

    /// Applies `of` to every number.
    #[inline(always)]
    pub fn map<U: Copy + Default>(self, of: impl Fn(T) -> U) -> Each<U, N> {
        Each::of(|i| of(self.0[i]))
    }

    /// Applies `of` to every pair of numbers.
    #[inline(always)]
    fn with<U: Copy, V: Copy + Default>(self, other: Each<U, N>, of: impl Fn(T, U) -> V) -> Each<V, N> {
        Each::of(|i| of(self.0[i], other.0[i]))
    }
}

impl<const N: usize> Each<f64, N> {
    /// Kroner to whole øre, half away from zero.
    #[inline(always)]
    pub fn ore(self) -> Each<i64, N> {
        self.map(|kroner| whole(kroner * 100.0))
    }
}

impl<const N: usize> Each<i64, N> {
    /// A share of whole amounts, rounded half away from zero.
    #[inline(always)]
    pub fn scaled(self, factor: impl Into<Each<f64, N>>) -> Each<i64, N> {
        self.with(factor.into(), |amount, factor| whole(amount as f64 * factor))
    }
}

/// The same number for every unit.
impl<T: Copy, const N: usize> From<T> for Each<T, N> {
    #[inline(always)]
    fn from(one: T) -> Each<T, N> {
        Each([one; N])
    }
}

impl<const N: usize> Mul for Each<f64, N> {
    type Output = Each<f64, N>;
    #[inline(always)]
    fn mul(self, by: Each<f64, N>) -> Each<f64, N> {
        self.with(by, |a, b| a * b)
    }
}

impl<const N: usize> Mul<f64> for Each<f64, N> {
    type Output = Each<f64, N>;
    #[inline(always)]
    fn mul(self, by: f64) -> Each<f64, N> {
        self.map(|x| x * by)
    }
}

impl<const N: usize> Mul<Each<f64, N>> for f64 {
    type Output = Each<f64, N>;
    #[inline(always)]
    fn mul(self, by: Each<f64, N>) -> Each<f64, N> {
        by.map(|x| self * x)
    }
}

impl<const N: usize> Add<Each<f64, N>> for f64 {
    type Output = Each<f64, N>;
    #[inline(always)]
    fn add(self, to: Each<f64, N>) -> Each<f64, N> {
        to.map(|x| self + x)
    }
}

impl<const N: usize> Add for Each<f64, N> {
    type Output = Each<f64, N>;
    #[inline(always)]
    fn add(self, more: Each<f64, N>) -> Each<f64, N> {
        self.with(more, |a, b| a + b)
    }
}

impl<const N: usize> Sub for Each<f64, N> {
    type Output = Each<f64, N>;
    #[inline(always)]
    fn sub(self, less: Each<f64, N>) -> Each<f64, N> {
        self.with(less, |a, b| a - b)
    }
}

impl<const N: usize> Add for Each<i64, N> {
    type Output = Each<i64, N>;
    #[inline(always)]
    fn add(self, more: Each<i64, N>) -> Each<i64, N> {
        self.with(more, i64::saturating_add)
    }
}

impl<const N: usize> Sub for Each<i64, N> {
    type Output = Each<i64, N>;
    #[inline(always)]
    fn sub(self, less: Each<i64, N>) -> Each<i64, N> {
        self.with(less, i64::saturating_sub)
    }
}

impl<const N: usize> Neg for Each<i64, N> {
    type Output = Each<i64, N>;
    #[inline(always)]
    fn neg(self) -> Each<i64, N> {
        self.map(i64::saturating_neg)
    }
}

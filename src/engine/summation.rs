//! How columns are added up: in lanes, in whole steps so that sums are exact, and counts of several kinds at once.

use crate::population::{BLOCK, Column};

/// Lanes of a vector sum; fixed, so that every instruction set adds in the same order.
pub const LANES: usize = 8;

/// A national sum, still in lanes.
pub type Lanes = [f64; LANES];

/// Rounds hours and shares of a person to 2⁻³² before they are added up, see [`whole_steps`].
pub const STEP_HOURS: f64 = 1.5 * (1u64 << 20) as f64;

/// Rounds a person's kroner to 2⁻²⁰, a millionth of a krone.
pub const STEP_KRONER: f64 = 1.5 * (1u64 << 32) as f64;

/// Rounds small shares of a person to 2⁻⁴⁰; their sum is exact up to eight thousand.
pub const STEP_SHARES: f64 = 1.5 * (1u64 << 12) as f64;

/// A number rounded to whole steps: next to so large a number there is no room for less. Sums of whole steps are
/// exact up to 2⁵³ steps (two million hours a week, eight billion kroner a year, of a unit), and so the same in
/// whatever order persons are added up: no figure of a model depends on who lives where under another.
#[inline(always)]
pub fn whole_steps(x: f64, large: f64) -> f64 {
    (x + large) - large
}

/// Adds `column · weight` in [`STEP_HOURS`] to several of the sums at once, each named by its place: while one waits
/// for its last addition, the others go on.
///
/// # Panics
/// If a sum is named twice.
#[inline(always)]
pub fn add<const N: usize, const SUMS: usize>(
    sums: &mut [Lanes; SUMS],
    products: [(usize, &Column, &Column); N],
) {
    add_each(sums, products, |x| whole_steps(x, STEP_HOURS));
}

/// The same for counts, which need no rounding.
///
/// # Panics
/// If a sum is named twice.
#[inline(always)]
pub fn count<const N: usize, const SUMS: usize>(
    sums: &mut [Lanes; SUMS],
    products: [(usize, &Column, &Column); N],
) {
    add_each(sums, products, |x| x);
}

#[inline(always)]
fn add_each<const N: usize, const SUMS: usize>(
    sums: &mut [Lanes; SUMS],
    products: [(usize, &Column, &Column); N],
    round: impl Fn(f64) -> f64,
) {
    let mut added = [[0.0; LANES]; N];
    for k in 0..N {
        for other in 0..k {
            assert!(products[k].0 != products[other].0, "a sum is named twice");
        }
        added[k] = sums[products[k].0];
    }
    for first in (0..BLOCK).step_by(LANES) {
        // By their numbers: only then does the compiler write the loop out and keep the sums in registers.
        for k in 0..N {
            let (_, column, weight) = products[k];
            for lane in 0..LANES {
                added[k][lane] += round(column[first + lane] * weight[first + lane]);
            }
        }
    }
    for k in 0..N {
        sums[products[k].0] = added[k];
    }
}

/// The lanes' total, in a fixed order: halves onto each other.
#[inline(always)]
pub fn total(l: &Lanes) -> f64 {
    ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
}

/// Counts of up to six kinds in one number: each kind has 8 bits of the 53 of a float, so that one addition counts
/// them all, exactly.
pub const KIND: [f64; 6] = [1.0, 256.0, 65_536.0, 16_777_216.0, 4_294_967_296.0, 1_099_511_627_776.0];

/// Flags of one person (0 or 1) in one number.
#[inline(always)]
pub fn packed(flags: [f64; 4]) -> f64 {
    flags[0] + flags[1] * KIND[1] + flags[2] * KIND[2] + flags[3] * KIND[3]
}

/// The counts in lanes of [`KIND`]s.
#[inline(always)]
pub fn unpacked(lanes: &Lanes) -> [f64; 6] {
    // Every other kind, with room for all lanes' counts beside each other.
    const EVERY_OTHER: u64 = 0x00ff_00ff_00ff;
    let (mut even, mut odd) = (0, 0);
    for lane in lanes {
        let bits = *lane as u64;
        even += bits & EVERY_OTHER;
        odd += (bits >> 8) & EVERY_OTHER;
    }
    std::array::from_fn(|kind| (([even, odd][kind % 2] >> (16 * (kind / 2))) & 0xffff) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_of_six_kinds_in_one_number() {
        let counts = [255.0, 0.0, 7.0, 128.0, 1.0, 200.0];
        let lane: f64 = counts.iter().zip(KIND).map(|(n, kind)| n * kind).sum();
        assert_eq!(unpacked(&[lane; LANES]), counts.map(|n| n * LANES as f64));
        let mut one = [0.0; LANES];
        one[3] = packed([1.0, 0.0, 1.0, 1.0]);
        assert_eq!(unpacked(&one), [1.0, 0.0, 1.0, 1.0, 0.0, 0.0]);
        assert_eq!(total(&[1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0]), 255.0);
    }

    /// Each lane has every eighth person's products, in the place of its sum; counts are added as they are.
    #[test]
    fn columns_are_added_lane_by_lane_to_the_sums_of_their_names() {
        let column: Column = std::array::from_fn(|i| 0.25 * i as f64);
        let weight: Column = std::array::from_fn(|i| 1.0 + (i % 3) as f64);
        let of = |lane: usize| (lane..BLOCK).step_by(LANES).map(|i| column[i] * weight[i]).sum::<f64>();
        let expected: Lanes = std::array::from_fn(of);
        let mut sums = [[1.0; LANES]; 3];
        add(&mut sums, [(2, &column, &weight), (0, &weight, &[0.0; BLOCK])]);
        assert_eq!(sums, [[1.0; LANES], [1.0; LANES], expected.map(|sum| 1.0 + sum)]);
        let mut counted = [[0.0; LANES]; 2];
        count(&mut counted, [(1, &column, &weight)]);
        assert_eq!(counted, [[0.0; LANES], expected]);
    }

    /// Hours, kroner and shares, above and below zero: what is less than half a step is no step.
    #[test]
    fn steps_are_of_the_size_that_is_said() {
        for (large, bits) in [(STEP_HOURS, 32), (STEP_KRONER, 20), (STEP_SHARES, 40)] {
            let step = 0.5f64.powi(bits);
            for whole in [0.0, 100.0, -100.0] {
                let near = [-0.6, -0.4, 0.4, 0.6]
                    .map(|part| (whole_steps(whole + part * step, large) - whole) / step);
                assert_eq!(near, [-1.0, 0.0, 0.0, 1.0], "{bits} {whole}");
            }
        }
    }

    proptest! {
        /// Whole steps add up to the same in any order, and none is further from its number than half a step.
        #[test]
        fn sums_of_whole_steps_do_not_depend_on_the_order(
            hours in proptest::collection::vec(-100.0f64..300.0, 2..200), turn in 0usize..200
        ) {
            let steps = |x: &f64| whole_steps(*x, STEP_HOURS);
            let straight: f64 = hours.iter().map(steps).sum();
            let mut turned = hours.clone();
            turned.rotate_left(turn % hours.len());
            turned.reverse();
            prop_assert_eq!(straight, turned.iter().map(steps).sum::<f64>());
            prop_assert!(hours.iter().all(|x| (steps(x) - x).abs() <= 0.5f64.powi(33)));
            let kroner = hours[0] * 1e4;
            prop_assert!((whole_steps(kroner, STEP_KRONER) - kroner).abs() <= 0.5f64.powi(21));
        }
    }
}

//! Keyed random numbers: the only place where randomness is made. A number is a function of
//! (seed, draw, replicate, who, year, purpose) and of nothing else, so that adding a model, a unit
//! or an output never changes a number, and every model meets the same world.
//!
//! The 128-bit counter of Philox4x32-10 holds: who (64 bits: cohort, class, serial and a hash of
//! the unit's id; for parameters a hash of the id), year and purpose (32), draw (32). The 64-bit
//! key holds the seed, mixed with the replicate.
//!
//! Yearly random numbers have 32 bits each; the changes of need and of the work deviate are a Box–Muller pair.

mod philox;

pub use philox::philox;

use rand::rand_core::{Infallible, TryRng};

/// The purpose of a random number. The numbers are part of the key: never renumber.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Purpose {
    /// Value of an uncertain parameter.
    Parameter = 1,
    /// A unit's recipient rate and generosity.
    UnitEffects = 2,
    /// Which unit a placed person belongs to.
    Placement = 3,
    /// Number and age classes of arrivals.
    Inflow = 4,
    /// Whether a year is good or bad for awards, for all.
    AwardShock = 5,
    /// Shock and noise of the refund scheme's volume in a year.
    Scheme = 6,
    /// Age, condition, number of relatives and their employment.
    PersonFirst = 10,
    /// Hours deviate, case-officer variation, whether there are other services and what they cost.
    PersonHours = 11,
    /// Relatives' exit and allowance; work-capable and excluded.
    PersonFlags = 12,
    /// Latent work and education deviates.
    PersonLatent = 13,
    /// Where need stands on its own path, how many years it goes on drifting, and who lives in a staffed home.
    PersonPath = 14,
    /// Death, award, exit and whether there is a break in a year.
    YearEvents = 20,
    /// Waiting time, length of break; change of need and of the work deviate.
    YearSizes = 21,
    /// Re-assessment at 18.
    Review = 24,
    /// Which draws a resample of an analysis holds.
    Resample = 40,
    /// What a backtest derives anew from the years known at its origin.
    Backtest = 41,
}

/// The key of a world: seed and replicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorldKey {
    key: [u32; 2],
    draw: u32,
}

/// Mixes 64 bits (the finaliser of SplitMix64).
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A stable 64-bit hash of an identifier (first eight bytes of BLAKE3).
pub fn hash_id(id: &str) -> u64 {
    let hash = blake3::hash(id.as_bytes());
    let mut first = [0u8; 8];
    first.copy_from_slice(&hash.as_bytes()[..8]);
    u64::from_le_bytes(first)
}

/// Two 32-bit words to a uniform number strictly between 0 and 1 (52 bits and a half).
#[inline(always)]
pub fn uniform(hi: u32, lo: u32) -> f64 {
    let bits = (u64::from(hi) << 32) | u64::from(lo);
    f64::from_bits((bits >> 12) | 0x3ff0_0000_0000_0000) - (1.0 - f64::EPSILON / 2.0)
}

/// One 32-bit word to a uniform number strictly between 0 and 1: the middle of one of 2³² steps.
#[inline(always)]
pub fn uniform_32(word: u32) -> f64 {
    (f64::from(word) + 0.5) * (1.0 / 4_294_967_296.0)
}

impl WorldKey {
    /// The world of a draw and replicate. Replicate 0 uses the seed as it is.
    pub fn new(seed: u64, draw: u32, replicate: u32) -> Self {
        let k = if replicate == 0 { seed } else { mix(seed ^ mix(u64::from(replicate))) };
        WorldKey { key: [k as u32, (k >> 32) as u32], draw }
    }

    /// Two uniform numbers for one purpose of one `who` (a person, unit or parameter) in a year.
    #[inline(always)]
    pub fn pair(&self, who: u64, year: i32, purpose: Purpose) -> [f64; 2] {
        let w = philox(self.counter(who, year, purpose as u32, 0), self.key);
        [uniform(w[0], w[1]), uniform(w[2], w[3])]
    }

    /// Four columns of uniform numbers for one purpose of many persons in a year, 32 bits each: one
    /// call of the generator gives all four.
    #[inline(always)]
    pub fn fill<const N: usize>(&self, who: &[u64; N], year: i32, purpose: Purpose, out: &mut [[f64; N]; 4]) {
        for i in 0..N {
            let w = philox(self.counter(who[i], year, purpose as u32, 0), self.key);
            for c in 0..4 {
                out[c][i] = uniform_32(w[c]);
            }
        }
    }

    /// The same, in new columns.
    #[inline(always)]
    pub fn columns<const N: usize>(&self, who: &[u64; N], year: i32, purpose: Purpose) -> [[f64; N]; 4] {
        let mut out = [[0.0; N]; 4];
        self.fill(who, year, purpose, &mut out);
        out
    }

    #[inline(always)]
    fn counter(&self, who: u64, year: i32, purpose: u32, block: u32) -> [u32; 4] {
        [who as u32, (who >> 32) as u32, (year as u32 & 0xffff) << 16 | block << 8 | purpose, self.draw]
    }

    /// A stream of numbers for one purpose, for distributions that need an unknown number of them.
    pub fn stream(&self, who: u64, year: i32, purpose: Purpose) -> Stream {
        let mut at = self.counter(who, year, purpose as u32, 0);
        at[2] |= 0xff00; // block 255 keeps streams apart from pairs
        Stream { key: self.key, at, next: 4, words: [0; 4] }
    }
}

/// A sequence of random words, as rand's generators are; for counts (Poisson) and placement.
#[derive(Clone, Debug)]
pub struct Stream {
    key: [u32; 2],
    at: [u32; 4],
    words: [u32; 4],
    next: usize,
}

impl Stream {
    /// The next uniform number strictly between 0 and 1.
    pub fn uniform(&mut self) -> f64 {
        let hi = self.word();
        uniform(hi, self.word())
    }
    fn word(&mut self) -> u32 {
        if self.next == 4 {
            self.words = philox(self.at, self.key);
            // The 64-bit "who" counts the blocks; its high half holds a hash, so no stream reaches another.
            let (low, carry) = self.at[0].overflowing_add(1);
            self.at[0] = low;
            self.at[1] = self.at[1].wrapping_add(u32::from(carry));
            self.next = 0;
        }
        self.next += 1;
        self.words[self.next - 1]
    }
}

impl TryRng for Stream {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(self.word())
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let low = u64::from(self.word());
        Ok(low | u64::from(self.word()) << 32)
    }
    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        for chunk in out.chunks_mut(4) {
            let bytes = self.word().to_le_bytes();
            chunk.copy_from_slice(&bytes[..chunk.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::Rng;

    #[test]
    fn a_number_depends_on_its_key_alone() {
        let w = WorldKey::new(7, 3, 0);
        let a = w.pair(42, 2024, Purpose::YearEvents);
        assert_eq!(a, w.pair(42, 2024, Purpose::YearEvents));
        for other in [
            w.pair(43, 2024, Purpose::YearEvents),
            w.pair(42, 2025, Purpose::YearEvents),
            w.pair(42, 2024, Purpose::YearSizes),
            WorldKey::new(8, 3, 0).pair(42, 2024, Purpose::YearEvents),
            WorldKey::new(7, 4, 0).pair(42, 2024, Purpose::YearEvents),
            WorldKey::new(7, 3, 1).pair(42, 2024, Purpose::YearEvents),
        ] {
            assert_ne!(a, other);
        }
    }

    #[test]
    fn uniform_numbers_stay_strictly_inside() {
        assert!(uniform(0, 0) > 0.0);
        assert!(uniform(u32::MAX, u32::MAX) < 1.0);
        assert!(uniform_32(0) > 0.0 && uniform_32(u32::MAX) < 1.0);
        let mut s = WorldKey::new(1, 0, 0).stream(9, 2024, Purpose::Inflow);
        let mean = (0..100_000).map(|_| s.uniform()).sum::<f64>() / 1e5;
        assert!((mean - 0.5).abs() < 4.0 * (1.0f64 / 12.0 / 1e5).sqrt());
        assert_ne!(s.next_u64(), s.next_u64());
    }
}

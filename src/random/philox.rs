//! Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw (2011),
//! "Parallel random numbers: as easy as 1, 2, 3", to its published test vectors.

/// Ten rounds of Philox4x32: 128 bits of counter and 64 bits of key to 128 random bits.
///
/// The words stand in the low halves of 64-bit numbers, where vector units multiply them; what
/// gathers in the high halves is never looked at.
#[inline(always)]
pub fn philox(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    const M0: u64 = 0xd251_1f53;
    const M1: u64 = 0xcd9e_8d57;
    const W0: u32 = 0x9e37_79b9;
    const W1: u32 = 0xbb67_ae85;
    const LOW: u64 = 0xffff_ffff;
    let (mut c0, mut c1) = (u64::from(counter[0]), u64::from(counter[1]));
    let (mut c2, mut c3) = (u64::from(counter[2]), u64::from(counter[3]));
    let [mut k0, mut k1] = key;
    for _ in 0..10 {
        let p0 = M0 * (c0 & LOW);
        let p1 = M1 * (c2 & LOW);
        (c0, c1, c2, c3) = ((p1 >> 32) ^ c1 ^ u64::from(k0), p1, (p0 >> 32) ^ c3 ^ u64::from(k1), p0);
        k0 = k0.wrapping_add(W0);
        k1 = k1.wrapping_add(W1);
    }
    [c0 as u32, c1 as u32, c2 as u32, c3 as u32]
}

#[cfg(test)]
mod tests {
    use super::philox;

    #[test]
    fn published_test_vectors() {
        let ones = u32::MAX;
        assert_eq!(philox([0; 4], [0; 2]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        assert_eq!(philox([ones; 4], [ones; 2]), [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
        assert_eq!(
            philox([0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0]),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }
}

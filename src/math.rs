//! Mathematics of the kernel: exp, ln, the normal distribution. Written as straight-line
//! arithmetic without branches or fused operations, so that the compiler vectorises it and every
//! instruction set gives the same bits; no C library takes part. Largest errors over the range
//! used are stated at each function and tested against `libm`.

const LN2_HI: f64 = 6.931_471_803_691_238e-1;
const LN2_LO: f64 = 1.908_214_929_270_587_7e-10;

/// e^x for |x| ≤ 708 (clamped outside). Relative error below 4·10⁻¹⁶.
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    // Adding this constant rounds to a whole number and leaves it, with the exponent's bias, in the low bits.
    const SHIFT: f64 = 6_755_399_441_055_744.0 + 1023.0;
    let x = x.clamp(-708.0, 708.0);
    let shifted = x * std::f64::consts::LOG2_E + SHIFT;
    let k = shifted - SHIFT;
    let r = (x - k * LN2_HI) - k * LN2_LO;
    // Taylor series of e^r − 1 − r over r²; |r| ≤ 0.3466.
    let mut p = 1.0 / 6_227_020_800.0;
    p = p * r + 1.0 / 479_001_600.0;
    p = p * r + 1.0 / 39_916_800.0;
    p = p * r + 1.0 / 3_628_800.0;
    p = p * r + 1.0 / 362_880.0;
    p = p * r + 1.0 / 40_320.0;
    p = p * r + 1.0 / 5_040.0;
    p = p * r + 1.0 / 720.0;
    p = p * r + 1.0 / 120.0;
    p = p * r + 1.0 / 24.0;
    p = p * r + 1.0 / 6.0;
    p = p * r + 0.5;
    let y = 1.0 + (r + r * r * p);
    y * f64::from_bits(shifted.to_bits() << 52)
}

/// Natural logarithm of a normal positive number. Relative error below 5·10⁻¹⁶.
#[inline(always)]
pub fn ln(x: f64) -> f64 {
    const SQRT_HALF: u64 = 0x3fe6_a09e_667f_3bcd;
    const BIAS: u64 = 1 << 11;
    let bits = x.to_bits();
    // k: the power of two that brings the mantissa into [√½, √2).
    let k = bits.wrapping_sub(SQRT_HALF).wrapping_add(BIAS << 52) >> 52;
    let m = f64::from_bits(bits.wrapping_sub(k.wrapping_sub(BIAS) << 52));
    let k = f64::from_bits(k | 0x4330_0000_0000_0000) - (4_503_599_627_370_496.0 + 2048.0);
    // ln m = 2 artanh s, s = (m − 1)/(m + 1), |s| ≤ 0.1716
    let f = m - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let mut p = 2.0 / 23.0;
    p = p * z + 2.0 / 21.0;
    p = p * z + 2.0 / 19.0;
    p = p * z + 2.0 / 17.0;
    p = p * z + 2.0 / 15.0;
    p = p * z + 2.0 / 13.0;
    p = p * z + 2.0 / 11.0;
    p = p * z + 2.0 / 9.0;
    p = p * z + 2.0 / 7.0;
    p = p * z + 2.0 / 5.0;
    p = p * z + 2.0 / 3.0;
    let tail = s * (z * p);
    // 2s = f − s·f exactly in mathematics; this form keeps the digits when f is small.
    k * LN2_HI + ((f - s * f) + (tail + k * LN2_LO))
}

/// ln(p / (1 − p)).
#[inline(always)]
pub fn logit(p: f64) -> f64 {
    ln(p / (1.0 - p))
}

/// Lower tail of the standard normal distribution at −|z|: Hart's rational approximation, |z| ≤ 7.07
/// (clamped to 7). Absolute error below 2·10⁻¹⁵.
#[inline(always)]
fn normal_tail(z: f64) -> f64 {
    let a = z.abs().min(7.0);
    let mut n = 3.526_249_659_989_11e-2;
    n = n * a + 0.700_383_064_443_688;
    n = n * a + 6.373_962_203_531_65;
    n = n * a + 33.912_866_078_383;
    n = n * a + 112.079_291_497_871;
    n = n * a + 221.213_596_169_931;
    n = n * a + 220.206_867_912_376;
    let mut d = 8.838_834_764_831_84e-2;
    d = d * a + 1.755_667_163_182_64;
    d = d * a + 16.064_177_579_207;
    d = d * a + 86.780_732_202_946_1;
    d = d * a + 296.564_248_779_674;
    d = d * a + 637.333_633_378_831;
    d = d * a + 793.826_512_519_948;
    d = d * a + 440.413_735_824_752;
    exp(-0.5 * a * a) * n / d
}

/// Standard normal distribution function. Absolute error below 2·10⁻¹⁵.
#[inline(always)]
pub fn normal_cdf(z: f64) -> f64 {
    let tail = normal_tail(z);
    if z < 0.0 { tail } else { 1.0 - tail }
}

/// logit(Φ(z)): turns a normal deviate into a logistic one, so that `Φ(z) < p` is `logistic(z) < logit(p)`.
#[inline(always)]
pub fn normal_to_logit(z: f64) -> f64 {
    let tail = normal_tail(z);
    let l = logit(tail);
    if z < 0.0 { l } else { -l }
}

/// Standard normal quantile (Wichura's AS 241), 0 < u < 1. Relative error below 10⁻¹⁵.
#[inline(always)]
pub fn normal_quantile(u: f64) -> f64 {
    let q = u - 0.5;
    let r = 0.180625 - q * q;
    let mut n = 2.509_080_928_730_122_7e3;
    n = n * r + 3.343_057_558_358_813e4;
    n = n * r + 6.726_577_092_700_87e4;
    n = n * r + 4.592_195_393_154_987e4;
    n = n * r + 1.373_169_376_550_946e4;
    n = n * r + 1.971_590_950_306_551_3e3;
    n = n * r + 1.331_416_678_917_843_8e2;
    n = n * r + 3.387_132_872_796_366_5;
    let mut d = 5.226_495_278_852_854e3;
    d = d * r + 2.872_908_573_572_194_3e4;
    d = d * r + 3.930_789_580_009_271e4;
    d = d * r + 2.121_379_430_158_659_7e4;
    d = d * r + 5.394_196_021_424_751e3;
    d = d * r + 6.871_870_074_920_579e2;
    d = d * r + 4.231_333_070_160_091e1;
    d = d * r + 1.0;
    let central = q * n / d;

    let p = if q < 0.0 { u } else { 1.0 - u };
    let t = (-ln(p.max(1e-300))).sqrt();
    let far = t > 5.0;
    let t = if far { t - 5.0 } else { t - 1.6 };
    let pick = |near: f64, beyond: f64| if far { beyond } else { near };
    let mut n = pick(7.745_450_142_783_414e-4, 2.010_334_399_292_288_1e-7);
    n = n * t + pick(2.272_384_498_926_918_4e-2, 2.711_555_568_743_487_6e-5);
    n = n * t + pick(2.417_807_251_774_506e-1, 1.242_660_947_388_078_4e-3);
    n = n * t + pick(1.270_458_252_452_368_4, 2.653_218_952_657_612_4e-2);
    n = n * t + pick(3.647_848_324_763_204_5, 2.965_605_718_285_048_7e-1);
    n = n * t + pick(5.769_497_221_460_691, 1.784_826_539_917_291_3);
    n = n * t + pick(4.630_337_846_156_546, 5.463_784_911_164_114);
    n = n * t + pick(1.423_437_110_749_683_5, 6.657_904_643_501_103);
    let mut d = pick(1.050_750_071_644_416_9e-9, 2.044_263_103_389_939_8e-15);
    d = d * t + pick(5.475_938_084_995_345e-4, 1.421_511_758_316_446e-7);
    d = d * t + pick(1.519_866_656_361_645_7e-2, 1.846_318_317_510_054_7e-5);
    d = d * t + pick(1.481_039_764_274_800_8e-1, 7.868_691_311_456_133e-4);
    d = d * t + pick(6.897_673_349_851e-1, 1.487_536_129_085_061_5e-2);
    d = d * t + pick(1.676_384_830_183_803_8, 1.369_298_809_227_358e-1);
    d = d * t + pick(2.053_191_626_637_759, 5.998_322_065_558_88e-1);
    d = d * t + 1.0;
    let tail = n / d;
    let tail = if q < 0.0 { -tail } else { tail };
    if q.abs() <= 0.425 { central } else { tail }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_and_ln_agree_with_libm_over_the_whole_range() {
        let (mut worst_exp, mut worst_ln) = (0.0f64, 0.0f64);
        for i in 0..400_000 {
            let x = -700.0 + 1400.0 * f64::from(i) / 399_999.0 + 1e-7;
            worst_exp = worst_exp.max((exp(x) / libm::exp(x) - 1.0).abs());
            let y = libm::exp(x);
            worst_ln = worst_ln.max((ln(y) / libm::log(y) - 1.0).abs());
            let near_one = 0.5 + f64::from(i) / 399_999.0 + 1e-9;
            worst_ln = worst_ln.max((ln(near_one) / libm::log(near_one) - 1.0).abs());
        }
        assert!(worst_exp < 4e-16, "exp {worst_exp:e}");
        assert!(worst_ln < 5e-16, "ln {worst_ln:e}");
    }

    #[test]
    fn the_normal_distribution_agrees_with_erfc_and_its_own_inverse() {
        let (mut worst_cdf, mut worst_inverse) = (0.0f64, 0.0f64);
        for i in 0..=130_000 {
            let z = -6.5 + f64::from(i) * 1e-4;
            let reference = 0.5 * libm::erfc(-z / std::f64::consts::SQRT_2);
            worst_cdf = worst_cdf.max((normal_cdf(z) - reference).abs());
            if z < 0.0 {
                worst_inverse = worst_inverse.max((normal_quantile(reference) - z).abs());
            }
        }
        assert!(worst_cdf < 2e-15, "cdf {worst_cdf:e}");
        assert!(worst_inverse < 2e-14, "inverse {worst_inverse:e}");
        assert!((normal_quantile(1e-16) + 8.222_082_216_130_435).abs() < 1e-12);
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-15);
        assert!(
            (normal_to_logit(1.0) - libm::log(0.841_344_746_068_543 / 0.158_655_253_931_457)).abs() < 1e-13
        );
    }
}

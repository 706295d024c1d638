//! Mathematics of the kernel: exp, ln, the normal distribution. Written as straight-line
//! arithmetic without branches or fused operations, so that the compiler vectorises it and every
//! instruction set gives the same bits; no C library takes part. Largest errors over the range
//! used are stated at each function and tested against correctly rounded values (tests/math).
//!
//! Bounds are compared in one instruction ([`Bounds`]); no number of the kernel is ever NaN.

/// The larger or smaller of two numbers, for numbers that are never NaN: one instruction on every
/// instruction set, where `f64::max` and `f64::min` take three for what NaN would mean.
pub trait Bounds {
    /// The number, but never below `low`.
    fn at_least(self, low: Self) -> Self;
    /// The number, but never above `high`.
    fn at_most(self, high: Self) -> Self;
}

impl Bounds for f64 {
    #[inline(always)]
    fn at_least(self, low: Self) -> Self {
        if self > low { self } else { low }
    }
    #[inline(always)]
    fn at_most(self, high: Self) -> Self {
        if self < high { self } else { high }
    }
}

const LN2_HI: f64 = 6.931_471_803_691_238e-1;
const LN2_LO: f64 = 1.908_214_929_270_587_7e-10;

/// `polynomial!(x; c₀, c₁, …)`: c₀ + c₁x + c₂x² + …, neighbouring terms first (Estrin 1960): a chain of sums a third
/// as long as Horner's, while the processor works on several at once. Without a loop, which would have to be
/// unrolled before the loop over persons can become one over vectors.
macro_rules! polynomial {
    (@pairs $x:ident; [$($done:expr),*]; $a:expr, $b:expr $(, $rest:expr)*) => {
        polynomial!(@pairs $x; [$($done,)* $a + $b * $x]; $($rest),*)
    };
    (@pairs $x:ident; [$($done:expr),*]; $($last:expr)?) => {
        polynomial!($x * $x; $($done,)* $($last)?)
    };
    ($x:expr; $sum:expr $(,)?) => {
        $sum
    };
    ($x:expr; $($c:expr),+ $(,)?) => {{
        let x = $x;
        polynomial!(@pairs x; []; $($c),+)
    }};
}

/// e^x for |x| ≤ 708 (clamped outside). Error at most one unit of the last place.
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    // Adding this constant rounds to a whole number and leaves it, with the exponent's bias, in the low bits.
    const SHIFT: f64 = 6_755_399_441_055_744.0 + 1023.0;
    let x = x.at_least(-708.0).at_most(708.0);
    let shifted = x * std::f64::consts::LOG2_E + SHIFT;
    let k = shifted - SHIFT;
    let r = (x - k * LN2_HI) - k * LN2_LO;
    // Chebyshev fit of (e^r − 1 − r) / r², |r| ≤ 0.3467, exact to 2·10⁻¹⁷ of e^r.
    let p = polynomial!(r; 0.500_000_000_000_000_1,
            0.166_666_666_666_666_69,
            0.041_666_666_666_624_04,
            0.008_333_333_333_330_055,
            0.001_388_888_891_725_875_9,
            0.000_198_412_698_630_882_55,
            2.480_152_122_598_643_2e-05,
            2.755_726_840_619_079_5e-06,
            2.762_012_171_738_193_3e-07,
            2.510_041_108_201_49e-08);
    let y = 1.0 + (r + r * r * p);
    y * f64::from_bits(shifted.to_bits() << 52)
}

/// Natural logarithm of a normal positive number. Error at most one unit of the last place.
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
    // Chebyshev fit of (2 artanh s / s − 2) / s², exact to 10⁻¹⁷.
    // The first term is added last: then only its rounding counts.
    let p = 0.666_666_666_666_667
        + z * polynomial!(z; 0.399_999_999_998_994_55,
                0.285_714_286_259_985_6,
                0.222_222_111_310_285_2,
                0.181_828_893_996_777_2,
                0.153_317_124_793_813_01,
                0.146_165_624_221_046_45);
    let tail = s * (z * p);
    // 2s = f − s·f exactly in mathematics; this form keeps the digits when f is small.
    k * LN2_HI + ((f - s * f) + (tail + k * LN2_LO))
}

/// ln(p / (1 − p)). Absolute error below 10⁻¹⁵.
#[inline(always)]
pub fn logit(p: f64) -> f64 {
    ln(p / (1.0 - p))
}

/// The [`logit`] of a share that may be none or all: −∞ or ∞ there.
pub fn logit_of_share(p: f64) -> f64 {
    match p {
        p if p <= 0.0 => f64::NEG_INFINITY,
        p if p >= 1.0 => f64::INFINITY,
        p => logit(p),
    }
}

/// Lower tail of the standard normal distribution at −|z|: Hart's rational approximation, |z| ≤ 7.07
/// (clamped to 7). Absolute error below 2·10⁻¹⁶.
#[inline(always)]
fn normal_tail(z: f64) -> f64 {
    let a = z.abs().at_most(7.0);
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

/// Standard normal distribution function. Absolute error below 2·10⁻¹⁶ for |z| ≤ 7.
#[inline(always)]
pub fn normal_cdf(z: f64) -> f64 {
    let tail = normal_tail(z);
    if z < 0.0 { tail } else { 1.0 - tail }
}

/// logit(Φ(z)): turns a normal deviate into a logistic one, so that `Φ(z) < p` is `logistic(z) < logit(p)`.
/// Rational approximation in z² (AAA of Nakatsukasa, Sète and Trefethen 2018, on values of 50 digits), |z| ≤ 7 (clamped
/// to 7). Absolute error below 10⁻¹⁴ for |z| ≤ 1.5, 10⁻¹² for |z| ≤ 3, 3·10⁻⁹ for all.
#[inline(always)]
pub fn normal_to_logit(z: f64) -> f64 {
    let z = z.at_least(-7.0).at_most(7.0);
    let w = z * z;
    let n = polynomial!(w; 1.595_769_121_605_727,
            0.319_192_261_510_029_6,
            4.275_863_701_905_646e-2,
            3.451_241_345_290_194_7e-3,
            2.004_400_147_995_012_5e-4,
            7.431_831_033_617_186e-6,
            1.669_717_376_182_714_4e-7,
            4.917_739_673_241_114e-10,
            -5.561_557_911_314_740_4e-11,
            -2.557_386_075_226_141e-13);
    let d = polynomial!(w; 1.0,
            0.154_484_162_813_540_6,
            1.980_615_356_252_435e-2,
            1.333_307_027_349_454_2e-3,
            7.233_189_230_940_24e-5,
            2.071_113_995_194_790_5e-6,
            3.835_118_758_776_988e-8,
            -4.744_437_942_256_57e-10,
            -1.033_095_389_395_591_6e-11,
            -1.054_762_378_509_611_4e-14);
    z * n / d
}

/// Standard normal quantile (Wichura's AS 241), 0 < u < 1. Error below 4.5 units of the last place.
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
    let t = (-ln(p.at_least(1e-300))).sqrt();
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

/// Two independent standard normal numbers from two uniform ones (Box and Muller 1958). Absolute error
/// below 10⁻¹⁴; for numbers that need not follow their uniform one by one.
#[inline(always)]
pub fn normal_pair(u: f64, v: f64) -> [f64; 2] {
    let radius = (-2.0 * ln(u)).sqrt();
    // sin and cos of πw, w in [−½, ½], by their Taylor series; then of the double angle 2πw.
    let w = v - 0.5;
    let x = std::f64::consts::PI * w;
    let y = x * x;
    let s = polynomial!(y; -1.0 / 6.0,
            1.0 / 120.0,
            -1.0 / 5_040.0,
            1.0 / 362_880.0,
            -1.0 / 39_916_800.0,
            1.0 / 6_227_020_800.0,
            -1.0 / 1_307_674_368_000.0,
            1.0 / 355_687_428_096_000.0,
            -1.0 / 121_645_100_408_832_000.0);
    let sin = x + x * y * s;
    let c = polynomial!(y; -0.5,
            1.0 / 24.0,
            -1.0 / 720.0,
            1.0 / 40_320.0,
            -1.0 / 3_628_800.0,
            1.0 / 479_001_600.0,
            -1.0 / 87_178_291_200.0,
            1.0 / 20_922_789_888_000.0,
            -1.0 / 6_402_373_705_728_000.0,
            1.0 / 2_432_902_008_176_640_000.0);
    let cos = 1.0 + y * c;
    [radius * (2.0 * sin * cos), radius * (1.0 - 2.0 * sin * sin)]
}

/// The value of the class that `x` is in: that of the last limit which `x` has reached, the first one below all. A
/// plain loop: an iterator's helpers are inlined only where the compiler happens to have them at hand.
#[inline(always)]
pub fn of_class<const N: usize>(limits: &[f64; N], values: &[f64; N], x: f64) -> f64 {
    let mut value = values[0];
    for class in 1..N {
        value = if x >= limits[class] { values[class] } else { value };
    }
    value
}

/// The nearest whole number, halves away from zero, as `f64::round` has it, in a few instructions where that calls the C
/// library: just under a half is added, since a half itself would lift what lies just below one.
#[inline(always)]
pub fn rounded(x: f64) -> i64 {
    (x + 0.5f64.next_down().copysign(x)) as i64
}

/// The whole part of 0 ≤ x < 2³²: without the checks of a cast, so that loops over columns vectorise.
#[inline(always)]
pub fn whole_part(x: f64) -> usize {
    // Above 2⁵² a number has no fraction, and its low bits are the whole part itself.
    ((x.floor() + 4_503_599_627_370_496.0).to_bits() as u32) as usize
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
    fn pairs_of_normal_numbers_are_those_of_sine_and_cosine() {
        let mut worst = 0.0f64;
        for i in 0..200_000u32 {
            let v = (f64::from(i) + 0.5) / 200_000.0;
            let u = (f64::from(i.wrapping_mul(7919) % 200_000) + 0.5) / 200_000.0;
            let [a, b] = normal_pair(u, v);
            let (radius, angle) = ((-2.0 * libm::log(u)).sqrt(), 2.0 * std::f64::consts::PI * (v - 0.5));
            worst =
                worst.max((a - radius * libm::sin(angle)).abs()).max((b - radius * libm::cos(angle)).abs());
        }
        assert!(worst < 1e-14, "{worst:e}");
    }

    #[test]
    fn rounding_is_that_of_the_standard_library() {
        let exact = [2.0f64.powi(51), 2.0f64.powi(52), 2.0f64.powi(53)];
        let near = [0.0, 0.5, 1.5, 2.5, 1e9 + 0.5, 123_456.789].into_iter().chain(exact);
        for x in near.flat_map(|x: f64| [x.next_down(), x, x.next_up(), x - 0.5, x + 0.5]) {
            for x in [x, -x] {
                assert_eq!(rounded(x), x.round() as i64, "{x:e}");
            }
        }
        assert_eq!([f64::INFINITY, f64::NAN].map(rounded), [i64::MAX, 0]);
    }

    #[test]
    fn a_class_begins_at_its_limit() {
        let of = |x| of_class(&[0.0, 18.0, 50.0], &[1.0, 2.0, 3.0], x);
        assert_eq!([-1.0, 17.9, 18.0, 49.9, 50.0, 120.0].map(of), [1.0, 1.0, 2.0, 2.0, 3.0, 3.0]);
    }

    #[test]
    fn whole_parts() {
        let cases = [0.0, 0.4, 0.5, 0.999_999_999, 1.0, 1.5, 2.5, 3.0, 399.999, 4_000_000_000.75];
        assert_eq!(cases.map(whole_part), [0, 0, 0, 0, 1, 1, 2, 3, 399, 4_000_000_000]);
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

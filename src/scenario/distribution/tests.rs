//! Distributions against closed forms, numerical integration and the statrs library.

use super::*;
use crate::text::Text;
use statrs::distribution::{Beta as SBeta, ContinuousCDF, Gamma as SGamma};

fn ok(d: Result<Distribution, Text>) -> Distribution {
    d.expect("legal in the test")
}

fn samples() -> Vec<Distribution> {
    vec![
        D::Fixed(3.5),
        ok(D::normal(0.035, 0.005)),
        ok(D::lognormal(18.0, 1.0)),
        ok(D::lognormal_from_mean(450_000.0, 750_000.0)),
        ok(D::beta(2.5, 1.3)),
        ok(D::beta(0.5, 0.7)),
        ok(D::beta(40.0, 3.0)),
        ok(D::pert(430.0, 500.0, 560.0)),
        ok(D::pert(0.0, 0.0, 1.0)),
        ok(D::pert(-0.08, 0.0, 0.08)),
        ok(D::triangular(0.6, 0.7, 0.8)),
        ok(D::triangular(0.0, 0.0, 2.0)),
        ok(D::uniform(-1.0, 4.0)),
        ok(D::gamma(2.5, 3.0)),
        ok(D::gamma(0.6, 10.0)),
        ok(D::gamma(1.0, 10.0)),
        ok(D::discrete(vec![3.0, 1.0, 2.0], vec![0.2, 0.5, 0.3])),
        ok(ok(D::normal(0.5, 0.3)).truncated(0.0, 1.0)),
        ok(ok(D::normal(1.0, 2.0)).truncated(0.0, f64::INFINITY)),
        ok(ok(D::lognormal(18.0, 1.0)).truncated(1.0, 168.0)),
        ok(ok(D::pert(0.0, 0.3, 1.0)).truncated(0.2, 0.9)),
        ok(ok(D::triangular(0.0, 0.3, 1.0)).truncated(0.2, 0.9)),
        ok(ok(D::uniform(0.0, 1.0)).truncated(0.2, 2.0)),
        ok(ok(D::gamma(2.5, 3.0)).truncated(1.0, 9.0)),
        ok(ok(D::beta(2.0, 3.0)).truncated(0.1, 0.6)),
        ok(ok(D::discrete(vec![1.0, 2.0, 3.0], vec![0.2, 0.3, 0.5])).truncated(2.0, 5.0)),
    ]
}

/// ∫ f over (0, 1) by the tanh–sinh rule, which bears singular ends.
fn integrate(f: impl Fn(f64) -> f64) -> f64 {
    let h = 1.0 / 64.0;
    let (mut sum, mut mass) = (0.0, 0.0);
    for i in -400..=400 {
        let t = f64::from(i) * h;
        let g = std::f64::consts::FRAC_PI_2 * t.sinh();
        let u = 1.0 / (1.0 + (-2.0 * g).exp());
        let w = h * std::f64::consts::FRAC_PI_2 * t.cosh() / (2.0 * g.cosh() * g.cosh());
        if w > 1e-18 && u > 0.0 && u < 1.0 {
            sum += w * f(u);
            mass += w;
        }
    }
    assert!((mass - 1.0).abs() < 1e-12);
    sum
}

#[test]
fn mean_and_sd_agree_with_integrals_over_the_quantiles() {
    for d in samples() {
        if matches!(d, D::Discrete { .. }) {
            continue; // steps: no smooth integral; the draws of V-A06 test it
        }
        let mean = integrate(|u| d.quantile(u));
        let sd = integrate(|u| (d.quantile(u) - d.mean()).powi(2)).sqrt();
        assert!((mean - d.mean()).abs() < 1e-6 * (1e-3 + d.mean().abs()), "{d}: mean {mean} {}", d.mean());
        assert!((sd - d.sd()).abs() <= 1e-4 * (1e-6 + d.sd()), "{d}: sd {sd} {}", d.sd());
    }
}

#[test]
fn quantile_and_cdf_are_inverse_of_each_other_and_rise() {
    for d in samples() {
        let mut last = f64::NEG_INFINITY;
        for i in 1..2000 {
            let u = f64::from(i) / 2000.0;
            let x = d.quantile(u);
            assert!(x >= last, "{d} at {u}");
            last = x;
            let (lo, hi) = d.support();
            assert!(x >= lo && x <= hi);
            if !matches!(d, D::Discrete { .. } | D::Fixed(_)) {
                assert!((d.cdf(x) - u).abs() < 1e-12, "{d} at {u}: {}", d.cdf(x));
            }
        }
        assert_eq!(d.quantile(0.0), d.support().0);
        assert_eq!(d.quantile(1.0), d.support().1);
    }
}

#[test]
fn beta_and_gamma_agree_with_an_independent_library() {
    for (a, b) in [(1.0, 5.0), (2.6, 3.4), (3.0, 3.0), (0.4, 2.0), (1.5, 4.5), (30.0, 2.0), (500.0, 800.0)] {
        let oracle = SBeta::new(a, b).expect("legal");
        let ours = special::Beta::new(a, b);
        for i in 1..100 {
            let x = f64::from(i) / 100.0;
            assert!((ours.cdf(x) - oracle.cdf(x)).abs() < 2e-12, "beta({a},{b}) at {x}");
            let q = ours.quantile(x);
            assert!((oracle.cdf(q) - x).abs() < 2e-12, "beta({a},{b}) quantile of {x}");
        }
        for u in [1e-15, 1e-9, 1e-5, 1.0 - 1e-9] {
            let q = ours.quantile(u);
            assert!((ours.cdf(q) / u - 1.0).abs() < 1e-11, "beta({a},{b}) quantile of {u}");
        }
    }
    for k in [0.3, 1.0, 2.5, 17.0, 400.0] {
        let oracle = SGamma::new(k, 1.0).expect("legal");
        let ours = special::Gamma::new(k);
        for i in 1..100 {
            let u = f64::from(i) / 100.0;
            let q = ours.quantile(u);
            assert!((oracle.cdf(q) - u).abs() < 1e-11, "gamma({k}) quantile of {u}");
        }
    }
}

/// V-A06: a million keyed draws of each have the mean and spread of the closed form.
#[test]
fn v_a06_draws_have_the_moments_of_the_closed_form() {
    const N: u32 = 1_000_000;
    for (number, d) in samples().iter().enumerate() {
        let (lo, hi) = d.support();
        let (mean, sd) = (d.mean(), d.sd());
        let (mut s1, mut s2, mut s4, mut inside) = (0.0, 0.0, 0.0, true);
        let (mut low, mut high) = (0u32, 0u32);
        for i in 0..N {
            let x = d.quantile(keyed(number as u64, i));
            inside &= x >= lo && x <= hi;
            let z = x - mean;
            s1 += z;
            s2 += z * z;
            s4 += z * z * z * z;
            if let D::LogNormal { median, sigma } = d {
                low += u32::from(x < median * libm::exp(-sigma));
                high += u32::from(x < median * libm::exp(*sigma));
            }
        }
        let n = f64::from(N);
        assert!(inside, "{d}: a draw outside the support");
        assert!((s1 / n).abs() <= 4.0 * sd / n.sqrt() + 1e-12, "{d}: mean off by {}", s1 / n);
        // The standard error of the sample variance, from the sample's own fourth moment.
        let variance = s2 / n;
        let error = ((s4 / n - variance * variance) / n).sqrt();
        assert!((variance - sd * sd).abs() <= 4.0 * error + 1e-12, "{d}: sd {} for {sd}", variance.sqrt());
        if matches!(d, D::LogNormal { .. }) {
            for (count, p) in [(low, 0.158_655_253_931_457), (high, 0.841_344_746_068_543)] {
                let share = f64::from(count) / n;
                assert!((share - p).abs() <= 4.0 * (p * (1.0 - p) / n).sqrt(), "{d}: {share} for {p}");
            }
        }
    }
}

/// A uniform number from a key: a counter mixed by the finaliser of SplitMix64.
fn keyed(stream: u64, i: u32) -> f64 {
    let mut z = (stream << 32 | u64::from(i)).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((z ^ (z >> 31)) >> 12) as f64 / (1u64 << 52) as f64 + 1e-17
}

/// V-A07: without spread every distribution is the constant itself, to the bit.
#[test]
fn v_a07_degenerate_distributions_are_constants() {
    for d in [
        ok(D::pert(0.3, 0.3, 0.3)),
        ok(D::triangular(0.3, 0.3, 0.3)),
        ok(D::uniform(0.3, 0.3)),
        ok(D::normal(0.3, 0.0)),
        ok(D::lognormal(0.3, 0.0)),
        ok(D::lognormal_from_mean(0.3, 0.0)),
        ok(D::discrete(vec![0.3], vec![1.0])),
        D::Pert { min: 0.3, mode: 0.3, max: 0.3 },
        D::Normal { mean: 0.3, sd: 0.0 },
    ] {
        assert!(d.is_fixed());
        for u in [1e-9, 0.2, 0.5, 0.999] {
            assert_eq!(d.quantile(u).to_bits(), 0.3f64.to_bits(), "{d}");
        }
    }
    assert_eq!(ok(D::pert(0.3, 0.3, 0.3)), D::Fixed(0.3));
}

#[test]
fn what_makes_no_sense_is_refused() {
    assert!(D::pert(3.0, 2.0, 4.0).is_err());
    assert!(D::pert(f64::NAN, 2.0, 4.0).is_err());
    assert!(D::uniform(2.0, 1.0).is_err());
    assert!(D::normal(0.0, -1.0).is_err());
    assert!(D::normal(0.0, f64::INFINITY).is_err());
    assert!(D::lognormal(-1.0, 1.0).is_err());
    assert!(D::beta(0.0, 1.0).is_err());
    assert!(D::gamma(1.0, 0.0).is_err());
    assert!(D::discrete(vec![1.0, 2.0], vec![0.5, 0.4]).is_err());
    assert!(D::discrete(vec![1.0], vec![0.5, 0.5]).is_err());
    assert!(ok(D::normal(0.0, 1.0)).truncated(50.0, 60.0).is_err());
    assert!(ok(D::normal(0.0, 1.0)).truncated(2.0, 1.0).is_err());
}

#[test]
fn shown_as_a_user_would_write_it() {
    assert_eq!(ok(D::pert(430.0, 500.0, 560.0)).to_string(), "{ pert = [430, 500, 560] }");
    assert_eq!(D::Fixed(0.8).to_string(), "0.8");
    let cut = ok(ok(D::normal(0.5, 0.25)).truncated(0.0, 1.0));
    assert_eq!(cut.to_string(), "{ normal = [0.5, 0.25], truncate = [0, 1] }");
}

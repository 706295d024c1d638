//! The kernel's mathematics against correctly rounded values (see `reference.py`), over the whole range.

use bpasim::math;
use std::collections::BTreeMap;

/// Largest error of each function over the reference, in units of the last place of the right value, and
/// absolute.
fn errors() -> BTreeMap<&'static str, (f64, f64)> {
    let mut worst: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for line in include_str!("reference.csv").lines().filter(|l| !l.starts_with('#')) {
        let [name, x, right] = line.split(',').collect::<Vec<_>>().try_into().expect("three columns");
        let number = |hex: &str| f64::from_bits(u64::from_str_radix(hex, 16).expect("hexadecimal"));
        let (x, right) = (number(x), number(right));
        let own = match name {
            "exp" => math::exp(x),
            "ln" => math::ln(x),
            "logit" => math::logit(x),
            "normal_cdf" => math::normal_cdf(x),
            "normal_quantile" => math::normal_quantile(x),
            "normal_to_logit" => math::normal_to_logit(x),
            other => panic!("{other}"),
        };
        let place = f64::from_bits(right.abs().to_bits() + 1) - right.abs();
        let error = (own - right).abs();
        let entry = worst.entry(name).or_default();
        *entry = (entry.0.max(error / place), entry.1.max(error));
    }
    worst
}

/// What the functions' documentation says of their largest error.
#[test]
fn errors_stay_below_what_is_stated() {
    let worst = errors();
    assert!(worst["exp"].0 < EXP, "{worst:#?}");
    assert!(worst["ln"].0 < LN, "{worst:#?}");
    assert!(worst["logit"].1 < LOGIT, "{worst:#?}");
    assert!(worst["normal_cdf"].1 < NORMAL_CDF, "{worst:#?}");
    assert!(worst["normal_quantile"].0 < NORMAL_QUANTILE, "{worst:#?}");
    assert!(worst["normal_to_logit"].1 < NORMAL_TO_LOGIT, "{worst:#?}");
}

/// Units of the last place.
const EXP: f64 = 1.01;
const LN: f64 = 1.01;
const NORMAL_QUANTILE: f64 = 4.5;
/// Absolute.
const LOGIT: f64 = 1e-15;
const NORMAL_CDF: f64 = 2e-16;
const NORMAL_TO_LOGIT: f64 = 3e-9;

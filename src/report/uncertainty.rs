//! An uncertain number in words: between which values, which is likeliest, where nine of ten draws lie, and a small sketch.

use super::display_unit::DisplayUnit;
use super::quantity::Quantity;
use crate::scenario::distribution::Distribution;
use crate::text::number::{NBSP, percent, placed};
use crate::text::{Lang, say};

/// Characters along a sketch.
const COLUMNS: usize = 40;
/// Heights of a column.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Between which quantiles a distribution without ends is sketched.
const SKETCHED: [f64; 2] = [0.005, 0.995];
/// Between which quantiles nine of ten draws lie.
const NINE_OF_TEN: [f64; 2] = [0.05, 0.95];

/// A number as it was written, in its unit.
fn exact(x: f64, unit: DisplayUnit, lang: Lang) -> String {
    // What adding up leaves of zero is zero.
    Quantity::known(unit, if x.abs() < 1e-9 { 0.0 } else { x }).number(lang)
}

/// The mean, in round words, with the ends of nine of ten draws where it is uncertain.
fn in_round_words(d: &Distribution, unit: DisplayUnit) -> Quantity {
    if d.is_fixed() {
        return Quantity::known(unit, d.mean());
    }
    let [low, high] = NINE_OF_TEN.map(|u| d.quantile(u));
    let told = Quantity::assumed(unit, d.mean(), (low, high));
    // Whole numbers have no decimals.
    if d.is_whole() { told.whole() } else { told }
}

/// Mean and, where it is uncertain, the ends of nine of ten draws, no finer than a tenth of how far apart they are: where a
/// dial stands, «498 [457; 538]».
pub fn short(d: &Distribution, lang: Lang) -> String {
    if d.is_fixed() { exact(d.mean(), DisplayUnit::NUMBER, lang) } else { interval(d, 0, lang) }
}

/// The same of a share, in per cent: «46 [26; 66]».
pub fn short_percent(d: &Distribution, lang: Lang) -> String {
    if d.is_fixed() {
        // A share times a hundred is not exact, and nobody wrote more digits than these.
        return exact((d.mean() * 1e8).round() / 1e6, DisplayUnit::NUMBER, lang);
    }
    interval(d, 2, lang)
}

fn interval(d: &Distribution, shift: i32, lang: Lang) -> String {
    let [low, high] = NINE_OF_TEN.map(|u| d.quantile(u));
    let spread = high - low;
    let place = if spread > 0.0 { spread.log10().floor() as i32 - 1 } else { 0 };
    // Whole numbers have no decimals.
    let place = if d.is_whole() { place.max(0) } else { place };
    let [low, high, mean] = [low, high, d.mean()].map(|x| placed(x, shift, place + shift, lang));
    format!("{mean} [{low};{NBSP}{high}]")
}

/// An assumption as the register tells it, in round words and in the unit that readers are told it in: «500 [460; 540]», shares in
/// per cent.
pub fn of_assumption(d: &Distribution, unit: &str, lang: Lang) -> String {
    in_unit(d, DisplayUnit::of_assumption(unit), lang)
}

/// A certain number of such an assumption.
pub fn number_of_assumption(x: f64, unit: &str, lang: Lang) -> String {
    exact(x, DisplayUnit::of_assumption(unit), lang)
}

fn in_unit(d: &Distribution, unit: DisplayUnit, lang: Lang) -> String {
    if d.is_fixed() {
        return exact(d.mean(), unit, lang);
    }
    let told = in_round_words(d, unit);
    format!("{} {}", told.number(lang), told.interval(lang)).trim_end().to_string()
}

/// The shape alone: «mellom 0,15 og 0,8, mest trolig 0,45».
fn shape(d: &Distribution, unit: DisplayUnit, lang: Lang) -> String {
    use Distribution as D;
    let of = |x: &f64| exact(*x, unit, lang);
    match d {
        D::Fixed(x) => lang.say(say::ShapeFixed { value: of(x) }),
        D::Pert { min, mode, max } | D::Triangular { min, mode, max } => {
            lang.say(say::ShapePeak { low: of(min), high: of(max), mode: of(mode) })
        }
        D::Uniform { min, max } => lang.say(say::ShapeUniform { low: of(min), high: of(max) }),
        D::Normal { mean, .. } => lang.say(say::ShapeNormal { mean: of(mean) }),
        D::LogNormal { median, .. } => lang.say(say::ShapeSkewed { median: of(median) }),
        D::Beta { .. } => lang.say(say::ShapeBetween { low: of(&0.0), high: of(&1.0) }),
        D::Gamma { .. } => say::SHAPE_ABOVE_ZERO.get(lang).to_string(),
        D::Discrete { values, weights } => {
            let each = values.iter().zip(weights);
            let each =
                each.map(|(x, w)| lang.say(say::ShapeOne { value: of(x), share: percent(*w, 0, lang) }));
            each.collect::<Vec<_>>().join(", ")
        }
        D::Truncated { inner, lo, hi } => {
            let inner = shape(inner, unit, lang);
            lang.say(say::ShapeCut { inner, low: of(lo), high: of(hi) })
        }
    }
}

/// The whole sentence of an assumption, in the unit that readers are told it in.
pub fn sentence(d: &Distribution, unit: &str, lang: Lang) -> String {
    let unit = DisplayUnit::of_assumption(unit);
    let shape = shape(d, unit, lang);
    if d.is_fixed() || matches!(d, Distribution::Discrete { .. }) {
        return shape;
    }
    let told = in_round_words(d, unit);
    let [low, high, mean] = [d.quantile(NINE_OF_TEN[0]), d.quantile(NINE_OF_TEN[1]), told.value]
        .map(|x| told.with(x).number(lang));
    lang.say(say::ShapeAndDraws { shape, low, high, mean })
}

/// How likely the values are, as columns of a height each, with a scale below: ├ and ┤ stand where nine of ten draws end, ┼ at
/// the mean. Nothing where there are no values between others.
pub fn sketch(d: &Distribution, unit: &str, lang: Lang) -> Vec<String> {
    let unit = DisplayUnit::of_assumption(unit);
    if d.is_fixed() || d.is_whole() || matches!(d, Distribution::Discrete { .. }) {
        return Vec::new();
    }
    let (low, high) = d.support();
    let [first, last] = [(low, SKETCHED[0]), (high, SKETCHED[1])]
        .map(|(end, u)| if end.is_finite() { end } else { d.quantile(u) });
    let width = (last - first) / COLUMNS as f64;
    let below: Vec<f64> = (0..=COLUMNS).map(|i| d.cdf(first + width * i as f64)).collect();
    let shares: Vec<f64> = below.windows(2).map(|ends| (ends[1] - ends[0]).max(0.0)).collect();
    let most = shares.iter().copied().fold(0.0, f64::max);
    if most <= 0.0 || !most.is_finite() {
        return Vec::new();
    }
    let column = |share: &f64| match share / most * HEIGHTS.len() as f64 {
        nothing if nothing < 0.02 => ' ',
        height => HEIGHTS[(height.ceil() as usize).clamp(1, HEIGHTS.len()) - 1],
    };
    let place = |x: f64| (((x - first) / width) as usize).min(COLUMNS - 1);
    let [from, to] = NINE_OF_TEN.map(|u| place(d.quantile(u)));
    let mut scale = vec!['·'; COLUMNS];
    scale[from..=to].fill('─');
    scale[place(d.mean())] = '┼';
    (scale[from], scale[to]) = ('├', '┤');
    let [left, right] = [first, last].map(|x| {
        let fine = (last - first).log10().floor() as i32 - 1;
        let shift = -unit.scale.digits();
        if x == low || x == high { exact(x, unit, lang) } else { placed(x, shift, fine + shift, lang) }
    });
    let room = COLUMNS.saturating_sub(left.chars().count());
    let drawn: String = shares.iter().map(column).collect();
    vec![drawn.trim_end().to_string(), scale.into_iter().collect(), format!("{left}{right:>room$}")]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pert() -> Distribution {
        Distribution::Pert { min: 0.15, mode: 0.45, max: 0.8 }
    }

    #[test]
    fn a_distribution_is_a_sentence() {
        let nb = sentence(&pert(), "ratio", Lang::Nb);
        assert_eq!(
            nb,
            "mellom 0,15 og 0,8, mest trolig 0,45; ni av ti trekninger mellom 0,26 og 0,66, i gjennomsnitt 0,46"
        );
        assert!(
            sentence(&pert(), "ratio", Lang::En)
                .starts_with("between 0.15 and 0.8, most likely 0.45; nine of ten")
        );
        assert_eq!(sentence(&Distribution::Fixed(67.0), "ratio", Lang::Nb), "67 i alle trekninger");
        let price = Distribution::Pert { min: 430.0, mode: 500.0, max: 560.0 };
        assert_eq!(short(&price, Lang::Nb), "498 [457;\u{a0}538]");
        assert_eq!(of_assumption(&price, "NOK/h", Lang::Nb), "500 [460;\u{a0}540]");
        assert_eq!(of_assumption(&pert(), "share", Lang::Nb), "46 [26;\u{a0}66]");
        assert_eq!(of_assumption(&Distribution::Fixed(0.935), "share", Lang::En), "93.5");
        let two = Distribution::Discrete { values: vec![0.0, 2.0], weights: vec![0.3, 0.7] };
        assert_eq!(
            sentence(&two, "ratio", Lang::Nb),
            "0 i 30\u{a0}% av trekningene, 2 i 70\u{a0}% av trekningene"
        );
        let cut = Distribution::Truncated {
            inner: Box::new(Distribution::Normal { mean: 1.0, sd: 1.0 }),
            lo: 0.0,
            hi: 3.0,
        };
        assert!(sentence(&cut, "ratio", Lang::Nb).contains("kuttet til mellom 0 og 3; ni av ti"));
    }

    #[test]
    fn a_sketch_is_highest_where_values_are_likeliest() {
        let lines = sketch(&pert(), "ratio", Lang::Nb);
        assert_eq!(lines.len(), 3);
        let columns: Vec<char> = lines[0].chars().collect();
        // The middle of the highest: several columns share the last step of height.
        let highest: Vec<usize> = (0..columns.len()).filter(|i| columns[*i] == '█').collect();
        let top = highest[highest.len() / 2];
        assert!((15..22).contains(&top), "{lines:?}");
        let height = |i: usize| HEIGHTS.iter().position(|h| Some(h) == columns.get(i));
        assert!(height(3) < height(10) && height(10) < height(top) && height(35) < height(28), "{lines:?}");
        assert!(lines[1].starts_with('·') && lines[1].contains('├') && lines[1].contains('┼'), "{lines:?}");
        assert!(lines[2].starts_with("0,15") && lines[2].ends_with("0,8"), "{lines:?}");
        assert!(lines.iter().all(|line| line.chars().count() <= COLUMNS), "{lines:?}");
        assert!(sketch(&Distribution::Fixed(1.0), "ratio", Lang::Nb).is_empty());
        let flat = sketch(&Distribution::Uniform { min: 0.0, max: 1.0 }, "ratio", Lang::Nb);
        assert_eq!(flat[0], "█".repeat(COLUMNS));
        // Without ends of its own it is cut where next to nothing is left.
        assert_eq!(sketch(&Distribution::LogNormal { median: 10.0, sigma: 0.5 }, "ratio", Lang::Nb).len(), 3);
    }
}

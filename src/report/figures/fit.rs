//! Numbers along an axis that neither lie on each other nor leave it.

use super::plot::{axis, text_width, tick_labels};
use crate::text::Lang;
use crate::text::number::Scale;

/// Least room between two numbers.
const APART: f64 = 8.0;
/// Most and fewest numbers along a short axis.
const MOST: usize = 5;
const FEWEST: usize = 2;

/// Ends of a short axis, and each number along it with its label.
type Numbers = ((f64, f64), Vec<(f64, String)>);

/// An axis so many units wide: as many round numbers as stand beside each other, and no fewer than two.
pub fn numbers((low, high): (f64, f64), wide: f64, scale: Scale, lang: Lang) -> Numbers {
    let with = |count: usize| {
        let (ends, at) = axis(low, high, count);
        let labels = tick_labels(&at, scale, lang);
        (ends, at.into_iter().zip(labels).collect::<Vec<_>>())
    };
    let fits = |((from, to), at): &Numbers| {
        let step = at.windows(2).map(|two| two[1].0 - two[0].0).fold(f64::INFINITY, f64::min);
        let widest = at.iter().map(|(_, label)| text_width(label)).fold(0.0, f64::max);
        at.len() >= FEWEST && step / (to - from) * wide >= widest + APART
    };
    let enough = |own: &Numbers| own.1.len() >= FEWEST;
    let all: Vec<Numbers> = (1..=MOST).rev().map(with).collect();
    let best = all.iter().find(|own| fits(own)).or(all.iter().rev().find(|own| enough(own)));
    best.cloned().unwrap_or_else(|| with(MOST))
}

/// The middle of a label at a place, moved so that all of it stands between two ends.
pub fn within(x: f64, label: &str, (left, right): (f64, f64)) -> f64 {
    let half = text_width(label) / 2.0;
    x.min(right - half).max(left + half)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A narrow panel of a large range, and one of a range far from zero.
    #[test]
    fn two_numbers_or_more_stand_beside_each_other() {
        for range in [(-4_000e6, 21_600e6), (-1_810e6, -1_560e6), (77_000e6, 104_000e6), (0.0, 19_000e6)] {
            let ((from, to), at) = numbers(range, 137.0, Scale::Million, Lang::Nb);
            assert!(at.len() >= 2, "{range:?}: {at:?}");
            let place = |x: f64| (x - from) / (to - from) * 137.0;
            for two in at.windows(2) {
                let room = place(two[1].0) - place(two[0].0);
                assert!(room >= (text_width(&two[0].1) + text_width(&two[1].1)) / 2.0, "{range:?}: {at:?}");
            }
        }
        let (low, high) = (within(3.0, "20 000", (0.0, 137.0)), within(135.0, "20 000", (0.0, 137.0)));
        assert!(low - text_width("20 000") / 2.0 >= 0.0 && high + text_width("20 000") / 2.0 <= 137.0);
    }
}

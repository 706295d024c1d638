//! Bars of functions whose effects are known by hand.

use super::*;
use crate::math::normal_quantile;
use crate::scenario::distribution::Distribution;

fn scalar(id: &str, distribution: Distribution) -> Scalar {
    Scalar { id: id.into(), parameter: 0, distribution, with: None }
}

/// y = 3a + b·c with a ~ N(1, 2), b ~ U(0, 2), c ~ N(0, 1): at the medians c is 0, so b does nothing there.
#[test]
fn ends_by_hand() {
    let scalars = [
        scalar("a", Distribution::Normal { mean: 1.0, sd: 2.0 }),
        scalar("b", Distribution::Uniform { min: 0.0, max: 2.0 }),
        scalar("c", Distribution::Normal { mean: 0.0, sd: 1.0 }),
        scalar("unused", Distribution::Uniform { min: 0.0, max: 1.0 }),
        scalar("fixed", Distribution::Fixed(1.0)),
    ];
    let drawn = |d: usize| vec![0.0, 1.0, if d == 0 { 1.0 } else { 3.0 }, 0.5, 1.0];
    let mut asked = 0;
    let mut ask = |points: &[EvaluationPoint]| {
        asked += points.len();
        Ok(points
            .iter()
            .map(|p| 3.0 * p.stated[0] + p.stated[1] * p.stated[2] + f64::from(p.persons))
            .collect())
    };
    let size = TornadoSize::of_draws(3, 2);
    let t = tornado(&scalars, size, &drawn, None, &mut ask).unwrap();
    assert_eq!((t.worlds, asked), (worlds(&scalars, size), t.worlds));
    assert_eq!(t.median, 3.0 + 1.0);
    assert_eq!(t.inert, ["unused"]);
    assert_eq!((t.tried, t.missing), (5, 0));
    let z = 2.0 * normal_quantile(0.9);
    let of = |id: &str| t.bars.iter().find(|b| b.parameter == id).unwrap();
    assert_eq!(t.bars[0].parameter, "a");
    for effects in [of("a").median, of("a").random] {
        assert!((effects[0][0] + 3.0 * z).abs() < 1e-12 && (effects[1][0] - 3.0 * z).abs() < 1e-12);
        assert!(effects[1][1] < 1e-12);
    }
    assert_eq!(of("b").median, [[0.0; 2]; 2]);
    // From 1 to 1.8 at c = 1 and 3: 0.8 and 2.4.
    assert!((of("b").random[1][0] - 1.6).abs() < 1e-12 && (of("b").random[1][1] - 0.8).abs() < 1e-12);
}

/// y = 3a + 2ab with b on average 0, though 0.5 in the draws: a control that is 2ab takes that away, and its error with it.
#[test]
fn a_control_takes_away_what_the_draws_have_by_chance() {
    struct Product;
    impl Control for Product {
        fn in_draw(&self, slot: usize, value: f64, draw: usize) -> f64 {
            if slot == 0 { 2.0 * value * (0.4 + 0.2 * draw as f64) } else { 0.0 }
        }
        fn on_average(&self, _: usize, _: f64) -> f64 {
            0.0
        }
    }
    let scalars = [
        scalar("a", Distribution::Uniform { min: 0.0, max: 1.0 }),
        scalar("b", Distribution::Uniform { min: -1.0, max: 1.0 }),
    ];
    let drawn = |d: usize| vec![0.3, 0.4 + 0.2 * d as f64];
    let mut ask = |points: &[EvaluationPoint]| {
        Ok(points.iter().map(|p| 3.0 * p.stated[0] + 2.0 * p.stated[0] * p.stated[1]).collect())
    };
    let size = TornadoSize::of_draws(1, 2);
    let mut of_a = |control: Option<&dyn Control>| {
        let found = tornado(&scalars, size, &drawn, control, &mut ask).unwrap();
        found.bars.into_iter().find(|bar| bar.parameter == "a").unwrap()
    };
    let (plain, controlled) = (of_a(None), of_a(Some(&Product)));
    assert!((plain.random[1][0] - 0.4 * 4.0).abs() < 1e-9 && plain.span_error > 0.05, "{plain:?}");
    assert!((controlled.random[1][0] - 0.4 * 3.0).abs() < 1e-9, "{controlled:?}");
    assert!(controlled.span_error < 1e-12, "{controlled:?}");
    assert_eq!(controlled.median, plain.median);
}

#[test]
fn a_figure_that_does_not_exist_is_not_the_same() {
    let scalars = [scalar("a", Distribution::Uniform { min: 0.0, max: 1.0 })];
    let size = TornadoSize::of_draws(1, 2);
    let mut never = |points: &[EvaluationPoint]| Ok(vec![f64::NAN; points.len()]);
    let t = tornado(&scalars, size, &|_| vec![0.5], None, &mut never).unwrap();
    assert!(t.inert.is_empty() && t.bars.is_empty() && t.unknown == ["a"], "{t:?}");
    assert_eq!(t.missing, t.worlds);
    // It exists in one world of two: that one is told, and that the other lacks it.
    let mut seldom = |points: &[EvaluationPoint]| {
        Ok(points.iter().map(|p| if p.persons == 0 { p.stated[0] } else { f64::NAN }).collect())
    };
    let t = tornado(&scalars, size, &|_| vec![0.5], None, &mut seldom).unwrap();
    assert!(t.inert.is_empty() && (t.bars[0].span() - 0.8).abs() < 1e-12, "{t:?}");
    assert_eq!(t.missing, 4);
}

/// Two bars of which a few draws show the wrong one in front: a·u₁ with a = 1 and b·u₂ with b = 1.2, where the u of the
/// first draws are turned so that b looks shorter. More draws put it right; a short bar is left as it was.
#[test]
fn draws_follow_from_what_the_order_needs() {
    let uniform = |id: &str| scalar(id, Distribution::Uniform { min: 0.0, max: 1.0 });
    let scalars = [uniform("a"), uniform("b"), uniform("short")];
    let noise = |d: usize| if d < 8 { 0.5 } else { 1.2 + 0.2 * ((d % 2) as f64 - 0.5) };
    let drawn = |d: usize| vec![0.5, 0.5, d as f64];
    let figure = |p: &EvaluationPoint| {
        let d = p.persons as usize;
        p.stated[0] + noise(d) * p.stated[1] + 1e-3 * p.stated[2].min(1.0)
    };
    let mut ask = |points: &[EvaluationPoint]| Ok(points.iter().map(figure).collect());
    let few = tornado(&scalars, TornadoSize::of_draws(0, 8), &drawn, None, &mut ask).unwrap();
    assert_eq!((few.bars[0].parameter.as_str(), few.draws), ("a", [8, 8]));
    // The error of b is 0 in its first draws: it is the errors that lead, so some noise is in them.
    let noise = |d: usize| if d < 8 { 0.5 + 0.4 * (d % 2) as f64 } else { 1.2 + 0.2 * (d % 2) as f64 };
    let figure = |p: &EvaluationPoint| {
        let d = p.persons as usize;
        p.stated[0] + noise(d) * p.stated[1] + 1e-3 * p.stated[2].min(1.0)
    };
    let mut ask = |points: &[EvaluationPoint]| Ok(points.iter().map(figure).collect());
    let size = TornadoSize { median: 0, random: 8, most: 256 };
    let found = tornado(&scalars, size, &drawn, None, &mut ask).unwrap();
    let draws = |id: &str| found.bars.iter().find(|b| b.parameter == id).unwrap().draws;
    assert_eq!((found.bars[0].parameter.as_str(), found.unsettled), ("b", 0), "{found:?}");
    assert!(draws("b") > 8 && draws("a") == 8 && draws("short") == 8, "{found:?}");
    assert!(found.bars.iter().all(|b| b.span_error <= LENGTH_ERROR * b.span()), "{found:?}");
    assert_eq!(found.draws, [8, draws("b")]);
}

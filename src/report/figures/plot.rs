//! Drawing kit for figures: axes, lines, bands, bars, marks and labels as SVG elements.
//!
//! Drawn here and not by a plotting library because a figure must follow the page: colours come from the style
//! sheet (dark mode, forced colours, print), every series has dash, mark or pattern as well as colour, and text
//! stays text. The libraries at hand write fixed colours and know no patterns.

use crate::text::Lang;
use crate::text::number::{Scale, placed};
use maud::{Markup, html};

/// Width of every figure, in its own units.
pub const WIDTH: f64 = 800.0;
/// Size of letters.
const LETTER: f64 = 14.0;
/// Series that look different from each other.
pub const LOOKS: usize = 6;

/// A coordinate, short.
pub fn c(x: f64) -> String {
    let text = format!("{:.1}", x + 0.0);
    text.strip_suffix(".0").map_or(text.clone(), str::to_string)
}

/// Width of a text, roughly.
pub fn text_width(text: &str) -> f64 {
    text.chars().count() as f64 * LETTER * 0.54
}

/// The numbers at an axis: about `count` round ones that span `low` to `high`.
pub fn ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
    let span = if high > low { high - low } else { low.abs().max(1.0) };
    let rough = span / count.max(1) as f64;
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|f| f * power).find(|s| *s >= rough).unwrap_or(power);
    let first = (low / step).floor() as i64;
    let last = (high / step).ceil() as i64;
    (first..=last).map(|i| i as f64 * step).collect()
}

/// Share of an axis that is left free beyond the numbers drawn, so that nothing lies on its ends.
const FREE: f64 = 0.04;

/// An axis that ends where the numbers end: its ends, and the round numbers between them.
pub fn axis(low: f64, high: f64, count: usize) -> ((f64, f64), Vec<f64>) {
    let span = if high > low { high - low } else { low.abs().max(1.0) };
    let free = |end: f64| if end == 0.0 { 0.0 } else { span * FREE };
    let ends = (low - free(low), low.max(high).max(low + span) + free(high));
    let inside = |x: &f64| *x >= ends.0 - span * 1e-9 && *x <= ends.1 + span * 1e-9;
    let of = |count: usize| -> Vec<f64> { ticks(low, high, count).into_iter().filter(inside).collect() };
    // One number alone tells no scale.
    let finer = (count..=2 * count).map(of).find(|between| between.len() > 1);
    (ends, finer.unwrap_or_else(|| of(count)))
}

/// Labels of ticks with the decimals their step needs.
pub fn tick_labels(ticks: &[f64], scale: Scale, lang: Lang) -> Vec<String> {
    let shift = -scale.digits();
    let step = ticks.windows(2).map(|w| w[1] - w[0]).fold(f64::INFINITY, f64::min) * 10_f64.powi(shift);
    let place = if step >= 1.0 { 0 } else { step.log10().floor().clamp(-4.0, -1.0) as i32 };
    ticks.iter().map(|x| placed(*x, shift, place, lang)).collect()
}

/// A figure with two axes.
pub struct Plot {
    height: f64,
    frame: [f64; 4],
    x: (f64, f64),
    y: (f64, f64),
    body: Vec<Markup>,
}

impl Plot {
    /// A plot of a height with room to the left and right of its frame, over ranges of x and y.
    pub fn new(height: f64, left: f64, right: f64, x: (f64, f64), y: (f64, f64)) -> Plot {
        Plot { height, frame: [left, 24.0, WIDTH - right, height - 48.0], x, y, body: Vec::new() }
    }

    /// A plot in a part of a drawing: left, top, right and bottom of its frame.
    pub fn in_frame(frame: [f64; 4], x: (f64, f64), y: (f64, f64)) -> Plot {
        Plot { height: 0.0, frame, x, y, body: Vec::new() }
    }

    /// What was drawn, as a part of a drawing.
    pub fn part(self) -> Markup {
        html! { @for element in &self.body { (element) } }
    }

    /// Left, top, right and bottom of the frame.
    pub fn frame(&self) -> [f64; 4] {
        self.frame
    }

    /// Place of a value along the width.
    pub fn at_x(&self, x: f64) -> f64 {
        let [left, _, right, _] = self.frame;
        left + (x - self.x.0) / (self.x.1 - self.x.0) * (right - left)
    }

    /// Place of a value along the height.
    pub fn at_y(&self, y: f64) -> f64 {
        let [_, top, _, bottom] = self.frame;
        bottom - (y - self.y.0) / (self.y.1 - self.y.0) * (bottom - top)
    }

    /// Adds an element.
    pub fn add(&mut self, element: Markup) {
        self.body.push(element);
    }

    /// A text.
    pub fn text(&mut self, x: f64, y: f64, anchor: &str, class: &str, text: &str) {
        self.add(html! { text x=(c(x)) y=(c(y)) text-anchor=(anchor) class=(class) { (text) } });
    }

    /// The horizontal axis with its name below.
    pub fn x_axis(&mut self, ticks: &[(f64, String)], name: &str) {
        let [left, top, right, bottom] = self.frame;
        for (value, label) in ticks {
            let x = self.at_x(*value);
            self.add(html! { line x1=(c(x)) x2=(c(x)) y1=(c(top)) y2=(c(bottom)) class="grid" {} });
            self.text(x, bottom + 18.0, "middle", "tick", label);
        }
        self.add(html! { line x1=(c(left)) x2=(c(right)) y1=(c(bottom)) y2=(c(bottom)) class="axis" {} });
        self.text((left + right) / 2.0, bottom + 38.0, "middle", "name", name);
    }

    /// The vertical axis with its name above.
    pub fn y_axis(&mut self, ticks: &[(f64, String)], name: &str) {
        let [left, top, right, _] = self.frame;
        for (value, label) in ticks {
            let y = self.at_y(*value);
            let class = if *value == 0.0 { "axis" } else { "grid" };
            self.add(html! { line x1=(c(left)) x2=(c(right)) y1=(c(y)) y2=(c(y)) class=(class) {} });
            self.text(left - 8.0, y + 5.0, "end", "tick", label);
        }
        self.text(0.0, top - 10.0, "start", "name", name);
    }

    /// A line through points, in the look of a series.
    pub fn line(&mut self, points: &[(f64, f64)], look: usize) {
        let path = self.path(points.iter().copied());
        self.add(html! { path d=(path) class=(format!("line s{}", look % LOOKS)) {} });
    }

    /// The area between two curves over the same x, in the look of a series.
    pub fn band(&mut self, points: &[(f64, f64, f64)], look: usize) {
        // Of few draws there is no interval, and a path that only closes is none.
        if points.is_empty() {
            return;
        }
        let there = points.iter().map(|(x, low, _)| (*x, *low));
        let back = points.iter().rev().map(|(x, _, high)| (*x, *high));
        let path = format!("{}Z", self.path(there.chain(back)));
        self.add(html! { path d=(path) class=(format!("band f{}", look % LOOKS)) {} });
    }

    /// The edge of a band.
    pub fn rim(&mut self, points: &[(f64, f64)], look: usize) {
        let path = self.path(points.iter().copied());
        self.add(html! { path d=(path) class=(format!("rim s{}", look % LOOKS)) {} });
    }

    /// A line across the height at a value, told beside its top; on the side that has room.
    pub fn guide(&mut self, x: f64, label: &str) {
        let [left, top, right, bottom] = self.frame;
        let at = self.at_x(x);
        self.add(html! { line x1=(c(at)) x2=(c(at)) y1=(c(top)) y2=(c(bottom)) class="guide" {} });
        let room = at + 5.0 + text_width(label) <= right + 4.0 || at - left < right - at;
        let (place, anchor) = if room { (at + 5.0, "start") } else { (at - 5.0, "end") };
        self.text(place, top + 11.0, anchor, "small", label);
    }

    fn path(&self, points: impl Iterator<Item = (f64, f64)>) -> String {
        let mut path = String::new();
        for (i, (x, y)) in points.enumerate() {
            let letter = if i == 0 { 'M' } else { 'L' };
            path.push_str(&format!("{letter}{} {}", c(self.at_x(x)), c(self.at_y(y))));
        }
        path
    }

    /// The mark of a series at a point.
    pub fn mark(&mut self, x: f64, y: f64, look: usize) {
        let element = mark(self.at_x(x), self.at_y(y), look, 4.5);
        self.add(element);
    }

    /// Names at the right end of lines, kept from covering each other.
    pub fn end_labels(&mut self, ends: &[(f64, usize, String)]) {
        let mut order: Vec<(f64, usize, &str)> =
            ends.iter().map(|(y, look, text)| (self.at_y(*y), *look, text.as_str())).collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0));
        let gap = LETTER * 1.25;
        for i in 1..order.len() {
            order[i].0 = order[i].0.max(order[i - 1].0 + gap);
        }
        let over = order.last().map_or(0.0, |last| (last.0 - self.frame[3]).max(0.0));
        let x = self.frame[2] + 10.0;
        for (y, look, text) in order {
            let y = y - over;
            self.add(mark(x + 4.0, y, look, 4.5));
            self.text(x + 14.0, y + 5.0, "start", &format!("label t{}", look % LOOKS), text);
        }
    }

    /// The finished drawing.
    pub fn done(self, id: &str, alt: &str) -> String {
        drawing(id, alt, self.height, html! { @for element in &self.body { (element) } })
    }
}

/// The mark of a series: circle, square, triangle, diamond, ring, cross.
pub fn mark(x: f64, y: f64, look: usize, r: f64) -> Markup {
    let look = look % LOOKS;
    let class = format!("mark f{look} s{look}");
    match look {
        0 => html! { circle cx=(c(x)) cy=(c(y)) r=(c(r)) class=(class) {} },
        1 => html! { rect x=(c(x - r)) y=(c(y - r)) width=(c(2.0 * r)) height=(c(2.0 * r)) class=(class) {} },
        2 => {
            let d = format!(
                "M{} {}L{} {}L{} {}Z",
                c(x),
                c(y - r * 1.2),
                c(x + r * 1.2),
                c(y + r),
                c(x - r * 1.2),
                c(y + r)
            );
            html! { path d=(d) class=(class) {} }
        }
        3 => {
            let d = format!(
                "M{} {}L{} {}L{} {}L{} {}Z",
                c(x),
                c(y - r * 1.3),
                c(x + r * 1.3),
                c(y),
                c(x),
                c(y + r * 1.3),
                c(x - r * 1.3),
                c(y)
            );
            html! { path d=(d) class=(class) {} }
        }
        4 => html! { circle cx=(c(x)) cy=(c(y)) r=(c(r)) class=(format!("mark open s{look}")) {} },
        _ => {
            let d = format!(
                "M{} {}L{} {}M{} {}L{} {}",
                c(x - r),
                c(y - r),
                c(x + r),
                c(y + r),
                c(x - r),
                c(y + r),
                c(x + r),
                c(y - r)
            );
            html! { path d=(d) class=(format!("mark open s{look}")) {} }
        }
    }
}

/// Fill of a part of a bar: a pattern in the colour of the part.
pub fn fill(id: &str, part: usize) -> String {
    format!("url(#{id}-p{})", part % LOOKS)
}

/// The patterns of a figure: plain, stripes, dots, stripes the other way, grid, horizontal lines.
pub fn patterns(id: &str) -> Markup {
    html! {
        defs {
            @for part in 0..LOOKS {
                pattern id=(format!("{id}-p{part}")) width="8" height="8" patternUnits="userSpaceOnUse" {
                    rect width="8" height="8" class=(format!("wash f{part}")) {}
                    @match part {
                        0 => { rect width="8" height="8" class=(format!("solid f{part}")) {} }
                        1 => { path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" class=(format!("hatch s{part}")) {} }
                        2 => { circle cx="4" cy="4" r="1.8" class=(format!("f{part}")) {} }
                        3 => { path d="M-2 6L2 10M0 0L8 8M6 -2L10 2" class=(format!("hatch s{part}")) {} }
                        4 => { path d="M0 4H8M4 0V8" class=(format!("hatch s{part}")) {} }
                        _ => { path d="M0 2H8M0 6H8" class=(format!("hatch s{part}")) {} }
                    }
                }
            }
        }
    }
}

/// A drawing with its name for those who do not see it.
pub fn drawing(id: &str, alt: &str, height: f64, body: Markup) -> String {
    sized(id, alt, (WIDTH, height), body)
}

/// The same in a width of its own.
pub fn sized(id: &str, alt: &str, (width, height): (f64, f64), body: Markup) -> String {
    let view = format!("0 0 {} {}", c(width), c(height));
    let title = format!("{id}-alt");
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(view) role="img" aria-labelledby=(title) class="figure" {
            title id=(title) { (alt) }
            (patterns(id))
            (body)
        }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_cover_the_range() {
        assert_eq!(ticks(0.0, 97.0, 5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(-3.0, 4.0, 4), [-4.0, -2.0, 0.0, 2.0, 4.0]);
        assert!(ticks(5.0, 5.0, 4).len() > 1);
        let labels = tick_labels(&[0.0, 0.5e6, 1e6], Scale::Million, Lang::Nb);
        assert_eq!(labels, ["0,0", "0,5", "1,0"]);
    }

    #[test]
    fn an_axis_ends_where_the_numbers_end() {
        let ((low, high), between) = axis(-1.0, 97.0, 5);
        assert!(low < -1.0 && low > -6.0 && high > 97.0 && high < 102.0);
        assert_eq!(between, [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        // Where nothing is, the axis is still one.
        let ((low, high), between) = axis(0.0, 0.0, 4);
        assert!(low == 0.0 && high > 0.5 && between.contains(&0.0), "{between:?}");
        assert_eq!(axis(0.0, 83.0, 4).1, [0.0, 50.0]);
        // One number alone would tell no scale.
        assert_eq!(axis(-348.0, 340.0, 3).1, [-200.0, 0.0, 200.0]);
    }

    #[test]
    fn what_a_user_wrote_does_no_harm() {
        let mut plot = Plot::new(200.0, 50.0, 50.0, (0.0, 1.0), (0.0, 1.0));
        plot.end_labels(&[(0.5, 0, "<script>alert(1)</script>".into())]);
        let svg = plot.done("x", "\"><script>");
        assert!(!svg.contains("<script>"), "{svg}");
    }
}

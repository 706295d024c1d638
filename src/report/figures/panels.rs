//! Small multiples over years: a panel a model on one common axis, so that nothing lies on top of anything else.

use super::plot::{LOOKS, Plot, WIDTH, axis, c, text_width, tick_labels};
use crate::report::display_unit::DisplayUnit;
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::{Lang, say};
use maud::{Markup, html};

/// A curve in a panel: its values by year, the band around them, and what it is called at its end.
pub struct Curve {
    /// Year, and the number with its interval.
    pub points: Vec<(i32, Quantity)>,
    /// Whether the band is drawn.
    pub band: bool,
    /// Name at its end; empty where the panel's own name says it.
    pub name: String,
    /// The look of its line.
    pub look: usize,
}

/// A panel: its name and its curves.
pub struct Panel {
    /// Name above it.
    pub name: String,
    /// The curves.
    pub curves: Vec<Curve>,
}

/// Room for numbers at the left, for numbers or names at the right of every panel.
const LEFT: f64 = 56.0;
/// Room for them at the left of a panel further right, beside what the panel before it is called at its end.
const OWN: f64 = 52.0;
/// Room above the first row, for the name of the axis.
const TOP: f64 = 26.0;
/// Room above a panel for its name, and below it for the years.
const HEAD: f64 = 26.0;
const FOOT: f64 = 34.0;

/// Panels beside each other, and the height of a panel's frame: fewer panels are larger.
fn arrangement(panels: usize) -> (usize, f64) {
    match panels {
        1 => (1, 260.0),
        2 | 4 => (2, 210.0),
        _ => (3, 170.0),
    }
}

/// A panel that needs so many times the room of every other has an axis of its own, where there are at least
/// [`COMMON`] panels; on a common one the rest could not be read.
const APART: f64 = 2.5;
const COMMON: usize = 3;

/// An axis of values: its ends, the numbers along it and their labels.
struct Values {
    range: (f64, f64),
    at: Vec<(f64, String)>,
}

impl Values {
    fn new(ends: &[(f64, f64)], unit: DisplayUnit, lang: Lang) -> Values {
        let (low, high) = ends.iter().fold((0.0_f64, 0.0_f64), |(a, b), (x, y)| (a.min(*x), b.max(*y)));
        let (range, at) = axis(low, high, 5);
        let labels = tick_labels(&at, unit.scale, lang);
        Values { range, at: at.into_iter().zip(labels).collect() }
    }
}

/// Between what a panel's curves lie.
fn extent(panel: &Panel) -> (f64, f64) {
    let ends = panel.curves.iter().flat_map(|curve| {
        let span = |q: &Quantity| q.interval.filter(|_| curve.band).unwrap_or((q.value, q.value));
        curve.points.iter().map(move |(_, q)| span(q))
    });
    ends.fold((0.0_f64, 0.0_f64), |(a, b), (x, y)| (a.min(x), b.max(y)))
}

/// Which panels have an axis of their own.
fn apart(extents: &[(f64, f64)]) -> Vec<bool> {
    let size = |(low, high): &(f64, f64)| high.max(-low);
    let mut order: Vec<usize> = (0..extents.len()).collect();
    order.sort_by(|a, b| size(&extents[*b]).total_cmp(&size(&extents[*a])));
    let mut apart = vec![false; extents.len()];
    for pair in order.windows(2).take(extents.len().saturating_sub(COMMON - 1)) {
        if size(&extents[pair[0]]) <= APART * size(&extents[pair[1]]) {
            break;
        }
        apart[pair[0]] = true;
    }
    apart
}

/// The panels, on a common axis as far as they can be read on one: what is drawn, and its height. `right` is the room for
/// names at the ends of curves.
pub fn panels(
    presenter: &Presenter<'_>,
    unit: DisplayUnit,
    axis_name: &str,
    panels: &[Panel],
    right: f64,
) -> (Markup, f64) {
    let (columns, height) = arrangement(panels.len());
    let extents: Vec<(f64, f64)> = panels.iter().map(extent).collect();
    let own = apart(&extents);
    let shared: Vec<(f64, f64)> =
        extents.iter().zip(&own).filter(|(_, own)| !**own).map(|(extent, _)| *extent).collect();
    let common = Values::new(&shared, unit, presenter.lang());
    let width = (WIDTH - LEFT) / columns as f64;
    let one = |place: usize, panel: &Panel| {
        let (column, row) = (place % columns, place / columns);
        let left = LEFT + column as f64 * width;
        let top = TOP + HEAD + row as f64 * (HEAD + height + FOOT);
        let column_right = left + width - right;
        let alone = own[place].then(|| Values::new(&extents[place..=place], unit, presenter.lang()));
        // Numbers stand once for a row, and again where an axis differs from the one before it.
        let beside = column == 0 || own[place] || own[place - 1];
        let left = if beside && column > 0 { left + OWN } else { left };
        let frame = [left, top, column_right, top + height];
        let values = alone.as_ref().unwrap_or(&common);
        panel_of(presenter, panel, (frame, values), (beside, own[place]), place == 0)
    };
    let body = html! {
        text x="0" y="14" class="name" { (axis_name) }
        @for (place, panel) in panels.iter().enumerate() { (one(place, panel)) }
    };
    let rows = panels.len().div_ceil(columns);
    (body, TOP + rows as f64 * (HEAD + height + FOOT))
}

/// Least room from one year told to the next.
const YEAR: f64 = 40.0;

/// Years told at the foot of a panel so wide: the first, the compared and the last; in a wide one some between.
fn years_told((first, compared, last): (i32, i32, i32), width: f64) -> Vec<i32> {
    let far = |a: i32, b: i32| f64::from(b - a) * width / f64::from((last - first).max(1)) > YEAR;
    let mut told: Vec<i32> = match width > 400.0 {
        true => (first..last).step_by(3).collect(),
        // In a narrow one the compared year is worth more than the first.
        false => [first, compared].into_iter().filter(|y| *y == compared || far(*y, compared)).collect(),
    };
    told.dedup();
    // None so close to the last that they would lie on each other.
    told.retain(|year| far(*year, last));
    told.push(last);
    told
}

/// One panel.
fn panel_of(
    presenter: &Presenter<'_>,
    panel: &Panel,
    (frame, values): ([f64; 4], &Values),
    (beside, own): (bool, bool),
    first: bool,
) -> Markup {
    let [left, top, right, bottom] = frame;
    let (from, to) = (f64::from(*presenter.run.years().start()), f64::from(*presenter.run.years().end()));
    let mut plot = Plot::in_frame(frame, (from, to.max(from + 1.0)), values.range);
    let name = match own {
        true => presenter.t.get(say::OwnAxis { model: &panel.name }),
        false => panel.name.clone(),
    };
    plot.text(left, top - 10.0, "start", "label strong", &name);
    for (value, label) in &values.at {
        let y = plot.at_y(*value);
        let class = if *value == 0.0 { "axis" } else { "grid" };
        plot.add(html! { line x1=(c(left)) x2=(c(right)) y1=(c(y)) y2=(c(y)) class=(class) {} });
        if beside {
            plot.text(left - 8.0, y + 5.0, "end", "tick", label);
        }
    }
    let (years, compared) = (presenter.run.years(), presenter.run.year());
    for year in years_told((*years.start(), compared, *years.end()), right - left) {
        let x = plot.at_x(f64::from(year));
        plot.add(html! { line x1=(c(x)) x2=(c(x)) y1=(c(bottom)) y2=(c(bottom + 4.0)) class="axis" {} });
        plot.text(x, bottom + 18.0, "middle", "tick", &year.to_string());
    }
    for curve in panel.curves.iter().filter(|curve| curve.band) {
        let band: Vec<(f64, f64, f64)> = curve
            .points
            .iter()
            .filter_map(|(year, q)| q.interval.map(|(a, b)| (f64::from(*year), a, b)))
            .collect();
        plot.band(&band, curve.look);
        let [low, high]: [Vec<(f64, f64)>; 2] = [
            band.iter().map(|(x, low, _)| (*x, *low)).collect(),
            band.iter().map(|(x, _, high)| (*x, *high)).collect(),
        ];
        for end in [low, high] {
            plot.rim(&end, curve.look);
        }
    }
    let full = || presenter.t.get(say::GuideFull { year: compared.to_string() });
    let guide = match (first, presenter.run.about.compared_year.full_effect) {
        (true, true) => full(),
        (true, false) => compared.to_string(),
        _ => String::new(),
    };
    plot.guide(f64::from(compared), &guide);
    let mut names = Vec::new();
    for curve in &panel.curves {
        let line: Vec<(f64, f64)> =
            curve.points.iter().map(|(year, q)| (f64::from(*year), q.value)).collect();
        plot.line(&line, curve.look);
        names.extend(curve.points.last().map(|(_, q)| (q.value, curve.look, curve.name.clone())));
    }
    if panel.curves.iter().any(|curve| !curve.name.is_empty()) {
        plot.end_labels(&names);
    } else {
        for point in panel.curves.iter().flat_map(|curve| told(presenter, curve, compared)) {
            value(&mut plot, presenter, &point);
        }
    }
    plot.part()
}

/// A point whose number is told at the curve.
struct Point {
    year: i32,
    quantity: Quantity,
    look: usize,
    /// What the curve goes up by to the year after.
    rise: f64,
}

/// The points whose numbers are told: those of the compared and of the last year.
fn told(presenter: &Presenter<'_>, curve: &Curve, compared: i32) -> Vec<Point> {
    let last = *presenter.run.years().end();
    let mut told = Vec::new();
    for (place, (year, quantity)) in curve.points.iter().enumerate() {
        if [compared, last].contains(year) {
            let after = curve.points.get(place + 1).map_or(quantity.value, |(_, q)| q.value);
            let (look, rise) = (curve.look % LOOKS, after - quantity.value);
            told.push(Point { year: *year, quantity: *quantity, look, rise });
        }
    }
    told
}

/// Whether a number stands above its point: on the side that the curve turns away from.
fn above(point: &Point) -> bool {
    if point.rise == 0.0 { point.quantity.value >= 0.0 } else { point.rise < 0.0 }
}

/// A point with its number, above or below it as there is room, on a plate that keeps lines out of the letters.
fn value(plot: &mut Plot, presenter: &Presenter<'_>, point: &Point) {
    let (year, q) = (f64::from(point.year), point.quantity);
    let (x, y) = (plot.at_x(year), plot.at_y(q.value));
    plot.mark(year, q.value, point.look);
    let [_, top, right, bottom] = plot.frame();
    let text = q.signed(presenter.lang());
    if x > right - 4.0 {
        // Beside the end, where nothing else is.
        plot.text(x + 9.0, y + 5.0, "start", "label strong", &text);
        return;
    }
    // The top of the first panel says what the year is.
    let at = if above(point) && y - 12.0 >= top + 24.0 { y - 12.0 } else { y + 22.0 };
    let at = at.min(bottom - 4.0);
    plot.add(html! {
        rect x=(c(x + 3.0)) y=(c(at - 12.0)) width=(c(text_width(&text) + 4.0)) height="15" class="plate thinner" {}
    });
    plot.text(x + 5.0, at, "start", "label", &text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panel_that_would_press_the_rest_together_has_its_own_axis() {
        let of = |sizes: &[f64]| apart(&sizes.iter().map(|x| (0.0, *x)).collect::<Vec<_>>());
        assert_eq!(of(&[1.0, 30.0, 2.0]), [false, true, false]);
        assert_eq!(of(&[1.0, 100.0, 10.0, 1.0]), [false, true, true, false]);
        assert_eq!(of(&[1.0, 2.0, 2.5]), [false; 3]);
        // Two are read against each other whatever they are.
        assert_eq!(of(&[1.0, 30.0]), [false; 2]);
        assert_eq!(of(&[]), [false; 0]);
        assert_eq!(of(&[0.0, 0.0, 0.0]), [false; 3]);
    }

    #[test]
    fn years_do_not_lie_on_each_other() {
        let years = (2024, 2029, 2043);
        assert_eq!(years_told(years, 175.0), [2024, 2029, 2043]);
        assert_eq!(years_told(years, 134.0), [2029, 2043]);
        assert_eq!(years_told((2024, 2024, 2043), 134.0), [2024, 2043]);
    }

    /// A number does not lie on the curve it belongs to.
    #[test]
    fn a_number_stands_where_the_curve_does_not_go() {
        let unit = DisplayUnit::named("NOK");
        let point = |value: f64, rise: f64| Point {
            year: 2029,
            quantity: Quantity::new(unit, value, None, 1.0),
            look: 0,
            rise,
        };
        assert!(above(&point(-30.0, -5.0)) && !above(&point(30.0, 5.0)));
        assert!(above(&point(30.0, 0.0)) && !above(&point(-30.0, 0.0)));
    }
}

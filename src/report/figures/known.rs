//! Known figures held against the zero alternative's, each in the scale of its own tolerance, so that all stand in one figure:
//! inside the shaded column is a hit. Figures that are put into the model prove nothing and are left to the table.

use super::plot::{WIDTH, c, drawing, mark};
use crate::records::tables::ValidationLine;
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Cell, Figure, Row};
use crate::report::layout::wrap;
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::number::Scale;
use crate::text::say;
use maud::{Markup, html};

/// Kinds of known figures, what is not used in the model first.
const KINDS: [&str; 2] = ["external", "calibrated"];
const ROW: f64 = 20.0;
/// What a further line of a name adds to its row.
const LINE: f64 = 13.0;
const TOP: f64 = 46.0;
/// Where the scale of tolerances begins and ends.
const SCALE: (f64, f64) = (398.0, 618.0);
/// Tolerances to each side that are drawn.
const SIDES: f64 = 3.0;
/// Letters of a name that fit in a line.
const LETTERS: usize = 58;
const HIT: usize = 1;
const MISS: usize = 2;

/// A known figure that has a tolerance, in its scale.
struct Held<'a> {
    line: &'a ValidationLine,
    model: f64,
    interval: (f64, f64),
}

impl<'a> Held<'a> {
    /// Of a line with both ends and a model's figure. What is known to the digit is measured in the model's own spread.
    fn new(line: &'a ValidationLine) -> Option<Held<'a>> {
        let (low, high, mean) = (line.lower?, line.upper?, line.model_mean?);
        let (p05, p95) = line.model_p05.zip(line.model_p95)?;
        let half = if high > low { (high - low) / 2.0 } else { (p95 - p05) / 2.0 };
        if half <= 0.0 {
            return None;
        }
        let scaled = |x: f64| (x - (low + high) / 2.0) / half;
        Some(Held {
            line,
            model: scaled(line.model_p50.unwrap_or(mean)),
            interval: (scaled(p05), scaled(p95)),
        })
    }

    fn hit(&self) -> bool {
        self.line.result == "pass"
    }
}

/// The figure; nothing where no known figure is about the scenario.
pub fn known(presenter: &Presenter<'_>) -> Option<Figure> {
    let id = "known";
    let t = presenter.t;
    let of = |kind: &'static str| {
        let own = presenter.run.validation.iter().filter(move |line| line.kind == kind);
        (kind, own.filter_map(Held::new).collect::<Vec<_>>())
    };
    let groups: Vec<(&str, Vec<Held<'_>>)> =
        KINDS.into_iter().map(of).filter(|(_, held)| !held.is_empty()).collect();
    groups.first()?;
    let x = |tolerances: f64| {
        let share = (tolerances.clamp(-SIDES, SIDES) + SIDES) / (2.0 * SIDES);
        SCALE.0 + share * (SCALE.1 - SCALE.0)
    };
    let mut top = TOP;
    let mut body: Vec<Markup> = Vec::new();
    for (kind, held) in &groups {
        let name = t.by_id(&format!("kind-{kind}"));
        body.push(html! { text x="0" y=(c(top + ROW / 2.0 + 5.0)) class="name" { (name) } });
        top += ROW;
        for own in held {
            let name = wrap(own.line.name(presenter.lang()), LETTERS);
            let tall = ROW + name.len().saturating_sub(1) as f64 * LINE;
            body.push(row(presenter, own, &name, (top + tall / 2.0, &x)));
            top += tall;
        }
    }
    let bottom = top + 6.0;
    let drawn = html! {
        rect x=(c(x(-1.0))) y=(c(TOP - 6.0)) width=(c(x(1.0) - x(-1.0))) height=(c(bottom - TOP + 6.0)) class="band f0" {}
        line x1=(c(x(0.0))) x2=(c(x(0.0))) y1=(c(TOP - 6.0)) y2=(c(bottom)) class="guide" {}
        text x=(c(x(0.0))) y=(c(TOP - 14.0)) text-anchor="middle" class="tick" { (t.get(say::KNOWN_TOLERANCE)) }
        text x=(c(WIDTH)) y=(c(TOP - 14.0)) text-anchor="end" class="tick" { (t.get(say::KNOWN_NUMBERS)) }
        (mark(6.0, 10.0, HIT, 4.5))
        text x="18" y="15" class="small" { (t.get(say::KNOWN_HIT)) }
        (mark(150.0, 10.0, MISS, 4.5))
        text x="162" y="15" class="small" { (t.get(say::KNOWN_MISS)) }
        @for one in &body { (one) }
    };
    let title = t.get(say::FIGURE_KNOWN);
    let hits = |held: &[Held<'_>]| held.iter().filter(|own| own.hit()).count();
    let seen = groups.iter().map(|(kind, held)| {
        let kind = t.by_id(&format!("kind-{kind}"));
        t.get(say::KnownSeen { kind, hits: presenter.count(hits(held)), all: presenter.count(held.len()) })
    });
    let seen = seen.collect::<Vec<_>>().join(" ");
    let alt = t.get(say::AltFigure { title: &title, seen: &seen });
    let all = groups.iter().flat_map(|(_, held)| held);
    let rows = all.map(|own| {
        let cells = vec![
            Cell::text(range(presenter, own.line)),
            model(presenter, own.line),
            Cell::text(t.by_id(&format!("result-{}", own.line.result))),
        ];
        Row::new(own.line.name(presenter.lang()), cells).unit(DisplayUnit::name_of(&own.line.unit, t))
    });
    let columns = [say::COLUMN_WHAT, say::COLUMN_KNOWN, say::COLUMN_MODEL, say::COLUMN_HIT];
    let columns = columns.map(|words| t.get(words)).to_vec();
    let data = super::data(presenter, id, &title, "", columns, rows.collect(), vec!["validation.csv"]);
    let note = [seen, t.get(say::NOTE_KNOWN)].join(" ");
    Some(Figure { id, svg: drawing(id, &alt, bottom + 12.0, drawn), title, alt, note, data })
}

/// A row: the lines of the name, the model's interval and middle in tolerances, and the numbers.
fn row(
    presenter: &Presenter<'_>,
    own: &Held<'_>,
    name: &[String],
    (y, x): (f64, &dyn Fn(f64) -> f64),
) -> Markup {
    let look = if own.hit() { HIT } else { MISS };
    let first = y + 5.0 - name.len().saturating_sub(1) as f64 * LINE / 2.0;
    let numbers = format!("{} · {}", shown(own.line, presenter), range(presenter, own.line));
    html! {
        @for (place, line) in name.iter().enumerate() {
            text x="0" y=(c(first + place as f64 * LINE)) class="small" { (line) }
        }
        line x1=(c(x(own.interval.0))) x2=(c(x(own.interval.1))) y1=(c(y)) y2=(c(y)) class=(format!("whisker s{look}")) {}
        (mark(x(own.model), y, look, 4.5))
        text x=(c(WIDTH)) y=(c(y + 5.0)) text-anchor="end" class="small" { (numbers) }
    }
}

/// The model's figure with its interval.
fn model(presenter: &Presenter<'_>, line: &ValidationLine) -> Cell {
    let unit = DisplayUnit::named(&line.unit);
    let (interval, draws) = (line.model_p05.zip(line.model_p95), presenter.run.about.draws);
    presenter.cell(line.model_mean, |mean| Quantity::of_draws(unit, mean, interval, draws))
}

/// The model's figure as it is shown.
fn shown(line: &ValidationLine, presenter: &Presenter<'_>) -> String {
    match model(presenter, line) {
        Cell::Estimate { shown, .. } | Cell::Number { shown, .. } => shown,
        _ => String::new(),
    }
}

/// What is known, from and to.
fn range(presenter: &Presenter<'_>, line: &ValidationLine) -> String {
    let unit = DisplayUnit::named(&line.unit);
    let known = |x: f64| Quantity::known(unit, x).number(presenter.lang());
    let per_cent = match unit.scale {
        Scale::Percent => "\u{a0}%".to_string(),
        Scale::Million => format!("\u{a0}{}", DisplayUnit::name_of(&line.unit, presenter.t)),
        _ => String::new(),
    };
    match (line.lower, line.upper) {
        (Some(a), Some(b)) if a == b => format!("{}{per_cent}", known(a)),
        (Some(a), Some(b)) => format!("{}–{}{per_cent}", known(a), known(b)),
        _ => String::new(),
    }
}

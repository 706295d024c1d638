//! The first screen's figure: how every model differs from the zero alternative, with intervals, mechanical and with the
//! assumed reactions. Outcomes in the same unit share an axis, so that they can be held against each other.

use super::plot::{c, mark, sized, text_width, tick_labels, ticks};
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Figure, Row, Table};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::tables::mechanical::{against_zero, draws, without_reactions};
use crate::report::tables::{table, withdrawals};
use crate::text::number::placed;
use crate::text::say;
use maud::{Markup, html};

/// What is shown, by unit: who pays, what is shifted to relatives and left undone, and work.
const PANELS: [&[Outcome]; 3] = [
    &[Outcome::StateNet, Outcome::MunicipalityNetBpaAfterWithdrawal, Outcome::MunicipalityNet],
    &[Outcome::RelativesHours, Outcome::UnmetHours],
    &[Outcome::UsersEmployed],
];
const WIDTH: f64 = 600.0;
/// Where the names of models end, and the axes begin and end; the numbers stand to the right of them.
const NAMES: f64 = 150.0;
const LEFT: f64 = 164.0;
const RIGHT: f64 = 520.0;
/// Height of a line, of the heading of an outcome, of an axis, and of the legend.
const LINE: f64 = 15.0;
const HEADING: f64 = 18.0;
const AXIS: f64 = 24.0;
const LEGEND: f64 = 22.0;
/// Room beyond the outermost mark, as a share of the axis.
const MARGIN: f64 = 0.02;
/// Half the height of the stroke that marks a mechanical difference, and how far below the middle its interval is drawn: clear of
/// that with reactions.
const STROKE: f64 = 7.0;
const BELOW: f64 = 4.0;
/// Half the length of an interval without reactions in the legend.
const REACH: f64 = 8.0;

/// The mean of a model's difference in an outcome as it was before something was changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Earlier {
    /// The outcome.
    pub outcome: Outcome,
    /// The model.
    pub model: usize,
    /// The mean, in the outcome's own unit.
    pub mean: f64,
}

/// A difference that is drawn.
struct Difference<'a> {
    outcome: Outcome,
    model: usize,
    look: usize,
    line: &'a SummaryLine,
    shown: Quantity,
    earlier: Option<f64>,
}

impl Difference<'_> {
    /// The mean without reactions, to the digits of the mean with them.
    fn mechanical(&self) -> Option<Quantity> {
        without_reactions(self.shown, self.line)
    }
    /// All that is drawn of it along the axis.
    fn ends(&self) -> impl Iterator<Item = f64> {
        let (low, high) = self.line.interval().unwrap_or((self.line.mean, self.line.mean));
        let without = self.line.interval_mechanical().map(|(low, high)| [low, high]);
        let without = without.into_iter().flatten().chain(self.line.mean_mechanical).chain(self.earlier);
        [low, high, self.line.mean].into_iter().chain(without)
    }
}

/// The figure, with what the means were before something was changed; nothing where no model stands beside the zero alternative,
/// or all is hidden.
pub fn forest(presenter: &Presenter<'_>, earlier: &[Earlier]) -> Option<Figure> {
    let (t, lang, id) = (presenter.t, presenter.lang(), "forest");
    let panels: Vec<Vec<Difference<'_>>> = PANELS.iter().map(|panel| differences(presenter, panel)).collect();
    let mut panels: Vec<Vec<Difference<'_>>> = panels.into_iter().filter(|panel| !panel.is_empty()).collect();
    for d in panels.iter_mut().flatten() {
        let own = earlier.iter().find(|own| (own.outcome, own.model) == (d.outcome, d.model));
        d.earlier = own.map(|own| own.mean);
    }
    let all = || panels.iter().flatten();
    all().next()?;
    let mechanical = all().any(|d| d.line.mean_mechanical.is_some());
    let title = title(presenter);
    let said = all().map(|d| {
        let (outcome, model) = (presenter.label(d.outcome), presenter.model(d.model));
        let mean = format!("{} {}", d.shown.signed(lang), d.shown.unit_name(t));
        let interval = d.shown.interval(lang);
        let mechanical = d.mechanical().map(|q| [q.signed(lang), q.interval(lang)].join(" "));
        match mechanical.map(|said| said.trim_end().to_string()) {
            None => t.get(say::AltForestRow { outcome, model, mean, interval }),
            Some(mechanical) => {
                t.get(say::AltForestRowMechanical { outcome, model, mean, interval, mechanical })
            }
        }
    });
    let alt = format!("{title}. {}", said.collect::<Vec<_>>().join(" "));
    let mut note = vec![t.get(say::NOTE_FOREST)];
    note.push(t.get(if mechanical { say::FOREST_STROKE } else { say::FOREST_FEW_DRAWS }));
    if let (Some((model, _)), Some(later)) =
        (withdrawals::first_that_withdraws(presenter), withdrawals::later(presenter))
    {
        let [year, later] = [presenter.run.year(), later].map(|year| year.to_string());
        note.push(match withdrawals::share(presenter, model) {
            share if share < 1.0 => {
                let share = placed(share, 2, 0, presenter.lang());
                t.get(say::NoteForestWithdrawalPart { year, later, share })
            }
            _ => t.get(say::NoteForestWithdrawal { year, later }),
        });
    }

    let moved = all().any(|d| d.earlier.is_some());
    if moved {
        note.push(t.get(say::NOTE_FOREST_EARLIER));
    }

    let mut top = LEGEND * if moved { 2.0 } else { 1.0 };
    let mut drawn = Vec::new();
    for panel in &panels {
        let (element, height) = one(presenter, panel, top);
        drawn.push(element);
        top += height;
    }
    let intervals = all().any(|d| d.line.interval_mechanical().is_some());
    let body = html! { (legend(presenter, mechanical, intervals)) @if moved { (legend_earlier(presenter)) } @for element in &drawn { (element) } };
    let svg = sized(id, &alt, (WIDTH, top), body);

    let data = numbers(presenter, id);
    Some(Figure { id, title, alt, note: note.join(" "), svg, data })
}

/// The numbers of the figure, a row a model: mechanical, what the assumed reactions do, and with reactions; with reactions alone
/// where the run doesn't tell more.
pub fn numbers(presenter: &Presenter<'_>, id: &'static str) -> Table {
    let shown: Vec<Outcome> = outcomes().filter(|o| !presenter.run.hidden(*o)).collect();
    let numbers = against_zero(presenter, id, &shown).unwrap_or_else(|| {
        let t = presenter.t;
        let own = |outcome: &Outcome| -> Vec<Row> {
            let differences = differences(presenter, &[*outcome]);
            let head = format!("{} ({})", presenter.label(*outcome), unit(presenter, *outcome).name(t));
            let row = |(n, d): (usize, &Difference<'_>)| {
                let row = Row::new(presenter.model(d.model), vec![d.shown.cell(presenter.lang())]);
                if n == 0 { row.group(head.clone()) } else { row }
            };
            differences.iter().enumerate().map(row).collect()
        };
        let rows = shown.iter().flat_map(own).collect();
        table(presenter, id, vec![t.get(say::MECHANICAL_WITH)], rows)
    });
    Table { title: title(presenter), ..numbers }
}

/// What the figure shows.
fn title(presenter: &Presenter<'_>) -> String {
    presenter.t.get(say::FigureForest { year: presenter.run.year().to_string() })
}

/// The unit of a difference in the compared year.
fn unit(presenter: &Presenter<'_>, outcome: Outcome) -> DisplayUnit {
    presenter.unit(outcome, Some(presenter.run.year())).of_difference()
}

/// The outcomes shown, in order.
pub fn outcomes() -> impl Iterator<Item = Outcome> {
    PANELS.iter().copied().flatten().copied()
}

/// What is drawn of the outcomes of a panel.
fn differences<'a>(presenter: &Presenter<'a>, outcomes: &[Outcome]) -> Vec<Difference<'a>> {
    let pairs: Vec<(usize, usize)> = presenter.others().map(|m| (m, 0)).collect();
    let year = Some(presenter.run.year());
    let looks = presenter.columns();
    let shown = outcomes.iter().filter(|o| !presenter.run.hidden(**o));
    let of = |outcome: &Outcome| -> Vec<Difference<'a>> {
        let unit = presenter.unit(*outcome, year).of_difference();
        let lines = presenter.differences(*outcome, &pairs, year);
        let each = pairs.iter().zip(lines).filter_map(|((model, _), line)| {
            let line = line?;
            let look = looks.iter().position(|m| m == model).unwrap_or_default();
            let shown = Quantity::of_line(unit, line);
            Some(Difference { outcome: *outcome, model: *model, look, line, shown, earlier: None })
        });
        each.collect()
    };
    shown.flat_map(of).collect()
}

/// A panel from a height downwards, and how high it is.
fn one(presenter: &Presenter<'_>, panel: &[Difference<'_>], top: f64) -> (Markup, f64) {
    let lang = presenter.lang();
    let unit: DisplayUnit = panel[0].shown.unit;
    let ends = panel.iter().flat_map(Difference::ends);
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
    // The axis ends where what is drawn ends.
    let margin = MARGIN * (high - low).max(f64::MIN_POSITIVE);
    let (from, to) = (low - margin, high + margin);
    let mut at = ticks(low, high, 4);
    at.retain(|value| (from..=to).contains(value));
    let x = |value: f64| LEFT + (value - from) / (to - from) * (RIGHT - LEFT);
    let groups: Vec<&[Difference<'_>]> = panel.chunk_by(|a, b| a.outcome == b.outcome).collect();
    let height = groups.len() as f64 * HEADING + panel.len() as f64 * LINE;
    let mut y = top;
    let mut body = Vec::new();
    for group in groups {
        body.push(html! {
            text x="0" y=(c(y + HEADING - 5.0)) class="name" { (presenter.label(group[0].outcome)) }
        });
        y += HEADING;
        for d in group {
            let middle = y + LINE / 2.0;
            body.push(html! {
                text x=(c(NAMES)) y=(c(middle + 4.5)) text-anchor="end" class="small" { (presenter.model(d.model)) }
                @if let Some((low, high)) = d.line.interval() {
                    line x1=(c(x(low))) x2=(c(x(high))) y1=(c(middle)) y2=(c(middle)) class=(format!("reach s{}", d.look)) {}
                }
                @if let Some((low, high)) = d.line.interval_mechanical() {
                    (thin(x(low), x(high), middle))
                }
                @if let Some(mean) = d.line.mean_mechanical {
                    line x1=(c(x(mean))) x2=(c(x(mean))) y1=(c(middle - STROKE)) y2=(c(middle + STROKE)) class="stroke" {}
                }
                @if let Some(mean) = d.earlier { (before(x(mean), middle)) }
                (mark(x(d.line.mean), middle, d.look, 4.0))
                text x=(c(WIDTH)) y=(c(middle + 4.5)) text-anchor="end" class="small" { (d.shown.signed(lang)) }
            });
            y += LINE;
        }
    }
    let bottom = top + height + 2.0;
    let axis = html! {
        @for (value, label) in at.iter().zip(tick_labels(&at, unit.scale, lang)) {
            line x1=(c(x(*value))) x2=(c(x(*value))) y1=(c(top + HEADING)) y2=(c(bottom))
                class=(if *value == 0.0 { "axis" } else { "grid" }) {}
            text x=(c(x(*value))) y=(c(bottom + 13.0)) text-anchor="middle" class="tick small" { (label) }
        }
        text x="0" y=(c(bottom + 13.0)) class="tick small" { (unit.name(presenter.t)) }
    };
    (html! { (axis) @for element in &body { (element) } }, height + AXIS)
}

/// An interval without reactions, thin below the middle of its line.
fn thin(from: f64, to: f64, middle: f64) -> Markup {
    let y = c(middle + BELOW);
    html! { line x1=(c(from)) x2=(c(to)) y1=(y) y2=(y) class="thin" {} }
}

/// A mean as it was: grey and open, and so wide that the mark of now keeps its shape where they are the same.
fn before(x: f64, middle: f64) -> Markup {
    html! { circle cx=(c(x)) cy=(c(middle)) r="6.8" class="before" {} }
}

/// What the grey marks mean, on a line of its own.
fn legend_earlier(presenter: &Presenter<'_>) -> Markup {
    html! {
        (before(14.0, LEGEND + 8.0))
        text x="36" y=(c(LEGEND + 12.5)) class="small" { (presenter.t.get(say::FOREST_EARLIER)) }
    }
}

/// What the marks mean.
fn legend(presenter: &Presenter<'_>, mechanical: bool, intervals: bool) -> Markup {
    let t = presenter.t;
    let with = t.get(say::FOREST_WITH);
    let without = match intervals {
        true => t.get(say::ForestMechanicalInterval { draws: presenter.count(draws(presenter)) }),
        false => t.get(say::FOREST_MECHANICAL),
    };
    // Letters are smaller than those that widths are reckoned for.
    let next = 36.0 + 0.86 * text_width(&with) + 20.0 + REACH;
    html! {
        line x1="0" x2="28" y1="8" y2="8" class="reach s1" {}
        (mark(14.0, 8.0, 1, 4.0))
        text x="36" y="12.5" class="small" { (with) }
        @if mechanical {
            @if intervals { (thin(next - REACH, next + REACH, 8.0)) }
            line x1=(c(next)) x2=(c(next)) y1="1" y2="15" class="stroke" {}
            text x=(c(next + REACH + 4.0)) y="12.5" class="small" { (without) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{Sample, YEARS};
    use serde_json::json;

    /// A model that withdraws a part of what municipalities are spared costs the state the rest, and the note says so.
    #[test]
    fn the_note_tells_how_much_is_withdrawn() {
        let note = |share: f64| {
            Sample::new(&[("A", json!({"offset_share": share}))])
                .withdrawal("A", "fixed", true, 100.0, 1.0)
                .change(Outcome::StateNet, "A", YEARS[1], 100.0, 1.0)
                .shown(|presenter| forest(presenter, &[]).unwrap().note)
        };
        assert!(note(1.0).contains("nesten ikke koster staten noe"), "{}", note(1.0));
        let part = note(0.75);
        assert!(part.contains("Uttrekket er 75 prosent") && !part.contains("nesten ikke"), "{part}");
    }
}

//! How the differences between models moved from one run to another: a table and a figure.

use super::{Comparison, to_one_digit, told};
use crate::analysis::bridge::Bridge;
use crate::analysis::precision::Headline;
use crate::analysis::statistics::Statistics;
use crate::outcomes::Outcome;
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Figure, Row, Table};
use crate::report::figures::plot::{WIDTH, c, drawing, mark, tick_labels, ticks};
use crate::report::quantity::Quantity;
use crate::report::texts::Texts;
use crate::text::number::number;
use crate::text::say;
use maud::html;

impl Comparison {
    /// How the differences between models moved: before, after and the change, each with its interval.
    pub(super) fn moved(&self, t: &Texts) -> Table {
        let mut group = String::new();
        let rows = self.differences().map(|(headline, m, bridge)| {
            let (name, unit) = self.name(headline, t);
            let row = [&bridge.from, &bridge.to, &bridge.change].map(|s| s.as_ref().map(|s| moved(unit, s)));
            let row = Row::new(self.minus_first(m, t), told(to_one_digit(row.to_vec(), []), t));
            let heading = format!("{name} ({})", unit.of_difference().name(t));
            let new = heading != group;
            group.clone_from(&heading);
            if new { row.group(heading) } else { row }
        });
        let rows = rows.collect();
        let [first, second] = self.heads_of_runs(t);
        let columns = vec![t.get(say::COLUMN_DIFFERENCE), first, second, t.get(say::COMPARE_CHANGE)];
        let draws = number(self.draws as f64, 0, t.lang);
        Table {
            id: "moved",
            title: t.get(say::COMPARE_MOVED),
            sheet: t.get(say::COMPARE_MOVED),
            unit: String::new(),
            columns,
            rows,
            notes: vec![t.get(say::CompareMovedNote { draws }), t.get(say::COMPARE_ROUNDED)],
            sources: vec!["compare.csv"],
            long: false,
        }
    }

    /// The differences of a headline before and after, with their intervals, as a figure.
    pub(super) fn moved_figure(&self, outcome: Outcome, t: &Texts) -> Option<Figure> {
        let id = "moved-figure";
        let own: Vec<(Headline, usize, &Bridge)> =
            self.differences().filter(|((o, ..), _, _)| *o == outcome).collect();
        let (headline, ..) = *own.first()?;
        let own = own.iter().filter(|(other, ..)| *other == headline);
        let (name, unit) = self.name(headline, t);
        let unit = unit.of_difference();
        let unit_name = unit.name(t);
        let both: Vec<(String, [Quantity; 2])> = own
            .filter_map(|(_, m, b)| {
                let of = |s: &Option<Statistics>| Some(Quantity::of_statistics(unit, s.as_ref()?));
                Some((self.minus_first(*m, t), [of(&b.from)?, of(&b.to)?]))
            })
            .collect();
        let runs = [say::COMPARE_FIRST, say::COMPARE_SECOND].map(|id| t.get(id));
        let title = t.get(say::CompareMovedFigure { outcome: &name });
        let said = |(name, [was, now]): &(String, [Quantity; 2])| {
            let [was, now] = [was, now].map(|q| format!("{} {}", q.signed(t.lang), q.interval(t.lang)));
            format!("{name}: {was} → {now}.")
        };
        let said: Vec<String> = both.iter().map(said).collect();
        let alt = t.get(say::AltBars { title: &title, unit: &unit_name, models: &said.join(" ") });
        let rows =
            both.iter().map(|(name, both)| Row::new(name.clone(), both.map(|q| q.cell(t.lang)).to_vec()));
        let data = Table {
            id,
            title: title.clone(),
            sheet: t.get(say::COMPARE_MOVED),
            unit: unit_name.clone(),
            columns: [t.get(say::COLUMN_DIFFERENCE)].into_iter().chain(runs.iter().cloned()).collect(),
            rows: rows.collect(),
            notes: Vec::new(),
            sources: vec!["compare.csv"],
            long: true,
        };
        let svg = intervals((id, &alt), (unit, &unit_name), &runs, &both, t);
        Some(Figure { id, title, alt, note: t.get(say::COMPARE_MOVED_FIGURE_NOTE), svg, data })
    }
}

/// A difference with its interval; where it is nothing in every draw, nothing.
fn moved(unit: DisplayUnit, s: &Statistics) -> Quantity {
    let q = Quantity::of_statistics(unit.of_difference(), s);
    let nothing = s.below_zero == 0.0 && s.above_zero == 0.0;
    if nothing { q.bare() } else { q }
}

/// Room for names.
const LEFT: f64 = 260.0;
/// Height of a row.
const ROW: f64 = 40.0;

/// A row for each name: the numbers of both runs as marks on their intervals, one below the other.
fn intervals(
    (id, alt): (&str, &str),
    (unit, unit_name): (DisplayUnit, &str),
    runs: &[String; 2],
    rows: &[(String, [Quantity; 2])],
    t: &Texts,
) -> String {
    let span = |q: &Quantity| q.interval.unwrap_or((q.value, q.value));
    let all = || rows.iter().flat_map(|(_, both)| both.iter());
    let low = all().map(|q| span(q).0.min(q.value)).fold(0.0, f64::min);
    let high = all().map(|q| span(q).1.max(q.value)).fold(0.0, f64::max);
    let at = ticks(low, high, 6);
    let (first, last) = (at[0], at[at.len() - 1]);
    let x = |value: f64| LEFT + (value - first) / (last - first) * (WIDTH - LEFT - 20.0);
    let top = 64.0;
    let bottom = top + rows.len() as f64 * ROW;
    // Looks apart in form as well as in colour: a ring and a square.
    let looks = [4, 1];
    let body = html! {
        @for (i, name) in runs.iter().enumerate() {
            (mark(8.0, 12.0 + 22.0 * i as f64, looks[i], 5.0))
            text x="22" y=(c(17.0 + 22.0 * i as f64)) class="label" { (name) }
        }
        @for (value, label) in at.iter().zip(tick_labels(&at, unit.scale, t.lang)) {
            line x1=(c(x(*value))) x2=(c(x(*value))) y1=(c(top - 8.0)) y2=(c(bottom)) class=(if *value == 0.0 { "axis" } else { "grid" }) {}
            text x=(c(x(*value))) y=(c(bottom + 18.0)) text-anchor="middle" class="tick" { (label) }
        }
        @for (i, (name, both)) in rows.iter().enumerate() {
            @let y = top + 8.0 + i as f64 * ROW;
            text x=(c(LEFT - 10.0)) y=(c(y + 12.0)) text-anchor="end" class="small" { (name) }
            @for (n, q) in both.iter().enumerate() {
                @let own = y + 14.0 * n as f64;
                @let (low, high) = span(q);
                line x1=(c(x(low))) x2=(c(x(high))) y1=(c(own)) y2=(c(own)) class=(format!("line s{}", looks[n])) {}
                (mark(x(q.value), own, looks[n], 5.0))
            }
        }
        text x=(c((LEFT + WIDTH) / 2.0)) y=(c(bottom + 38.0)) text-anchor="middle" class="name" { (unit_name) }
    };
    drawing(id, alt, bottom + 48.0, body)
}

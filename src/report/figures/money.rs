//! Where the money of a model that changes the terms of refund goes: what the state pays more of, part by part, as shares of a
//! bar with the amounts in them. The same rows as the table of it.

use super::plot::{WIDTH, c, drawing, fill, text_width};
use crate::outcomes::Outcome;
use crate::report::document::{Cell, Figure, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::tables::scheme::{KNOWN, REST, changing, other_state, sum_of_changes, years};
use crate::text::number::percent;
use crate::text::say;
use maud::html;

const BAR: f64 = 38.0;
const GAP: f64 = 22.0;
const LEFT: f64 = 170.0;
/// Room for what a bar is in all.
const RIGHT: f64 = 76.0;
const LEGEND: f64 = 24.0;

/// A part: its name, and the changes that it is the sum of.
struct Part {
    name: String,
    terms: Vec<(f64, Outcome)>,
}

fn parts(presenter: &Presenter<'_>) -> Vec<Part> {
    let t = presenter.t;
    let single = |o: Outcome| Part { name: presenter.label(o), terms: vec![(1.0, o)] };
    let several = |name: String, of: &[Outcome]| Part { name, terms: of.iter().map(|o| (1.0, *o)).collect() };
    let mut parts = vec![
        single(Outcome::HourGrant),
        single(Outcome::RefundBpa),
        single(Outcome::RefundBpaUsersOther),
        single(Outcome::RefundPool),
    ];
    if presenter.run.has_scheme() {
        parts.push(several(t.get(say::MONEY_PART_KNOWN), &REST[..KNOWN]));
        parts.push(several(t.get(say::MONEY_PART_ASSUMED), &REST[KNOWN..]));
    }
    parts.push(Part { name: t.get(say::ROW_OTHER_STATE), terms: other_state(presenter).to_vec() });
    parts
}

/// A bar: a model in a year, with its parts.
struct Bar {
    model: usize,
    year: i32,
    parts: Vec<Quantity>,
    all: Quantity,
}

fn bar(presenter: &Presenter<'_>, parts: &[Part], model: usize, year: i32) -> Option<Bar> {
    let sum = |terms: &[(f64, Outcome)]| sum_of_changes(presenter, terms, model, year);
    let all = sum(&[(1.0, Outcome::StateNet), (1.0, Outcome::Withdrawal)])?;
    let parts = parts.iter().map(|part| sum(&part.terms)).collect::<Option<Vec<_>>>()?;
    Some(Bar { model, year, parts, all })
}

/// The figure; nothing where no model changes the terms of refund.
pub fn money(presenter: &Presenter<'_>) -> Option<Figure> {
    let id = "money-parts";
    let (t, lang) = (presenter.t, presenter.lang());
    let parts = parts(presenter);
    let both = |m: usize| years(presenter).into_iter().map(move |year| (m, year));
    let of = |(m, year): (usize, i32)| bar(presenter, &parts, m, year);
    let bars: Vec<Bar> = changing(presenter).into_iter().flat_map(both).filter_map(of).collect();
    bars.first()?;
    let legend = parts.len().div_ceil(2) as f64 * LEGEND;
    let top = legend + 20.0;
    let wide = WIDTH - LEFT - RIGHT;
    let share = |bar: &Bar, p: usize| {
        let positive: f64 = bar.parts.iter().map(|q| q.value.max(0.0)).sum();
        bar.parts[p].value.max(0.0) / positive.max(1.0)
    };
    let body = html! {
        @for (p, part) in parts.iter().enumerate() {
            @let (x, y) = ((p % 2) as f64 * WIDTH / 2.0, 4.0 + (p / 2) as f64 * LEGEND);
            rect x=(c(x)) y=(c(y)) width="16" height="16" fill=(look(id, p)) class=(edge(p)) {}
            text x=(c(x + 22.0)) y=(c(y + 13.0)) class="label" { (part.name) }
        }
        @for (place, bar) in bars.iter().enumerate() {
            @let y = top + place as f64 * (BAR + GAP);
            text x="0" y=(c(y + 16.0)) class="label strong" { (presenter.model(bar.model)) }
            text x="0" y=(c(y + 33.0)) class="label" { (bar.year) }
            @for p in 0..parts.len() {
                @let from = LEFT + (0..p).map(|q| share(bar, q)).sum::<f64>() * wide;
                @let width = share(bar, p) * wide;
                @if width > 0.0 {
                    rect x=(c(from)) y=(c(y)) width=(c(width)) height=(c(BAR)) fill=(look(id, p)) class=(edge(p)) {}
                }
                @let text = bar.parts[p].number(lang);
                @if width > text_width(&text) + 12.0 {
                    @let half = text_width(&text) / 2.0 + 4.0;
                    rect x=(c(from + width / 2.0 - half)) y=(c(y + 9.0)) width=(c(2.0 * half)) height="20" class="plate" {}
                    text x=(c(from + width / 2.0)) y=(c(y + 24.0)) text-anchor="middle" class="label" { (text) }
                }
            }
            text x=(c(WIDTH)) y=(c(y + 24.0)) text-anchor="end" class="label strong" { (bar.all.signed(lang)) }
        }
    };
    let height = top + bars.len() as f64 * (BAR + GAP);
    let title = t.get(say::FIGURE_MONEY);
    let unit = presenter.unit(Outcome::StateNet, Some(presenter.run.year())).of_difference().name(t);
    let seen = bars.iter().filter(|bar| bar.year == presenter.run.year()).map(|bar| {
        let bpa: f64 = (0..2).map(|p| share(bar, p)).sum();
        let (model, all) = (presenter.model(bar.model), bar.all.number(lang));
        let (year, bpa) = (bar.year.to_string(), percent(bpa, 0, lang));
        t.get(say::MoneySeen { model, year, all, unit: &unit, bpa })
    });
    let seen = seen.collect::<Vec<_>>().join(" ");
    let alt = t.get(say::AltFigure { title: &title, seen: &format!("{unit}. {seen}") });
    let rows = parts.iter().enumerate().map(|(p, part)| {
        Row::new(part.name.clone(), bars.iter().map(|bar| bar.parts[p].cell(lang)).collect::<Vec<Cell>>())
    });
    let all = Row::new(t.get(say::MONEY_ALL), bars.iter().map(|bar| bar.all.cell(lang)).collect()).sum();
    let mut columns = vec![t.get(say::COLUMN_WHAT)];
    columns.extend(bars.iter().map(|bar| format!("{} {}", presenter.model(bar.model), bar.year)));
    let rows = rows.chain([all]).collect();
    let data = super::data(presenter, id, &title, &unit, columns, rows, vec!["summary.csv"]);
    let note = [seen, t.get(say::NoteMoneyParts { unit: &unit })].join(" ");
    Some(Figure { id, svg: drawing(id, &alt, height, body), title, alt, note, data })
}

/// The fill of a part; the last, which is neither BPA nor refund, has none.
fn look(id: &str, part: usize) -> String {
    if part < super::plot::LOOKS { fill(id, part) } else { "none".to_string() }
}

fn edge(part: usize) -> String {
    if part < super::plot::LOOKS { format!("edge s{part}") } else { "bare".to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{Sample, YEARS};
    use serde_json::json;

    /// 20 243 known to 134 is 20 200 in the tables, whose last digit is that of all years; by its own error it would be 20 000.
    #[test]
    fn a_number_has_the_digits_that_it_has_in_the_tables() {
        let mut sample = Sample::new(&[("B", json!({"refund.rate": 0.9}))]);
        sample = sample.level(Outcome::BpaCost, "zero", YEARS[1], 6_000.0, 1.0);
        for (year, mean, error) in
            [(2024, 9_000.0, 50.0), (YEARS[1], 12_000.0, 60.0), (2036, 20_243.0, 134.0)]
        {
            for outcome in
                [Outcome::HourGrant, Outcome::RefundBpa, Outcome::RefundBpaUsersOther, Outcome::RefundPool]
            {
                sample = sample.change(outcome, "B", year, 0.0, 0.0);
            }
            sample = sample
                .change(Outcome::Refund, "B", year, 0.0, 0.0)
                .change(Outcome::Withdrawal, "B", year, 0.0, 0.0)
                .change(Outcome::StateNet, "B", year, mean, error);
        }
        sample.shown(|presenter| {
            let cell = |row: &Row| match row.cells.last() {
                Some(Cell::Number { shown, .. } | Cell::Estimate { shown, .. }) => shown.clone(),
                cell => panic!("{cell:?}"),
            };
            let figure = money(presenter).unwrap();
            assert_eq!(cell(figure.data.rows.last().unwrap()), "+20\u{a0}200");
            let row = presenter.changes(Outcome::StateNet, &[(1, 0)], Some(YEARS[2]));
            assert_eq!(cell(&row), "+20\u{a0}200");
        });
    }
}

//! Municipalities in groups: by centrality, number of inhabitants and KOSTRA group; who wins and who loses.

use super::table;
use crate::records::tables::UnitLine;
use crate::report::budget_lines::LEAST_UNCOVERED;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::number::Scale;
use crate::text::say;

/// Lower bounds of the classes of inhabitants.
const SIZES: [f64; 7] = [0.0, 2_000.0, 5_000.0, 10_000.0, 20_000.0, 50_000.0, f64::INFINITY];
/// Change within which a municipality neither wins nor loses, kroner per inhabitant.
pub const EVEN: f64 = 1.0;

/// A group: its name, and whether a unit is in it.
pub type UnitGroup = (String, Box<dyn Fn(&UnitLine) -> bool>);

/// By centrality and by number of inhabitants; nothing where units have no inhabitants.
pub fn by_centrality_and_size(presenter: &Presenter<'_>) -> Option<Table> {
    let mut groups = vec![(presenter.t.get(say::GROUP_CENTRALITY), centrality(presenter))];
    groups.push((presenter.t.get(say::GROUP_SIZE), sizes(presenter)));
    build(presenter, "groups", groups)
}

/// By KOSTRA group.
pub fn by_kostra(presenter: &Presenter<'_>) -> Option<Table> {
    let mut names: Vec<String> = presenter.run.units[0].iter().map(|u| u.kostra_group.clone()).collect();
    names.sort();
    names.dedup();
    let groups: Vec<UnitGroup> = names
        .into_iter()
        .filter(|name| !name.is_empty())
        .map(|name| -> UnitGroup { (name.clone(), Box::new(move |u| u.kostra_group == name)) })
        .collect();
    let mut table = build(presenter, "kostra", vec![(presenter.t.get(say::GROUP_KOSTRA), groups)])?;
    table.long = true;
    Some(table)
}

fn centrality(presenter: &Presenter<'_>) -> Vec<UnitGroup> {
    let name = |class: u8| presenter.t.get(say::Centrality { class: class.to_string() });
    (1..=6)
        .map(|class: u8| -> UnitGroup { (name(class), Box::new(move |u| u.centrality == Some(class))) })
        .collect()
}

/// Classes by number of inhabitants.
pub fn sizes(presenter: &Presenter<'_>) -> Vec<UnitGroup> {
    let n = |x: f64| presenter.count(x as usize);
    SIZES
        .windows(2)
        .map(|ends| -> UnitGroup {
            let (from, to) = (ends[0], ends[1]);
            let name = match (from == 0.0, to.is_finite()) {
                (true, _) => presenter.t.get(say::SizeBelow { to: n(to) }),
                (_, true) => presenter.t.get(say::SizeBetween { from: n(from), to: n(to - 1.0) }),
                _ => presenter.t.get(say::SizeAbove { from: n(from) }),
            };
            (name, Box::new(move |u| u.population.is_some_and(|p| p >= from && p < to)))
        })
        .collect()
}

fn build(
    presenter: &Presenter<'_>,
    id: &'static str,
    groups: Vec<(String, Vec<UnitGroup>)>,
) -> Option<Table> {
    if presenter.run.units[0].iter().all(|u| u.population.is_none()) {
        return None;
    }
    let mut rows = Vec::new();
    for (heading, groups) in groups {
        let first = rows.len();
        rows.extend(groups.iter().filter_map(|group| group_row(presenter, group)));
        if let Some(row) = rows.get_mut(first) {
            row.group = Some(heading);
        }
    }
    if rows.is_empty() {
        return None;
    }
    let t = presenter.t;
    let mut columns = [say::COLUMN_UNITS, say::COLUMN_PER_10000, say::COLUMN_NET_PER_INHABITANT]
        .map(|id| t.get(id))
        .to_vec();
    for model in presenter.others() {
        let model = &presenter.model(model);
        columns.push(t.get(say::ColumnChange { model }));
        columns.push(t.get(say::ColumnWin { model }));
        columns.push(t.get(say::ColumnLose { model }));
    }
    let kroner: Vec<usize> =
        std::iter::once(3).chain((0..presenter.others().len()).map(|m| 4 + 3 * m)).collect();
    let mut table = table(presenter, id, columns, rows).columns_in(&kroner, &presenter.kroner(Scale::One));
    table.notes = [say::NOTE_GROUPS, say::NOTE_WIN, say::NOTE_ILLUSTRATION].map(|id| t.get(id)).to_vec();
    table.title = titled(presenter, &table.title);
    table.sources = vec!["units.csv"];
    Some(table)
}

/// A title that says it where units' users are placed by the model and not observed.
pub fn titled(presenter: &Presenter<'_>, title: &str) -> String {
    match presenter.run.units[0].iter().all(|u| u.observed) {
        true => title.to_string(),
        false => presenter.t.get(say::TitleIllustration { title }),
    }
}

fn group_row(presenter: &Presenter<'_>, (name, member): &UnitGroup) -> Option<Row> {
    let own = |model: usize| presenter.run.units[model].iter().filter(|u| member(u));
    let count = own(0).count();
    if count == 0 {
        return None;
    }
    let none_shown = own(0).all(|u| u.hidden);
    let inhabitants: f64 = own(0).filter(|u| !u.hidden).filter_map(|u| u.population).sum();
    let per = |model: usize, of: fn(&UnitLine) -> Option<f64>| {
        let sum: f64 = own(model).filter_map(of).sum();
        (inhabitants > 0.0).then_some(sum / inhabitants)
    };
    let show = |value: Option<f64>, of: fn(f64) -> Quantity| match none_shown {
        true => Cell::Missing(Missing::Hidden),
        false => presenter.cell(value, of),
    };
    let mut cells = vec![
        presenter.cell(Some(count as f64), whole),
        show(per(0, |u| u.full_effect.recipients).map(|x| x * 1e4), tenth),
        show(per(0, |u| u.full_effect.municipality_net), whole),
    ];
    for model in presenter.others() {
        cells.push(show(per(model, |u| u.full_effect.change), whole_change));
        let changes = || own(model).filter_map(|u| u.full_effect.change_per_inhabitant);
        cells.push(show(Some(changes().filter(|c| *c < -EVEN).count() as f64), whole));
        cells.push(show(Some(changes().filter(|c| *c > EVEN).count() as f64), whole));
    }
    let uncovered = presenter.others().filter_map(|model| {
        let shown = |model: usize| own(model).filter(|u| !u.hidden);
        let amount = Quantity::to_place(Scale::Million, uncovered(shown(model), shown(0))?, 5);
        let (model, amount) = (presenter.model(model), amount.number(presenter.lang()));
        Some(presenter.t.get(say::GroupUncovered { model, amount }))
    });
    Some(Row::new(name.clone(), cells).about(uncovered.collect::<Vec<_>>().join("; ")))
}

/// What the withdrawal of some units takes beyond what they are relieved of for BPA in the compared year, fixed kroner;
/// nothing where it is covered.
pub fn uncovered<'a>(
    own: impl Iterator<Item = &'a UnitLine>,
    zero: impl Iterator<Item = &'a UnitLine>,
) -> Option<f64> {
    let without: f64 = zero.filter_map(|u| u.full_effect.municipality_net_bpa).sum();
    let mut sums = [0.0, -without];
    for u in own {
        sums[0] += u.full_effect.withdrawal.unwrap_or(0.0);
        sums[1] += u.full_effect.municipality_net_bpa.unwrap_or(0.0);
    }
    let [withdrawn, net] = sums;
    (withdrawn > 0.0 && withdrawn + net >= LEAST_UNCOVERED).then_some(withdrawn + net)
}

/// A number known of single units, whole.
pub fn whole(x: f64) -> Quantity {
    Quantity::to_place(Scale::One, x, 0)
}

/// The same to one decimal.
pub fn tenth(x: f64) -> Quantity {
    Quantity::to_place(Scale::One, x, -1)
}

/// A change known of single units, whole.
pub fn whole_change(x: f64) -> Quantity {
    whole(x).of_difference()
}

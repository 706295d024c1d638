//! Budget effects: by chapter and item of the state budget, and by payer and item, year by year.

use super::chapters::{ChapterLine, place, places};
use crate::ledger::{Item, Payer};
use crate::report::document::{Cell, Row, Table};
use crate::report::number::Scale;
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::say;

/// Whole thousand kroner: the unit of budget documents, in which rows must add up.
fn thousands(kroner: f64) -> Quantity {
    Quantity::to_place(Scale::Thousand, kroner, 3)
}

/// Millions to the hundred thousand, in which rows must add up.
fn millions(kroner: f64) -> Quantity {
    Quantity::to_place(Scale::Million, kroner, 5)
}

/// Years shown of the phase-in, from the year before the first model starts.
const YEARS: usize = 6;

/// Years around the start of the models: phase-in and the first years in full effect.
fn years(presenter: &Presenter<'_>) -> Vec<i32> {
    let start = |levers: &serde_json::Map<String, serde_json::Value>| levers.get("start_year")?.as_i64();
    let others = presenter.run.about.models.iter().skip(1);
    let first = others
        .filter_map(|m| start(&m.levers))
        .min()
        .map_or(*presenter.run.years().start(), |y| y as i32 - 1);
    let all: Vec<i32> = presenter.run.years().collect();
    let from = all.iter().position(|y| *y >= first).unwrap_or(0).min(all.len().saturating_sub(YEARS));
    let mut shown: Vec<i32> = all[from..].iter().copied().take(YEARS).collect();
    shown.extend(all.last());
    shown.dedup();
    shown
}

/// Change of an account against the zero alternative, kroner of the year.
fn change(presenter: &Presenter<'_>, model: usize, year: i32, account: (Payer, Item), cash: bool) -> f64 {
    let own = |m: usize| presenter.run.account(m, year, account.0, account.1, cash);
    own(model) - own(0)
}

/// Change of the state's expenditure under each model, by chapter and item: as paid, in each year's kroner; then the
/// sum as earned, and the sum in fixed kroner.
pub fn state_budget(presenter: &Presenter<'_>) -> Table {
    let (places, years) = (places(), years(presenter));
    let state: Vec<(Payer, Item)> =
        presenter.run.accounts().into_iter().filter(|(payer, _)| *payer == Payer::State).collect();
    let mut rows = Vec::new();
    // The item as it is without a change, so that changes are seen beside it.
    if presenter.has_scheme() {
        let today = |item: Item| {
            let of = |year: &i32| presenter.run.account(0, *year, Payer::State, item, true);
            (item, years.iter().map(of).collect())
        };
        let scheme: Vec<(Item, Vec<f64>)> = REFUND_SCHEME.into_iter().map(today).collect();
        rows = refund_scheme(presenter, place(&places, Payer::State, Item::Refund), years.len(), &scheme);
        let group = presenter.t.get(say::GroupItemToday { model: presenter.model(0) });
        rows[0].group = Some(group);
    }
    for model in presenter.others() {
        let group = rows.len();
        let changes = |account: (Payer, Item), cash| -> Vec<f64> {
            years.iter().map(|y| change(presenter, model, *y, account, cash)).collect()
        };
        let mut sums = [vec![0.0; years.len()], vec![0.0; years.len()]];
        let mut scheme: Vec<(Item, Vec<f64>)> = Vec::new();
        for &account in &state {
            let (paid, earned) = (changes(account, true), changes(account, false));
            for (sum, own) in sums.iter_mut().zip([&paid, &earned]) {
                sum.iter_mut().zip(own).for_each(|(s, x)| *s += x);
            }
            if paid.iter().chain(&earned).all(|x| *x == 0.0) {
                continue;
            }
            if let Some(item) = REFUND_SCHEME.into_iter().find(|item| *item == account.1) {
                scheme.push((item, paid));
                continue;
            }
            let place = place(&places, account.0, account.1);
            rows.push(row(presenter, &head(presenter, place, account.1), &about(presenter, place), &paid));
        }
        let whole =
            refund_scheme(presenter, place(&places, Payer::State, Item::Refund), years.len(), &scheme);
        rows.splice(group..group, whole);
        let fixed: Vec<f64> =
            years.iter().zip(&sums[0]).map(|(y, x)| x * presenter.run.to_fixed(*y)).collect();
        let t = presenter.t;
        let fixed_kroner = presenter.kroner(Scale::Thousand);
        rows.push(row(presenter, &t.get(say::ROW_SUM_PAID), &t.get(say::UNIT_NOMINAL), &sums[0]).sum());
        rows.push(row(presenter, &t.get(say::ROW_SUM_EARNED), &t.get(say::UNIT_NOMINAL), &sums[1]).sum());
        rows.push(row(presenter, &t.get(say::ROW_SUM_FIXED), "", &fixed).unit(fixed_kroner).sum());
        if let Some(first) = rows.get_mut(group) {
            first.group = Some(presenter.pair((model, 0)));
        }
    }
    let mut table = super::table(presenter, "budget", years.iter().map(i32::to_string).collect(), rows);
    table.notes = [say::NOTE_BUDGET, say::NOTE_BUDGET_LAG, say::NOTE_BUDGET_CHAPTERS]
        .map(|note| presenter.t.get(note))
        .to_vec();
    table.unit = presenter.t.get(say::UNIT_BUDGET);
    table.sources = vec!["ledger.csv", "summary.csv"];
    table
}

/// The item of the refund scheme in all, and whom it is for.
const REFUND_SCHEME: [Item; 3] = [Item::Refund, Item::SchemeBase, Item::SchemeReform];

/// Rows of the refund scheme: the item in all, of which persons simulated, of which the rest.
fn refund_scheme(
    presenter: &Presenter<'_>,
    place: Option<&ChapterLine>,
    years: usize,
    scheme: &[(Item, Vec<f64>)],
) -> Vec<Row> {
    if scheme.is_empty() {
        return Vec::new();
    }
    let sum = |of: fn(Item) -> bool| -> Vec<f64> {
        let own = || scheme.iter().filter(|(item, _)| of(*item));
        (0..years).map(|year| own().map(|(_, values)| values[year]).sum()).collect()
    };
    let t = presenter.t;
    let whole = head(presenter, place, Item::Refund);
    if !presenter.has_scheme() {
        return vec![row(presenter, &whole, &about(presenter, place), &sum(|_| true))];
    }
    let estimate = t.get(say::AN_ESTIMATE);
    let in_all = t.get(say::RowItemInAll { item: &whole });
    vec![
        row(presenter, &in_all, &format!("{}; {estimate}", about(presenter, place)), &sum(|_| true)),
        row(presenter, &t.get(say::ROW_OF_WHICH_SIMULATED), "", &sum(|item| item == Item::Refund)),
        row(presenter, &t.get(say::ROW_OF_WHICH_REST), "", &sum(|item| item != Item::Refund)),
    ]
}

fn row(presenter: &Presenter<'_>, head: &str, about: &str, values: &[f64]) -> Row {
    let cells: Vec<Cell> = values.iter().map(|x| presenter.cell(Some(*x), thousands)).collect();
    Row::new(head, cells).about(about)
}

fn head(presenter: &Presenter<'_>, place: Option<&ChapterLine>, item: Item) -> String {
    let lang = presenter.lang();
    match place {
        Some(place) => format!("{} {}", place.number(lang), place.label(lang)),
        None => item.label().get(lang).to_string(),
    }
}

fn about(presenter: &Presenter<'_>, place: Option<&ChapterLine>) -> String {
    place.map_or(String::new(), |place| presenter.t.by_id(&format!("budget-status-{}", place.status)))
}

/// The whole ledger: payer and item by year under every model, as earned, in each year's kroner.
pub fn ledger(presenter: &Presenter<'_>) -> Table {
    let years: Vec<i32> = presenter.run.years().collect();
    let lang = presenter.lang();
    let mut rows = Vec::new();
    for model in presenter.all() {
        let first = rows.len();
        for (payer, item) in presenter.run.accounts() {
            let own = |y: &i32| presenter.run.account(model, *y, payer, item, false);
            let values: Vec<f64> = years.iter().map(own).collect();
            if values.iter().all(|x| *x == 0.0) {
                continue;
            }
            let cells = values.iter().map(|x| presenter.cell(Some(*x), millions)).collect();
            rows.push(Row::new(format!("{}: {}", payer.label().get(lang), item.label().get(lang)), cells));
        }
        if let Some(row) = rows.get_mut(first) {
            row.group = Some(presenter.model(model));
        }
    }
    let mut table = super::table(presenter, "ledger", years.iter().map(i32::to_string).collect(), rows);
    table.unit = presenter.t.get(say::UnitLedger { scale: Scale::Million.word(lang) });
    table.notes = vec![presenter.t.get(say::NOTE_LEDGER)];
    table.sources = vec!["ledger.csv"];
    table.long = true;
    table
}

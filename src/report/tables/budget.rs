//! Budget effects: by chapter and item of the state budget, and by payer and item, year by year.

use super::chapters::number;
use crate::records::tables::BudgetLine;
use crate::report::budget_lines::{self, ACCRUAL, CASH, DOUBLE_PAYMENT, ITEM, OUTSIDE, PART, UNCOVERED};
use crate::report::document::{Cell, Row, Table};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::number::Scale;
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

/// Change of the state's expenditure under each model, by chapter and item: as paid, in each year's kroner; then the sums,
/// what is left out of them and why.
pub fn state_budget(presenter: &Presenter<'_>) -> Table {
    state_budget_in(presenter, &years(presenter))
}

/// The same in some years.
pub fn state_budget_in(presenter: &Presenter<'_>, years: &[i32]) -> Table {
    let (t, lines) = (presenter.t, budget_lines::lines(presenter.run));
    let mut rows = Vec::new();
    // The item as it is without a change, so that changes are seen beside it.
    if presenter.run.has_scheme() {
        let today = of_model(presenter, &lines, 0, years);
        let whole = today.iter().take_while(|own| own.is_refund());
        rows.extend(whole.map(|own| own.row(presenter, own.levels.clone())));
        if let Some(first) = rows.first_mut() {
            first.group = Some(t.get(say::GroupItemToday { model: presenter.model(0) }));
        }
    }
    for model in presenter.others() {
        let own = of_model(presenter, &lines, model, years);
        let moved = |own: &&ItemLines<'_>| own.paid.iter().chain(&own.earned).any(|x| *x != 0.0);
        // Of the refund scheme all is told or nothing: in all, persons simulated, the rest.
        let refund = own.iter().filter(|own| own.is_refund()).any(|own| moved(&own));
        let told = |own: &&ItemLines<'_>| if own.is_refund() { refund } else { moved(own) };
        let moved: Vec<&ItemLines<'_>> = own.iter().filter(told).collect();
        let left_out = || moved.iter().filter(|own| own.first.line == OUTSIDE);
        let sum = |values: for<'x> fn(&'x ItemLines<'_>) -> &'x Vec<f64>, outside: bool| -> Vec<f64> {
            let counted =
                moved.iter().filter(|own| own.first.line == ITEM || outside && own.first.line == OUTSIDE);
            let add = |sum: Vec<f64>, own: &&ItemLines<'_>| {
                sum.iter().zip(values(own)).map(|(sum, x)| sum + x).collect()
            };
            counted.fold(vec![0.0; years.len()], add)
        };
        let group = rows.len();
        let inside = moved.iter().filter(|own| own.first.line != OUTSIDE);
        rows.extend(inside.map(|own| own.row(presenter, own.paid.clone())));
        let (paid, earned) = (sum(|own| &own.paid, false), sum(|own| &own.earned, false));
        let fixed: Vec<f64> = years.iter().zip(&paid).map(|(y, x)| x * presenter.run.to_fixed(*y)).collect();
        let fixed_kroner = presenter.kroner(Scale::Thousand);
        let nominal = t.get(say::UNIT_NOMINAL);
        rows.push(row(presenter, &t.get(say::ROW_SUM_PAID), &nominal, &paid).sum());
        rows.push(row(presenter, &t.get(say::ROW_SUM_EARNED), &nominal, &earned).sum());
        rows.push(row(presenter, &t.get(say::ROW_SUM_FIXED), "", &fixed).unit(fixed_kroner).sum());
        let outside = rows.len();
        rows.extend(left_out().map(|own| own.row(presenter, own.paid.clone())));
        if rows.len() > outside {
            let all = sum(|own| &own.paid, true);
            rows.push(row(presenter, &t.get(say::ROW_STATE_IN_ALL), &nominal, &all).sum());
            rows[outside].group = Some(t.get(say::GroupOutsideSum { model: presenter.model(model) }));
        }
        if let Some(first) = rows.get_mut(group) {
            first.group = Some(presenter.pair((model, 0)));
        }
    }
    let mut table = super::table(presenter, "budget", years.iter().map(i32::to_string).collect(), rows);
    table.notes = [say::NOTE_BUDGET, say::NOTE_BUDGET_LAG, say::NOTE_BUDGET_CHAPTERS]
        .map(|note| presenter.t.get(note))
        .to_vec();
    table.unit = presenter.t.get(say::UNIT_BUDGET);
    table.sources = vec!["budget.csv"];
    table
}

/// An item of the budget over the years that are shown.
struct ItemLines<'a> {
    first: &'a BudgetLine,
    levels: Vec<f64>,
    paid: Vec<f64>,
    earned: Vec<f64>,
    /// What stands under its head: where it is known from, and what is said of its years.
    about: String,
}

/// The items of a model, in order.
fn of_model<'a>(
    presenter: &Presenter<'_>,
    lines: &'a [BudgetLine],
    model: usize,
    years: &[i32],
) -> Vec<ItemLines<'a>> {
    let id = &presenter.run.about.models[model].id;
    let own: Vec<&BudgetLine> = lines.iter().filter(|line| line.model == *id).collect();
    let same = |a: &BudgetLine, b: &BudgetLine| a.line == b.line && a.name == b.name;
    let mut items: Vec<ItemLines<'a>> = Vec::new();
    for line in &own {
        if items.iter().any(|item| same(item.first, line)) {
            continue;
        }
        let of = |view: &'static str| own.iter().filter(move |l| same(l, line) && l.view == view);
        let change = |view| -> Vec<f64> {
            years.iter().map(|y| of(view).find(|l| l.year == *y).map_or(0.0, |l| l.change)).collect()
        };
        let levels = years.iter().map(|y| of(CASH).find(|l| l.year == *y).map_or(0.0, |l| l.level)).collect();
        let (paid, earned) = (change(CASH), change(ACCRUAL));
        let about = about(presenter, line, &of(CASH).copied().collect::<Vec<_>>());
        items.push(ItemLines { first: line, levels, paid, earned, about });
    }
    items
}

impl ItemLines<'_> {
    /// Whether it is the item of the refund scheme, or a part of it.
    fn is_refund(&self) -> bool {
        self.first.chapter == REFUND[0] && self.first.item == REFUND[1]
    }

    fn row(&self, presenter: &Presenter<'_>, values: Vec<f64>) -> Row {
        row(presenter, &head(presenter, self.first), &self.about, &values)
    }
}

/// Chapter and item of the refund scheme.
const REFUND: [&str; 2] = ["575", "60"];

fn row(presenter: &Presenter<'_>, head: &str, about: &str, values: &[f64]) -> Row {
    let cells: Vec<Cell> = values.iter().map(|x| presenter.cell(Some(*x), thousands)).collect();
    Row::new(head, cells).about(about)
}

fn head(presenter: &Presenter<'_>, line: &BudgetLine) -> String {
    let (lang, name) = (presenter.lang(), line.name_in(presenter.lang()));
    if line.line == PART {
        return name.to_string();
    }
    let number = number(&line.chapter, &line.item, lang);
    let whole = if number.is_empty() { name.to_string() } else { format!("{number} {name}") };
    let refund = presenter.run.has_scheme() && line.chapter == REFUND[0] && line.item == REFUND[1];
    if refund { presenter.t.get(say::RowItemInAll { item: &whole }) } else { whole }
}

/// Where an item is known from, why it is left out of the sum, and which years ask for a word.
fn about(presenter: &Presenter<'_>, line: &BudgetLine, years: &[&BudgetLine]) -> String {
    let t = presenter.t;
    let mut said = Vec::new();
    match (line.line.as_str(), line.source.is_empty()) {
        (PART, _) => {}
        (OUTSIDE, _) => said.push(t.by_id(&format!("budget-status-{}", line.remark))),
        (_, true) => said.push(t.by_id("budget-status-new")),
        (_, false) => said.push(t.by_id("budget-status-document")),
    }
    for own in years {
        let year = own.year;
        match (own.remark.as_str(), own.uncovered) {
            (DOUBLE_PAYMENT, _) => said.push(t.get(say::BudgetPaysTwice { year })),
            (UNCOVERED, Some(kroner)) => {
                let amount = millions(kroner).number(presenter.lang());
                said.push(t.get(say::BudgetUncovered { year, amount }));
            }
            _ => {}
        }
    }
    said.join("; ")
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

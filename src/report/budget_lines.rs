//! The state budget line by line: every item under every model in every year, as paid and as earned, with what is left
//! out of the sum and why. Table, workbook and files are made of these.

use super::run::Run;
use super::tables::chapters::{ChapterLine, place, places};
use crate::analysis::summary::Basis;
use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use crate::records::tables::{BudgetLine, SummaryLine};
use crate::text::{Lang, say};

/// What the column `line` of an item that counts in the sum holds.
pub const ITEM: &str = "item";
/// … of a part of the item above.
pub const PART: &str = "part";
/// … of a line that is left out of the sum.
pub const OUTSIDE: &str = "outside";
/// The view of amounts in the year they are paid.
pub const CASH: &str = "cash";
/// The view of amounts in the year they are earned.
pub const ACCRUAL: &str = "accrual";
/// What is said where two years' refunds are paid in one.
pub const DOUBLE_PAYMENT: &str = "double_payment";
/// What is said where more is withdrawn than municipalities are relieved of.
pub const UNCOVERED: &str = "uncovered";
/// What is said of an amount that no persons are simulated for.
const ESTIMATE: &str = "estimate";
/// What a year's withdrawal must exceed the relief by to be told, NOK: what a million with one decimal shows.
pub const LEAST_UNCOVERED: f64 = 50_000.0;
/// The item of the refund scheme in all, and whom it is for.
const REFUND_SCHEME: [Item; 3] = [Item::Refund, Item::SchemeBase, Item::SchemeReform];
/// How near an outcome's mean must be to an account's to be the same amount, NOK: their sums are rounded apart.
const SAME: f64 = 1.0;

/// Every line, by model, year, view and item.
pub fn lines(run: &Run) -> Vec<BudgetLine> {
    let of = Lines { run, places: places(), accounts: state_accounts(run), scheme: run.has_scheme() };
    let mut all = Vec::new();
    for model in 0..run.models() {
        for year in run.years() {
            for view in [CASH, ACCRUAL] {
                of.add(&mut all, At { model, year, view });
            }
        }
    }
    all
}

/// Accounts of the state with an amount in some model and year.
fn state_accounts(run: &Run) -> Vec<Item> {
    let accounts = run.accounts().into_iter();
    accounts.filter(|(payer, _)| *payer == Payer::State).map(|(_, item)| item).collect()
}

/// Which model, year and view.
#[derive(Clone, Copy)]
struct At {
    model: usize,
    year: i32,
    view: &'static str,
}

struct Lines<'a> {
    run: &'a Run,
    places: Vec<ChapterLine>,
    accounts: Vec<Item>,
    scheme: bool,
}

impl Lines<'_> {
    fn add(&self, all: &mut Vec<BudgetLine>, at: At) {
        let refund: Vec<Item> =
            REFUND_SCHEME.into_iter().filter(|item| self.accounts.contains(item)).collect();
        if !refund.is_empty() {
            self.add_refund(all, &refund, at);
        }
        let mut rest: Vec<Item> =
            self.accounts.iter().copied().filter(|item| !REFUND_SCHEME.contains(item)).collect();
        // In the order of the list of chapters.
        rest.sort_by_key(|item| {
            let place = place(&self.places, Payer::State, *item);
            self.places.iter().position(|own| Some(own) == place)
        });
        for counted in [true, false] {
            for item in rest.iter().copied() {
                let place = place(&self.places, Payer::State, item);
                if place.is_some_and(ChapterLine::is_counted) == counted {
                    let mut line = self.line(place, item, &[item], at);
                    if item == Item::Withdrawal {
                        self.tell_uncovered(&mut line, at);
                    }
                    all.push(line);
                }
            }
        }
    }

    /// The item of the refund scheme in all, of which persons simulated, of which the rest.
    fn add_refund(&self, all: &mut Vec<BudgetLine>, accounts: &[Item], at: At) {
        let place = place(&self.places, Payer::State, Item::Refund);
        let double = at.view == CASH && pays_twice(self.run, at.model, at.year);
        let mut whole = self.line(place, Item::Refund, accounts, at);
        if double {
            whole.remark = DOUBLE_PAYMENT.into();
        }
        all.push(whole);
        if !self.scheme {
            return;
        }
        let rest: Vec<Item> = accounts.iter().copied().filter(|item| *item != Item::Refund).collect();
        for (accounts, words, simulated) in
            [(&[Item::Refund][..], say::ROW_OF_WHICH_SIMULATED, true), (&rest, say::ROW_OF_WHICH_REST, false)]
        {
            let mut part = self.line(place, Item::Refund, accounts, at);
            [&mut part.name, &mut part.name_nn, &mut part.name_en]
                .into_iter()
                .zip([Lang::Nb, Lang::Nn, Lang::En])
                .for_each(|(name, lang)| *name = words.get(lang).into());
            part.line = PART.into();
            part.remark = match (simulated, double) {
                (true, true) => DOUBLE_PAYMENT.into(),
                (false, _) => ESTIMATE.into(),
                _ => String::new(),
            };
            all.push(part);
        }
    }

    fn line(&self, place: Option<&ChapterLine>, item: Item, accounts: &[Item], at: At) -> BudgetLine {
        let amount = |model: usize| -> f64 {
            let of = |item: &Item| self.run.account(model, at.year, Payer::State, *item, at.view == CASH);
            accounts.iter().map(of).sum()
        };
        let (level, change) = (amount(at.model), amount(at.model) - amount(0));
        let same = same_amount(accounts, at.view);
        let interval = |line: Option<&SummaryLine>, mean: f64| -> [Option<f64>; 2] {
            let sign = same.map_or(1.0, |(_, sign)| sign);
            let ends = line.filter(|line| (line.mean * sign - mean).abs() < SAME);
            let ends = ends.and_then(SummaryLine::interval);
            let (low, high) = ends.map_or((None, None), |(low, high)| (Some(low * sign), Some(high * sign)));
            if sign < 0.0 { [high, low] } else { [low, high] }.map(|end| end.map(whole))
        };
        let figure =
            same.and_then(|(outcome, _)| self.run.figure(outcome, at.model, Basis::Nominal, Some(at.year)));
        let difference = same.filter(|_| at.model > 0).and_then(|(outcome, _)| {
            self.run.difference(outcome, (at.model, 0), Basis::Nominal, Some(at.year))
        });
        let [level_p05, level_p95] = interval(figure, level);
        let [change_p05, change_p95] = interval(difference, change);
        let name = |lang: Lang| place.map_or(item.label().get(lang).to_string(), |p| p.label(lang));
        let counted = place.is_some_and(ChapterLine::is_counted);
        let status = place.map_or("work_aid", |place| place.status.as_str());
        BudgetLine {
            chapter: place.map_or(String::new(), |place| place.chapter.clone()),
            item: place.map_or(String::new(), |place| place.post.clone()),
            name: name(Lang::Nb),
            name_nn: name(Lang::Nn),
            name_en: name(Lang::En),
            line: if counted { ITEM } else { OUTSIDE }.into(),
            year: at.year,
            period: "year".into(),
            model: self.run.about.models[at.model].id.clone(),
            view: at.view.into(),
            level: whole(level),
            level_p05,
            level_p95,
            change: whole(change),
            change_p05,
            change_p95,
            remark: if counted { String::new() } else { status.into() },
            uncovered: None,
            source: place.map_or(String::new(), |place| place.source.clone()),
        }
    }

    fn tell_uncovered(&self, line: &mut BudgetLine, at: At) {
        if let Some(uncovered) = uncovered(self.run, at.model, at.year) {
            (line.remark, line.uncovered) = (UNCOVERED.into(), Some(whole(uncovered)));
        }
    }
}

/// Whole kroner: no draws can tell more, and sums of what is written are then sums of what is shown. Never a nought with a
/// sign.
fn whole(kroner: f64) -> f64 {
    kroner.round() + 0.0
}

/// The outcome that is the same amount as the state's accounts together, and with which sign: its draws give the interval.
fn same_amount(accounts: &[Item], view: &str) -> Option<(Outcome, f64)> {
    use Outcome as O;
    let [account] = accounts else {
        return match (accounts.contains(&Item::Refund), view) {
            (true, CASH) => Some((O::RefundSchemeTotalCash, 1.0)),
            (true, _) => Some((O::RefundSchemeTotal, 1.0)),
            (false, CASH) => None,
            (false, _) => Some((O::RefundRest, 1.0)),
        };
    };
    match account {
        Item::Refund if view == ACCRUAL => Some((O::Refund, 1.0)),
        Item::HourGrant => Some((O::HourGrant, 1.0)),
        Item::Withdrawal => Some((O::Withdrawal, -1.0)),
        Item::Administration => Some((O::AdministrationState, 1.0)),
        Item::Introduction => Some((O::Introduction, 1.0)),
        Item::Admissions => Some((O::AdmissionsCost, 1.0)),
        Item::HealthServices => Some((O::HealthServicesCost, 1.0)),
        _ => None,
    }
}

/// What a year's withdrawal takes beyond what municipalities are relieved of for BPA, nominal kroner; nothing where it is
/// covered.
pub fn uncovered(run: &Run, model: usize, year: i32) -> Option<f64> {
    let withdrawn = run.figure(Outcome::Withdrawal, model, Basis::Nominal, Some(year))?;
    let outcome = Outcome::MunicipalityNetBpaAfterWithdrawal;
    let after = run.difference(outcome, (model, 0), Basis::Nominal, Some(year))?;
    (withdrawn.mean > 0.0 && after.mean >= LEAST_UNCOVERED).then_some(after.mean)
}

/// Whether a year pays refunds of more than one: the model's lag is shorter than today's, from its first year on.
pub fn pays_twice(run: &Run, model: usize, year: i32) -> bool {
    let whole = |model: usize, lever: &str| -> Option<i64> {
        let value = run.about.models.get(model)?.levers.get(lever)?;
        value.as_i64().or(value.as_f64().map(|x| x as i64))
    };
    let lag = |model| whole(model, "refund.lag_years");
    let shorter = lag(model).zip(lag(0)).is_some_and(|(own, zero)| own < zero);
    model > 0 && shorter && whole(model, "start_year") == Some(i64::from(year))
}

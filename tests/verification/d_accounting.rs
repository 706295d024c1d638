//! V-D: accounting. V-D06 and V-D15 do not apply (one price an hour, no VAT); V-D09 and V-D14 come
//! later (gate 2), V-D12 with the report. V-D11 stands as a test of the tables on screen.

use super::common::{NO_BEHAVIOUR, both, national, run, small, small_file, world};
use bpasim::analysis::statistics::paired;
use bpasim::analysis::summary::{Basis, Period, Statistic, by_world, summarise};
use bpasim::behaviour::relatives;
use bpasim::engine::national::WorldFigures;
use bpasim::engine::posting::{UnitTerms, post};
use bpasim::engine::sums::ByUnit;
use bpasim::ledger::{Account, Item, Payer};
use bpasim::outcomes::Outcome;
use bpasim::rules::zone::relative_price;
use bpasim::rules::{WEEKS, benefit};
use bpasim::scenario::overrides::Options;

const START: &[&str] = &["financing.A.start_year=2025", "financing.B.start_year=2025"];

/// What one payer pays and another receives; nothing real is used.
const TRANSFERS: [Item; 5] =
    [Item::Refund, Item::HourGrant, Item::Copayment, Item::CareAllowance, Item::Withdrawal];

fn over_payers(account: &Account, item: Item) -> i64 {
    Payer::ALL.iter().map(|p| account.get(*p, item)).sum()
}

#[test]
fn v_d01_transfers_cancel_and_the_rest_is_real_in_every_unit_year_and_model() {
    let s = national(4, START);
    let (draw, sums, f) = world(&s, 0, 1);
    let mut seen = 0;
    for (model, t) in (0..3).flat_map(|m| (0..4).map(move |t| (m, t))) {
        let mut country: Account = Account::default();
        for (unit, row) in s.units.iter().zip(sums.units(model, t)) {
            let terms = UnitTerms {
                employer_tax: draw.theta.employer_tax[unit.zone].into(),
                zone_price: relative_price(draw.theta.employer_tax[unit.zone], draw.theta.employer_tax[0])
                    .into(),
                introduction_municipal: 0.into(),
                introduction_state: 0.into(),
            };
            let mut a: Account = Account::default();
            let own = post(&mut a, &draw, &draw.in_year[model][t], t, [row], terms);
            assert_eq!((own.municipality, own.state), (a.nets(Payer::Municipality), a.nets(Payer::State)));
            assert_eq!(a.total(), a.real(), "{}", unit.id);
            for item in TRANSFERS {
                assert_eq!(over_payers(&a, item), 0, "{item:?} in {}", unit.id);
            }
            post(&mut country, &draw, &draw.in_year[model][t], t, [row], terms);
        }
        let account = &f.accounts[model * 4 + t];
        assert_eq!(account.total(), account.real());
        assert_eq!(over_payers(account, Item::Withdrawal), 0);
        // The national account is the sum of its units; what is not summed over persons comes on top.
        for (payer, item) in Payer::ALL.iter().flat_map(|p| Item::ALL.map(|i| (*p, i))) {
            let beside = [
                Item::Withdrawal,
                Item::Introduction,
                Item::IncomeEffect,
                Item::SchemeBase,
                Item::SchemeReform,
                Item::SchemeServices,
            ];
            if !beside.contains(&item) {
                assert_eq!(account.get(payer, item), country.get(payer, item), "{payer:?} {item:?}");
                seen += usize::from(country.get(payer, item) != 0);
            }
        }
    }
    assert!(seen > 200, "{seen} amounts");
}

/// B differs from the zero alternative by the refund rate only.
const RATE_90: &[&str] = &[
    "financing.B.start_year=2025",
    "financing.B.refund.rate=0.9",
    "financing.B.refund.threshold_factor=1",
    "financing.B.refund.max_age=refund.max_age",
    "financing.B.refund.claim_share=refund.claim_share",
    "financing.B.refund.salience=refund.salience",
    "financing.B.refund.scope=all",
    "financing.B.hour_grant.rate=0",
    "financing.B.harmonisation=0",
    "financing.B.fast_track_months=none",
    "financing.B.one_off.municipal=0",
    "financing.B.one_off.state=0",
];

#[test]
fn v_d02_a_pure_change_of_payer_moves_money_and_nothing_else() {
    let s = small(5, &both(NO_BEHAVIOUR, RATE_90));
    for draw in 0..4 {
        let (_, sums, f) = world(&s, draw, 2);
        for t in 0..5 {
            for (null, own) in sums.units(0, t).iter().zip(sums.units(2, t)) {
                for column in 0..ByUnit::COUNT {
                    let money = [ByUnit::Refund, ByUnit::RefundBpa, ByUnit::RefundPool];
                    let money = money.map(|c| c as usize).contains(&column);
                    assert!(money || null[column].to_bits() == own[column].to_bits(), "column {column}");
                }
            }
            let (null, own) = (&f.accounts[t], &f.accounts[10 + t]);
            let of = |a: &Account, item| a.get(Payer::State, item);
            let moved = of(own, Item::Refund) - of(null, Item::Refund);
            let rest = of(own, Item::SchemeReform);
            assert_eq!(own.net(Payer::State) - null.net(Payer::State), moved + rest);
            assert_eq!((moved > 0, rest > 0), (t >= 1, t >= 1), "from the start year");
            for (payer, item) in Payer::ALL.iter().flat_map(|p| Item::ALL.map(|i| (*p, i))) {
                let x = match (payer, item) {
                    (Payer::State, Item::Refund) => moved,
                    (Payer::Municipality, Item::Refund) => -moved,
                    (Payer::State, Item::SchemeReform) => rest,
                    (Payer::Municipality, Item::SchemeReform) => -rest,
                    _ => 0,
                };
                assert_eq!(own.get(payer, item) - null.get(payer, item), x, "{payer:?} {item:?}");
            }
            let at = |m: usize, o: Outcome| f.outcomes[(m * Outcome::COUNT + o.index()) * 6 + t];
            for o in [Outcome::PublicNet, Outcome::SocietyCost, Outcome::UsersNet, Outcome::RelativesCost] {
                assert_eq!(at(2, o) - at(0, o), 0.0, "{o:?}");
            }
        }
    }
}

#[test]
fn v_d03_equal_models_differ_by_exactly_nothing() {
    let dir = tempfile::tempdir().expect("temporary folder");
    let base = small_file(dir.path());
    let text = std::fs::read_to_string(&base).expect("scenario");
    let more = "[financing.same]\nextends = \"null\"\ntitle = { nb = \"Lik\", nn = \"Lik\", en = \"Same\" }\n\
                [financing.again]\nextends = \"same\"\ntitle = { nb = \"Lik\", nn = \"Lik\", en = \"Again\" }\n";
    let file = dir.path().join("equal.toml");
    std::fs::write(&file, text + more).expect("scenario");
    let options =
        Options { sets: Vec::new(), models: Some(vec!["same".into(), "again".into()]), years: Some(4) };
    let s = bpasim::scenario::load(file.to_str().expect("path"), &options).expect("scenario");
    assert_eq!(s.models.len(), 3);
    let r = run(&s, 5, 1);
    let mut differences = 0;
    for row in summarise(&s, &r) {
        if row.statistic == Statistic::Level {
            continue;
        }
        differences += 1;
        let f = &row.figures;
        assert_eq!((f.mean, f.sd, f.mcse), (0.0, Some(0.0), Some(0.0)), "{row:?}");
        assert_eq!((f.percentiles, f.below_zero, f.above_zero), (Some([0.0; 5]), 0.0, 0.0), "{row:?}");
    }
    assert!(differences > 1000, "{differences} rows");
}

/// The small scenario's run with models in the order given.
fn ordered(models: &[&str]) -> (bpasim::scenario::Scenario, bpasim::engine::results::Results) {
    let dir = tempfile::tempdir().expect("temporary folder");
    let options = Options {
        sets: START.iter().map(|s| s.to_string()).collect(),
        models: Some(models.iter().map(|m| m.to_string()).collect()),
        years: Some(4),
    };
    let s = bpasim::scenario::load(&small_file(dir.path()), &options).expect("scenario");
    let r = run(&s, 6, 1);
    (s, r)
}

#[test]
fn v_d04_a_less_b_is_minus_b_less_a() {
    let ((s, ab), (_, ba)) = (ordered(&["A", "B"]), ordered(&["B", "A"]));
    for o in Outcome::ALL {
        for t in 0..4 {
            let of = |r, m| by_world(r, *o, m, Basis::Nominal, Period::Year(t));
            let [a, b] = [1, 2].map(|m| of(&ab, m));
            let one = paired(&b, &a);
            // The other order: A stands second, so its difference to B is the other way round.
            let other = paired(&of(&ba, 2), &of(&ba, 1));
            assert!(one.iter().zip(&other).all(|(x, y)| *x == -*y || x.is_nan() && y.is_nan()), "{o:?}");
            assert!(paired(&a, &a).iter().all(|x| *x == 0.0 || x.is_nan()));
        }
    }
    assert_eq!(s.models[1].id, "A");
}

#[test]
fn v_d05_differences_add() {
    let s = small(5, START);
    for draw in 0..4 {
        let (_, _, f) = world(&s, draw, 1);
        for t in 0..5 {
            for (payer, item) in Payer::ALL.iter().flat_map(|p| Item::ALL.map(|i| (*p, i))) {
                let x = [0, 1, 2].map(|m| f.accounts[m * 5 + t].get(payer, item));
                assert_eq!((x[1] - x[0]) - (x[2] - x[0]), x[1] - x[2]);
            }
        }
    }
    // In floats, and through the files' own differences.
    let r = run(&s, 6, 1);
    for o in Outcome::ALL {
        let of = |m| by_world(&r, *o, m, Basis::Nominal, Period::Year(4));
        let [null, a, b] = [0, 1, 2].map(of);
        let (a0, b0, ba) = (paired(&a, &null), paired(&b, &null), paired(&b, &a));
        for i in 0..a.len() {
            let size = a[i].abs().max(b[i].abs()).max(null[i].abs());
            assert!(ba[i].is_nan() || (b0[i] - a0[i] - ba[i]).abs() <= 1e-12 * size, "{o:?}");
        }
    }
}

#[test]
fn v_d07_employers_contributions_are_split_and_cost_nothing_in_all() {
    let taxed = |rate: f64| -> WorldFigures {
        let sets: Vec<String> = ["1", "1a", "2", "3", "4", "4a", "5"]
            .iter()
            .map(|z| format!("employer_tax.{z}={rate}"))
            .collect();
        let sets: Vec<&str> = sets.iter().map(String::as_str).collect();
        world(&small(3, &both(NO_BEHAVIOUR, &sets)), 0, 1).2
    };
    let (none, some) = (taxed(0.0), taxed(0.141));
    for (a, b) in none.accounts.iter().zip(&some.accounts) {
        assert_eq!((a.total(), a.real()), (b.total(), b.real()), "resources");
        for item in Item::ALL {
            assert_eq!(over_payers(a, item), over_payers(b, item), "{item:?}");
        }
        let share = |account: &Account| account.get(Payer::State, Item::LostWork);
        assert!(share(b) > share(a), "the state loses the contribution of those who work less");
        assert!(b.get(Payer::Relatives, Item::LostWork) < a.get(Payer::Relatives, Item::LostWork));
        assert!(b.get(Payer::State, Item::UsersWork) < a.get(Payer::State, Item::UsersWork));
    }
}

#[test]
fn v_d08_the_users_account_mirrors_the_others() {
    let s = small(3, START);
    let (draw, sums, f) = world(&s, 1, 1);
    let p = &draw.theta;
    for (model, t) in (0..3).flat_map(|m| (0..3).map(move |t| (m, t))) {
        let account = &f.accounts[model * 3 + t];
        let get = |payer, item| account.get(payer, item);
        assert_eq!(get(Payer::Users, Item::Copayment), -get(Payer::Municipality, Item::Copayment));
        assert_eq!(get(Payer::State, Item::Copayment), 0);
        let wage = draw.economy.wage[t];
        let pay = p.user_fte * p.full_time_hours * WEEKS * p.user_wage * wage;
        let g = draw.economy.basic_amount[t];
        let saved =
            benefit::saved(pay, p.disability_benefit * wage, p.benefit_reduction, p.benefit_free_amount, g);
        // Earnings less tax and lost benefit, and the on-costs above the contribution, each by hand.
        let (mut users, mut state, mut all) = (0.0, 0.0, 0.0);
        for (unit, row) in s.units.iter().zip(sums.units(model, t)) {
            let n = row[ByUnit::Employed as usize];
            let tax = p.employer_tax[unit.zone];
            users -= n * ((1.0 - p.income_tax_marginal) * (pay - saved) + (p.employer_on_cost - tax) * pay);
            state -= n * (p.income_tax_marginal * (pay - saved) + tax * pay + saved);
            all -= n * (1.0 + p.employer_on_cost) * pay;
        }
        // Some half øre a unit: earnings, benefit, tax and contribution are rounded.
        let near = |ore: i64, kroner: f64| (ore as f64 - 100.0 * kroner).abs() <= 5.0 * 7.0;
        assert!(all < 0.0 && near(get(Payer::Users, Item::UsersWork), users), "{users}");
        assert!(near(get(Payer::State, Item::UsersWork), state), "{state}");
        let both = get(Payer::Users, Item::UsersWork) + get(Payer::State, Item::UsersWork);
        assert!(near(both, all), "{all}");
        assert_eq!(over_payers(account, Item::UsersWork), both, "nobody else has part in it");
    }
}

#[test]
fn v_d10_fixed_kroner_are_nominal_ones_at_the_prices_of_the_price_year() {
    let s = small(6, &["municipal_deflator.long_run=0.03"]);
    let r = run(&s, 3, 1);
    let known = s.parameters.dated("municipal_deflator").expect("deflator");
    let growth = |year: i32| if year <= known.last_year() { known.at(year).0 } else { 0.03 };
    for t in 0..6usize {
        let year = 2024 + t as i32;
        // 2026-kroner: prices of 2026 over prices of the year.
        let mut factor = 1.0;
        (year + 1..=2026).for_each(|y| factor *= 1.0 + growth(y));
        (2027..=year).for_each(|y| factor /= 1.0 + growth(y));
        for o in [Outcome::BpaCost, Outcome::StateNet, Outcome::SocietyCost] {
            let of = |basis| by_world(&r, o, 1, basis, Period::Year(t));
            for (nominal, fixed) in of(Basis::Nominal).iter().zip(of(Basis::Fixed)) {
                assert!((fixed / (nominal * factor) - 1.0).abs() < 1e-12, "{year}");
                // Back again to the øre.
                assert_eq!((fixed / factor * 100.0).round(), (nominal * 100.0).round());
            }
        }
    }
}

#[test]
fn v_d13_relatives_time_is_counted_once_and_never_in_public_budgets() {
    let s = small(4, START);
    let (_, _, f) = world(&s, 0, 1);
    for account in &f.accounts {
        for item in [Item::RelativesTime, Item::RelativesHealth, Item::UnmetNeed] {
            assert_eq!(account.get(Payer::State, item) + account.get(Payer::Municipality, item), 0);
            assert_eq!(account.get(Payer::Employers, item), 0);
        }
        assert!(account.get(Payer::Relatives, Item::RelativesTime) > 0);
    }
    // An hour given instead of paid work is lost work, not time as well.
    assert_eq!(relatives::time(30.0, 12.0), 18.0);
    assert_eq!(relatives::time(30.0, 37.5), 0.0);
}

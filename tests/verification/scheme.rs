//! The whole refund scheme, withdrawals that are set anew and models that share lives, in runs: what must be the same to
//! the last bit, what must add up to the øre, and what takes over of decisions alone may move.

use super::common::{NO_BEHAVIOUR, both, mean, national, run, small, value, world};
use bpasim::engine::group::{Observation, Observer};
use bpasim::engine::national::WorldFigures;
use bpasim::engine::results::{Results, UnitFigure};
use bpasim::engine::run::Engine;
use bpasim::engine::sums::ByUnit;
use bpasim::ledger::{Item, Payer};
use bpasim::outcomes::{Kind, Outcome};
use bpasim::population::BLOCK;
use bpasim::random::WorldKey;
use bpasim::rules::transition_arrangement::{TransitionTerms, arranged};
use bpasim::scenario::Scenario;
use bpasim::scenario::financing::TransitionRule;
use proptest::prelude::*;

/// Every model starts early, those that extend A and B with them.
const START: &[&str] = &["financing.A.start_year=2025", "financing.B.start_year=2025"];

fn place(s: &Scenario, id: &str) -> usize {
    s.models.iter().position(|m| m.id == id).unwrap_or_else(|| panic!("no model {id}"))
}

/// An outcome of a world in all years, as bits.
fn bits(r: &Results, w: usize, model: usize, outcome: Outcome, years: usize) -> Vec<u64> {
    (0..=years).map(|t| value(r, w, model, outcome, t).to_bits()).collect()
}

/// What the rest of the scheme gets and who it is.
const OF_THE_REST: [Outcome; 7] = [
    Outcome::SchemeBase,
    Outcome::RefundRest,
    Outcome::SchemeReform,
    Outcome::SchemeServices,
    Outcome::SchemePersons,
    Outcome::SchemePersonsEntrants,
    Outcome::SchemePersonsOver67,
];

/// The parts of what a model adds.
const PARTS: [Outcome; 7] = Outcome::SCHEME_REFORM_PARTS;

#[test]
fn terms_for_persons_with_bpa_leave_the_rest_as_it_is_to_the_last_bit() {
    let s = small(5, START);
    let r = run(&s, 3, 1);
    let (a, b, scheme) = (place(&s, "A"), place(&s, "B"), place(&s, "B-scheme"));
    for w in 0..3 {
        for outcome in OF_THE_REST.into_iter().chain(PARTS) {
            let null = bits(&r, w, 0, outcome, 5);
            for model in [a, b] {
                assert_eq!(bits(&r, w, model, outcome, 5), null, "{outcome:?} of {}", s.models[model].id);
            }
        }
        assert_eq!(bits(&r, w, scheme, Outcome::SchemeBase, 5), bits(&r, w, 0, Outcome::SchemeBase, 5));
        for t in 1..5 {
            assert!(value(&r, w, scheme, Outcome::SchemeReform, t) > 0.0);
            assert!(value(&r, w, scheme, Outcome::SchemePersonsEntrants, t) > 0.0);
        }
    }
}

/// The whole country's refund of the first year is the account of its costs, to the øre of each municipality; in a part of the
/// country a share of it, which is the persons' simulated here too, is left out instead.
#[test]
fn the_simulated_and_the_rest_are_the_account() {
    const ACCOUNT: f64 = 13_335_900_000.0;
    let s = national(1, &[]);
    let (_, _, f) = world(&s, 0, 1);
    let of = |o: Outcome| f.outcomes[o.index() * 2];
    assert!(
        (of(Outcome::RefundSchemeTotal) - ACCOUNT).abs() <= 0.005 * 357.0,
        "{}",
        of(Outcome::RefundSchemeTotal)
    );
    let share = of(Outcome::Refund) / ACCOUNT;
    assert!((0.03..0.11).contains(&share), "{share}");
    let part = small(1, &[]);
    let (draw, _, f) = world(&part, 0, 1);
    let carried: f64 = part.scheme.as_ref().expect("a layer").below.iter().sum();
    let right = ACCOUNT * (1.0 - draw.theta.scheme_simulated_share) * carried;
    let base = f.outcomes[Outcome::SchemeBase.index() * 2];
    assert!((base - right).abs() <= 0.005 * 7.0 + 1e-12 * right, "{base} {right}");
}

/// Persons with the costs of the distribution, one at each of many evenly spaced places of it, add up to what the formulas
/// say: above half the statutory threshold, and residents of institutions.
#[test]
fn closed_forms_are_sums_over_persons() {
    use bpasim::math::{exp, ln, normal_quantile};
    use bpasim::scheme::{nursing::Residents, pareto::Costs};
    const PERSONS: usize = 400_000;
    let places = || (0..PERSONS).map(|i| (i as f64 + 0.5) / PERSONS as f64);
    let near = |own: f64, right: f64| assert!((own / right - 1.0).abs() < 2e-3, "{own} {right}");
    // Persons above half of a threshold of 1; n above it are a share 0.5^α of them.
    let alpha = 3.0;
    let costs: Vec<f64> = places().map(|u| 0.5 * exp(-ln(u) / alpha)).collect();
    let n = costs.iter().filter(|x| **x > 1.0).count() as f64;
    for theta in [0.5, 0.75, 1.0, 1.5] {
        let own = Costs { alpha, entry: 1.0 }.above(n, n, theta);
        let excess = |of: &dyn Fn(f64) -> bool| -> f64 {
            costs.iter().filter(|x| **x > theta && of(**x)).map(|x| x - theta).sum()
        };
        near(own.inside, excess(&|x| x > 1.0));
        near(own.persons, costs.iter().filter(|x| **x > theta).count() as f64);
        if theta < 1.0 {
            near(own.entrants, excess(&|x| x <= 1.0));
        }
    }
    let residents = Residents { number: PERSONS as f64, mean: 0.85, sigma: 0.3 };
    let costs: Vec<f64> =
        places().map(|u| residents.median() * exp(residents.sigma * normal_quantile(u))).collect();
    let [excess, persons] = residents.above(1.2);
    near(excess, costs.iter().map(|x| (x - 1.2).max(0.0)).sum());
    near(persons, costs.iter().filter(|x| **x > 1.2).count() as f64);
}

/// Compares the refund of everybody who has BPA neither under the zero alternative nor under a model.
struct WithoutBpa {
    model: usize,
    null: Vec<[f64; 2]>,
    same: usize,
    other: usize,
}

impl Observer for WithoutBpa {
    fn observe(&mut self, seen: &Observation<'_>) {
        let of = |i: usize| [seen.out.recipient[i], seen.out.adds(ByUnit::Refund, i)];
        if seen.model == 0 {
            self.null = (0..BLOCK).map(of).collect();
            return;
        }
        if seen.model != self.model {
            return;
        }
        for i in (0..BLOCK).filter(|i| seen.block.persons.alive[*i] > 0.5) {
            let ([had, refund], [has, own]) = (self.null[i], of(i));
            if had + has == 0.0 && refund + own > 0.0 {
                *(if refund.to_bits() == own.to_bits() { &mut self.same } else { &mut self.other }) += 1;
            }
        }
    }
}

/// How many persons without BPA have the same refund as under the zero alternative, and how many another one.
fn refunds_without_bpa(id: &str, spillover: &str) -> [usize; 2] {
    let s = small(6, &both(START, &["recipients_total=3000", "budget_squeeze=0.01", spillover]));
    let engine = Engine::new(&s).expect("engine");
    let (draw, key) = (engine.draw(&engine.stated(1, 0)), WorldKey::new(1, 0, 0));
    let mut seen = WithoutBpa { model: place(&s, id), null: Vec::new(), same: 0, other: 0 };
    let people = engine.people(&draw, &key);
    for (year, cohort) in people.cohorts.iter().enumerate() {
        engine.observe(&draw, &key, &people.effects, (year, cohort), &mut seen);
    }
    [seen.same, seen.other]
}

#[test]
fn a_person_without_bpa_keeps_the_refund_of_today() {
    let [same, other] = refunds_without_bpa("B", "spillover=0");
    assert!(same > 500 && other == 0, "{same} {other}");
    // Money that relieves municipalities gives more help, which is refunded on the same terms; terms for all are others.
    let [_, helped] = refunds_without_bpa("B", "spillover=1");
    assert!(helped > 100, "{helped}");
    let [_, other] = refunds_without_bpa("B-scheme", "spillover=0");
    assert!(other > 100, "{other}");
}

fn ore(kroner: f64) -> i64 {
    (100.0 * kroner).round() as i64
}

#[test]
fn parts_of_new_terms_and_of_the_item_add_up_to_the_ore() {
    let institutions = ["financing.B-scheme.refund.institutions=true"];
    let s = small(5, &both(START, &institutions));
    let r = run(&s, 3, 1);
    let model = place(&s, "B-scheme");
    for (w, t) in (0..3).flat_map(|w| (0..5).map(move |t| (w, t))) {
        let of = |model, o| ore(value(&r, w, model, o, t));
        assert_eq!(
            PARTS.map(|o| of(model, o)).iter().sum::<i64>(),
            of(model, Outcome::SchemeReform),
            "{w} {t}"
        );
        assert!(t == 0 || of(model, Outcome::SchemeReformInstitutions) > 0);
        for model in 0..s.models.len() {
            let by_whom =
                [Outcome::RefundBpa, Outcome::RefundBpaUsersOther, Outcome::RefundPool, Outcome::RefundRest];
            let sum: i64 = by_whom.map(|o| of(model, o)).iter().sum();
            assert_eq!(sum, of(model, Outcome::RefundSchemeTotal));
            assert_eq!(of(model, Outcome::Refund) + of(model, Outcome::RefundRest), sum);
        }
    }
    // Without reactions nothing is answered to better terms.
    let mechanical = small(5, &both(&both(START, &institutions), NO_BEHAVIOUR));
    let r = run(&mechanical, 3, 1);
    for (w, t) in (0..3).flat_map(|w| (0..5).map(move |t| (w, t))) {
        for o in [Outcome::SchemeReformReactions, Outcome::SchemeServices, Outcome::IncomeEffect] {
            assert_eq!(value(&r, w, model, o, t), 0.0, "{o:?}");
        }
    }
}

/// Payers' nets leave out what is shown and posted to nobody, and the identity holds with it and without.
#[test]
fn the_account_balances_with_and_without_what_is_shown_only() {
    let s = small(5, START);
    let (_, _, f) = world(&s, 0, 1);
    let mut shown = 0;
    for account in &f.accounts {
        let over = |item| Payer::ALL.iter().map(|p| account.get(*p, item)).sum::<i64>();
        let all: i64 = Item::ALL.iter().map(|item| over(*item)).sum();
        let [base, reform] = [Item::SchemeBase, Item::SchemeReform].map(over);
        assert_eq!((base, reform), (0, 0), "transfers");
        assert_eq!((all, all - base), (account.total(), account.real()));
        let posted = |payer: Payer, memo: bool| -> i64 {
            let items = Item::ALL.iter().filter(|item| memo || **item != Item::SchemeBase);
            items.map(|item| account.get(payer, *item)).sum()
        };
        for payer in [Payer::Municipality, Payer::State] {
            assert_eq!(account.net(payer), posted(payer, false));
            shown += usize::from(posted(payer, true) != posted(payer, false));
        }
    }
    assert_eq!(shown, 2 * f.accounts.len());
}

/// The same figures to the last bit, in everything a run tells of the two models.
fn same_results(s: &Scenario, r: &Results, a: usize, b: usize) {
    for (w, outcome) in (0..r.worlds()).flat_map(|w| Outcome::ALL.iter().map(move |o| (w, *o))) {
        assert_eq!(bits(r, w, a, outcome, s.horizon), bits(r, w, b, outcome, s.horizon), "{outcome:?}");
    }
}

#[test]
fn a_withdrawal_set_anew_each_year_is_yearly_and_after_the_end_fixed() {
    for (every, like) in [("1", "A-yearly"), ("99", "A")] {
        let s = small(8, &both(START, &[&format!("financing.A-rebased.rebase_years={every}")]));
        let r = run(&s, 3, 1);
        let (rebased, like) = (place(&s, "A-rebased"), place(&s, like));
        assert_eq!(s.models[rebased].levers.start_year, 2025);
        same_results(&s, &r, rebased, like);
    }
    let s = small(8, START);
    let r = run(&s, 3, 1);
    let withdrawal = |id, t| value(&r, 0, place(&s, id), Outcome::Withdrawal, t);
    // Full in 2026, set anew in 2030.
    for t in 0..8 {
        assert_eq!(withdrawal("A-rebased", t) == withdrawal("A", t), t < 6, "{t}");
        assert_eq!(withdrawal("A-rebased", t) == withdrawal("A-yearly", t), t < 3 || t == 6, "{t}");
    }
}

#[test]
fn withdrawals_of_the_same_model_share_its_persons() {
    let s = small(7, START);
    let r = run(&s, 3, 1);
    let (a, yearly) = (place(&s, "A"), place(&s, "A-yearly"));
    for (w, outcome) in (0..3).flat_map(|w| Outcome::ALL.iter().map(move |o| (w, *o))) {
        let same = bits(&r, w, a, outcome, 7) == bits(&r, w, yearly, outcome, 7);
        let of_persons = outcome.info().kind != Kind::Money && outcome != Outcome::IncomeEffectHours;
        let before = [Outcome::BpaCost, Outcome::Refund, Outcome::HourGrant, Outcome::MunicipalityNetBpa];
        assert!(same || !of_persons && !before.contains(&outcome), "{outcome:?}");
        assert!(outcome != Outcome::Withdrawal || !same);
    }
}

/// Every unit's withdrawals of a world by year, fixed kroner.
fn withdrawals(s: &Scenario, f: &WorldFigures, model: usize) -> Vec<Vec<f64>> {
    let at = |u: usize, t: usize| f.of_unit(u, model, t, UnitFigure::Withdrawal);
    (0..s.units.len()).map(|u| (0..s.horizon).map(|t| at(u, t)).collect()).collect()
}

#[test]
fn a_transition_arrangement_moves_nothing_between_state_and_municipalities() {
    let by_key = both(START, &["financing.A.offset_by=population", "income_effect=0"]);
    let with = |rule: &str| national(4, &both(&by_key, &[&format!("financing.A.transition_rule={rule}")]));
    let none = with("none");
    let (_, _, plain) = world(&none, 0, 1);
    let model = place(&none, "A");
    for rule in ["guarantee", "linear"] {
        let s = with(rule);
        let (_, _, f) = world(&s, 0, 1);
        assert_eq!(plain.outcomes.len(), f.outcomes.len());
        for (i, (a, b)) in plain.outcomes.iter().zip(&f.outcomes).enumerate() {
            let outcome = Outcome::ALL[i / (s.horizon + 1) % Outcome::COUNT];
            let by_unit =
                [Outcome::MunicipalVolatility, Outcome::MunicipalVolatilitySmall].contains(&outcome);
            assert!(a.to_bits() == b.to_bits() || by_unit || a.is_nan() && b.is_nan(), "{rule}: {outcome:?}");
        }
        let moved = withdrawals(&none, &plain, model)
            .into_iter()
            .zip(withdrawals(&s, &f, model))
            .filter(|(a, b)| a != b)
            .count();
        assert!(moved > 300, "{rule}: {moved}");
    }
    // Without a cap there is nothing to spare anybody.
    let s = national(
        4,
        &both(&by_key, &["financing.A.transition_rule=guarantee", "financing.A.transition_cap=1e9"]),
    );
    let (_, _, f) = world(&s, 0, 1);
    let own = withdrawals(&s, &f, model);
    for (a, b) in withdrawals(&none, &plain, model).iter().zip(&own) {
        // The last municipality takes the øre.
        assert!(a.iter().zip(b).all(|(a, b)| (a - b).abs() < 5.0), "{a:?} {b:?}");
    }
}

proptest! {
    /// Nobody falls behind the others by more than the cap and the charge from one year to the next, and the charge is one
    /// sum per inhabitant for all.
    #[test]
    fn a_guarantee_lets_nobody_fall_faster_than_the_cap_and_the_charge(
        units in proptest::collection::vec(
            (-1_000_000_000i64..1_000_000_000, -1_000_000_000i64..1_000_000_000, 1u32..50_000, -2_000.0f64..2_000.0), 2..9),
        cap in 0.0f64..2_000.0,
    ) {
        let (withdrawal, relief): (Vec<i64>, Vec<i64>) = units.iter().map(|u| (u.0, u.1)).unzip();
        let people: Vec<f64> = units.iter().map(|u| f64::from(u.2)).collect();
        let before: Vec<f64> = units.iter().map(|u| u.3).collect();
        let terms = TransitionTerms { rule: TransitionRule::Guarantee, cap, years: 5.0, since_start: 1.0 };
        let mut behind = before.clone();
        arranged(&terms, &withdrawal, &relief, &people, &mut behind);
        let loss: Vec<f64> = withdrawal.iter().zip(&relief).map(|(w, r)| (w - r) as f64 / 100.0).collect();
        let all = loss.iter().sum::<f64>() / people.iter().sum::<f64>();
        let charge: Vec<f64> = (0..units.len())
            .map(|u| behind[u] - (loss[u] / people[u] - all).min(before[u] + cap))
            .collect();
        for u in 0..units.len() {
            let rounding = 1e-9 * (loss[u] / people[u]).abs().max(1e4);
            prop_assert!((charge[u] - charge[0]).abs() <= 2.0 * rounding + 1e-5, "{:?}", charge);
            prop_assert!(charge[u] >= -rounding - 1e-5, "{:?}", charge);
            prop_assert!(behind[u] - before[u] <= cap + charge[0] + rounding + 1e-5);
        }
    }
}

/// What is left of Model A when nobody reacts, no norm moves and nothing drifts: waiting, the guarantee at 18, and admission
/// evened out. It moves granted hours by less than 2 per cent.
#[test]
fn taking_over_alone_hardly_moves_granted_hours() {
    let options = bpasim::scenario::overrides::Options {
        sets: NO_BEHAVIOUR.iter().map(|s| s.to_string()).collect(),
        models: Some(vec!["A".into()]),
        years: None,
    };
    let s = bpasim::scenario::load("national", &options).unwrap_or_else(|_| panic!("national"));
    const DRAWS: usize = 16;
    let r = run(&s, DRAWS, 1);
    for year in [2029, 2043] {
        let t = (year - s.base_year) as usize;
        let each: Vec<f64> = (0..DRAWS)
            .map(|w| value(&r, w, 1, Outcome::GrantedHours, t) - value(&r, w, 0, Outcome::GrantedHours, t))
            .collect();
        let moved = each.iter().sum::<f64>() / DRAWS as f64;
        let spread = each.iter().map(|x| (x - moved).powi(2)).sum::<f64>() / (DRAWS - 1) as f64;
        let (error, level) = ((spread / DRAWS as f64).sqrt(), mean(&r, 0, Outcome::GrantedHours, t));
        assert!(
            moved != 0.0 && moved.abs() <= 0.02 * level + 4.0 * error,
            "{year}: {moved} of {level} ± {error}"
        );
    }
}

//! V-H: extreme values and monotonicity. Draws share their random numbers, so each draw must obey.
//! V-H15 comes later (gate 2).

use super::common::{
    AT_HOME, NO_BEHAVIOUR, both, mean, national, run, scenario, small, small_file, value, world,
};
use bpasim::engine::national::WorldFigures;
use bpasim::engine::results::Results;
use bpasim::engine::setup::Draw;
use bpasim::ledger::{Item, Payer};
use bpasim::outcomes::{Kind, Outcome, Timing};
use bpasim::scenario::Scenario;
use bpasim::scenario::units::ZONES;
use rayon::prelude::*;

/// All years of an outcome in a model, world by world.
fn series(r: &Results, model: usize, outcome: Outcome) -> Vec<f64> {
    let (worlds, _, _, places) = r.national.in_memory().dim();
    (0..worlds).flat_map(|w| (0..places - 1).map(move |t| value(r, w, model, outcome, t))).collect()
}

fn same(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.to_bits() == y.to_bits())
}

fn never_above(low: &[f64], high: &[f64]) -> bool {
    low.iter().zip(high).all(|(x, y)| x <= y)
}

/// Every amount that must be 0 is 0, in every model and year.
fn all_zero(r: &Results, outcome: Outcome) -> bool {
    (0..r.national.in_memory().dim().1).all(|m| series(r, m, outcome).iter().all(|x| *x == 0.0))
}

/// Both models as pure money: same practice, awards and delivery as the zero alternative.
const MONEY_ONLY: &[&str] = &[
    "financing.A.start_year=2025",
    "financing.B.start_year=2025",
    "financing.A.harmonisation=0",
    "financing.B.harmonisation=0",
    "financing.A.norm_drift=0",
    "financing.A.admission_drift=0",
    "financing.A.processing_months=processing_months",
    "financing.A.fast_track_months=none",
    "financing.B.fast_track_months=none",
    "financing.A.transition_guarantee=false",
];

const START: &[&str] = &["financing.A.start_year=2025", "financing.B.start_year=2025"];

#[test]
fn v_h01_price_zero_costs_nothing_and_moves_no_hours() {
    let sets = both(&both(NO_BEHAVIOUR, AT_HOME), &["other_services_cost_mean=0"]);
    let paid = run(&small(3, &sets), 3, 1);
    let free = run(&small(3, &both(&sets, &["bpa_hour_cost=0"])), 3, 1);
    for outcome in [Outcome::BpaCost, Outcome::TraditionalCost, Outcome::Refund, Outcome::HourGrant] {
        assert!(all_zero(&free, outcome), "{outcome:?}");
        let something = (0..3).any(|m| series(&paid, m, outcome).iter().any(|x| *x > 0.0));
        assert!(something || outcome == Outcome::HourGrant, "{outcome:?} is nothing anyhow");
    }
    for outcome in [Outcome::DeliveredHours, Outcome::RelativesHours, Outcome::UnmetHours] {
        for model in 0..3 {
            assert!(same(&series(&paid, model, outcome), &series(&free, model, outcome)), "{outcome:?}");
        }
    }
}

#[test]
fn v_h02_a_higher_wage_raises_cost_refund_and_net() {
    let sets = both(NO_BEHAVIOUR, START);
    let low = run(&small(4, &both(&sets, &["bpa_hour_cost=480"])), 4, 1);
    let high = run(&small(4, &both(&sets, &["bpa_hour_cost=520"])), 4, 1);
    for model in 0..3 {
        for outcome in [Outcome::Refund, Outcome::MunicipalityNetBeforeWithdrawal] {
            assert!(
                never_above(&series(&low, model, outcome), &series(&high, model, outcome)),
                "{outcome:?}"
            );
        }
        let (cheap, dear) = (series(&low, model, Outcome::BpaCost), series(&high, model, Outcome::BpaCost));
        assert!(cheap.iter().zip(&dear).all(|(a, b)| a < b));
    }
}

#[test]
fn v_h03_a_higher_threshold_moves_money_from_state_to_municipality() {
    let sets = both(NO_BEHAVIOUR, START);
    let low = run(&small(4, &sets), 4, 1);
    let high = run(&small(4, &both(&sets, &["financing.B.refund.threshold_factor=1"])), 4, 1);
    let of = |r: &Results, outcome| series(r, 2, outcome);
    assert!(never_above(&of(&high, Outcome::Refund), &of(&low, Outcome::Refund)));
    assert!(of(&high, Outcome::Refund) != of(&low, Outcome::Refund), "the threshold moves nothing");
    assert!(never_above(&of(&low, Outcome::MunicipalityNet), &of(&high, Outcome::MunicipalityNet)));
    assert!(same(&of(&low, Outcome::PublicNet), &of(&high, Outcome::PublicNet)));
}

#[test]
fn v_h04_above_every_threshold_the_municipality_pays_all() {
    let sets = both(
        START,
        &[
            "financing.B.refund.threshold_factor=100",
            "financing.B.hour_grant.rate=0",
            "financing.B.refund.scope=all",
        ],
    );
    let r = run(&small(4, &sets), 3, 1);
    let of = |outcome| series(&r, 2, outcome);
    let (net, cost) = (of(Outcome::MunicipalityNetBpa), of(Outcome::BpaCost));
    let (administration, charge) = (of(Outcome::AdministrationMunicipal), of(Outcome::Copayment));
    for i in 0..net.len() {
        let full_effect = i % 4 >= 2;
        if full_effect {
            assert_eq!(of(Outcome::Refund)[i], 0.0);
            // Sums of whole øre below 2^53 are exact up to the division by 100.
            let pays = cost[i] + administration[i] - charge[i];
            assert!((net[i] - pays).abs() < 1e-6 * 0.01 + 1e-12 * pays.abs(), "{} {pays}", net[i]);
        }
    }
}

#[test]
fn v_h05_a_higher_rate_moves_money_and_with_a_response_raises_hours() {
    let money = both(NO_BEHAVIOUR, MONEY_ONLY);
    let (low, high) = ("financing.B.refund.rate=0.8", "financing.B.refund.rate=1");
    let poor = run(&small(4, &both(&money, &[low])), 4, 1);
    let rich = run(&small(4, &both(&money, &[high])), 4, 1);
    assert!(never_above(&series(&poor, 2, Outcome::StateNet), &series(&rich, 2, Outcome::StateNet)));
    assert!(never_above(
        &series(&rich, 2, Outcome::MunicipalityNet),
        &series(&poor, 2, Outcome::MunicipalityNet)
    ));
    let response = both(&money, &["price_response=0.3"]);
    let few = run(&small(4, &both(&response, &[low])), 4, 1);
    let many = run(&small(4, &both(&response, &[high])), 4, 1);
    let (few, many) = (series(&few, 2, Outcome::GrantedHours), series(&many, 2, Outcome::GrantedHours));
    assert!(never_above(&few, &many) && few != many);
}

#[test]
fn v_h06_without_response_hours_are_the_same_under_every_payer() {
    let r = run(&small(5, &both(NO_BEHAVIOUR, MONEY_ONLY)), 4, 1);
    for outcome in
        Outcome::ALL.iter().filter(|o| o.info().kind == Kind::Count && o.info().timing == Timing::Yearly)
    {
        let money = [Outcome::RefundPersons, Outcome::RefundPersonsBpaOnly, Outcome::IncomeEffectHours];
        if money.contains(outcome) || outcome.id().contains("scheme") {
            continue; // who is refunded is money
        }
        let null = series(&r, 0, *outcome);
        for model in 1..3 {
            let own = series(&r, model, *outcome);
            let first = null
                .iter()
                .zip(&own)
                .position(|(a, b)| a.to_bits() != b.to_bits() && !(a.is_nan() && b.is_nan()));
            assert_eq!(first, None, "{outcome:?} under model {model}");
        }
    }
    let money: Vec<f64> = (0..3).map(|m| mean(&r, m, Outcome::MunicipalityNetBeforeWithdrawal, 4)).collect();
    assert!(money[1] < money[0] && money[2] < money[0], "the models do move money: {money:?}");
}

/// A municipality that pays less than today grants more, and so does a state that leaves half of it to municipalities. A
/// state that pays all answers to nothing: it has no price to be relieved of.
#[test]
fn v_h07_a_stronger_response_raises_hours_where_the_decider_pays_less() {
    // Nobody leaves: else somebody awarded earlier may leave in the year the others are awarded.
    let sets = both(&both(NO_BEHAVIOUR, MONEY_ONLY), &["exit_rate=0"]);
    let pays_all = |response| run(&small(5, &both(&sets, &[response])), 2, 1);
    let (weak, strong) = (pays_all("price_response=0.1"), pays_all("price_response=0.2"));
    assert!(same(&series(&weak, 1, Outcome::GrantedHours), &series(&strong, 1, Outcome::GrantedHours)));
    let sets = both(&sets, &["financing.A.hour_grant.rate=0.5"]);
    let weak = run(&small(5, &both(&sets, &["price_response=0.1"])), 4, 1);
    let strong = run(&small(5, &both(&sets, &["price_response=0.2"])), 4, 1);
    assert!(same(&series(&weak, 0, Outcome::GrantedHours), &series(&strong, 0, Outcome::GrantedHours)));
    for model in 1..3 {
        let (a, b) =
            (series(&weak, model, Outcome::GrantedHours), series(&strong, model, Outcome::GrantedHours));
        assert!(never_above(&a, &b) && a != b, "model {model}");
    }
}

#[test]
fn v_h08_beyond_the_age_limit_there_is_no_refund() {
    let sets = [
        "recipients.0-17=0",
        "recipients.18-49=0",
        "recipients.50-66=0",
        "recipients.67-79=0",
        "need_growth=-0.2",
        "institution_rate.80+=0",
    ];
    let r = run(&small(3, &sets), 3, 1);
    assert!(series(&r, 0, Outcome::Recipients).iter().all(|n| *n > 0.0));
    assert!(series(&r, 0, Outcome::Refund).iter().all(|x| *x == 0.0));
    assert!(series(&r, 0, Outcome::RefundPersons).iter().all(|x| *x == 0.0));
    let all_ages = run(&small(3, &both(&sets, &["refund.max_age=120"])), 3, 1);
    assert!(series(&all_ages, 0, Outcome::Refund).iter().any(|x| *x > 0.0), "nobody is dear enough anyhow");
}

#[test]
fn v_h09_in_zone_5_there_is_no_employer_tax() {
    let at = |zone: &str| {
        let mut s = small(2, NO_BEHAVIOUR);
        let zone = ZONES.iter().position(|z| *z == zone).expect("zone");
        s.units.iter_mut().for_each(|u| u.zone = zone);
        world(&s, 0, 1)
    };
    let ((draw, _, fifth), (_, _, first)) = (at("5"), at("1"));
    let (tax, rate, on_cost) = (draw.theta.income_tax_marginal, 0.141, draw.theta.employer_on_cost);
    // Each of seven units rounds at most half an øre in each of the two amounts.
    let rounding = 7.0 * 2.0;
    for t in 0..2 {
        let state = |f: &WorldFigures| f.accounts[t].get(Payer::State, Item::LostWork) as f64;
        let total = state(&fifth) + fifth.accounts[t].get(Payer::Relatives, Item::LostWork) as f64;
        let pay = total / (1.0 + on_cost);
        assert!(
            pay > 0.0 && (state(&fifth) - tax * pay).abs() <= rounding,
            "{} {}",
            state(&fifth),
            tax * pay
        );
        assert!((state(&first) - (tax + rate) * pay).abs() <= rounding);
        let bpa = |f: &WorldFigures| f.accounts[t].get(Payer::Municipality, Item::Bpa) as f64;
        assert!((bpa(&fifth) - bpa(&first) / (1.0 + rate)).abs() <= rounding);
    }
}

#[test]
fn v_h10_vacancies_take_hours_and_leave_them_to_relatives_or_nobody() {
    let full = run(&small(4, &["vacancy=0.02"]), 4, 1);
    let short = run(&small(4, &["vacancy=0.12"]), 4, 1);
    for model in 0..3 {
        let of = |r: &Results, outcome| series(r, model, outcome);
        for down in [Outcome::DeliveredHours, Outcome::BpaCost] {
            assert!(of(&short, down).iter().zip(of(&full, down)).all(|(a, b)| *a < b), "{down:?}");
        }
        let left = |r: &Results| -> Vec<f64> {
            of(r, Outcome::RelativesHours)
                .iter()
                .zip(of(r, Outcome::UnmetHours))
                .map(|(a, b)| a + b)
                .collect()
        };
        assert!(left(&full).iter().zip(left(&short)).all(|(a, b)| *a < b));
        // What is not delivered is what falls on others, hour for hour.
        for i in 0..left(&full).len() {
            let lost = of(&full, Outcome::DeliveredHours)[i] - of(&short, Outcome::DeliveredHours)[i];
            assert!((left(&short)[i] - left(&full)[i] - lost).abs() < 1e-9 * left(&short)[i]);
        }
        assert!(never_above(&of(&full, Outcome::Admissions), &of(&short, Outcome::Admissions)));
    }
}

#[test]
fn v_h11_relatives_fill_nothing_or_everything_in_a_run() {
    let none = run(&small(3, &["fill_grant=0", "fill_break=0"]), 2, 1);
    assert!(all_zero(&none, Outcome::RelativesHours));
    let everybody = [
        "fill_grant=1",
        "fill_break=1",
        "relative_cap=168",
        "need_max=168",
        "relatives.18-49.one=1",
        "relatives.18-49.two=0",
        "relatives.50-66.one=1",
        "relatives.50-66.two=0",
        "relatives.67+.one=1",
        "relatives.67+.two=0",
        "relative_baseline_factor=0",
        "norm_drift.A=0",
    ];
    let all = run(&small(3, &everybody), 2, 1);
    for model in 0..3 {
        let (unmet, hours) =
            (series(&all, model, Outcome::UnmetHours), series(&all, model, Outcome::RelativesHours));
        assert!(unmet.iter().zip(&hours).all(|(u, h)| u.abs() <= 1e-12 * h && *h > 0.0), "{unmet:?}");
    }
}

#[test]
fn v_h12_the_value_of_time_is_in_the_social_account_only() {
    let with = run(&small(4, START), 3, 1);
    let without = run(&small(4, &both(START, &["value_of_time=0"])), 3, 1);
    for model in 0..3 {
        for outcome in
            [Outcome::MunicipalityNet, Outcome::StateNet, Outcome::PublicNet, Outcome::MunicipalityNetCash]
        {
            assert!(same(&series(&with, model, outcome), &series(&without, model, outcome)), "{outcome:?}");
        }
        assert!(series(&without, model, Outcome::RelativesTimeCost).iter().all(|x| *x == 0.0));
        let (dear, free) =
            (series(&with, model, Outcome::RelativesCost), series(&without, model, Outcome::RelativesCost));
        assert!(dear.iter().zip(&free).all(|(a, b)| a > b));
    }
}

#[test]
fn v_h13_without_employment_effects_those_lines_are_zero() {
    let family = ["work_slope_10=0", "work_slope_20=0", "exit_slope=0", "sick_slope=0"];
    let r = run(&small(4, &both(START, &family)), 3, 1);
    for outcome in [
        Outcome::RelativesWorkCost,
        Outcome::RelativesLostFte,
        Outcome::RelativesExits,
        Outcome::RelativesSickFte,
    ] {
        assert!(all_zero(&r, outcome), "{outcome:?}");
    }
    assert!(all_zero(&r, Outcome::EmployersNet));
    // The user's work responds to nothing: the same in every model.
    let user = run(&small(4, &both(START, &["work_response=0", "education_response=0"])), 3, 1);
    for outcome in [Outcome::UsersEmployed, Outcome::UsersWorkGain, Outcome::UsersInEducation] {
        for model in 1..3 {
            assert!(same(&series(&user, model, outcome), &series(&user, 0, outcome)), "{outcome:?}");
        }
    }
    assert!(all_zero(&run(&small(3, &["work_capable_share=0"]), 2, 1), Outcome::UsersWorkGain));
}

#[test]
fn v_h14_at_equal_price_bpa_saves_nothing_by_the_hour() {
    let equal = run(&small(4, &both(START, &["relative_cost=1"])), 3, 1);
    assert!(all_zero(&equal, Outcome::SavingAgainstTraditional));
    let cheaper = run(&small(4, &both(START, &["relative_cost=0.7"])), 3, 1);
    assert!(series(&cheaper, 1, Outcome::SavingAgainstTraditional).iter().all(|x| *x > 0.0));
}

/// Figures of the rest of the refund scheme, which are missing where the zero alternative refunds nothing: there is no
/// account to take them from.
fn of_the_rest(outcome: Outcome) -> bool {
    let id = outcome.id();
    id.starts_with("scheme_")
        || ["refund_rest", "refund_scheme_total", "refund_scheme_total_cash"].contains(&id)
}

/// Every figure is a number, or missing where there is nobody to take a share of; the ledger balances.
fn sound(s: &Scenario, d: &Draw, f: &WorldFigures, label: &str) -> Vec<String> {
    let no_scheme =
        d.in_year[0].iter().any(|m| m.refund.rate * m.refund.claim_share * m.refund.threshold == 0.0);
    let mut wrong = Vec::new();
    let (models, years) = (s.models.len(), s.horizon);
    for model in 0..models {
        for (i, outcome) in Outcome::ALL.iter().enumerate() {
            let info = outcome.info();
            let at = |t: usize| f.outcomes[(model * Outcome::COUNT + i) * (years + 1) + t];
            let places = if info.timing == Timing::Whole { years..years + 1 } else { 0..years };
            for t in places {
                let x = at(t);
                let must =
                    info.additive && info.timing == Timing::Yearly && !(no_scheme && of_the_rest(*outcome));
                if x.is_infinite() || must && !x.is_finite() {
                    wrong.push(format!("{label}: {outcome:?} of model {model}, year {t} is {x}"));
                }
            }
        }
    }
    for (cell, account) in f.accounts.iter().enumerate() {
        if account.total() != account.real() {
            wrong.push(format!("{label}: account {cell} does not balance"));
        }
        let transfers =
            [Item::Refund, Item::HourGrant, Item::Copayment, Item::CareAllowance, Item::Withdrawal];
        for item in transfers {
            if Payer::ALL.iter().map(|p| account.get(*p, item)).sum::<i64>() != 0 {
                wrong.push(format!("{label}: {item:?} does not cancel in cell {cell}"));
            }
        }
        // Nets are sums of at most 18 items: below this none of them can wrap round.
        let large =
            |p: &Payer| Item::ALL.iter().any(|i| account.get(*p, *i).unsigned_abs() > i64::MAX as u64 / 64);
        if Payer::ALL.iter().any(large) {
            wrong.push(format!("{label}: overflow in cell {cell}"));
        }
    }
    for x in &f.units {
        if !x.is_finite() {
            wrong.push(format!("{label}: a unit's figure is {x}"));
            break;
        }
    }
    wrong
}

#[test]
fn v_h16_one_person_fifty_million_inhabitants_no_draw_one_draw() {
    let one = national(3, &["recipients_total=1"]);
    let (d, _, f) = world(&one, 0, 1);
    assert_eq!(sound(&one, &d, &f, "one recipient"), Vec::<String>::new());
    let mut many = national(2, &["recipients_total=40000"]);
    for unit in &mut many.units {
        unit.population = unit.population.map(|p| p.map(|n| n * 9.0));
    }
    let (d, _, f) = world(&many, 0, 1);
    assert_eq!(sound(&many, &d, &f, "fifty million"), Vec::<String>::new());
    let r = run(&one, 1, 1);
    let rows = bpasim::analysis::summary::summarise(&one, &r);
    assert!(!rows.is_empty());
    for row in rows {
        let s = row.figures;
        assert!(s.sd.is_none() && s.mcse.is_none() && s.percentiles.is_none(), "an interval of one draw");
    }
    let mut program = crate::program::command();
    let none = program.args(["run", "--draws", "0"]).output().expect("program");
    assert_eq!(none.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&none.stderr).contains("--draws"));
}

/// Tables and pairs whose values must fit each other: the checker may refuse one end of one of them.
const TOGETHER: [&str; 12] = [
    // Need varies no more than the hours it belongs to.
    "need_sd",
    "need_persistence",
    // No lower than what the shipped model for the whole scheme asks for.
    "scheme_theta_min",
    // No more recipients than the small country has inhabitants.
    "recipients_total",
    "condition_weights",
    "inflow_condition_weights",
    "inflow_age_weights",
    "coverage_min",
    "coverage_max",
    "work_hours_low",
    "work_hours_high",
    "relatives",
];

#[test]
fn v_h17_every_parameter_at_the_ends_of_its_range() {
    let dir = tempfile::tempdir().expect("temporary folder");
    let file = small_file(dir.path());
    let base = scenario(&file, 3, START);
    let mut cases: Vec<(String, bool, f64)> = Vec::new();
    for s in base.parameters.scalars() {
        let p = base.parameters.of(s);
        let may_be_refused = TOGETHER.contains(&p.id.as_str());
        cases.extend(p.range.map(|end| (s.id.clone(), may_be_refused, end)));
    }
    let wrong: Vec<String> = cases
        .par_iter()
        .flat_map_iter(|(id, may_be_refused, end)| {
            let set = format!("{id}={end}");
            let sets: Vec<String> = START.iter().map(|s| s.to_string()).chain([set.clone()]).collect();
            let options = bpasim::scenario::overrides::Options { sets, models: None, years: Some(3) };
            match bpasim::scenario::load(&file, &options) {
                Err(_) if *may_be_refused => Vec::new(),
                Err(e) => vec![format!("{set}: refused: {}", e.render(bpasim::text::Lang::En))],
                Ok(s) => match std::panic::catch_unwind(|| world(&s, 0, 1)) {
                    Err(_) => vec![format!("{set}: panics")],
                    Ok((d, _, f)) => sound(&s, &d, &f, &set).into_iter().take(2).collect(),
                },
            }
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn v_h17_all_parameters_at_one_end_at_once() {
    let s = small(3, START);
    let engine = bpasim::engine::run::Engine::new(&s).expect("engine");
    for end in 0..2 {
        // Somebody must live in the world, and what must fit together stays as it is.
        let kept = |id: &str| TOGETHER.contains(&id) || ["recipients_total", "recipients"].contains(&id);
        let stated: Vec<f64> = s
            .parameters
            .scalars()
            .iter()
            .map(|scalar| match s.parameters.of(scalar) {
                p if kept(&p.id) => scalar.distribution.mean(),
                // Every price at its upper end at once is more than can be counted.
                p if end == 1 && p.is_money() => scalar.distribution.mean(),
                p => p.range[end],
            })
            .collect();
        let draw = engine.draw(&stated);
        let mut scratch = engine.scratch();
        let key = bpasim::random::WorldKey::new(1, 0, 0);
        engine.simulate_world(&draw, &key, &mut scratch);
        let f = engine.figures(&draw, &key, &scratch.sums);
        assert_eq!(
            sound(&s, &draw, &f, ["all at the lower end", "all at the upper end"][end]),
            Vec::<String>::new()
        );
    }
}

#[test]
fn v_h17_the_price_year_counts_to_both_ends_of_its_range() {
    let factor = |year: i32| {
        let s = small(3, &[&format!("price_year={year}")]);
        let engine = bpasim::engine::run::Engine::new(&s).expect("engine");
        let economy = engine.draw(&engine.means()).economy;
        economy.to_fixed[0]
    };
    // Kroner of 2060 are worth a year of price growth less than those of 2059 (mean growth after the
    // known years 3 per cent), and those of 2012 a year (3.2 per cent, as first known) more than those of 2013.
    assert!((factor(2060) / factor(2059) - 1.03).abs() < 1e-9, "{} {}", factor(2060), factor(2059));
    assert!((factor(2013) / factor(2012) - 1.032).abs() < 1e-9);
}

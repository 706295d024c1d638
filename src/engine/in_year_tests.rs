//! Tests of a model's year: each constant from the lever and the parameter that it is of.

use super::*;
use crate::engine::run::Engine;
use crate::engine::setup::Draw;
use crate::scenario::{load, overrides::Options};

/// Beside the zero alternative a model that starts in the third year at once and changes what is set; `t` is the year.
fn year(sets: &[&str], t: usize) -> (Draw, InYear) {
    let starts = [
        "financing.A.start_year=2026",
        "financing.A.phase_in_years=1",
        "budget_squeeze=0.01",
        "state_squeeze=0.02",
        "norm_shift=0.1",
    ];
    let sets = starts.iter().chain(sets).map(|set| set.to_string()).collect();
    let options = Options { sets, models: Some(vec!["A".into()]), years: Some(6) };
    let scenario = load("national", &options).expect("shipped");
    let engine = Engine::new(&scenario).expect("sound");
    let draw = engine.draw(&engine.means());
    let year = draw.in_year[1][t].clone();
    (draw, year)
}

#[test]
fn who_decides_has_a_squeeze_of_its_own_and_a_norm_where_that_is_new() {
    let (_, own) = year(&["financing.A.decided_by=state"], 4);
    let squeeze = own.practice.squeeze;
    assert_eq!([squeeze.state_null, squeeze.state], [0.0, 1.0]);
    assert_eq!([squeeze.rate_null, squeeze.rate], [0.01, 0.02]);
    // Four years since the base year, two since the start.
    assert_eq!([squeeze.years, squeeze.own_years], [4.0, 2.0]);
    assert_eq!(own.practice.norm_shift, 0.1);
    assert_eq!([own.admission.state_null, own.admission.state], [0.0, 1.0]);
    let (_, own) = year(&["financing.A.decided_by=municipality"], 4);
    assert_eq!([own.practice.squeeze.state, own.admission.state, own.practice.norm_shift], [0.0; 3]);
    assert_eq!(own.practice.squeeze.rate, 0.01);
    // Where the state decides today its norm is no other one.
    let both = ["financing.zero.decided_by=state", "financing.A.decided_by=state"];
    let (draw, own) = year(&both, 4);
    assert_eq!(
        [own.practice.squeeze.state_null, own.practice.squeeze.state, own.practice.norm_shift],
        [1.0, 1.0, 0.0]
    );
    assert_eq!(own.practice.squeeze.rate_null, 0.02);
    assert_eq!(own.traditional_squeeze, 0.01 * draw.theta.spillover);
}

/// Norms drift by 0.01 a year today, and by 0.03 in the two years in which the model's decider has decided; admission by 0.02 and −0.01.
#[test]
fn what_has_drifted_is_todays_and_in_own_years_the_models() {
    let sets = [
        "financing.zero.norm_drift=0.01",
        "financing.A.norm_drift=0.03",
        "financing.zero.admission_drift=0.02",
        "financing.A.admission_drift=-0.01",
    ];
    let (draw, own) = year(&sets, 4);
    assert!((own.practice.drift - (0.01 * 4.0 + 0.02 * 2.0)).abs() < 1e-12, "{}", own.practice.drift);
    assert!((own.admission.drift - (0.02 * 4.0 - 0.03 * 2.0)).abs() < 1e-12, "{}", own.admission.drift);
    // Before the start it is today's.
    assert!((draw.in_year[1][1].practice.drift - 0.01).abs() < 1e-12);
    assert!((draw.in_year[0][5].practice.drift - 0.05).abs() < 1e-12);
}

#[test]
fn the_norm_that_evens_out_keeps_the_mean() {
    let (draw, own) = year(&["financing.A.harmonisation=0.6"], 4);
    let theta = &draw.theta;
    let [null, min, max] = [theta.coverage_null, theta.coverage_min, theta.coverage_max];
    let keeper = MeanKeeper::new(null, theta.municipal_sd, theta.case_sd, min, max);
    assert_eq!((own.practice.shift, own.practice.harmonisation), (keeper.shift(0.6), 0.6));
    assert!(own.practice.shift != keeper.shift(0.0));
    assert_eq!(draw.in_year[0][4].practice.shift, keeper.shift(draw.levers[0].harmonisation));
    assert_eq!([own.practice.null, own.practice.min, own.practice.max], [null, min, max]);
    assert_eq!(own.practice.price_response, theta.price_response);
    // Who is awarded is evened out by the same share.
    let mean_kept = mean_kept(theta.municipal_award_slope, theta.municipal_sd, 0.6);
    assert_eq!((own.admission.mean_kept, own.admission.slope), (mean_kept, theta.municipal_award_slope));
}

#[test]
fn levers_are_what_the_formulas_take() {
    let sets = [
        "financing.A.refund.rate=0.9",
        "financing.A.refund.threshold_factor=0.5",
        "financing.A.refund.max_age=none",
        "financing.A.refund.deduct_intellectual=false",
        "financing.A.arenas.school=true",
        "financing.A.arenas.work=false",
        "financing.A.arenas.leisure=true",
        "financing.A.break_factor=0.5",
        "financing.A.transition_guarantee=false",
    ];
    let (draw, own) = year(&sets, 4);
    let (theta, economy, null) = (&draw.theta, &draw.economy, &draw.in_year[0][4]);
    assert!(own.started && !draw.in_year[1][1].started);
    assert_eq!((own.refund.rate, own.refund.max_age), (0.9, f64::INFINITY));
    assert_eq!(own.refund.threshold, 0.5 * null.refund.threshold);
    assert_eq!(
        [own.refund.wage_share, own.refund.other_wage_share],
        [theta.wage_share, theta.other_wage_share]
    );
    assert_eq!((own.refund.deduction, null.refund.deduction), (0.0, economy.deduction[4]));
    assert!(economy.deduction[4] > 0.0);
    assert_eq!(own.arenas, [1.0, 0.0, 1.0]);
    assert_eq!((own.reviews, own.wage), (1.0, economy.wage[4]));
    assert_eq!(own.break_probability, delivery::break_probability(theta.break_rate, 0.5));
    assert_eq!(own.staffed_home, theta.staffed_home_cost * economy.wage[4]);
    // Persons without BPA are refunded on today's terms, unless the model's hold for all.
    assert_eq!(
        (own.refund_without.rate, own.refund_without.threshold),
        (null.refund.rate, null.refund.threshold)
    );
    let (_, all) = year(&["financing.A.refund.rate=0.9", "financing.A.refund.scope=all"], 4);
    assert_eq!((all.refund_without.rate, all.refund.rate), (0.9, 0.9));
    let (_, kept) = year(&["financing.A.transition_guarantee=true"], 4);
    assert_eq!(kept.reviews, 0.0);
    // Who has BPA keeps it above the limit, or up to it.
    assert_eq!(own.kept_until, f64::INFINITY);
    let (draw, ended) = year(&["financing.A.rights.kept_after_limit=false"], 4);
    assert_eq!(ended.kept_until, draw.levers[1].max_age_new);
}

/// Awards become fewer as those that are easily found have BPA; wages below the market's leave more hours without assistants.
#[test]
fn admission_and_staffing_go_by_the_year() {
    let (draw, own) = year(&["financing.A.wage_uplift=0.05", "financing.A.vacancy_factor=0.8"], 4);
    let theta = &draw.theta;
    let spread = |years| penetration::spread(theta.penetration_ceiling, theta.penetration_speed, years);
    assert_eq!(own.admission.rate, draw.award_level() * spread(4.0));
    assert!(spread(4.0) != spread(1.0));
    assert_eq!(
        [own.admission.response, own.admission.squeeze],
        [theta.award_response, theta.squeeze_admission]
    );
    let vacancy =
        delivery::vacancy(theta.vacancy, theta.vacancy_trend, 4.0, 0.8, theta.vacancy_wage_response, 0.05);
    assert_eq!(own.vacancy, vacancy);
    let price = services::price(theta.bpa_hour_cost, draw.economy.wage[4], theta.wage_share, 0.05);
    assert_eq!(own.price, price);
    let in_full = draw.in_full_effect(2024, 1, 1);
    assert_eq!((in_full.force.phase, in_full.force.levers.wage_uplift), (1.0, 0.05));
    assert_eq!(in_full.wage, draw.economy.wage[1]);
}

/// While cases move to a decider of its own, the model in full effect is there beside what is in force.
#[test]
fn cases_that_have_moved_are_decided_in_full_effect() {
    let sets =
        ["financing.A.decided_by=state", "financing.A.harmonisation=0.8", "financing.A.phase_in_years=4"];
    let options = Options {
        sets: ["financing.A.start_year=2025"].iter().chain(&sets).map(|set| set.to_string()).collect(),
        models: Some(vec!["A".into()]),
        years: Some(6),
    };
    let scenario = load("national", &options).expect("shipped");
    let engine = Engine::new(&scenario).expect("sound");
    let draw = engine.draw(&engine.means());
    let second = &draw.in_year[1][2];
    assert_eq!(second.force.phase, 0.5);
    let full = second.full.as_ref().expect("moving");
    assert_eq!((full.force.phase, full.practice.harmonisation), (1.0, 0.8));
    assert!(second.practice.harmonisation < 0.8);
    assert!(draw.in_year[1][5].full.is_none() && draw.in_year[0][2].full.is_none());
}

/// The year with an index under levers that are given, the model's and the zero alternative's, after so many years of its own.
fn by_hand<'a>(draw: &'a Draw, courses: [Course<'a>; 2], (t, own_years): (usize, f64)) -> ModelInYear<'a> {
    let (theta, economy) = (&draw.theta, &draw.economy);
    let null = courses[1].levers;
    ModelInYear { theta, economy, null, courses, base_year: 2024, level: 0.1, t, years: t as f64, own_years }
}

/// Levers that a model states from 2027 on are its own in full effect from then on.
#[test]
fn in_full_effect_a_model_has_the_levers_of_the_year() {
    use crate::scenario::financing::DatedLevers;
    let (draw, _) = year(&[], 4);
    let [null, own] = [0, 1].map(|model| draw.levers[model].clone());
    let levers = Levers { wage_uplift: 0.1, ..own.clone() };
    let history = [DatedLevers { from: 2027, named: Default::default(), levers }];
    let courses = [Course { levers: &own, history: &history }, Course { levers: &null, history: &[] }];
    let uplift = |t: usize| by_hand(&draw, courses, (t, 0.0)).in_full().levers.wage_uplift;
    assert_eq!([uplift(2), uplift(3)], [own.wage_uplift, 0.1]);
}

/// Where only the zero alternative states its drift by year, the years are counted one by one all the same: 0.01 and three times
/// 0.02, and 0.03 above it in the last two.
#[test]
fn a_drift_that_one_alone_states_by_year_is_counted_by_year() {
    use crate::scenario::financing::DatedLevers;
    let (draw, _) = year(&[], 4);
    let drifting = |model: usize, norm_drift: f64| Levers { norm_drift, ..draw.levers[model].clone() };
    let (null, own) = (drifting(0, 0.01), drifting(1, 0.05));
    let history = [DatedLevers { from: 2026, named: Default::default(), levers: drifting(0, 0.02) }];
    let drifted =
        |courses: [Course<'_>; 2]| by_hand(&draw, courses, (4, 2.0)).drifted(|levers| levers.norm_drift);
    let plain = |levers| Course { levers, history: &[] };
    let dated = drifted([plain(&own), Course { levers: &null, history: &history }]);
    assert!((dated - 0.13).abs() < 1e-12, "{dated}");
    assert!((drifted([plain(&own), plain(&null)]) - 0.12).abs() < 1e-12);
}

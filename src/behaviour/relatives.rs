//! What relatives take over, and what it costs them in work, sickness and strain (model.md §4). A
//! year has up to three states; what a hard month does is not what its average over a year does,
//! so each state is judged by itself.
//!
//! A relative of somebody with a long-lasting need gives care whatever the services: company, supervision, and what no
//! decision covers. Limits from research are of all care that a relative gives, so they are met by the sum, and only what
//! the gaps add to it is counted.

use crate::math::Bounds;
use crate::rules::explain::{Rule, explained};

/// Relatives' parameters, the same for everybody in a draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Response {
    /// φ_g: hours taken over per hour not granted.
    pub fill_grant: f64,
    /// φ_b: hours taken over per hour that fails.
    pub fill_break: f64,
    /// Most hours a week of all care one relative gives.
    pub cap: f64,
    /// r₁: hours a week where work starts to suffer.
    pub work_low: f64,
    /// r₂: second threshold.
    pub work_high: f64,
    /// ρ₁: hours of work lost per hour above r₁.
    pub slope_low: f64,
    /// ρ₂: additional above r₂.
    pub slope_high: f64,
    /// r₀: hours a week where exits, sick leave and strain start.
    pub r0: f64,
    /// χ: exit hazard per hour above r₀.
    pub exit_slope: f64,
    /// Largest exit hazard.
    pub exit_max: f64,
    /// Sick-leave share per hour above r₀.
    pub sick_slope: f64,
    /// Full-time hours a week.
    pub full_time: f64,
}

/// Largest share of working time on sick leave because of care (model.md §4).
const SICK_MAX: f64 = 0.5;

/// One state of the year, or the weighted average of the states. Hours a week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Care {
    /// Hours not granted.
    pub gap_grant: f64,
    /// Granted hours that fail.
    pub gap_break: f64,
    /// R: hours by all relatives.
    pub hours: f64,
    /// U: hours of unmet need.
    pub unmet: f64,
    /// r: hours by each relative, beside those given whatever the services.
    pub each: f64,
    /// l: paid hours lost by each employed relative who does not exit, because of the gaps.
    pub lost: f64,
    /// Exit hazard because of the gaps.
    pub hazard: f64,
    /// Share of working time on sick leave because of the gaps.
    pub sick: f64,
    /// Strain: hours by each above r₀, because of the gaps.
    pub strain: f64,
}

/// What so many hours a week of all care do to one relative.
#[derive(Clone, Copy)]
struct Toll {
    strain: f64,
    lost: f64,
    hazard: f64,
    sick: f64,
}

#[inline(always)]
fn toll(p: &Response, all_care: f64) -> Toll {
    let strain = (all_care - p.r0).at_least(0.0);
    let lost = p.slope_low * (all_care - p.work_low).at_least(0.0)
        + p.slope_high * (all_care - p.work_high).at_least(0.0);
    Toll {
        strain,
        lost: lost.at_most(p.full_time),
        hazard: (p.exit_slope * strain).at_most(p.exit_max),
        sick: (p.sick_slope * strain).at_most(SICK_MAX),
    }
}

/// One state, for a number of helping relatives who each give `baseline` hours a week whatever the services.
#[inline(always)]
pub fn state(p: &Response, relatives: f64, baseline: f64, gap_grant: f64, gap_break: f64) -> Care {
    // One division, and one toll of the baseline, for the three states of a year, which the compiler sees.
    let share = 1.0 / relatives.at_least(1.0);
    let before = toll(p, baseline);
    let wanted = p.fill_grant * gap_grant + p.fill_break * gap_break;
    let room = relatives * (p.cap - baseline).at_least(0.0);
    let hours = if relatives > 0.0 { wanted.at_most(room) } else { 0.0 };
    let each = hours * share;
    let after = toll(p, baseline + each);
    Care {
        gap_grant,
        gap_break,
        hours,
        unmet: gap_grant + gap_break - hours,
        each,
        lost: after.lost - before.lost,
        hazard: after.hazard - before.hazard,
        sick: after.sick - before.sick,
        strain: after.strain - before.strain,
    }
}

/// Whether there is a care allowance for all the care that each relative gives: 1 or 0.
#[inline(always)]
pub fn allowance(relatives: f64, baseline: f64, each: f64, min_hours: f64, u: f64, share: f64) -> f64 {
    if (relatives > 0.0) & (baseline + each >= min_hours) & (u < share) { 1.0 } else { 0.0 }
}

/// The year: states weighted by their shares of it.
#[inline(always)]
pub fn average(parts: [(f64, Care); 3]) -> Care {
    let sum = |f: fn(&Care) -> f64| {
        parts[0].0 * f(&parts[0].1) + parts[1].0 * f(&parts[1].1) + parts[2].0 * f(&parts[2].1)
    };
    Care {
        gap_grant: sum(|c| c.gap_grant),
        gap_break: sum(|c| c.gap_break),
        hours: sum(|c| c.hours),
        unmet: sum(|c| c.unmet),
        each: sum(|c| c.each),
        lost: sum(|c| c.lost),
        hazard: sum(|c| c.hazard),
        sick: sum(|c| c.sick),
        strain: sum(|c| c.strain),
    }
}

/// Who helps a person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Helpers {
    /// k: helping relatives.
    pub relatives: f64,
    /// m: hours a week each gives whatever the services.
    pub baseline: f64,
}

/// The state without BPA: what traditional services leave of the need was never granted.
#[inline(always)]
pub fn without_bpa(p: &Response, who: Helpers, need: f64, traditional: f64) -> Care {
    state(p, who.relatives, who.baseline, need - traditional, 0.0)
}

/// A person's year: without BPA, with it, and in a break, each with its share of the year.
#[inline(always)]
pub fn states(
    p: &Response,
    who: Helpers,
    shares: super::delivery::YearShares,
    need: f64,
    traditional: f64,
    granted: f64,
    vacancy: f64,
) -> [(f64, Care); 3] {
    let short = (need - granted).at_least(0.0);
    let without = without_bpa(p, who, need, traditional);
    let with = state(p, who.relatives, who.baseline, short, granted * vacancy);
    let broken = state(p, who.relatives, who.baseline, short, granted);
    [(shares.without, without), (shares.with, with), (shares.broken, broken)]
}

/// The average of a person's year over its states.
#[inline(always)]
pub fn year(
    p: &Response,
    who: Helpers,
    shares: super::delivery::YearShares,
    need: f64,
    traditional: f64,
    granted: f64,
    vacancy: f64,
) -> Care {
    average(states(p, who, shares, need, traditional, granted, vacancy))
}

/// Time relatives give beside what work they lost for it, hours a week: max(0, R − k·L).
#[inline(always)]
pub fn time(hours: f64, lost_in_all: f64) -> f64 {
    (hours - lost_in_all).at_least(0.0)
}

explained! {
    /// How the hours that a state of the year lacks are explained; the formulas are `gaps`.
    GAP_GRANT "gap_grant" "";

    /// See [`GAP_GRANT`].
    GAP_BREAK "gap_break" "";
}

/// The formulas of the gaps in the states of [`states`].
pub const GAPS: [[&str; 2]; 3] = [
    ["need − hours_without_bpa", "0"],
    ["max(0, need − granted_hours)", "granted_hours·unstaffed"],
    ["max(0, need − granted_hours)", "granted_hours"],
];

explained! {
    /// The share of the year without BPA.
    WITHOUT "without" "1 − running";

    /// The share of the year with BPA and assistants.
    WITH "with" "running·(1 − broken)";

    /// The share of the year in a break.
    IN_BREAK "in_break" "running·broken";

    /// How the hours of a [`state`] are explained.
    HOURS "relatives_hours" "min(relatives·max(0, relative_cap − baseline_care), fill_grant·gap_grant + fill_break·gap_break)";

    /// How the unmet need of a [`state`] is explained.
    UNMET "unmet_hours" "gap_grant + gap_break − relatives_hours";

    /// How each relative's hours are explained.
    EACH "each" "relatives_hours / max(1, relatives)";

    /// How the work that each loses is explained.
    LOST_EACH "lost_each" "min(full_time_hours, work_slope_10·max(0, baseline_care + each − work_hours_low) + \
         work_slope_20·max(0, baseline_care + each − work_hours_high)) − \
         min(full_time_hours, work_slope_10·max(0, baseline_care − work_hours_low) + \
         work_slope_20·max(0, baseline_care − work_hours_high))";

    /// How each relative's strain is explained.
    STRAIN_EACH "strain_each" "max(0, baseline_care + each − r0) − max(0, baseline_care − r0)";

    /// How the hazard of leaving work is explained.
    EXIT_HAZARD "exit_hazard" "min(exit_max, exit_slope·max(0, baseline_care + each − r0)) − \
         min(exit_max, exit_slope·max(0, baseline_care − r0))";

    /// How the share of sick leave is explained.
    SICK "sick_share" "min(0.5, sick_slope·max(0, baseline_care + each − r0)) − \
         min(0.5, sick_slope·max(0, baseline_care − r0))";
}

/// The states of [`states`].
pub const STATES: [Rule; 3] = [WITHOUT, WITH, IN_BREAK];

/// A quantity of a state: how it is explained, and where it is found.
pub type CareQuantity = (Rule, fn(&Care) -> f64);

/// What a [`state`] makes of its gaps, and how it is explained.
pub const STATE: [CareQuantity; 7] = [
    (HOURS, |c| c.hours),
    (UNMET, |c| c.unmet),
    (EACH, |c| c.each),
    (LOST_EACH, |c| c.lost),
    (STRAIN_EACH, |c| c.strain),
    (EXIT_HAZARD, |c| c.hazard),
    (SICK, |c| c.sick),
];

/// The formula of the [`average`] of a quantity over the states named.
pub fn average_formula(quantity: &str, states: &[&str]) -> String {
    states.iter().map(|state| format!("{state}·{quantity}_{state}")).collect::<Vec<_>>().join(" + ")
}

explained! {
    /// How it is explained whether relatives leave work.
    EXITS "exits" "relatives_employed·[relatives_exit_draw < exit_hazard]";
}

/// The formula of its probability.
pub const PROBABLY_EXITS: &str = "relatives_employed·exit_hazard";

explained! {
    /// How the relatives' lost work is explained.
    LOST_WORK "relatives_lost_hours" "relatives·(exits·full_time_hours + (relatives_employed − exits)·lost_each)";

    /// How the relatives' sick leave is explained.
    SICK_LEAVE "sick_leave" "relatives·(relatives_employed − exits)·sick_share·(full_time_hours − lost_each)";

    /// How the hours in which relatives lead the work are explained.
    LEADING "leading" "leads·work_leader_hours·running";

    /// How [`time`] is explained, whether they are out of work, in work, or have left it.
    /// The leisure of one who left work and gives fewer hours than it took is not counted, so that leaving work costs
    /// relatives a little less than is posted (model.md §6).
    TIME "relatives_time" "(1 − relatives_employed)·relatives_hours + \
         (relatives_employed − exits)·max(0, relatives_hours − relatives·lost_each) + \
         exits·max(0, relatives_hours − relatives·full_time_hours) + leading";

    /// How the strain on all of them is explained.
    STRAIN "strain" "relatives·strain_each";

    /// How a care allowance is explained.
    ALLOWANCE "allowance" "[relatives > 0]·[baseline_care + each ≥ allowance_min_hours]·[allowance_draw < allowance_share]" by RULE_ALLOWANCE_REFERENCE;
}

/// The formula of its probability.
pub const PROBABLY_ALLOWANCE: &str =
    "[relatives > 0]·[baseline_care + each ≥ allowance_min_hours]·allowance_share";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::delivery;
    use proptest::prelude::*;

    const P: Response = Response {
        fill_grant: 0.5,
        fill_break: 0.8,
        cap: 60.0,
        work_low: 10.0,
        work_high: 20.0,
        slope_low: 0.1,
        slope_high: 0.2,
        r0: 10.0,
        exit_slope: 0.01,
        exit_max: 0.5,
        sick_slope: 0.002,
        full_time: 37.5,
    };

    #[test]
    fn time_is_what_is_given_beside_lost_work() {
        assert_eq!([time(30.0, 10.0), time(5.0, 10.0)], [20.0, 0.0]);
        assert_eq!(average_formula("hours", &["with", "without"]), "with·hours_with + without·hours_without");
    }

    #[test]
    fn hand_calculated_state() {
        let c = state(&P, 2.0, 0.0, 40.0, 50.0); // R = 20 + 40 = 60, r = 30
        assert_eq!((c.hours, c.unmet, c.each, c.strain), (60.0, 30.0, 30.0, 20.0));
        assert!((c.lost - (0.1 * 20.0 + 0.2 * 10.0)).abs() < 1e-12);
        assert!((c.hazard - 0.2).abs() < 1e-12 && (c.sick - 0.04).abs() < 1e-12);
        let alone = state(&P, 0.0, 0.0, 40.0, 50.0);
        assert_eq!((alone.hours, alone.unmet, alone.strain), (0.0, 90.0, 0.0));
        assert_eq!(state(&P, 1.0, 0.0, 400.0, 0.0).hours, 60.0);
    }

    /// Limits of 10 and 20 hours are of all care; slopes 0.13 and 0.128. Six hours given anyway and three for the gap reach
    /// no limit; 10.5 and 12 lose 0.13·12.5 + 0.128·2.5, less the 0.13·0.5 that are lost anyway.
    #[test]
    fn limits_are_of_all_care_and_only_the_difference_counts() {
        let p = Response { slope_low: 0.13, slope_high: 0.128, fill_grant: 1.0, ..P };
        for (m, r, lost) in
            [(6.0, 3.0, 0.0), (6.0, 6.0, 0.26), (10.5, 0.0, 0.0), (10.5, 12.0, 1.88), (0.0, 12.0, 0.26)]
        {
            let c = state(&p, 1.0, m, r, 0.0);
            assert_eq!(c.each, r);
            assert!((c.lost - lost).abs() < 1e-12, "{m} {r}: {}", c.lost);
            let strain = (m + r - 10.0).max(0.0) - (m - 10.0f64).max(0.0);
            assert!((c.strain - strain).abs() < 1e-12);
            assert!((c.hazard - 0.01 * strain).abs() < 1e-12 && (c.sick - 0.002 * strain).abs() < 1e-12);
        }
        // Each of two gives at most 60 − 10.5.
        let two = state(&Response { fill_grant: 0.45, ..P }, 2.0, 10.5, 300.0, 0.0);
        assert_eq!((two.hours, two.unmet), (99.0, 201.0));
        assert_eq!(state(&Response { fill_grant: 0.45, ..P }, 1.0, 6.0, 20.0, 0.0).hours, 9.0);
        // Who gives more than the cap anyway gives nothing for the gap.
        assert_eq!(state(&P, 1.0, 61.0, 20.0, 0.0).hours, 0.0);
        assert_eq!(
            [allowance(1.0, 6.0, 4.0, 10.0, 0.1, 0.2), allowance(1.0, 6.0, 3.9, 10.0, 0.1, 0.2)],
            [1.0, 0.0]
        );
        assert_eq!(
            [allowance(0.0, 6.0, 4.0, 10.0, 0.1, 0.2), allowance(1.0, 6.0, 4.0, 10.0, 0.2, 0.2)],
            [0.0, 0.0]
        );
    }

    proptest! {
        /// V-B11: need = delivered + traditional + relatives + unmet, where granted ≤ need.
        #[test]
        fn v_b11_need_is_met_by_somebody_or_unmet(
            need in 1.0f64..300.0, cov in 0.2f64..1.0, trad in 0.2f64..1.0, f in 0.0f64..1.0,
            x in 0.0f64..1.0, vac in 0.0f64..0.9, k in 0u8..3, m in 0.0f64..80.0
        ) {
            let y = delivery::year(f, x);
            let (g, t) = (cov * need, trad * need);
            let who = Helpers { relatives: f64::from(k), baseline: m };
            let c = year(&P, who, y, need, t, g, vac);
            let met = delivery::delivered(y, g, vac) + y.without * t + c.hours + c.unmet;
            prop_assert!((met - need).abs() < 1e-9 * need);
            prop_assert!(c.hours <= f64::from(k) * P.cap + 1e-9 && c.unmet >= -1e-9);
        }

        /// V-H11: substitution 0 and 1.
        #[test]
        fn v_h11_relatives_fill_nothing_or_all(gap in 0.0f64..50.0, fail in 0.0f64..50.0) {
            let none = state(&Response { fill_grant: 0.0, fill_break: 0.0, ..P }, 2.0, 0.0, gap, fail);
            prop_assert_eq!(none.hours, 0.0);
            let all = state(&Response { fill_grant: 1.0, fill_break: 1.0, cap: 100.0, ..P }, 2.0, 0.0, gap, fail);
            prop_assert_eq!(all.unmet, 0.0);
        }
    }
}

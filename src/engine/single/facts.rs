//! What is known of a person before any rule is asked: facts and random numbers, by the symbols that formulas call them.

use crate::rules::explain::{Rule, explained};

/// A fact with its number.
pub type Fact = (Rule, f64);

explained! {
    /// Age in the year.
    AGE "age" "";
    /// Need.
    NEED "need" "";
    /// Need last year.
    NEED_BEFORE "need_before" "";
    /// Baseline coverage.
    BASELINE "baseline" "";
    /// The unit's generosity.
    GENEROSITY "generosity" "";
    /// The case's variation.
    CASE "case" "";
    /// Helping relatives.
    RELATIVES "relatives" "";
    /// Other services.
    OTHER_SERVICES "other_services" "";
    /// Rapid condition.
    RAPID "rapid" "";
    /// Registered intellectual disability.
    INTELLECTUAL "intellectual" "";
    /// Able to work.
    ABLE_TO_WORK "able_to_work" "";
    /// Outside today's practice.
    EXCLUDED "excluded" "";
    /// Relatives lead the work.
    LEADS "leads" "";
    /// Relatives in work before.
    RELATIVES_EMPLOYED "relatives_employed" "";
    /// Leaves at the year's end.
    LEAVES "leaves" "";
    /// Moves to an institution at the year's end.
    MOVES "moves" "";
    /// m: care that each relative gives whatever the services.
    BASELINE_CARE "baseline_care" "";
    /// In a staffed home while without BPA.
    IN_STAFFED_HOME "in_staffed_home" "";
    /// Δ_η, worked out from the distributions of units and cases.
    NORM_KEPT "norm_kept" "";
    /// The level of the award hazard, which follows from growth, stocks and exits.
    AWARD_LEVEL "award_level" "";
    /// How open admission is in the year, for the person's age.
    OPENNESS "openness" "";
    /// Base of work for the age.
    WORK_BASE "work_base" "";
    /// Base of education.
    EDUCATION_BASE "education_base_logit" "";
    /// Weeks without assistants.
    BREAK_WEEKS "weeks_without_assistants" "";
    /// Months before BPA started.
    WAITING_MONTHS "waiting_months" "";
    /// Granted hours today.
    GRANTED_TODAY "granted_today" "";
    /// A given share of hours never staffed.
    UNSTAFFED "unstaffed" "" named RULE_UNSTAFFED_UNSTAFFED;

    /// −ln U of an award.
    AWARD_DRAW "award_draw" "";
    /// U of leaving.
    EXIT_DRAW "exit_draw" "";
    /// −ln U of the waiting time.
    WAIT_DRAW "wait_draw" "";
    /// U of a break.
    BREAK_DRAW "break_draw" "";
    /// −ln U of its length.
    BREAK_LENGTH_DRAW "break_length_draw" "";
    /// Re-assessed at 18.
    REVIEWED "reviewed" "";
    /// U of relatives leaving work.
    RELATIVES_EXIT_DRAW "relatives_exit_draw" "";
    /// U of the care allowance.
    ALLOWANCE_DRAW "allowance_draw" "";
    /// Deviate of work.
    WORK_DRAW "work_draw" "";
    /// Deviate of education.
    EDUCATION_DRAW "education_draw" "";
    /// Change of need.
    NEED_CHANGE "need_change" "";
    /// Change of the work deviate.
    WORK_CHANGE "work_change" "";
}

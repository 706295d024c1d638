//! What is known of a person before any rule is asked: facts and random numbers, by the symbols that formulas call them.

use crate::rules::explain::{Rule, explained};

/// A fact with its number.
pub type Fact = (Rule, f64);

explained! {
    /// Age in the year.
    AGE "age" "" ["alder" "alder" "age"];
    /// Need.
    NEED "need" "" ["behov, timer i uka" "behov, timar i veka" "need, hours a week"];
    /// Need last year.
    NEED_BEFORE "need_before" "" ["behov året før" "behov året før" "need the year before"];
    /// Baseline coverage.
    BASELINE "baseline" "" ["dekning i nullalternativet i basisåret" "dekning i nullalternativet i basisåret" "coverage under the zero alternative in the base year"];
    /// The unit's generosity.
    GENEROSITY "generosity" "" ["kommunens raushet" "rausheita til kommunen" "the unit's generosity"];
    /// The case's variation.
    CASE "case" "" ["variasjon mellom saker" "variasjon mellom saker" "variation between cases"];
    /// Helping relatives.
    RELATIVES "relatives" "" ["pårørende som hjelper" "pårørande som hjelper" "helping relatives"];
    /// Other services.
    OTHER_SERVICES "other_services" "" ["andre tjenester, basisårets kr i året" "andre tenester, kr i basisåret i året" "other services, base-year NOK a year"];
    /// Rapid condition.
    RAPID "rapid" "" ["raskt forløpende sykdom" "sjukdom med raskt forløp" "rapid condition"];
    /// Registered intellectual disability.
    INTELLECTUAL "intellectual" "" ["psykisk utviklingshemming" "psykisk utviklingshemming" "intellectual disability"];
    /// Able to work.
    ABLE_TO_WORK "able_to_work" "" ["kan arbeide" "kan arbeide" "able to work"];
    /// Outside today's practice.
    EXCLUDED "excluded" "" ["utenfor dagens praksis" "utanfor praksisen i dag" "outside today's practice"];
    /// Relatives lead the work.
    LEADS "leads" "" ["pårørende leder arbeidet" "pårørande leier arbeidet" "relatives lead the work"];
    /// Relatives in work before.
    RELATIVES_EMPLOYED "relatives_employed" "" ["pårørende i arbeid fra før" "pårørande i arbeid frå før" "relatives in work before"];
    /// Dies at the year's end.
    DIES "dies" "" ["dør ved årets slutt" "døyr ved slutten av året" "dies at the year's end"];
    /// Base of work for the age.
    WORK_BASE "work_base" "" ["grunnivå for arbeid ved alderen (logit)" "grunnivå for arbeid ved alderen (logit)" "base of work for the age (logit)"];
    /// Base of education.
    EDUCATION_BASE "education_base_logit" "" ["grunnivå for utdanning (logit)" "grunnivå for utdanning (logit)" "base of education (logit)"];
    /// Weeks without assistants.
    BREAK_WEEKS "weeks_without_assistants" "" ["uker uten assistenter" "veker utan assistentar" "weeks without assistants"];
    /// Months before BPA started.
    WAITING_MONTHS "waiting_months" "" ["måneder av året før BPA startet" "månader av året før BPA starta" "months of the year before BPA started"];
    /// Granted hours today.
    GRANTED_TODAY "granted_today" "" ["innvilgede timer i uka i dag" "innvilga timar i veka i dag" "granted hours a week today"];
    /// A given share of hours never staffed.
    UNSTAFFED "unstaffed" "" ["del av timene som ikke bemannes" "del av timane utan bemanning" "share of hours never staffed"];

    /// −ln U of an award.
    AWARD_DRAW "award_draw" "" ["−ln U for tildeling" "−ln U for tildeling" "−ln U of award"];
    /// U of leaving.
    EXIT_DRAW "exit_draw" "" ["U for å slutte" "U for å slutte" "U of leaving"];
    /// −ln U of the waiting time.
    WAIT_DRAW "wait_draw" "" ["−ln U for ventetid" "−ln U for ventetid" "−ln U of waiting"];
    /// U of a break.
    BREAK_DRAW "break_draw" "" ["U for brudd" "U for brot" "U of a break"];
    /// −ln U of its length.
    BREAK_LENGTH_DRAW "break_length_draw" "" ["−ln U for lengden på bruddet" "−ln U for lengda på brotet" "−ln U of its length"];
    /// Re-assessed at 18.
    REVIEWED "reviewed" "" ["vurderes på nytt ved 18" "blir vurdert på nytt ved 18" "re-assessed at 18"];
    /// U of relatives leaving work.
    RELATIVES_EXIT_DRAW "relatives_exit_draw" "" ["U for at pårørende slutter i arbeid" "U for at pårørande sluttar i arbeid" "U of relatives leaving work"];
    /// U of the care allowance.
    ALLOWANCE_DRAW "allowance_draw" "" ["U for omsorgsstønad" "U for omsorgsstønad" "U of care allowance"];
    /// Deviate of work.
    WORK_DRAW "work_draw" "" ["arbeidsevne (logistisk)" "arbeidsevne (logistisk)" "work deviate (logistic)"];
    /// Deviate of education.
    EDUCATION_DRAW "education_draw" "" ["utdanning (logistisk)" "utdanning (logistisk)" "education deviate (logistic)"];
    /// Change of need.
    NEED_CHANGE "need_change" "" ["endring i behov (normalfordelt)" "endring i behov (normalfordelt)" "change of need (normal)"];
    /// Change of the work deviate.
    WORK_CHANGE "work_change" "" ["endring i arbeidsevne (normalfordelt)" "endring i arbeidsevne (normalfordelt)" "change of work deviate (normal)"];
}

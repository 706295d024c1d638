//! What rules, figures and payers are called in a trace: name, bokmål, nynorsk, English.

use crate::outcomes::Words;

type Table = [(&'static str, &'static str, &'static str, &'static str)];

/// Rules.
const RULES: &Table = &[
    ("marginal_share", "Kommunens andel", "Kommunen sin del", "Municipality's share"),
    ("coverage", "Dekning", "Dekning", "Coverage"),
    ("rights", "Rett til BPA", "Rett til BPA", "Right to BPA"),
    ("award", "Tildeling", "Tildeling", "Award"),
    ("transition", "Ny vurdering ved 18", "Ny vurdering ved 18", "Re-assessment at 18"),
    ("granted_hours", "Innvilgede timer", "Innvilga timar", "Granted hours"),
    ("traditional", "Tradisjonelle tjenester", "Tradisjonelle tenester", "Traditional services"),
    ("delivery", "Levering", "Levering", "Delivery"),
    ("relatives", "Pårørende", "Pårørande", "Relatives"),
    ("participation", "Deltakelse", "Deltaking", "Participation"),
    ("health", "Helse", "Helse", "Health"),
    ("costs", "Kostnader (kr)", "Kostnader (kr)", "Costs (NOK)"),
    ("refund", "Refusjon (kr)", "Refusjon (kr)", "Refund (NOK)"),
];

/// Payers.
const PAYERS: &Table = &[
    ("municipality", "kommunen", "kommunen", "the municipality"),
    ("state", "staten", "staten", "the state"),
    ("employers", "arbeidsgivere", "arbeidsgivarar", "employers"),
    ("users", "brukeren", "brukaren", "the user"),
    ("relatives", "pårørende", "pårørande", "relatives"),
];

/// Figures.
const FIGURES: &Table = &[
    ("age", "alder", "alder", "age"),
    ("need", "behov", "behov", "need"),
    ("need_before", "behov året før", "behov året før", "need the year before"),
    ("baseline_coverage", "dekning i dag", "dekning i dag", "coverage today"),
    ("generosity", "kommunens raushet", "rausheita til kommunen", "the unit's generosity"),
    ("case", "variasjon mellom saker", "variasjon mellom saker", "variation between cases"),
    ("relatives", "pårørende som hjelper", "pårørande som hjelper", "helping relatives"),
    (
        "relatives_employed",
        "pårørende i arbeid fra før",
        "pårørande i arbeid frå før",
        "relatives in work before",
    ),
    (
        "other_services",
        "andre tjenester, basisårets kr",
        "andre tenester, kr i basisåret",
        "other services, base-year NOK",
    ),
    ("rapid", "raskt forløpende sykdom", "sjukdom med raskt forløp", "rapid condition"),
    ("intellectual", "psykisk utviklingshemming", "psykisk utviklingshemming", "intellectual disability"),
    ("able_to_work", "kan arbeide", "kan arbeide", "able to work"),
    ("excluded", "utenfor dagens praksis", "utanfor praksisen i dag", "outside today's practice"),
    ("zone_price", "pris mot sone 1", "pris mot sone 1", "price relative to zone 1"),
    ("dies", "dør ved årets slutt", "døyr ved slutten av året", "dies at the year's end"),
    ("award", "−ln U for tildeling", "−ln U for tildeling", "−ln U of award"),
    ("exit", "U for å slutte", "U for å slutte", "U of leaving"),
    ("wait", "−ln U for ventetid", "−ln U for ventetid", "−ln U of waiting"),
    ("break", "U for brudd", "U for brot", "U of a break"),
    (
        "break_length",
        "brudd om det kommer, andel av året",
        "brot om det kjem, del av året",
        "break if there is one, share of the year",
    ),
    ("reviewed", "vurderes på nytt ved 18", "blir vurdert på nytt ved 18", "re-assessed at 18"),
    (
        "relatives_exit",
        "U for at pårørende slutter i arbeid",
        "U for at pårørande sluttar i arbeid",
        "U of relatives leaving work",
    ),
    ("allowance", "U for omsorgsstønad", "U for omsorgsstønad", "U of care allowance"),
    (
        "need_change",
        "endring i behov (normalfordelt)",
        "endring i behov (normalfordelt)",
        "change of need (normal)",
    ),
    (
        "work_change",
        "endring i arbeidsevne (normalfordelt)",
        "endring i arbeidsevne (normalfordelt)",
        "change of work deviate (normal)",
    ),
    ("hours", "timer", "timar", "hours"),
    ("other", "andre tjenester, kr", "andre tenester, kr", "other services, NOK"),
    ("price", "pris per time", "pris per time", "price an hour"),
    ("base", "refusjonsgrunnlag", "refusjonsgrunnlag", "refund base"),
    ("marginal", "av én time til (π)", "av ein time til (π)", "of one more hour (π)"),
    (
        "marginal_null",
        "i nullalternativet (π₀)",
        "i nullalternativet (π₀)",
        "under the zero alternative (π₀)",
    ),
    ("average", "i snitt (π̄)", "i snitt (π̄)", "on average (π̄)"),
    ("coverage", "dekning", "dekning", "coverage"),
    ("squeeze", "innstramming", "innstramming", "squeeze"),
    ("state_decides", "staten avgjør", "staten avgjer", "the state decides"),
    ("assessed", "vurdert dekning", "vurdert dekning", "assessed coverage"),
    ("right", "faktor for rett", "faktor for rett", "factor of the right"),
    ("had", "hadde BPA", "hadde BPA", "had BPA"),
    ("ease", "hvor lett det gis", "kor lett det blir gitt", "ease of an award"),
    ("hazard", "risiko (hasard)", "risiko (hasard)", "hazard"),
    ("awarded", "tildelt", "tildelt", "awarded"),
    ("exited", "slutter", "sluttar", "leaves"),
    ("recipient", "har BPA", "har BPA", "has BPA"),
    ("reviews", "modellen vurderer på nytt", "modellen vurderer på nytt", "the model re-assesses"),
    ("months", "måneders behandling", "månaders behandling", "months of processing"),
    ("granted", "innvilget", "innvilga", "granted"),
    ("running", "andel av året med BPA", "del av året med BPA", "share of the year with BPA"),
    ("traditional", "tradisjonelle tjenester", "tradisjonelle tenester", "traditional services"),
    ("burden", "andel etter uttrekk (π̃)", "del etter uttrekk (π̃)", "share after withdrawal (π̃)"),
    ("hours_without_bpa", "timer uten BPA", "timar utan BPA", "hours without BPA"),
    ("vacancy", "ubemannet andel", "del utan bemanning", "unstaffed share"),
    ("break_probability", "sannsynlighet for brudd", "sannsyn for brot", "probability of a break"),
    ("without", "uten BPA", "utan BPA", "without BPA"),
    ("with", "med BPA", "med BPA", "with BPA"),
    ("broken", "i brudd", "i brot", "in a break"),
    ("delivered", "levert", "levert", "delivered"),
    ("gap_grant", "ikke innvilget", "ikkje innvilga", "not granted"),
    ("gap_break", "innvilget, men uteblir", "innvilga, men uteblir", "granted but failing"),
    ("employed", "i arbeid", "i arbeid", "employed"),
    ("each", "per pårørende", "per pårørande", "by each"),
    ("unmet", "udekket", "udekt", "unmet"),
    ("lost_work", "tapt arbeid, timer", "tapt arbeid, timar", "lost work, hours"),
    ("exits", "slutter i arbeid", "sluttar i arbeid", "leave work"),
    ("sick_share", "sykefravær, andel", "sjukefråvær, del", "sick leave, share"),
    ("strain", "belastning", "belastning", "strain"),
    ("leading", "arbeidsledelse, timer", "arbeidsleiing, timar", "leading the work, hours"),
    ("served_share", "dekket andel av behovet", "dekt del av behovet", "served share of need"),
    ("work", "arbeidsevne (logistisk)", "arbeidsevne (logistisk)", "work deviate (logistic)"),
    ("work_base", "grunnivå for alderen (logit)", "grunnivå for alderen (logit)", "base for the age (logit)"),
    ("education", "i utdanning", "i utdanning", "in education"),
    ("unmet_share", "udekket andel", "udekt del", "unmet share"),
    ("admissions", "forventede innleggelser", "venta innleggingar", "expected admissions"),
    ("traditional_price", "pris, tradisjonell time", "pris, tradisjonell time", "price, traditional hour"),
    ("bpa", "BPA", "BPA", "BPA"),
    ("hour_grant", "timetilskudd", "timetilskot", "hour grant"),
    ("refund", "refusjon", "refusjon", "refund"),
    ("threshold", "innslagspunkt", "innslagspunkt", "threshold"),
    ("eligible", "i alder for refusjon", "i alder for refusjon", "of eligible age"),
    ("deduction", "fradrag", "frådrag", "deduction"),
    ("refund_bpa", "av dette på grunn av BPA", "av dette på grunn av BPA", "of this due to BPA"),
    ("has_allowance", "får omsorgsstønad", "får omsorgsstønad", "gets care allowance"),
];

fn find(table: &Table, name: &'static str) -> Words {
    match table.iter().find(|(own, ..)| *own == name) {
        Some((_, nb, nn, en)) => Words::new(nb, nn, en),
        None => Words::new(name, name, name),
    }
}

/// Whether a figure has words.
#[cfg(test)]
pub fn known(name: &str) -> bool {
    FIGURES.iter().any(|(own, ..)| *own == name)
}

/// Whether a rule has words.
#[cfg(test)]
pub fn rule_known(name: &str) -> bool {
    RULES.iter().any(|(own, ..)| *own == name)
}

/// A figure in words; its name where it has none.
pub fn of(name: &'static str) -> Words {
    find(FIGURES, name)
}

/// A rule in words.
pub fn rule(name: &'static str) -> Words {
    find(RULES, name)
}

/// A payer in words.
pub fn payer(name: &'static str) -> Words {
    find(PAYERS, name)
}

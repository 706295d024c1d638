//! Tables of outcomes by model: levels, and differences.

use super::{table, withdrawals};
use crate::analysis::decision::COMPARED;
use crate::analysis::precision::IN_PERIOD;
use crate::analysis::withdrawals::LATER;
use crate::outcomes::Outcome;
use crate::report::document::{Row, Table};
use crate::report::presenter::{Presenter, When};
use crate::text::say;

/// Main results of the compared year: BPA itself, who pays, and what else follows.
const BPA_FIRST: &[Outcome] = &[
    Outcome::Recipients,
    Outcome::DeliveredHours,
    Outcome::BpaCost,
    Outcome::MunicipalityNetBpa,
    Outcome::MunicipalityNetBpaAfterWithdrawal,
    Outcome::MunicipalityNet,
    Outcome::StateNet,
];

/// Budget item 575.60: in all, and whom it is for.
pub const REFUND_SCHEME: &[Outcome] = &[Outcome::RefundSchemeTotal, Outcome::Refund, Outcome::RefundRest];

const AND_THEN: &[Outcome] = &[
    Outcome::PublicNet,
    Outcome::UnmetHours,
    Outcome::RelativesHours,
    Outcome::RelativesCost,
    Outcome::RelativesLostFte,
    Outcome::UsersEmployed,
    Outcome::Admissions,
];

/// Main results of the compared year, the refund scheme among them where it is estimated whole.
pub fn of_year(presenter: &Presenter<'_>) -> Vec<Outcome> {
    main_of_year(presenter.run.has_scheme())
}

/// Main results of a year, with the refund scheme or without.
pub fn main_of_year(has_scheme: bool) -> Vec<Outcome> {
    let scheme = if has_scheme { REFUND_SCHEME } else { &[] };
    [BPA_FIRST, scheme, AND_THEN].concat()
}

/// Main results of the whole period: cost with what has no price beside it.
pub const MAIN_TOTAL: &[Outcome] = &[
    Outcome::SocietyCost,
    Outcome::SocietyCostBeforeExtraServices,
    Outcome::UnmetHours,
    Outcome::RelativesHours,
    Outcome::PublicNet,
];

/// Main results that are told ten years on and in the last year too: the first year in full effect alone would show a withdrawal
/// that is set in it as nearly without cost.
const LATER_ON: &[Outcome] = &[
    Outcome::Recipients,
    Outcome::BpaCost,
    Outcome::MunicipalityNetBpaAfterWithdrawal,
    Outcome::MunicipalityNet,
    Outcome::StateNet,
    Outcome::UnmetHours,
    Outcome::RelativesHours,
    Outcome::UsersEmployed,
];

/// What is shifted to relatives: time, health, work.
pub const RELATIVES: &[Outcome] = &[
    Outcome::RelativesHours,
    Outcome::RelativesLeadingHours,
    Outcome::RelativesTimeCost,
    Outcome::RelativesHealthCost,
    Outcome::HealthServicesCost,
    Outcome::RelativesSickFte,
    Outcome::RelativesLostFte,
    Outcome::RelativesExits,
    Outcome::RelativesEmployedShare,
    Outcome::RelativesWorkCost,
    Outcome::CareAllowance,
];

/// Work of users and family.
pub const WORK: &[Outcome] = &[
    Outcome::UsersEmployed,
    Outcome::UsersEmployedShare,
    Outcome::UsersFte,
    Outcome::UsersInEducation,
    Outcome::UsersWorkGain,
    Outcome::RelativesEmployedShare,
    Outcome::RelativesLostFte,
    Outcome::HealthPersonnelFte,
];

/// What breaks in recruitment and instability lead to.
pub const STABILITY: &[Outcome] = &[
    Outcome::LostHours,
    Outcome::UnmetHours,
    Outcome::RelativesLeadingHours,
    Outcome::Admissions,
    Outcome::AdmissionsCost,
    Outcome::WaitingMonths,
    Outcome::MunicipalVolatility,
];

/// Transitions.
pub const TRANSITIONS: &[Outcome] = &[
    Outcome::RecipientsAge0To17,
    Outcome::RecipientsAge18To49,
    Outcome::UsersInEducation,
    Outcome::Awards,
    Outcome::WaitingMonths,
    Outcome::DeathsRecipients,
    Outcome::Exits,
];

/// Who gains what: people without BPA, differences between places, age groups.
pub const DISTRIBUTION: &[Outcome] = &[
    Outcome::Coverage,
    Outcome::PoolCoverage,
    Outcome::Pool,
    Outcome::PoolRelativesHours,
    Outcome::CoverageSdBetweenUnits,
    Outcome::CoverageP90P10,
    Outcome::CoverageGini,
    Outcome::CoverageUnitShare,
    Outcome::RecipientsAge0To17,
    Outcome::RecipientsAge18To49,
    Outcome::RecipientsAge50To66,
    Outcome::RecipientsAge67To79,
    Outcome::RecipientsAge80Plus,
];

/// Cost of administration and introduction.
pub const ONE_OFF: &[Outcome] = &[
    Outcome::AdministrationMunicipal,
    Outcome::AdministrationState,
    Outcome::Administration,
    Outcome::Introduction,
];

/// What every report must tell of every model: time, health and work of relatives, work of users, and what
/// instability leads to.
pub const REQUIRED: &[Outcome] = &[
    Outcome::RelativesHours,
    Outcome::RelativesTimeCost,
    Outcome::RelativesHealthCost,
    Outcome::RelativesLostFte,
    Outcome::RelativesWorkCost,
    Outcome::UsersEmployed,
    Outcome::UsersFte,
    Outcome::LostHours,
    Outcome::UnmetHours,
    Outcome::Admissions,
];

/// Outcomes of whose differences a report tells in how many draws they are lower or higher, each of the compared year or of
/// the whole period (true).
pub fn with_direction() -> Vec<(Outcome, bool)> {
    let whole = |o: &Outcome| o.info().timing == crate::outcomes::Timing::Whole;
    let listed = |o: &Outcome| [MAIN_TOTAL, &IN_PERIOD, &COMPARED].iter().any(|list| list.contains(o));
    let added = |o: &Outcome| listed(o) || o.info().discountable;
    let all = Outcome::ALL.iter();
    all.flat_map(|o| match whole(o) {
        true => vec![(*o, true)],
        false if added(o) => vec![(*o, false), (*o, true)],
        false => vec![(*o, false)],
    })
    .collect()
}

/// Outcomes of the compared year by model.
pub fn levels(presenter: &Presenter<'_>, id: &'static str, outcomes: &[Outcome]) -> Table {
    let year = presenter.run.year();
    // What happens once in the whole period has no year.
    let when = |o: Outcome| (o.info().timing == crate::outcomes::Timing::Yearly).then_some(year);
    let rows = outcomes.iter().map(|o| presenter.levels(*o, when(*o))).collect();
    let mut table = table(presenter, id, presenter.models(), rows);
    table.notes.extend(presenter.note_two_populations(outcomes));
    table
}

/// Their differences.
pub fn differences(presenter: &Presenter<'_>, id: &'static str, outcomes: &[Outcome]) -> Table {
    let (year, pairs) = (presenter.run.year(), presenter.pairs());
    let when = |o: Outcome| (o.info().timing == crate::outcomes::Timing::Yearly).then_some(year);
    let rows = outcomes.iter().map(|o| presenter.changes(*o, &pairs, when(*o))).collect();
    let mut table = table(presenter, id, pairs.iter().map(|p| presenter.pair(*p)).collect(), rows);
    table.notes.push(presenter.t.get(say::NOTE_PAIRED));
    table.notes.extend(presenter.pairs_left_out());
    table
}

/// Main results: the compared year, ten years on, the last year, and the whole period.
pub fn main(presenter: &Presenter<'_>) -> Table {
    let rows = over_time(presenter, |outcome, when| presenter.levels(outcome, when));
    let mut table = table(presenter, "main", presenter.models(), rows);
    table.notes.push(presenter.t.get(say::NOTE_SOCIETY));
    table.notes.extend(presenter.note_two_populations(MAIN_TOTAL));
    table.notes.extend(presenter.models_left_out());
    table
}

/// Differences of the main results.
pub fn main_differences(presenter: &Presenter<'_>) -> Table {
    let pairs = presenter.pairs();
    let rows = over_time(presenter, |outcome, when| presenter.changes(outcome, &pairs, when));
    let columns = pairs.iter().map(|p| presenter.pair(*p)).collect();
    let mut table = table(presenter, "main-differences", columns, rows);
    table.notes.push(presenter.t.get(say::NOTE_PAIRED));
    table.notes.extend(presenter.models_left_out());
    table.notes.extend(presenter.pairs_left_out());
    table.notes.push(presenter.t.get(say::NOTE_SOCIETY));
    table
}

/// Rows of the main results, grouped by when: all of them in the compared year, some ten years on and in the last year, and what
/// adds up over the whole period.
fn over_time(presenter: &Presenter<'_>, row: impl Fn(Outcome, When) -> Row) -> Vec<Row> {
    let year = presenter.run.year();
    let mut rows = grouped(
        presenter.in_year(),
        in_scheme(presenter, &of_year(presenter), |outcome| row(outcome, Some(year))),
    );
    for (head, later) in later_years(presenter) {
        rows.extend(grouped(head, LATER_ON.iter().map(|o| row(*o, Some(later))).collect()));
    }
    rows.extend(grouped(presenter.in_period(), MAIN_TOTAL.iter().map(|o| row(*o, None)).collect()));
    rows
}

/// The year ten years on and the last one, with their headings, as far as the run has them after the compared year.
fn later_years(presenter: &Presenter<'_>) -> Vec<(String, i32)> {
    let (later, last) = (withdrawals::later(presenter), *presenter.run.years().end());
    let ten = later.map(|year| {
        let (year_text, years) = (year.to_string(), LATER.to_string());
        (presenter.t.get(say::GlanceLater { year: year_text, years }), year)
    });
    let is_another = last > presenter.run.year() && later != Some(last);
    let end = is_another.then(|| (presenter.t.get(say::InLastYear { year: last }), last));
    ten.into_iter().chain(end).collect()
}

fn grouped(head: String, mut rows: Vec<Row>) -> Vec<Row> {
    if let Some(first) = rows.first_mut() {
        first.group = Some(head);
    }
    rows
}

/// A row an outcome; those of the refund scheme as parts of it.
pub fn in_scheme(presenter: &Presenter<'_>, outcomes: &[Outcome], row: impl Fn(Outcome) -> Row) -> Vec<Row> {
    let part = |o: Outcome| match o {
        Outcome::Refund => Some(say::ROW_OF_WHICH_SIMULATED),
        Outcome::RefundRest => Some(say::ROW_OF_WHICH_REST),
        _ => None,
    };
    let whole = outcomes.contains(&Outcome::RefundSchemeTotal);
    let named = |o: &Outcome| {
        let mut row = row(*o);
        if let Some(head) = part(*o).filter(|_| whole) {
            row.head = presenter.t.get(head);
        }
        row
    };
    outcomes.iter().map(named).collect()
}

/// One-off and lasting costs: the compared year, and the whole period.
pub fn one_off(presenter: &Presenter<'_>) -> Table {
    let mut rows: Vec<Row> =
        ONE_OFF.iter().map(|o| presenter.levels(*o, Some(presenter.run.year()))).collect();
    rows[0].group = Some(presenter.in_year());
    let totals: Vec<Row> = ONE_OFF.iter().map(|o| presenter.levels(*o, None)).collect();
    rows.extend(totals);
    rows[ONE_OFF.len()].group = Some(presenter.in_period());
    let mut table = table(presenter, "one-off", presenter.models(), rows);
    table.notes.push(presenter.t.get(say::NOTE_ONE_OFF));
    table
}

/// The zero alternative as time goes: a row an outcome, a column a year.
pub fn development(presenter: &Presenter<'_>) -> Table {
    const ROWS: &[Outcome] = &[
        Outcome::Recipients,
        Outcome::GrantedHoursPerRecipient,
        Outcome::Coverage,
        Outcome::BpaCost,
        Outcome::MunicipalityNetBpa,
        Outcome::MunicipalityNet,
        Outcome::StateNet,
        Outcome::RelativesHours,
        Outcome::UnmetHours,
    ];
    let years = presenter.some_years();
    let scheme = if presenter.run.has_scheme() { REFUND_SCHEME } else { &[Outcome::Refund] };
    let rows = [ROWS, scheme].concat();
    let rows = in_scheme(presenter, &rows, |o| presenter.over_years(o, 0, &years));
    table(presenter, "development", years.iter().map(i32::to_string).collect(), rows)
}

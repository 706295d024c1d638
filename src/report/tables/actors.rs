//! Effects for everybody concerned, one group an actor.

use super::table;
use crate::outcomes::Outcome;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::presenter::Presenter;
use crate::text::{Words, say};

const ACTORS: &[(Words, &[Outcome])] = &[
    (
        say::ACTOR_USERS,
        &[
            Outcome::Recipients,
            Outcome::DeliveredHours,
            Outcome::UnmetHours,
            Outcome::WaitingMonths,
            Outcome::UsersEmployed,
            Outcome::UsersNet,
        ],
    ),
    (say::ACTOR_OTHERS, &[Outcome::PoolCoverage, Outcome::PoolRelativesHours]),
    (
        say::ACTOR_RELATIVES,
        &[
            Outcome::RelativesHours,
            Outcome::RelativesHealthCost,
            Outcome::RelativesLostFte,
            Outcome::RelativesCost,
        ],
    ),
    (say::ACTOR_ASSISTANTS, &[Outcome::DeliveredHours, Outcome::LostHours]),
    (say::ACTOR_SUPPLIERS, &[]),
    (say::ACTOR_MUNICIPALITIES, &[Outcome::MunicipalityNet, Outcome::AdministrationMunicipal]),
    (say::ACTOR_COUNTIES, &[]),
    (say::ACTOR_STATE, &[Outcome::StateNet, Outcome::AdministrationState]),
    (say::ACTOR_EMPLOYERS, &[Outcome::EmployersNet]),
    (say::ACTOR_SOCIETY, &[Outcome::SocietyCost]),
];

/// Differences to the zero alternative in the compared year.
pub fn actors(presenter: &Presenter<'_>) -> Table {
    let pairs: Vec<(usize, usize)> = presenter.others().map(|m| (m, 0)).collect();
    let mut rows = Vec::new();
    for (actor, outcomes) in ACTORS {
        let first = rows.len();
        rows.extend(outcomes.iter().map(|o| presenter.changes(*o, &pairs, Some(presenter.run.year()))));
        if outcomes.is_empty() {
            let cells = vec![Cell::Missing(Missing::Unknown); pairs.len()];
            rows.push(Row::new(presenter.t.get(say::ROW_NOT_COMPUTED), cells));
        }
        rows[first].group = Some(presenter.t.get(actor));
    }
    let mut table = table(presenter, "actors", pairs.iter().map(|p| presenter.pair(*p)).collect(), rows);
    table.notes.push(presenter.t.get(say::NOTE_PAIRED));
    table
}

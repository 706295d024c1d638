//! Effects for everybody concerned, one group an actor.

use super::table;
use crate::outcomes::Outcome;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::teller::Teller;

const ACTORS: &[(&str, &[Outcome])] = &[
    (
        "users",
        &[
            Outcome::Recipients,
            Outcome::DeliveredHours,
            Outcome::UnmetHours,
            Outcome::WaitingMonths,
            Outcome::UsersEmployed,
            Outcome::UsersNet,
        ],
    ),
    ("others", &[Outcome::PoolCoverage, Outcome::PoolRelativesHours]),
    (
        "relatives",
        &[
            Outcome::RelativesHours,
            Outcome::RelativesHealthCost,
            Outcome::RelativesLostFte,
            Outcome::RelativesCost,
        ],
    ),
    ("assistants", &[Outcome::DeliveredHours, Outcome::LostHours]),
    ("suppliers", &[]),
    ("municipalities", &[Outcome::MunicipalityNet, Outcome::AdministrationMunicipal]),
    ("counties", &[]),
    ("state", &[Outcome::StateNet, Outcome::AdministrationState]),
    ("employers", &[Outcome::EmployersNet]),
    ("society", &[Outcome::SocietyCost]),
];

/// Differences to the zero alternative in the compared year.
pub fn actors(teller: &Teller<'_>) -> Table {
    let pairs: Vec<(usize, usize)> = teller.others().map(|m| (m, 0)).collect();
    let mut rows = Vec::new();
    for (actor, outcomes) in ACTORS {
        let first = rows.len();
        rows.extend(outcomes.iter().map(|o| teller.changes(*o, &pairs, Some(teller.run.year()))));
        if outcomes.is_empty() {
            let cells = vec![Cell::Missing(Missing::Unknown); pairs.len()];
            rows.push(Row::new(teller.t.get("row-not-computed"), cells));
        }
        rows[first].group = Some(teller.t.get(&format!("actor-{actor}")));
    }
    let mut table = table(teller, "actors", pairs.iter().map(|p| teller.pair(*p)).collect(), rows);
    table.notes.push(teller.t.get("note-paired"));
    table
}

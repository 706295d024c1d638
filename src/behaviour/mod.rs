//! How municipalities, state, relatives and users react: pure functions of facts and parameters,
//! one file a reaction. The kernel calls them for whole columns of persons, `case` for one.

pub mod award;
pub mod coverage;
pub mod delivery;
pub mod health;
pub mod marginal_share;
pub mod participation;
pub mod relatives;
pub mod traditional;
pub mod transition;

//! How municipalities, state, relatives and users react: pure functions of facts and parameters,
//! one file a reaction. The kernel calls them for whole columns of persons, `case` for one.

pub mod arenas;
pub mod award;
pub mod award_level;
pub mod coverage;
pub mod delivery;
pub mod drift;
pub mod evening_out;
pub mod health;
pub mod income_effect;
pub mod marginal_share;
pub mod participation;
pub mod penetration;
pub mod relatives;
pub mod squeeze;
pub mod traditional;
pub mod transition;

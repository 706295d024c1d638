//! Who lives in the world: how persons are placed in units, what they are born with in the
//! simulation, and how they change from year to year, the same under every model.

pub mod ages;
pub mod attributes;
pub mod block_list;
pub mod life;
pub mod own;
pub mod persons;
pub mod placement;

pub use persons::{BLOCK, Column, Persons};

//! Single persons: a life with given facts and without chance ([`given`]) or one drawn in a run ([`drawn`]) is lived in
//! a block by the kernel's own functions, and [`explain`] tells what the kernel did, rule by rule.

pub mod drawn;
pub mod explain;
pub mod explanation;
pub mod facts;
pub mod given;
mod payment;

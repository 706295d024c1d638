//! The whole refund scheme (budget chapter 575 item 60), beyond the persons simulated (scheme.md S1). Persons with need for
//! personal assistance draw some seven per cent of what the item pays; a number for the item that knows only them must
//! never stand alone. *The rest* is everybody else in the scheme, without persons: a distribution of costs in closed form
//! ([`pareto`]), a level and a growth anchored to the state accounts ([`path`]), what a model's terms would add
//! ([`mod@reform`]), and an expectation by municipality ([`spread`]). The room knows no persons.
//!
//! What it leaves out: costs below half the threshold, of which nothing is known; reactions other than one response of
//! costs to what the state pays; who the dear persons are: a small municipality has none or three of them, never 1.4.

pub mod cash;
pub mod nursing;
pub mod pareto;
pub mod path;
pub mod reform;
pub mod spread;

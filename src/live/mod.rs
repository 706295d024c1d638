//! The page that is turned: a setting is simulated while one looks, by the engine of every run, in the browser or in a server.
//!
//! A [`Desk`](desk::Desk) is asked in bytes, the same wherever it stands: a line of JSON, and after it perhaps the bytes of a piece of the
//! simulation. Who asks is a module of the page ([`page`]); in a browser several workers have a desk each, of which one
//! collects what the others simulate ([`wire`]), and in a server one desk simulates with all threads. Nothing a page asks opens
//! a file: scenarios are the shipped ones, and changes are those of `--set` ([`setting`]).

pub mod answer;
mod call;
pub mod catalogue;
#[cfg(not(target_family = "wasm"))]
mod controls;
pub mod desk;
pub mod dials;
mod moved;
#[cfg(not(target_family = "wasm"))]
pub mod page;
#[cfg(not(target_family = "wasm"))]
pub mod report;
mod sentences;
pub mod session;
pub mod setting;
pub mod told;
pub mod turn;
#[cfg(target_family = "wasm")]
mod wasm;
pub mod wire;
pub mod wrong;

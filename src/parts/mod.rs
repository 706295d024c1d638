//! Draws on disk: a run writes its draws in parts, so that it can be interrupted and resumed, spread
//! over machines and joined, and read draw by draw by other programs. A part is a folder of Parquet files
//! with their checksums ([`files`]); a folder of parts says in `plan.json` which run it belongs to
//! ([`plan`]); a run in progress has one of its own, which no other may use ([`workplace`]); and whole sets of
//! parts become results ([`gather`]). Analyses keep what they have asked of the model in a [`journal`].

#![expect(clippy::disallowed_methods, reason = "draws are kept on disk")]

pub mod files;
pub mod gather;
pub mod journal;
pub mod plan;
mod tables;
pub mod workplace;

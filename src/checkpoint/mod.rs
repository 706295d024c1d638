//! Draws on disk: a run writes its draws in chunks, so that it can be interrupted and resumed, spread
//! over machines and joined, and read draw by draw by other programs. A chunk is a folder of Parquet files
//! with their checksums ([`chunk_files`]); a folder of chunks says in `plan.json` which run it belongs to
//! ([`plan`]); a run in progress has one of its own, which no other may use ([`run_directory`]); and whole sets of
//! chunks become results ([`join`]). Analyses keep what they have asked of the model in a [`journal`].

#![expect(clippy::disallowed_methods, reason = "draws are kept on disk")]

pub mod chunk_files;
pub mod join;
pub mod journal;
pub mod plan;
pub mod run_directory;
pub mod tables;

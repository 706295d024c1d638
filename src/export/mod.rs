//! Result files: comma-separated tables, `run.json`, and the folder that appears whole or not at
//! all. Writers only; every figure comes from `analysis` and `engine`.

pub mod csv;
pub mod folder;
pub mod manifest;

//! From what a run keeps to what is said about it: summaries over draws, paired differences,
//! comparison with known figures. No file, no clock, no randomness.

#[cfg(test)]
pub mod fixture;
pub mod quantile;
pub mod summary;
pub mod validation;

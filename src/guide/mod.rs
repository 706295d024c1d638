//! Pages for those who use the program and those who run it on large machines, in Norwegian: what stands in no module because it
//! is about the whole. The README is the short version.

#[doc = include_str!("first_minutes.md")]
pub mod first_minutes {}

#[doc = include_str!("live_page.md")]
pub mod live_page {}

#[doc = include_str!("server.md")]
pub mod server {}

#[doc = include_str!("files.md")]
pub mod files {}

#[doc = include_str!("import.md")]
pub mod import {}

#[doc = include_str!("python_and_r.md")]
pub mod python_and_r {}

#[doc = include_str!("small_counts.md")]
pub mod small_counts {}

#[doc = include_str!("calibration.md")]
pub mod calibration {}

#[doc = include_str!("backtests.md")]
pub mod backtests {}

#[doc = include_str!("verification.md")]
pub mod verification {}

#[doc = include_str!("large_runs.md")]
pub mod large_runs {}

#[doc = include_str!("performance.md")]
pub mod performance {}

//! What people read: number formats, the table on screen, the explanation of a case, the report. Nothing here
//! prints; texts are returned to the caller.
//!
//! The report: a [`run`] is read from its own files, told ([`teller`], [`texts`]) as [`tables`] and [`figures`],
//! put together as [`sections`] of a [`document`], and written as a page ([`html`]). The workbook is made of the
//! same document.

pub mod backtest;
pub mod calibration;
pub mod comparison;
pub mod digits;
pub mod document;
pub mod figures;
pub mod html;
pub mod layout;
pub mod naming;
pub mod number;
pub mod person;
pub mod plain;
pub mod run;
pub mod screen;
mod screen_text;
pub mod sections;
pub mod studies;
pub mod tables;
pub mod teller;
pub mod texts;
pub mod words;

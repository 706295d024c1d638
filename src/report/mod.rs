//! What people read: numbers, the tables on screen, the explanation of a case, the report. Nothing here prints; texts
//! are returned to the caller.
//!
//! The report: a [`run`] is read from its own files, told ([`presenter`], [`texts`]) as [`tables`] and [`figures`] whose
//! numbers are [`quantity`] values, put together as [`sections`] of a [`document`], numbered and folded by its [`outline`], and
//! written as a page ([`html`]).
//! The workbook is made of the same document; what a run prints is a short document of the same tables, written as
//! [`plain`] text.

pub mod backtest;
pub mod budget_lines;
pub mod calibration;
pub mod columns;
pub mod comparison;
pub mod digits;
pub mod display_unit;
pub mod document;
pub mod figures;
pub mod hidden;
pub mod hour_price;
pub mod html;
pub mod idle;
pub mod layout;
pub mod municipal_years;
pub mod municipality;
pub mod outline;
pub mod person;
pub mod person_json;
pub mod plain;
pub mod presenter;
pub mod quantity;
pub mod run;
#[cfg(test)]
pub mod sample;
pub mod sections;
pub mod security;
pub mod signs;
pub mod sources;
pub mod studies;
pub mod tables;
pub mod texts;
pub mod uncertainty;
pub mod words;
pub mod written;

//! Every test that needs more than one module: the program from outside, the verification tests of the quality
//! requirements, and what holds for the source as a whole. One program, since each would be linked by itself.
//!
//! Nothing here needs a network, a right or a package; what does stands in `outside`, which `.ci/outside` runs.

#![expect(clippy::disallowed_methods, reason = "tests set up and look at the files of the program")]
#![expect(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by a panic")]

mod architecture;
mod asked_again;
mod backtest;
mod bad_input;
mod calibrates;
mod cases;
mod command_line;
mod compares;
mod decides;
mod described;
mod document;
mod forgotten_counts;
mod glance;
mod import;
mod import_besides;
mod import_ends;
mod import_headings;
mod import_lists;
mod import_misread;
mod import_offices;
mod import_pivots;
mod import_plain;
mod import_siblings;
mod import_tables;
mod limits;
mod live_engine;
mod math;
mod mechanical;
mod model_number;
mod municipality;
mod notices;
mod outside;
mod own_files;
mod own_recipients;
mod parts;
mod program;
mod published;
mod readers;
mod refused_levers;
mod report;
mod same_numbers;
mod scheme_in_report;
mod screen;
#[cfg(feature = "serve")]
mod serve;
mod signs;
mod small_counts;
mod sweden;
mod told_words;
mod turned;
mod verification;
mod workbook;
mod working_folder;

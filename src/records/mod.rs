//! What result files hold, said once. Every table has one record ([`tables`], made by the macro of [`record`]): its fields are
//! the columns, each with type, unit and meaning, and the head, cells, Parquet columns and data package of the table, and the
//! reader of reports, all follow from it ([`csv`]). What `run.json` holds is a record too ([`manifest`]).
//!
//! A new column is a field of its record, and a value for it where the record is filled in ([`crate::export`]).

pub mod csv;
pub mod manifest;
pub mod record;
pub mod resource;
pub mod tables;

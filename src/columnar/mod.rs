//! Tables by columns: what a column holds, and files of them, which only a program outside a browser reads and writes.

#[cfg(not(target_family = "wasm"))]
mod parquet_file;

#[cfg(not(target_family = "wasm"))]
pub use parquet_file::*;

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// A whole number, which may be missing.
    Whole,
    /// Text.
    Text,
    /// A number; missing where it is none.
    Number,
    /// A number of single precision.
    Single,
    /// An exact decimal number of 38 digits, so many of them after the point.
    Decimal(u8),
}

/// The cells of a column in one row group.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnData<'a> {
    /// A column of [`ColumnType::Whole`].
    Whole(Vec<Option<i32>>),
    /// A column of [`ColumnType::Text`].
    Text(Vec<&'a str>),
    /// A column of [`ColumnType::Number`]; NaN is missing.
    Number(Vec<f64>),
    /// A column of [`ColumnType::Single`].
    Single(Vec<f32>),
    /// A column of [`ColumnType::Decimal`], in units of the last digit.
    Decimal(Vec<i128>),
    /// The cells that the same column has in the row group with this number, which is written already and has as many rows:
    /// they are copied as they stand, which costs next to nothing.
    AsInGroup(usize),
}

//! How the record of a table is declared, and what its cells are.

use crate::analysis::summary::Basis;
use crate::columnar::ColumnType;
use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The head of the column.
    pub name: String,
    /// What the cells hold.
    pub kind: ColumnType,
    /// Unit of measure; empty for words and for columns whose unit stands in another.
    pub unit: &'static str,
    /// What the cells mean.
    pub meaning: String,
}

/// A row of a table, or a group of cells that stand together in rows.
pub trait Record: Clone + Serialize + DeserializeOwned {
    /// Name of the table, and of its files without ending; empty for a group.
    const TABLE: &'static str;
    /// What a row is.
    const ROW: &'static str;
    /// The columns that a table may lack: they are left out where no row has anything in them.
    const MAY_LACK: &'static [&'static str];
    /// The columns, in order.
    fn columns() -> Vec<Field>;
}

/// Declares a record: its name, the table, what a row is, perhaps columns that the table may lack, and the fields in the order
/// of the columns, each with type, unit and meaning.
///
/// What stands `beside` is not in the table: readers of the table work it out from its other rows.
///
/// A field that is a group stands for the columns of the group. Where it has a meaning of its own, its name stands before the
/// heads of the group, and its meaning after their meanings.
macro_rules! record {
    ($(#[$attribute:meta])* $record:ident, $table:literal, $row:literal $(, may lack [$($lack:literal),*])?
        $(, beside [$($beside:ident: $kind:ty, $told:literal);*])? {
        $( $field:ident: $type:ty, $unit:literal, $meaning:literal; )*
    }) => {
        #[doc = concat!("One row: ", $row, ".")]
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, ::serde::Serialize, ::serde::Deserialize)]
        pub struct $record {
            $(
                #[doc = concat!("`", stringify!($field), "`: ", $meaning)]
                #[serde(with = "crate::records::record::columns")]
                pub $field: $type,
            )*
            $($(
                #[doc = $told]
                #[serde(skip)]
                pub $beside: $kind,
            )*)?
        }

        const _: () = {
            use crate::records::record::{Columns, Field, Record, grouped};

            impl Record for $record {
                const TABLE: &'static str = $table;
                const ROW: &'static str = $row;
                const MAY_LACK: &'static [&'static str] = &[$($($lack),*)?];
                fn columns() -> Vec<Field> {
                    [$( <$type as Columns>::columns(stringify!($field), $unit, $meaning) ),*].concat()
                }
            }

            impl Columns for $record {
                fn columns(name: &str, _: &'static str, meaning: &str) -> Vec<Field> {
                    grouped(<$record as Record>::columns(), name, meaning)
                }
                fn write<S: ::serde::Serializer>(&self, to: S) -> ::std::result::Result<S::Ok, S::Error> {
                    ::serde::Serialize::serialize(self, to)
                }
                fn read<'de, D: ::serde::Deserializer<'de>>(
                    from: D,
                ) -> ::std::result::Result<Self, D::Error> {
                    ::serde::Deserialize::deserialize(from)
                }
            }
        };
    };
}
pub(super) use record;

/// The columns of a group within a record.
pub(super) fn grouped(mut columns: Vec<Field>, name: &str, meaning: &str) -> Vec<Field> {
    for column in columns.iter_mut().filter(|_| !meaning.is_empty()) {
        column.name = format!("{name}_{}", column.name);
        let joint = if column.meaning.is_empty() { "" } else { ", " };
        column.meaning = format!("{}{joint}{meaning}", column.meaning);
    }
    columns
}

/// What a field of a record can be: the value of a cell, or a group of cells.
pub trait Columns: Sized {
    /// The columns of a field with this name, unit and meaning.
    fn columns(name: &str, unit: &'static str, meaning: &str) -> Vec<Field>;
    /// Writes the cells.
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
    /// Reads the cells.
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error>;
}

/// How serde writes and reads every field of a record.
pub(super) mod columns {
    use super::{Columns, Deserializer, Serializer};

    pub fn serialize<T: Columns, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.write(to)
    }
    pub fn deserialize<'de, T: Columns, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        T::read(from)
    }
}

/// A number for files: the shortest text that reads back to the same number, with decimal point and without exponent; empty
/// where the number is missing; never −0.
pub fn plain(x: f64) -> String {
    if x.is_finite() { format!("{}", x + 0.0) } else { String::new() }
}

/// A value of one cell.
pub trait CellValue: Sized {
    /// What a column of them holds.
    const KIND: ColumnType;
    /// As it stands in a file.
    fn text(&self) -> String;
    /// The value of a text.
    fn parse(text: &str) -> Option<Self>;
}

impl<T: CellValue> Columns for T {
    fn columns(name: &str, unit: &'static str, meaning: &str) -> Vec<Field> {
        vec![Field { name: name.into(), kind: T::KIND, unit, meaning: meaning.into() }]
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.text())
    }
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        T::parse(&text).ok_or_else(|| D::Error::custom(format!("“{text}”")))
    }
}

macro_rules! cell {
    ($($type:ty: $kind:ident, $text:expr, $parse:expr;)*) => {$(
        impl CellValue for $type {
            const KIND: ColumnType = ColumnType::$kind;
            fn text(&self) -> String {
                let text: fn(&$type) -> String = $text;
                text(self)
            }
            fn parse(text: &str) -> Option<Self> {
                let parse: fn(&str) -> Option<$type> = $parse;
                parse(text)
            }
        }
    )*};
}

cell! {
    String: Text, |x| x.clone(), |text| Some(text.into());
    bool: Text, |x| if *x { "yes" } else { "no" }.into(), |text| (text == "yes" || text == "no").then_some(text == "yes");
    Outcome: Text, |x| x.id().into(), Outcome::from_id;
    Basis: Text, |x| x.id().into(), Basis::from_id;
    Payer: Text, |x| x.id().into(), |text| Payer::ALL.into_iter().find(|x| x.id() == text);
    Item: Text, |x| x.id().into(), |text| Item::ALL.into_iter().find(|x| x.id() == text);
    i32: Whole, |x| x.to_string(), |text| text.parse().ok();
    usize: Whole, |x| x.to_string(), |text| text.parse().ok();
    f64: Number, |x| plain(*x), |text| text.parse().ok();
    // A class may be missing, and what may be missing is a number to programs that read tables.
    u8: Number, |x| x.to_string(), |text| text.parse().ok();
}

/// An empty cell where there is no value.
impl<T: CellValue> CellValue for Option<T> {
    const KIND: ColumnType = T::KIND;
    fn text(&self) -> String {
        self.as_ref().map_or_else(String::new, T::text)
    }
    fn parse(text: &str) -> Option<Self> {
        if text.is_empty() { Some(None) } else { T::parse(text).map(Some) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_read_back() {
        for x in [0.1, 1.0 / 3.0, 1e21, 1e-7, -12345.678] {
            let text = plain(x);
            assert!(!text.contains('e'));
            assert_eq!(text.parse::<f64>(), Ok(x));
        }
        assert_eq!(plain(-0.0), "0");
        assert_eq!(plain(f64::NAN), "");
    }
}

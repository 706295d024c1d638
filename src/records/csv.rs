//! Records as comma-separated files: UTF-8, line feed, decimal point, every number the shortest text that reads back the same,
//! empty where a number is missing.

use super::record::{Record, plain};
use crate::error::{Error, Result};
use crate::text::say;
use std::io;

/// A table of records, with its head.
pub fn table<T: Record>(rows: impl IntoIterator<Item = T>) -> Result<Vec<u8>> {
    let whole = written(|writer| {
        writer.write_record(T::columns().iter().map(|column| &column.name))?;
        rows.into_iter().try_for_each(|row| writer.serialize(row))
    })?;
    if T::MAY_LACK.is_empty() { Ok(whole) } else { without_empty(&whole, T::MAY_LACK) }
}

/// A table without those of some columns that are empty in every row.
fn without_empty(table: &[u8], columns: &[&str]) -> Result<Vec<u8>> {
    let failed = |e: csv::Error| Error::internal(say::TABLE_CANNOT_BE_WRITTEN, io::Error::other(e));
    // One record for all rows: there are tens of thousands.
    let (reader, mut row) =
        (|| csv::ReaderBuilder::new().has_headers(false).from_reader(table), csv::ByteRecord::new());
    let mut rows = reader();
    rows.read_byte_record(&mut row).map_err(failed)?;
    let mut left: Vec<bool> =
        row.iter().map(|head| columns.iter().any(|column| column.as_bytes() == head)).collect();
    while rows.read_byte_record(&mut row).map_err(failed)? {
        left.iter_mut().zip(&row).for_each(|(left, cell)| *left &= cell.is_empty());
        if !left.contains(&true) {
            return Ok(table.to_vec());
        }
    }
    written(|writer| {
        let mut rows = reader();
        while rows.read_byte_record(&mut row)? {
            row.iter()
                .zip(&left)
                .filter(|(_, left)| !**left)
                .try_for_each(|(cell, _)| writer.write_field(cell))?;
            writer.write_record(None::<&[u8]>)?;
        }
        Ok(())
    })
}

/// A table of numbers under these heads.
pub fn numbers<'a>(heads: &[&str], rows: impl IntoIterator<Item = &'a Vec<f64>>) -> Result<Vec<u8>> {
    written(|writer| {
        writer.write_record(heads)?;
        rows.into_iter().try_for_each(|row| writer.write_record(row.iter().map(|x| plain(*x))))
    })
}

fn written(write: impl FnOnce(&mut csv::Writer<Vec<u8>>) -> csv::Result<()>) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    let done = write(&mut writer).map_err(io::Error::other);
    done.and_then(|()| writer.into_inner().map_err(|e| e.into_error()))
        .map_err(|e| Error::internal(say::TABLE_CANNOT_BE_WRITTEN, e))
}

/// The records of a table, whatever the order of its columns and whatever columns more it has.
pub fn read<T: Record>(table: &[u8]) -> std::result::Result<Vec<T>, String> {
    let told = |e: csv::Error| e.to_string();
    let mut reader = csv::Reader::from_reader(table);
    let heads = reader.headers().map_err(told)?.clone();
    // None where the table may lack the column.
    let place = |name: String| match heads.iter().position(|head| head == name) {
        None if T::MAY_LACK.contains(&name.as_str()) => Ok(None),
        None => Err(format!("no column {name}")),
        found => Ok(found),
    };
    let places = T::columns()
        .into_iter()
        .map(|column| place(column.name))
        .collect::<std::result::Result<Vec<_>, _>>()?;
    let record = |row: csv::Result<csv::StringRecord>| {
        let row = row.map_err(told)?;
        let cell = |place: &Option<usize>| place.and_then(|place| row.get(place)).unwrap_or_default();
        let own: csv::StringRecord = places.iter().map(cell).collect();
        own.deserialize(None).map_err(told)
    };
    reader.records().map(record).collect()
}

#[cfg(test)]
mod tests {
    use super::super::record::record;
    use super::*;

    record!(Ends, "", "two ends" {
        low: f64, "m", "lower end";
        high: Option<f64>, "m", "";
    });

    record!(Line, "lines", "a line" {
        name: String, "", "its name";
        known: Option<bool>, "", "whether it is known";
        place: Ends, "", "";
        last: Ends, "", "last year";
    });

    record!(Lacking, "lacking", "a line that may lack two of its ends", may lack ["high", "last_high"] {
        place: Ends, "", "";
        last: Ends, "", "last year";
    });

    #[test]
    fn columns_that_no_row_has_anything_in_are_left_out() {
        let line = |low: f64, high, last_high| Lacking {
            place: Ends { low, high },
            last: Ends { low: -low, high: last_high },
        };
        let none = [line(1.0, None, None), line(2.0, None, None)];
        let bytes = table(none.clone()).unwrap();
        assert_eq!(String::from_utf8(bytes.clone()).unwrap(), "low,last_low\n1,-1\n2,-2\n");
        assert_eq!(read(&bytes), Ok(none.to_vec()));
        let some = [line(1.0, None, None), line(2.0, None, Some(3.0))];
        let bytes = table(some.clone()).unwrap();
        assert_eq!(String::from_utf8(bytes.clone()).unwrap(), "low,last_low,last_high\n1,-1,\n2,-2,3\n");
        assert_eq!(read(&bytes), Ok(some.to_vec()));
        let all = [line(1.0, Some(4.0), None), line(2.0, None, Some(3.0))];
        let bytes = table(all.clone()).unwrap();
        assert_eq!(read(&bytes), Ok(all.to_vec()));
        assert!(bytes.starts_with(b"low,high,last_low,last_high\n1,4,-1,\n"));
        assert_eq!(table(Vec::<Lacking>::new()).unwrap(), b"low,last_low\n");
    }

    fn line(name: &str, low: f64, high: Option<f64>) -> Line {
        let (place, last) = (Ends { low, high }, Ends { low: -low, high: None });
        Line { name: name.into(), known: high.map(|x| x > 0.0), place, last }
    }

    #[test]
    fn a_record_is_head_cells_and_reader() {
        let columns: Vec<[String; 2]> =
            <Line as Record>::columns().into_iter().map(|c| [c.name, c.meaning]).collect();
        let wanted = [
            ["name", "its name"],
            ["known", "whether it is known"],
            ["low", "lower end"],
            ["high", ""],
            ["last_low", "lower end, last year"],
            ["last_high", "last year"],
        ];
        assert_eq!(columns, wanted.map(|pair| pair.map(str::to_string)));
        let lines = [line("x,\"y\"", 0.0, Some(1e21)), line("", 0.25, None)];
        let bytes = table(lines.clone()).unwrap();
        let text = "name,known,low,high,last_low,last_high\n\"x,\"\"y\"\"\",yes,0,1000000000000000000000,0,\n,,0.25,,-0.25,\n";
        assert_eq!(String::from_utf8(bytes.clone()).unwrap(), text);
        assert_eq!(read(&bytes), Ok(lines.to_vec()));
    }

    #[test]
    fn columns_are_found_by_name_and_what_is_wrong_is_told() {
        let text = "more,high,low,last_high,last_low,known,name\n9,2,1,,3,no,a\n";
        let found = read::<Line>(text.as_bytes()).unwrap();
        assert_eq!((found[0].place.high, found[0].last.low, found[0].known), (Some(2.0), 3.0, Some(false)));
        let told = |text: &str| read::<Line>(text.as_bytes()).unwrap_err();
        assert_eq!(told("name,known,low,last_low,last_high\n"), "no column high");
        assert!(told("name,known,low,high,last_low,last_high\na,,x,,1,\n").contains("“x”"));
    }
}

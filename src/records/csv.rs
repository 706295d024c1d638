//! Records as comma-separated files: UTF-8, line feed, decimal point, every number the shortest text that reads back the same,
//! empty where a number is missing.

use super::record::{Record, plain};
use crate::error::{Error, Result};
use crate::text::say;
use std::io;

/// A table of records, with its head.
pub fn table<T: Record>(rows: impl IntoIterator<Item = T>) -> Result<Vec<u8>> {
    written(|writer| {
        writer.write_record(T::columns().iter().map(|column| &column.name))?;
        rows.into_iter().try_for_each(|row| writer.serialize(row))
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
    let place = |name: String| heads.iter().position(|h| h == name).ok_or(format!("no column {name}"));
    let places = T::columns()
        .into_iter()
        .map(|column| place(column.name))
        .collect::<std::result::Result<Vec<_>, _>>()?;
    let record = |row: csv::Result<csv::StringRecord>| {
        let row = row.map_err(told)?;
        let own: csv::StringRecord = places.iter().map(|place| row.get(*place).unwrap_or_default()).collect();
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

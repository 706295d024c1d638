//! Tables as Parquet files, which DuckDB, pandas, R and most other programs read. Uncompressed: what
//! is written here is read back soon, or by programs to which a few megabytes are nothing.

use super::{ColumnData, ColumnType};
use crate::error::{Error, Problem, Result};
use crate::files::read;
use crate::text::say;
use bytes::Bytes;
use parquet::basic::Compression;
use parquet::column::reader::ColumnReader;
use parquet::column::writer::ColumnCloseResult;
use parquet::data_type::{
    ByteArray, ByteArrayType, DoubleType, FixedLenByteArray, FixedLenByteArrayType, FloatType, Int32Type,
};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::ColumnPath;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A table as the bytes of a Parquet file: named columns, and row groups with the cells of each.
pub fn encode<'a>(
    fields: &[(&str, ColumnType)],
    groups: impl IntoIterator<Item = Vec<ColumnData<'a>>>,
) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write(&mut bytes, fields, groups).map_err(|e| Error::internal(say::PARQUET_TABLE_NOT_WRITTEN, e))?;
    Ok(bytes)
}

fn write<'a>(
    bytes: &mut Vec<u8>,
    fields: &[(&str, ColumnType)],
    groups: impl IntoIterator<Item = Vec<ColumnData<'a>>>,
) -> std::result::Result<(), ParquetError> {
    let columns: Vec<String> = fields.iter().map(|(name, kind)| declaration(name, *kind)).collect();
    let schema = Arc::new(parse_message_type(&format!("message table {{ {} }}", columns.concat()))?);
    // Names and years repeat; numbers hardly ever do, and looking for repetitions would take longer than the rest.
    let repeats = |kind: &ColumnType| matches!(kind, ColumnType::Text | ColumnType::Whole);
    // Nobody looks for a few rows in them by least and greatest value, or by their place.
    let plain = WriterProperties::builder()
        .set_compression(Compression::UNCOMPRESSED)
        .set_statistics_enabled(EnabledStatistics::None)
        .set_offset_index_disabled(true)
        .set_dictionary_enabled(false);
    let properties = fields.iter().filter(|(_, kind)| repeats(kind)).fold(plain, |properties, (name, _)| {
        properties.set_column_dictionary_enabled(ColumnPath::from(*name), true)
    });
    let properties = properties.build();
    let mut file = SerializedFileWriter::new(bytes, schema, Arc::new(properties))?;
    for columns in groups {
        let copies = columns.iter().enumerate().map(|(place, column)| match column {
            ColumnData::AsInGroup(group) => written_before(&file, *group, place).map(Some),
            _ => Ok(None),
        });
        let copies = copies.collect::<std::result::Result<Vec<_>, _>>()?;
        let mut group = file.next_row_group()?;
        for (column, copy) in columns.iter().zip(copies) {
            match copy {
                Some((bytes, told)) => group.append_column(&bytes, told)?,
                None => write_column(&mut group, column)?,
            }
        }
        group.close()?;
    }
    file.close().map(drop)
}

/// A column of a row group that is written already: its bytes, and what is told of them, as if they were a file.
fn written_before(
    file: &SerializedFileWriter<&mut Vec<u8>>,
    group: usize,
    place: usize,
) -> std::result::Result<(Bytes, ColumnCloseResult), ParquetError> {
    let none = || ParquetError::General(format!("no row group {group}"));
    let group = file.flushed_row_groups().get(group).ok_or_else(none)?;
    let column = group.column(place);
    let (from, length) = column.byte_range();
    let range = from as usize..(from + length) as usize;
    let bytes = file.inner().get(range).map(Bytes::copy_from_slice).ok_or_else(none)?;
    let moved = |offset: i64| offset - from as i64;
    let metadata = column
        .clone()
        .into_builder()
        .set_data_page_offset(moved(column.data_page_offset()))
        .set_dictionary_page_offset(column.dictionary_page_offset().map(moved))
        .build()?;
    let told = ColumnCloseResult {
        bytes_written: length,
        rows_written: group.num_rows() as u64,
        metadata,
        bloom_filter: None,
        column_index: None,
        offset_index: None,
    };
    Ok((bytes, told))
}

fn declaration(name: &str, kind: ColumnType) -> String {
    match kind {
        ColumnType::Whole => format!("optional int32 {name}; "),
        ColumnType::Text => format!("required binary {name} (STRING); "),
        ColumnType::Number => format!("optional double {name}; "),
        ColumnType::Single => format!("required float {name}; "),
        ColumnType::Decimal(digits) => {
            format!("required fixed_len_byte_array(16) {name} (DECIMAL(38, {digits})); ")
        }
    }
}

fn write_column<W: io::Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    column: &ColumnData<'_>,
) -> std::result::Result<(), ParquetError> {
    let Some(mut writer) = group.next_column()? else {
        return Err(ParquetError::General("more columns than fields".into()));
    };
    match column {
        ColumnData::Whole(cells) => {
            let there: Vec<i16> = cells.iter().map(|x| i16::from(x.is_some())).collect();
            let values: Vec<i32> = cells.iter().flatten().copied().collect();
            writer.typed::<Int32Type>().write_batch(&values, Some(&there), None)?;
        }
        ColumnData::Text(cells) => {
            // The same text often follows itself: it is then shared.
            let mut values: Vec<ByteArray> = Vec::with_capacity(cells.len());
            for (i, text) in cells.iter().enumerate() {
                let same = i > 0 && std::ptr::eq(*text, cells[i - 1]);
                values.push(if same { values[i - 1].clone() } else { ByteArray::from(*text) });
            }
            writer.typed::<ByteArrayType>().write_batch(&values, None, None)?;
        }
        ColumnData::Number(cells) => {
            let there: Vec<i16> = cells.iter().map(|x| i16::from(!x.is_nan())).collect();
            let values: Vec<f64> = cells.iter().copied().filter(|x| !x.is_nan()).collect();
            writer.typed::<DoubleType>().write_batch(&values, Some(&there), None)?;
        }
        ColumnData::Single(cells) => {
            writer.typed::<FloatType>().write_batch(cells, None, None)?;
        }
        ColumnData::Decimal(cells) => {
            // All in one piece of memory.
            let all = ByteArray::from(cells.iter().flat_map(|x| x.to_be_bytes()).collect::<Vec<u8>>());
            let values: Vec<FixedLenByteArray> =
                (0..cells.len()).map(|i| all.slice(16 * i, 16).into()).collect();
            writer.typed::<FixedLenByteArrayType>().write_batch(&values, None, None)?;
        }
        ColumnData::AsInGroup(_) => return Err(ParquetError::General("a column without cells".into())),
    }
    writer.close()
}

fn damaged(path: &Path, why: &dyn std::fmt::Display) -> Error {
    Problem::new(say::DAMAGED_TABLE).file(path.display().to_string()).found(why.to_string()).into()
}

/// A Parquet file to read from.
pub struct ParquetReader {
    path: PathBuf,
    file: SerializedFileReader<File>,
}

impl ParquetReader {
    /// Opens a file.
    pub fn open(path: &Path) -> Result<ParquetReader> {
        let file = read::open(path).map_err(read::of_file)?;
        let file = SerializedFileReader::new(file).map_err(|e| damaged(path, &e))?;
        Ok(ParquetReader { path: path.to_path_buf(), file })
    }

    /// A column of numbers in a row group of so many rows, NaN where missing.
    pub fn numbers(&self, group: usize, column: usize, rows: usize) -> Result<Vec<f64>> {
        self.read(group, column, |reader| {
            let ColumnReader::DoubleColumnReader(mut reader) = reader else { return Ok(None) };
            let (mut there, mut values) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
            reader.read_records(rows, Some(&mut there), None, &mut values)?;
            let mut next = values.into_iter();
            let cells = there.iter().map(|t| if *t > 0 { next.next() } else { Some(f64::NAN) });
            Ok(cells.collect::<Option<Vec<f64>>>().filter(|cells| cells.len() == rows))
        })
    }

    /// A column of numbers of single precision, through all row groups.
    pub fn singles(&self, column: usize, rows: usize) -> Result<Vec<f32>> {
        self.through_all(column, rows, |reader, rows| {
            let ColumnReader::FloatColumnReader(mut reader) = reader else { return Ok(None) };
            let mut values = Vec::with_capacity(rows);
            reader.read_records(rows, None, None, &mut values)?;
            Ok(Some(values))
        })
    }

    /// A column of exact decimal numbers, in units of the last digit, through all row groups.
    pub fn decimals(&self, column: usize, rows: usize) -> Result<Vec<i128>> {
        self.through_all(column, rows, |reader, rows| {
            let ColumnReader::FixedLenByteArrayColumnReader(mut reader) = reader else { return Ok(None) };
            let mut values: Vec<FixedLenByteArray> = Vec::with_capacity(rows);
            reader.read_records(rows, None, None, &mut values)?;
            let exact = |x: &FixedLenByteArray| x.data().try_into().ok().map(i128::from_be_bytes);
            Ok(values.iter().map(exact).collect())
        })
    }

    /// A column of so many rows in all, asked of one row group after the other.
    fn through_all<T>(
        &self,
        column: usize,
        rows: usize,
        ask: impl Fn(ColumnReader, usize) -> std::result::Result<Option<Vec<T>>, ParquetError>,
    ) -> Result<Vec<T>> {
        let groups = self.file.metadata().row_groups().iter();
        let of_each: Vec<usize> =
            groups.map(|group| group.num_rows().try_into().unwrap_or(usize::MAX)).collect();
        let other = || damaged(&self.path, &"another table than expected");
        // Before memory is taken for what a file only says of itself.
        if of_each.iter().fold(0, |all: usize, own| all.saturating_add(*own)) != rows {
            return Err(other());
        }
        let mut all = Vec::with_capacity(rows);
        for (group, own) in of_each.into_iter().enumerate() {
            all.extend(self.read(group, column, |reader| ask(reader, own))?);
        }
        Some(all).filter(|cells| cells.len() == rows).ok_or_else(other)
    }

    fn read<T>(
        &self,
        group: usize,
        column: usize,
        ask: impl FnOnce(ColumnReader) -> std::result::Result<Option<T>, ParquetError>,
    ) -> Result<T> {
        let cells = match group < self.file.num_row_groups() {
            true => self
                .file
                .get_row_group(group)
                .and_then(|group| group.get_column_reader(column))
                .and_then(ask)
                .map_err(|e| damaged(&self.path, &e))?,
            false => None,
        };
        cells.ok_or_else(|| damaged(&self.path, &"another table than expected"))
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "files to be read")]
mod tests {
    use super::*;

    #[test]
    fn a_column_can_be_that_of_an_earlier_row_group() {
        let fields = [("name", ColumnType::Text), ("value", ColumnType::Number)];
        let names = || ColumnData::Text(vec!["a", "b", "a"]);
        let group = |names, x: f64| vec![names, ColumnData::Number(vec![x, f64::NAN, x])];
        let written = |third| {
            encode(&fields, [group(names(), 1.0), group(ColumnData::AsInGroup(0), 2.0), group(third, 3.0)])
        };
        // To the byte: what is copied is what would be written.
        assert_eq!(written(ColumnData::AsInGroup(1)).expect("written"), written(names()).expect("written"));
        assert!(written(ColumnData::AsInGroup(2)).is_err(), "not written yet");
    }

    #[test]
    fn what_is_written_is_read_back() {
        let fields = [
            ("year", ColumnType::Whole),
            ("name", ColumnType::Text),
            ("value", ColumnType::Number),
            ("small", ColumnType::Single),
            ("sum", ColumnType::Decimal(2)),
        ];
        let group = |x: f64| {
            vec![
                ColumnData::Whole(vec![Some(2024), None]),
                ColumnData::Text(vec!["æ", "b"]),
                ColumnData::Number(vec![x, f64::NAN]),
                ColumnData::Single(vec![1.5, -0.0]),
                ColumnData::Decimal(vec![i128::from(i64::MAX) * 4, -7]),
            ]
        };
        let bytes = encode(&fields, [group(0.1), group(-2.0)]).expect("written");
        let dir = tempfile::tempdir().expect("folder");
        let path = dir.path().join("t.parquet");
        std::fs::write(&path, &bytes).expect("file");
        let reader = ParquetReader::open(&path).expect("opened");
        let numbers = reader.numbers(1, 2, 2).expect("numbers");
        assert!(numbers[0] == -2.0 && numbers[1].is_nan());
        assert_eq!(reader.singles(3, 4).expect("singles"), [1.5, -0.0, 1.5, -0.0]);
        assert_eq!(reader.decimals(4, 4).expect("decimals"), [i128::from(i64::MAX) * 4, -7].repeat(2));
        assert!(reader.numbers(2, 2, 2).is_err() && reader.numbers(0, 3, 2).is_err());
        assert!(reader.singles(3, 3).is_err() && reader.decimals(4, 5).is_err(), "other numbers of rows");
        assert!(reader.numbers(0, 2, 3).is_err(), "fewer rows than expected");
        std::fs::write(&path, &bytes[..bytes.len() / 2]).expect("file");
        let told = ParquetReader::open(&path).err().expect("refused").render(crate::text::Lang::Nb);
        assert!(told.contains("t.parquet") && told.contains("er skadet"), "{told}");
    }
}

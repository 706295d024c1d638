//! The tables once more: as Parquet for programs, and as comma-separated files for Norwegian spreadsheets.

use super::norwegian::Norwegian;
use crate::columnar::{ColumnData, ColumnType, encode};
use crate::error::{Error, Result};
use crate::records::manifest::ModelInfo;
use crate::records::tables::Resource;
use crate::report::run::NamedFile;
use crate::text::say;
use std::path::Path;

/// Tables that are also written as Parquet.
const AS_PARQUET: [&str; 5] = ["summary", "ledger", "units", "unit_years", "budget"];

/// A table read back: its description and cells.
fn read(file: &NamedFile) -> Result<Option<(Resource, Vec<csv::StringRecord>)>> {
    let Some(resource) = file.0.strip_suffix(".csv").and_then(Resource::named) else { return Ok(None) };
    let broken = |why: String| Error::reading(Path::new(&file.0), std::io::Error::other(why));
    let mut reader = csv::Reader::from_reader(file.1.as_slice());
    let head = reader.headers().map_err(|e| broken(e.to_string()))?.clone();
    let resource = resource.with_heads(&head);
    if !head.iter().eq(resource.columns.iter().map(|c| c.name.as_str())) {
        return Err(broken(format!("{head:?}")));
    }
    let rows =
        reader.records().collect::<std::result::Result<Vec<_>, _>>().map_err(|e| broken(e.to_string()))?;
    Ok(Some((resource, rows)))
}

/// `summary.parquet`, `ledger.parquet`, `units.parquet`.
pub fn parquet(tables: &[NamedFile]) -> Result<Vec<NamedFile>> {
    let mut made = Vec::new();
    for file in tables.iter().filter(|(name, _)| AS_PARQUET.iter().any(|t| name == &format!("{t}.csv"))) {
        let Some((resource, rows)) = read(file)? else { continue };
        let fields: Vec<(&str, ColumnType)> =
            resource.columns.iter().map(|column| (column.name.as_str(), column.kind)).collect();
        let columns: Vec<ColumnData<'_>> = resource
            .columns
            .iter()
            .enumerate()
            .map(|(i, field)| {
                let cells = rows.iter().map(|row| row.get(i).unwrap_or_default());
                match field.kind {
                    ColumnType::Text => ColumnData::Text(cells.collect()),
                    ColumnType::Whole => ColumnData::Whole(cells.map(|c| c.parse().ok()).collect()),
                    _ => ColumnData::Number(cells.map(|c| c.parse().unwrap_or(f64::NAN)).collect()),
                }
            })
            .collect();
        made.push((format!("{}.parquet", resource.name), encode(&fields, [columns])?));
    }
    Ok(made)
}

/// Every table with semicolons, decimal commas, line ends and mark of encoding as a Norwegian Excel wants them, and heads and
/// codes in words; text that a spreadsheet would take for a formula gets an apostrophe, and municipalities a column with
/// number and name.
pub fn norwegian(tables: &[NamedFile], models: &[ModelInfo]) -> Result<Vec<NamedFile>> {
    let mut made = Vec::new();
    let words = Norwegian::new(models);
    for file in tables {
        let Some((resource, rows)) = read(file)? else { continue };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let failed = |e: csv::Error| Error::internal(say::TABLE_CANNOT_BE_WRITTEN, e);
        let heads = words.columns(&resource);
        writer.write_record(heads.iter().map(|column| &column.name)).map_err(failed)?;
        for row in &rows {
            writer.write_record(words.cells(&resource, row)).map_err(failed)?;
        }
        let content = writer.into_inner().unwrap_or_default();
        made.push((format!("{}.nb.csv", resource.name), [b"\xEF\xBB\xBF".as_slice(), &content].concat()));
    }
    Ok(made)
}

/// Text that no spreadsheet takes for a formula.
pub fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn ledger(item: &str) -> NamedFile {
        let text = format!(
            "model,year,period,payer,item,view,mean,standard_error\nzero,2024,year,state,{item},cash,-1234.5,\n"
        );
        ("ledger.csv".into(), text.into_bytes())
    }

    /// X01–X06 of the rules for files to Norwegian Excel.
    #[test]
    fn v_i05_norwegian_flavour() {
        let made = norwegian(&[ledger("=cmd()")], &[]).unwrap();
        let (name, content) = &made[0];
        assert_eq!(name, "ledger.nb.csv");
        assert!(content.starts_with(b"\xEF\xBB\xBF"));
        let text = String::from_utf8(content[3..].to_vec()).unwrap();
        assert_eq!(
            text,
            "modell;år;periode;betaler;post;føring;gjennomsnitt;standardfeil\r\n\
             zero;2024;år;Staten;'=cmd();når pengene betales;-1235;\r\n"
        );
    }

    #[test]
    fn another_head_is_an_error() {
        let file = ("ledger.csv".to_string(), b"model,year\nzero,2024\n".to_vec());
        assert!(norwegian(std::slice::from_ref(&file), &[]).is_err());
        assert!(parquet(std::slice::from_ref(&file)).is_err());
        // Whatever is wrong, the table is named.
        let (name, mut content) = ledger("refund");
        content.push(0xff);
        for broken in [file, (name, content)] {
            assert!(parquet(&[broken]).unwrap_err().render(Lang::En).contains("ledger.csv"));
        }
    }

    #[test]
    fn parquet_of_what_can_be_missing() {
        let made = parquet(&[ledger("refund")]).unwrap();
        assert_eq!(made[0].0, "ledger.parquet");
        assert!(made[0].1.starts_with(b"PAR1"));
    }
}

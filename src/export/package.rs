//! `datapackage.json`: every file described, every column with its unit (Frictionless Data Package 1).

use super::norwegian::{Norwegian, like_formula};
use crate::checkpoint::plan::Plan;
use crate::checkpoint::run_directory::PACKAGE_NAME;
use crate::checkpoint::tables::{ChunkTable, TABLES};
use crate::columnar::ColumnType;
use crate::records::manifest::Manifest;
use crate::records::record::Field;
use crate::records::resource::Resource;
use crate::report::run::NamedFile;
use serde_json::{Value, json};

/// The description of a result folder's files.
pub fn package(about: &Manifest, files: &[&NamedFile]) -> Vec<u8> {
    let resources: Vec<Value> = files.iter().filter_map(|file| described(about, file)).collect();
    let value = json!({
        "profile": "data-package",
        "name": format!("bpasim-{}", about.scenario.name.to_lowercase()),
        "id": about.run_id,
        "title": format!("bpasim: {}", about.scenario.title.en),
        "description": "Results of a simulation of who pays for user-controlled personal assistance (BPA). Modelled figures, not observations. Text in CSV files is as it was written: where cells begin with + - = or @ the column says so.",
        "version": about.version,
        "licenses": [{ "name": "MIT", "path": "https://opensource.org/license/mit" }],
        "resources": resources,
    });
    let mut bytes = format!("{value:#}").into_bytes();
    bytes.push(b'\n');
    bytes
}

/// The description of the tables of kept draws: a table lies in a file of every chunk, which `chunks` names.
pub fn draws_package(plan: &Plan, chunks: &[(String, Vec<String>)]) -> Vec<u8> {
    let resource = |table: &ChunkTable| -> Option<Value> {
        let own = chunks.iter().filter(|(_, files)| files.iter().any(|file| file == table.file));
        let paths: Vec<String> = own.map(|(chunk, _)| format!("{chunk}/{}", table.file)).collect();
        let fields = table.columns.iter().map(|(name, kind, unit, meaning)| {
            let field = Field { name: (*name).into(), kind: *kind, unit, meaning: (*meaning).into() };
            described_field(&field, false)
        });
        let fields: Vec<Value> = fields.collect();
        (!paths.is_empty()).then(|| {
            json!({
                "name": table.file.trim_end_matches(".parquet").replace('_', "-"),
                "type": "file",
                "path": paths,
                "format": "parquet",
                "description": format!("One row: {}. Of every chunk of draws a file.", table.row),
                "schema": { "fields": fields },
            })
        })
    };
    let value = json!({
        "profile": "data-package",
        "name": PACKAGE_NAME,
        "id": plan.run,
        "title": "bpasim: draws of a run",
        "description": "Every draw of a simulation of who pays for user-controlled personal assistance (BPA), with the parameters of each. Modelled figures, not observations.",
        "version": plan.version,
        "licenses": [{ "name": "MIT", "path": "https://opensource.org/license/mit" }],
        "resources": TABLES.iter().filter_map(resource).collect::<Vec<_>>(),
    });
    let mut bytes = format!("{value:#}").into_bytes();
    bytes.push(b'\n');
    bytes
}

/// What is told of tables for Norwegian spreadsheets.
const NORWEGIAN: &str = " For Norwegian spreadsheets: heads and codes in words (bokmål), decimal commas, numbers whole from a thousand on, else to six digits; the table of the same name without .nb has every digit.";

fn described(about: &Manifest, file: &NamedFile) -> Option<Value> {
    let (name, content) = file;
    let (stem, ending) = name.rsplit_once('.')?;
    let whole: Value = json!({
        "name": name.to_lowercase().replace(['/', '.', '_'], "-"),
        "path": name,
        "bytes": content.len(),
        "hash": format!("blake3:{}", blake3::hash(content).to_hex()),
    });
    let Value::Object(mut whole) = whole else { return None };
    let mut put = |key: &str, value: Value| whole.insert(key.to_string(), value);
    let norwegian = stem.ends_with(".nb");
    let delimiter = if norwegian { b';' } else { b',' };
    let heads =
        || csv::ReaderBuilder::new().delimiter(delimiter).from_reader(content.as_slice()).headers().cloned();
    let table = Resource::named(stem.trim_end_matches(".nb"));
    let table = match ending {
        // Heads in words are looked up when columns are.
        "csv" if !norwegian => table.map(|table| table.with_heads(&heads().unwrap_or_default())),
        _ => table,
    };
    match (ending, table) {
        ("csv", Some(table)) => {
            put("profile", "tabular-data-resource".into());
            put("format", "csv".into());
            put("mediatype", "text/csv".into());
            put("encoding", if norwegian { "utf-8-sig" } else { "utf-8" }.into());
            let told = if norwegian { NORWEGIAN } else { "" };
            put("description", format!("One row: {}.{told}", table.row).into());
            if norwegian {
                put("dialect", json!({ "delimiter": ";", "lineTerminator": "\r\n" }));
            }
            put("schema", schema(about, &table, norwegian.then(|| heads().unwrap_or_default()), content));
        }
        ("parquet", Some(table)) => {
            put("format", "parquet".into());
            put("description", format!("The same as {stem}.csv. One row: {}.", table.row).into());
        }
        ("html", _) => drop((put("format", "html".into()), put("mediatype", "text/html".into()))),
        ("svg", _) => drop((put("format", "svg".into()), put("mediatype", "image/svg+xml".into()))),
        ("xlsx" | "docx", _) => drop(put("format", ending.into())),
        _ => return None,
    }
    // Validators read tables; what they have no reader for is a file to them.
    if ending != "csv" {
        whole.insert("type".into(), "file".into());
    }
    Some(Value::Object(whole))
}

/// The columns of a table; those of the Norwegian flavour, of which `heads` are, have words for heads.
fn schema(about: &Manifest, table: &Resource, heads: Option<csv::StringRecord>, content: &[u8]) -> Value {
    let norwegian = heads.is_some();
    let mut columns = table.columns.clone();
    if let Some(heads) = heads {
        columns = Norwegian::new(&about.models).columns(table);
        columns.retain(|column| heads.iter().any(|head| head == column.name));
    }
    let mut fields: Vec<Value> = columns.iter().map(|column| described_field(column, norwegian)).collect();
    // The Norwegian flavour has an apostrophe before them.
    for column in if norwegian { Vec::new() } else { like_formulas(table, content) } {
        if let Some(description) = fields.get_mut(column).and_then(|field| field.get_mut("description")) {
            *description = format!("{}. {FORMULA}", description.as_str().unwrap_or_default()).into();
        }
    }
    json!({ "fields": fields, "missingValues": [""] })
}

/// What is told of columns with text that a spreadsheet would take for a formula, and reckon with or refuse.
const FORMULA: &str =
    "Some cells begin with + - = or @, as they were written; let a spreadsheet read the column as text";

/// Places of the columns of text in which a cell begins as a formula does.
fn like_formulas(table: &Resource, content: &[u8]) -> Vec<usize> {
    let text = |place: &usize| table.columns[*place].kind == ColumnType::Text;
    let texts: Vec<usize> = (0..table.columns.len()).filter(text).collect();
    let mut found = vec![false; table.columns.len()];
    let (mut reader, mut row) = (csv::Reader::from_reader(content), csv::StringRecord::new());
    while reader.read_record(&mut row).unwrap_or(false) {
        for column in &texts {
            found[*column] |= row.get(*column).is_some_and(like_formula);
        }
    }
    texts.into_iter().filter(|column| found[*column]).collect()
}

fn described_field(field: &Field, norwegian: bool) -> Value {
    let kind = match field.kind {
        ColumnType::Text => "string",
        ColumnType::Whole => "integer",
        _ => "number",
    };
    let mut value = json!({ "name": field.name, "type": kind, "description": field.meaning });
    if !field.unit.is_empty() {
        value["unit"] = field.unit.into();
    }
    if norwegian && field.kind == ColumnType::Number {
        value["decimalChar"] = ",".into();
    }
    value
}

//! From a name or path to the chain of scenario files behind it: the table of parameters first,
//! what the user typed last.

#![expect(clippy::disallowed_methods, reason = "scenario files are read here")]

use super::definition::InputFile;
use super::embedded;
use super::raw::{self, Place, RawScenario};
use crate::error::Problem;
#[cfg(not(target_family = "wasm"))]
use crate::files::encoding::decoded;
use crate::files::list::FILE;
use crate::files::names::name_of;
use crate::files::read;
use crate::text::{Message, Text, Words, say};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The option that changes a scenario from the command line, where files have their names.
pub const OPTION: &str = "--set";

/// The origin of a file of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Built into the program, by name.
    Shipped(String),
    /// On disk.
    Disk(PathBuf),
    /// `--set`.
    Option,
}

impl Origin {
    /// The name that users know it by.
    pub fn name(&self) -> String {
        match self {
            Origin::Shipped(name) => name.clone(),
            Origin::Disk(path) => path.display().to_string(),
            Origin::Option => OPTION.to_string(),
        }
    }
}

/// One file of the chain.
#[derive(Clone, Debug)]
pub struct Layer {
    /// The origin of the file.
    pub origin: Origin,
    /// The content of the file.
    pub raw: RawScenario,
}

impl Layer {
    /// The beginning of the file, for problems that belong to no line.
    pub fn place(&self) -> Place {
        Place { file: Arc::from(self.origin.name()), line: None }
    }
}

/// The result of reading, beside problems.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    /// The files, base first.
    pub layers: Vec<Layer>,
    /// Files read, with hashes.
    pub inputs: Vec<InputFile>,
    /// What was understood though it is written in another way.
    pub told: Vec<Text>,
    /// Whether something could not be read at all, so that nothing further can be checked.
    pub broken: bool,
}

/// Reads a scenario and all it builds on.
pub fn chain(source: &str, problems: &mut Vec<Problem>) -> Chain {
    let mut chain = Chain::default();
    let mut seen: Vec<String> = Vec::new();
    let mut next = Some((start(source), None::<Place>));
    while let Some((origin, named_at)) = next.take() {
        let identity = identity(&origin);
        if seen.contains(&identity) {
            let mut names: Vec<String> = chain.layers.iter().map(|l| l.origin.name()).collect();
            names.push(origin.name());
            problems.push(
                at(&named_at, &origin, "extends", say::SCENARIO_FILES_IN_CIRCLE).found(names.join(" → ")),
            );
            chain.broken = true;
            break;
        }
        seen.push(identity);
        let text = match read(&origin) {
            Ok(text) => text,
            Err(problem) => {
                let own = named_at.is_none();
                let place = named_at.unwrap_or(Place { file: Arc::from(origin.name()), line: None });
                problems.push(Problem {
                    file: Some(place.file.to_string()),
                    line: place.line.or(problem.line),
                    key: (!own).then(|| "extends".to_string()),
                    found: problem.found.filter(|_| !own),
                    ..*problem
                });
                chain.broken = true;
                break;
            }
        };
        chain.inputs.push(input(&origin, &origin.name(), &text));
        let Some(raw) = raw::parse(&origin.name(), &text, problems, &mut chain.told) else {
            chain.broken = true;
            break;
        };
        next = raw.extends.as_ref().map(|e| (resolve(&e.value, &origin), Some(e.at.clone())));
        chain.layers.push(Layer { origin, raw });
    }
    // Whatever a file builds on, every parameter has at least its shipped value.
    let parameters = Origin::Shipped("parameters".into());
    if !chain.broken && !chain.layers.iter().any(|l| l.origin == parameters) {
        let text = embedded::scenario("parameters").unwrap_or_default();
        chain.inputs.push(input(&parameters, &parameters.name(), text));
        match raw::parse("parameters", text, problems, &mut chain.told) {
            Some(raw) => chain.layers.push(Layer { origin: parameters, raw }),
            None => chain.broken = true,
        }
    }
    chain.layers.reverse();
    chain.inputs.reverse();
    chain
}

fn at(place: &Option<Place>, origin: &Origin, key: &str, what: impl Message) -> Problem {
    match place {
        Some(place) => place.problem(key, what),
        None => Problem::new(what).file(origin.name()).key(key),
    }
}

/// A file of the chain, or a table named in one, as it is told of.
pub fn input(origin: &Origin, path: &str, text: &str) -> InputFile {
    let name = if let Origin::Disk(_) = origin { name_of(path) } else { path.to_string() };
    InputFile { name, path: path.to_string(), hash: hash(text), own_counts: false }
}

/// BLAKE3, hex.
pub fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

fn start(source: &str) -> Origin {
    match embedded::scenario(source) {
        Some(_) => Origin::Shipped(source.to_string()),
        None => Origin::Disk(PathBuf::from(source)),
    }
}

/// What `extends` means in a file: a shipped name, or a path from that file.
fn resolve(name: &str, from: &Origin) -> Origin {
    if embedded::scenario(name).is_some() {
        return Origin::Shipped(name.to_string());
    }
    match from {
        Origin::Disk(path) => Origin::Disk(path.parent().unwrap_or(Path::new("")).join(name)),
        _ => Origin::Disk(PathBuf::from(name)),
    }
}

fn identity(origin: &Origin) -> String {
    match origin {
        Origin::Disk(path) => fs::canonicalize(path).unwrap_or_else(|_| path.clone()).display().to_string(),
        other => format!("<{}>", other.name()),
    }
}

fn read(origin: &Origin) -> Result<String, Box<Problem>> {
    match origin {
        Origin::Shipped(name) => Ok(embedded::scenario(name).unwrap_or_default().to_string()),
        Origin::Disk(path) if path.join(FILE).is_file() => Err(Box::new(
            Problem::new(say::RESULTS_AND_NO_SCENARIO)
                .found(path.display().to_string())
                .allowed(say::SCENARIO_FORM),
        )),
        Origin::Disk(path) if path.is_file() && other_format(path).is_some() => {
            let what = other_format(path).unwrap_or_default();
            Err(Box::new(Problem::new(what).found(path.display().to_string()).allowed(say::SCENARIO_FORM)))
        }
        Origin::Disk(path) => read_file(path).map_err(|mut problem| {
            let typed = path.display().to_string();
            if !path.exists() {
                let list = embedded::SCENARIOS.join(", ");
                problem.allowed = Some(say::FileOrScenario { list }.text());
                problem.nearest = embedded::meant(&typed);
            }
            problem
        }),
        Origin::Option => Ok(String::new()),
    }
}

/// What a file is that is no scenario by its name.
fn other_format(path: &Path) -> Option<Words> {
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    match ending.as_str() {
        "xlsx" | "xlsm" | "xls" | "ods" => Some(say::WORKBOOK_AND_NO_SCENARIO),
        "json" => Some(say::JSON_AND_NO_SCENARIO),
        "csv" | "parquet" => Some(say::TABLE_AND_NO_SCENARIO),
        "html" | "htm" | "pdf" | "docx" | "odt" => Some(say::DOCUMENT_AND_NO_SCENARIO),
        _ => None,
    }
}

/// A table as it was found.
pub struct DataFile {
    /// Its path, or name.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What is to be told of its encoding.
    pub told: Option<Text>,
}

/// The text of a data table named in a scenario file.
pub fn read_data(name: &str, from: &Origin) -> Result<DataFile, Box<Problem>> {
    match from {
        Origin::Disk(path) => {
            let path = path.parent().unwrap_or(Path::new("")).join(name);
            let (text, told) = read_table(&path)?;
            Ok(DataFile { path: path.display().to_string(), text, told })
        }
        _ => match embedded::data(name) {
            Some(text) => Ok(DataFile { path: name.to_string(), text: text.to_string(), told: None }),
            None => {
                let files = embedded::FILES.iter().map(|(path, _)| *path);
                Err(Box::new(Problem::new(not_found()).found(name).nearest(name, files)))
            }
        },
    }
}

fn not_found() -> Text {
    say::FILE_DOES_NOT_EXIST.text()
}

/// The line, from 1, that a byte stands on; a carriage return alone ends one too.
fn line_of(bytes: &[u8], at: usize) -> usize {
    let ends = |i: &usize| bytes[*i] == b'\n' || bytes[*i] == b'\r' && bytes.get(i + 1) != Some(&b'\n');
    1 + (0..at).filter(ends).count()
}

/// Reads an ordinary table of bearable size, in the encoding that the program which saved it chose; what is told where that is
/// another than UTF-8.
pub fn read_table(path: &Path) -> Result<(String, Option<Text>), Box<Problem>> {
    #[cfg(not(target_family = "wasm"))]
    {
        let bytes = read::bytes(path, read::MOST_TEXT)?;
        if std::str::from_utf8(&bytes).is_err()
            && let Some((text, encoding)) = decoded(&bytes)
        {
            let told =
                say::ReadInEncoding { file: path.display().to_string(), encoding: Text::same(encoding) };
            return Ok((text, Some(told.text())));
        }
    }
    Ok((read_file(path)?, None))
}

/// Reads an ordinary text file of bearable size, which is UTF-8.
pub fn read_file(path: &Path) -> Result<String, Box<Problem>> {
    let refused = |what: Text| Box::new(Problem::new(what).found(path.display().to_string()));
    let bytes = read::bytes(path, read::MOST_TEXT)?;
    let mut text = String::from_utf8(bytes).map_err(|e| {
        let bytes = e.as_bytes();
        let line = line_of(bytes, e.utf8_error().valid_up_to());
        let what = match bytes {
            [0xfe, 0xff, ..] | [0xff, 0xfe, ..] => say::FILE_UTF_16.text(),
            _ => say::FILE_NOT_UTF_8.text(),
        };
        let problem = refused(what).file(path.display().to_string()).line(line);
        Box::new(Problem { found: None, ..problem })
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

//! One chunk on disk: a folder named after its draws, with `draws.parquet` (one row a draw, model, year and
//! outcome), `mechanical.parquet` (the same without reactions, of the draws that are simulated so too), `parameters.parquet` (the
//! parameters of every draw), `ledger.parquet` and `units.parquet` (exact sums over the chunk's worlds), `unit_draws.parquet`
//! (units draw by draw, for the first draws of a run), and `part.json` with their checksums.

use super::plan::Plan;
use super::tables::{
    ChunkTable, DRAWS, LEDGER, MECHANICAL, PARAMETERS, TABLES, UNIT_DRAWS, UNITS, draws_table, ledger_table,
    mechanical_table, parameters_table, places, unit_draws_table, units_table,
};
use crate::columnar::ParquetReader;
use crate::engine::chunk::{Chunk, Dimensions};
use crate::engine::model_number::{MODEL_NUMBER, refuse_other};
use crate::engine::results::{LedgerSums, UNIT_YEARS, Units, VIEWS};
use crate::engine::run::Engine;
use crate::error::{Error, Problem, Result};
use crate::files::format::{self, FILE_FORMAT, refuse_other_format};
use crate::files::list::{Hashes, hash};
use crate::files::read;
use crate::files::remove::{is_unchanged, remove_drafts, remove_listed};
use crate::files::swap::{entries, is_file, is_folder, write_new};
use crate::files::system::{create_private, rename_new};
use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use crate::text::{Text, Words, say};
use ndarray::{Array3, Array4, Array5};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

const MANIFEST: &str = "part.json";
/// The prefix of the names of chunks' folders.
pub const PREFIX: &str = "draws-";
/// What comes before the name of a chunk that is not whole yet.
const UNFINISHED: &str = ".new-";

/// The content of `part.json`.
#[derive(Debug, Serialize, Deserialize)]
struct ChunkManifest {
    program: String,
    #[serde(default)]
    version: String,
    #[serde(default = "format::first")]
    file_format: u32,
    #[serde(default)]
    model_number: u32,
    run: String,
    first_draw: usize,
    last_draw: usize,
    blake3: BTreeMap<String, String>,
}

/// A chunk on disk that has been checked.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredChunk {
    /// The chunk's folder.
    pub path: PathBuf,
    /// The chunk's draws.
    pub draws: Range<usize>,
}

fn name(draws: &Range<usize>) -> String {
    format!("{PREFIX}{:08}-{:08}", draws.start, draws.end - 1)
}

/// Writes a chunk below a folder: it is there whole, or not at all.
pub fn write(folder: &Path, engine: &Engine<'_>, plan: &Plan, chunk: &Chunk) -> Result<StoredChunk> {
    let scenario = engine.scenario();
    let mut files = vec![
        (DRAWS.file, draws_table(scenario, chunk)?),
        (PARAMETERS.file, parameters_table(engine, plan.seed, chunk.draws.clone())?),
        (LEDGER.file, ledger_table(scenario, chunk)?),
        (UNITS.file, units_table(scenario, chunk)?),
    ];
    if !chunk.mechanical.is_empty() {
        files.push((MECHANICAL.file, mechanical_table(scenario, chunk)?));
    }
    if chunk.dimensions.unit_worlds(&chunk.draws) > 0 {
        files.push((UNIT_DRAWS.file, unit_draws_table(scenario, chunk)?));
    }
    let content = ChunkManifest {
        program: "bpasim".into(),
        version: env!("CARGO_PKG_VERSION").into(),
        file_format: FILE_FORMAT,
        model_number: MODEL_NUMBER,
        run: plan.run.clone(),
        first_draw: chunk.draws.start,
        last_draw: chunk.draws.end - 1,
        blake3: files.iter().map(|(n, b)| (n.to_string(), blake3::hash(b).to_hex().to_string())).collect(),
    };
    // The list comes first, so that what it names is known by it if this is cut short.
    files.insert(0, (MANIFEST, serde_json::to_vec_pretty(&content).unwrap_or_default()));
    let path = folder.join(name(&chunk.draws));
    let new = folder.join(format!("{UNFINISHED}{}", name(&chunk.draws)));
    let put = || -> io::Result<()> {
        create_private(&new)?;
        files.iter().try_for_each(|(name, bytes)| write_new(&new.join(name), bytes))?;
        rename_new(&new, &path)
    };
    let put = || {
        put().inspect_err(|_| {
            // What could not be written leaves nothing.
            let _ = remove_unfinished(folder);
        })
    };
    put().map_err(|e| Error::writing(&path, e))?;
    Ok(StoredChunk { path, draws: chunk.draws.clone() })
}

/// Removes the chunks below a folder that were being written when their run was stopped.
pub fn remove_unfinished(folder: &Path) -> io::Result<()> {
    let names: Vec<String> =
        TABLES.iter().map(|table| table.file).chain([MANIFEST]).map(str::to_string).collect();
    let own = |entry: &OsString| entry.to_str().is_some_and(|name| name.starts_with(UNFINISHED));
    let unfinished = entries(folder)?.into_iter().filter(own).map(|entry| folder.join(entry));
    unfinished.filter(|path| is_folder(path)).try_for_each(|path| {
        remove_drafts(&path, &names)?;
        list(&path).map_or(Ok(()), |listed| remove_by_list(&path, listed))
    })
}

/// Removes the files of a chunk's list, the list itself last: what is left of them is known by it until then.
fn remove_by_list(path: &Path, mut listed: Hashes) -> io::Result<()> {
    let list = listed.remove(MANIFEST).map(|hash| (MANIFEST.to_string(), hash));
    remove_listed(path, &listed)?;
    remove_listed(path, &list.into_iter().collect())
}

/// What stands below a folder under the name of a chunk, finished or not.
fn chunk_like(folder: &Path) -> io::Result<impl Iterator<Item = (PathBuf, bool)>> {
    let folder = folder.to_path_buf();
    Ok(entries(&folder)?.into_iter().filter_map(move |entry| {
        let name = entry.to_string_lossy();
        let finished = name.starts_with(PREFIX);
        (finished || name.starts_with(UNFINISHED)).then(|| (folder.join(&entry), finished))
    }))
}

/// Something below a folder that stands there under the name of a chunk, and is none of this program.
pub fn foreign(folder: &Path) -> io::Result<Option<PathBuf>> {
    let mut named = chunk_like(folder)?;
    Ok(named.find(|(path, finished)| !*finished || list(path).is_none()).map(|(path, _)| path))
}

/// Something below a folder under the name of a chunk.
pub fn any(folder: &Path) -> io::Result<Option<PathBuf>> {
    Ok(chunk_like(folder)?.next().map(|(path, _)| path))
}

/// Names of the chunks below a folder: folders that have a list of this program.
pub fn names(folder: &Path) -> io::Result<Vec<String>> {
    let own = |entry: OsString| Some(entry.into_string().ok()?).filter(|name| name.starts_with(PREFIX));
    let names = entries(folder)?.into_iter().filter_map(own);
    Ok(names.filter(|name| list(&folder.join(name)).is_some()).collect())
}

/// Removes chunks below a folder, by their own lists. One that is as it was written is a chunk until it is none: a kill on
/// the way leaves no half of it.
pub fn remove<'a>(folder: &Path, names: impl IntoIterator<Item = &'a String>) -> io::Result<()> {
    names.into_iter().try_for_each(|name| {
        let path = folder.join(name);
        let Some(listed) = list(&path) else { return Ok(()) };
        for entry in entries(&path)? {
            let own = entry.to_str().map_or(Ok(false), |name| is_unchanged(&path, name, &listed))?;
            if !own {
                return remove_listed(&path, &listed);
            }
        }
        let unfinished = folder.join(format!("{UNFINISHED}{name}"));
        rename_new(&path, &unfinished)?;
        remove_by_list(&unfinished, listed)
    })
}

/// The files of a chunk with their hashes, its list too.
pub fn list(path: &Path) -> Option<Hashes> {
    let text = Some(path.join(MANIFEST)).filter(|list| is_folder(path) && is_file(list));
    let text = read::bytes(&text?, read::MOST_LIST).ok()?;
    let content: ChunkManifest = serde_json::from_slice(&text).ok()?;
    let mut listed = content.blake3;
    listed.retain(|name, _| TABLES.iter().any(|table| table.file == name));
    listed.insert(MANIFEST.into(), hash(&text));
    Some(listed).filter(|_| content.program == "bpasim")
}

/// The chunks below a folder, in order of their draws. Each is checked against its checksums, its name
/// and the run; any that does not hold is refused by name.
pub fn read_all(folder: &Path, run: &str) -> Result<Vec<StoredChunk>> {
    let unreadable = |e| Error::reading(folder, e);
    let mut chunks = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let own = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with(PREFIX));
        if own {
            chunks.push(check(&path, run)?);
        }
    }
    chunks.sort_by_key(|chunk| chunk.draws.start);
    Ok(chunks)
}

fn check(path: &Path, run: &str) -> Result<StoredChunk> {
    let refuse =
        |path: &Path, what: Words| -> Error { Problem::new(what).file(path.display().to_string()).into() };
    let damaged = |path: &Path| refuse(path, say::DAMAGED_CONTENT);
    let list = path.join(MANIFEST);
    let text = read::bytes(&list, read::MOST_LIST).map_err(|_| refuse(&list, say::MISSING_OR_UNREADABLE))?;
    let content: ChunkManifest = serde_json::from_slice(&text).map_err(|_| damaged(&list))?;
    if content.program != "bpasim"
        || content.last_draw < content.first_draw
        || content.last_draw == usize::MAX
    {
        return Err(damaged(&list));
    }
    refuse_other_format(list.display().to_string(), content.file_format, &content.version)?;
    refuse_other(list.display().to_string(), content.model_number)?;
    if content.run != run {
        return Err(refuse(path, say::CHUNK_OF_ANOTHER_RUN));
    }
    let draws = content.first_draw..content.last_draw + 1;
    if path.file_name().is_none_or(|n| n.to_string_lossy() != name(&draws)) {
        return Err(Problem::new(say::HAS_BEEN_RENAMED)
            .file(path.display().to_string())
            .allowed(Text::same(name(&draws)))
            .into());
    }
    for needed in [DRAWS, PARAMETERS, LEDGER, UNITS] {
        if !content.blake3.contains_key(needed.file) {
            return Err(damaged(&list));
        }
    }
    for (name, hash) in &content.blake3 {
        let file = path.join(name);
        let bytes =
            read::bytes(&file, read::MOST_TABLE).map_err(|_| refuse(&file, say::MISSING_OR_UNREADABLE))?;
        if blake3::hash(&bytes).to_hex().to_string() != *hash {
            return Err(damaged(&file));
        }
    }
    Ok(StoredChunk { path: path.to_path_buf(), draws })
}

fn other_shape(path: &Path) -> Error {
    Problem::new(say::OTHER_CONTENT).file(path.display().to_string()).into()
}

impl StoredChunk {
    /// The name of its folder.
    pub fn name(&self) -> String {
        name(&self.draws)
    }

    /// One outcome by (world of the chunk, model, year).
    pub fn outcome(&self, dimensions: &Dimensions, outcome: Outcome) -> Result<Array3<f64>> {
        let worlds = self.draws.len() * dimensions.replicates;
        self.outcome_in(DRAWS, worlds, dimensions, outcome)
    }

    /// The same without reactions, of the draws of the chunk that are simulated so too.
    pub fn mechanical(&self, dimensions: &Dimensions, outcome: Outcome) -> Result<Array3<f64>> {
        match dimensions.mechanical.number(&self.draws) * dimensions.replicates {
            0 => Ok(Array3::zeros((0, dimensions.models, dimensions.years + 1))),
            worlds => self.outcome_in(MECHANICAL, worlds, dimensions, outcome),
        }
    }

    fn outcome_in(
        &self,
        table: ChunkTable,
        worlds: usize,
        dimensions: &Dimensions,
        outcome: Outcome,
    ) -> Result<Array3<f64>> {
        let places = places(outcome, dimensions.years);
        let path = self.path.join(table.file);
        let cells = ParquetReader::open(&path)?.numbers(
            outcome.index(),
            5,
            worlds * dimensions.models * places.len(),
        )?;
        let there = Array3::from_shape_vec((worlds, dimensions.models, places.len()), cells)
            .map_err(|_| other_shape(&path))?;
        let mut all = Array3::from_elem((worlds, dimensions.models, dimensions.years + 1), f64::NAN);
        all.slice_mut(ndarray::s![.., .., places]).assign(&there);
        Ok(all)
    }

    /// The sums of the ledger.
    pub fn ledger(&self, dimensions: &Dimensions) -> Result<LedgerSums> {
        let path = self.path.join(LEDGER.file);
        let reader = ParquetReader::open(&path)?;
        let shape = (dimensions.models, dimensions.years, Payer::ALL.len(), Item::ALL.len(), VIEWS.len());
        let cells = LedgerSums::new(dimensions.models, dimensions.years).sum.len();
        let column = |column: usize| reader.decimals(column, cells + dimensions.models);
        let table = |mut all: Vec<i128>| {
            let rest = all.split_off(cells);
            Array5::from_shape_vec(shape, all).map(|table| (table, rest)).map_err(|_| other_shape(&path))
        };
        let (sum, closing_claim) = table(column(5)?)?;
        let (square, _) = table(column(6)?)?;
        Ok(LedgerSums { sum, square, closing_claim })
    }

    /// The sums of units, and their worlds where they are kept.
    pub fn units(&self, dimensions: &Dimensions) -> Result<Units> {
        let worlds = dimensions.unit_worlds(&self.draws);
        let Dimensions { units, models, years, kept, .. } = *dimensions;
        let mut units = Units::new(kept, (units, models, years), worlds);
        let path = self.path.join(UNITS.file);
        let cells = ParquetReader::open(&path)?.decimals(4, units.sum.len())?;
        units.sum = Array4::from_shape_vec(units.sum.raw_dim(), cells).map_err(|_| other_shape(&path))?;
        if worlds > 0 {
            let path = self.path.join(UNIT_DRAWS.file);
            let reader = ParquetReader::open(&path)?;
            let shape = (worlds, dimensions.units, models, UNIT_YEARS);
            let table = |column: usize| {
                let cells = reader.singles(column, units.change.len())?;
                Array4::from_shape_vec(shape, cells).map_err(|_| other_shape(&path))
            };
            (units.municipality_net, units.change) = (table(5)?, table(6)?);
        }
        Ok(units)
    }
}

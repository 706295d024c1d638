//! Results as a folder of files, in memory or on disk.

use super::request::{FolderRequest, with_threads};
use super::run::CompletedRun;
use crate::analysis::own_accounts::own_accounts;
use crate::analysis::{summary, validation};
use crate::error::{Error, Problem, Result};
use crate::export::folder::Permission;
use crate::export::{
    BACKTEST, CALIBRATION, DECISION, Extras, NORWEGIAN, REPORT, folder, run_tables, with_extras,
};
use crate::files::list::{FileList, Seal, hash, seal};
use crate::files::read;
use crate::files::work_folder::{WorkFolder, recover};
use crate::records::manifest::Manifest;
use crate::report::municipality;
use crate::report::run::{NamedFile, Run, damaged};
use crate::scenario::embedded;
use crate::text::visible::{is_hidden, is_hidden_in_lines};
use crate::text::{Lang, Text, say};
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// Where the results of a run go, and what is written beside the tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutputRequest {
    /// The folder; by default one of the scenario's name.
    pub folder: FolderRequest,
    /// What is written beside the tables.
    pub extras: Extras,
    /// The command line that is told of in `run.json`, if it was one.
    pub command: Vec<String>,
}

/// A folder of results: what `run.json` tells but for the hashes of files, and the tables. Everything else in the folder is
/// made of these.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultFolder {
    /// Where it lies, or shall lie.
    pub path: PathBuf,
    /// What `run.json` tells.
    pub about: Manifest,
    /// The tables.
    pub tables: Vec<NamedFile>,
    /// Municipalities that have a page of their own beside the report, by number.
    pub pages: Vec<String>,
    /// What stands there beside the tables since earlier commands, and is made again with them.
    pub before: Extras,
    /// What the user should be told of it: what an earlier command left undone, or was edited and set aside.
    pub notes: Vec<Text>,
}

impl ResultFolder {
    /// Reads a folder; what is missing or changed in it is refused by name.
    pub fn read(path: &Path) -> Result<ResultFolder> {
        let foreign = || {
            Error::from(
                Problem::new(say::NOT_A_FOLDER_OF_RESULTS)
                    .file(path.display().to_string())
                    .allowed(say::FOLDER_OF_RESULTS),
            )
        };
        recover(path)?;
        let bytes = read::bytes(&path.join(folder::MANIFEST), read::MOST_LIST).map_err(|_| foreign())?;
        let named = path.join(folder::MANIFEST).display().to_string();
        let list = FileList::read(&bytes).ok_or_else(|| {
            // What is no list of anything was cut off or overwritten; what is one of another program is none of ours.
            let torn = serde_json::from_slice::<Value>(&bytes).is_err();
            if torn { Problem::new(say::RUN_LIST_DAMAGED).file(&*named).into() } else { foreign() }
        })?;
        list.of_this_format(&named)?;
        match seal(&bytes) {
            Seal::Whole => {}
            Seal::Broken => return Err(Problem::new(say::CHANGED_AFTER_RUN).file(named).into()),
            Seal::Missing => return Err(Problem::new(say::LIST_WITHOUT_HASH).file(named).into()),
        }
        refuse_hidden(&bytes, &named)?;
        let mut about: Manifest = serde_json::from_slice(&bytes).map_err(|e| damaged(&named, &e))?;
        about.outputs.clear();
        let mut tables = Vec::new();
        let told = |name: &str| {
            (name.ends_with(".csv") && !name.ends_with(NORWEGIAN))
                || [DECISION, BACKTEST, CALIBRATION].contains(&name)
        };
        for (name, told_hash) in list.outputs.iter().filter(|(name, _)| told(name)) {
            let file = path.join(name);
            let named = file.display().to_string();
            let content = read::bytes(&file, read::MOST_TABLE).map_err(read::of_file)?;
            if Some(hash(&content).as_str()) != told_hash.as_str() {
                return Err(Problem::new(say::CHANGED_AFTER_RUN).file(named).into());
            }
            if std::str::from_utf8(&content).is_ok_and(|text| text.contains(is_hidden_in_lines)) {
                return Err(Problem::new(say::HIDDEN_CHARACTERS).file(named).into());
            }
            tables.push((name.clone(), content));
        }
        let pages = list.outputs.keys().filter(|name| municipality::is_file(name)).cloned().collect();
        let before = Extras {
            report: list.outputs.get(REPORT).and_then(|_| language_of(&path.join(REPORT))),
            ..Extras::of_files(list.outputs.keys().map(String::as_str))
        };
        let path = path.to_path_buf();
        let mut folder = ResultFolder { path, about, tables, pages, before, notes: Vec::new() };
        if !folder.pages.is_empty() {
            let run = Run::new(folder.about.clone(), &folder.tables)?;
            folder.pages = folder.pages.iter().filter_map(|name| municipality::of_file(&run, name)).collect();
        }
        Ok(folder)
    }

    /// Asks for a page of a municipality, by number or name, and gives the file it is written to.
    pub fn ask_page(&mut self, wanted: &str) -> Result<String> {
        let run = Run::new(self.about.clone(), &self.tables)?;
        let id = municipality::find(&run, wanted)?;
        let file = municipality::file(&id);
        if !self.pages.contains(&id) {
            self.pages.push(id);
        }
        Ok(file)
    }

    /// The folder with tables of an analysis among its own, in place of earlier ones of the same names.
    pub fn with(mut self, own: Vec<NamedFile>) -> ResultFolder {
        self.tables.retain(|(name, _)| own.iter().all(|(mine, _)| mine != name));
        self.tables.extend(own);
        self
    }

    /// Every file of the folder, name and content: with these extras, and those that stand there.
    pub fn files(&self, extras: Extras) -> Result<Vec<NamedFile>> {
        with_extras(&self.about, self.tables.clone(), extras.and(self.before), &self.pages)
    }

    /// Hash of all results.
    pub fn fingerprint(&self) -> &str {
        &self.about.fingerprint
    }

    /// Writes the folder, in place of what an earlier run wrote there, unless it shall stop. Gives what is to be told of it.
    pub fn write(&self, extras: Extras, stop: &AtomicBool) -> Result<Vec<Text>> {
        let files = self.files(extras)?;
        if stop.load(Ordering::Relaxed) {
            return Err(Error::Interrupted { kept: 0 });
        }
        let mut told = self.notes.clone();
        told.extend(folder::write(&self.path, &Permission::from(true), &files)?);
        Ok(told)
    }
}

/// The language that a page says it is in.
fn language_of(page: &Path) -> Option<Lang> {
    let page = read::bytes(page, read::MOST_TABLE).ok()?;
    let head = String::from_utf8_lossy(&page[..page.len().min(PAGE_HEAD)]).into_owned();
    head.split_once("<html lang=\"")?.1.split('"').next()?.parse().ok()
}

/// Bytes of a page in which its language is told.
const PAGE_HEAD: usize = 200;

/// Refuses a list with characters that are not seen, or that change what is seen: they would go on into pages and files. The
/// commands are the user's own words, which are shown as they are seen.
fn refuse_hidden(list: &[u8], named: &str) -> Result<()> {
    fn hidden<'a>(key: &'a str, value: &'a Value) -> Option<(&'a str, &'a str)> {
        match value {
            Value::String(text) => Some((key, text.as_str())).filter(|_| text.contains(is_hidden)),
            Value::Array(all) => all.iter().find_map(|value| hidden(key, value)),
            Value::Object(all) => all.iter().find_map(|(key, value)| {
                Some((key.as_str(), key.as_str()))
                    .filter(|_| key.contains(is_hidden))
                    .or_else(|| hidden(key, value))
            }),
            _ => None,
        }
    }
    let fields: Map<String, Value> = serde_json::from_slice(list).map_err(|e| damaged(named, &e))?;
    let shown = fields.iter().filter(|(key, _)| !["command", "repeat"].contains(&key.as_str()));
    match shown.filter_map(|(key, value)| hidden(key, value)).next() {
        None => Ok(()),
        Some((key, text)) => {
            Err(Problem::new(say::HIDDEN_CHARACTERS).file(named).key(key).found(text).into())
        }
    }
}

impl CompletedRun {
    /// The results as a folder that is not written yet.
    pub fn result_folder(&self, output: &OutputRequest) -> Result<ResultFolder> {
        let (scenario, results) = (&self.setup.scenario, &self.results);
        let (about, tables) = with_threads(self.setup.threads, || {
            let rows = summary::summarise(scenario, results);
            let name = validation::TARGETS;
            let targets = validation::read_targets(name, embedded::data(name).unwrap_or_default())?;
            let seed = self.setup.plan.seed;
            let mut checks = validation::validate(scenario, results, &targets, seed);
            checks.extend(own_accounts(scenario, results, seed)?);
            run_tables(scenario, results, &rows, &checks, &self.info(&output.command), &results.fingerprint())
        })?;
        let path = self.setup.folder(&output.folder);
        let (pages, before, notes) = (Vec::new(), Extras::default(), Vec::new());
        Ok(ResultFolder { path, about, tables, pages, before, notes })
    }

    /// Writes the results to a folder, and gives it.
    pub fn write(&self, output: &OutputRequest, stop: &AtomicBool) -> Result<ResultFolder> {
        folder::ensure_apart(&self.setup.folder(&output.folder))?;
        let mut work = WorkFolder::open(&self.setup.folder(&output.folder))?;
        work.tell();
        self.write_from(&work, output, stop)
    }

    /// The same from a working folder that is open already.
    pub(super) fn write_from(
        &self,
        work: &WorkFolder,
        output: &OutputRequest,
        stop: &AtomicBool,
    ) -> Result<ResultFolder> {
        let mut folder = self.result_folder(output)?;
        let files = with_threads(self.setup.threads, || folder.files(output.extras))?;
        if stop.load(Ordering::Relaxed) {
            return Err(Error::Interrupted { kept: self.results.draws });
        }
        if let Some(failure) = self.results.failure() {
            return Err(failure);
        }
        let permission = self.setup.permission(&output.folder);
        folder.notes = folder::write_from(work, &folder.path, &permission, &files)?;
        Ok(folder)
    }
}

//! The result folder: which folder results go to, whether they may, and its files, all together or none (see
//! [`crate::files`]). Only files that the old `run.json` names, unchanged, are ever replaced; an edited one is set aside, and
//! whatever else lies in the folder stays as it is.

use super::{DOCUMENT, NORWEGIAN, is_ordered};
use crate::checkpoint::plan::{PLAN, Plan};
use crate::error::{Error, Problem, Result};
use crate::files::list;
use crate::files::place::{path_of, resolve};
use crate::files::standing::{Standing, ensure_plain};
use crate::files::swap::is_folder;
use crate::files::system::may_write;
use crate::files::work_folder::WorkFolder;
use crate::text::{Message, Text, say};
use serde::Deserialize;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The folder results go to unless another is named; only below it are results replaced unasked.
pub const DEFAULT: &str = "output";
/// The file by which a result folder is known.
pub const MANIFEST: &str = list::FILE;

/// Where a scenario's result goes unless another folder is named.
pub fn default_folder(scenario: &str) -> PathBuf {
    Path::new(DEFAULT).join(scenario)
}

/// Whether a folder lies below the default one, where results are replaced unasked.
pub fn below_default(folder: &Path) -> bool {
    let default = resolve(Path::new(DEFAULT));
    resolve(folder).is_ok_and(|own| default.is_ok_and(|default| own.starts_with(default)))
}

/// What a run is, to be held against an earlier one in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunOrigin {
    /// Name of the scenario.
    pub scenario: String,
    /// Hash of what was changed in it.
    pub assumptions: String,
    /// Whether nothing was.
    pub unchanged: bool,
    /// Hash of all that decides the figures of a draw.
    pub run: String,
    /// Number of draws.
    pub draws: usize,
}

/// Which earlier results may be replaced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Permission {
    /// Whatever they are, and wherever.
    pub force: bool,
    /// Below the default folder only those of the same assumptions as this run's, if it is one.
    pub origin: Option<RunOrigin>,
}

impl From<bool> for Permission {
    fn from(force: bool) -> Permission {
        Permission { force, origin: None }
    }
}

/// What `run.json` tells of where the results come from.
#[derive(Debug, Default, Deserialize)]
pub struct EarlierRun {
    #[serde(default)]
    assumptions: Option<String>,
    #[serde(default)]
    run: Option<String>,
    /// Number of draws.
    #[serde(default)]
    pub draws: usize,
    /// The number of the model that made it.
    #[serde(default)]
    pub model_number: u32,
    #[serde(default)]
    changes: Option<Vec<Value>>,
    #[serde(default)]
    scenario: Value,
}

impl EarlierRun {
    /// Whether it is this very run, with as many draws: the same figures to the last bit.
    pub fn is_same(&self, origin: &RunOrigin) -> bool {
        self.run.as_ref() == Some(&origin.run) && self.draws == origin.draws
    }

    /// The finished run in a folder, if there is one.
    pub fn at(folder: &Path) -> Option<EarlierRun> {
        let list = Standing::at(folder).ok()?.list?;
        serde_json::from_slice(&list).ok()
    }

    /// Whether it is of the same assumptions.
    pub fn is_alike(&self, origin: &RunOrigin) -> bool {
        match &self.assumptions {
            Some(own) => *own == origin.assumptions,
            // From before they were kept.
            None => {
                let unchanged = self.changes.as_ref().is_some_and(Vec::is_empty);
                origin.unchanged && unchanged && self.scenario["name"].as_str() == Some(&origin.scenario)
            }
        }
    }
}

/// Refuses before a run what could not be written after it: a file in the way, another run's result, a place without the
/// right to write. Leaves nothing behind; gives what is to be told of an earlier command that was killed.
pub fn ensure_writable(folder: &Path, permission: &Permission) -> Result<Vec<Text>> {
    ensure_apart(folder)?;
    let mut work = WorkFolder::open(folder)?;
    check(&work, folder, permission, may_be_written)?;
    Ok(work.take_told())
}

/// Refuses a folder that holds everything the user works with.
pub fn ensure_apart(folder: &Path) -> Result<()> {
    let target = resolve(folder)?;
    if target.parent().is_none() || std::env::current_dir().is_ok_and(|here| here.starts_with(&target)) {
        return Err(refuse(folder, say::RESULT_NEEDS_OWN_FOLDER));
    }
    Ok(())
}

/// What stands in the place of results, where it may be replaced by files of these names.
pub fn check(
    work: &WorkFolder,
    shown: &Path,
    permission: &Permission,
    written: impl Fn(&str) -> bool,
) -> Result<Standing> {
    let target = work.place();
    let standing = Standing::at(target)?;
    if !standing.is_free() {
        // Draws that are kept are no results.
        let list = standing.list.as_ref().filter(|_| !standing.lists(PLAN));
        let Some(list) = list else {
            return Err(refuse(shown, say::FOLDER_EXISTS_WITHOUT_RESULT));
        };
        if !permission.force && standing.has_changed_list() {
            return Err(refuse(&shown.join(MANIFEST), say::CHANGED_LIST_NOT_REPLACED));
        }
        if !permission.force && !may_be_replaced(target, list, permission) {
            let what = match permission.origin {
                Some(_) => say::RESULT_OF_ANOTHER_RUN,
                None => say::RESULT_OF_AN_EARLIER_COMMAND,
            };
            return Err(refuse(shown, what));
        }
        standing.refuse_in_the_way(shown, written)?;
        standing.refuse_unreadable(shown)?;
    }
    let figures = target.join("figures");
    let closed = |folder: &Path| is_folder(folder) && !may_write(folder);
    match [target.to_path_buf(), figures].iter().find(|folder| closed(folder)) {
        None => Ok(standing),
        Some(folder) => Err(Error::writing(folder, std::io::ErrorKind::PermissionDenied.into())),
    }
}

fn may_be_replaced(target: &Path, list: &[u8], permission: &Permission) -> bool {
    let there: EarlierRun = serde_json::from_slice(list).unwrap_or_default();
    // The page of an analysis takes the place of another, not of a run.
    let Some(origin) = &permission.origin else { return below_default(target) && there.changes.is_none() };
    // The very run, killed after its results were in place.
    let unfinished =
        || Plan::read(&path_of(target)).is_ok_and(|plan| plan.is_some_and(|p| p.run == origin.run));
    let same_run = there.run.as_ref() == Some(&origin.run);
    let alike = below_default(target) && there.is_alike(origin);
    alike || there.is_same(origin) || same_run && unfinished()
}

/// Whether a file of this name may be written to some folder of results.
pub fn may_be_written(name: &str) -> bool {
    if name.contains(".edited-") {
        return false;
    }
    let drawing = name.strip_prefix("figures/").is_some_and(|name| name.ends_with(".svg"));
    let ending = |ending| name.ends_with(ending) && !name.contains('/');
    drawing
        || name == "figures"
        || name == DOCUMENT
        || [".csv", ".parquet", ".json", ".html", ".xlsx"].into_iter().any(ending)
}

/// Writes the files (name, content) as the folder's result; see the module's description. Gives what is to be told of it.
pub fn write(folder: &Path, permission: &Permission, files: &[(String, Vec<u8>)]) -> Result<Vec<Text>> {
    ensure_apart(folder)?;
    let mut work = WorkFolder::open(folder)?;
    let aside = write_from(&work, folder, permission, files)?;
    let mut told = work.take_told();
    told.extend(aside);
    Ok(told)
}

/// The same from a working folder that is open already.
pub fn write_from(
    work: &WorkFolder,
    shown: &Path,
    permission: &Permission,
    files: &[(String, Vec<u8>)],
) -> Result<Vec<Text>> {
    ensure_plain(files)?;
    let top =
        |name: &str| files.iter().any(|(own, _)| own.split_once('/').is_some_and(|(top, _)| top == name));
    let written = |name: &str| files.iter().any(|(own, _)| own == name) || top(name);
    let standing = check(work, shown, permission, written)?;
    let gone = gone(&standing, written);
    let mut told = work.write(files, &standing.own)?;
    told.extend(gone);
    Ok(told)
}

/// What is to be told of files that earlier commands were asked for, and this one was not: they were made of results that are
/// no more.
fn gone(standing: &Standing, written: impl Fn(&str) -> bool) -> Option<Text> {
    let mut names: Vec<&str> = Vec::new();
    let own = standing.own.keys().map(String::as_str);
    for name in own.filter(|name| is_ordered(name) && !written(name)) {
        // All tables for Norwegian spreadsheets are ordered by one word.
        let shown = if name.ends_with(NORWEGIAN) { "*.nb.csv" } else { name };
        if !names.contains(&shown) {
            names.push(shown);
        }
    }
    (!names.is_empty()).then(|| say::OrderedEarlierGone { names: names.join(", ") }.text())
}

fn refuse(folder: &Path, what: crate::text::Words) -> Error {
    Problem::new(what).file(folder.display().to_string()).key("--out").into()
}

#[cfg(test)]
#[path = "folder_tests.rs"]
mod tests;

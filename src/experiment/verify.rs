//! Whether a folder is what a run of this program made: its files held against its own list, and how to make it again.

use super::own_file::own_file;
use crate::checkpoint::plan::{Plan, Shard};
use crate::error::{Problem, Result};
use crate::files::list::{FILE, FileList, Seal, seal};
use crate::files::read;
use crate::files::remove::hash_below;
use crate::files::standing::Standing;
use crate::files::work_folder::recover;
use crate::records::manifest::Manifest;
use crate::scenario::layers::{hash, read_table};
use crate::text::say;
use std::path::{Path, PathBuf};

/// The table that tells the number of draws in its last row.
const BY_DRAWS: &str = "convergence.csv";

/// What was found of a folder.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifiedFolder {
    /// The folder.
    pub path: PathBuf,
    /// The version that wrote it.
    pub version: String,
    /// Number of files it wrote.
    pub files: usize,
    /// Files that have been changed since.
    pub changed: Vec<String>,
    /// Files that are gone.
    pub missing: Vec<String>,
    /// Files that it did not write.
    pub foreign: Vec<String>,
    /// Whether the list of files is as it was written.
    pub list_is_whole: bool,
    /// What the list tells of the run, if it is of one.
    pub about: Option<Manifest>,
    /// The number of draws that the tables tell of, if it is another than the list tells.
    pub other_draws: Option<usize>,
    /// Whether the run has another id than follows from what the list tells of it.
    pub other_id: bool,
    /// The command that makes it again, and the number of the model that made it.
    pub again: Option<(Vec<String>, u32)>,
    /// Files of the user's that this takes: name and hash.
    pub needs: Vec<(String, String)>,
}

impl VerifiedFolder {
    /// Whether everything is as it was made.
    pub fn is_sound(&self) -> bool {
        let files = self.changed.is_empty() && self.missing.is_empty();
        files && self.list_is_whole && self.other_draws.is_none() && !self.other_id
    }
}

/// Holds a folder against its list.
pub fn verify(folder: &Path) -> Result<VerifiedFolder> {
    recover(folder)?;
    let standing = Standing::at(folder)?;
    let list = standing.list.as_deref().and_then(|content| Some((content, FileList::read(content)?)));
    let Some((content, list)) = list else {
        return Err(Problem::new(say::NOT_A_FOLDER_OF_RESULTS)
            .file(folder.display().to_string())
            .allowed(say::FOLDER_OF_RESULTS)
            .into());
    };
    let list_is_whole = seal(content) == Seal::Whole;
    let named = list.hashes();
    let (mut changed, mut missing) = (Vec::new(), Vec::new());
    for (name, told) in &list.outputs {
        // What is no name below the folder was not written by the program.
        let found = named.get(name).map_or(Ok(None), |_| hash_below(folder, name));
        match found.map_err(|e| crate::error::Error::reading(&folder.join(name), e))? {
            Some(hash) if Some(hash.as_str()) == told.as_str() => {}
            Some(_) => changed.push(name.clone()),
            None => missing.push(name.clone()),
        }
    }
    let about: Option<Manifest> = serde_json::from_slice(content).ok();
    let draws = read::text(&folder.join(BY_DRAWS), read::MOST_LIST).ok().and_then(|table| last_draws(&table));
    let other_draws = about.as_ref().and_then(|about| draws.filter(|draws| *draws != about.draws));
    // Another version may tell of runs in other words.
    let by_this = about.as_ref().filter(|about| about.version == env!("CARGO_PKG_VERSION"));
    let other_id = by_this.is_some_and(|about| about.clone().named().run_id != about.run_id);
    Ok(VerifiedFolder {
        path: folder.to_path_buf(),
        version: list.version,
        files: list.outputs.len() + 1,
        changed,
        missing,
        foreign: standing.foreign.iter().filter(|name| *name != FILE).cloned().collect(),
        list_is_whole,
        other_id,
        // A list that can't be used tells no command to use either.
        again: if list_is_whole && !other_id { again(folder, about.as_ref()) } else { None },
        needs: about.as_ref().map(needs).unwrap_or_default(),
        about,
        other_draws,
    })
}

fn again(folder: &Path, about: Option<&Manifest>) -> Option<(Vec<String>, u32)> {
    if let Some(about) = about {
        return Some((about.repeat.clone(), about.model_number));
    }
    let plan = Plan::read(folder).ok().flatten()?;
    let mut words = plan.command(plan.draws);
    match plan.shard {
        Shard::WHOLE => words.push("--keep-draws".into()),
        Shard { own, of } => words.extend(["--shard".into(), format!("{own}/{of}")]),
    }
    Some((words, plan.model_number))
}

/// Files of the user's that a run was made of.
fn needs(about: &Manifest) -> Vec<(String, String)> {
    let own = |name: &String| Some((name.clone(), about.source(name)?.to_string()));
    let scenario = about.repeat.get(SCENARIO_WORD).and_then(own);
    let posterior = about.posterior.as_ref().map(|posterior| posterior.blake3.clone());
    let posterior =
        value_of(&about.repeat, "--posterior").and_then(|at| about.repeat.get(at).cloned().zip(posterior));
    scenario.into_iter().chain(posterior).collect()
}

/// The place of the scenario in the command that repeats a run.
const SCENARIO_WORD: usize = 2;

/// The place of an option's value among words.
fn value_of(words: &[String], option: &str) -> Option<usize> {
    words.iter().position(|word| word == option).map(|at| at + 1)
}

impl VerifiedFolder {
    /// The command that makes the run again, with the user's own files where they lie now.
    ///
    /// # Errors
    /// Where one is not found, or has been changed.
    pub fn command(&self, about: &Manifest) -> Result<Vec<String>> {
        let mut words = about.repeat.clone();
        let places = [Some(SCENARIO_WORD), value_of(&words, "--posterior")];
        for at in places.into_iter().flatten() {
            let Some(word) = words.get_mut(at) else { continue };
            if let Some((name, blake3)) = self.needs.iter().find(|(name, _)| name == word) {
                let path = own_file(name, blake3, &self.path)?;
                let (text, _) = read_table(path.as_ref()).map_err(read::of_file)?;
                if hash(&text) != *blake3 {
                    let list = self.path.join(FILE).display().to_string();
                    return Err(Problem::new(say::OWN_FILE_CHANGED).file(list).found(path).into());
                }
                *word = path;
            }
        }
        Ok(words)
    }
}

/// The largest number of draws that a table of errors by draws tells of.
fn last_draws(table: &str) -> Option<usize> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let place = reader.headers().ok()?.iter().position(|name| name == "draws")?;
    reader.records().filter_map(|row| row.ok()?.get(place)?.parse().ok()).max()
}

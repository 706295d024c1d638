//! The posterior that a run takes its parameters from, read from its file, or from beside the draws it was used for.

use crate::analysis::calibration::posterior::{FILE, Posterior};
use crate::checkpoint::plan::{Plan, PosteriorSource};
use crate::checkpoint::run_directory::RunDirectory;
use crate::engine::vectors::Vectors;
use crate::error::{Error, Problem, Result};
use crate::files::names::name_of;
use crate::files::read;
use crate::lines::manifest::PosteriorUsed;
use crate::report::calibration::reasons;
use crate::report::texts::Texts;
use crate::scenario::Scenario;
use crate::scenario::overrides::Options;
use crate::text::{Text, say};
use std::path::{Path, PathBuf};

/// Which posterior a run takes its parameters from.
#[derive(Clone, Debug, PartialEq)]
pub struct PosteriorRequest {
    /// The file, or the folder it lies in.
    pub path: PathBuf,
    /// Whether it is used though the calibration did not succeed; the results are marked then.
    pub accept_bad_fit: bool,
}

/// The content of a posterior's file, and where it comes from.
#[derive(Clone, Debug)]
pub(super) struct PosteriorFile {
    /// The file's name, and its hash.
    pub origin: PosteriorSource,
    /// Where it lies, for messages.
    path: String,
    posterior: Posterior,
    text: String,
}

impl PosteriorRequest {
    /// Reads the posterior. One of a calibration that did not succeed is refused unless that is accepted.
    pub(super) fn open(&self) -> Result<PosteriorFile> {
        let path = if self.path.is_dir() { self.path.join(FILE) } else { self.path.clone() };
        let file = read(&path)?;
        if file.posterior.calibration.success {
            return Ok(file);
        }
        if self.accept_bad_fit {
            return Ok(PosteriorFile { origin: PosteriorSource { accepted: true, ..file.origin }, ..file });
        }
        Err(bad_fit(&file.posterior, &path))
    }
}

fn bad_fit(posterior: &Posterior, path: &Path) -> Error {
    let why = Text::each(|lang| reasons(&posterior.calibration, &Texts::new(lang)).join(" "));
    Problem::new(say::BadFit { why })
        .file(path.display().to_string())
        .key("--posterior")
        .allowed(say::ACCEPT_BAD_FIT)
        .into()
}

/// The posterior that draws in a folder were made of; refused if it is no longer the same.
pub(super) fn kept(plan: &Plan, folder: &Path) -> Result<Option<PosteriorFile>> {
    let Some(origin) = &plan.posterior else { return Ok(None) };
    let path = folder.join(FILE);
    let file = read(&path)?;
    if file.origin.blake3 != origin.blake3 {
        return Err(Problem::new(say::NOT_THE_POSTERIOR_OF_DRAWS).file(path.display().to_string()).into());
    }
    Ok(Some(PosteriorFile { origin: origin.clone(), ..file }))
}

fn read(path: &Path) -> Result<PosteriorFile> {
    let name = path.display().to_string();
    let text = read::text(path, read::MOST_LIST)
        .map_err(|problem| Error::from(read::of_file(problem).key("--posterior")))?;
    let posterior = Posterior::read(&name, &text)?;
    let blake3 = blake3::hash(text.as_bytes()).to_hex().to_string();
    let origin = PosteriorSource { file: name_of(path), blake3, accepted: false };
    Ok(PosteriorFile { origin, path: name, posterior, text })
}

/// Evenly spread points are of distributions, and a posterior has none.
pub(super) fn not_with_sobol() -> Error {
    Problem::new(say::NOT_WITH_POSTERIOR)
        .key("--sampling")
        .found("sobol")
        .allowed(Text::same("random"))
        .into()
}

impl PosteriorFile {
    /// Makes uncertain what the calibration made uncertain; what the user sets himself comes after.
    pub fn free(&self, options: &mut Options) {
        let freed = self.posterior.calibration.freed.iter();
        let new: Vec<String> = freed.filter(|set| !options.sets.contains(set)).cloned().collect();
        options.sets.splice(0..0, new);
    }

    /// The vectors for a run of a scenario.
    pub fn vectors(&self, scenario: &Scenario) -> Result<Vectors> {
        self.posterior.vectors(&self.path, scenario)
    }

    /// Puts a copy beside the draws, where it is found when they are joined.
    pub fn copy_into(&self, run_directory: &mut RunDirectory) -> Result<()> {
        run_directory.put_file(FILE, self.text.as_bytes())
    }

    /// What the results tell of it.
    pub fn used(&self) -> PosteriorUsed {
        PosteriorUsed { calibration: self.posterior.calibration.clone(), blake3: self.origin.blake3.clone() }
    }
}

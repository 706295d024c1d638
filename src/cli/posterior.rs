//! `--posterior`: parameters of a run from a calibration, read from its file, or from beside the draws they were used for.

use crate::analysis::calibration::posterior::{FILE, Posterior};
use crate::checkpoint::plan::{Plan, PosteriorSource};
use crate::checkpoint::run_directory::RunDirectory;
use crate::engine::vectors::Vectors;
use crate::error::{Error, Problem, Result};
use crate::export::manifest::PosteriorUsed;
use crate::report::calibration::reasons;
use crate::report::texts::Texts;
use crate::scenario::Scenario;
use crate::scenario::overrides::Options;
use crate::text::{Lang, Text};
use std::path::Path;

/// A posterior that is to be used.
pub struct Given {
    /// Where it comes from.
    pub origin: PosteriorSource,
    posterior: Posterior,
    text: String,
}

/// Reads a posterior, from its file or the folder it lies in. One of a calibration that did not succeed is refused unless that
/// is accepted.
pub fn open(path: &Path, accept: bool) -> Result<Given> {
    let path = if path.is_dir() { path.join(FILE) } else { path.to_path_buf() };
    let given = read(&path)?;
    if given.posterior.calibration.success {
        return Ok(given);
    }
    if accept {
        return Ok(Given { origin: PosteriorSource { accepted: true, ..given.origin }, ..given });
    }
    let why = |lang| reasons(&given.posterior.calibration, &Texts::new(lang)).join(" ");
    let what = Text::all(
        format!("kalibreringen lyktes ikke, og posterioren brukes ikke. {}", why(Lang::Nb)),
        format!("kalibreringa lukkast ikkje, og posterioren blir ikkje brukt. {}", why(Lang::Nn)),
        format!("the calibration did not succeed, and the posterior is not used. {}", why(Lang::En)),
    );
    Err(Problem::new(what)
        .file(path.display().to_string())
        .key("--posterior")
        .allowed(Text::all(
            "--accept-bad-fit, og resultatene blir merket",
            "--accept-bad-fit, og resultata blir merkte",
            "--accept-bad-fit, and the results are marked",
        ))
        .into())
}

/// The posterior that draws in a folder were made of; refused if it is no longer the same.
pub fn kept(plan: &Plan, folder: &Path) -> Result<Option<Given>> {
    let Some(origin) = &plan.posterior else { return Ok(None) };
    let path = folder.join(FILE);
    let given = read(&path)?;
    if given.origin.blake3 != origin.blake3 {
        let what = Text::all(
            "er ikke posterioren som trekningene er laget av",
            "er ikkje posterioren som trekkingane er laga av",
            "is not the posterior that the draws were made of",
        );
        return Err(Problem::new(what).file(path.display().to_string()).into());
    }
    Ok(Some(Given { origin: origin.clone(), ..given }))
}

fn read(path: &Path) -> Result<Given> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|e| {
        let doing = Text::all(
            format!("--posterior: {name} kan ikke leses"),
            format!("--posterior: {name} kan ikkje lesast"),
            format!("--posterior: {name} can't be read"),
        );
        Error::io(doing, e)
    })?;
    let posterior = Posterior::read(&name, &text)?;
    // Found again from another folder.
    let file = std::path::absolute(path).map_or(name, |p| p.display().to_string());
    let blake3 = blake3::hash(text.as_bytes()).to_hex().to_string();
    Ok(Given { origin: PosteriorSource { file, blake3, accepted: false }, posterior, text })
}

/// Evenly spread points are of distributions, and a posterior has none.
pub fn not_with_sobol() -> Error {
    let what = Text::all(
        "kan ikke brukes sammen med --posterior, som har ferdige parametersett og ingen fordelinger å spre punkter i",
        "kan ikkje brukast saman med --posterior, som har ferdige parametersett og inga fordelingar å spreie punkt i",
        "can't be used with --posterior, which has ready parameter vectors and no distributions to spread points in",
    );
    Problem::new(what).key("--sampling").found("sobol").allowed(Text::same("random")).into()
}

impl Given {
    /// Makes uncertain what the calibration made uncertain; what the user sets himself comes after.
    pub fn free(&self, options: &mut Options) {
        let freed = self.posterior.calibration.freed.iter();
        let new: Vec<String> = freed.filter(|set| !options.sets.contains(set)).cloned().collect();
        options.sets.splice(0..0, new);
    }

    /// The vectors for a run of a scenario.
    pub fn vectors(&self, scenario: &Scenario) -> Result<Vectors> {
        self.posterior.vectors(&self.origin.file, scenario)
    }

    /// Lays a copy beside the draws, so that whoever joins them has it.
    pub fn copy_into(&self, run_directory: &RunDirectory) -> Result<()> {
        run_directory.put_file(FILE, self.text.as_bytes())
    }

    /// What the results tell of it.
    pub fn used(self) -> PosteriorUsed {
        PosteriorUsed { calibration: self.posterior.calibration, blake3: self.origin.blake3 }
    }
}

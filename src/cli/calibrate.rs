//! `calibrate`: parameters fitted to known figures, and a posterior that `run --posterior` takes its draws from.

use super::arguments::{AnalysisArgs, ScenarioArgs};
use super::console::{interruptible, print_of_results, shown, tell_all};
use super::progress::Terminal;
use crate::analysis::calibration::posterior::{FILE, Posterior};
use crate::error::{Error, Result};
use crate::experiment::calibrate::{DRAWS, ROWS};
use crate::experiment::{CalibrateRequest, calibrate, calibration_files, json};
use crate::export::folder;
use crate::report::calibration::document;
use crate::report::texts::Texts;
use crate::text::{Lang, Message, say};
use clap::Args;
use std::path::{Path, PathBuf};

/// Options of `calibrate`.
#[derive(Args, Clone, Debug)]
pub struct CalibrateArgs {
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    #[arg(long)]
    pub targets: Option<PathBuf>,
    #[arg(id = "fitted", long = "parameter")]
    pub parameters: Vec<String>,
    #[arg(id = "weighted_draws", long = "draws", default_value_t = DRAWS)]
    pub draws: usize,
    #[arg(long, default_value_t = ROWS)]
    pub rows: usize,
    #[command(flatten)]
    pub how: AnalysisArgs,
}

/// Calibrates, writes, tells; fails where the fit is bad.
pub fn run(args: &CalibrateArgs, lang: Lang) -> Result<()> {
    let request = CalibrateRequest {
        scenario: args.scenario.request(None),
        targets: args.targets.clone(),
        parameters: args.parameters.clone(),
        draws: args.draws,
        rows: args.rows,
        seed: args.how.seed,
        settings: args.how.settings(),
        folder: Some(args.how.folder()),
    };
    let terminal = Terminal::new(args.how.quiet, lang);
    let found = calibrate(&request, terminal.monitor(interruptible(lang)))?;
    let out = request.place(&args.how.folder(), &found.calibration.scenario);
    tell(&found, args, &out, lang)
}

/// Writes the files, tells, and says on the last line whether it went well.
fn tell(found: &Posterior, args: &CalibrateArgs, out: &Path, lang: Lang) -> Result<()> {
    let texts = Texts::new(lang);
    tell_all(&folder::write(out, &args.how.force.into(), &calibration_files(found, &texts)?)?, lang);
    match args.how.json {
        true => print_of_results(&json(&found.calibration)?, out)?,
        false => {
            let file = out.join(FILE);
            let label = say::LABEL_POSTERIOR;
            let next = format!("bpasim run {} --posterior {}", args.scenario.scenario, file.display());
            let text = shown(&document(&found.calibration, &texts), true);
            let text = format!("{text}\n{}: {}\n{next}\n", label.get(lang), file.display());
            print_of_results(&text, out)?;
        }
    }
    match found.calibration.success {
        true => Ok(()),
        false => Err(Error::Failed(say::CalibrationFailedAt { out: out.display() }.text())),
    }
}

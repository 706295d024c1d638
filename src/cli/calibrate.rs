//! `calibrate`: parameters fitted to known figures, and a posterior that `run --posterior` takes its draws from.

use super::arguments::{AnalysisArgs, ScenarioArgs};
use super::console::{interruptible, print};
use super::progress::Terminal;
use crate::analysis::calibration::posterior::{FILE, Posterior};
use crate::error::{Error, Result};
use crate::experiment::calibrate::{DRAWS, ROWS};
use crate::experiment::{CalibrateRequest, calibrate, calibration_files, calibration_folder, json};
use crate::export::folder;
use crate::report::calibration::document;
use crate::report::plain;
use crate::report::texts::Texts;
use crate::text::{Lang, Text};
use clap::Args;
use std::path::PathBuf;

/// Options of `calibrate`.
#[derive(Args, Clone, Debug)]
pub struct CalibrateArgs {
    /// Which scenario
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    /// Egen tabell over mål (CSV), i stedet for den innebygde, som gjelder hele landet fra 2024
    #[arg(long, value_name = "FIL")]
    pub targets: Option<PathBuf>,
    /// Tilpass også denne parameteren (kan gjentas); FRA..TIL gjør en fast parameter uviss: other_services_cost_mean=300000..600000
    #[arg(id = "fitted", long = "parameter", value_name = "PARAMETER")]
    pub parameters: Vec<String>,
    /// Antall veide trekninger (standard: 2000)
    #[arg(id = "weighted_draws", long = "draws", default_value_t = DRAWS, value_name = "ANTALL")]
    pub draws: usize,
    /// Antall parametersett i posterioren (standard: 1000)
    #[arg(long, default_value_t = ROWS, value_name = "ANTALL")]
    pub rows: usize,
    /// How it is done and told
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
    let found = calibrate(&request, terminal.monitor(interruptible()))?;
    tell(&found, args, lang)
}

/// Writes the files, tells, and says on the last line whether it went well.
fn tell(found: &Posterior, args: &CalibrateArgs, lang: Lang) -> Result<()> {
    let texts = Texts::new(lang);
    let out = calibration_folder(&args.how.folder(), &found.calibration.scenario);
    folder::write(&out, args.how.force, calibration_files(found, &texts)?)?;
    match args.how.json {
        true => print(&json(&found.calibration)?)?,
        false => {
            let file = out.join(FILE);
            let label = Text::all("Posterior", "Posterior", "Posterior");
            let next = format!("bpasim run {} --posterior {}", args.scenario.scenario, file.display());
            let text = plain::text(&document(&found.calibration, &texts), true);
            print(&format!("{text}\n{}: {}\n{next}\n", label.get(lang), file.display()))?;
        }
    }
    match found.calibration.success {
        true => Ok(()),
        false => Err(Error::Failed(Text::all(
            format!(
                "KALIBRERINGEN LYKTES IKKE. Funnene er skrevet til {}, merket som mislykket.",
                out.display()
            ),
            format!(
                "KALIBRERINGA LUKKAST IKKJE. Funna er skrivne til {}, merkte som mislukka.",
                out.display()
            ),
            format!(
                "THE CALIBRATION DID NOT SUCCEED. What was found is written to {}, marked as a failure.",
                out.display()
            ),
        ))),
    }
}

//! `--precision`: draws go on until every headline is known well enough.

use super::progress::Progress;
use crate::analysis::precision::{Precision, next_draws, precision};
use crate::analysis::summary::{Basis, Period};
use crate::checkpoint::join;
use crate::checkpoint::run_directory::RunDirectory;
use crate::engine::results::Results;
use crate::engine::run::{Engine, Size};
use crate::error::Result;
use crate::export::manifest::Reached;
use crate::report::number::percent;
use crate::scenario::Scenario;
use crate::text::{Lang, Text};
use std::sync::atomic::AtomicBool;

/// Draws at first: enough to judge the errors by.
const FIRST: usize = 256;

/// Simulates until every headline's error is below `wanted` (a share), or `most.draws` are done.
pub fn until(
    wanted: f64,
    (engine, scenario): (&Engine<'_>, &Scenario),
    most: Size,
    run_directory: &mut RunDirectory,
    stop: &AtomicBool,
    progress: &Progress,
    tell: Option<Lang>,
) -> Result<(Results, Reached)> {
    let mut draws = FIRST.max(run_directory.done()).min(most.draws);
    loop {
        progress.grow(draws * most.replicates);
        run_directory.simulate_missing(engine, scenario, draws, stop, &|| progress.one_more())?;
        let size = Size { draws, ..most };
        let results = join::results(engine, size, run_directory.chunks().to_vec())?;
        let found = precision(scenario, &results);
        let largest = found.iter().map(|p| p.share).fold(0.0, f64::max);
        let worst = found.iter().find(|p| p.share == largest);
        let reached = Reached {
            wanted,
            largest,
            outcome: worst.map(|p| p.headline.0),
            converged: draws > 1 && largest <= wanted,
        };
        let next = next_draws(draws, largest, wanted, most.draws);
        if let Some(lang) = tell {
            let left = (!reached.converged && next > draws).then(|| {
                let needed = (draws as f64 * ((largest / wanted).powi(2) - 1.0)).max(0.0);
                progress.estimate((needed.min((most.draws - draws) as f64) as usize) * most.replicates)
            });
            progress.say(&table(scenario, &found, wanted, draws, left, lang));
        }
        if reached.converged || draws >= most.draws {
            run_directory.truncate(draws)?;
            return Ok((results, reached));
        }
        draws = next;
    }
}

/// The live table: every headline, its figure, error and whether that is enough.
fn table(
    scenario: &Scenario,
    found: &[Precision],
    wanted: f64,
    draws: usize,
    left: Option<String>,
    lang: Lang,
) -> String {
    let head = match lang {
        Lang::Nb => {
            format!("Etter {draws} trekninger (Monte Carlo-feil, høyst {}):", percent(wanted, 2, lang))
        }
        Lang::Nn => {
            format!("Etter {draws} trekkingar (Monte Carlo-feil, høgst {}):", percent(wanted, 2, lang))
        }
        Lang::En => format!("After {draws} draws (Monte Carlo error, at most {}):", percent(wanted, 2, lang)),
    };
    let mut out = format!("{head}\n");
    for p in found {
        let (outcome, basis, period) = p.headline;
        let models = &scenario.models;
        let own = models[p.model].short.get(lang);
        let which = p.minus.map_or(own.to_string(), |m| format!("{own} − {}", models[m].short.get(lang)));
        let when = match period {
            Period::Year(t) => (scenario.base_year + t as i32).to_string(),
            Period::Total => Text::all("hele perioden", "heile perioden", "all years").get(lang).to_string(),
        };
        let discounted = match basis {
            Basis::PresentValue => {
                Text::all(", nåverdi", ", noverdi", ", present value").get(lang).to_string()
            }
            _ => String::new(),
        };
        let mark = if p.share <= wanted { "✓" } else { "…" };
        let label = format!("{} ({when}{discounted}; {which})", outcome.info().label.get(lang));
        out += &format!("  {mark} {:>8}  {label}\n", percent(p.share, 2, lang));
    }
    if let Some(left) = left {
        out += &match lang {
            Lang::Nb => format!("  om lag {left} igjen\n"),
            Lang::Nn => format!("  om lag {left} att\n"),
            Lang::En => format!("  about {left} left\n"),
        };
    }
    out
}

//! `run`: a scenario under all its models, or a slice of its draws; results written together, a table on
//! screen.

use super::arguments::{DrawArgs, ResultArgs, ScenarioArgs};
use super::console::{interruptible, print};
use super::progress::Terminal;
use super::{results, shard};
use crate::error::Result;
use crate::experiment::run::{DRAWS, PRECISE_DRAWS};
use crate::experiment::{RunRequest, ShardRequest, StoredRunRequest, run_shard, run_stored};
use crate::text::{Lang, Text};
use clap::Args;

/// Options of `run`.
#[derive(Args, Clone, Debug)]
pub struct RunArgs {
    /// Which scenario
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    /// Antall trekninger av usikre parametere (standard: 1000; med --precision: høyst så mange, standard 100000)
    #[arg(long, value_name = "ANTALL")]
    pub draws: Option<usize>,
    /// How draws are made
    #[command(flatten)]
    pub how: DrawArgs,
    /// Fortsett til Monte Carlo-feilen for hvert hovedtall er under denne andelen: 0.01
    #[arg(long, value_name = "ANDEL", conflicts_with = "shard")]
    pub precision: Option<f64>,
    /// Where results go
    #[command(flatten)]
    pub results: ResultArgs,
    /// Fortsett en avbrutt kjøring der den slapp
    #[arg(long)]
    pub resume: bool,
    /// Behold alle trekninger, i en mappe ved siden av resultatene (Parquet)
    #[arg(long)]
    pub keep_draws: bool,
    /// Kjør bare en del av trekningene: 1/4, 2/4 … eller auto (plassen i en jobbliste); merge setter sammen
    #[arg(long, value_name = "DEL", conflicts_with = "keep_draws")]
    pub shard: Option<String>,
    /// Skriv ett fingeravtrykk av alle resultatene på siste linje
    #[arg(long)]
    pub fingerprint: bool,
}

impl RunArgs {
    fn request(&self) -> RunRequest {
        let draws = self.draws.unwrap_or(if self.precision.is_some() { PRECISE_DRAWS } else { DRAWS });
        let (precision, threads) = (self.precision, self.results.threads);
        RunRequest { precision, threads, ..self.how.request(&self.scenario, draws) }
    }
}

/// Runs the scenario and writes the results.
pub fn run(args: &RunArgs, lang: Lang) -> Result<()> {
    let terminal = Terminal::new(args.results.quiet, lang);
    let monitor = terminal.monitor(interruptible());
    if let Some(text) = &args.shard {
        let shard = shard::parse(text, |name| std::env::var(name).ok())?;
        let folder = args.results.folder();
        let request = ShardRequest { run: args.request(), shard, folder, resume: args.resume };
        let folder = run_shard(&request, monitor)?;
        let at = folder.display();
        let text = Text::all(
            format!("Delen er ferdig: {at}\nNår alle er det: bpasim merge MAPPER\n"),
            format!("Delen er ferdig: {at}\nNår alle er det: bpasim merge MAPPER\n"),
            format!("The slice is done: {at}\nWhen all are: bpasim merge FOLDERS\n"),
        );
        return if args.results.quiet { Ok(()) } else { print(text.get(lang)) };
    }
    let request = StoredRunRequest {
        run: args.request(),
        output: args.results.output(args.results.extras(lang)),
        resume: args.resume,
        keep_draws: args.keep_draws,
    };
    let stored = run_stored(&request, monitor)?;
    let headlines = results::headlines(&stored.run, &args.results, lang);
    let (folder, kept) = stored.write(&request.output, monitor.stop)?;
    results::show(&folder.path, args.results.report.open)?;
    let told = results::told(headlines, &folder.path, !args.results.no_report, kept.as_ref(), lang);
    print(&(told + &results::last(&folder, args.fingerprint)))
}

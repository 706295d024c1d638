//! `run`: a scenario under all its models, results written together, a table on screen.

use super::{ScenarioArgs, at_least_one, print};
use crate::analysis::{summary, validation};
use crate::engine::results::Results;
use crate::engine::run::{Engine, Size};
use crate::error::{Error, Problem, Result};
use crate::export::{files, folder, manifest};
use crate::report::screen;
use crate::scenario::{Scenario, embedded, load};
use crate::text::{Lang, Text};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Options of `run`.
#[derive(Args, Clone, Debug, Default)]
pub struct RunArgs {
    /// Which scenario
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    /// Antall trekninger av usikre parametere (standard: 1000)
    #[arg(long, default_value_t = 1000, value_name = "ANTALL")]
    pub draws: usize,
    /// Uavhengige sett av personer for hver trekning (standard: 1)
    #[arg(long, default_value_t = 1, value_name = "ANTALL")]
    pub replicates: usize,
    /// Frø for alle tilfeldige tall (standard: 1)
    #[arg(long, default_value_t = 1, value_name = "TALL")]
    pub seed: u64,
    /// Antall år (standard: scenarioets)
    #[arg(long, value_name = "ANTALL")]
    pub years: Option<usize>,
    /// Antall tråder (standard: alle kjerner)
    #[arg(long, value_name = "ANTALL")]
    pub threads: Option<usize>,
    /// Mappe for resultatene (standard: output/SCENARIO)
    #[arg(long, value_name = "MAPPE")]
    pub out: Option<PathBuf>,
    /// Skriv over et eldre resultat utenfor standardmappen
    #[arg(long)]
    pub force: bool,
    /// Ingen framdrift og ingen tabell
    #[arg(long)]
    pub quiet: bool,
    /// Skriv ett fingeravtrykk av alle resultatene på siste linje
    #[arg(long)]
    pub fingerprint: bool,
}

/// Most memory a run may ask for, bytes.
const MEMORY_LIMIT: u64 = 16 << 30;
/// Most draws, so that counts fit the random key.
const DRAWS_LIMIT: usize = u32::MAX as usize;

/// Runs the scenario and writes the results.
pub fn run(args: &RunArgs, lang: Lang) -> Result<()> {
    let started = Instant::now();
    let size = size(args)?;
    let scenario = load(&args.scenario.scenario, &args.scenario.changes.options(args.years))?;
    let engine = Engine::new(&scenario)?;
    refuse_too_large(&engine, size)?;
    let folder = args.out.clone().unwrap_or_else(|| folder::default_folder(&scenario.name));
    folder::ensure_writable(&folder, args.force)?;
    let threads = threads(args.threads)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|e| {
        let text = Text::new("kan ikke starte tråder", "cannot start threads");
        Error::io(text, std::io::Error::other(e.to_string()))
    })?;
    for warning in scenario.warnings.iter().filter(|_| !args.quiet) {
        eprintln!("{}", warning.get(lang));
    }

    let stop = interruptible();
    let progress = Progress::new(size.draws * size.replicates, args.quiet, lang);
    let results = pool.install(|| engine.run(size, stop, &|done| progress.tell(done)))?;
    progress.finish();

    let info = manifest::RunInfo {
        command: std::env::args().collect(),
        seed: size.seed,
        draws: size.draws,
        replicates: size.replicates,
        threads,
        seconds: started.elapsed().as_secs_f64(),
    };
    let rows = pool.install(|| summary::summarise(&scenario, &results));
    let checks = validate(&scenario, &results)?;
    let files = files(&scenario, &results, &rows, &checks, &info)?;
    if stop.load(Ordering::Relaxed) {
        return Err(Error::Interrupted);
    }
    folder::write(&folder, args.force, files)?;
    let fingerprint = match args.fingerprint {
        true => format!("{}\n", results.fingerprint()),
        false => String::new(),
    };
    if args.quiet {
        return print(&fingerprint);
    }
    let table = screen::table(&scenario, &results, lang);
    let where_to = match lang {
        Lang::Nb => "Resultatfiler",
        Lang::Nn => "Resultatfiler",
        Lang::En => "Result files",
    };
    print(&format!("{table}\n{where_to}: {}\n{fingerprint}", folder.display()))
}

fn validate(scenario: &Scenario, results: &Results) -> Result<Vec<validation::Validation>> {
    let name = "data/targets.csv";
    let targets = validation::read_targets(name, embedded::data(name).unwrap_or_default())?;
    Ok(validation::validate(scenario, results, &targets))
}

fn size(args: &RunArgs) -> Result<Size> {
    let draws = at_least_one("--draws", args.draws)?;
    let replicates = at_least_one("--replicates", args.replicates)?;
    args.years.map(|y| at_least_one("--years", y)).transpose()?;
    for (key, value) in [("--draws", draws), ("--replicates", replicates)] {
        if value > DRAWS_LIMIT {
            return Err(Problem::new(Text::new("er for stort", "is too large"))
                .key(key)
                .found(value.to_string())
                .allowed(Text::new(format!("høyst {DRAWS_LIMIT}"), format!("at most {DRAWS_LIMIT}")))
                .into());
        }
    }
    Ok(Size { draws, replicates, seed: args.seed })
}

fn threads(wished: Option<usize>) -> Result<usize> {
    match wished {
        Some(n) => at_least_one("--threads", n).map(|n| n.min(1024)),
        None => Ok(std::thread::available_parallelism().map_or(1, |n| n.get())),
    }
}

fn refuse_too_large(engine: &Engine<'_>, size: Size) -> Result<()> {
    let bytes = engine.memory(size);
    if bytes <= MEMORY_LIMIT {
        return Ok(());
    }
    let gib = |b: u64| b.div_ceil(1 << 30);
    Err(Problem::new(Text::new(
        format!("kjøringen er for stor: den trenger om lag {} GiB minne", gib(bytes)),
        format!("the run is too large: it needs about {} GiB of memory", gib(bytes)),
    ))
    .key("--draws")
    .found(format!("{} × {}", size.draws, size.replicates))
    .allowed(Text::new(
        format!("høyst {} GiB", gib(MEMORY_LIMIT)),
        format!("at most {} GiB", gib(MEMORY_LIMIT)),
    ))
    .into())
}

/// A flag that Ctrl-C turns on; a second Ctrl-C ends the program at once (nothing is half-written,
/// since results appear by one rename).
fn interruptible() -> &'static AtomicBool {
    static STOP: AtomicBool = AtomicBool::new(false);
    // Fails only if a handler is set already, as in tests that run twice in one process.
    let _ = ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(crate::error::exit::INTERRUPTED));
        }
    });
    &STOP
}

/// Progress: a bar with time left on a terminal, plain lines elsewhere.
struct Progress {
    bar: ProgressBar,
    plain: bool,
    total: usize,
    started: Instant,
    lang: Lang,
    tenths: std::sync::atomic::AtomicUsize,
}

impl Progress {
    fn new(total: usize, quiet: bool, lang: Lang) -> Progress {
        let terminal = std::io::stderr().is_terminal();
        let bar = if quiet || !terminal { ProgressBar::hidden() } else { ProgressBar::new(total as u64) };
        let template = match lang {
            Lang::En => "Simulating  {bar:40} {pos}/{len} draws, {eta} left",
            _ => "Simulerer  {bar:40} {pos}/{len} trekninger, {eta} igjen",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.tick();
        Progress {
            bar,
            plain: !quiet && !terminal,
            total,
            started: Instant::now(),
            lang,
            tenths: std::sync::atomic::AtomicUsize::new(0),
        }
    }

    fn tell(&self, done: usize) {
        self.bar.set_position(done as u64);
        let tenth = done * 10 / self.total;
        if self.plain && tenth > self.tenths.fetch_max(tenth, Ordering::Relaxed) {
            let passed = self.started.elapsed();
            let left = passed.mul_f64((self.total - done) as f64 / done as f64);
            let text = match self.lang {
                Lang::En => format!("{}% done, about {} left", tenth * 10, seconds(left)),
                _ => format!("{} % ferdig, om lag {} igjen", tenth * 10, seconds(left)),
            };
            eprintln!("{text}");
        }
    }

    fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

fn seconds(d: Duration) -> String {
    format!("{} s", d.as_secs_f64().round())
}

//! `run`: a scenario under all its models, or a slice of its draws; results written together, a table on
//! screen.

use super::finish::{Wishes, finish};
use super::posterior::{self, Given};
use super::progress::Progress;
use super::report::ReportArgs;
use super::{ScenarioArgs, at_least_one, precise, print, shard};
use crate::checkpoint::join;
use crate::checkpoint::plan::{Plan, Shard};
use crate::checkpoint::run_directory::{RunDirectory, ensure_replaceable};
use crate::engine::run::{Engine, Size};
use crate::engine::sampling::Sampling;
use crate::error::{Error, Problem, Result};
use crate::export::folder;
use crate::export::manifest::RunInfo;
use crate::scenario::load;
use crate::text::{Lang, Text};
use clap::Args;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// `--sampling` as written.
pub fn sampling(text: &str) -> std::result::Result<Sampling, String> {
    match text {
        "random" => Ok(Sampling::Random),
        "sobol" => Ok(Sampling::Sobol),
        other => Err(format!("«{other}»: random, sobol")),
    }
}

/// Options of `run`.
#[derive(Args, Clone, Debug, Default)]
pub struct RunArgs {
    /// Which scenario
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    /// Antall trekninger av usikre parametere (standard: 1000; med --precision: høyst så mange, standard 100000)
    #[arg(long, value_name = "ANTALL")]
    pub draws: Option<usize>,
    /// Uavhengige sett av personer for hver trekning (standard: 1)
    #[arg(long, default_value_t = 1, value_name = "ANTALL")]
    pub replicates: usize,
    /// Frø for alle tilfeldige tall (standard: 1)
    #[arg(long, default_value_t = 1, value_name = "TALL")]
    pub seed: u64,
    /// Hvordan parametere trekkes: random (uavhengig, standard) eller sobol (jevnt fordelte punkter)
    #[arg(long, default_value = "random", value_name = "MÅTE", value_parser = sampling)]
    pub sampling: Sampling,
    /// Ta parameterne fra posterioren av en kalibrering: posterior.json, eller mappen den ligger i
    #[arg(long, value_name = "FIL")]
    pub posterior: Option<PathBuf>,
    /// Bruk posterioren selv om kalibreringen ikke lyktes; resultatene blir merket
    #[arg(long, requires = "posterior")]
    pub accept_bad_fit: bool,
    /// Fortsett til Monte Carlo-feilen for hvert hovedtall er under denne andelen: 0.01
    #[arg(long, value_name = "ANDEL", conflicts_with = "shard")]
    pub precision: Option<f64>,
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
    /// Fortsett en avbrutt kjøring der den slapp
    #[arg(long)]
    pub resume: bool,
    /// Behold alle trekninger, i en mappe ved siden av resultatene (Parquet)
    #[arg(long)]
    pub keep_draws: bool,
    /// Kjør bare en del av trekningene: 1/4, 2/4 … eller auto (plassen i en jobbliste); merge setter sammen
    #[arg(long, value_name = "DEL", conflicts_with = "keep_draws")]
    pub shard: Option<String>,
    /// What is written beside the tables
    #[command(flatten)]
    pub report: ReportArgs,
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
/// Draws unless told otherwise; most draws with `--precision`.
pub const DRAWS: [usize; 2] = [1000, 100_000];

/// Runs the scenario and writes the results.
pub fn run(args: &RunArgs, lang: Lang) -> Result<()> {
    let started = Instant::now();
    let size = size(args)?;
    let slice = args.shard.as_deref().map(|text| shard::parse(text, |name| std::env::var(name).ok()));
    let slice = slice.transpose()?;
    let posterior = args.posterior.as_deref().map(|path| posterior::open(path, args.accept_bad_fit));
    let posterior = posterior.transpose()?;
    if posterior.is_some() && args.sampling == Sampling::Sobol {
        return Err(posterior::not_with_sobol());
    }
    let mut options = args.scenario.options(args.years)?;
    if let Some(posterior) = &posterior {
        posterior.free(&mut options);
    }
    let scenario = load(&args.scenario.scenario, &options)?;
    let vectors = posterior.as_ref().map(|p| p.vectors(&scenario)).transpose()?;
    if scenario.observed_persons && args.keep_draws {
        return Err(tells_small_counts());
    }
    let engine = Engine::new(&scenario)?.sampled(args.sampling, size.draws)?.given(vectors);
    refuse_too_large(&engine, size)?;
    let plan = Plan::new(
        &scenario,
        &args.scenario.scenario,
        &options,
        size,
        args.sampling,
        slice.unwrap_or(Shard::WHOLE),
    )
    .from_posterior(posterior.as_ref().map(|p| p.origin.clone()));
    let target = match (&args.out, slice) {
        (Some(folder), _) => folder.clone(),
        (None, None) => folder::default_folder(&scenario.name),
        (None, Some(slice)) => {
            shards_folder(&scenario.name).join(format!("{:04}-of-{:04}", slice.own, slice.of))
        }
    };
    if plan.own_draws().is_empty() {
        return Err(more_shards_than_draws(&plan));
    }
    let finished = match slice {
        Some(_) => finished(&target, &plan)?,
        None => false,
    };
    if finished && args.resume {
        return done(&target, args, lang);
    }
    let replace = args.force || folder::below_default(&target);
    match slice {
        Some(_) => ensure_replaceable(&target, replace)?,
        None => folder::ensure_writable(&target, args.force)?,
    }
    let kept = kept_folder(&target);
    if args.keep_draws {
        ensure_replaceable(&kept, replace)?;
    }
    let threads = threads(args.threads)?;
    let pool = pool(threads)?;
    for warning in scenario.warnings.iter().filter(|_| !args.quiet) {
        eprintln!("{}", warning.get(lang));
    }

    let stop = interruptible();
    let mut run_directory = RunDirectory::open(&target, &plan, args.resume)?;
    if let Some(posterior) = &posterior {
        posterior.copy_into(&run_directory)?;
    }
    let worlds = |draws: usize| draws * size.replicates;
    let progress =
        Progress::new(worlds(plan.own_draws().len()), worlds(run_directory.done()), args.quiet, lang);
    let mut precision = None;
    let simulated = pool.install(|| match args.precision {
        Some(wanted) => {
            let tell = (!args.quiet).then_some(lang);
            let whole = (&engine, &scenario);
            precise::until(wanted, whole, size, &mut run_directory, stop, &progress, tell).map(
                |(results, reached)| {
                    precision = Some(reached);
                    Some(results)
                },
            )
        }
        None => run_directory
            .simulate_missing(&engine, &scenario, size.draws, stop, &|| progress.one_more())
            .and_then(|()| {
                let whole = slice.is_none();
                whole.then(|| join::results(&engine, size, run_directory.chunks().to_vec())).transpose()
            }),
    });
    progress.finish();
    let results = match simulated {
        Err(Error::Interrupted { .. }) => return Err(Error::Interrupted { kept: run_directory.done() }),
        other => other?,
    };
    let Some(results) = results else {
        run_directory.rename_to(&target)?;
        return done(&target, args, lang);
    };
    let info = RunInfo {
        command: std::env::args().collect(),
        repeat: plan.command(results.draws),
        seed: size.seed,
        draws: results.draws,
        replicates: size.replicates,
        threads,
        seconds: started.elapsed().as_secs_f64(),
        sampling: args.sampling,
        precision,
        posterior: posterior.map(Given::used),
    };
    let wishes = Wishes {
        folder: &target,
        force: args.force,
        quiet: args.quiet,
        fingerprint: args.fingerprint,
        report: &args.report,
        lang,
        stop,
    };
    pool.install(|| {
        finish(&scenario, &results, &info, &wishes, || match args.keep_draws {
            true => run_directory.rename_to(&kept).map(|()| Some(kept.clone())),
            false => {
                run_directory.remove();
                Ok(None)
            }
        })
    })
}

/// Where the slices of a scenario's run go unless told otherwise.
fn shards_folder(scenario: &str) -> PathBuf {
    let folder = folder::default_folder(scenario);
    let name = folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    folder.with_file_name(format!("{name}-shards"))
}

/// Where `--keep-draws` puts the draws of a run into `target`.
pub fn kept_folder(target: &Path) -> PathBuf {
    let target = std::path::absolute(target).unwrap_or_else(|_| target.to_path_buf());
    let name = target.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    target.with_file_name(format!("{name}-draws"))
}

/// Whether this very slice stands finished already.
fn finished(target: &Path, plan: &Plan) -> Result<bool> {
    Ok(Plan::read(target)?
        .is_some_and(|there| (&there.run, there.draws, there.shard) == (&plan.run, plan.draws, plan.shard)))
}

fn more_shards_than_draws(plan: &Plan) -> Error {
    Problem::new(Text::all(
        "det er flere deler enn trekninger, og denne delen har ingen",
        "det er fleire delar enn trekkingar, og denne delen har ingen",
        "there are more slices than draws, and this one has none",
    ))
    .key("--shard")
    .found(format!("{}/{}", plan.shard.own, plan.shard.of))
    .allowed(Text::same(format!("≤ {}", plan.draws)))
    .into()
}

/// A slice is done.
fn done(target: &Path, args: &RunArgs, lang: Lang) -> Result<()> {
    if args.quiet {
        return Ok(());
    }
    let at = target.display();
    let text = Text::all(
        format!("Delen er ferdig: {at}\nNår alle er det: bpasim merge MAPPER\n"),
        format!("Delen er ferdig: {at}\nNår alle er det: bpasim merge MAPPER\n"),
        format!("The slice is done: {at}\nWhen all are: bpasim merge FOLDERS\n"),
    );
    print(text.get(lang))
}

fn size(args: &RunArgs) -> Result<Size> {
    let usual = DRAWS[usize::from(args.precision.is_some())];
    let draws = at_least_one("--draws", args.draws.unwrap_or(usual))?;
    if let Some(share) = args.precision.filter(|share| !(1e-6..1.0).contains(share)) {
        return Err(Problem::new(Text::new("ugyldig verdi", "invalid value"))
            .key("--precision")
            .found(share.to_string())
            .allowed(Text::all(
                "en andel mellom 0.000001 og 1, for eksempel 0.01",
                "ein del mellom 0.000001 og 1, til dømes 0.01",
                "a share between 0.000001 and 1, such as 0.01",
            ))
            .into());
    }
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

/// Threads to use.
pub fn threads(wished: Option<usize>) -> Result<usize> {
    match wished {
        Some(n) => at_least_one("--threads", n).map(|n| n.min(1024)),
        None => Ok(std::thread::available_parallelism().map_or(1, |n| n.get())),
    }
}

/// A pool of so many threads.
pub fn pool(threads: usize) -> Result<rayon::ThreadPool> {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|e| {
        let text = Text::new("kan ikke starte tråder", "cannot start threads");
        Error::io(text, std::io::Error::other(e.to_string()))
    })
}

/// Draws kept would tell what every other file hides.
fn tells_small_counts() -> Error {
    Problem::new(Text::all(
        "scenarioet har virkelige personer (observed_persons), og trekningene ville røpet små tall",
        "scenarioet har verkelege personar (observed_persons), og trekkingane ville røpt små tal",
        "the scenario has real persons (observed_persons), and the draws would tell small counts",
    ))
    .key("--keep-draws")
    .into()
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
pub fn interruptible() -> &'static AtomicBool {
    static STOP: AtomicBool = AtomicBool::new(false);
    // Fails only if a handler is set already, as in tests that run twice in one process.
    let _ = ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(crate::error::exit::INTERRUPTED));
        }
    });
    &STOP
}

//! `compare`: which assumptions differ between two runs, and what each does to the headlines.

use super::report::read;
use super::run::{interruptible, pool, threads};
use super::{at_least_one, print};
use crate::analysis::bridge::{Order, SHAPLEY_LIMIT, Set, bridge, figures};
use crate::analysis::precision::headlines;
use crate::analysis::price_year;
use crate::engine::run::{Engine, Size};
use crate::error::{Error, Problem, Result};
use crate::export::folder;
use crate::outcomes::Outcome;
use crate::report::comparison::{Comparison, Step};
use crate::report::html;
use crate::report::texts::Texts;
use crate::scenario::overrides::Options;
use crate::scenario::{Change, InputFile, Scenario, changes, load};
use crate::text::{Lang, Text};
use clap::Args;
use std::path::{Path, PathBuf};

/// Options of `compare`.
#[derive(Args, Clone, Debug)]
pub struct CompareArgs {
    /// Mappen med resultatene av den første kjøringen
    #[arg(value_name = "MAPPE_A")]
    pub first: PathBuf,
    /// Mappen med resultatene av den andre
    #[arg(value_name = "MAPPE_B")]
    pub second: PathBuf,
    /// Antall trekninger broen regnes på (standard: kjøringenes, høyst 200)
    #[arg(id = "bridge_draws", long = "draws", value_name = "ANTALL")]
    pub draws: Option<usize>,
    /// Gjennomsnitt over alle rekkefølger endringene kan gjøres i, ikke bare den som er listet (høyst 6 endringer)
    #[arg(long)]
    pub shapley: bool,
    /// Størrelsen figuren viser (standard: state_net)
    #[arg(long, value_name = "STØRRELSE")]
    pub of: Option<String>,
    /// Skriv en side med tabeller og figur i denne mappen
    #[arg(id = "page", long = "out", value_name = "MAPPE")]
    pub out: Option<PathBuf>,
    /// For programmer: JSON i stedet for tekst
    #[arg(long)]
    pub json: bool,
    /// Antall tråder (standard: alle kjerner)
    #[arg(long, value_name = "ANTALL")]
    pub threads: Option<usize>,
}

/// Most draws unless told otherwise: enough to see what moves.
const DRAWS: usize = 200;

/// What a run was, so far as it must agree with the other.
struct Was {
    id: String,
    seed: u64,
    draws: usize,
    replicates: usize,
    scenario: String,
    options: Options,
}

/// Compares.
pub fn run(args: &CompareArgs, lang: Lang) -> Result<()> {
    let runs = [was(&args.first)?, was(&args.second)?];
    let [a, b] = &runs;
    comparable(args, a, b)?;
    let (from, to) = (scenario(&args.first, a)?, scenario(&args.second, b)?);
    same_ground(args, &from, &to)?;
    let steps = steps(args, &from, &to)?;
    let outcome = outcome(args)?;
    let order = if args.shapley { Order::Shapley } else { Order::Listed };
    if args.shapley && steps.len() > SHAPLEY_LIMIT {
        let what = Text::all("for mange endringer", "for mange endringar", "too many changes");
        let limit = Text::all(
            format!("høyst {SHAPLEY_LIMIT}; uten --shapley er det ingen grense"),
            format!("høgst {SHAPLEY_LIMIT}; utan --shapley er det inga grense"),
            format!("at most {SHAPLEY_LIMIT}; without --shapley there is no limit"),
        );
        return Err(Problem::new(what).key("--shapley").found(steps.len().to_string()).allowed(limit).into());
    }
    let most = a.draws.min(b.draws);
    let draws = at_least_one("--draws", args.draws.unwrap_or(most.min(DRAWS)))?;
    if draws > most {
        let what =
            Text::all("flere enn kjøringene har", "fleire enn køyringane har", "more than the runs have");
        let allowed = Text::same(format!("≤ {most}"));
        return Err(Problem::new(what).key("--draws").found(draws.to_string()).allowed(allowed).into());
    }
    let size = Size { draws, replicates: a.replicates, seed: a.seed };
    let followed = headlines(&to);
    let mut year = from.base_year;
    let stop = interruptible();
    let bridges = pool(threads(args.threads)?)?.install(|| {
        bridge(steps.len(), order, size.replicates, |set| {
            let own = with(&a.scenario, &a.options, &steps, set)?;
            let engine = Engine::new(&own)?;
            let results = engine.run(size, stop, &|_| {})?;
            year = price_year(&own, &results);
            Ok(figures(&results, &followed, own.models.len()))
        })
    })?;
    let comparison = Comparison {
        scenario: &to,
        runs: [a.id.clone(), b.id.clone()],
        price_year: year,
        steps,
        order,
        draws,
        headlines: followed,
        bridges,
    };
    let texts = Texts::new(lang);
    if let Some(out) = &args.out {
        let page = html::page(&comparison.document(outcome, &texts), &texts);
        let json = format!("{:#}\n", comparison.json());
        let manifest = format!(
            "{:#}\n",
            serde_json::json!({ "program": "bpasim", "outputs": { "compare.html": "", "compare.json": "" } })
        );
        let files = [("compare.html", page), ("compare.json", json), (folder::MANIFEST, manifest)];
        folder::write(out, false, files.map(|(name, text)| (name.to_string(), text.into_bytes())).to_vec())?;
    }
    match args.json {
        true => print(&format!("{:#}\n", comparison.json())),
        false => print(&comparison.screen(&texts)),
    }
}

fn was(folder: &Path) -> Result<Was> {
    let (about, _) = read(folder)?;
    about.of_this_model(folder)?;
    if about.posterior.is_some() {
        return Err(cannot(
            folder,
            Text::all(
                "parameterne kommer fra en posterior, som ikke kan skiftes ut ett steg om gangen",
                "parametrane kjem frå ein posterior, som ikkje kan skiftast ut eitt steg om gongen",
                "the parameters come from a posterior, which can't be replaced step by step",
            ),
            "--posterior",
        ));
    }
    let (scenario, options) = repeated(&about.repeat);
    Ok(Was {
        id: about.run_id,
        seed: about.seed,
        draws: about.draws,
        replicates: about.replicates,
        scenario,
        options,
    })
}

/// Scenario and options of the command that repeats the run.
fn repeated(words: &[String]) -> (String, Options) {
    let mut options = Options::default();
    for pair in words.windows(2) {
        match pair[0].as_str() {
            "--set" => options.sets.push(pair[1].to_string()),
            "--models" => options.models = Some(pair[1].split(',').map(str::to_string).collect()),
            "--years" => options.years = pair[1].parse().ok(),
            _ => {}
        }
    }
    (words.get(2).cloned().unwrap_or_default(), options)
}

/// The scenario as it was; refused if a file has changed since.
fn scenario(folder: &Path, was: &Was) -> Result<Scenario> {
    let scenario = load(&was.scenario, &was.options)?;
    let (about, _) = read(folder)?;
    let hashes = |inputs: &[InputFile]| inputs.iter().map(|i| i.hash.clone()).collect::<Vec<_>>();
    if hashes(&about.scenario.inputs) == hashes(&scenario.inputs) {
        return Ok(scenario);
    }
    Err(cannot(
        folder,
        Text::all(
            "scenarioet eller dataene er endret siden kjøringen",
            "scenarioet eller dataa er endra sidan køyringa",
            "the scenario or its data have changed since the run",
        ),
        &was.scenario,
    ))
}

fn cannot(folder: &Path, why: Text, found: &str) -> Error {
    let what = Text::all(
        format!("kjøringene kan ikke sammenlignes: {}", why.nb),
        format!("køyringane kan ikkje samanliknast: {}", why.nn),
        format!("the runs can't be compared: {}", why.en),
    );
    Problem::new(what).file(folder.display().to_string()).found(found).into()
}

fn comparable(args: &CompareArgs, a: &Was, b: &Was) -> Result<()> {
    let refuse = |nb: &str, nn: &str, en: &str, own: String, other: String| {
        Err(cannot(&args.second, Text::all(nb, nn, en), &format!("{own}, {other}")))
    };
    if a.seed != b.seed {
        return refuse(
            "ulike frø, så trekningene er ikke de samme",
            "ulike frø, så trekkingane er ikkje dei same",
            "different seeds, so the draws are not the same",
            a.seed.to_string(),
            b.seed.to_string(),
        );
    }
    if a.replicates != b.replicates {
        return refuse(
            "ulikt antall sett av personer",
            "ulikt tal på sett av personar",
            "different numbers of sets of persons",
            a.replicates.to_string(),
            b.replicates.to_string(),
        );
    }
    Ok(())
}

fn same_ground(args: &CompareArgs, a: &Scenario, b: &Scenario) -> Result<()> {
    let refuse = |nb: &str, nn: &str, en: &str, found: String| {
        Err(cannot(&args.second, Text::all(nb, nn, en), &found))
    };
    if (a.base_year, a.horizon) != (b.base_year, b.horizon) {
        return refuse(
            "ulike år",
            "ulike år",
            "different years",
            format!("{}–{}, {}–{}", a.base_year, a.last_year(), b.base_year, b.last_year()),
        );
    }
    if a.units != b.units || a.placement != b.placement {
        return refuse(
            "ulike kommuner eller brukertall",
            "ulike kommunar eller brukartal",
            "different municipalities or recipients",
            format!("{}, {}", a.units.len(), b.units.len()),
        );
    }
    let ids = |s: &Scenario| s.models.iter().map(|m| m.id.clone()).collect::<Vec<_>>().join(",");
    if ids(a) != ids(b) {
        return refuse(
            "ulike modeller; velg de samme med --models",
            "ulike modellar; vel dei same med --models",
            "different models; choose the same with --models",
            format!("{} / {}", ids(a), ids(b)),
        );
    }
    Ok(())
}

/// The differences, each as something `--set` can do.
fn steps(args: &CompareArgs, from: &Scenario, to: &Scenario) -> Result<Vec<Step>> {
    let all: Vec<Change> = changes::between(from, to, false);
    if all.is_empty() {
        return Err(cannot(
            &args.second,
            Text::all("forutsetningene er like", "føresetnadene er like", "their assumptions are the same"),
            "0",
        ));
    }
    if let Some(other) = all.iter().find(|c| c.key.starts_with("correlations.") || c.key.ends_with(".year")) {
        return Err(cannot(
            &args.second,
            Text::all(
                "korrelasjoner eller prisår er ulike, og kan ikke deles i trinn",
                "korrelasjonar eller prisår er ulike, og kan ikkje delast i steg",
                "correlations or price years differ, and can't be split into steps",
            ),
            &other.key,
        ));
    }
    let source = |key: &str| {
        let mut own = to.parameters.iter().filter(|p| !p.is_lever());
        let found =
            own.find(|p| key == p.id || key.strip_prefix(&p.id).is_some_and(|rest| rest.starts_with('.')));
        found.map(|p| p.source.clone()).unwrap_or_default()
    };
    Ok(all.into_iter().map(|change| Step { source: source(&change.key), change }).collect())
}

/// The first run's scenario with a set of the changes made.
fn with(name: &str, options: &Options, steps: &[Step], set: Set) -> Result<Scenario> {
    let mut options = options.clone();
    let chosen = steps.iter().enumerate().filter(|(i, _)| set & (1 << i) != 0);
    options.sets.extend(chosen.map(|(_, step)| format!("{}={}", step.change.key, step.change.to)));
    load(name, &options)
}

fn outcome(args: &CompareArgs) -> Result<Outcome> {
    let Some(id) = &args.of else { return Ok(Outcome::StateNet) };
    Outcome::from_id(id).ok_or_else(|| {
        let what = Text::all("ukjent størrelse", "ukjend storleik", "unknown outcome");
        let names = Outcome::ALL.iter().map(|o| o.id());
        Problem::new(what).key("--of").found(id.clone()).nearest(id, names).into()
    })
}

//! The command line: what each command takes, and where it goes. One file a command.

#![expect(clippy::disallowed_methods, reason = "commands read what the user names")]
#![expect(clippy::print_stderr, reason = "progress and warnings go to the terminal")]

mod analysed;
pub mod backtest;
pub mod calibrate;
pub mod case;
pub mod check;
pub mod cluster;
pub mod compare;
pub mod decide;
pub mod describe;
pub mod finish;
pub mod merge;
pub mod new;
mod posterior;
mod precise;
pub mod progress;
pub mod report;
pub mod run;
pub mod scenarios;
pub mod sensitivity;
pub mod shard;
mod simulator;
pub mod telling;
pub mod trace;
pub mod usage;
mod usage_english;

use crate::error::{Error, Problem, Result};
use crate::scenario::alternatives::{COMMISSIONED, without_commissioned};
use crate::scenario::load;
use crate::scenario::overrides::Options;
use crate::text::{Lang, Text};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "bpasim",
    version,
    about = "Hvem betaler for BPA? Kommunenes kostnad, statens refusjon, det som flyttes til pårørende og \
             deltakelse i arbeid under ulike finansieringsmodeller, med usikkerhet",
    args_conflicts_with_subcommands = true,
    after_help = "Eksempel: bpasim run national --draws 200\nUten kommando: bpasim run"
)]
pub struct Cli {
    /// Språk på skjerm og i meldinger: nb (bokmål, standard), nn (nynorsk) eller en (engelsk)
    #[arg(long, global = true, default_value = "nb", value_name = "SPRÅK", value_parser = lang)]
    pub lang: Lang,
    /// The command; none is `run`
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Options of `run` without a command
    #[command(flatten)]
    pub run: run::RunArgs,
}

fn lang(s: &str) -> std::result::Result<Lang, String> {
    s.parse()
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Kjør et scenario under alle modeller og skriv resultatene
    #[command(after_help = "Eksempel: bpasim run oslo --draws 500 --set price_response=0.2 --out oslo-test")]
    Run(run::RunArgs),
    /// Sett sammen deler av en kjøring, eller regn ut resultatene på nytt fra trekninger som er beholdt
    #[command(after_help = "Eksempel: bpasim merge output/national-shards/* --out output/national")]
    Merge(merge::MergeArgs),
    /// Lag rapport og arbeidsbok på nytt av en ferdig kjøring, for eksempel på et annet språk
    #[command(after_help = "Eksempel: bpasim report output/national --lang nn --open")]
    Report(report::RemakeArgs),
    /// Sammenlign to kjøringer: hvilke forutsetninger som er ulike, og hva hver av dem gjør med hovedtallene
    #[command(after_help = "Eksempel: bpasim compare output/national mitt --shapley --out bro")]
    Compare(compare::CompareArgs),
    /// Kjør alt som viser hva som avgjør konklusjonen, og ta det inn i rapporten
    #[command(after_help = "Eksempel: bpasim decide national --out output/national")]
    Decide(decide::DecideArgs),
    /// Finn hva som avgjør en størrelse: hvilke usikre forutsetninger som flytter den, og hvor den snur
    #[command(
        after_help = "Eksempel: bpasim sensitivity national --of society_cost:B-null --year total --method tornado,regression"
    )]
    Sensitivity(sensitivity::SensitivityArgs),
    /// Prøv modellen mot fortiden: ville den ha truffet det som skjedde?
    #[command(after_help = "Eksempel: bpasim backtest oslo national")]
    Backtest(backtest::BacktestArgs),
    /// Tilpass parametere til kjente tall, og lag en posterior som run --posterior trekker fra
    #[command(
        after_help = "Eksempel: bpasim calibrate national && bpasim run --posterior output/national-calibration"
    )]
    Calibrate(calibrate::CalibrateArgs),
    /// List opp scenarioer og alternative strukturer, eller kjør alternativene side om side
    #[command(after_help = "Eksempel: bpasim scenarios national --grid --draws 200")]
    Scenarios(scenarios::ScenariosArgs),
    /// Skriv en jobbfil for et køsystem: en liste av deler, og sammensetningen som venter på dem
    #[command(
        after_help = "Eksempel: bpasim cluster slurm national --draws 100000 --shards 64 > jobb.sh && bash jobb.sh"
    )]
    Cluster(cluster::ClusterArgs),
    /// Les et scenario og si alt som er galt, eller hva det endrer
    #[command(after_help = "Eksempel: bpasim check mitt.toml")]
    Check(CheckArgs),
    /// Regn én person uten tilfeldighet, steg for steg
    #[command(
        after_help = "Eksempel: bpasim case --age 40 --need 60 --granted 45 --other-cost 300000 --relatives 1"
    )]
    Case(case::CaseArgs),
    /// Følg én simulert person år for år og regel for regel
    #[command(after_help = "Eksempel: bpasim trace national --draw 3 --pick refund --model B")]
    Trace(trace::TraceArgs),
    /// Forklar en parameter, virkemiddel, modell, størrelse eller et scenario
    #[command(after_help = "Eksempel: bpasim describe bpa_hour_cost")]
    Describe(describe::DescribeArgs),
    /// Skriv ut de innebygde scenarioene med data, og et eget på fem linjer å begynne med
    #[command(after_help = "Eksempel: bpasim new mappe && bpasim run mappe/min.toml")]
    New {
        /// Mappen som skal lages
        #[arg(value_name = "MAPPE")]
        dir: PathBuf,
    },
    /// Skriv fullføringsskript for et skall
    #[command(
        after_help = "Eksempel: bpasim completions bash > ~/.local/share/bash-completion/completions/bpasim"
    )]
    Completions {
        /// bash, zsh, fish, elvish eller powershell
        shell: clap_complete::Shell,
    },
}

/// Which scenario, and what is changed in it.
#[derive(Args, Clone, Debug, Default)]
pub struct ScenarioArgs {
    /// national (standard), oslo, variants, example-mixed, example-own, eller en fil
    #[arg(default_value = "national", value_name = "SCENARIO")]
    pub scenario: String,
    /// Changes to it
    #[command(flatten)]
    pub changes: ChangeArgs,
}

impl ScenarioArgs {
    /// The scenario's overrides.
    pub fn options(&self, years: Option<usize>) -> Result<Options> {
        self.changes.options(&self.scenario, years)
    }
}

/// Changes to a scenario.
#[derive(Args, Clone, Debug, Default)]
pub struct ChangeArgs {
    /// Endre en parameter eller et virkemiddel (kan gjentas): price_response=0.2, financing.B.refund.rate=0.95
    #[arg(long = "set", value_name = "STI=VERDI")]
    pub sets: Vec<String>,
    /// Bare disse modellene (nullalternativet er alltid med): A,B
    #[arg(long, value_delimiter = ',', value_name = "MODELLER")]
    pub models: Option<Vec<String>>,
    /// Sett tall fra studier betalt av en part til nøytrale verdier: commissioned
    #[arg(long, value_name = "HVA", value_parser = [COMMISSIONED])]
    pub without: Option<String>,
}

impl ChangeArgs {
    /// A scenario's overrides.
    pub fn options(&self, scenario: &str, years: Option<usize>) -> Result<Options> {
        let mut options = Options { sets: self.sets.clone(), models: self.models.clone(), years };
        if self.without.is_some() {
            options.sets.extend(without_commissioned(&load(scenario, &options)?));
        }
        Ok(options)
    }
}

/// Options of `check`.
#[derive(Args, Debug)]
pub struct CheckArgs {
    #[command(flatten)]
    scenario: ScenarioArgs,
    /// Antall år
    #[arg(long, value_name = "ANTALL")]
    years: Option<usize>,
}

/// A whole number of at least 1.
pub fn at_least_one(key: &str, value: usize) -> Result<usize> {
    if value >= 1 {
        return Ok(value);
    }
    Err(Problem::new(Text::new("må være minst 1", "must be at least 1"))
        .key(key)
        .found(value.to_string())
        .into())
}

/// Runs the command that was typed.
pub fn dispatch(cli: Cli) -> Result<()> {
    let lang = cli.lang;
    match cli.command.unwrap_or(Command::Run(cli.run)) {
        Command::Run(args) => run::run(&args, lang),
        Command::Backtest(args) => backtest::run(&args, lang),
        Command::Calibrate(args) => calibrate::run(&args, lang),
        Command::Cluster(args) => print(&cluster::run(&args)?),
        Command::Merge(args) => merge::run(&args, lang),
        Command::Compare(args) => compare::run(&args, lang),
        Command::Decide(args) => decide::run(&args, lang),
        Command::Scenarios(args) => scenarios::run(&args, lang),
        Command::Sensitivity(args) => sensitivity::run(&args, lang),
        Command::Report(args) => report::run(&args, lang),
        Command::Check(args) => {
            let years = args.years.map(|y| at_least_one("--years", y)).transpose()?;
            let text = check::run(&args.scenario.scenario, &args.scenario.options(years)?, lang)?;
            print(&text)
        }
        Command::Case(args) => print(&case::run(&args, lang)?),
        Command::Trace(args) => print(&trace::run(&args, lang)?),
        Command::Describe(args) => print(&describe::run(&args, lang)?),
        Command::New { dir } => {
            let files = new::run(&dir)?;
            let mut text = Text::new("Skrevet:", "Written:").get(lang).to_string();
            for file in files {
                text.push_str(&format!("\n  {}", file.display()));
            }
            text.push('\n');
            print(&text)
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut usage::command(lang), "bpasim", &mut script);
            print(&String::from_utf8_lossy(&script))
        }
    }
}

/// Prints to standard output; a reader who has gone away (`| head`) is no error.
pub fn print(text: &str) -> Result<()> {
    use std::io::{ErrorKind, Write};
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => {
            Err(Error::io(Text::new("kan ikke skrive til skjermen", "cannot write to the screen"), e))
        }
        _ => Ok(()),
    }
}

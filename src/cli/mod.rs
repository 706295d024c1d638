//! The command line: arguments become a request, and what comes of it a page or JSON. One file a command; what commands
//! share stands in files of its own, which know no command.

mod arguments;
mod backtest;
mod calibrate;
mod case;
mod check;
mod cluster;
mod command_line;
mod compare;
pub mod console;
mod decide;
mod describe;
mod events;
mod import;
mod merge;
mod new;
mod numbers;
mod progress;
mod report;
mod results;
mod run;
mod scenarios;
mod sensitivity;
#[cfg(feature = "serve")]
mod serve;
mod shard;
mod studies;
mod trace;
pub mod usage;
mod verify;
mod version;

use command_line::{Cli, Command};

use crate::error::{Error, Problem, Result};
use crate::files::{memory, told};
use crate::text::say;
use console::{end_when_interrupted, print, print_of_results, tell_all};
use std::io;

/// Runs the command that was typed.
pub fn dispatch(cli: Cli) -> Result<()> {
    let lang = cli.lang;
    told::listen(move |text| tell_all(std::slice::from_ref(text), lang));
    if let Some(least) = memory::least_addresses() {
        let mib = least >> 20;
        return Err(Error::system(say::AddressesTooFew { mib }, io::Error::other("RLIMIT_AS")));
    }
    let command = cli.command.unwrap_or(Command::Run(cli.run));
    // The server is told of an interrupt by itself.
    #[cfg(feature = "serve")]
    let served = matches!(command, Command::Serve(_));
    #[cfg(not(feature = "serve"))]
    let served = false;
    if !served {
        end_when_interrupted(lang);
    }
    match command {
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
        Command::Verify(args) => verify::run(&args, run_of, lang),
        Command::Check(args) => print(&check::run(&args, lang)?),
        Command::Case(args) => print(&case::run(&args, lang)?),
        Command::Trace(args) => print(&trace::run(&args, lang)?),
        Command::Describe(args) => print(&describe::run(&args, lang)?),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&args, lang),
        Command::Import(args) => import::run(&args, lang),
        Command::New(args) => print_of_results(&new::run(&args, lang)?, &args.dir),
        // The notices that licences of the packages built in ask for; made by `.ci/notices`.
        Command::Licenses => print(include_str!("notices.txt")),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut usage::command(lang), "bpasim", &mut script);
            print(&String::from_utf8_lossy(&script))
        }
    }
}

/// The run that a command line asks for.
fn run_of(words: &[String]) -> Result<run::RunArgs> {
    match usage::parse(words).1? {
        usage::Asked::Command(cli) => match cli.command {
            Some(Command::Run(args)) => Ok(args),
            _ => Err(Problem::new(say::NO_RUN_TO_REPEAT).found(words.join(" ")).into()),
        },
        usage::Asked::Text(_) => Err(Problem::new(say::NO_RUN_TO_REPEAT).found(words.join(" ")).into()),
    }
}

//! Parses the command line, runs the command, sets the exit code.

use bpasim::cli::{Cli, dispatch};
use bpasim::error::exit;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { exit::INPUT } else { exit::OK });
        }
    };
    let lang = cli.lang;
    match dispatch(cli) {
        Ok(()) => ExitCode::from(exit::OK),
        Err(error) => {
            eprintln!("{}", error.render(lang));
            ExitCode::from(error.exit_code())
        }
    }
}

//! Parses the command line, runs the command, sets the exit code.

use bpasim::cli::console::{print, survive_file_size_limit, tell, without_panic};
use bpasim::cli::dispatch;
use bpasim::cli::usage::{Asked, parse_os};
use bpasim::error::exit;
use std::process::ExitCode;

fn main() -> ExitCode {
    survive_file_size_limit();
    let (lang, asked) = parse_os(std::env::args_os());
    let done = without_panic(|| {
        asked.and_then(|asked| match asked {
            Asked::Text(text) => print(&text),
            Asked::Command(cli) => dispatch(*cli),
        })
    });
    match done {
        Ok(()) => ExitCode::from(exit::OK),
        Err(error) => {
            tell(&format!("{}\n", error.render(lang)));
            ExitCode::from(error.exit_code())
        }
    }
}

//! Parses the command line, runs the command, sets the exit code.

use bpasim::cli::console::{print, survive_file_size_limit, tell, without_panic};
use bpasim::cli::dispatch;
use bpasim::cli::usage::{Asked, parse};
use bpasim::error::exit;
use std::process::ExitCode;

fn main() -> ExitCode {
    survive_file_size_limit();
    // Bytes that are no text become a file name or value that is refused with its own message.
    let arguments: Vec<String> = std::env::args_os().map(|a| a.to_string_lossy().into_owned()).collect();
    let (lang, asked) = parse(&arguments);
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

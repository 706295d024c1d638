//! Parses the command line, runs the command, sets the exit code.

#![expect(clippy::print_stderr, reason = "errors are told on the terminal")]

use bpasim::cli::console::print;
use bpasim::cli::dispatch;
use bpasim::cli::usage::{Asked, parse};
use bpasim::error::exit;
use std::process::ExitCode;

fn main() -> ExitCode {
    // Bytes that are no text become a file name or value that is refused with its own message.
    let arguments: Vec<String> = std::env::args_os().map(|a| a.to_string_lossy().into_owned()).collect();
    let (lang, asked) = parse(&arguments);
    let done = asked.and_then(|asked| match asked {
        Asked::Text(text) => print(&text),
        Asked::Command(cli) => dispatch(*cli),
    });
    match done {
        Ok(()) => ExitCode::from(exit::OK),
        Err(error) => {
            eprintln!("{}", error.render(lang));
            ExitCode::from(error.exit_code())
        }
    }
}

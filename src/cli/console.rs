//! The terminal and the user at it: what is printed, pages opened, and Ctrl-C.

use crate::error::{Error, Result, exit};
use crate::report::document::Document;
use crate::report::{layout, plain};
use crate::text::visible::visible_lines;
use crate::text::{Lang, Message, Text, say};
use std::ffi::OsStr;
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Narrowest and widest lines made, whatever the terminal.
const NARROW_TO_WIDE: [usize; 2] = [80, 120];

/// The width of the user's lines: what `COLUMNS` says, else the terminal's, else that of a page.
pub fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse::<usize>().ok());
    let terminal =
        || terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
    let [narrow, wide] = NARROW_TO_WIDE;
    told.filter(|columns| *columns > 0).or_else(terminal).map_or(layout::WIDTH, |own| own.clamp(narrow, wide))
}

/// A document as text at the width of the user's lines, with its long tables or without.
pub fn shown(document: &Document, long: bool) -> String {
    plain::text(document, long, width())
}

/// Prints to standard output, nothing in it raw that a terminal obeys; a reader who has gone away (`| head`) is no error.
pub fn print(text: &str) -> Result<()> {
    use std::io::{ErrorKind, Write};
    let mut out = std::io::stdout().lock();
    match out.write_all(visible_lines(text).as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => Err(Error::system(say::SCREEN_CANNOT_BE_WRITTEN, e)),
        _ => Ok(()),
    }
}

/// Prints to standard output what is told of results that stand in a folder already.
pub fn print_of_results(text: &str, folder: &Path) -> Result<()> {
    print(text).map_err(|e| match e {
        Error::System { source, .. } => {
            Error::system(say::ResultsStandUntold { at: folder.display() }, source)
        }
        other => other,
    })
}

/// Writes to standard error, nothing in it raw that a terminal obeys; that nobody can read it stops nothing.
pub fn tell(text: &str) {
    use std::io::Write;
    let _ = std::io::stderr().lock().write_all(visible_lines(text).as_bytes());
}

/// Tells what is to be known of files, a line each.
pub fn tell_all(texts: &[Text], lang: Lang) {
    texts.iter().for_each(|text| tell(&format!("{}\n", text.get(lang))));
}

/// Where the results stand, once they are written.
static STANDING: OnceLock<String> = OnceLock::new();

/// Notes that the results stand: an interrupt doesn't say then that something is left to do.
pub fn results_stand(folder: &Path) {
    let _ = STANDING.set(folder.display().to_string());
}

/// How long a command has to end by itself once it is interrupted, and how long the last words may take where nobody reads
/// them.
const TO_END: [Duration; 2] = [Duration::from_millis(750), Duration::from_millis(100)];

/// Whether what is asked for simulates, and keeps what is simulated.
static SIMULATES: AtomicBool = AtomicBool::new(false);

/// A flag that Ctrl-C turns on, for a command that simulates.
pub fn interruptible(lang: Lang) -> &'static AtomicBool {
    SIMULATES.store(true, Ordering::Relaxed);
    end_when_interrupted(lang)
}

/// Makes an interrupt end the program by its own code within a second, whatever it does. What does not look at the flag (a
/// report or workbook that is being made) is ended with the program: nothing is lost by it, as nothing is by a kill.
pub fn end_when_interrupted(lang: Lang) -> &'static AtomicBool {
    static STOP: AtomicBool = AtomicBool::new(false);
    // Fails only if a handler is set already.
    let _ = ctrlc::set_handler(move || {
        STOP.store(true, Ordering::Relaxed);
        std::thread::sleep(TO_END[0]);
        // Whoever writes to a screen that is not read would be waited for.
        let last = move || {
            let told = match STANDING.get() {
                Some(at) => lang.say(say::InterruptedResultsStand { at }),
                None if SIMULATES.load(Ordering::Relaxed) => Error::Paused.render(lang),
                None => say::INTERRUPTED.get(lang).to_string(),
            };
            tell(&format!("{told}\n"));
        };
        if std::thread::Builder::new().spawn(last).is_ok() {
            std::thread::sleep(TO_END[1]);
        }
        std::process::exit(i32::from(exit::INTERRUPTED));
    });
    &STOP
}

/// Makes a limit on the size of files an error of the writing, not the end of the program. For the first thread of the
/// program: those it starts are like it.
pub fn survive_file_size_limit() {
    #[cfg(unix)]
    {
        use nix::sys::signal::{SigSet, Signal};
        let mut signals = SigSet::empty();
        signals.add(Signal::SIGXFSZ);
        let _ = signals.thread_block();
    }
}

static FAULT: OnceLock<String> = OnceLock::new();

/// Does something, and makes an error of a fault in the program.
pub fn without_panic<R>(work: impl FnOnce() -> Result<R>) -> Result<R> {
    std::panic::set_hook(Box::new(|fault| {
        let _ = FAULT.set(fault.to_string().replace('\n', " "));
    }));
    std::panic::catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(Error::Internal { what: FAULT.get().cloned().unwrap_or_default() }))
}

/// Opens a page in the user's browser.
pub fn open(page: &Path) -> Result<()> {
    opened(page.as_os_str(), |program| say::ReportNotOpened { at: page.display(), program }.text())
}

/// Opens a link in the user's browser.
#[cfg(feature = "serve")]
pub fn browse(link: &str) -> Result<()> {
    opened(link.as_ref(), |program| say::ServeNotOpened { program }.text())
}

fn opened(what: &OsStr, failed: impl FnOnce(&'static str) -> Text) -> Result<()> {
    let program = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let started = Command::new(program).arg(what).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    started.map(drop).map_err(|e| Error::system(failed(program), e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_in_the_program_has_a_message_and_a_code() {
        let before = std::panic::take_hook();
        let found = without_panic::<()>(|| {
            let none: [u8; 0] = [];
            let place = std::hint::black_box(1);
            print(&none[place].to_string())
        });
        std::panic::set_hook(before);
        let error = found.unwrap_err();
        assert_eq!(error.exit_code(), exit::INTERNAL);
        assert!(error.render(Lang::En).contains("console.rs"), "{}", error.render(Lang::En));
    }
}

//! The terminal and the user at it: what is printed, pages opened, and Ctrl-C.

use crate::error::{Error, Result, exit};
use crate::text::say;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

/// Prints to standard output; a reader who has gone away (`| head`) is no error.
pub fn print(text: &str) -> Result<()> {
    use std::io::{ErrorKind, Write};
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => Err(Error::io(say::SCREEN_CANNOT_BE_WRITTEN, e)),
        _ => Ok(()),
    }
}

/// A flag that Ctrl-C turns on; a second Ctrl-C ends the program at once (nothing is half-written,
/// since results appear by one rename).
pub fn interruptible() -> &'static AtomicBool {
    static STOP: AtomicBool = AtomicBool::new(false);
    // Fails only if a handler is set already, as in tests that run twice in one process.
    let _ = ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(exit::INTERRUPTED));
        }
    });
    &STOP
}

/// Opens a page in the user's browser.
pub fn open(page: &Path) -> Result<()> {
    let program = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let started = Command::new(program).arg(page).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    started.map(drop).map_err(|e| {
        let at = page.display();
        Error::io(say::ReportNotOpened { at, program }, e)
    })
}

//! The real program, started in a folder as a user starts it.

use std::path::Path;
use std::process::{Command, Output};

/// Arguments as one line with spaces between them, or as a list.
pub trait Arguments {
    /// The arguments one by one.
    fn list(&self) -> Vec<&str>;
}

impl Arguments for str {
    fn list(&self) -> Vec<&str> {
        self.split_whitespace().collect()
    }
}

impl Arguments for String {
    fn list(&self) -> Vec<&str> {
        self.as_str().list()
    }
}

impl Arguments for [&str] {
    fn list(&self) -> Vec<&str> {
        self.to_vec()
    }
}

impl<const N: usize> Arguments for [&str; N] {
    fn list(&self) -> Vec<&str> {
        self.to_vec()
    }
}

impl Arguments for Vec<&str> {
    fn list(&self) -> Vec<&str> {
        self.clone()
    }
}

/// The program, not yet started.
pub fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_bpasim"))
}

/// Runs the program in `dir` to its end.
pub fn bpasim<A: Arguments + ?Sized>(dir: &Path, arguments: &A) -> Output {
    command().current_dir(dir).args(arguments.list()).output().expect("the program starts")
}

/// What a successful program printed.
#[track_caller]
pub fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// Changes a JSON file that bpasim wrote; a list of files gets a hash of itself that fits again.
#[track_caller]
pub fn change_json(file: &Path, change: impl FnOnce(&mut serde_json::Value)) {
    let mut json: serde_json::Value =
        serde_json::from_slice(&std::fs::read(file).expect("file")).expect("JSON");
    let sealed = json["blake3"].is_string();
    if sealed {
        json.as_object_mut().expect("object").shift_remove("blake3");
    }
    change(&mut json);
    let text = if sealed { bpasim::files::list::sealed(&json) } else { format!("{json:#}\n").into_bytes() };
    std::fs::write(file, text).expect("written");
}

/// A failure: the exit code, and a message that has these words. Returns the message.
#[track_caller]
pub fn refused(output: &Output, code: i32, words: &[&str]) -> String {
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{message}");
    assert!(!message.contains("panicked"), "{message}");
    for word in words {
        assert!(message.contains(word), "«{word}» is not in: {message}");
    }
    message
}

//! Errors that a user can meet, and their messages: one message for each problem, naming file, line,
//! key, what was found, what is allowed and the nearest right name.

use crate::text::system_words::is_of_name;
use crate::text::visible::visible;
use crate::text::{Argument as _, Lang, Message, Text, say};
use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::Path;

/// Exit codes of the program, as `--help` and the README tell them.
pub mod exit {
    /// All went well.
    pub const OK: u8 = 0;
    /// What was asked for did not hold, though nothing is wrong with the input: a calibration that does not fit, a precision
    /// that was not reached, a folder that is not as it was made. What was found is written.
    pub const FAILURE: u8 = 1;
    /// The input (file, option, value) is wrong; nothing was written.
    pub const INPUT: u8 = 2;
    /// The system refused: a place that can't be written to, a full disk, a limit on the size of files.
    pub const SYSTEM: u8 = 3;
    /// A fault in the program.
    pub const INTERNAL: u8 = 4;
    /// Interrupted by the user; the same command goes on where it stopped.
    pub const INTERRUPTED: u8 = 130;
}

/// Most problems told; of the others only how many there are.
pub const SHOWN: usize = 50;

/// Longest value, and longest anything else, shown in a message.
const LONGEST: [usize; 2] = [200, 2000];

/// One thing wrong with the input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// File, or the option it came from (`--set`).
    pub file: Option<String>,
    /// Line in the file, from 1.
    pub line: Option<usize>,
    /// Key, column or option concerned, as the user writes it.
    pub key: Option<String>,
    /// The problem, as a sentence fragment without full stop.
    pub what: Text,
    /// The value found.
    pub found: Option<String>,
    /// The values allowed.
    pub allowed: Option<Text>,
    /// The nearest right name, if one is near.
    pub nearest: Option<String>,
}

impl Problem {
    /// A problem with only a description; add the rest with the builder methods.
    pub fn new(what: impl Message) -> Self {
        Problem { what: what.text(), ..Problem::default() }
    }
    /// Names the file (or option).
    pub fn file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }
    /// Names the line, from 1.
    pub fn line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }
    /// Adds the key.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }
    /// The value found.
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(found.into());
        self
    }
    /// What is allowed.
    pub fn allowed(mut self, allowed: impl Message) -> Self {
        self.allowed = Some(allowed.text());
        self
    }
    /// Suggests the nearest of `names` to what was found, if it is near enough.
    pub fn nearest<'a>(mut self, found: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.nearest = nearest(found, names);
        self
    }

    /// The message in one language, on one line.
    pub fn render(&self, lang: Lang) -> String {
        let mut s = String::new();
        let [short, long] = LONGEST;
        if let Some(file) = &self.file {
            s += &visible(file, long);
            if let Some(line) = self.line {
                let _ = write!(s, ":{line}");
            }
            s.push_str(": ");
        }
        if let Some(key) = &self.key {
            let _ = write!(s, "{}: ", visible(key, short));
        }
        s += &visible(self.what.get(lang), long);
        if let Some(found) = &self.found {
            s += &lang.say(say::ProblemFound { found: visible(found, short).as_ref() });
        }
        if let Some(allowed) = &self.allowed {
            s += &lang.say(say::ProblemAllowed { allowed: visible(allowed.get(lang), long).as_ref() });
        }
        if let Some(nearest) = &self.nearest {
            s += &lang.say(say::ProblemNearest { nearest: visible(nearest, short).as_ref() });
        }
        s
    }
}

/// The nearest of `names` by edit distance (case aside), if near enough to be a misspelling.
pub fn nearest<'a>(found: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let length = |text: &str| text.chars().count();
    // Names far longer or shorter are far away: nothing needs to be worked out.
    let (size, most) = (length(found), |name: &str| 2.max(length(name) / 3));
    let small = found.to_lowercase();
    names
        .into_iter()
        .filter(|n| length(n).abs_diff(size) <= most(n))
        .map(|n| (strsim::damerau_levenshtein(&small, &n.to_lowercase()), n))
        .filter(|(d, n)| *d <= most(n) && *d < size.max(length(n)))
        .min()
        .map(|(_, n)| n.to_string())
}

/// Every way a command can fail.
#[derive(Debug)]
pub enum Error {
    /// The input is wrong; all problems found together.
    Input(Vec<Problem>),
    /// A file that is asked for can't be read.
    Io {
        /// What was being done, and on which file.
        doing: Text,
        /// The system's own words.
        source: std::io::Error,
    },
    /// The system refuses what the program needs: to write, room, threads.
    System {
        /// What was being done, and on which file.
        doing: Text,
        /// The system's own words.
        source: std::io::Error,
    },
    /// A fault in the program.
    Internal {
        /// Where it showed.
        what: String,
    },
    /// The user interrupted (Ctrl-C).
    Interrupted {
        /// Draws that are done and kept.
        kept: usize,
    },
    /// Stopped by the user in an analysis whose worlds are kept.
    Paused,
    /// The task did not succeed, though the input is sound.
    Failed(Text),
}

impl Error {
    /// A single input problem.
    pub fn input(problem: Problem) -> Self {
        Error::Input(vec![problem])
    }

    /// A failed reading; `doing` says what was tried.
    pub fn io(doing: impl Message, source: std::io::Error) -> Self {
        Error::Io { doing: doing.text(), source }
    }

    /// What the system refuses; `doing` says what was tried.
    pub fn system(doing: impl Message, source: std::io::Error) -> Self {
        Error::System { doing: doing.text(), source }
    }

    /// A fault in the program; `doing` says where it showed.
    pub fn internal(doing: impl Message, source: impl std::fmt::Display) -> Self {
        Error::Internal { what: format!("{}: {source}", doing.get(Lang::En)) }
    }

    /// A file or folder that cannot be read.
    pub fn reading(path: &Path, source: std::io::Error) -> Self {
        Error::io(say::PathCannotBeRead { at: path }, source)
    }

    /// A file or folder that cannot be written, told so that the user knows how to go on.
    pub fn writing(path: &Path, source: std::io::Error) -> Self {
        match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                Error::system(say::DiskFull { at: path }, source)
            }
            ErrorKind::FileTooLarge => Error::system(say::FileSizeLimit { at: path }, source),
            // The name is the user's to change.
            _ if is_of_name(&source) => Error::io(say::PathCannotBeWritten { at: path }, source),
            _ => Error::system(say::PathCannotBeWritten { at: path }, source),
        }
    }

    /// The same error of a command whose finished draws are kept, with how to go on.
    pub fn with_kept(self, kept: usize) -> Self {
        match self {
            Error::Interrupted { .. } => Error::Interrupted { kept },
            Error::Input(mut problems) if kept > 0 => {
                problems.push(Problem::new(say::DrawsAreKept { kept }));
                Error::Input(problems)
            }
            other => other,
        }
    }

    /// The exit code this error ends the program with.
    pub fn exit_code(&self) -> u8 {
        match self {
            Error::Input(_) | Error::Io { .. } => exit::INPUT,
            Error::System { .. } => exit::SYSTEM,
            Error::Internal { .. } => exit::INTERNAL,
            Error::Interrupted { .. } | Error::Paused => exit::INTERRUPTED,
            Error::Failed(_) => exit::FAILURE,
        }
    }

    /// The message for the user, one line a problem.
    pub fn render(&self, lang: Lang) -> String {
        match self {
            Error::Input(problems) => {
                let mut lines: Vec<String> = problems.iter().take(SHOWN).map(|p| p.render(lang)).collect();
                if let Some(more) = problems.len().checked_sub(SHOWN).filter(|more| *more > 0) {
                    lines.push(lang.say(say::MoreProblems { more }));
                }
                lines.join("\n")
            }
            Error::Io { doing, source } | Error::System { doing, source } => {
                format!("{}: {}", visible(doing.get(lang), LONGEST[1]), source.value(lang))
            }
            Error::Internal { what } => lang.say(say::InternalFault { what }),
            Error::Failed(what) => lang.say(what),
            Error::Paused => lang.say(say::PAUSED),
            Error::Interrupted { kept: 0 } => lang.say(say::INTERRUPTED),
            Error::Interrupted { kept } => lang.say(say::InterruptedKept { kept: *kept }),
        }
    }
}

impl From<Problem> for Error {
    fn from(p: Problem) -> Self {
        Error::input(p)
    }
}

/// The library's result type.
pub type Result<T> = std::result::Result<T, Error>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_fifty_problems_are_told_and_the_others_counted() {
        let problem =
            |i: usize| Problem::new(say::ILLEGAL_VALUE).line(i).file("x").found("\u{1b}[2J\u{202e}");
        let render = |n: usize| Error::Input((1..=n).map(problem).collect()).render(Lang::En);
        assert_eq!(render(50).lines().count(), 50);
        let many = render(200_000);
        assert_eq!(many.lines().count(), 51);
        assert!(many.lines().last().is_some_and(|l| l.contains("199950")), "{many}");
        assert!(!many.contains(['\u{1b}', '\u{202e}']) && many.contains("\\u{1b}[2J"), "{many}");
    }

    #[test]
    fn a_long_value_is_cut_and_near_to_nothing() {
        let long = "a".repeat(1 << 20);
        assert!(Problem::new(say::ILLEGAL_VALUE).found(&*long).render(Lang::Nb).len() < 400);
        assert_eq!(nearest(&long, ["aa", "price_response"]), None);
        assert_eq!(nearest("price_respons", ["price_response"]).as_deref(), Some("price_response"));
    }
}

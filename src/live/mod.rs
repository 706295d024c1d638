//! The page that is turned: a setting is simulated while one looks, by the engine of every run, in the browser or in a server.
//!
//! A [`Desk`] is asked in bytes, the same wherever it stands: a line of JSON, and after it perhaps the bytes of a piece of the
//! simulation. Who asks is a module of the page ([`page`]); in a browser several workers have a desk each, of which one
//! collects what the others simulate ([`wire`]), and in a server one desk simulates with all threads. Nothing a page asks opens
//! a file: scenarios are the shipped ones, and changes are those of `--set` ([`setting`]).

pub mod answer;
pub mod catalogue;
pub mod dials;
pub mod session;
pub mod setting;
pub mod told;
pub mod wire;

use crate::error::{Error, Problem, Result};
use crate::text::{Lang, say};
use serde::Deserialize;
use serde_json::{Value, json};
use session::{MOST_DRAWS, Session};
use setting::Setting;
use std::str::FromStr;
use std::sync::atomic::AtomicBool;

/// What is asked.
#[derive(Debug, Deserialize)]
#[serde(tag = "call", rename_all = "lowercase", deny_unknown_fields)]
enum Call {
    /// What a page offers.
    Catalogue { scenario: Option<String>, lang: Option<String> },
    /// What a setting is in words, link, file and command, and what is wrong with it.
    Check { setting: Setting, lang: Option<String> },
    /// The setting of a link or a file.
    Read { fragment: Option<String>, toml: Option<String>, lang: Option<String> },
    /// Begins a setting; the one before is kept beside it.
    Open { setting: Setting, years: Option<usize>, lang: Option<String> },
    /// Simulates draws and gives them as a piece.
    Simulate { from: usize, to: usize, lang: Option<String> },
    /// Adds the piece that follows.
    Add { lang: Option<String> },
    /// All that is told of the setting so far.
    Answer { lang: Option<String> },
    /// Its `summary.csv`.
    Csv { lang: Option<String> },
}

/// A setting, and the one before it.
#[derive(Default)]
pub struct Desk {
    now: Option<Session>,
    before: Option<Session>,
}

impl Desk {
    /// A desk at which nothing is done yet.
    pub fn new() -> Desk {
        Desk::default()
    }

    /// Answers what is asked: a line of JSON, with the word `problem` where something is wrong, and perhaps bytes after it.
    ///
    /// ```
    /// let mut desk = bpasim::live::Desk::new();
    /// let ask = br#"{"call":"open","setting":{"scenario":"oslo"},"years":2}"#;
    /// assert_eq!(desk.call(ask), b"{\"years\":2,\"year\":2025}\n");
    /// ```
    pub fn call(&mut self, request: &[u8]) -> Vec<u8> {
        self.call_until(request, &AtomicBool::new(false))
    }

    /// The same, given up when `stop` becomes true.
    pub fn call_until(&mut self, request: &[u8], stop: &AtomicBool) -> Vec<u8> {
        let end = request.iter().position(|byte| *byte == b'\n').unwrap_or(request.len());
        let (line, rest) = (&request[..end], request.get(end + 1..).unwrap_or_default());
        let (head, bytes) = match serde_json::from_slice::<Call>(line) {
            Ok(call) => {
                let lang = lang(call.lang());
                self.answer(call, lang, rest, stop)
                    .unwrap_or_else(|error| (problem(&error, lang), Vec::new()))
            }
            Err(error) => (json!({ "problem": error.to_string() }), Vec::new()),
        };
        let mut answer = head.to_string().into_bytes();
        answer.push(b'\n');
        answer.extend(bytes);
        answer
    }

    fn answer(
        &mut self,
        call: Call,
        lang: Lang,
        bytes: &[u8],
        stop: &AtomicBool,
    ) -> Result<(Value, Vec<u8>)> {
        let alone = |value: Value| Ok((value, Vec::new()));
        match call {
            Call::Catalogue { scenario, .. } => {
                let scenario = scenario.unwrap_or_else(|| Setting::default().scenario);
                alone(json!(catalogue::catalogue(&scenario, lang)?))
            }
            Call::Check { setting, .. } => alone(json!(told::told(&setting, lang))),
            Call::Read { fragment, toml, .. } => {
                let setting = match (fragment, toml) {
                    (Some(text), _) => Setting::of_fragment(&text)?,
                    (None, Some(text)) => Setting::of_toml(&text)?,
                    (None, None) => Setting::default(),
                };
                alone(json!({ "setting": setting, "told": told::told(&setting, lang) }))
            }
            Call::Open { setting, years, .. } => {
                let own = Session::open(setting, years)?;
                let told = json!({ "years": own.scenario.horizon, "year": own.scenario.last_year() });
                self.begin(own);
                alone(told)
            }
            Call::Simulate { from, to, .. } => {
                let piece = self.now()?.simulate(from..to, stop)?;
                Ok((json!({ "from": from, "to": to }), wire::bytes(&piece)))
            }
            Call::Add { .. } => {
                let now = self.now()?;
                let dimensions = now.engine()?.dimensions(1);
                let piece = wire::piece(bytes, dimensions, MOST_DRAWS).ok_or_else(nothing_open)?;
                now.add(&piece)?;
                alone(json!({ "draws": now.results.draws }))
            }
            Call::Answer { .. } => {
                let now = self.now.as_ref().filter(|own| own.results.draws > 0).ok_or_else(nothing_open)?;
                alone(json!(answer::answer(now, self.before.as_ref(), lang)?))
            }
            Call::Csv { .. } => {
                let now = self.now()?;
                Ok((json!({ "draws": now.results.draws }), answer::summary_csv(now)?))
            }
        }
    }

    /// A setting that is looked at; the last other one of which something was seen stays beside it.
    fn begin(&mut self, own: Session) {
        let last = self.now.take();
        if let Some(last) = last.filter(|last| last.setting != own.setting && last.results.draws > 1) {
            self.before = Some(last);
        }
        self.now = Some(own);
    }

    fn now(&mut self) -> Result<&mut Session> {
        self.now.as_mut().ok_or_else(nothing_open)
    }
}

impl Call {
    fn lang(&self) -> Option<&str> {
        match self {
            Call::Catalogue { lang, .. }
            | Call::Check { lang, .. }
            | Call::Read { lang, .. }
            | Call::Open { lang, .. }
            | Call::Simulate { lang, .. }
            | Call::Add { lang }
            | Call::Answer { lang }
            | Call::Csv { lang } => lang.as_deref(),
        }
    }
}

fn lang(word: Option<&str>) -> Lang {
    word.and_then(|word| Lang::from_str(word).ok()).unwrap_or_default()
}

fn nothing_open() -> Error {
    Problem::new(say::LIVE_NOTHING_OPEN).into()
}

/// What went wrong, in words, and by key where it is the input.
fn problem(error: &Error, lang: Lang) -> Value {
    let all: Vec<Value> = setting::problems(error, lang)
        .into_iter()
        .map(|(key, text)| json!({ "key": key, "text": text }))
        .collect();
    json!({ "problem": error.render(lang), "problems": all })
}

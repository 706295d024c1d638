//! A desk: a setting that is looked at and the one before it, asked in bytes.

use super::answer::{self, Extent};
use super::call::Call;
use super::session::{MOST_DRAWS, Session};
use super::setting::Setting;
use super::{catalogue, told, turn, wire, wrong};
use crate::engine::chunk::Chunk;
use crate::engine::making::Slices;
use crate::error::{Error, Problem, Result};
use crate::text::{Lang, say};
use serde_json::{Value, json};
use std::ops::{ControlFlow, Range};
use std::sync::atomic::AtomicBool;

/// A setting, and the one before it.
#[derive(Default)]
pub struct Desk {
    now: Option<Session>,
    /// What was seen of the same setting before it was opened anew, as for more years.
    seen: Option<Session>,
    before: Option<Session>,
    /// What is simulated a slice at a time, and the language of its answer.
    making: Option<(Work, Slices, Lang)>,
}

/// An answer, or what must be simulated first.
enum Step {
    Told(Value, Vec<u8>),
    Asked(Work),
}

/// Draws that are asked for.
struct Work {
    draws: Range<usize>,
    then: Then,
}

/// What is told of them.
enum Then {
    /// They themselves.
    Piece,
    /// What a page begins with.
    Beginning,
    /// The differences from the zero alternative under a setting of their own.
    Differences(Box<Session>),
}

impl Desk {
    /// A desk at which nothing is done yet.
    pub fn new() -> Desk {
        Desk::default()
    }

    /// Answers what is asked: a line of JSON, with the word `problem` where something is wrong, and perhaps bytes after it.
    ///
    /// ```
    /// let mut desk = bpasim::live::desk::Desk::new();
    /// let ask = br#"{"call":"open","setting":{"scenario":"oslo"},"years":2}"#;
    /// assert_eq!(desk.call(ask), b"{\"years\":2,\"year\":2023}\n");
    /// ```
    pub fn call(&mut self, request: &[u8]) -> Vec<u8> {
        self.call_until(request, &AtomicBool::new(false))
    }

    /// The same, given up when `stop` becomes true; all threads simulate.
    pub fn call_until(&mut self, request: &[u8], stop: &AtomicBool) -> Vec<u8> {
        let (lang, step) = self.step(request);
        let done = step.and_then(|step| match step {
            Step::Told(value, bytes) => Ok((value, bytes)),
            Step::Asked(work) => {
                let piece = self.session(&work)?.simulate(work.draws.clone(), stop)?;
                self.done(work, &piece, lang)
            }
        });
        told(done, lang)
    }

    /// Begins to answer what is asked. Where something is simulated first there is no answer yet: then [`go_on`](Desk::go_on)
    /// is called until there is one.
    ///
    /// ```
    /// let (mut desk, mut other) = (bpasim::live::desk::Desk::new(), bpasim::live::desk::Desk::new());
    /// let open = br#"{"call":"open","setting":{"scenario":"oslo"},"years":2}"#;
    /// let simulate = br#"{"call":"simulate","from":0,"to":2}"#;
    /// assert!(desk.begin(open).is_some() && desk.begin(simulate).is_none());
    /// let piece = std::iter::repeat_with(|| desk.go_on()).flatten().next();
    /// other.call(open);
    /// assert_eq!(piece, Some(other.call(simulate)));
    /// ```
    pub fn begin(&mut self, request: &[u8]) -> Option<Vec<u8>> {
        let (lang, step) = self.step(request);
        let step = step.and_then(|step| match step {
            Step::Told(value, bytes) => Ok(Some((value, bytes))),
            Step::Asked(work) => {
                let slices = self.session(&work)?.slices(work.draws.clone())?;
                self.making = Some((work, slices, lang));
                Ok(None)
            }
        });
        step.transpose().map(|done| told(done, lang))
    }

    /// Simulates a slice of what was begun, which takes some hundredths of a second; the answer when that was the last.
    pub fn go_on(&mut self) -> Option<Vec<u8>> {
        let Some((work, slices, lang)) = self.making.take() else {
            return Some(told(Err(nothing_open()), Lang::default()));
        };
        let slice = self.session(&work).and_then(|own| own.slice(slices));
        let done = match slice {
            Ok(ControlFlow::Continue(slices)) => {
                self.making = Some((work, slices, lang));
                return None;
            }
            Ok(ControlFlow::Break(piece)) => self.done(work, &piece, lang),
            Err(error) => Err(error),
        };
        Some(told(done, lang))
    }

    /// Answers what can be answered at once, and says what must be simulated for the rest.
    fn step(&mut self, request: &[u8]) -> (Lang, Result<Step>) {
        let end = request.iter().position(|byte| *byte == b'\n').unwrap_or(request.len());
        let (line, rest) = (&request[..end], request.get(end + 1..).unwrap_or_default());
        match serde_json::from_slice::<Call>(line) {
            Ok(call) => (call.lang(), self.answer(call, rest)),
            Err(error) => {
                (Lang::default(), Ok(Step::Told(json!({ "problem": error.to_string() }), Vec::new())))
            }
        }
    }

    fn answer(&mut self, call: Call, bytes: &[u8]) -> Result<Step> {
        let lang = call.lang();
        let alone = |value: Value| Ok(Step::Told(value, Vec::new()));
        let asked = |draws, then| Ok(Step::Asked(Work { draws, then }));
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
                self.look_at(own);
                alone(told)
            }
            Call::Begin { setting, years, draws, .. } => {
                self.look_at(Session::open(setting, years)?);
                asked(0..draws, Then::Beginning)
            }
            Call::Simulate { from, to, .. } => asked(from..to, Then::Piece),
            Call::Add { .. } => {
                let now = self.now()?;
                let dimensions = now.engine()?.dimensions(1);
                let piece = wire::piece(bytes, dimensions, MOST_DRAWS).ok_or_else(nothing_open)?;
                now.add(&piece)?;
                alone(json!({ "draws": now.results.draws }))
            }
            Call::Answer { .. } => {
                let now = self.now.as_ref().filter(|own| own.results.draws > 0).ok_or_else(nothing_open)?;
                alone(json!(answer::answer(now, self.before.as_ref(), Extent::Whole, lang)?))
            }
            Call::Csv { .. } => {
                let now = self.now()?;
                Ok(Step::Told(json!({ "draws": now.results.draws }), answer::summary_csv(now)?))
            }
            Call::Differences { setting, years, draws, .. } => {
                asked(0..draws, Then::Differences(Box::new(Session::open(setting, years)?)))
            }
            Call::Turns { key, unit, places, .. } => {
                alone(json!({ "sentences": turn::turns(&key, &places, &unit, lang) }))
            }
        }
    }

    /// The setting of which something is simulated.
    fn session<'a>(&'a mut self, work: &'a Work) -> Result<&'a Session> {
        match &work.then {
            Then::Differences(own) => Ok(own),
            Then::Piece | Then::Beginning => Ok(self.now()?),
        }
    }

    /// What is told when all is simulated.
    fn done(&mut self, work: Work, piece: &Chunk, lang: Lang) -> Result<(Value, Vec<u8>)> {
        let alone = |value: Value| Ok((value, Vec::new()));
        match work.then {
            Then::Piece => {
                Ok((json!({ "from": work.draws.start, "to": work.draws.end }), wire::bytes(piece)))
            }
            Then::Beginning => {
                let now = self.now()?;
                now.add(piece)?;
                alone(json!(answer::answer(now, None, Extent::Beginning, lang)?))
            }
            Then::Differences(mut own) => {
                own.add(piece)?;
                alone(json!({ "differences": turn::differences(&own, lang)? }))
            }
        }
    }

    /// A setting that is looked at; the last other one of which something was seen stays beside it.
    fn look_at(&mut self, own: Session) {
        let all = [self.seen.take(), self.now.take()].into_iter().flatten();
        match all.filter(|last| last.results.draws > 1).max_by_key(|last| last.results.draws) {
            Some(last) if last.setting == own.setting => self.seen = Some(last),
            Some(last) => self.before = Some(last),
            None => {}
        }
        self.now = Some(own);
    }

    fn now(&mut self) -> Result<&mut Session> {
        self.now.as_mut().ok_or_else(nothing_open)
    }
}

/// The bytes of an answer.
fn told(done: Result<(Value, Vec<u8>)>, lang: Lang) -> Vec<u8> {
    let (head, bytes) = done.unwrap_or_else(|error| (problem(&error, lang), Vec::new()));
    let mut answer = head.to_string().into_bytes();
    answer.push(b'\n');
    answer.extend(bytes);
    answer
}

fn nothing_open() -> Error {
    Problem::new(say::LIVE_NOTHING_OPEN).into()
}

/// What went wrong, in words, and by key where it is the input.
pub fn problem(error: &Error, lang: Lang) -> Value {
    let all: Vec<Value> = wrong::problems(error, lang)
        .into_iter()
        .map(|(key, text)| json!({ "key": key, "text": text }))
        .collect();
    json!({ "problem": wrong::whole(error, lang), "problems": all })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Monitor;
    use crate::experiment::{RunRequest, ScenarioRequest, run};
    use crate::scenario::overrides::Options;

    /// The line of an answer, and what follows it.
    fn ask(desk: &mut Desk, line: Value, bytes: &[u8]) -> (Value, Vec<u8>) {
        let answer = desk.call(&[line.to_string().as_bytes(), b"\n", bytes].concat());
        let end = answer.iter().position(|byte| *byte == b'\n').unwrap();
        (serde_json::from_slice(&answer[..end]).unwrap(), answer[end + 1..].to_vec())
    }

    fn oslo(sets: &[&str]) -> Value {
        json!({ "scenario": "oslo", "sets": sets, "municipality": "" })
    }

    fn shown(desk: &mut Desk, sets: &[&str], draws: usize) -> Value {
        let setting = oslo(sets);
        ask(desk, json!({ "call": "open", "setting": setting, "years": 7 }), b"");
        let mut other = Desk::new();
        ask(&mut other, json!({ "call": "open", "setting": setting, "years": 7 }), b"");
        for (from, to) in [(0, 1), (1, draws)] {
            let (_, piece) = ask(&mut other, json!({ "call": "simulate", "from": from, "to": to }), b"");
            let (added, _) = ask(desk, json!({ "call": "add" }), &piece);
            assert_eq!(added["draws"], to, "{added}");
        }
        let (answer, _) = ask(desk, json!({ "call": "answer", "lang": "nb" }), b"");
        assert!(answer["problem"].is_null(), "{answer}");
        answer
    }

    /// What several desks simulate and one collects is told with the numbers of the command that the answer names.
    #[test]
    fn an_answer_has_the_numbers_of_the_run_that_it_names() {
        let mut desk = Desk::new();
        let set = "financing.B.refund.rate=0.95";
        let answer = shown(&mut desk, &[set], 8);
        assert_eq!(answer["command"], format!("bpasim run oslo --draws 8 --seed 1 --years 7 --set {set}"));
        let (_, csv) = ask(&mut desk, json!({ "call": "csv" }), b"");
        let options = Options { sets: vec![set.into()], models: None, years: Some(7) };
        let scenario = ScenarioRequest { options, ..ScenarioRequest::of("oslo") };
        let request = RunRequest { scenario, draws: 8, ..RunRequest::default() };
        let folder = run(&request, Monitor::default()).unwrap().result_folder(&Default::default()).unwrap();
        let own = folder.tables.iter().find(|(name, _)| name == "summary.csv").unwrap();
        assert!(own.1 == csv, "summary.csv differs");
        for piece in ["sentences", "glance", "forest", "years", "budget"] {
            assert!(answer["html"][piece].as_str().is_some_and(|html| html.len() > 100), "{piece}");
        }
        assert!(answer["html"]["moved"] == "" && answer["settled"] == false);
    }

    /// What a page begins with is what is told of as many draws, but for what it does not show yet.
    #[test]
    fn a_page_begins_with_the_answer_of_its_first_draws() {
        let mut desk = Desk::new();
        let mut begin = |draws: usize| {
            let line =
                json!({ "call": "begin", "setting": oslo(&[]), "years": 7, "draws": draws, "lang": "en" });
            ask(&mut desk, line, b"").0
        };
        assert!(begin(0)["problem"].is_string());
        let begun = begin(4);
        let (whole, _) = ask(&mut desk, json!({ "call": "answer", "lang": "en" }), b"");
        assert_eq!((&begun["draws"], &begun["command"]), (&json!(4), &whole["command"]));
        for place in ["state", "sentences", "forest"] {
            assert_eq!(begun["html"][place], whole["html"][place], "{place}");
        }
        assert!(begun["html"]["budget"].is_null() && whole["html"]["budget"].is_string());
    }

    /// Who listens in between gets the same bytes, and has many slices of each draw to listen between; a fault is told too.
    #[test]
    fn slices_are_answered_as_the_whole_is() {
        let setting = oslo(&["financing.B.refund.rate=0.95"]);
        let open = json!({ "call": "open", "setting": setting, "years": 4 });
        for (line, least) in [
            (json!({ "call": "begin", "setting": setting, "years": 4, "draws": 2, "lang": "nb" }), 4),
            // The second one also without reactions.
            (json!({ "call": "simulate", "from": 239, "to": 241 }), 7),
            (json!({ "call": "differences", "setting": setting, "years": 4, "draws": 3 }), 6),
            (json!({ "call": "simulate", "from": 1, "to": 1 }), 0),
            (json!({ "call": "check", "setting": setting }), 0),
        ] {
            let [mut whole, mut sliced] = [Desk::new(), Desk::new()];
            for desk in [&mut whole, &mut sliced] {
                ask(desk, open.clone(), b"");
            }
            let (request, mut slices) = (line.to_string(), 0);
            let mut answer = sliced.begin(request.as_bytes());
            while answer.is_none() {
                slices += 1;
                answer = sliced.go_on();
            }
            assert!(slices >= least, "{line}: {slices}");
            assert!(answer.as_deref() == Some(&whole.call(request.as_bytes())), "{line}");
        }
        let nothing = Desk::new().go_on().unwrap();
        assert!(nothing.starts_with(b"{\"problem\""));
    }

    /// The setting before stays beside the one that is looked at; the same one opened anew is no other.
    #[test]
    fn what_moved_is_told_against_the_setting_before() {
        let mut desk = Desk::new();
        shown(&mut desk, &[], 4);
        let moved = shown(&mut desk, &["financing.B.refund.rate=1"], 3)["html"]["moved"].clone();
        assert!(moved.as_str().is_some_and(|html| html.contains('±')), "{moved}");
        let same = shown(&mut desk, &["financing.B.refund.rate=1"], 3)["html"]["moved"].clone();
        assert_eq!(same, moved);
    }

    /// Who moves on while the whole period has just been opened has seen the first years.
    #[test]
    fn what_was_seen_of_a_setting_is_kept_when_it_is_opened_for_more_years() {
        let mut desk = Desk::new();
        shown(&mut desk, &["financing.B.refund.rate=0.95"], 4);
        let whole = json!({ "call": "open", "setting": oslo(&["financing.B.refund.rate=0.95"]) });
        ask(&mut desk, whole, b"");
        let moved = shown(&mut desk, &[], 3)["html"]["moved"].clone();
        assert!(moved.as_str().is_some_and(|html| html.contains('±')), "{moved}");
    }

    #[test]
    fn what_is_wrong_is_told_and_nothing_is_opened() {
        let mut desk = Desk::new();
        for line in [
            json!({ "call": "open", "setting": { "scenario": "/etc/passwd" } }),
            json!({ "call": "open", "setting": { "sets": ["horizon=200"] } }),
            json!({ "call": "open", "setting": { "sets": ["financing.B.refund.rat=0.9"] } }),
            json!({ "call": "open", "setting": { "reactions": "no-behavior" } }),
            json!({ "call": "read", "fragment": "v=2" }),
            json!({ "call": "read", "toml": "extends = \"national\"\nunits = \"/etc/passwd\"" }),
            json!({ "call": "simulate", "from": 0, "to": 1 }),
            json!({ "call": "answer" }),
            json!({ "call": "delete" }),
            json!([]),
        ] {
            let (answer, _) = ask(&mut desk, line.clone(), b"\x00\xff");
            assert!(answer["problem"].is_string(), "{line} {answer}");
        }
        let (told, _) =
            ask(&mut desk, json!({ "call": "read", "fragment": "#financing.B.refund.rat=1" }), b"");
        let text = told["told"]["problems"][0]["text"].as_str().unwrap();
        assert!(text.contains("refund.rate"), "the nearest name: {text}");
    }
}

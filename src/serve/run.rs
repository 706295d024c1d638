//! A run of a setting: what it is, who looks at it, and what they are told.

use crate::checkpoint::plan::identity;
use crate::engine::run::Size;
use crate::engine::sampling::Sampling;
use crate::error::{Problem, Result};
use crate::live::session::MOST_DRAWS;
use crate::live::setting::Setting;
use crate::text::{Lang, say};
use serde::Deserialize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use tokio::sync::watch;

/// Draws unless told otherwise: those of a page.
const DRAWS: usize = crate::live::answer::WHOLE;
/// Fewest draws: of one alone there is no spread.
const FEWEST: usize = 2;

/// A run that is asked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The setting.
    pub setting: Setting,
    /// The run that it is compared with.
    #[serde(default)]
    pub before: Option<String>,
    /// The page that asks: its earlier runs are given up.
    #[serde(default)]
    pub page: Option<String>,
    /// How many draws.
    #[serde(default)]
    pub draws: Option<usize>,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq)]
pub enum End {
    /// All its draws are there.
    Done,
    /// It was given up.
    Stopped,
    /// Something was wrong: the answer's JSON.
    Problem(Arc<str>),
}

/// What there is to see of a run.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The newest answer, as JSON.
    pub answer: Option<Arc<str>>,
    /// How many answers there were.
    pub number: usize,
    /// How it ended, where it has.
    pub end: Option<End>,
}

/// A run.
pub struct Run {
    /// What all that decides its figures is called, program and model among it.
    pub hash: String,
    /// Its id: the hash, the draws, and the municipality that is looked at.
    pub id: String,
    /// The setting.
    pub setting: Setting,
    /// How many draws.
    pub draws: usize,
    /// The language of what is told.
    pub lang: Lang,
    /// The hash of the run that it is compared with.
    pub before: Option<String>,
    /// The page that asked.
    pub page: Option<String>,
    /// Turns true when nobody wants it any more.
    pub stop: Arc<AtomicBool>,
    seen: watch::Sender<Seen>,
    looking: AtomicUsize,
    looked_at: AtomicBool,
}

impl Run {
    /// The run of what is asked; what is wrong with the setting is told.
    pub fn new(asked: Asked, lang: Lang) -> Result<Run> {
        let Asked { setting, before, page, draws, .. } = asked;
        let draws = Sampling::default().balanced(draws.unwrap_or(DRAWS));
        if !(FEWEST..=MOST_DRAWS).contains(&draws) {
            let problem = Problem::new(say::LiveTooManyDraws { limit: MOST_DRAWS }).key("draws");
            return Err(problem.found(draws.to_string()).into());
        }
        let scenario = setting.load(None)?;
        let place = &setting.municipality;
        if !place.is_empty() && !scenario.units.iter().any(|unit| unit.id == *place) {
            return Err(Problem::new(say::SERVE_NO_SUCH_UNIT).key("municipality").found(&**place).into());
        }
        let figures =
            identity(&scenario, Size { draws, replicates: 1, seed: setting.seed }, Sampling::default());
        // Another version of the program answers by another name, even where its figures are the same.
        let hash = blake3::hash(format!("{} {figures}", env!("CARGO_PKG_VERSION")).as_bytes()).to_hex();
        let hash = hash.to_string();
        let place = if place.is_empty() { String::new() } else { format!("-{place}") };
        let id = format!("{hash}-{draws}{place}");
        // What only looks at another municipality is the same run.
        let before = before.and_then(|id| Some(id.split_once('-')?.0.to_string())).filter(|own| *own != hash);
        let (seen, looking, looked_at) =
            (watch::Sender::default(), AtomicUsize::default(), AtomicBool::default());
        let stop = Arc::default();
        Ok(Run { hash, id, setting, draws, lang, before, page, stop, seen, looking, looked_at })
    }

    /// Tells everybody who looks of an answer.
    pub fn tell(&self, answer: String) {
        self.seen.send_modify(|seen| {
            seen.answer = Some(answer.into());
            seen.number += 1;
        });
    }

    /// Tells how it ended; only the first end counts.
    pub fn end(&self, end: End) {
        self.seen.send_modify(|seen| {
            seen.end.get_or_insert(end);
        });
    }

    /// Gives it up where nobody has looked yet.
    pub fn give_up_unseen(&self) {
        if !self.looked_at.load(Ordering::Relaxed) {
            self.give_up();
        }
    }

    /// Gives it up, unless it has ended.
    pub fn give_up(&self) {
        self.stop.store(true, Ordering::Relaxed);
        self.end(End::Stopped);
    }

    /// How it ended, where it has.
    pub fn ended(&self) -> Option<End> {
        self.seen.borrow().end.clone()
    }

    /// Whether who asks for the same is answered by it: it is on its way or well done.
    pub fn answers(&self) -> bool {
        matches!(self.ended(), None | Some(End::Done))
    }

    /// Whether another asks the same, in the same language.
    pub fn is_same(&self, other: &Run) -> bool {
        (&self.id, self.lang, &self.before) == (&other.id, other.lang, &other.before)
    }

    /// Somebody looks.
    pub fn look(self: Arc<Run>) -> Looking {
        self.looking.fetch_add(1, Ordering::Relaxed);
        self.looked_at.store(true, Ordering::Relaxed);
        Looking { seen: self.seen.subscribe(), run: self }
    }
}

/// Somebody who looks at a run; when the last has gone it is given up.
pub struct Looking {
    /// What there is to see.
    pub seen: watch::Receiver<Seen>,
    run: Arc<Run>,
}

impl Drop for Looking {
    fn drop(&mut self) {
        if self.run.looking.fetch_sub(1, Ordering::Relaxed) == 1 {
            self.run.give_up();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::setting::Setting;

    fn asked(sets: &[&str]) -> Asked {
        let sets = sets.iter().map(|set| set.to_string()).collect();
        let setting = Setting { scenario: "oslo".into(), sets, ..Setting::default() };
        Asked { setting, before: None, page: None, draws: None }
    }

    #[test]
    fn the_id_is_of_all_that_decides_the_answer() {
        let id = |asked: Asked| Run::new(asked, Lang::Nb).unwrap().id;
        let own = id(asked(&[]));
        assert!(own.len() == 64 + 4 && own.ends_with("-256"), "{own}");
        assert_eq!(own, id(Asked { page: Some("b".into()), ..asked(&[]) }));
        assert_ne!(own, id(Asked { draws: Some(128), ..asked(&[]) }));
        // Points keep their balance in powers of two.
        assert_eq!(own, id(Asked { draws: Some(200), ..asked(&[]) }));
        assert_ne!(own, id(asked(&["fill_grant=1"])));
        let mut other = asked(&[]);
        other.setting.municipality = "030101".into();
        let found = Run::new(other, Lang::Nb);
        assert!(found.is_err() || found.is_ok_and(|own| own.id.ends_with("-030101")));
        for draws in [0, 1, MOST_DRAWS + 1] {
            assert!(Run::new(Asked { draws: Some(draws), ..asked(&[]) }, Lang::Nb).is_err());
        }
    }

    #[test]
    fn a_run_is_given_up_when_the_last_has_gone() {
        let run = Arc::new(Run::new(asked(&[]), Lang::Nb).unwrap());
        let [first, second] = [run.clone().look(), run.clone().look()];
        drop(first);
        run.give_up_unseen();
        assert!(run.answers());
        drop(second);
        assert!(run.stop.load(Ordering::Relaxed) && run.ended() == Some(End::Stopped));
        let run = Run::new(asked(&[]), Lang::Nb).unwrap();
        run.give_up_unseen();
        assert_eq!(run.ended(), Some(End::Stopped));
        // One that is done stays so.
        let run = Arc::new(Run::new(asked(&[]), Lang::Nb).unwrap());
        run.end(End::Done);
        drop(run.clone().look());
        assert!(run.answers());
    }
}

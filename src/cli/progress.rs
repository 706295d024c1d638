//! Progress of an experiment on standard error, in time that is left: a bar on a terminal, plain lines elsewhere. A program that
//! follows this one asks by the environment for the share that is done instead ([`SHARES`]): a line `40 %` at each tenth.

use super::console::tell;
use super::events;
use crate::experiment::{Event, Monitor, Progress};
use crate::text::{Lang, say};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The environment variable, and its value, by which a program asks for shares.
const SHARES: [&str; 2] = ["BPASIM_PROGRESS", "share"];
/// Time before the first line, and between two: sooner it says little.
const BETWEEN: Duration = Duration::from_secs(2);
/// Time without a line after which one comes, however little has changed.
const SILENCE: Duration = Duration::from_secs(60);

/// Who tells the user of an experiment's progress; nothing if that is wished.
pub struct Terminal {
    quiet: bool,
    lang: Lang,
    stage: Mutex<Option<Arc<Stage>>>,
}

impl Terminal {
    /// Nothing begun yet.
    pub fn new(quiet: bool, lang: Lang) -> Terminal {
        Terminal { quiet, lang, stage: Mutex::new(None) }
    }

    /// Follows an experiment, which `stop` ends.
    pub fn monitor<'a>(&'a self, stop: &'a AtomicBool) -> Monitor<'a> {
        Monitor { progress: self, stop }
    }

    fn locked(&self) -> MutexGuard<'_, Option<Arc<Stage>>> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn stage(&self) -> Option<Arc<Stage>> {
        self.locked().clone()
    }

    /// Writes a text beside the bar.
    fn say(&self, text: &str) {
        match self.stage() {
            Some(stage) => stage.bar.suspend(|| tell(text)),
            None => tell(text),
        }
    }
}

impl Progress for Terminal {
    fn start(&self, worlds: usize, before: usize) {
        if !self.quiet {
            *self.locked() = Some(Arc::new(Stage::new(worlds, before, self.lang)));
        }
    }

    fn grow(&self, worlds: usize) {
        if let Some(stage) = self.stage() {
            stage.grow(worlds);
        }
    }

    fn advance(&self) {
        if let Some(stage) = self.stage() {
            stage.advance(self.lang);
        }
    }

    fn finish(&self) {
        if let Some(stage) = self.locked().take() {
            stage.bar.finish_and_clear();
        }
    }

    fn event(&self, event: Event<'_>) {
        if self.quiet {
            return;
        }
        match event {
            Event::Warning(warning) => self.say(&format!("{}\n", warning.get(self.lang))),
            Event::Precision(so_far) => {
                let left =
                    so_far.more.and_then(|more| self.stage().map(|stage| stage.estimate(more, self.lang)));
                self.say(&events::precision(so_far, left, self.lang));
            }
            Event::Cost(cost) => self.say(&events::cost(cost, self.lang)),
        }
    }

    fn wants_cost(&self) -> bool {
        !self.quiet
    }
}

/// How far a stage of an experiment has come.
struct Stage {
    bar: ProgressBar,
    plain: bool,
    /// The last tenth that was told, where shares are asked for.
    tenths: Option<Mutex<usize>>,
    total: AtomicUsize,
    before: usize,
    done: AtomicUsize,
    started: Instant,
    told: Mutex<Told>,
}

/// The last line.
struct Told {
    at: Instant,
    left: Duration,
}

impl Told {
    /// Whether it is time for a line: half of what was left has passed, or nothing was heard for long.
    fn is_old(&self, now: Instant, left: Duration) -> bool {
        let since = now.duration_since(self.at);
        since >= BETWEEN && (left <= self.left / 2 || since >= SILENCE)
    }
}

impl Stage {
    fn new(total: usize, before: usize, lang: Lang) -> Stage {
        let terminal = std::io::stderr().is_terminal();
        let bar = if terminal { ProgressBar::new(total as u64) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template(say::SIMULATING_BAR.get(lang)) {
            bar.set_style(style);
        }
        bar.set_position(before as u64);
        bar.reset_eta();
        bar.tick();
        let started = Instant::now();
        let shares = std::env::var(SHARES[0]).is_ok_and(|asked| asked == SHARES[1]);
        Stage {
            bar,
            plain: !terminal,
            tenths: shares.then(|| Mutex::new((before * 10).checked_div(total).unwrap_or(0))),
            total: AtomicUsize::new(total),
            before,
            done: AtomicUsize::new(before),
            started,
            told: Mutex::new(Told { at: started, left: Duration::MAX }),
        }
    }

    fn grow(&self, total: usize) {
        self.total.store(total, Ordering::Relaxed);
        self.bar.set_length(total as u64);
    }

    fn advance(&self, lang: Lang) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.bar.set_position(done as u64);
        let total = self.total.load(Ordering::Relaxed);
        if let Some(tenths) = &self.tenths {
            let tenth = (done * 10 / total.max(1)).min(10);
            // Held while it is told, so that no thread tells a smaller share after a larger one.
            let mut told = tenths.lock().unwrap_or_else(PoisonError::into_inner);
            if tenth > *told {
                *told = tenth;
                tell(&format!("{} %\n", tenth * 10));
            }
            return;
        }
        if !self.plain || done >= total {
            return;
        }
        // Who finds it taken leaves the line to the one who has it.
        let Ok(mut told) = self.told.try_lock() else { return };
        let (now, left) = (Instant::now(), self.left(total, done));
        if told.is_old(now, left) {
            *told = Told { at: now, left };
            tell(&format!("{}\n", lang.say(say::SimulatingLeft { left: about(left, lang) })));
        }
    }

    fn left(&self, total: usize, done: usize) -> Duration {
        let passed = self.started.elapsed();
        let share = total.saturating_sub(done) as f64 / done.saturating_sub(self.before).max(1) as f64;
        Duration::try_from_secs_f64(passed.as_secs_f64() * share).unwrap_or(Duration::MAX)
    }

    /// About how long so many worlds more take.
    fn estimate(&self, worlds: usize, lang: Lang) -> String {
        let done = self.done.load(Ordering::Relaxed);
        about(self.left(done + worlds, done), lang)
    }
}

/// About how long a time is: never about nothing.
fn about(time: Duration, lang: Lang) -> String {
    let time = match time.as_secs_f64().round() {
        less if less < 1.0 => return say::LESS_THAN_A_SECOND.get(lang).to_string(),
        few if few < 600.0 => format!("{few} s"),
        _ => format!("{} min", time.as_secs().div_ceil(60)),
    };
    lang.say(say::AboutTime { time })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_told_that_nothing_is_left() {
        let told = |seconds: f64| {
            let left = about(Duration::from_secs_f64(seconds), Lang::Nb);
            Lang::Nb.say(say::SimulatingLeft { left })
        };
        assert_eq!(told(0.3), "Simulerer: under ett sekund igjen");
        assert_eq!(told(4.4), "Simulerer: om lag 4 s igjen");
        assert_eq!(told(601.0), "Simulerer: om lag 11 min igjen");
    }

    #[test]
    fn a_line_comes_when_half_has_passed_or_after_long_silence() {
        let start = Instant::now();
        let (told, seconds) = (Told { at: start, left: Duration::from_secs(40) }, Duration::from_secs);
        let old = |after: u64, left: u64| told.is_old(start + seconds(after), seconds(left));
        assert!(!old(1, 10) && old(2, 20) && !old(30, 21) && old(60, 100));
        let first = Told { at: start, left: Duration::MAX };
        assert!(
            first.is_old(start + BETWEEN, seconds(1000)) && !first.is_old(start + seconds(1), seconds(9))
        );
    }
}

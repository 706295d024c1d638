//! Progress of an experiment on standard error: a bar with time left on a terminal, plain lines elsewhere.

use super::console::tell;
use super::events;
use crate::experiment::{Event, Monitor, Progress};
use crate::text::{Lang, say};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

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
    total: AtomicUsize,
    before: usize,
    done: AtomicUsize,
    started: Instant,
    tenths: AtomicUsize,
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
        Stage {
            bar,
            plain: !terminal,
            total: AtomicUsize::new(total),
            before,
            done: AtomicUsize::new(before),
            started: Instant::now(),
            tenths: AtomicUsize::new((before * 10).checked_div(total).unwrap_or(0)),
        }
    }

    fn grow(&self, total: usize) {
        self.total.store(total, Ordering::Relaxed);
        self.bar.set_length(total as u64);
        self.tenths.store(self.done.load(Ordering::Relaxed) * 10 / total.max(1), Ordering::Relaxed);
    }

    fn advance(&self, lang: Lang) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.bar.set_position(done as u64);
        let total = self.total.load(Ordering::Relaxed);
        let tenth = done * 10 / total.max(1);
        if self.plain && tenth > self.tenths.fetch_max(tenth, Ordering::Relaxed) {
            let left = (done < total).then(|| self.left(total, done, lang));
            tell(&format!("{}\n", percent_done(tenth * 10, left, lang)));
        }
    }

    fn left(&self, total: usize, done: usize, lang: Lang) -> String {
        let passed = self.started.elapsed();
        let share = total.saturating_sub(done) as f64 / done.saturating_sub(self.before).max(1) as f64;
        let left = Duration::try_from_secs_f64(passed.as_secs_f64() * share).unwrap_or(Duration::MAX);
        about(left, lang)
    }

    /// About how long so many worlds more take.
    fn estimate(&self, worlds: usize, lang: Lang) -> String {
        let done = self.done.load(Ordering::Relaxed);
        self.left(done + worlds, done, lang)
    }
}

/// How far it has come, and how much time is left, if any.
fn percent_done(percent: usize, left: Option<String>, lang: Lang) -> String {
    match left {
        Some(left) => lang.say(say::SimulatingPercent { percent, left }),
        None => lang.say(say::SimulatingDone { percent }),
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
            percent_done(90, Some(about(Duration::from_secs_f64(seconds), Lang::Nb)), Lang::Nb)
        };
        assert_eq!(told(0.3), "90 % ferdig, under ett sekund igjen");
        assert_eq!(told(4.4), "90 % ferdig, om lag 4 s igjen");
        assert_eq!(told(601.0), "90 % ferdig, om lag 11 min igjen");
        assert_eq!(percent_done(100, None, Lang::Nb), "100 % ferdig");
        assert_eq!(percent_done(100, None, Lang::En), "100% done");
    }
}

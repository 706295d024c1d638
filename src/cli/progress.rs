//! Progress of a run on standard error: a bar with time left on a terminal, plain lines elsewhere.

use crate::text::Lang;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How far a run has come.
pub struct Progress {
    bar: ProgressBar,
    plain: bool,
    total: AtomicUsize,
    before: usize,
    done: AtomicUsize,
    started: Instant,
    lang: Lang,
    tenths: AtomicUsize,
}

impl Progress {
    /// A run of so many worlds, of which some were done before.
    pub fn new(total: usize, before: usize, quiet: bool, lang: Lang) -> Progress {
        let terminal = std::io::stderr().is_terminal();
        let bar = if quiet || !terminal { ProgressBar::hidden() } else { ProgressBar::new(total as u64) };
        let template = match lang {
            Lang::En => "Simulating  {bar:40} {pos}/{len} draws, {eta} left",
            Lang::Nn => "Simulerer  {bar:40} {pos}/{len} trekkingar, {eta} att",
            Lang::Nb => "Simulerer  {bar:40} {pos}/{len} trekninger, {eta} igjen",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_position(before as u64);
        bar.reset_eta();
        bar.tick();
        Progress {
            bar,
            plain: !quiet && !terminal,
            total: AtomicUsize::new(total),
            before,
            done: AtomicUsize::new(before),
            started: Instant::now(),
            lang,
            tenths: AtomicUsize::new((before * 10).checked_div(total).unwrap_or(0)),
        }
    }

    /// There is more to do than was thought.
    pub fn grow(&self, total: usize) {
        self.total.store(total, Ordering::Relaxed);
        self.bar.set_length(total as u64);
        self.tenths.store(self.done.load(Ordering::Relaxed) * 10 / total.max(1), Ordering::Relaxed);
    }

    /// One world more is done.
    pub fn one_more(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.bar.set_position(done as u64);
        let total = self.total.load(Ordering::Relaxed);
        let tenth = done * 10 / total.max(1);
        if self.plain && tenth > self.tenths.fetch_max(tenth, Ordering::Relaxed) {
            let text = match self.lang {
                Lang::En => format!("{}% done, about {} left", tenth * 10, self.left(total, done)),
                Lang::Nn => format!("{} % ferdig, om lag {} att", tenth * 10, self.left(total, done)),
                Lang::Nb => format!("{} % ferdig, om lag {} igjen", tenth * 10, self.left(total, done)),
            };
            eprintln!("{text}");
        }
    }

    fn left(&self, total: usize, done: usize) -> String {
        let passed = self.started.elapsed();
        let share = total.saturating_sub(done) as f64 / done.saturating_sub(self.before).max(1) as f64;
        let left = Duration::try_from_secs_f64(passed.as_secs_f64() * share).unwrap_or(Duration::MAX);
        match left.as_secs() {
            0..600 => format!("{} s", left.as_secs_f64().round()),
            seconds => format!("{} min", seconds.div_ceil(60)),
        }
    }

    /// About how long so many worlds more take.
    pub fn estimate(&self, worlds: usize) -> String {
        let done = self.done.load(Ordering::Relaxed);
        self.left(done + worlds, done)
    }

    /// Writes a text beside the bar.
    pub fn say(&self, text: &str) {
        self.bar.suspend(|| eprint!("{text}"));
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

//! What the server's threads have in common.

use super::guard::Guard;
use super::queue::{Job, Queue};
use super::run::{End, Run};
use super::shelf::Shelf;
use super::simulate::{draw_again, simulate};
use crate::error::{Error, Result};
use crate::live::session::Session;
use crate::text::{Lang, say};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::oneshot;

/// What the server's threads have in common.
pub struct House {
    /// Who is let in.
    pub guard: Guard,
    /// The language where none is asked for.
    pub lang: Lang,
    /// What is kept.
    pub shelf: Shelf,
    queue: Queue,
}

/// A job that could not be put or done.
pub enum Missed {
    /// Too many wait.
    Full,
    /// Something was wrong.
    Wrong(Error),
}

/// Turns true what stops a job when who waits for it has gone.
struct StopWhenGone(Arc<AtomicBool>);

impl Drop for StopWhenGone {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Ends a run that its simulation left without an end.
struct EndWhenLeft(Arc<Run>);

impl Drop for EndWhenLeft {
    fn drop(&mut self) {
        if self.0.ended().is_none() {
            let fault = Error::Internal { what: "the simulation of a run".into() };
            self.0.end(End::Problem(crate::live::desk::problem(&fault, self.0.lang).to_string().into()));
        }
    }
}

impl House {
    /// With nothing on the shelf.
    pub fn new(guard: Guard, lang: Lang) -> House {
        House { guard, lang, shelf: Shelf::default(), queue: Queue::default() }
    }

    /// Begins to simulate what is asked for, with all threads.
    pub fn open(self: &Arc<House>) -> Result<()> {
        let failed = |e: std::io::Error| Error::system(say::CANNOT_START_THREADS, e);
        let pool = rayon::ThreadPoolBuilder::new().build();
        let pool = pool.map_err(|e| failed(std::io::Error::other(e.to_string())))?;
        let house = self.clone();
        let work = move || pool.install(|| house.queue.work());
        std::thread::Builder::new().name("simulation".into()).spawn(work).map(drop).map_err(failed)
    }

    /// Gives everything up.
    pub fn close(&self) {
        self.queue.close();
        self.shelf.give_up(None);
    }

    /// Begins a run, unless one like it is there; nothing where too many wait.
    pub fn begin(self: &Arc<House>, run: Run) -> Option<Arc<Run>> {
        let run = Arc::new(run);
        if let Some(same) = self.shelf.same_or_put(&run) {
            return Some(same);
        }
        let (house, own) = (self.clone(), run.clone());
        let work = move || {
            let left = EndWhenLeft(own);
            simulate(&left.0, &house.shelf);
        };
        if self.queue.put(Job { stop: run.stop.clone(), work: Box::new(work) }) {
            return Some(run);
        }
        self.shelf.forget(&run);
        None
    }

    /// Simulates the draws of a run that is done once more: those of the newest runs alone are kept.
    pub async fn draw_again(self: &Arc<House>, run: &Arc<Run>) -> std::result::Result<Arc<Session>, Missed> {
        let (house, run) = (self.clone(), run.clone());
        self.ask(move |stop| draw_again(&run, &house.shelf, stop)).await
    }

    /// Does something in its turn, and gives it up when who asked has gone.
    pub async fn ask<R: Send + 'static>(
        &self,
        work: impl FnOnce(&AtomicBool) -> Result<R> + Send + 'static,
    ) -> std::result::Result<R, Missed> {
        let gone = StopWhenGone(Arc::default());
        let (tell, told) = oneshot::channel();
        let stop = gone.0.clone();
        let own = stop.clone();
        let work = Box::new(move || drop(tell.send(work(&own))));
        if !self.queue.put(Job { stop, work }) {
            return Err(Missed::Full);
        }
        let left = || Error::Internal { what: "the simulation of an answer".into() };
        told.await.unwrap_or_else(|_| Err(left())).map_err(Missed::Wrong)
    }
}

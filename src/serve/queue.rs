//! One simulation at a time, and a few that wait.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Most that wait.
pub const WAITING: usize = 4;

/// Something to simulate, given up before it begins where it shall stop.
pub struct Job {
    /// Turns true when nobody wants it any more.
    pub stop: Arc<AtomicBool>,
    /// The work, which looks at `stop` too.
    pub work: Box<dyn FnOnce() + Send>,
}

/// Jobs that wait.
#[derive(Default)]
pub struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Default)]
struct Waiting {
    jobs: VecDeque<Job>,
    closed: bool,
}

impl Queue {
    /// Puts a job last; false where too many wait already.
    pub fn put(&self, job: Job) -> bool {
        let mut waiting = self.waiting();
        waiting.jobs.retain(|own| !own.stop.load(Ordering::Relaxed));
        if waiting.closed || waiting.jobs.len() >= WAITING {
            return false;
        }
        waiting.jobs.push_back(job);
        self.changed.notify_one();
        true
    }

    /// Does the jobs, one after the other, until the queue is closed. One that fails is told of by itself.
    pub fn work(&self) {
        while let Some(job) = self.next() {
            if !job.stop.load(Ordering::Relaxed) {
                let _ = catch_unwind(AssertUnwindSafe(job.work));
            }
        }
    }

    /// Takes no more jobs.
    pub fn close(&self) {
        self.waiting().closed = true;
        self.changed.notify_all();
    }

    fn next(&self) -> Option<Job> {
        let mut waiting = self.waiting();
        loop {
            if waiting.closed {
                return None;
            }
            if let Some(job) = waiting.jobs.pop_front() {
                return Some(job);
            }
            waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn jobs_are_done_in_order_and_too_many_are_refused() {
        let (queue, (tell, told)) = (Arc::new(Queue::default()), channel());
        let job = |number: usize, stopped: bool| {
            let tell = tell.clone();
            let work = move || {
                assert!(number != 1, "a job that fails takes none with it");
                tell.send(number).unwrap();
            };
            Job { stop: Arc::new(AtomicBool::new(stopped)), work: Box::new(work) }
        };
        assert!((0..WAITING).all(|number| queue.put(job(number, false))));
        assert!(!queue.put(job(9, false)));
        let worker = std::thread::spawn({
            let queue = queue.clone();
            move || queue.work()
        });
        let first: Vec<usize> = told.iter().take(3).collect();
        assert_eq!(first, [0, 2, 3]);
        // Those that nobody waits for take no place.
        assert!((0..3 * WAITING).all(|number| queue.put(job(number, true))));
        assert!(queue.put(job(7, false)));
        assert_eq!(told.recv(), Ok(7));
        queue.close();
        worker.join().unwrap();
        assert!(!queue.put(job(8, false)));
    }
}

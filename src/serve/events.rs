//! What is told of a run while it goes on, as events that a browser reads one by one.

use super::run::{End, Looking, Run};
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{Stream, unfold};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

/// How often something is sent where there is nothing to tell, so that who has gone is missed.
const ALIVE: Duration = Duration::from_secs(10);

/// How long a run goes on at which nobody looks.
const UNSEEN: Duration = Duration::from_secs(20);

/// Gives a run up at which nobody looks soon.
pub async fn wait_for_looks(run: Arc<Run>) {
    tokio::time::sleep(UNSEEN).await;
    run.give_up_unseen();
}

struct Reader {
    looking: Looking,
    told: usize,
    ended: bool,
}

/// The events of a run: the newest answer at once, every later one unless a still later one is there, and the end.
pub fn events(run: Arc<Run>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let reader = Reader { looking: run.look(), told: 0, ended: false };
    let events = unfold(reader, |mut reader| async {
        let event = reader.next().await?;
        Some((Ok(event), reader))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE))
}

impl Reader {
    async fn next(&mut self) -> Option<Event> {
        while !self.ended {
            let seen = self.looking.seen.borrow_and_update().clone();
            if let Some(answer) = seen.answer.filter(|_| seen.number > self.told) {
                self.told = seen.number;
                return Some(Event::default().event("answer").data(answer));
            }
            if let Some(end) = seen.end {
                self.ended = true;
                return Some(match end {
                    End::Done => Event::default().event("done").data("{}"),
                    End::Stopped => Event::default().event("stopped").data("{}"),
                    End::Problem(told) => Event::default().event("problem").data(told),
                });
            }
            self.looking.seen.changed().await.ok()?;
        }
        None
    }
}

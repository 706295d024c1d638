//! The desk in a browser: three functions over two buffers in the program's own memory, and nothing is asked of the browser.
//!
//! A page asks for room (`inbox`), writes the request there, has it answered (`call`, which gives the length of the answer, or 0 while there is more to do) and
//! reads the answer (`outbox`). Memory may have grown meanwhile, so a view of it is made anew after every call.

use super::desk::Desk;
use std::sync::{Mutex, MutexGuard, PoisonError};

struct Counter {
    desk: Option<Desk>,
    inbox: Vec<u8>,
    outbox: Vec<u8>,
}

static COUNTER: Mutex<Counter> = Mutex::new(Counter { desk: None, inbox: Vec::new(), outbox: Vec::new() });

/// There is one thread, and a fault ends the program: the lock is always free.
fn counter() -> MutexGuard<'static, Counter> {
    COUNTER.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Room for a request of so many bytes.
#[expect(unsafe_code, reason = "the name by which the page finds it; no other library is linked")]
#[unsafe(no_mangle)]
extern "C" fn inbox(length: usize) -> *mut u8 {
    let mut counter = counter();
    counter.inbox.clear();
    counter.inbox.resize(length, 0);
    counter.inbox.as_mut_ptr()
}

/// Answers the request in the inbox; the answer has so many bytes. Where it has none there is more to do: the page listens, and
/// calls again with an empty inbox.
#[expect(unsafe_code, reason = "the name by which the page finds it; no other library is linked")]
#[unsafe(no_mangle)]
extern "C" fn call() -> usize {
    let mut counter = counter();
    let request = std::mem::take(&mut counter.inbox);
    let desk = counter.desk.get_or_insert_with(Desk::new);
    let answer = if request.is_empty() { desk.go_on() } else { desk.begin(&request) };
    counter.outbox = answer.unwrap_or_default();
    counter.outbox.len()
}

/// Where the last answer stands.
#[expect(unsafe_code, reason = "the name by which the page finds it; no other library is linked")]
#[unsafe(no_mangle)]
extern "C" fn outbox() -> *const u8 {
    counter().outbox.as_ptr()
}

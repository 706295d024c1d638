//! What users are told the moment it happened, whatever their command comes to: that what an earlier command left undone was
//! finished or taken back, and where files of theirs are now.

use crate::text::Text;
use std::sync::OnceLock;

type Listener = Box<dyn Fn(&Text) + Send + Sync>;

static LISTENER: OnceLock<Listener> = OnceLock::new();

/// Sets who tells the user, once and for all.
pub fn listen(listener: impl Fn(&Text) + Send + Sync + 'static) {
    let _ = LISTENER.set(Box::new(listener));
}

/// Tells the user, if anybody listens.
pub fn tell(texts: &[Text]) {
    if let Some(listener) = LISTENER.get() {
        texts.iter().for_each(listener);
    }
}

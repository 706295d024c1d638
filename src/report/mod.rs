//! What people read: number formats and the table on screen. Nothing here prints; texts are
//! returned to the caller.

pub mod layout;
pub mod number;
pub mod screen;
mod screen_text;

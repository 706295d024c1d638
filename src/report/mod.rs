//! What people read: number formats, the table on screen, the explanation of a case. Nothing here prints; texts are
//! returned to the caller.

pub mod case;
pub mod layout;
pub mod levers;
pub mod number;
pub mod screen;
mod screen_text;
pub mod trace;
pub mod words;

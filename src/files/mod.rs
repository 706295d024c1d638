//! Files on disk that the program made, and those that are the user's. Every folder that the program finishes has a list of its
//! files with their hashes ([`list`]); only what stands there, unchanged, is ever removed or replaced, and what was edited
//! is set aside under a name that tells so ([`remove`]). New files are written to a working folder ([`work_folder`]), which
//! no other run may use meanwhile, and come to their place together or not at all ([`swap`]).

#![expect(clippy::disallowed_methods, reason = "files are written, replaced and removed here")]

pub mod format;
pub mod list;
mod lock;
pub mod memory;
pub mod names;
pub mod place;
pub mod read;
pub mod remove;
pub mod space;
pub mod standing;
pub mod swap;
pub mod system;
pub mod told;
pub mod work_folder;

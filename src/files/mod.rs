//! Files on disk that the program made, and those that are the user's. Every folder that the program finishes has a list of its
//! files with their hashes ([`list`]); only what stands there, unchanged, is ever removed or replaced, and what was edited
//! is set aside under a name that tells so ([`remove`]). New files are written to a working folder ([`work_folder`]), which
//! no other run may use meanwhile, and come to their place together or not at all ([`swap`]). A browser has no files of its own:
//! what only reading, names and lists need is all that is built for one.

#![expect(clippy::disallowed_methods, reason = "files are written, replaced and removed here")]

#[cfg(not(target_family = "wasm"))]
pub mod encoding;
pub mod format;
pub mod list;
#[cfg(not(target_family = "wasm"))]
mod lock;
#[cfg(not(target_family = "wasm"))]
pub mod memory;
pub mod names;
#[cfg(not(target_family = "wasm"))]
pub mod place;
pub mod read;
#[cfg(not(target_family = "wasm"))]
pub mod remove;
#[cfg(not(target_family = "wasm"))]
pub mod space;
#[cfg(not(target_family = "wasm"))]
pub mod standing;
#[cfg(not(target_family = "wasm"))]
pub mod swap;
#[cfg(not(target_family = "wasm"))]
pub mod system;
#[cfg(not(target_family = "wasm"))]
pub mod told;
#[cfg(not(target_family = "wasm"))]
pub mod work_folder;

//! The library that makes workbooks starts a thread for every sheet, and panics where it gets none.

use crate::error::{Error, Result};
use crate::text::say;
use rust_xlsxwriter::XlsxError;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How the standard library begins to tell that a thread can't be had.
const NO_THREAD: &str = "failed to spawn thread";

/// What the library makes of a workbook.
///
/// # Errors
/// Where the system gives no thread, and for a fault of the library.
pub fn made(build: impl FnOnce() -> std::result::Result<Vec<u8>, XlsxError>) -> Result<Vec<u8>> {
    let built = catch_unwind(AssertUnwindSafe(build)).map_err(|fault| {
        let told = fault.downcast_ref::<String>().map(String::as_str);
        let told = told.or(fault.downcast_ref::<&str>().copied()).unwrap_or_default();
        match told.starts_with(NO_THREAD) {
            true => Error::system(say::WORKBOOK_NEEDS_THREADS, io::Error::other(told)),
            false => Error::internal(say::WORKBOOK_CANNOT_BE_WRITTEN, told),
        }
    });
    built?.map_err(|e| Error::internal(say::WORKBOOK_CANNOT_BE_WRITTEN, e))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::exit;

    #[test]
    fn no_thread_is_the_systems_refusal_and_another_fault_the_programs() {
        let code = |fault: &'static str| made(|| std::panic::panic_any(fault)).map_err(|e| e.exit_code());
        assert_eq!(code("failed to spawn thread: Os"), Err(exit::SYSTEM));
        assert_eq!(code("index out of bounds"), Err(exit::INTERNAL));
        assert_eq!(made(|| Ok(vec![1])).ok(), Some(vec![1]));
    }
}

//! What the system says when it refuses, in the user's language with what to do; its own words come after in parentheses.

use super::{Argument, Lang, Words, say};
use std::borrow::Cow;
use std::io::{Error, ErrorKind};

/// What a refusal means to the user; none where its own words are all there is.
fn meaning(error: &Error) -> Option<Words> {
    #[cfg(unix)]
    if is_circle_of_links(error) {
        return Some(say::SYSTEM_CIRCLE_OF_LINKS);
    }
    match error.kind() {
        ErrorKind::PermissionDenied => Some(say::SYSTEM_PERMISSION_DENIED),
        ErrorKind::NotFound => Some(say::SYSTEM_NOT_FOUND),
        ErrorKind::InvalidFilename => Some(say::SYSTEM_NAME_TOO_LONG),
        ErrorKind::NotADirectory => Some(say::SYSTEM_NOT_A_FOLDER),
        ErrorKind::IsADirectory => Some(say::SYSTEM_IS_A_FOLDER),
        ErrorKind::ReadOnlyFilesystem => Some(say::SYSTEM_READ_ONLY),
        ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty => Some(say::SYSTEM_ALREADY_EXISTS),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some(say::SYSTEM_DISK_FULL),
        ErrorKind::FileTooLarge => Some(say::SYSTEM_FILE_TOO_LARGE),
        ErrorKind::OutOfMemory => Some(say::SYSTEM_OUT_OF_MEMORY),
        ErrorKind::WouldBlock | ErrorKind::ResourceBusy => Some(say::SYSTEM_BUSY),
        ErrorKind::Unsupported => Some(say::SYSTEM_UNSUPPORTED),
        _ => None,
    }
}

/// Whether links lead to each other.
#[cfg(unix)]
fn is_circle_of_links(error: &Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

/// Whether a refusal is about the name that was given, and not about what the system can do.
pub fn is_of_name(error: &Error) -> bool {
    #[cfg(unix)]
    if is_circle_of_links(error) {
        return true;
    }
    error.kind() == ErrorKind::InvalidFilename
}

impl Argument for Error {
    fn value(&self, lang: Lang) -> Cow<'_, str> {
        Cow::Owned(match meaning(self) {
            Some(words) => format!("{} ({self})", words.get(lang)),
            None => self.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_in_the_users_language_with_a_remedy() {
        let denied = Error::from_raw_os_error(13);
        let told = denied.value(Lang::Nb).into_owned();
        assert!(told.starts_with("du har ikke tilgang") && told.contains("os error 13"), "{told}");
        for code in [2, 13, 17, 20, 21, 28, 30, 36, 40] {
            let error = Error::from_raw_os_error(code);
            for lang in [Lang::Nb, Lang::Nn, Lang::En] {
                #[cfg(target_os = "linux")]
                assert!(meaning(&error).is_some_and(|words| words.get(lang).contains(';')), "{error}");
            }
        }
        assert!(is_of_name(&Error::from_raw_os_error(36)) && !is_of_name(&denied));
    }
}

//! The lock on a working folder, which keeps other commands out while one writes.

use super::system::{create_private, is_own, open_lock};
use crate::error::{Error, Problem, Result};
use crate::text::{Message, Text, say};
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

/// The name of the lock's file.
pub const LOCK: &str = "lock";

/// Makes the folder if need be and locks it. One that is a link or another user's is refused.
pub fn lock(path: &Path, place: &Path) -> Result<File> {
    let failed = |e| Error::writing(path, e);
    let refuse = |what: Text, at: &Path| Problem::new(what).file(at.display().to_string()).key("--out");
    loop {
        match create_private(path) {
            Err(e) if e.kind() == ErrorKind::AlreadyExists => {
                let real = fs::symlink_metadata(path).map(|found| found.is_dir());
                match real.and_then(|real| Ok(real && is_own(path, path)?)) {
                    Ok(true) => private(path),
                    // The run that had it removed it just now.
                    Err(e) if e.kind() == ErrorKind::NotFound => continue,
                    Ok(false) => return Err(refuse(say::WORK_FOLDER_NOT_OWN.text(), path).into()),
                    Err(e) if e.kind() == ErrorKind::PermissionDenied => {
                        return Err(refuse(say::WORK_FOLDER_NOT_OWN.text(), path).into());
                    }
                    Err(e) => return Err(failed(e)),
                }
            }
            made => made.map_err(failed)?,
        }
        let own = path.join(LOCK);
        let file = match open_lock(&own) {
            Err(e) if e.kind() == ErrorKind::NotFound && !path.exists() => continue,
            Err(e) if matches!(e.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => {
                return Err(failed(e));
            }
            Err(_) if fs::symlink_metadata(&own).is_ok_and(|found| !found.is_file()) => {
                return Err(refuse(say::LOCK_NOT_A_FILE.text(), &own).into());
            }
            file => file.map_err(failed)?,
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(refuse(say::FOLDER_IN_USE.text(), place).into()),
            Err(TryLockError::Error(e)) => return Err(failed(e)),
        }
        // Locked, but is it still the folder's? The run before may have removed it meanwhile.
        if same_file(&file, &own) {
            return Ok(file);
        }
    }
}

/// Closes an older folder of the user's own to others.
fn private(path: &Path) {
    #[cfg(unix)]
    let _ = fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o700));
    #[cfg(not(unix))]
    let _ = path;
}

#[cfg(unix)]
fn same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |m: fs::Metadata| (m.dev(), m.ino());
    file.metadata().is_ok_and(|own| fs::symlink_metadata(path).is_ok_and(|there| id(own) == id(there)))
}

#[cfg(not(unix))]
fn same_file(_: &File, path: &Path) -> bool {
    path.exists()
}

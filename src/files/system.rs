//! What the operating system has beyond the standard library: renames that replace nothing or swap two places at once,
//! files opened without following links, places that another file system is mounted on, and room.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// Renames to a place where nothing stands.
pub fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            // File systems that don't know it.
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {}
            done => return Ok(done?),
        }
    }
    if fs::symlink_metadata(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::rename(from, to)
}

/// Puts each of two files or folders in the other's place, at once; not every file system can.
pub fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }
    #[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
    {
        let _ = (one, other);
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Opens a file to hold a lock on: made if it is not there, nothing in it changed, no link followed, only the user's own.
pub fn open_lock(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        // A pipe is not waited for.
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        options.mode(0o600).custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    }
    let file = options.open(path)?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::ErrorKind::InvalidInput.into()),
    }
}

/// Makes a folder that is only the user's.
pub fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Whether a folder is a place that another file system, or another part of one, is mounted on: it can't be renamed.
pub fn is_mount(folder: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
        let known = statx(CWD, folder, AtFlags::empty(), StatxFlags::BASIC_STATS)
            .ok()
            .filter(|found| found.stx_attributes_mask.contains(StatxAttributes::MOUNT_ROOT));
        if let Some(found) = known {
            return found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT);
        }
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let device = |path: &Path| fs::metadata(path).ok().map(|m| m.dev());
        folder.parent().is_some_and(|parent| device(folder).is_some() && device(folder) != device(parent))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        false
    }
}

/// Whether the user may make files in a folder.
pub fn may_write(folder: &Path) -> bool {
    #[cfg(unix)]
    {
        use rustix::fs::{Access, access};
        access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
    }
    #[cfg(not(unix))]
    {
        tempfile::tempfile_in(folder).is_ok()
    }
}

/// Whether files made in a folder belong to the owner of one that stands in it.
pub fn is_own(folder: &Path, inside: &Path) -> io::Result<bool> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        // Some file systems give every file an owner of their own choice: the owner of a new file is the one to look for.
        let new = tempfile::tempfile_in(folder)?;
        Ok(new.metadata()?.uid() == fs::symlink_metadata(inside)?.uid())
    }
    #[cfg(not(unix))]
    {
        let _ = (folder, inside);
        Ok(true)
    }
}

/// Room for the user on the file system of a folder, bytes; none where that is not known.
pub fn room(folder: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let found = rustix::fs::statvfs(folder).ok()?;
        Some(found.f_bavail.saturating_mul(found.f_frsize))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        None
    }
}

/// Makes a rename or new files last through a power cut, where the system has that.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

//! The working folder of a place: hidden beside it, only the user's own, and locked while a command writes to the place. New
//! files and the draws of a run stand there until they are finished. What a command that was killed left in it is finished or
//! taken back by the next that opens it.

use super::list::{FILE, FileList, Hashes, hash};
use super::lock::{LOCK, lock};
use super::place::{beside, path_of, resolve};
use super::remove::{is_unchanged, remove_drafts, remove_if_empty, remove_listed, remove_own, set_aside};
use super::swap::{
    Journal, Ready, draft_of, entries, is_draft, is_folder, names_below, read_journal, write_journal,
    write_new, write_private,
};
use super::system::{create_private, rename_new, sync_folder};
use super::told::tell;
use crate::error::{Error, Problem, Result};
use crate::text::{Message, Text, say};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A folder made for a moment, to learn the rights that new ones have.
const PROBE: &str = "rights";

/// Where finished files go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// The place itself.
    Place,
    /// The folder of kept draws beside it.
    Draws,
}

/// A locked working folder.
#[derive(Debug)]
pub struct WorkFolder {
    path: PathBuf,
    place: PathBuf,
    /// Folders that were made for it.
    made: Vec<PathBuf>,
    told: Vec<Text>,
    // Held, never read; the system lets go of it however the program ends.
    _lock: File,
}

/// Finishes or takes back what was begun in a place and not finished, if anything was, and tells of it.
pub fn recover(place: &Path) -> Result<()> {
    // A link that leads nowhere has nothing beside it: whoever reads the place says what it is.
    if fs::symlink_metadata(place).is_ok() && fs::metadata(place).is_err() {
        return Ok(());
    }
    let path = path_of(&resolve(place)?);
    let begun = ["results.json", "draws.json"].iter().any(|name| read_journal(&path.join(name)).is_some());
    if begun { WorkFolder::open(place).map(drop) } else { Ok(()) }
}

/// Refuses a file of the user's where the program works.
pub fn refuse_foreign(path: &Path) -> Error {
    Problem::new(say::FOREIGN_IN_WORK_FOLDER).file(path.display().to_string()).key("--out").into()
}

impl WorkFolder {
    /// Makes the folder of a place if need be, locks it, and finishes or takes back what was begun and not finished there.
    pub fn open(place: &Path) -> Result<WorkFolder> {
        let place = resolve(place)?;
        let path = path_of(&place);
        let failed = |e| Error::writing(&place, e);
        let mut made = Vec::new();
        make_folders(path.parent().unwrap_or(Path::new(".")), &mut made).map_err(failed)?;
        let lock = lock(&path, &place).inspect_err(|_| remove_made(&made))?;
        let mut folder = WorkFolder { path, place, made, told: Vec::new(), _lock: lock };
        remove_if_empty(&folder.path.join(PROBE));
        for destination in [Destination::Place, Destination::Draws] {
            folder.recover(destination).map_err(|e| Error::writing(&folder.place, e))?;
        }
        folder.refuse_foreign()?;
        Ok(folder)
    }

    /// Refuses what stands, with nothing begun, where the files of the program will.
    fn refuse_foreign(&self) -> Result<()> {
        let mut own = vec![self.path.join(PROBE)];
        for destination in [Destination::Place, Destination::Draws] {
            let draft = draft_of(&self.journal(destination));
            own.extend([self.new_files(destination), self.journal(destination)]);
            own.extend(Some(draft.clone()).filter(|_| !is_draft(&draft, b"{\"ready\":")));
        }
        let foreign = own.iter().find(|path| fs::symlink_metadata(path).is_ok());
        foreign.map_or(Ok(()), |path| Err(refuse_foreign(path)))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The place it belongs to.
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// Whether it stands inside the place.
    pub fn is_inside(&self) -> bool {
        self.path.starts_with(&self.place)
    }

    /// What is to be told of what was found in it. What nobody takes is told at the latest when the folder is let go of.
    pub fn take_told(&mut self) -> Vec<Text> {
        std::mem::take(&mut self.told)
    }

    /// Tells now what was found in it.
    pub fn tell(&mut self) {
        tell(&self.take_told());
    }

    /// Where finished files go.
    pub fn destination(&self, to: Destination) -> PathBuf {
        match to {
            Destination::Place => self.place.clone(),
            Destination::Draws => beside(&self.place, "draws"),
        }
    }

    fn new_files(&self, to: Destination) -> PathBuf {
        self.path.join(match to {
            Destination::Place => "results",
            Destination::Draws => "draws",
        })
    }

    fn journal(&self, to: Destination) -> PathBuf {
        self.new_files(to).with_extension("json")
    }

    /// Writes files, name and content, and puts them in place together; `old` files there may go. Gives what is to be told
    /// of it.
    pub fn write(&self, files: &[(String, Vec<u8>)], old: &Hashes) -> Result<Vec<Text>> {
        let to = Destination::Place;
        let new = files.iter().map(|(name, content)| (name.clone(), hash(content))).collect();
        let journal =
            Journal { ready: false, moved: false, existed: self.place.exists(), old: old.clone(), new };
        let folder = self.new_files(to);
        let write = || -> io::Result<()> {
            create_private(&folder)?;
            for (name, content) in files {
                if let Some((between, _)) = name.rsplit_once('/') {
                    match create_private(&folder.join(between)) {
                        Err(e) if e.kind() != ErrorKind::AlreadyExists => return Err(e),
                        _ => {}
                    }
                }
                write_new(&folder.join(name), content)?;
            }
            Ok(())
        };
        self.prepare_and_put(to, journal, write)
    }

    /// Moves finished files of the working folder, and folders of such, to their destination, with a list of them.
    pub fn keep(
        &self,
        to: Destination,
        entries: &[String],
        mut new: Hashes,
        old: &Hashes,
    ) -> Result<Vec<Text>> {
        let list = FileList::new(new.clone()).content();
        new.insert(FILE.into(), hash(&list));
        let existed = self.destination(to).exists();
        let journal = Journal { ready: false, moved: true, existed, old: old.clone(), new };
        let folder = self.new_files(to);
        let gather = || -> io::Result<()> {
            create_private(&folder)?;
            entries.iter().try_for_each(|name| rename_new(&self.path.join(name), &folder.join(name)))?;
            write_private(&folder.join(FILE), &list)
        };
        self.prepare_and_put(to, journal, gather)
    }

    fn prepare_and_put(
        &self,
        to: Destination,
        journal: Journal,
        prepare: impl Fn() -> io::Result<()>,
    ) -> Result<Vec<Text>> {
        let (from, written, place) = (self.new_files(to), self.journal(to), self.destination(to));
        let prepared = write_journal(&written, &journal).and_then(|()| prepare()).and_then(|()| {
            self.open_to_others(&from)?;
            sync_folder(&from)?;
            write_journal(&written, &Journal { ready: true, ..journal.clone() })
        });
        if let Err(e) = prepared {
            tell(&self.take_back(to, &journal).unwrap_or_default());
            return Err(Error::writing(&place, e));
        }
        let mut aside = Vec::new();
        let put = Ready { from: &from, to: &place }.put(&journal, &mut aside);
        let aside = told_aside(&aside);
        if let Err(e) = put {
            tell(&aside);
            if !journal.existed {
                tell(&self.take_back(to, &journal).unwrap_or_default());
            }
            return Err(match e.kind() {
                ErrorKind::AlreadyExists => {
                    Problem::new(say::CAME_INTO_BEING).file(place.display().to_string()).into()
                }
                _ => Error::writing(&place, e),
            });
        }
        let _ = remove_own(&written);
        Ok(aside)
    }

    /// Removes the new files, or moves them back to where they came from, and removes old ones that changed places with them:
    /// each only as its list has it. All else is the user's and set aside; gives what is to be told of that.
    fn take_back(&self, to: Destination, journal: &Journal) -> io::Result<Vec<Text>> {
        let folder = self.new_files(to);
        let mut told = Vec::new();
        if is_folder(&folder) {
            if !journal.ready {
                remove_drafts(&folder, journal.new.keys())?;
            }
            // One in which nothing was yet, or from which all was moved back before a kill, is gone with its drafts.
            if journal.moved && is_folder(&folder) {
                self.move_back(&folder, &journal.new)?;
            }
            remove_listed(&folder, &journal.new)?;
            remove_listed(&folder, &journal.old)?;
            remove_if_empty(&folder);
        }
        if fs::symlink_metadata(&folder).is_ok() {
            let place = self.destination(to);
            let beside = place.parent().filter(|_| !self.is_inside()).unwrap_or(&self.place);
            let at = set_aside(&folder, beside, place.file_name().unwrap_or_default())?;
            told.push(say::LeftoverSetAside { at: at.display() }.text());
        }
        remove_own(&self.journal(to))?;
        Ok(told)
    }

    /// Moves what is still as it was gathered, files and folders of them, back to where it was gathered from.
    fn move_back(&self, folder: &Path, new: &Hashes) -> io::Result<()> {
        let names = names_below(folder)?;
        for entry in entries(folder)?.iter().filter(|entry| *entry != FILE) {
            let Some(entry) = entry.to_str() else { continue };
            let below = |name: &&String| name.split('/').next() == Some(entry);
            let whole = |name: &String| is_unchanged(folder, name, new);
            let mut all = new.keys().filter(below).chain(names.iter().filter(below));
            if all.try_fold(true, |so_far, name| io::Result::Ok(so_far && whole(name)?))? {
                match rename_new(&folder.join(entry), &self.path.join(entry)) {
                    Err(e) if e.kind() != ErrorKind::AlreadyExists => return Err(e),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// Finishes what was begun, or takes it back.
    fn recover(&mut self, to: Destination) -> io::Result<()> {
        let (from, written, place) = (self.new_files(to), self.journal(to), self.destination(to));
        let Some(journal) = read_journal(&written) else { return Ok(()) };
        let at = place.display();
        let begun = fs::symlink_metadata(&from).is_ok();
        let whole = || -> io::Result<bool> {
            for name in journal.new.keys() {
                if !is_unchanged(&from, name, &journal.new)? {
                    return Ok(false);
                }
            }
            Ok(true)
        };
        let ready = Ready { from: &from, to: &place };
        // A folder that the user made meanwhile is not ours to fill.
        let free = !place.exists();
        let finish = journal.ready
            && match free {
                true => whole()?,
                false => journal.existed && ready.is_there(&journal)?,
            };
        if finish {
            let mut aside = Vec::new();
            let done = match free {
                true => ready.put(&journal, &mut aside),
                false => ready.finish(&journal, &mut aside),
            };
            if done.is_ok() {
                self.told.push(say::SwapFinished { at }.text());
            }
            self.told.extend(told_aside(&aside));
            done?;
            return remove_own(&written);
        }
        let aside = self.take_back(to, &journal)?;
        if begun {
            self.told.push(say::SwapTakenBack { at }.text());
        }
        self.told.extend(aside);
        Ok(())
    }

    /// Gives a folder the rights that new folders and files have by the user's own settings.
    fn open_to_others(&self, folder: &Path) -> io::Result<()> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let probe = self.path.join(PROBE);
            fs::create_dir(&probe)?;
            let mode = fs::metadata(&probe).map(|found| found.permissions().mode() & 0o777);
            remove_if_empty(&probe);
            let mode = mode?;
            let set = |path: &Path| {
                let mode = if path.is_dir() { mode } else { mode & 0o666 };
                fs::set_permissions(path, fs::Permissions::from_mode(mode))
            };
            for entry in entries(folder)? {
                let path = folder.join(entry);
                if path.is_dir() {
                    entries(&path)?.iter().try_for_each(|name| set(&path.join(name)))?;
                }
                set(&path)?;
            }
            set(folder)?;
        }
        #[cfg(not(unix))]
        let _ = folder;
        Ok(())
    }
}

impl Drop for WorkFolder {
    fn drop(&mut self) {
        self.tell();
        // The lock goes last, and only where nothing is left that it guards; one with a content is not ours.
        let lock = self.path.join(LOCK);
        let only = entries(&self.path).is_ok_and(|names| names.iter().all(|name| name == LOCK));
        if only && fs::symlink_metadata(&lock).is_ok_and(|found| found.is_file() && found.len() == 0) {
            let _ = remove_own(&lock);
            remove_if_empty(&self.path);
        }
        remove_made(&self.made);
    }
}

fn told_aside(aside: &[PathBuf]) -> Vec<Text> {
    aside.iter().map(|path| say::EditedSetAside { at: path.display() }.text()).collect()
}

/// Makes a folder and those it lies in, as far as they are missing, and adds those that it made.
pub fn make_folders(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    // The last ancestor of a path from here is empty.
    let is_missing = |p: &&Path| !p.as_os_str().is_empty() && !p.exists();
    let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
    for folder in missing.into_iter().rev() {
        match fs::create_dir(folder) {
            // Another run makes it just now.
            Err(e) if e.kind() == ErrorKind::AlreadyExists => {}
            done => {
                done?;
                made.push(folder.to_path_buf());
            }
        }
    }
    Ok(())
}

/// Folders made on the way go again where they are still empty.
pub fn remove_made(made: &[PathBuf]) {
    for folder in made.iter().rev() {
        remove_if_empty(folder);
    }
}

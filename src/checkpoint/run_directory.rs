//! The run directory: the hidden folder in which a run keeps its finished draws while it goes on. A lock keeps other
//! runs out; `--resume` goes on from what a killed run left there.

use super::chunk_files::{self, PREFIX, StoredChunk};
use super::plan::{PLAN, Plan};
use crate::engine::chunk::Chunk;
use crate::engine::run::Engine;
use crate::error::{Error, Problem, Result};
use crate::scenario::Scenario;
use crate::text::{Text, say};
use std::fs::{self, File, TryLockError};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

const LOCK: &str = "lock";

/// The directory of a run's chunks, locked against other runs until it is dropped.
#[derive(Debug)]
pub struct RunDirectory {
    path: PathBuf,
    plan: Plan,
    chunks: Vec<StoredChunk>,
    // Held, never read; the system lets go of it however the program ends.
    _lock: File,
}

/// The path of the run directory of a run into `target`.
pub fn hidden_directory(target: &Path) -> PathBuf {
    let name = target.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    target.with_file_name(format!(".{name}.parts"))
}

impl RunDirectory {
    /// Takes the folder for a run into `target`. With `resume` the chunks of an interrupted run are taken
    /// over, if they are sound and of the same run; else they go.
    pub fn open(target: &Path, plan: &Plan, resume: bool) -> Result<RunDirectory> {
        let target = std::path::absolute(target).map_err(|e| Error::writing(target, e))?;
        let path = hidden_directory(&target);
        let lock = lock(&path, &target)?;
        let mut run_directory = RunDirectory { path, plan: plan.clone(), chunks: Vec::new(), _lock: lock };
        run_directory.adopt_chunks(resume)?;
        Ok(run_directory)
    }

    fn adopt_chunks(&mut self, resume: bool) -> Result<()> {
        let failed = |e| Error::writing(&self.path, e);
        let before = if resume { Plan::read(&self.path)? } else { None };
        if let Some(before) = &before {
            self.plan.same_run(before, &self.path.join(PLAN))?;
            self.chunks = chunk_files::read_all(&self.path, &self.plan.run)?;
            let own = self.plan.own_draws();
            let mut next = own.start;
            for chunk in &self.chunks {
                if chunk.draws.start < next || chunk.draws.end > own.end {
                    let allowed = format!("{} – {}", own.start, own.end - 1);
                    return Err(Problem::new(say::OUTSIDE_DRAWS_TO_RUN)
                        .file(chunk.path.display().to_string())
                        .allowed(Text::same(allowed))
                        .into());
                }
                next = chunk.draws.end;
            }
        }
        for entry in fs::read_dir(&self.path).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            let unfinished = name.starts_with(".new-");
            if unfinished || before.is_none() && name.starts_with(PREFIX) {
                fs::remove_dir_all(&path).map_err(failed)?;
            }
        }
        self.write_plan()
    }

    fn write_plan(&self) -> Result<()> {
        let write = || -> io::Result<()> {
            let mut file = tempfile::NamedTempFile::new_in(&self.path)?;
            io::Write::write_all(&mut file, self.plan.to_json().as_bytes())?;
            file.as_file().sync_all()?;
            #[cfg(unix)]
            fs::set_permissions(file.path(), std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
            file.persist(self.path.join(PLAN)).map_err(|e| e.error).map(drop)
        };
        write().map_err(|e| Error::writing(&self.path.join(PLAN), e))
    }

    /// Puts a file that is needed to join the chunks beside them.
    pub fn put_file(&self, name: &str, content: &[u8]) -> Result<()> {
        let path = self.path.join(name);
        fs::write(&path, content).map_err(|e| Error::writing(&path, e))
    }

    /// The number of draws that are done.
    pub fn done(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.draws.len()).sum()
    }

    /// The chunks that are done, in order.
    pub fn chunks(&self) -> &[StoredChunk] {
        &self.chunks
    }

    /// The draws missing among the first `end`, in ranges of at most `most`.
    fn missing(&self, end: usize, most: usize) -> Vec<Range<usize>> {
        let own = self.plan.own_draws();
        let mut missing = Vec::new();
        let mut next = own.start;
        let stops = self.chunks.iter().map(|chunk| chunk.draws.clone());
        let end = end.min(own.end);
        for stop in stops.chain(std::iter::once(end..end)) {
            while next < stop.start.min(end) {
                let to = (next + most).min(stop.start).min(end);
                missing.push(next..to);
                next = to;
            }
            next = next.max(stop.end);
        }
        missing
    }

    /// Simulates what is not done yet of the first `end` draws: while one chunk is simulated the one
    /// before it is written. `done` is called after every world.
    pub fn simulate_missing(
        &mut self,
        engine: &Engine<'_>,
        scenario: &Scenario,
        end: usize,
        stop: &AtomicBool,
        done: &(dyn Fn() + Sync),
    ) -> Result<()> {
        let Plan { seed, replicates, .. } = self.plan;
        let mut ready: Option<Chunk> = None;
        let stretches = self.missing(end, engine.draws_per_chunk(replicates));
        for draws in stretches.into_iter().map(Some).chain([None]) {
            let (written, simulated) = rayon::join(
                || {
                    ready
                        .as_ref()
                        .map(|p| chunk_files::write(&self.path, scenario, &self.plan.run, p))
                        .transpose()
                },
                || draws.map(|d| engine.simulate_chunk(seed, replicates, d, stop, done)).transpose(),
            );
            self.chunks.extend(written?);
            ready = simulated?;
        }
        self.chunks.sort_by_key(|chunk| chunk.draws.start);
        Ok(())
    }

    /// Writes to the plan that the run has fewer draws than planned.
    pub fn truncate(&mut self, draws: usize) -> Result<()> {
        self.plan.draws = draws;
        self.write_plan()
    }

    /// Renames the directory to `target`, in place of an earlier run's there; returns its chunks where they stand then.
    pub fn rename_to(self, target: &Path) -> Result<Vec<StoredChunk>> {
        let keep = || -> io::Result<()> {
            if target.exists() {
                fs::remove_dir_all(target)?;
            }
            fs::remove_file(self.path.join(LOCK))?;
            fs::rename(&self.path, target)
        };
        keep().map_err(|e| Error::writing(target, e))?;
        let moved = |chunk: &StoredChunk| StoredChunk {
            path: chunk.path.file_name().map_or_else(|| target.into(), |name| target.join(name)),
            ..chunk.clone()
        };
        Ok(self.chunks.iter().map(moved).collect())
    }

    /// Removes the directory, once the results are written.
    pub fn remove(self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

impl Drop for RunDirectory {
    fn drop(&mut self) {
        // Without a finished chunk there is nothing to go on from; but another run's chunks are not ours to remove.
        let chunk = |entry: io::Result<fs::DirEntry>| {
            entry.is_ok_and(|e| e.file_name().to_string_lossy().starts_with(PREFIX))
        };
        if fs::read_dir(&self.path).is_ok_and(|mut entries| !entries.any(chunk)) {
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Refuses to replace what is not a folder of draws, or one that was not meant to be replaced.
pub fn ensure_replaceable(target: &Path, allowed: bool) -> Result<()> {
    let empty = fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_none());
    if !target.exists() || empty || (allowed && target.join(PLAN).is_file() && Plan::read(target)?.is_some())
    {
        return Ok(());
    }
    let what = match target.join(PLAN).is_file() {
        true => say::DRAWS_OF_ANOTHER_RUN,
        false => say::EXISTS_WITHOUT_DRAWS,
    };
    Err(Problem::new(what).file(target.display().to_string()).key("--out").into())
}

/// Makes the folder if need be and locks it.
fn lock(path: &Path, target: &Path) -> Result<File> {
    let failed = |e| Error::writing(path, e);
    loop {
        fs::create_dir_all(path).map_err(failed)?;
        let file = match File::create(path.join(LOCK)) {
            // The run that had it removed it just now.
            Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
            file => file.map_err(failed)?,
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Problem::new(say::FOLDER_IN_USE)
                    .file(target.display().to_string())
                    .key("--out")
                    .into());
            }
            Err(TryLockError::Error(e)) => return Err(failed(e)),
        }
        // Locked, but is it still the folder's? The run before may have removed it meanwhile.
        if same_file(&file, &path.join(LOCK)) {
            return Ok(file);
        }
    }
}

#[cfg(unix)]
fn same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |m: fs::Metadata| (m.dev(), m.ino());
    file.metadata().is_ok_and(|own| fs::metadata(path).is_ok_and(|there| id(own) == id(there)))
}

#[cfg(not(unix))]
fn same_file(_: &File, path: &Path) -> bool {
    path.exists()
}

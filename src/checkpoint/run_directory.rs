//! The run directory: the working folder in which a run keeps its finished draws while it goes on. The same run goes on from
//! what it left there; another is refused.

use super::chunk_files::{self, PREFIX, StoredChunk};
use super::plan::{PLAN, Plan};
use crate::engine::chunk::Chunk;
use crate::engine::run::Engine;
use crate::error::{Error, Problem, Result};
use crate::files::list::{FILE, Hashes, PACKAGE, Seal, hash, seal};
use crate::files::read;
use crate::files::remove::{hash_below, is_unchanged, remove_own};
use crate::files::standing::Standing;
use crate::files::swap::{draft_of, entries, is_draft, replace_own};
use crate::files::work_folder::{Destination, WorkFolder, refuse_foreign};
use crate::text::{Text, say};
use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// The name by which the description of draws is known to be the program's.
pub const PACKAGE_NAME: &str = "bpasim-draws";

/// The directory of a run's chunks, locked against other runs until it is dropped.
#[derive(Debug)]
pub struct RunDirectory {
    work: WorkFolder,
    plan: Plan,
    chunks: Vec<StoredChunk>,
    /// Names of files beside the chunks, and their hashes.
    beside: Hashes,
}

impl RunDirectory {
    /// Takes a working folder for a run. The chunks of an interrupted run are taken over, if they are sound and of the same
    /// run; with `fresh` they go.
    pub fn open(work: WorkFolder, plan: &Plan, fresh: bool) -> Result<RunDirectory> {
        let mut run_directory =
            RunDirectory { work, plan: plan.clone(), chunks: Vec::new(), beside: Hashes::new() };
        run_directory.adopt_chunks(fresh)?;
        Ok(run_directory)
    }

    /// The folder itself.
    pub fn work(&self) -> &WorkFolder {
        &self.work
    }

    fn adopt_chunks(&mut self, fresh: bool) -> Result<()> {
        let path = self.work.path().to_path_buf();
        let failed = |e| Error::writing(&path, e);
        chunk_files::remove_unfinished(&path).map_err(failed)?;
        let foreign = chunk_files::foreign(&path).map_err(failed)?;
        let [plan, package, list] = [PLAN, PACKAGE, FILE].map(|name| path.join(name));
        let before = Plan::of_program(&plan);
        let own_package =
            read::text(&package, read::MOST_LIST).is_ok_and(|content| content.contains(PACKAGE_NAME));
        let own_list = read::bytes(&list, read::MOST_LIST).is_ok_and(|content| seal(&content) == Seal::Whole);
        let beside = [(&plan, before.is_some()), (&package, own_package), (&list, own_list)];
        let other = beside.into_iter().find(|(path, own)| !own && fs::symlink_metadata(path).is_ok());
        if let Some(other) = foreign.or(other.map(|(path, _)| path.clone())) {
            return Err(refuse_foreign(&other));
        }
        // What describes draws is written anew with them.
        for (path, _) in [(&package, own_package), (&list, own_list)].into_iter().filter(|(_, own)| *own) {
            remove_own(path).map_err(failed)?;
        }
        let names = chunk_files::names(&path).map_err(failed)?;
        if fresh || names.is_empty() {
            chunk_files::remove(&path, &names).map_err(failed)?;
            self.remove_posterior(before.as_ref()).map_err(failed)?;
            // Files of the user's among draws stay, and then there is no place for new ones.
            if let Some(left) = chunk_files::any(&path).map_err(failed)? {
                return Err(refuse_foreign(&left));
            }
        } else if !names.is_empty() {
            self.chunks = self.found(&path).map_err(|e| match e {
                Error::Input(mut problems) => {
                    problems.push(Problem::new(say::FRESH_OR_ELSEWHERE));
                    Error::Input(problems)
                }
                other => other,
            })?;
        }
        self.write_plan()
    }

    /// Removes the posterior of the run before, known by the hash that its plan tells.
    fn remove_posterior(&self, before: Option<&Plan>) -> io::Result<()> {
        let Some(origin) = before.and_then(|plan| plan.posterior.as_ref()) else { return Ok(()) };
        for entry in entries(self.work.path())?.iter().filter_map(|entry| entry.to_str()) {
            if hash_below(self.work.path(), entry)?.as_ref() == Some(&origin.blake3) {
                remove_own(&self.work.path().join(entry))?;
            }
        }
        Ok(())
    }

    /// The chunks of this run that are there.
    fn found(&self, path: &Path) -> Result<Vec<StoredChunk>> {
        let plan = path.join(PLAN);
        let missing = || Problem::new(say::MISSING_OR_UNREADABLE).file(plan.display().to_string());
        let before = Plan::read(path)?.ok_or_else(missing)?;
        self.plan.same_run(&before, &plan)?;
        let chunks = chunk_files::read_all(path, &self.plan.run)?;
        let own = self.plan.own_draws();
        let mut next = own.start;
        for chunk in &chunks {
            if chunk.draws.start < next || chunk.draws.end > own.end {
                let allowed = format!("{} – {}", own.start, own.end - 1);
                return Err(Problem::new(say::OUTSIDE_DRAWS_TO_RUN)
                    .file(chunk.path.display().to_string())
                    .allowed(Text::same(allowed))
                    .into());
            }
            next = chunk.draws.end;
        }
        Ok(chunks)
    }

    fn write_plan(&mut self) -> Result<()> {
        let text = self.plan.to_json();
        self.put_file(PLAN, text.as_bytes())
    }

    /// Puts a file that is needed to join the chunks beside them.
    pub fn put_file(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let path = self.work.path().join(name);
        let failed = |e| Error::writing(&path, e);
        let there = hash_below(self.work.path(), name).map_err(failed)?;
        let own = there.as_ref() == Some(&hash(content)) || name == PLAN && Plan::of_program(&path).is_some();
        for at in [Some(&path).filter(|_| !own), Some(&draft_of(&path)).filter(|at| !is_draft(at, content))] {
            if let Some(foreign) = at.filter(|at| fs::symlink_metadata(at).is_ok()) {
                return Err(refuse_foreign(foreign));
            }
        }
        replace_own(&path, content).map_err(failed)?;
        self.beside.insert(name.into(), hash(content));
        Ok(())
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
                        .map(|p| chunk_files::write(self.work.path(), engine, &self.plan, p))
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

    /// Puts the chunks in the place they are for, or beside it, with a description of their tables; returns them where they
    /// stand then, and what is to be told.
    pub fn keep(mut self, to: Destination, package: &[u8]) -> Result<(Vec<StoredChunk>, Vec<Text>)> {
        self.put_file(PACKAGE, package)?;
        let target = self.work.destination(to);
        let old = Standing::at(&target)?;
        ensure_draws(&old, &target)?;
        let mut new = self.beside.clone();
        let mut names: Vec<String> = new.keys().cloned().collect();
        for chunk in &self.chunks {
            let name = chunk.name();
            let listed = chunk_files::list(&chunk.path).unwrap_or_default();
            new.extend(listed.into_iter().map(|(file, hash)| (format!("{name}/{file}"), hash)));
            names.push(name);
        }
        let told = self.work.keep(to, &names, new, &old.own)?;
        let moved = |chunk: &StoredChunk| StoredChunk { path: target.join(chunk.name()), ..chunk.clone() };
        let chunks = self.chunks.iter().map(moved).collect();
        self.chunks.clear();
        Ok((chunks, told))
    }

    /// Removes the directory, once the results are written.
    pub fn remove(mut self) {
        let names: Vec<String> = self.chunks.drain(..).map(|chunk| chunk.name()).collect();
        let _ = chunk_files::remove(self.work.path(), &names);
    }
}

impl Drop for RunDirectory {
    fn drop(&mut self) {
        // Without a finished chunk there is nothing to go on from.
        let path = self.work.path();
        if chunk_files::names(path).is_ok_and(|names| names.is_empty()) {
            // All but the folder itself, which is locked.
            let own = |name: &String| is_unchanged(path, name, &self.beside).unwrap_or_default();
            for name in self.beside.keys().filter(|name| own(name)) {
                let _ = remove_own(&path.join(name));
            }
        }
    }
}

/// Refuses to replace what is not a folder of draws, or one that was not meant to be replaced.
pub fn ensure_replaceable(target: &Path, allowed: impl Fn(&Plan) -> bool) -> Result<()> {
    let standing = Standing::at(target)?;
    ensure_draws(&standing, target)?;
    if standing.is_free() || Plan::read(target)?.is_some_and(|there| allowed(&there)) {
        return Ok(());
    }
    Err(Problem::new(say::DRAWS_OF_ANOTHER_RUN).file(target.display().to_string()).key("--out").into())
}

/// Refuses what is not a folder of draws that the program finished, and files of the user's in the place of draws.
fn ensure_draws(standing: &Standing, target: &Path) -> Result<()> {
    if !standing.is_free() && !standing.own.contains_key(PLAN) {
        let shown = target.display().to_string();
        return Err(Problem::new(say::EXISTS_WITHOUT_DRAWS).file(shown).key("--out").into());
    }
    standing.refuse_in_the_way(target, |name| {
        name.starts_with(PREFIX) || [PLAN, FILE, PACKAGE].contains(&name)
    })?;
    standing.refuse_unreadable(target)
}

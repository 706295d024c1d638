//! Chunks are joined to results: the same bits, whichever machines simulated them and in whatever order.

use super::chunk_files::{self, StoredChunk};
use super::plan::{PLAN, Plan};
use crate::engine::chunk::Dimensions;
use crate::engine::results::{NationalDraws, OutcomeSource, Results};
use crate::engine::run::{Engine, Size};
use crate::error::{Error, Problem, Result};
use crate::outcomes::Outcome;
use crate::text::{Text, say};
use ndarray::{Array3, Array4, Axis};
use rayon::prelude::*;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::thread::Builder;

/// National outcomes that take more than this are read outcome by outcome, bytes.
pub const IN_MEMORY: u64 = 512 << 20;

/// Parts with all draws of a run, in order.
#[derive(Clone, Debug)]
struct StoredChunks {
    chunks: Vec<StoredChunk>,
    dimensions: Dimensions,
    worlds: usize,
    /// Which outcomes of a chunk are read: those with reactions, or those without.
    outcome: fn(&StoredChunk, &Dimensions, Outcome) -> Result<Array3<f64>>,
}

impl StoredChunks {
    /// Reads everything, chunk by chunk.
    fn put_into(&self, numbers: &mut Array4<f64>) -> Result<()> {
        let mut first = 0;
        for chunk in &self.chunks {
            let read = |&outcome: &Outcome| (self.outcome)(chunk, &self.dimensions, outcome);
            let read: Vec<Array3<f64>> = Outcome::ALL.par_iter().map(read).collect::<Result<_>>()?;
            let worlds = first..first + read.first().map_or(0, |own| own.dim().0) as isize;
            first = worlds.end;
            let mut place = numbers.slice_axis_mut(Axis(0), worlds.into());
            for (outcome, own) in Outcome::ALL.iter().zip(&read) {
                place.index_axis_mut(Axis(2), outcome.index()).assign(own);
            }
        }
        Ok(())
    }
}

impl OutcomeSource for StoredChunks {
    fn shape(&self) -> (usize, usize, usize) {
        (self.worlds, self.dimensions.models, self.dimensions.years + 1)
    }

    fn fetch(&self, outcome: Outcome) -> Result<Array3<f64>> {
        // Threads of its own, as many as work: this is asked for inside parallel work, which must not wait for itself.
        let threads = rayon::current_thread_index().map_or(1, |_| rayon::current_num_threads());
        let share = self.chunks.len().div_ceil(threads).max(1);
        let read = |chunks: &[StoredChunk]| -> Result<Vec<Array3<f64>>> {
            chunks.iter().map(|chunk| (self.outcome)(chunk, &self.dimensions, outcome)).collect()
        };
        let read: Vec<Result<Vec<Array3<f64>>>> = std::thread::scope(|scope| {
            let start = |chunks| {
                let started = Builder::new().spawn_scoped(scope, move || read(chunks));
                // Where no thread can be had it is read by this one.
                started.map_err(|_| read(chunks))
            };
            let started: Vec<_> = self.chunks.chunks(share).map(start).collect();
            // A fault of a reader is one of the program, and no missing draws.
            started
                .into_iter()
                .map(|own| {
                    own.map_or_else(|read| read, |t| t.join().unwrap_or_else(|fault| resume_unwind(fault)))
                })
                .collect()
        });
        let mut all = Array3::from_elem(self.shape(), f64::NAN);
        let mut first = 0;
        for chunk in read.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten() {
            let worlds = first..first + chunk.dim().0 as isize;
            first = worlds.end;
            all.slice_axis_mut(Axis(0), worlds.into()).assign(&chunk);
        }
        Ok(all)
    }
}

/// The results of a run whose draws are all in `chunks`, in order and each once.
pub fn results(engine: &Engine<'_>, size: Size, chunks: Vec<StoredChunk>) -> Result<Results> {
    let dimensions = engine.dimensions(size.replicates);
    let (worlds, stored) = (size.draws * size.replicates, chunks.clone());
    let all = StoredChunks { worlds, dimensions, chunks, outcome: StoredChunk::outcome };
    let without = StoredChunks {
        worlds: dimensions.mechanical.number(&(0..size.draws)) * size.replicates,
        outcome: StoredChunk::mechanical,
        ..all.clone()
    };
    let mut results = if engine.national_bytes(size) <= IN_MEMORY {
        let mut results = engine.results(size, None);
        all.put_into(results.national.in_memory_mut())?;
        without.put_into(results.mechanical.in_memory_mut())?;
        results
    } else {
        let sources = [all, without].map(|source| NationalDraws::from_source(Box::new(source)));
        engine.results(size, Some(sources))
    };
    for chunk in &stored {
        results.ledger.add(&chunk.ledger(&dimensions)?);
        results.units.add(&chunk.units(&dimensions)?, chunk.draws.start * dimensions.replicates);
    }
    Ok(results)
}

/// The plan and chunks of several folders that together hold a run: every draw once. What is missing,
/// there twice, damaged or of another run is refused by name.
pub fn join_folders(folders: &[PathBuf]) -> Result<(Plan, Vec<StoredChunk>)> {
    let mut plan: Option<Plan> = None;
    let mut chunks: Vec<StoredChunk> = Vec::new();
    for folder in folders {
        let Some(own) = Plan::read(folder)? else {
            let what = match std::fs::symlink_metadata(folder).is_ok() {
                true => say::NOT_A_FOLDER_OF_DRAWS,
                false => say::PATH_DOES_NOT_EXIST,
            };
            return Err(Problem::new(what)
                .file(folder.display().to_string())
                .allowed(say::FOLDERS_OF_DRAWS)
                .into());
        };
        own.of_this_model(&folder.join(PLAN))?;
        if let Some(first) = &plan {
            first.same_run(&own, &folder.join(PLAN))?;
            if first.draws != own.draws {
                return Err(Problem::new(say::BELONGS_TO_OTHER_NUMBER_OF_DRAWS)
                    .file(folder.join(PLAN).display().to_string())
                    .key("draws")
                    .found(own.draws.to_string())
                    .allowed(Text::same(first.draws.to_string()))
                    .into());
            }
        }
        chunks.extend(chunk_files::read_all(folder, &own.run)?);
        plan.get_or_insert(own);
    }
    let plan = plan.ok_or_else(|| Error::input(Problem::new(say::NO_FOLDERS).key("merge")))?;
    chunks.sort_by_key(|chunk| chunk.draws.start);
    let mut next = 0;
    for chunk in &chunks {
        if chunk.draws.start > next {
            return Err(missing(next, chunk.draws.start - 1));
        }
        if chunk.draws.start < next || chunk.draws.end > plan.draws {
            let what = match chunk.draws.start < next {
                true => say::DRAWS_TWICE,
                false => say::DRAWS_OUTSIDE_RUN,
            };
            return Err(Problem::new(what).file(chunk.path.display().to_string()).into());
        }
        next = chunk.draws.end;
    }
    if next < plan.draws {
        return Err(missing(next, plan.draws - 1));
    }
    Ok((plan, chunks))
}

fn missing(from: usize, to: usize) -> Error {
    Problem::new(say::DrawsAreMissing { from, to }).key("merge").into()
}

//! Parts become results: the same bits whoever made them, and in whatever order.

use super::files::{self, Stored};
use super::plan::{PLAN, Plan};
use crate::engine::part::Extent;
use crate::engine::results::{ByOutcome, NationalDraws, Results};
use crate::engine::run::{Engine, Size};
use crate::error::{Error, Problem, Result};
use crate::outcomes::Outcome;
use crate::text::Text;
use ndarray::{Array3, Axis};
use rayon::prelude::*;
use std::path::PathBuf;

/// National outcomes that take more than this are read outcome by outcome, bytes.
const IN_MEMORY: u64 = 512 << 20;

/// Parts with all draws of a run, in order.
#[derive(Clone, Debug)]
struct Parts {
    parts: Vec<Stored>,
    extent: Extent,
    worlds: usize,
}

impl ByOutcome for Parts {
    fn shape(&self) -> (usize, usize, usize) {
        (self.worlds, self.extent.models, self.extent.years + 1)
    }

    fn fetch(&self, outcome: Outcome) -> Result<Array3<f64>> {
        // Threads of its own: this is asked for inside parallel work, which must not wait for itself.
        let threads = std::thread::available_parallelism().map_or(1, |n| n.get());
        let share = self.parts.len().div_ceil(threads).max(1);
        let read = |parts: &[Stored]| -> Result<Vec<Array3<f64>>> {
            parts.iter().map(|part| part.outcome(&self.extent, outcome)).collect()
        };
        let read: Vec<Result<Vec<Array3<f64>>>> = std::thread::scope(|scope| {
            let started: Vec<_> =
                self.parts.chunks(share).map(|parts| scope.spawn(move || read(parts))).collect();
            started.into_iter().map(|t| t.join().unwrap_or_else(|_| Ok(Vec::new()))).collect()
        });
        let mut all = Array3::from_elem(self.shape(), f64::NAN);
        let mut first = 0;
        for part in read.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten() {
            let worlds = first..first + part.dim().0 as isize;
            first = worlds.end;
            all.slice_axis_mut(Axis(0), worlds.into()).assign(&part);
        }
        Ok(all)
    }
}

/// The results of a run whose draws are all in `parts`, in order and each once.
pub fn results(engine: &Engine<'_>, size: Size, parts: Vec<Stored>) -> Result<Results> {
    let extent = engine.extent(size.replicates);
    let all = Parts { worlds: size.draws * size.replicates, extent, parts };
    let stored = all.parts.clone();
    let mut results = if engine.national_bytes(size) <= IN_MEMORY {
        let mut results = engine.results(size, None);
        let numbers = results.national.in_memory_mut();
        for part in &stored {
            let first = (part.draws.start * extent.replicates) as isize;
            let worlds = first..first + (part.draws.len() * extent.replicates) as isize;
            let read = |&outcome: &Outcome| part.outcome(&extent, outcome);
            let read: Vec<Array3<f64>> = Outcome::ALL.par_iter().map(read).collect::<Result<_>>()?;
            let mut place = numbers.slice_axis_mut(Axis(0), worlds.into());
            for (outcome, own) in Outcome::ALL.iter().zip(&read) {
                place.index_axis_mut(Axis(2), outcome.index()).assign(own);
            }
        }
        results
    } else {
        engine.results(size, Some(NationalDraws::elsewhere(Box::new(all))))
    };
    for part in &stored {
        results.ledger.add(&part.ledger(&extent)?);
        results.units.add(&part.units(&extent)?, part.draws.start * extent.replicates);
    }
    Ok(results)
}

/// The plan and parts of several folders that together hold a run: every draw once. What is missing,
/// there twice, damaged or of another run is refused by name.
pub fn join(folders: &[PathBuf]) -> Result<(Plan, Vec<Stored>)> {
    let mut plan: Option<Plan> = None;
    let mut parts: Vec<Stored> = Vec::new();
    for folder in folders {
        let Some(own) = Plan::read(folder)? else {
            let what = match folder.is_dir() {
                true => Text::all(
                    "er ingen mappe med trekninger fra bpasim",
                    "er inga mappe med trekkingar frå bpasim",
                    "is no folder of draws from bpasim",
                ),
                false => Text::all("finnes ikke", "finst ikkje", "does not exist"),
            };
            let allowed = Text::all(
                "mapper fra run --shard eller run --keep-draws",
                "mapper frå run --shard eller run --keep-draws",
                "folders from run --shard or run --keep-draws",
            );
            return Err(Problem::new(what).file(folder.display().to_string()).allowed(allowed).into());
        };
        own.of_this_model(&folder.join(PLAN))?;
        if let Some(first) = &plan {
            first.same_run(&own, &folder.join(PLAN))?;
            if first.draws != own.draws {
                let what = Text::all(
                    "hører til en kjøring med et annet antall trekninger",
                    "høyrer til ei køyring med eit anna tal på trekkingar",
                    "belongs to a run with another number of draws",
                );
                return Err(Problem::new(what)
                    .file(folder.join(PLAN).display().to_string())
                    .key("draws")
                    .found(own.draws.to_string())
                    .allowed(Text::same(first.draws.to_string()))
                    .into());
            }
        }
        parts.extend(files::read_all(folder, &own.run)?);
        plan.get_or_insert(own);
    }
    let plan = plan.ok_or_else(|| {
        Error::input(Problem::new(Text::all("ingen mapper", "ingen mapper", "no folders")).key("merge"))
    })?;
    parts.sort_by_key(|part| part.draws.start);
    let mut next = 0;
    for part in &parts {
        if part.draws.start > next {
            return Err(missing(next, part.draws.start - 1));
        }
        if part.draws.start < next || part.draws.end > plan.draws {
            let what = match part.draws.start < next {
                true => Text::all(
                    "trekningene er der to ganger",
                    "trekkingane er der to gonger",
                    "these draws are there twice",
                ),
                false => Text::all(
                    "trekningene ligger utenfor kjøringen",
                    "trekkingane ligg utanfor køyringa",
                    "these draws lie outside the run",
                ),
            };
            return Err(Problem::new(what).file(part.path.display().to_string()).into());
        }
        next = part.draws.end;
    }
    if next < plan.draws {
        return Err(missing(next, plan.draws - 1));
    }
    Ok((plan, parts))
}

fn missing(from: usize, to: usize) -> Error {
    Problem::new(Text::all(
        format!("trekningene {from} til {to} mangler"),
        format!("trekkingane {from} til {to} manglar"),
        format!("draws {from} to {to} are missing"),
    ))
    .key("merge")
    .into()
}

//! A run in steps: first to the year of the headlines, for a first answer at once, then all years, with an answer each time
//! that the error is smaller.

use super::run::{End, Run};
use super::shelf::Shelf;
use crate::analysis::full_effect_year;
use crate::error::{Error, Result};
use crate::live::answer::{Extent, answer};
use crate::live::desk::problem;
use crate::live::session::Session;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Draws to the year of the headlines.
const FIRST: [usize; 3] = [4, 16, 32];
/// Draws of all years, which are told of when they are no less precise than what stands there already; the last are those of the
/// run.
const ALL: [usize; 7] = [32, 64, 128, 256, 512, 1024, 2048];

/// Simulates a run and tells everybody who looks of it.
pub fn simulate(run: &Run, shelf: &Shelf) {
    let end = match steps(run, shelf) {
        Ok(()) => End::Done,
        Err(Error::Interrupted { .. }) => End::Stopped,
        Err(error) => End::Problem(problem(&error, run.lang).to_string().into()),
    };
    run.end(end);
}

/// The draws at which a run of so many stops on its way.
fn steps_to(draws: usize) -> impl Iterator<Item = usize> {
    ALL.into_iter().filter(move |own| *own < draws).chain([draws])
}

fn steps(run: &Run, shelf: &Shelf) -> Result<()> {
    let before = run.before.as_ref().and_then(|hash| shelf.seen(hash));
    let there = shelf.drawn(&run.hash, run.draws);
    let before = before.as_deref();
    let mut soon = FIRST.to_vec();
    let mut own = match there {
        Some(there) => Session { setting: run.setting.clone(), ..(*there).clone() },
        None => {
            let own = Session::open(run.setting.clone(), None)?;
            let years = full_effect_year(&own.scenario).0 + 1;
            if years < own.scenario.horizon {
                first(run, years, before, shelf)?;
                soon.clear();
            }
            own
        }
    };
    if own.results.draws > 0 {
        tell(run, &own, before)?;
    }
    let steps = soon.into_iter().filter(|draws| *draws < run.draws).chain(steps_to(run.draws));
    let done = grow(run, &mut own, steps, before);
    if own.results.draws > 1 {
        shelf.keep(&run.hash, Arc::new(own));
    }
    done
}

/// The years up to that of the headlines. What was seen of them is kept, so that a run that soon takes this one's place is
/// compared with it.
fn first(run: &Run, years: usize, before: Option<&Session>, shelf: &Shelf) -> Result<()> {
    let mut own = Session::open(run.setting.clone(), Some(years))?;
    let steps = FIRST.into_iter().filter(|draws| *draws <= run.draws);
    let done = grow(run, &mut own, steps, before);
    if own.results.draws > 1 {
        shelf.keep_first(&run.hash, Arc::new(own));
    }
    done
}

/// The draws of a run that is done and whose draws are kept no longer. Nobody is told of them: the answers stand.
pub fn draw_again(run: &Run, shelf: &Shelf, stop: &AtomicBool) -> Result<Arc<Session>> {
    // Who waited before may have had the same drawn.
    if let Some(kept) = shelf.draws_of(run) {
        return Ok(kept);
    }
    let mut own = Session::open(run.setting.clone(), None)?;
    for draws in steps_to(run.draws) {
        own.add(&own.simulate(own.results.draws..draws, stop)?)?;
    }
    let own = Arc::new(own);
    shelf.keep(&run.hash, own.clone());
    Ok(own)
}

/// Goes on to each number of draws, and tells of them: of the first at once, since somebody waits for it, of each that follows
/// while the next are simulated.
fn grow(
    run: &Run,
    own: &mut Session,
    steps: impl Iterator<Item = usize>,
    before: Option<&Session>,
) -> Result<()> {
    let mut untold = false;
    for draws in steps {
        let there = own.results.draws;
        if there >= draws {
            continue;
        }
        let simulated = || own.simulate(there..draws, &run.stop);
        let piece = match untold {
            false => simulated()?,
            true => {
                let (piece, told) = rayon::join(simulated, || tell(run, own, before));
                told?;
                piece?
            }
        };
        own.add(&piece)?;
        untold = there > 0;
        if !untold {
            tell(run, own, before)?;
        }
    }
    if untold { tell(run, own, before) } else { Ok(()) }
}

fn tell(run: &Run, own: &Session, before: Option<&Session>) -> Result<()> {
    if run.stop.load(Ordering::Relaxed) {
        return Err(Error::Interrupted { kept: 0 });
    }
    let told = serde_json::to_string(&answer(own, before, Extent::Whole, run.lang)?);
    run.tell(told.map_err(|e| Error::Internal { what: e.to_string() })?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::setting::Setting;
    use crate::serve::run::Asked;
    use crate::text::Lang;

    fn run(draws: usize, before: Option<String>) -> Run {
        let sets = match before {
            None => Vec::new(),
            Some(_) => vec!["financing.B.refund.rate=0.95".to_string()],
        };
        let setting = Setting { scenario: "oslo".into(), sets, ..Setting::default() };
        Run::new(Asked { setting, before, page: None, draws: Some(draws) }, Lang::En).unwrap()
    }

    #[test]
    fn a_run_is_told_of_in_steps_and_compared_with_the_one_before() {
        let shelf = Shelf::default();
        let first = Arc::new(run(4, None));
        let looking = first.clone().look();
        simulate(&first, &shelf);
        let seen = looking.seen.borrow().clone();
        assert_eq!(seen.end, Some(End::Done));
        let answer: serde_json::Value = serde_json::from_str(&seen.answer.unwrap()).unwrap();
        assert_eq!((answer["draws"].as_u64(), answer["html"]["moved"].as_str()), (Some(4), Some("")));
        let second = Arc::new(run(4, Some(first.id.clone())));
        let looking = second.clone().look();
        simulate(&second, &shelf);
        let answer = looking.seen.borrow().answer.clone().unwrap();
        let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        assert!(answer["html"]["moved"].as_str().unwrap().contains("±"), "{answer:#}");
        assert_eq!(shelf.seen(&second.hash).unwrap().results.draws, 4);
        // More draws go on from those that are kept.
        let more = run(8, None);
        assert_eq!(shelf.drawn(&more.hash, 8).unwrap().results.draws, 4);
        more.give_up();
        simulate(&more, &shelf);
        assert_eq!(more.ended(), Some(End::Stopped));
    }
}

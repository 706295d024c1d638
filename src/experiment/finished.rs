//! A run that stands finished where it is asked for again: nothing is to be simulated.

use super::output::ResultFolder;
use super::run::RunSetup;
use super::stored::{StoredRunRequest, kept_folder};
use crate::checkpoint::plan::{Plan, Shard};
use crate::engine::model_number::MODEL_NUMBER;
use crate::error::Result;
use crate::export::folder::{EarlierRun, below_default};
use crate::files::place::{path_of, resolve};

/// The results of this very run, where they stand whole in a folder of the user's own: he may ask for other files of them by
/// the same words. In the default folder, and where results are replaced or draws are missing, the run is made.
pub fn finished_run(request: &StoredRunRequest) -> Result<Option<ResultFolder>> {
    let Some(target) = request.output.folder.path.as_ref().filter(|path| path.is_dir()) else {
        return Ok(None);
    };
    if request.fresh || request.output.folder.force || below_default(target) {
        return Ok(None);
    }
    // A run that was killed after its results were in place goes on to the end by itself.
    let working = path_of(&resolve(target)?);
    let Some(there) = EarlierRun::at(target).filter(|_| !working.exists()) else { return Ok(None) };
    let setup = RunSetup::new(&request.run, Shard::WHOLE)?;
    let own = |draws: usize| setup.origin_of(draws);
    // What goes on until it is precise enough has as many draws as that took.
    let precise = request.run.precision.is_some();
    let origin = if precise { own(there.draws) } else { own(setup.plan.draws) };
    if !there.is_same(&origin) {
        return Ok(None);
    }
    // What was edited or can't be read is made anew, as any run does.
    let Ok(folder) = ResultFolder::read(target) else { return Ok(None) };
    let about = &folder.about;
    let wanted = about.precision.as_ref().map(|reached| reached.wanted);
    let told = about.repeat == setup.plan.command(about.draws) && wanted == request.run.precision;
    let of_this_program = about.version == env!("CARGO_PKG_VERSION") && about.model_number == MODEL_NUMBER;
    let kept = || Plan::read(&kept_folder(target)).is_ok_and(|plan| plan.is_some_and(|p| p.run == about.run));
    let whole = told && of_this_program && (!request.keep_draws || kept());
    Ok(whole.then_some(folder))
}

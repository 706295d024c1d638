//! What a run is made of, and by that where its results go and what they may replace.

use super::request::FolderRequest;
use super::run::RunSetup;
use crate::checkpoint::plan::Plan;
use crate::export::folder::{self, EarlierRun, Permission, RunOrigin};
use crate::files::list::hash;
use crate::files::place::beside;
use crate::scenario::overrides::Options;
use crate::scenario::{canonical, embedded};
use serde_json::json;
use std::path::PathBuf;

impl RunSetup {
    /// What the run is, to be held against an earlier one in its place.
    pub fn origin(&self) -> RunOrigin {
        self.origin_of(self.plan.draws)
    }

    /// The same of so many of its draws.
    pub(super) fn origin_of(&self, draws: usize) -> RunOrigin {
        let Plan { sets, models, years, source, run, .. } = &self.plan;
        let own = !embedded::SCENARIOS.contains(&source.as_str());
        let posterior = self.plan.posterior.as_ref().map(|origin| &origin.blake3);
        let options = self.plan.options() != Options::default();
        // What is shipped may change with the model; what the user changed in it is what he holds it by.
        let what = json!({
            "scenario": self.scenario.name,
            "sets": sets,
            "models": models,
            "years": years,
            "posterior": posterior,
            "own": own.then(|| canonical::scenario(&self.scenario)),
        });
        RunOrigin {
            scenario: self.scenario.name.clone(),
            assumptions: hash(what.to_string().as_bytes()),
            unchanged: !own && !options && posterior.is_none(),
            run: run.clone(),
            draws,
        }
    }

    /// Where the results go: the default folder is the scenario's name; other assumptions than those of the run that stands
    /// there, or of the scenario itself, have one of their own.
    pub fn folder(&self, folder: &FolderRequest) -> PathBuf {
        if let Some(path) = &folder.path {
            return path.clone();
        }
        let origin = self.origin();
        let default = folder::default_folder(&origin.scenario);
        let own = !self.plan.sets.is_empty() || self.plan.posterior.is_some();
        let taken = || EarlierRun::at(&default).is_some_and(|there| !there.is_alike(&origin));
        match own || taken() {
            true => beside(&default, &origin.assumptions[..8]),
            false => default,
        }
    }

    /// Which earlier results may be replaced by those of the run.
    pub fn permission(&self, folder: &FolderRequest) -> Permission {
        Permission { force: folder.force, origin: Some(self.origin()) }
    }
}

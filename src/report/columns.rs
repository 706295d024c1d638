//! Which models stand side by side in tables and figures, and in what order.
//!
//! A model that differs from an earlier one in when its withdrawal is set alone is left out: in the year that is compared it is
//! that model, and what comes after stands in the table of withdrawals over time. A model that differs from an earlier one
//! in whom its terms of refund hold for stands next to that, so that neither is read without the other.

use super::run::Run;

/// Levers that decide when a withdrawal is set.
const SETTING: [&str; 2] = ["offset_basis", "rebase_years"];
/// Levers that decide whom terms of refund hold for, and what goes with that.
const SCOPE: [&str; 3] = ["refund.scope", "refund.lag_years", "refund.institutions"];

/// The earlier model from which `model` differs in these levers alone.
fn varies(run: &Run, model: usize, levers: &[&str]) -> Option<usize> {
    let of = |m: usize| &run.about.models[m].levers;
    let same = |earlier: &usize| {
        let own = of(*earlier);
        let rest = |path: &&String| !levers.contains(&path.as_str());
        own.keys().filter(rest).all(|path| own.get(path) == of(model).get(path))
    };
    (1..model).find(same)
}

/// The model that `model` is in all but when its withdrawal is set; none where the two are compared with each other.
pub fn set_otherwise(run: &Run, model: usize) -> Option<usize> {
    let pairs = run.pairs();
    varies(run, model, &SETTING).filter(|earlier| !pairs.contains(&(model, *earlier)))
}

/// The models in the columns, in order; the zero alternative first.
pub fn columns(run: &Run) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for model in (0..run.models()).filter(|m| set_otherwise(run, *m).is_none()) {
        let beside = varies(run, model, &SCOPE).and_then(|base| order.iter().position(|m| *m == base));
        match beside {
            Some(at) => order.insert(at + 1, model),
            None => order.push(model),
        }
    }
    order
}

/// The models that are left out of the columns, each with the one that it varies.
pub fn left_out(run: &Run) -> Vec<(usize, usize)> {
    (0..run.models()).filter_map(|m| Some((m, set_otherwise(run, m)?))).collect()
}

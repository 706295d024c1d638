//! Which models stand side by side in tables and figures, and in what order.
//!
//! A model that differs from an earlier one in when its withdrawal is set alone is left out: in the year that is compared it is
//! that model, and what comes after stands in the table of withdrawals over time. A model that differs from an earlier one
//! in whom its terms of refund hold for stands next to that, so that neither is read without the other.

use crate::records::manifest::ModelInfo;
use std::collections::BTreeSet;

/// Levers that decide when a withdrawal is set.
const SETTING: [&str; 2] = ["offset_basis", "rebase_years"];
/// Levers that are about a withdrawal alone: how much, how it is shared, when it is set, how those who lose are spared.
pub const WITHDRAWAL: [&str; 7] = [
    "offset_share",
    "offset_by",
    "offset_basis",
    "rebase_years",
    "transition_rule",
    "transition_cap",
    "transition_years",
];
/// Levers that decide whom terms of refund hold for, and what goes with that.
const SCOPE: [&str; 3] = ["refund.scope", "refund.lag_years", "refund.institutions"];

/// Which models stand side by side. Worked out once for a run, since every row asks.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// The models in the columns, in order; the zero alternative first.
    pub shown: Vec<usize>,
    /// The models that are left out of the columns, each with the one that it varies.
    pub left_out: Vec<(usize, usize)>,
}

impl Columns {
    /// Of some models, of which some `pairs` are compared with each other.
    pub fn new(models: &[ModelInfo], pairs: &BTreeSet<(usize, usize)>) -> Columns {
        let mut own = Columns::default();
        for model in 0..models.len() {
            // One that is compared with the model it varies is shown beside it.
            let base = varies(models, model, &SETTING).filter(|base| !pairs.contains(&(model, *base)));
            if let Some(base) = base {
                own.left_out.push((model, base));
                continue;
            }
            let beside = varies(models, model, &SCOPE);
            match beside.and_then(|base| own.shown.iter().position(|m| *m == base)) {
                Some(at) => own.shown.insert(at + 1, model),
                None => own.shown.push(model),
            }
        }
        own
    }
}

/// The earlier model from which `model` differs in these levers alone.
pub fn varies(models: &[ModelInfo], model: usize, levers: &[&str]) -> Option<usize> {
    (1..model).find(|earlier| alike(&models[*earlier], &models[model], levers))
}

/// Whether two models differ in these levers alone.
pub fn alike(a: &ModelInfo, b: &ModelInfo, levers: &[&str]) -> bool {
    let rest = |path: &&String| !levers.contains(&path.as_str());
    a.history == b.history
        && b.levers.keys().filter(rest).all(|path| a.levers.get(path) == b.levers.get(path))
}

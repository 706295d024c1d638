//! What is hidden in a run because it is of few real persons, and why: the same words on screen and on the page.

use super::document::Block;
use super::presenter::Presenter;
use crate::outcomes::Outcome;
use crate::text::say;

/// What is hidden, and why; nothing where nothing is.
pub fn told(presenter: &Presenter<'_>) -> Vec<Block> {
    let (t, about) = (presenter.t, &presenter.run.about);
    if about.hidden_units == 0 && about.hidden_outcomes.is_empty() {
        return Vec::new();
    }
    let mut said = vec![t.get(say::HIDDEN_WHY)];
    if presenter.run.all_hidden() {
        said.push(t.get(say::HIDDEN_COUNTRY));
    } else {
        if about.hidden_units > 0 {
            let (count, all) = (presenter.count(about.hidden_units), presenter.count(about.scenario.units));
            said.push(t.get(say::HiddenUnits { all, count, units: presenter.units() }));
        }
        let hidden = Outcome::ALL.iter().filter(|o| presenter.run.hidden(**o));
        let names: Vec<String> = hidden.map(|o| presenter.label(*o)).collect();
        if !names.is_empty() {
            said.push(t.get(say::HiddenOutcomes { names: names.join("; ") }));
        }
    }
    said.push(t.get(say::HIDDEN_LIMITS));
    said.into_iter().map(Block::Text).collect()
}

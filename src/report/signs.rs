//! Whether the direction of a difference is found or assumed, in words (model.md §8, scheme.md S6.6): from the analysis of what
//! decides the conclusion, where that was made.

use super::presenter::{Presenter, When};
use super::texts::Texts;
use super::words::in_sentence;
use crate::analysis::sensitivity::signs::{Direction, SignTest};
use crate::analysis::sensitivity::target::Target;
use crate::analysis::studies::{About, Studies};
use crate::analysis::summary::{Basis, Period};
use crate::outcomes::Outcome;
use crate::text::{Words, say};

/// What is said of a direction; nothing is known of one that was not tried.
pub fn words(direction: Option<Direction>) -> Words {
    match direction {
        None => say::SIGN_NOT_EXAMINED,
        Some(Direction::Assumed) => say::SIGN_ASSUMED,
        Some(Direction::Evidence) => say::SIGN_EVIDENCE,
        Some(Direction::Found) => say::SIGN_FOUND,
    }
}

/// Names of parameters in running text.
pub fn names<'i>(about: &About, ids: impl Iterator<Item = &'i str>, t: &Texts) -> Vec<String> {
    let name =
        |id: &str| about.parameters.get(id).map_or(id.to_string(), |named| named.label.get(t.lang).into());
    ids.map(|id| in_sentence(&name(id))).collect()
}

impl<'a> Presenter<'a> {
    /// What was found of a difference's direction; none where that was not examined.
    pub fn sign_test(
        &self,
        outcome: Outcome,
        (model, minus): (usize, usize),
        when: When,
    ) -> Option<(&'a SignTest, &'a Studies)> {
        let studies = self.run.studies.as_ref()?;
        let first = self.run.about.scenario.first_year;
        let period = when.map_or(Period::Total, |year| Period::Year((year - first).max(0) as usize));
        let headline = (outcome, Basis::usual(outcome, when.is_none()), period);
        let test = studies.signs.as_ref()?.of(Target { headline, model, minus: Some(minus) })?;
        Some((test, studies))
    }

    /// What is said of a difference's direction beside its probability.
    pub fn sign(&self, outcome: Outcome, pair: (usize, usize), when: When) -> String {
        let found = self.sign_test(outcome, pair, when).map(|(test, _)| test.direction());
        self.t.get(words(found))
    }

    /// Whether directions were examined at all.
    pub fn signs_examined(&self) -> bool {
        self.run.studies.as_ref().is_some_and(|studies| studies.signs.is_some())
    }

    /// Says once, below a table of probabilities, that no direction was examined, and that some are assumed: what is so in all draws
    /// may be so because it was put in.
    pub fn signs_note(&self) -> Option<String> {
        let told = !self.signs_examined() && self.run.about.draws > 1;
        let assumed = self.run.parameters.iter().filter(|own| own.sign == "assumed").count();
        told.then(|| self.t.get(say::NoteSignsNotExamined { assumed: self.count(assumed) }))
    }

    /// The assumptions that a difference follows from, where its direction is assumed.
    pub fn assumed(&self, outcome: Outcome, pair: (usize, usize), when: When) -> Vec<String> {
        match self.sign_test(outcome, pair, when) {
            Some((test, studies)) => names(&studies.about, test.assumed(), self.t),
            None => Vec::new(),
        }
    }
}

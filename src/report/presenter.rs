//! Rows and words that tables, figures and sentences share.

use super::display_unit::DisplayUnit;
use super::document::{Cell, Missing, Row};
use super::quantity::Quantity;
use super::run::Run;
use super::texts::Texts;
use super::words;
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::text::number::{self, Scale};
use crate::text::{Lang, say};

/// A run and the language it is told in.
pub struct Presenter<'a> {
    /// The run.
    pub run: &'a Run,
    /// The texts.
    pub t: &'a Texts,
}

/// Most pairs without the zero alternative that stand side by side.
const PAIRS: usize = 10;

/// A year of the run, or all years together.
pub type When = Option<i32>;

impl<'a> Presenter<'a> {
    /// The language.
    pub fn lang(&self) -> Lang {
        self.t.lang
    }

    /// A model's name in tables.
    pub fn model(&self, model: usize) -> String {
        self.run.about.models[model].short.get(self.lang()).to_string()
    }

    /// The models that stand side by side, in order: the zero alternative first.
    pub fn columns(&self) -> Vec<usize> {
        self.run.columns.shown.clone()
    }

    /// The same, and after them those that differ from one of them in when their withdrawal is set.
    pub fn all(&self) -> Vec<usize> {
        let mut all = self.columns();
        all.extend(self.run.columns.left_out.iter().map(|(model, _)| model));
        all
    }

    /// Names of the models that stand side by side.
    pub fn models(&self) -> Vec<String> {
        self.columns().into_iter().map(|m| self.model(m)).collect()
    }

    /// Models that are compared with the zero alternative.
    pub fn others(&self) -> std::vec::IntoIter<usize> {
        let mut columns = self.columns();
        columns.retain(|m| *m != 0);
        columns.into_iter()
    }

    /// What models are not among the columns, and where they stand; nothing where all are.
    pub fn models_left_out(&self) -> Option<String> {
        let left_out = &self.run.columns.left_out;
        let (_, base) = *left_out.first()?;
        let of_base = left_out.iter().filter(|(_, of)| *of == base);
        let names: Vec<String> = of_base.map(|(m, _)| format!("«{}»", self.model(*m))).collect();
        Some(self.t.get(say::NoteModelsLeftOut { models: self.t.list(&names), base: self.model(base) }))
    }

    /// Pairs of models whose difference is shown, those with the zero alternative first: those that the run has; each minus
    /// the zero alternative alone where there would be too many beside.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let columns = self.columns();
        let place = |model: usize| columns.iter().position(|m| *m == model);
        let mut pairs = self.run.pairs.clone();
        pairs.retain(|(model, earlier)| place(*model).is_some() && place(*earlier).is_some());
        if pairs.iter().filter(|(_, earlier)| *earlier > 0).count() > PAIRS {
            pairs.retain(|(_, earlier)| *earlier == 0);
        }
        pairs.sort_by_key(|(model, earlier)| (*earlier > 0, place(*model), place(*earlier)));
        pairs
    }

    /// What pairs of models are not shown, and where they are to be had; nothing where all are shown.
    pub fn pairs_left_out(&self) -> Option<String> {
        let (models, there) = (self.run.models(), self.run.pairs.len());
        if there < models * models.saturating_sub(1) / 2 {
            return Some(self.t.get(say::NOTE_PAIRS_NOT_COMPARED));
        }
        (self.pairs().len() < there).then(|| self.t.get(say::NOTE_PAIRS_IN_FILE))
    }

    /// Whether a model's terms hold for everybody in the refund scheme.
    pub fn for_all(&self, model: usize) -> bool {
        let levers = &self.run.about.models[model].levers;
        levers.get("refund.scope").and_then(|scope| scope.as_str()) == Some("all")
    }

    /// Whether a model's level of an outcome would be of two populations: the services of the persons that are simulated in
    /// all, and of everybody else in the refund scheme what the model changes alone, since what they cost today is posted
    /// nowhere. Its difference from the zero alternative is of both.
    pub fn of_two_populations(&self, outcome: Outcome, model: usize) -> bool {
        use Outcome::*;
        let of_both = matches!(
            outcome,
            MunicipalityNet
                | MunicipalityNetBeforeWithdrawal
                | MunicipalityNetCash
                | StateNet
                | StateNetCash
                | PublicNet
                | SocietyCost
        );
        of_both && self.for_all(model) && self.run.has_scheme()
    }

    /// Why levels are left out below such a table; nothing where none are.
    pub fn note_two_populations(&self, outcomes: &[Outcome]) -> Option<String> {
        let any = |m: &usize| outcomes.iter().any(|o| self.of_two_populations(*o, *m));
        let models: Vec<String> = self.columns().into_iter().filter(any).map(|m| self.model(m)).collect();
        (!models.is_empty()).then(|| self.t.get(say::NoteTwoPopulations { models: self.t.list(&models) }))
    }

    /// Name of a pair: «Modell B minus Modell A».
    pub fn pair(&self, (model, earlier): (usize, usize)) -> String {
        let other = words::within(&self.model(earlier), earlier);
        self.t.get(say::Minus { model: self.model(model), other })
    }

    /// An outcome's name.
    pub fn label(&self, outcome: Outcome) -> String {
        outcome.info().label.get(self.lang()).to_string()
    }

    /// Unit of an outcome in a year, or added up over all years.
    pub fn unit(&self, outcome: Outcome, when: When) -> DisplayUnit {
        let about = &self.run.about;
        let basis = Basis::usual(outcome, when.is_none());
        DisplayUnit::of(outcome, basis, when.is_none(), about.price_year, about.scenario.first_year)
    }

    /// Fixed kroner, as readers of the run are shown them.
    pub fn kroner(&self, scale: Scale) -> String {
        self.unit(Outcome::MunicipalityNet, Some(self.run.year())).scaled(scale).name(self.t)
    }

    /// A model's line of an outcome.
    pub fn line(&self, outcome: Outcome, model: usize, when: When) -> Option<&'a SummaryLine> {
        self.run.figure(outcome, model, Basis::usual(outcome, when.is_none()), when)
    }

    /// Lines of an outcome by column.
    pub fn lines(&self, outcome: Outcome, when: When) -> Vec<Option<&'a SummaryLine>> {
        self.columns().into_iter().map(|m| self.line(outcome, m, when)).collect()
    }

    /// How many assumptions have no measurement behind them, and how many there are.
    pub fn assumed_parameters(&self) -> [String; 2] {
        let all = &self.run.parameters;
        let assumed = all.iter().filter(|p| p.status.contains("assumption")).count();
        [assumed, all.len()].map(|n| self.count(n))
    }

    /// Names of models that are compared with the zero alternative, in order, with what is said of each: what is said alike
    /// of several is said once.
    pub fn said_once<T: PartialEq>(&self, said: impl Fn(usize) -> Option<T>) -> Vec<(String, T)> {
        let mut told: Vec<(Vec<String>, T)> = Vec::new();
        for (model, own) in self.others().filter_map(|model| Some((model, said(model)?))) {
            match told.iter_mut().find(|(_, before)| *before == own) {
                Some((models, _)) => models.push(self.model(model)),
                None => told.push((vec![self.model(model)], own)),
            }
        }
        told.into_iter().map(|(models, own)| (self.t.list(&models), own)).collect()
    }

    /// What figures «in all» hold beside BPA.
    pub fn holds(&self, outcome: Outcome, when: When) -> Option<String> {
        use Outcome::*;
        if !matches!(
            outcome,
            MunicipalityNet | MunicipalityNetBeforeWithdrawal | MunicipalityNetCash | PublicNet
        ) {
            return None;
        }
        let year = Some(when.unwrap_or(self.run.year()));
        let pool = self.line(Pool, 0, year).filter(|_| !self.run.hidden(Pool))?;
        let persons = Quantity::of_line(self.unit(Pool, year), pool).number(self.lang());
        Some(match when {
            Some(_) => self.t.get(say::HoldsOrdinaryServices { persons }),
            // Over all years there are no so many persons: they are those of a year.
            None => {
                let year = self.run.year().to_string();
                self.t.get(say::HoldsOrdinaryServicesIn { persons, year })
            }
        })
    }

    /// What else a figure holds, or how it is known, where its name does not say it.
    fn beside(&self, outcome: Outcome, when: When) -> Option<String> {
        use Outcome::*;
        match outcome {
            MunicipalityNet | MunicipalityNetBeforeWithdrawal | MunicipalityNetCash | PublicNet => {
                self.holds(outcome, when)
            }
            RefundRest | RefundSchemeTotal | RefundSchemeTotalCash => Some(self.t.get(say::AN_ESTIMATE)),
            outcome if outcome.id().starts_with("scheme_") => Some(self.t.get(say::AN_ESTIMATE)),
            _ => None,
        }
    }

    /// Lines of an outcome's differences by pair.
    pub fn differences(
        &self,
        outcome: Outcome,
        pairs: &[(usize, usize)],
        when: When,
    ) -> Vec<Option<&'a SummaryLine>> {
        let basis = Basis::usual(outcome, when.is_none());
        pairs.iter().map(|pair| self.run.difference(outcome, *pair, basis, when)).collect()
    }

    /// A row of levels, a cell a model.
    pub fn levels(&self, outcome: Outcome, when: When) -> Row {
        let mut row = self.row(outcome, when, self.unit(outcome, when), &self.lines(outcome, when));
        for (cell, model) in row.cells.iter_mut().zip(self.columns()) {
            if self.of_two_populations(outcome, model) && *cell != Cell::Missing(Missing::Hidden) {
                *cell = Cell::Missing(Missing::Impossible);
            }
        }
        row
    }

    /// A row of differences, a cell a pair.
    pub fn changes(&self, outcome: Outcome, pairs: &[(usize, usize)], when: When) -> Row {
        let lines = self.differences(outcome, pairs, when);
        let mut row = self.row(outcome, when, self.unit(outcome, when).of_difference(), &lines);
        for ((cell, line), pair) in row.cells.iter_mut().zip(lines).zip(pairs) {
            if let (Cell::Estimate { direction, .. }, Some(line)) = (cell, line) {
                *direction = self.direction(line, || self.sign(outcome, *pair, when));
            }
        }
        row
    }

    /// Name of an outcome with unit and what a positive number means, and its lines.
    fn row(&self, outcome: Outcome, when: When, unit: DisplayUnit, lines: &[Option<&SummaryLine>]) -> Row {
        let cell = |line: &Option<&SummaryLine>| match self.run.hidden(outcome) {
            true => Cell::Missing(Missing::Hidden),
            false => self.estimate(unit, *line),
        };
        let sign = outcome.info().sign.words().get(self.lang()).to_string();
        let about = self.beside(outcome, when).map_or(sign.clone(), |beside| format!("{sign}; {beside}"));
        Row::new(self.label(outcome), lines.iter().map(cell).collect()).unit(unit.name(self.t)).about(about)
    }

    /// A line of `summary.csv` in a cell; marked as impossible where no draw has anything of it.
    pub fn estimate(&self, unit: DisplayUnit, line: Option<&SummaryLine>) -> Cell {
        let Some(line) = line else { return Cell::Missing(Missing::Unknown) };
        match line.interval() {
            Some((0.0, 0.0)) if line.mean == 0.0 && !unit.difference => Cell::Missing(Missing::Impossible),
            _ => Quantity::of_line(unit, line).cell(self.lang()),
        }
    }

    /// In how many draws a difference is lower or higher, and whether that is found or assumed.
    fn direction(&self, line: &SummaryLine, sign: impl Fn() -> String) -> String {
        let [below, above] =
            [line.probability_below_zero, line.probability_above_zero].map(|share| share.unwrap_or(0.0));
        let lower = below >= above;
        let share = match below.max(above) {
            0.0 => return self.t.get(say::NO_DIFFERENCE),
            1.0 => self.t.get(say::ALL),
            share => number::probability(share, self.lang()),
        };
        let direction = match lower {
            true => self.t.get(say::LowerIn { share }),
            false => self.t.get(say::HigherIn { share }),
        };
        match self.signs_examined() {
            true => self.t.get(say::DirectionWithSign { direction, sign: sign() }),
            false => direction,
        }
    }

    /// A number in a cell.
    pub fn cell(&self, value: Option<f64>, of: impl Fn(f64) -> Quantity) -> Cell {
        value.map_or(Cell::Missing(Missing::Unknown), |value| of(value).cell(self.lang()))
    }

    /// What the run's units are called, more than one of them.
    pub fn units(&self) -> String {
        self.t.get(match self.run.about.scenario.municipalities {
            true => say::UNITS_MUNICIPALITIES,
            false => say::UNITS_DISTRICTS,
        })
    }

    /// A whole number.
    pub fn count(&self, n: usize) -> String {
        number::number(n as f64, 0, self.lang())
    }

    /// What the interval is and which files the numbers stand in.
    pub fn interval_note(&self) -> String {
        match self.run.about.draws {
            1 => self.t.get(say::NOTE_ONE_DRAW),
            _ => self.t.get(say::NOTE_INTERVAL),
        }
    }
}

/// Most years that stand side by side.
const YEARS: usize = 6;

impl<'a> Presenter<'a> {
    /// Heading of rows about the compared year.
    pub fn in_year(&self) -> String {
        let year = self.run.year();
        match self.run.about.compared_year.full_effect {
            true => self.t.get(say::InYear { year }),
            false => self.t.get(say::InYearPartly { year }),
        }
    }

    /// Heading of rows about all years.
    pub fn in_period(&self) -> String {
        self.t.get(say::InPeriod { years: self.period() })
    }

    /// First to last year.
    pub fn period(&self) -> String {
        number::years(*self.run.years().start(), *self.run.years().end())
    }

    /// A few years spread over the period, the first, the compared and the last among them.
    pub fn some_years(&self) -> Vec<i32> {
        let (first, last, chosen) = (*self.run.years().start(), *self.run.years().end(), self.run.year());
        let steps = (YEARS - 1) as i32;
        let mut years: Vec<i32> = (0..=steps).map(|i| first + (last - first) * i / steps).collect();
        if let Some(nearest) = years[1..YEARS - 1].iter_mut().min_by_key(|y| (**y - chosen).abs()) {
            *nearest = chosen;
        }
        years.extend([first, last, chosen]);
        years.sort();
        years.dedup();
        years
    }

    /// A row of one model's outcome over years.
    pub fn over_years(&self, outcome: Outcome, model: usize, years: &[i32]) -> Row {
        let basis = Basis::usual(outcome, false);
        let lines: Vec<_> = years.iter().map(|y| self.run.figure(outcome, model, basis, Some(*y))).collect();
        self.row(outcome, None, self.unit(outcome, Some(years[0])), &lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{Sample, YEARS};
    use serde_json::json;

    /// What everybody else in the refund scheme costs today is posted nowhere: a model whose terms hold for them has no level
    /// of what they are part of, in the words of a note, and has that of BPA.
    #[test]
    fn a_level_that_would_be_of_two_populations_is_not_shown() {
        let year = YEARS[1];
        let mut sample = Sample::new(&[("B", json!({})), ("B-scheme", json!({"refund.scope": "all"}))]);
        sample = sample.level(Outcome::SchemeBase, "zero", year, 900.0, 1.0);
        for model in ["zero", "B", "B-scheme"] {
            for outcome in [Outcome::MunicipalityNet, Outcome::MunicipalityNetBpa] {
                sample = sample.level(outcome, model, year, 500.0, 1.0);
            }
        }
        sample.shown(|presenter| {
            let impossible = |outcome| -> Vec<bool> {
                let row = presenter.levels(outcome, Some(year));
                row.cells.iter().map(|cell| *cell == Cell::Missing(Missing::Impossible)).collect()
            };
            assert_eq!(impossible(Outcome::MunicipalityNet), [false, false, true]);
            assert_eq!(impossible(Outcome::MunicipalityNetBpa), [false; 3]);
            let note = presenter.note_two_populations(&[Outcome::MunicipalityNet]).unwrap();
            assert!(note.starts_with("B-scheme: nivået er ikke vist"), "{note}");
            assert_eq!(presenter.note_two_populations(&[Outcome::MunicipalityNetBpa]), None);
        });
    }
}

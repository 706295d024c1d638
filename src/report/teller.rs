//! Rows and words that tables, figures and sentences share.

use super::digits::Format;
use super::document::{Cell, Missing, Row};
use super::number::{self, Scale};
use super::run::{Run, usual};
use super::texts::Texts;
use crate::analysis::summary::Basis;
use crate::outcomes::{Kind, Measure, Outcome};
use crate::records::tables::SummaryLine;
use crate::text::{Lang, say};

/// A run and the language it is told in.
pub struct Teller<'a> {
    /// The run.
    pub run: &'a Run,
    /// The texts.
    pub t: &'a Texts,
}

/// A year of the run, or all years together.
pub type When = Option<i32>;

impl<'a> Teller<'a> {
    /// The language.
    pub fn lang(&self) -> Lang {
        self.t.lang
    }

    /// A model's name in tables.
    pub fn model(&self, model: usize) -> String {
        self.run.about.models[model].short.get(self.lang()).to_string()
    }

    /// Names of all models.
    pub fn models(&self) -> Vec<String> {
        (0..self.run.models()).map(|m| self.model(m)).collect()
    }

    /// Models that are compared with the zero alternative.
    pub fn others(&self) -> std::ops::Range<usize> {
        1..self.run.models()
    }

    /// Pairs of models whose difference is shown: each minus the zero alternative, and, where there are few, each
    /// minus each before it.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let few = self.run.models() <= 3;
        self.others().flat_map(|m| (0..m).map(move |e| (m, e))).filter(|(_, e)| few || *e == 0).collect()
    }

    /// Name of a pair: «Modell B minus Modell A».
    pub fn pair(&self, (model, earlier): (usize, usize)) -> String {
        self.t.get(say::Minus { model: self.model(model), other: self.model(earlier) })
    }

    /// An outcome's name.
    pub fn label(&self, outcome: Outcome) -> String {
        outcome.info().label.get(self.lang()).to_string()
    }

    /// Unit of a row, with price year; `total` for the whole period.
    pub fn unit(&self, outcome: Outcome, format: Format, total: bool) -> String {
        let info = outcome.info();
        let (lang, about) = (self.lang(), &self.run.about);
        if format.percent {
            return self.t.get(say::UNIT_PERCENT);
        }
        let word = format.scale.word(lang);
        let unit = match info.kind {
            Kind::Money if info.unit == Measure::NokPerInhabitant => {
                self.t.get(say::UnitPerInhabitant { year: about.price_year })
            }
            Kind::Money => self.money_unit(word),
            _ if total && info.unit == Measure::HoursPerYear => {
                self.t.get(say::UnitHoursInAll { scale: word })
            }
            _ if total && info.unit == Measure::Persons => self.t.get(say::UNIT_PERSON_YEARS),
            _ => format!("{word} {}", info.unit.label().get(lang)),
        };
        let unit = unit.trim().to_string();
        let discounted = total && usual(outcome, true) == Basis::PresentValue;
        match discounted {
            true => {
                let year = about.scenario.first_year.to_string();
                self.t.get(say::UnitPresentValue { unit: &unit, year: &year })
            }
            false => unit,
        }
    }

    /// Unit of money in fixed kroner.
    pub fn money_unit(&self, scale: &str) -> String {
        self.t.get(say::UnitMoney { scale, year: self.run.about.price_year }).trim().to_string()
    }

    /// Lines of an outcome by model.
    pub fn lines(&self, outcome: Outcome, when: When) -> Vec<Option<&'a SummaryLine>> {
        let basis = usual(outcome, when.is_none());
        (0..self.run.models()).map(|m| self.run.figure(outcome, m, basis, when)).collect()
    }

    /// Lines of an outcome's differences by pair.
    pub fn differences(
        &self,
        outcome: Outcome,
        pairs: &[(usize, usize)],
        when: When,
    ) -> Vec<Option<&'a SummaryLine>> {
        let basis = usual(outcome, when.is_none());
        pairs.iter().map(|pair| self.run.difference(outcome, *pair, basis, when)).collect()
    }

    /// A row of levels, a cell a model.
    pub fn levels(&self, outcome: Outcome, when: When) -> Row {
        let lines = self.lines(outcome, when);
        let format = Format::of(outcome, lines.iter().copied().flatten());
        let cells = lines.iter().map(|line| self.outcome(outcome, *line, format, false)).collect();
        Row::new(self.label(outcome), cells).about(self.about(outcome, format, when))
    }

    /// A row of differences, a cell a pair.
    pub fn changes(&self, outcome: Outcome, pairs: &[(usize, usize)], when: When) -> Row {
        let lines = self.differences(outcome, pairs, when);
        let format = Format::of(outcome, lines.iter().copied().flatten());
        let cells = lines.iter().map(|line| self.outcome(outcome, *line, format, true)).collect();
        let about = self.about(outcome, format, when);
        let about = match format.percent {
            true => about.replacen(&self.t.get(say::UNIT_PERCENT), &self.t.get(say::TEXT_POINTS), 1),
            false => about,
        };
        Row::new(self.label(outcome), cells).about(about)
    }

    /// Unit and what a positive number means.
    fn about(&self, outcome: Outcome, format: Format, when: When) -> String {
        let unit = self.unit(outcome, format, when.is_none());
        format!("{unit}; {}", outcome.info().sign.words().get(self.lang()))
    }

    /// A cell of an outcome, which may be hidden.
    fn outcome(&self, outcome: Outcome, line: Option<&SummaryLine>, format: Format, signed: bool) -> Cell {
        match self.run.hidden(outcome) {
            true => Cell::Missing(Missing::Hidden),
            false => self.estimate(line, format, signed),
        }
    }

    /// A cell.
    pub fn estimate(&self, line: Option<&SummaryLine>, format: Format, signed: bool) -> Cell {
        let Some(line) = line else { return Cell::Missing(Missing::Unknown) };
        let (lang, format) = (self.lang(), format.own(line));
        let shown = if signed { format.signed(line.mean, lang) } else { format.number(line.mean, lang) };
        let interval = line.interval();
        let shown_interval = interval.map_or(String::new(), |ends| format.interval(ends, lang));
        let interval = interval.map(|(low, high)| (format.value(low), format.value(high)));
        Cell::Estimate { mean: format.value(line.mean), interval, shown, shown_interval }
    }

    /// A number in a cell.
    pub fn cell(&self, value: Option<f64>, format: Format, signed: bool) -> Cell {
        match value.filter(|x| x.is_finite()) {
            None => Cell::Missing(Missing::Unknown),
            Some(value) => {
                let lang = self.lang();
                let shown = if signed { format.signed(value, lang) } else { format.number(value, lang) };
                Cell::Number { value: format.value(value), shown }
            }
        }
    }

    /// Kroner in a cell, in the unit that suits the largest of its column.
    pub fn money(&self, value: f64, scale: Scale, decimals: i32) -> Cell {
        self.cell(Some(value), Format { scale, percent: false, place: -decimals }, false)
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

impl<'a> Teller<'a> {
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
        let basis = usual(outcome, false);
        let lines: Vec<_> = years.iter().map(|y| self.run.figure(outcome, model, basis, Some(*y))).collect();
        let format = Format::of(outcome, lines.iter().copied().flatten());
        let cells = lines.iter().map(|line| self.outcome(outcome, *line, format, false)).collect();
        Row::new(self.label(outcome), cells).about(self.about(outcome, format, Some(years[0])))
    }
}

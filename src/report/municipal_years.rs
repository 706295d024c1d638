//! What a run tells of one municipality in a year, in fixed and in nominal kroner: the same for the workbook's sheet and for
//! the page of a municipality.
//!
//! The files hold fixed kroner. Nominal ones are these at the country's own rate between the two of the same figure, so that
//! municipalities add up to the country in both.

use super::run::Run;
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::records::tables::UnitFiguresLine;
use crate::scenario::embedded;

/// What a withdrawal must exceed the relief by to be told, NOK: what a thousand without decimals shows.
const LEAST_UNCOVERED: f64 = 500.0;
/// The number of the municipality of Oslo.
const OSLO: &str = "0301";
/// Numbers of BPA users in Oslo, as the city has published them.
const OSLO_HISTORY: &str = "data/oslo_history.csv";

/// Amounts of a municipality under a model in a year, NOK.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amounts {
    /// Net of BPA, before withdrawal.
    pub net_bpa: f64,
    /// Net in all less that under the zero alternative.
    pub change: f64,
    /// Withdrawal from the block grant, arrangement included.
    pub withdrawal: f64,
    /// What a transition arrangement adds to it.
    pub transition: f64,
    /// Refund of the whole scheme: persons simulated, and what is to be expected for the rest.
    pub refund: f64,
    /// What the withdrawal takes beyond the relief for BPA; nothing where it is covered.
    pub uncovered: Option<f64>,
}

/// A municipality under a model in a year.
#[derive(Clone, Copy, Debug)]
pub struct MunicipalYear<'a> {
    run: &'a Run,
    model: usize,
    own: &'a UnitFiguresLine,
    zero: &'a UnitFiguresLine,
}

impl<'a> MunicipalYear<'a> {
    /// Every municipality in every year under a model, in the order of the files.
    pub fn all(run: &'a Run, model: usize) -> impl Iterator<Item = MunicipalYear<'a>> {
        let of = |model: usize| run.unit_years.get(model).map_or(&[][..], Vec::as_slice);
        of(model).iter().zip(of(0)).map(move |(own, zero)| MunicipalYear { run, model, own, zero })
    }

    /// One municipality under a model in a year.
    pub fn of(run: &'a Run, model: usize, id: &str, year: i32) -> Option<MunicipalYear<'a>> {
        MunicipalYear::all(run, model).find(|line| line.own.id == id && line.own.year == year)
    }

    /// The line as it stands in the files.
    pub fn line(&self) -> &'a UnitFiguresLine {
        self.own
    }

    /// Fixed kroner; nothing where they are hidden.
    pub fn fixed(&self) -> Option<Amounts> {
        self.amounts(|_, _| 1.0)
    }

    /// Nominal kroner.
    pub fn nominal(&self) -> Option<Amounts> {
        let (run, year) = (self.run, self.own.year);
        self.amounts(|outcome, model| {
            let of = |basis| run.figure(outcome, model, basis, Some(year)).map(|line| line.mean);
            match (of(Basis::Nominal), of(Basis::Fixed)) {
                (Some(nominal), Some(fixed)) if nominal != 0.0 && fixed != 0.0 => nominal / fixed,
                _ => 1.0 / run.to_fixed(year),
            }
        })
    }

    fn amounts(&self, rate: impl Fn(Outcome, usize) -> f64) -> Option<Amounts> {
        use Outcome as O;
        let (own, zero, model) = (self.own, self.zero, self.model);
        let net_bpa = own.municipality_net_bpa? * rate(O::MunicipalityNetBpa, model);
        let without = zero.municipality_net_bpa? * rate(O::MunicipalityNetBpa, 0);
        let withdrawal = own.withdrawal? * rate(O::Withdrawal, model);
        let uncovered = net_bpa + withdrawal - without;
        Some(Amounts {
            net_bpa,
            change: own.municipality_net? * rate(O::MunicipalityNet, model)
                - zero.municipality_net? * rate(O::MunicipalityNet, 0),
            withdrawal,
            transition: own.transition? * rate(O::Withdrawal, model),
            refund: own.refund? * rate(O::Refund, model) + own.refund_rest? * rate(O::RefundRest, model),
            uncovered: (withdrawal > 0.0 && uncovered >= LEAST_UNCOVERED).then_some(uncovered),
        })
    }
}

/// Users counted in a municipality, and in which year, where that is known: those that a run begins with, or what Oslo has
/// published.
pub fn observed(run: &Run, id: &str) -> Option<(i32, f64)> {
    let unit = run.units.first()?.iter().find(|unit| unit.id == id)?;
    if unit.hidden {
        return None;
    }
    if let Some(known) = unit.observed_year.zip(unit.observed_recipients) {
        return Some(known);
    }
    if unit.observed {
        return unit.first.recipients.map(|persons| (unit.first.year, persons));
    }
    if id != OSLO || run.about.scenario.currency.is_some() {
        return None;
    }
    let rows = embedded::data(OSLO_HISTORY).unwrap_or_default().lines();
    let row = |row: &str| {
        let mut cells = row.split(',');
        Some((cells.next()?.parse::<i32>().ok()?, cells.next()?.parse::<f64>().ok()?))
    };
    rows.filter_map(row).max_by_key(|(year, _)| *year)
}

//! A finished run as its own files tell it. Report, workbook and comparison are made from these and from
//! nothing else, so that every number they show stands in a file, and so that they can be made again.

use super::columns::Columns;
use super::digits::{self, SummaryKey};
use crate::analysis::backtest::Backtests;
use crate::analysis::calibration::found::Calibration;
use crate::analysis::studies::Studies;
use crate::analysis::summary::Basis;
use crate::error::{Error, Problem, Result};
use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use crate::records::csv;
use crate::records::manifest::Manifest;
use crate::records::record::Record;
use crate::records::tables::{
    ConvergenceLine, CurveLine, DistributionLine, InfluenceLine, LedgerLine, ObservedLine, ParameterLine,
    PriceOfHourLine, SummaryLine, UnitFiguresLine, UnitLine, ValidationLine, WithdrawalLine,
};
use crate::text::say;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// Key of a line of `ledger.csv`: model, year, payer, item, whether it is the cash view.
type AccountKey = (usize, i32, Payer, Item, bool);

/// A run.
#[derive(Clone, Debug)]
pub struct Run {
    /// What it was.
    pub about: Manifest,
    /// Pairs of models that were compared: a model, and the earlier one.
    pub pairs: Vec<(usize, usize)>,
    /// Which models stand side by side.
    pub columns: Columns,
    summary: BTreeMap<SummaryKey, SummaryLine>,
    ledger: BTreeMap<AccountKey, LedgerLine>,
    /// Refunds earned but not paid at the end, by model, kroner.
    pub closing_claims: Vec<f64>,
    /// Municipalities or districts under every model.
    pub units: Vec<Vec<UnitLine>>,
    /// The same in every year; none in folders from before they were kept.
    pub unit_years: Vec<Vec<UnitFiguresLine>>,
    /// Parameters.
    pub parameters: Vec<ParameterLine>,
    /// Known figures and the model's.
    pub validation: Vec<ValidationLine>,
    /// Models under other withdrawals; none in folders from before they were kept.
    pub withdrawals: Vec<WithdrawalLine>,
    /// What an hour without an agreed price must be worth; none in folders from before it was kept.
    pub prices_of_hours: Vec<PriceOfHourLine>,
    /// Percentiles of differences; none in folders from before they were kept.
    pub distributions: Vec<DistributionLine>,
    /// Assumptions that move differences; none in folders from before they were kept.
    pub influence: Vec<InfluenceLine>,
    /// What was observed of figures that are simulated; none in folders from before it was kept.
    pub observed: Vec<ObservedLine>,
    /// Cost of one person by hours, and who pays.
    pub cost_curve: Vec<CurveLine>,
    /// Monte Carlo error of the headlines by draws.
    pub convergence: Vec<ConvergenceLine>,
    /// What decides the conclusion, where that was asked.
    pub studies: Option<Studies>,
    /// What happened held against what was foreseen, where that was asked.
    pub backtests: Option<Backtests>,
    /// How parameters were calibrated, where they come from a posterior.
    pub calibration: Option<Calibration>,
}

/// Name and content of a file.
pub type NamedFile = (String, Vec<u8>);

impl Run {
    /// Reads a run from the content of `run.json` and of its tables.
    pub fn read(manifest: &[u8], files: &[NamedFile]) -> Result<Run> {
        Run::new(serde_json::from_slice(manifest).map_err(|e| damaged("run.json", &e))?, files)
    }

    /// A run from what `run.json` says and its tables.
    pub fn new(about: Manifest, files: &[NamedFile]) -> Result<Run> {
        let model = |id: &str, file: &str| {
            let place = about.models.iter().position(|m| m.id == id);
            place.ok_or_else(|| damaged(file, &id))
        };
        let mut summary = BTreeMap::new();
        for line in lines::<SummaryLine>(files)? {
            let figure = &line.figure;
            let own = model(&figure.model, "summary.csv")?;
            let other = figure.statistic_of.strip_prefix("difference_to_");
            let other = other.map(|id| model(id, "summary.csv")).transpose()?;
            summary.insert((figure.outcome, own, other, figure.basis, figure.year), line);
        }
        digits::share(&mut summary);
        let (mut ledger, mut closing_claims) = (BTreeMap::new(), vec![0.0; about.models.len()]);
        for line in lines::<LedgerLine>(files)? {
            let own = model(&line.model, "ledger.csv")?;
            match line.view.as_str() {
                "closing_claim" => closing_claims[own] = line.mean,
                view => {
                    ledger.insert((own, line.year, line.payer, line.item, view == "cash"), line);
                }
            }
        }
        let mut units = vec![Vec::new(); about.models.len()];
        for line in lines::<UnitLine>(files)? {
            units[model(&line.model, "units.csv")?].push(line);
        }
        let mut unit_years = vec![Vec::new(); about.models.len()];
        for line in some_lines::<UnitFiguresLine>(files)? {
            unit_years[model(&line.model, "unit_years.csv")?].push(line);
        }
        let pairs = summary.keys().filter_map(|(_, model, other, ..)| Some((*model, (*other)?)));
        let pairs: BTreeSet<(usize, usize)> = pairs.collect();
        Ok(Run {
            columns: Columns::new(&about.models, &pairs),
            pairs: pairs.into_iter().collect(),
            summary,
            ledger,
            closing_claims,
            units,
            unit_years,
            parameters: lines(files)?,
            validation: lines(files)?,
            withdrawals: some_lines(files)?,
            prices_of_hours: some_lines(files)?,
            distributions: some_lines(files)?,
            influence: some_lines(files)?,
            observed: some_lines(files)?,
            cost_curve: lines(files)?,
            convergence: lines(files)?,
            studies: found(files, Studies::FILE)?,
            backtests: found(files, Backtests::FILE)?,
            calibration: found(files, Calibration::FILE)?,
            about,
        })
    }

    /// Whether an outcome is hidden because it counts few persons.
    pub fn hidden(&self, outcome: Outcome) -> bool {
        self.about.hidden_outcomes.iter().any(|id| id == outcome.id())
    }

    /// Whether the rest of the refund scheme is estimated beside the simulated persons.
    pub fn has_scheme(&self) -> bool {
        let line = self.figure(Outcome::SchemeBase, 0, Basis::Fixed, Some(self.year()));
        line.is_some_and(|line| line.mean > 0.0)
    }

    /// Whether every outcome is hidden: figures of all units together are of too few, or would tell of those that are.
    pub fn all_hidden(&self) -> bool {
        Outcome::ALL.iter().all(|outcome| self.hidden(*outcome))
    }

    /// Number of models.
    pub fn models(&self) -> usize {
        self.about.models.len()
    }

    /// First to last year.
    pub fn years(&self) -> std::ops::RangeInclusive<i32> {
        self.about.scenario.first_year..=self.about.scenario.last_year
    }

    /// The year in which models are compared.
    pub fn year(&self) -> i32 {
        self.about.compared_year.year
    }

    /// A line of `summary.csv`; `year` none is the whole period.
    pub fn figure(
        &self,
        outcome: Outcome,
        model: usize,
        basis: Basis,
        year: Option<i32>,
    ) -> Option<&SummaryLine> {
        self.summary.get(&(outcome, model, None, basis, year))
    }

    /// The difference between a model and an earlier one.
    pub fn difference(
        &self,
        outcome: Outcome,
        (model, earlier): (usize, usize),
        basis: Basis,
        year: Option<i32>,
    ) -> Option<&SummaryLine> {
        self.summary.get(&(outcome, model, Some(earlier), basis, year))
    }

    /// Mean of a ledger account in a year, nominal kroner; 0 where nobody ever pays it.
    pub fn account(&self, model: usize, year: i32, payer: Payer, item: Item, cash: bool) -> f64 {
        self.ledger.get(&(model, year, payer, item, cash)).map_or(0.0, |line| line.mean)
    }

    /// Accounts with an amount in some model and year, in order.
    pub fn accounts(&self) -> Vec<(Payer, Item)> {
        let used = self.ledger.iter().filter(|(_, line)| line.mean != 0.0);
        let mut list: Vec<(Payer, Item)> = used.map(|((_, _, payer, item, _), _)| (*payer, *item)).collect();
        list.sort();
        list.dedup();
        list
    }

    /// From nominal to fixed kroner in a year: the ratio of two figures of the same outcome.
    pub fn to_fixed(&self, year: i32) -> f64 {
        let of = |basis| self.figure(Outcome::SocietyCost, 0, basis, Some(year)).map(|line| line.mean);
        match (of(Basis::Fixed), of(Basis::Nominal)) {
            (Some(fixed), Some(nominal)) if nominal != 0.0 => fixed / nominal,
            _ => 1.0,
        }
    }
}

/// The lines of a table that folders from before it was kept lack.
fn some_lines<T: Record>(files: &[NamedFile]) -> Result<Vec<T>> {
    let name = format!("{}.csv", T::TABLE);
    if files.iter().any(|(own, _)| *own == name) { lines(files) } else { Ok(Vec::new()) }
}

/// The lines of a table.
fn lines<T: Record>(files: &[NamedFile]) -> Result<Vec<T>> {
    let name = format!("{}.csv", T::TABLE);
    let file = files.iter().find(|(n, _)| *n == name).ok_or_else(|| damaged(&name, &""))?;
    csv::read(&file.1).map_err(|e| damaged(&name, &e))
}

/// What an analysis found, where it was asked.
fn found<T: DeserializeOwned>(files: &[NamedFile], name: &str) -> Result<Option<T>> {
    let file = files.iter().find(|(n, _)| n == name);
    file.map(|(_, content)| serde_json::from_slice(content)).transpose().map_err(|e| damaged(name, &e))
}

/// A file of the run that cannot be read.
pub fn damaged(name: &str, why: &dyn std::fmt::Display) -> Error {
    Problem::new(say::MISSING_OR_DAMAGED).file(name).found(why.to_string()).into()
}

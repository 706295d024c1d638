//! A small made-up run for the unit tests of tables and figures: what a test writes, and nothing else. Money in millions.

use super::presenter::Presenter;
use super::run::Run;
use super::texts::Texts;
use crate::analysis::summary::Basis;
use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use crate::records::csv::table;
use crate::records::manifest::Manifest;
use crate::records::record::Record;
use crate::records::tables::{
    ConvergenceLine, CurveLine, FigureId, LedgerLine, ParameterLine, SummaryLine, UnitLine, ValidationLine,
    WithdrawalLine,
};
use crate::text::Lang;
use serde_json::{Value, json};

/// The first year, the one in which models are compared, and the last.
pub const YEARS: [i32; 3] = [2024, 2026, 2036];
/// The zero alternative, by its id.
const ZERO: &str = "zero";
const MILLION: f64 = 1e6;

/// What a run is made of.
pub struct Sample {
    models: Vec<(&'static str, Value)>,
    summary: Vec<SummaryLine>,
    withdrawals: Vec<WithdrawalLine>,
    ledger: Vec<LedgerLine>,
}

impl Sample {
    /// A run of the zero alternative and these models; each states the levers in which it differs.
    pub fn new(models: &[(&'static str, Value)]) -> Sample {
        let zero = (ZERO, json!({}));
        let models = std::iter::once(zero).chain(models.iter().cloned()).collect();
        Sample { models, summary: Vec::new(), withdrawals: Vec::new(), ledger: Vec::new() }
    }

    /// A model's figure in a year, known to `error`.
    pub fn level(self, outcome: Outcome, model: &str, year: i32, mean: f64, error: f64) -> Sample {
        self.line(figure(outcome, model, year, "level"), mean, error)
    }

    /// Its difference from the zero alternative.
    pub fn change(self, outcome: Outcome, model: &str, year: i32, mean: f64, error: f64) -> Sample {
        self.line(figure(outcome, model, year, "difference_to_zero"), mean, error)
    }

    fn line(mut self, figure: FigureId, mean: f64, error: f64) -> Sample {
        let end = |sign: f64| Some((mean + sign * 10.0 * error) * MILLION).filter(|_| error > 0.0);
        let line = SummaryLine::known(figure, mean * MILLION, error * MILLION);
        self.summary.push(SummaryLine { p05: end(-1.0), p95: end(1.0), ..line });
        self
    }

    /// The state's net under a model with a withdrawal, less that under the zero alternative, in every year.
    pub fn withdrawal(mut self, model: &str, withdrawal: &str, own: bool, mean: f64, error: f64) -> Sample {
        self.withdrawals.extend((YEARS[0]..=YEARS[2]).map(|year| WithdrawalLine {
            figure: figure(Outcome::StateNet, model, year, "difference_to_zero"),
            withdrawal: withdrawal.into(),
            own,
            mean: mean * MILLION,
            mcse: Some(error * MILLION),
            p05: None,
            p50: None,
            p95: None,
        }));
        self
    }

    /// What the state pays for an item in a year.
    pub fn account(mut self, model: &str, year: i32, item: Item, view: &str, mean: f64) -> Sample {
        self.ledger.push(LedgerLine {
            model: model.into(),
            year,
            period: "year".into(),
            payer: Payer::State,
            item,
            view: view.into(),
            mean: mean * MILLION,
            standard_error: None,
        });
        self
    }

    /// What is made of its run, in bokmål.
    pub fn shown<T>(self, of: impl FnOnce(&Presenter<'_>) -> T) -> T {
        let (run, t) = (self.run(), Texts::new(Lang::Nb));
        of(&Presenter { run: &run, t: &t })
    }

    fn run(self) -> Run {
        let about: Manifest = serde_json::from_value(manifest(&self.models)).unwrap();
        let files = [
            ("units", none::<UnitLine>()),
            ("parameters", none::<ParameterLine>()),
            ("validation", none::<ValidationLine>()),
            ("cost_curve", none::<CurveLine>()),
            ("convergence", none::<ConvergenceLine>()),
            ("summary", table(self.summary).unwrap()),
            ("withdrawals", table(self.withdrawals).unwrap()),
            ("ledger", table(self.ledger).unwrap()),
        ];
        let files = files.map(|(name, table)| (format!("{name}.csv"), table));
        Run::new(about, &files).unwrap()
    }
}

/// A table without rows.
fn none<T: Record>() -> Vec<u8> {
    table(Vec::<T>::new()).unwrap()
}

fn figure(outcome: Outcome, model: &str, year: i32, statistic_of: &str) -> FigureId {
    FigureId {
        outcome,
        unit: "NOK".into(),
        model: model.into(),
        year: Some(year),
        period: "year".into(),
        basis: Basis::usual(outcome, false),
        statistic_of: statistic_of.into(),
    }
}

fn manifest(models: &[(&'static str, Value)]) -> Value {
    let text = |words: &str| json!({"nb": words, "nn": words, "en": words});
    let model = |(id, own): &(&'static str, Value)| {
        let mut levers = json!({
            "start_year": YEARS[0], "refund.scope": "bpa", "refund.rate": 0.8, "refund.min_age": 0,
            "refund.lag_years": 1, "offset_share": 0, "offset_basis": "fixed", "offset_by": "own",
        });
        if let (Some(levers), Some(own)) = (levers.as_object_mut(), own.as_object()) {
            levers.extend(own.clone());
        }
        json!({"id": id, "short": text(id), "title": text(id), "description": text(""), "extends": null,
            "levers": levers})
    };
    json!({
        "program": "bpasim", "version": "", "file_format": 0, "model_number": 0, "run_id": "", "command": [],
        "repeat": [], "seed": 1, "draws": 16, "replicates": 1, "sampling": "sobol", "precision": null,
        "scenario": {"name": "small", "title": text("small"), "first_year": YEARS[0], "last_year": YEARS[2],
            "units": 1, "municipalities": true, "inputs": []},
        "price_year": 2026, "compared_year": {"year": YEARS[1], "full_effect": true}, "unmet_is_priced": false,
        "small_counts_hidden": false, "hidden_units": 0, "hidden_outcomes": [],
        "interval": {"lower_percentile": 5, "upper_percentile": 95, "percentile_type": 7, "meaning": "",
            "mcse": ""},
        "models": models.iter().map(model).collect::<Vec<_>>(), "changes": [], "missing_data": [],
        "warnings": [], "fingerprint": "", "time": {"seconds": 1.0, "threads": 1},
    })
}

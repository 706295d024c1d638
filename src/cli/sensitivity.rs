//! `sensitivity`: what decides a figure.

use super::arguments::{AnalysisArgs, ScenarioArgs};
use super::console::interruptible;
use super::numbers::{Pair, number, pair};
use super::progress::Terminal;
use super::studies;
use crate::error::Result;
use crate::experiment::sensitivity::check;
use crate::experiment::{Method, SensitivityRequest, sensitivity};
use crate::text::Lang;
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

/// An analysis by its name.
impl ValueEnum for Method {
    fn value_variants<'a>() -> &'a [Method] {
        use Method::*;
        &[Tornado, Regression, Sobol, Evppi, Breakeven, TwoWay, Signs]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Method::Tornado => "tornado",
            Method::Regression => "regression",
            Method::Sobol => "sobol",
            Method::Evppi => "evppi",
            Method::Breakeven => "breakeven",
            Method::TwoWay => "two-way",
            Method::Signs => "signs",
        }))
    }
}

/// Options of `sensitivity`.
#[derive(Args, Clone, Debug)]
pub struct SensitivityArgs {
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    #[arg(id = "figure", long = "of")]
    pub of: Vec<String>,
    #[arg(id = "figure_year", long = "year")]
    pub year: Option<String>,
    #[arg(long, value_delimiter = ',', default_value = "tornado")]
    pub method: Vec<Method>,
    #[arg(long)]
    pub parameter: Vec<String>,
    #[arg(long, default_value_t = 0.0, value_parser = number)]
    pub target: f64,
    #[arg(long, value_parser = pair)]
    pub range: Option<Pair>,
    #[arg(id = "analysis_draws", long = "draws")]
    pub draws: Option<usize>,
    #[arg(long)]
    pub points: Option<usize>,
    #[arg(long)]
    pub second_order: bool,
    #[arg(long)]
    pub groups: bool,
    #[arg(long)]
    pub criterion: Vec<String>,
    #[command(flatten)]
    pub how: AnalysisArgs,
}

impl SensitivityArgs {
    fn request(&self) -> SensitivityRequest {
        let usual = SensitivityRequest::default();
        let or = |own: &Vec<String>, usual: Vec<String>| if own.is_empty() { usual } else { own.clone() };
        SensitivityRequest {
            figures: or(&self.of, usual.figures),
            year: self.year.clone(),
            methods: self.method.clone(),
            parameters: self.parameter.clone(),
            target: self.target,
            range: self.range.map(|Pair(ends)| ends.to_vec()),
            draws: self.draws,
            points: self.points,
            second_order: self.second_order,
            groups: self.groups,
            criteria: or(&self.criterion, usual.criteria),
            settings: self.how.settings(),
        }
    }
}

/// Analyses and tells.
pub fn run(args: &SensitivityArgs, lang: Lang) -> Result<()> {
    let base = args.scenario.base(args.how.seed)?;
    let request = args.request();
    check(&base, &request)?;
    studies::check(&args.how, lang)?;
    let terminal = Terminal::new(args.how.quiet, lang);
    let found = sensitivity(&base, &request, terminal.monitor(interruptible(lang)))?;
    studies::tell(&found, &args.how, true, lang)
}

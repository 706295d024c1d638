//! `sensitivity`: what decides a figure.

use super::arguments::{AnalysisArgs, ScenarioArgs};
use super::console::interruptible;
use super::progress::Terminal;
use super::studies;
use crate::error::Result;
use crate::experiment::sensitivity::{POINTS, check};
use crate::experiment::{Method, SensitivityRequest, sensitivity};
use crate::text::Lang;
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

/// An analysis by its name.
impl ValueEnum for Method {
    fn value_variants<'a>() -> &'a [Method] {
        use Method::*;
        &[Tornado, Regression, Sobol, Evppi, Breakeven, TwoWay]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Method::Tornado => "tornado",
            Method::Regression => "regression",
            Method::Sobol => "sobol",
            Method::Evppi => "evppi",
            Method::Breakeven => "breakeven",
            Method::TwoWay => "two-way",
        }))
    }
}

/// Options of `sensitivity`.
#[derive(Args, Clone, Debug)]
pub struct SensitivityArgs {
    /// Which scenario, or folder of a run
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    /// Størrelsen det gjelder, med modell eller forskjell: society_cost:B-null, state_net:B, unmet_hours:difference (kan gjentas; standard: society_cost:difference)
    #[arg(id = "figure", long = "of", value_name = "STØRRELSE")]
    pub of: Vec<String>,
    /// Året det gjelder, eller total (standard: første år med full virkning)
    #[arg(id = "figure_year", long = "year", value_name = "ÅR")]
    pub year: Option<String>,
    /// Hvilke analyser: tornado (standard), regression, sobol, evppi, breakeven, two-way; flere med komma
    #[arg(long, value_delimiter = ',', default_value = "tornado", value_name = "ANALYSER")]
    pub method: Vec<Method>,
    /// Parameter for breakeven og two-way (kan gjentas)
    #[arg(long, value_name = "PARAMETER")]
    pub parameter: Vec<String>,
    /// breakeven: verdien størrelsen skal ha (standard: 0)
    #[arg(long, default_value_t = 0.0, value_name = "TALL")]
    pub target: f64,
    /// breakeven: parameterens verdier, fra og til: 0,500 (standard: 1. til 99. persentil)
    #[arg(long, value_delimiter = ',', num_args = 1, value_name = "FRA,TIL")]
    pub range: Option<Vec<f64>>,
    /// Antall trekninger (standard: 1000 for regression og evppi, 200 for breakeven, 100 for two-way)
    #[arg(id = "analysis_draws", long = "draws", value_name = "ANTALL")]
    pub draws: Option<usize>,
    /// sobol: antall grunnpunkter, minst 64 (standard: 1024)
    #[arg(long, default_value_t = POINTS, value_name = "ANTALL")]
    pub points: usize,
    /// sobol: også det to parametere gjør bare sammen
    #[arg(long)]
    pub second_order: bool,
    /// sobol: grupper av parametere, ikke hver for seg
    #[arg(long)]
    pub groups: bool,
    /// evppi: det valget måles på: society_cost (standard), public_net, eller vekter: municipality_net=1,state_net=0.5 (kan gjentas)
    #[arg(long, value_name = "KRITERIUM")]
    pub criterion: Vec<String>,
    /// How it is done and told
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
            range: self.range.clone(),
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
    studies::check(&args.how)?;
    let terminal = Terminal::new(args.how.quiet, lang);
    let found = sensitivity(&base, &request, terminal.monitor(interruptible()))?;
    studies::tell(&found, &args.how, true, lang)
}

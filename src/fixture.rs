//! A small made-up scenario and its results for the unit tests of every floor: three years, three models, two units.
//! Figures follow from their indices; they mean nothing.

use crate::engine::mechanical::MechanicalDraws;
use crate::engine::results::{LedgerSums, NationalDraws, Results, UNIT_STEPS, UNIT_YEARS, UnitFigure, Units};
use crate::ledger::{Item, Payer};
use crate::outcomes::{Measure, Outcome, Timing};
use crate::scenario::financing::{Levers, Model, Number};
use crate::scenario::overrides::Options;
use crate::scenario::parameters::Parameters;
use crate::scenario::theta::{Binding, Theta};
use crate::scenario::units::Unit;
use crate::scenario::{Change, Compared, InputFile, Placement, Scenario};
use crate::text::Text;
use ndarray::{Array2, Array4, Array5};

/// The scenario and results of so many draws and replicates.
pub fn small(draws: usize, replicates: usize) -> (Scenario, Results) {
    let scenario = scenario(&["zero", "A", "B"]);
    let results = results(&scenario, draws, replicates);
    (scenario, results)
}

/// The parameters of the shipped scenario of the country, each at its mean.
pub fn theta() -> Theta {
    let scenario = crate::scenario::load("national", &Options::default()).expect("shipped");
    let binding = Binding::new(&scenario.parameters).expect("complete");
    let means: Vec<f64> = scenario.parameters.scalars().iter().map(|s| s.distribution.mean()).collect();
    binding.theta(&means)
}

/// A three-year scenario with these models.
pub fn scenario(models: &[&str]) -> Scenario {
    Scenario {
        name: "small".into(),
        title: Text::all("Lite eksempel", "Lite døme", "Small example"),
        base_year: 2024,
        horizon: 3,
        placement: Placement::Rates,
        units: vec![unit("0301", "Oslo", Some([1e5, 3e5, 1e5, 5e4, 2e4])), unit("9999", "Bydel", None)],
        withheld: Default::default(),
        inhabitants: 6e5,
        national_population: 5_627_400.0,
        currency: "NOK".into(),
        accounts: Vec::new(),
        scheme: None,
        parameters: Parameters::default(),
        correlations: Vec::new(),
        models: models
            .iter()
            .enumerate()
            .map(|(i, id)| model(id, if i == 0 { 2024 } else { 2025 }))
            .collect(),
        compared: Compared::Main,
        changes: vec![Change { key: "price_response".into(), from: "0.1".into(), to: "0.2".into() }],
        warnings: vec![Text::all("en advarsel", "ei åtvaring", "a warning")],
        inputs: vec![InputFile {
            name: "small.toml".into(),
            path: String::new(),
            hash: "00".into(),
            own_counts: false,
        }],
    }
}

fn unit(id: &str, name: &str, population: Option<[f64; 5]>) -> Unit {
    Unit {
        id: id.into(),
        name: name.into(),
        county: "Oslo".into(),
        zone: 0,
        centrality: population.map(|_| 1),
        kostra_group: None,
        population,
        free_income: population.map(|_| 77_825.0),
        need_index: population.map(|_| 0.93),
        recipients: None,
        real_persons: false,
        counted: None,
        own: None,
    }
}

fn model(id: &str, start_year: i32) -> Model {
    let title = match id {
        "zero" => Text::all("Nullalternativet", "Nullalternativet", "Baseline"),
        other => Text::all(
            format!("Modell {other}: en lang tittel"),
            format!("Modell {other}: ein lang tittel"),
            format!("Model {other}: a long title"),
        ),
    };
    Model {
        id: id.into(),
        short: match id {
            "zero" => Text::all("Nullalternativ", "Nullalternativ", "Baseline"),
            other => {
                Text::all(format!("Modell {other}"), format!("Modell {other}"), format!("Model {other}"))
            }
        },
        title,
        description: Text::all("Beskrivelse.", "Skildring.", "Description."),
        extends: (id != "zero").then(|| "zero".into()),
        levers: Levers {
            start_year,
            phase_in_years: 1,
            refund_rate: Number::Fixed(0.8),
            ..Levers::neutral()
        },
        history: Vec::new(),
    }
}

/// Results of the right shapes: levels grow by world, model and year; models differ from the second year.
pub fn results(scenario: &Scenario, draws: usize, replicates: usize) -> Results {
    let (worlds, models, years) = (draws * replicates, scenario.models.len(), scenario.horizon);
    let units = scenario.units.len();
    let (payers, items) = (Payer::ALL.len(), Item::ALL.len());
    let national = Array4::from_shape_fn((worlds, models, Outcome::COUNT, years + 1), |(w, m, o, y)| {
        let whole = Outcome::ALL[o].info().timing == Timing::Whole;
        if whole != (y == years) {
            return f64::NAN;
        }
        let model = if y == 0 { 0.0 } else { m as f64 * ((w % 5) as f64 - 1.0) };
        let size = match Outcome::ALL[o].info().unit {
            Measure::Nok => 5e9,
            Measure::HoursPerYear => 9e6,
            Measure::Share | Measure::Ratio => 0.5,
            Measure::HoursPerWeek | Measure::Months => 40.0,
            _ => 4450.0,
        };
        size * (1.0 + 0.001 * (o % 7) as f64 + 0.01 * w as f64 + 0.02 * model)
    });
    let shape = (worlds, units, models, UNIT_YEARS);
    Results {
        national: NationalDraws::Memory(national),
        mechanical: NationalDraws::Memory(Array4::zeros((0, models, Outcome::COUNT, years + 1))),
        mechanical_draws: MechanicalDraws::None,
        to_fixed: Array2::from_elem((worlds, years), 1.05),
        discount: vec![1.0, 1.0 / 1.04, 1.0 / (1.04 * 1.04)][..years.min(3)].to_vec(),
        values: Array2::zeros((draws, scenario.parameters.scalars().len())),
        ledger: LedgerSums {
            sum: Array5::from_shape_fn((models, years, payers, items, 2), |(m, y, p, i, v)| {
                if i == 0 { 100 * (draws * (1 + m + y + p + v)) as i128 } else { 0 }
            }),
            square: Array5::from_shape_fn((models, years, payers, items, 2), |(m, y, p, i, v)| {
                let x = 100 * (1 + m + y + p + v) as i128;
                if i == 0 { draws as i128 * x * x } else { 0 }
            }),
            closing_claim: vec![700 * worlds as i128; models],
        },
        units: Units {
            years: [2024, 2025, 2026],
            sum: Array4::from_shape_fn((units, models, years, UnitFigure::ALL.len()), |(u, m, y, f)| {
                (worlds * (1000 * (u + 1) + 100 * m + 10 * y + f)) as i128 * UNIT_STEPS as i128
            }),
            municipality_net: Array4::from_shape_fn(shape, |(w, u, m, y)| {
                (1000 * u + 100 * m + 10 * y + w) as f32
            }),
            change: Array4::from_shape_fn(shape, |(_, _, m, _)| 100.0 * m as f32),
        },
        draws,
        replicates,
        given: Vec::new(),
        scrambles: 0,
    }
}

/// The same results over more years, the last ones repeated.
pub fn stretch(results: &Results, years: usize) -> Results {
    let (worlds, models, outcomes, old) = results.national.in_memory().dim();
    let national = Array4::from_shape_fn((worlds, models, outcomes, years + 1), |(w, m, o, y)| {
        results.national.in_memory()[[w, m, o, if y == years { old - 1 } else { y.min(old - 2) }]]
    });
    let mut out = results.clone();
    out.national = NationalDraws::Memory(national);
    let (units, models, kept, figures) = results.units.sum.dim();
    out.units.sum = Array4::from_shape_fn((units, models, years, figures), |(u, m, y, f)| {
        results.units.sum[[u, m, y.min(kept - 1), f]]
    });
    out.to_fixed = Array2::from_elem((worlds, years), 1.05);
    out.discount = vec![1.0; years];
    out
}

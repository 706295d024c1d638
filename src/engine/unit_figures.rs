//! The chief figures of each unit: exact sums over worlds, and for intervals the first worlds themselves.

use ndarray::{Array4, Axis};

/// Years (indices) for which the worlds of units are kept, for intervals: first, first in full effect, last.
pub const UNIT_YEARS: usize = 3;

/// Unit sums are counted in steps of this size, so many to one.
pub const UNIT_STEPS: f64 = 1e4;

/// Figures kept a unit, in the order of the last axis of [`Units::sum`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitFigure {
    /// Persons with BPA.
    Recipients,
    /// Delivered BPA hours a year.
    DeliveredHours,
    /// Hours of unmet need a year.
    UnmetHours,
    /// Hours from relatives a year.
    RelativesHours,
    /// Net BPA cost of the municipality before withdrawal, NOK in fixed kroner.
    MunicipalityNetBpa,
    /// Withdrawal, NOK in fixed kroner.
    Withdrawal,
    /// Net cost of the municipality after withdrawal, NOK in fixed kroner.
    MunicipalityNet,
    /// Net cost of the state, NOK in fixed kroner.
    StateNet,
    /// What a transition arrangement adds to the withdrawal, NOK in fixed kroner.
    Transition,
    /// Refund for the simulated persons, NOK in fixed kroner.
    Refund,
    /// Refund for the rest of the scheme, an expectation, NOK in fixed kroner.
    RefundRest,
}

impl UnitFigure {
    /// Every figure, in order.
    pub const ALL: [UnitFigure; 11] = [
        UnitFigure::Recipients,
        UnitFigure::DeliveredHours,
        UnitFigure::UnmetHours,
        UnitFigure::RelativesHours,
        UnitFigure::MunicipalityNetBpa,
        UnitFigure::Withdrawal,
        UnitFigure::MunicipalityNet,
        UnitFigure::StateNet,
        UnitFigure::Transition,
        UnitFigure::Refund,
        UnitFigure::RefundRest,
    ];

    /// A figure of each, in order.
    #[inline(always)]
    pub fn row(of: impl Fn(UnitFigure) -> f64) -> [f64; UnitFigure::ALL.len()] {
        // By their numbers: only then does the compiler write the loop out.
        let mut row = [0.0; UnitFigure::ALL.len()];
        for k in 0..row.len() {
            row[k] = of(UnitFigure::ALL[k]);
        }
        row
    }

    /// The identifier in files.
    pub fn id(self) -> &'static str {
        match self {
            UnitFigure::Recipients => "recipients",
            UnitFigure::DeliveredHours => "delivered_hours",
            UnitFigure::UnmetHours => "unmet_hours",
            UnitFigure::RelativesHours => "relatives_hours",
            UnitFigure::MunicipalityNetBpa => "municipality_net_bpa",
            UnitFigure::Withdrawal => "withdrawal",
            UnitFigure::MunicipalityNet => "municipality_net",
            UnitFigure::StateNet => "state_net",
            UnitFigure::Transition => "transition",
            UnitFigure::Refund => "refund",
            UnitFigure::RefundRest => "refund_rest",
        }
    }
}

/// Chief figures of each unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Units {
    /// The calendar years whose worlds are kept; the first is the run's first.
    pub years: [i32; UNIT_YEARS],
    /// Sums over worlds in steps of 1/[`UNIT_STEPS`], shape (unit, model, year, figure) with every year of the run.
    pub sum: Array4<i128>,
    /// Municipality's net cost in fixed kroner by world, for intervals; shape (world, unit, model, UNIT_YEARS).
    /// At most the first [`UNIT_WORLDS`] worlds are kept, so that memory does not grow with draws.
    pub municipality_net: Array4<f32>,
    /// The same for the difference to the zero alternative in the same year.
    pub change: Array4<f32>,
}

impl Units {
    /// Zero sums of so many units, models and years, with memory for the intervals of so many worlds in the kept years.
    pub fn new(
        kept: [i32; UNIT_YEARS],
        (units, models, years): (usize, usize, usize),
        worlds: usize,
    ) -> Units {
        Units {
            years: kept,
            sum: Array4::zeros((units, models, years, UnitFigure::ALL.len())),
            municipality_net: Array4::zeros((worlds, units, models, UNIT_YEARS)),
            change: Array4::zeros((worlds, units, models, UNIT_YEARS)),
        }
    }

    /// Adds the sums of another part of the run, and puts its worlds from index `first` on.
    pub fn add(&mut self, other: &Units, first: usize) {
        self.sum += &other.sum;
        let worlds = first as isize..(first + other.change.dim().0) as isize;
        if worlds.is_empty() {
            return;
        }
        for (own, theirs) in
            [(&mut self.municipality_net, &other.municipality_net), (&mut self.change, &other.change)]
        {
            own.slice_axis_mut(Axis(0), worlds.clone().into()).assign(theirs);
        }
    }

    /// The index among all years of a year whose worlds are kept.
    pub fn index(&self, kept: usize) -> usize {
        (self.years[kept] - self.years[0]).max(0) as usize
    }

    /// Mean over worlds of one figure, in the year of this index among all years.
    pub fn mean(&self, unit: usize, model: usize, year: usize, figure: UnitFigure, worlds: usize) -> f64 {
        self.sum[[unit, model, year, figure as usize]] as f64 / UNIT_STEPS / worlds as f64
    }
}

/// Unit intervals are computed from at most this many worlds, the first ones: the 5th percentile found in
/// 1 000 worlds lies, 19 times of 20, between the true percentiles 3.7 and 6.4.
pub const UNIT_WORLDS: usize = 1024;

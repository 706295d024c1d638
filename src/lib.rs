//! # bpasim: who pays for user-controlled personal assistance
//!
//! Simulates the financing of BPA in Norway under the zero alternative, Model A, Model B and any
//! model a user writes down as levers: what municipalities and state pay, what is shifted to
//! relatives in time, health and work, and what happens to the participation of users and families.
//!
//! The model in ten sentences. A *draw* is one complete world: a vector of uncertain parameters and
//! one set of random numbers for every person ([`random`]). Persons with a long-lasting need are
//! placed in municipalities ([`population::placement`]), with or without BPA, and born with
//! attributes ([`population::attributes`]); each year brings arrivals, and ends with deaths and new need
//! ([`population::life`]). Every financing model ([`scenario::financing`]) meets the *same* persons and
//! random numbers, so that differences are paired. Whoever decides sees how much of one more hour
//! he pays ([`behaviour::marginal_share`]), and grants coverage accordingly ([`behaviour::coverage`]); those in the
//! pool are awarded BPA more or less easily ([`behaviour::award`], [`rules::rights`]). What is granted
//! is not always delivered ([`behaviour::delivery`]); relatives fill part of the gap and lose work and
//! health by it ([`behaviour::relatives`]). The state refunds costs above a threshold ([`rules::refund`])
//! and may pay by the hour ([`rules::hour_grant`]) or cut the block grant ([`rules::withdrawal`]). Every krone is
//! posted once to who pays it ([`ledger`], [`engine::posting`]), and the sum over payers is the real
//! resources used. Outcomes ([`outcomes`]) are kept for every draw ([`engine::results`]) and summarised over draws
//! ([`analysis`]), differences draw by draw. Everything is written together or not at all ([`export`]).
//!
//! Where the specification leaves a choice, this is what is done:
//! - The three factors on rights that move gradually while a model is phased in are the conditional, the
//!   discretionary and the over-age one; the one for those excluded from today's practice switches at the start.
//! - While a model that moves the decision to the state is phased in, the award hazard is the same blend of
//!   the two deciders as coverage is, and f_rights follows the blended coverage.
//! - A fixed withdrawal whose first year in full effect lies beyond the horizon is set from the last year simulated.
//! - A need index that is missing counts as 1 in a withdrawal by population; see [`scenario::Scenario::missing_data`].
//! - Volatility is the sample standard deviation (n − 1) over years of yearly changes, in fixed kroner, after
//!   withdrawal; municipalities without inhabitants have none.
//! - Education is asked of everybody of 18–25 years, work of those able to work.
//! - Every outcome that is a sum has a total over years (for numbers of persons: person-years).
//! - Intervals of single municipalities come from at most the first 1 000 draws; percentiles and Gini of coverage
//!   are read from 400 bins (error at most half a bin, 0.00125).
//! - Unit figures are kept for the first year, the first year in which all models are in full effect, and the last.
//! - Sums and means over draws are exact: whole øre and whole 1/10 000 are added in 128 bits, so that parts of a run
//!   ([`checkpoint`]) joined in any order give the same bytes as one run. Percentiles need the draws themselves, which are
//!   kept for the country; intervals of units come from the first 1 000 worlds, which bounds the memory: the share of
//!   worlds below a stated percentile then errs by at most 0.016 (one standard error, at the median).
//! - Scrambled Sobol points ([`engine::sampling`]) are drawn for the parameters alone, in groups of four dimensions
//!   with scrambles of their own; persons always get ordinary random numbers. The Monte Carlo error then comes from
//!   16 independent scrambles.
//! - Bounds are compared in one instruction ([`math::Bounds`]); no number of the kernel is ever NaN.
//! - Yearly random numbers have 32 bits each; the changes of need and of the work deviate are a Box–Muller pair.
//! - What decides a figure ([`analysis::sensitivity`]) is asked of the same engine at chosen parameters
//!   ([`engine::evaluate`]), on the persons of the draws with the same numbers, so that effects are paired. The lives of
//!   persons are a factor of Sobol indices like any parameter. Correlated parameters are moved by the independent numbers
//!   behind them. Parameters without effect are found by moving them one at a time, and left out; those of little effect
//!   share one factor.
//! - A calibration ([`analysis::calibration`]) moves every uncertain parameter, since all bear on the fit; the best fit is
//!   sought over those marked `calibrated`, others at their medians. Weights count chance among persons as part of a target's error.
//! - A posterior has so many rows; a run with more draws begins them anew, with other persons ([`engine::vectors`]).
//! - Persons are added up in the order they stand in their group ([`engine::group`]): the same for any threads and vectors.
//! - A backtest ([`analysis::backtest`]) is the same engine with an earlier base year, given nothing dated after it; the
//!   level of inflow and award is fitted to growth before it, draw by draw, and nothing is added to its bands for shocks
//!   that the model does not have.
//! - The value of information is that of choosing the model with the lowest expected cost under a criterion
//!   ([`analysis::decision`]), which is how uncertainty is measured, not a recommendation.
//!
//! The modules stand below in the order of the data; a module may use only what stands above it.

pub mod text;

pub mod error;

pub mod columnar;

pub mod math;
pub mod random;
pub mod scenario;

pub mod ledger;
pub mod rules;

pub mod economy;

pub mod behaviour;
pub mod outcomes;
pub mod population;

pub mod engine;

pub mod checkpoint;

pub mod analysis;
pub mod report;

pub mod export;

pub mod cli;

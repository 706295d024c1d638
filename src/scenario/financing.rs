//! Levers of a financing model (model.md §2). A model is data: a full set of levers, most of them
//! inherited from the model it extends.

use crate::text::Text;

/// A number in a lever: fixed, or a slot of the parameter vector (money in base-year kroner).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// As written.
    Fixed(f64),
    /// Slot of a scalar parameter. A lever written as a distribution gets a scalar of its own,
    /// with id `financing.<model>.<lever>`.
    Scalar(usize),
}

impl Number {
    /// The value in a draw whose parameter vector is `values`.
    pub fn value(self, values: &[f64]) -> f64 {
        match self {
            Number::Fixed(x) => x,
            Number::Scalar(slot) => values[slot],
        }
    }
}

/// Who decides how many hours are granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decider {
    /// The municipality.
    Municipality,
    /// The state.
    State,
}

/// How a withdrawal is shared between units (§7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffsetBy {
    /// Each unit its own relief.
    Own,
    /// By population × expenditure-need index.
    Population,
}

/// Whether a withdrawal is set once or follows costs (§7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffsetBasis {
    /// Set once, then carried with wages.
    Fixed,
    /// Set anew each year.
    Yearly,
}

macro_rules! levers {
    ($( $(#[$doc:meta])* $field:ident = $path:literal ),* $(,)?) => {
        /// The numeric levers, generic over how a number is held: [`Number`] in a scenario, `f64` in a draw.
        #[derive(Clone, Debug, PartialEq)]
        pub struct NumericLevers<N> { $( $(#[$doc])* pub $field: N, )* }

        /// Path of each numeric lever as users write it, in the order of the fields.
        pub const NUMERIC_LEVERS: &[&str] = &[$($path),*];

        impl<N> NumericLevers<N> {
            /// All values in the order of [`NUMERIC_LEVERS`].
            pub fn iter(&self) -> impl Iterator<Item = (&'static str, &N)> {
                [$(($path, &self.$field)),*].into_iter()
            }
            /// The value at a path, to be changed.
            pub fn get_mut(&mut self, path: &str) -> Option<&mut N> {
                match path { $($path => Some(&mut self.$field),)* _ => None }
            }
            /// The same levers with every number turned into another form.
            pub fn map<M>(&self, mut f: impl FnMut(&'static str, &N) -> M) -> NumericLevers<M> {
                NumericLevers { $($field: f($path, &self.$field)),* }
            }
        }
    };
}

levers! {
    /// Share of the base above the threshold that is refunded.
    refund_rate = "refund.rate",
    /// Factor on the statutory threshold.
    threshold_factor = "refund.threshold_factor",
    /// Lowest age with refund.
    min_age = "refund.min_age",
    /// Highest age with refund (through the year one turns it); `none` is infinity.
    max_age = "refund.max_age",
    /// Share of the entitled amount that is claimed.
    claim_share = "refund.claim_share",
    /// How much of the refund the municipality counts on when it decides.
    salience = "refund.salience",
    /// Years until the refund is paid (whole number).
    lag_years = "refund.lag_years",
    /// Share of the price of delivered hours above `above_hours` that the state pays.
    grant_rate = "hour_grant.rate",
    /// Hours a week below which the state pays nothing by the hour.
    above_hours = "hour_grant.above_hours",
    /// Shrinks the unit effect.
    harmonisation = "harmonisation",
    /// Hours a week from which there is a right.
    full_hours = "rights.full_hours",
    /// Hours a week from which there is a conditional right.
    conditional_hours = "rights.conditional_hours",
    /// Highest age with a right to a new award; `none` is infinity.
    max_age_new = "rights.max_age_new",
    /// Ease of award between the two limits.
    conditional_factor = "rights.conditional_factor",
    /// Ease of award below both limits.
    discretionary_factor = "rights.discretionary_factor",
    /// Ease of a new award above the age limit.
    over_age_factor = "rights.over_age_factor",
    /// Ease of award for those outside today's practice.
    excluded_factor = "rights.excluded_factor",
    /// Mean months from application to start.
    processing_months = "processing_months",
    /// The same for rapid conditions; where `none`, NaN-free: equals `processing_months`.
    fast_track_months = "fast_track_months",
    /// Pay rise of assistants, share.
    wage_uplift = "wage_uplift",
    /// Factor on the rate of breaks.
    break_factor = "break_factor",
    /// Factor on vacancies.
    vacancy_factor = "vacancy_factor",
    /// User charge, NOK a year (base-year kroner).
    copayment = "copayment",
    /// Municipal administration, NOK a year per recipient (base-year kroner).
    admin_municipal = "admin.municipal",
    /// State administration, NOK a year per recipient (base-year kroner).
    admin_state = "admin.state",
    /// Introduction cost of the municipalities, NOK in all (base-year kroner).
    one_off_municipal = "one_off.municipal",
    /// Introduction cost of the state, NOK in all (base-year kroner).
    one_off_state = "one_off.state",
    /// Share of the municipalities' relief that is withdrawn from the block grant.
    offset_share = "offset_share",
}

/// Every lever of a model: numbers as `N`, the rest as they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Levers<N = Number> {
    /// First year of the model; the base year for `null`.
    pub start_year: i32,
    /// Years until full effect, at least 1.
    pub phase_in_years: u32,
    /// Who decides.
    pub decided_by: Decider,
    /// Id of the dated parameter that holds the threshold.
    pub threshold: String,
    /// Whether the deduction for registered intellectual disability applies.
    pub deduct_intellectual: bool,
    /// No re-assessment cut at 18.
    pub transition_guarantee: bool,
    /// How a withdrawal is shared.
    pub offset_by: OffsetBy,
    /// How a withdrawal follows costs.
    pub offset_basis: OffsetBasis,
    /// The numeric levers.
    pub n: NumericLevers<N>,
}

/// A financing model of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Identifier (`null`, `A`, `B-refund`).
    pub id: String,
    /// Full name.
    pub title: Text,
    /// Column heading, at most 22 characters.
    pub short: Text,
    /// One sentence.
    pub description: Text,
    /// The model it builds on; none for `null`.
    pub extends: Option<String>,
    /// Levers, defaults filled in.
    pub levers: Levers,
}

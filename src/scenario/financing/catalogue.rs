//! The rows of the catalogue: the only place where a lever's path, unit and legal range are written. Its meaning is the
//! message of its field; a lever without one fails the build.
//!
//! A row is the name of the field, the [`LeverType`] with the field's type (`N` for a number that may be drawn), the
//! path as users write it, unit and legal range (`_` where the value is no number), how the lever comes into force, what
//! `none` means (`_` where it may not be written), and the neutral value, with which the lever does nothing.

use super::lever::{
    Absence, Decider, Lever, LeverSlot, LeverType, LeverValue, Number, OffsetBasis, OffsetBy, Onset,
    RefundScope, TransitionRule,
};
use crate::text::Words;

/// Range of an amount of kroner.
const MONEY: [f64; 2] = [0.0, 1e12];
/// Range of a factor.
const FACTOR: [f64; 2] = [0.0, 100.0];
/// Range of hours a week; two assistants around the clock are the most.
const WEEK: [f64; 2] = [0.0, 336.0];
/// No upper limit.
const ENDLESS: f64 = f64::INFINITY;

macro_rules! unit {
    (Switch _) => {
        ""
    };
    (Choice _) => {
        ""
    };
    ($kind:ident $unit:literal) => {
        $unit
    };
}
macro_rules! range {
    (Switch _) => {
        [0.0, 1.0]
    };
    (Choice _) => {
        [0.0, 1.0]
    };
    ($kind:ident $range:expr) => {
        $range
    };
}
macro_rules! none {
    (_) => {
        Absence::Illegal
    };
    ((as $path:literal)) => {
        Absence::As($path)
    };
    ($number:expr) => {
        Absence::Means($number)
    };
}
macro_rules! neutral {
    (Number $x:expr) => {
        Number::Fixed($x)
    };
    (WholeYears $x:expr) => {
        Number::Fixed($x)
    };
    (Series $id:literal) => {
        $id.to_string()
    };
    ($kind:ident $value:expr) => {
        $value
    };
}
macro_rules! drawn {
    (Number $own:expr, $values:ident) => {
        $own.value($values)
    };
    (WholeYears $own:expr, $values:ident) => {
        $own.value($values)
    };
    ($kind:ident $own:expr, $values:ident) => {
        $own.clone()
    };
}
macro_rules! catalogue {
    ($( $(#[$doc:meta])* $field:ident $kind:ident<$type:ty> $path:literal $unit:tt $range:tt $onset:ident $none:tt
        $neutral:tt, )*) => {
        /// Every lever, in the order of files and lists.
        pub static LEVERS: &[Lever] = &[$( Lever {
            path: $path,
            kind: LeverType::$kind,
            unit: unit!($kind $unit),
            range: range!($kind $range),
            onset: Onset::$onset,
            none: none!($none),
            meaning: Words::of(concat!("lever-", stringify!($field))),
        } ),*];

        /// The levers of a model, generic over how a number is held: [`Number`] in a scenario, `f64` in a draw.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Levers<N = Number> { $( $(#[$doc])* pub $field: $type, )* }

        impl Levers {
            /// Levers that do nothing.
            pub fn neutral() -> Levers {
                Levers { $( $field: neutral!($kind $neutral), )* }
            }
            /// The levers in a draw whose parameter vector is `values`.
            pub fn drawn(&self, values: &[f64]) -> Levers<f64> {
                Levers { $( $field: drawn!($kind self.$field, values), )* }
            }
        }

        impl<N> Levers<N> {
            /// Every value, in the order of [`LEVERS`].
            pub fn values(&self) -> impl Iterator<Item = (&'static Lever, LeverValue<'_, N>)> {
                LEVERS.iter().zip([$( LeverValue::$kind(&self.$field) ),*])
            }
            /// The levers with those that `which` names as `from` has them.
            pub fn take(&mut self, from: &Levers<N>, which: impl Fn(&Lever) -> bool)
            where
                N: Clone,
            {
                let mut levers = LEVERS.iter();
                $( if levers.next().is_some_and(&which) { self.$field = from.$field.clone(); } )*
            }
            /// Every value, to be changed, in the order of [`LEVERS`].
            pub fn slots(&mut self) -> impl Iterator<Item = (&'static Lever, LeverSlot<'_, N>)> {
                LEVERS.iter().zip([$( LeverSlot::$kind(&mut self.$field) ),*])
            }
        }
    };
}

impl<N> Levers<N> {
    /// The value of one lever, to be changed.
    pub fn slot(&mut self, lever: &Lever) -> Option<LeverSlot<'_, N>> {
        self.slots().find(|(own, _)| *own == lever).map(|(_, slot)| slot)
    }
    /// Every number that may be drawn.
    pub fn numbers(&self) -> impl Iterator<Item = (&'static Lever, &N)> {
        self.values().filter_map(|(lever, value)| match value {
            LeverValue::Number(x) | LeverValue::WholeYears(x) => Some((lever, x)),
            _ => None,
        })
    }
    /// Every number that may be drawn, to be changed.
    pub fn numbers_mut(&mut self) -> impl Iterator<Item = (&'static Lever, &mut N)> {
        self.slots().filter_map(|(lever, slot)| match slot {
            LeverSlot::Number(x) | LeverSlot::WholeYears(x) => Some((lever, x)),
            _ => None,
        })
    }
}

impl Lever {
    /// The lever of a path.
    pub fn of(path: &str) -> Option<&'static Lever> {
        LEVERS.iter().find(|lever| lever.path == path)
    }
}

catalogue! {
/// First year of the model; before it the zero alternative applies.
start_year Timetable<i32> "start_year" "year" [1900.0, 2200.0] AtOnce _ 1900,
/// Years until full effect.
phase_in_years Timetable<i32> "phase_in_years" "years" [1.0, 100.0] AtOnce _ 1,
/// Who decides: municipality or state.
decided_by Choice<Decider> "decided_by" _ _ AtOnce _ (Decider::Municipality),
/// Id of the dated series of the threshold.
threshold Series<String> "refund.threshold" "NOK" MONEY AtOnce _ "refund.threshold",
/// Whether the deduction for intellectual disability applies.
deduct_intellectual Switch<bool> "refund.deduct_intellectual" _ _ AtOnce _ false,
/// No re-assessment cut at 18: true or false.
transition_guarantee Switch<bool> "transition_guarantee" _ _ AtOnce _ false,
/// Withdrawal by own relief (own) or by population and need (population).
offset_by Choice<OffsetBy> "offset_by" _ _ AtOnce _ (OffsetBy::Own),
/// Whether BPA takes over help at school.
arena_school Switch<bool> "arenas.school" _ _ AtOnce _ false,
/// Whether BPA takes over help at work.
arena_work Switch<bool> "arenas.work" _ _ AtOnce _ false,
/// Whether BPA takes over help in leisure.
arena_leisure Switch<bool> "arenas.leisure" _ _ AtOnce _ false,
/// For whom the terms of refund hold: persons with BPA (bpa) or the whole scheme (all).
refund_scope Choice<RefundScope> "refund.scope" _ _ AtOnce _ (RefundScope::Bpa),
/// Whether residents of institutions count where the age limit goes and the terms hold for all.
refund_institutions Switch<bool> "refund.institutions" _ _ AtOnce _ false,
/// Whether BPA is kept beyond the highest age with a right to a new award.
kept_after_limit Switch<bool> "rights.kept_after_limit" _ _ AtOnce _ true,
/// How municipalities that lose by the withdrawal are spared: none, guarantee or linear.
transition_rule Choice<TransitionRule> "transition_rule" _ _ AtOnce _ (TransitionRule::None),
/// Withdrawal set once (fixed), each year (yearly) or every few years (rebased).
offset_basis Choice<OffsetBasis> "offset_basis" _ _ AtOnce _ (OffsetBasis::Fixed),
/// Share of wage costs above the threshold that the state refunds.
refund_rate Number<N> "refund.rate" "share" [0.0, 1.0] Gradual _ 0.0,
/// Factor on the threshold; 0.75 lowers it by a quarter.
threshold_factor Number<N> "refund.threshold_factor" "ratio" FACTOR Gradual _ 1.0,
/// Lowest age with a refund.
min_age Number<N> "refund.min_age" "age" [0.0, 120.0] AtOnce 0.0 0.0,
/// Highest age with a refund, through the year one turns it; none = no limit.
max_age Number<N> "refund.max_age" "age" [0.0, ENDLESS] AtOnce ENDLESS ENDLESS,
/// Share of the entitled amount that is claimed; 1 = automatic.
claim_share Number<N> "refund.claim_share" "share" [0.0, 1.0] Gradual _ 1.0,
/// How much of the refund the municipality counts on when it decides.
salience Number<N> "refund.salience" "share" [0.0, 1.0] Gradual _ 1.0,
/// Years until the refund is paid (cash view only).
lag_years WholeYears<N> "refund.lag_years" "years" [0.0, 10.0] AtOnce _ 0.0,
/// Share of the price of each delivered BPA hour that the state pays.
grant_rate Number<N> "hour_grant.rate" "share" [0.0, 1.0] Gradual _ 0.0,
/// Hours a week above which the state pays by the hour.
above_hours Number<N> "hour_grant.above_hours" "h/week" WEEK AtOnce _ 0.0,
/// How much differences between municipalities are evened out; 1 = fully.
harmonisation Number<N> "harmonisation" "share" [0.0, 1.0] Gradual _ 0.0,
/// How much more of need the decider grants for each year it has decided.
norm_drift Number<N> "norm_drift" "share of need/yr" [-0.5, 0.5] AtOnce _ 0.0,
/// How much easier an award becomes for each year the decider has decided.
admission_drift Number<N> "admission_drift" "log hazard/yr" [-2.0, 2.0] AtOnce _ 0.0,
/// Hours a week that give a right to BPA.
full_hours Number<N> "rights.full_hours" "h/week" WEEK AtOnce _ 0.0,
/// Hours a week that give a conditional right.
conditional_hours Number<N> "rights.conditional_hours" "h/week" WEEK AtOnce _ 0.0,
/// Highest age with a right to a new award; none = no limit.
max_age_new Number<N> "rights.max_age_new" "age" [0.0, ENDLESS] AtOnce ENDLESS ENDLESS,
/// Ease of award between the two limits, against a full right.
conditional_factor Number<N> "rights.conditional_factor" "ratio" FACTOR Gradual _ 1.0,
/// Ease of award below both limits.
discretionary_factor Number<N> "rights.discretionary_factor" "ratio" FACTOR Gradual _ 1.0,
/// Ease of a new award above the age limit.
over_age_factor Number<N> "rights.over_age_factor" "ratio" FACTOR Gradual _ 1.0,
/// Ease of award for those outside today's practice.
excluded_factor Number<N> "rights.excluded_factor" "ratio" FACTOR Gradual _ 1.0,
/// Months from application to start, mean.
processing_months Number<N> "processing_months" "months" [0.0, 60.0] Gradual _ 0.0,
/// The same for rapid conditions; none = as for others.
fast_track_months Number<N> "fast_track_months" "months" [0.0, 60.0] Gradual (as "processing_months") 0.0,
/// Pay rise of assistants, share.
wage_uplift Number<N> "wage_uplift" "share" [-0.5, 5.0] Gradual _ 0.0,
/// Factor on how often staffing breaks down.
break_factor Number<N> "break_factor" "ratio" FACTOR Gradual _ 1.0,
/// Factor on the share of hours never staffed.
vacancy_factor Number<N> "vacancy_factor" "ratio" FACTOR Gradual _ 1.0,
/// User charge, NOK a year per recipient.
copayment Number<N> "copayment" "NOK/yr" MONEY Gradual _ 0.0,
/// Municipal administration, NOK a year per recipient.
admin_municipal Number<N> "admin.municipal" "NOK/recipient/yr" MONEY Gradual _ 0.0,
/// State administration, NOK a year per recipient.
admin_state Number<N> "admin.state" "NOK/recipient/yr" MONEY Gradual _ 0.0,
/// Introduction cost of all the country's municipalities, NOK of 2024, spread over the phase-in.
one_off_municipal Number<N> "one_off.municipal" "NOK" MONEY AtOnce _ 0.0,
/// Introduction cost of the state for the whole country, NOK of 2024, spread over the phase-in.
one_off_state Number<N> "one_off.state" "NOK" MONEY AtOnce _ 0.0,
/// Share of the municipalities' relief withdrawn from the block grant.
offset_share Number<N> "offset_share" "share" [0.0, 1.0] AtOnce _ 0.0,
/// Share of what the terms of refund add for the rest of the scheme that is withdrawn from the block grant.
scheme_offset_share Number<N> "scheme_offset_share" "share" [0.0, 1.0] AtOnce _ 0.0,
/// Years between settings of a withdrawal that is rebased.
rebase_years WholeYears<N> "rebase_years" "years" [1.0, 200.0] AtOnce _ 4.0,
/// Most that a municipality may fall behind in a year under a guarantee, NOK per inhabitant.
transition_cap Number<N> "transition_cap" "NOK/inhabitant/yr" MONEY AtOnce _ 400.0,
/// Years over which a linear arrangement lets the effect through.
transition_years WholeYears<N> "transition_years" "years" [1.0, 200.0] AtOnce _ 5.0,
}

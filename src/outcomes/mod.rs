//! The outcome catalogue (model.md §8): the only place where an outcome's name, unit and sign are
//! written. Tables, files and pages read them from here; the engine stores values by
//! `Outcome as usize`.

mod catalogue;

use crate::ledger::{Item, Payer};
pub use crate::text::Words;
pub use catalogue::Outcome;

/// What sort of number an outcome is; decides its bases in `summary.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number of persons, hours, months …: basis `count`.
    Count,
    /// Nominal kroner: bases `nominal`, `fixed` and, for totals, `present_value`.
    Money,
    /// A share, ratio or measure of inequality: basis `count`, never summed over years.
    Share,
}

/// When an outcome has a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// Every year.
    Yearly,
    /// Once for the whole period; kept in the place after the last year.
    Whole,
}

macro_rules! measures {
    ($( $(#[$doc:meta])* $name:ident = $id:literal, )*) => {
        /// Unit of measure of an outcome.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Measure { $( $(#[$doc])* $name, )* }

        impl Measure {
            /// As in the column `unit` of `summary.csv`.
            pub const fn id(self) -> &'static str {
                match self { $(Measure::$name => $id,)* }
            }
            /// For readers.
            pub const fn label(self) -> Words {
                match self { $(Measure::$name => const { Words::of(concat!("unit-", stringify!($name))) },)* }
            }
        }
    };
}

measures! {
    /// Persons.
    Persons = "persons",
    /// New awards in the year.
    Awards = "awards",
    /// Admissions in the year.
    Admissions = "admissions",
    /// Hours a year.
    HoursPerYear = "hours/year",
    /// Hours a week and person.
    HoursPerWeek = "hours/week",
    /// Full-time equivalents of 37.5 hours a week, 52 weeks.
    Fte = "FTE",
    /// Months.
    Months = "months",
    /// Kroner.
    Nok = "NOK",
    /// Fixed kroner per inhabitant.
    NokPerInhabitant = "NOK/inhabitant",
    /// A share from 0 to 1.
    Share = "share",
    /// A ratio.
    Ratio = "ratio",
}

macro_rules! signs {
    ($( $(#[$doc:meta])* $name:ident, )*) => {
        /// What a positive number means, and for whom.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Sign { $( $(#[$doc])* $name, )* }

        impl Sign {
            /// The direction in words.
            pub const fn words(self) -> Words {
                match self { $(Sign::$name => const { Words::of(concat!("sign-", stringify!($name))) },)* }
            }
        }
    };
}

signs! {
    /// How many there are of something.
    Count,
    /// How much there is of something.
    Number,
    /// More help given.
    Help,
    /// Need or grant without help.
    Lacking,
    /// Burden on relatives.
    Burden,
    /// Longer wait.
    Wait,
    /// More unequal.
    Unequal,
    /// More variation between years.
    Varying,
    /// Cost of municipalities.
    Municipality,
    /// Cost of the state.
    State,
    /// Cost of municipalities and state together.
    Public,
    /// Cost of relatives.
    Relatives,
    /// Cost of users.
    Users,
    /// Cost of employers.
    Employers,
    /// Cost of society.
    Society,
    /// Gain of society.
    Gain,
    /// Paid by the state to the municipalities.
    StateToMunicipality,
    /// Cut from what the state gives the municipalities.
    MunicipalityToState,
    /// Paid by users to the municipalities.
    UsersToMunicipality,
    /// Paid by the municipalities to relatives.
    MunicipalityToRelatives,
}

/// One row of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// Identifier in files and on the command line.
    pub id: &'static str,
    /// Name for readers.
    pub label: Words,
    /// Unit of measure.
    pub unit: Measure,
    /// Number, money or share.
    pub kind: Kind,
    /// Yearly or once for the whole period.
    pub timing: Timing,
    /// Whether a total over years makes sense (persons become person-years).
    pub additive: bool,
    /// Whether a present value makes sense.
    pub discountable: bool,
    /// What a positive number means.
    pub sign: Sign,
    /// Whose account in the ledger, where it is one payer's.
    pub payer: Option<Payer>,
    /// Which item of the ledger, where it is one item.
    pub item: Option<Item>,
    /// One sentence of explanation.
    pub meaning: Words,
}

impl Info {
    /// Whether it is an amount of kroner that can be added up over years and discounted.
    pub fn is_amount(&self) -> bool {
        self.unit == Measure::Nok && self.discountable
    }
}

impl Outcome {
    /// How many outcomes there are: the length of the outcome axis of results.
    pub const COUNT: usize = Outcome::ALL.len();

    /// What a model's terms add to the refund of the rest of the scheme, part by part, in the order in which they add up.
    pub const SCHEME_REFORM_PARTS: [Outcome; 7] = [
        Outcome::SchemeReformRate,
        Outcome::SchemeReformThreshold,
        Outcome::SchemeReformEntrants,
        Outcome::SchemeReformClaims,
        Outcome::SchemeReformOver67,
        Outcome::SchemeReformInstitutions,
        Outcome::SchemeReformReactions,
    ];

    /// The outcome of an identifier.
    pub fn from_id(id: &str) -> Option<Outcome> {
        Outcome::ALL.iter().copied().find(|o| o.id() == id)
    }
    /// Identifier in files and on the command line.
    pub fn id(self) -> &'static str {
        self.info().id
    }
    /// Place on the outcome axis of results.
    pub const fn index(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    const CORE: &str = "recipients pool awards need_hours granted_hours delivered_hours lost_hours
        coverage bpa_cost traditional_cost other_cost refund refund_bpa refund_persons hour_grant copayment administration introduction withdrawal
        municipality_net municipality_net_bpa municipality_net_before_withdrawal municipality_net_cash state_net state_net_cash relatives_cost users_net employers_net public_net society_cost society_cost_before_extra_services relatives_hours
        relatives_leading_hours unmet_hours relatives_lost_fte relatives_exits relatives_employed_share relatives_sick_fte care_allowance users_employed users_employed_share users_fte
        users_in_education admissions health_personnel_fte waiting_months coverage_sd_between_units coverage_p90_p10 coverage_gini coverage_unit_share pool_coverage
        pool_relatives_hours municipal_volatility municipal_volatility_small exits deaths_recipients institution_recipients need_population
        income_effect income_effect_hours arena_hours arenas_saved relatives_baseline_hours squeeze";

    #[test]
    fn core_ids_come_first_and_in_order() {
        for (i, id) in CORE.split_whitespace().enumerate() {
            assert_eq!(Outcome::ALL[i].id(), id);
        }
    }

    #[test]
    fn every_outcome_is_complete_and_found_by_its_id() {
        for (i, &o) in Outcome::ALL.iter().enumerate() {
            let info = o.info();
            assert_eq!(o.index(), i);
            assert_eq!(Outcome::from_id(info.id), Some(o), "{} twice", info.id);
            for lang in [Lang::Nb, Lang::Nn, Lang::En] {
                assert!(!info.label.get(lang).is_empty(), "{}", info.id);
                assert!(info.meaning.get(lang).ends_with('.'), "{}", info.id);
            }
            assert!(!info.discountable || (info.kind == Kind::Money && info.additive), "{}", info.id);
            assert!(info.kind != Kind::Share || !info.additive, "{}", info.id);
        }
    }
}

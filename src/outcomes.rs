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
    ($( $(#[$doc:meta])* $name:ident = $id:literal, $nb:literal, $nn:literal, $en:literal; )*) => {
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
                match self { $(Measure::$name => Words::new($nb, $nn, $en),)* }
            }
        }
    };
}

measures! {
    /// Persons.
    Persons = "persons", "personer", "personar", "persons";
    /// New awards in the year.
    Awards = "awards", "tildelinger", "tildelingar", "awards";
    /// Admissions in the year.
    Admissions = "admissions", "innleggelser", "innleggingar", "admissions";
    /// Hours a year.
    HoursPerYear = "hours/year", "timer i året", "timar i året", "hours a year";
    /// Hours a week and person.
    HoursPerWeek = "hours/week", "timer i uka", "timar i veka", "hours a week";
    /// Full-time equivalents of 37.5 hours a week, 52 weeks.
    Fte = "FTE", "årsverk", "årsverk", "full-time equivalents";
    /// Months.
    Months = "months", "måneder", "månader", "months";
    /// Kroner.
    Nok = "NOK", "kroner", "kroner", "NOK";
    /// Fixed kroner per inhabitant.
    NokPerInhabitant = "NOK/inhabitant", "kroner per innbygger", "kroner per innbyggjar", "NOK per inhabitant";
    /// A share from 0 to 1.
    Share = "share", "andel", "del", "share";
    /// A ratio.
    Ratio = "ratio", "forholdstall", "forholdstal", "ratio";
}

macro_rules! signs {
    ($( $(#[$doc:meta])* $name:ident = $nb:literal, $nn:literal, $en:literal; )*) => {
        /// What a positive number means, and for whom.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Sign { $( $(#[$doc])* $name, )* }

        impl Sign {
            /// The direction in words.
            pub const fn words(self) -> Words {
                match self { $(Sign::$name => Words::new($nb, $nn, $en),)* }
            }
        }
    };
}

signs! {
    /// How many there are of something.
    Count = "høyere tall = flere", "høgare tal = fleire", "higher number = more";
    /// How much there is of something.
    Number = "høyere tall = mer", "høgare tal = meir", "higher number = more";
    /// More help given.
    Help = "høyere tall = mer hjelp", "høgare tal = meir hjelp", "higher number = more help";
    /// Need or grant without help.
    Lacking = "høyere tall = mer hjelp som mangler", "høgare tal = meir hjelp som manglar", "higher number = more help lacking";
    /// Burden on relatives.
    Burden = "høyere tall = mer på pårørende", "høgare tal = meir på pårørande", "higher number = more on relatives";
    /// Longer wait.
    Wait = "høyere tall = lengre ventetid", "høgare tal = lengre ventetid", "higher number = longer wait";
    /// More unequal.
    Unequal = "høyere tall = større ulikhet", "høgare tal = større ulikskap", "higher number = more unequal";
    /// More variation between years.
    Varying = "høyere tall = mer ujevne utgifter fra år til år", "høgare tal = meir ujamne utgifter frå år til år", "higher number = costs vary more from year to year";
    /// Cost of municipalities.
    Municipality = "positivt tall = kostnad for kommunene", "positivt tal = kostnad for kommunane", "positive number = cost to municipalities";
    /// Cost of the state.
    State = "positivt tall = kostnad for staten", "positivt tal = kostnad for staten", "positive number = cost to the state";
    /// Cost of municipalities and state together.
    Public = "positivt tall = kostnad for kommunene og staten", "positivt tal = kostnad for kommunane og staten", "positive number = cost to municipalities and the state";
    /// Cost of relatives.
    Relatives = "positivt tall = kostnad for pårørende", "positivt tal = kostnad for pårørande", "positive number = cost to relatives";
    /// Cost of users.
    Users = "positivt tall = kostnad for brukerne, negativt = gevinst", "positivt tal = kostnad for brukarane, negativt = gevinst", "positive number = cost to users, negative = gain";
    /// Cost of employers.
    Employers = "positivt tall = kostnad for arbeidsgivere", "positivt tal = kostnad for arbeidsgivarar", "positive number = cost to employers";
    /// Cost of society.
    Society = "positivt tall = kostnad for samfunnet", "positivt tal = kostnad for samfunnet", "positive number = cost to society";
    /// Gain of society.
    Gain = "positivt tall = gevinst for samfunnet", "positivt tal = gevinst for samfunnet", "positive number = gain to society";
    /// Paid by the state to the municipalities.
    StateToMunicipality = "positivt tall = betaling fra staten til kommunene", "positivt tal = betaling frå staten til kommunane", "positive number = paid by the state to municipalities";
    /// Cut from what the state gives the municipalities.
    MunicipalityToState = "positivt tall = trekkes fra kommunenes rammetilskudd", "positivt tal = blir trekt frå rammetilskotet til kommunane", "positive number = cut from the municipalities' block grant";
    /// Paid by users to the municipalities.
    UsersToMunicipality = "positivt tall = betaling fra brukerne til kommunene", "positivt tal = betaling frå brukarane til kommunane", "positive number = paid by users to municipalities";
    /// Paid by the municipalities to relatives.
    MunicipalityToRelatives = "positivt tall = betaling fra kommunene til pårørende, før skatt", "positivt tal = betaling frå kommunane til pårørande, før skatt", "positive number = paid by municipalities to relatives, before tax";
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
        municipality_net municipality_net_bpa municipality_net_before_withdrawal municipality_net_cash state_net state_net_cash relatives_cost users_net employers_net public_net society_cost relatives_hours
        relatives_leading_hours unmet_hours relatives_lost_fte relatives_exits relatives_employed_share relatives_sick_fte care_allowance users_employed users_employed_share users_fte
        users_in_education admissions health_personnel_fte waiting_months coverage_sd_between_units coverage_p90_p10 coverage_gini coverage_unit_share pool_coverage
        pool_relatives_hours municipal_volatility municipal_volatility_small";

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

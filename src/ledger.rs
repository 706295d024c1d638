//! The ledger (model.md §6): payer × item. (work in progress: types first)

use crate::text::Text;

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Payer {
    /// Municipalities.
    Municipality,
    /// The state, including social insurance and taxes.
    State,
    /// Relatives.
    Relatives,
    /// Users of assistance.
    Users,
    /// Employers.
    Employers,
}

/// What is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Item {
    Bpa,
    Traditional,
    OtherServices,
    Refund,
    HourGrant,
    Copayment,
    Administration,
    Introduction,
    CareAllowance,
    LostWork,
    SickLeave,
    RelativesTime,
    RelativesHealth,
    HealthServices,
    Admissions,
    UnmetNeed,
    UsersWork,
    Withdrawal,
}

impl Payer {
    /// Every one, in the order of reports.
    pub const ALL: [Payer; 5] = [Payer::Municipality, Payer::State, Payer::Relatives, Payer::Users, Payer::Employers];
    /// Identifier in files.
    pub fn id(self) -> &'static str {
        match self {
            Payer::Municipality => "municipality",
            Payer::State => "state",
            Payer::Relatives => "relatives",
            Payer::Users => "users",
            Payer::Employers => "employers",
        }
    }
    /// Name for readers.
    pub fn label(self) -> Text {
        match self {
            Payer::Municipality => Text::all("Kommunene", "Kommunane", "Municipalities"),
            Payer::State => Text::all("Staten", "Staten", "The state"),
            Payer::Relatives => Text::all("Pårørende", "Pårørande", "Relatives"),
            Payer::Users => Text::all("Brukerne", "Brukarane", "Users"),
            Payer::Employers => Text::all("Arbeidsgivere", "Arbeidsgivarar", "Employers"),
        }
    }
}

impl Item {
    /// Every one, in the order of reports.
    pub const ALL: [Item; 18] = [Item::Bpa, Item::Traditional, Item::OtherServices, Item::Refund, Item::HourGrant, Item::Copayment, Item::Administration, Item::Introduction, Item::CareAllowance, Item::LostWork, Item::SickLeave, Item::RelativesTime, Item::RelativesHealth, Item::HealthServices, Item::Admissions, Item::UnmetNeed, Item::UsersWork, Item::Withdrawal];
    /// Identifier in files.
    pub fn id(self) -> &'static str {
        match self {
            Item::Bpa => "bpa",
            Item::Traditional => "traditional",
            Item::OtherServices => "other_services",
            Item::Refund => "refund",
            Item::HourGrant => "hour_grant",
            Item::Copayment => "copayment",
            Item::Administration => "administration",
            Item::Introduction => "introduction",
            Item::CareAllowance => "care_allowance",
            Item::LostWork => "lost_work",
            Item::SickLeave => "sick_leave",
            Item::RelativesTime => "relatives_time",
            Item::RelativesHealth => "relatives_health",
            Item::HealthServices => "health_services",
            Item::Admissions => "admissions",
            Item::UnmetNeed => "unmet_need",
            Item::UsersWork => "users_work",
            Item::Withdrawal => "withdrawal",
        }
    }
    /// Name for readers.
    pub fn label(self) -> Text {
        match self {
            Item::Bpa => Text::all("BPA", "BPA", "BPA"),
            Item::Traditional => Text::all("Tradisjonelle tjenester", "Tradisjonelle tenester", "Traditional services"),
            Item::OtherServices => Text::all("Andre tjenester", "Andre tenester", "Other services"),
            Item::Refund => Text::all("Toppfinansiering", "Toppfinansiering", "Refund of high costs"),
            Item::HourGrant => Text::all("Tilskudd per time (BPA-komponent)", "Tilskot per time (BPA-komponent)", "Hour grant (BPA component)"),
            Item::Copayment => Text::all("Egenandel", "Eigendel", "User charge"),
            Item::Administration => Text::all("Administrasjon", "Administrasjon", "Administration"),
            Item::Introduction => Text::all("Innføring", "Innføring", "Introduction"),
            Item::CareAllowance => Text::all("Omsorgsstønad", "Omsorgsstønad", "Care allowance"),
            Item::LostWork => Text::all("Pårørendes tapte arbeid", "Pårørande sitt tapte arbeid", "Relatives' lost work"),
            Item::SickLeave => Text::all("Pårørendes sykefravær", "Pårørande sitt sjukefråvær", "Relatives' sick leave"),
            Item::RelativesTime => Text::all("Pårørendes tid", "Pårørande si tid", "Relatives' time"),
            Item::RelativesHealth => Text::all("Pårørendes helsetap", "Pårørande sitt helsetap", "Relatives' loss of health"),
            Item::HealthServices => Text::all("Helsetjenester til pårørende", "Helsetenester til pårørande", "Health services for relatives"),
            Item::Admissions => Text::all("Innleggelser", "Innleggingar", "Hospital admissions"),
            Item::UnmetNeed => Text::all("Udekket behov (om prissatt)", "Udekt behov (om prissett)", "Unmet need (if priced)"),
            Item::UsersWork => Text::all("Brukernes arbeid", "Brukarane sitt arbeid", "Users' work"),
            Item::Withdrawal => Text::all("Uttrekk fra rammetilskuddet", "Uttrekk frå rammetilskotet", "Withdrawal from the block grant"),
        }
    }
}

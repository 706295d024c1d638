//! The rows of the catalogue: the only place where a lever's path, unit, legal range and meaning are written. One lever
//! is four lines: identity, bokmål, nynorsk, English; the last three hold the meaning.
//!
//! The identity is the name of the field, the [`Kind`] with the field's type (`N` for a number that may be drawn), the
//! path as users write it, unit and legal range (`_` where the value is no number), how the lever comes into force, what
//! `none` means (`_` where it may not be written), and the neutral value, with which the lever does nothing.

use super::lever::{
    Absence, Decider, Kind, Lever, LeverSlot, LeverValue, Number, OffsetBasis, OffsetBy, Onset,
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
    ($( $field:ident $kind:ident<$type:ty> $path:literal $unit:tt $range:tt $onset:ident $none:tt $neutral:tt
        [$nb:literal] [$nn:literal] [$en:literal] )*) => {
        /// Every lever, in the order of files and lists.
        pub static LEVERS: &[Lever] = &[$( Lever {
            path: $path,
            kind: Kind::$kind,
            unit: unit!($kind $unit),
            range: range!($kind $range),
            onset: Onset::$onset,
            none: none!($none),
            meaning: Words::new($nb, $nn, $en),
        } ),*];

        /// The levers of a model, generic over how a number is held: [`Number`] in a scenario, `f64` in a draw.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Levers<N = Number> { $( #[doc = $en] pub $field: $type, )* }

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
start_year Timetable<i32> "start_year" "year" [1900.0, 2200.0] AtOnce _ 1900
    ["Første år modellen gjelder; før det gjelder nullalternativet"]
    ["Første året modellen gjeld; før det gjeld nullalternativet"]
    ["First year of the model; before it the zero alternative applies"]
phase_in_years Timetable<i32> "phase_in_years" "years" [1.0, 100.0] AtOnce _ 1
    ["Antall år til full virkning"]
    ["Talet på år til full verknad"]
    ["Years until full effect"]
decided_by Choice<Decider> "decided_by" _ _ AtOnce _ (Decider::Municipality)
    ["Hvem som bestemmer: municipality (kommunen) eller state (staten)"]
    ["Kven som avgjer: municipality (kommunen) eller state (staten)"]
    ["Who decides: municipality or state"]
threshold Series<String> "refund.threshold" "NOK" MONEY AtOnce _ "refund.threshold"
    ["Navnet på den daterte serien for innslagspunktet"]
    ["Namnet på den daterte serien for innslagspunktet"]
    ["Id of the dated series of the threshold"]
deduct_intellectual Switch<bool> "refund.deduct_intellectual" _ _ AtOnce _ false
    ["Om fradraget for psykisk utviklingshemming gjelder"]
    ["Om frådraget for psykisk utviklingshemming gjeld"]
    ["Whether the deduction for intellectual disability applies"]
transition_guarantee Switch<bool> "transition_guarantee" _ _ AtOnce _ false
    ["Ingen ny vurdering med kutt ved 18 år: true eller false"]
    ["Inga ny vurdering med kutt ved 18 år: true eller false"]
    ["No re-assessment cut at 18: true or false"]
offset_by Choice<OffsetBy> "offset_by" _ _ AtOnce _ (OffsetBy::Own)
    ["Uttrekk etter egen lettelse (own) eller etter innbyggere og behov (population)"]
    ["Uttrekk etter eiga letting (own) eller etter innbyggjarar og behov (population)"]
    ["Withdrawal by own relief (own) or by population and need (population)"]
offset_basis Choice<OffsetBasis> "offset_basis" _ _ AtOnce _ (OffsetBasis::Fixed)
    ["Uttrekk fastsatt én gang (fixed) eller hvert år (yearly)"]
    ["Uttrekk fastsett éin gong (fixed) eller kvart år (yearly)"]
    ["Withdrawal set once (fixed) or each year (yearly)"]
refund_rate Number<N> "refund.rate" "share" [0.0, 1.0] Gradual _ 0.0
    ["Andelen staten dekker av lønnskostnader over innslagspunktet"]
    ["Delen staten dekkjer av lønskostnader over innslagspunktet"]
    ["Share of wage costs above the threshold that the state refunds"]
threshold_factor Number<N> "refund.threshold_factor" "ratio" FACTOR Gradual _ 1.0
    ["Faktor på innslagspunktet; 0,75 senker det med en firedel"]
    ["Faktor på innslagspunktet; 0,75 senkar det med ein firedel"]
    ["Factor on the threshold; 0.75 lowers it by a quarter"]
min_age Number<N> "refund.min_age" "age" [0.0, 120.0] AtOnce 0.0 0.0
    ["Laveste alder med refusjon"]
    ["Lågaste alder med refusjon"]
    ["Lowest age with a refund"]
max_age Number<N> "refund.max_age" "age" [0.0, ENDLESS] AtOnce ENDLESS ENDLESS
    ["Høyeste alder med refusjon, ut året den fylles; none = ingen grense"]
    ["Høgaste alder med refusjon, ut året ein fyller; none = inga grense"]
    ["Highest age with a refund, through the year one turns it; none = no limit"]
claim_share Number<N> "refund.claim_share" "share" [0.0, 1.0] Gradual _ 1.0
    ["Andelen av det kommunen har rett til som faktisk kreves; 1 = automatisk"]
    ["Delen av det kommunen har rett til som faktisk blir kravd; 1 = automatisk"]
    ["Share of the entitled amount that is claimed; 1 = automatic"]
salience Number<N> "refund.salience" "share" [0.0, 1.0] Gradual _ 1.0
    ["Hvor mye av refusjonen kommunen regner med når den fatter vedtak"]
    ["Kor mykje av refusjonen kommunen reknar med når han gjer vedtak"]
    ["How much of the refund the municipality counts on when it decides"]
lag_years WholeYears<N> "refund.lag_years" "years" [0.0, 10.0] AtOnce _ 0.0
    ["Antall år til refusjonen betales (bare kontantvisningen)"]
    ["Talet på år til refusjonen blir betalt (berre kontantvisinga)"]
    ["Years until the refund is paid (cash view only)"]
grant_rate Number<N> "hour_grant.rate" "share" [0.0, 1.0] Gradual _ 0.0
    ["Andelen av prisen på hver levert BPA-time staten betaler"]
    ["Delen av prisen på kvar levert BPA-time som staten betaler"]
    ["Share of the price of each delivered BPA hour that the state pays"]
above_hours Number<N> "hour_grant.above_hours" "h/week" WEEK AtOnce _ 0.0
    ["Timer i uka før staten begynner å betale per time"]
    ["Timar i veka før staten tek til å betale per time"]
    ["Hours a week above which the state pays by the hour"]
harmonisation Number<N> "harmonisation" "share" [0.0, 1.0] Gradual _ 0.0
    ["Hvor mye forskjellene mellom kommuner jevnes ut; 1 = helt"]
    ["Kor mykje skilnadene mellom kommunar blir jamna ut; 1 = heilt"]
    ["How much differences between municipalities are evened out; 1 = fully"]
full_hours Number<N> "rights.full_hours" "h/week" WEEK AtOnce _ 0.0
    ["Timer i uka som gir rett til BPA"]
    ["Timar i veka som gir rett til BPA"]
    ["Hours a week that give a right to BPA"]
conditional_hours Number<N> "rights.conditional_hours" "h/week" WEEK AtOnce _ 0.0
    ["Timer i uka som gir rett på vilkår"]
    ["Timar i veka som gir rett på vilkår"]
    ["Hours a week that give a conditional right"]
max_age_new Number<N> "rights.max_age_new" "age" [0.0, ENDLESS] AtOnce ENDLESS ENDLESS
    ["Høyeste alder med rett til ny tildeling; none = ingen grense"]
    ["Høgaste alder med rett til ny tildeling; none = inga grense"]
    ["Highest age with a right to a new award; none = no limit"]
conditional_factor Number<N> "rights.conditional_factor" "ratio" FACTOR Gradual _ 1.0
    ["Hvor lett BPA tildeles mellom de to timegrensene, mot full rett"]
    ["Kor lett BPA blir tildelt mellom dei to timegrensene, mot full rett"]
    ["Ease of award between the two limits, against a full right"]
discretionary_factor Number<N> "rights.discretionary_factor" "ratio" FACTOR Gradual _ 1.0
    ["Hvor lett BPA tildeles under begge timegrensene"]
    ["Kor lett BPA blir tildelt under begge timegrensene"]
    ["Ease of award below both limits"]
over_age_factor Number<N> "rights.over_age_factor" "ratio" FACTOR Gradual _ 1.0
    ["Hvor lett BPA tildeles over aldersgrensen"]
    ["Kor lett BPA blir tildelt over aldersgrensa"]
    ["Ease of a new award above the age limit"]
excluded_factor Number<N> "rights.excluded_factor" "ratio" FACTOR AtOnce _ 1.0
    ["Hvor lett BPA tildeles dem som faller utenfor dagens praksis"]
    ["Kor lett BPA blir tildelt dei som fell utanfor praksis i dag"]
    ["Ease of award for those outside today's practice"]
processing_months Number<N> "processing_months" "months" [0.0, 60.0] Gradual _ 0.0
    ["Måneder fra søknad til start, gjennomsnitt"]
    ["Månader frå søknad til start, gjennomsnitt"]
    ["Months from application to start, mean"]
fast_track_months Number<N> "fast_track_months" "months" [0.0, 60.0] Gradual (as "processing_months") 0.0
    ["Det samme for raskt forløpende sykdom; none = som for andre"]
    ["Det same for raskt framskridande sjukdom; none = som for andre"]
    ["The same for rapid conditions; none = as for others"]
wage_uplift Number<N> "wage_uplift" "share" [-0.5, 5.0] Gradual _ 0.0
    ["Lønnsløft for assistentene, andel"]
    ["Lønsløft for assistentane, del"]
    ["Pay rise of assistants, share"]
break_factor Number<N> "break_factor" "ratio" FACTOR Gradual _ 1.0
    ["Faktor på hvor ofte det blir brudd i bemanningen"]
    ["Faktor på kor ofte det blir brot i bemanninga"]
    ["Factor on how often staffing breaks down"]
vacancy_factor Number<N> "vacancy_factor" "ratio" FACTOR Gradual _ 1.0
    ["Faktor på andelen timer som aldri bemannes"]
    ["Faktor på delen timar som aldri blir bemanna"]
    ["Factor on the share of hours never staffed"]
copayment Number<N> "copayment" "NOK/yr" MONEY Gradual _ 0.0
    ["Egenandel, kroner i året per bruker"]
    ["Eigendel, kroner i året per brukar"]
    ["User charge, NOK a year per recipient"]
admin_municipal Number<N> "admin.municipal" "NOK/recipient/yr" MONEY Gradual _ 0.0
    ["Kommunens administrasjon, kroner i året per bruker"]
    ["Administrasjonen til kommunen, kroner i året per brukar"]
    ["Municipal administration, NOK a year per recipient"]
admin_state Number<N> "admin.state" "NOK/recipient/yr" MONEY Gradual _ 0.0
    ["Statens administrasjon, kroner i året per bruker"]
    ["Administrasjonen til staten, kroner i året per brukar"]
    ["State administration, NOK a year per recipient"]
one_off_municipal Number<N> "one_off.municipal" "NOK" MONEY AtOnce _ 0.0
    ["Kommunenes innføringskostnad i alt, spredt over innfasingen"]
    ["Innføringskostnaden til kommunane i alt, spreidd over innfasinga"]
    ["Introduction cost of the municipalities in all, spread over the phase-in"]
one_off_state Number<N> "one_off.state" "NOK" MONEY AtOnce _ 0.0
    ["Statens innføringskostnad i alt, spredt over innfasingen"]
    ["Innføringskostnaden til staten i alt, spreidd over innfasinga"]
    ["Introduction cost of the state in all, spread over the phase-in"]
offset_share Number<N> "offset_share" "share" [0.0, 1.0] AtOnce _ 0.0
    ["Andelen av kommunenes lettelse som trekkes fra rammetilskuddet"]
    ["Delen av lettinga til kommunane som blir trekt frå rammetilskotet"]
    ["Share of the municipalities' relief withdrawn from the block grant"]
}

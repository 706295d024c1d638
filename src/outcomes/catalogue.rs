//! The rows of the catalogue. One outcome is four lines: identity, bokmål, nynorsk, English; the
//! last three hold name and meaning.
//!
//! The first word after the identifier says what sort of number it is: `Number` (summed over
//! years), `Average` (not summed), `Money`, `Share`, `Volatility` (once for the whole period, fixed
//! kroner). Then unit of measure, sign, and payer and item in the ledger (`_` for none).

use super::{Info, Kind, Measure, Sign, Timing, Words};
use crate::ledger::{Item, Payer};

macro_rules! sort {
    (Number) => {
        (Kind::Count, Timing::Yearly, true, false)
    };
    (Average) => {
        (Kind::Count, Timing::Yearly, false, false)
    };
    (Money) => {
        (Kind::Money, Timing::Yearly, true, true)
    };
    (Share) => {
        (Kind::Share, Timing::Yearly, false, false)
    };
    (Volatility) => {
        (Kind::Money, Timing::Whole, false, false)
    };
}
macro_rules! one_of {
    ($kind:ident _) => {
        None
    };
    ($kind:ident $name:ident) => {
        Some($kind::$name)
    };
}
macro_rules! catalogue {
    ($( $name:ident $id:literal $sort:tt $unit:ident $sign:ident $payer:tt $item:tt
        [$nb:literal $nb_m:literal] [$nn:literal $nn_m:literal] [$en:literal $en_m:literal] )*) => {
        /// Every outcome of a run; `as usize` is its place on the outcome axis of results.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(usize)]
        pub enum Outcome { $( #[doc = $en_m] $name, )* }

        impl Outcome {
            /// Every outcome, in the order of files and of the outcome axis.
            pub const ALL: &'static [Outcome] = &[$(Outcome::$name),*];

            /// The outcome's row of the catalogue.
            pub fn info(self) -> &'static Info {
                static ROWS: &[Info] = &[$( Info {
                    id: $id,
                    label: Words::new($nb, $nn, $en),
                    unit: Measure::$unit,
                    kind: sort!($sort).0,
                    timing: sort!($sort).1,
                    additive: sort!($sort).2,
                    discountable: sort!($sort).3,
                    sign: Sign::$sign,
                    payer: one_of!(Payer $payer),
                    item: one_of!(Item $item),
                    meaning: Words::new($nb_m, $nn_m, $en_m),
                } ),*];
                &ROWS[self as usize]
            }
        }
    };
}

catalogue! {
Recipients "recipients" Number Persons Count _ _
    ["Personer med BPA" "Personer som har BPA i året, også den delen av året før ordningen er i gang."]
    ["Personar med BPA" "Personar som har BPA i året, også den delen av året før ordninga er i gang."]
    ["Persons with BPA" "Persons who have BPA in the year, including the part of it before assistance has started."]
Pool "pool" Number Persons Count _ _
    ["Personer med behov, uten BPA" "Personer med langvarig behov for personlig assistanse som ikke har BPA."]
    ["Personar med behov, utan BPA" "Personar med langvarig behov for personleg assistanse som ikkje har BPA."]
    ["Persons in need without BPA" "Persons with a long-lasting need for personal assistance who do not have BPA."]
Awards "awards" Number Awards Count _ _
    ["Nye tildelinger av BPA" "Personer som får innvilget BPA i året."]
    ["Nye tildelingar av BPA" "Personar som får innvilga BPA i året."]
    ["New awards of BPA" "Persons who are awarded BPA in the year."]
NeedHours "need_hours" Number HoursPerYear Number _ _
    ["Behov hos personer med BPA" "Timer som personer med BPA trenger, enten de er innvilget eller ikke."]
    ["Behov hos personar med BPA" "Timar som personar med BPA treng, anten dei er innvilga eller ikkje."]
    ["Need of persons with BPA" "Hours that persons with BPA need, granted or not."]
GrantedHours "granted_hours" Number HoursPerYear Help _ _
    ["Vedtakstimer" "Timer i vedtakene til personer med BPA, regnet for hele året."]
    ["Vedtakstimar" "Timar i vedtaka til personar med BPA, rekna for heile året."]
    ["Granted hours" "Hours in the decisions of persons with BPA, counted for the whole year."]
DeliveredHours "delivered_hours" Number HoursPerYear Help _ _
    ["Leverte BPA-timer" "Timer med assistanse som faktisk blir gitt."]
    ["Leverte BPA-timar" "Timar med assistanse som faktisk blir gitt."]
    ["Delivered BPA hours" "Hours of assistance that are really given."]
LostHours "lost_hours" Number HoursPerYear Lacking _ _
    ["Innvilgede timer som ikke blir levert" "Vedtakstimer som faller bort fordi det mangler assistenter."]
    ["Innvilga timar som ikkje blir leverte" "Vedtakstimar som fell bort fordi det manglar assistentar."]
    ["Granted hours not delivered" "Granted hours that are lost because assistants are lacking."]
Coverage "coverage" Share Share Help _ _
    ["Vedtakstimer som andel av behovet" "Vedtakstimer delt på behovet, for personer med BPA."]
    ["Vedtakstimar som del av behovet" "Vedtakstimar delt på behovet, for personar med BPA."]
    ["Granted hours as share of need" "Granted hours divided by need, for persons with BPA."]
BpaCost "bpa_cost" Money Nok Municipality Municipality Bpa
    ["Kostnad til BPA" "Leverte BPA-timer ganget med timeprisen, før refusjon og tilskudd."]
    ["Kostnad til BPA" "Leverte BPA-timar gonga med timeprisen, før refusjon og tilskot."]
    ["Cost of BPA" "Delivered BPA hours times the price of an hour, before refund and grant."]
TraditionalCost "traditional_cost" Money Nok Municipality Municipality Traditional
    ["Kostnad til tradisjonelle tjenester" "Tjenester til dem som ikke har BPA eller venter på oppstart."]
    ["Kostnad til tradisjonelle tenester" "Tenester til dei som ikkje har BPA eller ventar på oppstart."]
    ["Cost of traditional services" "Services for those without BPA or waiting for it to start."]
OtherCost "other_cost" Money Nok Municipality Municipality OtherServices
    ["Kostnad til andre tjenester" "Hjemmesykepleie, avlastning og andre tjenester til de samme personene."]
    ["Kostnad til andre tenester" "Heimesjukepleie, avlasting og andre tenester til dei same personane."]
    ["Cost of other services" "Home nursing, respite care and other services for the same persons."]
Refund "refund" Money Nok StateToMunicipality Municipality Refund
    ["Toppfinansiering" "Statens refusjon av høye kostnader for enkeltpersoner, i året den er opptjent."]
    ["Toppfinansiering" "Refusjonen frå staten for høge kostnader for enkeltpersonar, i året han er opptent."]
    ["Refund of high costs" "The state's refund of high costs for single persons, in the year it is earned."]
RefundBpa "refund_bpa" Money Nok StateToMunicipality Municipality Refund
    ["Toppfinansiering som skyldes BPA" "Den delen av toppfinansieringen som ville falt bort uten BPA."]
    ["Toppfinansiering som kjem av BPA" "Den delen av toppfinansieringa som ville falle bort utan BPA."]
    ["Refund due to BPA" "The part of the refund that would be lost without BPA."]
RefundPersons "refund_persons" Number Persons Count _ _
    ["Personer som utløser toppfinansiering" "Personer med refusjon over null."]
    ["Personar som utløyser toppfinansiering" "Personar med refusjon over null."]
    ["Persons who give a refund" "Persons with a refund above zero."]
HourGrant "hour_grant" Money Nok StateToMunicipality Municipality HourGrant
    ["Statlig betaling per BPA-time" "Statens andel av prisen på leverte BPA-timer (BPA-komponent eller statlig finansiering)."]
    ["Statleg betaling per BPA-time" "Staten sin del av prisen på leverte BPA-timar (BPA-komponent eller statleg finansiering)."]
    ["State payment per BPA hour" "The state's share of the price of delivered BPA hours (BPA component or state financing)."]
Copayment "copayment" Money Nok UsersToMunicipality Users Copayment
    ["Egenandel for BPA" "Det brukerne betaler for BPA."]
    ["Eigendel for BPA" "Det brukarane betaler for BPA."]
    ["User charge for BPA" "What users pay for BPA."]
Administration "administration" Money Nok Public _ Administration
    ["Administrasjon" "Saksbehandling og administrasjon i kommunene og staten."]
    ["Administrasjon" "Saksbehandling og administrasjon i kommunane og staten."]
    ["Administration" "Case handling and administration by municipalities and the state."]
Introduction "introduction" Money Nok Public _ Introduction
    ["Innføringskostnad" "Engangskostnad i kommunene og staten ved å innføre modellen."]
    ["Innføringskostnad" "Eingongskostnad i kommunane og staten ved å innføre modellen."]
    ["Cost of introduction" "One-off cost to municipalities and the state of introducing the model."]
Withdrawal "withdrawal" Money Nok MunicipalityToState Municipality Withdrawal
    ["Uttrekk fra rammetilskuddet" "Det staten trekker fra kommunenes rammetilskudd fordi den overtar utgifter."]
    ["Uttrekk frå rammetilskotet" "Det staten trekkjer frå rammetilskotet til kommunane fordi han tek over utgifter."]
    ["Withdrawal from the block grant" "What the state cuts from the municipalities' block grant because it takes over costs."]
MunicipalityNet "municipality_net" Money Nok Municipality Municipality _
    ["Kommunenes netto i alt" "Alle tjenester, administrasjon og omsorgsstønad, minus refusjon, tilskudd og egenandel, etter uttrekk."]
    ["Netto for kommunane i alt" "Alle tenester, administrasjon og omsorgsstønad, minus refusjon, tilskot og eigendel, etter uttrekk."]
    ["Municipalities, net in all" "All services, administration and care allowance, less refund, grant and user charge, after withdrawal."]
MunicipalityNetBpa "municipality_net_bpa" Money Nok Municipality Municipality _
    ["Kommunenes netto for BPA, før uttrekk" "BPA og administrasjon, minus betaling per time, refusjon som skyldes BPA og egenandel."]
    ["Netto for kommunane for BPA, før uttrekk" "BPA og administrasjon, minus betaling per time, refusjon som kjem av BPA og eigendel."]
    ["Municipalities, net for BPA, before withdrawal" "BPA and administration, less hour grant, refund due to BPA and user charge."]
MunicipalityNetBeforeWithdrawal "municipality_net_before_withdrawal" Money Nok Municipality Municipality _
    ["Kommunenes netto i alt, før uttrekk" "Kommunenes netto i alt uten uttrekket fra rammetilskuddet."]
    ["Netto for kommunane i alt, før uttrekk" "Netto for kommunane i alt utan uttrekket frå rammetilskotet."]
    ["Municipalities, net in all, before withdrawal" "Municipalities' net cost in all without the withdrawal from the block grant."]
MunicipalityNetCash "municipality_net_cash" Money Nok Municipality Municipality _
    ["Kommunenes netto i alt, når pengene betales" "Som netto i alt, men refusjonen føres i året den blir utbetalt."]
    ["Netto for kommunane i alt, når pengane blir betalte" "Som netto i alt, men refusjonen er ført i året han blir utbetalt."]
    ["Municipalities, net in all, cash" "As net in all, but the refund is counted in the year it is paid."]
StateNet "state_net" Money Nok State State _
    ["Statens netto" "Statens utgifter minus skatter, avgifter og uttrekk."]
    ["Netto for staten" "Utgiftene til staten minus skattar, avgifter og uttrekk."]
    ["The state, net" "The state's expenditure less taxes, contributions and withdrawal."]
StateNetCash "state_net_cash" Money Nok State State _
    ["Statens netto, når pengene betales" "Som statens netto, men refusjonen føres i året den blir utbetalt."]
    ["Netto for staten, når pengane blir betalte" "Som netto for staten, men refusjonen er ført i året han blir utbetalt."]
    ["The state, net, cash" "As the state's net, but the refund is counted in the year it is paid."]
RelativesCost "relatives_cost" Money Nok Relatives Relatives _
    ["Kostnad for pårørende" "Tid, tapt lønn og helsetap, minus omsorgsstønad etter skatt."]
    ["Kostnad for pårørande" "Tid, tapt løn og helsetap, minus omsorgsstønad etter skatt."]
    ["Cost to relatives" "Time, lost pay and loss of health, less care allowance after tax."]
UsersNet "users_net" Money Nok Users Users _
    ["Brukernes netto" "Egenandel, og udekket behov hvis det er prissatt, minus det brukerne tjener på eget arbeid."]
    ["Netto for brukarane" "Eigendel, og udekt behov om det er prissett, minus det brukarane tener på eige arbeid."]
    ["Users, net" "User charge, and unmet need where priced, less what users gain from their own work."]
EmployersNet "employers_net" Money Nok Employers Employers _
    ["Arbeidsgivernes netto" "Arbeidsgivernes kostnad ved pårørendes sykefravær."]
    ["Netto for arbeidsgivarane" "Kostnaden for arbeidsgivarane ved sjukefråværet til pårørande."]
    ["Employers, net" "Employers' cost of relatives' sick leave."]
PublicNet "public_net" Money Nok Public _ _
    ["Kommuner og stat, netto" "Summen av kommunenes og statens netto."]
    ["Kommunar og stat, netto" "Summen av netto for kommunane og staten."]
    ["Municipalities and state, net" "The sum of municipalities' and the state's net."]
SocietyCost "society_cost" Money Nok Society _ _
    ["Kostnad for samfunnet" "Summen for alle betalere og kostnaden ved å kreve inn skatt. Virkninger uten pris er ikke med."]
    ["Kostnad for samfunnet" "Summen for alle betalarar og kostnaden ved å krevje inn skatt. Verknader utan pris er ikkje med."]
    ["Cost to society" "The sum over all payers and the cost of raising taxes. Effects without a price are not in it."]
RelativesHours "relatives_hours" Number HoursPerYear Burden _ _
    ["Timer pårørende hjelper" "Timer med hjelp fra pårørende, for personer med og uten BPA."]
    ["Timar pårørande hjelper" "Timar med hjelp frå pårørande, for personar med og utan BPA."]
    ["Hours of help by relatives" "Hours of help by relatives, for persons with and without BPA."]
RelativesLeadingHours "relatives_leading_hours" Number HoursPerYear Burden _ _
    ["Timer pårørende leder assistansen" "Timer pårørende bruker på arbeidsledelse for barn og personer med utviklingshemming."]
    ["Timar pårørande leier assistansen" "Timar pårørande bruker på arbeidsleiing for barn og personar med utviklingshemming."]
    ["Hours relatives lead the assistance" "Hours relatives spend leading the work for children and persons with intellectual disability."]
UnmetHours "unmet_hours" Number HoursPerYear Lacking _ _
    ["Udekket behov" "Timer ingen dekker: verken assistenter, tradisjonelle tjenester eller pårørende."]
    ["Udekt behov" "Timar ingen dekkjer: verken assistentar, tradisjonelle tenester eller pårørande."]
    ["Unmet need" "Hours nobody meets: neither assistants, traditional services nor relatives."]
RelativesLostFte "relatives_lost_fte" Number Fte Burden _ _
    ["Pårørendes tapte arbeid" "Årsverk pårørende ikke arbeider fordi de hjelper."]
    ["Tapt arbeid for pårørande" "Årsverk pårørande ikkje arbeider fordi dei hjelper."]
    ["Relatives' lost work" "Full-time equivalents relatives do not work because they help."]
RelativesExits "relatives_exits" Number Persons Burden _ _
    ["Pårørende ute av arbeid på grunn av omsorg" "Pårørende som er ute av arbeid i året fordi de hjelper; ikke bare de som sluttet i år."]
    ["Pårørande ute av arbeid på grunn av omsorg" "Pårørande som er ute av arbeid i året fordi dei hjelper; ikkje berre dei som slutta i år."]
    ["Relatives out of work because of care" "Relatives out of work in the year because they help; not only those who left this year."]
RelativesEmployedShare "relatives_employed_share" Share Share Number _ _
    ["Andel pårørende i arbeid" "Pårørende i arbeid delt på alle pårørende som hjelper personer med behov."]
    ["Del pårørande i arbeid" "Pårørande i arbeid delt på alle pårørande som hjelper personar med behov."]
    ["Share of relatives employed" "Relatives employed divided by all relatives of persons in need."]
RelativesSickFte "relatives_sick_fte" Number Fte Burden _ _
    ["Pårørendes sykefravær" "Årsverk tapt ved sykefravær fordi pårørende hjelper."]
    ["Sjukefråværet til pårørande" "Årsverk tapte ved sjukefråvær fordi pårørande hjelper."]
    ["Relatives' sick leave" "Full-time equivalents lost to sick leave because relatives help."]
CareAllowance "care_allowance" Money Nok MunicipalityToRelatives Municipality CareAllowance
    ["Omsorgsstønad" "Det kommunene betaler pårørende som hjelper mye."]
    ["Omsorgsstønad" "Det kommunane betaler pårørande som hjelper mykje."]
    ["Care allowance" "What municipalities pay relatives who help a lot."]
UsersEmployed "users_employed" Number Persons Count _ _
    ["Brukere i arbeid" "Personer 18–66 år med behov, med eller uten BPA, som er i arbeid."]
    ["Brukarar i arbeid" "Personar 18–66 år med behov, med eller utan BPA, som er i arbeid."]
    ["Users employed" "Persons aged 18–66 in need, with or without BPA, who are employed."]
UsersEmployedShare "users_employed_share" Share Share Number _ _
    ["Andel brukere i arbeid" "Brukere i arbeid delt på dem mellom 18 og 66 år som kan arbeide."]
    ["Del brukarar i arbeid" "Brukarar i arbeid delt på dei mellom 18 og 66 år som kan arbeide."]
    ["Share of users employed" "Users employed divided by those aged 18–66 who are able to work."]
UsersFte "users_fte" Number Fte Number _ _
    ["Brukernes arbeid" "Årsverk utført av brukere i arbeid."]
    ["Arbeidet til brukarane" "Årsverk utførte av brukarar i arbeid."]
    ["Users' work" "Full-time equivalents worked by users."]
UsersInEducation "users_in_education" Number Persons Count _ _
    ["Brukere i utdanning" "Personer 18–25 år med behov som tar utdanning."]
    ["Brukarar i utdanning" "Personar 18–25 år med behov som tek utdanning."]
    ["Users in education" "Persons aged 18–25 in need who are in education."]
Admissions "admissions" Number Admissions Count _ _
    ["Innleggelser på sykehus" "Forventede uplanlagte innleggelser av personer med behov."]
    ["Innleggingar på sjukehus" "Forventa uplanlagde innleggingar av personar med behov."]
    ["Hospital admissions" "Expected unplanned admissions of persons in need."]
HealthPersonnelFte "health_personnel_fte" Number Fte Number _ _
    ["Helsepersonell i tradisjonelle tjenester" "Årsverk med helsepersonell som de tradisjonelle tjenestene krever."]
    ["Helsepersonell i tradisjonelle tenester" "Årsverk med helsepersonell som dei tradisjonelle tenestene krev."]
    ["Health personnel in traditional services" "Full-time equivalents of health personnel that traditional services need."]
WaitingMonths "waiting_months" Average Months Wait _ _
    ["Ventetid fra søknad til oppstart" "Gjennomsnitt for årets tildelinger."]
    ["Ventetid frå søknad til oppstart" "Gjennomsnitt for tildelingane i året."]
    ["Wait from application to start" "Average of the year's awards."]
CoverageSdBetweenUnits "coverage_sd_between_units" Share Share Unequal _ _
    ["Forskjell mellom kommuner" "Standardavvik mellom kommunenes gjennomsnittlige dekning av behovet, vektet med antall med BPA."]
    ["Skilnad mellom kommunar" "Standardavvik mellom den gjennomsnittlege dekninga av behovet i kommunane, vekta med talet på personar med BPA."]
    ["Difference between municipalities" "Standard deviation between municipalities' mean coverage of need, weighted by recipients."]
CoverageP90P10 "coverage_p90_p10" Share Ratio Unequal _ _
    ["Forskjell mellom høy og lav dekning" "Dekningen for den tidelen som får mest, delt på den for tidelen som får minst (90- og 10-prosentilen)."]
    ["Skilnad mellom høg og låg dekning" "Dekninga for tidelen som får mest, delt på den for tidelen som får minst (90- og 10-prosentilen)."]
    ["High against low coverage" "The 90th percentile of coverage of need over persons, divided by the 10th."]
CoverageGini "coverage_gini" Share Ratio Unequal _ _
    ["Ulikhet i dekning av behov" "Gini-koeffisienten for personers dekning av behov: 0 er helt likt."]
    ["Ulikskap i dekning av behov" "Gini-koeffisienten for dekninga av behov mellom personar: 0 er heilt likt."]
    ["Inequality in coverage of need" "Gini coefficient of persons' coverage of need: 0 is fully equal."]
CoverageUnitShare "coverage_unit_share" Share Share Unequal _ _
    ["Andel av forskjellene som skyldes bosted" "Andel av variasjonen i dekning som ligger mellom kommuner, ut over det tilfeldige."]
    ["Del av skilnadene som kjem av bustad" "Del av variasjonen i dekning som ligg mellom kommunar, ut over det tilfeldige."]
    ["Share of differences due to place" "Share of the variation in coverage that lies between municipalities, beyond chance."]
PoolCoverage "pool_coverage" Share Share Help _ _
    ["Dekning av behov uten BPA" "Tradisjonelle tjenester delt på behovet, for personer uten BPA."]
    ["Dekning av behov utan BPA" "Tradisjonelle tenester delt på behovet, for personar utan BPA."]
    ["Coverage of need without BPA" "Traditional services divided by need, for persons without BPA."]
PoolRelativesHours "pool_relatives_hours" Number HoursPerYear Burden _ _
    ["Timer pårørende hjelper dem uten BPA" "Timer med hjelp fra pårørende til personer som ikke har BPA."]
    ["Timar pårørande hjelper dei utan BPA" "Timar med hjelp frå pårørande til personar som ikkje har BPA."]
    ["Relatives' hours for those without BPA" "Hours of help by relatives for persons who do not have BPA."]
MunicipalVolatility "municipal_volatility" Volatility NokPerInhabitant Varying Municipality _
    ["Svingninger i kommunens utgift" "Standardavvik over år i den årlige endringen av netto utgift, gjennomsnitt over kommuner."]
    ["Svingingar i utgifta til kommunen" "Standardavvik over år i den årlege endringa av netto utgift, gjennomsnitt over kommunar."]
    ["Volatility of a municipality's cost" "Standard deviation over years of the yearly change in net cost, averaged over municipalities."]
MunicipalVolatilitySmall "municipal_volatility_small" Volatility NokPerInhabitant Varying Municipality _
    ["Svingninger i små kommuners utgift" "Det samme for kommuner med under 5 000 innbyggere."]
    ["Svingingar i utgifta til små kommunar" "Det same for kommunar med under 5 000 innbyggjarar."]
    ["Volatility of a small municipality's cost" "The same for municipalities with fewer than 5 000 inhabitants."]
MunicipalityNetBpaAfterWithdrawal "municipality_net_bpa_after_withdrawal" Money Nok Municipality Municipality _
    ["Kommunenes netto for BPA, etter uttrekk" "Kommunenes netto for BPA med uttrekket fra rammetilskuddet lagt til."]
    ["Netto for kommunane for BPA, etter uttrekk" "Netto for kommunane for BPA med uttrekket frå rammetilskotet lagt til."]
    ["Municipalities, net for BPA, after withdrawal" "Municipalities' net cost of BPA with the withdrawal from the block grant added."]
RecipientsAge0To17 "recipients_age_0_17" Number Persons Count _ _
    ["Personer med BPA, 0–17 år" "Personer med BPA som er under 18 år."]
    ["Personar med BPA, 0–17 år" "Personar med BPA som er under 18 år."]
    ["Persons with BPA aged 0–17" "Persons with BPA who are under 18."]
RecipientsAge18To49 "recipients_age_18_49" Number Persons Count _ _
    ["Personer med BPA, 18–49 år" "Personer med BPA fra 18 til og med 49 år."]
    ["Personar med BPA, 18–49 år" "Personar med BPA frå 18 til og med 49 år."]
    ["Persons with BPA aged 18–49" "Persons with BPA aged 18 to 49."]
RecipientsAge50To66 "recipients_age_50_66" Number Persons Count _ _
    ["Personer med BPA, 50–66 år" "Personer med BPA fra 50 til og med 66 år."]
    ["Personar med BPA, 50–66 år" "Personar med BPA frå 50 til og med 66 år."]
    ["Persons with BPA aged 50–66" "Persons with BPA aged 50 to 66."]
RecipientsAge67To79 "recipients_age_67_79" Number Persons Count _ _
    ["Personer med BPA, 67–79 år" "Personer med BPA fra 67 til og med 79 år."]
    ["Personar med BPA, 67–79 år" "Personar med BPA frå 67 til og med 79 år."]
    ["Persons with BPA aged 67–79" "Persons with BPA aged 67 to 79."]
RecipientsAge80Plus "recipients_age_80_plus" Number Persons Count _ _
    ["Personer med BPA, 80 år og over" "Personer med BPA som er 80 år eller eldre."]
    ["Personar med BPA, 80 år og over" "Personar med BPA som er 80 år eller eldre."]
    ["Persons with BPA aged 80 and over" "Persons with BPA aged 80 or more."]
DeathsRecipients "deaths_recipients" Number Persons Count _ _
    ["Dødsfall blant personer med BPA" "Personer med BPA som dør ved utgangen av året."]
    ["Dødsfall blant personar med BPA" "Personar med BPA som døyr ved utgangen av året."]
    ["Deaths among persons with BPA" "Persons with BPA who die at the end of the year."]
Exits "exits" Number Persons Count _ _
    ["Personer som slutter med BPA" "Personer som selv går ut av BPA i året og får tradisjonelle tjenester."]
    ["Personar som sluttar med BPA" "Personar som sjølve går ut av BPA i året og får tradisjonelle tenester."]
    ["Persons who leave BPA" "Persons who leave BPA by choice in the year and get traditional services."]
RelativesTimeCost "relatives_time_cost" Money Nok Relatives Relatives RelativesTime
    ["Verdien av pårørendes tid" "Fritid brukt på hjelp og arbeidsledelse, verdsatt per time."]
    ["Verdien av tida til pårørande" "Fritid brukt på hjelp og arbeidsleiing, verdsett per time."]
    ["Value of relatives' time" "Leisure spent on help and on leading the work, valued by the hour."]
RelativesHealthCost "relatives_health_cost" Money Nok Relatives Relatives RelativesHealth
    ["Pårørendes helsetap" "Verdien av helse pårørende taper når belastningen er stor."]
    ["Helsetapet til pårørande" "Verdien av helse pårørande taper når belastninga er stor."]
    ["Relatives' loss of health" "Value of health relatives lose when the burden is heavy."]
RelativesWorkCost "relatives_work_cost" Money Nok Relatives Relatives LostWork
    ["Pårørendes tapte lønn" "Lønn etter skatt og rettigheter pårørende taper ved å arbeide mindre."]
    ["Tapt løn for pårørande" "Løn etter skatt og rettar pårørande taper ved å arbeide mindre."]
    ["Relatives' lost pay" "Pay after tax and benefits relatives lose by working less."]
AdmissionsCost "admissions_cost" Money Nok State State Admissions
    ["Kostnad ved innleggelser" "Uplanlagte innleggelser ganget med prisen på en innleggelse."]
    ["Kostnad ved innleggingar" "Uplanlagde innleggingar gonga med prisen på ei innlegging."]
    ["Cost of admissions" "Unplanned admissions times the price of one."]
HealthServicesCost "health_services_cost" Money Nok State State HealthServices
    ["Helsetjenester til pårørende" "Helsetjenester som følger av pårørendes belastning."]
    ["Helsetenester til pårørande" "Helsetenester som følgjer av belastninga på pårørande."]
    ["Health services for relatives" "Health services that follow from the burden on relatives."]
UsersWorkGain "users_work_gain" Money Nok Gain _ UsersWork
    ["Verdien av brukernes arbeid" "Lønn og arbeidsgiverkostnader for brukere i arbeid: det de produserer."]
    ["Verdien av arbeidet til brukarane" "Løn og arbeidsgivarkostnader for brukarar i arbeid: det dei produserer."]
    ["Value of users' work" "Pay and on-costs of users employed: what they produce."]
PoolNeedHours "pool_need_hours" Number HoursPerYear Number _ _
    ["Behov hos personer uten BPA" "Timer som personer uten BPA trenger."]
    ["Behov hos personar utan BPA" "Timar som personar utan BPA treng."]
    ["Need of persons without BPA" "Hours that persons without BPA need."]
PoolTraditionalHours "pool_traditional_hours" Number HoursPerYear Help _ _
    ["Tradisjonelle timer til dem uten BPA" "Timer med tradisjonelle tjenester til personer uten BPA."]
    ["Tradisjonelle timar til dei utan BPA" "Timar med tradisjonelle tenester til personar utan BPA."]
    ["Traditional hours for those without BPA" "Hours of traditional services for persons without BPA."]
TraditionalHours "traditional_hours" Number HoursPerYear Help _ _
    ["Timer med tradisjonelle tjenester" "Til alle: personer uten BPA og personer som venter på oppstart."]
    ["Timar med tradisjonelle tenester" "Til alle: personar utan BPA og personar som ventar på oppstart."]
    ["Hours of traditional services" "For all: persons without BPA and persons waiting for it to start."]
RefundPersonsBpaOnly "refund_persons_bpa_only" Number Persons Count _ _
    ["Personer med bare BPA som utløser toppfinansiering" "Personer med BPA og ingen andre tjenester som har refusjon over null."]
    ["Personar med berre BPA som utløyser toppfinansiering" "Personar med BPA og ingen andre tenester som har refusjon over null."]
    ["Persons with BPA alone who give a refund" "Persons with BPA and no other services whose refund is above zero."]
RecipientsBpaOnly "recipients_bpa_only" Number Persons Count _ _
    ["Personer med bare BPA" "Personer med BPA og ingen andre tjenester."]
    ["Personar med berre BPA" "Personar med BPA og ingen andre tenester."]
    ["Persons with BPA alone" "Persons with BPA and no other services."]
SavingAgainstTraditional "saving_against_traditional" Money Nok Gain _ _
    ["Besparelse mot tradisjonelle tjenester" "Leverte BPA-timer ganget med forskjellen i timepris mellom tradisjonelle tjenester og BPA."]
    ["Sparing mot tradisjonelle tenester" "Leverte BPA-timar gonga med skilnaden i timepris mellom tradisjonelle tenester og BPA."]
    ["Saving against traditional services" "Delivered BPA hours times the difference in price between a traditional and a BPA hour."]
GrantedHoursPerRecipient "granted_hours_per_recipient" Average HoursPerWeek Help _ _
    ["Vedtakstimer i uka per person med BPA" "Vedtakstimer delt på personer med BPA og 52 uker."]
    ["Vedtakstimar i veka per person med BPA" "Vedtakstimar delt på personar med BPA og 52 veker."]
    ["Granted hours a week per person with BPA" "Granted hours divided by persons with BPA and 52 weeks."]
AdministrationMunicipal "administration_municipal" Money Nok Municipality Municipality Administration
    ["Administrasjon i kommunene" "Saksbehandling og administrasjon som kommunene betaler."]
    ["Administrasjon i kommunane" "Saksbehandling og administrasjon som kommunane betaler."]
    ["Administration, municipalities" "Case handling and administration paid by municipalities."]
AdministrationState "administration_state" Money Nok State State Administration
    ["Administrasjon i staten" "Saksbehandling og administrasjon som staten betaler."]
    ["Administrasjon i staten" "Saksbehandling og administrasjon som staten betaler."]
    ["Administration, state" "Case handling and administration paid by the state."]
GrantedHoursClass1 "granted_hours_class_1" Share Share Number _ _
    ["Andel med under 2 vedtakstimer i uka" "Andel av personer med BPA."]
    ["Del med under 2 vedtakstimar i veka" "Del av personar med BPA."]
    ["Share with fewer than 2 granted hours a week" "Share of persons with BPA granted fewer than 2 hours a week."]
GrantedHoursClass2 "granted_hours_class_2" Share Share Number _ _
    ["Andel med 2–4,9 vedtakstimer i uka" "Andel av personer med BPA."]
    ["Del med 2–4,9 vedtakstimar i veka" "Del av personar med BPA."]
    ["Share with 2–4.9 granted hours a week" "Share of persons with BPA granted from 2 to below 5 hours a week."]
GrantedHoursClass3 "granted_hours_class_3" Share Share Number _ _
    ["Andel med 5–9,9 vedtakstimer i uka" "Andel av personer med BPA."]
    ["Del med 5–9,9 vedtakstimar i veka" "Del av personar med BPA."]
    ["Share with 5–9.9 granted hours a week" "Share of persons with BPA granted from 5 to below 10 hours a week."]
GrantedHoursClass4 "granted_hours_class_4" Share Share Number _ _
    ["Andel med 10–14,9 vedtakstimer i uka" "Andel av personer med BPA."]
    ["Del med 10–14,9 vedtakstimar i veka" "Del av personar med BPA."]
    ["Share with 10–14.9 granted hours a week" "Share of persons with BPA granted from 10 to below 15 hours a week."]
GrantedHoursClass5 "granted_hours_class_5" Share Share Number _ _
    ["Andel med 15–35,4 vedtakstimer i uka" "Andel av personer med BPA."]
    ["Del med 15–35,4 vedtakstimar i veka" "Del av personar med BPA."]
    ["Share with 15–35.4 granted hours a week" "Share of persons with BPA granted from 15 to below 35.5 hours a week."]
GrantedHoursClass6 "granted_hours_class_6" Share Share Number _ _
    ["Andel med 35,5 vedtakstimer i uka eller mer" "Andel av personer med BPA."]
    ["Del med 35,5 vedtakstimar i veka eller meir" "Del av personar med BPA."]
    ["Share with 35.5 granted hours a week or more" "Share of persons with BPA granted 35.5 hours a week or more."]
}

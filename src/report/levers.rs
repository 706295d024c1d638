//! What the levers mean, for readers.

use crate::outcomes::Words;

/// Meaning of a lever by its path; nothing for an unknown one.
pub fn meaning(path: &str) -> Option<Words> {
    let [nb, nn, en] = LEVERS.iter().find(|(known, _)| *known == path)?.1;
    Some(Words::new(nb, nn, en))
}

const LEVERS: &[(&str, [&str; 3])] = &[
    (
        "start_year",
        [
            "Første år modellen gjelder; før det gjelder nullalternativet",
            "Første året modellen gjeld; før det gjeld nullalternativet",
            "First year of the model; before it the zero alternative applies",
        ],
    ),
    (
        "phase_in_years",
        ["Antall år til full virkning", "Talet på år til full verknad", "Years until full effect"],
    ),
    (
        "decided_by",
        [
            "Hvem som bestemmer: municipality (kommunen) eller state (staten)",
            "Kven som avgjer: municipality (kommunen) eller state (staten)",
            "Who decides: municipality or state",
        ],
    ),
    (
        "refund.rate",
        [
            "Andelen staten dekker av lønnskostnader over innslagspunktet",
            "Delen staten dekkjer av lønskostnader over innslagspunktet",
            "Share of wage costs above the threshold that the state refunds",
        ],
    ),
    (
        "refund.threshold",
        [
            "Navnet på den daterte serien for innslagspunktet",
            "Namnet på den daterte serien for innslagspunktet",
            "Id of the dated series of the threshold",
        ],
    ),
    (
        "refund.threshold_factor",
        [
            "Faktor på innslagspunktet; 0,75 senker det med en firedel",
            "Faktor på innslagspunktet; 0,75 senkar det med ein firedel",
            "Factor on the threshold; 0.75 lowers it by a quarter",
        ],
    ),
    (
        "refund.min_age",
        ["Laveste alder med refusjon", "Lågaste alder med refusjon", "Lowest age with a refund"],
    ),
    (
        "refund.max_age",
        [
            "Høyeste alder med refusjon, ut året den fylles; none = ingen grense",
            "Høgaste alder med refusjon, ut året ein fyller; none = inga grense",
            "Highest age with a refund, through the year one turns it; none = no limit",
        ],
    ),
    (
        "refund.deduct_intellectual",
        [
            "Om fradraget for psykisk utviklingshemming gjelder",
            "Om frådraget for psykisk utviklingshemming gjeld",
            "Whether the deduction for intellectual disability applies",
        ],
    ),
    (
        "refund.claim_share",
        [
            "Andelen av det kommunen har rett til som faktisk kreves; 1 = automatisk",
            "Delen av det kommunen har rett til som faktisk blir kravd; 1 = automatisk",
            "Share of the entitled amount that is claimed; 1 = automatic",
        ],
    ),
    (
        "refund.salience",
        [
            "Hvor mye av refusjonen kommunen regner med når den fatter vedtak",
            "Kor mykje av refusjonen kommunen reknar med når han gjer vedtak",
            "How much of the refund the municipality counts on when it decides",
        ],
    ),
    (
        "refund.lag_years",
        [
            "Antall år til refusjonen betales (bare kontantvisningen)",
            "Talet på år til refusjonen blir betalt (berre kontantvisinga)",
            "Years until the refund is paid (cash view only)",
        ],
    ),
    (
        "hour_grant.rate",
        [
            "Andelen av prisen på hver levert BPA-time staten betaler",
            "Delen av prisen på kvar levert BPA-time som staten betaler",
            "Share of the price of each delivered BPA hour that the state pays",
        ],
    ),
    (
        "hour_grant.above_hours",
        [
            "Timer i uka før staten begynner å betale per time",
            "Timar i veka før staten tek til å betale per time",
            "Hours a week above which the state pays by the hour",
        ],
    ),
    (
        "harmonisation",
        [
            "Hvor mye forskjellene mellom kommuner jevnes ut; 1 = helt",
            "Kor mykje skilnadene mellom kommunar blir jamna ut; 1 = heilt",
            "How much differences between municipalities are evened out; 1 = fully",
        ],
    ),
    (
        "rights.full_hours",
        [
            "Timer i uka som gir rett til BPA",
            "Timar i veka som gir rett til BPA",
            "Hours a week that give a right to BPA",
        ],
    ),
    (
        "rights.conditional_hours",
        [
            "Timer i uka som gir rett på vilkår",
            "Timar i veka som gir rett på vilkår",
            "Hours a week that give a conditional right",
        ],
    ),
    (
        "rights.max_age_new",
        [
            "Høyeste alder med rett til ny tildeling; none = ingen grense",
            "Høgaste alder med rett til ny tildeling; none = inga grense",
            "Highest age with a right to a new award; none = no limit",
        ],
    ),
    (
        "rights.conditional_factor",
        [
            "Hvor lett BPA tildeles mellom de to timegrensene, mot full rett",
            "Kor lett BPA blir tildelt mellom dei to timegrensene, mot full rett",
            "Ease of award between the two limits, against a full right",
        ],
    ),
    (
        "rights.discretionary_factor",
        [
            "Hvor lett BPA tildeles under begge timegrensene",
            "Kor lett BPA blir tildelt under begge timegrensene",
            "Ease of award below both limits",
        ],
    ),
    (
        "rights.over_age_factor",
        [
            "Hvor lett BPA tildeles over aldersgrensen",
            "Kor lett BPA blir tildelt over aldersgrensa",
            "Ease of a new award above the age limit",
        ],
    ),
    (
        "rights.excluded_factor",
        [
            "Hvor lett BPA tildeles dem som faller utenfor dagens praksis",
            "Kor lett BPA blir tildelt dei som fell utanfor praksis i dag",
            "Ease of award for those outside today's practice",
        ],
    ),
    (
        "processing_months",
        [
            "Måneder fra søknad til start, gjennomsnitt",
            "Månader frå søknad til start, gjennomsnitt",
            "Months from application to start, mean",
        ],
    ),
    (
        "fast_track_months",
        [
            "Det samme for raskt forløpende sykdom; none = som for andre",
            "Det same for raskt framskridande sjukdom; none = som for andre",
            "The same for rapid conditions; none = as for others",
        ],
    ),
    (
        "transition_guarantee",
        [
            "Ingen ny vurdering med kutt ved 18 år: true eller false",
            "Inga ny vurdering med kutt ved 18 år: true eller false",
            "No re-assessment cut at 18: true or false",
        ],
    ),
    (
        "wage_uplift",
        [
            "Lønnsløft for assistentene, andel",
            "Lønsløft for assistentane, del",
            "Pay rise of assistants, share",
        ],
    ),
    (
        "break_factor",
        [
            "Faktor på hvor ofte det blir brudd i bemanningen",
            "Faktor på kor ofte det blir brot i bemanninga",
            "Factor on how often staffing breaks down",
        ],
    ),
    (
        "vacancy_factor",
        [
            "Faktor på andelen timer som aldri bemannes",
            "Faktor på delen timar som aldri blir bemanna",
            "Factor on the share of hours never staffed",
        ],
    ),
    (
        "copayment",
        [
            "Egenandel, kroner i året per bruker",
            "Eigendel, kroner i året per brukar",
            "User charge, NOK a year per recipient",
        ],
    ),
    (
        "admin.municipal",
        [
            "Kommunens administrasjon, kroner i året per bruker",
            "Administrasjonen til kommunen, kroner i året per brukar",
            "Municipal administration, NOK a year per recipient",
        ],
    ),
    (
        "admin.state",
        [
            "Statens administrasjon, kroner i året per bruker",
            "Administrasjonen til staten, kroner i året per brukar",
            "State administration, NOK a year per recipient",
        ],
    ),
    (
        "one_off.municipal",
        [
            "Kommunenes innføringskostnad i alt, spredt over innfasingen",
            "Innføringskostnaden til kommunane i alt, spreidd over innfasinga",
            "Introduction cost of the municipalities in all, spread over the phase-in",
        ],
    ),
    (
        "one_off.state",
        [
            "Statens innføringskostnad i alt, spredt over innfasingen",
            "Innføringskostnaden til staten i alt, spreidd over innfasinga",
            "Introduction cost of the state in all, spread over the phase-in",
        ],
    ),
    (
        "offset_share",
        [
            "Andelen av kommunenes lettelse som trekkes fra rammetilskuddet",
            "Delen av lettinga til kommunane som blir trekt frå rammetilskotet",
            "Share of the municipalities' relief withdrawn from the block grant",
        ],
    ),
    (
        "offset_by",
        [
            "Uttrekk etter egen lettelse (own) eller etter innbyggere og behov (population)",
            "Uttrekk etter eiga letting (own) eller etter innbyggjarar og behov (population)",
            "Withdrawal by own relief (own) or by population and need (population)",
        ],
    ),
    (
        "offset_basis",
        [
            "Uttrekk fastsatt én gang (fixed) eller hvert år (yearly)",
            "Uttrekk fastsett éin gong (fixed) eller kvart år (yearly)",
            "Withdrawal set once (fixed) or each year (yearly)",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::levers::lever_paths;

    #[test]
    fn every_lever_and_nothing_else_has_a_meaning() {
        assert!(lever_paths().all(|path| meaning(path).is_some()));
        assert_eq!(LEVERS.len(), lever_paths().count());
    }
}

# Ord for det som har en id i resultatene.
flow-refund = refusjon
flow-hour-grant = timebetaling
flow-withdrawal = uttrekk
flow-bpa-cost = kostnad
flow-copayment = egenandel
flow-care-allowance = omsorgsstønad
flow-time = tid
budget-status-observed = post i statsregnskapet
budget-status-memory = post som må kontrolleres
budget-status-assumption = antatt post
budget-status-new = ny post
result-pass = treff
result-miss = BOM
result-not_applicable = ikke prøvd
kind-input = gitt inn
kind-calibrated = tilpasset
kind-external = uavhengig
series-oslo-recipients = Oslo: personer med BPA
series-oslo-hours = Oslo: vedtakstimer
series-national-recipients = Landet: personer med BPA
series-refund-accounts = Toppfinansieringen: statens regnskap
unit-oslo-recipients = personer
unit-oslo-hours = tusen timer i året
unit-national-recipients = personer
unit-refund-accounts = mill. kr, løpende
backtest-about-oslo-recipients = Brukere i Oslo. Kjent ved starten: 2015–2019.
backtest-about-oslo-hours = Innvilgede timer i Oslo i året. Kjent ved starten: 2015–2019. Modellen framskriver veksten fra nivået i 2019.
backtest-about-national-recipients = Brukere i hele landet 31. desember. Kjent ved starten: 2012–2017. Tall for 2023 finnes ikke.
backtest-about-refund-accounts = Utbetalt refusjon, kapittel 575 post 60, etter utbetalingsår: refusjon for kostnader i ett år betales året etter. Kjent ved starten: utbetalingene 2014–2018, og brukere til og med 2017. Modellen framskriver veksten fra utbetalingen i 2018.

## Utfall
outcome-recipients = Personer med BPA
    .meaning = Personer som har BPA i året, også den delen av året før ordningen er i gang.
outcome-pool = Personer med behov, uten BPA
    .meaning = Personer med langvarig behov for personlig assistanse som ikke har BPA.
outcome-awards = Nye tildelinger av BPA
    .meaning = Personer som får innvilget BPA i året.
outcome-need_hours = Behov hos personer med BPA
    .meaning = Timer som personer med BPA trenger, enten de er innvilget eller ikke.
outcome-granted_hours = Vedtakstimer
    .meaning = Timer i vedtakene til personer med BPA, regnet for hele året.
outcome-delivered_hours = Leverte BPA-timer
    .meaning = Timer med assistanse som faktisk blir gitt.
outcome-lost_hours = Innvilgede timer som ikke blir levert
    .meaning = Vedtakstimer som faller bort fordi det mangler assistenter.
outcome-coverage = Vedtakstimer som andel av behovet
    .meaning = Vedtakstimer delt på behovet, for personer med BPA.
outcome-bpa_cost = Kostnad til BPA
    .meaning = Leverte BPA-timer ganget med timeprisen, før refusjon og tilskudd.
outcome-traditional_cost = Kostnad til tradisjonelle tjenester
    .meaning = Tjenester til dem som ikke har BPA eller venter på oppstart.
outcome-other_cost = Kostnad til andre tjenester
    .meaning = Hjemmesykepleie, avlastning og andre tjenester til de samme personene.
outcome-refund = Toppfinansiering
    .meaning = Statens refusjon av høye kostnader for enkeltpersoner, i året den er opptjent.
outcome-refund_bpa = Toppfinansiering som skyldes BPA
    .meaning = Den delen av toppfinansieringen som ville falt bort uten BPA.
outcome-refund_bpa_users_other = Refusjon for andre tjenester til BPA-brukere
    .meaning = Refusjonen for personer med BPA for deres andre tjenester: det de ville hatt uten BPA.
outcome-refund_pool = Refusjon for personer uten BPA
    .meaning = Refusjonen for personer med behov som ikke har BPA.
outcome-income_effect = Nye tjenester for lettelsen
    .meaning = Omsorgstjenester kommunene kjøper for det en modell letter dem for; negativt der den koster dem mer.
outcome-income_effect_hours = Timer nye tjenester for lettelsen
    .meaning = Timer av disse tjenestene; ingen simulert person får dem.
outcome-arenas_saved = Spart hjelp i skole, arbeid og fritid
    .meaning = Det kommunene og staten sparer av hjelp på skole, i arbeid og i fritid som BPA overtar.
outcome-arena_hours = Timer i skole, arbeid og fritid
    .meaning = Timer hjelp på skole, i arbeid og i fritid som BPA overtar; ikke med i leverte timer.
outcome-society_cost_before_extra_services = Kostnad for samfunnet før nye tjenester
    .meaning = Kostnaden for samfunnet uten tjenestene som kjøpes for lettelsen; de er betalt, men ikke verdsatt.
outcome-relatives_baseline_hours = Pårørendes omsorg uansett tjenester
    .meaning = Timer omsorg pårørende gir uansett tjenester; til sammenligning, ikke regnet med noe annet sted.
outcome-institution_recipients = Brukere som flytter til institusjon
    .meaning = Personer med BPA som flytter til institusjon for godt ved årets slutt.
outcome-need_population = Personer med behov
    .meaning = Personer med behov, med og uten BPA.
outcome-squeeze = Innstramming siden basisåret
    .meaning = Andelen av behovet stramme budsjetter har tatt siden basisåret, for personer med BPA.
outcome-refund_persons = Personer som utløser toppfinansiering
    .meaning = Personer med refusjon over null.
outcome-hour_grant = Statlig betaling per BPA-time
    .meaning = Statens andel av prisen på leverte BPA-timer (BPA-komponent eller statlig finansiering).
outcome-copayment = Egenandel for BPA
    .meaning = Det brukerne betaler for BPA.
outcome-administration = Administrasjon
    .meaning = Saksbehandling og administrasjon i kommunene og staten.
outcome-introduction = Innføringskostnad
    .meaning = Engangskostnad i kommunene og staten ved å innføre modellen.
outcome-withdrawal = Uttrekk fra rammetilskuddet
    .meaning = Det staten trekker fra kommunenes rammetilskudd fordi den overtar utgifter.
outcome-municipality_net = Kommunenes netto i alt
    .meaning = Alle tjenester, administrasjon og omsorgsstønad, minus refusjon, tilskudd og egenandel, etter uttrekk.
outcome-municipality_net_bpa = Kommunenes netto for BPA, før uttrekk
    .meaning = BPA og administrasjon, minus betaling per time, refusjon som skyldes BPA og egenandel.
outcome-municipality_net_before_withdrawal = Kommunenes netto i alt, før uttrekk
    .meaning = Kommunenes netto i alt uten uttrekket fra rammetilskuddet.
outcome-municipality_net_cash = Kommunenes netto i alt, når pengene betales
    .meaning = Som netto i alt, men refusjonen føres i året den blir utbetalt.
outcome-state_net = Statens netto
    .meaning = Statens utgifter minus skatter, avgifter og uttrekk.
outcome-state_net_cash = Statens netto, når pengene betales
    .meaning = Som statens netto, men refusjonen føres i året den blir utbetalt.
outcome-relatives_cost = Kostnad for pårørende
    .meaning = Tid, tapt lønn og helsetap, minus omsorgsstønad etter skatt.
outcome-users_net = Brukernes netto
    .meaning = Egenandel, og udekket behov hvis det er prissatt, minus det brukerne tjener på eget arbeid.
outcome-employers_net = Arbeidsgivernes netto
    .meaning = Arbeidsgivernes kostnad ved pårørendes sykefravær.
outcome-public_net = Kommuner og stat, netto
    .meaning = Summen av kommunenes og statens netto.
outcome-society_cost = Kostnad for samfunnet
    .meaning = Summen for alle betalere og kostnaden ved å kreve inn skatt. Virkninger uten pris er ikke med.
outcome-relatives_hours = Timer pårørende hjelper
    .meaning = Timer med hjelp fra pårørende, for personer med og uten BPA.
outcome-relatives_leading_hours = Timer pårørende leder assistansen
    .meaning = Timer pårørende bruker på arbeidsledelse for barn og personer med utviklingshemming.
outcome-unmet_hours = Udekket behov
    .meaning = Timer ingen dekker: verken assistenter, tradisjonelle tjenester eller pårørende.
outcome-relatives_lost_fte = Pårørendes tapte arbeid
    .meaning = Årsverk pårørende ikke arbeider fordi de hjelper.
outcome-relatives_exits = Pårørende ute av arbeid på grunn av omsorg
    .meaning = Pårørende som er ute av arbeid i året fordi de hjelper; ikke bare de som sluttet i år.
outcome-relatives_employed_share = Andel pårørende i arbeid
    .meaning = Pårørende i arbeid delt på alle pårørende som hjelper personer med behov.
outcome-relatives_sick_fte = Pårørendes sykefravær
    .meaning = Årsverk tapt ved sykefravær fordi pårørende hjelper.
outcome-care_allowance = Omsorgsstønad
    .meaning = Det kommunene betaler pårørende som hjelper mye.
outcome-users_employed = Brukere i arbeid
    .meaning = Personer 18–66 år med behov, med eller uten BPA, som er i arbeid.
outcome-users_employed_share = Andel brukere i arbeid
    .meaning = Brukere i arbeid delt på dem mellom 18 og 66 år som kan arbeide.
outcome-users_fte = Brukernes arbeid
    .meaning = Årsverk utført av brukere i arbeid.
outcome-users_in_education = Brukere i utdanning
    .meaning = Personer 18–25 år med behov som tar utdanning.
outcome-admissions = Innleggelser på sykehus
    .meaning = Forventede uplanlagte innleggelser av personer med behov.
outcome-health_personnel_fte = Helsepersonell i tradisjonelle tjenester
    .meaning = Årsverk med helsepersonell som de tradisjonelle tjenestene krever.
outcome-waiting_months = Ventetid fra søknad til oppstart
    .meaning = Gjennomsnitt for årets tildelinger.
outcome-coverage_sd_between_units = Forskjell mellom kommuner
    .meaning = Standardavvik mellom kommunenes gjennomsnittlige dekning av behovet, vektet med antall med BPA.
outcome-coverage_p90_p10 = Forskjell mellom høy og lav dekning
    .meaning = Dekningen for den tidelen som får mest, delt på den for tidelen som får minst (90- og 10-prosentilen).
outcome-coverage_gini = Ulikhet i dekning av behov
    .meaning = Gini-koeffisienten for personers dekning av behov: 0 er helt likt.
outcome-coverage_unit_share = Andel av forskjellene som skyldes bosted
    .meaning = Andel av variasjonen i dekning som ligger mellom kommuner, ut over det tilfeldige.
outcome-pool_coverage = Dekning av behov uten BPA
    .meaning = Tradisjonelle tjenester delt på behovet, for personer uten BPA.
outcome-pool_relatives_hours = Timer pårørende hjelper dem uten BPA
    .meaning = Timer med hjelp fra pårørende til personer som ikke har BPA.
outcome-municipal_volatility = Svingninger i kommunens utgift
    .meaning = Standardavvik over år i den årlige endringen av netto utgift, gjennomsnitt over kommuner.
outcome-municipal_volatility_small = Svingninger i små kommuners utgift
    .meaning = Det samme for kommuner med under 5 000 innbyggere.
outcome-municipality_net_bpa_after_withdrawal = Kommunenes netto for BPA, etter uttrekk
    .meaning = Kommunenes netto for BPA med uttrekket fra rammetilskuddet lagt til.
outcome-recipients_age_0_17 = Personer med BPA, 0–17 år
    .meaning = Personer med BPA som er under 18 år.
outcome-recipients_age_18_49 = Personer med BPA, 18–49 år
    .meaning = Personer med BPA fra 18 til og med 49 år.
outcome-recipients_age_50_66 = Personer med BPA, 50–66 år
    .meaning = Personer med BPA fra 50 til og med 66 år.
outcome-recipients_age_67_79 = Personer med BPA, 67–79 år
    .meaning = Personer med BPA fra 67 til og med 79 år.
outcome-recipients_age_80_plus = Personer med BPA, 80 år og over
    .meaning = Personer med BPA som er 80 år eller eldre.
outcome-deaths_recipients = Dødsfall blant personer med BPA
    .meaning = Personer med BPA som dør ved utgangen av året.
outcome-exits = Personer som slutter med BPA
    .meaning = Personer som selv går ut av BPA i året og får tradisjonelle tjenester.
outcome-relatives_time_cost = Verdien av pårørendes tid
    .meaning = Fritid brukt på hjelp og arbeidsledelse, verdsatt per time.
outcome-relatives_health_cost = Pårørendes helsetap
    .meaning = Verdien av helse pårørende taper når belastningen er stor.
outcome-relatives_work_cost = Pårørendes tapte lønn
    .meaning = Lønn etter skatt og rettigheter pårørende taper ved å arbeide mindre.
outcome-admissions_cost = Kostnad ved innleggelser
    .meaning = Uplanlagte innleggelser ganget med prisen på en innleggelse.
outcome-health_services_cost = Helsetjenester til pårørende
    .meaning = Helsetjenester som følger av pårørendes belastning.
outcome-users_work_gain = Verdien av brukernes arbeid
    .meaning = Lønn og arbeidsgiverkostnader for brukere i arbeid: det de produserer.
outcome-pool_need_hours = Behov hos personer uten BPA
    .meaning = Timer som personer uten BPA trenger.
outcome-pool_traditional_hours = Tradisjonelle timer til dem uten BPA
    .meaning = Timer med tradisjonelle tjenester til personer uten BPA.
outcome-traditional_hours = Timer med tradisjonelle tjenester
    .meaning = Til alle: personer uten BPA og personer som venter på oppstart.
outcome-refund_persons_bpa_only = Personer med bare BPA som utløser toppfinansiering
    .meaning = Personer med BPA og ingen andre tjenester som har refusjon over null.
outcome-recipients_bpa_only = Personer med bare BPA
    .meaning = Personer med BPA og ingen andre tjenester.
outcome-saving_against_traditional = Besparelse mot tradisjonelle tjenester
    .meaning = Leverte BPA-timer ganget med forskjellen i timepris mellom tradisjonelle tjenester og BPA.
outcome-granted_hours_per_recipient = Vedtakstimer i uka per person med BPA
    .meaning = Vedtakstimer delt på personer med BPA og 52 uker.
outcome-administration_municipal = Administrasjon i kommunene
    .meaning = Saksbehandling og administrasjon som kommunene betaler.
outcome-administration_state = Administrasjon i staten
    .meaning = Saksbehandling og administrasjon som staten betaler.
outcome-granted_hours_class_1 = Andel med under 2 vedtakstimer i uka
    .meaning = Andel av personer med BPA.
outcome-granted_hours_class_2 = Andel med 2–4,9 vedtakstimer i uka
    .meaning = Andel av personer med BPA.
outcome-granted_hours_class_3 = Andel med 5–9,9 vedtakstimer i uka
    .meaning = Andel av personer med BPA.
outcome-granted_hours_class_4 = Andel med 10–14,9 vedtakstimer i uka
    .meaning = Andel av personer med BPA.
outcome-granted_hours_class_5 = Andel med 15–35,4 vedtakstimer i uka
    .meaning = Andel av personer med BPA.
outcome-granted_hours_class_6 = Andel med 35,5 vedtakstimer i uka eller mer
    .meaning = Andel av personer med BPA.

## Enheter
unit-Persons = personer
unit-Awards = tildelinger
unit-Admissions = innleggelser
unit-HoursPerYear = timer i året
unit-HoursPerWeek = timer i uka
unit-Fte = årsverk
unit-Months = måneder
unit-Nok = kroner
unit-NokPerInhabitant = kroner per innbygger
unit-Share = andel
unit-Ratio = forholdstall

## Hva et positivt tall betyr
sign-Count = høyere tall = flere
sign-Number = høyere tall = mer
sign-Help = høyere tall = mer hjelp
sign-Lacking = høyere tall = mer hjelp som mangler
sign-Burden = høyere tall = mer på pårørende
sign-Wait = høyere tall = lengre ventetid
sign-Unequal = høyere tall = større ulikhet
sign-Varying = høyere tall = mer ujevne utgifter fra år til år
sign-Municipality = positivt tall = kostnad for kommunene
sign-State = positivt tall = kostnad for staten
sign-Public = positivt tall = kostnad for kommunene og staten
sign-Relatives = positivt tall = kostnad for pårørende
sign-Users = positivt tall = kostnad for brukerne, negativt = gevinst
sign-Employers = positivt tall = kostnad for arbeidsgivere
sign-Society = positivt tall = kostnad for samfunnet
sign-Gain = positivt tall = gevinst for samfunnet
sign-StateToMunicipality = positivt tall = betaling fra staten til kommunene
sign-MunicipalityToState = positivt tall = trekkes fra kommunenes rammetilskudd
sign-UsersToMunicipality = positivt tall = betaling fra brukerne til kommunene
sign-MunicipalityToRelatives = positivt tall = betaling fra kommunene til pårørende, før skatt

## Hvem som betaler, og poster i regnskapet
payer-municipality = Kommunene
payer-state = Staten
payer-relatives = Pårørende
payer-users = Brukerne
payer-employers = Arbeidsgivere
item-bpa = BPA
item-traditional = Tradisjonelle tjenester
item-other_services = Andre tjenester
item-arena_services = Hjelp i skole, arbeid og fritid
item-income_effect = Nye tjenester for lettelsen
item-refund = Toppfinansiering
item-hour_grant = Tilskudd per time (BPA-komponent)
item-copayment = Egenandel
item-administration = Administrasjon
item-introduction = Innføring
item-care_allowance = Omsorgsstønad
item-lost_work = Pårørendes tapte arbeid
item-sick_leave = Pårørendes sykefravær
item-relatives_time = Pårørendes tid
item-relatives_health = Pårørendes helsetap
item-health_services = Helsetjenester til pårørende
item-admissions = Innleggelser
item-unmet_need = Udekket behov (om prissatt)
item-users_work = Brukernes arbeid
item-withdrawal = Uttrekk fra rammetilskuddet

## Virkemidler
lever-start_year = Første år modellen gjelder; før det gjelder nullalternativet
lever-phase_in_years = Antall år til full virkning
lever-decided_by = Hvem som bestemmer: municipality (kommunen) eller state (staten)
lever-threshold = Navnet på den daterte serien for innslagspunktet
lever-deduct_intellectual = Om fradraget for psykisk utviklingshemming gjelder
lever-transition_guarantee = Ingen ny vurdering med kutt ved 18 år: true eller false
lever-arena_school = Om BPA overtar hjelpen i skolen
lever-arena_work = Om BPA overtar hjelpen i arbeid
lever-arena_leisure = Om BPA overtar hjelpen i fritid
lever-refund_scope = Hvem refusjonsvilkårene gjelder: de med BPA (bpa) eller hele ordningen (all)
lever-transition_rule = Hvordan kommuner som taper på uttrekket, skånes: none, guarantee eller linear
lever-norm_drift = Hvor mye mer av behovet som innvilges for hvert år modellen har bestemt
lever-admission_drift = Hvor mye lettere BPA tildeles for hvert år modellen har bestemt (logaritme)
lever-rebase_years = År mellom hver gang et uttrekk med grunnlag «rebased» fastsettes på nytt
lever-transition_cap = Det meste en kommune kan sakke akterut på et år med garanti, kroner per innbygger
lever-transition_years = År til hele virkningen er sluppet gjennom når overgangen er lineær
lever-offset_by = Uttrekk etter egen lettelse (own) eller etter innbyggere og behov (population)
lever-offset_basis = Uttrekk fastsatt én gang (fixed) eller hvert år (yearly)
lever-refund_rate = Andelen staten dekker av lønnskostnader over innslagspunktet
lever-threshold_factor = Faktor på innslagspunktet; 0,75 senker det med en firedel
lever-min_age = Laveste alder med refusjon
lever-max_age = Høyeste alder med refusjon, ut året den fylles; none = ingen grense
lever-claim_share = Andelen av det kommunen har rett til som faktisk kreves; 1 = automatisk
lever-salience = Hvor mye av refusjonen kommunen regner med når den fatter vedtak
lever-lag_years = Antall år til refusjonen betales (bare kontantvisningen)
lever-grant_rate = Andelen av prisen på hver levert BPA-time staten betaler
lever-above_hours = Timer i uka før staten begynner å betale per time
lever-harmonisation = Hvor mye forskjellene mellom kommuner jevnes ut; 1 = helt
lever-full_hours = Timer i uka som gir rett til BPA
lever-conditional_hours = Timer i uka som gir rett på vilkår
lever-max_age_new = Høyeste alder med rett til ny tildeling; none = ingen grense
lever-conditional_factor = Hvor lett BPA tildeles mellom de to timegrensene, mot full rett
lever-discretionary_factor = Hvor lett BPA tildeles under begge timegrensene
lever-over_age_factor = Hvor lett BPA tildeles over aldersgrensen
lever-excluded_factor = Hvor lett BPA tildeles dem som faller utenfor dagens praksis
lever-processing_months = Måneder fra søknad til start, gjennomsnitt
lever-fast_track_months = Det samme for raskt forløpende sykdom; none = som for andre
lever-wage_uplift = Lønnsløft for assistentene, andel
lever-break_factor = Faktor på hvor ofte det blir brudd i bemanningen
lever-vacancy_factor = Faktor på andelen timer som aldri bemannes
lever-copayment = Egenandel, kroner i året per bruker
lever-admin_municipal = Kommunens administrasjon, kroner i året per bruker
lever-admin_state = Statens administrasjon, kroner i året per bruker
lever-one_off_municipal = Innføringskostnad for alle landets kommuner til sammen, 2024-kroner, spredt over innfasingen
lever-one_off_state = Statens innføringskostnad for hele landet, 2024-kroner, spredt over innfasingen
lever-offset_share = Andelen av kommunenes lettelse som trekkes fra rammetilskuddet

## Enheter for forutsetninger
measure-share = andel
measure-per-yr = per år
measure-per-year = per år
measure-h-week = timer i uka
measure-hours-week = timer i uka
measure-ratio = forholdstall
measure-share-of-need = andel av behovet
measure-NOK-h = kr per time
measure-NOK-yr = kr i året
measure-NOK = kr
measure-age = år (alder)
measure-h-per-h = timer per time
measure-persons = personer
measure-log-yr = logaritme per år
measure-real-per-yr = realrente per år
measure-share-of-need-yr = andel av behovet per år
measure-log = logaritme
measure-months = måneder
measure-NOK-recipient-yr = kr per bruker i året
measure-correlation = korrelasjon
measure-years = år
measure-NOK-person-yr = kr per person i året
measure-log-hazard = logaritme av tildelingsraten
measure-per-101 = av 101
measure-log-hazard-per-unit-of-u = logaritme av tildelingsraten per enhet u
measure-count = antall
measure-share-of-hours = andel av timene
measure-share-yr = andel per år
measure-log-per-unit-of-uplift = logaritme per enhet lønnsløft
measure-weeks = uker
measure-h-week-per-relative = timer i uka per pårørende
measure-per-h-week = per time i uka
measure-share-per-h-week = andel per time i uka
measure-QALY-per-h-week-per-yr = QALY per time i uka per år
measure-NOK-per-h-week-per-yr = kr per time i uka per år
measure-log-odds-per-unit-of-served-need = log-odds per enhet dekket behov
measure-FTE = årsverk
measure-share-of-18-25 = andel av 18–25 år
measure-log-odds = log-odds
measure-G = G (grunnbeløp)
measure-NOK-per-NOK-earned-above-0-4-G = kr per krone tjent over 0,4 G
measure-log-rate-per-unit-unmet-need = logaritme av raten per enhet udekket behov
measure-share-of-traditional-hours = andel av timene
measure-NOK-per-NOK = kr per krone
measure-year = årstall

## Status for forutsetninger
status-statutory = fastsatt i lov eller budsjett
status-rule = regel
status-observed = observert
status-forecast = prognose
status-cited = sitert
status-derived = utledet
status-estimate = anslag
status-calibrated = tilpasset
status-assumption = antakelse
status-definition = definisjon
status-choice = valg
status-disputed = omstridt

## Grupper av forutsetninger
parameter-group-scenario = Scenario
parameter-group-price = Priser
parameter-group-population = Befolkning og behov
parameter-group-statutory = Regler
parameter-group-behaviour = Kommunenes og statens valg
parameter-group-delivery = Levering og bemanning
parameter-group-relatives = Pårørende
parameter-group-economy = Lønn, priser og skatt
parameter-group-users = Brukernes arbeid
parameter-group-health = Helsetjenester
parameter-group-appraisal = Samfunnsøkonomi
parameter-group-levers = Modellenes virkemidler

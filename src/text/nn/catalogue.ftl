# Ord for det som har ein id i resultata.
flow-refund = refusjon
flow-hour-grant = timebetaling
flow-withdrawal = uttrekk
flow-bpa-cost = kostnad
flow-copayment = eigendel
flow-care-allowance = omsorgsstønad
flow-time = tid
budget-status-observed = post i statsrekneskapen
budget-status-memory = post som må kontrollerast
budget-status-assumption = tenkt post
budget-status-new = ny post
result-pass = treff
result-miss = BOM
result-not_applicable = ikkje prøvd
kind-input = gitt inn
kind-calibrated = tilpassa
kind-external = uavhengig
series-oslo-recipients = Oslo: personar med BPA
series-oslo-hours = Oslo: vedtakstimar
series-national-recipients = Landet: personar med BPA
series-refund-accounts = Toppfinansieringa: rekneskapen til staten
unit-oslo-recipients = personar
unit-oslo-hours = tusen timar i året
unit-national-recipients = personar
unit-refund-accounts = mill. kr, løpande
backtest-about-oslo-recipients = Brukarar i Oslo. Kjent ved starten: 2015–2019.
backtest-about-oslo-hours = Innvilga timar i Oslo i året. Kjent ved starten: 2015–2019. Modellen framskriv veksten frå nivået i 2019.
backtest-about-national-recipients = Brukarar i heile landet 31. desember. Kjent ved starten: 2012–2017. Tal for 2023 finst ikkje.
backtest-about-refund-accounts = Utbetalt refusjon, kapittel 575 post 60, etter utbetalingsår: refusjon for kostnader i eitt år blir betalt året etter. Kjent ved starten: utbetalingane 2014–2018, og brukarar til og med 2017. Modellen framskriv veksten frå utbetalinga i 2018.

## Utfall
outcome-recipients = Personar med BPA
    .meaning = Personar som har BPA i året, også den delen av året før ordninga er i gang.
outcome-pool = Personar med behov, utan BPA
    .meaning = Personar med langvarig behov for personleg assistanse som ikkje har BPA.
outcome-awards = Nye tildelingar av BPA
    .meaning = Personar som får innvilga BPA i året.
outcome-need_hours = Behov hos personar med BPA
    .meaning = Timar som personar med BPA treng, anten dei er innvilga eller ikkje.
outcome-granted_hours = Vedtakstimar
    .meaning = Timar i vedtaka til personar med BPA, rekna for heile året.
outcome-delivered_hours = Leverte BPA-timar
    .meaning = Timar med assistanse som faktisk blir gitt.
outcome-lost_hours = Innvilga timar som ikkje blir leverte
    .meaning = Vedtakstimar som fell bort fordi det manglar assistentar.
outcome-coverage = Vedtakstimar som del av behovet
    .meaning = Vedtakstimar delt på behovet, for personar med BPA.
outcome-bpa_cost = Kostnad til BPA
    .meaning = Leverte BPA-timar gonga med timeprisen, før refusjon og tilskot.
outcome-traditional_cost = Kostnad til tradisjonelle tenester
    .meaning = Tenester til dei som ikkje har BPA eller ventar på oppstart.
outcome-other_cost = Kostnad til andre tenester
    .meaning = Heimesjukepleie, avlasting og andre tenester til dei same personane.
outcome-refund = Toppfinansiering
    .meaning = Refusjonen frå staten for høge kostnader for enkeltpersonar, i året han er opptent.
outcome-refund_bpa = Toppfinansiering som kjem av BPA
    .meaning = Den delen av toppfinansieringa som ville falle bort utan BPA.
outcome-refund_bpa_users_other = Refusjon for andre tenester til BPA-brukarar
    .meaning = Refusjonen for personar med BPA for dei andre tenestene deira: det dei ville hatt utan BPA.
outcome-refund_pool = Refusjon for personar utan BPA
    .meaning = Refusjonen for personar med behov som ikkje har BPA.
outcome-income_effect = Nye tenester for lettinga
    .meaning = Omsorgstenester kommunane kjøper for det ein modell lettar dei for; negativt der han kostar dei meir.
outcome-income_effect_hours = Timar nye tenester for lettinga
    .meaning = Timar av desse tenestene; ingen simulert person får dei.
outcome-arenas_saved = Spart hjelp i skule, arbeid og fritid
    .meaning = Det kommunane og staten sparer av hjelp på skule, i arbeid og i fritid som BPA tek over.
outcome-arena_hours = Timar i skule, arbeid og fritid
    .meaning = Timar hjelp på skule, i arbeid og i fritid som BPA tek over; ikkje med i leverte timar.
outcome-society_cost_before_extra_services = Kostnad for samfunnet før nye tenester
    .meaning = Kostnaden for samfunnet utan tenestene som blir kjøpte for lettinga; dei er betalte, men ikkje verdsette.
outcome-relatives_baseline_hours = Omsorg frå pårørande uansett tenester
    .meaning = Timar omsorg pårørande gir uansett tenester; til samanlikning, ikkje rekna med nokon annan stad.
outcome-institution_recipients = Brukarar som flytter til institusjon
    .meaning = Personar med BPA som flytter til institusjon for godt ved slutten av året.
outcome-need_population = Personar med behov
    .meaning = Personar med behov, med og utan BPA.
outcome-squeeze = Innstramming sidan basisåret
    .meaning = Delen av behovet stramme budsjett har teke sidan basisåret, for personar med BPA.
outcome-refund_persons = Personar som utløyser toppfinansiering
    .meaning = Personar med refusjon over null.
outcome-hour_grant = Statleg betaling per BPA-time
    .meaning = Staten sin del av prisen på leverte BPA-timar (BPA-komponent eller statleg finansiering).
outcome-copayment = Eigendel for BPA
    .meaning = Det brukarane betaler for BPA.
outcome-administration = Administrasjon
    .meaning = Saksbehandling og administrasjon i kommunane og staten.
outcome-introduction = Innføringskostnad
    .meaning = Eingongskostnad i kommunane og staten ved å innføre modellen.
outcome-withdrawal = Uttrekk frå rammetilskotet
    .meaning = Det staten trekkjer frå rammetilskotet til kommunane fordi han tek over utgifter.
outcome-municipality_net = Netto for kommunane i alt
    .meaning = Alle tenester, administrasjon og omsorgsstønad, minus refusjon, tilskot og eigendel, etter uttrekk.
outcome-municipality_net_bpa = Netto for kommunane for BPA, før uttrekk
    .meaning = BPA og administrasjon, minus betaling per time, refusjon som kjem av BPA og eigendel.
outcome-municipality_net_before_withdrawal = Netto for kommunane i alt, før uttrekk
    .meaning = Netto for kommunane i alt utan uttrekket frå rammetilskotet.
outcome-municipality_net_cash = Netto for kommunane i alt, når pengane blir betalte
    .meaning = Som netto i alt, men refusjonen er ført i året han blir utbetalt.
outcome-state_net = Netto for staten
    .meaning = Utgiftene til staten minus skattar, avgifter og uttrekk.
outcome-state_net_cash = Netto for staten, når pengane blir betalte
    .meaning = Som netto for staten, men refusjonen er ført i året han blir utbetalt.
outcome-relatives_cost = Kostnad for pårørande
    .meaning = Tid, tapt løn og helsetap, minus omsorgsstønad etter skatt.
outcome-users_net = Netto for brukarane
    .meaning = Eigendel, og udekt behov om det er prissett, minus det brukarane tener på eige arbeid.
outcome-employers_net = Netto for arbeidsgivarane
    .meaning = Kostnaden for arbeidsgivarane ved sjukefråværet til pårørande.
outcome-public_net = Kommunar og stat, netto
    .meaning = Summen av netto for kommunane og staten.
outcome-society_cost = Kostnad for samfunnet
    .meaning = Summen for alle betalarar og kostnaden ved å krevje inn skatt. Verknader utan pris er ikkje med.
outcome-relatives_hours = Timar pårørande hjelper
    .meaning = Timar med hjelp frå pårørande, for personar med og utan BPA.
outcome-relatives_leading_hours = Timar pårørande leier assistansen
    .meaning = Timar pårørande bruker på arbeidsleiing for barn og personar med utviklingshemming.
outcome-unmet_hours = Udekt behov
    .meaning = Timar ingen dekkjer: verken assistentar, tradisjonelle tenester eller pårørande.
outcome-relatives_lost_fte = Tapt arbeid for pårørande
    .meaning = Årsverk pårørande ikkje arbeider fordi dei hjelper.
outcome-relatives_exits = Pårørande ute av arbeid på grunn av omsorg
    .meaning = Pårørande som er ute av arbeid i året fordi dei hjelper; ikkje berre dei som slutta i år.
outcome-relatives_employed_share = Del pårørande i arbeid
    .meaning = Pårørande i arbeid delt på alle pårørande som hjelper personar med behov.
outcome-relatives_sick_fte = Sjukefråværet til pårørande
    .meaning = Årsverk tapte ved sjukefråvær fordi pårørande hjelper.
outcome-care_allowance = Omsorgsstønad
    .meaning = Det kommunane betaler pårørande som hjelper mykje.
outcome-users_employed = Brukarar i arbeid
    .meaning = Personar 18–66 år med behov, med eller utan BPA, som er i arbeid.
outcome-users_employed_share = Del brukarar i arbeid
    .meaning = Brukarar i arbeid delt på dei mellom 18 og 66 år som kan arbeide.
outcome-users_fte = Arbeidet til brukarane
    .meaning = Årsverk utførte av brukarar i arbeid.
outcome-users_in_education = Brukarar i utdanning
    .meaning = Personar 18–25 år med behov som tek utdanning.
outcome-admissions = Innleggingar på sjukehus
    .meaning = Forventa uplanlagde innleggingar av personar med behov.
outcome-health_personnel_fte = Helsepersonell i tradisjonelle tenester
    .meaning = Årsverk med helsepersonell som dei tradisjonelle tenestene krev.
outcome-waiting_months = Ventetid frå søknad til oppstart
    .meaning = Gjennomsnitt for tildelingane i året.
outcome-coverage_sd_between_units = Skilnad mellom kommunar
    .meaning = Standardavvik mellom den gjennomsnittlege dekninga av behovet i kommunane, vekta med talet på personar med BPA.
outcome-coverage_p90_p10 = Skilnad mellom høg og låg dekning
    .meaning = Dekninga for tidelen som får mest, delt på den for tidelen som får minst (90- og 10-prosentilen).
outcome-coverage_gini = Ulikskap i dekning av behov
    .meaning = Gini-koeffisienten for dekninga av behov mellom personar: 0 er heilt likt.
outcome-coverage_unit_share = Del av skilnadene som kjem av bustad
    .meaning = Del av variasjonen i dekning som ligg mellom kommunar, ut over det tilfeldige.
outcome-pool_coverage = Dekning av behov utan BPA
    .meaning = Tradisjonelle tenester delt på behovet, for personar utan BPA.
outcome-pool_relatives_hours = Timar pårørande hjelper dei utan BPA
    .meaning = Timar med hjelp frå pårørande til personar som ikkje har BPA.
outcome-municipal_volatility = Svingingar i utgifta til kommunen
    .meaning = Standardavvik over år i den årlege endringa av netto utgift, gjennomsnitt over kommunar.
outcome-municipal_volatility_small = Svingingar i utgifta til små kommunar
    .meaning = Det same for kommunar med under 5 000 innbyggjarar.
outcome-municipality_net_bpa_after_withdrawal = Netto for kommunane for BPA, etter uttrekk
    .meaning = Netto for kommunane for BPA med uttrekket frå rammetilskotet lagt til.
outcome-recipients_age_0_17 = Personar med BPA, 0–17 år
    .meaning = Personar med BPA som er under 18 år.
outcome-recipients_age_18_49 = Personar med BPA, 18–49 år
    .meaning = Personar med BPA frå 18 til og med 49 år.
outcome-recipients_age_50_66 = Personar med BPA, 50–66 år
    .meaning = Personar med BPA frå 50 til og med 66 år.
outcome-recipients_age_67_79 = Personar med BPA, 67–79 år
    .meaning = Personar med BPA frå 67 til og med 79 år.
outcome-recipients_age_80_plus = Personar med BPA, 80 år og over
    .meaning = Personar med BPA som er 80 år eller eldre.
outcome-deaths_recipients = Dødsfall blant personar med BPA
    .meaning = Personar med BPA som døyr ved utgangen av året.
outcome-exits = Personar som sluttar med BPA
    .meaning = Personar som sjølve går ut av BPA i året og får tradisjonelle tenester.
outcome-relatives_time_cost = Verdien av tida til pårørande
    .meaning = Fritid brukt på hjelp og arbeidsleiing, verdsett per time.
outcome-relatives_health_cost = Helsetapet til pårørande
    .meaning = Verdien av helse pårørande taper når belastninga er stor.
outcome-relatives_work_cost = Tapt løn for pårørande
    .meaning = Løn etter skatt og rettar pårørande taper ved å arbeide mindre.
outcome-admissions_cost = Kostnad ved innleggingar
    .meaning = Uplanlagde innleggingar gonga med prisen på ei innlegging.
outcome-health_services_cost = Helsetenester til pårørande
    .meaning = Helsetenester som følgjer av belastninga på pårørande.
outcome-users_work_gain = Verdien av arbeidet til brukarane
    .meaning = Løn og arbeidsgivarkostnader for brukarar i arbeid: det dei produserer.
outcome-pool_need_hours = Behov hos personar utan BPA
    .meaning = Timar som personar utan BPA treng.
outcome-pool_traditional_hours = Tradisjonelle timar til dei utan BPA
    .meaning = Timar med tradisjonelle tenester til personar utan BPA.
outcome-traditional_hours = Timar med tradisjonelle tenester
    .meaning = Til alle: personar utan BPA og personar som ventar på oppstart.
outcome-refund_persons_bpa_only = Personar med berre BPA som utløyser toppfinansiering
    .meaning = Personar med BPA og ingen andre tenester som har refusjon over null.
outcome-recipients_bpa_only = Personar med berre BPA
    .meaning = Personar med BPA og ingen andre tenester.
outcome-saving_against_traditional = Sparing mot tradisjonelle tenester
    .meaning = Leverte BPA-timar gonga med skilnaden i timepris mellom tradisjonelle tenester og BPA.
outcome-granted_hours_per_recipient = Vedtakstimar i veka per person med BPA
    .meaning = Vedtakstimar delt på personar med BPA og 52 veker.
outcome-administration_municipal = Administrasjon i kommunane
    .meaning = Saksbehandling og administrasjon som kommunane betaler.
outcome-administration_state = Administrasjon i staten
    .meaning = Saksbehandling og administrasjon som staten betaler.
outcome-granted_hours_class_1 = Del med under 2 vedtakstimar i veka
    .meaning = Del av personar med BPA.
outcome-granted_hours_class_2 = Del med 2–4,9 vedtakstimar i veka
    .meaning = Del av personar med BPA.
outcome-granted_hours_class_3 = Del med 5–9,9 vedtakstimar i veka
    .meaning = Del av personar med BPA.
outcome-granted_hours_class_4 = Del med 10–14,9 vedtakstimar i veka
    .meaning = Del av personar med BPA.
outcome-granted_hours_class_5 = Del med 15–35,4 vedtakstimar i veka
    .meaning = Del av personar med BPA.
outcome-granted_hours_class_6 = Del med 35,5 vedtakstimar i veka eller meir
    .meaning = Del av personar med BPA.

## Einingar
unit-Persons = personar
unit-Awards = tildelingar
unit-Admissions = innleggingar
unit-HoursPerYear = timar i året
unit-HoursPerWeek = timar i veka
unit-Fte = årsverk
unit-Months = månader
unit-Nok = kroner
unit-NokPerInhabitant = kroner per innbyggjar
unit-Share = del
unit-Ratio = forholdstal

## Kva eit positivt tal tyder
sign-Count = høgare tal = fleire
sign-Number = høgare tal = meir
sign-Help = høgare tal = meir hjelp
sign-Lacking = høgare tal = meir hjelp som manglar
sign-Burden = høgare tal = meir på pårørande
sign-Wait = høgare tal = lengre ventetid
sign-Unequal = høgare tal = større ulikskap
sign-Varying = høgare tal = meir ujamne utgifter frå år til år
sign-Municipality = positivt tal = kostnad for kommunane
sign-State = positivt tal = kostnad for staten
sign-Public = positivt tal = kostnad for kommunane og staten
sign-Relatives = positivt tal = kostnad for pårørande
sign-Users = positivt tal = kostnad for brukarane, negativt = gevinst
sign-Employers = positivt tal = kostnad for arbeidsgivarar
sign-Society = positivt tal = kostnad for samfunnet
sign-Gain = positivt tal = gevinst for samfunnet
sign-StateToMunicipality = positivt tal = betaling frå staten til kommunane
sign-MunicipalityToState = positivt tal = blir trekt frå rammetilskotet til kommunane
sign-UsersToMunicipality = positivt tal = betaling frå brukarane til kommunane
sign-MunicipalityToRelatives = positivt tal = betaling frå kommunane til pårørande, før skatt

## Kven som betaler, og postar i rekneskapen
payer-municipality = Kommunane
payer-state = Staten
payer-relatives = Pårørande
payer-users = Brukarane
payer-employers = Arbeidsgivarar
item-bpa = BPA
item-traditional = Tradisjonelle tenester
item-other_services = Andre tenester
item-arena_services = Hjelp i skule, arbeid og fritid
item-income_effect = Nye tenester for lettinga
item-refund = Toppfinansiering
item-hour_grant = Tilskot per time (BPA-komponent)
item-copayment = Eigendel
item-administration = Administrasjon
item-introduction = Innføring
item-care_allowance = Omsorgsstønad
item-lost_work = Pårørande sitt tapte arbeid
item-sick_leave = Pårørande sitt sjukefråvær
item-relatives_time = Pårørande si tid
item-relatives_health = Pårørande sitt helsetap
item-health_services = Helsetenester til pårørande
item-admissions = Innleggingar
item-unmet_need = Udekt behov (om prissett)
item-users_work = Brukarane sitt arbeid
item-withdrawal = Uttrekk frå rammetilskotet

## Verkemiddel
lever-start_year = Første året modellen gjeld; før det gjeld nullalternativet
lever-phase_in_years = Talet på år til full verknad
lever-decided_by = Kven som avgjer: municipality (kommunen) eller state (staten)
lever-threshold = Namnet på den daterte serien for innslagspunktet
lever-deduct_intellectual = Om frådraget for psykisk utviklingshemming gjeld
lever-transition_guarantee = Inga ny vurdering med kutt ved 18 år: true eller false
lever-arena_school = Om BPA tek over hjelpa i skulen
lever-arena_work = Om BPA tek over hjelpa i arbeid
lever-arena_leisure = Om BPA tek over hjelpa i fritid
lever-refund_scope = Kven refusjonsvilkåra gjeld: dei med BPA (bpa) eller heile ordninga (all)
lever-transition_rule = Korleis kommunar som taper på uttrekket, blir skåna: none, guarantee eller linear
lever-norm_drift = Kor mykje meir av behovet som blir innvilga for kvart år modellen har bestemt
lever-admission_drift = Kor mykje lettare BPA blir tildelt for kvart år modellen har bestemt (logaritme)
lever-rebase_years = År mellom kvar gong eit uttrekk med grunnlag «rebased» blir fastsett på nytt
lever-transition_cap = Det meste ein kommune kan sakke akterut på eit år med garanti, kroner per innbyggjar
lever-transition_years = År til heile verknaden er sleppt gjennom når overgangen er lineær
lever-offset_by = Uttrekk etter eiga letting (own) eller etter innbyggjarar og behov (population)
lever-offset_basis = Uttrekk fastsett éin gong (fixed) eller kvart år (yearly)
lever-refund_rate = Delen staten dekkjer av lønskostnader over innslagspunktet
lever-threshold_factor = Faktor på innslagspunktet; 0,75 senkar det med ein firedel
lever-min_age = Lågaste alder med refusjon
lever-max_age = Høgaste alder med refusjon, ut året ein fyller; none = inga grense
lever-claim_share = Delen av det kommunen har rett til som faktisk blir kravd; 1 = automatisk
lever-salience = Kor mykje av refusjonen kommunen reknar med når han gjer vedtak
lever-lag_years = Talet på år til refusjonen blir betalt (berre kontantvisinga)
lever-grant_rate = Delen av prisen på kvar levert BPA-time som staten betaler
lever-above_hours = Timar i veka før staten tek til å betale per time
lever-harmonisation = Kor mykje skilnadene mellom kommunar blir jamna ut; 1 = heilt
lever-full_hours = Timar i veka som gir rett til BPA
lever-conditional_hours = Timar i veka som gir rett på vilkår
lever-max_age_new = Høgaste alder med rett til ny tildeling; none = inga grense
lever-conditional_factor = Kor lett BPA blir tildelt mellom dei to timegrensene, mot full rett
lever-discretionary_factor = Kor lett BPA blir tildelt under begge timegrensene
lever-over_age_factor = Kor lett BPA blir tildelt over aldersgrensa
lever-excluded_factor = Kor lett BPA blir tildelt dei som fell utanfor praksis i dag
lever-processing_months = Månader frå søknad til start, gjennomsnitt
lever-fast_track_months = Det same for raskt framskridande sjukdom; none = som for andre
lever-wage_uplift = Lønsløft for assistentane, del
lever-break_factor = Faktor på kor ofte det blir brot i bemanninga
lever-vacancy_factor = Faktor på delen timar som aldri blir bemanna
lever-copayment = Eigendel, kroner i året per brukar
lever-admin_municipal = Administrasjonen til kommunen, kroner i året per brukar
lever-admin_state = Administrasjonen til staten, kroner i året per brukar
lever-one_off_municipal = Innføringskostnad for alle kommunane i landet til saman, 2024-kroner, spreidd over innfasinga
lever-one_off_state = Innføringskostnaden til staten for heile landet, 2024-kroner, spreidd over innfasinga
lever-offset_share = Delen av lettinga til kommunane som blir trekt frå rammetilskotet

## Einingar for føresetnader
measure-share = del
measure-per-yr = per år
measure-per-year = per år
measure-h-week = timar i veka
measure-hours-week = timar i veka
measure-ratio = forholdstal
measure-share-of-need = del av behovet
measure-NOK-h = kr per time
measure-NOK-yr = kr i året
measure-NOK = kr
measure-age = år (alder)
measure-h-per-h = timar per time
measure-persons = personar
measure-log-yr = logaritme per år
measure-real-per-yr = realrente per år
measure-share-of-need-yr = del av behovet per år
measure-log = logaritme
measure-months = månader
measure-NOK-recipient-yr = kr per brukar i året
measure-correlation = korrelasjon
measure-years = år
measure-NOK-person-yr = kr per person i året
measure-log-hazard = logaritme av tildelingsraten
measure-per-101 = av 101
measure-log-hazard-per-unit-of-u = logaritme av tildelingsraten per eining u
measure-count = tal på
measure-share-of-hours = del av timane
measure-share-yr = del per år
measure-log-per-unit-of-uplift = logaritme per eining lønsløft
measure-weeks = veker
measure-h-week-per-relative = timar i veka per pårørande
measure-per-h-week = per time i veka
measure-share-per-h-week = del per time i veka
measure-QALY-per-h-week-per-yr = QALY per time i veka per år
measure-NOK-per-h-week-per-yr = kr per time i veka per år
measure-log-odds-per-unit-of-served-need = log-odds per eining dekt behov
measure-FTE = årsverk
measure-share-of-18-25 = del av 18–25 år
measure-log-odds = log-odds
measure-G = G (grunnbeløp)
measure-NOK-per-NOK-earned-above-0-4-G = kr per krone tent over 0,4 G
measure-log-rate-per-unit-unmet-need = logaritme av raten per eining udekt behov
measure-share-of-traditional-hours = del av timane
measure-NOK-per-NOK = kr per krone
measure-year = årstal

## Status for føresetnader
status-statutory = fastsett i lov eller budsjett
status-rule = regel
status-observed = observert
status-forecast = prognose
status-cited = sitert
status-derived = utleidd
status-estimate = anslag
status-calibrated = tilpassa
status-assumption = antaking
status-definition = definisjon
status-choice = val
status-disputed = omstridd

## Grupper av føresetnader
parameter-group-scenario = Scenario
parameter-group-price = Prisar
parameter-group-population = Befolkning og behov
parameter-group-statutory = Reglar
parameter-group-behaviour = Vala til kommunane og staten
parameter-group-delivery = Levering og bemanning
parameter-group-relatives = Pårørande
parameter-group-economy = Løn, prisar og skatt
parameter-group-users = Arbeidet til brukarane
parameter-group-health = Helsetenester
parameter-group-appraisal = Samfunnsøkonomi
parameter-group-levers = Verkemidla i modellane

//! The steps of one model: decision, services, money.

use super::Page;
use crate::engine::case::{CaseResult, Steps};
use crate::outcomes::Words;
use crate::rules::{MONTHS, WEEKS};

const W: fn(&'static str, &'static str, &'static str) -> Words = Words::new;

/// How many hours are granted, and why.
pub(super) fn decision(page: &mut Page<'_>, (r, s): &(CaseResult, Steps)) {
    let (t, grant) = (&s.in_year.refund, &s.in_year.hour_grant);
    let facts = page.of.facts;
    page.head(W("Vedtaket", "Vedtaket", "The decision"));
    let numbers = format!(
        "(1 − {}·[{} > {}]) · (1 − {}·{}·{}·{}·[{} > {}])",
        page.n(grant.rate),
        page.n(facts.granted),
        page.n(grant.above_hours),
        page.n(t.salience),
        page.n(t.rate),
        page.n(t.wage_share),
        page.n(s.eligible),
        page.kr(s.own.base),
        page.kr(t.threshold)
    );
    page.step(
        W("Kommunens andel av én time til (π); [ja] = 1, [nei] = 0", "Kommunen sin del av ein time til (π); [ja] = 1, [nei] = 0", "Municipality's share of one more hour (π); [yes] = 1, [no] = 0"),
        "π = (1 − hour_grant.rate·[h > above_hours]) · (1 − salience·rate·wage_share·[age]·[base > threshold])",
        &numbers,
        &page.n(r.marginal_share),
    );
    let numbers = format!(
        "({} − {} − {}) / {}",
        page.kr(s.own.bpa),
        page.kr(s.own.hour_grant),
        page.kr(s.own.refund_due),
        page.kr(s.own.bpa)
    );
    page.step(
        W(
            "Kommunens gjennomsnittlige andel (π̄), ved dagens timer",
            "Kommunen sin gjennomsnittlege del (π̄), ved timane i dag",
            "Municipality's average share (π̄), at today's hours",
        ),
        "π̄ = (bpa − hour_grant − (refund with BPA − refund without)) / bpa",
        &numbers,
        &page.n(r.average_share),
    );
    let p = &s.in_year.practice;
    let (formula, numbers) = if p.state_decides > 0.5 {
        (
            "c = b + norm_shift + price_response·π − state_squeeze·years·(1 − π)",
            format!(
                "{} + {} + {}·{} − {}·{}",
                page.n(s.baseline),
                page.n(p.norm_shift),
                page.n(p.price_response),
                page.n(r.marginal_share),
                page.n(p.state_squeeze),
                page.n(1.0 - r.marginal_share)
            ),
        )
    } else {
        (
            "c = b + price_response·(π₀ − π) − budget_squeeze·years·π",
            format!(
                "{} + {}·({} − {}) − {}·{}",
                page.n(s.baseline),
                page.n(p.price_response),
                page.n(s.null.marginal),
                page.n(r.marginal_share),
                page.n(p.squeeze),
                page.n(r.marginal_share)
            ),
        )
    };
    let bounds = format!("{formula}, {} ≤ c ≤ {}", page.n(p.min), page.n(p.max));
    page.step(
        W(
            "Dekning av behovet (c); b = innvilget/behov i dag",
            "Dekning av behovet (c); b = innvilga/behov i dag",
            "Coverage of need (c); b = granted/need today",
        ),
        &bounds,
        &numbers,
        &page.n(r.coverage),
    );
    let own: &[&str] =
        if p.state_decides > 0.5 { &["norm_shift", "state_squeeze"] } else { &["budget_squeeze"] };
    page.parameters(own);
    page.parameters(&["price_response", "coverage_min", "coverage_max", "refund.salience", "wage_share"]);
    let delay = (s.months / MONTHS).min(1.0);
    let numbers = format!(
        "{} · ({}·{} + {}·{})",
        page.n(r.coverage),
        page.n(1.0 - delay),
        page.n(facts.need),
        page.n(delay),
        page.n(facts.need_before)
    );
    let formula = format!("g = c · ((1 − ℓ)·N + ℓ·N₋₁), ℓ = {} / 12", page.n(s.months));
    page.step(
        W("Innvilgede timer i uka (g)", "Innvilga timar i veka (g)", "Granted hours a week (g)"),
        &formula,
        &numbers,
        &page.n(r.granted_hours),
    );
    let months = if facts.rapid { "fast_track_months" } else { "processing_months" };
    page.parameters(&[months]);
}

/// What is delivered and what falls on relatives.
pub(super) fn services(page: &mut Page<'_>, (r, s): &(CaseResult, Steps)) {
    page.head(W(
        "Levering og pårørende (timer i uka, snitt over året)",
        "Levering og pårørande (timar i veka, snitt over året)",
        "Delivery and relatives (hours a week, average of the year)",
    ));
    let facts = page.of.facts;
    let (f, x) = (1.0 - facts.waiting_months / MONTHS, facts.break_weeks / WEEKS);
    let numbers = format!(
        "{}·(1 − {}) · {}·(1 − {})",
        page.n(f),
        page.n(x),
        page.n(r.granted_hours),
        page.n(s.vacancy)
    );
    page.step(
        W(
            "Leverte BPA-timer (D); f = del av året med BPA, x = del av den med brudd",
            "Leverte BPA-timar (D); f = del av året med BPA, x = del av han med brot",
            "Delivered BPA hours (D); f = share of the year with BPA, x = share of it in a break",
        ),
        "D = f·(1 − x) · g·(1 − vacancy)",
        &numbers,
        &page.n(r.delivered_hours),
    );
    if facts.vacancy.is_none() {
        page.parameters(&["vacancy", "vacancy_trend"]);
    }
    let theta = &page.of.draw.theta;
    if s.shares.without > 0.0 {
        let squeeze = s.in_year.traditional_squeeze;
        let numbers = format!(
            "({} − {}·{}) · {} = {}",
            page.n(theta.traditional_coverage),
            page.n(squeeze),
            page.n(s.burden),
            page.n(facts.need),
            page.n(s.pool_hours)
        );
        page.step(
            W(
                "Tradisjonelle tjenester før BPA starter (h_trad), og på årets snitt",
                "Tradisjonelle tenester før BPA startar (h_trad), og på snittet av året",
                "Traditional services before BPA starts (h_trad), and on the year's average",
            ),
            "h_trad = (traditional_coverage − spillover·budget_squeeze·years·π̃) · N;  (1 − f) · h_trad",
            &numbers,
            &format!(
                "{} · {} = {}",
                page.n(s.shares.without),
                page.n(s.pool_hours),
                page.n(r.traditional_hours)
            ),
        );
        page.parameters(&["traditional_coverage", "spillover"]);
    }
    super::care::care(page, r, s);
}

/// Costs, refund and who pays.
pub(super) fn money(page: &mut Page<'_>, (r, s): &(CaseResult, Steps)) {
    page.head(W(
        "Kostnad og refusjon (kroner i året)",
        "Kostnad og refusjon (kroner i året)",
        "Cost and refund (NOK a year)",
    ));
    let m = &s.in_year;
    let price = m.price * s.zone_price;
    if m.force.levers.wage_uplift != 0.0 {
        let uplift =
            format!("(1 + {}·{}) · …", page.n(m.refund.wage_share), page.n(m.force.levers.wage_uplift));
        page.step(
            W(
                "Pris per time med lønnsløft",
                "Pris per time med lønsløft",
                "Price of an hour with the wage uplift",
            ),
            "c · (1 + wage_share·wage_uplift)",
            &uplift,
            &page.price(price),
        );
    }
    let numbers = format!("52 · {} · {}", page.n(r.delivered_hours), page.price(price));
    page.step(W("BPA", "BPA", "BPA"), "52 · D · c", &numbers, &page.kr(r.bpa_cost));
    if r.traditional_hours > 0.0 {
        let numbers = format!(
            "52 · {} · {}",
            page.n(r.traditional_hours),
            page.price(m.traditional_price * s.zone_price)
        );
        page.step(
            W("Tradisjonelle tjenester", "Tradisjonelle tenester", "Traditional services"),
            "52 · (1 − f)·h_trad · c_alt",
            &numbers,
            &page.kr(r.traditional_cost),
        );
    }
    let facts = page.of.facts;
    if facts.other_cost > 0.0 {
        let relief = page.of.draw.theta.other_services_relief;
        let numbers = format!(
            "{} · {} · (1 + {}·{})",
            page.kr(facts.other_cost),
            page.n(m.wage),
            page.n(relief),
            page.n(s.shares.without)
        );
        page.step(
            W("Andre tjenester", "Andre tenester", "Other services"),
            "o · W · (1 + other_services_relief·(1 − f))",
            &numbers,
            &page.kr(r.other_cost),
        );
        page.parameters(&["other_services_relief"]);
    }
    let (t, grant) = (&m.refund, &m.hour_grant);
    if grant.rate > 0.0 {
        let f = 1.0 - s.shares.without;
        let numbers = format!(
            "{} · 52 · {} · max(0, {} − {}·{})",
            page.n(grant.rate),
            page.price(price),
            page.n(r.delivered_hours),
            page.n(f),
            page.n(grant.above_hours)
        );
        page.step(
            W("Statlig betaling per time", "Statleg betaling per time", "Hour grant"),
            "hour_grant.rate · 52 · c · max(0, D − f·above_hours)",
            &numbers,
            &page.kr(r.hour_grant),
        );
    }
    let numbers = format!(
        "{}·({} − {} + {}) + {}·{} − {}",
        page.n(t.wage_share),
        page.kr(r.bpa_cost),
        page.kr(r.hour_grant),
        page.kr(r.traditional_cost),
        page.n(t.other_wage_share),
        page.kr(r.other_cost),
        page.kr(s.deduction)
    );
    page.step(
        W(
            "Refusjonsgrunnlag (lønnskostnader)",
            "Refusjonsgrunnlag (lønskostnader)",
            "Refund base (wage costs)",
        ),
        "base = wage_share·(bpa − hour_grant + trad) + other_wage_share·other − deduction",
        &numbers,
        &page.kr(r.refund_base),
    );
    page.parameters(&["other_wage_share"]);
    if facts.intellectual {
        page.parameters(&["refund.deduction", "refund.deduction_min_age"]);
    }
    let numbers = format!(
        "{} · {} · {} · max(0, {} − {})",
        page.n(s.eligible),
        page.n(t.claim_share),
        page.n(t.rate),
        page.kr(r.refund_base),
        page.kr(r.threshold)
    );
    page.step(
        W(
            "Toppfinansiering; [alder] = 1 der alderen gir refusjon",
            "Toppfinansiering; [alder] = 1 der alderen gir refusjon",
            "Refund; [age] = 1 where the age gives a refund",
        ),
        "[age] · claim_share · rate · max(0, base − threshold)",
        &numbers,
        &page.kr(r.refund),
    );
    let own_line = format!(
        "    {}: {}",
        W("av dette på grunn av BPA", "av dette på grunn av BPA", "of this due to BPA").get(page.lang),
        page.kr(r.refund_bpa)
    );
    page.line(&own_line);
    page.parameters(&["refund.rate", "refund.claim_share", "refund.min_age", "refund.max_age"]);
    let numbers = format!(
        "{} + {} + {} + {} − {} − {} − {}",
        page.kr(r.bpa_cost),
        page.kr(r.traditional_cost),
        page.kr(r.other_cost),
        page.kr(r.administration_municipal),
        page.kr(r.refund),
        page.kr(r.hour_grant),
        page.kr(r.copayment)
    );
    page.step(
        W("Kommunens netto", "Netto for kommunen", "Municipality, net"),
        "bpa + trad + other + administration − refund − hour_grant − copayment",
        &numbers,
        &page.kr(r.municipality_net),
    );
    let numbers =
        format!("{} + {} + {}", page.kr(r.refund), page.kr(r.hour_grant), page.kr(r.administration_state));
    page.step(
        W("Statens netto", "Netto for staten", "State, net"),
        "refund + hour_grant + administration",
        &numbers,
        &page.kr(r.state_net),
    );
    page.parameters(&["admin.municipal", "admin.state.A", "copayment.null"]);
}

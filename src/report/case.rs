//! The explanation of a case: every step with formula, the numbers put in, parameters and sources,
//! so that anybody with a calculator can follow.

use super::number::{number, percent};
use crate::engine::case::{CaseResult, Facts, Steps};
use crate::engine::setup::Draw;
use crate::scenario::Scenario;
use crate::scenario::dated::Known;
use crate::text::{Lang, Text};

/// What is explained.
pub struct Explained<'a> {
    /// The person.
    pub facts: &'a Facts,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Constants, every parameter at its mean.
    pub draw: &'a Draw,
    /// Result and steps by model.
    pub cases: &'a [(CaseResult, Steps)],
}

/// Writes lines in one language.
struct Page<'a> {
    of: &'a Explained<'a>,
    lang: Lang,
    text: String,
}

impl Page<'_> {
    fn say(&self, nb: &str, en: &str) -> String {
        match self.lang {
            Lang::En => en.to_string(),
            _ => nb.to_string(),
        }
    }
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
    fn head(&mut self, nb: &str, en: &str) {
        let head = self.say(nb, en);
        self.text.push_str(&format!("\n{head}\n"));
    }
    fn kr(&self, x: f64) -> String {
        number(x, 0, self.lang)
    }
    fn n(&self, x: f64) -> String {
        number(x, 4, self.lang)
    }
    fn hours(&self, x: f64) -> String {
        number(x, 2, self.lang)
    }
    /// A step: what, formula, the numbers put in, the result.
    fn step(&mut self, nb: &str, en: &str, formula: &str, numbers: &str, result: &str) {
        let name = self.say(nb, en);
        self.text.push_str(&format!("  {name}\n    {formula}\n    = {numbers}\n    = {result}\n"));
    }
    /// Parameters used, each with its value and source.
    fn parameters(&mut self, ids: &[&str]) {
        for id in ids {
            let table = &self.of.scenario.parameters;
            let Some(p) = table.get(id.split('#').next().unwrap_or(id)) else { continue };
            let mean = table.slot(id).map(|s| number(table.scalars()[s].distribution.mean(), 4, self.lang));
            let year = p.year.map(|y| format!(" ({y})")).unwrap_or_default();
            let value = mean.map(|m| format!(" = {m} {}{year}", p.unit)).unwrap_or_default();
            let source = format!(
                "    · {}{value} [{}] {}: {}\n",
                p.id,
                p.status,
                self.say("kilde", "source"),
                p.source
            );
            self.text.push_str(&source);
        }
    }
}

/// The whole explanation.
pub fn explain(of: &Explained<'_>, lang: Lang) -> String {
    let mut page = Page { of, lang, text: String::new() };
    person(&mut page);
    threshold(&mut page);
    for (model, case) in of.scenario.models.iter().zip(of.cases) {
        let title = model.title.get(lang).to_string();
        page.line(&format!("\n── {title} ──"));
        decision(&mut page, case);
        services(&mut page, case);
        money(&mut page, case);
    }
    overview(&mut page);
    page.text
}

fn person(page: &mut Page<'_>) {
    let f = page.of.facts;
    let lang = page.lang;
    let title = page.say(
        "Én person uten tilfeldighet. Alle parametere står på gjennomsnittet, modellene virker fullt ut.",
        "One person without randomness. Every parameter is at its mean, models are in full effect.",
    );
    page.line(&title);
    let need = number(f.need, 2, lang);
    let granted = number(f.granted, 2, lang);
    let facts = match lang {
        Lang::En => format!(
            "Year {}; age {}; need {need} h/week; granted {granted} h/week today; {} helping relatives; other services {} NOK/year.",
            f.year,
            f.age,
            f.relatives,
            page.kr(f.other_cost)
        ),
        _ => format!(
            "År {}; alder {}; behov {need} t/uke; vedtak i dag {granted} t/uke; {} pårørende som hjelper; andre tjenester {} kr/år.",
            f.year,
            f.age,
            f.relatives,
            page.kr(f.other_cost)
        ),
    };
    page.line(&facts);
    let (w, p) = (page.of.cases[0].1.in_year.wage, page.of.draw.theta.bpa_hour_cost);
    page.head("Priser", "Prices");
    let numbers = format!("{} · {} · (1 + …)", page.hours(p), page.n(w));
    let result =
        format!("{} kr/t", page.hours(page.of.cases[0].1.in_year.price * page.of.cases[0].1.zone_price));
    page.step(
        "Pris per BPA-time",
        "Price of a BPA hour",
        "c = bpa_hour_cost · W · (1 + wage_share · wage_uplift) · sone/zone",
        &numbers,
        &result,
    );
    page.parameters(&["bpa_hour_cost", "wage_share", "relative_cost", "wage_growth.long_run"]);
}

/// Which budget year's threshold is used, and why.
fn threshold(page: &mut Page<'_>) {
    let f = page.of.facts;
    let budget = f.year + page.of.draw.theta.threshold_year_offset as i32;
    let model = &page.of.scenario.models[0];
    let known = page.of.scenario.parameters.dated(&model.levers.threshold).map(|s| s.at(budget).1);
    let how = match known {
        Some(Known::Stated) => page.say("kjent", "known"),
        Some(Known::Interpolated) => page.say(
            "interpolert mellom kjente år, ikke kildebelagt",
            "interpolated between known years, not sourced",
        ),
        Some(Known::Carried(from)) => {
            let words = page.say("ført videre med lønnsveksten fra", "carried with wage growth from");
            format!("{words} {from}")
        }
        None => String::new(),
    };
    page.head("Innslagspunkt", "Threshold");
    let why = match page.lang {
        Lang::En => format!(
            "  Costs of {} meet the threshold of the {budget} state budget ({how}): {} NOK.",
            f.year,
            page.kr(page.of.cases[0].0.threshold)
        ),
        _ => format!(
            "  Kostnader i {} møter innslagspunktet i statsbudsjettet for {budget} ({how}): {} kr.",
            f.year,
            page.kr(page.of.cases[0].0.threshold)
        ),
    };
    page.line(&why);
    let reason = page.say(
        "  Begrunnelse: kostnadene i 2016 med innslagspunktet for 2017 gir 9,14 mrd. kr; 9,04 ble utbetalt (med 2016: 9,62).",
        "  Reason: 2016 costs with the 2017 threshold give 9.14 billion; 9.04 was paid (with 2016: 9.62).",
    );
    page.line(&reason);
    page.parameters(&["refund.threshold", "threshold_year_offset"]);
}

fn decision(page: &mut Page<'_>, (r, s): &(CaseResult, Steps)) {
    let (t, th) = (&s.in_year.terms, &page.of.draw.theta);
    page.head("Vedtaket", "The decision");
    let numbers = format!(
        "(1 − {}·[h > {}]) · (1 − {}·{}·{}·[base > {} kr])",
        page.n(t.grant_rate),
        page.n(t.above_hours),
        page.n(t.salience),
        page.n(t.rate),
        page.n(t.wage_share),
        page.kr(t.threshold)
    );
    page.step(
        "Kommunens andel av én time til (π)",
        "Municipality's share of one more hour (π)",
        "π = (1 − hour_grant.rate·[h > above_hours]) · (1 − salience·rate·wage_share·[base > threshold])",
        &numbers,
        &page.n(r.marginal_share),
    );
    page.step(
        "Kommunens gjennomsnittlige andel (π̄)",
        "Municipality's average share (π̄)",
        "π̄ = (bpa − hour_grant − (refund with BPA − refund without)) / bpa",
        &page.say("ved vedtakstimene i dag", "at today's granted hours"),
        &page.n(r.average_share),
    );
    let p = &s.in_year.practice;
    let (formula, numbers) = if p.state_decides > 0.5 {
        (
            "c = b + norm_shift + price_response·π − state_squeeze·years·(1 − π), coverage_min…coverage_max",
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
            "c = b + price_response·(π₀ − π) − budget_squeeze·years·π, coverage_min…coverage_max",
            format!(
                "{} + {}·({} − {}) − {}·{}",
                page.n(s.baseline),
                page.n(p.price_response),
                page.n(s.marginal_null),
                page.n(r.marginal_share),
                page.n(p.squeeze),
                page.n(r.marginal_share)
            ),
        )
    };
    page.step(
        "Dekning av behovet (c), b = vedtak/behov",
        "Coverage of need (c), b = granted/need",
        formula,
        &numbers,
        &page.n(r.coverage),
    );
    page.parameters(&["price_response", "budget_squeeze", "refund.salience"]);
    let delay = (s.months / 12.0).min(1.0);
    let numbers = format!(
        "{} · ({}·{} + {}·{})",
        page.n(r.coverage),
        page.n(1.0 - delay),
        page.hours(page.of.facts.need),
        page.n(delay),
        page.hours(page.of.facts.need_before)
    );
    page.step(
        "Vedtakstimer (t/uke)",
        "Granted hours (h/week)",
        "g = c · ((1 − ℓ)·N + ℓ·N₋₁), ℓ = months/12",
        &numbers,
        &page.hours(r.granted_hours),
    );
    let _ = th;
}

fn services(page: &mut Page<'_>, (r, s): &(CaseResult, Steps)) {
    page.head(
        "Levering og pårørende (timer per uke, snitt over året)",
        "Delivery and relatives (hours a week, average of the year)",
    );
    let numbers =
        format!("{} · {} · (1 − {})", page.n(s.shares.with), page.hours(r.granted_hours), page.n(s.vacancy));
    page.step(
        "Leverte BPA-timer (D)",
        "Delivered BPA hours (D)",
        "D = w₂ · g · (1 − vacancy), w₂ = f·(1 − break)",
        &numbers,
        &page.hours(r.delivered_hours),
    );
    let text = format!("{} · …", page.n(s.shares.without));
    page.step(
        "Tradisjonelle tjenester",
        "Traditional services",
        "w₁ · h_trad",
        &text,
        &page.hours(r.traditional_hours),
    );
    let rel = &page.of.draw.relatives;
    let numbers = format!(
        "{}·{} + {}·{}",
        page.n(rel.fill_grant),
        page.hours(s.care.gap_grant),
        page.n(rel.fill_break),
        page.hours(s.care.gap_break)
    );
    page.step(
        "Pårørendes timer (R)",
        "Relatives' hours (R)",
        "R = min(k·relative_cap, fill_grant·gap_grant + fill_break·gap_break) · w",
        &numbers,
        &page.hours(r.relatives_hours),
    );
    let numbers = format!("{} − {}", page.hours(r.gap_hours), page.hours(r.relatives_hours));
    page.step(
        "Timer ingen dekker (U)",
        "Hours nobody meets (U)",
        "U = gap − R",
        &numbers,
        &page.hours(r.unmet_hours),
    );
    let k = page.of.facts.relatives;
    let numbers = format!(
        "{k} · {} · ({}·{} + {}·{})",
        page.n(s.employed),
        page.n(s.care.hazard),
        page.n(rel.full_time),
        page.n(1.0 - s.care.hazard),
        page.hours(s.care.lost)
    );
    page.step(
        "Pårørendes tapte arbeidstimer",
        "Relatives' lost hours of work",
        "k · employment · (hazard·full_time + (1 − hazard)·l)",
        &numbers,
        &page.hours(r.relatives_lost_hours),
    );
    page.parameters(&["vacancy", "fill_grant", "fill_break", "relative_cap", "work_slope_10", "exit_slope"]);
}

fn money(page: &mut Page<'_>, (r, s): &(CaseResult, Steps)) {
    page.head("Kostnad og refusjon (kroner i året)", "Cost and refund (NOK a year)");
    let m = &s.in_year;
    let numbers = format!("52 · {} · {}", page.hours(r.delivered_hours), page.hours(m.price * s.zone_price));
    page.step("BPA", "BPA", "52 · D · c", &numbers, &page.kr(r.bpa_cost));
    let numbers = format!(
        "52 · {} · {}",
        page.hours(r.traditional_hours),
        page.hours(m.traditional_price * s.zone_price)
    );
    page.step(
        "Tradisjonelle tjenester",
        "Traditional services",
        "52 · h · c_alt, c_alt = bpa_hour_cost·W/relative_cost",
        &numbers,
        &page.kr(r.traditional_cost),
    );
    let numbers = format!("{} · {} · …", page.kr(page.of.facts.other_cost), page.n(m.wage));
    page.step(
        "Andre tjenester",
        "Other services",
        "o · W · (1 + other_services_relief·(1 − f))",
        &numbers,
        &page.kr(r.other_cost),
    );
    page.step(
        "Statlig betaling per time",
        "Hour grant",
        "hour_grant.rate · 52 · c · max(0, D − f·above_hours)",
        &page.n(m.terms.grant_rate),
        &page.kr(r.hour_grant),
    );
    let t = &m.terms;
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
        "Refusjonsgrunnlag (lønnskostnader)",
        "Refund base (wage costs)",
        "wage_share·(bpa − hour_grant + trad) + other_wage_share·other − deduction",
        &numbers,
        &page.kr(r.refund_base),
    );
    let age = if s.eligible > 0.5 { "1" } else { "0" };
    let numbers = format!(
        "{age} · {} · {} · max(0, {} − {})",
        page.n(t.claim_share),
        page.n(t.rate),
        page.kr(r.refund_base),
        page.kr(r.threshold)
    );
    page.step(
        "Toppfinansiering",
        "Refund",
        "[alder/age] · claim_share · rate · max(0, base − threshold)",
        &numbers,
        &page.kr(r.refund),
    );
    page.parameters(&["other_wage_share", "refund.rate", "refund.claim_share", "refund.max_age"]);
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
        "Kommunens netto",
        "Municipality, net",
        "bpa + trad + other + administration − refund − hour_grant − copayment",
        &numbers,
        &page.kr(r.municipality_net),
    );
    let numbers =
        format!("{} + {} + {}", page.kr(r.refund), page.kr(r.hour_grant), page.kr(r.administration_state));
    page.step(
        "Statens netto",
        "State, net",
        "refund + hour_grant + administration",
        &numbers,
        &page.kr(r.state_net),
    );
}

fn overview(page: &mut Page<'_>) {
    page.head("Side om side", "Side by side");
    let lang = page.lang;
    let width = 22;
    let mut head = format!("  {:<34}", "");
    for model in &page.of.scenario.models {
        let short = model.short.get(lang);
        head.push_str(&format!("{short:>width$}"));
    }
    page.line(&head);
    type Row = (Text, fn(&CaseResult) -> f64, u8);
    let rows: [Row; 9] = [
        (Text::new("Dekning av behovet", "Coverage of need"), |r| r.coverage, 1),
        (Text::new("Leverte BPA-timer, t/uke", "Delivered BPA hours, h/week"), |r| r.delivered_hours, 2),
        (Text::new("Pårørendes timer, t/uke", "Relatives' hours, h/week"), |r| r.relatives_hours, 2),
        (Text::new("Timer ingen dekker, t/uke", "Unmet hours, h/week"), |r| r.unmet_hours, 2),
        (
            Text::new("Pårørendes tapte arbeid, t/uke", "Relatives' lost work, h/week"),
            |r| r.relatives_lost_hours,
            2,
        ),
        (Text::new("BPA, kr/år", "BPA, NOK/year"), |r| r.bpa_cost, 0),
        (Text::new("Toppfinansiering, kr/år", "Refund, NOK/year"), |r| r.refund, 0),
        (Text::new("Kommunens netto, kr/år", "Municipality net, NOK/year"), |r| r.municipality_net, 0),
        (Text::new("Statens netto, kr/år", "State net, NOK/year"), |r| r.state_net, 0),
    ];
    for (label, value, kind) in rows {
        let mut line = format!("  {:<34}", label.get(lang));
        for (result, _) in page.of.cases {
            let x = value(result);
            let text = match kind {
                1 => percent(x, 1, lang),
                2 => number(x, 2, lang),
                _ => number(x, 0, lang),
            };
            line.push_str(&format!("{text:>width$}"));
        }
        page.line(&line);
    }
    let years = page.say(
        "  Uten tilfeldighet, uttrekk, skatt og omsorgsstønad. En kjøring (bpasim run) viser fordelingen over alle.",
        "  Without randomness, withdrawal, tax or care allowance. A run (bpasim run) shows the spread over everybody.",
    );
    page.line(&years);
}

//! The explanation of a case: every step with formula, the numbers put in, parameters and sources,
//! so that anybody with a calculator can follow.

mod care;
mod steps;

use super::number::{number, percent};
use super::quantity::Quantity;
use super::words;
use crate::engine::case::{CaseResult, Facts, Steps};
use crate::engine::setup::Draw;
use crate::outcomes::Words;
use crate::scenario::Scenario;
use crate::scenario::dated::Known;
use crate::scenario::parameters::Value;
use crate::scenario::units::ZONES;
use crate::text::Lang;

/// Models that fit beside each other.
const SIDE_BY_SIDE: usize = 3;

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
    /// Parameters explained already, told once each.
    told: Vec<String>,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
    fn head(&mut self, words: Words) {
        let head = words.get(self.lang);
        self.line(&format!("\n{head}"));
    }
    /// Whole kroner.
    fn kr(&self, x: f64) -> String {
        number(x, 0, self.lang)
    }
    /// Kroner and øre.
    fn price(&self, x: f64) -> String {
        number(x, 2, self.lang)
    }
    /// Shares, factors and hours.
    fn n(&self, x: f64) -> String {
        Quantity::exact(x).number(self.lang)
    }
    /// A step: what, formula, the numbers put in, the result.
    fn step(&mut self, name: Words, formula: &str, numbers: &str, result: &str) {
        let name = name.get(self.lang);
        self.text.push_str(&format!("  {name}\n    {formula}\n    = {numbers}\n    = {result}\n"));
    }
    /// Parameters used, each with its value and source, where they are met first.
    fn parameters(&mut self, ids: &[&str]) {
        for id in ids {
            if self.told.iter().any(|told| told == id) {
                continue;
            }
            self.told.push(id.to_string());
            let table = &self.of.scenario.parameters;
            // A table's entry is `table.entry`; the parameter is the table.
            let whole = id.rsplit_once('.').map_or(*id, |(table, _)| table);
            let Some(p) = table.get(id).or_else(|| table.get(whole)) else { continue };
            let unit = words::unit(&p.unit, self.lang);
            let year = p.year.map(|y| format!(" ({y})")).unwrap_or_default();
            let value = match (&p.value, table.slot(id)) {
                (Value::Dated(_), _) => String::new(),
                (_, Some(slot)) => {
                    let d = &table.scalars()[slot].distribution;
                    let (low, high) = d.support();
                    let mean = self.n(d.mean());
                    let of = Words::new("gjennomsnitt av", "gjennomsnitt av", "mean of").get(self.lang);
                    if low == high {
                        format!(" = {mean} {unit}{year}")
                    } else {
                        format!(" = {mean} {unit}{year}, {of} {d}")
                    }
                }
                _ => String::new(),
            };
            let status = words::status(&p.status, self.lang);
            let source = Words::new("Kilde", "Kjelde", "Source").get(self.lang);
            let line = format!("    · {id}{value}; {status}. {source}: {}", p.source);
            self.line(&line);
        }
    }
}

/// The whole explanation.
pub fn explain(of: &Explained<'_>, lang: Lang) -> String {
    let mut page = Page { of, lang, text: String::new(), told: Vec::new() };
    person(&mut page);
    prices(&mut page);
    threshold(&mut page);
    for (model, case) in of.scenario.models.iter().zip(of.cases) {
        let title = model.title.get(lang).to_string();
        page.line(&format!("\n── {title} ──"));
        steps::decision(&mut page, case);
        steps::services(&mut page, case);
        steps::money(&mut page, case);
    }
    overview(&mut page);
    page.text
}

fn person(page: &mut Page<'_>) {
    let f = page.of.facts;
    let lang = page.lang;
    let intro = Words::new(
        "Én person uten tilfeldighet. Parameterne står på gjennomsnittet, modellene virker fullt ut.\n\
         Tallene er vist avrundet; regnet er det uten avrunding (--json viser alle desimaler).",
        "Éin person utan tilfelle. Parametrane står på gjennomsnittet, modellane verkar fullt ut.\n\
         Tala er viste avrunda; rekna er det utan avrunding (--json viser alle desimalar).",
        "One person without randomness. Parameters are at their means, models in full effect.\n\
         Numbers are shown rounded; nothing was rounded on the way (--json shows every decimal).",
    );
    page.line(intro.get(lang));
    let (age, need, granted) = (f.age, page.n(f.need), page.n(f.granted));
    let (k, other) = (f.relatives, page.kr(f.other_cost));
    let facts = match lang {
        Lang::Nb => format!(
            "\nÅr {}; alder {age}; behov {need} timer i uka; i dag innvilget {granted} timer i uka;\n{k} pårørende som hjelper; andre tjenester {other} kr i året (basisårets kroner)",
            f.year
        ),
        Lang::Nn => format!(
            "\nÅr {}; alder {age}; behov {need} timar i veka; i dag innvilga {granted} timar i veka;\n{k} pårørande som hjelper; andre tenester {other} kr i året (kroner i basisåret)",
            f.year
        ),
        Lang::En => format!(
            "\nYear {}; age {age}; need {need} hours a week; granted {granted} hours a week today;\n{k} helping relatives; other services NOK {other} a year (base-year kroner)",
            f.year
        ),
    };
    let mut more = Vec::new();
    let mut add = |yes: bool, words: Words, value: String| {
        if yes {
            more.push(format!("{}{value}", words.get(lang)));
        }
    };
    let w = Words::new;
    let none = String::new;
    add(
        f.intellectual,
        w("psykisk utviklingshemming", "psykisk utviklingshemming", "intellectual disability"),
        none(),
    );
    add(f.rapid, w("raskt forløpende sykdom", "raskt framskridande sjukdom", "rapid condition"), none());
    add(
        f.break_weeks > 0.0,
        w("uker uten assistenter: ", "veker utan assistentar: ", "weeks without assistants: "),
        page.n(f.break_weeks),
    );
    add(
        f.waiting_months > 0.0,
        w("måneder før start: ", "månader før start: ", "months before the start: "),
        page.n(f.waiting_months),
    );
    add(
        f.need_before != f.need,
        w("behov året før: ", "behov året før: ", "need the year before: "),
        page.n(f.need_before),
    );
    add(f.zone != 0, w("sone ", "sone ", "zone "), ZONES[f.zone].to_string());
    let more: String = more.into_iter().map(|text| format!("; {text}")).collect();
    page.line(&format!("{facts}{more}."));
}

fn prices(page: &mut Page<'_>) {
    page.head(Words::new("Priser", "Prisar", "Prices"));
    let (theta, s) = (&page.of.draw.theta, &page.of.cases[0].1);
    let m = &s.in_year;
    let name = Words::new(
        "Lønnsindeks (W), 1 i basisåret",
        "Lønsindeks (W), 1 i basisåret",
        "Wage index (W), 1 in the base year",
    );
    let base = page.of.scenario.base_year;
    let formula = format!("W = Π (1 + wage_growth), {}–{}", base + 1, page.of.facts.year);
    let growth: Vec<String> = (base + 1..=page.of.facts.year)
        .map(|year| {
            let t = (year - base) as usize;
            let w = &page.of.draw.economy.wage;
            page.n(w[t] / w[t - 1])
        })
        .collect();
    let numbers = if growth.is_empty() { page.n(1.0) } else { growth.join(" · ") };
    page.step(name, &formula, &numbers, &page.n(m.wage));
    let (zone, first) = (theta.employer_tax[page.of.facts.zone], theta.employer_tax[0]);
    let at = |price: f64| {
        format!(
            "{} · {} · (1 + {}) / (1 + {})",
            page.price(price),
            page.n(m.wage),
            page.n(zone),
            page.n(first)
        )
    };
    let (bpa, other) = (at(theta.bpa_hour_cost), at(theta.bpa_hour_cost / theta.relative_cost));
    let name = Words::new(
        "Pris per BPA-time (c), før en modells lønnsløft",
        "Pris per BPA-time (c), før lønsløftet i ein modell",
        "Price of a BPA hour (c), before a model's wage uplift",
    );
    let result = page.price(m.price * s.zone_price);
    page.step(name, "c = bpa_hour_cost · W · (1 + employer_tax) / (1 + employer_tax, 1)", &bpa, &result);
    let name = Words::new(
        "Pris per time i tradisjonelle tjenester (c_alt)",
        "Pris per time i tradisjonelle tenester (c_alt)",
        "Price of an hour of traditional services (c_alt)",
    );
    let result = page.price(m.traditional_price * s.zone_price);
    page.step(
        name,
        "c_alt = bpa_hour_cost / relative_cost · W · (1 + employer_tax) / (1 + employer_tax, 1)",
        &other,
        &result,
    );
    let zone = format!("employer_tax.{}", ZONES[page.of.facts.zone]);
    page.parameters(&["bpa_hour_cost", "relative_cost", "wage_growth", "wage_growth.long_run", &zone]);
}

/// Which budget year's threshold is used, and why.
fn threshold(page: &mut Page<'_>) {
    let f = page.of.facts;
    let lang = page.lang;
    let budget = f.year + page.of.draw.theta.threshold_year_offset as i32;
    let model = &page.of.scenario.models[0];
    let known = page.of.scenario.parameters.dated(&model.levers.threshold).map(|s| s.at(budget).1);
    let how = match known {
        Some(Known::Stated) => Words::new("kjent", "kjent", "known").get(lang).to_string(),
        Some(Known::Interpolated) => Words::new(
            "interpolert mellom kjente år, ikke kildebelagt",
            "interpolert mellom kjende år, ikkje kjeldebelagt",
            "interpolated between known years, not sourced",
        )
        .get(lang)
        .to_string(),
        Some(Known::Carried(from)) => {
            let words = Words::new(
                "ført videre med lønnsveksten fra",
                "ført vidare med lønsveksten frå",
                "carried with wage growth from",
            );
            format!("{} {from}", words.get(lang))
        }
        None => String::new(),
    };
    page.head(Words::new("Innslagspunkt", "Innslagspunkt", "Threshold"));
    let (year, t) = (f.year, page.kr(page.of.cases[0].0.threshold));
    let line = match lang {
        Lang::Nb => format!(
            "  Kostnader i {year} møter innslagspunktet i statsbudsjettet for {budget} ({how}): {t} kr."
        ),
        Lang::Nn => format!(
            "  Kostnader i {year} møter innslagspunktet i statsbudsjettet for {budget} ({how}): {t} kr."
        ),
        Lang::En => {
            format!("  Costs of {year} meet the threshold of the {budget} state budget ({how}): NOK {t}.")
        }
    };
    page.line(&line);
    let reason = Words::new(
        "  Begrunnelse: kostnadene i 2016 med innslagspunktet for 2017 gir 9,14 mrd. kr; 9,04 ble utbetalt\n  (med innslagspunktet for 2016: 9,62).",
        "  Grunngiving: kostnadene i 2016 med innslagspunktet for 2017 gir 9,14 mrd. kr; 9,04 vart utbetalt\n  (med innslagspunktet for 2016: 9,62).",
        "  Reason: the costs of 2016 with the threshold of 2017 give 9.14 billion; 9.04 was paid\n  (with the threshold of 2016: 9.62).",
    );
    page.line(reason.get(lang));
    page.parameters(&["refund.threshold", "threshold_year_offset"]);
}

fn overview(page: &mut Page<'_>) {
    page.head(Words::new("Side om side", "Side om side", "Side by side"));
    let lang = page.lang;
    let width = 22;
    let w = Words::new;
    type Row = (Words, fn(&CaseResult) -> f64, u8);
    let rows: [Row; 9] = [
        (w("Dekning av behovet", "Dekning av behovet", "Coverage of need"), |r| r.coverage, 1),
        (
            w("Leverte BPA-timer i uka", "Leverte BPA-timar i veka", "Delivered BPA hours a week"),
            |r| r.delivered_hours,
            2,
        ),
        (
            w("Timer pårørende hjelper i uka", "Timar pårørande hjelper i veka", "Relatives' hours a week"),
            |r| r.relatives_hours,
            2,
        ),
        (
            w("Udekket behov, timer i uka", "Udekt behov, timar i veka", "Unmet need, hours a week"),
            |r| r.unmet_hours,
            2,
        ),
        (
            w(
                "Pårørendes tapte arbeid, t/uke",
                "Tapt arbeid for pårørande, t/veke",
                "Relatives' lost work, h/week",
            ),
            |r| r.relatives_lost_hours,
            2,
        ),
        (w("BPA, kr i året", "BPA, kr i året", "BPA, NOK a year"), |r| r.bpa_cost, 0),
        (
            w("Toppfinansiering, kr i året", "Toppfinansiering, kr i året", "Refund, NOK a year"),
            |r| r.refund,
            0,
        ),
        (
            w("Kommunens netto, kr i året", "Netto for kommunen, kr i året", "Municipality, net, NOK a year"),
            |r| r.municipality_net,
            0,
        ),
        (
            w("Statens netto, kr i året", "Netto for staten, kr i året", "State, net, NOK a year"),
            |r| r.state_net,
            0,
        ),
    ];
    let of = page.of;
    for (models, cases) in of.scenario.models.chunks(SIDE_BY_SIDE).zip(of.cases.chunks(SIDE_BY_SIDE)) {
        let heads: String = models.iter().map(|m| format!("{:>width$}", m.short.get(lang))).collect();
        page.line(&format!("  {:<34}{heads}", ""));
        for (label, value, kind) in rows {
            let mut line = format!("  {:<34}", label.get(lang));
            for (result, _) in cases {
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
    }
    let left_out = w(
        "  Uten tilfeldighet, uttrekk, skatt og omsorgsstønad. En kjøring (bpasim run) viser fordelingen over alle.",
        "  Utan tilfelle, uttrekk, skatt og omsorgsstønad. Ei køyring (bpasim run) viser fordelinga over alle.",
        "  Without randomness, withdrawal, tax or care allowance. A run (bpasim run) shows the spread over everybody.",
    );
    page.line(left_out.get(lang));
}

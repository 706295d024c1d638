//! A person's years rule by rule, each with formula, the numbers put in, the result, parameters and their sources, so
//! that anybody with a calculator can follow: of a case ([`case_text`]) and of a simulated life ([`trace_text`]).

use super::layout::{row, wrap};
use super::quantity::Quantity;
use super::words::{status, unit};
use crate::engine::single::drawn::{Life, Year};
use crate::engine::single::explanation::ModelYear;
use crate::engine::single::facts::{AGE, Fact};
use crate::rules::explain::{Explained, Named};
use crate::scenario::Scenario;
use crate::scenario::financing::Number;
use crate::text::number::{number, percent};
use crate::text::{Lang, Words, say};
use std::collections::BTreeMap;

/// Width of a model's column beside others.
const COLUMN: usize = 20;
/// What stands on both sides of a heading.
const HEADING: &str = "── ";
/// Width of the names before them.
const NAMES: usize = 39;

/// A person's page as it is written, in one language.
struct Page<'a> {
    scenario: &'a Scenario,
    /// Parameters as stated, in kroner of their own year.
    stated: &'a [f64],
    lang: Lang,
    /// Longest line.
    width: usize,
    text: String,
    /// Parameters told already, with the numbers they were told with.
    parameters: BTreeMap<String, String>,
    /// Formulas told already by the ids of their rules, if each is told once only.
    formulas: Option<BTreeMap<&'static str, String>>,
    /// The first model told of in the year, and its steps: what is the same under another is not told again.
    first: Option<(String, Vec<Explained>)>,
}

impl<'a> Page<'a> {
    fn new(scenario: &'a Scenario, stated: &'a [f64], (lang, width): (Lang, usize)) -> Page<'a> {
        let (text, parameters) = (String::new(), BTreeMap::new());
        Page { scenario, stated, lang, width, text, parameters, formulas: None, first: None }
    }

    fn say(&self, words: Words) -> &'static str {
        words.get(self.lang)
    }

    /// A line, wrapped with its rest indented further.
    fn line(&mut self, indent: usize, text: &str) {
        for (i, line) in wrap(text, self.width - indent - 2).iter().enumerate() {
            self.text += &format!("{}{line}\n", " ".repeat(indent + if i > 0 { 2 } else { 0 }));
        }
    }

    fn figure(&self, x: f64) -> String {
        if x.is_infinite() {
            return if x > 0.0 { "∞" } else { "−∞" }.to_string();
        }
        Quantity::exact(x).number(self.lang)
    }

    /// The number of a symbol: a year has no space in it.
    fn figure_of(&self, symbol: &str, x: f64) -> String {
        let year = symbol == "year" || symbol.ends_with("_year");
        if year && x.fract() == 0.0 { format!("{x}") } else { self.figure(x) }
    }

    fn facts(&mut self, indent: usize, head: &str, facts: &[Fact]) {
        let lang = self.lang;
        let one = |(fact, x): &Fact| {
            format!("{} ({}) {}", fact.name.get(lang), fact.id, self.figure_of(fact.id, *x))
        };
        let list = facts.iter().map(one).collect::<Vec<_>>().join("; ");
        self.line(indent, &format!("{head}{list}"));
    }

    /// A model's year; `title` is the model's.
    fn model(&mut self, title: &str, own: &ModelYear) {
        let lines = wrap(title, self.width - 2 * HEADING.chars().count());
        self.text += &format!("\n{HEADING}{} {}\n", lines.join("\n   "), HEADING.trim_end());
        let first = self.first.take();
        let told = |step: &&Explained| first.as_ref().is_none_or(|(_, steps)| !steps.contains(step));
        for step in own.steps.iter().filter(|step| !step.aside || step.result != 0.0).filter(told) {
            self.step(step);
            for parameter in &step.parameters {
                self.parameter(own.model, parameter);
            }
        }
        if let Some((title, _)) = &first {
            let same = self.say(say::EVERYTHING_ELSE_AS_UNDER);
            self.line(2, &format!("{same}: {title}"));
        }
        self.first = first.or_else(|| Some((title.to_string(), own.steps.clone())));
    }

    fn step(&mut self, step: &Explained) {
        let (name, id) = (step.rule.name.get(self.lang), step.rule.id);
        let (numbers, result) =
            (step.numbers(|symbol, x| self.figure_of(symbol, x)), self.figure(step.result));
        let formula = match &mut self.formulas {
            None => true,
            Some(told) => told.insert(id, step.formula.clone()).as_ref() != Some(&step.formula),
        };
        if !formula {
            return self.line(2, &format!("{name}: {id} = {numbers} = {result}"));
        }
        self.line(2, name);
        self.line(4, &format!("{id} = {}", step.formula));
        if numbers != step.formula && numbers != result {
            self.line(4, &format!("= {numbers}"));
        }
        self.line(4, &format!("= {result}"));
        let reference = step.rule.reference.get(self.lang);
        if !reference.is_empty() && self.parameters.insert(format!("§ {reference}"), String::new()).is_none()
        {
            self.line(4, &format!("§ {reference}"));
        }
    }

    /// A parameter or lever with its value and source, where it is met first or has changed.
    fn parameter(&mut self, model: usize, (symbol, value): &Named) {
        let shown = self.figure_of(symbol, *value);
        if self.parameters.insert(symbol.clone(), shown.clone()).as_ref() == Some(&shown) {
            return;
        }
        let (lang, table, model) = (self.lang, &self.scenario.parameters, &self.scenario.models[model]);
        let lever = model.levers.numbers().find(|(lever, _)| lever.path == *symbol);
        let slot = match lever {
            Some((_, Number::Scalar(slot))) => Some(*slot),
            Some((_, Number::Fixed(_))) => None,
            None => table.slot(symbol),
        };
        let mut line = format!("· {symbol} = {shown}");
        let scalar = slot.map(|slot| &table.scalars()[slot]);
        if let Some((lever, _)) = lever {
            line += &format!(" ({}): {}", model.short.get(lang), lever.meaning.get(lang));
            if let Some(scalar) = scalar.filter(|scalar| scalar.id != *symbol) {
                line += &format!("; {}", scalar.id);
            }
        }
        let whole = || table.get(symbol).or_else(|| table.get(symbol.rsplit_once('.')?.0));
        let parameter = match (scalar, lever) {
            (Some(scalar), _) => Some(table.of(scalar)),
            (None, Some(_)) => None,
            (None, None) => whole(),
        };
        if let Some(p) = parameter {
            line += &format!(" {}", unit(&p.unit, lang));
            if let (Some(slot), Some(year)) = (slot, p.year)
                && p.is_money()
                && year != self.scenario.base_year
            {
                let stated = self.figure(self.stated[slot]);
                let of = self.say(say::STATED_AS);
                line += &format!(" ({of} {stated} {} {year})", self.say(say::IN_KRONER_OF));
            }
            if let Some(d) = scalar.map(|scalar| &scalar.distribution).filter(|d| !d.is_fixed()) {
                line += &format!(" {} {d}", self.say(say::MEAN_OF));
            }
            let source = self.say(say::COLUMN_SOURCE);
            line += &format!(
                "; {}; {}. {source}: {}",
                p.label.get(lang),
                status(&p.status, lang),
                p.source.get(lang)
            );
        }
        self.line(4, &line);
    }
}

/// The person of a case, its facts as [`told`](crate::engine::single::given::Facts::told), in a year under every model.
pub struct Case<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Parameters as stated, at their means.
    pub stated: &'a [f64],
    /// The facts.
    pub facts: &'a [Fact],
    /// The year of prices.
    pub year: i32,
    /// The person's year by model.
    pub models: &'a [ModelYear],
}

/// A case as text in lines of at most `width` characters: the answer, then how it comes about.
pub fn case_text(of: &Case<'_>, lang: Lang, width: usize) -> String {
    let mut page = Page::new(of.scenario, of.stated, (lang, width));
    answer(&mut page, of);
    let intro = page.say(say::CASE_INTRO);
    page.text += "\n";
    page.line(0, intro);
    let turns_18 = |(rule, age): &Fact| *rule == AGE && (18.0..19.0).contains(age);
    if of.facts.iter().any(turns_18) {
        let left_out = page.say(say::CASE_REVIEW_18);
        page.line(0, left_out);
    }
    page.text += "\n";
    page.facts(0, &format!("{}: ", of.year), of.facts);
    for own in of.models {
        let title = of.scenario.models[own.model].title.get(lang);
        page.model(title, own);
    }
    overview(&mut page, of.models);
    page.text
}

/// Who pays what for the person in the year, a line a model.
fn answer(page: &mut Page<'_>, of: &Case<'_>) {
    let lang = page.lang;
    page.line(0, &lang.say(say::CaseAnswer { year: of.year.to_string() }));
    for own in of.models {
        let of_payer = |id: &str| number(own.result(id).unwrap_or(f64::NAN), 0, lang);
        let line = say::CasePays {
            model: of.scenario.models[own.model].short.get(lang),
            municipality: of_payer("municipality_net"),
            state: of_payer("state_net"),
            relatives: of_payer("relatives_cost"),
        };
        page.line(2, &lang.say(line));
    }
}

fn overview(page: &mut Page<'_>, models: &[ModelYear]) {
    let lang = page.lang;
    page.text += &format!("\n{}\n", page.say(say::SIDE_BY_SIDE));
    let rows = [
        (say::RULE_COVERAGE, "coverage"),
        (say::RULE_DELIVERED_HOURS, "delivered_hours"),
        (say::ROW_RELATIVES_HOURS, "relatives_hours"),
        (say::RULE_UNMET_HOURS, "unmet_hours"),
        (say::ROW_LOST_WORK, "relatives_lost_hours"),
        (say::ROW_BPA, "bpa_cost"),
        (say::ROW_REFUND, "refund"),
        (say::ROW_MUNICIPALITY_BEFORE, "municipality_net_before_withdrawal"),
        (say::ROW_MUNICIPALITY, "municipality_net"),
        (say::ROW_STATE, "state_net"),
        (say::ROW_RELATIVES, "relatives_cost"),
    ];
    let beside = (page.width.saturating_sub(NAMES) / COLUMN).max(1);
    for models in models.chunks(beside) {
        let widths = vec![COLUMN; models.len()];
        let short = |own: &ModelYear| page.scenario.models[own.model].short.get(lang);
        let heads: Vec<Vec<String>> = models.iter().map(|own| wrap(short(own), COLUMN - 2)).collect();
        page.text += &row(&[], NAMES, &heads, &widths);
        for (label, id) in rows {
            let cell = |own: &ModelYear| {
                let x = own.result(id).unwrap_or(f64::NAN);
                vec![match id {
                    "coverage" => percent(x, 1, lang),
                    _ if id.ends_with("_hours") => number(x, 2, lang),
                    _ => number(x, 0, lang),
                }]
            };
            let cells: Vec<Vec<String>> = models.iter().map(cell).collect();
            let names: Vec<String> =
                wrap(label.get(lang), NAMES - 3).into_iter().map(|line| format!("  {line}")).collect();
            page.text += &row(&names, NAMES, &cells, &widths);
        }
    }
    let left_out = page.say(say::CASE_LEFT_OUT);
    page.line(2, left_out);
}

/// How a person was found, for example to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The name of what the person has most of.
    pub most_of: &'static str,
    /// Persons in the draw.
    pub persons: usize,
    /// Those who have any of it.
    pub having: usize,
}

/// The life of a simulated person.
pub struct Traced {
    /// The scenario.
    pub scenario: Scenario,
    /// The draw's number.
    pub draw: usize,
    /// The draw's parameters as stated.
    pub stated: Vec<f64>,
    /// The person's name.
    pub person: String,
    /// The person's life.
    pub life: Life,
    /// Indices of the models to tell of.
    pub models: Vec<usize>,
    /// How the person was found, if not by name.
    pub found: Option<Found>,
    /// Parameters that no person is beyond, as the draw has them.
    pub bounds: Vec<Named>,
}

impl Traced {
    /// The models to tell of in a year: those chosen, and the zero alternative for those not started yet.
    pub(super) fn chosen<'a>(&'a self, year: &'a Year) -> impl Iterator<Item = &'a ModelYear> {
        let started = |model: &usize| year.models.iter().any(|own| own.model == *model);
        let waiting = !self.models.iter().all(started);
        year.models.iter().filter(move |own| self.models.contains(&own.model) || waiting && own.model == 0)
    }
}

/// A life as text in lines of at most `width` characters.
pub fn trace_text(of: &Traced, lang: Lang, width: usize) -> String {
    let mut page = Page::new(&of.scenario, &of.stated, (lang, width));
    page.formulas = Some(BTreeMap::new());
    let (person, draw) = (page.say(say::LABEL_PERSON), page.say(say::LABEL_DRAW));
    page.text += &format!("{person} {}, {draw} {}\n", of.person, of.draw);
    if let Some(Found { most_of, persons, having }) = &of.found {
        let [persons, having] = [persons, having].map(|n| number(*n as f64, 0, lang));
        page.line(0, &lang.say(say::TraceFound { most_of: *most_of, persons, having }));
    }
    let units = page.say(say::TRACE_INTRO);
    page.line(0, units);
    page.facts(2, "", &of.life.person);
    if !of.bounds.is_empty() {
        let nobody = page.say(say::NOBODY_BEYOND);
        page.line(2, nobody);
        of.bounds.iter().for_each(|bound| page.parameter(0, bound));
    }
    for year in &of.life.years {
        page.first = None;
        page.text += &format!("\n{}\n", of.scenario.base_year + year.year as i32);
        page.facts(2, "", &year.person);
        let chance = page.say(say::RANDOM_NUMBERS);
        page.facts(2, &format!("{chance}: "), &year.chance);
        for own in of.chosen(year) {
            let title = of.scenario.models[own.model].short.get(lang);
            page.model(title, own);
        }
    }
    page.text
}

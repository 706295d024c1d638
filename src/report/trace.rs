//! The life of one simulated person as text and as JSON.

mod words;

use super::layout::{WIDTH, wrap};
use super::number::number;
use super::quantity::Quantity;
use super::words::{status, unit};
use crate::engine::trace::{ModelYear, Named, Step, Told, Year};
use crate::outcomes::Words;
use crate::scenario::Scenario;
use crate::text::Lang;
use serde_json::{Map, Value, json};

/// What is told.
pub struct Traced {
    /// The scenario.
    pub scenario: Scenario,
    /// The draw's number.
    pub draw: usize,
    /// The draw's parameters as stated.
    pub values: Vec<f64>,
    /// The person's name.
    pub person: String,
    /// The person's life.
    pub told: Told,
    /// Indices of the models to tell of.
    pub models: Vec<usize>,
}

const W: fn(&'static str, &'static str, &'static str) -> Words = Words::new;

fn figure(x: f64, lang: Lang) -> String {
    if x == f64::INFINITY {
        return "∞".to_string();
    }
    if x == f64::NEG_INFINITY {
        return "−∞".to_string();
    }
    Quantity::exact(x).number(lang)
}

fn list(named: &[Named], lang: Lang) -> String {
    let one = |(name, x): &Named| format!("{} {}", words::of(name).get(lang), figure(*x, lang));
    named.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// An indented line, wrapped with its rest indented further.
fn item(text: &str, indent: usize) -> String {
    let lines = wrap(text, WIDTH - indent - 2);
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| format!("{}{line}\n", " ".repeat(indent + if i > 0 { 2 } else { 0 })))
        .collect()
}

/// The models to tell of in a year: those chosen, and the zero alternative for those not started yet.
fn chosen<'a>(t: &'a Traced, year: &'a Year) -> impl Iterator<Item = &'a ModelYear> {
    let started = |model: &usize| year.models.iter().any(|own| own.model == *model);
    let waiting = !t.models.iter().all(started);
    year.models.iter().filter(move |own| t.models.contains(&own.model) || waiting && own.model == 0)
}

/// As text.
pub fn text(t: &Traced, lang: Lang) -> String {
    let mut out = format!(
        "{} {}, {} {}\n",
        W("Person", "Person", "Person").get(lang),
        t.person,
        W("trekning", "trekking", "draw").get(lang),
        t.draw
    );
    out += W(
        "Timer er per uke i snitt over året, kroner er nominelle per år, andeler mellom 0 og 1; 1 er ja og 0 er nei.\n",
        "Timar er per veke i snitt over året, kroner er nominelle per år, delar mellom 0 og 1; 1 er ja og 0 er nei.\n",
        "Hours are a week on the year's average, kroner nominal a year, shares between 0 and 1; 1 is yes and 0 is no.\n",
    )
    .get(lang);
    out += &item(&list(&t.told.person, lang), 2);
    for year in &t.told.years {
        out += &format!("\n{}\n", t.scenario.base_year + year.year as i32);
        out += &item(&list(&year.person, lang), 2);
        let chance = W("Tilfeldige tall", "Tilfeldige tal", "Random numbers").get(lang);
        out += &item(&format!("{chance}: {}", list(&year.chance, lang)), 2);
        for own in chosen(t, year) {
            out += &format!("  {}\n", t.scenario.models[own.model].short.get(lang));
            for step in &own.steps {
                let rule = words::rule(step.rule).get(lang);
                let line = format!("{rule}: {} → {}", list(&step.inputs, lang), list(&step.results, lang));
                out += &item(&line, 4);
            }
            let pays: Vec<String> = own
                .pays
                .iter()
                .filter(|(_, kroner)| *kroner != 0.0)
                .map(|(payer, kroner)| {
                    format!("{} {}", words::payer(payer.id()).get(lang), number(*kroner, 0, lang))
                })
                .collect();
            let who = W("Betaler netto (kr)", "Betaler netto (kr)", "Pay net (NOK)").get(lang);
            out += &item(&format!("{who}: {}", pays.join("; ")), 4);
        }
    }
    out += &format!(
        "\n{}\n",
        W("Parametere i trekningen", "Parametrar i trekkinga", "Parameters of the draw").get(lang)
    );
    for (id, value) in parameters(t) {
        let table = &t.scenario.parameters;
        let Some(p) = table.get(id) else { continue };
        let year = p.year.map(|y| format!(" ({y})")).unwrap_or_default();
        let source = W("Kilde", "Kjelde", "Source").get(lang);
        let line = format!(
            "{id} = {} {}{year}; {}. {source}: {}",
            figure(value, lang),
            unit(&p.unit, lang),
            status(&p.status, lang),
            p.source
        );
        out += &item(&line, 2);
    }
    out
}

/// Parameters that the steps name, each once, with the value drawn.
fn parameters(t: &Traced) -> Vec<(&str, f64)> {
    let mut ids: Vec<&str> = Vec::new();
    let steps = t.told.years.iter().flat_map(|y| &y.models).flat_map(|m| &m.steps);
    for id in steps.flat_map(|step: &Step| step.parameters) {
        if !ids.contains(id) {
            ids.push(id);
        }
    }
    let table = &t.scenario.parameters;
    ids.into_iter().filter_map(|id| table.slot(id).map(|slot| (id, t.values[slot]))).collect()
}

/// As JSON: numbers unrounded, the names of rules and figures as in the program.
pub fn json(t: &Traced, names: &[&str]) -> Value {
    let number = |x: f64| if x.is_finite() { json!(x) } else { json!(x.to_string()) };
    let object = |named: &[Named]| -> Value {
        named.iter().map(|(name, x)| (name.to_string(), number(*x))).collect::<Map<_, _>>().into()
    };
    let years: Vec<Value> = t
        .told
        .years
        .iter()
        .map(|year| {
            let mut models = Map::new();
            for own in chosen(t, year) {
                let steps: Vec<Value> = own
                    .steps
                    .iter()
                    .map(|s| {
                        json!({
                            "rule": s.rule,
                            "inputs": object(&s.inputs),
                            "parameters": s.parameters,
                            "results": object(&s.results),
                        })
                    })
                    .collect();
                let adds: Map<String, Value> =
                    names.iter().zip(own.adds).map(|(name, x)| (snake(name), number(x))).collect();
                let pays: Map<String, Value> =
                    own.pays.iter().map(|(payer, x)| (payer.id().to_string(), number(*x))).collect();
                let id = t.scenario.models[own.model].id.clone();
                models.insert(id, json!({ "steps": steps, "adds_to_unit": adds, "pays_net": pays }));
            }
            json!({
                "year": t.scenario.base_year + year.year as i32,
                "person": object(&year.person),
                "chance": object(&year.chance),
                "models": models,
            })
        })
        .collect();
    let parameters: Map<String, Value> = parameters(t)
        .into_iter()
        .filter_map(|(id, value)| {
            let p = t.scenario.parameters.get(id)?;
            let told =
                json!({ "value": value, "unit": p.unit, "year": p.year, "status": p.status, "source": p.source });
            Some((id.to_string(), told))
        })
        .collect();
    json!({
        "format": 1,
        "scenario": t.scenario.name,
        "draw": t.draw,
        "person": t.person,
        "attributes": object(&t.told.person),
        "years": years,
        "parameters": parameters,
    })
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::run::Engine;
    use crate::engine::trace::life;
    use crate::random::WorldKey;
    use crate::scenario::load;
    use crate::scenario::overrides::Options;

    /// Names of rules and figures that have no words of their own yet.
    fn without_words(told: &Told) -> Vec<&'static str> {
        let mut missing = Vec::new();
        let mut named =
            |list: &[Named]| missing.extend(list.iter().map(|(n, _)| *n).filter(|n| !words::known(n)));
        named(&told.person);
        for year in &told.years {
            named(&year.person);
            named(&year.chance);
            for step in year.models.iter().flat_map(|m| &m.steps) {
                named(&step.inputs);
                named(&step.results);
            }
        }
        let steps = told.years.iter().flat_map(|y| &y.models).flat_map(|m| &m.steps);
        missing.extend(steps.map(|s| s.rule).filter(|rule| !words::rule_known(rule)));
        missing
    }

    /// Recipients and pool, children and old, under every model: whatever is told has words.
    #[test]
    fn everything_told_has_words() {
        let options =
            Options { sets: Vec::new(), models: Some(vec!["A".into(), "B".into()]), years: Some(5) };
        let scenario = load("oslo", &options).expect("shipped");
        let engine = Engine::new(&scenario).expect("sound");
        let draw = engine.draw(&engine.means());
        let key = WorldKey::new(1, 0, 0);
        let people = engine.people(&draw, &key);
        for (first, cohort) in people.cohorts.iter().enumerate() {
            for entry in cohort.iter().step_by(29) {
                let told = life(&engine, &draw, &key, &people.effects, (first, *entry));
                assert!(without_words(&told).is_empty(), "{:?}", without_words(&told));
            }
        }
    }
}

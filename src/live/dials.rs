//! The dials: what can be turned at once, in four groups. Everything else that can be changed is found by search among all
//! parameters and levers. A dial says which keys it sets, as `--set` takes them, and between what; its value, where that comes
//! from and how well it is known are the scenario's.

use crate::report::{uncertainty, words};
use crate::scenario::Scenario;
use crate::scenario::distribution::Distribution;
use crate::scenario::financing::lever::LeverValue;
use crate::scenario::financing::{LEVERS, Number};
use crate::scenario::parameters::{Parameter, Value};
use crate::text::{Lang, Words, say};
use serde::Serialize;

/// What a dial can be.
enum Kind {
    /// A number between two, in steps; `percent` where it is told as per cent.
    Number { low: f64, high: f64, step: f64, percent: bool },
    /// One of some words, each with what it means.
    Choice(&'static [(&'static str, Words)]),
}

/// A dial.
struct Dial {
    id: &'static str,
    group: &'static str,
    label: Words,
    keys: &'static [&'static str],
    kind: Kind,
}

/// The groups in order.
const GROUPS: [(&str, Words); 4] = [
    ("models", say::DIALS_MODELS),
    ("answers", say::DIALS_ANSWERS),
    ("relatives", say::DIALS_RELATIVES),
    ("people", say::DIALS_PEOPLE),
];

const fn share(low: f64, high: f64, step: f64) -> Kind {
    Kind::Number { low, high, step, percent: true }
}

const fn number(low: f64, high: f64, step: f64) -> Kind {
    Kind::Number { low, high, step, percent: false }
}

/// The dials, in order. Ends are those of what is proposed or argued for; what lies beyond is set among all parameters.
static DIALS: [Dial; 15] = [
    Dial {
        id: "a-withdrawal",
        group: "models",
        label: say::DIAL_A_WITHDRAWAL,
        keys: &["financing.A.offset_share"],
        kind: share(0.0, 1.0, 0.05),
    },
    Dial {
        id: "b-withdrawal",
        group: "models",
        label: say::DIAL_B_WITHDRAWAL,
        keys: &["financing.B.offset_share"],
        kind: share(0.0, 1.0, 0.05),
    },
    Dial {
        id: "b-refund",
        group: "models",
        label: say::DIAL_B_REFUND,
        keys: &["financing.B.refund.rate"],
        kind: share(0.8, 1.0, 0.01),
    },
    Dial {
        id: "b-threshold",
        group: "models",
        label: say::DIAL_B_THRESHOLD,
        keys: &["financing.B.refund.threshold_factor"],
        kind: share(0.5, 1.0, 0.05),
    },
    Dial {
        id: "b-hour",
        group: "models",
        label: say::DIAL_B_HOUR,
        keys: &["financing.B.hour_grant.rate"],
        kind: share(0.0, 0.5, 0.05),
    },
    Dial {
        id: "b-age",
        group: "models",
        label: say::DIAL_B_AGE,
        keys: &["financing.B.refund.max_age"],
        kind: Kind::Choice(&[("67", say::DIAL_AGE_TODAY), ("none", say::DIAL_AGE_NONE)]),
    },
    Dial {
        id: "b-scope",
        group: "models",
        label: say::DIAL_B_SCOPE,
        keys: &["financing.B.refund.scope"],
        kind: Kind::Choice(&[("bpa", say::DIAL_SCOPE_BPA), ("all", say::DIAL_SCOPE_ALL)]),
    },
    Dial {
        id: "start",
        group: "models",
        label: say::DIAL_START,
        keys: &["financing.A.start_year", "financing.B.start_year"],
        kind: number(2026.0, 2032.0, 1.0),
    },
    Dial {
        id: "price",
        group: "answers",
        label: say::DIAL_PRICE_RESPONSE,
        keys: &["price_response"],
        kind: number(-0.05, 0.3, 0.01),
    },
    Dial {
        id: "norm",
        group: "answers",
        label: say::DIAL_NORM,
        keys: &["norm_shift"],
        kind: share(-0.08, 0.08, 0.01),
    },
    Dial {
        id: "fill",
        group: "relatives",
        label: say::DIAL_FILL,
        keys: &["fill_grant"],
        // As fine as the scenario's value is told, so that the dial stands where its label says.
        kind: share(0.0, 1.0, 0.01),
    },
    Dial {
        id: "time",
        group: "relatives",
        label: say::DIAL_TIME,
        keys: &["value_of_time"],
        kind: number(0.0, 600.0, 10.0),
    },
    Dial {
        id: "unmet",
        group: "relatives",
        label: say::DIAL_UNMET,
        keys: &["unmet_value"],
        // Beyond what turns society's cost of the model that is for persons with BPA alone.
        kind: number(0.0, 5000.0, 100.0),
    },
    Dial {
        id: "hour",
        group: "people",
        label: say::DIAL_HOUR_COST,
        keys: &["bpa_hour_cost"],
        kind: number(400.0, 700.0, 1.0),
    },
    Dial {
        id: "pool",
        group: "people",
        label: say::DIAL_POOL,
        keys: &["pool_ratio"],
        kind: number(0.0, 4.0, 0.01),
    },
];

/// A group as the page has it.
#[derive(Debug, Serialize)]
pub struct ShownGroup {
    /// Its name.
    pub label: &'static str,
    /// Its dials.
    pub dials: Vec<ShownDial>,
}

/// A dial as the page has it: what is text is in the page's language.
#[derive(Debug, Serialize)]
pub struct ShownDial {
    /// Short name.
    pub id: &'static str,
    /// Name.
    pub label: &'static str,
    /// The keys it sets.
    pub keys: &'static [&'static str],
    /// The scenario's value as `--set` takes it; the mean of one that is drawn.
    pub value: String,
    /// The scenario's value in words: with the interval of one that is drawn.
    pub shown: String,
    /// Whether it is drawn anew in every draw: a number that is set instead is a change, also where it is the mean.
    pub drawn: bool,
    /// Unit, in words.
    pub unit: String,
    /// How well it is known.
    pub badge: String,
    /// Where it comes from.
    pub source: String,
    /// Ends and step of a number, as the page shows it.
    pub range: Option<[f64; 3]>,
    /// What the page's number is divided by: 100 where it is told as per cent.
    pub scale: f64,
    /// Words of a choice, each with its meaning.
    pub choices: Vec<(&'static str, &'static str)>,
}

impl ShownDial {
    /// Where a slider stands before anybody moves it: at the mean, as near as its steps come. Such a dial changes nothing.
    pub fn place(&self) -> Option<f64> {
        let [low, _, step] = self.range?;
        let mean = self.value.parse::<f64>().unwrap_or(low) * self.scale;
        Some(((mean / step).round() * step * 1e6).round() / 1e6)
    }
}

/// What a key stands at in a scenario.
struct Standing<'a> {
    value: String,
    drawn: Option<&'a Distribution>,
    parameter: Option<&'a Parameter>,
}

/// The dials that a scenario has, group by group.
pub fn dials(scenario: &Scenario, lang: Lang) -> Vec<ShownGroup> {
    let of = |(id, label): (&str, Words)| {
        let own = DIALS.iter().filter(|dial| dial.group == id);
        let dials = own.filter_map(|dial| dial.shown(scenario, lang)).collect();
        ShownGroup { label: label.get(lang), dials }
    };
    GROUPS.into_iter().map(of).collect()
}

/// The name of the dial that sets a key alone.
pub fn label(key: &str, lang: Lang) -> Option<&'static str> {
    let dial = DIALS.iter().find(|dial| dial.keys == [key]);
    dial.map(|dial| dial.label.get(lang))
}

/// What a scenario has for a key, with its unit, in the words of the key's dial where it has one; nothing where the scenario
/// lacks it, or it is neither a number nor a word.
pub fn in_words(scenario: &Scenario, key: &str, lang: Lang) -> Option<String> {
    let standing = standing(scenario, key)?;
    let dial = DIALS.iter().find(|dial| dial.keys.contains(&key));
    let (shown, unit) = standing.in_words(dial.map(|dial| &dial.kind), lang);
    Some(format!("{shown} {unit}").trim_end().to_string())
}

impl Standing<'_> {
    /// The value and its unit.
    fn in_words(&self, kind: Option<&Kind>, lang: Lang) -> (String, String) {
        let fixed = self.value.parse().ok().filter(|x: &f64| x.is_finite()).map(Distribution::Fixed);
        let number = self.drawn.or(fixed.as_ref());
        let unit = self.parameter.map(|p| words::unit(&p.unit, lang).to_string()).unwrap_or_default();
        match (kind, number) {
            (Some(Kind::Number { percent: true, .. }), Some(d)) => {
                (uncertainty::short_percent(d, lang), say::DIAL_PERCENT.get(lang).into())
            }
            (Some(Kind::Choice(all)), _) => {
                let own = all.iter().find(|(word, _)| *word == self.value);
                (own.map_or_else(|| self.value.clone(), |(_, meaning)| meaning.get(lang).into()), unit)
            }
            // A year has no space in it.
            (Some(Kind::Number { .. }), Some(Distribution::Fixed(_))) if self.parameter.is_none() => {
                (self.value.clone(), unit)
            }
            (_, Some(d)) => (uncertainty::short(d, lang), unit),
            (_, None) => (self.value.clone(), unit),
        }
    }
}

impl Dial {
    fn shown(&self, scenario: &Scenario, lang: Lang) -> Option<ShownDial> {
        let standing = standing(scenario, self.keys.first()?)?;
        let (shown, unit) = standing.in_words(Some(&self.kind), lang);
        let (mut range, mut scale, mut choices) = (None, 1.0, Vec::new());
        match self.kind {
            Kind::Number { low, high, step, percent } => {
                scale = if percent { 100.0 } else { 1.0 };
                // What is a round number in the page's unit is said as one.
                range = Some([low, high, step].map(|x| (x * scale * 1e6).round() / 1e6));
            }
            Kind::Choice(all) => {
                choices = all.iter().map(|(word, meaning)| (*word, meaning.get(lang))).collect();
            }
        }
        let (badge, source) = match standing.parameter {
            Some(p) => (words::status(&p.status, lang), p.source.get(lang).to_string()),
            None => (say::DIAL_RULE.get(lang).into(), say::DIAL_RULE_SOURCE.get(lang).into()),
        };
        let Dial { id, ref label, keys, .. } = *self;
        let label = label.get(lang);
        Some(ShownDial {
            id,
            label,
            keys,
            value: standing.value,
            shown,
            drawn: standing.drawn.is_some(),
            unit,
            badge,
            source,
            range,
            scale,
            choices,
        })
    }
}

/// What a key stands at; nothing where the scenario lacks it.
fn standing<'a>(scenario: &'a Scenario, key: &str) -> Option<Standing<'a>> {
    let of_number = |number: &Number| match number {
        Number::Fixed(x) if x.is_infinite() => ("none".to_string(), None),
        Number::Fixed(x) => (x.to_string(), None),
        Number::Scalar(slot) => {
            let d = &scenario.parameters.scalars()[*slot].distribution;
            (d.mean().to_string(), Some(d))
        }
    };
    if let Some((model, lever)) = key.strip_prefix("financing.").and_then(|rest| rest.split_once('.')) {
        let model = scenario.models.iter().find(|own| own.id == model)?;
        let place = LEVERS.iter().position(|own| own.path == lever)?;
        let (_, value) = model.levers.values().nth(place)?;
        let (value, drawn) = match value {
            LeverValue::Number(x) | LeverValue::WholeYears(x) => of_number(x),
            other => (other.text(|_| String::new(), str::to_string), None),
        };
        return Some(Standing { value, drawn, parameter: None });
    }
    let parameter = scenario.parameters.get(key)?;
    let Value::Scalar(d) = &parameter.value else { return None };
    let drawn = (!d.is_fixed()).then_some(d);
    Some(Standing { value: d.mean().to_string(), drawn, parameter: Some(parameter) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::setting::Setting;

    /// A dial stands at the number that its label tells, to the last digit.
    #[test]
    fn every_dial_stands_where_its_label_says() {
        for scenario in ["national", "oslo", "sweden"] {
            let setting = Setting { scenario: scenario.into(), ..Setting::default() };
            let groups = dials(&setting.load(Some(6)).unwrap(), Lang::En);
            for dial in groups.iter().flat_map(|group| &group.dials) {
                let Some(place) = dial.place() else { continue };
                let told = dial.shown.split(' ').next().unwrap_or_default();
                let told: f64 = told.replace(',', "").replace('\u{2212}', "-").parse().unwrap();
                assert!((told - place).abs() < 1e-9, "{scenario} {}: {} at {place}", dial.id, dial.shown);
            }
        }
    }

    /// Every dial is one of the shipped scenario, can be put at both its ends, and stands at a value that it can have.
    #[test]
    fn every_dial_can_be_turned() {
        let scenario = Setting::default().load(Some(6)).unwrap();
        let groups = dials(&scenario, Lang::Nb);
        assert_eq!(groups.iter().map(|group| group.dials.len()).sum::<usize>(), DIALS.len());
        for dial in groups.iter().flat_map(|group| &group.dials) {
            let ends: Vec<String> = match dial.range {
                Some([low, high, step]) => {
                    assert!(low < high && step > 0.0, "{}", dial.id);
                    [low, high].map(|end| (end / dial.scale).to_string()).to_vec()
                }
                None => dial.choices.iter().map(|(word, _)| word.to_string()).collect(),
            };
            for end in ends.iter().chain([&dial.value]) {
                let sets = dial.keys.iter().map(|key| format!("{key}={end}")).collect();
                let setting = Setting { sets, ..Setting::default() };
                assert!(setting.load(Some(6)).is_ok(), "{} {end}", dial.id);
            }
            assert!(
                !dial.shown.is_empty() && !dial.badge.is_empty() && !dial.source.is_empty(),
                "{}",
                dial.id
            );
            assert!(dial.range.is_some() || dial.choices.iter().any(|(word, _)| *word == dial.value));
        }
    }
}

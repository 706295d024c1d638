//! One thing, with all that is known of it.

use super::Described;
use crate::error::Result;
use crate::outcomes::Outcome;
use crate::report::display_unit::DisplayUnit;
use crate::report::layout::{paragraph_within, wrap};
use crate::report::texts::Texts;
use crate::report::{uncertainty, words};
use crate::scenario::choice::Choice;
use crate::scenario::financing::lever::{Absence, LeverType, LeverValue, Onset};
use crate::scenario::financing::{Lever, Levers, Model, Number};
use crate::scenario::parameters::{Parameter, Value};
use crate::scenario::{Scenario, load};
use crate::text::{Lang, say};
use std::fmt::Write as _;

/// Room for the name of a field.
const FIELD: usize = 12;

/// All about one thing, in lines of at most `width` characters.
pub(super) fn text(scenario: &Scenario, of: &Described<'_>, lang: Lang, width: usize) -> Result<String> {
    Ok(match of {
        Described::Parameter(p) => parameter(scenario, p, lang, width),
        Described::Lever(own) => lever(scenario, own, lang, width),
        Described::Model(m) => model(scenario, m, lang, width),
        Described::Outcome(o) => outcome(*o, lang, width),
        Described::Scenario(name, _) => shipped(&load(name, &Default::default())?, lang, width),
    })
}

/// Room for the name of a lever.
const LEVER: usize = 28;

/// A field with its name at the left; nothing where it is empty.
fn field(name: &str, value: &str, width: usize) -> String {
    // What begins with space is drawn, and stays as it is.
    let lines = match value.starts_with(' ') || name.is_empty() {
        true => vec![value.to_string()],
        false => wrap(value, width.saturating_sub(FIELD + 3)),
    };
    let names = [name].into_iter().chain(std::iter::repeat(""));
    names.zip(lines).map(|(name, line)| format!("  {name:<FIELD$} {line}\n")).collect()
}

fn parameter(scenario: &Scenario, p: &Parameter, lang: Lang, width: usize) -> String {
    let mut s = paragraph_within(&format!("{}: {}", p.id, p.label.get(lang)), 2, width);
    let mut row = |key: &str, value: &str| s += &field(key, value, width);
    let percent = words::percent(&p.unit).is_some();
    match &p.value {
        Value::Scalar(d) => {
            row(say::DESCRIBE_VALUE.get(lang), &uncertainty::sentence(d, &p.unit, lang));
            for line in uncertainty::sketch(d, &p.unit, lang) {
                row("", &line);
            }
            // What is told in per cent is written as a share.
            if !d.is_fixed() || percent {
                row(say::DESCRIBE_WRITTEN.get(lang), &d.to_string());
            }
        }
        Value::Table(entries) => {
            for (key, d) in entries {
                let told = format!("{key}: {}", uncertainty::sentence(d, &p.unit, lang));
                let written = if percent { format!(" ({d})") } else { String::new() };
                row(say::DESCRIBE_VALUE.get(lang), &format!("{told}{written}"));
            }
        }
        Value::Dated(series) => {
            for (year, value) in &series.0 {
                let value = uncertainty::number_of_assumption(*value, &p.unit, lang);
                row(say::DESCRIBE_VALUE.get(lang), &format!("{year}: {value}"));
            }
        }
    }
    row(say::DESCRIBE_UNIT.get(lang), &DisplayUnit::name_of_assumption(&p.unit, &Texts::new(lang)));
    row(say::DESCRIBE_YEAR.get(lang), &p.year.map(|y| y.to_string()).unwrap_or_default());
    row("status", &words::status(&p.status, lang));
    row(
        say::DESCRIBE_SIGN.get(lang),
        p.sign.and_then(|sign| words::sign(sign.word(), lang)).unwrap_or_default(),
    );
    row(say::DESCRIBE_WITH.get(lang), p.with.as_deref().unwrap_or_default());
    row(say::DESCRIBE_SOURCE.get(lang), p.source.get(lang));
    row(say::DESCRIBE_MEANING.get(lang), p.meaning.get(lang));
    row("symbol", p.symbol.as_deref().unwrap_or_default());
    let [low, high] = p.range.map(|end| uncertainty::number_of_assumption(end, &p.unit, lang));
    row(say::DESCRIBE_ALLOWED.get(lang), &format!("{low} … {high}"));
    let users: Vec<&str> = scenario
        .models
        .iter()
        .filter(|m| {
            let dated = m.history.iter().flat_map(|own| own.levers.numbers());
            m.levers.numbers().chain(dated).any(
                |(_, n)| matches!(n, Number::Scalar(slot) if scenario.parameters.scalars()[*slot].id == p.id),
            )
        })
        .map(|m| m.id.as_str())
        .collect();
    row(say::DESCRIBE_USED_BY.get(lang), &users.join(", "));
    s
}

fn model(scenario: &Scenario, m: &Model, lang: Lang, width: usize) -> String {
    let mut s = paragraph_within(&format!("{}: {}", m.id, m.title.get(lang)), 2, width);
    for line in wrap(m.description.get(lang), width - 2) {
        let _ = writeln!(s, "  {line}");
    }
    let base = m.extends.as_ref().and_then(|id| scenario.models.iter().find(|b| b.id == *id));
    if let Some(base) = base {
        let _ = writeln!(s, "  {} {}", say::DESCRIBE_EXTENDS.get(lang), base.id);
    }
    let text = |value: LeverValue<'_, Number>| value_text(scenario, &value);
    for (i, (lever, own)) in m.levers.values().enumerate() {
        let own = text(own);
        let other = base.and_then(|b| b.levers.values().nth(i)).map(|(_, value)| text(value));
        let mark = if other.is_some_and(|other| other != own) { " *" } else { "" };
        let lines = wrap(&format!("{own}{mark}"), width.saturating_sub(LEVER + 3));
        for (line, path) in lines.iter().zip([lever.path].into_iter().chain(std::iter::repeat(""))) {
            let _ = writeln!(s, "  {path:<LEVER$} {line}");
        }
    }
    for own in &m.history {
        let stated = own.levers.values().filter(|(lever, _)| own.named.contains(lever));
        for (lever, value) in stated {
            let from = say::DescribeFromYear { year: own.from.to_string() };
            let _ = writeln!(s, "  {:<28} {} ({})", lever.path, text(value), lang.say(from));
        }
    }
    if base.is_none() {
        return s;
    }
    let _ = writeln!(s, "  (* {})", say::DESCRIBE_DIFFERS_FROM_THE_MODEL_IT_EXTENDS.get(lang));
    s
}

fn number_text(scenario: &Scenario, number: Number) -> String {
    match number {
        Number::Fixed(x) if x.is_infinite() => "none".to_string(),
        Number::Fixed(x) => x.to_string(),
        Number::Scalar(slot) => {
            let scalar = &scenario.parameters.scalars()[slot];
            format!("{} = {}", scalar.id, scalar.distribution)
        }
    }
}

/// The value of a lever, as users write it.
fn value_text(scenario: &Scenario, value: &LeverValue<'_, Number>) -> String {
    value.text(|x| number_text(scenario, *x), str::to_string)
}

/// What a lever may be, as users write it; the words of a choice with what they mean.
fn allowed(lever: &Lever, lang: Lang) -> String {
    let meant = |word: &str| lang.say(say::LeverWord { word });
    let [low, high] = lever.range;
    let range = format!("{low} … {high}");
    match lever.kind {
        LeverType::Switch => format!("true ({}), false ({})", say::YES.get(lang), say::NO.get(lang)),
        LeverType::Choice => {
            let neutral = Levers::neutral();
            let own = neutral.values().find(|(known, _)| *known == lever).map(|(_, value)| value);
            let Some(LeverValue::Choice(choice)) = own else { return String::new() };
            choice
                .words()
                .iter()
                .map(|word| format!("{word} ({})", meant(word)))
                .collect::<Vec<_>>()
                .join(", ")
        }
        LeverType::Series => String::new(),
        _ => match lever.none {
            Absence::Illegal => range,
            Absence::Means(_) => format!("{range}, none ({})", meant("none")),
            Absence::As(_) => format!("{range}, none ({})", say::LEVER_AS_FOR_OTHERS.get(lang)),
        },
    }
}

fn lever(scenario: &Scenario, lever: &Lever, lang: Lang, width: usize) -> String {
    let mut s = format!("financing.<{}>.{}\n", say::DESCRIBE_MODEL.get(lang), lever.path);
    let mut row = |key: &str, value: &str| s += &field(key, value, width);
    row(say::DESCRIBE_MEANING.get(lang), lever.meaning.get(lang));
    row(say::DESCRIBE_UNIT.get(lang), words::unit(lever.unit, lang));
    row(say::DESCRIBE_ALLOWED.get(lang), &allowed(lever, lang));
    row(
        say::DESCRIBE_PHASE_IN.get(lang),
        match lever.onset {
            Onset::Gradual => say::DESCRIBE_GRADUAL_OVER_THE_PHASE_IN_YEARS.get(lang),
            Onset::AtOnce => say::DESCRIBE_AT_ONCE.get(lang),
        },
    );
    for m in &scenario.models {
        for (_, value) in m.levers.values().filter(|(own, _)| *own == lever) {
            s += &field(&m.id, &value_text(scenario, &value), width);
        }
        for own in m.history.iter().filter(|own| own.named.contains(&lever)) {
            let from = lang.say(say::DescribeFromYear { year: own.from.to_string() });
            for (_, value) in own.levers.values().filter(|(known, _)| *known == lever) {
                s += &field(&m.id, &format!("{} ({from})", value_text(scenario, &value)), width);
            }
        }
    }
    s
}

fn outcome(o: Outcome, lang: Lang, width: usize) -> String {
    let info = o.info();
    let mut s = paragraph_within(&format!("{}: {}", info.id, info.label.get(lang)), 2, width);
    s += &field(say::DESCRIBE_UNIT.get(lang), info.unit.label().get(lang), width);
    s += &field(say::DESCRIBE_MEANING.get(lang), info.meaning.get(lang), width);
    s += &field(say::DESCRIBE_SIGN.get(lang), info.sign.words().get(lang), width);
    if let (Some(payer), Some(item)) = (info.payer, info.item) {
        let place = format!(
            "{}: {} (ledger.csv: {}, {})",
            payer.label().get(lang),
            item.label().get(lang),
            payer.id(),
            item.id()
        );
        s += &field(say::DESCRIBE_LEDGER.get(lang), &place, width);
    }
    s
}

fn shipped(scenario: &Scenario, lang: Lang, width: usize) -> String {
    let mut s = paragraph_within(&format!("{}: {}", scenario.name, scenario.title.get(lang)), 2, width);
    let _ = writeln!(
        s,
        "  {:<12} {}–{}",
        say::DESCRIBE_YEARS.get(lang),
        scenario.base_year,
        scenario.last_year()
    );
    let _ = writeln!(s, "  {:<12} {}", say::DESCRIBE_UNITS.get(lang), scenario.units.len());
    for m in &scenario.models {
        let model = format!("{}: {}", m.id, m.title.get(lang));
        s += &field(say::DESCRIBE_MODEL.get(lang), &model, width);
    }
    s
}

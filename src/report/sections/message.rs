//! Sentences about differences, made of figures: what differs, by how much, how sure.

use crate::outcomes::{Kind, Measure, Outcome};
use crate::report::digits::Format;
use crate::report::document::Item;
use crate::report::lines::SummaryLine;
use crate::report::number::{NBSP, Scale, probability};
use crate::report::run::usual;
use crate::report::teller::{Teller, When};

/// Shares of draws from which a direction is called very likely, and likely.
const LIKELY: [f64; 2] = [0.9, 0.66];

/// An item: the outcome, and a sentence for every model but the zero alternative.
pub fn differences(teller: &Teller<'_>, outcome: Outcome, when: When) -> Item {
    let pairs: Vec<(usize, usize)> = teller.others().map(|m| (m, 0)).collect();
    let lines = teller.differences(outcome, &pairs, when);
    let format = Format::of(outcome, lines.iter().copied().flatten());
    let unit = unit(teller, outcome, format);
    let sentences: Vec<String> = pairs
        .iter()
        .zip(&lines)
        .filter_map(|((m, _), line)| Some(sentence(teller, &teller.model(*m), (*line)?, format, &unit)))
        .collect();
    let period = match when {
        Some(year) => year.to_string(),
        None => teller.t.with("lead-total", &[("years", &teller.period())]),
    };
    let lead = teller.t.with("lead", &[("outcome", &teller.label(outcome)), ("when", &period)]);
    Item { lead, text: sentences.join(" ") }
}

fn sentence(teller: &Teller<'_>, model: &str, line: &SummaryLine, format: Format, unit: &str) -> String {
    let (t, lang) = (teller.t, teller.lang());
    let size = |x: f64| {
        let text = format.number(x.abs(), lang);
        let none = !text.bytes().any(|b| (b'1'..=b'9').contains(&b));
        let direction = if none {
            "same"
        } else if x < 0.0 {
            "lower"
        } else {
            "higher"
        };
        (text, direction)
    };
    let (mean, direction) = size(line.mean);
    let below = line.probability_below_zero.unwrap_or(0.0);
    let above = line.probability_above_zero.unwrap_or(0.0);
    let Some((low, high)) = line.interval() else {
        let parts = [("model", model), ("size", &mean), ("unit", unit), ("direction", direction)];
        return t.with("difference-one-draw", &parts);
    };
    if below == 0.0 && above == 0.0 {
        return t.with("difference-none", &[("model", model)]);
    }
    // The end nearest zero first: «from 1 263 to 1 943 lower».
    let ((near, near_way), (far, far_way)) =
        if line.mean < 0.0 { (size(high), size(low)) } else { (size(low), size(high)) };
    let parts = [
        ("model", model),
        ("size", &mean),
        ("unit", unit),
        ("direction", direction),
        ("near", &near),
        ("near-way", near_way),
        ("far", &far),
        ("far-way", far_way),
    ];
    let difference = t.with(if near_way == far_way { "difference" } else { "difference-both-ways" }, &parts);
    let (share, way) = if below >= above { (below, "lower") } else { (above, "higher") };
    let sure = match share {
        s if s > LIKELY[0] => "sure-very",
        s if s > LIKELY[1] => "sure-likely",
        _ => "sure-open",
    };
    let share = probability(share, lang);
    format!("{difference} {}", t.with(sure, &[("share", &share), ("direction", way)]))
}

/// Unit in running text: «millioner kroner».
pub fn unit(teller: &Teller<'_>, outcome: Outcome, format: Format) -> String {
    let info = outcome.info();
    let t = teller.t;
    if format.percent {
        return t.get("text-points");
    }
    match (info.kind, format.scale) {
        (Kind::Money, Scale::Billion) => t.get("text-billion"),
        (Kind::Money, _) => t.get("text-million"),
        (_, Scale::Thousand) => t.get("text-thousand-hours"),
        _ => match info.unit {
            Measure::HoursPerYear => t.get("text-hours"),
            measure => measure.label().get(teller.lang()).to_string(),
        },
    }
}

/// A level in running text, with its unit.
pub fn level(teller: &Teller<'_>, outcome: Outcome, model: usize, when: When) -> String {
    let line = teller.run.figure(outcome, model, usual(outcome, when.is_none()), when);
    let format = Format::of(outcome, line);
    match line {
        None => crate::report::number::MISSING.to_string(),
        Some(line) => {
            format!("{}{NBSP}{}", format.number(line.mean, teller.lang()), unit(teller, outcome, format))
        }
    }
}

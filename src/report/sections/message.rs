//! Sentences about differences, made of figures: what differs, by how much, how sure.

use crate::outcomes::{Kind, Measure, Outcome};
use crate::records::tables::SummaryLine;
use crate::report::digits::Format;
use crate::report::document::Item;
use crate::report::number::{NBSP, Scale, probability};
use crate::report::run::usual;
use crate::report::teller::{Teller, When};

/// Shares of draws from which a direction is called very likely, and likely.
const LIKELY: [f64; 2] = [0.9, 0.66];

/// An item: the outcome, and a sentence for every model but the zero alternative.
pub fn differences(teller: &Teller<'_>, outcome: Outcome, when: When) -> Item {
    let pairs: Vec<(usize, usize)> = teller.others().map(|m| (m, 0)).collect();
    let lines = teller.differences(outcome, &pairs, when);
    let there: Vec<&SummaryLine> = lines.iter().copied().flatten().collect();
    let format = Format::in_text(outcome, &there);
    let items = pairs
        .iter()
        .zip(&lines)
        .filter_map(|((m, _), line)| Some(sentence(teller, outcome, &teller.model(*m), (*line)?, format)))
        .collect();
    let period = match when {
        Some(year) => year.to_string(),
        None => teller.t.with("lead-total", &[("years", &teller.period())]),
    };
    let lead = teller.t.with("lead", &[("outcome", &teller.label(outcome)), ("when", &period)]);
    Item { lead, text: String::new(), items }
}

fn sentence(
    teller: &Teller<'_>,
    outcome: Outcome,
    model: &str,
    line: &SummaryLine,
    format: Format,
) -> String {
    let (t, lang) = (teller.t, teller.lang());
    let unit = &unit(teller, outcome, format);
    let format = format.own(line);
    // Kroner and shares are lower or higher; what is counted is fewer or more.
    let counted = outcome.info().kind == Kind::Count;
    let way = |x: f64| match (x < 0.0, counted) {
        (true, false) => "lower",
        (false, false) => "higher",
        (true, true) => "fewer",
        (false, true) => "more",
    };
    let size = |x: f64| {
        let text = format.number(x.abs(), lang);
        let some = text.bytes().any(|b| (b'1'..=b'9').contains(&b));
        (text, some)
    };
    let (mean, _) = size(line.mean);
    let direction = way(line.mean);
    let below = line.probability_below_zero.unwrap_or(0.0);
    let above = line.probability_above_zero.unwrap_or(0.0);
    let parts = [("model", model), ("size", &mean), ("unit", unit), ("direction", direction)];
    let Some((low, high)) = line.interval() else { return t.with("difference-one-draw", &parts) };
    if below == 0.0 && above == 0.0 {
        return t.with("difference-none", &parts);
    }
    // The end nearest zero first: «from 1 263 to 1 943 lower».
    let (near, far) = if line.mean < 0.0 { (high, low) } else { (low, high) };
    let ((near_text, near_some), (far_text, _)) = (size(near), size(far));
    let (near_way, far_way) = (way(near), way(far));
    let ends =
        [("near", near_text.as_str()), ("near-way", near_way), ("far", &far_text), ("far-way", far_way)];
    let parts: Vec<(&str, &str)> = parts.into_iter().chain(ends).collect();
    // An end that is shown as nought has no direction of its own.
    let one_way = near_way == far_way || !near_some;
    let difference = t.with(if one_way { "difference" } else { "difference-both-ways" }, &parts);
    let (share, sign) = if below >= above { (below, -1.0) } else { (above, 1.0) };
    let sure = match share {
        s if s > LIKELY[0] => "sure-very",
        s if s > LIKELY[1] => "sure-likely",
        _ => "sure-open",
    };
    let share = match share == 1.0 {
        true => t.get("all-draws"),
        false => t.with("share-of-draws", &[("share", &probability(share, lang))]),
    };
    format!("{difference} {}", t.with(sure, &[("share", &share), ("direction", way(sign))]))
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
        (_, Scale::Million) => t.get("text-million-hours"),
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
    match line {
        None => crate::report::number::MISSING.to_string(),
        Some(line) => {
            let format = Format::in_text(outcome, &[line]);
            let shown = format.own(line).number(line.mean, teller.lang());
            format!("{shown}{NBSP}{}", unit(teller, outcome, format))
        }
    }
}

//! Sentences about differences, made of figures: what differs, by how much, how sure.

use crate::analysis::summary::Basis;
use crate::outcomes::{Kind, Outcome};
use crate::records::tables::SummaryLine;
use crate::report::document::Item;
use crate::report::presenter::{Presenter, When};
use crate::report::quantity::Quantity;
use crate::report::tables::withdrawals;
use crate::text::number::{MISSING, NBSP, probability};
use crate::text::say;

/// Shares of draws from which a direction is called very likely, and likely.
const LIKELY: [f64; 2] = [0.9, 0.66];

/// An item: the outcome, and a sentence for every model but the zero alternative.
pub fn differences(presenter: &Presenter<'_>, outcome: Outcome, when: When) -> Item {
    let told = presenter.said_once(|model| {
        let line = presenter.differences(outcome, &[(model, 0)], when)[0]?;
        let said = sentence(presenter, outcome, when, (model, 0), line);
        Some(said + &over_time(presenter, outcome, when, model).unwrap_or_default())
    });
    let items = told.into_iter().map(|(models, said)| presenter.t.get(say::OfModels { models, said }));
    let items = items.collect();
    let period = match when {
        Some(year) => year.to_string(),
        None => presenter.t.get(say::LeadTotal { years: presenter.period() }),
    };
    let label = presenter.label(outcome);
    let lead = match presenter.holds(outcome, when) {
        Some(holds) => presenter.t.get(say::LeadHolding { outcome: label, holds, when: &period }),
        None => presenter.t.get(say::Lead { outcome: label, when: &period }),
    };
    Item { lead, text: String::new(), items }
}

/// A line: the outcome, its level in the zero alternative, and what every other model changes.
pub fn line(presenter: &Presenter<'_>, outcome: Outcome, when: When) -> String {
    let t = presenter.t;
    let told = presenter.said_once(|model| {
        let change = change(presenter, outcome, model, when)?;
        let change = match presenter.signs_examined() {
            true => {
                t.get(say::ShareWithSign { share: change, sign: presenter.sign(outcome, (model, 0), when) })
            }
            false => change,
        };
        let own = presenter.differences(outcome, &[(model, 0)], when)[0]?;
        let change = if is_open(own) { t.get(say::ChangeOpen { change }) } else { change };
        let later = over_time(presenter, outcome, when, model).unwrap_or_default();
        Some(t.get(say::ChangeSentence { change, later }))
    });
    let changes = told.into_iter().map(|(models, said)| t.get(say::OfModels { models, said }));
    let (changes, level) = (changes.collect::<Vec<_>>().join(" "), level(presenter, outcome, 0, when));
    let outcome = match (presenter.label(outcome), when) {
        (label, Some(_)) => label,
        (outcome, None) => {
            t.get(say::Lead { outcome, when: t.get(say::LeadTotal { years: presenter.period() }) })
        }
    };
    t.get(say::ChangesLine { outcome, level, changes })
}

/// Whether so many draws are on either side of nought that the direction is uncertain.
fn is_open(line: &SummaryLine) -> bool {
    let [below, above] =
        [line.probability_below_zero, line.probability_above_zero].map(|share| share.unwrap_or(0.0));
    below + above > 0.0 && below.max(above) <= LIKELY[1]
}

fn sentence(
    presenter: &Presenter<'_>,
    outcome: Outcome,
    when: When,
    pair: (usize, usize),
    line: &SummaryLine,
) -> String {
    let (t, lang) = (presenter.t, presenter.lang());
    let quantity = Quantity::of_line(presenter.unit(outcome, when), line).in_text();
    let unit = &quantity.unit.in_text(t);
    // Kroner and shares are lower or higher; what is counted is fewer or more.
    let counted = outcome.info().kind == Kind::Count;
    let way = |x: f64| match (x < 0.0, counted) {
        (true, false) => "lower",
        (false, false) => "higher",
        (true, true) => "fewer",
        (false, true) => "more",
    };
    let size = |x: f64| {
        let text = quantity.with(x.abs()).number(lang);
        let some = text.bytes().any(|b| (b'1'..=b'9').contains(&b));
        (text, some)
    };
    let (mean, mean_some) = size(line.mean);
    let direction = way(line.mean);
    let below = line.probability_below_zero.unwrap_or(0.0);
    let above = line.probability_above_zero.unwrap_or(0.0);
    let Some((low, high)) = line.interval() else {
        return t.get(say::DifferenceOneDraw { size: &mean, unit, direction });
    };
    if below == 0.0 && above == 0.0 {
        return t.get(say::DIFFERENCE_NONE);
    }
    // The end nearest zero first: «from 1 263 to 1 943 lower».
    let (near, far) = if line.mean < 0.0 { (high, low) } else { (low, high) };
    let ((near_text, near_some), (far_text, _)) = (size(near), size(far));
    let (near_way, far_way) = (way(near), way(far));
    // An end that is shown as nought has no direction of its own.
    let one_way = near_way == far_way || !near_some;
    let size = &mean;
    let (near, far) = (&near_text, &far_text);
    let difference = match (one_way, mean_some) {
        (true, _) => t.get(say::Difference { size, unit, direction, near, far, far_way }),
        // A mean that is shown as nought is neither fewer nor more.
        (false, false) => t.get(say::DifferenceAboutTheSame { unit, near, near_way, far, far_way }),
        (false, true) => {
            t.get(say::DifferenceBothWays { size, unit, direction, near, near_way, far, far_way })
        }
    };
    let (share, sign) = if below >= above { (below, -1.0) } else { (above, 1.0) };
    let said = match share == 1.0 {
        true => t.get(say::ALL_DRAWS),
        false => t.get(say::ShareOfDraws { share: probability(share, lang) }),
    };
    let direction = way(sign);
    let examined = presenter.signs_examined();
    let said = match examined {
        true => t.get(say::ShareWithSign { share: said, sign: presenter.sign(outcome, pair, when) }),
        false => said,
    };
    let assumed = presenter.assumed(outcome, pair, when);
    let sure = match share {
        // Nor is what may follow from one: draws are counted.
        s if s > LIKELY[1] && !examined => t.get(say::SureCounted { share: said, direction }),
        // What follows from an assumption is not called likely.
        s if s > LIKELY[0] && !assumed.is_empty() => {
            let (number, assumptions) = (if assumed.len() == 1 { "one" } else { "more" }, assumed.join(", "));
            t.get(say::SureAssumed { number, assumptions, share: said, direction })
        }
        s if s > LIKELY[0] => t.get(say::SureVery { share: said, direction }),
        s if s > LIKELY[1] => t.get(say::SureLikely { share: said, direction }),
        // The mean may lie on one side of nought and most draws on the other: both shares are told.
        _ => t.get(say::SureOpen { share: said, direction, other: probability(below.min(above), lang) }),
    };
    format!("{difference} {sure}")
}

/// Payers' nets that a withdrawal is part of.
const WITH_WITHDRAWAL: [Outcome; 3] =
    [Outcome::StateNet, Outcome::MunicipalityNet, Outcome::MunicipalityNetBpaAfterWithdrawal];

/// What a payer's net becomes later, and over all years: a withdrawal set in the compared year hides what it costs.
pub fn over_time(presenter: &Presenter<'_>, outcome: Outcome, when: When, model: usize) -> Option<String> {
    if when.is_none() || !WITH_WITHDRAWAL.contains(&outcome) || presenter.run.hidden(outcome) {
        return None;
    }
    let of = |when: When| change(presenter, outcome, model, when);
    let year = withdrawals::later(presenter)?;
    Some(presenter.t.get(say::OverTime {
        year: year.to_string(),
        later: of(Some(year))?,
        years: presenter.period(),
        sum: of(None)?,
    }))
}

/// A model's difference from the zero alternative in running text, with its unit and interval; nothing where it is hidden.
pub fn change(presenter: &Presenter<'_>, outcome: Outcome, model: usize, when: When) -> Option<String> {
    let line =
        presenter.differences(outcome, &[(model, 0)], when)[0].filter(|_| !presenter.run.hidden(outcome))?;
    let quantity = Quantity::of_line(presenter.unit(outcome, when).of_difference(), line).in_text();
    let (lang, unit) = (presenter.lang(), quantity.unit.in_text(presenter.t));
    let change = format!("{}{NBSP}{unit} {}", quantity.signed(lang), quantity.interval(lang));
    Some(change.trim_end().to_string())
}

/// A level in running text, with its unit.
pub fn level(presenter: &Presenter<'_>, outcome: Outcome, model: usize, when: When) -> String {
    match presenter.run.figure(outcome, model, Basis::usual(outcome, when.is_none()), when) {
        None => MISSING.to_string(),
        Some(line) => {
            let quantity = Quantity::of_line(presenter.unit(outcome, when), line).in_text();
            format!("{}{NBSP}{}", quantity.number(presenter.lang()), quantity.unit.in_text(presenter.t))
        }
    }
}

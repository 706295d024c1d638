//! `check`: everything that is wrong with a scenario, or what it changes.

use super::arguments::ScenarioArgs;
use crate::engine::warnings::warnings;
use crate::error::Result;
use crate::report::texts::Texts;
use crate::report::written;
use crate::scenario::check::{Checked, check};
use crate::text::{Lang, Message, Text, say};
use clap::Args;
use std::fmt::Write as _;

/// Options of `check`.
#[derive(Args, Debug)]
pub struct CheckArgs {
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(long)]
    years: Option<usize>,
}

/// What is told of a sound scenario; else all problems.
pub fn run(args: &CheckArgs, lang: Lang) -> Result<String> {
    let request = args.scenario.request(args.years);
    let Checked { scenario, base, changes } = check(&request.source, &request.options()?)?;
    let mut s = String::new();
    let mut line = |text: &dyn Message| {
        let _ = writeln!(s, "{}", text.get(lang));
    };
    let (units, first, last) = (scenario.units.len(), scenario.base_year, scenario.last_year());
    let name = &scenario.name;
    let models: Vec<&str> = scenario.models.iter().map(|m| m.id.as_str()).collect();
    let models = models.join(", ");
    line(&say::ScenarioIsSound { first, last, models, name, units });
    if let Some(part) = scenario.part_of_country() {
        line(&part);
    }
    if changes.is_empty() {
        line(&say::ChangesNothing { base });
    } else {
        let number = changes.len();
        line(&say::ChangedAgainst { base, number });
        let texts = Texts::new(lang);
        for change in &changes {
            // As many as before, and some of them others than they were.
            if let Some(which) = change.to.strip_prefix(&change.from).filter(|_| change.key == "units") {
                line(&say::UnitsChanged { which: which.trim_matches([' ', '(', ')']) });
                continue;
            }
            let from = if change.from.is_empty() { "–" } else { &change.from };
            let [told, new] = written::change(&scenario, &change.key, [from, &change.to], &texts);
            let distribution = [from, &change.to].iter().any(|value| value.starts_with('{'));
            // The whole distribution, as it may be written again.
            let exact = if distribution && told != from {
                format!(" ({from} → {})", change.to)
            } else {
                String::new()
            };
            line(&Text::same(format!("  {}: {told} → {new}{exact}", change.key)));
        }
    }
    for missing in scenario.missing_data() {
        let (column, number, instead) = (missing.column, missing.units.len(), &missing.instead);
        let some: Vec<&str> = missing.units.iter().take(5).map(String::as_str).collect();
        let some = some.join(", ") + if number > 5 { ", …" } else { "" };
        line(&say::UnitsWithout { column, instead: &instead, number, some });
    }
    if scenario.has_real_persons() {
        line(&say::SMALL_COUNTS_WILL_BE_HIDDEN);
    }
    let warnings = warnings(&scenario);
    if !warnings.is_empty() {
        line(&say::NOTE);
        for warning in &warnings {
            line(&Text::same(format!("  {}", warning.get(lang))));
        }
    }
    Ok(s)
}

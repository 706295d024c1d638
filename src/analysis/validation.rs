//! Comparison of the zero alternative with known figures (model.md §9). A miss is shown as a miss.
//!
//! The targets stand in a table (`targets.csv`); how the model's figure is worked out for each
//! stands in `validation_figures`, by the target's id.

use super::statistics::{Statistics, statistics};
use super::validation_figures::{IDS, figure};
use crate::engine::results::Results;
use crate::error::{Error, Problem, Result};
use crate::scenario::Scenario;
use crate::text::{Message, Text, say};
use serde::Deserialize;

/// The shipped table of targets.
pub const TARGETS: &str = "data/targets.csv";

/// One row of the table of targets.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValidationTarget {
    /// Identifier; decides how the model's figure is worked out.
    pub id: String,
    /// Name in bokmål.
    pub label_nb: String,
    /// Name in nynorsk.
    pub label_nn: String,
    /// Name in English.
    pub label_en: String,
    /// `input` (put in), `calibrated` (fitted), `external` (neither) or `identity` (holds whatever is assumed): what a hit proves.
    pub kind: String,
    /// Lowest value that is a hit; none if open.
    pub lower: Option<f64>,
    /// Highest value that is a hit; none if open.
    pub upper: Option<f64>,
    /// Unit of the bounds.
    pub unit: String,
    /// Where the target comes from, in bokmål.
    pub source_nb: String,
    /// The same in nynorsk.
    pub source_nn: String,
    /// The same in English.
    pub source_en: String,
    /// Whether the interval is held against it instead of the median: what happened after the model was made.
    #[serde(default)]
    pub by_interval: Option<bool>,
}

impl ValidationTarget {
    /// Name for readers.
    pub fn label(&self) -> Text {
        Text::all(&*self.label_nb, &*self.label_nn, &*self.label_en)
    }

    /// Where the target comes from, for readers.
    pub fn source(&self) -> Text {
        Text::all(&*self.source_nb, &*self.source_nn, &*self.source_en)
    }
}

/// Whether the model meets a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Within the bounds.
    Pass,
    /// Outside the bounds.
    Miss,
    /// The target has no bounds: what is counted otherwise is shown beside the model, and not judged.
    Shown,
    /// The scenario is not about the year or the population the target is for.
    NotApplicable,
}

impl Verdict {
    /// The identifier in `validation.csv`.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Miss => "miss",
            Verdict::Shown => "shown",
            Verdict::NotApplicable => "not_applicable",
        }
    }
    /// For readers.
    pub fn words(self) -> Text {
        match self {
            Verdict::Pass => say::RESULT_PASS.text(),
            Verdict::Miss => say::MISS.text(),
            Verdict::Shown => say::RESULT_SHOWN.text(),
            Verdict::NotApplicable => say::NOT_APPLICABLE.text(),
        }
    }
}

/// A target with the model's figure beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Validation {
    /// The target.
    pub target: ValidationTarget,
    /// The model's figure over worlds; none where not applicable.
    pub model: Option<Statistics>,
    /// Hit or miss, judged on the median; a target without tolerance must hold in every world.
    pub verdict: Verdict,
}

/// Reads the table of targets; `file` is its name in messages. Lines beginning with `#` are comments.
pub fn read_targets(file: &str, text: &str) -> Result<Vec<ValidationTarget>> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    let mut problems = Vec::new();
    let mut targets = Vec::new();
    for (row, record) in reader.deserialize::<ValidationTarget>().enumerate() {
        let problem = |what: Text| Problem::new(what).file(file);
        match record {
            Err(e) => {
                let line = e.position().map_or(row + 2, |p| p.line() as usize);
                problems.push(problem(say::ROW_CANNOT_BE_READ.text()).line(line).found(e.to_string()));
            }
            Ok(t) if !IDS.contains(&t.id.as_str()) => {
                problems.push(
                    problem(say::UNKNOWN_TARGET.text())
                        .key("id")
                        .found(&t.id)
                        .nearest(&t.id, IDS.iter().copied()),
                );
            }
            Ok(t) => targets.push(t),
        }
    }
    if problems.is_empty() { Ok(targets) } else { Err(Error::Input(problems)) }
}

/// Every target with the zero alternative's figure.
///
/// `seed` is the run's; what holds whatever the assumptions are is tried on its first world.
pub fn validate(
    scenario: &Scenario,
    results: &Results,
    targets: &[ValidationTarget],
    seed: u64,
) -> Vec<Validation> {
    targets
        .iter()
        .map(|target| {
            let model =
                figure(scenario, results, &target.id, seed).and_then(|worlds| statistics(&worlds, results));
            let verdict = model.as_ref().map_or(Verdict::NotApplicable, |m| judge(target, m));
            Validation { target: target.clone(), model, verdict }
        })
        .collect()
}

pub(super) fn judge(target: &ValidationTarget, model: &Statistics) -> Verdict {
    let within = |x: f64| target.lower.is_none_or(|l| x >= l) && target.upper.is_none_or(|u| x <= u);
    let exact = target.lower.is_some() && target.lower == target.upper;
    if let (true, Some(observed), Some((low, high))) =
        (target.by_interval == Some(true), target.lower, model.interval())
    {
        return if (low..=high).contains(&observed) { Verdict::Pass } else { Verdict::Miss };
    }
    if target.lower.is_none() && target.upper.is_none() {
        return Verdict::Shown;
    }
    let same_everywhere = model.sd.is_none_or(|sd| sd == 0.0);
    if within(model.middle()) && (!exact || same_everywhere) { Verdict::Pass } else { Verdict::Miss }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::outcomes::Outcome;

    const HEAD: &str = "id,label_nb,label_nn,label_en,kind,lower,upper,unit,source_nb,source_nn,source_en\n";

    fn target(id: &str, bounds: &str) -> ValidationTarget {
        let text = format!("{HEAD}{id},a,b,c,external,{bounds},NOK,x,y,z\n");
        read_targets("targets.csv", &text).unwrap().remove(0)
    }

    #[test]
    fn hits_and_misses() {
        let (scenario, mut results) = fixture::small(3, 1);
        let cost = Outcome::BpaCost.index();
        for (world, x) in [4.0e9, 5.0e9, 9.0e9].into_iter().enumerate() {
            results.national.in_memory_mut()[[world, 0, cost, 0]] = x;
        }
        let verdict = |t: ValidationTarget| validate(&scenario, &results, &[t], 1)[0].verdict;
        assert_eq!(verdict(target("bpa_cost", "4.2e9,5.6e9")), Verdict::Pass, "median 5");
        assert_eq!(verdict(target("bpa_cost", "5.5e9,")), Verdict::Miss);
        assert_eq!(verdict(target("bpa_cost", "5e9,5e9")), Verdict::Miss, "exact means in every world");
        let beyond = target("recipients_under_18", "0,1");
        assert_eq!(verdict(beyond), Verdict::NotApplicable, "2034 lies outside three years");
    }

    #[test]
    fn another_base_year_has_no_targets() {
        let (mut scenario, results) = fixture::small(2, 1);
        scenario.base_year = 2022;
        let v = validate(&scenario, &results, &[target("bpa_cost", ",")], 1);
        assert_eq!((v[0].verdict, &v[0].model), (Verdict::NotApplicable, &None));
    }

    #[test]
    fn the_shipped_table_has_every_target_once() {
        let text = include_str!("../../scenarios/data/targets.csv");
        let targets = read_targets("targets.csv", text).unwrap();
        let ids: Vec<&str> = targets.iter().map(|t| t.id.as_str()).collect();
        assert_eq!(ids, IDS);
        let (scenario, results) = fixture::small(2, 1);
        let rule = targets.iter().find(|t| t.id == "refund_rule_2016").unwrap();
        let v = validate(&scenario, &results, std::slice::from_ref(rule), 1);
        assert_eq!(v[0].verdict, Verdict::Pass);
    }

    #[test]
    fn bad_tables_are_told() {
        let text =
            format!("{HEAD}bpa_cots,a,b,c,external,1,2,NOK,x,y,z\nbpa_cost,a,b,c,external,one,2,NOK,x,y,z\n");
        let Err(Error::Input(problems)) = read_targets("targets.csv", &text) else { panic!() };
        assert_eq!(problems[0].nearest.as_deref(), Some("bpa_cost"));
        assert_eq!(problems[1].line, Some(3));
    }
}

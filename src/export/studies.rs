//! `decides.csv`: every number of the analyses of what decides the conclusion, one a row.

use crate::analysis::alternatives::Tried;
use crate::analysis::decision::Decision;
use crate::analysis::price_of_hour::Turn;
use crate::analysis::sensitivity::Estimate;
use crate::analysis::sensitivity::signs::Direction;
use crate::analysis::studies::{Criterion, SignedFigure, Studies, Study};
use crate::analysis::summary::Period;
use crate::error::Result;
use crate::lines::outcomes::period;
use crate::records::csv::table;
use crate::records::record::Record;
use crate::records::tables::DecidesLine;

/// Name of the table.
pub const TABLE: &str = DecidesLine::TABLE;

/// The table.
pub fn csv(studies: &Studies) -> Result<Vec<u8>> {
    let mut lines = Lines { lines: Vec::new(), studies };
    for study in &studies.studies {
        of_figure(&mut lines, study);
    }
    for worth in &studies.worth {
        let criterion = written(&worth.criterion);
        let of = |name: &str| DecidesLine { item: name.into(), ..about("evppi", &criterion) };
        let Some(e) = &worth.evppi else {
            // There, and empty: it was asked and can't be said.
            lines.put(&of("everything"), "value", [None; 4]);
            continue;
        };
        let whole = [("everything", e.perfect, None, e.perfect_changes)].into_iter();
        let known = e.parameters.iter().chain(&e.groups);
        let known = known.map(|v| (v.name.as_str(), [v.value, v.error], v.most, v.changes));
        for (name, [value, error], most, changes) in whole.chain(known) {
            lines.put(&of(name), "value", [Some(value), None, most, Some(error)]);
            lines.put(&of(name), "changes", only(changes));
        }
    }
    for figure in studies.signs.iter().flat_map(|signs| &signs.figures) {
        of_sign(&mut lines, figure);
    }
    if let Some(found) = &studies.alternatives {
        for tried in [&found.base].into_iter().chain(&found.tried) {
            of_alternative(&mut lines, tried, &found.outcomes, found.year);
        }
    }
    if let Some(decision) = &studies.decision {
        of_decision(&mut lines, decision);
    }
    table(lines.lines)
}

/// Weights as `--criterion` takes them.
fn written(criterion: &Criterion) -> String {
    let parts: Vec<String> = criterion
        .iter()
        .map(|(id, weight)| if *weight == 1.0 { id.clone() } else { format!("{id}={weight}") })
        .collect();
    parts.join(",")
}

/// Value, 5th and 95th percentile, standard error.
type EstimateCells = [Option<f64>; 4];

fn only(value: f64) -> EstimateCells {
    [Some(value), None, None, None]
}

fn with_error([value, error]: [f64; 2]) -> EstimateCells {
    [Some(value), None, None, Some(error)]
}

fn with_interval(e: Estimate) -> EstimateCells {
    [Some(e.value), Some(e.low), Some(e.high), None]
}

/// A line of an analysis about an outcome or criterion, with the rest empty.
fn about(analysis: &str, about: &str) -> DecidesLine {
    DecidesLine { analysis: analysis.into(), about: about.into(), ..DecidesLine::default() }
}

struct Lines<'a> {
    lines: Vec<DecidesLine>,
    studies: &'a Studies,
}

impl Lines<'_> {
    /// Id of a model.
    fn model(&self, m: usize) -> String {
        self.studies.about.models.get(m).map_or(String::new(), |m| m.id.clone())
    }

    /// A line of a model and the one it is compared with.
    fn difference(&self, m: usize, line: DecidesLine) -> DecidesLine {
        DecidesLine { model: self.model(m), minus: self.model(0), ..line }
    }

    fn put(&mut self, line: &DecidesLine, measure: &str, [value, low, high, error]: EstimateCells) {
        self.lines.push(DecidesLine { measure: measure.into(), value, low, high, error, ..line.clone() });
    }

    /// The same at a value of the parameter or price.
    fn put_at(&mut self, line: &DecidesLine, at: String, measure: &str, numbers: EstimateCells) {
        self.put(&DecidesLine { at, ..line.clone() }, measure, numbers);
    }
}

fn of_figure(lines: &mut Lines<'_>, study: &Study) {
    let wanted = &study.wanted;
    let when = wanted.year.map_or(Period::Total, Period::Year);
    let (year, period) = period(lines.studies.about.base_year, when);
    let base = DecidesLine {
        basis: wanted.basis.clone(),
        year,
        period,
        model: lines.model(wanted.model),
        minus: wanted.minus.map_or(String::new(), |m| lines.model(m)),
        ..about("", &wanted.outcome)
    };
    let of = |analysis: &str, item: &str| DecidesLine {
        analysis: analysis.into(),
        item: item.into(),
        ..base.clone()
    };
    if let Some(quality) = study.expansion {
        let line = of("expansion", "");
        lines.put(&line, "missed", only(quality.missed));
        lines.put(&line, "chance", with_error(quality.chance));
    }
    for bar in study.tornado.iter().flat_map(|t| &t.bars) {
        let line = of("tornado", &bar.parameter);
        for (measure, effects) in [("others_drawn", bar.random), ("others_median", bar.median)] {
            for (at, effect) in bar.values.iter().zip(effects) {
                lines.put_at(&line, at.to_string(), measure, with_error(effect));
            }
        }
    }
    for c in study.regression.iter().flat_map(|r| &r.coefficients) {
        let line = of("regression", &c.parameter);
        lines.put(&line, "standardised", with_error([c.standardised, c.error]));
        lines.put(&line, "rank", only(c.rank));
        lines.put(&line, "partial_rank", only(c.partial_rank));
    }
    for e in study.sobol.iter().flat_map(|s| &s.effects) {
        let line = of("sobol", &e.factor);
        lines.put(&line, "first", e.first.map_or([None; 4], with_interval));
        lines.put(&line, "total", with_interval(e.total));
    }
    for t in study.sobol.iter().flat_map(|s| &s.together) {
        lines.put(&of("sobol", &t.factors.join(" × ")), "together", with_interval(t.index));
    }
    for b in &study.breakeven {
        let line = of("breakeven", &b.parameter);
        for place in &b.curve {
            lines.put_at(&line, place.at.to_string(), "mean", with_error([place.mean, place.error]));
        }
        lines.put(&line, "crossing", b.crossing.as_ref().map_or([None; 4], |c| with_interval(c.at)));
    }
    if let Some(grid) = &study.two_way {
        let line = of("two_way", &grid.parameters.join(" × "));
        for (a, means) in grid.values[0].iter().zip(&grid.means) {
            for (b, mean) in grid.values[1].iter().zip(means) {
                lines.put_at(&line, format!("{a} × {b}"), "mean", only(*mean));
            }
        }
    }
}

/// What the direction of a difference rests on: its mean with each such parameter at its neutral value.
fn of_sign(lines: &mut Lines<'_>, figure: &SignedFigure) {
    let wanted = &figure.wanted;
    let when = wanted.year.map_or(Period::Total, Period::Year);
    let (year, period) = period(lines.studies.about.base_year, when);
    let line = DecidesLine {
        basis: wanted.basis.clone(),
        year,
        period,
        model: lines.model(wanted.model),
        minus: wanted.minus.map_or(String::new(), |m| lines.model(m)),
        ..about("signs", &wanted.outcome)
    };
    let mean = |x: f64| only(x).map(|x| x.filter(|x| x.is_finite()));
    let measure = match figure.test.direction() {
        Direction::Assumed => "assumed",
        Direction::Evidence => "evidence",
        Direction::Found => "found",
    };
    lines.put(&line, measure, mean(figure.test.mean));
    for basis in &figure.test.rests_on {
        let line = DecidesLine { item: basis.parameter.clone(), ..line.clone() };
        let measure = if basis.assumed { "without_assumed" } else { "without_evidence" };
        lines.put_at(&line, basis.neutral.to_string(), measure, mean(basis.mean));
    }
}

fn of_alternative(lines: &mut Lines<'_>, tried: &Tried, outcomes: &[String], year: usize) {
    for (outcome, by_model) in outcomes.iter().zip(&tried.differences) {
        let when = if outcome == "society_cost" { Period::Total } else { Period::Year(year) };
        let (year, period) = period(lines.studies.about.base_year, when);
        for (m, found) in by_model.iter().enumerate() {
            let Some(d) = found else { continue };
            let item = tried.alternative.id.clone();
            let line = DecidesLine { year, period: period.clone(), item, ..about("alternative", outcome) };
            let numbers = [Some(d.mean), Some(d.interval[0]), Some(d.interval[1]), Some(d.error)];
            lines.put(&lines.difference(m + 1, line), "mean", numbers);
        }
    }
}

/// When a model is cheaper, and the price.
fn turns(turn: &Turn) -> (&'static str, [Option<f64>; 4]) {
    match turn {
        Turn::Always => ("cheaper_always", [None; 4]),
        Turn::Never => ("cheaper_never", [None; 4]),
        Turn::Above(e) => ("cheaper_above", with_interval(*e)),
        Turn::Below(e) => ("cheaper_below", with_interval(*e)),
    }
}

fn of_decision(lines: &mut Lines<'_>, found: &Decision) {
    let (year, period) = period(lines.studies.about.base_year, Period::Total);
    let total =
        |analysis: &str, of: &str| DecidesLine { year, period: period.clone(), ..about(analysis, of) };
    for choice in &found.choices {
        let criterion = written(&choice.criterion);
        for m in 0..choice.mean.len() {
            let line = DecidesLine { model: lines.model(m), ..total("decision", &criterion) };
            lines.put(&line, "mean_cost", only(choice.mean[m]));
            lines.put(&line, "lowest", only(choice.lowest[m]));
            lines.put(&line, "regret", with_error([choice.regret[m], choice.error[m]]));
        }
    }
    for priced in &found.priced {
        let base = total("price_of_hour", &priced.hours);
        for (price, lowest) in priced.prices.iter().zip(&priced.lowest) {
            for (m, share) in lowest.iter().enumerate() {
                let line = DecidesLine { model: lines.model(m), ..base.clone() };
                lines.put_at(&line, price.to_string(), "lowest", only(*share));
            }
        }
        for (i, turn) in priced.turns.iter().enumerate() {
            let (measure, numbers) = turns(turn);
            lines.put(&lines.difference(i + 1, base.clone()), measure, numbers);
        }
        let at_cost = priced.at_cost.iter().flat_map(|own| own.turns.iter().enumerate());
        for (i, turn) in at_cost {
            let (measure, numbers) = turns(turn);
            let line = DecidesLine { item: "extra_services_at_cost".into(), ..base.clone() };
            lines.put(&lines.difference(i + 1, line), measure, numbers);
        }
    }
    for c in &found.compared {
        for (i, lower) in c.lower.iter().enumerate() {
            lines.put(&lines.difference(i + 1, total("decision", &c.outcome)), "lower", only(*lower));
        }
    }
}

//! A scenario as it could have been written at the end of a year: value histories end there.

use super::dated::Series;
use super::definition::Scenario;
use super::distribution::Distribution;
use super::parameters::{Parameter, Parameters, Value};
use crate::text::Text;

/// Growth after the last known year stands beside a history of growth, under the same name with this ending.
const LONG_RUN: &str = ".long_run";

/// A scenario that knows nothing later than a year.
#[derive(Clone, Debug)]
pub struct KnownThen {
    /// The scenario.
    pub scenario: Scenario,
    /// Value histories of which no value was dated by then: the scenario does without them.
    pub without: Vec<String>,
}

impl Scenario {
    /// The scenario without what is dated after `year`. Where a history is one of growth, growth after it is estimated
    /// anew from the values that are left: normal, with their mean and its standard error. Other parameters stay.
    pub fn known_at(&self, year: i32) -> KnownThen {
        let mut without = Vec::new();
        let mut list = Vec::new();
        for parameter in self.parameters.iter() {
            match &parameter.value {
                Value::Dated(series) => match cut(series, year) {
                    Some(series) => list.push(with(parameter, Value::Dated(series))),
                    None => without.push(parameter.id.clone()),
                },
                _ => list.push(parameter.clone()),
            }
        }
        let histories: Vec<(String, Series)> = list
            .iter()
            .filter_map(|p| match &p.value {
                Value::Dated(series) => Some((format!("{}{LONG_RUN}", p.id), series.clone())),
                _ => None,
            })
            .collect();
        for parameter in &mut list {
            let history = histories.iter().find(|(id, _)| *id == parameter.id);
            if let Some(distribution) = history.and_then(|(_, series)| long_run(series)) {
                *parameter = with(parameter, Value::Scalar(distribution));
            }
        }
        KnownThen { scenario: Scenario { parameters: Parameters::new(list), ..self.clone() }, without }
    }

    /// The scenario with one more uncertain number, drawn with all the others by its own key.
    pub fn with_number(&self, id: &str, unit: &str, distribution: Distribution) -> Scenario {
        let own = Parameter {
            id: id.to_string(),
            value: Value::Scalar(distribution),
            unit: unit.to_string(),
            year: None,
            status: "observed".to_string(),
            source: String::new(),
            group: String::new(),
            symbol: None,
            range: [f64::NEG_INFINITY, f64::INFINITY],
            label: Text::default(),
            meaning: Text::default(),
            sign: None,
            with: None,
            without_commissioned: None,
            users_own: false,
        };
        let list = self.parameters.iter().cloned().chain([own]).collect();
        Scenario { parameters: Parameters::new(list), ..self.clone() }
    }
}

fn with(parameter: &Parameter, value: Value) -> Parameter {
    Parameter { value, ..parameter.clone() }
}

fn cut(series: &Series, year: i32) -> Option<Series> {
    let known: Vec<(i32, f64)> = series.0.iter().copied().filter(|(y, _)| *y <= year).collect();
    (!known.is_empty()).then_some(Series(known))
}

/// Mean of known values with its standard error; nothing from a single one.
fn long_run(series: &Series) -> Option<Distribution> {
    let n = series.0.len() as f64;
    let mean = series.0.iter().map(|(_, x)| x).sum::<f64>() / n;
    let squares: f64 = series.0.iter().map(|(_, x)| (x - mean) * (x - mean)).sum();
    if n < 2.0 {
        return None;
    }
    Distribution::normal(mean, (squares / (n - 1.0) / n).sqrt()).ok()
}

#[cfg(test)]
mod tests {
    use crate::scenario::dated::Series;
    use crate::scenario::distribution::Distribution;
    use crate::scenario::load;
    use crate::scenario::overrides::Options;
    use crate::scenario::parameters::Value;

    #[test]
    fn nothing_later_is_left_and_growth_is_that_of_the_years_before() {
        let scenario = load("national", &Options::default()).expect("national");
        let then = scenario.known_at(2017);
        let threshold = then.scenario.parameters.dated("refund.threshold").expect("known by then");
        assert_eq!(threshold.0.last(), Some(&(2017, 1_157_000.0)));
        assert!(then.without.iter().any(|id| id == "refund.deduction"));
        assert!(then.scenario.parameters.get("refund.deduction").is_none());
        for parameter in then.scenario.parameters.iter() {
            if let Value::Dated(Series(values)) = &parameter.value {
                assert!(values.iter().all(|(year, _)| *year <= 2017), "{}", parameter.id);
            }
        }
        // 4.0, 3.9, 3.1, 2.8, 1.7, 2.3: mean 2.9667, standard deviation 0.8981, of the mean 0.3667.
        let long_run = &then.scenario.parameters.get("wage_growth.long_run").expect("there").value;
        let Value::Scalar(Distribution::Normal { mean, sd }) = long_run else { panic!("{long_run:?}") };
        assert!((mean - 0.029_667).abs() < 1e-6 && (sd - 0.003_667).abs() < 1e-6, "{mean} {sd}");
        // The deflator has no value that early: its own assumption stays.
        let deflator =
            |s: &crate::scenario::Scenario| s.parameters.get("municipal_deflator.long_run").cloned();
        assert_eq!(deflator(&then.scenario), deflator(&scenario));
    }

    #[test]
    fn a_number_more_leaves_the_others_where_they_are() {
        let scenario = load("national", &Options::default()).expect("national");
        let more = scenario.with_number("seen", "per yr", Distribution::normal(0.04, 0.01).expect("normal"));
        let n = scenario.parameters.scalars().len();
        assert_eq!(more.parameters.scalars()[..n], scenario.parameters.scalars()[..]);
        assert_eq!(more.parameters.slot("seen"), Some(n));
    }
}

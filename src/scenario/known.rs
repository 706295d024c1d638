//! A scenario as it could have been written at the end of a year: value histories end there.

use super::dated::Series;
use super::definition::Scenario;
use super::parameters::{Parameter, Parameters, Value};

impl Scenario {
    /// The scenario without what is dated after `year`; histories of which no value was dated by then are left out. Other
    /// parameters stay.
    pub fn known_at(&self, year: i32) -> Scenario {
        let known = |parameter: &Parameter| match &parameter.value {
            Value::Dated(series) => cut(series, year).map(|series| with(parameter, series)),
            _ => Some(parameter.clone()),
        };
        let list = self.parameters.iter().filter_map(known).collect();
        Scenario { parameters: Parameters::new(list), ..self.clone() }
    }

    /// The scenario with another value history in the place of one it has.
    pub fn with_history(&self, id: &str, series: &Series) -> Scenario {
        let own = |p: &Parameter| if p.id == id { with(p, series.clone()) } else { p.clone() };
        let list = self.parameters.iter().map(own).collect();
        Scenario { parameters: Parameters::new(list), ..self.clone() }
    }
}

fn with(parameter: &Parameter, series: Series) -> Parameter {
    Parameter { value: Value::Dated(series), ..parameter.clone() }
}

fn cut(series: &Series, year: i32) -> Option<Series> {
    let known: Vec<(i32, f64)> = series.0.iter().copied().filter(|(y, _)| *y <= year).collect();
    (!known.is_empty()).then_some(Series(known))
}

#[cfg(test)]
mod tests {
    use crate::scenario::Scenario;
    use crate::scenario::dated::Series;
    use crate::scenario::load;
    use crate::scenario::overrides::Options;
    use crate::scenario::parameters::Value;

    #[test]
    fn nothing_later_is_left() {
        let scenario = load("national", &Options::default()).expect("national");
        let then = scenario.known_at(2017);
        let threshold = then.parameters.dated("refund.threshold").expect("known by then");
        assert_eq!(threshold.0.last(), Some(&(2017, 1_157_000.0)));
        assert!(then.parameters.get("refund.deduction").is_none());
        for parameter in then.parameters.iter() {
            if let Value::Dated(Series(values)) = &parameter.value {
                assert!(values.iter().all(|(year, _)| *year <= 2017), "{}", parameter.id);
            }
        }
        let numbers = |s: &Scenario| -> Vec<_> {
            s.parameters.scalars().iter().map(|s| (s.id.clone(), s.distribution.clone())).collect()
        };
        assert_eq!(numbers(&then), numbers(&scenario));
        let other = then.with_history("refund.threshold", &Series(vec![(2018, 1.0)]));
        assert_eq!(other.parameters.dated("refund.threshold"), Some(&Series(vec![(2018, 1.0)])));
        assert_eq!(numbers(&other), numbers(&scenario));
    }
}

//! A value as it was written in a scenario, told as readers are told it wherever they meet it: «500 [460; 540]» for a
//! distribution, per cent for a share.

use super::display_unit::DisplayUnit;
use super::texts::Texts;
use super::uncertainty;
use crate::scenario::Scenario;
use crate::scenario::financing::Lever;
use crate::scenario::raw::{RawLever, RawValue, Reader};

/// The unit of what a key changes; none where it is no number with a unit.
fn unit_of<'a>(scenario: &'a Scenario, key: &str) -> Option<&'a str> {
    if let Some((_, lever)) = key.strip_prefix("financing.").and_then(|rest| rest.split_once('.')) {
        return Some(Lever::of(lever)?.unit);
    }
    let parameters = &scenario.parameters;
    let single = parameters.slot(key).map(|slot| parameters.of(&parameters.scalars()[slot]));
    single.or_else(|| parameters.get(key)).map(|p| p.unit.as_str())
}

/// The value as it is told, without its unit; nothing where it is no single number, certain or uncertain.
fn value(unit: &str, written: &str, t: &Texts) -> Option<String> {
    let read = Reader::option_value("", "", written, &mut Vec::new()).ok()?;
    let RawLever::Value(RawValue::Scalar(d)) = read.value else { return None };
    Some(uncertainty::of_assumption(&d, unit, t.lang))
}

/// A change as it is told, from and to, each with its unit; as it was written where that is no number, or where the change could
/// not be seen in round words.
pub fn change(scenario: &Scenario, key: &str, [from, to]: [&str; 2], t: &Texts) -> [String; 2] {
    let told = unit_of(scenario, key).map(|unit| {
        let name = DisplayUnit::name_of_assumption(unit, t);
        [from, to].map(|written| match value(unit, written, t) {
            Some(value) => format!("{value} {name}").trim_end().to_string(),
            None => written.to_string(),
        })
    });
    told.filter(|[from, to]| from != to).unwrap_or_else(|| [from, to].map(str::to_string))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;
    use crate::text::Lang;

    #[test]
    fn a_change_is_told_in_the_words_of_the_register() {
        let scenario = load("national", &Default::default()).unwrap();
        let t = Texts::new(Lang::Nb);
        let told = |key: &str, from: &str, to: &str| change(&scenario, key, [from, to], &t).join(" → ");
        assert_eq!(
            told("bpa_hour_cost", "{ pert = [430, 500, 560] }", "500"),
            "500 [460;\u{a0}540] kr per time → 500 kr per time"
        );
        assert_eq!(told("price_response", "0.05", "0.08"), "5 prosent av behovet → 8 prosent av behovet");
        assert_eq!(told("financing.B.refund.rate", "0.8", "0.95"), "80 prosent → 95 prosent");
        // What would look the same is told as it was written, and so is what has no unit.
        assert_eq!(
            told("fill_grant", "{ pert = [0.1, 0.5, 0.9] }", "{ pert = [0.1, 0.5, 0.901] }"),
            "{ pert = [0.1, 0.5, 0.9] } → { pert = [0.1, 0.5, 0.901] }"
        );
        assert_eq!(told("base_year", "2024", "2025"), "2024 → 2025");
    }
}

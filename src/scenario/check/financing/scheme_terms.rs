//! Terms of refund for the whole scheme (scheme.md S2): what may be asked of the rest of it, of which no person is known.

use super::levers::State;
use super::{Draft, Findings};
use crate::scenario::financing::{Levers, Number, RefundScope};
use crate::scenario::parameters::Parameters;
use crate::text::{Message, Text, say};

/// The parameter below which nothing is known of costs.
const LOWEST: &str = "scheme_theta_min";

/// Refuses terms for all that the rest of the scheme can't be counted under, and residents of institutions where they can't
/// come in. Terms like the zero alternative's are never refused.
pub(super) fn possible(
    draft: &Draft,
    (state, null): (&State, &State),
    base: Option<&State>,
    parameters: &Parameters,
    findings: &mut Findings,
) {
    let years = [None].into_iter().chain(state.history.iter().map(|own| Some(own.from)));
    for year in years {
        in_year(draft, (state, null), base, year, parameters, findings);
    }
}

/// The same for the levers in a year that the model states some for, or before any.
fn in_year(
    draft: &Draft,
    (state, null): (&State, &State),
    base: Option<&State>,
    year: Option<i32>,
    parameters: &Parameters,
    findings: &mut Findings,
) {
    let then = |state: &State| match year {
        Some(year) => state.in_year(year).comparable(parameters),
        None => state.comparable(parameters),
    };
    // What a model takes over from the one it extends, terms for all and the lever, is told of that one.
    let base = base.map(then).filter(|base| base.refund_scope == RefundScope::All);
    let (own, null) = (then(state), then(null));
    let mut refuse = |path: &str, what, found: String, allowed| {
        let dated = draft.history.iter().rev().filter(|own| year == Some(own.from.value as i32));
        let mut dated = dated.flat_map(|own| &own.levers).filter(|(lever, _)| lever.path == path);
        let written = dated.next().map(|(_, written)| &written.at).or_else(|| state.written.get(path));
        let at = written.unwrap_or(&draft.at);
        let problem = findings.complain(at, format!("financing.{}.{path}", draft.id), what);
        problem.found = Some(found);
        problem.allowed = Some(allowed);
    };
    let all = own.refund_scope == RefundScope::All;
    let no_limit = own.max_age == Number::Fixed(f64::INFINITY);
    if own.refund_institutions && !(all && no_limit) {
        let what = say::INSTITUTIONS_NEED_TERMS_FOR_ALL;
        refuse("refund.institutions", what, true.to_string(), Text::same(false.to_string()));
    }
    if !all {
        return;
    }
    let ends = |number: &Number| match number {
        Number::Fixed(x) => (*x, *x),
        Number::Scalar(slot) => parameters.scalars()[*slot].distribution.support(),
    };
    let of_base = |same: &dyn Fn(&Levers) -> bool| base.as_ref().is_some_and(same);
    if own.max_age != null.max_age && !no_limit && !of_base(&|base| base.max_age == own.max_age) {
        let today = ends(&null.max_age).0;
        let allowed = Text::same(if today.is_finite() { format!("{today}, none") } else { "none".into() });
        refuse("refund.max_age", say::TERMS_FOR_ALL_KNOW_NO_AGES, ends(&own.max_age).0.to_string(), allowed);
    }
    let same_deduction = of_base(&|base| base.deduct_intellectual == own.deduct_intellectual);
    if own.deduct_intellectual != null.deduct_intellectual && !same_deduction {
        let [found, today] = [&own, &null].map(|levers| levers.deduct_intellectual.to_string());
        let what = say::TERMS_FOR_ALL_KEEP_THE_DEDUCTION;
        refuse("refund.deduct_intellectual", what, found, Text::same(today));
    }
    let lowest = parameters.slot(LOWEST).map_or(0.0, |slot| parameters.scalars()[slot].distribution.mean());
    let factor = |levers: &Levers| ends(&levers.threshold_factor);
    let (least, limit) = (factor(&own).0, lowest * factor(&null).1);
    let same_factor = of_base(&|base| base.threshold_factor == own.threshold_factor);
    if own.threshold_factor != null.threshold_factor && least < limit && !same_factor {
        let what = say::TERMS_FOR_ALL_REACH_SO_LOW;
        refuse("refund.threshold_factor", what, least.to_string(), say::AtLeast { limit }.text());
    }
}

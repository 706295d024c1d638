//! The list of levers: their paths, units, legal ranges and words.

use super::financing::{Decider, NUMERIC_LEVERS, OffsetBasis, OffsetBy};
use crate::text::Text;

/// Levers that are no plain numbers.
pub const OTHER_LEVERS: [&str; 8] = [
    "start_year",
    "phase_in_years",
    "decided_by",
    "refund.threshold",
    "refund.deduct_intellectual",
    "transition_guarantee",
    "offset_by",
    "offset_basis",
];

/// Tables of levers inside a model.
pub const LEVER_GROUPS: [&str; 5] = ["refund", "hour_grant", "rights", "admin", "one_off"];

/// The path of every lever, as users write it.
pub fn lever_paths() -> impl Iterator<Item = &'static str> {
    OTHER_LEVERS.into_iter().chain(NUMERIC_LEVERS.iter().copied())
}

/// Where all ids are listed, for messages whose own list would be too long.
pub fn see_describe() -> Text {
    Text::all("se bpasim describe", "sjå bpasim describe", "see bpasim describe")
}

/// Legal range of a numeric lever.
pub fn lever_range(path: &str) -> [f64; 2] {
    const MONEY: [f64; 2] = [0.0, 1e12];
    match path {
        "refund.rate" | "refund.claim_share" | "refund.salience" | "hour_grant.rate" | "harmonisation"
        | "offset_share" => [0.0, 1.0],
        "refund.lag_years" => [0.0, 10.0],
        "refund.min_age" => [0.0, 120.0],
        "refund.max_age" | "rights.max_age_new" => [0.0, f64::INFINITY],
        "hour_grant.above_hours" | "rights.full_hours" | "rights.conditional_hours" => [0.0, 336.0],
        "processing_months" | "fast_track_months" => [0.0, 60.0],
        "wage_uplift" => [-0.5, 5.0],
        "copayment" | "admin.municipal" | "admin.state" | "one_off.municipal" | "one_off.state"
        | "refund.threshold" => MONEY,
        // factors
        _ => [0.0, 100.0],
    }
}

/// Unit of a numeric lever, as in the table of parameters.
pub fn lever_unit(path: &str) -> &'static str {
    match path {
        "copayment" => "NOK/yr",
        "admin.municipal" | "admin.state" => "NOK/recipient/yr",
        "one_off.municipal" | "one_off.state" | "refund.threshold" => "NOK",
        "hour_grant.above_hours" | "rights.full_hours" | "rights.conditional_hours" => "h/week",
        "processing_months" | "fast_track_months" => "months",
        "refund.lag_years" => "years",
        "refund.min_age" | "refund.max_age" | "rights.max_age_new" => "age",
        "refund.rate" | "refund.claim_share" | "refund.salience" | "hour_grant.rate" | "harmonisation"
        | "offset_share" | "wage_uplift" => "share",
        _ => "ratio",
    }
}

/// A lever whose value is one of a few words.
pub trait Words: Copy + Sized + 'static {
    /// The words with their meaning.
    const WORDS: &'static [(&'static str, Self)];
    /// The value of a word.
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(w, _)| *w == word).map(|(_, v)| *v)
    }
}

impl Words for Decider {
    const WORDS: &'static [(&'static str, Self)] =
        &[("municipality", Decider::Municipality), ("state", Decider::State)];
}

impl Words for OffsetBy {
    const WORDS: &'static [(&'static str, Self)] =
        &[("own", OffsetBy::Own), ("population", OffsetBy::Population)];
}

impl Words for OffsetBasis {
    const WORDS: &'static [(&'static str, Self)] =
        &[("fixed", OffsetBasis::Fixed), ("yearly", OffsetBasis::Yearly)];
}

impl Words for super::Placement {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("rates", super::Placement::Rates),
        ("observed", super::Placement::Observed),
        ("mixed", super::Placement::Mixed),
    ];
}

/// The word of a value.
pub fn word_of<W: Words + PartialEq>(value: W) -> &'static str {
    W::WORDS.iter().find(|(_, v)| *v == value).map_or("", |(w, _)| w)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lever_has_a_range_and_the_lists_do_not_overlap() {
        for path in lever_paths() {
            let [lo, hi] = lever_range(path);
            assert!(lo < hi, "{path}");
            if let Some((group, _)) = path.split_once('.') {
                assert!(LEVER_GROUPS.contains(&group), "{path}");
            }
        }
        assert!(NUMERIC_LEVERS.iter().all(|p| !OTHER_LEVERS.contains(p)));
    }
}

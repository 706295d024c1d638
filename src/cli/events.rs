//! What happens in an experiment, in words on standard error.

use crate::analysis::summary::{Basis, Period};
use crate::experiment::{Cost, Costly, PrecisionSoFar};
use crate::text::number::{number, percent};
use crate::text::{Lang, say};

/// Every headline, its error and whether that is small enough; and about how much time is left.
pub fn precision(so_far: &PrecisionSoFar<'_>, left: Option<String>, lang: Lang) -> String {
    let wanted = percent(so_far.wanted, 2, lang);
    let mut out = lang.say(say::AfterDraws { draws: so_far.draws, wanted }) + "\n";
    for p in so_far.found {
        let (outcome, basis, period) = p.headline;
        let models = &so_far.scenario.models;
        let own = models[p.model].short.get(lang);
        let which = p.minus.map_or(own.to_string(), |m| format!("{own} − {}", models[m].short.get(lang)));
        let when = match period {
            Period::Year(t) => (so_far.scenario.base_year + t as i32).to_string(),
            Period::Total => say::ALL_YEARS.get(lang).to_string(),
        };
        let discounted = match basis {
            Basis::PresentValue => say::COMMA_PRESENT_VALUE.get(lang),
            _ => "",
        };
        let mark = if p.share <= so_far.wanted { "✓" } else { "…" };
        let label = format!("{} ({when}{discounted}; {which})", outcome.info().label.get(lang));
        out += &format!("  {mark} {:>8}  {label}\n", percent(p.share, 2, lang));
    }
    if let Some(left) = left {
        out += &format!("  {}\n", lang.say(say::AboutLeft { left }));
    }
    out
}

/// What an analysis costs.
pub fn cost(cost: &Cost, lang: Lang) -> String {
    let Cost { of, worlds, seconds } = cost;
    let left = match *seconds {
        few if few < 120.0 => format!("{few:.0} s"),
        some if some < 7_200.0 => format!("{:.0} min", some / 60.0),
        many if many < 172_800.0 => lang.say(say::Hours { hours: format!("{:.0}", many / 3_600.0) }),
        more => lang.say(say::Days { days: format!("{:.0}", more / 86_400.0) }),
    };
    match of {
        Costly::Sobol { points, factors } => {
            lang.say(say::SobolCost { factors, left, points, worlds }) + "\n"
        }
        Costly::Run { draws, bytes } => {
            let gib = number((*bytes as f64 / (1u64 << 30) as f64).max(0.1), 1, lang);
            let draws = number(*draws as f64, 0, lang);
            lang.say(say::RunCost { draws, left, gib }) + "\n"
        }
        Costly::Calibration(ids) => lang.say(say::FittingCost { ids: ids.join(", "), left, worlds }) + "\n",
    }
}

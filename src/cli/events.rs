//! What happens in an experiment, in words on standard error.

use crate::analysis::summary::{Basis, Period};
use crate::experiment::{Cost, Costly, PrecisionSoFar};
use crate::report::number::percent;
use crate::text::{Lang, Text};

/// Every headline, its error and whether that is small enough; and about how much time is left.
pub fn precision(so_far: &PrecisionSoFar<'_>, left: Option<String>, lang: Lang) -> String {
    let draws = so_far.draws;
    let head = match lang {
        Lang::Nb => {
            format!("Etter {draws} trekninger (Monte Carlo-feil, høyst {}):", percent(so_far.wanted, 2, lang))
        }
        Lang::Nn => {
            format!("Etter {draws} trekkingar (Monte Carlo-feil, høgst {}):", percent(so_far.wanted, 2, lang))
        }
        Lang::En => {
            format!("After {draws} draws (Monte Carlo error, at most {}):", percent(so_far.wanted, 2, lang))
        }
    };
    let mut out = format!("{head}\n");
    for p in so_far.found {
        let (outcome, basis, period) = p.headline;
        let models = &so_far.scenario.models;
        let own = models[p.model].short.get(lang);
        let which = p.minus.map_or(own.to_string(), |m| format!("{own} − {}", models[m].short.get(lang)));
        let when = match period {
            Period::Year(t) => (so_far.scenario.base_year + t as i32).to_string(),
            Period::Total => Text::all("hele perioden", "heile perioden", "all years").get(lang).to_string(),
        };
        let discounted = match basis {
            Basis::PresentValue => {
                Text::all(", nåverdi", ", noverdi", ", present value").get(lang).to_string()
            }
            _ => String::new(),
        };
        let mark = if p.share <= so_far.wanted { "✓" } else { "…" };
        let label = format!("{} ({when}{discounted}; {which})", outcome.info().label.get(lang));
        out += &format!("  {mark} {:>8}  {label}\n", percent(p.share, 2, lang));
    }
    if let Some(left) = left {
        out += &match lang {
            Lang::Nb => format!("  om lag {left} igjen\n"),
            Lang::Nn => format!("  om lag {left} att\n"),
            Lang::En => format!("  about {left} left\n"),
        };
    }
    out
}

/// What an analysis costs.
pub fn cost(cost: &Cost, lang: Lang) -> String {
    let Cost { of, worlds, seconds } = cost;
    let left = match *seconds < 120.0 {
        true => format!("{seconds:.0} s"),
        false => format!("{:.0} min", seconds / 60.0),
    };
    let text = match of {
        Costly::Sobol { points, factors } => Text::all(
            format!(
                "Sobol-indekser: {points} punkter × {factors} faktorer, {worlds} simulerte verdener, om lag {left}\n"
            ),
            format!(
                "Sobol-indeksar: {points} punkt × {factors} faktorar, {worlds} simulerte verder, om lag {left}\n"
            ),
            format!(
                "Sobol indices: {points} points × {factors} factors, {worlds} simulated worlds, about {left}\n"
            ),
        ),
        Costly::Calibration(ids) => {
            let ids = ids.join(", ");
            Text::all(
                format!("Tilpasser {ids}: rundt {worlds} simulerte verdener, om lag {left}\n"),
                format!("Tilpassar {ids}: rundt {worlds} simulerte verder, om lag {left}\n"),
                format!("Fitting {ids}: some {worlds} simulated worlds, about {left}\n"),
            )
        }
    };
    text.get(lang).to_string()
}

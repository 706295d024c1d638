//! What falls on relatives, state by state of the year, and what it costs them in work.

use super::Page;
use crate::behaviour::relatives::Care;
use crate::engine::case::{CaseResult, Steps};
use crate::outcomes::Words;
use crate::text::Lang;

const W: fn(&'static str, &'static str, &'static str) -> Words = Words::new;

/// The states of the year, one by one, and their average.
pub(super) fn care(page: &mut Page<'_>, r: &CaseResult, s: &Steps) {
    let k = page.of.facts.relatives;
    let rel = &page.of.draw.relatives;
    let names = [
        W("Før BPA starter", "Før BPA startar", "Before BPA starts"),
        W("Med BPA", "Med BPA", "With BPA"),
        W("I et brudd uten assistenter", "I eit brot utan assistentar", "In a break without assistants"),
    ];
    let lived: Vec<_> = s.states.iter().zip(names).filter(|((share, _), _)| *share > 0.0).collect();
    for ((share, c), name) in &lived {
        let head = format!(
            "  {}: {}",
            name.get(page.lang),
            match page.lang {
                Lang::En => format!("{} of the year", page.n(*share)),
                _ => format!("{} av året", page.n(*share)),
            }
        );
        page.line(&head);
        let lines = [
            format!(
                "    {}: gap_grant = {}, gap_break = {}",
                W("mangler", "manglar", "missing").get(page.lang),
                page.n(c.gap_grant),
                page.n(c.gap_break)
            ),
            format!(
                "    R = min(k·relative_cap, fill_grant·gap_grant + fill_break·gap_break) = min({k}·{}, {}·{} + {}·{}) = {}",
                page.n(rel.cap),
                page.n(rel.fill_grant),
                page.n(c.gap_grant),
                page.n(rel.fill_break),
                page.n(c.gap_break),
                page.n(c.hours)
            ),
            format!(
                "    U = gap_grant + gap_break − R = {} + {} − {} = {}",
                page.n(c.gap_grant),
                page.n(c.gap_break),
                page.n(c.hours),
                page.n(c.unmet)
            ),
        ];
        let work = [
            format!("    r = R/k = {} / {k} = {}", page.n(c.hours), page.n(c.each)),
            format!(
                "    l = work_slope_10·max(0, r − {}) + work_slope_20·max(0, r − {}) = {}·{} + {}·{} = {}",
                page.n(rel.work_low),
                page.n(rel.work_high),
                page.n(rel.slope_low),
                page.n((c.each - rel.work_low).max(0.0)),
                page.n(rel.slope_high),
                page.n((c.each - rel.work_high).max(0.0)),
                page.n(c.lost)
            ),
            format!(
                "    hazard = min(exit_max, exit_slope·max(0, r − r0)) = min({}, {}·{}) = {}",
                page.n(rel.exit_max),
                page.n(rel.exit_slope),
                page.n(c.strain),
                page.n(c.hazard)
            ),
        ];
        for line in lines.iter().chain(work.iter().filter(|_| k > 0.0)) {
            page.line(line);
        }
    }
    let sum = |value: fn(&Care) -> f64| {
        let parts: Vec<String> =
            lived.iter().map(|((share, c), _)| format!("{}·{}", page.n(*share), page.n(value(c)))).collect();
        parts.join(" + ")
    };
    let (hours, unmet) = (sum(|c| c.hours), sum(|c| c.unmet));
    page.step(
        W(
            "Timer pårørende hjelper, snitt over året (R)",
            "Timar pårørande hjelper, snitt over året (R)",
            "Relatives' hours, average of the year (R)",
        ),
        "R = Σ w·R, w = share of the year",
        &hours,
        &page.n(r.relatives_hours),
    );
    page.step(
        W(
            "Udekket behov, snitt over året (U)",
            "Udekt behov, snitt over året (U)",
            "Unmet need, average of the year (U)",
        ),
        "U = Σ w·U, w = share of the year",
        &unmet,
        &page.n(r.unmet_hours),
    );
    if k > 0.0 {
        let numbers = format!(
            "{k} · {} · ({}·{} + {}·{})",
            page.n(s.employed),
            page.n(s.care.hazard),
            page.n(rel.full_time),
            page.n(1.0 - s.care.hazard),
            page.n(s.care.lost)
        );
        page.step(
            W(
                "Pårørendes tapte arbeidstimer i uka, ventet",
                "Tapte arbeidstimar i veka for pårørande, venta",
                "Relatives' lost hours of work a week, expected",
            ),
            "k · relative_employment · (hazard·full_time_hours + (1 − hazard)·l)",
            &numbers,
            &page.n(r.relatives_lost_hours),
        );
        page.parameters(&[
            "fill_grant",
            "fill_break",
            "relative_cap",
            "work_slope_10",
            "work_slope_20",
            "work_hours_low",
            "work_hours_high",
            "r0",
            "exit_slope",
            "exit_max",
            "full_time_hours",
            "relative_employment",
        ]);
    }
}

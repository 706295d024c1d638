//! A dial as the page has it: a native slider with a number beside it, or a list of choices; what the scenario has, how well
//! that is known, and where it comes from.

use super::dials::{ShownDial, ShownGroup};
use crate::text::{Lang, say};
use maud::{Markup, html};

/// A group of dials.
pub fn group(group: &ShownGroup, lang: Lang) -> Markup {
    html! {
        fieldset {
            legend { (group.label) }
            @for own in &group.dials { (dial(own, lang)) }
        }
    }
}

fn dial(own: &ShownDial, lang: Lang) -> Markup {
    let (id, about) = (format!("live-{}", own.id), format!("live-{}-today", own.id));
    html! {
        div class="dial" data-keys=(own.keys.join(" ")) data-value=(own.value) data-drawn=[own.drawn.then_some("")]
            data-scale=(own.scale) data-unit=(own.unit) {
            label for=(id) { (own.label) }
            @match own.range {
                Some([low, high, step]) => (slider(own, &id, &about, [low, high, step], lang)),
                None => select id=(id) aria-describedby=(about) {
                    @for (word, meaning) in &own.choices {
                        option value=(word) selected[*word == own.value] { (meaning) }
                    }
                },
            }
            div class="dial-foot" {
                span class="note" id=(about) {
                    (say::LIVE_PAGE_TODAY.get(lang)) " " (own.shown) " " (own.unit)
                }
                button type="button" class="reset" hidden aria-label=(lang.say(say::LivePageResetDial { label: own.label })) {
                    (say::LIVE_PAGE_RESET.get(lang))
                }
            }
            details class="source" {
                summary { span class="badge" { (own.badge) } " · " (say::LIVE_PAGE_SOURCE.get(lang)) }
                p { (own.source) }
            }
        }
    }
}

fn slider(own: &ShownDial, id: &str, about: &str, [low, high, step]: [f64; 3], lang: Lang) -> Markup {
    let at = own.place().unwrap_or(low);
    html! {
        div class="dial-row" {
            input id=(id) type="range" min=(low) max=(high) step=(step) value=(at) aria-describedby=(about)
                aria-valuetext=(format!("{at} {}", own.unit));
            input type="number" step=(step) value=(at) inputmode="decimal"
                aria-label=(lang.say(say::LivePageNumber { label: own.label }));
            span class="unit" { (own.unit) }
        }
    }
}

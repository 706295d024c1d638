//! Two runs held against each other, as `bpasim compare` does.

use super::files::results;
use super::run::Run;
use crate::analysis::bridge::Order;
use crate::error::Result;
use crate::experiment::{CompareRequest, Monitor, compare};
use crate::live::session::Session;
use crate::outcomes::Outcome;
use crate::report::html::fragment;
use crate::report::texts::Texts;
use crate::text::Lang;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Draws that the steps between two runs are simulated with: enough to see what moves while one waits.
const DRAWS: usize = 64;

/// A run with its draws.
pub type Drawn = (Arc<Run>, Arc<Session>);

/// What lies between two runs, as JSON and as pieces of a page.
pub fn compared([first, second]: &[Drawn; 2], lang: Lang, stop: &AtomicBool) -> Result<Value> {
    let [first, second] = [results(&first.0, &first.1)?, results(&second.0, &second.1)?];
    let draws = Some(first.about.draws.min(second.about.draws).min(DRAWS));
    let request = CompareRequest { first, second, draws, order: Order::Listed, threads: None };
    let found = compare(&request, Monitor { stop, ..Monitor::default() })?;
    let texts = Texts::new(lang);
    let document = found.document(Outcome::StateNet, &texts);
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let html: String = blocks.map(|block| fragment(block, &texts)).collect();
    Ok(json!({ "comparison": found.json(), "html": html }))
}

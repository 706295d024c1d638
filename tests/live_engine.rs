//! The engine that the live page carries is that of the source it stands in.

use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::Path;

/// Every file that it was made of, as the compiler told, is as it was. What decides its answers and stands in none of them
/// (the compiler and its options) stands in the script that makes it.
#[test]
fn the_engine_of_the_live_page_is_made_of_this_source() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let hash = |name: &str| {
        let hash = Sha256::digest(fs::read(top.join(name)).unwrap_or_default());
        hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let list: Value =
        serde_json::from_slice(&fs::read(top.join("src/live/engine.json")).expect("list")).expect("JSON");
    let made_of = list["made_of"].as_object().expect("files");
    let stale: Vec<&String> =
        made_of.iter().filter(|(name, own)| hash(name) != **own).map(|(name, _)| name).collect();
    let command = "make it anew: tests/outside/live_engine.sh --write";
    assert!(stale.is_empty(), "the engine of the live page is older than {stale:?}; {command}");
    assert!(
        list["engine"] == hash("src/live/engine.wasm.gz"),
        "another engine than its list tells of; {command}"
    );
    for needed in
        ["Cargo.lock", "src/lib.rs", "src/engine/run.rs", "src/live/wasm.rs", "scenarios/national.toml"]
    {
        assert!(made_of.contains_key(needed), "{needed}");
    }
}

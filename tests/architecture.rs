//! Dependencies point one way: a module uses only what stands above it in `lib.rs`. What a lint can hold stands in
//! `.clippy.toml`.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, list: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src can be read") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            sources(&path, list);
        } else if path.extension().is_some_and(|e| e == "rs") {
            list.push(path);
        }
    }
}

/// Code without comments and without what stands under `#[cfg(test)]` at a file's end.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn order(src: &Path) -> Vec<String> {
    let lib = fs::read_to_string(src.join("lib.rs")).expect("lib.rs");
    lib.lines().filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_string)).collect()
}

#[test]
fn modules_use_only_what_stands_above_them() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let order = order(&src);
    assert!(order.len() > 10, "{order:?}");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&src).expect("below src");
        let module =
            inside.components().next().expect("a name").as_os_str().to_string_lossy().replace(".rs", "");
        let Some(place) = order.iter().position(|m| *m == module) else { continue };
        let text = code(&fs::read_to_string(&file).expect("source"));
        for (below, name) in order.iter().enumerate() {
            if below > place && text.contains(&format!("crate::{name}::")) {
                wrong.push(format!("{} uses {name}", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn rules_and_behaviour_know_no_randomness_and_no_clock() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src.join("rules"), &mut files);
    sources(&src.join("behaviour"), &mut files);
    for file in files {
        let text = code(&fs::read_to_string(&file).expect("source"));
        for banned in ["rand::", "rand_distr", "random::", "std::time"] {
            assert!(!text.contains(banned), "{} uses {banned}", file.display());
        }
    }
}

#[test]
fn randomness_is_made_in_one_place() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    for file in files {
        let text = code(&fs::read_to_string(&file).expect("source"));
        let inside = file.strip_prefix(&src).expect("below src").display().to_string();
        let may = inside.starts_with("random") || inside.starts_with("population/placement");
        assert!(may || !text.contains("rand::") && !text.contains("rand_distr::"), "{inside}");
    }
}

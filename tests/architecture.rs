//! Dependencies point one way: a module uses only what stands above it in `lib.rs`. What a lint can hold stands in
//! `.clippy.toml`.

use std::collections::BTreeSet;
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

/// What is kept at the top level, beside files whose names begin with a dot.
const TOP: [&str; 10] = [
    "Cargo.toml",
    "Cargo.lock",
    "src",
    "scenarios",
    "benches",
    "tests",
    "output",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
];

/// Nothing else is kept at the top level: no program that looks as if it were run, and nothing that was left there. What is
/// made there (`target`) is not kept.
#[test]
fn nothing_that_was_left_stands_at_the_top_level() {
    let top = fs::read_dir(env!("CARGO_MANIFEST_DIR")).expect("top level");
    let names = top.map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned());
    let known = |name: &String| {
        name.starts_with('.')
            || TOP.contains(&name.as_str())
            || ["CITATION.cff", "target"].contains(&name.as_str())
    };
    // A scenario of the user's own is welcome there.
    let found: Vec<String> = names.filter(|name| !known(name) && !name.ends_with(".toml")).collect();
    assert!(found.is_empty(), "{found:?}");
}

/// Longest README that somebody reads to its end.
const README_LINES: usize = 200;

#[test]
fn the_readme_is_short_and_its_links_lead_somewhere() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(top.join("README.md")).expect("README.md");
    assert!(text.lines().count() <= README_LINES);
    let links: Vec<&str> = text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(links.len() > 8, "{links:?}");
    for link in links.iter().filter(|link| !link.starts_with("http")) {
        assert!(top.join(link).is_file(), "{link}");
    }
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

#[test]
fn experiments_know_no_command_line_and_no_terminal() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src.join("experiment"), &mut files);
    assert!(files.len() > 10);
    for file in files {
        let text = code(&fs::read_to_string(&file).expect("source"));
        for banned in ["clap", "ctrlc", "indicatif", "std::env", "std::process", "exit_code", "IsTerminal"] {
            assert!(!text.contains(banned), "{} uses {banned}", file.display());
        }
    }
}

#[test]
fn no_file_uses_a_file_that_uses_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    files.retain(|file| {
        !file.ends_with("lib.rs") && !file.ends_with("main.rs") && !file.ends_with("build.rs")
    });
    let modules: Vec<Vec<String>> = files.iter().map(|file| module(&src, file)).collect();
    let uses: Vec<BTreeSet<usize>> = files
        .iter()
        .zip(&modules)
        .map(|(file, own)| {
            let text = code(&fs::read_to_string(file).expect("source"));
            // A folder's own file and the files in it are one thing: what they share stands in the former.
            let apart =
                |there: &usize| !modules[*there].starts_with(own) && !own.starts_with(&modules[*there]);
            used(&text, own, &modules).into_iter().filter(apart).collect()
        })
        .collect();
    assert!(uses.iter().filter(|own| !own.is_empty()).count() > 200);
    // What uses nothing that is left is taken away, and what nothing left uses, until nothing is left but circles.
    let mut left: BTreeSet<usize> = (0..files.len()).collect();
    let used_by_left = |n: usize, left: &BTreeSet<usize>| left.iter().any(|other| uses[*other].contains(&n));
    while let Some(free) =
        left.iter().copied().find(|n| uses[*n].is_disjoint(&left) || !used_by_left(*n, &left))
    {
        left.remove(&free);
    }
    let circle = |n: &usize| {
        let there = uses[*n].intersection(&left).map(|other| modules[*other].join("::"));
        format!("{} uses {}", modules[*n].join("::"), there.collect::<Vec<_>>().join(", "))
    };
    let circles: Vec<String> = left.iter().map(circle).collect();
    assert!(circles.is_empty(), "circles: {circles:#?}");
}

#[test]
fn no_source_file_has_over_400_lines() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 200, "{}", files.len());
    let lines = |file: &PathBuf| fs::read_to_string(file).expect("source").lines().count();
    let long = files.iter().map(|file| (file.strip_prefix(&src).expect("below src"), lines(file)));
    let long: Vec<_> = long.filter(|(_, lines)| *lines > 400).collect();
    assert!(long.is_empty(), "{long:#?}");
}

/// The path of a file's module below the crate.
fn module(src: &Path, file: &Path) -> Vec<String> {
    let inside = file.strip_prefix(src).expect("below src").with_extension("");
    let names = inside.iter().map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name != "mod").collect()
}

/// Places of the modules that a module's code names: by way of `crate`, `self` or `super`, or as its own children.
fn used(text: &str, own: &[String], modules: &[Vec<String>]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let children = modules.iter().filter(|m| m.split_last().is_some_and(|(_, parent)| parent == own));
    let children: Vec<&str> = children.filter_map(|m| m.last()).map(String::as_str).collect();
    let mut rest = text;
    while let Some(at) = rest.find("::") {
        let before = &rest[..at];
        let first = before
            .rfind(|c| !word(c))
            .map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
        let continued = before[..first].ends_with(':');
        let (name, after) = (&before[first..], &rest[at + 2..]);
        let from = match name {
            _ if continued => None,
            "crate" => Some(Vec::new()),
            "self" => Some(own.to_vec()),
            "super" => Some(own[..own.len() - 1].to_vec()),
            child if children.contains(&child) => Some([own, &[child.to_string()]].concat()),
            _ => None,
        };
        if let Some(from) = from {
            named(after, from, modules, &mut found);
        }
        rest = after;
    }
    found
}

/// Adds the modules that a path, or a group of paths in braces, leads to from a module.
fn named(text: &str, from: Vec<String>, modules: &[Vec<String>], found: &mut BTreeSet<usize>) {
    let text = text.trim_start();
    if let Some(group) = text.strip_prefix('{') {
        let mut depth = 0;
        let mut start = 0;
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                ',' | '}' if depth == 0 => {
                    named(&group[start..at], from.clone(), modules, found);
                    start = at + 1;
                    if c == '}' {
                        return;
                    }
                }
                _ => {}
            }
        }
        return;
    }
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    if end == 0 {
        return; // after the last comma of a group, or a star
    }
    let mut next = from.clone();
    if &text[..end] == "super" {
        next.pop();
    } else {
        next.push(text[..end].to_string());
    }
    let leads_on = next.is_empty() || modules.iter().any(|m| m.starts_with(&next));
    match text[end..].strip_prefix("::") {
        Some(rest) if leads_on => named(rest, next, modules, found),
        _ => {
            let there = if leads_on { next } else { from };
            found.extend(modules.iter().position(|m| *m == there));
        }
    }
}

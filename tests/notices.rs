//! The notices that licences of others ask for are those of the packages in Cargo.lock.

use crate::program::{bpasim, stdout};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

#[derive(serde::Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(serde::Deserialize)]
struct Package {
    name: String,
    version: String,
    #[serde(default)]
    dependencies: Vec<String>,
}

#[test]
fn every_package_of_the_program_has_its_notice() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(root.join(name)).expect(name);
    let manifest: toml::Table = read("Cargo.toml").parse().expect("Cargo.toml");
    let lock: Lock = toml::from_str(&read("Cargo.lock")).expect("Cargo.lock");
    // Some are of certain systems only.
    let own = toml::Value::Table(manifest.clone());
    let targets = manifest["target"].as_table().expect("a table").values();
    let tables = targets.chain([&own]).filter_map(|own| own.get("dependencies"));
    let names = |own: &toml::Value| own.as_table().expect("a table").keys().cloned().collect::<Vec<_>>();
    let mut wanted: Vec<String> = tables.flat_map(names).collect();
    let mut found = BTreeSet::new();
    while let Some(one) = wanted.pop() {
        let (name, version) = one.split_once(' ').map_or((one.as_str(), None), |(n, v)| (n, Some(v)));
        let of_name = lock.package.iter().filter(|p| p.name == name);
        for package in of_name.filter(|p| version.is_none_or(|v| p.version == v)) {
            if found.insert((package.name.clone(), package.version.clone())) {
                wanted.extend(package.dependencies.clone());
            }
        }
    }
    let dir = tempfile::tempdir().expect("a folder");
    let told = stdout(&bpasim(dir.path(), "licenses"));
    let list: BTreeMap<(String, String), &str> = told
        .lines()
        .skip_while(|line| !line.contains(": "))
        .take_while(|line| !line.is_empty())
        .filter_map(|line| {
            let (package, licence) = line.split_once(": ")?;
            let (name, version) = package.split_once(' ')?;
            Some(((name.to_string(), version.to_string()), licence))
        })
        .collect();
    let told: BTreeSet<_> = list.keys().cloned().collect();
    assert_eq!(told, found, "run .ci/notices after a change of dependencies");
}

//! Tests of the result folder, in temporary folders.

use super::*;
use crate::text::Lang;

fn result(mark: &str) -> Vec<(String, Vec<u8>)> {
    let manifest = r#"{"program":"bpasim","outputs":{"a.csv":"x"}}"#;
    vec![("a.csv".into(), mark.into()), (MANIFEST.into(), manifest.into())]
}

fn names(folder: &Path) -> Vec<String> {
    let mut v: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    v.sort();
    v
}

#[test]
fn a_new_folder_appears_with_all_files_and_its_parents() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("deep/er/out");
    ensure_writable(&out, false).unwrap();
    assert!(names(dir.path()).is_empty(), "the check leaves nothing");
    write(&out, false, result("1")).unwrap();
    assert_eq!(names(&out), ["a.csv", "run.json"]);
    assert_eq!(names(&dir.path().join("deep/er")), ["out"], "no temporary folder is left");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |p: &Path| fs::metadata(p).unwrap().permissions().mode();
        assert_eq!(mode(&out), mode(&dir.path().join("deep")), "as open to others as any folder");
    }
}

#[test]
fn another_run_is_replaced_only_by_force() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    write(&out, false, result("1")).unwrap();
    assert!(ensure_writable(&out, false).unwrap_err().render(Lang::En).contains("--force"));
    assert!(write(&out, false, result("2")).is_err());
    assert_eq!(fs::read_to_string(out.join("a.csv")).unwrap(), "1");
    write(&out, true, result("2")).unwrap();
    assert_eq!(fs::read_to_string(out.join("a.csv")).unwrap(), "2");
    assert_eq!(names(dir.path()), ["out"]);
}

#[test]
fn foreign_files_are_never_lost() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    write(&out, false, result("1")).unwrap();
    fs::write(out.join("notes.txt"), "mine").unwrap();
    fs::create_dir(out.join("figures")).unwrap();
    fs::write(out.join("figures/f.svg"), "mine").unwrap();
    write(&out, true, vec![(MANIFEST.into(), b"{}".to_vec())]).unwrap();
    assert_eq!(names(&out), ["figures", "notes.txt", "run.json"], "a.csv was ours and is gone");
    assert_eq!(names(dir.path()), ["out"]);

    let own = dir.path().join("own");
    write(&own, false, result("1")).unwrap();
    fs::write(own.join("b.csv"), "mine").unwrap();
    assert!(write(&own, true, vec![("b.csv".into(), Vec::new())]).is_err(), "same name as a foreign file");
    assert_eq!(names(&own), ["a.csv", "b.csv", "run.json"]);
}

#[test]
fn a_folder_that_is_no_result_is_left_alone_even_by_force() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("photos");
    fs::create_dir(&out).unwrap();
    write(&out, false, result("1")).unwrap();
    fs::write(out.join(MANIFEST), r#"{"program":"other"}"#).unwrap();
    assert!(ensure_writable(&out, true).is_err());
    assert!(write(&out, true, result("2")).is_err());
    assert_eq!(fs::read_to_string(out.join("a.csv")).unwrap(), "1");
}

#[test]
fn a_file_in_the_way_and_the_current_folder_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "x").unwrap();
    assert!(ensure_writable(&file, true).is_err());
    assert!(ensure_writable(&file.join("below"), true).is_err());
    assert!(ensure_writable(Path::new("."), true).is_err());
    assert!(ensure_writable(Path::new("/"), true).is_err());
    assert_eq!(fs::read_to_string(&file).unwrap(), "x");
}

#[test]
fn a_failure_on_the_way_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("new/out");
    let long = "x".repeat(300);
    assert!(write(&out, false, vec![("a.csv".into(), Vec::new()), (long, Vec::new())]).is_err());
    assert!(names(dir.path()).is_empty());
    assert!(write(&out, false, vec![("../a.csv".into(), Vec::new())]).is_err());
    assert!(names(dir.path()).is_empty());
}

#[cfg(unix)]
#[test]
fn links_are_followed() {
    let dir = tempfile::tempdir().unwrap();
    let real = dir.path().join("real");
    fs::create_dir(&real).unwrap();
    let link = dir.path().join("link");
    std::os::unix::fs::symlink(&real, &link).unwrap();
    write(&link, false, result("1")).unwrap();
    assert_eq!(names(&real), ["a.csv", "run.json"]);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
}

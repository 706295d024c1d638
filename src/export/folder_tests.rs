//! Tests of the result folder, in temporary folders.

#![expect(clippy::disallowed_methods, reason = "tests set up and look at folders")]

use super::*;
use crate::files::list::FileList;
use crate::text::Lang;
use std::fs;

type Files = Vec<(String, Vec<u8>)>;

fn listed(mut files: Files) -> Files {
    let list = FileList::of(&files).content();
    files.push((MANIFEST.into(), list));
    files
}

fn result(mark: &str) -> Files {
    listed(vec![("a.csv".into(), mark.into())])
}

fn put(folder: &Path, force: bool, files: &Files) -> Result<Vec<Text>> {
    write(folder, &force.into(), files)
}

fn may(folder: &Path, force: bool) -> Result<Vec<Text>> {
    ensure_writable(folder, &force.into())
}

fn names(folder: &Path) -> Vec<String> {
    let mut v: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    v.sort();
    v
}

fn read(path: PathBuf) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_new_folder_appears_with_all_files_and_its_parents() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("deep/er/out");
    may(&out, false).unwrap();
    assert!(names(dir.path()).is_empty(), "the check leaves nothing");
    put(&out, false, &result("1")).unwrap();
    assert_eq!(names(&out), ["a.csv", "run.json"]);
    assert_eq!(names(&dir.path().join("deep/er")), ["out"], "no temporary folder is left");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |p: &Path| fs::metadata(p).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&out), mode(&dir.path().join("deep")), "as open to others as any folder");
        fs::write(dir.path().join("plain"), "").unwrap();
        assert_eq!(mode(&out.join("a.csv")), mode(&dir.path().join("plain")), "and any file");
    }
}

#[test]
fn another_run_is_replaced_only_by_force() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    put(&out, false, &result("1")).unwrap();
    assert!(may(&out, false).unwrap_err().render(Lang::En).contains("--force"));
    assert!(put(&out, false, &result("2")).is_err());
    assert_eq!(read(out.join("a.csv")), "1");
    assert!(put(&out, true, &result("2")).unwrap().is_empty(), "nothing to tell");
    assert_eq!(read(out.join("a.csv")), "2");
    assert_eq!(
        (names(&out), names(dir.path())),
        (vec!["a.csv".into(), "run.json".into()], vec!["out".into()])
    );
}

#[test]
fn foreign_files_are_never_lost() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    put(&out, false, &result("1")).unwrap();
    fs::write(out.join("notes.txt"), "mine").unwrap();
    fs::create_dir(out.join("figures")).unwrap();
    fs::write(out.join("figures/f.png"), "mine").unwrap();
    fs::create_dir_all(out.join("deep/er")).unwrap();
    fs::write(out.join("deep/er/f.txt"), "mine").unwrap();
    may(&out, true).unwrap();
    put(&out, true, &listed(vec![("figures/g.svg".into(), b"1".to_vec())])).unwrap();
    assert_eq!(names(&out), ["deep", "figures", "notes.txt", "run.json"], "a.csv was ours and is gone");
    assert_eq!(names(&out.join("figures")), ["f.png", "g.svg"]);
    assert_eq!(read(out.join("deep/er/f.txt")), "mine");
    assert_eq!(names(dir.path()), ["out"]);
}

#[test]
fn foreign_files_in_the_way_are_refused_beforehand() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["units.csv", "figures/hours.svg"] {
        let own = dir.path().join("own");
        put(&own, false, &result("1")).unwrap();
        fs::create_dir(own.join("figures")).unwrap();
        fs::write(own.join(name), "mine").unwrap();
        let message = may(&own, true).unwrap_err().render(Lang::En);
        assert!(message.contains(name), "{message}");
        assert!(put(&own, true, &vec![(name.into(), Vec::new())]).is_err());
        assert_eq!((read(own.join(name)), read(own.join("a.csv"))), ("mine".into(), "1".into()));
        fs::remove_dir_all(own).unwrap();
    }
}

#[test]
fn an_edited_file_is_set_aside_and_told() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let files = |mark: &str| {
        listed(vec![
            ("results.xlsx".into(), mark.into()),
            ("figures/a.svg".into(), mark.into()),
            ("b.csv".into(), mark.into()),
        ])
    };
    put(&out, false, &files("1")).unwrap();
    for name in ["results.xlsx", "figures/a.svg", "b.csv"] {
        fs::write(out.join(name), format!("{name} with comments")).unwrap();
    }
    let told = put(&out, true, &files("2")).unwrap();
    assert_eq!(told.len(), 3);
    assert!(told.iter().any(|text| text.en.contains("results.edited-1.xlsx")), "{told:?}");
    assert_eq!(read(out.join("results.edited-1.xlsx")), "results.xlsx with comments");
    assert_eq!(read(out.join("figures/a.edited-1.svg")), "figures/a.svg with comments");
    assert_eq!(["results.xlsx", "figures/a.svg", "b.csv"].map(|name| read(out.join(name))), ["2", "2", "2"]);
    // Edited again, and no longer written.
    fs::write(out.join("results.xlsx"), "more").unwrap();
    put(&out, true, &result("3")).unwrap();
    assert_eq!(
        (read(out.join("results.edited-2.xlsx")), out.join("results.xlsx").exists()),
        ("more".into(), false)
    );
    // The list itself.
    let list = read(out.join(MANIFEST)).replace("bpasim\",", "bpasim\", ");
    fs::write(out.join(MANIFEST), &list).unwrap();
    put(&out, true, &result("4")).unwrap();
    assert_eq!(read(out.join("run.edited-1.json")), list);
    assert_eq!(names(dir.path()), ["out"]);
}

/// Whatever is done when the program is killed, the next command finishes it or takes it back.
#[test]
fn a_swap_that_was_cut_short_is_finished_or_taken_back() {
    use crate::files::swap::{Journal, write_journal};
    let dir = tempfile::tempdir().unwrap();
    let (out, work) = (dir.path().join("out"), dir.path().join(".out.parts"));
    let (one, two) =
        (result("1"), listed(vec![("a.csv".into(), b"2".to_vec()), ("b.csv".into(), b"2".to_vec())]));
    let hashes =
        |files: &Files| files.iter().map(|(name, content)| (name.clone(), list::hash(content))).collect();
    let lay = |ready: bool, existed: bool, files: usize| {
        let journal = Journal { ready, moved: false, existed, old: hashes(&one), new: hashes(&two) };
        fs::create_dir_all(work.join("results")).unwrap();
        two.iter()
            .take(files)
            .for_each(|(name, content)| fs::write(work.join("results").join(name), content).unwrap());
        write_journal(&work.join("results.json"), &journal).unwrap();
    };
    // While the new files were written: taken back.
    put(&out, false, &one).unwrap();
    fs::write(out.join("mine.txt"), "mine").unwrap();
    lay(false, true, 2);
    let told = may(&out, true).unwrap();
    assert!(told.len() == 1 && told[0].en.contains("draft"), "{told:?}");
    assert_eq!((read(out.join("a.csv")), names(dir.path())), ("1".into(), vec!["out".into()]));
    // Ready, and any number of files in place: finished.
    for moved in 0..=2 {
        lay(true, true, 3);
        for (name, _) in two.iter().take(moved) {
            fs::rename(work.join("results").join(name), out.join(name)).unwrap();
        }
        let told = may(&out, true).unwrap();
        assert!(told.len() == 1 && told[0].en.contains("finished"), "{told:?}");
        assert_eq!(names(&out), ["a.csv", "b.csv", "mine.txt", "run.json"]);
        assert_eq!((read(out.join("a.csv")), read(out.join("mine.txt"))), ("2".into(), "mine".into()));
        assert_eq!(names(dir.path()), ["out"]);
        put(&out, true, &one).unwrap();
    }
    // The folders have changed places.
    lay(true, true, 3);
    fs::remove_file(out.join("mine.txt")).unwrap();
    fs::rename(&out, dir.path().join("x")).unwrap();
    fs::rename(work.join("results"), &out).unwrap();
    fs::rename(dir.path().join("x"), work.join("results")).unwrap();
    fs::write(work.join("results/late.txt"), "mine").unwrap();
    may(&out, true).unwrap();
    assert_eq!(
        (names(&out), read(out.join("late.txt"))),
        (["a.csv", "b.csv", "late.txt", "run.json"].map(String::from).into(), "mine".into())
    );
    // The place was free, and is the user's now.
    fs::rename(&out, dir.path().join("x")).unwrap();
    lay(true, false, 3);
    fs::create_dir(&out).unwrap();
    fs::write(out.join("thesis.docx"), "mine").unwrap();
    assert!(may(&out, true).is_err());
    assert_eq!(
        (names(&out), names(dir.path())),
        (vec!["thesis.docx".into()], vec!["out".into(), "x".into()])
    );
}

#[test]
fn a_folder_that_is_no_result_is_left_alone_even_by_force() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("photos");
    fs::create_dir(&out).unwrap();
    put(&out, false, &result("1")).unwrap();
    fs::write(out.join(MANIFEST), r#"{"program":"other"}"#).unwrap();
    assert!(may(&out, true).is_err());
    assert!(put(&out, true, &result("2")).is_err());
    assert_eq!(read(out.join("a.csv")), "1");
}

#[test]
fn a_file_in_the_way_and_the_current_folder_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "x").unwrap();
    assert!(may(&file, true).is_err());
    assert!(may(&file.join("below"), true).is_err());
    assert!(may(Path::new("."), true).is_err());
    assert!(may(Path::new("/"), true).is_err());
    assert_eq!((read(file), names(dir.path())), ("x".into(), vec!["file".into()]));
}

#[test]
fn a_failure_on_the_way_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("new/out");
    let long = "x".repeat(300);
    assert!(put(&out, false, &vec![("a.csv".into(), Vec::new()), (long, Vec::new())]).is_err());
    assert!(names(dir.path()).is_empty());
    assert!(put(&out, false, &vec![("../a.csv".into(), Vec::new())]).is_err());
    assert!(names(dir.path()).is_empty());
}

#[cfg(unix)]
#[test]
fn links_are_followed_to_the_folder_and_not_to_the_lock() {
    use std::os::unix::fs::symlink;
    let dir = tempfile::tempdir().unwrap();
    let real = dir.path().join("real");
    fs::create_dir(&real).unwrap();
    let link = dir.path().join("link");
    symlink(&real, &link).unwrap();
    put(&link, false, &result("1")).unwrap();
    assert_eq!(names(&real), ["a.csv", "run.json"]);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());

    let victim = dir.path().join("victim");
    fs::write(&victim, "mine").unwrap();
    fs::create_dir(dir.path().join(".s.parts")).unwrap();
    for target in [&victim, &dir.path().join("nowhere")] {
        symlink(target, dir.path().join(".s.parts/lock")).unwrap();
        assert!(may(&dir.path().join("s"), false).unwrap_err().render(Lang::En).contains(".s.parts/lock"));
        fs::remove_file(dir.path().join(".s.parts/lock")).unwrap();
    }
    fs::create_dir(dir.path().join("mine")).unwrap();
    symlink(dir.path().join("mine"), dir.path().join(".t.parts")).unwrap();
    assert!(may(&dir.path().join("t"), false).unwrap_err().render(Lang::En).contains(".t.parts"));
    assert_eq!((read(victim), names(&dir.path().join("mine")).len()), ("mine".into(), 0));
}

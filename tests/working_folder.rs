//! What is found in the working folder of a place, and in its list: only what a list that holds names with its hash is ever
//! removed, all else is refused or set aside, and told whatever the command comes to. Through the real binary.

use crate::program::{bpasim, refused, stdout};
use bpasim::files::list::{FileList, Hashes, hash};
use bpasim::files::swap::{Journal, write_journal};
use std::fs;
use std::path::{Path, PathBuf};

const RUN: &str = "run oslo --draws 2 --years 2 --no-report --out r";

fn put(path: PathBuf, content: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("folder");
    fs::write(path, content).expect("written");
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path.as_ref()).unwrap_or_else(|e| panic!("{:?}: {e}", path.as_ref()))
}

/// Names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).expect("folder").map(|e| e.expect("entry").file_name());
    let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A run into `r` whose table was edited, and the state that a kill in the next run's swap leaves: the edited table has changed
/// places with the new one, another new table is still to come.
fn cut_short(dir: &Path) {
    stdout(&bpasim(dir, RUN));
    let old: Hashes = FileList::read(read(dir.join("r/run.json")).as_bytes()).expect("list").hashes();
    fs::remove_file(dir.join("r/run.json")).expect("removed");
    let new = [("summary.csv", "new summary"), ("units.csv", "new units")];
    let new: Hashes = new.map(|(name, content)| (name.to_string(), hash(content.as_bytes()))).into();
    put(dir.join("r/summary.csv"), "new summary");
    put(dir.join(".r.parts/results/summary.csv"), "mine, with comments");
    put(dir.join(".r.parts/results/units.csv"), "new units");
    let journal = Journal { ready: true, moved: false, existed: true, old, new };
    write_journal(&dir.join(".r.parts/results.json"), &journal).expect("journal");
}

#[test]
fn an_edited_file_survives_a_kill_after_which_the_folder_is_moved() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    // Gone, or with another folder of the user's own in its place.
    for another in [false, true] {
        cut_short(dir);
        fs::rename(dir.join("r"), dir.join("r-2026")).expect("moved");
        if another {
            put(dir.join("r/thesis.docx"), "mine");
        }
        let output = bpasim(dir, RUN);
        let message = match another {
            false => {
                stdout(&output);
                String::from_utf8_lossy(&output.stderr).into_owned()
            }
            true => refused(&output, 2, &["ikke et resultat"]),
        };
        assert!(message.contains("r.edited-1"), "{message}");
        assert_eq!(read(dir.join("r.edited-1/summary.csv")), "mine, with comments");
        assert_eq!(names(&dir.join("r.edited-1")), ["summary.csv"]);
        assert_eq!(names(dir), ["r", "r-2026", "r.edited-1"]);
        if another {
            assert_eq!(names(&dir.join("r")), ["thesis.docx"]);
        }
        ["r", "r-2026", "r.edited-1"].iter().for_each(|f| fs::remove_dir_all(dir.join(f)).expect("removed"));
    }
}

#[test]
fn a_swap_finished_by_a_command_that_then_refuses_is_told() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run oslo --draws 2 --years 2 --quiet --no-report --out s"));
    for line in [
        format!("{RUN} --set fill_grant=1 --quiet"),
        "report r".into(),
        "verify r".into(),
        "compare s r".into(),
        "run oslo --draws 2 --years 2 --shard 1/2 --out r --quiet".into(),
    ] {
        cut_short(dir);
        let message = refused(&bpasim(dir, &line), 2, &["r"]);
        assert!(
            message.contains("det er gjort ferdig nå") && message.contains("summary.edited-1.csv"),
            "{line}: {message}"
        );
        assert_eq!(read(dir.join("r/summary.edited-1.csv")), "mine, with comments");
        fs::remove_dir_all(dir.join("r")).expect("removed");
    }
}

#[test]
fn a_list_that_was_changed_gives_no_right_to_remove() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let run = "run oslo --draws 2 --years 2 --quiet --no-report";
    stdout(&bpasim(dir, run));
    let at = dir.join("output/oslo");
    let list = read(at.join("run.json"));
    let changed = list.replacen(
        "\"outputs\": {",
        &format!("\"outputs\": {{\n    \"thesis.docx\": \"{}\",", hash(b"mine")),
        1,
    );
    let unsealed: Vec<&str> = changed.lines().filter(|line| !line.starts_with("  \"blake3\"")).collect();
    let unsealed = unsealed.join("\n").replacen("  },\n}", "  }\n}", 1);
    for text in [&changed, &unsealed] {
        put(at.join("thesis.docx"), "mine");
        put(at.join("run.json"), text);
        refused(&bpasim(dir, run), 2, &["run.json", "--force"]);
        // Nor does it tell a command to make it again by.
        let told = bpasim(dir, "verify output/oslo");
        refused(&told, 1, &["KONTROLLEN FEILET"]);
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        assert!(!told.contains("Lages på nytt") && !told.contains("bpasim run"), "{told}");
        stdout(&bpasim(dir, &format!("{run} --force")));
        assert_eq!(read(at.join("thesis.docx")), "mine");
        assert_eq!(read(at.join("run.edited-1.json")), *text);
        stdout(&bpasim(dir, "verify output/oslo"));
        fs::remove_file(at.join("run.edited-1.json")).expect("removed");
    }
    // The same of draws that are kept.
    let keep = format!("{run} --keep-draws");
    stdout(&bpasim(dir, &keep));
    let list = dir.join("output/oslo-draws/run.json");
    put(dir.join("output/oslo-draws/thesis.docx"), "mine");
    let text = read(&list);
    put(
        list,
        &text.replacen(
            "\"outputs\": {",
            &format!("\"outputs\": {{\n    \"thesis.docx\": \"{}\",", hash(b"mine")),
            1,
        ),
    );
    refused(&bpasim(dir, &keep), 2, &["oslo-draws"]);
    refused(
        &bpasim(dir, &format!("{run} --force --out output/oslo-draws")),
        2,
        &["oslo-draws", "ikke et resultat"],
    );
    assert_eq!(read(dir.join("output/oslo-draws/thesis.docx")), "mine");
}

#[test]
fn foreign_files_in_the_working_folder_are_refused_before_the_first_draw() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for name in [
        "results/summary.csv",
        "results/summary.csv.new",
        "draws/x.csv",
        "results.json",
        "results.json.new",
        "draws.json",
        "plan.json",
        "plan.json.new",
        "rights/x",
        "draws-00000000-00000001/draws.parquet",
        "draws-00000000-00000001/part.json",
        ".new-draws-00000000-00000001/draws.parquet",
        "draws-2024",
    ] {
        put(dir.join(".r.parts").join(name), "mine");
        let top = name.split('/').next().expect("a name");
        for line in [RUN.to_string(), format!("{RUN} --fresh"), format!("{RUN} --fresh --keep-draws")] {
            let message = refused(&bpasim(dir, &line), 2, &[&format!(".r.parts/{top}"), "flytt"]);
            assert!(!message.contains('%'), "{name}: before the first draw: {message}");
            assert_eq!(read(dir.join(".r.parts").join(name)), "mine", "{name}");
            assert!(!dir.join("r").exists(), "{name}");
        }
        fs::remove_dir_all(dir.join(".r.parts")).expect("removed");
    }
    // What is in nobody's way stays where it is.
    put(dir.join(".r.parts/notes.txt"), "mine");
    stdout(&bpasim(dir, RUN));
    assert_eq!(read(dir.join(".r.parts/notes.txt")), "mine");
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_told_before_the_first_draw() {
    use std::os::unix::fs::MetadataExt as _;
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let open =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("rights");
    open(dir, 0o777);
    let program = dir.join("program");
    fs::copy(env!("CARGO_BIN_EXE_bpasim"), &program).expect("copied");
    // Root may read everything: it has the program run by somebody else.
    let run = |line: &str| {
        let mut command = std::process::Command::new(&program);
        command.current_dir(dir).args(line.split(' '));
        if fs::metadata(dir).expect("there").uid() == 0 {
            command.uid(65_534).gid(65_534);
        }
        command.output().expect("started")
    };
    stdout(&run(&format!("{RUN} --keep-draws")));
    for name in ["r/units.csv", "r-draws/draws-00000000-00000001/units.parquet"] {
        open(&dir.join(name), 0o000);
        let message = refused(&run(&format!("{RUN} --keep-draws --force --seed 2")), 2, &[name]);
        assert!(!message.contains('%'), "before the first draw: {message}");
        open(&dir.join(name), 0o644);
    }
    stdout(&run(&format!("{RUN} --keep-draws --force --seed 2")));
}

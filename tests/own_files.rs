//! Nothing of the user's is lost: the user's files among results and draws, edited results, links, and kills at any moment,
//! through the real binary.

use crate::program::{bpasim, change_json, command, refused, stdout};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const RUN: &str = "run oslo --draws 2 --years 2 --quiet --no-report";

/// The files that tests write as the user's own, all of a few letters, by content: wherever they are now.
fn own_files(folder: &Path) -> BTreeMap<String, PathBuf> {
    fn walk(folder: &Path, found: &mut BTreeMap<String, PathBuf>) {
        for entry in fs::read_dir(folder).expect("folder").map(|e| e.expect("entry").path()) {
            if entry.is_dir() {
                walk(&entry, found);
            } else if entry.metadata().is_ok_and(|about| about.len() < 100)
                && let Ok(text) = fs::read_to_string(&entry)
                && text.starts_with("mine")
            {
                found.insert(text, entry);
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, &mut found);
    found
}

fn put(path: PathBuf, content: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("folder");
    fs::write(path, content).expect("written");
}

/// Names in a folder that begin with a dot.
fn hidden(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).expect("folder").map(|e| e.expect("entry").file_name());
    names.map(|name| name.to_string_lossy().into_owned()).filter(|name| name.starts_with('.')).collect()
}

#[test]
fn files_among_kept_draws_and_slices_stay() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let keep = format!("{RUN} --keep-draws");
    stdout(&bpasim(dir, &keep));
    put(dir.join("output/oslo-draws/mine.R"), "mine 1");
    put(dir.join("output/oslo-draws/sub/folder/a.txt"), "mine 2");
    put(dir.join("output/oslo-draws/draws-00000000-00000001/notes.txt"), "mine 3");
    let slice = "run oslo --draws 4 --years 2 --quiet --shard 1/2";
    stdout(&bpasim(dir, slice));
    put(dir.join("output/oslo-shards/0001-of-0002/mine.txt"), "mine 4");
    let before = own_files(dir);
    assert_eq!(before.len(), 4);
    // A file of the user's where draws go is refused before the first draw.
    refused(&bpasim(dir, &keep), 2, &["draws-00000000-00000001/notes.txt"]);
    fs::rename(dir.join("output/oslo-draws/draws-00000000-00000001/notes.txt"), dir.join("notes.txt"))
        .expect("moved");
    stdout(&bpasim(dir, &keep));
    stdout(&bpasim(dir, &keep.replace("--draws 2", "--draws 3")));
    stdout(&bpasim(dir, slice));
    stdout(&bpasim(dir, &format!("{slice} --fresh")));
    let after = own_files(dir);
    assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    assert_eq!(after["mine 2"], before["mine 2"]);
    assert!(dir.join("output/oslo-draws/draws-00000000-00000003").is_dir());
    stdout(&bpasim(dir, "verify output/oslo-draws"));
    assert_eq!(hidden(&dir.join("output")), [""; 0]);
}

#[test]
fn what_was_edited_is_set_aside_by_run_and_report() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let run = "run oslo --draws 2 --years 2 --quiet";
    stdout(&bpasim(dir, run));
    put(dir.join("output/oslo/results.xlsx"), "mine, with comments");
    put(dir.join("output/oslo/figures/hours.svg"), "mine, drawn over");
    put(dir.join("output/oslo/notes.txt"), "mine beside");
    let output = bpasim(dir, "report output/oslo --lang nn");
    stdout(&output);
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("results.edited-1.xlsx") && message.contains("hours.edited-1.svg"), "{message}");
    put(dir.join("output/oslo/results.xlsx"), "mine, again");
    stdout(&bpasim(dir, run));
    let found = own_files(dir);
    for (content, name) in [
        ("mine, with comments", "results.edited-1.xlsx"),
        ("mine, again", "results.edited-2.xlsx"),
        ("mine, drawn over", "figures/hours.edited-1.svg"),
        ("mine beside", "notes.txt"),
    ] {
        assert_eq!(found[content], dir.join("output/oslo").join(name));
    }
    stdout(&bpasim(dir, "verify output/oslo"));
}

#[test]
fn a_folder_that_came_into_being_meanwhile_is_left_alone() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let long = "run oslo --years 2 --draws 700 --quiet --no-report --keep-draws --out q";
    for made in ["q-draws", "q"] {
        let mut child = command();
        child.current_dir(dir).args(long.split(' ')).stdout(Stdio::null()).stderr(Stdio::piped());
        let child = child.spawn().expect("started");
        while !dir.join(".q.parts/plan.json").exists() {
            std::thread::sleep(Duration::from_millis(5));
        }
        put(dir.join(made).join("thesis.docx"), "mine");
        let output = child.wait_with_output().expect("ended");
        // In the way of the draws alone, the results stand; in the way of these, nothing is written.
        match made {
            "q-draws" => drop(refused(&output, 3, &[made, "Resultatene er skrevet"])),
            _ => drop(refused(&output, 2, &[made, "tatt vare på"])),
        }
        assert_eq!(fs::read_dir(dir.join(made)).expect("folder").count(), 1);
        assert_eq!(fs::read_to_string(dir.join(made).join("thesis.docx")).expect("file"), "mine");
        // Out of the way, the same command has nothing left to simulate.
        fs::rename(dir.join(made), dir.join(format!("moved-{made}"))).expect("moved");
        let again = format!("{long} --force");
        stdout(&bpasim(dir, again.as_str()));
        fs::remove_dir_all(dir.join("q")).expect("removed");
        fs::remove_dir_all(dir.join("q-draws")).expect("removed");
        assert_eq!(hidden(dir), [""; 0]);
    }
}

#[test]
fn another_run_does_not_replace_a_finished_one() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let fingerprint =
        |name: &str| fs::read(dir.join("output").join(name).join("summary.csv")).expect("summary");
    stdout(&bpasim(dir, RUN));
    let before = fingerprint("oslo");
    let told = "run oslo --draws 2 --years 2 --no-report --set fill_grant=1";
    let output = bpasim(dir, told);
    assert!(stdout(&output).contains("output/oslo-"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Andre forutsetninger"));
    stdout(&bpasim(dir, "run oslo --draws 2 --years 3 --quiet --no-report"));
    stdout(&bpasim(dir, "run oslo --draws 2 --years 2 --models A --quiet --no-report"));
    assert_eq!(fingerprint("oslo"), before);
    let names = || fs::read_dir(dir.join("output")).expect("folder").count();
    assert_eq!(names(), 4);
    // Each has a folder of its own, the same every time.
    stdout(&bpasim(dir, told));
    assert_eq!(names(), 4);
    // Named, it is refused too.
    refused(&bpasim(dir, &format!("{RUN} --set fill_grant=1 --out output/oslo")), 2, &["--force"]);
    assert_eq!(fingerprint("oslo"), before);
    // Nor does an analysis replace it, and nothing but draws replaces draws.
    let analysis = "scenarios oslo --grid --draws 20 --quiet --out output/oslo";
    refused(&bpasim(dir, analysis), 2, &["--force"]);
    stdout(&bpasim(dir, &format!("{RUN} --keep-draws --out r")));
    refused(&bpasim(dir, &format!("{RUN} --force --out r-draws")), 2, &["r-draws", "ikke et resultat"]);
    assert_eq!(fingerprint("oslo"), before);
    // An own scenario that was changed meanwhile.
    let own = "format = 1\nextends = \"oslo\"\n[scenario]\nname = \"mitt\"\n[parameters.price_response]\nvalue = 0.2\n";
    put(dir.join("mitt.toml"), own);
    let run = "run mitt.toml --draws 2 --years 2 --quiet --no-report";
    stdout(&bpasim(dir, run));
    let before = fingerprint("mitt");
    put(dir.join("mitt.toml"), &own.replace("0.2", "0.3"));
    stdout(&bpasim(dir, run));
    assert_eq!((fingerprint("mitt"), names()), (before, 6));
    // More draws of the same, and the same under another model, take its place; the latter is told.
    stdout(&bpasim(dir, &RUN.replace("--draws 2", "--draws 3")));
    change_json(&dir.join("output/oslo/run.json"), |json| json["model_number"] = 1.into());
    let output = bpasim(dir, "run oslo --draws 2 --years 2 --no-report");
    stdout(&output);
    assert!(String::from_utf8_lossy(&output.stderr).contains("er fra modell 1"));
    assert_eq!(names(), 6);
}

#[test]
fn verify_tells_what_was_changed_and_how_to_make_it_again() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let run = "run oslo --draws 32 --years 2 --quiet --no-report --set fill_grant=1 --out r";
    stdout(&bpasim(dir, run));
    let sound = stdout(&bpasim(dir, "verify r --repeat"));
    assert!(sound.contains("bpasim run oslo --draws 32 --seed 1 --years 2 --set fill_grant=1"), "{sound}");
    assert!(sound.contains("samme fingeravtrykk"), "{sound}");
    put(dir.join("r/notes.txt"), "mine");
    assert!(stdout(&bpasim(dir, "verify r")).contains("notes.txt"));
    let list = fs::read_to_string(dir.join("r/run.json")).expect("list");
    let check = |words: &[&str]| {
        let output = bpasim(dir, "verify r");
        refused(&output, 1, &["KONTROLLEN FEILET"]);
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        words.iter().for_each(|word| assert!(told.contains(word), "«{word}»: {told}"));
    };
    // The list: changed, without its own hash, and with one that fits.
    let edited = list.replacen("\"draws\": 32", "\"draws\": 1000000", 1);
    let unsealed =
        edited.lines().filter(|line| !line.starts_with("  \"blake3\"")).collect::<Vec<_>>().join("\n");
    for text in [edited, unsealed.replacen("  },\n}", "  }\n}", 1)] {
        put(dir.join("r/run.json"), &text);
        check(&["run.json"]);
        refused(&bpasim(dir, "report r"), 2, &["run.json"]);
    }
    put(dir.join("r/run.json"), &list);
    change_json(&dir.join("r/run.json"), |json| json["draws"] = 1_000_000.into());
    check(&["1000000", "32"]);
    put(dir.join("r/run.json"), &list);
    change_json(&dir.join("r/run.json"), |json| json["fingerprint"] = "0".repeat(64).into());
    refused(&bpasim(dir, "verify r --repeat"), 1, &["KONTROLLEN FEILET"]);
    put(dir.join("r/run.json"), &list);
    // Files.
    put(dir.join("r/units.csv"), "mine");
    fs::remove_file(dir.join("r/ledger.parquet")).expect("removed");
    check(&["endret: units.csv", "mangler: ledger.parquet"]);
    refused(&bpasim(dir, "verify ."), 2, &["ikke en mappe med resultater"]);
}

#[test]
fn what_cannot_be_written_has_an_exit_code_of_its_own() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    // The results stand, and only the screen is full.
    let full = fs::OpenOptions::new().write(true).open("/dev/full");
    if let Ok(full) = full {
        let run = "run oslo --draws 2 --years 2 --no-report --out full";
        let output = command().current_dir(dir).args(run.split(' ')).stdout(full).output().expect("started");
        refused(&output, 3, &["Resultatene er skrevet", "full"]);
        stdout(&bpasim(dir, "verify full"));
    }
    // A limit on the size of files.
    let limited =
        format!("ulimit -f 20; exec {} {RUN} --draws 20 --out limited", env!("CARGO_BIN_EXE_bpasim"));
    let limited = limited.replace("--draws 2 ", "");
    let output = Command::new("sh").current_dir(dir).args(["-c", &limited]).output().expect("started");
    refused(&output, 3, &["ulimit -f"]);
    assert!(!dir.join("limited").exists() && hidden(dir).is_empty());
    // A place where no folder can be.
    put(dir.join("file"), "mine");
    refused(&bpasim(dir, &format!("{RUN} --out file/below")), 3, &["file/below"]);
    let help = stdout(&bpasim(dir, "--help"));
    for code in ["0 ", "1 ", "2 ", "3 ", "4 ", "130 "] {
        assert!(help.lines().any(|line| line.trim_start().starts_with(code)), "{code}: {help}");
    }
}

#[cfg(unix)]
#[test]
fn parts_are_only_the_users_and_finished_folders_as_open_as_any() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    let mut child = command();
    child.current_dir(dir).args("run oslo --years 2 --draws 100000 --quiet --out r".split(' '));
    let mut child = child.stderr(Stdio::null()).spawn().expect("started");
    let first = dir.join(".r.parts/draws-00000000-00000127");
    while !first.exists() {
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().expect("killed");
    child.wait().expect("ended");
    for path in [dir.join(".r.parts"), first.clone()] {
        assert_eq!(mode(&path), 0o700, "{path:?}");
        for entry in fs::read_dir(&path).expect("folder").map(|e| e.expect("entry").path()) {
            assert_eq!(mode(&entry) & 0o077, 0, "{entry:?}");
        }
    }
    stdout(&bpasim(dir, &format!("{RUN} --keep-draws --out s")));
    put(dir.join("plain/file"), "mine");
    for (own, like) in [
        ("s", "plain"),
        ("s-draws", "plain"),
        ("s-draws/draws-00000000-00000001", "plain"),
        ("s/units.csv", "plain/file"),
        ("s-draws/plan.json", "plain/file"),
        ("s-draws/draws-00000000-00000001/draws.parquet", "plain/file"),
    ] {
        assert_eq!(mode(&dir.join(own)), mode(&dir.join(like)), "{own}");
    }
}

/// What was begun by gathering, and stopped before anything was gathered or when all had been moved back, is taken back.
#[test]
fn a_kill_before_the_first_file_is_gathered_is_taken_back() {
    let place = tempfile::tempdir().expect("folder");
    let line = "run oslo --draws 4 --years 2 --quiet --shard 1/2 --fresh";
    stdout(&bpasim(place.path(), line));
    let work = place.path().join("output/oslo-shards/.0001-of-0002.parts");
    fs::create_dir_all(work.join("results")).expect("folders");
    let begun = r#"{"ready":false,"moved":true,"existed":true,"old":{},"new":{"plan.json":"00"}}"#;
    fs::write(work.join("results.json"), begun).expect("journal");
    stdout(&bpasim(place.path(), line));
    assert!(!work.exists());
}

/// Commands and kills without a pattern among the user's files: each of them is there afterwards, with its content.
#[test]
fn nothing_is_lost_by_two_hundred_commands_and_kills() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let commands = [
        "run oslo --draws 2 --years 2 --quiet --no-report",
        "run oslo --draws 2 --years 2 --quiet --keep-draws",
        "run oslo --draws 2 --years 2 --quiet --no-report --set fill_grant=1 --out r --force",
        "run oslo --draws 3 --years 2 --quiet --no-report --keep-draws --out r --force --fresh",
        "run oslo --draws 100 --years 2 --quiet --no-report --out long --force --fresh",
        "run oslo --draws 4 --years 2 --quiet --shard 1/2 --fresh",
        "merge output/oslo-draws --quiet --no-report --out merged --force",
        "report output/oslo",
        "report r --lang en",
        "verify output/oslo",
    ];
    // For the commands that read what others write.
    commands[..2].iter().for_each(|line| drop(stdout(&bpasim(dir, *line))));
    let mut state = 20_261_128u64;
    let mut random = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let places = [
        "",
        "output",
        "output/oslo",
        "output/oslo/figures",
        "output/oslo-draws",
        "r",
        "r/own",
        "r-draws",
        "merged",
    ];
    let edited = [
        "output/oslo/results.xlsx",
        "output/oslo/report.html",
        "r/summary.csv",
        "merged/units.csv",
        "r/report.html",
    ];
    let mut known = BTreeMap::new();
    let mut killed = 0;
    for n in 0..200 {
        if n % 4 == 0 {
            // A new file of the user's, or a result edited; folders that bpasim has not made yet are left to it.
            let folder = dir.join(places[random(places.len() as u64) as usize]);
            let content = format!("mine {n}");
            if folder.is_dir() && random(2) == 0 {
                put(folder.join(format!("mine-{n}.txt")), &content);
                known.insert(content, ());
            } else {
                let file = dir.join(edited[random(edited.len() as u64) as usize]);
                // What was edited and not set aside yet is the user's own again.
                let is_mine = fs::read(&file).is_ok_and(|text| text.starts_with(b"mine"));
                if file.is_file() && !is_mine {
                    put(file, &content);
                    known.insert(content, ());
                }
            }
        }
        let line = commands[random(commands.len() as u64) as usize];
        if random(2) == 0 {
            let mut child = command();
            child.current_dir(dir).args(line.split(' ')).stdout(Stdio::null()).stderr(Stdio::null());
            let mut child = child.spawn().expect("started");
            std::thread::sleep(Duration::from_millis(random(120)));
            killed += usize::from(child.kill().is_ok() && !child.wait().expect("ended").success());
        } else {
            let output = bpasim(dir, line);
            let message = String::from_utf8_lossy(&output.stderr);
            assert!(matches!(output.status.code(), Some(0..=2)), "{n}: {line}: {message}");
        }
        let there = own_files(dir);
        let lost: Vec<&String> = known.keys().filter(|content| !there.contains_key(*content)).collect();
        assert!(lost.is_empty(), "{n}: {line} lost {lost:?}");
    }
    assert!(known.len() > 20 && killed > 40, "{} files, {killed} kills", known.len());
    // Undisturbed, everything is finished: no file of the user's is in a hidden folder, and none of those is left.
    for line in commands {
        let done = bpasim(dir, line).status.code();
        assert!(matches!(done, Some(0..=2)), "{line}");
    }
    for (content, path) in own_files(dir) {
        assert!(!path.to_string_lossy().contains(".parts"), "{content}: {path:?}");
    }
    assert_eq!([hidden(dir), hidden(&dir.join("output"))].concat(), [""; 0]);
}

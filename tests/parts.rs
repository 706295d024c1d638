//! Runs that are interrupted, killed, spread and joined, through the real binary: the same bytes as one
//! undisturbed run, and nothing half-written ever to be seen.

use crate::program::{bpasim, command, refused, stdout};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A run of several parts that takes about a third of a second.
const RUN: &[&str] = &["run", "oslo", "--years", "2", "--draws", "700", "--quiet", "--fingerprint"];

fn start(dir: &Path, arguments: &[&str]) -> Child {
    let mut command = command();
    command.current_dir(dir).args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("started")
}

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    RUN.iter().chain(more).copied().collect()
}

/// Every result file except `run.json`, which also tells when and how.
fn tables(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let inside = |folder: &Path| fs::read_dir(folder).expect("folder").map(|e| e.expect("entry").path());
    let figures = folder.join("figures");
    let files = inside(folder).filter(|p| p.is_file()).chain(inside(&figures));
    let named = files.map(|p| (p.file_name().expect("name").to_string_lossy().into_owned(), p));
    named.filter(|(name, _)| name != "run.json").map(|(name, p)| (name, fs::read(p).expect("file"))).collect()
}

/// Whether a result stands there: whole, or not at all.
fn stands(folder: &Path) -> bool {
    if !folder.exists() {
        return false;
    }
    let manifest = fs::read(folder.join("run.json")).expect("a result without run.json");
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).expect("whole");
    for (name, hash) in manifest["outputs"].as_object().expect("outputs") {
        let content = fs::read(folder.join(name)).expect("a file is missing");
        assert_eq!(blake3::hash(&content).to_hex().to_string(), *hash, "{name} is half-written");
    }
    true
}

fn parts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("folder").map(|e| e.expect("entry").path());
    let mut parts: Vec<PathBuf> = entries
        .filter(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with("draws-")))
        .collect();
    parts.sort();
    parts
}

#[test]
fn slices_joined_are_the_same_bytes_as_one_run() {
    let dir = tempfile::tempdir().expect("folder");
    let whole = stdout(&bpasim(dir.path(), &with(&["--out", "whole"])));
    for of in [2, 3, 7] {
        let folders: Vec<String> = (1..=of).map(|own| format!("s{of}-{own}")).collect();
        for (own, folder) in folders.iter().enumerate() {
            let shard = format!("{}/{of}", own + 1);
            stdout(&bpasim(dir.path(), &with(&["--shard", &shard, "--out", folder])));
        }
        let joined = format!("joined-{of}");
        let mut merge: Vec<&str> = vec!["merge", "--quiet", "--fingerprint", "--out", &joined];
        // In any order.
        merge.extend(folders.iter().rev().map(String::as_str));
        assert_eq!(stdout(&bpasim(dir.path(), &merge)), whole, "{of} slices");
        assert!(stands(&dir.path().join(&joined)));
        assert_eq!(tables(&dir.path().join(&joined)), tables(&dir.path().join("whole")));
    }
}

#[test]
fn a_slice_by_a_schedulers_variables_with_replicates_and_sobol_points() {
    let dir = tempfile::tempdir().expect("folder");
    let run = ["run", "oslo", "--years", "2", "--draws", "90", "--replicates", "2", "--sampling", "sobol"];
    let all = [&run[..], &["--quiet", "--fingerprint", "--out", "whole"]].concat();
    let whole = stdout(&bpasim(dir.path(), &all));
    for task in 5..8 {
        let folder = format!("s{task}");
        let mut command = command();
        command.current_dir(dir.path()).args(run).args(["--quiet", "--shard", "auto", "--out", &folder]);
        command.env("SLURM_ARRAY_TASK_ID", task.to_string()).env("SLURM_ARRAY_TASK_COUNT", "3");
        stdout(&command.env("SLURM_ARRAY_TASK_MIN", "5").output().expect("started"));
    }
    let merge = ["merge", "s5", "s6", "s7", "--quiet", "--fingerprint", "--out", "joined"];
    assert_eq!(stdout(&bpasim(dir.path(), &merge)), whole);
    assert_eq!(tables(&dir.path().join("joined")), tables(&dir.path().join("whole")));
}

/// Fifty kills at different moments, of runs and of merges, each followed by going on.
#[test]
fn killed_at_any_moment_it_goes_on_and_nothing_half_written_is_seen() {
    let dir = tempfile::tempdir().expect("folder");
    let whole = stdout(&bpasim(dir.path(), &with(&["--out", "whole", "--keep-draws"])));
    let target = dir.path().join("killed");
    // Pauses of 5 to 304 ms in an order of no pattern.
    let pause =
        |n: u64| Duration::from_millis(5 + n.wrapping_mul(6_364_136_223_846_793_005).rotate_left(17) % 300);
    let mut kills = 0;
    while kills < 30 {
        let mut tries = 0;
        while !stands(&target) {
            let mut child = start(dir.path(), &with(&["--out", "killed"]));
            // Longer and longer, so that a busy machine gets a part done between two kills.
            tries += 1;
            std::thread::sleep(pause(kills + 1) * tries / 4);
            if child.try_wait().expect("state").is_none() {
                child.kill().expect("killed");
                kills += 1;
            }
            child.wait().expect("ended");
        }
        assert_eq!(tables(&target), tables(&dir.path().join("whole")));
        fs::remove_dir_all(&target).expect("removed");
        let _ = fs::remove_dir_all(dir.path().join(".killed.parts"));
    }
    let merge = ["merge", "whole-draws", "--quiet", "--fingerprint", "--out", "merged"];
    let merged = dir.path().join("merged");
    for kill in 0..20 {
        let mut child = start(dir.path(), &merge);
        std::thread::sleep(pause(kill) / 3);
        let _ = child.kill();
        child.wait().expect("ended");
        if stands(&merged) {
            fs::remove_dir_all(&merged).expect("removed");
        }
    }
    assert_eq!(stdout(&bpasim(dir.path(), &merge)), whole);
}

#[test]
fn what_is_missing_doubled_damaged_or_foreign_is_refused_by_name() {
    let dir = tempfile::tempdir().expect("folder");
    let at = |name: &str| dir.path().join(name);
    for own in 1..=2 {
        let shard = format!("{own}/2");
        stdout(&bpasim(dir.path(), &with(&["--shard", &shard, "--out", &format!("s{own}")])));
    }
    let merge = |folders: &[&str]| {
        let all: Vec<&str> = ["merge", "--quiet", "--out", "joined"].iter().chain(folders).copied().collect();
        let output = bpasim(dir.path(), &all);
        assert!(!at("joined").exists(), "something was written");
        output
    };
    refused(&merge(&["s1"]), 2, &["512", "1023", "mangler"]);
    refused(&merge(&["s1", "s2", "s1"]), 2, &["draws-00000000-00000127", "to ganger"]);
    refused(&merge(&["s1", "s3"]), 2, &["s3", "finnes ikke"]);
    fs::create_dir(at("empty")).expect("folder");
    refused(&merge(&["s1", "empty"]), 2, &["empty", "ingen mappe med trekninger"]);

    stdout(&bpasim(dir.path(), &with(&["--seed", "9", "--shard", "2/2", "--out", "seed"])));
    refused(&merge(&["s1", "seed"]), 2, &["seed", "en annen kjøring", "--seed 9"]);
    stdout(&bpasim(dir.path(), &with(&["--set", "price_response=0.3", "--shard", "2/2", "--out", "other"])));
    refused(&merge(&["s1", "other"]), 2, &["other", "en annen kjøring", "price_response=0.3"]);
    let more =
        ["run", "oslo", "--years", "2", "--draws", "2048", "--quiet", "--shard", "2/2", "--out", "more"];
    stdout(&bpasim(dir.path(), &more));
    refused(&merge(&["s1", "more"]), 2, &["more", "2048", "1024"]);

    // A part of another run smuggled in.
    let part = parts(&at("s2"))[1].clone();
    let name = part.file_name().expect("name").to_string_lossy().into_owned();
    fs::rename(&part, at("aside")).expect("moved");
    let foreign = parts(&at("seed"))[1].clone();
    fs::rename(&foreign, &part).expect("moved");
    refused(&merge(&["s1", "s2"]), 2, &[&name, "en annen kjøring"]);
    fs::rename(&part, &foreign).expect("moved");
    // Renamed.
    let wrong = at("s2").join("draws-00000900-00001000");
    fs::rename(at("aside"), &wrong).expect("moved");
    refused(&merge(&["s1", "s2"]), 2, &["draws-00000900-00001000", "annet navn", &name]);
    fs::rename(&wrong, &part).expect("moved");

    for file in ["draws.parquet", "ledger.parquet", "units.parquet", "part.json"] {
        let path = part.join(file);
        let sound = fs::read(&path).expect("file");
        let mut bytes = sound.clone();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0x10;
        fs::write(&path, &bytes).expect("written");
        refused(&merge(&["s1", "s2"]), 2, &[&name]);
        fs::write(&path, &sound[..sound.len() - 7]).expect("written");
        refused(&merge(&["s1", "s2"]), 2, &[&name, file]);
        fs::remove_file(&path).expect("removed");
        refused(&merge(&["s1", "s2"]), 2, &[&name, file]);
        fs::write(&path, &sound).expect("written");
    }
    let plan = fs::read(at("s2/plan.json")).expect("plan");
    fs::write(at("s2/plan.json"), b"{\"program\": 7").expect("written");
    refused(&merge(&["s1", "s2"]), 2, &["plan.json"]);
    fs::write(at("s2/plan.json"), plan).expect("written");
    assert!(merge_works(dir.path()));
}

fn merge_works(dir: &Path) -> bool {
    bpasim(dir, &["merge", "--quiet", "--out", "joined", "s1", "s2"]).status.success()
}

#[test]
fn an_interrupted_run_says_how_to_go_on() {
    let dir = tempfile::tempdir().expect("folder");
    let run = ["run", "oslo", "--years", "2", "--draws", "100000", "--out", "r"];
    let mut command = command();
    command.current_dir(dir.path()).args(run).stderr(Stdio::piped()).stdout(Stdio::null());
    let child = command.spawn().expect("started");
    let hidden = dir.path().join(".r.parts");
    for _ in 0..400 {
        std::thread::sleep(Duration::from_millis(25));
        if hidden.exists() && !parts(&hidden).is_empty() {
            break;
        }
    }
    // Meanwhile nobody else may write there.
    refused(&bpasim(dir.path(), &run), 2, &["r", "en annen kjøring skriver"]);
    let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(kill.expect("kill").success());
    let output = child.wait_with_output().expect("ended");
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{message}");
    assert!(message.contains("Samme kommando fortsetter"), "{message}");
    assert!(!dir.path().join("r").exists());
    // Another run is not mixed with what lies there, and fewer draws than its first part has are refused.
    let other = [&run[..], &["--seed", "5"]].concat();
    refused(&bpasim(dir.path(), &other), 2, &["en annen kjøring", "--seed 5", "--fresh"]);
    let fewer = ["run", "oslo", "--years", "2", "--draws", "60", "--out", "r", "--quiet", "--resume"];
    refused(&bpasim(dir.path(), &fewer), 2, &["utenfor trekningene", "--fresh"]);
    let both = [&fewer[..], &["--fresh"]].concat();
    refused(&bpasim(dir.path(), &both), 2, &["--fresh", "--resume"]);
    // With --fresh the run starts anew, and tidies up.
    stdout(&bpasim(dir.path(), &[&fewer[..9], &["--fresh"]].concat()));
    assert!(stands(&dir.path().join("r")) && !hidden.exists());
}

#[test]
fn draws_kept_are_the_draws_of_the_run() {
    let dir = tempfile::tempdir().expect("folder");
    let run = ["run", "oslo", "--years", "2", "--draws", "150", "--quiet", "--keep-draws", "--out", "r"];
    stdout(&bpasim(dir.path(), &run));
    assert_eq!(parts(&dir.path().join("r-draws")).len(), 2);
    // The same run stands finished; elsewhere than below output/ no other replaces it unasked.
    stdout(&bpasim(dir.path(), &run));
    refused(&bpasim(dir.path(), &[&run[..], &["--seed", "5"]].concat()), 2, &["--force"]);
    stdout(&bpasim(dir.path(), &[&run[..], &["--force"]].concat()));
    stdout(&bpasim(dir.path(), &["merge", "r-draws", "--quiet", "--out", "again"]));
    assert_eq!(tables(&dir.path().join("again")), tables(&dir.path().join("r")));
    fs::write(dir.path().join("a-draws"), "mine").expect("file");
    let clash = ["run", "oslo", "--years", "2", "--draws", "5", "--quiet", "--keep-draws", "--out", "a"];
    refused(&bpasim(dir.path(), &clash), 2, &["a-draws"]);
    assert_eq!(fs::read(dir.path().join("a-draws")).expect("still there"), b"mine");
}

#[test]
fn precision_goes_on_until_it_is_enough_or_says_that_it_is_not() {
    let dir = tempfile::tempdir().expect("folder");
    let run = |more: &[&str]| {
        let base = ["run", "oslo", "--years", "2", "--out", "r", "--force", "--fingerprint"];
        bpasim(dir.path(), &[&base[..], more].concat())
    };
    let reached = run(&["--precision", "0.05"]);
    let text = stdout(&reached);
    assert!(text.contains("Monte Carlo-feilen er høyst"), "{text}");
    assert!(String::from_utf8_lossy(&reached.stderr).contains("✓"));
    let manifest = fs::read(dir.path().join("r/run.json")).expect("run.json");
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).expect("json");
    assert_eq!(manifest["precision"]["converged"], true);
    assert!(manifest["precision"]["largest_error"].as_f64().expect("error") <= 0.05);
    // The same as a run of so many draws.
    let draws = manifest["draws"].to_string();
    let same = run(&["--draws", &draws]);
    let last = |text: String| text.lines().last().map(str::to_string);
    assert_eq!(last(text), last(stdout(&same)));
    // The results are written, and the exit code tells that it was not enough.
    let missed = run(&["--precision", "0.0001", "--draws", "300"]);
    refused(&missed, 1, &["nøyaktigheten er ikke nådd"]);
    assert!(
        String::from_utf8_lossy(&missed.stdout).contains("IKKE NØYAKTIG NOK")
            && stands(&dir.path().join("r"))
    );
    refused(&run(&["--precision", "2"]), 2, &["--precision"]);
}

/// Too little room is told beforehand; a disk that fills up is told, leaves no result, and the run goes on once there is
/// room. Needs a small disk of its own, which only root can make.
#[test]
#[ignore = "needs the right to mount a small disk: run .ci/outside"]
fn a_full_disk_is_told_and_the_run_goes_on() {
    let dir = tempfile::tempdir().expect("folder");
    let disk = dir.path().join("disk");
    fs::create_dir(&disk).expect("folder");
    let mount = |options: &str| {
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&disk).output();
        done.is_ok_and(|o| o.status.success())
    };
    assert!(mount("size=2m"), "no right to mount a small disk");
    let too_small = bpasim(&disk, &with(&["--out", "r"]));
    assert!(mount("remount,size=60m"));
    // Room enough when it begins, and filled by somebody else while it runs.
    let mut running = command();
    running.current_dir(&disk).args(with(&["--out", "r"])).stdout(Stdio::null()).stderr(Stdio::piped());
    let running = running.spawn().expect("started");
    while !disk.join(".r.parts/draws-00000000-00000127").exists() {
        std::thread::sleep(Duration::from_millis(2));
    }
    let filled = fs::write(disk.join("filler"), vec![1; 60 << 20]).is_err();
    let full = running.wait_with_output().expect("ended");
    let seen = disk.join("r").exists();
    fs::remove_file(disk.join("filler")).expect("removed");
    let resumed = bpasim(&disk, &with(&["--out", "r"]));
    let whole = bpasim(dir.path(), &with(&["--out", "whole"]));
    let unmounted = Command::new("umount").arg(&disk).status();
    refused(&too_small, 2, &["det er ikke plass", "--draws"]);
    refused(&full, 3, &["Disken er full", "samme kommando fortsetter"]);
    assert!(!seen && filled && unmounted.is_ok_and(|s| s.success()));
    assert_eq!(stdout(&resumed), stdout(&whole));
}

#[test]
fn places_that_make_no_sense_are_refused() {
    let dir = tempfile::tempdir().expect("folder");
    for shard in ["0/3", "4/3", "3", "x/y", "auto"] {
        refused(&bpasim(dir.path(), &with(&["--shard", shard])), 2, &["--shard"]);
    }
    let few = ["run", "oslo", "--draws", "3", "--shard", "1/5", "--quiet"];
    refused(&bpasim(dir.path(), &few), 2, &["flere deler enn trekninger"]);
    let both = ["run", "oslo", "--shard", "1/5", "--precision", "0.1"];
    refused(&bpasim(dir.path(), &both), 2, &["--precision", "--shard"]);
    refused(&bpasim(dir.path(), &["run", "oslo", "--sampling", "grid"]), 2, &["--sampling", "random, sobol"]);
}

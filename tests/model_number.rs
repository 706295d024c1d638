//! What another model made is refused by name, through the real binary: its own files, with the model's number in them
//! rewritten. (Posteriors: see `calibrates`.)

use crate::program::{bpasim, change_json, refused, stdout};
use serde_json::Value;
use std::fs;
use std::path::Path;

const RUN: &str = "run oslo --years 2 --draws 150 --quiet --no-report";

/// Gives a file the model number after its own, and returns the two.
#[track_caller]
fn renumber(file: &Path) -> [String; 2] {
    let mut own = 0;
    change_json(file, |json| {
        own = json["model_number"].as_u64().expect("a model number");
        json["model_number"] = (own + 1).into();
    });
    [(own + 1).to_string(), own.to_string()]
}

/// The command is refused in every language: it names the file, its number and ours, and says what to do.
#[track_caller]
fn refused_by_name(dir: &Path, command: &str, file: &str, [found, own]: &[String; 2]) {
    for (lang, remedy, [found_word, allowed]) in [
        ("nb", "kjør på nytt", ["funnet", "tillatt"]),
        ("nn", "køyr på nytt", ["funne", "tillate"]),
        ("en", "run again", ["found", "allowed"]),
    ] {
        let numbers = format!("{found_word}: {found}; {allowed}: {own}");
        let words = [file, "model_number", remedy, &numbers];
        refused(&bpasim(dir, &format!("{command} --lang {lang}")), 2, &words);
    }
}

/// Makes a file one of the first format, which told no format and called the zero alternative `null`.
fn of_the_first_format(file: &Path) {
    let mut json: Value = serde_json::from_slice(&fs::read(file).expect("file")).expect("JSON");
    let fields = json.as_object_mut().expect("object");
    assert_eq!(fields.remove("file_format"), Some(3.into()), "{}", file.display());
    fields.insert("version".into(), "0.0.7".into());
    fs::write(file, format!("{json:#}\n").replace("\"zero\"", "\"null\"")).expect("written");
}

#[test]
fn folders_in_another_format_are_refused_with_the_version_that_wrote_them() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, &format!("{RUN} --keep-draws --out r")));
    stdout(&bpasim(dir, &format!("{RUN} --set vacancy=0.2 --out other")));
    let words = |file: &'static str| [file, "file_format", "1 (bpasim 0.0.7)", "3 (bpasim ", "jør på nytt"];
    let chunk = fs::read_dir(dir.join("r-draws")).expect("folder").map(|e| e.expect("entry").path());
    let chunk = chunk.into_iter().find(|p| p.is_dir()).expect("a chunk").join("part.json");
    for (file, commands) in [
        (chunk, &["merge r-draws --out again"][..]),
        (dir.join("r-draws/plan.json"), &["merge r-draws --out again", "sensitivity r-draws"]),
        (dir.join("r/run.json"), &["report r", "compare r other", "compare other r", "decide r --points 0"]),
    ] {
        let sound = fs::read(&file).expect("file");
        of_the_first_format(&file);
        let name = file.file_name().and_then(|n| n.to_str()).expect("name").to_string();
        for command in commands {
            let words =
                words(["part.json", "plan.json", "run.json"].into_iter().find(|n| *n == name).unwrap());
            refused(&bpasim(dir, *command), 2, &words);
        }
        fs::write(&file, sound).expect("written");
    }
    // A new run replaces them all the same.
    of_the_first_format(&dir.join("r/run.json"));
    of_the_first_format(&dir.join("r-draws/plan.json"));
    stdout(&bpasim(dir, &format!("{RUN} --keep-draws --force --out r")));
    stdout(&bpasim(dir, "report r"));
}

#[test]
fn slices_and_kept_draws_of_another_model_are_refused() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for own in 1..=2 {
        stdout(&bpasim(dir, &format!("{RUN} --shard {own}/2 --out s{own}")));
    }
    let part = fs::read_dir(dir.join("s2")).expect("folder").map(|e| e.expect("entry").path());
    let part = part.into_iter().find(|p| p.is_dir()).expect("a part").join("part.json");
    let sound = fs::read(&part).expect("file");
    let numbers = renumber(&part);
    refused_by_name(dir, "merge s1 s2 --out joined", "part.json", &numbers);
    fs::write(&part, sound).expect("written");

    let sound = fs::read(dir.join("s2/plan.json")).expect("file");
    let numbers = renumber(&dir.join("s2/plan.json"));
    refused_by_name(dir, "merge s1 s2 --out joined", "s2/plan.json", &numbers);
    refused_by_name(dir, "merge s2 s1 --out joined", "s2/plan.json", &numbers);
    refused_by_name(dir, &format!("{RUN} --shard 2/2 --out s2"), "s2/plan.json", &numbers);
    // From before there were numbers.
    let mut old: Value = serde_json::from_slice(&sound).expect("JSON");
    old.as_object_mut().expect("object").remove("model_number");
    fs::write(dir.join("s2/plan.json"), old.to_string()).expect("written");
    refused(&bpasim(dir, "merge s1 s2 --out joined"), 2, &["s2/plan.json", "funnet: –"]);
    assert!(!dir.join("joined").exists());
    fs::write(dir.join("s2/plan.json"), sound).expect("written");
    stdout(&bpasim(dir, "merge s1 s2 --quiet --no-report --out joined"));
}

#[test]
fn an_interrupted_run_of_another_model_is_not_resumed() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    // Finished draws where an interrupted run leaves its own.
    stdout(&bpasim(dir, &format!("{RUN} --shard 1/1 --out all")));
    fs::rename(dir.join("all"), dir.join(".r.parts")).expect("moved");
    let plan = dir.join(".r.parts/plan.json");
    let sound = fs::read(&plan).expect("file");
    let numbers = renumber(&plan);
    refused_by_name(dir, &format!("{RUN} --out r"), ".r.parts/plan.json", &numbers);
    refused(&bpasim(dir, &format!("{RUN} --out r")), 2, &["--fresh"]);
    fs::write(&plan, sound).expect("written");
    stdout(&bpasim(dir, &format!("{RUN} --out r")));
}

#[test]
fn results_and_draws_of_another_model_are_analysed_no_more_but_shown() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, &format!("{RUN} --keep-draws --out r")));
    stdout(&bpasim(dir, &format!("{RUN} --set vacancy=0.2 --out other")));
    let analyses =
        ["sensitivity r --method regression", "decide r --points 0", "scenarios r --grid --draws 20"];

    let plan = dir.join("r-draws/plan.json");
    let sound = fs::read(&plan).expect("file");
    let numbers = renumber(&plan);
    for command in analyses.iter().chain(&["sensitivity r-draws", "merge r-draws --out again"]) {
        refused_by_name(dir, command, "r-draws/plan.json", &numbers);
    }
    fs::write(&plan, sound).expect("written");

    let numbers = renumber(&dir.join("r/run.json"));
    let before = fs::read(dir.join("r/run.json")).expect("file");
    let others = ["compare r other", "compare other r", "backtest oslo --draws 20 --into r"];
    for command in analyses.iter().chain(&others) {
        refused_by_name(dir, command, "r/run.json", &numbers);
    }
    assert_eq!(fs::read(dir.join("r/run.json")).expect("file"), before);
    // Tables are shown whoever made them, and go on telling who did.
    stdout(&bpasim(dir, "report r"));
    let about: Value =
        serde_json::from_slice(&fs::read(dir.join("r/run.json")).expect("file")).expect("JSON");
    assert_eq!(about["model_number"].to_string(), numbers[0]);
}

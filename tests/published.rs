//! What is published tells nobody's folders: every file that a run or an analysis writes, searched for the name of a home.

use crate::program::{bpasim, command, refused, stdout};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Output;

/// A word of the folder that everything lies in and goes to.
const USER: &str = "karinordmann7";

const TARGETS: &str = "id,outcome,per,year,to_year,bound,value,standard_error,unit,source,label_nb,label_nn,label_en\n\
     hours,granted_hours_per_recipient,,2022,,equal,40,1.5,hours/week,made up,a,b,c\n";

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).expect("folder").map(|entry| entry.expect("entry").path()) {
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether a file tells the user, packed ones inside as well.
fn tells(path: &Path) -> bool {
    let bytes = fs::read(path).expect("file");
    if path.extension().is_none_or(|ending| ending != "xlsx") {
        return holds(&bytes, USER);
    }
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    (0..book.len()).any(|n| {
        let mut content = Vec::new();
        book.by_index(n).expect("a part").read_to_end(&mut content).expect("whole");
        holds(&content, USER)
    })
}

/// The program, started in one folder by somebody whose home is another.
fn start(at: &Path, home: &Path, arguments: &str) -> Output {
    let home = home.display().to_string();
    let words: Vec<String> = arguments.split_whitespace().map(|word| word.replace('~', &home)).collect();
    command().current_dir(at).env("HOME", &home).env("USER", USER).args(words).output().expect("started")
}

#[test]
fn no_file_tells_the_folders_it_was_made_in_or_of() {
    let place = tempfile::tempdir().expect("folder");
    let (at, home) = (place.path().join("work"), place.path().join("home").join(USER));
    fs::create_dir_all(&at).expect("folder");
    fs::create_dir_all(home.join("in/tables")).expect("folder");
    let inputs = home.join("in");
    let write = |name: &str, text: &str| fs::write(inputs.join(name), text).expect("written");
    let shipped = include_str!("../scenarios/data/oslo_districts.csv");
    let table: Vec<&str> = shipped.lines().filter(|line| !line.starts_with('#')).collect();
    write("tables/own.csv", &format!("{}\n", table.join("\n")));
    write("base.toml", "format = 1\nextends = \"oslo\"\n[parameters.coverage_null]\nvalue = \"0,85\"\n");
    // The table is the shipped one with notes left out: what it counts is published.
    let scenario = format!(
        "format = 1\nextends = '{}'\n[scenario]\nname = \"own\"\nunits = '{}'\nobserved_persons = false\n\
         [parameters.price_response]\nvalue = \"0,2\"\n[financing.X]\nextends = \"B\"\n\
         \"refund.rate\" = {{ uniform = [0.7, 0.9] }}\n",
        inputs.join("base.toml").display(),
        inputs.join("tables/own.csv").display(),
    );
    write("own.toml", &scenario);
    write("targets.csv", TARGETS);
    write(
        "structures.toml",
        "[[alternative]]\nid = \"a\"\ntitle = { nb = \"a\", nn = \"a\", en = \"a\" }\nset = [\"price_response=0\"]\n",
    );
    let run = "run ~/in/own.toml --years 2 --draws 12 --models zero,X --quiet --csv nb";
    for arguments in [
        &format!("{run} --keep-draws --out ~/out/first").replace("12", "300"),
        &format!("{run} --out=~/out/second --set price_response=0.3").replace("12", "300"),
        &format!("{run} --shard 1/2 --out ~/out/s1").replace("--csv nb", ""),
        &format!("{run} --shard 2/2 --out ~/out/s2").replace("--csv nb", ""),
        "merge ~/out/s1 ~/out/s2 --scenario ~/in/own.toml --out ~/out/merged --quiet",
        "compare ~/out/first ~/out/second --draws 2 --out ~/out/compared.html",
        "sensitivity ~/out/first --method regression --out ~/out/sensitivity --quiet",
        "scenarios ~/in/own.toml --grid --alternatives ~/in/structures.toml --draws 2 --out ~/out/grid --quiet",
        "calibrate ~/in/own.toml --targets ~/in/targets.csv --draws 1420 --out ~/out/calibrated --quiet",
        &format!(
            "{run} --posterior ~/out/calibrated/posterior.json --accept-bad-fit --keep-draws --out ~/out/posterior"
        ),
        "report ~/out/first --lang en",
    ] {
        // What goes on from a run finds the user's own files in the folder it is started in.
        let goes_on = ["compare", "sensitivity"].iter().any(|command| arguments.starts_with(command));
        let output = start(if goes_on { &inputs } else { &at }, &home, arguments);
        // Whether so few targets are met is not what is asked here.
        let done = output.status.success() || arguments.starts_with("calibrate");
        assert!(done, "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let written = files(&home.join("out"));
    for name in [
        "own.toml",
        "first/results.xlsx",
        "first/report.html",
        "first-draws/plan.json",
        "s1/plan.json",
        "posterior/calibration.json",
        "calibrated/posterior.json",
        "grid/run.json",
    ] {
        assert!(name == "own.toml" || written.contains(&home.join("out").join(name)), "{name}");
    }
    let telling: Vec<&PathBuf> = written.iter().filter(|path| tells(path)).collect();
    assert!(telling.is_empty(), "{telling:?}");
    assert!(files(&at).is_empty(), "nothing is left where the program was started");

    // Somebody else makes the run again: with the files in one folder, and told what is missing where they are not.
    let about: serde_json::Value =
        serde_json::from_slice(&fs::read(home.join("out/first/run.json")).expect("run.json")).expect("JSON");
    assert_eq!(about["repeat"][2], "own.toml");
    assert_eq!(about["command"][2], "own.toml");
    assert!(about["warnings"].to_string().contains("own.toml:"), "{}", about["warnings"]);
    let verify = "verify ~/out/first --repeat --lang en";
    refused(&start(&at, &home, verify), 2, &["own.toml", "folder that the command is run in"]);
    let told = stdout(&start(&inputs, &home, verify));
    assert!(told.contains("the same fingerprint") && told.contains("Needs your own file own.toml"), "{told}");
    stdout(&start(&inputs, &home, "sensitivity ~/out/first --method regression --quiet"));
    stdout(&start(&home, &home, "merge ~/out/s1 ~/out/s2 --out ~/out/again --quiet"));
    write("own.toml", &scenario.replace("0,2", "0,3"));
    let changed = start(&inputs, &home, verify);
    refused(&changed, 2, &["own.toml", "the file has been changed since the run"]);
}

/// Options whose values are no paths are told as they were typed.
#[test]
fn the_command_is_told_as_typed_but_for_folders() {
    let place = tempfile::tempdir().expect("folder");
    let run = ["run", "oslo", "--draws", "2", "--years", "2", "--quiet", "--no-report", "--set"];
    let more = ["price_response=0.2", "--models", "zero,B", "--out", "below/r/"];
    stdout(&bpasim(place.path(), &[&run[..], &more].concat()));
    let about = fs::read(place.path().join("below/r/run.json")).expect("run.json");
    let about: serde_json::Value = serde_json::from_slice(&about).expect("JSON");
    let words: Vec<&str> =
        about["command"].as_array().expect("words").iter().filter_map(|w| w.as_str()).collect();
    let told = ["price_response=0.2", "--models", "zero,B", "--out", "r"];
    assert_eq!(words, [&["bpasim"], &run[..], &told].concat());
}

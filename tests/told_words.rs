//! What is told reaches terminal, page and file without characters that they obey, in the user's language and with what to
//! do; and what a list tells of a run fits the run. Through the real binary.

use crate::program::{bpasim, change_json, refused, stdout};
use bpasim::text::visible::is_hidden;
use std::fs;
use std::path::Path;
use std::process::Output;

const RUN: &str = "run oslo --draws 2 --years 2 --no-report";

#[track_caller]
fn seen(output: &Output) -> String {
    let all = [output.stdout.as_slice(), &output.stderr].concat();
    let all = String::from_utf8(all).expect("UTF-8");
    let hidden: Vec<char> = all.chars().filter(|c| is_hidden(*c) && !matches!(c, '\n' | '\t')).collect();
    assert!(hidden.is_empty(), "{hidden:?} in {all:?}");
    all
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path.as_ref()).unwrap_or_else(|e| panic!("{:?}: {e}", path.as_ref()))
}

#[cfg(unix)]
#[test]
fn no_terminal_and_no_page_gets_a_character_that_it_obeys() {
    let place = tempfile::tempdir().expect("folder");
    let dir = &place.path().join("a\u{1b}[31m\u{202e}b");
    fs::create_dir(dir).expect("folder");
    let own = "format = 1\nextends = \"oslo\"\n[scenario]\nname = \"mitt\"\n";
    fs::write(dir.join("mitt.toml"), own).expect("written");
    let run = "run mitt.toml --draws 2 --years 2";
    seen(&bpasim(dir, run));
    fs::write(dir.join("output/mitt/units.csv"), "mine").expect("edited");
    assert!(seen(&bpasim(dir, run)).contains("units.edited-1.csv"));
    for name in ["ring\u{7}.txt", "esc\u{1b}]0;x\u{7}", "turn\u{202e}gpj.exe", "c1\u{9b}31m"] {
        fs::write(dir.join("output/mitt").join(name), "mine").expect("written");
    }
    assert!(seen(&bpasim(dir, "verify output/mitt")).contains("turn\\u{202e}gpj.exe"));
    assert!(bpasim(dir, "report output/mitt").status.success());
    let page = read(dir.join("output/mitt/report.html"));
    assert!(!page.contains(|c| is_hidden(c) && !matches!(c, '\n' | '\t')));
    // A table whose hash was made to fit.
    let units = dir.join("output/mitt/units.csv");
    let table = read(&units);
    let turned = table.replacen("Gamle", "Gam\u{202e}le", 1);
    assert_ne!(table, turned);
    fs::write(&units, &turned).expect("written");
    let list = dir.join("output/mitt/run.json");
    let whole = read(&list);
    change_json(&list, |json| {
        json["outputs"]["units.csv"] = bpasim::files::list::hash(turned.as_bytes()).into()
    });
    refused(&bpasim(dir, "report output/mitt"), 2, &["units.csv", "usynlige tegn"]);
    fs::write(&units, &table).expect("written");
    fs::write(&list, &whole).expect("written");
    // What a list tells, whole or not.
    for (field, value) in [
        ("version", "9\u{1b}[2J"),
        ("fingerprint", "\u{202e}abc"),
        ("repeat", "bpasim\u{1b}[2J"),
        ("title", "T\u{202e}"),
    ] {
        change_json(&list, |json| match field {
            "repeat" => json["repeat"] = vec![value].into(),
            "title" => json["scenario"]["title"]["nb"] = value.into(),
            _ => json[field] = value.into(),
        });
        seen(&bpasim(dir, "verify output/mitt"));
        let output = bpasim(dir, "report output/mitt");
        seen(&output);
        if field != "repeat" {
            refused(&output, 2, &["run.json", field.trim_start_matches("title"), "usynlige tegn"]);
        }
        let page = read(dir.join("output/mitt/report.html"));
        assert!(!page.contains(|c| is_hidden(c) && !matches!(c, '\n' | '\t')), "{field}");
        fs::write(&list, &whole).expect("written");
    }
}

#[test]
fn what_a_list_tells_fits_the_id_of_its_run() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, &format!("{RUN} --out r")));
    stdout(&bpasim(dir, "verify r"));
    let list = dir.join("r/run.json");
    let whole = read(&list);
    let changes: [fn(&mut serde_json::Value); 4] = [
        |json| json["draws"] = 1_000_000.into(),
        |json| json["scenario"]["last_year"] = 2060.into(),
        |json| json["seed"] = 7.into(),
        |json| drop(json["models"].as_array_mut().expect("models").pop()),
    ];
    for change in changes {
        change_json(&list, change);
        let output = bpasim(dir, "verify r");
        refused(&output, 1, &["KONTROLLEN FEILET"]);
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(told.contains("run_id") && !told.contains("bpasim run"), "{told}");
        fs::write(&list, &whole).expect("written");
    }
}

#[test]
fn what_the_system_refuses_is_told_in_the_users_language() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, &format!("{RUN} --quiet --out r")));
    refused(&bpasim(dir, "run r"), 2, &["mappe med resultater", "bpasim report"]);
    let long = "x".repeat(300);
    refused(&bpasim(dir, &format!("{RUN} --out {long}")), 2, &["navnet er for langt", "os error"]);
    let english =
        refused(&bpasim(dir, &format!("{RUN} --lang en --out {long}")), 2, &["choose a shorter one"]);
    assert!(!english.contains("navnet"), "{english}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink("two", dir.join("one")).expect("link");
        symlink("one", dir.join("two")).expect("link");
        symlink("nowhere", dir.join("dangling")).expect("link");
        for line in [format!("{RUN} --out one"), format!("{RUN} --out one/below"), "verify one".into()] {
            refused(&bpasim(dir, &line), 2, &["one", "ring"]);
        }
        for line in [format!("{RUN} --out dangling"), "verify dangling".into()] {
            refused(&bpasim(dir, &line), 2, &["dangling", "lenke til noe som ikke finnes"]);
        }
        let socket = std::os::unix::net::UnixListener::bind(dir.join("socket")).expect("socket");
        refused(&bpasim(dir, "merge socket"), 2, &["ingen mappe med trekninger"]);
        drop(socket);
    }
    // Two runs, told by the commands that made them.
    for (seed, of) in [(1, "1/2"), (2, "2/2")] {
        let slice = format!("run oslo --draws 2 --years 2 --quiet --seed {seed} --shard {of} --out s{seed}");
        stdout(&bpasim(dir, &slice));
    }
    let message = refused(&bpasim(dir, "merge s1 s2"), 2, &["--seed 1", "--seed 2"]);
    assert!(!message.contains("Random") && !message.contains("--set"), "{message}");
}

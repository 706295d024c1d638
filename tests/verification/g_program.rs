//! V-G: reproducibility and program. V-G02, G05, G10–G12, G14 and G15 come later.

use super::common::{national, run, scenario, small, small_file, value, world};
use bpasim::analysis::statistics::statistics;
use bpasim::analysis::summary::{Basis, Period, by_world};
use bpasim::engine::model_number::MODEL_NUMBER;
use bpasim::engine::results::Results;
use bpasim::engine::sums::ByUnit;
use bpasim::outcomes::Outcome;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in `dir`; `env` is set on top of the test's environment.
fn program(dir: &Path, args: &[&str], env: &[(&str, &str)]) -> Output {
    let mut command = crate::program::command();
    command.current_dir(dir).args(args).envs(env.iter().copied()).output().expect("program")
}

/// Every comma-separated file a run writes, by name.
fn tables(dir: &Path, out: &str, args: &[&str], env: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let all = [&["run"], args, &["--quiet", "--out", out]].concat();
    let output = program(dir, &all, env);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    let files: BTreeMap<String, Vec<u8>> = std::fs::read_dir(dir.join(out))
        .expect("result folder")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "csv"))
        .map(|path| {
            (
                path.file_name().expect("name").to_string_lossy().into_owned(),
                std::fs::read(&path).expect("file"),
            )
        })
        .collect();
    assert!(files.len() >= 5, "{:?}", files.keys());
    files
}

/// What differs between two sets of files.
fn different<'a>(a: &'a BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) -> Vec<&'a String> {
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
    a.iter().filter(|(name, bytes)| b[*name] != **bytes).map(|(name, _)| name).collect()
}

#[test]
fn v_g01_the_same_bits_for_one_two_and_seven_threads() {
    let s = small(4, &[]);
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        // More worlds than a wave holds.
        pool.install(|| run(&s, 150, 9)).fingerprint()
    };
    let one = with(1);
    assert!(one == with(1) && one == with(2) && one == with(7));
}

#[test]
fn v_g01_the_program_writes_the_same_files_for_any_number_of_threads() {
    let dir = tempfile::tempdir().expect("temporary folder");
    let args = ["national", "--draws", "4", "--years", "6", "--seed", "3"];
    let with =
        |threads: &str| tables(dir.path(), threads, &[&args[..], &["--threads", threads]].concat(), &[]);
    let (one, two) = (with("1"), with("2"));
    assert_eq!(different(&one, &two), Vec::<&String>::new());
}

#[test]
fn v_g01_the_same_bits_on_every_instruction_set() {
    use bpasim::engine::instructions::InstructionSet;
    use bpasim::engine::run::{Engine, Size};
    let s = small(8, &["financing.A.start_year=2025", "financing.B.start_year=2026"]);
    let size = Size { draws: 4, replicates: 1, seed: 1 };
    let run_on = |instructions| {
        let engine = Engine::new(&s).expect("engine").with_instructions(instructions);
        engine.run(size, &std::sync::atomic::AtomicBool::new(false), &|_| ()).expect("run")
    };
    let widest = run_on(InstructionSet::Widest);
    for narrower in [InstructionSet::Avx2, InstructionSet::Baseline] {
        let other = run_on(narrower);
        assert_eq!(widest.fingerprint(), other.fingerprint(), "{narrower:?}");
    }
}

#[test]
fn v_g03_another_seed_gives_other_draws_and_the_same_headline() {
    let s = small(3, &["recipients_total=400"]);
    let (a, b) = (run(&s, 60, 1), run(&s, 60, 2));
    assert_ne!(a.fingerprint(), b.fingerprint());
    for outcome in [Outcome::BpaCost, Outcome::SocietyCost, Outcome::RelativesHours] {
        let of = |r: &Results| {
            let worlds = by_world(r, outcome, 0, Basis::Nominal, Period::Year(2));
            let s = statistics(&worlds, 1).expect("numbers");
            (s.mean, s.mcse.expect("standard error"))
        };
        let ((one, se1), (two, se2)) = (of(&a), of(&b));
        assert!((one - two).abs() < 4.0 * se1.hypot(se2), "{outcome:?}: {one} {two}");
        assert_ne!(one, two);
    }
}

#[test]
fn v_g04_more_draws_leave_the_first_ones_as_they_were() {
    let s = small(3, &[]);
    let (few, many) = (run(&s, 5, 4), run(&s, 10, 4));
    for (i, x) in few.national.in_memory().indexed_iter() {
        assert_eq!(x.to_bits(), many.national.in_memory()[i].to_bits(), "{i:?}");
    }
    for (i, x) in few.values.indexed_iter() {
        assert_eq!(x.to_bits(), many.values[i].to_bits(), "{i:?}");
    }
    assert_ne!(value(&many, 0, 0, Outcome::BpaCost, 0), value(&many, 7, 0, Outcome::BpaCost, 0));
}

#[test]
fn v_g06_a_written_scenario_gives_what_the_built_in_one_gives() {
    let dir = tempfile::tempdir().expect("temporary folder");
    let written = program(dir.path(), &["new", "mine"], &[]);
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    for name in ["national", "oslo"] {
        let file = find(dir.path(), &format!("{name}.toml"));
        let size = ["--draws", "2", "--years", "3"];
        let own = tables(dir.path(), &format!("own-{name}"), &[&[file.as_str()], &size[..]].concat(), &[]);
        let built_in = tables(dir.path(), &format!("built-in-{name}"), &[&[name], &size[..]].concat(), &[]);
        assert_eq!(different(&own, &built_in), Vec::<&String>::new(), "{name}");
    }
    // A field nobody knows is refused, not ignored, and nothing is written.
    std::fs::write(
        dir.path().join("wrong.toml"),
        "format = 1\nextends = \"national\"\n[scenario]\nhorizont = 3\n",
    )
    .expect("file");
    let refused = program(dir.path(), &["run", "wrong.toml", "--draws", "1", "--out", "nothing"], &[]);
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("horizont") && said.contains("wrong.toml"), "{said}");
    assert!(!dir.path().join("nothing").exists());
}

/// A file somewhere below a folder.
fn find(dir: &Path, name: &str) -> String {
    let mut folders = vec![dir.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("folder") {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|n| n == name) {
                return path.to_str().expect("path").to_string();
            }
        }
    }
    panic!("no {name}")
}

#[test]
fn v_g07_time_zone_language_and_folder_change_nothing() {
    let dir = tempfile::tempdir().expect("temporary folder");
    let file = small_file(dir.path());
    let elsewhere = dir.path().join("another folder æøå");
    std::fs::create_dir(&elsewhere).expect("folder");
    let args = [file.as_str(), "--draws", "3", "--years", "4"];
    let here = tables(dir.path(), "here", &args, &[("TZ", "Europe/Oslo"), ("LANG", "nb_NO.UTF-8")]);
    let turkish =
        [("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("COLUMNS", "40")];
    let there = tables(&elsewhere, "there", &args, &turkish);
    assert_eq!(different(&here, &there), Vec::<&String>::new());
    let plain = tables(dir.path(), "c", &args, &[("TZ", "UTC"), ("LC_ALL", "C"), ("SOURCE_DATE_EPOCH", "0")]);
    assert_eq!(different(&here, &plain), Vec::<&String>::new());
}

#[test]
fn v_g08_no_cell_is_not_a_number_infinite_or_minus_zero() {
    let dir = tempfile::tempdir().expect("temporary folder");
    for (out, args) in [
        ("national", vec!["national", "--draws", "2", "--years", "3"]),
        ("oslo", vec!["oslo", "--draws", "2", "--years", "8"]),
        ("one", vec!["national", "--draws", "1", "--years", "1", "--set", "recipients_total=1"]),
        ("none", vec!["national", "--draws", "2", "--years", "2", "--set", "recipients_total=0"]),
    ] {
        for (name, bytes) in tables(dir.path(), out, &args, &[]) {
            let mut reader = csv::Reader::from_reader(&bytes[..]);
            let numeric = |cell: &str| cell.parse::<f64>().ok();
            for record in reader.records() {
                let record = record.expect("record");
                for cell in &record {
                    let bad = match numeric(cell) {
                        Some(x) => !x.is_finite() || x == 0.0 && x.is_sign_negative(),
                        None => false,
                    };
                    assert!(!bad, "{out}/{name}: {cell} in {record:?}");
                }
            }
        }
    }
}

#[test]
fn v_g08_ten_times_norway_does_not_overflow() {
    let one = national(3, &["recipient_rate_sd=0"]);
    let mut ten = national(3, &["recipient_rate_sd=0", "recipients_total=44500"]);
    for unit in &mut ten.units {
        unit.population = unit.population.map(|p| p.map(|n| 10.0 * n));
    }
    let ((_, small, f1), (_, large, f10)) = (world(&one, 0, 1), world(&ten, 0, 1));
    for (cell, account) in f10.accounts.iter().enumerate() {
        assert_eq!(account.total(), account.real(), "cell {cell}");
    }
    assert!(f10.outcomes.iter().all(|x| !x.is_infinite()));
    assert_eq!(
        large.over_units(0, 0)[ByUnit::Recipients as usize],
        10.0 * small.over_units(0, 0)[ByUnit::Recipients as usize]
    );
    // Hours per person have a standard deviation near their mean, so ten times the cost ± 4·10·√(1/4450 + 1/44500).
    let cost = |f: &bpasim::engine::national::WorldFigures| f.outcomes[Outcome::BpaCost.index() * 4];
    let spread = 4.0 * (1.0f64 / 4450.0 + 1.0 / 44_500.0).sqrt();
    assert!((cost(&f10) / cost(&f1) / 10.0 - 1.0).abs() < spread, "{} {}", cost(&f10), cost(&f1));
}

#[test]
fn v_g09_dependencies_are_locked() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lock = std::fs::read_to_string(root.join("Cargo.lock")).expect("Cargo.lock");
    assert!(lock.contains("name = \"bpasim\""));
    let ignored = std::fs::read_to_string(root.join(".gitignore")).unwrap_or_default();
    assert!(
        !ignored.lines().any(|l| l.trim().trim_start_matches('/') == "Cargo.lock"),
        "Cargo.lock is not committed"
    );
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let metadata = Command::new(cargo)
        .current_dir(root)
        .args(["metadata", "--locked", "--offline", "--no-deps", "--format-version", "1"])
        .output()
        .expect("cargo");
    assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
}

/// Licences that may be used together with ours (MIT); of alternatives one is enough.
const LICENCES: [&str; 11] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn v_g09_every_dependency_may_be_used() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    // What other platforms need is not fetched here.
    let rustc = Command::new("rustc").arg("-vV").output().expect("rustc").stdout;
    let about = String::from_utf8(rustc).expect("text");
    let host = about.lines().find_map(|l| l.strip_prefix("host: ")).expect("host");
    let args = ["metadata", "--locked", "--offline", "--format-version", "1", "--filter-platform", host];
    let output =
        Command::new(cargo).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("metadata");
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 20);
    for package in packages {
        let licence = package["license"].as_str().unwrap_or("none").replace('/', " OR ");
        // (A OR B) AND C: each part needs one alternative.
        let parts = licence.split(" AND ").map(|part| part.trim_matches(['(', ')', ' ']).to_string());
        for part in parts {
            let allowed = part.split(" OR ").any(|l| LICENCES.contains(&l.trim_matches(['(', ')', ' '])));
            assert!(allowed, "{}: {licence}", package["name"]);
        }
    }
}

/// Headline figures of a small run, kept in a file so that no change of them goes unseen.
fn headline() -> String {
    let s = small(6, &["financing.A.start_year=2025", "financing.B.start_year=2025"]);
    let r = run(&s, 3, 1);
    let mut text = String::from("outcome,model,mean of the last year\n");
    for outcome in [
        Outcome::Recipients,
        Outcome::DeliveredHours,
        Outcome::UnmetHours,
        Outcome::MunicipalityNetBpa,
        Outcome::MunicipalityNet,
        Outcome::StateNet,
        Outcome::RelativesHours,
        Outcome::RelativesCost,
        Outcome::RelativesLostFte,
        Outcome::UsersEmployed,
        Outcome::SocietyCost,
    ] {
        for (m, model) in s.models.iter().enumerate() {
            let mean = super::common::mean(&r, m, outcome, 5);
            text += &format!("{},{},{mean:.9e}\n", outcome.id(), model.id);
        }
    }
    text
}

/// What is wrong with the golden figures that are kept, if anything. The file tells the number of the model that made
/// them; the changelog has a line for every number, with the figures it gave.
fn golden_fault(number: u32, figures: &str, golden: &str, changelog: &str) -> Option<String> {
    let (head, kept) = golden.split_once('\n').unwrap_or_default();
    let made_by = head.strip_prefix("# model number ").and_then(|n| n.parse().ok());
    if made_by != Some(number) || figures != kept {
        let what = match made_by == Some(number) {
            true => "headline figures moved; raise MODEL_NUMBER in src/engine/model_number.rs".to_string(),
            false => format!("model {number}, but the golden figures are of model {made_by:?}"),
        };
        return Some(what);
    }
    let line = |line: &str| -> Option<(u32, String)> {
        let (number, rest) = line.strip_prefix("- model ")?.split_once(", `")?;
        Some((number.parse().ok()?, rest.split_once('`')?.0.to_string()))
    };
    let lines: Vec<(u32, String)> = changelog.lines().filter_map(line).collect();
    if !lines.windows(2).all(|pair| pair[0].0 < pair[1].0) {
        return Some("the changelog has two lines for one model number".into());
    }
    let now = (number, blake3::hash(kept.as_bytes()).to_hex()[..12].to_string());
    (lines.last() != Some(&now))
        .then(|| format!("CHANGELOG.md needs a last line “- model {}, `{}`: …”", now.0, now.1))
}

#[test]
fn v_g13_headline_figures_change_only_with_a_new_model_number_and_a_line_in_the_changelog() {
    let figures = headline();
    if let Some(fault) =
        golden_fault(MODEL_NUMBER, &figures, include_str!("golden.csv"), include_str!("../../CHANGELOG.md"))
    {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden.csv");
        std::fs::write(&path, format!("# model number {MODEL_NUMBER}\n{figures}")).expect("new figures");
        panic!("{fault}; the file as it would be is {}", path.display());
    }
}

#[test]
fn golden_figures_that_move_under_an_unchanged_model_number_are_seen() {
    let hash = |figures: &str| blake3::hash(figures.as_bytes()).to_hex()[..12].to_string();
    let old = format!("- model 1, `{}`: first.", hash("a\n"));
    let check = |number, figures, golden, changelog: &str| golden_fault(number, figures, golden, changelog);
    assert_eq!(check(1, "a\n", "# model number 1\na\n", &old), None);
    let moved = check(1, "b\n", "# model number 1\na\n", &old).expect("moved figures");
    assert!(moved.contains("raise MODEL_NUMBER"), "{moved}");
    // The file made again is not enough, nor is a line more: the number must be another.
    assert!(check(1, "b\n", "# model number 1\nb\n", &old).is_some());
    let same = format!("{old}\n- model 1, `{}`: moved.", hash("b\n"));
    assert!(check(1, "b\n", "# model number 1\nb\n", &same).is_some());
    // A number without the file, and the whole.
    assert!(check(2, "b\n", "# model number 1\na\n", &old).is_some());
    let new = format!("{old}\n- model 2, `{}`: moved.", hash("b\n"));
    assert_eq!(check(2, "b\n", "# model number 2\nb\n", &new), None);
}

#[test]
fn v_g07_the_order_of_settings_does_not_matter() {
    let dir = tempfile::tempdir().expect("temporary folder");
    let file = small_file(dir.path());
    let sets = ["price_response=0.2", "vacancy=0.1", "financing.B.refund.rate=0.95"];
    let mut turned = sets;
    turned.reverse();
    assert_eq!(
        run(&scenario(&file, 3, &sets), 3, 1).fingerprint(),
        run(&scenario(&file, 3, &turned), 3, 1).fingerprint()
    );
}

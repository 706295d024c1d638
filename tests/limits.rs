//! What a run asks of the machine (memory, threads, time, room), through the real binary: told beforehand, refused where it isn't
//! there, and given back within a second of being interrupted.

use crate::program::{bpasim, command, refused, stdout};
use bpasim::checkpoint::plan::Shard;
use bpasim::experiment::{MemoryNeed, RunSetup};
use bpasim::scenario::embedded;
use bpasim::{RunRequest, ScenarioRequest};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A scenario of so many models of the country in so many small municipalities, as a file.
fn scenario(folder: &Path, models: usize, units: usize) -> String {
    let table = embedded::data("data/municipalities.csv").expect("shipped");
    let mut rows = table.lines().filter(|line| !line.starts_with('#'));
    let head = rows.next().expect("a head");
    let rows: Vec<&str> = rows.filter(|row| !row.starts_with("0301")).take(units).collect();
    let name = format!("m{models}u{units}");
    fs::write(folder.join(format!("{name}.csv")), format!("{head}\n{}\n", rows.join("\n"))).expect("table");
    extended(folder, &name, ("national", &format!("units = \"{name}.csv\"\n")), models)
}

/// A scenario with settings of its own and so many models, as a file.
fn extended(folder: &Path, name: &str, (from, settings): (&str, &str), models: usize) -> String {
    let mut text = format!("format = 1\nextends = \"{from}\"\n[scenario]\nname = \"{name}\"\n{settings}");
    let ids: Vec<String> = (1..models).map(|m| format!("\"M{m}\"")).collect();
    let _ = writeln!(text, "title = {{ nb = \"M\", nn = \"M\", en = \"M\" }}");
    let _ = writeln!(text, "models = [\"zero\", {}]", ids.join(", "));
    for m in 1..models {
        let words = format!("{{ nb = \"Modell {m}\", nn = \"Modell {m}\", en = \"Model {m}\" }}");
        let _ = writeln!(text, "[financing.M{m}]\nextends = \"B\"\nhour_grant = {{ rate = 0.{m:03} }}");
        let _ = writeln!(text, "title = {words}\nshort = {words}\ndescription = {words}");
    }
    let file = format!("{name}.toml");
    fs::write(folder.join(&file), text).expect("scenario");
    file
}

fn need(folder: &Path, file: &str, draws: usize, report: bool) -> MemoryNeed {
    let source = folder.join(file).display().to_string();
    let scenario = ScenarioRequest::of(source);
    let request = RunRequest { draws, scenario, threads: Some(2), ..RunRequest::default() };
    let setup = RunSetup::new(&request, Shard::WHOLE).expect("sound");
    setup.memory_need(setup.memory_use(report)).expect("worked out")
}

/// The most memory that a process has had, bytes.
#[cfg(target_os = "linux")]
fn peak(child: &mut std::process::Child) -> u64 {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().expect("state").is_none() {
        let told = fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB"));
        most = line.and_then(|kib| kib.trim().parse::<u64>().ok()).unwrap_or(0).max(most);
        std::thread::sleep(std::time::Duration::from_millis(3));
    }
    most << 10
}

/// The estimate is held against what runs of several sizes take: neither less than they do, nor so much more that what fits
/// is refused.
#[cfg(target_os = "linux")]
#[test]
fn memory_is_as_foreseen() {
    let dir = tempfile::tempdir().expect("folder");
    for (models, units, draws, report) in
        [(2, 2, 2, true), (30, 2, 2, true), (30, 2, 2, false), (10, 100, 40, true)]
    {
        let file = scenario(dir.path(), models, units);
        let foreseen = need(dir.path(), &file, draws, report).peak();
        let mut run = command();
        run.current_dir(dir.path()).args([
            "run",
            &file,
            "--threads",
            "2",
            "--quiet",
            "--force",
            "--out",
            "r",
        ]);
        run.args(["--draws", &draws.to_string()]).args((!report).then_some("--no-report"));
        let mut child = run.stdout(std::process::Stdio::null()).spawn().expect("started");
        let found = peak(&mut child);
        assert!(child.wait().expect("ended").success());
        let share = found as f64 / foreseen as f64;
        let told =
            format!("{models} models, {units} units, {draws} draws: {found} of {foreseen}, {share:.2}");
        assert!((0.4..=1.1).contains(&share), "{told}");
    }
}

/// A job asks for as much memory as its slice and its merge take, and not for much more: a job that takes more is killed.
#[cfg(target_os = "linux")]
#[test]
fn a_job_asks_for_the_memory_that_it_takes() {
    let dir = tempfile::tempdir().expect("folder");
    let file = scenario(dir.path(), 10, 100);
    let line =
        |scheduler: &str| format!("cluster {scheduler} {file} --draws 64 --shards 4 --cores 2 --out r");
    let job = stdout(&bpasim(dir.path(), &line("slurm")));
    let numbers = |text: &str, before: &str, after: &str| -> Vec<u64> {
        let parts = text.split(before).skip(1);
        parts.filter_map(|part| part.split_once(after)?.0.parse().ok()).collect()
    };
    let asked = numbers(&job, "--mem=", "M ");
    let [slice, merge] = asked[..] else { panic!("{job}") };
    let pods = stdout(&bpasim(dir.path(), &line("kubernetes")));
    assert_eq!(numbers(&pods, "memory: ", "Mi\n"), asked);
    let found = |arguments: &str| {
        let mut child = command();
        child.current_dir(dir.path()).args(arguments.split(' ')).stdout(std::process::Stdio::null());
        let mut child = child.spawn().expect("started");
        let most = peak(&mut child);
        assert!(child.wait().expect("ended").success(), "{arguments}");
        most as f64 / f64::from(1 << 20)
    };
    let took: Vec<f64> = (1..=4)
        .map(|n| found(&format!("run {file} --draws 64 --threads 2 --shard {n}/4 --quiet --out s/{n}")))
        .collect();
    let most = took.iter().fold(0.0, |a: f64, b| a.max(*b));
    assert!(most < slice as f64 && most > 0.2 * slice as f64, "{took:?} of {slice} MiB");
    let took = found("merge s/1 s/2 s/3 s/4 --threads 2 --quiet --out r");
    assert!(took < merge as f64 && took > 0.2 * merge as f64, "{took} of {merge} MiB");
    // Two and a half million persons take more than the figures of a few years.
    let many = "national --set recipients_total=1000000 --models A --years 2 --draws 2";
    let job = stdout(&bpasim(dir.path(), &format!("cluster slurm {many} --shards 2 --cores 2 --out r")));
    let asked = numbers(&job, "--mem=", "M ")[0];
    let took = found(&format!("run {many} --threads 2 --shard 1/2 --quiet --out m"));
    assert!(took < asked as f64 && took > 0.2 * asked as f64, "{took} of {asked} MiB with many persons");
}

#[test]
fn a_hundred_models_in_every_year_of_every_municipality_fit_in_an_ordinary_machine() {
    let dir = tempfile::tempdir().expect("folder");
    let [few, many] =
        [10, 100].map(|models| need(dir.path(), &scenario(dir.path(), models, 356), 2, true).peak());
    // A third of it is the municipalities in every year: 712 000 lines.
    assert!(many < 12 << 28, "{many}");
    assert!(
        many < 12 * few,
        "{many} is more than ten times {few}: it grows faster than the number of models"
    );
}

#[test]
fn a_run_that_does_not_fit_is_refused_with_the_ways_out_before_anything_is_written() {
    let dir = tempfile::tempdir().expect("folder");
    let ask =
        |more: &[&str]| bpasim(dir.path(), &[&["run", "--draws", "4000000000", "--out", "r"], more].concat());
    let words = ["GiB", "6 modeller", "357 kommuner", "4000000000", "--draws", "--models", "mer minne"];
    refused(&ask(&[]), 2, &words);
    let message = refused(&ask(&["--lang", "en"]), 2, &["does not fit in memory", "fewer draws"]);
    assert!(!message.contains("--threads 1"), "it would not help: {message}");
    assert_eq!(fs::read_dir(dir.path()).expect("folder").count(), 0, "something was written");
}

/// No thread can be had where each asks for more memory than there are addresses.
fn without_threads(dir: &Path, arguments: &str) -> std::process::Output {
    let mut command = command();
    command.current_dir(dir).args(arguments.split(' ')).env("RUST_MIN_STACK", (1u64 << 46).to_string());
    command.output().expect("started")
}

#[test]
fn where_threads_cannot_be_had_it_is_told_what_helps() {
    let dir = tempfile::tempdir().expect("folder");
    stdout(&bpasim(dir.path(), "run oslo --draws 4 --years 2 --quiet --out r --keep-draws"));
    let before = files(&dir.path().join("r"));
    for line in [
        "run oslo --draws 2 --years 2 --out s --threads 1",
        "run oslo --draws 2 --years 2 --out s --no-report",
        "run oslo --draws 20000 --years 2 --out s",
        "sensitivity oslo --of recipients:A --draws 8",
        "sensitivity r --method regression --of recipients:A",
        "scenarios oslo --grid --draws 8",
        "decide oslo --draws 8 --out s",
        "compare r r",
        "calibrate national --out s",
        "backtest --out s",
        "merge r-draws --out s",
        "verify r --repeat",
    ] {
        let output = without_threads(dir.path(), line);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(matches!(output.status.code(), Some(2 | 3)), "{line}: {:?} {message}", output.status.code());
        assert!(!message.contains("panicked") && !message.contains("Feil i programmet"), "{line}: {message}");
        if output.status.code() == Some(3) {
            assert!(message.contains("--threads 1") && message.contains("ulimit -u"), "{line}: {message}");
        }
        assert!(!dir.path().join("s").exists(), "{line}");
    }
    // The workbook's library wants a thread for each sheet.
    refused(&without_threads(dir.path(), "report r"), 3, &["Arbeidsboka", "--no-report", "ulimit -u"]);
    assert_eq!(files(&dir.path().join("r")), before);
}

/// Every result file except `run.json`, which also tells when and how.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("folder").map(|e| e.expect("entry").path());
    let named = entries.filter(|p| p.is_file()).map(|p| (p.file_name().expect("name").to_owned(), p));
    let named = named.map(|(name, p)| (name.to_string_lossy().into_owned(), fs::read(p).expect("file")));
    named.filter(|(name, _)| name != "run.json").collect()
}

#[cfg(unix)]
mod signals {
    use super::*;
    use nix::sys::signal::{Signal, kill};
    use nix::unistd::Pid;
    use std::io::{BufRead as _, BufReader};
    use std::process::{Child, Stdio};
    use std::time::{Duration, Instant};

    /// A second, and what a busy machine adds to it.
    const SOON: Duration = Duration::from_millis(1500);

    fn send(child: &Child, signal: Signal) {
        let id = i32::try_from(child.id()).expect("an id");
        kill(Pid::from_raw(id), signal).expect("sent");
    }

    fn start(dir: &Path, arguments: &[&str]) -> Child {
        let mut command = command();
        command.current_dir(dir).args(arguments).stdout(Stdio::null()).stderr(Stdio::piped());
        command.spawn().expect("started")
    }

    /// While draws are simulated, figures worked out, report and workbook made, files written: a run ends within a second, tells
    /// that it was interrupted, leaves no half result, and the same command goes on.
    #[test]
    fn an_interrupted_run_ends_within_a_second_whatever_it_is_doing() {
        let dir = tempfile::tempdir().expect("folder");
        // Few persons and many models: the draws take less than what is made of them.
        let file = extended(dir.path(), "oslo-many", ("oslo", ""), 30);
        let run = |out: &'static str| ["run", &file, "--draws", "8", "--out", out].map(str::to_string);
        let [whole, own] = ["whole", "r"].map(run);
        let begun = Instant::now();
        stdout(&bpasim(dir.path(), &whole.each_ref().map(String::as_str)));
        let step = begun.elapsed() / 12;
        let own = own.each_ref().map(String::as_str);
        let (target, parts) = (dir.path().join("r"), dir.path().join(".r.parts"));
        let (mut interrupted, mut after_draws) = (0, 0);
        for n in 0.. {
            let mut child = start(dir.path(), &own);
            // Later and later, until it was done before.
            std::thread::sleep(Duration::from_millis(50) + step * n);
            send(&child, if n % 2 == 0 { Signal::SIGINT } else { Signal::SIGTERM });
            let sent = Instant::now();
            let status = child.wait().expect("ended");
            let took = sent.elapsed();
            assert!(took < SOON, "{took:?}, the {n}th time");
            if status.success() {
                break;
            }
            let mut message = String::new();
            let mut told = child.stderr.take().expect("piped");
            std::io::Read::read_to_string(&mut told, &mut message).expect("told");
            assert_eq!(status.code(), Some(130), "{message}");
            assert!(message.contains("Avbrutt"), "{message}");
            // Nothing is left to do but to show them.
            if message.contains("Resultatene var skrevet") {
                break;
            }
            interrupted += 1;
            after_draws += usize::from(parts.join("draws-00000000-00000007").exists());
        }
        assert!(
            interrupted >= 2 && after_draws >= 1,
            "{interrupted} interrupted, {after_draws} after the draws"
        );
        assert_eq!(files(&target), files(&dir.path().join("whole")));
        assert!(!parts.exists());
    }

    /// An analysis and a report as well.
    #[test]
    fn other_commands_end_within_a_second() {
        let dir = tempfile::tempdir().expect("folder");
        let file = extended(dir.path(), "oslo-many", ("oslo", ""), 40);
        stdout(&bpasim(dir.path(), &["run", &file, "--draws", "2", "--quiet", "--no-report", "--out", "r"]));
        let before = files(&dir.path().join("r"));
        for line in
            ["report r", "sensitivity national --method sobol --draws 4000", "calibrate national --out c"]
        {
            let mut child = start(dir.path(), &line.split(' ').collect::<Vec<_>>());
            std::thread::sleep(Duration::from_millis(400));
            assert!(child.try_wait().expect("state").is_none(), "{line} is done already");
            send(&child, Signal::SIGTERM);
            let sent = Instant::now();
            assert_eq!(child.wait().expect("ended").code(), Some(130), "{line}");
            assert!(sent.elapsed() < SOON, "{line}: {:?}", sent.elapsed());
        }
        assert_eq!(files(&dir.path().join("r")), before);
    }

    /// Nobody reads what it tells: it ends all the same.
    #[test]
    fn a_run_whose_screen_is_not_read_ends_within_a_second() {
        let dir = tempfile::tempdir().expect("folder");
        let mut child = start(dir.path(), &["run", "oslo", "--years", "2", "--draws", "16384", "--out", "r"]);
        let mut told = BufReader::new(child.stderr.take().expect("piped"));
        let mut cost = String::new();
        while !cost.contains("GiB") {
            cost.clear();
            assert!(told.read_line(&mut cost).expect("told") > 0, "the cost is not told");
        }
        assert!(cost.contains("384 trekninger") && cost.contains("målt nå"), "{cost}");
        send(&child, Signal::SIGINT);
        let sent = Instant::now();
        assert_eq!(child.wait().expect("ended").code(), Some(130));
        assert!(sent.elapsed() < SOON, "{:?}", sent.elapsed());
    }
}

#[test]
fn a_plain_run_tells_nothing_of_cost() {
    let dir = tempfile::tempdir().expect("folder");
    let output = bpasim(dir.path(), "run oslo --years 2 --draws 30 --out r");
    assert!(output.status.success() && !String::from_utf8_lossy(&output.stderr).contains("GiB"));
}

/// Every model with every other would grow with the square of their number: who wants that names them, and is told so.
#[test]
fn differences_that_are_not_worked_out_are_told_with_how_to_get_them() {
    let dir = tempfile::tempdir().expect("folder");
    let file = extended(dir.path(), "oslo-own", ("oslo", ""), 4);
    let run = |more: &str| {
        stdout(&bpasim(dir.path(), &format!("run {file} --years 2 --draws 2 --force --out r {more}")))
    };
    let differences = || {
        let table = fs::read_to_string(dir.path().join("r/summary.csv")).expect("summary");
        ["difference_to_zero", "difference_to_M1", "difference_to_M2"].map(|of| table.contains(of))
    };
    let page = || fs::read_to_string(dir.path().join("r/report.html")).expect("report");
    let told = "Forskjeller mellom andre modeller er ikke regnet ut";
    let screen = run("").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains(told) && screen.contains("--models"), "{screen}");
    assert!(page().contains(told) && !page().contains("Modell 3 minus Modell 2"));
    assert_eq!(differences(), [true, false, false]);
    let screen = run("--models M1,M2,M3").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(!screen.contains(told) && page().contains("Modell 3 minus Modell 2"), "{screen}");
    assert_eq!(differences(), [true, true, true]);
    // The main models are compared unasked.
    stdout(&bpasim(dir.path(), "run variants --years 2 --draws 1 --no-report --quiet --out v"));
    let table = fs::read_to_string(dir.path().join("v/summary.csv")).expect("summary");
    let of: Vec<&str> = table.lines().filter(|line| line.contains("difference_to_A")).collect();
    assert!(!of.is_empty() && of.iter().all(|line| line.contains(",B,")), "B minus A alone");
}

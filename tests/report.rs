//! Report, workbook and comparison through the real binary.

use crate::program::change_json;
use assert_cmd::Command;
use std::fs;
use std::path::Path;

fn bpasim(arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("bpasim"));
    command.args(arguments);
    command
}

fn run(out: &Path, more: &[&str]) {
    let mut command = bpasim(&["run", "--draws", "12", "--years", "8", "--quiet", "--out"]);
    command.arg(out).args(more).assert().success();
}

fn refused(arguments: &[&str]) -> String {
    let output = bpasim(arguments).assert().code(2).get_output().stderr.clone();
    String::from_utf8(output).expect("UTF-8")
}

fn page(folder: &Path) -> String {
    fs::read_to_string(folder.join("report.html")).expect("report.html")
}

#[test]
fn the_report_stands_alone_and_says_what_it_must() {
    let dir = tempfile::tempdir().expect("folder");
    let out = dir.path().join("a");
    run(&out, &["--no-live"]);
    let nb = page(&out);
    assert!(nb.len() < 2 << 20, "{} bytes", nb.len());
    assert!(nb.starts_with("<!DOCTYPE html><html lang=\"nb\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"));
    assert!(!nb.contains(" style=") && nb.contains("<title>Hvem betaler for BPA? Hele landet</title>"));
    let names = nb.matches("http://www.w3.org/2000/svg").count();
    let addresses = nb.matches("http:").count() + nb.matches("https:").count();
    assert_eq!(addresses, names, "nothing is fetched");
    // A place to write in, numbers by chapter, whose numbers they are, and when and how the report was made.
    for must in [
        "role=\"textbox\" aria-multiline=\"true\" aria-label=\"Målene, og hvordan de skal veies mot hverandre.\" contenteditable=\"plaintext-only\"",
        "<h2 id=\"measures\">4 Hvilke tiltak er relevante?</h2>",
        "<a href=\"#measures\">4 Hvilke tiltak er relevante?</a>",
        "<figcaption>Figur 4.1. Hvem betaler for BPA",
        "<summary><h3>4.2 Hva modellene endrer</h3></summary>",
        "<p class=\"note source\">Kilde: Beregninger med bpasim.</p>",
        "Slik siteres: «Hvem betaler for BPA? Hele landet». Beregninger med bpasim",
    ] {
        assert!(nb.contains(must), "{must}");
    }
    assert!(!nb.contains("Fil: "), "files stand in the workbook");
    let run: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("run.json")).expect("run.json")).expect("JSON");
    let day = run["time"]["day"].as_str().expect("a day");
    let parts: Vec<u32> = day.split('-').map(|part| part.parse().expect("a number")).collect();
    let [year, month, day] = parts[..] else { panic!("{day}") };
    let told = format!("kjøring {}, {day}.{month}.{year}.</p>", run["run_id"].as_str().expect("an id"));
    assert!(nb.contains(&told), "{told}");
    for broken in ["⟨", "NaN", "inf ", "−0,0 ", "<script"] {
        assert!(!nb.contains(broken), "{broken}");
    }
    // What must be shown of every model, and the limits.
    for must in [
        "Hva flyttes til pårørende?",
        "Deltakelse i arbeid",
        "Følger av brudd",
        "Begrensninger",
        "Utvalget fyller ut",
    ] {
        assert!(nb.contains(must), "{must}");
    }
    let count = |page: &str, what: &str| page.matches(what).count();
    let shape = |page: &str| ["<table", "<figure", "<section", "<td"].map(|what| count(page, what));
    for (lang, word) in [("nn", "Kven betaler"), ("en", "Who pays")] {
        bpasim(&["report", out.to_str().unwrap(), "--no-live", "--lang", lang]).assert().success();
        let other = page(&out);
        assert!(other.contains(&format!("<html lang=\"{lang}\">")) && other.contains(word), "{lang}");
        assert_eq!(shape(&other), shape(&nb), "{lang}: the same tables and figures");
        assert!(!other.contains('⟨'));
    }
    bpasim(&["report", out.to_str().unwrap(), "--no-live"]).assert().success();
    assert!(page(&out) == nb, "made again of the files: the same bytes");
}

#[test]
fn a_report_without_what_relatives_bear_is_refused() {
    let dir = tempfile::tempdir().expect("folder");
    let out = dir.path().join("a");
    run(&out, &["--no-report"]);
    assert!(!out.join("report.html").exists() && !out.join("results.xlsx").exists());
    assert!(out.join("summary.parquet").is_file() && out.join("datapackage.json").is_file());
    let path = out.join("summary.csv");
    let text = fs::read_to_string(&path).expect("summary");
    let without: String =
        text.lines().filter(|l| !l.starts_with("relatives_lost_fte,")).map(|l| format!("{l}\n")).collect();
    fs::write(&path, without).expect("written");
    let folder = out.to_str().unwrap();
    assert!(refused(&["report", folder]).contains("summary.csv: er endret etter kjøringen"));
    // With a hash that fits, the missing outcome itself is named.
    let manifest = out.join("run.json");
    change_json(&manifest, |json| {
        json["outputs"]["summary.csv"] = blake3::hash(&fs::read(&path).unwrap()).to_hex().as_str().into();
    });
    let message = refused(&["report", folder, "--lang", "en"]);
    assert!(
        message.contains("relatives_lost_fte") && message.contains("the report is not written"),
        "{message}"
    );
    assert!(!out.join("report.html").exists());
    assert!(refused(&["report", dir.path().to_str().unwrap()]).contains("er ikke en mappe med resultater"));
}

#[test]
fn own_assumptions_are_marked_everywhere() {
    let dir = tempfile::tempdir().expect("folder");
    let out = dir.path().join("a");
    run(&out, &["--set", "fill_grant=1"]);
    let page = page(&out);
    assert_eq!(page.matches("Egne forutsetninger: beregningene avviker").count(), 2, "head and foot");
    assert!(page.contains("egen verdi") && page.contains("--set fill_grant=1"));
    let figure = fs::read_to_string(out.join("figures/hours.svg")).expect("figure");
    assert!(figure.contains("Egne forutsetninger") && figure.contains("Kjøring "));
}

/// A figure's own file is shown by programs that know no style sheets, axes of years end with the last year, and below every
/// figure stands what is seen, and its numbers.
#[test]
fn figures_are_whole_by_themselves() {
    let dir = tempfile::tempdir().expect("folder");
    let out = dir.path().join("a");
    run(&out, &[]);
    let file = |id: &str| fs::read_to_string(out.join(format!("figures/{id}.svg"))).expect("figure");
    for entry in fs::read_dir(out.join("figures")).expect("figures") {
        let svg = fs::read_to_string(entry.expect("entry").path()).expect("svg");
        for browsers in ["var(", "class=", "<style", "system-ui"] {
            assert!(!svg.contains(browsers), "{browsers}: {svg}");
        }
    }
    for id in ["years-recipients", "years-hours", "years-municipality", "years-state", "years-relatives"] {
        let svg = file(id);
        assert!(svg.contains(">2031</text>") && svg.contains("full virkning"), "{id}");
    }
    let state = file("years-state");
    for model in
        ["Modell A", "A, årlig uttrekk", "A, uttrekk hvert 4. år", "B – bare BPA", "B – hele ordningen"]
    {
        // One that is too large for the others' axis says so after its name.
        let named = ["</text>", " ("].iter().any(|end| state.contains(&format!(">{model}{end}")));
        assert!(named, "a panel of {model}");
    }
    let withdrawals = file("withdrawals-years");
    for words in ["uten uttrekk", "fast uttrekk", "satt på nytt", "satt hvert år"] {
        assert!(withdrawals.contains(&format!(">{words}</text>")), "{words}");
    }
    let page = page(&out);
    for figure in page.split("<figure ").skip(1) {
        let figure = &figure[..figure.find("</figure>").expect("its end")];
        let id = &figure[..figure.find('>').expect("a tag")];
        assert!(figure.contains("<p class=\"note\">") && figure.contains("<table "), "{id}");
    }
    for id in ["flows", "money-parts", "known", "units", "curve-state", "who-pays", "hours"] {
        assert!(page.contains(&format!("id=\"figure-{id}\"")), "{id}");
    }
    // Too few draws to tell which assumptions matter.
    assert!(page.contains("minst 200 av dem") && !page.contains("figure-influence-state"));
}

#[test]
fn malicious_names_do_no_harm() {
    let dir = tempfile::tempdir().expect("folder");
    let file = dir.path().join("mitt.toml");
    let scenario = |title: &str| {
        format!(
            "format = 1\nextends = \"oslo\"\n[scenario]\nname = \"mitt\"\ntitle = {{ nb = \"{title}\" }}\n\
             [financing.X]\nextends = \"B\"\nstart_year = 2024\ntitle = {{ nb = \"=cmd(): <img src=x onerror=alert(1)>\" }}\n\
             short = {{ nb = \"=cmd()\" }}\n"
        )
    };
    // What turns the direction of writing and what no page has room for is refused, and not shown as it is.
    for (title, part) in [("a \u{202e}b".to_string(), "\\u{202e}"), ("x".repeat(10_000), "scenario.title")] {
        fs::write(&file, scenario(&title)).expect("written");
        let told = bpasim(&["check", file.to_str().unwrap()]).assert().code(2).get_output().stderr.clone();
        let told = String::from_utf8(told).expect("UTF-8");
        assert!(told.contains(part) && told.len() < 2_000 && !told.contains('\u{202e}'), "{told}");
    }
    let title = format!("<script>alert(1)</script> \\\"'&amp; ../../x {}", "x".repeat(150));
    fs::write(&file, scenario(&title)).expect("written");
    let out = dir.path().join("ut");
    let mut command = bpasim(&[
        "run",
        file.to_str().unwrap(),
        "--models",
        "X",
        "--draws",
        "3",
        "--years",
        "5",
        "--quiet",
        "--csv",
        "nb",
        "--out",
    ]);
    command.arg(&out).assert().success();
    let page = page(&out);
    assert!(!page.contains("<script") && !page.contains("<img"), "escaped");
    for entry in fs::read_dir(out.join("figures")).expect("figures") {
        let svg = fs::read_to_string(entry.expect("entry").path()).expect("svg");
        assert!(!svg.contains("<script") && !svg.contains("<img"));
    }
    for file in ["summary.nb.csv", "units.nb.csv", "ledger.nb.csv", "parameters.nb.csv"] {
        let text = fs::read_to_string(out.join(file)).expect(file);
        assert!(text.starts_with('\u{feff}') && text.contains("\r\n") && !text.contains(";="), "{file}");
    }
    let names: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn small_counts_of_observed_persons_are_told_nowhere() {
    let dir = tempfile::tempdir().expect("folder");
    let file = dir.path().join("mitt.toml");
    fs::write(
        &file,
        "format = 1\nextends = \"oslo\"\n[scenario]\nname = \"mitt\"\nobserved_persons = true\n",
    )
    .unwrap();
    let out = dir.path().join("ut");
    let mut command =
        bpasim(&["run", file.to_str().unwrap(), "--draws", "3", "--quiet", "--csv", "nb", "--out"]);
    command.arg(&out).assert().success();
    let text = fs::read_to_string(out.join("units.csv")).expect("units");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    let place = |name: &str| head.iter().position(|h| h == name).unwrap();
    let mut hidden = 0;
    for row in reader.records().map(Result::unwrap) {
        let count: Option<f64> = row[place("full_effect_recipients")].parse().ok();
        assert!(count.is_none_or(|c| c == 0.0 || c >= 5.0), "{row:?}");
        if &row[place("hidden")] == "yes" {
            hidden += 1;
            assert!(row[place("full_effect_municipality_net")].is_empty());
        }
    }
    let page = page(&out);
    // Oslo's districts are larger; where nothing is hidden the run says so too.
    assert!(page.contains("Små tall er skjult"), "{hidden} hidden");
    let kept = dir.path().join("kept");
    let message = refused(&[
        "run",
        file.to_str().unwrap(),
        "--draws",
        "2",
        "--keep-draws",
        "--out",
        kept.to_str().unwrap(),
    ]);
    assert!(message.contains("--keep-draws"), "{message}");
}

#[test]
fn the_bridge_between_two_runs() {
    let dir = tempfile::tempdir().expect("folder");
    let (a, b, c) = (dir.path().join("a"), dir.path().join("b"), dir.path().join("c"));
    run(&a, &[]);
    run(&b, &["--set", "fill_grant=1", "--set", "financing.B.refund.rate=0.95"]);
    run(&c, &["--seed", "2"]);
    let [a, b, c] = [&a, &b, &c].map(|p| p.to_str().unwrap());
    let json = |more: &[&str]| -> serde_json::Value {
        let mut arguments = vec!["compare", a, b, "--json"];
        arguments.extend(more);
        let output = bpasim(&arguments).assert().success().get_output().stdout.clone();
        serde_json::from_slice(&output).expect("JSON")
    };
    for more in [&[][..], &["--shapley"]] {
        let bridge = json(more);
        assert_eq!(bridge["changes"].as_array().unwrap().len(), 2);
        let mut moved = 0;
        for figure in bridge["figures"].as_array().unwrap() {
            let of = |x: &serde_json::Value| x["mean"].as_f64().unwrap();
            let steps: f64 = figure["steps"].as_array().unwrap().iter().map(of).sum();
            let whole = of(&figure["to"]) - of(&figure["from"]);
            let size = of(&figure["from"]).abs().max(1.0);
            assert!(
                (steps - whole).abs() < 1e-9 * size
                    && (whole - of(&figure["difference"])).abs() < 1e-9 * size
            );
            moved += usize::from(whole != 0.0);
        }
        assert!(moved > 5);
    }
    // All draws of both runs: the ends of the bridge are the runs' own figures.
    let summary = fs::read_to_string(Path::new(a).join("summary.csv")).unwrap();
    let line =
        summary.lines().find(|l| l.starts_with("state_net,NOK,B,2029,year,fixed,level,")).expect("a line");
    let mean: f64 = line.split(',').nth(7).unwrap().parse().unwrap();
    let bridge = json(&[]);
    let own = bridge["figures"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["outcome"] == "state_net" && f["model"] == "B");
    assert_eq!(own.unwrap()["from"]["mean"].as_f64(), Some(mean));
    let out = dir.path().join("bridge");
    bpasim(&["compare", a, b, "--lang", "en", "--out", out.to_str().unwrap()]).assert().success();
    assert!(fs::read_to_string(out.join("compare.html")).unwrap().contains("<svg"));
    assert!(refused(&["compare", a, c]).contains("ulike frø"));
    assert!(refused(&["compare", a, a]).contains("forutsetningene er like"));
    assert!(refused(&["compare", a, b, "--of", "state_nett"]).contains("state_net"));
}

/// Effects without a price are told in their own units, with room for the committee's weight, and never in kroner.
#[test]
fn v_e13_effects_without_a_price_are_not_turned_into_kroner() {
    let dir = tempfile::tempdir().expect("folder");
    let out = dir.path().join("a");
    run(&out, &[]);
    let page = page(&out);
    let from = page.find("<table id=\"table-unpriced\">").expect("the table");
    let table = &page[from..from + page[from..].find("</table>").expect("its end")];
    assert!(!table.contains("kroner") && !table.contains(" kr"));
    assert_eq!(table.matches("utvalget fyller ut").count(), table.matches("<th scope=\"row\">").count());
}

/// Every number of a table that is said to stand in a file does, but for what is worked out from several of them.
#[test]
fn every_number_of_the_report_stands_in_a_file() {
    use bpasim::report::document::Cell;
    use bpasim::report::{run::Run, sections, texts::Texts};
    const WORKED_OUT: &[&str] = &["withdrawal", "groups", "units", "kostra", "budget", "status", "levers"];
    let dir = tempfile::tempdir().expect("folder");
    let out = dir.path().join("a");
    run(&out, &[]);
    let tables = fs::read_dir(&out).expect("folder").map(|entry| entry.expect("entry").path());
    let tables = tables.filter(|path| path.extension().is_some_and(|ending| ending == "csv"));
    let name = |path: &Path| path.file_name().expect("name").to_string_lossy().into_owned();
    let files: Vec<(String, Vec<u8>)> =
        tables.map(|path| (name(&path), fs::read(path).expect("table"))).collect();
    // The bridge between versions and Oslo's own counts are shipped tables, and numbers that add up means have no interval: the
    // state's level on the first screen is one of its own and one of everybody else in the refund scheme.
    let shipped = [
        include_str!("../scenarios/data/version_bridge.csv"),
        include_str!("../scenarios/data/oslo_history.csv"),
    ];
    const ADDED_UP: &[&str] = &["money", "scheme-parts", "flows", "money-parts"];
    let mut known: Vec<f64> = vec![0.0];
    for text in
        files.iter().map(|(_, content)| String::from_utf8_lossy(content)).chain(shipped.map(Into::into))
    {
        known.extend(text.split([',', '\n']).filter_map(|cell| cell.parse::<f64>().ok()));
    }
    known.sort_by(f64::total_cmp);
    // Tables show kroner in millions, shares in percent and so on; the change of unit costs a rounding.
    let stands = |x: f64| {
        [1.0, 1e3, 1e6, 1e9, 1e-2].iter().any(|unit| {
            let (sought, slack) = (x * unit, (x * unit).abs() * 1e-15);
            let first = known.partition_point(|k| *k < sought - slack);
            known.get(first).is_some_and(|k| *k <= sought + slack)
        })
    };
    let run = Run::read(&fs::read(out.join("run.json")).unwrap(), &files).expect("run");
    let document = sections::document(&run, &Texts::new(bpasim::text::Lang::Nb)).expect("document");
    let (mut checked, mut missing) = (0, Vec::new());
    for table in document.tables().filter(|t| !WORKED_OUT.contains(&t.id)) {
        for row in table.rows.iter().filter(|r| r.head != "Skattefinansieringskostnad") {
            for cell in &row.cells {
                let numbers = match cell {
                    Cell::Number { .. } if ADDED_UP.contains(&table.id) => Vec::new(),
                    Cell::Number { value, .. } => vec![*value],
                    Cell::Estimate { interval: None, .. } if table.id == "glance" => Vec::new(),
                    Cell::Estimate { mean, interval, .. } => {
                        std::iter::once(*mean).chain(interval.iter().flat_map(|(a, b)| [*a, *b])).collect()
                    }
                    _ => Vec::new(),
                };
                for x in numbers {
                    if !stands(x) {
                        missing.push(format!("{}: {}: {x}", table.id, row.head));
                    }
                    checked += 1;
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(checked > 5_000, "{checked}");
}

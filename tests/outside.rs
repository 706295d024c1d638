//! What only others' programs can say: job files in a real Slurm (one node on the loopback) and against the
//! schema of Kubernetes, the report in a browser, workbook and document in LibreOffice, the files in the tools of those
//! who read them. They need programs, rights and packages that a test must not fetch, so they are run by
//! `.ci/outside`, which installs them; a program that is missing is a failure.

use bpasim::analysis::sensitivity::sobol::{Factor, Samples, design};
use bpasim::engine::evaluate::EvaluationPoint;
use bpasim::engine::sampling::design_point;
use bpasim::live::desk::Desk;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// Runs a script of `tests/outside` with its arguments, the last of which is the program.
fn script(name: &str, arguments: &[&str]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outside");
    // A file beside the script, or one with a whole path.
    let inner = arguments.iter().map(|a| folder.join(a));
    let mut command = Command::new("bash");
    command.arg(folder.join(name)).args(inner).arg(env!("CARGO_BIN_EXE_bpasim"));
    let output = command.output().expect("bash");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{name}\n{out}\n{err}");
}

#[test]
#[ignore = "needs Slurm: run .ci/outside"]
fn an_array_on_a_real_slurm_killed_and_requeued_gives_the_fingerprint_of_one_run() {
    script("slurm.sh", &["slurm_array.sh"]);
}

#[test]
#[ignore = "needs kubernetes-validate: run .ci/outside"]
fn a_job_file_passes_the_schema_of_kubernetes() {
    script("kubernetes.sh", &[]);
}

#[test]
#[ignore = "needs Chromium, axe-core and poppler: run .ci/outside"]
fn the_report_in_a_browser_is_accessible_harmless_and_printable() {
    script("browser.sh", &[]);
}

/// What a page asks of each scenario, answered here; the engine for browsers must answer with the same bytes.
#[test]
#[ignore = "needs a Rust compiler for WebAssembly, and Node: run .ci/outside"]
fn the_engine_for_browsers_answers_with_the_same_bytes() {
    let folder = tempfile::tempdir().expect("folder");
    let mut desk = Desk::new();
    let mut asked = 0;
    let mut ask = |line: Value, bytes: &[u8]| {
        let request = [line.to_string().as_bytes(), b"\n", bytes].concat();
        let answer = desk.call(&request);
        let place = folder.path().join(asked.to_string());
        std::fs::write(place.with_extension("request"), request).expect("request");
        std::fs::write(place.with_extension("answer"), &answer).expect("answer");
        asked += 1;
        let end = answer.iter().position(|byte| *byte == b'\n').expect("line");
        let told: Value = serde_json::from_slice(&answer[..end]).expect("JSON");
        assert!(told["problem"].is_null(), "{line} {told}");
        answer[end + 1..].to_vec()
    };
    for (scenario, set, years) in [
        ("national", "financing.B.refund.rate=0.95", json!(6)),
        ("national", "fill_grant=0.7", Value::Null),
        ("oslo", "financing.B.refund.rate=0.9", Value::Null),
        ("example-mixed", "discount_rate=0.03", Value::Null),
    ] {
        let setting = json!({ "scenario": scenario, "sets": [set] });
        ask(json!({ "call": "catalogue", "scenario": scenario, "lang": "nn" }), b"");
        ask(json!({ "call": "check", "setting": setting, "lang": "en" }), b"");
        ask(json!({ "call": "open", "setting": setting, "years": years }), b"");
        for (from, to) in [(0, 1), (1, 20)] {
            let piece = ask(json!({ "call": "simulate", "from": from, "to": to }), b"");
            ask(json!({ "call": "add" }), &piece);
        }
        ask(json!({ "call": "answer", "lang": "nb" }), b"");
        ask(json!({ "call": "csv" }), b"");
    }
    let output = Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outside/live_engine.sh"))
        .arg(folder.path())
        .output()
        .expect("bash");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}\n{err}");
}

#[test]
#[ignore = "needs Chromium, axe-core and TypeScript: run .ci/outside"]
fn the_report_is_turned_in_a_browser_and_shows_what_its_command_writes() {
    script("live_page.sh", &[]);
}

#[test]
#[ignore = "needs Chromium: run .ci/outside"]
fn the_servers_page_is_turned_in_a_browser_and_gives_what_its_command_writes() {
    script("live_serve.sh", &[]);
}

#[test]
#[ignore = "needs Firefox: run .ci/outside"]
fn the_report_and_the_servers_page_are_turned_in_another_browser() {
    script("live_firefox.sh", &[]);
}

#[test]
#[ignore = "needs LibreOffice: run .ci/outside"]
fn libreoffice_opens_the_workbook_and_converts_every_sheet() {
    script("office.sh", &[]);
}

#[test]
#[ignore = "needs LibreOffice and openpyxl: run .ci/outside"]
fn the_form_filled_in_and_saved_by_libreoffice_is_read_back_without_loss() {
    script("import_form.sh", &[]);
}

#[test]
#[ignore = "needs LibreOffice and python-docx: run .ci/outside"]
fn python_docx_and_libreoffice_read_the_document() {
    script("document.sh", &[]);
}

#[test]
#[ignore = "needs schemathesis: run .ci/outside"]
fn the_server_keeps_to_its_description_and_stands_twenty_who_ask_at_once() {
    script("serve.sh", &[]);
}

#[test]
#[ignore = "needs frictionless, DuckDB, pandas and R: run .ci/outside"]
fn frictionless_duckdb_pandas_and_r_read_the_files() {
    script("readers.sh", &[]);
}

#[test]
#[ignore = "needs maturin, mypy, nbclient, pandas and polars: run .ci/outside"]
fn the_wheel_in_an_empty_environment_runs_and_its_notebook_too() {
    script("wheel.sh", &[]);
}

#[test]
#[ignore = "needs R: run .ci/outside"]
fn the_file_for_r_runs_the_program_and_reads_its_files() {
    script("r.sh", &[]);
}

#[test]
#[ignore = "needs NumPy and SciPy: run .ci/outside"]
fn the_program_has_not_lost_its_speed() {
    script("speed.sh", &[]);
}

/// The estimators on the same sample: Ishigami's function and Sobol's g, with second order.
#[test]
#[ignore = "needs SALib: run .ci/outside"]
fn salib_finds_the_same_sobol_indices_on_the_same_sample() {
    let ishigami = |u: &[f64]| -> f64 {
        let x: Vec<f64> = u.iter().map(|u| std::f64::consts::PI * (2.0 * u - 1.0)).collect();
        x[0].sin() + 7.0 * x[1].sin().powi(2) + 0.1 * x[2].powi(4) * x[0].sin()
    };
    let g = |u: &[f64]| -> f64 {
        let a = [0.0, 1.0, 4.5, 9.0, 99.0];
        a.iter().zip(u).map(|(a, u)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a)).product()
    };
    let cases = [sample("ishigami", 3, &ishigami), sample("g", 5, &g)];
    let place = tempfile::tempdir().expect("folder");
    let file = place.path().join("designs.json");
    std::fs::write(&file, serde_json::to_vec(&cases).expect("JSON")).expect("written");
    script("salib.sh", &[file.to_str().expect("path")]);
}

fn sample(name: &str, parameters: usize, f: &dyn Fn(&[f64]) -> f64) -> serde_json::Value {
    let samples: Samples =
        [0, 64].map(|first| (0..256).map(|j| design_point(7, j, first, parameters)).collect());
    let names: Vec<String> = (0..parameters).map(|i| format!("x{i}")).collect();
    let factors: Vec<Factor> =
        names.iter().enumerate().map(|(i, n)| Factor { name: n.clone(), slots: vec![i] }).collect();
    let mut ask = |points: &[EvaluationPoint]| Ok(points.iter().map(|p| f(&p.stated)).collect());
    let design = design(&samples, &factors, true, &|u| u, &mut ask).expect("design");
    let found = design.analyse(&names, Vec::new(), Vec::new()).expect("indices");
    let effects =
        found.effects.iter().map(|e| (e.factor.as_str(), e.first.expect("first").value, e.total.value));
    let together = found.together.iter().map(|t| (&t.factors, t.index.value));
    serde_json::json!({
        "name": name, "parameters": names, "a": design.a, "b": design.b, "ab": design.ab, "ba": design.ba,
        "effects": effects.collect::<Vec<_>>(), "together": together.collect::<Vec<_>>(),
    })
}

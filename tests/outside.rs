//! What only others' programs can say: job files in a real Slurm (one node on the loopback) and against the
//! schema of Kubernetes, the report in a browser, the workbook in LibreOffice, the files in the tools of those
//! who read them.

use std::io::Write;
use std::path::Path;
use std::process::Command;

/// Runs a script of `tests/outside`; what cannot be tested here is said loudly, past the capture of output.
fn script(name: &str, arguments: &[&str]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outside");
    let bpasim = assert_cmd::cargo::cargo_bin!("bpasim");
    let inner = arguments.iter().map(|a| folder.join(a));
    let output = Command::new("bash").arg(folder.join(name)).args(inner).arg(bpasim).output().expect("bash");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    match output.status.code() {
        Some(77) => {
            let last = err.lines().rfind(|line| line.contains("SKIPPED")).unwrap_or("SKIPPED");
            writeln!(std::io::stderr(), "\n*** {name}: {last} ***").expect("said");
        }
        code => assert_eq!(code, Some(0), "{name}\n{out}\n{err}"),
    }
}

#[test]
fn an_array_on_a_real_slurm_killed_and_requeued_gives_the_fingerprint_of_one_run() {
    script("slurm.sh", &["slurm_array.sh"]);
}

#[test]
fn a_job_file_passes_the_schema_of_kubernetes() {
    script("kubernetes.sh", &[]);
}

#[test]
fn the_report_in_a_browser_is_accessible_harmless_and_printable() {
    script("browser.sh", &[]);
}

#[test]
fn libreoffice_opens_the_workbook_and_converts_every_sheet() {
    script("office.sh", &[]);
}

#[test]
fn frictionless_duckdb_pandas_and_r_read_the_files() {
    script("readers.sh", &[]);
}

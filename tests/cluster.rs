//! Job files for schedulers, on the real things where they can be had: a Slurm of one node on the loopback,
//! and the schema of Kubernetes.

use std::io::Write;
use std::path::Path;
use std::process::Command;

/// Runs a script of `tests/cluster`; what cannot be tested here is said loudly, past the capture of output.
fn script(name: &str, arguments: &[&str]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cluster");
    let bpasim = assert_cmd::cargo::cargo_bin!("bpasim");
    let inner = arguments.iter().map(|a| folder.join(a));
    let output = Command::new("bash").arg(folder.join(name)).args(inner).arg(bpasim).output().expect("bash");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    match output.status.code() {
        Some(77) => {
            let last = err.lines().rfind(|line| line.contains("SKIPPED")).unwrap_or("SKIPPED");
            writeln!(std::io::stderr(), "\n*** {last} ***").expect("said");
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

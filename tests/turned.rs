//! A report whose assumptions are turned in it, through the real binary.

use assert_cmd::Command;
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};
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

fn page(folder: &Path) -> String {
    fs::read_to_string(folder.join("report.html")).expect("report.html")
}

/// What a page's policy lets run is what stands in it, by hash; the rest of the page is the page without an engine, and a run
/// that a page can't simulate says so.
#[test]
fn a_report_that_is_turned_runs_its_own_scripts_and_lacks_nothing_without_them() {
    let dir = tempfile::tempdir().expect("folder");
    let out = dir.path().join("a");
    run(&out, &["--set", "fill_grant=1"]);
    let turned = page(&out);
    assert!(turned.len() < 3_000_000, "{} bytes", turned.len());
    bpasim(&["report", out.to_str().expect("path"), "--no-live"]).assert().success();
    let without = page(&out);
    let halves = |text: &str, from: &str, to: &str| {
        let (before, rest) = text.split_once(from).expect(from);
        let (inside, after) = rest.split_once(to).expect(to);
        (inside.to_string(), format!("{before}{after}"))
    };
    let (script, rest) = halves(&turned, "<script type=\"module\" async>", "</script>");
    // And the one that stands before the engine.
    let (early, _) = halves(&turned, "<script>", "</script>");
    let [hash, early] = [script, early].map(|text| Base64::encode_string(&Sha256::digest(text.as_bytes())));
    let (policy, rest) = halves(&rest, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    let scripts = format!("script-src 'sha256-{hash}' 'sha256-{early}' 'wasm-unsafe-eval'; ");
    assert!(policy.starts_with(&format!("default-src 'none'; {scripts}")), "{policy}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("connect-src"), "{policy}");
    let (section, rest) = halves(&rest, "<section class=\"live\"", "</section>");
    assert!(section.contains("\"fragment\":\"v=1&fill_grant=1\"") && section.matches("<script").count() == 5);
    let (_, rest) = halves(&rest, " · <a class=\"turn\"", "</a>");
    let (_, rest) = halves(&rest, "<style>", "</style>");
    let (_, bare) = halves(&without, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    let (_, bare) = halves(&bare, "<style>", "</style>");
    assert!(rest == bare && !without.contains("<script"), "without the engine something else is missing");

    fs::write(
        dir.path().join("own.toml"),
        "format = 1\nextends = \"oslo\"\nscenario.name = \"own\"\nfinancing.X.extends = \"B\"\n",
    )
    .expect("written");
    let own = dir.path().join("own");
    run(&own, &[dir.path().join("own.toml").to_str().expect("path")]);
    let own = page(&own);
    assert!(own.contains("Forutsetningene kan ikke vris på i denne rapporten") && !own.contains("<script"));
}

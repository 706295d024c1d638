//! Hand-calculated type cases through `case --json`.

use assert_cmd::Command;
use serde_json::Value;

fn case(args: &[&str]) -> Value {
    let output = Command::new(assert_cmd::cargo::cargo_bin!("bpasim"))
        .args(["case", "--json"])
        .args(args)
        .assert()
        .success()
        .get_output()
        .stdout
        .clone();
    serde_json::from_slice(&output).expect("JSON")
}

fn near(v: &Value, expected: f64) {
    let x = v.as_f64().expect("a number");
    assert!((x - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{x} is not {expected}");
}

/// Round numbers for a calculator: price 500, wage share 0.8, everything delivered, claimed and counted on.
const ROUND: &[&str] = &[
    "--set",
    "bpa_hour_cost=500",
    "--set",
    "wage_share=0.8",
    "--set",
    "other_wage_share=0.75",
    "--set",
    "refund.claim_share=1",
    "--set",
    "refund.salience=0.5",
    "--set",
    "price_response=0.1",
    "--set",
    "award_response=0",
    "--set",
    "budget_squeeze=0",
    "--set",
    "copayment.null=1000",
    "--set",
    "admin.municipal=15000",
    "--set",
    "fill_grant=0.5",
    "--set",
    "fill_break=1",
];

fn with(more: &[&str]) -> Value {
    let mut args = ROUND.to_vec();
    args.extend_from_slice(more);
    case(&args)["models"].clone()
}

/// 60 hours needed, 50 granted, nobody missing. bpa = 52·50·500 = 1 300 000. Threshold of 2024 costs
/// is that of the 2025 budget, 1 692 000. With other services of 1 200 000 the base is
/// 0.8·1 300 000 + 0.75·1 200 000 = 1 940 000 and the refund 0.8·248 000 = 198 400.
#[test]
fn zero_alternative_by_hand() {
    let m = with(&[
        "--age",
        "40",
        "--need",
        "60",
        "--granted",
        "50",
        "--other-cost",
        "1200000",
        "--vacancy",
        "0",
    ]);
    let null = &m["null"];
    near(&null["threshold"], 1_692_000.0);
    near(&null["bpa_cost"], 1_300_000.0);
    near(&null["refund_base"], 1_940_000.0);
    near(&null["refund"], 198_400.0);
    // without BPA the base is 900 000, so all of it is due to BPA
    near(&null["refund_bpa"], 198_400.0);
    near(&null["marginal_share"], 1.0 - 0.5 * 0.8 * 0.8);
    near(&null["average_share"], (1_300_000.0 - 198_400.0) / 1_300_000.0);
    near(&null["coverage"], 50.0 / 60.0);
    near(&null["delivered_hours"], 50.0);
    near(&null["municipality_net"], 1_300_000.0 + 1_200_000.0 + 15_000.0 - 198_400.0 - 1_000.0);
    near(&null["state_net"], 198_400.0);
    near(&null["unmet_hours"], 10.0);
}

/// A relative takes half of what is not granted and all that fails: four weeks' break of 50 hours.
/// Break: 10·0.5 + 50 = 55 hours; else 5. Average over 52 weeks: (48·5 + 4·55)/52.
#[test]
fn a_break_falls_on_the_relative() {
    let m = with(&[
        "--age",
        "40",
        "--need",
        "60",
        "--granted",
        "50",
        "--vacancy",
        "0",
        "--break-weeks",
        "4",
        "--relatives",
        "1",
    ]);
    near(&m["null"]["relatives_hours"], (48.0 * 5.0 + 4.0 * 55.0) / 52.0);
    near(&m["null"]["delivered_hours"], 50.0 * 48.0 / 52.0);
    near(&m["null"]["unmet_hours"], 5.0);
}

/// Model B: 30 % of each hour from the state, 90 % above 75 % of the threshold, no age limit.
/// base = 0.8·0.7·1 300 000 + 900 000 = 1 628 000; threshold 1 269 000; refund 0.9·359 000 = 323 100.
#[test]
fn model_b_by_hand_when_behaviour_is_off() {
    let m = with(&[
        "--age",
        "70",
        "--need",
        "60",
        "--granted",
        "50",
        "--other-cost",
        "1200000",
        "--vacancy",
        "0",
        "--set",
        "price_response=0",
    ]);
    near(&m["null"]["refund"], 0.0);
    near(&m["null"]["refund_base"], 1_940_000.0);
    near(&m["B"]["hour_grant"], 390_000.0);
    near(&m["B"]["refund"], 323_100.0);
    near(&m["B"]["marginal_share"], 0.7 * (1.0 - 0.9 * 0.8));
    // under A the state pays every hour: 1 300 000, and the base is 900 000
    near(&m["A"]["hour_grant"], 1_300_000.0);
    near(&m["A"]["marginal_share"], 0.0);
    near(&m["A"]["copayment"], 0.0);
}

/// 832 000 is deducted in 2024 for registered intellectual disability from 16.
#[test]
fn deduction_from_sixteen() {
    let args =
        ["--need", "60", "--granted", "50", "--other-cost", "1200000", "--vacancy", "0", "--intellectual"];
    let at = |age: &'static str| {
        let mut all = vec!["--age", age];
        all.extend_from_slice(&args);
        with(&all)["null"]["refund_base"].clone()
    };
    near(&at("15"), 1_940_000.0);
    near(&at("16"), 1_940_000.0 - 832_000.0);
}

#[test]
fn impossible_persons_are_refused() {
    for bad in [
        &["--age", "40", "--need", "30", "--granted", "50"][..],
        &["--age", "-1", "--need", "30", "--granted", "20"],
        &["--age", "40", "--need", "30", "--granted", "20", "--year", "2100"],
        &["--age", "40", "--need", "30", "--granted", "20", "--zone", "9"],
        &["--age", "40", "--need", "NaN", "--granted", "20"],
    ] {
        Command::new(assert_cmd::cargo::cargo_bin!("bpasim")).arg("case").args(bad).assert().code(2);
    }
}

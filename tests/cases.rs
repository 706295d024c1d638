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

/// Round numbers for a calculator: price 500, wage share 0.8, everything delivered, claimed and counted on; each relative
/// of a grown-up gives 6 hours a week whatever the services, of at most 60; nobody is admitted to hospital, and the user
/// can't work, which would both be in the state's net.
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
    "--set",
    "admission_rate=0",
    "--set",
    "work_capable_share=0",
    "--set",
    "relative_baseline_factor=1",
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
    let null = &m["zero"];
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

/// A relative takes half of what is not granted and all that fails: four weeks' break of 50 hours. With 6 hours given
/// whatever the services there is room for 54 more. Break: 10·0.5 + 50 = 55 hours wanted, 54 given, 6 of the 60 unmet; else
/// 5 and 5. Averages over 52 weeks: (48·5 + 4·54)/52, and (48·5 + 4·6)/52 unmet.
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
    near(&m["zero"]["relatives_hours"], (48.0 * 5.0 + 4.0 * 54.0) / 52.0);
    near(&m["zero"]["delivered_hours"], 50.0 * 48.0 / 52.0);
    near(&m["zero"]["unmet_hours"], (48.0 * 5.0 + 4.0 * 6.0) / 52.0);
}

/// What the state and the municipality pay for a relative's lost work, sick leave and care allowance is in their nets, as
/// in a run. 110 hours needed, 50 granted: the relative gives 30 for the gap and 6 anyway, 36 in all, and limits are of all
/// care. 26 above the limits of 10 and 16 above that of 20, so that 0.1·26 + 0.2·16 = 5.8 hours of work are lost, 26 % leave
/// work and 5.2 % of the rest is sick leave; the 6 hours alone would do none of it. Half of such relatives are in work:
/// lost are 0.5·(0.26·37.5 + 0.74·5.8) = 7.021 hours a week, on sick leave 0.5·0.74·0.052·31.7 = 0.609908.
#[test]
fn the_nets_hold_what_falls_on_relatives() {
    let mut args =
        vec!["--age", "40", "--need", "110", "--granted", "50", "--vacancy", "0", "--relatives", "1"];
    for set in [
        "work_slope_10=0.1",
        "work_slope_20=0.2",
        "r0=10",
        "exit_slope=0.01",
        "sick_slope=0.002",
        "relative_employment.18-49=0.5",
        "average_hourly_wage=300",
        "employer_on_cost=0.3",
        "income_tax_marginal=0.4",
        "sick_pay_state_share=0.75",
        "allowance_min_hours=20",
        "allowance_share=0.5",
        "allowance_hours=10",
        "allowance_pay=200",
        "carer_health_cost=0",
    ] {
        args.extend(["--set", set]);
    }
    let null = &with(&args)["zero"];
    near(&null["relatives_hours"], 30.0);
    near(&null["relatives_lost_hours"], 7.021);
    // half of 52·10·200 in care allowance
    near(&null["care_allowance"], 52_000.0);
    near(&null["municipality_net"], 1_300_000.0 + 15_000.0 - 1_000.0 + 52_000.0);
    // taxes of 52·7.021·300 = 109 527.60 are 59 254.43, three quarters of 52·0.609908·300 = 9 514.56 are 7 135.92, each in
    // whole øre, and the tax on the allowance comes back
    near(&null["state_net"], 59_254.43 + 7_135.92 - 0.4 * 52_000.0);
}

/// What a relative gives anyway costs no work: with 14 hours of it (a parent's 10.5 times 4/3) and 6 for the gap, 20 in all,
/// what counts is 0.1·10 less the 0.1·4 that are lost anyway, 0.6 hours. A limit for care allowances of 20 is met by all of
/// it: 0.5·52·10·200.
#[test]
fn limits_of_care_are_of_all_that_a_relative_gives() {
    let mut args =
        vec!["--age", "10", "--need", "62", "--granted", "50", "--vacancy", "0", "--relatives", "1"];
    for set in [
        "relative_baseline_factor=1.3333333333333333",
        "work_slope_10=0.1",
        "work_slope_20=0.2",
        "exit_slope=0",
        "relative_employment.0-17=1",
        "allowance_min_hours=20",
        "allowance_share=0.5",
        "allowance_hours=10",
        "allowance_pay=200",
    ] {
        args.extend(["--set", set]);
    }
    let null = &with(&args)["zero"];
    near(&null["relatives_hours"], 6.0);
    near(&null["relatives_lost_hours"], 0.6);
    near(&null["care_allowance"], 52_000.0);
}

/// Under Model A the state pays, and the block grant is cut by what the municipality is relieved of:
/// 1 300 000 + 15 000 − 1 000 without the model, 2 000 for administration with it.
#[test]
fn the_withdrawal_takes_back_what_the_municipality_is_relieved_of() {
    let m = with(&[
        "--age",
        "40",
        "--need",
        "60",
        "--granted",
        "50",
        "--vacancy",
        "0",
        "--set",
        "price_response=0",
    ]);
    near(&m["A"]["municipality_net_before_withdrawal"], 2_000.0);
    near(&m["A"]["withdrawal"], 1_314_000.0 - 2_000.0);
    near(&m["A"]["municipality_net"], 1_314_000.0);
    near(&m["B"]["withdrawal"], 0.0);
}

/// Nobody reacts, and norms are as today.
const NOBODY_REACTS: &[&str] = &[
    "--set",
    "price_response=0",
    "--set",
    "norm_shift=0",
    "--set",
    "financing.A.harmonisation=0",
    "--set",
    "financing.B.harmonisation=0",
];

/// Model B: 30 % of each hour from the state, 90 % above 75 % of the threshold, no age limit.
/// base = 0.8·0.7·1 300 000 + 900 000 = 1 628 000; threshold 1 269 000; refund 0.9·359 000 = 323 100.
#[test]
fn model_b_by_hand_when_behaviour_is_off() {
    let person =
        ["--age", "70", "--need", "60", "--granted", "50", "--other-cost", "1200000", "--vacancy", "0"];
    let m = with(&[&person[..], NOBODY_REACTS].concat());
    near(&m["zero"]["refund"], 0.0);
    near(&m["zero"]["refund_base"], 1_940_000.0);
    near(&m["B"]["hour_grant"], 390_000.0);
    near(&m["B"]["refund"], 323_100.0);
    near(&m["B"]["marginal_share"], 0.7 * (1.0 - 0.9 * 0.8));
    // under A the state pays every hour: 1 300 000, and the base is 900 000
    near(&m["A"]["hour_grant"], 1_300_000.0);
    near(&m["A"]["marginal_share"], 0.0);
    near(&m["A"]["copayment"], 0.0);
}

/// Terms of refund for persons with BPA: a decision moves the person's other services too. Other services of 2 000 000 have
/// a base of 1 500 000, below today's threshold of 1 692 000 and above B's of 1 269 000.
/// With BPA under B: base 0.8·0.7·1 300 000 + 1 500 000 = 2 228 000, refund 0.9·959 000 = 863 100. The hours are due
/// 0.9·728 000 = 655 200 of it, the same terms being compared; other services the rest, 0.9·231 000 = 207 900. Without a
/// decision the person has today's terms and no refund, so a decision brings 863 100: π̄ = (1 300 000 − 390 000 − 863 100) /
/// 1 300 000. Where B's terms hold for all, it brings what the hours are due.
#[test]
fn a_decision_brings_the_terms_of_persons_with_bpa() {
    let person =
        ["--age", "40", "--need", "60", "--granted", "50", "--other-cost", "2000000", "--vacancy", "0"];
    let m = with(&[&person[..], NOBODY_REACTS].concat());
    near(&m["B"]["refund"], 863_100.0);
    near(&m["B"]["refund_bpa"], 655_200.0);
    near(&m["B"]["average_share"], 46_900.0 / 1_300_000.0);
    let all = ["--set", "financing.B.refund.scope=all"];
    let m = with(&[&person[..], NOBODY_REACTS, &all].concat());
    near(&m["B"]["refund"], 863_100.0);
    near(&m["B"]["refund_bpa"], 655_200.0);
    near(&m["B"]["average_share"], 254_800.0 / 1_300_000.0);
    // Today the base with BPA is 0.8·1 300 000 + 1 500 000 = 2 540 000, and all of the refund above is due to it.
    near(&m["zero"]["refund"], 0.8 * 848_000.0);
    near(&m["zero"]["refund_bpa"], 0.8 * 848_000.0);
}

/// 832 000 is deducted in 2024 for registered intellectual disability from 16.
#[test]
fn deduction_from_sixteen() {
    let args =
        ["--need", "60", "--granted", "50", "--other-cost", "1200000", "--vacancy", "0", "--intellectual"];
    let at = |age: &'static str| {
        let mut all = vec!["--age", age];
        all.extend_from_slice(&args);
        with(&all)["zero"]["refund_base"].clone()
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

/// A year is told as a year, and so are options: a decimal comma is a decimal comma, and only what was given can be wrong.
#[test]
fn years_have_no_spaces_and_options_are_read_as_people_write() {
    let place = tempfile::tempdir().expect("folder");
    let told = crate::program::stdout(&crate::program::bpasim(
        place.path(),
        "trace --pick refund --model B --years 3 oslo",
    ));
    assert!(told.contains("(2022 − 2022 + 1)"), "{told}");
    assert!(!told.contains("2\u{a0}022"), "{told}");
    let [comma, point] = ["60,5", "60.5"].map(|need| {
        let words = format!("case --age 40 --need {need} --granted 45 --json");
        crate::program::stdout(&crate::program::bpasim(place.path(), words.as_str()))
    });
    assert_eq!(comma, point);
    let refused = crate::program::bpasim(place.path(), "case --age 40 --need 600 --granted 45");
    let message = crate::program::refused(&refused, 2, &["--need: "]);
    assert!(!message.contains("--need-before"), "{message}");
    let refused = crate::program::bpasim(place.path(), "trace --draw 99999999 --pick refund");
    crate::program::refused(&refused, 2, &["--draw: ", "99999999"]);
}

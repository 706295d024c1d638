//! Levers and assumptions of version 2 that can't be: each is refused by `check` and by `run`, from the command line and from
//! a file, with one message that names the lever, what was found and what is allowed.

use crate::program::{bpasim, refused};
use std::fs;

/// What is written: as `--set`, or as a file after its first two lines; what it extends, and what the one message holds.
struct Case {
    extends: &'static str,
    set: &'static [&'static str],
    file: &'static str,
    told: &'static [&'static str],
}

const CASES: [Case; 14] = [
    Case {
        extends: "national",
        set: &["need_sd=0.5"],
        file: "[parameters.need_sd]\nvalue = 0.5\n",
        told: &["need_sd", "need_persistence", "found: 0.5 / √(1 − 0.9²)", "allowed: < 1"],
    },
    Case {
        extends: "national",
        set: &["need_sd={pert=[0.05, 0.2, 0.6]}"],
        file: "[parameters.need_sd]\nvalue = { pert = [0.05, 0.2, 0.6] }\n",
        told: &["need_sd", "allowed: < 1"],
    },
    // Out of its own range is told once.
    Case {
        extends: "national",
        set: &["need_sd=1.2"],
        file: "[parameters.need_sd]\nvalue = 1.2\n",
        told: &["need_sd", "found: 1.2", "allowed: 0–1"],
    },
    Case {
        extends: "national",
        set: &["need_persistence=1"],
        file: "[parameters.need_persistence]\nvalue = 1\n",
        told: &["need_persistence", "found: 1;", "allowed: 0–0.999"],
    },
    Case {
        extends: "national",
        set: &["penetration_ceiling=0.9"],
        file: "[parameters.penetration_ceiling]\nvalue = 0.9\n",
        told: &["penetration_ceiling", "found: 0.9", "allowed: 1–"],
    },
    Case {
        extends: "national",
        set: &["inflow_age_weights.0-17=0.9"],
        file: "[parameters.inflow_age_weights]\nvalue = { table = { \"0-17\" = 0.9 } }\n",
        told: &["inflow_age_weights", "sum to 1", "found: 1.54", "allowed: 1"],
    },
    Case {
        extends: "national",
        set: &["inflow_condition_weights.rapid=0.2"],
        file: "[parameters.inflow_condition_weights]\nvalue = { table = { rapid = 0.2 } }\n",
        told: &["inflow_condition_weights", "found: 1.1", "allowed: 1"],
    },
    Case {
        extends: "national",
        set: &["financing.A.arenas.moon=true"],
        file: "[financing.A]\narenas = { moon = true }\n",
        told: &["financing.A.arenas.moon", "arenas.school", "arenas.work", "arenas.leisure"],
    },
    Case {
        extends: "national",
        set: &["financing.B-scheme.refund.threshold_factor=0.4"],
        file: "[financing.B-scheme]\nrefund = { threshold_factor = 0.4 }\n",
        told: &["financing.B-scheme.refund.threshold_factor", "found: 0.4", "allowed: at least 0.5"],
    },
    Case {
        extends: "national",
        set: &["financing.B-scheme.refund.max_age=70"],
        file: "[financing.B-scheme]\nrefund = { max_age = 70 }\n",
        told: &["financing.B-scheme.refund.max_age", "found: 70", "allowed: 67, none"],
    },
    // Models that extend the one that says so say nothing of it.
    Case {
        extends: "national",
        set: &["financing.B.refund.scope=all", "financing.B.refund.threshold_factor=0.4"],
        file: "[financing.B]\nrefund = { scope = \"all\", threshold_factor = 0.4 }\n",
        told: &["financing.B.refund.threshold_factor", "found: 0.4", "allowed: at least 0.5"],
    },
    Case {
        extends: "national",
        set: &["financing.A-rebased.rebase_years=0"],
        file: "[financing.A-rebased]\nrebase_years = 0\n",
        told: &["financing.A-rebased.rebase_years", "found: 0", "allowed: 1–"],
    },
    Case {
        extends: "oslo",
        set: &["financing.A.transition_rule=guarantee"],
        file: "[financing.A]\ntransition_rule = \"guarantee\"\n",
        told: &["financing.A.transition_rule", "population", "found: guarantee", "allowed: none"],
    },
    Case {
        extends: "oslo",
        set: &["financing.A.offset_by=population"],
        file: "[financing.A]\noffset_by = \"population\"\n",
        told: &["financing.A.offset_by", "population", "allowed: own"],
    },
];

#[test]
fn each_is_refused_with_one_message_however_it_is_written() {
    let dir = tempfile::tempdir().expect("folder");
    for Case { extends, set, file, told } in CASES {
        fs::write(dir.path().join("x.toml"), format!("format = 1\nextends = \"{extends}\"\n{file}"))
            .expect("file");
        let sets: Vec<&str> = set.iter().flat_map(|set| ["--set", *set]).collect();
        let more = ["--draws", "1", "--years", "2", "--out", "out"];
        for command in ["check", "run"] {
            let more = if command == "run" { &more[..] } else { &[] };
            let by_option = [&[command, extends], &sets[..], more, &["--lang", "en"]].concat();
            let by_file = [&[command, "x.toml"], more, &["--lang", "en"]].concat();
            for arguments in [by_option, by_file] {
                let message = refused(&bpasim(dir.path(), &arguments), 2, told);
                assert_eq!(message.trim().lines().count(), 1, "{arguments:?}: {message}");
                // A file is told with its line.
                assert!(
                    arguments[1] != "x.toml" || extends == "oslo" || message.starts_with("x.toml:"),
                    "{message}"
                );
                assert!(!dir.path().join("out").exists(), "{arguments:?}: something was written");
            }
        }
    }
}

#[test]
fn what_is_at_the_limit_is_allowed() {
    let dir = tempfile::tempdir().expect("folder");
    for set in [
        "need_sd=0.4",
        "penetration_ceiling=1",
        "financing.B-scheme.refund.threshold_factor=0.5",
        "financing.B-scheme.refund.max_age=67",
        "financing.B-scheme.refund.max_age=none",
        "financing.A-rebased.rebase_years=1",
        "financing.A.transition_rule=guarantee",
        "financing.A.arenas.school=true",
    ] {
        crate::program::stdout(&bpasim(dir.path(), &["check", "national", "--set", set]));
    }
}

/// Without a list of arenas there is none; a list that names an unknown one tells which there are.
#[test]
fn an_unknown_arena_in_a_list() {
    let dir = tempfile::tempdir().expect("folder");
    let text = "format = 1\nextends = \"national\"\n[financing.A]\narenas = [\"school\", \"moon\"]\n";
    fs::write(dir.path().join("x.toml"), text).expect("file");
    let told = ["x.toml:4", "financing.A.arenas", "found: moon", "allowed: school, work, leisure"];
    let message = refused(&bpasim(dir.path(), &["check", "x.toml", "--lang", "en"]), 2, &told);
    assert_eq!(message.trim().lines().count(), 1, "{message}");
}

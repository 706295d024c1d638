//! The command line as a whole: its commands, and what each takes.

#[cfg(feature = "serve")]
use super::serve;
use super::{
    backtest, calibrate, case, check, cluster, compare, decide, describe, import, merge, new, report, run,
    scenarios, sensitivity, trace, verify,
};
use crate::text::Lang;
use clap::{Parser, Subcommand};

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "bpasim", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[arg(long, global = true, default_value = "nb", value_parser = lang)]
    pub lang: Lang,
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub run: run::RunArgs,
}

fn lang(s: &str) -> std::result::Result<Lang, String> {
    s.parse()
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    Run(run::RunArgs),
    Merge(merge::MergeArgs),
    Report(report::RemakeArgs),
    Verify(verify::VerifyArgs),
    Compare(compare::CompareArgs),
    Decide(decide::DecideArgs),
    Sensitivity(sensitivity::SensitivityArgs),
    Backtest(backtest::BacktestArgs),
    Calibrate(calibrate::CalibrateArgs),
    Scenarios(scenarios::ScenariosArgs),
    Cluster(cluster::ClusterArgs),
    Check(check::CheckArgs),
    Case(case::CaseArgs),
    Trace(trace::TraceArgs),
    Describe(describe::DescribeArgs),
    Import(import::ImportArgs),
    New(new::NewArgs),
    #[cfg(feature = "serve")]
    Serve(serve::ServeArgs),
    Completions {
        shell: clap_complete::Shell,
    },
    Licenses,
}

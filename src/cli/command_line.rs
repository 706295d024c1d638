//! The command line as a whole: its commands, and what each takes.

use super::{
    backtest, calibrate, case, check, cluster, compare, decide, describe, merge, new, report, run, scenarios,
    sensitivity, trace,
};
use crate::text::Lang;
use clap::{Parser, Subcommand};

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "bpasim",
    version,
    about = "Hvem betaler for BPA? Kommunenes kostnad, statens refusjon, det som flyttes til pårørende og \
             deltakelse i arbeid under ulike finansieringsmodeller, med usikkerhet",
    args_conflicts_with_subcommands = true,
    after_help = "Eksempel: bpasim run national --draws 200\nUten kommando: bpasim run"
)]
pub struct Cli {
    /// Språk på skjerm og i meldinger: nb (bokmål, standard), nn (nynorsk) eller en (engelsk)
    #[arg(long, global = true, default_value = "nb", value_name = "SPRÅK", value_parser = lang)]
    pub lang: Lang,
    /// The command; none is `run`
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Options of `run` without a command
    #[command(flatten)]
    pub run: run::RunArgs,
}

fn lang(s: &str) -> std::result::Result<Lang, String> {
    s.parse()
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Kjør et scenario under alle modeller og skriv resultatene
    #[command(after_help = "Eksempel: bpasim run oslo --draws 500 --set price_response=0.2 --out oslo-test")]
    Run(run::RunArgs),
    /// Sett sammen deler av en kjøring, eller regn ut resultatene på nytt fra trekninger som er beholdt
    #[command(after_help = "Eksempel: bpasim merge output/national-shards/* --out output/national")]
    Merge(merge::MergeArgs),
    /// Lag rapport og arbeidsbok på nytt av en ferdig kjøring, for eksempel på et annet språk
    #[command(after_help = "Eksempel: bpasim report output/national --lang nn --open")]
    Report(report::RemakeArgs),
    /// Sammenlign to kjøringer: hvilke forutsetninger som er ulike, og hva hver av dem gjør med hovedtallene
    #[command(after_help = "Eksempel: bpasim compare output/national mitt --shapley --out bro")]
    Compare(compare::CompareArgs),
    /// Kjør alt som viser hva som avgjør konklusjonen, og ta det inn i rapporten
    #[command(after_help = "Eksempel: bpasim decide national --out output/national")]
    Decide(decide::DecideArgs),
    /// Finn hva som avgjør en størrelse: hvilke usikre forutsetninger som flytter den, og hvor den snur
    #[command(
        after_help = "Eksempel: bpasim sensitivity national --of society_cost:B-null --year total --method tornado,regression"
    )]
    Sensitivity(sensitivity::SensitivityArgs),
    /// Prøv modellen mot fortiden: ville den ha truffet det som skjedde?
    #[command(after_help = "Eksempel: bpasim backtest oslo national")]
    Backtest(backtest::BacktestArgs),
    /// Tilpass parametere til kjente tall, og lag en posterior som run --posterior trekker fra
    #[command(
        after_help = "Eksempel: bpasim calibrate national && bpasim run --posterior output/national-calibration"
    )]
    Calibrate(calibrate::CalibrateArgs),
    /// List opp scenarioer og alternative strukturer, eller kjør alternativene side om side
    #[command(after_help = "Eksempel: bpasim scenarios national --grid --draws 200")]
    Scenarios(scenarios::ScenariosArgs),
    /// Skriv en jobbfil for et køsystem: en liste av deler, og sammensetningen som venter på dem
    #[command(
        after_help = "Eksempel: bpasim cluster slurm national --draws 100000 --shards 64 > jobb.sh && bash jobb.sh"
    )]
    Cluster(cluster::ClusterArgs),
    /// Les et scenario og si alt som er galt, eller hva det endrer
    #[command(after_help = "Eksempel: bpasim check mitt.toml")]
    Check(check::CheckArgs),
    /// Regn én person uten tilfeldighet, steg for steg
    #[command(
        after_help = "Eksempel: bpasim case --age 40 --need 60 --granted 45 --other-cost 300000 --relatives 1"
    )]
    Case(case::CaseArgs),
    /// Følg én simulert person år for år og regel for regel
    #[command(after_help = "Eksempel: bpasim trace national --draw 3 --pick refund --model B")]
    Trace(trace::TraceArgs),
    /// Forklar en parameter, virkemiddel, modell, størrelse eller et scenario
    #[command(after_help = "Eksempel: bpasim describe bpa_hour_cost")]
    Describe(describe::DescribeArgs),
    /// Skriv ut de innebygde scenarioene med data, og et eget på fem linjer å begynne med
    #[command(after_help = "Eksempel: bpasim new mappe && bpasim run mappe/min.toml")]
    New(new::NewArgs),
    /// Skriv fullføringsskript for et skall
    #[command(
        after_help = "Eksempel: bpasim completions bash > ~/.local/share/bash-completion/completions/bpasim"
    )]
    Completions {
        /// bash, zsh, fish, elvish eller powershell
        shell: clap_complete::Shell,
    },
}

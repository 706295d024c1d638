//! Help and mistakes on the command line in the user's language: the parser's own are English only.

use super::Cli;
use crate::error::{Error, Problem};
use crate::outcomes::Words;
use crate::text::{Lang, Text};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};

/// What the command line asks for.
pub enum Asked {
    /// A command.
    Command(Box<Cli>),
    /// A text to print: help or version.
    Text(String),
}

/// Reads the command line; `arguments` includes the program's name.
pub fn parse(arguments: &[String]) -> (Lang, Result<Asked, Error>) {
    let lang = language(arguments);
    let asked = match command(lang).try_get_matches_from(arguments) {
        Ok(matches) => Cli::from_arg_matches(&matches)
            .map(|cli| Asked::Command(Box::new(cli)))
            .map_err(|e| mistake(&e).into()),
        Err(e) if !e.use_stderr() => Ok(Asked::Text(e.render().to_string())),
        Err(e) => Err(mistake(&e).into()),
    };
    (lang, asked)
}

/// The language asked for, also where the rest of the line is wrong.
fn language(arguments: &[String]) -> Lang {
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let value = match argument.strip_prefix("--lang") {
            Some("") => rest.next().map(String::as_str),
            Some(value) => value.strip_prefix('='),
            None => None,
        };
        if let Some(lang) = value.and_then(|v| v.parse().ok()) {
            return lang;
        }
    }
    Lang::default()
}

/// The program's commands with help in one language.
pub fn command(lang: Lang) -> Command {
    translated(Cli::command().arg(flag("version", 'V', ArgAction::Version, VERSION.get(lang))), lang)
        .disable_version_flag(true)
}

const VERSION: Words =
    Words::new("Vis programmets versjon", "Vis versjonen av programmet", "Show the program's version");
const HELP: Words = Words::new("Vis denne hjelpen", "Vis denne hjelpa", "Show this help");
const USAGE: Words = Words::new("Bruk:", "Bruk:", "Usage:");
const OPTIONS: Words = Words::new("Valg", "Val", "Options");
const ARGUMENTS: Words = Words::new("Argumenter", "Argument", "Arguments");
const COMMANDS: Words = Words::new("Kommandoer", "Kommandoar", "Commands");

fn flag(name: &'static str, short: char, action: ArgAction, help: &'static str) -> Arg {
    Arg::new(name).short(short).long(name).action(action).help(help)
}

fn translated(command: Command, lang: Lang) -> Command {
    let english = lang == Lang::En;
    let name = command.get_name().to_string();
    let subcommands: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_string()).collect();
    let mut command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(flag("help", 'h', ArgAction::Help, HELP.get(lang)))
        .help_template(format!(
            "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
            USAGE.get(lang)
        ))
        .subcommand_help_heading(COMMANDS.get(lang))
        .mut_args(|a| {
            let heading = if a.is_positional() { ARGUMENTS } else { OPTIONS };
            let takes_value = a.get_action().takes_values();
            let a = a
                .help_heading(heading.get(lang))
                .hide_default_value(true)
                .allow_negative_numbers(takes_value);
            match ENGLISH_ARGUMENTS.iter().find(|(id, ..)| english && a.get_id() == *id) {
                Some((_, "", help)) => a.help(*help),
                Some((_, value, help)) => a.help(*help).value_name(*value),
                None => a,
            }
        });
    if let Some((_, about, example)) = ENGLISH_COMMANDS.iter().find(|(id, ..)| english && *id == name) {
        command = command.about(*about).after_help(*example);
    }
    for name in subcommands {
        command = command.mut_subcommand(name, |sub| translated(sub, lang));
    }
    command
}

const ENGLISH_COMMANDS: &[(&str, &str, &str)] = &[
    (
        "bpasim",
        "Who pays for user-controlled personal assistance (BPA)? Municipal cost, state refunds, what is \
         shifted to relatives and participation in work under different financing models, with uncertainty",
        "Example: bpasim run national --draws 200 --lang en\nWithout a command: bpasim run",
    ),
    (
        "run",
        "Run a scenario under all its models and write the results",
        "Example: bpasim run oslo --draws 500 --set price_response=0.2 --out oslo-test",
    ),
    (
        "merge",
        "Join the slices of a run, or work out the results again from draws that were kept",
        "Example: bpasim merge output/national-shards/* --out output/national",
    ),
    (
        "cluster",
        "Write a job file for a scheduler: an array of slices, and the merge that waits for them",
        "Example: bpasim cluster slurm national --draws 100000 --shards 64 > job.sh && bash job.sh",
    ),
    (
        "check",
        "Read a scenario and say all that is wrong, or what it changes",
        "Example: bpasim check mine.toml",
    ),
    (
        "case",
        "Calculate one person without randomness, step by step",
        "Example: bpasim case --age 40 --need 60 --granted 45 --other-cost 300000 --relatives 1",
    ),
    (
        "trace",
        "Follow one simulated person year by year and rule by rule",
        "Example: bpasim trace national --draw 3 --pick refund --model B",
    ),
    (
        "describe",
        "Explain a parameter, lever, model, outcome or scenario",
        "Example: bpasim describe bpa_hour_cost",
    ),
    (
        "new",
        "Write out the built-in scenarios with their data, and a small one of your own to start from",
        "Example: bpasim new folder && bpasim run folder/min.toml",
    ),
    (
        "completions",
        "Write a completion script for a shell",
        "Example: bpasim completions bash > ~/.local/share/bash-completion/completions/bpasim",
    ),
];

/// Argument, name of its value, help.
const ENGLISH_ARGUMENTS: &[(&str, &str, &str)] = &[
    (
        "lang",
        "LANGUAGE",
        "Language on screen and in messages: nb (bokmål, the default), nn (nynorsk) or en (English)",
    ),
    ("scenario", "SCENARIO", "national (the default), oslo, variants, example-mixed, example-own, or a file"),
    (
        "sets",
        "PATH=VALUE",
        "Change a parameter or a lever (repeatable): price_response=0.2, financing.B.refund.rate=0.95",
    ),
    ("models", "MODELS", "Only these models (the zero alternative is always there): A,B"),
    (
        "draws",
        "NUMBER",
        "Draws of uncertain parameters (default 1000; with --precision: at most so many, default 100000)",
    ),
    (
        "sampling",
        "WAY",
        "How parameters are drawn: random (independently, the default) or sobol (evenly spread points)",
    ),
    ("precision", "SHARE", "Go on until the Monte Carlo error of every headline is below this share: 0.01"),
    ("resume", "", "Go on with an interrupted run where it stopped"),
    ("keep_draws", "", "Keep every draw, in a folder beside the results (Parquet)"),
    (
        "shard",
        "SLICE",
        "Run only a slice of the draws: 1/4, 2/4 … or auto (the place in a job array); merge joins them",
    ),
    ("scheduler", "SCHEDULER", "slurm or kubernetes"),
    ("shards", "NUMBER", "Number of slices to spread the run over"),
    ("all_draws", "NUMBER", "Draws of uncertain parameters in all"),
    ("cores", "NUMBER", "Cores for each slice (default 2)"),
    ("program", "FILE", "The program where the jobs run (default: this one, or bpasim on kubernetes)"),
    ("image", "IMAGE", "Kubernetes: the image that holds the program (default bpasim:latest)"),
    ("claim", "VOLUME", "Kubernetes: the volume all slices share (default bpasim)"),
    ("folders", "FOLDERS", "Folders from run --shard or run --keep-draws"),
    ("merged_scenario", "FILE", "The scenario's file, where it lies elsewhere now"),
    ("replicates", "NUMBER", "Independent sets of persons for each draw (default 1)"),
    ("seed", "NUMBER", "Seed of all random numbers (default 1)"),
    ("years", "NUMBER", "Number of years (default: the scenario's)"),
    ("threads", "NUMBER", "Number of threads (default: every core)"),
    ("out", "FOLDER", "Folder of the results (default: output/SCENARIO)"),
    ("force", "", "Overwrite an older result outside the default folder"),
    ("quiet", "", "No progress and no table"),
    ("fingerprint", "", "Write one fingerprint of all results on the last line"),
    ("age", "YEARS", "Age in the year"),
    ("need", "HOURS", "Need, hours a week"),
    ("granted", "HOURS", "Granted hours a week under the zero alternative in the base year"),
    (
        "other_cost",
        "NOK",
        "Cost of other services while BPA runs, NOK a year in base-year kroner (default 0)",
    ),
    ("intellectual", "", "Registered intellectual disability"),
    ("rapid", "", "Rapid condition"),
    ("relatives", "NUMBER", "Number of helping relatives (default 0)"),
    ("year", "YEAR", "Year of prices, threshold and squeeze (default: the base year)"),
    ("vacancy", "SHARE", "Share of granted hours never staffed (default: the parameter)"),
    ("break_weeks", "WEEKS", "Weeks without assistants in the year (default 0)"),
    ("waiting_months", "MONTHS", "Months of the year before BPA started (default 0)"),
    ("need_before", "HOURS", "Need the year before, hours a week (default: the same)"),
    ("zone", "ZONE", "Zone of the employer's contribution: 1 (the default), 1a, 2, 3, 4, 4a, 5"),
    ("draw", "NUMBER", "The draw's number, from 0 (default 0)"),
    ("replicate", "NUMBER", "Number of the set of persons, from 0 (default 0)"),
    (
        "person",
        "PERSON",
        "The person: unit/bpa, pool or year of arrival/age class/number, such as 0301/pool/18-49/7",
    ),
    (
        "pick",
        "HAPPENING",
        "Find somebody worth looking at: refund, unmet, relatives, exit, break, transition or models",
    ),
    ("model", "MODEL", "Only this model"),
    ("json", "", "Write the numbers unrounded as JSON"),
    (
        "id",
        "NAME",
        "Parameter, lever (refund.rate), model, outcome or scenario; without a name: all, one line each",
    ),
    ("dir", "FOLDER", "The folder to make"),
    ("shell", "SHELL", "bash, zsh, fish, elvish or powershell"),
];

/// A mistake on the command line, as a problem with the input.
fn mistake(e: &clap::Error) -> Problem {
    let context = |kind: ContextKind| match e.get(kind) {
        Some(ContextValue::String(s)) => Some(s.clone()),
        Some(ContextValue::Strings(list)) => Some(list.join(", ")),
        Some(ContextValue::StyledStrs(list)) => {
            Some(list.iter().map(|s| s.to_string()).collect::<Vec<_>>().join(", "))
        }
        _ => None,
    };
    let first = |text: Option<String>| text.map(|t| t.split(' ').next().unwrap_or_default().to_string());
    let argument = context(ContextKind::InvalidArg);
    let w = |nb: &str, nn: &str, en: &str| Text::all(nb, nn, en);
    let (what, key, found) = match e.kind() {
        ErrorKind::UnknownArgument => (w("ukjent valg", "ukjent val", "unknown option"), None, argument),
        ErrorKind::InvalidSubcommand => (
            w("ukjent kommando", "ukjend kommando", "unknown command"),
            None,
            context(ContextKind::InvalidSubcommand),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            let what = match value.as_deref() {
                None | Some("") => w("verdien mangler", "verdien manglar", "the value is missing"),
                Some(_) => w("ugyldig verdi", "ugyldig verdi", "invalid value"),
            };
            (what, first(argument), value.filter(|v| !v.is_empty()))
        }
        ErrorKind::MissingRequiredArgument => {
            (w("mangler og må oppgis", "manglar og må oppgivast", "missing and required"), argument, None)
        }
        ErrorKind::ArgumentConflict => {
            let what = w("kan ikke brukes sammen", "kan ikkje brukast saman", "cannot be used together");
            let prior = context(ContextKind::PriorArg).map(|prior| format!(" + {prior}")).unwrap_or_default();
            (what, None, argument.map(|own| own + &prior))
        }
        _ => {
            let words = e.render().to_string();
            let line = words.lines().next().unwrap_or_default().trim_start_matches("error: ").to_string();
            (w("feil på kommandolinjen", "feil på kommandolinja", "wrong command line"), None, Some(line))
        }
    };
    let suggested = context(ContextKind::SuggestedArg)
        .or_else(|| context(ContextKind::SuggestedSubcommand))
        .or_else(|| context(ContextKind::SuggestedValue));
    Problem {
        key,
        found,
        nearest: suggested,
        allowed: Some(allowed(e, context(ContextKind::ValidValue))),
        ..Problem::new(what)
    }
}

/// What would have been right.
fn allowed(e: &clap::Error, values: Option<String>) -> Text {
    if let Some(values) = values.filter(|v| !v.is_empty()) {
        return Text::same(values);
    }
    let source = std::error::Error::source(e).map(ToString::to_string).unwrap_or_default();
    if source.contains("digit") || source.contains("integer") || source.contains("too large") {
        return Text::all(
            "et helt tall, ikke negativt",
            "eit heilt tal, ikkje negativt",
            "a whole number, not negative",
        );
    }
    if source.contains("float") {
        return Text::all("et tall med punktum (37.5)", "eit tal med punktum (37.5)", "a number (37.5)");
    }
    if let (ErrorKind::ValueValidation, Some((_, list))) = (e.kind(), source.split_once(": ")) {
        return Text::same(list);
    }
    Text::all("se bpasim --help", "sjå bpasim --help", "see bpasim --help")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> (Lang, Result<Asked, Error>) {
        parse(&line.split(' ').map(str::to_string).collect::<Vec<_>>())
    }

    fn message(line: &str) -> String {
        match asked(line) {
            (lang, Err(error)) => error.render(lang),
            _ => panic!("{line} is right"),
        }
    }

    #[test]
    fn mistakes_are_told_in_the_users_language() {
        assert_eq!(
            message("bpasim run --drws 3"),
            "ukjent valg; funnet: --drws; tillatt: se bpasim --help; mente du «--draws»?"
        );
        assert_eq!(
            message("bpasim run --draws -3"),
            "--draws: ugyldig verdi; funnet: -3; tillatt: et helt tall, ikke negativt"
        );
        assert_eq!(
            message("bpasim --lang en run --draws x"),
            "--draws: invalid value; found: x; allowed: a whole number, not negative"
        );
        assert_eq!(
            message("bpasim case --age 4,5 --need 1 --granted 1"),
            "--age: ugyldig verdi; funnet: 4,5; tillatt: et tall med punktum (37.5)"
        );
        assert!(message("bpasim case --age 4").starts_with("--need <"), "{}", message("bpasim case --age 4"));
        assert_eq!(message("bpasim --lang se"), "--lang: ugyldig verdi; funnet: se; tillatt: nb, nn, en");
    }

    #[test]
    fn help_has_an_example_and_only_one_language() {
        for (lang, usage, example, not) in
            [("nb", "Bruk:", "Eksempel:", "Usage:"), ("en", "Usage:", "Example:", "Bruk:")]
        {
            for command in [
                "",
                "run ",
                "merge ",
                "cluster ",
                "trace ",
                "check ",
                "case ",
                "describe ",
                "new ",
                "completions ",
            ] {
                let (_, Ok(Asked::Text(help))) = asked(&format!("bpasim {command}--help --lang {lang}"))
                else {
                    panic!("{command} has no help")
                };
                assert!(help.contains(usage) && help.contains(example) && !help.contains(not), "{help}");
                assert!(lang == "nb" || !help.contains(['å', 'ø', 'æ']) || help.contains("bokmål"), "{help}");
            }
        }
    }

    #[test]
    fn every_argument_has_english_help() {
        fn arguments(command: &Command) -> Vec<String> {
            let own = command.get_arguments().map(|a| a.get_id().to_string());
            own.chain(command.get_subcommands().flat_map(arguments)).collect()
        }
        for id in arguments(&Cli::command()) {
            assert!(ENGLISH_ARGUMENTS.iter().any(|(known, ..)| *known == id), "{id}");
        }
        command(Lang::Nb).debug_assert();
        command(Lang::En).debug_assert();
    }
}

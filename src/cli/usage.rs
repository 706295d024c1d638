//! Help and mistakes on the command line in the user's language: the parser's own are English only.

use super::command_line::Cli;
use super::usage_english::{ENGLISH_ARGUMENTS, ENGLISH_COMMANDS};
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
    let asked = match command(lang).try_get_matches_from(reordered(arguments)) {
        Ok(matches) => Cli::from_arg_matches(&matches)
            .map(|cli| Asked::Command(Box::new(cli)))
            .map_err(|e| mistake(&e).into()),
        Err(e) if !e.use_stderr() => Ok(Asked::Text(e.render().to_string())),
        Err(e) => Err(mistake(&e).into()),
    };
    (lang, asked)
}

/// The language may stand before the command too, where the parser takes it for an option of the run without one.
fn reordered(arguments: &[String]) -> Vec<String> {
    let mut arguments = arguments.to_vec();
    let words = match arguments.get(1).map(String::as_str) {
        Some("--lang") => 2,
        Some(first) if first.starts_with("--lang=") => 1,
        _ => return arguments,
    };
    if arguments.get(1 + words).is_some_and(|word| !word.starts_with('-')) {
        arguments[1..2 + words].rotate_right(1);
    }
    arguments
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
                .hide_default_value(takes_value)
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
    fn the_language_may_stand_first() {
        for line in
            ["bpasim --lang en describe vacancy", "bpasim --lang=en check oslo", "bpasim --lang en --draws 2"]
        {
            assert!(matches!(asked(line), (Lang::En, Ok(Asked::Command(_)))), "{line}");
        }
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
                "report ",
                "compare ",
                "cluster ",
                "decide ",
                "sensitivity ",
                "backtest ",
                "scenarios ",
                "calibrate ",
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

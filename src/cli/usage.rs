//! Help and mistakes on the command line in the user's language: the parser's own are English only.

use super::command_line::Cli;
use super::numbers::negative;
use super::version;
use crate::error::{Error, Problem, nearest};
use crate::scenario::embedded;
use crate::text::visible::is_hidden;
use crate::text::{Lang, Message, Text, Words, say};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};
use std::ffi::OsString;
use std::path::Path;

/// What the command line asks for.
pub enum Asked {
    /// A command.
    Command(Box<Cli>),
    /// A text to print: help or version.
    Text(String),
}

/// Reads the command line as the system gives it; `arguments` includes the program's name. A word that is no text, or holds
/// characters that are not seen, is refused here, so that no file is named by another name and nothing is slipped into a
/// terminal, a table or a job's file.
pub fn parse_os(arguments: impl IntoIterator<Item = OsString>) -> (Lang, Result<Asked, Error>) {
    let words: Vec<Result<String, OsString>> = arguments.into_iter().map(OsString::into_string).collect();
    let shown = |word: &Result<String, OsString>| match word {
        Ok(word) => word.clone(),
        Err(word) => word.to_string_lossy().into_owned(),
    };
    let arguments: Vec<String> = words.iter().map(shown).collect();
    let refused =
        |what: Words, found: &str| (language(&arguments), Err(Problem::new(what).found(found).into()));
    // The name of the program is not looked at.
    for (word, shown) in words.iter().zip(&arguments).skip(1) {
        match word {
            Err(_) => return refused(say::NOT_UTF_8_TEXT, shown),
            Ok(word) if word.contains(is_hidden) => return refused(say::HIDDEN_CHARACTERS, shown),
            Ok(_) => {}
        }
    }
    parse(&arguments)
}

/// Reads the command line; `arguments` includes the program's name.
pub fn parse(arguments: &[String]) -> (Lang, Result<Asked, Error>) {
    let lang = language(arguments);
    if let Some(problem) = unknown_word(arguments) {
        return (lang, Err(problem.into()));
    }
    let words = reordered(arguments);
    let words = words.iter().map(|word| negative(word).into_owned());
    let asked = match command(lang).try_get_matches_from(words) {
        Ok(matches) => Cli::from_arg_matches(&matches)
            .map(|cli| Asked::Command(Box::new(cli)))
            .map_err(|e| mistake(&e).into()),
        Err(e) if e.kind() == ErrorKind::DisplayVersion && arguments.iter().any(|a| a == "--verbose") => {
            Ok(Asked::Text(version::verbose(lang)))
        }
        Err(e) if !e.use_stderr() => Ok(Asked::Text(e.render().to_string())),
        Err(e) => Err(mistake(&e).into()),
    };
    (lang, asked)
}

/// The problem with a first word that is neither a command, nor a scenario, nor a file that may be one.
fn unknown_word(arguments: &[String]) -> Option<Problem> {
    let arguments = reordered(arguments);
    let word = arguments.get(1).filter(|word| !word.starts_with('-'))?;
    let command = Cli::command();
    let mut known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    known.push("help");
    for name in embedded::names() {
        known.push(name);
    }
    // What has a dot or a slash is meant as a file, and told of as one.
    let file = word.contains(['.', '/']) || Path::new(word).exists();
    if file || word.is_empty() || known.contains(&word.as_str()) {
        return None;
    }
    let near = nearest(word, known).or_else(|| embedded::meant(word));
    let list = embedded::SCENARIOS.join(", ");
    let what = Problem::new(say::NEITHER_COMMAND_NOR_SCENARIO).found(word.as_str());
    Some(Problem { nearest: near, allowed: Some(say::CommandOrScenario { list }.text()), ..what })
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

/// The program's commands with help in one language: that of a command is the message `command-NAME`, that of an option
/// `option-NAME`, or `option-COMMAND-NAME` where it means something else under one command.
pub fn command(lang: Lang) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    // Only what is asked together with the version: alone it is a mistake.
    let verbose = Arg::new("verbose").long("verbose").action(ArgAction::SetTrue).requires("version");
    let command = translated(Cli::command().disable_version_flag(true).args([version, verbose]), lang);
    let mut built = command.clone();
    built.build();
    with_usage(command, &built, lang)
}

fn translated(command: Command, lang: Lang) -> Command {
    let name = command.get_name().to_string();
    let text = |id: String| Words::find(&id).map_or("", |words| words.get(lang));
    let subcommands: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_string()).collect();
    let command = command
        .about(text(format!("command-{name}")))
        .after_help(text(format!("command-{name}.example")))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help))
        .help_template(format!(
            "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
            say::HELP_USAGE.get(lang)
        ))
        .subcommand_help_heading(say::HELP_COMMANDS.get(lang))
        .mut_args(|a| {
            let heading = if a.is_positional() { say::HELP_ARGUMENTS } else { say::HELP_OPTIONS };
            let takes_value = a.get_action().takes_values();
            let own = format!("option-{name}-{}", a.get_id());
            let id = if Words::find(&own).is_some() { own } else { format!("option-{}", a.get_id()) };
            let value = Words::find(&format!("{id}.value")).map(|words| words.get(lang));
            let a = if let Some(value) = value { a.value_name(value) } else { a };
            a.help(text(id))
                .help_heading(heading.get(lang))
                .hide_default_value(takes_value)
                .hide_possible_values(takes_value)
                .allow_negative_numbers(takes_value)
        });
    subcommands
        .into_iter()
        .fold(command, |command, name| command.mut_subcommand(name, |sub| translated(sub, lang)))
}

/// The lines of usage, which the parser makes in English. `built` is the command with the names of what it stands in.
fn with_usage(command: Command, built: &Command, lang: Lang) -> Command {
    let usage = built.clone().render_usage().to_string();
    let usage = usage
        .trim_start_matches("Usage: ")
        .replace("[OPTIONS]", say::HELP_SOME_OPTIONS.get(lang))
        .replace("<COMMAND>", say::HELP_A_COMMAND.get(lang))
        .replace("\n       ", &format!("\n{}", " ".repeat(say::HELP_USAGE.get(lang).len() + 2)));
    built.get_subcommands().fold(command.override_usage(usage), |command, sub| {
        command.mut_subcommand(sub.get_name(), |own| with_usage(own, sub, lang))
    })
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
    let (what, key, found) = match e.kind() {
        ErrorKind::UnknownArgument => (say::UNKNOWN_OPTION, None, argument),
        ErrorKind::InvalidSubcommand => (say::UNKNOWN_COMMAND, None, context(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            let what = match value.as_deref() {
                None | Some("") => say::VALUE_IS_MISSING,
                Some(_) => say::INVALID_VALUE,
            };
            (what, first(argument), value.filter(|v| !v.is_empty()))
        }
        ErrorKind::MissingRequiredArgument => (say::MISSING_AND_REQUIRED, argument, None),
        ErrorKind::ArgumentConflict => {
            let prior = context(ContextKind::PriorArg).map(|prior| format!(" + {prior}")).unwrap_or_default();
            (say::NOT_TOGETHER, None, argument.map(|own| own + &prior))
        }
        ErrorKind::TooManyValues => {
            (say::NO_MORE_VALUES, first(argument), context(ContextKind::InvalidValue))
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            (say::VALUE_IS_MISSING, first(argument), None)
        }
        _ => (say::WRONG_COMMAND_LINE, first(argument), None),
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
    if source.contains("too large") {
        return say::SMALLER_NUMBER.text();
    }
    if source.contains("digit") || source.contains("integer") {
        return say::WHOLE_NUMBER_NOT_NEGATIVE.text();
    }
    if source.contains("float") {
        return say::DECIMAL_NUMBER.text();
    }
    if let (ErrorKind::ValueValidation, Some((_, list))) = (e.kind(), source.split_once(": ")) {
        return Text::same(list);
    }
    say::SEE_HELP.text()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

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
            message("bpasim case --age fire --need 1 --granted 1"),
            "--age: ugyldig verdi; funnet: fire; tillatt: et tall (37,5)"
        );
        assert_eq!(
            message("bpasim case --age 4 --need 1 --granted 1,234"),
            "--granted: ugyldig verdi; funnet: 1,234; tillatt: 1.234, 1234"
        );
        assert_eq!(
            message("bpasim trace --person x --draw 99999999999999999999999"),
            "--draw: ugyldig verdi; funnet: 99999999999999999999999; tillatt: et mindre tall"
        );
        assert_eq!(
            message("bpasim case --need 60,5 --granted -4,5 --other-cost 1%"),
            "--age <ÅR>: mangler og må oppgis; tillatt: se bpasim --help"
        );
        assert!(message("bpasim case --age 4").starts_with("--need <"), "{}", message("bpasim case --age 4"));
        assert_eq!(
            message("bpasim run --quiet=false"),
            "--quiet: tar ikke flere verdier; funnet: false; tillatt: se bpasim --help"
        );
        let told = message("bpasim imprt x.csv");
        assert!(
            told.starts_with("verken en kommando eller et scenario; funnet: imprt; tillatt: en kommando")
        );
        assert!(told.ends_with("mente du «import»?"), "{told}");
        assert!(message("bpasim vareants").ends_with("mente du «variants»?"));
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
    fn the_version_is_one_line_unless_more_is_asked_for() {
        assert_eq!(help("bpasim --version"), format!("bpasim {}\n", env!("CARGO_PKG_VERSION")));
        for line in ["bpasim --version --verbose --lang en", "bpasim --lang en --verbose -V"] {
            assert!(help(line).starts_with("bpasim ") && help(line).contains("\nmodel number: "), "{line}");
        }
        assert!(message("bpasim --verbose").starts_with("--version"), "{}", message("bpasim --verbose"));
    }

    fn help(line: &str) -> String {
        match asked(line) {
            (_, Ok(Asked::Text(help))) => help,
            _ => panic!("{line} has no help"),
        }
    }

    #[test]
    fn help_has_an_example_and_only_one_language() {
        let words = [("nb", "Bruk:", "Eksempel:"), ("nn", "Bruk:", "Døme:"), ("en", "Usage:", "Example:")];
        let names =
            Cli::command().get_subcommands().map(|c| format!("{} ", c.get_name())).collect::<Vec<_>>();
        for name in names.iter().map(String::as_str).chain([""]) {
            for (lang, usage, example) in words {
                let help = help(&format!("bpasim {name}--help --lang {lang}"));
                assert!(help.contains(usage) && help.contains(example), "{help}");
                let english =
                    ["OPTIONS]", "possible values", "Possible values", "COMMAND>", "Usage", "default"];
                assert!(lang == "en" || !english.iter().any(|word| help.contains(word)), "{help}");
                assert!(lang != "en" || !help.contains(['å', 'ø', 'æ']) || help.contains("bokmål"), "{help}");
            }
        }
        assert!(help("bpasim run --help --lang nn").contains("Bruk: bpasim run [VAL] [SCENARIO]"));
        assert!(help("bpasim --help").contains("Bruk: bpasim [VALG] [SCENARIO]\n      bpasim <KOMMANDO>"));
    }

    #[test]
    fn every_command_and_option_has_a_message_and_every_message_is_of_one() {
        fn ids(command: &Command, list: &mut BTreeSet<String>) {
            let name = command.get_name();
            list.extend([format!("command-{name}"), format!("command-{name}.example")]);
            for a in command.get_arguments() {
                let own = format!("option-{name}-{}", a.get_id());
                let id = if Words::find(&own).is_some() { own } else { format!("option-{}", a.get_id()) };
                list.extend(a.get_action().takes_values().then(|| format!("{id}.value")));
                list.insert(id);
            }
            command.get_subcommands().for_each(|sub| ids(sub, list));
        }
        let mut asked = BTreeSet::new();
        ids(&command(Lang::Nb), &mut asked);
        let of_help = |id: &&str| id.starts_with("command-") || id.starts_with("option-");
        let known: BTreeSet<String> = Words::ids().filter(of_help).map(str::to_string).collect();
        assert_eq!(asked, known);
        for lang in [Lang::Nb, Lang::Nn, Lang::En] {
            command(lang).debug_assert();
        }
    }
}

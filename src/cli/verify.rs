//! `verify`: whether a folder is what a run of this program made.

use super::console::{interruptible, print};
use super::progress::Terminal;
use super::run::RunArgs;
use crate::engine::model_number::refuse_other;
use crate::error::{Error, Problem, Result};
use crate::experiment;
use crate::experiment::verify::{VerifiedFolder, verify};
use crate::files::list::FILE;
use crate::text::{Lang, Message, say, shell};
use clap::Args;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Options of `verify`.
#[derive(Args, Clone, Debug)]
pub struct VerifyArgs {
    #[arg(id = "results")]
    pub folder: PathBuf,
    #[arg(long)]
    pub repeat: bool,
}

/// Tells what is found; fails where anything is not as it was made. `parse` reads the command that a folder tells of.
pub fn run(args: &VerifyArgs, parse: impl Fn(&[String]) -> Result<RunArgs>, lang: Lang) -> Result<()> {
    let found = verify(&args.folder)?;
    print(&told(&found, lang))?;
    let same = !args.repeat || repeated(&found, parse, lang)?;
    match same && found.is_sound() {
        true => Ok(()),
        false => Err(Error::Failed(say::VERIFY_FAILED.text())),
    }
}

fn told(found: &VerifiedFolder, lang: Lang) -> String {
    let (at, version) = (found.path.display(), &found.version);
    let mut text = match found.is_sound() {
        true => lang.say(say::VerifySound { at, number: found.files, version }),
        false => lang.say(say::VerifyNotSound { at, version }),
    } + "\n";
    let mut line = |line: String| {
        let _ = writeln!(text, "  {line}");
    };
    if !found.list_is_whole {
        line(lang.say(say::VerifyListChanged { file: FILE }));
    }
    if let (Some(found), Some(about)) = (found.other_draws, &found.about) {
        line(lang.say(say::VerifyOtherDraws { found, told: about.draws }));
    }
    if found.other_id {
        line(lang.say(say::VerifyOtherId { file: FILE }));
    }
    let kinds = [
        (say::VERIFY_CHANGED, &found.changed),
        (say::VERIFY_MISSING, &found.missing),
        (say::VERIFY_FOREIGN, &found.foreign),
    ];
    for (label, names) in kinds {
        names.iter().for_each(|name| line(format!("{}: {name}", label.get(lang))));
    }
    if let Some((words, model)) = &found.again {
        let _ =
            writeln!(text, "{}\n  {}", lang.say(say::VerifyAgain { model: *model }), shell::command(words));
        for (file, hash) in &found.needs {
            let _ = writeln!(text, "  {}", lang.say(say::VerifyNeeds { file, hash }));
        }
    }
    text
}

/// Runs again what the folder tells it is made of, and tells whether the fingerprint is the same.
fn repeated(
    found: &VerifiedFolder,
    parse: impl Fn(&[String]) -> Result<RunArgs>,
    lang: Lang,
) -> Result<bool> {
    let Some(about) = &found.about else {
        let shown = found.path.display().to_string();
        return Err(Problem::new(say::NO_RUN_TO_REPEAT).file(shown).key("--repeat").into());
    };
    refuse_other(found.path.join(FILE).display().to_string(), about.model_number)?;
    let terminal = Terminal::new(false, lang);
    let run =
        experiment::run(&parse(&found.command(about)?)?.request(), terminal.monitor(interruptible(lang)))?;
    let again = run.results.fingerprint();
    let same = again == about.fingerprint;
    print(&match same {
        true => lang.say(say::VerifyRepeated { fingerprint: again }) + "\n",
        false => lang.say(say::VerifyDiffers { found: again, told: &about.fingerprint }) + "\n",
    })?;
    Ok(same)
}

//! `new`: writes the shipped scenarios and data out, with a small own scenario to start from.

use crate::error::{Problem, Result};
use crate::files::list::Hashes;
use crate::files::place::{INSIDE, is_inside, resolve};
use crate::files::swap::entries;
use crate::files::work_folder::WorkFolder;
use crate::scenario::embedded::{FILES, SCENARIOS};
use crate::text::{Lang, say};
use clap::Args;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The scenario to start from.
const OWN: &str = "format = 1
extends = \"national.toml\"
[scenario]
name = \"min\"
[parameters.price_response]
value = 0.2
";

/// Options of `new`.
#[derive(Args, Debug)]
pub struct NewArgs {
    pub dir: PathBuf,
}

/// Writes everything out, and tells what is written.
pub fn run(args: &NewArgs, lang: Lang) -> Result<String> {
    let files = write_all(&args.dir)?;
    let names: String = files.iter().map(|file| format!("\n  {}", file.display())).collect();
    Ok(format!("{}{names}\n", say::WRITTEN.get(lang)))
}

/// Writes everything to a new or empty folder, all of it or nothing.
fn write_all(dir: &Path) -> Result<Vec<PathBuf>> {
    refuse_occupied(dir)?;
    let mut files: Vec<(String, Vec<u8>)> = FILES
        .iter()
        .map(|(name, text)| (name.to_string(), beside_one_another(name, text).into_bytes()))
        .collect();
    files.push(("min.toml".into(), OWN.into()));
    let work = WorkFolder::open(dir)?;
    // Opened, it may have finished what was cut short before.
    refuse_occupied(dir)?;
    work.write(&files, &Hashes::new())?;
    Ok(files.iter().map(|(name, _)| dir.join(name)).collect())
}

/// Refuses a folder, or a link to one, in which something stands that is not the program's own working folder: a mounted one has
/// that inside.
pub fn refuse_occupied(dir: &Path) -> Result<()> {
    let occupied = match fs::symlink_metadata(dir) {
        Err(_) => false,
        Ok(_) if dir.is_dir() => {
            let own = resolve(dir).ok().filter(|place| is_inside(place)).map(|_| OsStr::new(INSIDE));
            entries(dir).map_or(true, |names| names.iter().any(|name| Some(name.as_os_str()) != own))
        }
        Ok(_) => true,
    };
    if !occupied {
        return Ok(());
    }
    Err(Problem::new(say::FOLDER_NOT_EMPTY)
        .file(dir.display().to_string())
        .allowed(say::NEW_OR_EMPTY_FOLDER)
        .into())
}

/// In the copies `extends` names the file beside, so that changing a copy has effect.
fn beside_one_another(name: &str, text: &str) -> String {
    if !name.ends_with(".toml") {
        return text.to_string();
    }
    let relative = |line: &str| {
        let names = SCENARIOS.iter().copied().chain(["parameters"]);
        match line.split_once('=').filter(|(key, _)| key.trim() == "extends") {
            Some((key, value)) if names.clone().any(|n| value.trim() == format!("\"{n}\"")) => {
                format!("{key}= \"{}.toml\"", value.trim().trim_matches('"'))
            }
            _ => line.to_string(),
        }
    };
    // Models extend models; only the top of the file extends files.
    let top = text.find("\n[").map_or(text.len(), |i| i + 1);
    let mut copy: String = text[..top].lines().map(|l| relative(l) + "\n").collect();
    copy.push_str(&text[top..]);
    copy
}

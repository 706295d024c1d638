//! `new`: writes the shipped scenarios and data out, with a small own scenario to start from.

#![expect(clippy::disallowed_methods, reason = "what is shipped is written to the folder the user names")]

use crate::error::{Error, Problem, Result};
use crate::scenario::embedded::{FILES, SCENARIOS};
use crate::text::{Lang, say};
use clap::Args;
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
    let failed = |e| {
        let shown = dir.display();
        Error::io(say::FolderCannotBeWritten { folder: shown }, e)
    };
    let parent = match dir.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent).map_err(failed)?;
    let beside = tempfile::Builder::new().prefix(".bpasim-new-").tempdir_in(parent).map_err(failed)?;
    let root = beside.path().join("new");
    fs::create_dir(&root).map_err(failed)?;
    let mut written = Vec::new();
    let mut write = |name: &str, text: &str| -> std::io::Result<()> {
        let path = root.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, text)?;
        written.push(dir.join(name));
        Ok(())
    };
    for (name, text) in FILES {
        write(name, &beside_one_another(name, text)).map_err(failed)?;
    }
    write("min.toml", OWN).map_err(failed)?;
    if dir.is_dir() {
        fs::remove_dir(dir).map_err(failed)?; // empty, as seen above
    }
    fs::rename(&root, dir).map_err(failed)?;
    Ok(written)
}

fn refuse_occupied(dir: &Path) -> Result<()> {
    let occupied = match fs::symlink_metadata(dir) {
        Err(_) => false,
        Ok(kind) if kind.is_dir() => fs::read_dir(dir).map_or(true, |mut entries| entries.next().is_some()),
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

//! `import`: own figures from the files that people have, as a scenario; and the form to fill in.

use super::console::print;
use super::numbers::number;
use crate::error::{Problem, Result};
use crate::files::list::Hashes;
use crate::files::names::name_of;
use crate::files::read;
use crate::files::swap::write_beside;
use crate::files::work_folder::WorkFolder;
use crate::import::choices::{KINDS, Kind, Wishes, units};
use crate::import::links::LINKS;
use crate::import::written::SCENARIO;
use crate::import::{Input, form, import};
use crate::text::shell::quoted;
use crate::text::{Lang, say};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};

/// Most bytes of a file that is imported.
const MOST: u64 = 256 << 20;

/// Options of `import`.
#[derive(Args, Debug)]
pub struct ImportArgs {
    #[arg(id = "import_files", required_unless_present_any = ["template", "where_"])]
    files: Vec<PathBuf>,
    #[arg(long, conflicts_with_all = ["import_files", "where_"])]
    template: Option<PathBuf>,
    #[arg(id = "where_", long = "where")]
    links: bool,
    #[arg(id = "as_kind", long = "as", value_parser = kind)]
    kind: Option<Kind>,
    #[arg(long)]
    sheet: Option<String>,
    #[arg(id = "import_year", long = "year")]
    year: Option<i32>,
    #[arg(long)]
    map: Vec<String>,
    #[arg(id = "import_units", long = "units", value_delimiter = ',')]
    units: Vec<String>,
    #[arg(long)]
    published: bool,
    #[arg(long, value_parser = number)]
    growth: Option<f64>,
    #[arg(id = "import_out", long = "out")]
    out: Option<PathBuf>,
}

fn kind(text: &str) -> std::result::Result<Kind, String> {
    let names = KINDS.map(|(name, _)| name).join(", ");
    KINDS.iter().find(|(name, _)| *name == text).map(|(_, kind)| *kind).ok_or(format!("«{text}»: {names}"))
}

/// Does what is asked for.
pub fn run(args: &ImportArgs, lang: Lang) -> Result<()> {
    if args.links {
        let lines: String =
            LINKS.iter().map(|(words, link)| format!("{}\n  {link}\n", words.get(lang))).collect();
        return print(&format!("{}\n{lines}", say::IMPORT_WHERE.get(lang)));
    }
    match &args.template {
        Some(path) => template(path, &args.units, lang),
        None => figures(args, lang),
    }
}

/// Writes the form where nothing stands yet.
fn template(path: &Path, named: &[String], lang: Lang) -> Result<()> {
    let shown = path.display().to_string();
    if !path.extension().is_some_and(|own| own.eq_ignore_ascii_case("xlsx")) {
        return Err(Problem::new(say::IMPORT_FORM_NAME).key("--template").found(shown).into());
    }
    if fs::symlink_metadata(path).is_ok() {
        return Err(Problem::new(say::IMPORT_FORM_EXISTS).file(shown).key("--template").into());
    }
    let bytes = form::form(&units(named)?, lang)?;
    write_beside(path, &bytes)?;
    let command = quoted(&shown);
    print(&format!("{}\n", lang.say(say::ImportFormWritten { at: &shown, command: &command })))
}

/// Reads files, and writes a scenario of them to a new or empty folder.
fn figures(args: &ImportArgs, lang: Lang) -> Result<()> {
    let Some(out) = &args.out else {
        return Err(Problem::new(say::MISSING_AND_REQUIRED)
            .key("--out")
            .allowed(say::NEW_OR_EMPTY_FOLDER)
            .into());
    };
    super::new::refuse_occupied(out)?;
    let mut inputs = Vec::new();
    for path in &args.files {
        inputs.push(Input { name: name_of(path), bytes: read::bytes(path, MOST).map_err(read::of_file)? });
    }
    let wishes = Wishes {
        kind: args.kind,
        sheet: args.sheet.clone(),
        year: args.year,
        map: args.map.clone(),
        units: args.units.clone(),
        published: args.published,
        growth: args.growth,
    };
    let day = chrono::Local::now().date_naive().to_string();
    let imported = import(&inputs, &wishes, (&name_for(out), &day), lang)?;
    let work = WorkFolder::open(out)?;
    // Opened, it may have finished what was cut short before.
    super::new::refuse_occupied(out)?;
    work.write(&imported.files, &Hashes::new())?;
    let files: String =
        imported.files.iter().map(|(name, _)| format!("  {}\n", out.join(name).display())).collect();
    let at = out.join(SCENARIO).display().to_string();
    let next = lang.say(say::ImportNext { at: quoted(&at) });
    print(&format!("{}{}\n{files}{next}\n", imported.told, say::WRITTEN.get(lang)))
}

/// The scenario's name: the folder's, as far as names may be so.
fn name_for(out: &Path) -> String {
    const LONGEST: usize = 64;
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' };
    let name: String = name_of(out).chars().map(plain).take(LONGEST).collect();
    let name = name.trim_matches('-').to_string();
    if name.is_empty() { "import".into() } else { name }
}

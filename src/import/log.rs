//! What is told of an import, on screen in short and in `import.md` in full. Nothing in it is of a person.

use super::ages::Span;
use super::cells::Source;
use super::marks::{MARKS, Mark};
use crate::error::Problem;
use crate::text::{Lang, Message, Text, Words, say};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What was read, and how.
    Read,
    /// What a workbook hides.
    Hidden,
    /// Municipalities.
    Units,
    /// Prices and refunds.
    Accounts,
    /// Old numbers.
    Translated,
    /// Sums that were used as a control.
    Controls,
    /// Marks in the place of numbers.
    Marks,
    /// Jumps.
    Jumps,
    /// What was left out.
    Left,
    /// How persons are kept.
    Kept,
    /// What to do next.
    Next,
}

const SECTIONS: [(Section, Words); 11] = [
    (Section::Read, say::IMPORT_SECTION_READ),
    (Section::Hidden, say::IMPORT_SECTION_HIDDEN),
    (Section::Units, say::IMPORT_SECTION_UNITS),
    (Section::Accounts, say::IMPORT_SECTION_ACCOUNTS),
    (Section::Translated, say::IMPORT_SECTION_TRANSLATED),
    (Section::Controls, say::IMPORT_SECTION_CONTROLS),
    (Section::Marks, say::IMPORT_SECTION_MARKS),
    (Section::Jumps, say::IMPORT_SECTION_JUMPS),
    (Section::Left, say::IMPORT_SECTION_LEFT),
    (Section::Kept, say::IMPORT_SECTION_KEPT),
    (Section::Next, say::IMPORT_SECTION_NEXT),
];

/// Most lines of a section on screen.
const SHOWN: usize = 5;

/// Everything that is told.
#[derive(Clone, Debug, Default)]
pub struct Log {
    notes: BTreeMap<Section, Vec<Text>>,
    /// What happened often, told once with its number.
    counted: BTreeMap<Section, Vec<(Words, usize)>>,
    marks: BTreeMap<Mark, usize>,
    /// Ages that were divided because the user asked for it.
    pub divided: BTreeSet<Span>,
    /// Files of lists of persons, each with the sheet that has the list: their names are told on screen and never written.
    lists: Vec<(String, Option<String>)>,
    /// The other sheets of such files, which notes may name beside each other.
    sheets: Vec<String>,
}

impl Log {
    /// Adds a note, once.
    pub fn add(&mut self, section: Section, note: impl Message) {
        let note = note.text();
        let own = self.notes.entry(section).or_default();
        if !own.contains(&note) {
            own.push(note);
        }
    }

    /// Whether a note was added.
    pub fn has(&self, section: Section, note: &impl Message) -> bool {
        self.notes.get(&section).is_some_and(|own| own.contains(&note.text()))
    }

    /// What was left out, as problems: where nothing is left, they say why.
    pub fn left(&self) -> Vec<Problem> {
        self.notes.get(&Section::Left).into_iter().flatten().cloned().map(Problem::new).collect()
    }

    /// The same where nothing else is there: what is wrong with a file, and why.
    pub fn all_left(&self, file: &str) -> Vec<Problem> {
        [vec![Problem::new(say::IMPORT_ALL_LEFT_OUT).file(file)], self.left()].concat()
    }

    /// Counts what is told once.
    pub fn count(&mut self, section: Section, note: Words) {
        let own = self.counted.entry(section).or_default();
        match own.iter_mut().find(|(words, _)| *words == note) {
            Some((_, number)) => *number += 1,
            None => own.push((note, 1)),
        }
    }

    /// Counts a mark.
    pub fn mark(&mut self, mark: Mark) {
        *self.marks.entry(mark).or_default() += 1;
    }

    /// Takes a list of persons, whose file and sheet are not named in what is written.
    pub fn list(&mut self, source: &Source) {
        let own = (source.file.to_string(), source.sheet.as_deref().map(str::to_string));
        if !self.lists.contains(&own) {
            self.lists.push(own);
            let name = list_called(self.lists.len());
            self.add(Section::Kept, say::ImportListNotNamed { name });
        }
    }

    /// Takes the sheets of a file with a list of persons: none of them is named either.
    pub fn sheets<'s>(&mut self, names: impl Iterator<Item = &'s str>) {
        self.sheets.extend(names.map(str::to_string));
    }

    /// A text as it is written: with other names for files and sheets of lists of persons.
    pub fn written(&self, text: &str) -> String {
        let mut text = text.to_string();
        for (place, (file, sheet)) in self.lists.iter().enumerate() {
            let name = list_called(place + 1);
            if let Some(sheet) = sheet {
                text = renamed(&text, &format!("{file}, {sheet}"), &name);
                text = renamed(&text, &format!("{sheet}!"), &format!("{name}!"));
            }
            let named = renamed(&text, file, &name);
            // Only a note that names the file names its sheets; letters of columns are called as sheets may be.
            text = if named == text { named } else { self.without_sheets(named) };
        }
        text
    }

    fn without_sheets(&self, text: String) -> String {
        let mut text = text;
        for (place, sheet) in self.sheets.iter().enumerate() {
            let other = format!("{}-{}", say::IMPORT_A_SHEET.get(Lang::Nb), place + 1);
            for mark in ["(", ", "] {
                text = renamed(&text, &format!("{mark}{sheet}"), &format!("{mark}{other}"));
            }
        }
        text
    }

    /// The notes of a section.
    fn lines(&self, section: Section, lang: Lang) -> Vec<String> {
        let mut lines: Vec<String> =
            self.notes.get(&section).into_iter().flatten().map(|note| note.get(lang).to_string()).collect();
        for (words, number) in self.counted.get(&section).into_iter().flatten() {
            lines.push(format!("{} ({number})", words.get(lang)));
        }
        if section == Section::Marks {
            for mark in MARKS {
                if let Some(number) = self.marks.get(&mark) {
                    let (written, words) = (mark.written(), meaning(mark));
                    lines.push(lang.say(say::ImportMark { written, words, number: *number }));
                }
            }
        }
        lines
    }

    /// The page.
    pub fn page(&self, title: &Text, lang: Lang) -> String {
        let mut page = format!("# {}\n", title.get(lang));
        for (section, heading) in SECTIONS {
            let lines = self.lines(section, lang);
            if !lines.is_empty() {
                let _ = write!(page, "\n## {}\n\n", heading.get(lang));
                lines.iter().for_each(|line| page += &format!("- {}\n", self.written(line)));
            }
        }
        page
    }

    /// The same in short.
    pub fn short(&self, lang: Lang) -> String {
        let mut told = String::new();
        for (section, heading) in SECTIONS {
            let lines = self.lines(section, lang);
            if lines.is_empty() {
                continue;
            }
            let _ = writeln!(told, "{}", heading.get(lang));
            lines.iter().take(SHOWN).for_each(|line| told += &format!("  {line}\n"));
            if let Some(more) = lines.len().checked_sub(SHOWN).filter(|more| *more > 0) {
                let _ = writeln!(told, "  {}", lang.say(say::ImportMoreLines { more }));
            }
        }
        told
    }
}

/// What a list of persons is called where its file's name is not written.
fn list_called(number: usize) -> String {
    format!("{}-{number}", say::IMPORT_A_LIST.get(Lang::Nb))
}

/// A text with another name wherever a name stands as a whole.
fn renamed(text: &str, name: &str, other: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(name).filter(|_| !name.is_empty()) {
        let (before, from) = rest.split_at(at);
        let after = from.get(name.len()..).unwrap_or_default();
        let inside =
            before.chars().next_back().or(out.chars().next_back()).is_some_and(char::is_alphanumeric)
                || after.chars().next().is_some_and(char::is_alphanumeric) && !name.ends_with('!');
        out += before;
        out += if inside { name } else { other };
        rest = after;
    }
    out + rest
}

/// What a mark says.
pub fn meaning(mark: Mark) -> Words {
    match mark {
        Mark::Impossible => say::IMPORT_MARK_IMPOSSIBLE,
        Mark::Unknown => say::IMPORT_MARK_UNKNOWN,
        Mark::KeptBack => say::IMPORT_MARK_KEPT_BACK,
        Mark::Zero => say::IMPORT_MARK_ZERO,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_lists_of_persons_are_not_named_in_what_is_written() {
        let mut log = Log::default();
        let source = Source {
            file: "a.xlsx".into(),
            sheet: Some("B".into()),
            lines: true,
            turned: false,
            labels: None,
        };
        log.list(&source);
        let note = "a.xlsx, B: Kolonne B er ikke lest; B!A2, ba.xlsx, a.xlsx";
        log.add(Section::Read, Text::same(note));
        let page = log.page(&Text::default(), Lang::Nb);
        assert!(page.contains("- liste-1: Kolonne B er ikke lest; liste-1!A2, ba.xlsx, liste-1\n"), "{page}");
        assert!(log.short(Lang::Nb).contains(note));
        log.sheets(["B", "fra Siv"].into_iter());
        log.add(Section::Hidden, Text::same("a.xlsx: skjulte ark (fra Siv, C)"));
        assert!(log.page(&Text::default(), Lang::Nb).contains("- liste-1: skjulte ark (ark-2, C)\n"));
    }
}

//! What a workbook shows by the looks of its cells, which the library that reads them does not tell: marks of footnotes that are
//! raised behind a number (a 16 with a raised 1 is no 161), and formats that make a number a share or one in thousands.

use super::cells::{Cell, Grid};
use super::hidden::{Archive, MOST, attribute, elements, part, sheet_paths};
use super::periods::Period;
use super::scales::scale;
use super::subject::{self, Subject};
use super::wording::says;
use roxmltree::{Document as Xml, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// What a format shows beside a number.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    /// The words, or the sign of a hundredth.
    text: String,
    /// Whether a number is shown a hundred times as large.
    hundredths: bool,
    /// How often a number is shown a thousandth as large.
    thousandths: i32,
}

/// A row, from 1, and a column, from 0.
type At = (usize, usize);

/// Texts with raised marks, and what they are without them; what formats show, by sheet, row and column.
#[derive(Debug, Default)]
pub struct Looks {
    raised: BTreeMap<String, String>,
    formats: BTreeMap<String, Vec<(At, Shown)>>,
}

/// The looks of a workbook; none where the format is one that is not looked into.
pub fn of(bytes: &[u8]) -> Option<Looks> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut looks = Looks::default();
    match archive.index_for_name("content.xml") {
        Some(_) => looks.raised_in_ods(&mut archive),
        None => looks.of_xlsx(&mut archive)?,
    }
    Some(looks)
}

impl Looks {
    /// Gives cells what they show; how many had raised marks, which are left out.
    pub fn show(&self, grids: &mut [Grid]) -> usize {
        let mut marks = 0;
        for grid in grids {
            let name = grid.source.sheet.as_deref().unwrap_or_default();
            for cell in grid.rows.iter_mut().flat_map(|row| &mut row.cells) {
                let plain = if let Cell::Text(text) = &*cell { self.raised.get(text) } else { None };
                if let Some(plain) = plain {
                    marks += 1;
                    *cell = Cell::of(plain);
                }
            }
            let own: BTreeMap<(usize, usize), &Shown> =
                self.formats.get(name).into_iter().flatten().map(|(place, shown)| (*place, shown)).collect();
            for row in grid.rows.iter_mut().filter(|_| !own.is_empty()) {
                let number = row.number;
                for (column, cell) in row.cells.iter_mut().enumerate() {
                    if let (Cell::Number(value), Some(shown)) = (&*cell, own.get(&(number, column))) {
                        *cell = shown.cell(*value);
                    }
                }
            }
        }
        marks
    }

    fn of_xlsx(&mut self, archive: &mut Archive) -> Option<()> {
        let sheets = sheet_paths(archive)?;
        let paths = sheets.iter().map(|(_, path)| path.as_str()).chain(["xl/sharedStrings.xml"]);
        for path in paths {
            let text = part(archive, path).filter(|text| text.contains("vertAlign"));
            if let Some(xml) = text.as_deref().and_then(|text| Xml::parse(text).ok()) {
                let texts = xml.descendants().filter(|node| ["si", "is"].contains(&node.tag_name().name()));
                self.raised_in(texts.map(|node| runs(node, "r", is_raised)).collect());
            }
        }
        let styles = part(archive, "xl/styles.xml").unwrap_or_default();
        let shown = Xml::parse(&styles).map(|xml| formats(&xml)).unwrap_or_default();
        for (name, path) in sheets.into_iter().filter(|_| !shown.is_empty()) {
            let Ok(entry) = archive.by_name(&path) else { continue };
            let own = self.formats.entry(name).or_default();
            elements(entry.take(MOST), |element| {
                let style = attribute(element, "s").and_then(|own| own.parse::<usize>().ok());
                let shown =
                    style.filter(|_| element.local_name().as_ref() == "c").and_then(|own| shown.get(&own));
                let place = attribute(element, "r").and_then(|own| place(&own));
                own.extend(place.zip(shown.cloned()));
            });
        }
        Some(())
    }

    fn raised_in_ods(&mut self, archive: &mut Archive) {
        let text = part(archive, "content.xml").filter(|text| text.contains("text-position"));
        let Some(xml) = text.as_deref().and_then(|text| Xml::parse(text).ok()) else { return };
        let own = |node: &Node, name: &str| {
            node.attributes().find(|own| own.name() == name).map(|own| own.value().to_string())
        };
        let is_super = |node: &Node| own(node, "text-position").is_some_and(|own| is_above(&own));
        let styles = xml.descendants().filter(|node| node.tag_name().name() == "style");
        let styles: BTreeSet<String> = styles
            .filter(|node| node.children().any(|own| is_super(&own)))
            .filter_map(|node| own(&node, "name"))
            .collect();
        let raised = |node: Node| own(&node, "style-name").is_some_and(|name| styles.contains(&name));
        let texts = xml.descendants().filter(|node| node.tag_name().name() == "p");
        self.raised_in(texts.map(|node| runs(node, "span", raised)).collect());
    }

    /// Takes texts, each whole and without its raised marks. What stands elsewhere as a plain text is not told from it: it keeps a
    /// mark, with which it is no number.
    fn raised_in(&mut self, texts: Vec<(String, String)>) {
        let plain: BTreeSet<String> =
            texts.iter().filter(|(whole, rest)| whole == rest).map(|(whole, _)| whole.clone()).collect();
        for (whole, rest) in texts.into_iter().filter(|(whole, rest)| whole != rest) {
            let rest = if plain.contains(&whole) { format!("{rest} [?]") } else { rest };
            self.raised.insert(Cell::of(&whole).text().into_owned(), rest);
        }
    }
}

impl Shown {
    fn of(text: &str, hundredths: bool) -> Shown {
        Shown { text: text.into(), hundredths, thousandths: 0 }
    }

    fn cell(&self, value: f64) -> Cell {
        // What a hundredth is times a hundred has no more digits than it had.
        const DIGITS: f64 = 1e9;
        let number = if self.hundredths { (value * 100.0 * DIGITS).round() / DIGITS } else { value };
        let number = number / 1e3_f64.powi(self.thousandths);
        Cell::Text(match self.text.as_str() {
            "" => return Cell::Number(number),
            "%" => format!("{number}%"),
            text => format!("{} {text}", decimal(number)),
        })
    }
}

/// A number that the file knows, as a text that can be read in one way: three decimals might be thousands.
fn decimal(number: f64) -> String {
    const THOUSAND: usize = 3;
    let text = number.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals == THOUSAND { text + "0" } else { text }
}

/// A text with all its runs, and without those that are raised.
fn runs(node: Node, run: &str, is_raised: impl Fn(Node) -> bool) -> (String, String) {
    let (mut whole, mut rest) = (String::new(), String::new());
    for own in node.descendants().filter(Node::is_text) {
        let mut above = own.ancestors().take_while(|other| *other != node);
        let raised = above.any(|other| other.tag_name().name() == run && is_raised(other));
        let text = own.text().unwrap_or_default();
        whole += text;
        rest += if raised { "" } else { text };
    }
    (whole, rest)
}

fn is_raised(run: Node) -> bool {
    let mut within = run.descendants();
    within.any(|node| node.tag_name().name() == "vertAlign" && node.attribute("val") == Some("superscript"))
}

/// Whether a position of LibreOffice's is above the line: `super 58%`, or so many hundredths of the letters' height.
fn is_above(position: &str) -> bool {
    let first = position.split(' ').next().unwrap_or_default();
    first == "super"
        || first.strip_suffix('%').and_then(|own| own.parse::<f64>().ok()).is_some_and(|own| own > 0.0)
}

/// What the formats of a workbook's styles show beside a number, by the number of the style, where it changes what that is.
fn formats(styles: &Xml) -> BTreeMap<usize, Shown> {
    let named = |name: &'static str| styles.descendants().filter(move |node| node.tag_name().name() == name);
    let codes: BTreeMap<&str, &str> = named("numFmt")
        .filter_map(|node| Some((node.attribute("numFmtId")?, node.attribute("formatCode")?)))
        .collect();
    // Formats of Excel's own for shares.
    const SHARES: [&str; 2] = ["9", "10"];
    let shown = |id: &str| match codes.get(id) {
        Some(code) => shown(code),
        None => SHARES.contains(&id).then(|| Shown::of("%", true)),
    };
    let cells = named("cellXfs").flat_map(|node| node.children().filter(Node::is_element));
    let cells = cells.enumerate().filter_map(|(place, xf)| Some((place, shown(xf.attribute("numFmtId")?)?)));
    cells.collect()
}

fn shown(code: &str) -> Option<Shown> {
    let (mut words, mut rest) = (String::new(), String::new());
    let first = code.split(';').next().unwrap_or(code);
    for (place, own) in first.split('"').enumerate() {
        if place % 2 == 1 { words += own } else { rest += own }
    }
    let words = words.trim();
    let kroner = rest.contains("[$kr").then_some("kr");
    let (unit, thousandths) = (foreign(&rest).or(kroner).unwrap_or(words), thousandths(&rest));
    let other = |own: &str| {
        scale(own).is_some_and(|power| power != 0)
            || matches!(subject::of(own), Some(Subject::Shares | Subject::Decisions))
            || Period::of(own).is_some_and(|period| period != Period::Weeks(1))
            || says(own, &["min", "minutt*", "minutes"]).is_some()
            || FOREIGN.contains(&own)
            || own.contains(char::is_alphabetic) && !is_of_time(&rest)
            || own.contains(['<', '>', '≤', '≥'])
    };
    match () {
        () if rest.replace("\\%", "").contains('%') => Some(Shown::of("%", true)),
        () if rest.contains('%') || words == "%" => Some(Shown::of("%", false)),
        () if other(unit) => Some(Shown { text: unit.into(), hundredths: false, thousandths }),
        () if thousandths > 0 => Some(Shown { text: String::new(), hundredths: false, thousandths }),
        () => None,
    }
}

/// Whether a format shows days or times, in which words part what is shown.
fn is_of_time(format: &str) -> bool {
    format.to_lowercase().contains(['d', 'y', 'm', 'h'])
}

/// Signs of other currencies.
const FOREIGN: [&str; 7] = ["€", "$", "£", "EUR", "USD", "SEK", "DKK"];

/// The sign of another currency that a format shows: `[$€-2]`, which `[$kr-414]` and `[$-414]` do not.
fn foreign(format: &str) -> Option<&str> {
    let own = format.split_once("[$")?.1.split([']', '-']).next()?;
    FOREIGN.contains(&own).then_some(own)
}

/// How many commas stand behind the last digit of a format, each of which shows a thousandth.
fn thousandths(format: &str) -> i32 {
    let Some(last) = format.rfind(['0', '#', '?']) else { return 0 };
    format[last + 1..].bytes().take_while(|b| *b == b',').count() as i32
}

/// The row, from 1, and the column, from 0, of a cell's name.
fn place(name: &str) -> Option<(usize, usize)> {
    const LETTERS: usize = 26;
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        let own = letter.checked_sub(b'A').filter(|own| usize::from(*own) < LETTERS)?;
        column.checked_mul(LETTERS)?.checked_add(usize::from(own) + 1)
    })?;
    Some((row.parse().ok()?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raised_mark_is_no_digit() {
        let text = r#"<sst><si><r><t>16</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si><si><t>43</t></si></sst>"#;
        let xml = Xml::parse(text).expect("sound");
        let texts: Vec<(String, String)> =
            xml.root_element().children().map(|node| runs(node, "r", is_raised)).collect();
        let mut looks = Looks::default();
        looks.raised_in(texts.clone());
        assert_eq!(looks.raised, BTreeMap::from([("161".into(), "16".into())]));
        // The same as plain text is not told from it.
        looks.raised_in([texts, vec![("161".into(), "161".into())]].concat());
        assert_eq!(looks.raised["161"], "16 [?]");
    }

    #[test]
    fn positions_above_the_line_are_known() {
        assert_eq!(
            ["super 58%", "33% 58%", "0% 100%", "-33% 58%", "sub 58%"].map(is_above),
            [true, true, false, false, false]
        );
    }

    #[test]
    fn formats_that_change_what_a_number_is_are_known() {
        let text = |code: &str| shown(code).map(|own| own.cell(0.25).text().into_owned());
        for (code, own) in [
            ("0%", Some("25%")),
            ("0.0 %", Some("25%")),
            ("0\"%\"", Some("0.25%")),
            ("# ##0 \"tusen kr\"", Some("0.25 tusen kr")),
            ("# ##0,0 \"mill. kr\"", Some("0.25 mill. kr")),
            ("#,##0.0,, \"mill. kr\"", Some("0.00000025 mill. kr")),
            ("#,##0,", Some("0.00025")),
            ("0 \"t/mnd\"", Some("0.25 t/mnd")),
            ("[$€-2] #,##0", Some("0.25 €")),
            ("[$kr-414] #,##0", Some("0.25 kr")),
            ("0 \"timer\"", Some("0.25 timer")),
            ("# ##0 \"kr\"", Some("0.25 kr")),
            ("# ##0", None),
            ("0 \"nye\"", Some("0.25 nye")),
            ("#,##0\" kr inkl. mva\"", Some("0.25 kr inkl. mva")),
            ("\"<\"0", Some("0.25 <")),
            ("d. mmmm \"kl.\" hh:mm", None),
            ("General", None),
        ] {
            assert_eq!(text(code).as_deref(), own, "{code}");
        }
        assert_eq!([place("B2"), place("AA10"), place("2")], [Some((2, 1)), Some((10, 26)), None]);
    }
}

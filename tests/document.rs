//! The report as a document, through the real binary: the same headings, captions, tables, figures and fields as the page, the
//! same bytes for the same run, and what a committee has written in it is never lost.

use crate::program::{bpasim, refused, stdout};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Room across a page of A4 that lies, twips.
const WIDEST: u32 = 14_004;

/// The files in a document by name.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("zip");
    let names: Vec<String> = zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let mut read = |name: String| {
        let mut content = Vec::new();
        zip.by_name(&name).expect("part").read_to_end(&mut content).expect("content");
        (name, content)
    };
    names.into_iter().map(&mut read).collect()
}

fn text(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(parts[name].clone()).expect("UTF-8")
}

fn is(node: &roxmltree::Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((WORD, name))
}

fn value<'a>(node: roxmltree::Node<'a, '_>, name: &str) -> &'a str {
    node.attribute((WORD, name)).unwrap_or_default()
}

/// Style and words of every paragraph.
fn paragraphs(document: &roxmltree::Document<'_>) -> Vec<(String, String)> {
    let all = document.descendants().filter(|node| is(node, "p"));
    let paragraph = |node: roxmltree::Node<'_, '_>| {
        let style = node.descendants().find(|node| is(node, "pStyle")).map(|node| value(node, "val"));
        let words = node.descendants().filter(|node| is(node, "t")).filter_map(|node| node.text());
        (style.unwrap_or_default().to_string(), words.collect())
    };
    all.map(paragraph).collect()
}

/// A page's words with what is escaped as it is read.
fn words(page: &str) -> String {
    let mut words = String::new();
    for part in page.split('<') {
        words.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn the_document_holds_what_the_page_holds() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    // What can be turned has no place on paper.
    stdout(&bpasim(dir, "run --draws 12 --years 8 --quiet --docx --no-live --out a"));
    let bytes = fs::read(dir.join("a/report.docx")).expect("report.docx");
    let page = fs::read_to_string(dir.join("a/report.html")).expect("report.html");
    let parts = parts(&bytes);
    for (name, content) in parts.iter().filter(|(name, _)| !name.ends_with(".emf")) {
        let text = std::str::from_utf8(content).expect("UTF-8");
        roxmltree::Document::parse(text).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(!text.contains('⟨') && !text.contains("NaN"), "{name}");
    }
    let text = text(&parts, "word/document.xml");
    let document = roxmltree::Document::parse(&text).expect("XML");
    let paragraphs = paragraphs(&document);
    let of = |style: &str| -> Vec<&str> {
        paragraphs.iter().filter(|(own, _)| own == style).map(|(_, words)| words.as_str()).collect()
    };
    let count = |what: &str| page.matches(what).count();
    let seen = words(&page);
    // Headings and captions.
    assert_eq!((of("Title").len(), of("Heading1").len()), (1, count("<section")));
    assert!(of("Heading2").len() > 10);
    for heading in of("Heading1").iter().chain(&of("Heading2")) {
        assert!(seen.contains(heading), "{heading}");
    }
    // The first screen's figure has no number.
    let is_figure = |words: &&str| words.starts_with("Figur ") || words.starts_with("Forskjell fra ");
    let figures: Vec<&str> = of("Caption").into_iter().filter(is_figure).collect();
    let tables = of("Caption").len() - figures.len();
    assert_eq!((figures.len(), tables), (count("<figure"), count("<table") - count("<figure")));
    for caption in of("Caption") {
        assert!(seen.contains(caption), "{caption}");
    }
    // Fields: every heading has its page in the contents, every caption its number, every gap of the committee's its place.
    let instructions: Vec<&str> =
        document.descendants().filter(|n| is(n, "instrText")).filter_map(|n| n.text()).collect();
    let fields = |begin: &str| instructions.iter().filter(|text| text.trim().starts_with(begin)).count();
    assert_eq!(fields("TOC"), 1);
    assert_eq!(fields("PAGEREF _Toc"), of("Heading1").len() + of("Heading2").len());
    let tags: Vec<&str> = document.descendants().filter(|n| is(n, "tag")).map(|n| value(n, "val")).collect();
    let committee = page.matches("class=\"field\"").count();
    assert!(committee > 5);
    assert_eq!(tags, (1..=committee).map(|n| format!("field-{n}")).collect::<Vec<_>>());
    // Tables: heads on every page, no row on two, nothing wider than a page.
    for table in document.descendants().filter(|node| is(node, "tbl")) {
        let rows: Vec<_> = table.children().filter(|node| is(node, "tr")).collect();
        let has = |row: &roxmltree::Node<'_, '_>, name: &str| row.descendants().any(|node| is(&node, name));
        assert!(has(&rows[0], "tblHeader") && rows.iter().all(|row| has(row, "cantSplit")));
        let widths = table.descendants().filter(|node| is(node, "gridCol")).map(|node| value(node, "w"));
        let widths: Vec<u32> = widths.map(|width| width.parse().expect("a width")).collect();
        assert!(
            widths.iter().sum::<u32>() <= WIDEST && widths.iter().all(|width| *width > 300),
            "{widths:?}"
        );
        for row in &rows[1..] {
            let cells = row.children().filter(|node| is(node, "tc")).count();
            assert!(cells == widths.len() || cells == 1, "{cells} of {}", widths.len());
        }
    }
    // Figures: told to those who don't see them, as SVG and as a metafile.
    let told = document.descendants().filter(|node| node.tag_name().name() == "docPr");
    let told: Vec<&str> = told.map(|node| node.attribute("descr").unwrap_or_default()).collect();
    assert!(told.len() == figures.len() && told.iter().all(|alt| alt.len() > 20), "{told:?}");
    let of_kind = |ending: &str| parts.keys().filter(|name| name.ends_with(ending)).count();
    assert_eq!((of_kind(".svg"), of_kind(".emf")), (figures.len(), figures.len()));
    // Again of the files: the same bytes.
    stdout(&bpasim(dir, "report a --docx"));
    assert!(fs::read(dir.join("a/report.docx")).expect("report.docx") == bytes);
    language(dir);
}

/// The language of the text, and names of styles in it.
fn language(dir: &Path) {
    for (lang, code, word) in [("nn", "nn-NO", "Tabellhovud"), ("en", "en-GB", "Table head")] {
        stdout(&bpasim(dir, &format!("report a --docx --lang {lang}")));
        let parts = parts(&fs::read(dir.join("a/report.docx")).expect("report.docx"));
        let styles = text(&parts, "word/styles.xml");
        assert!(styles.contains(&format!("w:lang w:val=\"{code}\"")) && styles.contains(word), "{lang}");
        assert!(text(&parts, "docProps/core.xml").contains(&format!("<dc:language>{code}</dc:language>")));
    }
}

#[test]
fn what_is_written_in_the_document_is_set_aside_and_never_lost() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run oslo --draws 2 --years 2 --quiet --docx --out a"));
    let list = fs::read_to_string(dir.join("a/run.json")).expect("run.json");
    let described = fs::read_to_string(dir.join("a/datapackage.json")).expect("datapackage.json");
    assert!(list.contains("\"report.docx\"") && described.contains("\"report.docx\""));
    fs::write(dir.join("a/report.docx"), "the committee's words").expect("written");
    stdout(&bpasim(dir, "report a --docx"));
    let aside = fs::read_to_string(dir.join("a/report.edited-1.docx")).expect("set aside");
    assert_eq!(aside, "the committee's words");
    assert!(fs::read(dir.join("a/report.docx")).expect("report.docx").starts_with(b"PK"));
    // Once it was asked for it is made again with the report, and of a report alone.
    stdout(&bpasim(dir, "report a"));
    assert!(fs::read(dir.join("a/report.docx")).expect("report.docx").starts_with(b"PK"));
    assert!(dir.join("a/report.edited-1.docx").exists());
    refused(&bpasim(dir, "run oslo --docx --no-report --draws 2 --years 2"), 2, &["--no-report"]);
}

//! The parts of the file beside its text: what kinds there are, how they belong together, settings, and what stands at the
//! edges of pages.

use super::figure::Picture;
use super::styles::language;
use super::xml::{RELATIONS, WORD, field, paragraph, part, run};
use crate::report::document::Document;
use crate::report::texts::Texts;
use crate::text::{Lang, say};
use maud::{Markup, html};

/// A fixed time: the same run gives the same bytes.
const TIME: &str = "2026-01-01T00:00:00Z";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "application/vnd.openxmlformats-officedocument";

/// Parts below `word/` that a document is joined to: file, kind in the list of kinds, kind of relation. Relations are named by
/// the file.
const JOINED: [(&str, &str); 6] = [
    ("styles", "styles"),
    ("numbering", "numbering"),
    ("settings", "settings"),
    ("header", "header"),
    ("header-first", "header"),
    ("footer", "footer"),
];

/// `[Content_Types].xml`.
pub fn kinds() -> Vec<u8> {
    let kind = |name: &str| format!("{OFFICE}.wordprocessingml.{name}+xml");
    part(html! {
        Types xmlns=(format!("{PACKAGE}/content-types")) {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            Default Extension="emf" ContentType="image/x-emf" {}
            Default Extension="svg" ContentType="image/svg+xml" {}
            Override PartName="/word/document.xml" ContentType=(kind("document.main")) {}
            @for (file, name) in JOINED { Override PartName=(format!("/word/{file}.xml")) ContentType=(kind(name)) {} }
            Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml" {}
            Override PartName="/docProps/app.xml" ContentType=(format!("{OFFICE}.extended-properties+xml")) {}
        }
    })
}

fn relations(all: Markup) -> Vec<u8> {
    part(html! { Relationships xmlns=(format!("{PACKAGE}/relationships")) { (all) } })
}

fn relation(id: &str, kind: &str, target: &str) -> Markup {
    html! { Relationship Id=(id) Type=(kind) Target=(target) {} }
}

/// `_rels/.rels`.
pub fn top() -> Vec<u8> {
    relations(html! {
        (relation("document", &format!("{RELATIONS}/officeDocument"), "word/document.xml"))
        (relation("core", &format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"))
        (relation("app", &format!("{RELATIONS}/extended-properties"), "docProps/app.xml"))
    })
}

/// `word/_rels/document.xml.rels`.
pub fn joined_to_document(pictures: &[Picture]) -> Vec<u8> {
    let image = format!("{RELATIONS}/image");
    relations(html! {
        @for (file, kind) in JOINED { (relation(file, &format!("{RELATIONS}/{kind}"), &format!("{file}.xml"))) }
        @for picture in pictures {
            (relation(&picture.metafile_relation(), &image, &format!("media/{}.emf", picture.name)))
            (relation(&picture.svg_relation(), &image, &format!("media/{}.svg", picture.name)))
        }
    })
}

/// `docProps/core.xml`: title, what it is about, language, times.
pub fn core(document: &Document, t: &Texts) -> Vec<u8> {
    let time = |name: &str| {
        maud::PreEscaped(format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{TIME}</dcterms:{name}>"))
    };
    part(html! {
        cp:coreProperties xmlns:cp=(format!("{PACKAGE}/metadata/core-properties")) xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {
            dc:title { (document.name()) }
            dc:creator { "bpasim" }
            dc:description { (document.stamp_line()) }
            dc:language { (language(t.lang)) }
            (time("created"))
            (time("modified"))
        }
    })
}

/// `docProps/app.xml`.
pub fn app() -> Vec<u8> {
    part(html! {
        Properties xmlns=(format!("{}/extended-properties", RELATIONS.trim_end_matches("/relationships"))) { Application { "bpasim" } }
    })
}

/// `word/settings.xml`: page numbers in the contents come when a program opens the file.
pub fn settings(t: &Texts) -> Vec<u8> {
    let language = language(t.lang);
    let (decimal, separator) = if t.lang == Lang::En { (".", ",") } else { (",", ";") };
    part(html! {
        w:settings xmlns:w=(WORD) {
            w:defaultTabStop w:val="709" {}
            w:characterSpacingControl w:val="doNotCompress" {}
            w:updateFields w:val="true" {}
            w:compat {
                w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15" {}
            }
            w:themeFontLang w:val=(language) {}
            w:decimalSymbol w:val=(decimal) {}
            w:listSeparator w:val=(separator) {}
        }
    })
}

/// What stands above every page but the first: what it is and which run it is of.
pub fn header(document: &Document) -> Vec<u8> {
    let run_id = document.stamp.first().map(|run| format!(" · {run}")).unwrap_or_default();
    let text = format!("{}{run_id}", document.name());
    part(html! { w:hdr xmlns:w=(WORD) { (paragraph("Header", run(&text))) } })
}

/// The first page has its title itself.
pub fn first_header() -> Vec<u8> {
    part(html! { w:hdr xmlns:w=(WORD) { (paragraph("Header", html! {})) } })
}

/// What stands below every page: what the run is, where it differs from the shipped scenario, and which page it is.
pub fn footer(document: &Document, t: &Texts) -> Vec<u8> {
    let page = html! {
        (run(&format!("{} ", t.get(say::DOCX_PAGE))))
        (field("PAGE", run("1")))
        (run(&format!(" {} ", t.get(say::DOCX_PAGE_OF))))
        (field("NUMPAGES", run("1")))
    };
    part(html! {
        w:ftr xmlns:w=(WORD) {
            (paragraph("Footer", run(&document.stamp_line())))
            @if !document.own.is_empty() { (paragraph("Footer", run(&document.own))) }
            (paragraph("Footer", page))
        }
    })
}

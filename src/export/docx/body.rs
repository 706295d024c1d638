//! The text of the document: title, contents, chapters with headings, captions, tables, figures and fields to fill in.

use super::columns::Layout;
use super::figure::Picture;
use super::styles::own;
use super::table;
use super::xml::{
    RELATIONS, WORD, bookmark, field, joined, kept, paragraph, part, run, strong, styled, tab, unseen_field,
};
use crate::error::Result;
use crate::report::document::{Block, Document, Figure, Item, Link, Table};
use crate::report::outline::{Chapter, Outline, Piece};
use crate::report::sources;
use crate::report::texts::Texts;
use crate::text::say;
use maud::{Markup, html};

const ALTERNATIVES: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const WORD_2013: &str = "http://schemas.microsoft.com/office/word/2012/wordml";
/// Above the numbers of the marks of headings.
const MARKS: usize = 100_000;
/// Letters of a field's name that programs show.
const FIELD_NAME: usize = 60;

/// `word/document.xml`, and the pictures in it.
pub fn body(document: &Document, t: &Texts) -> Result<(Vec<u8>, Vec<Picture>)> {
    let mut body = Body {
        t,
        done: Vec::new(),
        waiting: Vec::new(),
        lying: false,
        first: true,
        fields: 0,
        pictures: Vec::new(),
        marked: Vec::new(),
    };
    let outline = Outline::of(document);
    body.marked = outline.chapters.iter().flat_map(pieces_marked).collect();
    let mut headings = Vec::new();
    for chapter in &outline.chapters {
        body.chapter(chapter, &mut headings)?;
    }
    body.flush();
    let last = body.pages(false);
    let opening = html! {
        (paragraph("Title", run(&document.title)))
        (paragraph("Subtitle", run(&document.subtitle)))
        (paragraph(own::STAMP, run(&document.brief.join(" · "))))
        @if !document.citation.is_empty() { (paragraph(own::STAMP, run(&document.citation))) }
        @if !document.own.is_empty() { (paragraph(own::OWN, run(&document.own))) }
        (contents(&headings, t))
    };
    let whole = html! {
        w:document xmlns:w=(WORD) xmlns:r=(RELATIONS) xmlns:mc=(ALTERNATIVES) xmlns:w15=(WORD_2013) {
            w:body { (opening) (joined(body.done)) (last) }
        }
    };
    Ok((part(whole), body.pictures))
}

/// A heading as the contents show it.
struct Entry {
    level: usize,
    number: String,
    title: String,
    mark: String,
}

struct Body<'a> {
    t: &'a Texts,
    done: Vec<Markup>,
    /// Headings, which stand on the page of what follows them.
    waiting: Vec<Markup>,
    lying: bool,
    /// Whether no page has been set yet.
    first: bool,
    /// Fields so far.
    fields: usize,
    pictures: Vec<Picture>,
    /// Names of the tables and figures, by which links find them.
    marked: Vec<String>,
}

/// Names of a chapter's tables and figures.
fn pieces_marked(chapter: &Chapter<'_>) -> Vec<String> {
    let name = |piece: &Piece<'_>| match piece.block {
        Block::Table(table) => Some(format!("table-{}", table.id)),
        Block::Figure(figure) => Some(format!("figure-{}", figure.id)),
        _ => None,
    };
    chapter.parts.iter().flat_map(|part| &part.pieces).filter_map(name).collect()
}

impl Body<'_> {
    fn chapter(&mut self, chapter: &Chapter<'_>, headings: &mut Vec<Entry>) -> Result<()> {
        self.heading(Some(chapter.section.id), &chapter.number, &chapter.section.title, headings);
        if !chapter.section.question.is_empty() {
            self.waiting.push(paragraph(own::QUESTION, run(&chapter.section.question)));
        }
        for part in &chapter.parts {
            if let Some(heading) = part.heading {
                self.heading(None, &part.number, heading, headings);
            }
            for piece in &part.pieces {
                self.piece(piece)?;
            }
        }
        Ok(())
    }

    fn piece(&mut self, piece: &Piece<'_>) -> Result<()> {
        match piece.block {
            Block::Heading(text) => self.waiting.push(kept("Normal", strong(text))),
            Block::Text(text) => self.add(false, paragraph("Normal", run(text))),
            Block::List(items) => self.add(false, joined(items.iter().map(list_item))),
            Block::Links(links) => {
                let links = joined(links.iter().map(|link| self.link(link)));
                self.add(false, links);
            }
            Block::Field(text) => self.field(text),
            Block::Command(command) => self.add(false, paragraph(own::COMMAND, run(command))),
            Block::Table(table) => self.table(table, &piece.number),
            Block::Figure(figure) => self.figure(figure, &piece.number)?,
        }
        Ok(())
    }

    /// The heading of a section, or one below it, with a number by itself where it has one.
    fn heading(&mut self, section: Option<&str>, number: &str, title: &str, headings: &mut Vec<Entry>) {
        let level = if section.is_some() { 1 } else { 2 };
        let mark = format!("_Toc{:08}", headings.len() + 1);
        let mut marked = bookmark(2 * headings.len(), &mark, run(title));
        if let Some(section) = section {
            let own = bookmark(2 * headings.len() + 1, &place_of(section), marked);
            marked = html! { (own) (self.counted_anew()) };
        }
        self.waiting.push(html! {
            w:p {
                w:pPr {
                    w:pStyle w:val=(format!("Heading{level}")) {}
                    // What stands before the chapters has none.
                    @if number.is_empty() { w:numPr { w:numId w:val="0" {} } w:ind w:left="0" w:firstLine="0" {} }
                }
                (marked)
            }
        });
        headings.push(Entry { level, number: number.to_string(), title: title.to_string(), mark });
    }

    /// Adds what stands on pages that lie or stand.
    fn add(&mut self, lying: bool, content: Markup) {
        if lying != self.lying {
            let pages = self.pages(true);
            self.done.push(pages);
            self.lying = lying;
        } else if self.done.is_empty() {
            // After the contents a page begins; where it lies it does so by itself.
            self.done.push(html! { w:p { w:r { w:br w:type="page" {} } } });
        }
        self.flush();
        self.done.push(content);
    }

    fn flush(&mut self) {
        self.done.append(&mut self.waiting);
    }

    /// The end of pages that lie or stand: at the document's own end, or in a paragraph.
    fn pages(&mut self, within: bool) -> Markup {
        let first = std::mem::replace(&mut self.first, false);
        let (width, height) = if self.lying { (16_838, 11_906) } else { (11_906, 16_838) };
        let own = html! {
            w:sectPr {
                // Later pages have what the first have.
                @if first {
                    w:headerReference w:type="default" r:id="header" {}
                    w:headerReference w:type="first" r:id="header-first" {}
                    w:footerReference w:type="default" r:id="footer" {}
                    w:footerReference w:type="first" r:id="footer" {}
                }
                w:type w:val="nextPage" {}
                w:pgSz w:w=(width) w:h=(height) w:orient=[self.lying.then_some("landscape")] {}
                w:pgMar w:top="1417" w:right="1417" w:bottom="1304" w:left="1417" w:header="624" w:footer="510" w:gutter="0" {}
                @if first { w:titlePg {} }
            }
        };
        match within {
            true => html! { w:p { w:pPr { w:pStyle w:val=(own::BREAK) {} (own) } } },
            false => own,
        }
    }

    fn table(&mut self, table: &Table, number: &str) {
        let caption = self.caption(&self.t.get(say::TABLE_WORD), number, &table.title);
        let caption = self.mark(&format!("table-{}", table.id), caption);
        if table.long {
            let files = self.t.get(say::OnPaper { files: table.sources.join(", ") });
            return self.add(false, html! { (kept("Caption", caption)) (paragraph(own::NOTE, run(&files))) });
        }
        let layout = Layout::of(table);
        let notes = table::notes(table, self.t);
        let content =
            html! { (kept("Caption", caption)) (table::table(table, &layout, &table.title)) (notes) };
        self.add(layout.lying, content);
    }

    fn figure(&mut self, figure: &Figure, number: &str) -> Result<()> {
        let picture = Picture::of(figure)?;
        let caption = self.caption(&self.t.get(say::FIGURE_WORD), number, &figure.title);
        let caption = self.mark(&format!("figure-{}", figure.id), caption);
        let files = self.t.get(say::DocxFigureData { files: figure.data.sources.join(", ") });
        let source = sources::line(&figure.data, self.t).unwrap_or_default();
        let told = [figure.note.clone(), format!("{source} {files}").trim_start().to_string()];
        let content = html! {
            (picture.paragraph(figure, self.pictures.len() + 1))
            (kept("Caption", caption))
            (table::below(&told))
        };
        self.pictures.push(picture);
        self.add(false, content);
        Ok(())
    }

    /// «Tabell 5.1. …», with the numbers as fields, so that a table that is put in or taken out moves all that follow.
    fn caption(&self, word: &str, number: &str, title: &str) -> Markup {
        let counted = |number: &str| field(&format!("SEQ {word} \\* ARABIC \\s 1"), run(number));
        html! {
            @if let Some((chapter, own)) = number.split_once('.') {
                (run(&format!("{word} "))) (field("STYLEREF 1 \\s", run(chapter))) (run(".")) (counted(own)) (run(". "))
            } @else if !number.is_empty() {
                (run(&format!("{word} "))) (counted(number)) (run(". "))
            }
            (run(title))
        }
    }

    /// What links to a table or figure find.
    fn mark(&self, name: &str, inside: Markup) -> Markup {
        match self.marked.iter().position(|own| own == name) {
            Some(place) => bookmark(MARKS + place, &mark_of(name), inside),
            None => inside,
        }
    }

    /// A question, and the page on which its answer stands: the table or figure, or where its section begins.
    fn link(&self, link: &Link) -> Markup {
        let place = match self.marked.iter().any(|own| own == link.at) {
            true => mark_of(link.at),
            false => place_of(link.to),
        };
        let page = field(&format!("PAGEREF {place} \\h"), run(""));
        paragraph(
            "ListBullet",
            html! {
                w:hyperlink w:anchor=(place) w:history="1" {
                    (run(&link.text)) (run(&format!(" ({} ", self.t.get(say::DOCX_ON_PAGE)))) (page) (run(")"))
                }
            },
        )
    }

    /// Unseen fields that let the chapter's tables and figures be counted from one: LibreOffice knows no other way.
    fn counted_anew(&self) -> Markup {
        let words = [say::TABLE_WORD, say::FIGURE_WORD].map(|word| self.t.get(word));
        joined(words.iter().map(|word| unseen_field(&format!("SEQ {word} \\h \\r 0"))))
    }

    /// A place for the committee's own words.
    fn field(&mut self, text: &str) {
        self.fields += 1;
        let name: String = text.chars().take(FIELD_NAME).collect();
        let content = html! {
            (paragraph(own::FIELD_LABEL, html! { (strong(&self.t.get(say::FIELD_LABEL))) (run(&format!(" {text}"))) }))
            w:sdt {
                w:sdtPr {
                    w:alias w:val=(name) {}
                    w:tag w:val=(format!("field-{}", self.fields)) {}
                    w:id w:val=(self.fields) {}
                    w:showingPlcHdr {}
                }
                w:sdtContent {
                    (paragraph(own::FIELD, styled(&self.t.get(say::DOCX_WRITE_HERE), Some("PlaceholderText"), None)))
                }
            }
        };
        self.add(false, content);
    }
}

/// The name by which links find a table or figure.
fn mark_of(name: &str) -> String {
    name.replace('-', "_")
}

/// The name by which links find a section: names have no hyphens in Word.
fn place_of(section: &str) -> String {
    format!("section_{}", section.replace('-', "_"))
}

fn list_item(item: &Item) -> Markup {
    html! {
        (paragraph("ListBullet", html! {
            @if !item.lead.is_empty() { (strong(&item.lead)) (run(item.after_lead())) }
            @if !item.text.is_empty() { (run(&item.text)) }
        }))
        @for below in &item.items { (paragraph("ListBullet2", run(below))) }
    }
}

/// The contents: a field that programs fill in anew, with all but the page numbers in it from the start.
///
/// LibreOffice shows no page numbers in such a field until it is updated by hand, but reckons them outside of one. So the
/// field itself is for those alone who know Word's names of 2013, and its entries for all.
fn contents(headings: &[Entry], t: &Texts) -> Markup {
    let last = headings.len().saturating_sub(1);
    let for_word = |content: Markup| {
        html! { w:r { mc:AlternateContent { mc:Choice Requires="w15" { (content) } mc:Fallback {} } } }
    };
    let mark = |kind: &str| for_word(html! { w:fldChar w:fldCharType=(kind) {} });
    let begin = html! {
        (mark("begin"))
        (for_word(html! { w:instrText xml:space="preserve" { " TOC \\o \"1-2\" \\h \\z \\u " } }))
        (mark("separate"))
    };
    let entry = |(place, entry): (usize, &Entry)| {
        let page = field(&format!("PAGEREF {} \\h", entry.mark), run(""));
        let text = html! {
            @if place == 0 { (begin) }
            w:hyperlink w:anchor=(entry.mark) w:history="1" {
                (run(&entry.number)) (tab()) (run(&entry.title)) (tab()) (page)
            }
            @if place == last { (mark("end")) }
        };
        paragraph(&format!("TOC{}", entry.level), text)
    };
    html! {
        w:sdt {
            w:sdtPr { w:docPartObj { w:docPartGallery w:val="Table of Contents" {} w:docPartUnique {} } }
            w:sdtContent {
                (paragraph("TOCHeading", run(&t.get(say::CONTENTS))))
                (joined(headings.iter().enumerate().map(entry)))
            }
        }
    }
}

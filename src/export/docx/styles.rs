//! The looks of a document. Headings, captions, contents and lists have Word's own names, by which programs find them and
//! readers know them; what Word has no name for has one in the reader's language.

use super::xml::{WORD, part};
use crate::report::texts::Texts;
use crate::text::{Lang, Words, say};
use maud::{Markup, html};

/// Letters that every machine has, or others of the same widths.
const LETTERS: &str = "Arial";
const CODE_LETTERS: &str = "Courier New";
/// Colours of headings, of small print, of lines in tables, and of places to write in.
const HEADING: &str = "1F3864";
const SMALL_PRINT: &str = "595959";
const LINE: &str = "A6A6A6";
const GROUND: &str = "F2F2F2";

/// Names of a document's own styles, by which paragraphs use them.
pub mod own {
    /// Under the title: which run it is of.
    pub const STAMP: &str = "RunStamp";
    /// Where a run differs from the shipped scenario.
    pub const OWN: &str = "OwnAssumptions";
    /// The question a chapter answers.
    pub const QUESTION: &str = "Question";
    /// The unit of a table's numbers.
    pub const UNIT: &str = "TableUnit";
    /// Heads of columns.
    pub const HEAD: &str = "TableHead";
    /// Heads of columns with numbers.
    pub const HEAD_NUMBER: &str = "TableHeadNumber";
    /// Heads of rows, and words.
    pub const CELL: &str = "TableText";
    /// Numbers.
    pub const NUMBER: &str = "TableNumber";
    /// Heads of groups of rows.
    pub const GROUP: &str = "TableGroup";
    /// What stands below a table or figure.
    pub const NOTE: &str = "TableNote";
    /// A figure.
    pub const FIGURE: &str = "Figure";
    /// What is to be filled in.
    pub const FIELD_LABEL: &str = "FieldLabel";
    /// Where it is.
    pub const FIELD: &str = "FieldText";
    /// A command line.
    pub const COMMAND: &str = "Command";
    /// The end of pages that lie or stand.
    pub const BREAK: &str = "SectionBreak";
    /// Of tables.
    pub const TABLE: &str = "ReportTable";
}

/// Code of a language with its country, as Word knows it.
pub fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb => "nb-NO",
        Lang::Nn => "nn-NO",
        Lang::En => "en-GB",
    }
}

/// A style of paragraphs.
struct Style<'a> {
    id: &'a str,
    name: &'a str,
    based: &'a str,
    next: &'a str,
    paragraph: Markup,
    letters: Markup,
}

impl Style<'_> {
    fn written(&self) -> Markup {
        // What readers make themselves, and what Word has.
        let custom = ["Run", "Own", "Question", "Table", "Figure", "Field", "Command", "Section"];
        let custom = custom.iter().any(|begin| self.id.starts_with(begin));
        html! {
            w:style w:type="paragraph" w:customStyle=[custom.then_some("1")] w:styleId=(self.id) {
                w:name w:val=(self.name) {}
                w:basedOn w:val=(self.based) {}
                w:next w:val=(self.next) {}
                w:uiPriority w:val="9" {}
                w:qFormat {}
                w:pPr { (self.paragraph) }
                w:rPr { (self.letters) }
            }
        }
    }
}

fn size(half_points: u32) -> Markup {
    html! { w:sz w:val=(half_points) {} w:szCs w:val=(half_points) {} }
}

fn spacing(before: u32, after: u32) -> Markup {
    html! { w:spacing w:before=(before) w:after=(after) {} }
}

/// `styles.xml`.
pub fn styles(t: &Texts) -> Vec<u8> {
    let plain = |id, name, paragraph, letters| Style {
        id,
        name,
        based: "Normal",
        next: "Normal",
        paragraph,
        letters,
    };
    let mut all: Vec<Markup> = headings().iter().map(Style::written).collect();
    all.extend(around(&plain).iter().map(Style::written));
    let name = |words: Words| t.get(words);
    let names = OWN.map(|(_, words)| name(words));
    let own = OWN.iter().zip(&names).map(|((id, _), name)| {
        let (paragraph, letters) = look(id);
        Style {
            id,
            name,
            based: "Normal",
            next: if *id == own::FIELD_LABEL { own::FIELD } else { "Normal" },
            paragraph,
            letters,
        }
        .written()
    });
    all.extend(own);
    part(html! {
        w:styles xmlns:w=(WORD) {
            w:docDefaults {
                w:rPrDefault { w:rPr {
                    w:rFonts w:ascii=(LETTERS) w:hAnsi=(LETTERS) w:eastAsia=(LETTERS) w:cs=(LETTERS) {}
                    (size(21))
                    w:lang w:val=(language(t.lang)) w:eastAsia=(language(t.lang)) w:bidi="ar-SA" {}
                } }
                w:pPrDefault { w:pPr { w:spacing w:after="120" w:line="271" w:lineRule="auto" {} } }
            }
            w:style w:type="paragraph" w:default="1" w:styleId="Normal" { w:name w:val="Normal" {} w:qFormat {} }
            @for style in &all { (style) }
            (letters())
            (tables(&name(say::DOCX_STYLE_TABLE)))
        }
    })
}

fn headings() -> Vec<Style<'static>> {
    let heading = |level: usize, id, name, half_points| Style {
        id,
        name,
        based: "Normal",
        next: "Normal",
        paragraph: html! {
            w:keepNext {} w:keepLines {}
            w:numPr { @if level > 0 { w:ilvl w:val=(level) {} } w:numId w:val="1" {} }
            (spacing(if level == 0 { 360 } else { 240 }, 100))
            w:outlineLvl w:val=(level) {}
        },
        letters: html! { w:b {} w:color w:val=(HEADING) {} (size(half_points)) },
    };
    vec![
        heading(0, "Heading1", "heading 1", 32),
        heading(1, "Heading2", "heading 2", 25),
        heading(2, "Heading3", "heading 3", 22),
    ]
}

/// Title, captions, contents, lists, and what stands at the edges of pages.
fn around<'a>(plain: &dyn Fn(&'a str, &'a str, Markup, Markup) -> Style<'a>) -> Vec<Style<'a>> {
    let contents = |id, name, indent: u32| {
        plain(
            id,
            name,
            html! {
                w:tabs {
                    w:tab w:val="left" w:pos=(indent + 560) {}
                    w:tab w:val="right" w:leader="dot" w:pos="9072" {}
                }
                w:spacing w:before=(if indent == 0 { 30 } else { 0 }) w:after="0" w:line="240" w:lineRule="auto" {} w:ind w:left=(indent + 560) w:hanging="560" {}
            },
            size(19),
        )
    };
    let bullet = |id, name, level: usize| {
        plain(
            id,
            name,
            html! { w:numPr { w:ilvl w:val=(level) {} w:numId w:val="2" {} } (spacing(0, 60)) },
            html! {},
        )
    };
    let edge = |id, name, side: &str| {
        plain(
            id,
            name,
            html! { (spacing(0, 0)) w:jc w:val=(side) {} },
            html! { w:color w:val=(SMALL_PRINT) {} (size(16)) },
        )
    };
    vec![
        plain(
            "Title",
            "Title",
            html! { (spacing(0, 60)) },
            html! { w:b {} w:color w:val=(HEADING) {} (size(52)) },
        ),
        plain(
            "Subtitle",
            "Subtitle",
            html! { (spacing(0, 160)) },
            html! { w:color w:val=(SMALL_PRINT) {} (size(30)) },
        ),
        plain("Caption", "caption", html! { w:keepLines {} (spacing(200, 60)) }, html! { w:b {} (size(20)) }),
        plain(
            "TOCHeading",
            "TOC Heading",
            html! { w:keepNext {} (spacing(360, 120)) },
            html! { w:b {} w:color w:val=(HEADING) {} (size(28)) },
        ),
        contents("TOC1", "toc 1", 0),
        contents("TOC2", "toc 2", 560),
        bullet("ListBullet", "List Bullet", 0),
        bullet("ListBullet2", "List Bullet 2", 1),
        edge("Header", "header", "right"),
        edge("Footer", "footer", "left"),
    ]
}

/// A document's own styles and what they are called.
const OWN: [(&str, Words); 15] = [
    (own::STAMP, say::DOCX_STYLE_STAMP),
    (own::OWN, say::DOCX_STYLE_OWN),
    (own::QUESTION, say::DOCX_STYLE_QUESTION),
    (own::UNIT, say::DOCX_STYLE_UNIT),
    (own::HEAD, say::DOCX_STYLE_HEAD),
    (own::HEAD_NUMBER, say::DOCX_STYLE_HEAD_NUMBER),
    (own::CELL, say::DOCX_STYLE_CELL),
    (own::NUMBER, say::DOCX_STYLE_NUMBER),
    (own::GROUP, say::DOCX_STYLE_GROUP),
    (own::NOTE, say::DOCX_STYLE_NOTE),
    (own::FIGURE, say::DOCX_STYLE_FIGURE),
    (own::FIELD_LABEL, say::DOCX_STYLE_FIELD_LABEL),
    (own::FIELD, say::DOCX_STYLE_FIELD),
    (own::COMMAND, say::DOCX_STYLE_COMMAND),
    (own::BREAK, say::DOCX_STYLE_BREAK),
];

/// Paragraph and letters of an own style.
fn look(id: &str) -> (Markup, Markup) {
    let small = || html! { w:color w:val=(SMALL_PRINT) {} (size(17)) };
    let cell = |side: &str| html! { w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto" {} w:jc w:val=(side) {} };
    let frame = |side: &str| {
        html! {
            w:pBdr { @for edge in ["top", "left", "bottom", "right"] { (border(edge, side)) } }
            w:shd w:val="clear" w:color="auto" w:fill=(GROUND) {}
        }
    };
    match id {
        own::STAMP => (html! { (spacing(0, 80)) }, small()),
        own::OWN => (html! { (frame(LINE)) (spacing(80, 160)) }, html! { w:b {} }),
        own::QUESTION => (html! { w:keepNext {} }, html! { w:i {} w:color w:val=(SMALL_PRINT) {} }),
        own::UNIT => (html! { w:keepNext {} (spacing(0, 60)) }, small()),
        own::HEAD => (html! { w:keepNext {} (cell("left")) }, html! { w:b {} (size(17)) }),
        own::HEAD_NUMBER => (html! { w:keepNext {} (cell("right")) }, html! { w:b {} (size(17)) }),
        own::CELL => (cell("left"), size(17)),
        own::NUMBER => (cell("right"), size(17)),
        own::GROUP => (
            html! { w:keepNext {} w:spacing w:before="80" w:after="20" w:line="240" w:lineRule="auto" {} },
            html! { w:b {} w:i {} (size(17)) },
        ),
        own::NOTE => (
            html! { w:spacing w:before="40" w:after="140" w:line="250" w:lineRule="auto" {} w:contextualSpacing {} },
            small(),
        ),
        own::FIGURE => (
            html! { w:keepNext {} w:spacing w:before="160" w:after="40" w:line="240" w:lineRule="auto" {} },
            html! {},
        ),
        own::FIELD_LABEL => (html! { w:keepNext {} (spacing(160, 60)) }, html! {}),
        own::FIELD => (html! { (frame(LINE)) (spacing(0, 200)) w:ind w:left="80" w:right="80" {} }, html! {}),
        own::COMMAND => (
            html! { (frame(GROUND)) (spacing(60, 160)) },
            html! { w:rFonts w:ascii=(CODE_LETTERS) w:hAnsi=(CODE_LETTERS) w:cs=(CODE_LETTERS) {} w:noProof {} (size(17)) },
        ),
        _ => (html! { w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact" {} }, size(2)),
    }
}

fn border(edge: &str, colour: &str) -> Markup {
    // Names of borders are names of elements.
    let space = if matches!(edge, "left" | "right") { 4 } else { 3 };
    let attributes = format!("w:val=\"single\" w:sz=\"4\" w:space=\"{space}\" w:color=\"{colour}\"");
    maud::PreEscaped(format!("<w:{edge} {attributes}/>"))
}

/// Styles of letters within paragraphs.
fn letters() -> Markup {
    let letters = |id: &str, name: &str, look: Markup| {
        html! {
            w:style w:type="character" w:styleId=(id) {
                w:name w:val=(name) {} w:uiPriority w:val="22" {} w:qFormat {} w:rPr { (look) }
            }
        }
    };
    html! {
        (letters("Strong", "Strong", html! { w:b {} }))
        (letters("PlaceholderText", "Placeholder Text", html! { w:color w:val=(SMALL_PRINT) {} }))
        (letters("SubtleEmphasis", "Subtle Emphasis", html! { w:color w:val=(SMALL_PRINT) {} }))
    }
}

/// The style of tables: lines between rows, and stronger ones around and below the heads.
fn tables(name: &str) -> Markup {
    let line = |edge: &str, size: u32, colour: &str| {
        maud::PreEscaped(format!(
            "<w:{edge} w:val=\"single\" w:sz=\"{size}\" w:space=\"0\" w:color=\"{colour}\"/>"
        ))
    };
    html! {
        w:style w:type="table" w:default="1" w:styleId="TableNormal" {
            w:name w:val="Normal Table" {} w:uiPriority w:val="99" {} w:semiHidden {} w:unhideWhenUsed {}
            w:tblPr { w:tblInd w:w="0" w:type="dxa" {} (margins(108)) }
        }
        w:style w:type="table" w:customStyle="1" w:styleId=(own::TABLE) {
            w:name w:val=(name) {} w:basedOn w:val="TableNormal" {} w:uiPriority w:val="59" {}
            w:tblPr {
                w:tblBorders { (line("top", 8, HEADING)) (line("bottom", 8, HEADING)) (line("insideH", 4, "D9D9D9")) }
                (margins(MARGIN))
            }
            w:tblStylePr w:type="firstRow" { w:tcPr {
                w:tcBorders { (line("bottom", 8, HEADING)) } w:shd w:val="clear" w:color="auto" w:fill=(GROUND) {} w:vAlign w:val="bottom" {}
            } }
        }
    }
}

/// Room to the left and right of a cell's words, twips.
pub const MARGIN: u32 = 60;

fn margins(side: u32) -> Markup {
    html! { w:tblCellMar {
        w:top w:w="0" w:type="dxa" {} w:left w:w=(side) w:type="dxa" {}
        w:bottom w:w="0" w:type="dxa" {} w:right w:w=(side) w:type="dxa" {}
    } }
}

/// `numbering.xml`: headings by chapter, and dots.
pub fn numbering() -> Vec<u8> {
    let heading = |level: usize| {
        let text: Vec<String> = (1..=level + 1).map(|n| format!("%{n}")).collect();
        html! {
            w:lvl w:ilvl=(level) {
                w:start w:val="1" {} w:numFmt w:val="decimal" {} w:pStyle w:val=(format!("Heading{}", level + 1)) {}
                w:suff w:val="tab" {} w:lvlText w:val=(text.join(".")) {} w:lvlJc w:val="left" {}
                w:pPr { w:tabs { w:tab w:val="num" w:pos="709" {} } w:ind w:left="709" w:hanging="709" {} }
            }
        }
    };
    let dot = |level: usize| {
        html! {
            w:lvl w:ilvl=(level) {
                w:start w:val="1" {} w:numFmt w:val="bullet" {} w:pStyle w:val=(if level == 0 { "ListBullet" } else { "ListBullet2" }) {}
                w:lvlText w:val=(if level == 0 { "•" } else { "–" }) {} w:lvlJc w:val="left" {}
                w:pPr { w:ind w:left=(360 * (level + 1)) w:hanging="360" {} }
                w:rPr { w:rFonts w:ascii=(LETTERS) w:hAnsi=(LETTERS) w:cs=(LETTERS) {} }
            }
        }
    };
    part(html! {
        w:numbering xmlns:w=(WORD) {
            w:abstractNum w:abstractNumId="0" { w:multiLevelType w:val="multilevel" {} @for level in 0..3 { (heading(level)) } }
            w:abstractNum w:abstractNumId="1" { w:multiLevelType w:val="hybridMultilevel" {} @for level in 0..2 { (dot(level)) } }
            w:num w:numId="1" { w:abstractNumId w:val="0" {} }
            w:num w:numId="2" { w:abstractNumId w:val="1" {} }
        }
    })
}

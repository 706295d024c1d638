//! A document as one page that needs nothing else: HTML with the style sheet and drawings in it; no script but those of the
//! section that is turned, where it has one.

mod blocks;
mod table;
mod words;

use super::document::{Block, Document};
use super::outline::{Chapter, GLANCE, Outline, Part, Piece};
use super::security::{Rights, style_string, with_scripts};
use super::texts::Texts;
use crate::text::visible::visible_lines;
use crate::text::{Lang, say};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Look of page and drawings.
pub const STYLE: &str = include_str!("../style.css");
/// Look of drawings alone.
pub const FIGURE_STYLE: &str = include_str!("../figure.css");

/// A section that is made elsewhere, with a look and scripts of its own, which stands right after what is said at a glance.
#[derive(Clone, Debug)]
pub struct Extra {
    /// Its look.
    pub style: String,
    /// Name and value of what its scripts are told by the page's head.
    pub meta: Vec<(&'static str, String)>,
    /// The section.
    pub section: Markup,
    /// Where it stands, and what the link to it at the top says; none where the page is nothing else.
    pub link: Option<(&'static str, String)>,
    /// Its scripts.
    pub scripts: Vec<String>,
    /// One that stands within it.
    pub early: Option<String>,
    /// What the scripts may use; none where there are none.
    pub rights: Option<Rights>,
}

/// The page.
pub fn page(document: &Document, t: &Texts) -> String {
    page_with(document, None, t)
}

/// The page, perhaps with a section that is made elsewhere.
pub fn page_with(document: &Document, extra: Option<&Extra>, t: &Texts) -> String {
    let outline = Outline::of(document);
    let own = extra.map_or("", |own| &own.style);
    let style = format!("{FIGURE_STYLE}{STYLE}{own}{}", sheets(document));
    let scripts = extra.map_or(&[][..], |own| &own.scripts);
    let all: Vec<String> = scripts.iter().chain(extra.and_then(|own| own.early.as_ref())).cloned().collect();
    let policy = with_scripts(&style, &all, extra.and_then(|own| own.rights));
    let brief = if document.brief.is_empty() { &document.stamp } else { &document.brief };
    let (glance, chapters): (Vec<&Chapter<'_>>, Vec<&Chapter<'_>>) =
        outline.chapters.iter().partition(|chapter| chapter.section.id == GLANCE);
    let page = html! {
        (DOCTYPE)
        html lang=(code(t.lang)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content="bpasim";
                @for (name, value) in extra.map_or(&[][..], |own| &own.meta) { meta name=(name) content=(value); }
                // Browsers ask a server for an icon where a page names none.
                @if extra.and_then(|own| own.rights) == Some(Rights::Server) { link rel="icon" href="data:,"; }
                title { (document.name()) }
                style { (PreEscaped(&style)) }
            }
            body {
                a class="skip" href="#main" { (t.get(say::SKIP)) }
                header {
                    h1 { (document.title) " " span class="subtitle" { (document.subtitle) } }
                    p class="stamp" {
                        (brief.join(" · "))
                        @if let Some((to, text)) = extra.and_then(|own| own.link.as_ref()) {
                            " · " a class="turn" href=(format!("#{to}")) { (text) }
                        }
                    }
                    @if !document.own.is_empty() { p class="own" { (document.own) } }
                }
                main id="main" {
                    @for chapter in glance { (section_of(chapter, t)) }
                    @if let Some(own) = extra {
                        (own.section)
                        // They begin as soon as their section is there, before the rest of a long page is read.
                        @for script in scripts { script type="module" async { (PreEscaped(script)) } }
                    }
                    div class="chapters" {
                        @if chapters.len() > 1 { (contents(&chapters, t)) }
                        div { @for chapter in &chapters { (section_of(chapter, t)) } }
                    }
                }
                (footer(document, t))
            }
        }
    }
    .into_string();
    // What is not seen, or turns what is seen around, stands in no page.
    visible_lines(&page).into_owned()
}

/// A block by itself, as it stands in a page.
pub fn fragment(block: &Block, t: &Texts) -> String {
    let piece = Piece { block, number: String::new(), folded: false };
    visible_lines(&blocks::piece(&piece, t).into_string()).into_owned()
}

/// Language code of a page.
pub fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb => "nb",
        Lang::Nn => "nn",
        Lang::En => "en",
    }
}

/// What stands around the text on every printed sheet: the name of the document, the run, and the number of the page.
fn sheets(document: &Document) -> String {
    let (name, stamp) = (style_string(&document.name()), style_string(&document.stamp_line()));
    format!(
        "@page{{@top-left{{content:{name}}}@bottom-left{{content:{stamp}}}}}@page:first{{@top-left{{content:none}}}}"
    )
}

fn contents(chapters: &[&Chapter<'_>], t: &Texts) -> Markup {
    html! {
        nav aria-label=(t.get(say::CONTENTS)) {
            h2 { (t.get(say::CONTENTS)) }
            ul {
                @for chapter in chapters {
                    li { a href=(format!("#{}", chapter.section.id)) { (chapter.title()) } }
                }
            }
        }
    }
}

fn footer(document: &Document, t: &Texts) -> Markup {
    html! {
        footer {
            p { (document.stamp_line()) }
            @if !document.own.is_empty() { p { (document.own) } }
            @if !document.citation.is_empty() { p { (document.citation) } }
            p class="paper" { (t.get(say::BEHIND_FIGURES)) }
        }
    }
}

fn section_of(chapter: &Chapter<'_>, t: &Texts) -> Markup {
    let section = chapter.section;
    html! {
        section class=(section.id) aria-labelledby=(section.id) {
            h2 id=(section.id) { (chapter.title()) }
            @if !section.question.is_empty() { p class="question" { (section.question) } }
            @for part in &chapter.parts {
                @match section.id == GLANCE { true => (first_screen(part, t)), false => (part_of(part, t)) }
            }
        }
    }
}

/// The first screen: sentences that tell again what its table and figure show are folded where there is little room; the last
/// one tells more.
fn first_screen(part: &Part<'_>, t: &Texts) -> Markup {
    let is_text = |piece: &&Piece<'_>| matches!(piece.block, Block::Text(_));
    let (texts, shown): (Vec<&Piece<'_>>, Vec<&Piece<'_>>) = part.pieces.iter().partition(is_text);
    let again = match shown.iter().any(|piece| matches!(piece.block, Block::Table(_))) {
        true => texts.len().saturating_sub(1),
        false => 0,
    };
    let all = |pieces: &[&Piece<'_>]| html! { @for piece in pieces { (blocks::piece(piece, t)) } };
    html! {
        (all(&shown))
        @if again > 0 { (table::fold(t.get(say::FOLD_WORDS), all(&texts[..again]))) }
        (all(&texts[again..]))
    }
}

/// What stands below a heading, folded below it where it is long.
fn part_of(part: &Part<'_>, t: &Texts) -> Markup {
    let pieces = html! { @for piece in &part.pieces { (blocks::piece(piece, t)) } };
    match part.title() {
        None => pieces,
        Some(title) if part.folded => html! {
            details class="part" { summary { h3 { (title) } } (pieces) }
        },
        Some(title) => html! { h3 { (title) } (pieces) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::{Block, Section, Table};
    use crate::report::security::policy;

    fn document(title: &str) -> Document {
        let section = |id| Section {
            id,
            title: "x".into(),
            question: String::new(),
            blocks: vec![Block::Field("y".into())],
        };
        Document {
            title: title.into(),
            subtitle: "y".into(),
            stamp: vec!["z".into()],
            own: String::new(),
            brief: Vec::new(),
            citation: String::new(),
            sections: vec![section(GLANCE), section("first"), section("second")],
        }
    }

    fn between(page: &str, from: &str, to: &str) -> String {
        let (_, rest) = page.split_once(from).expect(from);
        rest.split_once(to).expect(to).0.to_string()
    }

    /// The policy lets in the scripts that stand in the page, and not one that a title slipped in.
    #[test]
    fn the_policy_lets_the_scripts_of_a_section_in_and_no_others() {
        let extra = Extra {
            style: ".x{color:red}".into(),
            meta: vec![("x-token", "a\"b".into())],
            section: html! { section id="x" { "turned" script { "early()" } } },
            link: Some(("x", "turn it".into())),
            scripts: vec!["if (1 < 2 && 'å') { x() }".into()],
            early: Some("early()".into()),
            rights: Some(Rights::Engine),
        };
        let t = Texts::new(Lang::Nb);
        let with = page_with(&document("<script>alert(1)</script>"), Some(&extra), &t);
        let (style, script) = (
            between(&with, "<style>", "</style>"),
            between(&with, "<script type=\"module\" async>", "</script>"),
        );
        assert_eq!(script, extra.scripts[0]);
        assert!(style.contains(&extra.style) && with.matches("<script").count() == 2, "{with}");
        let told = between(&with, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        assert_eq!(told, with_scripts(&style, &[script, "early()".into()], extra.rights));
        let at = |what: &str| with.find(what).expect(what);
        assert!(
            at("<a class=\"turn\" href=\"#x\">") < at("id=\"glance\"")
                && at("id=\"glance\"") < at("<section id=\"x\"")
        );
        assert!(at("turned") < at("<nav") && with.contains("content=\"a&quot;b\""));
    }

    /// A page whose title would end the style sheet is still one style element, whose hash the policy names, and nothing
    /// else that looks is allowed: no attribute `style` anywhere.
    #[test]
    fn the_policy_lets_the_pages_own_style_sheet_in_and_nothing_else() {
        let page = page(&document("\u{202e}\"}</style><script>alert(1)</script>å"), &Texts::new(Lang::Nb));
        let between = |from: &str, to: &str| between(&page, from, to);
        assert_eq!(page.matches("<style").count(), 1);
        assert!(!page.contains(" style=") && !page.contains("<script"), "{page}");
        let told = between("http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        assert_eq!(told, policy(&between("<style>", "</style>")));
    }

    /// What the first screen folds where it is narrow stands in the page once, and so does what it does not fold.
    #[test]
    fn the_first_screen_folds_what_its_table_tells_already() {
        let t = Texts::new(Lang::Nb);
        let mut document = document("x");
        let table = Table {
            id: "glance",
            title: "Tall".into(),
            sheet: String::new(),
            unit: String::new(),
            columns: vec!["a".into()],
            rows: Vec::new(),
            notes: vec!["merknad".into()],
            sources: Vec::new(),
            long: false,
        };
        let texts = ["staten igjen", "pårørende igjen", "prisen"].map(|text| Block::Text(text.into()));
        document.sections[0].blocks = std::iter::once(Block::Table(table)).chain(texts).collect();
        let page = page(&document, &t);
        let folds: Vec<&str> = page.split("<details class=\"fold\">").skip(1).collect();
        let folded: Vec<&str> = folds.iter().filter_map(|rest| rest.split("</details>").next()).collect();
        assert!(folded.len() == 2 && folded[0].contains("merknad"), "{folded:?}");
        assert!(folded[1].contains("staten igjen") && folded[1].contains("pårørende igjen"), "{folded:?}");
        assert!(!folded[1].contains("prisen"));
        for text in ["merknad", "staten igjen", "pårørende igjen", "prisen"] {
            assert_eq!(page.matches(text).count(), 1, "{text}");
        }
    }

    #[test]
    fn the_contents_come_after_the_glance_and_number_the_chapters() {
        let page = page(&document("x"), &Texts::new(Lang::Nb));
        let at = |what: &str| page.find(what).expect(what);
        assert!(at("<section class=\"glance\"") < at("<nav") && at("<nav") < at("<section class=\"first\""));
        assert!(page.contains("<a href=\"#second\">2 x</a>") && page.contains("<h2 id=\"second\">2 x</h2>"));
    }
}

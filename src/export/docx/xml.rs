//! Pieces of WordprocessingML that every part is made of. Texts are escaped by the templates; what no page may show is
//! written out in the whole part.

use crate::text::visible::visible_lines;
use maud::{Markup, PreEscaped, html};

/// The names of text, drawings, relations and pictures.
pub const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Relations between parts.
pub const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A part's bytes.
pub fn part(root: Markup) -> Vec<u8> {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let root = root.into_string();
    // Two characters that XML knows none of, though they may be written.
    let known = visible_lines(&root).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
    format!("{head}{known}\n").into_bytes()
}

/// Where a word may be broken.
const SOFT_HYPHEN: char = '\u{ad}';

/// Words, and where they may be broken: as a character, programs would show it.
fn words(text: &str) -> Markup {
    html! {
        @for (place, part) in text.split(SOFT_HYPHEN).enumerate() {
            @if place > 0 { w:softHyphen {} }
            w:t xml:space="preserve" { (part) }
        }
    }
}

/// A text.
pub fn run(text: &str) -> Markup {
    html! { w:r { (words(text)) } }
}

/// A text in a style of its own, or of a size in half points, where the paragraph's is another.
pub fn styled(text: &str, style: Option<&str>, size: Option<u32>) -> Markup {
    html! {
        w:r {
            w:rPr {
                @if let Some(style) = style { w:rStyle w:val=(style) {} }
                @if let Some(size) = size { w:sz w:val=(size) {} w:szCs w:val=(size) {} }
            }
            (words(text))
        }
    }
}

/// A text in bold.
pub fn strong(text: &str) -> Markup {
    styled(text, Some("Strong"), None)
}

/// To the next place that the paragraph's tabs give.
pub fn tab() -> Markup {
    html! { w:r { w:tab {} } }
}

/// A paragraph in a style.
pub fn paragraph(style: &str, runs: Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} } (runs) } }
}

/// A paragraph that stays on the page of the next.
pub fn kept(style: &str, runs: Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} w:keepNext {} } (runs) } }
}

/// A field: what the program reckons, and what is shown until it does.
pub fn field(instruction: &str, shown: Markup) -> Markup {
    html! {
        w:r { w:fldChar w:fldCharType="begin" {} }
        w:r { w:instrText xml:space="preserve" { " " (instruction) " " } }
        w:r { w:fldChar w:fldCharType="separate" {} }
        (shown)
        w:r { w:fldChar w:fldCharType="end" {} }
    }
}

/// A field that programs reckon and never show.
pub fn unseen_field(instruction: &str) -> Markup {
    let piece = |content: Markup| html! { w:r { w:rPr { w:vanish {} } (content) } };
    html! {
        (piece(html! { w:fldChar w:fldCharType="begin" {} }))
        (piece(html! { w:instrText xml:space="preserve" { " " (instruction) " " } }))
        (piece(html! { w:fldChar w:fldCharType="separate" {} }))
        (piece(html! { w:fldChar w:fldCharType="end" {} }))
    }
}

/// Something with a name that fields and links find.
pub fn bookmark(id: usize, name: &str, inside: Markup) -> Markup {
    html! {
        w:bookmarkStart w:id=(id) w:name=(name) {}
        (inside)
        w:bookmarkEnd w:id=(id) {}
    }
}

/// Pieces one after another.
pub fn joined(pieces: impl IntoIterator<Item = Markup>) -> Markup {
    PreEscaped(pieces.into_iter().map(|piece| piece.0).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_makes_no_markup_and_no_broken_part() {
        let hostile = "</w:t><script> & \"x\" ]]> \u{0} \u{1b} \u{202e} \u{ffff} \u{fffe}";
        let part = part(html! { w:p xmlns:w=(WORD) title=(hostile) { (run(hostile)) } });
        let text = String::from_utf8(part).expect("UTF-8");
        let document = roxmltree::Document::parse(&text).expect("well formed");
        let shown = document.root_element().text_content();
        assert!(shown.starts_with("</w:t><script> & \"x\" ]]> \\u{0} \\u{1b} \\u{202e}"), "{shown}");
        assert_eq!(document.descendants().filter(|node| node.has_tag_name("script")).count(), 0);
    }

    trait Text {
        fn text_content(&self) -> String;
    }

    impl Text for roxmltree::Node<'_, '_> {
        fn text_content(&self) -> String {
            self.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect()
        }
    }
}

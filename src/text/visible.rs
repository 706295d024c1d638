//! Characters that are not seen, or that change what is seen around them: they reach no terminal, table or page raw.

use std::borrow::Cow;

/// Control characters, those that turn the direction of writing, and those that take no room.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// The text with such characters written out (`\u{1b}`), and what is beyond `most` characters left out.
pub fn visible(text: &str, most: usize) -> Cow<'_, str> {
    let long = text.char_indices().nth(most);
    if long.is_none() && !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let kept = &text[..long.map_or(text.len(), |(end, _)| end)];
    let mut out = String::with_capacity(kept.len());
    for c in kept.chars() {
        match is_hidden(c) {
            true => out.extend(c.escape_unicode()),
            false => out.push(c),
        }
    }
    if long.is_some() {
        out.push('…');
    }
    Cow::Owned(out)
}

/// The same in a text of many lines, which line feeds and tabs make.
pub fn is_hidden_in_lines(c: char) -> bool {
    is_hidden(c) && !matches!(c, '\n' | '\t')
}

/// A whole text of many lines with such characters written out.
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden_in_lines) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match is_hidden_in_lines(c) {
            true => out.extend(c.escape_unicode()),
            false => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_written_out() {
        assert_eq!(visible("Ærlig «navn» 東京 👩‍🔬", 40), "Ærlig «navn» 東京 👩‍🔬");
        assert_eq!(visible("a\u{1b}[31mb\u{202e}c\n", 40), "a\\u{1b}[31mb\\u{202e}c\\u{a}");
        assert_eq!(visible("abcdef", 3), "abc…");
        assert_eq!(visible("abc", 3), "abc");
        assert_eq!(visible_lines("a\tb\nc\u{7}\u{202e}d\r\u{9b}"), "a\tb\nc\\u{7}\\u{202e}d\\u{d}\\u{9b}");
    }
}

//! What to do about a line that is no TOML: the parser tells where it stumbled, here is said what people write there.

use super::Place;
use crate::error::Problem;
use crate::scenario::number::understand;
use crate::text::visible::is_hidden;
use crate::text::{Message, Text, say};

/// Quotation marks that word processors put instead of straight ones.
pub(super) fn is_curly(c: char) -> bool {
    matches!(c, '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›' | '\u{2032}' | '\u{2033}' | '´' | '`')
}

/// The problem of a line, with its remedy. `message` is the parser's own, in English, and not shown.
pub(super) fn remedy(at: &Place, line: &str, message: &str) -> Problem {
    let (what, allowed) = cause(line, message);
    let allowed = allowed.map(|allowed| allowed.text());
    // Of a file that is one line to the format, the first line that its author sees.
    let first = line.trim().split('\r').next().unwrap_or_default();
    Problem { key: None, allowed, ..at.problem("", what).found(first) }
}

fn cause(line: &str, message: &str) -> (Text, Option<Text>) {
    // Files of an old Mac: to the format they are one line.
    if line.trim_end_matches('\r').contains('\r') {
        return (say::TOML_CARRIAGE_RETURN.text(), None);
    }
    let outside = outside_quotation_marks(line);
    let (before, value) = line.split_once('=').map_or(("", ""), |(key, value)| (key.trim(), value.trim()));
    let value = value.split('#').next().unwrap_or_default().trim();
    if outside.contains(is_curly) {
        let value = value.trim_matches(|c| is_curly(c) || c == '"');
        return (say::TOML_QUOTATION_MARKS.text(), Some(Text::same(format!("{before} = \"{value}\""))));
    }
    if line.contains('\\') && line.contains('"') {
        let path = value.trim_matches('"');
        let allowed = match path.contains('\'') {
            true => format!("{before} = \"{}\"", path.replace('\\', "/")),
            false => format!("{before} = '{path}'"),
        };
        return (say::TOML_BACKSLASH.text(), Some(Text::same(allowed)));
    }
    if let Some(number) = understand(value).filter(|n| !n.plain) {
        return (say::TOML_NUMBER.text(), Some(Text::same(format!("{before} = {}", number.value))));
    }
    if has_odd_number(&outside) {
        return (say::TOML_NUMBER.text(), Some(Text::same("0.2, 1234")));
    }
    if let Some(c) = outside.chars().find(|c| is_invisible(*c)) {
        let line = line.replace(is_invisible, " ");
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        return (
            say::TomlInvisible { character: format!("U+{:04X}", u32::from(c)) }.text(),
            Some(Text::same(line)),
        );
    }
    if let Some(right) = with_plain_names(&outside) {
        return (say::TOML_NAMES.text(), Some(Text::same(right)));
    }
    if let Some(yes) = yes_or_no(value) {
        return (say::TOML_TRUE_FALSE.text(), Some(Text::same(format!("{before} = {yes}"))));
    }
    let known = [
        ("duplicate key", say::TOML_TWICE),
        ("string values must be quoted", say::TOML_TEXT),
        ("unclosed", say::TOML_NOT_CLOSED),
        ("invalid basic string", say::TOML_NOT_CLOSED),
        ("invalid literal string", say::TOML_NOT_CLOSED),
    ];
    let what = known.into_iter().find(|(part, _)| message.contains(part));
    (what.map_or(say::TOML_LINE.text(), |(_, what)| what.text()), None)
}

/// A heading, or what stands before the sign of equality, with letters that names may have; nothing where it has no others.
fn with_plain_names(outside: &str) -> Option<String> {
    let (name, rest) = match outside.trim_start().starts_with('[') {
        true => outside.split_at(outside.find(']')?),
        false => outside.split_at(outside.find('=')?),
    };
    let plain: String = name
        .chars()
        .map(|c| match c {
            'æ' | 'ä' => "ae".into(),
            'Æ' | 'Ä' => "AE".into(),
            'ø' | 'ö' => "o".into(),
            'Ø' | 'Ö' => "O".into(),
            'å' => "a".into(),
            'Å' => "A".into(),
            c if c.is_alphabetic() && !c.is_ascii() => "_".into(),
            c => c.to_string(),
        })
        .collect();
    (plain != name).then(|| format!("{plain}{rest}").trim().to_string())
}

/// Whether a character looks like a space, or like nothing, and is neither space nor tab.
fn is_invisible(c: char) -> bool {
    c != '\t' && c != '\r' && (is_hidden(c) || c.is_whitespace() && c != ' ')
}

/// What people write for `true` and `false`.
fn yes_or_no(word: &str) -> Option<bool> {
    match word.trim_matches(['"', '\'']).to_lowercase().as_str() {
        "ja" | "yes" | "sann" | "sant" | "true" | "på" | "on" => Some(true),
        "nei" | "no" | "usann" | "usant" | "false" | "av" | "off" => Some(false),
        _ => None,
    }
}

/// The line without what stands in straight quotation marks, and without a note at its end.
fn outside_quotation_marks(line: &str) -> String {
    let mut out = String::new();
    let mut open: Option<char> = None;
    for c in line.chars() {
        match open {
            Some(mark) if c == mark => open = None,
            Some(_) => {}
            None if c == '"' || c == '\'' => open = Some(c),
            None if c == '#' => break,
            None => out.push(c),
        }
    }
    out
}

/// Whether digits are followed by a per cent sign, or stand around a comma or a space as in `0,2` and `1 234`.
pub(super) fn has_odd_number(text: &str) -> bool {
    let c: Vec<char> = text.chars().collect();
    // In a list a comma separates numbers.
    let listed = text.contains('[');
    let digit = |i: usize| c.get(i).is_some_and(char::is_ascii_digit);
    (1..c.len()).any(|i| {
        let percent = c[i] == '%' || c[i] == ' ' && c.get(i + 1) == Some(&'%');
        let spaced =
            matches!(c[i], ' ' | '\u{a0}' | '\u{202f}') && (1..=3).all(|k| digit(i + k)) && !digit(i + 4);
        digit(i - 1) && (percent || !listed && c[i] == ',' && digit(i + 1) || spaced)
    })
}

//! Text in columns for a screen of a given width.

use crate::text::number::NBSP;

/// Widest line where nobody says how wide the screen is.
pub const WIDTH: usize = 100;

/// Characters a text takes on screen.
pub fn width(text: &str) -> usize {
    text.chars().count()
}

/// Where a word too long for a line is cut: before the end of an interval, at another fixed space, or where the line ends.
fn cut(word: &[char], limit: usize) -> usize {
    let fixed = |i: &usize| word[*i] == NBSP;
    let inside = || (1..=limit).rev().filter(fixed);
    inside().find(|i| word[i - 1] == ';').or_else(|| inside().next()).unwrap_or(limit)
}

/// Breaks a text at ordinary spaces into lines of at most `limit` characters; a longer word is cut.
pub fn wrap(text: &str, limit: usize) -> Vec<String> {
    let limit = limit.max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n']).filter(|w| !w.is_empty()) {
        let mut word: Vec<char> = word.chars().collect();
        let room = limit.saturating_sub(width(&line) + 1);
        if !line.is_empty() && word.len() > room {
            lines.push(std::mem::take(&mut line));
        }
        while word.len() > limit {
            lines.push(word.drain(..cut(&word, limit)).collect());
            if word[0] == NBSP {
                word.remove(0);
            }
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A paragraph of the usual width, every line after the first indented by `hang`.
pub fn paragraph(text: &str, hang: usize) -> String {
    paragraph_within(text, hang, WIDTH)
}

/// A paragraph over lines of at most `width` characters, every line after the first indented by `hang`.
pub fn paragraph_within(text: &str, hang: usize, width: usize) -> String {
    let mut out = String::new();
    for (i, line) in wrap(text, width.saturating_sub(hang)).into_iter().enumerate() {
        if i > 0 {
            out.push_str(&" ".repeat(hang));
        }
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// One row of a table: the left text, and cells of several lines set to the right of their columns.
pub fn row(left: &[String], left_width: usize, cells: &[Vec<String>], widths: &[usize]) -> String {
    let height = cells.iter().map(Vec::len).chain([left.len()]).max().unwrap_or(0);
    let mut out = String::new();
    for i in 0..height {
        let mut line = pad(left.get(i).map_or("", String::as_str), left_width, false);
        for (cell, width) in cells.iter().zip(widths) {
            line.push_str(&pad(cell.get(i).map_or("", String::as_str), *width, true));
        }
        out.push_str(line.trim_end_matches(' '));
        out.push('\n');
    }
    out
}

/// A line across the table.
pub fn rule(width: usize) -> String {
    format!("{}\n", "─".repeat(width))
}

fn pad(text: &str, to: usize, right: bool) -> String {
    // A text too wide for its column still keeps apart from its neighbour.
    let least = usize::from(right && !text.is_empty());
    let space = " ".repeat(to.saturating_sub(width(text)).max(least));
    if right { format!("{space}{text}") } else { format!("{text}{space}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_at_spaces_and_cuts_long_words() {
        assert_eq!(wrap("en to tre", 5), ["en to", "tre"]);
        assert_eq!(wrap("en\u{a0}to tre", 5), ["en\u{a0}to", "tre"]);
        assert_eq!(wrap("[−0,0344;\u{a0}−0,0202]", 12), ["[−0,0344;", "−0,0202]"]);
        assert_eq!(wrap("[1\u{a0}000;\u{a0}1\u{a0}200]", 9), ["[1\u{a0}000;", "1\u{a0}200]"]);
        assert_eq!(wrap("abc\u{a0}", 3), ["abc"]);
        assert_eq!(wrap("abcdefgh i", 3), ["abc", "def", "gh", "i"]);
        assert!(wrap("", 5).is_empty());
    }

    #[test]
    fn rows_line_up() {
        let cells = [vec!["1".to_string(), "[0; 2]".to_string()], vec!["22".to_string()]];
        assert_eq!(row(&["å".to_string()], 4, &cells, &[7, 4]), "å         1  22\n     [0; 2]\n");
    }
}

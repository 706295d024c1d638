//! How wide text is: the letters of Arial, which Helvetica and Liberation Sans share, so that a text takes the same room
//! in every program.

/// Widths of the printable characters of ASCII from the space on, thousandths of the size.
const PLAIN: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/// The same in bold.
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
    556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
    556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
    333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
/// Of most other small letters, and of the dash.
const SMALL: u16 = 556;
/// Of most other capitals, and of what is not known.
const LARGE: u16 = 722;

/// Width of a character, thousandths of the size.
fn letter(c: char, bold: bool) -> u16 {
    let known = if bold { BOLD } else { PLAIN };
    match c {
        ' '..='~' => known[c as usize - usize::from(b' ')],
        '\u{a0}' | '\u{202f}' | '·' => 278,
        'æ' => 889,
        'Æ' | '—' | '…' | '→' | '←' => 1000,
        'ø' => 611,
        'Ø' => 778,
        '\u{2212}' | '±' | '×' | '≤' | '≥' => 584,
        '–' | '«' | '»' | '§' => SMALL,
        c if c.is_lowercase() => SMALL,
        _ => LARGE,
    }
}

/// Width of a character of a size.
pub fn character(c: char, size: f64, bold: bool) -> f64 {
    f64::from(letter(c, bold)) / 1000.0 * size
}

/// Width of a text of a size.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    text.chars().map(|c| character(c, size, bold)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_of_one_width_and_norwegian_letters_known() {
        assert!(('0'..='9').all(|c| letter(c, false) == 556 && letter(c, true) == 556));
        assert_eq!(width("æøå Æ~", 1000.0, false), 889.0 + 611.0 + 556.0 + 278.0 + 1000.0 + 584.0);
        assert!(width("Stat", 10.0, true) > width("Stat", 10.0, false));
    }
}

//! Numbers as people write them: decimal comma, `20 %`, `1 234`. What can mean only one thing is understood.

/// A number as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WrittenNumber {
    /// The number.
    pub value: f64,
    /// Whether it is written as files want it: digits and a point.
    pub plain: bool,
}

/// The number that a text means, if it can mean only one. `1,234` is none: it may be a little over one, or a thousand.
pub fn understand(text: &str) -> Option<WrittenNumber> {
    let text = text.trim();
    if let Ok(value) = text.parse::<f64>() {
        return value.is_finite().then_some(WrittenNumber { value, plain: true });
    }
    // Per cent is a shift of the decimal point: a division would round.
    let (text, shift) = match text.strip_suffix('%') {
        Some(share) => (share.trim_end(), "e-2"),
        None => (text, ""),
    };
    let (text, sign) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (rest.trim_start(), -1.0),
        None => (text.strip_prefix('+').unwrap_or(text), 1.0),
    };
    let value = format!("{}{shift}", digits(text)?).parse::<f64>().ok()?;
    Some(WrittenNumber { value: sign * value, plain: false })
}

/// Digits with a point for decimals, from a number that has spaces, points or commas between thousands, or a decimal
/// comma.
fn digits(text: &str) -> Option<String> {
    let space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
    let legal = |c: char| c.is_ascii_digit() || c == '.' || c == ',' || space(c);
    if text.is_empty() || !text.chars().all(legal) {
        return None;
    }
    let count = |c: char| text.matches(c).count();
    let last = text.rfind(['.', ',']);
    let spaced = text.contains(space);
    // Where the decimals begin, and what stands between thousands.
    let (decimals, between): (Option<usize>, fn(char) -> bool) = match (count(','), count('.')) {
        (0, 0) => (None, space),
        _ if spaced && count(',') + count('.') > 1 => return None,
        (1, 0) | (0, 1) if spaced => (last, space),
        (0, 1) => (last, |_| false),
        (1, 0) if may_be_thousands(text) => return None,
        (1, 0) => (last, |_| false),
        (_, 0) => (None, |c| c == ','),
        (0, _) => (None, |c| c == '.'),
        (1, _) if last == text.find(',') => (last, |c| c == '.'),
        (_, 1) if last == text.find('.') => (last, |c| c == ','),
        _ => return None,
    };
    let (whole, fraction) = match decimals {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let groups: Vec<&str> = whole.split(between).collect();
    let figures = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let thousands = groups.len() == 1
        || groups.first().is_some_and(|first| first.len() <= 3)
            && groups.iter().skip(1).all(|group| group.len() == 3);
    if !groups.iter().all(figures) || !thousands || !fraction.as_ref().is_none_or(figures) {
        return None;
    }
    let whole = groups.concat();
    Some(fraction.map_or_else(|| whole.clone(), |fraction| format!("{whole}.{fraction}")))
}

/// `1,234`: three digits after one comma or point, and before it what a thousand may begin with.
fn may_be_thousands(text: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    text.split_once([',', '.']).is_some_and(|(whole, rest)| {
        rest.len() == 3
            && (1..=3).contains(&whole.len())
            && !whole.starts_with('0')
            && digits(whole)
            && digits(rest)
    })
}

/// Whether a number of persons or kroner may be a thousand times what it is read as: `1.000`, which Norwegians write for a
/// thousand.
pub fn may_be_thousand_times(text: &str) -> bool {
    may_be_thousands(text.trim().trim_start_matches(['-', '−', '+']).trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_mean_only_one_thing_is_understood() {
        let value = |text: &str| understand(text).map(|n| n.value);
        for (text, number) in [
            ("0.2", 0.2),
            ("0,2", 0.2),
            ("-0,25", -0.25),
            ("−3", -3.0),
            ("20%", 0.2),
            ("12,5 %", 0.125),
            ("0.99%", 0.0099),
            ("7 %", 0.07),
            ("−0,3 %", -0.003),
            ("1 234", 1234.0),
            ("1\u{a0}234\u{a0}567,8", 1_234_567.8),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1.234.567", 1_234_567.0),
            ("1,234,567", 1_234_567.0),
            ("0,123", 0.123),
            ("1234,567", 1234.567),
            ("10,25", 10.25),
            ("1e6", 1e6),
        ] {
            assert_eq!(value(text), Some(number), "{text}");
        }
        for text in [
            "1,234",
            "",
            "%",
            "1 23",
            "12 34",
            "1,2,3",
            "1.2.3",
            ",5",
            "5,",
            "1 234.567,8",
            "nan",
            "inf",
            "ti",
            "1 2 3",
            "0x10",
            "1..2",
            "1234 567",
            "pert",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
        for (text, doubtful) in [
            ("1.000", true),
            ("70.000", true),
            ("-3.200", true),
            ("0.500", false),
            ("1.0000", false),
            ("1.00", false),
        ] {
            assert_eq!(may_be_thousand_times(text), doubtful, "{text}");
        }
        assert!(understand("0.2").is_some_and(|n| n.plain) && understand("20 %").is_some_and(|n| !n.plain));
    }
}

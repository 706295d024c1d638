//! Numbers on the command line, read as `--set` and files read them: decimal comma, `20 %`, `1 234`.

use crate::scenario::number::{may_be_thousand_times, understand};
use std::borrow::Cow;

/// What an option's parser says of a text that is no number; [`super::usage`] tells it in the user's language.
pub const NO_NUMBER: &str = "invalid float literal";

/// The number of an option.
pub fn number(text: &str) -> Result<f64, String> {
    understand(text).map(|number| number.value).ok_or_else(|| {
        // A little over one, or a thousand: both ways to write it so that it means one thing.
        match may_be_thousand_times(text) {
            true => format!("«{text}»: {}, {}", text.replace(',', "."), text.replace(',', "")),
            false => NO_NUMBER.to_string(),
        }
    })
}

/// Two numbers of an option: `0.1,0.9`, `0,1;0,9`, `0,1..0,9`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair(pub [f64; 2]);

/// Reads two numbers.
pub fn pair(text: &str) -> Result<Pair, String> {
    let parts: Vec<&str> = text.split(',').collect();
    let ends: Option<(Cow<'_, str>, Cow<'_, str>)> = match (text.split_once(".."), text.split_once(';')) {
        (Some((low, high)), _) | (None, Some((low, high))) => Some((low.into(), high.into())),
        _ => match parts[..] {
            [low, high] => Some((low.into(), high.into())),
            // Commas are decimal commas too.
            [a, b, c, d] => Some((format!("{a},{b}").into(), format!("{c},{d}").into())),
            _ => None,
        },
    };
    let (low, high) = ends.ok_or_else(|| format!("«{text}»: {PAIR}"))?;
    let end =
        |text: &str| understand(text).map(|number| number.value).ok_or_else(|| format!("«{text}»: {PAIR}"));
    Ok(Pair([end(&low)?, end(&high)?]))
}

/// How two numbers may be written.
const PAIR: &str = "0.1,0.9; 0,1..0,9";

/// A word of the command line; a negative number with a decimal comma as the parser knows it, which would take it for an option.
pub fn negative(word: &str) -> Cow<'_, str> {
    let negative = word.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    match understand(word).filter(|number| negative && !number.plain) {
        Some(number) => number.value.to_string().into(),
        None => word.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in
            [("60,5", 60.5), ("60.5", 60.5), ("1 %", 0.01), ("300 000", 300_000.0), ("-0,5", -0.5)]
        {
            assert_eq!(number(text), Ok(value), "{text}");
        }
        assert!(number("1,234").unwrap_err().ends_with("1.234, 1234"));
        assert_eq!([number("x"), number("nan"), number("")], [(); 3].map(|()| Err(NO_NUMBER.into())));
        for text in ["0.1,0.9", "0,1,0,9", "0,1;0,9", "0,1..0,9", "0.1..0.9", "10 %;90 %"] {
            assert_eq!(pair(text), Ok(Pair([0.1, 0.9])), "{text}");
        }
        assert_eq!(pair("0,2000"), Ok(Pair([0.0, 2000.0])));
        assert!(pair("0,1,2").is_err() && pair("1").is_err() && pair("a;b").is_err());
        assert_eq!([negative("-0,5"), negative("-0.5"), negative("--out")], ["-0.5", "-0.5", "--out"]);
    }
}

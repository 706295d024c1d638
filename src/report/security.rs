//! What a browser lets a page do: look as its own style sheet says, and nothing else. Titles and names in a page are
//! what users wrote; where one of them got past the escaping, it could still not fetch, run or send anything.

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

/// The content security policy of a page whose one `style` element holds this text.
pub fn policy(style: &str) -> String {
    let hash = Base64::encode_string(&Sha256::digest(style.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

/// A text between quotes in a style sheet: all but letters and digits as code points, so that no text ends the string,
/// the rule or the element.
pub fn style_string(text: &str) -> String {
    let escaped = |c: char| match c.is_ascii_alphanumeric() {
        true => c.to_string(),
        false => format!("\\{:x} ", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_the_hash_of_the_style_sheet() {
        // The hash of no text at all, as anybody's `sha256sum` gives it.
        let none = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert!(policy("").contains(&format!("style-src 'sha256-{none}'")));
        assert_ne!(policy("a{}"), policy("b{}"));
    }

    #[test]
    fn no_text_ends_a_string_of_a_style_sheet() {
        assert_eq!(style_string("Oslo"), "\"Oslo\"");
        assert_eq!(style_string("å\"}</style>"), "\"\\e5 \\22 \\7d \\3c \\2f style\\3e \"");
    }
}

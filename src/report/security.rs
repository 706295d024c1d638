//! What a browser lets a page do: look as its own style sheet says, run the scripts that the program wrote into it, if any, and
//! nothing else. Titles and names in a page are what users wrote; where one of them got past the escaping, it could still not
//! fetch, run or send anything.

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

/// What the scripts of a page may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rights {
    /// The engine in the page itself, in workers of its own; nothing is fetched.
    Engine,
    /// The program that gave the page, and nobody else.
    Server,
}

/// The content security policy of a page whose one `style` element holds this text, without scripts.
pub fn policy(style: &str) -> String {
    with_scripts(style, &[], None)
}

/// The same of a page with these scripts, each by the hash of its text.
pub fn with_scripts(style: &str, scripts: &[String], rights: Option<Rights>) -> String {
    let hash = |text: &str| format!("'sha256-{}'", Base64::encode_string(&Sha256::digest(text.as_bytes())));
    let mut scripts = scripts.iter().map(|text| hash(text)).collect::<Vec<_>>().join(" ");
    let more = match rights {
        None => "",
        Some(Rights::Engine) => {
            scripts += " 'wasm-unsafe-eval'";
            "worker-src blob:; "
        }
        Some(Rights::Server) => "connect-src 'self'; img-src data:; ",
    };
    let scripts = if rights.is_some() { format!("script-src {scripts}; {more}") } else { String::new() };
    let style = hash(style);
    format!("default-src 'none'; {scripts}style-src {style}; base-uri 'none'; form-action 'none'")
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
    fn scripts_run_by_their_hash_alone_and_fetch_from_the_program_alone() {
        let scripts = ["a()".to_string(), "b()".to_string()];
        let own = with_scripts("", &scripts, Some(Rights::Engine));
        assert_eq!(own.matches("'sha256-").count(), 3, "{own}");
        assert!(
            own.contains("'wasm-unsafe-eval'; worker-src blob:;") && !own.contains("connect-src"),
            "{own}"
        );
        let served = with_scripts("", &scripts, Some(Rights::Server));
        assert!(served.contains("connect-src 'self';") && !served.contains("wasm"), "{served}");
        assert!(!served.contains("unsafe") && !policy("").contains("script-src"), "{served}");
    }

    #[test]
    fn no_text_ends_a_string_of_a_style_sheet() {
        assert_eq!(style_string("Oslo"), "\"Oslo\"");
        assert_eq!(style_string("å\"}</style>"), "\"\\e5 \\22 \\7d \\3c \\2f style\\3e \"");
    }
}

//! What a browser may do with what the server gives it.

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

/// What a browser may do with all but the page: nothing.
pub const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";

/// What a browser lets the page do: run and look as the page itself says, and ask this server.
pub fn policy(page: &str) -> String {
    let [script, style] = ["script", "style"].map(|name| hashes(page, name));
    format!(
        "default-src 'none'; script-src {script}; style-src {style}; connect-src 'self'; img-src data:; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'"
    )
}

/// The hash of what stands in every element of a name.
fn hashes(page: &str, name: &str) -> String {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let inside = |rest: &str| {
        let own = rest.split_once('>')?.1.split_once(&*close)?.0;
        Some(format!("'sha256-{}'", Base64::encode_string(&Sha256::digest(own.as_bytes()))))
    };
    let all: Vec<String> = page.split(&*open).skip(1).filter_map(inside).collect();
    if all.is_empty() { "'none'".into() } else { all.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::page::served;
    use crate::live::setting::Setting;
    use crate::text::Lang;

    #[test]
    fn the_policy_names_the_scripts_and_styles_of_the_page_alone() {
        // The hash of no text at all, as anybody's `sha256sum` gives it.
        let none = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        let told = policy("<style></style><script type=\"module\">x()</script>");
        assert!(
            told.contains(&format!("style-src {none};")) && told.contains("script-src 'sha256-"),
            "{told}"
        );
        assert!(policy("<p>").contains("script-src 'none'; style-src 'none'; connect-src 'self'"));
        let own = served(&Setting::default(), "abc", Lang::Nb).unwrap();
        assert!(own.contains("<meta name=\"bpasim-token\" content=\"abc\">"));
    }
}

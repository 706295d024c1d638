//! Who is answered: a page of this very server, with the token of the link that the user opened. Other users of the machine and
//! pages from elsewhere, whatever name they give the loopback, are not.

use crate::error::{Error, Result};
use crate::text::{Words, say};
use axum::http::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use std::fmt::Write as _;
use std::net::SocketAddr;

/// The header with the token.
pub const TOKEN: HeaderName = HeaderName::from_static("x-bpasim-token");

/// Who is let in.
pub struct Guard {
    token: String,
    hosts: [String; 2],
}

/// A token from the system's randomness.
pub fn token() -> Result<String> {
    let mut bytes = [0; 24];
    getrandom::fill(&mut bytes)
        .map_err(|e| Error::system(say::SERVE_NO_RANDOMNESS, std::io::Error::other(e)))?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

impl Guard {
    /// Of a server at an address.
    pub fn new(address: SocketAddr, token: String) -> Guard {
        Guard { token, hosts: [address.to_string(), format!("localhost:{}", address.port())] }
    }

    /// The token.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Why who asks is turned away, if they are; `query` is read for a token only where the page itself is asked for.
    pub fn refuses(&self, headers: &HeaderMap, query: Option<&str>) -> Option<Words> {
        let mut hosts = headers.get_all(HOST).iter();
        let host = hosts.next().and_then(|own| own.to_str().ok());
        if hosts.next().is_some() || !host.is_some_and(|own| self.is_own(own)) {
            return Some(say::SERVE_FOREIGN_HOST);
        }
        let own = |origin: &axum::http::HeaderValue| {
            origin.to_str().is_ok_and(|text| text.strip_prefix("http://").is_some_and(|own| self.is_own(own)))
        };
        if !headers.get_all(ORIGIN).iter().all(own) {
            return Some(say::SERVE_FOREIGN_ORIGIN);
        }
        let told = match query {
            Some(query) => word(query, "token").map(str::as_bytes),
            None => headers.get(TOKEN).map(|own| own.as_bytes()),
        };
        match told.is_some_and(|told| self.is_token(told)) {
            true => None,
            false => Some(say::SERVE_NO_TOKEN),
        }
    }

    fn is_own(&self, host: &str) -> bool {
        self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host))
    }

    /// Takes as long whatever is told: hashes are held against each other in constant time.
    fn is_token(&self, told: &[u8]) -> bool {
        blake3::hash(told) == blake3::hash(self.token.as_bytes())
    }
}

/// A word of an address's query. Every value that is asked for is of letters, digits and points, so nothing is decoded.
pub fn word<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard() -> Guard {
        Guard::new("127.0.0.1:4711".parse().unwrap(), "abc".into())
    }

    fn headers(list: &[(HeaderName, &'static str)]) -> HeaderMap {
        list.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_the_servers_own_pages_are_answered() {
        let refused = |host: &'static str, origin: Option<&'static str>| {
            let mut all = headers(&[(HOST, host), (TOKEN, "abc")]);
            origin.map(|own| all.insert(ORIGIN, own.parse().unwrap()));
            guard().refuses(&all, None)
        };
        for host in ["127.0.0.1:4711", "localhost:4711", "LOCALHOST:4711"] {
            assert_eq!(refused(host, None), None, "{host}");
            assert_eq!(refused(host, Some("http://localhost:4711")), None);
        }
        for host in ["127.0.0.1", "localhost:80", "evil.example:4711", "127.0.0.1:4711.evil.example", ""] {
            assert_eq!(refused(host, None), Some(say::SERVE_FOREIGN_HOST), "{host}");
        }
        for origin in ["null", "https://localhost:4711", "http://evil.example", "http://localhost:4712"] {
            assert_eq!(refused("localhost:4711", Some(origin)), Some(say::SERVE_FOREIGN_ORIGIN), "{origin}");
        }
        let mut two = headers(&[(HOST, "localhost:4711"), (TOKEN, "abc")]);
        two.append(HOST, "evil.example".parse().unwrap());
        assert_eq!(guard().refuses(&two, None), Some(say::SERVE_FOREIGN_HOST));
        assert_eq!(guard().refuses(&headers(&[(TOKEN, "abc")]), None), Some(say::SERVE_FOREIGN_HOST));
    }

    #[test]
    fn the_token_stands_in_a_header_and_for_the_page_in_the_link() {
        let host = (HOST, "localhost:4711");
        let with = |token| headers(&[host.clone(), (TOKEN, token)]);
        assert_eq!(guard().refuses(&with("abc"), None), None);
        assert_eq!(guard().refuses(&with("abd"), None), Some(say::SERVE_NO_TOKEN));
        assert_eq!(guard().refuses(&headers(std::slice::from_ref(&host)), None), Some(say::SERVE_NO_TOKEN));
        assert_eq!(guard().refuses(&headers(std::slice::from_ref(&host)), Some("lang=en&token=abc")), None);
        for query in ["", "token=", "token=abcd", "xtoken=abc", "token=ABC"] {
            assert_eq!(guard().refuses(&with("abc"), Some(query)), Some(say::SERVE_NO_TOKEN), "{query}");
        }
    }

    #[test]
    fn no_token_is_another() {
        let [a, b] = [token().unwrap(), token().unwrap()];
        assert!(a != b && a.len() == 48);
    }
}

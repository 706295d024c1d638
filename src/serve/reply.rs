//! Answers as they are sent: JSON, files, and what is wrong in the words of the language asked for.

use super::house::Missed;
use crate::error::{Error, Problem};
use crate::live::desk::problem;
use crate::text::{Lang, Words, say};
use axum::body::Body;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

/// JSON.
pub fn json(status: StatusCode, value: &Value) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

/// A text or file of a type.
pub fn content(kind: &'static str, content: impl Into<Body>) -> Response {
    ([(CONTENT_TYPE, kind)], content.into()).into_response()
}

/// A file to be saved by this name.
pub fn file(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let mut response = content(kind, bytes);
    put(&mut response, CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""));
    response
}

/// Something that is wrong, with why.
pub fn wrong(status: StatusCode, what: Words, lang: Lang) -> Response {
    json(status, &problem(&Problem::new(what).into(), lang))
}

/// What went wrong.
pub fn error(error: &Error, lang: Lang) -> Response {
    let status = match error {
        Error::Input(_) | Error::Failed(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Interrupted { .. } | Error::Paused => return busy(lang),
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    json(status, &problem(error, lang))
}

/// What could not be done in its turn.
pub fn missed(missed: &Missed, lang: Lang) -> Response {
    match missed {
        Missed::Full => busy(lang),
        Missed::Wrong(own) => error(own, lang),
    }
}

/// Too many wait: come back in a second.
pub fn busy(lang: Lang) -> Response {
    let mut response = wrong(StatusCode::SERVICE_UNAVAILABLE, say::SERVE_BUSY, lang);
    put(&mut response, RETRY_AFTER, "1");
    response
}

/// Puts a header, in place of another of its name.
pub fn put(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

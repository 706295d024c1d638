//! What can be asked, and how it is answered. `openapi.json` tells the same to programs.

use super::compare::compared;
use super::files::{self, FILES, SCENARIO};
use super::guard::word;
use super::house::House;
use super::run::{Asked, End, Run};
use super::{events, page, reply};
use crate::error::{Error, Problem};
use crate::live::desk::Desk;
use crate::live::page::served;
use crate::live::session::Session;
use crate::live::setting::Setting;
use crate::text::{Lang, Text, say};
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::header::{self, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, delete, get, post};
use serde_json::{Value, json};
use std::str::FromStr;
use std::sync::Arc;

/// Longest body that is read.
const LONGEST: usize = 64 * 1024;

/// Most draws of a setting that is looked at for a moment.
const MOMENT: u64 = 200;

/// The description for programs.
const OPENAPI: &str = include_str!("openapi.json");

type Shared = State<Arc<House>>;
/// What is asked, or the refusal that is sent instead.
type Found<T> = Result<T, Box<Response>>;

/// Every method and path that is answered.
fn table() -> Vec<(&'static str, &'static str, MethodRouter<Arc<House>>)> {
    vec![
        ("get", "/", get(the_page)),
        ("get", "/api/v1/openapi.json", get(openapi)),
        ("get", "/api/v1/catalogue", get(catalogue)),
        ("post", "/api/v1/check", post(check)),
        ("post", "/api/v1/read", post(read)),
        ("post", "/api/v1/differences", post(differences)),
        ("post", "/api/v1/turns", post(turns)),
        ("post", "/api/v1/runs", post(begin)),
        ("delete", "/api/v1/runs/{id}", delete(give_up)),
        ("get", "/api/v1/runs/{id}/events", get(told)),
        ("get", "/api/v1/runs/{id}/{file}", get(file)),
        ("get", "/api/v1/compare", get(compare)),
    ]
}

/// Everything that is answered, to whom it may be.
pub fn router(house: Arc<House>) -> Router {
    let add = |router: Router<Arc<House>>, (_, path, answer)| router.route(path, answer);
    table()
        .into_iter()
        .fold(Router::new(), add)
        .fallback(nothing_here)
        .method_not_allowed_fallback(not_so)
        .layer(from_fn_with_state(house.clone(), guarded))
        .with_state(house)
}

/// Turns strangers away, and tells browsers what they may do with an answer.
async fn guarded(State(house): Shared, request: Request, next: Next) -> Response {
    let the_page = request.uri().path() == "/";
    let query = the_page.then(|| request.uri().query().unwrap_or_default());
    let mut response = match house.guard.refuses(request.headers(), query) {
        Some(why) => {
            let lang = lang(request.uri(), &house).unwrap_or(house.lang);
            match the_page {
                true => (StatusCode::FORBIDDEN, why.get(lang)).into_response(),
                false => reply::wrong(StatusCode::FORBIDDEN, why, lang),
            }
        }
        None => next.run(request).await,
    };
    if !response.headers().contains_key(header::CONTENT_SECURITY_POLICY) {
        reply::put(&mut response, header::CONTENT_SECURITY_POLICY, page::NOTHING);
    }
    reply::put(&mut response, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    reply::put(&mut response, header::REFERRER_POLICY, "no-referrer");
    reply::put(&mut response, header::CACHE_CONTROL, "no-store");
    response
}

async fn nothing_here(State(house): Shared, uri: Uri) -> Response {
    reply::wrong(StatusCode::NOT_FOUND, say::SERVE_NOTHING_HERE, lang(&uri, &house).unwrap_or(house.lang))
}

async fn not_so(State(house): Shared, uri: Uri) -> Response {
    let lang = lang(&uri, &house).unwrap_or(house.lang);
    reply::wrong(StatusCode::METHOD_NOT_ALLOWED, say::SERVE_NOT_SO, lang)
}

async fn the_page(State(house): Shared, uri: Uri) -> Response {
    let lang = lang(&uri, &house).unwrap_or(house.lang);
    let Ok(page) = served(&Setting::default(), house.guard.token(), lang) else {
        return reply::wrong(StatusCode::INTERNAL_SERVER_ERROR, say::SERVE_NOTHING_HERE, lang);
    };
    let policy = page::policy(&page);
    let mut response = reply::content("text/html; charset=utf-8", page);
    reply::put(&mut response, header::CONTENT_SECURITY_POLICY, &policy);
    response
}

async fn openapi() -> Response {
    reply::content("application/json", OPENAPI.replace("{version}", env!("CARGO_PKG_VERSION")))
}

async fn catalogue(State(house): Shared, uri: Uri) -> Response {
    let asked = || -> Found<Value> {
        let lang = lang(&uri, &house)?;
        let scenario = query(&uri, "scenario").unwrap_or("national");
        Ok(json!({ "scenario": scenario, "lang": crate::report::html::code(lang) }))
    };
    match asked() {
        Ok(asked) => at_the_desk(&house, "catalogue", asked).await,
        Err(response) => *response,
    }
}

async fn check(State(house): Shared, request: Request) -> Response {
    match body(&house, request).await {
        Ok((asked, _)) => at_the_desk(&house, "check", asked).await,
        Err(response) => *response,
    }
}

async fn read(State(house): Shared, request: Request) -> Response {
    match body(&house, request).await {
        Ok((asked, _)) => at_the_desk(&house, "read", asked).await,
        Err(response) => *response,
    }
}

async fn turns(State(house): Shared, request: Request) -> Response {
    match body(&house, request).await {
        Ok((asked, _)) => at_the_desk(&house, "turns", asked).await,
        Err(response) => *response,
    }
}

/// Simulates, so in its turn.
async fn differences(State(house): Shared, request: Request) -> Response {
    let (asked, lang) = match body(&house, request).await {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let lang = lang.unwrap_or(house.lang);
    if asked["draws"].as_u64().is_some_and(|draws| draws > MOMENT) {
        return reply::error(&too_many(&asked["draws"]), lang);
    }
    let asked = desks("differences", asked);
    match house.ask(move |stop| Ok(Desk::new().call_until(&asked, stop))).await {
        Ok(answer) => desk_answer(&answer),
        Err(missed) => reply::missed(&missed, lang),
    }
}

fn too_many(found: &Value) -> Error {
    Problem::new(say::LiveTooManyDraws { limit: MOMENT as usize })
        .key("draws")
        .found(found.to_string())
        .into()
}

async fn begin(State(house): Shared, request: Request) -> Response {
    let (mut asked, told) = match body(&house, request).await {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let lang = told.unwrap_or(house.lang);
    asked.as_object_mut().map(|own| own.remove("lang"));
    let asked = match serde_json::from_value::<Asked>(asked) {
        Ok(asked) => asked,
        Err(error) => return unread(StatusCode::UNPROCESSABLE_ENTITY, error.to_string(), lang),
    };
    let run = match beside(move || Run::new(asked, lang)).await {
        Ok(run) => run,
        Err(error) => return reply::error(&error, lang),
    };
    let Some(run) = house.begin(run) else { return reply::busy(lang) };
    tokio::spawn(events::wait_for_looks(run.clone()));
    let mut response = reply::json(StatusCode::CREATED, &json!({ "id": run.id, "draws": run.draws }));
    reply::put(&mut response, header::LOCATION, &format!("/api/v1/runs/{}", run.id));
    response
}

async fn give_up(State(house): Shared, Path(id): Path<String>, uri: Uri) -> Response {
    match known(&house, &id, &uri) {
        Ok(_) => {
            house.shelf.give_up(Some(&id));
            StatusCode::NO_CONTENT.into_response()
        }
        Err(response) => *response,
    }
}

async fn told(State(house): Shared, Path(id): Path<String>, uri: Uri) -> Response {
    match known(&house, &id, &uri) {
        Ok((run, _)) => events::events(run).into_response(),
        Err(response) => *response,
    }
}

async fn file(State(house): Shared, Path((id, name)): Path<(String, String)>, uri: Uri) -> Response {
    let Some((name, kind)) = FILES.into_iter().find(|(own, _)| *own == name) else {
        return nothing_here(State(house), uri).await;
    };
    let (run, lang) = match known(&house, &id, &uri) {
        Ok(run) => run,
        Err(response) => return *response,
    };
    if name == SCENARIO {
        return match run.setting.toml() {
            Ok(text) => reply::file(name, kind, text.into_bytes()),
            Err(error) => reply::error(&error, lang),
        };
    }
    let drawn = match drawn(&house, &run, lang).await {
        Ok(drawn) => drawn,
        Err(response) => return *response,
    };
    match beside(move || files::file(&run, &drawn, (name, lang))).await {
        Ok(content) => reply::file(name, kind, content),
        Err(error) => reply::error(&error, lang),
    }
}

async fn compare(State(house): Shared, uri: Uri) -> Response {
    let asked = async || -> Found<_> {
        let one = |name: &str| known(&house, query(&uri, name).unwrap_or_default(), &uri);
        let [(a, lang), (b, _)] = [one("a")?, one("b")?];
        let [first, second] = [drawn(&house, &a, lang).await?, drawn(&house, &b, lang).await?];
        Ok(([(a, first), (b, second)], lang))
    };
    let (runs, lang) = match asked().await {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    match house.ask(move |stop| compared(&runs, lang, stop)).await {
        Ok(found) => reply::json(StatusCode::OK, &found),
        Err(missed) => reply::missed(&missed, lang),
    }
}

/// The run of an id, and the language asked for. What another version of the program, or one that is closed, called by an id
/// is not known here.
fn known(house: &House, id: &str, uri: &Uri) -> Found<(Arc<Run>, Lang)> {
    let lang = lang(uri, house)?;
    match house.shelf.run(id) {
        Some(run) => Ok((run, lang)),
        None => Err(Box::new(reply::wrong(StatusCode::NOT_FOUND, say::SERVE_NO_SUCH_RUN, lang))),
    }
}

/// The draws of a run that is done: those that are kept, else simulated anew, in their turn.
async fn drawn(house: &Arc<House>, run: &Arc<Run>, lang: Lang) -> Found<Arc<Session>> {
    let wrong = |status, why| Err(Box::new(reply::wrong(status, why, lang)));
    match (house.shelf.draws_of(run), run.ended()) {
        (Some(kept), _) => Ok(kept),
        (None, None) => wrong(StatusCode::CONFLICT, say::SERVE_NOT_DONE),
        (None, Some(End::Done)) => {
            house.draw_again(run).await.map_err(|missed| Box::new(reply::missed(&missed, lang)))
        }
        (None, Some(_)) => wrong(StatusCode::NOT_FOUND, say::SERVE_NO_SUCH_RUN),
    }
}

/// The language that is asked for.
fn lang(uri: &Uri, house: &House) -> Found<Lang> {
    query(uri, "lang").map_or(Ok(house.lang), |word| of_word(word).map_err(|own| reply_to(&own, house.lang)))
}

fn of_word(word: &str) -> crate::Result<Lang> {
    let problem =
        || Problem::new(say::INVALID_VALUE).key("lang").found(word).allowed(Text::same("nb, nn, en"));
    Lang::from_str(word).map_err(|_| problem().into())
}

fn reply_to(error: &Error, lang: Lang) -> Box<Response> {
    Box::new(reply::error(error, lang))
}

fn query<'a>(uri: &'a Uri, name: &str) -> Option<&'a str> {
    word(uri.query().unwrap_or_default(), name)
}

/// The JSON that is sent, and the language in it.
async fn body(house: &House, request: Request) -> Found<(Value, Option<Lang>)> {
    let asked = lang(request.uri(), house)?;
    let refuse = |status, why| Box::new(reply::wrong(status, why, asked));
    if !is_json(request.headers()) {
        return Err(refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE, say::SERVE_ONLY_JSON));
    }
    let bytes = axum::body::to_bytes(request.into_body(), LONGEST).await;
    let bytes = bytes.map_err(|_| refuse(StatusCode::PAYLOAD_TOO_LARGE, say::SERVE_TOO_LONG))?;
    let mut value: Value = serde_json::from_slice(&bytes)
        .map_err(|e| Box::new(unread(StatusCode::BAD_REQUEST, e.to_string(), asked)))?;
    let Some(own) = value.as_object_mut() else {
        return Err(Box::new(unread(StatusCode::UNPROCESSABLE_ENTITY, value.to_string(), asked)));
    };
    let told = match own.get("lang") {
        None | Some(Value::Null) => None,
        Some(Value::String(word)) => Some(of_word(word).map_err(|e| reply_to(&e, asked))?),
        Some(other) => {
            return Err(Box::new(unread(StatusCode::UNPROCESSABLE_ENTITY, other.to_string(), asked)));
        }
    };
    let lang = told.unwrap_or(asked);
    own.insert("lang".into(), crate::report::html::code(lang).into());
    Ok((value, Some(lang)))
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|own| own.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|own| own.trim().eq_ignore_ascii_case("application/json"))
}

fn unread(status: StatusCode, found: String, lang: Lang) -> Response {
    let problem = crate::live::desk::problem(&Problem::new(say::SERVE_UNREAD).found(found).into(), lang);
    reply::json(status, &problem)
}

/// What the page's own desk is asked.
fn desks(call: &str, mut asked: Value) -> Vec<u8> {
    if let Some(own) = asked.as_object_mut() {
        own.insert("call".into(), call.into());
    }
    asked.to_string().into_bytes()
}

/// Answered by the same code as in the file.
async fn at_the_desk(house: &House, call: &str, asked: Value) -> Response {
    let asked = desks(call, asked);
    match beside(move || Ok(Desk::new().call(&asked))).await {
        Ok(answer) => desk_answer(&answer),
        Err(error) => reply::error(&error, house.lang),
    }
}

fn desk_answer(answer: &[u8]) -> Response {
    let line = answer.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let value: Value = serde_json::from_slice(line).unwrap_or_default();
    let status = match value.get("problem") {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    reply::json(status, &value)
}

/// Does something that takes a while on a thread beside those that answer.
async fn beside<R: Send + 'static>(
    work: impl FnOnce() -> crate::Result<R> + Send + 'static,
) -> crate::Result<R> {
    let left = |e: tokio::task::JoinError| Err(Error::Internal { what: e.to_string() });
    tokio::task::spawn_blocking(work).await.unwrap_or_else(left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::session::MOST_DRAWS;
    use crate::scenario::embedded;
    use std::collections::BTreeSet;

    #[test]
    fn the_description_tells_of_every_route_and_of_no_other() {
        let told: Value = serde_json::from_str(OPENAPI).unwrap();
        let paths = told["paths"].as_object().unwrap();
        let told: BTreeSet<(String, String)> = paths
            .iter()
            .flat_map(|(path, own)| {
                let methods = own.as_object().unwrap().keys().filter(|own| *own != "parameters");
                methods.map(|method| (method.clone(), path.clone()))
            })
            .collect();
        let own = table().into_iter().map(|(method, path, _)| (method.to_string(), path.to_string()));
        assert_eq!(told, own.collect());
    }

    #[test]
    fn the_description_names_files_scenarios_and_limits() {
        let told: Value = serde_json::from_str(OPENAPI).unwrap();
        let schemas = &told["components"]["schemas"];
        assert_eq!(schemas["Scenario"]["enum"], json!(embedded::SCENARIOS));
        let moment = &schemas["Moment"]["properties"]["draws"];
        assert_eq!(moment["maximum"], json!(MOMENT));
        assert_eq!(schemas["Asked"]["properties"]["draws"]["maximum"], json!(MOST_DRAWS));
        let parameters = told["paths"]["/api/v1/runs/{id}/{file}"]["get"]["parameters"].as_array().unwrap();
        let file = parameters.iter().find(|own| own["name"] == "file").unwrap();
        assert_eq!(file["schema"]["enum"], json!(FILES.map(|(name, _)| name)));
    }
}

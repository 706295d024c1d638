//! `bpasim serve`, asked over the loopback as any program may ask: who is answered, what is refused, and that the figures are
//! those of the command line.

use crate::program::{bpasim, command, refused};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(120);

struct Server {
    process: Child,
    port: u16,
    token: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// A refusal: its words.
    #[track_caller]
    fn refused(&self, status: u16) -> String {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.body));
        self.json()["problem"].as_str().expect("words").to_string()
    }
}

impl Server {
    fn start(dir: &Path) -> Server {
        let mut serve = command();
        serve.current_dir(dir).args(["serve", "--lang", "en"]).stdout(Stdio::piped());
        let mut process = serve.spawn().expect("the program starts");
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().expect("a pipe")).read_line(&mut line).expect("a line");
        let link = line.split_once("http://127.0.0.1:").expect("a link").1.trim();
        let (port, token) = link.split_once("/?token=").expect("a token");
        Server { port: port.parse().expect("a port"), token: token.into(), process }
    }

    /// Sends a request as it is and gives the connection.
    fn send(&self, head: &str, body: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        let length = body.len();
        let end = format!("Connection: close\r\nContent-Length: {length}\r\n\r\n{body}");
        stream.write_all(format!("{head}\r\n{end}").as_bytes()).expect("sent");
        stream
    }

    fn head(&self, method: &str, path: &str) -> String {
        format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nX-Bpasim-Token: {}\r\nContent-Type: application/json",
            self.port, self.token
        )
    }

    fn ask(&self, method: &str, path: &str, body: &str) -> Answer {
        answer(self.send(&self.head(method, path), body))
    }

    /// Begins a run and gives its id.
    #[track_caller]
    fn begin(&self, body: &str) -> String {
        let answer = self.ask("POST", "/api/v1/runs", body);
        assert_eq!(answer.status, 201, "{}", String::from_utf8_lossy(&answer.body));
        answer.json()["id"].as_str().expect("an id").to_string()
    }

    fn events(&self, id: &str) -> Events {
        Events(BufReader::new(self.send(&self.head("GET", &format!("/api/v1/runs/{id}/events?lang=en")), "")))
    }
}

fn answer(mut stream: TcpStream) -> Answer {
    let mut all = Vec::new();
    stream.read_to_end(&mut all).expect("an answer");
    let end = all.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8(all[..end].to_vec()).expect("text");
    let status = head.split(' ').nth(1).expect("a status").parse().expect("a number");
    Answer { status, head: head.to_lowercase(), body: all[end + 4..].to_vec() }
}

/// Events as they come.
struct Events(BufReader<TcpStream>);

impl Iterator for Events {
    type Item = (String, Value);

    fn next(&mut self) -> Option<(String, Value)> {
        let mut event = String::new();
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).expect("a line") == 0 {
                return None;
            }
            if let Some(name) = line.strip_prefix("event: ") {
                event = name.trim().to_string();
            } else if let Some(data) = line.strip_prefix("data: ") {
                return Some((event, serde_json::from_str(data).expect("JSON")));
            }
        }
    }
}

const SHORT: &str = r#"{"setting":{"scenario":"oslo","sets":["financing.B.refund.rate=0.95"]},"draws":8}"#;
/// More than is done while a test asks.
const LONG: &str = r#"{"setting":{"scenario":"national"},"draws":2000,"lang":"en"}"#;

#[test]
fn who_says_nothing_is_shown_out() {
    let place = tempfile::tempdir().expect("folder");
    let server = Server::start(place.path());
    // More than there are places: the last ones are let in when the first have gone.
    let silent: Vec<TcpStream> = (0..200)
        .map(|number| {
            let mut stream = TcpStream::connect(("127.0.0.1", server.port)).expect("the server listens");
            stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
            if number % 2 == 0 {
                stream.write_all(b"GET / HTTP/1.1\r\nHost: 127").expect("sent");
            }
            stream
        })
        .collect();
    assert_eq!(server.ask("GET", "/api/v1/catalogue", "").status, 200);
    for mut stream in silent {
        let mut told = Vec::new();
        stream.read_to_end(&mut told).expect("the server ends the connection");
        assert!(told.is_empty() || told.starts_with(b"HTTP/1.1 408"), "{}", String::from_utf8_lossy(&told));
    }
}

#[test]
fn only_the_page_of_the_link_is_answered() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Server::start(dir.path());
    let (port, token) = (server.port, &server.token);
    let page = server.ask("GET", &format!("/?token={token}"), "");
    assert_eq!(page.status, 200);
    let text = String::from_utf8(page.body).expect("text");
    assert!(text.contains(&format!("<meta name=\"bpasim-token\" content=\"{token}\">")), "{text}");
    for header in [
        "content-security-policy: default-src 'none'; script-src ",
        "x-content-type-options: nosniff",
        "referrer-policy: no-referrer",
        "cache-control: no-store",
    ] {
        assert!(page.head.contains(header), "{}", page.head);
    }
    assert!(!page.head.contains("access-control"), "{}", page.head);

    let with = |host: &str, more: &str| {
        let head = format!("GET /api/v1/catalogue HTTP/1.1\r\nHost: {host}{more}");
        answer(server.send(&head, ""))
    };
    let own = format!("127.0.0.1:{port}");
    let token = format!("\r\nX-Bpasim-Token: {token}");
    assert!(with("evil.example", &token).refused(403).contains("link"));
    assert!(with("127.0.0.1", &token).refused(403).contains("link"));
    assert!(with(&own, "").refused(403).contains("token"));
    assert!(with(&own, "\r\nX-Bpasim-Token: 0").refused(403).contains("token"));
    let origin = |from: &str| with(&own, &format!("{token}\r\nOrigin: {from}"));
    assert!(origin("http://evil.example").refused(403).contains("another web page"));
    assert!(origin("null").refused(403).contains("another web page"));
    assert_eq!(origin(&format!("http://localhost:{port}")).status, 200);
    assert_eq!(server.send("GET / HTTP/1.1", "").read(&mut [0; 12]).expect("an answer"), 12);
    assert_eq!(answer(server.send(&format!("GET / HTTP/1.1\r\nHost: {own}"), "")).status, 403);
}

#[test]
fn what_cannot_be_asked_is_refused_in_words() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Server::start(dir.path());
    let post = |path: &str, body: &str| server.ask("POST", &format!("/api/v1/{path}"), body);
    assert!(post("check", &" ".repeat(64 * 1024 + 1)).refused(413).contains("64 kB"));
    assert!(post("check", "{").refused(400).contains("cannot be read"));
    assert!(post("check", "[]").refused(422).contains("cannot be read"));
    post("check", r#"{"setting":{},"lang":"se"}"#).refused(422);
    assert!(post("runs", r#"{"setting":{"scenario":"/etc/passwd"}}"#).refused(422).contains("oslo"));
    assert!(post("runs", r#"{"setting":{"sets":["fill_grnt=1"]}}"#).refused(422).contains("fill_grant"));
    assert!(post("runs", r#"{"setting":{"municipality":"../../x"}}"#).refused(422).contains("municipality"));
    post("runs", r#"{"setting":{},"draws":1}"#).refused(422);
    post("runs", r#"{"setting":{},"path":"/tmp"}"#).refused(422);
    let told = post("read", r#"{"fragment":"v=1&nonsense=1"}"#).json();
    assert!(
        told["told"]["problems"][0]["text"].as_str().is_some_and(|text| text.contains("nonsense")),
        "{told:#}"
    );
    let head = server.head("POST", "/api/v1/check").replace("application/json", "text/plain");
    answer(server.send(&head, "{}")).refused(415);
    for path in
        ["/x", "/api/v1", "/api/v1/runs/x/y/z", "/../../etc/passwd", "/api/v1/runs/x/..%2f..%2fCargo.toml"]
    {
        server.ask("GET", path, "").refused(404);
    }
    for path in ["/api/v1/runs/x/events", "/api/v1/runs/x/summary.csv", "/api/v1/compare?a=x&b=y"] {
        assert!(server.ask("GET", path, "").refused(404).contains("start it again"), "{path}");
    }
    server.ask("DELETE", "/api/v1/runs/x", "").refused(404);
    server.ask("PUT", "/api/v1/runs", "").refused(405);
    let norwegian = server.ask("GET", "/x?lang=nn", "").refused(404);
    assert_eq!(norwegian, "her er ingenting");
}

#[test]
fn a_run_to_its_end_has_the_files_of_the_command_that_it_tells() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Server::start(dir.path());
    let id = server.begin(SHORT);
    let events: Vec<(String, Value)> = server.events(&id).collect();
    let (last, answers) = events.split_last().expect("events");
    assert_eq!(last.0, "done");
    assert!(answers.iter().all(|(name, _)| name == "answer"), "{answers:?}");
    let told = &answers.last().expect("an answer").1;
    assert_eq!(told["draws"], 8);
    // Who asks again is answered at once, and asks for no other run.
    assert_eq!(server.begin(SHORT), id);
    assert_eq!(server.events(&id).count(), 2);

    let words = told["command"].as_str().expect("a command").strip_prefix("bpasim ").expect("the program");
    let written = bpasim(dir.path(), &format!("{words} --lang en --docx --out own"));
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let get = |name: &str| server.ask("GET", &format!("/api/v1/runs/{id}/{name}"), "");
    let file = |name: &str| std::fs::read(dir.path().join("own").join(name)).expect(name);
    for name in ["summary.csv", "report.html", "report.docx", "results.xlsx"] {
        let got = get(name);
        assert_eq!(got.status, 200);
        assert!(got.head.contains(&format!("attachment; filename=\"{name}\"")), "{}", got.head);
        assert!(got.body == file(name), "{name} is another file");
    }
    let [got, own]: [Value; 2] =
        [get("run.json").json(), serde_json::from_slice(&file("run.json")).expect("JSON")];
    for key in ["fingerprint", "run", "run_id", "repeat", "draws", "seed", "changes"] {
        assert_eq!(got[key], own[key], "{key}");
    }
    let scenario = String::from_utf8(get("scenario.toml").body).expect("text");
    std::fs::write(dir.path().join("mine.toml"), &scenario).expect("written");
    let again = bpasim(dir.path(), "run mine.toml --draws 6 --no-report --out again");
    assert!(again.status.success(), "{scenario}\n{}", String::from_utf8_lossy(&again.stderr));
    let table = |folder: &str| std::fs::read(dir.path().join(folder).join("summary.csv")).expect("a table");
    assert!(table("again") == table("own"), "the file of the scenario is another scenario");

    let other = server.begin(r#"{"setting":{"scenario":"oslo"},"draws":8}"#);
    assert_eq!(server.events(&other).last().expect("events").0, "done");
    let compared = server.ask("GET", &format!("/api/v1/compare?a={other}&b={id}&lang=en"), "").json();
    assert_eq!(compared["comparison"]["changes"][0]["key"], "financing.B.refund.rate");
    assert!(compared["html"].as_str().is_some_and(|html| html.contains("<table")));

    // Two newer runs take the place of its draws in memory: whoever still shows it gets the same file.
    for seed in [2, 3] {
        let newer = server.begin(&format!(r#"{{"setting":{{"scenario":"oslo","seed":{seed}}},"draws":8}}"#));
        assert_eq!(server.events(&newer).last().expect("events").0, "done");
    }
    let got = get("summary.csv");
    assert_eq!(got.status, 200, "{}", String::from_utf8_lossy(&got.body));
    assert!(got.body == file("summary.csv"), "drawn again it is another file");
    let none = std::fs::read_dir(dir.path()).expect("a folder").count();
    assert_eq!(none, 3, "the server wrote something");
}

#[test]
fn a_run_ends_when_it_is_given_up_when_nobody_looks_and_when_its_page_asks_for_another() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Server::start(dir.path());
    let long = |seed: u64, page: &str| {
        LONG.replace("\"draws\"", &format!("\"page\":\"{page}\",\"draws\""))
            .replace("\"scenario\"", &format!("\"seed\":{seed},\"scenario\""))
    };
    // A short run that begins only when the long one has ended tells how soon that was.
    let soon = |seed: u64| {
        let started = Instant::now();
        let id = server.begin(&format!(r#"{{"setting":{{"scenario":"oslo","seed":{seed}}},"draws":2}}"#));
        assert_eq!(server.events(&id).last().expect("events").0, "done");
        assert!(started.elapsed() < PATIENCE / 4, "{:?}", started.elapsed());
    };
    let id = server.begin(&long(11, "a"));
    let mut events = server.events(&id);
    assert_eq!(events.next().expect("an answer").0, "answer");
    assert_eq!(server.ask("GET", &format!("/api/v1/runs/{id}/summary.csv"), "").status, 409);
    assert_eq!(server.ask("DELETE", &format!("/api/v1/runs/{id}"), "").status, 204);
    assert_eq!(events.last().expect("an end").0, "stopped");
    server.ask("GET", &format!("/api/v1/runs/{id}/events"), "").refused(404);
    soon(21);
    // A tab that is closed.
    let id = server.begin(&long(12, "a"));
    assert_eq!(server.events(&id).next().expect("an answer").0, "answer");
    soon(22);
    // A dial that is moved on.
    let id = server.begin(&long(13, "a"));
    let mut events = server.events(&id);
    assert_eq!(events.next().expect("an answer").0, "answer");
    let next = server.begin(&long(14, "a"));
    assert_eq!(events.last().expect("an end").0, "stopped");
    assert_eq!(server.events(&next).next().expect("an answer").0, "answer");
    soon(23);
}

#[test]
fn one_is_simulated_and_a_few_wait_and_the_rest_come_back() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Server::start(dir.path());
    let long = |seed: u64| LONG.replace("\"scenario\"", &format!("\"seed\":{seed},\"scenario\""));
    let first = server.begin(&long(1));
    let mut events = server.events(&first);
    assert_eq!(events.next().expect("an answer").0, "answer");
    let waiting: Vec<String> = (2..6).map(|seed| server.begin(&long(seed))).collect();
    let refused = server.ask("POST", "/api/v1/runs", &long(6));
    assert!(refused.refused(503).contains("again in a moment"));
    assert!(refused.head.contains("retry-after: 1"), "{}", refused.head);
    // One that is given up makes place.
    assert_eq!(server.ask("DELETE", &format!("/api/v1/runs/{}", waiting[0]), "").status, 204);
    server.begin(&long(6));
}

#[test]
fn only_the_machine_itself_is_listened_to_and_a_port_has_one_server() {
    let dir = tempfile::tempdir().expect("a folder");
    for host in ["0.0.0.0", "::", "192.168.1.1", "127.0.0.2"] {
        let told = bpasim(dir.path(), &format!("serve --lang en --host {host}"));
        refused(&told, 2, &["--host: only this machine", host, "127.0.0.1, ::1"]);
    }
    refused(&bpasim(dir.path(), "serve --host example.org"), 2, &["--host", "127.0.0.1, ::1"]);
    let server = Server::start(dir.path());
    let told = bpasim(dir.path(), &format!("serve --lang en --port {}", server.port));
    refused(&told, 2, &["--port: the port is taken", &server.port.to_string()]);
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_at_once_and_well() {
    use nix::sys::signal::{Signal, kill};
    let dir = tempfile::tempdir().expect("a folder");
    let mut server = Server::start(dir.path());
    let id = server.begin(LONG);
    let mut events = server.events(&id);
    assert_eq!(events.next().expect("an answer").0, "answer");
    let started = Instant::now();
    let process = nix::unistd::Pid::from_raw(i32::try_from(server.process.id()).expect("a number"));
    kill(process, Signal::SIGINT).expect("a signal");
    assert_eq!(server.process.wait().expect("an end").code(), Some(0));
    assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
    assert_eq!(std::fs::read_dir(dir.path()).expect("a folder").count(), 0);
}

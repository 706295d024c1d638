//! The page as a server on the user's own machine: the same answers as in the file, from the engine with all its threads, and
//! the files of a run.
//!
//! It listens on the loopback alone, and answers nobody who lacks the token of the link that it prints (`guard`). What can be
//! asked stands in `routes`, how many may ask at once in `door`, and for others' programs in `openapi.json`. A setting becomes a
//! run (`run`), which is simulated in steps (`simulate`) by one thread at a time, while a few wait (`queue`) and the rest are
//! asked to come back. Whoever looks is told of every step (`events`); runs that are done are kept for a while (`shelf`), with
//! the files that the command line would write (`files`). Nothing is written to the disk, and no path that is asked for opens a
//! file.

mod compare;
mod door;
mod events;
mod files;
mod guard;
mod house;
mod page;
mod queue;
mod reply;
mod routes;
mod run;
mod shelf;
mod simulate;

use crate::error::{Error, Problem, Result};
use crate::text::{Lang, say};
use guard::Guard;
use house::House;
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use tokio::sync::Notify;

/// How many answers may be made at once beside what is simulated: each takes a thread.
const BESIDE: usize = 4;

/// Where the server listens, and in which language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServeRequest {
    /// The machine's own address; none other is taken.
    pub host: IpAddr,
    /// The port; 0 is a free one.
    pub port: u16,
    /// The language of page and messages, where none is asked for.
    pub lang: Lang,
}

impl Default for ServeRequest {
    fn default() -> Self {
        ServeRequest { host: Ipv4Addr::LOCALHOST.into(), port: 0, lang: Lang::default() }
    }
}

/// A server that listens.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    house: Arc<House>,
    closing: Arc<Notify>,
}

impl Server {
    /// Listens, on the machine's own address only.
    pub fn listen(request: &ServeRequest) -> Result<Server> {
        if ![IpAddr::from(Ipv4Addr::LOCALHOST), Ipv6Addr::LOCALHOST.into()].contains(&request.host) {
            let problem = Problem::new(say::SERVE_ONLY_HERE).key("--host").found(request.host.to_string());
            return Err(problem.allowed(crate::text::Text::same("127.0.0.1, ::1")).into());
        }
        let asked = SocketAddr::new(request.host, request.port);
        let listener = TcpListener::bind(asked).map_err(|e| refused(asked, e))?;
        let address = listener.local_addr().map_err(|e| refused(asked, e))?;
        let guard = Guard::new(address, guard::token()?);
        let house = Arc::new(House::new(guard, request.lang));
        Ok(Server { listener, address, house, closing: Arc::default() })
    }

    /// The link to the page, with the token in it.
    pub fn link(&self) -> String {
        format!("http://{}/?token={}", self.address, self.house.guard.token())
    }

    /// What closes the server.
    pub fn closer(&self) -> impl Fn() + Send + 'static {
        let closing = self.closing.clone();
        move || closing.notify_one()
    }

    /// Answers until it is closed.
    pub fn serve(self) -> Result<()> {
        let Server { listener, address, house, closing } = self;
        let failed = |e: std::io::Error| refused(address, e);
        house.open()?;
        listener.set_nonblocking(true).map_err(failed)?;
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.max_blocking_threads(BESIDE).enable_all().build().map_err(failed)?;
        let done = runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).map_err(failed)?;
            let router = routes::router(house.clone());
            tokio::spawn(door::keep(listener, router));
            closing.notified().await;
            Ok(())
        });
        house.close();
        // Whoever still reads is not waited for.
        runtime.shutdown_background();
        done
    }
}

/// The system does not let the server listen.
fn refused(address: SocketAddr, source: std::io::Error) -> Error {
    match source.kind() {
        ErrorKind::AddrInUse => {
            let problem = Problem::new(say::SERVE_PORT_TAKEN).key("--port");
            problem.found(address.port().to_string()).allowed(say::SERVE_PORT_FREE).into()
        }
        _ => Error::system(say::ServeCannotListen { at: address.to_string() }, source),
    }
}

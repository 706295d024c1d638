//! `serve`: the page that is turned, as a server on the user's own machine.

use super::console::{browse, print};
use crate::error::Result;
use crate::serve::{ServeRequest, Server};
use crate::text::{Lang, say};
use clap::Args;
use std::net::{IpAddr, Ipv4Addr};

/// Options of `serve`.
#[derive(Args, Clone, Debug)]
pub struct ServeArgs {
    #[arg(long, default_value = "127.0.0.1", value_parser = host)]
    pub host: IpAddr,
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    #[arg(long)]
    pub open: bool,
}

/// `--host` as written.
fn host(text: &str) -> std::result::Result<IpAddr, String> {
    if text.eq_ignore_ascii_case("localhost") {
        return Ok(Ipv4Addr::LOCALHOST.into());
    }
    text.trim_matches(['[', ']']).parse().map_err(|_| format!("«{text}»: 127.0.0.1, ::1"))
}

/// Answers until Ctrl-C, which is how it is meant to end.
pub fn run(args: &ServeArgs, lang: Lang) -> Result<()> {
    let server = Server::listen(&ServeRequest { host: args.host, port: args.port, lang })?;
    // Fails only if a handler is set already, as in tests that run twice in one process.
    let _ = ctrlc::set_handler(server.closer());
    let link = server.link();
    print(&format!("{}\n", lang.say(say::ServeLink { link: &*link })))?;
    if args.open {
        browse(&link)?;
    }
    server.serve()
}

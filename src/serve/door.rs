//! Who comes in: no more connections at once than there are places, and each must say soon what it asks. A program that opens
//! connections and says nothing, or a word a minute, is shown out.

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// Connections at once; a page has half a dozen.
const PLACES: usize = 128;
/// So long a request's head, or the next request on a connection, is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// So long the system is left alone when it has no connection to give, such as where too many files are open.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers whoever comes, for ever.
pub async fn keep(listener: TcpListener, router: Router) {
    let places = Arc::new(Semaphore::new(PLACES));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    while let Ok(place) = places.clone().acquire_owned().await {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        let connection =
            http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        tokio::spawn(async move {
            // Whoever breaks off gets no answer, and nobody else is told.
            let _ = connection.await;
            drop(place);
        });
    }
}

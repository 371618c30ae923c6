//! `minishop serve`: starts every part, accepts connections within limits, stops gracefully.

use crate::announce::announce;
use crate::app::{self, App};
use crate::cli::Serve;
use crate::db::Db;
use crate::desk::live::Bell;
use crate::desk::webhook::{self, Webhooks};
use crate::error::Failure;
use crate::extract::TrustProxy;
use crate::guard::Guard;
use crate::media::Media;
use crate::orders::till::Till;
use crate::password::Passwords;
use crate::visits::Visits;
use crate::{orders, routes, sellers};
use axum::Router;
use axum::extract::ConnectInfo;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::ServiceExt;

/// A request's headers must have come in this time: slow senders do not hold connections.
const HEADERS_WITHIN: Duration = Duration::from_secs(15);
/// Bytes of a request's headers at most.
const MAX_HEADERS: usize = 32 * 1024;
/// After the signal to stop, open requests may finish in this time.
const STOP_WITHIN: Duration = Duration::from_secs(20);

/// Serves until SIGINT or SIGTERM.
pub async fn run(options: Serve) -> Result<(), Failure> {
    log(options.log_json);
    let metrics = metrics_exporter_prometheus::PrometheusBuilder::new()
        .install_recorder()
        .map_err(|error| Failure::Broken(error.to_string()))?;
    let db = Db::open(&options.data.dir, options.max_batch).await?;
    let app = App {
        till: Till::open(db.write.clone(), options.max_batch),
        media: Media::open(&options.data.dir)?,
        guard: Arc::new(Guard::default()),
        passwords: Arc::new(Passwords::new()),
        secret: app::secret(&db).await?,
        public_url: options.public_url.as_deref().map(|url| Arc::from(url.trim_end_matches('/'))),
        visits: Visits::default(),
        webhooks: Webhooks::new(options.allow_local_webhooks, options.webhook_backoff_ms)?,
        bell: Bell::default(),
        db,
    };
    let sweeper = tokio::spawn(orders::expire::sweep(app.clone(), options.sweep_seconds));
    let leaver = tokio::spawn(sellers::expire::sweep(app.clone(), options.sweep_seconds));
    let sender = tokio::spawn(webhook::run(app.clone()));
    let counter = tokio::spawn(app.visits.clone().keep(app.db.clone()));
    let mut router = routes::router(app.clone(), metrics);
    if options.trust_proxy {
        router = router.layer(axum::Extension(TrustProxy));
    }
    let listener = TcpListener::bind(options.listen).await?;
    let listen = listener.local_addr()?;
    if !app.https() && !listen.ip().is_loopback() {
        tracing::warn!(
            "sellers sign in over plain http: whoever listens on the network can read it; use https and --public-url"
        );
    }
    announce(&app, &options.data.dir, listen).await?;
    accept(listener, router, &app.bell, options.max_connections).await?;
    sweeper.abort();
    leaver.abort();
    counter.abort();
    sender.abort();
    app.visits.write(&app.db).await?;
    app.db.close().await;
    tracing::info!("stopped");
    Ok(())
}

fn log(json: bool) {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_env("MINISHOP_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if json { log.json().init() } else { log.compact().init() }
}

async fn accept(
    listener: TcpListener,
    router: Router,
    bell: &Bell,
    max_connections: usize,
) -> Result<(), Failure> {
    let places = Arc::new(Semaphore::new(max_connections));
    let graceful = GracefulShutdown::new();
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN).max_buf_size(MAX_HEADERS);
    builder.http2().timer(TokioTimer::new()).max_header_list_size(MAX_HEADERS as u32);
    let mut stop = std::pin::pin!(stop_signal());
    loop {
        let place = tokio::select! {
            place = places.clone().acquire_owned() => place,
            () = &mut stop => break,
        };
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Too many open files, or a connection that ended at once: the next one may be well.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let served = connection(&builder, &router, stream, peer);
        let watched = graceful.watch(served);
        tokio::spawn(async move {
            // A peer that went away is no fault of ours.
            let _ = watched.await;
            drop(place);
        });
    }
    drop(listener);
    // Desks listen until told otherwise; everybody else's request ends by itself.
    bell.stop();
    tracing::info!("stopping: no new connections, open requests may finish");
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(STOP_WITHIN) => tracing::warn!("some requests did not finish in time"),
    }
    Ok(())
}

fn connection(
    builder: &auto::Builder<TokioExecutor>,
    router: &Router,
    stream: TcpStream,
    peer: SocketAddr,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = Box<dyn std::error::Error + Send + Sync>>
+ Send
+ 'static {
    // Answers are small and wanted at once.
    let _ = stream.set_nodelay(true);
    let router = router.clone().map_request(move |mut request: hyper::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        request.map(axum::body::Body::new)
    });
    builder
        .serve_connection_with_upgrades(TokioIo::new(stream), TowerToHyperService::new(router))
        .into_owned()
}

async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let interrupt = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}

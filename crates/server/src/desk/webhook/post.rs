//! One POST to a seller's address: to exactly the machine that was checked, in ten seconds, following nobody elsewhere.

use super::Webhooks;
use super::address::{Target, is_public};
use super::format::Letter;
use crate::error::Failure;
use axum::http::{Request, header};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::task::JoinSet;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// From the first look-up to the last byte.
const WITHIN: Duration = Duration::from_secs(10);
/// Bytes of an answer that are looked at.
const MAX_ANSWER: usize = 4096;

/// What a TLS connection is made with.
pub type Tls = Arc<ClientConfig>;

/// With the authorities the web trusts.
pub fn tls() -> Result<Tls, Failure> {
    trusting(RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() })
}

fn trusting(roots: RootCertStore) -> Result<Tls, Failure> {
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| Failure::Broken(format!("TLS: {error}")))?;
    Ok(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
}

/// The answer's status and the beginning of its body, or one word on why there is none.
pub async fn send(hooks: &Webhooks, url: &str, letter: &Letter) -> Result<(u16, Vec<u8>), &'static str> {
    let target = Target::parse(url, hooks.local)?;
    tokio::time::timeout(WITHIN, deliver(hooks, &target, letter)).await.unwrap_or(Err("timeout"))
}

async fn deliver(hooks: &Webhooks, target: &Target, letter: &Letter) -> Result<(u16, Vec<u8>), &'static str> {
    let found = lookup_host((target.host.as_str(), target.port)).await.map_err(|_| "no_address")?;
    let found: Vec<SocketAddr> = found.collect();
    // One address inside is enough to refuse: a name that points to both is a trick.
    if !hooks.local && found.iter().any(|address| !is_public(address.ip())) {
        return Err("not_public");
    }
    let stream = connect(&found).await?;
    if !target.https {
        return exchange(stream, target, letter).await;
    }
    let name = ServerName::try_from(target.host.clone()).map_err(|_| "no_address")?;
    let stream = TlsConnector::from(hooks.tls.clone()).connect(name, stream).await.map_err(|_| "tls")?;
    exchange(stream, target, letter).await
}

/// To the first of these addresses that answers, and to no other.
async fn connect(addresses: &[SocketAddr]) -> Result<TcpStream, &'static str> {
    for address in addresses {
        if let Ok(stream) = TcpStream::connect(address).await {
            return Ok(stream);
        }
    }
    Err(if addresses.is_empty() { "no_address" } else { "no_connection" })
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    target: &Target,
    letter: &Letter,
) -> Result<(u16, Vec<u8>), &'static str> {
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|_| "no_connection")?;
    // Dropped with this call, and the connection with it.
    let mut driver = JoinSet::new();
    driver.spawn(connection);
    let mut path = target.path.clone();
    if let Some(query) = &letter.query {
        path.push(if path.contains('?') { '&' } else { '?' });
        path.push_str(query);
    }
    let mut request = Request::post(path)
        .header(header::HOST, &target.authority)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, "Minishop-Webhook");
    if let Some(signature) = &letter.signature {
        request = request.header("Minishop-Signature", signature);
    }
    let request = request.body(Full::new(Bytes::from(letter.body.clone()))).map_err(|_| "unknown")?;
    let answer = sender.send_request(request).await.map_err(|_| "no_answer")?;
    let status = answer.status().as_u16();
    let mut body = answer.into_body();
    let mut read = Vec::new();
    while read.len() < MAX_ANSWER
        && let Some(Ok(frame)) = body.frame().await
    {
        if let Some(data) = frame.data_ref() {
            read.extend_from_slice(&data[..data.len().min(MAX_ANSWER - read.len())]);
        }
    }
    Ok((status, read))
}

#[cfg(test)]
mod tests;

//! What handlers take from a request, each refusal a clear problem.

use crate::error::{FieldFault, Problem};
use axum::body::Bytes;
use axum::extract::{ConnectInfo, FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Bytes of a JSON request at most; the largest order (50 lines, every text at its limit) is under 20 KB.
pub const MAX_JSON: usize = 64 * 1024;

/// Bytes of an unwanted body that are read and thrown away at most.
const MAX_DRAINED: usize = 64 * 1024 * 1024;

/// A JSON request body: `application/json`, at most `MAX` bytes, unknown fields refused.
pub struct Body<T, const MAX: usize = MAX_JSON>(pub T);

impl<T: DeserializeOwned, S: Send + Sync, const MAX: usize> FromRequest<S> for Body<T, MAX> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let is_json = content_type(request.headers()).is_some_and(|kind| kind == "application/json");
        if !is_json {
            return Err(Problem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported_type",
                "Send application/json.",
            ));
        }
        let bytes = sized(request, state, MAX).await?;
        let mut reader = serde_json::Deserializer::from_slice(&bytes);
        let value = serde_path_to_error::deserialize(&mut reader).map_err(refusal)?;
        reader.end().map_err(|error| bad_json(&error))?;
        Ok(Self(value))
    }
}

/// The whole body, or 413 as soon as it is longer than `limit` bytes.
pub async fn sized<S: Send + Sync>(mut request: Request, state: &S, limit: usize) -> Result<Bytes, Problem> {
    let too_large = || {
        Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            format!("The request is larger than {limit} bytes."),
        )
        .with("limit", limit)
    };
    let declared =
        request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if declared.is_some_and(|length: usize| length > limit) {
        drain(request.into_body()).await;
        return Err(too_large());
    }
    axum::extract::DefaultBodyLimit::max(limit).apply(&mut request);
    Bytes::from_request(request, state).await.map_err(|error| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => too_large(),
        _ => Problem::new(StatusCode::BAD_REQUEST, "broken_body", "The request ended before it was whole."),
    })
}

/// Lets a sender finish whose body is not wanted: an answer that comes while it is still sending gets lost with the
/// connection. Whoever sends far too much is cut off all the same.
async fn drain(body: axum::body::Body) {
    let mut frames = body.into_data_stream();
    let mut taken = 0;
    while let Some(Ok(bytes)) = frames.next().await {
        taken += bytes.len();
        if taken > MAX_DRAINED {
            return;
        }
    }
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    Some(value.split(';').next().unwrap_or(value).trim())
}

fn bad_json(error: &serde_json::Error) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "bad_json", format!("This is not JSON: {error}."))
}

/// Broken JSON, or a field that is missing, unknown or of the wrong type.
fn refusal(error: serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let path = error.path().to_string();
    let inner = error.into_inner();
    if !inner.is_data() {
        return bad_json(&inner);
    }
    let message = inner.to_string();
    let code = if message.starts_with("unknown field") {
        "unknown"
    } else if message.starts_with("missing field") {
        "required"
    } else {
        "wrong_type"
    };
    Problem::fields(vec![FieldFault { path, code, message }])
}

/// The address a request comes from; behind a trusted proxy the one the proxy saw.
pub struct Source(pub IpAddr);

/// Put into every request when the server runs behind its operator's own proxy.
#[derive(Clone, Copy)]
pub struct TrustProxy;

impl<S: Send + Sync> FromRequestParts<S> for Source {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
        if parts.extensions.get::<TrustProxy>().is_none() {
            return Ok(Self(peer));
        }
        // The last hop is the one our own proxy wrote; whatever stands before it anybody could have sent.
        let forwarded = parts.headers.get_all("x-forwarded-for").iter().next_back();
        let last = forwarded.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
        Ok(Self(last.unwrap_or(peer)))
    }
}

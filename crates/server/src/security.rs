//! Headers every answer carries, and the caching of public ones.

use crate::error::{Failure, Problem};
use crate::mint;
use crate::pages::Pages;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;

/// Seconds a public answer may be shown without asking again, and seconds an old one may be shown while asking.
const PUBLIC: &str = "public, max-age=5, stale-while-revalidate=60";

/// A public JSON answer with an `ETag`; 304 when the caller has it already.
pub fn cached(asked: &HeaderMap, answer: &impl Serialize) -> Result<Response, Problem> {
    let body = serde_json::to_vec(answer).map_err(|error| Failure::Broken(error.to_string()))?;
    // Weak, because the same answer also travels compressed.
    let tag = format!("W/\"{}\"", &mint::hash(&body)[..24]);
    let known = asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|value| value.split(',').any(|one| one.trim() == tag));
    let headers = [(header::ETAG, tag), (header::CACHE_CONTROL, PUBLIC.to_owned())];
    if known {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    let json = [(header::CONTENT_TYPE, "application/json")];
    Ok((headers, json, Body::from(body)).into_response())
}

/// Adds the headers that hold for every answer, and `no-store` where a handler said nothing of caching.
pub async fn headers(State(pages): State<Arc<Pages>>, request: Request, next: Next) -> Response {
    let policy = pages.policy();
    let https = pages.https();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // An order's link is its key: no other site may learn it from a Referer.
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(HeaderName::from_static("permissions-policy"), "camera=(self), microphone=(), geolocation=()");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    if https {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

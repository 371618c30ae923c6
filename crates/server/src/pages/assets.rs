//! The storefront's files, embedded: compressed once when they were built, immutable by their names.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

/// What the storefront's build left in `dist/`.
#[derive(RustEmbed)]
#[folder = "../../dist"]
pub struct Storefront;

const FOREVER: &str = "public, max-age=31536000, immutable";

/// `GET /assets/{file}`
pub async fn get(Path(file): Path<String>, asked: HeaderMap) -> Response {
    let Some(kind) = kind(&file) else { return StatusCode::NOT_FOUND.into_response() };
    let accepts =
        asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let encodings = [("br", ".br"), ("gzip", ".gz"), ("identity", "")];
    for (encoding, ending) in encodings {
        let wanted = ending.is_empty() || accepts.split(',').any(|one| one.trim().starts_with(encoding));
        let Some(found) = Storefront::get(&format!("assets/{file}{ending}")).filter(|_| wanted) else {
            continue;
        };
        let headers = [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, FOREVER),
            (header::VARY, "Accept-Encoding"),
        ];
        let mut response = (headers, found.data).into_response();
        if !ending.is_empty() {
            response
                .headers_mut()
                .insert(header::CONTENT_ENCODING, header::HeaderValue::from_static(encoding));
        }
        return response;
    }
    StatusCode::NOT_FOUND.into_response()
}

fn kind(file: &str) -> Option<&'static str> {
    Some(match file.rsplit('.').next()? {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        _ => return None,
    })
}

//! `GET /media/{hash}/{file}`: a picture's file never changes, so it may be kept for ever.

use super::rendition::Rendition;
use crate::app::App;
use crate::error::Problem;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// One picture in one width and format, such as `/media/{hash}/640.webp`.
#[utoipa::path(get, path = "/media/{hash}/{file}", tag = "pictures",
    params(("hash" = String, Path, description = "SHA-256 of the uploaded file, 64 hex digits"),
        ("file" = String, Path, description = "`320`, `640` or `1080`, a dot, `webp` or `jpg`")),
    responses((status = 200, content_type = "image/webp", body = Vec<u8>),
        (status = 404, body = Problem, description = "`unknown_picture`")))]
pub async fn get(
    State(app): State<App>,
    Path((hash, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let unknown = || Problem::new(StatusCode::NOT_FOUND, "unknown_picture", "There is no such picture.");
    let rendition = Rendition::parse(&file).ok_or_else(unknown)?;
    let bytes = app.media.read(&hash, rendition).await?.ok_or_else(unknown)?;
    let headers = [
        (header::CONTENT_TYPE, rendition.content_type()),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, bytes).into_response())
}

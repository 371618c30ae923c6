//! `POST /desk/photos`: a picture for goods, logo or payment code; what it is for is said when it is used.

use super::seller::Seller;
use crate::app::App;
use crate::catalogue;
use crate::db::Conn;
use crate::error::Problem;
use crate::extract::sized;
use crate::media::MAX_BYTES;
use crate::wire::Photo;
use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(post))
}

/// Stores a picture; the body is the picture itself, judged by what it holds. The same file again is the same photo.
#[utoipa::path(post, path = "/desk/photos", tag = "seller",
    request_body(content = Vec<u8>, content_type = "image/*", description = "JPEG, PNG, WebP or GIF, 20 MB and 40 megapixels at most"),
    responses((status = 201, body = Photo),
        (status = 400, body = Problem, description = "`bad_picture` with a `reason`: `empty`, `unsupported`, `broken` or `too_many_pixels`"),
        (status = 401, body = Problem), (status = 413, body = Problem, description = "`too_large`")))]
pub async fn post(
    State(app): State<App>,
    _: Seller,
    request: Request,
) -> Result<(StatusCode, Json<Photo>), Problem> {
    let bytes = sized(request, &app, MAX_BYTES).await?;
    let picture = app.media.store(bytes).await.map_err(Problem::from)?;
    let photo = Photo::from(&picture);
    app.db
        .write
        .run(move |conn: &mut Conn| Box::pin(async move { catalogue::picture(conn, &picture).await }))
        .await?;
    Ok((StatusCode::CREATED, Json(photo)))
}

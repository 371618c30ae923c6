//! One order, and the pictures its buyer sent of the transfer.

use super::{DeskOrder, read, unknown};
use crate::app::App;
use crate::desk::seller::Seller;
use crate::error::Problem;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

/// One of the shop's orders.
#[utoipa::path(get, path = "/desk/orders/{id}", tag = "seller", params(("id" = String, Path)),
    responses((status = 200, body = DeskOrder), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
) -> Result<Json<DeskOrder>, Problem> {
    // One transaction, so that the version and what stands beside it are of one moment.
    let mut moment = app.db.read.begin().await?;
    let order = read::order(&mut moment, seller.shop, &id).await?;
    moment.commit().await?;
    order.map(Json).ok_or_else(unknown)
}

/// One of the order's pictures.
#[utoipa::path(get, path = "/desk/orders/{id}/proofs/{proof}", tag = "seller",
    params(("id" = String, Path), ("proof" = String, Path)),
    responses((status = 200, content_type = "image/jpeg", body = Vec<u8>), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub async fn proof(
    State(app): State<App>,
    seller: Seller,
    Path((id, proof)): Path<(String, String)>,
) -> Result<impl IntoResponse, Problem> {
    let file: Option<String> = sqlx::query_scalar(
        "SELECT p.file FROM proofs p JOIN orders o ON o.id = p.order_id \
         WHERE p.id = $1 AND o.id = $2 AND o.shop = $3",
    )
    .bind(proof)
    .bind(id)
    .bind(seller.shop)
    .fetch_optional(&app.db.read)
    .await?;
    let unknown = || Problem::new(StatusCode::NOT_FOUND, "unknown_proof", "This order has no such picture.");
    let file = file.ok_or_else(unknown)?;
    let bytes = app.media.read_private(&file).await?.ok_or_else(unknown)?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, no-store")], bytes))
}

//! Pictures of transfers: sent by the buyer, shown to nobody without the order's token.

use super::act::step;
use super::{Order, admit, shown};
use crate::app::App;
use crate::db::Conn;
use crate::desk::live;
use crate::error::{Failure, Problem};
use crate::extract::{Source, sized};
use crate::media::MAX_BYTES;
use crate::{clock, mint};
use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use minishop_core::{Action, Actor};

/// Pictures one order may carry.
pub const MAX_PROOFS: i64 = 5;

/// Sends a picture of the transfer; the body is the picture itself.
#[utoipa::path(post, path = "/orders/{token}/proofs", tag = "buyer",
    params(("token" = String, Path)),
    request_body(content = Vec<u8>, content_type = "image/*", description = "JPEG, PNG, WebP or GIF, 20 MB and 40 megapixels at most"),
    responses((status = 200, body = Order), (status = 400, body = Problem, description = "`bad_picture`, `too_many_proofs`"),
        (status = 409, body = Problem, description = "`not_allowed`"), (status = 413, body = Problem)))]
pub async fn post(
    State(app): State<App>,
    source: Source,
    Path(token): Path<String>,
    request: Request,
) -> Result<Json<Order>, Problem> {
    let id = admit(&app, &source, &token).await?;
    // Asked before the upload is read, so that nobody sends 20 MB in vain; asked again when it is written.
    let order = shown(&app, &id).await?;
    if !order.actions.contains(&Action::SendProof.word()) {
        return Err(Problem::not_allowed(order.status));
    }
    if order.proofs.len() as i64 >= MAX_PROOFS {
        return Err(too_many());
    }
    let bytes = sized(request, &app, MAX_BYTES).await?;
    let file = app.media.store_private(bytes.to_vec()).await.map_err(Problem::from)?;
    let order = id.clone();
    let shop = app.db.write.run(move |conn: &mut Conn| Box::pin(insert(conn, order, file))).await?;
    live::ring(&app, shop);
    Ok(Json(shown(&app, &id).await?))
}

async fn insert(conn: &mut Conn, order: String, file: String) -> Result<i64, Problem> {
    let now = clock::now();
    let shop = step(conn, &order, Actor::Buyer, Action::SendProof, None, now).await?;
    let sent: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM proofs WHERE order_id = $1")
        .bind(&order)
        .fetch_one(&mut *conn)
        .await?;
    if sent >= MAX_PROOFS {
        return Err(too_many());
    }
    sqlx::query("INSERT INTO proofs (id, order_id, file, at) VALUES ($1, $2, $3, $4)")
        .bind(mint::id()?)
        .bind(&order)
        .bind(file)
        .bind(now)
        .execute(conn)
        .await?;
    Ok(shop)
}

fn too_many() -> Problem {
    let detail = format!("An order carries at most {MAX_PROOFS} pictures.");
    Problem::new(StatusCode::BAD_REQUEST, "too_many_proofs", detail)
}

/// One of the order's own pictures.
#[utoipa::path(get, path = "/orders/{token}/proofs/{id}", tag = "buyer",
    params(("token" = String, Path), ("id" = String, Path)),
    responses((status = 200, content_type = "image/jpeg", body = Vec<u8>), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    source: Source,
    Path((token, proof)): Path<(String, String)>,
) -> Result<impl IntoResponse, Problem> {
    let order = admit(&app, &source, &token).await?;
    let file: Option<String> = sqlx::query_scalar("SELECT file FROM proofs WHERE id = $1 AND order_id = $2")
        .bind(proof)
        .bind(order)
        .fetch_optional(&app.db.read)
        .await?;
    let unknown = || Problem::new(StatusCode::NOT_FOUND, "unknown_proof", "This order has no such picture.");
    let bytes = app
        .media
        .read_private(&file.ok_or_else(unknown)?)
        .await
        .map_err(Failure::from)?
        .ok_or_else(unknown)?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, no-store")], bytes))
}

//! `POST /desk/goods/{id}/visible`: on the shelf and off it.

use super::{DeskCard, unknown_goods};
use crate::app::App;
use crate::db::Conn;
use crate::desk::seller::Seller;
use crate::error::Problem;
use crate::extract::Body;
use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    visible: bool,
}

/// Shows goods to buyers or hides them.
#[utoipa::path(post, path = "/desk/goods/{id}/visible", tag = "seller", request_body = Shown, params(("id" = String, Path)),
    responses((status = 200, body = DeskCard), (status = 401, body = Problem), (status = 404, body = Problem, description = "`unknown_goods`")))]
pub async fn post(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(shown): Body<Shown>,
) -> Result<Json<DeskCard>, Problem> {
    Ok(Json(
        app.db
            .write
            .run(move |conn: &mut Conn| {
                Box::pin(async move { write(conn, &seller, &id, shown.visible).await })
            })
            .await?,
    ))
}

async fn write(conn: &mut Conn, seller: &Seller, id: &str, visible: bool) -> Result<DeskCard, Problem> {
    let was: Option<bool> = sqlx::query_scalar("SELECT visible FROM goods WHERE id = $1 AND shop = $2")
        .bind(id)
        .bind(seller.shop)
        .fetch_optional(&mut *conn)
        .await?;
    if was.ok_or_else(unknown_goods)? != visible {
        sqlx::query("UPDATE goods SET visible = $3 WHERE id = $1 AND shop = $2")
            .bind(id)
            .bind(seller.shop)
            .bind(visible)
            .execute(&mut *conn)
            .await?;
        super::touch(conn, seller.shop, id).await?;
    }
    DeskCard::of(conn, seller, id).await
}

//! `POST /desk/goods/order`: goods to another place in the shop.

use super::unknown_goods;
use crate::app::App;
use crate::db::Conn;
use crate::desk::seller::Seller;
use crate::error::Problem;
use crate::extract::Body;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

/// What goes where.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Move {
    goods: String,
    /// The goods it is to stand before; `null` for the end.
    before: Option<String>,
}

/// Moves goods within the seller's order.
#[utoipa::path(post, path = "/desk/goods/order", tag = "seller", request_body = Move,
    responses((status = 204), (status = 400, body = Problem, description = "`invalid_field`: no such goods to stand before"),
        (status = 401, body = Problem), (status = 404, body = Problem, description = "`unknown_goods`")))]
pub async fn post(
    State(app): State<App>,
    seller: Seller,
    Body(wanted): Body<Move>,
) -> Result<StatusCode, Problem> {
    app.db
        .write
        .run(move |conn: &mut Conn| Box::pin(async move { wanted.write(conn, seller.shop).await }))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

impl Move {
    async fn write(&self, conn: &mut Conn, shop: i64) -> Result<(), Problem> {
        position(conn, shop, &self.goods).await?.ok_or_else(unknown_goods)?;
        let place = match &self.before {
            Some(before) if *before == self.goods => return Ok(()),
            Some(before) => {
                let unknown = || Problem::field("before", "unknown", "This shop has no such goods.");
                let place = position(conn, shop, before).await?.ok_or_else(unknown)?;
                // Two steps up for all from there on: what shares that position and stands earlier stays before.
                sqlx::query(
                    "UPDATE goods SET position = position + 2 \
                     WHERE shop = $1 AND (position > $2 OR (position = $2 AND id >= $3))",
                )
                .bind(shop)
                .bind(place)
                .bind(before)
                .execute(&mut *conn)
                .await?;
                place + 1
            }
            None => {
                sqlx::query_scalar("SELECT MAX(position) + 1 FROM goods WHERE shop = $1")
                    .bind(shop)
                    .fetch_one(&mut *conn)
                    .await?
            }
        };
        sqlx::query("UPDATE goods SET position = $3 WHERE shop = $1 AND id = $2")
            .bind(shop)
            .bind(&self.goods)
            .bind(place)
            .execute(conn)
            .await?;
        Ok(())
    }
}

async fn position(conn: &mut Conn, shop: i64, goods: &str) -> Result<Option<i64>, Problem> {
    let position = sqlx::query_scalar("SELECT position FROM goods WHERE shop = $1 AND id = $2");
    Ok(position.bind(shop).bind(goods).fetch_optional(conn).await?)
}

//! `DELETE /desk/goods/{id}`: gone for good, unless an open order still needs it.

use super::unknown_goods;
use crate::app::App;
use crate::db::Conn;
use crate::desk::seller::Seller;
use crate::error::Problem;
use axum::extract::{Path, State};
use axum::http::StatusCode;

/// Orders named in a refusal at most.
const NAMED: i64 = 20;

/// Deletes goods. While an open order has them they can only be hidden.
#[utoipa::path(delete, path = "/desk/goods/{id}", tag = "seller", params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem, description = "`unknown_goods`"),
        (status = 409, body = Problem, description = "`in_open_orders`, with the codes of those `orders`")))]
pub async fn delete(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    app.db.write.run(move |conn: &mut Conn| Box::pin(async move { write(conn, &seller, &id).await })).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn write(conn: &mut Conn, seller: &Seller, id: &str) -> Result<(), Problem> {
    let known: Option<String> = sqlx::query_scalar("SELECT id FROM goods WHERE id = $1 AND shop = $2")
        .bind(id)
        .bind(seller.shop)
        .fetch_optional(&mut *conn)
        .await?;
    known.ok_or_else(unknown_goods)?;
    // By the skus, which have an index: a cancelled order would give its pieces back to them.
    let orders: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT o.code FROM skus s JOIN order_lines l ON l.sku = s.id JOIN orders o ON o.id = l.order_id \
         WHERE s.goods = $1 AND s.shop = $2 AND o.status NOT IN ('done', 'cancelled') ORDER BY o.code LIMIT $3",
    )
    .bind(id)
    .bind(seller.shop)
    .bind(NAMED)
    .fetch_all(&mut *conn)
    .await?;
    if !orders.is_empty() {
        let detail = "Open orders still need these goods; hide them instead.";
        return Err(Problem::new(StatusCode::CONFLICT, "in_open_orders", detail).with("orders", orders));
    }
    for sql in [
        "DELETE FROM goods_photos WHERE goods = $1",
        "DELETE FROM option_values WHERE goods = $1",
        "DELETE FROM options WHERE goods = $1",
        "DELETE FROM skus WHERE goods = $1",
        "DELETE FROM goods WHERE id = $1",
    ] {
        sqlx::query(sql).bind(id).execute(&mut *conn).await?;
    }
    Ok(())
}

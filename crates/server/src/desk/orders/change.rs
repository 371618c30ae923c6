//! What every change to an order has in common: whose it is, and that nobody changed it since it was seen.

use super::{DeskOrder, read, unknown};
use crate::app::App;
use crate::db::Conn;
use crate::desk::live;
use crate::desk::seller::Seller;
use crate::error::Problem;
use axum::Json;
use futures_util::future::BoxFuture;

/// One transaction: the order is this shop's, nobody changed it since, the work is done, and it is read as it is now.
pub async fn change<F>(
    app: App,
    seller: Seller,
    id: String,
    version: i64,
    work: F,
) -> Result<Json<DeskOrder>, Problem>
where
    F: for<'c> FnOnce(&'c mut Conn, &'c str) -> BoxFuture<'c, Result<(), Problem>> + Send + 'static,
{
    let shop = seller.shop;
    let order = app
        .db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                let now: Option<i64> =
                    sqlx::query_scalar("SELECT version FROM orders WHERE id = $1 AND shop = $2")
                        .bind(&id)
                        .bind(shop)
                        .fetch_optional(&mut *conn)
                        .await?;
                let unchanged = now.ok_or_else(unknown)? == version;
                if unchanged {
                    work(conn, &id).await?;
                }
                let order = read::order(conn, shop, &id).await?.ok_or_else(unknown)?;
                if unchanged { Ok(order) } else { Err(Problem::changed(&order)) }
            })
        })
        .await?;
    live::ring(&app, shop);
    Ok(Json(order))
}

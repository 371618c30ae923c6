//! The shop's goods as their seller sees and changes them.

mod body;
mod copy;
mod detail;
mod list;
mod place;
mod remove;
mod save;
mod sku;
mod visible;

use crate::app::App;
use crate::clock;
use crate::db::Conn;
use crate::error::Problem;
use axum::http::StatusCode;
use list::DeskCard;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::get, save::post))
        .routes(routes!(detail::get, save::put, remove::delete))
        .routes(routes!(sku::patch))
        .routes(routes!(visible::post))
        .routes(routes!(copy::post))
        .routes(routes!(place::post))
}

/// 404 for goods of another shop as for goods that never were.
fn unknown_goods() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "unknown_goods", "This shop has no such goods (any more).")
}

/// 409: somebody else, or a sale, changed it meanwhile; nothing was written.
fn changed(current: impl serde::Serialize) -> Problem {
    let detail = "This was changed meanwhile; nothing was saved.";
    Problem::new(StatusCode::CONFLICT, "changed", detail).with("current", current)
}

/// Counts a change that a page opened before it must not overwrite.
async fn touch(conn: &mut Conn, shop: i64, goods: &str) -> Result<(), Problem> {
    sqlx::query("UPDATE goods SET version = version + 1, updated_at = $3 WHERE id = $1 AND shop = $2")
        .bind(goods)
        .bind(shop)
        .bind(clock::now())
        .execute(conn)
        .await?;
    Ok(())
}

//! The shop's version: whoever changes what the seller set names the one they saw, so that two phones never overwrite
//! each other unseen.

use crate::db::Conn;
use crate::error::{Failure, Problem};
use axum::http::StatusCode;
use serde::Serialize;

/// Counts a change of the shop; `false` when somebody else has changed it since that version was seen.
pub async fn advance(conn: &mut Conn, shop: i64, seen: i64) -> Result<bool, Failure> {
    let done = sqlx::query("UPDATE shops SET version = version + 1 WHERE number = $1 AND version = $2")
        .bind(shop)
        .bind(seen)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The shop's version now.
pub async fn now(conn: &mut Conn, shop: i64) -> Result<i64, Failure> {
    Ok(sqlx::query_scalar("SELECT version FROM shops WHERE number = $1").bind(shop).fetch_one(conn).await?)
}

/// 409 `changed`, with what stands there now.
pub fn changed(current: &impl Serialize) -> Problem {
    Problem::new(StatusCode::CONFLICT, "changed", "The shop has changed since you saw it.")
        .with("current", current)
}

//! What was delivered and what was not, and a delivery to try the webhook with.

use super::none;
use super::settings::find;
use crate::app::App;
use crate::clock::{self, rfc3339};
use crate::db::Conn;
use crate::desk::seller::Seller;
use crate::error::Problem;
use crate::extract::Body;
use crate::mint;
use crate::orders::act::Nothing;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// Deliveries shown, the newest.
const SHOWN: i64 = 50;
/// Tests a shop may send in a minute.
const TESTS: i64 = 10;
const MINUTE: i64 = 60_000;

/// A delivery that was queued.
#[derive(Debug, Serialize, ToSchema)]
pub struct Queued {
    /// Its id in the log.
    pub delivery: String,
}

/// One line of the log.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookDelivery {
    pub id: String,
    /// `placed`, `paid`, `cancelled` or `test`.
    pub kind: String,
    /// The order's code; nothing for a test.
    pub code: Option<String>,
    pub at: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried again; nothing once it arrived or was given up.
    pub next_at: Option<String>,
    /// The last answer's HTTP status, `refused CODE` where a robot said no, or why there was no answer: `no_address`,
    /// `not_public`, `no_connection`, `tls`, `timeout`, `no_answer`, `off`. Empty before the first try.
    pub outcome: String,
}

/// The newest lines of the log.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookDeliveries {
    pub items: Vec<WebhookDelivery>,
}

/// Queues one delivery without an order; it is tried once, and the log tells what came of it.
#[utoipa::path(post, path = "/desk/webhook/test", tag = "seller", request_body = Nothing,
    responses((status = 200, body = Queued), (status = 401, body = Problem), (status = 429, body = Problem),
        (status = 404, body = Problem, description = "`no_webhook`")))]
pub async fn test(State(app): State<App>, seller: Seller, _: Body<Nothing>) -> Result<Json<Queued>, Problem> {
    let (id, now, shop) = (mint::id()?, clock::now(), seller.shop);
    let delivery = app
        .db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                find(conn, shop).await?.ok_or_else(none)?;
                let tests: i64 = sqlx::query_scalar(
                    "SELECT COUNT(*) FROM webhook_deliveries WHERE shop = $1 AND kind = 'test' AND at > $2",
                )
                .bind(shop)
                .bind(now - MINUTE)
                .fetch_one(&mut *conn)
                .await?;
                if tests >= TESTS {
                    return Err(Problem::too_many(MINUTE.unsigned_abs() / 1000));
                }
                sqlx::query(
                    "INSERT INTO webhook_deliveries (id, shop, kind, at, next_at) VALUES ($1, $2, 'test', $3, $3)",
                )
                .bind(&id)
                .bind(shop)
                .bind(now)
                .execute(conn)
                .await?;
                Ok(id)
            })
        })
        .await?;
    app.webhooks.wake();
    Ok(Json(Queued { delivery }))
}

/// The newest deliveries, kept for 30 days.
#[utoipa::path(get, path = "/desk/webhook/deliveries", tag = "seller",
    responses((status = 200, body = WebhookDeliveries), (status = 401, body = Problem)))]
pub async fn get(State(app): State<App>, seller: Seller) -> Result<Json<WebhookDeliveries>, Problem> {
    type Row = (String, String, Option<String>, i64, i64, Option<i64>, String);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT d.id, d.kind, o.code, d.at, d.attempts, d.next_at, d.outcome \
         FROM webhook_deliveries d LEFT JOIN orders o ON o.id = d.order_id \
         WHERE d.shop = $1 ORDER BY d.at DESC, d.id DESC LIMIT $2",
    )
    .bind(seller.shop)
    .bind(SHOWN)
    .fetch_all(&app.db.read)
    .await?;
    let line = |(id, kind, code, at, attempts, next_at, outcome): Row| WebhookDelivery {
        at: rfc3339(at),
        next_at: next_at.map(rfc3339),
        id,
        kind,
        code,
        attempts,
        outcome,
    };
    Ok(Json(WebhookDeliveries { items: rows.into_iter().map(line).collect() }))
}

//! Steps in an order's life: each asked of the status table, each written with its event.

use super::{Order, admit, shown};
use crate::app::App;
use crate::clock;
use crate::db::Conn;
use crate::desk::{live, webhook};
use crate::error::{Failure, Problem};
use crate::extract::{Body, Source};
use axum::Json;
use axum::extract::{Path, State};
use minishop_core::{Action, Actor, Status};
use serde::Deserialize;
use utoipa::ToSchema;

/// An empty object: these calls say everything by their path.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Ends the order and gives the stock back.
#[utoipa::path(post, path = "/orders/{token}/cancel", tag = "buyer", request_body = Nothing,
    params(("token" = String, Path)),
    responses((status = 200, body = Order), (status = 404, body = Problem), (status = 409, body = Problem, description = "`not_allowed`")))]
pub async fn cancel(
    State(app): State<App>,
    source: Source,
    Path(token): Path<String>,
    _: Body<Nothing>,
) -> Result<Json<Order>, Problem> {
    act(app, source, token, Action::Cancel).await
}

/// «I got it».
#[utoipa::path(post, path = "/orders/{token}/receipt", tag = "buyer", request_body = Nothing,
    params(("token" = String, Path)),
    responses((status = 200, body = Order), (status = 404, body = Problem), (status = 409, body = Problem, description = "`not_allowed`")))]
pub async fn receive(
    State(app): State<App>,
    source: Source,
    Path(token): Path<String>,
    _: Body<Nothing>,
) -> Result<Json<Order>, Problem> {
    act(app, source, token, Action::Receive).await
}

async fn act(app: App, source: Source, token: String, action: Action) -> Result<Json<Order>, Problem> {
    let id = admit(&app, &source, &token).await?;
    let order = id.clone();
    let shop = app
        .db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move { step(conn, &order, Actor::Buyer, action, None, clock::now()).await })
        })
        .await?;
    live::ring(&app, shop);
    Ok(Json(shown(&app, &id).await?))
}

/// Takes the step if the table allows it: the new status and its event, which names an amount for a refund or a new
/// total, with the stock given back where the order ends. Answers the shop whose bell is to be rung after the COMMIT.
pub async fn step(
    conn: &mut Conn,
    order: &str,
    actor: Actor,
    action: Action,
    amount: Option<i64>,
    now: i64,
) -> Result<i64, Problem> {
    let (word, shop): (String, i64) = sqlx::query_as("SELECT status, shop FROM orders WHERE id = $1")
        .bind(order)
        .fetch_one(&mut *conn)
        .await?;
    let before = Status::from_word(&word).ok_or_else(|| Failure::Broken(format!("order status {word}")))?;
    let after = before.after(actor, action).ok_or_else(|| Problem::not_allowed(before.word()))?;
    // Only an order that waits for its transfer can run out of time; one that waits again gets the whole time again.
    sqlx::query(
        "UPDATE orders SET status = $1, version = version + 1, expires_at = CASE WHEN $1 = 'to_pay' THEN \
           COALESCE(expires_at, $3 + 60000 * (SELECT unpaid_minutes FROM shops WHERE number = orders.shop)) END \
         WHERE id = $2",
    )
    .bind(after.word())
    .bind(order)
    .bind(now)
    .execute(&mut *conn)
    .await?;
    if after == Status::Cancelled && before != Status::Cancelled {
        give_stock_back(conn, order).await?;
    }
    let event = Event { order, at: now, actor: actor.word(), action: action.word(), status: after, amount };
    event.write(conn).await?;
    Ok(shop)
}

async fn give_stock_back(conn: &mut Conn, order: &str) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE skus SET stock = stock + (SELECT l.quantity FROM order_lines l WHERE l.order_id = $1 AND l.sku = skus.id) \
         WHERE id IN (SELECT sku FROM order_lines WHERE order_id = $1)",
    )
    .bind(order)
    .execute(conn)
    .await?;
    Ok(())
}

/// One event of an order, to be written.
struct Event<'a> {
    order: &'a str,
    at: i64,
    actor: &'a str,
    action: &'a str,
    status: Status,
    amount: Option<i64>,
}

impl Event<'_> {
    async fn write(self, conn: &mut Conn) -> Result<(), Failure> {
        let seq: i64 = sqlx::query_scalar(
            "INSERT INTO order_events (order_id, position, seq, shop, at, actor, action, status, amount) \
             SELECT $1, (SELECT COUNT(*) FROM order_events WHERE order_id = $1), \
             (SELECT COALESCE(MAX(seq), 0) + 1 FROM order_events), shop, $2, $3, $4, $5, $6 FROM orders WHERE id = $1 \
             RETURNING seq",
        )
        .bind(self.order)
        .bind(self.at)
        .bind(self.actor)
        .bind(self.action)
        .bind(self.status.word())
        .bind(self.amount)
        .fetch_one(&mut *conn)
        .await?;
        if webhook::tells(self.action) { webhook::queue(conn, seq - 1).await } else { Ok(()) }
    }
}

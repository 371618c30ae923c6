//! Steps in an order's life: each asked of the status table, each written with its event.

use super::{Order, admit, shown};
use crate::app::App;
use crate::clock;
use crate::db::Conn;
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
    app.db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move { step(conn, &order, Actor::Buyer, action, clock::now()).await.map(|_| ()) })
        })
        .await?;
    Ok(Json(shown(&app, &id).await?))
}

/// Takes the step if the table allows it: the new status, with the stock given back where the order ends.
pub async fn step(
    conn: &mut Conn,
    order: &str,
    actor: Actor,
    action: Action,
    now: i64,
) -> Result<Status, Problem> {
    let word: String = sqlx::query_scalar("SELECT status FROM orders WHERE id = $1")
        .bind(order)
        .fetch_one(&mut *conn)
        .await?;
    let before = Status::from_word(&word).ok_or_else(|| Failure::Broken(format!("order status {word}")))?;
    let after = before.after(actor, action).ok_or_else(|| Problem::not_allowed(before.word()))?;
    // Only an order that waits for its transfer can run out of time.
    sqlx::query(
        "UPDATE orders SET status = $1, version = version + 1, \
         expires_at = CASE WHEN $1 = 'to_pay' THEN expires_at END WHERE id = $2",
    )
    .bind(after.word())
    .bind(order)
    .execute(&mut *conn)
    .await?;
    if after == Status::Cancelled && before != Status::Cancelled {
        give_stock_back(conn, order).await?;
    }
    record(conn, order, now, actor.word(), action.word(), after).await?;
    Ok(after)
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

/// Writes one event of an order.
pub async fn record(
    conn: &mut Conn,
    order: &str,
    at: i64,
    actor: &str,
    action: &str,
    status: Status,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO order_events (order_id, position, seq, shop, at, actor, action, status) \
         SELECT $1, (SELECT COUNT(*) FROM order_events WHERE order_id = $1), \
         (SELECT COALESCE(MAX(seq), 0) + 1 FROM order_events), shop, $2, $3, $4, $5 FROM orders WHERE id = $1",
    )
    .bind(order)
    .bind(at)
    .bind(actor)
    .bind(action)
    .bind(status.word())
    .execute(conn)
    .await?;
    Ok(())
}

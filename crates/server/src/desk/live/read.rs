//! Stored events as a desk hears them.

use crate::desk::seller::Seller;
use crate::error::Failure;
use crate::wire::{self, Money};
use axum::response::sse::Event;
use serde::Serialize;
use sqlx::{FromRow, SqliteConnection};

/// Events read at once; a desk that missed more gets them in several readings.
const AT_ONCE: i64 = 100;

/// Something happened to an order.
#[derive(Serialize)]
struct OrderNews {
    seq: i64,
    order: String,
    code: String,
    actor: String,
    action: String,
    status: String,
    name: String,
    total: Money,
}

/// An order left so little of a sku.
#[derive(Serialize)]
struct Low {
    goods: String,
    title: String,
    /// The values of the sku's options.
    values: Vec<String>,
    stock: i64,
}

#[derive(FromRow)]
struct EventRow {
    seq: i64,
    order_id: String,
    code: String,
    actor: String,
    action: String,
    status: String,
    name: String,
    total: i64,
}

#[derive(FromRow)]
struct LowRow {
    goods: String,
    title: String,
    value1: String,
    value2: String,
    value3: String,
    stock: i64,
}

/// What happened after that event, and the number of the last one read.
pub async fn after(
    conn: &mut SqliteConnection,
    seller: &Seller,
    last: i64,
) -> Result<(Vec<Event>, i64), Failure> {
    let rows: Vec<EventRow> = sqlx::query_as(
        "SELECT e.seq, e.order_id, e.actor, e.action, e.status, o.code, o.name, o.total \
         FROM order_events e JOIN orders o ON o.id = e.order_id \
         WHERE e.shop = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3",
    )
    .bind(seller.shop)
    .bind(last)
    .bind(AT_ONCE)
    .fetch_all(&mut *conn)
    .await?;
    let reached = rows.last().map_or(last, |row| row.seq);
    let placed = rows.iter().any(|row| row.action == "place");
    let mut events = Vec::with_capacity(rows.len());
    for row in rows {
        let news = OrderNews {
            seq: row.seq,
            order: row.order_id,
            code: row.code,
            actor: row.actor,
            action: row.action,
            status: row.status,
            name: row.name,
            total: wire::money(row.total, seller.currency)?.into(),
        };
        events.push(event("order", &news)?.id(row.seq.to_string()));
    }
    if placed {
        // Without a number: a browser that connects again asks from the last order it heard of.
        events.extend(low(conn, seller.shop, last, reached).await?);
    }
    Ok((events, reached))
}

/// Skus of the orders placed in that range of which only a few are left now, each once.
async fn low(conn: &mut SqliteConnection, shop: i64, after: i64, until: i64) -> Result<Vec<Event>, Failure> {
    let rows: Vec<LowRow> = sqlx::query_as(
        "SELECT DISTINCT g.id AS goods, g.title, s.value1, s.value2, s.value3, s.stock \
         FROM order_events e JOIN order_lines l ON l.order_id = e.order_id \
         JOIN skus s ON s.id = l.sku AND s.shop = e.shop JOIN goods g ON g.id = s.goods JOIN shops h ON h.number = e.shop \
         WHERE e.shop = $1 AND e.seq > $2 AND e.seq <= $3 AND e.action = 'place' AND s.active AND s.stock <= h.low_stock \
         ORDER BY g.id, s.value1, s.value2, s.value3",
    )
    .bind(shop)
    .bind(after)
    .bind(until)
    .fetch_all(conn)
    .await?;
    let told = |row: LowRow| {
        let values = wire::values([row.value1, row.value2, row.value3]);
        event("low", &Low { goods: row.goods, title: row.title, values, stock: row.stock })
    };
    rows.into_iter().map(told).collect()
}

fn event(kind: &str, data: &impl Serialize) -> Result<Event, Failure> {
    let data = serde_json::to_string(data).map_err(|error| Failure::Broken(error.to_string()))?;
    Ok(Event::default().event(kind).data(data))
}

//! An order's rows, put together as its seller sees them: what the buyer sees, and what is the seller's alone.

use super::{DeskEvent, DeskOrder, DeskShipment};
use crate::clock::rfc3339;
use crate::error::Failure;
use crate::orders::{Order, read};
use crate::wire;
use minishop_core::{Action, Actor, Currency, Status};
use sqlx::{FromRow, SqliteConnection};

#[derive(FromRow)]
struct Own {
    version: i64,
    seller_note: String,
}

/// The order with this id, if it is this shop's.
pub async fn order(conn: &mut SqliteConnection, shop: i64, id: &str) -> Result<Option<DeskOrder>, Failure> {
    let own: Option<Own> =
        sqlx::query_as("SELECT version, seller_note FROM orders WHERE id = $1 AND shop = $2")
            .bind(id)
            .bind(shop)
            .fetch_optional(&mut *conn)
            .await?;
    let Some(own) = own else { return Ok(None) };
    let seen: Order = read::order(conn, id).await?;
    let currency = wire::currency(&seen.total.currency)?;
    Ok(Some(DeskOrder {
        actions: actions(seen.status, seen.total.minor - seen.refunded.minor),
        shipments: shipments(conn, id).await?,
        events: events(conn, id, currency).await?,
        id: id.to_owned(),
        version: own.version,
        seller_note: own.seller_note,
        cancel_reason: seen.cancel_reason,
        code: seen.code,
        status: seen.status,
        shop: seen.shop,
        lines: seen.lines,
        goods_total: seen.goods_total,
        delivery_fee: seen.delivery_fee,
        adjustment: seen.adjustment,
        total: seen.total,
        refunded: seen.refunded,
        contact: seen.contact,
        address: seen.address,
        delivery: seen.delivery,
        payment: seen.payment,
        note: seen.note,
        proofs: seen.proofs,
        placed_at: seen.placed_at,
        expires_at: seen.expires_at,
    }))
}

/// What the table allows; once everything went back there is nothing left to refund.
fn actions(status: &str, kept: i64) -> Vec<&'static str> {
    let allowed = Status::from_word(status).into_iter().flat_map(|status| status.actions(Actor::Seller));
    allowed.filter(|action| *action != Action::Refund || kept > 0).map(Action::word).collect()
}

async fn shipments(conn: &mut SqliteConnection, id: &str) -> Result<Vec<DeskShipment>, Failure> {
    let rows: Vec<(String, String, String, i64)> =
        sqlx::query_as("SELECT id, carrier, waybill, at FROM shipments WHERE order_id = $1 ORDER BY at, id")
            .bind(id)
            .fetch_all(conn)
            .await?;
    let shipment = |(id, carrier, waybill, at)| DeskShipment { id, carrier, waybill, at: rfc3339(at) };
    Ok(rows.into_iter().map(shipment).collect())
}

async fn events(
    conn: &mut SqliteConnection,
    id: &str,
    currency: Currency,
) -> Result<Vec<DeskEvent>, Failure> {
    let rows: Vec<(i64, String, String, String, Option<i64>)> = sqlx::query_as(
        "SELECT at, actor, action, status, amount FROM order_events WHERE order_id = $1 ORDER BY position",
    )
    .bind(id)
    .fetch_all(conn)
    .await?;
    let event = |(at, actor, action, status, amount): (i64, String, String, String, Option<i64>)| {
        let amount = amount.map(|minor| wire::money(minor, currency)).transpose()?.map(Into::into);
        Ok(DeskEvent { at: rfc3339(at), actor, action, status, amount })
    };
    rows.into_iter().map(event).collect()
}

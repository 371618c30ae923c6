//! An order's rows, put together as its buyer sees them.

use super::{Order, OrderDelivery, OrderEvent, OrderLine, OrderPayment, OrderShop, Proof, Shipment, body};
use crate::clock::rfc3339;
use crate::error::Failure;
use crate::shops::contacts;
use crate::wire::{self, Difference, Photo};
use minishop_core::{Actor, Currency, Status};
use sqlx::{FromRow, SqliteConnection};

#[derive(FromRow)]
struct OrderRow {
    shop: i64,
    code: String,
    status: String,
    currency: String,
    goods_total: i64,
    delivery_fee: i64,
    adjustment: i64,
    total: i64,
    refunded: i64,
    name: String,
    phone: String,
    has_address: bool,
    country: String,
    province: String,
    city: String,
    district: String,
    street: String,
    postcode: String,
    delivery_kind: String,
    delivery_title: String,
    delivery_note: String,
    payment_kind: String,
    payment_title: String,
    payment_text: String,
    note: String,
    cancel_reason: String,
    placed_at: i64,
    expires_at: Option<i64>,
    shop_name: String,
    shop_locale: String,
    theme: Option<String>,
    logo: Option<String>,
    logo_width: Option<i64>,
    logo_height: Option<i64>,
    logo_color: Option<String>,
    qr: Option<String>,
    qr_width: Option<i64>,
    qr_height: Option<i64>,
    qr_color: Option<String>,
}

#[derive(FromRow)]
struct LineRow {
    sku: String,
    goods: String,
    title: String,
    value1: String,
    value2: String,
    value3: String,
    unit: i64,
    quantity: i64,
    photo: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    color: Option<String>,
}

/// The order with this id.
pub async fn order(conn: &mut SqliteConnection, id: &str) -> Result<Order, Failure> {
    let row: OrderRow = sqlx::query_as(
        "SELECT o.shop, o.code, o.status, o.currency, o.goods_total, o.delivery_fee, o.adjustment, o.total, \
           o.refunded, o.name, o.phone, o.has_address, o.country, o.province, o.city, o.district, o.street, o.postcode, o.delivery_kind, \
           o.delivery_title, o.delivery_note, o.payment_kind, o.payment_title, o.payment_text, o.note, \
           o.cancel_reason, o.placed_at, \
           o.expires_at, s.name AS shop_name, s.locale AS shop_locale, s.theme, \
           s.logo, l.width AS logo_width, l.height AS logo_height, l.color AS logo_color, \
           q.hash AS qr, q.width AS qr_width, q.height AS qr_height, q.color AS qr_color \
         FROM orders o JOIN shops s ON s.number = o.shop \
         LEFT JOIN photos l ON l.hash = s.logo LEFT JOIN photos q ON q.hash = o.payment_qr WHERE o.id = $1",
    )
    .bind(id)
    .fetch_one(&mut *conn)
    .await?;
    let status = Status::from_word(&row.status)
        .ok_or_else(|| Failure::Broken(format!("order status {}", row.status)))?;
    let currency = wire::currency(&row.currency)?;
    let address = row.has_address.then_some(body::Address {
        country: row.country,
        province: row.province,
        city: row.city,
        district: row.district,
        street: row.street,
        postcode: row.postcode,
    });
    Ok(Order {
        code: row.code,
        status: status.word(),
        actions: status.actions(Actor::Buyer).map(minishop_core::Action::word).collect(),
        shop: OrderShop {
            number: row.shop.to_string(),
            name: row.shop_name,
            logo: Photo::of(row.logo, row.logo_width, row.logo_height, row.logo_color, ""),
            theme: row.theme,
            contacts: contacts(conn, row.shop).await?,
            currency: row.currency,
            locale: row.shop_locale,
        },
        lines: lines(conn, id, currency).await?,
        goods_total: wire::money(row.goods_total, currency)?.into(),
        delivery_fee: wire::money(row.delivery_fee, currency)?.into(),
        adjustment: Difference { minor: row.adjustment, currency: currency.code().to_owned() },
        total: wire::money(row.total, currency)?.into(),
        refunded: wire::money(row.refunded, currency)?.into(),
        contact: body::OrderContact { name: row.name, phone: row.phone },
        address,
        delivery: OrderDelivery {
            kind: row.delivery_kind,
            title: row.delivery_title,
            note: row.delivery_note,
        },
        payment: OrderPayment {
            kind: row.payment_kind,
            title: row.payment_title,
            text: row.payment_text,
            qr: Photo::of(row.qr, row.qr_width, row.qr_height, row.qr_color, ""),
        },
        note: row.note,
        cancel_reason: row.cancel_reason,
        proofs: proofs(conn, id).await?,
        shipments: shipments(conn, id).await?,
        events: events(conn, id).await?,
        placed_at: rfc3339(row.placed_at),
        expires_at: row.expires_at.filter(|_| status == Status::ToPay).map(rfc3339),
    })
}

async fn lines(conn: &mut SqliteConnection, id: &str, currency: Currency) -> Result<Vec<OrderLine>, Failure> {
    let rows: Vec<LineRow> = sqlx::query_as(
        "SELECT l.sku, l.goods, l.title, l.value1, l.value2, l.value3, l.unit, l.quantity, \
           p.hash AS photo, p.width, p.height, p.color \
         FROM order_lines l LEFT JOIN photos p ON p.hash = l.photo WHERE l.order_id = $1 ORDER BY l.position",
    )
    .bind(id)
    .fetch_all(conn)
    .await?;
    let line = |row: LineRow| -> Result<OrderLine, Failure> {
        let amount =
            row.unit.checked_mul(row.quantity).ok_or_else(|| Failure::Broken("a line's amount".into()))?;
        Ok(OrderLine {
            sku: row.sku,
            goods: row.goods,
            title: row.title,
            values: wire::values([row.value1, row.value2, row.value3]),
            photo: Photo::of(row.photo, row.width, row.height, row.color, ""),
            quantity: row.quantity,
            unit: wire::money(row.unit, currency)?.into(),
            amount: wire::money(amount, currency)?.into(),
        })
    };
    rows.into_iter().map(line).collect()
}

async fn proofs(conn: &mut SqliteConnection, id: &str) -> Result<Vec<Proof>, Failure> {
    let rows: Vec<(String, i64)> =
        sqlx::query_as("SELECT id, at FROM proofs WHERE order_id = $1 ORDER BY at, id")
            .bind(id)
            .fetch_all(conn)
            .await?;
    Ok(rows.into_iter().map(|(id, at)| Proof { id, at: rfc3339(at) }).collect())
}

async fn shipments(conn: &mut SqliteConnection, id: &str) -> Result<Vec<Shipment>, Failure> {
    let rows: Vec<(String, String, i64)> =
        sqlx::query_as("SELECT carrier, waybill, at FROM shipments WHERE order_id = $1 ORDER BY at, id")
            .bind(id)
            .fetch_all(conn)
            .await?;
    Ok(rows
        .into_iter()
        .map(|(carrier, waybill, at)| Shipment { carrier, waybill, at: rfc3339(at) })
        .collect())
}

async fn events(conn: &mut SqliteConnection, id: &str) -> Result<Vec<OrderEvent>, Failure> {
    let rows: Vec<(i64, String, String, String)> = sqlx::query_as(
        "SELECT at, actor, action, status FROM order_events WHERE order_id = $1 ORDER BY position",
    )
    .bind(id)
    .fetch_all(conn)
    .await?;
    let event = |(at, actor, action, status)| OrderEvent { at: rfc3339(at), actor, action, status };
    Ok(rows.into_iter().map(event).collect())
}

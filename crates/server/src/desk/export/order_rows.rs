//! Orders as the rows of a bookkeeper.

use super::Sheet;
use crate::error::Failure;
use crate::wire;
use jiff::Timestamp;
use minishop_core::Currency;
use sqlx::sqlite::SqlitePool;
use sqlx::{FromRow, Row as _};
use std::collections::HashMap;

/// Orders read at once.
const PAGE: i64 = 200;

/// The columns; those from «Goods Total» on stand in an order's first row alone.
pub const TITLES: [&str; 36] = [
    "Order",
    "Placed At",
    "Status",
    "Name",
    "Phone",
    "Country",
    "Province",
    "City",
    "District",
    "Street",
    "Postcode",
    "Delivery",
    "Payment",
    "Line",
    "Code",
    "Goods",
    "Options",
    "Quantity",
    "Unit Price",
    "Amount",
    "Currency",
    "Goods Total",
    "Delivery Fee",
    "Surcharge",
    "Discount",
    "Total",
    "Refunded",
    "Net",
    "Paid At",
    "Shipped At",
    "Ended At",
    "Carrier",
    "Waybill",
    "Buyer Note",
    "Seller Note",
    "Cancel Reason",
];

/// How far the export is.
pub struct Cursor {
    pub shop: i64,
    pub currency: Currency,
    /// Milliseconds the seller's clock is ahead of UTC.
    pub offset: i64,
    /// Time and id of the last order before.
    pub after: (i64, String),
    /// Orders placed at or after this time are left out.
    pub until: i64,
}

#[derive(FromRow)]
struct OrderRow {
    id: String,
    code: String,
    status: String,
    goods_total: i64,
    delivery_fee: i64,
    adjustment: i64,
    total: i64,
    refunded: i64,
    name: String,
    phone: String,
    country: String,
    province: String,
    city: String,
    district: String,
    street: String,
    postcode: String,
    delivery_title: String,
    payment_title: String,
    note: String,
    seller_note: String,
    cancel_reason: String,
    placed_at: i64,
    paid_at: Option<i64>,
    shipped_at: Option<i64>,
    ended_at: Option<i64>,
}

#[derive(FromRow)]
struct LineRow {
    order_id: String,
    code: Option<String>,
    title: String,
    value1: String,
    value2: String,
    value3: String,
    unit: i64,
    quantity: i64,
}

/// The next orders' rows; `None` after the last.
pub async fn page(db: &SqlitePool, cursor: &mut Cursor) -> Result<Option<Vec<u8>>, Failure> {
    let mut conn = db.acquire().await?;
    let (time, id) = cursor.after.clone();
    let orders: Vec<OrderRow> = sqlx::query_as(
        "SELECT o.id, o.code, o.status, o.goods_total, o.delivery_fee, o.adjustment, o.total, o.refunded, o.name, \
           o.phone, o.country, o.province, o.city, o.district, o.street, o.postcode, o.delivery_title, \
           o.payment_title, o.note, o.seller_note, o.cancel_reason, o.placed_at, \
           (SELECT MAX(e.at) FROM order_events e WHERE e.order_id = o.id AND e.action = 'confirm_payment') AS paid_at, \
           (SELECT MIN(s.at) FROM shipments s WHERE s.order_id = o.id) AS shipped_at, \
           (SELECT MAX(e.at) FROM order_events e WHERE e.order_id = o.id AND e.action IN ('receive', 'cancel', 'expire')) \
             AS ended_at \
         FROM orders o WHERE o.shop = $1 AND (o.placed_at > $2 OR (o.placed_at = $2 AND o.id > $3)) \
           AND o.placed_at < $4 ORDER BY o.placed_at, o.id LIMIT $5",
    )
    .bind(cursor.shop)
    .bind(time)
    .bind(id)
    .bind(cursor.until)
    .bind(PAGE)
    .fetch_all(&mut *conn)
    .await?;
    let Some(last) = orders.last() else { return Ok(None) };
    // Lines and parcels of just these orders: those between the page's first and last.
    let span = |sql: &'static str| {
        let (first, last) = (&orders[0], last);
        sqlx::query(sql)
            .bind(cursor.shop)
            .bind(first.placed_at)
            .bind(first.id.clone())
            .bind(last.placed_at)
            .bind(last.id.clone())
    };
    let lines = span(
        "SELECT l.order_id, s.code, l.title, l.value1, l.value2, l.value3, l.unit, l.quantity \
         FROM orders o JOIN order_lines l ON l.order_id = o.id \
         LEFT JOIN skus s ON s.id = l.sku AND s.shop = o.shop \
         WHERE o.shop = $1 AND (o.placed_at > $2 OR (o.placed_at = $2 AND o.id >= $3)) \
           AND (o.placed_at < $4 OR (o.placed_at = $4 AND o.id <= $5)) ORDER BY l.order_id, l.position",
    )
    .fetch_all(&mut *conn)
    .await?;
    let parcels = span(
        "SELECT p.order_id, p.carrier, p.waybill FROM orders o JOIN shipments p ON p.order_id = o.id \
         WHERE o.shop = $1 AND (o.placed_at > $2 OR (o.placed_at = $2 AND o.id >= $3)) \
           AND (o.placed_at < $4 OR (o.placed_at = $4 AND o.id <= $5)) ORDER BY p.order_id, p.at, p.id",
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut by_order: HashMap<String, Vec<LineRow>> = HashMap::new();
    for line in &lines {
        let line = LineRow::from_row(line)?;
        by_order.entry(line.order_id.clone()).or_default().push(line);
    }
    let mut sent: HashMap<String, (Vec<String>, Vec<String>)> = HashMap::new();
    for parcel in &parcels {
        let (carriers, waybills) = sent.entry(parcel.try_get(0)?).or_default();
        carriers.push(parcel.try_get(1)?);
        waybills.push(parcel.try_get(2)?);
    }
    let after = (last.placed_at, last.id.clone());
    let mut sheet = Sheet::headless();
    for order in &orders {
        let (carriers, waybills) = sent.remove(&order.id).unwrap_or_default();
        let parcels = [carriers.join("; "), waybills.join("; ")];
        for (at, line) in by_order.remove(&order.id).unwrap_or_default().iter().enumerate() {
            sheet.row(order.row(line, at, &parcels, cursor)?)?;
        }
    }
    cursor.after = after;
    Ok(Some(sheet.bytes()?))
}

impl OrderRow {
    fn row(
        &self,
        line: &LineRow,
        at: usize,
        parcels: &[String; 2],
        cursor: &Cursor,
    ) -> Result<Vec<String>, Failure> {
        let amount = |minor: i64| Ok::<_, Failure>(wire::money(minor, cursor.currency)?.decimal());
        let values = wire::values([line.value1.clone(), line.value2.clone(), line.value3.clone()]);
        let mut row: Vec<String> = [
            &self.code,
            &local(self.placed_at, cursor.offset),
            &self.status,
            &self.name,
            &self.phone,
            &self.country,
            &self.province,
            &self.city,
            &self.district,
            &self.street,
            &self.postcode,
            &self.delivery_title,
            &self.payment_title,
        ]
        .map(Clone::clone)
        .to_vec();
        row.extend([
            (at + 1).to_string(),
            line.code.clone().unwrap_or_default(),
            line.title.clone(),
            values.join(" / "),
            line.quantity.to_string(),
            amount(line.unit)?,
            amount(line.unit * line.quantity)?,
            cursor.currency.code().to_owned(),
        ]);
        if at > 0 {
            row.resize(TITLES.len(), String::new());
            return Ok(row);
        }
        // Both never below zero: a minus would need a quote, and a quoted amount is no number.
        let (more, less) = (self.adjustment.max(0), (-self.adjustment).max(0));
        for minor in [
            self.goods_total,
            self.delivery_fee,
            more,
            less,
            self.total,
            self.refunded,
            self.total - self.refunded,
        ] {
            row.push(amount(minor)?);
        }
        for time in [self.paid_at, self.shipped_at, self.ended_at] {
            row.push(time.map(|time| local(time, cursor.offset)).unwrap_or_default());
        }
        row.extend(parcels.iter().cloned());
        row.extend([&self.note, &self.seller_note, &self.cancel_reason].map(Clone::clone));
        Ok(row)
    }
}

/// `2026-11-22 18:30:05` on the seller's clock, as spreadsheets read times.
fn local(millis: i64, offset: i64) -> String {
    let time = Timestamp::from_millisecond(millis.saturating_add(offset));
    time.map(|time| time.strftime("%Y-%m-%d %H:%M:%S").to_string()).unwrap_or_default()
}

//! The shop's orders: by tab, searched, newest first, page by page.

use crate::app::App;
use crate::clock::rfc3339;
use crate::desk::seller::Seller;
use crate::error::{Failure, Problem};
use crate::goods::list::pattern;
use crate::wire::{self, Money, Photo};
use axum::Json;
use axum::extract::{Query, State};
use minishop_core::{Currency, Status};
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, SqliteConnection};
use utoipa::{IntoParams, ToSchema};

/// Orders in one page when nothing is said, and at most.
const PAGE: i64 = 24;
const MAX_PAGE: i64 = 100;
/// Characters of a search at most.
const MAX_SEARCH: usize = 100;

/// Which orders are asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct OrderFilter {
    /// `new` (new and to confirm), `to_pay`, `to_ship`, `shipped`, `done` or `cancelled`; all when left out.
    tab: String,
    /// A part of the name, the phone or the code, in any letter case.
    q: String,
    /// `next` of the page before.
    cursor: String,
    /// 1–100, 24 when left out.
    limit: Option<i64>,
}

/// An order as it stands in the list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskOrderCard {
    pub id: String,
    pub code: String,
    /// `new`, `to_pay`, `to_confirm`, `to_ship`, `shipped`, `done` or `cancelled`.
    pub status: String,
    pub placed_at: String,
    pub name: String,
    pub phone: String,
    pub total: Money,
    /// Pieces over all lines.
    pub pieces: i64,
    /// Of the first line.
    pub photo: Option<Photo>,
    /// Of the first three lines.
    pub titles: Vec<String>,
    /// `cash_on_delivery` or `transfer`.
    pub payment_kind: String,
    /// `flat`, `weight` or `pickup`.
    pub delivery_kind: String,
    /// When it ends unpaid; only while `to_pay`.
    pub expires_at: Option<String>,
    /// Pictures the buyer sent.
    pub proofs: i64,
    pub version: i64,
}

/// How many orders stand under each tab, whatever was searched for.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub struct OrderCounts {
    pub new: i64,
    pub to_pay: i64,
    pub to_ship: i64,
    pub shipped: i64,
    pub done: i64,
    pub cancelled: i64,
}

/// One page of orders, and where to listen from.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderPage {
    pub items: Vec<DeskOrderCard>,
    pub next: Option<String>,
    pub counts: OrderCounts,
    /// The shop's newest event: `/desk/events?after=` this misses nothing that is not in the list.
    pub seq: i64,
}

#[derive(FromRow)]
struct Row {
    id: String,
    code: String,
    status: String,
    placed_at: i64,
    name: String,
    phone: String,
    total: i64,
    pieces: i64,
    proofs: i64,
    title1: Option<String>,
    title2: Option<String>,
    title3: Option<String>,
    photo: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    color: Option<String>,
    payment_kind: String,
    delivery_kind: String,
    expires_at: Option<i64>,
    version: i64,
}

/// A page of the shop's orders.
#[utoipa::path(get, path = "/desk/orders", tag = "seller", params(OrderFilter),
    responses((status = 200, body = OrderPage), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    seller: Seller,
    filter: Result<Query<OrderFilter>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<OrderPage>, Problem> {
    let Query(filter) = filter.map_err(|error| Problem::field("query", "wrong_type", error.body_text()))?;
    let limit = filter.limit.unwrap_or(PAGE);
    if !(1..=MAX_PAGE).contains(&limit) {
        return Err(Problem::field("limit", "out_of_range", format!("A page has 1 to {MAX_PAGE} orders.")));
    }
    if filter.q.chars().count() > MAX_SEARCH {
        let message = format!("A search has at most {MAX_SEARCH} characters.");
        return Err(Problem::field("q", "too_long", message));
    }
    let wanted = statuses(&filter.tab)?;
    let before = cursor(&filter.cursor)?;
    // One transaction, so that counts, list and number are of one moment.
    let mut moment = app.db.read.begin().await?;
    let seq = newest(&mut moment, seller.shop).await?;
    let counts = counts(&mut moment, seller.shop).await?;
    let mut rows = page(&mut moment, seller.shop, wanted, &filter.q, before, limit + 1).await?;
    moment.commit().await?;
    let more = rows.len() as i64 > limit;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| more).map(|row| format!("{}~{}", row.placed_at, row.id));
    let items = rows.into_iter().map(|row| row.card(seller.currency)).collect::<Result<_, _>>()?;
    Ok(Json(OrderPage { items, next, counts, seq }))
}

/// The two statuses a tab shows; one of them twice where it shows one.
fn statuses(tab: &str) -> Result<Option<[&'static str; 2]>, Problem> {
    let one = |status: Status| Ok(Some([status.word(); 2]));
    match tab {
        "" => Ok(None),
        "new" => Ok(Some([Status::New.word(), Status::ToConfirm.word()])),
        "to_pay" => one(Status::ToPay),
        "to_ship" => one(Status::ToShip),
        "shipped" => one(Status::Shipped),
        "done" => one(Status::Done),
        "cancelled" => one(Status::Cancelled),
        _ => Err(Problem::field("tab", "unknown", "There is no such tab.")),
    }
}

fn cursor(text: &str) -> Result<(i64, String), Problem> {
    if text.is_empty() {
        return Ok((i64::MAX, String::new()));
    }
    let parts = text.split_once('~').and_then(|(at, id)| Some((at.parse().ok()?, id.to_owned())));
    parts.ok_or_else(|| Problem::field("cursor", "unknown", "This cursor is none of ours."))
}

/// The number of the shop's newest event, 0 before the first.
pub async fn newest(conn: &mut SqliteConnection, shop: i64) -> Result<i64, Failure> {
    let query = "SELECT COALESCE(MAX(seq), 0) FROM order_events WHERE shop = $1";
    Ok(sqlx::query_scalar(query).bind(shop).fetch_one(conn).await?)
}

async fn counts(conn: &mut SqliteConnection, shop: i64) -> Result<OrderCounts, Failure> {
    let rows: Vec<(String, i64)> =
        sqlx::query_as("SELECT status, COUNT(*) FROM orders WHERE shop = $1 GROUP BY status")
            .bind(shop)
            .fetch_all(conn)
            .await?;
    let mut counts = OrderCounts::default();
    for (status, orders) in rows {
        match Status::from_word(&status) {
            Some(Status::New | Status::ToConfirm) => counts.new += orders,
            Some(Status::ToPay) => counts.to_pay = orders,
            Some(Status::ToShip) => counts.to_ship = orders,
            Some(Status::Shipped) => counts.shipped = orders,
            Some(Status::Done) => counts.done = orders,
            Some(Status::Cancelled) => counts.cancelled = orders,
            None => return Err(Failure::Broken(format!("order status {status}"))),
        }
    }
    Ok(counts)
}

/// The ids of one page among the orders that the condition names; in this order they stand in an index.
macro_rules! picked {
    ($which:literal) => {
        concat!(
            "SELECT * FROM (SELECT o.id, o.placed_at FROM orders o WHERE o.shop = $1 AND ",
            $which,
            " AND ($4 = '' OR LOWER(o.name) LIKE $4 ESCAPE '!' OR LOWER(o.code) LIKE $4 ESCAPE '!' \
               OR ($5 <> '' AND REPLACE(REPLACE(REPLACE(REPLACE(o.phone, ' ', ''), '-', ''), '(', ''), ')', '') \
                 LIKE $5 ESCAPE '!')) \
             AND (o.placed_at < $6 OR (o.placed_at = $6 AND o.id < $7)) \
             ORDER BY o.placed_at DESC, o.id DESC LIMIT $8) picked"
        )
    };
}

/// What a card shows of the orders that were picked.
macro_rules! cards {
    ($($picked:expr),+) => {
        concat!(
            "WITH page AS (",
            $($picked,)+
            ") SELECT o.id, o.code, o.status, o.placed_at, o.name, o.phone, o.total, o.payment_kind, o.delivery_kind, \
               o.expires_at, o.version, \
               (SELECT SUM(l.quantity) FROM order_lines l WHERE l.order_id = o.id) AS pieces, \
               (SELECT COUNT(*) FROM proofs f WHERE f.order_id = o.id) AS proofs, \
               l1.title AS title1, l2.title AS title2, l3.title AS title3, \
               p.hash AS photo, p.width, p.height, p.color \
             FROM page JOIN orders o ON o.id = page.id \
             LEFT JOIN order_lines l1 ON l1.order_id = o.id AND l1.position = 0 \
             LEFT JOIN order_lines l2 ON l2.order_id = o.id AND l2.position = 1 \
             LEFT JOIN order_lines l3 ON l3.order_id = o.id AND l3.position = 2 \
             LEFT JOIN photos p ON p.hash = l1.photo \
             ORDER BY o.placed_at DESC, o.id DESC LIMIT $8"
        )
    };
}

const ALL: &str = cards!(picked!("$2 = $3"));
const TAB: &str = cards!(picked!("o.status = $2"), " UNION ALL ", picked!("o.status = $3 AND $2 <> $3"));

async fn page(
    conn: &mut SqliteConnection,
    shop: i64,
    wanted: Option<[&'static str; 2]>,
    search: &str,
    before: (i64, String),
    limit: i64,
) -> Result<Vec<Row>, Failure> {
    // Numbers are written in many ways; only their digits are compared, and only where digits were typed.
    let digits: String = search.chars().filter(char::is_ascii_digit).collect();
    let [one, other] = wanted.unwrap_or_default();
    Ok(sqlx::query_as(if wanted.is_some() { TAB } else { ALL })
        .bind(shop)
        .bind(one)
        .bind(other)
        .bind(pattern(search))
        .bind(if digits.len() >= 3 { pattern(&digits) } else { String::new() })
        .bind(before.0)
        .bind(before.1)
        .bind(limit)
        .fetch_all(conn)
        .await?)
}

impl Row {
    fn card(self, currency: Currency) -> Result<DeskOrderCard, Failure> {
        let waits = self.status == Status::ToPay.word();
        Ok(DeskOrderCard {
            placed_at: rfc3339(self.placed_at),
            total: wire::money(self.total, currency)?.into(),
            photo: Photo::of(self.photo, self.width, self.height, self.color, ""),
            titles: [self.title1, self.title2, self.title3].into_iter().flatten().collect(),
            expires_at: self.expires_at.filter(|_| waits).map(rfc3339),
            id: self.id,
            code: self.code,
            status: self.status,
            name: self.name,
            phone: self.phone,
            pieces: self.pieces,
            payment_kind: self.payment_kind,
            delivery_kind: self.delivery_kind,
            proofs: self.proofs,
            version: self.version,
        })
    }
}

//! The shop as buyers see it: `GET /shops/{number}` and what every other resource asks about a shop.

pub mod command;
mod delivery;
mod read;

pub use delivery::{Delivery, DeliveryStep, Exclusion, deliveries};
pub use read::{Payment, ShopRow, contacts, find, payments};

use crate::app::App;
use crate::error::Problem;
use crate::extract::Source;
use crate::goods::list::{Filter, GoodsCard, page};
use crate::security::cached;
use crate::visits::Visit;
use crate::wire::{List, Money, Photo};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use minishop_core::ShopNumber;
use serde::Serialize;
use sqlx::SqliteConnection;
use std::time::Instant;
use utoipa::ToSchema;

/// A way to reach the seller.
#[derive(Debug, Clone, Serialize, ToSchema, sqlx::FromRow)]
pub struct Contact {
    /// `phone`, `wechat`, `whatsapp`, `telegram`, `line` or `email`.
    pub kind: String,
    pub value: String,
}

/// How goods can come to the buyer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeliveryMethod {
    pub id: String,
    /// `flat`, `weight` or `pickup`.
    pub kind: String,
    pub title: String,
    pub note: String,
    /// By weight: the lowest of the steps.
    pub fee: Money,
    /// Goods total from which the fee falls away.
    pub free_over: Option<Money>,
    /// Estimated days until it arrives; both or neither.
    pub days_min: Option<i64>,
    pub days_max: Option<i64>,
    /// Of `weight` alone, ascending: a heavier parcel than the last is not delivered.
    pub steps: Vec<DeliveryStep>,
}

/// How an order can be paid; the account itself is shown with the order alone.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PaymentMethod {
    pub id: String,
    /// `cash_on_delivery` or `transfer`.
    pub kind: String,
    pub title: String,
}

/// A shop as buyers see it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Shop {
    /// Six digits.
    pub number: String,
    pub name: String,
    /// ISO 4217; every amount of this shop is in it.
    pub currency: String,
    /// Language of the seller's own texts: `en` or `zh`.
    pub locale: String,
    pub notice: Option<String>,
    pub about: Option<String>,
    /// The licence, or the words that none is needed.
    pub licence: Option<String>,
    pub logo: Option<Photo>,
    /// The accent colour, `#rrggbb`.
    pub theme: Option<String>,
    pub open: bool,
    /// When the shop is open, in the seller's words.
    pub hours: Option<String>,
    /// On holiday the shop is shown and takes no orders.
    pub holiday: bool,
    /// The day it is back, where the seller names one.
    #[schema(example = "2026-12-01")]
    pub back_on: Option<String>,
    pub contacts: Vec<Contact>,
    /// Minutes an unpaid order waits for its transfer.
    pub unpaid_minutes: i64,
    pub deliveries: Vec<DeliveryMethod>,
    pub payments: Vec<PaymentMethod>,
}

/// A category with the number of goods in it.
#[derive(Debug, Clone, Serialize, ToSchema, sqlx::FromRow)]
pub struct Category {
    pub id: String,
    pub name: String,
    pub goods: i64,
}

/// Everything the first screen needs.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ShopPage {
    pub shop: Shop,
    pub categories: Vec<Category>,
    pub goods: List<GoodsCard>,
}

/// The shop, its categories and the first page of goods in one answer.
#[utoipa::path(get, path = "/shops/{number}", tag = "buyer",
    params(("number" = String, Path, description = "Six digits"),
        ("via" = Option<String>, Query, description = "`number`, `qr` or `link` in a tab's first call: counts a visit")),
    responses((status = 200, body = ShopPage), (status = 404, body = Problem, description = "`unknown_shop`"),
        (status = 429, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    source: Source,
    Path(number): Path<String>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut conn = app.db.read.acquire().await?;
    let row = admit(&app, &source, &mut conn, &number).await?;
    app.visits.note(row.number, visit);
    let categories = sqlx::query_as(
        "SELECT c.id, c.name, COUNT(g.id) AS goods FROM categories c \
         JOIN goods g ON g.category = c.id AND g.visible \
         WHERE c.shop = $1 GROUP BY c.id, c.name, c.position ORDER BY c.position",
    )
    .bind(row.number)
    .fetch_all(&mut *conn)
    .await?;
    let goods = page(&mut conn, &row, &Filter::default()).await?;
    let shop = row.shown(&mut conn).await?;
    cached(&headers, &ShopPage { shop, categories, goods })
}

/// The open shop with this number; a miss is counted against the source.
pub async fn admit(
    app: &App,
    source: &Source,
    conn: &mut SqliteConnection,
    number: &str,
) -> Result<ShopRow, Problem> {
    let now = Instant::now();
    app.guard.admit(source.0, now).map_err(Problem::too_many)?;
    let shop = match ShopNumber::exact(number) {
        Some(number) => find(conn, number).await?,
        None => None,
    };
    shop.ok_or_else(|| {
        app.guard.miss(source.0, now);
        Problem::unknown_shop()
    })
}

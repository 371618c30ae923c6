//! `GET /shops/{number}/goods/{goods}`: one goods item whole, with its shop.

use crate::app::App;
use crate::error::{Failure, Problem};
use crate::extract::Source;
use crate::security::cached;
use crate::shops::{self, Shop};
use crate::visits::Visit;
use crate::wire::{self, Money, Photo};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use minishop_core::Currency;
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, SqliteConnection};
use utoipa::ToSchema;

/// A way the goods differ, with its values in the seller's order.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GoodsOption {
    pub name: String,
    pub values: Vec<String>,
}

/// One buyable combination of option values.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Sku {
    pub id: String,
    /// One value for each option, in the options' order.
    pub values: Vec<String>,
    pub price: Money,
    pub compare_at: Option<Money>,
    /// Pieces left; what can be ordered at once is limited to 999.
    pub left: i64,
    /// Hash of the photo that shows it.
    pub photo: Option<String>,
}

/// One goods item whole.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Goods {
    pub id: String,
    pub title: String,
    /// Plain text with line breaks.
    pub text: String,
    pub category: Option<String>,
    pub photos: Vec<Photo>,
    pub options: Vec<GoodsOption>,
    pub skus: Vec<Sku>,
}

/// The goods and their shop: a link straight to goods needs one answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GoodsPage {
    pub shop: Shop,
    pub goods: Goods,
}

#[derive(FromRow)]
struct GoodsRow {
    id: String,
    title: String,
    text: String,
    category: Option<String>,
}

#[derive(FromRow)]
struct SkuRow {
    id: String,
    value1: String,
    value2: String,
    value3: String,
    price: i64,
    compare_at: Option<i64>,
    stock: i64,
    photo: Option<String>,
}

/// One goods item with its shop.
#[utoipa::path(get, path = "/shops/{number}/goods/{goods}", tag = "buyer",
    params(("number" = String, Path, description = "Six digits"), ("goods" = String, Path),
        ("via" = Option<String>, Query, description = "`number`, `qr` or `link` in a tab's first call: counts a visit")),
    responses((status = 200, body = GoodsPage), (status = 404, body = Problem, description = "`unknown_shop` or `unknown_goods`")))]
pub async fn get(
    State(app): State<App>,
    source: Source,
    Path((number, goods)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut conn = app.db.read.acquire().await?;
    let row = shops::admit(&app, &source, &mut conn, &number).await?;
    app.visits.note(row.number, visit);
    let goods = find(&mut conn, row.number, row.currency()?, &goods).await?.ok_or_else(|| {
        Problem::new(StatusCode::NOT_FOUND, "unknown_goods", "This shop has no such goods (any more).")
    })?;
    let shop = row.shown(&mut conn).await?;
    cached(&headers, &GoodsPage { shop, goods })
}

/// Visible goods of that shop, whole.
pub async fn find(
    conn: &mut SqliteConnection,
    shop: i64,
    currency: Currency,
    goods: &str,
) -> Result<Option<Goods>, Failure> {
    let row: Option<GoodsRow> =
        sqlx::query_as("SELECT id, title, text, category FROM goods WHERE shop = $1 AND id = $2 AND visible")
            .bind(shop)
            .bind(goods)
            .fetch_optional(&mut *conn)
            .await?;
    let Some(row) = row else { return Ok(None) };
    let photos = photos(conn, &row.id).await?;
    let skus: Vec<SkuRow> = sqlx::query_as(
        "SELECT id, value1, value2, value3, price, compare_at, stock, photo FROM skus \
         WHERE goods = $1 AND active ORDER BY position",
    )
    .bind(&row.id)
    .fetch_all(&mut *conn)
    .await?;
    let options = options(conn, &row.id).await?;
    let sku = |sku: SkuRow| -> Result<Sku, Failure> {
        let compare_at = sku.compare_at.filter(|was| *was > sku.price);
        Ok(Sku {
            values: wire::values([sku.value1, sku.value2, sku.value3]),
            price: wire::money(sku.price, currency)?.into(),
            compare_at: compare_at.map(|minor| wire::money(minor, currency)).transpose()?.map(Into::into),
            left: sku.stock,
            photo: sku.photo,
            id: sku.id,
        })
    };
    Ok(Some(Goods {
        photos,
        skus: skus.into_iter().map(sku).collect::<Result<_, _>>()?,
        options,
        id: row.id,
        title: row.title,
        text: row.text,
        category: row.category,
    }))
}

/// The goods' photos, in the seller's order.
pub async fn photos(conn: &mut SqliteConnection, goods: &str) -> Result<Vec<Photo>, Failure> {
    let photos = sqlx::query_as(
        "SELECT p.hash, p.width, p.height, p.color, gp.alt FROM goods_photos gp \
         JOIN photos p ON p.hash = gp.photo WHERE gp.goods = $1 ORDER BY gp.position",
    );
    Ok(photos.bind(goods).fetch_all(conn).await?)
}

/// The goods' options with their values, in the seller's order.
pub async fn options(conn: &mut SqliteConnection, goods: &str) -> Result<Vec<GoodsOption>, Failure> {
    let rows: Vec<(i64, String, String)> = sqlx::query_as(
        "SELECT o.position, o.name, v.value FROM options o \
         JOIN option_values v ON v.goods = o.goods AND v.option = o.position \
         WHERE o.goods = $1 ORDER BY o.position, v.position",
    )
    .bind(goods)
    .fetch_all(conn)
    .await?;
    let mut options: Vec<GoodsOption> = Vec::new();
    let mut open = None;
    for (position, name, value) in rows {
        if open != Some(position) {
            options.push(GoodsOption { name, values: Vec::new() });
            open = Some(position);
        }
        if let Some(option) = options.last_mut() {
            option.values.push(value);
        }
    }
    Ok(options)
}

//! `GET /shops/{number}/goods`: filtered, searched, sorted, page by page.

use crate::app::App;
use crate::error::Problem;
use crate::extract::Source;
use crate::security::cached;
use crate::shops::{self, ShopRow};
use crate::wire::{self, List, Money, Photo};
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, SqliteConnection};
use utoipa::{IntoParams, ToSchema};

/// Goods in one page when nothing is said.
pub const PAGE: i64 = 24;
/// Goods in one page at most.
pub const MAX_PAGE: i64 = 100;
/// Characters of a search at most.
pub const MAX_SEARCH: usize = 100;
/// What a card says at most about the pieces left: the exact number of a full shelf is the seller's own affair.
const MAX_LEFT: i64 = 99;

/// What the list is asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// A category's id.
    category: String,
    /// Words that stand in title or text, in any letter case.
    q: String,
    /// `default` (the seller's order), `newest`, `price_asc` or `price_desc`.
    sort: String,
    /// `next` of the page before.
    cursor: String,
    /// 1–100, 24 when left out.
    limit: Option<i64>,
}

/// Goods as they stand in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GoodsCard {
    pub id: String,
    pub title: String,
    /// A category's id.
    pub category: Option<String>,
    pub photo: Option<Photo>,
    /// The lowest price.
    pub price: Money,
    /// The highest price.
    pub price_max: Money,
    /// The former price of the cheapest sku.
    pub compare_at: Option<Money>,
    /// Pieces left over all skus, 99 at most; 0 is sold out.
    pub left: i64,
}

#[derive(FromRow)]
struct Row {
    id: String,
    title: String,
    category: Option<String>,
    low: i64,
    high: i64,
    compare_at: Option<i64>,
    stock: i64,
    rank: i64,
    photo: Option<String>,
    alt: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    color: Option<String>,
}

/// A page of the shop's goods.
#[utoipa::path(get, path = "/shops/{number}/goods", tag = "buyer",
    params(("number" = String, Path, description = "Six digits"), Filter),
    responses((status = 200, body = List<GoodsCard>), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    source: Source,
    Path(number): Path<String>,
    filter: Result<Query<Filter>, axum::extract::rejection::QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Query(filter) = filter.map_err(|error| Problem::field("query", "wrong_type", error.body_text()))?;
    let mut conn = app.db.read.acquire().await?;
    let shop = shops::admit(&app, &source, &mut conn, &number).await?;
    let list = page(&mut conn, &shop, &filter).await?;
    cached(&headers, &list)
}

/// One page; the cursor names the last row's rank and id, so goods added meanwhile never shift it.
pub async fn page(
    conn: &mut SqliteConnection,
    shop: &ShopRow,
    filter: &Filter,
) -> Result<List<GoodsCard>, Problem> {
    let limit = filter.limit.unwrap_or(PAGE);
    if !(1..=MAX_PAGE).contains(&limit) {
        return Err(Problem::field("limit", "out_of_range", format!("A page has 1 to {MAX_PAGE} goods.")));
    }
    if filter.q.chars().count() > MAX_SEARCH {
        return Err(Problem::field(
            "q",
            "too_long",
            format!("A search has at most {MAX_SEARCH} characters."),
        ));
    }
    // Every order is ascending in `rank`, so one statement and one kind of cursor serve all four.
    let rank = match filter.sort.as_str() {
        "" | "default" => "position",
        "newest" => "newest",
        "price_asc" => "cheapest",
        "price_desc" => "dearest",
        _ => {
            let message = "sort is default, newest, price_asc or price_desc.";
            return Err(Problem::field("sort", "unknown", message));
        }
    };
    let (after_rank, after_id) = cursor(&filter.cursor)?;
    let mut rows: Vec<Row> = sqlx::query_as(
        "WITH ranked AS ( \
           SELECT g.id, g.title, g.category, MIN(s.price) AS low, MAX(s.price) AS high, SUM(s.stock) AS stock, \
             CASE $2 WHEN 'newest' THEN -g.created_at WHEN 'cheapest' THEN MIN(s.price) \
               WHEN 'dearest' THEN -MAX(s.price) ELSE g.position END AS rank \
           FROM goods g JOIN skus s ON s.goods = g.id AND s.active \
           WHERE g.shop = $1 AND g.visible AND ($3 = '' OR g.category = $3) \
             AND ($4 = '' OR g.search LIKE $4 ESCAPE '!') \
           GROUP BY g.id, g.title, g.category, g.created_at, g.position) \
         SELECT r.id, r.title, r.category, r.low, r.high, r.stock, r.rank, \
           (SELECT MAX(s.compare_at) FROM skus s WHERE s.goods = r.id AND s.active AND s.price = r.low) AS compare_at, \
           gp.photo, gp.alt, p.width, p.height, p.color \
         FROM ranked r LEFT JOIN goods_photos gp ON gp.goods = r.id AND gp.position = 0 \
         LEFT JOIN photos p ON p.hash = gp.photo \
         WHERE r.rank > $5 OR (r.rank = $5 AND r.id > $6) ORDER BY r.rank, r.id LIMIT $7",
    )
    .bind(shop.number)
    .bind(rank)
    .bind(&filter.category)
    .bind(pattern(&filter.q))
    .bind(after_rank)
    .bind(after_id)
    .bind(limit + 1)
    .fetch_all(conn)
    .await?;
    let more = rows.len() as i64 > limit;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| more).map(|row| format!("{}~{}", row.rank, row.id));
    let currency = shop.currency()?;
    let card = |row: Row| -> Result<GoodsCard, Problem> {
        let compare_at = row.compare_at.filter(|was| *was > row.low);
        Ok(GoodsCard {
            photo: Photo::of(
                row.photo,
                row.width,
                row.height,
                row.color,
                row.alt.as_deref().unwrap_or_default(),
            ),
            price: wire::money(row.low, currency)?.into(),
            price_max: wire::money(row.high, currency)?.into(),
            compare_at: compare_at.map(|minor| wire::money(minor, currency)).transpose()?.map(Into::into),
            left: row.stock.min(MAX_LEFT),
            id: row.id,
            title: row.title,
            category: row.category,
        })
    };
    Ok(List { items: rows.into_iter().map(card).collect::<Result<_, _>>()?, next })
}

/// The text as a LIKE pattern for «contains»; nothing for nothing.
pub fn pattern(search: &str) -> String {
    let text = search.trim().to_lowercase();
    if text.is_empty() {
        return text;
    }
    format!("%{}%", text.replace('!', "!!").replace('%', "!%").replace('_', "!_"))
}

/// Rank and id of the last row of the page before.
pub fn cursor(text: &str) -> Result<(i64, String), Problem> {
    if text.is_empty() {
        return Ok((i64::MIN, String::new()));
    }
    let parts = text.split_once('~').and_then(|(rank, id)| Some((rank.parse().ok()?, id.to_owned())));
    parts.ok_or_else(|| Problem::field("cursor", "unknown", "This cursor is none of ours."))
}

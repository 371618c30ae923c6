//! The shop in numbers: visits by where they came from, orders, sales, what sells best.

use super::seller::Seller;
use crate::app::App;
use crate::clock;
use crate::error::{Failure, Problem};
use crate::visits::HOUR;
use crate::wire::{self, Money, Photo};
use axum::Json;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, SqliteConnection};
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Goods that are named as the best.
const BEST: i64 = 5;
/// Minutes a place on Earth is before or behind UTC at most.
const MAX_OFFSET: i64 = 14 * 60;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get))
}

/// Which days are asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Days {
    /// 1, 7 or 30, today last.
    days: i64,
    /// Minutes by which the seller's clock is ahead of UTC; 0 when left out.
    #[serde(default)]
    offset: i64,
}

/// One day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DayStats {
    /// By the seller's clock; visits are counted by whole hours of UTC.
    #[schema(example = "2026-11-22")]
    pub day: String,
    pub visits: i64,
    /// Orders placed that day and not cancelled.
    pub orders: i64,
    /// Their totals minus refunds.
    pub sales: Money,
}

/// Where visits came from.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SourceStats {
    /// `number`, `qr`, `link`, `wechat`, `weibo`, `whatsapp`, `telegram`, `line` or `other_app`.
    pub source: String,
    pub visits: i64,
}

/// Goods that sold.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BestGoods {
    pub goods: String,
    pub title: String,
    pub photo: Option<Photo>,
    pub pieces: i64,
    /// At the prices of their orders, without delivery.
    pub sales: Money,
}

/// The shop in numbers.
#[derive(Debug, Serialize, ToSchema)]
pub struct Stats {
    /// Every day asked for, the oldest first.
    pub days: Vec<DayStats>,
    /// The most first; sources without a visit are left out.
    pub sources: Vec<SourceStats>,
    pub visits: i64,
    pub orders: i64,
    pub sales: Money,
    /// Orders per thousand visits, 1000 at most; nothing without visits.
    pub conversion_permille: Option<i64>,
    /// Five at most, the best first.
    pub best: Vec<BestGoods>,
}

#[derive(FromRow)]
struct BestRow {
    goods: String,
    title: String,
    pieces: i64,
    sales: i64,
    photo: Option<String>,
    alt: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    color: Option<String>,
}

/// Today, 7 or 30 days.
#[utoipa::path(get, path = "/desk/stats", tag = "seller", params(Days),
    responses((status = 200, body = Stats), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    seller: Seller,
    asked: Result<Query<Days>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<Stats>, Problem> {
    let Query(asked) = asked.map_err(|error| Problem::field("query", "wrong_type", error.body_text()))?;
    if ![1, 7, 30].contains(&asked.days) {
        return Err(Problem::field("days", "out_of_range", "days is 1, 7 or 30."));
    }
    if !(-MAX_OFFSET..=MAX_OFFSET).contains(&asked.offset) {
        let message = format!("offset is at most {MAX_OFFSET} minutes either way.");
        return Err(Problem::field("offset", "out_of_range", message));
    }
    let offset = asked.offset * 60_000;
    let today = (clock::now() + offset).div_euclid(clock::DAY);
    let span = Span { shop: seller.shop, offset, first: today - asked.days + 1, today };
    let money = |minor: i64| wire::money(minor, seller.currency).map(Money::from);
    let mut moment = app.db.read.begin().await?;
    let sold = span.orders(&mut moment).await?;
    let seen = span.visits(&mut moment).await?;
    let best = span.best(&mut moment).await?;
    moment.commit().await?;

    let day = |day: i64| -> Result<DayStats, Failure> {
        let (orders, sales) = sold.get(&day).copied().unwrap_or_default();
        let visits = seen.iter().filter(|(at, ..)| span.day(*at) == day).map(|(.., visits)| visits).sum();
        Ok(DayStats { day: clock::date(day), visits, orders, sales: money(sales)? })
    };
    let days = (span.first..=today).map(day).collect::<Result<Vec<_>, _>>()?;
    let mut by_source: HashMap<String, i64> = HashMap::new();
    for (_, source, visits) in seen {
        *by_source.entry(source).or_default() += visits;
    }
    let mut sources: Vec<_> =
        by_source.into_iter().map(|(source, visits)| SourceStats { source, visits }).collect();
    sources.sort_by(|one, other| other.visits.cmp(&one.visits).then_with(|| one.source.cmp(&other.source)));
    let (visits, orders) = (days.iter().map(|day| day.visits).sum(), days.iter().map(|day| day.orders).sum());
    let shown = |row: BestRow| -> Result<BestGoods, Failure> {
        let alt = row.alt.unwrap_or_default();
        Ok(BestGoods {
            photo: Photo::of(row.photo, row.width, row.height, row.color, &alt),
            goods: row.goods,
            title: row.title,
            pieces: row.pieces,
            sales: money(row.sales)?,
        })
    };
    Ok(Json(Stats {
        sources,
        visits,
        orders,
        sales: money(days.iter().map(|day| day.sales.minor).sum())?,
        conversion_permille: (visits > 0).then(|| (orders * 1000 / visits).min(1000)),
        best: best.into_iter().map(shown).collect::<Result<_, _>>()?,
        days,
    }))
}

/// Days in a row, counted since 1970 by the seller's clock.
struct Span {
    shop: i64,
    /// Milliseconds by which that clock is ahead of UTC.
    offset: i64,
    first: i64,
    today: i64,
}

impl Span {
    /// The moment it begins and the one it ends.
    fn bounds(&self) -> (i64, i64) {
        (self.first * clock::DAY - self.offset, (self.today + 1) * clock::DAY - self.offset)
    }

    /// Orders and sales by day.
    async fn orders(&self, conn: &mut SqliteConnection) -> Result<HashMap<i64, (i64, i64)>, Failure> {
        let (from, until) = self.bounds();
        let rows: Vec<(i64, i64, i64)> = sqlx::query_as(
            "SELECT (placed_at + $2) / $3 AS day, COUNT(*), CAST(SUM(total - refunded) AS BIGINT) FROM orders \
             WHERE shop = $1 AND placed_at >= $4 AND placed_at < $5 AND status <> 'cancelled' GROUP BY day",
        )
        .bind(self.shop)
        .bind(self.offset)
        .bind(clock::DAY)
        .bind(from)
        .bind(until)
        .fetch_all(conn)
        .await?;
        Ok(rows.into_iter().map(|(day, orders, sales)| (day, (orders, sales))).collect())
    }

    /// Hour, source and visits.
    async fn visits(&self, conn: &mut SqliteConnection) -> Result<Vec<(i64, String, i64)>, Failure> {
        let (from, until) = self.bounds();
        let query =
            "SELECT hour, source, visits FROM visits WHERE shop = $1 AND hour * $2 >= $3 AND hour * $2 < $4";
        let rows = sqlx::query_as(query).bind(self.shop).bind(HOUR).bind(from).bind(until);
        Ok(rows.fetch_all(conn).await?)
    }

    /// The seller's day in which an hour begins.
    fn day(&self, hour: i64) -> i64 {
        (hour * HOUR + self.offset).div_euclid(clock::DAY)
    }

    async fn best(&self, conn: &mut SqliteConnection) -> Result<Vec<BestRow>, Failure> {
        let (from, until) = self.bounds();
        Ok(sqlx::query_as(
            "SELECT b.goods, COALESCE(g.title, b.title) AS title, b.pieces, b.sales, \
               gp.photo, gp.alt, p.width, p.height, p.color \
             FROM (SELECT l.goods, MAX(l.title) AS title, CAST(SUM(l.quantity) AS BIGINT) AS pieces, \
                 CAST(SUM(l.unit * l.quantity) AS BIGINT) AS sales \
               FROM orders o JOIN order_lines l ON l.order_id = o.id \
               WHERE o.shop = $1 AND o.placed_at >= $2 AND o.placed_at < $3 AND o.status <> 'cancelled' \
               GROUP BY l.goods) b \
             LEFT JOIN goods g ON g.id = b.goods \
             LEFT JOIN goods_photos gp ON gp.goods = b.goods AND gp.position = 0 \
             LEFT JOIN photos p ON p.hash = gp.photo \
             ORDER BY b.sales DESC, b.pieces DESC, b.goods LIMIT $4",
        )
        .bind(self.shop)
        .bind(from)
        .bind(until)
        .bind(BEST)
        .fetch_all(conn)
        .await?)
    }
}

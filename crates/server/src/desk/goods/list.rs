//! `GET /desk/goods`: all goods, hidden and sold-out ones too, filtered, searched, page by page.

mod card;
mod rows;

pub use card::DeskCard;

use crate::app::App;
use crate::desk::seller::Seller;
use crate::error::Problem;
use crate::goods::list::{MAX_PAGE, MAX_SEARCH, PAGE, cursor, pattern};
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use rows::Counts;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

const FILTERS: [&str; 5] = ["all", "on_sale", "sold_out", "hidden", "low"];

/// What the list is asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// `all`, `on_sale`, `sold_out` (shown, nothing left), `hidden` or `low` (shown, a sku nearly or wholly sold out).
    filter: String,
    /// A category's id.
    category: String,
    /// Words that stand in title, text or an article number, in any letter case.
    q: String,
    /// `next` of the page before.
    cursor: String,
    /// 1–100, 24 when left out.
    limit: Option<i64>,
}

/// One page with the number of goods under each filter, whatever is searched.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GoodsList {
    pub items: Vec<DeskCard>,
    pub next: Option<String>,
    pub counts: Counts,
}

/// A page of the seller's goods, in the seller's order.
#[utoipa::path(get, path = "/desk/goods", tag = "seller", params(Filter),
    responses((status = 200, body = GoodsList), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    seller: Seller,
    filter: Result<Query<Filter>, QueryRejection>,
) -> Result<Json<GoodsList>, Problem> {
    let Query(filter) = filter.map_err(|error| Problem::field("query", "wrong_type", error.body_text()))?;
    let limit = filter.limit.unwrap_or(PAGE);
    if !(1..=MAX_PAGE).contains(&limit) {
        return Err(Problem::field("limit", "out_of_range", format!("A page has 1 to {MAX_PAGE} goods.")));
    }
    if filter.q.chars().count() > MAX_SEARCH {
        let message = format!("A search has at most {MAX_SEARCH} characters.");
        return Err(Problem::field("q", "too_long", message));
    }
    let kind = if filter.filter.is_empty() { FILTERS[0] } else { &filter.filter };
    if !FILTERS.contains(&kind) {
        return Err(Problem::field(
            "filter",
            "unknown",
            format!("A filter is one of {}.", FILTERS.join(", ")),
        ));
    }
    let mut conn = app.db.read.acquire().await?;
    let page = rows::Page {
        shop: seller.shop,
        kind,
        category: &filter.category,
        pattern: pattern(&filter.q),
        after: cursor(&filter.cursor)?,
        goods: "",
        limit: limit + 1,
    };
    let mut rows = page.rows(&mut conn).await?;
    let more = rows.len() as i64 > limit;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| more).map(rows::Row::cursor);
    let items = rows.into_iter().map(|row| row.card(seller.currency)).collect::<Result<_, _>>()?;
    Ok(Json(GoodsList { items, next, counts: rows::counts(&mut conn, seller.shop).await? }))
}

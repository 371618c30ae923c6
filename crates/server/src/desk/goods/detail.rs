//! `GET /desk/goods/{id}`: one goods item whole, as it is edited.

use super::unknown_goods;
use crate::app::App;
use crate::db::Conn;
use crate::desk::seller::Seller;
use crate::error::{Failure, Problem};
use crate::goods::detail::{GoodsOption, options, photos};
use crate::wire::{self, Money, Photo};
use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use sqlx::FromRow;
use utoipa::ToSchema;

/// One goods item whole.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskGoods {
    pub id: String,
    pub title: String,
    /// Plain text with line breaks.
    pub text: String,
    /// A category's id.
    pub category: Option<String>,
    pub visible: bool,
    pub photos: Vec<Photo>,
    pub options: Vec<GoodsOption>,
    pub skus: Vec<DeskSku>,
    /// What a save must name.
    pub version: i64,
}

/// One combination of option values.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskSku {
    pub id: String,
    /// The seller's own article number; may be empty.
    pub code: String,
    /// One value for each option, in the options' order.
    pub values: Vec<String>,
    pub price: Money,
    pub compare_at: Option<Money>,
    pub stock: i64,
    pub weight_grams: Option<i64>,
    /// Hash of the photo that shows it.
    pub photo: Option<String>,
    /// Whether it is on sale.
    pub active: bool,
}

#[derive(FromRow)]
struct Row {
    id: String,
    title: String,
    text: String,
    category: Option<String>,
    visible: bool,
    version: i64,
}

#[derive(FromRow)]
struct SkuRow {
    id: String,
    code: String,
    value1: String,
    value2: String,
    value3: String,
    price: i64,
    compare_at: Option<i64>,
    stock: i64,
    weight_grams: Option<i64>,
    photo: Option<String>,
    active: bool,
}

/// One goods item whole.
#[utoipa::path(get, path = "/desk/goods/{id}", tag = "seller", params(("id" = String, Path)),
    responses((status = 200, body = DeskGoods), (status = 401, body = Problem), (status = 404, body = Problem, description = "`unknown_goods`")))]
pub async fn get(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
) -> Result<Json<DeskGoods>, Problem> {
    let mut conn = app.db.read.acquire().await?;
    Ok(Json(find(&mut conn, &seller, &id).await?.ok_or_else(unknown_goods)?))
}

/// The seller's goods with that id.
pub async fn find(conn: &mut Conn, seller: &Seller, id: &str) -> Result<Option<DeskGoods>, Failure> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT id, title, text, category, visible, version FROM goods WHERE shop = $1 AND id = $2",
    )
    .bind(seller.shop)
    .bind(id)
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let skus: Vec<SkuRow> = sqlx::query_as(
        "SELECT id, code, value1, value2, value3, price, compare_at, stock, weight_grams, photo, active FROM skus \
         WHERE goods = $1 AND shop = $2 AND NOT withdrawn ORDER BY position",
    )
    .bind(&row.id)
    .bind(seller.shop)
    .fetch_all(&mut *conn)
    .await?;
    let amount = |minor: i64| wire::money(minor, seller.currency).map(Money::from);
    let sku = |sku: SkuRow| {
        Ok::<_, Failure>(DeskSku {
            values: wire::values([sku.value1, sku.value2, sku.value3]),
            price: amount(sku.price)?,
            compare_at: sku.compare_at.map(amount).transpose()?,
            id: sku.id,
            code: sku.code,
            stock: sku.stock,
            weight_grams: sku.weight_grams,
            photo: sku.photo,
            active: sku.active,
        })
    };
    Ok(Some(DeskGoods {
        photos: photos(conn, &row.id).await?,
        options: options(conn, &row.id).await?,
        skus: skus.into_iter().map(sku).collect::<Result<_, _>>()?,
        id: row.id,
        title: row.title,
        text: row.text,
        category: row.category,
        visible: row.visible,
        version: row.version,
    }))
}

//! What the list reads: goods with the sums of their skus.

use super::card::{CardSku, DeskCard};
use crate::db::Conn;
use crate::error::Failure;
use crate::wire::{self, Photo};
use minishop_core::Currency;
use serde::Serialize;
use sqlx::FromRow;
use utoipa::ToSchema;

/// Goods of the shop `$1` with what their skus add up to. Prices are those on sale, or all where none is.
macro_rules! shelf {
    ($rest:literal) => {
        concat!(
            "WITH shelf AS (
               SELECT g.id, g.title, g.category, g.search, g.visible, g.version, g.position, COUNT(s.id) AS skus,
                 MIN(s.id) AS sku, MIN(s.price) AS sku_price, MIN(s.stock) AS sku_stock,
                 COALESCE(MIN(CASE WHEN s.active THEN s.price END), MIN(s.price), 0) AS low_price,
                 COALESCE(MAX(CASE WHEN s.active THEN s.price END), MAX(s.price), 0) AS high_price,
                 COALESCE(SUM(CASE WHEN s.active THEN s.stock END), 0) AS stock,
                 g.visible AND COALESCE(MIN(CASE WHEN s.active THEN s.stock END) <= h.low_stock, FALSE) AS low
               FROM goods g JOIN shops h ON h.number = g.shop
               LEFT JOIN skus s ON s.goods = g.id AND NOT s.withdrawn
               WHERE g.shop = $1
               GROUP BY g.id, g.title, g.category, g.search, g.visible, g.version, g.position, h.low_stock) ",
            $rest
        )
    };
}

/// How many goods each filter finds.
#[derive(Debug, Clone, Serialize, ToSchema, FromRow)]
pub struct Counts {
    #[sqlx(rename = "every")]
    pub all: i64,
    pub on_sale: i64,
    pub sold_out: i64,
    pub hidden: i64,
    pub low: i64,
}

/// The numbers beside the filters.
pub async fn counts(conn: &mut Conn, shop: i64) -> Result<Counts, Failure> {
    Ok(sqlx::query_as(shelf!(
        "SELECT COUNT(*) AS every, COUNT(CASE WHEN visible AND stock > 0 THEN 1 END) AS on_sale,
           COUNT(CASE WHEN visible AND stock = 0 THEN 1 END) AS sold_out,
           COUNT(CASE WHEN NOT visible THEN 1 END) AS hidden, COUNT(CASE WHEN low THEN 1 END) AS low FROM shelf"
    ))
    .bind(shop)
    .fetch_one(conn)
    .await?)
}

/// Which rows are wanted; empty texts leave everything in.
pub struct Page<'q> {
    pub shop: i64,
    pub kind: &'q str,
    pub category: &'q str,
    /// For LIKE, with `!` before what is meant literally.
    pub pattern: String,
    /// Position and id of the last row before.
    pub after: (i64, String),
    pub goods: &'q str,
    pub limit: i64,
}

/// One goods item's row.
#[derive(FromRow)]
pub struct Row {
    id: String,
    title: String,
    category: Option<String>,
    visible: bool,
    version: i64,
    position: i64,
    skus: i64,
    sku: Option<String>,
    sku_price: Option<i64>,
    sku_stock: Option<i64>,
    low_price: i64,
    high_price: i64,
    stock: i64,
    low: bool,
    photo: Option<String>,
    alt: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    color: Option<String>,
}

impl Page<'_> {
    /// The rows in the seller's order.
    pub async fn rows(self, conn: &mut Conn) -> Result<Vec<Row>, Failure> {
        let (position, id) = self.after;
        Ok(sqlx::query_as(shelf!(
            "SELECT f.id, f.title, f.category, f.visible, f.version, f.position, f.skus, f.sku, f.sku_price,
               f.sku_stock, f.low_price, f.high_price, f.stock, f.low, gp.photo, gp.alt, p.width, p.height, p.color
             FROM shelf f LEFT JOIN goods_photos gp ON gp.goods = f.id AND gp.position = 0
             LEFT JOIN photos p ON p.hash = gp.photo
             WHERE ($2 = 'all' OR ($2 = 'on_sale' AND f.visible AND f.stock > 0)
                 OR ($2 = 'sold_out' AND f.visible AND f.stock = 0) OR ($2 = 'hidden' AND NOT f.visible)
                 OR ($2 = 'low' AND f.low))
               AND ($3 = '' OR f.category = $3) AND ($4 = '' OR f.id = $4)
               AND ($5 = '' OR f.search LIKE $5 ESCAPE '!' OR EXISTS (SELECT 1 FROM skus c
                 WHERE c.goods = f.id AND NOT c.withdrawn AND LOWER(c.code) LIKE $5 ESCAPE '!'))
               AND (f.position > $6 OR (f.position = $6 AND f.id > $7))
             ORDER BY f.position, f.id LIMIT $8"
        ))
        .bind(self.shop)
        .bind(self.kind)
        .bind(self.category)
        .bind(self.goods)
        .bind(self.pattern)
        .bind(position)
        .bind(id)
        .bind(self.limit)
        .fetch_all(conn)
        .await?)
    }
}

impl Row {
    /// Where the next page begins.
    pub fn cursor(&self) -> String {
        format!("{}~{}", self.position, self.id)
    }

    pub fn card(self, currency: Currency) -> Result<DeskCard, Failure> {
        let amount = |minor: i64| wire::money(minor, currency).map(wire::Money::from);
        let sku = match (self.skus, self.sku, self.sku_price, self.sku_stock) {
            (1, Some(id), Some(price), Some(stock)) => Some(CardSku { id, price: amount(price)?, stock }),
            _ => None,
        };
        let alt = self.alt.unwrap_or_default();
        Ok(DeskCard {
            photo: Photo::of(self.photo, self.width, self.height, self.color, &alt),
            price: amount(self.low_price)?,
            price_max: amount(self.high_price)?,
            id: self.id,
            title: self.title,
            category: self.category,
            visible: self.visible,
            stock: self.stock,
            skus: self.skus,
            low: self.low,
            version: self.version,
            sku,
        })
    }
}

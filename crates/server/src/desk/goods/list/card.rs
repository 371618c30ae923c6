//! Goods as they stand in the desk's list.

use super::rows::Page;
use crate::db::Conn;
use crate::desk::goods::unknown_goods;
use crate::desk::seller::Seller;
use crate::error::Problem;
use crate::wire::{Money, Photo};
use serde::Serialize;
use utoipa::ToSchema;

/// Goods in the list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskCard {
    pub id: String,
    pub title: String,
    /// A category's id.
    pub category: Option<String>,
    pub photo: Option<Photo>,
    pub visible: bool,
    /// The lowest price.
    pub price: Money,
    /// The highest price.
    pub price_max: Money,
    /// Pieces over all skus on sale.
    pub stock: i64,
    /// How many skus there are.
    pub skus: i64,
    /// Shown, and a sku is nearly or wholly sold out.
    pub low: bool,
    pub version: i64,
    /// The only sku, if there is one alone: it can be edited in the list.
    pub sku: Option<CardSku>,
}

/// The only sku of goods.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CardSku {
    pub id: String,
    pub price: Money,
    pub stock: i64,
}

impl DeskCard {
    /// The card of the seller's goods with that id.
    pub async fn of(conn: &mut Conn, seller: &Seller, goods: &str) -> Result<Self, Problem> {
        let page = Page {
            shop: seller.shop,
            kind: "all",
            category: "",
            pattern: String::new(),
            after: (i64::MIN, String::new()),
            goods,
            limit: 1,
        };
        let row = page.rows(conn).await?.pop().ok_or_else(unknown_goods)?;
        Ok(row.card(seller.currency)?)
    }
}

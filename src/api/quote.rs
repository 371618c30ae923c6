//! The server's price for a cart.

use super::fetch::{Call, call};
use super::goods::{read_goods_id, read_sku_id};
use super::problem::ApiError;
use super::shop::{Photo, read_money};
use crate::json::{Json, Wrong};
use minishop_core::{Cart, GoodsId, Money, Quantity, ShopNumber, SkuId};

/// What the cart comes to now; the totals count only lines that can be had as asked.
#[derive(Clone, PartialEq, Debug)]
pub struct Quote {
    /// In the order of the cart.
    pub lines: Vec<QuoteLine>,
    pub goods_total: Money,
    pub delivery_fee: Money,
    pub total: Money,
    /// Whether all of it can be ordered.
    pub orderable: bool,
}

#[derive(Clone, PartialEq, Debug)]
pub struct QuoteLine {
    pub sku: SkuId,
    pub goods: Option<GoodsId>,
    pub title: String,
    pub values: Vec<String>,
    pub photo: Option<Photo>,
    pub quantity: Quantity,
    pub unit: Money,
    pub amount: Money,
    /// Pieces left.
    pub left: u32,
    pub state: LineState,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineState {
    Ok,
    /// Fewer are left than asked for, one at least.
    Less,
    SoldOut,
    /// No longer sold here.
    Gone,
}

pub(super) fn read_quantity(json: &Json) -> Result<Quantity, Wrong> {
    Quantity::new(json.as_int()?).ok_or_else(Wrong::here)
}

impl QuoteLine {
    fn read(json: &Json) -> Result<Self, Wrong> {
        let state = match json.text("state")?.as_str() {
            "ok" => LineState::Ok,
            "less" => LineState::Less,
            "sold_out" => LineState::SoldOut,
            "gone" => LineState::Gone,
            _ => return Err(Wrong::here().under("state")),
        };
        Ok(Self {
            sku: json.read("sku", read_sku_id)?,
            goods: json.read_opt("goods", read_goods_id)?,
            title: json.text("title")?,
            values: json.read_list("values", Json::as_text)?,
            photo: json.read_opt("photo", Photo::read)?,
            quantity: json.read("quantity", read_quantity)?,
            unit: json.read("unit", read_money)?,
            amount: json.read("amount", read_money)?,
            left: json.count("left")?,
            state,
        })
    }
}

impl Quote {
    /// Reads a quote, also one that comes with a refusal.
    pub fn read(json: &Json) -> Result<Self, Wrong> {
        Ok(Self {
            lines: json.read_list("lines", QuoteLine::read)?,
            goods_total: json.read("goods_total", read_money)?,
            delivery_fee: json.read("delivery_fee", read_money)?,
            total: json.read("total", read_money)?,
            orderable: json.flag("orderable"),
        })
    }

    /// The line of that sku.
    pub fn line(&self, sku: &SkuId) -> Option<&QuoteLine> {
        self.lines.iter().find(|line| &line.sku == sku)
    }
}

/// `[{"sku": …, "quantity": …}]` as quotes and orders take it.
pub(super) fn lines(cart: &Cart) -> Json {
    let line = |line: &minishop_core::Line| {
        let quantity = Json::Int(i64::from(line.quantity.get()));
        Json::map([("sku", line.sku.as_str().into()), ("quantity", quantity)])
    };
    Json::List(cart.lines().iter().map(line).collect())
}

/// Asks what the cart comes to, with a delivery method or without its fee.
pub async fn quote(shop: ShopNumber, cart: &Cart, delivery: Option<&str>) -> Result<Quote, ApiError> {
    let path = format!("/shops/{shop}/quotes");
    let body = Json::map([("lines", lines(cart)), ("delivery", delivery.into())]).write();
    Ok(Quote::read(&call(Call::post(&path, &body)).await?)?)
}

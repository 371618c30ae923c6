//! The server's price for a cart.

use super::fetch::{Call, call};
use super::goods::{sku_id, values};
use super::problem::ApiError;
use super::shop::{Photo, money};
use crate::json::{At, Json, Wrong};
use minishop_core::{Cart, GoodsId, Money, Quantity, Refused, ShopNumber, SkuId};

/// What the cart comes to now; the totals count only lines that can be had as asked.
#[derive(Clone, PartialEq, Debug)]
pub struct Quote {
    /// In the order of the cart.
    pub lines: Vec<QuoteLine>,
    pub goods_total: Money,
    pub delivery_fee: Money,
    pub total: Money,
    /// Why it cannot come by the delivery that was asked for.
    pub refused: Option<Refused>,
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

pub(super) fn quantity(at: &At) -> Quantity {
    Quantity::new(at.int("quantity")).unwrap_or_else(|| {
        at.fail();
        Quantity::ONE
    })
}

impl QuoteLine {
    fn read(at: &At) -> Self {
        let state = |word: &str| match word {
            "ok" => Some(LineState::Ok),
            "less" => Some(LineState::Less),
            "sold_out" => Some(LineState::SoldOut),
            "gone" => Some(LineState::Gone),
            _ => None,
        };
        Self {
            sku: sku_id(at, "sku"),
            goods: at.parsed_opt("goods", |text| GoodsId::parse(text).ok()),
            title: at.text("title"),
            values: values(at),
            photo: at.part_opt("photo", Photo::read),
            quantity: quantity(at),
            unit: at.part("unit", money),
            amount: at.part("amount", money),
            left: at.count("left"),
            state: at.parsed("state", state, "ok"),
        }
    }
}

impl Quote {
    /// Reads a quote, also one that comes with a refusal.
    pub fn read(json: &Json) -> Result<Self, Wrong> {
        json.read(|at| Self {
            lines: at.list("lines", QuoteLine::read),
            goods_total: at.part("goods_total", money),
            delivery_fee: at.part("delivery_fee", money),
            total: at.part("total", money),
            refused: at.text_opt("delivery_refused").map(|word| match word.as_str() {
                "weight" => Refused::Weight,
                _ => Refused::Region,
            }),
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
        Json::map(&mut [("sku", line.sku.as_str().into()), ("quantity", quantity)])
    };
    Json::List(cart.lines().iter().map(line).collect())
}

/// How goods are to come, as far as it is decided.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Way {
    /// The delivery method's id; empty before a choice.
    pub delivery: String,
    /// Country and province as the buyer wrote them; `Null` where neither is known.
    pub region: Json,
}

/// Asks what the cart comes to, with the fee of that way where one is chosen.
pub async fn quote(shop: ShopNumber, cart: &Cart, way: &Way) -> Result<Quote, ApiError> {
    let path = format!("/shops/{shop}/quotes");
    let delivery = Some(way.delivery.as_str()).filter(|id| !id.is_empty());
    let region = way.region.clone();
    let body =
        Json::map(&mut [("lines", lines(cart)), ("delivery", delivery.into()), ("region", region)]).write();
    Ok(Quote::read(&call(Call::post(&path, &body)).await?)?)
}

//! Placing an order: the body is built once, saved by the caller, and sent as often as it takes.

use super::fetch::{Call, call};
use super::goods::sku_id;
use super::order::{Order, token};
use super::problem::ApiError;
use super::quote::{lines, quantity};
use crate::json::{At, Json, Wrong};
use minishop_core::recipient::Recipient;
use minishop_core::{Cart, Money, OrderKey, OrderToken, Quantity, ShopNumber, SkuId};

/// Everything the buyer decided.
pub struct Wish<'w> {
    pub cart: &'w Cart,
    pub recipient: &'w Recipient,
    /// Whether the delivery method takes goods to an address.
    pub needs_address: bool,
    /// The delivery method's id.
    pub delivery: &'w str,
    /// The payment method's id.
    pub payment: &'w str,
    pub note: &'w str,
    /// The total the buyer saw.
    pub expected_total: Money,
}

/// An order that exists.
#[derive(Clone, PartialEq, Debug)]
pub struct Placed {
    pub order: Order,
    pub token: OrderToken,
}

impl Wish<'_> {
    /// The request's body.
    pub fn body(&self) -> String {
        let who = self.recipient;
        let text = |text: &str| Json::from(text.trim());
        let mut address = [
            ("country", text(&who.country)),
            ("province", text(&who.province)),
            ("city", text(&who.city)),
            ("district", text(&who.district)),
            ("street", text(&who.street)),
            ("postcode", text(&who.postcode)),
        ];
        let total = self.expected_total;
        let mut total = [("minor", total.minor().into()), ("currency", total.currency().code().into())];
        Json::map(&mut [
            ("lines", lines(self.cart)),
            ("contact", Json::map(&mut [("name", text(&who.name)), ("phone", text(&who.phone))])),
            ("address", if self.needs_address { Json::map(&mut address) } else { Json::Null }),
            ("delivery", self.delivery.into()),
            ("payment", self.payment.into()),
            ("note", text(self.note)),
            ("expected_total", Json::map(&mut total)),
        ])
        .write()
    }
}

/// The skus and pieces in a body made by [`Wish::body`]; empty when it is unreadable.
pub fn ordered(body: &str) -> Vec<(SkuId, Quantity)> {
    let lines = |at: &At| at.list("lines", |at| (sku_id(at, "sku"), quantity(at)));
    Json::parse(body).and_then(|json| json.read(lines)).unwrap_or_default()
}

impl Placed {
    /// Reads the answer to a placed order.
    pub fn read(json: &Json) -> Result<Self, Wrong> {
        json.read(|at| Self { order: at.part("order", Order::read), token: token(at) })
    }
}

/// Sends an order; the same key and body again answer with the same order.
pub async fn place_order(shop: ShopNumber, key: &OrderKey, body: &str) -> Result<Placed, ApiError> {
    let path = format!("/shops/{shop}/orders");
    Ok(Placed::read(&call(Call::post(&path, body).under(key)).await?)?)
}

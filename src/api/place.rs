//! Placing an order: the body is built once, saved by the caller, and sent as often as it takes.

use super::fetch::{Call, call};
use super::order::{Order, read_token};
use super::problem::ApiError;
use super::quote::lines;
use crate::json::{Json, Wrong};
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
        let address = [
            ("country", text(&who.country)),
            ("province", text(&who.province)),
            ("city", text(&who.city)),
            ("district", text(&who.district)),
            ("street", text(&who.street)),
            ("postcode", text(&who.postcode)),
        ];
        let total = self.expected_total;
        let total = [("minor", total.minor().into()), ("currency", total.currency().code().into())];
        Json::map([
            ("lines", lines(self.cart)),
            ("contact", Json::map([("name", text(&who.name)), ("phone", text(&who.phone))])),
            ("address", if self.needs_address { Json::map(address) } else { Json::Null }),
            ("delivery", self.delivery.into()),
            ("payment", self.payment.into()),
            ("note", text(self.note)),
            ("expected_total", Json::map(total)),
        ])
        .write()
    }
}

/// The skus and pieces in a body made by [`Wish::body`]; empty when it is unreadable.
pub fn ordered(body: &str) -> Vec<(SkuId, Quantity)> {
    let line = |json: &Json| {
        Ok((
            json.read("sku", super::goods::read_sku_id)?,
            json.read("quantity", super::quote::read_quantity)?,
        ))
    };
    Json::parse(body).and_then(|json| json.read_list("lines", line)).unwrap_or_default()
}

impl Placed {
    /// Reads the answer to a placed order.
    pub fn read(json: &Json) -> Result<Self, Wrong> {
        Ok(Self { order: json.read("order", Order::read)?, token: json.read("token", read_token)? })
    }
}

/// Sends an order; the same key and body again answer with the same order.
pub async fn place_order(shop: ShopNumber, key: &OrderKey, body: &str) -> Result<Placed, ApiError> {
    let path = format!("/shops/{shop}/orders");
    Ok(Placed::read(&call(Call::post(&path, body).under(key)).await?)?)
}

//! Orders placed with this device, by shop: their links are the only key to them.

use super::{load_list, now, order_key, storage};
use crate::json::{At, Json};
use minishop_core::{OrderKey, OrderToken, ShopNumber};

/// One order as this device remembers it.
#[derive(Clone, PartialEq, Debug)]
pub struct MyOrder {
    pub token: OrderToken,
    /// For people to name it.
    pub code: String,
    /// The total as it was shown.
    pub total: String,
    /// When it was placed, seconds since 1970.
    pub at: i64,
    /// The key it was placed under, if by this device.
    pub key: Option<OrderKey>,
}

/// Orders remembered for one shop at most.
const MAX: usize = 50;

fn read(at: &At) -> MyOrder {
    MyOrder {
        token: at.parsed("token", |text| OrderToken::parse(text).ok(), "----------------------"),
        code: at.text("code"),
        total: at.text("total"),
        at: at.int("at"),
        key: at.parsed_opt("key", order_key),
    }
}

fn place(shop: ShopNumber) -> String {
    format!("ms:1:orders:{shop}")
}

/// The shop's orders of this device, the newest first.
pub fn orders(shop: ShopNumber) -> Vec<MyOrder> {
    load_list(&place(shop), read)
}

/// The order that came of that key.
pub fn of_key(shop: ShopNumber, key: &OrderKey) -> Option<MyOrder> {
    orders(shop).into_iter().find(|order| order.key.as_ref() == Some(key))
}

/// Remembers an order; one that is known already stays where it is.
pub fn remember(shop: ShopNumber, token: &OrderToken, code: &str, total: &str, key: Option<&OrderKey>) {
    let mut all = orders(shop);
    if all.iter().any(|order| &order.token == token) {
        return;
    }
    let (code, total) = (code.to_owned(), total.to_owned());
    all.insert(0, MyOrder { token: token.clone(), code, total, at: now(), key: key.cloned() });
    all.truncate(MAX);
    let write = |order: &MyOrder| {
        Json::map(&mut [
            ("token", order.token.as_str().into()),
            ("code", order.code.as_str().into()),
            ("total", order.total.as_str().into()),
            ("at", order.at.into()),
            ("key", order.key.as_ref().map(OrderKey::as_str).into()),
        ])
    };
    storage::set(&place(shop), &Json::List(all.iter().map(write).collect()).write());
    storage::changed();
}

//! What the buyer is about to order from a shop, under one order key until an order came of it.

use super::{attempt, load, random_key, read_key, storage};
use crate::json::{At, Json};
use minishop_core::{
    Cart, CartError, Currency, GoodsId, Line, Money, OrderKey, Quantity, Seen, ShopNumber, SkuId,
};

/// Which of a shop's two baskets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slot {
    Cart,
    /// The one line of «Buy now»; the cart stays as it is.
    Now,
}

/// A cart with the order key it will be ordered under: made when the first line is put in, and kept until the outcome
/// of ordering is known, so that two tabs, a reload and a retry all mean the same order.
#[derive(Clone, PartialEq, Debug)]
pub struct Basket {
    pub key: OrderKey,
    pub cart: Cart,
}

impl Slot {
    pub const ALL: [Self; 2] = [Self::Cart, Self::Now];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Cart => "cart",
            Self::Now => "now",
        }
    }
}

impl Basket {
    /// Takes out what was ordered; `false` when nothing is left.
    fn settle(&mut self, ordered: &[(SkuId, Quantity)]) -> bool {
        for (sku, pieces) in ordered {
            let own = self.cart.lines().iter().find(|line| &line.sku == sku);
            let more = own.map_or(0, |line| i64::from(line.quantity.get()) - i64::from(pieces.get()));
            match Quantity::new(more) {
                Some(rest) => self.cart.set(sku, rest),
                None => self.cart.remove(sku),
            }
        }
        !self.cart.is_empty()
    }

    fn read(at: &At) -> Self {
        let currency = at.parsed("currency", Currency::parse, "USD");
        let mut cart = Cart::new(currency);
        for Stored { sku, goods, quantity, minor, title, choice, photo } in at.list("lines", Stored::read) {
            let photo = Some(photo).filter(|hash| !hash.is_empty());
            let line = |unit| Line { sku, quantity, seen: Seen { goods, title, choice, photo, unit } };
            if !Money::new(minor, currency).is_ok_and(|unit| cart.add(line(unit)).is_ok()) {
                at.fail();
            }
        }
        if cart.is_empty() {
            at.fail();
        }
        Self { key: read_key(at), cart }
    }

    fn write(&self) -> String {
        let line = |line: &Line| {
            Json::map(&mut [
                ("sku", line.sku.as_str().into()),
                ("goods", line.seen.goods.as_str().into()),
                ("quantity", Json::Int(line.quantity.get().into())),
                ("unit", line.seen.unit.minor().into()),
                ("title", line.seen.title.as_str().into()),
                ("choice", line.seen.choice.as_str().into()),
                ("photo", line.seen.photo.as_deref().unwrap_or_default().into()),
            ])
        };
        Json::map(&mut [
            ("key", self.key.as_str().into()),
            ("currency", self.cart.currency().code().into()),
            ("lines", Json::List(self.cart.lines().iter().map(line).collect())),
        ])
        .write()
    }
}

/// A line as it is stored: its price in the basket's currency.
struct Stored {
    sku: SkuId,
    goods: GoodsId,
    quantity: Quantity,
    minor: i64,
    title: String,
    choice: String,
    photo: String,
}

impl Stored {
    fn read(at: &At) -> Self {
        let quantity = Quantity::new(at.int("quantity"));
        if quantity.is_none() {
            at.fail();
        }
        Self {
            sku: at.parsed("sku", |text| SkuId::parse(text).ok(), "-"),
            goods: at.parsed("goods", |text| GoodsId::parse(text).ok(), "-"),
            quantity: quantity.unwrap_or(Quantity::ONE),
            minor: at.int("unit"),
            title: at.text("title"),
            choice: at.text("choice"),
            photo: at.text("photo"),
        }
    }
}

fn place(shop: ShopNumber, slot: Slot) -> String {
    format!("ms:1:{}:{shop}", slot.word())
}

/// The basket as any tab left it last; `None` when it is empty.
pub fn basket(shop: ShopNumber, slot: Slot) -> Option<Basket> {
    load(&place(shop, slot), Basket::read)
}

/// Pieces in the shop's cart.
pub fn pieces(shop: ShopNumber) -> u32 {
    basket(shop, Slot::Cart).map_or(0, |basket| basket.cart.pieces())
}

fn save(shop: ShopNumber, slot: Slot, basket: Option<&Basket>) {
    match basket {
        Some(basket) => storage::set(&place(shop, slot), &basket.write()),
        None => storage::remove(&place(shop, slot)),
    }
    storage::changed();
}

/// A basket whose key was sent keeps it, even when it was emptied and filled anew, until an order came of it.
fn empty(shop: ShopNumber, slot: Slot, currency: Currency) -> Basket {
    let key = attempt::last(shop, slot).map_or_else(random_key, |attempt| attempt.key);
    Basket { key, cart: Cart::new(currency) }
}

/// Puts a line into the shop's cart.
pub fn add(shop: ShopNumber, line: Line) -> Result<(), CartError> {
    let currency = line.seen.unit.currency();
    let mut own = basket(shop, Slot::Cart).unwrap_or_else(|| empty(shop, Slot::Cart, currency));
    own.cart.add(line)?;
    save(shop, Slot::Cart, Some(&own));
    Ok(())
}

/// Makes the line the only one of «Buy now».
pub fn buy_now(shop: ShopNumber, line: Line) {
    let mut own = empty(shop, Slot::Now, line.seen.unit.currency());
    if own.cart.add(line).is_ok() {
        save(shop, Slot::Now, Some(&own));
    }
}

/// Changes the cart of a basket that has lines.
pub fn change(shop: ShopNumber, slot: Slot, change: impl FnOnce(&mut Cart)) {
    if let Some(mut own) = basket(shop, slot) {
        change(&mut own.cart);
        save(shop, slot, Some(&own).filter(|own| !own.cart.is_empty()));
    }
}

/// The key stands for an order that is not known here: what is still in the basket goes on under a new one.
pub fn renew(shop: ShopNumber, slot: Slot, key: &OrderKey) {
    settle(shop, slot, key, &[]);
}

/// An order came of that key: what was ordered leaves the basket, what came in meanwhile stays under a new key.
pub fn settle(shop: ShopNumber, slot: Slot, key: &OrderKey, ordered: &[(SkuId, Quantity)]) {
    if let Some(mut own) = basket(shop, slot).filter(|own| &own.key == key) {
        let rest = own.settle(ordered);
        own.key = random_key();
        save(shop, slot, Some(&own).filter(|_| rest));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn basket(lines: &[(&str, i64)]) -> Basket {
        let currency = Currency::parse("CNY").unwrap();
        let mut cart = Cart::new(currency);
        for (sku, pieces) in lines {
            let seen = Seen {
                goods: GoodsId::parse("cup").unwrap(),
                title: "杯 \"a\"".into(),
                choice: "Red / L".into(),
                photo: (*pieces > 1).then(|| "ab12".into()),
                unit: Money::new(1250, currency).unwrap(),
            };
            let sku = SkuId::parse(sku).unwrap();
            cart.add(Line { sku, quantity: Quantity::new(*pieces).unwrap(), seen }).unwrap();
        }
        Basket { key: OrderKey::parse("0123456789abcdef0123456789abcdef").unwrap(), cart }
    }

    #[test]
    fn a_stored_basket_reads_back_whole() {
        let stored = basket(&[("s1", 1), ("s2", 999)]);
        assert_eq!(Json::parse(&stored.write()).unwrap().read(Basket::read), Ok(stored));
    }

    #[test]
    fn a_broken_stored_basket_counts_as_none() {
        let good = basket(&[("s1", 2)]).write();
        for (part, other) in [
            ("\"quantity\":2", "\"quantity\":0"),
            ("\"quantity\":2", "\"quantity\":1000"),
            ("\"quantity\":2", "\"quantity\":\"2\""),
            ("CNY", "cny"),
            ("\"unit\":1250", "\"unit\":-1"),
            ("0123456789abcdef", "!"),
            ("\"s1\"", "\"s 1\""),
            ("\"lines\":[", "\"lines\":[null,"),
        ] {
            let broken = Json::parse(&good.replace(part, other)).unwrap();
            assert!(broken.read(Basket::read).is_err(), "{other}");
        }
        assert!(Json::Null.read(Basket::read).is_err());
    }

    #[test]
    fn settling_takes_out_what_was_ordered_and_keeps_the_rest() {
        let sku = |id| SkuId::parse(id).unwrap();
        let of = |pieces| Quantity::new(pieces).unwrap();
        let ordered = [(sku("s1"), of(2)), (sku("s2"), of(1)), (sku("gone"), of(1))];
        let mut all = basket(&[("s1", 2), ("s2", 1)]);
        assert!(!all.settle(&ordered));
        let mut grown = basket(&[("s1", 3), ("s2", 1), ("s3", 4)]);
        assert!(grown.settle(&ordered));
        let left: Vec<_> =
            grown.cart.lines().iter().map(|line| (line.sku.as_str(), line.quantity.get())).collect();
        assert_eq!(left, [("s1", 1), ("s3", 4)]);
    }
}

//! Where the buyer is: every address of that app, both directions here and nowhere else.

use crate::app::Address;
use crate::text::{Language, Text};
use minishop_core::link::order_path;
use minishop_core::{GoodsId, Link, OrderToken, ShopNumber};

/// What an order is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basket {
    /// The shop's cart.
    Cart,
    /// The one sku of «Buy now»; the cart stays as it is.
    Now,
}

/// The buyer's screens come in two loads of code: whoever looks around does not wait for what ordering needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Load {
    /// From the door to the cart.
    Browse,
    /// Checkout, order and my orders.
    Order,
}

/// One screen and what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    Door,
    Shop(ShopNumber),
    Goods(ShopNumber, GoodsId),
    Cart(ShopNumber),
    Checkout(ShopNumber, Basket),
    Order(OrderToken),
    Orders(ShopNumber),
    /// An address that names no screen.
    Nowhere,
}

impl Route {
    /// Reads a path with its query, `/123456/g/cup?a=anna`.
    pub fn parse(address: &str) -> Self {
        Self::known(address).unwrap_or(Self::Nowhere)
    }

    fn known(address: &str) -> Option<Self> {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path = path.strip_prefix('/')?;
        let path = path.strip_suffix('/').unwrap_or(path);
        let mut parts = path.split('/');
        let (first, second, third) = (parts.next()?, parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        Some(match (first, second, third) {
            ("", None, None) => Self::Door,
            ("o", Some(token), None) => Self::Order(OrderToken::parse(token).ok()?),
            (shop, second, third) => {
                let shop = ShopNumber::exact(shop)?;
                match (second, third) {
                    (None, None) => Self::Shop(shop),
                    (Some("g"), Some(goods)) => Self::Goods(shop, GoodsId::parse(goods).ok()?),
                    (Some("cart"), None) => Self::Cart(shop),
                    (Some("checkout"), None) => Self::Checkout(shop, basket(query)),
                    (Some("orders"), None) => Self::Orders(shop),
                    _ => return None,
                }
            }
        })
    }

    /// The load of code the screen is in.
    pub fn load(&self) -> Load {
        match self {
            Self::Door | Self::Shop(_) | Self::Goods(..) | Self::Cart(_) | Self::Nowhere => Load::Browse,
            Self::Checkout(..) | Self::Order(_) | Self::Orders(_) => Load::Order,
        }
    }

    /// The address; [`Route::parse`] reads it back. What names no screen leads to the door.
    pub fn path(&self) -> String {
        let under = |shop: &ShopNumber, rest: &str| {
            let mut path = Link::shop(*shop).path();
            path.push_str(rest);
            path
        };
        match self {
            Self::Door | Self::Nowhere => "/".to_owned(),
            Self::Shop(shop) => under(shop, ""),
            Self::Goods(shop, goods) => Link::goods(*shop, goods.clone()).path(),
            Self::Cart(shop) => under(shop, "/cart"),
            Self::Checkout(shop, Basket::Cart) => under(shop, "/checkout"),
            Self::Checkout(shop, Basket::Now) => under(shop, "/checkout?now"),
            Self::Order(token) => order_path(token),
            Self::Orders(shop) => under(shop, "/orders"),
        }
    }
}

impl Address for Route {
    type Load = Load;
    type Text = Text;

    fn parse(address: &str) -> Self {
        Self::parse(address)
    }

    fn path(&self) -> String {
        self.path()
    }

    fn load(&self) -> Load {
        self.load()
    }

    fn is_nowhere(&self) -> bool {
        *self == Self::Nowhere
    }

    fn text(language: Language) -> &'static Text {
        language.text()
    }

    fn strip(language: Language) -> [&'static str; 2] {
        let trouble = &language.text().trouble;
        [trouble.offline_cart, trouble.slow]
    }
}

fn basket(query: &str) -> Basket {
    if query.split('&').any(|word| word == "now") { Basket::Now } else { Basket::Cart }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shop() -> ShopNumber {
        ShopNumber::new(123_456).expect("in range")
    }

    fn all() -> Vec<Route> {
        let token = OrderToken::parse("abcdefghijklmnopqrstuvwxyz-_0123456789ABCDE").expect("long enough");
        vec![
            Route::Door,
            Route::Shop(shop()),
            Route::Goods(shop(), GoodsId::parse("cup-1").expect("an id")),
            Route::Cart(shop()),
            Route::Checkout(shop(), Basket::Cart),
            Route::Checkout(shop(), Basket::Now),
            Route::Order(token),
            Route::Orders(shop()),
        ]
    }

    #[test]
    fn every_route_reads_its_own_address_back() {
        for route in all() {
            assert_eq!(Route::parse(&route.path()), route, "{}", route.path());
        }
    }

    #[test]
    fn a_closing_slash_and_a_foreign_query_change_nothing() {
        assert_eq!(Route::parse("/123456/"), Route::Shop(shop()));
        assert_eq!(Route::parse("/123456?a=anna&utm=x"), Route::Shop(shop()));
        assert_eq!(Route::parse("/123456/cart?a=anna"), Route::Cart(shop()));
        assert_eq!(Route::parse("/?from=chat"), Route::Door);
    }

    #[test]
    fn what_is_no_address_of_ours_is_nowhere() {
        for address in [
            "",
            "123456",
            "/12345",
            "/1234567",
            "/012345",
            "/abc",
            "/123456/g",
            "/123456/g/",
            "/123456/g/a b",
            "/123456/g/a/b",
            "/123456/desk",
            "/o",
            "/o/short",
            "/o/abcdefghijklmnopqrstuvwxyz/x",
            "/%E5%BA%97",
        ] {
            assert_eq!(Route::parse(address), Route::Nowhere, "{address}");
        }
    }
}

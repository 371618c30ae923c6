//! Where the seller is: every address of the desk, both directions here and nowhere else.

use crate::app::Address;
use crate::text::Language;
use crate::text::desk::DeskText;
use minishop_core::{GoodsId, OrderId};

/// Which orders are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// What needs a look: new, or a proof to confirm.
    #[default]
    New,
    ToPay,
    ToShip,
    Shipped,
    Done,
    Cancelled,
}

impl Tab {
    pub const ALL: [Self; 6] =
        [Self::New, Self::ToPay, Self::ToShip, Self::Shipped, Self::Done, Self::Cancelled];

    /// As it stands in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::ToPay => "to_pay",
            Self::ToShip => "to_ship",
            Self::Shipped => "shipped",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.word() == word)
    }
}

/// One screen and what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    Orders(Tab),
    Order(OrderId),
    /// An order's packing slip.
    Slip(OrderId),
    Goods,
    NewGoods,
    EditGoods(GoodsId),
    Categories,
    Import,
    Numbers,
    Shop,
    About,
    Deliveries,
    Payments,
    Card,
    Poster(GoodsId),
    Webhook,
    Account,
    SignIn,
    Register,
    Recover,
    /// An address that names no screen of the desk.
    Nowhere,
}

impl Route {
    /// Reads a path with its query.
    pub fn parse(address: &str) -> Self {
        Self::known(address).unwrap_or(Self::Nowhere)
    }

    fn known(address: &str) -> Option<Self> {
        let path = address.split_once('?').map_or(address, |(path, _)| path);
        let rest = path.strip_prefix("/desk")?;
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let mut parts = rest.split('/').skip(1);
        let (first, second) = (parts.next(), parts.next());
        if !(rest.is_empty() || rest.starts_with('/')) || parts.next().is_some() {
            return None;
        }
        let Some(first) = first else { return Some(Self::Orders(Tab::New)) };
        let order = |id| OrderId::parse(id).ok();
        let goods = |id| GoodsId::parse(id).ok();
        Some(match (first, second) {
            ("orders", None) => Self::Orders(Tab::New),
            ("orders", Some(tab)) => Self::Orders(Tab::of_word(tab)?),
            ("order", Some(id)) => Self::Order(order(id)?),
            ("slip", Some(id)) => Self::Slip(order(id)?),
            ("goods", None) => Self::Goods,
            ("goods", Some("new")) => Self::NewGoods,
            ("goods", Some(id)) => Self::EditGoods(goods(id)?),
            ("poster", Some(id)) => Self::Poster(goods(id)?),
            ("shop", Some("about")) => Self::About,
            (word, None) => Self::plain().into_iter().find(|route| route.path()[6..] == *word)?,
            _ => return None,
        })
    }

    /// The screens that one word names.
    fn plain() -> [Self; 12] {
        use Route::*;
        [
            Categories, Import, Numbers, Shop, Deliveries, Payments, Card, Webhook, Account, SignIn,
            Register, Recover,
        ]
    }

    /// The address; [`Route::parse`] reads it back. What names no screen leads to the orders.
    pub fn path(&self) -> String {
        let one = |word: &str, id: &str| format!("/desk/{word}/{id}");
        let word = match self {
            Self::Orders(Tab::New) | Self::Nowhere => return "/desk".to_owned(),
            Self::Orders(tab) => return one("orders", tab.word()),
            Self::Order(id) => return one("order", id.as_str()),
            Self::Slip(id) => return one("slip", id.as_str()),
            Self::EditGoods(id) => return one("goods", id.as_str()),
            Self::Poster(id) => return one("poster", id.as_str()),
            Self::Goods => "goods",
            Self::NewGoods => "goods/new",
            Self::Categories => "categories",
            Self::Import => "import",
            Self::Numbers => "numbers",
            Self::Shop => "shop",
            Self::About => "shop/about",
            Self::Deliveries => "deliveries",
            Self::Payments => "payments",
            Self::Card => "card",
            Self::Webhook => "webhook",
            Self::Account => "account",
            Self::SignIn => "sign-in",
            Self::Register => "register",
            Self::Recover => "recover",
        };
        format!("/desk/{word}")
    }

    /// Whether it is for those who are not signed in.
    pub fn is_door(&self) -> bool {
        matches!(self, Self::SignIn | Self::Register | Self::Recover)
    }
}

impl Address for Route {
    type Load = ();
    type Text = DeskText;
    const HOLDS: bool = true;

    fn parse(address: &str) -> Self {
        Self::parse(address)
    }

    fn path(&self) -> String {
        self.path()
    }

    fn load(&self) {}

    fn is_nowhere(&self) -> bool {
        *self == Self::Nowhere
    }

    fn text(language: Language) -> &'static DeskText {
        language.desk()
    }

    fn strip(language: Language) -> [&'static str; 2] {
        let trouble = &language.desk().trouble;
        [trouble.offline_strip, trouble.slow]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Route> {
        let goods = GoodsId::parse("cup-1").expect("an id");
        let order = OrderId::parse("o_1").expect("an id");
        let mut all: Vec<Route> = Route::plain().into();
        all.extend(Tab::ALL.map(Route::Orders));
        all.extend([Route::Goods, Route::NewGoods, Route::EditGoods(goods.clone()), Route::Poster(goods)]);
        all.extend([Route::About, Route::Order(order.clone()), Route::Slip(order)]);
        all
    }

    #[test]
    fn every_route_reads_its_own_address_back() {
        for route in all() {
            assert_eq!(Route::parse(&route.path()), route, "{}", route.path());
        }
    }

    #[test]
    fn a_closing_slash_and_a_foreign_query_change_nothing() {
        assert_eq!(Route::parse("/desk/"), Route::Orders(Tab::New));
        assert_eq!(Route::parse("/desk/orders"), Route::Orders(Tab::New));
        assert_eq!(Route::parse("/desk?utm=x"), Route::Orders(Tab::New));
        assert_eq!(Route::parse("/desk/goods/?x=1"), Route::Goods);
    }

    #[test]
    fn what_is_no_address_of_the_desk_is_nowhere() {
        for address in [
            "",
            "/",
            "/123456",
            "/desks",
            "/deskgoods",
            "desk",
            "/desk/x",
            "/desk//",
            "/desk/orders/old",
            "/desk/order",
            "/desk/order/a b",
            "/desk/goods/a/b",
            "/desk/goods/%E5",
            "/desk/shop/x",
            "/desk/poster",
            "/desk/about",
        ] {
            assert_eq!(Route::parse(address), Route::Nowhere, "{address}");
        }
    }
}

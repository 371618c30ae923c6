//! What the buyer has typed or pasted at the door, read as it grows.

use crate::route::Route;
use minishop_core::{Link, NumberError, ShopNumber};

/// Cells of a shop number.
pub const CELLS: usize = 6;

/// What a text at the door means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    Empty,
    /// So many digits are missing.
    Short(u32),
    /// It leads there.
    Leads(Route),
    Wrong(NumberError),
}

impl Entry {
    /// Reads a number in every way people paste it, or a link to a shop, to goods or to an order.
    pub fn read(text: &str) -> Self {
        if let Some(route) = order(text) {
            return Self::Leads(route);
        }
        if let Some(Link { shop, goods, .. }) = Link::parse(text) {
            return Self::Leads(goods.map_or(Route::Shop(shop), |goods| Route::Goods(shop, goods)));
        }
        match ShopNumber::parse(text) {
            Ok(shop) => Self::Leads(Route::Shop(shop)),
            Err(NumberError::Empty) => Self::Empty,
            Err(NumberError::TooShort(digits)) => Self::Short((CELLS - digits.min(CELLS)) as u32),
            Err(error) => Self::Wrong(error),
        }
    }
}

/// A link to an order: its path anywhere in the text.
fn order(text: &str) -> Option<Route> {
    let path = text[text.find("/o/")?..].split_whitespace().next()?;
    Some(Route::parse(path)).filter(|route| matches!(route, Route::Order(_)))
}

/// The digits to show in the cells: those of the number that was found, else the first that were typed.
pub fn digits(text: &str) -> Vec<char> {
    if let Entry::Leads(Route::Shop(shop) | Route::Goods(shop, _)) = Entry::read(text) {
        return shop.to_string().chars().collect();
    }
    text.chars().filter_map(ascii_digit).take(CELLS).collect()
}

fn ascii_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use minishop_core::{GoodsId, OrderToken};

    fn shop() -> ShopNumber {
        ShopNumber::new(123_456).expect("in range")
    }

    #[test]
    fn whatever_is_pasted_leads_where_it_means() {
        let goods = Route::Goods(shop(), GoodsId::parse("cup").expect("an id"));
        let order = Route::Order(OrderToken::parse("abcdefghijklmnopqrstuvwxyz").expect("a token"));
        for (text, route) in [
            ("123456", Route::Shop(shop())),
            ("１２３ ４５６", Route::Shop(shop())),
            ("#123456", Route::Shop(shop())),
            ("店号:123456", Route::Shop(shop())),
            ("123-456", Route::Shop(shop())),
            ("https://shop.example/123456", Route::Shop(shop())),
            ("看看这个 https://shop.example/123456/g/cup?a=anna", goods),
            ("https://shop.example/o/abcdefghijklmnopqrstuvwxyz", order),
        ] {
            assert_eq!(Entry::read(text), Entry::Leads(route), "{text}");
        }
    }

    #[test]
    fn it_is_checked_as_it_is_typed() {
        for (text, entry) in [
            ("", Entry::Empty),
            ("hello", Entry::Empty),
            ("1", Entry::Short(5)),
            ("12345", Entry::Short(1)),
            ("012345", Entry::Wrong(NumberError::LeadingZero)),
            ("1234567", Entry::Wrong(NumberError::TooLong(7))),
            ("123456，654321", Entry::Wrong(NumberError::Several)),
            ("https://shop.example/o/short", Entry::Empty),
        ] {
            assert_eq!(Entry::read(text), entry, "{text}");
        }
    }

    #[test]
    fn the_cells_show_the_number() {
        let shown = |text| digits(text).into_iter().collect::<String>();
        assert_eq!(shown("１２"), "12");
        assert_eq!(shown("see https://shop8.example/123456"), "123456");
        assert_eq!(shown("1234567"), "123456");
    }
}

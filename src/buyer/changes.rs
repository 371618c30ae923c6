//! What became different between the cart as the buyer saw it and the server's quote for it.

use crate::api::{LineState, Quote};
use minishop_core::{Cart, Money, Quantity, SkuId};

/// One difference, on the line it concerns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    pub sku: SkuId,
    pub what: What,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// It cost so much before.
    Price(Money),
    /// So many were wanted; as many as are left are in the cart now.
    Less(u32),
    SoldOut,
    /// No longer sold here.
    Gone,
}

/// Brings the cart in line with the quote and says what that changed. Lines that cannot be had stay, to be seen.
pub fn adopt(cart: &mut Cart, quote: &Quote) -> Vec<Change> {
    let mut changes = Vec::new();
    for line in cart.lines().to_vec() {
        let Some(quoted) = quote.line(&line.sku) else { continue };
        let mut say = |what| changes.push(Change { sku: line.sku.clone(), what });
        match quoted.state {
            LineState::Gone => {
                say(What::Gone);
                continue;
            }
            LineState::SoldOut => {
                say(What::SoldOut);
                continue;
            }
            LineState::Less => {
                if let Some(left) = Quantity::new(quoted.left.into()).filter(|left| *left < line.quantity) {
                    say(What::Less(line.quantity.get()));
                    cart.set(&line.sku, left);
                }
            }
            LineState::Ok => {}
        }
        if quoted.unit != line.seen.unit {
            say(What::Price(line.seen.unit));
            cart.see_price(&line.sku, quoted.unit);
        }
    }
    changes
}

/// The lines that can be had.
pub fn available(cart: &Cart, quote: &Quote) -> Cart {
    let mut kept = cart.clone();
    for line in &quote.lines {
        if matches!(line.state, LineState::SoldOut | LineState::Gone) {
            kept.remove(&line.sku);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;
    use minishop_core::{Currency, GoodsId, Line, Seen};

    fn yuan(minor: i64) -> Money {
        Money::new(minor, Currency::parse("CNY").unwrap()).unwrap()
    }

    fn cart(lines: &[(&str, i64, i64)]) -> Cart {
        let mut cart = Cart::new(yuan(0).currency());
        for (sku, pieces, unit) in lines {
            let goods = GoodsId::parse("g").unwrap();
            let seen =
                Seen { goods, title: String::new(), choice: String::new(), photo: None, unit: yuan(*unit) };
            let (sku, quantity) = (SkuId::parse(sku).unwrap(), Quantity::new(*pieces).unwrap());
            cart.add(Line { sku, quantity, seen }).unwrap();
        }
        cart
    }

    fn quote(lines: &[(&str, i64, i64, u32, &str)]) -> Quote {
        let money = |minor: i64| format!(r#"{{"minor":{minor},"currency":"CNY"}}"#);
        let line = |(sku, pieces, unit, left, state): &(&str, i64, i64, u32, &str)| {
            let unit = money(*unit);
            format!(
                r#"{{"sku":"{sku}","goods":"g","title":"","values":[],"photo":null,"quantity":{pieces},
                "unit":{unit},"amount":{unit},"left":{left},"state":"{state}"}}"#
            )
        };
        let lines: Vec<String> = lines.iter().map(line).collect();
        let zero = money(0);
        let text = format!(
            r#"{{"lines":[{}],"goods_total":{zero},"delivery_fee":{zero},"total":{zero},"orderable":false}}"#,
            lines.join(",")
        );
        Quote::read(&Json::parse(&text).unwrap()).unwrap()
    }

    #[test]
    fn nothing_changes_when_all_is_as_it_was_seen() {
        let mut own = cart(&[("a", 2, 100)]);
        assert!(adopt(&mut own, &quote(&[("a", 2, 100, 9, "ok")])).is_empty());
        assert_eq!(own, cart(&[("a", 2, 100)]));
    }

    #[test]
    fn what_changed_is_said_and_taken_over() {
        let mut own = cart(&[("a", 2, 100), ("b", 5, 100), ("c", 1, 100), ("d", 1, 100), ("e", 4, 100)]);
        let quote = quote(&[
            ("a", 2, 120, 9, "ok"),
            ("b", 5, 100, 3, "less"),
            ("c", 1, 999, 0, "sold_out"),
            ("d", 1, 0, 0, "gone"),
            ("e", 4, 90, 1, "less"),
        ]);
        let said: Vec<(String, What)> =
            adopt(&mut own, &quote).into_iter().map(|change| (change.sku.to_string(), change.what)).collect();
        let expected = [
            ("a", What::Price(yuan(100))),
            ("b", What::Less(5)),
            ("c", What::SoldOut),
            ("d", What::Gone),
            ("e", What::Less(4)),
            ("e", What::Price(yuan(100))),
        ];
        assert_eq!(said, expected.map(|(sku, what)| (sku.to_owned(), what)));
        assert_eq!(own, cart(&[("a", 2, 120), ("b", 3, 100), ("c", 1, 100), ("d", 1, 100), ("e", 1, 90)]));
        assert_eq!(available(&own, &quote), cart(&[("a", 2, 120), ("b", 3, 100), ("e", 1, 90)]));
        assert_eq!(adopt(&mut own.clone(), &quote).len(), 2, "told once, except what still cannot be had");
    }
}

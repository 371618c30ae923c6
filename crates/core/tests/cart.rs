//! Carts: an impossible one cannot be built; totals with delivery.

use minishop_core::{Cart, CartError, Currency, GoodsId, Line, Money, Quantity, Seen, SkuId};
use proptest::prelude::*;

fn cny(minor: i64) -> Money {
    Money::new(minor, Currency::parse("CNY").unwrap()).unwrap()
}

fn line(sku: &str, pieces: i64, unit: Money) -> Line {
    let goods = GoodsId::parse("tee").unwrap();
    let seen = Seen { goods, title: "Tee".into(), choice: String::new(), photo: None, unit };
    Line { sku: SkuId::parse(sku).unwrap(), quantity: Quantity::new(pieces).unwrap(), seen }
}

fn cart() -> Cart {
    Cart::new(Currency::parse("CNY").unwrap())
}

#[test]
fn quantities_are_one_to_999() {
    for bad in [-1, 0, 1000, 1_000_000_000, i64::MIN, i64::MAX] {
        assert_eq!(Quantity::new(bad), None, "{bad}");
    }
    assert_eq!(Quantity::new(1).map(Quantity::get), Some(1));
    assert_eq!(Quantity::new(999).map(Quantity::get), Some(999));
}

#[test]
fn the_same_sku_stands_once() {
    let mut cart = cart();
    cart.add(line("a", 1, cny(100))).unwrap();
    cart.add(line("b", 1, cny(50))).unwrap();
    cart.add(line("a", 2, cny(120))).unwrap();
    assert_eq!(cart.lines().len(), 2);
    assert_eq!(cart.pieces(), 4);
    assert_eq!(cart.total_seen(), Ok(cny(410)), "the newer price is the one seen");
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let mut cart = cart();
    let dollars = Money::new(1, Currency::parse("USD").unwrap()).unwrap();
    assert_eq!(cart.add(line("a", 1, dollars)), Err(CartError::OtherCurrency));
    cart.add(line("a", 999, cny(1))).unwrap();
    assert_eq!(cart.add(line("a", 1, cny(1))), Err(CartError::TooMany));
    for at in 1..Cart::MAX_LINES {
        cart.add(line(&format!("s{at}"), 1, cny(1))).unwrap();
    }
    assert_eq!(cart.add(line("one-more", 1, cny(1))), Err(CartError::Full));
    assert_eq!(cart.lines().len(), Cart::MAX_LINES);
    assert_eq!(cart.lines()[0].quantity.get(), 999);
}

#[test]
fn lines_change_and_go() {
    let mut cart = cart();
    cart.add(line("a", 1, cny(100))).unwrap();
    let a = SkuId::parse("a").unwrap();
    cart.set(&a, Quantity::new(5).unwrap());
    cart.see_price(&a, cny(90));
    assert_eq!(cart.total_seen(), Ok(cny(450)));
    cart.set(&SkuId::parse("unknown").unwrap(), Quantity::ONE);
    cart.remove(&a);
    assert!(cart.is_empty());
}

proptest! {
    #[test]
    fn any_adding_keeps_the_limits(adds in prop::collection::vec((0..80_u8, 1..=999_i64), 0..200)) {
        let mut cart = cart();
        for (sku, pieces) in adds {
            let _ = cart.add(line(&format!("s{sku}"), pieces, cny(7)));
            prop_assert!(cart.lines().len() <= Cart::MAX_LINES);
            prop_assert!(cart.lines().iter().all(|line| line.quantity.get() <= Quantity::MAX));
            prop_assert_eq!(cart.total_seen().unwrap().minor(), 7 * i64::from(cart.pieces()));
        }
    }
}

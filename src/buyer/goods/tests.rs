//! Choosing, as a buyer taps.

use super::choice::Choice;
use minishop_core::{Currency, Goods, GoodsId, GoodsOption, Money, Sku, SkuId, ValueState};

/// Shirts: colour × size with the pieces left of each; a missing pair is not made.
fn shirts(left: &[(&str, &str, u32)]) -> Goods {
    let currency = Currency::parse("CNY").expect("a currency");
    let option = |name: &str, values: &[&str]| GoodsOption {
        name: name.to_owned(),
        values: values.iter().map(ToString::to_string).collect(),
    };
    let skus = left.iter().enumerate().map(|(at, (colour, size, left))| Sku {
        id: SkuId::parse(&format!("s{at}")).expect("an id"),
        values: vec![colour.to_string(), size.to_string()],
        price: Money::new(100 * (at as i64 + 1), currency).expect("an amount"),
        left: *left,
    });
    let options = vec![option("Colour", &["red", "blue"]), option("Size", &["S", "L"])];
    Goods::new(GoodsId::parse("shirt").expect("an id"), currency, options, skus.collect())
        .expect("consistent")
}

fn stock() -> Goods {
    shirts(&[("red", "S", 5), ("red", "L", 0), ("blue", "S", 2)])
}

#[test]
fn two_taps_lead_to_one_sku_and_its_limit() {
    let goods = stock();
    let mut choice = Choice::new(&goods);
    assert_eq!((choice.missing(), choice.most(&goods)), (Some(0), 7));
    choice.count(&goods, 4);
    choice.tap(&goods, 0, "blue");
    choice.tap(&goods, 1, "S");
    assert_eq!(choice.sku(&goods).map(|sku| sku.id.as_str()), Some("s2"));
    assert_eq!(choice.quantity().get(), 2, "only two blue ones are left");
    choice.count(&goods, 0);
    assert_eq!(choice.quantity().get(), 1);
}

#[test]
fn what_cannot_be_had_says_why_and_changes_nothing() {
    let goods = stock();
    let mut choice = Choice::new(&goods);
    choice.tap(&goods, 1, "L");
    let refused = choice.refused.clone().expect("L is sold out in every colour");
    assert_eq!((refused.option, refused.state), (1, ValueState::SoldOut));
    assert_eq!(choice.chosen(1), None);
    choice.tap(&goods, 0, "blue");
    assert_eq!(choice.refused, None);
    choice.tap(&goods, 1, "L");
    assert_eq!(choice.refused.clone().map(|refused| refused.state), Some(ValueState::Impossible));
}

#[test]
fn a_second_tap_takes_the_value_back() {
    let goods = stock();
    let mut choice = Choice::new(&goods);
    choice.tap(&goods, 0, "red");
    choice.tap(&goods, 0, "red");
    assert_eq!((choice.chosen(0), choice.refused.clone()), (None, None));
}

#[test]
fn fresh_data_keeps_what_can_still_be_had() {
    let goods = stock();
    let mut choice = Choice::new(&goods);
    choice.tap(&goods, 0, "red");
    choice.tap(&goods, 1, "S");
    choice.count(&goods, 5);
    choice.renew(&shirts(&[("red", "S", 3), ("red", "L", 0), ("blue", "S", 2)]));
    assert_eq!((choice.chosen(0), choice.chosen(1), choice.quantity().get()), (Some("red"), Some("S"), 3));
    choice.renew(&shirts(&[("red", "S", 0), ("red", "L", 0), ("blue", "S", 2)]));
    assert_eq!((choice.chosen(0), choice.quantity().get()), (None, 2), "only two are left in all");
}

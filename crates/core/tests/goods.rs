//! Goods and the option picker: never an impossible or sold-out combination offered as buyable.

use minishop_core::ValueState::{Free, Impossible, SoldOut};
use minishop_core::{Currency, Goods, GoodsError, GoodsId, GoodsOption, Money, Pick, Sku, SkuId, ValueState};
use proptest::prelude::*;

fn sku(id: &str, values: &[&str], minor: i64, left: u32) -> Sku {
    Sku {
        id: SkuId::parse(id).unwrap(),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        price: Money::new(minor, Currency::parse("CNY").unwrap()).unwrap(),
        left,
    }
}

fn option(name: &str, values: &[&str]) -> GoodsOption {
    GoodsOption { name: name.to_owned(), values: values.iter().map(|value| (*value).to_owned()).collect() }
}

fn build(options: Vec<GoodsOption>, skus: Vec<Sku>) -> Result<Goods, GoodsError> {
    Goods::new(GoodsId::parse("tee").unwrap(), Currency::parse("CNY").unwrap(), options, skus)
}

/// Red in S and L, blue in S only and sold out, green in L.
fn tee() -> Goods {
    build(
        vec![option("Colour", &["red", "blue", "green"]), option("Size", &["S", "L"])],
        vec![
            sku("rs", &["red", "S"], 900, 2),
            sku("rl", &["red", "L"], 1100, 1),
            sku("bs", &["blue", "S"], 900, 0),
            sku("gl", &["green", "L"], 1000, 5),
        ],
    )
    .unwrap()
}

#[test]
fn broken_goods_cannot_be_built() {
    let size = || vec![option("Size", &["S", "L"])];
    let id = |text: &str| SkuId::parse(text).unwrap();
    let table = [
        (vec![], vec![], GoodsError::NoSku),
        (size(), vec![sku("a", &[], 1, 1)], GoodsError::BadValues(id("a"))),
        (size(), vec![sku("a", &["M"], 1, 1)], GoodsError::BadValues(id("a"))),
        (size(), vec![sku("a", &["S"], 1, 1), sku("b", &["S"], 1, 1)], GoodsError::SameValues(id("b"))),
        (vec![option("", &["S"])], vec![sku("a", &["S"], 1, 1)], GoodsError::BadOption(String::new())),
        (
            vec![option("Size", &["S"]), option("Size", &["S"])],
            vec![sku("a", &["S", "S"], 1, 1)],
            GoodsError::BadOption("Size".into()),
        ),
        (
            (0..4).map(|n| option(&n.to_string(), &["x"])).collect(),
            vec![sku("a", &["x", "x", "x", "x"], 1, 1)],
            GoodsError::TooManyOptions,
        ),
        (vec![], (0..251).map(|n| sku(&format!("s{n}"), &[], 1, 1)).collect(), GoodsError::TooManySkus),
    ];
    for (options, skus, why) in table {
        assert_eq!(build(options, skus), Err(why));
    }
    let dollars =
        Sku { price: Money::new(1, Currency::parse("USD").unwrap()).unwrap(), ..sku("a", &[], 1, 1) };
    assert_eq!(build(vec![], vec![dollars]), Err(GoodsError::OtherCurrency(id("a"))));
}

#[test]
fn prices_and_stock_of_the_whole() {
    let (low, high) = tee().prices();
    assert_eq!((low.minor(), high.minor()), (900, 1100));
    assert!(!tee().sold_out());
    assert!(build(vec![], vec![sku("a", &[], 1, 0)]).unwrap().sold_out());
}

#[test]
fn values_depend_on_the_other_choices() {
    let tee = tee();
    let mut pick = Pick::new(&tee);
    let states = |pick: &Pick, at: usize| -> Vec<ValueState> {
        tee.options()[at].values.iter().map(|value| pick.state(&tee, at, value)).collect()
    };
    assert_eq!(states(&pick, 0), [Free, SoldOut, Free]);
    assert_eq!(states(&pick, 1), [Free, Free]);
    pick.toggle(&tee, 1, "L");
    assert_eq!(states(&pick, 0), [Free, Impossible, Free]);
    pick.toggle(&tee, 0, "green");
    assert_eq!(states(&pick, 1), [Impossible, Free]);
    assert_eq!(pick.sku(&tee).map(|sku| sku.id.as_str()), Some("gl"));
    pick.toggle(&tee, 0, "blue");
    assert_eq!(pick.chosen(0), Some("green"), "an impossible value changes nothing");
    pick.toggle(&tee, 1, "L");
    assert_eq!((pick.chosen(1), pick.missing()), (None, Some(1)), "choosing again takes it back");
}

#[test]
fn single_values_and_no_options_decide_themselves() {
    let plain = build(vec![], vec![sku("a", &[], 1, 1)]).unwrap();
    assert_eq!(Pick::new(&plain).sku(&plain).map(|sku| sku.id.as_str()), Some("a"));
    let one = build(vec![option("Size", &["S"])], vec![sku("a", &["S"], 1, 1)]).unwrap();
    assert_eq!(Pick::new(&one).sku(&one).map(|sku| sku.id.as_str()), Some("a"));
}

proptest! {
    /// Whatever is tapped, in any order: a complete choice is a sku that can be bought.
    #[test]
    fn no_tapping_reaches_an_impossible_sku(
        stocks in prop::collection::vec(prop::option::of(0..3_u32), 9),
        taps in prop::collection::vec((0..2_usize, 0..3_usize), 0..30),
    ) {
        let names = ["a", "b", "c"];
        let skus: Vec<Sku> = stocks.iter().enumerate()
            .filter_map(|(at, left)| left.map(|left| sku(&format!("s{at}"), &[names[at / 3], names[at % 3]], 1, left)))
            .collect();
        prop_assume!(!skus.is_empty());
        let goods = build(vec![option("x", &names), option("y", &names)], skus).unwrap();
        let mut pick = Pick::new(&goods);
        for (option, value) in taps {
            pick.toggle(&goods, option, names[value]);
            if pick.missing().is_none() {
                prop_assert!(pick.sku(&goods).is_some_and(|sku| sku.left > 0));
            }
        }
    }
}

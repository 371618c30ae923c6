//! Links: both directions agree.

use minishop_core::{AgentCode, GoodsId, Link, OrderToken, ShopNumber};
use proptest::prelude::*;

fn link(goods: Option<&str>, agent: Option<&str>) -> Link {
    Link {
        shop: ShopNumber::new(123_456).unwrap(),
        goods: goods.map(|id| GoodsId::parse(id).unwrap()),
        agent: agent.map(|code| AgentCode::parse(code).unwrap()),
    }
}

#[test]
fn links_print_and_read() {
    let table = [
        (link(None, None), "/123456"),
        (link(Some("cup-1"), None), "/123456/g/cup-1"),
        (link(None, Some("anna")), "/123456?a=anna"),
        (link(Some("cup-1"), Some("anna")), "/123456/g/cup-1?a=anna"),
    ];
    for (link, path) in table {
        assert_eq!(link.path(), path);
        assert_eq!(link.url("https://shop.example/"), format!("https://shop.example{path}"));
        assert_eq!(Link::parse(path), Some(link));
    }
}

#[test]
fn pasted_links_are_found() {
    let shop = Some(link(None, None));
    let cup = Some(link(Some("cup"), None));
    let table = [
        ("Have a look: https://shop.example/123456!", shop.clone()),
        ("https://shop.example/123456/", shop.clone()),
        ("https://shop.example/123456?utm=x#top", shop.clone()),
        ("https://other.example:8080/123456/g/cup", cup.clone()),
        ("(shop.example/123456/g/cup)", cup.clone()),
        ("https://shop.example/123456/cart", shop.clone()),
        ("https://shop.example/123456?x=1&a=no", shop),
        ("https://shop.example/123456/g/cup?a=!", cup),
        ("https://shop.example/", None),
        ("https://shop.example", None),
        ("https://shop.example/o/0123456789012345678901", None),
        ("https://shop.example/1234567", None),
        ("https://shop.example/012345", None),
        ("123456", None),
        ("1/123456", None),
    ];
    for (text, expected) in table {
        assert_eq!(Link::parse(text), expected, "{text:?}");
    }
}

#[test]
fn an_order_link_holds_its_token() {
    let token = OrderToken::parse("abcdefghijklmnopqrstuv").unwrap();
    assert_eq!(minishop_core::link::order_path(&token), "/o/abcdefghijklmnopqrstuv");
    assert!(OrderToken::parse("too-short").is_err());
    assert!(OrderToken::parse("has/slash/in/it/and/is/long").is_err());
}

proptest! {
    #[test]
    fn every_link_comes_back(
        shop in ShopNumber::MIN..=ShopNumber::MAX,
        goods in prop::option::of("[A-Za-z0-9_-]{1,64}"),
        agent in prop::option::of("[A-Za-z0-9_-]{3,64}"),
        origin in prop::sample::select(vec!["", "https://shop.example", "http://192.0.2.7:8080/"]),
    ) {
        let link = Link {
            shop: ShopNumber::new(shop).unwrap(),
            goods: goods.map(|id| GoodsId::parse(&id).unwrap()),
            agent: agent.map(|code| AgentCode::parse(&code).unwrap()),
        };
        prop_assert_eq!(Link::parse(&link.url(origin)), Some(link));
    }

    #[test]
    fn reading_never_panics(text in "\\PC{0,80}") {
        let _ = Link::parse(&text);
        let _ = ShopNumber::parse(&text);
    }
}

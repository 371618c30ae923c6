//! Shop numbers, the ways people paste them.

use minishop_core::NumberError::{Empty, LeadingZero, Several, TooLong, TooShort};
use minishop_core::ShopNumber;

#[test]
fn every_way_of_pasting() {
    let same = [
        "123456",
        " 123456 ",
        "123 456",
        "123-456",
        "123.456",
        "123·456",
        "１２３ ４５６",
        "１２３４５６",
        "1 2 3 4 5 6",
        "#123456",
        "＃123456",
        "店号:123456",
        "店号：１２３４５６",
        "shop no. 123456, open today",
        "我的店 123456 欢迎光临",
        "【清泉小铺】123456",
        "123456 / 123456",
        "https://shop.example/123456",
        "http://shop.example:8080/123456",
        "https://shop.example/123456/g/cup?a=anna",
        "看看这个 https://shop.example/123456，很好",
        "shop.example/123456",
        "/123456",
    ];
    for text in same {
        assert_eq!(ShopNumber::parse(text).map(ShopNumber::value), Ok(123_456), "{text:?}");
    }
}

#[test]
fn what_is_no_number_says_why() {
    let table = [
        ("", Empty),
        ("hello", Empty),
        ("12345", TooShort(5)),
        ("12 34", TooShort(4)),
        ("1234567", TooLong(7)),
        ("13800138000", TooLong(11)),
        ("012345", LeadingZero),
        ("000000", LeadingZero),
        ("123456 or 654321", Several),
        ("https://shop.example/12345", TooShort(5)),
    ];
    for (text, why) in table {
        assert_eq!(ShopNumber::parse(text), Err(why), "{text:?}");
    }
}

#[test]
fn the_range_is_exact() {
    assert_eq!(ShopNumber::new(99_999), None);
    assert_eq!(ShopNumber::new(100_000).map(ShopNumber::value), Some(100_000));
    assert_eq!(ShopNumber::new(999_999).map(ShopNumber::value), Some(999_999));
    assert_eq!(ShopNumber::new(1_000_000), None);
    assert_eq!(ShopNumber::exact("１２３４５６"), None);
    assert_eq!(ShopNumber::exact("+12345"), None);
}

#[test]
fn grouped_for_reading_aloud() {
    assert_eq!(ShopNumber::new(100_007).map(ShopNumber::grouped).as_deref(), Some("100 007"));
}

//! Each robot gets the JSON it documents.

use super::*;
use minishop_core::Currency;

fn news(kind: &str, locale: &str, name: &str) -> News {
    let total = Money::new(3300, Currency::parse("CNY").unwrap()).unwrap();
    let order = OrderNews {
        id: "o1".to_owned(),
        code: "261122-7F3K".to_owned(),
        status: "to_pay".to_owned(),
        name: name.to_owned(),
        pieces: 2,
        total,
        link: Some("https://shop.example/desk/order/o1".to_owned()),
    };
    News {
        id: "e7".to_owned(),
        kind: kind.to_owned(),
        at: 1_700_000_000_000,
        shop: 123_456,
        shop_name: "Tea".to_owned(),
        locale: locale.to_owned(),
        order: (kind != "test").then_some(order),
    }
}

fn sent(news: &News, format: &str, secret: &str) -> (Letter, Value) {
    let letter = news.letter(&Wish { format, secret, chat: "-100" }, 1_700_000_000_123).unwrap();
    let body = serde_json::from_str(&letter.body).unwrap();
    (letter, body)
}

#[test]
fn robots_get_a_text_in_their_own_envelope() {
    let news = news("placed", "en", "Ada");
    let text = "New order 261122-7F3K\nAda · 2 pieces · ¥33.00\nhttps://shop.example/desk/order/o1";
    for (format, expected) in [
        ("telegram", json!({"chat_id": "-100", "text": text})),
        ("slack", json!({"text": text})),
        ("wecom", json!({"msgtype": "text", "text": {"content": text}})),
        ("dingtalk", json!({"msgtype": "text", "text": {"content": text}})),
        ("lark", json!({"msg_type": "text", "content": {"text": text}})),
    ] {
        let (letter, body) = sent(&news, format, "");
        assert_eq!(body, expected, "{format}");
        assert_eq!((letter.signature, letter.query), (None, None), "{format}");
    }
}

#[test]
fn secrets_sign_and_are_never_sent() {
    let news = news("paid", "zh", "张三");
    let (dingtalk, _) = sent(&news, "dingtalk", "SECret");
    assert!(dingtalk.query.unwrap().starts_with("timestamp=1700000000123&sign="));
    let (_, lark) = sent(&news, "lark", "SECret");
    assert_eq!(lark["timestamp"], "1700000000");
    assert_eq!(lark["sign"].as_str().map(str::len), Some(44));
    let (own, body) = sent(&news, "json", "SECret");
    assert!(own.signature.unwrap().starts_with("t=1700000000,v1="));
    assert_eq!(body["order"]["total"], json!({"minor": 3300, "currency": "CNY"}));
    assert_eq!((&body["kind"], &body["at"]), (&json!("paid"), &json!("2023-11-14T22:13:20Z")));
    for format in FORMATS {
        assert!(!sent(&news, format, "SECret").0.body.contains("SECret"), "{format}");
    }
}

#[test]
fn texts_are_in_the_shops_language() {
    for (kind, locale, head) in [
        ("placed", "zh", "新订单 261122-7F3K\n"),
        ("paid", "zh", "订单 261122-7F3K 已付款\n"),
        ("cancelled", "zh", "订单 261122-7F3K 已取消\n"),
        ("cancelled", "en", "Order 261122-7F3K was cancelled\n"),
        ("test", "zh", "测试：「Tea」"),
        ("test", "en", "A test: orders of Tea"),
    ] {
        assert!(news(kind, locale, "x").text().starts_with(head), "{kind} {locale}");
    }
    assert!(sent(&news("test", "en", "x"), "json", "k").1["order"].is_null());
}

#[test]
fn a_buyers_name_calls_nobody() {
    let news = news("placed", "en", "<!channel> <at user_id=\"all\">");
    let slack = sent(&news, "slack", "").1["text"].as_str().unwrap().to_owned();
    let lark = sent(&news, "lark", "").1["content"]["text"].as_str().unwrap().to_owned();
    assert!(slack.contains("&lt;!channel&gt;") && !slack.contains('<') && !lark.contains('<'));
}

#[test]
fn a_refusal_in_an_answer_of_200_is_seen() {
    let table: [(&str, &[u8], Option<&str>); 7] = [
        ("wecom", br#"{"errcode":93000,"errmsg":"invalid"}"#, Some("refused 93000")),
        ("wecom", br#"{"errcode":0,"errmsg":"ok"}"#, None),
        ("dingtalk", br#"{"errcode":310000}"#, Some("refused 310000")),
        ("lark", br#"{"code":19021,"msg":"sign match fail"}"#, Some("refused 19021")),
        ("lark", br#"{"StatusCode":0,"code":0}"#, None),
        ("slack", b"ok", None),
        ("json", br#"{"code":5}"#, None),
    ];
    for (format, body, expected) in table {
        assert_eq!(refusal(format, body).as_deref(), expected, "{format}");
    }
}

//! The shop as its seller sets it: what buyers see of it, what is refused, and two phones at once.

mod common;

use common::Server;
use common::desk::{Desk, faults};
use serde_json::{Value, json};

/// What a seller reads, as it is sent back.
fn editable(shop: &Value) -> Value {
    let mut body = shop.clone();
    let fields = body.as_object_mut().expect("an object");
    fields.remove("number");
    fields.remove("currency");
    let logo = fields["logo"]["hash"].clone();
    fields.insert("logo".to_owned(), logo);
    body
}

#[tokio::test]
async fn what_the_seller_sets_the_buyer_sees() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (status, before) = desk.read("/desk/shop").await;
    assert_eq!(status, 200, "{before}");
    assert_eq!((&before["name"], &before["low_stock"]), (&json!("Test 小店"), &json!(3)));
    let mut body = editable(&before);
    for (field, value) in [
        ("name", json!(" 花 🌹 店 ")),
        ("locale", json!("en")),
        ("notice", json!("One\r\n\r\n\r\ntwo")),
        ("about", json!("   ")),
        ("licence", json!("No registration needed")),
        ("theme", json!("#1F6A57")),
        ("hours", json!("Mon–Sat 9–18")),
        ("holiday", json!(true)),
        ("back_on", json!("2028-02-29")),
        ("unpaid_minutes", json!(60)),
        ("low_stock", json!(0)),
        ("contacts", json!([{"kind": "telegram", "value": "https://t.me/cups_shop"}])),
    ] {
        body[field] = value;
    }
    let (status, after) = desk.put("/desk/shop", body).await;
    assert_eq!(status, 200, "{after}");
    assert_eq!(after["version"].as_i64(), before["version"].as_i64().map(|version| version + 1));
    assert_eq!(after, desk.read("/desk/shop").await.1);
    let shown = server.shop_page().await["shop"].clone();
    for (field, value) in [
        ("name", json!("花 🌹 店")),
        ("notice", json!("One\n\ntwo")),
        ("about", Value::Null),
        ("theme", json!("#1f6a57")),
        ("hours", json!("Mon–Sat 9–18")),
        ("holiday", json!(true)),
        ("back_on", json!("2028-02-29")),
        ("unpaid_minutes", json!(60)),
        ("contacts", json!([{"kind": "telegram", "value": "@cups_shop"}])),
    ] {
        assert_eq!((&shown[field], &after[field]), (&value, &value), "{field}");
    }

    // A closed shop is no shop to buyers; its seller opens it again.
    let mut body = editable(&after);
    body["open"] = json!(false);
    let (_, closed) = desk.put("/desk/shop", body).await;
    assert_eq!(server.http.get(server.shop_url("")).send().await.unwrap().status(), 404);
    let mut body = editable(&closed);
    body["open"] = json!(true);
    assert_eq!(desk.put("/desk/shop", body).await.0, 200);
    assert_eq!(server.shop_page().await["shop"]["open"], true);
}

#[tokio::test]
async fn two_phones_do_not_overwrite_each_other() {
    let server = Server::start().await;
    let (one, other) = (server.desk().await, server.desk().await);
    let seen = one.read("/desk/shop").await.1;
    let mut mine = editable(&seen);
    mine["name"] = json!("Mine");
    let mut theirs = editable(&seen);
    theirs["name"] = json!("Theirs");
    assert_eq!(one.put("/desk/shop", mine).await.0, 200);
    let (status, problem) = other.put("/desk/shop", theirs.clone()).await;
    assert_eq!((status, &problem["code"]), (409, &json!("changed")));
    assert_eq!(problem["current"]["name"], "Mine");
    theirs["version"] = problem["current"]["version"].clone();
    assert_eq!(other.put("/desk/shop", theirs).await.0, 200);
    assert_eq!(one.read("/desk/shop").await.1["name"], "Theirs");
}

#[tokio::test]
async fn each_wrong_field_is_named_and_nothing_is_changed() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let before = desk.read("/desk/shop").await.1;
    let long = "长".repeat(10_000);
    let contact = |kind: &str, value: &str| json!([{"kind": kind, "value": value}]);
    let many = Value::Array(vec![json!({"kind": "wechat", "value": "a"}); 11]);
    let table = [
        ("name", json!(""), "name empty"),
        ("name", json!("a".repeat(61)), "name too_long"),
        ("locale", json!("de"), "locale unknown"),
        ("notice", json!("a".repeat(201)), "notice too_long"),
        ("about", json!(long), "about too_long"),
        ("licence", json!(long), "licence too_long"),
        ("hours", json!(long), "hours too_long"),
        ("theme", json!("red"), "theme not_color"),
        ("theme", json!("#12345g"), "theme not_color"),
        ("theme", json!("#1234567"), "theme not_color"),
        ("back_on", json!("2026-02-29"), "back_on not_day"),
        ("back_on", json!("01.12.2026"), "back_on not_day"),
        ("unpaid_minutes", json!(0), "unpaid_minutes out_of_range"),
        ("unpaid_minutes", json!(43_201), "unpaid_minutes out_of_range"),
        ("unpaid_minutes", json!(1.5), "unpaid_minutes wrong_type"),
        ("low_stock", json!(-1), "low_stock out_of_range"),
        ("logo", json!("0".repeat(64)), "logo unknown"),
        ("contacts", many, "contacts too_many"),
        ("contacts", contact("fax", "123456"), "contacts[0].kind unknown"),
        ("contacts", contact("phone", "javascript:alert(1)"), "contacts[0].value not_phone"),
        ("contacts", contact("whatsapp", "13800138000"), "contacts[0].value no_country_code"),
        ("contacts", contact("telegram", "https://evil.example"), "contacts[0].value not_name"),
        ("contacts", contact("email", "nobody"), "contacts[0].value not_email"),
        ("currency", json!("USD"), "currency unknown"),
    ];
    for (field, value, fault) in table {
        let mut body = editable(&before);
        body[field] = value;
        let (status, problem) = desk.put("/desk/shop", body).await;
        assert_eq!((status, faults(&problem)), (400, vec![fault.to_owned()]), "{problem}");
    }
    assert_eq!(desk.read("/desk/shop").await.1, before);
}

#[tokio::test]
async fn each_seller_has_a_shop_of_their_own() {
    let server = Server::start().await;
    let owner = server.desk().await;
    let other = Desk::register(&server, "other@shop.example").await;
    let before = owner.read("/desk/shop").await.1;
    let theirs = other.read("/desk/shop").await.1;
    assert_eq!(theirs["number"], other.account["shop"]["number"]);
    let mut body = editable(&theirs);
    body["name"] = json!("Changed");
    assert_eq!(other.put("/desk/shop", body).await.0, 200);
    assert_eq!(owner.read("/desk/shop").await.1, before);
}

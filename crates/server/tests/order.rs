//! Orders: placed exactly once, refused with clear words, nothing lost.

mod common;

use common::{Server, key};
use reqwest::StatusCode;
use serde_json::{Value, json};

#[tokio::test]
async fn a_quote_tells_price_stock_and_what_is_wrong() {
    let server = Server::start().await;
    let (mug, sold) = (server.sku("Tea Mug", &[]).await, server.sku("Plain", &["blue", "S"]).await);
    let red = server.sku("Plain", &["red", "L"]).await;
    let flat = server.shop_page().await["shop"]["deliveries"][0]["id"].clone();
    let lines = json!([{"sku": mug, "quantity": 2}, {"sku": sold, "quantity": 1}, {"sku": red, "quantity": 3},
        {"sku": "none-of-ours", "quantity": 1}]);
    let body = json!({"lines": lines, "delivery": flat});
    let quote: Value = server.post(&server.shop_url("/quotes"), &body).await.json().await.unwrap();
    let states: Vec<_> =
        quote["lines"].as_array().unwrap().iter().map(|line| line["state"].clone()).collect();
    assert_eq!(states, ["ok", "sold_out", "less", "gone"]);
    assert_eq!(quote["goods_total"]["minor"], 2500);
    assert_eq!(quote["delivery_fee"]["minor"], 800);
    assert_eq!(quote["total"]["minor"], 3300);
    assert_eq!(quote["orderable"], false);
    let body = json!({"lines": [{"sku": mug, "quantity": 7}, {"sku": server.sku("Tea Pot", &[]).await, "quantity": 1}],
        "delivery": flat});
    let quote: Value = server.post(&server.shop_url("/quotes"), &body).await.json().await.unwrap();
    assert_eq!(quote["delivery_fee"]["minor"], 0, "free from 99.00 on");
    assert_eq!(quote["orderable"], true);
}

#[tokio::test]
async fn the_same_key_is_the_same_order() {
    let server = Server::start().await;
    let mug = server.sku("Tea Mug", &[]).await;
    let body = server.order(&[(&mug, 2)], 3300).await;
    let (status, first) = server.place(&key(1), &body).await;
    assert_eq!(status, StatusCode::CREATED, "{first}");
    assert_eq!(first["order"]["status"], "to_pay");
    assert_eq!(first["order"]["payment"]["text"], "Account 42");
    assert_eq!(first["order"]["actions"], json!(["send_proof", "cancel"]));
    let (status, again) = server.place(&key(1), &body).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(again, first);
    let mut other = body.clone();
    other["note"] = json!("another body");
    let (status, problem) = server.place(&key(1), &other).await;
    assert_eq!((status.as_u16(), problem["code"].as_str()), (422, Some("key_reused")));
    let page = server.shop_page().await;
    assert_eq!(page["goods"]["items"][1]["left"], 5, "two mugs are gone, not four");
    let token = first["token"].as_str().unwrap();
    let read: Value = server.get(&format!("/api/v1/orders/{token}")).await.json().await.unwrap();
    assert_eq!(read, first["order"]);
    let code = first["order"]["code"].as_str().unwrap();
    let by_code = server.get(&format!("/api/v1/orders/{code}")).await;
    assert_eq!(by_code.status(), StatusCode::NOT_FOUND, "a code opens nothing");
}

#[tokio::test]
async fn two_tabs_at_once_are_one_order() {
    let server = Server::start().await;
    let mug = server.sku("Tea Mug", &[]).await;
    let body = server.order(&[(&mug, 1)], 2050).await;
    let key = key(2);
    let (one, two, three) =
        tokio::join!(server.place(&key, &body), server.place(&key, &body), server.place(&key, &body));
    let created = [&one, &two, &three].iter().filter(|answer| answer.0 == StatusCode::CREATED).count();
    assert_eq!(created, 1);
    assert!(one.1 == two.1 && two.1 == three.1);
}

#[tokio::test]
async fn a_changed_total_asks_the_buyer() {
    let server = Server::start().await;
    let mug = server.sku("Tea Mug", &[]).await;
    let stale = server.order(&[(&mug, 2)], 3200).await;
    let (status, problem) = server.place(&key(3), &stale).await;
    assert_eq!((status, problem["code"].as_str()), (StatusCode::CONFLICT, Some("price_changed")));
    assert_eq!(problem["quote"]["total"]["minor"], 3300);
    let agreed = server.order(&[(&mug, 2)], 3300).await;
    let (status, _) = server.place(&key(3), &agreed).await;
    assert_eq!(status, StatusCode::CREATED, "a refused attempt does not use its key up");
}

#[tokio::test]
async fn losing_the_race_says_what_is_left() {
    let server = Server::start().await;
    let mug = server.sku("Tea Mug", &[]).await;
    let many = server.order(&[(&mug, 8)], 10800).await;
    let (status, problem) = server.place(&key(4), &many).await;
    assert_eq!((status, problem["code"].as_str()), (StatusCode::CONFLICT, Some("sold_out")));
    assert_eq!((problem["sku"].as_str(), problem["left"].as_i64()), (Some(mug.as_str()), Some(7)));
    assert_eq!(problem["quote"]["lines"][0]["state"], "less");
    assert_eq!(server.shop_page().await["goods"]["items"][1]["left"], 7);
}

#[tokio::test]
async fn bad_input_gets_a_clear_answer() {
    let server = Server::start().await;
    let mug = server.sku("Tea Mug", &[]).await;
    let good = server.order(&[(&mug, 1)], 2050).await;
    let set = |path: &str, value: Value| {
        let mut body = good.clone();
        *body.pointer_mut(path).expect("the path exists") = value;
        body
    };
    let with = |name: &str, value: Value| {
        let mut body = good.clone();
        body[name] = value;
        body
    };
    let table = [
        (set("/lines/0/quantity", json!(-1)), "lines[0].quantity", "out_of_range"),
        (set("/lines/0/quantity", json!(0)), "lines[0].quantity", "out_of_range"),
        (set("/lines/0/quantity", json!(1_000_000_000)), "lines[0].quantity", "out_of_range"),
        (set("/lines/0/quantity", json!(1.5)), "lines[0].quantity", "wrong_type"),
        (set("/lines/0/quantity", json!("1")), "lines[0].quantity", "wrong_type"),
        (set("/lines", json!([])), "lines", "empty"),
        (set("/lines", json!(vec![json!({"sku": "x", "quantity": 1}); 51])), "lines", "out_of_range"),
        (set("/lines", json!([good["lines"][0], good["lines"][0]])), "lines[1].sku", "duplicate"),
        (set("/contact/name", json!("")), "contact.name", "empty"),
        (set("/contact/name", json!("x".repeat(81))), "contact.name", "too_long"),
        (set("/contact/phone", json!("call me")), "contact.phone", "not_phone"),
        (set("/address/street", json!(" ")), "address.street", "empty"),
        (set("/address", Value::Null), "address", "required"),
        (set("/delivery", json!("none")), "delivery", "unknown"),
        (set("/payment", json!("none")), "payment", "unknown"),
        (set("/note", json!("x".repeat(501))), "note", "too_long"),
        (with("price", json!(1)), "price", "unknown"),
        (set("/expected_total/minor", json!("2050")), "expected_total.minor", "wrong_type"),
    ];
    for (at, (body, path, code)) in table.into_iter().enumerate() {
        let (status, problem) = server.place(&key(100 + at), &body).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{path} {code}: {problem}");
        assert_eq!(problem["code"], "invalid_field", "{problem}");
        let fault = &problem["fields"][0];
        assert_eq!((fault["path"].as_str(), fault["code"].as_str()), (Some(path), Some(code)), "{problem}");
    }
    let (_, gone) = server.place(&key(200), &set("/lines/0/sku", json!("other"))).await;
    assert_eq!(
        (gone["code"].as_str(), gone["quote"]["lines"][0]["state"].as_str()),
        (Some("sold_out"), Some("gone"))
    );
    assert_eq!(server.shop_page().await["goods"]["items"][1]["left"], 7, "nothing of all this was sold");
}

#[tokio::test]
async fn broken_requests_get_a_clear_answer() {
    let server = Server::start().await;
    let url = server.shop_url("/orders");
    let send = async |key: Option<&str>, kind: &str, body: String| -> (u16, Value) {
        let mut request = server.http.post(&url).header("Content-Type", kind).body(body);
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        let answer = request.send().await.expect("an answer");
        let kind = answer.headers()["content-type"].to_str().unwrap().to_owned();
        assert_eq!(kind, "application/problem+json");
        (answer.status().as_u16(), answer.json().await.unwrap())
    };
    let mug = server.sku("Tea Mug", &[]).await;
    let good = server.order(&[(&mug, 1)], 2050).await.to_string();
    let json = "application/json";
    let key = key(5);
    let table = [
        (None, json, good.clone(), 400, "bad_key"),
        (Some("short"), json, good.clone(), 400, "bad_key"),
        (Some("has spaces in it and is long"), json, good.clone(), 400, "bad_key"),
        (Some(key.as_str()), "text/plain", good.clone(), 415, "unsupported_type"),
        (Some(key.as_str()), json, good[..good.len() / 2].to_owned(), 400, "bad_json"),
        (Some(key.as_str()), json, format!("{good}x"), 400, "bad_json"),
        (Some(key.as_str()), json, "not json".to_owned(), 400, "bad_json"),
        (Some(key.as_str()), json, "[]".to_owned(), 400, "invalid_field"),
        (Some(key.as_str()), json, " ".repeat(2 << 20), 413, "too_large"),
    ];
    for (key, kind, body, status, code) in table {
        let shown: String = body.chars().take(40).collect();
        let (got, problem) = send(key, kind, body).await;
        assert_eq!((got, problem["code"].as_str()), (status, Some(code)), "{shown}: {problem}");
    }
}

#[tokio::test]
async fn another_shops_skus_are_not_sold_here() {
    let server = Server::start().await;
    let dir = server.dir.path().to_string_lossy().into_owned();
    let (made, said) =
        common::minishop(&["shop", "create", "--name", "Other", "--currency", "CNY", "--data", &dir]).await;
    assert!(made, "{said}");
    let mug = server.sku("Tea Mug", &[]).await;
    let numbers = common::minishop(&["shop", "list", "--data", &dir]).await.1;
    let other = numbers
        .split(|c: char| !c.is_ascii_digit())
        .find(|word| word.len() == 6 && **word != *server.shop)
        .expect("the other shop")
        .to_owned();
    let url = server.at(&format!("/api/v1/shops/{other}/quotes"));
    let quote: Value =
        server.post(&url, &json!({"lines": [{"sku": mug, "quantity": 1}]})).await.json().await.unwrap();
    assert_eq!(quote["lines"][0]["state"], "gone");
}

#[tokio::test]
async fn cancelling_gives_the_stock_back_once() {
    let server = Server::start().await;
    let mug = server.sku("Tea Mug", &[]).await;
    let (_, placed) = server.place(&key(6), &server.order(&[(&mug, 3)], 4550).await).await;
    let token = placed["token"].as_str().unwrap();
    let url = server.at(&format!("/api/v1/orders/{token}/cancel"));
    let (one, two) = (json!({}), json!({}));
    let (one, two) = tokio::join!(server.post(&url, &one), server.post(&url, &two));
    let mut statuses = [one.status().as_u16(), two.status().as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(server.shop_page().await["goods"]["items"][1]["left"], 7);
    let receipt = server.post(&server.at(&format!("/api/v1/orders/{token}/receipt")), &json!({})).await;
    assert_eq!(receipt.status(), StatusCode::CONFLICT);
    assert_eq!(receipt.json::<Value>().await.unwrap()["code"], "not_allowed");
}

#[tokio::test]
async fn cash_on_delivery_waits_for_no_transfer() {
    let server = Server::start().await;
    let mug = server.sku("Tea Mug", &[]).await;
    let mut body = server.order(&[(&mug, 1)], 1250).await;
    let shop = server.shop_page().await["shop"].clone();
    body["payment"] = shop["payments"][0]["id"].clone();
    body["delivery"] = shop["deliveries"][1]["id"].clone();
    body["address"] = Value::Null;
    let (status, placed) = server.place(&key(7), &body).await;
    assert_eq!(status, StatusCode::CREATED, "{placed}");
    assert_eq!(placed["order"]["status"], "new");
    assert_eq!(placed["order"]["expires_at"], Value::Null);
    assert_eq!(placed["order"]["address"], Value::Null);
}

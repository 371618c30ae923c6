//! Publishing, saving, and what must not be lost between two phones and a sale.

use crate::common::Server;
use crate::common::desk::{Desk, answer};
use crate::goods::{edit, order, path, photo, plain, publish, published, sku, stored, yuan};
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn published_goods_are_on_sale_once() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (front, back) = (photo(&desk, 10).await, photo(&desk, 20).await);
    let mut body = plain("  红茶  Tea 👩‍🌾 شاي ", 1250, 9);
    body["text"] = json!("One\r\nTwo\t\u{202e}x\n\n\n\nThree  ");
    body["photos"] = json!([{"hash": front, "alt": "Front"}, {"hash": back}]);
    body["options"] = json!([{"name": "Size", "values": ["S", "L"]}]);
    body["skus"] = json!([sku(&["L"], 1500, 2), sku(&["S"], 1250, 9)]);
    body["skus"][1]["photo"] = json!(back);
    body["skus"][1]["weight_grams"] = json!(250);
    body["skus"][1]["compare_at"] = yuan(2000);
    body["skus"][1]["code"] = json!("T-1");
    let goods = published(&desk, 1, &body).await;
    assert_eq!(goods["title"], "红茶 Tea 👩‍🌾 شاي");
    assert_eq!(goods["text"], "One\nTwo x\n\nThree");
    assert_eq!(
        (&goods["version"], &goods["category"], &goods["visible"]),
        (&json!(1), &Value::Null, &json!(true))
    );
    assert_eq!(goods["photos"][0]["alt"], "Front");
    assert_eq!(goods["photos"][1]["width"], 8);
    assert_eq!(goods["skus"][1]["photo"], json!(back));
    assert_eq!(
        (&goods["skus"][1]["weight_grams"], &goods["skus"][1]["compare_at"]),
        (&json!(250), &yuan(2000))
    );
    assert_eq!(desk.read(&path(&goods)).await, (200, goods.clone()));

    let (status, again) = publish(&desk, 1, &body).await;
    assert_eq!((status, &again), (200, &goods), "a retried publish doubles nothing");
    let (status, other) = publish(&desk, 1, &plain("Other", 1, 1)).await;
    assert_eq!((status, other["code"].as_str()), (422, Some("key_reused")));
    let (status, bad) = desk.post("/desk/goods", plain("Other", 1, 1)).await;
    assert_eq!((status, bad["code"].as_str()), (400, Some("bad_key")));

    let page = server.shop_page().await;
    let shown = &page["goods"]["items"][0];
    assert_eq!(shown["id"], goods["id"], "new goods come first");
    assert_eq!((&shown["price"], &shown["left"]), (&yuan(1250), &json!(11)));
    let buyer: Value = server
        .http
        .get(server.shop_url(&format!("/goods/{}", goods["id"].as_str().unwrap())))
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(buyer["goods"]["skus"][0]["values"], json!(["L"]), "in the seller's order");

    assert_eq!(desk.delete(&path(&goods)).await.0, 204);
    let (status, gone) = publish(&desk, 1, &body).await;
    assert_eq!(
        (status, gone["code"].as_str()),
        (404, Some("unknown_goods")),
        "a late retry brings nothing back"
    );
}

#[tokio::test]
async fn a_sale_between_reading_and_saving_is_never_undone() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let mug = stored(&desk, "Tea Mug").await;
    let id = mug["skus"][0]["id"].as_str().unwrap();
    let mut body = edit(&mug);
    order(&server, 1, id, 2, 1250 * 2 + 800).await;
    body["title"] = json!("Big Mug");
    let (status, saved) = desk.put(&path(&mug), body.clone()).await;
    assert_eq!((status, &saved["skus"][0]["stock"]), (200, &json!(5)), "untouched stock keeps the sale");
    assert_eq!(saved["version"], 2, "a sale is no change of the goods");
    let mut more = edit(&saved);
    order(&server, 2, id, 1, 1250 + 800).await;
    more["skus"][0]["stock"] = json!(15);
    let (_, saved) = desk.put(&path(&mug), more).await;
    assert_eq!(saved["skus"][0]["stock"], 14, "ten were added to what was left");
    let mut less = edit(&saved);
    less["skus"][0]["stock"] = json!(0);
    order(&server, 3, id, 1, 1250 + 800).await;
    let (status, refused) = desk.put(&path(&mug), less.clone()).await;
    assert_eq!((status, refused["code"].as_str()), (409, Some("changed")), "{refused}");
    assert_eq!(refused["current"]["skus"][0]["stock"], 13);
    less["skus"][0].as_object_mut().unwrap().remove("stock_seen");
    assert_eq!(
        desk.put(&path(&mug), less).await.1["skus"][0]["stock"],
        0,
        "without it the count is absolute"
    );
}

#[tokio::test]
async fn two_phones_change_stock_in_the_list() {
    let server = Server::start().await;
    let (one, two) = (server.desk().await, server.desk().await);
    let mug = stored(&one, "Tea Mug").await;
    let at = format!("/desk/skus/{}", mug["skus"][0]["id"].as_str().unwrap());
    let patch = async |desk: &Desk, body: Value| desk.send(Method::PATCH, &at, &body).await;
    let (status, card) = patch(&one, json!({"stock": 10, "stock_seen": 7})).await;
    assert_eq!((status, &card["sku"]["stock"], &card["version"]), (200, &json!(10), &json!(1)));
    assert_eq!(patch(&two, json!({"stock": 9, "stock_seen": 7})).await.1["stock"], 12, "both count");
    let (_, card) = patch(&two, json!({"price": yuan(1300)})).await;
    assert_eq!((&card["price"], &card["stock"], &card["version"]), (&yuan(1300), &json!(12), &json!(2)));
    let (status, refused) = patch(&one, json!({"stock": 0, "stock_seen": 20})).await;
    assert_eq!((status, &refused["current"]["stock"]), (409, &json!(12)), "{refused}");
    let (status, stale) = one.put(&path(&mug), edit(&mug)).await;
    assert_eq!(
        (status, &stale["current"]["skus"][0]["price"]),
        (409, &yuan(1300)),
        "a price is not overwritten"
    );
    for (body, wrong) in [
        (json!({}), "stock required"),
        (json!({"stock_seen": 1}), "stock required"),
        (json!({"stock": -1}), "stock out_of_range"),
        (json!({"stock": 1_000_001}), "stock out_of_range"),
        (json!({"stock": 1.5}), "stock wrong_type"),
        (json!({"price": {"minor": -1, "currency": "CNY"}}), "price out_of_range"),
        (json!({"price": {"minor": 1_000_000_000_001_i64, "currency": "CNY"}}), "price out_of_range"),
        (json!({"price": {"minor": 1, "currency": "USD"}}), "price other_currency"),
        (json!({"price": {"minor": "1,5", "currency": "CNY"}}), "price.minor wrong_type"),
        (json!({"weight": 1}), "weight unknown"),
    ] {
        let (status, problem) = patch(&one, body.clone()).await;
        assert_eq!((status, crate::common::desk::faults(&problem)), (400, vec![wrong.to_owned()]), "{body}");
    }
}

#[tokio::test]
async fn skus_keep_their_ids_while_options_change() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let mut body = plain("Sock", 100, 1);
    body["options"] = json!([{"name": "Colour", "values": ["red", "blue", "green"]}]);
    body["skus"] = json!([sku(&["red"], 100, 1), sku(&["blue"], 200, 2), sku(&["green"], 300, 3)]);
    let sock = published(&desk, 1, &body).await;
    let ids: Vec<Value> = sock["skus"].as_array().unwrap().iter().map(|sku| sku["id"].clone()).collect();

    // Two change places, the third gets what another gave up, and without an id the values tell which sku is meant.
    let mut turned = edit(&sock);
    turned["skus"][0]["values"] = json!(["blue"]);
    turned["skus"][1]["values"] = json!(["red"]);
    turned["skus"][2]["id"] = Value::Null;
    let (status, sock) = desk.put(&path(&sock), turned).await;
    assert_eq!(status, 200, "{sock}");
    let now: Vec<Value> = sock["skus"].as_array().unwrap().iter().map(|sku| sku["id"].clone()).collect();
    assert_eq!(now, ids);
    assert_eq!(sock["skus"][0]["values"], json!(["blue"]));

    // A second option, one sku out: it is gone from the desk, and an open order can still be cancelled.
    let red = sock["skus"][1]["id"].as_str().unwrap().to_owned();
    let open = order(&server, 9, &red, 1, 200 + 800).await;
    let mut wider = edit(&sock);
    wider["options"] =
        json!([{"name": "Colour", "values": ["blue", "green"]}, {"name": "Size", "values": ["S", "L"]}]);
    wider["skus"].as_array_mut().unwrap().remove(1);
    wider["skus"][0]["values"] = json!(["blue", "S"]);
    wider["skus"][1]["values"] = json!(["green", "S"]);
    wider["skus"].as_array_mut().unwrap().push(sku(&["green", "L"], 300, 0));
    let (status, sock) = desk.put(&path(&sock), wider).await;
    assert_eq!((status, sock["skus"].as_array().map(Vec::len)), (200, Some(3)), "{sock}");
    assert_eq!((&sock["skus"][0]["id"], &sock["skus"][1]["id"]), (&ids[0], &ids[2]));
    let (_, quote) = answer(
        server
            .post(
                &server.shop_url("/quotes"),
                &json!({"lines": [{"sku": red, "quantity": 1}], "delivery": null}),
            )
            .await,
    )
    .await;
    assert_eq!(quote["lines"][0]["state"], "gone");
    let (status, refused) = desk.delete(&path(&sock)).await;
    assert_eq!(
        (status, &refused["orders"]),
        (409, &json!([open["code"]])),
        "a withdrawn sku's order counts too"
    );

    // Back to the first shape: the withdrawn sku comes back as itself.
    let mut narrow = edit(&sock);
    narrow["options"] = json!([{"name": "Colour", "values": ["red", "blue"]}]);
    narrow["skus"] = json!([sku(&["red"], 500, 6), edit(&sock)["skus"][0].clone()]);
    narrow["skus"][1]["values"] = json!(["blue"]);
    let (status, sock) = desk.put(&path(&sock), narrow).await;
    assert_eq!((status, &sock["skus"][0]["id"]), (200, &json!(red)), "{sock}");

    // Its combination is taken over by another while it is out; then it is wanted once more.
    let mut taken = edit(&sock);
    taken["skus"].as_array_mut().unwrap().remove(0);
    taken["skus"][0]["values"] = json!(["red"]);
    taken["options"] = json!([{"name": "Colour", "values": ["red"]}]);
    let (status, sock) = desk.put(&path(&sock), taken).await;
    assert_eq!((status, &sock["skus"][0]["id"]), (200, &ids[0]), "{sock}");
    let unchanged = desk.put(&path(&sock), edit(&sock)).await.1;
    assert_eq!(unchanged["version"], sock["version"], "what changes nothing is no new version");
}

#[tokio::test]
async fn nothing_of_another_shop_can_be_reached() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let mug = stored(&desk, "Tea Mug").await;
    let other = Desk::register(&server, "other@example.com").await;
    let (category, sku) = (mug["category"].clone(), mug["skus"][0]["id"].as_str().unwrap());
    assert_eq!(other.read("/desk/goods").await.1["counts"]["all"], 0);
    assert_eq!(other.read(&path(&mug)).await.0, 404);
    assert_eq!(other.put(&path(&mug), edit(&mug)).await.0, 404);
    assert_eq!(other.delete(&path(&mug)).await.0, 404);
    assert_eq!(other.post(&format!("{}/copy", path(&mug)), json!({})).await.0, 404);
    assert_eq!(other.post(&format!("{}/visible", path(&mug)), json!({"visible": false})).await.0, 404);
    assert_eq!(other.post("/desk/goods/order", json!({"goods": mug["id"], "before": null})).await.0, 404);
    assert_eq!(other.send(Method::PATCH, &format!("/desk/skus/{sku}"), &json!({"stock": 1})).await.0, 404);
    let mut body = plain("Mine", 1, 1);
    body["category"] = category.clone();
    body["skus"][0]["id"] = json!(sku);
    let (_, problem) = publish(&other, 1, &body).await;
    assert_eq!(crate::common::desk::faults(&problem), ["category unknown", "skus[0].id unknown"]);
    let own = published(&other, 2, &plain("Mine", 1, 1)).await;
    let (_, problem) =
        other.post("/desk/goods/order", json!({"goods": own["id"], "before": mug["id"]})).await;
    assert_eq!(crate::common::desk::faults(&problem), ["before unknown"]);
    let (_, problem) =
        other.put("/desk/categories", json!({"items": [{"id": category, "name": "Mine"}]})).await;
    assert_eq!(crate::common::desk::faults(&problem), ["items[0].id unknown"]);
    assert_eq!(desk.read(&path(&mug)).await.1, mug, "nothing of it changed");
}

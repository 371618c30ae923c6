//! The seller's list: filters, search, pages, order.

use crate::common::Server;
use crate::common::desk::{Desk, faults};
use crate::goods::{path, plain, published, sku, stored};
use reqwest::Method;
use serde_json::{Value, json};

async fn titles(desk: &Desk, query: &str) -> Vec<String> {
    let (status, list) = desk.read(&format!("/desk/goods?limit=100&{query}")).await;
    assert_eq!(status, 200, "{list}");
    list["items"].as_array().unwrap().iter().map(|card| card["title"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn filters_and_counts_agree() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let mut pair = plain("100% Wool_sock", 500, 0);
    pair["options"] = json!([{"name": "Size", "values": ["S", "L"]}]);
    pair["skus"] = json!([sku(&["S"], 500, 3), sku(&["L"], 400, 100)]);
    pair["skus"][0]["code"] = json!("WOOL-S");
    pair["skus"][1]["active"] = json!(false);
    published(&desk, 1, &pair).await;
    published(&desk, 2, &plain("Empty", 1, 0)).await;
    let mut hidden = plain("Hidden", 1, 0);
    hidden["visible"] = json!(false);
    published(&desk, 3, &hidden).await;

    let (_, list) = desk.read("/desk/goods").await;
    assert_eq!(list["counts"], json!({"all": 6, "on_sale": 4, "sold_out": 1, "hidden": 1, "low": 3}));
    let card = &list["items"][2];
    assert_eq!(
        (&card["title"], &card["stock"], &card["skus"]),
        (&json!("100% Wool_sock"), &json!(3), &json!(2))
    );
    assert_eq!(
        (&card["price"]["minor"], &card["price_max"]["minor"]),
        (&json!(500), &json!(500)),
        "of what is on sale"
    );
    assert_eq!((&card["low"], &card["sku"]), (&json!(true), &Value::Null));
    assert_eq!(list["items"][0]["low"], false, "what is hidden is not missed");
    assert_eq!(list["items"][1]["sku"]["price"]["minor"], 1, "a sku alone is edited in the list");

    assert_eq!(titles(&desk, "filter=sold_out").await, ["Empty"]);
    assert_eq!(titles(&desk, "filter=hidden").await, ["Hidden"]);
    assert_eq!(titles(&desk, "filter=low").await, ["Empty", "100% Wool_sock", "Plain Tee"]);
    assert_eq!(titles(&desk, "filter=on_sale&q=tea").await, ["Tea Mug 茶杯", "Tea Pot"]);
    assert_eq!(titles(&desk, "q=%E8%8C%B6").await, ["Tea Mug 茶杯"]);
    assert_eq!(titles(&desk, "q=wool-s").await, ["100% Wool_sock"], "by article number");
    assert_eq!(titles(&desk, "q=0%25").await, ["100% Wool_sock"], "a percent sign is one");
    assert_eq!(titles(&desk, "q=a_s").await, Vec::<String>::new());
    let kitchen = stored(&desk, "Tea Pot").await["category"].as_str().unwrap().to_owned();
    assert_eq!(titles(&desk, &format!("category={kitchen}")).await, ["Tea Mug 茶杯", "Tea Pot"]);
    for (query, wrong) in [
        ("filter=odd", "filter unknown".to_owned()),
        ("limit=0", "limit out_of_range".to_owned()),
        ("limit=101", "limit out_of_range".to_owned()),
        ("limit=x", "query wrong_type".to_owned()),
        ("cursor=x", "cursor unknown".to_owned()),
        (&format!("q={}", "x".repeat(101)), "q too_long".to_owned()),
    ] {
        let (status, problem) = desk.read(&format!("/desk/goods?{query}")).await;
        assert_eq!((status, faults(&problem)), (400, vec![wrong]), "{query}");
    }
}

#[tokio::test]
async fn pages_hold_every_goods_item_once() {
    let server = Server::start().await;
    let desk = server.desk().await;
    for at in 0..7 {
        published(&desk, at, &plain(&format!("Cup {at}"), 1, 1)).await;
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let (_, page) = desk.read(&format!("/desk/goods?limit=3&cursor={cursor}")).await;
        seen.extend(
            page["items"].as_array().unwrap().iter().map(|card| card["title"].as_str().unwrap().to_owned()),
        );
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    let cups = (0..7).rev().map(|at| format!("Cup {at}"));
    let wanted: Vec<_> = cups.chain(["Plain Tee", "Tea Mug 茶杯", "Tea Pot"].map(str::to_owned)).collect();
    assert_eq!(seen, wanted);
}

#[tokio::test]
async fn goods_are_moved() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let ids: Vec<Value> = desk.read("/desk/goods").await.1["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|card| card["id"].clone())
        .collect();
    let order = async |goods: usize, before: Option<usize>| {
        let body = json!({"goods": ids[goods], "before": before.map(|at| ids[at].clone())});
        assert_eq!(desk.post("/desk/goods/order", body).await.0, 204);
        let (_, list) = desk.read("/desk/goods").await;
        let now = list["items"].as_array().unwrap().iter();
        now.map(|card| ids.iter().position(|id| *id == card["id"]).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(order(2, Some(0)).await, [2, 0, 1]);
    assert_eq!(order(2, Some(1)).await, [0, 2, 1]);
    assert_eq!(order(0, None).await, [2, 1, 0]);
    assert_eq!(order(1, Some(2)).await, [1, 2, 0]);
    assert_eq!(order(1, Some(1)).await, [1, 2, 0]);
    assert_eq!(order(0, Some(2)).await, [1, 0, 2]);
    // Older data may have goods that share a position: their order is by id then, and stays so around a move.
    sqlx::query("UPDATE goods SET position = 0").execute(&server.database().await).await.unwrap();
    let mut tied: Vec<usize> = (0..3).collect();
    tied.sort_by_key(|at| ids[*at].as_str().unwrap());
    assert_eq!(order(tied[2], Some(tied[1])).await, [tied[0], tied[2], tied[1]]);
    let page = server.shop_page().await;
    assert_eq!(page["goods"]["items"][1]["id"], ids[tied[2]], "buyers see the same order");
}

#[tokio::test]
async fn what_is_hidden_copied_or_deleted() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let tee = stored(&desk, "Plain Tee").await;
    let (status, card) = desk.post(&format!("{}/visible", path(&tee)), json!({"visible": false})).await;
    assert_eq!((status, &card["visible"], &card["version"]), (200, &json!(false), &json!(2)));
    assert_eq!(
        server
            .get(&format!("/api/v1/shops/{}/goods/{}", server.shop, tee["id"].as_str().unwrap()))
            .await
            .status(),
        404
    );
    let again = desk.post(&format!("{}/visible", path(&tee)), json!({"visible": false})).await.1;
    assert_eq!(again["version"], 2);

    let (status, copy) = desk.post(&format!("{}/copy", path(&tee)), json!({})).await;
    assert_eq!((status, &copy["title"], &copy["visible"]), (201, &json!("Plain Tee (2)"), &json!(false)));
    assert_eq!(
        (&copy["options"], &copy["category"], &copy["text"]),
        (&tee["options"], &tee["category"], &tee["text"])
    );
    let fields = |goods: &Value| -> Vec<Value> {
        let skus = goods["skus"].as_array().unwrap().iter();
        skus.map(|sku| json!([sku["values"], sku["price"], sku["stock"], sku["code"]])).collect()
    };
    assert_eq!(fields(&copy), fields(&tee));
    assert_ne!(copy["skus"][0]["id"], tee["skus"][0]["id"]);
    let long = published(&desk, 5, &plain(&"长".repeat(120), 1, 1)).await;
    let copied = desk.post(&format!("{}/copy", path(&long)), json!({})).await.1;
    assert_eq!(copied["title"], json!(format!("{} (2)", "长".repeat(116))));

    let mug = stored(&desk, "Tea Mug").await;
    let placed = crate::goods::order(&server, 1, mug["skus"][0]["id"].as_str().unwrap(), 1, 2050).await;
    let (status, refused) = desk.delete(&path(&mug)).await;
    assert_eq!((status, refused["code"].as_str()), (409, Some("in_open_orders")));
    assert_eq!(refused["orders"], json!([placed["code"]]));
    sqlx::query("UPDATE orders SET status = 'done'").execute(&server.database().await).await.unwrap();
    assert_eq!(desk.delete(&path(&mug)).await.0, 204);
    assert_eq!(desk.delete(&path(&mug)).await.0, 404);
    assert_eq!(desk.send(Method::GET, &path(&mug), &Value::Null).await.0, 404);
    assert_eq!(titles(&desk, "q=mug").await, Vec::<String>::new());
}

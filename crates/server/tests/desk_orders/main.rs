//! The seller's orders: found, moved on as the table allows, never overwritten unseen, never another shop's.

#[path = "../common/mod.rs"]
mod common;
mod endings;
mod strangers;

use common::desk::Desk;
use common::{Server, items, key};
use serde_json::{Value, json};

/// Places an order of so many mugs, paid by transfer or in cash: the buyer's token, and the order on the desk.
async fn placed(server: &Server, desk: &Desk, at: usize, mugs: i64, payment: &str) -> (String, Value) {
    let mug = server.sku("Tea Mug", &[]).await;
    let mut body = server.order(&[(&mug, mugs)], 1250 * mugs + 800).await;
    let page = server.shop_page().await;
    let payments = page["shop"]["payments"].as_array().unwrap();
    body["payment"] = payments.iter().find(|one| one["kind"] == payment).unwrap()["id"].clone();
    body["contact"] = json!({"name": format!("Buyer {at}"), "phone": format!("138 0013 80{at:02}")});
    let (status, placed) = server.place(&key(at), &body).await;
    assert_eq!(status, 201, "{placed}");
    let code = placed["order"]["code"].as_str().unwrap();
    let (_, found) = desk.read(&format!("/desk/orders?q={code}")).await;
    let id = found["items"][0]["id"].as_str().expect("it is in the list").to_owned();
    let (status, order) = desk.read(&format!("/desk/orders/{id}")).await;
    assert_eq!(status, 200, "{order}");
    (placed["token"].as_str().unwrap().to_owned(), order)
}

async fn buyers(server: &Server, token: &str) -> Value {
    server.get(&format!("/api/v1/orders/{token}")).await.json().await.unwrap()
}

async fn mugs_left(server: &Server) -> i64 {
    let database = server.database().await;
    sqlx::query_scalar("SELECT stock FROM skus WHERE code = 'MUG'").fetch_one(&database).await.unwrap()
}

#[tokio::test]
async fn the_list_has_tabs_counts_search_and_pages() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (_, empty) = desk.read("/desk/orders?tab=new").await;
    assert_eq!((items(&empty).len(), &empty["seq"]), (0, &json!(0)));
    let (_, cash) = placed(&server, &desk, 1, 1, "cash_on_delivery").await;
    let (_, first) = placed(&server, &desk, 2, 2, "transfer").await;
    let (_, second) = placed(&server, &desk, 3, 1, "transfer").await;
    let (_, page) = desk.read("/desk/orders?tab=to_pay").await;
    let codes =
        |page: &Value| -> Vec<Value> { items(page).iter().map(|card| card["code"].clone()).collect() };
    assert_eq!(codes(&page), [second["code"].clone(), first["code"].clone()], "the newest stands first");
    assert_eq!(
        page["counts"],
        json!({"new": 1, "to_pay": 2, "to_ship": 0, "shipped": 0, "done": 0, "cancelled": 0})
    );
    assert_eq!(page["seq"], 3);
    let card = &items(&page)[1];
    assert_eq!((card["pieces"].as_i64(), card["total"]["minor"].as_i64()), (Some(2), Some(3300)));
    assert_eq!(card["titles"], json!(["Tea Mug 茶杯"]));
    assert_eq!((&card["payment_kind"], &card["delivery_kind"]), (&json!("transfer"), &json!("flat")));
    assert!(card["expires_at"].is_string() && card["proofs"] == 0 && card["version"] == 1);
    let short = cash["code"].as_str().unwrap()[7..].to_lowercase();
    for (search, expected) in [
        ("buyer%201", vec![&cash]),
        ("13800138002", vec![&first]),
        ("8003", vec![&second]),
        (&short, vec![&cash]),
        ("%25", vec![]),
        ("nobody", vec![]),
        ("buyer", vec![&second, &first, &cash]),
    ] {
        let (_, found) = desk.read(&format!("/desk/orders?q={search}")).await;
        let expected: Vec<Value> = expected.iter().map(|order| order["code"].clone()).collect();
        assert_eq!(codes(&found), expected, "{search}");
    }
    let (_, one) = desk.read("/desk/orders?limit=2").await;
    let next = one["next"].as_str().expect("a second page");
    let (_, two) = desk.read(&format!("/desk/orders?limit=2&cursor={next}")).await;
    assert_eq!(
        [codes(&one), codes(&two)].concat(),
        [&second, &first, &cash].map(|order| order["code"].clone())
    );
    assert!(two["next"].is_null());
    for wrong in ["tab=none", "limit=0", "limit=101", "cursor=x", "color=red"] {
        assert_eq!(desk.read(&format!("/desk/orders?{wrong}")).await.0, 400, "{wrong}");
    }
}

#[tokio::test]
async fn a_transfer_goes_from_reprice_to_two_parcels_and_done() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (token, order) = placed(&server, &desk, 1, 2, "transfer").await;
    assert_eq!(order["actions"], json!(["confirm_payment", "reprice", "cancel"]));
    let (status, order) =
        desk.act(&order, "reprice", json!({"total": {"minor": 3000, "currency": "CNY"}})).await;
    assert_eq!((status, &order["adjustment"]), (200, &json!({"minor": -300, "currency": "CNY"})), "{order}");
    assert_eq!((&order["total"]["minor"], &order["version"]), (&json!(3000), &json!(2)));
    assert_eq!(
        (&order["events"][1]["action"], &order["events"][1]["amount"]["minor"]),
        (&json!("reprice"), &json!(3000))
    );
    let seen = buyers(&server, &token).await;
    assert_eq!((&seen["total"]["minor"], &seen["adjustment"]["minor"]), (&json!(3000), &json!(-300)));
    let (_, again) = desk.act(&order, "reprice", json!({"total": {"minor": 0, "currency": "CNY"}})).await;
    assert_eq!((&again["adjustment"]["minor"], &again["total"]["minor"]), (&json!(-3300), &json!(0)));
    let (_, order) = desk.act(&again, "reprice", json!({"total": {"minor": 3500, "currency": "CNY"}})).await;
    assert_eq!((&order["adjustment"]["minor"], &order["goods_total"]["minor"]), (&json!(200), &json!(2500)));
    assert!(order["expires_at"].is_string(), "a new price gives no new time");
    let (_, order) = desk.act(&order, "confirm_payment", json!({})).await;
    assert_eq!((&order["status"], &order["expires_at"]), (&json!("to_ship"), &Value::Null));
    let parcels =
        json!({"parcels": [{"carrier": "SF", "waybill": " SF1 "}, {"carrier": "YTO", "waybill": "Y2"}]});
    let (status, order) = desk.act(&order, "ship", parcels).await;
    assert_eq!((status, &order["status"]), (200, &json!("shipped")), "{order}");
    let (_, order) =
        desk.act(&order, "ship", json!({"parcels": [{"carrier": "EMS", "waybill": "E3"}]})).await;
    let path = format!(
        "/desk/orders/{}/shipments/{}",
        order["id"].as_str().unwrap(),
        order["shipments"][1]["id"].as_str().unwrap()
    );
    let (status, order) =
        desk.put(&path, json!({"version": order["version"], "carrier": "YTO", "waybill": "Y22"})).await;
    assert_eq!(status, 200, "{order}");
    let seen = buyers(&server, &token).await;
    let waybills: Vec<&Value> =
        seen["shipments"].as_array().unwrap().iter().map(|one| &one["waybill"]).collect();
    assert_eq!(waybills, ["SF1", "Y22", "E3"], "as written, one corrected");
    assert!(seen.get("seller_note").is_none());
    let got = server.post(&server.at(&format!("/api/v1/orders/{token}/receipt")), &json!({})).await;
    assert_eq!(got.status(), 200);
    let (_, done) = desk.read("/desk/orders?tab=done").await;
    assert_eq!(done["counts"]["done"], 1);
}

#[tokio::test]
async fn what_the_table_does_not_allow_is_refused_and_changes_nothing() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (_, order) = placed(&server, &desk, 1, 1, "cash_on_delivery").await;
    for (action, body) in [
        ("confirm_payment", json!({})),
        ("reject_proof", json!({})),
        ("refund", json!({"amount": {"minor": 1, "currency": "CNY"}})),
    ] {
        let (status, problem) = desk.act(&order, action, body).await;
        assert_eq!(
            (status, &problem["code"], &problem["order_status"]),
            (409, &json!("not_allowed"), &json!("new"))
        );
    }
    for (action, body, path) in [
        ("reprice", json!({"total": {"minor": -1, "currency": "CNY"}}), "total.minor"),
        ("reprice", json!({"total": {"minor": 1, "currency": "USD"}}), "total.currency"),
        ("ship", json!({"parcels": []}), "parcels"),
        ("ship", json!({"parcels": [{"carrier": " ", "waybill": "1"}]}), "parcels[0].carrier"),
        ("ship", json!({"parcels": [{"carrier": "SF", "waybill": "x".repeat(61)}]}), "parcels[0].waybill"),
        ("cancel", json!({"reason": "x".repeat(201)}), "reason"),
        ("note", json!({"seller_note": "x".repeat(1001)}), "seller_note"),
        ("accept", json!({"color": 1}), "color"),
    ] {
        let (status, problem) = desk.act(&order, action, body).await;
        assert_eq!((status, &problem["fields"][0]["path"]), (400, &json!(path)), "{problem}");
    }
    let (_, same) = desk.read(&format!("/desk/orders/{}", order["id"].as_str().unwrap())).await;
    assert_eq!(same, order);
    let (_, order) = desk.act(&order, "accept", json!({})).await;
    assert_eq!(order["status"], "to_ship");
}

#[tokio::test]
async fn two_phones_never_overwrite_each_other() {
    let server = Server::start().await;
    let (one, two) = (server.desk().await, server.desk().await);
    let (_, order) = placed(&server, &one, 1, 1, "transfer").await;
    let (_, noted) = one.act(&order, "note", json!({"seller_note": "fragile"})).await;
    assert_eq!(noted["seller_note"], "fragile");
    let (status, problem) = two.act(&order, "cancel", json!({"reason": "?"})).await;
    assert_eq!((status, &problem["code"]), (409, &json!("changed")));
    assert_eq!(problem["current"], noted);
    let both = tokio::join!(
        one.act(&noted, "confirm_payment", json!({})),
        two.act(&noted, "cancel", json!({"reason": "late"}))
    );
    let mut statuses = [both.0.0, both.1.0];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "one of two at once wins");
}

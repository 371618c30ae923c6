//! How orders end: arrived, picked up, cancelled, given back.

use crate::common::{Server, items, key};
use crate::{buyers, mugs_left, placed};
use serde_json::{Value, json};

#[tokio::test]
async fn what_arrived_is_done_even_if_its_buyer_says_nothing() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (token, order) = placed(&server, &desk, 1, 1, "cash_on_delivery").await;
    assert_eq!(desk.act(&order, "receive", json!({})).await.0, 409, "nothing was sent yet");
    let (_, order) = desk.act(&order, "ship", json!({"parcels": [{"carrier": "SF", "waybill": "1"}]})).await;
    let (status, order) = desk.act(&order, "receive", json!({})).await;
    assert_eq!((status, &order["status"], &order["actions"]), (200, &json!("done"), &json!(["refund"])));
    let seen = buyers(&server, &token).await;
    let last = &seen["events"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["actor"], &last["action"]), (&json!("seller"), &json!("receive")));
}

#[tokio::test]
async fn cancelling_gives_the_stock_back_once_and_says_why() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (token, order) = placed(&server, &desk, 1, 3, "transfer").await;
    assert_eq!(mugs_left(&server).await, 4);
    let (_, order) = desk.act(&order, "confirm_payment", json!({})).await;
    let (_, order) = desk.act(&order, "cancel", json!({"reason": "broken in the store"})).await;
    assert_eq!(
        (&order["status"], &order["cancel_reason"]),
        (&json!("cancelled"), &json!("broken in the store"))
    );
    assert_eq!(desk.act(&order, "cancel", json!({"reason": ""})).await.0, 409);
    assert_eq!(mugs_left(&server).await, 7);
    let seen = buyers(&server, &token).await;
    assert_eq!((&seen["status"], &seen["cancel_reason"]), (&json!("cancelled"), &order["cancel_reason"]));
    let refund = |minor: i64| json!({"amount": {"minor": minor, "currency": "CNY"}});
    let (_, part) = desk.act(&order, "refund", refund(1000)).await;
    assert_eq!((&part["refunded"]["minor"], &part["actions"]), (&json!(1000), &json!(["refund"])));
    for wrong in [0, -5, 3551, i64::MAX] {
        let (status, problem) = desk.act(&part, "refund", refund(wrong)).await;
        assert_eq!((status, &problem["code"]), (400, &json!("invalid_field")), "{wrong}");
    }
    let (status, whole) = desk.act(&part, "refund", refund(3550)).await;
    assert_eq!(
        (status, &whole["refunded"]["minor"], &whole["actions"]),
        (200, &json!(4550), &json!([])),
        "{whole}"
    );
    assert_eq!(buyers(&server, &token).await["refunded"], whole["refunded"]);
    let amounts: Vec<&Value> =
        whole["events"].as_array().unwrap().iter().map(|one| &one["amount"]["minor"]).collect();
    assert_eq!(amounts, [&Value::Null, &Value::Null, &Value::Null, &json!(1000), &json!(3550)]);
}

#[tokio::test]
async fn what_is_picked_up_is_sent_without_a_parcel() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let mug = server.sku("Tea Mug", &[]).await;
    let mut body = server.order(&[(&mug, 1)], 1250).await;
    let page = server.shop_page().await;
    body["delivery"] = page["shop"]["deliveries"][1]["id"].clone();
    body["payment"] = page["shop"]["payments"][0]["id"].clone();
    body["address"] = Value::Null;
    let (status, placed) = server.place(&key(1), &body).await;
    assert_eq!(status, 201, "{placed}");
    let (_, list) = desk.read("/desk/orders?tab=new").await;
    let (status, ready) = desk.act(&items(&list)[0], "ship", json!({"parcels": []})).await;
    assert_eq!(
        (status, &ready["status"], &ready["shipments"]),
        (200, &json!("shipped"), &json!([])),
        "{ready}"
    );
}

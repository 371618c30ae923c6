//! What the quote makes of the ways a seller set.

use super::common::desk::faults;
use super::common::{Server, key};
use super::{cny, set, steps, way};
use serde_json::{Value, json};

/// The quote for so many mugs by that way to that place.
async fn quote(server: &Server, pieces: i64, delivery: &Value, place: Value) -> Value {
    let mug = server.sku("Tea Mug", &[]).await;
    let body =
        json!({"lines": [{"sku": mug, "quantity": pieces}], "delivery": delivery["id"], "region": place});
    let answer = server.post(&server.shop_url("/quotes"), &body).await;
    answer.json().await.unwrap()
}

async fn weigh(server: &Server, grams: Option<i64>) {
    let database = server.database().await;
    sqlx::query("UPDATE skus SET weight_grams = $1").bind(grams).execute(&database).await.unwrap();
}

#[tokio::test]
async fn a_flat_fee_falls_away_from_its_limit_on() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let list = set(&desk, &[way("flat", "Parcel", json!({"free_over": cny(2500)}))]).await;
    assert_eq!(quote(&server, 1, &list[0], Value::Null).await["delivery_fee"], cny(800));
    let free = quote(&server, 2, &list[0], Value::Null).await;
    assert_eq!((&free["delivery_fee"], &free["total"]), (&cny(0), &cny(2500)));
}

#[tokio::test]
async fn a_parcel_is_priced_by_its_weight() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let table = steps(&[(500, 600), (1000, 800), (1500, 1200)]);
    let list = set(&desk, &[way("weight", "By weight", table)]).await;
    for (grams, pieces, fee) in [
        (None, 7, 600),
        (Some(250), 2, 600),
        (Some(251), 2, 800),
        (Some(500), 2, 800),
        (Some(501), 2, 1200),
        (Some(500), 3, 1200),
    ] {
        weigh(&server, grams).await;
        let quote = quote(&server, pieces, &list[0], Value::Null).await;
        assert_eq!(quote["delivery_fee"], cny(fee), "{pieces} × {grams:?} g");
        assert_eq!((&quote["orderable"], &quote["delivery_refused"]), (&json!(true), &Value::Null));
    }
    weigh(&server, Some(501)).await;
    let heavy = quote(&server, 3, &list[0], Value::Null).await;
    assert_eq!((&heavy["orderable"], &heavy["delivery_refused"]), (&json!(false), &json!("weight")));
    assert_eq!(heavy["total"], cny(3750));
}

#[tokio::test]
async fn a_region_that_is_not_served_is_refused() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let places =
        json!({"exclusions": [{"country": "CN", "province": "新疆"}, {"country": "US", "province": ""}]});
    let list = set(&desk, &[way("flat", "Parcel", places), way("pickup", "Pickup", json!({}))]).await;
    for (country, province, refused) in [
        ("CN", "新疆维吾尔自治区", true),
        ("", "新疆", true),
        ("", "乌鲁木齐市", true),
        ("US", "California", true),
        ("", "浙江省", false),
        ("", "", false),
    ] {
        let place = json!({"country": country, "province": province});
        let asked = quote(&server, 1, &list[0], place.clone()).await;
        let word = if refused { json!("region") } else { Value::Null };
        assert_eq!((&asked["delivery_refused"], &asked["orderable"]), (&word, &json!(!refused)), "{place}");
        let pickup = quote(&server, 1, &list[1], place).await;
        assert_eq!(pickup["orderable"], true, "whoever comes for it may live anywhere");
    }
    let long = quote(&server, 1, &list[0], json!({"country": "", "province": "x".repeat(81)})).await;
    assert_eq!(faults(&long), ["region.province too_long"]);
    let unknown = quote(&server, 1, &list[0], json!({"country": "", "province": "", "city": ""})).await;
    assert_eq!(unknown["fields"][0]["code"], "unknown");
}

#[tokio::test]
async fn a_shop_on_holiday_is_shown_and_takes_no_orders() {
    let server = Server::start().await;
    let database = server.database().await;
    sqlx::query("UPDATE shops SET holiday = TRUE, back_on = '2026-12-01', hours = '9–18'")
        .execute(&database)
        .await
        .unwrap();
    let shop = server.shop_page().await["shop"].clone();
    let told = (&shop["holiday"], &shop["back_on"], &shop["hours"]);
    assert_eq!(told, (&json!(true), &json!("2026-12-01"), &json!("9–18")));
    let quote = quote(&server, 1, &shop["deliveries"][0], Value::Null).await;
    assert_eq!(
        (&quote["orderable"], &quote["delivery_refused"], &quote["total"]),
        (&json!(false), &Value::Null, &cny(2050))
    );
    let mug = server.sku("Tea Mug", &[]).await;
    let body = server.order(&[(&mug, 1)], 2050).await;
    let (status, problem) = server.place(&key(7), &body).await;
    assert_eq!((status.as_u16(), problem["code"].as_str()), (409, Some("on_holiday")), "{problem}");
    assert_eq!(problem["back_on"], "2026-12-01");
}

#[tokio::test]
async fn an_order_that_could_not_arrive_is_not_taken() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let table = json!({"steps": steps(&[(1000, 800)])["steps"], "exclusions": [{"country": "CN", "province": "浙江"}]});
    let mug = server.sku("Tea Mug", &[]).await;
    let good = server.order(&[(&mug, 1)], 0).await;
    let list = set(&desk, &[way("weight", "By weight", table), way("pickup", "Pickup", json!({}))]).await;
    weigh(&server, Some(400)).await;
    let order = |pieces: i64, total: i64, way: usize, change: &Value| {
        let mut body = good.clone();
        body["lines"][0]["quantity"] = json!(pieces);
        body["expected_total"] = cny(total);
        body["delivery"] = list[way]["id"].clone();
        if let Some(change) = change.as_object() {
            body["address"].as_object_mut().unwrap().extend(change.clone());
        }
        body
    };
    let elsewhere = json!({"province": "江苏省", "city": "南京市"});
    let zhejiang = Value::Null;
    let only_city = json!({"province": "", "city": "杭州市"});
    for (at, (pieces, total, change, reason)) in
        [(1, 2050, &zhejiang, "region"), (1, 2050, &only_city, "region"), (3, 3750, &elsewhere, "weight")]
            .into_iter()
            .enumerate()
    {
        let (status, problem) = server.place(&key(at), &order(pieces, total, 0, change)).await;
        assert_eq!((status.as_u16(), problem["code"].as_str()), (409, Some("not_delivered")), "{problem}");
        assert_eq!(
            (problem["reason"].as_str(), &problem["quote"]["orderable"]),
            (Some(reason), &json!(false))
        );
    }
    assert_eq!(server.shop_page().await["goods"]["items"][1]["left"], 7, "nothing of it was sold");
    let (status, placed) = server.place(&key(8), &order(2, 3300, 0, &elsewhere)).await;
    assert_eq!(status, 201, "{placed}");
    assert_eq!(
        (&placed["order"]["delivery"]["kind"], &placed["order"]["total"]),
        (&json!("weight"), &cny(3300))
    );
    let (status, placed) = server.place(&key(9), &order(3, 3750, 1, &zhejiang)).await;
    assert_eq!(status, 201, "{placed}");
}

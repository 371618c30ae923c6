//! What the quote makes of the ways a seller set.

use super::common::Server;
use super::common::desk::faults;
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
}

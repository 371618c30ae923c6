//! The lists as the desk reads and replaces them.

use super::common::desk::faults;
use super::common::{self, Server, minishop};
use super::{cny, set, steps, way};
use serde_json::{Value, json};

#[tokio::test]
async fn what_the_desk_sets_the_buyer_sees() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let before = desk.read("/desk/deliveries").await.1;
    assert_eq!(before["items"][0]["title"], "Parcel");
    assert_eq!(before["items"][0]["free_over"], cny(9900));
    let mut kept = before["items"][0].clone();
    kept["days_min"] = json!(2);
    kept["days_max"] = json!(3);
    let places = json!([{"country": "cn", "province": "新疆"}, {"country": "US", "province": ""}]);
    let by_weight = way("weight", " By  weight ", steps(&[(500, 600), (1000, 550)]));
    kept["exclusions"] = places;
    let list = set(&desk, &[by_weight, kept.clone()]).await;
    assert_eq!(list[1]["id"], kept["id"], "what stays keeps its id");
    assert_eq!(list[0]["title"], "By weight");
    assert_eq!(
        list[1]["exclusions"],
        json!([{"country": "CN", "province": "新疆维吾尔自治区"}, {"country": "US", "province": ""}])
    );
    assert_eq!(desk.read("/desk/deliveries").await.1["items"], json!(list));
    let ways = server.shop_page().await["shop"]["deliveries"].clone();
    assert_eq!(ways[0]["kind"], "weight");
    assert_eq!((&ways[0]["fee"], &ways[0]["steps"][1]["grams"]), (&cny(550), &json!(1000)));
    assert_eq!((&ways[1]["days_min"], &ways[1]["days_max"]), (&json!(2), &json!(3)));
    assert_eq!(ways[1]["steps"], json!([]));
}

#[tokio::test]
async fn every_limit_is_told_beside_its_field() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let version = desk.read("/desk/deliveries").await.1["version"].clone();
    let flat = |more: Value| way("flat", "Parcel", more);
    let places = |places: Value| flat(json!({"exclusions": places}));
    let many: Vec<(i64, i64)> = (1..=21).map(|grams| (grams, 1)).collect();
    let table: Vec<(Vec<Value>, &[&str])> = vec![
        (vec![], &["items out_of_range"]),
        (vec![flat(json!({})); 11], &["items out_of_range"]),
        (vec![flat(json!({"kind": "drone"}))], &["items[0].kind unknown"]),
        (
            vec![flat(json!({"title": " "})), flat(json!({"title": "x".repeat(41)}))],
            &["items[0].title empty", "items[1].title too_long"],
        ),
        (vec![flat(json!({"note": "x".repeat(201)}))], &["items[0].note too_long"]),
        (vec![flat(json!({"fee": cny(-1)}))], &["items[0].fee.minor out_of_range"]),
        (vec![flat(json!({"fee": cny(100_000_000_001)}))], &["items[0].fee.minor out_of_range"]),
        (vec![flat(json!({"fee": {"minor": 1, "currency": "USD"}}))], &["items[0].fee.currency unknown"]),
        (vec![flat(json!({"fee": null}))], &["items[0].fee required"]),
        (vec![flat(json!({"free_over": cny(-5)}))], &["items[0].free_over.minor out_of_range"]),
        (vec![flat(json!({"days_min": 3}))], &["items[0].days_max required"]),
        (vec![flat(json!({"days_max": 3}))], &["items[0].days_min required"]),
        (vec![flat(json!({"days_min": 5, "days_max": 3}))], &["items[0].days_max out_of_range"]),
        (
            vec![flat(json!({"days_min": -1, "days_max": 100}))],
            &["items[0].days_min out_of_range", "items[0].days_max out_of_range"],
        ),
        (vec![way("weight", "W", json!({}))], &["items[0].steps out_of_range"]),
        (vec![way("weight", "W", steps(&many))], &["items[0].steps out_of_range"]),
        (vec![way("weight", "W", steps(&[(500, 1), (500, 2)]))], &["items[0].steps[1].grams out_of_range"]),
        (
            vec![way("weight", "W", steps(&[(0, 1), (1_000_001, -1)]))],
            &[
                "items[0].steps[0].grams out_of_range",
                "items[0].steps[1].grams out_of_range",
                "items[0].steps[1].fee.minor out_of_range",
            ],
        ),
        (
            vec![places(json!([{"country": "China", "province": ""}]))],
            &["items[0].exclusions[0].country unknown"],
        ),
        (
            vec![places(json!([{"country": "CN", "province": "新彊"}]))],
            &["items[0].exclusions[0].province unknown"],
        ),
        (
            vec![places(
                json!([{"country": "CN", "province": "新疆"}, {"country": "cn", "province": "新疆维吾尔自治区"}]),
            )],
            &["items[0].exclusions[1] duplicate"],
        ),
        (vec![flat(json!({"id": "nobody"}))], &["items[0].id unknown"]),
    ];
    for (items, expected) in table {
        let (status, problem) =
            desk.put("/desk/deliveries", json!({"items": items, "version": version})).await;
        assert_eq!(
            (status, faults(&problem)),
            (400, expected.iter().map(|word| (*word).to_owned()).collect()),
            "{problem}"
        );
    }
    let (status, problem) =
        desk.put("/desk/deliveries", json!({"items": [], "version": version, "more": 1})).await;
    assert_eq!((status, faults(&problem)), (400, vec!["more unknown".to_owned()]));
    let now = desk.read("/desk/deliveries").await.1;
    assert_eq!(
        (&now["version"], now["items"].as_array().unwrap().len()),
        (&version, 2),
        "nothing was written"
    );
}

#[tokio::test]
async fn whoever_saw_an_older_list_is_shown_the_one_of_now() {
    let server = Server::start().await;
    let (one, other) = (server.desk().await, server.desk().await);
    for path in ["/desk/deliveries", "/desk/payments"] {
        let seen = one.read(path).await.1;
        let mut items = seen["items"].clone();
        items[0]["title"] = json!("First");
        let body = |items: &Value| json!({"items": items, "version": seen["version"]});
        let (status, list) = one.put(path, body(&items)).await;
        assert_eq!(status, 200, "{list}");
        items[0]["title"] = json!("Second");
        let (status, problem) = other.put(path, body(&items)).await;
        assert_eq!((status, problem["code"].as_str()), (409, Some("changed")));
        assert_eq!(problem["current"], list);
        assert_eq!(one.read(path).await.1, list, "the late one changed nothing");
    }
}

#[tokio::test]
async fn ways_to_pay_are_set_as_a_whole() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let before = desk.read("/desk/payments").await.1;
    assert_eq!(
        (&before["items"][1]["text"], &before["items"][1]["qr"]),
        (&json!("Account 42"), &Value::Null)
    );
    let hash = "a".repeat(64);
    let database = server.database().await;
    sqlx::query("INSERT INTO photos (hash, width, height, color) VALUES ($1, 600, 600, '#ffffff')")
        .bind(&hash)
        .execute(&database)
        .await
        .unwrap();
    let pay = |kind: &str, more: Value| {
        let mut pay = json!({"id": null, "kind": kind, "title": "Pay", "text": "", "qr": null});
        pay.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        pay
    };
    let send = async |items: Vec<Value>, version: &Value| {
        desk.put("/desk/payments", json!({"items": items, "version": version})).await
    };
    let kept = before["items"][1]["id"].clone();
    let with_code = pay("transfer", json!({"id": kept, "qr": hash, "text": "Account 43\n\n\nBank"}));
    let (status, list) = send(vec![with_code, pay("cash_on_delivery", json!({}))], &before["version"]).await;
    assert_eq!(status, 200, "{list}");
    assert_eq!((&list["items"][0]["id"], &list["items"][0]["qr"]["hash"]), (&kept, &json!(hash)));
    assert_eq!(list["items"][0]["text"], "Account 43\n\nBank");
    assert_eq!(server.shop_page().await["shop"]["payments"][0]["kind"], "transfer");
    let table: [(Vec<Value>, &str); 8] = [
        (vec![], "items out_of_range"),
        (vec![pay("transfer", json!({})); 11], "items out_of_range"),
        (vec![pay("card", json!({}))], "items[0].kind unknown"),
        (vec![pay("transfer", json!({"title": ""}))], "items[0].title empty"),
        (vec![pay("transfer", json!({"title": "x".repeat(41)}))], "items[0].title too_long"),
        (vec![pay("transfer", json!({"text": "x".repeat(1001)}))], "items[0].text too_long"),
        (vec![pay("transfer", json!({"qr": "b".repeat(64)}))], "items[0].qr unknown"),
        (vec![pay("transfer", json!({"id": "nobody"}))], "items[0].id unknown"),
    ];
    for (items, fault) in table {
        let (status, problem) = send(items, &list["version"]).await;
        assert_eq!((status, faults(&problem)), (400, vec![fault.to_owned()]), "{problem}");
    }
    assert_eq!(desk.read("/desk/payments").await.1, list);
}

#[tokio::test]
async fn one_seller_never_touches_anothers_ways() {
    let server = Server::start().await;
    let dir = server.dir.path().to_string_lossy().into_owned();
    let (made, said) =
        minishop(&["shop", "create", "--name", "Other", "--currency", "CNY", "--data", &dir]).await;
    assert!(made, "{said}");
    let database = server.database().await;
    let other: i64 = sqlx::query_scalar("SELECT number FROM shops WHERE name = 'Other'")
        .fetch_one(&database)
        .await
        .unwrap();
    let (desk, stranger) = (server.desk().await, server.desk_of(other).await);
    for path in ["/desk/deliveries", "/desk/payments"] {
        let own = desk.read(path).await.1;
        let theirs = stranger.read(path).await.1;
        assert_ne!(own["items"], theirs["items"]);
        let (status, problem) =
            stranger.put(path, json!({"items": own["items"], "version": theirs["version"]})).await;
        assert_eq!((status, faults(&problem)[0].as_str()), (400, "items[0].id unknown"), "{problem}");
        assert_eq!(desk.read(path).await.1, own);
    }
}

#[tokio::test]
async fn importing_again_leaves_the_sellers_ways_alone() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let list = set(&desk, &[way("weight", "By weight", steps(&[(500, 600)]))]).await;
    common::import(server.dir.path(), &common::catalogue()).await;
    assert_eq!(desk.read("/desk/deliveries").await.1["items"], json!(list));
}

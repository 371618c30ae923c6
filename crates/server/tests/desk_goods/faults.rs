//! Every fault of a form at once, each with the field it concerns.

use crate::common::Server;
use crate::common::desk::{answer, faults};
use crate::goods::{photo, plain, publish, sku, yuan};
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn all_faults_are_told_at_once_each_at_its_field() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let known = photo(&desk, 1).await;
    let mut body = plain(&"名".repeat(10_000), 1, 1);
    body["text"] = json!("x".repeat(5_001));
    body["category"] = json!("nowhere");
    body["photos"] = json!([{"hash": known, "alt": "a".repeat(201)}, {"hash": "0".repeat(64)}, {"hash": known}, {"hash": "../../x"}]);
    body["options"] = json!([{"name": "Size", "values": ["", "L", "L"]}, {"name": "Size", "values": []}, {"name": "\u{7}", "values": ["a"]}]);
    body["skus"] = json!([
        sku(&["L", "x", "a"], 1, 1),
        sku(&["L", "x", "a"], -5, 1),
        sku(&["L"], 1_000_000_000_001, -1),
        {"id": "ghost", "code": "c".repeat(61), "values": ["M", "", "a"], "price": {"minor": 1, "currency": "JPY"},
            "compare_at": {"minor": -1, "currency": "CNY"}, "stock": 1_000_001, "stock_seen": -1, "weight_grams": -1,
            "photo": "f".repeat(64), "active": true},
    ]);
    body["version"] = json!(1);
    let (status, problem) = publish(&desk, 1, &body).await;
    assert_eq!((status, problem["code"].as_str()), (400, Some("invalid_field")));
    let mut told = faults(&problem);
    told.sort();
    let mut wanted = vec![
        "category unknown",
        "options[0].values[0] empty",
        "options[0].values[2] duplicate",
        "options[1].name duplicate",
        "options[1].values empty",
        "options[2].name bad_character",
        "photos[0].alt too_long",
        "photos[1].hash unknown",
        "photos[2].hash duplicate",
        "photos[3].hash unknown",
        "skus[0].values[1] unknown",
        "skus[1].price out_of_range",
        "skus[1].values duplicate",
        "skus[1].values[1] unknown",
        "skus[2].price out_of_range",
        "skus[2].stock out_of_range",
        "skus[2].values unfit",
        "skus[3].code too_long",
        "skus[3].compare_at out_of_range",
        "skus[3].id unknown",
        "skus[3].photo unknown",
        "skus[3].price other_currency",
        "skus[3].stock out_of_range",
        "skus[3].stock_seen out_of_range",
        "skus[3].values[0] unknown",
        "skus[3].values[1] unknown",
        "skus[3].weight_grams out_of_range",
        "text too_long",
        "title too_long",
        "version unknown",
    ];
    wanted.sort_unstable();
    assert_eq!(told, wanted);
    assert_eq!(desk.read("/desk/goods").await.1["counts"]["all"], 3, "nothing was written");
}

#[tokio::test]
async fn shapes_that_cannot_be_sold_are_refused() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let size = json!([{"name": "Size", "values": ["S"]}]);
    let change = |field: &str, value: Value| {
        let mut body = plain("Cup", 1, 1);
        body[field] = value;
        body
    };
    let with = |field: &str, value: Value| {
        let mut body = plain("Cup", 1, 1);
        body["skus"][0][field] = value;
        body
    };
    let many: Vec<String> = (0..101).map(|at| at.to_string()).collect();
    let mut crowd = change("skus", many.iter().map(|value| sku(&[value], 1, 1)).collect());
    crowd["options"] = json!([{"name": "No", "values": many}]);
    let cases = [
        (change("title", json!(" \u{3000}\n ")), vec!["title empty"]),
        (change("title", json!("a\u{0}b")), vec!["title bad_character"]),
        (change("text", json!("a\u{1b}[31mb")), vec!["text bad_character"]),
        (change("skus", json!([])), vec!["skus empty"]),
        (change("skus", json!([sku(&[], 1, 1), sku(&[], 2, 1)])), vec!["skus out_of_range"]),
        (change("options", size), vec!["skus[0].values unfit"]),
        (crowd, vec!["options[0].values out_of_range", "skus out_of_range"]),
        (
            change(
                "options",
                json!([{"name": "a", "values": ["x"]}, {"name": "b", "values": ["x"]}, {"name": "c", "values": ["x"]}, {"name": "d", "values": ["x"]}]),
            ),
            vec!["options out_of_range", "skus[0].values unfit"],
        ),
        (with("price", json!({"minor": 1.5, "currency": "CNY"})), vec!["skus[0].price.minor wrong_type"]),
        (with("price", json!({"minor": 1e9, "currency": "CNY"})), vec!["skus[0].price.minor wrong_type"]),
        (with("price", json!({"minor": "1,5", "currency": "CNY"})), vec!["skus[0].price.minor wrong_type"]),
        (with("price", json!({"minor": i64::MIN, "currency": "CNY"})), vec!["skus[0].price out_of_range"]),
        (with("price", json!({"minor": i64::MAX, "currency": "CNY"})), vec!["skus[0].price out_of_range"]),
        (with("price", json!(5)), vec!["skus[0].price wrong_type"]),
        (with("stock", json!(null)), vec!["skus[0].stock wrong_type"]),
        (with("colour", json!("red")), vec!["skus[0].colour unknown"]),
        (change("photos", (0..10).map(|_| json!({"hash": "x"})).collect()), vec!["photos out_of_range"]),
    ];
    for (at, (body, wanted)) in cases.iter().enumerate() {
        let (status, problem) = publish(&desk, at, body).await;
        let told = faults(&problem);
        assert_eq!(status, 400, "{body}");
        assert!(
            wanted.iter().all(|fault| told.contains(&(*fault).to_owned())),
            "{body}: {told:?}, not {wanted:?}"
        );
    }
    let highest = with("price", yuan(1_000_000_000_000));
    assert_eq!(publish(&desk, 100, &highest).await.0, 201);
    let long = format!("{{\"title\":\"{}\"}}", "x".repeat(600 * 1024));
    let call = desk.call(Method::POST, "/desk/goods").header("Content-Type", "application/json").body(long);
    assert_eq!(answer(call.send().await.unwrap()).await.0, 413);
}

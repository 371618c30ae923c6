//! Deliveries and payments: set on the desk, enforced in the quote.

#[path = "../common/mod.rs"]
mod common;
mod lists;
mod quote;

use common::desk::Desk;
use serde_json::{Value, json};

fn cny(minor: i64) -> Value {
    json!({"minor": minor, "currency": "CNY"})
}

/// One way as the desk sends it.
fn way(kind: &str, title: &str, more: Value) -> Value {
    let mut way = json!({"id": null, "kind": kind, "title": title, "note": "", "fee": cny(800), "free_over": null,
        "days_min": null, "days_max": null, "steps": [], "exclusions": []});
    way.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    way
}

/// Steps of (grams, fee).
fn steps(steps: &[(i64, i64)]) -> Value {
    let step = |(grams, fee): &(i64, i64)| json!({"grams": grams, "fee": cny(*fee)});
    json!({"steps": steps.iter().map(step).collect::<Vec<_>>()})
}

/// Sets these ways and hands the list back.
async fn set(desk: &Desk, items: &[Value]) -> Vec<Value> {
    let version = desk.read("/desk/deliveries").await.1["version"].clone();
    let (status, list) = desk.put("/desk/deliveries", json!({"items": items, "version": version})).await;
    assert_eq!(status, 200, "{list}");
    list["items"].as_array().unwrap().clone()
}

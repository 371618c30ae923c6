//! Goods for tests.

use crate::common::desk::{Desk, answer};
use crate::common::{Server, key};
use reqwest::Method;
use serde_json::{Value, json};

pub fn yuan(minor: i64) -> Value {
    json!({"minor": minor, "currency": "CNY"})
}

/// Goods without options.
pub fn plain(title: &str, price: i64, stock: i64) -> Value {
    json!({"title": title, "text": "", "category": null, "visible": true, "photos": [], "options": [],
        "skus": [{"id": null, "code": "", "values": [], "price": yuan(price), "compare_at": null, "stock": stock,
            "weight_grams": null, "photo": null, "active": true}]})
}

/// A sku with these values.
pub fn sku(values: &[&str], price: i64, stock: i64) -> Value {
    json!({"id": null, "code": "", "values": values, "price": yuan(price), "compare_at": null, "stock": stock,
        "weight_grams": null, "photo": null, "active": true})
}

/// Publishes goods under the key of that number.
pub async fn publish(desk: &Desk, at: usize, body: &Value) -> (u16, Value) {
    let call = desk.call(Method::POST, "/desk/goods").header("Idempotency-Key", key(at));
    answer(call.json(body).send().await.expect("an answer")).await
}

/// Publishes goods that are well.
pub async fn published(desk: &Desk, at: usize, body: &Value) -> Value {
    let (status, goods) = publish(desk, at, body).await;
    assert_eq!(status, 201, "{goods}");
    goods
}

/// The goods as a save sends them: photos by hash, no id, each stock with the stock seen.
pub fn edit(goods: &Value) -> Value {
    let mut body = goods.clone();
    body.as_object_mut().unwrap().remove("id");
    for photo in body["photos"].as_array_mut().unwrap() {
        *photo = json!({"hash": photo["hash"], "alt": photo["alt"]});
    }
    for sku in body["skus"].as_array_mut().unwrap() {
        sku["stock_seen"] = sku["stock"].clone();
    }
    body
}

pub fn path(goods: &Value) -> String {
    format!("/desk/goods/{}", goods["id"].as_str().expect("an id"))
}

/// The desk's goods whose title begins so, whole.
pub async fn stored(desk: &Desk, title: &str) -> Value {
    let (_, list) = desk.read("/desk/goods?limit=100").await;
    let cards = list["items"].as_array().unwrap();
    let card =
        cards.iter().find(|card| card["title"].as_str().unwrap().starts_with(title)).expect("such goods");
    desk.read(&path(card)).await.1
}

/// Sends a picture and returns its hash.
pub async fn photo(desk: &Desk, color: u8) -> String {
    let picture = image::RgbImage::from_pixel(8, 8, image::Rgb([color, 0, 0]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let call =
        desk.call(Method::POST, "/desk/photos").header("Content-Type", "image/png").body(bytes.into_inner());
    let (status, photo) = answer(call.send().await.expect("an answer")).await;
    assert_eq!(status, 201, "{photo}");
    photo["hash"].as_str().unwrap().to_owned()
}

/// A buyer orders so many of that sku.
pub async fn order(server: &Server, at: usize, sku: &str, quantity: i64, total: i64) -> Value {
    let (status, placed) = server.place(&key(at), &server.order(&[(sku, quantity)], total).await).await;
    assert_eq!(status, 201, "{placed}");
    placed["order"].clone()
}

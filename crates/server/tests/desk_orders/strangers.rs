//! Whose orders they are: nobody else finds, reads or changes them.

use crate::common::{Server, minishop};
use crate::placed;
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn another_shops_orders_are_unknown() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let dir = server.dir.path().to_string_lossy().into_owned();
    let (_, other) =
        minishop(&["shop", "create", "--data", &dir, "--name", "Other", "--currency", "CNY"]).await;
    let stranger = server.desk_of(other.trim().parse().unwrap()).await;
    let (token, order) = placed(&server, &desk, 1, 1, "transfer").await;
    let picture = image::RgbImage::new(8, 8);
    let mut png = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut png, image::ImageFormat::Png).unwrap();
    let sent = server.http.post(server.at(&format!("/api/v1/orders/{token}/proofs"))).body(png.into_inner());
    assert_eq!(sent.send().await.unwrap().status(), 200);
    let path = format!("/desk/orders/{}", order["id"].as_str().unwrap());
    let (_, order) = desk.read(&path).await;
    assert_eq!(order["status"], "to_confirm");
    let proof = format!("{path}/proofs/{}", order["proofs"][0]["id"].as_str().unwrap());
    let shown = desk.call(Method::GET, &proof).send().await.unwrap();
    assert_eq!(
        (shown.status().as_u16(), shown.headers()["content-type"].to_str().unwrap()),
        (200, "image/jpeg")
    );
    assert_eq!(stranger.read(&path).await.0, 404);
    assert_eq!(stranger.read(&proof).await.0, 404);
    assert_eq!(stranger.read("/desk/orders").await.1["counts"]["new"], 0);
    for (action, body) in [
        ("accept", json!({})),
        ("confirm_payment", json!({})),
        ("reject_proof", json!({})),
        ("cancel", json!({"reason": ""})),
        ("reprice", json!({"total": {"minor": 1, "currency": "CNY"}})),
        ("note", json!({"seller_note": ""})),
        ("refund", json!({"amount": {"minor": 1, "currency": "CNY"}})),
        ("ship", json!({"parcels": [{"carrier": "a", "waybill": "b"}]})),
    ] {
        let (status, problem) = stranger.act(&order, action, body).await;
        assert_eq!((status, &problem["code"]), (404, &json!("unknown_order")), "{action}");
    }
    let nobody = server.http.get(server.at(&format!("/api/v1{path}"))).send().await.unwrap();
    assert_eq!(nobody.status(), 401);
    let headless = server.http.post(server.at(&format!("/api/v1{path}/confirm_payment")));
    let headless = headless.header("Cookie", &desk.cookie).json(&json!({"version": order["version"]}));
    assert_eq!(headless.send().await.unwrap().status(), 403);
    assert_eq!(desk.read(&path).await.1, order, "nothing of it changed the order");
    let (_, rejected) = desk.act(&order, "reject_proof", json!({})).await;
    assert_eq!(rejected["status"], "to_pay");
    assert!(rejected["expires_at"].is_string(), "the time to pay begins anew, and ends");
}

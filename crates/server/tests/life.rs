//! What happens to an order after it was placed: proofs, and the end of the time to pay.

mod common;

use common::{Server, key};
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// A small real picture.
fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let drawn = image::RgbImage::from_fn(60, 40, |x, y| image::Rgb([(x * 4) as u8, (y * 6) as u8, 90]));
    drawn.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

/// A PNG that says it is 8200 × 5001 pixels (41 megapixels) and holds none of them.
fn too_many_pixels() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8; 4], data: &[u8]| {
        png.extend((data.len() as u32).to_be_bytes());
        let mut crc = u32::MAX;
        for byte in kind.iter().chain(data) {
            crc ^= u32::from(*byte);
            (0..8).for_each(|_| crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 });
        }
        png.extend(kind);
        png.extend(data);
        png.extend((!crc).to_be_bytes());
    };
    let mut header = Vec::new();
    header.extend(8200_u32.to_be_bytes());
    header.extend(5001_u32.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    chunk(b"IHDR", &header);
    chunk(b"IDAT", &[0x78, 0x9c, 0x03, 0, 0, 0, 0, 1]);
    chunk(b"IEND", &[]);
    png
}

async fn placed(server: &Server, at: usize) -> String {
    let mug = server.sku("Tea Mug", &[]).await;
    let (status, placed) = server.place(&key(at), &server.order(&[(&mug, 1)], 2050).await).await;
    assert_eq!(status, StatusCode::CREATED, "{placed}");
    placed["token"].as_str().unwrap().to_owned()
}

async fn send(server: &Server, token: &str, kind: &str, bytes: Vec<u8>) -> (u16, Value) {
    let url = server.at(&format!("/api/v1/orders/{token}/proofs"));
    let answer =
        server.http.post(url).header("Content-Type", kind).body(bytes).send().await.expect("an answer");
    (answer.status().as_u16(), answer.json().await.expect("JSON"))
}

#[tokio::test]
async fn a_proof_is_kept_and_shown_to_its_buyer_alone() {
    let server = Server::start().await;
    let token = placed(&server, 1).await;
    let (status, order) = send(&server, &token, "image/png", picture()).await;
    assert_eq!(status, 200, "{order}");
    assert_eq!((order["status"].as_str(), order["expires_at"].is_null()), (Some("to_confirm"), true));
    let id = order["proofs"][0]["id"].as_str().unwrap();
    let shown = server.get(&format!("/api/v1/orders/{token}/proofs/{id}")).await;
    assert_eq!(shown.headers()["content-type"], "image/jpeg");
    assert_eq!(shown.headers()["cache-control"], "private, no-store");
    assert!(shown.bytes().await.unwrap().starts_with(&[0xff, 0xd8]));
    let other = placed(&server, 2).await;
    let foreign = server.get(&format!("/api/v1/orders/{other}/proofs/{id}")).await;
    assert_eq!(foreign.status(), StatusCode::NOT_FOUND);
    for more in 1..5 {
        assert_eq!(send(&server, &token, "image/png", picture()).await.0, 200, "proof {more}");
    }
    let (status, problem) = send(&server, &token, "image/png", picture()).await;
    assert_eq!((status, problem["code"].as_str()), (400, Some("too_many_proofs")));
}

#[tokio::test]
async fn what_is_no_fit_picture_is_refused_and_changes_nothing() {
    let server = Server::start().await;
    let token = placed(&server, 1).await;
    let whole = picture();
    let table = [
        ("image/jpeg", b"<html><script>alert(1)</script></html>".to_vec(), 400),
        ("image/svg+xml", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), 400),
        ("image/png", too_many_pixels(), 400),
        ("image/png", whole[..whole.len() / 2].to_vec(), 400),
        ("image/png", Vec::new(), 400),
        ("image/jpeg", vec![0; (20 << 20) + 1], 413),
    ];
    for (kind, bytes, expected) in table {
        let length = bytes.len();
        let (status, problem) = send(&server, &token, kind, bytes).await;
        assert_eq!(status, expected, "{kind}, {length} bytes: {problem}");
        assert!(!problem["detail"].as_str().unwrap_or_default().is_empty());
    }
    let order: Value = server.get(&format!("/api/v1/orders/{token}")).await.json().await.unwrap();
    assert_eq!(
        (order["status"].as_str(), order["proofs"].as_array().map(Vec::len)),
        (Some("to_pay"), Some(0))
    );
    let (status, _) = send(&server, &token, "text/plain", whole).await;
    assert_eq!(status, 200, "what counts is the picture, not its label");
}

#[tokio::test]
async fn unpaid_orders_end_and_give_the_stock_back_once() {
    let server = Server::start_with(&["--sweep-seconds", "1"]).await;
    let (late, proved, fresh) =
        (placed(&server, 1).await, placed(&server, 2).await, placed(&server, 3).await);
    assert_eq!(send(&server, &proved, "image/png", picture()).await.0, 200);
    assert_eq!(server.shop_page().await["goods"]["items"][1]["left"], 4);
    let database = server.database().await;
    sqlx::query(
        "UPDATE orders SET expires_at = 1 WHERE id = (SELECT order_id FROM order_keys WHERE key_hash = $1)",
    )
    .bind(hash(&key(1)))
    .execute(&database)
    .await
    .unwrap();
    let status = async |token: &str| -> Value {
        server.get(&format!("/api/v1/orders/{token}")).await.json::<Value>().await.unwrap()["status"].clone()
    };
    let deadline = Instant::now() + Duration::from_secs(20);
    while status(&late).await != "cancelled" {
        assert!(Instant::now() < deadline, "the overdue order did not end");
    }
    let order: Value = server.get(&format!("/api/v1/orders/{late}")).await.json().await.unwrap();
    assert_eq!(order["events"][1]["action"], "expire");
    assert_eq!(order["events"][1]["actor"], "clock");
    assert_eq!((status(&proved).await, status(&fresh).await), (json!("to_confirm"), json!("to_pay")));
    assert_eq!(server.shop_page().await["goods"]["items"][1]["left"], 5, "one piece came back, once");
    assert_eq!(send(&server, &late, "image/png", picture()).await.0, 409);
}

fn hash(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

//! Orders placed beside the journey, by the buyer's own calls.

use crate::picture::picture;
use crate::server::Server;
use reqwest::Client;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU32, Ordering};

/// What is ordered; the first delivery the shop has.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'w> {
    pub shop: &'w str,
    pub goods: &'w str,
    /// The buyer's name.
    pub name: &'w str,
    /// `cash_on_delivery` or `transfer`.
    pub payment: &'w str,
}

/// An order as its buyer knows it.
#[derive(Debug, Clone)]
pub struct Placed {
    pub token: String,
    pub code: String,
}

impl Server {
    /// Places an order for one piece.
    pub async fn place(&self, wish: Wish<'_>) -> Placed {
        static KEY: AtomicU32 = AtomicU32::new(0);
        let shop = self.get(&format!("/shops/{}", wish.shop)).await;
        let goods = found(&shop["goods"]["items"], "title", wish.goods);
        let id = goods["id"].as_str().expect("an id");
        let detail = self.get(&format!("/shops/{}/goods/{id}", wish.shop)).await;
        let delivery = &shop["shop"]["deliveries"][0];
        let payment = found(&shop["shop"]["payments"], "kind", wish.payment);
        let lines = json!([{"sku": detail["goods"]["skus"][0]["id"], "quantity": 1}]);
        let base = format!("{}/api/v1/shops/{}", self.url, wish.shop);
        let quote = json!({"lines": lines, "delivery": delivery["id"]});
        let quote = post(&format!("{base}/quotes"), "", &quote).await;
        let body = json!({
            "lines": lines, "contact": {"name": wish.name, "phone": "13800138000"},
            "address": {"country": "", "province": "浙江省", "city": "杭州市", "district": "西湖区",
                "street": "文三路 138 号 4 幢 1201 室", "postcode": "310012"},
            "delivery": delivery["id"], "payment": payment["id"], "note": "Please ring twice",
            "expected_total": quote["total"],
        });
        let key = format!("journey-order-key-{:08}", KEY.fetch_add(1, Ordering::Relaxed));
        let placed = post(&format!("{base}/orders"), &key, &body).await;
        let word = |value: &Value| value.as_str().expect("a word").to_owned();
        Placed { token: word(&placed["token"]), code: word(&placed["order"]["code"]) }
    }

    /// Sends a picture of the order's transfer.
    pub async fn prove(&self, order: &Placed) {
        let url = format!("{}/api/v1/orders/{}/proofs", self.url, order.token);
        let bytes = picture(300, 600, [20, 120, 60], [255, 255, 255]);
        let answer = Client::new().post(url).header("Content-Type", "image/png").body(bytes).send().await;
        assert!(answer.expect("an answer").status().is_success());
    }
}

fn found<'v>(list: &'v Value, name: &str, wanted: &str) -> &'v Value {
    let found = list.as_array().expect("a list").iter().find(|own| own[name] == wanted);
    found.unwrap_or_else(|| panic!("no «{wanted}» in {list}"))
}

async fn post(url: &str, key: &str, body: &Value) -> Value {
    let answer = Client::new().post(url).header("Idempotency-Key", key).json(body).send().await;
    let answer = answer.expect("an answer");
    let status = answer.status();
    let value: Value = answer.json().await.expect("JSON");
    assert!(status.is_success(), "{url}: {value}");
    value
}

//! A signed-in seller of a test's shop.

use super::Server;
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// One device on which the seller is signed in.
pub struct Desk {
    pub cookie: String,
    url: String,
    http: Client,
}

impl Server {
    /// The seller of this server's shop, signed in once more.
    pub async fn desk(&self) -> Desk {
        self.desk_of(self.shop.parse().expect("a number")).await
    }

    /// The same for another shop's number.
    pub async fn desk_of(&self, shop: i64) -> Desk {
        let database = self.database().await;
        let seller = format!("seller-of-{shop}");
        let now = 1_800_000_000_000_i64;
        sqlx::query(
            "INSERT INTO sellers (id, login, password_hash, recovery_hash, created_at) VALUES ($1, $1, '', '', $2) \
             ON CONFLICT (id) DO NOTHING",
        )
        .bind(&seller)
        .bind(now)
        .execute(&database)
        .await
        .expect("a seller");
        sqlx::query("UPDATE shops SET seller = $1 WHERE number = $2")
            .bind(&seller)
            .bind(shop)
            .execute(&database)
            .await
            .expect("their shop");
        let signed_in: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM sessions").fetch_one(&database).await.expect("a count");
        let token = format!("token-{shop}-{signed_in}");
        let hash: String = Sha256::digest(&token).iter().map(|byte| format!("{byte:02x}")).collect();
        sqlx::query(
            "INSERT INTO sessions (token_hash, seller, created_at, expires_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(hash)
        .bind(&seller)
        .bind(now)
        .bind(i64::MAX)
        .execute(&database)
        .await
        .expect("a sign-in");
        Desk { cookie: format!("minishop={token}"), url: self.url.clone(), http: Client::new() }
    }
}

impl Desk {
    /// A call of the API with this sign-in, ready for more.
    pub fn call(&self, method: Method, path: &str) -> RequestBuilder {
        let call = self.http.request(method, format!("{}/api/v1{path}", self.url));
        call.header("Cookie", &self.cookie).header("Minishop-Desk", "1")
    }

    /// The status and the answer of a call with that body.
    pub async fn send(&self, method: Method, path: &str, body: &Value) -> (u16, Value) {
        answer(self.call(method, path).json(body).send().await.expect("an answer")).await
    }

    pub async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        self.send(Method::POST, path, &body).await
    }

    pub async fn put(&self, path: &str, body: Value) -> (u16, Value) {
        self.send(Method::PUT, path, &body).await
    }

    pub async fn read(&self, path: &str) -> (u16, Value) {
        answer(self.call(Method::GET, path).send().await.expect("an answer")).await
    }

    /// The order's answer to an action, at the version that `order` has.
    pub async fn act(&self, order: &Value, action: &str, more: Value) -> (u16, Value) {
        let mut body = json!({"version": order["version"]});
        body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        let path = format!("/desk/orders/{}/{action}", order["id"].as_str().expect("an id"));
        self.post(&path, body).await
    }
}

async fn answer(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    let bytes = response.bytes().await.expect("a whole answer");
    (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
}

//! A signed-in seller of a test's shop.

use super::{Server, minishop};
use reqwest::{Client, Method, RequestBuilder, Response, header};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The password of every seller who registers here.
pub const PASSWORD: &str = "correct horse";

static SIGN_INS: AtomicUsize = AtomicUsize::new(0);

/// One device on which the seller is signed in.
pub struct Desk {
    /// `name=value`, as a browser sends it back; empty when signed out.
    pub cookie: String,
    /// The account as told when this device signed in.
    pub account: Value,
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
        let signed_in = SIGN_INS.fetch_add(1, Ordering::Relaxed);
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
        Desk { cookie: format!("minishop={token}"), ..Desk::nobody(self) }
    }
}

impl Desk {
    /// A device on which nobody is signed in.
    pub fn nobody(server: &Server) -> Self {
        Self { cookie: String::new(), account: Value::Null, url: server.url.clone(), http: Client::new() }
    }

    /// A new seller with a new, empty shop in CNY.
    pub async fn register(server: &Server, login: &str) -> Self {
        let shop = json!({"name": "New shop", "currency": "CNY", "locale": "en"});
        let body = json!({"login": login, "password": PASSWORD, "shop": shop});
        Self::enter(server, "/sellers", &body).await
    }

    /// The seller whom the operator gives this server's shop.
    pub async fn owner(server: &Server, login: &str) -> Self {
        let dir = server.dir.path().to_string_lossy().into_owned();
        let (done, said) = minishop(&["seller", "add", login, "--shop", &server.shop, "--data", &dir]).await;
        assert!(done, "{said}");
        let code = &said.split("recovery code ").nth(1).expect("a recovery code")[..23];
        let body = json!({"login": login, "recovery_code": code, "password": PASSWORD});
        Self::enter(server, "/session/recovery", &body).await
    }

    pub async fn sign_in(server: &Server, login: &str, password: &str) -> Self {
        Self::enter(server, "/session", &json!({"login": login, "password": password})).await
    }

    async fn enter(server: &Server, path: &str, body: &Value) -> Self {
        let mut desk = Self::nobody(server);
        let given = desk.call(Method::POST, path).json(body).send().await.expect("an answer");
        assert!(given.status().is_success(), "{path}: {}", given.text().await.unwrap());
        desk.cookie = set_cookie(&given).split(';').next().unwrap().to_owned();
        desk.account = answer(given).await.1;
        desk
    }

    /// The number of the shop as told when this device signed in.
    pub fn shop(&self) -> &str {
        self.account["shop"]["number"].as_str().expect("a number")
    }

    /// A call of the API with this sign-in, ready for more.
    pub fn call(&self, method: Method, path: &str) -> RequestBuilder {
        self.bare(method, path).header("Minishop-Desk", "1")
    }

    /// The same without the header that every write must carry.
    pub fn bare(&self, method: Method, path: &str) -> RequestBuilder {
        let call = self.http.request(method, format!("{}/api/v1{path}", self.url));
        if self.cookie.is_empty() { call } else { call.header("Cookie", &self.cookie) }
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

    pub async fn delete(&self, path: &str) -> (u16, Value) {
        answer(self.call(Method::DELETE, path).send().await.expect("an answer")).await
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

/// The whole `Set-Cookie` of an answer.
pub fn set_cookie(answer: &Response) -> String {
    let cookie = answer.headers().get(header::SET_COOKIE).expect("a cookie");
    cookie.to_str().expect("ASCII").to_owned()
}

/// `path code` of every faulty field.
pub fn faults(problem: &Value) -> Vec<String> {
    let fields = problem["fields"].as_array().into_iter().flatten();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    fields.map(|fault| format!("{} {}", text(&fault["path"]), text(&fault["code"]))).collect()
}

/// The status and the JSON of an answer, `null` where there is none.
pub async fn answer(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    let bytes = response.bytes().await.expect("a whole answer");
    (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
}

//! The seller of a server's shop, at work beside the journey by the desk's own calls.

use crate::server::Server;
use reqwest::{Client, Method, header};
use serde_json::{Value, json};

/// A signed-in seller.
pub struct Seller {
    http: Client,
    /// `http://127.0.0.1:port/api/v1`.
    base: String,
    cookie: String,
}

impl Server {
    /// The shop's seller, signed in.
    pub async fn seller(&self) -> Seller {
        let login = "seller@example.com";
        let said = self.command(&["seller", "add", login, "--shop", &self.shop]).await;
        let code = &said.split("recovery code ").nth(1).expect("a recovery code")[..23];
        let http = Client::new();
        let base = format!("{}/api/v1", self.url);
        let body = json!({"login": login, "recovery_code": code, "password": "correct horse"});
        let sign_in = http.post(format!("{base}/session/recovery")).header("Minishop-Desk", "1").json(&body);
        let answer = sign_in.send().await.expect("an answer");
        let cookie = answer.headers().get(header::SET_COOKIE).expect("a cookie");
        let cookie = cookie.to_str().expect("ASCII").split(';').next().expect("a pair").to_owned();
        Seller { http, base, cookie }
    }
}

impl Seller {
    /// An answer of the desk, `path` under `/api/v1`.
    pub async fn get(&self, path: &str) -> Value {
        self.send(Method::GET, path, &Value::Null).await
    }

    /// Puts it there and hands back what stands there then.
    pub async fn put(&self, path: &str, body: &Value) -> Value {
        self.send(Method::PUT, path, body).await
    }

    /// Acts on the newest order, at the version it has now.
    pub async fn act(&self, action: &str, more: Value) {
        let orders = self.get("/desk/orders").await;
        let order = &orders["items"][0];
        let mut body = json!({"version": order["version"]});
        body.as_object_mut().expect("members").extend(more.as_object().expect("members").clone());
        let path = format!("/desk/orders/{}/{action}", order["id"].as_str().expect("an id"));
        self.send(Method::POST, &path, &body).await;
    }

    /// Changes the shop; the members that are not named stay as they are.
    pub async fn change_shop(&self, changes: Value) {
        let mut shop = self.get("/desk/shop").await;
        shop["logo"] = shop["logo"]["hash"].clone();
        let members = shop.as_object_mut().expect("a shop");
        members.retain(|name, _| !["number", "currency"].contains(&name.as_str()));
        members.extend(changes.as_object().expect("members").clone());
        self.put("/desk/shop", &shop).await;
    }

    async fn send(&self, method: Method, path: &str, body: &Value) -> Value {
        let mut call = self.http.request(method, format!("{}{path}", self.base));
        call = call.header("Cookie", &self.cookie).header("Minishop-Desk", "1");
        if !body.is_null() {
            call = call.json(body);
        }
        let answer = call.send().await.expect("an answer");
        let status = answer.status();
        let value: Value = answer.json().await.expect("JSON");
        assert!(status.is_success(), "{path}: {value}");
        value
    }
}

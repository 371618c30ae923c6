//! A real server on a temporary database, driven over HTTP as any storefront would.
#![allow(dead_code)] // each test binary uses its own part

pub mod desk;

use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// The binary under test.
pub const MINISHOP: &str = env!("CARGO_BIN_EXE_minishop");

/// A running `minishop serve`; killed when dropped.
pub struct Server {
    pub dir: TempDir,
    pub url: String,
    pub shop: String,
    pub http: Client,
    child: Child,
}

/// A shop with a tee in two options, a mug of which seven are left, and both payment methods.
pub fn catalogue() -> Value {
    let sku = |code: &str, colour: &str, size: &str, price: &str, stock: u32| json!({"sku": code, "options": {"Colour": colour, "Size": size}, "price": {"CNY": price}, "stock": stock});
    json!({
        "shop": {
            "name": "Test 小店", "currency": "CNY", "locale": "zh", "notice": "Notice", "about": null, "licence": null,
            "logo": null, "theme": "#b4232a", "contacts": [{"kind": "phone", "value": "+86 10 5555 0100"}],
            "unpaid_minutes": 30,
            "deliveries": [
                {"kind": "flat", "title": "Parcel", "fee": "8.00", "free_over": "99.00", "note": "2 days"},
                {"kind": "pickup", "title": "Pickup", "fee": "0", "free_over": null, "note": "Our door"}],
            "payments": [
                {"kind": "cash_on_delivery", "title": "Cash", "text": ""},
                {"kind": "transfer", "title": "Transfer", "text": "Account 42", "qr": null}]
        },
        "goods": [
            {"slug": "tee", "title": "Plain Tee", "description": "Soft & <b>light</b>", "category": "Clothes", "photos": [],
             "options": ["Colour", "Size"], "variants": [
                sku("T-RS", "red", "S", "30.00", 5), sku("T-RL", "red", "L", "32.00", 1), sku("T-BS", "blue", "S", "30.00", 0)]},
            {"slug": "mug", "title": "Tea Mug 茶杯", "description": "Holds tea", "category": "Kitchen", "photos": [],
             "options": [], "variants": [{"sku": "MUG", "options": {}, "price": {"CNY": "12.50"}, "stock": 7}]},
            {"slug": "pot", "title": "Tea Pot", "description": "Holds more tea", "category": "Kitchen", "photos": [],
             "options": [], "variants": [{"sku": "POT", "options": {}, "price": {"CNY": "88.00"}, "stock": 100000}]}
        ]
    })
}

/// Runs a command of the binary to its end: whether it succeeded, and what it printed.
pub async fn minishop(args: &[&str]) -> (bool, String) {
    let output = Command::new(MINISHOP).args(args).output().await.expect("the binary starts");
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&text).into_owned())
}

/// Writes the catalogue beside the data folder and imports it.
pub async fn import(dir: &Path, catalogue: &Value) {
    let file = dir.join("goods.json");
    std::fs::write(&file, catalogue.to_string()).expect("the catalogue is written");
    let (done, said) = minishop(&["import", &file.to_string_lossy(), "--data", &dir.to_string_lossy()]).await;
    assert!(done, "{said}");
}

impl Server {
    /// A server with [`catalogue`].
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// The same with more arguments for `serve`.
    pub async fn start_with(args: &[&str]) -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        import(dir.path(), &catalogue()).await;
        Self::on(dir, args).await
    }

    /// A server on a folder that has its data already.
    pub async fn on(dir: TempDir, args: &[&str]) -> Self {
        let (child, url) = spawn(Command::new(MINISHOP), dir.path(), args).await;
        let shop = shop_number(dir.path()).await;
        Self { dir, url, shop, http: Client::new(), child }
    }

    /// `kill -9`, then the same folder again.
    pub async fn crash_and_restart(&mut self) {
        self.kill().await;
        (self.child, self.url) = spawn(Command::new(MINISHOP), self.dir.path(), &[]).await;
    }

    /// `kill -9`.
    pub async fn kill(&mut self) {
        self.child.kill().await.expect("the server was running");
    }

    /// How the server ended, once it has.
    pub async fn ended(&mut self) -> std::process::ExitStatus {
        self.child.wait().await.expect("the server was running")
    }

    /// The process id.
    pub fn pid(&self) -> u32 {
        self.child.id().expect("the server is running")
    }

    /// `/api/v1/shops/{number}` and more.
    pub fn shop_url(&self, rest: &str) -> String {
        format!("{}/api/v1/shops/{}{rest}", self.url, self.shop)
    }

    /// An absolute address on this server.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    pub async fn get(&self, path: &str) -> Response {
        self.http.get(self.at(path)).send().await.expect("an answer")
    }

    pub async fn shop_page(&self) -> Value {
        self.http.get(self.shop_url("")).send().await.expect("an answer").json().await.expect("JSON")
    }

    /// The id of the sku with these option values of goods whose title begins so.
    pub async fn sku(&self, title: &str, values: &[&str]) -> String {
        let page = self.shop_page().await;
        let goods =
            items(&page["goods"]).iter().find(|goods| goods["title"].as_str().unwrap().starts_with(title));
        let id = goods.expect("such goods")["id"].as_str().unwrap().to_owned();
        let detail: Value =
            self.http.get(self.shop_url(&format!("/goods/{id}"))).send().await.unwrap().json().await.unwrap();
        let skus = detail["goods"]["skus"].as_array().unwrap();
        let sku = skus.iter().find(|sku| sku["values"] == json!(values)).expect("such a sku");
        sku["id"].as_str().unwrap().to_owned()
    }

    pub async fn post(&self, url: &str, body: &Value) -> Response {
        self.http.post(url).json(body).send().await.expect("an answer")
    }

    /// An order of these pieces at that total, by parcel and transfer, that only waits to be sent.
    pub async fn order(&self, lines: &[(&str, i64)], total: i64) -> Value {
        let shop = self.shop_page().await["shop"].clone();
        let pick = |list: &str, kind: &str| {
            shop[list].as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap()["id"].clone()
        };
        let lines: Vec<Value> =
            lines.iter().map(|(sku, quantity)| json!({"sku": sku, "quantity": quantity})).collect();
        json!({
            "lines": lines,
            "contact": {"name": "张三", "phone": "13800138000"},
            "address": {"country": "CN", "province": "浙江省", "city": "杭州市", "district": "西湖区",
                "street": "文三路 1 号", "postcode": ""},
            "delivery": pick("deliveries", "flat"), "payment": pick("payments", "transfer"), "note": "",
            "expected_total": {"minor": total, "currency": "CNY"}
        })
    }

    pub async fn place(&self, key: &str, body: &Value) -> (StatusCode, Value) {
        let request = self.http.post(self.shop_url("/orders")).header("Idempotency-Key", key).json(body);
        let answer = request.send().await.expect("an answer");
        (answer.status(), answer.json().await.expect("JSON"))
    }

    /// The database itself, for what the API cannot say or do.
    pub async fn database(&self) -> sqlx::SqlitePool {
        let file = self.dir.path().join("minishop.db");
        sqlx::SqlitePool::connect(&format!("sqlite://{}", file.display())).await.expect("the database opens")
    }
}

/// Starts a program with `serve` on that folder and waits for its first line.
pub async fn spawn(mut program: Command, dir: &Path, args: &[&str]) -> (Child, String) {
    let mut child = program
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(dir)
        .args(args)
        .env("MINISHOP_LOG", "warn")
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("the server starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let first = lines.next_line().await.expect("its output").expect("a first line");
    let url = first.strip_prefix("minishop listens on ").expect("the address").to_owned();
    // What it says later must be read, or it would wait for a reader.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    (child, url)
}

/// The number of the first shop.
pub async fn shop_number(dir: &Path) -> String {
    let (done, said) = minishop(&["shop", "list", "--data", &dir.to_string_lossy()]).await;
    assert!(done, "{said}");
    let digits = said.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 6);
    digits.expect("a shop number").to_owned()
}

/// The items of a list.
pub fn items(list: &Value) -> &Vec<Value> {
    list["items"].as_array().expect("a list")
}

/// An order key, each time another.
pub fn key(at: usize) -> String {
    format!("key-for-test-{:0>16}-{at}", std::process::id())
}

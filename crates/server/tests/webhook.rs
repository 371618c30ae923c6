//! The webhook: told in the seller's own form, signed, tried again until it arrives, kept through a restart, and never sent
//! to a machine of the server's own network.

mod common;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use common::desk::{Desk, faults};
use common::{Server, items, key};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::mpsc;

/// What came in: the path with its query, the headers, the body.
type Letter = (String, HeaderMap, String);

/// An address that answers as told, then always with 200.
struct Listener {
    url: String,
    letters: mpsc::UnboundedReceiver<Letter>,
}

type Shared = (Arc<Mutex<VecDeque<(u16, &'static str)>>>, mpsc::UnboundedSender<Letter>);

async fn hear(
    State((answers, heard)): State<Shared>,
    uri: Uri,
    headers: HeaderMap,
    body: String,
) -> (StatusCode, [(&'static str, &'static str); 1], &'static str) {
    heard.send((uri.to_string(), headers, body)).expect("the test listens");
    let (status, text) = answers.lock().unwrap().pop_front().unwrap_or((200, "{}"));
    (StatusCode::from_u16(status).unwrap(), [("Location", "/elsewhere")], text)
}

impl Listener {
    async fn start(answers: &[(u16, &'static str)]) -> Self {
        let (heard, letters) = mpsc::unbounded_channel();
        let answers = Arc::new(Mutex::new(answers.iter().copied().collect()));
        let router = Router::new().fallback(hear).with_state((answers, heard));
        let port = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", port.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(port, router).await });
        Self { url, letters }
    }

    async fn next(&mut self) -> Letter {
        let letter = tokio::time::timeout(Duration::from_secs(20), self.letters.recv()).await;
        letter.expect("a delivery in time").expect("the listener runs")
    }
}

fn hook(url: &str, format: &str) -> Value {
    json!({"url": url, "format": format, "chat": "-100", "active": true})
}

async fn place(server: &Server, at: usize) -> Value {
    let mug = server.sku("Tea Mug", &[]).await;
    let (status, placed) = server.place(&key(at), &server.order(&[(&mug, 1)], 2050).await).await;
    assert_eq!(status, 201, "{placed}");
    placed["order"].clone()
}

async fn on_desk(desk: &Desk, order: &Value) -> Value {
    let (_, found) = desk.read(&format!("/desk/orders?q={}", order["code"].as_str().unwrap())).await;
    items(&found)[0].clone()
}

/// The newest line of the log, once it says so.
async fn logged(desk: &Desk, outcome: &str, attempts: i64) -> Value {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let (_, log) = desk.read("/desk/webhook/deliveries").await;
        let line = items(&log).first().cloned().unwrap_or_default();
        if line["outcome"] == outcome && line["attempts"] == attempts {
            return line;
        }
        assert!(Instant::now() < deadline, "{outcome} {attempts}: {log}");
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn a_new_order_arrives_at_the_third_try_after_a_restart() {
    let mut hooked = Listener::start(&[(500, ""), (503, "")]).await;
    // The second wait is a day: only the test's hand on the clock ends it.
    let args = ["--allow-local-webhooks", "--webhook-backoff-ms", "1,86400000,1"];
    let mut server = Server::start_with(&args).await;
    let desk = server.desk().await;
    let (status, set) = desk.put("/desk/webhook", hook(&hooked.url, "json")).await;
    assert_eq!((status, set["secret"].as_str().map(str::len)), (200, Some(43)), "{set}");
    let order = place(&server, 1).await;
    let (first, second) = (hooked.next().await, hooked.next().await);
    assert_eq!(first.2, second.2);
    let line = logged(&desk, "503", 2).await;
    assert_eq!((&line["kind"], &line["code"]), (&json!("placed"), &order["code"]));
    assert!(line["next_at"].is_string());

    server.kill().await;
    let database = server.database().await;
    sqlx::query("UPDATE webhook_deliveries SET next_at = 1").execute(&database).await.unwrap();
    database.close().await;
    let server = Server::on(server.dir, &args).await;
    let (_, headers, body) = hooked.next().await;
    let desk = server.desk().await;
    let line = logged(&desk, "200", 3).await;
    assert!(line["next_at"].is_null());
    let told: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(told["id"], line["id"], "the same delivery, so that a program can tell");
    assert_eq!((&told["kind"], &told["order"]["code"]), (&json!("placed"), &order["code"]));
    assert_eq!(told["order"]["total"], json!({"minor": 2050, "currency": "CNY"}));
    assert!(told["order"].get("phone").is_none());
    let signature = headers["minishop-signature"].to_str().unwrap();
    let (time, own) = signature.strip_prefix("t=").unwrap().split_once(",v1=").unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(set["secret"].as_str().unwrap().as_bytes()).unwrap();
    mac.update(format!("{time}.{body}").as_bytes());
    assert_eq!(own, hex(&mac.finalize().into_bytes()));
}

#[tokio::test]
async fn paid_and_cancelled_are_told_and_a_robots_no_is_heard() {
    let no = r#"{"errcode":93000,"errmsg":"invalid webhook url"}"#;
    let mut hooked = Listener::start(&[(200, no), (200, no), (200, no), (302, "")]).await;
    let server = Server::start_with(&["--allow-local-webhooks", "--webhook-backoff-ms", "1,1"]).await;
    let desk = server.desk().await;
    assert_eq!(desk.put("/desk/webhook", hook(&hooked.url, "wecom")).await.0, 200);
    let order = place(&server, 1).await;
    let code = order["code"].as_str().unwrap();
    for _ in 0..3 {
        let told: Value = serde_json::from_str(&hooked.next().await.2).unwrap();
        let text = format!("新订单 {code}\n张三 · 1 件 · ¥20.50");
        assert_eq!(told, json!({"msgtype": "text", "text": {"content": text}}));
    }
    assert!(logged(&desk, "refused 93000", 3).await["next_at"].is_null(), "given up after the last wait");

    assert_eq!(desk.put("/desk/webhook", hook(&hooked.url, "slack")).await.1["secret"], "");
    let (_, paid) = desk.act(&on_desk(&desk, &order).await, "confirm_payment", json!({})).await;
    let (path, _, _) = hooked.next().await;
    assert_eq!(path, "/hook");
    // A redirect is followed by nobody, and is no success: it is tried again at the same address.
    let (path, _, body) = hooked.next().await;
    assert_eq!((path.as_str(), body.contains(" is paid") || body.contains("已付款")), ("/hook", true));
    assert_eq!(logged(&desk, "200", 2).await["kind"], "paid");

    let mut lark = hook(&format!("{}?access_token=a", hooked.url), "dingtalk");
    lark["secret"] = json!("SECret");
    assert_eq!(desk.put("/desk/webhook", lark).await.1["secret"], "SECret");
    let (_, cancelled) = desk.act(&paid, "cancel", json!({"reason": ""})).await;
    assert_eq!(cancelled["status"], "cancelled");
    let (path, _, body) = hooked.next().await;
    assert!(path.starts_with("/hook?access_token=a&timestamp=") && path.contains("&sign="), "{path}");
    assert!(body.contains("已取消") && !body.contains("SECret"), "{body}");
    assert_eq!(logged(&desk, "200", 1).await["kind"], "cancelled");
    let (_, left) = desk.put("/desk/webhook", hook(&hooked.url, "dingtalk")).await;
    assert_eq!(left["secret"], "SECret", "left out, it stays");
}

#[tokio::test]
async fn a_test_is_sent_once_and_a_paused_webhook_is_silent() {
    let mut hooked = Listener::start(&[(404, "")]).await;
    let server = Server::start_with(&["--allow-local-webhooks", "--webhook-backoff-ms", "1,1"]).await;
    let desk = server.desk().await;
    assert_eq!(desk.post("/desk/webhook/test", json!({})).await.0, 404, "there is none yet");
    let mut paused = hook(&hooked.url, "telegram");
    paused["active"] = json!(false);
    assert_eq!(desk.put("/desk/webhook", paused).await.0, 200);
    place(&server, 1).await;
    let (status, queued) = desk.post("/desk/webhook/test", json!({})).await;
    assert_eq!(status, 200);
    let told: Value = serde_json::from_str(&hooked.next().await.2).unwrap();
    assert_eq!(told["chat_id"], "-100");
    assert!(told["text"].as_str().unwrap().starts_with("测试"));
    let line = logged(&desk, "404", 1).await;
    assert_eq!((&line["id"], &line["next_at"]), (&queued["delivery"], &Value::Null));
    let (_, log) = desk.read("/desk/webhook/deliveries").await;
    assert_eq!(items(&log).len(), 1, "the paused webhook was told of no order");
    for _ in 1..10 {
        assert_eq!(desk.post("/desk/webhook/test", json!({})).await.0, 200);
    }
    assert_eq!(desk.post("/desk/webhook/test", json!({})).await.0, 429);
    assert_eq!(desk.delete("/desk/webhook").await.0, 204);
    assert_eq!(desk.read("/desk/webhook").await.0, 404);
    assert_eq!(desk.delete("/desk/webhook").await.0, 404);
}

#[tokio::test]
async fn nothing_goes_to_the_servers_own_network() {
    let mut hooked = Listener::start(&[]).await;
    let server = Server::start().await;
    let desk = server.desk().await;
    for (url, why) in [
        (hooked.url.as_str(), "url not_https"),
        ("https://127.0.0.1/", "url not_public"),
        ("https://[::1]/", "url not_public"),
        ("https://169.254.169.254/latest/meta-data", "url not_public"),
        ("https://me:word@hook.example/", "url unknown"),
        ("", "url empty"),
    ] {
        let (status, problem) = desk.put("/desk/webhook", hook(url, "json")).await;
        assert_eq!((status, faults(&problem)), (400, vec![why.to_owned()]), "{url}");
    }
    let mut chatless = hook("https://api.telegram.org/bot1:a/sendMessage", "telegram");
    chatless["chat"] = json!(" ");
    assert_eq!(faults(&desk.put("/desk/webhook", chatless).await.1), ["chat empty"]);
    assert_eq!(
        faults(&desk.put("/desk/webhook", hook("https://hook.example/", "fax")).await.1),
        ["format unknown"]
    );
    // A name is looked up when something is sent: this one leads back here.
    let port = hooked.url.rsplit(':').next().unwrap();
    let (status, _) = desk.put("/desk/webhook", hook(&format!("https://localhost:{port}"), "json")).await;
    assert_eq!(status, 200);
    assert_eq!(desk.post("/desk/webhook/test", json!({})).await.0, 200);
    logged(&desk, "not_public", 1).await;
    assert!(hooked.letters.try_recv().is_err(), "nothing was sent");
}

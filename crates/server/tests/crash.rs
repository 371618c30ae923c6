//! What was acknowledged is there after the power went, and nothing stands twice.

mod common;

use common::{Server, key, spawn};
use reqwest::{Client, StatusCode};
use std::collections::HashMap;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::Command;

const CRASHES: usize = 20;
const BUYERS: usize = 16;
/// Acknowledged orders to wait for before each crash, so that it hits a server under load.
const BEFORE_CRASH: usize = 40;

#[tokio::test(flavor = "multi_thread")]
async fn kill_9_under_load_loses_no_acknowledged_order() {
    let mut server = Server::start().await;
    let pot = server.sku("Tea Pot", &[]).await;
    let body = server.order(&[(&pot, 1)], 9600).await;
    let mut acknowledged: HashMap<String, String> = HashMap::new();
    for crash in 0..CRASHES {
        let (sent, mut answers) = tokio::sync::mpsc::unbounded_channel();
        for buyer in 0..BUYERS {
            let (sent, body, url) = (sent.clone(), body.clone(), server.shop_url("/orders"));
            tokio::spawn(async move {
                let http = Client::new();
                for at in 0.. {
                    let key = format!("{}-{crash}-{buyer}-{at}", key(0));
                    let request = http.post(&url).header("Idempotency-Key", &key).json(&body);
                    let Ok(answer) = request.send().await else { return };
                    if answer.status() != StatusCode::CREATED {
                        return;
                    }
                    let Ok(answer) = answer.json::<serde_json::Value>().await else { return };
                    let code = answer["order"]["code"].as_str().expect("a code").to_owned();
                    if sent.send((key, code)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sent);
        for _ in 0..BEFORE_CRASH {
            let (key, code) = answers.recv().await.expect("orders come in");
            acknowledged.insert(key, code);
        }
        server.crash_and_restart().await;
        while let Some((key, code)) = answers.recv().await {
            acknowledged.insert(key, code);
        }
    }
    assert!(acknowledged.len() >= CRASHES * BEFORE_CRASH);
    // The same key again names the same order: it is there, and it is the only one.
    for (key, code) in &acknowledged {
        let (status, again) = server.place(key, &body).await;
        assert_eq!(status, StatusCode::OK, "{key} was acknowledged as {code} and is gone");
        assert_eq!(again["order"]["code"].as_str(), Some(code.as_str()));
    }
    let database = server.database().await;
    let count =
        async |query: &'static str| -> i64 { sqlx::query_scalar(query).fetch_one(&database).await.unwrap() };
    let orders = count("SELECT COUNT(*) FROM orders").await;
    assert_eq!(orders, count("SELECT COUNT(*) FROM order_keys").await, "every order has its one key");
    assert_eq!(orders, 100_000 - count("SELECT MAX(stock) FROM skus").await, "stock and orders agree");
    let check: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&database).await.unwrap();
    assert_eq!(check, "ok");
}

/// The order of system calls: the disk is told to keep the order before the buyer is told that it is placed.
#[tokio::test]
async fn the_disk_has_it_before_the_buyer_hears_of_it() {
    if Command::new("strace").arg("-V").stdout(Stdio::null()).status().await.is_err() {
        println!("skipped: strace is not installed");
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    common::import(dir.path(), &common::catalogue()).await;
    let trace = dir.path().join("trace");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-s", "64", "-e", "trace=fsync,fdatasync,write,writev,sendto,sendmsg", "-o"]);
    strace.arg(&trace).arg(common::MINISHOP);
    let (mut child, url) = spawn(strace, dir.path(), &[]).await;
    let shop = common::shop_number(dir.path()).await;
    let http = Client::new();
    let page: serde_json::Value =
        http.get(format!("{url}/api/v1/shops/{shop}")).send().await.unwrap().json().await.unwrap();
    let goods = page["goods"]["items"][1]["id"].as_str().unwrap();
    let detail: serde_json::Value = http
        .get(format!("{url}/api/v1/shops/{shop}/goods/{goods}"))
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let body = serde_json::json!({
        "lines": [{"sku": detail["goods"]["skus"][0]["id"], "quantity": 1}],
        "contact": {"name": "Ann", "phone": "5550100"}, "address": null,
        "delivery": page["shop"]["deliveries"][1]["id"], "payment": page["shop"]["payments"][0]["id"], "note": "",
        "expected_total": {"minor": 1250, "currency": "CNY"}
    });
    let request = http.post(format!("{url}/api/v1/shops/{shop}/orders")).header("Idempotency-Key", key(1));
    let answer = request.json(&body).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::CREATED);
    let answered = |trace: &str| trace.lines().position(|line| line.contains("HTTP/1.1 201"));
    let deadline = tokio::time::Instant::now() + Duration::from_secs(10);
    let calls = loop {
        let calls = std::fs::read_to_string(&trace).unwrap();
        if answered(&calls).is_some() {
            break calls;
        }
        assert!(tokio::time::Instant::now() < deadline, "the trace shows no answer:\n{calls}");
        tokio::task::yield_now().await;
    };
    let _ = child.kill().await;
    let lines: Vec<_> = calls.lines().collect();
    let told = answered(&calls).unwrap();
    let asked =
        lines[..told].iter().rposition(|line| line.contains("HTTP/1.1 200")).expect("the read before it");
    let synced = lines[asked..told].iter().any(|line| line.contains("fdatasync(") || line.contains("fsync("));
    assert!(synced, "no sync between the read and the 201:\n{}", lines[asked..=told].join("\n"));
}

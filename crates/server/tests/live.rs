//! Live events: every order is heard once, whatever happens to the connection.

mod common;

use common::desk::Desk;
use common::{Server, items, key};
use reqwest::{Method, Response};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::Duration;

/// One event as a browser would hear it.
#[derive(Debug)]
struct Heard {
    kind: String,
    id: Option<String>,
    data: Value,
}

/// One connection, read event by event.
struct Ear {
    answer: Response,
    /// What came and is not yet a whole event.
    bytes: Vec<u8>,
}

impl Ear {
    async fn open(desk: &Desk, path: &str, last: Option<&str>) -> Self {
        let mut call = desk.call(Method::GET, path).header("Accept-Encoding", "gzip, br");
        if let Some(last) = last {
            call = call.header("Last-Event-ID", last);
        }
        let answer = call.send().await.expect("an answer");
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        assert!(answer.headers().get("content-encoding").is_none());
        Self { answer, bytes: Vec::new() }
    }

    /// The next event that is whole, or `None` when the server ended the connection.
    async fn next(&mut self) -> Option<Heard> {
        loop {
            while let Some(end) = self.bytes.windows(2).position(|two| two == b"\n\n") {
                let block: Vec<u8> = self.bytes.drain(..end + 2).collect();
                let block = String::from_utf8(block).expect("text");
                let field = |name: &str| {
                    block.lines().find_map(|line| line.strip_prefix(&format!("{name}: "))).map(str::to_owned)
                };
                if let (Some(kind), Some(data)) = (field("event"), field("data")) {
                    return Some(Heard { kind, id: field("id"), data: serde_json::from_str(&data).unwrap() });
                }
            }
            let chunk = tokio::time::timeout(Duration::from_secs(30), self.answer.chunk()).await;
            let chunk = chunk.expect("something is heard in time").ok()??;
            self.bytes.extend_from_slice(&chunk);
        }
    }
}

async fn place(server: &Server, at: usize, pot: &str) -> String {
    let (status, placed) = server.place(&key(at), &server.order(&[(pot, 1)], 9600).await).await;
    assert_eq!(status, 201, "{placed}");
    placed["order"]["code"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn twenty_killed_connections_lose_and_double_nothing() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let pot = server.sku("Tea Pot", &[]).await;
    let orders = 60;
    let placing = async {
        let mut codes = Vec::new();
        for at in 0..orders {
            codes.push(place(&server, at, &pot).await);
        }
        codes
    };
    let hearing = async {
        let mut heard: HashMap<String, usize> = HashMap::new();
        let mut last: Option<String> = None;
        let mut killed = 0;
        while heard.len() < orders {
            // As a browser: the first address again, and the header with what was heard last.
            let mut ear = Ear::open(&desk, "/desk/events?after=0", last.as_deref()).await;
            let until = if killed < 20 { killed % 3 + 1 } else { orders };
            for _ in 0..until {
                let event = ear.next().await.expect("the server keeps the connection");
                assert_eq!((event.kind.as_str(), &event.data["action"]), ("order", &json!("place")));
                *heard.entry(event.data["code"].as_str().unwrap().to_owned()).or_default() += 1;
                last = event.id;
                if heard.len() == orders {
                    break;
                }
            }
            killed += 1;
        }
        (heard, killed)
    };
    let (codes, (heard, killed)) = tokio::join!(placing, hearing);
    assert!(killed > 20, "{killed} connections");
    assert!(heard.values().all(|times| *times == 1), "{heard:?}");
    assert!(codes.iter().all(|code| heard.contains_key(code)));
}

#[tokio::test]
async fn a_desk_hears_what_happens_while_it_listens() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (mug, pot) = (server.sku("Tea Mug", &[]).await, server.sku("Tea Pot", &[]).await);
    place(&server, 1, &pot).await;
    let seq = desk.read("/desk/orders").await.1["seq"].as_i64().unwrap();
    let mut ear = Ear::open(&desk, &format!("/desk/events?after={seq}"), None).await;
    let mut only_new = Ear::open(&desk, "/desk/events", None).await;
    let (status, placed) = server.place(&key(2), &server.order(&[(&mug, 4)], 5800).await).await;
    assert_eq!(status, 201, "{placed}");
    let order = ear.next().await.unwrap();
    assert_eq!(order.id.as_deref(), Some((seq + 1).to_string().as_str()));
    let card = items(&desk.read("/desk/orders").await.1)[0].clone();
    assert_eq!(
        order.data,
        json!({
        "seq": seq + 1, "order": card["id"], "code": placed["order"]["code"], "actor": "buyer", "action": "place",
        "status": "to_pay", "name": "张三", "total": {"minor": 5800, "currency": "CNY"}})
    );
    let low = ear.next().await.unwrap();
    assert_eq!((low.kind.as_str(), &low.id), ("low", &None));
    assert_eq!(
        (&low.data["title"], &low.data["stock"], &low.data["values"]),
        (&json!("Tea Mug 茶杯"), &json!(3), &json!([]))
    );
    assert_eq!(only_new.next().await.unwrap().data, order.data);
    let token = placed["token"].as_str().unwrap();
    server.post(&server.at(&format!("/api/v1/orders/{token}/cancel")), &json!({})).await;
    let cancelled = ear.next().await.unwrap();
    assert_eq!((&cancelled.data["actor"], &cancelled.data["status"]), (&json!("buyer"), &json!("cancelled")));
    let first = items(&desk.read("/desk/orders?tab=to_pay").await.1)[0].clone();
    desk.act(&first, "confirm_payment", json!({})).await;
    assert_eq!(ear.next().await.unwrap().data["action"], "confirm_payment", "the other phone hears it too");
}

#[tokio::test]
async fn a_connection_ends_with_its_sign_in_and_with_the_server() {
    let mut server = Server::start().await;
    let (leaving, staying) = (server.desk().await, server.desk().await);
    let pot = server.sku("Tea Pot", &[]).await;
    let mut gone = Ear::open(&leaving, "/desk/events?after=0", None).await;
    let mut kept = Ear::open(&staying, "/desk/events?after=0", None).await;
    assert_eq!(leaving.delete("/session").await.0, 204);
    let code = place(&server, 1, &pot).await;
    assert!(gone.next().await.is_none(), "signed out, it hears nothing more");
    assert_eq!(kept.next().await.unwrap().data["code"], code.as_str());
    let refused = leaving.read("/desk/events").await;
    assert_eq!(refused.0, 401);
    let stopped =
        std::process::Command::new("kill").args(["-TERM", &server.pid().to_string()]).status().unwrap();
    assert!(stopped.success());
    assert!(kept.next().await.is_none());
    let ended = tokio::time::timeout(Duration::from_secs(10), server.ended()).await;
    assert!(ended.expect("it waits for no desk").success());
}

#[tokio::test]
async fn the_ninth_phone_ends_the_first_and_another_shop_hears_nothing() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let stranger = Desk::register(&server, "other@shop.example").await;
    let mut elsewhere = Ear::open(&stranger, "/desk/events?after=0", None).await;
    let mut ears = Vec::new();
    for _ in 0..9 {
        ears.push(Ear::open(&desk, "/desk/events?after=0", None).await);
    }
    assert!(ears[0].next().await.is_none());
    let pot = server.sku("Tea Pot", &[]).await;
    let code = place(&server, 1, &pot).await;
    for ear in &mut ears[1..] {
        assert_eq!(ear.next().await.unwrap().data["code"], code.as_str());
    }
    let other = stranger.call(Method::DELETE, "/session").send().await.unwrap();
    assert_eq!(other.status(), 204);
    assert!(elsewhere.next().await.is_none(), "to its end it heard nothing");
}

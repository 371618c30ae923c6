//! The numbers a seller sees: visits by where they came from, orders and sales by the seller's own day.

mod common;

use common::{Server, key, minishop};
use serde_json::{Value, json};
use std::time::{Duration, Instant, SystemTime};

const DAY: i64 = 86_400_000;
const HOUR: i64 = 3_600_000;

fn now() -> i64 {
    SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_millis() as i64
}

async fn visit(server: &Server, path: &str, via: &str, agent: &str) {
    let call = server.http.get(server.shop_url(&format!("{path}?via={via}"))).header("User-Agent", agent);
    assert!(call.send().await.unwrap().status().is_success());
}

#[tokio::test]
async fn visits_are_counted_by_source_and_survive_a_stop() {
    let mut server = Server::start().await;
    let page = server.shop_page().await;
    let goods = format!("/goods/{}", page["goods"]["items"][0]["id"].as_str().unwrap());
    let wechat = "Mozilla/5.0 (iPhone) Mobile/15E148 MicroMessenger/8.0.69(0x18004533) NetType/WIFI";
    for (path, via, agent) in [
        ("", "qr", wechat),
        ("", "number", "Safari"),
        ("", "link", wechat),
        (&goods, "link", wechat),
        ("", "link", "Telegram-Android/12.10.0"),
        ("", "nonsense", wechat),
    ] {
        visit(&server, path, via, agent).await;
    }
    let unknown = server.get("/api/v1/shops/100000?via=qr").await;
    assert_eq!(unknown.status(), 404);
    let stopped =
        std::process::Command::new("kill").args(["-TERM", &server.pid().to_string()]).status().unwrap();
    assert!(stopped.success() && server.ended().await.success());
    let server = Server::on(server.dir, &[]).await;
    let (status, stats) = server.desk().await.read("/desk/stats?days=1").await;
    assert_eq!(status, 200, "{stats}");
    assert_eq!(stats["visits"], 5);
    let sources: Vec<(&str, i64)> = stats["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["source"].as_str().unwrap(), one["visits"].as_i64().unwrap()))
        .collect();
    assert_eq!(sources, [("wechat", 2), ("number", 1), ("qr", 1), ("telegram", 1)]);
    assert_eq!((&stats["conversion_permille"], &stats["orders"]), (&json!(0), &json!(0)));
}

#[tokio::test]
async fn visits_are_written_while_the_server_runs() {
    let server = Server::start().await;
    visit(&server, "", "qr", "Safari").await;
    let desk = server.desk().await;
    let deadline = Instant::now() + Duration::from_secs(20);
    while desk.read("/desk/stats?days=1").await.1["visits"] != 1 {
        assert!(Instant::now() < deadline, "the visit was not written");
    }
}

#[tokio::test]
async fn orders_and_sales_stand_on_the_sellers_day() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (mug, pot) = (server.sku("Tea Mug", &[]).await, server.sku("Tea Pot", &[]).await);
    let mut ids = Vec::new();
    for (at, (lines, total)) in [
        (vec![(mug.as_str(), 2)], 3300),
        (vec![(pot.as_str(), 1)], 9600),
        (vec![(pot.as_str(), 3)], 26400),
        (vec![(mug.as_str(), 1)], 2050),
    ]
    .into_iter()
    .enumerate()
    {
        let (status, placed) = server.place(&key(at), &server.order(&lines, total).await).await;
        assert_eq!(status, 201, "{placed}");
        let (_, list) =
            desk.read(&format!("/desk/orders?q={}", placed["order"]["code"].as_str().unwrap())).await;
        ids.push(list["items"][0].clone());
    }
    // A refund of the first, the last one cancelled, the second a minute before the seller's midnight.
    let (_, paid) = desk.act(&ids[0], "confirm_payment", json!({})).await;
    let (status, _) = desk.act(&paid, "refund", json!({"amount": {"minor": 300, "currency": "CNY"}})).await;
    assert_eq!(status, 200);
    assert_eq!(desk.act(&ids[3], "cancel", json!({"reason": ""})).await.0, 200);
    let offset = 480;
    let midnight = (now() + offset * 60_000) / DAY * DAY - offset * 60_000;
    let database = server.database().await;
    sqlx::query("UPDATE orders SET placed_at = $1 WHERE id = $2")
        .bind(midnight - 60_000)
        .bind(ids[1]["id"].as_str())
        .execute(&database)
        .await
        .unwrap();
    let other = minishop(&[
        "shop",
        "create",
        "--data",
        &server.dir.path().to_string_lossy(),
        "--name",
        "Other",
        "--currency",
        "CNY",
    ])
    .await
    .1;
    // The first and the last hour of the seller's days, in whole hours of UTC.
    let begins = midnight / HOUR;
    for (shop, hour, source, visits) in [
        (server.shop.as_str(), begins, "qr", 7),
        (&server.shop, begins - 1, "link", 2),
        (&server.shop, begins - 6 * 24, "link", 1),
        (&server.shop, begins - 6 * 24 - 1, "link", 9),
        (other.trim(), begins, "qr", 100),
    ] {
        sqlx::query("INSERT INTO visits (shop, hour, source, visits) VALUES ($1, $2, $3, $4)")
            .bind(shop.parse::<i64>().unwrap())
            .bind(hour)
            .bind(source)
            .bind(visits)
            .execute(&database)
            .await
            .unwrap();
    }
    let (_, one) = desk.read(&format!("/desk/stats?days=1&offset={offset}")).await;
    assert_eq!((&one["orders"], &one["sales"]["minor"]), (&json!(2), &json!(3000 + 26400)), "{one}");
    assert_eq!((&one["visits"], &one["conversion_permille"]), (&json!(7), &json!(285)));
    let (_, week) = desk.read(&format!("/desk/stats?days=7&offset={offset}")).await;
    let days = week["days"].as_array().unwrap();
    let column = |name: &str| -> Vec<Value> { days.iter().map(|day| day[name].clone()).collect() };
    assert_eq!(column("orders"), [0, 0, 0, 0, 0, 1, 2]);
    assert_eq!(column("visits"), [1, 0, 0, 0, 0, 2, 7]);
    assert_eq!((&week["orders"], &week["sales"]["minor"]), (&json!(3), &json!(39000)));
    let best: Vec<(&Value, &Value, &Value)> = week["best"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["title"], &one["pieces"], &one["sales"]["minor"]))
        .collect();
    assert_eq!(
        best,
        [(&json!("Tea Pot"), &json!(4), &json!(35200)), (&json!("Tea Mug 茶杯"), &json!(2), &json!(2500))]
    );
    for wrong in ["days=2", "days=x", "", "days=7&offset=900"] {
        assert_eq!(desk.read(&format!("/desk/stats?{wrong}")).await.0, 400, "{wrong}");
    }
}

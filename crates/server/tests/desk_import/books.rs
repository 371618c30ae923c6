//! Orders for the seller's books.

use crate::common::desk::faults;
use crate::common::{Server, key};
use crate::files::{export, rows};
use serde_json::json;

const DAY: i64 = 24 * 60 * 60_000;
/// 2026-03-01 00:00 UTC.
const MARCH: i64 = 1_772_323_200_000;

#[tokio::test]
async fn every_line_of_every_order_stands_in_the_books_once() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (mug, pot) = (server.sku("Tea Mug", &[]).await, server.sku("Tea Pot", &[]).await);
    let mut body = server.order(&[(&mug, 2), (&pot, 1)], 2500 + 8800).await;
    body["contact"]["name"] = json!("=cmd|' /C calc'!A0");
    body["contact"]["phone"] = json!("+86 13800138000");
    body["note"] = json!("@home, \"quick\"\nplease");
    let (status, placed) = server.place(&key(0), &body).await;
    assert_eq!(status, 201, "{placed}");
    for at in 1..450 {
        let (status, _) = server.place(&key(at), &server.order(&[(&pot, 1)], 9600).await).await;
        assert_eq!(status, 201);
    }
    let database = server.database().await;
    sqlx::query("UPDATE orders SET adjustment = -300, total = total - 300, refunded = 1000, status = 'done' WHERE code = $1")
        .bind(placed["order"]["code"].as_str().unwrap())
        .execute(&database)
        .await
        .unwrap();
    let file = export(&desk, "/desk/export/orders.csv").await;
    let titles: Vec<&str> = file.lines().next().unwrap().split(',').collect();
    let all = rows(&file);
    assert_eq!(all.len(), 451, "over more than one page");
    let of = |row: &[String], title: &str| row[titles.iter().position(|own| *own == title).unwrap()].clone();
    let own: Vec<_> =
        all.iter().filter(|row| of(row, "Order") == placed["order"]["code"].as_str().unwrap()).collect();
    assert_eq!(own.len(), 2);
    let (first, second) = (own[0], own[1]);
    for (title, wanted) in [
        ("Status", "done"),
        ("Name", "'=cmd|' /C calc'!A0"),
        ("Phone", "'+86 13800138000"),
        ("Province", "浙江省"),
        ("Goods", "Tea Mug 茶杯"),
        ("Code", "MUG"),
        ("Quantity", "2"),
        ("Unit Price", "12.50"),
        ("Amount", "25.00"),
        ("Currency", "CNY"),
        ("Goods Total", "113.00"),
        ("Delivery Fee", "0.00"),
        ("Surcharge", "0.00"),
        ("Discount", "3.00"),
        ("Total", "110.00"),
        ("Refunded", "10.00"),
        ("Net", "100.00"),
        ("Buyer Note", "'@home, \"quick\"\nplease"),
    ] {
        assert_eq!(of(first, title), wanted, "{title}");
    }
    assert_eq!((of(second, "Line").as_str(), of(second, "Amount").as_str()), ("2", "88.00"));
    assert_eq!(
        (of(second, "Total").as_str(), of(second, "Name")),
        ("", of(first, "Name")),
        "a column can be summed up"
    );
    let codes: std::collections::HashSet<_> = all.iter().map(|row| of(row, "Order")).collect();
    assert_eq!(codes.len(), 450);
}

#[tokio::test]
async fn days_are_those_of_the_sellers_clock() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let pot = server.sku("Tea Pot", &[]).await;
    let database = server.database().await;
    // The last millisecond before March in UTC, its first, and the first of its second day.
    for (at, time) in [MARCH - 1, MARCH, MARCH + DAY].into_iter().enumerate() {
        let (_, placed) = server.place(&key(at), &server.order(&[(&pot, 1)], 9600).await).await;
        sqlx::query("UPDATE orders SET placed_at = $1 WHERE code = $2")
            .bind(time)
            .bind(placed["order"]["code"].as_str().unwrap())
            .execute(&database)
            .await
            .unwrap();
    }
    for (query, wanted) in [
        ("", vec!["2026-02-28 23:59:59", "2026-03-01 00:00:00", "2026-03-02 00:00:00"]),
        ("?from=2026-03-01", vec!["2026-03-01 00:00:00", "2026-03-02 00:00:00"]),
        ("?to=2026-02-28", vec!["2026-02-28 23:59:59"]),
        ("?from=2026-03-01&to=2026-03-01", vec!["2026-03-01 00:00:00"]),
        ("?from=2026-03-01&to=2026-03-01&offset=480", vec!["2026-03-01 07:59:59", "2026-03-01 08:00:00"]),
        ("?from=2027-01-01", vec![]),
    ] {
        let all = rows(&export(&desk, &format!("/desk/export/orders.csv{query}")).await);
        assert_eq!(all.iter().map(|row| row[1].as_str()).collect::<Vec<_>>(), wanted, "{query}");
    }
    for (query, wrong) in [
        ("from=yesterday", "from not_day"),
        ("from=2026-02-30", "from not_day"),
        ("to=2026-3-1", "to not_day"),
        ("from=2026-03-02&to=2026-03-01", "to out_of_range"),
        ("offset=900", "offset out_of_range"),
    ] {
        let (status, problem) = desk.read(&format!("/desk/export/orders.csv?{query}")).await;
        assert_eq!((status, faults(&problem)), (400, vec![wrong.to_owned()]), "{query}");
    }
}

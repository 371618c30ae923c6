//! A folder with the first schema's rows comes through to the newest schema whole.

use super::Db;
use sqlx::migrate::Migrator;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};
use std::borrow::Cow;

/// A shop, goods, and two orders with everything that hangs on them, as the first schema holds them.
const ROWS: &str = "
    INSERT INTO photos VALUES ('p1', 10, 10, '#aabbcc');
    INSERT INTO shops (number, name, currency, locale, logo, created_at) VALUES (123456, 'Shop', 'CNY', 'zh', 'p1', 1);
    INSERT INTO contacts VALUES (123456, 0, 'phone', '+86 1');
    INSERT INTO deliveries VALUES ('d1', 123456, 0, 'flat', 'Parcel', '', 800, 9900), ('d2', 123456, 1, 'pickup', 'Pickup', 'Door', 0, NULL);
    INSERT INTO payments VALUES ('pay', 123456, 0, 'transfer', 'Transfer', 'Account', 'p1');
    INSERT INTO categories VALUES ('c1', 123456, 0, 'Tea');
    INSERT INTO goods (id, shop, handle, category, position, title, search, created_at, updated_at)
        VALUES ('g1', 123456, 'mug', 'c1', 0, 'Mug', 'mug', 1, 1);
    INSERT INTO goods_photos VALUES ('g1', 0, 'p1', 'A mug');
    INSERT INTO skus (id, goods, shop, position, price, stock) VALUES ('s1', 'g1', 123456, 0, 1250, 7);
    INSERT INTO orders (id, shop, code, token_hash, status, currency, goods_total, delivery_fee, total, name, phone,
        has_address, delivery_kind, delivery_title, delivery_note, payment_kind, payment_title, payment_text,
        payment_qr, placed_at, expires_at, version)
        VALUES ('o1', 123456, '261122-AAAA', 't1', 'to_pay', 'CNY', 1250, 800, 2050, '张三', '138', TRUE, 'flat',
            'Parcel', '', 'transfer', 'Transfer', 'Account', 'p1', 20, 99, 3),
        ('o2', 123456, '261122-BBBB', 't2', 'shipped', 'CNY', 2500, 0, 2500, '李四', '139', FALSE, 'pickup',
            'Pickup', 'Door', 'cash_on_delivery', 'Cash', '', NULL, 10, NULL, 1);
    INSERT INTO order_keys VALUES (123456, 'k1', 'b1', 'o1'), (123456, 'k2', 'b2', 'o2');
    INSERT INTO order_lines VALUES ('o1', 0, 's1', 'g1', 'Mug', '', '', '', 'p1', 1250, 1), ('o2', 0, 's1', 'g1', 'Mug', '', '', '', NULL, 1250, 2);
    INSERT INTO order_events VALUES ('o1', 0, 20, 'buyer', 'place', 'to_pay'), ('o2', 0, 10, 'buyer', 'place', 'new'),
        ('o2', 1, 20, 'seller', 'accept', 'to_ship'), ('o2', 2, 30, 'seller', 'ship', 'shipped');
    INSERT INTO proofs VALUES ('f1', 'o1', 'proofs/f1.jpg', 25);
    INSERT INTO shipments VALUES ('h1', 'o2', 'SF', 'SF1', 30);
";

/// Every table that the first schema fills.
const TABLES: [&str; 14] = [
    "photos",
    "shops",
    "contacts",
    "deliveries",
    "payments",
    "categories",
    "goods",
    "goods_photos",
    "skus",
    "orders",
    "order_keys",
    "order_lines",
    "order_events",
    "proofs",
];

async fn count(conn: &mut SqliteConnection, table: &str) -> i64 {
    let count = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
    sqlx::query_scalar(count).fetch_one(conn).await.unwrap()
}

#[tokio::test]
async fn the_first_schemas_rows_come_through_whole() {
    let dir = tempfile::tempdir().unwrap();
    let file = SqliteConnectOptions::new().filename(dir.path().join("minishop.db"));
    let mut conn = file.clone().create_if_missing(true).foreign_keys(true).connect().await.unwrap();
    let all = sqlx::migrate!();
    let first = Migrator { migrations: Cow::Owned(all.migrations[..1].to_vec()), ..Migrator::DEFAULT };
    first.run(&mut conn).await.unwrap();
    sqlx::raw_sql(ROWS).execute(&mut conn).await.unwrap();
    let mut before = Vec::new();
    for table in TABLES {
        before.push(count(&mut conn, table).await);
    }
    assert!(before.iter().all(|rows| *rows > 0));
    sqlx::Connection::close(conn).await.unwrap();

    let db = Db::open(dir.path(), 1).await.unwrap();
    db.close().await;

    let mut conn = file.connect().await.unwrap();
    let mut after = Vec::new();
    for table in TABLES {
        after.push(count(&mut conn, table).await);
    }
    assert_eq!(before, after);
    let broken = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut conn).await.unwrap();
    assert!(broken.is_empty(), "{} rows lost what they point at", broken.len());
    let order: (String, i64, i64, i64, i64, String, i64, i64) = sqlx::query_as(
        "SELECT name, total, adjustment, refunded, expires_at, payment_qr, has_address, version FROM orders WHERE id = 'o1'",
    )
    .fetch_one(&mut conn)
    .await
    .unwrap();
    assert_eq!(order, ("张三".into(), 2050, 0, 0, 99, "p1".into(), 1, 3));
    // Each event has its own number, in the order in which it happened.
    let events: Vec<(i64, String, i64, i64)> =
        sqlx::query_as("SELECT seq, order_id, position, shop FROM order_events ORDER BY seq")
            .fetch_all(&mut conn)
            .await
            .unwrap();
    let event = |seq, order: &str, position| (seq, order.to_owned(), position, 123_456);
    assert_eq!(events, [event(1, "o2", 0), event(2, "o1", 0), event(3, "o2", 1), event(4, "o2", 2)]);
    // What points at the tables that were made anew still does.
    for orphan in [
        "INSERT INTO shipments VALUES ('h2', 'none', 'SF', 'SF2', 30)",
        "INSERT INTO order_events (order_id, position, seq, shop, at, actor, action, status) VALUES ('none', 0, 9, 123456, 1, '', '', '')",
        "INSERT INTO delivery_steps VALUES ('none', 1, 1)",
        "UPDATE orders SET adjustment = 1 WHERE id = 'o1'",
        "UPDATE orders SET refunded = 2051 WHERE id = 'o1'",
    ] {
        let refused = sqlx::query(orphan).execute(&mut conn).await;
        assert!(refused.is_err(), "{orphan}");
    }
}

//! A hundred buyers for seven pieces, ten times in a row.

mod common;

use common::{Server, key};
use reqwest::StatusCode;
use std::sync::Arc;

const BUYERS: usize = 100;
const PIECES: i64 = 7;
const ROUNDS: usize = 10;

#[tokio::test(flavor = "multi_thread")]
async fn seven_pieces_make_seven_orders() {
    let server = Arc::new(Server::start().await);
    let mug = server.sku("Tea Mug", &[]).await;
    let body = server.order(&[(&mug, 1)], 2050).await;
    let database = server.database().await;
    for round in 0..ROUNDS {
        sqlx::query("UPDATE skus SET stock = $1 WHERE id = $2")
            .bind(PIECES)
            .bind(&mug)
            .execute(&database)
            .await
            .expect("the shelf is filled");
        let buyers: Vec<_> = (0..BUYERS)
            .map(|buyer| {
                let (server, body) = (server.clone(), body.clone());
                tokio::spawn(async move { server.place(&key(round * BUYERS + buyer), &body).await })
            })
            .collect();
        let mut placed = 0;
        for buyer in buyers {
            let (status, answer) = buyer.await.expect("every buyer gets an answer");
            match status {
                StatusCode::CREATED => placed += 1,
                _ => assert_eq!(
                    (status, answer["code"].as_str()),
                    (StatusCode::CONFLICT, Some("sold_out")),
                    "{answer}"
                ),
            }
        }
        assert_eq!(placed, PIECES, "round {round}");
        let stock: i64 = sqlx::query_scalar("SELECT stock FROM skus WHERE id = $1")
            .bind(&mug)
            .fetch_one(&database)
            .await
            .unwrap();
        assert_eq!(stock, 0, "round {round}");
    }
    let orders: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM orders").fetch_one(&database).await.unwrap();
    assert_eq!(orders, PIECES * ROUNDS as i64);
}

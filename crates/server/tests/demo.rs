//! `minishop demo`: a shop worth looking at, made once.

mod common;

use common::desk::Desk;
use common::{Server, minishop};
use serde_json::json;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};

async fn number(db: &mut SqliteConnection, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(db).await.unwrap()
}

#[tokio::test]
async fn the_demo_shop_is_made_once_in_either_language() {
    for (locale, currency) in [("en", "USD"), ("zh", "CNY")] {
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().to_string_lossy();
        let begun = std::time::Instant::now();
        let (done, said) = minishop(&["demo", "--data", &data, "--locale", locale]).await;
        println!("the demo shop in {locale}: {:?}", begun.elapsed());
        assert!(done, "{said}");
        let file = SqliteConnectOptions::new().filename(dir.path().join("minishop.db")).read_only(true);
        let mut db = SqliteConnection::connect_with(&file).await.unwrap();
        let shop = number(&mut db, "SELECT number FROM shops").await;
        assert!(said.starts_with(&format!("demo shop {shop} made")), "{said}");
        assert!(number(&mut db, "SELECT COUNT(*) FROM goods WHERE visible").await >= 24);
        assert!(number(&mut db, "SELECT COUNT(*) FROM categories").await >= 4);
        assert_eq!(
            number(&mut db, "SELECT COUNT(*) FROM goods WHERE id NOT IN (SELECT goods FROM goods_photos)")
                .await,
            0
        );
        assert!(number(&mut db, "SELECT COUNT(*) FROM skus WHERE stock > 0").await > 24);
        assert_eq!(
            number(&mut db, "SELECT COUNT(*) FROM shops WHERE logo IS NULL OR notice IS NULL").await,
            0
        );
        let kept: String =
            sqlx::query_scalar("SELECT currency || locale FROM shops").fetch_one(&mut db).await.unwrap();
        assert_eq!(kept, format!("{currency}{locale}"));
        let login =
            said.split("login demo@shop.example, password ").nth(1).expect("who signs in").trim().to_owned();
        let file = dir.path().join("demo-seller.txt");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), format!("demo@shop.example\n{login}\n"));
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600, "for the operator's eyes");
        let (done, said) = minishop(&["demo", "--data", &data]).await;
        assert!(done && said.starts_with(&format!("there is shop {shop} already")), "{said}");
        assert!(said.contains(&format!("password {login}")), "it can be said again: {said}");
        assert_eq!(number(&mut db, "SELECT COUNT(*) FROM shops").await, 1);
        drop(db);
        let server = Server::on(dir, &[]).await;
        let desk = Desk::sign_in(&server, "demo@shop.example", &login).await;
        assert_eq!(desk.shop(), shop.to_string());
        let change = json!({"password": login, "new_password": "my own password"});
        assert_eq!(desk.put("/sellers/password", change).await.0, 204);
        let (_, said) = minishop(&["demo", "--data", &server.dir.path().to_string_lossy()]).await;
        assert!(!said.contains("password"), "what is no longer right is not said: {said}");
    }
}

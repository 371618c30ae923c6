//! A data folder of its own for each test, and what stands in it.

use crate::common::minishop;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};
use std::path::Path;
use tempfile::TempDir;

pub fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub async fn import(dir: &TempDir, file: &Path, more: &[&str]) -> (bool, String) {
    let (file, data) = (file.to_string_lossy(), dir.path().to_string_lossy());
    minishop(&[&["import", &file, "--data", &data], more].concat()).await
}

pub async fn import_text(dir: &TempDir, name: &str, text: &str) -> (bool, String) {
    let file = dir.path().join(name);
    std::fs::write(&file, text).unwrap();
    import(dir, &file, &[]).await
}

pub async fn shop(dir: &TempDir, args: &[&str]) -> (bool, String) {
    minishop(&[&["shop"], args, &["--data", &dir.path().to_string_lossy()]].concat()).await
}

pub async fn open(dir: &TempDir) -> SqliteConnection {
    let file = SqliteConnectOptions::new().filename(dir.path().join("minishop.db")).read_only(true);
    SqliteConnection::connect_with(&file).await.unwrap()
}

pub async fn number(db: &mut SqliteConnection, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(db).await.unwrap()
}

pub async fn texts(db: &mut SqliteConnection, sql: &'static str) -> Vec<String> {
    sqlx::query_scalar(sql).fetch_all(db).await.unwrap()
}

pub fn last_line(said: &str) -> &str {
    said.trim_end().lines().last().unwrap_or_default()
}

pub fn has_sum(said: &str, sum: &str) {
    assert!(last_line(said).ends_with(sum), "wanted «{sum}», the last of:\n{said}");
}

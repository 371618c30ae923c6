//! Sending a file and reading one.

use crate::common::desk::{Desk, answer};
use reqwest::Method;
use serde_json::Value;

/// The answer to a file; `apply` is `true` or `false`.
pub async fn import(desk: &Desk, apply: bool, file: impl Into<Vec<u8>>) -> (u16, Value) {
    let call = desk.call(Method::POST, &format!("/desk/import?apply={apply}"));
    answer(call.header("Content-Type", "text/csv").body(file.into()).send().await.expect("an answer")).await
}

/// The same, applied and well.
pub async fn imported(desk: &Desk, file: impl Into<Vec<u8>>) -> Value {
    let (status, outcome) = import(desk, true, file).await;
    assert_eq!(status, 200, "{outcome}");
    outcome
}

/// `added updated unchanged refused`.
pub fn sums(outcome: &Value) -> [i64; 4] {
    ["added", "updated", "unchanged", "refused"].map(|name| outcome[name].as_i64().expect("a number"))
}

/// `row column code` of everything said.
pub fn said(list: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let list = list.as_array().expect("a list").iter();
    list.map(|said| format!("{} {} {}", said["row"], text(&said["column"]), text(&said["code"]))).collect()
}

/// The file behind an address.
pub async fn export(desk: &Desk, path: &str) -> String {
    let answer = desk.call(Method::GET, path).send().await.expect("an answer");
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "text/csv; charset=utf-8");
    assert!(answer.headers()["content-disposition"].to_str().unwrap().starts_with("attachment; filename="));
    let text = answer.text_with_mark().await;
    text.strip_prefix('\u{feff}').expect("a byte order mark").to_owned()
}

trait Whole {
    async fn text_with_mark(self) -> String;
}

impl Whole for reqwest::Response {
    async fn text_with_mark(self) -> String {
        String::from_utf8(self.bytes().await.expect("a whole answer").to_vec()).expect("UTF-8")
    }
}

/// The rows of a file, without its header.
pub fn rows(file: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().from_reader(file.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

//! Reading a shop: what buyers see, and what nobody learns.

mod common;

use common::{Server, items, minishop};
use reqwest::StatusCode;
use serde_json::Value;

#[tokio::test]
async fn the_first_screen_comes_in_one_answer() {
    let server = Server::start().await;
    let page = server.shop_page().await;
    assert_eq!(page["shop"]["name"], "Test 小店");
    assert_eq!(page["shop"]["number"], server.shop);
    assert_eq!(page["shop"]["deliveries"][0]["fee"]["minor"], 800);
    assert_eq!(page["shop"]["deliveries"][0]["free_over"]["minor"], 9900);
    assert!(page["shop"]["payments"][1].get("text").is_none(), "the account is shown with an order alone");
    assert_eq!(page["categories"][0]["name"], "Clothes");
    assert_eq!(page["categories"][1]["goods"], 2);
    let tee = &items(&page["goods"])[0];
    assert_eq!(
        (tee["price"]["minor"].clone(), tee["price_max"]["minor"].clone()),
        (3000.into(), 3200.into())
    );
    assert_eq!(tee["left"], 6);
}

#[tokio::test]
async fn unknown_closed_and_malformed_numbers_get_one_and_the_same_answer() {
    let server = Server::start().await;
    let dir = server.dir.path().to_string_lossy().into_owned();
    let unknown = if server.shop == "999999" { "999998" } else { "999999" };
    let mut answers = Vec::new();
    for number in [unknown, "000000", "12345", "１２３４５６", "abc", "1234567"] {
        let answer = server.get(&format!("/api/v1/shops/{number}")).await;
        answers.push((answer.status(), answer.text().await.unwrap()));
    }
    let (closed, said) = minishop(&["shop", "close", &server.shop, "--data", &dir]).await;
    assert!(closed, "{said}");
    let answer = server.get(&format!("/api/v1/shops/{}", server.shop)).await;
    answers.push((answer.status(), answer.text().await.unwrap()));
    assert_eq!(answers[0].0, StatusCode::NOT_FOUND);
    assert!(answers[0].1.contains("\"unknown_shop\""), "{}", answers[0].1);
    assert!(answers.iter().all(|answer| answer == &answers[0]), "{answers:?}");
    let page = server.get(&format!("/{}", server.shop)).await;
    assert_eq!(page.status(), StatusCode::NOT_FOUND);
    assert!(!page.text().await.unwrap().contains("Test 小店"), "a closed shop's page must not name it");
}

#[tokio::test]
async fn lists_filter_search_sort_and_page() {
    let server = Server::start().await;
    let list = async |query: &str| -> Vec<String> {
        let url = server.shop_url(&format!("/goods{query}"));
        let list: Value = server.http.get(url).send().await.unwrap().json().await.unwrap();
        items(&list).iter().map(|goods| goods["title"].as_str().unwrap()[..7].to_owned()).collect()
    };
    assert_eq!(list("").await, ["Plain T", "Tea Mug", "Tea Pot"]);
    assert_eq!(list("?sort=price_asc").await, ["Tea Mug", "Plain T", "Tea Pot"]);
    assert_eq!(list("?sort=price_desc").await, ["Tea Pot", "Plain T", "Tea Mug"]);
    assert_eq!(list("?q=TEA").await, ["Tea Mug", "Tea Pot"]);
    assert_eq!(list("?q=%E8%8C%B6%E6%9D%AF").await, ["Tea Mug"]);
    assert!(list("?q=%25").await.is_empty(), "a percent sign is no wildcard");
    let kitchen = server.shop_page().await["categories"][1]["id"].as_str().unwrap().to_owned();
    assert_eq!(list(&format!("?category={kitchen}&sort=price_desc")).await, ["Tea Pot", "Tea Mug"]);
    for sort in ["default", "newest", "price_asc", "price_desc"] {
        let mut seen = Vec::new();
        let mut cursor = String::new();
        loop {
            let url = server.shop_url(&format!("/goods?limit=1&sort={sort}&cursor={cursor}"));
            let page: Value = server.http.get(url).send().await.unwrap().json().await.unwrap();
            seen.extend(items(&page).iter().map(|goods| goods["id"].clone()));
            match page["next"].as_str() {
                Some(next) => cursor = next.to_owned(),
                None => break,
            }
        }
        seen.sort_by_key(Value::to_string);
        seen.dedup();
        assert_eq!(seen.len(), 3, "{sort}");
    }
}

#[tokio::test]
async fn wrong_list_requests_say_what_is_wrong() {
    let server = Server::start().await;
    let long = "x".repeat(101);
    let table = [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=x", "query"),
        ("sort=best", "sort"),
        ("cursor=nonsense", "cursor"),
        ("colour=red", "query"),
        (&format!("q={long}"), "q"),
    ];
    for (query, path) in table {
        let answer = server.http.get(server.shop_url(&format!("/goods?{query}"))).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{query}");
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["fields"][0]["path"], path, "{query}: {problem}");
    }
}

#[tokio::test]
async fn goods_come_whole_with_their_shop() {
    let server = Server::start().await;
    let id = items(&server.shop_page().await["goods"])[0]["id"].as_str().unwrap().to_owned();
    let page: Value =
        server.http.get(server.shop_url(&format!("/goods/{id}"))).send().await.unwrap().json().await.unwrap();
    assert_eq!(page["shop"]["name"], "Test 小店");
    assert_eq!(page["goods"]["options"][0]["name"], "Colour");
    assert_eq!(page["goods"]["options"][0]["values"], serde_json::json!(["red", "blue"]));
    assert_eq!(page["goods"]["skus"].as_array().unwrap().len(), 3);
    assert_eq!(page["goods"]["skus"][2]["left"], 0);
    let other = server.http.get(server.shop_url("/goods/none")).send().await.unwrap();
    assert_eq!(other.status(), StatusCode::NOT_FOUND);
    assert_eq!(other.json::<Value>().await.unwrap()["code"], "unknown_goods");
}

#[tokio::test]
async fn an_unchanged_answer_travels_once() {
    let server = Server::start().await;
    let first = server.http.get(server.shop_url("")).send().await.unwrap();
    let tag = first.headers()["etag"].clone();
    assert!(first.headers()["cache-control"].to_str().unwrap().starts_with("public, max-age="));
    let again = server.http.get(server.shop_url("")).header("If-None-Match", tag).send().await.unwrap();
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    assert!(again.text().await.unwrap().is_empty());
}

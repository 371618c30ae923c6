//! The seller's categories.

use crate::common::Server;
use crate::common::desk::{Desk, faults};
use crate::goods::{edit, path, stored};
use serde_json::{Value, json};

async fn names(desk: &Desk) -> Vec<(String, i64)> {
    let (_, list) = desk.read("/desk/categories").await;
    let items = list["items"].as_array().unwrap().iter();
    items.map(|item| (item["name"].as_str().unwrap().to_owned(), item["goods"].as_i64().unwrap())).collect()
}

#[tokio::test]
async fn the_list_is_saved_whole() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (_, list) = desk.read("/desk/categories").await;
    let (clothes, kitchen) = (&list["items"][0]["id"], &list["items"][1]["id"]);
    assert_eq!(names(&desk).await, [("Clothes".to_owned(), 1), ("Kitchen".to_owned(), 2)]);
    let mug = stored(&desk, "Tea Mug").await;
    desk.post(&format!("{}/visible", path(&mug)), json!({"visible": false})).await;

    // Names change hands, the order turns, and one more comes.
    let swap = json!({"items": [{"id": kitchen, "name": " Clothes "}, {"id": null, "name": "新品 🌱"}, {"id": clothes, "name": "Kitchen"}]});
    let (status, saved) = desk.put("/desk/categories", swap).await;
    assert_eq!((status, &saved["items"][0]["id"]), (200, kitchen), "{saved}");
    let wanted = [("Clothes".to_owned(), 2), ("新品 🌱".to_owned(), 0), ("Kitchen".to_owned(), 1)];
    assert_eq!(names(&desk).await, wanted, "hidden goods count");

    // One goes; its goods stay, in none, and an older page of them is told so.
    let mut body = edit(&desk.read(&path(&mug)).await.1);
    desk.put("/desk/categories", json!({"items": [{"id": clothes, "name": "Kitchen"}]})).await;
    assert_eq!(names(&desk).await, [("Kitchen".to_owned(), 1)]);
    assert_eq!(desk.read(&path(&mug)).await.1["category"], Value::Null);
    let (status, problem) = desk.put(&path(&mug), body.clone()).await;
    assert_eq!((status, faults(&problem)), (400, vec!["category unknown".to_owned()]));
    body["category"] = clothes.clone();
    assert_eq!(desk.put(&path(&mug), body).await.1["category"], *clothes);
}

#[tokio::test]
async fn wrong_lists_are_told_by_line() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (_, list) = desk.read("/desk/categories").await;
    let known = &list["items"][0]["id"];
    let body = json!({"items": [{"id": known, "name": "A"}, {"id": known, "name": " a\tb "}, {"id": null, "name": "A "},
        {"id": "x", "name": "x".repeat(41)}, {"id": null, "name": " "}]});
    let (status, problem) = desk.put("/desk/categories", body).await;
    let wanted = [
        "items[1].id duplicate",
        "items[2].name duplicate",
        "items[3].name too_long",
        "items[3].id unknown",
        "items[4].name empty",
    ];
    assert_eq!((status, faults(&problem)), (400, wanted.map(str::to_owned).to_vec()));
    let many: Vec<Value> = (0..101).map(|at| json!({"id": null, "name": at.to_string()})).collect();
    let (_, problem) = desk.put("/desk/categories", json!({"items": many})).await;
    assert_eq!(faults(&problem), ["items out_of_range"]);
    assert_eq!(names(&desk).await.len(), 2);
}

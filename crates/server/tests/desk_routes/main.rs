//! Every route of the desk × nobody, a page without the header, another seller, the owner.

#[path = "../common/mod.rs"]
mod common;
mod table;
mod world;

use common::desk::Desk;
use common::minishop;
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use std::collections::BTreeSet;
use table::{Body, Row, table};
use world::World;

/// The status, and the text unless it never ends.
async fn call(request: RequestBuilder, row: &Row, world: &World) -> (u16, String) {
    let request = match &row.body {
        Body::None => request,
        Body::Json(body) => {
            request.header("Content-Type", "application/json").body(world.filled(&body.to_string()))
        }
    };
    let answer = request.send().await.expect("an answer");
    let status = answer.status().as_u16();
    let endless = answer
        .headers()
        .get("content-type")
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
    (status, if endless { String::new() } else { answer.text().await.expect("a text") })
}

fn code(text: &str) -> String {
    let problem: Value = serde_json::from_str(text).unwrap_or_default();
    problem["code"].as_str().unwrap_or_default().to_owned()
}

/// `GET /desk/orders/{}`: the names of a path's parts do not matter.
fn plain(method: &str, path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let parts = path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part });
    format!("{} {}", method.to_uppercase(), parts.collect::<Vec<_>>().join("/"))
}

#[tokio::test]
async fn every_published_route_is_declared() {
    let server = common::Server::start().await;
    let document: Value = server.get("/api/v1/openapi.json").await.json().await.unwrap();
    let mut published = BTreeSet::new();
    for (path, calls) in document["paths"].as_object().unwrap() {
        for (method, call) in calls.as_object().unwrap() {
            let tags = call["tags"].as_array();
            let tag = tags.and_then(|tags| tags.first()).and_then(Value::as_str);
            assert!(
                matches!(tag, Some("buyer" | "seller")),
                "{method} {path} is neither buyer's nor seller's"
            );
            let desk = ["/desk", "/session", "/seller"].iter().any(|begin| path.starts_with(begin));
            assert_eq!(desk, tag == Some("seller"), "{method} {path} stands with the wrong ones");
            if desk {
                published.insert(plain(method, path));
            }
        }
    }
    let declared: BTreeSet<String> = table().iter().map(|row| plain(row.method, row.path)).collect();
    assert_eq!(declared.len(), table().len(), "a route stands in the table twice");
    let missing: Vec<_> = published.difference(&declared).collect();
    assert!(missing.is_empty(), "add to desk_routes/table.rs: {missing:?}");
    let gone: Vec<_> = declared.difference(&published).collect();
    assert!(gone.is_empty(), "no such route any more: {gone:?}");
}

/// What the owner reads by every call that reads, but for the stream that never ends.
async fn everything(world: &World, owner: &Desk) -> Vec<(String, u16, Value)> {
    let mut all = Vec::new();
    for row in table().iter().filter(|row| row.method == "GET" && !row.path.starts_with("/desk/events")) {
        let (status, answer) = owner.read(&world.filled(row.path)).await;
        all.push((row.path.to_owned(), status, answer));
    }
    all
}

#[tokio::test]
async fn nobody_but_its_owner_reaches_a_shop() {
    let world = World::make().await;
    let owner = world.owner().await;
    let before = everything(&world, &owner).await;
    for row in table() {
        let name = format!("{} {}", row.method, row.path);
        let method: Method = row.method.parse().expect("a method");
        let path = world.filled(row.path);
        let writes = row.method != "GET";

        let (status, text) =
            call(Desk::nobody(&world.server).call(method.clone(), &path), &row, &world).await;
        if row.open {
            assert!(status == 400, "{name}: nobody may try, and is told what is wrong: {status}");
        } else {
            assert_eq!((status, code(&text).as_str()), (401, "signed_out"), "{name}: nobody");
        }

        // A page of another site has the browser's cookie, and cannot send the header.
        let (status, text) = call(owner.bare(method.clone(), &path), &row, &world).await;
        if writes {
            assert_eq!((status, code(&text).as_str()), (403, "missing_header"), "{name}: without the header");
        }

        if !row.open {
            let (status, text) = call(world.stranger().await.call(method, &path), &row, &world).await;
            if row.names_a_thing() {
                assert_eq!(status, 404, "{name}: another seller: {text}");
            }
            assert!(!matches!(status, 401 | 403) && status < 500, "{name}: another seller: {status} {text}");
            assert!(!world.tells(&text), "{name}: another seller reads of the owner's: {text}");
        }
    }
    assert_eq!(before, everything(&world, &owner).await, "nobody else changed anything");
}

#[tokio::test]
async fn the_owner_reaches_all_of_it() {
    let world = World::make().await;
    for row in table().iter().filter(|row| !row.open) {
        let name = format!("{} {}", row.method, row.path);
        let method: Method = row.method.parse().expect("a method");
        let owner = world.owner().await;
        let (status, text) = call(owner.call(method, &world.filled(row.path)), row, &world).await;
        assert!(!matches!(status, 401 | 403 | 404) && status < 500, "{name}: {status} {text}");
        if row.method == "GET" || row.path == "/desk/shop" {
            assert_eq!(status, 200, "{name}: {text}");
        }
    }
}

#[tokio::test]
async fn a_closed_shop_is_open_to_its_seller() {
    let world = World::make().await;
    let dir = world.server.dir.path().to_string_lossy().into_owned();
    assert!(minishop(&["shop", "close", &world.server.shop, "--data", &dir]).await.0);
    let owner = world.owner().await;
    assert_eq!(owner.read("/desk/shop").await.1["open"], false);
    assert_eq!(owner.read(&world.filled("/desk/orders/{order}")).await.0, 200);
}

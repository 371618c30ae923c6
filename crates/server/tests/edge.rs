//! The server's edges: headers, pages, limits, health, the published contract, a graceful end.

mod common;

use common::{Server, items, key};
use reqwest::StatusCode;
use serde_json::Value;
use std::time::Duration;

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let server = Server::start().await;
    for path in ["/", "/healthz", "/api/v1/shops/999999", "/api/v1/none", "/nowhere", "/media/none/640.webp"]
    {
        let answer = server.get(path).await;
        let header =
            |name: &str| answer.headers().get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        let policy = header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "same-origin", "{path}");
        assert!(!header("cache-control").is_empty(), "{path}");
    }
}

#[tokio::test]
async fn a_link_in_a_chat_shows_a_card() {
    let server = Server::start_with(&["--public-url", "https://shop.example"]).await;
    let id = items(&server.shop_page().await["goods"])[0]["id"].as_str().unwrap().to_owned();
    let page = server.get(&format!("/{}/g/{id}", server.shop)).await;
    assert!(page.headers().contains_key("strict-transport-security"));
    let html = page.text().await.unwrap();
    let url = format!("https://shop.example/{}/g/{id}", server.shop);
    for part in [
        "<title>Plain Tee · Test 小店</title>",
        "<meta property=\"og:title\" content=\"Plain Tee · Test 小店\">",
        &format!("<meta property=\"og:url\" content=\"{url}\">"),
        "<meta property=\"product:price:amount\" content=\"30.00\">",
    ] {
        assert!(html.contains(part), "{part} is not in\n{html}");
    }
    let order = server.get("/o/0123456789012345678901").await.text().await.unwrap();
    assert!(order.contains("noindex") && !order.contains("og:"), "an order's page tells a chat nothing");
}

#[tokio::test]
async fn the_desk_is_one_page_that_no_search_engine_lists() {
    let server = Server::start().await;
    let desk = server.get("/desk").await;
    let (status, cache) = (desk.status(), desk.headers()["cache-control"].clone());
    let html = desk.text().await.unwrap();
    for path in ["/desk/", "/desk/orders/new", "/desk/goods/abc?x=1"] {
        let answer = server.get(path).await;
        assert_eq!(answer.status(), status, "{path}");
        assert_eq!(answer.text().await.unwrap(), html, "{path}");
    }
    if status == StatusCode::OK {
        assert_eq!(cache, "no-cache");
        assert!(html.contains("noindex") && !html.contains("og:"), "{html}");
    } else {
        assert!(status == StatusCode::SERVICE_UNAVAILABLE && html.contains("not built"), "{status} {html}");
    }
    // A shop's own pages are found beside it.
    let shop = server.get(&format!("/{}", server.shop)).await;
    assert_ne!(shop.text().await.unwrap(), html);
    assert_eq!(server.get("/api/v1/desk/none").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn guessing_is_slowed_down() {
    let server = Server::start().await;
    let mut limited = None;
    for guess in 100_000..100_200 {
        let number = if guess.to_string() == server.shop { 999_999 } else { guess };
        let answer = server.get(&format!("/api/v1/shops/{number}")).await;
        if answer.status() == StatusCode::TOO_MANY_REQUESTS {
            limited = Some(answer);
            break;
        }
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    }
    let limited = limited.expect("200 guesses are too many");
    let wait: u64 = limited.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=600).contains(&wait));
    let known = server.get(&format!("/api/v1/shops/{}", server.shop)).await;
    assert_eq!(
        known.status(),
        StatusCode::TOO_MANY_REQUESTS,
        "a guesser does not learn which guess was right"
    );
    let token = server.get("/api/v1/orders/0123456789012345678901").await;
    assert_eq!(token.status(), StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn operators_see_health_and_figures_without_names() {
    let server = Server::start().await;
    assert_eq!(server.get("/healthz").await.status(), StatusCode::OK);
    assert_eq!(server.get("/readyz").await.status(), StatusCode::OK);
    let mug = server.sku("Tea Mug", &[]).await;
    let (_, placed) = server.place(&key(1), &server.order(&[(&mug, 1)], 2050).await).await;
    let token = placed["token"].as_str().unwrap();
    server.get(&format!("/api/v1/orders/{token}")).await;
    let figures = server.get("/metrics").await.text().await.unwrap();
    assert!(figures.contains("minishop_orders_placed_total 1"), "{figures}");
    for secret in [token, "张三", "13800138000"] {
        assert!(!figures.contains(secret));
    }
}

#[tokio::test]
async fn unknown_calls_and_methods_are_problems() {
    let server = Server::start().await;
    let none = server.get("/api/v1/none").await;
    assert_eq!(none.status(), StatusCode::NOT_FOUND);
    assert_eq!(none.json::<Value>().await.unwrap()["code"], "unknown_call");
    let wrong = server.http.delete(server.shop_url("")).send().await.unwrap();
    assert_eq!(wrong.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(wrong.json::<Value>().await.unwrap()["code"], "wrong_method");
}

#[tokio::test]
async fn the_published_contract_is_what_the_server_says() {
    let server = Server::start().await;
    let document: Value = server.get("/api/v1/openapi.json").await.json().await.unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let mug = server.sku("Tea Mug", &[]).await;
    let id = items(&server.shop_page().await["goods"])[0]["id"].as_str().unwrap().to_owned();
    let detail: Value =
        server.http.get(server.shop_url(&format!("/goods/{id}"))).send().await.unwrap().json().await.unwrap();
    let (_, placed) = server.place(&key(1), &server.order(&[(&mug, 1)], 2050).await).await;
    let (_, problem) = server.place(&key(2), &server.order(&[(&mug, 1)], 1).await).await;
    let samples = [
        ("ShopPage", server.shop_page().await),
        ("GoodsPage", detail),
        ("Placed", placed),
        ("Problem", problem.clone()),
        ("Quote", problem["quote"].clone()),
    ];
    for (name, sample) in samples {
        let schema = &document["components"]["schemas"][name];
        assert!(schema.is_object(), "{name} is not in the document");
        conforms(&document, schema, &sample, name);
    }
    let docs = server.get("/api/v1/docs").await.text().await.unwrap();
    for path in document["paths"].as_object().unwrap().keys() {
        assert!(docs.contains(path.as_str()), "{path} is not on the page for people");
    }
}

/// Fails where the value is not what the schema says; enough of JSON Schema for our own document.
fn conforms(document: &Value, schema: &Value, value: &Value, at: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap();
        return conforms(document, &document["components"]["schemas"][name], value, at);
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let null = value.is_null() && choices.iter().any(|choice| choice["type"] == "null");
        let other = choices.iter().find(|choice| choice["type"] != "null");
        return if null {
        } else {
            conforms(document, other.expect("a choice"), value, at)
        };
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        conforms(document, part, value, at);
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let allowed = &schema["type"];
    let fits = allowed.is_null()
        || allowed == kind
        || allowed.as_array().is_some_and(|kinds| kinds.iter().any(|one| one == kind));
    assert!(fits, "{at} is {kind}, the document says {allowed}");
    for item in value.as_array().into_iter().flatten() {
        conforms(document, &schema["items"], item, &format!("{at}[]"));
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        assert!(value.get(name.as_str().unwrap()).is_some(), "{at} lacks {name}");
    }
    for (name, inner) in value.as_object().into_iter().flatten() {
        let known = &schema["properties"][name];
        let open = at.starts_with("Problem");
        assert!(!known.is_null() || open, "{at}.{name} is not in the document");
        if !known.is_null() {
            conforms(document, known, inner, &format!("{at}.{name}"));
        }
    }
}

#[tokio::test]
async fn a_stop_signal_lets_open_requests_finish() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut server = Server::start().await;
    let mug = server.sku("Tea Mug", &[]).await;
    let body = server.order(&[(&mug, 1)], 2050).await.to_string();
    let (first, rest) = body.split_at(body.len() / 2);
    let mut order =
        tokio::net::TcpStream::connect(server.url.strip_prefix("http://").unwrap()).await.unwrap();
    let head = format!(
        "POST /api/v1/shops/{}/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIdempotency-Key: {}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{first}",
        server.shop,
        key(1),
        body.len()
    );
    order.write_all(head.as_bytes()).await.unwrap();
    // An answer to another request shows that the server has taken this connection on.
    assert_eq!(server.get("/healthz").await.status(), StatusCode::OK);
    let pid = server.pid().to_string();
    let signal = tokio::process::Command::new("kill").args(["-TERM", &pid]).status().await.unwrap();
    assert!(signal.success());
    order.write_all(rest.as_bytes()).await.unwrap();
    let mut answer = String::new();
    order.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    let ended =
        tokio::time::timeout(Duration::from_secs(30), server.ended()).await.expect("the server stops");
    assert!(ended.success(), "{ended}");
}

#[tokio::test]
async fn a_slow_sender_is_cut_off() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let server = Server::start().await;
    let address = server.url.strip_prefix("http://").unwrap();
    let mut slow = tokio::net::TcpStream::connect(address).await.unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n").await.unwrap();
    let mut rest = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(40), slow.read_to_end(&mut rest)).await;
    assert!(read.is_ok(), "headers that never end keep a connection open");
}

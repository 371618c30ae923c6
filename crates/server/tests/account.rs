//! Sellers' accounts: opening a shop, signing in and out, the recovery code, and everybody who should not get in.

mod common;

use common::desk::{Desk, PASSWORD, answer, faults, set_cookie};
use common::{Server, minishop};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

fn registration(login: &str, name: &str) -> Value {
    json!({"login": login, "password": PASSWORD, "shop": {"name": name, "currency": "CNY", "locale": "zh"}})
}

#[tokio::test]
async fn a_seller_opens_a_shop_and_comes_back() {
    let server = Server::start().await;
    let nobody = Desk::nobody(&server);
    let (status, account) = nobody.post("/sellers", registration("+86 138 0013 8000", " 花 🌹 店 ")).await;
    assert_eq!(status, StatusCode::CREATED, "{account}");
    assert_eq!(account["login"], "+8613800138000");
    assert_eq!(account["shop"]["name"], "花 🌹 店");
    let number = account["shop"]["number"].as_str().unwrap();
    assert!(number.len() == 6 && number != server.shop);
    let code = account["recovery_code"].as_str().unwrap();
    assert!(code.len() == 23 && code.split('-').all(|part| part.len() == 5), "{code}");

    // Buyers find it at once, with a delivery and a payment.
    let page: Value = server.get(&format!("/api/v1/shops/{number}")).await.json().await.unwrap();
    assert_eq!(page["shop"]["deliveries"][0]["title"], "快递");
    assert_eq!(page["shop"]["deliveries"][0]["fee"], json!({"minor": 0, "currency": "CNY"}));
    assert_eq!(page["shop"]["payments"][0]["kind"], "cash_on_delivery");
    assert_eq!(page["shop"]["payments"].as_array().unwrap().len(), 1);

    let desk = Desk::sign_in(&server, "008613800138000", PASSWORD).await;
    assert_eq!(desk.account.get("recovery_code"), None, "it is shown once");
    let (status, again) = desk.read("/session").await;
    assert_eq!((status, &again["shop"]["number"]), (StatusCode::OK.as_u16(), &account["shop"]["number"]));
    assert_eq!(desk.delete("/session").await.0, StatusCode::NO_CONTENT);
    let (status, problem) = desk.read("/session").await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNAUTHORIZED.as_u16(), &json!("signed_out")));

    let (status, taken) = nobody.post("/sellers", registration("+8613800138000", "Another")).await;
    assert_eq!((status, &taken["code"]), (StatusCode::CONFLICT.as_u16(), &json!("login_taken")));
}

#[tokio::test]
async fn a_form_says_what_is_wrong_with_each_field() {
    let server = Server::start().await;
    let nobody = Desk::nobody(&server);
    let long = "长".repeat(10_000);
    let table = [
        ("login", json!(""), "login empty"),
        ("login", json!("13800138000"), "login no_country_code"),
        ("login", json!("🌹"), "login not_login"),
        ("login", json!("\u{202e}anna@shop.example"), "login not_login"),
        ("login", json!(long), "login too_long"),
        ("login", json!(7), "login wrong_type"),
        ("password", json!("1234567"), "password too_short"),
        ("password", json!(long), "password too_long"),
        ("shop.name", json!("  \u{200b} "), "shop.name empty"),
        ("shop.name", json!(long), "shop.name too_long"),
        ("shop.currency", json!("XXQ"), "shop.currency unknown"),
        ("shop.currency", json!("cny"), "shop.currency unknown"),
        ("shop.locale", json!("de"), "shop.locale unknown"),
    ];
    for (path, value, fault) in table {
        let mut body = registration("anna@shop.example", "Shop");
        body[path.split('.').next().unwrap()] = match path.split_once('.') {
            Some((_, part)) => {
                let mut shop = body["shop"].clone();
                shop[part] = value.clone();
                shop
            }
            None => value.clone(),
        };
        let (status, problem) = nobody.post("/sellers", body.clone()).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{path} {problem}");
        assert_eq!(faults(&problem), [fault]);
    }
    let mut extra = registration("anna@shop.example", "Shop");
    extra["admin"] = json!(true);
    assert_eq!(faults(&nobody.post("/sellers", extra.clone()).await.1), ["admin unknown"]);
    let wrong = json!({"login": "", "password": "", "shop": {"name": "", "currency": "", "locale": ""}});
    assert_eq!(faults(&nobody.post("/sellers", wrong.clone()).await.1).len(), 5, "all at once");

    // Any script, and no mark that turns what stands after it.
    for (login, name, shown) in [
        ("rtl@shop.example", "متجر \u{202e}الورد", "متجر الورد"),
        ("emoji@shop.example", "👩‍🌾🌹", "👩‍🌾🌹"),
        ("tags@shop.example", "<b>\"'&</b>", "<b>\"'&</b>"),
    ] {
        let (status, account) = nobody.post("/sellers", registration(login, name)).await;
        assert_eq!(status, StatusCode::CREATED, "{account}");
        assert_eq!(account["shop"]["name"], shown);
    }
}

#[tokio::test]
async fn an_unknown_login_is_answered_like_a_wrong_password() {
    let server = Server::start().await;
    let anna = Desk::register(&server, "anna@shop.example").await;
    let nobody = Desk::nobody(&server);
    for (path, secret) in [("/session", "password"), ("/session/recovery", "recovery_code")] {
        let mut body = json!({"login": "anna@shop.example", "password": "wrong password"});
        body[secret] = json!("wrong password");
        let known = nobody.post(path, body.clone()).await;
        body["login"] = json!("bob@shop.example");
        let unknown = nobody.post(path, body.clone()).await;
        assert_eq!(known, unknown);
        assert_eq!((known.0, &known.1["code"]), (StatusCode::UNAUTHORIZED.as_u16(), &json!("wrong_login")));
    }
    assert_eq!(anna.read("/session").await.0, StatusCode::OK, "wrong tries end nobody's sign-in");
}

#[tokio::test]
async fn tries_are_limited_for_known_and_unknown_logins_alike() {
    let server = Server::start().await;
    Desk::register(&server, "anna@shop.example").await;
    let nobody = Desk::nobody(&server);
    for login in ["anna@shop.example", "bob@shop.example"] {
        let body = json!({"login": login, "password": "wrong password"});
        for _ in 0..10 {
            assert_eq!(nobody.post("/session", body.clone()).await.0, StatusCode::UNAUTHORIZED, "{login}");
        }
        let right = json!({"login": login, "password": PASSWORD});
        let limited = nobody.call(Method::POST, "/session").json(&right).send().await.unwrap();
        assert_eq!(limited.status(), StatusCode::TOO_MANY_REQUESTS, "{login}: even with the right password");
        let wait: u64 = limited.headers()["retry-after"].to_str().unwrap().parse().unwrap();
        assert!((1..=900).contains(&wait));
    }
    // Another login is not concerned, and right passwords are not counted.
    Desk::register(&server, "carl@shop.example").await;
    for _ in 0..12 {
        Desk::sign_in(&server, "carl@shop.example", PASSWORD).await;
    }
}

#[tokio::test]
async fn registrations_from_one_source_are_limited() {
    let server = Server::start().await;
    Desk::register(&server, "anna@shop.example").await;
    let nobody = Desk::nobody(&server);
    // All at once: what is counted is counted one by one.
    let body = registration("anna@shop.example", "Shop");
    let tries = (0..70).map(|_| nobody.post("/sellers", body.clone()));
    let answers = futures_util::future::join_all(tries).await;
    let count = |status| answers.iter().filter(|(given, _)| *given == status).count();
    assert_eq!((count(StatusCode::CONFLICT), count(StatusCode::TOO_MANY_REQUESTS)), (59, 11));
}

#[tokio::test]
async fn a_recovery_code_opens_once_and_ends_every_sign_in() {
    let server = Server::start().await;
    let desk = Desk::register(&server, "anna@shop.example").await;
    let code = desk.account["recovery_code"].as_str().unwrap().to_owned();
    let nobody = Desk::nobody(&server);
    let typed = code.to_ascii_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
    let body = json!({"login": "anna@shop.example", "recovery_code": typed, "password": "another horse"});
    let short = json!({"login": "anna@shop.example", "recovery_code": typed, "password": "short"});
    assert_eq!(faults(&nobody.post("/session/recovery", short.clone()).await.1), ["password too_short"]);
    // Twice at the same moment: one of them gets in.
    let (one, other) = tokio::join!(
        nobody.post("/session/recovery", body.clone()),
        nobody.post("/session/recovery", body.clone())
    );
    let (inside, outside) = if one.0 == StatusCode::OK { (one, other) } else { (other, one) };
    assert_eq!((inside.0, outside.0), (200, 401));
    let fresh = inside.1["recovery_code"].as_str().unwrap();
    assert_ne!(fresh, code);
    assert_eq!(desk.read("/session").await.0, StatusCode::UNAUTHORIZED, "the sign-in before it has ended");
    let old = json!({"login": "anna@shop.example", "password": PASSWORD});
    assert_eq!(nobody.post("/session", old.clone()).await.0, StatusCode::UNAUTHORIZED);
    let desk = Desk::sign_in(&server, "anna@shop.example", "another horse").await;

    // A new code, for who knows the password.
    let (status, problem) = desk.post("/sellers/recovery", json!({"password": "wrong password"})).await;
    assert_eq!((status, faults(&problem)), (400, vec!["password wrong".to_owned()]));
    let (_, made) = desk.post("/sellers/recovery", json!({"password": "another horse"})).await;
    assert!(made["recovery_code"].as_str().is_some_and(|code| code != fresh));
    let stale = json!({"login": "anna@shop.example", "recovery_code": fresh, "password": "a third horse"});
    assert_eq!(nobody.post("/session/recovery", stale.clone()).await.0, StatusCode::UNAUTHORIZED);

    // The operator can make one too.
    let dir = server.dir.path().to_string_lossy().into_owned();
    let (done, said) = minishop(&["seller", "recover", "Anna@Shop.example", "--data", &dir]).await;
    assert!(done, "{said}");
    let code = &said.split("recovery code ").nth(1).unwrap()[..23];
    let body = json!({"login": "anna@shop.example", "recovery_code": code, "password": "a third horse"});
    assert_eq!(nobody.post("/session/recovery", body.clone()).await.0, StatusCode::OK);
}

#[tokio::test]
async fn another_password_ends_the_other_sign_ins() {
    let server = Server::start().await;
    let here = Desk::register(&server, "anna@shop.example").await;
    let there = Desk::sign_in(&server, "anna@shop.example", PASSWORD).await;
    let bob = Desk::register(&server, "bob@shop.example").await;
    let change = |password: &str, new: &str| json!({"password": password, "new_password": new});
    let (status, problem) = here.put("/sellers/password", change("wrong password", "another horse")).await;
    assert_eq!((status, faults(&problem)), (400, vec!["password wrong".to_owned()]));
    let (_, problem) = here.put("/sellers/password", change(PASSWORD, "short")).await;
    assert_eq!(faults(&problem), ["new_password too_short"]);
    let (status, _) = here.put("/sellers/password", change(PASSWORD, "another horse")).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    assert_eq!(here.read("/session").await.0, StatusCode::OK);
    assert_eq!(there.read("/session").await.0, StatusCode::UNAUTHORIZED);
    let there = Desk::sign_in(&server, "anna@shop.example", "another horse").await;
    assert_eq!(here.delete("/sessions").await.0, StatusCode::NO_CONTENT);
    for desk in [&here, &there] {
        assert_eq!(desk.read("/session").await.0, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(bob.read("/session").await.0, StatusCode::OK, "another seller's stay");
}

#[tokio::test]
async fn the_cookie_is_as_safe_as_the_address() {
    let table = [
        (&[][..], "minishop=", false),
        (&["--public-url", "http://192.168.1.2:8080"][..], "minishop=", false),
        (&["--public-url", "https://shop.example"][..], "__Host-minishop=", true),
    ];
    for (args, name, secure) in table {
        let server = Server::start_with(args).await;
        let nobody = Desk::nobody(&server);
        let body = registration("anna@shop.example", "Shop");
        let made = nobody.call(Method::POST, "/sellers").json(&body).send().await.unwrap();
        assert_eq!(made.headers()["cache-control"], "no-store");
        let set = set_cookie(&made);
        assert!(set.starts_with(name), "{set}");
        for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age=7776000"] {
            assert!(set.contains(part), "{set}");
        }
        assert_eq!(set.contains("; Secure"), secure, "{set}");
        assert!(!set.contains("Domain"), "{set}");
        // The same token under the other name is nobody's.
        let token = set.split(';').next().unwrap().split_once('=').unwrap().1.to_owned();
        let other = if secure { "minishop" } else { "__Host-minishop" };
        let request = nobody.bare(Method::GET, "/session").header("cookie", format!("{other}={token}"));
        assert_eq!(answer(request.send().await.unwrap()).await.0, StatusCode::UNAUTHORIZED);
        let mut desk = nobody;
        desk.cookie = format!("{name}{token}");
        let gone = desk.call(Method::DELETE, "/session").send().await.unwrap();
        assert!(set_cookie(&gone).contains("Max-Age=0"));
    }
}

#[tokio::test]
async fn a_sign_in_ends_after_ninety_days() {
    let server = Server::start_with(&["--sweep-seconds", "1"]).await;
    let desk = Desk::register(&server, "anna@shop.example").await;
    let db = server.database().await;
    let left: i64 = sqlx::query_scalar("SELECT (expires_at - created_at) / 86400000 FROM sessions")
        .fetch_one(&db)
        .await
        .unwrap();
    assert_eq!(left, 90);
    let stored: Vec<String> =
        sqlx::query_scalar("SELECT token_hash FROM sessions").fetch_all(&db).await.unwrap();
    assert!(stored.iter().all(|hash| !desk.cookie.contains(hash.as_str())), "the token itself is nowhere");
    sqlx::query("UPDATE sessions SET expires_at = 1").execute(&db).await.unwrap();
    assert_eq!(desk.read("/session").await.0, StatusCode::UNAUTHORIZED);
    let mut tick = tokio::time::interval(std::time::Duration::from_millis(100));
    let swept = async {
        loop {
            tick.tick().await;
            let rows: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM sessions").fetch_one(&db).await.unwrap();
            if rows == 0 {
                break;
            }
        }
    };
    let swept = tokio::time::timeout(std::time::Duration::from_secs(20), swept).await;
    assert!(swept.is_ok(), "an old sign-in is not kept");
}

#[tokio::test]
async fn an_operators_shop_gets_its_seller() {
    let server = Server::start().await;
    let desk = Desk::owner(&server, "owner@shop.example").await;
    assert_eq!(desk.shop(), server.shop);
    let dir = server.dir.path().to_string_lossy().into_owned();
    for (args, why) in [
        (["seller", "add", "bob@shop.example", "--data", &dir], "no shop without a seller"),
        (["seller", "add", "bob", "--data", &dir], "neither a telephone number"),
        (["seller", "recover", "bob@shop.example", "--data", &dir], "no seller bob@shop.example"),
    ] {
        let (done, said) = minishop(&args).await;
        assert!(!done && said.contains(why), "{said}");
    }
}

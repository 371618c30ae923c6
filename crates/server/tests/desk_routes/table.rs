//! Every route of the desk. One that is published and does not stand here fails the test: add it, with a body that would
//! be right for its owner, so that nothing but whose it is can refuse it.

use serde_json::{Value, json};

/// One route. `{order}`, `{proof}`, `{shipment}`, `{goods}` and `{sku}` in path and body are the owner's.
pub struct Row {
    pub method: &'static str,
    pub path: &'static str,
    pub body: Body,
    /// Whether somebody who is not signed in may call it.
    pub open: bool,
}

pub enum Body {
    None,
    Json(Value),
}

fn get(path: &'static str) -> Row {
    Row { method: "GET", path, body: Body::None, open: false }
}

fn delete(path: &'static str) -> Row {
    Row { method: "DELETE", path, body: Body::None, open: false }
}

fn send(method: &'static str, path: &'static str, body: Value) -> Row {
    Row { method, path, body: Body::Json(body), open: false }
}

fn post(path: &'static str, body: Value) -> Row {
    send("POST", path, body)
}

fn put(path: &'static str, body: Value) -> Row {
    send("PUT", path, body)
}

fn open(path: &'static str) -> Row {
    Row { open: true, ..post(path, json!({})) }
}

impl Row {
    /// Whether the call names a thing of the owner: to anybody else it is then unknown.
    pub fn names_a_thing(&self) -> bool {
        let body = match &self.body {
            Body::Json(body) => body.to_string(),
            _ => String::new(),
        };
        self.path.contains('{')
            || super::world::THINGS.iter().any(|thing| body.contains(&format!("{{{thing}}}")))
    }
}

/// Goods to be saved.
fn goods(version: Value) -> Value {
    let sku = json!({"id": null, "values": [], "price": {"minor": 100, "currency": "CNY"}, "stock": 1});
    json!({"title": "Cup", "text": "", "category": null, "visible": true, "photos": [], "options": [], "skus": [sku],
        "version": version})
}

/// What takes things away stands last.
pub fn table() -> Vec<Row> {
    let version = || json!({"version": 1});
    let money = json!({"minor": 100, "currency": "CNY"});
    let shop = json!({
        "version": 1, "name": "Renamed", "locale": "en", "notice": null, "about": null, "licence": null, "logo": null,
        "theme": null, "open": true, "hours": null, "holiday": false, "back_on": null, "contacts": [],
        "unpaid_minutes": 30, "low_stock": 3
    });
    vec![
        open("/sellers"),
        open("/session"),
        open("/session/recovery"),
        get("/session"),
        put("/sellers/password", json!({"password": "not this one", "new_password": "another horse"})),
        post("/sellers/recovery", json!({"password": "not this one"})),
        get("/desk/shop"),
        put("/desk/shop", shop),
        get("/desk/deliveries"),
        put(
            "/desk/deliveries",
            json!({"version": 2, "items": [{"id": null, "kind": "pickup", "title": "At the door"}]}),
        ),
        get("/desk/payments"),
        put(
            "/desk/payments",
            json!({"version": 3, "items": [{"id": null, "kind": "cash_on_delivery", "title": "Cash"}]}),
        ),
        get("/desk/events?after=0"),
        get("/desk/orders?tab=to_pay"),
        get("/desk/orders/{order}"),
        get("/desk/orders/{order}/proofs/{proof}"),
        post("/desk/orders/{order}/accept", version()),
        post("/desk/orders/{order}/receive", version()),
        post("/desk/orders/{order}/confirm_payment", version()),
        post("/desk/orders/{order}/reject_proof", version()),
        post("/desk/orders/{order}/reprice", json!({"version": 1, "total": money})),
        post("/desk/orders/{order}/refund", json!({"version": 1, "amount": money})),
        post(
            "/desk/orders/{order}/ship",
            json!({"version": 1, "parcels": [{"carrier": "SF", "waybill": "1"}]}),
        ),
        put(
            "/desk/orders/{order}/shipments/{shipment}",
            json!({"version": 1, "carrier": "SF", "waybill": "2"}),
        ),
        post("/desk/orders/{order}/note", json!({"version": 1, "seller_note": "Note"})),
        post("/desk/orders/{order}/cancel", json!({"version": 1, "reason": ""})),
        get("/desk/stats?days=7&offset=0"),
        post("/desk/photos", json!({})),
        get("/desk/categories"),
        put("/desk/categories", json!({"items": [{"id": null, "name": "New"}]})),
        get("/desk/goods"),
        post("/desk/goods", goods(json!(null))),
        get("/desk/goods/{goods}"),
        put("/desk/goods/{goods}", goods(json!(1))),
        send("PATCH", "/desk/skus/{sku}", json!({"price": money})),
        post("/desk/goods/{goods}/visible", json!({"visible": true})),
        post("/desk/goods/{goods}/copy", json!({})),
        post("/desk/goods/order", json!({"goods": "{goods}", "before": null})),
        post("/desk/import?apply=true", json!({})),
        get("/desk/export/goods.csv"),
        get("/desk/export/orders.csv?from=2026-01-01"),
        delete("/desk/goods/{goods}"),
        put(
            "/desk/webhook",
            json!({"url": "https://hook.invalid/", "format": "json", "chat": "", "active": false}),
        ),
        get("/desk/webhook"),
        post("/desk/webhook/test", json!({})),
        get("/desk/webhook/deliveries"),
        delete("/desk/webhook"),
        delete("/session"),
        delete("/sessions"),
    ]
}

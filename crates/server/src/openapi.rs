//! The contract, generated from the handlers' own types, for programs and for people.

use crate::pages;
use axum::response::Html;
use axum::{Extension, Json};
use std::sync::Arc;
use utoipa::OpenApi;
use utoipa::openapi::{OpenApi as Document, Server};

#[derive(OpenApi)]
#[openapi(
    info(title = "Minishop API", version = "1", description = "The contract between a Minishop storefront and its backend.",
        license(name = "MIT OR Apache-2.0")),
    tags((name = "buyer", description = "What a buyer's storefront calls; no account, no cookie"),
        (name = "seller", description = "The desk: the seller's own shop. A cookie holds the sign-in; every write carries `Minishop-Desk: 1`"))
)]
struct Base;

/// The document before the routes are added.
pub fn base() -> Document {
    Base::openapi()
}

/// The finished document, with the place the calls stand under.
pub fn under_v1(mut document: Document) -> Document {
    document.servers = Some(vec![Server::new("/api/v1")]);
    document
}

/// `GET /api/v1/openapi.json`
pub async fn json(Extension(document): Extension<Arc<Document>>) -> Json<Document> {
    Json((*document).clone())
}

/// `GET /api/v1/docs`: the calls in a plain page.
pub async fn page(Extension(document): Extension<Arc<Document>>) -> Html<String> {
    let mut html = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Minishop API</title><h1>Minishop API, version 1</h1>\
         <p>The whole contract as OpenAPI 3.1: <a href=\"/api/v1/openapi.json\">openapi.json</a>. \
         All calls stand under <code>/api/v1</code>.</p>",
    );
    for (path, item) in &document.paths.paths {
        let calls = [
            ("GET", &item.get),
            ("POST", &item.post),
            ("PUT", &item.put),
            ("PATCH", &item.patch),
            ("DELETE", &item.delete),
        ];
        for (method, call) in calls {
            let Some(call) = call else { continue };
            let text = call.summary.as_deref().or(call.description.as_deref()).unwrap_or_default();
            let (path, text) = (pages::escape(path), pages::escape(text));
            html.push_str(&format!("<h2><code>{method} {path}</code></h2><p>{text}</p>"));
            if !call.responses.responses.is_empty() {
                let codes: Vec<_> = call.responses.responses.keys().map(|code| pages::escape(code)).collect();
                html.push_str(&format!("<p>Answers: {}</p>", codes.join(", ")));
            }
        }
    }
    html.push_str("</html>");
    Html(html)
}

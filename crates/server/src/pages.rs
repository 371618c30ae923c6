//! The pages people open: the storefront's HTML with the title and the card that a chat shows for the link.

pub mod assets;
mod head;

use crate::app::App;
use crate::error::Problem;
use crate::extract::Source;
use crate::goods::detail;
use crate::shops::{self, ShopRow};
use crate::{mint, wire};
use assets::Storefront;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use head::Head;

pub use head::escape;
use std::sync::Arc;

/// The storefront's HTML and the policy it runs under, made once at start.
pub struct Pages {
    /// From the door to the cart.
    browse: Option<String>,
    /// The same document with the code of checkout, order and my orders.
    order: Option<String>,
    /// The seller's side.
    desk: Option<String>,
    policy: HeaderValue,
    https: bool,
    public_url: Option<String>,
}

impl Pages {
    /// Reads the embedded storefront; `public_url` makes addresses absolute.
    pub fn new(public_url: Option<&str>) -> Self {
        let document = |name| String::from_utf8(Storefront::get(name)?.data.into_owned()).ok();
        let (browse, order, desk) = (document("index.html"), document("order.html"), document("desk.html"));
        let scripts = [&browse, &order, &desk].into_iter().flatten().filter_map(|html| inline_script(html));
        let boots: String = scripts.map(|script| format!(" 'sha256-{}'", mint::csp_hash(script))).collect();
        Self {
            policy: policy(&boots),
            https: public_url.is_some_and(|url| url.starts_with("https://")),
            public_url: public_url.map(str::to_owned),
            browse,
            order,
            desk,
        }
    }

    /// The Content-Security-Policy of every answer.
    pub fn policy(&self) -> HeaderValue {
        self.policy.clone()
    }

    /// Whether people reach this server by https.
    pub fn https(&self) -> bool {
        self.https
    }

    fn show(&self, status: StatusCode, head: &Head) -> Response {
        Self::page(&self.browse, status, head)
    }

    fn page(html: &Option<String>, status: StatusCode, head: &Head) -> Response {
        let Some(html) = html else {
            let missing = "The storefront is not built into this server: run `make build`.";
            return (StatusCode::SERVICE_UNAVAILABLE, missing).into_response();
        };
        let headers =
            [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
        (status, headers, head.put_into(html)).into_response()
    }
}

/// `boots` are the hashes of the pages' own scripts, each after a space.
fn policy(boots: &str) -> HeaderValue {
    let text = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{boots}; style-src 'self'; img-src 'self' data: blob:; \
         connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'none'"
    );
    // A hash is base64 and the rest is ours, so the text is always a header value.
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"))
}

/// The text of the one script that stands in the page itself.
fn inline_script(html: &str) -> Option<&str> {
    let start = html.find("<script>")? + "<script>".len();
    Some(&html[start..start + html[start..].find("</script>")?])
}

/// `/`
pub async fn door(Extension(pages): Extension<Arc<Pages>>) -> Response {
    pages.show(StatusCode::OK, &Head::plain("Minishop"))
}

/// Any other path: the storefront says in its own words that there is nothing here.
pub async fn nowhere(Extension(pages): Extension<Arc<Pages>>) -> Response {
    pages.show(StatusCode::NOT_FOUND, &Head::plain("Minishop"))
}

/// `/o/{token}`: nothing of the order stands in the page's head, because chats read heads of links they are given.
pub async fn order(Extension(pages): Extension<Arc<Pages>>) -> Response {
    Pages::page(&pages.order, StatusCode::OK, &Head::private("Order"))
}

/// `/{number}/checkout` and `/{number}/orders`: a buyer's own, so no chat shows a card for them.
pub async fn ordering(Extension(pages): Extension<Arc<Pages>>) -> Response {
    Pages::page(&pages.order, StatusCode::OK, &Head::private("Minishop"))
}

/// `/desk` and all below it: the seller's own, so no search engine lists it.
pub async fn desk(Extension(pages): Extension<Arc<Pages>>) -> Response {
    Pages::page(&pages.desk, StatusCode::OK, &Head::private("Minishop"))
}

/// `/{number}` and its cart.
pub async fn shop(
    State(app): State<App>,
    Extension(pages): Extension<Arc<Pages>>,
    source: Source,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut conn = app.db.read.acquire().await?;
    let Some(row) = known(shops::admit(&app, &source, &mut conn, &number).await)? else {
        return Ok(pages.show(StatusCode::NOT_FOUND, &Head::plain("Minishop")));
    };
    let contacts = shops::contacts(&mut conn, row.number).await?;
    let head = Head {
        title: row.name.clone(),
        text: row.about.clone().or_else(|| row.notice.clone()).unwrap_or_default(),
        picture: row.logo.clone(),
        url: Some(format!("/{}", row.number)),
        contacts,
        ..Head::plain("")
    };
    Ok(pages.show(StatusCode::OK, &head.at(pages.origin(&headers))))
}

/// `/{number}/g/{goods}`
pub async fn goods(
    State(app): State<App>,
    Extension(pages): Extension<Arc<Pages>>,
    source: Source,
    Path((number, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut conn = app.db.read.acquire().await?;
    let Some(row) = known(shops::admit(&app, &source, &mut conn, &number).await)? else {
        return Ok(pages.show(StatusCode::NOT_FOUND, &Head::plain("Minishop")));
    };
    let currency = row.currency()?;
    let Some(goods) = detail::find(&mut conn, row.number, currency, &id).await? else {
        return Ok(pages.show(StatusCode::NOT_FOUND, &Head::plain(&row.name)));
    };
    let lowest = goods.skus.iter().map(|sku| sku.price.minor).min().unwrap_or_default();
    let head = Head {
        title: format!("{} · {}", goods.title, row.name),
        text: goods.text,
        picture: goods.photos.into_iter().next().map(|photo| photo.hash),
        url: Some(format!("/{}/g/{}", row.number, goods.id)),
        price: Some(wire::money(lowest, currency)?),
        contacts: shops::contacts(&mut conn, row.number).await?,
        ..Head::plain("")
    };
    Ok(pages.show(StatusCode::OK, &head.at(pages.origin(&headers))))
}

/// A shop that is not there is a page too: the storefront says so in its own words.
fn known(row: Result<ShopRow, Problem>) -> Result<Option<ShopRow>, Problem> {
    match row {
        Ok(row) => Ok(Some(row)),
        Err(problem) if problem.status < 500 => Ok(None),
        Err(problem) => Err(problem),
    }
}

impl Pages {
    /// The public address, or the one this request came to.
    fn origin(&self, asked: &HeaderMap) -> String {
        if let Some(url) = &self.public_url {
            return url.clone();
        }
        let host = asked.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        format!("http://{host}")
    }
}

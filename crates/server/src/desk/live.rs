//! `GET /desk/events`: what happens to the shop's orders, as it happens. Every event has its number in the database;
//! the bell only says that it is worth looking, so a lost ring delays an event and never loses or doubles one.

mod bell;
mod read;

pub use bell::Bell;

use super::orders::newest;
use super::seller::Seller;
use crate::app::App;
use crate::clock;
use crate::error::{Failure, Problem};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::IntoResponse;
use axum::response::sse::{Event, Sse};
use bell::Ear;
use futures_util::stream;
use serde::Deserialize;
use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// A comment is sent when so long nothing else was: proxies and phones then keep the connection, and a dead one is seen.
const PING: Duration = Duration::from_secs(20);
/// How long a browser waits before it connects again.
const RETRY: Duration = Duration::from_secs(3);

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get))
}

/// Says, after a COMMIT, that something happened to this shop's orders: to its desks, and to what tells its webhook.
pub fn ring(app: &App, shop: i64) {
    app.bell.ring(shop);
    app.webhooks.wake();
}

/// Where to listen from.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct After {
    /// The number of the last event already known, such as the list's `seq`; only new ones when left out.
    after: Option<i64>,
}

/// The shop's events from that number on, first those stored, then each as it happens. `event: order` carries
/// `{seq, order, code, actor, action, status, name, total}`; `event: low` `{goods, title, values, stock}` when an order left
/// so little of a sku. Ends when the sign-in ends; `Last-Event-ID` counts like `after`.
#[utoipa::path(get, path = "/desk/events", tag = "seller", params(After),
    responses((status = 200, content_type = "text/event-stream", body = String), (status = 401, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    seller: Seller,
    headers: HeaderMap,
    after: Result<Query<After>, axum::extract::rejection::QueryRejection>,
) -> Result<impl IntoResponse, Problem> {
    let Query(After { after }) =
        after.map_err(|error| Problem::field("after", "wrong_type", error.body_text()))?;
    // Listening begins before the first look: what happens in between rings.
    let ear = app.bell.listen(seller.shop);
    let newest = newest(&mut *app.db.read.acquire().await?, seller.shop).await?;
    // A reconnecting browser repeats its first address, and says in the header what it has had since.
    let had = headers.get("last-event-id").and_then(|value| value.to_str().ok()?.parse().ok());
    let last = after.max(had).unwrap_or(newest).min(newest);
    let opening = VecDeque::from([Event::default().retry(RETRY)]);
    let desk = Desk { app, seller, ear, last, ready: opening };
    let events = stream::unfold(desk, async |mut desk| {
        let event = desk.next().await?;
        Some((Ok::<_, Infallible>(event), desk))
    });
    // A proxy that gathers an answer before it passes it on would silence the desk.
    let unbuffered = (HeaderName::from_static("x-accel-buffering"), "no");
    Ok(([(header::CACHE_CONTROL, "no-store"), unbuffered], Sse::new(events)))
}

/// One listening desk.
struct Desk {
    app: App,
    seller: Seller,
    ear: Ear,
    /// The number of the last event read.
    last: i64,
    /// What was read and waits to be sent.
    ready: VecDeque<Event>,
}

impl Desk {
    /// The next thing to send; `None` when the connection is to end.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            let open = self.read().await.inspect_err(|failure| {
                tracing::error!(error = %failure, "a desk's events could not be read");
            });
            if self.ear.is_closed() || !matches!(open, Ok(true)) {
                return None;
            }
            if self.ready.is_empty() && tokio::time::timeout(PING, self.ear.rung()).await.is_err() {
                return Some(Event::default().comment("ping"));
            }
        }
    }

    /// Reads what is new; false when the seller is no longer signed in.
    async fn read(&mut self) -> Result<bool, Failure> {
        let mut conn = self.app.db.read.acquire().await?;
        let signed_in: Option<i64> =
            sqlx::query_scalar("SELECT 1 FROM sessions WHERE token_hash = $1 AND expires_at > $2")
                .bind(&self.seller.session)
                .bind(clock::now())
                .fetch_optional(&mut *conn)
                .await?;
        if signed_in.is_none() {
            return Ok(false);
        }
        let (events, last) = read::after(&mut conn, &self.seller, self.last).await?;
        self.ready.extend(events);
        self.last = last;
        Ok(true)
    }
}

//! The webhook: each shop may have one address that is told of new, paid and cancelled orders, so that an order rings in
//! the seller's own group. Jobs are written with the event itself and survive a restart; each is delivered at least once.

mod address;
mod format;
mod log;
mod post;
mod sender;
mod settings;
mod sign;

pub use sender::run;

use crate::app::App;
use crate::db::Conn;
use crate::error::{Failure, Problem};
use axum::http::StatusCode;
use minishop_core::Action;
use post::Tls;
use std::sync::Arc;
use tokio::sync::Notify;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Milliseconds between the tries of one delivery; after the last it is given up.
pub const WAITS: &str = "10000,60000,300000,1800000,7200000,21600000";

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(settings::get, settings::put, settings::delete))
        .routes(routes!(log::test))
        .routes(routes!(log::get))
}

/// What sending needs; cheap to clone.
#[derive(Clone)]
pub struct Webhooks {
    /// Rung when there may be something to send.
    wake: Arc<Notify>,
    /// Plain http and addresses of this machine and its network are allowed: for tests alone.
    local: bool,
    waits: Arc<[u64]>,
    tls: Tls,
}

impl Webhooks {
    /// With the operator's leave to send to local addresses, and the milliseconds between tries.
    pub fn new(local: bool, waits: Vec<u64>) -> Result<Self, Failure> {
        Ok(Self { wake: Arc::default(), local, waits: waits.into(), tls: post::tls()? })
    }

    /// Something may have been queued.
    pub fn wake(&self) {
        self.wake.notify_one();
    }
}

/// Whether a webhook tells of events with this action: `place` or one of the status table.
pub fn tells(action: &str) -> bool {
    let told = [Action::ConfirmPayment, Action::Cancel, Action::Expire];
    action == "place" || told.iter().any(|known| known.word() == action)
}

/// Queues what the events after this number tell; called in the transaction that wrote them.
pub async fn queue(conn: &mut Conn, after: i64) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO webhook_deliveries (id, shop, kind, order_id, at, next_at) \
         SELECT 'e' || e.seq, e.shop, \
           CASE e.action WHEN 'place' THEN 'placed' WHEN 'confirm_payment' THEN 'paid' ELSE 'cancelled' END, \
           e.order_id, e.at, e.at \
         FROM order_events e JOIN webhooks w ON w.shop = e.shop AND w.active \
         WHERE e.seq > $1 AND e.action IN ('place', 'confirm_payment', 'cancel', 'expire')",
    )
    .bind(after)
    .execute(conn)
    .await?;
    Ok(())
}

fn none() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "no_webhook", "Your shop has no webhook.")
}

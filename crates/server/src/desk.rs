//! The desk: the seller's side. One file per resource, each call scoped to the signed-in seller's shop.

mod account;
mod cookie;
mod deliveries;
pub mod form;
pub mod live;
mod orders;
mod payments;
pub mod recover;
pub mod seller;
mod session;
mod shop;
mod stats;
pub mod version;
pub mod webhook;

use crate::app::App;
use utoipa_axum::router::OpenApiRouter;

/// Every call of the desk.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(account::routes())
        .merge(deliveries::routes())
        .merge(live::routes())
        .merge(orders::routes())
        .merge(payments::routes())
        .merge(recover::routes())
        .merge(session::routes())
        .merge(shop::routes())
        .merge(stats::routes())
        .merge(webhook::routes())
}

//! The desk: the seller's side. One file per resource, each call scoped to the signed-in seller's shop.

mod account;
mod categories;
mod cookie;
mod deliveries;
mod export;
pub mod form;
mod goods;
mod import;
pub mod live;
mod orders;
mod payments;
mod photos;
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
        .merge(categories::routes())
        .merge(deliveries::routes())
        .merge(export::routes())
        .merge(goods::routes())
        .merge(import::routes())
        .merge(live::routes())
        .merge(orders::routes())
        .merge(payments::routes())
        .merge(photos::routes())
        .merge(recover::routes())
        .merge(session::routes())
        .merge(shop::routes())
        .merge(stats::routes())
        .merge(webhook::routes())
}

//! The desk: the seller's side. One file per resource, each call scoped to the signed-in seller's shop.

mod account;
mod cookie;
pub mod form;
pub mod live;
mod orders;
pub mod recover;
pub mod seller;
mod session;
mod shop;
mod stats;

use crate::app::App;
use utoipa_axum::router::OpenApiRouter;

/// Every call of the desk.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(account::routes())
        .merge(live::routes())
        .merge(orders::routes())
        .merge(recover::routes())
        .merge(session::routes())
        .merge(shop::routes())
        .merge(stats::routes())
}

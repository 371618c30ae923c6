//! The desk: the seller's side. One file per resource, each call scoped to the signed-in seller's shop.

mod cookie;
pub mod live;
mod orders;
pub mod seller;
mod session;

use crate::app::App;
use utoipa_axum::router::OpenApiRouter;

/// Every call of the desk.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().merge(session::routes()).merge(orders::routes()).merge(live::routes())
}

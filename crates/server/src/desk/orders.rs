//! Orders as their seller sees them: found, read, and moved on as the status table allows.

mod act;
mod change;
mod detail;
mod list;
mod read;
mod ship;

pub use list::newest;

use crate::app::App;
use crate::error::Problem;
use crate::orders::body::{Address, OrderContact};
use crate::orders::{OrderDelivery, OrderLine, OrderPayment, OrderShop, Proof};
use crate::wire::{Difference, Money};
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// `/desk/orders` and everything under it.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::get))
        .routes(routes!(detail::get))
        .routes(routes!(detail::proof))
        .routes(routes!(act::accept))
        .routes(routes!(act::receive))
        .routes(routes!(act::confirm_payment))
        .routes(routes!(act::reject_proof))
        .routes(routes!(act::reprice))
        .routes(routes!(act::cancel))
        .routes(routes!(act::refund))
        .routes(routes!(act::note))
        .routes(routes!(ship::post))
        .routes(routes!(ship::put))
}

/// One parcel, named so that it can be corrected.
#[derive(Debug, Clone, Serialize, ToSchema, PartialEq, Eq)]
pub struct DeskShipment {
    pub id: String,
    pub carrier: String,
    pub waybill: String,
    pub at: String,
}

/// One step in the order's life.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskEvent {
    pub at: String,
    /// `buyer`, `seller` or `clock`.
    pub actor: String,
    /// `place`, or an action of the status table.
    pub action: String,
    /// The status after it.
    pub status: String,
    /// What went back with a refund, the new total of a reprice; else nothing.
    pub amount: Option<Money>,
}

/// An order as its seller sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskOrder {
    pub id: String,
    /// Grows with every change; each write names the one it saw.
    pub version: i64,
    #[schema(example = "261122-7F3K")]
    pub code: String,
    /// `new`, `to_pay`, `to_confirm`, `to_ship`, `shipped`, `done` or `cancelled`.
    pub status: &'static str,
    /// What the seller may do now: `accept`, `confirm_payment`, `reject_proof`, `reprice`, `ship`, `cancel`, `refund`, `receive`.
    pub actions: Vec<&'static str>,
    pub shop: OrderShop,
    pub lines: Vec<OrderLine>,
    pub goods_total: Money,
    pub delivery_fee: Money,
    /// What a reprice added or took off; `total` holds it already.
    pub adjustment: Difference,
    pub total: Money,
    /// What was noted as given back, of the total.
    pub refunded: Money,
    pub contact: OrderContact,
    pub address: Option<Address>,
    pub delivery: OrderDelivery,
    pub payment: OrderPayment,
    /// The buyer's.
    pub note: String,
    /// For the seller alone.
    pub seller_note: String,
    /// Why the seller cancelled; the buyer reads it.
    pub cancel_reason: String,
    pub proofs: Vec<Proof>,
    pub shipments: Vec<DeskShipment>,
    pub events: Vec<DeskEvent>,
    pub placed_at: String,
    /// When it ends unpaid; only while `to_pay`.
    pub expires_at: Option<String>,
}

/// 404 for orders of nobody and of other shops: one and the same.
fn unknown() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "unknown_order", "Your shop has no such order.")
}

//! Orders as buyers see them: placed once, read by their link, acted on as the status table allows.

pub mod act;
pub mod attempt;
pub mod body;
pub mod expire;
pub mod place;
pub mod proofs;
pub mod read;
pub mod till;
mod together;

use crate::app::App;
use crate::error::Problem;
use crate::extract::Source;
use crate::mint;
use crate::shops::Contact;
use crate::wire::{Difference, Money, Photo};
use axum::Json;
use axum::extract::{Path, State};
use minishop_core::OrderToken;
use serde::Serialize;
use std::time::Instant;
use utoipa::ToSchema;

/// The shop an order belongs to.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OrderShop {
    pub number: String,
    pub name: String,
    pub logo: Option<Photo>,
    pub theme: Option<String>,
    pub contacts: Vec<Contact>,
    pub currency: String,
    pub locale: String,
}

/// One ordered sku as it was when ordered.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OrderLine {
    pub sku: String,
    pub goods: String,
    pub title: String,
    pub values: Vec<String>,
    pub photo: Option<Photo>,
    pub quantity: i64,
    pub unit: Money,
    pub amount: Money,
}

/// How it comes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OrderDelivery {
    pub kind: String,
    pub title: String,
    pub note: String,
}

/// How it is paid, with the seller's account for a transfer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OrderPayment {
    pub kind: String,
    pub title: String,
    pub text: String,
    pub qr: Option<Photo>,
}

/// A picture the buyer sent of a transfer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Proof {
    pub id: String,
    pub at: String,
}

/// One parcel.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Shipment {
    pub carrier: String,
    pub waybill: String,
    pub at: String,
}

/// One step in the order's life.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OrderEvent {
    pub at: String,
    /// `buyer`, `seller` or `clock`.
    pub actor: String,
    /// `place`, or an action of the status table.
    pub action: String,
    /// The status after it.
    pub status: String,
}

/// An order as its buyer sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Order {
    /// For people to name it; opens nothing.
    #[schema(example = "261122-7F3K")]
    pub code: String,
    /// `new`, `to_pay`, `to_confirm`, `to_ship`, `shipped`, `done` or `cancelled`.
    pub status: &'static str,
    /// What the buyer may do now: `send_proof`, `cancel`, `receive`.
    pub actions: Vec<&'static str>,
    pub shop: OrderShop,
    pub lines: Vec<OrderLine>,
    pub goods_total: Money,
    pub delivery_fee: Money,
    /// What the seller added or took off before payment; `total` holds it already.
    pub adjustment: Difference,
    pub total: Money,
    /// What the seller noted as given back, of the total.
    pub refunded: Money,
    pub contact: body::OrderContact,
    pub address: Option<body::Address>,
    pub delivery: OrderDelivery,
    pub payment: OrderPayment,
    pub note: String,
    /// Why the seller cancelled; empty when nothing was said.
    pub cancel_reason: String,
    pub proofs: Vec<Proof>,
    pub shipments: Vec<Shipment>,
    pub events: Vec<OrderEvent>,
    pub placed_at: String,
    /// When it ends unpaid; only while `to_pay`.
    pub expires_at: Option<String>,
}

/// The order by its link.
#[utoipa::path(get, path = "/orders/{token}", tag = "buyer",
    params(("token" = String, Path, description = "43 characters, from the order's link")),
    responses((status = 200, body = Order), (status = 404, body = Problem), (status = 429, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    source: Source,
    Path(token): Path<String>,
) -> Result<Json<Order>, Problem> {
    let id = admit(&app, &source, &token).await?;
    Ok(Json(shown(&app, &id).await?))
}

/// The id of the order with this token; a miss is counted against the source.
async fn admit(app: &App, source: &Source, token: &str) -> Result<String, Problem> {
    let now = Instant::now();
    app.guard.admit(source.0, now).map_err(Problem::too_many)?;
    let id: Option<String> = match OrderToken::parse(token) {
        Ok(token) => {
            sqlx::query_scalar("SELECT id FROM orders WHERE token_hash = $1")
                .bind(mint::hash(token.as_str()))
                .fetch_optional(&app.db.read)
                .await?
        }
        Err(_) => None,
    };
    id.ok_or_else(|| {
        app.guard.miss(source.0, now);
        Problem::unknown_order()
    })
}

/// The order with this id, as its buyer sees it.
async fn shown(app: &App, id: &str) -> Result<Order, Problem> {
    let mut conn = app.db.read.acquire().await?;
    Ok(read::order(&mut conn, id).await?)
}

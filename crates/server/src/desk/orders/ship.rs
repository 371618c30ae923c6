//! Parcels: handed to the carrier, several at once or one by one, and corrected when a number was wrong.

use super::DeskOrder;
use super::change::change;
use crate::app::App;
use crate::desk::form::Form;
use crate::desk::seller::Seller;
use crate::error::Problem;
use crate::extract::Body;
use crate::orders::act::step;
use crate::{clock, mint};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use minishop_core::{Action, Actor};
use serde::Deserialize;
use utoipa::ToSchema;

/// Characters of a carrier's name and of a waybill at most.
const MAX_CARRIER: usize = 40;
const MAX_WAYBILL: usize = 60;
/// Parcels handed over at once, and of one order in all.
const MAX_AT_ONCE: usize = 10;
const MAX_PARCELS: i64 = 50;

/// One parcel.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Parcel {
    /// 1–40 characters.
    carrier: String,
    /// 1–60 characters.
    waybill: String,
}

/// Parcels handed to their carriers.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewParcels {
    version: i64,
    /// 1–10 of them; later ones are sent the same way. An order that is picked up may have none.
    parcels: Vec<Parcel>,
}

/// A parcel as it should have been written.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectedParcel {
    version: i64,
    carrier: String,
    waybill: String,
}

/// Sends parcels on their way: the first ones make the order `shipped`, later ones are added.
#[utoipa::path(post, path = "/desk/orders/{id}/ship", tag = "seller", request_body = NewParcels,
    params(("id" = String, Path)),
    responses((status = 200, body = DeskOrder), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`changed` with `current`, or `not_allowed`")))]
pub async fn post(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(new): Body<NewParcels>,
) -> Result<Json<DeskOrder>, Problem> {
    if new.parcels.len() > MAX_AT_ONCE {
        return Err(too_few_or_many());
    }
    let mut form = Form::default();
    let mut parcels = Vec::new();
    for (at, parcel) in new.parcels.iter().enumerate() {
        let carrier = form.line(&format!("parcels[{at}].carrier"), &parcel.carrier, 1..=MAX_CARRIER);
        let waybill = form.line(&format!("parcels[{at}].waybill"), &parcel.waybill, 1..=MAX_WAYBILL);
        parcels.push((mint::id()?, carrier, waybill));
    }
    form.done()?;
    change(app, seller, id, new.version, move |conn, id| {
        Box::pin(async move {
            let now = clock::now();
            step(conn, id, Actor::Seller, Action::Ship, None, now).await?;
            let kind: String = sqlx::query_scalar("SELECT delivery_kind FROM orders WHERE id = $1")
                .bind(id)
                .fetch_one(&mut *conn)
                .await?;
            if parcels.is_empty() && kind != "pickup" {
                return Err(too_few_or_many());
            }
            let before: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM shipments WHERE order_id = $1")
                .bind(id)
                .fetch_one(&mut *conn)
                .await?;
            if before + parcels.len() as i64 > MAX_PARCELS {
                let message = format!("An order has at most {MAX_PARCELS} parcels.");
                return Err(Problem::field("parcels", "out_of_range", message));
            }
            // A millisecond apart: parcels are shown by their time, and so stay as the seller wrote them.
            for (at, (parcel, carrier, waybill)) in (now..).zip(parcels) {
                sqlx::query(
                    "INSERT INTO shipments (id, order_id, carrier, waybill, at) VALUES ($1, $2, $3, $4, $5)",
                )
                .bind(parcel)
                .bind(id)
                .bind(carrier)
                .bind(waybill)
                .bind(at)
                .execute(&mut *conn)
                .await?;
            }
            Ok(())
        })
    })
    .await
}

fn too_few_or_many() -> Problem {
    Problem::field("parcels", "out_of_range", format!("Send 1 to {MAX_AT_ONCE} parcels."))
}

/// Corrects a parcel's carrier and waybill.
#[utoipa::path(put, path = "/desk/orders/{id}/shipments/{shipment}", tag = "seller", request_body = CorrectedParcel,
    params(("id" = String, Path), ("shipment" = String, Path)),
    responses((status = 200, body = DeskOrder), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem, description = "`changed` with `current`")))]
pub async fn put(
    State(app): State<App>,
    seller: Seller,
    Path((id, shipment)): Path<(String, String)>,
    Body(new): Body<CorrectedParcel>,
) -> Result<Json<DeskOrder>, Problem> {
    let mut form = Form::default();
    let carrier = form.line("carrier", &new.carrier, 1..=MAX_CARRIER);
    let waybill = form.line("waybill", &new.waybill, 1..=MAX_WAYBILL);
    form.done()?;
    change(app, seller, id, new.version, move |conn, id| {
        Box::pin(async move {
            let corrected = sqlx::query(
                "UPDATE shipments SET carrier = $1, waybill = $2 WHERE id = $3 AND order_id = $4",
            )
            .bind(carrier)
            .bind(waybill)
            .bind(shipment)
            .bind(id)
            .execute(&mut *conn)
            .await?;
            if corrected.rows_affected() == 0 {
                let detail = "This order has no such parcel.";
                return Err(Problem::new(StatusCode::NOT_FOUND, "unknown_shipment", detail));
            }
            let update = sqlx::query("UPDATE orders SET version = version + 1 WHERE id = $1");
            update.bind(id).execute(conn).await?;
            Ok(())
        })
    })
    .await
}

//! Placing an order: exactly once, in one transaction, acknowledged after its COMMIT.

use super::attempt::{Attempt, key};
use super::body::PlaceRequest;
use super::together::Outcome;
use super::{Order, shown};
use crate::app::App;
use crate::desk::live;
use crate::error::Problem;
use crate::extract::{Body, Source};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use minishop_core::ShopNumber;
use serde::Serialize;
use std::time::Instant;
use utoipa::ToSchema;

/// A placed order and the key to its link.
#[derive(Debug, Serialize, ToSchema)]
pub struct Placed {
    pub order: Order,
    /// The order's page is `/o/{token}`; nobody can read it from the database later.
    pub token: String,
}

/// Places an order, or answers with the one this key has already placed.
#[utoipa::path(post, path = "/shops/{number}/orders", tag = "buyer", request_body = PlaceRequest,
    params(("number" = String, Path, description = "Six digits"),
        ("Idempotency-Key" = String, Header, description = "22–64 of A-Z a-z 0-9 _ -, random, one per attempt to order")),
    responses((status = 201, body = Placed), (status = 200, body = Placed, description = "this key had placed it before"),
        (status = 400, body = Problem, description = "`invalid_field`, `bad_key`, `bad_json`"),
        (status = 404, body = Problem, description = "`unknown_shop`"),
        (status = 409, body = Problem, description = "`sold_out`, `price_changed` or `not_delivered` with the new `quote`; `on_holiday` with `back_on`"),
        (status = 422, body = Problem, description = "`key_reused`: this key has placed another order")))]
pub async fn post(
    State(app): State<App>,
    source: Source,
    Path(number): Path<String>,
    headers: HeaderMap,
    Body(request): Body<PlaceRequest>,
) -> Result<(StatusCode, Json<Placed>), Problem> {
    let key = key(&headers)?;
    let wanted = request.check()?;
    let now = Instant::now();
    app.guard.admit(source.0, now).map_err(Problem::too_many)?;
    let placed = match ShopNumber::exact(&number) {
        Some(shop) => {
            let (attempt, token) = Attempt::new(&app.secret, shop, &key, wanted, request)?;
            let number = attempt.number();
            app.till.place(attempt).await.map(|outcome| (number, outcome, token))
        }
        None => Err(Problem::unknown_shop()),
    };
    let (shop, outcome, token) = placed.inspect_err(|problem| {
        if problem.code == "unknown_shop" {
            app.guard.miss(source.0, now);
        }
    })?;
    let (status, order) = match outcome {
        Outcome::Fresh(order) => {
            metrics::counter!("minishop_orders_placed_total").increment(1);
            live::ring(&app, shop);
            (StatusCode::CREATED, *order)
        }
        Outcome::Before(id) => (StatusCode::OK, shown(&app, &id).await?),
    };
    Ok((status, Json(Placed { order, token })))
}

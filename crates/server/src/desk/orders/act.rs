//! What a seller does to an order: each change names the version it saw, each step is asked of the status table.

use super::DeskOrder;
use super::change::change;
use crate::app::App;
use crate::clock;
use crate::desk::form::Form;
use crate::desk::seller::Seller;
use crate::error::Problem;
use crate::extract::Body;
use crate::orders::act::step;
use crate::wire::Money;
use axum::Json;
use axum::extract::{Path, State};
use minishop_core::{Action, Actor};
use serde::Deserialize;
use utoipa::ToSchema;

/// Characters of a cancel's reason at most.
const MAX_REASON: usize = 200;
/// Characters of the seller's own note at most.
const MAX_NOTE: usize = 1000;

/// What a change without words of its own says.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeenOrder {
    /// The order's version as the desk saw it.
    version: i64,
}

/// A new total before payment.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTotal {
    version: i64,
    /// 0 or more, in the shop's currency.
    total: Money,
}

/// Why the order ends.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelOrder {
    version: i64,
    /// The buyer reads it; at most 200 characters, may be empty.
    reason: String,
}

/// Money that went back to the buyer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRefund {
    version: i64,
    /// 1 or more; all refunds together are at most the total.
    amount: Money,
}

/// The seller's own note.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SellerNote {
    version: i64,
    /// At most 1000 characters; the buyer never sees it.
    seller_note: String,
}

/// Takes a cash-on-delivery order on.
#[utoipa::path(post, path = "/desk/orders/{id}/accept", tag = "seller", request_body = SeenOrder,
    params(("id" = String, Path)),
    responses((status = 200, body = DeskOrder), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`changed` with `current`, or `not_allowed`")))]
pub async fn accept(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(seen): Body<SeenOrder>,
) -> Result<Json<DeskOrder>, Problem> {
    plain(app, seller, id, seen, Action::Accept).await
}

/// The transfer did arrive.
#[utoipa::path(post, path = "/desk/orders/{id}/confirm_payment", tag = "seller", request_body = SeenOrder,
    params(("id" = String, Path)),
    responses((status = 200, body = DeskOrder), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`changed` with `current`, or `not_allowed`")))]
pub async fn confirm_payment(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(seen): Body<SeenOrder>,
) -> Result<Json<DeskOrder>, Problem> {
    plain(app, seller, id, seen, Action::ConfirmPayment).await
}

/// The proof shows no such transfer: the order waits for its payment again.
#[utoipa::path(post, path = "/desk/orders/{id}/reject_proof", tag = "seller", request_body = SeenOrder,
    params(("id" = String, Path)),
    responses((status = 200, body = DeskOrder), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`changed` with `current`, or `not_allowed`")))]
pub async fn reject_proof(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(seen): Body<SeenOrder>,
) -> Result<Json<DeskOrder>, Problem> {
    plain(app, seller, id, seen, Action::RejectProof).await
}

/// The order did arrive, though its buyer has not said so.
#[utoipa::path(post, path = "/desk/orders/{id}/receive", tag = "seller", request_body = SeenOrder,
    params(("id" = String, Path)),
    responses((status = 200, body = DeskOrder), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`changed` with `current`, or `not_allowed`")))]
pub async fn receive(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(seen): Body<SeenOrder>,
) -> Result<Json<DeskOrder>, Problem> {
    plain(app, seller, id, seen, Action::Receive).await
}

/// Sets another total before payment; the buyer sees the difference.
#[utoipa::path(post, path = "/desk/orders/{id}/reprice", tag = "seller", request_body = NewTotal,
    params(("id" = String, Path)),
    responses((status = 200, body = DeskOrder), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`changed` with `current`, or `not_allowed`")))]
pub async fn reprice(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(new): Body<NewTotal>,
) -> Result<Json<DeskOrder>, Problem> {
    let total = amount(&new.total, &seller, "total")?;
    change(app, seller, id, new.version, move |conn, id| {
        Box::pin(async move {
            step(conn, id, Actor::Seller, Action::Reprice, Some(total), clock::now()).await?;
            sqlx::query(
                "UPDATE orders SET total = $1, adjustment = $1 - goods_total - delivery_fee WHERE id = $2",
            )
            .bind(total)
            .bind(id)
            .execute(conn)
            .await?;
            Ok(())
        })
    })
    .await
}

/// Ends the order and gives the stock back.
#[utoipa::path(post, path = "/desk/orders/{id}/cancel", tag = "seller", request_body = CancelOrder,
    params(("id" = String, Path)),
    responses((status = 200, body = DeskOrder), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`changed` with `current`, or `not_allowed`")))]
pub async fn cancel(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(asked): Body<CancelOrder>,
) -> Result<Json<DeskOrder>, Problem> {
    let mut form = Form::default();
    let reason = form.line("reason", &asked.reason, 0..=MAX_REASON);
    form.done()?;
    change(app, seller, id, asked.version, move |conn, id| {
        Box::pin(async move {
            step(conn, id, Actor::Seller, Action::Cancel, None, clock::now()).await?;
            let update = sqlx::query("UPDATE orders SET cancel_reason = $1 WHERE id = $2");
            update.bind(reason).bind(id).execute(conn).await?;
            Ok(())
        })
    })
    .await
}

/// Notes that money went back to the buyer, all of it or a part; no money goes through here.
#[utoipa::path(post, path = "/desk/orders/{id}/refund", tag = "seller", request_body = NewRefund,
    params(("id" = String, Path)),
    responses((status = 200, body = DeskOrder), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 400, body = Problem, description = "more than was left to give back"),
        (status = 409, body = Problem, description = "`changed` with `current`, or `not_allowed`")))]
pub async fn refund(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(refund): Body<NewRefund>,
) -> Result<Json<DeskOrder>, Problem> {
    let amount = amount(&refund.amount, &seller, "amount")?;
    change(app, seller, id, refund.version, move |conn, id| {
        Box::pin(async move {
            step(conn, id, Actor::Seller, Action::Refund, Some(amount), clock::now()).await?;
            let noted = sqlx::query(
                "UPDATE orders SET refunded = refunded + $1 WHERE id = $2 AND $1 BETWEEN 1 AND total - refunded",
            )
            .bind(amount)
            .bind(id)
            .execute(conn)
            .await?;
            if noted.rows_affected() == 0 {
                let message = "A refund is at least 1 and at most what is left of the total.";
                return Err(Problem::field("amount", "out_of_range", message));
            }
            Ok(())
        })
    })
    .await
}

/// Writes the seller's own note, in place of the one before.
#[utoipa::path(post, path = "/desk/orders/{id}/note", tag = "seller", request_body = SellerNote,
    params(("id" = String, Path)),
    responses((status = 200, body = DeskOrder), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem, description = "`changed` with `current`")))]
pub async fn note(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(written): Body<SellerNote>,
) -> Result<Json<DeskOrder>, Problem> {
    let mut form = Form::default();
    let note = form.text("seller_note", Some(&written.seller_note), MAX_NOTE).unwrap_or_default();
    form.done()?;
    change(app, seller, id, written.version, move |conn, id| {
        Box::pin(async move {
            let update =
                sqlx::query("UPDATE orders SET seller_note = $1, version = version + 1 WHERE id = $2");
            update.bind(note).bind(id).execute(conn).await?;
            Ok(())
        })
    })
    .await
}

async fn plain(
    app: App,
    seller: Seller,
    id: String,
    seen: SeenOrder,
    action: Action,
) -> Result<Json<DeskOrder>, Problem> {
    change(app, seller, id, seen.version, move |conn, id| {
        Box::pin(async move { step(conn, id, Actor::Seller, action, None, clock::now()).await.map(|_| ()) })
    })
    .await
}

/// The amount in the shop's smallest unit.
fn amount(money: &Money, seller: &Seller, path: &str) -> Result<i64, Problem> {
    if money.currency != seller.currency.code() {
        let message = format!("Amounts of this shop are in {}.", seller.currency);
        return Err(Problem::field(format!("{path}.currency"), "unknown", message));
    }
    let fits = minishop_core::Money::new(money.minor, seller.currency);
    let wrong =
        |error| Problem::field(format!("{path}.minor"), "out_of_range", format!("The amount {error}."));
    fits.map(minishop_core::Money::minor).map_err(wrong)
}

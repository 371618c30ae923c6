//! `GET/PUT /desk/deliveries`: the ways goods come to the buyer, as one list that is replaced as a whole.

mod form;

use super::seller::Seller;
use super::version;
use crate::app::App;
use crate::db::Conn;
use crate::error::{Failure, Problem};
use crate::extract::Body;
use crate::mint;
use crate::shops::{self, Delivery, DeliveryStep, Exclusion};
use crate::wire::{self, Money};
use axum::Json;
use axum::extract::State;
use minishop_core::Currency;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get, put))
}

/// A way goods come to the buyer, with everything the seller set.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskDelivery {
    pub id: String,
    /// `flat`, `weight` or `pickup`.
    pub kind: String,
    pub title: String,
    pub note: String,
    /// Of `flat`; else nothing.
    pub fee: Money,
    /// Goods total from which the fee falls away.
    pub free_over: Option<Money>,
    /// Estimated days until it arrives; both or neither.
    pub days_min: Option<i64>,
    pub days_max: Option<i64>,
    /// Of `weight`: ascending; a heavier parcel than the last is not delivered.
    pub steps: Vec<DeliveryStep>,
    /// Where it does not go.
    pub exclusions: Vec<Exclusion>,
}

/// The list in the shop's order, and the shop's version.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskDeliveries {
    pub items: Vec<DeskDelivery>,
    pub version: i64,
}

/// One way as the seller wants it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliveryRequest {
    /// `null` for a new one.
    pub id: Option<String>,
    /// `flat`, `weight` or `pickup`.
    pub kind: String,
    /// 1–40 characters.
    pub title: String,
    /// At most 200 characters.
    #[serde(default)]
    pub note: String,
    /// Of `flat`; not looked at for the others.
    pub fee: Option<Money>,
    /// Not looked at for `pickup`.
    pub free_over: Option<Money>,
    /// 0–99, both or neither.
    pub days_min: Option<i64>,
    pub days_max: Option<i64>,
    /// 1–20 of `weight`, each heavier than the one before; not looked at for the others.
    #[serde(default)]
    pub steps: Vec<DeliveryStep>,
    /// At most 300; not looked at for `pickup`.
    #[serde(default)]
    pub exclusions: Vec<Exclusion>,
}

/// The whole list that takes the place of the old one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliveriesRequest {
    /// 1–10; their order is the buyer's.
    pub items: Vec<DeliveryRequest>,
    /// The shop's version as the desk saw it.
    pub version: i64,
}

/// How goods come to the buyer.
#[utoipa::path(get, path = "/desk/deliveries", tag = "seller",
    responses((status = 200, body = DeskDeliveries), (status = 401, body = Problem)))]
pub async fn get(State(app): State<App>, seller: Seller) -> Result<Json<DeskDeliveries>, Problem> {
    let mut conn = app.db.read.acquire().await?;
    Ok(Json(read(&mut conn, seller.shop, seller.currency).await?))
}

/// Replaces the list.
#[utoipa::path(put, path = "/desk/deliveries", tag = "seller", request_body = DeliveriesRequest,
    responses((status = 200, body = DeskDeliveries), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem),
        (status = 409, body = Problem, description = "`changed`, with the list as it is now under `current`")))]
pub async fn put(
    State(app): State<App>,
    seller: Seller,
    Body(request): Body<DeliveriesRequest>,
) -> Result<Json<DeskDeliveries>, Problem> {
    let seen = request.version;
    let wanted = form::checked(request.items, seller.currency)?;
    let (shop, currency) = (seller.shop, seller.currency);
    let list = app
        .db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                if !version::advance(conn, shop, seen).await? {
                    return Err(version::changed(&read(conn, shop, currency).await?));
                }
                replace(conn, shop, wanted).await?;
                Ok::<_, Problem>(read(conn, shop, currency).await?)
            })
        })
        .await?;
    Ok(Json(list))
}

async fn read(conn: &mut Conn, shop: i64, currency: Currency) -> Result<DeskDeliveries, Failure> {
    let methods = shops::deliveries(conn, shop).await?;
    let shown = |method: Delivery| -> Result<DeskDelivery, Failure> {
        Ok(DeskDelivery {
            fee: wire::money(method.fee, currency)?.into(),
            free_over: method
                .free_over
                .map(|minor| wire::money(minor, currency))
                .transpose()?
                .map(Into::into),
            steps: method.shown_steps(currency)?,
            id: method.id,
            kind: method.kind,
            title: method.title,
            note: method.note,
            days_min: method.days_min,
            days_max: method.days_max,
            exclusions: method.exclusions,
        })
    };
    let items = methods.into_iter().map(shown).collect::<Result<_, _>>()?;
    Ok(DeskDeliveries { items, version: version::now(conn, shop).await? })
}

/// Every row anew; those that stay keep their id.
async fn replace(conn: &mut Conn, shop: i64, wanted: Vec<Delivery>) -> Result<(), Problem> {
    let known: Vec<String> = sqlx::query_scalar("SELECT id FROM deliveries WHERE shop = $1")
        .bind(shop)
        .fetch_all(&mut *conn)
        .await?;
    if let Some(at) = wanted.iter().position(|own| !own.id.is_empty() && !known.contains(&own.id)) {
        let message = "This shop has no such delivery method.";
        return Err(Problem::field(format!("items[{at}].id"), "unknown", message));
    }
    for sql in [
        "DELETE FROM delivery_steps WHERE delivery IN (SELECT id FROM deliveries WHERE shop = $1)",
        "DELETE FROM delivery_exclusions WHERE delivery IN (SELECT id FROM deliveries WHERE shop = $1)",
        "DELETE FROM deliveries WHERE shop = $1",
    ] {
        sqlx::query(sql).bind(shop).execute(&mut *conn).await?;
    }
    for (position, own) in (0_i64..).zip(wanted) {
        insert(conn, shop, position, own).await?;
    }
    Ok(())
}

async fn insert(conn: &mut Conn, shop: i64, position: i64, own: Delivery) -> Result<(), Failure> {
    let id = if own.id.is_empty() { mint::id()? } else { own.id };
    sqlx::query(
        "INSERT INTO deliveries (id, shop, position, kind, title, note, fee, free_over, days_min, days_max) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&id)
    .bind(shop)
    .bind(position)
    .bind(own.kind)
    .bind(own.title)
    .bind(own.note)
    .bind(own.fee)
    .bind(own.free_over)
    .bind(own.days_min)
    .bind(own.days_max)
    .execute(&mut *conn)
    .await?;
    for (grams, fee) in own.steps {
        sqlx::query("INSERT INTO delivery_steps (delivery, grams, fee) VALUES ($1, $2, $3)")
            .bind(&id)
            .bind(grams)
            .bind(fee)
            .execute(&mut *conn)
            .await?;
    }
    for place in own.exclusions {
        sqlx::query("INSERT INTO delivery_exclusions (delivery, country, province) VALUES ($1, $2, $3)")
            .bind(&id)
            .bind(place.country)
            .bind(place.province)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

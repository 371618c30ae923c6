//! `GET/PUT /desk/payments`: the ways the seller is paid, as one list that is replaced as a whole.

use super::form::Form;
use super::seller::Seller;
use super::version;
use crate::app::App;
use crate::db::Conn;
use crate::error::{Failure, Problem};
use crate::extract::Body;
use crate::mint;
use crate::wire::Photo;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get, put))
}

/// Ways to pay in one shop at most.
const MAX_WAYS: i64 = 10;

/// A way to pay, with what the buyer is told after ordering.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskPayment {
    pub id: String,
    /// `cash_on_delivery` or `transfer`.
    pub kind: String,
    pub title: String,
    /// Where the money goes.
    pub text: String,
    /// The seller's payment code.
    pub qr: Option<Photo>,
}

/// The list in the shop's order, and the shop's version.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskPayments {
    pub items: Vec<DeskPayment>,
    pub version: i64,
}

/// One way as the seller wants it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaymentRequest {
    /// `null` for a new one.
    pub id: Option<String>,
    /// `cash_on_delivery` or `transfer`.
    pub kind: String,
    /// 1–40 characters.
    pub title: String,
    /// At most 1000 characters.
    #[serde(default)]
    pub text: String,
    /// The hash of an uploaded photo.
    pub qr: Option<String>,
}

/// The whole list that takes the place of the old one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaymentsRequest {
    /// 1–10; their order is the buyer's.
    pub items: Vec<PaymentRequest>,
    /// The shop's version as the desk saw it.
    pub version: i64,
}

/// How the seller is paid.
#[utoipa::path(get, path = "/desk/payments", tag = "seller",
    responses((status = 200, body = DeskPayments), (status = 401, body = Problem)))]
pub async fn get(State(app): State<App>, seller: Seller) -> Result<Json<DeskPayments>, Problem> {
    let mut conn = app.db.read.acquire().await?;
    Ok(Json(read(&mut conn, seller.shop).await?))
}

/// Replaces the list.
#[utoipa::path(put, path = "/desk/payments", tag = "seller", request_body = PaymentsRequest,
    responses((status = 200, body = DeskPayments), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem),
        (status = 409, body = Problem, description = "`changed`, with the list as it is now under `current`")))]
pub async fn put(
    State(app): State<App>,
    seller: Seller,
    Body(request): Body<PaymentsRequest>,
) -> Result<Json<DeskPayments>, Problem> {
    let seen = request.version;
    let wanted = checked(request.items)?;
    let shop = seller.shop;
    let list = app
        .db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                if !version::advance(conn, shop, seen).await? {
                    return Err(version::changed(&read(conn, shop).await?));
                }
                replace(conn, shop, wanted).await?;
                Ok::<_, Problem>(read(conn, shop).await?)
            })
        })
        .await?;
    Ok(Json(list))
}

fn checked(mut items: Vec<PaymentRequest>) -> Result<Vec<PaymentRequest>, Problem> {
    let mut form = Form::default();
    form.within("items", items.len() as i64, 1..=MAX_WAYS);
    for at in 0..items.len() {
        let (before, rest) = items.split_at_mut(at);
        let Some(item) = rest.first_mut() else { continue };
        let path = |field: &str| format!("items[{at}].{field}");
        if item.id.is_some() && before.iter().any(|other| other.id == item.id) {
            form.fault(path("id"), "duplicate", "This way to pay stands in the list twice.");
        }
        form.one_of(&path("kind"), &item.kind, &["cash_on_delivery", "transfer"]);
        item.title = form.line(&path("title"), &item.title, 1..=40);
        item.text = form.text(&path("text"), Some(&item.text), 1000).unwrap_or_default();
    }
    form.done()?;
    Ok(items)
}

#[derive(FromRow)]
struct PaymentRow {
    id: String,
    kind: String,
    title: String,
    text: String,
    hash: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    color: Option<String>,
}

async fn read(conn: &mut Conn, shop: i64) -> Result<DeskPayments, Failure> {
    let rows: Vec<PaymentRow> = sqlx::query_as(
        "SELECT m.id, m.kind, m.title, m.text, p.hash, p.width, p.height, p.color FROM payments m \
         LEFT JOIN photos p ON p.hash = m.qr WHERE m.shop = $1 ORDER BY m.position",
    )
    .bind(shop)
    .fetch_all(&mut *conn)
    .await?;
    let shown = |row: PaymentRow| DeskPayment {
        id: row.id,
        kind: row.kind,
        title: row.title,
        text: row.text,
        qr: Photo::of(row.hash, row.width, row.height, row.color, ""),
    };
    let items = rows.into_iter().map(shown).collect();
    Ok(DeskPayments { items, version: version::now(conn, shop).await? })
}

/// Every row anew; those that stay keep their id. Orders keep their own copy of how they are paid.
async fn replace(conn: &mut Conn, shop: i64, wanted: Vec<PaymentRequest>) -> Result<(), Problem> {
    let known: Vec<String> = sqlx::query_scalar("SELECT id FROM payments WHERE shop = $1")
        .bind(shop)
        .fetch_all(&mut *conn)
        .await?;
    let mut form = Form::default();
    for (at, own) in wanted.iter().enumerate() {
        if own.id.as_ref().is_some_and(|id| !known.contains(id)) {
            form.fault(format!("items[{at}].id"), "unknown", "This shop has no such way to pay.");
        }
        let Some(qr) = &own.qr else { continue };
        let photo: Option<i64> = sqlx::query_scalar("SELECT width FROM photos WHERE hash = $1")
            .bind(qr)
            .fetch_optional(&mut *conn)
            .await?;
        if photo.is_none() {
            form.fault(format!("items[{at}].qr"), "unknown", "No photo with this hash was uploaded.");
        }
    }
    form.done()?;
    sqlx::query("DELETE FROM payments WHERE shop = $1").bind(shop).execute(&mut *conn).await?;
    for (position, own) in (0_i64..).zip(wanted) {
        let id = match own.id {
            Some(id) => id,
            None => mint::id()?,
        };
        sqlx::query("INSERT INTO payments (id, shop, position, kind, title, text, qr) VALUES ($1, $2, $3, $4, $5, $6, $7)")
            .bind(id)
            .bind(shop)
            .bind(position)
            .bind(own.kind)
            .bind(own.title)
            .bind(own.text)
            .bind(own.qr)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

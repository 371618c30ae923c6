//! Signing in and out.

use super::cookie;
use super::seller::Seller;
use crate::app::App;
use crate::db::Conn;
use crate::error::{Failure, Problem};
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get, end)).routes(routes!(end_all))
}

/// The seller's account and shop.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Account {
    /// A telephone number with `+`, or an e-mail address in lower case.
    pub login: String,
    pub shop: AccountShop,
    /// Shown this once: whoever has it can set a new password.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "7H2KM-Q4XZ9-0BVTN-C3WFR")]
    pub recovery_code: Option<String>,
}

/// What the desk needs of the shop everywhere.
#[derive(Debug, Clone, Serialize, ToSchema, sqlx::FromRow)]
pub struct AccountShop {
    /// Six digits.
    pub number: String,
    pub name: String,
    pub currency: String,
    /// `en` or `zh`.
    pub locale: String,
}

impl Account {
    /// The account of this seller.
    pub async fn of(conn: &mut Conn, seller: &str) -> Result<Self, Failure> {
        let (login, number, name, currency, locale): (String, i64, String, String, String) = sqlx::query_as(
            "SELECT s.login, h.number, h.name, h.currency, h.locale FROM sellers s JOIN shops h ON h.seller = s.id \
             WHERE s.id = $1",
        )
        .bind(seller)
        .fetch_one(conn)
        .await?;
        let shop = AccountShop { number: number.to_string(), name, currency, locale };
        Ok(Self { login, shop, recovery_code: None })
    }
}

/// Who is signed in.
#[utoipa::path(get, path = "/session", tag = "seller",
    responses((status = 200, body = Account), (status = 401, body = Problem, description = "`signed_out`")))]
pub async fn get(State(app): State<App>, seller: Seller) -> Result<Json<Account>, Problem> {
    let mut conn = app.db.read.acquire().await?;
    Ok(Json(Account::of(&mut conn, &seller.id).await?))
}

/// Signs out on this device.
#[utoipa::path(delete, path = "/session", tag = "seller",
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem, description = "`missing_header`")))]
pub async fn end(State(app): State<App>, seller: Seller) -> Result<Response, Problem> {
    forget(&app, "DELETE FROM sessions WHERE seller = $1 AND token_hash = $2", seller).await
}

/// Signs out on every device.
#[utoipa::path(delete, path = "/sessions", tag = "seller",
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn end_all(State(app): State<App>, seller: Seller) -> Result<Response, Problem> {
    forget(&app, "DELETE FROM sessions WHERE seller = $1 AND $2 <> ''", seller).await
}

async fn forget(app: &App, sql: &'static str, seller: Seller) -> Result<Response, Problem> {
    app.db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                sqlx::query(sql).bind(seller.id).bind(seller.session).execute(conn).await?;
                Ok::<_, Problem>(())
            })
        })
        .await?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie::forget(app.https()))]).into_response())
}

//! Signing in and out.

use super::account::login;
use super::cookie;
use super::form::Form;
use super::seller::{FromDesk, Seller};
use crate::app::App;
use crate::clock;
use crate::db::Conn;
use crate::error::{Failure, Problem};
use crate::extract::{Body, Source};
use crate::mint;
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::time::Instant;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get, post, end)).routes(routes!(end_all))
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

/// Who wants in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    pub login: String,
    pub password: String,
}

/// Signs in for 90 days. An unknown login and a wrong password have one answer, which takes one time.
#[utoipa::path(post, path = "/session", tag = "seller", request_body = SignIn,
    responses((status = 200, body = Account), (status = 400, body = Problem),
        (status = 401, body = Problem, description = "`wrong_login`"),
        (status = 403, body = Problem, description = "`missing_header`"), (status = 429, body = Problem)))]
pub async fn post(
    State(app): State<App>,
    source: Source,
    _: FromDesk,
    Body(request): Body<SignIn>,
) -> Result<Response, Problem> {
    let mut form = Form::default();
    let Some(login) = login(&mut form, &request.login) else { return Err(form.refusal()) };
    app.guard.try_secret(source.0, login.as_str(), Instant::now()).map_err(Problem::too_many)?;
    let row: Option<(String, String)> =
        sqlx::query_as("SELECT id, password_hash FROM sellers WHERE login = $1")
            .bind(login.as_str())
            .fetch_optional(&app.db.read)
            .await?;
    let (seller, stored) = row.unzip();
    let right = app.passwords.matches(request.password, stored.clone()).await?;
    let (true, Some(seller), Some(stored)) = (right, seller, stored) else { return Err(wrong_login()) };
    let token = mint::secret()?;
    let session = mint::hash(&token);
    let account = app
        .db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                // The password may have been changed while this one was being compared.
                let now: String = sqlx::query_scalar("SELECT password_hash FROM sellers WHERE id = $1")
                    .bind(&seller)
                    .fetch_one(&mut *conn)
                    .await?;
                if now != stored {
                    return Err(wrong_login());
                }
                open(conn, &seller, &session).await?;
                Ok(Account::of(conn, &seller).await?)
            })
        })
        .await?;
    app.guard.right(source.0, login.as_str());
    Ok(signed_in(&app, StatusCode::OK, &account, &token))
}

/// One answer for everything that is wrong with a login and its secret.
pub fn wrong_login() -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "wrong_login", "The login and the secret do not belong together.")
}

/// Stores a sign-in under its token's hash.
pub async fn open(conn: &mut Conn, seller: &str, session: &str) -> Result<(), Failure> {
    let now = clock::now();
    sqlx::query("INSERT INTO sessions (token_hash, seller, created_at, expires_at) VALUES ($1, $2, $3, $4)")
        .bind(session)
        .bind(seller)
        .bind(now)
        .bind(now + cookie::DAYS * 86_400_000)
        .execute(conn)
        .await?;
    Ok(())
}

/// The account, with the cookie that keeps the sign-in.
pub fn signed_in(app: &App, status: StatusCode, account: &Account, token: &str) -> Response {
    (status, [(header::SET_COOKIE, cookie::keep(token, app.https()))], Json(account)).into_response()
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
    let shop = seller.shop;
    app.db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                sqlx::query(sql).bind(seller.id).bind(seller.session).execute(conn).await?;
                Ok::<_, Problem>(())
            })
        })
        .await?;
    // A desk that still listens looks, and finds itself signed out.
    app.bell.ring(shop);
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie::forget(app.https()))]).into_response())
}

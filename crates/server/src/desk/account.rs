//! Opening a shop, and changing the secrets that open its desk.

use super::form::Form;
use super::recover::written;
use super::seller::{FromDesk, Seller};
use super::session::{self, Account};
use crate::app::App;
use crate::catalogue::{self, NewShop};
use crate::db::Conn;
use crate::error::Problem;
use crate::extract::{Body, Source};
use crate::mint;
use crate::sellers::{self, NewSeller};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use minishop_core::{Currency, Login, LoginError};
use serde::{Deserialize, Serialize};
use std::time::Instant;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(post)).routes(routes!(password)).routes(routes!(recovery))
}

/// A seller with a shop, both new.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// A telephone number with its country code, or an e-mail address.
    pub login: String,
    /// 8–128 characters.
    pub password: String,
    pub shop: RegisterShop,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterShop {
    /// 1–60 characters.
    pub name: String,
    /// ISO 4217; stays as it is.
    pub currency: String,
    /// `en` or `zh`.
    pub locale: String,
}

/// The password now, and the one from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    pub password: String,
    /// 8–128 characters.
    pub new_password: String,
}

/// The password, once more.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirm {
    pub password: String,
}

/// Whoever has it can set a new password.
#[derive(Debug, Serialize, ToSchema)]
pub struct Recovery {
    #[schema(example = "7H2KM-Q4XZ9-0BVTN-C3WFR")]
    pub recovery_code: String,
}

/// Characters of a shop's name.
pub const NAME: std::ops::RangeInclusive<usize> = 1..=60;
/// Languages a shop's texts may be in.
pub const LOCALES: [&str; 2] = ["en", "zh"];

/// A login as typed, or its fault noted.
pub fn login(form: &mut Form, text: &str) -> Option<Login> {
    let code = |error| match error {
        LoginError::Empty => "empty",
        LoginError::TooLong => "too_long",
        LoginError::NoCountryCode => "no_country_code",
        LoginError::Neither => "not_login",
    };
    Login::parse(text)
        .inspect_err(|error| form.fault("login", code(*error), format!("The login {error}.")))
        .ok()
}

/// Notes what is wrong with a password that is to be set.
pub fn new_password(form: &mut Form, path: &str, password: &str) {
    form.length(path, password, 8..=128);
}

/// Opens a shop under a number drawn at random, and signs its seller in.
#[utoipa::path(post, path = "/sellers", tag = "seller", request_body = Register,
    responses((status = 201, body = Account, description = "With the recovery code, shown this once"),
        (status = 400, body = Problem), (status = 403, body = Problem, description = "`missing_header`"),
        (status = 409, body = Problem, description = "`login_taken`"), (status = 429, body = Problem)))]
pub async fn post(
    State(app): State<App>,
    source: Source,
    _: FromDesk,
    Body(request): Body<Register>,
) -> Result<Response, Problem> {
    let mut form = Form::default();
    let login = login(&mut form, &request.login);
    new_password(&mut form, "password", &request.password);
    let name = form.line("shop.name", &request.shop.name, NAME);
    let currency = Currency::parse(&request.shop.currency);
    if currency.is_none() {
        form.fault("shop.currency", "unknown", "The currency is one of ISO 4217.");
    }
    form.one_of("shop.locale", &request.shop.locale, &LOCALES);
    let (Some(login), Some(currency)) = (login, currency) else { return Err(form.refusal()) };
    form.done()?;
    app.guard.register(source.0, Instant::now()).map_err(Problem::too_many)?;
    let code = mint::recovery_code()?;
    let seller = NewSeller {
        login,
        password_hash: app.passwords.hash(request.password).await?,
        recovery_hash: app.passwords.hash(written(&code)).await?,
    };
    let shop = NewShop::first(&name, currency, &request.shop.locale);
    let token = mint::secret()?;
    let session = mint::hash(&token);
    let account = app
        .db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                let id = sellers::add(conn, &seller).await?.ok_or_else(|| {
                    Problem::new(StatusCode::CONFLICT, "login_taken", "There is a seller with this login.")
                })?;
                let number = catalogue::create(conn, &shop).await?;
                sellers::give_shop(conn, &id, number).await?;
                session::open(conn, &id, &session).await?;
                Ok::<_, Problem>(Account::of(conn, &id).await?)
            })
        })
        .await?;
    let account = Account { recovery_code: Some(code), ..account };
    Ok(session::signed_in(&app, StatusCode::CREATED, &account, &token))
}

/// Sets another password; every other sign-in ends.
#[utoipa::path(put, path = "/sellers/password", tag = "seller", request_body = ChangePassword,
    responses((status = 204), (status = 400, body = Problem, description = "`invalid_field`: `wrong` where the password is not the one"),
        (status = 401, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem)))]
pub async fn password(
    State(app): State<App>,
    source: Source,
    seller: Seller,
    Body(request): Body<ChangePassword>,
) -> Result<StatusCode, Problem> {
    let mut form = Form::default();
    new_password(&mut form, "new_password", &request.new_password);
    form.done()?;
    confirm(&app, &source, &seller, request.password).await?;
    let hash = app.passwords.hash(request.new_password).await?;
    let shop = seller.shop;
    app.db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                sellers::set_password(conn, &seller.id, &hash, &seller.session).await.map_err(Problem::from)
            })
        })
        .await?;
    app.bell.ring(shop);
    Ok(StatusCode::NO_CONTENT)
}

/// Another recovery code; the one before opens nothing any more.
#[utoipa::path(post, path = "/sellers/recovery", tag = "seller", request_body = Confirm,
    responses((status = 200, body = Recovery), (status = 400, body = Problem, description = "`invalid_field`: `wrong` where the password is not the one"),
        (status = 401, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem)))]
pub async fn recovery(
    State(app): State<App>,
    source: Source,
    seller: Seller,
    Body(request): Body<Confirm>,
) -> Result<Json<Recovery>, Problem> {
    confirm(&app, &source, &seller, request.password).await?;
    let recovery_code = mint::recovery_code()?;
    let hash = app.passwords.hash(written(&recovery_code)).await?;
    app.db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(
                async move { sellers::set_recovery(conn, &seller.id, &hash).await.map_err(Problem::from) },
            )
        })
        .await?;
    Ok(Json(Recovery { recovery_code }))
}

/// Asks a signed-in seller for the password again: who finds the phone unlocked cannot take the shop over.
async fn confirm(app: &App, source: &Source, seller: &Seller, password: String) -> Result<(), Problem> {
    let (login, hash): (String, String) =
        sqlx::query_as("SELECT login, password_hash FROM sellers WHERE id = $1")
            .bind(&seller.id)
            .fetch_one(&app.db.read)
            .await?;
    app.guard.try_secret(source.0, &login, Instant::now()).map_err(Problem::too_many)?;
    if !app.passwords.matches(password, Some(hash)).await? {
        return Err(Problem::field("password", "wrong", "This is not the password."));
    }
    app.guard.right(source.0, &login);
    Ok(())
}

//! Where a shop's webhook goes and in which form.

use super::address::{MAX_URL, Target};
use super::format::FORMATS;
use super::none;
use crate::app::App;
use crate::db::Conn;
use crate::desk::form::Form;
use crate::desk::seller::Seller;
use crate::error::{Failure, Problem};
use crate::extract::Body;
use crate::mint;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use utoipa::ToSchema;

/// Characters of a chat's name and of a robot's secret at most.
const MAX_CHAT: usize = 100;
const MAX_SECRET: usize = 200;

/// A shop's webhook.
#[derive(Debug, Clone, Serialize, ToSchema, FromRow)]
pub struct Webhook {
    pub url: String,
    /// `json`, `telegram`, `slack`, `wecom`, `dingtalk` or `lark`.
    pub format: String,
    /// Telegram's chat; empty for the others.
    pub chat: String,
    pub active: bool,
    /// `json`: signs each delivery, made here. `dingtalk`, `lark`: the robot's own, empty when it has none. Else empty.
    pub secret: String,
}

/// A webhook as the seller wants it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWebhook {
    /// https, at most 1000 characters, on the public internet.
    url: String,
    format: String,
    /// Needed for Telegram; at most 100 characters.
    chat: String,
    active: bool,
    /// Taken for `dingtalk` and `lark` alone; left out or `null`, the one already known stays.
    #[serde(default)]
    secret: Option<String>,
}

/// The shop's webhook.
#[utoipa::path(get, path = "/desk/webhook", tag = "seller",
    responses((status = 200, body = Webhook), (status = 401, body = Problem),
        (status = 404, body = Problem, description = "`no_webhook`")))]
pub async fn get(State(app): State<App>, seller: Seller) -> Result<Json<Webhook>, Problem> {
    let mut conn = app.db.read.acquire().await?;
    find(&mut conn, seller.shop).await?.map(Json).ok_or_else(none)
}

/// Sets the webhook, in place of the one before.
#[utoipa::path(put, path = "/desk/webhook", tag = "seller", request_body = NewWebhook,
    responses((status = 200, body = Webhook), (status = 401, body = Problem),
        (status = 400, body = Problem, description = "`url`: `not_https` or `not_public`")))]
pub async fn put(
    State(app): State<App>,
    seller: Seller,
    Body(new): Body<NewWebhook>,
) -> Result<Json<Webhook>, Problem> {
    let mut form = Form::default();
    let url = new.url.trim().to_owned();
    if url.is_empty() {
        form.fault("url", "empty", "url must be filled in.");
    } else if let Err(code) = Target::parse(&url, app.webhooks.local) {
        let message = format!(
            "url is an https address on the public internet without a password, at most {MAX_URL} characters."
        );
        form.fault("url", code, message);
    }
    form.one_of("format", &new.format, &FORMATS);
    let least = if new.format == "telegram" { 1 } else { 0 };
    let chat = form.line("chat", &new.chat, least..=MAX_CHAT);
    let given = new.secret.map(|secret| secret.trim().to_owned());
    form.length("secret", given.as_deref().unwrap_or_default(), 0..=MAX_SECRET);
    form.done()?;
    let wanted = Webhook { url, format: new.format, chat, active: new.active, secret: String::new() };
    let shop = seller.shop;
    let written = app
        .db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                let known = find(conn, shop).await?.filter(|known| known.format == wanted.format);
                let known = known.map(|known| known.secret);
                let secret = match wanted.format.as_str() {
                    "json" => known.map_or_else(mint::secret, Ok)?,
                    "dingtalk" | "lark" => given.or(known).unwrap_or_default(),
                    _ => String::new(),
                };
                let webhook = Webhook { secret, ..wanted };
                webhook.write(conn, shop).await?;
                Ok::<_, Problem>(webhook)
            })
        })
        .await?;
    Ok(Json(written))
}

/// Takes the webhook away; what was not delivered is told to nobody.
#[utoipa::path(delete, path = "/desk/webhook", tag = "seller",
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem, description = "`no_webhook`")))]
pub async fn delete(State(app): State<App>, seller: Seller) -> Result<StatusCode, Problem> {
    app.db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                let gone = sqlx::query("DELETE FROM webhooks WHERE shop = $1");
                if gone.bind(seller.shop).execute(&mut *conn).await?.rows_affected() == 0 {
                    return Err(none());
                }
                sqlx::query(
                    "UPDATE webhook_deliveries SET next_at = NULL, outcome = 'off' \
                     WHERE shop = $1 AND next_at IS NOT NULL",
                )
                .bind(seller.shop)
                .execute(conn)
                .await?;
                Ok(StatusCode::NO_CONTENT)
            })
        })
        .await
}

/// The webhook of this shop, if it has one.
pub async fn find(conn: &mut Conn, shop: i64) -> Result<Option<Webhook>, Failure> {
    let query = "SELECT url, format, chat, active, secret FROM webhooks WHERE shop = $1";
    Ok(sqlx::query_as(query).bind(shop).fetch_optional(conn).await?)
}

impl Webhook {
    async fn write(&self, conn: &mut Conn, shop: i64) -> Result<(), Failure> {
        sqlx::query(
            "INSERT INTO webhooks (shop, url, format, secret, chat, active) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (shop) DO UPDATE SET url = excluded.url, format = excluded.format, secret = excluded.secret, \
               chat = excluded.chat, active = excluded.active",
        )
        .bind(shop)
        .bind(&self.url)
        .bind(&self.format)
        .bind(&self.secret)
        .bind(&self.chat)
        .bind(self.active)
        .execute(conn)
        .await?;
        Ok(())
    }
}

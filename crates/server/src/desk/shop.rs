//! The shop as its seller sets it.

use super::account::{LOCALES, NAME};
use super::form::Form;
use super::seller::Seller;
use crate::app::App;
use crate::db::Conn;
use crate::error::{Failure, Problem};
use crate::extract::Body;
use crate::shops::{self, Contact};
use crate::wire::Photo;
use axum::Json;
use axum::extract::State;
use minishop_core::contact::{self, ContactError};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get, put))
}

/// Everything a seller sets about the shop; deliveries and payments are lists of their own.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskShop {
    /// Six digits; never changes.
    pub number: String,
    pub name: String,
    /// ISO 4217; never changes.
    pub currency: String,
    pub locale: String,
    pub notice: Option<String>,
    pub about: Option<String>,
    pub licence: Option<String>,
    pub logo: Option<Photo>,
    pub theme: Option<String>,
    pub open: bool,
    pub hours: Option<String>,
    pub holiday: bool,
    pub back_on: Option<String>,
    pub contacts: Vec<Contact>,
    pub unpaid_minutes: i64,
    pub low_stock: i64,
    /// Goes up with every change of shop, deliveries or payments.
    pub version: i64,
}

/// The shop as it should be.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PutShop {
    /// 1–60 characters.
    pub name: String,
    /// `en` or `zh`.
    pub locale: String,
    /// At most 200 characters.
    pub notice: Option<String>,
    /// At most 2000 characters.
    pub about: Option<String>,
    /// At most 200 characters.
    pub licence: Option<String>,
    /// A photo's hash.
    pub logo: Option<String>,
    /// `#rrggbb`.
    pub theme: Option<String>,
    /// A closed shop's number answers like an unknown one.
    pub open: bool,
    /// At most 100 characters.
    pub hours: Option<String>,
    /// On holiday the shop is shown and takes no orders.
    pub holiday: bool,
    /// The day the shop is back.
    #[schema(example = "2026-12-01")]
    pub back_on: Option<String>,
    /// At most 10.
    pub contacts: Vec<PutContact>,
    /// 1–43200.
    pub unpaid_minutes: i64,
    /// 0–999: a sku with so many pieces or fewer is low.
    pub low_stock: i64,
    /// The version this change was made from.
    pub version: i64,
}

#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PutContact {
    /// `phone`, `wechat`, `whatsapp`, `telegram`, `line` or `email`.
    pub kind: String,
    pub value: String,
}

/// The shop as its seller sees it.
#[utoipa::path(get, path = "/desk/shop", tag = "seller",
    responses((status = 200, body = DeskShop), (status = 401, body = Problem, description = "`signed_out`")))]
pub async fn get(State(app): State<App>, seller: Seller) -> Result<Json<DeskShop>, Problem> {
    let mut conn = app.db.read.acquire().await?;
    Ok(Json(read(&mut conn, seller.shop).await?))
}

/// Sets everything about the shop at once.
#[utoipa::path(put, path = "/desk/shop", tag = "seller", request_body = PutShop,
    responses((status = 200, body = DeskShop), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem, description = "`missing_header`"),
        (status = 409, body = Problem, description = "`changed`, with `current`")))]
pub async fn put(
    State(app): State<App>,
    seller: Seller,
    Body(shop): Body<PutShop>,
) -> Result<Json<DeskShop>, Problem> {
    let shop = shop.checked()?;
    let shown = app
        .db
        .write
        .run(move |conn: &mut Conn| Box::pin(async move { write(conn, seller.shop, &shop).await }))
        .await?;
    Ok(Json(shown))
}

impl PutShop {
    /// Tidied, once nothing is wrong that can be judged without the database.
    fn checked(mut self) -> Result<Self, Problem> {
        let mut form = Form::default();
        self.name = form.line("name", &self.name, NAME);
        form.one_of("locale", &self.locale, &LOCALES);
        self.notice = form.text("notice", self.notice.as_deref(), 200);
        self.about = form.text("about", self.about.as_deref(), 2000);
        self.licence = form.text("licence", self.licence.as_deref(), 200);
        self.hours = form.text("hours", self.hours.as_deref(), 100);
        self.theme = self.theme.map(|theme| theme.to_ascii_lowercase());
        if self.theme.as_deref().is_some_and(|theme| !is_color(theme)) {
            form.fault("theme", "not_color", "A theme is a colour such as #b4232a.");
        }
        if self.back_on.as_deref().is_some_and(|day| !is_day(day)) {
            form.fault("back_on", "not_day", "A day is written 2026-12-01.");
        }
        form.within("unpaid_minutes", self.unpaid_minutes, 1..=43_200);
        form.within("low_stock", self.low_stock, 0..=999);
        if self.contacts.len() > 10 {
            form.fault("contacts", "too_many", "There are at most 10 contacts.");
            self.contacts.truncate(10);
        }
        for (contact, at) in self.contacts.iter_mut().zip(0_usize..) {
            match contact::tidy(&contact.kind, &contact.value) {
                Ok(value) => contact.value = value,
                Err(error) => {
                    let part = if error == ContactError::UnknownKind { "kind" } else { "value" };
                    let path = format!("contacts[{at}].{part}");
                    form.fault(path, code(error), format!("The contact {error}."));
                }
            }
        }
        form.done()?;
        Ok(self)
    }
}

fn code(error: ContactError) -> &'static str {
    match error {
        ContactError::UnknownKind => "unknown",
        ContactError::Empty => "empty",
        ContactError::TooLong => "too_long",
        ContactError::NotPhone => "not_phone",
        ContactError::NoCountryCode => "no_country_code",
        ContactError::NotEmail => "not_email",
        ContactError::NotName => "not_name",
    }
}

fn is_color(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// `2026-12-01`, and a day that is in the calendar.
fn is_day(text: &str) -> bool {
    let shaped = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    shaped && text.parse::<jiff::civil::Date>().is_ok()
}

#[derive(FromRow)]
struct Row {
    name: String,
    currency: String,
    locale: String,
    notice: Option<String>,
    about: Option<String>,
    licence: Option<String>,
    theme: Option<String>,
    open: bool,
    hours: Option<String>,
    holiday: bool,
    back_on: Option<String>,
    unpaid_minutes: i64,
    low_stock: i64,
    version: i64,
    logo: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    color: Option<String>,
}

/// The shop of this number, open or closed.
pub async fn read(conn: &mut Conn, number: i64) -> Result<DeskShop, Failure> {
    let row: Row = sqlx::query_as(
        "SELECT s.name, s.currency, s.locale, s.notice, s.about, s.licence, s.theme, s.open, s.hours, s.holiday, \
         s.back_on, s.unpaid_minutes, s.low_stock, s.version, s.logo, p.width, p.height, p.color \
         FROM shops s LEFT JOIN photos p ON p.hash = s.logo WHERE s.number = $1",
    )
    .bind(number)
    .fetch_one(&mut *conn)
    .await?;
    Ok(DeskShop {
        number: number.to_string(),
        logo: Photo::of(row.logo, row.width, row.height, row.color, ""),
        contacts: shops::contacts(conn, number).await?,
        name: row.name,
        currency: row.currency,
        locale: row.locale,
        notice: row.notice,
        about: row.about,
        licence: row.licence,
        theme: row.theme,
        open: row.open,
        hours: row.hours,
        holiday: row.holiday,
        back_on: row.back_on,
        unpaid_minutes: row.unpaid_minutes,
        low_stock: row.low_stock,
        version: row.version,
    })
}

/// Writes the shop if nobody changed it since; the shop as it is then.
async fn write(conn: &mut Conn, number: i64, shop: &PutShop) -> Result<DeskShop, Problem> {
    if let Some(logo) = &shop.logo {
        let known: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM photos WHERE hash = $1")
            .bind(logo)
            .fetch_one(&mut *conn)
            .await?;
        if known == 0 {
            return Err(Problem::field("logo", "unknown", "No photo has this hash."));
        }
    }
    let changed = sqlx::query(
        "UPDATE shops SET name = $3, locale = $4, notice = $5, about = $6, licence = $7, logo = $8, theme = $9, \
         open = $10, hours = $11, holiday = $12, back_on = $13, unpaid_minutes = $14, low_stock = $15, \
         version = version + 1 WHERE number = $1 AND version = $2",
    )
    .bind(number)
    .bind(shop.version)
    .bind(&shop.name)
    .bind(&shop.locale)
    .bind(&shop.notice)
    .bind(&shop.about)
    .bind(&shop.licence)
    .bind(&shop.logo)
    .bind(&shop.theme)
    .bind(shop.open)
    .bind(&shop.hours)
    .bind(shop.holiday)
    .bind(&shop.back_on)
    .bind(shop.unpaid_minutes)
    .bind(shop.low_stock)
    .execute(&mut *conn)
    .await?;
    if changed.rows_affected() == 0 {
        return Err(Problem::changed(read(conn, number).await?));
    }
    sqlx::query("DELETE FROM contacts WHERE shop = $1").bind(number).execute(&mut *conn).await?;
    for (contact, at) in shop.contacts.iter().zip(0_i64..) {
        sqlx::query("INSERT INTO contacts (shop, position, kind, value) VALUES ($1, $2, $3, $4)")
            .bind(number)
            .bind(at)
            .bind(&contact.kind)
            .bind(&contact.value)
            .execute(&mut *conn)
            .await?;
    }
    Ok(read(conn, number).await?)
}

//! A shop's rows.

use super::{Contact, PaymentMethod, Shop, deliveries};
use crate::error::Failure;
use crate::wire::{self, Photo};
use minishop_core as core;
use minishop_core::ShopNumber;
use sqlx::{FromRow, SqliteConnection};

/// An open shop as stored.
#[derive(Debug, Clone, FromRow)]
pub struct ShopRow {
    pub number: i64,
    pub name: String,
    pub currency: String,
    pub locale: String,
    pub notice: Option<String>,
    pub about: Option<String>,
    pub licence: Option<String>,
    pub theme: Option<String>,
    pub open: bool,
    /// The seller's words for when the shop is open.
    pub hours: Option<String>,
    /// Shown, but takes no orders.
    pub holiday: bool,
    /// `2026-12-01`.
    pub back_on: Option<String>,
    pub unpaid_minutes: i64,
    pub logo: Option<String>,
    pub logo_width: Option<i64>,
    pub logo_height: Option<i64>,
    pub logo_color: Option<String>,
}

/// A payment method as stored.
#[derive(Debug, Clone, FromRow)]
pub struct Payment {
    pub id: String,
    pub kind: String,
    pub title: String,
    pub text: String,
    pub qr: Option<String>,
    pub qr_width: Option<i64>,
    pub qr_height: Option<i64>,
    pub qr_color: Option<String>,
}

impl Payment {
    /// The seller's code for the transfer, if there is one.
    pub fn qr(&self) -> Option<Photo> {
        Photo::of(self.qr.clone(), self.qr_width, self.qr_height, self.qr_color.clone(), "")
    }
}

/// The shop, if it is open: closed ones are not told apart from unknown ones.
pub async fn find(conn: &mut SqliteConnection, number: ShopNumber) -> Result<Option<ShopRow>, Failure> {
    Ok(sqlx::query_as(
        "SELECT s.number, s.name, s.currency, s.locale, s.notice, s.about, s.licence, s.theme, s.open, \
         s.hours, s.holiday, s.back_on, s.unpaid_minutes, s.logo, p.width AS logo_width, p.height AS logo_height, p.color AS logo_color \
         FROM shops s LEFT JOIN photos p ON p.hash = s.logo WHERE s.number = $1 AND s.open",
    )
    .bind(i64::from(number.value()))
    .fetch_optional(conn)
    .await?)
}

/// The shop's payment methods in its own order.
pub async fn payments(conn: &mut SqliteConnection, shop: i64) -> Result<Vec<Payment>, Failure> {
    let query = "SELECT m.id, m.kind, m.title, m.text, m.qr, \
                 p.width AS qr_width, p.height AS qr_height, p.color AS qr_color \
                 FROM payments m LEFT JOIN photos p ON p.hash = m.qr WHERE m.shop = $1 ORDER BY m.position";
    Ok(sqlx::query_as(query).bind(shop).fetch_all(conn).await?)
}

/// The ways to reach the seller.
pub async fn contacts(conn: &mut SqliteConnection, shop: i64) -> Result<Vec<Contact>, Failure> {
    let query = "SELECT kind, value FROM contacts WHERE shop = $1 ORDER BY position";
    Ok(sqlx::query_as(query).bind(shop).fetch_all(conn).await?)
}

impl ShopRow {
    /// The currency of every amount in the shop.
    pub fn currency(&self) -> Result<core::Currency, Failure> {
        wire::currency(&self.currency)
    }

    /// The logo, if there is one.
    pub fn logo(&self) -> Option<Photo> {
        Photo::of(self.logo.clone(), self.logo_width, self.logo_height, self.logo_color.clone(), "")
    }

    /// The shop as buyers see it.
    pub async fn shown(self, conn: &mut SqliteConnection) -> Result<Shop, Failure> {
        let currency = self.currency()?;
        let mut methods = Vec::new();
        for delivery in deliveries(conn, self.number).await? {
            methods.push(delivery.shown(currency)?);
        }
        let payments = payments(conn, self.number).await?;
        let payments =
            payments.into_iter().map(|Payment { id, kind, title, .. }| PaymentMethod { id, kind, title });
        Ok(Shop {
            logo: self.logo(),
            number: self.number.to_string(),
            contacts: contacts(conn, self.number).await?,
            deliveries: methods,
            payments: payments.collect(),
            name: self.name,
            currency: self.currency,
            locale: self.locale,
            notice: self.notice,
            about: self.about,
            licence: self.licence,
            theme: self.theme,
            open: self.open,
            hours: self.hours,
            holiday: self.holiday,
            back_on: self.back_on.filter(|_| self.holiday),
            unpaid_minutes: self.unpaid_minutes,
        })
    }
}

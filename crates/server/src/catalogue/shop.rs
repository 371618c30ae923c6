//! New shops and the list of all.

use super::picture;
use crate::clock;
use crate::db::{Conn, Db};
use crate::error::Failure;
use crate::media::Picture;
use crate::mint;
use minishop_core::{Currency, Money, ShopNumber};
use sqlx::FromRow;

/// A shop that is to be made.
#[derive(Debug, Clone)]
pub struct NewShop {
    pub name: String,
    pub currency: Currency,
    /// `en` or `zh`.
    pub locale: String,
    pub notice: Option<String>,
    pub about: Option<String>,
    pub licence: Option<String>,
    pub logo: Option<Picture>,
    /// `#rrggbb`.
    pub theme: Option<String>,
    /// Kind and value.
    pub contacts: Vec<(String, String)>,
    pub unpaid_minutes: i64,
    pub deliveries: Vec<Delivery>,
    pub payments: Vec<Payment>,
}

/// A way goods come to the buyer.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// `flat` or `pickup`.
    pub kind: String,
    pub title: String,
    pub note: String,
    pub fee: Money,
    pub free_over: Option<Money>,
}

/// A way to pay.
#[derive(Debug, Clone)]
pub struct Payment {
    /// `cash_on_delivery` or `transfer`.
    pub kind: String,
    pub title: String,
    /// Where the money goes, shown with the order.
    pub text: String,
    pub qr: Option<Picture>,
}

/// One shop in the list.
#[derive(Debug, Clone, FromRow)]
pub struct ShopLine {
    pub number: i64,
    pub name: String,
    pub currency: String,
    pub open: bool,
    pub goods: i64,
}

/// Draws at a free number before giving up; with half of all numbers taken a hundred misses do not happen.
const DRAWS: usize = 100;

impl NewShop {
    /// What a newly registered seller finds: one delivery that costs nothing, and cash on delivery.
    pub fn first(name: &str, currency: Currency, locale: &str) -> Self {
        let (delivery, cash) =
            if locale == "zh" { ("快递", "货到付款") } else { ("Delivery", "Cash on delivery") };
        Self {
            name: name.to_owned(),
            currency,
            locale: locale.to_owned(),
            notice: None,
            about: None,
            licence: None,
            logo: None,
            theme: None,
            contacts: Vec::new(),
            unpaid_minutes: 30,
            deliveries: vec![Delivery {
                kind: "flat".to_owned(),
                title: delivery.to_owned(),
                note: String::new(),
                fee: Money::zero(currency),
                free_over: None,
            }],
            payments: vec![Payment {
                kind: "cash_on_delivery".to_owned(),
                title: cash.to_owned(),
                text: String::new(),
                qr: None,
            }],
        }
    }

    /// A shop with one delivery for 5, cash on delivery, and a transfer whose text the seller still writes.
    pub fn plain(name: &str, currency: Currency, locale: &str) -> Result<Self, String> {
        let mut shop = Self::first(name, currency, locale);
        for delivery in &mut shop.deliveries {
            delivery.fee = Money::parse("5", currency).map_err(|error| error.to_string())?;
        }
        let (title, text) = if locale == "zh" {
            ("银行或钱包转账", "请联系卖家获取收款账号。")
        } else {
            ("Bank or wallet transfer", "Ask the seller for the account to pay to.")
        };
        shop.payments.push(Payment {
            kind: "transfer".to_owned(),
            title: title.to_owned(),
            text: text.to_owned(),
            qr: None,
        });
        Ok(shop)
    }
}

/// Makes the shop under a number drawn at random from those free. Shops are never deleted, so none is ever reused.
pub async fn create(conn: &mut Conn, shop: &NewShop) -> Result<ShopNumber, Failure> {
    let pictures = shop.logo.iter().chain(shop.payments.iter().filter_map(|payment| payment.qr.as_ref()));
    for given in pictures {
        picture(conn, given).await?;
    }
    let number = draw(conn, shop).await?;
    let key = i64::from(number.value());
    for ((kind, value), at) in shop.contacts.iter().zip(0_i64..) {
        sqlx::query("INSERT INTO contacts (shop, position, kind, value) VALUES ($1, $2, $3, $4)")
            .bind(key)
            .bind(at)
            .bind(kind)
            .bind(value)
            .execute(&mut *conn)
            .await?;
    }
    for (delivery, at) in shop.deliveries.iter().zip(0_i64..) {
        sqlx::query(
            "INSERT INTO deliveries (id, shop, position, kind, title, note, fee, free_over) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(mint::id()?)
        .bind(key)
        .bind(at)
        .bind(&delivery.kind)
        .bind(&delivery.title)
        .bind(&delivery.note)
        .bind(delivery.fee.minor())
        .bind(delivery.free_over.map(|amount| amount.minor()))
        .execute(&mut *conn)
        .await?;
    }
    for (payment, at) in shop.payments.iter().zip(0_i64..) {
        sqlx::query("INSERT INTO payments (id, shop, position, kind, title, text, qr) VALUES ($1, $2, $3, $4, $5, $6, $7)")
            .bind(mint::id()?)
            .bind(key)
            .bind(at)
            .bind(&payment.kind)
            .bind(&payment.title)
            .bind(&payment.text)
            .bind(payment.qr.as_ref().map(|picture| &picture.hash))
            .execute(&mut *conn)
            .await?;
    }
    Ok(number)
}

async fn draw(conn: &mut Conn, shop: &NewShop) -> Result<ShopNumber, Failure> {
    for _ in 0..DRAWS {
        let number = mint::number()?;
        let made = sqlx::query(
            "INSERT INTO shops (number, name, currency, locale, notice, about, licence, logo, theme, unpaid_minutes, \
             created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (number) DO NOTHING",
        )
        .bind(i64::from(number.value()))
        .bind(&shop.name)
        .bind(shop.currency.code())
        .bind(&shop.locale)
        .bind(&shop.notice)
        .bind(&shop.about)
        .bind(&shop.licence)
        .bind(shop.logo.as_ref().map(|picture| &picture.hash))
        .bind(&shop.theme)
        .bind(shop.unpaid_minutes)
        .bind(clock::now())
        .execute(&mut *conn)
        .await?;
        if made.rows_affected() == 1 {
            return Ok(number);
        }
    }
    Err(Failure::Broken("no shop number is free".to_owned()))
}

/// Every shop, the oldest first.
pub async fn list(db: &Db) -> Result<Vec<ShopLine>, Failure> {
    Ok(sqlx::query_as(
        "SELECT s.number, s.name, s.currency, s.open, (SELECT COUNT(*) FROM goods g WHERE g.shop = s.number) AS goods \
         FROM shops s ORDER BY s.created_at, s.number",
    )
    .fetch_all(&db.read)
    .await?)
}
